"""The embedded store on disk (Oxigraph).

A store is a folder with a marker file and the quads.  Graphs are replaced whole: a graph counts once the
store's own graph of provenance names it with the digest of its lines.  What an interrupted run left behind
is cleared when the store is opened again, so that readers meet the last complete state.

The default graph holds the merge of all named graphs, each triple once.  Queries run over it: Oxigraph's own
union of named graphs gives a triple once for each graph that has it, so that a join over a body which a
thousand articles name would meet every label a thousand times.
"""

from kg.store.folder import LENT, MARKER, VERSION
from kg.store.kg_store import KgStore
from kg.store.opening import memory_store, open_store, writing

__all__ = ["LENT", "MARKER", "VERSION", "KgStore", "memory_store", "open_store", "writing"]
