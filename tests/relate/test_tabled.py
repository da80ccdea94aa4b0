"""Lists and tables: who held a post from when to when, and names and titles on lines of their own."""

from __future__ import annotations

import pytest

from tests.reading import facts, posts

C, F = "current", "former"
XA = "Đảng ủy xã Hải Yên"

SERVED = [
    (
        "Danh sách Bí thư Đảng ủy xã Hải Yên qua các thời kỳ",
        "1 Lê Văn Sơn Bí thư Đảng ủy 1990 - 1995",
        "| 2 | Trần Văn Lam | Bí thư Đảng ủy | 1995 - 2010 |",
        "| 3 | Vũ Thị Lan | Bí thư Đảng ủy | Từ 2010 đến nay |",
    ),
    (
        "I. Bí thư Đảng ủy xã Hải Yên",
        "1. Đồng chí Lê Văn Sơn: từ năm 1990 đến năm 1995",
        "2. Trần Văn Lam (1995 - 2010)",
        "3. Vũ Thị Lan: từ 2010 đến nay",
    ),
    (
        "Các đồng chí Bí thư Đảng ủy xã Hải Yên qua các thời kỳ: Lê Văn Sơn (1990 - 1995), Trần Văn Lam (1995 - 2010), Vũ Thị Lan (từ 2010 đến nay).",
    ),
]


@pytest.mark.parametrize("lines", SERVED)
def test_who_led_a_commune_when(lines: tuple[str, ...]) -> None:
    found = facts(*lines, title="Xã Hải Yên xưa và nay", published="2019-06-07").positions
    assert {(p.person, p.organization and p.organization.label, str(p.status), p.since, p.until) for p in found} == {
        ("Lê Văn Sơn", XA, F, "1990", "1995"),
        ("Trần Văn Lam", XA, F, "1995", "2010"),
        ("Vũ Thị Lan", XA, C, "2010", None),
    }


def test_those_who_take_announced_posts_stand_on_lines_below() -> None:
    lines = (
        "HĐND tỉnh Hà Nam bầu 2 đồng chí giữ chức Phó Chủ tịch UBND tỉnh Hà Nam nhiệm kỳ 2021-2026, gồm:",
        "1. Ông Lê Văn Sơn, Giám đốc Sở Y tế tỉnh Hà Nam nhiệm kỳ 2021-2026.",
        "2. Bà Vũ Thị Lan (Bí thư Huyện ủy Bình Lục).",
        "Ông Trần Văn Lam, Bí thư Tỉnh ủy Hà Nam phát biểu chúc mừng.",
        "Bà Đỗ Thị Hoa, Giám đốc Sở Nội vụ tỉnh Hà Nam.",
    )
    new, body = "appointed", "Ủy ban nhân dân tỉnh Hà Nam"
    beside = {
        ("Lê Văn Sơn", "giám đốc", "Sở Y tế tỉnh Hà Nam", C),
        ("Vũ Thị Lan", "bí thư", "Huyện ủy Bình Lục", C),
        ("Trần Văn Lam", "bí thư", "Tỉnh ủy Hà Nam", C),
        ("Đỗ Thị Hoa", "giám đốc", "Sở Nội vụ tỉnh Hà Nam", C),
    }
    taken = {(name, "phó chủ tịch", body, new) for name in ("Lê Văn Sơn", "Vũ Thị Lan")}
    assert posts(*lines, published="2023-12-07") == beside | taken
    # who is only put forward, and who leaves, is given nothing
    proposed = "Tỉnh ủy Hà Nam giới thiệu 2 đồng chí để HĐND bầu giữ chức Phó Chủ tịch UBND tỉnh Hà Nam, gồm:"
    released = "HĐND tỉnh Hà Nam miễn nhiệm 2 Phó Chủ tịch UBND tỉnh Hà Nam, gồm:"
    for head in (proposed, released):
        assert posts(head, *lines[1:], published="2023-12-07") == beside


def test_columns_of_old_and_new_offices() -> None:
    rows = (
        "Tỉnh ủy Hà Nam công bố danh sách:",
        "TT | Họ và tên | Chức vụ cũ | Chức vụ mới",
        "1 | Lê Văn Sơn | Giám đốc Sở Y tế tỉnh Hà Nam | Bí thư Huyện ủy Kim Bảng",
        "2 | Ông Trần Văn Lam | Bí thư Huyện ủy Bình Lục | Giám đốc Sở Nội vụ tỉnh Hà Nam |",
    )
    assert posts(*rows, published="2023-12-07") == {
        ("Lê Văn Sơn", "giám đốc", "Sở Y tế tỉnh Hà Nam", F),
        ("Lê Văn Sơn", "bí thư", "Huyện ủy Kim Bảng", "appointed"),
        ("Trần Văn Lam", "bí thư", "Huyện ủy Bình Lục", F),
        ("Trần Văn Lam", "giám đốc", "Sở Nội vụ tỉnh Hà Nam", "appointed"),
    }
    # below a head that says neither, and where the rows are cut otherwise than the head
    plain = ("TT | Họ và tên | Chức vụ", "1 | Lê Văn Sơn | Giám đốc Sở Y tế tỉnh Hà Nam")
    assert posts(*plain, published="2023-12-07") == {("Lê Văn Sơn", "giám đốc", "Sở Y tế tỉnh Hà Nam", C)}
    cut = ("TT | Họ và tên | Năm sinh | Chức vụ cũ", "1 | Lê Văn Sơn | Giám đốc Sở Y tế tỉnh Hà Nam")
    assert posts(*cut, published="2023-12-07") == {("Lê Văn Sơn", "giám đốc", "Sở Y tế tỉnh Hà Nam", C)}


def test_years_of_a_life_are_none_of_service() -> None:
    (position,) = facts("Bí thư Đảng ủy xã Hải Yên Lê Văn Sơn (1930 - 2001).", published="2019-06-07").positions
    assert (position.since, position.until) == (None, None)


def test_a_heading_holds_for_names_with_years_alone() -> None:
    assert posts("Bí thư Đảng ủy xã Hải Yên", "Lê Văn Sơn", "Xã có 12 thôn.", "Lê Văn Sơn: 1990 - 1995", published="2019-06-07") == set()


def test_a_table_with_a_line_for_every_cell() -> None:
    table = ("Họ và tên", "Chức vụ", "Lê Văn Sơn", "Chủ tịch HĐND huyện Tuy An", "30", "4", "Vũ Thị Lan", "Phó Chủ tịch UBND huyện Tuy An", "28")
    assert posts(*table, published="2018-12-07") == {
        ("Lê Văn Sơn", "chủ tịch", "Hội đồng nhân dân huyện Tuy An", C),
        ("Vũ Thị Lan", "phó chủ tịch", "Ủy ban nhân dân huyện Tuy An", C),
    }
    # the name of who wrote an article, and the headline of the next one
    assert posts("Huyện họp.", "Lê Văn Sơn", "Chủ tịch UBND huyện Tuy An", published="2018-12-07") == set()
