"""Shares: a percentage or fraction of what follows it."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.normalise import fold
from kg.relate.bases import SHARE_WORDS
from kg.relate.clause_grammar import countable, voting
from kg.relate.clause_words import (
    AMOUNTS,
    ELLIPSIS_WORDS,
    LONG_DEED,
    LONG_PART,
    LONG_SHARE,
    PART_END,
    SHARE_END,
)
from kg.relate.leads import WINDOW
from kg.relate.plans import PlanRules
from kg.relate.quantities import Quantity
from kg.relate.readings import MET, Lead, Reading

_EACH = re.compile(r"/[^\W\d]+$")
_LONG, _BARE = 160, 3
_NUMBER = re.compile(r"\d")
_TARGET = "target"
_PRODUCT, _SCORES = "gross-product", frozenset({"point", "rank"})


class ShareRules(PlanRules):
    """The rules for shares."""

    def _share(self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None) -> Reading | None:
        """A percentage or fraction of what follows."""
        if not quantity.percent and quantity.total is None:
            return None
        if quantity.measure is None or quantity.measure.one("vote") or quantity.dimension in AMOUNTS:
            return None
        if quantity.measure.key in _SCORES:
            return None
        if quantity.percent and (lead.shared or self._of_product(quantity)):
            return None
        if quantity.percent and not (
            self._shared(self._of(quantity.end)) or self._done_to(quantity, lead, limit)
        ):
            return None
        about = self._about_which(quantity, lead, previous)
        if about:
            return self._reading(quantity, lead, limit, "share", about, quantity.before, share=True)
        start = self._of(quantity.end) if quantity.percent else self._noun_start(quantity)
        end = self._share_end(start, limit)
        turned = self._turning_away.search(self._folded, start, end)
        end = turned.start() if turned is not None else end
        end = max(end, quantity.end)
        said = f"{self._clean(start, end, trim=False)} {self._after_brackets(end, limit)}".strip()
        name = f"{said} {self._completing(quantity)}".strip()
        name = self._fulfilled(quantity, lead) or name
        if not name or (lead.reached and quantity.percent and self._of_what_was_counted(quantity, name)):
            return None
        upward = self._upward.search(fold(name)) if lead.origin and quantity.comparator == "=" else None
        if upward is not None:  # `có từ 80% chi bộ hoàn thành tốt nhiệm vụ trở lên`
            quantity, lead = replace(quantity, comparator=">="), replace(lead, origin=False)
            name = name[: upward.start()].rstrip()
        quantity, name = self._with_bound(quantity, name)
        each = _EACH.search(name)
        name = name[: each.start()] if each is not None else name
        reading = self._reading(quantity, lead, limit, "share", name, quantity.before, end=end, share=True)
        return replace(reading, unit=reading.unit + each.group()) if each is not None else reading

    def _made_so(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """A share of what was made so, behind the words for that (``đường xã được nhựa hóa 100%``)."""
        made = self._made.search(self._folded, lead.start, lead.end) if quantity.percent else None
        if made is None or lead.change or lead.end - made.start() > _LONG:
            return None
        begin = self._skip(max(self._folded.rfind(", ", lead.start, made.start()), lead.start), made.start())
        name = self._clean(begin, lead.end)
        if _NUMBER.search(name) is not None or not 1 < len(name.split()) <= SHARE_WORDS:
            return None
        return self._reading(quantity, lead, limit, "measured", name, begin)

    def _of_what_was_counted(self, quantity: Quantity, name: str) -> bool:
        """Whether it is a share of what was planned for a number before (``…, đạt 100% chỉ tiêu giao``)."""
        if self._goals.match(fold(name)) is None or self._deed_any.search(fold(name)) is not None:
            return False
        low = self._scan.sentence(quantity.start).start
        before, comma, reached = self._folded[low : quantity.before].rpartition(", ")
        return bool(comma) and len(reached.split()) <= _BARE and _NUMBER.search(before) is not None

    def _with_bound(self, quantity: Quantity, name: str) -> tuple[Quantity, str]:
        """A share whose bound stands behind what is counted (``80% chi bộ [trở lên] hoàn thành tốt``)."""
        folded = fold(name)
        bound = self._grammar.more.search(folded) if quantity.comparator == "=" else None
        if bound is None or bound.end() == len(name) or self._deed_any.search(folded, 0, bound.start()):
            return quantity, name
        sign = ">=" if bound.group() in self._more_words else "<="
        return replace(quantity, comparator=sign), f"{name[: bound.start()].rstrip()}{name[bound.end() :]}"

    def _met(self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None) -> Reading | None:
        """Targets behind the verb that says what came of them (``huyện hoàn thành tất cả 21 chỉ tiêu``)."""
        target = quantity.measure is not None and quantity.measure.key == _TARGET
        if not target or quantity.total is not None:
            return None
        start = max(lead.start, quantity.before - WINDOW)
        met = self._met_all.search(self._folded[start : quantity.before].rstrip())
        opens = self._scan.sentence(quantity.start).start
        if met is None or self._expecting.search(self._folded, opens, start + met.start()) is not None:
            return None
        end = self._limit(quantity.end, limit, ELLIPSIS_WORDS, PART_END)
        name = f"{self._clean(self._noun_start(quantity), end, trim=False)} {met['met']}"
        joined = self._joins.match(self._folded, end, limit)
        if joined is not None and self._counted(joined.end()):  # `21 chỉ tiêu, nhiệm vụ đề ra`
            end = self._limit(joined.end(), limit, ELLIPSIS_WORDS, PART_END)
        begin = start + met.start()
        return self._reading(quantity, lead, limit, MET, name, begin, end=end, share=True)

    def _about_which(self, quantity: Quantity, lead: Lead, previous: Reading | None) -> str:
        """Targets by what they are about, in a list (``18 chỉ tiêu, trong đó kinh tế 4/4 chỉ tiêu; …``)."""
        if previous is None or quantity.dimension != "plan" or previous.quantity.dimension != "plan":
            return ""
        topic = self._listed_topic(lead)
        joined = self._and.match(f" {fold(topic)}")
        topic = topic[joined.end() - 1 :] if joined is not None else topic
        folded = fold(topic)
        verb = self._completed.search(folded) or self._grammar.possess.search(folded)
        if not topic or lead.verbal or lead.got or verb is not None:
            return ""
        return f"{self._content[self._noun_start(quantity) : quantity.end].strip().lower()} {topic}"

    def _of_product(self, quantity: Quantity) -> bool:
        """Whether a percentage is one of the gross product (``40% GRDP``): that is a measure, no thing."""
        hits = self._scan.hits_at(self._of(quantity.end), "indicator")
        return any(hit.concept.key == _PRODUCT for hit in hits)

    def _share_end(self, start: int, limit: int) -> int:
        """Where the words of a share end: at the sentence's, before others (``…, nhiều chỉ tiêu``, ``…, 3``).

        Where another number follows they end at the first comma, unless that only lists whose share it is
        (``80% cán bộ, công chức được bồi dưỡng``).
        """
        end = self._limit(start, limit, LONG_SHARE, SHARE_END)
        if limit < self._scan.sentence(start).end or end - start > _LONG:
            end = self._limit(start, limit, LONG_PART, PART_END)
            bare = len(self._folded[start:end].split()) <= _BARE
            listed = self._folded.startswith(", ", end) and end + 2 < limit
            listed = listed and self._rate.match(f"{self._folded[end + 2 : limit]} ") is None
            if bare and listed and self._turns_verb.match(self._folded, end + 2, limit) is None:
                end = self._limit(end + 2, limit, SHARE_WORDS, PART_END)
        ruled = self._ruled.search(self._content, start, end)
        end = ruled.start() if ruled is not None else end
        comma = self._folded.find(", ", start, end)
        while comma >= 0:
            counted = self._folded[comma + 2 : comma + 3].isdigit()
            if counted or self._others.match(self._folded, comma + 2) or self._another_acts(start, comma):
                return comma
            comma = self._folded.find(", ", comma + 1, end)
        return end

    def _another_acts(self, start: int, comma: int) -> bool:
        """Whether a place does something after what others did (``…, huyện được công nhận``)."""
        unit = self._scan.units.at(comma + 2)
        if unit is None or self._deed_any.search(self._folded, start, comma) is None:
            return False
        return self._deed_any.match(self._folded, unit.end + 1) is not None

    def _after_brackets(self, end: int, limit: int) -> str:
        """The words of a share that follow its percentage in brackets (``15/18 xã (83%) đạt chuẩn …``)."""
        after = self._past_brackets(self._of(end))
        if after <= self._of(end):
            return ""
        sentence = self._scan.sentence(end).end
        return self._clean(after, self._limit(after, sentence, SHARE_WORDS, PART_END), trim=False)

    def _completing(self, quantity: Quantity) -> str:
        """The verb before a fraction of targets that says what came of them (``đạt 9/10 chỉ tiêu``)."""
        if quantity.dimension != "plan":
            return ""
        before = self._folded[max(0, quantity.before - WINDOW) : quantity.before].rstrip()
        match = self._completed.search(before)
        return match.group() if match else ""

    def _fulfilled(self, quantity: Quantity, lead: Lead) -> str:
        """The verb of what was done of a number that was set (``kết nạp được 821/1.450 chỉ tiêu``)."""
        if quantity.total is None or quantity.measure is None or quantity.measure.key != _TARGET:
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
