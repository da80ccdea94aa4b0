"""The passages on each side of a finding, and the units that it is about."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kg.check.finding import Finding, Side, Told
from kg.validate.passages import Sources
from kg.validate.report import Term
from kg.vocab import DANG, DCTERMS, ELI, OA, ORG, PROV, SCHEMA

_HOSTS = (DANG.refSubject, ORG.organization, ELI.passed_by, DANG.themeOf, SCHEMA.organizer)
_MOST = 3


class Sides:
    """Looks up in a store what findings are about, each thing once."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        self._sources = Sources(store)
        self._articles: dict[str, ox.NamedNode] = {}

    def of(self, thing: str, value: Term | None = None) -> Side:
        """Give a thing with the first passages that tell of it, of articles that give it a value if any."""
        passages = self._sources.of(thing)
        if value is not None:
            saying = self._articles_saying(thing, value)
            passages = tuple(p for p in passages if p.article in saying) or passages
        told = (self._told(p.article, p.start, p.end, p.quote) for p in passages[:_MOST])
        return Side(thing, tuple(told), value.value if value is not None else None)

    def has(self, thing: str, value: Term) -> bool:
        """Tell whether a thing, or what an article tells of it, has a value, whatever for."""
        return any(
            True for node in self._reported(thing) for _ in self._store.quads_for_pattern(node, None, value)
        )

    def _reported(self, thing: str) -> Iterator[ox.NamedNode]:
        """Give a thing and what articles tell of it, each in a node of its own."""
        node = ox.NamedNode(thing)
        yield node
        quads = self._store.quads_for_pattern(None, ox.NamedNode(PROV.specializationOf), node)
        yield from sorted({q.subject for q in quads if isinstance(q.subject, ox.NamedNode)}, key=str)

    def _articles_saying(self, thing: str, value: Term) -> set[str]:
        """Find the identifiers of the articles in whose graphs a thing has a value."""
        graphs = {
            quad.graph_name
            for node in self._reported(thing)
            for quad in self._store.quads_for_pattern(node, None, value)
        }
        return {
            identifier
            for graph in graphs
            if isinstance(graph, ox.NamedNode)
            for article in self._things(graph, DCTERMS.source)
            if (identifier := self._text(ox.NamedNode(article), DCTERMS.identifier)) is not None
        }

    def _told(self, article: str, start: int, end: int, quote: str) -> Told:
        node = self._article(article)
        date = self._text(node, SCHEMA.datePublished) or self._text(node, DANG.dateBounds)
        witness = next(self._things(node, DANG.witness), node.value)
        caption = any(
            self._text(ox.NamedNode(evidence), DANG.inCaption)
            for evidence in self._evidence(node, start, end)
        )
        return Told(article, start, end, quote, date, caption, witness)

    def _evidence(self, article: ox.NamedNode, start: int, end: int) -> Iterator[str]:
        """Find the passage of an article at these offsets."""
        span = f".{start}-{end}"
        for quad in self._store.quads_for_pattern(None, ox.NamedNode(OA.hasSource), article):
            if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.endswith(span):
                yield quad.subject.value

    def _article(self, identifier: str) -> ox.NamedNode:
        found = self._articles.get(identifier)
        if found is None:
            known = self._store.quads_for_pattern(
                None, ox.NamedNode(DCTERMS.identifier), ox.Literal(identifier)
            )
            things = {q.subject for q in known if isinstance(q.subject, ox.NamedNode)}
            found = self._articles[identifier] = min(
                (t for t in things if self._text(t, DANG.text) is not None),
                key=str,
                default=ox.NamedNode("urn:x"),
            )
        return found

    def touches(self, finding: Finding, units: frozenset[str]) -> bool:
        """Tell whether a finding is about one of these units or about what lies in it."""
        return any(self._units(side.thing) & units for side in finding.sides)

    def _units(self, thing: str) -> set[str]:
        """Collect the units of a thing, of what it belongs to, and those above."""
        things = {thing}
        for predicate in (DANG.states, PROV.specializationOf):
            things |= {
                found for known in list(things) for found in self._things(ox.NamedNode(known), predicate)
            }
        hosts = {host for known in things for p in _HOSTS for host in self._things(ox.NamedNode(known), p)}
        units = things | hosts
        waiting = list(units)
        while waiting:
            node = ox.NamedNode(waiting.pop())
            for predicate in (DANG.jurisdiction, ORG.subOrganizationOf, SCHEMA.containedInPlace):
                for above in self._things(node, predicate):
                    if above not in units:
                        units.add(above)
                        waiting.append(above)
        return units

    def _things(self, node: ox.NamedNode, predicate: str) -> Iterator[str]:
        quads = self._store.quads_for_pattern(node, ox.NamedNode(predicate), None)
        yield from sorted({q.object.value for q in quads if isinstance(q.object, ox.NamedNode)})

    def _text(self, node: ox.NamedNode, predicate: str) -> str | None:
        quads = self._store.quads_for_pattern(node, ox.NamedNode(predicate), None)
        return next((q.object.value for q in quads if isinstance(q.object, ox.Literal)), None)
