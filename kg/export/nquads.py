"""N-Quads: one line a quad, sorted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.export.quads import Export, write_text
from kg.nquads import quoted
from kg.vocab import XSD


def write(content: Export, out: Path) -> None:
    """Write one N-Quads file."""
    write_text(out, lines(content))


def lines(content: Export) -> Iterator[str]:
    """Yield the quads graph by graph, each graph's lines in order."""
    for graph in content.graphs():
        for _, quads in content.by_subject(graph, str):
            yield from sorted(f"{q.subject} {q.predicate} {_term(q.object)} {graph} .\n" for q in quads)


def _term(term: object) -> str:
    if not isinstance(term, ox.Literal):
        return str(term)
    if term.language:
        return f"{quoted(term.value)}@{term.language}"
    datatype = term.datatype.value
    return quoted(term.value) if datatype == XSD.string else f"{quoted(term.value)}^^<{datatype}>"
