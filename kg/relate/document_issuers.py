"""Who issued a document: the words after it, the clause before it, or the series in its number."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from kg.lexicon import Concept, Lexicon
from kg.mention import BodyMention, DateMention, RoleMention
from kg.model import Organization
from kg.normalise import fold
from kg.relate import committees, document_numbers
from kg.relate.document_days import SIGNERS, IssueDays, signed, signing
from kg.relate.document_numbers import Number
from kg.relate.phrases import pattern, surface, tidy

_SCHEME = "document-cue"
_NEAR = 60
_CLOSEST = 2
_WORD = 5
ISSUED = ("issue", "issue-by")
"""The verbs of issuing."""
DRAWN_UP = (*ISSUED, "draws-up")
"""With those of working out, which say of a document with a number that it was issued."""
ISSUED_NOW = ("issues", "passes")
"""The verbs that say of a paper in lower case, too, that it was issued."""
PRESENTED = ("presents",)
"""The verbs of presenting a document of one's own."""


_LEADERS = frozenset({"secretary", "chair"})
"""Those who lead a unit make known what they or their body decided."""
_MAKES_KNOWN = frozenset(
    {"organization-board", "organization-internal-board", "department", "section", "office"}
)
"""Whoever serves a committee makes known what that one decided."""
PASSING = frozenset({"peoples-council", "national-assembly"})
"""Who passes what others lay before them."""


class Issuing(NamedTuple):
    """Who issues what follows, and the day if the clause begins with it."""

    organization: Organization
    date: DateMention | None = None


class IssuerReader(IssueDays):
    """Finds issuers around documents in one text."""

    def after(self, start: int, *, apart: bool = False) -> tuple[Organization, int] | None:
        """Read the issuer after a word for `of` at ``start``, or right there unless a comma parts it."""
        by = pattern(self._lexicon, _SCHEME, "by").match(self._folded, start)
        begin = by.end() + 1 if by else start
        direct = not apart and self._content[begin : begin + 1].isupper()
        direct = direct or _meeting(self._lexicon).match(self._folded, begin) is not None
        found = self.named(begin) if by or direct else None
        if found is not None and _up_to(self._lexicon).match(self._folded, found[1]):
            return None  # from one level to another
        return found if found is None else (found[0], self._past_others(found[1]))

    def _past_others(self, end: int) -> int:
        """Where those end who issue it together, if what it is about follows (``của A, B và C về …``)."""
        place = end
        while (joined := _also(self._lexicon).match(self._folded, place)) is not None:
            body = self._scan.bodies.at(joined.end())
            if body is None:
                break
            place = body.end
        about = pattern(self._lexicon, _SCHEME, "about").match(self._folded, place + 1)
        return place if place > end and about is not None else end

    def named(self, begin: int) -> tuple[Organization, int] | None:
        """The issuer that is named at ``begin``: an organisation, or an office that issues by itself."""
        body = self._scan.bodies.at(begin)
        if body is not None:
            organization = self._general(body.organization)
            if organization is not None and organization.kind == "steering-committee":
                return self._reviewing(organization, body.end), body.end
            return (organization, body.end) if organization is not None else None
        plenum = _plenum(self._lexicon).match(self._folded, begin)
        if plenum is not None:
            return self._central(), plenum.end()
        meeting = _meeting(self._lexicon).match(self._folded, begin)
        if meeting is not None:
            return self.named(meeting.end())
        role = self._scan.roles.at(begin)
        if role is None:
            return None
        series = self._by_role(role.concept)
        if series is not None:
            end = role.end
            government = self._scan.bodies.at(end + 1)
            if government is not None and government.organization.kind == "government":
                end = government.end
            return self._office(series), end
        inner = next(iter(self._scan.bodies.within(role.start, role.end + 2)), None)
        if inner is not None:
            organization = self._general(inner.organization)
            return (organization, max(inner.end, role.end)) if organization is not None else None
        return None

    def _reviewing(self, board: Organization, end: int) -> Organization:
        """A central steering committee with what it reviews (``… về tổng kết Nghị quyết số 18-NQ/TW``)."""
        reviews = _reviews(self._lexicon).match(self._folded, end)
        number = document_numbers.symbolic(self._content, reviews.end()) if reviews is not None else None
        if number is None or board.parent is None:
            return board
        words = tidy(self._content[end : number.end], self._lexicon)
        return replace(board, name=f"{board.label} {words}", parent=None)

    def _general(self, organization: Organization) -> Organization | None:
        """The central level as an issuer is the central committee; the state issues nothing by itself."""
        if organization.kind == "central":
            return self._central()
        return organization if organization.kind not in ("state", "communist-party", "newspaper") else None

    def _central(self) -> Organization:
        concept = self._lexicon.concept("body", "central-committee")
        return Organization(concept.key, concept.label, level=concept.level)

    def _by_role(self, role: Concept) -> Concept | None:
        for series in self._lexicon.scheme("document-series"):
            if series.one("role") == role.key:
                return series
        return None

    def _signed_for(self, role: Concept) -> Concept | None:
        """The office for which somebody signs (a Deputy Prime Minister for the Prime Minister)."""
        offices = self._lexicon.scheme("document-series")
        return next((s for s in offices if role.key in s.properties.get("signer", ())), None)

    def _office(self, series: Concept) -> Organization:
        reference = series.one("issuer")
        concept = self._lexicon.follow(reference) if reference else series
        return Organization(concept.key, series.label, level=concept.level)

    def relative(self, start: int) -> tuple[Organization, int] | None:
        """Read who issued what stands before ``start`` (``mà UBND tỉnh ban hành``), to the verb's end."""
        opening = pattern(self._lexicon, _SCHEME, "relative").match(self._folded, start)
        named = self.named(opening.end() + 1) if opening else None
        verb = _verb(self._lexicon).match(self._folded, named[1]) if named else None
        return (named[0], verb.end()) if named and verb else None

    def before(self, start: int, *verbs: str) -> Organization | None:
        """Who issues (or presents) what begins at ``start`` (``Tỉnh ủy đã ban hành …``)."""
        said = self.issuing(start, *verbs)
        return said.organization if said is not None else None

    def issuing(self, start: int, *verbs: str) -> Issuing | None:
        """Read who issues what begins at ``start``, and when (``Ngày 2/12, Tỉnh ủy ban hành …``)."""
        issuing = _issuing(self._lexicon, *(verbs or ISSUED))
        sentence = self._scan.sentence(start)
        low = max(sentence.start, start - 2 * _NEAR)
        bodies = [b for b in self._scan.bodies.within(low, start) if b.end < start and not self._issues(b)]
        if not bodies:
            return self._plenum_before(low, start, issuing) or self._office_before(low, start, issuing)
        body = bodies[-1]
        if len(bodies) > 1 and self._short_form(bodies[-2], body):
            body = bodies[-2]
        if verbs == PRESENTED and len(bodies) > 1 and body.end == start - 1:
            if self._passes(body, start):
                return Issuing(body.organization)
            body, start = bodies[-2], body.start
        place = self._name_end(body, start)
        date = next(iter(self._scan.dates.within(place, start)), None)
        between = self._folded[place:start]
        if date is not None:
            if date.month is None and self._content.startswith(",", date.end):
                return None
            between = _day_word(self._lexicon).sub(" ", self._folded[place : date.start])
            between += self._folded[date.end : start].lstrip(" ,")
        if len(between) > _NEAR or not issuing.fullmatch(between):
            return self._plenum_before(low, start, issuing)
        organization = self._general(body.organization)
        return Issuing(organization, date or self.day_before(body.start)) if organization else None

    def _short_form(self, whole: BodyMention, short: BodyMention) -> bool:
        """Whether a body in brackets is the one before it in short (``Ngân hàng Nhà nước (NHNN)``)."""
        opened = _opened(self._lexicon).fullmatch(self._folded, whole.end, short.start) is not None
        return opened and self._content.startswith(")", short.end)

    def _passes(self, body: BodyMention, start: int) -> bool:
        """Whether a resolution at ``start`` is one for those before whom it is laid to pass."""
        kinds = self._scan.hits_at(start, "document-kind")
        return body.organization.kind in PASSING and any(k.concept.key == "resolution" for k in kinds)

    def issues_next(self, place: int) -> bool:
        """Whether somebody issues something after the day that ends at ``place`` (``…, Tỉnh ủy ra``)."""
        begin = place + len(", ") if self._content.startswith(", ", place) else place + 1
        body = self._scan.bodies.at(begin) or self._scan.roles.at(begin) or self._scan.units.at(begin)
        if body is None:
            return False
        end = body.end if not isinstance(body, RoleMention) else self._name_end(body, body.end + _NEAR)
        return _verb(self._lexicon).match(self._folded, end) is not None

    def announced(self, start: int) -> bool:
        """Whether what begins at ``start`` is made known, on a day that is not its own."""
        return _announced(self._lexicon).search(self._folded, max(0, start - _NEAR), start) is not None

    def made_known_by_office(self, start: int) -> bool:
        """Whether a board or office, or its head, makes known what begins at ``start``: a paper of others."""
        if not self.announced(start):
            return False
        low = max(self._scan.sentence(start).start, start - 2 * _NEAR)
        body, role = self._scan.bodies.last_before(start), self._scan.roles.last_before(start)
        if body is not None and body.start >= low and body.organization.kind in _MAKES_KNOWN:
            return True
        if body is None or role is None or not low <= role.start < body.start <= role.end + 1:
            return False
        return role.concept.one("family") not in _LEADERS

    def told_in(self, start: int) -> Organization | None:
        """Who says something in what begins at ``start`` (``ý kiến của Tỉnh ủy tại Thông báo …``)."""
        at = _told_at(self._lexicon).search(self._folded, max(0, start - 2 * _WORD), start)
        body = self._scan.bodies.covering(at.start() - 1) if at is not None else None
        if at is None or body is None or body.end != at.start():
            return None
        of = pattern(self._lexicon, _SCHEME, "by").search(self._folded, body.start - _WORD, body.start)
        return self._general(body.organization) if of is not None else None

    def signed_for(self, start: int) -> Organization | None:
        """The body on whose behalf somebody signs what begins at ``start`` (``Thay mặt Ban Bí thư, …``)."""
        low = self._scan.sentence(start).start
        behalf = _on_behalf(self._lexicon).search(self._folded, low, low + _NEAR)
        named = self.named(behalf.end()) if behalf is not None else None
        signs = signing(self._lexicon, *ISSUED).search(self._folded, max(low, start - _NEAR), start)
        if named is None or signs is None or not self._content.startswith(",", named[1]):
            return None
        return named[0] if start - low <= 2 * SIGNERS else None

    def passive(self, start: int) -> Organization | None:
        """Who issued what ends at ``start``, after a passive (``… vừa được Tỉnh ủy ban hành``)."""
        was = _was(self._lexicon).match(self._folded, start)
        if was is None:
            return None
        behalf = _for_whom(self._lexicon).match(self._folded, was.end())
        named = self.named(behalf.end() if behalf is not None else was.end())
        return named[0] if named and _verb(self._lexicon).match(self._folded, named[1]) else None

    def signed_after(self, start: int, issuer: Organization | None = None) -> Issuing | None:
        """Who signed what ends at ``start``, and when (``… do Thủ tướng ký ban hành ngày 4-2-2013``).

        Of several offices that the signer holds, it is the one at the ``issuer``.
        """
        sentence = self._scan.sentence(start)
        verb = signed(self._lexicon).match(self._folded, start, sentence.end)
        date = next(iter(self._scan.dates.within(verb.end(), verb.end() + 1)), None) if verb else None
        if verb is None or date is None or date.month is None:
            return None
        for role in self._scan.roles.within(start, verb.end()):
            series = self._by_role(role.concept) or self._signed_for(role.concept)
            if series is not None:
                return Issuing(self._office(series), date)
        bodies = (self._general(b.organization) for b in self._scan.bodies.within(start, verb.end()))
        told = [o for o in bodies if o is not None]
        whole = issuer.parent or issuer if issuer is not None else None
        own = next((o for o in told if committees.compatible(whole, o.parent or o)), None)
        if own is not None:
            return Issuing(issuer or own, date)
        return Issuing(told[0], date) if told else None

    def _issues(self, body: BodyMention) -> bool:
        """Whether the verb itself was taken for an organisation (`Ban …`)."""
        return _verb(self._lexicon).fullmatch(self._folded, body.start - 1, body.end) is not None

    def _name_end(self, named: BodyMention | RoleMention, limit: int) -> int:
        """Where a body or office ends with the name of the person who follows it at once."""
        name = next(iter(self._scan.people.within(named.end, limit)), None)
        return name.end if name is not None and name.start <= named.end + _CLOSEST else named.end

    def _plenum_before(self, low: int, start: int, issuing: re.Pattern[str]) -> Issuing | None:
        """The central committee, whose plenum passes a document (``Hội nghị Trung ương 8 thông qua …``)."""
        for plenum in _plenum(self._lexicon).finditer(self._folded, low, start):
            if issuing.fullmatch(self._folded, plenum.end(), start):
                return Issuing(self._central(), self.day_before(plenum.start()))
        return None

    def _office_before(self, low: int, start: int, issuing: re.Pattern[str]) -> Issuing | None:
        """An office that issues by itself, before the verb (``Thủ tướng vừa ký …``)."""
        for role in reversed(self._scan.roles.within(low, start)):
            series = self._by_role(role.concept)
            place = self._name_end(role, start)
            if series is not None and issuing.fullmatch(self._folded, place, start):
                return Issuing(self._office(series), self.day_before(role.start))
        return None

    def of_series(self, number: Number, start: int) -> Organization | None:
        """The issuer that the number's symbol tells; its unit is left open."""
        series = document_numbers.issuer_of(number, self._lexicon)
        if series is None:
            ministry = document_numbers.ministry_of(number, self._lexicon)
            return self._department(ministry) if ministry is not None else None
        if series.one("committee") is not None:
            committee = self._committee(start)
            part = series.one("issuer")
            if part is None or committee is None:
                return committee
            concept = self._lexicon.follow(part)
            return Organization(concept.key, concept.label, parent=committee)
        reference = series.one("issuer") or ""
        concept = self._lexicon.follow(reference)
        if concept.level == 0 or series.label != concept.label:
            return Organization(concept.key, series.label, level=0)
        bare = concept.one("naming") == "bare"
        return Organization(concept.key, concept.label, bare_unit=bare, level=concept.level)

    def _department(self, ministry: Concept) -> Organization:
        """The province's department in the field of a ministry: the one that the article names, if any."""
        kind = self._lexicon.concept("body", "department")
        field = ministry.label.removeprefix(self._lexicon.concept("body", "ministry").label)
        name = f"{kind.label}{field}"
        for body in self._scan.bodies:
            known = body.organization
            if known.kind == kind.key and fold(known.label).startswith(fold(name)):
                return known
        return Organization(kind.key, name, level=kind.level)

    def _committee(self, start: int) -> Organization | None:
        """The committee that ``/TU`` means: the only kind of committee in the sentence, or in the article.

        Where the article names committees of rural and urban districts alone, it is the one above them.
        """
        sentence = self._scan.sentence(start)
        kinds = committees.NUMBERING
        near = committees.only_one(self._scan, sentence.start, sentence.end, kinds)
        only = near or committees.only_one(self._scan, 0, len(self._content), kinds)
        if only is not None or committees.any_of(self._scan, kinds):
            return only
        if not committees.any_of(self._scan, committees.COMMITTEES):
            return None
        above = self._lexicon.concept("body", "provincial-party-committee")
        return Organization(above.key, above.label, bare_unit=True, level=above.level)


@lru_cache(maxsize=8)
def _issuing(lexicon: Lexicon, *verbs: str) -> re.Pattern[str]:
    adverb = rf"(?:{surface(lexicon, _SCHEME, 'adverb')}|{surface(lexicon, 'event-cue', 'today')})"
    verb = surface(lexicon, _SCHEME, *verbs)
    term = surface(lexicon, "congress-cue", "ordinal", "term")
    session = rf"(?:,?\s(?:[-–]\s)?\(?{term}\s[\divx]+(?:\s?[-–]\s?\d+)?\)?)*,?"
    some = rf"(?:\d+|{surface(lexicon, _SCHEME, 'plural')})\s[^;:.]{{2,40}}?"
    among = rf"(?:\s{some},?\s{surface(lexicon, _SCHEME, 'among')})?"
    said = rf"(?:\s{adverb})*(?:\s{verb})(?:\s{adverb})*"
    many = rf"(?:(?:\d{{1,2}}|{surface(lexicon, _SCHEME, 'plural')})\s)?"
    return re.compile(rf"(?:\s?\([^)]*\))?{session}{said}{among}(?:\s?:)?\s{many}[\"“(]?")


@lru_cache(maxsize=4)
def _also(lexicon: Lexicon) -> re.Pattern[str]:
    """What joins those who issue something together."""
    return re.compile(rf"(?:,|\s[-–]|,?\s{surface(lexicon, 'cue', 'and')})\s")


@lru_cache(maxsize=4)
def _opened(lexicon: Lexicon) -> re.Pattern[str]:
    """A bracket that opens before a short form, perhaps with words that call it one."""
    return re.compile(rf"\s\((?:[^()]{{0,12}}{surface(lexicon, _SCHEME, 'alias')}\s)?")


@lru_cache(maxsize=4)
def _reviews(lexicon: Lexicon) -> re.Pattern[str]:
    """What a steering committee reviews, up to the number."""
    kind = fold(lexicon.concept("document-kind", "resolution").label)
    said = surface(lexicon, _SCHEME, "number")
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'reviews')}\s{kind}\s(?:{said}\s)?")


@lru_cache(maxsize=4)
def _on_behalf(lexicon: Lexicon) -> re.Pattern[str]:
    """Words for `on behalf of`, at the beginning of a sentence or after its day."""
    day = rf"(?:{surface(lexicon, 'cue', 'day')}\s[\d/.-]+,\s)?"
    return re.compile(rf"{day}{surface(lexicon, _SCHEME, 'on-behalf')}\s")


@lru_cache(maxsize=4)
def _for_whom(lexicon: Lexicon) -> re.Pattern[str]:
    """Who acts, up to the body on whose behalf (``ông A, Trưởng ban, thay mặt Bộ Chính trị``)."""
    return re.compile(rf"[^;:.]{{3,90}}?\s{surface(lexicon, _SCHEME, 'on-behalf')}\s")


@lru_cache(maxsize=4)
def _verb(lexicon: Lexicon) -> re.Pattern[str]:
    adverb = surface(lexicon, _SCHEME, "adverb")
    return re.compile(rf"(?:\s{adverb})*\s{surface(lexicon, _SCHEME, 'issue')}(?!\w)")


@lru_cache(maxsize=4)
def _was(lexicon: Lexicon) -> re.Pattern[str]:
    """A word for the passive after a document, perhaps with an adverb."""
    adverb = surface(lexicon, _SCHEME, "adverb")
    return re.compile(rf"(?:\s{adverb})*\s{surface(lexicon, _SCHEME, 'issued-by')}\s")


@lru_cache(maxsize=4)
def _told_at(lexicon: Lexicon) -> re.Pattern[str]:
    """The word for `in` before the paper in which somebody says something."""
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'occasion')}\s$")


@lru_cache(maxsize=4)
def _day_word(lexicon: Lexicon) -> re.Pattern[str]:
    """The words for the day at the end of what stands between an issuer and the day."""
    return re.compile(
        rf",?\s(?:{surface(lexicon, _SCHEME, 'on-day')}\s)?(?:{surface(lexicon, 'cue', 'day')}\s)*$"
    )


@lru_cache(maxsize=4)
def _announced(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of making known right before a document."""
    adverb = surface(lexicon, _SCHEME, "adverb")
    several = rf"(?:{surface(lexicon, _SCHEME, 'plural')}\s)?"
    known = surface(lexicon, _SCHEME, "announces")
    return re.compile(rf"\s{known}(?:\s{adverb})*(?:\s?:)?\s{several}[\"“(]?$")


@lru_cache(maxsize=4)
def _up_to(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s{surface(lexicon, 'event-cue', 'until')}\s")


@lru_cache(maxsize=4)
def _meeting(lexicon: Lexicon) -> re.Pattern[str]:
    """A meeting before the body that met (``của Hội nghị lần thứ 11 Ban Chấp hành Trung ương``)."""
    noun = surface(lexicon, "event", "conference", "session")
    ordinal = surface(lexicon, "congress-cue", "ordinal")
    of = surface(lexicon, _SCHEME, "by")
    return re.compile(rf"{noun}(?:\s{ordinal})?(?:\s(?!{noun})\w+)?,?\s(?:{of}\s)?(?=[^\W\d])")


@lru_cache(maxsize=4)
def _plenum(lexicon: Lexicon) -> re.Pattern[str]:
    plenum, ordinal = surface(lexicon, _SCHEME, "plenum"), surface(lexicon, _SCHEME, "plenum-ordinal")
    return re.compile(rf"{plenum}(?:\s{ordinal}\s|\s?)(?:\d{{1,2}}|[ivx]+)(?![\w/-])")
