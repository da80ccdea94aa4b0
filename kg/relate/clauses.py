"""The clause around a number: what it measures, how it changed, what it is compared with.

Read backwards from the number: comparator, fillers and verbs are stripped (``tăng``, ``ước đạt``), what
remains names the indicator.  Read forwards: the base of a comparison (``so với cùng kỳ``) or the counted
thing's own words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from kg.lexicon import Concept
from kg.normalise import fold, modern
from kg.relate.clause_grammar import CHANGES, branches, countable, voting
from kg.relate.clause_words import (
    AMOUNTS,
    ELLIPSIS_WORDS,
    LONG_DEED,
    LONG_NAME,
    LONG_SHARE,
    NAME_WORDS,
    PART_END,
    SHARE_END,
    SHARE_WORDS,
    SHORT,
    WINDOW,
    Lead,
    Reading,
)
from kg.relate.counts import CountRules
from kg.relate.quantities import Quantity

_COUNT = re.compile(r"\d\s$|%\s$")
_BRACKETS = re.compile(r"\([^()]*\)")
_COMMA = re.compile(r",\s")
_COUNTS = frozenset({"done", "undergone", "has"})
_DONE = frozenset({"done", "undergone", "has", "share"})


class Clauses(CountRules):
    """Reads the numbers of one text, sentence by sentence."""

    _anchor: Reading | None = None
    _measures: AbstractSet[str] = frozenset()
    """What the thing named last was measured in."""

    def read(self, found: Sequence[Quantity]) -> list[Reading]:
        """The numbers of one sentence that are indicators, in order."""
        if not found:
            return []
        sentence = self._scan.sentence(found[0].start)
        out: list[Reading] = []
        previous: Reading | None = None
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
            if reading is not None and self._excluded(reading, sentence.start, sentence.end):
                reading = None
            if reading is not None and previous is not None and self._qualifies(reading, previous):
                out[-1] = previous = self._with(previous, reading)
                after = max(after, reading.end)
            elif reading is not None:
                out.append(reading)
                previous = reading
                if reading.rule == "measured" or self._anchor is None:
                    self._anchor = reading
                    self._measures = frozenset()
                measure = reading.quantity.measure
                self._measures |= {measure.key} if measure is not None else frozenset()
                after = max(after, reading.end)
            elif quantity.measure is not None and quantity.dimension != "score":
                previous = None
                after = quantity.end
        return out

    def _qualifies(self, reading: Reading, previous: Reading) -> bool:
        """Whether a number says which things were counted (``6 xã đạt 19/19 tiêu chí``), all criteria met."""
        quantity, counted = reading.quantity, previous.quantity
        full = quantity.total is not None and quantity.total == quantity.value
        plain = counted.dimension == "count" and previous.rule != "share"
        criterion = quantity.measure is not None and quantity.measure.key == "criterion"
        between = self._folded[counted.end : quantity.before].strip()
        return full and plain and criterion and between in self._reaching

    def _with(self, previous: Reading, reading: Reading) -> Reading:
        """A count with the words that say which things were counted."""
        said = " ".join(self._content[previous.quantity.end : reading.end].split())
        return replace(previous, name=f"{previous.name} {said}", end=reading.end)

    def _limit_of(self, found: Sequence[Quantity], index: int, end: int) -> int:
        """Where the words after a number end at the latest: before the next measured one."""
        for later in found[index + 1 :]:
            if later.measure is not None and later.start != found[index].start:
                return later.before
        return end

    def _excluded(self, reading: Reading, start: int, end: int) -> bool:
        if self._supposed.search(self._folded, start, reading.quantity.start) is not None:
            return True
        if self._attending(reading.quantity):
            return True
        clause = max(start, self._folded.rfind(";", start, reading.quantity.start))
        stop = end if fold(reading.quantity.unit) in self._bare else reading.quantity.start
        punished = self._party_deed.search(fold(reading.name)) is not None
        counts = reading.rule in _COUNTS and reading.quantity.dimension != "party" and not punished
        if counts and self._wrong.search(self._folded, clause, stop) is not None:
            return True
        if self._abroad(clause, reading.quantity.start) or self._single(clause, reading):
            return True
        if reading.rule == "planned" or not self._foreign(self._folded, start, end):
            return False
        known = self._scan_concept(reading.name) is not None
        name = fold(reading.name)
        return not known and (reading.concept is None or self._foreign(name, 0, len(name)))

    def _attending(self, quantity: Quantity) -> bool:
        """Whether those are counted who come for others, or for whom somebody comes."""
        if quantity.dimension not in ("party", "people"):
            return False
        before = self._folded[max(0, quantity.before - WINDOW) : quantity.before].rstrip()
        return (
            self._spoken_for.search(before) is not None
            or self._speaks_for.match(self._folded, quantity.end) is not None
        )

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

    def _one(self, quantity: Quantity, after: int, limit: int, previous: Reading | None) -> Reading | None:
        start = self._clause_start(after, quantity.before)
        lead = self._lead(start, quantity)
        for rule in (
            self._compared,
            self._criteria,
            self._worth,
            self._counterpart,
            self._done,
            self._planned,
            self._aimed,
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
        if quantity.measure is None or (quantity.total is not None and not self._summed(quantity, lead)):
            return None
        if self._opens_share(quantity, lead):
            return None
        span = self._name_span(lead, quantity, previous)
        if span is None:
            return None
        begin, end, head = span
        concept = self._concept(begin, end)
        priced = quantity.percent or quantity.dimension == "money"
        if not self._fits(concept, quantity) or (not head and self._sectoral(begin, end) and not priced):
            return None
        if not head and previous is not None and previous.head:
            elided = self._elliptic(quantity, lead, limit, previous)
            if elided is not None:
                return elided
        lead = self._turning(lead, begin)
        short = quantity.dimension in AMOUNTS and end - begin <= WINDOW // 2
        short = (
            short or ":" in self._folded[lead.end : quantity.before] or self._totalling(head, lead, quantity)
        )
        if concept is None and not lead.verbal and not quantity.percent and not short:
            return None
        lone = quantity.dimension in ("score", "small") and not quantity.denominator
        if quantity.measure.key == "year-of-age" or (lone and (concept is None or concept == "area")):
            return None
        name = self._clean(begin, end)
        said = self._verb.search(fold(name))
        name = name[: said.start()] if said else name
        if self._no_name.search(fold(name)) is not None:
            return None
        vague = previous is None and fold(name) in self._grammar.vague and not self._public(concept)
        if not name or vague:
            return None
        return self._reading(quantity, lead, limit, "measured", name, begin, concept=concept, head=head)

    def _opens_share(self, quantity: Quantity, lead: Lead) -> bool:
        """Whether a share begins another part of a list (``không còn hộ nghèo, 97% người dân …``)."""
        if not quantity.percent or lead.verbal or lead.shared:
            return False
        comma = self._folded[lead.end : quantity.before].startswith(",")
        return comma and self._shared(self._of(quantity.end))

    def _summed(self, quantity: Quantity, lead: Lead) -> bool:
        """Whether a fraction is what a number of things came to (``nâng số xã đạt chuẩn lên 9/15 xã``)."""
        return quantity.dimension in AMOUNTS or (lead.reached and quantity.dimension == "count")

    def _fits(self, concept: str | None, quantity: Quantity) -> bool:
        """Whether an indicator can be counted so: revenue in money or shares, not in hectares."""
        wanted = self._lexicon.concept("indicator", concept).one("measured") if concept else None
        return wanted is None or quantity.dimension in (wanted, "ratio")

    def _sectoral(self, start: int, end: int) -> bool:
        """Whether a branch of the economy is named here."""
        return any(h.concept.one("sector") for h in self._scan.hits_within(start, end, "indicator"))

    def _totalling(self, head: str, lead: Lead, quantity: Quantity) -> bool:
        """Whether a total stands right before its count (``tổng đàn lợn 58.000 con``)."""
        return fold(head) in self._totals and quantity.before - lead.end <= 1 and bool(quantity.dimension)

    def _worth(self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None) -> Reading | None:
        """What something done cost or covered (``…, với số tiền 18,6 tỷ đồng``)."""
        if previous is None or previous.rule not in _DONE or quantity.dimension not in AMOUNTS:
            return None
        said = self._clean(lead.start, lead.end)
        found = self._worth_end.search(fold(said))
        if found is None or found.start() > SHORT:
            return None
        name = f"{previous.name} {said}"
        return self._reading(quantity, lead, limit, "worth", name, self._skip(lead.start, lead.end))

    def _compared(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """The same counted thing with a change (``…, tăng hơn 1.500 hồ sơ so với năm 2015``)."""
        if previous is None or not lead.change or not quantity.measure or quantity.percent:
            return None
        if not self._blank(lead):
            return None
        if quantity.measure not in (previous.quantity.measure, self._counted_before(previous)):
            return None
        return self._again(quantity, lead, limit, previous)

    def _counterpart(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """How many a share in percent was, in brackets after it (``tỷ lệ xã đạt chuẩn 50% (8 xã)``)."""
        if previous is None or not previous.quantity.percent or quantity.percent or quantity.measure is None:
            return None
        if self._folded[previous.quantity.end : quantity.before].strip() != "(":
            return None
        rate = self._rate.match(fold(previous.name))
        counted = fold(quantity.unit.rpartition("/")[2]).split()
        name = previous.name[rate.end() :] if rate is not None else ""
        if not counted or counted[-1] not in fold(name).split()[:3] or quantity.dimension in AMOUNTS:
            return None
        return self._reading(
            quantity, lead, limit, "has", name, quantity.before, concept=previous.concept, noun=name
        )

    def _criteria(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """What is counted for each commune or so many people (``16,3 tiêu chí/xã``, ``9 bác sĩ/vạn dân``)."""
        if quantity.measure is None or quantity.total is not None:
            return None
        key = self._scan_concept(quantity.unit) if quantity.denominator else None
        average = self._average.search(self._folded, lead.start, quantity.before) is not None
        if quantity.measure.key == "criterion" and (quantity.denominator or average):
            key = "new-rural-criteria"
        if key is None:
            return None
        name = self._lexicon.concept("indicator", key).label
        return self._reading(quantity, lead, limit, "criteria", name, quantity.before, concept=key)

    def _aimed(self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None) -> Reading | None:
        """What was planned for the thing just counted (``kết nạp 15 đảng viên (chỉ tiêu 12 đảng viên)``)."""
        if previous is None or quantity.measure is None:
            return None
        if quantity.measure not in (previous.quantity.measure, self._counted_before(previous)):
            return None
        said = fold(self._clean(lead.start, lead.end))
        raw = self._folded[previous.end : quantity.before].strip()
        based = raw in self._aims and self._goals.match(fold(previous.base)) is not None
        if self._comparing.search(said) is not None:
            return None
        if lead.change or previous.rule == "planned" or not (based or self._aim.fullmatch(said)):
            return None
        return self._reading(
            quantity,
            lead,
            limit,
            "aimed",
            previous.name,
            self._skip(lead.start, lead.end),
            concept=previous.concept,
            head=previous.head,
        )

    def _counted_before(self, previous: Reading) -> Concept | None:
        """The measure of what a comparison goes on from (``đạt 90% kế hoạch giao là 286 tỷ đồng``)."""
        anchor = self._anchor
        return anchor.quantity.measure if anchor is not None and anchor.name == previous.name else None

    def _again(self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None) -> Reading | None:
        """Nothing but a verb between this number and the one before: the same thing, compared."""
        if previous is None or quantity.measure is None:
            return None
        lead, base = self._change_before(quantity, lead)
        base = base or self._base_before(quantity, lead, previous)
        if not base and not self._blank(lead):
            return None
        if quantity.percent and self._shared(self._of(quantity.end)) and not self._base(quantity.end, limit):
            return None
        based = self._base(quantity.end, limit) is not None
        attained = quantity.percent and lead.reached
        if previous.rule == "done" and not (lead.change or based or attained):
            return None
        if not quantity.percent and not based and self._apart(quantity, previous):
            return None
        comparing = quantity.percent or quantity.measure.key == "times"
        same = previous.quantity.measure == quantity.measure
        same = same or quantity.measure == self._counted_before(previous)
        summed = same and self._cumulated.search(self._folded, lead.start, quantity.before) is not None
        told = (lead.verbal or lead.origin) and (comparing or same or quantity.dimension in AMOUNTS)
        told = told or summed or self._paired(quantity, lead, previous)
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
            base=base,
        )

    def _change_before(self, quantity: Quantity, lead: Lead) -> tuple[Lead, str]:
        """The lead with a change that is told before its base (``và tăng so với cùng kỳ năm trước 2,5%``)."""
        if not quantity.percent or lead.verbal or lead.end - lead.start > 2 * WINDOW:
            return lead, ""
        match = self._change_first.match(self._folded, self._skip(lead.start, lead.end), lead.end)
        if match is None:
            return lead, ""
        kinds = self._grammar.functions[match["change"]]
        base = modern(" ".join(self._content[match.start("base") : lead.end].split()))
        return replace(lead, change=next(c for c in CHANGES if c in kinds)), base

    def _base_before(self, quantity: Quantity, lead: Lead, previous: Reading) -> str:
        """What is compared with, where it is told first (``…, so với dự toán giao đạt 42%``).

        An amount or count is compared only with one of its own kind (``so với đầu năm tăng 20 tỷ đồng``).
        """
        same = quantity.measure == previous.quantity.measure and bool(lead.change)
        if not (lead.verbal and (quantity.percent or same)) or lead.end - lead.start > 2 * WINDOW:
            return ""
        text = self._clean(lead.start, lead.end)
        if self._against.match(fold(text)):
            return text
        raw = " ".join(self._content[self._skip(lead.start, lead.end) : lead.end].split()).rstrip(" ,")
        told = self._comparison_first.match(fold(raw)) is not None and len(raw.split()) <= ELLIPSIS_WORDS
        return modern(raw) if told and lead.change else ""

    def _paired(self, quantity: Quantity, lead: Lead, previous: Reading) -> bool:
        """Whether an amount goes on in another currency (``4.200 tỷ đồng và 85 triệu USD``)."""
        both = quantity.dimension == previous.quantity.dimension == "money"
        raw = self._folded[lead.start : quantity.before]
        return both and previous.rule == "measured" and self._grammar.joins.fullmatch(raw) is not None

    def _elliptic(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """A few words that stand for the number before's name with another part."""
        if previous is None or previous.rule not in ("measured", "elliptic", "again"):
            return None
        known = quantity.measure is not None and quantity.measure.key in self._measures
        measures = [r.quantity.measure for r in (previous, self._anchor) if r is not None]
        if not (known or quantity.measure in measures) or lead.change not in ("", "rise", "fall"):
            return None
        text = self._clean(lead.start, lead.end)
        if (
            not text
            or "(" in text
            or len(text.split()) > ELLIPSIS_WORDS
            or self._grammar.action_anywhere.match(fold(text))
        ):
            return None
        if self._grammar.tail_word.search(fold(text)) or self._no_name.search(fold(text)):
            return None
        begin = self._skip(lead.start, lead.end)
        if self._complete(previous, begin):
            concept = self._concept(begin, lead.end)
            return self._reading(quantity, lead, limit, "elliptic", text, begin, concept=concept)
        name = self._combine(previous, text)
        return self._reading(
            quantity,
            lead,
            limit,
            "elliptic",
            name,
            begin,
            concept=self._scan_concept(name) or self._elided(previous, begin, lead.end),
            head=previous.head,
        )

    def _complete(self, previous: Reading, start: int) -> bool:
        """Whether the name before says all, so that these words name something else."""
        partial = self._grammar.weak_head.match(self._folded, start) or any(
            h.concept.one("sector") for h in self._scan.hits_at(start, "indicator")
        )
        part = self._folded[start : start + WINDOW].split()[0] in fold(previous.name).split()[1:]
        known = self._scan_concept(previous.name) is not None and previous.name.lower() == previous.head
        return known and not partial and not part

    def _elided(self, previous: Reading, start: int, end: int) -> str | None:
        """The concept of a name of which a part is left out."""
        branch = previous.concept is not None and self._lexicon.concept("indicator", previous.concept).one(
            "sector"
        )
        return previous.concept if previous.head and not branch else self._concept(start, end)

    def _combine(self, previous: Reading, text: str) -> str:
        first = fold(text).split()[0]
        parts = previous.name.split()
        folded = [fold(part) for part in parts]
        if first in folded[1:]:
            return " ".join([*parts[: folded.index(first)], text])
        head = self._shared_head(previous.head, text)
        return f"{head} {text}" if head else text

    def _shared_head(self, head: str, text: str) -> str:
        """The words that another branch of the economy shares (``giá trị sản xuất [nông nghiệp]``)."""
        folded = fold(text)
        if not any(f"{folded} ".startswith(f"{branch} ") for branch in branches(self._lexicon)):
            return head
        words = fold(head).split()
        counts = (n for n in range(len(words) - 1, 0, -1) if self._scan_concept(" ".join(words[:n])))
        return " ".join(head.split()[: next(counts, len(words))])

    def _share(self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None) -> Reading | None:
        """A percentage or fraction of what follows."""
        if not quantity.percent and quantity.total is None:
            return None
        if quantity.measure is None or quantity.measure.one("vote") or quantity.dimension in AMOUNTS:
            return None
        if quantity.percent and lead.shared:
            return None
        if quantity.percent and not (
            self._shared(self._of(quantity.end)) or self._done_to(quantity, lead, limit)
        ):
            return None
        start = self._of(quantity.end) if quantity.percent else self._noun_start(quantity)
        end = self._limit(start, limit, LONG_SHARE, SHARE_END)
        if limit < self._scan.sentence(start).end or end - start > 160:
            end = self._limit(start, limit, SHARE_WORDS, PART_END)
        name = f"{self._clean(start, end, trim=False)} {self._completing(quantity)}".strip()
        name = self._fulfilled(quantity, lead) or name
        if not name:
            return None
        return self._reading(quantity, lead, limit, "share", name, quantity.before, end=end, share=True)

    def _completing(self, quantity: Quantity) -> str:
        """The verb before a fraction of targets that says what came of them (``đạt 9/10 chỉ tiêu``)."""
        if quantity.dimension != "plan":
            return ""
        before = self._folded[max(0, quantity.before - WINDOW) : quantity.before].rstrip()
        match = self._completed.search(before)
        return match.group() if match else ""

    def _fulfilled(self, quantity: Quantity, lead: Lead) -> str:
        """The verb of what was done of a number that was set (``kết nạp được 821/1.450 chỉ tiêu``)."""
        if quantity.total is None or quantity.measure is None or quantity.measure.key != "target":
            return ""
        comma = max(self._folded.rfind(",", lead.start, lead.end), lead.start - 1) + 1
        found = list(self._grammar.action_anywhere.finditer(self._folded, comma, lead.end))
        begin = found[0].start() if found else lead.start
        if not found or lead.end - begin > WINDOW or self._named_before(begin, lead.end):
            return ""
        return self._clean(begin, lead.end)

    def _done_to(self, quantity: Quantity, lead: Lead, limit: int) -> bool:
        """Whether those of whom this is the share did something or had it done (``100% đường được …``)."""
        if lead.verbal or not self._listed(lead) or self._votes(self._of(quantity.end)):
            return False
        match = self._deed_any.search(self._folded, quantity.end, min(limit, quantity.end + LONG_DEED))
        return match is not None and "," not in self._folded[quantity.end : match.start()]

    def _shared(self, start: int) -> bool:
        """Whether something begins here that a percentage can be a part of, but no votes."""
        several = self._several.match(self._folded, start)
        start = several.end() if several else start
        named = (
            self._grammar.weak_head.match(self._folded, start) is not None
            or self._counted(start)
            or bool(self._scan.hits_at(start, "indicator"))
        )
        return named and not self._votes(start) and self._owned.match(self._folded, start) is None

    def _turning(self, lead: Lead, begin: int) -> Lead:
        """The lead with the change that its name opens with (``giảm tỷ lệ hộ nghèo 1,5%``)."""
        if lead.verbal or lead.origin:
            return lead
        match = self._turned.search(self._folded[max(lead.start, begin - WINDOW) : begin].rstrip())
        if match is None:
            return lead
        kinds = self._grammar.functions[match.group()]
        return replace(lead, change=next(c for c in CHANGES if c in kinds))

    def _public(self, concept: str | None) -> bool:
        """Whether a concept is one that only places and public bodies have."""
        return concept is not None and self._lexicon.concept("indicator", concept).one("public") is not None

    def _counted(self, start: int) -> bool:
        """Whether a word that things are counted in begins here."""
        return any(
            self._folded.startswith(label, start)
            and not self._folded[start + len(label) : start + len(label) + 1].isalnum()
            for label in countable(self._lexicon)
        )

    def _votes(self, start: int) -> bool:
        """Whether votes or those who cast them are counted here."""
        if self._scan.hits_at(start, "indicator"):
            return False
        return any(self._folded.startswith(label, start) for label in voting(self._lexicon))

    def _twin(self, reading: Reading, quantity: Quantity) -> Reading:
        rule = "aimed" if quantity.goal else reading.rule
        return replace(reading, quantity=quantity, rule=rule, origin=False, action="", head="")

    def _commas(self, start: int, end: int) -> list[int]:
        """Where the parts between commas begin; a comma in a name or in brackets parts nothing."""
        names = self._scan.hits_within(start, end, "indicator")
        apart = [(name.start, name.end) for name in names]
        apart += [match.span() for match in _BRACKETS.finditer(self._folded, start, end)]
        return [
            match.end()
            for match in _COMMA.finditer(self._folded, start, end)
            if not any(low < match.start() < high for low, high in apart)
        ]

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
                most = LONG_NAME if self._kept.search(self._folded[begin:stop]) else NAME_WORDS
                short = len(self._folded[begin:stop].split()) <= most
                return (begin, stop, head) if short or self._brief(begin, stop) else None
        if previous is not None and previous.rule in ("measured", "elliptic"):
            return None
        if ":" in self._folded[lead.end : quantity.before]:
            begin = self._skip(lead.start, lead.end)
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
