"""Which texts share a band of their MinHash with a text: asked of tables in a database.

What shares none can neither join a group of copies nor be joined (:mod:`kg.derive.copies`).  The values of
one band stand side by side for many texts, so that one text is sought among a hundred thousand by a search
for a few bytes in sixty-four runs of them, and a change of one text writes little.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator

from rensa import RMinHash

from kg.derive.copies import BANDS, PERMUTATIONS, SEED, Sketch

_TABLES = """
CREATE TABLE IF NOT EXISTS sketched (text TEXT PRIMARY KEY, number INT) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS sketched_number ON sketched (number);
CREATE TABLE IF NOT EXISTS band (place INTEGER PRIMARY KEY, data BLOB);
"""
_SIZE = PERMUTATIONS // BANDS * array("I").itemsize
_SLAB = 512
"""The values of so many texts stand side by side."""
_SLABS = 1 << 32
"""More of these than there will ever be: a slab of a band has its place after all slabs of the one before."""


class Bands:
    """The bands of texts, by name.  What is no longer there leaves a gap until all is taken in anew."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        db.executescript(_TABLES)
        self._waiting: list[tuple[str, bytes]] = []
        self._slab = 0

    def begin(self) -> None:
        """Forget all texts, to take them in anew."""
        self._db.execute("DELETE FROM sketched")
        self._db.execute("DELETE FROM band")
        self._waiting.clear()
        self._slab = 0

    def add(self, text: str, found: Sketch) -> None:
        """Take a text in; :meth:`end` takes in the last ones."""
        if found is not None:
            self._waiting.append((text, _values(found)))
            if len(self._waiting) == _SLAB:
                self.end()

    def end(self) -> None:
        """Write down what was added."""
        first = self._slab * _SLAB
        names = [(text, first + at) for at, (text, _) in enumerate(self._waiting)]
        self._db.executemany("INSERT INTO sketched VALUES (?, ?)", names)
        values = [value for _, value in self._waiting]
        if values:
            bands = (b"".join(_cut(each, band) for each in values) for band in range(BANDS))
            rows = ((_place(band, self._slab), data) for band, data in enumerate(bands))
            self._db.executemany("INSERT INTO band VALUES (?, ?)", rows)
        self._slab += 1
        self._waiting.clear()

    def replace(self, text: str, found: Sketch) -> None:
        """Give a text another sketch, or the first one that it has, or none."""
        self._db.execute("DELETE FROM sketched WHERE text = ?", (text,))
        if found is None:
            return
        (last,) = self._db.execute("SELECT MAX(number) FROM sketched").fetchone()
        number = 0 if last is None else last + 1
        slab, at = divmod(number, _SLAB)
        values = _values(found)
        for band in range(BANDS):
            place = _place(band, slab)
            row = self._db.execute("SELECT data FROM band WHERE place = ?", (place,)).fetchone()
            data = (row[0] if row is not None else b"")[: at * _SIZE].ljust(at * _SIZE, b"\0")
            self._db.execute("INSERT OR REPLACE INTO band VALUES (?, ?)", (place, data + _cut(values, band)))
        self._db.execute("INSERT INTO sketched VALUES (?, ?)", (text, number))

    def near(self, found: Sketch) -> set[str]:
        """Name the texts that share a band with a sketch; one that is taken in shares all with itself."""
        if found is None:
            return set()
        values = _values(found)
        wanted = [_cut(values, band) for band in range(BANDS)]
        numbers: set[int] = set()
        for place, data in self._db.execute("SELECT place, data FROM band"):
            band, slab = divmod(place, _SLABS)
            numbers.update(slab * _SLAB + at for at in _found(data, wanted[band]))
        return self._names(numbers)

    def shared(self) -> set[str]:
        """Name the texts that share a band with another one, right after all were taken in."""
        numbers: set[int] = set()
        for band in range(BANDS):
            first: dict[bytes, int] = {}
            bounds = _place(band, 0), _place(band + 1, 0)
            rows = self._db.execute("SELECT place, data FROM band WHERE place >= ? AND place < ?", bounds)
            for place, data in rows:
                number = place % _SLABS * _SLAB
                for at in range(0, len(data), _SIZE):
                    other = first.setdefault(data[at : at + _SIZE], number)
                    if other != number:
                        numbers.update((number, other))
                    number += 1
        return self._names(numbers)

    def _names(self, numbers: set[int]) -> set[str]:
        query = "SELECT text FROM sketched WHERE number = ?"
        rows = (self._db.execute(query, (number,)).fetchone() for number in numbers)
        return {row[0] for row in rows if row is not None}


def _values(found: tuple[int, bytes]) -> bytes:
    made = RMinHash(PERMUTATIONS, SEED)
    made.__setstate__(found[1])
    return array("I", made.digest()).tobytes()


def _cut(values: bytes, band: int) -> bytes:
    return values[band * _SIZE : (band + 1) * _SIZE]


def _place(band: int, slab: int) -> int:
    return band * _SLABS + slab


def _found(data: bytes, value: bytes) -> Iterator[int]:
    """Find where a value stands among values of its size."""
    at = data.find(value)
    while at >= 0:
        if at % _SIZE == 0:
            yield at // _SIZE
        at = data.find(value, at + 1)
