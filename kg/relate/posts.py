"""A post: a title and the organisation that it is held at, as one phrase of the text."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from kg.lexicon import Concept, Hit, Lexicon
from kg.mention import BodyMention, RoleMention, Scan, longest
from kg.model import Organization, Sentence, Unit
from kg.normalise import fold, modern, syllable

_FORMER, _INCUMBENT, _CANDIDATE = "former", "incumbent", "candidate"
_CANDIDATE_LONG = 14
_PAST = frozenset({"at-that-time", "old-unit"})
_BEFORE = frozenset({"former", "acting", "newly", "incumbent"})
_AMPERSAND = re.compile(r" & (?=[^\W\d_])")
_GOVERNOR = "governor"
_OTHER = "other-organization"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Post:
    """A title with its organisation; ``organization`` is ``None`` when the phrase names none.

    ``until`` is the last year of a term of office that stands with it; ``abroad`` says that it is an office
    of another country, ``party`` that it is one in the party, ``newly`` that it was just taken.
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
    newly: bool = False


_WORD = re.compile(r"[^\W_]+(?:[-&.][^\W_]+)*")
_SHORTEST = 3
_IN_NAMES = frozenset({"and", "none", "modifier", "at"})
_LONGEST = 9
_ADDRESS = frozenset({"honorific", "rank", "plural", "day", "year", "month"})
_DIGITS = {"I": 1, "V": 5, "X": 10}
_ROMAN = re.compile(r"(?<!\w)[IVX]+(?!\w)")
_ORDINAL = re.compile(r"[IVX]+(?!\w)|\d{1,2}(?=[,.;:)]|$)")
_FOR_A_YEAR = frozenset({"steering-committee", "council-board"})
_YEARS = 5
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
_SEATS = frozenset(
    {
        "central-committee",
        "executive-committee",
        "standing-committee",
        "party-organization",
        "inspection-committee",
        "central-military-commission",
        "politburo",
    }
)
_TOLD_BY_NAME = frozenset({"executive-committee", "standing-committee", "inspection-committee"})
_CONSISTS, _ADDRESSED = "consists", 12
_OPENS = re.compile(r"[^.,;:()]{0,40}:\s")
_OFFICE, _WITH_POST = "office", 24
_DIRECT = frozenset({"director", "deputy-director", "general-director", "deputy-general-director"})
_DIRECTED = frozenset({"department", "centre", "hospital", "company", "corporation", "broadcaster"})
_TAKES = frozenset({"holds", "post"})
_TAKEN_UP = _TAKES | {"with", "and", "capacity"}
_STANDING = "standing-committee"
_UNNAMED = frozenset({"section", "board", "faculty", "team"})


class PostReader:
    """Reads the posts of a scan."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._and = fold(lexicon.concept("cue", "and").label)
        self._content = scan.text.content
        self._lexicon = lexicon
        self._former = lexicon.concept("cue", "former")
        self._acting = lexicon.concept("cue", "acting")

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
            if not end <= cue.start < sentence.end:
                continue
            place: int | None = cue.end + 1
            named: list[Post] = []
            while place is not None and (found := self._seat(place)) is not None:
                named.append(found)
                end = found.end
                place = self._listed(end)
            yield from _of_one_committee(named)

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
            end, concept = hit.end if body is None else body.end, self._lexicon.concept("role", "member")
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
        field = modifier is not None
        foreign = self._abroad(role, end)
        if foreign is not None:
            return Post(start, foreign, concept.label, concept, None, former, acting, abroad=True)
        portfolio = field and self._sees_to(end)
        organization, end = self._organization(role, end, field=field)
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
        until = int(years[-1]) if len(years) > 1 else self._over(organization, end, stop)
        until = until or self._of_year(organization, end)
        stop = self._over_incumbent(stop)
        past = self._then(stop)
        former = former or past is not None
        party = self._in_party(concept, organization)
        return Post(
            start,
            past or stop,
            " ".join(words),
            concept,
            organization,
            former,
            acting,
            until,
            party=party,
            newly="newly" in told,
        )

    def _in_party(self, concept: Concept, organization: Organization | None) -> bool:
        if organization is None:
            return concept.one("family") == "secretary"
        return self._lexicon.concept("body", organization.kind).one("side") == "party"

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

    def _over(self, organization: Organization | None, start: int, end: int) -> int | None:
        """The last year of the term of a central body that is told by its number (``khóa XI``)."""
        ordinals = _ROMAN.findall(self._content, start, end)
        if organization is None or organization.kind not in _TERMS or not ordinals:
            return None
        regular, first_end = _TERMS[organization.kind]
        values = [_DIGITS[digit] for digit in ordinals[-1]]
        number = sum(-v if v < w else v for v, w in pairwise([*values, 0]))
        return first_end + _YEARS * number if number >= regular else None

    def _of_year(self, organization: Organization | None, end: int) -> int | None:
        """The year of a board that is made for one (``Trưởng ban Chỉ đạo kỳ thi năm 2018``)."""
        if organization is None or organization.kind not in _FOR_A_YEAR:
            return None
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

    def _over_incumbent(self, end: int) -> int:
        """The end of a word right after the post that says it is held now (`Chủ tịch đương nhiệm`)."""
        hits = self._scan.hits_at(end + 1, "cue") if self._content.startswith(" ", end) else []
        return max((h.end for h in hits if h.concept.key == _INCUMBENT), default=end)

    def _base(self, concept: Concept) -> Concept:
        reference = concept.one("role")
        return self._lexicon.follow(reference) if reference else concept

    def _before(self, start: int, floor: int) -> tuple[int, frozenset[str]]:
        """Where the phrase begins with its words for `former`, `acting`, `newly`, and which of them stand."""
        told: set[str] = set()
        for _ in range(2):
            near = longest(self._scan.hits_within(max(floor, start - 16), start, "cue"))
            gaps = {start - 1}
            if self._content.startswith(": ", start - 2):
                gaps = {start - 2} if any(h.concept.key == _FORMER for h in near) else gaps
            found = [h for h in near if h.concept.key in _BEFORE and h.end in gaps]
            if not found:
                break
            told.add(found[0].concept.key)
            start = found[0].start
        return start, frozenset(told)

    def _modifier(self, end: int) -> tuple[int, str | None]:
        """A modifier of the title (``phụ trách``) that stands before the organisation."""
        for hit in self._scan.hits_at(end + 1, "cue"):
            if hit.concept.key in ("modifier", "kept-modifier") and self._content[end] == " ":
                kept = hit.concept.key == "kept-modifier" and not self._of_field(hit.end)
                return hit.end, hit.concept.label if kept else None
        return end, None

    def _told_before(self, role: Concept, made: Organization | None, start: int) -> Organization | None:
        """With where the post is, if that stands before it (``về Thành ủy X với chức vụ R``)."""
        if made is not None and not self._is_bare_office(made):
            return made
        where = self._scan.bodies.last_before(start)
        if where is None or where.end < start - _WITH_POST or self._is_held_at(where):
            return made
        between = longest(self._scan.hits_within(where.end, start, "cue"))
        words = self._content[where.end : start].replace(",", " ").split()
        told = " ".join(self._content[h.start : h.end] for h in between).split()
        keys = {h.concept.key for h in between}
        if words != told or not keys & _TAKES or keys - _TAKEN_UP:
            return made
        if made is not None:
            return replace(made, parent=where.organization)
        kind = self._lexicon.concept("body", where.organization.kind)
        directs = role.key in _DIRECT and kind.key in _DIRECTED
        leads = role.one("family") == "secretary" and kind.one("side") == "party"
        return where.organization if directs or leads else None

    def _is_held_at(self, body: BodyMention) -> bool:
        """Whether another title is held at a body (``Chánh Thanh tra Sở X giữ chức R``)."""
        role = self._scan.roles.last_before(body.start + 1)
        return role is not None and role.end >= body.start - 1

    def _is_bare_office(self, organization: Organization) -> bool:
        alone = organization.unit is None and organization.parent is None
        return organization.kind == _OFFICE and alone

    def _sees_to(self, end: int) -> bool:
        """Whether a field follows, not the whole (``phụ trách Kinh doanh Công ty X``)."""
        place = self._next(end)
        if place is None or not self._content[place].isupper():
            return False
        return self._free(place) and self._bare(place) is None

    def _of_field(self, end: int) -> bool:
        """Whether a field that somebody sees to follows (``Phó Chủ tịch phụ trách đô thị``), no office."""
        place = self._next(end)
        word = self._content[end + 1 : end + 2]
        if place is None or not word.isalpha():
            return False
        return self._scan.bodies.at(place) is None and self._scan.units.at(place) is None and word.islower()

    def _organization(self, role: RoleMention, end: int, *, field: bool) -> tuple[Organization | None, int]:
        """The organisation of a title that ends at ``end``, perhaps with a ``field`` its holder sees to."""
        implied = role.concept.one("body")
        body = self._body(role, end)
        if implied:
            return self._implied(self._lexicon.follow(implied), role, body)
        if body is not None:
            return self._inside(body, role), max(body.end, end)
        place = self._next(end)
        bare = self._bare(place)
        if bare is not None:
            return bare
        unit = self._scan.units.at(place) if place is not None else None
        family = role.concept.one("family")
        if unit is None and place is not None and not (family == "secretary" or _of_state(role.concept)):
            named = self._named(place)
            whole = self._scan.bodies.at(named[1] + 1) if field and named is not None else None
            if whole is not None:
                return whole.organization, whole.end
            if named is not None and not (role.concept.one("heads") is None and _common(named[0])):
                return self._with_above(*self._headed(role, *named))
        if unit is not None and family and (unit.unit.name or family == "chair"):
            if not unit.unit.type:
                return None, end
            return self._of_unit(unit.unit, family), unit.end
        return None, end

    def _named(self, place: int) -> tuple[Organization, int] | None:
        """An organisation that only its own name tells (``Tổng giám đốc Saigonbank``).

        A name whose first word is one Vietnamese syllable goes on in lower case (``Vườn quốc gia Ba Vì``), as
        after an acronym (``CTCP Đầu tư X``); the syllable alone is no name.
        """
        words: list[str] = []
        end = place
        while self._free(end) or (words and syllable(words[0]) and self._bare_place(end)):
            match = _WORD.match(self._content, end)
            if match is None or not (match.group()[0].isupper() or self._goes_on(words, end)):
                break
            words.append(match.group())
            kept = [h.end for h in self._scan.hits_at(end, "stop") if h.concept.key == "keep"]
            place_name = self._scan.units.at(end)
            untyped = [place_name.end] if place_name is not None and not place_name.typed else []
            end = max([match.end(), *kept, *untyped])
            if not self._content.startswith(" ", end):
                break
            end += 3 if _AMPERSAND.match(self._content, end) else 1
        name = self._content[place:end].strip()
        if fold(words[-1] if words else "") == self._and:
            name = name[: -len(words.pop())].strip()
        if len(name) < _SHORTEST or len(words) > _LONGEST or (len(words) == 1 and syllable(name)):
            return None
        made, end = Organization(_OTHER, modern(name)), place + len(name)
        unit = self._scan.units.at(end + 1) if " " in name else None
        if unit is None or not unit.typed or not unit.unit.name:
            return made, end
        return replace(made, unit=unit.unit, level=unit.unit.level), unit.end

    def _headed(self, role: RoleMention, made: Organization, end: int) -> tuple[Organization, int]:
        """`Vụ trưởng Pháp chế` heads the `Vụ Pháp chế`: some titles tell the kind of their organisation."""
        heads = role.concept.one("heads")
        name = self._lexicon.written_out(made.name)
        if heads is None or not syllable(name.partition(" ")[0]):
            return made, end
        kind = self._lexicon.follow(heads)
        if name.startswith(f"{kind.label} "):
            return made, end
        return replace(made, kind=kind.key, name=f"{kind.label} {name}"), end

    def _with_above(self, made: Organization, end: int) -> tuple[Organization, int]:
        """An office that its title told the kind of, with the one above right behind it or in brackets."""
        if made.kind == _OTHER or made.unit is not None:
            return made, end
        bracketed = self._content.startswith(" (", end)
        above = self._scan.bodies.at(end + (2 if bracketed else 1))
        if above is None or (bracketed and not self._content.startswith(")", above.end)):
            return made, end
        if above.organization.kind == made.kind or not self._content[above.start].isupper():
            return made, end
        return replace(made, parent=above.organization), above.end + bracketed

    def _bare_place(self, place: int) -> bool:
        """Whether a province or district by bare name, or a name of two words, goes on a name."""
        unit, person = self._scan.units.at(place), self._scan.people.at(place)
        if person is not None:
            return person.name.count(" ") == 1 and not person.honorific
        return unit is not None and not unit.typed

    def _goes_on(self, words: list[str], place: int) -> bool:
        """Whether a word in lower case, or a number, belongs to the name that these words begin."""
        if not words or not (syllable(words[0]) or (len(words) > 1 and syllable(words[-1]))):
            return False
        found = self._scan.hits_at(place, "stop", "cue", "role", "unit-type")
        if any(h.concept.key == "keep" for h in found):
            return True
        if fold(words[-1]) == self._and:
            found = [h for h in found if h.concept.key != "soft"]
        return all(h.concept.scheme == "cue" and h.concept.key in _IN_NAMES for h in found)

    def _free(self, place: int) -> bool:
        """Whether no other mention begins here: a person, a unit, an organisation or a form of address."""
        scan = self._scan
        tracks = (scan.people, scan.units, scan.bodies, scan.roles, scan.countries)
        return not any(t.at(place) for t in tracks) and not any(
            h.concept.key in _ADDRESS for h in self._scan.hits_at(place, "cue")
        )

    def _inside(self, body: BodyMention, role: RoleMention) -> Organization:
        """`trưởng phòng của X`: the office without a name inside the title stands for X."""
        made = body.organization
        unnamed = made.name == self._lexicon.concept("body", made.kind).label
        if body.start < role.end and unnamed and made.parent is not None and made.kind in _UNNAMED:
            return made.parent
        return made

    def _bare(self, place: int | None) -> tuple[Organization, int] | None:
        """A kind of organisation without a name (``Giám đốc Sở``): one that the text named before."""
        if place is None or not self._content[place].isupper():
            return None
        compound = max((h.end for h in self._scan.hits_at(place, "stop")), default=place)
        for hit in self._scan.hits_at(place, "body"):
            if compound > hit.end:
                break
            if (
                hit.concept.one("naming") in ("open", "field")
                and not self._content[hit.end + 1 : hit.end + 2].isupper()
            ):
                return Organization(hit.concept.key, hit.concept.label, level=hit.concept.level), hit.end
            break
        return None

    def _implied(
        self, concept: Concept, role: RoleMention, body: BodyMention | None
    ) -> tuple[Organization | None, int]:
        """The organisation that the title itself names (``tỉnh ủy viên``)."""
        naming = concept.one("naming")
        if naming == "of" and body is not None:
            if body.organization.kind == concept.key:
                return body.organization, max(role.end, body.end)
            return Organization(concept.key, concept.label, parent=body.organization), body.end
        if naming != "fixed" and body is not None and body.organization.kind == concept.key:
            return body.organization, max(role.end, body.end)
        made = Organization(concept.key, concept.label, bare_unit=naming == "bare", level=concept.level)
        front = self._of_front(role, body) if naming == "fixed" and body is not None else None
        if front is not None and body is not None:
            return front, body.end
        if naming == "bare":
            place = self._next(role.end)
            inside = [u for u in self._scan.units.within(role.start, role.end) if u.end > role.end]
            unit = inside[0] if inside else self._scan.units.at(place) if place is not None else None
            if unit is not None and unit.unit.name and unit.unit.level == made.level:
                return Organization(made.kind, made.name, unit.unit, True, level=made.level), unit.end
        return made, role.end

    def _of_front(self, role: RoleMention, body: BodyMention) -> Organization | None:
        """`Ủy viên Ban Chấp hành Trung ương Hội X` is no member of the party's central committee."""
        concept = self._lexicon.concept("body", body.organization.kind)
        base = self._base(role.concept)
        if concept.one("side") != "front" or base is role.concept or body.start != role.end + 1:
            return None
        surface = self._content[role.start + len(base.label) + 1 : role.end]
        name = self._lexicon.written_out(modern(surface))
        return Organization(body.organization.kind, name, parent=body.organization)

    def _body(self, role: RoleMention, end: int) -> BodyMention | None:
        """The organisation that begins inside the title, or right after it."""
        for body in self._scan.bodies.within(role.start, role.end):
            if body.end > role.end or body.end == role.end:
                return body
        place = self._next(end)
        return self._scan.bodies.at(place) if place is not None else None

    def _next(self, end: int) -> int | None:
        """Where the next word begins, over a blank and a word for `of`."""
        if not self._content.startswith(" ", end):
            return None
        place = end + 1
        for hit in self._scan.hits_at(place, "cue"):
            if hit.concept.key == "of" and self._content.startswith(" ", hit.end):
                return hit.end + 1
        return place

    def _of_unit(self, unit: Unit, family: str) -> Organization:
        """`Bí thư Sóc Trăng` is at its party committee, `Chủ tịch huyện X` at its people's committee."""
        if family == "chair":
            concept = self._lexicon.concept("body", "peoples-committee")
            return Organization(concept.key, concept.label, unit, level=unit.level)
        return self._lexicon.committee_of(unit)

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
            if content[stop] in " -–IVX./)" or content[stop].isdigit():
                if content[stop] == ")" and not bracketed:
                    break
                stop += 1
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


def _of_state(role: Concept) -> bool:
    """Whether only a body of the state has such a post, so that a mere name behind it is a holder's."""
    return role.one("field") is not None or role.key.endswith(_GOVERNOR)


def _common(made: Organization) -> bool:
    """Whether a name is only the field that somebody sees to (``Giám đốc Tiếp thị``): common words."""
    first, *others = made.name.split(" ")
    words = bool(others) and all(map(syllable, (first, *others))) and " ".join(others).islower()
    return made.unit is None and words


def _of_one_committee(seats: list[Post]) -> list[Post]:
    """Seats of one list (``Ban Chấp hành, Ban Thường vụ Tỉnh ủy X``) are on the committee told last."""
    whole = seats[-1].organization.parent if seats and seats[-1].organization is not None else None
    if whole is None:
        return seats
    return [
        replace(seat, organization=whole) if seat.organization and _unnamed(seat.organization) else seat
        for seat in seats
    ]


def _unnamed(organization: Organization) -> bool:
    return organization.unit is None and organization.parent is None and organization.level is None
