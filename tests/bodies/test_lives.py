"""How long bodies existed, where they stand, and what became of them: no article needed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.bodies import Existence, existed, history, worded
from kg.bodies.dates import days
from kg.model import Organization, Unit

LIVES = history()
TREE = LIVES.tree
UNITS = LIVES.places.gazetteer
SOME_UNITS = ("legacy/22", "legacy/30", "legacy/196", "legacy/06817", "legacy/723", "2025/22", "2025/06811")


def body(kind: str, unit: str) -> Organization:
    found = TREE.body(kind, UNITS.get(unit))
    assert found is not None
    return found


def labels(bodies: tuple[Organization, ...]) -> list[str]:
    return sorted(found.label for found in bodies)


PLACES = ("legacy/22", "legacy/38", "legacy/760", "legacy/492", "legacy/00001", "2025/00004", "2025/31", "legacy/193")
DAYS = ("1997", "2012", "2018-03", "2021-07-01", "2025-02-15", "2025-07-01", "2026")


@pytest.mark.parametrize(
    ("kind", "unit", "on", "expected"),
    [
        ("party-committee", "legacy/196", "2023-05-01", Existence.EXISTED),
        ("party-committee", "legacy/196", "2025-06-30", Existence.EXISTED),
        ("party-committee", "legacy/196", "2025-07-01", Existence.ENDED),
        ("party-committee", "legacy/196", "2025", Existence.EXISTED),
        ("party-committee", "2025/06811", "2025-06-30", Existence.NOT_YET),
        ("party-committee", "2025/06811", "2025-07-01", Existence.EXISTED),
        ("peoples-committee", "legacy/30", "2026", Existence.ENDED),
        ("peoples-committee", "2025/31", "2024", Existence.NOT_YET),
        # provinces that the reform left alone go on under both of their codes
        ("party-committee", "legacy/22", "2026", Existence.EXISTED),
        ("party-committee", "2025/22", "2016-12-08", Existence.EXISTED),
        # the police of the districts ended before the districts
        ("police", "legacy/196", "2025-02-28", Existence.EXISTED),
        ("police", "legacy/196", "2025-03-01", Existence.ENDED),
        ("police", "legacy/22", "2025-03-01", Existence.EXISTED),
        # parts live no longer than their whole
        ("standing-committee", "legacy/196", "2025-07-01", Existence.ENDED),
        ("propaganda-board", None, "2025-02-02", Existence.EXISTED),
        ("propaganda-board", None, "2025-02-03", Existence.ENDED),
        ("propaganda-mass-board", None, "2025-01-31", Existence.NOT_YET),
        ("propaganda-mass-board", None, "2025-02-03", Existence.EXISTED),
        # days that differ from province to province, and those that are known
        ("propaganda-board", "legacy/22", "2025-01-31", Existence.EXISTED),
        ("propaganda-board", "legacy/22", "2025-02-15", Existence.UNKNOWN),
        ("propaganda-board", "legacy/22", "2025-04", Existence.ENDED),
        ("propaganda-board", "legacy/38", "2025-02-15", Existence.ENDED),
        ("propaganda-board", "2025/31", "2026", Existence.NEVER),
        # councils that a pilot took away, for good or for a time
        ("peoples-council", "legacy/760", "2018", Existence.EXISTED),
        ("peoples-council", "legacy/760", "2021-07-01", Existence.ENDED),
        ("peoples-council", "legacy/492", "2012", Existence.INTERRUPTED),
        ("peoples-council", "legacy/492", "2018", Existence.EXISTED),
        ("peoples-council", "legacy/00001", "2022", Existence.ENDED),
        ("peoples-council", "2025/00004", "2026", Existence.EXISTED),
    ],
)
def test_existence(kind: str, unit: str | None, on: str, expected: Existence) -> None:
    assert existed(kind, unit, on) is expected


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        ("Bộ Kế hoạch và Đầu tư", "2025-02-28", Existence.EXISTED),
        ("Bộ Kế hoạch và Đầu tư", "2025-03-01", Existence.ENDED),
        ("Bộ Tài chính", "2025-03-01", Existence.EXISTED),
        ("Bộ Nông nghiệp và Môi trường", "2025-02-28", Existence.NOT_YET),
        ("Bộ Nông nghiệp và Môi trường", "2025-03-01", Existence.EXISTED),
    ],
)
def test_bodies_known_by_name(name: str, on: str, expected: Existence) -> None:
    assert existed("ministry", None, on, name) is expected


@given(st.sampled_from(sorted(history().tree.kinds())), st.sampled_from(sorted(PLACES)), st.sampled_from(DAYS))
def test_without_a_change_of_kinds_a_body_lives_as_its_unit_does(kind: str, key: str, on: str) -> None:
    lives = history()
    unit = lives.places.unit(key)
    body = lives.tree.body(kind, unit) if unit is not None else None
    if unit is None or body is None or lives.changes(body) or lives.places.stretch(unit).covers(on) is False:
        return
    assert lives.existence(body, on) in (Existence.EXISTED, Existence.UNKNOWN)


def test_the_press_may_get_marks_of_a_name_wrong() -> None:
    spelt = "Sở Lao đông – Thương binh và Xã hội"
    assert existed("department", "legacy/22", "2026", spelt) is Existence.ENDED


def test_a_board_of_a_project_lived_at_most_as_long_as_its_unit() -> None:
    board = Organization("management-board", "Ban Quản lý dự án", UNITS.get("legacy/196"))
    assert LIVES.existence(board, "2019") is Existence.UNKNOWN
    assert LIVES.existence(board, "2026") is Existence.ENDED


def test_a_district_body_of_an_unknown_unit_ended_with_the_districts_at_the_latest() -> None:
    nowhere = Organization(
        "peoples-committee", "Ủy ban nhân dân", Unit("Cũ", "district", "huyện", 2), level=2
    )
    assert LIVES.existence(nowhere, "2025-07-01") is Existence.ENDED
    assert LIVES.existence(nowhere, "2024-01-01") is Existence.UNKNOWN


@pytest.mark.parametrize(
    ("kind", "unit", "whole", "superior", "linked"),
    [
        ("party-committee", "legacy/196", None, "Tỉnh ủy Quảng Ninh", None),
        ("party-committee", "legacy/06817", None, "Thành ủy Uông Bí", None),
        ("party-committee", "2025/06811", None, "Tỉnh ủy Quảng Ninh", None),
        ("party-committee", "legacy/22", None, "Ban Chấp hành Trung ương Đảng", None),
        ("standing-committee", "legacy/196", "Thành ủy Uông Bí", None, None),
        ("peoples-committee", "legacy/22", None, "Chính phủ", "Tỉnh ủy Quảng Ninh"),
        ("peoples-committee", "legacy/199", None, "Ủy ban nhân dân tỉnh Quảng Ninh", "Huyện ủy Tiên Yên"),
        ("peoples-council", "legacy/22", None, "Ủy ban Thường vụ Quốc hội", "Tỉnh ủy Quảng Ninh"),
        ("youth-union", "legacy/196", None, "Tỉnh đoàn Quảng Ninh", "Thành ủy Uông Bí"),
        ("police", "legacy/22", None, "Bộ Công an", None),
    ],
)
def test_places_in_the_tree(
    kind: str, unit: str, whole: str | None, superior: str | None, linked: str | None
) -> None:
    one = body(kind, unit)
    ties = (TREE.whole(one), TREE.superior(one), TREE.linked(one))
    assert tuple(tie.label if tie is not None else None for tie in ties) == (whole, superior, linked)


def test_what_became_of_a_city_committee() -> None:
    (event,) = LIVES.followed(body("party-committee", "legacy/196"))
    assert (event.date, event.rule) == ("2025-07-01", "body-follows-unit")
    assert labels(event.after) == [
        "Đảng ủy phường Uông Bí",
        "Đảng ủy phường Vàng Danh",
        "Đảng ủy phường Yên Tử",
    ]


def test_a_merged_province_has_all_its_forerunners() -> None:
    (event,) = LIVES.preceded(body("peoples-council", "2025/31"))
    assert labels(event.before) == [
        "Hội đồng nhân dân thành phố Hải Phòng",
        "Hội đồng nhân dân tỉnh Hải Dương",
    ]


def test_a_board_that_two_became() -> None:
    board = TREE.central("mass-board")
    assert board is not None
    (event,) = LIVES.followed(board)
    assert labels(event.before) == ["Ban Dân vận Trung ương", "Ban Tuyên giáo Trung ương"]
    assert labels(event.after) == ["Ban Tuyên giáo và Dân vận Trung ương"]


def test_one_body_under_several_names_has_one_key() -> None:
    city = UNITS.get("legacy/723")
    town = Organization("town-party-committee", "Thị ủy", city, bare_unit=True, level=2)
    assert TREE.key(town) == TREE.key(body("party-committee", "legacy/723"))
    assert TREE.key(body("party-committee", "legacy/22")) == TREE.key(body("party-committee", "2025/22"))
    assert TREE.key(body("party-committee", "legacy/30")) != TREE.key(body("party-committee", "2025/31"))
    assert worded("Ban Quản lý – khu kinh tế") == worded("Ban quản lý khu Kinh tế")


def every_body() -> Iterator[Organization]:
    """Give the bodies of all kinds in some units, one of each."""
    for unit in SOME_UNITS:
        for kind in sorted(TREE.kinds()):
            found = TREE.body(kind, UNITS.get(unit))
            if found is not None:
                yield found


def test_no_body_outlives_its_unit() -> None:
    for one in every_body():
        unit = one.territory
        assert unit is not None, one
        last = LIVES.places.stretch(unit).until
        for stretch in LIVES.lifetime(one).stretches:
            if last is not None:
                assert stretch.until is not None, one
                assert days(stretch.until.date)[1] <= days(last.date)[1], one  # type: ignore[index]
            if stretch.since is not None and stretch.until is not None:
                assert days(stretch.since.date)[0] <= days(stretch.until.date)[1], one  # type: ignore[index]


def test_no_body_stands_below_its_superior() -> None:
    for one in every_body():
        above = TREE.superior(one)
        assert above is None or (TREE.level(above) or 0) <= (TREE.level(one) or 0), one


def test_every_body_hangs_on_the_nation() -> None:
    for start in every_body():
        one, seen = start, 0
        while TREE.level(one) != 0:
            above = TREE.whole(one) or TREE.superior(one)
            if above is None:
                assert not TREE.rules(one.kind), start
                break
            one, seen = above, seen + 1
            assert seen < 8, start


def test_a_body_of_the_nation_stands_in_no_unit() -> None:
    assert TREE.body("border-guard-high-command", UNITS.get("legacy/22")) is None
    assert TREE.body("border-guard-high-command", None) is not None


def test_a_branch_of_what_only_the_nation_has() -> None:
    above = TREE.whole(body("state-bank", "legacy/22"))
    assert above is not None
    assert above.label == "Chính phủ"
