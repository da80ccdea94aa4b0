"""What a change of articles touches of that which is computed across articles.

Each derived graph rests on some kinds of things (:mod:`kg.derive.reads`).  A change touches the kinds of the
things of which it says more, less or other than before.  What another article says in the same words, of
units and the like, is no change; only the names of a body that has several are counted by the articles that
use them.  Most articles of a paper touch nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from threading import Lock
from typing import Final

import pyoxigraph as ox

from kg.derive.local import Changes, Replaced, in_merge
from kg.derive.reads import READS, TELLING, UNITS, of_articles, stated
from kg.store import KgStore
from kg.vocab import DANG, DCTERMS, DERIVED, PROV, RDF, Minter

_SOURCE, _TYPE, _STATES = (ox.NamedNode(iri) for iri in (DCTERMS.source, RDF.type, DANG.states))
_EVERY: Final = frozenset().union(*(reads.kinds for reads in READS.values()), {UNITS})
_MANY = 200
"""After so many articles that touch something it is not asked any more: a large change touches all."""

Types = Mapping[object, set[str]]


class Touched:
    """The kinds that the changes of a run touch; ``kinds`` is ``None`` when it may be all."""

    def __init__(self, store: KgStore, *, everything: bool = False) -> None:
        self._store = store
        self._derived = Minter(store.base).iri("graph", DERIVED)
        self._many = 0
        self._lock = Lock()
        self._gone: defaultdict[str, set[ox.Triple]] = defaultdict(set)
        self._come: defaultdict[str, set[ox.Triple]] = defaultdict(set)
        self.kinds: set[str] | None = None if everything else set()

    def weigh(self, graph: str, triples: bytes) -> None:
        """Take in that an article's ``graph``, as it stands in the store, is to get these N-Triples."""
        if self.kinds is None:
            return
        new = {quad.triple for quad in ox.parse(triples, ox.RdfFormat.N_TRIPLES)}
        name = ox.NamedNode(graph)
        old = {quad.triple for quad in self._store.quads.quads_for_pattern(None, None, None, name)}
        found = set(self._of(name, old, new))
        with self._lock:  # new articles are weighed as they come, changed ones by the thread that writes
            self._many += bool(found)
            if self.kinds is not None:
                self.kinds = self.kinds | found if self._many <= _MANY else None
                self._note(graph, old - new, new - old)

    def _note(self, graph: str, gone: set[ox.Triple], come: set[ox.Triple]) -> None:
        """Remember what an article no longer says and what it says now, all its changes taken together."""
        if self.kinds is None:
            self._gone.clear()
            self._come.clear()
            return
        before, after = self._gone[graph], self._come[graph]
        self._gone[graph] = (before - come) | (gone - after)
        self._come[graph] = (after - gone) | (come - before)

    def changes(self) -> Changes | None:
        """Give what the changes of the run have changed of the merge; ``None`` when it may be all."""
        if self.kinds is None:
            return None
        quads = self._store.quads
        found = Changes(graphs={graph for graph in (*self._gone, *self._come) if self._changed(graph)})
        said: defaultdict[ox.Triple, set[object]] = defaultdict(set)
        for graph, triples in self._come.items():
            for triple in triples:
                said[triple].add(ox.NamedNode(graph))
        lost = {triple for triples in self._gone.values() for triple in triples}
        found.retold = lost | said.keys()
        for triple, graphs in said.items():
            if triple in lost:  # what one article says now another one said
                continue
            known = quads.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
            holders = (quad.graph_name for quad in known)
            if in_merge(triple) in quads and {*graphs, ox.DefaultGraph()}.issuperset(holders):
                found.come.add(triple)
        found.gone = {triple for triple in lost if in_merge(triple) not in quads}
        return found

    def replaced(self) -> dict[str, Replaced] | None:
        """Give what the changes of the run have changed of each article's graph; ``None`` for all."""
        if self.kinds is None:
            return None
        return {graph: Replaced(self._gone[graph], self._come[graph]) for graph in (*self._gone, *self._come)}

    def _changed(self, graph: str) -> bool:
        return bool(self._gone[graph] or self._come[graph])

    def _of(self, graph: ox.NamedNode, old: set[ox.Triple], new: set[ox.Triple]) -> Iterator[str]:
        types = _types((*old, *new))
        itself = {graph, *(triple.object for triple in (*old, *new) if triple.predicate == _SOURCE)}
        telling = TELLING & set().union(*types.values())
        for triple in old ^ new:
            if triple.subject in itself:
                for kind in telling:
                    yield from of_articles(kind, triple.predicate.value)
            elif self._counts(triple.subject, types) or not self._told_elsewhere(graph, triple):
                yield from _kinds(triple.subject, types)

    def _counts(self, subject: ox.NamedNode | ox.BlankNode | ox.Triple, types: Types) -> bool:
        """Tell whether it matters how many articles name a thing: one name of a body stands for all."""
        quads, name = self._store.quads, ox.NamedNode(PROV.alternateOf)
        return DANG.Body in types.get(subject, ()) and any(quads.quads_for_pattern(subject, name, None, None))

    def _told_elsewhere(self, graph: ox.NamedNode, triple: ox.Triple) -> bool:
        """Tell whether another article says this, too."""
        quads = self._store.quads.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
        others = (quad.graph_name for quad in quads if quad.graph_name != graph)
        return any(
            isinstance(other, ox.NamedNode) and not other.value.startswith(self._derived) for other in others
        )


def _types(triples: Iterable[ox.Triple]) -> defaultdict[object, set[str]]:
    """Map each thing of a graph to its classes; a statement also to what it is a statement of."""
    types: defaultdict[object, set[str]] = defaultdict(set)
    for triple in triples:
        if triple.predicate == _TYPE and isinstance(triple.object, ox.NamedNode):
            types[triple.subject].add(triple.object.value)
    for triple in triples:
        if triple.predicate == _STATES:
            types[triple.subject] |= {stated(kind) for kind in types[triple.object]}
    return types


def _kinds(subject: object, types: Types) -> Iterable[str]:
    """Give the kinds of a thing; of one whose class is not told it may be any."""
    return types.get(subject) or _EVERY
