"""The gazetteer's units that the articles of a store name, noted beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import pyoxigraph as ox

from kg.gazetteer import Gazetteer
from kg.vocab import DCTERMS, DERIVED, Minter

_TABLES = "CREATE TABLE IF NOT EXISTS named_unit (key TEXT PRIMARY KEY) WITHOUT ROWID"


class NamedUnits:
    """Knows which units articles name; it is asked of the gazetteer's units, not of the articles."""

    def __init__(self, quads: ox.Store, base: str, db: sqlite3.Connection, gazetteer: Gazetteer) -> None:
        self._quads, self._db, self._gazetteer = quads, db, gazetteer
        self._mint = Minter(base)
        self._derived = self._mint.iri("graph", DERIVED)
        db.execute(_TABLES)

    def filled(self) -> set[str]:
        """Look which units are named, and note them."""
        found = {key for key in self._gazetteer.every_key() if self._is_named(key)}
        self._db.execute("DELETE FROM named_unit")
        self._note(found)
        return found

    def replace(self, retold: Iterable[ox.Triple]) -> tuple[set[str], set[str]]:
        """Take in what articles have changed; gives the units that were named, and those that are."""
        told = (each.object for each in retold if each.predicate.value == DCTERMS.identifier)
        keys = (getattr(each, "value", "") for each in told)
        asked = {key for key in keys if self._gazetteer.knows(key)}
        before = {key for (key,) in self._db.execute("SELECT key FROM named_unit")}
        come = {key for key in asked - before if self._is_named(key)}
        gone = {key for key in asked & before if not self._is_named(key)}
        self._db.executemany("DELETE FROM named_unit WHERE key = ?", ((key,) for key in gone))
        self._note(come)
        return before, (before - gone) | come

    def _note(self, keys: Iterable[str]) -> None:
        self._db.executemany("INSERT INTO named_unit VALUES (?)", ((key,) for key in keys))
        self._db.commit()

    def _is_named(self, key: str) -> bool:
        """Tell whether the graph of an article has a unit."""
        unit = ox.NamedNode(self._mint.unit_by_key(key))
        quads = self._quads.quads_for_pattern(unit, ox.NamedNode(DCTERMS.identifier), None, None)
        graphs = (getattr(quad.graph_name, "value", self._derived) for quad in quads)
        return not all(graph.startswith(self._derived) for graph in graphs)
