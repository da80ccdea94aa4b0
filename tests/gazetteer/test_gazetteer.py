"""Administrative units before and after July 2025."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import VocabularyError
from kg.gazetteer import Change, ChangeKind, Gazetteer, Span
from kg.gazetteer.record import read_record
from kg.lexicon import lexicon
from kg.normalise import fold

GAZETTEER = lexicon().gazetteer


def only(name: str, type_: str, era: str = "legacy") -> str:
    keys = [u.key or "" for u in GAZETTEER.named(name) if u.type == type_ and (u.key or "").startswith(era)]
    assert len(keys) == 1
    return keys[0]


def test_both_eras_are_there() -> None:
    eras = {(u.key or "").partition("/")[0] for u in GAZETTEER.named("Chí Linh")}
    assert eras == {"legacy", "2025"}


@pytest.mark.parametrize(
    ("name", "type_", "province"),
    [
        ("Uông Bí", "city", "Quảng Ninh"),
        ("Chí Linh", "city", "Hải Dương"),
        ("Tiên Yên", "district", "Quảng Ninh"),
    ],
)
def test_a_unit_lies_in_its_province(name: str, type_: str, province: str) -> None:
    above = [GAZETTEER.get(key).name for key in GAZETTEER.get(only(name, type_)).ancestors]
    assert above == [province]


def test_a_city_became_several_wards() -> None:
    names = {u.full_name for u in GAZETTEER.successors(only("Chí Linh", "city"))}
    assert {"phường Chí Linh", "phường Chu Văn An", "phường Nguyễn Trãi", "phường Lê Đại Hành"} <= names


def test_two_provinces_became_one() -> None:
    assert [u.name for u in GAZETTEER.successors(only("Hải Dương", "province"))] == ["Hải Phòng"]


def test_codes_changed_their_meaning_in_the_reform() -> None:
    assert GAZETTEER.get("legacy/06811").name != GAZETTEER.get("2025/06811").name


def test_other_spellings_name_the_same_unit() -> None:
    assert {u.key for u in GAZETTEER.named("Đắc Lắc")} == {u.key for u in GAZETTEER.named("Đắk Lắk")}


def test_a_merged_district_still_tells_its_province() -> None:
    assert [GAZETTEER.get(k).name for k in GAZETTEER.former("huyện", "Hoành Bồ")] == ["Quảng Ninh"]


def test_provinces_stand_as_whole_words_in_a_text() -> None:
    assert [u.name for u in GAZETTEER.provinces_in("Báo Hải Dương")] == ["Hải Dương"]
    assert GAZETTEER.provinces_in("Báo Hải Dươngg") == []
    assert {u.level for u in GAZETTEER.provinces_in("Đài Quảng Ninh và Báo Nghệ An")} == {1}


@pytest.mark.parametrize(
    ("name", "units"),
    [
        ("Báo Hải Dương", ["tỉnh Hải Dương"]),
        ("Cổng thông tin điện tử huyện Thọ Xuân", ["huyện Thọ Xuân", "tỉnh Thanh Hóa"]),
        ("HUYỆN ỦY TIÊN YÊN, TỈNH QUẢNG NINH", ["huyện Tiên Yên", "tỉnh Quảng Ninh"]),
        ("Đảng bộ thành phố Thái Bình - tỉnh Thái Bình", ["thành phố Thái Bình", "tỉnh Thái Bình"]),
        ("Báo Thái Bình", ["tỉnh Thái Bình"]),
        ("Trang thông tin huyện Châu Thành", []),
        ("Trang thông tin huyện Châu Thành, tỉnh Bến Tre", ["huyện Châu Thành", "tỉnh Bến Tre"]),
        ("Báo Nhân Dân", []),
        ("", []),
    ],
)
def test_units_in_the_name_of_a_paper_or_portal(name, units):
    assert [unit.full_name for unit in GAZETTEER.units_in(name)] == units


ALL = list(GAZETTEER.all())
CHANGES = GAZETTEER.all_changes()


def change(key: str, date: str) -> Change:
    (found,) = [change for change in GAZETTEER.changes(key) if change.date == date]
    return found


def test_every_unit_has_type_code_parents_and_a_life() -> None:
    for place in ALL:
        unit, key = place.unit, place.unit.key or ""
        assert unit.type, key
        assert place.code.isdigit(), key
        assert [GAZETTEER.get(above).level for above in unit.ancestors] == sorted(
            {GAZETTEER.get(above).level for above in unit.ancestors}, reverse=True
        ), key
        assert GAZETTEER.validity(key) != Span(), key
        assert GAZETTEER.changes(key), key


def test_nearly_every_unit_has_coordinates() -> None:
    without = [p.unit.key for p in ALL if p.latitude is None and not (p.unit.key or "").startswith("former")]
    assert without == []


def test_the_reform_bounds_both_eras() -> None:
    assert GAZETTEER.validity("legacy/196").edtf == "/2025-06-30"
    assert GAZETTEER.validity("2025/06811").edtf == "2025-07-01/.."
    assert not GAZETTEER.alive("legacy/196", "2025-07-01")
    assert GAZETTEER.alive("legacy/196", "2025")
    assert not GAZETTEER.alive("2025/06811", "2025-06")


def test_every_old_unit_became_something_of_today_and_every_new_one_came_from_something() -> None:
    for place in ALL:
        key = place.unit.key or ""
        if key.startswith("2025"):
            assert GAZETTEER.predecessors(key), key
        else:
            assert GAZETTEER.successors(key), key


def test_phases_of_a_place_follow_one_another_without_a_gap() -> None:
    for place in ALL:
        phases = GAZETTEER.phases(place.unit.key or "")
        life = GAZETTEER.validity(place.unit.key or "")
        assert (phases[0].span.since, phases[-1].span.until) == (life.since, life.until)
        for before, after in itertools.pairwise(phases):
            assert before.span.until is not None
            assert after.span.since is not None
            assert before.span.until < after.span.since
            assert before.unit.full_name != after.unit.full_name


@pytest.mark.parametrize(
    ("key", "phases"),
    [
        (
            "legacy/723",
            [
                ("huyện Tân Uyên", "/2013-12-29"),
                ("thị xã Tân Uyên", "2013-12-30/2023-04-09"),
                ("thành phố Tân Uyên", "2023-04-10/2025-06-30"),
            ],
        ),
        (
            "legacy/290",
            [
                ("huyện Chí Linh", "/2010-02-12"),
                ("thị xã Chí Linh", "2010-02-13/2019-02-28"),
                ("thành phố Chí Linh", "2019-03-01/2025-06-30"),
            ],
        ),
        ("legacy/769", [("thành phố Thủ Đức", "2021-01-01/2025-06-30")]),
        ("former/769", [("quận 2", "/2020-12-31")]),
        ("legacy/543", [("huyện Hoài Nhơn", "/2020-05-31"), ("thị xã Hoài Nhơn", "2020-06-01/2025-06-30")]),
        ("legacy/407", [("huyện Tĩnh Gia", "/2020-05-31"), ("thị xã Nghi Sơn", "2020-06-01/2025-06-30")]),
        ("legacy/46", [("tỉnh Thừa Thiên Huế", "/2024-12-31"), ("thành phố Huế", "2025-01-01/2025-06-30")]),
        ("legacy/199", [("huyện Tiên Yên", "/2025-06-30")]),
        ("2025/75", [("tỉnh Đồng Nai", "2025-07-01/2026-04-29"), ("thành phố Đồng Nai", "2026-04-30/..")]),
    ],
)
def test_phases(key: str, phases: list[tuple[str, str]]) -> None:
    found = GAZETTEER.phases(key)
    assert [(phase.unit.full_name, phase.span.edtf) for phase in found] == phases
    assert {phase.unit.key for phase in found} == {key}


@pytest.mark.parametrize(
    ("on", "name"),
    [
        ("2013", "thị xã Tân Uyên"),
        ("2022-07-01", "thị xã Tân Uyên"),
        ("2023-04-10", "thành phố Tân Uyên"),
        ("2022-06~/2022-12", "thị xã Tân Uyên"),
        ("2025-07-01", None),
        ("no date", "thành phố Tân Uyên"),
    ],
)
def test_the_phase_on_a_date(on: str, name: str | None) -> None:
    phase = GAZETTEER.phase("legacy/723", on)
    assert (phase.unit.full_name if phase else None) == name


@pytest.mark.parametrize(
    ("key", "date", "kinds", "basis"),
    [
        ("legacy/723", "2023-04-10", "upgraded", "725/NQ-UBTVQH15"),
        ("legacy/723", "2013-12-30", "split upgraded", "136/NQ-CP"),
        ("legacy/723", "2025-07-01", "abolished", "203/2025/QH15"),
        ("legacy/30", "2025-07-01", "merged", "202/2025/QH15"),
        ("legacy/22", "2025-07-01", "kept", None),
        ("former/06802", "2024-11-01", "merged", "1199/NQ-UBTVQH15"),
        ("former/204", "2020-01-01", "merged", "837/NQ-UBTVQH14"),
        ("legacy/06817", "2025-07-01", "merged split", "1679/NQ-UBTVQH15"),
    ],
)
def test_a_change_has_kinds_and_a_legal_basis(key: str, date: str, kinds: str, basis: str | None) -> None:
    found = change(key, date)
    assert " ".join(sorted(found.kinds)) == kinds
    assert (found.act.number if found.act else None) == basis


def test_the_plan_told_in_2022_was_carried_out_in_2024() -> None:
    """Cẩm Hải and Cộng Hòa of Cẩm Phả became Hải Hòa, which ended eight months later."""
    assert {GAZETTEER.get(key).full_name for key in change("former/06802", "2024-11-01").before} == {
        "xã Cẩm Hải",
        "xã Cộng Hòa",
    }
    assert GAZETTEER.validity("legacy/06799").edtf == "2024-11-01/2025-06-30"
    assert [u.full_name for u in GAZETTEER.successors("former/06799")] == ["xã Hải Hòa"]


def test_communes_of_every_province_rest_on_the_act_of_that_province() -> None:
    new = [c for c in CHANGES if c.date == "2025-07-01" and GAZETTEER.get(c.after[0]).level == 3]
    made = [c for c in new if ChangeKind.ABOLISHED not in c.kinds]
    assert {c.act.number for c in made if c.act} == {f"{n}/NQ-UBTVQH15" for n in range(1654, 1688)}
    assert all(c.act for c in made)


def test_an_island_district_became_a_special_zone() -> None:
    assert [u.full_name for u in GAZETTEER.successors("legacy/755")] == ["đặc khu Côn Đảo"]


DAY = st.dates().map(str)


@given(DAY, DAY, DAY)
def test_a_span_covers_its_days_and_no_others(a: str, b: str, day: str) -> None:
    first, last = sorted((a, b))
    assert Span(first, last).may_cover(day) == (first <= day <= last)
    assert Span(None, last).may_cover(day) == (day <= last)
    assert Span(first, None).may_cover(day) == (first <= day)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no Turtle at all", "not Turtle"),
        ("change:a a dang:ReformEvent ; dang:changeKind c:melted .", "kind of change"),
        ("change:a a dang:ReformEvent ; dang:changeKind c:merged .", "originalOrganization"),
        ("unit:former.1 a dang:AdministrativeUnit .", "unitType"),
    ],
)
def test_a_record_that_lacks_something_is_refused(text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "changes.ttl"
    prefixes = """@prefix dang: <https://w3id.org/dangbo/ontology#> . @prefix change: <https://example.org/> .
        @prefix unit: <https://example.org/unit/> . @prefix c: <https://w3id.org/dangbo/vocab/unit-change/> .
        """
    path.write_text(prefixes + text)
    with pytest.raises(VocabularyError, match=said):
        read_record(path)


def test_missing_data_is_said_in_one_line(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(VocabularyError, match="install"):
        Gazetteer({}, {}, tmp_path)


def test_a_unit_was_what_its_phases_say_under_each_name_while_they_last() -> None:
    turned = [p.unit.key or "" for p in GAZETTEER.all() if len(GAZETTEER.phases(p.unit.key or "")) > 1]
    assert turned
    for key in turned:
        for phase in GAZETTEER.phases(key):
            name = fold(phase.unit.name)
            assert GAZETTEER.was(key, phase.unit.type, name)
            if phase.span.since is not None:
                assert GAZETTEER.was(key, phase.unit.type, name, phase.span.since)
        assert not GAZETTEER.was(key, "no-such-type", fold(GAZETTEER.get(key).name))


def test_a_unit_was_none_of_a_type_that_it_had_left() -> None:
    key = only("Chí Linh", "city")
    before, after = (phase.unit.type for phase in GAZETTEER.phases(key)[-2:])
    turn = GAZETTEER.phases(key)[-1].span.since or ""
    assert GAZETTEER.was(key, after, "chí linh", turn)
    assert not GAZETTEER.was(key, before, "chí linh", turn)
    assert GAZETTEER.was(key, before, "chí linh")
