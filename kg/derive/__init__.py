"""What holds across articles: computed from a store's quads, in graphs of its own, always rebuilt whole.

Each computed thing carries a statement of kind ``computed`` with its rule and the statements that it rests
on, so that a reader gets from it to the sentences.  One module makes one graph.
"""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kg.derive.attainments import attainments
from kg.derive.concurrent import concurrent
from kg.derive.hierarchy import hierarchy
from kg.nquads import NamedGraph
from kg.vocab import DEFAULT_BASE, Minter

_MAKERS = {"attainments": attainments, "concurrent-posts": concurrent, "hierarchy": hierarchy}

#: The derived graphs, by name, in the order in which they are made.
GRAPHS = tuple(_MAKERS)


def derived(store: ox.Store, base: str = DEFAULT_BASE) -> Iterator[tuple[str, list[str]]]:
    """Compute every derived graph: its name and its N-Quads lines, ready for the store to replace."""
    mint = Minter(base)
    for name, make in _MAKERS.items():
        graph = NamedGraph(mint.derived_graph(name))
        make(store, mint, graph)
        yield graph.name, list(graph.lines)
