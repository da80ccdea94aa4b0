"""Dates and periods as spans of days."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

_TERM = re.compile(r"\d{4}-\d{4}")
_NOTATION = re.compile(r"(\d{4})(?:-(?:H([12])|Q([1-4])|(\d{2})(?:-(\d{2}))?))?")
_QUALIFIER = re.compile(r"[~?%]")


class Bounds(NamedTuple):
    """The first and the last day that a point in time may be; ``None`` where nothing bounds it."""

    first: str | None = None
    last: str | None = None


@lru_cache(maxsize=16384)
def bounds(edtf: str | None) -> Bounds:
    """Give the days within which an EDTF date lies: ``2022-05`` is a day of that May.

    An interval is read as the span that the date lies in, an open or unknown end bounds nothing, and
    qualifiers (``2022-06~``) are passed over.  What is no EDTF date of these levels is unbounded.
    """
    first, slash, last = _QUALIFIER.sub("", edtf or "").partition("/")
    begin, end = _day_bounds(first), _day_bounds(last if slash else first)
    return Bounds(begin[0] if begin else None, end[1] if end else None)


def day_before(day: str) -> str:
    """Give the day before a day (``YYYY-MM-DD``); raises ValueError for what is none."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def period_bounds(notation: str) -> tuple[str, str] | None:
    """Give the first and last day of ``2022``, ``2022-H1``, ``2022-Q1``, ``2022-01``, a day or a span.

    ``2020-2025`` and ``2022-01/2022-04`` are spans; ``None`` for anything else.
    """
    if _TERM.fullmatch(notation):
        first, last = notation.split("-")
    elif "/" in notation:
        first, _, last = notation.partition("/")
    else:
        first = last = notation
    start, end = _day_bounds(first), _day_bounds(last)
    return (start[0], end[1]) if start and end and start[0] <= end[1] else None


@lru_cache(maxsize=16384)
def _day_bounds(notation: str) -> tuple[str, str] | None:
    found = _NOTATION.fullmatch(notation)
    if found is None or found[1] == "0000":
        return None
    year, half, quarter, month, day = int(found[1]), *(int(g) if g else None for g in found.groups()[1:])
    if day is not None and month is not None:
        return (notation, notation) if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] else None
    if half is not None:
        first, last = half * 6 - 5, half * 6
    elif quarter is not None:
        first, last = quarter * 3 - 2, quarter * 3
    else:
        first, last = (month, month) if month is not None else (1, 12)
    if not 1 <= first <= 12:
        return None
    return f"{year:04}-{first:02}-01", f"{year:04}-{last:02}-{monthrange(year, last)[1]:02}"
