"""What articles say that can't all be true: numbers that differ, two holders of a seat, two themes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from itertools import combinations

from kg.derive.ground import Row, each_row, groups, link
from kg.derive.lifetimes import out_of_time
from kg.derive.numbers import Number, disagreements
from kg.derive.reading import Quads
from kg.derive.rivals import seats
from kg.derive.seats import Clash, clashes
from kg.derive.wordings import akin
from kg.nquads import NamedGraph
from kg.vocab import DANG, Minter


def contradictions(store: Quads, mint: Minter, graph: NamedGraph) -> None:
    """Tie what contradicts each other, with the statements on both sides."""
    _numbers(store, mint, graph)
    _seats(store, mint, graph)
    _themes(store, mint, graph)
    for membership, body, source in out_of_time(store):
        link(mint, graph, "no-such-body", (membership, DANG.outOfTime, body), [source])


def _numbers(store: Quads, mint: Minter, graph: NamedGraph) -> None:
    """Compare the numbers of one subject, wording, unit of measure, period and kind."""
    query = """SELECT
        ?subject ?label ?unit ?period ?class ?o ?comparator ?value ?s ?witness WHERE {
        ?o a ?class ; dang:refSubject ?subject ; dang:period ?period ; dang:unit ?unit ;
           dang:comparator ?comparator ; dang:value ?value ; rdfs:label ?label .
        FILTER(?class IN (dang:Target, dang:Result))
        FILTER NOT EXISTS { ?o dang:partOf ?total }
        ?s dang:states ?o ; prov:hadPrimarySource ?article .
        OPTIONAL { ?s dang:witness ?own } OPTIONAL { ?article dang:witness ?of }
        BIND(COALESCE(?own, ?of, ?article) AS ?witness) }"""
    for _, told in groups(each_row(store, query), 5):
        _disagreements(mint, graph, told)


def _disagreements(mint: Minter, graph: NamedGraph, told: list[Row]) -> None:
    said: dict[str, set[str]] = defaultdict(set)
    witnesses: dict[str, set[str]] = defaultdict(set)
    group: dict[str, tuple[str, Decimal]] = {}
    for iri, comparator, value, source, witness in told:
        said[iri].add(source)
        witnesses[iri].add(witness)
        group[iri] = comparator, Decimal(value)
    numbers = [Number(iri, *number, frozenset(witnesses[iri])) for iri, number in group.items()]
    for one, other in disagreements(numbers):
        basis = said[one.iri] | said[other.iri]
        _contradict(mint, graph, "two-values", one.iri, other.iri, basis)


def _seats(store: Quads, mint: Minter, graph: NamedGraph) -> None:
    """Compare the times of all who held a seat for one."""
    for holdings, said in seats(store):
        for one, other, why in clashes(holdings):
            perhaps = why is Clash.PERHAPS
            tie = DANG.mayContradict if perhaps else DANG.contradicts
            _contradict(mint, graph, why.value, one.iri, other.iri, said[one.iri] | said[other.iri], tie)


def _themes(store: Quads, mint: Minter, graph: NamedGraph) -> None:
    """Compare the themes of one body and period: wordings that are not akin are two themes."""
    query = """SELECT ?body ?period ?theme ?label ?s WHERE {
        ?theme a dang:Theme ; dang:themeOf ?body ; dang:period ?period ; rdfs:label ?label .
        ?s dang:states ?theme }"""
    for _, told in groups(each_row(store, query), 2):
        said: dict[str, set[str]] = defaultdict(set)
        for theme, _, source in told:
            said[theme].add(source)
        group = {theme: label for theme, label, _ in told}
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
