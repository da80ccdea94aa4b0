"""The office or firm that a party committee, a board or a department belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.model import BlockKind, Organization, Unit
from kg.normalise import fold
from kg.resolve.completion import (
    ABOUT,
    AGENCY,
    COMMUNE,
    GOVERNED,
    GOVERNING,
    SAME_LIST,
    SCHOOL_COUNCIL,
    WORKPLACE,
    Completion,
)
from kg.resolve.full_names import CHAIRED, COMPANIES, OTHER
from kg.resolve.parts import chain

_DEPARTMENT = "ministry-department"
_PARTS = frozenset({"party-branch", "section", "faculty", "team", "inspectorate", "office", _DEPARTMENT})
_COMMA = ", "
_INNER = frozenset({"section", "faculty", "team"})
_OF_COMMUNES = _INNER | {"centre"}
_BRANCH = "party-branch"
_BOARDS = frozenset({"council-board", "steering-committee", "assembly-delegation"})
"""Boards for a task and delegations, which have no party organisation."""
_BY, _INSPECTS, _EXECUTIVE = "by", "inspection-committee", "executive-committee"
_COURTS = frozenset(
    {
        "central-party-office",
        "government-inspectorate",
        "government-office",
        "political-academy",
        "state-audit",
        "supreme-court",
        "supreme-procuracy",
    }
)
"""Bodies of state and party that have one name and a party committee of their own."""
SCHOOL = "school"
_WITH_COMMITTEES = frozenset({SCHOOL, "hospital"})
"""Institutions of no side that have a party committee as offices of the state have."""
_MINISTRIES = frozenset({"central-party-office", "ministry", "state-bank"})


class Workplaces(Completion):
    """Finds the offices and firms that the party committees, boards and departments of an article are of."""

    def _of_office(
        self, within: Organization | None, offset: int, siblings: Sequence[Organization]
    ) -> Organization | None:
        """The committee that a board tells by its kind alone: that of the office beside, or of the commune.

        ``Chủ nhiệm Ủy ban Kiểm tra Đảng ủy, Phó Giám đốc Sở X``; ``Văn phòng Đảng ủy`` where the article
        is about a commune.
        """
        if within is None or within.kind not in WORKPLACE or self._has_name(within) or within.unit:
            return None
        made = self._of_workplace(within, offset, siblings)
        return made if made.rule == SAME_LIST or made.unit is not None else None

    def _of_workplace(
        self, organization: Organization, offset: int, siblings: Sequence[Organization]
    ) -> Organization:
        """`Bí thư Đảng ủy, Giám đốc Sở X` leads the committee of that office (or of the commune).

        Without such a post beside it, it is the committee that the article names in full, or that of the
        commune that the article is about.
        """
        led = self._led_in_sentence(organization, offset)
        if led is not None:
            return led
        told = (self._told_beside(beside, organization, offset, siblings) for beside in siblings)
        made = next((each for each in told if each is not None), None)
        if made is not None:
            return made
        company = self._governed(siblings, offset)
        if company is not None:
            return replace(organization, parent=self.complete(company, offset), rule=SAME_LIST)
        commune = self._to_lead(organization, offset)
        if commune is not None:
            return replace(organization, unit=commune, rule="same-sentence")
        fuller = self._only_committee(organization)
        firms = (self._only_firm(s) for s in siblings if s.kind in GOVERNING)
        firm = next((f for f in firms if f is not None), None) if fuller is None else None
        if firm is not None:
            return replace(organization, parent=firm, rule=SAME_LIST)
        commune = self._commune() if organization.kind != _BRANCH else None
        if fuller is not None:
            return fuller
        if commune is not None:
            return replace(organization, unit=commune, rule=ABOUT)
        office = self._titled_office() if not siblings else None
        return replace(organization, parent=office, rule=ABOUT) if office is not None else organization

    def _by_members(self, offset: int) -> bool:
        """Whether it is said by whom a committee is led that the sentence tells before.

        ``Đại hội bầu Ban Chấp hành Hội X gồm 19 đồng chí do ông A làm Chủ tịch``: the chair of no other body.
        """
        hits = self._scan.hits_within(self._scan.sentence(offset).start, offset, "body")
        told = [hit.end for hit in hits if hit.concept.key == _EXECUTIVE]
        after = self._scan.hits_within(told[-1], offset, "cue") if told else ()
        return any(hit.concept.key == _BY for hit in after)

    def _told_beside(
        self, beside: Organization, organization: Organization, offset: int, siblings: Sequence[Organization]
    ) -> Organization | None:
        """The committee, or branch, of the office in which the person has another post."""
        branch = organization.kind == _BRANCH
        inspected = beside.parent if beside.kind == _INSPECTS else None
        if inspected is not None and not branch and self._names_committee(inspected):
            return replace(self.complete(inspected, offset) or inspected, rule=SAME_LIST)
        sibling = self._employer(beside, organization)
        village = self._villages.beside(sibling) if branch else None
        if village is not None:
            return replace(self._villages.of(organization, village), rule=SAME_LIST)
        if sibling.kind in _BOARDS or (sibling.kind in (*_INNER, _DEPARTMENT) and not branch):
            return None
        if sibling.kind == SCHOOL_COUNCIL:
            school = sibling.parent or self._school_around(offset)
            return replace(organization, parent=school, rule=SAME_LIST) if school else organization
        if not branch:
            made = self._shared_committee(sibling, organization, offset, siblings)
            if made is not None:
                return made
        return self._committee_of_office(sibling, organization, offset, siblings)

    def _shared_committee(
        self, sibling: Organization, organization: Organization, offset: int, siblings: Sequence[Organization]
    ) -> Organization | None:
        """The committee of the unit, for an office without one; that of a branch of the forces."""
        if self._without_committee(sibling):
            made = self.complete(sibling, offset)
            return replace(organization, unit=(made or sibling).territory, rule=SAME_LIST)
        branch = self._lexicon.concept("body", sibling.kind).one("branch")
        if branch is None:
            return None
        own = self.complete(sibling, offset, siblings) or sibling
        return replace(own, kind=organization.kind, name=f"{organization.name} {branch}", rule=SAME_LIST)

    def _committee_of_office(
        self, sibling: Organization, organization: Organization, offset: int, siblings: Sequence[Organization]
    ) -> Organization | None:
        """The committee in an office of the state or in one that has a name of its own."""
        if sibling.kind in CHAIRED:
            made = self.complete(sibling, offset, siblings)
            named = made is not None and made.unit is not None and made.unit.name
            return self._committee_of_state(organization, made) if made is not None and named else None
        if sibling.kind in (*GOVERNING, AGENCY, *WORKPLACE):
            return None
        if self._naming(sibling) in ("field", "open", "full") or sibling.kind in _COURTS:
            return replace(organization, parent=self.complete(sibling, offset, siblings), rule=SAME_LIST)
        return None

    def _to_lead(self, organization: Organization, offset: int) -> Unit | None:
        """The commune of which somebody is to lead the state, too, in the clause of a committee's post.

        ``giữ chức Phó Bí thư Đảng ủy, giới thiệu để bầu giữ chức Chủ tịch UBND xã X``.
        """
        sentence = self._scan.sentence(offset)
        stop = self._scan.text.content.find(";", offset, sentence.end)
        told = self._scan.bodies.within(offset, stop if stop >= 0 else sentence.end)
        bare = [place for place, body in enumerate(told) if body.organization == organization]
        if organization.kind == _BRANCH or not bare:
            return None
        behind = told[bare[0] + 1].organization if bare[0] + 1 < len(told) else None
        named = behind is not None and behind.kind in CHAIRED and behind.unit is not None
        if behind is None or not named or behind.unit is None or not behind.unit.name:
            return None
        apart = self._scan.people.within(told[bare[0]].end, told[bare[0] + 1].start)
        return behind.unit if behind.unit.level == COMMUNE and not apart else None

    def _names_committee(self, committee: Organization) -> bool:
        """Whether it is the committee of an office, of several or of a commune, told by name."""
        party = self._lexicon.concept("body", committee.kind).one("side") == "party"
        if not party or self._is_committee(committee):
            return False
        return self._has_name(committee) or committee.unit is not None or committee.kind not in WORKPLACE

    def _titled_office(self) -> Organization | None:
        """The only office that the title names: a committee without a name is its (``Bí thư Đảng ủy``)."""
        found: dict[str, Organization] = {}
        for body in self._scan.bodies:
            named = body.organization
            if self._scan.sentence(body.start).kind is not BlockKind.TITLE:
                break
            concept = self._lexicon.concept("body", named.kind)
            offices = concept.one("naming") in ("field", "open", "full") and concept.one("side") == "state"
            offices = offices or named.kind in _WITH_COMMITTEES
            if offices and named.kind not in (*CHAIRED, *_BOARDS, *GOVERNING):
                made = self.complete(named, body.start)
                if made is not None and (made.territory is not None or not self._is_bare_label(made)):
                    found.setdefault(made.label, made)
        return next(iter(found.values())) if len(found) == 1 else None

    def _school_around(self, offset: int) -> Organization | None:
        """The only school with a name that the sentence names before, else the only one of the article."""
        return self._only_school(self._scan.sentence(offset).start, offset) or self._only_school()

    def _only_school(self, start: int = 0, end: int | None = None) -> Organization | None:
        bodies = self._scan.bodies if end is None else self._scan.bodies.within(start, end)
        found: dict[str, Organization] = {}
        for body in bodies:
            for part in chain(body.organization):
                if part.kind == SCHOOL and not self._is_bare_label(part):
                    made = self.complete(part, body.start) or part
                    found.setdefault(made.label, made)
        return replace(next(iter(found.values())), rule="only-organization") if len(found) == 1 else None

    def _led_in_sentence(self, organization: Organization, offset: int) -> Organization | None:
        """`Đảng bộ Quân sự tỉnh do ông P, R là Bí thư Đảng ủy`: the committee that is said to be led."""
        for body in self._scan.bodies.within(self._scan.sentence(offset).start, offset):
            named = body.organization
            led = any(hit.concept.key == _BY for hit in self._scan.hits_at(body.end + 1, "cue"))
            if led and named.kind == organization.kind and (self._has_name(named) or named.unit is not None):
                return self.complete(named, body.start)
        return None

    def _without_committee(self, sibling: Organization) -> bool:
        """Whether a post beside is at a body of a commune's own, which has no party committee but hers.

        ``Ủy viên Ban Thường vụ Đảng ủy, Chủ tịch Ủy ban MTTQ xã``, ``Đảng ủy viên, Trưởng Công an phường``.
        """
        place = sibling.territory
        own = self._naming(sibling) in ("full", "field") or sibling.kind in _OF_COMMUNES
        return place is not None and place.level == COMMUNE and own and sibling.kind not in WORKPLACE

    def _governed(self, siblings: Sequence[Organization], offset: int) -> Organization | None:
        """The company whose board a post beside is on; of a board without a name the only one around."""
        boards = [s for s in siblings if s.kind in GOVERNING]
        for board in boards:
            if board.parent is not None:
                return board.parent
            name = board.name[len(self._lexicon.concept("body", board.kind).label) :].strip()
            if name[:1].isupper() and not self._is_kind(name):
                return Organization(OTHER, name)
        bare = bool(boards) and all(self._is_bare_label(b) for b in boards)
        return self._only_company() or self._company_before(offset) if bare else None

    def _only_firm(self, board: Organization) -> Organization | None:
        """The only firm of the kind that a board tells of without its name (``HĐTV Tập đoàn``)."""
        label = self._lexicon.concept("body", board.kind).label
        told = fold(board.name[len(label) + 1 :])
        kind = next((k for k in COMPANIES if told == fold(self._lexicon.concept("body", k).label)), None)
        return self._only_company(kind) if kind is not None and board.parent is None else None

    def _company_behind(self, board: Organization, offset: int) -> Organization | None:
        """The firm that follows a bare board after a comma (``Chủ tịch HĐQT, Tổng công ty X``)."""
        for body in self._scan.bodies.within(offset, self._scan.sentence(offset).end):
            if body.organization.kind == board.kind:
                behind = self._scan.bodies.at(body.end + len(_COMMA))
                follows = self._scan.text.content.startswith(_COMMA, body.end)
                firm = behind.organization if follows and behind is not None else None
                named = firm is not None and firm.kind in COMPANIES and not self._is_bare_label(firm)
                return firm if named else None
        return None

    def _company_before(self, offset: int, start: int | None = None) -> Organization | None:
        """The only company that the sentence names before (``Công ty X có ông A (Chủ tịch HĐTV)``).

        With ``start``, the only one that is named from there on.
        """
        found: dict[str, Organization] = {}
        begin = self._scan.sentence(offset).start if start is None else start
        for body in self._scan.bodies.within(begin, offset):
            for part in chain(body.organization):
                if part.kind in COMPANIES and not self._is_bare_label(part):
                    made = self.complete(part, body.start) or part
                    found.setdefault(fold(made.label), made)
        return next(iter(found.values())) if len(found) == 1 else None

    def _is_kind(self, name: str) -> bool:
        """Whether a name only says of what kind a company is (``Tập đoàn``)."""
        kinds = (self._lexicon.concept("body", kind) for kind in GOVERNED if kind != OTHER)
        return fold(name) in {fold(label) for kind in kinds for label in kind.strong}

    def _only_committee(self, organization: Organization) -> Organization | None:
        """The only committee of this kind that is named with what it belongs to, or branch by its name."""
        owned: dict[str, Organization] = {}
        named: dict[str, Organization] = {}
        for body in self._scan.bodies:
            for other in chain(body.organization):
                if other.kind != organization.kind:
                    continue
                whole = other.unit is not None or other.parent is not None
                if whole and other.name == organization.name:
                    made = self.complete(other, body.start) or other
                    owned.setdefault(made.label, made)
                elif other.kind == _BRANCH and other.name.startswith(f"{organization.name} "):
                    named.setdefault(other.label, other)
        found = owned or named
        return replace(next(iter(found.values())), rule="fuller-name") if len(found) == 1 else None

    def _employer(self, beside: Organization, organization: Organization) -> Organization:
        """The organisation whose party committee a post beside tells: the one above a board or a section."""
        section = beside.kind in (*_PARTS, AGENCY) and organization.kind != _BRANCH
        whole = beside.parent
        board = beside.kind in _BOARDS and whole is not None and whole.kind in _WITH_COMMITTEES
        inner = beside.kind in GOVERNING or section or board
        return self._employer(beside.parent, organization) if inner and beside.parent is not None else beside

    def _committee_of_state(self, organization: Organization, state: Organization) -> Organization:
        """The committee of a commune, or the one of a province's people's committee (`Đảng ủy UBND tỉnh`)."""
        assert state.unit is not None
        if state.unit.level == COMMUNE or organization.kind == _BRANCH:
            return replace(organization, unit=state.unit, rule=SAME_LIST)
        return replace(organization, parent=state, rule=SAME_LIST)

    def _own_committee(self, organization: Organization, siblings: Sequence[Organization]) -> Organization:
        """`Đảng ủy cơ quan` beside an office is its committee, `Đảng ủy Quân sự` that of a command."""
        label = self._lexicon.concept("body", organization.kind).label
        placed = organization.unit is not None or organization.parent is not None
        if organization.kind not in WORKPLACE or placed:
            return organization
        own = fold(organization.name[len(label) :].strip())
        branches = (self._lexicon.concept("body", s.kind).one("branch") for s in siblings)
        agency = fold(self._lexicon.concept("body", AGENCY).label)
        told = own in {fold(branch) for branch in branches if branch} or (own == agency and bool(siblings))
        return replace(organization, name=label) if own and told else organization

    def _without_kind_of_firm(self, organization: Organization) -> Organization:
        """`Hội đồng quản trị công ty` tells no more than `Hội đồng quản trị`."""
        firm = organization.parent
        if organization.kind not in GOVERNING or firm is None or firm.parent is not None:
            return organization
        bare = firm.unit is None and self._is_kind(firm.name)
        return replace(organization, parent=None) if bare else organization

    def _of_board(self, organization: Organization, offset: int) -> Organization:
        """The board of the company named before, where only its kind stands (``HĐQT tổng công ty``).

        So is its party committee (``Đảng ủy Tập đoàn``).
        """
        party = organization.kind in WORKPLACE
        label = self._lexicon.concept("body", organization.kind).label
        said = fold(organization.name[len(label) + 1 :])
        if not (party or organization.kind in GOVERNING) or organization.parent is not None or not said:
            return organization
        for kind in COMPANIES:
            concept = self._lexicon.concept("body", kind)
            if said == fold(concept.label):
                whole = self._fuller(Organization(kind, concept.label), offset)
                return replace(organization, name=label, parent=whole) if whole is not None else organization
        if party:
            return organization
        brand = Organization(OTHER, organization.name[len(label) + 1 :])
        firm = self._fuller(brand, offset) or self._written_out(brand) or self._known(brand)
        return replace(organization, name=label, parent=firm) if firm is not None else organization

    def _company_beside(self, siblings: Sequence[Organization], offset: int) -> Organization | None:
        """The company that a post beside names, or one at its party committee or a section of it."""
        completed = [self.complete(s, offset) or s if s.kind in WORKPLACE else s for s in siblings]
        firms = [part for sibling in completed for part in chain(sibling) if part.kind in GOVERNED]
        told = (self.complete(firm, offset) if self._is_bare_label(firm) else firm for firm in firms)
        return next((firm for firm in told if firm is not None and not self._is_bare_label(firm)), None)

    def _one_board(self, bare: Organization) -> bool:
        """Whether the article names boards of this kind at one company only, if at any."""
        parts = (part for body in self._scan.bodies for part in chain(body.organization))
        return len({fold(p.label) for p in parts if p.kind == bare.kind and p.label != bare.label}) <= 1

    def _only_company(self, kind: str | None = None) -> Organization | None:
        """The only company or bank (of a kind) that the article names."""
        kinds = COMPANIES if kind is None else frozenset({kind})
        found: dict[str, Organization] = {}
        for body in self._scan.bodies:
            for part in chain(body.organization):
                if part.kind in kinds and not self._is_bare_label(part):
                    made = self.complete(part, body.start) or part
                    found.setdefault(fold(made.label), made)
        return next(iter(found.values())) if len(found) == 1 else None

    def _ministry(self, offset: int, siblings: Sequence[Organization]) -> Organization | None:
        """The ministry or central board of a department: by a post beside it, or the only one around."""
        for part in (part for sibling in siblings for part in chain(sibling)):
            if self._has_departments(part):
                return part
        content = self._scan.text.content
        opening, end = content.rfind("\n", 0, offset) + 1, content.find("\n", offset)
        sentence = self._scan.sentence(offset)
        near = self._scan.bodies.within(sentence.start, sentence.end)
        around = self._scan.bodies.within(opening, end if end >= 0 else len(content))
        for bodies in (near, around, self._scan.bodies):
            named = {
                part.label: part
                for body in bodies
                for part in chain(body.organization)
                if self._has_departments(part)
            }
            if named:
                return next(iter(named.values())) if len(named) == 1 else None
        return None

    def _has_departments(self, organization: Organization) -> bool:
        """Whether it is a ministry, or a board or the office of the central committee."""
        of = self._naming(organization) == "of" and organization.level == 0
        board = of and organization.kind != "inspection-committee"
        named = self._naming(organization) == "fixed" or not self._is_bare_label(organization)
        return board or (organization.kind in _MINISTRIES and named)
