"""What makers of derived graphs read: a store, which may be given anew in between.

The engine keeps what it has read in memory, ever more of it the larger the store is.  A maker that has read
all that a query gives needs nothing of that any more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

import pyoxigraph as ox

_Node: TypeAlias = "ox.NamedNode | ox.BlankNode | ox.Triple | None"


class Renewable:
    """A store that is closed and opened again when that frees memory; read as the store itself is.

    ``renewed`` gives the store anew.  Nobody may hold on to what was read in part.
    """

    def __init__(self, renewed: Callable[[], ox.Store]) -> None:
        self._renewed = renewed
        self._store = renewed()

    def renew(self) -> ox.Store:
        """Let go of what was read, and give the store itself."""
        del self._store
        self._store = self._renewed()
        return self._store

    def quads_for_pattern(
        self,
        subject: _Node,
        predicate: ox.NamedNode | None,
        object: ox.Literal | _Node,  # noqa: A002 - as the store itself calls it
        graph_name: ox.NamedNode | ox.BlankNode | ox.DefaultGraph | None = None,
    ) -> Iterator[ox.Quad]:
        """Look for quads, as the store does."""
        return self._store.quads_for_pattern(subject, predicate, object, graph_name)

    def query(
        self, query: str, *, use_default_graph_as_union: bool = False
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """Ask a query, as the store does."""
        return self._store.query(query, use_default_graph_as_union=use_default_graph_as_union)


Quads: TypeAlias = "ox.Store | Renewable"
