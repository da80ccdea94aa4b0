"""The server's own graph of provenance: which graphs we pushed there, with the digest and size of each.

A graph is marked as pending before it is touched and with its digest when it is whole, so that a push that
was killed leaves nothing unnoticed: what is pending is sent again, or removed when the store lacks it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from kg import nquads as nq
from kg.remote.server import RemoteStore
from kg.vocab import DCTERMS, PROV, RDF, VOID, XSD

PENDING: Final = "pending"
_PAGE: Final = 5000
_COUNTED: Final = 200


@dataclass(frozen=True, slots=True)
class Mark:
    """What the server knows of a graph of ours: its digest (or :data:`PENDING`) and its number of triples."""

    digest: str
    triples: int


def present(graph: str) -> str:
    """Write the update that says whose graph of provenance this is."""
    return f"INSERT DATA {{ GRAPH <{graph}> {{ <{graph}> <{RDF.type}> <{PROV.Entity}> }} }}"


def is_union(server: RemoteStore, graph: str) -> bool:
    """Tell whether the server's default graph shows what stands in a named graph."""
    return bool(server.query(f"ASK {{ <{graph}> <{RDF.type}> <{PROV.Entity}> }}"))


def read(server: RemoteStore, graph: str) -> dict[str, Mark]:
    """Read all marks, page by page: servers cut long answers off."""
    found: dict[str, Mark] = {}
    after = ""
    while True:
        rows = list(
            server.query(
                f"""SELECT (STR(?marked) AS ?name) ?digest ?triples WHERE {{
                  GRAPH <{graph}> {{ ?marked <{DCTERMS.identifier}> ?digest ; <{VOID.triples}> ?triples }}
                  FILTER(STR(?marked) > {nq.string(after)}) }}
                ORDER BY ?name LIMIT {_PAGE}"""
            )
        )
        for row in rows:
            found[row["name"].value] = Mark(row["digest"].value, int(row["triples"].value))
        if len(rows) < _PAGE:
            return found
        after = max(row["name"].value for row in rows)


def pending(provenance: str, graphs: Iterable[str]) -> str:
    """Write the update that marks graphs as about to change."""
    lines = (f"<{g}> <{DCTERMS.identifier}> {nq.string(PENDING)} ; <{VOID.triples}> 0 ." for g in graphs)
    return _marked(provenance, graphs, lines)


def whole(provenance: str, books: Mapping[str, Iterable[ox.Quad]], sizes: Mapping[str, int]) -> str:
    """Write the update that marks graphs as they are marked in the store, and counts their triples."""
    lines = []
    for graph, marks in books.items():
        lines += [f"{quad.subject} {quad.predicate} {quad.object} ." for quad in marks]
        lines.append(f"<{graph}> <{VOID.triples}> {nq.typed(str(sizes[graph]), XSD.integer)} .")
    return _marked(provenance, books, lines)


def gone(provenance: str, graphs: Iterable[str]) -> str:
    """Write the update that takes the marks of graphs away."""
    return " ;\n".join(
        f"DELETE {{ {said} }} WHERE {{ {said} }}"
        for said in (f"GRAPH <{provenance}> {{ <{graph}> ?p ?o }}" for graph in graphs)
    )


def _marked(provenance: str, graphs: Iterable[str], lines: Iterable[str]) -> str:
    said = "\n".join(lines)
    return f"{gone(provenance, graphs)} ;\nINSERT DATA {{ GRAPH <{provenance}> {{\n{said}\n}} }}"


def counts(server: RemoteStore, graphs: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Count what the server really has in each graph; a graph without triples is left out."""
    names = list(graphs)
    for start in range(0, len(names), _COUNTED):
        values = " ".join(f"<{name}>" for name in names[start : start + _COUNTED])
        rows = server.query(
            f"""SELECT ?g (COUNT(*) AS ?triples) WHERE {{
              VALUES ?g {{ {values} }} GRAPH ?g {{ ?s ?p ?o }} }} GROUP BY ?g"""
        )
        for row in rows:
            yield row["g"].value, int(row["triples"].value)


def count_default(server: RemoteStore) -> int:
    """Count the triples of the server's default graph."""
    rows = list(server.query("SELECT (COUNT(*) AS ?triples) WHERE { ?s ?p ?o }"))
    return int(rows[0]["triples"].value)
