"""What looks like a fact and is none: other countries' news, numbers of a case, meetings of nobody, common words."""

from __future__ import annotations

import pytest

from kg.model import Facts
from tests.reading import facts


def _rows(made: Facts) -> list[str]:
    posts = [f"{p.person}: {p.role}, {p.organization.label if p.organization else ''}" for p in made.positions]
    return [*posts, *(d.subject or d.number or "" for d in made.documents), *(e.type for e in made.events)]


ABROAD = [
    "Tại Hàn Quốc, Thủ tướng Kim Sang Ho họp với các bộ trưởng sáng 5/3.",
    "Thủ tướng Kim Sang Ho nói Nhật Bản và Triều Tiên cần đối thoại.",
    "Hôm 6/3, Quốc hội họp phiên bất thường và đại biểu Park Ji Won chủ trì phiên họp.",
]


def test_news_of_other_countries_has_no_posts_or_meetings_of_ours() -> None:
    assert _rows(facts(*ABROAD)) == []
    assert _rows(facts("Thủ tướng Nguyễn Văn Sao thăm Việt Nam.", *ABROAD)) != []


@pytest.mark.parametrize(
    "told",
    [
        "Bà Lan phát biểu tại đại hội đảng Cộng hòa hôm 18/7.",
        "Sau khi được Ngân hàng Nhà nước chấp thuận, ông Lê Văn Bình tổ chức đại hội cổ đông ngày 7/2/2013.",
        "Thủ tướng Phạm Minh Chính và phu nhân thăm và làm việc tại Vương quốc Thái Lan ngày 17/8/2023.",
        "Tại kỳ họp thứ 5 của Quốc hội vừa kết thúc cách đây chưa lâu, bộ trưởng trả lời rất tự tin.",
        "Thủ tướng Phạm Minh Chính sắp dự Diễn đàn Kinh tế Châu Á.",
        "Thủ tướng Phạm Minh Chính khen việc tổ chức lễ đón đội tuyển ngày 28/1/2018.",
    ],
)
def test_meetings_of_others_and_those_that_are_only_spoken_of_are_none_of_ours(told: str) -> None:
    made = facts("UBND tỉnh Nam Định, Tỉnh ủy Nam Định và Chính phủ đã có ý kiến.", told)
    assert [e.type for e in made.events] == []


@pytest.mark.parametrize(
    "title",
    [
        "chủ tịch hội đồng kỷ luật nhà trường",
        "chủ tịch câu lạc bộ người cao tuổi",
        "phó chủ tịch liên đoàn bóng đá",
        "chủ tịch nghiệp đoàn nghề cá",
        "phó bí thư đoàn xã",
    ],
)
def test_titles_of_bodies_that_nobody_knows_are_given_no_other_one(title: str) -> None:
    told = f"UBND tỉnh Nam Định và Tỉnh ủy Nam Định họp sáng 5/3. Ông Lê Văn Sao, {title} cho hay như vậy."
    made = facts(told)
    assert not made.positions
    assert [u.evidence.quote for u in made.unread if u.pattern == "office of an unknown body"]


@pytest.mark.parametrize(
    "text",
    [
        "Bị can Lê Văn Sao tự xưng là Phó Giám đốc Công an tỉnh Nam Định để vay tiền.",
        "Kẻ mạo danh Chánh Thanh tra tỉnh Nam Định Lê Văn Sao bị bắt.",
        "Vợ Phó Chủ tịch UBND tỉnh Nam Định là bà Trần Thị Mai.",
        "Chồng của Giám đốc Sở Y tế tỉnh Nam Định là ông Lê Văn Sao.",
    ],
)
def test_who_pretends_and_whose_kin_is_told_hold_nothing(text: str) -> None:
    assert not facts(text).positions


def test_the_official_whose_kin_is_told_by_name_holds_the_post() -> None:
    (held,) = facts("Con trai Chủ tịch UBND tỉnh Nam Định Lê Văn Sao dự đám cưới.").positions
    assert held.person == "Lê Văn Sao"


def test_a_title_alone_is_of_the_body_that_the_article_tells() -> None:
    told = "UBND tỉnh Nam Định họp sáng 5/3. Ông Lê Văn Sao, chủ tịch, cho hay như vậy."
    (held,) = facts(told).positions
    assert held.organization is not None
    assert held.organization.label == "Ủy ban nhân dân tỉnh Nam Định"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ông Lê Văn Sao và bà Trần Thị Mai, tổng giám đốc Công ty Sông Xanh, đã có mặt.",
            ["Trần Thị Mai: tổng giám đốc, Công ty Sông Xanh"],
        ),
        (
            "Hai ông Lê Văn Sao và Trần Văn Tám, phó chủ tịch UBND tỉnh Nam Định, đã có mặt.",
            [
                "Lê Văn Sao: phó chủ tịch, Ủy ban nhân dân tỉnh Nam Định",
                "Trần Văn Tám: phó chủ tịch, Ủy ban nhân dân tỉnh Nam Định",
            ],
        ),
        ("Bà Lê Thị Sao, chánh văn phòng, cho biết như vậy.", []),
        ("Ông Pierre Marceau, cố vấn Văn phòng thủ tướng Thái Lan, nói như vậy.", []),
        (
            "Ông Lê Văn Sao, giám đốc Bệnh viện 74, cho biết như vậy.",
            ["Lê Văn Sao: giám đốc, Bệnh viện 74"],
        ),
        (
            "Ông Lê Văn Sao, phó trưởng ban Ban Chỉ đạo Trung ương về phòng chống thiên tai, cho biết.",
            ["Lê Văn Sao: phó trưởng ban, Ban Chỉ đạo Trung ương về phòng chống thiên tai"],
        ),
        ("Ông Lê Văn Sao, giám đốc Tiếp thị - Truyền thông Sông Xanh, cho biết.", []),
        ("Ông Lê Văn Sao, Chánh Thanh tra, cho biết như vậy.", []),
        ("Thành phố lập đồ án quy hoạch chi tiết 1/500.", []),
        ("Thị trường phải theo quy luật cạnh tranh.", []),
        ("Sinh viên Luật Thành phố Hồ Chí Minh tham gia.", []),
        ("Đề án chậm triển khai gây lãng phí lớn.", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert _rows(facts(text)) == expected


def test_a_congress_abroad_is_none_of_ours() -> None:
    made = facts("Tại Trung Quốc, Đại hội Đảng lần thứ XIX khai mạc sáng 18/10.", "Trung Quốc bầu ban lãnh đạo mới.")
    assert not made.congresses


def test_a_name_that_is_none_of_ours_is_not_the_one_spoken_of_before() -> None:
    made = facts(
        "Ông Lê Văn Sao là Chủ tịch UBND xã Tân An.",
        "Marceau có công lớn khi ông là Chủ tịch Hội đồng quản trị Công ty Sông Xanh.",
    )
    assert [p.role for p in made.positions] == ["chủ tịch"]


CASE = (
    "UBND quận 3 và HĐND quận 3 đã biết việc này. ",
    "Công ty Sông Xanh bán căn hộ từ lâu cho nhiều người mua ở các tòa nhà trên đường lớn mà chưa đủ giấy tờ. " * 9,
)


def test_numbers_of_a_case_are_no_figures_of_the_place() -> None:
    made = facts(*CASE, "Doanh thu của công ty đạt 300 tỷ đồng.", title="Người mua nhà kêu cứu")
    assert not made.indicators
    made = facts(*CASE, "Hiện quận 3 có 12 trường học.", title="Người mua nhà kêu cứu")
    assert not made.indicators
    line = "Thu ngân sách của quận 3 đạt 900 tỷ đồng."
    assert not facts(*CASE, line, title="Người mua nhà kêu cứu").indicators
    assert [i.value for i in facts(*CASE, line, title="Quận 3 gỡ khó cho người mua nhà").indicators] == [900]
    made = facts("Thu ngân sách đạt 300 tỷ đồng.", title="Huyện ủy Yên Sơn và HĐND huyện tổng kết năm 2024")
    assert [i.value for i in made.indicators] == [300]


def test_numbers_of_firms_are_no_figures_of_the_nation() -> None:
    cars = "Sản lượng tiêu thụ của Sao Mai Việt Nam đạt 66.000 xe, tăng 10%; lợi nhuận sau thuế đạt 900 tỷ đồng. "
    more = "Doanh thu thuần tăng 12%, thị phần đạt 24%, cổ tức 15%, giá cổ phiếu tăng 3%. "
    assert not facts(cars * 2, more * 2, title="Các hãng xe lớn kinh doanh thế nào trong năm 2018?").indicators


def test_a_guest_who_speaks_holds_no_meeting() -> None:
    text = "Tại cuộc họp chiều 5/3, ông Lê Văn Sao, phó tổng giám đốc Công ty Sông Xanh, cho biết sẽ trả tiền."
    assert not facts(text).events
    text = "Tại cuộc họp chiều 5/3, Bí thư Tỉnh ủy Nam Định Lê Văn Sao yêu cầu các sở làm rõ."
    assert [e.type for e in facts(text).events] == ["cuộc họp"]


@pytest.mark.parametrize(
    "text",
    [
        # the name of a street, the seat of a mountain, what is said of whoever holds another post
        "Nhà tôi ở 43 Nguyễn Thái Bình (Đà Nẵng), nếu sai tôi xin từ chức Bí thư Thành ủy Đà Nẵng.",
        "Tổng Giám đốc Sân Golf Bà Nà Hills nói.",
        'Nhắc đến phong trào "Biển sạch" tại Cù Lao Ngọc (Hội An), Thủ tướng yêu cầu các địa phương làm theo.',
        "Làm việc với Trường Đại học Y khoa Phạm Ngọc Thạch, Bí thư Thành ủy Đà Nẵng nêu quan điểm.",
        "Nghệ sĩ vào vai ông chủ tịch UBND xã Tam Lộc Lê Văn An rất hài hước.",
        "Ông là cán bộ trưởng thành từ Bộ Công Thương, bà Lê Thị An nói.",
        "Theo ông Lê Văn An, việc Tổng Bí thư đồng thời làm Chủ tịch nước đã được bàn.",
        "Ông Lê Văn An cho biết, về việc Bí thư Huyện ủy đồng thời giữ chức Chủ tịch HĐND huyện thì chưa bàn.",
    ],
)
def test_who_holds_no_post_here(text: str) -> None:
    assert _rows(facts(text)) == []


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("Cả quận có 1.000 cống ngăn triều.", False),
        ("Tổng số hộ dân trong khu nhà là 1.240 hộ.", False),
        ("Năm nay, Đảng ủy quận 3 kết nạp 46 đảng viên.", True),
        ("Nợ công của quận 3 là 317 tỷ đồng.", True),
    ],
)
def test_a_number_alone_in_a_story_is_told_in_passing(told: str, kept: bool) -> None:
    """It is kept where members are counted, or where nothing but a known number of the place is told."""
    case = "UBND quận 3 mời người dân đến nghe chủ đầu tư nói về khu nhà. " * 2
    talk = "Ông Lê Văn Hải nói về đường sá, chợ búa và cây cối ven sông. " * 9
    found = facts(case, talk, told, title="Người mua nhà kêu cứu").indicators
    assert bool(found) is kept


def test_the_nation_that_acts_last_is_whom_numbers_are_about() -> None:
    found = facts(
        "Theo Cục Đường thủy và Công an tỉnh Hà Nam, hai tháng qua, toàn quốc xảy ra 1.210 vụ tai nạn giao thông, làm "
        "chết 415 người, bị thương 902 người.",
        "Tại tỉnh Hà Nam, tai nạn giao thông giảm 12 vụ (18,2%), giảm 3 người chết (11,5%) so với cùng kỳ năm trước.",
        title="Tai nạn giao thông 2 tháng đầu năm 2019",
        published="2019-03-02",
    ).indicators
    told = [(i.subject.name if i.subject else None, float(i.value), i.unit) for i in found]
    assert told == [
        ("Việt Nam", 1210, "vụ tai nạn giao thông"),
        ("Việt Nam", 415, "người"),
        ("Việt Nam", 902, "người"),
        ("Hà Nam", 12, "vụ giảm"),
        ("Hà Nam", 18.2, "% giảm"),
        ("Hà Nam", 3, "người giảm so với cùng kỳ năm trước"),
        ("Hà Nam", 11.5, "% giảm so với cùng kỳ năm trước"),
    ]


def test_what_is_taxed_of_somebody_is_no_income_of_the_place() -> None:
    lines = ["UBND huyện Lâm Sơn báo cáo.", "Cá nhân có thu nhập tính thuế 10 triệu đồng/tháng nộp 5%."]
    assert not facts(*lines, title="Huyện Lâm Sơn phổ biến luật thuế").indicators


def test_the_committee_of_an_office_is_not_the_one_of_the_place() -> None:
    found = facts(
        "Đảng bộ cơ quan Bộ Tài chính gồm 18 chi bộ trực thuộc.",
        "Huyện ủy Vụ Bản, HĐND huyện Vụ Bản và UBND huyện Vụ Bản dự.",
        title="Huyện ủy Vụ Bản tổng kết năm 2023",
    ).indicators
    assert [i.subject.label for i in found if i.subject is not None] == ["Đảng ủy Bộ Tài chính"]


def test_what_only_firms_earn_is_nobodys_without_a_firm() -> None:
    lines = ["Năm 2017, lợi nhuận sau thuế đạt 253 tỷ đồng, tăng 8%.", "Dân số quận 3 tăng 1%."]
    found = facts(*lines, title="Chính phủ, Quốc hội nói về kinh tế").indicators
    assert not [i for i in found if "lợi nhuận" in i.indicator]


def test_a_type_of_unit_that_is_any_one_is_not_the_articles_place() -> None:
    line = "Xe cộ đổ về thành phố lớn; cả nước xảy ra 44 vụ tai nạn giao thông, làm chết 17 người."
    found = facts(line, "Vụ nặng nhất xảy ra tại Đà Nẵng.", title="44 vụ tai nạn giao thông trong một ngày").indicators
    assert {i.subject and i.subject.name for i in found} <= {None, "Việt Nam"}


def test_a_place_that_begins_like_a_village_is_nobody() -> None:
    line = "Điều động bí thư Buôn Ma Thuột làm bí thư Đảng ủy Khối doanh nghiệp trung ương."
    assert "Ma Thuột" not in {p.person for p in facts(line).positions}


def test_a_farm_that_bears_a_name_is_led_by_somebody_else() -> None:
    line = "Ông Lê Tấn Hòa đi lên với chức vụ giám đốc Nông trường Phạm Văn Bảy, giám đốc Sở Lâm nghiệp."
    more = "Giai đoạn 1996-2000, ông là Bí thư Thành ủy Cần Thơ."
    assert {p.person for p in facts(line, more).positions} == {"Lê Tấn Hòa"}
