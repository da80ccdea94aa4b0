"""What holds across articles: computed from a store's quads, in graphs of its own, always rebuilt whole.

Each computed thing carries a statement of kind ``computed`` with its rule and the statements that it rests
on, so that a reader gets from it to the sentences.  One module makes one graph.
"""

from __future__ import annotations

from collections.abc import Callable

import pyoxigraph as ox

from kg.derive.attainments import attainments
from kg.derive.concurrent import concurrent
from kg.derive.hierarchy import hierarchy
from kg.derive.identity import identity
from kg.derive.tenures import tenures
from kg.nquads import NamedGraph
from kg.vocab import DEFAULT_BASE, Minter

_MAKERS = {
    "identity": identity,
    "tenures": tenures,
    "concurrent-posts": concurrent,
    "attainments": attainments,
    "hierarchy": hierarchy,
}

#: The derived graphs, by name, in the order in which they are made.
GRAPHS = tuple(_MAKERS)


def derive(store: ox.Store, keep: Callable[[str, list[str]], object], base: str = DEFAULT_BASE) -> None:
    """Compute every derived graph and hand its name and its N-Quads lines to ``keep``.

    One builds on another: ``keep`` is to put each into the store in place of the one before.
    """
    mint = Minter(base)
    for name, make in _MAKERS.items():
        graph = NamedGraph(mint.derived_graph(name))
        make(store, mint, graph)
        keep(graph.name, list(graph.lines))
