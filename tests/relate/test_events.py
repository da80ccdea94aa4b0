"""Events that an article reports as taking place, and those that it only mentions."""

from __future__ import annotations

import pytest

from kg.lexicon import lexicon
from kg.model import Article, Event
from kg.normalise import blocks_of, normalise
from kg.recognise import recognise
from kg.relate.events import events


def read(*lines: str, title: str | None = None, published: str | None = "2022-05-24") -> list[Event]:
    scan = recognise(normalise(Article("a", blocks_of(title, lines), published=published)), lexicon())
    found = list(events(scan, lexicon()))
    for event in found:
        assert scan.text.content[event.evidence.start : event.evidence.end] == event.evidence.quote
        for part in event.participations:
            assert scan.text.content[part.evidence.start : part.evidence.end] == part.evidence.quote
    return found


@pytest.mark.parametrize(
    ("text", "type_", "date", "organizer"),
    [
        (
            "Ngày 20/5, Huyện ủy Lâm Sơn tổ chức hội nghị tổng kết công tác.",
            "hội nghị",
            "2022-05-20",
            "Huyện ủy",
        ),
        ("Sáng 20-5, Tỉnh ủy Quảng Nam tổ chức sơ kết 2 năm.", "hội nghị", "2022-05-20", "Tỉnh ủy"),
        ("Chiều 3/5, Ban Bí thư họp xem xét kỷ luật.", "cuộc họp", "2022-05-03", "Ban Bí thư"),
        (
            "Ngày 4/5, Tỉnh ủy Quảng Nam làm việc với Đảng bộ huyện Lâm Sơn.",
            "buổi làm việc",
            "2022-05-04",
            "Tỉnh ủy",
        ),
        ("Sáng 9/5, HĐND tỉnh Quảng Nam khai mạc kỳ họp thứ 5.", "kỳ họp", "2022-05-09", "Hội đồng nhân dân"),
        (
            "Ngày 10/5, UBND tỉnh Quảng Nam tổ chức lễ kỷ niệm ngày truyền thống.",
            "lễ kỷ niệm",
            "2022-05-10",
            "Ủy ban",
        ),
        ("Ngày 11/5, Đảng ủy xã Bình Minh tổ chức Đại hội lần thứ V.", "đại hội", "2022-05-11", "Đảng ủy"),
        (
            "Ngày 12/5, Tỉnh đoàn Quảng Nam tổ chức tọa đàm về khởi nghiệp.",
            "tọa đàm",
            "2022-05-12",
            "Tỉnh đoàn",
        ),
        (
            "Ngày 12/5, Sở Nội vụ tỉnh Quảng Nam tổ chức hội thảo khoa học.",
            "hội thảo",
            "2022-05-12",
            "Sở Nội vụ",
        ),
        (
            "Trong hai ngày 30 và 31/3/2022, Huyện ủy Lâm Sơn tổ chức Đại hội.",
            "đại hội",
            "2022-03-30",
            "Huyện ủy",
        ),
        ("Hội nghị Thành ủy Đà Nẵng lần thứ 6 đã thông qua báo cáo.", "hội nghị", None, "Thành ủy"),
        ("Tại kỳ họp 12, Ủy ban Kiểm tra Trung ương kết luận vi phạm.", "kỳ họp", None, "Ủy ban Kiểm tra"),
        ("Phó Chủ tịch UBND tỉnh Sơn La Lê Minh Hòa chủ trì cuộc họp.", "cuộc họp", None, "Ủy ban nhân dân"),
        (
            "Ngày 5/5, Thành ủy Huế tổ chức lễ trao tặng huy hiệu Đảng.",
            "lễ trao",
            "2022-05-05",
            "Thành ủy",
        ),
    ],
)
def test_reads(text: str, type_: str, date: str | None, organizer: str) -> None:
    found = read(text)
    assert [e.type for e in found] == [type_]
    assert found[0].date == date
    assert any(organizer in o.label for o in found[0].organizers), found[0].organizers


@pytest.mark.parametrize(
    "text",
    [
        "Huyện ủy Lâm Sơn sẽ tổ chức hội nghị vào tháng sau.",
        "Huyện ủy Lâm Sơn thực hiện Nghị quyết Đại hội Đảng bộ huyện.",
        "Nội dung này được trình tại kỳ họp HĐND tỉnh Quảng Nam sắp tới.",
        "Huyện ủy yêu cầu giảm bớt hội nghị, cuộc họp.",
        "Phiên tòa tại Tòa án nhân dân tỉnh kết thúc.",
        "Lễ hội hoa diễn ra tại huyện Lâm Sơn.",
        "Anh làm việc với gia đình bị hại.",
        "Trung tâm Hội nghị Quốc gia ở Hà Nội.",
        "Huyện phối hợp với UBND xã xử lý.",
        "Ông nghỉ lễ cùng gia đình.",
    ],
)
def test_no_event(text: str) -> None:
    assert read(text) == []


def test_mentions_of_one_event_are_merged() -> None:
    found = read(
        "Ngày 20/5, Huyện ủy Lâm Sơn tổ chức hội nghị tổng kết.",
        "Phát biểu tại hội nghị, ông Trần Văn Hùng đánh giá cao kết quả.",
        "Hội nghị đã thông qua báo cáo.",
    )
    assert len(found) == 1
    assert [p.person for p in found[0].participations] == ["Trần Văn Hùng"]


def test_the_noun_of_a_later_sentence_gives_the_type() -> None:
    found = read(
        "Ngày 20/5, Huyện ủy Lâm Sơn tổ chức sơ kết giữa nhiệm kỳ.", "Báo cáo tại Hội nghị, các đại biểu nêu."
    )
    assert [(e.type, e.date) for e in found] == [("hội nghị", "2022-05-20")]


def test_two_events_with_days_of_their_own() -> None:
    found = read(
        "Ngày 20/5, Huyện ủy Lâm Sơn tổ chức hội nghị.",
        "Trước đó, ngày 12/5, Ban Bí thư đã họp xem xét kỷ luật.",
    )
    assert [(e.type, e.date) for e in found] == [("hội nghị", "2022-05-20"), ("cuộc họp", "2022-05-12")]


def test_a_day_without_a_known_year_has_no_date() -> None:
    assert [e.date for e in read("Ngày 20/5, Huyện ủy Lâm Sơn tổ chức hội nghị.", published=None)] == [None]


def test_the_year_reviewed_dates_a_review() -> None:
    text = "Ngày 11/12, Huyện ủy Lâm Sơn tổ chức hội nghị tổng kết công tác năm 2017."
    assert [e.date for e in read(text, published=None)] == ["2017-12-11"]


def test_whom_a_working_session_visits() -> None:
    found = read("Ngày 4/5, Tỉnh ủy Quảng Nam làm việc với Huyện ủy Lâm Sơn.")
    assert [o.kind for o in found[0].visited] == ["district-party-committee"]
