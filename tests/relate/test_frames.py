"""Which period the numbers of a whole report are about."""

from __future__ import annotations

import pytest

from tests.reading import facts

CONGRESS = "Đại hội Đảng bộ xã Lâm Trung lần thứ I, nhiệm kỳ 2025-2030"
LEAD = "Đảng bộ xã Lâm Trung, huyện Lâm Sơn tổ chức đại hội."


def kinds(*lines: str, title: str | None = None, published: str | None = "2025-07-30") -> list[str]:
    found = facts(*lines, title=title, published=published) if published else facts(*lines, title=title)
    return [f"{c.value} {c.kind} {c.period}" for c in found.indicators]


def test_what_is_told_before_the_only_year_is_no_target_of_that_year_to_come() -> None:
    told = "Huyện ủy Lâm Sơn họp. Thu ngân sách của huyện đạt 520 tỷ đồng."
    lines = (told, "Năm 2020, huyện phấn đấu thu ngân sách đạt 560 tỷ đồng.")
    assert kinds(*lines, published="2019-12-05") == ["520 result None", "560 target 2020"]


def test_a_term_that_a_congress_looks_back_on_is_over() -> None:
    lines = (
        "Ngày 20/12, Đảng bộ xã Lâm Trung tổ chức Đại hội lần thứ XX, nhiệm kỳ 2025 - 2030.",
        "Nhiệm kỳ 2020 - 2025, thu nhập bình quân đầu người đạt 65 triệu đồng/năm.",
    )
    assert kinds(*lines, published="2024-12-21") == ["65 result 2020-2025"]


SINCE = [
    # since a year that opens the sentence; what is done until now, and told anew, is of no year long over
    (["Từ năm 2012, xã đã huy động 156 tỷ đồng xây dựng nông thôn mới."], ["156 result 2012-2015"]),
    (
        ["Năm 2012, xã đạt 6/19 tiêu chí. Đến nay xã đã huy động 156 tỷ đồng xây dựng nông thôn mới."],
        ["6 result 2012", "156 result None"],
    ),
    (["Năm 2012, xã đạt 6/19 tiêu chí.", "Toàn xã có 95% hộ có nhà kiên cố."], ["6 result 2012", "95 result None"]),
    (["Năm 2014, xã đạt 16/19 tiêu chí.", "Toàn xã có 95% hộ có nhà kiên cố."], ["16 result 2014", "95 result 2014"]),
]


@pytest.mark.parametrize(("lines", "expected"), SINCE)
def test_what_began_years_ago(lines: list[str], expected: list[str]) -> None:
    title = "Xã Lâm Trung (huyện Lâm Sơn) đạt chuẩn nông thôn mới"
    assert kinds("Xã Lâm Trung tổ chức lễ đón bằng.", *lines, title=title, published="2015-11-09") == expected


def test_what_a_committee_that_was_founded_has() -> None:
    line = (
        "Đảng bộ xã Lâm Trung được thành lập trên cơ sở hợp nhất Đảng bộ các xã Lâm Hạ, Lâm Thượng, với 52 chi bộ trực "
        "thuộc, 1.120 đảng viên."
    )
    assert kinds(LEAD, line) == ["52 result None", "1120 result None"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Thu ngân sách đạt 9 tỷ đồng."], ["9 result 2020-2025"]),
        (["Phấn đấu thu ngân sách tăng bình quân 8%/năm."], ["8 target 2025-2030"]),
        (
            ["Trong nhiệm kỳ, Đảng bộ kết nạp 90 đảng viên; phấn đấu nhiệm kỳ mới kết nạp 120 đảng viên."],
            ["90 result 2020-2025", "120 target 2025-2030"],
        ),
        (["Cả nhiệm kỳ, phấn đấu thu ngân sách tăng 9%/năm."], ["9 target 2025-2030"]),
        (
            ["Đến năm 2030, thu nhập bình quân đầu người đạt 90 triệu đồng; thu ngân sách tăng 9%/năm."],
            ["90 target 2030", "9 target 2025-2030"],
        ),
        (
            [
                "Mục tiêu: thu nhập bình quân đầu người đến năm 2030 đạt 90 triệu đồng; tỷ lệ hộ nghèo dưới 1%."
            ],
            ["90 target 2030", "1 target 2025-2030"],
        ),
        (["Năm 2025, thu nhập bình quân đầu người đạt 60 triệu đồng."], ["60 result 2025"]),
        (["Xã có dân số 9.000 người."], ["9000 result None"]),
        (["Đến cuối nhiệm kỳ, tỷ lệ hộ nghèo còn 4%."], ["4 result 2025"]),
        (["Tỷ lệ hộ nghèo giảm từ 9% đầu nhiệm kỳ xuống còn 4%."], ["9 result 2020", "4 result 2025"]),
        (
            ["Năm 2025, thu ngân sách đạt 9 tỷ đồng. Bình quân mỗi năm giải quyết việc làm cho 300 lao động."],
            ["9 result 2025", "300 result 2020-2025"],
        ),
        (
            [
                "Giai đoạn 2021-2025, kinh tế phát triển khá; năm 2025, thu nhập bình quân đầu người đạt 60 triệu đồng; "
                "thu ngân sách tăng bình quân 9%/năm."
            ],
            ["60 result 2025", "9 result 2021-2025"],
        ),
        (
            ["Đến năm 2030, tỷ lệ hộ nghèo dưới 1%; hằng năm có trên 90% chi bộ hoàn thành tốt nhiệm vụ."],
            ["1 target 2030", "90 target 2025-2030"],
        ),
        (
            ["Mục tiêu: xã giữ vững danh hiệu; sáp nhập thôn vào cuối năm 2026; tỷ lệ hộ nghèo dưới 1%."],
            ["1 target 2025-2030"],
        ),
    ],
)
def test_a_congress_hears_one_term_and_sets_another(lines: list[str], expected: list[str]) -> None:
    assert kinds(LEAD, *lines, title=CONGRESS) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Thu ngân sách đạt 9 tỷ đồng."], ["9 result 2024"]),
        (["Mặt trận tổ chức nhiều hoạt động."] * 14 + ["Thu ngân sách đạt 9 tỷ đồng."], ["9 result 2024"]),
        (
            ["Năm 2026, xã phấn đấu thu ngân sách đạt 9 tỷ đồng.", "Kết nạp 9 đảng viên."],
            ["9 target 2026", "9 result 2024"],
        ),
        (["Giải ngân vốn đầu tư công đến ngày 30-6 đạt 40% kế hoạch."], ["40 result 2025-H1"]),
        (["Tính đến hết tháng 5, thu ngân sách đạt 4 tỷ đồng."], ["4 result 2025-01/2025-05"]),
        (["Từ ngày 1/3 đến nay, xã tiếp nhận 900 hồ sơ."], ["900 result 2025-03/2025-07"]),
        (["Doanh thu du lịch đạt 9 tỷ đồng, gấp 2 lần năm 2019."], ["9 result 2024", "2 result 2024"]),
    ],
)
def test_a_year_frames_its_report(lines: list[str], expected: list[str]) -> None:
    title = "Xã Lâm Trung: Kết quả kinh tế - xã hội năm 2024"
    assert kinds("UBND xã Lâm Trung, huyện Lâm Sơn vừa báo cáo Đảng ủy xã.", *lines, title=title) == expected


@pytest.mark.parametrize(
    ("published", "lines", "expected"),
    [
        (
            None,
            ["Sáu tháng đầu năm, thu ngân sách đạt 9 tỷ đồng, tăng 6% so với cùng kỳ năm 2017."],
            ["9 result 2018-H1", "6 result 2018-H1"],
        ),
        (
            "2024-07-04",
            ["Từ đầu năm 2024 đến nay, thu ngân sách đạt 9 tỷ đồng."],
            ["9 result 2024-01/2024-07"],
        ),
        ("2024-07-04", ["Từ đầu năm 2022 đến nay, thu ngân sách đạt 9 tỷ đồng."], ["9 result 2022-2024"]),
        (
            "2024-07-04",
            ["Từ đầu năm 2024 đến hết tháng 6, xã thu ngân sách 9 tỷ đồng."],
            ["9 result 2024-H1"],
        ),
        (
            None,
            ["Thu ngân sách đến hết tháng 6/2018 đạt 9 tỷ đồng.", "6 tháng đầu năm, xã kết nạp 9 đảng viên."],
            ["9 result 2018-H1", "9 result 2018-H1"],
        ),
    ],
)
def test_the_year_that_is_told_elsewhere(
    published: str | None, lines: list[str], expected: list[str]
) -> None:
    lead = "Đảng ủy xã Lâm Trung, huyện Lâm Sơn họp."
    assert kinds(lead, *lines, title="Đảng ủy xã Lâm Trung họp", published=published) == expected


def test_the_months_of_a_report_may_stand_alone() -> None:
    title = "Lâm Trung tổng kết 9 tháng đầu năm"
    lines = ["UBND xã Lâm Trung họp.", "Thu ngân sách 9 tháng ước đạt 9 tỷ đồng."]
    (found,) = facts(*lines, title=title, published="2024-10-02").indicators
    assert (found.indicator, found.period) == ("thu ngân sách", "2024-01/2024-09")


def test_of_two_terms_that_follow_each_other_an_undated_article_looks_back_on_the_first() -> None:
    lines = [
        "Nhiệm kỳ 2020-2025, Đảng bộ xã Lâm Trung lãnh đạo toàn diện. Trong 5 năm, xã kết nạp 50 đảng viên.",
        "Nhiệm kỳ 2025-2030, xã phấn đấu kết nạp 60 đảng viên.",
    ]
    assert kinds(*lines, published=None) == ["50 result 2020-2025", "60 target 2025-2030"]


def test_a_term_without_years_is_told_in_the_year_in_which_it_ends() -> None:
    lines = [LEAD, "Nhiệm kỳ qua, Đảng bộ xã kết nạp 50 đảng viên."]
    assert kinds(*lines, title="Đảng bộ xã Lâm Trung đại hội") == ["50 result 2020-2025"]


def test_the_year_that_ends_a_sentence_is_that_of_how_things_stand_in_the_next() -> None:
    lines = [LEAD, "Nhiệm kỳ 2020-2025, hộ nghèo giảm từ 9% năm 2020 xuống còn 3% năm 2024. Xã có 7/9 thôn đạt chuẩn."]
    assert kinds(*lines, title=CONGRESS)[-1] == "7 result 2024"


def test_a_month_does_not_hold_where_a_longer_time_follows() -> None:
    line = "Thu ngân sách tháng 6 đạt 2 tỷ đồng; lũy kế 6 tháng đạt 9 tỷ đồng. Tỷ lệ hộ nghèo còn 3%."
    assert kinds(LEAD, line, title="Xã Lâm Trung họp") == ["2 result 2025-06", "9 result 2025-H1", "3 result 2025-H1"]


def test_what_is_expected_of_a_month_that_is_over_is_a_result() -> None:
    line = "Thu ngân sách tháng 5 dự kiến đạt 2 tỷ đồng; tháng 9 dự kiến đạt 3 tỷ đồng."
    assert kinds(LEAD, line, title="Xã Lâm Trung họp") == ["2 result 2025-05", "3 target 2025-09"]


def test_parts_of_what_was_set_are_targets_of_its_year() -> None:
    line = (
        "HĐND xã đề ra 12 chỉ tiêu để tập trung chỉ đạo trong năm 2026 đạt được mục tiêu đề ra. "
        "Trong đó, thu ngân sách đạt từ 9 tỷ đồng trở lên."
    )
    assert kinds(LEAD, line, title="HĐND xã Lâm Trung họp") == ["12 target 2026", "9 target 2026"]


def test_what_there_is_now_is_of_the_month_of_publication() -> None:
    lines = [
        "Năm 2023, thu ngân sách của xã đạt 9 tỷ đồng.",
        "Đến nay, 7 thôn đạt chuẩn nông thôn mới.",
        "Hiện nay, tỷ lệ hộ nghèo còn 2%.",
    ]
    expected = ["9 result 2023", "7 result 2025-07", "2 result 2025-07"]
    assert kinds(LEAD, *lines, title="Xã Lâm Trung đổi mới") == expected


def test_what_there_is_now_is_of_the_period_that_a_report_has_just_ended() -> None:
    lines = ["6 tháng đầu năm, thu ngân sách đạt 9 tỷ đồng.", "Đến nay, 7 thôn đạt chuẩn nông thôn mới."]
    assert kinds(LEAD, *lines, title="Xã Lâm Trung họp") == ["9 result 2025-H1", "7 result 2025-H1"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Bí thư Đảng ủy xã yêu cầu phấn đấu thu ngân sách 9 tỷ đồng, kết nạp 8 đảng viên trong năm 2025.",
            ["9 target 2025", "8 target 2025"],
        ),
        ("Thu ngân sách tăng 9% (năm 2021 tăng 5%).", ["9 result 2025-H1", "5 result 2021"]),
    ],
)
def test_a_period_behind_a_number(line: str, expected: list[str]) -> None:
    lead = "Đảng ủy xã Lâm Trung, huyện Lâm Sơn họp đánh giá kết quả 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2025."
    assert kinds(lead, line, title="Đảng ủy xã Lâm Trung họp") == expected


def test_a_plain_line_after_the_items_of_a_list_is_none_of_it() -> None:
    lines = [
        "HĐND xã Lâm Trung, huyện Lâm Sơn đề ra các chỉ tiêu chủ yếu năm 2026:",
        "- Thu ngân sách đạt 9 tỷ đồng.",
        "- Kết nạp 8 đảng viên.",
        "Theo UBND xã, năm 2025 thu ngân sách đạt 7 tỷ đồng.",
    ]
    assert kinds(*lines) == ["9 target 2026", "8 target 2026", "7 result 2025"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Xã còn 2 chỉ tiêu chưa đạt nghị quyết.", "result"),
        ("Xã đề ra 18 chỉ tiêu chủ yếu.", "target"),
        ("Một số chỉ tiêu đạt thấp: trồng rừng tập trung mới được 41 ha.", "result"),
        ("Một số chỉ tiêu đáng chú ý: thu ngân sách đạt 9 tỷ đồng.", "target"),
    ],
)
def test_what_came_of_targets(line: str, kind: str) -> None:
    found = facts(
        "UBND và Đảng ủy xã Lâm Trung họp bàn kinh tế - xã hội năm 2024.", line, published="2025-01-05"
    )
    assert [str(c.kind) for c in found.indicators] == [kind]


LEADS = {
    "half": "Huyện ủy và UBND huyện Lâm Sơn họp đánh giá tình hình kinh tế - xã hội 6 tháng đầu năm, triển khai nhiệm vụ 6 "
    "tháng cuối năm 2020.",
    "year": "Huyện ủy và UBND huyện Lâm Sơn tổng kết công tác năm 2021, triển khai phương hướng, nhiệm vụ năm 2022.",
    "quarter": "Huyện ủy và UBND huyện Lâm Sơn đánh giá tình hình kinh tế - xã hội quý I, nhiệm vụ quý II năm 2023.",
}


@pytest.mark.parametrize(
    ("lead", "published", "line", "expected"),
    [
        ("half", "2020-07-05", "Thu ngân sách đạt 5 tỷ đồng.", ["5 result 2020-H1"]),
        ("half", "2020-07-05", "Huyện phấn đấu cả năm thu ngân sách đạt 9 tỷ đồng.", ["9 target 2020"]),
        ("half", "2020-07-05", "Phấn đấu thu ngân sách đạt 9 tỷ đồng.", ["9 target 2020-H2"]),
        ("year", "2022-01-08", "Trong năm, huyện kết nạp 98 đảng viên.", ["98 result 2021"]),
        ("year", "2022-01-08", "Các chỉ tiêu chủ yếu: thu ngân sách tăng 8%.", ["8 target 2022"]),
        ("quarter", "2023-04-04", "Trong tháng 3, huyện kết nạp 9 đảng viên.", ["9 result 2023-03"]),
        ("quarter", "2023-04-04", "Thu ngân sách đạt 5 tỷ đồng.", ["5 result 2023-Q1"]),
        ("half", "2020-07-05", "Ba tháng cuối năm, phấn đấu kết nạp 9 đảng viên.", ["9 target 2020-Q4"]),
        (
            "year",
            "2022-01-08",
            "Thu ngân sách năm 2019 đạt 7 tỷ đồng, tăng 5% so với năm trước. Thu nội địa đạt 4 tỷ đồng.",
            ["7 result 2019", "5 result 2019", "4 result 2019"],
        ),
        (
            "year",
            "2022-01-08",
            "Xã đạt 9/9 tiêu chí theo Bộ tiêu chí giai đoạn 2021-2025.",
            ["9 result 2021"],
        ),
    ],
)
def test_what_is_assessed_and_what_is_planned(
    lead: str, published: str, line: str, expected: list[str]
) -> None:
    assert kinds(LEADS[lead], line, title="Huyện Lâm Sơn họp", published=published) == expected


@pytest.mark.parametrize(
    ("ahead", "expected"),
    [
        ("huyện Lâm Sơn năm 2019; đề ra phương hướng, nhiệm vụ năm 2020", ["700 result 2019", "750 target 2020"]),
        ("huyện Lâm Sơn năm 2019", ["700 result 2019", "750 target None"]),
    ],
)
def test_what_of_a_place_is_looked_back_on(ahead: str, expected: list[str]) -> None:
    lines = (
        f"Sáng 18/12, Huyện ủy họp đánh giá công tác lãnh đạo của Đảng bộ, chính quyền {ahead}.",
        "Thu ngân sách đạt 700 tỷ đồng.",
        "Huyện phấn đấu thu ngân sách đạt 750 tỷ đồng.",
    )
    assert kinds(*lines, published="2019-12-19") == expected


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("UBND huyện Lâm Sơn họp phiên thường kỳ tháng 5/2024.", ["700 result 2024-05", "30 result 2024-05"]),
        ("Trong tháng 5/2024, huyện Lâm Sơn chỉ đạo quyết liệt.", ["700 result 2024-05", "30 result 2024-05"]),
        (
            "Trong tháng 5/2024, huyện Lâm Sơn chỉ đạo quyết liệt. Tháng 4/2024, huyện đón nhiều nhà đầu tư.",
            ["700 result None", "30 result None"],
        ),
        ("Huyện Lâm Sơn họp bàn việc thu ngân sách.", ["700 result None", "30 result None"]),
    ],
)
def test_a_month_that_opens_a_report_is_that_of_its_results(opening: str, expected: list[str]) -> None:
    lines = (
        opening,
        "Thu ngân sách của huyện đạt 700 tỷ đồng.",
        "Huyện ủy kết nạp 30 đảng viên.",
    )
    assert kinds(*lines, published="2024-06-03") == expected


def test_levels_of_a_list_take_the_year_and_flows_the_term() -> None:
    lines = [
        LEAD,
        "Đại hội đề ra 15 chỉ tiêu chủ yếu đến năm 2030. Trong đó, thu nhập bình quân đầu người đạt 75 triệu đồng; "
        "thu ngân sách tăng bình quân 10%/năm; hằng năm kết nạp 20 đảng viên.",
    ]
    expected = ["15 target 2025-2030", "75 target 2030", "10 target 2025-2030", "20 target 2025-2030"]
    assert kinds(*lines, title=CONGRESS) == expected


def test_a_period_in_a_remark_holds_for_no_other_number() -> None:
    found = kinds(
        LEAD,
        "Nhiệm kỳ 2025-2030, xã phấn đấu tỷ lệ hộ nghèo giảm 2,1%/năm (theo chuẩn nghèo đa chiều giai đoạn 2021 - "
        "2025), mỗi năm giải quyết việc làm cho 250 lao động.",
        title=CONGRESS,
    )
    assert found[-1] == "250 target 2025-2030"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["Thường trực Huyện ủy đánh giá, trong tháng 4 công tác kiểm tra có chuyển biến. Cấp ủy kiểm tra 12 chi bộ."],
            [("result", "2022-04")],
        ),
        (
            ["Ông Lê Văn An, Chủ tịch UBND huyện cho biết, 4 tháng đầu năm kinh tế phát triển khá. Thu ngân sách đạt 90 tỷ đồng."],
            [("result", "2022-01/2022-04")],
        ),
        (
            ["Trong tháng 4, cấp ủy các cấp tiếp tục kiểm tra 12 chi bộ."],
            [("result", "2022-04")],
        ),
        (
            ["Theo đó, cấp ủy các cấp đã tiếp tục tiến hành kiểm tra 12 chi bộ."],
            [("result", None)],
        ),
        (
            ["Năm 2022, Huyện ủy tiếp tục kiểm tra 12 chi bộ."],
            [("target", "2022")],
        ),
        (
            [
                "Đảng bộ xã hoàn thành các chỉ tiêu trong nhiệm kỳ 2017 - 2022: Thu ngân sách đạt 40 tỷ đồng.",
            ],
            [("result", "2017-2022")],
        ),
    ],
)
def test_what_somebody_tells_of_a_time(lines: list[str], expected: list[tuple[str, str | None]]) -> None:
    found = facts(*lines, title="Huyện ủy Lâm Sơn và UBND huyện Lâm Sơn họp", published="2022-05-24").indicators
    assert [(str(c.kind), c.period) for c in found] == expected
