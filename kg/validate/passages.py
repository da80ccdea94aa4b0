"""From a thing in the graph back to the sentences that speak of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pyoxigraph as ox

from kg.validate.report import Passage, Result, Term
from kg.vocab import CONCEPTS, DANG, DCTERMS, OA, PROV

_EVIDENCE = ox.NamedNode(DANG.evidence)
_STATES = ox.NamedNode(DANG.states)
_SOURCE = ox.NamedNode(OA.hasSource)
_SELECTOR = ox.NamedNode(OA.hasSelector)
_IDENTIFIER = ox.NamedNode(DCTERMS.identifier)
_DERIVED = ox.NamedNode(PROV.wasDerivedFrom)
_TEXT = ox.NamedNode(DANG.text)
_START, _END, _EXACT = ox.NamedNode(OA.start), ox.NamedNode(OA.end), ox.NamedNode(OA.exact)
_LIMIT = 3
_KNOWN = 10_000


def things_among(terms: Iterable[Term]) -> list[str]:
    """Give those terms that articles may speak of: no values and no concepts of the vocabulary."""
    things = (term.value for term in terms if isinstance(term, ox.NamedNode))
    return [thing for thing in dict.fromkeys(things) if not thing.startswith(CONCEPTS)]


class Sources:
    """Looks up passages in a store, things that results share once."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        self._known: dict[str, tuple[Passage, ...]] = {}

    def tell(self, result: Result, others: tuple[Term, ...]) -> Result:
        """Add the passages behind a result, and behind the other things that it is about."""
        article = self._article(result.focus)
        if article is not None:
            return replace(result, article=article)
        passages = self.of(result.focus)[:_LIMIT]
        for other in things_among(others):
            if other != result.focus and self._article(other) is None:
                passages += tuple(p for p in self.of(other)[:_LIMIT] if p not in passages)
        return replace(result, passages=passages, article=passages[0].article if passages else None)

    def of(self, thing: str) -> tuple[Passage, ...]:
        """Give the passages that speak of a thing, in the order of articles and offsets."""
        found = self._known.get(thing)
        if found is None:
            if len(self._known) >= _KNOWN:
                self._known.clear()
            found = self._known[thing] = tuple(sorted(self._find(thing)))
        return found

    def _find(self, thing: str) -> set[Passage]:
        """Try the nearest ways first: the passage itself, its statement, what a statement says of it."""
        try:
            node = ox.NamedNode(thing)
        except ValueError:
            return set()
        for evidence in self._ways(node):
            found = set(filter(None, map(self._passage, evidence)))
            if found:
                return found
        return set()

    def _ways(self, node: ox.NamedNode) -> Iterator[set[ox.NamedNode]]:
        yield {node}
        yield self._objects(node, _EVIDENCE)
        yield self._subjects(_SELECTOR, node)
        yield self._said(self._subjects(_STATES, node))
        yield self._said(self._objects(node, _DERIVED))
        for predicate in (_DERIVED, None):
            near = self._subjects(predicate, node)
            yield set().union(*(self._objects(thing, _EVIDENCE) for thing in near))
            yield self._said({s for thing in near for s in self._subjects(_STATES, thing)})

    def _said(self, statements: Iterable[ox.NamedNode]) -> set[ox.NamedNode]:
        """Collect the evidence of statements, or of those that a computed one rests on."""
        found: set[ox.NamedNode] = set()
        for statement in statements:
            own = self._objects(statement, _EVIDENCE)
            rests = set() if own else self._objects(statement, _DERIVED)
            found |= own.union(*(self._objects(basis, _EVIDENCE) for basis in rests))
        return found

    def _passage(self, evidence: ox.NamedNode) -> Passage | None:
        article = self._first(evidence, _SOURCE)
        selectors = self._objects(evidence, _SELECTOR)
        values = {
            name: next((v for s in sorted(selectors, key=str) if (v := self._text(s, name))), None)
            for name in (_START, _END, _EXACT)
        }
        start, end, quote = values[_START], values[_END], values[_EXACT]
        if article is None or start is None or end is None or quote is None:
            return None
        if not (start.isdecimal() and end.isdecimal()):
            return None
        return Passage(self._article(article.value) or article.value, int(start), int(end), quote)

    def _article(self, thing: str) -> str | None:
        """Give the identifier when the thing is an article."""
        try:
            node = ox.NamedNode(thing)
        except ValueError:
            return None
        return self._text(node, _IDENTIFIER) if self._text(node, _TEXT) is not None else None

    def _objects(self, subject: ox.NamedNode, predicate: ox.NamedNode) -> set[ox.NamedNode]:
        quads = self._store.quads_for_pattern(subject, predicate, None)
        return {quad.object for quad in quads if isinstance(quad.object, ox.NamedNode)}

    def _subjects(self, predicate: ox.NamedNode | None, thing: ox.NamedNode) -> set[ox.NamedNode]:
        quads = self._store.quads_for_pattern(None, predicate, thing)
        return {quad.subject for quad in quads if isinstance(quad.subject, ox.NamedNode)}

    def _first(self, subject: ox.NamedNode, predicate: ox.NamedNode) -> ox.NamedNode | None:
        return min(self._objects(subject, predicate), key=str, default=None)

    def _text(self, subject: ox.NamedNode, predicate: ox.NamedNode) -> str | None:
        quads = self._store.quads_for_pattern(subject, predicate, None)
        return min((q.object.value for q in quads if isinstance(q.object, ox.Literal)), default=None)
