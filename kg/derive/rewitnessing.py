"""Witnesses after a small change: found again of the articles that it concerns, and of no other.

An article is grouped with those that it is like, these with those that they are like, and so on; what is like
none of them is not concerned.  A sentence counts for the articles that have it.  So the groups and sentences
of the changed articles are made twice, as they were and as they are: what the two differ in is the change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from kg.derive.copies import Sketch, likeness, runs
from kg.derive.local import Changes, Lines
from kg.derive.prints import Kept, Print, Printed, known_print, new_prints
from kg.derive.witnesses import Index, Told, repeated, text_of, tie_copies, tie_passages, told_of
from kg.nquads import NamedGraph
from kg.vocab import DANG, DCTERMS, Minter

_MANY = 200
"""So many articles are no small change."""

Articles = dict[str, Print]


def rewitnessed(store: ox.Store, mint: Minter, graph: str, changes: Changes, kept: Kept) -> Lines | None:
    """Find the lines that the graph of witnesses loses and gains; ``None`` when all is to be made anew."""
    if len(changes.graphs) > _MANY:
        return None
    index = Index(kept.tables())
    known = [known_print(name, kept) for name in sorted(changes.graphs)]
    before = _by_article(known)
    after = _by_article(new_prints(store, mint, sorted(changes.graphs), kept).values())
    for article in before.keys() | after.keys():
        sketch = after[article].sketch if article in after else None
        index.replace(article, sketch, _told(before, article), _told(after, article))
    concerned = _Concerned(store, index, kept, _old_texts(changes), before, after)
    alike = concerned.alike()
    if len(alike) > _MANY:
        return None
    old, new = NamedGraph(graph), NamedGraph(graph)
    witness_before = tie_copies(mint, old, _sketched({**alike, **before}), concerned.old_text)
    witness_after = tie_copies(mint, new, _sketched({**alike, **after}), concerned.text)
    grouped = witness_before.keys() | witness_after.keys()
    moved = {article for article in grouped if witness_before.get(article) != witness_after.get(article)}
    sentences = concerned.sentences({**alike, **before}, {**alike, **after}, moved)
    for made, own, witness in ((old, before, witness_before), (new, after, witness_after)):
        for sentence in sentences:
            told = concerned.passages(sentence, own)
            others = {article for _, article, *_ in told} - own.keys() - alike.keys()
            of_article = {**_witnesses(store, graph, others), **witness}
            for group in repeated(told):
                tie_passages(mint, made, group, of_article)
    before_lines, after_lines = set(old.lines), set(new.lines)
    return before_lines - after_lines, after_lines - before_lines


class _Concerned:
    """The articles that changed ones are like, now or before, and the sentences that they have in common."""

    def __init__(
        self,
        store: ox.Store,
        index: Index,
        kept: Kept,
        old_texts: Mapping[str, str],
        before: Articles,
        after: Articles,
    ) -> None:
        self._store, self._index, self._kept = store, index, kept
        self._old_texts = old_texts
        self._before, self._after = before, after
        self._prints: dict[str, Print] = {}

    def text(self, article: str) -> str:
        """Give the text of an article as it is."""
        return text_of(self._store, article)

    def old_text(self, article: str) -> str:
        """Give the text of an article as it was."""
        return self._old_texts.get(article) or self.text(article)

    def _print(self, article: str) -> Print | None:
        """Give what an article tells that has not changed."""
        if article not in self._prints:
            source, its = ox.NamedNode(DCTERMS.source), ox.NamedNode(article)
            for quad in self._store.quads_for_pattern(None, source, its, None):
                graph = quad.graph_name
                if isinstance(graph, ox.NamedNode) and graph == quad.subject:
                    found = known_print(graph.value, self._kept)
                    if found is not None:
                        self._prints[article] = found
        return self._prints.get(article)

    def alike(self) -> Articles:
        """Find the articles that have not changed and are like changed ones, or like such, and so on."""
        found: Articles = {}
        waiting = [(each.sketch, self.old_text(a)) for a, each in self._before.items()]
        waiting += [(each.sketch, self.text(a)) for a, each in self._after.items()]
        while waiting and len(found) <= _MANY:
            for article in self._like(*waiting.pop()) - found.keys():
                one = self._print(article)
                if one is not None:
                    found[article] = one
                    waiting.append((one.sketch, self.text(article)))
        return found

    def _like(self, sketch: Sketch, text: str) -> set[str]:
        own = runs(text)
        near = self._index.bands.near(sketch) - self._before.keys() - self._after.keys()
        return {article for article in near if likeness(own, runs(self.text(article))) is not None}

    def sentences(self, before: Articles, after: Articles, moved: set[str]) -> list[bytes]:
        """Find the sentences for which something is other than it was, with all of the statements on them."""
        changed = self._before.keys() | self._after.keys() | moved
        some = [told for each in (before, after) for article in changed for told in _told(each, article)]
        touched = {told[0] for told in some}
        statements = {told[2] for told in some}
        for sentence in touched:
            for own in (self._before, self._after):
                statements.update(told[2] for told in self.passages(sentence, own))
        holders = {article for sentence in touched for article in self._index.saying(sentence)}
        everywhere = [*self._before.values(), *self._after.values(), *filter(None, map(self._print, holders))]
        return sorted({t[0] for each in everywhere for t in told_of(each) if t[2] in statements} | touched)

    def passages(self, sentence: bytes, own: Articles) -> list[Told]:
        """Give the passages that have a sentence, in order; of changed articles as they are in ``own``."""
        changed = self._before.keys() | self._after.keys()
        others = (self._print(article) for article in self._index.saying(sentence) if article not in changed)
        each = (*filter(None, others), *own.values())
        return sorted({told for one in each for told in told_of(one) if told[0] == sentence})


def _by_article(some: Iterable[Print | None]) -> Articles:
    return {each.printed.iri: each for each in some if each is not None}


def _told(some: Articles, article: str) -> list[Told]:
    return list(told_of(some[article])) if article in some else []


def _sketched(some: Articles) -> list[tuple[Printed, Sketch]]:
    return [(each.printed, each.sketch) for each in some.values()]


def _old_texts(changes: Changes) -> dict[str, str]:
    """Give the texts that are no longer there, by article."""
    gone = (triple for triple in changes.gone if triple.predicate.value == DANG.text)
    return {getattr(each.subject, "value", ""): getattr(each.object, "value", "") for each in gone}


def _witnesses(store: ox.Store, graph: str, articles: Iterable[str]) -> dict[str, str]:
    """Give the witnesses of articles that have not changed."""
    found = {}
    witness, own = ox.NamedNode(DANG.witness), ox.NamedNode(graph)
    for article in articles:
        for quad in store.quads_for_pattern(ox.NamedNode(article), witness, None, own):
            found[article] = str(getattr(quad.object, "value", ""))
    return found
