"""The bodies that articles name, kept with what ties one to another, to find what a change concerns."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple, Protocol

import msgspec

from kg.bodies import History, worded
from kg.bodies.tree import Key
from kg.model import Organization

_TABLES = """
CREATE TABLE IF NOT EXISTS body (
    iri TEXT PRIMARY KEY, key TEXT, words TEXT, whole TEXT, stands INT, data BLOB) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS body_key ON body (key);
CREATE INDEX IF NOT EXISTS body_words ON body (words);
CREATE INDEX IF NOT EXISTS body_whole ON body (whole);
"""
_SOME = 1_000
_NEAR = 20_000
"""So many answers are kept at hand."""
_PARTS: Final = "\x1f"

Spelling = tuple[str, bool]
"""A body's own name, and whether its label leaves out the type of the unit."""


class Named(NamedTuple):
    """A body that articles name, and the IRI of the one that they say it is a part of."""

    body: Organization
    whole: str


Choose = Callable[[Mapping[str, Organization]], str]
"""Chooses the name of several that stands for a body."""


class Known(Protocol):
    """What is known of the bodies that articles name."""

    def knows(self, iri: str) -> bool:
        """Tell whether articles name a body by this IRI."""

    def named(self, iri: str) -> Named | None:
        """Give what articles tell of a body by its IRI."""

    def chosen(self, key: Key) -> str | None:
        """Give the IRI that stands for a body, if articles name it."""

    def spelled(self, kind: str, name: str) -> Spelling:
        """Give the one spelling of a name of bodies of a kind."""


@dataclass(slots=True)
class Turned:
    """What a change of some bodies turned: by keys their names and which stands for all, and spellings.

    Each as it was and as it is.
    """

    names: dict[Key, tuple[list[str], list[str]]] = field(default_factory=dict)
    chosen: dict[Key, tuple[str | None, str | None]] = field(default_factory=dict)
    spelled: dict[str, tuple[Spelling | None, Spelling | None]] = field(default_factory=dict)


class BodyLedger:
    """The named bodies of a store, in tables of a database."""

    def __init__(self, db: sqlite3.Connection, history: History) -> None:
        self._db, self._history = db, history
        db.executescript(_TABLES)
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(Organization).decode
        self.chosen = lru_cache(_NEAR)(self._chosen)
        self.knows = lru_cache(_NEAR)(self._knows)
        self.spelled = lru_cache(_NEAR)(self._spelled)

    # -- what there is ---------------------------------------------------------------------------------------

    def bodies(self) -> Iterator[tuple[str, Organization]]:
        """Give all bodies in the order of their IRIs; nothing may be changed meanwhile."""
        for iri, data in self._db.execute("SELECT iri, data FROM body ORDER BY iri"):
            yield iri, self._decode(data)

    def several(self) -> Iterator[tuple[Key, list[str]]]:
        """Give the keys of bodies that have several names, with these."""
        query = "SELECT key FROM body WHERE key IS NOT NULL GROUP BY key HAVING COUNT(*) > 1 ORDER BY key"
        for (key,) in self._db.execute(query).fetchall():
            yield tuple(key.split(_PARTS)), self._names(key)

    def named(self, iri: str) -> Named | None:
        """Give what articles tell of a body by its IRI."""
        row = self._db.execute("SELECT data, whole FROM body WHERE iri = ?", (iri,)).fetchone()
        return Named(self._decode(row[0]), row[1] or "") if row is not None else None

    def parts(self, iri: str) -> list[str]:
        """Name the bodies that articles say are parts of one."""
        return [part for (part,) in self._db.execute("SELECT iri FROM body WHERE whole = ?", (iri,))]

    def names(self, body: Organization) -> list[str]:
        """Give all names of a body."""
        key = self._key(body)
        return self._names(key) if key is not None else []

    def written(self, words: str) -> list[str]:
        """Name the bodies whose own names have the same words."""
        return [iri for (iri,) in self._db.execute("SELECT iri FROM body WHERE words = ?", (words,))]

    def _knows(self, iri: str) -> bool:
        return self._db.execute("SELECT 1 FROM body WHERE iri = ?", (iri,)).fetchone() is not None

    def _chosen(self, key: Key) -> str | None:
        query = "SELECT iri FROM body WHERE key = ? AND stands"
        row = self._db.execute(query, (_PARTS.join(key),)).fetchone()
        return row[0] if row is not None else None

    def _names(self, key: str) -> list[str]:
        return [iri for (iri,) in self._db.execute("SELECT iri FROM body WHERE key = ? ORDER BY iri", (key,))]

    def _spelled(self, kind: str, name: str) -> Spelling:
        return self.spelled_as(kind, name, self._spelling(_words(kind, name)))

    def spelled_as(self, kind: str, name: str, told: Spelling | None) -> Spelling:
        """Give the one spelling of a name where the articles' own names come to this."""
        known = self._history.spelled(kind, name)
        return (known, False) if known is not None else told or (name, False)

    def _spelling(self, words: str) -> Spelling | None:
        rows = self._db.execute("SELECT data FROM body WHERE words = ?", (words,))
        bodies = (self._decode(data) for (data,) in rows)
        return min(((body.name, body.bare_unit) for body in bodies), default=None)

    def _key(self, body: Organization) -> str | None:
        key = self._history.tree.key(body)
        return _PARTS.join(key) if key is not None else None

    def _words(self, body: Organization, key: str | None) -> str | None:
        """What bodies share whose own names are told apart by their spelling only."""
        own = key is None or (body.parent is None and self._history.tree.is_own(body))
        return None if own else _words(body.kind, body.name)

    # -- what comes and goes ---------------------------------------------------------------------------------

    def fill(self, named: Iterable[tuple[str, Named]], choose: Choose) -> None:
        """Begin anew with these."""
        self._db.execute("DELETE FROM body")
        waiting = iter(named)
        while some := list(islice(waiting, _SOME)):
            self._put(some)
        for key, names in self.several():
            self._settle(_PARTS.join(key), choose(self._bodies(names)))
        self._db.commit()
        self._forget()

    def _put(self, some: Iterable[tuple[str, Named]]) -> None:
        for iri, (body, whole) in some:
            key = self._key(body)
            row = (iri, key, self._words(body, key), whole or None, 1, self._encode(body))
            self._db.execute("INSERT INTO body VALUES (?, ?, ?, ?, ?, ?)", row)

    def _settle(self, key: str, chosen: str) -> None:
        self._db.execute("UPDATE body SET stands = (iri = ?) WHERE key = ?", (chosen, key))

    def _bodies(self, names: Sequence[str]) -> dict[str, Organization]:
        return {iri: each.body for iri in names if (each := self.named(iri)) is not None}

    def replace(
        self,
        before: Mapping[str, Named],
        after: Mapping[str, Named],
        counted: Mapping[str, Named],
        choose: Choose,
    ) -> Turned:
        """Take in what a few bodies are now; of some others more or fewer articles tell (``counted``)."""
        some = [each.body for each in (*before.values(), *after.values(), *counted.values())]
        keys = {key for body in some if (key := self._key(body)) is not None}
        words = {told for body in some if (told := self._words(body, self._key(body))) is not None}
        names = {key: self._names(key) for key in keys}
        chosen = {key: self._chosen(tuple(key.split(_PARTS))) for key in keys}
        spelled = {told: self._spelling(told) for told in words}
        self._db.executemany("DELETE FROM body WHERE iri = ?", ((iri,) for iri in before))
        self._put(after.items())
        turned = Turned()
        for key in keys:
            now = self._names(key)
            if now:
                self._settle(key, choose(self._bodies(now)) if len(now) > 1 else now[0])
            parts = tuple(key.split(_PARTS))
            turned.names[parts] = names[key], now
            turned.chosen[parts] = chosen[key], self._chosen(parts)
        turned.spelled = {told: (spelled[told], self._spelling(told)) for told in words}
        self._db.commit()
        self._forget()
        return turned

    def _forget(self) -> None:
        for cached in (self.chosen, self.knows, self.spelled):
            cached.cache_clear()


class Former:
    """What was known of the bodies before a change."""

    def __init__(
        self, ledger: BodyLedger, before: Mapping[str, Named], after: Mapping[str, Named], turned: Turned
    ) -> None:
        self._ledger, self._before, self._turned = ledger, before, turned
        self._changed = before.keys() | after.keys()

    def knows(self, iri: str) -> bool:
        """Tell whether articles named a body by this IRI."""
        return iri in self._before if iri in self._changed else self._ledger.knows(iri)

    def named(self, iri: str) -> Named | None:
        """Give what articles told of a body by its IRI."""
        return self._before.get(iri) if iri in self._changed else self._ledger.named(iri)

    def chosen(self, key: Key) -> str | None:
        """Give the IRI that stood for a body, if articles named it."""
        return self._turned.chosen[key][0] if key in self._turned.chosen else self._ledger.chosen(key)

    def spelled(self, kind: str, name: str) -> Spelling:
        """Give the one spelling of a name of bodies of a kind, as it was."""
        words = _words(kind, name)
        if words not in self._turned.spelled:
            return self._ledger.spelled(kind, name)
        return self._ledger.spelled_as(kind, name, self._turned.spelled[words][0])


def _words(kind: str, name: str) -> str:
    return f"{kind}{_PARTS}{worded(name)}"
