"""Visits of delegations, whom leaders meet, and what such meetings are called."""

from __future__ import annotations

import pytest

from kg.lexicon import lexicon
from kg.model import Article, Block, BlockKind
from kg.normalise import normalise
from kg.recognise import recognise
from kg.relate.events import events
from tests.relate.test_events import label, read


def rows(*paragraphs: str, published: str | None = "2022-05-24") -> list[tuple[str, str | None, str]]:
    found = read(*paragraphs, published=published)
    return [(e.type, e.date, "; ".join(map(label, e.organizers))) for e in found]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        # who sent a delegation holds the meeting that the article goes on with
        (
            (
                "Chiều 5/5, đoàn công tác Quân khu 3 do Thiếu tướng Lê Văn Nam dẫn đầu về kiểm tra công tác huấn luyện.",
                "Phát biểu tại buổi kiểm tra, Thiếu tướng Lê Văn Nam biểu dương lực lượng vũ trang tỉnh Hà Nam.",
            ),
            ("buổi kiểm tra", "2022-05-05", "Quân khu 3"),
        ),
        (
            (
                "Sáng 5/5, đoàn kiểm tra, giám sát của Bộ Chính trị, Ban Bí thư do ông Lê Văn Nam, Ủy viên Bộ Chính trị "
                "làm trưởng đoàn, công bố quyết định kiểm tra đối với Tỉnh ủy Hà Nam.",
                "Quang cảnh cuộc làm việc.",
                "Tại buổi làm việc, ông Lê Văn Nam đề nghị Tỉnh ủy Hà Nam báo cáo đầy đủ.",
            ),
            ("buổi làm việc", "2022-05-05", "Bộ Chính trị; Ban Bí thư Trung ương Đảng"),
        ),
        # a body of a place is no private partner when a leader meets it
        (
            ("Chiều 5/5, ông Lê Văn Nam, Chủ tịch UBND tỉnh Hà Nam có buổi làm việc với Công an tỉnh Hà Nam.",),
            ("buổi làm việc", "2022-05-05", "Ủy ban nhân dân tỉnh Hà Nam"),
        ),
        # the usual name goes before another one for voters' meetings and visits
        (
            (
                "Chiều 5/5, Đoàn đại biểu Quốc hội tỉnh Hà Nam có cuộc tiếp xúc với cử tri huyện Lý Nhân.",
                "Cùng dự buổi tiếp xúc cử tri có ông Lê Văn Nam.",
            ),
            ("buổi tiếp xúc cử tri", "2022-05-05", "Đoàn đại biểu Quốc hội tỉnh Hà Nam"),
        ),
        (
            ("Chiều 5/5, Đoàn đại biểu Quốc hội tỉnh Hà Nam có cuộc tiếp xúc với cử tri huyện Lý Nhân.",),
            ("cuộc tiếp xúc", "2022-05-05", "Đoàn đại biểu Quốc hội tỉnh Hà Nam"),
        ),
        # a verb of opening; a preparation that was followed does not make it planned
        (
            ("Sáng 5/5, Bộ Quốc phòng khai mạc hội thi cán bộ huấn luyện giỏi.",),
            ("lễ khai mạc", "2022-05-05", "Bộ Quốc phòng"),
        ),
        (
            (
                "Sau khi làm đủ các bước theo hướng dẫn, chiều 5/5, Đảng bộ huyện Lý Nhân đã tổ chức phiên trù bị "
                "Đại hội đại biểu lần thứ XX, nhiệm kỳ 2020-2025.",
            ),
            ("phiên trù bị", "2022-05-05", "Huyện ủy Lý Nhân"),
        ),
        (
            (
                "Ngày 5/5, UBND huyện Lý Nhân tổ chức họp đánh giá công tác tháng 4.",
                "Dự chỉ đạo cuộc họp có ông Lê Văn Nam, Chủ tịch UBND huyện.",
                "Kết luận phiên họp, Chủ tịch UBND huyện đề nghị các xã tổ chức tốt buổi gặp mặt thanh niên.",
            ),
            ("cuộc họp", "2022-05-05", "Ủy ban nhân dân huyện Lý Nhân"),
        ),
        # the number of its term counts no meetings of a council
        (
            ("Sáng 5/5, HĐND tỉnh Hà Nam khóa 9 họp phiên thứ hai.",),
            ("phiên họp", "2022-05-05", "Hội đồng nhân dân tỉnh Hà Nam"),
        ),
        # those who compete in emulation are named by what they are, and told behind a list of what is done
        (
            ("Sáng 5/5, Khối thi đua các sở, ban, ngành tổng hợp tỉnh Hà Nam tổ chức hội nghị ký kết giao ước thi đua.",),
            ("hội nghị", "2022-05-05", "Khối thi đua các sở, ban, ngành tổng hợp tỉnh Hà Nam"),
        ),
        (
            ("Sáng 5/5, Khối thi đua Mặt trận - Đoàn thể tỉnh Hà Nam tổ chức hội nghị ký kết giao ước thi đua.",),
            ("hội nghị", "2022-05-05", "Khối thi đua Mặt trận - Đoàn thể tỉnh Hà Nam"),
        ),
        (
            ("Sáng 5/5, tại Hà Nội diễn ra hội nghị tổng kết thi đua, khen thưởng năm 2021 của Khối thi đua các bộ, ngành.",),
            ("hội nghị", "2022-05-05", "Khối thi đua các bộ, ngành"),
        ),
        (
            ("Ngày 5/5, Bí thư Tỉnh ủy Hà Nam Lê Văn Nam về thăm và làm việc tại xã Bình Minh.",),
            ("buổi làm việc", "2022-05-05", "Tỉnh ủy Hà Nam"),
        ),
    ],
)
def test_who_met_whom(paragraphs: tuple[str, ...], expected: tuple[str, str, str]) -> None:
    assert rows(*paragraphs) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Sáng 5/5, luật sư của Công ty A có buổi làm việc với Công an tỉnh Hà Nam.",
        "Bí thư Tỉnh ủy Hà Nam yêu cầu UBND tỉnh Hà Nam tổ chức tốt kỳ họp, hội nghị cuối năm.",
        "Theo hướng dẫn, ngày 5/6, Đảng bộ huyện Lý Nhân tổ chức đại hội.",
    ],
)
def test_what_is_none(text: str) -> None:
    assert rows(text) == []


def test_banquets_are_events() -> None:
    (event,) = read(
        "Tối 5/5, tại Trụ sở Chính phủ, Thủ tướng Chính phủ Lê Văn Nam có buổi chiêu đãi các đại sứ nhân dịp năm mới.",
        "Thủ tướng Chính phủ Lê Văn Nam cảm ơn các đại sứ.",
    )
    assert (event.type, event.date, event.place) == ("buổi chiêu đãi", "2022-05-05", "Trụ sở Chính phủ")


def test_a_month_of_plans_is_not_past() -> None:
    """The day lies in the year of the sentence, though a later month is planned for."""
    found = rows(
        "Ngày 6/8, Đảng bộ xã An Lạc tổ chức hội nghị Ban Chấp hành tháng 8 năm 2022.",
        "Hội nghị cho ý kiến về phương hướng, nhiệm vụ tháng 9 năm 2022.",
        published=None,
    )
    assert found == [("hội nghị", "2022-08-06", "Đảng ủy xã An Lạc")]


def test_plans_brought_to_their_end_tell_the_year() -> None:
    found = rows(
        "Sáng 26/8, HĐND tỉnh Hà Nam khai mạc kỳ họp thứ 2.",
        "Kỳ họp bàn giải pháp để hoàn thành các mục tiêu phát triển kinh tế năm 2016.",
        published=None,
    )
    assert found == [("kỳ họp", "2016-08-26", "Hội đồng nhân dân tỉnh Hà Nam")]


def test_what_a_meeting_is_to_prepare_is_none() -> None:
    found = rows("Chiều 5/5, Tỉnh ủy Hà Nam tổ chức hội nghị triển khai các nhiệm vụ tổ chức Lễ mít tinh ngày 2/9.")
    assert found == [("hội nghị", "2022-05-05", "Tỉnh ủy Hà Nam")]


def test_praise_at_the_new_year_is_of_the_year_that_begins() -> None:
    found = rows(
        "Tối 9/2, tại Hà Nam diễn ra lễ tuyên dương cá nhân tiêu biểu - Xuân Giáp Thìn 2024 do Tỉnh ủy Hà Nam tổ chức.",
        published=None,
    )
    assert found == [("lễ tuyên dương", "2024-02-09", "Tỉnh ủy Hà Nam")]


@pytest.mark.parametrize("spring", ["Xuân Kỷ Hợi – 2019", "Tết Kỷ Hợi 2019", "Xuân Kỷ Hợi năm 2019"])
def test_the_new_year_that_is_named_tells_the_year(spring: str) -> None:
    found = rows(
        "Sáng 10/2 (mùng 6 Tết), UBND tỉnh Hà Nam tổ chức lễ phát động Tết trồng cây.",
        f"Phong trào mừng {spring} lan rộng trong toàn tỉnh.",
        published=None,
    )
    assert found == [("lễ phát động", "2019-02-10", "Ủy ban nhân dân tỉnh Hà Nam")]


def test_a_picture_before_the_lead_shows_the_event_of_the_lead() -> None:
    blocks = (
        Block(BlockKind.CAPTION, "Ông Lê Văn Nam, Trưởng Ban Nội chính Trung ương phát biểu tại hội nghị."),
        Block(
            BlockKind.PARAGRAPH,
            "Ngày 7/5, Đoàn kiểm tra của Ban Bí thư đã làm việc với Ban Thường vụ Tỉnh ủy Hà Nam.",
        ),
    )
    article = Article("a", blocks, published="2022-05-24")
    found = list(events(recognise(normalise(article), lexicon()), lexicon()))
    assert [(e.type, e.date) for e in found] == [("buổi làm việc", "2022-05-07")]


@pytest.mark.parametrize(
    "account",
    [
        # what is counted up of a month, or is yet to be done in one
        "Trong tháng 4 năm 2022, Thường trực HĐND huyện Lý Nhân tổ chức thành công kỳ họp thứ 10 và tiếp xúc cử tri.",
        "Kết luận cuộc họp, Chủ tịch HĐND huyện nêu một số nhiệm vụ cần tập trung thực hiện trong tháng 6/2022.",
        "Thường trực HĐND huyện thống nhất một số việc cần thực hiện trong tháng 6 năm 2022: họp rút kinh nghiệm kỳ họp.",
    ],
)
def test_months_that_a_report_counts_are_no_days_of_meetings(account: str) -> None:
    found = rows("Ngày 17/5, Thường trực HĐND huyện Lý Nhân tổ chức cuộc họp thường kỳ.", account)
    assert found == [("cuộc họp", "2022-05-17", "Thường trực Hội đồng nhân dân huyện Lý Nhân")]


def test_who_receives_guests_is_told_two_sentences_on() -> None:
    found = rows(
        "Ngày 6/5, đoàn cán bộ tỉnh Khăm Muộn (Lào) do ông Sổm Chay làm trưởng đoàn đã đến thăm và làm việc với lãnh đạo "
        "tỉnh Hà Nam.",
        "Cùng đi với đoàn có ông Seng Keo.",
        "Tiếp và làm việc với đoàn, Phó Chủ tịch UBND tỉnh Hà Nam Lê Văn Nam nêu những việc hợp tác.",
    )
    assert found == [("buổi làm việc", "2022-05-06", "Ủy ban nhân dân tỉnh Hà Nam")]
