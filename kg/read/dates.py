"""Dates of pages: lines that hold nothing but date and time, and what metadata write, as EDTF strings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from kg.read.furniture import patterns

VIETNAM = timezone(timedelta(hours=7))
_FIRST_YEAR, _LAST_YEAR = 1930, 2100
_LINE_WORDS = 18
_SENTENCE_WORDS = 5
_FULL_STOP = re.compile(r"[.!?…][\"”’')\]]*$")

_DAY_FIRST = r"(?P<d>\d{1,2})\s*[/.\-]\s*(?P<m>\d{1,2})\s*[/.\-]\s*(?P<y>\d{4})"
_YEAR_FIRST = r"(?P<y2>\d{4})[/.\-](?P<m2>\d{1,2})[/.\-](?P<d2>\d{1,2})"
_SPELT = r"(?P<d3>\d{1,2})\s+[^\W\d_]{4,6}\s+(?P<m3>\d{1,2})\s*,?\s*(?:[^\W\d_]{3}\s+)?(?P<y3>\d{4})"
_DATE = re.compile(rf"(?<!\d)(?:{_DAY_FIRST}|{_YEAR_FIRST}|{_SPELT})(?!\d)")
_ANNIVERSARY = re.compile(
    r"(?<!\d)0?(\d{1,2})[/.-]0?(\d{1,2})[/.-]\d{4}\s?[-–—]\s?0?\1[/.-]0?\2[/.-]\d{4}(?!\d)"
)
"""A day and the same of another year, which a headline about an anniversary tells."""
_DOCUMENT = re.compile(r"(?<![\w/-])\d+(?:/\d{4})?[-/](?![a-z])[^\W\d_]\w{0,9}[-/](?![a-z])[^\W\d_]|;$")
"""The number of a document that a line cites with its day, or the end of an item that cites one."""
_TIME = re.compile(
    r"(?<!\d)(?P<h>\d{1,2})\s?[:hHgG]\s?(?P<min>\d{2})(?:[:.](?P<s>\d{2}))?(?!\d)"
    r"(?:\s*(?P<half>[AaPp]\.?[Mm]|SA|CH)\b)?"
)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_SHORT = re.compile(r"(?<![\d/.\-])(?P<d>\d{1,2})[/.\-](?P<m>\d{1,2})[/.\-](?P<y>\d{2})(?![\d/.\-])")
_CENTURY, _SHORT_YEAR = 2000, 2
_WEEKDAY = re.compile(r"(?<!\w)T(?:\w{2}\s)?(?P<n>[2-7])(?!\w)", re.IGNORECASE)
_MONDAY = 2
_EDTF_DAY = r"\d{4}(?:-\d{2}(?:-\d{2})?)?[?~%]?"
_EDTF = re.compile(rf"(?:{_EDTF_DAY}|\.\.)?(?:/(?:{_EDTF_DAY}|\.\.)?)?")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}")


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line of date and time: the day, the moment when a time stands beside it, and what else it holds.

    ``rest`` is the wording that is neither date nor time nor page furniture (an author's name, mostly);
    ``cue`` says that a word such as "updated" marks it as the article's own date.
    """

    day: str
    moment: str
    rest: str
    cue: bool


def date_line(line: str) -> DateLine | None:
    """Read a line that consists of a date, perhaps with weekday, time, zone, section and author.

    Returns ``None`` for every other line, a short sentence that tells a day and a headline that tells an
    anniversary or months of a year among them, and for a date that the calendar does not have.
    """
    if len(line) > 160 or len(line.split()) > _LINE_WORDS or _DOCUMENT.search(line) is not None:
        return None
    found = _DATE.search(line) or _in_words(line) or _short(line)
    if found is None or _ANNIVERSARY.search(line) is not None:
        return None
    day = _day(found, line)
    if day is None:
        return None
    rest = line[: found.start()] + " | " + line[found.end() :]
    clock = _TIME.search(rest)
    moment = day
    if clock is not None:
        moment = _moment(day, clock) or day
        rest = rest[: clock.start()] + " | " + rest[clock.end() :]
    words = _remainder(rest)
    told = clock is None and found.re is patterns().day_of_month  # `kinh tế - xã hội 4 tháng năm 2019 …`
    if (told or _FULL_STOP.search(line)) and len(words.split()) >= _SENTENCE_WORDS:
        return None
    return DateLine(day, moment, words, patterns().publication_cue.search(line) is not None)


def _remainder(rest: str) -> str:
    """Give the words between the numbers that the vocabulary does not explain, in their order."""
    noise = patterns().date_noise
    pieces = (piece.strip(" -–—,;:.()[]") for piece in re.split(r"\s*[|]\s*|\s[-–—]\s", rest))
    return " - ".join(piece for piece in pieces if noise.sub("", piece))


def _in_words(line: str) -> re.Match[str] | None:
    """A date whose month is a name."""
    return patterns().day_of_month.search(line) if _YEAR.search(line) is not None else None


def _short(line: str) -> re.Match[str] | None:
    """A date whose year has two digits, alone in a line or where a time stands beside it."""
    return _SHORT.fullmatch(line.strip()) or (_SHORT.search(line) if _TIME.search(line) is not None else None)


def _day(found: re.Match[str], line: str) -> str | None:
    told = {name.rstrip("0123456789"): text for name, text in found.groupdict().items() if text is not None}
    if "month" in told:
        month = patterns().months[" ".join(told["month"].lower().split())]
        return _calendar(int(told["year"]), month, int(told["day"]))
    year, month, day = (int(told[part]) for part in "ymd")
    year += _CENTURY if len(told["y"]) == _SHORT_YEAR else 0
    weekday = _WEEKDAY.search(line, 0, found.start())
    if weekday is None:
        return _calendar(year, month, day)
    days = [_calendar(year, month, day), _calendar(year, day, month)]
    return next((told for told in days if _falls_on(told, int(weekday["n"]) - _MONDAY)), days[0])


def _falls_on(day: str | None, weekday: int) -> bool:
    """Whether a day is that day of the week: it tells which of two numbers is the month."""
    return day is not None and date.fromisoformat(day).weekday() == weekday


def _calendar(year: int, month: int, day: int) -> str | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _moment(day: str, clock: re.Match[str]) -> str | None:
    hour = int(clock["h"])
    if clock["half"] and clock["half"][0] in "pPC" and hour < 12:
        hour += 12
    try:
        base = datetime.fromisoformat(day)
        base = base.replace(hour=hour, minute=int(clock["min"]), second=int(clock["s"] or 0))
    except ValueError:
        return None
    return base.replace(tzinfo=VIETNAM).isoformat()


def published(value: str | None) -> str | None:
    """Give the EDTF form of what metadata give as date of publication; ``None`` when it is none.

    EDTF passes (``2022-05``, ``2022-06~/2022-12``), a date and time becomes the day in Vietnam, and day-first
    dates (``16/05/2023``) become ISO days.
    """
    if value is None:
        return None
    text = value.strip()
    if _ISO.match(text):
        return _vietnamese_day(text)
    if text and _EDTF.fullmatch(text) and any(char.isdigit() for char in text):
        return text if all(_possible(part) for part in re.findall(r"\d{4}[\d\-]*", text)) else None
    line = date_line(text)
    return line.day if line is not None else None


def _vietnamese_day(text: str) -> str | None:
    try:
        moment = datetime.fromisoformat(re.sub(r"\s+(?=[+-]\d)", "", text))
    except ValueError:
        return text[:10] if _possible(text[:10]) else None
    try:
        local = moment.astimezone(VIETNAM) if moment.tzinfo is not None else moment
    except OverflowError:
        return None
    return _calendar(local.year, local.month, local.day)


def _possible(part: str) -> bool:
    """Whether a year, month or day of EDTF exists in the calendar and lies in our time."""
    numbers = [int(number) for number in part.split("-")]
    year, month, day = (*numbers, 1, 1)[:3]
    return _calendar(year, month, day) is not None
