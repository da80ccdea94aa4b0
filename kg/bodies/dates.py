"""Days and what EDTF tells of them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

FIRST, LAST = "0000-01-01", "9999-12-31"
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?")
_DAY = len("2025-06-30")


@lru_cache(maxsize=4096)
def days(edtf: str) -> tuple[str, str] | None:
    """The first and the last day of an EDTF date, interval or set of one (``2022``, ``[2025-02..2025-03]``).

    An open or unknown end reaches as far as dates go; ``None`` for what is no date.
    """
    if edtf.startswith("[") and edtf.endswith("]"):
        first, _, last = edtf[1:-1].partition("..")
        edtf = f"{first}/{last}"
    first, _, last = edtf.partition("/") if "/" in edtf else (edtf, "", edtf)
    begin = (FIRST, FIRST) if first in ("", "..") else _bounds(first)
    end = (LAST, LAST) if last in ("", "..") else _bounds(last)
    return (begin[0], end[1]) if begin and end and begin[0] <= end[1] else None


def _bounds(notation: str) -> tuple[str, str] | None:
    found = _DATE.fullmatch(notation)
    if found is None or found[1] == "0000":
        return None
    year, month, day = found[1], found[2] or "", found[3]
    if not month:
        return f"{year}-01-01", f"{year}-12-31"
    if not 1 <= int(month) <= 12:
        return None
    length = monthrange(int(year), int(month))[1]
    if day is None:
        return f"{year}-{month}-01", f"{year}-{month}-{length:02}"
    return (f"{year}-{month}-{day}",) * 2 if 1 <= int(day) <= length else None


def before(edtf: str) -> str:
    """The day before a day; a date that is not known to the day stays as it is."""
    if len(edtf) != _DAY:
        return edtf
    return (date.fromisoformat(edtf) - timedelta(days=1)).isoformat()
