"""What holds across articles: computed from a store's quads, in graphs of its own, rebuilt whole or left.

Each computed thing carries a statement of kind ``computed`` with its rule and the statements that it rests
on, so that a reader gets from it to the sentences.  One module makes one graph.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

import pyoxigraph as ox

from kg.derive.attainments import attainments
from kg.derive.bodies import bodies
from kg.derive.concurrent import concurrent
from kg.derive.contradictions import contradictions
from kg.derive.documents import documents
from kg.derive.identity import identity
from kg.derive.local import Changes, Lines, locally
from kg.derive.prints import Kept
from kg.derive.reading import Quads, Renewable
from kg.derive.reads import READS
from kg.derive.rebodying import rebodied
from kg.derive.redocumenting import redocumented
from kg.derive.regrouping import regrouped
from kg.derive.rewitnessing import rewitnessed
from kg.derive.scopes import SCOPES
from kg.derive.successions import successions
from kg.derive.tenures import tenures
from kg.derive.witnesses import witnesses
from kg.identity import Identities
from kg.identity.documents import Documents
from kg.model import Judgement
from kg.nquads import LargeGraph, NamedGraph
from kg.vocab import DEFAULT_BASE, Minter

_Maker = Callable[[Quads, Minter, NamedGraph], object]


def _makers(judgements: Sequence[Judgement], kept: Kept | None = None) -> dict[str, _Maker]:
    return {
        "witnesses": partial(witnesses, kept=kept),
        "bodies": partial(bodies, kept=kept),
        "identity": partial(identity, judgements=judgements, kept=kept),
        "tenures": tenures,
        "successions": successions,
        "concurrent-posts": concurrent,
        "attainments": attainments,
        "documents": partial(documents, judgements=judgements, kept=kept),
        "contradictions": contradictions,
    }


def _differing(
    name: str,
    make: _Maker,
    store: ox.Store,
    mint: Minter,
    changes: Changes | None,
    kept: Kept | None,
    judged: bool,
) -> Lines | None:
    """Carry small changes through one graph; ``None`` when it is to be computed whole."""
    graph = mint.derived_graph(name)
    if changes is None or not changes.known:
        return None
    if name in SCOPES:
        return locally(store, mint, graph, make, SCOPES[name], changes)
    if kept is None or (judged and name in ("identity", "documents")):
        return None
    return _CARRIED[name](store, mint, graph, changes, kept) if name in _CARRIED else None


_CARRIED: Final = {
    "witnesses": rewitnessed,
    "bodies": rebodied,
    "identity": regrouped,
    "documents": redocumented,
}
"""The graphs through which a small change is carried by what is kept of the articles."""


#: The derived graphs, by name, in the order in which they are made.
GRAPHS = tuple(_makers(()))


def derive(
    store: ox.Store,
    keep: Callable[[str, Iterable[str]], object],
    base: str = DEFAULT_BASE,
    judgements: Sequence[Judgement] = (),
    kinds: Collection[str] | None = None,
    graphs: Collection[str] = (),
    kept: Kept | None = None,
    changes: Changes | None = None,
    amend: Callable[[str, set[str], set[str]], object] | None = None,
    renewed: Callable[[], ox.Store] | None = None,
) -> Identities:
    """Compute every derived graph and hand its name and its N-Quads lines, in order, to ``keep``.

    One builds on another: ``keep`` is to put each into the store in place of the one before, and tells
    whether it is another one now.  ``judgements`` overrule what the program would conclude of who is who;
    what was concluded of that is given back.  With ``kinds`` (:mod:`kg.derive.reads`) all was computed before
    and only these, and the computed ``graphs``, have changed since: what does not rest on them is left as it
    is.  What is ``kept`` of the articles spares reading them again.  Small ``changes`` are carried through
    without computing a whole graph where that can be done (:mod:`kg.derive.scopes`): ``amend`` is then told
    the lines that a graph loses and gains.  ``renewed`` gives the store anew before each graph is made,
    and before it is kept, with nothing in memory of what came before.
    """
    mint = Minter(base)
    made: list[Computed] = []
    changed = set(graphs)
    for name, make in _makers(judgements, kept).items():
        wanted = kinds is None or READS[name].touched(kinds, changed)
        if not wanted and not (name == "documents" and any(each.unknown for each in made)):
            continue
        differing = _differing(name, make, store, mint, changes, kept, bool(judgements))
        if amend is not None and differing is not None:
            if any(differing):
                amend(mint.derived_graph(name), *differing)
                changed.add(name)
            continue
        if renewed is not None:
            del store  # nobody may hold what is closed
            made.append(_computed(name, make, Renewable(renewed), keep, mint))
            store = renewed()
        else:
            made.append(_computed(name, make, store, keep, mint))
        if made[-1].changed:
            changed.add(name)
    return together(made)


@dataclass(frozen=True, slots=True)
class Computed:
    """What became of a graph that was made whole: whether it is another one now.

    ``unknown`` are the references of judgements that nothing in it answers to, of a graph for which there are
    judgements, ``refused`` those that contradict others.
    """

    name: str
    changed: bool
    unknown: tuple[str, ...] = ()
    refused: tuple[Judgement, ...] = ()


def compute(
    name: str,
    renewed: Callable[[], ox.Store],
    keep: Callable[[str, Iterable[str]], object],
    base: str = DEFAULT_BASE,
    judgements: Sequence[Judgement] = (),
    kept: Kept | None = None,
) -> Computed:
    """Compute one graph whole; those that it builds on must be in the store.  See :func:`derive`."""
    return _computed(name, _makers(judgements, kept)[name], Renewable(renewed), keep, Minter(base))


def together(made: Iterable[Computed]) -> Identities:
    """Tell what became of the judgements when these graphs were made.

    They name persons and documents alike: a reference is unknown when neither answers to it.
    """
    graphs = {each.name: each for each in made}
    people, papers = graphs.get("identity"), graphs.get("documents")
    if people is None:
        return Identities((), ())
    unanswered = papers.unknown if papers is not None else people.unknown
    unknown = tuple(name for name in people.unknown if name in set(unanswered))
    return Identities((), (), unknown, people.refused)


def _computed(
    name: str, make: _Maker, reading: Quads, keep: Callable[[str, Iterable[str]], object], mint: Minter
) -> Computed:
    graph = LargeGraph(mint.derived_graph(name))
    made = make(reading, mint, graph)
    unknown = made.unknown if isinstance(made, Identities | Documents) else ()
    refused = made.refused if isinstance(made, Identities) else ()
    del made  # much, of which nothing is needed while the graph is written
    if isinstance(reading, Renewable):
        reading.renew()
    return Computed(name, keep(graph.name, graph.taken()) is not False, unknown, refused)
