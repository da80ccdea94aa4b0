"""Counts that follow a few personas coming and going, and what a score sees of them."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.identity import Persona
from kg.identity.ledger import Ledger, counted
from kg.identity.profiles import rounded
from tests.identity.people import persona, post

POSTS = [
    post("chair", "peoples-committee", "uông bí/quảng ninh", leads=True),
    post("secretary", "party-committee", "quang trung/uông bí/quảng ninh", leads=True),
    post("minister", "ministry-of-transport"),
]
NAMES = ["Lê Hòa", "Lê Hoà", "Trần Văn An", "Trần Văn Văn An", "Trần Thị An", "Phạm Quang", "Y"]


@pytest.mark.parametrize(
    ("count", "seen"),
    [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 4), (6, 6), (7, 6), (8, 9), (11, 9), (12, 13), (15, 13), (16, 19)],
)
def test_a_count_is_seen_as_the_middle_of_its_half_octave(count: int, seen: int) -> None:
    assert rounded(count) == seen


@given(st.integers(0, 10**7))
def test_rounding_keeps_the_order_and_stays_near(count: int) -> None:
    assert rounded(count) <= rounded(count + 1)
    assert abs(rounded(count) - count) <= count / 4


@st.composite
def articles(draw: st.DrawFn) -> list[Persona]:
    """The personas of some articles of a few."""
    found = []
    for article in draw(st.sets(st.sampled_from("abcdef"))):
        witness = draw(st.sampled_from(["", "w"]))
        places = tuple(draw(st.lists(st.sampled_from(["u1", "u2", "u3"]), max_size=3, unique=True)))
        for name in draw(st.sets(st.sampled_from(NAMES), max_size=4)):
            held = draw(st.lists(st.sampled_from(POSTS), max_size=2, unique=True))
            found.append(persona(name, article, *held, places=places, witness=witness))
    return found


@settings(max_examples=60, deadline=None)
@given(st.lists(articles(), min_size=2, max_size=4), st.data())
def test_counts_after_changes_are_those_of_what_is_there(states: list[list[Persona]], data: st.DataObject) -> None:
    ledger = Ledger(sqlite3.connect(":memory:"))
    first, *later = states
    assert list(ledger.filled(first)) == first
    there = {each.iri: each for each in first}
    for new in later:
        changed = data.draw(st.sets(st.sampled_from("abcdef")))
        there_before = there
        gone = [each for each in there.values() if each.identifier in changed]
        come = [each for each in new if each.identifier in changed]
        was = counted(there_before.values())
        told = ledger.replace(gone, come)
        there = {i: each for i, each in there.items() if each.identifier not in changed}
        there |= {each.iri: each for each in come}
        now = counted(there.values())
        assert ledger.counts() == {key: count for key, count in now.items() if count > 1}
        assert all(ledger.count(key) == now.get(key, 0) for key in was | now)
        assert {key: told[key] for key in told if told[key][0] != told[key][1]} == {
            key: (was.get(key, 0), now.get(key, 0))
            for key in was.keys() | now.keys()
            if was.get(key, 0) != now.get(key, 0)
        }
        assert {each.iri for name in "abcdef" for each in ledger.of_article(f"https://example.org/article/{name}")} == (
            there.keys()
        )


def test_who_was_counted_is_known() -> None:
    ledger = Ledger(sqlite3.connect(":memory:"))
    people = [persona("Lê Hòa", "a", POSTS[2]), persona("Trần Văn An", "b", POSTS[2], places=("u1",))]
    assert list(ledger.filled(people)) == people
    assert ledger.who(("place", "u1")) == ["https://example.org/article/b"]
    assert ledger.who(("body", POSTS[2].organization)) == ["lê hòa", "trần văn an"]
    assert [each.name for each in ledger.of_name("lê hòa")] == ["Lê Hòa"]
