"""Badges of party membership, and the days on which something is handed out or passed."""

from __future__ import annotations

import pytest

from tests.reading import facts


def told(*lines: str, title: str | None = None, published: str = "2024-11-05") -> list[str]:
    found = facts(*lines, title=title, published=published).indicators
    return [f"{c.indicator} = {c.value} {c.unit} | {c.period}" for c in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Đợt 7/11, Đảng bộ xã Tân An có 6 đồng chí được tặng Huy hiệu Đảng. Trong đó: Huy hiệu 65 năm tuổi Đảng có"
            " 1 đồng chí; Huy hiệu 55 năm tuổi Đảng có 2 đồng chí; 40 năm: 3 đồng chí.",
            [
                "đồng chí được tặng Huy hiệu Đảng = 6 đồng chí | 2024-11-07",
                "huy hiệu 65 năm tuổi Đảng = 1 đồng chí | 2024-11-07",
                "huy hiệu 55 năm tuổi Đảng = 2 đồng chí | 2024-11-07",
                "huy hiệu 40 năm tuổi Đảng = 3 đồng chí | 2024-11-07",
            ],
        ),
        (
            "Ngày 4/11, Huyện ủy Lâm Sơn trao huy hiệu 70 năm tuổi Đảng cho 2 đảng viên, huy hiệu 60 năm cho 9 đảng viên.",
            [
                "trao huy hiệu 70 năm tuổi Đảng = 2 đảng viên | 2024-11-04",
                "trao huy hiệu 60 năm tuổi Đảng = 9 đảng viên | 2024-11-04",
            ],
        ),
        (
            "Đảng ủy phường Tân An có 2 đảng viên nhận huy hiệu 50 năm tuổi Đảng, 4 đảng viên 45 năm và 7 đảng viên 40 năm.",
            [
                "đảng viên nhận huy hiệu 50 năm tuổi Đảng = 2 đảng viên | None",
                "đảng viên nhận huy hiệu 45 năm tuổi Đảng = 4 đảng viên | None",
                "đảng viên nhận huy hiệu 40 năm tuổi Đảng = 7 đảng viên | None",
            ],
        ),
        (
            "Đảng bộ phường Tân An trao Huy hiệu Đảng: Huy hiệu 55 tuổi Đảng (3 đồng chí); Huy hiệu 30 năm tuổi Đảng (8 đồng chí).",
            ["huy hiệu 55 tuổi Đảng = 3 đồng chí | None", "huy hiệu 30 năm tuổi Đảng = 8 đồng chí | None"],
        ),
    ],
)
def test_badges_by_years_of_membership(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Huyện ủy Lâm Sơn họp. Dự lễ có 3 đồng chí 60 năm tuổi Đảng.",
        "Huyện ủy Lâm Sơn họp. Ông được tặng Huy hiệu 50 năm tuổi Đảng năm 30 tuổi.",
    ],
)
def test_years_of_membership_alone_are_no_badges(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["Sáng 4/11, HĐND huyện Lâm Sơn tổ chức kỳ họp thứ 9.", "Kỳ họp đã thông qua 12 nghị quyết."],
            ["thông qua nghị quyết = 12 nghị quyết | 2024-11-04"],
        ),
        (
            ["Ngày 4/11, HĐND huyện Lâm Sơn khai mạc kỳ họp thứ 9.", "Kỳ họp sẽ xem xét, thông qua 12 nghị quyết."],
            ["thông qua nghị quyết = 12 nghị quyết | None"],
        ),
        (
            ["Ngày 4/11, UBND huyện Lâm Sơn sơ kết 9 tháng đầu năm.", "Dịp này, UBND huyện tặng giấy khen cho 6 tập thể."],
            ["tặng giấy khen cho tập thể = 6 tập thể | 2024-11-04"],
        ),
        (
            ["Ngày 4/11, UBND huyện Lâm Sơn họp.", "9 tháng đầu năm, UBND huyện tặng giấy khen cho 16 tập thể."],
            ["tặng giấy khen cho tập thể = 16 tập thể | 2024-01/2024-09"],
        ),
        (
            ["Chiều 4/11, Huyện ủy Lâm Sơn tổ chức lễ trao Huy hiệu Đảng đợt 7/11.", "Có 40 đảng viên được trao Huy hiệu Đảng."],
            ["đảng viên được trao Huy hiệu Đảng = 40 đảng viên | 2024-11-04"],
        ),
    ],
)
def test_the_day_of_what_is_passed_or_handed_out(lines: list[str], expected: list[str]) -> None:
    assert told(*lines) == expected
