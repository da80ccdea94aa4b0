"""Days on which something happens, and the years that they leave out.

A day and month count after a word for the day (``ngày 3/6``) or alone in brackets (``(28 đến 30-5)``); of
several days the first.  A month with its year (``tháng 12-2018``) stands for a day that is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from kg.lexicon import Hit, Lexicon
from kg.mention import DateMention, Mention, Scan
from kg.relate.wording import alternation, ending, finder

_DIGIT = re.compile(r"\d")
_CUES = "event-cue"
_LAST_DAY, _MONTHS, _REACH = 31, 12, 34
_EARLIEST, _LATEST = 1930, 2100
_EARLY, _LATE = 2, 11
_FIRST_MONTHS, _LAST_MONTHS = 2, 10
_BACK, _ON, _WINDOW = 220, 240, 40
_MODERN, _AFTER, _BEFORE, _AHEAD = 2000, 180, 60, 10
_LOOK_BACK, _LEADING = 4, 6
_SOON, _WEEKS = 2, 75
_DAY_WORD = 20
_FAR = 160
_YEARS_SINCE = re.compile(
    r"\(\d[\d/.-]*\d{4} ?[-–] ?\d[\d/.-]*\d{4}\)"
    r"|(?<!\d)0?(\d{1,2})[/.-]0?(\d{1,2})[/.-]\d{4} ?[-–] ?0?\1[/.-]0?\2[/.-]\d{4}"
)
"""From a day to the same of another year, which an anniversary tells (``3/2/1930 - 3/2/2025``)."""
_ANY_YEAR = re.compile(r"(?<![\d/.–-])(?P<year>20\d\d)(?:(?P<term>\s?[-–]\s?20\d\d)|(?![\d.]))")


@dataclass(frozen=True, slots=True)
class Day(Mention):
    """A day; the year is ``None`` when the words leave it out, the day when only its month is told.

    ``again`` says that the words take up a day that was told before (``chiều cùng ngày``).
    """

    day: int | None
    month: int
    year: int | None
    again: bool = False

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
            yield Day(match.start(), match.end(), day, month, year)


def _of_day(folded: str, match: re.Match[str], start: int, lexicon: Lexicon) -> bool:
    """Whether a word for the day stands before a day and month, or they stand alone in brackets."""
    low = max(start, match.start() - _REACH)
    if _before(lexicon).search(folded, low, match.start()):
        return True
    closed = folded.startswith(")", match.end())
    return closed and _bracket(lexicon).search(folded, low, match.start()) is not None


class Calendar:
    """Years of the days of one text: stated, of the publication, or implied by other dates of the text."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._folded = scan.text.folded
        published = (scan.text.article.published or "").split("-")
        self._published = [int(p) for p in published if p.isdigit()]
        self._year = re.compile(
            rf"(?:(?<!\w){alternation(lexicon, _CUES, 'year')}|(?<=[^\W\d]))"
            r"\s((?:19|20)\d\d)(?![\d/–-]|\s[-–])"
        )
        month, year = (re.escape(lexicon.concept("cue", key).label) for key in ("month", "year"))
        self._months = re.compile(rf"(?<![\d/])(\d{{1,2}})\s{month}(?:\s[^\W\d]+)?\s{year}\s(20\d\d)(?!\d)")
        self._review = finder(lexicon, _CUES, "review")
        self._plans = finder(lexicon, _CUES, "plans")
        self._distant = ending(lexicon, _CUES, "distant")
        self._deadline = ending(lexicon, _CUES, "deadline")
        self._until = ending(lexicon, _CUES, "deadline", "until")
        self._ends = ending(lexicon, _CUES, "deadline", "as-of")
        self._part = ending(lexicon, _CUES, "day-part")
        self._occasion = ending(lexicon, _CUES, "occasion")
        self._intended = finder(lexicon, _CUES, "intended")
        self._says = finder(lexicon, _CUES, "says")
        self._by_another = re.compile(
            rf"(?<!\w)(?:(?P<today>{alternation(lexicon, _CUES, 'today')})"
            rf"|(?P<yesterday>{alternation(lexicon, _CUES, 'yesterday')})"
            rf"|(?P<same>{alternation(lexicon, _CUES, 'same-day')}))(?!\w)"
        )
        self._attached = re.compile(
            rf"[^,;.()]{{0,25}}?[\s,]*(?:\(|{alternation(lexicon, _CUES, 'attached', 'day-word')})"
            rf"(?:[\s(]*{alternation(lexicon, _CUES, 'attached', 'day-word')})*[\s(]*"
        )

    def day_of(self, hit: Hit) -> Day | None:
        """The day of an event: the one given with its words, else the last before them, else the first after.

        A verb does not take the day on which somebody tells of it (``Ngày 28/9, ông Ngọc cho hay … đã họp``).
        """
        sentence = self._scan.sentence(hit.start)
        found = list(days(self._scan, self._lexicon, sentence.start, sentence.end))
        found = [
            d for d in found if not self._of_document(d, hit, sentence.start) and not self._no_meeting(d)
        ]
        whole = [d for d in found if d.day is not None]
        found = whole or found
        found = found or self._relative(hit, sentence.start)
        before = [d for d in found if d.start < hit.start]
        opening = self._opens(before, sentence.start)
        before = before if opening else [d for d in before if hit.start - d.start < _BACK]
        after = [d for d in found if d.start >= hit.end and d.start - hit.end < _ON]
        if hit.concept.scheme == _CUES:
            before = [d for d in before if not self._says.search(self._folded, d.end, hit.start)]
        after = [d for d in after if not self._other_clause(hit.end, d.start)]
        if after and self._attached.fullmatch(self._folded, hit.end, after[0].start):
            return after[0]
        return before[-1] if before else next(iter(after), None)

    def _opens(self, found: Sequence[Day], start: int) -> bool:
        """Whether the sentence opens with its only day, which then holds for all of it."""
        return len(found) == 1 and found[0].start - start < _DAY_WORD

    def _relative(self, hit: Hit, start: int) -> list[Day]:
        """The day that words before an event tell by another one: the article's, the one told before."""
        word = self._by_another.search(self._folded, max(start, hit.start - _BACK), hit.start)
        if word is None:
            return []
        if word["same"]:
            return self._day_before(word, start)
        try:
            told = date.fromisoformat(self._scan.text.article.published or "")
        except ValueError:
            return []
        told -= timedelta(days=1 if word["yesterday"] else 0)
        return [Day(word.start(), word.end(), told.day, told.month, told.year)]

    def _no_meeting(self, day: Day) -> bool:
        """Whether a day only ends something (``diễn ra đến hết ngày 8-12``) or is kept (``dịp 2/9``)."""
        before, low = self._ahead(day), self._low(day)
        kept = self._ends.search(before) is not None or self._occasion.search(before) is not None
        return kept or any(
            m.start() <= day.start < m.end()
            for m in _YEARS_SINCE.finditer(self._folded, low, day.end + _DAY_WORD)
        )

    def _low(self, day: Day) -> int:
        return max(self._scan.sentence(day.start).start, day.start - _DAY_WORD)

    def _ahead(self, day: Day) -> str:
        """The words right before a day in its sentence."""
        return self._folded[self._low(day) : day.start].rstrip(" (")

    def _after_document(self, day: Day) -> bool:
        """Whether a document is named shortly before a day in its sentence: the day is the document's."""
        low = max(self._scan.sentence(day.start).start, day.start - _WINDOW)
        return bool(self._scan.hits_within(low, day.start, "document-kind", "document-series"))

    def _day_before(self, word: re.Match[str], start: int) -> list[Day]:
        """The last day that the sentences before ``start`` tell, not one of a document."""
        index = self._scan.text.sentence_at(start)
        low = self._scan.text.sentences[max(0, index - _LOOK_BACK)].start
        told = [
            d
            for d in days(self._scan, self._lexicon, low, start)
            if not self._after_document(d) and not self._no_meeting(d)
        ]
        return [Day(word.start(), word.end(), d.day, d.month, d.year, again=True) for d in told[-1:]]

    def opening_day(self, offset: int) -> Day | None:
        """The only day that the opening of the article tells, for an event told shortly after it."""
        index = self._scan.text.sentence_at(offset)
        sentences = self._scan.text.sentences
        if not 0 < index <= _LEADING:
            return None
        told = {
            (d.day, d.month): d
            for s in sentences[max(0, index - _LOOK_BACK) : index]
            for d in days(self._scan, self._lexicon, s.start, s.end)
            if not (self._after_document(d) or self.to_come(d) or self._until.search(self._ahead(d)))
        }
        return next(iter(told.values())) if len(told) == 1 else None

    def _other_clause(self, start: int, end: int) -> bool:
        """Whether somebody says or does something else before the day is named."""
        if self._says.search(self._folded, start, end) or self._scan.people.within(start, end):
            return True
        bodies = self._scan.bodies.within(start, end)
        return any(self._folded[start : b.start].rstrip().endswith(",") for b in bodies)

    def _of_document(self, date: Day, hit: Hit, start: int) -> bool:
        """Whether a date is that of a document, not of what happened; papers have no part of a day."""
        low = max(start, date.start - _DAY_WORD)
        if self._part.search(self._folded[low : date.start].rstrip(" (")):
            return False
        floor = max(hit.end if date.start >= hit.end else start, date.start - _WINDOW)
        return bool(self._scan.hits_within(floor, date.start, "document-kind", "document-series"))

    def complete(self, day: Day, *, earlier: bool = False, term: str | None = None) -> Day:
        """The day with its year, if anything tells it; ``earlier``: before the last date of the text.

        A congress is held in the first year of the ``term`` that it opens.
        """
        year = day.year or self._of_publication(day)
        if year is None and term is not None:
            year = int(term[:4])
        year = year or self._near(day) or self._beside(day, earlier=earlier) or self._told(day)
        return replace(day, year=year or self._same_year(day))

    def recent(self, day: Day | None) -> bool:
        """Whether a day lies some weeks at most before the article appeared."""
        if day is None or len(self._published) < len(("year", "month")):
            return False
        year = day.year or self._of_publication(day) or 0
        behind = _ordinal(self._published[0], self._published[1], 31) - _ordinal(
            year, day.month, day.day or 1
        )
        return behind <= _BEFORE

    def _of_publication(self, day: Day) -> int | None:
        """The last such day before the article appeared."""
        if not self._published:
            return None
        year = self._published[0]
        ahead = _ordinal(year, day.month, day.day or 1) - self._now()
        return year - 1 if ahead > _AHEAD else year

    def _now(self) -> int:
        """The day of publication, in days since some epoch."""
        year, month, at = (*self._published, 12, 31)[:3] if len(self._published) < 3 else self._published[:3]
        return _ordinal(year, month, at)

    def to_come(self, day: Day) -> bool:
        """Whether a day, some weeks at most after the article appeared, is yet to come."""
        if len(self._published) < len(("year", "month", "day")) or day.day is None:
            return False
        years = [day.year] if day.year is not None else [self._published[0], self._published[0] + 1]
        return any(_SOON < _ordinal(year, day.month, day.day) - self._now() <= _WEEKS for year in years)

    def _near(self, day: Day) -> int | None:
        """The year that the sentence implies for a day without one.

        The sentence must name one year only.  A review of a year held in the first months belongs to the
        next year, plans for a year made in the last months to the year before.
        """
        sentence = self._scan.sentence(day.start)
        years = {
            int(m[1])
            for m in self._year.finditer(self._folded, sentence.start, sentence.end)
            if not self._distant.search(self._folded[max(0, m.start() - 16) : m.start(1)].rstrip())
        }
        if len(years) != 1:
            return None
        year = years.pop()
        review = self._review.search(self._folded, sentence.start, sentence.end) is not None
        if review and day.month <= _EARLY:
            return year + 1
        planned = self._plans.search(self._folded, sentence.start, sentence.end) is not None
        if planned and not review and day.month >= _LATE:
            return year - 1
        return year

    def _beside(self, day: Day, *, earlier: bool) -> int | None:
        """The year that puts the day within some months of the last date that the text tells.

        Articles tell what has just happened: the day comes after that date, or, when it is told as the
        earlier one, before it.
        """
        last = self._last()
        if last is None or self._latest_year() > last // 365:
            return None
        low, high = (-_BEFORE, 0) if earlier else (0, _AFTER)
        for year in (last // 365 - 1, last // 365, last // 365 + 1):
            if low <= _ordinal(year, day.month, day.day or 1) - last <= high:
                return year
        return None

    def _same_year(self, day: Day) -> int | None:
        """The year of the last date, when another day without a year comes right after that date in it.

        A year is left out because it is the article's own: ``25/12`` after a date of November puts the
        article into December, and so ``2/6`` into the same year.
        """
        last = self._last()
        if last is None or self._published or self._latest_year() > last // 365:
            return None
        year = last // 365
        found = days(self._scan, self._lexicon, 0, len(self._folded))
        yearless = (d for d in found if d.year is None and d.day is not None)
        after = any(0 <= _ordinal(year, d.month, d.day or 1) - last <= _AFTER for d in yearless)
        return year if after and _ordinal(year, day.month, day.day or 1) < last else None

    def _told(self, day: Day) -> int | None:
        """The year that the text looks back on or ahead to, as far as the month allows only one.

        ``4 tháng đầu năm 2017`` is told in 2017; in the last months papers tell of the year that ends and of
        plans for the next, in the first of plans for the year that has begun.
        """
        parts = [(int(m[2]), int(m[1])) for m in self._months.finditer(self._folded)]
        if parts and max(parts)[1] <= day.month:
            return max(parts)[0]
        if _FIRST_MONTHS < day.month < _LAST_MONTHS:
            return None
        years: dict[int, bool] = {}
        for match in self._year.finditer(self._folded):
            if not self._distant.search(self._folded[max(0, match.start() - 16) : match.start(1)].rstrip()):
                sentence = self._scan.sentence(match.start())
                ahead = self._plans.search(self._folded, sentence.start, sentence.end) is not None
                years[int(match[1])] = years.get(int(match[1]), False) or ahead
        last = max(years, default=0)
        if last < _MODERN or not years[last] or last - 1 not in years:
            return None
        return last - 1 if day.month >= _LAST_MONTHS else last

    def _latest_year(self) -> int:
        """The latest year of the text that is neither the end of a term nor one to come."""
        years = (
            int(m["year"])
            for m in _ANY_YEAR.finditer(self._folded)
            if m["term"]
            or not self._distant.search(self._folded[max(0, m.start() - 16) : m.start()].rstrip())
        )
        return max(years, default=0)

    def _last(self) -> int | None:
        """The last date with month and year that the text tells as past."""
        known = [
            _ordinal(d.year, d.month, d.day or 1)
            for d in self._scan.dates
            if d.year is not None and d.month is not None and d.year >= _MODERN and not self._to_come(d)
        ]
        return max(known, default=None)

    def _to_come(self, date: DateMention) -> bool:
        """Whether a date lies ahead, or a month of somebody's career (``từ tháng 11/2005 đến …``)."""
        sentence = self._scan.sentence(date.start)
        before = self._folded[max(sentence.start, date.start - 16) : date.start].rstrip()
        if self._deadline.search(before) or (date.day is None and self._distant.search(before)):
            return True
        return self._intended.search(self._folded, sentence.start, date.start) is not None


def _ordinal(year: int, month: int, day: int) -> int:
    """Days since some epoch, near enough for comparing dates some months apart."""
    return year * 365 + (month - 1) * 30 + day
