"""Who acts in a sentence: the organisations and places that stand before a verb as its subject."""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.mention import BodyMention, Scan, UnitMention
from kg.model import Organization, Unit
from kg.normalise import fold
from kg.patterns import compiled
from kg.relate.committees import committee_of
from kg.relate.leaders import titled
from kg.relate.phrases import surface
from kg.relate.wording import alternation, ending, finder

Organizer = Organization | Unit
"""Who holds an event: an organisation, or a place that acts under its own name."""
_COUNTED = re.compile(r"(?<![\d/.,-])(?:\d{1,3}/)?\d{1,3} $")
_DIGIT = re.compile(r"\d")
"""A day stands between two bodies that act apart (``trình HĐND tỉnh, sáng 20/8, Đảng ủy xã …``)."""
_DASHED = re.compile(r"\s?[-–]\s?")
_BRACKETED = re.compile(r"^\s?\([^)]*\)")
_SHORT = re.compile(r"^\s?\([^();:]{2,60}\)")
"""A short name in brackets behind the name of a body (``Ủy ban nhân dân (UBND)``), or where it belongs."""
_CUES = "event-cue"
_FAR, _CLOSE, _BEHIND = 200, 60, 20
_BRANCH = "party-branch"
_CENTRAL, _PARTY, _STATE = "central", "communist-party", "state"
"""Central bodies, and the party as a whole, are told of without holding what is told."""
JOINED, _LISTED = 7, 14
MOST = 5
"""So many organisations may hold something together (``Tỉnh ủy, HĐND, UBND, Ủy ban MTTQ tỉnh``)."""


class Actors:
    """Finds the subjects of verbs in one text."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._folded = scan.text.folded
        self._many = compiled(rf"(?<!\w){surface(lexicon, 'cue', 'plural')}\s$")
        self._beside = ending(lexicon, _CUES, "beside", "after-clause")
        self._and = f" {fold(lexicon.concept('cue', 'and').label)} "
        joins = rf"(?:,\s|{self._and})"
        item = r"[^\s,;:.()\d]+(?:\s[^\s,;:.()\d]+){1,6}(?:\s\([^);:]*\))?"
        self._listed_on = compiled(rf"(?:\s\([^)]*\))?,\s{item}(?:,\s{item})?{joins}")
        self._partner = ending(lexicon, _CUES, "partner", "together")
        self._tells = finder(lexicon, _CUES, "says")
        self._together = ending(lexicon, _CUES, "together")
        self._under = compiled(rf",\s|,?\s{alternation(lexicon, _CUES, 'under')}\s")
        self._below = ending(lexicon, _CUES, "under")
        self._lets = compiled(rf"\s{alternation(lexicon, _CUES, 'lets')}(?!\w)")
        self._belonging = finder(lexicon, _CUES, "under")
        self._lead = ending(lexicon, _CUES, "lead-noun")
        self._on_day = compiled(rf"(?<!\w){alternation(lexicon, _CUES, 'day-word')}\s\d{{1,2}}/\d{{1,2}} $")
        self._at = ending(lexicon, _CUES, "at", "place", "remote")
        self._by = ending(lexicon, _CUES, "by")
        self._house = finder(lexicon, _CUES, "venue")
        self._source = ending(lexicon, _CUES, "source")
        people = alternation(lexicon, _CUES, "people")
        plural = surface(lexicon, "cue", "plural")
        self._listed_places = compiled(rf"(?<!\w){plural}\s[^,;:.]{{1,24}}:[^:;.]*$")
        self._people = compiled(rf"(?:(?:,|{self._and.rstrip()})\s{people}(?!\w))+\s")

    def _side(self, organization: Organization) -> str | None:
        return self._lexicon.concept("body", organization.kind).one("side")

    def _whole(self, organization: Organization) -> Organization:
        """The central level meets as the central committee (``Hội nghị Trung ương 9``)."""
        if organization.kind != _CENTRAL:
            return organization
        committee = self._lexicon.concept("body", "central-committee")
        return Organization(committee.key, committee.label, level=0)

    def _acting(self, start: int, end: int) -> tuple[Organization, ...]:
        """The organisations that stand before a verb as its subject, the last chain of them."""
        found = self._able(start, end)
        if not found:
            return ()
        last = found[-1]
        if end - last.end > _FAR:
            return ()
        chain = [last]
        for mention in reversed(found[:-1]):
            between = _SHORT.sub("", self._folded[mention.end : chain[0].start], count=1)
            if self._source.search(self._folded[start : mention.start].rstrip()):
                break
            joined = 0 < len(between.strip()) < JOINED or (len(between) < _LISTED and "," in between)
            joined = joined and _DIGIT.search(between) is None and self._tells.search(between) is None
            joined = joined or self._goes_over(mention.end, chain[0].start)
            if not joined and (len(between) > _CLOSE or not self._partner.search(between.rstrip())):
                break
            chain.insert(0, mention)
        return tuple(dict.fromkeys(self._with_people(m) for m in chain[:MOST]))

    def _goes_over(self, start: int, end: int) -> bool:
        """Whether only others of a list stand between two bodies (``Bộ A, báo B và Công ty C``)."""
        listed = self._listed_on.fullmatch(self._folded, start, end)
        if listed is None or self._scan.people.within(start, end) or self._scan.roles.within(start, end):
            return False
        first = start + len(", ")
        return self._scan.text.content[first].isupper() or bool(self._scan.hits_at(first, "body"))

    def _with_people(self, mention: BodyMention) -> Organization:
        """A party organisation, also told with the people of its place (``Đảng bộ và Nhân dân huyện X``)."""
        told = mention.organization
        people = self._people.match(self._folded, mention.end)
        unit = self._scan.units.at(people.end()) if people is not None else None
        if unit is None or told.territory is not None or self._side(told) != "party":
            return told
        return committee_of(unit.unit, self._lexicon) or told

    def _able(self, start: int, end: int) -> list[BodyMention]:
        """The bodies that can be a subject; one joined by `and` or a dash to another that cannot is none."""
        able: list[BodyMention] = []
        aside: BodyMention | None = None
        for mention in self._scan.bodies.within(start, end):
            between = self._folded[aside.end : mention.start] if aside is not None else ""
            joined = between == self._and or _DASHED.fullmatch(between) is not None
            if joined or self._stands_beside(mention, start) or self._located(mention):
                aside = mention
            elif self._can_act(mention, start):
                able.append(mention)
        return able

    def _place_acting(self, start: int, end: int) -> tuple[Organizer, ...]:
        """The place that acts under its own name (``Hà Nội tổ chức hội nghị``)."""
        units = self._scan.units.within(start, end)
        place = [u for u in units if self._acts_itself(u, start, end)]
        if not place:
            return ()
        first = place[-1]
        for unit in reversed(units):
            if unit.end < first.start and unit.unit.level > first.unit.level:
                if self._folded[unit.end : first.start].strip() != ",":
                    break
                first = unit
        return (first.unit,)

    def _acts_itself(self, unit: UnitMention, start: int, end: int) -> bool:
        """Whether a place stands before the verb as its subject, not as where something or someone is."""
        before = self._folded[start : unit.start].rstrip()
        between = _BRACKETED.sub("", self._folded[unit.end : end], count=1)
        if len(between) > _CLOSE // 2 or self._scan.people.within(unit.end, end):
            return False
        if before.count("(") > before.count(")") or self._listed_places.search(before):
            return False
        listed = self._scan.units.last_before(unit.start)
        if (
            listed is not None
            and listed.start >= start
            and listed.unit.level == unit.unit.level
            and self._folded[listed.end : unit.start] == ", "
            and not self._acts_itself(listed, start, unit.start)
        ):
            return False
        subject = (
            not before
            or before.endswith(",")
            or (before[-1].isdigit() and unit.unit.name)
            or self._lead.search(before) is not None
        )
        inside = self._scan.bodies.covering(unit.start) is not None
        return subject and not (inside or titled(self._scan, unit) or self._located(unit))

    def _can_act(self, mention: BodyMention, start: int) -> bool:
        """Whether a body can be a subject: not a leader's, a place's or one only given in brackets."""
        opening = self._folded[start : mention.start]
        bracketed = opening.count("(") > opening.count(")")
        vague = mention.organization.kind in (_CENTRAL, _PARTY) or self._only_of_state(mention)
        counted = _COUNTED.search(opening) is not None and self._on_day.search(opening) is None
        above = self._below.search(opening.rstrip()) is not None
        below = self._belonging.search(self._folded, mention.start, mention.end) is not None
        many = below or mention.organization.territory is None
        many = many and self._many.search(opening) is not None
        aside = (
            bracketed
            or above
            or vague
            or counted
            or many
            or self._stands_beside(mention, start)
            or self._issued(start, mention)
            or self._lets.match(self._folded, mention.end) is not None
            or self._above_branch(start, mention)
        )
        return not (aside or titled(self._scan, mention) or self._located(mention))

    def _only_of_state(self, mention: BodyMention) -> bool:
        """Whether the state is only a word of something else (``vốn Nhà nước``), not of those who lead it."""
        if mention.organization.kind != _STATE:
            return False
        before = self._folded[max(0, mention.start - _CLOSE) : mention.start]
        if not before[-2:-1].isalnum() or before.endswith(self._and):
            return False
        return self._lead.search(before.rstrip()) is None

    def _stands_beside(self, mention: BodyMention, start: int) -> bool:
        """Whether a body is with the one who acts, or only agrees (``được sự đồng ý của Tỉnh ủy, …``).

        Two bodies of which one is told with the other act together (``Đài A cùng Bộ B tổ chức``).
        """
        before = self._folded[start : mention.start].rstrip()
        together = self._together.search(before)
        if together is not None:
            first = self._scan.bodies.last_before(start + together.start())
            return first is None or first.end != start + together.start() - 1 or titled(self._scan, first)
        return self._beside.search(before) is not None

    def _above_branch(self, start: int, mention: BodyMention) -> bool:
        """Whether a body is only told as the one above a branch (``Chi bộ thôn 3, Đảng bộ xã X tổ chức``)."""
        branch = self._scan.bodies.last_before(mention.start)
        if branch is None or branch.start < start or branch.organization.kind != _BRANCH:
            return False
        above = self._under.fullmatch(self._folded, branch.end, mention.start) is not None
        return above and self._side(mention.organization) == "party" and mention.organization.kind != _BRANCH

    def _issued(self, start: int, mention: BodyMention) -> bool:
        """Whether a body is told as who issued a document (``Nghị quyết số 5 ngày 3/2/2020 của …``)."""
        low = max(start, mention.start - _CLOSE)
        if self._by.search(self._folded[low : mention.start].rstrip()) is None:
            return False
        return bool(self._scan.hits_within(low, mention.start, "document-kind", "document-series"))

    def _located(self, mention: BodyMention | UnitMention) -> bool:
        """Whether something is only told as where others are (``tại Tỉnh ủy``, ``tại Nhà Quốc hội``)."""
        low = max(0, mention.start - _BEHIND)
        houses = self._house.finditer(self._folded, low, mention.end)
        if any(house.start() < mention.start < house.end() for house in houses):
            return True
        return self._at.search(self._folded[low : mention.start].rstrip()) is not None
