"""Dates as the press writes them; the words for day, month and year come from the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mention import DateMention
from kg.model import Text

_MONTHS, _LAST_DAY, _EARLIEST, _LATEST = 12, 31, 1930, 2100


@lru_cache(maxsize=4)
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    def words(key: str) -> str:
        forms = sorted(lexicon.concept("cue", key).strong, key=len, reverse=True)
        return "(?:" + "|".join(re.escape(f.lower()) for f in forms) + ")"

    day, month, year = words("day"), words("month"), words("year")
    return re.compile(
        rf"(?<![\d/.,-])(?P<d>\d{{1,2}})\s?(?P<sep>[/.-])\s?(?P<m>\d{{1,2}})\s?(?P=sep)\s?(?P<y>\d{{4}})(?![\d/])"
        rf"|{day}\s(?P<d2>\d{{1,2}})\s{month}\s(?P<m2>\d{{1,2}})(?:,?\s{year}\s(?P<y2>\d{{4}}))?(?!\d)"
        rf"|(?<=\s)(?P<d3>\d{{1,2}})\s?[/.-]\s?(?P<m3>\d{{1,2}})(?![\d/%-]|[.,]\d|\s?[-–/]\s?\d)"
        rf"|{month}\s(?P<m4>\d{{1,2}})\s?(?:[/-]\s?|,?\s{year}\s)(?P<y4>\d{{4}})(?!\d)"
        rf"|{year}\s(?P<y5>\d{{4}})(?![\d-])"
    )


@lru_cache(maxsize=4)
def _day_word(lexicon: Lexicon) -> re.Pattern[str]:
    forms = sorted(lexicon.concept("cue", "day").strong, key=len, reverse=True)
    return re.compile("(?:" + "|".join(re.escape(f.lower()) for f in forms) + r")(?:\s[^\W\d]+)?[\s(]*$")


def dates(text: Text, lexicon: Lexicon) -> Iterator[DateMention]:
    """The dates of a text; a day and month alone count only after a word for the day."""
    before = _day_word(lexicon)
    for match in _pattern(lexicon).finditer(text.folded):
        group = match.groupdict()
        if group["d3"] and not before.search(text.folded, max(0, match.start() - 24), match.start()):
            continue
        day = _number(group["d"] or group["d2"] or group["d3"])
        month = _number(group["m"] or group["m2"] or group["m3"] or group["m4"])
        year = _number(group["y"] or group["y2"] or group["y4"] or group["y5"])
        if (day is not None and not 1 <= day <= _LAST_DAY) or (
            month is not None and not 1 <= month <= _MONTHS
        ):
            continue
        if year is not None and not _EARLIEST <= year < _LATEST:
            continue
        yield DateMention(match.start(), match.end(), day, month, year)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None
