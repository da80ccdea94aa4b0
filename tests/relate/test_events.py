"""Events that an article reports as taking place, and those that it only mentions."""

from __future__ import annotations

import pytest

from kg.lexicon import lexicon
from kg.model import Article, Block, BlockKind, Event, Organization, Unit
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


def label(organizer: Organization | Unit) -> str:
    return organizer.label if isinstance(organizer, Organization) else organizer.full_name


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
        (
            "Sáng 5/5, Hội Nông dân huyện Lâm Sơn phối hợp với UBND huyện, các đơn vị liên quan tổ chức hội thảo.",
            "hội thảo",
            "2022-05-05",
            "Hội Nông dân",
        ),
        (
            "Sáng nay, 5.5, Đại hội đại biểu Đảng bộ huyện Lâm Sơn lần thứ V chính thức khai mạc.",
            "đại hội",
            "2022-05-05",
            "Huyện ủy",
        ),
        (
            "Trong 2 ngày (từ 5 - 6.5), 99 đại biểu dự Đại hội Đảng bộ xã Bình Minh lần thứ V.",
            "đại hội",
            "2022-05-05",
            "Đảng ủy xã Bình Minh",
        ),
        (
            "Ngày 5 – 5, Ủy ban Kiểm tra (UBKT) Tỉnh ủy Quảng Nam tổ chức kỷ niệm 70 năm thành lập.",
            "lễ kỷ niệm",
            "2022-05-05",
            "Ủy ban Kiểm tra Tỉnh ủy Quảng Nam",
        ),
        (
            "Sáng 5/5, các đồng chí: Lê Văn Nam, Bí thư Tỉnh ủy Quảng Nam; Trần Văn Hùng, Phó Bí thư Tỉnh ủy "
            "làm việc với lãnh đạo các ngành về giải ngân.",
            "buổi làm việc",
            "2022-05-05",
            "Tỉnh ủy Quảng Nam",
        ),
        (
            "Ngày 5/5, trong chương trình hội nghị lần thứ 8, Tỉnh ủy Quảng Nam trao huy hiệu Đảng.",
            "hội nghị",
            "2022-05-05",
            "Tỉnh ủy Quảng Nam",
        ),
        (
            "Tại phiên họp ngày 5/5, Đại hội Đảng bộ huyện Lâm Sơn bầu 39 ủy viên.",
            "đại hội",
            "2022-05-05",
            "Huyện ủy",
        ),
        ("Tại kỳ họp 12, Ủy ban Kiểm tra Trung ương kết luận vi phạm.", "kỳ họp", None, "Ủy ban Kiểm tra"),
        ("Phó Chủ tịch UBND tỉnh Sơn La Lê Minh Hòa chủ trì cuộc họp.", "cuộc họp", None, "Ủy ban nhân dân"),
        (
            "Sáng 5/5, Tổ đại biểu số 3 HĐND tỉnh Quảng Nam đã có buổi tiếp xúc cử tri tại huyện Lâm Sơn.",
            "buổi tiếp xúc cử tri",
            "2022-05-05",
            "Hội đồng nhân dân",
        ),
        (
            "Sáng 5/5, Tổ đại biểu HĐND tỉnh Quảng Nam tiếp xúc cử tri tại huyện Lâm Sơn.",
            "tiếp xúc cử tri",
            "2022-05-05",
            "Tổ đại biểu Hội đồng nhân dân",
        ),
        (
            "Sáng 5/5, Thường trực HĐND tỉnh Quảng Nam tổ chức phiên giải trình về đất đai.",
            "phiên giải trình",
            "2022-05-05",
            "Thường trực Hội đồng nhân dân",
        ),
        (
            "Sáng 5/5, Đảng ủy Khối các cơ quan tỉnh Quảng Nam tổ chức hội nghị báo cáo viên tháng 5.",
            "hội nghị",
            "2022-05-05",
            "Đảng ủy Khối các cơ quan tỉnh Quảng Nam",
        ),
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
    assert any(organizer in label(o) for o in found[0].organizers), found[0].organizers


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
        "Trong buổi làm việc cùng phóng viên tại UBND huyện Lâm Sơn, ông nói như vậy.",
        "Sáng 31/5, bên lề kỳ họp Quốc hội, đại biểu tỉnh Quảng Nam trao đổi với báo chí.",
        "Ban Tổ chức Tỉnh ủy Quảng Nam đang làm việc với các chi bộ.",
        "Tỉnh ủy Quảng Nam yêu cầu Huyện ủy Lâm Sơn phải tổ chức họp kiểm điểm.",
        "Ông Trần Văn Hùng được 60 đại biểu dự họp bầu làm Chủ tịch HĐND tỉnh Quảng Nam.",
        "Ông bị Tỉnh ủy Quảng Nam kỷ luật tại hội nghị hồi cuối năm ngoái.",
        "Sau khi bế mạc Đại hội Đảng bộ tỉnh Quảng Nam, ông nghỉ.",
        "Ông được bầu làm Bí thư tại Đại hội Đảng bộ tỉnh Quảng Nam lần thứ XX ngày 16/10/2015.",
        "Ông thông tin về kỳ họp thứ 6 của HĐND tỉnh Quảng Nam.",
        "Hằng năm, Ban Thường vụ Huyện ủy Hải Hậu tổ chức hội nghị đối thoại với nhân dân.",
        "Tỉnh ủy Quảng Nam đã họp nhiều lần về việc này.",
        "Năm 2021, tại hội nghị biểu dương của Tỉnh ủy Quảng Nam, ông được tặng bằng khen.",
        "Kết luận tại buổi làm việc với huyện hồi tháng 3, Bí thư Tỉnh ủy Quảng Nam yêu cầu rà soát.",
        "Ông Lê Văn Nam cho biết, Huyện ủy Hải Hậu đã làm việc với Sở Nội vụ để xin biên chế.",
        "Các mục tiêu mà Đại hội Đảng bộ tỉnh Quảng Nam lần thứ XX xác định đều đạt.",
        "Ngày 5/5, Huyện ủy Lâm Sơn ban hành Công văn số 12-CV/HU về cuộc họp giao ban.",
        "Huyện Lâm Sơn có 12 đảng bộ xã hoàn thành đại hội nhiệm kỳ mới.",
        "Ngày 5/5, tại Trung tâm Hội nghị tỉnh Quảng Nam có triển lãm ảnh.",
        "Trong tháng 4/2022, Ban Thường vụ Huyện ủy Hải Hậu tổ chức 06 hội nghị.",
        "Kỳ họp thứ 9 (kỳ họp giữa năm) của Hội đồng nhân dân tỉnh Quảng Nam khóa X sẽ khai mạc vào tuần tới.",
        "Ngày 16/6, Hội đồng nhân dân tỉnh Quảng Nam khai mạc kỳ họp thứ 9.",
    ],
)
def test_no_event(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "HĐND tỉnh Quảng Nam vừa tổ chức kỳ họp 17. Kỳ họp miễn nhiệm chức danh Trưởng ban của ông Lê Văn Nam, nghỉ hưu từ ngày 1/5/2022.",
            None,
        ),
        ("Kỳ họp 17 (từ 13 đến 16-9) của HĐND tỉnh Quảng Nam đã thông qua nghị quyết.", "2021-09-13"),
        ("Chiều 5/5, Ủy ban Kiểm tra Trung ương ra thông cáo kỳ họp 35 (ngày 24-26/4).", "2022-04-24"),
        ("Sau hai ngày làm việc 25 và 26/3, Hội nghị Tỉnh ủy Quảng Nam vừa kết thúc.", "2022-03-25"),
        ("Đến kỳ họp thứ 31 diễn ra từ ngày 12 đến 14/11/2018, HĐND tỉnh Quảng Nam kết luận.", "2018-11-12"),
        ("Trước đó, tháng 12-2018, Ban Thường vụ Tỉnh ủy Quảng Nam đã họp nghe báo cáo.", "2018-12"),
        ("Ngày 2/5, ông Lê Văn Nam cho biết, Tỉnh ủy Quảng Nam đã họp bàn việc này.", None),
        ("Ngày 25/12, Tỉnh ủy Quảng Nam tổ chức hội nghị.", "2021-12-25"),
        ("Sáng nay, Tỉnh ủy Quảng Nam tổ chức hội nghị.", "2022-05-24"),
        ("Phiên họp tháng 4/2022 của Tỉnh ủy Quảng Nam diễn ra sáng 30/4.", "2022-04-30"),
        ("Chiều qua, Tỉnh ủy Quảng Nam tổ chức hội nghị.", "2022-05-23"),
        ("Trong 2 ngày, 5 và 6.5.2022, Tỉnh ủy Quảng Nam tổ chức hội nghị.", "2022-05-05"),
        ("Ngày 2/5, Huyện ủy Lâm Sơn tổ chức lễ trao huy hiệu Đảng đợt 19-5.", "2022-05-02"),
        (
            "Ngày 2/5, Huyện ủy Lâm Sơn kỷ niệm ngày truyền thống (19-5-1952 – 19-5-2022) và tổ chức hội nghị.",
            "2022-05-02",
        ),
        ("Ngày 2/5, Huyện ủy Lâm Sơn tổ chức lễ trao Huy hiệu Đảng đợt ngày 19-5.", "2022-05-02"),
        ("Tại kỳ họp thường lệ thứ 8, chiều 2/5, HĐND tỉnh Quảng Nam thông qua nghị quyết.", "2022-05-02"),
        (
            "Thực hiện chương trình công tác, chiều 2/5, Tỉnh ủy Quảng Nam làm việc với Sở Nội vụ.",
            "2022-05-02",
        ),
        ("Sáng 2/5, Tỉnh ủy Quảng Nam tổ chức hội nghị thống nhất dự kiến nội dung kỳ họp.", "2022-05-02"),
        (
            "Ngày 2/5, các đồng chí: Lê Văn Nam, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Quảng Nam; Trần Văn Bình,"
            " Ủy viên Ban Thường vụ Tỉnh ủy, Trưởng Ban Tổ chức Tỉnh ủy; Võ Văn Hải, Ủy viên Ban Thường vụ Tỉnh"
            " ủy, Trưởng Ban Dân vận Tỉnh ủy đồng chủ trì hội nghị.",
            "2022-05-02",
        ),
    ],
)
def test_the_day_of_an_event(text: str, date: str | None) -> None:
    assert [e.date for e in read(text)] == [date]


@pytest.mark.parametrize("dash", ["-", "–"])
def test_bodies_that_a_dash_joins_hold_it_together(dash: str) -> None:
    (event,) = read(f"Ngày 5/5, Huyện ủy {dash} HĐND {dash} UBND huyện Lâm Sơn tổ chức hội nghị.")
    assert [o.kind for o in event.organizers if isinstance(o, Organization)] == [
        "district-party-committee",
        "peoples-council",
        "peoples-committee",
    ]


def test_guests_do_not_hold_what_they_attend() -> None:
    (event,) = read(
        "Ngày 5/5, đồng chí Lê Văn Nam, Chủ tịch UBND tỉnh Quảng Nam chủ trì tiếp công dân.",
        "Dự buổi tiếp có đồng chí Trần Văn Bình, Phó Chủ tịch HĐND tỉnh.",
    )
    assert [label(o) for o in event.organizers] == ["Ủy ban nhân dân tỉnh Quảng Nam"]


@pytest.mark.parametrize(
    ("day", "text", "date"),
    [
        ("17-5", "Riêng du lịch, 4 tháng đầu năm 2017 tăng 45%.", "2017-05-17"),
        (
            "22-12",
            "Năm 2023 huyện đạt 9/10 chỉ tiêu. Nghị quyết về nhiệm vụ năm 2024 được ban hành.",
            "2023-12-22",
        ),
        ("10-1", "Năm 2023, tỉnh tăng trưởng 8%. Hội nghị đề ra nhiệm vụ năm 2024.", "2024-01-10"),
        ("17-5", "Năm 2016 tỉnh tăng trưởng 10%.", None),
    ],
)
def test_the_year_that_an_undated_article_lets_infer(day: str, text: str, date: str | None) -> None:
    found = read(f"Ngày {day}, Tỉnh ủy Quảng Nam tổ chức hội nghị.", text, published=None)
    assert [e.date for e in found][:1] == [date]


def test_a_congress_is_held_in_the_first_year_of_its_term() -> None:
    found = read(
        "Chiều 16/10, Đại hội đại biểu Đảng bộ tỉnh Quảng Nam lần thứ XVI, nhiệm kỳ 2015 - 2020 bế mạc.",
        published=None,
    )
    assert [e.date for e in found] == ["2015-10-16"]


def test_a_second_meeting_on_the_same_day() -> None:
    found = read(
        "Sáng 5/5, Tỉnh ủy Quảng Nam tổ chức hội nghị công bố quyết định tại huyện Lâm Sơn.",
        "Chiều cùng ngày, Tỉnh ủy Quảng Nam tổ chức hội nghị trao quyết định tại huyện Hòa Bắc.",
        "Phát biểu tại hội nghị, ông Lê Văn Nam nêu yêu cầu.",
    )
    assert [(e.type, e.date) for e in found] == [("hội nghị", "2022-05-05")] * 2


def test_organisers_in_a_list() -> None:
    found = read(
        "Chiều 20/8, ông Lê Văn Nam chủ trì buổi làm việc của tập thể Bộ Chính trị, Ban Bí thư với Tỉnh ủy Quảng Nam."
    )
    assert [[label(o) for o in e.organizers] for e in found] == [
        ["Bộ Chính trị", "Ban Bí thư Trung ương Đảng"]
    ]


@pytest.mark.parametrize(
    ("text", "type_", "organizer"),
    [
        (
            "Chiều 5/5, Huyện ủy Hải Hậu tổ chức hội nghị đối thoại giữa Bí thư Huyện ủy với thanh niên.",
            "hội nghị đối thoại",
            ["Huyện ủy Hải Hậu"],
        ),
        ("Sáng 5/5, Huyện ủy Hải Hậu tổ chức gặp mặt cán bộ nghỉ hưu.", "buổi gặp mặt", ["Huyện ủy Hải Hậu"]),
        (
            "Sáng 5/5, Chủ tịch UBND tỉnh Hà Giang tiếp và làm việc với Đại sứ. Tại buổi tiếp, ông cảm ơn.",
            "buổi tiếp",
            ["Ủy ban nhân dân tỉnh Hà Giang"],
        ),
        (
            "Chiều 5/5, Ủy ban MTTQ Việt Nam tỉnh Hà Giang tổ chức hội nghị tiếp xúc cử tri.",
            "hội nghị tiếp xúc cử tri",
            ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hà Giang"],
        ),
        (
            "Sáng 5/5, UBND tỉnh Hà Giang tổ chức lễ ra mắt Trung tâm Phục vụ hành chính công tỉnh.",
            "lễ ra mắt",
            ["Ủy ban nhân dân tỉnh Hà Giang"],
        ),
        (
            "Ngày 5/5, Bí thư Tỉnh ủy Hà Giang Lê Văn Nam tiếp công dân định kỳ tháng 5.",
            "buổi tiếp công dân",
            ["Tỉnh ủy Hà Giang"],
        ),
        (
            "Ngày 5/5, Đảng ủy các cơ quan Đảng tỉnh Hà Giang tổ chức hội nghị quán triệt.",
            "hội nghị",
            ["Đảng ủy các cơ quan Đảng tỉnh Hà Giang"],
        ),
        (
            "Sáng 5/5, tại TP. Buôn Ma Thuột, Tỉnh ủy Đắk Lắk tổ chức hội nghị.",
            "hội nghị",
            ["Tỉnh ủy Đắk Lắk"],
        ),
        (
            "Phát biểu chỉ đạo tại Hội nghị lần thứ 11 Thành ủy Hải Dương (ngày 5/5), Bí thư nêu nhiệm vụ.",
            "hội nghị",
            ["Thành ủy Hải Dương"],
        ),
        (
            "Ngày 5/5, Tỉnh ủy Hà Giang họp mặt kỷ niệm ngày thành lập Đảng.",
            "buổi họp mặt",
            ["Tỉnh ủy Hà Giang"],
        ),
        (
            "Tối 5/5, Thị ủy Long Khánh tổ chức mít tinh kỷ niệm 40 năm giải phóng.",
            "lễ kỷ niệm",
            ["Thị ủy Long Khánh"],
        ),
        (
            "Ngày 5/5, Hội Nông dân tỉnh Hà Giang đã tổ chức thành công hội nghị.",
            "hội nghị",
            ["Hội Nông dân tỉnh Hà Giang"],
        ),
        (
            "Ngày 5/5, UBND TP Cần Thơ họp phiên thường kỳ tháng 5.",
            "phiên họp",
            ["Ủy ban nhân dân thành phố Cần Thơ"],
        ),
        (
            "Sáng ngày 5/5 huyện Chợ Mới tổ chức trọng thể lễ giao nhận quân.",
            "lễ giao nhận quân",
            ["huyện Chợ Mới"],
        ),
        ("Sáng 5/5, xã Tân Hưng (Cái Bè, Tiền Giang) tổ chức lễ công bố.", "lễ công bố", ["xã Tân Hưng"]),
        ("Sáng 5/5, lễ công bố quyết định của Bộ Chính trị được tổ chức.", "lễ công bố", []),
        (
            "Sáng 5/5, Công an tỉnh Hà Nam tổ chức lễ công bố quyết định của Bộ trưởng Bộ Công an về công tác cán bộ.",
            "lễ công bố",
            ["Công an tỉnh Hà Nam"],
        ),
    ],
)
def test_who_holds_what(text: str, type_: str, organizer: list[str]) -> None:
    found = read(text, title="Tỉnh ủy Quảng Nam và HĐND tỉnh Quảng Nam")
    assert [(e.type, [label(o) for o in e.organizers]) for e in found] == [(type_, organizer)]


def test_on_whose_part_somebody_came_is_not_what_it_is_about() -> None:
    text = "Sáng 5/5, Hội Nông dân tỉnh Quảng Nam tổ chức hội nghị về phía tây quốc lộ; dự có ông Lê Văn Nam, Bí thư Tỉnh ủy."
    assert [e.about for e in read(text)] == [None]


def test_whoever_is_given_a_post_at_a_meeting_does_not_hold_it_for_the_old_one() -> None:
    text = "Tại hội nghị, Thủ tướng trao quyết định chỉ định ông Lê Văn Nam, Bí thư Tỉnh ủy Quảng Nam, làm Bộ trưởng Bộ Y tế."
    assert read(text, title="Trao quyết định") == []


def test_a_body_that_met_held_the_session() -> None:
    found = read(
        "HĐND tỉnh Quảng Nam nhóm họp trở lại sau bão.",
        "Sáng 5/5, HĐND tỉnh Quảng Nam khai mạc kỳ họp thứ 2.",
        "Theo kế hoạch trước đó, kỳ họp thứ 2 khai mạc ngày 18/4.",
    )
    assert [e.date for e in found] == ["2022-05-05"]


def test_a_meeting_told_after_the_lead_is_of_its_day() -> None:
    found = read(
        "Chiều 5/5, Bí thư Tỉnh ủy Quảng Nam Lê Văn Nam kiểm tra đường ven biển ở huyện Lâm Sơn.",
        "Tại buổi làm việc với Huyện ủy Lâm Sơn, ông Nam yêu cầu đẩy nhanh tiến độ.",
    )
    assert [(e.type, e.date) for e in found] == [("buổi làm việc", "2022-05-05")]


def test_the_smallest_of_nested_places_acts() -> None:
    found = read(
        "Tỉnh ủy Tiền Giang và HĐND tỉnh Tiền Giang.",
        "Sáng 5/5, huyện Cái Bè, tỉnh Tiền Giang tổ chức lễ giao nhận quân.",
    )
    assert [[label(o) for o in e.organizers] for e in found] == [["huyện Cái Bè"]]


def test_the_committee_above_a_branch_does_not_hold_what_the_branch_holds() -> None:
    found = read(
        "Huyện ủy Đầm Hà họp.",
        "Sáng 5/5, Chi bộ thôn Đồng Tâm, Đảng bộ xã Quảng Tân, huyện Đầm Hà tổ chức hội nghị.",
    )
    assert [[label(o) for o in e.organizers] for e in found if e.date][-1:] == [["Chi bộ thôn Đồng Tâm"]]


def test_the_sessions_of_a_congress_are_one_event() -> None:
    found = read(
        "Sáng 5/5, Đảng bộ xã Tân Hưng khai mạc Đại hội đại biểu lần thứ nhất, nhiệm kỳ 2025-2030.",
        "Trước đó, chiều 4/5, Đại hội đã tiến hành phiên trù bị.",
    )
    assert [(e.type, e.date) for e in found] == [("đại hội", "2022-05-05")]


def test_who_held_it_stands_in_the_sentence_before() -> None:
    found = read(
        "Ban Thường vụ Tỉnh ủy Hà Giang vừa tổ chức kiểm điểm tập thể theo nghị quyết.",
        "Hội nghị diễn ra trong 2 ngày 19 và 20-4.",
    )
    assert [(e.date, [label(o) for o in e.organizers]) for e in found] == [
        ("2022-04-19", ["Ban Thường vụ Tỉnh ủy Hà Giang"])
    ]


def test_a_session_lasts_until_a_day() -> None:
    found = read("Sáng 5/5, HĐND tỉnh Quảng Nam khai mạc kỳ họp thứ sáu.", "Kỳ họp diễn ra đến hết ngày 8/5.")
    assert [e.date for e in found] == ["2022-05-05"]


def test_the_same_day_is_the_one_told_before() -> None:
    found = read(
        "Sáng 5/5, Tỉnh ủy Quảng Nam khánh thành trụ sở.",
        "Chiều cùng ngày, Tỉnh ủy Quảng Nam tổ chức hội nghị.",
    )
    assert [(e.type, e.date) for e in found] == [("hội nghị", "2022-05-05")]


def test_a_place_acts_under_its_own_name() -> None:
    found = read(
        "Tỉnh ủy Quảng Nam và HĐND tỉnh Quảng Nam.",
        "Sáng 5/5, tỉnh Quảng Nam tổ chức trọng thể lễ kỷ niệm 25 năm tái lập tỉnh.",
    )
    assert [o.full_name for e in found for o in e.organizers if isinstance(o, Unit)] == ["tỉnh Quảng Nam"]


def test_the_year_of_a_day_soon_after_the_last_date_told() -> None:
    found = read(
        "Tháng 6/2016, HĐND tỉnh Quảng Nam nhận báo cáo.",
        "Ngày 28/11, Tỉnh ủy Quảng Nam tổ chức hội nghị.",
        published=None,
    )
    assert [e.date for e in found] == ["2016-11-28"]


def test_a_career_long_past_tells_no_year() -> None:
    found = read(
        "Ông được bầu tháng 8/2002.",
        "Nhiệm kỳ 2010-2015, ông làm Bí thư Tỉnh ủy Quảng Nam.",
        "Ngày 29/9, Tỉnh ủy Quảng Nam tổ chức hội nghị.",
        published=None,
    )
    assert [e.date for e in found] == [None]


@pytest.mark.parametrize(
    ("text", "organizer"),
    [
        (
            "Ngày 4/5, buổi làm việc của Bí thư Tỉnh ủy Quảng Nam Lê Văn Nam với Sở Nội vụ diễn ra.",
            ["Tỉnh ủy Quảng Nam"],
        ),
        (
            "Ngày 4/5, Bí thư Tỉnh ủy Quảng Nam Lê Văn Nam có cuộc làm việc với Sở Nội vụ.",
            ["Tỉnh ủy Quảng Nam"],
        ),
        (
            "Ngày 4/5, Bí thư Tỉnh ủy Quảng Nam Lê Văn Nam làm việc với Huyện ủy Lâm Sơn.",
            ["Tỉnh ủy Quảng Nam"],
        ),
        (
            "Ngày 4/5, tại lễ kỷ niệm thành lập trường, Bí thư Tỉnh ủy Quảng Nam Lê Văn Nam phát biểu.",
            [],
        ),
        (
            "Ngày 4/5, tại hội nghị gặp gỡ giữa các tỉnh, Bí thư Tỉnh ủy Quảng Nam Lê Văn Nam phát biểu.",
            [],
        ),
        ("Tại cuộc họp HĐND tỉnh Quảng Nam hôm 19/5, Tỉnh ủy báo cáo.", ["Hội đồng nhân dân tỉnh Quảng Nam"]),
        (
            "Ngày 4/5, đoàn giám sát Nghị quyết số 5-NQ/TU ngày 2/3/2020 của Tỉnh ủy có buổi làm việc với các sở.",
            [],
        ),
        ("Theo TTXVN, sáng 4/5, Tỉnh ủy Quảng Nam tổ chức hội nghị.", ["Tỉnh ủy Quảng Nam"]),
        ("Ngày 4/5, Thủ tướng Lê Văn Nam chủ trì hội nghị với các tỉnh.", ["Chính phủ"]),
        (
            "Ngày 4/5, ông Lê Văn Nam, Ủy viên Ban Thường vụ Tỉnh ủy, Chủ tịch HĐND tỉnh Quảng Nam làm việc với"
            " Huyện ủy Lâm Sơn.",
            ["Hội đồng nhân dân tỉnh Quảng Nam"],
        ),
        (
            "Ngày 4/5, Chủ tịch HĐND tỉnh Quảng Nam Lê Văn Nam dự lễ trao Huy hiệu Đảng tại Đảng bộ huyện Lâm Sơn.",
            ["Huyện ủy Lâm Sơn"],
        ),
        (
            "Ngày 4/5, Bí thư Tỉnh ủy Quảng Nam Lê Văn Nam có chuyến thăm và làm việc tại huyện Lâm Sơn.",
            ["Tỉnh ủy Quảng Nam"],
        ),
    ],
)
def test_who_holds_it(text: str, organizer: list[str]) -> None:
    title = "Tỉnh ủy Quảng Nam và HĐND tỉnh Quảng Nam"
    assert [[label(o) for o in e.organizers] for e in read(text, title=title)] == [organizer]


def test_a_title_tells_who_held_the_session() -> None:
    found = read(
        "Kỳ họp là kỳ họp chuyên đề về nhân sự.",
        "Kỳ họp đã thông qua 2 tờ trình.",
        title="Kỳ họp thứ 23, HĐND huyện Lâm Sơn khóa XI",
    )
    assert [[label(o) for o in e.organizers] for e in found] == [["Hội đồng nhân dân huyện Lâm Sơn"]]


def test_a_body_holds_it_rather_than_the_place_of_a_title() -> None:
    found = read(
        "Tối 5/5, UBND tỉnh Quảng Nam tổ chức lễ công bố quyết định.", title="Quảng Nam tổ chức lễ công bố"
    )
    assert [[label(o) for o in e.organizers] for e in found] == [["Ủy ban nhân dân tỉnh Quảng Nam"]]


def test_who_is_named_without_a_title_leads_the_body_told_elsewhere() -> None:
    found = read(
        "Ngày 5/5, ông Lê Văn Nam có cuộc làm việc với các sở.",
        "Bí thư Tỉnh ủy Quảng Nam Lê Văn Nam nêu ba yêu cầu với UBND tỉnh.",
    )
    assert [[label(o) for o in e.organizers] for e in found] == [["Tỉnh ủy Quảng Nam"]]


def test_a_newspaper_that_tells_of_a_meeting_does_not_hold_it() -> None:
    found = read(
        "Hội nghị lần thứ hai mươi hai, Tỉnh ủy Quảng Nam khóa X đã kết thúc.",
        "Báo Quảng Nam giới thiệu bài phát biểu kết luận của Bí thư Tỉnh ủy tại hội nghị.",
    )
    assert [[o.kind for o in e.organizers if isinstance(o, Organization)] for e in found] == [
        ["provincial-party-committee"]
    ]


def test_a_mark_joins_what_is_to_come() -> None:
    found = read(
        "Ngày 5/5, Tỉnh ủy Quảng Nam họp bàn việc trình kỳ họp thứ 12- kỳ họp chuyên đề của HĐND tỉnh khóa X."
    )
    assert [e.type for e in found] == ["cuộc họp"]


def test_a_ceremony_told_twice_is_one() -> None:
    found = read(
        "Khách mời dự buổi lễ do Tỉnh ủy Quảng Nam tổ chức.",
        "Sáng 5/5, tỉnh Quảng Nam tổ chức lễ công bố nghị quyết của Quốc hội.",
    )
    assert [(e.type, e.date) for e in found] == [("lễ công bố", "2022-05-05")]


def test_an_earlier_meeting_of_the_standing_committee_is_another_event() -> None:
    found = read(
        "Ngày 20/5, Tỉnh ủy Quảng Nam tổ chức hội nghị.",
        "Trước đó, ngày 12/4, Ban Thường vụ Tỉnh ủy Quảng Nam đã họp.",
    )
    assert [e.date for e in found] == ["2022-05-20", "2022-04-12"]


def test_a_caption_alone_makes_no_event() -> None:
    blocks = [
        Block(BlockKind.PARAGRAPH, "HĐND tỉnh Quảng Nam, Tỉnh ủy Quảng Nam."),
        Block(BlockKind.CAPTION, "Các đại biểu dự hội nghị năm 2018."),
    ]
    scan = recognise(normalise(Article("a", tuple(blocks))), lexicon())
    assert list(events(scan, lexicon())) == []


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


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ông Lê Văn Nam chủ trì hội nghị.", [("Lê Văn Nam", "chairs")]),
        (
            "Dự hội nghị có các ông Lê Văn Nam, Trần Văn Hùng.",
            [("Lê Văn Nam", "attends"), ("Trần Văn Hùng", "attends")],
        ),
        ("Báo cáo tại hội nghị, ông Lê Văn Nam nêu rõ.", [("Lê Văn Nam", "reports")]),
        ("Báo cáo với ông Lê Văn Nam tại hội nghị, các đại biểu nêu.", []),
        ("Tại hội nghị, ông Lê Văn Nam đánh giá cao công tác chỉ đạo, điều hành.", []),
        ("Tại hội nghị, ông Lê Văn Nam chia sẻ về dự án, dự thảo.", []),
        ("Ông Lê Văn Nam không tham dự hội nghị.", []),
        (
            "Cùng dự có các đồng chí: Lê Văn Nam, Bí thư Tỉnh ủy; Trần Văn Hùng, Chủ tịch UBND tỉnh.",
            [("Lê Văn Nam", "attends"), ("Trần Văn Hùng", "attends")],
        ),
        ("Đồng chí Lê Văn Nam, Bí thư Tỉnh ủy dự và phát biểu.", [("Lê Văn Nam", "speaks")]),
        ("Phát biểu chỉ đạo, Bí thư Tỉnh ủy Lê Văn Nam biểu dương kết quả.", [("Lê Văn Nam", "speaks")]),
        ("Trình bày báo cáo chính trị, ông Lê Văn Nam nêu rõ.", [("Lê Văn Nam", "reports")]),
        (
            "Cùng chủ trì có các đồng chí: Lê Văn Nam, Phó Bí thư Tỉnh ủy; Trần Văn Hùng, Chủ tịch UBND tỉnh.",
            [("Lê Văn Nam", "chairs"), ("Trần Văn Hùng", "chairs")],
        ),
        (
            "Các đồng chí: Lê Văn Nam, Bí thư Tỉnh ủy; Trần Văn Hùng, Chủ tịch UBND tỉnh chủ trì.",
            [("Lê Văn Nam", "chairs"), ("Trần Văn Hùng", "chairs")],
        ),
        ("Ông Lê Văn Nam đi kiểm tra thực địa.", []),
        ("Hội nghị do ông Lê Văn Nam dẫn đầu để nghe các cơ quan báo cáo.", []),
        ("Kết luận hội nghị, ông Lê Văn Nam yêu cầu.", [("Lê Văn Nam", "concludes")]),
    ],
)
def test_who_takes_part(text: str, parts: list[tuple[str, str]]) -> None:
    found = read("Ngày 20/5, Huyện ủy Lâm Sơn tổ chức hội nghị.", text)
    assert [(p.person, p.role.value) for p in found[0].participations] == parts


def test_the_one_who_acts_at_a_ceremony_need_not_hold_it() -> None:
    found = read(
        "Ngày 26/5, UBND tỉnh Quảng Nam tổ chức lễ tuyên dương học sinh giỏi.",
        "Tại lễ tuyên dương, Hội Khuyến học tỉnh Quảng Nam trao học bổng.",
    )
    assert [[label(o) for o in e.organizers] for e in found] == [["Ủy ban nhân dân tỉnh Quảng Nam"]]


def test_a_review_of_anothers_work_is_held_by_who_is_said_to_hold_it() -> None:
    found = read(
        "Sáng 28/3/2019, Thường trực HĐND tỉnh Hà Tĩnh tổ chức hội nghị đánh giá hoạt động giám sát của HĐND huyện "
        "Hương Sơn."
    )
    assert [[label(o) for o in e.organizers] for e in found] == [
        ["Thường trực Hội đồng nhân dân tỉnh Hà Tĩnh"]
    ]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "Ngày 21/11, được sự đồng ý của Ban Thường vụ Tỉnh ủy Phú Yên và UBND tỉnh Phú Yên, Sở Y tế tỉnh Phú Yên "
            "tổ chức hội nghị tổng kết.",
            [("hội nghị", "Sở Y tế tỉnh Phú Yên")],
        ),
        (
            "Chiều 11/4, Tỉnh ủy Phú Yên tổ chức trao quyết định bổ nhiệm cán bộ.",
            [("lễ trao", "Tỉnh ủy Phú Yên")],
        ),
        (
            "Ngày 7/3, Bí thư Tỉnh ủy Phú Yên Lê Văn Nam đã có buổi làm việc với sở Ngoại vụ.",
            [("buổi làm việc", "Tỉnh ủy Phú Yên")],
        ),
        ("Trong tuần tới, Tỉnh ủy Phú Yên làm việc với sở về việc nạo vét.", []),
    ],
)
def test_consent_handing_over_and_partners(text: str, held: list[tuple[str, str]]) -> None:
    assert [(e.type, "; ".join(label(o) for o in e.organizers)) for e in read(text)] == held


@pytest.mark.parametrize(
    ("lines", "held"),
    [
        # what a session is yet to decide is no session, a meeting with the press about it is one
        (
            (
                "Chiều 3/5, Thường trực HĐND tỉnh Quảng Nam tổ chức họp báo về kỳ họp thứ 9.",
                "Kỳ họp sẽ diễn ra trong 2 ngày. Tại kỳ họp, HĐND tỉnh xem xét 12 tờ trình.",
            ),
            [("họp báo", "2022-05-03", "Thường trực Hội đồng nhân dân tỉnh Quảng Nam")],
        ),
        (
            (
                "Chiều 3/5, UBND tỉnh Quảng Nam bàn các nội dung trình HĐND tỉnh tại kỳ họp giữa năm.",
                "Chủ tịch UBND tỉnh Trần Văn Núi chủ trì hội nghị.",
            ),
            [("hội nghị", "2022-05-03", "Ủy ban nhân dân tỉnh")],
        ),
        # a meeting about a plenum of the centre is one meeting, and so is one at which a speech is taken up
        (
            (
                "Sáng 3/5, Ban Thường vụ Tỉnh ủy Quảng Nam tổ chức hội nghị thông báo kết quả Hội nghị lần thứ "
                "năm Ban Chấp hành Trung ương Đảng khóa XIII.",
                "Bí thư Tỉnh ủy cho biết, tại Hội nghị lần thứ năm, Ban Chấp hành Trung ương đã bàn về đất đai.",
            ),
            [("hội nghị", "2022-05-03", "Ban Thường vụ Tỉnh ủy Quảng Nam")],
        ),
        (
            (
                "Ngày 9/5, Tỉnh ủy Quảng Nam tổ chức hội nghị.",
                "Hội nghị nghe bài phát biểu của Bí thư Tỉnh ủy tại phiên họp thứ nhất của Tiểu ban Văn kiện "
                "ngày 13/3/2022.",
            ),
            [("hội nghị", "2022-05-09", "Tỉnh ủy Quảng Nam")],
        ),
        # a session of today and one of years ago are two, although one body holds both
        (
            (
                "Sáng nay, phiên họp bất thường của HĐND tỉnh Quảng Nam đã bãi nhiệm ông Trần Văn Núi.",
                "Ngày 16/6/2016, kỳ họp thứ nhất, HĐND tỉnh Quảng Nam đã bầu ông Núi làm Chủ tịch.",
            ),
            [
                ("phiên họp", "2022-05-24", "Hội đồng nhân dân tỉnh Quảng Nam"),
                ("kỳ họp", "2016-06-16", "Hội đồng nhân dân tỉnh Quảng Nam"),
            ],
        ),
    ],
)
def test_one_meeting_and_what_is_told_there(
    lines: tuple[str, ...], held: list[tuple[str, str | None, str]]
) -> None:
    found = read(*lines)
    assert [(e.type, e.date, label(e.organizers[0])) for e in found] == held


@pytest.mark.parametrize(
    ("lines", "organizers"),
    [
        (
            ("Ngày 9/5, Ban Thường vụ Huyện ủy tổ chức Hội nghị Ban Chấp hành Đảng bộ huyện Lâm Sơn.",),
            ["Ban Thường vụ Huyện ủy", "Huyện ủy Lâm Sơn"],
        ),
        (
            (
                "Sáng 9/5, Bí thư Tỉnh ủy Quảng Nam Lê Văn Sông trao quyết định cho ông Trần Văn Núi.",
                "Tại buổi trao quyết định, ông Núi cảm ơn Ban Thường vụ Tỉnh ủy.",
            ),
            ["Tỉnh ủy Quảng Nam"],
        ),
        (
            ("Chiều 9/5, tại buổi gặp gỡ giữa lãnh đạo TP Đà Nẵng với các nhà báo, ông Núi đã nêu ý kiến.",),
            ["thành phố Đà Nẵng"],
        ),
        (
            ("Ngày 9/5, Ban Chỉ đạo phòng, chống tham nhũng tỉnh Quảng Nam tổ chức phiên họp thứ hai.",),
            ["Ban Chỉ đạo phòng, chống tham nhũng tỉnh Quảng Nam"],
        ),
        (
            (
                "Ngày 9/5, đại diện Công ty Sông Xanh nêu khó khăn với lãnh đạo tỉnh tại buổi làm việc.",
                "Phát biểu tại buổi làm việc, Bí thư Tỉnh ủy Quảng Nam Lê Văn Sông cảm ơn Công ty Sông Xanh.",
            ),
            ["Tỉnh ủy Quảng Nam"],
        ),
        (
            (
                "“Chúng ta cùng tháo gỡ với TP Đà Nẵng” - Thủ tướng Lê Văn Sông nói khi chủ trì buổi làm việc.",
                "Dự buổi làm việc có Bí thư Thành ủy Đà Nẵng Trần Văn Núi và lãnh đạo HĐND thành phố.",
            ),
            ["Chính phủ"],
        ),
        (
            ("Tại buổi làm việc với Bộ trưởng Bộ Y tế sáng 9/5, Chủ tịch UBND tỉnh Quảng Nam đã kiến nghị.",),
            ["Bộ Y tế"],
        ),
        (
            ("Ngày 9/5, ông Lê Văn Sông - Phó Bí thư Tỉnh ủy - Chủ tịch UBND tỉnh Quảng Nam có buổi tiếp khách.",),
            ["Ủy ban nhân dân tỉnh Quảng Nam"],
        ),
        (
            ("Sáng 9/5, Chi bộ thôn 3, xã Sông Xanh tổ chức đại hội chi bộ nhiệm kỳ 2020-2022.",),
            ["Chi bộ thôn 3 xã Sông Xanh"],
        ),
        (
            ("Tháng 5-2017, tại Hội nghị trung ương 5, hơn 90% ủy viên tán thành kỷ luật ông Núi.",),
            ["Ban Chấp hành Trung ương Đảng"],
        ),
        (
            ("Sáng nay, Huyện ủy, HĐND, UBND, UBMTTQ VN huyện Lâm Sơn tổ chức buổi họp mặt.",),
            ["Huyện ủy", "Hội đồng nhân dân", "Ủy ban nhân dân"],
        ),
    ],
)
def test_who_stands_behind_a_meeting(lines: tuple[str, ...], organizers: list[str]) -> None:
    (event,) = [e for e in read(*lines) if e.organizers]
    assert [label(o) for o in event.organizers][: len(organizers)] == organizers


@pytest.mark.parametrize(
    ("text", "date"),
    [
        # an anniversary tells the years that it spans; the day of the meeting is today's
        ("Sáng nay, Huyện ủy Lâm Sơn tổ chức buổi họp mặt 92 năm 3/2/1930 - 3/2/2022.", "2022-05-24"),
        ("Trong 2 ngày 9 và 10/5, Đoàn ĐBQH tỉnh Quảng Nam đã có buổi tiếp xúc cử tri tại các xã.", "2022-05-09"),
    ],
)
def test_the_day_beside_others(text: str, date: str) -> None:
    (event,) = read(text)
    assert event.date == date


def test_a_day_before_the_last_date_is_of_its_year_when_another_follows_it() -> None:
    (event,) = [
        e
        for e in read(
            "Sau hai ngày làm việc 25 và 26/12, Tỉnh ủy Quảng Nam đã kỷ luật ông Núi.",
            "Đến ngày 2/6, Ban Thường vụ Tỉnh ủy Quảng Nam đã họp và kết luận ông Núi vi phạm.",
            "Ngày 14/11/2018, Ủy ban Kiểm tra Tỉnh ủy nhận được đơn.",
            published=None,
        )
        if e.type == "cuộc họp"
    ]
    assert event.date == "2018-06-02"


def test_a_party_organisation_whose_name_the_congress_follows_holds_it() -> None:
    (event,) = read(
        "Ngày 10/5, Đảng bộ Văn phòng UBND tỉnh Quảng Nam Đại hội lần thứ VIII, nhiệm kỳ 2020-2025.",
        "Dự Đại hội có lãnh đạo UBND tỉnh.",
    )
    assert [label(o) for o in event.organizers] == ["Đảng ủy Văn phòng Ủy ban nhân dân tỉnh Quảng Nam"]


def test_one_congress_told_in_the_title_and_by_its_holder() -> None:
    (event,) = read(
        "Đảng bộ xã Sông Xanh tổ chức Đại hội Đại biểu Đảng bộ nhiệm kỳ 2020-2025 với chủ đề mới.",
        title="Đảng bộ xã Sông Xanh tổ chức Đại hội",
    )
    assert [label(o) for o in event.organizers] == ["Đảng ủy xã Sông Xanh"]


@pytest.mark.parametrize(
    "text",
    [
        "HĐND TP Đà Nẵng vừa có Thông báo số 28/TB-HĐND về thời gian, địa điểm tổ chức kỳ họp thứ bảy.",
        "Theo chương trình, phiên họp thứ 10 của UBND tỉnh Quảng Nam sẽ diễn ra vào tháng 6. Trong ngày thứ hai "
        "của phiên họp, Trưởng Ban Pháp chế HĐND tỉnh Trần Văn Núi sẽ báo cáo.",
    ],
)
def test_a_session_that_is_announced(text: str) -> None:
    assert read(text) == []


def test_a_meeting_that_comes_next_is_another() -> None:
    found = read(
        "Chiều 9/5, Ban Thường vụ Huyện ủy Lâm Sơn tổ chức hội nghị lần thứ 74.",
        "Tiếp đó, Bí thư Huyện ủy đã chủ trì hội nghị Ban Chấp hành Đảng bộ huyện lần thứ 36.",
        "Tại hội nghị, các đại biểu đã bàn về đất đai.",
    )
    assert [label(e.organizers[0]) for e in found] == ["Ban Thường vụ Huyện ủy", "Huyện ủy"]


def test_a_congress_of_branches_at_large_is_none() -> None:
    found = read(
        "Ngày 9/5, Đảng ủy xã Sông Xanh tổ chức hội nghị triển khai kế hoạch Đại hội chi bộ nhiệm kỳ 2020-2022.",
        "Đại hội chi bộ trực thuộc phải xong trước ngày 30/6.",
    )
    assert [e.type for e in found] == ["hội nghị"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Bí thư Tỉnh ủy Lê Văn Sông, các Phó Chủ tịch HĐND tỉnh Trần Văn Núi, Phạm Thị Suối đồng chủ trì kỳ "
            "họp; tham dự kỳ họp có Chủ tịch UBND tỉnh Đỗ Văn Rừng; Phó Bí thư Thường trực Tỉnh ủy Võ Thị Mây.",
            [
                ("Lê Văn Sông", "chairs"),
                ("Trần Văn Núi", "chairs"),
                ("Phạm Thị Suối", "chairs"),
                ("Đỗ Văn Rừng", "attends"),
                ("Võ Thị Mây", "attends"),
            ],
        ),
        (
            "Các đồng chí: TS Lê Văn Sông, Ủy viên dự khuyết Trung ương Đảng, Bí thư Tỉnh ủy; Trần Văn Núi, Chủ tịch "
            "UBND tỉnh đồng chủ trì kỳ họp.",
            [("Lê Văn Sông", "chairs"), ("Trần Văn Núi", "chairs")],
        ),
    ],
)
def test_those_who_chair_together_and_those_who_come(text: str, parts: list[tuple[str, str]]) -> None:
    (event,) = read("Sáng 9/5, HĐND tỉnh Quảng Nam khai mạc kỳ họp thứ 13.", text)
    assert [(p.person, str(p.role)) for p in event.participations] == parts


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        # one body's session and, on a later day, the meeting of the committee that it belongs to
        (
            (
                "Ngày 8/5, Ủy ban Kiểm tra Tỉnh ủy Quảng Nam đã tiến hành kỳ họp thứ 18.",
                "Ngày 11/5, Ban Chấp hành Đảng bộ tỉnh Quảng Nam đã họp, xem xét trách nhiệm.",
            ),
            [("kỳ họp", "Ủy ban Kiểm tra Tỉnh ủy Quảng Nam"), ("cuộc họp", "Tỉnh ủy Quảng Nam")],
        ),
        # who did something on the day holds the session with which the next sentence goes on
        (
            (
                "Chiều 16/5, Ủy ban Kiểm tra Tỉnh ủy Quảng Nam đã triển khai quyết định kỷ luật.",
                "Buổi làm việc diễn ra tại trụ sở Huyện ủy Lâm Sơn.",
            ),
            [("buổi làm việc", "Ủy ban Kiểm tra Tỉnh ủy Quảng Nam")],
        ),
        # who is only the source of the news does not meet
        (
            ("Ngày 14/5, tin từ Cổng thông tin Chính phủ, Ban Bí thư vừa họp xem xét kỷ luật.",),
            [("cuộc họp", "Ban Bí thư Trung ương Đảng")],
        ),
        (
            ("Ngày 3/5, tại buổi giao ban báo chí Thành ủy Đà Nẵng, ông Lê Văn An giải thích.",),
            [("buổi giao ban", "Thành ủy Đà Nẵng")],
        ),
        (
            (
                "Ngày 10/5, Phó Bí thư Thường trực Tỉnh ủy Quảng Nam Lê Văn An dẫn đầu đoàn công tác làm việc"
                " với Huyện ủy Lâm Sơn.",
            ),
            [("buổi làm việc", "Tỉnh ủy Quảng Nam")],
        ),
        # what a session decided is made known
        (
            ("Chiều 11/5, Ủy ban Kiểm tra Tỉnh ủy Quảng Nam ra thông báo về kỳ họp thứ IV của Ủy ban.",),
            [("kỳ họp", "Ủy ban Kiểm tra Tỉnh ủy Quảng Nam")],
        ),
        # with whose heads one meets does not hold the meeting
        (
            ("Ngày 3/5, Tỉnh ủy Quảng Nam tổ chức hội nghị giao ban tháng 4 với bí thư các huyện ủy.",),
            [("hội nghị", "Tỉnh ủy Quảng Nam")],
        ),
        # on one day two boards of one committee meet
        (
            (
                "Chiều 9/5, Ban Thường vụ Tỉnh ủy Quảng Nam tổ chức hội nghị sơ kết.",
                "Trước đó, sáng cùng ngày, Ban Chấp hành Đảng bộ tỉnh Quảng Nam họp phiên thứ 25.",
            ),
            [("hội nghị", "Ban Thường vụ Tỉnh ủy Quảng Nam"), ("phiên họp", "Tỉnh ủy Quảng Nam")],
        ),
        # the Front brings candidates before voters
        (
            (
                "Ngày 10/5, tại huyện Lâm Sơn, các ứng cử viên đại biểu Quốc hội đã có buổi tiếp xúc cử tri.",
                "Ủy ban Mặt trận Tổ quốc Việt Nam huyện Lâm Sơn chủ trì hội nghị.",
            ),
            [("buổi tiếp xúc cử tri", "Ủy ban Mặt trận Tổ quốc Việt Nam huyện Lâm Sơn")],
        ),
        (
            (
                "Ngày 9/5, các ứng cử viên đại biểu HĐND tỉnh Quảng Nam tiếp xúc cử tri tại xã Lâm Trung.",
                "Huyện ủy Lâm Sơn và Tỉnh ủy Quảng Nam cử người dự.",
            ),
            [("tiếp xúc cử tri", "")],
        ),
        # where somebody was once elected
        (
            (
                "Ngày 15/5, Tỉnh ủy Quảng Nam tổ chức hội nghị cán bộ.",
                "Tại kỳ họp thứ 16 HĐND tỉnh Quảng Nam khóa VIII, ông Lê Văn An được bầu làm Chủ tịch UBND.",
            ),
            [("hội nghị", "Tỉnh ủy Quảng Nam")],
        ),
        (("Ông Lê Văn An không tham dự đại hội Đảng bộ xã Bình Minh nhiệm kỳ 2020-2025.",), []),
        (("Đó là từ nguồn tiếp xúc cử tri của HĐND tỉnh Quảng Nam, của báo chí.",), []),
    ],
)
def test_meetings_beside_what_is_only_spoken_of(
    lines: tuple[str, ...], found: list[tuple[str, str]]
) -> None:
    assert [(e.type, "; ".join(map(label, e.organizers))) for e in read(*lines)] == found


def test_a_forum_of_a_name_of_its_own_that_opens_on_a_day() -> None:
    [event] = read(
        "Diễn đàn Đầu tư Quảng Nam 2022 khai mạc sáng 15/5 với sự tham dự của lãnh đạo Tỉnh ủy Quảng Nam.",
        "Bí thư Tỉnh ủy Quảng Nam Lê Văn An và Chủ tịch UBND tỉnh Quảng Nam Trần Thị Bình cùng dự.",
    )
    assert (event.type, event.date) == ("diễn đàn", "2022-05-15")
