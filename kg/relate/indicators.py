"""Indicators: numbers that say how a place or an organisation did or is to do.

Every number with a measure is read in its clause.  What it measures stands, in this order of trust:

``measured``  before a verb of reaching or changing (``tỷ lệ hộ nghèo giảm còn 1%``)
``again``     in the number before, which this one only compares (``…, bằng 116% dự toán``)
``elliptic``  partly in the number before (``khu vực dịch vụ 15,5%``)
``placed``    before a list of places, each with its number (``gồm: Hà Nam (12,4%), …``)
``done``      in a verb and what it counts (``kết nạp 640 đảng viên``), or in a list after one verb
``planned``   in the counted part of a plan (``16 chỉ tiêu chủ yếu``)
``share``     after a percentage or fraction (``90% tổ chức đảng …``, ``7/25 chỉ tiêu đạt …``)
``has``       after a place and a verb of having (``huyện có 12 trường đại học``)
``told``      in whatever words a report has before it (``chuyển cơ quan điều tra 22 vụ việc``)

A number that none of these explains is no indicator; it goes to the list of what is unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Context
from itertools import groupby

from kg.lexicon import Lexicon
from kg.mention import Scan, Track
from kg.model import BlockKind, Indicator, IndicatorKind, Organization, Unit, Unread
from kg.normalise import fold
from kg.patterns import compiled
from kg.relate.clauses import Clauses
from kg.relate.expectation import Expectations
from kg.relate.frames import Frames
from kg.relate.homeland import of_other_countries
from kg.relate.nationwide import Nationwide
from kg.relate.passing import in_passing, of_firm, of_party, standing, stands_alone
from kg.relate.period_words import PeriodMention
from kg.relate.periods import Calendar
from kg.relate.quantities import Quantity, quantities
from kg.relate.readings import FUNDED, LAST_YEAR, MET, OWN_TIME, Reading
from kg.relate.relevance import Relevance
from kg.relate.subjects import Subjects
from kg.relate.ways import Ways
from kg.relate.wording import alternation

__all__ = ["indicators"]

_MONTH = re.compile(r"\d{4}-\d\d")
_YEARS = re.compile(r"\d{4}")
_BRACKETED = re.compile(r"\s?\(((?:19|20)\d\d)\)")
_SETTLED, _NAME = 3, 40
_FOLLOWING = frozenset({"again", "aimed"})
_CUES = "indicator-cue"
_PLAN = "plan"
_HEADLINES = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION})


def indicators(scan: Scan, lexicon: Lexicon, unread: list[Unread] | None = None) -> Iterator[Indicator]:
    """The indicators of an article, in text order, each number of a place and period once.

    ``unread`` collects the numbers with a measure that no rule explains, the work queue of this module; the
    numbers of an article about other matters (prices, ages, distances) are not read at all.
    """
    seen: dict[tuple[object, ...], list[object]] = {}
    for claim in _claims(scan, lexicon, unread):
        key = (claim.value, claim.unit, claim.indicator.casefold(), claim.period, claim.comparator)
        told = seen.setdefault(key, [])
        if not told or (claim.subject is not None and None not in told and claim.subject not in told):
            told.append(claim.subject)
            yield claim


def _claims(scan: Scan, lexicon: Lexicon, unread: list[Unread] | None) -> Iterator[Indicator]:
    relevance = Relevance(scan, lexicon)
    if not (relevance.public and any(character.isdigit() for character in scan.text.content)):
        return
    numbers = list(quantities(scan, lexicon))
    if not numbers or of_other_countries(scan):
        return
    calendar = Calendar(scan, lexicon)
    periods = calendar.mentions()
    clauses = Clauses(scan, lexicon, reporting=relevance.surveying)
    readings = _read(numbers, periods, scan, clauses, unread)
    assemble = _Assembly(scan, lexicon, calendar, periods, relevance)
    report = relevance.report(len(readings))
    told = list(_told(readings, assemble, relevance, lexicon, scan, report=report))
    alone = len(told) == 1 and not report
    for reading, claim in told:
        own = alone and assemble.plain(reading, claim)
        if not alone or stands_alone(reading, claim, relevance, lexicon, scan, own=own):
            yield claim


def _told(
    readings: list[Reading],
    assemble: _Assembly,
    relevance: Relevance,
    lexicon: Lexicon,
    scan: Scan,
    *,
    report: bool,
) -> Iterator[tuple[Reading, Indicator]]:
    """The readings of an article that can be trusted with their claims, more where it is a ``report``."""
    thin = not report and relevance.thin(len(readings))
    for reading in _without_headlines(readings, scan):
        claim = assemble.claim(reading)
        if not (report or assemble.own(reading, claim)):
            continue
        if not report and (claim.elsewhere or of_firm(claim)):
            continue
        if not report and in_passing(claim, reading):
            continue
        if claim.subject is None and assemble.of_firms(reading):
            continue
        if thin and not (reading.rule == "planned" or of_party(claim, lexicon) or assemble.titled(reading)):
            continue
        known_measure = claim.indicator_concept is not None or standing(claim, lexicon)
        if not report and relevance.distant and not known_measure:
            continue
        if claim.subject is None and relevance.nobodys(len(readings)):
            continue
        told = report and (relevance.nations or relevance.surveying)
        known = claim.subject is not None or assemble.near(reading) or told
        if known or relevance.figures >= _SETTLED or standing(claim, lexicon):
            yield reading, assemble.placed(claim)


def _read(
    numbers: list[Quantity],
    periods: Track[PeriodMention],
    scan: Scan,
    clauses: Clauses,
    unread: list[Unread] | None,
) -> list[Reading]:
    """What the numbers measure, sentence by sentence, without those of a period (``6 tháng đầu năm``)."""
    readings: list[Reading] = []
    found = (q for q in numbers if periods.covering(q.start) is None and not _named(q, scan))
    for _, group in groupby(found, key=lambda q: scan.text.sentence_at(q.start)):
        sentence = list(group)
        read = clauses.read(sentence)
        readings.extend(read)
        if unread is not None:
            unread.extend(_unexplained(sentence, read, scan))
    return readings


def _named(quantity: Quantity, scan: Scan) -> bool:
    """Whether a number is a part of an indicator's name (``số giường bệnh trên 1 vạn dân``)."""
    hits = scan.hits_within(max(0, quantity.start - _NAME), quantity.end, "indicator")
    return any(h.start < quantity.start and h.end == quantity.end for h in hits)


def _unexplained(numbers: list[Quantity], read: list[Reading], scan: Scan) -> Iterator[Unread]:
    explained = {(r.quantity.start, r.quantity.value) for r in read}
    said = [(r.quantity.end, r.end) for r in read]
    for quantity in numbers:
        if any(start <= quantity.start < end for start, end in said):
            continue
        if (quantity.start, quantity.value) not in explained and quantity.measure is not None:
            evidence = scan.evidence(quantity.before, quantity.end)
            yield Unread(f"indicator:{quantity.measure.key}", evidence)


def _without_headlines(readings: list[Reading], scan: Scan) -> Iterator[Reading]:
    """Readings without those of a headline or caption that the body says again, maybe more exactly."""
    body = [r.quantity for r in readings if scan.sentence(r.start).kind not in _HEADLINES]
    exact = {(told.value, told.dimension) for told in body}
    for reading in readings:
        said = reading.quantity
        again = (said.value, said.dimension) in exact or any(_rounded(said, told) for told in body)
        if not again or scan.sentence(reading.start).kind not in _HEADLINES:
            yield reading


def _rounded(short: Quantity, exact: Quantity) -> bool:
    """Whether a headline's number is a round one for what is counted (``hơn 700`` for 761, ``gần 800``)."""
    if short.measure != exact.measure or short.comparator not in (">", "~"):
        return False
    above = short.comparator == ">"
    digits = len(short.value.normalize().as_tuple().digits)
    rounding = Context(prec=digits, rounding=ROUND_FLOOR if above else ROUND_CEILING)
    beyond = exact.value > short.value if above else exact.value < short.value
    return beyond and rounding.plus(exact.value) == short.value


class _Assembly:
    """Readings to claims: subject, period, target or result."""

    def __init__(
        self,
        scan: Scan,
        lexicon: Lexicon,
        calendar: Calendar,
        periods: Track[PeriodMention],
        relevance: Relevance,
    ) -> None:
        self._scan, self._lexicon = scan, lexicon
        self._frames = Frames(scan, lexicon, calendar, periods)
        reviewing, self._dense = relevance.reviewing, relevance.dense
        self._subjects = Subjects(scan, lexicon, national=relevance.national, reviewing=reviewing)
        self._expectations, self._ways = Expectations(scan, lexicon, calendar), Ways(scan, lexicon)
        self._total: Reading | None = None
        self._last: tuple[int, IndicatorKind] | None = None
        self._ahead = self._planning = False
        self._listed = ""
        self._parted = self._monthly = -1
        self._owned: tuple[int, Unit | Organization | None] | None = None
        self._lasting: tuple[int, str, PeriodMention | None] | None = None
        self._deed: tuple[int, str] = -1, ""
        self._told: tuple[int, str, Unit | Organization | None] | None = None
        self._elsewhere, self._within, self._until = False, -1, 0
        self._nationwide, self._nations = Nationwide(scan, lexicon, self._subjects), False
        self._parts = compiled(rf"{alternation(lexicon, _CUES, 'listing', 'among')}(?!\w)")

    def claim(self, reading: Reading) -> Indicator:
        """The claim that a reading makes."""
        quantity = reading.quantity
        said = self._said(reading)
        planned = IndicatorKind.TARGET if reading.rule == "planned" else None
        period = self._bygone(reading) if reading.bygone else self._period(reading, said or planned)
        period = self._in_brackets(reading) or period
        part = self._part_of(reading)
        subject = self._subject(reading)
        return Indicator(
            evidence=self._scan.evidence(reading.start, reading.end),
            rule=f"indicator-{reading.rule}",
            subject=subject,
            indicator=self._ways.name(reading),
            kind=self._kind(reading, period, said),
            comparator=quantity.comparator,
            value=quantity.value,
            unit=reading.unit,
            period=period.period if period is not None else None,
            indicator_concept=reading.concept,
            measure=quantity.measure.key if quantity.measure is not None else None,
            base=reading.base or None,
            part_of=self._scan.evidence(part.start, part.end) if part is not None else None,
            elsewhere=subject is None and (self._subjects.national or self._elsewhere),
        )

    def placed(self, claim: Indicator) -> Indicator:
        """The claim that was made last, of the nation where it is the nation's own."""
        if claim.subject is not None or not self._nations:
            return claim
        return replace(claim, subject=self._nationwide.place)

    def own(self, reading: Reading, claim: Indicator) -> bool:
        """Whether a number is plainly of the place or body that its sentence names.

        So is one that goes on in a sentence with what such a number tells.
        """
        sentence = self._scan.text.sentence_at(reading.start)
        own = self._own(reading, claim) or self._owned == (sentence, claim.subject)
        self._owned = (sentence, claim.subject) if own else None
        return own

    def _own(self, reading: Reading, claim: Indicator) -> bool:
        if reading.rule == "has":
            return self._subjects.has(reading)
        planned = reading.rule in ("planned", MET) or reading.quantity.dimension == _PLAN
        if planned or self._subjects.opens(reading, claim.subject):
            return True
        if self._dense and claim.kind is IndicatorKind.TARGET and claim.subject is not None:
            return True
        return self.titled(reading)

    def titled(self, reading: Reading) -> bool:
        """Whether only places have such a number, and the title names one."""
        return self._subjects.in_title and self._subjects.general(reading)

    def of_firms(self, reading: Reading) -> bool:
        """Whether only firms have such a number (``lợi nhuận sau thuế``)."""
        return self._subjects.of_firms(reading)

    def plain(self, reading: Reading, claim: Indicator) -> bool:
        """Whether nothing but the name of a known number is told of whom its sentence begins with."""
        known = self._lexicon.concept("indicator", reading.concept) if reading.concept else None
        labels = {fold(label) for label in known.strong} if known is not None else frozenset()
        return fold(reading.name) in labels and self._subjects.opens(reading, claim.subject)

    def near(self, reading: Reading) -> bool:
        """Whether somebody is named shortly before a number."""
        return self._subjects.near(reading)

    def _subject(self, reading: Reading) -> Unit | Organization | None:
        """Whom a number is about; one that only compares is about whom the number before it is."""
        sentence = self._scan.text.sentence_at(reading.start)
        told = self._told
        same = reading.rule in _FOLLOWING and told is not None and told[1] == reading.name
        deed = bool(reading.action) and self._deed == (sentence, reading.action)
        self._deed = sentence, reading.action
        if told is not None and told[0] == sentence and (same or deed or reading.rule == FUNDED):
            return told[2]
        since, self._until = self._until, reading.end
        if self._elsewhere and told is not None and self._goes_on(reading, told[0], since):
            self._told = sentence, reading.name, None
            return None
        found = self._subjects.of(reading)
        self._elsewhere = found is None and self._subjects.of_others(reading)
        if found is None and told is not None and told[0] in (sentence - 1, sentence):
            found = self._subjects.carried(reading, told[2])
        self._nations = found is None and self._nationwide.holds(reading)
        self._told = sentence, reading.name, found
        return found

    def _goes_on(self, reading: Reading, last: int, since: int) -> bool:
        """Whether a sentence tells parts of what the one before told of the nation (``Trong đó, …``).

        So does its own sentence with what follows ``since`` the last number, as long as nobody is named.
        """
        sentence = self._scan.sentence(reading.start)
        if self._scan.text.sentence_at(reading.start) == last:
            return self._within == last or not self._subjects.named(since, reading.quantity.start)
        opens = self._parts.match(self._scan.text.folded, sentence.start) is not None
        named = self._scan.units.within(sentence.start, sentence.end)
        goes_on = opens and not named and self._scan.text.sentence_at(reading.start) == last + 1
        self._within = last + 1 if goes_on else -1
        return goes_on

    def _period(self, reading: Reading, said: IndicatorKind | None) -> PeriodMention | None:
        """The period of a number; one that only compares has that of the number before it."""
        sentence = self._scan.text.sentence_at(reading.start)
        last = self._lasting
        follows = reading.rule in _FOLLOWING and last is not None and last[:2] == (sentence, reading.name)
        follows = follows or (reading.rule == FUNDED and last is not None and last[0] == sentence)
        listed = reading.rule == "has" and last is not None and last[0] == sentence
        listed = listed and (self._listed == "has" or self._frames.consists(reading))
        self._listed = reading.rule
        dated = last is not None and last[2] is not None and last[2].point
        listed = listed or (last is not None and dated and self._parts_of(last[0], reading))
        listed = listed or (last is not None and self._in_month(last[0], last[2], reading))
        undated = not reading.origin and not self._frames.dates(reading)
        if last is not None and (follows or listed) and undated:
            self._lasting = sentence, reading.name, last[2]
            return last[2]
        period = self._frames.of(reading, said)
        self._lasting = None if reading.origin else (sentence, reading.name, period)
        return period

    def _in_brackets(self, reading: Reading) -> PeriodMention | None:
        """The year in brackets right behind a number (``giảm từ 6,6% (2013) xuống còn 2,3% (2015)``)."""
        year = _BRACKETED.match(self._scan.text.content, reading.quantity.end)
        return PeriodMention(year.start(1), year.end(1), year[1]) if year is not None else None

    def _bygone(self, reading: Reading) -> PeriodMention | None:
        """The same part of another year as the number before has."""
        if reading.bygone == OWN_TIME:
            return self._frames.of(reading, IndicatorKind.RESULT)
        last = self._lasting[2] if self._lasting is not None else None
        years = {int(year) for year in _YEARS.findall(last.period)} if last is not None else set()
        if last is None or len(years) != 1:
            return None
        year = str(min(years) - 1) if reading.bygone == LAST_YEAR else reading.bygone
        return replace(last, period=_YEARS.sub(year, last.period))

    def _in_month(self, last: int, period: PeriodMention | None, reading: Reading) -> bool:
        """Whether the sentence before told numbers of a month, and this one goes on in its passage."""
        sentence = self._scan.text.sentence_at(reading.start)
        if last == sentence == self._monthly:
            return True
        if period is None or period.point or not _MONTH.fullmatch(period.period) or last != sentence - 1:
            return False
        told = self._scan.text.sentences[last], self._scan.text.sentences[sentence]
        apart = "\n" in self._scan.text.content[told[0].end - 1 : told[1].start]
        goes_on = not apart and not self._frames.named_in(told[1].start, told[1].end)
        self._monthly = sentence if goes_on else -1
        return goes_on

    def _parts_of(self, last: int, reading: Reading) -> bool:
        """Whether a sentence without a period parts what the one before counted (``Trong đó, …``)."""
        sentence = self._scan.text.sentence_at(reading.start)
        if last == sentence and self._parted == sentence:
            return True
        told = self._scan.text.sentences[sentence]
        parts = self._parts.match(self._scan.text.folded, told.start) is not None
        if last != sentence - 1 or not parts or self._frames.named_in(told.start, told.end):
            return False
        self._parted = sentence
        return True

    def _said(self, reading: Reading) -> IndicatorKind | None:
        """Target or result by the words; a clause that does not tell goes with the number before it.

        So does a sentence that goes on with the targets of its passage, unless it tells what there is.
        """
        sentence = self._scan.text.sentence_at(reading.start)
        previous = self._last
        same = previous is not None and previous[0] == sentence
        said = self._expectations.said(reading, previous[1] if previous is not None and same else None)
        if said is not None or reading.rule == "has":
            return said
        if previous is None:
            ahead = self._frames.only_ahead(reading.start) or self._set_out(reading)
            return IndicatorKind.TARGET if ahead else None
        set_out = previous[0] == sentence - 1 and previous[1] is IndicatorKind.TARGET
        if set_out and self._planning and self._expectations.goes_into(reading):
            return IndicatorKind.TARGET
        between = self._scan.text.sentences[previous[0]].start, reading.start
        passage = self._scan.text.content.find("\n", *between) < 0 or self._frames.goes_on(*between)
        passage = passage or self._frames.comes_to_ahead(reading)
        ahead = passage and self._ahead and not self._frames.looks_back(reading)
        ahead = ahead or self._set_out(reading)
        return IndicatorKind.TARGET if ahead or self._frames.only_ahead(reading.start) else None

    def _set_out(self, reading: Reading) -> bool:
        """Whether a passage just before says what is aimed at in a time to come, without a number."""
        period = self._frames.coming(reading)
        if period is None:
            return False
        sentence = self._scan.text.sentence_at(period.start)
        aims = not period.mandate or self._expectations.aims(self._scan.text.sentences[sentence])
        since = self._last is not None and self._last[0] >= sentence
        return aims and (not since or (self._last is not None and self._last[1] is IndicatorKind.TARGET))

    def _kind(
        self, reading: Reading, period: PeriodMention | None, said: IndicatorKind | None
    ) -> IndicatorKind:
        if reading.bygone:
            return IndicatorKind.RESULT
        kind = self._expectations.kind(reading, period, said)
        if not reading.origin and reading.rule != "aimed":
            self._last = self._scan.text.sentence_at(reading.start), kind
            self._planning = reading.rule == "planned"
            self._ahead = kind is IndicatorKind.TARGET and period is not None and self._frames.ahead(period)
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
