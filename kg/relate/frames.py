"""Which period a number is about: that of its clause, of its sentence, or the one that frames its passage.

A report names its period once and goes on (``Năm 2022, … Thu ngân sách đạt …``); a congress names two terms,
the one whose results it hears and the one whose targets it sets.  So a period that carries on must fit what
is said: no result lies ahead, no target behind.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.mention import Scan, Track
from kg.model import IndicatorKind
from kg.relate.clause_words import Reading
from kg.relate.expectation import list_head
from kg.relate.periods import CUES, Calendar, PeriodMention
from kg.relate.wording import finder, words

_NEAR, _FRAME, _OPENING, _LEAD = 80, 60, 30, 5
_YEAR = 4
_STATIC = ("population", "area")
_FRAMING = re.compile(r"(?:\s[^\W\d]+){0,2},\s|:")
_NUMBER = re.compile(r"\d\S*\s[^\W\d]|\d%")
_ANNOUNCED = re.compile(r"[:;]\s?$")
_TARGET = IndicatorKind.TARGET


class Frames:
    """The periods of one text, as they hold for its numbers."""

    def __init__(
        self, scan: Scan, lexicon: Lexicon, calendar: Calendar, periods: Track[PeriodMention]
    ) -> None:
        self._scan = scan
        self._folded = scan.text.folded
        self._published = calendar.published
        self._terms = calendar.terms
        self._begun: set[int] = set()
        self._came: tuple[str, bool] | bool = False
        self._periods = periods
        self._frame = finder(lexicon, CUES, "frame")
        self._yearly = tuple("/" + word for word in words(lexicon, CUES, "year"))
        self._moves = finder(lexicon, CUES, "rise", "fall")
        self._congress = finder(lexicon, CUES, "congress")
        self._rule = finder(lexicon, CUES, "according")

    def of(self, reading: Reading, said: IndicatorKind | None) -> PeriodMention | None:
        """The period that a number is about; ``said`` is what its words make of it."""
        own = self._own(reading)
        if own is not None and reading.origin and own.start >= reading.quantity.end:
            self._begun.add(own.start)
        found = own or self._found(reading, said)
        if found is not None and found.planned and said is _TARGET:
            found = replace(found, period=found.planned)
        if found is not None and self._flows(reading):
            found = self._whole_term(found, reading, said)
        told = own is not None and (not reading.origin or own.start >= reading.quantity.end)
        return found if told or found is None else self._turned(found, reading)

    def _turned(self, period: PeriodMention, reading: Reading) -> PeriodMention:
        """Where a change began or ended within a period that is not the number's own.

        Over a span it goes from its first year to its last, over one year from the year before.
        """
        first, _, last = period.period.partition("-")
        span = len(first) == len(last) == _YEAR
        moved = self._moves.search(self._folded, reading.clause_start, reading.quantity.start)
        came, self._came = self._came, reading.origin and moved is not None and (reading.name, span)
        if reading.origin and moved is None:
            return period
        if reading.origin and span:
            return replace(period, period=first)
        if reading.origin and not last and reading.quantity.percent:
            return replace(period, period=str(int(first) - 1))
        return replace(period, period=last) if came == (reading.name, True) and span else period

    def ahead(self, period: PeriodMention) -> bool:
        """Whether a period is still to come: a point to be reached, the next term or a later year."""
        past, coming = self._terms
        later = self._published is not None and period.last_year > self._published
        return period.until or later or (past != coming and period.period == coming)

    def _found(self, reading: Reading, said: IndicatorKind | None) -> PeriodMention | None:
        sentence = self._scan.sentence(reading.start)
        before = self._periods.within(0, reading.clause_start)
        earlier = [p for p in before if not p.compared and p.start not in self._begun]
        here = self._holding([p for p in earlier if p.start >= sentence.start], reading)
        if here is not None:
            return here
        head = list_head(self._scan, reading.start)
        announced = [p for p in earlier if head is not None and head.start <= p.start < head.end]
        if announced:
            return announced[-1]
        if reading.concept in _STATIC:
            return None
        if list(self._scan.dates.within(sentence.start, sentence.start + _OPENING)):
            return None
        return self._carried([p for p in earlier if p.start < sentence.start], reading, said)

    def _own(self, reading: Reading) -> PeriodMention | None:
        """The period of the number's own clause."""
        own = [p for p in self._periods.within(reading.clause_start, reading.clause_end) if not p.compared]
        adjacent = [
            p for p in own if self._folded[reading.end : p.start].strip(" (") == "" and p.start >= reading.end
        ]
        if adjacent:
            return adjacent[0]
        before = [p for p in own if p.start < reading.quantity.start]
        near = [p for p in own if p.start - reading.end < _NEAR and not self._parted(reading.end, p.start)]
        return before[-1] if before else near[0] if near else None

    def _parted(self, start: int, end: int) -> bool:
        return "," in self._folded[start:end] or self._rule.search(self._folded, start, end) is not None

    def _holding(self, here: list[PeriodMention], reading: Reading) -> PeriodMention | None:
        """The last period of the sentence that holds on: no point to be reached of another item of a list."""
        apart = any(self._folded.find(";", p.start, reading.start) >= 0 for p in here)
        lasting = [p for p in here if not (apart and (p.until or p.point)) or self._opens(p)]
        return lasting[-1] if lasting else None

    def _carried(
        self, earlier: list[PeriodMention], reading: Reading, said: IndicatorKind | None
    ) -> PeriodMention | None:
        """The period of an earlier sentence that still holds."""
        offset = reading.start
        possible = [p for p in earlier if self._possible(p, offset, said)]
        carried = [p for p in possible if self._carries(p, offset)]
        if carried:
            return carried[-1]
        return None if reading.rule == "has" else self._standing(possible, said)

    def _standing(self, possible: list[PeriodMention], said: IndicatorKind | None) -> PeriodMention | None:
        """The term of a congress, for what no other period frames."""
        past, coming = self._terms
        if past == coming or past is None or coming is None:
            return None
        wanted = coming if said is _TARGET else past
        opening = self._scan.text.sentences[:_LEAD][-1].end
        congress = self._congress.search(self._folded, 0, opening) is not None
        if not congress or all(p.period != coming or p.start >= opening for p in self._periods):
            return None
        return PeriodMention(0, 0, wanted, mandate=True)

    def _possible(self, period: PeriodMention, offset: int, said: IndicatorKind | None) -> bool:
        """Whether a carried period can hold what is said: no result lies ahead, no target behind."""
        published = self._published
        if published is None:
            return True
        if said is _TARGET:
            return period.last_year >= published or bool(period.planned)
        if period.mandate and period.period == self._terms[1] != self._terms[0]:
            return said is None and self._same_block(period.start, offset)
        if period.last_year <= published or period.mandate:
            return True
        return said is None and self._same_block(period.start, offset)

    def _carries(self, period: PeriodMention, offset: int) -> bool:
        """Whether a period of an earlier sentence still holds: it frames a passage, and is no mere goal."""
        if period.mandate and not self._opens(period):
            return False
        if self._same_block(period.start, offset):
            return self._opens(period) or (not (period.until or period.point) and self._framed(period))
        if period.until or period.point or period.brief:
            return False
        return self._opens(period) or self._framed(period)

    def _same_block(self, first: int, second: int) -> bool:
        return self._folded.find("\n", first, second) < 0

    def _framed(self, period: PeriodMention) -> bool:
        """Whether results or tasks *of* the period are spoken of."""
        begin = max(self._scan.sentence(period.start).start, period.start - _FRAME)
        return self._frame.search(self._folded, begin, period.start) is not None

    def _opens(self, period: PeriodMention) -> bool:
        """Whether a period opens its sentence or a clause of it, as a frame for what follows."""
        start = self._scan.sentence(period.start).start
        near = period.start - start <= (_LEAD if period.until or period.point else _OPENING)
        if near and _NUMBER.search(self._folded, start, period.start) is None:
            return True
        if _FRAMING.match(self._folded, period.end) is None:
            return False
        return not period.mandate or _ANNOUNCED.search(self._folded, start, period.start) is not None

    def _flows(self, reading: Reading) -> bool:
        """Whether a number adds up over years, so that the end of a term is not its period."""
        yearly = reading.quantity.percent and reading.unit.endswith(self._yearly)
        counted = reading.rule == "planned" or (
            reading.rule == "done" and reading.quantity.dimension == "party"
        )
        return yearly or counted

    def _whole_term(
        self, period: PeriodMention, reading: Reading, said: IndicatorKind | None
    ) -> PeriodMention:
        """The term, where only its last year is named, and not for this number alone."""
        past, coming = self._terms
        term = coming if said is _TARGET else past
        own = reading.clause_start <= period.start and not period.until
        if own or past == coming or term is None or not term.endswith("-" + period.period):
            return period
        return replace(period, period=term, until=False, mandate=True)
