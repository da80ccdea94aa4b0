"""How the tables write periods that are parts or stretches of years."""

from __future__ import annotations

import re
from calendar import monthrange

_HALF, QUARTER, MONTHS = 6, 3, 12
_SPAN = re.compile(r"(\d{4})-(\d{4})")
_FIVE_YEARS = (4, 5)
LAST_DAYS = 30
"""From this day on it is the end of a month."""


def last_months(year: int, count: int) -> str | None:
    """The last months of a year: three are a quarter, six a half."""
    if not 1 < count < MONTHS:
        return None
    named = {QUARTER: f"{year}-Q4", _HALF: f"{year}-H2"}
    return named.get(count, f"{year}-{MONTHS + 1 - count:02d}/{year}-{MONTHS}")


def between(opened: int, start: int, day: str | None, closed: int, end: int, last: str | None) -> str | None:
    """From a month or day of a year to another: in months, or in days where it is less than one month."""
    months = f"{opened}-{start:02d}", f"{closed}-{end:02d}"
    if months > months[::-1]:
        return None
    if months[0] != months[1]:
        return "/".join(months)
    first, final, length = int(day or 1), int(last or LAST_DAYS), monthrange(closed, end)[1]
    if day is None or last is None or (first == 1 and final >= length):
        return months[0]
    return f"{months[0]}-{first:02d}/{months[1]}-{final:02d}" if 1 <= first <= final <= length else None


def year_span(term: tuple[int, int]) -> str:
    """The years of a term."""
    return f"{term[0]}-{term[1]}"


def first_months(year: int, count: int) -> str | None:
    """The first months of a year: three are a quarter, six a half, twelve the year."""
    if not 1 <= count <= MONTHS:
        return None
    named = {QUARTER: f"{year}-Q1", _HALF: f"{year}-H1", MONTHS: str(year), 1: f"{year}-01"}
    return named.get(count, f"{year}-01/{year}-{count:02d}")


def five_years(period: str) -> bool:
    """Whether a period is five years (``2021-2025``) or a term of office (``2020-2025``)."""
    span = _SPAN.fullmatch(period)
    return span is not None and int(span[2]) - int(span[1]) in _FIVE_YEARS
