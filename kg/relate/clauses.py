"""The clause around a number: what it measures, how it changed, what it is compared with.

Read backwards from the number: comparator, fillers and verbs are stripped (``tăng``, ``ước đạt``), what
remains names the indicator.  Read forwards: the base of a comparison (``so với cùng kỳ``) or the counted
thing's own words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.normalise import fold, modern
from kg.patterns import compiled
from kg.relate.badges import BadgeRules
from kg.relate.bygone import BygoneRules
from kg.relate.clause_grammar import CHANGES, CUES
from kg.relate.clause_words import AMOUNTS, NAME_WORDS, PER_HEAD
from kg.relate.exclusions import ExclusionRules
from kg.relate.having import CRITERION
from kg.relate.leads import WINDOW
from kg.relate.named import NameRules
from kg.relate.quantities import Quantity
from kg.relate.readings import POPULATION, Lead, Reading
from kg.relate.told import ToldRules
from kg.relate.wording import alternation

_AMOUNT = frozenset({"measured", "elliptic"})
_THINGS, _REACHED = frozenset({"party", "people", "count"}), re.compile(r"\s\d[\d.]*,\s(?!\d)")
_TOLD = re.compile(r"[\d;:,()]")
_APART = re.compile(r"[;:()]|\d")
_DONE = frozenset({"done", "undergone", "has", "share"})
_AGE = "year-of-age"
_PLACES = frozenset({"commune", "district", "ward", "town", "village", "unit"})
_LIMITS = (">", ">=", "<", "<=")


class Clauses(NameRules, ToldRules, BadgeRules, BygoneRules, ExclusionRules):
    """Reads the numbers of one text, sentence by sentence."""

    def __init__(self, scan: Scan, lexicon: Lexicon, *, reporting: bool = False) -> None:
        """``reporting``: the article as a whole tells what somebody did in numbers."""
        super().__init__(scan, lexicon)
        self._reporting = reporting
        self._changes = {self._grammar.change_words[change] for change in CHANGES[:2]}
        reach, exceed, aim = (alternation(lexicon, CUES, key) for key in ("reach", "exceed", "aim"))
        self._exceeds_aim = compiled(
            rf"\s(?:{reach}(?:{self._and.pattern}|\s))?{exceed}\s(?P<base>{aim}(?:\s[^\W\d]+){{0,6}})$"
        )

    def read(self, found: Sequence[Quantity]) -> list[Reading]:
        """The numbers of one sentence that are indicators, in order."""
        if not found:
            return []
        sentence = self._scan.sentence(found[0].start)
        out: list[Reading] = []
        previous: Reading | None = None
        self._told_here = self._waiting = ()
        after = sentence.start
        parts = self._parts.match(self._folded, sentence.start)
        if parts is not None:
            after, previous = parts.end(), self._anchor
        for index, quantity in enumerate(found):
            limit = self._limit_of(found, index, sentence.end)
            limit = max(limit, quantity.end)
            twin = out[-1] if out and out[-1].quantity.start == quantity.start else None
            if twin is not None:
                reading: Reading | None = self._twin(twin, quantity)
            else:
                reading = self._one(quantity, after, limit, self._resumed(previous, out, quantity))
            if reading is not None and reading.bygone:
                out.append(reading)
                after = reading.end
                continue
            if reading is not None and self._excluded(reading, sentence.start, sentence.end):
                reading = None
            qualified = self._qualified(previous, quantity, reading, limit)
            if qualified is not None:
                self._tell_again(out[-1], qualified)
                out[-1] = previous = qualified
                after = max(after, qualified.end)
            elif reading is not None:
                out.append(reading)
                previous = reading
                self._remember(reading)
                if reading.rule == "measured" or self._anchor is None:
                    self._anchor = reading
                    self._measures = frozenset()
                measure = reading.quantity.measure
                self._measures |= {measure.key} if measure is not None else frozenset()
                after = max(after, reading.end)
            elif quantity.measure is not None and quantity.dimension != "score":
                previous = None
                after = quantity.end
        return self._with_shared_bases(self._with_shared_deeds(out))

    def _with_shared_bases(self, readings: list[Reading]) -> list[Reading]:
        """Changes in a row, with the base of the last (``lúa tăng 2%, ngô tăng 3% so với năm trước``)."""
        out = list(readings)
        for index in range(len(out) - 2, -1, -1):
            first, second = out[index], out[index + 1]
            changed = first.unit if first.quantity.percent and not first.base else ""
            changed = changed.removeprefix(first.quantity.unit).strip()
            if changed not in self._changes or not self._comparison_first.match(f"{fold(second.base)} "):
                continue
            between = self._folded[first.end : second.quantity.start]
            if second.quantity.percent and not _APART.search(between) and second.rule != "again":
                base = self._canonical_base(second.base)
                out[index] = replace(first, unit=f"{first.unit} {base}", base=second.base)
        return out

    def _with_shared_deeds(self, readings: list[Reading]) -> list[Reading]:
        """Shares told together, each with what all did (``100% chi bộ và 92% đảng viên hoàn thành …``).

        A part of those told before is a part of the same (``…, trong đó 20% hoàn thành xuất sắc``).
        """
        out = list(readings)
        for index, part in enumerate(out[1:], 1):
            whole = fold(out[index - 1].name)
            deed = self._deed_any.search(whole) if out[index - 1].rule == part.rule == "share" else None
            if deed is not None and deed.start() and self._deed_any.match(fold(part.name)) is not None:
                out[index] = replace(part, name=f"{out[index - 1].name[: deed.start()].strip()} {part.name}")
        for index in range(len(out) - 2, -1, -1):
            first, second = out[index], out[index + 1]
            if not (first.rule == second.rule == "share" or _of_places(first, second)):
                continue
            between = self._folded[first.end : second.quantity.before]
            deed = self._deed_any.search(fold(second.name))
            done = self._deed_any.search(fold(first.name))
            joined = ";" not in between and self._grammar.joins.fullmatch(between) is not None
            if done is None and deed is not None and joined:
                out[index] = replace(first, name=f"{first.name} {second.name[deed.start() :]}")
        return out

    def _limit_of(self, found: Sequence[Quantity], index: int, end: int) -> int:
        """Where the words after a number end at the latest: before the next measured one that is no age."""
        for later in found[index + 1 :]:
            named = later.measure is not None and later.measure.key == _AGE and not later.bounded
            if later.measure is not None and later.start != found[index].start and not named:
                return later.before
        return end

    def _one(self, quantity: Quantity, after: int, limit: int, previous: Reading | None) -> Reading | None:
        closed = self._folded.rfind(")", after, quantity.before)
        if closed >= 0 and "(" not in self._folded[after:closed]:
            after = closed + 1  # what stands in brackets goes with the number before
        if self._shifts.search(self._folded, after, quantity.before) is not None:
            previous = None
        start = self._clause_start(self._past_tail(after, quantity, previous), quantity.before)
        lead = self._lead(start, quantity)
        if quantity.ranked:
            return self._ranked(quantity, lead, limit, previous)
        for rule in (
            self._signed,
            self._of_year_before,
            self._at_another_time,
            self._in_turn,
            self._punished,
            self._accident,
            self._toll,
            self._compared_in_turn,
            self._in_terms,
            self._moved_inside,
            self._each_moved,
            self._compared,
            self._criteria,
            self._worth,
            self._funded,
            self._counterpart,
            self._counted_again,
            self._done,
            self._badged,
            self._came_of,
            self._met,
            self._planned,
            self._beyond,
            self._aimed,
            self._placed,
            self._contributed,
            self._given,
            self._between,
            self._measured,
            self._made_so,
            self._again,
            self._product,
            self._elliptic,
            self._moved_too,
            self._amount_too,
            self._undergone,
            self._part_described,
            self._share,
            self._existing,
            self._has,
            self._members,
            self._told,
        ):
            reading = rule(quantity, lead, limit, previous)
            if reading is not None:
                return reading
        return None

    def _past_tail(self, after: int, quantity: Quantity, previous: Reading | None) -> int:
        """Where what is told of a count ends, before what it came to (``41 nhà cho hộ nghèo, đạt 136%``)."""
        if previous is None or previous.rule not in _DONE or not quantity.percent:
            return after
        comma = self._folded.rfind(", ", after, quantity.before)
        tail = self._folded[after:comma] if comma > after else ""
        if not tail.startswith(" ") or _TOLD.search(tail) or len(tail.split()) > NAME_WORDS:
            return after
        lead = self._lead(comma + 1, quantity)
        own = lead.reached and not self._clean(lead.start, lead.end)
        return comma if own and self._head(after, comma) is None else after

    def _measured(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """A name before a verb of reaching or changing, or right before the number."""
        span = self._measurable(quantity, lead, previous)
        if span is None or self._bounds(quantity, span[0], previous):
            return None
        begin, end, head = span
        concept = self._concept(begin, end)
        if concept == POPULATION and quantity.percent and not lead.change:
            concept = None  # a share of the people is not how many there are
        priced = quantity.percent or quantity.dimension == "money"
        if not self._fits(concept, quantity) or (not head and self._sectoral(begin, end) and not priced):
            return None
        grown = self._grown(head, end - begin, quantity, lead, limit, previous)
        if grown is not None:
            return grown
        if not head and previous is not None and previous.head:
            elided = self._elliptic(quantity, lead, limit, previous)
            if elided is not None:
                return elided
        told, base = self._exceeded(begin, end, quantity, lead)
        if base:
            end, lead = told.end, told
        lead = self._turning(lead, begin)
        short = quantity.dimension in AMOUNTS and end - begin <= WINDOW // 2
        short = (
            short or ":" in self._folded[lead.end : quantity.before] or self._totalling(head, lead, quantity)
        )
        if concept is None and not lead.verbal and not quantity.percent and not short:
            return None
        if self._of_age(quantity, concept):
            return None
        name = self._said_name(begin, end, known=concept is not None)
        name = self._of_amount(self._totalled(name, quantity, limit, previous), previous) if name else ""
        vague = previous is None and fold(name) in self._grammar.vague and not self._public(concept)
        if not name or (vague and not self._had(begin)):
            return None
        beyond = lead.change == "exceed" and quantity.dimension in AMOUNTS and quantity.comparator == "="
        if beyond and self._base(quantity.end, limit) is None:
            met = self._met_too.search(self._folded, lead.end, quantity.before) is not None
            quantity = replace(quantity, comparator=">=" if met else ">")
        reading = self._reading(
            quantity, lead, limit, "measured", name, begin, concept=concept, head=head, base=base
        )
        if quantity.measure is not None and quantity.measure.key == CRITERION and lead.change:
            self._remember(reading)  # by how much it fell is still to come (``giảm cả 3 tiêu chí``)
            return None
        return reading

    def _exceeded(self, begin: int, end: int, quantity: Quantity, lead: Lead) -> tuple[Lead, str]:
        """What was exceeded, where it is told before by how much (``thu vượt dự toán tỉnh giao 8%``)."""
        if not quantity.percent or lead.change or lead.reached:
            return lead, ""
        more = self._exceeds_aim.search(self._folded, begin, end)
        rated = any(p.match(self._folded, begin) is not None for p in (self._pace, self._rate))
        if more is None or more.start() <= begin or rated:
            return lead, ""
        base = modern(" ".join(self._content[more.start("base") : end].split()))
        return replace(lead, end=more.start(), change=CHANGES[2]), base

    def _bounds(self, quantity: Quantity, begin: int, previous: Reading | None) -> bool:
        """Whether a number only says which of the things just counted are meant.

        ``14.880 doanh nghiệp có quy mô vốn dưới 10 tỷ đồng``
        """
        if previous is None or quantity.comparator not in _LIMITS or previous.quantity.percent:
            return False
        between = self._folded[previous.end : begin].strip()
        return bool(between) and self._possessing.fullmatch(f" {between}") is not None

    def _measurable(
        self, quantity: Quantity, lead: Lead, previous: Reading | None
    ) -> tuple[int, int, str] | None:
        """Where the name stands of what a number measures, and its head's words, if it measures something."""
        if quantity.measure is None or (quantity.total is not None and not self._summed(quantity, lead)):
            return None
        span = self._name_span(lead, quantity, previous) if not self._opens_share(quantity, lead) else None
        if span is None:
            return None
        begin, end, head = self._after_aim(*span)
        if quantity.dimension in _THINGS and _REACHED.search(self._folded, begin, quantity.before):
            return None  # another number has the name (``tổng số chi bộ lên 62, với 900 đảng viên``)
        return begin, end, head

    def _grown(
        self,
        head: str,
        length: int,
        quantity: Quantity,
        lead: Lead,
        limit: int,
        previous: Reading | None,
    ) -> Reading | None:
        """How much the amount just told grew (``GRDP đạt 8.820 tỷ đồng, tăng trưởng 6,1%``)."""
        amount = previous is not None and previous.rule in _AMOUNT and previous.quantity.dimension in AMOUNTS
        if previous is None or not amount or not quantity.percent or length != len(head):
            return None
        if not self._public(previous.concept) or (previous.concept or "").endswith(PER_HEAD):
            return None
        if self._average.search(self._folded, lead.end, quantity.before) is not None:
            return None
        rise = self._grammar.change_words[CHANGES[0]]
        if self._pace.fullmatch(fold(head)) is None or not fold(head).startswith(f"{rise} "):
            return None
        lead = replace(lead, change=CHANGES[0])
        return self._reading(
            quantity, lead, limit, "again", previous.name, quantity.before, concept=previous.concept
        )

    def _opens_share(self, quantity: Quantity, lead: Lead) -> bool:
        """Whether a share begins another part of a list (``không còn hộ nghèo, 97% người dân …``)."""
        if not quantity.percent or lead.shared or lead.change:
            return False
        raw = self._folded[max(lead.start, quantity.before - WINDOW) : quantity.before].rstrip()
        if self._grammar.possess.search(raw) is not None:
            return self._shared(self._of(quantity.end))
        if lead.verbal:
            return False
        comma = self._folded[lead.end : quantity.before].startswith(",")
        return comma and self._shared(self._of(quantity.end))

    def _summed(self, quantity: Quantity, lead: Lead) -> bool:
        """Whether a fraction is what a number of things came to (``nâng số xã đạt chuẩn lên 9/15 xã``)."""
        if quantity.dimension in AMOUNTS or (quantity.dimension == "score" and lead.reached):
            return True
        done = self._grammar.deed.match(self._folded, self._of(quantity.end))
        return lead.reached and quantity.dimension == "count" and done is None

    def _sectoral(self, start: int, end: int) -> bool:
        """Whether a branch of the economy is named here."""
        return any(h.concept.one("sector") for h in self._scan.hits_within(start, end, "indicator"))

    def _totalling(self, head: str, lead: Lead, quantity: Quantity) -> bool:
        """Whether a total stands right before its count (``tổng đàn lợn 58.000 con``).

        So does what names the things counted (``tổng số lao động đăng ký mới 2.090 lao động``).
        """
        if lead.verbal or not quantity.dimension:
            return False
        opened = self._folded.rfind(fold(head), lead.start, lead.end) if head else -1
        named = self._first_total.match(self._folded, opened) if opened >= 0 else None
        thing = named is not None and self._folded.startswith(f"{fold(quantity.unit)} ", named.end())
        return thing or (fold(head) in self._totals and quantity.before - lead.end <= 1)

    def _criteria(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """What is counted for each commune or so many people (``16,3 tiêu chí/xã``, ``9 bác sĩ/vạn dân``)."""
        if quantity.measure is None or quantity.total is not None:
            return None
        key = self._scan_concept(quantity.unit) if quantity.denominator else None
        average = self._average.search(self._folded, lead.start, quantity.before) is not None
        if quantity.measure.key == CRITERION and (quantity.denominator or average):
            key = "new-rural-criteria"
        if key is None:
            return None
        name = self._lexicon.concept("indicator", key).label
        return self._reading(quantity, lead, limit, "criteria", name, quantity.before, concept=key)


def _of_places(first: Reading, second: Reading) -> bool:
    """Whether units are counted together (``có 61 xã và 3 huyện đạt chuẩn nông thôn mới``)."""
    counted = first.rule == "has" and second.rule in _DONE and fold(first.name) == fold(first.quantity.unit)
    keys = {r.quantity.measure.key for r in (first, second) if r.quantity.measure is not None}
    return counted and keys <= _PLACES
