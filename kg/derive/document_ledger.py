"""The documents that articles tell of, kept with what they are sought by, to find what a change concerns."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from itertools import islice
from typing import Final

import msgspec

from kg.derive.told_documents import Told
from kg.identity.document_features import Mention, words
from kg.identity.document_index import shared_words, whole_keys

_TABLES = """
CREATE TABLE IF NOT EXISTS told (iri TEXT PRIMARY KEY, data BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS told_key (key TEXT, iri TEXT, PRIMARY KEY (key, iri)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS title_word (word TEXT, title TEXT, PRIMARY KEY (word, title)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS document_base (base TEXT, head TEXT, PRIMARY KEY (base, head)) WITHOUT ROWID;
"""
_SOME = 2_000
_PARTS: Final = "\x1f"
_LAST: Final = "\U0010ffff"

Count = Callable[[str], int]
Base = tuple[str, str]
"""The IRI that a document gets unless another one has it, and the first of its mentions."""


def _title(mention: Mention) -> str:
    return " ".join(sorted(words(mention.title)))


def _key(*parts: str) -> str:
    return _PARTS.join(parts)


def _keys(mention: Mention) -> Iterator[str]:
    """Give what a mention is found by; by a title, those of one number lie together."""
    serial = mention.number.serial if mention.number is not None else ""
    for key in whole_keys(mention):
        if key[0] != "title":
            yield _key(*key)
    if mention.title:
        yield _key("title", _title(mention), serial)
    if (series := _series(mention)) is not None:
        yield series


def _series(mention: Mention) -> str | None:
    """Give the key of the documents that are easily mistaken for one another."""
    if mention.series is None or mention.number is None:
        return None
    return _key("series", mention.series, mention.number.serial, mention.kind or "")


class DocumentLedger:
    """The told documents of a store, in tables of a database."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        db.executescript(_TABLES)
        self._decode = msgspec.msgpack.Decoder(Told).decode

    def fill(self, told: Iterable[Told]) -> None:
        """Begin anew with these."""
        for table in ("told", "told_key", "title_word", "document_base"):
            self._db.execute(f"DELETE FROM {table}")
        waiting = iter(told)
        while some := list(islice(waiting, _SOME)):
            self._put(some)
            self._add_words(_title(each.mention) for each in some)
        self._db.commit()

    def _put(self, some: Iterable[Told]) -> None:
        for each in some:
            iri = each.mention.iri
            self._db.execute("INSERT INTO told VALUES (?, ?)", (iri, msgspec.msgpack.encode(each)))
            keys = ((key, iri) for key in _keys(each.mention))
            self._db.executemany("INSERT INTO told_key VALUES (?, ?)", keys)

    def _add_words(self, titles: Iterable[str]) -> None:
        rows = ((word, title) for title in set(titles) for word in title.split())
        self._db.executemany("INSERT OR IGNORE INTO title_word VALUES (?, ?)", rows)

    def replace(self, before: Iterable[Told], after: Iterable[Told]) -> dict[str, tuple[int, int]]:
        """Take in what a few documents are now; gives the words of which more or fewer titles are told."""
        old, new = list(before), list(after)
        titles = {_title(each.mention) for each in (*old, *new)} - {""}
        was = {title: self._is_told(title) for title in titles}
        for each in old:
            iri = each.mention.iri
            self._db.execute("DELETE FROM told WHERE iri = ?", (iri,))
            keys = ((key, iri) for key in _keys(each.mention))
            self._db.executemany("DELETE FROM told_key WHERE key = ? AND iri = ?", keys)
        self._put(new)
        turned = {title for title in titles if was[title] != self._is_told(title)}
        counts = {word: self.count(word) for title in turned for word in title.split()}
        self._add_words(title for title in turned if not was[title])
        gone = ((word, title) for title in turned if was[title] for word in title.split())
        self._db.executemany("DELETE FROM title_word WHERE word = ? AND title = ?", gone)
        return {word: (count, self.count(word)) for word, count in counts.items()}

    def told(self, iri: str) -> Told | None:
        """Give a document by its IRI."""
        row = self._db.execute("SELECT data FROM told WHERE iri = ?", (iri,)).fetchone()
        return self._decode(row[0]) if row is not None else None

    def count(self, word: str) -> int:
        """Tell how many titles have a word."""
        row = self._db.execute("SELECT COUNT(*) FROM title_word WHERE word = ?", (word,)).fetchone()
        return int(row[0])

    def titles(self, word: str) -> list[str]:
        """Give the titles, as words in order, that have a word."""
        rows = self._db.execute("SELECT title FROM title_word WHERE word = ?", (word,))
        return [title for (title,) in rows]

    def alike(self, mention: Mention) -> set[str]:
        """Name the documents that are easily mistaken for one that is told of so."""
        series = _series(mention)
        return self.holders(series) if series is not None else set()

    def of_title(self, title: str) -> set[str]:
        """Name the documents of a title, given as words in order."""
        first = _key("title", title, "")
        rows = self._db.execute("SELECT iri FROM told_key WHERE key >= ? AND key < ?", (first, first + _LAST))
        return {iri for (iri,) in rows}

    def _is_told(self, title: str) -> bool:
        first = _key("title", title, "")
        query = "SELECT 1 FROM told_key WHERE key >= ? AND key < ? LIMIT 1"
        return self._db.execute(query, (first, first + _LAST)).fetchone() is not None

    def holders(self, key: str) -> set[str]:
        """Name the documents that are found by a key."""
        return {iri for (iri,) in self._db.execute("SELECT iri FROM told_key WHERE key = ?", (key,))}

    # -- names -----------------------------------------------------------------------------------------------

    def heads(self, base: str) -> set[str]:
        """Name the documents, by their first mentions, that would have an IRI."""
        rows = self._db.execute("SELECT head FROM document_base WHERE base = ?", (base,))
        return {head for (head,) in rows}

    def rename(self, before: Iterable[Base], after: Iterable[Base]) -> None:
        """Take in which IRIs documents would have."""
        self._db.executemany("DELETE FROM document_base WHERE base = ? AND head = ?", before)
        self._db.executemany("INSERT OR REPLACE INTO document_base VALUES (?, ?)", after)
        self._db.commit()


class Seeking:
    """Finds what may be one with a mention; counts tell how rare words are, or were.

    Nothing may change meanwhile: of those that hang together much is asked again and again, and remembered.
    """

    def __init__(self, ledger: DocumentLedger, counts: Iterable[Count]) -> None:
        self._titles = cache(ledger.titles)
        self._of_title, self._holders = cache(ledger.of_title), cache(ledger.holders)
        self._rarest = [cache(partial(shared_words, count=count)) for count in counts]

    def sharing(self, mention: Mention) -> set[str]:
        """Name the documents that are sought by the same as a mention.

        Of those that only share words with one that has a number all with another number are left out.
        """
        serial = mention.number.serial if mention.number is not None else None
        keys = (_key(*key) for key in whole_keys(mention) if key[0] != "title")
        found = {iri for key in keys for iri in self._holders(key)}
        titles = {_title(mention)} if mention.title else set()
        for rarest in self._rarest:
            for word in rarest(mention.title):
                titles.update(title for title in self._titles(word) if word in rarest(title))
        for title in titles:
            found |= self._of_title(title) if serial is None else self._holders(_key("title", title, ""))
        return found


def counts_of(ledger: DocumentLedger, changed: Mapping[str, tuple[int, int]]) -> tuple[Count, Count]:
    """Make functions that tell how many titles had and have a word."""
    now = cache(ledger.count)
    return lambda word: changed[word][0] if word in changed else now(word), now
