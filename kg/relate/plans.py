"""The counted parts of plans: targets, tasks, solutions, programmes."""

from __future__ import annotations

from kg.normalise import fold
from kg.relate.clause_words import ELLIPSIS_WORDS, PART_END
from kg.relate.having import HavingRules
from kg.relate.leads import WINDOW
from kg.relate.quantities import Quantity
from kg.relate.readings import MET, Lead, Reading


class PlanRules(HavingRules):
    """The rules for what plans count."""

    def _came_of(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """How many targets of a plan were met, or not (``20 chỉ tiêu đạt kế hoạch, 4 chỉ tiêu chưa đạt``)."""
        target = quantity.measure is not None and quantity.measure.key == "target"
        if not target or quantity.total is not None:
            return None
        came = self._came_to.match(self._folded, quantity.end, limit)
        if came is None:
            return None
        end = self._limit(came.end(), limit, ELLIPSIS_WORDS, PART_END)
        joined = self._joining.search(self._folded, came.end(), end)
        end = joined.start() if joined is not None else end
        name = self._clean(self._noun_start(quantity), end, trim=False)
        return self._reading(quantity, lead, limit, MET, name, quantity.before, end=end, share=True)

    def _planned(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """The counted parts of a plan: targets, tasks, programmes."""
        if quantity.dimension not in ("plan", "document") or quantity.total is not None:
            return None
        listed = previous is not None and previous.rule == "planned" and self._blank(lead)
        if quantity.dimension == "document" and not listed and not self._programme(quantity):
            return None
        topic = ""
        if (
            previous is not None
            and previous.rule == "planned"
            and quantity.measure == previous.quantity.measure
        ):
            topic = self._listed_topic(lead)
        raw = self._folded[max(lead.start, quantity.before - WINDOW) : quantity.before].rstrip()
        if (
            not listed
            and not topic
            and raw
            and not raw.endswith((",", ":", "-"))
            and not (raw.endswith("(") and previous is not None)
            and not self._headed_by(quantity, lead)
            and not self._grammar.plan_verb.search(raw)
            and not self._joined(quantity, lead)
        ):
            return None
        noun, end = self._noun(quantity, limit)
        topic = topic or self._headed_by(quantity, lead)
        name = f"{noun} {topic}".strip()
        return self._reading(quantity, lead, limit, "planned", name, quantity.before, end=end, noun=noun)

    def _listed_topic(self, lead: Lead) -> str:
        """What the parts of a plan are about that are counted next (``trong đó kinh tế [6 chỉ tiêu]``)."""
        parts = self._parts.match(self._folded, self._skip(lead.start, lead.end), lead.end)
        topic = self._clean(parts.end() if parts else lead.start, lead.end)
        return topic if 0 < len(topic.split()) <= ELLIPSIS_WORDS else ""

    def _headed_by(self, quantity: Quantity, lead: Lead) -> str:
        """The heading whose targets are counted in brackets (``Về kinh tế (11 chỉ tiêu)``)."""
        opened = self._folded[lead.end : quantity.before].strip() == "("
        if not opened or not self._folded.startswith(")", quantity.end):
            return ""
        topic = self._clean(lead.start, lead.end)
        return topic if self._about.match(fold(topic)) and len(topic.split()) <= ELLIPSIS_WORDS else ""

    def _joined(self, quantity: Quantity, lead: Lead) -> bool:
        """Whether a plan sets this and something else that it counts (``đề ra 4 nhóm và 22 chỉ tiêu``)."""
        raw = self._folded[lead.start : quantity.before]
        start = max(self._scan.sentence(quantity.start).start, lead.start - WINDOW)
        together = self._also.fullmatch(raw) is not None and raw.strip() != ""
        return together and self._planning.search(self._folded, start, lead.start) is not None

    def _programme(self, quantity: Quantity) -> bool:
        return quantity.measure is not None and quantity.measure.key in ("programme", "scheme", "plan")
