"""Titles of plans: what one carries out, or the place, field or years that make it one."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lexicon import Hit, Lexicon
from kg.model import Organization
from kg.relate import committees, document_numbers
from kg.relate.document_issuers import DRAWN_UP, IssuerReader
from kg.relate.document_laws import Title
from kg.relate.document_rules import TitleRules
from kg.relate.document_verbs import carrying_out, studying
from kg.relate.phrases import kinds, pattern, surface

_SCHEME = "document-cue"
_NAME = re.compile(r"\s[^\W\d_a-zà-ỹđ][^\W\d_]+\s[^\W\d_a-zà-ỹđ]")
_NAMED = re.compile(r"(?:\s[A-ZĐÀ-Ỹ][^\W\d_]*)+")
_DATED = re.compile(r"(?<![\d/.,])(?:19|20)\d\d(?!\d)")
_LEAST_WORDS = 3
_NEAR = 60
_BRANCH = "party-branch"

class PlanReader(TitleRules):
    """Reads the titles of plans in one text."""

    def master(self, hit: Hit, limit: int) -> Title | None:
        """A master plan of a named place or year (``Quy hoạch chung thành phố đến năm 2040``)."""
        if self._planning(hit):
            return None
        of = pattern(self._lexicon, _SCHEME, "master-of").match(self._folded, hit.end + 1)
        field = pattern(self._lexicon, _SCHEME, "master-of-field").match(self._folded, hit.end + 1)
        of = of or field
        if of is None:
            return self._of_area(hit, limit)
        if _goes_on(self._lexicon).match(self._folded, of.end()):
            return None
        end = self._subjects.title_end(of.end(), self._subjects.clause_end(hit.end + 1, limit))
        named = _NAME.search(self._content, of.end(), end)
        if not (_DATED.search(self._content, hit.end, end) or (named and field is None)):
            return None
        if len(self._content[of.end() : end].split()) < _LEAST_WORDS - 1:
            return None
        return Title(self._content[hit.start : end], end, "own")

    def _planning(self, hit: Hit) -> bool:
        """Whether the word is a verb, right after the place or body that plans (``tỉnh quy hoạch …``)."""
        if self._content[hit.start].isupper():
            return False
        before = (self._scan.bodies.covering(hit.start - 2), self._scan.units.covering(hit.start - 2))
        return any(mention is not None and mention.end == hit.start - 1 for mention in before)

    def _of_area(self, hit: Hit, limit: int) -> Title | None:
        """A master plan of an area that has a name (``quy hoạch khu đô thị Tây Bắc``), not its border."""
        area = _area(self._lexicon).match(self._folded, hit.end)
        low = max(0, hit.start - 20)
        if area is None or _border(self._lexicon).search(self._folded, low, hit.start):
            return None
        name = _NAMED.match(self._content, area.end())
        if name is None or name.end() > limit:
            return None
        return Title(self._content[hit.start : name.end()], name.end(), "own")

    def task(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
        """A plan that says what it carries out or when (``kế hoạch thực hiện Nghị quyết 54``)."""
        place, issuer = hit.end + 1, None
        by = issuers.after(place) if self._content.startswith(" ", hit.end) else None
        if by is not None:
            issuer, place = by[0], by[1] + 1
        if hit.concept.one("kind") is not None and by is None:
            listed = _listed(self._lexicon).match(self._folded, hit.end)
            place = listed.end() if listed else place
        task = pattern(self._lexicon, _SCHEME, "task").match(self._folded, place)
        carries = _carries_out(self._lexicon).match(self._folded, place)
        if task is None and carries is None:
            return self._of_years(hit, place, limit, issuer)
        end = self._subjects.clause_end(place if carries is None else carries.end(), limit)
        words = self._content[place:end]
        cites = any(self._cites(h, end) for h in self._scan.hits_within(place, end, "document-kind"))
        cites = cites and (self._upper(hit) or issuer is not None or self._told(hit, issuers))
        dated = task is not None and _DATED.search(words) is not None
        if not (cites or (dated and len(words.split()) > _LEAST_WORDS + 1)):
            return None
        label = self._content[hit.start : hit.end]
        return Title(f"{label} {words}", end, "task", issuer, place - 1)

    def _cites(self, cited: Hit, end: int) -> bool:
        """Whether a plan names what it carries out: one document, by its number or in capitals."""
        low = max(0, cited.start - _NEAR)
        if cited.weak or several(self._lexicon).search(self._folded, low, cited.start):
            return False
        if self._content[cited.start].isupper():
            if self._only_whose(cited, end):
                return False
            return cited.end < end and _taken_up(self._lexicon).match(self._folded, cited.end) is None
        number = document_numbers.read(self._content, self._folded, cited.end, False, self._lexicon)
        return number is not None

    def _only_whose(self, cited: Hit, end: int) -> bool:
        """Whether only a body is told whose paper is carried out (``thực hiện Nghị quyết của Quốc hội``)."""
        of = self._subjects.of(cited.end)
        body = self._scan.bodies.at(of) if of is not None else None
        aims = pattern(self._lexicon, _SCHEME, "aims")
        return body is not None and (body.end >= end or aims.match(self._folded, body.end + 1) is not None)

    def _told(self, hit: Hit, issuers: IssuerReader) -> bool:
        """Whether a plan in lower case is somebody's: it was drawn up, or stands before a meeting."""
        by = issuers.before(hit.start, *DRAWN_UP)
        if by is not None and not (by.kind == _BRANCH and committees.nameless(by)):
            return True
        return _weighed(self._lexicon).search(self._folded, max(0, hit.start - _NEAR), hit.start) is not None

    def programme(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
        """A programme that the year makes one (``Chương trình giám sát năm 2024``) or what it carries out."""
        by = issuers.after(hit.end + 1) if self._content.startswith(" ", hit.end) else None
        place = by[1] + 1 if by is not None else hit.end + 1
        carries = _carries_out(self._lexicon).match(self._folded, place) if self._upper(hit) else None
        if carries is not None:
            return self.task(hit, limit, issuers)
        issuer = by[0] if by is not None else None
        yearly = self._of_years(hit, place, limit, issuer) or self._of_body_and_years(hit, limit, issuers)
        return self._of_term(hit, issuers) or yearly

    def _of_term(self, hit: Hit, issuers: IssuerReader) -> Title | None:
        """A committee's programme of work for its term or a year (``Chương trình công tác toàn khóa``)."""
        work = len(hit.concept.label) < hit.end - hit.start
        span = _for_term(self._lexicon, work=work).match(self._folded, hit.end)
        if span is None or not (self._upper(hit) or self._approved(hit)):
            return None
        by = issuers.after(span.end() + 1)
        issuer = by[0] if by is not None else issuers.before(hit.start)
        if issuer is None or issuer.kind not in committees.PARTY | {"standing-committee"}:
            return None
        end = by[1] if by is not None and span["term"] is not None else span.end()
        return Title(self._content[hit.start : end], end, "task", issuer)

    def _approved(self, hit: Hit) -> bool:
        """Whether a plan is approved or submitted, which is written in lower case, too."""
        verb = _approves(self._lexicon).search(self._folded, max(0, hit.start - 24), hit.start)
        return verb is not None

    def _of_body_and_years(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
        """A programme with its body before the year (``Chương trình giám sát của HĐND huyện năm 2016``)."""
        what = _planned(self._lexicon).match(self._folded, hit.end)
        work = len(hit.concept.label) < hit.end - hit.start
        by = issuers.after((hit.end if what is None else what.end()) + 1) if what or work else None
        years = _in_years(self._lexicon).match(self._folded, by[1], limit) if by is not None else None
        if by is None or years is None or not (self._capital(hit) or self._approved(hit)):
            return None
        return Title(self._content[hit.start : years.end()], years.end(), "task", by[0])

    def _of_years(self, hit: Hit, place: int, limit: int, issuer: Organization | None) -> Title | None:
        """A plan that the year or years make one (``Kế hoạch sử dụng đất năm 2016, 2017 của huyện``)."""
        years = _yearly(self._lexicon).match(self._folded, place, limit)
        if years is None or not (self._capital(hit) or self._approved(hit)):
            return None
        end = years.end()
        of = self._subjects.of(end)
        if of is not None:
            unit, body = self._scan.units.at(of), self._scan.bodies.at(of)
            issuer = issuer or (body.organization if body is not None else None)
            end = unit.end if unit is not None and body is None else end
        return Title(f"{self._content[hit.start : hit.end]} {self._content[place:end]}", end, "task", issuer)


@lru_cache(maxsize=4)
def several(lexicon: Lexicon) -> re.Pattern[str]:
    """A count or a word for many right before a document (``56 quyết định``, ``các kế hoạch``)."""
    many = surface(lexicon, _SCHEME, "plural")
    return re.compile(
        rf"(?<!\w)(?:\d+|{many})\s(?:{kinds(lexicon)}(?:,\s|\s{surface(lexicon, 'cue', 'and')}\s))*$"
    )


@lru_cache(maxsize=4)
def _taken_up(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'this')}(?!\w)")


@lru_cache(maxsize=4)
def _weighed(lexicon: Lexicon) -> re.Pattern[str]:
    """What is done with a plan before it is carried out: it is drafted, weighed, passed or told."""
    verb = surface(lexicon, _SCHEME, "considers", "draft", "enacts", "presents")
    return re.compile(rf"(?<!\w){verb}\s$")


@lru_cache(maxsize=4)
def _carries_out(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of carrying out, or of studying, right before a document in capitals."""
    return re.compile(rf"(?:{carrying_out(lexicon)}|{studying(lexicon)})\s{kinds(lexicon)}(?!\w)")


@lru_cache(maxsize=4)
def _listed(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:(?:,|,?\s{surface(lexicon, 'cue', 'and')})\s\d+\s{kinds(lexicon)})*\s")


@lru_cache(maxsize=4)
def _goes_on(lexicon: Lexicon) -> re.Pattern[str]:
    """What goes on with the sentence: the kind of plan has no place or field."""
    words = f"(?:{surface(lexicon, 'cue', 'and')}|{surface(lexicon, _SCHEME, 'on-day')})"
    return re.compile(rf",|\s{words}\s")


@lru_cache(maxsize=4)
def _approves(lexicon: Lexicon) -> re.Pattern[str]:
    verb = surface(lexicon, _SCHEME, "enacts", "presents")
    return re.compile(rf"(?<!\w){verb}\s$")


@lru_cache(maxsize=4)
def _area(lexicon: Lexicon) -> re.Pattern[str]:
    """The kind of an area, before its name."""
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'area')}(?!\w)")


@lru_cache(maxsize=4)
def _border(lexicon: Lexicon) -> re.Pattern[str]:
    """What makes a master plan a place on the ground."""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'border')}\s$")


@lru_cache(maxsize=4)
def _for_term(lexicon: Lexicon, *, work: bool) -> re.Pattern[str]:
    """What a committee plans, unless the kind says so, and for its whole term or for a year."""
    term, year = surface(lexicon, _SCHEME, "whole-term"), surface(lexicon, "cue", "year")
    what = "" if work else rf"\s{surface(lexicon, _SCHEME, 'yearly')}"
    return re.compile(rf"{what}\s(?:(?P<term>{term})|{year}\s(?:19|20)\d\d)(?!\w)")


@lru_cache(maxsize=4)
def _planned(lexicon: Lexicon) -> re.Pattern[str]:
    """What is planned by the year, right after the kind."""
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'yearly')}(?!\w)")


@lru_cache(maxsize=4)
def _in_years(lexicon: Lexicon) -> re.Pattern[str]:
    """The year of a plan behind the body whose it is."""
    return re.compile(rf"(?:\s{surface(lexicon, _SCHEME, 'of-years')})+\s(?:19|20)\d\d(?!\d|\s?[-–])")


@lru_cache(maxsize=4)
def _yearly(lexicon: Lexicon) -> re.Pattern[str]:
    """What is planned by the year, with the years."""
    join = rf"(?:,|\s{surface(lexicon, 'cue', 'and')}|\s?[-–])\s?"
    of = surface(lexicon, _SCHEME, "of-years")
    year = r"(?:19|20)\d\d"
    return re.compile(rf"{surface(lexicon, _SCHEME, 'yearly')}(?:\s{of})*\s{year}(?:{join}{year})*(?!\d)")
