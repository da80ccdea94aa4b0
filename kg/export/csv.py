"""CSV: the seven tables, one file each, UTF-8 with a header.

A cell that a spreadsheet would run as a formula is left as it is in the article: files are data, and an
apostrophe before a quote would break the offsets.
"""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

from kg.export.quads import Export, write_text
from kg.export.tables import COLUMNS, Row, tables


def write(content: Export, out: Path) -> None:
    """Write ``positions.csv`` and the other six into the folder ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    for name, rows in tables(content).items():
        write_text(out / f"{name}.csv", [_text(name, rows)])


def _text(name: str, rows: list[Row]) -> str:
    buffer = StringIO()
    writer = csv.DictWriter(buffer, COLUMNS[name], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue()
