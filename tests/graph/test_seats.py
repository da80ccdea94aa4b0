"""Two people in one seat: at one time, in one article, perhaps, or one after the other."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.derive.rivals import _single
from kg.derive.seats import Clash, Holding, clash, clashes
from kg.timespan import Bounds
from kg.vocab import concept, single_seats


def held(days: str = "", seen: str = "", *, person: str = "", now: str = "", **more: bool | str) -> Holding:
    """A holding from ``2020-01-01 2021-01-01``."""
    certain = Bounds(*(days.split() or (None, None)))
    spotted = Bounds(*(seen.split() or (None, None)))
    hinted = frozenset(str(more.pop("hinted", "")).split())
    name = f"{days}|{seen}|{person}|{now}|{sorted(more.items())}"
    return Holding(name, person or name, certain, spotted, now=frozenset(now.split()), hinted=hinted, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # days that are certain
        (held("2020-01-01 2021-06-01"), held("2021-01-01 2022-01-01"), Clash.DAYS),
        (held("2020-01-01 2022-01-01"), held("2021-01-01 2021-01-01"), Clash.DAYS),
        (held("2020-01-01 2020-12-31"), held("2021-01-01 2022-01-01"), None),
        # both found on one day
        (held("2021-01-01 2021-01-01"), held("2021-01-01 2021-01-01", person="b"), Clash.DAYS),
        # handed over on the day
        (held("2020-01-01 2021-01-01", stepped=True), held("2021-01-01 2022-01-01"), None),
        (held("2020-01-01 2021-01-02", stepped=True), held("2021-01-01 2022-01-01"), Clash.DAYS),
        # told only by what was concluded
        (held("2020-01-01 2021-06-01"), held("2021-01-01 2022-01-01", plain=False), Clash.PERHAPS),
        # nobody knows when
        (held(), held("2021-01-01 2022-01-01"), None),
        # one article tells of both
        (held(now="a b"), held(now="b c"), Clash.ARTICLE),
        (held(now="a"), held(now="b"), None),
        (held(now="a"), held(hinted="a"), Clash.PERHAPS),
        # found within the same year
        (held(seen="2022-01-01 2022-12-31"), held(seen="2022-06-01 2022-06-30"), Clash.PERHAPS),
        (held(seen="2022-01-01 2022-12-31"), held(seen="2022-06-01 2022-06-30", stepped=True), None),
        (held(seen="2021-01-01 2021-12-31"), held(seen="2022-06-01 2022-06-30"), None),
        # the same person, and who only acts
        (held("2020-01-01 2021-06-01", person="a"), held("2021-01-01 2022-01-01", person="a"), None),
        (held("2020-01-01 2021-06-01", acting=True), held("2021-01-01 2022-01-01"), None),
        (held(now="a", acting=True), held(now="a"), None),
    ],
)
def test_who_excludes_whom(one: Holding, other: Holding, expected: Clash | None) -> None:
    other = replace(other, iri=f"{other.iri} other", person=f"{other.person or 'other'}")
    assert clash(one, other) is clash(other, one) is expected
    assert [why for _, _, why in clashes([one, other])] == ([expected] if expected else [])


DAYS = st.builds(
    lambda first, length: Bounds(f"20{first:02}-01-01", f"20{first + length:02}-01-01"),
    st.integers(10, 20),
    st.integers(0, 9),
)
HOLDINGS = st.lists(
    st.builds(
        Holding,
        iri=st.uuids().map(str),
        person=st.sampled_from("abcdef"),
        certain=DAYS | st.just(Bounds()),
        seen=DAYS | st.just(Bounds()),
        stepped=st.booleans(),
        acting=st.booleans(),
        now=st.frozensets(st.sampled_from("xyz")),
        plain=st.booleans(),
    ),
    max_size=8,
    unique_by=lambda holding: holding.iri,
)


@given(HOLDINGS)
def test_the_sweep_finds_what_comparing_all_pairs_would(holdings: list[Holding]) -> None:
    ordered = sorted(holdings, key=lambda holding: holding.iri)
    expected = [(a, b, why) for a, b in combinations(ordered, 2) if (why := clash(a, b)) is not None]
    assert list(clashes(holdings)) == expected


@pytest.mark.parametrize(
    ("role", "body", "single"),
    [
        ("secretary", "city-party-committee", True),
        ("chair", "peoples-committee", True),
        ("director", "department", True),
        ("prime-minister", "government", True),
        ("deputy-secretary", "city-party-committee", False),
        ("standing-deputy-chair", "peoples-committee", False),
        ("member", "standing-committee", False),
        ("delegate", "national-assembly", False),
        ("deputy-minister", "ministry", False),
        # a union has several secretaries
        ("secretary", "central-youth-union", False),
        ("secretary", "secretariat", False),
    ],
)
def test_the_vocabulary_tells_which_seats_are_for_one(role: str, body: str, single: bool) -> None:
    assert _single(concept("role", role), concept("body", body)) is single


def test_no_deputy_and_no_member_sits_alone() -> None:
    assert not [role for role in single_seats() if "deputy" in role or "member" in role]
