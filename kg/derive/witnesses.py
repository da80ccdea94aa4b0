"""How many independent sources there are: articles and passages that are copies count as one witness.

An article that was reprinted is one witness however many papers carry it; and a sentence that two articles
have in common, word for word, was written once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

import pyoxigraph as ox

from kg import nquads as nq
from kg.derive.copies import Copy, grouped
from kg.derive.ground import statement
from kg.derive.prints import Kept, Passage, Print, Printed, prints
from kg.nquads import NamedGraph
from kg.timespan import bounds
from kg.vocab import DANG, PROV, RDF, Minter

_LATEST = "9999"


def witnesses(store: ox.Store, mint: Minter, graph: NamedGraph, kept: Kept | None = None) -> None:
    """Tie articles that are copies, and statements that rest on one sentence, to their witness.

    An article that states nothing is no witness of anything and left out.  ``kept`` spares reading what has
    not changed.
    """
    known = prints(store, mint, kept)
    printed = {each.printed.iri: each.printed for each in known}
    of_article: dict[str, str] = {}
    sketches = ((each.printed.iri, each.sketch) for each in known)
    for group in grouped(sketches, lambda iri: _text(store, iri)):
        witness = mint.iri("witness", group[0].text.rpartition("/")[2])
        of_article.update((copy.text, witness) for copy in group)
        _group(mint, graph, witness, group, printed)
    for repeated in _repeated(known):
        _passage(mint, graph, repeated, of_article, printed)


# -- articles ------------------------------------------------------------------------------------------------


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


def _repeated(known: Iterable[Print]) -> Iterator[list[Passage]]:
    """Group passages whose sentence stands in several articles."""
    groups: dict[bytes, list[Passage]] = defaultdict(list)
    for each in known:
        for passage in each.passages:
            if passage.sentence:
                groups[passage.sentence].append(passage)
    for _, group in sorted(groups.items()):
        if len({passage.article for passage in group}) > 1:
            yield sorted(group)


def _passage(
    mint: Minter,
    graph: NamedGraph,
    group: Sequence[Passage],
    of_article: dict[str, str],
    printed: dict[str, Printed],
) -> None:
    """Let statements on one sentence count as the article that had it first, as far as dates tell."""

    def age(passage: Passage) -> tuple[str, Passage]:
        return bounds(printed[passage.article].date).last or _LATEST, passage

    first = min(group, key=age)
    witness = of_article.get(first.article, first.article)
    for passage in group:
        if of_article.get(passage.article, passage.article) != witness:
            basis = sorted((passage.statement, first.statement))
            _tie(mint, graph, "same-sentence", (passage.statement, DANG.witness, witness), basis, 1.0)


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
