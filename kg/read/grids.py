"""Tables of people: each row becomes one line, its cells parted by bars (``1 | Lê Văn A | Bí thư``).

A table that tells people has a column whose head says so (``Họ và tên``).  All others are left out: pages lay
out their parts in tables, and numbers without their heads say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kg.model import BAR
from kg.read.furniture import patterns
from kg.read.lines import clean

ROW = "tr"
_TAB = re.compile(r"(?<=\S)[^\S\n\t]*\t+[^\S\n\t]*(?=\S)")
_HEADS = 2
"""The head of a table is one of its first rows."""
_FEWEST = 2


def rows_of_people(tree: Any) -> dict[Any, str]:
    """The rows of the tables of a page that tell people, as lines."""
    found: dict[Any, str] = {}
    for table in tree.iter("table"):
        rows = [(row, list(_cells(row))) for row in table.iter(ROW)]
        rows = [(row, cells) for row, cells in rows if len(cells) >= _FEWEST]
        nested = next(table.iterdescendants("table"), None) is not None
        if not nested and len(rows) > 1 and any(_tells_people(cells) for _, cells in rows[:_HEADS]):
            found.update((row, BAR.join(cells)) for row, cells in rows)
    return found


def _cells(row: Any) -> Iterator[str]:
    """The texts of a row's cells, without those that hold nothing."""
    for cell in row.iterchildren("td", "th"):
        text = clean(" ".join(cell.itertext()))
        if any(char.isalnum() for char in text):
            yield text


def _tells_people(cells: list[str]) -> bool:
    return any(patterns().name_column.fullmatch(cell) is not None for cell in cells)


def barred(text: str) -> str:
    """A text in which the cells of a table's rows are parted by bars instead of tabs.

    A table is told by two rows and more with as many tabs between words.
    """
    if "\t" not in text:
        return text
    lines = text.split("\n")
    tabs = [len(_TAB.findall(line)) for line in lines]
    return "\n".join(
        _TAB.sub(BAR, line) if count and tabs.count(count) >= _FEWEST else line
        for line, count in zip(lines, tabs, strict=True)
    )
