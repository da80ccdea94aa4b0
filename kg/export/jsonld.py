"""JSON-LD: the context, then each named graph with its nodes in order."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.export.context import ID, Context
from kg.export.quads import Export, write_text


def write(content: Export, out: Path) -> None:
    """Write one JSON-LD document."""
    write_text(out, lines(content))


def lines(content: Export) -> Iterator[str]:
    """Yield the document in pieces, one node at a time."""
    context = Context(content.mint.base)
    yield '{\n"@context": {\n'
    yield ",\n".join(f"{_dump(name)}: {_dump(told)}" for name, told in context.document().items())
    yield '\n},\n"@graph": [\n'
    for place, graph in enumerate(content.graphs()):
        yield ",\n" if place else ""
        yield from _graph(content, graph, context)
    yield "\n]\n}\n"


def _graph(content: Export, graph: ox.NamedNode, context: Context) -> Iterator[str]:
    yield f'{{"{ID}":{_dump(context.thing(graph.value))},"@graph":[\n'
    for place, (subject, rows) in enumerate(content.of_graph(graph)):
        yield (",\n" if place else "") + _dump(context.node(subject, rows))
    yield "\n]}"


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
