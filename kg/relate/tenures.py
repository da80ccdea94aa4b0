"""When a post is held: what dates, years and terms of office in a sentence say about its status."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from kg.model import Organization, Sentence, Status
from kg.normalise import fold
from kg.relate.clock import AFTER, BOTH, MONTHS, SPANS, YEAR, Clock, month_of
from kg.relate.listed import AGAIN, DATED, NOW, Holding
from kg.relate.service import bracketed, spanned
from kg.relate.step_days import OPENS_YEAR

_CAREER = "career"
_AGAIN = frozenset({"elected", "re-elected"})
_LISTED = frozenset({"post-after-name", "post-before-name", "listed"})
_BY_YEARS = frozenset({"verb", "fronted", AGAIN})
_SINCE = re.compile(r"[^,;()\d]{0,8}(?:\d{1,2}[/.-])?((?:19|20)\d\d)(?![\d])")
_TERM = re.compile(r"(?<!\d)(20\d\d)\s?[-–]\s?20\d\d(?!\d)")
_MONTHS_SPANNED = re.compile(r"\([^()\d]*\d{1,2}[/-](?:19|20)\d\d[^()\d]+\d{1,2}[/-](?:19|20)\d\d\)")
"""`(từ tháng 6/2011 đến tháng 9/2014)`: terms that run are told by their years."""
_BEHIND = 60
_UNTIL = "span-to"
_FRONTED = "fronted"
_TERM_LONG = 5
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


class Tenures(Clock):
    """Tells what is over and what is news at the time of an article."""

    def told(self, holding: Holding, sentence: Sentence) -> Told | None:
        """The status as time tells it: terms and years before the article's year are over.

        ``None`` for what would be a step of a career if a year stood with it.

        A step of a career (rule ``career``) yields to any other statement about the same post; a step of some
        months ago is no news: who was appointed then holds the post.
        """
        if holding.rule == DATED:
            return self._step_of_career(holding, sentence)
        date = self._steps.of(holding, sentence) if holding.step else None
        as_said = Told(holding.status, holding.rule, date)
        listed = self._listed(holding, sentence, date)
        if listed is not None:
            return listed
        if holding.status is Status.FORMER or holding.rule == NOW:
            return as_said
        if self._over(holding, sentence):
            return Told(Status.FORMER, holding.rule, date)
        by_years = holding.rule in _BY_YEARS
        behind = self._told_behind(holding, sentence, date) if by_years else None
        if behind is not None:
            return behind
        if self._year is None or self._still(holding):
            return as_said
        if by_years:
            return self._told_by_years(holding, sentence, date) or as_said
        gone = holding.status is Status.CURRENT and self._opens_long_ago(sentence)
        return Told(Status.FORMER, _CAREER, date) if gone else as_said

    def _told_behind(self, holding: Holding, sentence: Sentence, date: str | None) -> Told | None:
        """What the words behind a post say of the time of its holder, where a verb gives it."""
        until = self._held_until(holding) if holding.status is not Status.ENDED else None
        if until is not None:
            return Told(Status.FORMER, _CAREER, date, until=until)
        if holding.status is not Status.ENDED and self._since_till_now(holding, sentence):
            return Told(Status.CURRENT, NOW, date)
        if holding.status is Status.APPOINTED:
            begun = self._begun(holding, sentence)
            if begun is not None:
                return Told(begun, _CAREER, date)
            taken = self._taken_before(holding, sentence)
            return Told(Status.CURRENT, holding.rule, date) if taken else None
        closed = holding.status is Status.CURRENT and holding.rule == _FRONTED
        return Told(Status.FORMER, _CAREER, date) if closed and self._closed_behind(holding) else None

    def _told_by_years(self, holding: Holding, sentence: Sentence, date: str | None) -> Told | None:
        """What the years and months of its sentence say of a step: news, background or long over."""
        background = _BACKGROUND.get(holding.status)
        old = background is not None and self._long_ago(holding, sentence)
        by_month = Told(background, holding.rule, date) if background is not None and old else None
        if holding.status is Status.ENDED:
            return by_month
        years, closed = self._years_of(holding, sentence)
        appointed = holding.status is Status.APPOINTED
        if appointed and not closed and self._within_a_year(holding, sentence):
            return by_month
        if appointed and not years and self._ages_ago(sentence):
            return Told(Status.FORMER, _CAREER, date)
        if not years or not (closed or (self._year is not None and max(years) < self._year)):
            return by_month
        if not closed and self._runs(holding, max(years)):
            return Told(Status.CURRENT, _CAREER, date)
        if self._until_now(sentence.start, holding.post.start):
            return Told(Status.CURRENT, NOW, date)
        return Told(Status.FORMER, _CAREER, date)

    def _years_of(self, holding: Holding, sentence: Sentence) -> tuple[list[int], bool]:
        """The years told with a step, and whether they tell from when to when."""
        unnamed = holding.person.start == holding.person.end
        named = holding.person.start
        start = named if unnamed else sentence.start
        years = self._years(start, holding.post.start, named) or self._years_before(sentence)
        if holding.rule == _FRONTED and not years:
            years = self._years(holding.post.end, holding.person.start)
            return years, len(set(years)) > 1
        return years, len(set(years)) > 1 and self._in_span(start, holding.post.start)

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
            told = next(iter(self._scan.dates.within(hit.end + 1, hit.end + AFTER)), None)
            month = month_of(told) if told is not None and hit.concept.key == _UNTIL else None
            if told is not None and month is not None and self._month is not None:
                return told.edtf if month <= self._month else None
        span = bracketed(self._scan, holding.post)
        over = span is not None and self._year is not None and (span.until or "")[:4] < str(self._year)
        return span.until if span is not None and over else None

    def _since_till_now(self, holding: Holding, sentence: Sentence) -> bool:
        """Whether a post ends with or is followed by a span up to now (``từ năm 2013 đến nay``)."""
        start, stop = max(holding.post.start, holding.post.end - AFTER), holding.post.end + AFTER
        hits = self._hits(start, min(sentence.end, stop))
        begun = next((h.end for h in hits if h.concept.key in SPANS), sentence.end)
        now = next((h.start for h in hits if h.concept.key == "until-now" and h.start >= begun), None)
        return now is not None and "," not in self._scan.text.content[begun:now]

    def _closed_behind(self, holding: Holding) -> bool:
        """Whether the words between a post and who held it tell from when to when (``từ 2008 đến 2015``)."""
        opens = [h for h in self._hits(holding.post.start, holding.person.start) if h.concept.key in SPANS]
        content = self._scan.text.content
        return any(BOTH.match(content, hit.end, holding.person.start) for hit in opens)

    def _since(self, holding: Holding, sentence: Sentence) -> bool:
        """Whether the words behind a post tell since when it is held (``từ tháng 4``, ``từ lúc 40 tuổi``)."""
        after = self._hits(holding.post.end, min(sentence.end, holding.post.end + AFTER))
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
        start, stop = holding.post.end - AFTER, min(sentence.end, holding.post.end + AFTER)
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
        near = self._scan.dates.within(sentence.start, min(sentence.end, holding.post.end + AFTER))
        return any(d.year is not None and d.month is not None and d.day is None for d in near)

    def _step_of_career(self, holding: Holding, sentence: Sentence) -> Told | None:
        """`2001 - 2005: R; R`; held still where the words say `until now`."""
        content, start = self._scan.text.content, sentence.start
        clause = content.rfind(";", start, holding.post.start)
        while clause >= 0 and not YEAR.search(content, clause, holding.post.start):
            clause = content.rfind(";", start, clause)
        start = max(start, clause)
        if not YEAR.search(content, start, holding.post.start):
            return None
        status = Status.CURRENT if self._until_now(start, holding.post.start) else Status.FORMER
        return Told(status, _CAREER)

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
        return until * MONTHS + ended < self._month

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














