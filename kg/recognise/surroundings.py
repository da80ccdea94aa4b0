"""What stands around the label of an organisation: the next word, a unit, the office above."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from functools import cached_property

from kg.lexicon import Concept, Hit, Hits, Lexicon
from kg.mention import BodyMention, UnitMention, longest
from kg.model import Organization, Text, Unit
from kg.normalise import fold, modern
from kg.recognise.own_words import OwnWords
from kg.recognise.units import UnitReader
from kg.recognise.words import after_place, capital_run, looks_like_person

DASH = re.compile(r" [-–] ")
_DASHES = frozenset("-–")
_SHORT_FORM = re.compile(r" \([A-ZĐ]{2,6}(?: ?-? ?\d{1,3})?\)(?=,? )")
CENTRAL = "central"
GRASSROOTS = "grassroots-party-committee"
_MODIFIERS = frozenset({"modifier", "kept-modifier"})
_ADDRESSES = frozenset({"honorific", "rank"})
_HELD = frozenset({"former", "incumbent"})
_CONGRESS = "congress-cue"


class Surroundings(ABC):
    """What the readers of names of organisations know of one text."""

    def __init__(self, text: Text, hits: Hits, lexicon: Lexicon, units: UnitReader) -> None:
        self._content = text.content
        self._folded = text.folded
        self._lexicon = lexicon
        self._units = units
        self._year = lexicon.concept("cue", "year").label
        self._where = lexicon.concept("cue", "at").label
        self._many = fold(lexicon.concept("cue", "plural").label)
        self._hits = hits
        self._text = text
        self._at: dict[int, Hit] = {}
        for hit in hits.of("body"):
            if not (self._ends_in_a_name(hit) or self._is_congress(hit)):
                self._at.setdefault(hit.start, hit)
        self._fields = {h.start: h for h in longest(hits.of("field"))}
        self._abroad = {h.start for h in hits.of("country") if not h.weak}
        self._nation = {h.start: h for h in hits.of("region") if h.concept.key == "nation"}
        self._cues: dict[int, Hit] = {}
        self._at_cue: dict[int, Hit] = {}
        self._blocks: dict[int, int] = {}
        """Where words for a block of offices begin and end (``Đảng ủy [khối các cơ quan] tỉnh``)."""
        self._modifiers: dict[int, list[int]] = {}
        self._told: dict[int, int] = {}
        """Where a word for holding or having held a post begins, by where the title after it does."""
        for hit in hits.of("cue"):
            key = hit.concept.key
            if key in _HELD:
                self._told[hit.end + 1] = hit.start
            if key == "of":
                self._cues[hit.start] = hit
            elif key == "at":
                self._at_cue[hit.start] = hit
            elif key == "block":
                self._blocks[hit.start] = max(hit.end, self._blocks.get(hit.start, 0))
            elif key in _MODIFIERS:
                self._modifiers.setdefault(hit.start, []).append(hit.end)
        self._addressed = {h.end + 1 for h in hits.of("cue") if h.concept.key in _ADDRESSES}
        self._overlapping: set[int] = set()
        """Where an organisation would begin inside a title (``Trưởng [khoa …]``)."""
        self._entitled: dict[int, int] = {}
        """Where a title begins that an organisation right behind it, or within it, goes with."""
        self._memo: dict[tuple[int, bool], BodyMention | None] = {}

    def _ends_in_a_name(self, hit: Hit) -> bool:
        """Whether words in lower case run into the name of another body (``toàn [quốc Hội] Nông dân``)."""
        if not self._content[hit.start].islower():
            return False
        inside = self._hits.begun(hit.start + 1, hit.end, "body")
        return any(b.end > hit.end and self._content[b.start].isupper() for b in inside)

    def _is_congress(self, hit: Hit) -> bool:
        """Whether letters of a school mean a congress: those who hold one follow (``ĐH Đảng bộ xã X``)."""
        words = self._hits.at(hit.start, _CONGRESS)
        if not any(w.concept.key == "congress" and w.end == hit.end for w in words):
            return False
        if any(self._folded.startswith(f" {fold(q)} ", hit.end) for q in self._of_congresses):
            return True
        holders = (h.concept for h in self._hits.at(hit.end + 1, "body"))
        return any(
            c.one("side") == "party" or (c.one("side") == "front" and c.one("naming") == "full")
            for c in holders
        )

    @cached_property
    def _of_congresses(self) -> tuple[str, ...]:
        return self._lexicon.concept(_CONGRESS, "qualifier").strong

    @abstractmethod
    def at(self, start: int, *, relaxed: bool = False, depth: int = 0) -> BodyMention | None:
        """The organisation that begins at ``start``; ``relaxed`` accepts a weak label in lower case."""

    @cached_property
    def _names(self) -> OwnWords:
        """The reader of the words that are a name's own."""
        return OwnWords(self._text, self._hits, self._lexicon, self._units, self._at, self._fields)

    @cached_property
    def _titles(self) -> set[int]:
        """Where a title begins that is longer than the label of an organisation there (``Bộ trưởng``)."""
        titles = self._hits.of("role")
        return {h.start for h in titles if h.start in self._at and h.end > self._at[h.start].end}

    def _capital(self, start: int) -> bool:
        return self._content[start].isupper()

    def _capital_at(self, place: int) -> bool:
        return place < len(self._content) and (
            self._content[place].isupper() or self._content[place].isdigit()
        )

    def _is_person(self, start: int) -> bool:
        run = capital_run(self._content, start, 5)
        return looks_like_person(run, self._lexicon) and not after_place(run, self._lexicon)

    def _after(self, end: int) -> int:
        """Where the next word begins, over one blank and a word for `of`; ``end`` when nothing follows.

        A dash parts an office from the one that it belongs to (``Vụ Pháp chế - Bộ Tài chính``).
        """
        dash = DASH.match(self._content, end)
        if dash is not None and dash.end() in self._at and not self._names.bounds(dash.end()):
            return dash.end()
        if not self._content.startswith(" ", end):
            return end
        place = end + 1
        cue = self._cues.get(place)
        if cue is not None and self._content.startswith(" ", cue.end):
            return cue.end + 1
        return place

    def _beside(self, concept: Concept, end: int, place: int) -> bool:
        """Whether a dash before ``place`` joins two bodies of one unit (``HĐND - UBND huyện``), no whole."""
        dashed = self._content[end:place].strip() in _DASHES
        alike = concept.one("naming") == "full" or concept.one("side") == "party"
        return dashed and alike and self._at[place].concept.one("naming") == "full"

    def _over_short_form(self, end: int) -> int:
        """The end of a short form in brackets inside a name (``Sở Nội vụ (SNV) tỉnh``), else ``end``."""
        short = _SHORT_FORM.match(self._content, end)
        return short.end() if short is not None else end

    def _unit_after(self, end: int) -> UnitMention | None:
        """A unit with its type, or a province or district by bare name, right after ``end``."""
        place = self._after(end)
        if place == end:
            return None
        return self._units.at(place) or self._units.bare_at(place)

    @staticmethod
    def _governs(concept: Concept, unit: Unit) -> bool:
        """Whether an organisation of this kind can be one of the unit: departments are of provinces only."""
        return concept.level != 1 or not unit.name or unit.level == 1

    def _entitle(self, start: int, place: int) -> None:
        """What is above an organisation goes with the same title."""
        if start in self._entitled:
            self._entitled.setdefault(place, self._entitled[start])

    def _above(self, place: int, depth: int, *, relaxed: bool, loose: bool = False) -> BodyMention | None:
        """The organisation that another one is part of, at ``place``.

        After a title (``relaxed``) its name may go on in lower case; its label may be in lower case where a
        field of administration or, for several syllables, a capital follows; ``loose`` takes any label.
        """
        hit = self._at.get(place)
        if hit is None:
            return None
        fielded = hit.concept.one("naming") == "field" and hit.end + 1 in self._fields
        capitals = self._capital(place), self._capital_at(hit.end + 1)
        several = " " in self._content[place : hit.end]
        whole = capitals[0] and (capitals[1] or several or not hit.weak)
        part = relaxed and hit.concept.one("above") is not None
        whole = whole or ((several or part) and capitals[1])
        return self.at(place, depth=depth + 1, relaxed=fielded or (relaxed and (whole or loose)))

    def _fronted(self, place: int) -> bool:
        """Whether the bare word for an association follows (`Ủy viên Ban Thường vụ Hội`)."""
        hit = self._at.get(place)
        return hit is not None and self._capital(place) and hit.concept.one("side") == "front"

    def _unnamed(self, place: int) -> BodyMention | None:
        """A kind of organisation without a name (`Chánh Văn phòng sở`), which the article completes."""
        hit = self._at.get(place)
        if hit is None or hit.concept.one("naming") not in ("open", "field"):
            return None
        made = Organization(hit.concept.key, hit.concept.label, level=hit.concept.level)
        return BodyMention(hit.start, hit.end, made)

    def _abbreviated(self, field: Hit) -> bool:
        """Whether a field is written in capitals (``NN và PTNT``), apart from the word for `and`."""
        words = self._content[field.start : field.end].split()
        return any(len(w) > 1 and w.isupper() for w in words) and all(
            w.isupper() or not w[:1].isupper() for w in words
        )

    def _in_full(self, start: int, end: int) -> str:
        """The own words of a name with the abbreviated fields of administration written out."""
        parts: list[str] = []
        for place in range(start, end):
            field = self._fields.get(place)
            if field is not None and field.end <= end and self._abbreviated(field):
                parts += [self._content[start:place], field.concept.label]
                start = field.end
        return modern("".join([*parts, self._content[start:end]]))
