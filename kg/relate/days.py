"""Days on which something happens: a day and month after a word for the day, the first of several days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mention import Mention, Scan
from kg.relate.wording import alternation

_CUES = "event-cue"
_LAST_DAY, _MONTHS, _REACH = 31, 12, 26
_EARLIEST, _LATEST = 1930, 2100


@dataclass(frozen=True, slots=True)
class Day(Mention):
    """A day; the year is ``None`` when the words leave it out."""

    day: int
    month: int
    year: int | None


@lru_cache(maxsize=4)
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    to = alternation(lexicon, _CUES, "to-day")
    day = alternation(lexicon, _CUES, "day-word")
    month, year = (re.escape(lexicon.concept("cue", key).label) for key in ("month", "year"))
    return re.compile(
        rf"(?<![\d/.,-])(?:(?P<first>\d{{1,2}})(?:\s?[/-]\s?(?P<firstmonth>\d{{1,2}}))?\s?{to}\s?(?:{day}\s)?)?"
        rf"(?P<day>\d{{1,2}})(?:\s?[/-]\s?|\s{month}\s)(?P<month>\d{{1,2}})"
        rf"(?:(?:\s?[/-]\s?|,?\s{year}\s)(?P<year>\d{{4}}))?(?![\d/%]|[.,-]\d)"
    )


@lru_cache(maxsize=4)
def _before(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(lexicon, _CUES, 'day-word')}(?:\s[^\W\d]+)?[\s(]*$")


def days(scan: Scan, lexicon: Lexicon, start: int, end: int) -> Iterator[Day]:
    """The days in ``start:end``; a day without a year counts only after a word for the day."""
    folded = scan.text.folded
    before = _before(lexicon)
    for match in _pattern(lexicon).finditer(folded, start, end):
        year = int(match["year"]) if match["year"] else None
        if year is None and not before.search(folded, max(start, match.start() - _REACH), match.start()):
            continue
        day = int(match["first"] or match["day"])
        month = int((match["firstmonth"] if match["first"] else None) or match["month"])
        known = year is None or _EARLIEST <= year < _LATEST
        if 1 <= day <= _LAST_DAY and 1 <= month <= _MONTHS and known:
            yield Day(match.start(), match.end(), day, month, year)
