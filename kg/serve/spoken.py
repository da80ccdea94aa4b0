"""Dates and spans of time in words: what is known, and never more (EDTF, and the bounds of tenures)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from kg.serve.look import Look
from kg.serve.wording import Words
from kg.timespan import bounds, period_bounds
from kg.vocab import DANG

_DAY: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?[~?%]?")
_OPEN: Final = ("", "..")
_PART: Final = re.compile(r"(\d{4})-(H[12]|Q[1-4])")


def day(t: Words, edtf: str) -> str:
    """Write a date or span: ``2023-05-16`` as "16 May 2023", ``2017-07/..`` as "July 2017 or later"."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(t, edtf)
    if last in _OPEN:
        return t("or_later", day=_point(t, first)) if first not in _OPEN else ""
    if first in _OPEN:
        return t("or_earlier", day=_point(t, last))
    return t("between", first=_point(t, first), last=_point(t, last))


def period(t: Words, notation: str) -> str:
    """Write a period: ``2022-H1`` as "the first half of 2022", ``2020-2025`` as it is."""
    if found := _PART.fullmatch(notation):
        year, part = found.groups()
        return t(f"{'half' if part[0] == 'H' else 'quarter'}_{part[1]}", year=year)
    return day(t, notation)


def span(t: Words, edtf: str) -> str:
    """Write how long something was: ``/2025-06-30`` as "until 30 June 2025"."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(t, edtf)
    if first in _OPEN or last in _OPEN:
        known = first if last in _OPEN else last
        return (
            t("began_on" if last in _OPEN else "ended_on", day=_point(t, known)) if known not in _OPEN else ""
        )
    return t("from_to", first=_point(t, first), last=_point(t, last))


def _point(t: Words, edtf: str) -> str:
    found = _DAY.fullmatch(edtf)
    if found is None or (found[2] and not 1 <= int(found[2]) <= 12):
        return edtf
    year, month, of_month = found.groups()
    if not month:
        return str(year)
    named = t(f"month_{int(month)}")
    if not of_month:
        return t("month_of_year", month=named, year=year)
    return t("day_of_month", day=int(of_month), month=named, year=year)


@dataclass(frozen=True, slots=True)
class Time:
    """The time of a tenure: what is told of both ends, and between which days it is attested."""

    begin: tuple[str, str] = ("", "")
    end: tuple[str, str] = ("", "")
    attested: tuple[str, str] = ("", "")

    @property
    def order(self) -> str:
        """By what tenures are ordered: the earliest day that tells anything, else last."""
        return next((each for each in (self.begin[0], self.attested[0], *self.begin, *self.end) if each), "9")

    @property
    def once(self) -> tuple[str, str] | None:
        """Give the days between which the post was held at some time, where nothing more is told."""
        (before, begun), (ended, after) = self.begin, self.end
        if not before and not after and begun and ended and ended < begun:
            return ended, begun
        return None

    def words(self, t: Words) -> str:
        """Say it; an end that nobody tells is not made up."""
        told = [_ends(t, "began", self.begin), _ends(t, "ended", self.end)]
        first, last = self.attested
        if self.once is not None:
            return t("attested_between", first=day(t, self.once[0]), last=day(t, self.once[1]))
        if first and not told[0]:
            told[0] = t("first_attested", day=day(t, first)) if first != last else ""
        if last and not told[1]:
            told[1] = t("last_attested" if first != last else "attested_on", day=day(t, last))
        if not any(told):
            return t("undated")
        return "; ".join(each for each in told if each)


def time_of(look: Look, tenure: str) -> Time:
    """Read the time of a tenure."""

    def pair(*predicates: str) -> tuple[str, str]:
        first, last = (look.one(tenure, predicate) for predicate in predicates)
        return first, last

    begin, end = pair(DANG.beginNotBefore, DANG.beginNotAfter), pair(DANG.endNotBefore, DANG.endNotAfter)
    attested = pair(DANG.firstAttested, DANG.lastAttested)
    # Days of attestation bound the ends; only what says more than they do is told of an end.
    begun = begin if begin[0] or begin[1] != attested[0] else ("", "")
    ended = end if end[1] or end[0] != attested[1] else ("", "")
    return Time(begun, ended, attested)


def _ends(t: Words, which: str, pair: tuple[str, str]) -> str:
    first, last = pair
    if not first and not last:
        return ""
    if first == last:
        return t(f"{which}_on", day=day(t, first))
    if first and last:
        return t(f"{which}_between", first=day(t, first), last=day(t, last))
    if last:
        return t(f"{which}_by", day=day(t, last))
    return t(f"{which}_after", day=day(t, first))


def decimal(edtf: str) -> float | None:
    """Give a date as a number of years for drawing: its middle; none for one that is open on a side."""
    first, last = bounds(edtf)
    if first is None or last is None:
        return None
    found = [_decimal(each) for each in (first, last)]
    return sum(found) / len(found)


def middle(period: str) -> float | None:
    """Give the middle of a period as a number of years; none for what is no period."""
    span = period_bounds(period)
    return decimal("/".join(span)) if span else None


def _decimal(whole: str) -> float:
    known = date.fromisoformat(whole)
    return known.year + (known.timetuple().tm_yday - 1) / 366


def today() -> float:
    """Give the present day as a number of years."""
    return _decimal(date.today().isoformat())
