"""Badges of party membership, by years (``Huy hiệu 65 năm tuổi Đảng có 1 đồng chí; 55 năm: 3``)."""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.normalise import fold, modern
from kg.patterns import compiled
from kg.relate.clause_grammar import CUES
from kg.relate.quantities import Quantity
from kg.relate.readings import Lead, Reading
from kg.relate.undergone import UndergoneRules
from kg.relate.wording import alternation, finder

_BEFORE = 60
_PEOPLE = frozenset({"people", "party"})
_YEARS = re.compile(r"(?<!\d)\d\d(?!\d)")


class BadgeRules(UndergoneRules):
    """The rule for those who got a badge, in a list by years of membership."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        super().__init__(scan, lexicon)
        badge, age = alternation(lexicon, CUES, "badge"), alternation(lexicon, CUES, "party-age")
        year = alternation(lexicon, CUES, "year")
        years = rf"(?P<years>[3-9]\d)(?P<stood>(?:\s{year})?(?P<age>\s{age})?)(?!\w)"
        link = alternation(lexicon, CUES, "possess", "giving", "being")
        self._badge = finder(lexicon, CUES, "badge")
        linked = rf"(?:\s?[:(–-]|(?:\s{link}){{1,2}})?\s?$"
        self._badge_ahead = compiled(rf"(?<!\w)(?P<badge>{badge}\s)?{years}{linked}")
        self._stood = compiled(rf"(?<!\w){years}")

    def _badged(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """How many got the badge that stands before them, or behind them in a list that tells of badges."""
        counted = quantity.dimension in _PEOPLE or quantity.measure is None
        if not counted or quantity.percent or quantity.total is not None or quantity.denominator:
            return None
        sentence = self._scan.sentence(quantity.start).start
        told = previous is not None and previous.start >= sentence and self._badge.search(fold(previous.name))
        low = max(sentence, quantity.before - _BEFORE)
        ahead = self._badge_ahead.search(self._folded[low : quantity.before])
        if ahead is not None and ahead["stood"] and (ahead["badge"] or told) and quantity.measure is not None:
            begin = low + ahead.start()
            if not ahead["badge"] and previous is not None:
                name = _YEARS.sub(ahead["years"], previous.name)
            else:
                name = modern(" ".join(self._content[begin : low + ahead.end("stood")].split()))
            name = name[0].lower() + name[1:]
            return self._reading(quantity, lead, limit, "has", name, quantity.before, noun=quantity.unit)
        return self._badge_after(quantity, lead, limit, previous if told else None)

    def _badge_after(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """A count with the years right behind it (``…, 5 đồng chí 40 năm``, ``3 đảng viên 55 tuổi đảng``).

        ``previous`` is the number of badges told last in the sentence; without one it must speak of badges.
        """
        behind = self._stood.match(self._folded, quantity.end + 1)
        if behind is None or not behind["stood"] or quantity.measure is None:
            return None
        name = _YEARS.sub(behind["years"], previous.name) if previous is not None else ""
        start = self._scan.sentence(quantity.start).start
        if not name and behind["age"] and self._badge.search(self._folded, start, quantity.start):
            name = self._content[self._noun_start(quantity) : behind.end()]
        if not name:
            return None
        return self._reading(
            quantity, lead, limit, "has", name, quantity.before, end=behind.end(), noun=quantity.unit
        )
