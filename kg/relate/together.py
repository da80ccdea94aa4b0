"""Counts told together: how each rose or fell, parts of what was counted, how many there were before."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.normalise import fold
from kg.patterns import compiled
from kg.relate.bases import SHARE_WORDS
from kg.relate.clause_grammar import CUES
from kg.relate.clause_words import ELLIPSIS_WORDS, PART_END
from kg.relate.following import FollowingRules
from kg.relate.leads import WINDOW
from kg.relate.quantities import Quantity
from kg.relate.readings import Lead, Reading
from kg.relate.wording import alternation

_CLOSED = re.compile(r"[;.()\n]")
_MOVES = ("rise", "fall")
_TOLD, _PART_WORDS = re.compile(r"[\d;:,()]"), 6
_ONE_BY_ONE = frozenset({"count", "people", "party"})
_PART, _SAID, _PAIR = "part", 2, 2


class TogetherRules(FollowingRules):
    """The rules for counts that are told together."""

    _moving: tuple[Reading, str, str] | None = None
    """The last of several counts that moved, how they moved, and what they are compared with."""

    _waiting: tuple[Reading, ...] = ()
    """The counts of a pair whose comparison is still to come."""
    _how: str = ""
    """How what is compared in turn moved."""
    _regarding: tuple[int, str] = -1, ""
    """Where the last change ends whose measure was told behind it, and how that moved."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        super().__init__(scan, lexicon)
        about = alternation(lexicon, CUES, "about-what")
        moves = alternation(lexicon, CUES, "rise", "fall")
        self._regards = compiled(rf"\s{about}\s")
        self._regards_too = compiled(
            rf"(?:{self._next_of_list.pattern}|[,;]?\s?)(?:{moves}\s)?(?:\S+\s)?\d[\d.,]*\s?%\s{about}"
            rf"\s[^,;.()\d\n]{{2,60}}?(?={self._grammar.base.pattern})"
        )

    def _in_terms(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """How what is named behind it moved (``tăng 16% về số doanh nghiệp và 74% về số vốn``)."""
        if not quantity.percent or quantity.total is not None:
            return None
        about = self._regards.match(self._folded, quantity.end)
        last, change = self._regarding
        moved = lead.change if lead.change in _MOVES and not lead.reached else ""
        if not moved and last >= lead.start - 1 and self._joined_to(lead, quantity):
            moved = change
        compared = self._comparison_first.match(self._folded, self._skip(lead.start, lead.end), lead.end)
        if about is None or not moved or not (compared or self._blank(lead)):
            return None
        start = about.end()
        named = self._grammar.head.match(self._folded, start) or self._grammar.weak_head.match(
            self._folded, start
        )
        if named is None and not self._scan.hits_at(start, "indicator"):
            return None
        closed = self._scan.sentence(start).end
        end = self._limit(start, closed, ELLIPSIS_WORDS, self._grammar.tail_stop)
        shared = self._regards_too.match(self._folded, end, closed)
        base = self._base(end, closed) or (self._base(shared.end(), closed) if shared is not None else None)
        reading = self._reading(
            quantity,
            replace(lead, change=moved),
            limit,
            "again",
            self._clean(start, end),
            quantity.before,
            end=end,
            base=base[0] if base is not None else "",
            concept=self._concept(start, end),
        )
        self._regarding = reading.end, moved
        return reading

    def _each_moved(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """How one of several counts moved; its measure tells which."""
        moving, self._moving = self._moving, None
        if quantity.percent or quantity.total is not None or quantity.measure is None:
            return None
        base = ""
        if lead.change in _MOVES and not lead.reached and self._blank(lead):
            change = lead.change
        elif moving is not None and moving[0] is previous and self._joined_to(lead, quantity):
            _, change, base = moving
        else:
            return None
        whole = next((r for r in reversed(self._told_here) if self._same_thing(quantity, r)), None)
        if whole is None or (whole is previous and not base and not self._goes_on_moving(quantity)):
            return None
        nearer = previous is not None and previous.quantity.dimension == quantity.dimension
        if nearer and whole is not previous and quantity.dimension not in _ONE_BY_ONE:
            return None  # an amount of the thing just told, for each or for a year
        own = self._base(quantity.end, limit)
        base = base or (own[0] if own is not None else self._base_of_all(quantity))
        lead = replace(lead, change=change)
        return self._moved_with(whole, quantity, lead, limit, base)

    def _compared_in_turn(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """What several counts came to, told after them (``12 xã và 30 thôn, tăng lần lượt 24% và 31%``)."""
        if not quantity.percent or previous is None:
            return None
        waiting, self._waiting = self._waiting, ()
        if self._turn.search(self._folded, lead.end, quantity.before) and lead.verbal and self._blank(lead):
            joined = self._next_of_list.match(self._folded, quantity.end)
            waiting = self._told_here[-_PAIR:] if joined and len(self._told_here) >= _PAIR else ()
            self._how = lead.change
        elif not waiting or not self._joined_to(lead, quantity):
            return None
        if not waiting:
            return None
        self._waiting = waiting[1:]
        lead = replace(lead, change=self._how)
        base = self._base(quantity.end, limit)
        later = base[0] if base is not None else self._base_of_all(quantity)
        return self._moved_with(waiting[0], quantity, lead, limit, later)

    def _moved_with(
        self, whole: Reading, quantity: Quantity, lead: Lead, limit: int, base: str
    ) -> Reading:
        reading = self._reading(
            quantity, lead, limit, "again", whole.name, quantity.before, concept=whole.concept, base=base
        )
        self._moving = reading, lead.change, base
        return reading

    def _moved_inside(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """Parts in brackets behind how all moved (``đàn vật nuôi đều tăng (trâu 0,3%, bò 0,9%)``)."""
        if not quantity.percent or lead.verbal:
            return None
        sentence = self._scan.sentence(quantity.start)
        opened = self._folded.rfind("(", sentence.start, quantity.before)
        if opened < 0 or ")" in self._folded[opened : quantity.before]:
            return None
        before = self._folded[max(sentence.start, opened - WINDOW) : opened].rstrip()
        moved = self._turned.search(before)
        begin = self._skip(max(opened, lead.start), lead.end)
        text = self._clean(begin, lead.end)
        short = 0 < len(text.split()) <= _PART_WORDS and _TOLD.search(text) is None
        if moved is None or not short or self._grammar.tail_word.search(fold(text)):
            return None
        kinds = self._grammar.functions[moved.group()]
        lead = replace(lead, change=next(change for change in _MOVES if change in kinds))
        closed = self._folded.find(")", quantity.end, sentence.end)
        base = self._base(closed + 1, sentence.end) if closed >= 0 else None
        told = base[0] if base is not None else ""
        return self._reading(quantity, lead, limit, "elliptic", text, begin, base=told)

    def _between(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """How many there were before their number changed (``giảm từ 25 xã xuống còn 16 xã``)."""
        if not lead.origin or quantity.dimension not in _ONE_BY_ONE or quantity.total is not None:
            return None
        if self._on_to.match(self._folded, quantity.end) is None:
            return None
        head = self._head(lead.start, lead.end)
        name = self._clean(head[0], lead.end) if head is not None else self._noun(quantity, limit)[0]
        return self._reading(quantity, lead, limit, "measured", name, quantity.before)

    def _part_described(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """A part of what was counted, by what is said of it (``Trong đó, 58 trường hợp là người nhà``)."""
        if quantity.dimension not in _ONE_BY_ONE or quantity.total is not None or lead.change:
            return None
        noun = fold(self._noun(quantity, limit)[0])
        if noun not in self._bare and noun != fold(quantity.unit):
            return None
        sentence = self._scan.sentence(quantity.start)
        parts = self._parts.match(self._folded, sentence.start)
        going_on = previous is not None and previous.rule == _PART
        opened = max(parts.end() if parts is not None else lead.start, lead.start)
        if (parts is None and not going_on) or not self._joined_to(replace(lead, start=opened), quantity):
            return None
        end = self._limit(quantity.end, limit, SHARE_WORDS, PART_END)
        name = self._clean(self._noun_start(quantity), end, trim=False)
        if len(name.split()) < len(quantity.unit.split()) + _SAID:
            return None
        if self._sums(quantity.end, end):
            return None
        return self._reading(quantity, lead, limit, _PART, name, quantity.before, end=end)

    def _same_thing(self, quantity: Quantity, counted: Reading) -> bool:
        """Whether a count is of the same things as one before, maybe in fewer words."""
        if counted.action in self._grammar.change_words.values():
            return False
        party = quantity.measure == counted.quantity.measure and quantity.dimension == "party"
        unit = counted.quantity.unit
        thing = unit.partition(" ")[2] if counted.quantity.total is not None else unit
        return party or f"{thing} ".startswith(f"{quantity.unit} ")

    def _joined_to(self, lead: Lead, quantity: Quantity) -> bool:
        """Whether a count goes on with the list before it."""
        return self._grammar.joins.fullmatch(self._folded[lead.start : quantity.before]) is not None

    def _goes_on_moving(self, quantity: Quantity) -> bool:
        """Whether another count is joined to this one."""
        return self._joined_counts.match(self._folded, quantity.end) is not None

    def _base_of_all(self, quantity: Quantity) -> str:
        """What several counts are compared with, told after the last of them."""
        closed = _CLOSED.search(self._folded, quantity.end)
        stop = closed.start() if closed is not None else len(self._folded)
        following = self._joined_counts.match(self._folded, quantity.end, stop)
        if following is None:
            return ""
        base = self._grammar.base.search(self._folded, following.end(), stop)
        found = self._base(base.start(), stop) if base is not None else None
        return found[0] if found is not None else ""
