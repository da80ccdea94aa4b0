"""CSV: the seven tables, one file each, UTF-8 with a header.

A cell that a spreadsheet would run as a formula is left as it is in the article: files are data, and an
apostrophe before a quote would break the offsets.
"""

from __future__ import annotations

import csv
from contextlib import ExitStack
from pathlib import Path

from kg.export.quads import Export
from kg.export.tables import COLUMNS, rows


def write(content: Export, out: Path) -> None:
    """Write ``positions.csv`` and the other six into the folder ``out``, row by row, all or none."""
    out.mkdir(parents=True, exist_ok=True)
    drafts = {name: out / f"{name}.csv.part" for name in COLUMNS}
    try:
        with ExitStack() as files:
            writers = {}
            for name, draft in drafts.items():
                file = files.enter_context(draft.open("w", encoding="utf-8", newline=""))
                writers[name] = csv.DictWriter(file, COLUMNS[name], lineterminator="\n")
                writers[name].writeheader()
            for name, row in rows(content):
                writers[name].writerow(row)
        for name, draft in drafts.items():
            draft.replace(out / f"{name}.csv")
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)
