"""Days as the words of a text give them.

A day and month count after a word for the day (``ngày 3/6``) or alone in brackets (``(28 đến 30-5)``); of
several days the first.  A month with its year (``tháng 12-2018``) stands for a day that is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mention import Mention, Scan
from kg.relate.wording import alternation, ending

_DIGIT = re.compile(r"\d")
_CUES = "event-cue"
_LAST_DAY, _MONTHS, _REACH = 31, 12, 34
_EARLIEST, _LATEST = 1930, 2100


@dataclass(frozen=True, slots=True)
class Day(Mention):
    """A day; the year is ``None`` when the words leave it out, the day when only its month is told.

    ``last`` is the last one of several (``ngày 18 và 19-12``), with its month; ``again`` says that the words
    take up a day that was told before (``chiều cùng ngày``).
    """

    day: int | None
    month: int
    year: int | None
    again: bool = False
    last: tuple[int, int] | None = None

    @property
    def edtf(self) -> str | None:
        """The day in EDTF, ``None`` without a year."""
        if self.year is None:
            return None
        month = f"{self.year:04d}-{self.month:02d}"
        return f"{month}-{self.day:02d}" if self.day is not None else month


@lru_cache(maxsize=4)
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    to = alternation(lexicon, _CUES, "to-day")
    day = alternation(lexicon, _CUES, "day-word")
    month, year = (re.escape(lexicon.concept("cue", key).label) for key in ("month", "year"))
    mark = r"\s?(?:[/-]|(?<=\d)\.(?=\d)|(?<=\s)–(?=\s))\s?"
    return re.compile(
        rf"(?<![\d/.,-])(?:(?P<first>\d{{1,2}})(?:{mark}(?P<firstmonth>\d{{1,2}}))?\s?{to}\s?(?:{day}\s)?"
        rf"(?:\d{{1,2}}\s?{to}\s?)?)?"
        rf"(?P<day>\d{{1,2}})(?:{mark}|\s{month}\s)(?P<month>\d{{1,2}})"
        rf"(?:(?:{mark}|,?\s{year}\s)(?P<year>\d{{4}}))?(?![\d/%]|[.,-]\d|\s?[-–]\s?\d)"
        rf"|(?<!\w){month}\s(?P<onlymonth>\d{{1,2}})(?:\s?[/-]\s?|,?\s{year}\s)(?P<ofyear>\d{{4}})(?![\d/])"
    )


@lru_cache(maxsize=4)
def _before(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(lexicon, _CUES, 'day-word')}(?:\s[^\W\d]+){{0,2}},?[\s(]*$")


@lru_cache(maxsize=4)
def _regular(lexicon: Lexicon) -> re.Pattern[str]:
    """Words after which a month tells which session it is (``phiên thường kỳ tháng 10/2020``)."""
    return ending(lexicon, _CUES, "regular")


@lru_cache(maxsize=4)
def _bracket(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\((?:{alternation(lexicon, _CUES, 'attached')}\s)?$")


def days(scan: Scan, lexicon: Lexicon, start: int, end: int) -> Iterator[Day]:
    """The days in ``start:end``; a day without a year counts only after a word for the day or in brackets."""
    folded = scan.text.folded
    if _DIGIT.search(folded, start, end) is None:
        return
    place = start
    while (match := _pattern(lexicon).search(folded, place, end)) is not None:
        place = match.end()
        if match["onlymonth"] and _regular(lexicon).search(folded[start : match.start()].rstrip()):
            continue
        stated = match["year"] or match["ofyear"]
        year = int(stated) if stated else None
        if year is None and not _of_day(folded, match, start, lexicon):
            place = match.start("day") if match["first"] else place
            continue
        day = int(match["first"] or match["day"]) if match["day"] else None
        month = int((match["firstmonth"] if match["first"] else None) or match["month"] or match["onlymonth"])
        known = year is None or _EARLIEST <= year < _LATEST
        if 1 <= (day or 1) <= _LAST_DAY and 1 <= month <= _MONTHS and known:
            last = (int(match["day"]), int(match["month"])) if match["first"] else None
            yield Day(match.start(), match.end(), day, month, year, last=last)


def _of_day(folded: str, match: re.Match[str], start: int, lexicon: Lexicon) -> bool:
    """Whether a word for the day stands before a day and month, or they stand alone in brackets."""
    low = max(start, match.start() - _REACH)
    if _before(lexicon).search(folded, low, match.start()):
        return True
    closed = folded.startswith(")", match.end())
    return closed and _bracket(lexicon).search(folded, low, match.start()) is not None
