"""A small change carried through the computed graphs without reading the whole store again.

What a graph of :mod:`kg.derive` says of one block (a person, a post, a pair of subject and period) depends on
that block alone.  So a change is carried through by making the graph twice from the few things of the blocks
that it touches, as they were and as they are: what the two differ in is what the change does to the graph.
A block of which only a part is at hand comes out the same both times, and so does no harm.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.nquads import NamedGraph
from kg.vocab import Minter

_MERGE = ox.DefaultGraph()
_MOST = 20_000
"""After so many changed triples it is no small change any more."""

Triples = set[ox.Triple]
Things = set[str]
Lines = tuple[set[str], set[str]]
"""The N-Quads lines that a graph loses, and those that it gains."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """What an article's graph has lost and gained."""

    gone: Triples
    come: Triples


@dataclass(slots=True)
class Changes:
    """The triples that the merge of all graphs has gained and lost in a run, so far, if it is ``known``.

    ``graphs`` are those of the articles that have changed, ``retold`` what these say and did not say, or the
    other way round, whoever else says it.
    """

    gone: set[ox.Triple] = field(default_factory=set)
    come: set[ox.Triple] = field(default_factory=set)
    known: bool = True
    graphs: set[str] = field(default_factory=set)
    retold: set[ox.Triple] = field(default_factory=set)

    def take(self, store: ox.Store, graph: str, gone: Iterable[ox.Triple], come: Iterable[ox.Triple]) -> None:
        """Take in what a graph, as it stands in the store now, has lost and gained."""
        if len(self.gone) + len(self.come) > _MOST:
            self.known = False
            return
        own = ox.NamedNode(graph)
        self.gone.update(triple for triple in gone if in_merge(triple) not in store)
        self.come.update(triple for triple in come if _only_of(store, triple, own))


def in_merge(triple: ox.Triple) -> ox.Quad:
    """Give a triple as it stands in the merge."""
    return ox.Quad(triple.subject, triple.predicate, triple.object, _MERGE)


def _only_of(store: ox.Store, triple: ox.Triple, graph: ox.NamedNode) -> bool:
    quads = store.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
    return all(quad.graph_name in (graph, _MERGE) for quad in quads)


class View:
    """The merge as it is together with what it has just lost, to find what a change touches.

    Things are IRIs; what is no IRI is nobody's thing.  What a maker is to see is collected.
    """

    def __init__(self, store: ox.Store, changes: Changes) -> None:
        self._store = store
        self.changes = changes
        self._of: dict[tuple[str, str], Things] = defaultdict(set)
        self._by: dict[tuple[str, str], Things] = defaultdict(set)
        self._told: dict[str, Things] = defaultdict(set)
        for triple in (*changes.gone, *changes.come):
            self._told[triple.predicate.value].add(_value(triple.subject))
        for triple in changes.gone:
            if isinstance(triple.object, ox.NamedNode):
                self._of[_value(triple.subject), triple.predicate.value].add(triple.object.value)
                self._by[triple.predicate.value, triple.object.value].add(_value(triple.subject))
        self._to: dict[tuple[str, str], Things] = {}
        self._back: dict[tuple[str, str], Things] = {}
        self._seen: set[tuple[str, str | None]] = set()
        self._wanted: set[ox.Quad] = set()

    def changed(self, *predicates: str) -> Things:
        """Give the things of which something was changed that one of these predicates tells."""
        return {thing for predicate in predicates for thing in self._told.get(predicate, ())}

    def all_changed(self) -> Things:
        """Give the things of which something was changed."""
        return {thing for things in self._told.values() for thing in things}

    def to(self, things: Iterable[str], *predicates: str) -> Things:
        """Follow predicates from things."""
        return {each for thing in things for told in predicates for each in self._objects(thing, told)}

    def back(self, things: Iterable[str], *predicates: str) -> Things:
        """Follow predicates to things, backwards."""
        return {each for thing in things for told in predicates for each in self._subjects(told, thing)}

    def among(self, things: Things, predicate: str, wanted: Things) -> Things:
        """Choose the things that a predicate leads from to a wanted one: faster than back from many."""
        return {thing for thing in things if not wanted.isdisjoint(self._objects(thing, predicate))}

    def all_back(self, things: Things, predicate: str) -> Things:
        """Follow a predicate to things, backwards, as far as it leads; gives the things themselves, too."""
        found, waiting = set(things), things
        while waiting:
            waiting = self.back(waiting, predicate) - found
            found |= waiting
        return found

    def _objects(self, thing: str, predicate: str) -> Things:
        known = self._to.get((thing, predicate))
        if known is None:
            quads = self._store.quads_for_pattern(ox.NamedNode(thing), ox.NamedNode(predicate), None, _MERGE)
            objects = (quad.object for quad in quads)
            named = {each.value for each in objects if isinstance(each, ox.NamedNode)}
            known = self._to[thing, predicate] = named.union(self._of.get((thing, predicate), ()))
        return known

    def _subjects(self, predicate: str, thing: str) -> Things:
        known = self._back.get((predicate, thing))
        if known is None:
            quads = self._store.quads_for_pattern(None, ox.NamedNode(predicate), ox.NamedNode(thing), _MERGE)
            known = {_value(quad.subject) for quad in quads}.union(self._by.get((predicate, thing), ()))
            self._back[predicate, thing] = known
        return known

    def show(self, things: Iterable[str], *predicates: str) -> None:
        """Let the maker see all of things, or what some predicates tell of them."""
        for thing in things:
            node = ox.NamedNode(thing)
            for predicate in predicates or (None,):
                if (thing, predicate) not in self._seen:
                    self._seen.add((thing, predicate))
                    told = ox.NamedNode(predicate) if predicate is not None else None
                    self._wanted.update(self._store.quads_for_pattern(node, told, None, _MERGE))

    def stores(self) -> tuple[ox.Store, ox.Store]:
        """Give what is wanted as it was before the changes, and as it is."""
        shown = {subject for subject, _ in self._seen}
        gone = {in_merge(each) for each in self.changes.gone if _value(each.subject) in shown}
        come = {in_merge(each) for each in self.changes.come}
        return _store((self._wanted - come) | gone), _store(self._wanted)


Scope = Callable[[View], object]
"""What a maker must see of the blocks that changes touch: it shows them."""

Maker = Callable[[ox.Store, Minter, NamedGraph], object]


def locally(
    store: ox.Store, mint: Minter, graph: str, make: Maker, scope: Scope, changes: Changes
) -> Lines:
    """Find the N-Quads lines that a computed graph loses, and those that it gains, by changes."""
    view = View(store, changes)
    scope(view)
    made = []
    for some in view.stores():
        new = NamedGraph(graph)
        make(some, mint, new)
        made.append(set(new.lines))
    before, after = made
    return _unheld(store, graph, before - after), unsaid(store, after - before)


def _unheld(store: ox.Store, graph: str, lines: set[str]) -> set[str]:
    """Leave out what another block says as well: of a moment of time that it still names."""
    if not lines:
        return lines
    parsed = {line: next(iter(ox.parse(line, ox.RdfFormat.N_QUADS))) for line in lines}
    going = set(parsed.values())
    own = ox.NamedNode(graph)

    def named(quad: ox.Quad) -> bool:
        if "/instant/" not in _value(quad.subject):
            return False
        others = store.quads_for_pattern(None, None, quad.subject, own)
        return any(other not in going for other in others)

    return {line for line, quad in parsed.items() if not named(quad)}


def unsaid(store: ox.Store, lines: set[str]) -> set[str]:
    """Leave out what is said in the graph already, by another block."""
    return {line for line in lines if next(iter(ox.parse(line, ox.RdfFormat.N_QUADS))) not in store}


def _store(quads: Iterable[ox.Quad]) -> ox.Store:
    made = ox.Store()
    made.extend(quads)
    return made


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))
