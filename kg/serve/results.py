"""Answers as a page shows them: a table whose things are links, yes or no, and the first rows of many."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from kg.serve.service import Service
from kg.sparql import NAMES, Answer
from kg.vocab import DCTERMS, FOAF, RDFS, SCHEMA, SKOS, Minter

SHOWN: Final = 500
"""So many rows does a page show; the download has them all."""
ACCEPT: Final = f"{NAMES['json']}, {NAMES['nt']}"
_LABELS: Final = (
    *(RDFS.label, FOAF.name, SKOS.prefLabel, SCHEMA.name, SCHEMA.headline, DCTERMS.title),
    DCTERMS.identifier,
)
_NUMBERS: Final = ("integer", "decimal", "double", "float", "nonNegativeInteger")
_LONG: Final = 90
_SENTENCE: Final = 45
_NAME: Final = 11


@dataclass(frozen=True, slots=True)
class Cell:
    """What one place of a table shows; ``iri`` is set for a thing, ``link`` when it has a page here."""

    text: str
    iri: str = ""
    link: str = ""
    number: bool = False
    language: str = ""

    @property
    def room(self) -> str:
        """Tell what room a cell needs: a number's, a sentence's, a name's, or as little as there is."""
        if self.number:
            return "number"
        return "sentence" if len(self.text) > _SENTENCE else "name" if len(self.text) > _NAME else ""


@dataclass(frozen=True, slots=True)
class Table:
    """An answer to show; ``truth`` for yes or no, ``triples`` when the rows are those of a graph."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    whole: bool
    truth: bool | None = None
    triples: bool = False

    def column(self, name: str) -> list[str]:
        """Give the texts of a column, empty ones where it is not there."""
        if name not in self.columns:
            return [""] * len(self.rows)
        place = self.columns.index(name)
        return [row[place].text for row in self.rows]


def table(answer: Answer, service: Service) -> Table:
    """Read an answer that came in the formats of :data:`ACCEPT`."""
    content = answer.body if answer.file is None else _taken(answer.file)
    cell = _Cells(service)
    if answer.media == NAMES["nt"]:
        triples = sorted(ox.parse(content, ox.RdfFormat.N_TRIPLES), key=str)
        rows = (tuple(map(cell, (t.subject, t.predicate, t.object))) for t in triples)
        return Table(("subject", "predicate", "object"), tuple(rows), answer.whole, triples=True)
    read = ox.parse_query_results(content, ox.QueryResultsFormat.JSON)
    if isinstance(read, ox.QueryBoolean):
        return Table((), (), True, truth=bool(read))
    names = tuple(variable.value for variable in read.variables)
    found = tuple(tuple(cell(row[name]) for name in names) for row in read)
    return Table(names, found, answer.whole)


def _taken(file: str) -> bytes:
    path = Path(file)
    try:
        return path.read_bytes()
    finally:
        path.unlink(missing_ok=True)


class _Cells:
    """Makes cells of terms; each thing is looked up once."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._quads = service.graph.store.quads
        self._prefixes = sorted(Minter(service.base).prefixes().items(), key=lambda each: -len(each[1]))
        self._known: dict[str, Cell] = {}

    def __call__(self, term: Any) -> Cell:
        if term is None:
            return Cell("")
        if isinstance(term, ox.NamedNode):
            if term.value not in self._known:
                self._known[term.value] = self._thing(term)
            return self._known[term.value]
        if isinstance(term, ox.Literal):
            kind = term.datatype.value.rpartition("#")[2]
            return Cell(term.value, number=kind in _NUMBERS, language=term.language or "")
        return Cell(str(term))

    def _thing(self, node: ox.NamedNode) -> Cell:
        own = node.value.startswith(self._service.base)
        link = self._service.path(node.value) if own else ""
        return Cell((self._label(node) if own else "") or self._short(node.value), node.value, link)

    def _label(self, node: ox.NamedNode) -> str:
        for name in _LABELS:
            quads = self._quads.quads_for_pattern(node, ox.NamedNode(name), None, ox.DefaultGraph())
            found = sorted(quad.object.value for quad in quads if isinstance(quad.object, ox.Literal))
            if found:
                name = found[0].replace(" @ ", ", ")
                return name if len(name) <= _LONG else f"{name[:_LONG]}…"
        return ""

    def _short(self, iri: str) -> str:
        for prefix, namespace in self._prefixes:
            if iri.startswith(namespace):
                return f"{prefix}:{iri.removeprefix(namespace)}"
        return iri


def number(text: str) -> float | None:
    """Read a number; None for what is none."""
    try:
        found = float(text)
    except ValueError:
        return None
    return found if isfinite(found) else None
