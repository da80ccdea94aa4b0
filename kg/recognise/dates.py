"""Dates as the press writes them; the words for day, month and year come from the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mention import DateMention
from kg.model import Text

_DIGITS = re.compile(r"\d+")
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


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> tuple[str, ...]:
    """The words after which a date's digits stand, longest first."""
    forms = {f.lower() for key in ("day", "month", "year") for f in lexicon.concept("cue", key).strong}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


def _matches(folded: str, lexicon: Lexicon) -> Iterator[re.Match[str]]:
    """What :func:`_pattern` finds, tried only where digits begin and at a word right before them."""
    pattern, words = _pattern(lexicon), _words(lexicon)
    place = 0
    for digits in _DIGITS.finditer(folded):
        start = digits.start()
        match = None
        if start and folded[start - 1].isspace() and folded.endswith(words, place, start - 1):
            word = next(w for w in words if folded.endswith(w, place, start - 1))
            match = pattern.match(folded, start - 1 - len(word))
        if match is None and start >= place:
            match = pattern.match(folded, start)
        if match is not None:
            yield match
            place = match.end()


def dates(text: Text, lexicon: Lexicon) -> Iterator[DateMention]:
    """The dates of a text; a day and month alone count only after a word for the day."""
    before = _day_word(lexicon)
    for match in _matches(text.folded, lexicon):
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
