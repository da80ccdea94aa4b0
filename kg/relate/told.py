"""What reports count with verbs that say little elsewhere, and with the words between verb and number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.relate.clause_grammar import CUES
from kg.relate.counts import CountRules
from kg.relate.quantities import Quantity
from kg.relate.readings import TOLD, Lead, Reading
from kg.relate.wording import alternation, finder

_COUNTED = frozenset({"count", "money", "physical"})
_MONEY = frozenset({"money"})
_PEOPLE = frozenset({"people", "small"})
_PAUSES = re.compile(r", ")
_BROKEN = re.compile(r"[\d()“”\":]")
_NEAR, _SEVERAL, _MOST = 3, 2, 16
"""How far behind a pause somebody may be named first; the least that is counted; the words of a phrase."""


class ToldRules(CountRules):
    """The rule for what a report counts (``chuyển cơ quan điều tra xem xét 22 vụ việc``)."""

    _reporting = False
    """Whether the article as a whole tells what somebody did in numbers."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        super().__init__(scan, lexicon)
        self._did = finder(lexicon, CUES, "done")
        self._listing_words = finder(lexicon, CUES, "list")
        self._deed_told = _deed(lexicon)

    def _told(self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None) -> Reading | None:
        """The verb that opens the clause before a number, up to it, and the things counted."""
        several = quantity.value >= _SEVERAL and quantity.total is None and not quantity.denominator
        if not self._reporting or not several or quantity.bare or quantity.measure is None:
            return None
        if lead.verbal and not lead.got:
            return None
        if quantity.dimension not in _COUNTED | _PEOPLE or quantity.measure.one("vote"):
            return None
        if self._listing_words.search(self._folded, lead.end, quantity.before) is not None:
            return None
        if self._content[quantity.end + 1 : quantity.end + 2].isupper():
            return None  # they are named at once (``3 xã An Phú, An Lộc, An Thạnh``)
        begin = self._deed_begin(lead)
        deed = self._clean(begin, lead.end) if begin is not None else ""
        if begin is None or not deed or len(deed.split()) > _MOST or _BROKEN.search(deed):
            return None
        noun, end = self._noun(quantity, limit)
        name = deed if quantity.dimension in _MONEY else f"{deed} {noun}".strip()
        return self._reading(quantity, lead, limit, TOLD, name, begin, end=end, action=deed, noun=noun)

    def _deed_begin(self, lead: Lead) -> int | None:
        """Where the first verb stands that opens the clause, or goes on behind a pause or somebody named."""
        for begin in sorted(set(self._openings(lead))):
            verb = self._deed_told.match(self._folded, begin, lead.end)
            if verb is not None:
                return verb.start("verb")
        return None

    def _openings(self, lead: Lead) -> Iterator[int]:
        begin = self._skip(lead.start, lead.end)
        pauses = [begin, *(m.end() for m in _PAUSES.finditer(self._folded, begin, lead.end))]
        yield from pauses
        yield from (m.end() for m in self._did.finditer(self._folded, begin, lead.end))
        bodies, units = self._scan.bodies, self._scan.units
        for mention in (*bodies.within(begin, lead.end), *units.within(begin, lead.end)):
            if any(0 <= mention.start - pause <= _NEAR for pause in pauses):
                yield mention.end


@lru_cache(maxsize=4)
def _deed(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb that opens a clause, perhaps behind words for the past and for the whole nation."""
    also = alternation(lexicon, CUES, "done", "filler", "nation", "of-nation")
    verb = alternation(lexicon, CUES, "action", "money-action", "strong-action", "told")
    return re.compile(rf"\s?(?:{also}\s){{0,3}}(?P<verb>{verb})(?!\w)")
