"""Whether a number is a target or a result: the nearest word that tells, before it in its passage."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import IndicatorKind
from kg.relate.clauses import Reading
from kg.relate.wording import alternation, words

_CUES = "indicator-cue"
_RESULTING = frozenset({"programme", "plan", "scheme"})


@lru_cache(maxsize=4)
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(lexicon, _CUES, 'target', 'result')}(?!\w)")


class Expectations:
    """Targets and results of one text."""

    def __init__(self, scan: Scan, lexicon: Lexicon, published: int | None) -> None:
        self._scan = scan
        self._folded = scan.text.folded
        self._published = published
        self._pattern = _pattern(lexicon)
        self._targets = frozenset(words(lexicon, _CUES, "target"))

    def kind(self, reading: Reading, last_year: int | None) -> IndicatorKind:
        """What the words before a number make of it."""
        if reading.origin:
            return IndicatorKind.RESULT
        cue = self._cue(reading)
        if cue is not None:
            return cue
        if last_year is not None and self._published is not None and last_year > self._published:
            return IndicatorKind.TARGET
        measure = reading.quantity.measure
        if reading.rule == "planned" and measure is not None and measure.key not in _RESULTING:
            return IndicatorKind.TARGET
        return IndicatorKind.RESULT

    def _cue(self, reading: Reading) -> IndicatorKind | None:
        sentence = self._scan.sentence(reading.start)
        found = self._last(sentence.start, reading.quantity.before)
        if found is not None:
            return found
        index = self._scan.text.sentence_at(reading.start)
        if index == 0:
            return None
        previous = self._scan.text.sentences[index - 1]
        if self._folded[previous.start : previous.end].rstrip().endswith(":"):
            return self._last(previous.start, previous.end)
        return None

    def _last(self, start: int, end: int) -> IndicatorKind | None:
        found = None
        for match in self._pattern.finditer(self._folded, start, end):
            found = match
        if found is None:
            return None
        return IndicatorKind.TARGET if found.group() in self._targets else IndicatorKind.RESULT
