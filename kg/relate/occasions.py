"""The days of events that their own words leave out: those of the occasion or of the article's opening."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lexicon import Hit, Lexicon
from kg.mention import Scan
from kg.relate.days import Day
from kg.relate.event_days import Calendar
from kg.relate.gatherings import EventMention
from kg.relate.tense import Tense
from kg.relate.wording import alternation

_CUES = "event-cue"


@lru_cache(maxsize=4)
def _openings(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a sentence opens that tells what was done at an event, or after one."""
    return (
        re.compile(rf"(?:[^\W\d]+\s)?{alternation(lexicon, _CUES, 'at')}"),
        re.compile(rf"{alternation(lexicon, _CUES, 'after-event')}\s"),
    )


def closest(dates: list[str]) -> str | None:
    """The first date, or the day that is told of the month that it only names."""
    if not dates:
        return None
    first = dates[0]
    return next((d for d in dates if d.startswith(first) and d != first), first)


class Occasions:
    """Finds the days at which the events of one text were held beside others."""

    def __init__(self, scan: Scan, lexicon: Lexicon, calendar: Calendar, tense: Tense) -> None:
        self._scan = scan
        self._folded = scan.text.folded
        self._calendar = calendar
        self._tense = tense
        self._opens_at, self._after = _openings(lexicon)

    def after_another(self, hit: Hit) -> bool:
        """Whether a sentence tells of what came right after an event (``Sau lễ đón, … hội đàm với …``)."""
        start = self._scan.sentence(hit.start).start
        opened = self._after.match(self._folded, start, hit.start)
        events = self._scan.hits_at(opened.end(), "event") if opened is not None else ()
        return any(event.end < hit.start for event in events)

    def dates(self, mention: EventMention, groups: list[list[EventMention]]) -> list[str]:
        """The days of the event at which another one is held (``Cũng tại buổi gặp gỡ, … tổ chức lễ …``).

        What came right after another one was on the same day.
        """
        if mention.earlier:
            return []
        if mention.again and mention.dated is None:
            before = [m for group in groups for m in group if m.date is not None and m.start < mention.start]
            return [m.date for m in sorted(before, key=lambda m: m.start)[-1:] if m.date is not None]
        start = self._scan.sentence(mention.start).start
        for group in groups:
            for other in group:
                opening = self._folded[start : other.start].strip()
                if other.sentence == mention.sentence and other.start < mention.start and (
                    self._opens_at.fullmatch(opening)
                ):
                    return [m.date for m in group if m.date is not None]
        return []

    def opening_dates(self, group: list[EventMention]) -> list[str]:
        """The day with which the article opens, for what is only told after it (``Tại buổi làm việc, …``)."""
        told = [m for m in group if not m.title] or group
        if any(m.dated is not None or m.earlier or m.verb or m.concept.key == "congress" for m in told):
            return []
        if any(self._tense.told_of_a_year(m.start) for m in told):
            return []
        found = (self._calendar.opening_day(m.start) for m in group)
        day = next((d for d in found if d is not None and not self._of_plan(d)), None)
        date = self._calendar.complete(day).edtf if day is not None else None
        return [date] if date is not None else []

    def _of_plan(self, day: Day) -> bool:
        """Whether the sentence of a day says what is to be held (``Sáng 1/12, kỳ họp sẽ khai mạc``)."""
        sentence = self._scan.sentence(day.start)
        events = self._scan.hits_within(sentence.start, sentence.end, "event")
        return any(self._tense.to_be_held(event) for event in events)
