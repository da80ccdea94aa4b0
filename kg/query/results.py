"""Answers of the embedded store and of servers in one form, and that form as CSV, JSON, Turtle and HTML."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Any, Protocol

import pyoxigraph as ox

from kg import display
from kg.errors import QueryError
from kg.query.words import CONTROL, one_line
from kg.vocab import DEFAULT_BASE, Minter

Term = ox.NamedNode | ox.BlankNode | ox.Literal
Row = tuple[Term | None, ...]

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_XSD_BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"


class Queryable(Protocol):
    """A store or server whose default graph is the merge of its graphs (see :mod:`kg.store`)."""

    def query(self, sparql: str) -> Any:
        """Answer a query."""


@dataclass(frozen=True, slots=True)
class Result:
    """An answer: columns and rows of terms.

    ``triples`` is set for CONSTRUCT and DESCRIBE (the rows repeat them), ``answer`` for ASK.  ``notes`` are
    lines for the user, on names that the graph does not have.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    triples: tuple[ox.Triple, ...] | None = None
    answer: bool | None = None
    notes: tuple[str, ...] = ()
    base: str = DEFAULT_BASE

    def table(self) -> list[list[str]]:
        """Give the rows as text for a terminal: IRIs shortened by prefix, no control characters."""
        prefixes = {namespace: prefix for prefix, namespace in Minter(self.base).prefixes().items()}
        return [[CONTROL.sub(" ", _cell(term, prefixes)) for term in row] for row in self.rows]

    def to_csv(self) -> str:
        """Write SPARQL 1.1 CSV results (a table of subject, predicate and object for a graph)."""
        buffer = StringIO()
        writer = csv.writer(buffer, lineterminator="\r\n")
        writer.writerow(self.columns)
        writer.writerows([_plain_value(term) for term in row] for row in self.rows)
        return buffer.getvalue()

    def to_json(self) -> str:
        """Write SPARQL 1.1 JSON results (a table of subject, predicate and object for a graph)."""
        if self.answer is not None:
            return json.dumps({"head": {}, "boolean": self.answer}) + "\n"
        bindings = [
            {name: _json_term(term) for name, term in zip(self.columns, row, strict=True) if term is not None}
            for row in self.rows
        ]
        content = {"head": {"vars": list(self.columns)}, "results": {"bindings": bindings}}
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"

    def _repr_html_(self) -> str:
        """Show the table in a notebook: IRIs as links, the rest as text."""
        shown = zip(self.rows[: display.MOST_ROWS], self.table(), strict=False)
        cells = [
            [
                display.linked(text, term.value if isinstance(term, ox.NamedNode) else None)
                for term, text in zip(row, texts, strict=True)
            ]
            for row, texts in shown
        ]
        notes = "".join(f"<p>{display.linked(note)}</p>" for note in self.notes)
        return notes + display.table(self.columns, cells, len(self.rows))

    def to_turtle(self) -> str:
        """Write the graph of a CONSTRUCT or DESCRIBE; raises QueryError for a table."""
        if self.triples is None:
            raise QueryError("turtle: the query gives a table, not a graph; use csv or json, or CONSTRUCT")
        named = {term.value for row in self.rows for term in row if isinstance(term, ox.NamedNode)}
        prefixes = {
            prefix: namespace
            for prefix, namespace in Minter(self.base).prefixes().items()
            if any(iri.startswith(namespace) for iri in named)
        }
        data = ox.serialize(self.triples, format=ox.RdfFormat.TURTLE, prefixes=prefixes)
        return (data or b"").decode()


def ask(store: Queryable | ox.Store, sparql: str) -> Any:
    """Ask the merge of a store's graphs; raises QueryError, in one line, for whatever the store refuses."""
    try:
        if isinstance(store, ox.Store):
            merged = next(store.quads_for_pattern(None, None, None, ox.DefaultGraph()), None) is not None
            return store.query(sparql, use_default_graph_as_union=not merged)
        return store.query(sparql)
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        raise QueryError(f"query failed: {one_line(error)}") from error


def answered(answer: Any) -> Result:
    """Bring the answers of the embedded store and of a server to one form."""
    try:
        if isinstance(answer, ox.QuerySolutions):
            columns = tuple(variable.value for variable in answer.variables)
            return Result(columns, tuple(tuple(own_term(row[name]) for name in columns) for row in answer))
        if isinstance(answer, ox.QueryTriples):
            return _graph_result(answer)
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"query failed: {one_line(error)}") from error
    if isinstance(answer, ox.QueryBoolean):
        return _truth(bool(answer))
    lines = answer.serialize(format="nt", encoding="utf-8")
    return _graph_result(quad.triple for quad in ox.parse(lines, ox.RdfFormat.N_TRIPLES))


def _truth(answer: bool) -> Result:
    word = ox.Literal("true" if answer else "false", datatype=ox.NamedNode(_XSD_BOOLEAN))
    return Result(("answer",), ((word,),), answer=answer)


def _graph_result(triples: Iterable[ox.Triple]) -> Result:
    ordered = tuple(sorted(set(triples), key=str))
    rows = tuple((own_term(t.subject), t.predicate, own_term(t.object)) for t in ordered)
    return Result(("subject", "predicate", "object"), rows, triples=ordered)


def own_term(term: object) -> Term | None:
    """Give a term unless it is a triple, or unbound."""
    return term if isinstance(term, ox.NamedNode | ox.BlankNode | ox.Literal) else None


# -- terms as text -------------------------------------------------------------------------------------------


def text_of(term: Term | None) -> str:
    """Give the value of a term; nothing for an unbound one."""
    return "" if term is None else term.value


def _plain_value(term: Term | None) -> str:
    """Write a term as CSV results do: the value alone."""
    return f"_:{term.value}" if isinstance(term, ox.BlankNode) else text_of(term)


def _cell(term: Term | None, prefixes: Mapping[str, str]) -> str:
    if isinstance(term, ox.NamedNode):
        cut = max(term.value.rfind("/"), term.value.rfind("#")) + 1
        prefix = prefixes.get(term.value[:cut])
        if prefix is not None and _LOCAL.fullmatch(term.value, cut):
            return f"{prefix}:{term.value[cut:]}"
        return f"<{term.value}>"
    return _plain_value(term)


def _json_term(term: Term) -> dict[str, str]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    cell = {"type": "literal", "value": term.value}
    if term.language:
        return {**cell, "xml:lang": term.language}
    if not term.datatype.value.endswith("#string"):
        cell["datatype"] = term.datatype.value
    return cell
