"""Files, folders and streams: formats, ids, and everything that can be wrong with a file."""

import gzip
import io
import json
import os
import sys

import pytest

import kg.read
from kg.errors import ReadError
from kg.model import Article, BlockKind
from kg.read import read

TITLE = "Huyện Mẫu Sơn họp bàn nông thôn mới"
LEAD = (
    "Sáng 12/3, Huyện ủy Mẫu Sơn họp bàn việc xây dựng nông thôn mới; các xã báo cáo cách làm, nêu "
    "chỗ vướng và "
    "cùng nhau tìm lối ra cho năm tới."
)
PAGE = f"{TITLE}\n\n{LEAD}\n\nThu Hà\n"


def one(path, **settings):
    found = list(read([path], **settings))
    assert len(found) == 1
    return found[0]


def reason(path, **settings):
    found = one(path, **settings)
    assert isinstance(found, ReadError)
    assert found.source.startswith(str(path))
    assert "\n" not in str(found)
    return found.reason


def texts(article):
    assert isinstance(article, Article), str(article)
    return [block.text for block in article.blocks]


def test_the_package_names_what_it_offers():
    names = ["ARTICLE_LIMIT", "Raw", "Seen", "article_of", "own_identifier", "read", "records", "unrepeated"]
    assert kg.read.__all__ == [*names, "words_of"]


def test_plain_text(tmp_path):
    path = tmp_path / "bai-1.txt"
    path.write_text(PAGE, encoding="utf-8")
    article = one(path)
    assert (article.id, article.title, article.author, article.source) == (
        "bai-1",
        TITLE,
        "Thu Hà",
        str(path),
    )
    assert texts(article) == [TITLE, LEAD]


def test_markdown(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(
        "---\n# chú thích\ntitle: \"Họp: bàn việc\"\nauthor: [Thu Hà, Minh Anh]\npublisher: 'Báo Mẫu'\n"
        "published: 2022-05-24 # ngày đăng\nurl: https://example.org/a\nrepublished_from: ~\nkhac: 1\n---\n\n"
        f"{LEAD}\n\n## Việc *chung*\n\n![Đường về **bản**](a.jpg)\n\n![](b.jpg)\n*Trường mới.*\n\n"
        "Huyện [giao](https://example.org) **12** chỉ tiêu\ncho các xã.\n\n"
        "- Một là làm đường.\n- Hai là xây trường.\n",
        encoding="utf-8",
    )
    article = one(path)
    assert (article.title, article.author, article.publisher) == (
        "Họp: bàn việc",
        "Thu Hà, Minh Anh",
        "Báo Mẫu",
    )
    assert (article.published, article.url) == ("2022-05-24", "https://example.org/a")
    assert article.republished_from is None
    assert [(block.kind.value, block.text) for block in article.blocks[1:]] == [
        ("lead", LEAD),
        ("heading", "Việc chung"),
        ("caption", "Đường về **bản**"),
        ("caption", "Trường mới."),
        ("paragraph", "Huyện giao 12 chỉ tiêu cho các xã."),
        ("paragraph", "- Một là làm đường."),
        ("paragraph", "- Hai là xây trường."),
    ]


def test_markdown_without_front_matter(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(f"# {TITLE}\n\n{LEAD}\n\nNhóm PV\n", encoding="utf-8")
    article = one(path)
    assert (article.title, article.author) == (TITLE, "Nhóm PV")
    assert texts(article) == [TITLE, LEAD]


@pytest.mark.parametrize(
    ("front", "part"),
    [("---\ntitle: a\n\n" + LEAD, "does not end"), (f"---\npublished: hôm qua\n---\n{LEAD}", "is no date")],
)
def test_bad_front_matter(tmp_path, front, part):
    path = tmp_path / "a.md"
    path.write_text(front, encoding="utf-8")
    assert part in reason(path)


HTML = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Họp | Báo Mẫu</title>
<meta property="og:site_name" content="Báo Mẫu"><link rel="canonical" href="https://example.org/a.html">
<script>var a = "25/11/2024";</script></head><body>
<div><span>Thứ Hai, 25/11/2024 21:16 (GMT +7)</span><ul><li>Trang chủ</li><li>Chính trị</li></ul></div>
<div class="content"><h1>{TITLE}</h1><div>Thứ ba, 16/05/2023 19:36</div>
<p><b>{LEAD}</b></p>
<figure><img src="a.jpg"><figcaption>Đường về bản đã rải nhựa. Ảnh: Thu Hà</figcaption></figure>
<p>Qua hai năm, cả huyện có thêm bốn xã đạt chuẩn, thu nhập của người dân tăng gần một phần ba, đường làng
ngõ xóm sạch đẹp hơn và trường học nào cũng được sửa sang lại.</p>
<h3>Việc còn lại</h3>
<p>Huyện ủy giao các chi bộ bám sát từng hộ còn khó khăn, tính kỹ nguồn lực, không chạy theo thành tích và
báo cáo kết quả trước ngày 20 hằng tháng cho Ban Thường vụ Huyện ủy.</p>
<p><b>Mai Hương</b></p></div>
<div><h4>Tin liên quan</h4><ul><li><a href="x">Bí thư Tỉnh ủy làm việc với huyện bên</a></li></ul></div>
<div id="comments"><p>Ý kiến bình luận</p></div></body></html>"""


def test_html(tmp_path):
    path = tmp_path / "a.html"
    path.write_text(HTML, encoding="utf-8")
    article = one(path)
    assert (article.title, article.author, article.publisher) == (TITLE, "Mai Hương", "Báo Mẫu")
    assert (article.published, article.page_clock) == ("2023-05-16", "2024-11-25T21:16:00+07:00")
    assert article.url == "https://example.org/a.html"
    assert [block.kind.value for block in article.blocks] == [
        "title",
        "lead",
        "caption",
        "paragraph",
        "heading",
        "paragraph",
    ]
    assert not any("Tỉnh ủy" in text for text in texts(article))


def test_the_pages_clock_alone_dates_nothing(tmp_path):
    path = tmp_path / "a.html"
    path.write_text(HTML.replace("<div>Thứ ba, 16/05/2023 19:36</div>", ""), encoding="utf-8")
    article = one(path)
    assert (article.published, article.page_clock) == (None, "2024-11-25T21:16:00+07:00")


@pytest.mark.parametrize(
    "meta",
    [
        '<meta property="article:published_time" content="2023-05-16T23:30:00Z">',
        '<meta itemprop="datePublished" content="2023-05-17 06:30">',
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", '
        '"datePublished": "2023-05-17"}]}'
        "</script>",
    ],
)
def test_dates_from_metadata_are_days_in_vietnam(tmp_path, meta):
    path = tmp_path / "a.html"
    path.write_text(HTML.replace("</head>", f"{meta}</head>"), encoding="utf-8")
    assert one(path).published == "2023-05-17"


TABLE = """<table><tr><th>TT</th><th>Họ và tên</th><th>Chức vụ</th></tr>
<tr><td>1</td><td><p>Lê Văn Sơn</p></td><td>Bí thư Huyện ủy</td></tr>
<tr><td>2</td><td>Vũ Thị Lan</td><td>Phó Bí thư Huyện ủy,<br>Chủ tịch UBND huyện</td></tr></table>"""


def test_rows_of_a_table_of_people_are_lines(tmp_path):
    path = tmp_path / "a.html"
    path.write_text(HTML.replace("<p><b>Mai Hương", f"{TABLE}<p><b>Mai Hương"), encoding="utf-8")
    told = texts(one(path))
    assert told[-3:] == [
        "TT | Họ và tên | Chức vụ",
        "1 | Lê Văn Sơn | Bí thư Huyện ủy",
        "2 | Vũ Thị Lan | Phó Bí thư Huyện ủy, Chủ tịch UBND huyện",
    ]


@pytest.mark.parametrize("head", ["Chỉ tiêu", "Lê Văn Sơn", "Tin liên quan"])
def test_other_tables_are_left_out(tmp_path, head):
    path = tmp_path / "a.html"
    other = TABLE.replace("Họ và tên", head)
    path.write_text(HTML.replace("<p><b>Mai Hương", f"{other}<p><b>Mai Hương"), encoding="utf-8")
    assert not any("Vũ Thị Lan" in text for text in texts(one(path)))


def test_a_table_far_from_the_text_is_left_out(tmp_path):
    path = tmp_path / "a.html"
    path.write_text(HTML.replace('<div id="comments">', f'<div id="comments">{TABLE}'), encoding="utf-8")
    assert not any("Vũ Thị Lan" in text for text in texts(one(path)))


def test_tabs_of_a_copied_table_part_its_cells(tmp_path):
    path = tmp_path / "a.txt"
    rows = "TT\tHọ và tên\tChức vụ\n1\tLê Văn Sơn\tBí thư Huyện ủy\n2\tVũ Thị Lan\tChủ tịch UBND huyện"
    path.write_text(f"{TITLE}\n\n16/05/2023\n\n{LEAD}\n\n{rows}\n", encoding="utf-8")
    assert "1 | Lê Văn Sơn | Bí thư Huyện ủy" in texts(one(path))


def test_an_old_page_in_tables_without_headings(tmp_path):
    path = tmp_path / "a.html"
    path.write_text(
        "<html><head><title>Báo Mẫu điện tử</title></head><body>"
        "<table><tr><td>Trang chủ | Chính trị</td></tr></table>"
        f"<table><tr><td>Thời tiết</td><td><div>{TITLE}</div><span>12/07/2014 08:00</span><br><p>{LEAD}</p>"
        "<p>Trong sáu tháng, thu ngân sách của huyện đạt 45 tỷ đồng, bằng 60% kế hoạch năm, tỷ lệ hộ nghèo "
        "giảm thêm hai phần trăm so với cùng kỳ năm trước đó.</p>"
        "<p>Văn Long</p></td></tr></table></body></html>",
        encoding="utf-8",
    )
    article = one(path)
    assert (article.title, article.author, article.published) == (TITLE, "Văn Long", "2014-07-12")
    assert [block.kind.value for block in article.blocks] == ["title", "lead", "paragraph"]


def test_html_nested_without_end(tmp_path):
    path = tmp_path / "a.html"
    path.write_text("<html><body>" + "<div>" * 50_000 + f"<p>{LEAD}</p>", encoding="utf-8")
    found = one(path)
    assert isinstance(found, ReadError) or LEAD in texts(found)


@pytest.mark.parametrize("size", [900, 1300, 1600])
def test_html_that_breaks_off(tmp_path, size):
    path = tmp_path / "a.html"
    path.write_bytes(HTML.encode()[:size].decode("utf-8", "ignore").encode())
    article = one(path)
    assert article.title == TITLE
    assert LEAD[:40] in " ".join(texts(article))


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><script>x</script></body></html>", "<p>"])
def test_html_without_text(tmp_path, page):
    path = tmp_path / "a.html"
    path.write_text(page, encoding="utf-8")
    assert "without text" in reason(path)


def test_jsonl_and_gzip(tmp_path):
    rows = [
        {
            "id": "x1",
            "title": TITLE,
            "text": f"{LEAD}\n\nMột câu.\nHai câu.\nBa câu.\n\nẢnh: A",
            "published": "16/05/2023",
        },
        {"text": LEAD, "author": "Thu Hà", "extra": [1]},
        {"id": 7, "text": LEAD + " Thêm."},
    ]
    body = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n"
    plain, packed = tmp_path / "a.jsonl", tmp_path / "b.jsonl.gz"
    plain.write_text(body, encoding="utf-8")
    packed.write_bytes(gzip.compress(body.encode()))
    found = list(read([plain]))
    assert [item.id for item in found] == ["x1", "a-2", "7"]
    assert (found[0].published, found[0].blocks[-1].kind) == ("2023-05-16", BlockKind.CAPTION)
    assert [texts(item) for item in read([packed])] == [texts(item) for item in found]


def test_json_over_several_lines_is_one_error(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"id": "x", "text": LEAD}, indent=2))
    assert "several lines" in reason(path)


def test_one_bad_line_does_not_stop_the_others(tmp_path):
    path = tmp_path / "a.jsonl"
    good = json.dumps({"id": "x", "text": LEAD})
    path.write_text(
        f'{good}\n{{"id": 1\n\n{{"id": "y"}}\n{{"id": "z", "text": 3}}\n{{"id": "w", "text": " "}}\n[]\n'
    )
    found = list(read([path]))
    assert isinstance(found[0], Article)
    assert [item.source for item in found[1:]] == [f"{path}:{line}" for line in (2, 4, 5, 6, 7)]
    assert all(isinstance(item, ReadError) and "\n" not in str(item) for item in found[1:])


def test_truncated_gzip_keeps_what_came_before(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    rows = [json.dumps({"id": str(i), "text": f"{LEAD} {os.urandom(60).hex()}"}) for i in range(300)]
    path.write_bytes(gzip.compress("\n".join(rows).encode())[:9000])
    found = list(read([path]))
    assert sum(isinstance(item, Article) for item in found) > 10
    assert isinstance(found[-1], ReadError)
    assert "broken off" in found[-1].reason


def test_damaged_gzip(tmp_path):
    path = tmp_path / "a.txt.gz"
    path.write_bytes(b"\x1f\x8b" + b"garbage" * 20)
    assert reason(path)


def test_gzipped_text(tmp_path):
    path = tmp_path / "bai.txt.gz"
    path.write_bytes(gzip.compress(PAGE.encode()))
    assert one(path).id == "bai"


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "PNG"),
        (b"%PDF-1.4 ...", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (bytes(range(256)) * 20, "binary"),
        (PAGE.encode()[: len(PAGE.encode()) // 2].rstrip(b"abcdefghijklmnopqrstuvwxyz ,;"), None),
        (b"\xff\xfe\x41", "broken off"),
        ("Điện".encode()[:-2] + b"\xff\xff\xfe" * 40, "neither UTF-8"),
        (b"WARC/1.0\r\nWARC-Type: warcinfo\r\n\r\n\r\n\r\n", "WARC"),
        (b"---\n---\n", "no article text"),
    ],
)
def test_bad_files(tmp_path, content, part):
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    if part is None:
        assert one(path)
        return
    path = path.rename(tmp_path / "a") if part in ("WARC", "no article text") else path
    assert part in reason(path)


def test_utf8_that_breaks_off_in_a_character(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(LEAD.encode() + "ộ".encode()[:2])
    assert "middle of a character" in reason(path)


def test_one_line_of_fifty_megabytes(tmp_path):
    for name in ("a.txt", "a.jsonl"):
        path = tmp_path / name
        with path.open("wb") as stream:
            for _ in range(50):
                stream.write(b"a" * 1_000_000)
        assert "10,000,000 bytes" in reason(path)


def test_the_limit_is_a_setting_and_the_next_record_is_read(tmp_path):
    path = tmp_path / "a.jsonl"
    rows = [json.dumps({"id": "long", "text": "a" * 2000}), json.dumps({"id": "short", "text": LEAD})]
    path.write_text("\n".join(rows))
    found = list(read([path], limit=1000))
    assert isinstance(found[0], ReadError)
    assert found[1].id == "short"


def test_what_is_not_there(tmp_path):
    assert reason(tmp_path / "none.txt") == "no such file or folder"
    (tmp_path / "leer").mkdir()
    assert reason(tmp_path / "leer") == "a folder without files"
    [error] = read(["a\x00b"])
    assert isinstance(error, ReadError)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs file permissions that bind")
def test_a_file_that_may_not_be_read(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(PAGE)
    path.chmod(0)
    assert "denied" in reason(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_no_file(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "neither" in reason(tmp_path / "pipe")


def test_names_are_fit_for_a_terminal(tmp_path):
    path = tmp_path / "a\x1b[31m\nb.txt"
    path.write_bytes(b"")
    [error] = read([path])
    assert "\x1b" not in str(error)
    assert "\n" not in str(error)


def test_folders_are_read_in_order_and_sniffed(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.txt").write_text(PAGE.replace("Sáng", "Chiều"), encoding="utf-8")
    (tmp_path / "a.dat").write_text(json.dumps({"id": "j", "text": LEAD}), encoding="utf-8")
    (tmp_path / "c").write_text(HTML, encoding="utf-8")
    (tmp_path / "d").write_text(f"---\ntitle: {TITLE}\n---\n{LEAD}\n", encoding="utf-8")
    (tmp_path / "e.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    (tmp_path / ".hidden").write_text("x")
    found = list(read([tmp_path]))
    assert [getattr(item, "id", None) for item in found] == ["j", "c", "d", None, "2"]
    assert found[2].title == TITLE
    assert "JPEG" in found[3].reason


def test_the_same_file_twice_is_read_once(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(PAGE, encoding="utf-8")
    assert len(list(read([path, tmp_path, str(path)]))) == 1


def test_ids_are_told_once(tmp_path):
    for folder, text in (("x", PAGE), ("y", PAGE.replace("Sáng", "Chiều")), ("z", PAGE)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(text, encoding="utf-8")
    first, second, third = read([tmp_path])
    assert first.id == "a"
    assert second.id.startswith("a-")
    assert len(second.id) == 10
    assert isinstance(third, ReadError)
    assert "word for word" in third.reason
    assert [getattr(item, "id", None) for item in read([tmp_path])] == ["a", second.id, None]


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    article = one("-")
    assert (article.id, article.title, article.source) == ("stdin", TITLE, "<stdin>")


def test_reading_streams(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps({"id": str(i), "text": f"{LEAD} {i}"}) for i in range(50)))
    stream = read([path, tmp_path / "none"])
    assert next(stream).id == "0"
