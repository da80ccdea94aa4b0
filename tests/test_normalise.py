"""Canonical text, the fold, and the way back to what was read."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.model import Article, Block, BlockKind
from kg.normalise import blocks_of, canonical, fold, modern, normalise, plain


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Uỷ ban", "Ủy ban"),
        ("hoà bình", "hòa bình"),
        ("thuý", "thúy"),
        ("quý", "quý"),
        ("khoẻ", "khỏe"),
        ("HOÀ", "HÒA"),
        ("hoàn", "hoàn"),
        ("khuỷu", "khuỷu"),
        ("xoá", "xóa"),
        ("Thuỵ", "Thụy"),
        ("Quý", "Quý"),
        ("oà", "òa"),
        ("tỏả oÀ uỳ", "tỏả oÀ ùy"),
    ],
)
def test_tone_marks_are_set_the_modern_way(old: str, new: str) -> None:
    assert modern(old) == new


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a\u00a0 b", "a b"),
        ("Ðảng", "Đảng"),
        ("a\u200bb", "ab"),
        ("  a\n\tb ", "a b"),
        ("giữ\u00a0vững", "giữ vững"),
    ],
)
def test_characters_and_blanks_are_canonical(raw: str, clean: str) -> None:
    assert canonical(raw) == clean


def test_plain_has_no_diacritics() -> None:
    assert plain("Đảng bộ Uông Bí") == "dang bo uong bi"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Một. Hai. Ba.", 3),
        ("Ở TP. Hà Nội có họp. Xong.", 2),
        ("ThS. Lê Văn An nói. Hết.", 2),
        ("Ông Nam làm ở TP. HCM. Ông Bình ở lại.", 2),
        ("PGS. TS. Lê Văn An nói ở TP HCM hôm qua.", 1),
        ("Dự có bà Lan - UV. BTV, ông Nam. Hết.", 2),
        ("Họp tại KCN. Bà Lan nói về ODA. Xong.", 2),
        ("Họp HĐND xã khóa XV. Bà Lan dự.", 2),
        ("Ủy viên T.Ư; nguyên Ủy viên T.Ư. Bà Lan dự.", 2),
        ("Ủy viên T.Ư. Đảng dự.", 1),
        ("X. Nhiệm vụ và giải pháp", 1),
        ("Đạt 3.842 tỷ đồng. Tăng 13,1%.", 2),
        ("Ông hỏi: “Sao thế?” rồi đi.", 1),
        ("Dự có ông Nam, bà Hoa… cùng các sở… Hội nghị bàn.", 2),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(normalise(Article("a", blocks_of(None, [text]))).sentences) == count


texts = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=60)
vietnamese = st.text(alphabet="aăâeêioôơuưyđĐÂƯ áàảãạấềộủỳÐ\u00a0\u200b\n.\u0301\u0300", max_size=60)


@given(texts | vietnamese)
def test_the_fold_keeps_every_offset(text: str) -> None:
    clean = canonical(text)
    assert len(fold(clean)) == len(clean)
    assert fold(fold(clean)) == fold(clean)


@given(st.lists(texts | vietnamese, max_size=4))
def test_every_offset_leads_back_to_its_character(blocks: list[str]) -> None:
    text = normalise(Article("a", tuple(Block(BlockKind.PARAGRAPH, b) for b in blocks)))
    raw = "\n".join(blocks)
    for offset, char in enumerate(text.content):
        place = text.source_offset(offset)
        assert 0 <= place <= len(raw)
        if char.isalnum():
            assert canonical(raw[place : place + 6])[:1] == char


@given(st.lists(texts | vietnamese, max_size=4))
@example(["N\u200b\u0300"])
@example(["a\u200b  \u200bb", "\u200bTha\u0300\u200bnh"])
def test_blocks_and_sentences_lie_in_order_inside_the_text(blocks: list[str]) -> None:
    text = normalise(Article("a", tuple(Block(BlockKind.PARAGRAPH, b) for b in blocks)))
    spans = [(b.start, b.end) for b in text.blocks]
    assert spans == sorted(spans)
    assert all(0 <= s.start < s.end <= len(text.content) for s in text.sentences)
    assert (
        normalise(
            Article("a", tuple(Block(BlockKind.PARAGRAPH, b) for b in text.content.split("\n")))
        ).content
        == text.content
    )
