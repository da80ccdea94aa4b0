"""The year that an undated article lets a careful reader infer for its days."""

from __future__ import annotations

import pytest

from kg.lexicon import lexicon
from kg.model import Article
from kg.normalise import blocks_of, normalise
from kg.recognise import recognise
from kg.relate.events import events

_HELD = "Huyện ủy Lâm Sơn tổ chức hội nghị cán bộ."


def dates(*lines: str, published: str | None = None) -> list[str | None]:
    scan = recognise(normalise(Article("a", blocks_of(None, lines), published=published)), lexicon())
    return [event.date for event in events(scan, lexicon())]


@pytest.mark.parametrize(
    ("day", "told", "date"),
    [
        # an anniversary is kept near its day
        ("18/12", "Huyện kỷ niệm 70 năm ngày lên đường (19/12/1946-19/12/2016).", "2016-12-18"),
        ("18/4", "Huyện kỷ niệm 70 năm ngày lên đường (19/12/1946-19/12/2016).", None),
        # the same day told in full elsewhere has that year, whatever years are told
        ("11/5", "Khách đến ngày 11/5/2019; hai bên sẽ kỷ niệm 45 năm kết nghĩa trong năm 2020.", "2019-05-11"),
        ("31/8", "Ông được bổ nhiệm đến hết ngày 31/8/2029.", None),
        # a count as of a month is told soon after it, whatever is planned
        ("17-4", "Tính đến tháng 3-2018, huyện có 81 chi bộ, để chuẩn bị đại hội năm 2020.", "2018-04-17"),
        ("17-9", "Tính đến tháng 3-2018, huyện có 81 chi bộ, để chuẩn bị đại hội năm 2020.", None),
        ("25/7", "Đến tháng 6/2018, huyện đã cử 616 người đi học.", "2018-07-25"),
        ("25/7", "Đến tháng 6/2018, huyện sẽ cử 616 người đi học.", None),
        # months of teaching of a school year, the weeks before something begins to hold
        ("12/11", "Năm học 2018-2019, huyện có 40 trường.", "2018-11-12"),
        ("12/7", "Năm học 2018-2019, huyện có 40 trường.", None),
        ("15/11", "Ông Lê Văn An được nghỉ hưu từ ngày 1-1-2018.", "2017-11-15"),
        ("15/7", "Ông Lê Văn An được nghỉ hưu từ ngày 1-1-2018.", None),
        # parts of a year are told after they ended
        ("16/3", "Thu ngân sách quý I/2019 ước đạt 25% dự toán.", "2019-03-16"),
        ("11/2", "Huyện sẽ khai mạc hội thi trong quý I năm 2021.", None),
        ("9/8", "Phạm pháp hình sự giảm 26 vụ so với cùng kỳ 2015.", "2016-08-09"),
        ("14/4", "3 tháng đầu năm 2019, thu đạt kế hoạch; giai đoạn 2021-2025 cần thêm vốn.", "2019-04-14"),
        # a year that is to begin, the supervision of the next one
        ("8/12", "Sang năm 2015, hội đồng sẽ họp ba kỳ.", "2014-12-08"),
        ("10/7", "Hội đồng thông qua chương trình giám sát năm 2020.", "2019-07-10"),
        ("10/3", "Hội đồng thông qua chương trình giám sát năm 2020.", None),
        # an account of a year given at its end, plans told in it
        ("30/12", "Hội nghị nghe báo cáo về tình hình kinh tế năm 2014.", "2014-12-30"),
        ("30/6", "Hội nghị nghe báo cáo về tình hình kinh tế năm 2014.", None),
        ("14/3", "Hội nghị bàn phương hướng nhiệm vụ năm 2018. Năm 2017, huyện thu đủ.", "2018-03-14"),
        ("6/6", "Chủ đề năm 2019 là năm đột phá cải cách hành chính.", "2019-06-06"),
        ("6/9", "Chủ đề năm 2019 là năm đột phá cải cách hành chính.", None),
        ("30/1", "Việc này diễn ra trong năm 2017 ở nhiều nơi.", None),
        # months in which something happened, at a career only those that end
        ("27/2", "Việc này được kết luận cuối tháng 12/2018.", "2019-02-27"),
        ("24/6", "Ông Lê Văn An trúng cử ngày 27/5/2016. Từ tháng 11/2014 đến tháng 8/2016, ông dạy học.", None),
        # the day is not before what is told as past
        ("19/6", "Cuối tháng 5/2019, huyện đã xem xét gian lận của kỳ thi năm 2018.", "2019-06-19"),
    ],
)
def test_the_year_that_the_rest_of_the_text_tells(day: str, told: str, date: str | None) -> None:
    assert dates(f"Ngày {day}, {_HELD}", told) == [date]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Tối 9/1, Huyện ủy Lâm Sơn tổ chức lễ tuyên dương học sinh tiêu biểu năm 2017.", "2018-01-09"),
        ("Tối 2/1, Huyện ủy Lâm Sơn tổ chức lễ tuyên dương học sinh, chào năm mới 2019.", "2019-01-02"),
        (
            "Ngày 27/3, Huyện ủy Lâm Sơn tổ chức lễ phát động thi đua năm 2018, chào mừng 70 năm"
            " ngày thi đua (11/6/1948 - 11/6/2018).",
            "2018-03-27",
        ),
    ],
)
def test_the_year_that_the_sentence_tells(text: str, date: str) -> None:
    assert dates(text) == [date]


def test_the_publication_tells_it_before_anything_else() -> None:
    text = "Ngày 18/12, Huyện ủy Lâm Sơn tổ chức lễ kỷ niệm (19/12/1946-19/12/2016)."
    assert dates(text, published="2016-12-19") == ["2016-12-18"]


def test_of_the_texts_own_month_nobody_writes_the_year() -> None:
    career = "Tháng 9/2015, ông Lê Văn An được bầu giữ chức Bí thư Huyện ủy."
    assert dates(f"Chiều 14/9, {_HELD}", career) == [None]
    assert dates(f"Chiều 14/9, {_HELD}", career.replace("Tháng", "Đầu tháng")) == ["2015-09-14"]


def test_a_congress_without_its_term_opens_the_one_for_which_it_elects() -> None:
    assert dates(
        "Sáng 23/10, trong ngày làm việc thứ ba của Đại hội Đảng bộ huyện Lâm Sơn lần thứ VI, 15 người ra mắt.",
        "Ông Lê Văn An được bầu giữ chức Bí thư Huyện ủy nhiệm kỳ 2015-2020.",
    ) == ["2015-10-23"]


def test_the_first_session_of_a_council_opens_its_term() -> None:
    text = "Ngày 5/7, tại kỳ họp {} HĐND huyện Lâm Sơn nhiệm kỳ 2016-2021, ông Lê Văn An được bầu làm Chủ tịch."
    assert dates(text.format("thứ nhất")) == ["2016-07-05"]
    assert dates(text.format("thứ ba")) == [None]
