"""Whether a number is the nation's own: it acts, is named in what is measured, or is what is reported."""

from __future__ import annotations

from functools import cached_property

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import Unit
from kg.relate.clause_grammar import CUES
from kg.relate.readings import Reading
from kg.relate.relevance import FIRMS
from kg.relate.subjects import Subjects
from kg.relate.wording import ending, finder

_OPENING = 3


class Nationwide:
    """Which numbers of one text are the nation's own."""

    def __init__(self, scan: Scan, lexicon: Lexicon, subjects: Subjects) -> None:
        self._scan, self._subjects = scan, subjects
        self._nation, self._facility = finder(lexicon, CUES, "nation"), finder(lexicon, CUES, "facility")
        self._of = ending(lexicon, CUES, "name-of")
        self.place = Unit(lexicon.concept("region", "nation").label, "", "", 0)
        self._last = -1

    def holds(self, reading: Reading) -> bool:
        """Whether a number about nobody who is named is the nation's (``cả nước xuất siêu 2 tỷ USD``).

        So is what has a name of its own in an article that tells how the nation did, and opens with no firm;
        so is what its sentence goes on with.
        """
        sentence = self._scan.text.sentence_at(reading.start)
        told = self._holds(reading, goes_on=self._last == sentence)
        self._last = sentence if told else -1
        return told

    def _holds(self, reading: Reading, *, goes_on: bool) -> bool:
        start, number = self._scan.sentence(reading.start).start, reading.quantity.before
        if self._subjects.of_firms(reading) or self._scan.countries.within(start, number):
            return False
        if self._subjects.of_nation(reading) or self._measured(reading.start, number):
            return True
        known = (reading.concept is not None and not reading.action) or goes_on
        if not known or not self._subjects.national or self._of_firm:
            return False
        others = self._facility.search(self._scan.text.folded, start, reading.end) is not None
        return not others and not self._subjects.named(start, number)

    def _measured(self, start: int, end: int) -> bool:
        """Whether the nation ends the name of what is measured (``CPI cả nước``, ``nợ công của nước ta``)."""
        folded = self._scan.text.folded
        names = {hit.end + 1 for hit in self._scan.hits_within(start, end, "indicator")}
        places = (nation.start() for nation in self._nation.finditer(folded, start, end))
        return any(place in names or self._of.search(folded[start:place]) is not None for place in places)

    @cached_property
    def _of_firm(self) -> bool:
        """Whether a firm is named where the article opens."""
        opening = self._scan.text.sentences[:_OPENING]
        return any(b.organization.kind in FIRMS for b in self._scan.bodies.within(0, opening[-1].end))
