"""Turtle: the union of the graphs, canonical and sorted, byte for byte the same when built again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.export.quads import Export, after, write_text


def write(content: Export, out: Path) -> None:
    """Write one Turtle file."""
    write_text(out, lines(content))


def lines(content: Export) -> Iterator[str]:
    """Yield the prefixes in use, then a block for each subject."""
    used: set[str] = set()
    blocks = (f"\n{content.block(subject, rows, used)}" for subject, rows in content.triples())
    yield from after(blocks, lambda: content.prefix_lines(used))
