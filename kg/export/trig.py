"""TriG: like Turtle, with each named graph in its braces."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.export.quads import Export, after, write_text


def write(content: Export, out: Path) -> None:
    """Write one TriG file."""
    write_text(out, lines(content))


def lines(content: Export) -> Iterator[str]:
    """Yield the prefixes in use, then the graphs in order."""
    used: set[str] = set()
    yield from after(_graphs(content, used), lambda: content.prefix_lines(used))


def _graphs(content: Export, used: set[str]) -> Iterator[str]:
    for graph in content.graphs():
        yield f"\n{content.compact(graph.value, used)} {{\n"
        yield from (content.block(subject, rows, used, "    ") for subject, rows in content.of_graph(graph))
        yield "}\n"
