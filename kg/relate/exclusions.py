"""Numbers that are no indicators: what is supposed, asked for, done wrong, or what one building cost."""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.normalise import fold
from kg.patterns import compiled
from kg.relate.clause_grammar import CUES
from kg.relate.clause_words import AMOUNTS, NAME_WORDS, SHORT, ClauseWords
from kg.relate.leads import WINDOW
from kg.relate.quantities import Quantity
from kg.relate.readings import TOLD, Reading
from kg.relate.wording import alternation, ending, finder

_COUNT = re.compile(r"\d\s$|%\s$")
_COUNTS = frozenset({"done", "undergone", "has"})
_NORM, _FEW, _MANY = 60, 5, 10
_DOSE = "dose"
_OUTER = frozenset({">", ">="})
_FRACTION = re.compile(r"\d[\d.]*\s?/\s?\d")
_COUNTED = re.compile(r"\d\s[^\W\d][^,;.:()\d]{1,40}$")
"""A count with its words right before a verb of having."""


class ExclusionRules(ClauseWords):
    """The rules for what is left out, whatever a number measures."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        super().__init__(scan, lexicon)
        self._supposed = finder(lexicon, CUES, "hypothesis")
        self._audited = finder(lexicon, CUES, "audit")
        self._wrong = finder(lexicon, CUES, "wrong")
        self._venture = finder(lexicon, CUES, "venture")
        self._capital = finder(lexicon, CUES, "capital")
        self._toward = ending(lexicon, CUES, "toward")
        self._speaks_for = compiled(rf"\s?(?:\S+\s){{0,2}}{alternation(lexicon, CUES, 'represents')}(?!\w)")
        self._spoken_for = ending(lexicon, CUES, "represents")
        self._asks = finder(lexicon, CUES, "asks")
        self._other_year = compiled(rf"\(\s?{alternation(lexicon, CUES, 'same-part')}(?!\w)")
        self._norm = finder(lexicon, CUES, "norm")
        change = alternation(lexicon, CUES, "rise", "fall")
        self._changed = compiled(rf"(?<!\w){change}\s(?:\S+\s)?\d[\d.,]*\s?%[^()%]{{0,30}}\($")
        self._sitting = finder(lexicon, CUES, "sitting")
        self._not_yet = ending(lexicon, CUES, "not-yet")

    def _excluded(self, reading: Reading, start: int, end: int) -> bool:
        """Whether a number of the sentence ``start:end`` is nobody's result or target after all."""
        if self._supposed.search(self._folded, start, reading.quantity.start) is not None:
            return True
        if self._audited.match(fold(reading.action)) is not None:
            return False
        if self._attending(reading.quantity) or self._told_by_change(reading.quantity):
            return True
        clause = max(start, self._folded.rfind(";", start, reading.quantity.start))
        stop = end if fold(reading.quantity.unit) in self._bare else reading.quantity.start
        punished = self._party_deed.search(fold(reading.name)) is not None
        counts = reading.rule in _COUNTS and reading.quantity.dimension != "party" and not punished
        if counts and self._wrong.search(self._folded, clause, stop) is not None:
            return True
        if self._abroad(clause, reading.quantity.start) or self._single(clause, reading):
            return True
        if self._of_norm(start, reading) or self._of_other_year(start, reading):
            return True
        if self._asked(clause, reading) or self._attributed(reading) or self._of_dose(reading):
            return True
        if self._half_quoted(reading.name) or self._undone(reading):
            return True
        if reading.rule == TOLD and reading.quantity.value >= _MANY:
            return False  # so many are no one case's
        parted = self._folded.find(";", reading.end, end)
        parted = end if parted < 0 else parted
        if reading.rule == "planned" or not self._foreign(self._folded, clause, parted):
            return False
        if reading.rule == "has" and self._founded(reading.quantity):
            return False
        known = self._scan_concept(reading.name) is not None
        name = fold(reading.name)
        return not known and (reading.concept is None or self._foreign(name, 0, len(name)))

    def _attending(self, quantity: Quantity) -> bool:
        """Whether those are counted who come for others, for whom somebody comes, or who lead a sitting."""
        if quantity.dimension not in ("party", "people"):
            return False
        if self._sitting.search(self._folded, max(0, quantity.before - WINDOW), quantity.before) is not None:
            return True
        before = self._folded[max(0, quantity.before - WINDOW) : quantity.before].rstrip()
        return (
            self._spoken_for.search(before) is not None
            or self._speaks_for.match(self._folded, quantity.end) is not None
        )

    def _told_by_change(self, quantity: Quantity) -> bool:
        """Whether two numbers only tell how a share came about (``giảm 34,8% (15/23 doanh nghiệp)``)."""
        if _FRACTION.match(self._folded, quantity.start) is None:
            return False
        return self._changed.search(self._folded, max(0, quantity.start - WINDOW), quantity.start) is not None

    def _abroad(self, start: int, end: int) -> bool:
        """Whether another country is spoken of before the number, not one that is traded with."""
        return any(
            self._toward.search(self._folded[max(start, c.start - SHORT * 3) : c.start].rstrip()) is None
            for c in self._scan.countries.within(start, end)
        )

    def _single(self, start: int, reading: Reading) -> bool:
        """Whether this is what one undertaking costs or covers (``dự án … có tổng mức đầu tư …``)."""
        if reading.rule != "measured" or reading.quantity.dimension not in AMOUNTS:
            return False
        if self._capital.match(fold(reading.name)) is None:
            return False
        found = self._venture.search(self._folded, start, reading.start)
        return found is not None and _COUNT.search(self._folded[start : found.start()]) is None

    def _foreign(self, text: str, start: int, end: int) -> bool:
        """Whether words of other matters stand in ``start:end``."""
        return any(m["other"] for m in self._grammar.excluded.finditer(text, start, end))

    def _asked(self, start: int, reading: Reading) -> bool:
        """Whether money is only asked for (``đề nghị Chính phủ hỗ trợ 700 tỷ đồng``)."""
        spent = reading.rule == "done" and reading.quantity.dimension == "money"
        return spent and self._asks.search(self._folded, start, reading.quantity.start) is not None

    def _of_other_year(self, start: int, reading: Reading) -> bool:
        """Whether brackets tell how it was in the same part of the year before (``(cùng kỳ tăng 3%)``)."""
        opened = self._folded.rfind("(", start, reading.quantity.before)
        if opened < 0 or ")" in self._folded[opened : reading.quantity.before]:
            return False
        return self._other_year.match(self._folded, opened) is not None

    def _attributed(self, reading: Reading) -> bool:
        """Whether this only says which things are counted (``có 9 xã có thu nhập trên 50 triệu đồng``)."""
        if reading.rule != "measured" or reading.quantity.comparator not in _OUTER:
            return False
        before = self._folded[max(0, reading.start - NAME_WORDS * 4) : reading.start].rstrip()
        verb = self._grammar.possess.search(before)
        return verb is not None and _COUNTED.search(before[: verb.start()]) is not None

    def _half_quoted(self, name: str) -> bool:
        """Whether a name begins or ends inside a quotation: somebody's words run into it."""
        return name.count('"') % 2 == 1 or name.count("“") != name.count("”")

    def _undone(self, reading: Reading) -> bool:
        """Whether it is said not to have been done (``chưa ban hành 2 nghị định``)."""
        before = self._folded[max(0, reading.start - SHORT) : reading.start].rstrip()
        return reading.rule == "done" and self._not_yet.search(before) is not None

    def _of_dose(self, reading: Reading) -> bool:
        """Whether these are the doses of one person (``tiêm 2 mũi vắc-xin``)."""
        measure = reading.quantity.measure
        return measure is not None and measure.key == _DOSE and reading.quantity.value <= _FEW

    def _of_norm(self, start: int, reading: Reading) -> bool:
        """Whether brackets tell what a norm asks for (``chuẩn nghèo … (thu nhập dưới 21 triệu đồng)``)."""
        opened = self._folded.rfind("(", start, reading.quantity.before)
        if reading.rule != "measured" or reading.quantity.percent or opened < 0:
            return False
        if ")" in self._folded[opened : reading.quantity.before]:
            return False
        return self._norm.search(self._folded, max(start, opened - _NORM), opened) is not None
