"""The way that a number of accidents is about: road, rail or water, where a part of its sentence opens so."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.normalise import fold
from kg.patterns import compiled
from kg.relate.clause_grammar import CUES
from kg.relate.readings import Reading
from kg.relate.wording import alternation

_OF_TRAFFIC = frozenset({"traffic-accidents", "traffic-deaths", "traffic-injuries"})


class Ways:
    """Tells for the numbers of one text, in their order, on which way it happened."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        way = alternation(lexicon, CUES, "traffic-way")
        self._way = compiled(rf"(?:(?<=[,;:] )|(?<=\n)|^)(?:[^\W\d]+\s){{0,2}}(?P<way>{way})(?!\w)")
        self._compares = compiled(rf"{fold(lexicon.concept('change', 'compared-with').label)}(?!\w)")
        self._last: tuple[int, str] = -1, ""

    def name(self, reading: Reading) -> str:
        """The name of what a number measures, with the way if it is one of accidents on one."""
        if reading.concept not in _OF_TRAFFIC:
            return reading.name
        way = self._of(reading)
        return reading.name if not way or way in fold(reading.name) else f"{reading.name} {way}"

    def _of(self, reading: Reading) -> str:
        """The way told last before a number; a sentence that only compares is about the one before."""
        index = self._scan.text.sentence_at(reading.start)
        start = self._scan.text.sentences[index].start
        told = [m["way"] for m in self._way.finditer(self._scan.text.folded[start : reading.quantity.start])]
        compared = self._compares.match(self._scan.text.folded, start) is not None
        if not told and compared and index - 1 <= self._last[0] <= index:
            told = [self._last[1]]
        self._last = index, told[-1] if told else ""
        return self._last[1]
