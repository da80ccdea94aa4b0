"""Numbers that go on from the one before: what compares it, what was planned for it, what shares its name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from kg.lexicon import Concept
from kg.normalise import fold, modern
from kg.relate.bases import SHARE_WORDS
from kg.relate.clause_grammar import CHANGES
from kg.relate.clause_words import AMOUNTS, ELLIPSIS_WORDS, PART_END, SHORT
from kg.relate.elided import MEASURED, ElidedRules
from kg.relate.leads import WINDOW
from kg.relate.quantities import Quantity
from kg.relate.readings import FUNDED, Lead, Reading

_DONE = frozenset({"done", "undergone", "has", "share"})
_RANK, _SCORED = "rank", frozenset({"score", "ratio"})
_SIGNS = MappingProxyType({"(+": CHANGES[0], "(-": CHANGES[1], "(–": CHANGES[1]})
_RAISED = frozenset({"done", "worth", FUNDED})
_ONE_BY_ONE = frozenset({"party", "people"})


class FollowingRules(ElidedRules):
    """The rules for numbers that lean on the one before."""

    _by_unit: Mapping[str, Reading] = MappingProxyType({})
    """What was named last with each unit for somebody or some time (``triệu đồng/người/năm``)."""

    def _compared(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """The same counted thing with a change (``…, tăng hơn 1.500 hồ sơ so với năm 2015``)."""
        if previous is None or not lead.change or not quantity.measure or quantity.percent:
            return None
        if not self._blank(lead):
            return None
        party = quantity.dimension == previous.quantity.dimension == "party"
        same = quantity.measure in (previous.quantity.measure, self._counted_before(previous))
        several = previous.quantity.dimension in _ONE_BY_ONE and fold(quantity.unit) in self._bare
        same = same or (several and previous.rule in _DONE and self._base(quantity.end, limit) is not None)
        return self._again(quantity, lead, limit, previous) if same or party else None

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

    def _aimed(self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None) -> Reading | None:
        """What was planned for the thing just counted (``kết nạp 15 đảng viên (chỉ tiêu 12 đảng viên)``)."""
        if previous is None or quantity.measure is None:
            return None
        if quantity.measure not in (previous.quantity.measure, self._counted_before(previous)):
            return None
        said = fold(self._clean(lead.start, lead.end))
        raw = self._folded[previous.end : quantity.before].strip()
        goal = fold(previous.base).removeprefix(self._grammar.compare).lstrip()
        based = (raw == "(" or raw in self._aims) and self._goals.match(goal) is not None
        exceeded = raw.endswith("(") and self._exceeding.match(f"{said} ") is not None
        if self._comparing.search(said) is not None and not exceeded:
            return None
        said = said.lstrip("/ ")
        changed = lead.change and self._grammar.change_words.get(lead.change, "") not in previous.unit.split()
        if changed or previous.rule == "planned" or not (based or self._aim.fullmatch(said)):
            return None
        if quantity.percent and not lead.change:
            lead = replace(lead, change=self._changed_by(previous))
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

    def _changed_by(self, previous: Reading) -> str:
        """How a share before changed: what was planned for a rise is a rise (``tăng 6% (kế hoạch 9%)``)."""
        if not previous.quantity.percent:
            return ""
        said = previous.unit.split()
        return next((key for key in CHANGES[:2] if self._grammar.change_words[key] in said[1:2]), "")

    def _beyond(self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None) -> Reading | None:
        """How much more than planned it was (``vượt kế hoạch tỉnh giao 50 tỷ đồng``)."""
        if previous is None or quantity.measure is None or previous.quantity.dimension == "plan":
            return None
        if not (quantity.percent or self._same_measure(quantity, previous)):
            return None
        if self._folded[lead.end : quantity.before].strip() or previous.unit == quantity.unit == "%":
            return None  # what was planned (``đạt 38%, vượt chỉ tiêu 36%``, ``vượt kế hoạch (7,5%)``)
        begin = self._skip(lead.start, lead.end)
        more = self._exceeding.match(self._folded, begin, lead.end)
        if more is None or lead.verbal or len(self._folded[begin : lead.end].split()) > ELLIPSIS_WORDS:
            return None
        base = self._clean(more.end(), lead.end, trim=False)
        if self._goals.match(fold(base)) is None:
            return None
        lead = replace(lead, change=CHANGES[2])
        return self._reading(
            quantity, lead, limit, "again", previous.name, begin, concept=previous.concept, base=base
        )

    def _counted_before(self, previous: Reading) -> Concept | None:
        """The measure of what a comparison goes on from (``đạt 90% kế hoạch giao là 286 tỷ đồng``)."""
        for reading in (self._anchor, self._counted_last):
            if reading is not None and reading.name == previous.name:
                return reading.quantity.measure
        return None

    def _same_measure(self, quantity: Quantity, previous: Reading) -> bool:
        """Whether what was counted before is counted again, maybe in fewer words (``hộ``)."""
        if quantity.measure in (previous.quantity.measure, self._counted_before(previous)):
            return True
        return previous.quantity.unit.startswith(f"{quantity.unit} ") and bool(quantity.unit)

    def _signed(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """By how much what was counted rose or fell, with a sign in brackets (``giảm 1,6% (-673 ha)``)."""
        change = _SIGNS.get(self._folded[quantity.before - len("(-") : quantity.before])
        if change is None or previous is None or quantity.measure is None:
            return None
        lead = replace(lead, change=change, reached=False, origin=False)
        start = quantity.before
        return self._reading(
            quantity, lead, limit, "again", previous.name, start, concept=previous.concept, base=previous.base
        )

    def _counted_again(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """What was counted just before rose or fell (``342 hộ kinh doanh, tăng 152 hộ so với …``)."""
        if not lead.change or previous is None or not self._same_measure(quantity, previous):
            return None
        return self._again(quantity, lead, limit, previous)

    def _again(self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None) -> Reading | None:
        """Nothing but a verb between this number and the one before: the same thing, compared."""
        previous = previous or self._measured_so(quantity, lead) or self._summed_up(quantity, lead)
        if previous is None or quantity.measure is None:
            return None
        if not quantity.percent and not lead.change and self._part.search(self._before_number(quantity)):
            return None  # a part of what was counted
        own = self._grammar.deed.match(self._folded, self._of(quantity.end)) is not None
        if own and quantity.dimension == "party" and not lead.change:
            return None  # those of whom something else is told (``…; có 12 đảng viên bị khai trừ``)
        lead, base = self._change_before(quantity, lead)
        base = base or self._base_before(quantity, lead, previous)
        if not base and not self._blank(lead):
            return None
        counted = self._of_counted(quantity, lead, previous)
        bracketed = self._in_brackets(quantity, previous)
        if bracketed and not lead.change:
            lead, base = self._changed_too(lead, previous), base or previous.base
        lead = replace(lead, shared=lead.shared or counted)
        share = quantity.percent and not lead.shared and self._shared(self._of(quantity.end))
        if share and not self._base(quantity.end, limit):
            return None
        based = self._base(quantity.end, limit) is not None
        attained = quantity.percent and lead.reached
        if previous.rule == "done" and not (lead.change or based or attained or bracketed):
            return None
        if not quantity.percent and not based and self._apart(quantity, previous):
            return None
        ranked = previous.rule == "ranked" or previous.quantity.dimension in _SCORED
        placed = quantity.measure.key == _RANK and ranked
        comparing = quantity.percent or quantity.measure.key == "times" or placed
        same = self._same_measure(quantity, previous)
        summed = same and self._cumulated.search(self._folded, lead.start, quantity.before) is not None
        told = (lead.verbal or lead.origin) and (comparing or same or quantity.dimension in AMOUNTS)
        told = told or summed or self._paired(quantity, lead, previous)
        told = told or bracketed or counted
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

    def _before_number(self, quantity: Quantity) -> str:
        """The words of the sentence right before a number."""
        start = max(self._scan.sentence(quantity.start).start, quantity.before - WINDOW)
        return self._folded[start : quantity.before].rstrip()

    def _measured_so(self, quantity: Quantity, lead: Lead) -> Reading | None:
        """What was measured so before, where a sentence only tells how much it is at another time.

        ``Năm 2016, thu nhập đạt 27 triệu đồng/người/năm. Đến đầu năm 2019, đạt 35 triệu đồng/người/năm.``
        """
        return self._by_unit.get(quantity.unit) if quantity.denominator and lead.reached else None

    def _summed_up(self, quantity: Quantity, lead: Lead) -> Reading | None:
        """What the sentence before measured, where one opens with what it adds up to since a time.

        ``Xuất khẩu tháng 10 đạt 95 triệu USD, tăng 3%. Lũy kế 10 tháng ước đạt 840 triệu USD.``
        """
        sentence = self._scan.sentence(quantity.start)
        opens = self._skip(sentence.start, quantity.before)
        told = self._anchor if quantity.percent else self._counted_last
        if told is None or not lead.verbal or self._cumulated.match(self._folded, opens) is None:
            return None
        before = self._scan.sentence(told.start)
        near = before.end <= sentence.start and "\n" not in self._content[before.start : sentence.start]
        follows = near and not self._folded[before.end : sentence.start].strip()
        money = self._same_money(quantity, (told.quantity.measure,))
        return told if follows and (money or quantity.measure == told.quantity.measure) else None

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
        start = self._skip(lead.start, lead.end)
        joined = self._joining_word.match(self._folded, start, lead.end)
        start = joined.end() if joined is not None else start
        text = self._clean(start, lead.end)
        raw = " ".join(self._content[start : lead.end].split()).rstrip(" ,")
        if self._against.match(fold(text)):
            return modern(raw) if fold(raw).startswith(fold(text)) else text
        told = self._comparison_first.match(fold(raw)) is not None and len(raw.split()) <= ELLIPSIS_WORDS
        return modern(raw) if told and lead.change else ""

    def _paired(self, quantity: Quantity, lead: Lead, previous: Reading) -> bool:
        """Whether an amount goes on in another currency (``4.200 tỷ đồng và 85 triệu USD``)."""
        both = quantity.dimension == previous.quantity.dimension == "money"
        raw = self._folded[lead.start : quantity.before]
        return both and previous.rule == "measured" and self._grammar.joins.fullmatch(raw) is not None

    def _of_counted(self, quantity: Quantity, lead: Lead, previous: Reading) -> bool:
        """Whether a percentage is the share just counted (``45.000 người …, đạt tỷ lệ 95% dân số``)."""
        counted = previous.rule in _DONE or previous.quantity.total is not None
        counted = counted and not previous.quantity.percent
        between = f"{self._folded[previous.end : quantity.before].strip()} "
        return quantity.percent and counted and self._rate.search(between) is not None and self._blank(lead)

    def _in_brackets(self, quantity: Quantity, previous: Reading) -> bool:
        """Whether a percentage alone in brackets says how great a part was counted (``28 (45%)``)."""
        counted = min(previous.end, previous.quantity.end)
        opened = self._folded[counted : quantity.before].strip() == "("
        opened = opened or self._folded[previous.end : quantity.before].strip() == "("
        alone = self._folded.startswith(")", quantity.end)
        return quantity.percent and opened and alone and not previous.quantity.percent

    def _changed_too(self, lead: Lead, previous: Reading) -> Lead:
        """The lead of a percentage in brackets: how great the change was (``giảm 28 vụ (18,2%)``)."""
        told = previous.unit.removeprefix(previous.quantity.unit).split()[:1]
        changes = (change for change in CHANGES if told == [self._grammar.change_words.get(change, "")])
        return replace(lead, change=next(changes, lead.change))

    def _contributed(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """What a branch brings to the whole (``dịch vụ tăng 7%, đóng góp 43% vào mức tăng trưởng chung``)."""
        if previous is None or not quantity.percent or previous.rule not in MEASURED:
            return None
        said = self._contributes.fullmatch(fold(self._clean(lead.start, lead.end)))
        if said is None:
            return None
        end = self._limit(quantity.end, limit, SHARE_WORDS, PART_END)
        name = f"{previous.name} {said.group()} {self._clean(quantity.end, end)}".strip()
        begin = self._skip(lead.start, lead.end)
        return self._reading(quantity, lead, limit, "measured", name, begin, end=end)

    def _given(self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None) -> Reading | None:
        """What part of a whole somebody brings (``thành phố đóng góp 22% kinh tế cả nước``)."""
        if not quantity.percent:
            return None
        before = self._folded[max(lead.start, quantity.before - WINDOW) : quantity.before].rstrip()
        said = next((m for m in self._contributes.finditer(before) if m.end() == len(before)), None)
        whole = self._whole(quantity.end, limit) if said is not None else None
        if said is None or whole is None:
            return None
        begin = quantity.before - len(before) + said.start()
        lead = replace(lead, shared=True)
        return self._reading(quantity, lead, limit, "measured", said.group(), begin)

    def _worth(self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None) -> Reading | None:
        """What something done cost or covered (``…, với số tiền 18,6 tỷ đồng``)."""
        if previous is None or previous.rule not in _DONE or quantity.dimension not in AMOUNTS:
            return None
        said = self._clean(lead.start, lead.end)
        found = self._worth_end.search(fold(said))
        if found is None or found.start() > SHORT:
            return None
        of_what = said[found.start() :]
        concept = self._scan_concept(of_what)
        thing = previous.name.removeprefix(f"{previous.action} ") if previous.action else previous.name
        name = f"{of_what} {thing}" if concept is not None else f"{previous.name} {said}"
        begin = self._skip(lead.start, lead.end)
        return self._reading(quantity, lead, limit, "worth", name, begin, concept=concept)

    def _funded(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """Whose part of the money just told this is (``trong đó, ngân sách tỉnh 98 tỷ đồng, vốn vay …``)."""
        if previous is None or previous.rule not in _RAISED or quantity.dimension != "money":
            return None
        if previous.quantity.dimension != "money" or lead.change:
            return None
        start = self._skip(lead.start, lead.end)
        listing = self._parts.match(self._folded, start, lead.end)
        start = self._skip(listing.end(), lead.end) if listing is not None else start
        told = self._clean(start, lead.end)
        if self._pays.match(fold(told)) is None or len(told.split()) > ELLIPSIS_WORDS or "," in told:
            return None
        if self._grammar.money_action.search(fold(told)) is not None:
            return None
        whole = previous.action if previous.rule == FUNDED else previous.name
        return self._reading(quantity, lead, limit, FUNDED, f"{told} {whole}", start, action=whole)

    def _twin(self, reading: Reading, quantity: Quantity) -> Reading:
        rule = "aimed" if quantity.goal else reading.rule
        end = max(reading.end, quantity.end)
        return replace(reading, quantity=quantity, rule=rule, end=end, origin=False, action="", head="")
