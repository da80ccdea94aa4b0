"""Which period a number is about: that of its clause, of its sentence, or the one that frames its passage.

A report names its period once and goes on (``Năm 2022, … Thu ngân sách đạt …``); a congress names two terms,
the one whose results it hears and the one whose targets it sets.  So a period that carries on must fit what
is said: no result lies ahead, no target behind.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property

from kg.lexicon import Lexicon
from kg.mention import Scan, Track
from kg.model import BlockKind, IndicatorKind
from kg.normalise import fold
from kg.patterns import compiled
from kg.relate.expectation import ITEM, list_head
from kg.relate.period_days import EventDays
from kg.relate.period_places import NUMBER
from kg.relate.period_sentences import YEARS
from kg.relate.period_words import CUES, PeriodMention
from kg.relate.periods import Calendar
from kg.relate.readings import AREA, POPULATION, Reading
from kg.relate.wording import alternation, ending, finder, words

_LEAD = 5
_YEAR, _FEW_WORDS = 4, 16
_MONTHS, _RECENT = 12, 3
_DEEDS = frozenset({"done", "planned", "worth", "bracketed", "aimed"})
_MONTH = re.compile(r"\d{4}-\d\d")
_TARGET = IndicatorKind.TARGET
_RESULT = IndicatorKind.RESULT


class Frames(EventDays):
    """The periods of one text, as they hold for its numbers."""

    def __init__(
        self, scan: Scan, lexicon: Lexicon, calendar: Calendar, periods: Track[PeriodMention]
    ) -> None:
        super().__init__(scan, lexicon, calendar, periods)
        self._lexicon = lexicon
        self._year = calendar.year
        self._came: tuple[str, bool] | bool = False
        self._yearly = tuple("/" + word for word in words(lexicon, CUES, "year"))
        self._each = finder(lexicon, CUES, "yearly")
        before = "".join(rf"(?<!{re.escape(word)}\s)" for word in words(lexicon, CUES, "not-now-before"))
        after = alternation(lexicon, CUES, "not-now-after")
        self._now = compiled(rf"(?<!\w){before}{alternation(lexicon, CUES, 'now')}(?!\w|\s{after}(?!\w))")
        self._moves = finder(lexicon, CUES, "rise", "fall")
        self._congress = finder(lexicon, CUES, "congress")
        self._since = ending(lexicon, CUES, "origin")
        self._did = finder(lexicon, CUES, "deed", "deed-any", "done")

    def of(self, reading: Reading, said: IndicatorKind | None) -> PeriodMention | None:
        """The period that a number is about; ``said`` is what its words make of it."""
        own = self._own(reading)
        if own is not None and own.start < reading.quantity.start and self._now_since(own, reading):
            own = None
        if own is not None and reading.origin and own.start >= reading.quantity.end:
            self._begun.add(own.start)
            self._came = own.mandate and own.point and (reading.name, True)
        found = own or self._current(self._found(reading, said), reading)
        if own is not None and self._of_base(own, reading):
            carried = self._found(reading, said)
            found = self._within_year(carried, own) if carried is not None else own
        if found is None and said is not _TARGET and self._still_now(reading):
            found = PeriodMention(0, 0, f"{self._published}-{self._month:02d}", point=True)
        if found is not None and found.planned and said is _TARGET:
            found = replace(found, period=found.planned)
        if found is not None and self._flows(reading):
            found = self._whole_term(found, reading, said)
        if own is None and said is not _TARGET and (found is None or self._of_meeting(reading)):
            found = self._of_day(reading) or found
        told = own is not None and (not reading.origin or own.start >= reading.quantity.end)
        return found if told or found is None else self._turned(found, reading)

    def _turned(self, period: PeriodMention, reading: Reading) -> PeriodMention:
        """Where a change began or ended within a period that is not the number's own.

        Over a span it goes from its first year to its last, over one year from the year before.
        """
        first, _, last = period.period.partition("-")
        span = len(first) == len(last) == _YEAR
        moved = self._moves.search(self._folded, reading.clause_start, reading.quantity.start)
        came, self._came = self._came, reading.origin and moved is not None and (reading.name, span)
        if reading.origin and moved is None:
            return period
        if reading.origin and span:
            return replace(period, period=first)
        if reading.origin and not last and reading.quantity.percent:
            return replace(period, period=str(int(first) - 1))
        if came != (reading.name, True) or not span:
            return period
        reached = min(int(last), self._year) if self._year is not None and period.mandate else int(last)
        return replace(period, period=str(reached))

    def named_in(self, start: int, end: int) -> bool:
        """Whether a period is named in between, not one that something is compared with."""
        return any(not period.compared for period in self._periods.within(start, end))

    def dates(self, reading: Reading) -> bool:
        """Whether a number's own clause names a period."""
        return self._own(reading) is not None

    def _found(self, reading: Reading, said: IndicatorKind | None) -> PeriodMention | None:
        sentence = self._scan.sentence(reading.start)
        before = self._periods.within(0, reading.clause_start)
        earlier = [p for p in before if not p.compared and p.start not in self._begun]
        here = self._holding([p for p in earlier if p.start >= sentence.start], reading)
        if here is not None:
            return here
        head = self._headed(reading)
        announced = [p for p in earlier if head is not None and head[0] <= p.start < head[1]]
        if announced:
            return announced[-1]
        if said is not _TARGET and self._stands(reading):
            return None
        if sentence.kind is BlockKind.TITLE and said is not _TARGET:
            return self._report([p for p in self._periods if not p.compared], said)
        opening = (d for d in self._days_opening(sentence.start) if d.start < reading.quantity.start)
        if any(not self._is_base(day.start) for day in opening):
            return None
        if said is _TARGET and (closing := self._closing(reading)) is not None:
            return closing
        return self._carried([p for p in earlier if p.start < sentence.start], reading, said)

    def _stands(self, reading: Reading) -> bool:
        """Whether it is told how large a place is or what it consists of, not what grows on its land."""
        if reading.rule == "has" and self.consists(reading):
            return True
        if reading.concept not in (AREA, POPULATION):
            return False
        named = {fold(label) for label in self._lexicon.concept("indicator", reading.concept).strong}
        return reading.concept != AREA or fold(reading.name) in named

    def consists(self, reading: Reading) -> bool:
        """Whether parts are counted that a place or body always has (``có 45 chi bộ, 900 đảng viên``)."""
        measure = reading.quantity.measure
        if measure is None or measure.one("standing") is None:
            return False
        name, unit = fold(reading.name), fold(reading.quantity.unit)
        party = reading.quantity.dimension == "party" and f"{name} ".startswith(f"{unit} ")
        return name == unit or (party and self._did.search(name) is None)

    def _current(self, found: PeriodMention | None, reading: Reading) -> PeriodMention | None:
        """The month of publication for what there is now, where no report's period just ended frames it."""
        if self._published is None or self._month is None:
            return found
        if not self._is_now(reading):
            return None if found is not None and self._over_by_now(found, reading) else found
        if found is None and reading.rule == "has":
            return None
        sentence = self._scan.sentence(reading.start).start
        told = found is not None and found.start >= sentence and not self._now_since(found, reading)
        if told or (found is not None and found.start < sentence and self._just_over(found)):
            return found
        return PeriodMention(0, 0, f"{self._published}-{self._month:02d}", point=True)

    def _is_now(self, reading: Reading) -> bool:
        """Whether what there is is told as it is now (``Hiện nay, xã có …``, ``đến nay đạt …``).

        A sentence that opens so tells all that it counts as it is now, and what the next one goes on with.
        """
        counted = reading.rule in _DEEDS or reading.quantity.dimension == "plan" or reading.origin
        if counted or self._flows(reading):
            return False
        opening = self._scan.sentence(reading.start).start
        if self._now.match(self._folded, opening) is not None or self._goes_on_now(opening, reading):
            return True
        start = max(opening, reading.clause_start)
        return self._now.search(self._folded, start, reading.quantity.before) is not None

    def _goes_on_now(self, opening: int, reading: Reading) -> bool:
        """Whether a sentence without a time goes on behind one that opens so (``Đến nay, …``)."""
        place = self._scan.text.sentence_at(opening)
        if place == 0 or self._periods.within(opening, reading.clause_end):
            return False
        before = self._scan.text.sentences[place - 1].start
        return self._same_block(before, opening) and self._now.match(self._folded, before) is not None

    def _still_now(self, reading: Reading) -> bool:
        """Whether a share is told behind what there is now, and no other time is named until then."""
        level = reading.rule == "share" and not self._flows(reading)
        if not level or self._published is None or self._month is None:
            return False
        named = any(not p.compared for p in self._periods.within(0, reading.clause_end))
        return not named and self._now.search(self._folded, 0, reading.clause_start) is not None

    def _now_since(self, period: PeriodMention, reading: Reading) -> bool:
        """Whether a year told first is over where words tell of now (``năm 2010 …, đến nay …``)."""
        over = YEARS.fullmatch(period.period) is None and period.last_year < (self._published or 0)
        return over and self._now.search(self._folded, period.end, reading.quantity.before) is not None

    def _over_by_now(self, period: PeriodMention, reading: Reading) -> bool:
        """Whether a past year told before does not frame what was done until now (``Đến nay đã …``)."""
        start = self._scan.sentence(reading.start).start
        over = YEARS.fullmatch(period.period) is None and not self._just_over(period)
        told = self._now.search(self._folded, start, reading.quantity.before) if over else None
        return told is not None and period.start < start and period.last_year < (self._published or 0)

    def _long_over(self, period: PeriodMention) -> bool:
        """Whether a period ended before last year, so that what is told now is not of it."""
        return self._published is not None and period.last_year < self._published - 1

    def _just_over(self, period: PeriodMention) -> bool:
        """Whether a period of a year at most goes on or ended some months ago."""
        if YEARS.fullmatch(period.period):
            return False
        return (self._published or 0) * _MONTHS + (self._month or 0) - period.last_month <= _RECENT

    def _headed(self, reading: Reading) -> tuple[int, int] | None:
        """What announces the list of a number; a few words (``Trong đó:``) with the sentence before them."""
        head = list_head(self._scan, reading.start, self._lexicon)
        outer = head
        while outer is not None and not self._periods.within(outer.start, outer.end):
            outer = list_head(self._scan, outer.start, self._lexicon)
        head = outer or head
        if head is None:
            return None
        start = head.start
        if head.end - start <= _FEW_WORDS and start:
            start = self._scan.sentence(start - 1).start
        return start, head.end

    def _carried(
        self, earlier: list[PeriodMention], reading: Reading, said: IndicatorKind | None
    ) -> PeriodMention | None:
        """The period that still holds: of the passage, of the report, of what came before."""
        offset = reading.start
        possible = [p for p in earlier if self._possible(p, offset, said) and self._suits(p, said)]
        possible = [p for p in possible if not (self._incidental(p) or self._of_grade(p))]
        passage = [p for p in possible if self._same_block(p.start, offset) and self._lasts(p, said)]
        closing = self._just_told(possible, reading, said)
        if closing is not None and (not passage or passage[-1].start < closing.start):
            return closing
        if passage:
            return self._after_month(self._over_all(passage), possible, offset)
        report = self._report(possible, said)
        if report is not None:
            return report
        carried = [p for p in possible if self._carries(p) and not self._of_item(p, offset)]
        carried = [p for p in carried if not self._long_over(p)]
        if carried:
            return carried[-1]
        if reading.rule == "has" and self._did.search(fold(reading.name)) is None:
            return None
        elsewhere = [p for p in possible if not self._of_item(p, offset)]
        lasting = self._standing(possible, said) or self._titled(possible, said)
        lasting = lasting or self._only_aim(possible, reading, said)
        return lasting or self._sole(elsewhere, said) or self._only_month(possible, earlier, said)

    def _over_all(self, passage: list[PeriodMention]) -> PeriodMention:
        """What holds in a passage: what opens it, rather than the time of one of its numbers alone.

        ``Trong nhiệm kỳ qua, … Thu nhập năm 2025 đạt 51 triệu đồng. Nhân dân hiến 26.000 m2 đất …``
        """
        last = passage[-1]
        opening = [p for p in passage if p.mandate and self._opens(p)]
        inside = last.start - self._scan.sentence(last.start).start > _LEAD
        alone = inside and len(last.period) == _YEAR and not self._framed(last)
        return opening[-1] if opening and alone else last

    def _only_month(
        self, possible: list[PeriodMention], earlier: list[PeriodMention], said: IndicatorKind | None
    ) -> PeriodMention | None:
        """The month that a title or lead is about, where no other time is told (``Trong tháng 9, …``)."""
        lead = self._scan.text.sentences[:_LEAD][-1].end
        opening = [p for p in possible if p.start < lead and _MONTH.fullmatch(p.period) and not p.point]
        months = [p for p in opening if self._heads(p)]
        told = {p.period for p in earlier if not (p.until or p.mandate) and self._suits(p, said)}
        return months[-1] if said is not _TARGET and months and told == {months[-1].period} else None

    def _heads(self, period: PeriodMention) -> bool:
        """Whether a period stands in the title, opens its sentence or is that of what is spoken of."""
        titled = self._scan.sentence(period.start).kind is BlockKind.TITLE
        return titled or self._opens(period) or self._framed(period)

    def _after_month(
        self, month: PeriodMention, possible: list[PeriodMention], offset: int
    ) -> PeriodMention:
        """What holds in a passage: a month does not, where numbers of a longer time follow it."""
        if not month.brief:
            return month
        longer = [p for p in possible if p.start > month.start and not (p.brief or p.until or p.point)]
        told = [p for p in longer if self._same_block(p.start, offset) and self._tells(p)]
        return told[-1] if told else month

    def _just_told(
        self, possible: list[PeriodMention], reading: Reading, said: IndicatorKind | None
    ) -> PeriodMention | None:
        """The year that ends the sentence before, for how things stand (``… 3% năm 2015. Có 7/9 xã …``)."""
        level = reading.quantity.total is not None or (reading.quantity.percent and reading.unit == "%")
        if said is _TARGET or not level or not possible or self._flows(reading):
            return None
        last, start = possible[-1], self._scan.sentence(reading.start).start
        told = self._scan.sentence(last.start)
        since = self._since.search(self._folded[max(0, last.start - _YEAR) : last.start].rstrip()) is not None
        closes = not self._folded[last.end : told.end].strip(" .;") and told.end <= start <= told.end + 1
        closes = closes and not since
        year = len(last.period) == _YEAR and not (last.until or last.point or last.mandate)
        return last if year and closes and self._same_block(last.start, reading.start) else None

    def _only_aim(
        self, possible: list[PeriodMention], reading: Reading, said: IndicatorKind | None
    ) -> PeriodMention | None:
        """The end of the only term that an article aims at, for its targets, or the term for what adds up."""
        ahead = [p for p in possible if p.until or p.mandate]
        both = any(p.until for p in ahead) and any(p.mandate for p in ahead)
        if said is not _TARGET or not both or len({p.last_year for p in ahead}) > 1:
            return None
        return [p for p in ahead if p.mandate is self._flows(reading)][-1]

    def _sole(self, possible: list[PeriodMention], said: IndicatorKind | None) -> PeriodMention | None:
        """The only time, not long over, that an article has told numbers of, for its other results."""
        lasting = [p for p in possible if not (p.until or p.point or p.mandate or p.dated or p.brief)]
        told = [p for p in lasting if self._tells(p)]
        years = {p.period for p in lasting}
        spans = {p for p in years if YEARS.fullmatch(p) and p[-_YEAR:] in years}
        alone = said is not _TARGET and len(years - spans) == 1
        told = [p for p in told if not self._long_over(p)]
        told = [p for p in told if p.period not in spans]
        return told[-1] if alone and told else None

    def _titled(self, possible: list[PeriodMention], said: IndicatorKind | None) -> PeriodMention | None:
        """The term that a title names, where it is over (``Thành tựu trong nhiệm kỳ 2015 - 2020``)."""
        past, coming = self._terms
        if said is _TARGET or past != coming or self._published is None:
            return None
        titled = (p for p in possible if p.mandate and self._scan.sentence(p.start).kind is BlockKind.TITLE)
        return next((p for p in titled if p.last_year <= (self._published or 0)), None)

    def _suits(self, period: PeriodMention, said: IndicatorKind | None) -> bool:
        """Whether a period that is looked back on or planned for goes with what is said."""
        unsuited = self._reviews(period) if said is _TARGET else self._plans(period)
        return not unsuited

    def _report(self, possible: list[PeriodMention], said: IndicatorKind | None) -> PeriodMention | None:
        """The period of the whole report, as its title or its lead names it."""
        if said is _TARGET:
            ahead = [p for p in possible if self._plans(p) and not (p.until or p.point or p.mandate)]
            return max(ahead, key=lambda p: (p.last_year, p.start), default=None)
        lead = self._scan.text.sentences[:_LEAD][-1].end
        named = [p for p in possible if p.start < lead and not (p.until or p.point or p.mandate or p.brief)]
        named = [p for p in named if not self.ahead(p)]
        titled = [p for p in named if self._scan.sentence(p.start).kind is BlockKind.TITLE]
        framed = [p for p in named if (self._framed(p) or self._reviewed(p)) and not self._tells(p)]
        return titled[0] if titled else framed[0] if framed else None

    def _reviewed(self, period: PeriodMention) -> bool:
        """Whether a year or a part of one is looked back on (``đánh giá công tác của huyện A năm 2019``)."""
        return YEARS.fullmatch(period.period) is None and self._reviews(period)

    def _lasts(self, period: PeriodMention, said: IndicatorKind | None) -> bool:
        """Whether a period goes on in its passage: it frames it, or a number was told of it."""
        if self._opens(period):
            return True
        if period.until or said is _TARGET:
            return said is _TARGET and self._plans(period)
        if period.mandate or period.point or period.brief or period.dated:
            return False
        start = self._scan.sentence(period.start).start
        leads = NUMBER.search(self._folded, start, period.start) is None
        return self._framed(period) or (leads and self._tells(period))

    @cached_property
    def _of_congress(self) -> bool:
        """Whether the title or lead speaks of a congress."""
        opening = self._scan.text.sentences[:_LEAD][-1].end
        return self._congress.search(self._folded, 0, opening) is not None

    def _standing(self, possible: list[PeriodMention], said: IndicatorKind | None) -> PeriodMention | None:
        """The term of a congress, for what no other period frames."""
        past, coming = self._terms
        if past == coming or past is None or coming is None:
            return None
        wanted = coming if said is _TARGET else past
        opening = self._scan.text.sentences[:_LEAD][-1].end
        if not self._of_congress or all(p.period != coming or p.start >= opening for p in self._periods):
            return None
        return PeriodMention(0, 0, wanted, mandate=True)

    def _possible(self, period: PeriodMention, offset: int, said: IndicatorKind | None) -> bool:
        """Whether a carried period can hold what is said: no result lies ahead, no target behind."""
        published = self._published
        if said is _TARGET and self._year is not None:
            coming = period.last_year >= self._year and not self._bygone(period)
            return coming or bool(period.planned)
        if published is None:
            ahead = self._year is not None and period.until and period.last_year > self._year
            return not ahead or said is not _RESULT
        if period.mandate and period.period == self._terms[1] != self._terms[0]:
            return said is None and self._same_block(period.start, offset)
        if period.last_year <= published or period.mandate:
            return True
        return said is None and self._same_block(period.start, offset)

    def _bygone(self, period: PeriodMention) -> bool:
        """Whether these are the years that a congress looks back on, the one it is held in among them."""
        past, coming = self._terms
        if past is None or past == coming or YEARS.fullmatch(period.period) is None:
            return False
        return period.last_year <= int(past[-_YEAR:])

    def _of_item(self, period: PeriodMention, offset: int) -> bool:
        """Whether a period is that of one item of a list, and another item stands at ``offset``."""
        starts = [self._folded.rfind("\n", 0, place) + 1 for place in (period.start, offset)]
        return all(ITEM.match(self._folded, start) is not None for start in starts)

    def _carries(self, period: PeriodMention) -> bool:
        """Whether a period of an earlier passage still holds: it frames it, and is no mere goal."""
        if period.until or period.point or period.brief:
            return False
        if (period.mandate or period.dated) and not self._opens(period):
            return False
        return self._opens(period) or self._framed(period)

    def _flows(self, reading: Reading) -> bool:
        """Whether a number adds up over years or is told of each: the end of a term is not its period."""
        counted = reading.rule == "planned" or (
            reading.rule == "done" and reading.quantity.dimension == "party"
        )
        each = self._each.search(self._folded, reading.clause_start, reading.quantity.before)
        yearly = reading.quantity.percent and reading.unit.endswith(self._yearly)
        return yearly or counted or each is not None

    def _whole_term(
        self, period: PeriodMention, reading: Reading, said: IndicatorKind | None
    ) -> PeriodMention:
        """The term, where only its last year is named, and not for this number alone."""
        past, coming = self._terms
        aimed = said is _TARGET or (period.until and period.last_year > (self._year or period.last_year))
        term = coming if aimed else past
        own = reading.clause_start <= period.start and not (period.until or period.mandate)
        spans = self._periods.within(self._scan.sentence(reading.start).start, reading.start)
        ended = [p for p in spans if p.period.endswith("-" + period.period) and YEARS.fullmatch(p.period)]
        if ended and not own:
            return ended[-1]
        planned = past == coming and aimed
        if own or planned or term is None or not term.endswith("-" + period.period):
            return period
        if not (self._of_congress or any(p.mandate and p.period == term for p in self._periods)):
            return period
        return replace(period, period=term, until=False, mandate=True)
