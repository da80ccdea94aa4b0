"""What articles no longer say, and since when they say what they do: the store's memory of changes.

A graph of its own, which no query over facts and no export sees, holds for each statement that went when an
article was removed or read anew what it said, when and why it went (PROV: ``invalidatedAtTime``), and for one
that came with a new reading when it came (``generatedAtTime``).  A statement that only moved in the text has
neither come nor gone.  What a whole new article says is as old as the article's graph (see :mod:`kg.store`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from kg import nquads as nq
from kg.export.quads import Export, View
from kg.export.tables import COLUMNS, Row, article_rows
from kg.normalise import fold
from kg.nquads import Written
from kg.store import KgStore
from kg.vocab import DCTERMS, OA, PROV, RDFS, SCHEMA, XSD, digest

KEPT: Final = 20_000
"""So many withdrawn facts are remembered, the latest."""

REMOVED: Final = "removed"
READ_ANEW: Final = "read anew"


@dataclass(frozen=True, slots=True, order=True)
class Withdrawn:
    """A fact that an article no longer says.  ``why`` is ``removed`` or ``read anew``."""

    when: str
    article: str
    table: str
    label: str
    quote: str
    headline: str
    unit_code: str
    why: str
    key: str
    iri: str


def fact_key(table: str, row: Mapping[str, str]) -> str:
    """Give a key of what a row says, wherever its words stand in the article."""
    return digest(table, row["article"], *(fold(row.get(name) or "") for name in _telling(table)))


def fact_label(table: str, row: Mapping[str, str]) -> str:
    """Tell what a row says in one line."""
    return " · ".join(row[name] for name in _telling(table) if row.get(name))


def _telling(table: str) -> tuple[str, ...]:
    """Name the columns that say something, rather than where it stands or how it was found."""
    columns = COLUMNS[table]
    return columns[1 : columns.index("quote")]


class History:
    """The memory of one store; its methods write SPARQL that the store runs together with a change."""

    def __init__(self, store: KgStore) -> None:
        self._store = store
        self._graph = store.history

    def of_replacing(self, new: Written, stamp: str) -> str:
        """Remember what goes and what comes when an article's graph is replaced."""
        graph, scratch = new.graph, ox.Store()
        scratch.load(new.lines, ox.RdfFormat.N_QUADS)
        before, after = self._facts(graph, self._store.quads), self._facts(graph, scratch)
        gone = [told for key, told in sorted(before.items()) if key not in after]
        come = [(row["iri"], stamp) for key, (_, row) in sorted(after.items()) if key not in before]
        since = {row["iri"]: when for _, row in before.values() if (when := self._came(row["iri"]))}
        moved = [
            (row["iri"], since[before[key][1]["iri"]])
            for key, (_, row) in sorted(after.items())
            if key in before and before[key][1]["iri"] in since
        ]
        forget = sorted(since)
        return self._written(graph, gone, [*come, *moved], forget, stamp, READ_ANEW)

    def of_removing(self, graph: str, stamp: str) -> str:
        """Remember what goes with an article."""
        before = self._facts(graph, self._store.quads)
        gone = [told for _, told in sorted(before.items())]
        return self._written(graph, gone, (), [row["iri"] for _, row in gone], stamp, REMOVED)

    def trim(self, kept: int = KEPT) -> None:
        """Forget the oldest withdrawn facts beyond ``kept``."""
        for fact in self.withdrawn()[:-kept] if kept else self.withdrawn():
            self._store.quads.update(self._forgotten(fact.iri))

    def withdrawn(self, since: str = "") -> list[Withdrawn]:
        """List the facts that went since then, the oldest first, without those that are said again."""
        name = ox.NamedNode(self._graph)
        values: dict[str, dict[str, str]] = {}
        for quad in self._store.quads.quads_for_pattern(None, None, None, name):
            row = values.setdefault(_value(quad.subject), {})
            row[quad.predicate.value] = _value(quad.object)
        found = []
        for iri, row in values.items():
            when = row.get(PROV.invalidatedAtTime, "")
            if when and when >= since:
                about = values.get(row.get(PROV.hadPrimarySource, ""), {})
                found.append(
                    Withdrawn(
                        when,
                        about.get(DCTERMS.identifier, ""),
                        row.get(DCTERMS.type, ""),
                        row.get(RDFS.label, ""),
                        row.get(OA.exact, ""),
                        about.get(SCHEMA.headline, ""),
                        row.get(DCTERMS.spatial, ""),
                        row.get(DCTERMS.description, ""),
                        row.get(DCTERMS.identifier, ""),
                        iri,
                    )
                )
        return sorted(found)

    def come(self, since: str = "") -> dict[str, str]:
        """Map the statements that came with a new reading since then to the time when they came."""
        name, came = ox.NamedNode(self._graph), ox.NamedNode(PROV.generatedAtTime)
        quads = self._store.quads.quads_for_pattern(None, came, None, name)
        found = {_value(quad.subject): _value(quad.object) for quad in quads}
        return {iri: when for iri, when in found.items() if when >= since}

    # -- what is written -----------------------------------------------------------------------------------

    def _facts(self, graph: str, quads: ox.Store) -> dict[str, tuple[str, Row]]:
        """Read what an article's graph says: its key, its table and its row."""
        name = ox.NamedNode(graph)
        view = View(quads, name)
        article = view.one(graph, DCTERMS.source)
        if article is None:
            return {}
        identifier = view.one(article, DCTERMS.identifier) or ""
        rows = article_rows(Export(quads, self._store.base), identifier, name)
        return {fact_key(table, row): (table, row) for table, row in rows}

    def _came(self, statement: str) -> str:
        """Tell when a statement came with a new reading; empty for one as old as its article's graph."""
        name, came = ox.NamedNode(self._graph), ox.NamedNode(PROV.generatedAtTime)
        quads = self._store.quads.quads_for_pattern(ox.NamedNode(statement), came, None, name)
        return min((_value(quad.object) for quad in quads), default="")

    def _written(
        self,
        graph: str,
        gone: Iterable[tuple[str, Row]],
        come: Iterable[tuple[str, str]],
        forget: Iterable[str],
        stamp: str,
        why: str,
    ) -> str:
        view = View(self._store.quads, ox.NamedNode(graph))
        article = view.one(graph, DCTERMS.source) or graph
        lines: list[str] = []
        steps = [self._forgotten(iri) for iri in sorted({*forget, *(row["iri"] for _, row in gone)})]
        for table, row in gone:
            lines += self._gone(article, table, row, stamp, why)
        if lines:
            identifier = nq.string(view.one(article, DCTERMS.identifier) or "")
            lines.append(f"<{article}> <{DCTERMS.identifier}> {identifier} .")
            if headline := view.one(article, SCHEMA.headline):
                steps.append(self._forgotten(article, SCHEMA.headline))
                lines.append(f"<{article}> <{SCHEMA.headline}> {nq.string(headline)} .")
        lines += [f"<{iri}> <{PROV.generatedAtTime}> {nq.typed(when, XSD.dateTime)} ." for iri, when in come]
        if lines:
            steps.append(f"INSERT DATA {{ GRAPH <{self._graph}> {{\n" + "\n".join(lines) + "\n} }")
        return " ;\n".join(steps)

    def _gone(self, article: str, table: str, row: Row, stamp: str, why: str) -> list[str]:
        values = {
            RDFS.label: nq.string(fact_label(table, row)),
            OA.exact: nq.string(row["quote"]),
            DCTERMS.type: nq.string(table),
            DCTERMS.identifier: nq.string(fact_key(table, row)),
            DCTERMS.description: nq.string(why),
            PROV.invalidatedAtTime: nq.typed(stamp, XSD.dateTime),
            PROV.hadPrimarySource: nq.iri(article),
        }
        if code := row.get("unit_code"):
            values[DCTERMS.spatial] = nq.string(code)
        return [f"<{row['iri']}> <{predicate}> {term} ." for predicate, term in values.items()]

    def _forgotten(self, iri: str, predicate: str | None = None) -> str:
        which = f"<{predicate}>" if predicate is not None else "?p"
        return f"DELETE WHERE {{ GRAPH <{self._graph}> {{ <{iri}> {which} ?o }} }}"


def _value(term: object) -> str:
    return str(getattr(term, "value", term))
