"""Closed namespaces, minted IRIs and terms of committees."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sample import CITY, COMMITTEE, OTHER_WARD, UNDECIDED, VILLAGE, WARD, sample

from kg.errors import UsageError, VocabularyError
from kg.graph import quads
from kg.model import Organization
from kg.vocab import DANG, ORG, SCHEMES, Minter, body_classes, concept, party_number, party_term, slug


def test_unknown_terms_raise() -> None:
    with pytest.raises(VocabularyError, match="membr"):
        _ = ORG.membr
    with pytest.raises(VocabularyError):
        _ = DANG["Persson"]
    with pytest.raises(VocabularyError):
        concept("rolle", "secretary")
    with pytest.raises(VocabularyError):
        concept("role", "Bí thư")
    with pytest.raises(VocabularyError):
        Minter().iri("thing", "x")


def test_slugs_are_readable_ascii() -> None:
    assert slug("Đặng Thị Ngọc Thịnh") == "dang-thi-ngoc-thinh"
    assert slug("  06-NQ/TU ") == "06-nq-tu"
    assert slug("★") == "x"
    assert len(slug("a" * 500)) == 60


def test_names_that_slug_alike_stay_apart() -> None:
    mint = Minter()
    names = ("Nguyễn Văn Phú", "Nguyễn Văn Phụ", "Nguyễn Văn Phu", "Nguyen Van Phu")
    assert len({mint.person(name, "home", "home") for name in names}) == len(names)


def test_namesakes_in_different_places_stay_apart() -> None:
    mint = Minter()
    assert mint.person("A", mint.unit(WARD, "x"), "w") != mint.person("A", mint.unit(OTHER_WARD, "x"), "w")
    elsewhere = replace(COMMITTEE, unit=replace(CITY, key="legacy/1"))
    here, there = sample("here"), sample("there")
    moved = [replace(p, organization=elsewhere) for p in there.positions]
    one, other = "".join(quads(here)), "".join(quads(replace(there, positions=tuple(moved))))
    homes = [{line.split()[2] for line in text.splitlines() if DANG.home in line} for text in (one, other)]
    assert homes[0]
    assert not homes[0] & homes[1]


def test_each_article_has_personas_of_its_own() -> None:
    mint = Minter()
    assert mint.persona("Trần Văn Mẫu", "a") != mint.persona("Trần Văn Mẫu", "b")
    assert mint.persona("Trần Văn Mẫu", "a") == mint.persona("Trần Văn Mẫu", "a")


def test_unplaced_bodies_and_units_stay_in_their_article() -> None:
    mint = Minter()
    assert mint.organization(UNDECIDED, "a") != mint.organization(UNDECIDED, "b")
    assert mint.unit(VILLAGE, "a") != mint.unit(VILLAGE, "b")
    assert mint.organization(COMMITTEE, "a") == mint.organization(COMMITTEE, "b")
    national = Organization("government", "Chính phủ", level=0)
    assert mint.organization(national, "a") == mint.organization(national, "b")


@pytest.mark.parametrize(
    "base", ["", "ftp://x/", "https://x/a b/", "https://x", "https://x/y<z>/", "urn:x:", "https://x/y"]
)
def test_bad_bases_are_refused(base: str) -> None:
    with pytest.raises(UsageError):
        Minter(base)


def test_another_base_moves_every_thing() -> None:
    text = "".join(quads(sample(), "https://example.org/kg/"))
    assert "https://w3id.org/dangbo/id/" not in text


@pytest.mark.parametrize(
    ("date", "level", "term"),
    [
        ("2016-12-08", 2, "2015-2020"),
        ("2022-12-02", 2, "2020-2025"),
        ("2020-06-30", 3, "2015-2020"),
        ("2020-07-01", 3, "2020-2025"),
        ("2020-08-31", 2, "2015-2020"),
        ("2020-10-31", 1, "2015-2020"),
        ("2020-11-01", 1, "2020-2025"),
        ("2021-01-15", 0, "2015-2020"),
        ("2021-02-15", 0, "2020-2025"),
        ("2025-12-31", 2, "2025-2030"),
        ("2022", 2, "2020-2025"),
        ("2022-12-02/2023", None, "2020-2025"),
        ("", 2, None),
        (None, 2, None),
    ],
)
def test_terms_of_committees(date: str | None, level: int | None, term: str | None) -> None:
    assert party_term(date, level) == term


def test_forms_of_numbers() -> None:
    assert party_number("06-NQ/TU")
    assert party_number("272-TB/TU")
    assert not party_number("725/NQ-UBTVQH15")
    assert not party_number("118")


def test_prefixes_do_not_clash() -> None:
    prefixes = Minter().prefixes()
    assert len(set(prefixes.values())) == len(prefixes)
    assert all(f"c-{scheme}" in prefixes for scheme in SCHEMES)


def test_every_kind_of_body_has_its_classes() -> None:
    classes = body_classes()
    assert DANG.PartyCommittee in classes["city-party-committee"]
    assert DANG.StandingCommittee in classes["standing-committee"]
    assert DANG.StateBody in classes["peoples-committee"]
    assert all(DANG.Body in found for found in classes.values())
    sides = {DANG.PartyOrganization, DANG.StateBody, DANG.FrontOrganization}
    assert all(len(sides.intersection(found)) <= 1 for found in classes.values())
