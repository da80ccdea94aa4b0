"""The bodies that the people around an event lead: by a title beside the name, or one told elsewhere."""

from __future__ import annotations

import re
from functools import cached_property

from kg.lexicon import Lexicon
from kg.mention import BodyMention, PersonMention, RoleMention, Scan, UnitMention
from kg.model import Organization
from kg.patterns import compiled
from kg.relate.committees import of_leader
from kg.relate.references import People
from kg.relate.wording import alternation, finder

_CUES = "event-cue"
_FAR, _CLOSE, _PHRASE, _CUE = 200, 60, 110, 12
_MODIFIERS = frozenset({"modifier", "kept-modifier"})
_REACH = 40
_CENTRAL = "central"
_DELEGATION = "assembly-delegation"
"""Those who head it beside another office mostly meet for the other one."""
_SEAT, _DEPUTY, _DELEGATE = "member", "deputy-", "delegate"
_OF_PLACES = frozenset({"chair", "secretary"})
_CLAUSE = re.compile(r"[,\"”]")
_CLOSING = {'"': '"', "“": "”"}
_SPEAKER = re.compile(r",\s(?:[^\s,;:.]+\s){0,2}$")
_BESIDE = 4
"""The characters between two titles of one leader, and one more: a comma and a blank, a dash and two."""
_STRANGER = re.compile(r"\s[A-Z][a-z]+(?:[ -][A-Z][a-z]+)+(?![^\W\d])")
"""Two words of a name or more without a mark of our letters (``Thủ tướng John Smith``)."""


def titled(scan: Scan, mention: BodyMention | UnitMention) -> bool:
    """Whether a body or place belongs to a title (``Bí thư Tỉnh ủy``)."""
    role = scan.roles.last_before(mention.start + 1)
    if role is None:
        return False
    end = role.end
    for hit in scan.hits_at(end + 1, "cue"):
        if hit.concept.key in _MODIFIERS and hit.end < mention.start:
            end = hit.end
    return -_REACH < mention.start - end <= 1


class Leaders:
    """Finds the bodies of those who chair, meet or speak, in one text."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._folded = scan.text.folded
        self._people = People(scan)
        self._chairs = finder(lexicon, _CUES, "chairs")
        self._with = finder(lexicon, _CUES, "with")
        self._said = finder(lexicon, _CUES, "says")
        self._words_begin = compiled(rf"{alternation(lexicon, _CUES, 'says')}:|[\"“]")

    def chairing(self, low: int, high: int) -> tuple[Organization, ...]:
        """The organisation of the one who chairs."""
        verb = self._chairs.search(self._folded, low, high)
        return self.led(max(low, verb.start() - _FAR), high) if verb else ()

    def titles(self, start: int, end: int) -> list[Organization]:
        """The bodies that stand in titles, in their order."""
        return [m.organization for m in self._scan.bodies.within(start, end) if titled(self._scan, m)]

    def of_title(self, role: RoleMention, end: int) -> tuple[Organization, ...]:
        """The body that stands in a title or that it implies (``Bộ trưởng Bộ Y tế``, ``Thủ tướng``)."""
        body = next(iter(self._scan.bodies.within(role.start, min(end, role.end + _BESIDE))), None)
        if body is not None and titled(self._scan, body):
            return (body.organization,)
        place = self._of_place(role)
        if place is not None:
            return (place,)
        implied = role.concept.one("body")
        if implied is None or self._elsewhere(role) or role.concept.key.endswith((_SEAT, _DELEGATE)):
            return ()
        kind = self._lexicon.follow(implied)
        return (Organization(kind.key, kind.label, level=kind.level),)

    def led(self, start: int, end: int) -> tuple[Organization, ...]:
        """The organisation in whose title the leader stands; not in quoted words, not one that is visited.

        One that somebody leads goes before one in which the same leader only has a seat.
        """
        quoted = self._quoted(start)
        seats: list[Organization] = []
        end = end if quoted is None else min(end, quoted + 1)
        places = self._leads_place(start, end)
        named = places is not None and places[1].unit is not None and bool(places[1].unit.name)
        for mention in self._scan.bodies.within(start, end):
            if mention.organization.kind == _CENTRAL or not titled(self._scan, mention):
                continue
            role = self._scan.roles.last_before(mention.start + 1)
            assert role is not None
            if places is not None and named and places[0] < role.start:
                return (places[1],)
            if self._met_with(start, role.start):
                continue
            if not role.concept.key.endswith(_SEAT):
                return (self._of_head(mention, role, end),)
            seats.append(mention.organization)
        if places is not None:
            return (places[1],)
        if seats:
            return tuple(seats[:1])
        return self._of_state(start, end if quoted is None else quoted)

    def _leads_place(self, start: int, end: int) -> tuple[int, Organization] | None:
        """Where somebody is named who leads a place, not a body of it (``Chủ tịch tỉnh X``), and its body."""
        for role in self._scan.roles.within(start, end):
            made = self._of_place(role)
            if made is not None and not self._elsewhere(role) and not self._met_with(start, role.start):
                return role.start, made
        return None

    def _of_place(self, role: RoleMention) -> Organization | None:
        """The body of one who is told as a place's leader (``Chủ tịch tỉnh X``, ``Bí thư Hà Nội``)."""
        family = role.concept.one("family")
        unit = self._scan.units.at(role.end + 1) if family in _OF_PLACES else None
        if unit is None or family is None or not unit.unit.type:
            return None
        named = self._scan.people.at(unit.end + 1) is not None
        other = self._scan.bodies.at(unit.start) is not None
        return of_leader(unit.unit, family, self._lexicon) if named and not other else None

    def _of_head(self, mention: BodyMention, role: RoleMention, end: int) -> Organization:
        """The body of a leader's title; for a deputy the one that the next title says he heads himself."""
        if _DEPUTY not in role.concept.key:
            return mention.organization
        for other in self._scan.roles.within(mention.end, min(end, mention.end + _BESIDE)):
            body = next(iter(self._scan.bodies.within(other.start, min(end, other.end + 2))), None)
            heads = _DEPUTY not in other.concept.key and not other.concept.key.endswith(_SEAT)
            heads = heads and body is not None and body.organization.kind != _DELEGATION
            if body is not None and heads and titled(self._scan, body):
                return body.organization
        return mention.organization

    def _of_state(self, start: int, end: int) -> tuple[Organization, ...]:
        """The body that a leader's title implies (``Thủ tướng chủ trì cuộc họp``: the government)."""
        for role in self._scan.roles.within(start, end):
            body = role.concept.one("body")
            seat = role.concept.key.endswith((_SEAT, _DELEGATE))
            if body is None or seat or self._elsewhere(role) or self._met_with(start, role.start):
                continue
            kind = self._lexicon.follow(body)
            near = min(end - role.end, role.start - start) < _PHRASE
            return (Organization(kind.key, kind.label, level=kind.level),) if kind.level == 0 and near else ()
        return ()

    def of_somebody(self, start: int, end: int) -> tuple[Organization, ...]:
        """The body of one who is named without a title here, but with one elsewhere in the article."""
        return self._by_name(start, self._scan.people.within(start, end)[-1:])

    def of_speaker(self, start: int, end: int) -> tuple[Organization, ...]:
        """The body of one who is named so behind a meeting (``Tại buổi tiếp, ông Nam khẳng định``).

        Words on what it was for may stand between, none that somebody else says.
        """
        people = self._scan.people.within(start, end)[:1]
        spoken = [p for p in people if not self._said.search(self._folded, start, p.start)]
        return self._by_name(start, [p for p in spoken if _SPEAKER.search(self._folded, start, p.start)])

    def _by_name(self, start: int, people: list[PersonMention]) -> tuple[Organization, ...]:
        for person in people:
            body = self._led_by.get(self._people.full_name(person) or "")
            return (body,) if body is not None and not self._met_with(start, person.start) else ()
        return ()

    @cached_property
    def _led_by(self) -> dict[str, Organization]:
        """The bodies in whose titles people stand right before their names, by name; the first told."""
        found: dict[str, Organization] = {}
        for person in self._scan.people:
            body = self._scan.bodies.last_before(person.start)
            if body is None or not 0 <= person.start - body.end < _CUE or not titled(self._scan, body):
                continue
            if "," not in self._folded[body.end : person.start]:
                found.setdefault(person.name, body.organization)
        return found

    def _elsewhere(self, role: RoleMention) -> bool:
        """Whether a title is of another country or of former times, or a name of no Vietnamese follows it."""
        stranger = _STRANGER.match(self._scan.text.content, role.end)
        if stranger is not None and not self._known(role.end + 1):
            return True
        cues = self._scan.hits_within(max(0, role.start - _CUE), role.start, "cue")
        former = any(h.concept.key == "former" and h.end == role.start - 1 for h in cues)
        return former or self._scan.countries.at(role.end + 1) is not None

    def _known(self, place: int) -> bool:
        """Whether a person, place or body of ours begins there."""
        tracks = (self._scan.people, self._scan.units, self._scan.bodies)
        return any(track.at(place) is not None for track in tracks)

    def _met_with(self, start: int, role: int) -> bool:
        """Whether a leader is one with whom others meet (``làm việc với Bí thư Tỉnh ủy``)."""
        before = self._folded[max(start, role - _CLOSE // 2) : role]
        return self._with.search(_CLAUSE.split(before)[-1]) is not None

    def _quoted(self, start: int) -> int | None:
        """Where the words of somebody begin in the sentence."""
        sentence = self._scan.sentence(start)
        while (mark := self._words_begin.search(self._folded, start, sentence.end)) is not None:
            opened = _CLOSING.get(mark.group())
            closed = self._folded.find(opened, mark.end(), sentence.end) if opened else -1
            if closed < 0:
                return mark.start()
            start = closed + 1
        return None
