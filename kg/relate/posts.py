"""A post: a title and the organisation that it is held at, as one phrase of the text."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from kg.lexicon import Concept, Hit
from kg.mention import RoleMention, longest, of_another_country
from kg.model import Organization, Sentence
from kg.relate.phrases import pattern
from kg.relate.post_terms import (
    CANDIDATE,
    FOREIGN,
    SECRETARIAT,
    THROUGH_TIMES,
    YEAR,
    PostTerms,
)

_TRUST = frozenset({"trusts"})
_SEATED = frozenset({"elects", "elected", "re-elected", "appointed", "appoints", "assigned", "assigns"})
_CANDIDATE_LONG = 14
_SERVED = re.compile(r" \((?:19|20)\d\d ?[-–] ?((?:19|20)\d\d)\)")
"""The years of somebody's service, right behind the post (``Bộ trưởng Bộ X (2011 - 2016)``)."""
_SEATING = frozenset({"joins", "withdraws", "wins"})
_ANOTHER, _FILLED_IN = "another-body", frozenset({"chair", "secretary"})
"""Families of titles whose body the article tells where they name none."""
_SEATS = frozenset(
    {
        "agencies-party-committee",
        "central-committee",
        "executive-committee",
        "standing-committee",
        "party-organization",
        "inspection-committee",
        "presidium",
        "central-military-commission",
        "central-police-party-committee",
        "party-caucus",
        "party-group",
        "politburo",
        SECRETARIAT,
    }
)
_EXECUTIVE, _YOUTH = "executive-committee", "central-youth-union"
"""The youth union's centre and the committee that leads it share their names."""
_TOLD_BY_NAME = frozenset({"executive-committee", "standing-committee", "inspection-committee"})
_CONSISTS, _ADDRESSED = "consists", 12
_OPENS = re.compile(r"[^.,;:()]{0,40}:\s")
_STANDING = "standing-committee"
_OPEN = "grassroots-party-committee"
_LED_NEAR = 40
_STOPS = re.compile(r"[;:(]")


@dataclass(frozen=True, slots=True)
class Post:
    """A title with its organisation; ``organization`` is ``None`` when the phrase names none.

    ``until`` is the last year of a term of office that stands with it; ``abroad`` says that it is an office
    of another country, ``party`` that it is one in the party, ``aside`` one of an association, which
    people lead beside or after their office, ``newly`` that it was just taken, ``elsewhere`` that it is one
    of a body that nothing is known of (``chủ tịch câu lạc bộ người cao tuổi``).
    """

    start: int
    end: int
    role: str
    concept: Concept
    organization: Organization | None
    former: bool
    acting: bool
    until: int | None = None
    abroad: bool = False
    party: bool = False
    aside: bool = False
    newly: bool = False
    elsewhere: bool = False


class PostReader(PostTerms):
    """Reads the posts of a scan."""

    def any_posts(self) -> bool:
        """Whether the text can name a post at all."""
        return bool(self._scan.roles) or bool(self._seating)

    @cached_property
    def _seating(self) -> list[Hit]:
        """The words for joining and leaving, in a text that names a committee."""
        if not any(hit.concept.key in _SEATS for hit in self._scan.hits.of("body")):
            return []
        return [hit for hit in self._scan.hits.of("cue") if hit.concept.key in _SEATING]

    def posts(self, sentence: Sentence) -> Iterator[Post]:
        """The posts of a sentence in text order; none overlaps another."""
        last = sentence.start
        found = (*self._seats(sentence), *self._made_up(sentence), *self._in_short(sentence))
        told = {seat.start: seat for seat in found}
        seats = deque(told[start] for start in sorted(told))
        for role in self._scan.roles.within(sentence.start, sentence.end):
            while seats and seats[0].start <= role.start:
                seat = seats.popleft()
                last = max(last, seat.end)
                yield seat
            if role.start < last or self._sought(role.start):
                continue
            post = self._post(role, sentence)
            last = post.end
            yield post
        yield from (seat for seat in seats if seat.start >= last)

    def _sought(self, start: int) -> bool:
        """Whether a title is one that somebody only stands for (``ứng viên đại biểu Quốc hội``)."""
        near = self._scan.hits_within(max(0, start - _CANDIDATE_LONG), start, "cue")
        return any(hit.concept.key == CANDIDATE and hit.end == start - 1 for hit in near)

    def _seats(self, sentence: Sentence) -> Iterator[Post]:
        """The seats that one joins or leaves (``tham gia Ban Chấp hành, Ban Thường vụ``)."""
        end = sentence.start
        for cue in self._seating:
            if not end <= cue.start < sentence.end or self._trusted(sentence.start, cue.start):
                continue
            place: int | None = cue.end + 1
            named: list[Post] = []
            while place is not None and (found := self._seat(place)) is not None:
                named.append(found)
                end = found.end
                place = self._listed(end)
            yield from _of_one_committee(named, self._led_beside(end, sentence))

    def _led_beside(self, end: int, sentence: Sentence) -> Organization | None:
        """The committee of which one is or was secretary, told right behind the seats on it."""
        role = next(iter(self._scan.roles.within(end, min(sentence.end, end + _LED_NEAR))), None)
        if role is None:
            return None
        between = self._scan.hits_within(end, role.start, "cue")
        seated = any(hit.concept.key in _SEATING for hit in between)
        if seated or _STOPS.search(self._content, end, role.start):
            return None
        led = self._post(role, sentence)
        whole = led.organization
        if whole is not None and role.concept.one("family") != "secretary":
            whole = whole.parent  # a board of the committee (``Trưởng ban Xây dựng Đảng phường X``)
        return whole if led.party and whole is not None and not _unnamed(whole) else None

    def _trusted(self, start: int, end: int) -> bool:
        """Whether trust is put in a committee (``niềm tin của nhân dân vào Ban Chấp hành``), not a member."""
        said = [h.concept.key for h in self._scan.hits_within(start, end, "cue")]
        return any(key in _TRUST for key in said) and not any(key in _SEATED for key in said)

    def _made_up(self, sentence: Sentence) -> Iterator[Post]:
        """The seats of a committee that is told name by name (``Ban Thường vụ gồm 5 đồng chí: A, B, …``)."""
        for body in self._scan.bodies.within(sentence.start, sentence.end):
            if body.organization.kind not in _TOLD_BY_NAME:
                continue
            place = self._term(body.end) + 1
            consists = [h for h in self._scan.hits_at(place, "cue") if h.concept.key == _CONSISTS]
            opened = _OPENS.match(self._content, consists[0].end) if consists else None
            seat = self._seat(body.start) if opened is not None else None
            if opened is not None and seat is not None:
                named = self._scan.people.within(opened.end(), opened.end() + _ADDRESSED)
                if next(iter(named), None) is not None:
                    yield seat

    def _in_short(self, sentence: Sentence) -> Iterator[Post]:
        """A standing committee that stands for a seat on it among titles (``R, Thường vụ Tỉnh ủy, R``)."""
        for body in self._scan.bodies.within(sentence.start, sentence.end):
            before, after = self._content[body.start - 2 : body.start], self._content[body.end : body.end + 2]
            if body.organization.kind != _STANDING or {before, after} != {", "}:
                continue
            role = self._scan.roles.last_before(body.start)
            beside = role is not None and role.start >= sentence.start
            beside = beside and role is not None and "," not in self._content[role.end : body.start - 2]
            beside = beside and self._scan.roles.at(body.end + 2) is not None
            seat = self._seat(body.start) if beside else None
            if seat is not None:
                yield seat

    def _seat(self, place: int) -> Post | None:
        hits = self._scan.hits_at(place, "body")
        committee = any(hit.concept.key == _EXECUTIVE for hit in hits)
        for hit in longest(hits):
            if hit.concept.key not in _SEATS and not (committee and hit.concept.key == _YOUTH):
                continue
            body = self._scan.bodies.at(place)
            whole = self._lexicon.concept("body", "party-organization")
            made = Organization(whole.key, whole.label) if body is None else body.organization
            secretary = hit.concept.key == SECRETARIAT
            concept = self._lexicon.concept("role", "secretary" if secretary else "member")
            end = hit.end if body is None else body.end
            after = self._content[end : end + 2]
            if secretary and after.startswith(" ") and after[1:].isupper():
                return None  # of another organisation (``Ban Bí thư Trung ương Đoàn``)
            stop = self._term(end)
            until = self._over(made, end, stop)
            return Post(place, stop, concept.label, concept, made, False, False, until, party=True)
        return None

    def _post(self, role: RoleMention, sentence: Sentence) -> Post:
        start, told = self._before(role.start, sentence.start)
        former, acting = "former" in told, "acting" in told
        concept = self._base(role.concept)
        end, modifier = self._modifier(role.end)
        fresh = self._over_new(end)
        newly, end = "newly" in told or fresh is not None, fresh or end
        field = modifier is not None
        foreign = self._abroad(role, end) or (end if concept.key == FOREIGN else None)
        if foreign is not None:
            return Post(start, foreign, concept.label, concept, None, former, acting, abroad=True)
        portfolio = field and self._sees_to(end)
        organization, end = self._organization(role, end, field=field)
        end = self._over_nation(organization, end)
        if organization is not None and of_another_country(organization.territory):
            return Post(start, end, concept.label, concept, None, former, acting, abroad=True)
        organization = self._told_before(concept, organization, start)
        place = self._next(end)
        country = self._scan.countries.at(place) if place is not None else None
        beyond = country.end if country is not None else self._of_foreigner(place)
        if beyond is not None:
            return Post(start, beyond, concept.label, concept, None, former, acting, abroad=True)
        words = [concept.label]
        if acting:
            words.insert(0, self._acting.label)
        if modifier and not (portfolio and organization is not None):
            words.append(modifier)
        stop = self._term(end)
        years = YEAR.findall(self._content, end, stop)
        lasts = len(years) > 1 and self._lasts(stop)
        until = int(years[-1]) if len(years) > 1 and not lasts else self._over(organization, end, stop)
        until = until or self._of_year(organization, role.end, end)
        served = _SERVED.match(self._content, stop) if until is None else None
        until = int(served[1]) if served is not None else until
        stop, passed = self._passed_over(stop)
        marked = self._marked_new(stop)
        newly, stop = newly or marked is not None, marked or stop
        past = max(self._then(stop) or 0, self._then(end) or 0) or None
        former = former or past is not None or passed == THROUGH_TIMES
        kind = self._lexicon.concept("body", organization.kind) if organization is not None else None
        side = kind.one("side") if kind is not None else None
        return Post(
            start,
            past or self._over_around(organization, stop),
            " ".join(words),
            concept,
            organization,
            former,
            acting,
            until,
            party=side == "party" if kind is not None else concept.one("family") == "secretary",
            aside=side == "front" and kind is not None and kind.one("office") == "side",
            newly=newly,
            elsewhere=organization is None and self._of_another(concept, end),
        )

    def _of_another(self, concept: Concept, end: int) -> bool:
        """Whether words in lower case right behind a title begin the name of a body that is not known."""
        if concept.one("family") not in _FILLED_IN or not self._content[end + 1 : end + 2].islower():
            return False
        begins = pattern(self._lexicon, "cue", _ANOTHER).match(self._scan.text.folded, end + 1)
        return self._content.startswith(" ", end) and begins is not None

    def _abroad(self, role: RoleMention, end: int) -> int | None:
        """The end of another country's name or organisation right after a title, or inside it."""
        for body in self._scan.abroad.within(role.start, role.end):
            if body.end >= role.end:
                return body.end
        place = self._next(end)
        found = (self._scan.abroad.at(place) or self._scan.countries.at(place)) if place is not None else None
        return found.end if found is not None else None

    def _of_foreigner(self, place: int | None) -> int | None:
        """The end of a title abroad that follows an office (``Văn phòng thủ tướng Thái Lan``)."""
        role = self._scan.roles.at(place) if place is not None else None
        return self._abroad(role, role.end) if role is not None else None


def _of_one_committee(seats: list[Post], led: Organization | None) -> list[Post]:
    """Seats of one list (``Ban Chấp hành, Ban Thường vụ Tỉnh ủy X``) are on the last one told or led."""
    last = seats[-1].organization if seats else None
    if last is None:
        return seats
    whole = last.parent
    open_ended = whole is not None and whole.unit is None and whole.parent is None and whole.kind == _OPEN
    if led is not None and (_unnamed(last) or open_ended):
        whole = led
        if last.kind == _STANDING:
            seats = [*seats[:-1], replace(seats[-1], organization=replace(last, parent=led))]
    if whole is None:
        return seats
    return [
        replace(seat, organization=whole) if seat.organization and _unnamed(seat.organization) else seat
        for seat in seats
    ]


def _unnamed(organization: Organization) -> bool:
    return organization.unit is None and organization.parent is None and organization.level is None
