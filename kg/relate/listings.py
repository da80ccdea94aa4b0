"""Counts told in lists of their own kind: measures of discipline, the toll of accidents, products.

Such lists say what is counted once, or only by the words beside each number (``khiển trách 28 (45%)``,
``làm chết 9 người, bị thương 24 người``, ``nước mắm 9,5 triệu lít, tăng 19,5%``).
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.mention import BodyMention, UnitMention
from kg.normalise import fold
from kg.relate.clause_grammar import branches
from kg.relate.clause_words import AMOUNTS
from kg.relate.leads import WINDOW
from kg.relate.quantities import Quantity
from kg.relate.readings import Lead, Reading
from kg.relate.together import TogetherRules

_TOLL = "traffic-accidents"
_OPEN = re.compile(r"[,;:(]\s*|\n")
_DIGIT = re.compile(r"\d")
_PRODUCT_WORDS, _FOLLOWING = 6, 2
_WORD, _MEMBER_WORDS = 2, 9
"""So many syllables has the word for a member, and so many at most what says of which kind."""
_LISTED = frozenset({"done", "bracketed"})
_WHOLE = frozenset({"done", "undergone"})
_PLACED, _AGAIN, _TURN, _PAIR = "placed", "again", "turn", 2
_BETWEEN = re.compile(r"\)?[,;]\s|\)\s")
_HURT = ("traffic-deaths", "traffic-injuries")
_ASIDE = re.compile(r"\s?\([^()]*\)")


class ListingRules(TogetherRules):
    """The rules for lists whose numbers are all of one kind."""

    _disciplined: Reading | None = None
    """The count of party members or organisations disciplined that was told last."""
    _accidents: Reading | None = None
    """The count of accidents that was told last."""
    _turns: tuple[tuple[str, int], ...] = ()
    """The names, and where they stand, whose numbers are told in turn and still to come."""
    _turned_together: str = ""
    """How what is told in turn moved."""
    _placed_name: tuple[str, str | None] | None = None
    """What was measured last in places that are listed, and its concept."""
    _last_toll: Reading | None = None
    """Those killed or hurt who were told last."""
    _moved: str = ""
    """How shares of a toll moved that were told last."""

    def _remember(self, reading: Reading) -> None:
        """Keep what later lists and sentences may go on with."""
        if not reading.quantity.percent and reading.rule not in ("again", "aimed"):
            self._counted_last = reading
            self._told_here = (*self._told_here, reading)
        if reading.rule == "measured" and reading.quantity.denominator:
            self._by_unit = {**self._by_unit, reading.quantity.unit: reading}
        counted = reading.quantity.dimension == "party" and reading.rule in _WHOLE
        if counted and self._party_deed.search(fold(reading.name)):
            self._disciplined = reading
        several = reading.quantity.value > 1 and not reading.quantity.percent
        if reading.concept == _TOLL and several:
            self._accidents = reading

    def _tell_again(self, told: Reading, better: Reading) -> None:
        """Keep a count that was told in the words that say more of it."""
        self._told_here = (*(reading for reading in self._told_here if reading is not told), better)

    def _punished(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """A part of those disciplined, by its measure (``khiển trách 28 (45%)``, ``6 khiển trách``)."""
        whole = self._disciplined
        listed = previous is not None and previous.rule in _LISTED and previous.quantity.measure is not None
        if previous is not None and listed and self._discipline.search(fold(previous.name)):
            whole = previous
        if quantity.measure is not None or whole is None or quantity.total is not None:
            return None
        if lead.change or (whole is not previous and quantity.value > whole.quantity.value):
            return None
        before = self._folded[max(lead.start, quantity.before - WINDOW) : quantity.before].rstrip()
        named = self._last_measure(before)
        end = quantity.end
        if named is None:
            match = self._discipline.match(self._folded, self._of(quantity.end))
            if match is None or not before.endswith(("(", ",", ":")):
                return None
            named, end = match.group(), match.end()
        counted = replace(quantity, measure=whole.quantity.measure, unit=whole.quantity.unit)
        name = f"{named} {whole.quantity.unit}"
        return self._reading(counted, lead, limit, "bracketed", name, quantity.before, end=end, action=name)

    def _last_measure(self, before: str) -> str | None:
        """The measure of discipline that the words before a number end with."""
        found = list(self._discipline.finditer(before))
        return found[-1].group() if found and found[-1].end() == len(before) else None

    def _accident(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """How many accidents there were (``toàn tỉnh xảy ra 191 vụ tai nạn giao thông``)."""
        if quantity.measure is None or self._scan_concept(quantity.unit) != _TOLL or lead.change:
            return None
        before = self._folded[max(lead.start, quantity.before - WINDOW) : quantity.before].rstrip()
        if self._grammar.possess.search(before) is None:
            return None
        return self._reading(
            quantity, lead, limit, "has", quantity.unit, quantity.before, concept=_TOLL, noun=quantity.unit
        )

    def _toll(self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None) -> Reading | None:
        """Those killed or hurt in the accidents just counted, and how their number changed."""
        told = self._accidents
        if told is None or self._apart_from(told, quantity):
            return None
        if quantity.percent:
            return self._toll_share(quantity, lead, limit, told)
        if quantity.measure == told.quantity.measure and lead.change:
            return self._reading(quantity, lead, limit, "again", told.name, quantity.before, concept=_TOLL)
        if quantity.dimension != "people" or quantity.total is not None:
            return None
        lead, base = self._changed_as(quantity, lead)
        after = self._hurt.match(self._folded, self._of(quantity.end))
        comma = max(self._folded.rfind(mark, lead.start, quantity.before) for mark in (",", ";", "("))
        found = list(self._hurt.finditer(self._folded, max(lead.start, comma + 1), quantity.before))
        word = after.group() if after is not None else found[-1].group() if found else ""
        name = self._hurt_name(word)
        end = after.end() if after is not None else quantity.end
        if not name:
            return None
        made = self._reading(quantity, lead, limit, "again", name, quantity.before, end=end, base=base)
        self._last_toll = made
        return made

    def _changed_as(self, quantity: Quantity, lead: Lead) -> tuple[Lead, str]:
        """The change that a toll shares with the one before (``giảm 9 người chết (13%) và 7 người …``)."""
        last = self._last_toll
        if last is None or lead.change or last.end > quantity.before:
            return lead, ""
        joined = self._joining.fullmatch(_ASIDE.sub("", self._folded[last.end : quantity.before]))
        return (self._changed_too(lead, last), last.base) if joined is not None else (lead, "")

    def _toll_share(self, quantity: Quantity, lead: Lead, limit: int, told: Reading) -> Reading | None:
        """By how much a toll changed, with what it is of after it (``tăng 7% số vụ, 3% số người chết``)."""
        after = self._of(quantity.end)
        head = self._grammar.head.match(self._folded, after) or self._cases.match(self._folded, after)
        self._moved = lead.change or self._moved
        if head is None or not self._moved or not (lead.change or self._blank(lead)):
            return None
        hurt = self._hurt.search(head.group())
        name = self._hurt_name(hurt.group()) if hurt is not None else told.name
        lead = replace(lead, change=self._moved)
        return self._reading(quantity, lead, limit, "again", name, quantity.before, end=head.end())

    def _apart_from(self, told: Reading, quantity: Quantity) -> bool:
        """Whether a number stands more than two sentences after the accidents that were counted."""
        sentence = self._scan.text.sentence_at
        return sentence(quantity.start) - sentence(told.start) > _FOLLOWING

    def _hurt_name(self, word: str) -> str:
        """The indicator for those killed or hurt, by the word that tells what became of them."""
        concepts = [self._lexicon.concept("indicator", key) for key in _HURT]
        labels = [label for concept in concepts for label in concept.strong if word and word in fold(label)]
        return min(labels, key=len, default="")

    def _product(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """How much of a product was made, in a list of products (``muối hạt 3.500 tấn``, ``sắt tăng 3%``)."""
        moved = quantity.percent and lead.change in ("rise", "fall")
        made = quantity.dimension == "physical" and quantity.total is None
        if not (moved or made) or quantity.denominator:
            return None
        sentence = self._scan.sentence(quantity.start)
        if not self._produce.search(self._folded, sentence.start, quantity.before):
            return None
        begin = max((m.end() for m in _OPEN.finditer(self._folded, lead.start, lead.end)), default=lead.start)
        name = self._clean(begin, lead.end)
        short = 0 < len(name.split()) <= _PRODUCT_WORDS and _DIGIT.search(name) is None
        if not short or self._no_name.search(fold(name)) or self._grammar.tail_word.search(fold(name)):
            return None
        return self._reading(quantity, lead, limit, "measured", name, self._skip(begin, lead.end))

    def _placed(self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None) -> Reading | None:
        """How much it is in each place or body of a list (``GRDP tăng cao gồm: Hà Nam (12,4%), …``)."""
        unit = self._listed_last(quantity.before)
        if unit is None or quantity.measure is None or unit.start < lead.start:
            return None
        bracketed = self._folded[unit.end : quantity.before] == " ("
        inside = bracketed and self._folded.startswith(")", quantity.end)
        if not (inside or quantity.percent or (quantity.dimension in AMOUNTS and lead.reached)):
            return None
        if not inside and self._folded[unit.end : max(unit.end, lead.end)].strip():
            return None
        before = self._folded[self._scan.sentence(unit.start).start : unit.start].rstrip()
        told = previous is not None and self._placed_name == (previous.name, previous.concept)
        if previous is not None and (previous.rule == _PLACED or (told and previous.rule == _AGAIN)):
            between = self._folded[previous.end : unit.start]
            if _BETWEEN.fullmatch(between) is None and self._and.fullmatch(between.replace(")", "")) is None:
                return None
            return self._reading(
                quantity, lead, limit, _PLACED, previous.name, unit.start, concept=previous.concept
            )
        found = self._named_last(self._scan.sentence(unit.start).start, unit.start)
        concept = self._scan_concept(found[1]) if found is not None else None
        announced = before.endswith((":", "(")) or self._announces.search(before) is not None
        if found is None or concept is None or not announced or not self._fits(concept, quantity):
            return None
        name = self._clean(found[0], found[0] + len(found[1]))
        self._placed_name = name, concept
        return self._reading(quantity, lead, limit, _PLACED, name, unit.start, concept=concept)

    def _listed_last(self, before: int) -> UnitMention | BodyMention | None:
        """The named place right before a number, or the body that it is a part of."""
        unit, body = self._scan.units.last_before(before), self._scan.bodies.last_before(before)
        if body is not None and (unit is None or unit.start < body.end):
            return body
        return unit if unit is not None and unit.unit.name else None

    def _named_last(self, start: int, end: int) -> tuple[int, str] | None:
        """The last known head of what announces a list (``số đảng bộ có [tỷ lệ kết nạp] cao như``)."""
        found = last = self._head(start, end)
        while last is not None:
            found = last if self._scan_concept(last[1]) is not None else found
            last = self._head(last[0] + 1, end)
        return found

    def _in_turn(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """The first of several measured together (``GRDP và thu ngân sách tăng lần lượt 7% và 12%``).

        ``_turns`` keeps the names of those whose numbers follow.
        """
        raw = self._folded[lead.start : quantity.before]
        if previous is not None and previous.rule == _TURN and self._turns:
            again = lead.change == self._turned_together and lead.change
            raw = f"{self._folded[lead.start : lead.end]} " if again else raw
            if self._grammar.joins.fullmatch(raw) is None or quantity.measure is None:
                self._turns = ()
                return None
            (name, begin), *rest = self._turns
            self._turns = tuple(rest)
            told = replace(lead, change=self._turned_together)
            concept = self._concept(begin, begin + len(name))
            return self._reading(quantity, told, limit, _TURN, name, quantity.before, concept=concept)
        if quantity.measure is None or self._turn.search(self._folded, lead.end, quantity.before) is None:
            return None
        going_on = self._goes_on_so.search(self._folded, lead.start, lead.end)
        named = replace(lead, end=going_on.start()) if going_on is not None else lead
        spans = self._turn_names(named)
        following = self._next_of_list.match(self._folded, quantity.end)
        if len(spans) < _PAIR or following is None:
            return None
        names = [(self._turn_name(spans[0], start, end), start) for start, end in spans]
        if any(self._head(start, end) is None for start, end in spans[:1]) or not all(n for n, _ in names):
            return None
        self._turns, self._turned_together = tuple(names[1:]), lead.change
        concept = self._concept(*spans[0])
        return self._reading(quantity, lead, limit, _TURN, names[0][0], spans[0][0], concept=concept)

    def _turn_name(self, first: tuple[int, int], start: int, end: int) -> str:
        """One of the names; a branch of the economy shares the first one's head (``khu vực A và [B]``)."""
        name = self._clean(start, end)
        if self._head(start, end) is not None:
            return name
        head = self._grammar.weak_head.match(self._folded, *first)
        branch = head is not None and fold(name) in branches(self._lexicon)
        return f"{self._clean(*head.span())} {name}" if head is not None and branch else ""

    def _turn_names(self, lead: Lead) -> list[tuple[int, int]]:
        """Where the names stand that are joined before numbers given in turn."""
        start, out = self._skip(lead.start, lead.end), []
        for match in [*self._next_of_list.finditer(self._folded, start, lead.end), None]:
            end = match.start() if match is not None else lead.end
            out.append((start, end))
            start = match.end() if match is not None else end
        return out

    def _members(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """Members of one kind among those just counted (``trong đó đảng viên nữ là 359 đồng chí``)."""
        if previous is None or previous.quantity.dimension != "party" or quantity.total is not None:
            return None
        if quantity.measure is None or quantity.dimension not in ("people", "party") or lead.change:
            return None
        begin = self._skip(lead.start, lead.end)
        listing = self._parts.match(self._folded, begin, lead.end)
        begin = self._skip(listing.end(), lead.end) if listing is not None else begin
        words = [fold(text).split()[:_WORD] for text in (previous.quantity.unit, previous.name)]
        name = self._clean(begin, lead.end)
        kinds = fold(name).split()
        of_kind = kinds[:_WORD] in words and _WORD < len(kinds) <= _MEMBER_WORDS
        return self._reading(quantity, lead, limit, "has", name, begin) if of_kind else None
