"""The units that articles name, with what they became and came from: small changes as if all was written anew."""

from __future__ import annotations

import sqlite3

import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.lexicon import lexicon
from kg.named_units import NamedUnits
from kg.reference import reference_differing, reference_of
from kg.vocab import DCTERMS, DEFAULT_BASE, Minter

UNITS = lexicon().gazetteer
MINT = Minter()
SOME = st.sets(st.sampled_from(sorted(UNITS.every_key())), max_size=6)
GRAPHS = ("one", "two", "derived.gazetteer")


@settings(max_examples=30)
@given(SOME, SOME, SOME)
def test_what_differs_is_what_is_said_of_the_ones_and_not_of_the_others(
    both: set[str], gone: set[str], come: set[str]
) -> None:
    before, after = both | gone, both | come
    old, new = (set(reference_of(UNITS, some)) for some in (before, after))
    assert reference_differing(UNITS, before, after) == (old - new, new - old)


def told(key: str, graph: str) -> ox.Quad:
    unit, name = ox.NamedNode(MINT.unit_by_key(key)), ox.NamedNode(DCTERMS.identifier)
    return ox.Quad(unit, name, ox.Literal(key), ox.NamedNode(MINT.iri("graph", graph)))


@settings(max_examples=30)
@given(st.lists(st.sets(st.tuples(st.sampled_from(("legacy/22", "legacy/196", "2025/22", "x/1")), st.sampled_from(GRAPHS)))))
def test_units_are_named_as_long_as_an_article_names_them(states: list[set[tuple[str, str]]]) -> None:
    quads, notes = ox.Store(), sqlite3.connect(":memory:")
    known: set[str] = set()
    told_before: set[tuple[str, str]] = set()
    assert NamedUnits(quads, DEFAULT_BASE, notes, UNITS).filled() == set()
    for state in states:
        quads.clear()
        quads.extend(told(*each) for each in state)
        named = NamedUnits(quads, DEFAULT_BASE, notes, UNITS)
        before, after = named.replace(told(*each).triple for each in state ^ told_before)
        assert before == known
        known = after
        assert after == {key for key, graph in state if not graph.startswith("derived") and UNITS.knows(key)}
        told_before = state
    assert known == NamedUnits(quads, DEFAULT_BASE, notes, UNITS).filled()
