"""What is known of bodies after a small change: made again of those that it concerns, and of no other.

What the graph of bodies says of one rests on what the articles name it and on the names of the bodies that it
is tied to; one that no article names is described as long as another is tied to it.  So what is said of the
changed bodies, and of those that are tied to a body of another name now, is made twice, as it was and as it
is, with all that they lead to.  What nothing else leads to any more goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import pyoxigraph as ox

from kg.bodies import History, history
from kg.derive.bodies import Ground, Institutions
from kg.derive.body_ledger import BodyLedger, Former, Known, Named, Turned
from kg.derive.local import Changes, Lines, Things, View, unsaid
from kg.derive.named_bodies import NamedBodies
from kg.derive.prints import Kept
from kg.model import Organization
from kg.nquads import NamedGraph
from kg.vocab import DANG, DCTERMS, ORG, RDF, RDFS, SCHEMA, Minter

_MANY = 2_000
"""So many bodies are no small change."""

_SIDES: Final = (ORG.originalOrganization, ORG.resultingOrganization)
_TIES: Final = frozenset(
    {*_SIDES, ORG.subOrganizationOf, ORG.reportsTo, ORG.linkedTo, DANG.jurisdiction, DANG.legalBasis}
)
"""By what the graph of bodies leads to what it describes."""

_TOLD: Final = frozenset(
    {RDF.type, RDFS.label, ORG.classification, DANG.jurisdiction, ORG.subOrganizationOf}
)
"""What articles tell of bodies."""

Bodies = dict[str, Named]


def rebodied(store: ox.Store, mint: Minter, graph: str, changes: Changes, kept: Kept) -> Lines | None:
    """Find the lines that the graph of bodies loses and gains; ``None`` when all is to be made anew."""
    lives, view = history(), View(store, changes)
    ledger, read = BodyLedger(kept.tables(), lives), NamedBodies(store, mint, lives)
    retold = {_value(each.subject) for each in changes.retold if each.predicate.value in _TOLD}
    before, after = _changed(ledger, read, retold | _on_other_units(view, read))
    if max(len(before), len(after)) > _MANY:
        return None
    counted = {iri: known for iri in retold if (known := ledger.named(iri)) is not None}
    turned = ledger.replace(before, after, counted, read.choose)
    former = Former(ledger, before, after, turned)
    names = [(each[0], turned.chosen[key][0]) for key, each in turned.names.items()]
    old = _State(mint, graph, lives, former, FormerGround(store, graph, changes), names)
    names = [(each[1], turned.chosen[key][1]) for key, each in turned.names.items()]
    ground = Ground(store, graph)
    new = _State(mint, graph, lives, ledger, ground, names)
    concerned = _Concerned(store, graph, ledger, former, ground)
    some = {*before, *after, *concerned.otherwise_spelled(turned), *concerned.on_changed_ground(view)}
    for each in (*before.values(), *after.values(), *counted.values()):
        was = old.iri(each.body)
        if was is not None and was != new.iri(each.body):
            some |= concerned.leading_to(was)
    while len(some) <= _MANY:
        old.make(some)
        new.make(some)
        others = concerned.by_others(old.told, new.told)
        for iri in after.keys() - before.keys() - old.told:
            others |= concerned.one_leading_to(iri)
        if others <= some:
            return old.lines - new.lines, unsaid(store, new.lines - old.lines)
        some |= others
    return None


class _State:
    """The bodies as they were or as they are: ``lines`` and ``told`` are what is said of some of them."""

    def __init__(
        self,
        mint: Minter,
        graph: str,
        lives: History,
        known: Known,
        ground: Ground,
        names: Iterable[tuple[list[str], str | None]],
    ) -> None:
        self._mint, self._graph, self._lives = mint, graph, lives
        self._known, self._ground, self._names = known, ground, names
        self.lines: set[str] = set()
        self.told: Things = set()

    def _institutions(self, graph: NamedGraph) -> Institutions:
        return Institutions(self._mint, graph, self._lives, self._known, self._ground)

    def iri(self, body: Organization) -> str | None:
        """The IRI of a body."""
        return self._institutions(NamedGraph(self._graph)).iri(body)

    def make(self, some: Iterable[str]) -> None:
        """Say what is to be said of some named bodies, and of all that they lead to."""
        graph = NamedGraph(self._graph)
        made = self._institutions(graph)
        found = {iri: named for iri in some if (named := self._known.named(iri)) is not None}
        for iri, named in found.items():
            made.describe(iri, named.body)
        for names, chosen in self._names:
            made.tie_names(names, chosen)
        self.lines, self.told = set(graph.lines), made.told | found.keys()


class _Concerned:
    """The named bodies that a change concerns, found by the graph as it was."""

    def __init__(
        self, store: ox.Store, graph: str, ledger: BodyLedger, former: Former, ground: Ground
    ) -> None:
        self._store, self._own = store, ox.NamedNode(graph)
        self._ledger, self._former, self._ground = ledger, former, ground

    def with_parts(self, some: Iterable[str]) -> Things:
        """Give bodies with those that articles say are parts of them."""
        found: Things = set()
        waiting = list(some)
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting += self._ledger.parts(one)
        return found

    def otherwise_spelled(self, turned: Turned) -> Things:
        """Find those that lead to bodies whose names are spelled in another way now."""
        both = {words: each for words, each in turned.spelled.items() if None not in each}
        words = (words for words, (was, now) in both.items() if was != now)
        return self.with_parts(iri for each in words for iri in self._ledger.written(each))

    def on_changed_ground(self, view: View) -> Things:
        """Find those whose units have other reforms behind them now, or are described elsewhere."""
        reforms = view.among(view.changed(*_SIDES, RDF.type), RDF.type, {DANG.ReformEvent})
        units = view.to(reforms, *_SIDES)
        found = self.with_parts(iri for iri in view.back(units, DANG.jurisdiction) if self._former.knows(iri))
        for unit in view.changed(DCTERMS.valid):
            if any(self._objects(unit, DCTERMS.identifier)) or not self._ground.describes(unit):
                found |= self.one_leading_to(unit)
        return found

    def by_others(self, told: Things, still: Things) -> Things:
        """Find named bodies that lead to what was told of others, too, and is no more."""
        found: Things = set()
        for thing in told - still:
            other = next((leading for leading in self._leading(thing) if leading not in told), None)
            found |= self._of_change(thing) | (self._named(other) if other is not None else set())
        return found

    def leading_to(self, thing: str) -> Things:
        """Give, for each that the graph leads from to a thing, a named body that leads to that."""
        return {named for leading in self._leading(thing) for named in self._named(leading)}

    def one_leading_to(self, thing: str) -> Things:
        """Give a named body that leads to a thing, or those of one change."""
        return next((found for leading in self._leading(thing) if (found := self._named(leading))), set())

    def _named(self, thing: str) -> Things:
        """Give a thing itself if it is a named body, else one that leads to it."""
        waiting, seen = [thing], {thing}
        while waiting:
            one = waiting.pop()
            found = {one} if self._former.knows(one) else self._of_change(one)
            if found:
                return found
            above = set(self._leading(one)) - seen
            seen |= above
            waiting += above
        return set()

    def _of_change(self, change: str) -> Things:
        """Give the named bodies that were in a change, under all their names."""
        found: Things = set()
        for iri in (iri for side in _SIDES for iri in self._objects(change, side)):
            named = self._former.named(iri)
            if named is not None:
                found |= {iri, *self._ledger.names(named.body)}
        return found

    def _objects(self, thing: str, predicate: str) -> Iterator[str]:
        quads = self._store.quads_for_pattern(ox.NamedNode(thing), ox.NamedNode(predicate), None, self._own)
        return (_value(quad.object) for quad in quads)

    def _leading(self, thing: str) -> Iterator[str]:
        quads = self._store.quads_for_pattern(None, None, ox.NamedNode(thing), self._own)
        return (_value(quad.subject) for quad in quads if quad.predicate.value in _TIES)


class FormerGround(Ground):
    """What the other graphs told of the units before a change."""

    def __init__(self, store: ox.Store, graph: str, changes: Changes) -> None:
        super().__init__(store, graph)
        self._gone, self._come = changes.gone, changes.come
        self._turned: dict[str, bool] = {}
        for triples, described in ((changes.come, False), (changes.gone, True)):
            valid = (triple for triple in triples if triple.predicate.value == DCTERMS.valid)
            self._turned.update((_value(triple.subject), described) for triple in valid)

    def _describes(self, unit: str) -> bool:
        known = self._turned.get(unit)
        return super()._describes(unit) if known is None else known

    def _triples(self, subject: str | None, predicate: str, thing: str | None) -> Iterable[ox.Triple]:
        gone = (each for each in self._gone if each.predicate.value == predicate)
        gone = (each for each in gone if subject in (None, _value(each.subject)))
        gone = (each for each in gone if thing in (None, _value(each.object)))
        return (set(super()._triples(subject, predicate, thing)) - self._come) | set(gone)


# -- what a change touches -----------------------------------------------------------------------------------


def _on_other_units(view: View, read: NamedBodies) -> Things:
    """Find the bodies in units that only articles know, and of which these tell otherwise."""
    units = view.changed(RDFS.label, SCHEMA.name, DANG.level, DANG.unitType, SCHEMA.containedInPlace)
    units = view.among(units, RDF.type, {DANG.AdministrativeUnit})
    unknown = {unit for unit in units if (known := read.unit(unit)) is None or known.key is None}
    return view.back(unknown, DANG.jurisdiction)


def _changed(ledger: BodyLedger, read: NamedBodies, touched: Things) -> tuple[Bodies, Bodies]:
    """Give the bodies among some things that are told of otherwise, as they were and as they are."""
    before: Bodies = {}
    after: Bodies = {}
    waiting, seen = set(touched), set[str]()
    while waiting:
        iri = waiting.pop()
        seen.add(iri)
        was, now = ledger.named(iri), read.read(iri)
        if was == now:
            continue
        before |= {iri: was} if was is not None else {}
        after |= {iri: now} if now is not None else {}
        waiting |= {part for part in ledger.parts(iri) if part not in seen}
    return before, after


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))
