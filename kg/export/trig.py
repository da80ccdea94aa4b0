"""TriG: like Turtle, with each named graph in its braces."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.export.quads import Export, write_text


def write(content: Export, out: Path) -> None:
    """Write one TriG file."""
    write_text(out, lines(content))


def lines(content: Export) -> Iterator[str]:
    """Yield the prefixes in use, then the graphs in order."""
    used: set[str] = set()
    graphs = []
    for graph in content.graphs():
        blocks = [content.block(subject, rows, used, "    ") for subject, rows in content.of_graph(graph)]
        graphs.append(f"{content.compact(graph.value, used)} {{\n{''.join(blocks)}}}\n")
    yield from content.prefix_lines(used)
    for text in graphs:
        yield "\n"
        yield text
