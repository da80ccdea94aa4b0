"""What articles say that can't all be true: numbers that differ, two holders of a seat, two themes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from itertools import combinations

import pyoxigraph as ox

from kg.derive.ground import link, rows
from kg.derive.lifetimes import out_of_time
from kg.derive.numbers import Number, disagreements
from kg.derive.rivals import seats
from kg.derive.seats import Clash, clashes
from kg.derive.wordings import akin
from kg.nquads import NamedGraph
from kg.vocab import DANG, Minter


def contradictions(store: ox.Store, mint: Minter, graph: NamedGraph) -> None:
    """Tie what contradicts each other, with the statements on both sides."""
    _numbers(store, mint, graph)
    _seats(store, mint, graph)
    _themes(store, mint, graph)
    for membership, body, source in out_of_time(store):
        link(mint, graph, "no-such-body", (membership, DANG.outOfTime, body), [source])


def _numbers(store: ox.Store, mint: Minter, graph: NamedGraph) -> None:
    """Compare the numbers of one subject, wording, unit of measure, period and kind."""
    said: dict[str, set[str]] = defaultdict(set)
    witnesses: dict[str, set[str]] = defaultdict(set)
    groups: dict[tuple[str, ...], dict[str, tuple[str, Decimal]]] = defaultdict(dict)
    query = """SELECT DISTINCT
        ?o ?class ?subject ?label ?unit ?period ?comparator ?value ?s ?witness WHERE {
        ?o a ?class ; dang:refSubject ?subject ; dang:period ?period ; dang:unit ?unit ;
           dang:comparator ?comparator ; dang:value ?value ; rdfs:label ?label .
        FILTER(?class IN (dang:Target, dang:Result))
        FILTER NOT EXISTS { ?o dang:partOf ?total }
        ?s dang:states ?o ; prov:hadPrimarySource ?article .
        OPTIONAL { ?s dang:witness ?own } OPTIONAL { ?article dang:witness ?of }
        BIND(COALESCE(?own, ?of, ?article) AS ?witness) }"""
    for iri, kind, subject, label, unit, period, comparator, value, source, witness in rows(store, query):
        said[iri].add(source)
        witnesses[iri].add(witness)
        groups[subject, label, unit, period, kind][iri] = comparator, Decimal(value)
    for _, group in sorted(groups.items()):
        numbers = [Number(iri, *told, frozenset(witnesses[iri])) for iri, told in group.items()]
        for one, other in disagreements(numbers):
            basis = said[one.iri] | said[other.iri]
            _contradict(mint, graph, "two-values", one.iri, other.iri, basis)


def _seats(store: ox.Store, mint: Minter, graph: NamedGraph) -> None:
    """Compare the times of all who held a seat for one."""
    for holdings, said in seats(store):
        for one, other, why in clashes(holdings):
            perhaps = why is Clash.PERHAPS
            tie = DANG.mayContradict if perhaps else DANG.contradicts
            _contradict(mint, graph, why.value, one.iri, other.iri, said[one.iri] | said[other.iri], tie)


def _themes(store: ox.Store, mint: Minter, graph: NamedGraph) -> None:
    """Compare the themes of one body and period: wordings that are not akin are two themes."""
    said: dict[str, set[str]] = defaultdict(set)
    groups: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    query = """SELECT DISTINCT ?theme ?body ?period ?label ?s WHERE {
        ?theme a dang:Theme ; dang:themeOf ?body ; dang:period ?period ; rdfs:label ?label .
        ?s dang:states ?theme }"""
    for theme, body, period, label, source in rows(store, query):
        said[theme].add(source)
        groups[body, period][theme] = label
    for _, group in sorted(groups.items()):
        for one, other in combinations(sorted(group), 2):
            if not akin(group[one], group[other]):
                _contradict(mint, graph, "two-themes", one, other, said[one] | said[other])


def _contradict(
    mint: Minter,
    graph: NamedGraph,
    rule: str,
    one: str,
    other: str,
    basis: Iterable[str],
    tie: str = DANG.contradicts,
) -> None:
    link(mint, graph, rule, (one, tie, other), sorted(basis))
    graph.tie(other, tie, one)
