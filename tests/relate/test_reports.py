"""Numbers of whole reports: what their titles look back on, and what their lists share and part."""

from __future__ import annotations

import pytest

from kg.lexicon import lexicon
from kg.model import Article, Indicator, Unit
from kg.normalise import blocks_of, normalise
from kg.recognise import recognise
from kg.relate.indicators import indicators

Row = tuple[str, str, str, float, str, str | None]


def report(title: str, *lines: str, published: str | None = None) -> list[Indicator]:
    article = Article("a", blocks_of(title, lines), title=title, published=published)
    return list(indicators(recognise(normalise(article), lexicon()), lexicon()))


def rows(title: str, *lines: str, published: str | None = None) -> list[Row]:
    found = report(title, *lines, published=published)
    return [(c.indicator, str(c.kind), c.comparator, float(c.value), c.unit, c.period) for c in found]


def test_a_title_that_looks_back_makes_a_report() -> None:
    zones = rows(
        "Kết quả thu hút đầu tư 9 tháng đầu năm 2018 vào các khu công nghiệp của tỉnh Hà Nam",
        "Trong 9 tháng đầu năm 2018, các khu công nghiệp thu hút 12 dự án đầu tư, trong đó có 8 dự án FDI và 4 dự án"
        " trong nước, điều chỉnh tăng vốn cho 5 dự án FDI và 3 dự án trong nước.",
        "Đến tháng 9/2018 tại các khu công nghiệp có 38 dự án đầu tư; trong đó có 20 dự án FDI với tổng vốn đăng ký là"
        " 492 triệu USD và 18 dự án trong nước với tổng vốn đăng ký là 5.227 tỷ đồng.",
    )
    months, day = "2018-01/2018-09", "2018-09"
    assert zones == [
        ("thu hút dự án đầu tư", "result", "=", 12.0, "dự án đầu tư", months),
        ("dự án FDI", "result", "=", 8.0, "dự án FDI", months),
        ("dự án trong nước", "result", "=", 4.0, "dự án trong nước", months),
        ("điều chỉnh tăng vốn cho dự án FDI", "result", "=", 5.0, "dự án FDI", months),
        ("điều chỉnh tăng vốn cho dự án trong nước", "result", "=", 3.0, "dự án trong nước", months),
        ("dự án đầu tư", "result", "=", 38.0, "dự án đầu tư", day),
        ("dự án FDI", "result", "=", 20.0, "dự án FDI", day),
        ("tổng vốn đăng ký dự án FDI", "result", "=", 492.0, "triệu USD", day),
        ("dự án trong nước", "result", "=", 18.0, "dự án trong nước", day),
        ("tổng vốn đăng ký dự án trong nước", "result", "=", 5227.0, "tỷ đồng", day),
    ]
    office = "Sở NN&PTNT sơ kết công tác 6 tháng đầu năm 2018", "Sản lượng lúa thu hoạch 18.600 tấn, đạt 47% kế hoạch."
    assert rows(*office) == [
        ("sản lượng lúa thu hoạch", "result", "=", 18600.0, "tấn", "2018-H1"),
        ("sản lượng lúa thu hoạch", "result", "=", 47.0, "% kế hoạch", "2018-H1"),
    ]
    assert not rows("Công ty Hoa Mai sơ kết 6 tháng đầu năm 2018", office[1])
    assert not rows("Nông dân nói về 6 tháng đầu năm 2018", office[1])


def test_the_time_of_a_title_that_names_a_place_at_length() -> None:
    title = "Tình hình kinh tế - xã hội trên địa bàn tỉnh Hà Nam 6 tháng đầu năm 2018"
    assert rows(title, "Tổng giá trị sản xuất là 5.480,8 tỷ đồng, đạt 47,6% kế hoạch.") == [
        ("tổng giá trị sản xuất", "result", "=", 5480.8, "tỷ đồng", "2018-H1"),
        ("tổng giá trị sản xuất", "result", "=", 47.6, "% kế hoạch", "2018-H1"),
    ]


LEAD = "Huyện ủy Lâm Sơn sơ kết 6 tháng đầu năm 2020"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Huyện Lâm Sơn huy động trên 809 tỷ đồng xây dựng nông thôn mới, trong đó, ngân sách Trung ương 602 tỷ"
            " đồng, ngân sách tỉnh 98 tỷ 709 triệu đồng; vốn tín dụng 100 tỷ đồng, nhân dân đóng góp 8 tỷ đồng.",
            [
                ("huy động xây dựng nông thôn mới", ">", 809.0, "tỷ đồng"),
                ("ngân sách Trung ương huy động xây dựng nông thôn mới", "=", 602.0, "tỷ đồng"),
                ("ngân sách tỉnh huy động xây dựng nông thôn mới", "=", 98.709, "tỷ đồng"),
                ("vốn tín dụng huy động xây dựng nông thôn mới", "=", 100.0, "tỷ đồng"),
                ("nhân dân đóng góp", "=", 8.0, "tỷ đồng"),
            ],
        ),
        (
            "Đàn gia cầm 7 triệu 520 nghìn con, tăng 1,2%.",
            [("đàn gia cầm", "=", 7520.0, "nghìn con"), ("đàn gia cầm", "=", 1.2, "% tăng")],
        ),
        (
            "Kinh tế của huyện tiếp tục tăng trưởng khá với tốc độ tăng bình quân hằng năm trên 4%/năm.",
            [("tăng trưởng khá với tốc độ tăng bình quân", ">", 4.0, "%/năm")],
        ),
        (
            "Tổng vốn đầu tư toàn xã hội là 3.881 tỷ đồng, tốc độ tăng bình quân 21%/năm.",
            [
                ("tổng vốn đầu tư toàn xã hội", "=", 3881.0, "tỷ đồng"),
                ("tốc độ tăng bình quân tổng vốn đầu tư toàn xã hội", "=", 21.0, "%/năm"),
            ],
        ),
        (
            "Tốc độ tăng giá trị sản xuất bình quân giai đoạn 2011-2015 là 9,6%.",
            [("tốc độ tăng giá trị sản xuất", "=", 9.6, "%/năm")],
        ),
        (
            "Toàn huyện có 1 xã đạt 12/19 tiêu chí; 11/13 xã đạt 19 tiêu chí, giảm 2 xã so với năm 2019.",
            [
                ("xã đạt 12/19 tiêu chí", "=", 1.0, "xã"),
                ("xã đạt 19 tiêu chí", "=", 11.0, "/13 xã"),
                ("xã đạt 19 tiêu chí", "=", 2.0, "xã giảm so với năm 2019"),
            ],
        ),
        (
            "Sản lượng thủy sản đạt 15.300 tấn (trong đó tôm 4.800 tấn, cá và thủy sản khác 10.500 tấn), đạt 45% kế"
            " hoạch.",
            [
                ("sản lượng thủy sản", "=", 15300.0, "tấn"),
                ("sản lượng tôm", "=", 4800.0, "tấn"),
                ("sản lượng cá và thủy sản khác", "=", 10500.0, "tấn"),
                ("sản lượng thủy sản", "=", 45.0, "% kế hoạch"),
            ],
        ),
        (
            "Huyện Lâm Sơn đã xây mới 41 nhà ở cho các hộ người có công, đạt 136%.",
            [("xây mới nhà ở", "=", 41.0, "nhà ở"), ("xây mới nhà ở", "=", 136.0, "%")],
        ),
        ("Nhiệm kỳ qua, 2 địa phương đã đạt nhiều kết quả quan trọng.", []),
    ],
)
def test_reads(text: str, expected: list[tuple[str, str, float, str]]) -> None:
    found = [(i, c, v, u) for i, _, c, v, u, _ in rows(LEAD, text, published="2020-07-01")]
    assert found == expected


def test_shares_of_a_plan_are_results_whoever_tells_them() -> None:
    told = (
        "Tại hội nghị đề ra nhiệm vụ 6 tháng cuối năm 2020, Huyện ủy cho biết, trong 6 tháng đầu năm, các chỉ tiêu"
        " thương mại, dịch vụ đạt trên 50% kế hoạch giao.",
        "Trong 6 tháng cuối năm, huyện Lâm Sơn thực hiện Nghị quyết số 43-NQ/TW của Bộ Chính trị về phát triển huyện"
        " Lâm Sơn đến năm 2030, tầm nhìn đến năm 2045; phấn đấu thu ngân sách vượt 5% kế hoạch giao.",
    )
    kinds = [(kind, value, period) for _, kind, _, value, _, period in rows(LEAD, *told, published="2020-07-01")]
    assert kinds == [("result", 50.0, "2020-H1"), ("target", 5.0, "2020-H2")]


def test_a_sentence_goes_on_with_the_place_of_the_one_before() -> None:
    found = report(
        "Tỉnh Hà Nam: Sản xuất nông nghiệp ổn định",
        "6 tháng đầu năm 2016, toàn tỉnh có đàn lợn 94 nghìn con. Diện tích làm muối đạt 60 ha, sản lượng muối 2 nghìn"
        " tấn. Sản lượng thủy sản đạt 6 nghìn tấn.",
    )
    assert [(c.period, isinstance(c.subject, Unit)) for c in found] == [("2016-H1", True)] * 4
