"""The clause around a number: what it measures, how it changed, what it is compared with.

Read backwards from the number: comparator, fillers and verbs are stripped (``tăng``, ``ước đạt``), what
remains names the indicator.  Read forwards: the base of a comparison (``so với cùng kỳ``) or the counted
thing's own words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.normalise import fold
from kg.relate.clause_words import (
    AMOUNTS,
    ELLIPSIS_WORDS,
    LONG_SHARE,
    NAME_WORDS,
    PART_END,
    SHARE_END,
    SHARE_WORDS,
    WINDOW,
    Lead,
    Reading,
)
from kg.relate.counts import CountRules
from kg.relate.quantities import Quantity


class Clauses(CountRules):
    """Reads the numbers of one text, sentence by sentence."""

    def read(self, found: Sequence[Quantity]) -> list[Reading]:
        """The numbers of one sentence that are indicators, in order."""
        if not found:
            return []
        sentence = self._scan.sentence(found[0].start)
        out: list[Reading] = []
        previous: Reading | None = None
        after = sentence.start
        for index, quantity in enumerate(found):
            limit = self._limit_of(found, index, sentence.end)
            limit = max(limit, quantity.end)
            twin = out[-1] if out and out[-1].quantity.start == quantity.start else None
            if twin is not None:
                reading: Reading | None = self._twin(twin, quantity)
            else:
                reading = self._one(quantity, after, limit, previous)
            if reading is not None and self._excluded(reading, sentence.start, sentence.end):
                reading = None
            if reading is not None:
                out.append(reading)
                previous = reading
                after = max(after, reading.end)
            elif quantity.measure is not None:
                previous = None
                after = quantity.end
        return out

    def _limit_of(self, found: Sequence[Quantity], index: int, end: int) -> int:
        """Where the words after a number end at the latest: before the next measured one."""
        for later in found[index + 1 :]:
            if later.measure is not None and later.start != found[index].start:
                return later.before
        return end

    def _excluded(self, reading: Reading, start: int, end: int) -> bool:
        if self._grammar.excluded.search(self._folded, start, end) is None:
            return False
        return reading.concept is None or self._grammar.excluded.search(fold(reading.name)) is not None

    def _one(self, quantity: Quantity, after: int, limit: int, previous: Reading | None) -> Reading | None:
        start = self._clause_start(after, quantity.before)
        lead = self._lead(start, quantity)
        for rule in (
            self._compared,
            self._done,
            self._planned,
            self._measured,
            self._again,
            self._elliptic,
            self._undergone,
            self._share,
            self._has,
        ):
            reading = rule(quantity, lead, limit, previous)
            if reading is not None:
                return reading
        return None

    def _measured(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """A name before a verb of reaching or changing, or right before the number."""
        if quantity.measure is None or (quantity.total is not None and quantity.dimension not in AMOUNTS):
            return None
        span = self._name_span(lead, quantity, previous)
        if span is None:
            return None
        begin, end, head = span
        concept = self._concept(begin, end)
        short = quantity.dimension in AMOUNTS and end - begin <= WINDOW // 2
        if concept is None and not lead.verbal and not quantity.percent and not short:
            return None
        if quantity.dimension in ("score", "small") and (concept is None or concept == "area-planted"):
            return None
        name = self._clean(begin, end)
        vague = previous is None and fold(name) in self._grammar.vague and not self._public(concept)
        if not name or vague:
            return None
        return self._reading(quantity, lead, limit, "measured", name, begin, concept=concept, head=head)

    def _compared(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """The same counted thing with a change (``…, tăng hơn 1.500 hồ sơ so với năm 2015``)."""
        if previous is None or not lead.change or not quantity.measure or quantity.percent:
            return None
        if previous.quantity.measure != quantity.measure or not self._blank(lead):
            return None
        return self._again(quantity, lead, limit, previous)

    def _again(self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None) -> Reading | None:
        """Nothing but a verb between this number and the one before: the same thing, compared."""
        if previous is None or quantity.measure is None or not self._blank(lead):
            return None
        if quantity.percent and self._shared(self._of(quantity.end)) and not self._base(quantity.end, limit):
            return None
        if previous.rule == "done" and not (lead.change or self._base(quantity.end, limit)):
            return None
        comparing = quantity.percent or quantity.measure.key == "times"
        same = previous.quantity.measure == quantity.measure
        told = (lead.verbal or lead.origin) and (comparing or same or quantity.dimension in AMOUNTS)
        if not told and not (comparing and self._base(quantity.end, limit)):
            return None
        if previous.rule == "planned":
            return None
        return self._reading(
            quantity,
            lead,
            limit,
            "again",
            previous.name,
            quantity.before,
            concept=previous.concept,
            head=previous.head,
        )

    def _elliptic(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """A few words that stand for the number before's name with another part."""
        if (
            previous is None
            or previous.rule not in ("measured", "elliptic", "again")
            or quantity.measure is None
        ):
            return None
        if previous.quantity.measure != quantity.measure or lead.change not in ("", "rise", "fall"):
            return None
        text = self._clean(lead.start, lead.end)
        if (
            not text
            or "(" in text
            or len(text.split()) > ELLIPSIS_WORDS
            or self._grammar.action_anywhere.search(fold(text))
        ):
            return None
        if self._grammar.tail_word.search(fold(text)):
            return None
        begin = self._skip(lead.start, lead.end)
        return self._reading(
            quantity,
            lead,
            limit,
            "elliptic",
            self._combine(previous, text),
            begin,
            concept=previous.concept,
            head=previous.head,
        )

    def _combine(self, previous: Reading, text: str) -> str:
        first = fold(text).split()[0]
        parts = previous.name.split()
        folded = [fold(part) for part in parts]
        if first in folded[1:]:
            return " ".join([*parts[: folded.index(first)], text])
        return f"{previous.head} {text}" if previous.head else text

    def _share(self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None) -> Reading | None:
        """A percentage or fraction of what follows."""
        if not quantity.percent and quantity.total is None:
            return None
        if quantity.measure is None or quantity.measure.one("vote") or quantity.dimension in AMOUNTS:
            return None
        if quantity.percent and not self._shared(self._of(quantity.end)):
            return None
        start = self._of(quantity.end) if quantity.percent else self._noun_start(quantity)
        end = self._limit(start, limit, LONG_SHARE, SHARE_END)
        if limit < self._scan.sentence(start).end or end - start > 160:
            end = self._limit(start, limit, SHARE_WORDS, PART_END)
        name = self._clean(start, end, trim=False)
        if not name:
            return None
        return self._reading(quantity, lead, limit, "share", name, quantity.before, end=end, share=True)

    def _shared(self, start: int) -> bool:
        """Whether something begins here that a percentage can be a part of, but no votes."""
        named = self._grammar.weak_head.match(self._folded, start) is not None or self._counted(start)
        return named and not self._votes(start)

    def _name_span(
        self, lead: Lead, quantity: Quantity, previous: Reading | None
    ) -> tuple[int, int, str] | None:
        """Where the name of the measured thing stands in the lead, and its head's words."""
        group = lead.start
        commas = [m.end() for m in re.finditer(r",\s", self._folded[lead.start : lead.end])]
        starts = [lead.start, *(lead.start + c for c in commas)]
        for position in range(len(starts) - 1, -1, -1):
            group = starts[position]
            stop = lead.end
            found = self._head(group, stop)
            if found is not None:
                begin, head = found
                if len(self._folded[begin:stop].split()) <= NAME_WORDS:
                    return begin, stop, head
                return None
        if previous is not None and previous.rule in ("measured", "elliptic"):
            return None
        if not (lead.verbal and quantity.percent):
            return None
        weak = self._grammar.weak_head.search(self._folded, starts[-1], lead.end)
        if weak is None or len(self._folded[weak.start() : lead.end].split()) > NAME_WORDS:
            return None
        return weak.start(), lead.end, ""
