"""Officials, bodies and units as a network: what GraphML and GEXF write.

Nodes carry a kind and a label; an edge from an official to a body carries the post, the status, the articles
that attest it and the days between which the tenure is known.  A database on disk collects them, so that the
network may be larger than the memory.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from kg.export.quads import Export, View
from kg.nquads import is_whole_date
from kg.vocab import DANG, DCTERMS, FOAF, ORG, PROV, RDF, RDFS, SCHEMA

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_KINDS = (
    ("official", DANG.Persona, FOAF.name),
    ("organization", DANG.Body, RDFS.label),
    ("unit", DANG.AdministrativeUnit, RDFS.label),
)
_TIES = (
    (ORG.subOrganizationOf, "part-of"),
    (DANG.jurisdiction, "jurisdiction"),
    (SCHEMA.containedInPlace, "in"),
)
_TABLES = """
CREATE TABLE nodes (iri TEXT PRIMARY KEY, kind TEXT, label TEXT) WITHOUT ROWID;
CREATE TABLE ties (source TEXT, target TEXT, label TEXT, PRIMARY KEY (source, target, label)) WITHOUT ROWID;
CREATE TABLE posts (source TEXT, target TEXT, label TEXT, status TEXT, article TEXT, start TEXT, finish TEXT,
  PRIMARY KEY (source, target, label, status, article, start, finish)) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Node:
    """An official, a body or a unit."""

    iri: str
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A post (``kind`` post) or a tie between bodies and units (``structure``); days as ``YYYY-MM-DD``."""

    source: str
    target: str
    kind: str
    label: str
    status: str = ""
    articles: str = ""
    start: str = ""
    end: str = ""


class Network:
    """The network of a store, made by :func:`network`; it can be gone through several times."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def nodes(self) -> Iterator[Node]:
        """Give the nodes by their IRIs."""
        yield from (Node(*row) for row in self._database.execute("SELECT * FROM nodes ORDER BY iri"))

    def edges(self) -> Iterator[Edge]:
        """Give the edges by their ends; a post with the span of all that is known of it."""
        ends = " AND ".join(f"EXISTS (SELECT 1 FROM nodes WHERE iri = {end})" for end in ("source", "target"))
        yield from (
            Edge(source, target, "structure", label)
            for source, target, label in self._database.execute(
                f"SELECT * FROM ties WHERE {ends} ORDER BY source, target, label"
            )
        )
        posts = self._database.execute(
            f"""SELECT source, target, label, json_group_array(DISTINCT status),
            json_group_array(DISTINCT article), coalesce(min(nullif(start, '')), ''),
            coalesce(max(nullif(finish, '')), '')
            FROM (SELECT * FROM posts WHERE {ends} ORDER BY source, target, label, status, article)
            GROUP BY source, target, label ORDER BY source, target, label"""
        )
        for source, target, label, status, articles, start, end in posts:
            yield Edge(source, target, "post", label, _listed(status), _listed(articles), start, end)


@contextmanager
def network(content: Export) -> Iterator[Network]:
    """Collect the network from the graphs of the articles and what is derived of their posts."""
    with TemporaryDirectory(prefix="kg-network-") as folder:
        database = sqlite3.connect(Path(folder) / "network.db", isolation_level=None)
        try:
            database.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_TABLES} BEGIN;")
            for identifier, graph in content.article_graphs():
                view = View(content.store, graph)
                _nodes(database, view)
                _posts(database, content.store, view, _legal(identifier))
                _ties(database, view)
            yield Network(database)
        finally:
            database.close()


def _nodes(database: sqlite3.Connection, view: View) -> None:
    for kind, class_, naming in _KINDS:
        for told in view.subjects(RDF.type, class_):
            name = view.one(told, naming)
            label = _legal(name or view.one(told, DCTERMS.identifier) or "")
            thing = (view.identified(told) if class_ == DANG.Persona else told) or told
            verb = "REPLACE" if name is not None else "IGNORE"
            database.execute(f"INSERT OR {verb} INTO nodes VALUES (?, ?, ?)", (thing, kind, label))


def _posts(database: sqlite3.Connection, store: ox.Store, view: View, article: str) -> None:
    for statement in view.subjects(RDF.type, DANG.Statement):
        membership = view.one(statement, DANG.states)
        person = view.identified(view.one(membership, ORG.member))
        body = view.one(membership, ORG.organization)
        if person is None or body is None:
            continue
        label = _legal(view.one(statement, DANG.wording) or "")
        status = (view.one(statement, DANG.status) or "").rpartition("/")[2]
        row = (person, body, label, status, article, *_span(store, statement))
        database.execute("INSERT OR IGNORE INTO posts VALUES (?, ?, ?, ?, ?, ?, ?)", row)


def _span(store: ox.Store, statement: str) -> tuple[str, str]:
    """Give the first and last day between which the tenure that rests on a statement is known."""
    days = []
    for tenure in store.quads_for_pattern(None, ox.NamedNode(PROV.wasDerivedFrom), ox.NamedNode(statement)):
        for predicate in (DANG.beginNotAfter, DANG.endNotBefore):
            bound = store.quads_for_pattern(tenure.subject, ox.NamedNode(predicate), None)
            days += [quad.object.value for quad in bound if isinstance(quad.object, ox.Literal)]
    known = sorted(day for day in days if is_whole_date(day))
    return (known[0], known[-1]) if known else ("", "")


def _ties(database: sqlite3.Connection, view: View) -> None:
    for class_ in (DANG.Body, DANG.AdministrativeUnit):
        for thing in view.subjects(RDF.type, class_):
            for predicate, label in _TIES:
                ties = ((thing, other, label) for other in view.all(thing, predicate))
                database.executemany("INSERT OR IGNORE INTO ties VALUES (?, ?, ?)", ties)


def _listed(joined: str) -> str:
    return "; ".join(sorted(json.loads(joined)))


def _legal(text: str) -> str:
    """Leave out the characters that XML does not know."""
    return _ILLEGAL.sub("", text)
