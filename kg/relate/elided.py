"""Numbers whose name is told in part: the rest is in the number before, or goes for all of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from kg.lexicon import Concept, Lexicon
from kg.normalise import fold
from kg.relate.clause_grammar import CHANGES, branches
from kg.relate.clause_words import ELLIPSIS_WORDS
from kg.relate.leads import WINDOW
from kg.relate.quantities import Quantity
from kg.relate.readings import Lead, Reading
from kg.relate.shares import ShareRules

_COUNTING = re.compile(r"\d\S*\s[^\W\d]")
_TOLD = re.compile(r"[\d;:,()]")
_BROKEN = re.compile(r"[\d;:()]")
_LISTED_WORDS, _SHORT = 10, 6
MEASURED = frozenset({"measured", "elliptic", "again"})


class ElidedRules(ShareRules):
    """The rules for numbers that share the name of the one before, or how it moved.

    ``_anchor`` is the number that was named last.
    """

    _anchor: Reading | None = None
    _counted_last: Reading | None = None
    """The number that was told last without being a share or a comparison."""
    _measures: AbstractSet[str] = frozenset()
    """What the thing named last was measured in."""

    def _elliptic(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """A few words that stand for the number before's name with another part."""
        if previous is None or previous.rule not in ("measured", "elliptic", "again"):
            return None
        known = quantity.measure is not None and quantity.measure.key in self._measures
        measures = [r.quantity.measure for r in (previous, self._anchor) if r is not None]
        known = known or self._same_money(quantity, measures)
        if not (known or quantity.measure in measures) or lead.change not in ("", "rise", "fall"):
            return None
        text = self._clean(lead.start, lead.end)
        only = self._only.match(fold(text)) or self._rest.match(fold(text))
        text = text[only.end() :].strip(" ,") if only is not None else text
        together = self._and.match(f" {fold(text)}")
        text = text[together.end() - 1 :] if together is not None else text
        if (
            not text
            or "(" in text
            or _COUNTING.search(text) is not None
            or len(text.split()) > ELLIPSIS_WORDS
            or self._grammar.action_anywhere.match(fold(text))
        ):
            return None
        named = self._other_end.sub("", self._and.sub(" ", fold(text)))
        if self._grammar.tail_word.search(named) or self._no_name.search(named):
            return None
        begin = self._skip(lead.start, lead.end)
        place = self._scan.units.at(begin)
        if place is not None and fold(text) == self._folded[place.start : place.end]:
            same, head, concept = previous.name, previous.head, previous.concept
            return self._reading(quantity, lead, limit, "elliptic", same, begin, concept=concept, head=head)
        if self._expecting.fullmatch(fold(text)):
            same, head, concept = previous.name, previous.head, previous.concept
            return self._reading(quantity, lead, limit, "again", same, begin, concept=concept, head=head)
        if only is not None and self._several.match(f"{fold(text)} ") and previous.rule in MEASURED:
            name = f"{previous.name} {text}"
            return self._reading(quantity, lead, limit, "elliptic", name, begin, concept=previous.concept)
        part = self._parts.match(self._folded, begin, lead.end) is not None
        if self._complete(previous, begin) and not part:
            concept = self._concept(begin, lead.end)
            return self._reading(quantity, lead, limit, "elliptic", text, begin, concept=concept)
        name = self._combine(previous, text, part=part)
        return self._reading(
            quantity,
            lead,
            limit,
            "elliptic",
            name,
            begin,
            concept=self._scan_concept(name) or self._elided(previous, begin, lead.end),
            head=self._shared_head(previous.head, text, part=True) if part else previous.head,
        )

    def _ranked(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """The place among so many of what is measured (``chỉ số PCI đạt 65 điểm, xếp thứ 31/63 tỉnh``)."""
        verb = self._ranks.search(self._folded, lead.start, quantity.before)
        if verb is None:
            return None
        head = self._head(lead.start, verb.start())
        if head is not None:
            name = self._clean(head[0], verb.start())
        elif previous is not None and previous.rule in MEASURED:
            name = previous.name
        else:
            return None
        concept = self._scan_concept(name)
        return self._reading(quantity, lead, limit, "ranked", name, verb.start(), concept=concept, share=True)

    def _moved_too(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """One of several things told in a row that rose or fell (``thép tăng 18%, xi măng tăng 6%``)."""
        if not quantity.percent or lead.change not in CHANGES[:2] or lead.reached:
            return None
        text = self._clean(lead.start, lead.end)
        if not 0 < len(text.split()) <= _LISTED_WORDS or _TOLD.search(text) is not None:
            return None
        if previous is not None:
            moved = any(word in previous.unit.split() for word in self._grammar.change_words.values())
            listed = self._next_of_list.match(self._folded, lead.start) is not None
            if not (moved and listed and previous.quantity.percent):
                return None
        elif lead.start != self._scan.sentence(quantity.start).start or not self._more_moves(quantity):
            return None
        if self._grammar.action_anywhere.match(fold(text)) or self._no_name.search(fold(text)):
            return None
        if self._grammar.tail_word.match(fold(text)) or self._turning_away.match(f", {fold(text)}"):
            return None
        begin = self._skip(lead.start, lead.end)
        return self._reading(quantity, lead, limit, "elliptic", text, begin)

    def _amount_too(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """Another amount in a passage of amounts (``Vé tham quan đạt 43 tỷ đồng, …; bán hàng đạt …``)."""
        last = self._counted_last
        if quantity.dimension != "money" or not lead.reached or lead.change or last is None:
            return None
        told, here = self._scan.sentence(last.start), self._scan.sentence(quantity.start)
        near = told == here or "\n" not in self._content[told.end - 1 : here.start]
        goes_on = last.quantity.dimension == "money" and near and told.end >= here.start - 1
        opens = lead.start == here.start or self._folded[lead.start - 1 : lead.start] == ";"
        text = self._clean(lead.start, lead.end)
        if not (goes_on and opens and 1 < len(text.split()) <= _SHORT):
            return None
        if _BROKEN.search(text) or self._no_name.search(fold(text)) or self._scan.units.at(lead.start):
            return None
        begin = self._skip(lead.start, lead.end)
        if fold(text) in _until_now(self._lexicon):
            return self._reading(quantity, lead, limit, "again", last.name, begin, concept=last.concept)
        return self._reading(quantity, lead, limit, "measured", text, begin)

    def _more_moves(self, quantity: Quantity) -> bool:
        """Whether something else of a list rose or fell as well."""
        return self._next_moves.match(self._folded, quantity.end) is not None

    def _same_money(self, quantity: Quantity, measures: Sequence[Concept | None]) -> bool:
        """Whether an amount is in the currency of those before, by the million or the billion."""
        if quantity.dimension != "money" or quantity.measure is None:
            return False
        currency = quantity.measure.label.split()[-1]
        return any(m is not None and m.label.split()[-1] == currency for m in measures)

    def _complete(self, previous: Reading, start: int) -> bool:
        """Whether the name before says all, so that these words name something else."""
        partial = self._grammar.weak_head.match(self._folded, start) or any(
            h.concept.one("sector") for h in self._scan.hits_at(start, "indicator")
        )
        part = self._folded[start : start + WINDOW].split()[0] in fold(previous.name).split()[1:]
        whole = previous.name.lower() == previous.head.lower()
        known = self._scan_concept(previous.name) is not None and whole
        return known and not partial and not part

    def _elided(self, previous: Reading, start: int, end: int) -> str | None:
        """The concept of a name of which a part is left out."""
        branch = previous.concept is not None and self._lexicon.concept("indicator", previous.concept).one(
            "sector"
        )
        return previous.concept if previous.head and not branch else self._concept(start, end)

    def _combine(self, previous: Reading, text: str, *, part: bool) -> str:
        first = fold(text).split()[0]
        parts = previous.name.split()
        folded = [fold(part) for part in parts]
        if first in folded[1:]:
            return " ".join([*parts[: folded.index(first)], text])
        head = self._shared_head(previous.head, text, part=part)
        return f"{head} {text}" if head else text

    def _shared_head(self, head: str, text: str, *, part: bool) -> str:
        """The words that another branch of the economy shares (``giá trị sản xuất [nông nghiệp]``).

        So does a part of what is told (``sản lượng thủy sản …, trong đó tôm 4.800 tấn``).
        """
        folded = fold(text)
        if not part and not any(f"{folded} ".startswith(f"{branch} ") for branch in branches(self._lexicon)):
            return head
        words = fold(head).split()
        counts = (n for n in range(len(words) - 1, 0, -1) if self._scan_concept(" ".join(words[:n])))
        return " ".join(head.split()[: next(counts, len(words))])


@lru_cache(maxsize=4)
def _until_now(lexicon: Lexicon) -> frozenset[str]:
    """Words that only say until when (``…; đến nay đạt 320 tỷ đồng``)."""
    return frozenset(fold(label) for label in lexicon.concept("cue", "until-now").strong)
