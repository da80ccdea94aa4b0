"""The formats of things: which there are, by ``Accept`` and by suffix, and how they are written."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

import pyoxigraph as ox
from starlette.responses import Response

from kg.export.context import Context
from kg.export.quads import grouped
from kg.sparql import choose
from kg.vocab import Minter

HTML: Final = "text/html"
TURTLE: Final = "text/turtle"
JSON_LD: Final = "application/ld+json"
N_TRIPLES: Final = "application/n-triples"
RDF_XML: Final = "application/rdf+xml"
SUFFIXES: Final = {".ttl": TURTLE, ".jsonld": JSON_LD, ".nt": N_TRIPLES, ".rdf": RDF_XML, ".html": HTML}
_ALSO: Final = {"application/json": JSON_LD, "application/xhtml+xml": HTML, "text/plain": N_TRIPLES}
_OFFERED: Final = (HTML, TURTLE, JSON_LD, N_TRIPLES, RDF_XML)


def wanted(accept: str) -> str | None:
    """Choose the format that a client likes best; none when it accepts none of them."""
    found = choose(accept, [*_OFFERED, *_ALSO])
    return _ALSO.get(found, found) if found is not None else None


def split(path: str) -> tuple[str, str | None]:
    """Take the suffix of a format off a path."""
    for suffix, form in SUFFIXES.items():
        if path.endswith(suffix):
            return path.removesuffix(suffix), form
    return path, None


def answer(triples: Iterable[ox.Triple], form: str, base: str) -> Response:
    """Write triples in a format, in a stable order."""
    some = sorted(set(triples), key=str)
    headers = {"Vary": "Accept", "X-Content-Type-Options": "nosniff"}
    if form == JSON_LD:
        text = json.dumps(json_ld(some, base), ensure_ascii=False, indent=1)
        return Response(text, headers=headers, media_type=JSON_LD)
    form_of = {TURTLE: ox.RdfFormat.TURTLE, N_TRIPLES: ox.RdfFormat.N_TRIPLES, RDF_XML: ox.RdfFormat.RDF_XML}
    used = {name: space for name, space in Minter(base).prefixes().items() if _used(some, space)}
    data = ox.serialize(some, format=form_of[form], prefixes=used)
    return Response(data or b"", headers=headers, media_type=form)


def _used(triples: Iterable[ox.Triple], namespace: str) -> bool:
    return any(
        isinstance(term, ox.NamedNode) and term.value.startswith(namespace)
        for triple in triples
        for term in (triple.subject, triple.predicate, triple.object)
    )


def json_ld(triples: Iterable[ox.Triple], base: str) -> dict[str, Any]:
    """Write triples as JSON-LD with the names of the graph's context that they use."""
    found: dict[str, list[ox.Triple]] = {}
    for triple in triples:
        found.setdefault(str(getattr(triple.subject, "value", triple.subject)), []).append(triple)
    context = Context(base)
    nodes = [context.node(subject, grouped(rows)) for subject, rows in found.items()]
    return {"@context": context.document(whole=False), "@graph": nodes}
