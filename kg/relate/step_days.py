"""The day on which somebody was given a post or left it, as the words around the post tell it."""

from __future__ import annotations

import re

from kg.lexicon import Hit, Lexicon
from kg.mention import Scan
from kg.model import Sentence
from kg.relate.days import Day, days
from kg.relate.event_days import Calendar
from kg.relate.listed import Holding

_ONE_YEAR = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?![\d/]|\s?[-–]\s?\d)")
OPENS_YEAR = re.compile(r"(?:[^\W\d]+\s){1,3}(?:19|20)\d\d(?=[,\s])")
"""A year with which a sentence or clause opens (``Năm 2016, …``)."""
_LEADS = re.compile(r"(?:\s[^\W\d]+){1,2}\s")
_LASTING, _NEXT = frozenset({"from", "span", "span-to", "until-now"}), 6
_GROUNDS = "grounds"
_AFTER = 20


class StepDays:
    """The days of the steps that one text tells."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._lexicon = lexicon

    def of(self, holding: Holding, sentence: Sentence) -> str | None:
        """The day of a step in EDTF: the last one before the post, else the one right behind it, or its year.

        What a decision rests on has days of its own.
        """
        if any(h.concept.key == _GROUNDS for h in self._scan.hits_at(sentence.start, "cue")):
            return None
        told = list(days(self._scan, self._lexicon, sentence.start, holding.post.start))
        told = [day for day in told if not self._since_of_another(day, holding)]
        behind = max(holding.post.end, holding.person.end)
        after = days(self._scan, self._lexicon, behind, behind + _AFTER)
        told = told or [day for day in after if self._right_behind(behind, day.start)]
        if told:
            return Calendar(self._scan, self._lexicon).complete(told[-1]).edtf
        return self.year_behind(holding) or self._opening_year(holding, sentence)

    def _right_behind(self, end: int, start: int) -> bool:
        """Whether a word or two lead from a post to its day (``… làm R vào ngày 12/5``)."""
        return _LEADS.fullmatch(self._scan.text.content, end, start) is not None and not any(
            hit.concept.key in _LASTING for hit in self._cues(end, start)
        )

    def year_behind(self, holding: Holding) -> str | None:
        """The year right behind a post (``được bổ nhiệm R năm 2016``, ``… vào năm 2016``)."""
        end = max(holding.post.end, holding.person.end)
        told = _ONE_YEAR.search(self._scan.text.content, end, end + _AFTER)
        word = told is not None and any(h.concept.key == "year" for h in self._cues(end, told.start()))
        return told.group() if told is not None and word and self._right_behind(end, told.start()) else None

    def _opening_year(self, holding: Holding, sentence: Sentence) -> str | None:
        """The year that opens the clause of a step (``Năm 2016, ông A được bổ nhiệm R``)."""
        content = self._scan.text.content
        start = max(sentence.start, content.rfind(";", sentence.start, holding.post.start) + 1)
        start += content.startswith(" ", start)
        opens = OPENS_YEAR.match(content, start, holding.post.start)
        if opens is None or any(h.concept.key in _LASTING for h in self._cues(start, opens.end() + _NEXT)):
            return None
        told = _ONE_YEAR.search(content, start, holding.post.start)
        return told.group() if told is not None and told.end() == opens.end() else None

    def _since_of_another(self, day: Day, holding: Holding) -> bool:
        """Whether a day is since when somebody else holds a post (``… ông A kể từ ngày 15/6; R B``)."""
        begins = any(h.concept.key == "from" for h in self._cues(day.start - _AFTER, day.start))
        return begins and ";" in self._scan.text.content[day.end : holding.post.start]

    def _cues(self, start: int, end: int) -> list[Hit]:
        return self._scan.hits_within(start, end, "cue")
