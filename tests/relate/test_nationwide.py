"""Figures of the nation as a whole: it acts, is named in what is measured, or is what the article reports on."""

from __future__ import annotations

import pytest

from tests.reading import facts

REPORT = ["Chính phủ họp phiên thường kỳ.", "Năm 2018, GDP tăng 7%, thu ngân sách nhà nước vượt dự toán."]
NATION = "Việt Nam"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Quý I, cả nước xuất siêu 2,3 tỷ USD.", {(2.3, NATION)}),
        ("Nợ công của nước ta bằng 58% GDP.", {(58.0, NATION)}),
        ("Chỉ số giá tiêu dùng bình quân tăng 3,5%, dự trữ ngoại hối đạt 60 tỷ USD.", {(3.5, NATION), (60.0, NATION)}),
        ("Tổng doanh thu toàn Tập đoàn tăng 4,2%.", {(4.2, None)}),
    ],
)
def test_figures_of_the_nation_in_its_report(line: str, expected: set[tuple[float, str | None]]) -> None:
    found = facts(*REPORT, line, title="Chính phủ bàn kinh tế", published="2019-01-04").indicators
    told = {(float(i.value), i.subject.name if i.subject else None) for i in found}
    assert {row for row in told if row[0] in {value for value, _ in expected}} <= expected
    assert (7.0, NATION) in told


def test_what_another_country_did_is_not_the_nations() -> None:
    line = "GDP của Trung Quốc tăng 6,6%."
    found = facts(*REPORT, line, title="Chính phủ bàn kinh tế", published="2019-01-04").indicators
    assert not [i for i in found if float(i.value) == 6.6 and i.subject is not None]


def test_what_is_compared_with_an_estimate_leaves_a_target_one() -> None:
    found = facts(
        "Năm 2018, tỉnh An Giang thu ngân sách 9.100 tỷ đồng, chi ngân sách 10.300 tỷ đồng.",
        "Năm 2019, tỉnh phấn đấu thu ngân sách 9.600 tỷ đồng, tăng 4,5% so với ước thực hiện năm 2018, trong đó thu nội "
        "địa là 8.900 tỷ đồng.",
        title="Thu ngân sách tỉnh An Giang",
        published="2019-01-09",
    ).indicators
    told = {(float(i.value), str(i.kind), i.unit) for i in found}
    assert (4.5, "target", "% tăng so với ước thực hiện năm 2018") in told
    assert (8900.0, "target", "tỷ đồng") in told


def test_targets_of_nobody_named_are_no_committees_where_none_is_told() -> None:
    found = facts(
        "UBND thành phố Cần Thơ, HĐND thành phố Cần Thơ nghe báo cáo.",
        "Báo cáo quy hoạch đặt ra 3 mục tiêu phát triển đến năm 2030.",
        title="Thành phố Cần Thơ công bố quy hoạch",
        published="2018-02-03",
    ).indicators
    assert not [i for i in found if i.subject is not None and i.subject.name == "Thành ủy"]
