"""Where events were held, which of them only lie ahead, and in which year an undated article was written."""

from __future__ import annotations

import pytest

from kg.lexicon import lexicon
from kg.model import Article, Block, BlockKind, Event, Organization, Unit
from kg.normalise import normalise
from kg.recognise import recognise
from kg.relate.events import events
from tests.relate.test_events import label, read


def rows(found: list[Event]) -> list[tuple[str, str | None]]:
    return [(e.type, e.date) for e in found]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Sáng 5/5, tại hội trường Huyện ủy, Huyện ủy Lâm Sơn tổ chức hội nghị.", "hội trường Huyện ủy"),
        ("Sáng 5/5, tại trụ sở UBND tỉnh đã diễn ra hội nghị của UBND tỉnh Quảng Nam.", "trụ sở UBND tỉnh"),
        (
            "Tối 5/5, tại Quảng trường 24/3, thành phố Tam Kỳ, UBND tỉnh Quảng Nam tổ chức lễ kỷ niệm.",
            "Quảng trường 24/3, thành phố Tam Kỳ",
        ),
        ("Sáng 5/5, Tỉnh ủy Quảng Nam tổ chức hội nghị tại Nhà văn hóa lao động.", "Nhà văn hóa lao động"),
        ("Sáng 5/5, tại Hà Nội, Ban Tổ chức Trung ương tổ chức hội nghị.", "Hà Nội"),
        ("Sáng 5/5, Tỉnh ủy Quảng Nam tổ chức hội nghị.", None),
        ("Sáng 5/5, Tỉnh ủy Quảng Nam tổ chức hội nghị tại hội trường, có 90 người dự.", None),
        ("Sáng 5/5, Tỉnh ủy Quảng Nam tổ chức hội nghị tại trụ sở Ban Chỉ đạo 35.", "trụ sở Ban Chỉ đạo 35"),
        ("Tại hội trường hội nghị của Tỉnh ủy Quảng Nam sáng 5/5, Tỉnh ủy tổ chức họp báo.", "hội trường hội nghị của Tỉnh ủy Quảng Nam"),
        ("Sáng 5/5, tại Trung tâm Hội nghị tỉnh, Tỉnh ủy Quảng Nam tổ chức hội nghị.", "Trung tâm Hội nghị tỉnh"),
        ("Sáng 5/5, tại Đền thờ Lê Văn Bình, Huyện ủy Lâm Sơn tổ chức lễ dâng hương.", "Đền thờ Lê Văn Bình"),
        ("Sáng 5/5, tại Khu công nghiệp Sông Xanh, Tỉnh ủy Quảng Nam tổ chức lễ ra quân.", "Khu công nghiệp Sông Xanh"),
        ("Sáng 5/5, Tỉnh ủy Quảng Nam họp trực tuyến với các điểm cầu tại hội trường các huyện ủy.", None),
        ("Trước tình hình dịch bệnh xuất hiện tại huyện Lâm Sơn, sáng 5/5 UBND tỉnh Quảng Nam đã họp khẩn.", None),
    ],
)
def test_where_it_was_held(text: str, place: str | None) -> None:
    assert [e.place for e in read(text)] == [place]


@pytest.mark.parametrize(
    ("text", "organizer"),
    [
        (
            "Sáng 5/5, Thủ tướng Phạm Minh Chính chủ trì phiên họp đầu tiên của Ban Chỉ đạo quốc gia về chuyển đổi số.",
            "Ban Chỉ đạo quốc gia về chuyển đổi số",
        ),
        (
            "Sáng 5/5, Bộ Quốc phòng và Đoàn công tác Chính phủ Hoàng gia Campuchia tổ chức lễ trao tặng huân chương.",
            "Bộ Quốc phòng",
        ),
        (
            "Sáng 5/5, huyện Lâm Sơn tổ chức hội nghị sơ kết giữa nhiệm kỳ thực hiện Nghị quyết Đại hội Đảng bộ huyện. Bí thư Huyện ủy dự.",
            "huyện Lâm Sơn",
        ),
        ("Sáng 5/5, Đảng ủy xã Bình Minh tổ chức hội nghị tiếp xúc đối thoại với nhân dân thôn 3.", "Đảng ủy xã Bình Minh"),
    ],
)
def test_the_board_that_is_named_holds_its_meeting_and_no_other_government(text: str, organizer: str) -> None:
    (event,) = read(text)
    assert [label(o) for o in event.organizers] == [organizer]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sáng 5/5, UBND tỉnh Quảng Nam chủ trì cuộc họp báo cáo tình hình bão.", "cuộc họp"),
        ("Sáng 5/5, UBND tỉnh Quảng Nam tổ chức cuộc họp báo về tình hình bão.", "họp báo"),
    ],
)
def test_a_meeting_to_report_is_no_press_conference(text: str, told: str) -> None:
    assert [e.type for e in read(text)] == [told]


@pytest.mark.parametrize(
    ("text", "organizer"),
    [
        ("Sáng 5/5, tại Nhà hát Sông Lam, Đảng bộ tỉnh Quảng Nam tổ chức hội nghị.", "Tỉnh ủy Quảng Nam"),
        ("Sáng 5/5, tại Trung tâm Văn hóa Sông Lam, Hội Nông dân tỉnh Quảng Nam tổ chức hội nghị.", "Hội Nông dân tỉnh Quảng Nam"),
        (
            "Sáng 5/5, tại Trung tâm Văn hóa Sông Lam, Đại hội đại biểu Đảng bộ tỉnh Quảng Nam lần thứ XX khai mạc.",
            "Tỉnh ủy Quảng Nam",
        ),
    ],
)
def test_who_acts_is_no_part_of_the_house(text: str, organizer: str) -> None:
    (event,) = read(text)
    assert [label(o) for o in event.organizers] == [organizer]
    assert event.place in ("Nhà hát Sông Lam", "Trung tâm Văn hóa Sông Lam")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            (
                "Kỳ họp thứ 5 HĐND tỉnh Quảng Nam sẽ kéo dài ba ngày, bà Lê Thị Hoa - Phó Chủ tịch HĐND tỉnh -"
                " thông tin tại cuộc họp báo chiều 20/5.",
            ),
            [("họp báo", "2022-05-20")],
        ),
        (("Ông Lê Văn Nam sẽ phát biểu tại hội nghị của Tỉnh ủy Quảng Nam ngày 30/5.",), []),
        (("Tiểu ban sẽ báo cáo Hội nghị Trung ương 10 vào tháng 6/2022 để xin ý kiến.",), []),
        (("Đề cương phải hoàn tất để kịp báo cáo Hội nghị Trung ương 9 vào tháng 5/2022.",), []),
        (
            (
                "Hiện nay, Sở Xây dựng tỉnh Quảng Nam đang đàm phán với nhà đầu tư, làm việc với UBND huyện"
                " Lâm Sơn.",
            ),
            [],
        ),
        (
            (
                "Chiều 10/5/2022, Đảng bộ xã Bình Minh tổ chức phiên thứ nhất Đại hội đại biểu lần thứ I,"
                " nhiệm kỳ 2020-2025.",
                "Sáng mai, Đại hội sẽ diễn ra phiên thứ hai.",
            ),
            [("đại hội", "2022-05-10")],
        ),
        (
            (
                "Huyện Lâm Sơn vừa họp bàn việc kỷ niệm 20 năm thành lập huyện (15/4/2002 - 15/4/2022).",
                "Ông Lê Văn Nam, Bí thư Huyện ủy Lâm Sơn chủ trì cuộc họp.",
            ),
            [("cuộc họp", None)],
        ),
        (
            (
                "Sáng 10/5, Thường trực HĐND tỉnh Quảng Nam giám sát việc chi ngân sách tại Sở Y tế.",
                "Phát biểu tại buổi giám sát, bà Lê Thị Hoa, Phó Chủ tịch HĐND tỉnh Quảng Nam nêu yêu cầu.",
            ),
            [("buổi giám sát", "2022-05-10")],
        ),
        # a half of the day told before
        (
            (
                "Ngày 18/5, HĐND huyện tiếp tục làm việc tại hội trường huyện.",
                "Buổi chiều, HĐND huyện họp phiên toàn thể.",
            ),
            [("phiên họp", "2022-05-18")],
        ),
    ],
)
def test_what_is_told_as_held(lines: tuple[str, ...], expected: list[tuple[str, str | None]]) -> None:
    assert rows(read(*lines)) == expected


@pytest.mark.parametrize(
    ("text", "organizer"),
    [
        ("Tại hội nghị giao ban trực tuyến của Hà Nội sáng 14/5, các quận báo cáo tình hình.", "Hà Nội"),
        (
            "Hội nghị tổng kết phong trào thi đua, phát động thi đua năm mới của quận Hồng Bàng diễn ra sáng 1/5.",
            "Hồng Bàng",
        ),
    ],
)
def test_the_place_whose_meeting_it_is(text: str, organizer: str) -> None:
    (event,) = read(text, "UBND thành phố và Thành ủy đã nghe báo cáo. HĐND thành phố giám sát.")
    (held,) = event.organizers
    assert isinstance(held, Unit)
    assert held.name == organizer


def test_the_day_that_only_a_caption_tells() -> None:
    blocks = (
        Block(BlockKind.PARAGRAPH, "Phát biểu tại kỳ họp thứ 6 HĐND tỉnh Quảng Nam, ông Lê Văn Nam nêu ba việc."),
        Block(BlockKind.CAPTION, "Ông Lê Văn Nam phát biểu tại kỳ họp HĐND tỉnh Quảng Nam sáng 4-12"),
    )
    scan = recognise(normalise(Article("a", blocks, published="2022-12-05")), lexicon())
    (event,) = events(scan, lexicon())
    assert event.date == "2022-12-04"
    assert [o.kind for o in event.organizers if isinstance(o, Organization)] == ["peoples-council"]


@pytest.mark.parametrize(
    ("day", "text", "date"),
    [
        ("26-12", "Tỉnh ủy chúc nhân dân năm mới 2019 hạnh phúc.", "2018-12-26"),
        ("2-2", "Tỉnh ủy chúc nhân dân năm mới 2019 hạnh phúc.", "2019-02-02"),
        ("9-8", "Năm 2017 toàn tỉnh xảy ra 480 vụ, giảm 12 vụ so với năm 2016.", "2018-08-09"),
        ("9-12", "Năm 2017 toàn tỉnh xảy ra 480 vụ, giảm 12 vụ so với năm 2016.", None),
        ("9-8", "Sáu tháng năm 2017 toàn tỉnh xảy ra 480 vụ, giảm 12 vụ so với năm 2016.", None),
        ("18-10", "Hội nghị bàn kế hoạch năm 2018.", "2017-10-18"),
        ("18-10", "Tháng 8/2018 tỉnh đã trình hồ sơ. Hội nghị bàn mục tiêu năm 2025.", "2018-10-18"),
        ("18-10", "Hội nghị bàn mục tiêu năm 2025.", None),
        ("18-10", "Lớp 1 thay sách từ năm học 2020-2021, lớp 2 năm học 2021-2022, lớp 3 năm học 2022-2023.", None),
        ("4-12", "Sở sẽ trình đề án này vào tháng 6/2018.", "2017-12-04"),
        ("4-9", "Sở sẽ trình đề án này vào tháng 6/2018.", None),
        ("11-3", "Cuộc khởi nghĩa năm 1945 mở đầu phong trào của tỉnh.", None),
        # how many years an anniversary counts, and up to which
        ("11-3", "Lễ kỷ niệm 90 năm Ngày thành lập Đảng bộ huyện (1931 - 2021) sẽ gọn nhẹ.", "2021-03-11"),
        ("11-3", "Dịp 21 năm thành lập trường (1931 - 2021), tỉnh tặng quà.", None),
        ("11-4", "Tỉnh chuẩn bị lễ mừng ngày hội quê hương 25/3 (1975 - 2021).", "2021-04-11"),
    ],
)
def test_the_year_that_an_undated_article_tells(day: str, text: str, date: str | None) -> None:
    found = read(f"Ngày {day}, Tỉnh ủy Quảng Nam tổ chức hội nghị.", text, published=None)
    assert [e.date for e in found] == [date]


@pytest.mark.parametrize(("day", "date"), [("1-2", "2018-02-01"), ("20-12", "2017-12-20"), ("15-6", None)])
def test_the_year_of_a_review_that_opens_the_next_year(day: str, date: str | None) -> None:
    found = read(
        f"Ngày {day}, Tỉnh ủy Quảng Nam tổ chức hội nghị tổng kết công tác năm 2017, triển khai việc năm 2018.",
        published=None,
    )
    assert [e.date for e in found] == [date]


@pytest.mark.parametrize(
    ("text", "type_", "held"),
    [
        (
            "Tối 5/5, Đảng bộ, chính quyền và Nhân dân huyện Hải Hậu long trọng tổ chức lễ kỷ niệm.",
            "lễ kỷ niệm",
            ["Huyện ủy Hải Hậu"],
        ),
        ("Tối 5/5, Đảng bộ và nhân dân huyện Hải Hậu tổ chức mít tinh.", "mít tinh", ["Huyện ủy Hải Hậu"]),
        (
            "Sáng 5/5, Đại hội đại biểu toàn quốc Hội Nông dân Việt Nam lần thứ VI đã bế mạc.",
            "đại hội",
            ["Hội Nông dân Việt Nam"],
        ),
        (
            "Chiều 5/5, Phó Chủ tịch UBND tỉnh Quảng Nam Lê Văn Nam chủ trì giao ban nghe báo cáo tiến độ.",
            "hội nghị giao ban",
            ["Ủy ban nhân dân tỉnh Quảng Nam"],
        ),
        ("Ngày 5/5, Chính phủ họp phiên thường kỳ tháng 4.", "phiên họp", ["Chính phủ"]),
        (
            "Ngày 05/05/2022 Đảng ủy phường Hàng Bài, quận Hoàn Kiếm tổ chức hội nghị.",
            "hội nghị",
            ["Đảng ủy phường Hàng Bài"],
        ),
        (
            "Tại hội nghị lần thứ 9 trong hai ngày 5 và 6/5, Trung ương đã cho ý kiến vào quy hoạch cán bộ.",
            "hội nghị",
            ["Ban Chấp hành Trung ương Đảng"],
        ),
        (
            "Sáng 5/5, Trường Chính trị tỉnh Quảng Nam tổ chức lễ khai giảng Lớp bồi dưỡng cán bộ nguồn.",
            "lễ khai giảng",
            ["Trường Chính trị tỉnh Quảng Nam"],
        ),
        (
            "Sáng 5/5, Thường trực HĐND tỉnh Quảng Nam tổ chức giám sát việc chi ngân sách.",
            "buổi giám sát",
            ["Thường trực Hội đồng nhân dân tỉnh Quảng Nam"],
        ),
        (
            "Sáng 5/5, Bí thư Tỉnh ủy Quảng Nam Lê Văn Nam gặp mặt các cán bộ lão thành cách mạng.",
            "buổi gặp mặt",
            ["Tỉnh ủy Quảng Nam"],
        ),
        (
            "Chiều 5/5, Bí thư Tỉnh ủy Quảng Nam Lê Văn Nam làm việc với Nhà máy nước Phú Ninh.",
            "buổi làm việc",
            ["Tỉnh ủy Quảng Nam"],
        ),
        (
            "Sáng 5/5, Ban Chấp hành Đảng bộ tỉnh Quảng Nam công bố kết quả hội nghị lần thứ nhất về việc bầu"
            " Bí thư, Ủy ban Kiểm tra Tỉnh ủy.",
            "hội nghị",
            ["Tỉnh ủy Quảng Nam"],
        ),
        (
            "Sáng 5/5, huyện Lâm Sơn tổ chức hội nghị đối thoại giữa lãnh đạo huyện với thanh niên.",
            "hội nghị đối thoại",
            ["huyện Lâm Sơn"],
        ),
        (
            "Sáng 5/5, Hội Nông dân huyện Lâm Sơn tổ chức trọng thể Đại hội đại biểu lần thứ X.",
            "đại hội",
            ["Hội Nông dân huyện Lâm Sơn"],
        ),
        (
            "Chiều 5/5, đã diễn ra phiên thứ nhất, Đại hội đại biểu Phụ nữ huyện Lâm Sơn lần thứ X.",
            "đại hội",
            ["Hội Liên hiệp Phụ nữ huyện Lâm Sơn"],
        ),
        (
            "Chiều 5/5, Thường trực HĐND huyện Lâm Sơn họp sau kỳ họp thường lệ giữa năm, kỳ họp thứ sáu.",
            "cuộc họp",
            ["Thường trực Hội đồng nhân dân huyện Lâm Sơn"],
        ),
        (
            "Chiều 5/5, UBND tỉnh Quảng Nam họp rà soát công tác chuẩn bị phối hợp tổ chức Lễ khánh thành cầu Mới.",
            "cuộc họp",
            ["Ủy ban nhân dân tỉnh Quảng Nam"],
        ),
    ],
)
def test_who_holds_it_in_other_words(text: str, type_: str, held: list[str]) -> None:
    (event,) = read(text)
    assert event.type == type_
    assert [label(o) for o in event.organizers] == held


def test_a_place_that_somebody_speaks_of_is_not_that_of_the_meeting() -> None:
    (event,) = read(
        "Tại hội nghị của Tỉnh ủy Quảng Nam chiều 5/5, ông Lê Văn Nam nói rằng việc này xảy ra tại huyện Núi Thành."
    )
    assert event.place is None


def test_the_month_of_a_session_is_that_of_its_day() -> None:
    found = read(
        "Sáng 7/5/2022, Thường trực HĐND tỉnh Quảng Nam tổ chức phiên họp xem xét các tờ trình.",
        title="Thường trực HĐND tỉnh Quảng Nam tổ chức phiên họp tháng 5 năm 2022",
    )
    assert rows(found) == [("phiên họp", "2022-05-07")]


def test_a_day_without_its_year_is_not_of_the_month_of_another_year() -> None:
    found = read(
        "Chiều 14/9, Hội nghị Ban Chấp hành Đảng bộ tỉnh Quảng Nam đã bầu bà Lê Thị Hoa làm Bí thư Tỉnh ủy.",
        "Tháng 9/2015, Hội nghị lần thứ nhất Ban Chấp hành Đảng bộ tỉnh Quảng Nam bầu ông Lê Văn Nam.",
        published=None,
    )
    assert rows(found) == [("hội nghị", None), ("hội nghị", "2015-09")]


def test_the_party_as_a_whole_does_not_hold_what_honours_it() -> None:
    found = read(
        "Ngày 3/5, phường Hàng Bài, thành phố Hà Nội kỷ niệm 95 năm Ngày thành lập Đảng Cộng sản Việt Nam"
        " (3/5/1927 - 3/5/2022), đồng thời tổ chức hội nghị giao ban của Đảng ủy, UBND phường Hàng Bài."
    )
    parties = [o.kind for e in found for o in e.organizers if isinstance(o, Organization)]
    assert "communist-party" not in parties


def test_a_sentence_that_names_a_session_twice_tells_of_one() -> None:
    found = read(
        "Sau hai ngày làm việc, kỳ họp thứ 10 HĐND thị xã Cửa Lò khóa VI đã tiếp tục ngày làm việc thứ 2 với phần"
        " chất vấn, thông qua các nghị quyết và bế mạc kỳ họp vào sáng ngày 11/5.",
        title="Bế mạc kỳ họp thứ 10 HĐND thị xã Cửa Lò",
    )
    assert rows(found) == [("kỳ họp", "2022-05-11")]


def test_a_working_session_at_a_place_needs_its_day() -> None:
    text = "đoàn công tác của Huyện ủy Lâm Sơn do bà Lê Thị Hoa dẫn đầu đã làm việc tại xã Bình Minh về nông thôn mới."
    assert rows(read(f"Sáng 5/5, {text}")) == [("buổi làm việc", "2022-05-05")]
    assert read(f"Trước đây, {text}") == []


def test_a_ministry_meets_the_press_where_its_people_answer() -> None:
    (event,) = read(
        "Tại cuộc họp báo ngày 17/5, ông Lê Văn Nam (Chánh Thanh tra Bộ Nội vụ) cho biết đoàn đã kiểm tra.",
        "Cũng tại cuộc họp báo, Thứ trưởng Bộ Nội vụ Trần Văn Bình nêu kết luận của Ban Bí thư.",
    )
    assert (event.date, [label(o) for o in event.organizers]) == ("2022-05-17", ["Bộ Nội vụ"])


@pytest.mark.parametrize("name", ["Lê Văn Nên", "Vũ Thị Mai", "Đỗ Thanh Quý", "Lê Khắc Định"])
def test_a_name_is_no_word_of_what_is_asked_for_or_to_come(name: str) -> None:
    assert rows(read(f"Sáng 5/5, Bí thư Tỉnh ủy Quảng Nam {name} chủ trì hội nghị giao ban.")) == [
        ("hội nghị", "2022-05-05")
    ]


@pytest.mark.parametrize(
    ("text", "type_", "organizer"),
    [
        (
            "Chiều 5/5, Chủ tịch UBND tỉnh Quảng Nam Lê Văn Nam đã tiếp đoàn công tác của Ngân hàng Thế giới.",
            "buổi tiếp",
            "Ủy ban nhân dân tỉnh Quảng Nam",
        ),
        (
            "Sáng 5/5, Tỉnh đoàn Quảng Nam tổ chức ký kết chương trình phối hợp với Sở Y tế tỉnh Quảng Nam.",
            "lễ ký kết",
            "Tỉnh đoàn Quảng Nam",
        ),
        (
            "Sáng 5/5, Ban Tuyên giáo Tỉnh ủy Quảng Nam tổ chức giao ban báo chí tháng 4.",
            "buổi giao ban",
            "Ban Tuyên giáo Tỉnh ủy Quảng Nam",
        ),
        (
            "Ngày 5/5, Hội Nông dân tỉnh Quảng Nam tổng kết phong trào thi đua, bàn việc của Tỉnh ủy giao.",
            "hội nghị",
            "Hội Nông dân tỉnh Quảng Nam",
        ),
        (
            "Ngày 5/5, tại Hà Nội, ông Lê Văn Nam, Tổng Bí thư, chủ trì họp Bộ Chính trị để xem xét kỷ luật cán bộ.",
            "cuộc họp",
            "Bộ Chính trị",
        ),
        (
            "Sáng 5/5, Huyện ủy Lâm Sơn tổ chức dâng hương tại nghĩa trang liệt sĩ huyện.",
            "lễ dâng hương",
            "Huyện ủy",
        ),
        (
            "Sáng 5/5, Trường Chính trị tỉnh Quảng Nam tổ chức khai giảng lớp học của Tỉnh ủy Quảng Nam.",
            "lễ khai giảng",
            "Trường Chính trị tỉnh Quảng Nam",
        ),
        (
            "Sáng 5/5, Trung tâm Chính trị huyện Lâm Sơn tổ chức bế giảng lớp đảng viên mới của Huyện ủy Lâm Sơn.",
            "lễ bế giảng",
            "Trung tâm Chính trị huyện Lâm Sơn",
        ),
        (
            "Sáng 5/5, Thành ủy Tam Kỳ tổ chức công bố các quyết định của Tỉnh ủy Quảng Nam về công tác cán bộ.",
            "lễ công bố",
            "Thành ủy Tam Kỳ",
        ),
        (
            "Sáng 5/5, Huyện ủy Lâm Sơn tổ chức công bố quyết định về cán bộ. Dự hội nghị có Bí thư Tỉnh ủy Quảng Nam.",
            "hội nghị",
            "Huyện ủy",
        ),
        (
            "Sáng 5/5, Huyện ủy Lâm Sơn tổ chức công bố quyết định về cán bộ. Dự buổi lễ có Bí thư Tỉnh ủy Quảng Nam.",
            "lễ công bố",
            "Huyện ủy",
        ),
        (
            "Sáng 5/5, Sở Nội vụ tỉnh Quảng Nam tổ chức tập huấn văn thư cho cán bộ của Tỉnh ủy và các huyện ủy.",
            "tập huấn",
            "Sở Nội vụ tỉnh Quảng Nam",
        ),
        (
            "Sáng 5/5, Tỉnh ủy Quảng Nam tổ chức tập huấn công tác đảng. Phát biểu tại hội nghị, Bí thư Tỉnh ủy nêu yêu cầu.",
            "hội nghị",
            "Tỉnh ủy Quảng Nam",
        ),
        # two ceremonies that one body holds
        (
            "Sáng 5/5, Huyện ủy Lâm Sơn tổ chức lễ khánh thành Trường Tiểu học Bình Minh và lễ khởi công cầu Sông Xanh.",
            "lễ khánh thành",
            "Huyện ủy",
        ),
        # districts of a list that somebody visits hold nothing
        (
            "Sáng 5/5, đoàn công tác do Chủ tịch UBND tỉnh Quảng Nam Lê Văn Nam làm trưởng đoàn đã đến các huyện Lâm Sơn,"
            " Duy Xuyên, Đại Lộc và có buổi làm việc với lãnh đạo ba nơi này.",
            "buổi làm việc",
            "Ủy ban nhân dân tỉnh Quảng Nam",
        ),
        # a prize for the press is not given to the press alone
        (
            "Sáng 5/5, Tỉnh ủy Quảng Nam trang trọng tổ chức Lễ trao giải báo chí về xây dựng Đảng.",
            "lễ trao",
            "Tỉnh ủy Quảng Nam",
        ),
        # joined by video to places, not in the time to come
        (
            "Sáng 5/5, Bí thư Tỉnh ủy Quảng Nam Lê Văn Nam chủ trì cuộc họp trực tuyến tới 18 huyện, thành phố.",
            "cuộc họp",
            "Tỉnh ủy Quảng Nam",
        ),
        (
            "Sáng 5/5, Đảng ủy xã Bình Minh tổ chức buổi lễ kết nạp đảng viên theo kế hoạch của Huyện ủy Lâm Sơn.",
            "lễ kết nạp",
            "Đảng ủy xã Bình Minh",
        ),
        (
            "Sáng 5/5, Ban đại diện Hội Người cao tuổi tỉnh Quảng Nam tổ chức hội nghị, có lãnh đạo Tỉnh ủy dự.",
            "hội nghị",
            "Ban đại diện Hội Người cao tuổi tỉnh Quảng Nam",
        ),
        (
            "Sáng 5/5, Huyện ủy Lâm Sơn tổ chức chương trình kỷ niệm 90 năm ngày truyền thống.",
            "chương trình kỷ niệm",
            "Huyện ủy",
        ),
        # offices that compete with each other meet as a cluster
        (
            "Sáng 5/5, Khối thi đua các cơ quan tham mưu tổ chức hội nghị tổng kết, theo kế hoạch của Tỉnh ủy Quảng Nam.",
            "hội nghị",
            "Khối thi đua các cơ quan tham mưu",
        ),
        (
            "Sáng 5/5, Cụm thi đua số 4 tổ chức hội nghị tổng kết, có lãnh đạo Tỉnh ủy Quảng Nam và Huyện ủy Lâm Sơn dự.",
            "hội nghị",
            "Cụm thi đua số 4",
        ),
        # what is signed at the end of a meeting is no other one
        (
            "Sáng 5/5, Tỉnh đoàn Quảng Nam tổ chức hội nghị tổng kết công tác Đoàn, Hội năm 2021 và ký kết giao ước thi đua.",
            "hội nghị",
            "Tỉnh đoàn Quảng Nam",
        ),
        # the front's field is not the front
        (
            "Ngày 5/5, tại hội nghị tổng kết công tác Mặt trận năm 2021, Ban Thường vụ Huyện ủy Lâm Sơn đã khen 9 tập thể.",
            "hội nghị",
            "Ban Thường vụ Huyện ủy",
        ),
        (
            "Tại phiên họp sáng 5/5, Ủy ban Thường vụ Quốc hội đồng ý đưa dự án Luật vào chương trình.",
            "phiên họp",
            "Ủy ban Thường vụ Quốc hội",
        ),
        (
            "Thay mặt Ban Thường vụ Huyện ủy Lâm Sơn, Bí thư Tỉnh ủy Quảng Nam chủ trì hội nghị sáng 5/5.",
            "hội nghị",
            "Tỉnh ủy Quảng Nam",
        ),
        (
            "Sáng 5/5, tại điểm cầu Trung tâm Chỉ huy tỉnh Quảng Nam, bà Lê Thị Hoa, Bí thư Tỉnh ủy Quảng Nam, chủ trì"
            " hội nghị trực tuyến.",
            "hội nghị",
            "Tỉnh ủy Quảng Nam",
        ),
        (
            "Chiều 5/5, ông Lê Văn Nam, Phó Bí thư Tỉnh ủy Quảng Nam, Trưởng Đoàn đại biểu Quốc hội tỉnh, phát biểu tại"
            " hội nghị rút kinh nghiệm.",
            "hội nghị",
            "Tỉnh ủy Quảng Nam",
        ),
    ],
)
def test_whose_further_kinds_of_meeting_are(text: str, type_: str, organizer: str) -> None:
    (event,) = read(text)
    assert (event.type, event.date, [label(o) for o in event.organizers]) == (type_, "2022-05-05", [organizer])


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh ủy Quảng Nam đề nghị Ban Tổ chức Tỉnh ủy tổng kết công tác quy hoạch cán bộ.",
        "Ngày 5/5, Huyện ủy Lâm Sơn duyệt chương trình Đại hội Đảng bộ xã Bình Minh.",
        "Ngày 5/5, UBND tỉnh Quảng Nam có báo cáo tổng kết công tác năm 2021 gửi Tỉnh ủy.",
        "Tỉnh ủy Quảng Nam cử bà Lê Thị Hoa làm Trưởng ban lễ tang; nhà tang lễ mở cửa từ 5/5.",
        # only a month is told behind the name of a meeting at which something was said
        "Tại kỳ họp thứ 4 HĐND tỉnh Quảng Nam hồi tháng 7/2012, nhiều đại biểu đã nêu việc này.",
        "Ông Nam nhờ xem điểm ngay tại cuộc họp giao ban UBND tỉnh Quảng Nam cuối tháng 6/2018.",
        # asked of others, made a matter of, or of years ago
        "UBND huyện Lâm Sơn có văn bản yêu cầu UBND xã Bình Minh tổ chức họp kiểm điểm trong tháng.",
        "Trường nhận sai trong việc UBND xã Bình Minh tổ chức hội nghị vượt quy định ngày 5/5.",
        "Từ tháng 4/2022, UBND tỉnh Quảng Nam đã làm việc với Công ty Sông Xanh để lập kế hoạch.",
        # counted over a month
        "Trong tháng 5/2022, Huyện ủy Lâm Sơn tổ chức tập huấn cho 300 cán bộ của 20 đảng ủy xã.",
        # called together for a later day
        "Ngày 5/5, Phó Chủ tịch HĐND huyện Lâm Sơn Lê Văn Nam quyết định triệu tập Kỳ họp thứ ba HĐND huyện.",
        # what is learnt from holding them
        "Ban Tổ chức Tỉnh ủy Quảng Nam nêu bài học kinh nghiệm trong tổ chức đại hội tổ chức cơ sở đảng.",
    ],
)
def test_what_is_no_meeting(text: str) -> None:
    assert read(text) == []


def test_those_who_head_the_state_receive_others() -> None:
    found = read(
        "Sáng 20/5, tại Hà Nội, Thủ tướng Phạm Văn Bình chủ trì lễ đón Thủ tướng Lào sang thăm Việt Nam.",
        "Chiều 21/5, Thủ tướng Phạm Văn Bình hội đàm với Thủ tướng Lào.",
    )
    assert [(e.type, e.date, [label(o) for o in e.organizers]) for e in found] == [
        ("lễ đón", "2022-05-20", ["Chính phủ"]),
        ("hội đàm", "2022-05-21", ["Chính phủ"]),
    ]


def test_a_funeral_is_a_ceremony() -> None:
    found = read(
        "Sáng 20/5, tại nhà tang lễ tỉnh, lễ viếng nguyên Bí thư Tỉnh ủy Quảng Nam Lê Văn Nam được tổ chức trọng thể.",
        "Trưởng Ban lễ tang là bà Lê Thị Hoa, Bí thư Tỉnh ủy Quảng Nam.",
    )
    assert rows(found) == [("lễ viếng", "2022-05-20")]


def test_the_press_is_told_of_a_session() -> None:
    found = read("Ngày 20/5, Phó Chủ tịch HĐND tỉnh Quảng Nam Lê Thị Hoa chủ trì buổi họp báo Kỳ họp thứ 9 HĐND tỉnh.")
    assert rows(found) == [("họp báo", "2022-05-20")]


def test_a_session_that_the_text_expects_was_not_held() -> None:
    found = read(
        "Theo thông báo của HĐND tỉnh Quảng Nam, dự kiến kỳ họp diễn ra trong một ngày.",
        title="Quảng Nam: Diễn ra kỳ họp thứ 10 HĐND tỉnh",
    )
    assert found == []


def test_some_party_organisation_is_the_committee_that_the_article_names() -> None:
    (event,) = read(
        "Kết luận tại hội nghị Ban Chấp hành Đảng bộ lần thứ 25, bà Lê Thị Hoa đề nghị các cấp ủy chủ động.",
        "Ngày 20/5, Tỉnh ủy Quảng Nam tổ chức hội nghị lần thứ 25.",
    )
    assert (event.date, [label(o) for o in event.organizers]) == ("2022-05-20", ["Tỉnh ủy Quảng Nam"])


def test_one_who_is_named_with_a_title_elsewhere_receives_for_that_body() -> None:
    (event,) = read(
        "Chiều 20/5, Bí thư Tỉnh ủy Quảng Nam Lê Thị Hoa gặp các nhà đầu tư tại trụ sở Tỉnh ủy.",
        "Tại buổi tiếp, bà Lê Thị Hoa khẳng định tỉnh luôn đồng hành cùng doanh nghiệp.",
    )
    assert rows([event]) == [("buổi tiếp", "2022-05-20")]
    assert [label(o) for o in event.organizers] == ["Tỉnh ủy Quảng Nam"]


def test_a_meeting_of_a_cell_is_not_that_of_its_guest() -> None:
    (event,) = read(
        "Ngày 20/5, Bí thư Tỉnh ủy Quảng Nam Lê Thị Hoa về với thôn Bắc Sơn.",
        "Tại buổi sinh hoạt chi bộ, Bí thư Tỉnh ủy Quảng Nam Lê Thị Hoa nghe đảng viên nêu ý kiến.",
    )
    assert rows([event]) == [("buổi sinh hoạt", "2022-05-20")]
    assert event.organizers == ()


def test_a_session_that_went_before_another_is_only_recalled() -> None:
    found = read(
        "Sáng 20/5, Thủ tướng Phạm Văn Bình chủ trì phiên họp Chính phủ đầu tiên sau khi được kiện toàn tại"
        " Kỳ họp thứ 11 Quốc hội khóa XIV vừa qua."
    )
    assert rows(found) == [("phiên họp", "2022-05-20")]


def test_a_session_is_that_of_the_body_which_acts_after_it() -> None:
    (event,) = read(
        "Bà Lê Thị Hoa trao đổi bên hành lang Quốc hội việc tại kỳ họp thứ 15 (ngày 3/5), Ủy ban Kiểm tra Trung ương"
        " đã quyết định kỷ luật bà."
    )
    assert [label(o) for o in event.organizers] == ["Ủy ban Kiểm tra Trung ương"]


def test_one_who_was_missing_does_not_hold_a_meeting() -> None:
    (event,) = read(
        "Chiều 20/5, tại Tỉnh ủy Quảng Nam, đoàn kiểm tra công bố quyết định của Ban Bí thư với Phó Chủ tịch UBND tỉnh"
        " Quảng Nam Lê Văn Nam.",
        "Buổi làm việc không có mặt ông Lê Văn Nam.",
    )
    assert event.organizers == ()


def test_a_long_name_of_a_working_session_gives_way_to_the_short_one() -> None:
    visit = "Ngày 20/5, Bí thư Tỉnh ủy Quảng Nam Lê Thị Hoa có buổi kiểm tra và làm việc với Huyện ủy Núi Thành."
    (event,) = read(visit, "Tại buổi làm việc, Bí thư Tỉnh ủy Quảng Nam đề nghị huyện quan tâm công tác cán bộ.")
    assert rows([event]) == [("buổi làm việc", "2022-05-20")]
    assert rows(read(visit)) == [("buổi kiểm tra và làm việc", "2022-05-20")]


def test_the_session_of_a_council_that_a_place_holds_is_the_councils() -> None:
    (event,) = read(
        "Sáng 20/5, phường Hàng Bài tổ chức kỳ họp thứ nhất HĐND phường khóa I, bầu chức danh của Đảng ủy giới thiệu."
    )
    assert [o.kind for o in event.organizers if isinstance(o, Organization)] == ["peoples-council"]


def test_a_congress_that_goes_into_a_sitting_takes_place() -> None:
    found = read(
        "Chiều 20/5, Đại hội đại biểu Đảng bộ tỉnh Quảng Nam lần thứ XXII, nhiệm kỳ 2020-2025 bước vào phiên trù bị."
    )
    assert rows(found) == [("đại hội", "2022-05-20")]


def test_what_only_the_title_calls_so_is_the_event_of_the_text() -> None:
    found = read(
        "Sáng 20/5, UBND tỉnh Quảng Nam tổ chức lễ công bố quyết định của Thủ tướng và động thổ khu lưu niệm.",
        title="Chủ tịch nước dự lễ khởi công khu lưu niệm",
    )
    assert rows(found) == [("lễ công bố", "2022-05-20")]


def test_the_day_of_a_visit_is_that_of_the_reception() -> None:
    (event,) = read(
        "Chiều 20/5, Đại sứ Hàn Quốc đã đến chào xã giao lãnh đạo tỉnh Quảng Nam.",
        "Tại buổi tiếp, Bí thư Tỉnh ủy Quảng Nam Lê Thị Hoa chào mừng Đại sứ.",
        title="Bí thư Tỉnh ủy Quảng Nam tiếp xã giao Đại sứ Hàn Quốc",
    )
    assert rows([event]) == [("buổi tiếp", "2022-05-20")]


def test_what_the_head_of_a_department_chairs_is_the_departments() -> None:
    (event,) = read("Sáng 5/5, Giám đốc Sở Nội vụ tỉnh Quảng Nam Lê Văn An chủ trì hội nghị sơ kết công tác.")
    assert [label(o) for o in event.organizers] == ["Sở Nội vụ tỉnh Quảng Nam"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trong chương trình kỳ họp thứ 5, HĐND tỉnh Quảng Nam khóa XIX, sáng 5/5, các tổ đại biểu tiến hành thảo luận.",
            [("kỳ họp", "2022-05-05")],
        ),
        (
            "Sáng 5/5, HĐND tỉnh Quảng Nam khai mạc kỳ họp thứ 5. Kỳ họp cũng dành ngày làm việc thứ ba (7/5) để"
            " chất vấn.",
            [("kỳ họp", "2022-05-05")],
        ),
        (
            "Chiều 5/5, UBND huyện Núi Thành đã khánh thành cầu Tam Hòa. Dự lễ khánh thành có Bí thư Tỉnh ủy Quảng Nam.",
            [("lễ khánh thành", "2022-05-05")],
        ),
        (
            "Sáng 5/5, Ban Quản lý các khu công nghiệp tỉnh Quảng Nam tổ chức động thổ nhà máy. Dự lễ động thổ có"
            " Bí thư Tỉnh ủy Quảng Nam.",
            [("lễ động thổ", "2022-05-05")],
        ),
        (
            "Phát biểu tại lễ khai giảng ngày 5/5, Chủ tịch UBND tỉnh Quảng Nam Lê Văn Nam chúc thầy trò. Thay mặt Tỉnh ủy,"
            " HĐND, UBND tỉnh, ông tặng hoa.",
            [("lễ khai giảng", "2022-05-05")],
        ),
        (
            "Sáng 5/5, Huyện ủy Lâm Sơn gặp mặt, chúc Tết các đồng chí nguyên lãnh đạo huyện.",
            [("buổi gặp mặt", "2022-05-05")],
        ),
        # the sign of a paper is no kind of document
        ("(CT) - Ngày 5-5, Huyện ủy Lâm Sơn tổ chức hội nghị.", [("hội nghị", "2022-05-05")]),
        ("Theo CT ngày 5-5 của Tỉnh ủy Quảng Nam, Huyện ủy Lâm Sơn tổ chức hội nghị.", [("hội nghị", None)]),
        # the same day as that of the opening, far behind it
        (
            "Ngày 5-5, Đảng ủy xã Lâm Sơn tổ chức họp mặt đảng viên cao tuổi. Các đảng viên được tặng quà. Nhiều người đã"
            " có tuổi. Ai cũng vui. Lãnh đạo xã cảm ơn các đảng viên. Cùng ngày, Đảng ủy xã Lâm Sơn tổ chức hội nghị"
            " công bố quyết định.",
            [("buổi họp mặt", "2022-05-05"), ("hội nghị", "2022-05-05")],
        ),
    ],
)
def test_days_and_kinds_of_what_is_told(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert rows(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "organizer"),
    [
        (
            "Sáng 5/5, Bí thư Tỉnh ủy Quảng Nam chủ trì hội nghị giao ban Thường trực Tỉnh ủy tháng 4.",
            "Thường trực Tỉnh ủy Quảng Nam",
        ),
        (
            "Chiều 5/5, ông Lê Văn Nam, Ủy viên Bộ Chính trị, Thường trực Ban Bí thư chủ trì buổi làm việc với Đảng đoàn"
            " Hội Nhà báo Việt Nam.",
            "Ban Bí thư Trung ương Đảng",
        ),
    ],
)
def test_standing_members_hold_meetings(text: str, organizer: str) -> None:
    (event,) = read(text)
    assert organizer.startswith(label(event.organizers[0]))


def test_a_first_plenum_is_of_the_party_organisation_whose_congress_elects_it() -> None:
    found = read(
        "Sáng 20/5, Đảng bộ huyện Núi Thành tổ chức Đại hội đại biểu lần thứ XXIII, nhiệm kỳ 2020-2025.",
        "Chiều 20/5, Hội nghị lần thứ nhất Ban Chấp hành Đảng bộ đã bầu bà Lê Thị Hoa làm Bí thư.",
    )
    assert {label(o) for e in found for o in e.organizers} == {"Huyện ủy Núi Thành"}


@pytest.mark.parametrize(
    "chairs",
    [
        "Bí thư Tỉnh ủy Lê Văn An; Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Vũ Thị Lan; Chủ tịch UBND tỉnh Trần Văn Ba chủ trì hội nghị.",
        "Lê Văn An, Bí thư Tỉnh ủy; Vũ Thị Lan, Chủ tịch HĐND tỉnh; Trần Văn Ba, Chủ tịch UBND tỉnh chủ trì hội nghị.",
        "Lê Văn An, Bí thư Tỉnh ủy; các Phó Bí thư Tỉnh ủy: Vũ Thị Lan, Trần Văn Ba chủ trì hội nghị.",
    ],
)
def test_those_whom_semicolons_part_chair_together(chairs: str) -> None:
    (event,) = read(f"Sáng 20/10, Tỉnh ủy Quảng Nam tổ chức hội nghị. {chairs}")
    assert [p.person for p in event.participations if p.role == "chairs"] == ["Lê Văn An", "Vũ Thị Lan", "Trần Văn Ba"]


def test_the_name_of_a_department_says_nothing() -> None:
    (event,) = read(
        "Sáng 20/5, Ban Tuyên giáo Tỉnh ủy Quảng Nam, Sở Thông tin và Truyền thông tổ chức họp mặt các nhà báo."
    )
    assert rows([event]) == [("buổi họp mặt", "2022-05-20")]


def test_a_vice_president_receives_for_the_state() -> None:
    (event,) = read(
        "Ngày 20/5, tại Hà Nội, Phó Chủ tịch nước Lê Thị Hoa đã tiếp đoàn người có công tỉnh Quảng Nam.",
        "Cùng dự buổi tiếp có Bí thư Tỉnh ủy Quảng Nam Lê Văn Nam.",
    )
    assert [label(o) for o in event.organizers] == ["Nhà nước"]


def test_two_committees_that_hold_the_congress_of_the_district_hold_one_each() -> None:
    found = read(
        "Ngày 4/5, Đảng bộ huyện Núi Thành tổ chức Đại hội đại biểu lần thứ XXII. Sáng 5/5, Đảng bộ huyện Phú Ninh"
        " long trọng tổ chức khai mạc Đại hội đại biểu Đảng bộ huyện khóa V.",
    )
    assert [label(o) for e in found for o in e.organizers] == ["Huyện ủy Núi Thành", "Huyện ủy Phú Ninh"]


def test_those_of_whom_a_decision_is_made_known_hold_no_meeting() -> None:
    (event,) = read(
        "Tỉnh ủy Quảng Nam vừa kiện toàn nhân sự. Hội nghị ngày 5/5 công bố quyết định chuẩn y ông Lê Văn Nam, Phó Chủ"
        " tịch UBND tỉnh Quảng Nam vào Ban Thường vụ. Tại hội nghị, Bí thư Tỉnh ủy Quảng Nam Vũ Văn Ba phát biểu.",
    )
    assert [label(o) for o in event.organizers] == ["Tỉnh ủy Quảng Nam"]


def test_a_vote_that_a_committee_meets_for_is_its_meeting() -> None:
    (found,) = read("Ban Thường vụ Huyện ủy Hải Hậu tổ chức họp bỏ phiếu kỷ luật ông Lê Văn An.")
    assert found.type == "cuộc họp"


@pytest.mark.parametrize("who", ["152/152 đảng bộ", "45 chi bộ", "Các đảng bộ"])
def test_those_who_belong_to_a_committee_hold_no_congress_of_its_own(who: str) -> None:
    for event in read(f"Ngày 5/5, {who} trực thuộc Tỉnh ủy Quảng Nam đã tổ chức xong Đại hội nhiệm kỳ 2020-2025."):
        assert not event.organizers


def test_what_is_done_directly_is_no_reception() -> None:
    found = read("Sáng 5/5, Đảng bộ huyện Núi Thành khai mạc Đại hội lần thứ XXI, thực hiện bầu trực tiếp Bí thư Huyện ủy.")
    assert [e.type for e in found] == ["đại hội"]


def test_what_an_undated_text_tells_of_years_before_is_no_news() -> None:
    told = "Năm 2015, tại hội thảo của Ủy ban Tư pháp của Quốc hội, nhiều người đã nêu câu hỏi này."
    assert read(told, "Dự luật trình Quốc hội năm 2019 này.", published=None) == []


def test_boards_that_every_house_has_hold_nothing_in_other_news() -> None:
    assert read("Tối 5/5, Ban tổ chức đã có buổi tổng duyệt.", "Các thí sinh che ô trên sân khấu.") == []


@pytest.mark.parametrize(
    ("body", "organizer"),
    [
        ("bộ Nội vụ", "Bộ Nội vụ"),
        ("sở Y tế Quảng Nam", "Sở Y tế tỉnh Quảng Nam"),
        ("Toà án nhân dân (TAND) tối cao", "Tòa án nhân dân tối cao"),
        ("Viện kiểm sát nhân dân (VKSND) tối cao", "Viện Kiểm sát nhân dân tối cao"),
        ("Ban chỉ đạo Tây Nam bộ", "Ban chỉ đạo Tây Nam bộ"),
        # purposes in lower case, up to the verb
        ("Ban Chỉ đạo phòng chống thiên tai", "Ban Chỉ đạo phòng chống thiên tai"),
        ("Ban Chỉ đạo quốc gia phòng, chống dịch COVID-19", "Ban Chỉ đạo quốc gia phòng, chống dịch COVID-19"),
        ("Ban Chỉ đạo khắc phục sự cố môi trường miền Trung", "Ban Chỉ đạo khắc phục sự cố môi trường miền Trung"),
    ],
)
def test_bodies_in_other_spellings_hold_meetings(body: str, organizer: str) -> None:
    (event,) = read(f"Sáng 5/5, {body} tổ chức hội nghị tập huấn cho cán bộ Y tế.")
    assert [label(o) for o in event.organizers] == [organizer]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Vừa qua, UBND huyện Lâm Sơn tổ chức tập huấn cho cán bộ của Huyện ủy.", "tập huấn"),
        ("Ủy ban MTTQ huyện Lâm Sơn vừa tổ chức bàn giao hai ngôi nhà theo kế hoạch của Huyện ủy.", "lễ bàn giao"),
        ("Hội nghị do bà Lê Thị Hoa, Giám đốc Sở Tư pháp tỉnh Quảng Nam chủ trì.", "hội nghị"),
    ],
)
def test_what_a_report_opens_with_needs_no_day(text: str, type_: str) -> None:
    assert [(e.type, e.date) for e in read(text)] == [(type_, None)]


def test_what_was_done_over_time_is_no_meeting() -> None:
    assert read("Thời gian vừa qua, UBND huyện Lâm Sơn tổ chức tập huấn cho 200 cán bộ của Huyện ủy.") == []


def test_a_school_is_not_that_of_its_party_cell() -> None:
    (event,) = read(
        "Chiều 5/5, tại phòng hội đồng Trường THCS Lê Văn Bình, Chi bộ nhà trường tổ chức hội nghị, Đảng ủy xã Bình Minh cùng dự.",
    )
    assert not any(label(o).startswith("Trường") for o in event.organizers if isinstance(o, Organization) and o.parent)


def test_a_meeting_of_nobody_needs_a_day() -> None:
    lines = ("Bí thư Huyện ủy Lâm Sơn Lê Văn Nam xin lỗi dân.", "Đảng ủy xã Bình Minh cũng nhận lỗi.", "Mọi việc đã rõ.")
    assert read(*lines, "Tại cuộc họp, ai cũng mong việc sớm xong.") == []


def test_a_meeting_of_the_articles_own_month_is_news() -> None:
    told = "Tại kỳ họp thứ 4 HĐND tỉnh Quảng Nam tháng 7/2022, nhiều đại biểu đã nêu việc này."
    assert rows(read(told, published="2022-07-30")) == [("kỳ họp", "2022-07")]


@pytest.mark.parametrize(
    ("before", "organizers"),
    [
        ("Chiều 5/5, Quốc hội bàn về dự án Luật Cầu đường.", ["Quốc hội"]),
        ("Chiều 5/5, HĐND tỉnh Quảng Nam và Quốc hội cùng bàn về đường sá.", []),
    ],
)
def test_whose_debate_it_is(before: str, organizers: list[str]) -> None:
    found = read(before, "Phát biểu tại phiên thảo luận, đại biểu Lê Văn Nam nêu ý kiến.")
    assert [label(o) for e in found for o in e.organizers if e.type == "phiên thảo luận"] == organizers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hội nghị lần thứ 5 Ban Chấp hành Đảng bộ tỉnh Hà Nam khóa XX khai mạc sáng nay dưới sự chủ trì của Bí thư Tỉnh ủy.", ["2022-05-24"]),
        ("Hội nghị Ban Chấp hành Đảng bộ tỉnh Hà Nam bế mạc chiều qua.", ["2022-05-23"]),
        ("Tỉnh ủy Hà Nam tổ chức hội nghị, ông Lê Văn An cho biết sáng nay.", [None]),
        (
            "Hội nghị đánh giá việc phối hợp giữa Tỉnh ủy Hà Nam với các sở, ngành vừa diễn ra sáng nay. "
            "Bí thư Tỉnh ủy Lê Văn An chủ trì hội nghị.",
            ["2022-05-24"],
        ),
    ],
)
def test_the_day_of_the_article_told_behind_an_event(text: str, found: list[str | None]) -> None:
    assert [e.date for e in read(text)] == found


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("Ngày 20/5, Chủ tịch UBND tỉnh Hà Nam Lê Văn An đã trao bằng khen cho bốn tập thể.", ["Ủy ban nhân dân tỉnh Hà Nam"]),
        ("Ngày 20/5, UBND tỉnh Hà Nam đã tặng thưởng cho Công an tỉnh.", ["Ủy ban nhân dân tỉnh Hà Nam"]),
        ("Ngày 20/5, Công an tỉnh Hà Nam được UBND tỉnh đề nghị tặng thưởng.", []),
    ],
)
def test_a_nameless_ceremony_is_of_those_who_gave_rewards(before: str, found: list[str]) -> None:
    told = read(before, "Tại buổi lễ, Bí thư Tỉnh ủy Hà Nam Trần Văn Bình khen ngợi. Tỉnh ủy Hà Nam cũng chúc mừng.")
    assert [label(o) for e in told for o in e.organizers] == found
    assert all(e.date == "2022-05-20" for e in told)


def test_a_session_goes_on_by_its_programme() -> None:
    lines = (
        "Sáng 20/5, tiếp tục chương trình làm việc Kỳ họp thứ 3, dưới sự điều hành của Phó Chủ tịch Quốc hội Lê Văn An, ",
        "Quốc hội thảo luận ở hội trường về dự án Luật Cầu đường.",
    )
    assert rows(read("".join(lines))) == [("kỳ họp", "2022-05-20")]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ngày 10/5, ông Lê Văn Hải cho biết tỉnh Quảng Nam vừa tổ chức hội nghị về di tích.", None),
        ("Ngày 10/5, phát biểu tại hội nghị, ông Lê Văn Hải cho biết tỉnh Quảng Nam có di tích mới.", "2022-05-10"),
        ("Lãnh đạo quận 3 vừa họp với các đơn vị, chậm nhất đến tháng 6-2022 sẽ xong.", None),
    ],
)
def test_the_day_on_which_somebody_tells_of_a_meeting_is_not_its_own(text: str, date: str | None) -> None:
    found = read("Đảng bộ, HĐND, UBND tỉnh Quảng Nam, Huyện ủy Lâm Sơn.", text)
    assert {e.date for e in found} - {None} == {date} - {None}


def test_a_stranger_of_a_title_of_ours_heads_no_body_of_ours() -> None:
    talk = "Thủ tướng Nguyễn Văn Hải cùng Bộ trưởng Bộ Ngoại giao thăm nước bạn."
    found = read(talk, "Lễ đón do Thủ tướng Malcolm Turner chủ trì chiều 15/5.")
    assert not any(e.organizers for e in found)
    (event,) = read(talk, "Chiều 15/5, Thủ tướng Nguyễn Văn Hải chủ trì lễ đón Thủ tướng Malcolm Turner.")
    assert [label(o) for o in event.organizers] == ["Chính phủ"]


def test_who_only_speaks_at_a_meeting_of_the_nation_does_not_hold_it() -> None:
    talk = "Tỉnh ủy, HĐND, UBND tỉnh Quảng Nam bàn về du lịch."
    told = "Chủ tịch UBND tỉnh Quảng Nam Lê Văn Hải nói như vậy tại Hội nghị toàn quốc về du lịch ngày 9/5."
    assert not any(e.organizers for e in read(talk, told))
    (event,) = read(talk, "Ngày 9/5, UBND tỉnh Quảng Nam tổ chức Hội nghị toàn quốc về du lịch.")
    assert [label(o) for o in event.organizers] == ["Ủy ban nhân dân tỉnh Quảng Nam"]
