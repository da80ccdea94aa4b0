"""The graph in other formats: one module a format, each reading a store and nothing else.

Every writer is deterministic: the same quads give the same bytes, whatever the order in which articles came
in.  What the store itself knows (when a graph came in) is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox

from kg.errors import UsageError
from kg.export import csv, datasette, gexf, graphml, jsonld, nquads, parquet, sqlite, trig, turtle
from kg.export.quads import Export
from kg.vocab import DEFAULT_BASE

#: Format to writer; a writer takes what to export and the path to write to.
WRITERS: dict[str, Callable[[Export, Path], None]] = {
    "turtle": turtle.write,
    "trig": trig.write,
    "nquads": nquads.write,
    "jsonld": jsonld.write,
    "csv": csv.write,
    "graphml": graphml.write,
    "gexf": gexf.write,
    "sqlite": sqlite.write,
    "datasette": datasette.write,
    "parquet": parquet.write,
}


def export(store: ox.Store, format: str, out: str | Path, base: str = DEFAULT_BASE) -> None:  # noqa: A002
    """Write the store's content to ``out``, a folder for ``csv``, ``parquet`` and ``datasette``, else a file.

    ``format`` is one of :data:`WRITERS`.  Raises UsageError for an unknown format and for a path that
    can't be written.
    """
    writer = WRITERS.get(format)
    if writer is None:
        raise UsageError(f"{format}: not a format; the formats are {', '.join(WRITERS)}")
    try:
        writer(Export(store, base), Path(out))
    except OSError as error:
        raise UsageError(f"{out}: can't be written: {error.strerror or error}") from error


__all__ = ["WRITERS", "Export", "export"]
