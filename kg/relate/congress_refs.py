"""How a text names a congress: words, ordinal, term and the organisation that holds it, in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.lexicon import Hit, Lexicon
from kg.mention import BodyMention, Scan
from kg.model import Organization
from kg.normalise import fold
from kg.relate import committees
from kg.relate.leaders import titled
from kg.relate.phrases import pattern, surface
from kg.relate.wording import alternation

_SCHEME = "congress-cue"
_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})(?![\w])")
_DIGITS = re.compile(r"(\d{1,2})(?!\d|[/.,-]\d|\s?[-–]\s?\d)")
_GAP = re.compile(r"\)?[ ,]{0,2}\(?\s?")
_TO = r"\s?[-–/]\s?"
_YEARS = rf"((?:19|20)\d\d){_TO}((?:19|20)\d\d)(?!\d)"
_BRACKETED = re.compile(r"\(\s?" + _YEARS + r"\s?\)")
_VALUES = {"I": 1, "V": 5, "X": 10}
_LONGEST_TERM = 10
_BRANCH, _PARTY_BODY, _STATE = "party-branch", "party-organization", "peoples-committee"
_EXECUTIVE, _SUBCOMMITTEE = "executive-committee", "subcommittee"
"""What prepares a congress and bears its name (``Tiểu ban Nhân sự Đại hội XIV của Đảng``)."""
_OPENING = 2
_UNIONS = ("youth", "front", "women", "farmers", "veterans", "workers", "emulation")
DECADE_HALF = 5
"""Provinces and districts hold their congresses in the years that this divides, the party a year later."""
NATIONAL = frozenset({11, 12, 13, 14})
"""Ordinals that a congress without an organisation shares with the party's own of 2011 to 2026."""


@dataclass(frozen=True, slots=True)
class CongressMention:
    """A congress as one passage names it.

    ``general`` says that the words mean congresses of many levels; ``name_end`` is the end without the term
    when the ordinal names the congress by itself.
    """

    start: int
    end: int
    organization: Organization | None
    ordinal: int | None
    term: str | None
    general: bool = False
    name_end: int = 0


def roman(numeral: str) -> int:
    """The value of a Roman numeral of up to 39."""
    values = [_VALUES[c] for c in numeral]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


@lru_cache(maxsize=4)
def _ordinal_words(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, int]]:
    values = {
        fold(label): int(c.notation) for c in lexicon.scheme(_SCHEME) if c.notation for label in c.strong
    }
    longest = sorted(values, key=len, reverse=True)
    return re.compile("(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)"), values


@lru_cache(maxsize=4)
def _ordinal_cue(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(surface(lexicon, _SCHEME, "ordinal") + r"\s?(?:(?<=\s)|(?=[ivx\d]))")


@lru_cache(maxsize=4)
def _where(lexicon: Lexicon) -> re.Pattern[str]:
    """A word for `at` behind a congress: where it was held, when its holder stands before it."""
    return re.compile(rf",?\s{alternation(lexicon, 'event-cue', 'where')}\s")


@lru_cache(maxsize=4)
def _of_many(lexicon: Lexicon) -> re.Pattern[str]:
    """Those of whom a nationwide congress is that is not the party's (``toàn quốc các dân tộc …``)."""
    return re.compile(rf"\s{surface(lexicon, 'cue', 'plural')}\s")


@lru_cache(maxsize=4)
def _holds(lexicon: Lexicon) -> re.Pattern[str]:
    adverb = surface(lexicon, _SCHEME, "adverb")
    place = r"(?:\s?\([^)]*\)|(?:,\s(?:[^,.;:]|\.(?=\w)){3,40}){1,2},?)?"
    return re.compile(
        rf"{place}(?:\s{adverb})*(?:\s{surface(lexicon, _SCHEME, 'holds')})(?:\s{adverb})*\s(?:\w+\s){{0,2}}"
    )


@lru_cache(maxsize=4)
def _term(lexicon: Lexicon) -> re.Pattern[str]:
    years = _YEARS.replace(_TO, rf"(?:{_TO}|\s{surface(lexicon, 'cue', 'span-to')}\s)")
    return re.compile(surface(lexicon, _SCHEME, "term") + r"\s?:?\s?\(?\s?" + years)


def ordinal(
    content: str, folded: str, start: int, lexicon: Lexicon, *, cue: bool = True
) -> tuple[int, int] | None:
    """An ordinal at ``start`` and its end: ``lần thứ XX``, ``khóa 12``, ``lần thứ tư``, or a bare ``XII``."""
    if cue:
        word = _ordinal_cue(lexicon).match(folded, start)
        if word is None:
            return None
        start = word.end()
        spelt, values = _ordinal_words(lexicon)
        written = spelt.match(folded, start)
        if written:
            return values[written.group()], written.end()
        digits = _DIGITS.match(content, start)
        if digits:
            return int(digits[1]), digits.end()
    numeral = _ROMAN.match(content, start)
    if numeral and numeral.group():
        return roman(numeral.group()), numeral.end()
    return None


def term(content: str, folded: str, start: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """A term of office at ``start``, in the form ``2020-2025``, and its end."""
    match = _term(lexicon).match(folded, start) or _BRACKETED.match(content, start)
    if match is None:
        return None
    first, last = int(match[1]), int(match[2])
    if not 0 < last - first <= _LONGEST_TERM:
        return None
    return f"{first}-{last}", match.end()


class CongressReader:
    """Reads congresses at given places of one text."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._content = scan.text.content
        self._folded = scan.text.folded

    def all(self) -> Iterator[CongressMention]:
        """Every congress that is named more closely than by the word alone."""
        last = -1
        for hit in self._scan.hits.of(_SCHEME):
            if hit.concept.key == "congress" and hit.start >= last:
                mention = self._read(hit)
                if mention is not None:
                    last = mention.end
                    yield mention

    def at(self, start: int) -> CongressMention | None:
        """The congress whose name begins at ``start``, even if it is only the word."""
        hit = next((h for h in self._scan.hits_at(start, _SCHEME) if h.concept.key == "congress"), None)
        return self._read(hit) if hit is not None else None

    def _matches(self, key: str, place: int) -> int | None:
        match = pattern(self._lexicon, _SCHEME, key).match(self._folded, place)
        return match.end() if match else None

    def _read(self, hit: Hit) -> CongressMention | None:
        after = hit.end + 1
        if self._matches("not-congress", after) is not None or self._inside_body(hit):
            return None
        found = _Parts(hit.end)
        place, limit = self._over_short_form(hit.end), self._scan.sentence(hit.start).end
        while place < limit:
            gap = _GAP.match(self._content, place)
            start = gap.end() if gap else place
            end = self._part(found, place, start, limit)
            if end is None or end > limit:
                break
            if self._folded[start:end].find(found.term[:4] if found.term else "-") < 0:
                found.named = end
            place = end
        if found.national and found.organization is not None and found.organization.kind == _STATE:
            return CongressMention(hit.start, found.end, None, None, None, name_end=found.end)
        organization = self._of_nation(found)
        if organization is None and self._of_others(hit, found, place):
            found.general = True
        elif organization is None and found.national and _party_congress(found):
            organization = self._place_before(hit.start) or self._national()
        if organization is None and (found.ordinal or found.term):
            organization = self._host(hit.start)
        elif organization is not None and not found.national and committees.nameless(organization):
            union = self._of_its_own_union(hit.start, found)
            organization = union or self._named_host(hit.start, organization)
        closing = found.end
        if self._content.startswith(")", closing) and "(" in self._content[hit.start : closing]:
            closing += 1
        name_end = found.named if found.ordinal is not None else closing
        return CongressMention(
            hit.start, closing, organization, found.ordinal, found.term, found.general, name_end
        )

    def _over_short_form(self, end: int) -> int:
        """The end of the word for a congress and of its short form in brackets (``Đại hội (ĐH)``)."""
        if not self._content.startswith(" (", end):
            return end
        short = next((h for h in self._scan.hits_at(end + 2, _SCHEME) if h.concept.key == "congress"), None)
        return short.end + 1 if short is not None and self._content.startswith(")", short.end) else end

    def _of_nation(self, found: _Parts) -> Organization | None:
        """Who holds it: a union's national congress (``Đại hội Đoàn toàn quốc``) is no province's."""
        holder = found.organization
        if holder is None or not found.national or holder.unit is not None or holder.parent is not None:
            return holder
        if holder.kind == _PARTY_BODY:
            return self._national()  # ``Đại hội Đảng bộ toàn quốc``
        concept = self._lexicon.concept("body", holder.kind)
        upwards = concept.one("upwards")
        if upwards is None or holder.name != concept.label:
            return holder
        above = self._lexicon.follow(upwards)
        if above.label.endswith(self._lexicon.concept("region", "nation").label):
            return Organization(above.key, above.label, level=0)
        return replace(holder, level=0)

    def _of_others(self, hit: Hit, found: _Parts, place: int) -> bool:
        """Whether a congress is one of those who have no committee; not where its holder stands before it."""
        if found.national and _of_many(self._lexicon).match(self._folded, place):
            return True
        there = _where(self._lexicon).match(self._folded, place) is not None
        return self._foreign(place) and not (there and self._host(hit.start) is not None)

    def _foreign(self, place: int) -> bool:
        """Whether the congress is that of an organisation which the vocabulary does not know."""
        of = self._matches("of", place + 1)
        if of is None or not self._content[of + 1 : of + 2].isupper():
            return False
        return self._scan.units.at(of + 1) is None and self._scan.bodies.at(of + 1) is None

    def _host(self, start: int) -> Organization | None:
        """The organisation before the congress that holds it (``Hội Nông dân tỉnh tổ chức Đại hội …``)."""
        low = self._scan.sentence(start).start
        body = self._scan.bodies.last_before(start)
        if body is None or body.start < low or body.end >= start:
            return None
        beside = start == body.end + 1 and not titled(self._scan, body)
        held = beside or _holds(self._lexicon).fullmatch(self._folded, body.end, start)
        if not held:
            return None
        holder = self._branch_below(body) or body.organization
        board = holder.kind == _EXECUTIVE and holder.parent is not None
        return holder.parent if board else holder

    def _named_host(self, start: int, holder: Organization) -> Organization:
        """Whose congress it is that names only a kind of body: of the place or union that holds it."""
        if holder.kind == _PARTY_BODY:
            return self._place_before(start) or holder
        host = self._host(start)
        if host is None or host.kind == holder.kind:
            return holder
        if holder.kind == _STATE:
            return host
        concept = self._lexicon.concept("body", host.kind)
        if concept.broader is None or self._lexicon.follow(concept.broader).key != holder.kind:
            return holder
        unit = host.territory
        return replace(holder, unit=unit, level=unit.level) if unit is not None else host

    def _of_its_own_union(self, start: int, found: _Parts) -> Organization | None:
        """The union that holds it, told by the word that its name begins with.

        ``Công đoàn Sở Y tế tổ chức Đại hội Công đoàn lần thứ II``
        """
        host = self._host(start) if found.union else None
        return host if host is not None and fold(host.label).startswith(f"{found.union} ") else None

    def _branch_below(self, above: BodyMention) -> Organization | None:
        """The branch that is told with the committee above it (``Chi bộ thôn 3, Đảng bộ xã X tổ chức``)."""
        branch = self._scan.bodies.last_before(above.start)
        if branch is None or branch.organization.kind != _BRANCH:
            return None
        return branch.organization if self._content[branch.end : above.start] == ", " else None

    def _place_before(self, start: int) -> Organization | None:
        """The committee of the place before that holds it (``Tỉnh Long An tiến hành Đại hội Đảng …``)."""
        unit = self._scan.units.last_before(start)
        if unit is not None and self._content.startswith(")", unit.end):
            unit = self._scan.units.last_before(unit.start)  # the place that the brackets tell more of
        if unit is None or unit.start < self._scan.sentence(start).start or unit.end >= start:
            return None
        if not unit.unit.type or _holds(self._lexicon).fullmatch(self._folded, unit.end, start) is None:
            return None
        return committees.committee_of(unit.unit, self._lexicon)

    def _inside_body(self, hit: Hit) -> bool:
        body = self._scan.bodies.covering(hit.start)
        return body is not None and body.start < hit.start and body.organization.kind != _SUBCOMMITTEE

    def _part(self, found: _Parts, place: int, start: int, limit: int) -> int | None:
        """Read one part of the name at ``start``; its end, or ``None`` when the name is over."""
        years = term(self._content, self._folded, start, self._lexicon) or term(
            self._content, self._folded, max(place, start - 1), self._lexicon
        )
        if years is not None and found.term is None:
            found.term, found.end = years
            return found.end
        number = ordinal(self._content, self._folded, start, self._lexicon)
        if number is None and place + 1 >= start:
            number = ordinal(self._content, self._folded, start, self._lexicon, cue=False)
            number = number or self._counted(found, start)
        if number is not None and found.ordinal is None:
            found.ordinal, found.end = number
            return number[1]
        if start > place + 1 and self._content[place:start] != ") ":
            return self._unit_above(found, start)
        return self._words(found, start)

    def _counted(self, found: _Parts, start: int) -> tuple[int, int] | None:
        """An ordinal in bare digits, which the name beside them tells (``Đại hội 12 của Đảng``)."""
        digits = _DIGITS.match(self._content, start)
        if digits is None:
            return None
        of = self._matches("of", digits.end() + 1)
        begin = (of if of is not None else digits.end()) + 1
        party = found.national or self._matches("party", begin) is not None
        fits = party and int(digits[1]) in NATIONAL
        named = fits or committees.at(self._scan, begin) is not None
        return (int(digits[1]), digits.end()) if named else None

    def _words(self, found: _Parts, start: int) -> int | None:
        generic = self._matches("generic", start)
        if generic is not None:
            found.general, found.end = True, generic
            return generic
        qualifier = self._matches("qualifier", start)
        if qualifier is not None:
            found.national = found.national or self._matches("nationwide", start) is not None
            found.end = qualifier
            return qualifier
        if found.organization is not None:
            return self._unit_above(found, start)
        of = self._matches("of", start)
        begin = of + 1 if of is not None else start
        return None if self._house(start, begin) else self._holder(found, begin)

    def _house(self, start: int, begin: int) -> bool:
        """Whether the body after a word for `at` holds no congresses (``tại Trung tâm Văn hóa xã``)."""
        body = self._scan.bodies.at(begin)
        if body is None or _where(self._lexicon).match(self._folded, start - 1) is None:
            return False
        whole = body.organization.parent or body.organization
        return self._lexicon.concept("body", whole.kind).one("side") not in ("party", "front")

    def _of_any_branch(self, begin: int) -> bool:
        """Whether branches at large are meant: a nameless one (``Đại hội chi bộ``) in an article on none."""
        here = self._scan.bodies.at(begin)
        if here is None or here.organization.kind != _BRANCH or not self._bare(here.organization):
            return False
        opening = self._scan.text.sentences[: _OPENING + 1][-1].end
        told = [*self._scan.bodies.within(0, opening)]
        told += self._scan.bodies.within(self._scan.sentence(begin).start, begin)
        named = (b.organization for b in told)
        return not any(o.kind == _BRANCH and not self._bare(o) for o in named)

    def _bare(self, organization: Organization) -> bool:
        """Whether only the kinds of an organisation and of the one above it are told."""
        if organization.unit is not None and organization.unit.name:
            return False
        kind = self._lexicon.concept("body", organization.kind).label
        above = organization.parent
        return organization.name == kind and (above is None or self._bare(above))

    def _unit_above(self, found: _Parts, start: int) -> int | None:
        """The end of the name of the unit above the one whose congress it is (``…, tỉnh Hà Giang``)."""
        unit = self._scan.units.at(start)
        own = found.organization.territory if found.organization is not None else None
        if unit is None or own is None or not unit.unit.name or unit.unit.level >= own.level:
            return None
        return unit.end

    def _holder(self, found: _Parts, begin: int) -> int | None:
        named = committees.at(self._scan, begin)
        if named is not None:
            found.organization, found.end = named
            found.national |= committees.of_the_nation(*named, self._scan, self._lexicon)
            found.general = found.general or self._of_any_branch(begin)
            return found.end
        unit = self._scan.units.at(begin)
        if unit is not None:
            made = committees.committee_of(unit.unit, self._lexicon)
            if made is not None:
                found.organization, found.end = made, unit.end
                return unit.end
            return None
        for key in ("party", *_UNIONS):
            end = self._matches(key, begin)
            if end is None or (key != "party" and not self._names_union(begin, end)):
                continue
            if key == "party":
                if self._matches("not-party", begin) is not None:
                    return None
                found.national, found.end = True, end
                return self._of_unit(found, end)
            reference = self._lexicon.concept(_SCHEME, key).one("body") or ""
            concept = self._lexicon.follow(reference)
            holder = Organization(concept.key, concept.label, level=concept.level)
            unit = self._scan.units.at(end + 1)
            if unit is not None and concept.one("naming") == "full":
                holder, end = replace(holder, unit=unit.unit, level=unit.unit.level), unit.end
            found.organization, found.end, found.union = holder, end, self._folded[begin:end]
            found.national |= committees.of_the_nation(holder, end, self._scan, self._lexicon)
            return end
        return None

    def _names_union(self, begin: int, end: int) -> bool:
        """Whether a word names a union: in a capital, or with what tells which congress it is."""
        if self._content[begin].isupper() or self._scan.units.at(end + 1) is not None:
            return True
        nationwide = self._matches("nationwide", end + 1) is not None
        return nationwide or ordinal(self._content, self._folded, end + 1, self._lexicon) is not None

    def _of_unit(self, found: _Parts, end: int) -> int:
        """The party's congress in a unit (``Đại hội Đảng thành phố lần thứ X``)."""
        unit = self._scan.units.at(end + 1)
        made = committees.committee_of(unit.unit, self._lexicon) if unit is not None else None
        if unit is None or made is None:
            return end
        found.organization, found.national, found.end = made, False, unit.end
        return unit.end

    def _national(self) -> Organization:
        concept = self._lexicon.concept("body", "communist-party")
        return Organization(concept.key, concept.label, level=concept.level)


@dataclass(slots=True)
class _Parts:
    end: int
    organization: Organization | None = None
    ordinal: int | None = None
    term: str | None = None
    national: bool = False
    general: bool = False
    named: int = 0
    union: str = ""


def _party_congress(found: _Parts) -> bool:
    """Whether ordinal and term can be those of the party's own congress, not of a province's."""
    if found.ordinal is not None:
        return found.ordinal <= max(NATIONAL) + 1
    return found.term is None or int(found.term[:4]) % DECADE_HALF != 0
