"""Where a period stands: what it opens, frames or entitles, what is told of it, in brackets or quotes."""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.mention import DateMention, Scan, Track
from kg.patterns import compiled
from kg.relate.period_words import CUES, PeriodMention
from kg.relate.phrases import surface
from kg.relate.readings import Reading
from kg.relate.wording import alternation, ending, finder, words

_TITLE, _FRAME, _OPENING, _LEAD = 200, 60, 30, 5
_JOINED, _REMARK, _NORM = 12, 6, 32
_GRADE, _NAMED = "new-rural", 60
_YEARS = re.compile(r"\d{4}-\d{4}")
_DAYS = "/"
"""What parts the ends of a stretch: some days of one month are those of a meeting."""
_FRAMING = re.compile(r"(?:\s[^\W\d]+){0,2},\s|:")
NUMBER = re.compile(r"\d\S*\s[^\W\d]|\d%")
_ANNOUNCED = re.compile(r"[:;]\s?$")
_NAMING = re.compile(r"(?:,?\s[^\W\d]+){0,14},?\s")
_IN_YEAR = re.compile(r"(?:19|20)\d\d")


class PeriodPlaces:
    """The places of one text's periods."""

    def __init__(self, scan: Scan, lexicon: Lexicon, periods: Track[PeriodMention]) -> None:
        self._scan = scan
        self._folded = scan.text.folded
        self._periods = periods
        self._frame = finder(lexicon, CUES, "frame")
        self._review = frozenset(words(lexicon, CUES, "review"))
        self._views = finder(lexicon, CUES, "review", "planning", "no-view")
        self._no_view = frozenset(words(lexicon, CUES, "no-view"))
        about = alternation(lexicon, CUES, "about-what")
        vision = r"(?:\s20\d\d,(?:\s[^\W\d]+){1,4})?"
        self._about_years = compiled(
            rf"(?:,?\s[^\s;:,]+){{0,12}}?\s{about}(?:,?\s[^\s;:,\d]+){{1,24}}?,?{vision}\s"
        )
        self._edge = compiled(rf"\s\(?{alternation(lexicon, CUES, 'year-edge')}\s")
        self._norm = ending(lexicon, CUES, "of-rule")
        self._rule = finder(lexicon, CUES, "according")
        tells = f"(?:{alternation(lexicon, CUES, 'tells')}|{surface(lexicon, 'cue', 'says')})"
        self._told_of = compiled(rf"(?<!\w){tells}[,:]\s(?:{alternation(lexicon, CUES, 'name-of')}\s)?$")

    def _days_opening(self, start: int) -> list[DateMention]:
        """The dates that a sentence opens with."""
        return list(self._scan.dates.within(start, start + _OPENING))

    def _is_base(self, offset: int) -> bool:
        """Whether something is only compared with the period at ``offset``."""
        return any(p.compared and p.start <= offset < p.end for p in self._periods)

    def _adjoins(self, reading: Reading, period: PeriodMention) -> bool:
        """Whether a period follows a number at once, or alone in brackets: `5,7% (quý I)`."""
        between = self._folded[min(reading.end, period.start) : period.start]
        if between.strip(" (") and self._edge.fullmatch(between) is None:
            return False
        return "(" not in between or self._folded.startswith((")", ",", ";"), period.end)

    def _without_titles(self, periods: list[PeriodMention]) -> list[PeriodMention]:
        """Periods without those that only a document is named with."""
        return [p for p in periods if not self._incidental(p)]

    def _incidental(self, period: PeriodMention) -> bool:
        """Whether a period is only in a document's name and the sentence opens with another one.

        So it is where these are the years of a norm (``đáp ứng bộ tiêu chí giai đoạn 2021 - 2025``).
        """
        ruled = self._norm.search(self._folded[max(0, period.start - _NORM) : period.start].rstrip())
        if ruled is not None and not period.until:
            return True
        start = self._scan.sentence(period.start).start
        first = next(iter(self._periods.within(start, period.start)), None)
        return first is not None and self._opens(first) and self._entitles(period)

    def _entitles(self, period: PeriodMention) -> bool:
        """Whether a period ends the name of a document (``nghị quyết đại hội, nhiệm kỳ 2025 - 2030``)."""
        start = max(self._scan.sentence(period.start).start, period.start - _TITLE)
        kinds = [h for h in self._scan.hits_within(start, period.start, "document-kind") if not h.weak]
        return any(
            _NAMING.fullmatch(self._folded, h.end, period.start)
            or self._about_years.fullmatch(self._folded, h.end, period.start)
            for h in kinds
        )

    def _ruled(self, start: int, end: int) -> bool:
        """Whether a rule or plan is named in between, whose period this is (``theo bộ tiêu chí …``)."""
        return self._rule.search(self._folded, start, end) is not None

    def _bracketed(self, period: PeriodMention, offset: int) -> bool:
        """Whether a period stands with numbers of its own in brackets that are closed before ``offset``."""
        start = self._scan.sentence(period.start).start
        opening = max(self._folded.rfind("(", start, period.start), start)
        closing = self._folded.find(")", period.end, offset)
        if self._folded[opening] != "(" or closing < 0 or self._folded.find(")", opening, period.start) >= 0:
            return False
        return NUMBER.search(self._folded, period.end, closing) is not None

    def _aside(self, period: PeriodMention) -> bool:
        """Whether a period stands in brackets (``nguyên bí thư (từ tháng 1-2012 đến tháng 8-2014, …)``)."""
        start = self._scan.sentence(period.start).start
        opening = self._folded.rfind("(", start, period.start)
        return opening >= 0 and self._folded.find(")", opening, period.start) < 0

    def _quoted(self, period: PeriodMention, offset: int) -> bool:
        """Whether a period is a part of a title in quotation marks that are closed before ``offset``."""
        opening = self._folded.rfind("“", self._scan.sentence(period.start).start, period.start)
        if opening < 0 or self._folded.find("”", opening, period.start) >= 0:
            return False
        return self._folded.find("”", period.end, offset) >= 0

    def _of_grade(self, period: PeriodMention) -> bool:
        """Whether these are the years of what a place was found to be (``nông thôn mới giai đoạn …``)."""
        if _YEARS.fullmatch(period.period) is None:
            return False
        hits = self._scan.hits_within(max(0, period.start - _NAMED), period.start, "indicator")
        return any(h.concept.key == _GRADE and h.end == period.start - 1 for h in hits)

    def _remarked(self, period: PeriodMention, offset: int) -> bool:
        """Whether a period only ends a remark in brackets (``(theo chuẩn nghèo giai đoạn 2021 - 2025)``)."""
        opening = self._folded.rfind("(", self._scan.sentence(period.start).start, period.start)
        closed = self._folded.startswith(")", period.end) and period.end < offset
        return closed and opening >= 0 and period.start - opening > _REMARK

    def _chunk(self, period: PeriodMention) -> tuple[int, int]:
        """The words that lead to a period, from the one before it or the start of its sentence."""
        before = self._periods.last_before(period.start)
        start = self._scan.sentence(period.start).start
        return max(start, before.end if before is not None else start), period.start

    def _reviews(self, period: PeriodMention) -> bool:
        """Whether a period is looked back on (``đánh giá kết quả thực hiện nhiệm vụ năm 2021``)."""
        return self._looks(period) is True

    def _plans(self, period: PeriodMention) -> bool:
        """Whether a period is planned for (``triển khai nhiệm vụ năm 2022``)."""
        return self._looks(period) is False

    def _looks_back(self, start: int, end: int) -> bool:
        """Whether words in ``start:end`` say that something is looked back on."""
        return any(cue.group() in self._review for cue in self._views.finditer(self._folded, start, end))

    def _looks(self, period: PeriodMention) -> bool | None:
        """Whether the words before a period look back, ahead or neither way."""
        found = self._views.finditer(self._folded, *self._chunk(period))
        cues = [cue for cue in found if cue.group() not in self._no_view]
        chain: list[re.Match[str]] = cues[-1:]
        for cue in reversed(cues[:-1]):
            if chain[0].start() - cue.end() > _JOINED:
                break
            chain.insert(0, cue)
        return any(cue.group() in self._review for cue in chain) if chain else None

    def _tells(self, period: PeriodMention) -> bool:
        """Whether a number is told of a period in its sentence."""
        end = self._scan.sentence(period.start).end
        return NUMBER.search(self._folded, period.end, end) is not None

    def _same_block(self, first: int, second: int) -> bool:
        return self._folded.find("\n", first, second) < 0

    def _framed(self, period: PeriodMention) -> bool:
        """Whether results or tasks *of* the period are spoken of."""
        begin = max(self._scan.sentence(period.start).start, period.start - _FRAME)
        return self._frame.search(self._folded, begin, period.start) is not None

    def _opens(self, period: PeriodMention) -> bool:
        """Whether a period opens its sentence, what is told in it or a clause, as a frame for the rest."""
        start = self._scan.sentence(period.start).start
        near = period.start - start <= (_LEAD if period.until or period.point else _OPENING)
        if near and NUMBER.search(self._folded, start, period.start) is None:
            return True
        named = _IN_YEAR.search(self._folded, period.start, period.end) is not None
        if self._told_of.search(self._folded[max(start, period.start - _FRAME) : period.start]) is not None:
            return True
        passing = period.brief and (not named or _DAYS in period.period)
        framing = _FRAMING.match(self._folded, period.end) is not None and not passing
        if not framing or self._aside(period):
            return False
        if not period.mandate or _ANNOUNCED.search(self._folded, start, period.start) is not None:
            return True
        return self._folded.startswith(":", period.end) and not self._entitles(period)
