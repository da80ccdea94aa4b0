"""Periods that are still to come, and the passages that set out what is aimed at in them."""

from __future__ import annotations

from functools import cached_property

from kg.lexicon import Lexicon
from kg.mention import Scan, Track
from kg.model import BlockKind
from kg.relate.period_sentences import YEARS, SentencePeriods
from kg.relate.period_words import CUES, PeriodMention
from kg.relate.periods import Calendar
from kg.relate.readings import Reading
from kg.relate.wording import finder

_BEGINNING, _YEAR = 2, 4
_PASSAGES, _OF_PLACE = 3, 30


class PeriodsAhead(SentencePeriods):
    """The periods of one text that lie ahead of it."""

    def __init__(
        self, scan: Scan, lexicon: Lexicon, calendar: Calendar, periods: Track[PeriodMention]
    ) -> None:
        super().__init__(scan, lexicon, periods)
        self._published = calendar.published
        self._month = calendar.month
        self._terms = calendar.terms
        self._onward = finder(lexicon, CUES, "or-more", "yearly")
        self._going_on = finder(lexicon, CUES, "goes-on")

    def ahead(self, period: PeriodMention) -> bool:
        """Whether a period is still to come: a point to be reached, the next term or a later year."""
        past, coming = self._terms
        later = self._published is not None and period.last_year > self._published
        later = later and not (past != coming and period.period == past)
        begun = self._month is not None and self._month <= _BEGINNING
        later = later or (begun and period.period == str(self._published))
        return period.until or later or (past != coming and period.period == coming)

    def looks_back(self, reading: Reading) -> bool:
        """Whether a sentence names a period that is over before the number."""
        start = self._scan.sentence(reading.start).start
        named = [p for p in self._periods.within(start, reading.quantity.start) if not p.compared]
        return bool(named) and not (named[-1].planned or self.ahead(named[-1]))

    def comes_to_ahead(self, reading: Reading) -> bool:
        """Whether the sentence of a number, which names no period before it, goes on to one still to come."""
        sentence = self._scan.sentence(reading.start)
        named = [p for p in self._periods.within(sentence.start, sentence.end) if not p.compared]
        return bool(named) and named[0].start > reading.quantity.start and self.ahead(named[0])

    def coming(self, reading: Reading) -> PeriodMention | None:
        """The years to come that the passage before a number sets out, without a number of its own.

        One that looks back as well tells of what was done first.
        """
        before = [p for p in self._periods.within(0, reading.clause_end) if not p.compared]
        last = before[-1] if before and before[-1].start < self._scan.sentence(reading.start).start else None
        if self._published is None or last is None or not self.ahead(last):
            return None
        sentence = self._scan.sentence(last.start)
        years = last.until or YEARS.fullmatch(last.period) is not None
        others = [p for p in before if p.start >= sentence.start and not self.ahead(p)]
        if not years or self._tells(last) or others or self._looks_back(sentence.start, sentence.end):
            return None
        body = sentence.kind is BlockKind.PARAGRAPH
        near = self._folded.count("\n", last.start, reading.start) <= _PASSAGES
        return last if body and near else None

    def goes_on(self, last: int, start: int) -> bool:
        """Whether a paragraph goes on with what the one before sets out (``Về xây dựng Đảng, …``).

        So it does, too, where it tells bounds or what is to be every year (``từ 10 đảng viên trở lên/năm``).
        ``last`` stands in the paragraph before, ``start`` in this one, and neither it nor the words of
        this one name a period.
        """
        broken = self._folded.rfind("\n", last, start) + 1
        apart = self._folded.find("\n", last, broken - 1) >= 0
        apart = apart or any(u.unit.name for u in self._scan.units.within(broken, broken + _OF_PLACE))
        end = self._scan.sentence(start).end
        goes_on = self._going_on.match(self._folded, broken) or self._onward.search(self._folded, broken, end)
        if apart or goes_on is None:
            return False
        return not any(not p.compared for p in self._periods.within(broken, start))

    def only_ahead(self, start: int) -> bool:
        """Whether all that an article names is still to come, and the first of it is told by then."""
        return self._first_ahead is not None and self._first_ahead < self._scan.sentence(start).end

    @cached_property
    def _first_ahead(self) -> int | None:
        """Where the first period stands, if all that an article names are still to come."""
        if self._published is None:
            return None
        named = [p for p in self._periods if not p.compared]
        plain = any(not (p.mandate or p.until) for p in named)
        ahead = plain and all(int(p.period[:_YEAR]) > self._published for p in named)
        return min(p.start for p in named) if ahead else None
