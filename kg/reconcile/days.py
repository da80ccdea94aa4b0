"""Dates as users and graphs write them, as the days between which they lie."""

from __future__ import annotations

import re
from typing import Final

from kg.timespan import bounds

EVER: Final = "0001-01-01"
NEVER: Final = "9999-12-31"
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_TERM = re.compile(r"(\d{4})\s*[-–]\s*(\d{4})")
Days = tuple[str, str]


def days(text: str) -> Days | None:
    """Give the first and the last day of a date, a month, a year, or an interval; ``None`` for anything else.

    Understands EDTF (``2022-05~``, ``2016-12-08/2017``), the Vietnamese order (``16/5/2023``), a time after
    the day, and terms (``2020-2025``).  An open end lies at the end of all days.
    """
    text = text.strip()
    if found := _DAY_FIRST.fullmatch(text):
        text = f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    elif found := _TERM.fullmatch(text):
        text = f"{found[1]}/{found[2]}"
    first, last = bounds(text.partition("T")[0])
    if first is None and last is None:
        return None
    span = (first or EVER, last or NEVER)
    return span if span[0] <= span[1] else None


def overlap(one: Days, other: Days) -> bool:
    """Tell whether two spans have a day in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def years_apart(one: Days, other: Days) -> int:
    """Count the years between two spans; none when they overlap."""
    if overlap(one, other):
        return 0
    early, late = sorted((one, other))
    return int(late[0][:4]) - int(early[1][:4])


def within(one: Days, other: Days) -> bool:
    """Tell whether the first span lies in the second."""
    return other[0] <= one[0] and one[1] <= other[1]
