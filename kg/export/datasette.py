"""A folder for Datasette: the database, and what its tables and columns mean.

``datasette DIR`` shows it; the names of keys' targets, search boxes, facets and two questions come from the
metadata beside this module.
"""

from __future__ import annotations

from pathlib import Path

from kg.export import sqlite
from kg.export.quads import Export, write_text

_METADATA = Path(__file__).with_name("datasette.json")


def write(content: Export, out: Path) -> None:
    """Write ``graph.db`` and ``metadata.json`` into the folder ``out``."""
    sqlite.write(content, out / "graph.db")
    write_text(out / "metadata.json", [_METADATA.read_text(encoding="utf-8")])
