"""Stretches of time in which a text was written, as far as its words tell any.

An anniversary that is kept, a count as of some month, the part of a year whose results are given, the same
months of the year before, a year that is to begin, a school year, the day from which something holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.mention import DateMention, Scan
from kg.patterns import compiled
from kg.relate.days import Day
from kg.relate.wording import alternation, ending, finder

__all__ = ["YEAR", "Stretches", "Window", "ordinal", "words_before"]

_CUES = "event-cue"
YEAR, _MONTH = 365, 30
"""Days in a year and a month, near enough for comparing dates some months apart."""
_MIDDLE, _FEAST, _COUNT, _WEEKS, _REACH = 7, 75, 75, 75, 16
_FEAST_DAY = re.compile(
    r"(?<!\d)0?(?P<day>\d{1,2})[/.-]0?(?P<month>\d{1,2})"
    r"(?:[/.-]\d{4} ?[-–] ?0?(?P=day)[/.-]0?(?P=month)[/.-]| ?\( ?(?:19|20)\d\d ?[-–] ?)"
    r"(?P<year>20\d\d)(?!\d)"
)
"""From the day of a feast to the same of this year, or that day with the years (``30/4 (1975 - 2024)``)."""
_QUARTER, _MONTHS, _BESIDE = 3, 12, 2
_FIRST_MONTHS, _LAST_MONTHS = 2, 11
_QUARTERS = {"i": 1, "1": 1, "ii": 2, "2": 2, "iii": 3, "3": 3, "iv": 4, "4": 4}


class Window(NamedTuple):
    """A stretch of time in which the text was written, both ends in days since some epoch."""

    low: int
    high: int

    def year_of(self, day: Day) -> int | None:
        """The year in which a day lies in this stretch."""
        for year in range(self.low // YEAR, self.high // YEAR + 1):
            if self.low <= ordinal(year, day.month, day.day or 1) <= self.high:
                return year
        return None


class Stretches:
    """The stretches that one text tells; ``latest`` is the latest year that it tells as begun."""

    def __init__(self, scan: Scan, lexicon: Lexicon, latest: int) -> None:
        self._scan = scan
        self._folded = scan.text.folded
        self._latest = latest
        month, year = (re.escape(lexicon.concept("cue", key).label) for key in ("month", "year"))
        of_year = rf"(?:\s?[/-]\s?|(?:\s{year})?\s)(20\d\d)(?!\d)"
        self._months = compiled(rf"(?<![\d/])(\d{{1,2}})\s{month}(?:\s[^\W\d]+)?\s{year}\s(20\d\d)(?!\d)")
        self._quarters = compiled(
            rf"(?<!\w){alternation(lexicon, _CUES, 'quarter')}\s(i{{1,3}}|iv|[1-4]){of_year}"
        )
        self._compared = compiled(
            rf"(?<!\w){alternation(lexicon, _CUES, 'same-period')}(?:\s{year})?\s(20\d\d)(?![\d/–-])"
        )
        the_year = r"\s(20\d\d)(?![\d/–-])"
        self._coming = compiled(rf"(?<!\w){alternation(lexicon, _CUES, 'coming-year')}{the_year}")
        self._counted = ending(lexicon, _CUES, "as-of")
        self._since_founded = compiled(
            rf"(?<!\d)(\d{{1,3}})\s{year}(?!\w)[^();:]{{2,120}}\("
            r"((?:19|20)\d\d) ?[-–] ?(20\d\d)\)"
        )
        span = r"\s(20\d\d)\s?[-–]\s?(20\d\d)"
        self._new_year = compiled(rf"(?<!\w){alternation(lexicon, _CUES, 'new-year')}{the_year}")
        words = rf"(?:\s(?!{month}(?!\w))[^\s;:()]+){{1,16}}?"
        self._against = compiled(
            rf"(?<!\w){year}\s(20\d\d){words}\s{alternation(lexicon, _CUES, 'against')}\s{year}{the_year}"
        )
        self._part_of = compiled(rf"(?<!\w)(?:{month}|{alternation(lexicon, _CUES, 'quarter')})(?!\w)")
        self._school = compiled(rf"(?<!\w){alternation(lexicon, _CUES, 'school-year')}{span}")
        self._until = ending(lexicon, _CUES, "until")
        self._done = compiled(rf"(?:,?\s[^\s,;.]+){{0,6}}?,?\s{alternation(lexicon, _CUES, 'done')}(?!\w)")
        self._since = ending(lexicon, _CUES, "from")
        self._intended = finder(lexicon, _CUES, "intended")

    def told(self) -> Iterator[Window]:
        """All but those that only a beginning tells, the surest first, as far as they are asked for."""
        yield from self._feasts
        yield from self._counts
        yield from self._parts
        yield from self._same_period
        yield from self._to_begin
        yield from self._school_years
        yield from self._welcomed
        yield from self._whole_years
        yield from self._years_kept

    @cached_property
    def _feasts(self) -> list[Window]:
        """Around the last anniversary that is kept (``19/12/1946 - 19/12/2016``)."""
        kept = [
            ordinal(int(m["year"]), int(m["month"]), int(m["day"]))
            for m in _FEAST_DAY.finditer(self._folded)
        ]
        return [Window(max(kept) - _FEAST, max(kept) + _FEAST)] if kept else []

    @cached_property
    def _years_kept(self) -> list[Window]:
        """The last year up to which an anniversary counts its years (``94 năm … (1930 - 2024)``)."""
        counted = ((int(m[1]), int(m[2]), int(m[3])) for m in self._since_founded.finditer(self._folded))
        kept = [last for number, first, last in counted if last - first == number]
        return [Window(ordinal(max(kept), 1, 1), ordinal(max(kept), 12, 31))] if kept else []

    @cached_property
    def _counts(self) -> list[Window]:
        """After the last day or month as of which something is counted (``tính đến tháng 3-2018``)."""
        counted = [
            ordinal(d.year, d.month, d.day or 1)
            for d in self._scan.dates
            if d.year is not None and d.month is not None and self._as_of(d)
        ]
        return [Window(max(counted), max(counted) + _COUNT)] if counted else []

    def _as_of(self, date: DateMention) -> bool:
        """Whether a day or month is one of a count (``tính đến tháng 3-2018``, ``đến tháng 6-2018 đã``)."""
        before = words_before(self._scan, date.start)
        if self._counted.search(before):
            return True
        until = self._until.search(before) and self._done.match(self._folded, date.end)
        return bool(until) and not self._ahead(date.start)

    @cached_property
    def _parts(self) -> list[Window]:
        """From the end of the last part of a year that is told (``9 tháng đầu năm 2018``) to that year's."""
        parts = [(int(m[2]), int(m[1])) for m in self._months.finditer(self._folded)]
        parts += [
            (int(m[2]), _QUARTER * _QUARTERS[m[1]])
            for m in self._quarters.finditer(self._folded)
            if not self._ahead(m.start())
        ]
        parts = [(year, month) for year, month in parts if month <= _MONTHS]
        if not parts or max(parts)[0] < self._latest:
            return []
        year, month = max(parts)
        return [Window(ordinal(year, month, 1), ordinal(year + 1, 1, 31))]

    @cached_property
    def _same_period(self) -> list[Window]:
        """The year after the one with whose same months it is compared (``so với cùng kỳ 2015``)."""
        years = [int(m[1]) for m in self._compared.finditer(self._folded)]
        if not years or max(years) + 1 < self._latest:
            return []
        return [Window(ordinal(max(years) + 1, 2, 15), ordinal(max(years) + 2, 1, 31))]

    @cached_property
    def _to_begin(self) -> list[Window]:
        """The second half of the year before one that is to begin (``sang năm 2015``)."""
        years = [int(m[1]) for m in self._coming.finditer(self._folded)]
        return [Window(ordinal(y - 1, _MIDDLE, 1), ordinal(y - 1, 12, 31)) for y in sorted(years)[-1:]]

    @cached_property
    def _school_years(self) -> list[Window]:
        """The months of teaching of the last school year that is told (``năm học 2018-2019``).

        More than two are a plan for years to come.
        """
        years = [int(m[1]) for m in self._school.finditer(self._folded) if int(m[2]) == int(m[1]) + 1]
        if not years or max(years) + 1 < self._latest or len(set(years)) > _BESIDE:
            return []
        return [Window(ordinal(max(years), 9, 1), ordinal(max(years) + 1, 5, 31))]

    @cached_property
    def _welcomed(self) -> list[Window]:
        """The weeks around the last new year that is wished for (``chúc mừng năm mới 2019``)."""
        years = [int(m[1]) for m in self._new_year.finditer(self._folded)]
        if not years or max(years) < self._latest:
            return []
        return [Window(ordinal(max(years) - 1, _LAST_MONTHS, 1), ordinal(max(years), _FIRST_MONTHS, 30))]

    @cached_property
    def _whole_years(self) -> list[Window]:
        """Most of the year after one that is told as over, by what it was against the year before.

        In its own last months a year is told that way, too (``năm 2017 tăng 5 % so với năm 2016``).
        """
        told = (m for m in self._against.finditer(self._folded) if not self._part_of.search(self._lead(m)))
        years = [int(m[1]) for m in told if int(m[1]) == int(m[2]) + 1]
        if not years or max(years) < self._latest:
            return []
        return [Window(ordinal(max(years) + 1, 1, 1), ordinal(max(years) + 1, _LAST_MONTHS - 1, 30))]

    def _lead(self, match: re.Match[str]) -> str:
        return words_before(self._scan, match.start())

    @cached_property
    def from_now(self) -> list[Window]:
        """The weeks before the last day from which something holds (``nghỉ hưu từ ngày 1-1-2018``)."""
        begins = [
            ordinal(d.year, d.month, d.day)
            for d in self._scan.dates
            if d.year and d.month and d.day and self._since.search(words_before(self._scan, d.start))
        ]
        last = max(begins, default=0)
        return [Window(last - _WEEKS, last)] if last and last // YEAR >= self._latest else []

    def _ahead(self, start: int) -> bool:
        """Whether what stands before a date in its sentence says that it is to come."""
        return self._intended.search(self._folded, self._scan.sentence(start).start, start) is not None


def words_before(scan: Scan, start: int, reach: int = _REACH) -> str:
    """The words of its sentence right before a date."""
    return scan.text.folded[max(scan.sentence(start).start, start - reach) : start].rstrip()


def ordinal(year: int, month: int, day: int) -> int:
    """Days since some epoch, near enough for comparing dates some months apart."""
    return year * YEAR + (month - 1) * _MONTH + day
