"""What every derived graph is made with: the store's rows, and statements of what is computed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

import pyoxigraph as ox

from kg import nquads as nq
from kg.derive.reading import Quads, Renewable
from kg.nquads import NamedGraph
from kg.sorting import in_order
from kg.vocab import DANG, DCTERMS, FOAF, OA, OPENGOV, ORG, PROV, RDF, RDFS, SCHEMA, Minter, concept, digest

_PREFIXES = f"""PREFIX foaf: <{FOAF.base}>
PREFIX oa: <{OA.base}>
PREFIX dang: <{DANG.base}> PREFIX org: <{ORG.base}> PREFIX schema: <{SCHEMA.base}>
PREFIX rdfs: <{RDFS.base}>
PREFIX prov: <{PROV.base}> PREFIX opengov: <{OPENGOV.base}> PREFIX dcterms: <{DCTERMS.base}>
"""


Row = tuple[str, ...]

_DISTINCT = re.compile(r"SELECT\s+DISTINCT\b")

_HELD = 5_000
"""So many rows are sorted in memory; more are sorted on disk."""


def rows(store: Quads, query: str) -> list[Row]:
    """Run a SELECT over the merge of the graphs and give its rows as sorted tuples of strings.

    A store of ours has the merge as its default graph; one without is read as the union of its graphs.
    """
    return sorted(_answer(store, query))


def each_row(store: Quads, query: str) -> Iterator[Row]:
    """Give the same rows, each once, of a query that may have more than memory should hold.

    Such a query is best asked without DISTINCT, for which the engine would have to hold them all.
    """
    return in_order(_answer(store, query, renew=True), Row, _HELD)


def groups(rows: Iterable[Row], size: int) -> Iterator[tuple[Row, list[Row]]]:
    """Put rows in order into groups by their first columns; gives these and the rest of the rows."""
    for key, group in groupby(rows, lambda row: row[:size]):
        yield key, [row[size:] for row in group]


class Beside:
    """Groups in order (:func:`groups`), asked for by keys in order."""

    def __init__(self, groups: Iterator[tuple[Row, list[Row]]]) -> None:
        self._groups = groups
        self._next = next(groups, None)

    def of(self, key: Row) -> list[Row]:
        """Give the rows of a key; none when there is no group of it."""
        while self._next is not None and self._next[0] < key:
            self._next = next(self._groups, None)
        return self._next[1] if self._next is not None and self._next[0] == key else []


def beside(
    one: Iterator[tuple[Row, list[Row]]], other: Iterator[tuple[Row, list[Row]]]
) -> Iterator[tuple[Row, list[Row], list[Row]]]:
    """Give each group of a sequence in order with that of the same key in another, empty where it lacks."""
    right = Beside(other)
    for key, rows in one:
        yield key, rows, right.of(key)


def merge_of(store: Quads) -> ox.DefaultGraph | None:
    """Give where to look for what any graph says: in the merge, or, where there is none, in all graphs.

    In the merge a thing of which many articles tell is described once.
    """
    merge = ox.DefaultGraph()
    return merge if next(store.quads_for_pattern(None, None, None, merge), None) is not None else None


def _answer(store: Quads, query: str, *, renew: bool = False) -> Iterator[Row]:
    """Give the rows of a query; over a union a triple counts once for each graph that has it.

    After the last row a store may be given anew, so that nothing stays in memory of what was read.
    """
    merged = merge_of(store) is not None
    if not merged and not _DISTINCT.search(query):
        query = query.replace("SELECT", "SELECT DISTINCT", 1)
    answer = store.query(_PREFIXES + query, use_default_graph_as_union=not merged)
    if isinstance(answer, ox.QuerySolutions):
        names = answer.variables
        for row in answer:
            yield tuple(str(getattr(row[name], "value", "")) for name in names)
    del answer
    if renew and isinstance(store, Renewable):
        store.renew()


def statement(mint: Minter, graph: NamedGraph, rule: str, key: tuple[str, ...], basis: Iterable[str]) -> str:
    """Describe a computed statement that rests on others.

    There are many of one rule, and nothing readable tells them apart: the hash is twice as long as others.
    """
    iri = mint.iri("statement", f"derived.{rule}.{digest(rule, *key)}{digest(*key, rule)}")
    graph.types(iri, DANG.Statement, PROV.Entity)
    graph.tie(iri, DANG.assertionKind, concept("assertion", "computed"))
    graph.add(iri, DANG.rule, nq.string(rule))
    for source in basis:
        graph.tie(iri, PROV.wasDerivedFrom, source)
    return iri


def link(
    mint: Minter, graph: NamedGraph, rule: str, triple: tuple[str, str, str], basis: Iterable[str]
) -> str:
    """State a computed tie between two things; gives its statement."""
    graph.tie(*triple)
    iri = statement(mint, graph, rule, triple, basis)
    graph.types(iri, DANG.LinkStatement)
    for role, part in zip((RDF.subject, RDF.predicate, RDF.object), triple, strict=True):
        graph.tie(iri, role, part)
    return iri


def same_bodies(store: Quads) -> dict[str, str]:
    """Map each further name of a body to the name that stands for it, as the graph of bodies has them."""
    query = f"""SELECT DISTINCT ?name ?chosen WHERE {{
        ?link dang:rule "same-body" ; <{RDF.subject}> ?name ; <{RDF.object}> ?chosen }}"""
    return {row[0]: row[1] for row in rows(store, query)}
