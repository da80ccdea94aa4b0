"""JSON-LD: a context of prefixes, then each named graph with its nodes in order."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.export.quads import Export, type_iri, write_text
from kg.vocab import XSD

Node = dict[str, object]


def write(content: Export, out: Path) -> None:
    """Write one JSON-LD document."""
    write_text(out, lines(content))


def lines(content: Export) -> Iterator[str]:
    """Yield the document in pieces, one graph at a time."""
    namespaces = content.mint.prefixes()
    context = {p: {"@id": namespaces[p], "@prefix": True} for p in sorted(namespaces)}
    yield '{\n"@context": ' + _dump(context) + ',\n"@graph": [\n'
    for place, graph in enumerate(content.graphs()):
        yield (",\n" if place else "") + _graph(content, graph, set())
    yield "\n]\n}\n"


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _graph(content: Export, graph: ox.NamedNode, used: set[str]) -> str:
    nodes = [_dump(_node(content, subject, rows, used)) for subject, rows in content.of_graph(graph)]
    name = _dump(_name(content, graph.value, used))
    return f'{{"@id":{name},"@graph":[\n' + ",\n".join(nodes) + "\n]}"


def _name(content: Export, iri: str, used: set[str]) -> str:
    """Write an IRI with its prefix, or whole."""
    return content.compact(iri, used).strip("<>")


def _node(content: Export, subject: str, rows: list[tuple[str, list[object]]], used: set[str]) -> Node:
    node: Node = {"@id": _name(content, subject, used)}
    for predicate, objects in rows:
        if predicate == type_iri:
            node["@type"] = [_name(content, str(getattr(o, "value", o)), used) for o in objects]
        else:
            node[_name(content, predicate, used)] = [_value(content, o, used) for o in objects]
    return node


def _value(content: Export, term: object, used: set[str]) -> object:
    if not isinstance(term, ox.Literal):
        return {"@id": _name(content, str(getattr(term, "value", term)), used)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    datatype = term.datatype.value
    if datatype == XSD.string:
        return {"@value": term.value}
    return {"@value": term.value, "@type": _name(content, datatype, used)}
