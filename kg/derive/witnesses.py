"""How many independent sources there are: articles and passages that are copies count as one witness.

An article that was reprinted is one witness however many papers carry it; and a sentence that two articles
have in common, word for word, was written once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from decimal import Decimal
from itertools import groupby, islice
from operator import itemgetter

import msgspec
import pyoxigraph as ox

from kg import nquads as nq
from kg.derive.bands import Bands
from kg.derive.copies import Copy, Sketch, grouped
from kg.derive.ground import statement
from kg.derive.prints import Kept, Print, Printed, prints
from kg.derive.reading import Quads
from kg.nquads import NamedGraph
from kg.sorting import Sorted
from kg.timespan import bounds
from kg.vocab import DANG, PROV, RDF, Minter

_LATEST = "9999"
_HELD = 5_000
_TABLES = """
CREATE TABLE IF NOT EXISTS said (sentence BLOB, article TEXT, PRIMARY KEY (sentence, article)) WITHOUT ROWID;
"""
Told = tuple[bytes, str, str, int, int, bool, str]
"""A passage: its sentence, article and statement, where it stands, and the article's date."""


def witnesses(store: Quads, mint: Minter, graph: NamedGraph, kept: Kept | None = None) -> None:
    """Tie articles that are copies, and statements that rest on one sentence, to their witness.

    An article that states nothing is no witness of anything and left out.  What is ``kept`` spares reading
    what has not changed, and lets a small change be carried through (:mod:`kg.derive.rewitnessing`).
    """
    index = Index(kept.tables() if kept is not None else sqlite3.connect(""))
    waiting: Sorted[tuple[str, bytes]] = Sorted(tuple[str, bytes], _HELD)
    passages: Sorted[Told] = Sorted(Told, _HELD)
    with closing(waiting), closing(passages):
        index.bands.begin()
        for each in prints(store, mint, kept):
            index.bands.add(each.printed.iri, each.sketch)
            waiting.add((each.printed.iri, msgspec.msgpack.encode((each.printed, each.sketch))))
            for told in told_of(each):
                passages.add(told)
        index.bands.end()
        of_article = _copies(store, mint, graph, waiting, index.bands.shared())
        for group in repeated(index.noted(passages)):
            tie_passages(mint, graph, group, of_article)


# -- articles ------------------------------------------------------------------------------------------------


def _copies(
    store: Quads, mint: Minter, graph: NamedGraph, waiting: Iterable[tuple[str, bytes]], suspects: set[str]
) -> dict[str, str]:
    """Tie the articles that are copies to their witnesses; gives these by article."""
    decode = msgspec.msgpack.Decoder(tuple[Printed, Sketch]).decode
    known = [decode(data) for article, data in waiting if article in suspects]
    return tie_copies(mint, graph, known, lambda iri: text_of(store, iri))


def tie_copies(
    mint: Minter, graph: NamedGraph, known: Iterable[tuple[Printed, Sketch]], text: Callable[[str], str]
) -> dict[str, str]:
    """Tie those of some articles that are copies to their witnesses; gives these by article."""
    sketches = {each.iri: (each, sketch) for each, sketch in known}
    printed = {iri: each for iri, (each, _) in sketches.items()}
    of_article: dict[str, str] = {}
    for group in grouped(((iri, sketch) for iri, (_, sketch) in sketches.items()), text):
        witness = mint.iri("witness", group[0].text.rpartition("/")[2])
        of_article.update((copy.text, witness) for copy in group)
        _group(mint, graph, witness, group, printed)
    return of_article


def _group(
    mint: Minter, graph: NamedGraph, witness: str, group: Sequence[Copy], printed: dict[str, Printed]
) -> None:
    graph.types(witness, DANG.Witness, PROV.Entity)
    original = presumed_original([printed[copy.text] for copy in group])
    for copy in sorted(group, key=lambda each: each.text):
        basis = sorted({copy.text, group[0].text})
        _tie(mint, graph, "near-duplicate", (copy.text, DANG.witness, witness), basis, copy.score)
        if original is not None and copy.text != original:
            graph.tie(copy.text, PROV.wasQuotedFrom, original)
    if original is not None:
        graph.tie(witness, PROV.wasDerivedFrom, original)


def presumed_original(group: Iterable[Printed]) -> str | None:
    """Choose what copies were taken from: the source that one names, else what was printed first for certain.

    The named source is the article of that paper, if it is among them, else the one that nobody has seen.
    """
    ordered = sorted(group)
    named = [article for article in ordered if article.source]
    if named:
        papers = {article.source_publisher for article in named}
        seen = [article for article in ordered if article.publisher in papers and not article.source]
        return seen[0].iri if len(seen) == 1 else named[0].source if not seen else None
    for article in ordered:
        others = [bounds(other.date).first for other in ordered if other != article]
        last = bounds(article.date).last
        if last is not None and all(first is not None and last < first for first in others):
            return article.iri
    return None


def text_of(store: Quads, article: str) -> str:
    """Give the text of an article."""
    quads = store.quads_for_pattern(ox.NamedNode(article), ox.NamedNode(DANG.text), None)
    return next((str(getattr(quad.object, "value", "")) for quad in quads), "")


# -- passages ------------------------------------------------------------------------------------------------


def told_of(each: Print) -> Iterator[Told]:
    """Give the passages of an article whose sentence is long enough to be known by."""
    for passage in each.passages:
        if passage.sentence:
            place = (passage.statement, passage.start, passage.end, passage.caption)
            yield passage.sentence, passage.article, *place, each.printed.date


class Index:
    """What finds the articles that a change concerns, in tables: by bands of texts, and by sentences."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.bands = Bands(db)
        self._db = db
        db.executescript(_TABLES)

    def noted(self, passages: Iterable[Told]) -> Iterator[Told]:
        """Note, anew, which articles have which sentences, as passages in order pass by."""
        self._db.execute("DELETE FROM said")
        waiting = iter(passages)
        while some := list(islice(waiting, _HELD)):
            self._note(some)
            yield from some
        self._db.commit()

    def replace(self, article: str, sketch: Sketch, before: Iterable[Told], after: Iterable[Told]) -> None:
        """Take in what an article says now; before that it had these passages."""
        self.bands.replace(article, sketch)
        gone = {(sentence, article) for sentence, article, *_ in before}
        self._db.executemany("DELETE FROM said WHERE sentence = ? AND article = ?", sorted(gone))
        self._note(after)

    def _note(self, passages: Iterable[Told]) -> None:
        rows = ((sentence, article) for sentence, article, *_ in passages)
        self._db.executemany("INSERT OR IGNORE INTO said VALUES (?, ?)", rows)

    def saying(self, sentence: bytes) -> list[str]:
        """Name the articles that have a sentence."""
        rows = self._db.execute("SELECT article FROM said WHERE sentence = ?", (sentence,))
        return [article for (article,) in rows]


def repeated(known: Iterable[Told]) -> Iterator[list[Told]]:
    """Group passages, in the order of their sentences, whose sentence stands in several articles."""
    for _, told in groupby(known, itemgetter(0)):
        group = list(told)
        if len({article for _, article, *_ in group}) > 1:
            yield group


def tie_passages(
    mint: Minter, graph: NamedGraph, group: Sequence[Told], of_article: Mapping[str, str]
) -> None:
    """Let statements on one sentence count as the article that had it first, as far as dates tell."""

    def age(passage: Told) -> tuple[str, Told]:
        return bounds(passage[-1]).last or _LATEST, passage

    _, article, first, *_ = min(group, key=age)
    witness = of_article.get(article, article)
    for _, article, told, *_ in group:
        if of_article.get(article, article) != witness:
            triple = (told, DANG.witness, witness)
            _tie(mint, graph, "same-sentence", triple, sorted((told, first)), 1.0)


def _tie(
    mint: Minter,
    graph: NamedGraph,
    rule: str,
    triple: tuple[str, str, str],
    basis: Iterable[str],
    score: float,
) -> None:
    """State to which witness something belongs, with the likeness that says so."""
    graph.tie(*triple)
    told = statement(mint, graph, rule, triple, basis)
    graph.types(told, DANG.LinkStatement)
    for role, part in zip((RDF.subject, RDF.predicate, RDF.object), triple, strict=True):
        graph.tie(told, role, part)
    graph.add(told, DANG.score, nq.decimal(Decimal(str(round(score, 2)))))
