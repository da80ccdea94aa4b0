"""Which meetings are one and which another, who stands behind them, who chairs them together."""

from __future__ import annotations

import pytest

from kg.model import Event
from tests.relate.test_events import label, read


def rows(found: list[Event]) -> list[tuple[str, str | None, list[str]]]:
    return [(e.type, e.date, [label(o) for o in e.organizers]) for e in found]


_COMMISSION, _COUNCIL = "Ủy ban Kiểm tra Trung ương", "Hội đồng nhân dân tỉnh Quảng Nam"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # sessions of one body are told apart by their numbers, if the second has a day
        (
            (
                "Trước đó, tại kỳ họp thứ 17 vào cuối tháng 2, Ủy ban Kiểm tra Trung ương kết luận ông Nam vi phạm.",
                "Đến kỳ họp thứ 18 (từ ngày 4 đến 6/5), Ủy ban Kiểm tra Trung ương đã cảnh cáo ông Nam.",
            ),
            [("kỳ họp", None, [_COMMISSION]), ("kỳ họp", "2022-05-04", [_COMMISSION])],
        ),
        (
            (
                "Ngày 4/5, Ủy ban Kiểm tra Trung ương đã họp kỳ 18.",
                "Tại kỳ họp này, Ủy ban xem xét vi phạm đã được kết luận tại kỳ họp 17 của Ủy ban Kiểm tra Trung ương.",
            ),
            [("kỳ họp", "2022-05-04", [_COMMISSION])],
        ),
        # the day on which a session opened is no other one
        (
            ("Chiều 9/5, Kỳ họp thứ 20, HĐND tỉnh Quảng Nam đã bế mạc. Kỳ họp khai mạc ngày 7/5.",),
            [("kỳ họp", "2022-05-09", [_COUNCIL])],
        ),
        # a notice has a day of its own
        (
            (
                "Thông báo của Ủy ban Kiểm tra Trung ương vừa phát chiều 9-5 nêu rõ trong kỳ họp 17, Ủy ban Kiểm tra"
                " Trung ương đã xem xét kỷ luật ông Nam.",
            ),
            [("kỳ họp", None, [_COMMISSION])],
        ),
        (
            ("Ngày 9/5, Ủy ban Kiểm tra Trung ương ra thông báo kết quả kỳ họp thứ 17.",),
            [("kỳ họp", None, [_COMMISSION])],
        ),
        # a province's meeting and that of a body of the centre
        (
            (
                "Tỉnh Quảng Nam đã họp và kỷ luật các tập thể.",
                "Trước đó, Ban Bí thư họp dưới sự chủ trì của Tổng Bí thư, xem xét đề nghị kỷ luật.",
            ),
            [
                ("cuộc họp", None, ["tỉnh Quảng Nam"]),
                ("cuộc họp", None, ["Ban Bí thư Trung ương Đảng"]),
            ],
        ),
        # what a meeting is held for, or what is done there, is none of its own
        (
            (
                "Ngày 5/5, Công an tỉnh Quảng Nam và Tỉnh đoàn Quảng Nam tổ chức hội nghị ký kết chương trình phối hợp.",
                "Tại hội nghị, Công an tỉnh Quảng Nam và Tỉnh đoàn đã ký kết chương trình phối hợp.",
            ),
            [("hội nghị", "2022-05-05", ["Công an tỉnh Quảng Nam", "Tỉnh đoàn Quảng Nam"])],
        ),
        # many do not meet together
        (("Ngày 5/5, nhiều huyện trên địa bàn tỉnh Quảng Nam đã tổ chức lễ trao Huy hiệu Đảng.",), []),
        (("Trong các ngày từ 3 đến 5/5, Đảng ủy 12 phường của quận Hải Châu tổ chức lễ trao Huy hiệu Đảng.",), []),
        (
            ("Ngày 5/5, Hội Nông dân tỉnh Quảng Nam phối hợp với các huyện tổ chức hội nghị.",),
            [("hội nghị", "2022-05-05", ["Hội Nông dân tỉnh Quảng Nam"])],
        ),
        (
            ("Ngày 5/5, Cụm thi đua số 2 gồm các quận: 7, 12, Bình Tân, Gò Vấp, đã tổ chức hội nghị.", "Thành ủy và các huyện ủy cùng dự. Thành ủy khen thưởng."),
            [("hội nghị", "2022-05-05", ["Cụm thi đua số 2"])],
        ),
        # a board meets to prepare what is to come
        (
            (
                "Chiều 5/5, Tỉnh ủy Quảng Nam tổ chức họp Ban Tổ chức hội thảo về nhà cách mạng Lê Văn Sông.",
                "Hội thảo có chủ đề “Người cộng sản kiên trung”. Tại cuộc họp, các thành viên nêu tiến độ.",
            ),
            [("cuộc họp", "2022-05-05", ["Tỉnh ủy Quảng Nam"])],
        ),
        (
            (
                "Tại Phiên trù bị, Đại hội Đảng bộ tỉnh Quảng Nam bầu Đoàn Chủ tịch.",
                "Phiên chính thức Đại hội đại biểu Đảng bộ tỉnh Quảng Nam lần thứ I, nhiệm kỳ 2025-2030 sẽ khai mạc"
                " sáng 25/5.",
            ),
            [],
        ),
        # those whom a meeting prepares for another one
        (
            ("Chiều 8/5, Đảng ủy xã Bình Minh tổ chức hội nghị sinh hoạt đại biểu tham dự Đại hội Đảng bộ xã lần thứ I.",),
            [("hội nghị", "2022-05-08", ["Đảng ủy xã Bình Minh"])],
        ),
        # a session that was over before, one that the press is told of
        (
            (
                "Chiều 12/4, ngay sau khi Quốc hội bế mạc kỳ họp cuối cùng, Thủ tướng Lê Văn Nam đã chủ trì phiên họp"
                " đầu tiên của Chính phủ.",
            ),
            [("phiên họp", "2022-04-12", ["Chính phủ"])],
        ),
        (
            (
                "Chiều 5/5, Chánh Văn phòng HĐND tỉnh Quảng Nam chủ trì họp báo thông báo Kỳ họp bất thường HĐND tỉnh lần"
                " thứ 10, dự kiến sẽ diễn ra chiều 9/5.",
                "Kỳ họp nhằm miễn nhiệm chức vụ Chủ tịch HĐND tỉnh Quảng Nam.",
            ),
            [("họp báo", "2022-05-05", [_COUNCIL])],
        ),
        # the party's speakers meet, not its central committee
        (
            (
                "Sáng 8/5, Hội nghị báo cáo viên Trung ương tháng 5 được tổ chức trực tuyến.",
                "Tại điểm cầu Huyện ủy Lâm Sơn, đồng chí Lê Văn Nam, Phó Bí thư Huyện ủy Lâm Sơn chủ trì hội nghị.",
            ),
            [("hội nghị", "2022-05-08", ["Huyện ủy"])],
        ),
        (("Ngày 5/5, UBND tỉnh Quảng Nam đã tiếp nhận hồ sơ và đã tiếp thu ý kiến của HĐND tỉnh, Tỉnh ủy.",), []),
        # what is put off, told how to hold, planned or tomorrow's
        (("Từ ngày 5/5, UBND tỉnh Quảng Nam tạm dừng tổ chức lễ công bố xã đạt chuẩn, HĐND tỉnh đồng ý.",), []),
        (("Tỉnh ủy Quảng Nam vừa có hướng dẫn tổ chức lễ công bố xã đạt chuẩn nông thôn mới.",), []),
        (
            (
                "Ngày 5/5, UBND tỉnh Quảng Nam ban hành Kế hoạch tổ chức Lễ phát động Tết trồng cây.",
                "Thực hiện lời Bác, UBND tỉnh tổ chức Lễ phát động với sự tham gia của HĐND tỉnh, Tỉnh ủy.",
            ),
            [],
        ),
        (
            (
                "Sáng mai 25/5, Đại hội Đảng bộ tỉnh Quảng Nam lần thứ I, nhiệm kỳ 2020-2025 khai mạc.",
                "Đại hội diễn ra trong 2 ngày từ 25 đến 26/5 với nhiều nội dung.",
            ),
            [],
        ),
        # whoever comes to a ceremony neither holds it nor gives what it is for
        (
            (
                "Ngày 5/5, Chủ tịch Quốc hội Lê Văn Nam đã tới dự Lễ kỷ niệm 70 năm thành lập xã và công bố quyết định"
                " xã Bình Minh đạt chuẩn. Tỉnh ủy, Huyện ủy cùng dự.",
            ),
            [("lễ kỷ niệm", "2022-05-05", [])],
        ),
        (
            (
                "Sáng 5/5, đoàn đại biểu Thành ủy, HĐND, UBND thành phố Đà Nẵng có ông Lê Văn Nam đã đến dự Lễ kỷ niệm"
                " ngày giải phóng.",
            ),
            [("lễ kỷ niệm", "2022-05-05", [])],
        ),
        # a journey that goes on while a meeting is held
        (
            (
                "Ngày 20/5, trong khuôn khổ chuyến thăm Lào từ ngày 18 đến 22/5, Thủ tướng Lê Văn Nam có cuộc hội đàm với"
                " Thủ tướng Lào.",
            ),
            [("hội đàm", "2022-05-20", ["Chính phủ"])],
        ),
        # a short name in brackets parts no list
        (
            (
                "Sáng 5/5, Đảng ủy - HĐND - Ủy ban nhân dân (UBND) - Ủy ban MTTQ xã Bình Minh tổ chức lễ công bố quyết"
                " định.",
            ),
            [
                (
                    "lễ công bố",
                    "2022-05-05",
                    ["Đảng ủy", "Hội đồng nhân dân", "Ủy ban nhân dân", "Ủy ban Mặt trận Tổ quốc Việt Nam xã Bình Minh"],
                )
            ],
        ),
        # reporters and lawyers hold no working sessions
        (("Ngày 20/5, PV đã liên hệ làm việc với ông Lê Văn Nam, Bí thư Huyện ủy Lâm Sơn.",), []),
        # what was said there may lie ahead
        (
            (
                "Đại biểu Quốc hội tiếp xúc cử tri tại huyện Lâm Sơn",
                "Tại buổi tiếp xúc, các đại biểu đã thông tin chương trình Kỳ họp thứ 10 sẽ diễn ra từ ngày 30/5.",
                "Đại diện Đoàn đại biểu Quốc hội tỉnh Quảng Nam và lãnh đạo HĐND tỉnh đã trả lời cử tri.",
            ),
            [("buổi tiếp xúc cử tri", None, ["Đoàn đại biểu Quốc hội"])],
        ),
    ],
)
def test_one_meeting_or_another(
    lines: tuple[str, ...], expected: list[tuple[str, str | None, list[str]]]
) -> None:
    assert rows(read(*lines)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sáng 5/5, Thành ủy Tam Kỳ đã tiến hành tổng kết công tác năm.", ("hội nghị", "Thành ủy Tam Kỳ")),
        ("Ngày 5/5, Tỉnh ủy Quảng Nam quán triệt, triển khai Nghị quyết 57.", ("hội nghị", "Tỉnh ủy Quảng Nam")),
        ("Ngày 5/5, Tỉnh ủy Quảng Nam tổ chức lễ sơ kết một năm thi đua.", ("lễ sơ kết", "Tỉnh ủy Quảng Nam")),
        (
            "Sáng 5/5, Ban Thường vụ Tỉnh ủy Quảng Nam tổ chức tổng duyệt chương trình Đại hội.",
            ("buổi tổng duyệt", "Ban Thường vụ Tỉnh ủy Quảng Nam"),
        ),
        (
            "Ngày 5/5, bà Lê Thị Hoa, Phó Chủ tịch UBND tỉnh Quảng Nam, tiếp đoàn Ban Tổ chức Lễ hội Nhật Bản.",
            ("buổi tiếp", "Ủy ban nhân dân tỉnh Quảng Nam"),
        ),
        (
            "Ngày 5/5, Thủ tướng Lê Văn Nam đã tiếp Bộ trưởng Ngoại giao Lào Bua Khăm.",
            ("buổi tiếp", "Chính phủ"),
        ),
        (
            "Ngày 5/5, Tổng Bí thư Nguyễn Phú Trọng đã đến thăm, chúc Tết, làm việc tại tỉnh Quảng Nam.",
            ("buổi làm việc", "Ban Chấp hành Trung ương Đảng"),
        ),
        (
            "Sáng 5/5, tại Nhà Quốc hội, Ủy ban Thường vụ Quốc hội khai mạc Phiên họp thứ 13.",
            ("phiên họp", "Ủy ban Thường vụ Quốc hội"),
        ),
        (
            "Tại họp báo thông tin tình hình kinh tế 9 tháng đầu năm tổ chức chiều 5/5, Chánh Văn phòng UBND tỉnh"
            " Quảng Nam Lê Văn Nam trả lời nhiều câu hỏi.",
            ("họp báo", "Ủy ban nhân dân tỉnh Quảng Nam"),
        ),
    ],
)
def test_who_holds_it(text: str, expected: tuple[str, str]) -> None:
    (event,) = read(text, "Tỉnh ủy và HĐND tỉnh cùng dự.")
    assert (event.type, [label(o) for o in event.organizers]) == (expected[0], [expected[1]])
    assert event.date == "2022-05-05"


@pytest.mark.parametrize(
    ("lines", "organizer"),
    [
        (
            (
                "Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Quảng Nam Lê Văn Nam đã trao Huy hiệu 70 năm tuổi Đảng.",
                "Phát biểu tại lễ trao Huy hiệu Đảng, bà Lê Thị Hoa chúc mừng các đảng viên.",
            ),
            "Tỉnh ủy",
        ),
        (
            (
                "Tại buổi lễ, ông Lê Văn Nam đã trao Quyết định của Ban Thường vụ Tỉnh ủy Quảng Nam bổ nhiệm bà Hoa.",
                "Phát biểu tại lễ công bố quyết định, bà Hoa cảm ơn Tỉnh ủy.",
            ),
            "Ban Thường vụ Tỉnh ủy Quảng Nam",
        ),
    ],
)
def test_who_gave_badges_and_decisions(lines: tuple[str, ...], organizer: str) -> None:
    (event,) = read(*lines, "Tỉnh ủy Quảng Nam.", title="Trao quyết định tại Tỉnh ủy")
    assert [label(o) for o in event.organizers] == [organizer]


def test_today_of_an_article_without_a_date() -> None:
    lines = (
        "Sáng nay, Thủ tướng Phạm Minh Chính lên Yên Bái làm việc với lãnh đạo tỉnh.",
        "Tại cuộc họp, Thủ tướng giao Bộ Công an vào cuộc.",
    )
    assert rows(read(*lines, published=None)) == [("buổi làm việc", None, ["Chính phủ"])]


@pytest.mark.parametrize(("day", "date"), [("30/9", "2020-09-30"), ("10/5", None)])
def test_a_term_is_summed_up_in_its_last_months(day: str, date: str | None) -> None:
    (event,) = read(
        f"Ngày {day}, Tỉnh ủy Quảng Nam tổ chức hội nghị tổng kết Chương trình số 3 của Tỉnh ủy nhiệm kỳ 2015-2020.",
        published=None,
    )
    assert event.date == date


def test_a_congress_at_which_somebody_speaks_is_going_on() -> None:
    (event,) = read(
        "Các đại biểu thảo luận sôi nổi về văn kiện của Đảng bộ tỉnh Quảng Nam.",
        "Đồng chí Lê Văn Nam, Bí thư Tỉnh ủy Quảng Nam phát biểu tại Đại hội sáng 5/5.",
    )
    assert event.type == "đại hội"


def test_a_congress_by_its_number_is_only_recalled() -> None:
    assert read("Phát biểu tại Đại hội lần thứ XI, ông Nam từng nêu việc này. Tỉnh ủy Quảng Nam, Huyện ủy đồng ý.") == []


def test_a_year_of_its_own_has_no_day_of_another() -> None:
    found = read(
        "Tháng 4-2018, ông Nam bị Đảng ủy xã Bình Minh khiển trách.",
        "Năm 2018, tại hội nghị giữa nhiệm kỳ của Đảng ủy xã Bình Minh, ông Nam có ít phiếu.",
        published=None,
    )
    assert not any(event.date for event in found)


def test_what_the_title_and_the_text_name_is_told() -> None:
    found = read(
        "Thủ tướng Phạm Minh Chính đến dự lễ khánh thành tuyến đường nối hai cao tốc.",
        *("Tuyến đường dài 20 km, rộng 42 m, giúp xe cộ đi lại thuận lợi giữa hai vùng." for _ in range(12)),
        "Cũng trong sáng 7/5, Thủ tướng Phạm Minh Chính đã dự lễ khởi công cầu Sông Xanh.",
        title="Thủ tướng dự lễ khánh thành tuyến đường",
    )
    assert [(e.type, e.date) for e in found] == [("lễ khánh thành", None)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Lê Văn Sông, Bí thư Tỉnh ủy; Trần Văn Núi, Phó Bí thư; Phạm Thị Suối, Chủ tịch UBND tỉnh chủ trì hội nghị.",
            [("Lê Văn Sông", "chairs"), ("Trần Văn Núi", "chairs"), ("Phạm Thị Suối", "chairs")],
        ),
        (
            "Chủ trì hội nghị: Lê Văn Sông, Bí thư Tỉnh ủy; Trần Văn Núi, Phó Bí thư.",
            [("Lê Văn Sông", "chairs"), ("Trần Văn Núi", "chairs")],
        ),
        (
            "Đồng chí Lê Văn Sông, Bí thư Tỉnh ủy và đồng chí Trần Văn Núi, Phó Bí thư chủ trì hội nghị.",
            [("Lê Văn Sông", "chairs"), ("Trần Văn Núi", "chairs")],
        ),
        (
            "Đồng chí Lê Văn Sông, con trai ông Trần Văn Núi, chủ trì hội nghị.",
            [("Trần Văn Núi", "chairs")],
        ),
        (
            "Hội nghị diễn ra dưới sự chủ trì của đồng chí Lê Văn Sông, xem xét kỷ luật đối với đảng ủy sở và ông Trần"
            " Văn Núi, Giám đốc sở.",
            [("Lê Văn Sông", "chairs")],
        ),
        (
            "Dưới sự điều hành của các đồng chí Chủ tọa, hội nghị thảo luận sôi nổi.",
            [],
        ),
        (
            "Về phía tỉnh Quảng Nam có các đồng chí: Lê Văn Sông, Bí thư Tỉnh ủy; Trần Văn Núi, Phó Bí thư.",
            [("Lê Văn Sông", "attends"), ("Trần Văn Núi", "attends")],
        ),
        (
            "Về phía Sở Nội vụ, ông Lê Văn Sông nêu ba kiến nghị tại hội nghị.",
            [],
        ),
        (
            "Đồng chí Lê Văn Sông, Bí thư Tỉnh ủy chủ trì hội nghị nghe báo cáo về dự án.",
            [("Lê Văn Sông", "chairs")],
        ),
    ],
)
def test_who_takes_part(text: str, parts: list[tuple[str, str]]) -> None:
    (event,) = read("Sáng 9/5, Tỉnh ủy Quảng Nam tổ chức hội nghị.", text)
    assert [(p.person, str(p.role)) for p in event.participations] == parts


def test_words_without_a_day_tell_of_the_meeting_just_told() -> None:
    found = read(
        "Ngày 4/5, Huyện ủy Lâm Sơn tổ chức hội nghị về đất đai. Ông Lê Văn Nam chủ trì hội nghị.",
        "Ngày 2/5, UBND huyện Lâm Sơn tổ chức hội nghị về giáo dục. Bà Trần Thị Hoa chủ trì hội nghị.",
    )
    assert [(e.date, [p.person for p in e.participations]) for e in found] == [
        ("2022-05-04", ["Lê Văn Nam"]),
        ("2022-05-02", ["Trần Thị Hoa"]),
    ]


@pytest.mark.parametrize("guests", ["các đồng chí Lãnh đạo huyện", "các đồng chí Trưởng, phó các ban"])
def test_a_capital_behind_a_form_of_address_makes_no_name(guests: str) -> None:
    (event,) = read(f"Sáng 5/5, Huyện ủy Lâm Sơn tổ chức hội nghị. Dự hội nghị có {guests} của Huyện ủy.")
    assert event.participations == ()


def test_who_is_asked_to_direct_the_work_chairs_no_meeting() -> None:
    (event,) = read("Sáng 5/5, Tại hội nghị của Huyện ủy Lâm Sơn, tỉnh đề nghị ông Lê Văn Nam sớm điều hành công việc.")
    assert event.participations == ()


def test_what_comes_next_has_the_day_told_before() -> None:
    found = read(
        "Sáng 5/5, Đảng ủy xã Bình Minh tổ chức hội nghị. Tiếp đó, UBND xã Bình Minh họp phiên thường kỳ tháng 4.",
    )
    assert rows(found) == [
        ("hội nghị", "2022-05-05", ["Đảng ủy xã Bình Minh"]),
        ("phiên họp", "2022-05-05", ["Ủy ban nhân dân xã Bình Minh"]),
    ]


@pytest.mark.parametrize(
    "matter",
    [
        "rà soát công tác phục vụ Lễ đón hài cốt liệt sĩ về nước, tổ chức Lễ truy điệu",
        "thông qua kế hoạch tổ chức Lễ bàn giao, đón nhận hài cốt liệt sĩ và Hội nghị tuyên dương người có công",
    ],
)
def test_what_a_meeting_prepares_was_not_held(matter: str) -> None:
    found = read(f"Sáng 5/5, Huyện ủy Lâm Sơn tổ chức hội nghị {matter}.")
    assert rows(found) == [("hội nghị", "2022-05-05", ["Huyện ủy"])]


def test_what_is_prepared_leaves_the_meeting_that_prepares_it() -> None:
    found = read("Để chuẩn bị cho Kỳ họp thứ 7, sáng 4/5, Thường trực HĐND tỉnh Quảng Nam tổ chức Hội nghị giao ban.")
    assert [(e.type, e.date) for e in found] == [("hội nghị", "2022-05-04")]
