"""Where somebody is sent to take a post: a body before the title (``về Sở X, giữ chức Giám đốc``)."""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon import Concept, Lexicon
from kg.mention import BodyMention, Scan, longest
from kg.model import Organization
from kg.normalise import fold

DIRECT = frozenset({"director", "deputy-director", "general-director", "deputy-general-director"})
OF_SCHOOLS = frozenset({"headteacher", "deputy-headteacher"})
_MINISTRY, _GOVERNMENT = "ministry", "peoples-committee"
_INSPECTS = "inspection-committee"
_OF_INSPECTORS = frozenset({"head-of-committee", "deputy-head-of-committee"})
_OFFICE, _SCHOOL, _SPECIALIST = "office", "school", "specialist"
_DIRECTED = frozenset({"department", "centre", "hospital", "company", "corporation", "broadcaster"})
_TAKES = frozenset({"holds", "post", "capacity"})
_APPOINTED = frozenset({"appoints", "appointed", "assigns", "assigned", "purpose", "passive"})
_TAKEN_UP = _TAKES | _APPOINTED | {"with", "and"}
_AT, _PLURAL = "at", "plural"
_WITH_POST = 40
"""So far before a title may the body stand."""


class Sendings:
    """Finds the bodies of titles that stand behind the word where somebody goes."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._content = scan.text.content
        self._lexicon = lexicon
        self._acting = lexicon.concept("cue", "acting")

    def _told_before(self, role: Concept, made: Organization | None, start: int) -> Organization | None:
        """With where the post is, if that stands before it (``về Thành ủy X với chức vụ R``)."""
        where = self._scan.bodies.last_before(start)
        of_kind = made is not None and where is not None and self._is_kind_of(made, where.organization)
        if made is not None and not (of_kind or self._is_bare_office(made)):
            return made
        if where is None or where.end < start - _WITH_POST or self._is_held_at(where):
            return made
        if made is None and self._tells_there(role, where, start):
            return where.organization
        between = longest(self._scan.hits_within(where.end, start, "cue"))
        words = self._content[where.end : start].replace(",", " ").split()
        told = " ".join(self._content[h.start : h.end] for h in between).split()
        keys = {h.concept.key for h in between}
        acting = any(hit.concept is self._acting for hit in self._scan.hits_at(start, "cue"))
        if words != told or not (acting or keys & _TAKES) or keys - _TAKEN_UP:
            return made
        if keys & _APPOINTED and not self._gone_to(where):
            return made
        if made is not None:
            return where.organization if of_kind else replace(made, parent=where.organization)
        kind = self._lexicon.concept("body", where.organization.kind)
        directs = role.key in DIRECT and kind.key in _DIRECTED
        directs = directs or (role.key in OF_SCHOOLS and kind.key == _SCHOOL)
        leads = role.one("family") == "secretary" and kind.one("side") == "party"
        leads = leads or (role.one("field") is not None and kind.key == _MINISTRY and self._gone_to(where))
        works = role.key == _SPECIALIST and self._gone_to(where)
        headed = self._gone_to(where) and self._heads(role, where.organization)
        return where.organization if headed or directs or leads or works else None

    def _heads(self, role: Concept, whole: Organization) -> bool:
        """Whether a bare title is one at such a body (``về công tác tại Ban X, giữ chức Phó Trưởng ban``)."""
        kind = whole.kind
        inspects = kind == _INSPECTS and role.key in _OF_INSPECTORS
        chairs = kind == _GOVERNMENT and role.one("family") == "chair"
        noun = fold(whole.name).partition(" ")[0]
        told = noun in fold(role.label).split(" ")[1:] or role.one("heads") == f"body:{kind}"
        return told or inspects or chairs

    def _is_kind_of(self, made: Organization, whole: Organization) -> bool:
        """Whether a title only tells the kind of a body (``về công tác tại Sở X, giữ chức Giám đốc Sở``)."""
        alone = made.unit is None and made.parent is None and made.kind == whole.kind
        return alone and made.name == self._lexicon.concept("body", made.kind).label

    def _tells_there(self, role: Concept, where: BodyMention, start: int) -> bool:
        """Whether a clause tells of several who direct an office at which it begins (``Tại Sở X, hai R``)."""
        if role.key not in DIRECT or where.organization.kind not in _DIRECTED:
            return False
        opens = self._content[where.end : where.end + 2] == ", "
        counted = [h for h in self._scan.hits_at(where.end + 2, "cue") if h.concept.key == _PLURAL]
        return opens and any(h.end == start - 1 for h in counted) and self._gone_to(where)

    def _gone_to(self, body: BodyMention) -> bool:
        """Whether somebody works at a body from now on (``nhận công tác tại Sở X và được bổ nhiệm …``)."""
        near = self._scan.hits_within(max(0, body.start - _WITH_POST), body.start, "cue")
        return any(hit.concept.key == _AT and hit.end == body.start - 1 for hit in near)

    def _is_held_at(self, body: BodyMention) -> bool:
        """Whether another title is held at a body (``Chánh Thanh tra Sở X giữ chức R``)."""
        role = self._scan.roles.last_before(body.start + 1)
        return role is not None and role.end >= body.start - 1

    def _is_bare_office(self, organization: Organization) -> bool:
        alone = organization.unit is None and organization.parent is None
        return organization.kind == _OFFICE and alone
