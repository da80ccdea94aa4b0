"""Where a title is held: the organisation in its words, after them, or told before them."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.lexicon import Concept, Lexicon
from kg.mention import BodyMention, RoleMention, Scan, longest
from kg.model import Organization
from kg.normalise import fold, modern, syllable
from kg.relate.committees import of_leader
from kg.relate.sendings import DIRECT, OF_SCHOOLS, Sendings

_AMPERSAND = re.compile(r" & (?=[^\W\d_])")
_NUMBERED = re.compile(r" (\d{1,2}),? (?=[^\W\d_])")
_GOVERNOR = "governor"
_PARTY, _CENTRAL = "communist-party", "central-committee"
_OTHER = "other-organization"
_MINISTRY = "ministry"
_OF_MINISTRIES = frozenset({"agency", "general-department", "ministry-department", "steering-committee"})
_BRANCH_OFFICE, _DASH = "branch-office", re.compile(r" ?[-–] ?")
_WORD = re.compile(r"[^\W_]+(?:[-&.][^\W_]+)*")
_YOUTH = "youth-union"
_SHORTEST = 3
_KEPT = "keep"
_IN_NAMES = frozenset({"and", "none", "modifier", "at", "house-number"})
_LONGEST = 9
_ADDRESS = frozenset({"honorific", "rank", "plural", "day", "year", "month"})
_OF_PLACES = frozenset({"chair", "secretary"})
"""Titles of these tell a place by its kind alone (``Bí thư quận A``)."""
_OF, _FIELD_LONG = "of", 40
_SCHOOL = "school"
_COUNCIL = "school-council"
_AT = "at"
_UNNAMED = frozenset({"section", "board", "faculty", "team"})


def _of_state(role: Concept) -> bool:
    """Whether only a body of the state has such a post, so that a mere name behind it is a holder's."""
    return role.one("field") is not None or role.key.endswith(_GOVERNOR)


def _common(made: Organization) -> bool:
    """Whether a name is only the field that somebody sees to (``Giám đốc Tiếp thị``): common words."""
    first, *others = made.name.split(" ")
    words = bool(others) and all(map(syllable, (first, *others))) and " ".join(others).islower()
    return made.unit is None and words


class Offices(Sendings):
    """Reads the organisations of the titles of a scan."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        super().__init__(scan, lexicon)
        self._and = fold(lexicon.concept("cue", "and").label)
        self._nation = lexicon.concept("region", "nation").label
        self._former = lexicon.concept("cue", "former")

    def _base(self, concept: Concept) -> Concept:
        reference = concept.one("role")
        return self._lexicon.follow(reference) if reference else concept

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
            return self._of_ministry(self._inside(body, role), max(body.end, end))
        numbered = self._numbered(role, end)
        if numbered is not None:
            return numbered
        place = self._next(end)
        bare = self._of_council(role, place) or self._bare(place)
        if bare is not None:
            return bare
        whole = self._behind_field(place) if end > role.end and place is not None else None
        if whole is not None:
            return whole.organization, whole.end
        unit = self._scan.units.at(place) if place is not None else None
        family = role.concept.one("family")
        young = self._of_youth(place) if family == "secretary" and place is not None else None
        if young is not None:
            return young
        if unit is None and place is not None and not (family == "secretary" or _of_state(role.concept)):
            named = self._named(place)
            whole = self._scan.bodies.at(named[1] + 1) if field and named is not None else None
            if whole is not None:
                return whole.organization, whole.end
            if named is not None and named[0].name == self._nation:
                return self._sent_abroad(role, *named)
            if named is not None and not (role.concept.one("heads") is None and _common(named[0])):
                return self._with_above(*self._headed(role, *named))
        if unit is not None and family and (unit.unit.name or family in _OF_PLACES):
            if not unit.unit.type:
                return None, end
            return of_leader(unit.unit, family, self._lexicon), unit.end
        return None, end

    def _numbered(self, role: RoleMention, end: int) -> tuple[Organization, int] | None:
        """`Trưởng phòng 5, Công an tỉnh X`: a section that only a number names, with its office."""
        number = _NUMBERED.match(self._content, end)
        above = self._scan.bodies.at(number.end()) if number is not None else None
        if number is None or above is None or role.concept.one("overlap") is None:
            return None
        word = self._content.rfind(" ", role.start, role.end) + 1
        kind = next((h.concept for h in self._scan.hits_at(word, "body") if h.end == role.end), None)
        if kind is None:
            return None
        return Organization(kind.key, f"{kind.label} {number[1]}", parent=above.organization), above.end

    def _sent_abroad(self, role: RoleMention, nation: Organization, end: int) -> tuple[Organization, int]:
        """`Đại sứ Việt Nam tại Lào` heads the embassy in the country where somebody represents the nation."""
        at = next((h for h in self._scan.hits_at(end + 1, "cue") if h.concept.key == _AT), None)
        country = self._scan.countries.at(at.end + 1) if at is not None else None
        city = self._named(at.end + 1) if at is not None and country is None else None
        if country is None and city is None:
            return nation, end
        stop = country.end if country is not None else city[1] if city is not None else end
        return self._headed(role, replace(nation, name=f"{nation.name}{self._content[end:stop]}"), stop)

    def _of_council(self, role: RoleMention, place: int | None) -> tuple[Organization, int] | None:
        """`Chủ tịch Hội đồng, Giám đốc Đại học X` chairs the council of the school that its holder heads."""
        council = self._lexicon.concept("body", _COUNCIL)
        word = council.label.rpartition(" ")[0]
        if place is None or role.concept.one("family") != "chair":
            return None
        end = place + len(word)
        head = self._scan.roles.at(end + 2) if self._content.startswith(f"{word}, ", place) else None
        if head is None or head.concept.key not in (*DIRECT, *OF_SCHOOLS):
            return None
        school = self._scan.bodies.at(head.end + 1)
        if school is None or school.organization.kind != _SCHOOL:
            return None
        return Organization(council.key, word, parent=school.organization), end

    def _of_youth(self, place: int) -> tuple[Organization, int] | None:
        """`Bí thư Đoàn xã X` leads the youth union of the commune, `Bí thư Đoàn Sở X` that of an office."""
        union = self._lexicon.concept("body", _YOUTH)
        word = union.label.partition(" ")[0]
        if not self._content.startswith(f"{word} ", place):
            return None
        office = self._scan.bodies.at(place + len(word) + 1)
        kind = self._lexicon.concept("body", office.organization.kind) if office is not None else None
        if office is not None and kind is not None and kind.one("side") != "party":
            return Organization(union.key, union.label, parent=office.organization), office.end
        unit = self._scan.units.at(place + len(word) + 1)
        if unit is None or not unit.unit.type:
            return None
        return Organization(union.key, union.label, unit.unit, level=unit.unit.level), unit.end

    def _behind_field(self, place: int) -> BodyMention | None:
        """The organisation behind the field that somebody sees to (``phụ trách đối ngoại của Công ty X``)."""
        body = next(iter(self._scan.bodies.within(place, place + _FIELD_LONG)), None)
        words = self._content[place : body.start].split() if body is not None else []
        if body is None or not words or not all(word.isalpha() and word.islower() for word in words):
            return None
        between = longest(self._scan.hits_within(place, body.start, "cue"))
        return body if all(hit.concept.key in (_OF, "none") for hit in between) else None

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
            kept = self._kept(end)
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
        told = modern(name)
        if not told.isupper():
            told = self._lexicon.written_out(told)
        made, end = Organization(_OTHER, told[0].upper() + told[1:]), place + len(name)
        unit = self._scan.units.at(end + 1) if " " in name else None
        if unit is None or not unit.typed or not unit.unit.name:
            return made, end
        return replace(made, unit=unit.unit, level=unit.unit.level), unit.end

    def _kept(self, place: int) -> list[int]:
        """Where words end that begin at ``place`` and are kept together in names."""
        if not self._lexicon.begins_compound(self._scan.text.folded, place, _KEPT):
            return []
        return [h.end for h in self._scan.hits_at(place, "stop") if h.concept.key == _KEPT]

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
        if made.kind == _OTHER and made.unit is None:
            return self._its_branch(made, end)
        if made.unit is not None:
            return made, end
        bracketed = self._content.startswith(" (", end)
        above = self._scan.bodies.at(end + (2 if bracketed else 1))
        if above is None or (bracketed and not self._content.startswith(")", above.end)):
            return made, end
        if above.organization.kind == made.kind or not self._content[above.start].isupper():
            return made, end
        return replace(made, parent=above.organization), above.end + bracketed

    def _of_ministry(self, made: Organization, end: int) -> tuple[Organization, int]:
        """An agency with the ministry that brackets behind it tell (``Tổng cục V (Bộ Công an)``)."""
        above = self._scan.bodies.at(end + 2) if self._content.startswith(" (", end) else None
        if above is None or above.organization.kind != _MINISTRY or made.kind not in _OF_MINISTRIES:
            return made, end
        if not self._content.startswith(")", above.end):
            return made, end
        whole, parts = made, []
        while whole.parent is not None:
            parts.append(whole)
            whole = whole.parent
        national = whole.name.endswith(self._lexicon.concept("region", "nation").label)
        if whole.kind not in _OF_MINISTRIES or national:
            return made, end
        told = replace(whole, parent=above.organization)
        for part in reversed(parts):
            told = replace(part, parent=told)
        return told, above.end + 1

    def _its_branch(self, made: Organization, end: int) -> tuple[Organization, int]:
        """The branch of a firm that only its own name tells (``Giám đốc BIDV chi nhánh X``)."""
        dash = _DASH.match(self._content, end)
        place = (dash.end() if dash is not None else end) + (dash is None)
        label = next((h for h in self._scan.hits_at(place, "body") if h.concept.key == _BRANCH_OFFICE), None)
        if label is None:
            return made, end
        concept, start = label.concept, label.end + 1
        unit = self._scan.units.at(start)
        if unit is not None and unit.unit.name:
            own = self._content[start : unit.end]
            return Organization(concept.key, f"{concept.label} {own}", parent=made), unit.end
        named = self._named(start)
        if named is None:
            return made, end
        return Organization(concept.key, f"{concept.label} {named[0].name}", parent=made), named[1]

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
        labels = self._scan.hits_at(place, "body")
        compound = max((h.end for h in self._scan.hits_at(place, "stop")), default=place) if labels else place
        for hit in labels:
            if compound > hit.end:
                break
            capital = self._content[hit.end + 1 : hit.end + 2].isupper()
            named = capital and self._scan.people.at(hit.end + 1) is None
            if hit.concept.one("naming") in ("open", "field") and not named:
                return Organization(hit.concept.key, hit.concept.label, level=hit.concept.level), hit.end
            break
        return None

    def _implied(
        self, concept: Concept, role: RoleMention, body: BodyMention | None
    ) -> tuple[Organization | None, int]:
        """The organisation that the title itself names (``tỉnh ủy viên``)."""
        naming = concept.one("naming")
        if naming == "of" and body is not None:
            named = body.organization.name.startswith(f"{concept.label} ")
            if named or body.organization.kind == concept.key:
                return body.organization, max(role.end, body.end)
            return Organization(concept.key, concept.label, parent=body.organization), body.end
        if naming != "fixed" and body is not None and body.organization.kind == concept.key:
            return body.organization, max(role.end, body.end)
        made = Organization(concept.key, concept.label, bare_unit=naming == "bare", level=concept.level)
        of = role.concept.one("of")
        if of is not None:
            above = self._lexicon.follow(of)
            whole = Organization(above.key, above.label, bare_unit=True, level=above.level)
            return replace(made, parent=whole), role.end
        if body is not None and body.organization.kind == concept.key and body.start >= role.end:
            return made, body.end
        if body is not None and body.organization.kind == _PARTY and concept.key == _CENTRAL:
            return made, body.end
        front = self._of_front(role, body) if naming == "fixed" and body is not None else None
        if front is not None and body is not None:
            return front, body.end
        if naming == "bare":
            place = self._next(role.end)
            inside = [u for u in self._scan.units.within(role.start, role.end) if u.end > role.end]
            unit = inside[0] if inside else self._scan.units.at(place) if place is not None else None
            if unit is not None and unit.unit.name and unit.unit.level == made.level:
                return Organization(made.kind, made.name, unit.unit, True, level=made.level), unit.end
        if naming == "full":
            place = self._next(role.end)
            unit = self._scan.units.at(place) if place is not None else None
            if unit is not None and unit.unit.type:
                own = self._of_level(concept, unit.unit.level)
                return Organization(own.key, own.label, unit.unit, level=unit.unit.level), unit.end
        return made, role.end

    def _of_level(self, concept: Concept, level: int) -> Concept:
        """The kind that units of a level have in place of a lower one (``Chỉ huy trưởng Quân sự tỉnh``)."""
        over = (k for k in self._lexicon.scheme("body") if k.one("below") == f"body:{concept.key}")
        return next((kind for kind in over if kind.level == level), concept)

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
        """Where the next word begins, over a blank and a word for `of`; a stop may end a short title."""
        if self._content.startswith(".", end) and self._content[end - 1].isupper():
            return end + 1
        if not self._content.startswith(" ", end):
            return None
        place = end + 1
        for hit in self._scan.hits_at(place, "cue"):
            if hit.concept.key == "of" and self._content.startswith(" ", hit.end):
                return hit.end + 1
        return place
