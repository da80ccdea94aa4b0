"""Articles of communes that were made of others, and of provinces that became one."""

from __future__ import annotations

import pytest

from tests.reading import facts, posts

NUMBERS = [
    # what was merged does nothing any more; the committee is that of the place
    (
        (
            "Đảng bộ phường An Thịnh, tỉnh Gia Lai tổ chức Đại hội lần thứ I, nhiệm kỳ 2025-2030.",
            "Đảng bộ phường An Thịnh được thành lập trên cơ sở hợp nhất Đảng bộ phường Lê Hồng Phong và xã Phước Mỹ (cũ).",
            "Theo đó, phường phấn đấu có trên 90% tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên.",
        ),
        [("Đảng ủy phường An Thịnh", ">", 90.0, "%", "target", "2025-2030")],
    ),
    # the unit named after those that were merged into it is none of them
    (
        (
            "Đảng bộ xã Tân Lập, tỉnh Gia Lai tổ chức Đại hội lần thứ I, nhiệm kỳ 2025-2030.",
            "Sau khi sáp nhập các xã Tân Hội và Tân Thành, xã Tân Lập có dân số 30.000 người, thu nhập bình quân đầu người 50 triệu đồng.",
        ),
        [
            ("xã Tân Lập", "=", 30000.0, "người", "result", None),
            ("xã Tân Lập", "=", 50.0, "triệu đồng", "result", "2020-2025"),
        ],
    ),
    # a former leader of the province among the guests is not whom numbers are about
    (
        (
            "Đảng bộ phường An Thịnh, tỉnh Gia Lai tổ chức Đại hội lần thứ I, nhiệm kỳ 2025-2030.",
            "Dự có ông Lê Văn An, Phó Chủ tịch HĐND tỉnh; các đồng chí nguyên lãnh đạo tỉnh qua các thời kỳ.",
            "Nhiệm kỳ qua, thu ngân sách đạt 200 tỷ đồng.",
        ),
        [("phường An Thịnh", "=", 200.0, "tỷ đồng", "result", "2020-2025")],
    ),
    # a year's own report is of that year also where a term ends with it
    (
        (
            "Đảng ủy xã Tân Lập, tỉnh Gia Lai họp.",
            "Năm 2025, thu ngân sách đạt 30 tỷ đồng. Đảng bộ kết nạp 35/30 đảng viên.",
        ),
        [
            ("xã Tân Lập", "=", 30.0, "tỷ đồng", "result", "2025"),
            ("Đảng ủy xã Tân Lập", "=", 35.0, "đảng viên", "result", "2025"),
            ("Đảng ủy xã Tân Lập", "=", 30.0, "đảng viên", "target", "2025"),
        ],
    ),
    # what was striven for has been reached; a paragraph that comes to a year ahead goes on with targets
    (
        (
            "Đảng bộ phường An Thịnh, tỉnh Gia Lai tổ chức Đại hội lần thứ I, nhiệm kỳ 2025-2030.",
            "Qua 5 năm, Đảng bộ phường đã nỗ lực phấn đấu thực hiện đạt 21/21 chỉ tiêu.",
            "Nhiệm kỳ 2025-2030, phường phấn đấu thu ngân sách đạt 30 tỷ đồng.",
            "Giá trị sản xuất tăng 13%/năm; thu nhập bình quân đầu người đến năm 2030 đạt 90 triệu đồng.",
        ),
        [
            ("phường An Thịnh", "=", 21.0, "/21 chỉ tiêu", "result", "2020-2025"),
            ("phường An Thịnh", "=", 30.0, "tỷ đồng", "target", "2025-2030"),
            ("phường An Thịnh", "=", 13.0, "% tăng/năm", "target", "2025-2030"),
            ("phường An Thịnh", "=", 90.0, "triệu đồng", "target", "2030"),
        ],
    ),
]


@pytest.mark.parametrize(("lines", "expected"), NUMBERS)
def test_numbers(
    lines: tuple[str, ...], expected: list[tuple[str, str, float, str, str, str | None]]
) -> None:
    found = facts(*lines, published="2025-08-10").indicators
    assert [
        (
            i.subject and (getattr(i.subject, "label", None) or i.subject.full_name),
            i.comparator,
            float(i.value),
            i.unit,
            str(i.kind),
            i.period,
        )
        for i in found
    ] == expected


POSTS = [
    # who is appointed in the province that two become is until then where the list says
    (
        (
            "Về phía tỉnh Bình Định có ông Lê Văn An, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh.",
            "Bộ Chính trị chỉ định ông Lê Văn An giữ chức Phó Bí thư Tỉnh ủy Gia Lai.",
        ),
        {
            ("Lê Văn An", "phó bí thư", "Tỉnh ủy Bình Định", "ended"),
            ("Lê Văn An", "chủ tịch", "Ủy ban nhân dân tỉnh Bình Định", "current"),
            ("Lê Văn An", "phó bí thư", "Tỉnh ủy Gia Lai", "appointed"),
        },
    ),
    # who leads a committee that was just told with the number of its members, and goes on to
    (
        (
            "Đại hội công bố Quyết định chỉ định Ban Chấp hành Đảng bộ phường An Thịnh gồm 27 đồng chí. Bà Vũ Thị Lan giữ chức Bí thư "
            "Đảng ủy phường An Thịnh.",
            "Bà Lê Thị Na giữ chức Phó Bí thư Thường trực Đảng ủy phường An Thịnh.",
        ),
        {
            ("Vũ Thị Lan", "bí thư", "Đảng ủy phường An Thịnh", "appointed"),
            ("Lê Thị Na", "phó bí thư thường trực", "Đảng ủy phường An Thịnh", "appointed"),
        },
    ),
    (
        (
            "Hội nghị Ban Chấp hành Đảng bộ phường An Thịnh lần thứ 9 khóa I họp. Bà Vũ Thị Lan giữ chức Bí thư Đảng ủy phường An Thịnh.",
        ),
        {("Vũ Thị Lan", "bí thư", "Đảng ủy phường An Thịnh", "current")},
    ),
    # deputies without a committee are of the one whose secretary was told right before
    (
        (
            "Dự có ông Trần Văn Ba, Phó Bí thư Thành ủy Hải Phòng.",
            "Ông Lê Văn An được chỉ định làm Bí thư Đảng ủy phường An Thịnh. Hai Phó Bí thư là bà Vũ Thị Lan và ông Lê Văn Tám.",
        ),
        {
            ("Trần Văn Ba", "phó bí thư", "Thành ủy Hải Phòng", "current"),
            ("Lê Văn An", "bí thư", "Đảng ủy phường An Thịnh", "appointed"),
            ("Vũ Thị Lan", "phó bí thư", "Đảng ủy phường An Thịnh", "current"),
            ("Lê Văn Tám", "phó bí thư", "Đảng ủy phường An Thịnh", "current"),
        },
    ),
    # a seat in the secretariat goes with the lead of a city
    (
        ("Ông Lê Văn An, Bí thư Trung ương Đảng, được Bộ Chính trị chỉ định giữ chức Bí thư Thành ủy Hải Phòng.",),
        {
            ("Lê Văn An", "bí thư", "Ban Bí thư Trung ương Đảng", "current"),
            ("Lê Văn An", "bí thư", "Thành ủy Hải Phòng", "appointed"),
        },
    ),
    # letters for a commander and for the central committee of the Front beside a province's
    (
        (
            "Dự có ông Lê Văn An, CHT Ban CHQS xã Tân Lập; bà Vũ Thị Lan, Phó Chủ tịch - Tổng Thư ký Ủy ban T.Ư MTTQ VN; đại diện Ủy ban MTTQ "
            "tỉnh Gia Lai.",
        ),
        {
            ("Lê Văn An", "chỉ huy trưởng", "Ban Chỉ huy Quân sự xã Tân Lập", "current"),
            ("Vũ Thị Lan", "phó chủ tịch", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "current"),
            ("Vũ Thị Lan", "tổng thư ký", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "current"),
        },
    ),
    # who commands the forces of a province is elected in their party committee; a commune's commander is in the commune's
    (
        (
            "Đảng bộ Quân sự tỉnh Lạng Sơn tổ chức Đại hội, bầu Đảng ủy Quân sự tỉnh. Đại tá Lê Văn An, Chỉ huy trưởng Bộ CHQS tỉnh được bầu "
            "giữ chức Phó Bí thư.",
        ),
        {
            ("Lê Văn An", "chỉ huy trưởng", "Bộ Chỉ huy Quân sự tỉnh Lạng Sơn", "current"),
            ("Lê Văn An", "phó bí thư", "Đảng ủy Quân sự tỉnh Lạng Sơn", "appointed"),
        },
    ),
    (
        ("Thiếu tá Lê Văn An, Phó Bí thư, Chỉ huy trưởng Ban CHQS xã Tân Lập báo cáo.",),
        {
            ("Lê Văn An", "phó bí thư", "Đảng ủy xã Tân Lập", "current"),
            ("Lê Văn An", "chỉ huy trưởng", "Ban Chỉ huy Quân sự xã Tân Lập", "current"),
        },
    ),
    # seats in the secretariat are taken and given up; those of another union's are not the party's
    (
        ("Ban Chấp hành Trung ương Đảng đã bầu ông Lê Văn An vào Ban Bí thư; ông Trần Văn Ba thôi tham gia Ban Bí thư khóa XIII.",),
        {
            ("Lê Văn An", "bí thư", "Ban Bí thư Trung ương Đảng", "appointed"),
            ("Trần Văn Ba", "bí thư", "Ban Bí thư Trung ương Đảng", "ended"),
        },
    ),
    (("Hội nghị đã bầu anh Lê Văn An tham gia Ban Bí thư Trung ương Đoàn khóa XII.",), set()),
    # the head of a group that works somewhere is not made head of the deputies
    (
        ("Đoàn công tác do ông Lê Văn An, Trưởng Đoàn ĐBQH tỉnh Cao Bằng làm trưởng đoàn đã đến xã Trùng Khánh.",),
        {("Lê Văn An", "trưởng đoàn", "Đoàn đại biểu Quốc hội tỉnh Cao Bằng", "current")},
    ),
]


@pytest.mark.parametrize(("lines", "expected"), POSTS)
def test_posts(lines: tuple[str, ...], expected: set[tuple[str, str, str, str]]) -> None:
    assert posts(*lines, published="2025-06-30") == expected


def test_who_takes_a_post_in_the_title_has_just_taken_it() -> None:
    said = "Ông Lê Văn An làm Giám đốc Sở Y tế tỉnh Gia Lai"
    known = posts("UBND tỉnh Gia Lai họp sáng nay.", title=said)
    assert known == {("Lê Văn An", "giám đốc", "Sở Y tế tỉnh Gia Lai", "appointed")}
    assert posts(f"{said}.") == {("Lê Văn An", "giám đốc", "Sở Y tế tỉnh Gia Lai", "current")}


def test_resolutions_of_two_congresses_are_two() -> None:
    found = facts(
        "Đảng bộ phường An Thịnh tổ chức Đại hội, thông qua báo cáo kết quả thực hiện Nghị quyết Đại hội Đảng bộ phường An Thịnh nhiệm kỳ "
        "2020-2025.",
        "Đại hội đã thông qua Nghị quyết Đại hội đại biểu Đảng bộ phường An Thịnh lần thứ I, nhiệm kỳ 2025-2030.",
    )
    assert [(d.congress_ordinal, d.term) for d in found.documents] == [(None, "2020-2025"), (1, "2025-2030")]


def test_the_same_day_is_that_of_the_meeting_before_not_when_a_ward_was_founded() -> None:
    found = facts(
        "Sáng 22/8, Đảng bộ phường An Thịnh tổ chức Đại hội lần thứ I. Phường An Thịnh được thành lập ngày 1/7/2025.",
        "Cùng ngày, Đảng bộ phường Vĩnh Hội tổ chức Đại hội lần thứ I.",
        published="2025-08-23",
    ).events
    assert [event.date for event in found] == ["2025-08-22", "2025-08-22"]


def test_since_when_something_lasts_is_no_day_of_a_session() -> None:
    found = facts(
        "Ngày 28/10, HĐND tỉnh Gia Lai tổ chức Kỳ họp chuyên đề.",
        "Từ tháng 7/2025 đến nay HĐND đã ban hành 22 nghị quyết; kỳ họp chuyên đề của HĐND tỉnh lần này sẽ thảo luận 28 nghị quyết.",
        published="2025-10-28",
    ).events
    assert [event.date for event in found] == ["2025-10-28"]
