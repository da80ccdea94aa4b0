"""What is read from the graph of the seeds."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.reconcile import Asked, Entity, Index, Kind, Wish, load
from kg.store import open_store


@pytest.fixture(scope="module")
def things(seeds_store: Path) -> dict[str, Entity]:
    with open_store(seeds_store, read_only=True) as store:
        found = load(store.quads)
    assert [each.iri for each in found] == sorted(each.iri for each in found)
    return {each.iri.removeprefix("https://w3id.org/dangbo/id/"): each for each in found}


def test_a_unit_in_its_time(things: dict[str, Entity]) -> None:
    """A town of old days that became a city and was dissolved is one thing under both names."""
    uong_bi = things["unit/legacy.196"]
    assert set(uong_bi.names) == {"thành phố Uông Bí", "thị xã Uông Bí"}
    assert uong_bi.days is not None
    assert uong_bi.days[1] == "2025-06-30"
    assert [value.text for value in uong_bi.properties["province"]] == ["tỉnh Quảng Ninh"]
    ward = things["unit/2025.06811"]
    assert (ward.name, ward.days) == ("phường Uông Bí", ("2025-07-01", "9999-12-31"))


@pytest.mark.parametrize(
    ("date", "found"), [("2015", "unit/legacy.196"), ("2026-01", "unit/2025.06811"), ("", "")]
)
def test_which_uong_bi_the_date_tells(things: dict[str, Entity], date: str, found: str) -> None:
    wishes = (Wish("province", ("Quảng Ninh",)), *((Wish("date", (date,)),) if date else ()))
    candidates = Index(things.values()).candidates(Asked("Uông Bí", frozenset({Kind.UNIT}), wishes))
    matched = [each.entity.iri for each in candidates if each.match]
    assert matched == ([f"https://w3id.org/dangbo/id/{found}"] if found else [])


def test_a_person_with_posts(things: dict[str, Entity]) -> None:
    (cuong,) = [each for each in things.values() if each.name == "Nghiêm Xuân Cường"]
    assert cuong.kind is Kind.PERSON
    assert {(post.role, post.organization.text if post.organization else "") for post in cuong.posts} == {
        ("secretary", "Thành ủy Uông Bí"),
        ("chair", "Hội đồng nhân dân thành phố Uông Bí"),
    }
    units = {(value.text, value.near) for value in cuong.properties["unit"]}
    assert units == {("thành phố Uông Bí", False), ("tỉnh Quảng Ninh", True)}
    assert cuong.days == ("2022-12-02", "2023-12-31")


def test_two_documents_of_one_number(things: dict[str, Entity]) -> None:
    same = [
        each
        for each in things.values()
        if each.kind is Kind.DOCUMENT
        and any(value.text == "06-NQ/TU" for value in each.properties.get("number", ()))
        and any(value.text == "Thành ủy Uông Bí" for value in each.properties.get("issuer", ()))
    ]
    assert {each.days for each in same} >= {("2016-12-08", "2016-12-08"), ("2022-12-02", "2022-12-02")}


def test_what_stands_for_itself_in_an_article(things: dict[str, Entity]) -> None:
    placeless = {iri for iri, each in things.items() if each.placeless}
    assert placeless
    assert all(".in-" in iri for iri in placeless)
    for iri in placeless:
        candidates = Index(things.values()).candidates(Asked(things[iri].name))
        assert not any(each.match and each.entity.placeless for each in candidates)
