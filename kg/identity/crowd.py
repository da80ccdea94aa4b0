"""What waits on disk while it is decided who is who: people by name, and those who may be others."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

import msgspec

from kg.identity.model import Persona
from kg.identity.names import folded
from kg.identity.profiles import Profile, profile
from kg.sorting import Sorted

_HELD = 5_000
_NEAR = 2_000
"""So many profiles that were asked for are kept at hand."""


class ByName:
    """Personas, given back name by name."""

    def __init__(self) -> None:
        kind = tuple[str, str, bytes]
        self._waiting: Sorted[tuple[str, str, bytes]] = Sorted(kind, _HELD)
        self._encode = msgspec.msgpack.Encoder().encode

    def add(self, persona: Persona) -> None:
        """Take one persona."""
        self._waiting.add((folded(persona.name), persona.iri, self._encode(persona)))

    def names(self) -> Iterator[tuple[str, list[Persona]]]:
        """Give each name, in order, and its personas by their IRIs; once."""
        decode = msgspec.msgpack.Decoder(Persona).decode
        for name, told in groupby(self._waiting, itemgetter(0)):
            yield name, [decode(data) for *_, data in told]

    def close(self) -> None:
        """Let go of what was not asked for."""
        self._waiting.close()


class Profiles:
    """Profiles by their keys, each with the number of the person that it was found to be."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.execute("PRAGMA journal_mode = OFF")
        self._db.execute("CREATE TABLE known (key TEXT PRIMARY KEY, person INTEGER, members BLOB)")
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(tuple[Persona, ...]).decode
        self.members = lru_cache(_NEAR)(self._members)
        self.get = lru_cache(_NEAR)(self._get)

    def add(self, told: Iterable[tuple[Profile, int]]) -> None:
        """Take profiles, each with the number of its person."""
        rows = ((each.key, person, self._encode(each.members)) for each, person in told)
        self._db.executemany("INSERT INTO known VALUES (?, ?, ?)", rows)

    def _members(self, key: str) -> tuple[int, tuple[Persona, ...]]:
        """Give the number of a profile's person, and its personas."""
        query = "SELECT person, members FROM known WHERE key = ?"
        person, members = self._db.execute(query, (key,)).fetchone()
        return person, self._decode(members)

    def _get(self, key: str) -> tuple[int, Profile]:
        """Give the number of a profile's person, and the profile."""
        person, members = self.members(key)
        return person, profile(members)

    def close(self) -> None:
        """Let go of all."""
        self._db.close()
