"""When a post is held: what dates, years and terms of office in a sentence say about its status."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from kg.lexicon import Hit, Lexicon
from kg.mention import DateMention, Scan
from kg.model import Organization, Sentence, Status
from kg.normalise import fold
from kg.relate.event_days import Calendar
from kg.relate.listed import AGAIN, DATED, NOW, Holding
from kg.relate.service import bracketed, spanned
from kg.relate.step_days import OPENS_YEAR, StepDays

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BRACKET = re.compile(r"\([^()]*\)")
_BIRTH = re.compile(r"[^,;()]{0,20}")
_OF_DOCUMENT = re.compile(r"\d[-/][A-ZĐƯ]{2,}[^\s,]*,?\s?\w{0,5}\s?$")
_CAREER, _SEQUEL = "career", "sequel"
_AGAIN = frozenset({"elected", "re-elected"})
_SPANS = frozenset({"from", "span"})
_SPAN = re.compile(r" (?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d")
_BOTH = re.compile(r"[^,;()]{0,12}(?:19|20)\d\d[^,;()]{1,20}(?:19|20)\d\d")
_DATED = re.compile(r"(?:[^\W\d]+\s){0,3}\d")
_LISTED = frozenset({"post-after-name", "post-before-name", "listed"})
_BY_YEARS = frozenset({"verb", "fronted", AGAIN})
_SINCE = re.compile(r"[^,;()\d]{0,8}(?:\d{1,2}[/.-])?((?:19|20)\d\d)(?![\d])")
_TERM = re.compile(r"(?<!\d)(20\d\d)\s?[-–]\s?20\d\d(?!\d)")
_MONTHS_SPANNED = re.compile(r"\([^()\d]*\d{1,2}[/-](?:19|20)\d\d[^()\d]+\d{1,2}[/-](?:19|20)\d\d\)")
"""`(từ tháng 6/2011 đến tháng 9/2014)`: terms that run are told by their years."""
_BEHIND = 60
_UNTIL = "span-to"
_BEGINNING, _WHO = 40, re.compile(r"(?:[^\W\d]+\s){0,4}")
_FRONTED = "fronted"
_OPENING, _YEAR_LONG = 16, 12
_TERM_LONG = 5
_MONTHS = 12
_AFTER = 20
_LONG_OVER, _JUST_BEFORE = 15, 3
"""Years after which nothing is news, and how many sentences before one may tell the year it goes on from."""
_FRESH = 2
"""Months after which the press no longer speaks of a step as news."""
_CENTRAL = "central-committee"
_LAST_MONTH = dict.fromkeys((_CENTRAL, "politburo", "secretariat"), 1)
_LAST_MONTH |= dict.fromkeys(("national-assembly", "assembly-delegation", "government", "state"), 7)
_LAST_MONTH |= dict.fromkeys(("peoples-council", "peoples-committee"), 7)
"""The month in which a term ends: that of the party's congress, or of the first session of the next one."""
_BACKGROUND = {Status.APPOINTED: Status.CURRENT, Status.ENDED: Status.FORMER}


@dataclass(frozen=True, slots=True)
class Told:
    """The status of a post, the rule that gave it, the date of the step and those of its service, in EDTF."""

    status: Status
    rule: str
    date: str | None = None
    since: str | None = None
    until: str | None = None


class Clock:
    """Tells what is over and what is news at the time of an article."""

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

    def told(self, holding: Holding, sentence: Sentence) -> Told | None:
        """The status as time tells it: terms and years before the article's year are over.

        ``None`` for what would be a step of a career if a year stood with it.

        A step of a career (rule ``career``) yields to any other statement about the same post; a step of some
        months ago is no news: who was appointed then holds the post.
        """
        if holding.rule == DATED:
            return self._step_of_career(holding, sentence)
        date = self._steps.of(holding, sentence) if holding.step else None
        status, rule = holding.status, holding.rule
        listed = self._listed(holding, sentence, date)
        if listed is not None:
            return listed
        if status is Status.FORMER or rule == NOW:
            return Told(status, rule, date)
        if self._over(holding, sentence):
            return Told(Status.FORMER, rule, date)
        until = self._held_until(holding) if rule in _BY_YEARS and status is not Status.ENDED else None
        if until is not None:
            return Told(Status.FORMER, _CAREER, date, until=until)
        begun = status is Status.APPOINTED and rule in _BY_YEARS and self._begun(holding, sentence)
        if begun:
            return Told(begun, _CAREER, date)
        if status is Status.APPOINTED and rule in _BY_YEARS and self._taken_before(holding, sentence):
            return Told(Status.CURRENT, rule, date)
        if status is Status.CURRENT and rule == _FRONTED and self._closed_behind(holding):
            return Told(Status.FORMER, _CAREER, date)
        if self._year is None or self._still(holding):
            return Told(status, rule, date)
        if rule not in _BY_YEARS:
            if status is Status.CURRENT and self._opens_long_ago(sentence):
                return Told(Status.FORMER, _CAREER, date)
            return Told(status, rule, date)
        if status is Status.ENDED:
            return Told(_BACKGROUND[status] if self._long_ago(holding, sentence) else status, rule, date)
        unnamed = holding.person.start == holding.person.end
        start = holding.person.start if unnamed else sentence.start
        years = self._years(start, holding.post.start) or self._years_before(sentence)
        closed = len(set(years)) > 1 and self._in_span(start, holding.post.start)
        if rule == _FRONTED and not years:
            years = self._years(holding.post.end, holding.person.start)
            closed = len(set(years)) > 1
        if status is Status.APPOINTED and not closed and self._within_a_year(holding, sentence):
            return Told(_BACKGROUND[status] if self._long_ago(holding, sentence) else status, rule, date)
        if not years and status is Status.APPOINTED and self._ages_ago(sentence):
            return Told(Status.FORMER, _CAREER, date)
        if years and (max(years) < self._year or closed):
            if not closed and self._runs(holding, max(years)):
                return Told(Status.CURRENT, _CAREER, date)
            if self._until_now(sentence.start, holding.post.start):
                return Told(Status.CURRENT, NOW, date)
            return Told(Status.FORMER, _CAREER, date)
        if status is Status.APPOINTED and self._long_ago(holding, sentence):
            return Told(_BACKGROUND[status], rule, date)
        return Told(status, rule, date)

    def _begun(self, holding: Holding, sentence: Sentence) -> Status | None:
        """What an undated article says of a step that it tells by its year, as nobody tells that of the news.

        The post is held unless a later step follows in the sentence, or its year is over by other years.
        """
        if self._scan.text.article.published:
            return None
        opens = OPENS_YEAR.match(self._scan.text.content, sentence.start, holding.post.start)
        years = self._years(sentence.start, holding.post.start)
        if opens is not None and any(y > years[-1] for y in self._years(holding.post.end, sentence.end)):
            return Status.FORMER
        past = years and self._year is not None and max(years) < self._year and not self._still(holding)
        told = not past and (opens is not None or self._by_month(holding, sentence))
        told = told or (not past and self._since(holding, sentence))
        return Status.CURRENT if told else None

    def _listed(self, holding: Holding, sentence: Sentence, date: str | None) -> Told | None:
        """What the years say that close an item of a list (``A, Bí thư Đảng ủy: 1990 - 1995``)."""
        if holding.rule not in _LISTED or holding.status not in (Status.CURRENT, Status.FORMER):
            return None
        served = spanned(self._scan, max(holding.post.end, holding.person.end), sentence.end)
        if served is None:
            return None
        if served.until is None:
            return Told(Status.CURRENT, NOW, date, served.since)
        over = self._year is not None and served.until[:4] < str(self._year)
        return Told(Status.FORMER, holding.rule, date, served.since, served.until) if over else None

    def _held_until(self, holding: Holding) -> str | None:
        """The time of the past until when the words or brackets behind a post tell that it was held."""
        end = holding.post.end
        for hit in self._scan.hits_at(end + 1, "cue"):
            told = next(iter(self._scan.dates.within(hit.end + 1, hit.end + _AFTER)), None)
            month = _month(told) if told is not None and hit.concept.key == _UNTIL else None
            if told is not None and month is not None and self._month is not None:
                return told.edtf if month <= self._month else None
        span = bracketed(self._scan, holding.post)
        over = span is not None and self._year is not None and (span.until or "")[:4] < str(self._year)
        return span.until if span is not None and over else None

    def _closed_behind(self, holding: Holding) -> bool:
        """Whether the words between a post and who held it tell from when to when (``từ 2008 đến 2015``)."""
        opens = [h for h in self._hits(holding.post.start, holding.person.start) if h.concept.key in _SPANS]
        content = self._scan.text.content
        return any(_BOTH.match(content, hit.end, holding.person.start) for hit in opens)

    def _since(self, holding: Holding, sentence: Sentence) -> bool:
        """Whether the words behind a post tell since when it is held (``từ tháng 4``, ``từ lúc 40 tuổi``)."""
        after = self._hits(holding.post.end, min(sentence.end, holding.post.end + _AFTER))
        told = [h for h in after if h.concept.key == "from" and h.start == holding.post.end + 1]
        words = self._scan.text.folded[told[0].end + 1 : sentence.end].split(maxsplit=1) if told else []
        return bool(words) and words[0] in self._times

    def _taken_before(self, holding: Holding, sentence: Sentence) -> bool:
        """Whether the words behind a post tell that it was taken in a year before the article's."""
        year = self._steps.year_behind(holding)
        before = year is not None and self._year is not None and int(year) < self._year
        return before or self._since_before(holding, sentence)

    def _since_before(self, holding: Holding, sentence: Sentence) -> bool:
        """Whether the post ends with, or is followed by, a year before the article's (``từ năm 2006``)."""
        start, stop = holding.post.end - _AFTER, min(sentence.end, holding.post.end + _AFTER)
        for hit in self._hits(max(holding.post.start, start), stop):
            told = _SINCE.match(self._scan.text.content, hit.end, stop) if hit.concept.key == "from" else None
            if told is not None and self._year is not None and int(told[1]) < self._year:
                return True
        return False

    @cached_property
    def _times(self) -> frozenset[str]:
        """The first words of times that are no days."""
        labels = [self._lexicon.concept("cue", key) for key in ("month", "year", "since-when")]
        return frozenset(fold(label).split()[0] for c in labels for label in c.strong)

    def _by_month(self, holding: Holding, sentence: Sentence) -> bool:
        """Whether an undated article tells the step by year and month, as what is long over."""
        near = self._scan.dates.within(sentence.start, min(sentence.end, holding.post.end + _AFTER))
        return any(d.year is not None and d.month is not None and d.day is None for d in near)

    def _step_of_career(self, holding: Holding, sentence: Sentence) -> Told | None:
        """`2001 - 2005: R; R`; held still where the words say `until now`."""
        content, start = self._scan.text.content, sentence.start
        clause = content.rfind(";", start, holding.post.start)
        while clause >= 0 and not _YEAR.search(content, clause, holding.post.start):
            clause = content.rfind(";", start, clause)
        start = max(start, clause)
        if not _YEAR.search(content, start, holding.post.start):
            return None
        status = Status.CURRENT if self._until_now(start, holding.post.start) else Status.FORMER
        return Told(status, _CAREER)

    def _until_now(self, start: int, end: int) -> bool:
        return any(h.concept.key == "until-now" for h in self._scan.hits_within(start, end, "cue"))

    def _within_a_year(self, holding: Holding, sentence: Sentence) -> bool:
        """Whether the last month told before the post lies within a year of a dated article."""
        told = self._months(holding, sentence)
        if not told or self._month is None or not self._scan.text.article.published:
            return False
        return 0 <= self._month - told[-1] < _MONTHS

    def _long_ago(self, holding: Holding, sentence: Sentence) -> bool:
        """Whether the last month told before the post is long before the article's."""
        told = self._months(holding, sentence)
        return bool(told) and self._month is not None and told[-1] + _FRESH < self._month

    def _months(self, holding: Holding, sentence: Sentence) -> list[int]:
        """The months told before a post or right behind it, but for those of documents."""
        content, end = self._scan.text.content, holding.post.end
        clause = content.find(";", end, end + _AFTER)
        return [
            month
            for date in self._scan.dates
            if sentence.start <= date.start < (clause if clause >= 0 else end + _AFTER)
            and date.end <= sentence.end
            and (month := _month(date)) is not None
            and not _OF_DOCUMENT.search(content, sentence.start, date.start)
        ]

    def _opens_long_ago(self, sentence: Sentence) -> bool:
        """Whether the sentence begins with a year or a day of more than a year ago."""
        for date in self._scan.dates:
            if sentence.start <= date.start < sentence.start + _OPENING and date.year is not None:
                month = _month(date)
                if month is not None and self._month is not None:
                    return month + _YEAR_LONG < self._month
                return self._year is not None and date.year + 1 < self._year
        return False

    def _over(self, holding: Holding, sentence: Sentence) -> bool:
        """Whether the term of office told with a post is over: before the article's year, or by a later term.

        Who is elected again holds the post in the next term.
        """
        until = holding.post.until
        if until is None:
            return False
        if self._year is not None and until < self._year:
            return True
        if self._dissolved(holding, until):
            return True
        if self._scan.text.article.published or holding.status is not Status.CURRENT:
            return False
        if _MONTHS_SPANNED.search(self._scan.text.content, holding.post.start, holding.post.end + _BEHIND):
            return True
        again = any(h.concept.key in _AGAIN for h in self._hits(holding.post.end, sentence.end))
        return self._newest_term is not None and until <= self._newest_term and not again

    def _dissolved(self, holding: Holding, until: int) -> bool:
        """Whether a body's term ended in the article's year, before its month."""
        made = holding.post.organization
        ended = _LAST_MONTH.get(made.kind) if made is not None else None
        if made is not None and made.level == 0 and self._of_party(made):
            ended = _LAST_MONTH[_CENTRAL]
        if ended is None or self._month is None or holding.status is not Status.CURRENT:
            return False
        return until * _MONTHS + ended < self._month

    def _runs(self, holding: Holding, year: int) -> bool:
        """Whether a seat that was taken in a year goes on: terms end in 2015, 2020 … or the year after."""
        made = holding.post.organization
        seat = holding.post.concept.key.endswith(("member", "delegate"))
        if made is None or self._year is None or not seat:
            return False
        local = made.level != 0 and self._of_party(made)
        ended = 0 if local else 1
        return self._year < year + _TERM_LONG - (year - ended) % _TERM_LONG

    def _of_party(self, made: Organization) -> bool:
        return self._lexicon.concept("body", made.kind).one("side") == "party"

    def _still(self, holding: Holding) -> bool:
        """Whether a seat was won for a term that goes on."""
        seat = holding.post.concept.key.endswith(("member", "delegate"))
        until = holding.post.until
        return seat and until is not None and self._year is not None and until > self._year

    @cached_property
    def _newest_term(self) -> int | None:
        """The year in which the last term of office begins that the text names."""
        return max((int(m[1]) for m in _TERM.finditer(self._scan.text.content)), default=None)

    def _in_span(self, start: int, end: int) -> bool:
        """Whether the words before a post tell from when to when (``từ năm 2010 đến năm 2014, …``)."""
        content = self._scan.text.content
        opens = [h.end for h in self._hits(start, end) if h.concept.key in _SPANS]
        for place in opens:
            found = _BOTH.match(content, place, end)
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

    def _is_term(self, start: int) -> bool:
        """Whether brackets tell the term of the post before them (``(nhiệm kỳ 2011-2016)``)."""
        return any(h.concept.key == "term" for h in self._scan.hits_at(start + 1, "cue"))

    def _sequel(self, sentence: Sentence) -> bool:
        """Whether a sentence begins with a word for `afterwards`, perhaps behind who it is about."""
        content = self._scan.text.content
        near = self._scan.hits_within(sentence.start, min(sentence.end, sentence.start + _BEGINNING), "cue")
        return any(
            h.concept.key == _SEQUEL and _WHO.fullmatch(content, sentence.start, h.start) for h in near
        )

    def _served(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where spans of years stand right behind a post and tell of that one (``R giai đoạn 2007-2014``)."""
        spans = [h for h in self._scan.hits_within(start, end, "cue") if h.concept.key == "span"]
        content = self._scan.text.content
        found: list[tuple[int, int]] = []
        for hit in spans:
            role = self._scan.roles.last_before(hit.start)
            match = _SPAN.match(content, hit.end, end)
            if match is not None and role is not None and role.start >= start:
                found += [match.span()] if "," not in content[role.end : hit.start] else []
        return found

    def _years(self, start: int, end: int) -> list[int]:
        """The years that a stretch names, but for those of a birth (``sinh năm 1958``)."""
        content = self._scan.text.content
        born = [h.end for h in self._scan.hits_within(start, end, "cue") if h.concept.key == "born"]
        terms = [b.span() for b in _BRACKET.finditer(content, start, end) if self._is_term(b.start())]
        terms += self._served(start, end)
        return [
            int(year.group())
            for year in _YEAR.finditer(content, start, end)
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
        return (month - 1) // _MONTHS
    told = ((d.year, d.start) for d in scan.dates)
    return max((y for y, start in told if y is not None and not calendar.planned_until(start)), default=None)


def _reference_month(scan: Scan) -> int | None:
    """The month of the article, counted from year 0: of its publication, else the last one it names.

    An article whose first day has no year (``Sáng 21/7``) tells the year of other days because it is not this
    one: then it is the next month of that name.  Soon after such a day is what was announced for later.
    """
    published = scan.text.article.published or ""
    if re.fullmatch(r"\d{4}-\d\d.*", published):
        return int(published[:4]) * _MONTHS + int(published[5:7])
    last = max((m for d in scan.dates if (m := _month(d)) is not None), default=None)
    first = next((d for d in scan.dates if d.day is not None and d.month is not None), None)
    if last is None or first is None or first.year is not None or first.month is None:
        return last
    ahead = (first.month - last) % _MONTHS
    return last if ahead >= _MONTHS - _FRESH else last + ahead


def _month(date: DateMention) -> int | None:
    if date.year is None or date.month is None:
        return None
    return date.year * _MONTHS + date.month
