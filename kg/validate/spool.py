"""Results in their order, each once: in memory while they are few, on disk when there are many."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, overload

from kg.validate.report import Result, Term

#: So many results are kept in memory.
HELD = 5_000
#: A result with the other things that it is about.
Found = tuple[Result, tuple[Term, ...]]
_TABLES = """
CREATE TABLE found (place INTEGER, shape TEXT, focus TEXT, path TEXT, value TEXT, component TEXT,
  message TEXT, content BLOB, PRIMARY KEY (place, shape, focus, path, value, component, message)
) WITHOUT ROWID;
CREATE TABLE told (place INTEGER PRIMARY KEY, content BLOB);
"""


def ordered(found: Iterable[Found], tell: Callable[[Result, tuple[Term, ...]], Result]) -> Sequence[Result]:
    """Give each result once, the graver first, with what ``tell`` adds to it."""
    known: dict[tuple[object, ...], Found] = {}
    left = iter(found)
    for each in left:
        known[each[0].key] = each
        if len(known) > HELD:
            return _Stored(known.values(), left, tell)
    return tuple(tell(*known[key]) for key in sorted(known))


class _Stored(Sequence[Result]):
    """Results in a database that the system takes away with the program."""

    def __init__(
        self, some: Iterable[Found], more: Iterable[Found], tell: Callable[[Result, tuple[Term, ...]], Result]
    ) -> None:
        self._database = sqlite3.connect("", check_same_thread=False)
        self._database.executescript(_TABLES)
        for found in (some, more):
            rows = ((*result.key, pickle.dumps((result, others))) for result, others in found)
            self._database.executemany("INSERT OR REPLACE INTO found VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        order = "place, shape, focus, path, value, component, message"
        sorted_ = self._read(f"SELECT content FROM found ORDER BY {order}")
        told = ((place, pickle.dumps(tell(*each))) for place, each in enumerate(sorted_))
        self._database.executemany("INSERT INTO told VALUES (?, ?)", told)
        self._database.execute("DELETE FROM found")
        self._length: int = self._database.execute("SELECT count(*) FROM told").fetchone()[0]

    def _read(self, query: str, *values: int) -> Iterator[Any]:
        for row in self._database.execute(query, values):
            yield pickle.loads(row[0])

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Result]:
        yield from self._read("SELECT content FROM told ORDER BY place")

    @overload
    def __getitem__(self, place: int) -> Result: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Result]: ...
    def __getitem__(self, place: int | slice) -> Result | Sequence[Result]:
        places = range(self._length)[place]
        if isinstance(places, range):
            return [self[each] for each in places]
        found: Result = next(self._read("SELECT content FROM told WHERE place = ?", places))
        return found
