"""Indicators: numbers that say how a place or an organisation did or is to do.

Every number with a measure is read in its clause.  What it measures stands, in this order of trust:

``measured``  before a verb of reaching or changing (``tỷ lệ hộ nghèo giảm còn 1%``)
``again``     in the number before, which this one only compares (``…, bằng 116% dự toán``)
``elliptic``  partly in the number before (``khu vực dịch vụ 15,5%``)
``done``      in a verb and what it counts (``kết nạp 640 đảng viên``), or in a list after one verb
``planned``   in the counted part of a plan (``16 chỉ tiêu chủ yếu``)
``share``     after a percentage or fraction (``90% tổ chức đảng …``, ``7/25 chỉ tiêu đạt …``)
``has``       after a place and a verb of having (``huyện có 12 trường đại học``)

A number that none of these explains is no indicator; it goes to the list of what is unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from kg.lexicon import Lexicon
from kg.mention import Scan, Track
from kg.model import BlockKind, Indicator, IndicatorKind, Unread
from kg.relate.clause_words import Reading
from kg.relate.clauses import Clauses
from kg.relate.expectation import Expectations, list_head
from kg.relate.periods import CUES, Calendar, PeriodMention
from kg.relate.quantities import Quantity, quantities
from kg.relate.relevance import Relevance
from kg.relate.subjects import Subjects
from kg.relate.wording import finder

__all__ = ["indicators"]

_CARRY, _NEAR, _FRAME, _OPENING, _SETTLED, _TERM = 12, 80, 60, 30, 3, 2
_STATIC = frozenset({"population", "area-planted"})
_FRAMING = re.compile(r"(?:\s[^\W\d]+){0,2},\s")
_OWN = frozenset({"party", "plan", "document"})
_HEADLINES = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION})


def indicators(scan: Scan, lexicon: Lexicon, unread: list[Unread] | None = None) -> Iterator[Indicator]:
    """The indicators of an article, in text order, each number of a place and period once.

    ``unread`` collects the numbers with a measure that no rule explains, the work queue of this module; the
    numbers of an article about other matters (prices, ages, distances) are not read at all.
    """
    seen: set[tuple[object, ...]] = set()
    for claim in _claims(scan, lexicon, unread):
        key = (claim.value, claim.unit, claim.indicator.casefold(), claim.period, claim.comparator)
        if key not in seen:
            seen.add(key)
            yield claim


def _claims(scan: Scan, lexicon: Lexicon, unread: list[Unread] | None) -> Iterator[Indicator]:
    relevance = Relevance(scan, lexicon)
    if not (relevance.public and any(character.isdigit() for character in scan.text.content)):
        return
    numbers = list(quantities(scan, lexicon))
    if not numbers:
        return
    calendar = Calendar(scan, lexicon)
    periods = calendar.mentions()
    readings = _read(numbers, periods, scan, lexicon, unread)
    assemble = _Assembly(scan, lexicon, calendar, periods)
    for reading in _without_headlines(readings, scan):
        claim = assemble.claim(reading)
        if claim.subject is not None or relevance.figures >= _SETTLED or _standing(claim, lexicon):
            yield claim


def _read(
    numbers: list[Quantity],
    periods: Track[PeriodMention],
    scan: Scan,
    lexicon: Lexicon,
    unread: list[Unread] | None,
) -> list[Reading]:
    """What the numbers measure, sentence by sentence, without those of a period (``6 tháng đầu năm``)."""
    clauses = Clauses(scan, lexicon)
    readings: list[Reading] = []
    found = (q for q in numbers if periods.covering(q.start) is None)
    for _, group in groupby(found, key=lambda q: scan.text.sentence_at(q.start)):
        sentence = list(group)
        read = clauses.read(sentence)
        readings.extend(read)
        if unread is not None:
            unread.extend(_unexplained(sentence, read, scan))
    return readings


def _unexplained(numbers: list[Quantity], read: list[Reading], scan: Scan) -> Iterator[Unread]:
    explained = {id(r.quantity) for r in read}
    for quantity in numbers:
        if id(quantity) not in explained and quantity.measure is not None:
            evidence = scan.evidence(quantity.before, quantity.end)
            yield Unread(f"indicator:{quantity.measure.key}", evidence)


def _standing(claim: Indicator, lexicon: Lexicon) -> bool:
    """Whether a number without a subject can be trusted to be the article's place's own."""
    if claim.indicator_concept is not None:
        return lexicon.concept("indicator", claim.indicator_concept).one("public") is not None
    return claim.measure is not None and lexicon.concept("measure", claim.measure).one("dimension") in _OWN


def _without_headlines(readings: list[Reading], scan: Scan) -> Iterator[Reading]:
    """Readings without those of a headline or caption that the body says again."""
    body = {
        (r.quantity.value, r.quantity.unit) for r in readings if scan.sentence(r.start).kind not in _HEADLINES
    }
    for reading in readings:
        repeated = (reading.quantity.value, reading.quantity.unit) in body
        if not (repeated and scan.sentence(reading.start).kind in _HEADLINES):
            yield reading


class _Assembly:
    """Readings to claims: subject, period, target or result."""

    def __init__(
        self, scan: Scan, lexicon: Lexicon, calendar: Calendar, periods: Track[PeriodMention]
    ) -> None:
        self._scan = scan
        self._published = calendar.published
        self._periods = periods
        self._subjects = Subjects(scan, lexicon)
        self._expectations = Expectations(scan, lexicon, calendar.published)
        self._frame = finder(lexicon, CUES, "frame")
        self._total: Reading | None = None
        self._last: tuple[int, IndicatorKind] | None = None

    def claim(self, reading: Reading) -> Indicator:
        """The claim that a reading makes."""
        quantity = reading.quantity
        said = self._said(reading)
        period = self._period(reading, said)
        part = self._part_of(reading)
        return Indicator(
            evidence=self._scan.evidence(reading.start, reading.end),
            rule=f"indicator-{reading.rule}",
            subject=self._subjects.of(reading),
            indicator=reading.name,
            kind=self._kind(reading, period, said),
            comparator=quantity.comparator,
            value=quantity.value,
            unit=reading.unit,
            period=period.period if period is not None else None,
            indicator_concept=reading.concept,
            measure=quantity.measure.key if quantity.measure is not None else None,
            base=reading.base or None,
            part_of=self._scan.evidence(part.start, part.end) if part is not None else None,
        )

    def _said(self, reading: Reading) -> IndicatorKind | None:
        """Target or result by the words; a clause that does not tell goes with the number before it."""
        sentence = self._scan.text.sentence_at(reading.start)
        previous = self._last if self._last is not None and self._last[0] == sentence else None
        return self._expectations.said(reading, previous[1] if previous else None)

    def _kind(
        self, reading: Reading, period: PeriodMention | None, said: IndicatorKind | None
    ) -> IndicatorKind:
        kind = self._expectations.kind(reading, period, said)
        if not reading.origin:
            self._last = self._scan.text.sentence_at(reading.start), kind
        return kind

    def _part_of(self, reading: Reading) -> Reading | None:
        """The total of a plan that this count is a part of: the first count of the thing in its sentence."""
        quantity = reading.quantity
        if quantity.dimension != "plan" or quantity.measure is None:
            return None
        total = self._total
        if (
            total is not None
            and total.quantity.measure == quantity.measure
            and total.quantity.value > quantity.value
            and self._scan.text.sentence_at(total.start) == self._scan.text.sentence_at(reading.start)
        ):
            return total
        self._total = reading
        return None

    def _period(self, reading: Reading, said: IndicatorKind | None) -> PeriodMention | None:
        """The period of the clause, of the sentence before the number, or of the passage before it."""
        own = [p for p in self._periods.within(reading.clause_start, reading.clause_end) if not p.compared]
        adjacent = [p for p in own if p.start - reading.end in (0, 1)]
        if adjacent:
            return adjacent[0]
        before = [p for p in own if p.start < reading.quantity.start]
        near = [p for p in own if p.start - reading.end < _NEAR and not self._parted(reading.end, p.start)]
        if before or near:
            return before[-1] if before else near[0]
        sentence = self._scan.sentence(reading.start)
        earlier = [p for p in self._periods.within(0, reading.clause_start) if not p.compared]
        here = [p for p in earlier if p.start >= sentence.start]
        if here:
            return self._holding(here, reading)
        head = list_head(self._scan, reading.start)
        announced = [p for p in earlier if head is not None and head.start <= p.start < head.end]
        if announced:
            return announced[-1]
        if reading.concept in _STATIC:
            return None
        if list(self._scan.dates.within(sentence.start, sentence.start + _OPENING)):
            return None
        earlier = [p for p in earlier if self._possible(p, reading.start, said)]
        carried = [p for p in earlier[-6:] if self._carries(p, reading.start)]
        if reading.rule == "has":
            carried = [p for p in carried if self._same_block(p.start, reading.start)]
        if reading.rule == "planned":
            reach = _TERM if carried else _CARRY
            carried += [p for p in earlier if p.mandate and self._distance(p, reading.start) <= reach]
        return max(carried, key=lambda p: p.start, default=None)

    def _holding(self, here: list[PeriodMention], reading: Reading) -> PeriodMention:
        """The last period of the sentence that holds on: no point to be reached of another item of a list."""
        content = self._scan.text.content
        lasting = [p for p in here if not p.until or content.find(";", p.start, reading.start) < 0]
        return (lasting or here)[-1]

    def _possible(self, period: PeriodMention, offset: int, said: IndicatorKind | None) -> bool:
        """Whether a carried period can hold what is said: no result of a year to come."""
        published = self._published
        if published is None or period.last_year <= published or said is IndicatorKind.TARGET:
            return True
        return said is None and self._same_block(period.start, offset)

    def _carries(self, period: PeriodMention, offset: int) -> bool:
        """Whether a period of an earlier sentence still holds: near, and no mere goal or term of office."""
        if period.mandate and not self._opens(period):
            return False
        if self._same_block(period.start, offset):
            return self._opens(period) or (not period.until and self._framed(period))
        if period.until or period.brief or self._distance(period, offset) > _CARRY:
            return False
        return self._opens(period) or self._framed(period)

    def _distance(self, period: PeriodMention, offset: int) -> int:
        """How many sentences after a period something stands."""
        return self._scan.text.sentence_at(offset) - self._scan.text.sentence_at(period.start)

    def _same_block(self, first: int, second: int) -> bool:
        return self._scan.text.content.find("\n", first, second) < 0

    def _framed(self, period: PeriodMention) -> bool:
        """Whether results or tasks *of* the period are spoken of."""
        begin = max(self._scan.sentence(period.start).start, period.start - _FRAME)
        return self._frame.search(self._scan.text.folded, begin, period.start) is not None

    def _parted(self, start: int, end: int) -> bool:
        return "," in self._scan.text.content[start:end]

    def _opens(self, period: PeriodMention) -> bool:
        """Whether a period opens its sentence or a clause of it, as a frame for what follows."""
        if period.start - self._scan.sentence(period.start).start <= _OPENING:
            return True
        return not period.mandate and _FRAMING.match(self._scan.text.content, period.end) is not None
