"""The words before a number: verbs and fillers stripped off their end, and how what is left changed."""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.patterns import compiled
from kg.relate.bases import BaseWords
from kg.relate.clause_grammar import CHANGES, CUES
from kg.relate.quantities import Quantity
from kg.relate.readings import Lead
from kg.relate.wording import alternation, ending, words

PAUSE = re.compile(r"[\s,\-–+*•\"“”'(:]+$")
WINDOW = 40
_FILLING = frozenset({"filler"})


class LeadWords(BaseWords):
    """Reads the words that lead to the numbers of one text."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        super().__init__(scan, lexicon)
        self._shares = frozenset(words(lexicon, CUES, "share-verb"))
        self._kept = ending(lexicon, CUES, "name-end")
        self._turned = ending(lexicon, CUES, "rise", "fall")
        self._grows = compiled(rf"\s{alternation(lexicon, CUES, 'growing')}$")

    def _lead(self, start: int, quantity: Quantity) -> Lead:
        """Strip verbs and fillers from the end of the words before a number."""
        end, change, reached, giving = quantity.before, "", False, False
        origin = got = shared = False
        for _ in range(8):
            stop = PAUSE.search(self._folded[max(start, end - WINDOW) : end])
            trimmed = end - (len(stop.group()) if stop else 0)
            window = self._folded[max(start, trimmed - WINDOW) : trimmed]
            match = self._grammar.strip.search(window)
            if match is None or self._kept.search(window) is not None:
                end = trimmed
                break
            kinds = self._grammar.functions[match.group()]
            length = len(match.group())
            ends = self._names(start, trimmed, length) or self._within_verb(window, length)
            if kinds <= _FILLING and ends:
                end = trimmed
                break
            found = next((c for c in CHANGES if c in kinds), "")
            if quantity.bounded and not found:
                found = self._change_begun(match.group())
            if found and (change or (reached and found != "exceed")):
                change = change if change else ""
            elif found:
                change = found
            reached = reached or "reach" in kinds
            giving = giving or match.group() in self._grammar.giving
            got = got or match.group() in self._grammar.got
            shared = shared or match.group() in self._shares
            origin = origin or self._grammar.origin.search(match.group()) is not None
            end = trimmed - len(window) + match.start()
        origin = origin and quantity.comparator not in (">=", "<=")
        grown = self._growth_of(start, end) if quantity.percent and not (change or reached) else None
        if grown is not None:
            end, change = grown, CHANGES[0]
        return Lead(start, max(start, end), change, reached, giving, got, origin, shared)

    def _growth_of(self, start: int, end: int) -> int | None:
        """Where the name of a branch of the economy ends of which it is said how it grew."""
        growth = self._grows.search(self._folded[max(start, end - WINDOW) : end])
        if growth is None:
            return None
        stop = end - len(growth.group())
        hits = self._scan.hits_within(max(start, stop - 2 * WINDOW), stop, "indicator")
        if any(hit.end == stop and (hit.concept.one("sector") or hit.concept.one("public")) for hit in hits):
            return stop
        begin = self._skip(start, stop)
        alone = self._grammar.weak_head.match(self._folded, begin, stop)
        return stop if alone is not None and alone.end() == stop else None

    def _change_begun(self, words_: str) -> str:
        """The change in words that a range begins with (``tăng từ 8 - 10%``)."""
        verb = self._turned.search(words_.rpartition(" ")[0])
        return next((c for c in CHANGES if c in self._grammar.functions[verb.group()]), "") if verb else ""

    def _names(self, start: int, end: int, length: int) -> bool:
        """Whether the last ``length`` characters end an indicator's name (``xã nông thôn mới``)."""
        names = self._scan.hits_within(max(start, end - WINDOW), end, "indicator")
        return any(name.end == end and name.end - name.start > length for name in names)

    def _within_verb(self, words_: str, length: int) -> bool:
        """Whether the last ``length`` characters only end a verb of doing (``phát hiện``)."""
        verb = self._grammar.action.search(words_)
        return verb is not None and len(verb.group()) > length
