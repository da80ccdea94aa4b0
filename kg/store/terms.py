"""Triples and lines as the store hands them to its engine and has them back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox


def parsed(triples: bytes) -> Iterator[ox.Triple]:
    """Read N-Triples; raises SyntaxError where they are none."""
    return (quad.triple for quad in ox.parse(triples, ox.RdfFormat.N_TRIPLES))


def bare(graph: str, lines: Iterable[str]) -> bytes:
    """Leave out the name of the graph at the end of N-Quads lines."""
    end = f" <{graph}> .\n"
    return "".join(line.removesuffix(end) + " .\n" for line in lines).encode()


def lines_of(data: bytes | None) -> set[bytes]:
    """Give the lines of N-Triples: a large graph takes a fraction of the memory that its terms would."""
    return set((data or b"").splitlines())


def block(triples: Iterable[ox.Triple]) -> str:
    """Write triples as SPARQL has them in a block, one a line."""
    return "".join(f"{triple} .\n" for triple in triples)


def value(term: object) -> str:
    """Give the IRI of a node, or the text of a literal."""
    return str(getattr(term, "value", term))


def one_line(error: BaseException) -> str:
    """Tell what an error says in one line that is not too long."""
    return " ".join(str(error).split())[:300] or type(error).__name__
