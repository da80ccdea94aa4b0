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
``typed``      the broader kind of the unit of one type, which the letters hold (CATP Vinh)
=============  ==========================================================================
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from kg.lexicon import Concept, Hit, Lexicon
from kg.mention import BodyMention, CountryMention, Track, UnitMention
from kg.model import Organization, Unit
from kg.normalise import fold, modern
from kg.recognise.surroundings import DASH
from kg.recognise.wholes import Wholes
from kg.recognise.words import capital_run, looks_like_person, surnames

_REGION = re.compile(r" (?:\d{1,2}|[IVX]{1,5})(?!\w|[.,/%]\d)")
_SYMBOL = re.compile(r"\d\s?[-–/]\s?[A-ZĐa-zđ]{1,5}[-/]$")
"""A document's number up to its last letters (``12-NQ/``, ``12/TB-``)."""
_LONGEST, _LONGEST_PLACE, _TWO = 12, 4, 2
_DEPTH = 4
_OF_DISTRICTS = 2
_OF_PROVINCES = 1
_CITY = "city"
_COUNCILS = frozenset({"peoples-committee", "peoples-council"})


class BodyReader(Wholes):
    """Reads organisations at given places of one text."""

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
            if hit is not None and depth < _DEPTH and self._stands(hit, relaxed=relaxed):
                self._memo[key] = self._read(hit, depth, relaxed=relaxed)
        return self._memo[key]

    def _stands(self, hit: Hit, *, relaxed: bool) -> bool:
        """Whether a label can name an organisation: a weak one only in a capital, unless ``relaxed``.

        It is no syllable of another word (``giao ban Thường trực``), nor of the name of a person or place
        (``Buôn Ma Thuột``, ``xã Đoàn Kết``), nor the end of a document's number (``12-NQ/HU``).
        """
        before = self._content[hit.start - 1] if hit.start > 0 else ""
        if before == "/" and hit.weak:
            return False
        low = max(0, hit.start - _LONGEST)
        if before in ("/", "-") and _SYMBOL.search(self._content, low, hit.start) is not None:
            return False
        if not hit.weak:
            return not (self._names.ends_compound(hit) or self._ends_label(hit) or self._is_unit(hit))
        if not relaxed and not (self._capital(hit.start) or self._of_field(hit)):
            return False
        if not relaxed and self._in_name(hit.start):
            return False
        return not (self._in_place(hit) or self._names.in_compound(hit))

    def _of_field(self, hit: Hit) -> bool:
        """Whether a label in lower case begins the name of a ministry or department (``bộ Nội vụ``)."""
        if hit.concept.one("naming") != "field" or hit.concept.level not in (0, _OF_PROVINCES):
            return False
        if self._names.ends_compound(hit):
            return False
        field = self._fields.get(hit.end + 1) if self._content.startswith(" ", hit.end) else None
        return field is not None and self._capital_at(field.start)

    def _ends_label(self, hit: Hit) -> bool:
        """Whether a label in lower case begins with the last syllable of another (``Công đoàn trường``)."""
        if not self._content[hit.start].islower():
            return False
        before = self._at.get(self._content.rfind(" ", 0, max(0, hit.start - 1)) + 1)
        return before is not None and before.start < hit.start < before.end

    def _is_unit(self, hit: Hit) -> bool:
        """Whether a label is the type of a unit and the first syllable of its name (``xã Đoàn Kết``)."""
        named = self._content.find(" ", hit.start, hit.end) + 1
        unit = self._units.at(hit.start) if named and self._content[named].isupper() else None
        if unit is None or unit.end <= hit.end:
            return False
        return self._content[hit.start].islower() or self._units.known(self._content[named : unit.end])

    def _of_its_level(self, hit: Hit, unit: UnitMention | None) -> UnitMention | None:
        """A city without a name is of the level that a label's words tell (``Bộ Chỉ huy Quân sự TP``).

        Letters tell none: they are those of the lower command, too.
        """
        level = hit.concept.level
        if unit is None or level is None or unit.unit.name or unit.unit.type != _CITY:
            return unit
        spelt = hit.concept.one("below") is not None and " " in self._content[hit.start : hit.end]
        return replace(unit, unit=replace(unit.unit, level=level)) if spelt else unit

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
            return self._highest(hit) or self._full(hit, *self._over_block(hit), depth)
        if naming == "of":
            return self._part(hit, depth, relaxed=relaxed)
        if naming == "typed":
            return self._lettered(hit)
        if naming == "committee-of":
            return self._committee(hit, depth, relaxed=relaxed)
        if naming == "field":
            return self._field(hit, depth, relaxed=relaxed)
        return self._open(hit, depth, relaxed=relaxed)

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
        historic = self._units.historic(place) if concept.level == _OF_PROVINCES else None
        if historic is None and (place == hit.end or not self._capital_at(place) or self._is_title(place)):
            return BodyMention(hit.start, hit.end, base)
        if place in self._abroad:
            return BodyMention(hit.start, hit.end, base)
        named = historic or self._units.name_at(place, type_)
        if named is None:
            return BodyMention(hit.start, hit.end, base)
        name, end, candidates = named
        if not candidates and historic is None and self._is_person(place):
            return BodyMention(hit.start, hit.end, base)
        read = self._unit(name, type_, candidates)
        mention = UnitMention(place, end, read, candidates, typed=False)
        return BodyMention(hit.start, end, self._of_unit(base, concept, read), mention)

    def _lettered(self, hit: Hit) -> BodyMention:
        """A body whose letters hold the type of its unit (``CATP Vinh``: the police of that city)."""
        kind = self._lexicon.follow(hit.concept.broader or "")
        type_ = self._lexicon.concept("unit-type", hit.concept.one("ofType") or "")
        place = hit.end + 1
        title = not self._content.startswith(" ", hit.end) or self._is_title(place)
        named = None if title or not self._capital_at(place) else self._units.name_at(place, type_)
        if named is None or (not named[2] and self._is_person(place)):
            unit, end = self._units.unit("", type_, ()), hit.end
        else:
            unit, end = self._units.unit(named[0], type_, named[2]), named[1]
        base = Organization(kind.key, kind.label, unit, level=unit.level)
        candidates = named[2] if named is not None and end > hit.end else ()
        return BodyMention(hit.start, end, base, UnitMention(hit.end, end, unit, candidates))

    def _of_unit(self, base: Organization, concept: Concept, unit: Unit) -> Organization:
        """Of the unit; a type that ends the kind's name and begins the unit's stands once."""
        bare = self._lexicon.leaves_out_type(concept, unit)
        name = base.name
        if not bare and unit.type:
            name = name.removesuffix(f" {self._lexicon.concept('unit-type', unit.type).label}")
        return replace(base, name=name, unit=unit, level=unit.level, bare_unit=bare)

    def _is_title(self, place: int) -> bool:
        """Whether another title or organisation begins here, not a unit's name."""
        if self._units.name_at(place, None) is not None:
            return False
        return (place in self._at and not self._at[place].weak) or self._names.bounds(place)

    def _unit(self, name: str, type_: Concept | None, candidates: tuple[Unit, ...]) -> Unit:
        if type_ is None:
            return candidates[0] if len(candidates) == 1 else Unit(name, "", "", candidates[0].level)
        return self._units.unit(name, type_, candidates)

    def _highest(self, hit: Hit) -> BodyMention | None:
        """A court's name that goes on behind its letters (``Tòa án nhân dân (TAND) tối cao``)."""
        above = hit.concept.one("upwards")
        over = self._over_short_form(hit.end) if above else hit.end
        if above is None or over == hit.end:
            return None
        highest = self._lexicon.follow(above)
        rest = fold(highest.label).removeprefix(fold(hit.concept.label))
        if rest == fold(highest.label) or not self._folded.startswith(rest, over):
            return None
        whole = Organization(highest.key, highest.label, level=highest.level)
        return BodyMention(hit.start, over + len(rest), whole)

    def _over_block(self, hit: Hit) -> tuple[int, str]:
        """The end and name of an association of a block of offices (``Hội CCB Khối các cơ quan``)."""
        name = hit.concept.label
        if hit.concept.one("side") != "front" or hit.end + 1 not in self._blocks:
            return hit.end, name
        end = self._names.end(hit.end, lower=True)
        return end, f"{name}{modern(self._content[hit.end : end])}"

    def _full(self, hit: Hit, end: int, name: str, depth: int) -> BodyMention:
        number = _REGION.match(self._content, end) if hit.concept.one("numbered") else None
        if number is not None:
            name, end = f"{name}{number.group()}", number.end()
        base = Organization(hit.concept.key, name, level=hit.concept.level)
        seat = self._seat(end) if number is not None else None
        called = self._seat_by_name(end) if number is not None and seat is None else None
        if called is not None:
            name = f"{name} - {modern(self._content[called[0] : called[1]])}"
            return BodyMention(hit.start, called[1], replace(base, name=name))
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
        unit = self._of_its_level(hit, unit)
        below = hit.concept.one("below") if unit is not None and unit.unit.level > _OF_PROVINCES else None
        if below is not None:
            lower = self._lexicon.follow(below)
            base = Organization(lower.key, lower.label)
        if unit is not None and (below is not None or self._governs(hit.concept, unit.unit)):
            return BodyMention(
                hit.start, unit.end, replace(base, unit=unit.unit, level=unit.unit.level), unit
            )
        place = self._after(over) if nation is None else over
        parent = None
        if place > over and not self._beside(hit.concept, over, place):
            self._entitle(hit.start, place)
            parent = self.at(place, depth=depth + 1)
        if parent is not None and parent.organization.kind != hit.concept.key:
            return BodyMention(hit.start, parent.end, replace(base, parent=parent.organization), parent.unit)
        alone = nation is None and unit is None and _of_units(hit.concept)
        unknown = self._of_unknown(place) if alone else None
        if unknown is not None:
            named = replace(base, name=f"{name} {modern(self._content[place:unknown])}")
            return BodyMention(hit.start, unknown, named)
        return BodyMention(hit.start, end, base)

    def _of_unknown(self, place: int) -> int | None:
        """The end of a place's name that no list of units holds without its type (``UBND Đồng Lộc``)."""
        run = capital_run(self._content, place, _LONGEST_PLACE)
        two = len(run) == _TWO and not any(self._content[w.start : w.end].isupper() for w in run)
        if not two or self._is_person(place) or self._is_title(place):
            return None
        return run[-1].end if self._content[place - 1] == " " else None

    def _seat(self, end: int) -> UnitMention | None:
        """The place by which a numbered court or command is told (``khu vực 2 - Quảng Ninh``)."""
        dash = DASH.match(self._content, end)
        return self._units.bare_at(dash.end()) if dash is not None else None

    def _seat_by_name(self, end: int) -> tuple[int, int] | None:
        """Where a place's name of two or three words stands that no list of units holds without its type."""
        dash = DASH.match(self._content, end)
        run = capital_run(self._content, dash.end(), _LONGEST_PLACE) if dash is not None else []
        few = _TWO <= len(run) < _LONGEST_PLACE and dash is not None
        if not few or self._is_title(run[0].start) or self._is_person(run[0].start):
            return None
        return run[0].start, run[-1].end

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
        above = self._of_province(hit, name, end, depth) if relaxed else None
        return above or self._full(hit, end, name, depth)

    def _of_province(self, hit: Hit, name: str, end: int, depth: int) -> BodyMention | None:
        """A section with the office of the province behind a comma (``Phòng Nội vụ, Ban Tổ chức X``).

        The board of a ``Thành ủy`` without a name is that of a city under the centre: others have none.
        """
        if hit.concept.level != _OF_DISTRICTS or not self._content.startswith(", ", end):
            return None
        made = self._apposed(hit, Organization(hit.concept.key, name), end, depth, relaxed=True)
        above = made.organization.parent if made is not None else None
        while above is not None and above.parent is not None:
            above = above.parent
        if above is None:
            return None
        level = above.unit.level if above.unit is not None else above.level
        board = made is not None and above.unit is None and made.organization.parent is not above
        return made if level == _OF_PROVINCES or (board and level == _OF_DISTRICTS) else None

    def _second_field(self, end: int) -> Hit | None:
        """The other field of a merged department (``Sở Giao thông vận tải - Xây dựng``)."""
        dash = DASH.match(self._content, end)
        field = self._fields.get(dash.end()) if dash is not None else None
        return field if field is not None and self._capital_at(field.start) else None

    def _sector(self, hit: Hit, field: Hit) -> Concept:
        """The field of administration; an abbreviation can mean another one for a section of a district."""
        of_districts = field.concept.one("ofDistricts") if hit.concept.level == _OF_DISTRICTS else None
        if of_districts is None or not self._abbreviated(field):
            return field.concept
        return self._lexicon.follow(of_districts)

    def _longer(self, hit: Hit, end: int) -> bool:
        """Whether a section's name says more than the field that ends here (``Phòng Giáo dục Trung học``)."""
        if hit.concept.level != _OF_DISTRICTS:
            return False
        tail = self._content[end : self._names.end(hit.end, lower=True)]
        if DASH.match(tail) is not None:
            return True
        words = tail.split()
        return tail.startswith(" ") and any(word[0].islower() for word in words)

def _of_units(concept: Concept) -> bool:
    """Whether every unit has such an organisation: a people's committee or council."""
    return concept.key in _COUNCILS


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
