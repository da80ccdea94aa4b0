"""The names of what is measured: where they stand before a number, and which words belong to them."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.normalise import fold, modern
from kg.relate.clause_grammar import CHANGES
from kg.relate.clause_words import AMOUNTS, HEAD_WORDS, LONG_NAME, NAME_WORDS
from kg.relate.leads import WINDOW
from kg.relate.listings import ListingRules
from kg.relate.quantities import Quantity
from kg.relate.readings import AREA, Lead, Reading

_BRACKETS = re.compile(r"\([^()]*\)")
_AGE, _LIFE = "year-of-age", "life-expectancy"


class NameRules(ListingRules):
    """Reads the names of what the numbers of one text measure."""

    def _of_age(self, quantity: Quantity, concept: str | None) -> bool:
        """Whether somebody's age is told, or a score or small measure of nothing known."""
        if quantity.measure is None or concept == _LIFE:
            return False
        lone = quantity.dimension in ("score", "small") and not quantity.denominator
        return quantity.measure.key == _AGE or (lone and (concept is None or concept == AREA))

    def _said_name(self, begin: int, end: int, *, known: bool) -> str:
        """The name in ``begin:end`` without what is told of it; empty where the words name nothing."""
        name = self._clean(begin, end)
        if " " not in name and self._here.search(self._folded[begin:end]) is not None:
            name = modern(" ".join(self._content[begin:end].split()))  # `thu trên địa bàn`
        own = next((h.end for h in self._scan.hits_at(begin, "indicator")), begin)
        said = self._verb.search(fold(name), own - begin)
        name = name[: said.start()] if said else name
        ranked = self._ranks.search(fold(name), own - begin)
        name = name[: ranked.start()].rstrip(" ,") if ranked is not None and ranked.start() else name
        going_on = self._goes_on_so.search(fold(name), own - begin) if known else None
        name = name[: going_on.start()].rstrip(" ,") if going_on is not None else name
        return name if self._names_something(fold(name), max(0, own - begin)) else ""

    def _names_something(self, name: str, start: int) -> bool:
        """Whether no words from ``start`` on tell of anything but what is done (``đang hoạt động``)."""
        told = [match.start() for match in self._no_name.finditer(name, start)]
        done = {match.start() for match in self._grammar.deed.finditer(name, start)} if told else set()
        return done.issuperset(told)

    def _of_amount(self, name: str, previous: Reading | None) -> str:
        """A bare pace with what was counted before it (``đạt 900 tỷ đồng, tốc độ tăng 7%``)."""
        pace = self._pace.fullmatch(fold(name)) is not None and fold(name) in self._grammar.vague
        counted = previous is not None and previous.quantity.dimension in AMOUNTS
        return f"{name} {previous.name}" if pace and counted and previous is not None else name

    def _after_aim(self, begin: int, end: int, head: str) -> tuple[int, int, str]:
        """The name without who aims at it (``[ngành Nông nghiệp phấn đấu đạt] tốc độ tăng trưởng``).

        What is told of a branch is left out, too (``[công nghiệp ổn định với] giá trị sản xuất …``).
        """
        compared = f"{self._grammar.compare} "
        told = [match.end() for match in self._along.finditer(self._folded, begin, end)]
        for place in reversed(told):
            if self._folded.endswith(compared, begin, place):
                continue
            named = next((h for h in self._scan.hits_at(place, "indicator") if h.concept.one("public")), None)
            if named is not None and named.end <= end:
                return place, end, self._content[place : named.end].lower()
        aims = [match.end() for match in self._expecting.finditer(self._folded, begin, end)]
        found = self._head(aims[-1], end) if aims else None
        if found is not None:
            return found[0], end, found[1]
        whose = self._scan.units.at(begin) if aims else None
        return (self._skip(aims[-1], end), end, "") if whose is not None else (begin, end, head)

    def _had(self, begin: int) -> bool:
        """Whether a place is said before to have what is measured (``xã A có diện tích 40 km2``).

        So has one that was made of others in the same sentence (``… sáp nhập hai xã, diện tích 40 km2``).
        """
        if self._founding.search(self._folded, self._scan.sentence(begin).start, begin) is not None:
            return True
        unit = self._scan.units.last_before(begin)
        if unit is None or not unit.unit.name or begin - unit.end > WINDOW // 2:
            return False
        between = self._folded[unit.end : begin].strip().removeprefix(self._lately)
        verb = self._grammar.possess.search(between)
        return verb is not None and not verb.start()

    def _totalled(self, name: str, quantity: Quantity, limit: int, previous: Reading | None) -> str:
        """The name with what a bare total counts (``tổng số 292 đảng viên``); one of money names nothing.

        What has just been counted goes on with the sum (``có thêm 2 xã đạt chuẩn, nâng tổng số lên 9 xã``).
        """
        bare = fold(self._ended(name))
        if bare not in self._totals or bare not in self._grammar.vague:
            return name
        counted = quantity.dimension in ("count", "people", "party")
        if counted and previous is not None and previous.quantity.measure == quantity.measure:
            same = self._scan.sentence(previous.start) == self._scan.sentence(quantity.start)
            if same and not previous.quantity.percent:
                return f"{bare} {previous.name}"
        return f"{bare} {self._noun(quantity, limit)[0]}" if counted else ""

    def _turning(self, lead: Lead, begin: int) -> Lead:
        """The lead with the change that its name opens with (``giảm tỷ lệ hộ nghèo 1,5%``)."""
        if lead.verbal or lead.origin:
            return lead
        match = self._turned.search(self._folded[max(lead.start, begin - WINDOW) : begin].rstrip())
        if match is None:
            return lead
        kinds = self._grammar.functions[match.group()]
        return replace(lead, change=next(c for c in CHANGES if c in kinds))

    def _commas(self, start: int, end: int) -> list[int]:
        """Where the parts between commas begin, and what came of them; a comma in a name parts nothing."""
        names = self._scan.hits_within(start, end, "indicator")
        apart = [(name.start, name.end) for name in names]
        apart += [match.span() for match in _BRACKETS.finditer(self._folded, start, end)]
        return [
            match.end()
            for match in self._parting.finditer(self._folded, start, end)
            if not any(low < match.start() < high for low, high in apart)
        ]

    def _topic(self, begin: int, stop: int) -> int | None:
        """Where the topic that a sentence opens with ends (``Về thu ngân sách, ông A cho biết …``)."""
        opens = self._skip(self._scan.sentence(begin).start, begin)
        about = self._about.match(self._folded, opens, begin)
        comma = self._folded.find(", ", begin, stop)
        return comma if about is not None and about.end() + 1 == begin and comma > 0 else None

    def _brief(self, start: int, end: int) -> bool:
        """Whether a name is short once its place and period are taken out."""
        return len(self._clean(start, end).split()) <= NAME_WORDS

    def _name_span(
        self, lead: Lead, quantity: Quantity, previous: Reading | None
    ) -> tuple[int, int, str] | None:
        """Where the name of the measured thing stands in the lead, and its head's words."""
        group = lead.start
        starts = [lead.start, *self._commas(lead.start, lead.end)]
        for position in range(len(starts) - 1, -1, -1):
            group = starts[position]
            stop = lead.end
            found = self._head(group, stop)
            if found is not None:
                begin, head = found
                rate = quantity.percent and self._rate.match(f"{fold(head)} ") is not None
                whole = quantity.total is not None and "," not in self._folded[begin:stop]
                kept = rate or whole or self._kept.search(self._folded[begin:stop]) is not None
                most = NAME_WORDS + max(0, len(head.split()) - HEAD_WORDS)
                most = max(most, LONG_NAME) if kept else most
                short = len(self._folded[begin:stop].split()) <= most
                topic = self._topic(begin, stop) if lead.verbal else None
                if topic is not None:
                    return begin, topic, head
                return (begin, stop, head) if short or self._brief(begin, stop) else None
        if previous is not None and previous.rule in ("measured", "elliptic"):
            return None
        if ":" in self._folded[lead.end : quantity.before]:
            if quantity.percent and self._shared(self._of(quantity.end)):
                return None  # a share heads the list (``đặt mục tiêu đến năm 2020: 100% xã đạt chuẩn``)
            begin = self._skip(lead.start, lead.end)
            if self._scan.units.covering(begin) is not None:
                return None
            short = 0 < len(self._folded[begin : lead.end].split()) <= NAME_WORDS
            return (begin, lead.end, "") if short and begin - self._scan.sentence(begin).start <= 4 else None
        if not (lead.verbal and quantity.percent):
            return None
        weak = self._grammar.weak_head.search(self._folded, starts[-1], lead.end)
        if weak is None or self._mistaken(weak.start()):
            return None
        if len(self._folded[weak.start() : lead.end].split()) > NAME_WORDS:
            return None
        return weak.start(), lead.end, ""
