"""Reading never raises, whatever the bytes, and always tells the same."""

import gzip
import io
import json
import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.model import Article, BlockKind
from kg.read import read
from kg.read.encoding import decode
from kg.read.layout import arrange
from kg.read.plain import lines, record_lines

SUFFIXES = st.sampled_from([".txt", ".md", ".html", ".jsonl", ".jsonl.gz", ".dat", ""])
SYLLABLES = st.sampled_from(
    (
        *(
            "Đảng",
            "bộ",
            "huyện",
            "Mẫu",
            "Sơn",
            "họp,",
            "bàn",
            "việc.",
            "Ảnh:",
            "Thu",
            "Hà",
            "ngày",
            "12/3/2022",
        ),
        *(
            "Theo",
            "Báo",
            "Tin",
            "liên",
            "quan",
            "Trang",
            "chủ",
            "Đăng",
            "nhập",
            "7",
            "-",
            ";",
            "“",
            "”",
            "./.",
        ),
        *("", "\n", "\n\n"),
    )
)
PAGES = st.lists(SYLLABLES, max_size=120).map(" ".join)
RELAXED = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def check(found):
    for item in found:
        assert isinstance(item, Article | ReadError)
        if isinstance(item, ReadError):
            assert "\n" not in str(item)
            continue
        assert item.id
        assert item.blocks
        assert all(block.text == block.text.strip() and block.text for block in item.blocks)
        assert all("\n" not in block.text for block in item.blocks)
        assert all(unicodedata.is_normalized("NFC", block.text) for block in item.blocks)
        assert sum(block.kind is BlockKind.LEAD for block in item.blocks) <= 1


@RELAXED
@given(data=st.binary(max_size=400), suffix=SUFFIXES)
def test_random_bytes(tmp_path, data, suffix):
    path = tmp_path / f"a{suffix}"
    path.write_bytes(data)
    check(read([path]))


@RELAXED
@given(text=st.one_of(PAGES, st.text(max_size=300)), suffix=SUFFIXES)
def test_random_text(tmp_path, text, suffix):
    path = tmp_path / f"a{suffix}"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    check(read([path]))


@RELAXED
@given(
    text=PAGES,
    tags=st.lists(st.sampled_from(["<p>", "</p>", "<h1>", "<figure>", "<table>", "<!--", "<"]), max_size=9),
)
def test_random_pages(tmp_path, text, tags):
    path = tmp_path / "a.html"
    path.write_text(
        "<html><body>" + " ".join(tag + text[i * 9 : i * 9 + 40] for i, tag in enumerate(tags)) + text
    )
    check(read([path]))


@RELAXED
@given(texts=st.lists(PAGES, max_size=6), cut=st.integers(min_value=0, max_value=400))
def test_random_records_in_damaged_archives(tmp_path, texts, cut):
    path = tmp_path / "a.jsonl.gz"
    body = "\n".join(json.dumps({"id": f"{i % 3}", "text": text}) for i, text in enumerate(texts))
    packed = gzip.compress(body.encode())
    path.write_bytes(packed[: max(0, len(packed) - cut)])
    found = list(read([path]))
    check(found)
    ids = [item.id for item in found if isinstance(item, Article)]
    assert len(ids) == len(set(ids))


@RELAXED
@given(text=PAGES)
def test_reading_is_deterministic_and_adds_nothing(text):
    known, blocks = arrange(lines(text))
    assert arrange(lines(text)) == (known, blocks)
    words = set(unicodedata.normalize("NFC", text).split())
    for block in blocks:
        assert all(any(word in whole for whole in words) for word in block.text.split())


@RELAXED
@given(text=st.text(max_size=400))
def test_records_never_fail(text):
    record_lines(text)


@given(data=st.binary(max_size=200))
def test_decoding_gives_text_or_a_reason(data):
    text, reason = "", ""
    try:
        text = decode(data)
    except ValueError as error:
        reason = str(error)
    assert bool(text) != bool(reason)
    assert "\n" not in reason
    assert unicodedata.is_normalized("NFC", text)


@given(text=st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00\ufeff"), min_size=1))
def test_utf_16_reads_like_utf_8(text):
    outcomes = []
    for data in (b"\xef\xbb\xbf" + text.encode(), text.encode("utf-16")):
        try:
            outcomes.append(decode(io.BytesIO(data).read()))
        except ValueError:
            outcomes.append(None)
    assert outcomes[0] == outcomes[1]
