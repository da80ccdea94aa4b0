"""What a store was built from: for each article's graph, a key of its source and of the program.

The journal is a small SQLite database in the store's folder, so that it takes no memory however many
articles there are.  What it says is written after the graph is in the store: a killed run builds at most a
batch or two again.  A journal that can't be read only costs the time to build everything again.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping, Sequence
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

import msgspec

from kg.model import Judgement
from kg.resources import data_dir

FILE = "built.db"
_TABLES = """
CREATE TABLE IF NOT EXISTS built (graph TEXT PRIMARY KEY, key BLOB, words BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS mark (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS made (
    kind TEXT, graph TEXT, digest TEXT, data BLOB, PRIMARY KEY (kind, graph)) WITHOUT ROWID;
CREATE TEMPORARY TABLE met (article TEXT PRIMARY KEY, words BLOB, source TEXT) WITHOUT ROWID;
"""
_NOT_ITS_FAULT = (
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
)
"""What goes wrong with a sound journal on a full disk, or while another process holds it."""
_DERIVED, _COUNTS, _MAKER = "derived", "counts", "maker"


class Entry(NamedTuple):
    """What an article's graph was built from: the key of its source, and a digest of the article's words."""

    key: bytes
    words: bytes


class Standing(NamedTuple):
    """What was computed across articles: its key, if nothing has changed since, and how much there was."""

    derived: bytes | None
    counts: dict[str, int]


@cache
def program() -> str:
    """Give a digest of all that decides what an article becomes: code, vocabulary, the data of units."""
    digest = hashlib.blake2b(digest_size=16)
    package = Path(__file__).parent
    for folder, pattern in ((package, "**/*.py"), (data_dir("ontology"), "*.ttl")):
        for path in sorted(folder.glob(pattern)):
            digest.update(path.name.encode())
            digest.update(hashlib.blake2b(path.read_bytes()).digest())
    try:
        digest.update(version("vietnamadminunits").encode())
    except PackageNotFoundError:
        digest.update(b"?")
    return digest.hexdigest()


def key(data: bytes, *known: str) -> bytes:
    """Give a key of all that an article's graph depends on: its ``data`` and what else is known of it."""
    about = "\x1f".join((program(), *known))
    digest = hashlib.blake2b(about.encode("utf-8", "surrogatepass"), digest_size=16)
    digest.update(b"\x1e" + data)
    return digest.digest()


def derived_key(judgements: Sequence[Judgement]) -> bytes:
    """Give a key of what is computed across articles beside the articles: the program and the judgements."""
    content = msgspec.json.encode(judgements)
    return hashlib.blake2b(program().encode() + content, digest_size=16).digest()


class Journal:
    """The journal of a store; ``met`` is what this run has come upon, by the identifiers of the articles."""

    def __init__(self, folder: Path) -> None:
        path = folder / FILE
        try:
            self._db = _opened(path)
        except sqlite3.DatabaseError as error:
            if (error.sqlite_errorcode & 0xFF) in _NOT_ITS_FAULT:
                raise
            path.unlink(missing_ok=True)
            self._db = _opened(path)
        self.met = Met(self._db)
        self._same_maker = False

    def close(self) -> None:
        """Write what is pending and let go of the file."""
        self._db.commit()
        self._db.close()

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def rest(self) -> None:
        """Hold nothing back, so that another process may write."""
        self._db.commit()

    def entry(self, graph: str) -> Entry | None:
        """Tell what a graph was built from; ``None`` for one that is not in the store."""
        row = self._db.execute("SELECT key, words FROM built WHERE graph = ?", (graph,)).fetchone()
        return Entry(*row) if row is not None else None

    def add(self, entries: Iterable[tuple[str, Entry]]) -> None:
        """Note graphs that are now in the store."""
        rows = ((graph, *entry) for graph, entry in entries)
        self._db.executemany("INSERT OR REPLACE INTO built VALUES (?, ?, ?)", rows)
        self._db.commit()

    def reopen(self) -> None:
        """Note that the store is about to change: what holds across articles is out of date from now on.

        Written before the change, so that a run that is killed in between leaves no mark of being done.
        """
        self._db.execute("DELETE FROM mark WHERE name != ?", (_MAKER,))
        self._db.commit()

    def forget(self, graph: str) -> None:
        """Note that an article's graph is about to go."""
        self._db.execute("DELETE FROM built WHERE graph = ?", (graph,))
        self.reopen()

    def derived(self, judgements: Sequence[Judgement] = ()) -> bool:
        """Tell whether what holds across articles was computed with these, after the last article came in."""
        return self._mark(_DERIVED) == derived_key(judgements)

    def add_derived(self, judgements: Sequence[Judgement], counts: dict[str, int]) -> None:
        """Note that it has been computed, and how much the store holds now."""
        marks = ((_DERIVED, derived_key(judgements)), (_COUNTS, msgspec.json.encode(counts)))
        self._db.executemany("INSERT OR REPLACE INTO mark VALUES (?, ?)", marks)
        self._db.commit()

    def standing(self) -> Standing:
        """Tell what was last computed across articles, and how much the store held then."""
        counts = msgspec.json.decode(self._mark(_COUNTS) or b"{}", type=dict[str, int])
        return Standing(self._mark(_DERIVED), counts)

    # -- what was made of the articles' graphs for what holds across them, by the digests of these -----------

    def made(self, kind: str, graph: str) -> tuple[str, bytes] | None:
        """Give what this very program made of an article's graph: the graph's digest and the result."""
        if not self._same_maker:
            self._forget_made()
        query = "SELECT digest, data FROM made WHERE kind = ? AND graph = ?"
        row = self._db.execute(query, (kind, graph)).fetchone()
        return (row[0], row[1]) if row is not None else None

    def tables(self) -> sqlite3.Connection:
        """Give the database, for what is to be counted across articles."""
        return self._db

    def graphs(self, kind: str) -> Iterator[str]:
        """Name the graphs of which something was made, in order."""
        rows = self._db.execute("SELECT graph FROM made WHERE kind = ? ORDER BY graph", (kind,))
        return (graph for (graph,) in rows)

    def _forget_made(self) -> None:
        """Forget what another program made."""
        maker = program().encode()
        if self._mark(_MAKER) != maker:
            self._db.execute("DELETE FROM made")
            self._db.execute("INSERT OR REPLACE INTO mark VALUES (?, ?)", (_MAKER, maker))
        self._same_maker = True

    def keep(self, kind: str, made: Mapping[str, tuple[str, bytes]], gone: Collection[str] = ()) -> None:
        """Keep what was made of graphs, in place of what there was; forget the graphs that are ``gone``."""
        if not self._same_maker:
            self._forget_made()
        rows = ((kind, graph, *told) for graph, told in made.items())
        self._db.executemany("INSERT OR REPLACE INTO made VALUES (?, ?, ?, ?)", rows)
        self._db.executemany("DELETE FROM made WHERE kind = ? AND graph = ?", ((kind, g) for g in gone))
        self._db.commit()

    def _mark(self, name: str) -> bytes | None:
        row = self._db.execute("SELECT value FROM mark WHERE name = ?", (name,)).fetchone()
        return bytes(row[0]) if row is not None else None


def _opened(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path)
    try:
        db.executescript(_TABLES)
        db.execute("SELECT graph, key, words FROM built LIMIT 1")
    except sqlite3.DatabaseError:
        with suppress(sqlite3.Error):
            db.close()
        raise
    return db


class Met(MutableMapping[str, tuple[bytes, str]]):
    """The articles of a run by identifier: a digest of the words, and the source; in a temporary file."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __getitem__(self, article: str) -> tuple[bytes, str]:
        row = self._db.execute(
            "SELECT words, source FROM met WHERE article = ?", (_text(article),)
        ).fetchone()
        if row is None:
            raise KeyError(article)
        return bytes(row[0]), str(row[1])

    def __setitem__(self, article: str, told: tuple[bytes, str]) -> None:
        row = _text(article), told[0], _text(told[1])
        self._db.execute("INSERT OR REPLACE INTO met VALUES (?, ?, ?)", row)

    def __delitem__(self, article: str) -> None:
        self._db.execute("DELETE FROM met WHERE article = ?", (_text(article),))

    def __iter__(self) -> Iterator[str]:
        return (row[0] for row in self._db.execute("SELECT article FROM met ORDER BY article"))

    def __len__(self) -> int:
        return int(self._db.execute("SELECT COUNT(*) FROM met").fetchone()[0])


def _text(value: str) -> str:
    """SQLite holds Unicode text: a lone surrogate is written as one would escape it."""
    return value.encode("utf-8", "backslashreplace").decode()
