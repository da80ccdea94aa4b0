"""The term or years that numbers of a report belong to, and what changes told in a row are compared with."""

from __future__ import annotations

import pytest

from tests.reading import facts

Told = tuple[str, str, str, float, str, str | None]


def told(*lines: str, title: str, published: str) -> list[Told]:
    found = facts(*lines, title=title, published=published).indicators
    return [(c.indicator, str(c.kind), c.comparator, float(c.value), c.unit, c.period) for c in found]


CONGRESS = "Đại hội Đảng bộ huyện Lâm Sơn lần thứ XIV, nhiệm kỳ 2020 - 2025"
OPENING = "Đại hội đại biểu Đảng bộ huyện Lâm Sơn lần thứ XIV, nhiệm kỳ 2020 - 2025 bế mạc chiều 18-8."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Giai đoạn 2020 - 2025, huyện đưa giá trị sản xuất 5 năm đạt 900 tỷ đồng; thu ngân sách 5 năm đạt 400 tỷ đồng.",
            [
                ("giá trị sản xuất", "target", "=", 900.0, "tỷ đồng", "2020-2025"),
                ("thu ngân sách", "target", "=", 400.0, "tỷ đồng", "2020-2025"),
            ],
        ),
        (
            "Giai đoạn 2025 - 2030, GRDP tăng 8%/năm; thu ngân sách 5 năm đạt 700 tỷ đồng.",
            [
                ("GRDP", "target", "=", 8.0, "% tăng/năm", "2025-2030"),
                ("thu ngân sách", "target", "=", 700.0, "tỷ đồng", "2025-2030"),
            ],
        ),
        (
            "Trong 5 năm vừa qua, giá trị sản xuất của huyện đạt 620 tỷ đồng; thu ngân sách đạt 300 tỷ đồng.",
            [
                ("giá trị sản xuất", "result", "=", 620.0, "tỷ đồng", "2015-2020"),
                ("thu ngân sách", "result", "=", 300.0, "tỷ đồng", "2015-2020"),
            ],
        ),
        (
            "Nhiệm kỳ 2020 - 2025, huyện đề ra các chỉ tiêu: tỷ lệ hộ nghèo giảm còn dưới 3% và đạt chuẩn nông"
            " thôn mới vào năm 2023.",
            [("tỷ lệ hộ nghèo", "target", "<", 3.0, "%", "2020-2025")],
        ),
        (
            "Đến năm 2025, huyện đặt mục tiêu thu ngân sách hằng năm vượt chỉ tiêu tỉnh giao từ 6 - 9%.",
            [
                ("thu ngân sách", "target", ">=", 6.0, "% vượt chỉ tiêu tỉnh giao", "2020-2025"),
                ("thu ngân sách", "target", "<=", 9.0, "% vượt chỉ tiêu tỉnh giao", "2020-2025"),
            ],
        ),
        (
            "Nhiệm kỳ 2020 - 2025, huyện đề ra: thu ngân sách đạt 90 tỷ đồng; tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều"
            " đến năm 2025 dưới 2%.",
            [
                ("thu ngân sách", "target", "=", 90.0, "tỷ đồng", "2020-2025"),
                ("tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều", "target", "<", 2.0, "%", "2025"),
            ],
        ),
        (
            "Tỷ lệ hộ nghèo từ 21% đầu nhiệm kỳ đến nay giảm xuống còn 4%.",
            [
                ("tỷ lệ hộ nghèo", "result", "=", 21.0, "%", "2015"),
                ("tỷ lệ hộ nghèo", "result", "=", 4.0, "%", "2020-08"),
            ],
        ),
    ],
)
def test_years_of_a_congress(text: str, expected: list[Told]) -> None:
    assert told(OPENING, text, title=CONGRESS, published="2020-08-18") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Doanh thu vận tải tăng 4%, giá trị xuất khẩu tăng 9%... so với cùng kỳ.",
            [
                ("doanh thu vận tải", 4.0, "% tăng so với cùng kỳ"),
                ("giá trị xuất khẩu", 9.0, "% tăng so với cùng kỳ"),
            ],
        ),
        (
            "Doanh thu vận tải giảm 4%, giá trị xuất khẩu giảm 9% so với năm trước.",
            [
                ("doanh thu vận tải", 4.0, "% giảm so với năm trước"),
                ("giá trị xuất khẩu", 9.0, "% giảm so với năm trước"),
            ],
        ),
        (
            "Doanh thu vận tải tăng 4%; giá trị xuất khẩu tăng 9% so với năm trước.",
            [("doanh thu vận tải", 4.0, "% tăng"), ("giá trị xuất khẩu", 9.0, "% tăng so với năm trước")],
        ),
        ("Thu ngân sách vượt dự toán 7%.", [("thu ngân sách", 7.0, "% vượt dự toán")]),
        (
            "Sản lượng lúa đạt và vượt kế hoạch tỉnh giao 2%.",
            [("sản lượng lúa", 2.0, "% vượt kế hoạch tỉnh giao")],
        ),
        (
            "Giá trị sản xuất đạt 810 tỷ đồng, bằng 102% KH, tăng 3% so với NQ.",
            [
                ("giá trị sản xuất", 810.0, "tỷ đồng"),
                ("giá trị sản xuất", 102.0, "% kế hoạch"),
                ("giá trị sản xuất", 3.0, "% tăng so với nghị quyết"),
            ],
        ),
        (
            "Kim ngạch xuất khẩu đạt 2,4 tỷ USD và hoàn thành 100% kế hoạch giao.",
            [("kim ngạch xuất khẩu", 2.4, "tỷ USD"), ("kim ngạch xuất khẩu", 100.0, "% kế hoạch giao")],
        ),
        (
            "Tổng diện tích gieo trồng ước 5.100 ha, giảm 2% (-104 ha) so với cùng kỳ. Trong đó, lúa 3.000 ha, tăng 1%"
            " (+30 ha); ngô 900 ha, giảm 4% (-37 ha).",
            [
                ("tổng diện tích gieo trồng", 5100.0, "ha"),
                ("tổng diện tích gieo trồng", 2.0, "% giảm so với cùng kỳ"),
                ("tổng diện tích gieo trồng", 104.0, "ha giảm so với cùng kỳ"),
                ("tổng diện tích gieo trồng lúa", 3000.0, "ha"),
                ("tổng diện tích gieo trồng lúa", 1.0, "% tăng"),
                ("tổng diện tích gieo trồng lúa", 30.0, "ha tăng"),
                ("tổng diện tích gieo trồng ngô", 900.0, "ha"),
                ("tổng diện tích gieo trồng ngô", 4.0, "% giảm"),
                ("tổng diện tích gieo trồng ngô", 37.0, "ha giảm"),
            ],
        ),
        (
            "Huyện đã có 14 xã và 2 thị trấn đạt chuẩn nông thôn mới; thu ngân sách đạt 70 tỷ đồng.",
            [
                ("xã đạt chuẩn nông thôn mới", 14.0, "xã"),
                ("thị trấn đạt chuẩn nông thôn mới", 2.0, "thị trấn"),
                ("thu ngân sách", 70.0, "tỷ đồng"),
            ],
        ),
        (
            "Chuyển đổi số được xác định là khâu đột phá, với 95% hồ sơ được giải quyết trên mạng; thu ngân sách"
            " đạt 70 tỷ đồng.",
            [("hồ sơ được giải quyết trên mạng", 95.0, "%"), ("thu ngân sách", 70.0, "tỷ đồng")],
        ),
        ("Dù khó khăn, tốc độ tăng trưởng kinh tế vẫn đạt 6,1%.", [("tốc độ tăng trưởng kinh tế", 6.1, "%")]),
        (
            "Cơ cấu kinh tế chuyển dịch đúng định hướng; thu nhập bình quân đạt 41 triệu đồng/người/năm.",
            [("thu nhập bình quân", 41.0, "triệu đồng/người/năm")],
        ),
    ],
)
def test_bases_of_a_year(text: str, expected: list[tuple[str, float, str]]) -> None:
    found = told(text, title="UBND huyện Lâm Sơn báo cáo kết quả năm 2021", published="2021-12-20")
    assert [(name, value, unit) for name, _, _, value, unit, _ in found] == expected
    assert {(kind, period) for _, kind, _, _, _, period in found} == {("result", "2021")}


def test_what_inspectors_of_all_levels_did_is_counted() -> None:
    text = (
        "Năm 2021, Ủy ban Kiểm tra các cấp đã kiểm tra khi có dấu hiệu vi phạm đối với trên 140 tổ chức đảng và trên 320"
        " đảng viên."
    )
    found = told(text, title="Tỉnh ủy Thái Bình tổng kết công tác kiểm tra năm 2021", published="2021-12-20")
    assert [(sign, value, unit) for _, _, sign, value, unit, _ in found] == [
        (">", 140.0, "tổ chức đảng"),
        (">", 320.0, "đảng viên"),
    ]


@pytest.mark.parametrize(
    "goal", ["vượt kế hoạch HĐND huyện giao (7 - 8%)", "vượt so với kế hoạch huyện giao (7 - 8%)"]
)
def test_what_was_exceeded_stands_in_brackets(goal: str) -> None:
    text = f"Giá trị sản xuất tăng 9,2%, {goal}."
    assert told(text, title="UBND huyện Lâm Sơn báo cáo kết quả năm 2021", published="2021-12-20") == [
        ("giá trị sản xuất", "result", "=", 9.2, "% tăng", "2021"),
        ("giá trị sản xuất", "target", ">=", 7.0, "% tăng", "2021"),
        ("giá trị sản xuất", "target", "<=", 8.0, "% tăng", "2021"),
    ]


def test_what_there_is_goes_on_where_no_other_time_is_named() -> None:
    lines = [
        "Thực hiện chương trình xây dựng nông thôn mới, đến nay huyện Lâm Sơn đã có nhiều đổi thay.",
        "Toàn huyện có 5/13 xã đạt chuẩn nông thôn mới, 8/13 xã đạt tiêu chí thu nhập.",
    ]
    found = told(*lines, title="Lâm Sơn xây dựng nông thôn mới", published="2019-09-20")
    assert [(value, unit, period) for _, _, _, value, unit, period in found] == [
        (5.0, "/13 xã", "2019-09"),
        (8.0, "/13 xã", "2019-09"),
    ]
