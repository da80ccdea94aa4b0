"""The year that the days of a text leave out: that of the publication, or the one that the text implies.

A text tells its own time in several ways: the last date that it tells as past, the part of a year whose
results it gives, an anniversary, a count as of some month, a year that is planned or looked back on.  Each is
a stretch of time in which the text was written; a day without a year is the one that lies in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from kg.lexicon import Lexicon
from kg.mention import DateMention, Scan
from kg.normalise import fold
from kg.patterns import compiled
from kg.relate.days import Day, days
from kg.relate.phrases import surface
from kg.relate.stretches import YEAR, Stretches, Window, ordinal, words_before
from kg.relate.wording import alternation, ending, finder

__all__ = ["ANNIVERSARY", "Years"]

_CUES = "event-cue"
_EARLY, _LATE = 2, 11
_FIRST_MONTHS, _LAST_MONTHS, _MIDDLE = 2, 10, 7
_MODERN, _AFTER, _BEFORE, _AHEAD = 2000, 180, 60, 10
_SOON, _WEEKS, _SOONEST = 2, 75, 240
_SLACK, _PLAN, _SPRING = 20, 5, 3
"""Years that five divides are the aims of plans of several years."""
_REACH, _RANGE = 16, 40
ANNIVERSARY = re.compile(
    r"\(\d[\d/.-]*\d{4} ?[-–] ?\d[\d/.-]*\d{4}\)"
    r"|(?<!\d)0?(\d{1,2})[/.-]0?(\d{1,2})[/.-]\d{4} ?[-–] ?0?\1[/.-]0?\2[/.-]\d{4}"
)
"""From a day to the same of another year, which an anniversary tells (``3/2/1930 - 3/2/2025``)."""
_ANY_YEAR = re.compile(r"(?<![\d/.–-])(?P<year>20\d\d)(?:(?P<term>\s?[-–]\s?20\d\d)|(?![\d.]))")


class Years:
    """Years of the days of one text: stated, of the publication, or implied by what else the text tells."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._folded = scan.text.folded
        published = (scan.text.article.published or "").split("-")
        self._published = [int(p) for p in published if p.isdigit()]
        self._year = compiled(
            rf"(?:(?<!\w){alternation(lexicon, _CUES, 'year')}|(?<=[^\W\d]))"
            r"\s((?:19|20)\d\d)(?![\d/–-]|\s[-–]|,\s20\d\d)"
        )
        self._month = fold(lexicon.concept("cue", "month").label)
        year = re.escape(lexicon.concept("cue", "year").label)
        the_year = r"\s(20\d\d)(?![\d/–-])"
        words = r"(?:\s[^\s,;.:()]+)"
        self._aimed = compiled(
            rf"(?<!\w){alternation(lexicon, _CUES, 'aims')}{words}{{0,4}}?\s{year}{the_year}"
        )
        self._planned = compiled(
            rf"(?<!\w){alternation(lexicon, _CUES, 'plans')}(?:{words}{{0,4}}?\s{year})?{the_year}"
        )
        self._fulfilled = compiled(
            rf"(?<!\w){alternation(lexicon, _CUES, 'fulfils')}{words}{{1,10}}?\s{year}{the_year}"
        )
        self._reviewed = compiled(
            rf"(?<!\w){alternation(lexicon, _CUES, 'review')}{words}{{0,12}}?\s{year}{the_year}"
        )
        self._accounts = compiled(
            rf"(?<!\w){alternation(lexicon, _CUES, 'review', 'account')}{words}{{0,12}}?\s{year}{the_year}"
        )
        self._summed_up = compiled(
            rf"(?<!\w){alternation(lexicon, _CUES, 'sums-up')}\s[^.]*?"
            rf"\s{surface(lexicon, 'congress-cue', 'term')}"
            r"\s(20\d\d)\s?[-–]\s?(20\d\d)(?!\d)"
        )
        self._review = finder(lexicon, _CUES, "review")
        self._plans = finder(lexicon, _CUES, "plans")
        self._distant = ending(lexicon, _CUES, "distant")
        self._deadline = ending(lexicon, _CUES, "deadline")
        self._since = ending(lexicon, _CUES, "from")
        self._of_month = ending(lexicon, _CUES, "month-part")
        to = alternation(lexicon, _CUES, "to-day")
        self._from = compiled(
            rf"(?<!\w){alternation(lexicon, _CUES, 'from')}\s(?:[^\W\d]+\s)?[\d/.-]*\d\s?(?:{to}|[-–])"
            r"(?:\s[^\W\d]+)?\s?$"
        )
        self._number = compiled(rf"(?<!\w){surface(lexicon, 'document-cue', 'number')}\s?$")
        self._into = ending(lexicon, _CUES, "into")
        self._welcomed = ending(lexicon, _CUES, "new-year")
        self._new_year = compiled(
            rf"(?<!\w){alternation(lexicon, _CUES, 'new-year')}(?:\s[^\W\d]+){{2}}\s(?:[-–]\s|{year}\s)?"
            r"(20\d\d)(?![\d/])"
        )
        self._phase = ending(lexicon, _CUES, "phase")
        self._intended = finder(lexicon, _CUES, "intended")
        self._set_for = ending(lexicon, _CUES, "aims", "to-do")

    @cached_property
    def _stretches(self) -> Stretches:
        return Stretches(self._scan, self._lexicon, self._latest_year)

    @property
    def now(self) -> int:
        """The year of publication, else the latest that the text tells as come."""
        return self._published[0] if self._published else self._latest_year

    def of(self, day: Day, *, earlier: bool = False, term: str | None = None) -> int | None:
        """The year of a day, if anything tells it; ``earlier``: before the last date of the text.

        A congress is held in the first year of the ``term`` that it opens.
        """
        year = day.year or self._of_publication(day)
        if year is None and term is not None:
            year = int(term[:4])
        if year is not None:
            return year
        told = (y for y in self._implied(day, earlier=earlier) if y >= _MODERN)
        told = (y for y in told if earlier or self._after_all(day, y))
        return next(told, None) or self._same_year(day)

    def recent(self, day: Day | None) -> bool:
        """Whether a day lies some weeks at most before the article appeared."""
        if day is None or len(self._published) < len(("year", "month")):
            return False
        year = day.year or self._of_publication(day) or 0
        behind = ordinal(self._published[0], self._published[1], 31) - ordinal(
            year, day.month, day.day or 1
        )
        return behind <= _BEFORE

    def set_for(self, start: int) -> bool:
        """Whether a month at ``start`` is one of plans (``nhiệm vụ tháng 9/2022``)."""
        before = words_before(self._scan, start, _RANGE)
        return self._set_for.search(before.removesuffix(self._month).rstrip()) is not None

    def expected(self, day: Day) -> bool:
        """Whether what stands before a day in its sentence says that it is to come (``sẽ họp vào 21/12``)."""
        return self._ahead(day.start)

    def to_come(self, day: Day) -> bool:
        """Whether a day, some weeks at most after the article appeared, is yet to come."""
        if len(self._published) < len(("year", "month", "day")) or day.day is None:
            return False
        years = [day.year] if day.year is not None else [self._published[0], self._published[0] + 1]
        return any(_SOON < ordinal(year, day.month, day.day) - self._now() <= _WEEKS for year in years)

    def after_publication(self, day: Day) -> bool:
        """Whether a day without a year is one of the next days after the article appeared."""
        if len(self._published) < len(("year", "month", "day")) or day.day is None:
            return False
        return 0 < ordinal(self._published[0], day.month, day.day) - self._now() <= _SOON

    def _of_publication(self, day: Day) -> int | None:
        """The last such day before the article appeared."""
        if not self._published:
            return None
        year = self._published[0]
        ahead = ordinal(year, day.month, day.day or 1) - self._now()
        return year - 1 if ahead > _AHEAD else year

    def _now(self) -> int:
        """The day of publication, in days since some epoch."""
        year, month, at = (*self._published, 12, 31)[:3] if len(self._published) < 3 else self._published[:3]
        return ordinal(year, month, at)

    def _near(self, day: Day) -> int | None:
        """The year that the sentence implies for a day without one.

        The sentence must name one year only, or one that is looked back on and the next.  A review of a
        year held in the first months belongs to the next year, plans for a year made in the last months to
        the year before.  A term that is summed up in the second half of a year ends in it (``tổng kết chương
        trình công tác nhiệm kỳ 2015-2020``).
        """
        sentence = self._scan.sentence(day.start)
        term = self._summed_up.search(self._folded, sentence.start, sentence.end)
        if term is not None and day.month >= _MIDDLE and 0 < int(term[2]) - int(term[1]) <= _PLAN:
            return int(term[2])
        found = [
            m
            for m in self._year.finditer(self._folded, sentence.start, sentence.end)
            if not (self._far_off(m) or self._numbered(m.start(1)))
        ]
        years = {int(m[1]) for m in found}
        review = self._review.search(self._folded, sentence.start, sentence.end) is not None
        if review and len(years) == 2 and max(years) - min(years) == 1:
            return _between(day, max(years))
        if len(years) != 1 or max(years) < _MODERN:
            return None
        year = years.pop()
        if any(self._welcomed.search(self._folded[sentence.start : m.start(1)].rstrip()) for m in found):
            return year
        if review and day.month <= _EARLY:
            return year + 1
        planned = self._plans.search(self._folded, sentence.start, sentence.end) is not None
        if planned and not review and day.month >= _LATE:
            return year - 1
        return year

    def _of_spring(self, day: Day) -> int | None:
        """The year of the new year that the text tells by name, for a day of its first months.

        ``Tết Kỷ Hợi 2019``, ``Xuân Kỷ Hợi – 2019``
        """
        if day.month > _SPRING:
            return None
        years = {int(m[1]) for m in self._new_year.finditer(self._folded)}
        return years.pop() if len(years) == 1 else None

    def _in_full(self, day: Day) -> int | None:
        """The year with which the same day is told elsewhere in the text."""
        dates = (d for d in self._scan.dates if d.year and d.day and not self._to_come(d))
        same = (d for d in dates if (d.day, d.month) == (day.day, day.month))
        years = {d.year for d in same if not any(low <= d.start < high for low, high in self._kept)}
        return years.pop() if len(years) == 1 else None

    def _beside(self, day: Day, *, earlier: bool) -> int | None:
        """The year that puts the day within some months of the last date that the text tells.

        Articles tell what has just happened: the day comes after that date, or, when it is told as the
        earlier one, before it.
        """
        last = self._last
        if last is None or self._latest_year > last // YEAR:
            return None
        low, high = (-_BEFORE, 0) if earlier else (0, _AFTER)
        year = Window(last + low, last + high).year_of(day)
        return None if (year, day.month) in self._months_with_year else year

    @cached_property
    def _months_with_year(self) -> set[tuple[int | None, int | None]]:
        """Months that open a sentence with their year (``Tháng 9/2015, …``): not the text's own month."""
        return {
            (d.year, d.month)
            for d in self._scan.dates
            if d.day is None and words_before(self._scan, d.start) in ("", self._month)
        }

    def _implied(self, day: Day, *, earlier: bool) -> Iterator[int]:
        """The years that the text implies, the surest first."""
        yield from (year for year in self._sought(day, earlier=earlier) if year is not None)

    def _sought(self, day: Day, *, earlier: bool) -> Iterator[int | None]:
        """What each way of telling a year gives for a day; the dear ones only where those before fail."""
        yield self._in_full(day)
        yield self._of_spring(day)
        yield self._near(day)
        yield self._beside(day, earlier=earlier)
        yield from (window.year_of(day) for window in self._stretches.told())
        yield self._of_plans(day)
        yield from (window.year_of(day) for window in self._stretches.from_now)
        yield from (window.year_of(day) for window in self._before_what_comes)

    def _after_all(self, day: Day, year: int) -> bool:
        """Whether a day of a year does not lie before what the text tells as past."""
        return ordinal(year, day.month, day.day or 1) >= self._floor - _SLACK

    def _same_year(self, day: Day) -> int | None:
        """The year of the last date, when another day without a year comes right after that date in it.

        A year is left out because it is the article's own: ``25/12`` after a date of November puts the
        article into December, and so ``2/6`` into the same year.
        """
        last = self._last
        if last is None or self._published or self._latest_year > last // YEAR:
            return None
        year = last // YEAR
        found = days(self._scan, self._lexicon, 0, len(self._folded))
        yearless = (d for d in found if d.year is None and d.day is not None)
        after = any(0 <= ordinal(year, d.month, d.day or 1) - last <= _AFTER for d in yearless)
        return year if after and ordinal(year, day.month, day.day or 1) < last else None

    def _of_plans(self, day: Day) -> int | None:
        """The year that the text looks back on or ahead to, as far as the month allows only one.

        In the last months papers tell of the year that ends and of plans for the next, in the first of plans
        for the year that has begun and of the one that ended, in between of plans for the year under way.
        """
        years: dict[int, bool] = {}
        for match in self._year.finditer(self._folded):
            if not (self._far_off(match) or self._numbered(match.start(1))):
                sentence = self._scan.sentence(match.start())
                ahead = self._plans.search(self._folded, sentence.start, sentence.end) is not None
                years[int(match[1])] = years.get(int(match[1]), False) or ahead
        last = max(years, default=0)
        if last < _MODERN or last < self._latest_year:
            return None
        if day.month < _MIDDLE and self._aimed_at(last):
            return last
        if _FIRST_MONTHS < day.month < _LAST_MONTHS:
            if any(int(m[1]) == last for m in self._fulfilled.finditer(self._folded)):
                return last
            planned = any(int(m[1]) == last for m in self._planned.finditer(self._folded))
            before = last - 1 in years or any(d.year == last - 1 and d.month for d in self._scan.dates)
            return last if planned and day.month < _MIDDLE and before else None
        if not years[last]:
            early = day.month <= _FIRST_MONTHS
            looks_back = (self._reviewed if early else self._accounts).finditer(self._folded)
            told = any(int(m[1]) == last for m in looks_back)
            return (last + 1 if early else last) if told else None
        if day.month < _LAST_MONTHS:
            return last if last - 1 in years else None
        if last - 1 in years:
            return last - 1
        far = self._last is not None and last - 1 - self._last // YEAR > 1
        return last - 1 if last % _PLAN and not far and self._aimed_at(last) else None

    def _aimed_at(self, year: int) -> bool:
        """Whether plans for a year are told, not only what is to be done within it."""
        return any(int(m[1]) == year for m in self._aimed.finditer(self._folded))

    def _numbered(self, start: int) -> bool:
        """Whether four digits are the number of a document (``Công văn số 2046``)."""
        return self._number.search(self._folded, max(0, start - _REACH), start) is not None

    def ahead_of(self, start: int) -> bool:
        """Whether a year at ``start`` is one until which something goes on or is planned."""
        return self._distant.search(words_before(self._scan, start)) is not None

    def _far_off(self, year: re.Match[str]) -> bool:
        """Whether a year is only one until which or since when something goes on, or the end of a term."""
        before = self._folded[max(0, year.start() - _REACH) : year.start(1)].rstrip()
        return self._distant.search(before) is not None

    @cached_property
    def _latest_year(self) -> int:
        """The latest year of the text that is neither the end of a term nor one to come.

        Terms are told when they have begun, phases of plans long before (``giai đoạn 2021-2025``).
        """
        found = _ANY_YEAR.finditer(self._folded)
        found = (m for m in found if not self._numbered(m.start()))
        before = ((m, self._folded[max(0, m.start() - _REACH) : m.start()].rstrip()) for m in found)
        told = (
            int(m["year"])
            for m, words in before
            if (not self._phase.search(words) if m["term"] else not self._distant.search(words))
        )
        return max(told, default=0)

    @cached_property
    def _last(self) -> int | None:
        """The last date with month and year that the text tells as past."""
        return max((when for when, _ in self._past), default=None)

    @cached_property
    def _before_what_comes(self) -> list[Window]:
        """The months before the first that the text tells as yet to come (``sẽ trình vào tháng 6/2018``)."""
        coming = [
            ordinal(d.year, d.month, d.day or 1)
            for d in self._scan.dates
            if d.year is not None and d.month is not None and d.year >= _MODERN and self._ahead(d.start)
        ]
        first = min(coming, default=0)
        return [Window(first - _SOONEST, first)] if first and first // YEAR >= self._latest_year else []

    @cached_property
    def _past(self) -> list[tuple[int, bool]]:
        """The dates that the text tells as past, and whether something holds from them on."""
        return [
            (ordinal(d.year, d.month, d.day or 1), self._holds_from(d))
            for d in self._scan.dates
            if d.year is not None and d.month is not None and d.year >= _MODERN and not self._to_come(d)
        ]

    def _holds_from(self, date: DateMention) -> bool:
        return self._since.search(words_before(self._scan, date.start)) is not None

    @cached_property
    def _kept(self) -> list[tuple[int, int]]:
        """Where anniversaries stand: their days are no news."""
        return [m.span() for m in ANNIVERSARY.finditer(self._folded)]

    @cached_property
    def _floor(self) -> int:
        """The last date that the text tells as past, months at which somebody's post changed among them."""
        ended = [
            ordinal(d.year, d.month, d.day or 1)
            for d in self._scan.dates
            if d.year is not None
            and d.month is not None
            and (
                self._from.search(words_before(self._scan, d.start, _RANGE))
                or self._into.search(words_before(self._scan, d.start))
            )
            and not self._ahead(d.start)
        ]
        return max([0, *(when for when, holds in self._past if not holds), *ended])

    def _to_come(self, date: DateMention) -> bool:
        """Whether a date lies ahead, or a month of plans or a career (``nhiệm vụ tháng 9/2022``)."""
        if any(low <= date.start < high for low, high in self._kept):
            return True
        before = words_before(self._scan, date.start)
        if date.day is None and self.set_for(date.start):
            return True
        career = date.day is None and self._distant.search(before) and not self._of_month.search(before)
        if career or self._deadline.search(words_before(self._scan, date.start, _RANGE)):
            return True
        return self._ahead(date.start)

    def _ahead(self, start: int) -> bool:
        """Whether what stands before a date in its sentence says that it is to come."""
        return self._intended.search(self._folded, self._scan.sentence(start).start, start) is not None


def _between(day: Day, coming: int) -> int | None:
    """The year of a meeting about the year that ends and the ``coming`` one, held at the turn of the two."""
    if day.month <= _FIRST_MONTHS:
        return coming
    return coming - 1 if day.month >= _LATE else None
