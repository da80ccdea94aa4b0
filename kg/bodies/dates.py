"""The days that EDTF names, where an open or unknown end reaches as far as days go."""

from __future__ import annotations

from functools import lru_cache

from kg.timespan import bounds, day_before

FIRST, LAST = "0000-01-01", "9999-12-31"
_OPEN = frozenset({"", ".."})
_DAY = len("2025-06-30")


@lru_cache(maxsize=4096)
def days(edtf: str) -> tuple[str, str] | None:
    """The first and the last day of an EDTF date, interval or set of one (``2022``, ``[2025-02..2025-03]``).

    ``None`` for what is no date.
    """
    if edtf.startswith("[") and edtf.endswith("]"):
        edtf = "/".join(edtf[1:-1].split("..", 1))
    begin, slash, end = edtf.partition("/")
    found = bounds(edtf)
    first = found.first or (FIRST if begin in _OPEN else None)
    last = found.last or (LAST if (end if slash else begin) in _OPEN else None)
    return (first, last) if first and last and first <= last else None


def before(edtf: str) -> str:
    """The day before a day; a date that is not known to the day stays as it is."""
    return day_before(edtf) if len(edtf) == _DAY else edtf
