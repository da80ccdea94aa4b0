"""Parts of organisations with their wholes, and party organisations by what they belong to."""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon import Concept, Hit
from kg.mention import BodyMention
from kg.model import Organization
from kg.normalise import fold, modern
from kg.recognise.own_named import OwnNamed
from kg.recognise.surroundings import CENTRAL, GRASSROOTS

_ORGANIZING, _EVENT_BOARD = "organization-board", "event-board"
"""The party's, unless a name follows (``Ban tổ chức Giỗ Tổ Hùng Vương``)."""
_CENTRALS = frozenset({"central", "central-committee"})
_PROVINCIAL = "TU"
"""The letters of a provincial party committee."""
_EXECUTIVE, _STANDING, _PRESIDIUM = "executive-committee", "standing-committee", "presidium"


class Wholes(OwnNamed):
    """Reads parts with what they are part of."""

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
        if above.organization.kind == CENTRAL:
            return True
        if above.organization.kind not in _CENTRALS or concept.key == _STANDING:
            return False
        central = self._lexicon.concept("body", CENTRAL)
        return any(self._folded.startswith(fold(said), place) for said in (*central.strong, *central.weak))

    def _part(self, hit: Hit, depth: int, *, relaxed: bool) -> BodyMention | None:
        """A part with what it is part of; a party's executive committee is the committee itself.

        A presidium without one leads but a sitting (``Đoàn Chủ tịch điều hành đại hội``).
        """
        mention = self._with_whole(hit, depth, relaxed=relaxed)
        if hit.concept.key == _PRESIDIUM:
            return mention if mention.organization.parent is not None else None
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
                name = f"{concept.label} {self._lexicon.concept('body', CENTRAL).label}"
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
        return BodyMention(hit.start, hit.end, replace(base, parent=self._in_letters(hit)))

    def _in_letters(self, hit: Hit) -> Organization | None:
        """The provincial committee whose letters end the name of its standing committee (``Ban TVTU``)."""
        if hit.concept.key != _STANDING or not self._content.endswith(_PROVINCIAL, hit.start, hit.end):
            return None
        above = self._lexicon.concept("body", "provincial-party-committee")
        return Organization(above.key, above.label, bare_unit=True, level=above.level)

    def _of_event(self, hit: Hit, place: int, depth: int) -> BodyMention | None:
        """The board that arranges what its name tells (``Ban tổ chức Giỗ Tổ Hùng Vương``), no party's."""
        other = self._names.bounds(place) or self._is_person(place) or not self._capital_at(place)
        read = None if hit.concept.key != _ORGANIZING or other else self._open(hit, depth, relaxed=True)
        if read is None:
            return None
        return replace(read, organization=replace(read.organization, kind=_EVENT_BOARD))

    def _committee(self, hit: Hit, depth: int, *, relaxed: bool) -> BodyMention:
        unit = self._unit_after(hit.end)
        if unit is None:
            place = self._after(hit.end)
            parent = None
            if place > hit.end and not self._beside(hit.concept, hit.end, place):
                parent = self._above(place, depth, relaxed=relaxed or self._workplace(place))
            grassroots = self._lexicon.concept("body", GRASSROOTS)
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
