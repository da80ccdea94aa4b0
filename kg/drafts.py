"""The lines of large computed graphs as they were last made, to tell quickly what is other in new ones.

A store gives the lines of a graph in no order and in its own writing, so that to compare them with new ones
takes as long as to make these.  What is noted here is packed, and counts for one state of a graph only, known
by its digest.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from itertools import islice

_TABLES = """
CREATE TABLE IF NOT EXISTS draft (graph TEXT PRIMARY KEY, version INT, digest TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS draft_part (graph TEXT, version INT, part INT, data BLOB);
CREATE INDEX IF NOT EXISTS draft_place ON draft_part (graph, version, part);
"""
_SOME = 4096
_LEVEL = 1

Lines = tuple[list[str], list[str]]


class Drafts:
    """The drafts of graphs, in tables of a database."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        db.executescript(_TABLES)

    def version(self, graph: str, digest: str | None) -> int | None:
        """Tell which version of a graph's draft is of that digest."""
        query = "SELECT version FROM draft WHERE graph = ? AND digest = ?"
        row = self._db.execute(query, (graph, digest)).fetchone() if digest is not None else None
        return int(row[0]) if row is not None else None

    def taking(self, graph: str, lines: Iterable[str]) -> Iterator[str]:
        """Pass on lines and note them as the next version of a graph's draft."""
        version = self._latest(graph) + 1
        self._db.execute("DELETE FROM draft_part WHERE graph = ? AND version = ?", (graph, version))
        waiting, part = iter(lines), 0
        while some := list(islice(waiting, _SOME)):
            data = zlib.compress("".join(some).encode(), _LEVEL)
            self._db.execute("INSERT INTO draft_part VALUES (?, ?, ?, ?)", (graph, version, part, data))
            part += 1
            yield from some

    def take(self, graph: str, digest: str | None) -> None:
        """Let what was noted last be the draft of a graph with a digest, in place of the one before."""
        version = self._latest(graph) + 1
        self._db.execute("DELETE FROM draft_part WHERE graph = ? AND version < ?", (graph, version))
        self._db.execute("INSERT OR REPLACE INTO draft VALUES (?, ?, ?)", (graph, version, digest))
        self._db.commit()

    def _latest(self, graph: str) -> int:
        row = self._db.execute("SELECT version FROM draft WHERE graph = ?", (graph,)).fetchone()
        return int(row[0]) if row is not None else 0

    def next_lines(self, graph: str) -> Iterator[str]:
        """Give what was noted last."""
        return self.lines(graph, self._latest(graph) + 1)

    def lines(self, graph: str, version: int) -> Iterator[str]:
        """Give the lines of a version, in the order in which they were noted."""
        query = "SELECT data FROM draft_part WHERE graph = ? AND version = ? ORDER BY part"
        for (data,) in self._db.execute(query, (graph, version)):
            yield from (f"{line}\n" for line in zlib.decompress(data).decode().split("\n")[:-1])


def differing(old: Iterator[str], new: Iterator[str], most: int) -> Lines | None:
    """Tell what only the one and what only the other has of two sequences in order; ``None`` for too much.

    Both are read to their end.
    """
    gone: list[str] = []
    come: list[str] = []
    one, other = next(old, None), next(new, None)
    while one is not None or other is not None:
        if one == other:
            one, other = next(old, None), next(new, None)
            continue
        if other is None or (one is not None and one < other):
            gone.append(one or "")
            one = next(old, None)
        else:
            come.append(other)
            other = next(new, None)
        if len(gone) + len(come) > most:
            for rest in (old, new):
                for _ in rest:
                    pass
            return None
    return gone, come
