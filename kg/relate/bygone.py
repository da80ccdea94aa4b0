"""How the same thing did at another time, told right behind how it does now.

``tăng 8,2% (cùng kỳ tăng 5,1%)``, ``cao hơn cùng kỳ năm trước (18,4%)``, ``cao hơn mức tăng 5% của cùng kỳ``:
such a number has the name of the one before it and the same part of another year.  Or each has its own time
(``5,2% năm 2016, 6,1% năm 2017 và 6,8% năm 2018``).
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.normalise import fold
from kg.patterns import compiled
from kg.relate.clause_grammar import CHANGES, CUES
from kg.relate.clause_words import ClauseWords
from kg.relate.elided import MEASURED
from kg.relate.period_words import period_pattern
from kg.relate.quantities import Quantity
from kg.relate.readings import LAST_YEAR, OWN_TIME, Lead, Reading
from kg.relate.wording import alternation

_MOVES = CHANGES[:2]
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class BygoneRules(ClauseWords):
    """The rules for what was measured at another time."""

    _bygone: Reading | None = None
    """The number of another year that was read last."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        super().__init__(scan, lexicon)
        part, of = alternation(lexicon, CUES, "same-part"), alternation(lexicon, CUES, "name-of")
        year, last = alternation(lexicon, CUES, "year"), alternation(lexicon, CUES, "last-year")
        that_year = rf"{year}\s20\d\d"
        same = rf"{part}(?:(?:\s{of})?\s(?:{last}|{that_year}))?"
        more = rf"{alternation(lexicon, CUES, 'rise', 'fall')}\s(?:[^\W\d]+\s){{0,2}}?"
        compare = fold(lexicon.concept("change", "compared-with").label)
        self._in_bracket = compiled(rf"[^()\d]{{0,40}}\(\s?{same}")
        self._before_bracket = compiled(rf"[,;]?\s\(?{more}(?:{compare}\s)?{same}\s?\(")
        self._next_year = compiled(rf"[,;]\s(?:{that_year}|{same})")
        level = alternation(lexicon, CUES, "level", "pace")
        self._more_than = compiled(
            rf"[,;]?\s\(?(?:[^\W\d]+\s){{0,2}}?{more}(?:[^\W\d]+\s){{0,2}}?{level}\s(?:[^\W\d]+\s){{0,2}}"
        )
        self._within_time = compiled(rf"\s(?:{of}\s)?")
        self._period = period_pattern(lexicon)
        self._above = compiled(rf"[,;)]*\s\(?(?:[^\W\d]+\s){{0,5}}?{more}(?:{compare}\s)?")
        self._level_before = compiled(rf"[^;.\d]*{level}\s(?:[^\W\d]+\s){{0,2}}")
        self._of_that = compiled(rf"\s(?:{of}\s)?(?P<when>{same}|{last}|{that_year})(?!\w)")

    def _of_year_before(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """The number before in another year."""
        if previous is None or quantity.measure is None or quantity.total is not None or quantity.bounded:
            return None
        told = self._when(quantity, lead, previous)
        if told is None:
            return self._of_other_part(quantity, lead, previous)
        when, compared = told
        year = _YEAR.search(when)
        change = lead.change if lead.change in _MOVES and not compared else ""
        like = quantity.percent and previous.quantity.percent and not change
        unit = self._like(previous) if like else quantity.unit
        if change:
            unit = f"{unit} {self._grammar.change_words[change]}"
        elif not quantity.percent and quantity.measure != previous.quantity.measure and compared:
            return None
        self._bygone = Reading(
            replace(quantity, comparator="=") if compared else quantity,
            "again",
            previous.name,
            unit,
            quantity.before,
            quantity.end,
            lead.start,
            quantity.end,
            previous.concept,
            head=previous.head,
            bygone=year.group() if year is not None else LAST_YEAR,
        )
        return self._bygone

    def _of_other_part(self, quantity: Quantity, lead: Lead, previous: Reading) -> Reading | None:
        """The number before in a period that is named (``thấp hơn mức tăng 7,45% của quý I``)."""
        same = quantity.percent and previous.quantity.percent
        begin = self._told_until(previous, quantity)
        before = self._above.match(self._folded, begin, quantity.start) if same else None
        if before is None:
            return None
        start, end = before.end(), self._time_at(quantity.end)
        if self._level_before.fullmatch(self._folded, begin, quantity.start) is None:
            end = self._bracketed_time(before.end(), quantity)
        elif end is not None:
            start = quantity.before
        if end is None:
            return None
        told, unit = replace(quantity, comparator="="), self._like(previous)
        self._bygone = Reading(
            told,
            "again",
            previous.name,
            unit,
            start,
            quantity.end,
            start,
            end,
            previous.concept,
            head=previous.head,
            bygone=OWN_TIME,
        )
        return self._bygone

    def _bracketed_time(self, start: int, quantity: Quantity) -> int | None:
        """Where a number in brackets ends behind its period (``cao hơn quý II (0,39%)``)."""
        period = self._period.match(self._folded, start, quantity.before)
        if period is None or self._folded[period.end() : quantity.before].strip() != "(":
            return None
        return quantity.end

    def _told_until(self, previous: Reading, quantity: Quantity) -> int:
        """Where the words begin that may compare a number with the one before."""
        begin = previous.end if previous.end <= quantity.before else previous.quantity.end
        last = self._bygone
        if last is None or not begin < last.end <= quantity.before:
            return begin
        return min(max(last.end, last.clause_end), quantity.before)

    def _at_another_time(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """The number before at another time, where each has its own behind it."""
        if previous is None or previous.rule not in MEASURED or previous.base or lead.verbal:
            return None
        same = quantity.measure == previous.quantity.measure and quantity.total is None
        if not same or quantity.measure is None or quantity.denominator != previous.quantity.denominator:
            return None
        told, own = self._time_at(previous.quantity.end), self._time_at(quantity.end)
        if told is None or own is None or not self._blank(lead):
            return None
        if self._grammar.joins.fullmatch(self._folded, told, quantity.before) is None:
            return None
        return Reading(
            quantity,
            "again",
            previous.name,
            previous.unit,
            quantity.before,
            own,
            quantity.before,
            own,
            previous.concept,
            head=previous.head,
        )

    def _time_at(self, end: int) -> int | None:
        """Where the period ends that stands right behind a number."""
        within = self._within_time.match(self._folded, end)
        period = self._period.match(self._folded, within.end()) if within is not None else None
        return period.end() if period is not None else None

    def _when(self, quantity: Quantity, lead: Lead, previous: Reading) -> tuple[str, bool] | None:
        """The words for the other year, and whether the number before is compared with this one."""
        begin = previous.end if previous.end <= quantity.before else previous.quantity.end
        last = self._bygone
        if last is not None and begin < last.end <= quantity.before:
            said = self._next_year.fullmatch(self._folded[last.end : lead.end].rstrip())
            return (said.group(), False) if said is not None else None
        before = self._folded[begin : lead.end].rstrip(" :,")
        said = self._in_bracket.fullmatch(before)
        if said is not None:
            return said.group(), False
        said = self._before_bracket.match(self._folded, begin, quantity.before)
        if said is not None and not self._folded[said.end() : lead.end].strip():
            return said.group(), not lead.change
        if self._more_than.fullmatch(self._folded, begin, quantity.start) is None:
            return None
        of_that = self._of_that.match(self._folded, quantity.end)
        return (of_that["when"], True) if of_that is not None else None

    def _like(self, previous: Reading) -> str:
        """The unit of a percentage without a verb: how the number before moved, or what it is a part of."""
        unit, base = previous.unit, previous.base
        moved = next((w for m in _MOVES if (w := self._grammar.change_words[m]) in unit.split()), "")
        symbol = previous.quantity.unit
        if moved:
            return f"{symbol} {moved}"
        return unit if base else symbol
