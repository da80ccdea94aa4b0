"""The times around a post: the years and months that a text tells, and when the text itself is from."""

from __future__ import annotations

import re
from functools import cached_property

from kg.lexicon import Hit, Lexicon
from kg.mention import DateMention, Scan
from kg.model import Sentence
from kg.relate.event_days import Calendar
from kg.relate.listed import Holding
from kg.relate.step_days import StepDays

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BRACKET = re.compile(r"\([^()]*\)")
_BIRTH = re.compile(r"[^,;()]{0,20}")
_OF_DOCUMENT = re.compile(r"\d[-/][A-ZĐƯ]{2,}[^\s,]*,?\s?\w{0,5}\s?$")
_SEQUEL = "sequel"
SPANS = frozenset({"from", "span"})
_TERM, _OF_POST = "term", frozenset({"span", "term"})
_SPAN = re.compile(r" (?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d")
BOTH = re.compile(r"[^,;()]{0,12}(?:19|20)\d\d[^,;()]{1,20}(?:19|20)\d\d")
_BEGINNING, _WHO = 40, re.compile(r"(?:[^\W\d]+\s){0,4}")
_OPENING, _YEAR_LONG = 16, 12
MONTHS = 12
AFTER = 20
_LONG_OVER, _JUST_BEFORE = 15, 3
"""Years after which nothing is news, and how many sentences before one may tell the year it goes on from."""
_FRESH = 2
"""Months after which the press no longer speaks of a step as news."""


class Clock:
    """Tells which times stand around a post, and how long ago they are at the time of an article."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._steps = StepDays(scan, lexicon)

    @cached_property
    def _year(self) -> int | None:
        return _reference_year(self._scan, Calendar(self._scan, self._lexicon))

    @cached_property
    def _month(self) -> int | None:
        return _reference_month(self._scan)

    def _until_now(self, start: int, end: int) -> bool:
        return any(h.concept.key == "until-now" for h in self._scan.hits_within(start, end, "cue"))

    def _within_a_year(self, holding: Holding, sentence: Sentence) -> bool:
        """Whether the last month told before the post lies within a year of a dated article."""
        told = self._months(holding, sentence)
        if not told or self._month is None or not self._scan.text.article.published:
            return False
        return 0 <= self._month - told[-1] < MONTHS

    def _long_ago(self, holding: Holding, sentence: Sentence) -> bool:
        """Whether the last month told before the post is long before the article's."""
        told = self._months(holding, sentence)
        return bool(told) and self._month is not None and told[-1] + _FRESH < self._month

    def _months(self, holding: Holding, sentence: Sentence) -> list[int]:
        """The months told before a post or right behind it, but for those of documents."""
        content, end = self._scan.text.content, holding.post.end
        clause = content.find(";", end, end + AFTER)
        return [
            month
            for date in self._scan.dates
            if sentence.start <= date.start < (clause if clause >= 0 else end + AFTER)
            and date.end <= sentence.end
            and (month := month_of(date)) is not None
            and not _OF_DOCUMENT.search(content, sentence.start, date.start)
        ]

    def _opens_long_ago(self, sentence: Sentence) -> bool:
        """Whether the sentence begins with a year or a day of more than a year ago."""
        for date in self._scan.dates:
            if sentence.start <= date.start < sentence.start + _OPENING and date.year is not None:
                month = month_of(date)
                if month is not None and self._month is not None:
                    return month + _YEAR_LONG < self._month
                return self._year is not None and date.year + 1 < self._year
        return False

    def _in_span(self, start: int, end: int) -> bool:
        """Whether the words before a post tell from when to when (``từ năm 2010 đến năm 2014, …``)."""
        content = self._scan.text.content
        opens = [h.end for h in self._hits(start, end) if h.concept.key in SPANS]
        for place in opens:
            found = BOTH.match(content, place, end)
            if found is not None:
                return not any(h.concept.key == _SEQUEL for h in self._hits(found.end(), end))
        return False

    def _hits(self, start: int, end: int) -> list[Hit]:
        return self._scan.hits_within(start, end, "cue")

    def _years_before(self, sentence: Sentence) -> list[int]:
        """The years of the sentence before one that goes on from it (``Sau đó, ông được bổ nhiệm làm …``)."""
        sentences = self._scan.text.sentences
        place = self._scan.text.sentence_at(sentence.start)
        if not place or not self._sequel(sentence):
            return []
        before = sentences[place - 1]
        return self._years(before.start, before.end)

    def _ages_ago(self, sentence: Sentence) -> bool:
        """Whether a history tells it: all days and years so far are long over, one of them just before."""
        place = self._scan.text.sentence_at(sentence.start)
        before = self._scan.text.sentences[max(0, place - _JUST_BEFORE)]
        dated = any(self._scan.dates.within(sentence.start, sentence.end))
        if self._year is None or dated or not self._years(before.start, sentence.start):
            return False
        long_over = self._year - _LONG_OVER
        days = (day.year for day in self._scan.dates.within(0, sentence.start))
        if not all(day is not None and day < long_over for day in days):
            return False
        return max(self._years(0, sentence.end)) < long_over

    def _is_past(self, year: int) -> bool:
        return self._year is not None and year <= self._year

    def _is_term(self, start: int) -> bool:
        """Whether brackets tell the term of the post before them (``(nhiệm kỳ 2011-2016)``)."""
        return any(h.concept.key == _TERM for h in self._scan.hits_at(start + 1, "cue"))

    def _sequel(self, sentence: Sentence) -> bool:
        """Whether a sentence begins with a word for `afterwards`, perhaps behind who it is about."""
        content = self._scan.text.content
        near = self._scan.hits_within(sentence.start, min(sentence.end, sentence.start + _BEGINNING), "cue")
        return any(
            h.concept.key == _SEQUEL and _WHO.fullmatch(content, sentence.start, h.start) for h in near
        )

    def _served(self, start: int, end: int, titles: int | None) -> list[tuple[int, int]]:
        """Where spans of years stand right behind a post and tell of that one (``R giai đoạn 2007-2014``).

        So do terms that are over among somebody's titles (``A, R khóa XIV, nhiệm kỳ 2015-2020, được bầu …``).
        """
        spans = [h for h in self._scan.hits_within(start, end, "cue") if h.concept.key in _OF_POST]
        content = self._scan.text.content
        found: list[tuple[int, int]] = []
        for hit in spans:
            role = self._scan.roles.last_before(hit.start)
            match = _SPAN.match(content, hit.end, end)
            if match is not None and role is not None and role.start >= start:
                between = content[role.end : hit.start].rstrip()
                if hit.concept.key == _TERM:
                    if titles is None or role.start < titles or not self._is_past(int(match.group()[-4:])):
                        continue
                    between = between.removesuffix(",")
                found += [match.span()] if "," not in between else []
        return found

    def _years(self, start: int, end: int, titles: int | None = None) -> list[int]:
        """The years that a stretch names, but for those of a birth (``sinh năm 1958``) or told with a post.

        ``titles`` is where the name of the one begins whose titles may have terms of their own.
        """
        content = self._scan.text.content
        born = [h.end for h in self._scan.hits_within(start, end, "cue") if h.concept.key == "born"]
        terms = [b.span() for b in _BRACKET.finditer(content, start, end) if self._is_term(b.start())]
        terms += self._served(start, end, titles)
        return [
            int(year.group())
            for year in YEAR.finditer(content, start, end)
            if not any(b <= year.start() and _BIRTH.fullmatch(content, b, year.start()) for b in born)
            and not any(s <= year.start() < e for s, e in terms)
        ]


def _reference_year(scan: Scan, calendar: Calendar) -> int | None:
    """The year of the article: of its publication, else the last one that it names with a day or month.

    Without any it is the last one named, but for those until which something is planned.
    """
    published = scan.text.article.published
    if published and published[:4].isdigit():
        return int(published[:4])
    month = _reference_month(scan)
    if month is not None:
        return (month - 1) // MONTHS
    told = ((d.year, d.start) for d in scan.dates)
    return max((y for y, start in told if y is not None and not calendar.planned_until(start)), default=None)


def _reference_month(scan: Scan) -> int | None:
    """The month of the article, counted from year 0: of its publication, else the last one it names.

    An article whose first day has no year (``Sáng 21/7``) tells the year of other days because it is not this
    one: then it is the next month of that name.  Soon after such a day is what was announced for later.
    """
    published = scan.text.article.published or ""
    if re.fullmatch(r"\d{4}-\d\d.*", published):
        return int(published[:4]) * MONTHS + int(published[5:7])
    last = max((m for d in scan.dates if (m := month_of(d)) is not None), default=None)
    first = next((d for d in scan.dates if d.day is not None and d.month is not None), None)
    if last is None or first is None or first.year is not None or first.month is None:
        return last
    ahead = (first.month - last) % MONTHS
    return last if ahead >= MONTHS - _FRESH else last + ahead


def month_of(date: DateMention) -> int | None:
    """The month of a date, counted from year 0; ``None`` without both."""
    if date.year is None or date.month is None:
        return None
    return date.year * MONTHS + date.month
