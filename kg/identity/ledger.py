"""What is counted over all personas, kept so that a few that come and go change few counts.

Scores rest on how many names, articles and people there are of a kind.  Such a number goes into a score
rounded (:func:`kg.identity.profiles.rounded`), so that one more or less seldom changes any score; whose
scores it changes when it does is known by who was counted.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

import msgspec

from kg.identity.model import Persona
from kg.identity.names import folded, parts
from kg.identity.profiles import Key, profile

_TABLES = """
CREATE TABLE IF NOT EXISTS persona (iri TEXT PRIMARY KEY, article TEXT, name TEXT, data BLOB) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS persona_article ON persona (article);
CREATE INDEX IF NOT EXISTS persona_name ON persona (name);
CREATE TABLE IF NOT EXISTS tally (kind TEXT, key TEXT, who TEXT, times INT, PRIMARY KEY (kind, key, who))
    WITHOUT ROWID;
"""
_SOME = 500
"""So many personas are taken in at a time."""

Tally = tuple[str, str, str]
"""A kind and key of something that is counted, and one of those who are: each counts once."""

NAME: Final = ("name", "")
ARTICLE: Final = ("article", "")
MIDDLES: Final = ("middles", "")


def tallies(persona: Persona) -> Iterator[Tally]:
    """Give all that a persona makes count."""
    one = profile((persona,))
    yield *NAME, one.name
    yield *ARTICLE, persona.article
    yield "source", one.name, persona.source
    for kind, key in one.circles():
        yield kind, key, one.name
    for place in set(persona.places):
        yield "place", place, persona.article
    first, middle, last = parts(one.name)
    yield "first", first, one.name
    yield "last", last, one.name
    yield "length", str(len(middle)), one.name
    for number, syllable in enumerate(middle):
        yield "middle", syllable, f"{number} {one.name}"
        yield *MIDDLES, f"{number} {one.name}"


def counted(personas: Iterable[Persona]) -> dict[Key, int]:
    """Count over personas that no ledger has."""
    found = {tally for each in personas for tally in tallies(each)}
    return Counter(tally[:2] for tally in found)


class Ledger:
    """The personas of a store and what is counted over them, in tables of a database."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        db.executescript(_TABLES)
        self._decode = msgspec.msgpack.Decoder(Persona).decode

    def filled(self, personas: Iterable[Persona]) -> Iterator[Persona]:
        """Begin anew with these personas, and pass them on."""
        self._db.execute("DELETE FROM persona")
        self._db.execute("DELETE FROM tally")
        waiting = iter(personas)
        while some := list(islice(waiting, _SOME)):
            self._count(Counter(tally for each in some for tally in tallies(each)))
            self._put(some)
            yield from some
        self._db.commit()

    def _put(self, personas: Iterable[Persona]) -> None:
        rows = (
            (each.iri, each.article, folded(each.name), msgspec.msgpack.encode(each)) for each in personas
        )
        self._db.executemany("INSERT OR REPLACE INTO persona VALUES (?, ?, ?, ?)", rows)

    def _count(self, more: Mapping[Tally, int]) -> None:
        rows = ((*tally, times) for tally, times in sorted(more.items()) if times)
        self._db.executemany(
            """INSERT INTO tally VALUES (?, ?, ?, ?)
            ON CONFLICT (kind, key, who) DO UPDATE SET times = times + excluded.times""",
            rows,
        )

    def replace(
        self, before: Sequence[Persona], personas: Sequence[Persona]
    ) -> dict[Key, tuple[int, int]]:
        """Take in other personas; tells each count that this changes, as it was and as it is."""
        more = Counter(tally for each in personas for tally in tallies(each))
        more.subtract(tally for each in before for tally in tallies(each))
        keys = sorted({tally[:2] for tally, times in more.items() if times})
        was = {key: self.count(key) for key in keys}
        self._count(more)
        touched = ((*tally,) for tally, times in more.items() if times < 0)
        self._db.executemany(
            "DELETE FROM tally WHERE kind = ? AND key = ? AND who = ? AND times <= 0", touched
        )
        self._db.executemany("DELETE FROM persona WHERE iri = ?", ((each.iri,) for each in before))
        self._put(personas)
        self._db.commit()
        return {key: (was[key], self.count(key)) for key in keys}

    def of_article(self, article: str) -> list[Persona]:
        """Give the personas of an article."""
        return self._personas("article", article)

    def of_name(self, name: str) -> list[Persona]:
        """Give the personas of a folded name."""
        return self._personas("name", name)

    def _personas(self, column: str, value: str) -> list[Persona]:
        rows = self._db.execute(f"SELECT data FROM persona WHERE {column} = ? ORDER BY iri", (value,))
        return [self._decode(data) for (data,) in rows]

    def count(self, key: Key) -> int:
        """Tell how many were counted under a key."""
        row = self._db.execute("SELECT COUNT(*) FROM tally WHERE kind = ? AND key = ?", key).fetchone()
        return int(row[0])

    def who(self, key: Key) -> list[str]:
        """Tell who was counted under a key, in order."""
        rows = self._db.execute("SELECT who FROM tally WHERE kind = ? AND key = ? ORDER BY who", key)
        return [who for (who,) in rows]

    def times(self, key: Key) -> dict[str, int]:
        """Tell who was counted under a key, and how many personas made them count."""
        return dict(self._db.execute("SELECT who, times FROM tally WHERE kind = ? AND key = ?", key))

    def beside(self, name: str) -> dict[str, int]:
        """Tell whose personas stand in the articles that have one of a folded name, and how many."""
        return self._named("SELECT article FROM persona WHERE name = ?", name)

    def at(self, place: str) -> dict[str, int]:
        """Tell whose personas stand in the articles that name a place, and how many."""
        return self._named("SELECT who FROM tally WHERE kind = 'place' AND key = ?", place)

    def _named(self, articles: str, key: str) -> dict[str, int]:
        query = f"SELECT name, COUNT(*) FROM persona WHERE article IN ({articles}) GROUP BY name"
        return dict(self._db.execute(query, (key,)))

    def several(self, names: Iterable[str]) -> set[str]:
        """Choose the folded names that more than one persona bears."""
        query = "SELECT COUNT(*) FROM (SELECT 1 FROM persona WHERE name = ? LIMIT 2)"
        return {name for name in set(names) if self._db.execute(query, (name,)).fetchone()[0] > 1}

    def counts(self) -> dict[Key, int]:
        """Give all counts above one."""
        counted = "SELECT kind, key, COUNT(*) FROM tally GROUP BY kind, key HAVING COUNT(*) > 1"
        return {(kind, key): count for kind, key, count in self._db.execute(counted)}

    def counter(self) -> Callable[[Key], int]:
        """Make a function of the counts as they are when it is first asked."""
        known: dict[Key, int] = {}

        def count(key: Key) -> int:
            if not known:
                known.update(self.counts())
            if key not in known:
                known[key] = self.count(key)
            return known[key]

        return count
