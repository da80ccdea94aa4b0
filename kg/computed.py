"""What holds across articles, kept in a store: by what is other in it, or made whole.

A large store is read by processes of their own, one for each graph that is made whole, which end with all
the memory that the engine and the work took.  The store is closed here meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pyoxigraph as ox

from kg.derive import GRAPHS, Computed, compute, derive, together
from kg.derive.local import Changes
from kg.derive.reads import REFERENCE, UNITS
from kg.identity import Identities
from kg.journal import Journal
from kg.lexicon import lexicon
from kg.model import Judgement
from kg.named_units import NamedUnits
from kg.reference import reference_differing, reference_graph, reference_of
from kg.sorting import in_order
from kg.store import KgStore, open_store
from kg.vocab import DANG, Minter
from kg.workers import alone

_ALONE = 400_000_000
"""So many bytes on disk are worth processes of their own."""


def conclude(
    store: KgStore,
    journal: Journal,
    judgements: Sequence[Judgement],
    kinds: set[str] | None,
    changes: Changes | None,
) -> Identities:
    """Compute what holds across articles, where these ``kinds`` of it, or all, have changed.

    Small ``changes`` are carried through (:func:`kg.derive.derive`).  Gives what was decided of who is who.
    """
    if kinds is None and store.size() >= _ALONE:
        return _conclude_apart(store, journal, judgements)
    keeper = Keeper(store, kinds, changes)
    touched = kinds is None or UNITS in kinds
    graphs = {REFERENCE} if touched and _keep_units(store, journal, keeper, changes) else set()
    return derive(
        store.quads,
        keeper.keep,
        store.base,
        judgements,
        kinds,
        graphs,
        journal,
        changes,
        keeper.amend,
        store.renewed if kinds is None else None,
    )


# -- made whole by other processes ---------------------------------------------------------------------------


def _conclude_apart(store: KgStore, journal: Journal, judgements: Sequence[Judgement]) -> Identities:
    journal.rest()
    with store.aside():
        made = (alone(_compute, store.path, name, judgements) for name in (REFERENCE, *GRAPHS))
        return together([each for each in made if each is not None])


def _compute(folder: Path, name: str, judgements: Sequence[Judgement]) -> Computed | None:
    """Make one graph whole and keep it."""
    with open_store(folder, lent=True) as store, Journal(folder) as journal:
        keeper = Keeper(store)
        if name != REFERENCE:
            return compute(name, store.renewed, keeper.keep, store.base, judgements, journal)
        _keep_units(store, journal, keeper)
        return None


def _keep_units(store: KgStore, journal: Journal, keeper: Keeper, changes: Changes | None = None) -> bool:
    """Describe the units that the articles name, with all that belongs to them; tells whether that is new."""
    gazetteer, graph = lexicon().gazetteer, reference_graph(store.base)
    named = NamedUnits(store.quads, store.base, journal.tables(), gazetteer)
    if changes is None:
        return keeper.keep(graph, in_order(reference_of(gazetteer, named.filled(), store.base)))
    differing = reference_differing(gazetteer, *named.replace(changes.retold), store.base)
    if any(differing):
        keeper.amend(graph, *differing)
    return any(differing)


# -- kept ----------------------------------------------------------------------------------------------------


class Keeper:
    """Puts computed graphs into a store, and takes in what that changes.

    ``kinds`` are those that have changed, ``changes`` what has changed of the merge of all graphs so far.
    """

    def __init__(
        self, store: KgStore, kinds: set[str] | None = None, changes: Changes | None = None
    ) -> None:
        self._store, self._kinds, self._changes = store, kinds, changes
        mint = Minter(store.base)
        self._identity = mint.derived_graph("identity")
        self._replaced: tuple[Sequence[bytes], Sequence[bytes]] | None = None

    def keep(self, graph: str, lines: Iterable[str]) -> bool:
        """Put a graph into the store in place of the one before; tells whether it is another one now."""
        self._replaced = None
        changed = self._store.put(graph, lines, on_replacing=self._note_replaced)
        if changed and self._changes is not None:
            self._take(graph)
        if changed:
            self._note_people(graph)
        return changed

    def amend(self, graph: str, gone: set[str], come: set[str]) -> None:
        """Change some lines of a graph."""
        self._store.amend(graph, sorted(gone), sorted(come))
        self._note_people(graph)
        if self._changes is not None:
            quads = (ox.parse("".join(lines), ox.RdfFormat.N_QUADS) for lines in (gone, come))
            self._changes.take(self._store.quads, graph, *([quad.triple for quad in some] for some in quads))

    def _note_people(self, graph: str) -> None:
        """Note that other people may be known now, when that graph has changed."""
        if graph == self._identity and self._kinds is not None:
            self._kinds.add(DANG.Persona)

    def _take(self, graph: str) -> None:
        """Take in what the graph that was just kept has changed of the merge."""
        assert self._changes is not None
        if self._replaced is None:
            self._changes.known = False
        elif self._changes.known:
            gone, come = (ox.parse(b"\n".join(lines), ox.RdfFormat.N_TRIPLES) for lines in self._replaced)
            triples = ([quad.triple for quad in quads] for quads in (gone, come))
            self._changes.take(self._store.quads, graph, *triples)

    def _note_replaced(self, gone: Sequence[bytes], come: Sequence[bytes]) -> None:
        self._replaced = gone, come
