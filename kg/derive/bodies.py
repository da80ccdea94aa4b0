"""Where each body stands, how long it existed and what became of it.

Every body that an article names gets its level and its lifetime, the body that it is a part of or reports
to, and the one that leads it, up to the nation; a body that no article names is described where the tree
or a change needs it.  Names of one body are tied together.  What is said of a body depends on which other
bodies have a name, and on nothing else: in which order they are described makes no difference.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

import pyoxigraph as ox

from kg import nquads as nq
from kg.bodies import Event, History, history
from kg.bodies.tree import Key
from kg.derive.body_ledger import BodyLedger, Known
from kg.derive.ground import link, merge_of, statement
from kg.derive.named_bodies import NamedBodies
from kg.derive.prints import Kept
from kg.derive.reading import Quads
from kg.model import Organization, Unit
from kg.nquads import NamedGraph
from kg.vocab import (
    DANG,
    DCTERMS,
    EDTF,
    ELI,
    ORG,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    Minter,
    body_classes,
    concept,
    party_number,
    party_term,
    short,
)

_COUNTED_BY_TERM = "QH"


def bodies(store: Quads, mint: Minter, graph: NamedGraph, kept: Kept | None = None) -> None:
    """Describe the bodies of a store's articles as institutions.

    What the articles name is ``kept``, so that a small change can be carried through.
    """
    lives = history()
    ledger = BodyLedger(kept.tables() if kept is not None else sqlite3.connect(""), lives)
    named = NamedBodies(store, mint, lives)
    ledger.fill(named.every(), named.choose)
    institutions = Institutions(mint, graph, lives, ledger, Ground(store, graph.name))
    for iri, body in ledger.bodies():
        institutions.describe(iri, body)
    for key, names in ledger.several():
        institutions.tie_names(names, ledger.chosen(key))


class Ground:
    """What the other graphs tell of the units that bodies stand in."""

    def __init__(self, store: Quads, graph: str) -> None:
        self._store, self._in = store, merge_of(store)
        self._own = (ox.NamedNode(graph), ox.DefaultGraph())
        self._reforms: dict[str, dict[str, set[str]]] = {}
        self._described: dict[str, bool] = {}

    def reforms(self, before: str, after: str) -> set[str]:
        """Give the reforms in which one unit came of another."""
        if before not in self._reforms:
            self._reforms[before] = self._became(before)
        return self._reforms[before].get(after, set())

    def _became(self, unit: str) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for reform in self._triples(None, ORG.originalOrganization, unit):
            told = _value(reform.subject)
            if any(True for _ in self._triples(told, RDF.type, DANG.ReformEvent)):
                for after in self._triples(told, ORG.resultingOrganization, None):
                    found[_value(after.object)].add(told)
        return found

    def describes(self, unit: str) -> bool:
        """Tell whether another graph describes a unit."""
        if unit not in self._described:
            self._described[unit] = self._describes(unit)
        return self._described[unit]

    def _describes(self, unit: str) -> bool:
        quads = self._store.quads_for_pattern(ox.NamedNode(unit), ox.NamedNode(RDFS.label), None, None)
        return any(quad.graph_name not in self._own for quad in quads)

    def _triples(self, subject: str | None, predicate: str, thing: str | None) -> Iterable[ox.Triple]:
        one, other = (ox.NamedNode(each) if each is not None else None for each in (subject, thing))
        quads = self._store.quads_for_pattern(one, ox.NamedNode(predicate), other, self._in)
        return {quad.triple for quad in quads}


class Institutions:
    """Writes down what is known of bodies; ``told`` is what was described beside those that articles name."""

    def __init__(self, mint: Minter, graph: NamedGraph, lives: History, known: Known, ground: Ground) -> None:
        self._mint, self._graph = mint, graph
        self._history, self._tree = lives, lives.tree
        self._known, self._ground = known, ground
        self._made: dict[Key, str] = {}
        self._events: set[tuple[str, ...]] = set()
        self.told: set[str] = set()

    def describe(self, iri: str, body: Organization) -> None:
        """Tell where a named body stands, and what became of it."""
        if body.kind:
            self._place(iri, body)
        key = self._tree.key(body)
        if key is not None:
            for event in (*self._history.followed(body), *self._history.preceded(body)):
                self._event(event, key)

    def tie_names(self, names: Iterable[str], chosen: str | None) -> None:
        """Tie the names of a body to the one that stands for it."""
        for name in names:
            if chosen is not None and name != chosen:
                link(self._mint, self._graph, "same-body", (name, PROV.alternateOf, chosen), ())
                self._graph.tie(chosen, PROV.alternateOf, name)

    # -- a body in its place ---------------------------------------------------------------------------------

    def iri(self, body: Organization) -> str | None:
        """The IRI of a body: that of the articles, else that of its plainest name."""
        key = self._tree.key(body)
        if key is None:
            return None
        return self._known.chosen(key) or self._mint.organization(self._plainest(body), "")

    def _plainest(self, body: Organization) -> Organization:
        return self._tree.plainest(body, self._known.spelled)

    def _iri(self, body: Organization) -> str | None:
        """The IRI of a body, which is described when no article names it."""
        key = self._tree.key(body)
        if key is None:
            return None
        iri = self._known.chosen(key) or self._made.get(key)
        if iri is None:
            plain = self._plainest(body)
            iri = self._made[key] = self._mint.organization(plain, "")
            if not self._known.knows(iri):
                self.told.add(iri)
                self._describe(iri, plain)
                self._place(iri, plain)
        return iri

    def _describe(self, iri: str, body: Organization) -> None:
        """Describe a body that no article names."""
        classes = body_classes().get(body.kind, (DANG.Body,))
        self._graph.types(iri, *classes, ORG.FormalOrganization, ORG.Organization)
        self._graph.add(iri, RDFS.label, nq.vietnamese(body.label))
        self._graph.tie(iri, ORG.classification, concept("body", body.kind))
        if body.territory is not None:
            self._graph.tie(iri, DANG.jurisdiction, self._unit(body.territory))

    def _unit(self, unit: Unit) -> str:
        iri = self._mint.unit(unit, "")
        if iri not in self.told and not self._ground.describes(iri):
            self.told.add(iri)
            self._graph.types(iri, DANG.AdministrativeUnit, SCHEMA.AdministrativeArea)
            self._graph.add(iri, RDFS.label, nq.vietnamese(unit.full_name))
            self._graph.add(iri, SCHEMA.name, nq.vietnamese(unit.name))
            self._graph.add(iri, DANG.level, nq.integer(unit.level))
            self._graph.add(iri, DCTERMS.identifier, nq.string(unit.key or ""))
        return iri

    def _place(self, iri: str, body: Organization) -> None:
        """Tell a body's level, lifetime, whole, superior and leader."""
        self._lifetime(iri, body)
        says_whole = body.parent is not None and self._known.knows(iri)
        ties = (
            ("part-by-kind", ORG.subOrganizationOf, None if says_whole else self._tree.whole(body)),
            ("reports-by-kind", ORG.reportsTo, self._tree.superior(body)),
            ("linked-by-kind", ORG.linkedTo, self._tree.linked(body)),
        )
        for rule, predicate, other in ties:
            found = self._iri(other) if other is not None else None
            if found is not None and found != iri:
                link(self._mint, self._graph, rule, (iri, predicate, found), ())

    def _lifetime(self, iri: str, body: Organization) -> None:
        """Tell a body's level and its first and last days, as far as they are known."""
        level = self._tree.level(body)
        if level is not None:
            self._graph.add(iri, DANG.level, nq.integer(level))
        lifetime = self._history.lifetime(body)
        known = body.territory is not None and body.territory.key is not None
        bounds = (bound.rule for bound in (lifetime.until, lifetime.since) if bound is not None)
        rule = next(bounds, "lifetime-of-unit" if known else "body-by-kind")
        told = statement(self._mint, self._graph, rule, (iri,), ())
        self._graph.tie(told, DANG.states, iri)
        for stretch in lifetime.stretches:
            since, until = (bound.date if bound else "" for bound in (stretch.since, stretch.until))
            if (since or until or known) and "[" not in since + until:
                self._graph.add(iri, DCTERMS.valid, nq.typed(f"{since}/{until or '..'}", EDTF))
        for bound, predicate in ((lifetime.since, SCHEMA.validFrom), (lifetime.until, SCHEMA.validThrough)):
            if bound is not None:
                self._graph.add(iri, predicate, nq.when(bound.date))

    # -- what became of bodies -------------------------------------------------------------------------------

    def _event(self, event: Event, own: Key) -> None:
        """Describe a change that a named body was in."""
        keys = [[self._tree.key(body) for body in side] for side in (event.before, event.after)]
        if None in keys[0] or None in keys[1] or own not in (*keys[0], *keys[1]):
            return
        before, after = (["|".join(key) for key in sorted(filter(None, side))] for side in keys)
        iri = self._mint.thing("change", self._shown(event), (event.date, *before, "to", *after))
        by = (event.rule, event.basis or "", event.source or "")
        told = (iri, *by, *event.units[0], "to", *event.units[1])
        if told not in self._events:
            self._events.add(told)
            self._tell(iri, event)

    def _shown(self, event: Event) -> tuple[str, ...]:
        body = self._plainest((event.before or event.after)[0])
        return (event.date, short(self._mint.organization(body, "")))

    def _tell(self, iri: str, event: Event) -> None:
        self.told.add(iri)
        self._graph.types(iri, DANG.BodyChange, ORG.ChangeEvent)
        self._graph.add(iri, DCTERMS.date, nq.when(event.date))
        for side, predicate in (
            (event.before, ORG.originalOrganization),
            (event.after, ORG.resultingOrganization),
        ):
            for body in side:
                found = self._iri(body)
                if found is not None:
                    self._graph.tie(iri, predicate, found)
        if event.basis is not None:
            self._graph.tie(iri, DANG.legalBasis, self._act(event.basis, event.date))
        if event.source is not None:
            self._graph.tie(iri, DCTERMS.source, event.source)
        told = statement(self._mint, self._graph, event.rule, (iri,), sorted(self._behind(event)))
        self._graph.tie(told, DANG.states, iri)

    def _behind(self, event: Event) -> set[str]:
        """The reforms of units that a change of bodies follows."""
        before, after = ([self._mint.unit_by_key(key) for key in side] for side in event.units)
        return {reform for old in before for new in after for reform in self._ground.reforms(old, new)}

    def _act(self, number: str, date: str) -> str:
        """Describe an act by its number, which counts in a term of centre or Assembly, or in a year."""
        series, period = "state", None if _COUNTED_BY_TERM in number else date[:4]
        if party_number(number):
            series, period = "central", party_term(date, 0)
        iri = self._mint.document(series, "", number, None, period)
        self.told.add(iri)
        self._graph.types(iri, DANG.Document, ELI.LegalResource)
        self._graph.add(iri, ELI.number, nq.string(number))
        self._graph.add(iri, RDFS.label, nq.vietnamese(number))
        return iri


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))
