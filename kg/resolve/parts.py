"""Sections, teams, faculties and departments whose whole stands elsewhere in the article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import Organization
from kg.normalise import fold

_SAME_LIST, _ONLY = "same-list", "only-organization"
_SECTIONS = frozenset({"section", "team", "agency-office"})
_FACULTY = "faculty"
_POLICE = "police"
_OF = "of"
_FAR = 200
_PROVINCE = 1
_CLINICS = frozenset({"hospital", "school", "institute"})
"""Only these have faculties and wards."""
_OFFICES = _CLINICS | {
    "agency",
    "bank",
    "broadcaster",
    "centre",
    "company",
    "corporation",
    "department",
    "economic-group",
    "general-department",
    "newspaper",
    _POLICE,
}
"""What is divided into sections and teams."""

_COUNCIL = "peoples-council"

Completing = Callable[[Organization, int], Organization | None]


def council_of(board: Organization) -> Organization | None:
    """The council that a board is of (``Phó Chủ tịch kiêm Trưởng ban Pháp chế HĐND X``)."""
    return next((whole for whole in chain(board) if whole.kind == _COUNCIL), None)


class Parts:
    """Finds what a part of an office belongs to in one article."""

    def __init__(self, scan: Scan, lexicon: Lexicon, complete: Completing) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._complete = complete

    def with_whole(
        self, part: Organization, offset: int, siblings: Sequence[Organization]
    ) -> Organization:
        """The part with its whole: that of a post beside it, else the only one that the article names."""
        if part.parent is not None or part.unit is not None:
            return part
        if part.kind not in (*_SECTIONS, _FACULTY):
            return part
        told = self._told_by_kind(part, offset)
        if told.parent is not None:
            return told
        if part.kind == _FACULTY:
            if self._tells_clinic(part):
                return part
            beside = self._beside(part, offset, siblings, _CLINICS)
            return beside or self._only(part, lambda whole: whole.kind in _CLINICS)
        if self._is_bare(part):
            return part
        if self._of_police(part):
            beside = self._beside(part, offset, siblings, frozenset({_POLICE}))
            return beside or self._only(part, _provincial_police)
        return self._beside(part, offset, siblings, _OFFICES) or part

    def _beside(
        self, part: Organization, offset: int, siblings: Sequence[Organization], kinds: frozenset[str]
    ) -> Organization | None:
        """With the office of another post of the same person (`Phó Giám đốc Công an tỉnh, Thủ trưởng …`)."""
        for sibling in siblings:
            whole = next((o for o in chain(sibling) if o.kind in kinds and not self._is_bare(o)), None)
            made = self._complete(whole, offset) if whole is not None else None
            if made is not None:
                return replace(part, parent=made, rule=_SAME_LIST)
        return None

    def _only(self, part: Organization, fits: Callable[[Organization], bool]) -> Organization:
        """With the only office of the article that fits; the part as it is when there are several or none."""
        found: dict[str, Organization] = {}
        for body in self._scan.bodies:
            for other in chain(body.organization):
                made = None if self._is_bare(other) else self._complete(other, body.start)
                if made is not None and fits(made):
                    found.setdefault(fold(made.label), made)
        if len(found) != 1:
            return part
        return replace(part, parent=next(iter(found.values())), rule=_ONLY)

    def _told_by_kind(self, part: Organization, offset: int) -> Organization:
        """`phòng vật tư của bệnh viện`: with the only office of that kind, which the article names."""
        around = self._scan.bodies.within(offset, offset + _FAR)
        body = next((b for b in around if b.organization.name == part.name), None)
        if body is None:
            return part
        of = next((h for h in self._scan.hits_at(body.end + 1, "cue") if h.concept.key == _OF), None)
        hits = self._scan.hits_at((of.end if of is not None else body.end) + 1, "body")
        kinds = {h.concept.key for h in hits} & _OFFICES
        return self._only(part, lambda whole: whole.kind in kinds) if kinds else part

    def _tells_clinic(self, part: Organization) -> bool:
        """Whether the name's own words tell the whole (``Khoa Thận bệnh viện Bạch Mai``)."""
        hits = self._lexicon.scan_folded(fold(part.name), part.name)
        return any(h.start > 0 and h.concept.scheme == "body" and h.concept.key in _CLINICS for h in hits)

    def _of_police(self, part: Organization) -> bool:
        """Whether the name tells that it is a part of the police (``Phòng Cảnh sát hình sự``)."""
        own = part.name[len(self._lexicon.concept("body", part.kind).label) :].strip()
        word = self._lexicon.concept("body", _POLICE).one("parts")
        return word is not None and fold(own).startswith(fold(word))

    def _is_bare(self, organization: Organization) -> bool:
        """Whether nothing but the kind is told."""
        bare = organization.name == self._lexicon.concept("body", organization.kind).label
        return bare and organization.unit is None


def _provincial_police(organization: Organization) -> bool:
    unit = organization.unit
    return organization.kind == _POLICE and unit is not None and unit.level == _PROVINCE


def chain(organization: Organization) -> Iterator[Organization]:
    """The organisation and those that it is part of."""
    yield organization
    if organization.parent is not None:
        yield from chain(organization.parent)
