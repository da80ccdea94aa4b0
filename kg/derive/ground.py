"""What every derived graph is made with: the store's rows, and statements of what is computed."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg import nquads as nq
from kg.nquads import NamedGraph
from kg.vocab import DANG, DCTERMS, FOAF, OA, OPENGOV, ORG, PROV, RDF, RDFS, SCHEMA, Minter, concept, digest

_PREFIXES = f"""PREFIX foaf: <{FOAF.base}>
PREFIX oa: <{OA.base}>
PREFIX dang: <{DANG.base}> PREFIX org: <{ORG.base}> PREFIX schema: <{SCHEMA.base}>
PREFIX rdfs: <{RDFS.base}>
PREFIX prov: <{PROV.base}> PREFIX opengov: <{OPENGOV.base}> PREFIX dcterms: <{DCTERMS.base}>
"""


def rows(store: ox.Store, query: str) -> list[tuple[str, ...]]:
    """Run a SELECT over the merge of the graphs and give its rows as sorted tuples of strings.

    A store of ours has the merge as its default graph; one without is read as the union of its graphs.
    """
    merged = next(store.quads_for_pattern(None, None, None, ox.DefaultGraph()), None) is not None
    answer = store.query(_PREFIXES + query, use_default_graph_as_union=not merged)
    if not isinstance(answer, ox.QuerySolutions):
        return []
    names = answer.variables
    rows = (tuple(str(getattr(row[name], "value", "")) for name in names) for row in answer)
    return sorted(rows)


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


def same_bodies(store: ox.Store) -> dict[str, str]:
    """Map each further name of a body to the name that stands for it, as the graph of bodies has them."""
    query = f"""SELECT DISTINCT ?name ?chosen WHERE {{
        ?link dang:rule "same-body" ; <{RDF.subject}> ?name ; <{RDF.object}> ?chosen }}"""
    return {row[0]: row[1] for row in rows(store, query)}
