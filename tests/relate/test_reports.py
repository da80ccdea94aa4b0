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
            "Toàn huyện có 6 trường được công nhận đạt chuẩn quốc gia và đang xây dựng 3 trường.",
            [
                ("trường được công nhận đạt chuẩn quốc gia", "=", 6.0, "trường"),
                ("xây dựng trường", "=", 3.0, "trường"),
            ],
        ),
        (
            "Toàn huyện có 7 xã đạt chuẩn, có 2 xã đạt 18 tiêu chí.",
            [("xã đạt chuẩn", "=", 7.0, "xã"), ("xã đạt 18 tiêu chí", "=", 2.0, "xã")],
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
        (
            "Khu vực công nghiệp tăng mạnh ở mức 12,1%; dịch vụ tăng trưởng 6,7%; mức tăng trưởng 9,4% so với cùng kỳ.",
            [
                ("khu vực công nghiệp", "=", 12.1, "%"),
                ("dịch vụ", "=", 6.7, "% tăng"),
                ("mức tăng trưởng", "=", 9.4, "% tăng so với cùng kỳ"),
            ],
        ),
        (
            "Sản phẩm sắt thép các loại tăng gần 18%, phụ tùng của xe có động cơ tăng 13%, xi măng giảm 6%.",
            [
                ("sản phẩm sắt thép các loại", "~", 18.0, "% tăng"),
                ("phụ tùng của xe có động cơ", "=", 13.0, "% tăng"),
                ("xi măng", "=", 6.0, "% giảm"),
            ],
        ),
        (
            "Quy mô nền kinh tế đạt 312 tỷ đồng; tăng trưởng bình quân 7,4% năm.",
            [("quy mô nền kinh tế", "=", 312.0, "tỷ đồng"), ("tăng trưởng", "=", 7.4, "%/năm")],
        ),
        (
            "Kim ngạch xuất khẩu ước đạt 3 tỷ 362 triệu USD; huyện huy động trên 70 tỷ đồng cho xây dựng giao thông.",
            [
                ("kim ngạch xuất khẩu", "=", 3.362, "tỷ USD"),
                ("huy động cho xây dựng giao thông", ">", 70.0, "tỷ đồng"),
            ],
        ),
        (
            "Chỉ số PAR INDEX của tỉnh đạt 87,6 điểm, tăng 1,5 điểm so với năm 2018 nhưng giảm 7 bậc so với năm 2018;"
            " chỉ số SIPAS đạt 86%, xếp thứ 38/63 tỉnh, thành phố; chỉ số PAPI là 40,62/80 điểm.",
            [
                ("chỉ số PAR INDEX", "=", 87.6, "điểm"),
                ("chỉ số PAR INDEX", "=", 1.5, "điểm tăng so với năm 2018"),
                ("chỉ số PAR INDEX", "=", 7.0, "bậc giảm so với năm 2018"),
                ("chỉ số SIPAS", "=", 86.0, "%"),
                ("chỉ số SIPAS", "=", 38.0, "/63 tỉnh, thành phố"),
                ("chỉ số PAPI", "=", 40.62, "/80 điểm"),
            ],
        ),
        (
            "Toàn huyện có 02 xã Mỹ Đông và Thanh Mỹ đạt chuẩn nông thôn mới nâng cao.",
            [("xã đạt chuẩn nông thôn mới nâng cao", "=", 2.0, "xã")],
        ),
        (
            "Số vụ TNGT giảm cả 3 tiêu chí (giảm 11% vụ, giảm 16% số người chết và giảm 17% số người bị thương).",
            [
                ("số vụ TNGT", "=", 11.0, "% giảm"),
                ("người chết do tai nạn giao thông", "=", 16.0, "% giảm"),
                ("người bị thương do tai nạn giao thông", "=", 17.0, "% giảm"),
            ],
        ),
        (
            "Toàn huyện có gần 4.400 hộ nghèo, chiếm 11,8%; có 6 xã có tỷ lệ hộ nghèo trên 15%, 4 xã có tỷ lệ từ 10 đến"
            " dưới 15%.",
            [
                ("hộ nghèo", "~", 4400.0, "hộ nghèo"),
                ("hộ nghèo", "=", 11.8, "%"),
                ("xã có tỷ lệ hộ nghèo trên 15%", "=", 6.0, "xã"),
                ("xã có tỷ lệ từ 10 đến dưới 15%", "=", 4.0, "xã"),
            ],
        ),
        (
            "Số xã đã được công nhận đạt chuẩn nông thôn mới nâng cao đáp ứng Bộ tiêu chí giai đoạn 2016-2020 là 3/15"
            " xã, tỷ lệ 20%.",
            [
                (
                    "số xã đã được công nhận đạt chuẩn nông thôn mới nâng cao đáp ứng Bộ tiêu chí",
                    "=",
                    3.0,
                    "/15 xã",
                ),
                (
                    "số xã đã được công nhận đạt chuẩn nông thôn mới nâng cao đáp ứng Bộ tiêu chí",
                    "=",
                    20.0,
                    "%",
                ),
            ],
        ),
        (
            "Khu vực công nghiệp tiếp tục là động lực chính, chiếm tỷ trọng hơn 60% trong cơ cấu kinh tế.",
            [("khu vực công nghiệp", ">", 60.0, "% cơ cấu kinh tế")],
        ),
        (
            "Tổng mức bán lẻ hàng hóa và dịch vụ tăng trưởng bình quân 11,6%/năm.",
            [("tổng mức bán lẻ hàng hóa và dịch vụ", "=", 11.6, "% tăng/năm")],
        ),
        (
            "Thu ngân sách đạt 90 tỷ đồng. Vé tham quan ước đạt gần 43 tỷ đồng, tăng 40%; bán hàng hóa, quà lưu niệm ước"
            " đạt 45 tỷ đồng.",
            [
                ("thu ngân sách", "=", 90.0, "tỷ đồng"),
                ("vé tham quan", "~", 43.0, "tỷ đồng"),
                ("vé tham quan", "=", 40.0, "% tăng"),
                ("bán hàng hóa, quà lưu niệm", "=", 45.0, "tỷ đồng"),
            ],
        ),
        (
            "Tổng số lượt khách ước đạt 4.532 triệu lượt khách, ngày khách lưu trú ước đạt 167.000 ngày khách.",
            [
                ("tổng số lượt khách", "=", 4.532, "triệu lượt khách"),
                ("ngày khách lưu trú", "=", 167000.0, "ngày khách"),
            ],
        ),
        ("Ông đứng thứ 5/12 người của đoàn xe và ở phòng thứ 3/10 phòng của huyện.", []),
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


def test_a_meeting_that_looks_back_makes_a_report() -> None:
    talk = "Bà con trong vùng chăm lo làm ăn và giữ gìn nếp sống yên vui. " * 8
    numbers = "Tỷ lệ hồ sơ giải quyết đúng hạn đạt trên 99%.", talk
    meeting = "Chiều 06/01/2022, UBND huyện Lâm Sơn tổ chức Hội nghị tổng kết công tác năm 2021."
    assert [row[3] for row in rows("Cam kết hành động", meeting, *numbers)] == [99.0]
    assert not rows("Cam kết hành động", "UBND huyện Lâm Sơn kể về năm 2021.", *numbers)


def test_a_name_ends_before_what_is_said_of_it_and_a_year_in_brackets_is_its_numbers_own() -> None:
    found = report(
        "Tỉnh Hà Nam: Kinh tế tăng trưởng",
        "UBND tỉnh Hà Nam báo cáo kết quả năm 2016. Lĩnh vực công nghiệp của tỉnh là động lực cho cả vùng với mức tăng 11%.",
        "Thu ngân sách năm 2016 lại rất cao, gần 348 tỷ đồng. Tỷ lệ hộ nghèo giảm từ 6,6% (2013) xuống còn 2,3% (2015).",
        "Người trúng thưởng của tỉnh nộp thuế thu nhập cá nhân 10% phần giá trị vượt mức.",
    )
    assert [(c.indicator, float(c.value), c.period) for c in found] == [
        ("lĩnh vực công nghiệp", 11.0, "2016"),
        ("thu ngân sách", 348.0, "2016"),
        ("tỷ lệ hộ nghèo", 6.6, "2013"),
        ("tỷ lệ hộ nghèo", 2.3, "2015"),
    ]


def test_one_number_of_a_long_article_makes_no_report_of_it() -> None:
    talk = "Bà con trong vùng chăm lo làm ăn và giữ gìn nếp sống yên vui. " * 20
    meeting = "Chiều 06/01/2022, UBND huyện Lâm Sơn tổ chức Hội nghị tổng kết công tác năm 2021."
    assert rows("Cam kết hành động", meeting, "Khảo sát cho thấy 31% học sinh thích đọc sách.", talk) == []


def test_the_name_of_a_place_aims_at_nothing() -> None:
    line = "Từ đầu năm đến nay, Đảng bộ TP Cần Thơ kết nạp được 1.988 đảng viên, đạt 94,7% kế hoạch năm 2019."
    found = rows("Cần Thơ kết nạp đảng viên", line, published="2019-11-05")
    assert [(kind, value) for _, kind, _, value, _, _ in found] == [("result", 1988.0), ("result", 94.7)]


def test_what_a_meeting_was_about_heads_no_targets() -> None:
    lines = (
        "UBND thành phố Lâm Sơn tổng kết năm 2023; mục tiêu, nhiệm vụ và giải pháp chủ yếu năm 2024",
        "Năm 2023, kinh tế thành phố ổn định. Thu ngân sách ước thực hiện gần 3 nghìn tỷ đồng.",
    )
    found = report("Thành phố Lâm Sơn tổng kết năm 2023", *lines, published="2023-11-29")
    assert [(str(c.kind), c.period) for c in found] == [("result", "2023")]


def test_the_year_in_which_a_span_ends_is_that_of_the_rest() -> None:
    lines = (
        "Tốc độ tăng trưởng năm 2024 tỉnh Hà Nam tăng 7%, bình quân giai đoạn 2021-2024 tăng 6%.",
        "Thu ngân sách nhà nước đạt 28.066 tỷ đồng.",
    )
    found = report("Tỉnh Hà Nam thu ngân sách cao", *lines, published="2025-01-05")
    assert found[-1].period == "2024"


def test_a_title_that_counts_in_a_time_makes_a_report() -> None:
    title = "7 tháng đầu năm, Hà Nam đón hơn 2,1 triệu lượt khách"
    lines = "Lũy kế 7 tháng, toàn tỉnh đón 2,163 triệu lượt khách.", "Khách nội địa là 2 triệu lượt khách."
    assert [row[3] for row in rows(title, *lines, published="2022-08-02")] == [2.163, 2.0]
    others = "Lũy kế 7 tháng, các điểm đến đón 2,163 triệu lượt khách.", lines[1]
    assert not rows("Hà Nam đón nhiều khách", *others, published="2022-08-02")


def test_numbers_go_on_in_the_month_of_the_sentence_before() -> None:
    text = (
        "6 tháng đầu năm 2024, du lịch huyện Lâm Sơn khởi sắc. Tổng số lượt khách trong tháng 6 ước đạt 368 nghìn lượt"
        " khách. Trong đó, khách nội địa là 345 nghìn lượt khách; khách quốc tế là 23 nghìn lượt khách. Doanh thu du"
        " lịch ước đạt 414 tỷ đồng. Tính chung 6 tháng đầu năm 2024, doanh thu du lịch ước đạt 3.846 tỷ đồng."
    )
    found = rows("Du lịch huyện Lâm Sơn 6 tháng đầu năm 2024", text)
    assert [period for *_, period in found] == ["2024-06"] * 4 + ["2024-H1"]


def test_years_that_are_no_period_of_a_number() -> None:
    title = "Huyện Lâm Sơn tổng kết năm 2023"
    since = "Kể từ sau Hội nghị Xúc tiến đầu tư của tỉnh năm 2018, huyện Lâm Sơn đã thu hút được 32 dự án."
    begun = "Huyện Lâm Sơn xây dựng nông thôn mới từ năm 2011. Huyện đã có 7/7 xã đạt chuẩn nông thôn mới."
    assert [period for *_, period in rows(title, since)] == ["2023"]
    assert [period for *_, period in rows(title, begun)] == ["2023"]


def test_targets_without_a_year_are_those_of_the_only_term() -> None:
    lines = (
        "Đại hội đã biểu quyết thông qua Nghị quyết Đại hội Đảng bộ tỉnh nhiệm kỳ 2020-2025 với mục tiêu đến năm 2025: xây dựng tỉnh Hà Nam giàu đẹp.",
        "Các chỉ tiêu cụ thể: tăng trưởng kinh tế bình quân đạt 7%/năm; thu nhập bình quân đầu người đạt 70 triệu đồng.",
    )
    found = rows("Xây dựng tỉnh Hà Nam giàu đẹp", *lines)
    assert [(kind, period) for _, kind, _, _, _, period in found] == [("target", "2020-2025"), ("target", "2025")]


def test_targets_of_a_resolution_that_is_passed_are_to_be_met() -> None:
    made = rows(
        "Bế mạc Đại hội Đảng bộ tỉnh Hà Nam lần thứ XXI, nhiệm kỳ 2025-2030",
        "Các đại biểu biểu quyết, nhất trí cao thông qua Nghị quyết Đại hội với 19 chỉ tiêu, 7 nhiệm vụ trọng tâm.",
        "Tỉnh Hà Nam phấn đấu đến năm 2030 thu ngân sách đạt 38.000 tỷ đồng, tỷ lệ hộ nghèo còn dưới 0,5%.",
        published="2025-09-20",
    )
    assert [(name, kind, period) for name, kind, *_, period in made][:2] == [
        ("chỉ tiêu", "target", "2025-2030"),
        ("nhiệm vụ trọng tâm", "target", "2025-2030"),
    ]
