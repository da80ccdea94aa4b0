"""When an article without a date must have appeared."""

from __future__ import annotations

import pytest

from kg.resolve.dating import bounds
from tests.reading import facts

CASES = [
    # text, bounds
    ("Ngày 5/3/2019, Huyện ủy Tiên Yên tổ chức hội nghị tổng kết.", "2019-03-05/.."),
    (
        "UBND huyện Tiên Yên cho biết năm 2018, thu ngân sách đạt 120 tỷ đồng, tăng 5% so với năm 2017.",
        "2018-12/..",
    ),
    (
        "UBND huyện Tiên Yên cho biết năm 2018, thu ngân sách đạt 120 tỷ đồng. Năm 2019, huyện phấn đấu thu ngân sách đạt 150 tỷ đồng.",
        "2018-12/2019",
    ),
    # a goal that is far away, told as if it were reached
    (
        "UBND huyện Tiên Yên lập quy hoạch từ năm 2018. Năm 2050, huyện đã thu ngân sách đạt 120 tỷ đồng.",
        None,
    ),
    ("Huyện Tiên Yên họp bàn về du lịch.", None),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_the_text_proves(text: str, expected: str | None) -> None:
    assert bounds(facts(text)) == expected


def test_an_article_with_a_date_needs_no_bounds() -> None:
    assert bounds(facts(CASES[0][0], published="2019-03-06")) is None
