"""What the search for copies and common sentences knows of each article; made once for each state of it."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import product
from typing import Protocol

import msgspec
import pyoxigraph as ox

from kg.derive.copies import Sketch, sketch, words
from kg.derive.reading import Quads, Renewable
from kg.normalise import around, sentences
from kg.sorting import apart, in_order
from kg.vocab import DANG, DCTERMS, OA, PROV, SCHEMA, Minter

#: Shorter sentences are written alike by chance; a caption goes with its picture.
_WORDS, _WORDS_OF_CAPTION = 12, 4


class Kept(Protocol):
    """A place for what was made of the graphs of articles, by the digests of these."""

    def made(self, kind: str, graph: str) -> tuple[str, bytes] | None:
        """Give what is kept of a kind for a graph: the graph's digest and what was made of it."""

    def graphs(self, kind: str) -> Iterable[str]:
        """Name the graphs for which something of a kind is kept, in order."""

    def tables(self) -> sqlite3.Connection:
        """Give a database for further tables, which are as old as what was last computed."""

    def keep(self, kind: str, made: Mapping[str, tuple[str, bytes]], gone: Collection[str] = ()) -> None:
        """Keep more, in place of what was kept of the same graphs; forget what is ``gone``."""


class Printed(msgspec.Struct, frozen=True, order=True, array_like=True):
    """An article: ``date`` is EDTF, ``source`` the unseen article of another paper that it was taken from."""

    iri: str
    date: str = ""
    publisher: str = ""
    source: str = ""
    source_publisher: str = ""


class Passage(msgspec.Struct, frozen=True, order=True, array_like=True):
    """Where a statement stands in its article; ``sentence`` is a key of the words, empty for too few."""

    article: str
    statement: str
    start: int
    end: int
    caption: bool
    sentence: bytes


class Print(msgspec.Struct, frozen=True, array_like=True):
    """An article that states something."""

    printed: Printed
    passages: tuple[Passage, ...]
    sketch: Sketch


def prints(store: Quads, mint: Minter, kept: Kept | None = None) -> Iterator[Print]:
    """Give the articles that state something, in the order of their graphs.

    With ``kept`` only those are read whose graphs have changed.
    """
    names = in_order(_graphs(store))
    anew = (_print(store, ox.NamedNode(name)) for name in names)
    found = anew if kept is None else _remembered(store, mint, names, kept)
    return (each for each in found if each is not None)


def _remembered(store: Quads, mint: Minter, names: Iterable[str], kept: Kept) -> Iterator[Print | None]:
    """Give what graphs tell, as it is kept or read anew."""
    decode = msgspec.msgpack.Decoder(Print | None).decode
    made: dict[str, tuple[str, bytes]] = {}
    for number, (graph, digest) in enumerate(_with_digests(store, mint, names), start=1):
        if isinstance(store, Renewable) and number % _MANY == 0:
            store.renew()
        before, data = kept.made(_KIND, graph) or ("", b"")
        if data and before == digest:
            yield decode(data)
            continue
        one = _print(store, ox.NamedNode(graph))
        made[graph] = digest, msgspec.msgpack.encode(one)
        if len(made) >= _SOME:
            kept.keep(_KIND, made)
            made.clear()
        yield one
    known = in_order(graph for graph, _ in _digests(store, mint))
    kept.keep(_KIND, made, apart(kept.graphs(_KIND), known)[0])


def known_print(graph: str, kept: Kept) -> Print | None:
    """Give what a graph told when its statements last changed, as it is kept."""
    _, data = kept.made(_KIND, graph) or ("", b"")
    return msgspec.msgpack.decode(data, type=Print | None) if data else None


def new_prints(store: Quads, mint: Minter, graphs: Iterable[str], kept: Kept) -> dict[str, Print | None]:
    """Read what changed graphs tell, and keep it."""
    digests = {graph: _digest(store, mint, graph) for graph in graphs}
    found = {graph: _print(store, ox.NamedNode(graph)) for graph in digests}
    made = {g: (digest, msgspec.msgpack.encode(found[g])) for g, digest in digests.items() if digest}
    kept.keep(_KIND, made, [graph for graph, digest in digests.items() if not digest])
    return found


def _with_digests(store: Quads, mint: Minter, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give graphs, in order, with their digests; with nothing where there is none."""
    digests = in_order(_digests(store, mint), tuple[str, str])
    known = next(digests, None)
    for name in names:
        while known is not None and known[0] < name:
            known = next(digests, None)
        yield name, known[1] if known is not None and known[0] == name else ""


_SOME, _MANY = 500, 3_000
"""After so many articles what was made of them is kept; after so many the store is given anew."""
_KIND = "print"
_READ = (
    PROV.hadPrimarySource,
    *(DCTERMS.source, DANG.text, DANG.evidence, DANG.inCaption),
    *(OA.hasSelector, OA.start, OA.end),
    *(SCHEMA.datePublished, DANG.dateBounds, SCHEMA.publisher, SCHEMA.isBasedOn),
)
"""What is read of an article's graph; one without the first states nothing."""


def _digests(store: Quads, mint: Minter) -> Iterator[tuple[str, str]]:
    books = ox.NamedNode(mint.derived_graph("provenance"))
    for quad in store.quads_for_pattern(None, ox.NamedNode(DCTERMS.identifier), None, books):
        yield _value(quad.subject), _value(quad.object)


def _digest(store: Quads, mint: Minter, graph: str) -> str:
    """Give the digest of a graph; empty for one that is not there."""
    books = ox.NamedNode(mint.derived_graph("provenance"))
    quads = store.quads_for_pattern(ox.NamedNode(graph), ox.NamedNode(DCTERMS.identifier), None, books)
    return next((_value(quad.object) for quad in quads), "")


def _graphs(store: Quads) -> Iterator[str]:
    """Name the graphs of articles."""
    for quad in store.quads_for_pattern(None, ox.NamedNode(DCTERMS.source), None, None):
        if quad.subject == quad.graph_name:
            yield _value(quad.subject)


def _print(store: Quads, graph: ox.NamedNode) -> Print | None:
    """Read what one article's graph tells of its statements and their places."""
    told: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for predicate in _READ:
        for quad in store.quads_for_pattern(None, ox.NamedNode(predicate), None, graph):
            told[predicate][_value(quad.subject)].append(_value(quad.object))
        if not told[predicate] and predicate == _READ[0]:
            return None
    articles = told[DCTERMS.source].get(graph.value, [])
    places = [place for article in articles for place in _places(told, article)]
    if not places:
        return None
    text = max(told[DANG.text].get(articles[0], [""]))
    parts = sentences(text)
    passages = (
        Passage(*place, sentence=_key(around(parts, *place[2:4])[0], caption=place[4])) for place in places
    )
    return Print(_printed(told, articles[0]), tuple(sorted(passages)), sketch(text))


def _places(
    told: Mapping[str, Mapping[str, list[str]]], article: str
) -> Iterator[tuple[str, str, int, int, bool]]:
    """Find where the statements of an article stand."""
    starts, ends = told[OA.start], told[OA.end]
    for statement, sources in told[PROV.hadPrimarySource].items():
        for evidence in told[DANG.evidence].get(statement, ()) if article in sources else ():
            caption = any(told[DANG.inCaption].get(evidence, ()))
            for selector in told[OA.hasSelector].get(evidence, ()):
                for start, end in product(starts.get(selector, ()), ends.get(selector, ())):
                    yield article, statement, int(start), int(end), caption


def _printed(told: Mapping[str, Mapping[str, list[str]]], article: str) -> Printed:
    """Describe an article; of several values the last one in order counts."""

    def one(subject: str, *predicates: str) -> str:
        return max((v for predicate in predicates for v in told[predicate].get(subject, ())), default="")

    source = one(article, SCHEMA.isBasedOn)
    return Printed(
        article,
        one(article, SCHEMA.datePublished, DANG.dateBounds),
        one(article, SCHEMA.publisher),
        source,
        one(source, SCHEMA.publisher) if source else "",
    )


def _key(sentence: str, *, caption: bool) -> bytes:
    told = words(sentence)
    if len(told) < (_WORDS_OF_CAPTION if caption else _WORDS):
        return b""
    return hashlib.blake2b(" ".join(told).encode(), digest_size=16).digest()


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))
