"""Organisations: a kind's label, then what completes its name (a unit, a committee, a field, own words).

How a kind is completed is a property of its concept (``voc:naming``):

=============  ==========================================================================
``fixed``      the label is the whole name (Bộ Chính trị)
``bare``       label and the unit's name without its type (Tỉnh ủy Quảng Ninh)
``full``       label and the unit with its type (Ủy ban nhân dân thành phố Chí Linh)
``of``         part of another organisation, which follows (Ban Thường vụ Tỉnh ủy)
``committee-of`` the party organisation of a unit, written as the committee of that level
``field``      label and a field of administration, then the unit (Sở Nội vụ tỉnh …)
``open``       label and words of its own, or a number where ``voc:numbered`` says so (Quân khu 9)
=============  ==========================================================================
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property, lru_cache

from kg.lexicon import Concept, Hit, Hits, Lexicon
from kg.mention import BodyMention, CountryMention, Track, UnitMention, longest
from kg.model import Organization, Text, Unit
from kg.normalise import fold, modern, syllable
from kg.recognise.own_words import OwnWords
from kg.recognise.units import UnitReader
from kg.recognise.words import capital_run, looks_like_person, surnames

_GAP = re.compile(r" ?[-–]? ?")
_APPOSED = re.compile(r", | \(")
_DASH = re.compile(r" [-–] ")
_DASHES = frozenset("-–")
_SHORT_FORM = re.compile(r" \([A-ZĐ]{2,6}(?: ?-? ?\d{1,3})?\)(?=,? )")
_SYLLABLE = re.compile(r"[^\W\d_]+")
_TASKS = re.compile(r"(?:, [^\W\d_A-ZĐ]+(?: [^\W\d_A-ZĐ]+){1,6}){1,3}(?=,? [A-ZĐ])")
_AFTER_DASH = re.compile(r"(?<=[^\W\d_A-ZĐ]) [-–] (?:[A-ZĐ]{3,8}|[A-ZĐ]{1,2} ?\d{1,3})$")
"""A short form told after the name (``Phòng Thương mại và Công nghiệp Việt Nam - VCCI``)."""
_PERSON_BEFORE = re.compile(r"((?:[^\W\d_]+ ){1,4}[^\W\d_]+)(?:, | [-–] | ?(\())$")
"""A name, and what parts it from the title after it."""
_REGION = re.compile(r" (?:\d{1,2}|[IVX]{1,4})(?!\w|[.,/%]\d)")
_NUMBER = re.compile(r" (\d{1,3})(?!\w|[.,/%]\d)")
_DEPTH = 4
_OF_DISTRICTS = 2
_OF_PROVINCES = 1
_ENTERPRISES = frozenset({"company", "corporation", "economic-group", "bank"})
_GOVERNING = frozenset({"board-of-directors", "members-council", "supervisory-board"})
"""Boards that are named after their company alone, so that a person's name behind them is a holder's."""
_CENTRAL = "central"
_BOARD = "board"
_STEERING = "steering-committee"
_ORGANIZING, _EVENT_BOARD = "organization-board", "event-board"
"""The party's, unless a name follows (``Ban tổ chức Giỗ Tổ Hùng Vương``)."""
_BRANCH, _VILLAGE = "party-branch", "village"
_COMMUNE = 3
_PURPOSE = 3
"""So many syllables tell a purpose in lower case (``nông thôn mới``); fewer may be a verb."""
_CENTRALS = frozenset({"central", "central-committee"})
_EXECUTIVE, _STANDING = "executive-committee", "standing-committee"
_MODIFIERS = frozenset({"modifier", "kept-modifier"})
_ADDRESSES = frozenset({"honorific", "rank"})
_HELD = frozenset({"former", "incumbent"})


class BodyReader:
    """Reads organisations at given places of one text."""

    def __init__(self, text: Text, hits: Hits, lexicon: Lexicon, units: UnitReader) -> None:
        self._content = text.content
        self._folded = text.folded
        self._lexicon = lexicon
        self._units = units
        self._hits = hits
        self._text = text
        self._at: dict[int, Hit] = {}
        for hit in hits.of("body"):
            self._at.setdefault(hit.start, hit)
        self._fields = {h.start: h for h in longest(hits.of("field"))}
        self._abroad = {h.start for h in hits.of("country") if not h.weak}
        self._nation = {h.start: h for h in hits.of("region") if h.concept.key == "nation"}
        self._cues: dict[int, Hit] = {}
        self._at_cue: dict[int, Hit] = {}
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
            elif key in _MODIFIERS:
                self._modifiers.setdefault(hit.start, []).append(hit.end)
        self._addressed = {h.end + 1 for h in hits.of("cue") if h.concept.key in _ADDRESSES}
        self._overlapping: set[int] = set()
        """Where an organisation would begin inside a title (``Trưởng [khoa …]``)."""
        self._entitled: dict[int, int] = {}
        """Where a title begins that an organisation right behind it, or within it, goes with."""
        self._memo: dict[tuple[int, bool], BodyMention | None] = {}

    @cached_property
    def _names(self) -> OwnWords:
        """The reader of the words that are a name's own."""
        return OwnWords(self._text, self._hits, self._lexicon, self._units, self._at, self._fields)

    @cached_property
    def _titles(self) -> set[int]:
        """Where a title begins that is longer than the label of an organisation there (``Bộ trưởng``)."""
        titles = self._hits.of("role")
        return {h.start for h in titles if h.start in self._at and h.end > self._at[h.start].end}

    def at_home_and_abroad(
        self, roles: Mapping[tuple[int, int], Concept], countries: Track[CountryMention]
    ) -> tuple[list[BodyMention], list[BodyMention]]:
        """The organisations of Viet Nam, and those that another country follows, with that country."""
        home: list[BodyMention] = []
        abroad: list[BodyMention] = []
        for mention in self.all(roles):
            country = countries.at(self._after(mention.end)) if mention.unit is None else None
            if country is None:
                home.append(mention)
            else:
                abroad.append(BodyMention(mention.start, country.end, mention.organization))
        return home, abroad

    def all(self, roles: Mapping[tuple[int, int], Concept]) -> list[BodyMention]:
        """Every organisation, outermost and leftmost first, none inside another.

        An organisation may begin inside a title that names it (``Trưởng [Ban Tuyên giáo …]``).
        """
        inside: dict[int, tuple[int, Concept]] = {}
        ends: dict[int, Concept] = {}
        for (start, end), concept in roles.items():
            ends[end] = concept
            self._entitled.setdefault(end + 1, start)
            for modifier in self._modifiers.get(end + 1, ()):
                ends[modifier] = concept
                self._entitled.setdefault(modifier + 1, start)
            self._overlapping.update(range(start + 1, end))
            for offset in range(start + 1, end):
                inside[offset] = (end, concept)
                self._entitled.setdefault(offset, start)
        out: list[BodyMention] = []
        ministries = self._after_ministers(ends)
        taken = {m.start for m in ministries}
        last = -1
        for start in sorted(self._at):
            if start < last or start in taken:
                continue
            within = inside.get(start)
            if within is not None and (within[1].one("overlap") is None or self._at[start].end < within[0]):
                continue
            mention = self.at(start, relaxed=within is not None or start - 1 in ends)
            if mention is not None:
                out.append(mention)
                last = mention.end
        out.extend(ministries)
        out.sort(key=lambda m: m.start)
        return out

    def _after_ministers(self, ends: Mapping[int, Concept]) -> list[BodyMention]:
        """A field right after a minister's title names the ministry (``Bộ trưởng Tài chính``)."""
        out: list[BodyMention] = []
        for end, concept in ends.items():
            reference = concept.one("field")
            field = self._fields.get(end + 1) if reference else None
            if reference and field is not None and self._capital(end + 1):
                kind = self._lexicon.follow(reference)
                name = f"{kind.label} {field.concept.label}"
                out.append(BodyMention(field.start, field.end, Organization(kind.key, name, level=0)))
        return out

    def at(self, start: int, *, relaxed: bool = False, depth: int = 0) -> BodyMention | None:
        """The organisation that begins at ``start``; ``relaxed`` accepts a weak label in lower case."""
        key = (start, relaxed)
        if key not in self._memo:
            self._memo[key] = None
            hit = self._at.get(start) if start not in self._titles else None
            strong = hit is not None and (not hit.weak or (self._capital(start) and not self._in_other(hit)))
            if hit is not None and hit.weak and (self._names.in_compound(hit) or self._in_place(hit)):
                return None
            if hit is not None and depth < _DEPTH and (relaxed or strong):
                self._memo[key] = self._read(hit, depth, relaxed=relaxed)
        return self._memo[key]

    def _in_other(self, hit: Hit) -> bool:
        """Whether a weak label is only a syllable of the name of a person or place (``Buôn Ma Thuột``)."""
        return self._in_place(hit) or self._in_name(hit.start)

    def _in_place(self, hit: Hit) -> bool:
        """Whether a label is only the first syllable of a place's name (``Bí thư Hội An``)."""
        place = self._units.bare_at(hit.start)
        return place is not None and place.end > hit.end

    def _in_name(self, start: int) -> bool:
        """Whether a weak label is a syllable of a person's name (``Đinh Khoa Toàn``)."""
        begin = self._content.rfind(" ", 0, max(0, start - 1)) + 1
        if start == 0 or self._content[start - 1] != " " or not self._content[begin].isupper():
            return False
        words = capital_run(self._content, begin, 4)
        return (
            len(words) >= 3
            and words[0].form in surnames(self._lexicon)[0]
            and (looks_like_person(words, self._lexicon))
        )

    def _capital(self, start: int) -> bool:
        return self._content[start].isupper()

    def _read(self, hit: Hit, depth: int, *, relaxed: bool) -> BodyMention | None:
        concept = hit.concept
        naming = concept.one("naming")
        if naming == "fixed":
            return self._of_front(hit, depth) or BodyMention(
                hit.start, hit.end, Organization(concept.key, concept.label, level=concept.level)
            )
        if naming == "bare":
            return self._bare(hit)
        if naming == "full":
            return self._full(hit, hit.end, concept.label, depth)
        if naming == "of":
            return self._part(hit, depth, relaxed=relaxed)
        if naming == "committee-of":
            return self._committee(hit, depth, relaxed=relaxed)
        if naming == "field":
            return self._field(hit, depth, relaxed=relaxed)
        return self._open(hit, depth, relaxed=relaxed)

    def _of_front(self, hit: Hit, depth: int) -> BodyMention | None:
        """The central committee of an association (``Ban Chấp hành Trung ương Hội …``), not the party's."""
        place = self._after(hit.end)
        above = self._at.get(place) if hit.concept.key in _CENTRALS and place > hit.end else None
        if above is None or above.concept.one("side") != "front" or not self._capital(place):
            return None
        front = self.at(place, depth=depth + 1) or self._unnamed(place)
        if front is None:
            return None
        name = self._lexicon.written_out(modern(self._content[hit.start : hit.end]))
        made = Organization(front.organization.kind, name, parent=front.organization)
        return BodyMention(hit.start, front.end, made, front.unit)

    def _at_centre(self, concept: Concept, above: BodyMention, place: int) -> bool:
        """Whether only a level stands at ``place`` (``Ban Tổ chức [Trung ương Đảng]``), no committee."""
        if above.organization.kind == _CENTRAL:
            return True
        if above.organization.kind not in _CENTRALS or concept.key == _STANDING:
            return False
        central = self._lexicon.concept("body", _CENTRAL)
        return any(self._folded.startswith(fold(said), place) for said in (*central.strong, *central.weak))

    def _bare(self, hit: Hit) -> BodyMention:
        concept = hit.concept
        base = Organization(concept.key, concept.label, bare_unit=True, level=concept.level)
        place = self._after(hit.end)
        unit = self._units.at(place) if place > hit.end else None
        if unit is not None and unit.unit.name:
            return BodyMention(hit.start, unit.end, self._of_unit(base, concept, unit.unit), unit)
        type_ = _type_of(self._lexicon, concept.key)
        if unit is not None and type_ is not None and unit.unit.type == type_.key:
            return BodyMention(hit.start, unit.end, base)
        if place == hit.end or not self._capital_at(place) or self._is_title(place):
            return BodyMention(hit.start, hit.end, base)
        if place in self._abroad:
            return BodyMention(hit.start, hit.end, base)
        named = self._units.name_at(place, type_)
        if named is None:
            return BodyMention(hit.start, hit.end, base)
        name, end, candidates = named
        if not candidates and self._is_person(place):
            return BodyMention(hit.start, hit.end, base)
        read = self._unit(name, type_, candidates)
        mention = UnitMention(place, end, read, candidates, typed=False)
        return BodyMention(hit.start, end, self._of_unit(base, concept, read), mention)

    def _of_unit(self, base: Organization, concept: Concept, unit: Unit) -> Organization:
        return replace(
            base, unit=unit, level=unit.level, bare_unit=self._lexicon.leaves_out_type(concept, unit)
        )

    def _is_title(self, place: int) -> bool:
        """Whether another title or organisation begins here, not a unit's name."""
        if self._units.name_at(place, None) is not None:
            return False
        return (place in self._at and not self._at[place].weak) or self._names.bounds(place)

    def _is_person(self, start: int) -> bool:
        return looks_like_person(capital_run(self._content, start, 5), self._lexicon)

    def _unit(self, name: str, type_: Concept | None, candidates: tuple[Unit, ...]) -> Unit:
        if type_ is None:
            return candidates[0] if len(candidates) == 1 else Unit(name, "", "", candidates[0].level)
        return self._units.unit(name, type_, candidates)

    def _capital_at(self, place: int) -> bool:
        return place < len(self._content) and (
            self._content[place].isupper() or self._content[place].isdigit()
        )

    def _after(self, end: int) -> int:
        """Where the next word begins, over one blank and a word for `of`; ``end`` when nothing follows.

        A dash parts an office from the one that it belongs to (``Vụ Pháp chế - Bộ Tài chính``).
        """
        dash = _DASH.match(self._content, end)
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

    def _full(self, hit: Hit, end: int, name: str, depth: int) -> BodyMention:
        number = _REGION.match(self._content, end) if hit.concept.one("numbered") else None
        if number is not None:
            name, end = f"{name}{number.group()}", number.end()
        base = Organization(hit.concept.key, name, level=hit.concept.level)
        seat = self._seat(end) if number is not None else None
        if seat is not None:
            name = f"{name} - {seat.unit.name}"
            return BodyMention(hit.start, seat.end, replace(base, name=name, level=None), seat)
        over = self._over_short_form(end)
        nation = self._nation.get(over + 1) if self._content.startswith(" ", over) else None
        if nation is not None and nation.concept.label in name:
            return self._full(hit, nation.end, name, depth)
        if nation is not None:
            end = over = nation.end
            base = replace(base, name=f"{name} {nation.concept.label}", level=0)
            unit = self._units.at(end + 1) if self._content.startswith(" ", end) else None
        else:
            unit = self._unit_after(over)
        if unit is not None and self._governs(hit.concept, unit.unit):
            return BodyMention(
                hit.start, unit.end, replace(base, unit=unit.unit, level=unit.unit.level), unit
            )
        place = self._after(over) if nation is None else over
        parent = None
        if place > over and not self._beside(hit.concept, over, place):
            parent = self.at(place, depth=depth + 1)
        if parent is not None and parent.organization.kind != hit.concept.key:
            return BodyMention(hit.start, parent.end, replace(base, parent=parent.organization), parent.unit)
        return BodyMention(hit.start, end, base)

    def _seat(self, end: int) -> UnitMention | None:
        """The place by which a numbered court or command is told (``khu vực 2 - Quảng Ninh``)."""
        dash = _DASH.match(self._content, end)
        return self._units.bare_at(dash.end()) if dash is not None else None

    @staticmethod
    def _governs(concept: Concept, unit: Unit) -> bool:
        """Whether an organisation of this kind can be one of the unit: departments are of provinces only."""
        return concept.level != 1 or not unit.name or unit.level == 1

    def _unit_after(self, end: int) -> UnitMention | None:
        """A unit with its type, or a province or district by bare name, right after ``end``."""
        place = self._after(end)
        if place == end:
            return None
        return self._units.at(place) or self._units.bare_at(place)

    def _part(self, hit: Hit, depth: int, *, relaxed: bool) -> BodyMention | None:
        """A part with what it is part of; a party's executive committee is the committee itself."""
        mention = self._with_whole(hit, depth, relaxed=relaxed)
        if hit.concept.key != _EXECUTIVE:
            return mention
        whole = mention.organization.parent
        side = self._lexicon.concept("body", whole.kind).one("side") if whole is not None else None
        if whole is not None and side == "party":
            return replace(mention, organization=whole)
        return mention if side == "front" else None

    def _with_whole(self, hit: Hit, depth: int, *, relaxed: bool) -> BodyMention:
        concept = hit.concept
        base = Organization(concept.key, concept.label)
        twice = self._twice(hit, depth)
        if twice is not None:
            return twice
        end = self._over_short_form(hit.end)
        place = self._after(end)
        if place > end and not self._beside(concept, end, place):
            office = concept.one("side") == "neutral"
            self._entitle(hit.start, place)
            parent = self._above(place, depth, relaxed=relaxed, loose=office)
            if parent is None and relaxed and (office or self._fronted(place)):
                parent = self._unnamed(place)
            if parent is None and place in self._at and self._at[place].concept.key == "central":
                parent = self.at(place, relaxed=True, depth=depth + 1)
            if parent is not None and self._at_centre(concept, parent, place):
                name = f"{concept.label} {self._lexicon.concept('body', _CENTRAL).label}"
                return BodyMention(hit.start, parent.end, Organization(concept.key, name, level=0))
            if parent is not None:
                return BodyMention(
                    hit.start, parent.end, replace(base, parent=parent.organization), parent.unit
                )
            unit = self._units.at(place) or self._units.bare_at(place)
            if unit is not None and concept.one("whole") == "party":
                return BodyMention(
                    hit.start, unit.end, replace(base, parent=self._lexicon.committee_of(unit.unit)), unit
                )
            if unit is not None:
                return BodyMention(
                    hit.start, unit.end, replace(base, unit=unit.unit, level=unit.unit.level), unit
                )
            event = self._of_event(hit, place, depth)
            if event is not None:
                return event
            if office and self._capital_at(place) and not self._is_person(place):
                return self._open(hit, depth, relaxed=relaxed) or BodyMention(hit.start, hit.end, base)
        return BodyMention(hit.start, hit.end, base)

    def _of_event(self, hit: Hit, place: int, depth: int) -> BodyMention | None:
        """The board that arranges what its name tells (``Ban tổ chức Giỗ Tổ Hùng Vương``), no party's."""
        other = self._names.bounds(place) or self._is_person(place) or not self._capital_at(place)
        read = None if hit.concept.key != _ORGANIZING or other else self._open(hit, depth, relaxed=True)
        if read is None:
            return None
        return replace(read, organization=replace(read.organization, kind=_EVENT_BOARD))

    def _twice(self, hit: Hit, depth: int) -> BodyMention | None:
        """`Chánh Văn phòng Văn phòng X`: what the title ends with is the first word of the name too."""
        inner = self._at.get(hit.end + 1) if self._content.startswith(" ", hit.end) else None
        if inner is None or not self._folded.startswith(self._folded[hit.start : hit.end], inner.start):
            return None
        mention = self.at(inner.start, relaxed=True, depth=depth + 1)
        return replace(mention, start=hit.start) if mention is not None else None

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

    def _committee(self, hit: Hit, depth: int, *, relaxed: bool) -> BodyMention:
        unit = self._unit_after(hit.end)
        if unit is None:
            place = self._after(hit.end)
            parent = None
            if place > hit.end and not self._beside(hit.concept, hit.end, place):
                parent = self._above(place, depth, relaxed=relaxed)
            grassroots = self._lexicon.concept("body", "grassroots-party-committee")
            if parent is not None:
                made = Organization(grassroots.key, grassroots.label, parent=parent.organization)
                return BodyMention(hit.start, parent.end, made, parent.unit)
            return self._block(hit, grassroots)
        return BodyMention(hit.start, unit.end, self._lexicon.committee_of(unit.unit), unit)

    def _block(self, hit: Hit, grassroots: Concept) -> BodyMention:
        """A party organisation with a name of its own (``Đảng bộ Khối các cơ quan``), or the bare word."""
        end = self._names.end(hit.end, lower=True) if self._capital_at(hit.end + 1) else hit.end
        if end == hit.end:
            return BodyMention(hit.start, hit.end, Organization(hit.concept.key, hit.concept.label))
        name = f"{grassroots.label} {modern(self._content[hit.end + 1 : end])}"
        made = Organization(grassroots.key, name, level=grassroots.level)
        unit = self._unit_after(end)
        if unit is None:
            return BodyMention(hit.start, end, made)
        return BodyMention(hit.start, unit.end, replace(made, unit=unit.unit, level=unit.unit.level), unit)

    def _field(self, hit: Hit, depth: int, *, relaxed: bool) -> BodyMention | None:
        place = hit.end + 1
        field = self._fields.get(place) if self._content.startswith(" ", hit.end) else None
        if field is None and hit.concept.level == _OF_PROVINCES and not self._capital_at(place):
            return None
        if field is None or self._longer(hit, field.end):
            return self._open(hit, depth, relaxed=relaxed)
        name, end = f"{hit.concept.label} {self._sector(hit, field).label}", field.end
        second = self._second_field(end) if hit.concept.level == _OF_PROVINCES else None
        if second is not None:
            name, end = f"{name} - {second.concept.label}", second.end
        if hit.concept.level == 0:
            return BodyMention(hit.start, end, Organization(hit.concept.key, name, level=0))
        return self._full(hit, end, name, depth)

    def _second_field(self, end: int) -> Hit | None:
        """The other field of a merged department (``Sở Giao thông vận tải - Xây dựng``)."""
        dash = _DASH.match(self._content, end)
        field = self._fields.get(dash.end()) if dash is not None else None
        return field if field is not None and self._capital_at(field.start) else None

    def _sector(self, hit: Hit, field: Hit) -> Concept:
        """The field of administration; an abbreviation can mean another one for a section of a district."""
        of_districts = field.concept.one("ofDistricts") if hit.concept.level == _OF_DISTRICTS else None
        if of_districts is None or not self._abbreviated(field):
            return field.concept
        return self._lexicon.follow(of_districts)

    def _in_full(self, start: int, end: int) -> str:
        """The own words of a name with the abbreviated fields of administration written out."""
        parts: list[str] = []
        for place in range(start, end):
            field = self._fields.get(place)
            if field is not None and field.end <= end and self._abbreviated(field):
                parts += [self._content[start:place], field.concept.label]
                start = field.end
        return modern("".join([*parts, self._content[start:end]]))

    def _abbreviated(self, field: Hit) -> bool:
        """Whether a field is written in capitals (``NN và PTNT``), apart from the word for `and`."""
        words = self._content[field.start : field.end].split()
        return any(len(w) > 1 and w.isupper() for w in words) and all(
            w.isupper() or not w[:1].isupper() for w in words
        )

    def _longer(self, hit: Hit, end: int) -> bool:
        """Whether a section's name says more than the field that ends here (``Phòng Giáo dục Trung học``)."""
        if hit.concept.level != _OF_DISTRICTS:
            return False
        tail = self._content[end : self._names.end(hit.end, lower=True)]
        if _DASH.match(tail) is not None:
            return True
        words = tail.split()
        return tail.startswith(" ") and any(word[0].islower() for word in words)

    def _open(self, hit: Hit, depth: int, *, relaxed: bool) -> BodyMention | None:
        """A label with words of its own, then perhaps a unit or the organisation that it belongs to."""
        twice = self._twice(hit, depth)
        if twice is not None:
            return twice
        surface = modern(self._content[hit.start : hit.end])
        label = self._lexicon.written_out(surface)
        if label.isupper():
            label = hit.concept.label
        label = label[0].upper() + label[1:]
        base = Organization(hit.concept.key, label, level=hit.concept.level)
        number = _NUMBER.match(self._content, hit.end) if hit.concept.one("numbered") else None
        if number is not None:
            numbered = replace(base, name=f"{label} {number[1]}")
            return self._completed(hit, numbered, number.end(), depth, relaxed=relaxed) or BodyMention(
                hit.start, number.end(), numbered
            )
        branch = self._of_village(hit, base)
        if branch is not None:
            return branch
        place = self._after(hit.end)
        if place > hit.end:
            direct = self._completed(hit, base, hit.end, depth, relaxed=relaxed)
            if direct is not None:
                return direct
        named = self._told_of_person(hit)
        boards = hit.concept.key in _GOVERNING or hit.start in self._overlapping
        holder = boards and not named and self._is_person(hit.end + 1)
        end = hit.end if holder else self._names.end(hit.end, lower=relaxed, namesake=named)
        if self._half_a_word(hit, end):
            end = self._names.end(hit.end, lower=True, namesake=named)
            if self._half_a_word(hit, end):
                return None
        if end == hit.end:
            told = self._of_purpose(hit, base, depth)
            bare = told or self._located(hit, base, end) or BodyMention(hit.start, hit.end, base)
            return None if hit.weak else bare
        end = self._over_list(hit, end) if relaxed else end
        own = self._lexicon.written_out(f"{label} {self._in_full(hit.end + 1, end)}")
        made = replace(base, name=_AFTER_DASH.sub("", own))
        located = self._located(hit, made, end)
        if located is not None:
            return located
        return self._completed(hit, made, end, depth, relaxed=relaxed) or BodyMention(hit.start, end, made)

    def _over_list(self, hit: Hit, end: int) -> int:
        """The end of a name that lists its tasks in lower case before the office above it.

        ``Phòng Hướng dẫn luật, điều tra, xử lý tai nạn, Cục Cảnh sát giao thông``.
        """
        tasks = _TASKS.match(self._content, end)
        if hit.concept.one("above") is None or tasks is None or not tasks.group().islower():
            return end
        above = self._at.get(tasks.end() + (2 if self._content[tasks.end()] == "," else 1))
        if above is None or above.concept.key == hit.concept.key or not self._capital(above.start):
            return end
        words = (match.start() for match in _SYLLABLE.finditer(self._content, end, tasks.end()))
        return end if any(w in self._at or self._names.bounds(w) for w in words) else tasks.end()

    def _entitle(self, start: int, place: int) -> None:
        """What is above an organisation goes with the same title."""
        if start in self._entitled:
            self._entitled.setdefault(place, self._entitled[start])

    def _told_of_person(self, hit: Hit) -> bool:
        """Whether the title before an organisation is one told after a name (``ông A, giám đốc Công ty …``).

        Then the next name can't be that of its holder, but only of what the organisation is named after.
        """
        title = self._entitled.get(hit.start)
        title = self._told.get(title, title) if title is not None else None
        before = _PERSON_BEFORE.search(self._content, max(0, title - 60), title) if title else None
        if before is None:
            return False
        words = capital_run(self._content, before.start(1))
        while words and words[-1].end != before.end(1):
            later = self._content.find(" ", words[-1].end + 1) + 1
            words = capital_run(self._content, later) if 0 < later < before.end(1) else []
        if not words:
            return False
        bracketed = before.group(2) is not None and looks_like_person(words, self._lexicon)
        return bracketed or any(word.start in self._addressed for word in words)

    def _of_village(self, hit: Hit, base: Organization) -> BodyMention | None:
        """The party branch of a village with its commune (``Chi bộ thôn 3, xã Kim Lũ``)."""
        village = self._at.get(hit.end + 1) if hit.concept.key == _BRANCH else None
        if village is None or village.concept.key != _VILLAGE:
            return None
        number = _NUMBER.match(self._content, village.end)
        end = number.end() if number is not None else self._names.end(village.end, lower=False)
        if end == village.end:
            return None
        words = modern(self._content[village.start : end])
        made = replace(base, name=f"{base.name} {words[0].lower()}{words[1:]}")
        unit = self._units.at(end + (2 if self._content.startswith(", ", end) else 1))
        if unit is None or unit.unit.level != _COMMUNE or not unit.unit.name:
            return BodyMention(hit.start, end, made)
        return BodyMention(hit.start, unit.end, replace(made, unit=unit.unit, level=_COMMUNE), unit)

    def _of_purpose(self, hit: Hit, base: Organization, depth: int) -> BodyMention | None:
        """A steering committee told with its purpose in lower case and then its place or its committee."""
        end = self._names.end(hit.end, lower=True) if hit.concept.key == _STEERING else hit.end
        if len(self._content[hit.end : end].split()) < _PURPOSE:
            return None
        own = self._lexicon.written_out(f"{base.name} {self._in_full(hit.end + 1, end)}")
        return self._completed(hit, replace(base, name=own), end, depth, relaxed=False)

    def _half_a_word(self, hit: Hit, end: int) -> bool:
        """Whether the words after a weak label end with a syllable, and lower case goes on (``An toàn``)."""
        after = self._content[end : end + 2]
        cut = after[:1] == " " and after[1:].islower()
        if cut and self._capital_at(hit.end + 1) and self._names.bounds(end + 1):
            return False
        return hit.weak and cut and syllable(self._content[hit.end + 1 : end])

    def _completed(
        self, hit: Hit, base: Organization, end: int, depth: int, *, relaxed: bool
    ) -> BodyMention | None:
        over = self._over_short_form(end)
        if over > end and _DASH.match(self._content, over) is None:
            return self._completed(hit, base, over, depth, relaxed=relaxed)
        place = self._after(end)
        if place == end or self._content.startswith(" (", end):
            return self._apposed(hit, base, end, depth, relaxed=relaxed)
        if self._beside(hit.concept, end, place):
            return None
        self._entitle(hit.start, place)
        parent = self._above(place, depth, relaxed=relaxed)
        if parent is not None and (parent.organization == base or self._only_in_name(hit, parent)):
            return None
        if parent is not None:
            return BodyMention(hit.start, parent.end, replace(base, parent=parent.organization), parent.unit)
        unit = self._units.at(place)
        seated = hit.concept.key in _ENTERPRISES and place > end + 1  # "Công ty X thuộc phường Y"
        if unit is not None and not seated and self._governs(hit.concept, unit.unit):
            return BodyMention(
                hit.start, unit.end, replace(base, unit=unit.unit, level=unit.unit.level), unit
            )
        return None

    def _only_in_name(self, hit: Hit, parent: BodyMention) -> bool:
        """Whether the organisation above is only a word of the name (``Bệnh viện Trung ương Huế``)."""
        place = parent.end + 1
        if parent.organization.kind == _CENTRAL:
            listed = hit.concept.key == _STEERING and self._names.end(parent.end, lower=True) > parent.end
            return listed or (self._capital_at(place) and not self._is_person(place))
        return hit.concept.key in _ENTERPRISES and parent.organization.kind in _ENTERPRISES

    def _located(self, hit: Hit, base: Organization, end: int) -> BodyMention | None:
        """A place after `tại` is a part of the name of a branch or block of offices."""
        cue = self._at_cue.get(end + 1)
        unit = self._unit_after(cue.end) if cue is not None else None
        if cue is None or unit is None or not unit.unit.name or unit.unit.level != 1:
            return None
        name = f"{base.name} {cue.concept.label}"
        made = replace(base, name=name, unit=unit.unit, bare_unit=not unit.typed, level=1)
        return BodyMention(hit.start, unit.end, made, unit)

    def _apposed(
        self, hit: Hit, base: Organization, end: int, depth: int, *, relaxed: bool
    ) -> BodyMention | None:
        """An office and, after a comma or in brackets, the one above it (``Phòng Hạ tầng, Sở Xây dựng``)."""
        join = _APPOSED.match(self._content, end)
        if join is None or not hit.weak or self._national(base.name):
            return None
        place = join.end()
        parent = self._above(place, depth, relaxed=relaxed)
        above = self._at[place].concept if parent is not None else hit.concept
        if parent is None or above.key == hit.concept.key:
            return None
        if {above.key, hit.concept.key} <= _ENTERPRISES:
            return None
        if hit.concept.key == _BOARD and above.one("naming") == "of":
            return None
        made = replace(base, parent=parent.organization)
        if join.group() == ", ":
            return BodyMention(hit.start, parent.end, made, parent.unit)
        closed = self._content.startswith(")", parent.end) and hit.concept.one("above") is not None
        return BodyMention(hit.start, parent.end + 1, made, parent.unit) if closed else None

    def _national(self, name: str) -> bool:
        """Whether a name ends with the nation's and so stands alone (``Cục Hàng hải Việt Nam``)."""
        return name.endswith(self._lexicon.concept("region", "nation").label)


@lru_cache(maxsize=512)
def _type_of(lexicon: Lexicon, kind: str) -> Concept | None:
    """The unit type whose committee a kind of organisation is."""
    for type_ in lexicon.scheme("unit-type"):
        if type_.one("committee") == f"body:{kind}":
            return type_
    wanted = {1: "province", 2: "district"}.get(lexicon.concept("body", kind).level or 0)
    if "city" in kind:
        wanted = "city"
    return lexicon.concept("unit-type", wanted) if wanted else None
