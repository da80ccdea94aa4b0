"""What places and bodies have: counts after a verb of having, parts of what was counted."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.normalise import fold
from kg.relate.bases import SHARE_WORDS
from kg.relate.clause_words import PART_END
from kg.relate.counts import CountRules
from kg.relate.quantities import Quantity
from kg.relate.readings import AREA, POPULATION, Lead, Reading

_SOME = 2
CRITERION = "criterion"
_POSTS, _VISITORS = "party-body", "visitor"
_THINGS = frozenset({"done", "undergone", "has", "share"})
_DEEDS = frozenset({"done", "undergone", "again"})
_LISTED = frozenset({"has", "share", "undergone", "measured", "worth"})


class HavingRules(CountRules):
    """The rules for what there is."""

    _told_here: tuple[Reading, ...] = ()
    """What was counted in the sentence before the number."""

    def _listed(self, lead: Lead) -> bool:
        """Whether a number only goes on with a list: a comma or "and" before it, and no verb."""
        raw = self._folded[lead.start : max(lead.start, lead.end)]
        return not lead.verbal and self._blank(lead) and self._grammar.joins.fullmatch(raw) is not None

    def _goes_on(self, lead: Lead, quantity: Quantity, previous: Reading) -> bool:
        """Whether a list of what there is goes on (``rộng 40 km2, với 9.000 người, 45 chi bộ``)."""
        if self._listed(lead):
            return True
        raw = self._folded[lead.start : quantity.before]
        static = quantity.dimension == "party" or previous.concept in (AREA, POPULATION)
        return static and self._also.fullmatch(raw) is not None

    def _remains(self, previous: Reading, quantity: Quantity, before: str) -> bool:
        """Whether this is what is left of the count before (``44 hộ nghèo, nay còn 3 hộ nghèo``)."""
        same = previous.rule == "has" and previous.quantity.measure == quantity.measure
        return same and self._left.search(before) is not None

    def _here_ends(self, before: str, match: re.Match[str]) -> bool:
        """Whether the place is named in general before a verb of having (``trên địa bàn có``)."""
        return self._here.search(before[: match.start()].rstrip()) is not None

    def _has(self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None) -> Reading | None:
        """A place that has a number of something."""
        if quantity.measure is None or quantity.dimension not in ("people", "party", "count"):
            return None
        noun, end = self._noun(quantity, limit)
        if not noun:
            return None
        if fold(noun) in self._bare and not self._had_too(quantity, lead, previous):
            return None
        listed = previous is not None and (previous.rule in _LISTED or previous.quantity.percent)
        if previous is not None and listed and self._goes_on(lead, quantity, previous):
            people = quantity.dimension == "people" and fold(noun) == fold(quantity.unit)
            concept = POPULATION if people and previous.concept == AREA else None
            return self._reading(
                quantity, lead, limit, "has", noun, quantity.before, end=end, noun=noun, concept=concept
            )
        window = max(lead.start, quantity.before - 24)
        before = self._folded[window : quantity.before].rstrip()
        match = self._grammar.possess.search(before)
        match = None if match is not None and self._within_verb(before, len(match.group())) else match
        named = fold(quantity.unit) not in self._bare
        part = previous is not None and named and self._part.search(before) is not None
        part = part or (previous is not None and self._remains(previous, quantity, before))
        part = part or (named and self._among.fullmatch(self._opening(quantity)) is not None)
        if match is not None:
            begin = window + match.start()
            part = part or self._timed(quantity, lead, begin)
            part = part or (named and self._goes_on_having(quantity, begin))
            part = part or (named and self._also_has(begin))
        part = part or (self._begins_with.search(before) is not None and self._founded(quantity))
        visits = quantity.measure.key == _VISITORS and self._scale.match(fold(quantity.unit)) is not None
        part = part or (visits and self._begins_with.search(before) is not None)
        if quantity.measure.key == _POSTS:
            return self._posts(quantity, lead, limit, previous) if part else None
        if not part and (match is None or not (self._place_ends(lead) or self._here_ends(before, match))):
            return None
        return self._reading(quantity, lead, limit, "has", noun, quantity.before, end=end, noun=noun)

    def _existing(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """How many did something or had it done to them (``có tổng cộng 21 người đã vi phạm …``)."""
        several = quantity.total is None and quantity.value >= _SOME
        if not several or quantity.dimension not in ("people", "count", "party"):
            return None
        window = max(lead.start, quantity.before - 24)
        before = self._folded[window : quantity.before].rstrip()
        listed = previous is not None and previous.rule == "has" and self._goes_on(lead, quantity, previous)
        if not (listed or self._grammar.possess.search(before)) or not self._told_of(quantity):
            return None
        predicate = self._predicate.match(self._folded, quantity.end, limit)
        along = self._also.match(self._folded, quantity.end)
        if along is not None and self._folded[along.end() : along.end() + 1].isdigit():
            return None  # what there is goes on (``900 đảng viên đang sinh hoạt tại 40 chi bộ``)
        if predicate is None or self._within_measured(predicate.end() - 1, quantity.end, limit):
            return None
        end = self._limit(quantity.end, limit, SHARE_WORDS, PART_END)
        name = self._clean(self._noun_start(quantity), end, trim=False)
        return self._reading(quantity, lead, limit, "has", name, quantity.before, end=end, noun=name)

    def _had_too(self, quantity: Quantity, lead: Lead, previous: Reading | None) -> bool:
        """Whether things of no other name are counted next to those had before (``có 3 trường, 79 lớp``)."""
        several = quantity.value >= _SOME and quantity.total is None and quantity.dimension == "count"
        return several and previous is not None and previous.rule == "has" and self._listed(lead)

    def _told_of(self, quantity: Quantity) -> bool:
        """Whether the sentence of a number or the one before names a place or body."""
        sentence = self._scan.sentence(quantity.start)
        start = self._scan.sentence(max(0, sentence.start - 2)).start
        named = self._scan.units.within(start, sentence.end) or self._scan.bodies.within(start, sentence.end)
        return bool(named)

    def _timed(self, quantity: Quantity, lead: Lead, begin: int) -> bool:
        """Whether only a time stands before there being what places have (``cuối năm còn 340 hộ nghèo``)."""
        return self._public(self._scan_concept(quantity.unit)) and not self._clean(lead.start, begin)

    def _goes_on_having(self, quantity: Quantity, begin: int) -> bool:
        """Whether the verb of having at ``begin`` opens a part of a sentence that opens with who has it."""
        start = self._scan.sentence(quantity.start).start
        parted = self._folded[start:begin].rstrip().endswith(";")
        return parted and bool(self._scan.units.at(start) or self._scan.bodies.at(start))

    def _also_has(self, begin: int) -> bool:
        """Whether a part of a list at ``begin`` goes on with what there is (``có 40 hộ; có 6 xã …``)."""
        last = self._told_here[-1] if self._told_here else None
        parted = self._folded[:begin].rstrip().endswith((",", ";"))
        return parted and last is not None and last.rule == "has"

    def _opening(self, quantity: Quantity) -> str:
        """The words of the sentence before a number."""
        return self._folded[self._scan.sentence(quantity.start).start : quantity.before]

    def _posts(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """How many of those punished hold a post (``62 đảng viên, trong đó có 13 cấp ủy viên``)."""
        if previous is not None and previous.quantity.percent:
            previous = next((told for told in reversed(self._told_here) if not told.quantity.percent), None)
        if previous is None or previous.quantity.dimension != "party" or previous.rule not in _DEEDS:
            return None
        noun, end = self._noun(quantity, limit)
        verb = self._party_deed.search(fold(previous.name))
        deed = previous.action or (previous.name if verb is not None else "")
        name = f"{deed} {noun}".strip()
        return self._reading(quantity, lead, limit, "has", name, quantity.before, end=end, noun=noun)

    def _qualified(
        self, previous: Reading | None, quantity: Quantity, reading: Reading | None, limit: int
    ) -> Reading | None:
        """The count before with what says which things were counted (``6 xã đạt 19/19 tiêu chí``).

        All criteria must be met, or as many as are told without those there are (``72 xã đạt 19 tiêu chí``).
        """
        if previous is None or quantity.measure is None:
            return None
        if quantity.percent:
            return self._bounded_by(previous, quantity)
        if quantity.measure.key != CRITERION:
            return None
        counted = previous.quantity
        bare = fold(previous.name) == fold(counted.unit.rpartition("/")[2].lstrip("0123456789. "))
        plain = counted.dimension == "count" and (previous.rule != "share" or bare)
        between = self._folded[counted.end : quantity.before].strip()
        if not plain or between not in self._reaching:
            return None
        if quantity.total is None:
            return self._with(previous, self._noun(quantity, limit)[1])
        met = reading is not None and (bare or quantity.total == quantity.value)
        return self._with(previous, reading.end) if reading is not None and met else None

    def _bounded_by(self, previous: Reading, quantity: Quantity) -> Reading | None:
        """The count before with the share that bounds it (``6 xã có tỷ lệ hộ nghèo trên 15%``)."""
        counted = previous.quantity
        bound = quantity.comparator != "=" and counted.dimension == "count" and previous.rule in _THINGS
        between = self._folded[counted.end : quantity.before]
        if not bound or self._bounding.fullmatch(between) is None:
            return None
        return self._with(previous, quantity.end)

    def _with(self, previous: Reading, end: int) -> Reading:
        """A count with the words up to ``end`` that say which things were counted."""
        if previous.end >= end:
            return previous
        counted = previous.quantity
        said = " ".join(self._content[counted.end : end].split())
        noun = self._clean(self._noun_start(counted), counted.end)
        shared = previous.name != noun and previous.name.startswith(f"{noun} ")
        return replace(previous, name=f"{noun if shared and noun else previous.name} {said}", end=end)
