"""Columns of a table that tell which offices were held before, or are new (``Chức vụ cũ | Chức vụ mới``)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from kg.mention import Scan
from kg.model import BAR

_POST = "post"
_SAID = {"old-unit": "former", "before-that": "former", "before-office": "former", "lately": "newly"}
"""Cues in the head of a column, and what they say of the posts below it."""


class Columns:
    """The cells of one text that stand below such a head."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._cells = list(self._told_by_heads()) if BAR in scan.text.content else []

    def says(self, offset: int) -> frozenset[str]:
        """What the head above the cell at ``offset`` says: ``former``, ``newly`` or nothing."""
        place = bisect_right(self._cells, offset, key=lambda cell: cell[0]) - 1
        if place < 0 or offset >= self._cells[place][1]:
            return frozenset()
        return frozenset((self._cells[place][2],))

    def _told_by_heads(self) -> Iterator[tuple[int, int, str]]:
        heads: list[str | None] = []
        start = 0
        for line in self._scan.text.content.split("\n"):
            cells = list(_cells(line, start))
            start += len(line) + 1
            said = [self._said(*cell) for cell in cells]
            if any(said):
                heads = said
                continue
            heads = heads if len(cells) == len(heads) else []
            told = zip(cells, heads, strict=bool(heads))
            yield from ((begin, end, head) for (begin, end), head in told if head is not None)

    def _said(self, start: int, end: int) -> str | None:
        keys = [hit.concept.key for hit in self._scan.hits_within(start, end, "cue")]
        return next((_SAID[key] for key in keys if key in _SAID), None) if _POST in keys else None


def _cells(line: str, start: int) -> Iterator[tuple[int, int]]:
    parts = line.rstrip().removesuffix(BAR.rstrip()).split(BAR)
    for part in parts if len(parts) > 1 else ():
        yield start, start + len(part)
        start += len(part) + len(BAR)
