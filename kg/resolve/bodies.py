"""The organisations of posts, completed by the person's other posts and by the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.model import Organization, Position
from kg.normalise import fold
from kg.resolve.completion import GOVERNING, MINISTRY, SAME_LIST, SCHOOL_COUNCIL, WORKPLACE
from kg.resolve.full_names import COMPANIES
from kg.resolve.parts import chain
from kg.resolve.untold import GENERAL_DIRECTORS, Untold
from kg.resolve.workplaces import SCHOOL

_OFFICE_CHIEFS = frozenset({"chief-of-office", "deputy-chief-of-office", "standing-deputy-chief-of-office"})
_DEPARTMENT = "ministry-department"
_ORGANIZING, _EVENT_BOARD = "organization-board", "event-board"


class Bodies(Untold):
    """Completes the organisations of one article, those of posts with the person's other posts."""

    def of_post(
        self,
        organization: Organization | None,
        role: str | None,
        offset: int,
        siblings: Sequence[Organization],
        committee: Organization | None = None,
    ) -> Organization | None:
        """The organisation of a post, completed with the person's other posts in the sentence at hand.

        ``committee`` is the one whose secretary the sentence named before.
        """
        if organization is None and committee is not None and not siblings and self.leads(role):
            return replace(committee, rule=SAME_LIST)
        if organization is None:
            siblings = [self._of_nation(sibling, role, offset) for sibling in siblings]
            return self.of_title(role, offset, siblings)
        organization = self._own_committee(self._without_kind_of_firm(organization), siblings)
        organization = self._of_nation(organization, role, offset)
        siblings = [self._of_nation(sibling, None, offset) for sibling in siblings]
        of_village = self._villages.completed(organization, offset)
        if of_village is not None:
            return of_village
        alone = organization.unit is None and organization.parent is None
        of_place = alone and organization.level != 0
        named = next((each for each in siblings if self._has_name(each)), None)
        if organization.kind == "party-organization" and alone and named is not None:
            return self.complete(named, offset, siblings)
        if of_place and role in _OFFICE_CHIEFS and self._is_bare_label(organization):
            return self._office(organization, offset, siblings)
        arranging = self._arranging(organization, offset) if alone else None
        if arranging is not None:
            return arranging
        within = organization.parent
        office = self._of_office(within, offset, siblings)
        if office is not None:
            return replace(organization, parent=office)
        if organization.kind in WORKPLACE and alone and self._is_bare_label(organization):
            return self._of_workplace(organization, offset, siblings)
        if organization.kind == SCHOOL_COUNCIL and alone:
            school = next((s for s in siblings if s.kind == SCHOOL and not self._is_bare_label(s)), None)
            return replace(organization, parent=school or self._school_around(offset))
        if organization.kind in GOVERNING and alone and self._is_bare_label(organization):
            company = self._company_led(organization, offset, siblings)
            if company is not None:
                return replace(organization, parent=self.complete(company, offset), rule=SAME_LIST)
            if not self._one_board(organization):
                return organization
        return self._with_whole(self._of_board(organization, offset), offset, siblings)

    def _company_led(
        self, board: Organization, offset: int, siblings: Sequence[Organization]
    ) -> Organization | None:
        """The company that a board governs: told behind it, beside it, the only one there is, or before."""
        company = self._company_behind(board, offset)
        company = company or self._company_beside(siblings, offset) or self._only_company()
        return company or self._company_before(offset)

    def _with_whole(
        self, organization: Organization, offset: int, siblings: Sequence[Organization]
    ) -> Organization | None:
        """The organisation with its unit and its whole; a department is of the ministry told nearest."""
        made = self.complete(organization, offset, siblings)
        made = self._parts.with_whole(made, offset, siblings) if made is not None else None
        if made is None or made.kind != _DEPARTMENT or made.parent is not None or self._is_bare_label(made):
            return made
        above = self._ministry(offset, siblings)
        return replace(made, parent=above, rule="nearest-whole") if above is not None else made

    def _arranging(self, organization: Organization, offset: int) -> Organization | None:
        """The board of an event, told by name before, that only ``Ban Tổ chức`` means; it is no party's."""
        if organization.kind != _ORGANIZING or not self._is_bare_label(organization):
            return None
        told = [b.organization for b in self._scan.bodies if b.start < offset]
        board = next((o for o in told if o.kind == _EVENT_BOARD), None)
        return board if not any(o.kind == _ORGANIZING and o.parent is not None for o in told) else None

    def _of_nation(self, organization: Organization, role: str | None, offset: int) -> Organization:
        """The whole nation's body that a bare name means (``Tư lệnh BĐBP``, ``Tổng Giám đốc KBNN``).

        Some posts are in it alone; others are where the text has named it, and none of a place, before.
        """
        above = self._lexicon.concept("body", organization.kind).one("nationwide")
        alone = organization.unit is None and organization.parent is None
        if above is None or not alone or not self._is_bare_label(organization):
            return organization
        whole = self._lexicon.follow(above)
        of_nation = role is not None and self._lexicon.concept("role", role).one("nationwide") is not None
        told = [b.organization for b in self._scan.bodies.within(0, offset)]
        own = (whole.key, *(k.key for k in self._lexicon.scheme("body") if k.one("partOf") == above))
        named = any(made.kind in own for made in told)
        of_nation = of_nation or self._of_ministry(organization, offset)
        if not of_nation and (not named or any(o.kind == organization.kind and o.unit for o in told)):
            return organization
        return Organization(whole.key, whole.label, level=whole.level)

    def _of_ministry(self, organization: Organization, offset: int) -> bool:
        """Whether a ministry behind the name tells that it is the nation's (``BĐBP, Bộ Quốc phòng``)."""
        sentence = self._scan.sentence(offset)
        for body in self._scan.bodies.within(offset, sentence.end):
            if body.organization == organization and self._scan.text.content.startswith(", ", body.end):
                above = self._scan.bodies.at(body.end + 2)
                return above is not None and above.organization.kind == MINISTRY
        return False

    def only_firm(self, held: Sequence[Organization]) -> Organization | None:
        """The one firm at which all posts at firms are held, if the text names no other."""
        firms: dict[str, Organization] = {}
        for part in (part for made in held for part in chain(made)):
            if part.kind in COMPANIES and not self._is_bare_label(part):
                firms.setdefault(fold(part.label), part)
        for body in self._scan.bodies if len(firms) == 1 else ():
            for part in chain(body.organization):
                if part.kind in COMPANIES and not self._is_bare_label(part):
                    made = self.complete(part, body.start) or part
                    firms.setdefault(fold(made.label), made)
        return next(iter(firms.values())) if len(firms) == 1 else None

    def at_firm(self, claim: Position, firm: Organization) -> Organization | None:
        """The organisation of a post, with the firm where a general director or a board names none."""
        made = claim.organization
        if made is None:
            return firm if claim.role_concept in GENERAL_DIRECTORS else None
        bare = made.kind in GOVERNING and self._is_bare_label(made) and made.unit is None
        return replace(made, parent=firm, rule=SAME_LIST) if bare and made.parent is None else made

    def is_rank(self, role: str | None) -> bool:
        """Whether a title may be the rank of who leads another body of the government (``bộ trưởng``)."""
        return role is not None and self._lexicon.concept("role", role).one("field") is not None

    def leads(self, role: str | None) -> bool:
        """Whether a role is that of a secretary, who is at a party committee even if none is named."""
        return role is not None and self._lexicon.concept("role", role).one("family") == "secretary"
