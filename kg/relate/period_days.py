"""The day of what is passed or handed out: that of the meeting or ceremony, else of the feast it is for."""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.mention import Scan, Track
from kg.model import BlockKind
from kg.normalise import fold
from kg.patterns import compiled
from kg.relate.period_aims import PeriodsAhead
from kg.relate.period_words import CUES, YEAR, PeriodMention
from kg.relate.periods import Calendar
from kg.relate.phrases import surface
from kg.relate.readings import Reading
from kg.relate.wording import alternation, finder

_PASSED = "document"
_MONTHS, _DAYS, _LEAD = 12, 31, 3


class EventDays(PeriodsAhead):
    """The days of one text on which something was passed or handed out."""

    def __init__(
        self, scan: Scan, lexicon: Lexicon, calendar: Calendar, periods: Track[PeriodMention]
    ) -> None:
        super().__init__(scan, lexicon, calendar, periods)
        self._handed = finder(lexicon, CUES, "badge")
        self._resolves = finder(lexicon, CUES, "resolved")
        self._on_occasion = finder(lexicon, CUES, "on-occasion")
        given = (alternation(lexicon, "event-cue", "awards"), surface(lexicon, "event-cue", "honours"))
        self._praises = compiled(rf"(?:{'|'.join(given)})(?!\w)")
        session = re.escape(fold(lexicon.concept("event", "session").label))
        self._session = compiled(rf"(?<!\w){session}(?!\w)")
        self._feast = compiled(
            rf"(?<!\w){alternation(lexicon, 'event-cue', 'occasion')}\s(?P<day>\d{{1,2}})\s?[/.-]\s?"
            rf"(?P<month>\d{{1,2}})(?!\d)(?:\s?[/.-]\s?(?P<year>{YEAR}))?"
        )

    def _of_day(self, reading: Reading) -> PeriodMention | None:
        """The day on which documents were passed or badges given, as a sentence opens with it.

        Where no such day is told, badges are of the feast that they are given for (``đợt 7/11``).
        """
        badge = self._handed.search(fold(reading.name)) is not None
        passed = reading.quantity.dimension == _PASSED and self._resolves.match(fold(reading.action))
        if not (badge or passed or self._of_meeting(reading)):
            return None
        sentences = self._scan.text.sentences
        if self._scan.sentence(reading.start).kind is BlockKind.TITLE:
            told_in = sentences[:_LEAD]
        else:
            told_in = sentences[self._scan.text.sentence_at(reading.start) :: -1]
        for sentence in told_in:
            days = (day for day in self._days_opening(sentence.start) if not self._is_base(day.start))
            opening = next(days, None)
            if opening is not None and opening.day is not None and opening.month is not None:
                return self._dated(opening.day, opening.month, opening.year)
        feasts = list(self._feast.finditer(self._folded)) if badge else []
        told = next((f for f in reversed(feasts) if f.start() < reading.end), feasts[0] if feasts else None)
        if told is None:
            return None
        return self._dated(int(told["day"]), int(told["month"]), int(told["year"] or 0) or None)

    def _of_meeting(self, reading: Reading) -> bool:
        """Whether what is told is done there and then: passed by a session, given on the occasion told of."""
        start, action = self._scan.sentence(reading.start).start, fold(reading.action)
        if reading.quantity.dimension == _PASSED:
            told = self._session.search(self._folded, start, reading.quantity.before) is not None
            return told and self._resolves.match(action) is not None
        here = self._on_occasion.match(self._folded, start) is not None
        return here and self._praises.match(action) is not None

    def _dated(self, day: int, month: int, year: int | None) -> PeriodMention | None:
        """A day; without a year it is one of the year of publication."""
        year = year or self._published
        if year is None or not (1 <= month <= _MONTHS and 1 <= day <= _DAYS):
            return None
        return PeriodMention(0, 0, f"{year}-{month:02d}-{day:02d}")
