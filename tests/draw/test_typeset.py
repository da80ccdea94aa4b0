from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.draw.typeset import printable, text_width, wrap

WORDS = st.text(st.sampled_from("ăâđêôơưÝỹẠạ abcmWi.-–1"), max_size=60)


@given(WORDS, st.floats(20, 300), st.booleans())
def test_lines_fit_and_nothing_is_lost(text: str, width: float, bold: bool) -> None:
    lines = wrap(text, width, 13.0, bold=bold)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert text_width(line, 13.0, bold=bold) <= width or len(line) == 1


def test_marks_take_no_width() -> None:
    assert text_width("Thuong", 12) < text_width("Thưởng", 12) < text_width("Thuuong", 12)
    assert text_width("Ban", 12) == text_width("Bạn", 12) == text_width("Ba\u0323n", 12)


def test_printable_drops_what_can_not_be_drawn() -> None:
    assert printable("Trần\n Văn\u202e\x00 \ud800Lâm\u00a0") == "Trần Văn Lâm"
    assert printable("Uo\u0302ng Bi\u0301") == "Uông Bí"
