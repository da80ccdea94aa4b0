"""The period that a number's own clause or sentence tells."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mention import Scan, Track
from kg.normalise import fold
from kg.patterns import compiled, whole_words
from kg.relate.period_places import NUMBER, PeriodPlaces
from kg.relate.period_words import CUES, PeriodMention
from kg.relate.readings import Reading
from kg.relate.wording import alternation, ending, finder, words

_NEAR, _BESIDE = 80, 8
_APART = re.compile(r"[,(]")
YEARS = re.compile(r"\d{4}-\d{4}")
"""A span of years in the notation of the tables."""


class SentencePeriods(PeriodPlaces):
    """The periods of one text, as the sentences tell them of their numbers."""

    def __init__(self, scan: Scan, lexicon: Lexicon, periods: Track[PeriodMention]) -> None:
        super().__init__(scan, lexicon, periods)
        self._begun: set[int] = set()
        self._goal = finder(lexicon, CUES, "aim")
        self._listing = ending(lexicon, CUES, "listing")
        self._aims = _aims(lexicon)
        also = fold(lexicon.concept("cue", "and").label)
        self._reaches_more = compiled(rf"\s{also}\s{alternation(lexicon, CUES, 'reach', 'completing')}(?!\w)")
        self._part_of = finder(lexicon, CUES, "part")

    def _own(self, reading: Reading) -> PeriodMention | None:
        """The period of the number's own clause."""
        clause = self._periods.within(reading.clause_start, reading.clause_end)
        own = [p for p in clause if not p.compared and p.start not in self._begun]
        number = reading.quantity.end
        after = [p for p in own if p.start >= number and not self._ruled(number, p.start)]
        after = [p for p in after if self._aims.search(self._folded, number, p.start) is None]
        after = self._without_titles(after)
        after = [p for p in after if not (p.mandate and self._names_congress(number, p.start))]
        adjacent = [p for p in after if self._adjoins(reading, p)]
        place = reading.quantity.start
        before = [p for p in own if p.start < place and not self._remarked(p, place)]
        before = [p for p in before if not self._quoted(p, place)]
        before = self._without_titles(before)
        if adjacent and before and self._of_base(adjacent[0], reading):
            return self._within_year(before[-1], adjacent[0])
        if adjacent:
            return adjacent[0]
        near = [
            p
            for p in after
            if p.start - reading.end < _NEAR
            and _APART.search(self._folded, reading.end, p.start) is None
            and self._reaches_more.search(self._folded, number, p.start) is None
        ]
        return before[-1] if before else near[0] if near else None

    def _of_base(self, period: PeriodMention, reading: Reading) -> bool:
        """Whether a year is that of the plan that a share is of (``bằng 55% kế hoạch năm 2015``)."""
        percent = reading.quantity.percent and bool(reading.base)
        near = period.start - reading.end <= _BESIDE and reading.quantity.end <= period.start
        return percent and near and self._goal.match(reading.base.casefold()) is not None

    def _within_year(self, part: PeriodMention, year: PeriodMention) -> PeriodMention:
        """The part of a year that was told, where the year is that of a plan alone."""
        within = part.period.startswith(f"{year.period}-") and not YEARS.fullmatch(part.period)
        return part if within else year

    def _names_congress(self, low: int, period: int) -> bool:
        """Whether a term is only the name of the congress before it (``tổ chức xong Đại hội nhiệm kỳ …``)."""
        named = self._scan.hits_within(max(low, period - _NEAR), period, "congress-cue")
        ends = [hit.end for hit in named if hit.concept.key == "congress"]
        return bool(ends) and _APART.search(self._folded, ends[-1], period - 2) is None

    def _holding(self, here: list[PeriodMention], reading: Reading) -> PeriodMention | None:
        """The last period of the sentence that holds on: no point to be reached of another item of a list."""
        offset = reading.start
        here = [
            p
            for p in here
            if not (self._remarked(p, offset) or self._bracketed(p, offset) or self._quoted(p, offset))
        ]
        here = self._without_titles(here)
        announced = [p for p in here if self._folded.startswith(":", p.end)]
        lasting = [p for p in here if self._lasts_in_list(p, announced, offset)]
        return lasting[-1] if lasting else None

    def _lasts_in_list(self, period: PeriodMention, announced: list[PeriodMention], offset: int) -> bool:
        """Whether a period is that of its list and no other item's own.

        Where the list was announced with a period (``chỉ tiêu đến năm 2030: …; …``), no item's own goes on.
        """
        ended = self._folded.find(";", period.start, offset)
        if ended < 0:
            return True
        begun = self._folded.rfind(";", 0, period.start)
        if begun > self._scan.sentence(offset).start and NUMBER.search(self._folded, begun, ended) is None:
            return False
        if any(head.start < period.start for head in announced):
            return False
        if not (period.until or period.point) or self._opens(period) or self._heads_list(period):
            return True
        part = self._folded.rfind(";", ended, offset) + 1
        if part == ended + 1 and self._part_of.match(self._folded, part + 1) is not None:
            return True  # `đến hết tháng 7 thu 900 tỷ đồng; trong đó thu nội địa …`
        return period.point and self._leads_clause(period)

    def _leads_clause(self, period: PeriodMention) -> bool:
        """Whether a day stands before all numbers of its sentence, right behind what opens it.

        ``Theo kết quả điều tra, tại thời điểm 1/4/2018 toàn tỉnh có …; …``
        """
        start = self._scan.sentence(period.start).start
        if NUMBER.search(self._folded, start, period.start) is not None:
            return False
        return self._folded[start : period.start].endswith(", ")

    def _heads_list(self, period: PeriodMention) -> bool:
        """Whether a period stands right after what announces a list (``trong đó, đến năm 2030 …; …``)."""
        start = self._scan.sentence(period.start).start
        return self._listing.search(self._folded[start : period.start].rstrip(" ,:")) is not None

    def _closing(self, reading: Reading) -> PeriodMention | None:
        """The year that a sentence names at its end for all its targets (``phấn đấu … trong năm 2023``)."""
        sentence = self._scan.sentence(reading.start)
        named = [p for p in self._periods.within(sentence.start, sentence.end) if not p.compared]
        if len(named) != 1 or named[0].start < reading.end or YEARS.fullmatch(named[0].period):
            return None
        ends = not self._folded[named[0].end : sentence.end].strip(" .;…!\n")
        return named[0] if ends or reading.rule == "planned" else None


@lru_cache(maxsize=4)
def _aims(lexicon: Lexicon) -> re.Pattern[str]:
    """Words that plainly tell of a target."""
    vague = words(lexicon, CUES, "expected", "aim", "near-target")
    return re.compile(whole_words(sorted(set(words(lexicon, CUES, "target")) - set(vague))))
