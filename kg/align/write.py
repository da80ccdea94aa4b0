"""Candidates as quads: each a node with its score and reasons; a tie only where somebody judged."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import pyoxigraph as ox

from kg import nquads as nq
from kg.align.candidates import Pair
from kg.model import Verdict
from kg.nquads import NamedGraph
from kg.reconcile.properties import FEATURES
from kg.vocab import DANG, OWL, PROV, RDF, RDFS, SKOS, WIKIDATA, Minter, concept, digest

GRAPH = "alignment"


def lines(pairs: Iterable[Pair], base: str) -> tuple[str, list[str]]:
    """Give the graph's name and its N-Quads lines."""
    mint = Minter(base)
    graph = NamedGraph(mint.derived_graph(GRAPH))
    for pair in pairs:
        _candidate(mint, graph, pair)
    return graph.name, list(graph.lines)


def _candidate(mint: Minter, graph: NamedGraph, pair: Pair) -> None:
    same = pair.verdict is Verdict.SAME
    relation = OWL.sameAs if same else SKOS.exactMatch if pair.candidate.match else SKOS.closeMatch
    rule = "judgement" if same else "alignment-candidate"
    iri = mint.iri("statement", f"derived.alignment.{digest(pair.thing.iri, pair.item.iri)}")
    own = DANG.LinkStatement if same else DANG.MatchCandidate
    graph.types(iri, own, DANG.Statement, PROV.Entity)
    graph.tie(iri, DANG.assertionKind, concept("assertion", "computed"))
    graph.add(iri, DANG.rule, nq.string(rule))
    for role, part in ((RDF.subject, pair.thing.iri), (RDF.predicate, relation), (RDF.object, pair.item.iri)):
        graph.tie(iri, role, part)
    graph.add(iri, DANG.score, nq.decimal(Decimal(str(pair.candidate.score)) / 100))
    for feature in pair.candidate.features:
        words = f"{feature.id} {nq.plain_number(Decimal(str(feature.value)))}: {FEATURES[feature.id]}"
        graph.add(iri, DANG.reason, nq.string(words))
    graph.add(pair.item.iri, RDFS.label, nq.vietnamese(pair.item.name))
    if same:
        graph.tie(pair.thing.iri, relation, pair.item.iri)


def turtle(pairs: Iterable[Pair], base: str) -> bytes:
    """Write candidates as Turtle, sorted."""
    _, quads = lines(pairs, base)
    triples = sorted({quad.triple for quad in ox.parse("".join(quads), ox.RdfFormat.N_QUADS)}, key=str)
    prefixes = {**Minter(base).prefixes(), "wd": WIKIDATA.base}
    return ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=prefixes) or b""
