"""How many independent sources there are: articles and passages that are copies count as one witness.

An article that was reprinted is one witness however many papers carry it; and a sentence that two articles
have in common, word for word, was written once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from decimal import Decimal
from itertools import groupby
from operator import itemgetter

import msgspec
import pyoxigraph as ox

from kg import nquads as nq
from kg.derive.copies import Copy, Sketch, Suspects, grouped
from kg.derive.ground import statement
from kg.derive.prints import Kept, Passage, Printed, prints
from kg.nquads import NamedGraph
from kg.sorting import Sorted
from kg.timespan import bounds
from kg.vocab import DANG, PROV, RDF, Minter

_LATEST = "9999"
_HELD = 5_000
_Told = tuple[bytes, str, str, int, int, bool, str]
"""A passage: its sentence, article and statement, where it stands, and the article's date."""


def witnesses(store: ox.Store, mint: Minter, graph: NamedGraph, kept: Kept | None = None) -> None:
    """Tie articles that are copies, and statements that rest on one sentence, to their witness.

    An article that states nothing is no witness of anything and left out.  ``kept`` spares reading what has
    not changed.
    """
    waiting: Sorted[tuple[int, bytes]] = Sorted(tuple[int, bytes], _HELD)
    passages: Sorted[_Told] = Sorted(_Told, _HELD)
    with closing(waiting), closing(passages), closing(Suspects()) as suspects:
        for number, each in enumerate(prints(store, mint, kept)):
            suspects.add(number, each.sketch)
            waiting.add((number, msgspec.msgpack.encode((each.printed, each.sketch))))
            for told in each.passages:
                if told.sentence:
                    passages.add(_told(told, each.printed.date))
        of_article = _copies(store, mint, graph, waiting, suspects.numbers())
        for repeated in _repeated(passages):
            _passage(mint, graph, repeated, of_article)


# -- articles ------------------------------------------------------------------------------------------------


def _copies(
    store: ox.Store, mint: Minter, graph: NamedGraph, waiting: Iterable[tuple[int, bytes]], suspects: set[int]
) -> dict[str, str]:
    """Tie the articles that are copies to their witnesses; gives these by article."""
    decode = msgspec.msgpack.Decoder(tuple[Printed, Sketch]).decode
    known = [decode(data) for number, data in waiting if number in suspects]
    printed = {each.iri: each for each, _ in known}
    of_article: dict[str, str] = {}
    for group in grouped(((each.iri, sketch) for each, sketch in known), lambda iri: _text(store, iri)):
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


def _text(store: ox.Store, article: str) -> str:
    quads = store.quads_for_pattern(ox.NamedNode(article), ox.NamedNode(DANG.text), None)
    return next((str(getattr(quad.object, "value", "")) for quad in quads), "")


# -- passages ------------------------------------------------------------------------------------------------


def _told(passage: Passage, date: str) -> _Told:
    place = (passage.statement, passage.start, passage.end, passage.caption)
    return passage.sentence, passage.article, *place, date


def _repeated(known: Iterable[_Told]) -> Iterator[list[_Told]]:
    """Group passages, in the order of their sentences, whose sentence stands in several articles."""
    for _, told in groupby(known, itemgetter(0)):
        group = list(told)
        if len({article for _, article, *_ in group}) > 1:
            yield group


def _passage(mint: Minter, graph: NamedGraph, group: Sequence[_Told], of_article: dict[str, str]) -> None:
    """Let statements on one sentence count as the article that had it first, as far as dates tell."""

    def age(passage: _Told) -> tuple[str, _Told]:
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
