"""Periods as the press names them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon import lexicon
from kg.model import Article
from kg.normalise import blocks_of, normalise
from kg.recognise import recognise
from kg.relate.indicators import indicators
from kg.relate.period_words import CUES, OPENERS, period_matches, period_pattern
from kg.relate.periods import Calendar
from kg.relate.wording import words

LEAD = "Đảng bộ và UBND huyện Lâm Sơn họp đánh giá."


def periods(text: str, published: str | None = "2022-05-24") -> list[str]:
    article = Article("a", blocks_of(None, [text]), published=published)
    return [p.period for p in Calendar(recognise(normalise(article), lexicon()), lexicon()).mentions()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Năm 2021, huyện khởi sắc.", ["2021"]),
        ("Ông Lê Văn An sinh năm 1980; SN 1981. Trên 60 tuổi năm 2021.", ["2021"]),
        ("Trong 6 tháng đầu năm 2021, thu đạt khá.", ["2021-H1"]),
        ("Trong 6 tháng đầu năm, thu đạt khá.", ["2022-H1"]),
        ("6 tháng cuối năm, huyện tập trung.", ["2022-H2"]),
        ("Nửa đầu năm 2021, thu đạt khá.", ["2021-H1"]),
        ("Quý I/2022, thu đạt khá.", ["2022-Q1"]),
        ("Trong quý III, thu đạt khá.", ["2022-Q3"]),
        ("Quý 2 năm 2021, thu đạt khá.", ["2021-Q2"]),
        ("Đến hết quý III/2021, thu đạt khá.", ["2021-01/2021-09"]),
        ("Tính đến hết quý I, thu đạt khá.", ["2022-Q1"]),
        ("4 tháng đầu năm 2022, thu đạt khá.", ["2022-01/2022-04"]),
        ("3 tháng đầu năm, thu đạt khá.", ["2022-Q1"]),
        ("9 tháng năm 2021, thu đạt khá.", ["2021-01/2021-09"]),
        ("Giai đoạn 2016-2020, thu tăng.", ["2016-2020"]),
        ("Giai đoạn 2016 - 2020, thu tăng.", ["2016-2020"]),
        ("Từ năm 2016 đến năm 2020, thu tăng.", ["2016-2020"]),
        ("Nhiệm kỳ 2020-2025, huyện đề ra.", ["2020-2025"]),
        ("Từ đầu năm đến nay, thu tăng.", ["2022-01/2022-05"]),
        ("Trong tháng 3/2022, thu tăng.", ["2022-03"]),
        ("Đến năm 2030, huyện phát triển.", ["2030"]),
        ("Từ năm 2016 đến nay, thu tăng.", ["2016-2022"]),
        ("Vụ đông xuân 2020-2021, lúa được mùa.", ["2020-2021"]),
        ("Năm nay, thu tăng; năm ngoái thu giảm.", ["2022", "2021"]),
        ("Tính đến ngày 30/4/2022, thu tăng.", ["2022-04-30"]),
        ("Tính đến ngày 20 tháng 4 năm 2022, thu tăng.", ["2022-04-20"]),
        ("Đến ngày 5 tháng 4, thu tăng.", ["2022-04-05"]),
        ("Nhiệm kỳ 2020-2025. Nửa nhiệm kỳ qua, thu tăng.", ["2020-2025", "2020-2022"]),
        ("9 tháng qua, thu tăng.", ["2022-01/2022-09"]),
        ("6 tháng đầu năm 2021, thu tăng. Chi 6 tháng giảm.", ["2021-H1", "2021-H1"]),
        ("Tính đến hết tháng 3/2022, thu tăng.", ["2022-Q1"]),
        ("Từ 1/2 đến 15/4, thu tăng.", ["2022-02/2022-04"]),
        ("Từ đầu tháng 2 đến nay, thu tăng.", ["2022-02/2022-05"]),
        ("Từ 2 đến nay, thu tăng.", []),
        ("Từ tháng 11 năm 2021 đến tháng 4 năm 2022, thu tăng.", ["2021-11/2022-04"]),
        ("Từ tháng 12/2021 - tháng 4/2022, thu tăng.", ["2021-12/2022-04"]),
        ("Từ ngày 15.12.2021 đến ngày 14.4.2022, thu tăng.", ["2021-12/2022-04"]),
        ("Từ 15/12 đến 14/4/2022, thu tăng.", ["2021-12/2022-04"]),
        ("Từ ngày 10 đến 16/4, thu tăng.", ["2022-04-10/2022-04-16"]),
        ("Từ ngày 1/4 đến ngày 30/4/2022, thu tăng.", ["2022-04"]),
        ("Từ đầu năm 2022 đến tháng 4/2022, thu tăng.", ["2022-01/2022-04"]),
        ("Lũy kế từ đầu năm, thu tăng.", ["2022-01/2022-05"]),
        ("Từ 2018 đến 2021, thu tăng.", ["2018-2021"]),
        ("Từ năm 2018 đến tháng 4/2022, thu tăng.", ["2018-2022"]),
        ("Trong 5 năm (2016 - 2020), thu tăng.", ["2016-2020"]),
        ("5 năm tới (2026-2030), thu tăng.", ["2026-2030"]),
        ("Quý I năm nay, thu tăng.", ["2022-Q1"]),
        ("Quý IV năm ngoái, thu tăng.", ["2021-Q4"]),
        ("Tháng 12 năm ngoái, thu tăng.", ["2021-12"]),
        ("Tháng 3.2022, thu tăng.", ["2022-03"]),
        ("Ba tháng cuối năm 2021, thu tăng.", ["2021-Q4"]),
        ("Đầu năm 2021, thu giảm.", ["2021-01"]),
        ("Nhiệm kỳ 2017-2022. Cả nhiệm kỳ, thu tăng.", ["2017-2022", "2017-2022"]),
        ("Nhiệm kỳ 2022-2027. 5 năm qua, thu tăng.", ["2022-2027", "2017-2022"]),
        ("Nhiệm kỳ 2022-2027. Giai đoạn 2021-2025, thu ngân sách 5 năm tăng.", ["2022-2027", "2021-2025", "2021-2025"]),
        ("Bốn tháng đầu năm, thu tăng.", ["2022-01/2022-04"]),
        ("Quý ba, thu tăng.", ["2022-Q3"]),
        ("3 tháng cuối năm, thu tăng.", ["2022-Q4"]),
        ("Trong tháng 3, thu tăng.", ["2022-03"]),
        ("Ngày 5 tháng 3, thu tăng.", []),
        ("6 tháng đầu năm 2021, thu tăng. Cả năm giảm.", ["2021-H1", "2021"]),
        ("9 tháng của năm 2021, thu tăng.", ["2021-01/2021-09"]),
        ("6 tháng/2021, thu tăng.", ["2021-H1"]),
        ("5 tháng năm nay, thu tăng.", ["2022-01/2022-05"]),
        ("Lũy kế 5 tháng, thu tăng.", ["2022-01/2022-05"]),
        ("Trong 4 tháng, thu tăng.", ["2022-01/2022-04"]),
        ("Trong 9 tháng, dự án hoàn thành.", []),
        ("Từ đầu năm đến ngày 15/4, thu tăng.", ["2022-01/2022-04"]),
        ("Tính từ đầu năm 2021 đến ngày 15/9/2021, thu tăng.", ["2021-01/2021-09"]),
        ("Từ tháng 1 đến tháng 9 năm 2021, thu tăng.", ["2021-01/2021-09"]),
        ("Từ ngày 15/12/2021 đến ngày 14/5/2022, thu tăng.", ["2021-12/2022-05"]),
        ("Từ 2016 đến nay, thu tăng.", ["2016-2022"]),
        ("Trong 3 năm (2019 - 2021), thu tăng.", ["2019-2021"]),
        ("Nhiệm kỳ (2020 - 2025), huyện đề ra.", ["2020-2025"]),
        ("Hai tháng còn lại của năm 2021, thu tăng.", ["2021-11/2021-12"]),
        ("Thu đến 30/4 tăng; nâng lên đến 5/9 xã.", ["2022-01/2022-04"]),
        ("Thu đến 12/4/2022 tăng.", ["2022-04-12"]),
        ("Quí I năm nay, thu tăng.", ["2022-Q1"]),
        ("Kim ngạch tháng 4 tăng. Trong tháng, thu tăng.", ["2022-04", "2022-04"]),
        ("Kết quả quý I. Trong quý, thu tăng.", ["2022-Q1", "2022-Q1"]),
        ("Trong tháng, thu tăng.", []),
        ("Sau 4 năm triển khai (2018-2021), thu tăng.", ["2018-2021"]),
        ("Từ đầu nhiệm kỳ 2020-2025 đến nay, thu tăng.", ["2020-2022"]),
        ("Nhiệm kỳ 2017-2022. Đến cuối nhiệm kỳ, thu tăng từ 2% đầu nhiệm kỳ.", ["2017-2022", "2022", "2017"]),
        ("Năm qua, thu tăng.", []),
        ("Bị phạt 6 tháng tù.", []),
        ("Cao 2022 mét.", []),
    ],
)
def test_periods(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Năm qua, thu tăng.", "2022-01-10", ["2021"]),
        ("Trong năm qua, thu tăng.", "2022-12-10", ["2022"]),
        ("Nhiều năm qua, thu tăng.", "2022-12-10", []),
        ("Qua 12 tháng, thu tăng.", "2022-01-10", ["2021"]),
    ],
)
def test_the_year_that_has_just_ended(text: str, published: str, expected: list[str]) -> None:
    assert periods(text, published) == expected


def test_year_of_the_article_without_a_date() -> None:
    assert periods("Nhiệm vụ năm 2021. 6 tháng đầu năm, thu tăng.", None) == ["2021", "2021-H1"]


def test_an_undated_article_is_of_a_later_year_than_what_it_compares_with() -> None:
    text = "5 tháng đầu năm, thu tăng 8% so với cùng kỳ năm 2017. Nợ năm 2011 cao hơn năm 2016, năm 2011 là cao nhất."
    assert periods(text, published=None)[0] == "2018-01/2018-05"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Năm 2021, thu ngân sách đạt 5 tỷ đồng."], ["2021"]),
        (["Sau hai năm thực hiện Nghị quyết “Về phát triển công nghiệp đến năm 2030”, thu ngân sách đạt 5 tỷ đồng."], [None]),
        (["Đến ngày 15/4, 152/152 đảng bộ trực thuộc đã tổ chức Đại hội nhiệm kỳ 2022-2027."], ["2022-04-15"]),
        (["Năm 2021, kinh tế khá. Đến nay, 9/12 xã đạt chuẩn nông thôn mới, độ che phủ rừng đạt 61%."], ["2022-05", "2022-05"]),
        (["Đến nay, độ che phủ rừng đạt 61%. Tỷ lệ hộ nghèo còn 2%. Năm 2021, 9/12 xã đạt chuẩn nông thôn mới."], ["2022-05", "2022-05", "2021"]),
        (["Đến nay, độ che phủ rừng đạt 61%.", "Tỷ lệ hộ nghèo còn 2%."], ["2022-05", None]),
        (["Năm 2021, kinh tế phát triển. Thu ngân sách đạt 5 tỷ đồng."], ["2021"]),
        (["Kết quả thực hiện nhiệm vụ năm 2021 rất tốt.", "Thu ngân sách đạt 5 tỷ đồng."], ["2021"]),
        (["Thu ngân sách tăng 5% so với năm 2019."], [None]),
        (["Thu ngân sách 4 tháng đầu năm 2022 tăng 5% so với cùng kỳ năm 2021."], ["2022-01/2022-04"]),
        (["Năm 2021, thu ngân sách đạt 5 tỷ đồng. Năm 2022, thu ngân sách đạt 6 tỷ đồng."], ["2021", "2022"]),
        (["Phấn đấu: đến năm 2030, thu ngân sách đạt 5 tỷ đồng."], ["2030"]),
        (["Ngày 12/3, thu ngân sách đạt 5 tỷ đồng."], [None]),
        (["Năm 2021, kinh tế khá. Dân số của huyện Lâm Sơn là 5.000 người."], [None]),
        (
            [
                "Chỉ tiêu đến năm 2030: kinh tế tăng trưởng giai đoạn 2026 - 2030 đạt 9%/năm; thu ngân sách "
                "đạt 8 tỷ đồng; tỷ lệ hộ nghèo dưới 1%."
            ],
            ["2026-2030", "2030", "2030"],
        ),
        (["Đến năm 2025: nông nghiệp chiếm 42%, dịch vụ chiếm 58%."], ["2025", "2025"]),
        (["Đến năm 2030, huyện thành thị xã.", "Thu ngân sách đạt 5 tỷ đồng."], [None]),
        (["Tính đến ngày 31.3, thu ngân sách đạt 5 tỷ đồng."], ["2022-Q1"]),
        (["Tính đến ngày 31.3.2022, thu ngân sách đạt 5 tỷ đồng."], ["2022-03-31"]),
        (["Sản lượng lúa tăng đến 31.500 tấn."], [None]),
    ],
)
def test_periods_of_indicators(lines: list[str], expected: list[str | None]) -> None:
    article = Article("a", blocks_of(None, [LEAD, *lines]), published="2022-05-24")
    found = indicators(recognise(normalise(article), lexicon()), lexicon())
    assert [claim.period for claim in found] == expected


def test_a_month_is_looked_back_on_though_the_next_one_is_planned() -> None:
    title = "UBND tỉnh Quảng Nam đánh giá tình hình kinh tế - xã hội tháng 02 và nhiệm vụ trọng tâm tháng 3 năm 2022"
    article = Article("a", blocks_of(title, [LEAD, "Xuất khẩu tăng 8% so với cùng kỳ."]), published="2022-03-03")
    found = indicators(recognise(normalise(article), lexicon()), lexicon())
    assert [claim.period for claim in found] == ["2022-02"]


_PIECES = st.sampled_from(
    (
        *(f" {word} " for word in words(lexicon(), CUES, *OPENERS)),
        *(" năm ", "tháng ", "quý ", " 6 tháng đầu ", "2022", "12", "3", "/", "-", " – ", ", ", ".", " đến "),
    )
)


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_periods_are_found_wherever_their_pattern_finds_one(text: str) -> None:
    free = [match.span() for match in period_pattern(lexicon()).finditer(text)]
    assert [match.span() for match in period_matches(text, lexicon())] == free
