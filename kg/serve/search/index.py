"""The index on disk: SQLite's FTS5 over names and texts without marks, with facets beside it.

FTS5 takes off marks itself but leaves the Vietnamese d with a stroke as it is; so the index is given text
whose marks are off already (:mod:`kg.serve.search.flat`), and pages cut their snippets from the store's own
text.  The file lies in the store's folder and is named by what the store holds and how this program reads
it: a store that is opened again has its index at once, and one that has changed gets another.
"""

from __future__ import annotations

import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from threading import Event, Lock, Thread, local
from typing import Any, Final

import pyoxigraph as ox

from kg import __version__
from kg.lexicon import lexicon
from kg.normalise import fold
from kg.serve.search.flat import flat, words
from kg.serve.search.gather import KINDS, Gatherer, Item
from kg.store import KgStore
from kg.vocab import DCTERMS

FACETS: Final = ("province", "level", "year")
MOST: Final = 5000
"""So many hits are ranked and counted; what is more is said to be more."""
_FORM: Final = "6"
_BATCH: Final = 2000
_RANKED: Final = 600
_FAR: Final = 10
_FEW: Final = 200
_SCHEMA: Final = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
CREATE TABLE things (id INTEGER PRIMARY KEY, iri TEXT, kind TEXT, name TEXT, detail TEXT, day TEXT,
  weight INTEGER, added TEXT);
CREATE TABLE facets (facet TEXT, value TEXT, thing INTEGER, PRIMARY KEY (facet, value, thing)) WITHOUT ROWID;
CREATE VIRTUAL TABLE names USING fts5(name, also, content='', prefix='2 3', tokenize='unicode61');
CREATE VIRTUAL TABLE texts USING fts5(text, content='', tokenize='unicode61');
"""
_INDEXES: Final = """
CREATE INDEX by_thing ON facets (thing);
CREATE INDEX by_weight ON things (kind, weight DESC, id);
CREATE INDEX by_time ON things (kind, added DESC, day DESC);
INSERT INTO names(names) VALUES ('optimize'); INSERT INTO texts(texts) VALUES ('optimize');
"""
Facets = dict[str, str]


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that was found."""

    id: int
    iri: str
    kind: str
    name: str
    detail: str
    day: str
    in_text: bool = False


class Hits(Sequence[Hit]):
    """Hits in their order; of thousands only those are read that somebody looks at."""

    def __init__(
        self,
        places: Sequence[tuple[int, str]] = (),
        read: Callable[[Sequence[int]], list[Hit]] = lambda _: [],
    ) -> None:
        self._places = places
        self._read = read

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return self._read([one for one, _ in self._places[place]])
        return self._read([self._places[place][0]])[0]

    def __iter__(self) -> Iterator[Hit]:
        return iter(self._read([one for one, _ in self._places]))

    def kinds(self) -> list[str]:
        """Give the kinds in the order in which they come first."""
        return list(dict.fromkeys(kind for _, kind in self._places))

    def of(self, kind: str, most: int) -> list[Hit]:
        """Give the first hits of a kind."""
        return self._read([one for one, each in self._places if each == kind][:most])


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: the hits in order, how many of each kind, and the values of facets with their numbers.

    ``more`` says that there are more hits than were counted.
    """

    hits: Hits
    kinds: dict[str, int]
    facets: dict[str, list[tuple[str, int]]]
    more: bool = False


class SearchIndex:
    """The index of one store; safe for several threads."""

    def __init__(self, store: KgStore, home: Path | None = None) -> None:
        self._store = store
        self._home = home or store.path
        self._here = local()
        self._ready = Event()
        self._starting = Lock()
        self._maker: Thread | None = None
        self._closing = False
        self._path = Path()
        self._failed = ""

    # -- making ----------------------------------------------------------------------------------------------

    def prepare(self) -> None:
        """Find or make the index, in a thread of its own."""
        with self._starting:
            if self._maker is None:
                self._maker = Thread(target=self._prepare, name="search index", daemon=True)
                self._maker.start()

    def close(self) -> None:
        """End what is being made."""
        self._closing = True
        if self._maker is not None:
            self._maker.join(timeout=30)

    def ready(self, seconds: float) -> bool:
        """Wait for the index; tells whether it is there."""
        self.prepare()
        return self._ready.wait(seconds) and not self._failed

    @property
    def failed(self) -> str:
        """Why the index can't be had; empty when nothing went wrong."""
        return self._failed

    def _prepare(self) -> None:
        # Pages need the words of the vocabulary as soon as somebody reads: it is read with the index.
        lexicon()
        try:
            self._path = make(self._store, self._home, self._unless_closing)
        except Exception as error:
            self._failed = f"{type(error).__name__}: {error}"
        finally:
            self._ready.set()

    def _unless_closing(self, items: Iterable[Item]) -> Iterator[Item]:
        for item in items:
            if self._closing:
                raise InterruptedError("the server was ended before the index was made")
            yield item

    # -- asking ----------------------------------------------------------------------------------------------

    @property
    def _database(self) -> sqlite3.Connection:
        """Give this thread's own connection."""
        found: sqlite3.Connection | None = getattr(self._here, "database", None)
        if found is None:
            if not self._path.is_file():
                # Another server, on a later state of the store, has put its own in the place of this one.
                self._path = make(self._store, self._home)
            found = sqlite3.connect(f"{self._path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
            self._here.database = found
        return found

    def _rows(self, query: str, *values: Any) -> list[Any]:
        return self._database.execute(query, values).fetchall()

    def counts(self) -> dict[str, int]:
        """Count the things of each kind."""
        found = dict(self._rows("SELECT kind, count(*) FROM things GROUP BY kind"))
        return {kind: found.get(kind, 0) for kind in KINDS}

    def latest(self, kind: str, many: int) -> list[Hit]:
        """Give the things of a kind that came in last."""
        query = """SELECT id, iri, kind, name, detail, day FROM things WHERE kind = ?
                   ORDER BY added DESC, day DESC LIMIT ?"""
        return [Hit(*row) for row in self._rows(query, kind, many)]

    def suggest(self, text: str, many: int) -> list[Hit]:
        """Give the things whose names begin to match."""
        sought = words(text)
        if not sought:
            return []
        ids = self._named(text, sought, {}, "", _FEW)
        if len(ids) < many:
            ids += [one for one in self._named(text, sought, {}, "*", _FEW) if one not in set(ids)]
        once = {(hit.kind, hit.name, hit.detail): hit for hit in reversed(self._hits(ids[: 4 * many]))}
        return list(reversed(once.values()))[:many]

    def find(self, text: str, kind: str, facets: Facets) -> Found:
        """Find things by words and facets; without words, all of a kind, the weightier first."""
        sought = words(text)
        if text.strip() and not sought:
            return Found(Hits(), dict.fromkeys(KINDS, 0), {})
        ranked, in_text = (
            self._ranked(text, sought, facets) if sought else (self._listed(kind, facets), set())
        )
        ids = ranked[:MOST]
        kind_of = self._kinds(ids)
        kinds = dict.fromkeys(KINDS, 0)
        for one in ids:
            kinds[kind_of[one]] += 1
        places = [(one, kind_of[one]) for one in ids if not kind or kind_of[one] == kind]
        hits = Hits(places, lambda some: self._hits(some, in_text))
        if not sought and kind:
            kinds[kind] = self._number(kind, facets)
        return Found(hits, kinds, self._facets([one for one, _ in places]), len(ranked) > MOST)

    def _listed(self, kind: str, facets: Facets) -> list[int]:
        condition, values = _within(facets)
        order = "day DESC, id" if kind == "event" else "weight DESC, id"
        query = f"SELECT id FROM things WHERE kind = ?{condition} ORDER BY {order} LIMIT ?"
        return [row[0] for row in self._rows(query, kind, *values, MOST)]

    def _number(self, kind: str, facets: Facets) -> int:
        condition, values = _within(facets)
        return int(self._rows(f"SELECT count(*) FROM things WHERE kind = ?{condition}", kind, *values)[0][0])

    def _ranked(self, text: str, sought: Sequence[str], facets: Facets) -> tuple[list[int], set[int]]:
        """Give the things that have all the words, the best first, and those that have them in their text.

        Only when nothing has them as they are, the last word may go on.
        """
        for goes_on in ("", "*"):
            ordered = self._named(text, sought, facets, goes_on)
            known = set(ordered)
            phrase, near = _phrase(sought, goes_on), _near(sought, goes_on)
            texts: dict[int, None] = {}
            for match in dict.fromkeys((phrase, near)):
                texts |= dict.fromkeys(self._matches("texts", match, facets))
            if ordered or texts:
                return [*ordered, *(one for one in texts if one not in known)], set(texts) - known
        return [], set()

    def _named(
        self, text: str, sought: Sequence[str], facets: Facets, goes_on: str, most: int = MOST
    ) -> list[int]:
        """Give the things whose names have all the words, or what else they are known by."""
        phrase, every = _phrase(sought, goes_on), _every(sought, goes_on)
        found: dict[int, None] = {}
        for match in dict.fromkeys((f"name : {phrase}", f"name : ({every})", every)):
            if len(found) < most:
                found |= dict.fromkeys(self._matches("names", match, facets, most))
        return self._as_written(text, sought, list(found))

    def _matches(self, table: str, match: str, facets: Facets, most: int = MOST) -> list[int]:
        condition, values = _within(facets, "rowid")
        order = "bm25(names, 10.0, 1.0)" if table == "names" else "rowid"
        query = f"SELECT rowid FROM {table} WHERE {table} MATCH ?{condition} ORDER BY {order} LIMIT ?"
        return [row[0] for row in self._rows(query, match, *values, most + 1)]

    def _as_written(self, text: str, sought: Sequence[str], ids: list[int]) -> list[int]:
        """Put first, among the best, what has the words together and with the marks that were typed.

        Then people come before bodies and units, and these before what is told of them.
        """
        known = self._things(ids[:_RANKED])
        typed = fold(" ".join(text.split()))
        with_marks = flat(typed) != typed
        together = re.compile(r"\b" + r"\W+".join(map(re.escape, sought)) + r"\b")

        def place(one: int) -> tuple[bool | int, ...]:
            _, _, kind, name, _, _, weight = known[one]
            bare = flat(name)
            return (
                weight < 0,
                not all(word in bare for word in sought),
                with_marks and typed not in fold(name),
                # A unit's name follows its type: ``phường`` and what was typed is that name whole.
                not (together.fullmatch(bare) or (kind == "unit" and bare.endswith(f" {' '.join(sought)}"))),
                not together.search(bare),
                KINDS.index(kind),
                -weight,
                one,
            )

        return [*sorted(ids[:_RANKED], key=place), *ids[_RANKED:]]

    def _things(self, ids: Iterable[int]) -> dict[int, Any]:
        query = """SELECT id, iri, kind, name, detail, day, weight FROM things
                   WHERE id IN (SELECT value FROM json_each(?))"""
        return {row[0]: row for row in self._rows(query, _array(ids))}

    def _kinds(self, ids: Iterable[int]) -> dict[int, str]:
        query = "SELECT id, kind FROM things WHERE id IN (SELECT value FROM json_each(?))"
        return dict(self._rows(query, _array(ids)))

    def _hits(self, ids: Sequence[int], in_text: set[int] | None = None) -> list[Hit]:
        known = self._things(ids)
        inside = in_text or set()
        rows = (known[one] for one in ids)
        return [Hit(row[0], row[1], row[2], row[3], row[4], row[5], row[0] in inside) for row in rows]

    def _facets(self, ids: Iterable[int]) -> dict[str, list[tuple[str, int]]]:
        query = """SELECT facet, value, count(*) AS n FROM facets
                   WHERE thing IN (SELECT value FROM json_each(?)) GROUP BY facet, value
                   ORDER BY n DESC, value"""
        found: dict[str, list[tuple[str, int]]] = {facet: [] for facet in FACETS}
        for facet, value, count in self._rows(query, _array(ids)):
            found[facet].append((value, count))
        return found


def _phrase(sought: Sequence[str], goes_on: str) -> str:
    """Ask for words one after the other; with ``*`` the last may go on."""
    return f'"{" ".join(sought)}"{goes_on}'


def _every(sought: Sequence[str], goes_on: str) -> str:
    """Ask for words wherever they stand."""
    return " ".join(f'"{word}"' for word in sought) + goes_on


def _near(sought: Sequence[str], goes_on: str) -> str:
    """Ask for words not far from one another."""
    return f"NEAR({_every(sought, goes_on)}, {_FAR})" if len(sought) > 1 else _every(sought, goes_on)


def _within(facets: Facets, column: str = "id") -> tuple[str, list[str]]:
    """Write the condition that things have these values of facets."""
    condition, values = "", []
    for facet, value in facets.items():
        condition += f" AND {column} IN (SELECT thing FROM facets WHERE facet = ? AND value = ?)"
        values += [facet, value]
    return condition, values


def _array(ids: Iterable[int]) -> str:
    return f"[{','.join(map(str, ids))}]"


# -- the file ------------------------------------------------------------------------------------------------


def state(store: KgStore) -> str:
    """Name what a store holds: the digests of its graphs, and what reads them."""
    books = store.quads.quads_for_pattern(None, None, None, ox.NamedNode(store.provenance))
    known = sorted(
        f"{quad.subject} {quad.object}" for quad in books if quad.predicate.value == DCTERMS.identifier
    )
    return sha256("\n".join([__version__, _FORM, store.base, *known]).encode()).hexdigest()[:16]


def make(
    store: KgStore, home: Path | None = None, watched: Callable[[Iterable[Item]], Iterable[Item]] = iter
) -> Path:
    """Give the index of a store as it is: the file that is there, or a new one in the folder ``home``.

    ``watched`` is given the things that go in, and may end it by raising.
    """
    name = f"search-{state(store)}.sqlite"
    home = home or store.path
    found = home / name
    if found.is_file():
        return found
    for folder in (home, Path(tempfile.gettempdir())):
        draft: Path | None = None
        try:
            with tempfile.NamedTemporaryFile(
                dir=folder, prefix="search-", suffix=".part", delete=False
            ) as made:
                draft = Path(made.name)
            _write(draft, watched(Gatherer(store).items()))
            target = folder / name
            draft.replace(target)
        except InterruptedError:
            _unlink(draft)
            raise
        except OSError:
            # A folder that can't be written: the store may lie on a disk that is only read.
            _unlink(draft)
            continue
        _forget(folder, target)
        return target
    raise OSError(f"{home}: the index of the search can't be written, nor in {tempfile.gettempdir()}")


def _unlink(draft: Path | None) -> None:
    if draft is not None:
        draft.unlink(missing_ok=True)


def _forget(folder: Path, kept: Path) -> None:
    """Remove the indexes of earlier states."""
    for old in folder.glob("search-*.sqlite"):
        if old != kept and folder != Path(tempfile.gettempdir()):
            with suppress(OSError):
                old.unlink()


def _write(path: Path, items: Iterable[Item]) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.executescript(_SCHEMA)
        numbered = enumerate(items, 1)
        while batch := list(islice(numbered, _BATCH)):
            _add(database, batch)
        database.executescript(_INDEXES)
        database.commit()


def _add(database: sqlite3.Connection, batch: Sequence[tuple[int, Item]]) -> None:
    database.executemany(
        "INSERT INTO things VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [(n, i.iri, i.kind, i.name, i.detail, i.day, i.weight, i.added) for n, i in batch],
    )
    database.executemany(
        "INSERT INTO names(rowid, name, also) VALUES (?, ?, ?)",
        [(n, flat(i.name), flat(i.also)) for n, i in batch],
    )
    database.executemany(
        "INSERT INTO texts(rowid, text) VALUES (?, ?)", [(n, flat(i.text)) for n, i in batch if i.text]
    )
    database.executemany(
        "INSERT OR IGNORE INTO facets VALUES (?, ?, ?)",
        [(facet, value, n) for n, i in batch for facet, value in sorted(i.facets)],
    )
