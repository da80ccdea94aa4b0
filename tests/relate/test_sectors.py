"""Posts in schools, hospitals, courts, unions and the forces: whole passages, and what they tell of whom."""

from __future__ import annotations

import pytest

from tests.reading import facts, posts

C, A, E, F = "current", "appointed", "ended", "former"
COURT = "Tòa án nhân dân tỉnh Hà Nam"
FRONT = "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hà Nam"
UBND = "Ủy ban nhân dân tỉnh Hà Nam"

SAID = [
    # a number in words before the title of those who are told one by one
    (
        "Năm Phó Chủ tịch Ủy ban MTTQ Việt Nam tỉnh Hà Nam, gồm: Bà Vũ Thị Lan, Ủy viên Ban Thường vụ Tỉnh ủy; ông Lê Văn An; ông Trần Văn Ba.",
        {
            ("Vũ Thị Lan", "phó chủ tịch", FRONT, C),
            ("Vũ Thị Lan", "ủy viên", "Ban Thường vụ Tỉnh ủy Hà Nam", C),
            ("Lê Văn An", "phó chủ tịch", FRONT, C),
            ("Trần Văn Ba", "phó chủ tịch", FRONT, C),
        },
    ),
    # whose successor is only proposed has left where the words say so, and else not
    (
        "Tỉnh ủy giới thiệu ông Lê Văn An để HĐND tỉnh bầu làm Chủ tịch UBND tỉnh Hà Nam thay ông Trần Văn Ba đã nghỉ hưu.",
        {("Trần Văn Ba", "chủ tịch", UBND, E)},
    ),
    (
        "Tỉnh ủy giới thiệu ông Lê Văn An để HĐND tỉnh bầu làm Chủ tịch UBND tỉnh Hà Nam thay ông Trần Văn Ba.",
        set(),
    ),
    # all of a list leave
    (
        "Hội nghị thống nhất cho các Phó Chủ tịch UBND tỉnh Hà Nam gồm ông Lê Văn An, Trần Văn Ba và bà Vũ Thị Lan thôi chức vụ.",
        {(name, "phó chủ tịch", UBND, E) for name in ("Lê Văn An", "Trần Văn Ba", "Vũ Thị Lan")},
    ),
    # why each one of a list leaves, in a few words
    (
        "HĐND tỉnh miễn nhiệm ủy viên UBND tỉnh Hà Nam đối với ông Lê Văn An, nghỉ hưu theo chế độ; ông Trần Văn Ba, nghỉ hưu.",
        {(name, "ủy viên", UBND, E) for name in ("Lê Văn An", "Trần Văn Ba")},
    ),
    # a rank between titles, and a verb behind titles that semicolons part
    (
        "Ông Lê Văn An - Ủy viên Quân ủy Trung ương; Trung tướng, Tư lệnh Quân khu 3 được Bộ Chính trị chỉ định giữ chức Bí thư Tỉnh ủy Hà Nam.",
        {
            ("Lê Văn An", "ủy viên", "Quân ủy Trung ương", C),
            ("Lê Văn An", "tư lệnh", "Quân khu 3", E),
            ("Lê Văn An", "bí thư", "Tỉnh ủy Hà Nam", A),
        },
    ),
    (
        "Dự lễ có ông Lê Văn An, Chủ tịch UBND tỉnh Hà Nam; Đại tá, Giám đốc Công an tỉnh Trần Văn Ba.",
        {("Lê Văn An", "chủ tịch", UBND, C), ("Trần Văn Ba", "giám đốc", "Công an tỉnh Hà Nam", C)},
    ),
    # who opens the clause with a title before the name and one behind it speaks
    (
        "Phát biểu tại lễ, Phó Giám đốc Sở Y tế tỉnh Hà Nam Lê Văn An, Chủ tịch Hội Đông y tỉnh cho biết hội có 300 hội viên.",
        {
            ("Lê Văn An", "phó giám đốc", "Sở Y tế tỉnh Hà Nam", C),
            ("Lê Văn An", "chủ tịch", "Hội Đông y tỉnh Hà Nam", C),
        },
    ),
    # the presidium of an association
    (
        "Dự có ông Lê Văn An, Ủy viên Đoàn Chủ tịch, Trưởng Ban Tuyên giáo Tổng Liên đoàn Lao động Việt Nam.",
        {
            ("Lê Văn An", "ủy viên", "Đoàn Chủ tịch Tổng Liên đoàn Lao động Việt Nam", C),
            ("Lê Văn An", "trưởng ban", "Ban Tuyên giáo Tổng Liên đoàn Lao động Việt Nam", C),
        },
    ),
    # the council of a school, before a name and beside its party committee
    (
        "Chủ tịch Hội đồng trường Lê Văn An tặng hoa bà Vũ Thị Lan, Hiệu trưởng Trường Cao đẳng Y tế Hà Nam.",
        {
            ("Lê Văn An", "chủ tịch", "Hội đồng trường Trường Cao đẳng Y tế Hà Nam", C),
            ("Vũ Thị Lan", "hiệu trưởng", "Trường Cao đẳng Y tế Hà Nam", C),
        },
    ),
    (
        "Tại Trường Đại học Sao Khuê, Bộ Y tế công nhận ông Lê Văn An, Bí thư Đảng ủy, giữ chức Chủ tịch Hội đồng trường.",
        {
            ("Lê Văn An", "bí thư", "Đảng ủy Trường Đại học Sao Khuê", C),
            ("Lê Văn An", "chủ tịch", "Hội đồng trường Trường Đại học Sao Khuê", A),
        },
    ),
    # a paper and a broadcaster that became one, with or without letters
    (
        "Tỉnh ủy điều động, bổ nhiệm ông Lê Văn An, Giám đốc Đài PT - TH Hà Nam, giữ chức Tổng Biên tập Báo và Đài PT - TH Hà Nam.",
        {
            ("Lê Văn An", "giám đốc", "Đài Phát thanh và Truyền hình Hà Nam", E),
            ("Lê Văn An", "tổng biên tập", "Báo và Đài Phát thanh và Truyền hình Hà Nam", A),
        },
    ),
    (
        "Bà Vũ Thị Lan, Phó Giám đốc Báo và Phát thanh, Truyền hình Hà Nam, dự.",
        {("Vũ Thị Lan", "phó giám đốc", "Báo và Phát thanh, Truyền hình Hà Nam", C)},
    ),
    # the editor who becomes a deputy of the new paper
    (
        "Bổ nhiệm ông Lê Văn An, Tổng Biên tập Báo Hà Nam, giữ chức Phó Tổng Biên tập Báo Hà Nam.",
        {
            ("Lê Văn An", "tổng biên tập", "Báo Hà Nam", E),
            ("Lê Văn An", "phó tổng biên tập", "Báo Hà Nam", A),
        },
    ),
    # a firm whose name tells what it supplies
    (
        "Ông Lê Văn An, Chủ tịch HĐTV kiêm Tổng Giám đốc Tổng Công ty Điện lực miền Trung, chỉ đạo.",
        {
            ("Lê Văn An", "chủ tịch", "Hội đồng thành viên Tổng Công ty Điện lực miền Trung", C),
            ("Lê Văn An", "tổng giám đốc", "Tổng Công ty Điện lực miền Trung", C),
        },
    ),
    (
        "Ông Lê Văn An, Phó Giám đốc Điện lực Lý Nhân, chỉ đạo.",
        {("Lê Văn An", "phó giám đốc", "Điện lực Lý Nhân", C)},
    ),
    # a city's type in short, stuck to the name
    (
        "Chủ tịch UBND Tp.Cần Thơ Lê Văn An và Bí thư Thị ủy Tx.Gò Công Trần Văn Ba đến dự.",
        {
            ("Lê Văn An", "chủ tịch", "Ủy ban nhân dân thành phố Cần Thơ", C),
            ("Trần Văn Ba", "bí thư", "Thị ủy Gò Công", C),
        },
    ),
    # what all were before
    (
        "Trước khi giữ chức Phó Chủ tịch UBND tỉnh Hà Nam, ông Lê Văn An làm Giám đốc Sở Y tế; bà Vũ Thị Lan làm Giám đốc Sở Nội vụ.",
        {
            ("Lê Văn An", "giám đốc", "Sở Y tế tỉnh Hà Nam", F),
            ("Vũ Thị Lan", "giám đốc", "Sở Nội vụ tỉnh Hà Nam", F),
        },
    ),
    # who is counted, then named behind a colon
    (
        "HĐND xã Tân Sơn cho thôi làm nhiệm vụ đại biểu HĐND xã đối với 2 đại biểu: Lê Văn An và Vũ Thị Lan cùng các nội dung khác.",
        {(name, "đại biểu", "Hội đồng nhân dân xã Tân Sơn", E) for name in ("Lê Văn An", "Vũ Thị Lan")},
    ),
    # a command that is told by a place
    (
        "Trung tá Lê Văn An, Chỉ huy trưởng Ban Chỉ huy phòng thủ khu vực 2 - Sơn Bằng, phát biểu.",
        {("Lê Văn An", "chỉ huy trưởng", "Ban Chỉ huy Phòng thủ khu vực 2 - Sơn Bằng", C)},
    ),
    (
        "Dự có Chánh án Tòa án nhân dân khu vực 2 - Lê Văn An.",
        {("Lê Văn An", "chánh án", "Tòa án nhân dân khu vực 2", C)},
    ),
]

DEGREES = ["TS.BS", "BS-CKII", "PGS-TS", "GS.TS", "ThS"]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_a_post_of_a_sector_is_read(text: str, expected: set[tuple[str, str, str, str]]) -> None:
    assert posts(text) == expected


@pytest.mark.parametrize("degree", DEGREES)
def test_degrees_before_a_name_are_no_part_of_what_is_led(degree: str) -> None:
    hospital = posts(f"Giám đốc Bệnh viện Hoa Lư {degree} Lê Văn An cho biết.")
    assert hospital == {("Lê Văn An", "giám đốc", "Bệnh viện Hoa Lư", C)}
    school = posts(f"Hiệu trưởng Trường Đại học Sao Khuê {degree} Lê Văn An cho biết.")
    assert school == {("Lê Văn An", "hiệu trưởng", "Trường Đại học Sao Khuê", C)}


def test_a_deputy_of_the_court_is_at_that_of_the_place_which_the_article_is_about() -> None:
    found = posts(
        "Ông Lê Văn An, Chánh án Tòa án nhân dân tỉnh Ninh Bình, được bổ nhiệm làm Chánh án Tòa án nhân dân tỉnh Hà Nam.",
        "Tại lễ, ông An trao quyết định bổ nhiệm phó chánh án cho các ông Trần Văn Ba và Vũ Văn Cường.",
        title="Tòa án nhân dân tỉnh Hà Nam công bố quyết định về cán bộ",
    )
    assert {("Trần Văn Ba", "phó chánh án", COURT, A), ("Vũ Văn Cường", "phó chánh án", COURT, A)} <= found


@pytest.mark.parametrize(
    ("title", "committee"),
    [
        ("Viện kiểm sát nhân dân tỉnh Hà Nam họp mặt", "Đảng ủy Viện Kiểm sát nhân dân tỉnh Hà Nam"),
        ("Trường Đại học Sao Khuê khai giảng", "Đảng ủy Trường Đại học Sao Khuê"),
        ("Sở Y tế và Sở Nội vụ tỉnh Hà Nam phối hợp", "Đảng ủy"),
    ],
)
def test_a_committee_without_a_name_is_that_of_the_only_office_in_the_title(title: str, committee: str) -> None:
    found = posts("Dự có đồng chí Lê Văn An - Bí thư Đảng ủy, cùng toàn thể đoàn viên.", title=title)
    assert found == {("Lê Văn An", "bí thư", committee, C)}


def test_deputies_of_a_committee_that_the_sentence_tells_to_consist_of_them() -> None:
    found = posts(
        "HĐND tỉnh Hà Nam họp. HĐND xã Tân Sơn cũng họp.",
        "Thường trực UBND tỉnh Hà Nam gồm Chủ tịch Lê Văn An và 2 phó chủ tịch: ông Trần Văn Ba, bà Vũ Thị Lan.",
    )
    assert {(name, "phó chủ tịch", UBND, C) for name in ("Trần Văn Ba", "Vũ Thị Lan")} <= found


@pytest.mark.parametrize(
    ("text", "committee"),
    [
        ("Ông Lê Văn An - Phó Bí thư Tỉnh ủy trao quyết định cho Báo Nghệ An và Đài Phát thanh Nghệ An.", "Tỉnh ủy Nghệ An"),
        ("Ông Lê Văn An - Phó Bí thư Tỉnh ủy trao quyết định cho Báo Nghệ An và Báo Hà Tĩnh.", "Tỉnh ủy"),
    ],
)
def test_local_papers_tell_the_province_where_nothing_else_does(text: str, committee: str) -> None:
    assert posts(text) == {("Lê Văn An", "phó bí thư", committee, C)}


def test_those_who_lead_a_congress_hold_no_event() -> None:
    found = facts("Đoàn Chủ tịch điều hành đại hội.", title="Xã Tân Sơn tổ chức đại hội ngày 5/6/2025")
    assert not any("Đoàn Chủ tịch" in o.label for e in found.events for o in e.organizers if hasattr(o, "label"))


ABROAD = [
    # provinces of other countries, of one word or two
    (
        "Ngài Sok Chan, Chủ tịch Hội đồng tỉnh Kampong Speu, tặng hoa ông Lê Văn An, Chủ tịch UBND tỉnh Tây Ninh.",
        {("Lê Văn An", "chủ tịch", "Ủy ban nhân dân tỉnh Tây Ninh", C)},
    ),
    (
        "Ông Lê Văn An, Phó Chủ tịch HĐND tỉnh Attapeu, thăm Sở Y tế tỉnh Hà Nam.",
        set(),
    ),
    # who came from there
    (
        "Phía nước bạn Campuchia có ngài Sok Chan - Tổng cục trưởng Tổng cục Thuế và ông Lê Văn An - Bộ trưởng Bộ Y tế.",
        set(),
    ),
    (
        "Về phía tỉnh Svay Rieng có ngài Sok Chan, Tổng cục trưởng Tổng cục Thuế.",
        set(),
    ),
    (
        "Về phía cơ quan ngoại giao Việt Nam tại Campuchia có ông Lê Văn An, Thứ trưởng Bộ Ngoại giao.",
        {("Lê Văn An", "thứ trưởng", "Bộ Ngoại giao", C)},
    ),
]


def test_provinces_of_other_countries_make_no_article_one_about_this_one() -> None:
    found = posts(
        "Tổng thống Nga và Thủ tướng Nga họp tại Nga.",
        "Cục trưởng Cục Y tế trực thuộc Bộ Quốc phòng, ông Ivan Petrov, và lãnh đạo Cục Thuế tỉnh Orenburg có mặt.",
    )
    assert found == set()


@pytest.mark.parametrize(("text", "expected"), ABROAD)
def test_offices_of_other_countries_are_none_of_ours(text: str, expected: set[tuple[str, str, str, str]]) -> None:
    assert posts(text) == expected


def test_a_province_of_another_country_fills_nothing_in() -> None:
    found = posts(
        "UBND tỉnh Tây Ninh họp mặt với các tỉnh Svay Rieng, Prey Veng.",
        "Dự có Phó Bí thư Tỉnh ủy Lê Văn An và Chủ tịch UBND tỉnh Trần Văn Ba.",
    )
    assert found == {
        ("Lê Văn An", "phó bí thư", "Tỉnh ủy Tây Ninh", C),
        ("Trần Văn Ba", "chủ tịch", "Ủy ban nhân dân tỉnh Tây Ninh", C),
    }


AT_THE_CENTRE = [
    (
        "Ông Lê Văn An, Phó Chánh Văn phòng Thường trực Văn phòng Trung ương Đảng, dự.",
        {("Lê Văn An", "phó chánh văn phòng thường trực", "Văn phòng Trung ương Đảng", C)},
    ),
    (
        "Ông Lê Văn An, Phó Chánh Văn phòng Thường trực Đảng ủy các cơ quan Đảng Trung ương, dự.",
        {
            (
                "Lê Văn An",
                "phó chánh văn phòng thường trực",
                "Văn phòng Đảng ủy các cơ quan Đảng Trung ương",
                C,
            )
        },
    ),
    (
        "Ông Lê Văn An, Phó Bí thư Đảng ủy, Chủ nhiệm Ủy ban Kiểm tra Đảng ủy các cơ quan Đảng tỉnh Hà Nam, dự.",
        {
            ("Lê Văn An", "phó bí thư", "Đảng ủy các cơ quan Đảng tỉnh Hà Nam", C),
            ("Lê Văn An", "chủ nhiệm", "Ủy ban Kiểm tra Đảng ủy các cơ quan Đảng tỉnh Hà Nam", C),
        },
    ),
    # a board of a party committee told by its kind alone, in an article about a commune
    (
        "Xã Bình Nghĩa ra mắt bộ máy mới. Bà Vũ Thị Lan nhận chức Chánh Văn phòng Đảng ủy, ông Lê Văn An, Chủ nhiệm UBKT Đảng ủy, dự.",
        {
            ("Vũ Thị Lan", "chánh văn phòng", "Văn phòng Đảng ủy xã Bình Nghĩa", A),
            ("Lê Văn An", "chủ nhiệm", "Ủy ban Kiểm tra Đảng ủy xã Bình Nghĩa", C),
        },
    ),
    (
        "Bà Vũ Thị Lan, Phó Bí thư chuyên trách Đảng ủy UBND tỉnh Hà Nam, dự.",
        {("Vũ Thị Lan", "phó bí thư chuyên trách", "Đảng ủy Ủy ban nhân dân tỉnh Hà Nam", C)},
    ),
    (
        "Chỉ định tham gia Ban Chấp hành Đảng bộ các cơ quan Đảng Trung ương gồm 2 đồng chí: Lê Văn An, Vụ trưởng Vụ Tổ chức cán bộ Bộ Nội vụ; Vũ Thị Lan.",
        {
            ("Lê Văn An", "ủy viên", "Đảng ủy các cơ quan Đảng Trung ương", A),
            ("Lê Văn An", "vụ trưởng", "Vụ Tổ chức cán bộ Bộ Nội vụ", C),
            ("Vũ Thị Lan", "ủy viên", "Đảng ủy các cơ quan Đảng Trung ương", A),
        },
    ),
    (
        "Văn phòng Trung ương Đảng họp. Ông Lê Văn An, Ủy viên Ban Thường vụ Đảng ủy, Vụ trưởng Vụ Địa phương 4, được bầu giữ chức Chủ nhiệm Ủy ban Kiểm tra Đảng ủy Văn phòng Trung ương Đảng.",
        {
            ("Lê Văn An", "ủy viên", "Ban Thường vụ Đảng ủy Văn phòng Trung ương Đảng", C),
            ("Lê Văn An", "vụ trưởng", "Vụ Địa phương 4 Văn phòng Trung ương Đảng", C),
            ("Lê Văn An", "chủ nhiệm", "Ủy ban Kiểm tra Đảng ủy Văn phòng Trung ương Đảng", A),
        },
    ),
    (
        "Ông Lê Văn An, Bí thư Đảng ủy, Giám đốc Học viện Chính trị quốc gia Hồ Chí Minh, dự.",
        {
            ("Lê Văn An", "bí thư", "Đảng ủy Học viện Chính trị quốc gia Hồ Chí Minh", C),
            ("Lê Văn An", "giám đốc", "Học viện Chính trị quốc gia Hồ Chí Minh", C),
        },
    ),
    # the centre of an association, in an article about one of its branches
    (
        "Hội Nông dân Việt Nam tổng kết năm 2019. Ông Lê Văn An, Ủy viên Ban Thường vụ Trung ương Hội, chủ trì.",
        {("Lê Văn An", "ủy viên", "Ban Thường vụ Trung ương Hội Nông dân Việt Nam", "current")},
    ),
    (
        "Hội Hữu nghị Việt Nam - Lào tỉnh Hà Nam họp. Ông Lê Văn An, Phó Chủ tịch Trung ương Hội Hữu nghị Việt Nam - Lào, dự.",
        {("Lê Văn An", "phó chủ tịch", "Trung ương Hội Hữu nghị Việt Nam - Lào", C)},
    ),
    (
        "Ông Lê Văn An được bầu làm Chủ tịch Hội Truyền thống Trường Sơn - đường Hồ Chí Minh tỉnh Hà Nam. Các ông Trần Văn Ba và Vũ Văn Cường được bầu làm Phó Chủ tịch.",
        {
            (name, role, "Hội Truyền thống Trường Sơn - đường Hồ Chí Minh tỉnh Hà Nam", A)
            for name, role in (
                ("Lê Văn An", "chủ tịch"),
                ("Trần Văn Ba", "phó chủ tịch"),
                ("Vũ Văn Cường", "phó chủ tịch"),
            )
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), AT_THE_CENTRE)
def test_posts_at_central_offices_and_associations(text: str, expected: set[tuple[str, str, str, str]]) -> None:
    assert posts(text) == expected
