"""Counted things of which is said what they did or what was done to them."""

from __future__ import annotations

import re

from kg.lexicon import Hit
from kg.normalise import fold
from kg.relate.bases import SHARE_WORDS
from kg.relate.clause_words import PART_END, ClauseWords
from kg.relate.leads import WINDOW
from kg.relate.quantities import Quantity
from kg.relate.readings import Lead, Reading

_NEAR, _APART = 3, 12
"""How many words stand at most between what is counted and its verb; more, where members were punished."""
_MEMBERS, _JOINING, _SEATED_NEAR = "party-body", frozenset({"joins", "elected"}), 60
_COMMITTEES = frozenset({"executive-committee", "standing-committee", "inspection-committee"})
_DIGITS = re.compile(r"[\d.,/\s–-]+")
_BRACKETS = re.compile(r"\s?\([^()\n]{1,80}\)")
_WORDS = re.compile(r",?\s([^\W\d][^\s,.;:()]*)")


class UndergoneRules(ClauseWords):
    """The rules for things counted with what they did."""

    def _noun_start(self, quantity: Quantity) -> int:
        """Where the counted thing's words begin, after digits and blanks."""
        place = quantity.start
        counted = fold(quantity.unit.partition(" ")[2])
        if quantity.total is not None and self._folded.endswith(counted, place, quantity.end):
            return quantity.end - len(counted)
        match = _DIGITS.match(self._folded, place)
        place = match.end() if match else place
        scale = self._scale.match(self._folded, place)
        return scale.end() if scale is not None else place

    def _undergone(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """Those counted did something or had something done (``160 bác sĩ được cử đi đào tạo``)."""
        if quantity.dimension not in ("people", "party", "count") or quantity.total is not None:
            return None
        before = self._past_brackets(quantity.end)
        after = self._past_names(before)
        limit = max(limit, self._scan.sentence(after).end) if after > quantity.end else limit
        reach = WINDOW if quantity.dimension != "party" else 3 * WINDOW
        match = self._grammar.deed.search(self._folded, after, min(limit, after + reach))
        apart = len(self._folded[after : match.start()].split()) if match is not None else 0
        punished = match is not None and self._party_deed.search(match.group()) is not None
        if match is None or apart > (_APART if punished and quantity.dimension == "party" else _NEAR):
            return None
        if PART_END.search(self._folded, after, match.start()):
            return None
        if self._feats.match(self._folded, self._of(match.end())) is not None:
            return None
        if self._within_measured(match.start(), after, limit) or self._seated(quantity, after):
            return None
        part = previous is not None and previous.quantity.measure == quantity.measure
        if fold(quantity.unit) in self._bare and not (part or self._party_deed.search(match.group())):
            return None
        end = self._limit(match.end(), limit, SHARE_WORDS, self._deed_end)
        name = self._clean(self._noun_start(quantity), end, trim=False)
        if apart > _NEAR:
            counted = self._clean(self._noun_start(quantity), quantity.end, trim=False)
            name = f"{counted} {self._clean(match.start(), end, trim=False)}"
        elif after > before:
            counted = self._clean(self._noun_start(quantity), quantity.end, trim=False)
            name = f"{counted} {self._clean(after, end, trim=False)}"
        return (
            self._reading(quantity, lead, limit, "undergone", name, quantity.before, end=end)
            if name
            else None
        )

    def _seated(self, quantity: Quantity, after: int) -> bool:
        """Whether those counted only join a committee (``53 đồng chí tham gia Ban Chấp hành``)."""
        if quantity.measure is None or quantity.measure.key != _MEMBERS:
            return False
        stop = min(self._scan.sentence(quantity.start).end, after + _SEATED_NEAR)
        joined = [h.end for h in self._scan.hits_within(after, stop, "cue") if h.concept.key in _JOINING]
        committees = self._scan.hits_within(joined[0], stop, "body") if joined else ()
        return any(hit.concept.key in _COMMITTEES for hit in committees)

    def _past_names(self, offset: int) -> int:
        """The end of the names of those counted at ``offset`` (``2 xã Mỹ Đông và Thanh Mỹ đạt …``)."""
        end = last = offset
        for match in _WORDS.finditer(self._content, offset):
            named = match[1][0].isupper()
            if match.start() != last or not (named or self._and_word(match[1])):
                break
            last = match.end()
            end = last if named else end
        return end

    def _and_word(self, word: str) -> bool:
        """Whether a word joins two names."""
        return self._and.fullmatch(f" {fold(word)} ") is not None

    def _within_measured(self, place: int, start: int, limit: int) -> bool:
        """Whether a word is one of what is measured after a count (``20 dự án với tổng vốn [đăng ký] …``)."""
        return any(h.start <= place < h.end for h in self._sums(start, limit))

    def _sums(self, start: int, end: int) -> list[Hit]:
        """The names of sums of money in ``start:end``."""
        hits = self._scan.hits_within(start, end, "indicator")
        return [h for h in hits if h.concept.one("measured") == "money"]

    def _past_brackets(self, offset: int) -> int:
        """The end of the brackets that open right after ``offset``, or ``offset``."""
        match = _BRACKETS.match(self._folded, offset)
        return match.end() if match else offset
