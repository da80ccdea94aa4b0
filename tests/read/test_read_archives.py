"""What comes in archives: WARC as crawlers write it, and Zstandard; folders with very many files."""

from __future__ import annotations

import gc
import gzip
import io
import json
import tracemalloc
import warnings
from pathlib import Path

import pytest
import zstandard
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from kg.errors import ReadError
from kg.model import Article
from kg.read import read, records

LEAD = "Sáng 5/3, Ban Thường vụ Thành ủy họp bàn việc chuẩn bị đại hội chi bộ ở các phường trên địa bàn thành phố."
BODY = "Theo kế hoạch, các chi bộ phải xong đại hội trước ngày 30/4 và báo cáo kết quả lên cấp trên trong tuần sau đó."


def page(title: str) -> bytes:
    head = (
        f"<title>{title}</title><meta property='article:published_time' content='2025-03-05T08:00:00+07:00'>"
    )
    body = f"<h1>{title}</h1><p>{LEAD}</p><p>{BODY}</p>"
    return f"<html><head><meta charset='utf-8'>{head}</head><body><article>{body}</article></body></html>".encode()


def archive(path: Path, *, packed: bool) -> Path:
    """Write two pages between records that are none: a picture, a page that was not found."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # the writer leaves its buffers to the collector
        _write(path, packed)
        gc.collect()
    return path


def _write(path: Path, packed: bool) -> None:
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=packed)

        def response(url: str, kind: str, payload: bytes, status: str = "200 OK") -> None:
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            dated = {"WARC-Date": "2025-03-06T20:30:00Z"}
            record = writer.create_warc_record(
                url, "response", io.BytesIO(payload), http_headers=headers, warc_headers_dict=dated
            )
            writer.write_record(record)

        writer.write_record(writer.create_warcinfo_record(path.name, {"software": "a test"}))
        response(
            "https://bao.example/mot", "text/html; charset=utf-8", page("Thành ủy họp bàn đại hội chi bộ")
        )
        response("https://bao.example/anh.png", "image/png", b"\x89PNG")
        response("https://bao.example/mat", "text/html", page("Trang không còn"), "404 Not Found")
        response("https://bao.example/hai", "text/html", page("Các phường chuẩn bị đại hội chi bộ"))


@pytest.mark.parametrize(("name", "packed"), [("news.warc", False), ("news.warc.gz", True)])
def test_pages_of_an_archive(tmp_path: Path, name: str, packed: bool) -> None:
    path = archive(tmp_path / name, packed=packed)
    first, second = read([path])
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.title, first.url) == ("Thành ủy họp bàn đại hội chi bộ", "https://bao.example/mot")
    assert (first.published, first.page_clock) == ("2025-03-05", "2025-03-07T03:30")
    assert any(LEAD in block.text for block in first.blocks)
    for article in (first, second):
        offset = int(str(article.source).removeprefix(f"{path}:"))
        assert article.id == f"news-{offset}"
        with path.open("rb") as file:  # the record stands there indeed
            file.seek(offset)
            opened = gzip.GzipFile(fileobj=file) if packed else file
            assert opened.readline().startswith(b"WARC/1")
            assert str(article.url).encode() in opened.read(600)


def test_an_archive_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    path = archive(tmp_path / "news.warc.gz", packed=True)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) - 200])
    items = list(read([path]))
    assert isinstance(items[0], Article)
    assert isinstance(items[-1], ReadError)


def test_a_page_over_the_limit_is_named(tmp_path: Path) -> None:
    path = archive(tmp_path / "news.warc", packed=False)
    first, second = read([path], limit=100)
    assert isinstance(first, ReadError)
    assert isinstance(second, ReadError)
    assert "limit" in first.reason
    assert first.source.startswith(f"{path}:")


def lines(count: int) -> bytes:
    return b"".join(
        json.dumps({"id": f"a{n}", "text": f"{LEAD} {BODY} {n}"}).encode() + b"\n" for n in range(count)
    )


def test_zstandard(tmp_path: Path) -> None:
    packed = zstandard.ZstdCompressor().compress(lines(40))
    path = tmp_path / "press.jsonl.zst"
    path.write_bytes(packed)
    assert [getattr(item, "id", None) for item in read([path])] == [f"a{n}" for n in range(40)]
    text = tmp_path / "bai.txt.zst"
    text.write_bytes(zstandard.ZstdCompressor().compress(f"{LEAD}\n\n{BODY}".encode()))
    (article,) = read([text])
    assert isinstance(article, Article)
    assert article.id == "bai"


def test_zstandard_that_breaks_off(tmp_path: Path) -> None:
    packed = zstandard.ZstdCompressor().compress(lines(20_000))
    path = tmp_path / "press.jsonl.zst"
    path.write_bytes(packed[: len(packed) // 2])
    *items, last = records([path])
    assert len(items) > 1
    assert isinstance(last, ReadError)
    assert "broken off" in last.reason


def test_a_folder_is_read_as_it_is_walked(tmp_path: Path) -> None:
    for folder in range(20):
        (tmp_path / f"{folder:02}").mkdir()
        for number in range(50):
            (tmp_path / f"{folder:02}" / f"{number:02}.txt").write_text("x" * 2000)
    tracemalloc.start()
    stream = records([tmp_path])
    next(stream)
    before = tracemalloc.get_traced_memory()[0]
    rest = sum(1 for _ in stream)
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert rest == 999
    assert grown < 999 * 300, "neither contents nor paths are kept"
