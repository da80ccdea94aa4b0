"""A post: a title and the organisation that it is held at, as one phrase of the text."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from kg.lexicon import Concept, Hit
from kg.mention import RoleMention, longest, of_another_country
from kg.model import Organization, Sentence
from kg.relate.offices import (
    Offices,
)
from kg.relate.phrases import pattern

_LATELY, _FOREIGN = "lately", "head-of-state-foreign"
_TRUST = frozenset({"trusts"})
_SEATED = frozenset({"elects", "elected", "re-elected", "appointed", "appoints", "assigned", "assigns"})
_FORMER, _ACTING, _CANDIDATE = "former", "acting", "candidate"
_RANK, _RANKED = "rank", 24
_UNTIL_NOW, _NOW = "until-now", 16
_THROUGH_TIMES = "through-times"
_PASSED = frozenset({"incumbent", "this-office", _THROUGH_TIMES})
_CANDIDATE_LONG = 14
_PAST = frozenset({"at-that-time", "old-unit"})
_BEFORE = frozenset({"former", "acting", "newly", "incumbent"})
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SERVED = re.compile(r" \((?:19|20)\d\d ?[-–] ?((?:19|20)\d\d)\)")
"""The years of somebody's service, right behind the post (``Bộ trưởng Bộ X (2011 - 2016)``)."""
_DIGITS = {"I": 1, "V": 5, "X": 10}
_NUMBERED = re.compile(r"(?<![\w/.-])(?:[IVX]+|\d{1,2})(?![\w/-])")
_ORDINAL = re.compile(r"[IVX]+(?!\w)|\d{1,2}(?=[,.;:)]|$)")
_FIGURE = re.compile(r"[-– ./)]|\d|[IVX]+(?!\w)")
"""What a term is written with: no capital of a name behind it (``khóa XV Vũ Văn A``)."""
_FOR_A_YEAR = frozenset({"steering-committee", "council-board"})
_YEARS, _LOWEST = 5, 4
_TERMS = dict.fromkeys(("central-committee", "politburo", "secretariat"), (6, 1961)) | {
    "national-assembly": (12, 1951),
    "assembly-delegation": (12, 1951),
}
"""The number from which on terms of a central body end every five years, and the year to count from.

The national congress meets every five years since the sixth, of 1986 (Party Statutes, article 15); the
National Assembly is elected in the same years since the thirteenth was, in 2011.
"""
_SPAN = re.compile(r"(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d(?!\d)")
_TERMS_TOLD = 4
_SPANS = frozenset({"span", "span-to", "from", "month", "year"})
_TIMES = frozenset({"term", "session", "span", "from"})
_SEATING = frozenset({"joins", "withdraws", "wins"})
_SECRETARIAT = "secretariat"
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
        _SECRETARIAT,
    }
)
_TOLD_BY_NAME = frozenset({"executive-committee", "standing-committee", "inspection-committee"})
_CONSISTS, _ADDRESSED = "consists", 12
_OPENS = re.compile(r"[^.,;:()]{0,40}:\s")
_STANDING = "standing-committee"
_ASSEMBLY, _DELEGATION = "national-assembly", "assembly-delegation"
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


class PostReader(Offices):
    """Reads the posts of a scan."""

    @cached_property
    def _delegation(self) -> str:
        """The word that the name of a delegation to the National Assembly begins with."""
        return self._lexicon.concept("body", _DELEGATION).label.partition(" ")[0].lower()

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
        return any(hit.concept.key == _CANDIDATE and hit.end == start - 1 for hit in near)

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
        for hit in longest(self._scan.hits_at(place, "body")):
            if hit.concept.key not in _SEATS:
                continue
            body = self._scan.bodies.at(place)
            whole = self._lexicon.concept("body", "party-organization")
            made = Organization(whole.key, whole.label) if body is None else body.organization
            secretary = hit.concept.key == _SECRETARIAT
            concept = self._lexicon.concept("role", "secretary" if secretary else "member")
            end = hit.end if body is None else body.end
            after = self._content[end : end + 2]
            if secretary and after.startswith(" ") and after[1:].isupper():
                return None  # of another organisation (``Ban Bí thư Trung ương Đoàn``)
            stop = self._term(end)
            until = self._over(made, end, stop)
            return Post(place, stop, concept.label, concept, made, False, False, until, party=True)
        return None

    def _listed(self, end: int) -> int | None:
        """Where the next item of a list begins: after a comma or a word for `and`."""
        if self._content.startswith(", ", end):
            return end + 2
        for hit in self._scan.hits_at(end + 1, "cue"):
            if hit.concept.key == "and":
                return hit.end + 1
        return None

    def _post(self, role: RoleMention, sentence: Sentence) -> Post:
        start, told = self._before(role.start, sentence.start)
        former, acting = "former" in told, "acting" in told
        concept = self._base(role.concept)
        end, modifier = self._modifier(role.end)
        fresh = self._over_new(end)
        newly, end = "newly" in told or fresh is not None, fresh or end
        field = modifier is not None
        foreign = self._abroad(role, end) or (end if concept.key == _FOREIGN else None)
        if foreign is not None:
            return Post(start, foreign, concept.label, concept, None, former, acting, abroad=True)
        portfolio = field and self._sees_to(end)
        organization, end = self._organization(role, end, field=field)
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
        years = _YEAR.findall(self._content, end, stop)
        lasts = len(years) > 1 and self._lasts(stop)
        until = int(years[-1]) if len(years) > 1 and not lasts else self._over(organization, end, stop)
        until = until or self._of_year(organization, role.end, end)
        served = _SERVED.match(self._content, stop) if until is None else None
        until = int(served[1]) if served is not None else until
        stop, passed = self._passed_over(stop)
        marked = self._marked_new(stop)
        newly, stop = newly or marked is not None, marked or stop
        past = self._then(stop)
        former = former or past is not None or passed == _THROUGH_TIMES
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

    def _lasts(self, stop: int) -> bool:
        """Whether years go on until now (``nhiệm kỳ 2016-2021 và 2021-2026 (từ tháng 12/2020 đến nay)``)."""
        near = self._scan.hits_within(max(0, stop - _NOW), stop + _NOW, "cue")
        return any(hit.concept.key == _UNTIL_NOW and hit.start <= stop <= hit.end for hit in near)

    def _over(self, organization: Organization | None, start: int, end: int) -> int | None:
        """The last year of the term of a central body that is told by its number (``khóa XI``)."""
        ordinals = _NUMBERED.findall(self._content, start, end)
        if organization is None or not ordinals:
            return None
        side = self._lexicon.concept("body", organization.kind).one("side")
        central = organization.level == 0 and side == "party"
        counted = _TERMS.get(organization.kind) or (_TERMS[_SECRETARIAT] if central else None)
        if counted is None:
            return None
        regular, first_end = counted
        number = _value(ordinals[-1])
        return first_end + _YEARS * max(number, regular - 1) if number > 0 else None

    def _of_year(self, organization: Organization | None, start: int, end: int) -> int | None:
        """The year of a board that is made for one (``Trưởng ban Chỉ đạo kỳ thi năm 2018``)."""
        if organization is None or organization.kind not in _FOR_A_YEAR:
            return None
        named = _YEAR.findall(self._content, start, end)
        if named:
            return int(named[0])
        word = [h.end for h in self._scan.hits_at(end + 1, "cue") if h.concept.key == "year"]
        year = _YEAR.match(self._content, max(word, default=end) + 1)
        return int(year.group()) if year is not None else None

    def _then(self, end: int) -> int | None:
        """The end of words that put the post into the past (``lúc bấy giờ``) right after it."""
        if not self._content.startswith(" ", end):
            return None
        for hit in self._scan.hits_at(end + 1, "cue"):
            if hit.concept.key in _PAST:
                return hit.end
        return None

    def _passed_over(self, end: int) -> tuple[int, str | None]:
        """The end of a word behind the post for when it was held, or for its office, and which one."""
        hits = self._scan.hits_at(end + 1, "cue") if self._content.startswith(" ", end) else []
        last = max((h for h in hits if h.concept.key in _PASSED), key=lambda h: h.end, default=None)
        return (last.end, last.concept.key) if last is not None else (end, None)

    def _over_around(self, organization: Organization | None, end: int) -> int:
        """The end of the units around an office's own, before a name or another title.

        ``Chủ tịch UBND huyện X, tỉnh Y P``, ``Chủ tịch UBND xã X, huyện Y, nguyên Bí thư xã Z``.
        """
        if organization is None:
            return end
        if organization.kind == _ASSEMBLY:
            return self._over_constituency(end)
        stop, level = end, organization.unit.level if organization.unit is not None else _LOWEST
        while self._content.startswith(", ", stop):
            around = self._scan.units.at(stop + 2)
            if around is None or around.unit.level >= level:
                break
            stop, level = around.end, around.unit.level
        return stop if self._scan.people.at(stop + 1) is not None or self._titled_at(stop) else end

    def _over_constituency(self, end: int) -> int:
        """The end of a delegate's province or delegation before the name (``ĐBQH đoàn Thái Bình P``)."""
        place = self._next(end)
        if place is None:
            return end
        if self._content[place : place + len(self._delegation)].lower() == self._delegation:
            place = self._next(place + len(self._delegation))
        if place is None:
            return end
        body = self._scan.bodies.at(place)
        if body is not None and body.organization.kind != _DELEGATION:
            return end
        named = body or self._scan.units.at(place) or next(iter(self._scan.hits_at(place, "place")), None)
        if named is None:
            return end
        stop = self._term(named.end)
        return stop if self._scan.people.at(stop + 1) is not None else end

    def _titled_at(self, end: int) -> bool:
        """Whether a comma and another title follow, perhaps a former one."""
        if not self._content.startswith(", ", end):
            return False
        before = [h.end + 1 for h in self._scan.hits_at(end + 2, "cue") if h.concept.key == _FORMER]
        return any(self._scan.roles.at(place) is not None for place in (end + 2, *before))

    def _over_new(self, end: int) -> int | None:
        """The end of a word behind a title that says that it was just taken (`Bí thư mới của tỉnh X`)."""
        for hit in self._scan.hits_at(end + 1, "cue") if self._content.startswith(" ", end) else ():
            place = self._next(hit.end) if hit.concept.key == _LATELY else None
            if place is not None and (place > hit.end + 1 or self._named_at(place)):
                return hit.end
        return None

    def _marked_new(self, end: int) -> int | None:
        """The end of brackets behind a post that say that it is a new one (``Bí thư Tỉnh ủy X (mới)``)."""
        for hit in self._scan.hits_at(end + 2, "cue") if self._content.startswith(" (", end) else ():
            if hit.concept.key == _LATELY and self._content.startswith(")", hit.end):
                return hit.end + 1
        return None

    def _named_at(self, place: int) -> bool:
        return self._scan.bodies.at(place) is not None or self._scan.units.at(place) is not None

    def _before(self, start: int, floor: int) -> tuple[int, frozenset[str]]:
        """Where the phrase begins with its words for `former`, `acting`, `newly`, and which of them stand."""
        told: set[str] = set()
        start = self._behind_former_rank(start, floor)
        for _ in range(2):
            near = longest(self._scan.hits_within(max(floor, start - 16), start, "cue"))
            gaps = {start - 1}
            if self._content.startswith(": ", start - 2):
                gaps = {start - 2} if any(h.concept.key == _FORMER for h in near) else gaps
            found = [h for h in near if h.concept.key in _BEFORE and h.end in gaps]
            found = found or [h for h in near if h.concept.key == _ACTING and h.end == start]
            if not found:
                break
            told.add(found[0].concept.key)
            start = found[0].start
        return start, frozenset(told)

    def _behind_former_rank(self, start: int, floor: int) -> int:
        """Where a rank that somebody had begins, before the title of then (``cựu Đại tá, Trưởng phòng``)."""
        if not self._content.startswith(", ", start - 2):
            return start
        near = longest(self._scan.hits_within(max(floor, start - _RANKED), start - 2, "cue"))
        rank = next((h for h in near if h.concept.key == _RANK and h.end == start - 2), None)
        former = rank is not None and any(
            h.concept.key == _FORMER and h.end == rank.start - 1 for h in near
        )
        return rank.start if rank is not None and former else start

    def _modifier(self, end: int) -> tuple[int, str | None]:
        """A modifier of the title (``phụ trách``) before the organisation, perhaps after a comma."""
        parted = self._content.startswith(", ", end)
        for hit in self._scan.hits_at(end + 1 + parted, "cue"):
            if hit.concept.key not in ("modifier", "kept-modifier"):
                continue
            if self._content[end] == " " or (parted and self._scan.bodies.at(hit.end + 1) is not None):
                kept = hit.concept.key == "kept-modifier" and not self._of_field(hit.end)
                return hit.end, hit.concept.label if kept else None
        return end, None

    def _term(self, end: int) -> int:
        """The end of the phrase with the session and the term of office in the words after it."""
        start = end
        for _ in range(_TERMS_TOLD):
            stop = self._one_term(end)
            if stop == end and end > start:
                stop = self._another_term(end)
            if stop == end:
                break
            end = stop
        opened = self._content.count("(", start, end) > self._content.count(")", start, end)
        return end + 1 if opened and self._content.startswith(")", end) else end

    def _another_term(self, end: int) -> int:
        """The end of one more term of a list (``nhiệm kỳ 2011-2016 và 2016-2021``, ``khóa X, XI``)."""
        place = self._listed(end)
        place = end + 2 if place is None and self._content.startswith("; ", end) else place
        if place is None:
            return end
        span = _SPAN.match(self._content, place) or _ORDINAL.match(self._content, place)
        if span is not None:
            return span.end()
        stop = self._one_term(place - 1)
        return stop if stop > place else end

    def _through(self, stop: int, *, bracketed: bool) -> int:
        """The end of figures for years and terms that begin at ``stop``, over words for `until`."""
        content, limit = self._content, self._scan.sentence(stop - 1).end
        while stop < limit:
            figure = _FIGURE.match(content, stop)
            if figure is not None:
                if content[stop] == ")" and not bracketed:
                    break
                stop = figure.end()
                continue
            joined = [h.end for h in self._scan.hits_at(stop, "cue") if h.concept.key in _SPANS]
            if not joined:
                break
            stop = max(joined)
        return len(content[:stop].rstrip(" -–."))

    def _one_term(self, end: int) -> int:
        content = self._content
        if content.startswith((" (", ", ", " "), end):
            start = end + (2 if content[end : end + 2] in (" (", ", ") else 1)
            several = [h.end + 1 for h in self._scan.hits_at(start, "cue") if h.concept.key == "plural"]
            start = several[0] if several else start
            for hit in self._scan.hits_at(start, "cue"):
                spoken = hit.concept.key in _SPANS and content.startswith(", ", end)
                if hit.concept.key in _TIMES and not spoken:
                    stop = self._through(hit.end, bracketed=content[start - 1] == "(")
                    if hit.concept.key in ("term", "session") or _YEAR.search(content, start, stop):
                        return stop
        return end


def _value(ordinal: str) -> int:
    """The number that digits, Roman or not, stand for."""
    if ordinal.isdigit():
        return int(ordinal)
    values = [_DIGITS[digit] for digit in ordinal]
    return sum(-v if v < w else v for v, w in pairwise([*values, 0]))


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
