"""Organisations whose unit or whole the text leaves out, completed from the article's setting."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import Organization, Unit
from kg.normalise import fold
from kg.resolve.introductions import in_full, introduced
from kg.resolve.parts import Parts
from kg.resolve.setting import Found, Need, Setting

_SAME_LIST = "same-list"
_NAMED = frozenset({"full", "field", "fixed", "open"})
_GOVERNING = frozenset({"board-of-directors", "members-council", "supervisory-board"})
_NO_CAUCUS = frozenset({"peoples-council", "national-assembly", "state"})
_NO_GROUP = frozenset({"peoples-committee", "state"})
"""Party groups (đảng đoàn) are in elected and mass organisations, caucuses (ban cán sự) in executive ones."""
_GROUP = "party-group"
_OTHER = "other-organization"
_GOVERNED = frozenset({"company", "corporation", "economic-group", "bank", _OTHER})
_CHAIRED = frozenset({"peoples-committee", "peoples-council"})
_OF_WHICH = re.compile(r" \([A-ZĐ]+ [^\W\d_]")
_FAR = 200
_HEADLESS = frozenset({"standing-committee", "standing-board", "executive-committee", "secretariat"})
"""Boards that a secretary leads, so that nobody is their head."""
_PARTY_MEASURES = frozenset({"party", "plan"})
_WORKPLACE = frozenset({"grassroots-party-committee", "party-branch"})
_PARTS = frozenset({"party-branch", "section", "faculty", "team", "inspectorate", "office"})
_INNER = frozenset({"section", "faculty", "team"})
_OFFICE_CHIEFS = frozenset({"chief-of-office", "deputy-chief-of-office"})
_CENTRAL = "central"
_MINISTRY = "ministry"
_PLACED = frozenset({"place", "region"})
_DISTRICT = 2
_COMMUNE = 3
_OF_COMMUNES = frozenset({"inspection-committee", "party-building-board", "standing-committee"})
_BRANCH = "party-branch"
_PROVINCIAL, _CITY = "provincial-party-committee", "city"
_COURTS = frozenset({"supreme-court", "supreme-procuracy", "state-audit", "government-inspectorate"})
"""Bodies of the state that have one name and a party committee of their own."""
_DIRECTORS = frozenset(
    {
        "deputy-director",
        "deputy-executive-director",
        "deputy-general-director",
        "director",
        "editor-in-chief",
        "executive-director",
        "general-director",
    }
)
_EMPLOYERS = frozenset(
    {
        "bank",
        "broadcaster",
        "centre",
        "company",
        "corporation",
        "department",
        "economic-group",
        "hospital",
        "magazine",
        "newspaper",
        "police",
        "publisher",
    }
)
_COMPANIES = frozenset({"company", "corporation", "economic-group", "bank"})
_DEPARTMENT = "ministry-department"
_AGENCY = "agency-office"
_SECTION = "section"
_MINISTRIES = frozenset({"ministry", "state-bank"})
_BARE_NAMES = frozenset({"association", "national-assembly-committee"})
_ABOUT = "main-unit"


def _has_chair(organization: Organization) -> bool:
    """Whether a chair leads the organisation of a unit."""
    return organization.kind in _CHAIRED


def _governs(organization: Organization) -> bool:
    """Whether the organisation is a people's committee, whose deputies others may elect."""
    return organization.kind == "peoples-committee"


def _chain(organization: Organization) -> Iterator[Organization]:
    """The organisation and those that it is part of."""
    yield organization
    if organization.parent is not None:
        yield from _chain(organization.parent)


class Bodies:
    """Completes the organisations of one article."""

    def __init__(self, setting: Setting, lexicon: Lexicon, scan: Scan) -> None:
        self._setting = setting
        self._lexicon = lexicon
        self._scan = scan
        self._committees = {
            (t.one("committee") or "").partition(":")[2]: t.key
            for t in lexicon.scheme("unit-type")
            if t.level in (1, 2)
        }
        self._parts = Parts(scan, lexicon, self.complete)

    def main_unit(self) -> Unit | None:
        """The unit that the article is most about."""
        return self._setting.main()

    def home(self) -> Unit | None:
        """The unit that the article is about, and no other."""
        return self._setting.home()

    def main_committee(self) -> Organization | None:
        """The party committee of the unit that the article is most about."""
        unit = self.main_unit()
        return self._lexicon.committee_of(unit) if unit is not None and unit.type else None

    def counts_party(self, measure: str | None) -> bool:
        """Whether a measure counts members and organisations of the party, or targets that it sets."""
        dimension = self._lexicon.concept("measure", measure).one("dimension") if measure else None
        return dimension in _PARTY_MEASURES

    def unit(self, unit: Unit, offset: int) -> Unit | None:
        """A named unit decided, a bare one filled in; ``None`` when nothing tells which."""
        if unit.name:
            return self._setting.decided(unit, self._setting.readings(unit))
        found = self._setting.find(Need(frozenset({unit.type})), offset)
        return found.unit if found is not None else None

    def committees_named_in(self, wording: str) -> list[Organization]:
        """The committees of the units that a theme's wording names: it may be theirs."""
        folded = fold(wording)
        named = (u for u in self._setting.units() if u.type and u.level > 1)
        return [self._lexicon.committee_of(u) for u in named if fold(u.full_name) in folded]

    def is_complete(self, organization: Organization) -> bool:
        """Whether nothing is missing in the organisation's name."""
        if organization.parent is not None:
            return self.is_complete(organization.parent)
        if organization.unit is not None:
            return bool(organization.unit.name)
        if self._of_another_office(organization):
            return True
        return self._need(organization) is None and not self._is_part(organization)

    def complete(
        self,
        organization: Organization | None,
        offset: int,
        siblings: Sequence[Organization] = (),
        *,
        fuller: bool = True,
        short: bool = True,
    ) -> Organization | None:
        """The organisation with its unit (or the whole that it is part of) filled in, marked by the rule."""
        if organization is None:
            return None
        if organization.parent is not None:
            return replace(
                organization,
                parent=self.complete(organization.parent, offset, siblings, fuller=fuller, short=short),
            )
        unit = organization.unit
        written = self._written_out(organization) if short and unit is None else None
        if written is not None:
            made = self.complete(written, offset, fuller=False, short=False) or written
            return replace(made, rule="introduced-abbreviation")
        if unit is not None and unit.name:
            return replace(organization, unit=self._setting.decided(unit, self._setting.readings(unit)))
        if unit is None and self._is_part(organization):
            return self._whole(organization, offset, siblings)
        naming = self._naming(organization)
        need = Need(frozenset({unit.type})) if unit is not None else self._need(organization)
        if fuller and unit is None and (need is None or naming == "field"):
            longer = self._fuller(organization, offset)
            if longer is not None:
                return longer
        if need is None and self._is_local(organization):
            return self._located(organization, offset, siblings)
        if need is None and self._serves(organization):
            return self._served(organization, siblings)
        told = naming in ("field", "full") and self._tells_place(organization)
        if need is None or (unit is None and (told or self._of_another_office(organization))):
            return organization
        far = unit is not None or naming != "field" or organization.level == 1
        found = self._among(siblings, need) or self._setting.find(need, offset, far=far)
        if found is None and organization.level == _DISTRICT:
            return self._of_commune(organization)
        if found is None and organization.kind == _PROVINCIAL:
            return self._of_city(organization, offset)
        return self._with_unit(organization, found) if found is not None else organization

    def _of_another_office(self, organization: Organization) -> bool:
        """Whether a section's name is none of a district's sections: those of firms, schools, the police."""
        label = self._lexicon.concept("body", organization.kind).label
        own = organization.name[len(label) :].strip().replace("–", "-")
        if organization.kind != _SECTION or not own:
            return False
        fields = (h for h in self._lexicon.scan_folded(fold(own), own) if h.concept.scheme == "field")
        return not any(h.start == 0 and h.end == len(own) for h in fields)

    def _of_city(self, organization: Organization, offset: int) -> Organization:
        """The committee of a city under the centre, whose members are told by the same letters (``TUV``)."""
        found = self._setting.find(Need(level=1), offset)
        if found is None or self._lexicon.concept("unit-type", found.unit.type).key != _CITY:
            return organization
        return replace(self._lexicon.committee_of(found.unit), rule=found.rule)

    def _is_local(self, organization: Organization) -> bool:
        """A kind of organisation that every level of the state has, named without a unit or the nation."""
        concept = self._lexicon.concept("body", organization.kind)
        local = concept.one("naming") == "full" and concept.one("whole") == "unit"
        return local and organization.name == concept.label

    def _located(
        self, organization: Organization, offset: int, siblings: Sequence[Organization]
    ) -> Organization:
        """With the unit of a post beside it, of its sentence, or of the commune that the article is about."""
        found = self._among(siblings, Need()) or self._setting.find(Need(), offset, far=False)
        return self._with_unit(organization, found) if found is not None else self._of_commune(organization)

    def _serves(self, organization: Organization) -> bool:
        """A service with a name of its own that tells no place: those of a province often leave it out."""
        concept = self._lexicon.concept("body", organization.kind)
        folded = fold(organization.name)
        if concept.one("serves") is None or folded == fold(concept.label):
            return False
        return not self._tells_place(organization)

    def _tells_place(self, organization: Organization) -> bool:
        """Whether a name's own words tell where: a place, a region, the nation, or a ministry."""
        name = organization.name
        hits = self._lexicon.scan_folded(fold(name), name)
        told = frozenset({_CENTRAL, _MINISTRY})
        return any(h.start > 0 and (h.concept.scheme in _PLACED or h.concept.key in told) for h in hits)

    def _served(self, organization: Organization, siblings: Sequence[Organization]) -> Organization:
        """With the province of a post beside it, or the only one of an article about that province."""
        found = self._among(siblings, Need(level=1))
        main = self._setting.main()
        if found is None and main is not None and main.level == 1:
            found = self._setting.find(Need(level=1), 0, far=False)
        return self._with_unit(organization, found) if found is not None else organization

    def _of_commune(self, organization: Organization) -> Organization:
        """With the commune that the article is about: communes have sections of their own since 2025."""
        commune = self._commune()
        return self._with_unit(organization, Found(commune, _ABOUT)) if commune is not None else organization

    @cached_property
    def _introduced(self) -> dict[str, Organization]:
        """The organisations behind the short names that the article introduces in brackets (``… (BIDV)``)."""
        return introduced(self._scan, self._lexicon)

    def _written_out(self, organization: Organization) -> Organization | None:
        """What a short name stands for: alone, after a word of its kind, or after the label of a part."""
        whole = self._introduced.get(organization.name)
        if whole is not None and whole.name != organization.name:
            return whole
        kind, _, short = organization.name.rpartition(" ")
        full = self._introduced.get(short)
        if full is None or full.name == organization.name:
            return None
        if kind and kind == self._lexicon.concept("body", organization.kind).label != full.name:
            part = full.kind != organization.kind
            return replace(organization, name=kind, parent=full) if part else full
        return full if fold(full.name).startswith(fold(kind)) else None

    def _fuller(self, organization: Organization, offset: int) -> Organization | None:
        """A name that only begins one that the article writes in full (`Sở`, `Đảng ủy Khối`): that one."""
        if self._naming(organization) not in ("open", "field", "full"):
            return None
        if self._told_apart(organization, offset):
            return None
        best = None
        for body in self._scan.bodies:
            for other in _chain(body.organization):
                if self._alike(other, organization) and self._extends(other, organization):
                    best = other
            if best is not None and body.start > offset:
                break
        if best is None:
            firm = organization.kind in _COMPANIES and not self._is_bare_label(organization)
            return in_full(self._scan, self._lexicon, organization) if firm else None
        return replace(self.complete(best, offset, fuller=False, short=False) or best, rule="fuller-name")

    def _told_apart(self, organization: Organization, offset: int) -> bool:
        """Whether brackets tell a name from those of the same name (``Trường Sư phạm (ĐH Huế)``)."""
        bodies = self._scan.bodies.within(offset, offset + _FAR)
        told = next((b for b in bodies if b.organization == organization), None)
        return told is not None and _OF_WHICH.match(self._scan.text.content, told.end) is not None

    def _alike(self, other: Organization, short: Organization) -> bool:
        """Whether a name can be the full one by its kind: a bare `Hội` or `Ủy ban` is any of its name."""
        if other.kind == short.kind:
            return True
        own, wanted = (self._lexicon.concept("body", o.kind).one("side") for o in (other, short))
        if short.kind not in _BARE_NAMES or not self._is_bare_label(short):
            return False
        return own == wanted or (wanted != "front" and other.kind not in _CHAIRED)

    def _extends(self, other: Organization, short: Organization) -> bool:
        """Whether a name goes on another one; own words go on in capitals, or a verb was read with them."""
        longer = other.name.startswith(short.name + " ")
        if longer and self._abroad(other.name[len(short.name) + 1 :]):
            return False
        if longer and not self._is_bare_label(short) and not other.name[len(short.name) + 1].isupper():
            return False
        if short.kind in _COMPANIES and self._ends_so(other, short):
            return True
        longer = other.label.startswith(short.label + " ")
        return longer or (other.name == short.name and (other.unit is not None or other.parent is not None))

    def _abroad(self, words: str) -> bool:
        """Whether the words that a name goes on with are another country's (``Cục Hàng không Mỹ``)."""
        hits = self._lexicon.scan_folded(fold(words), words)
        return any(h.concept.scheme == "country" and not h.weak for h in hits)

    def _ends_so(self, other: Organization, short: Organization) -> bool:
        """Whether a company's name is the kind and the last words of the other (`Công ty [xây dựng] X`)."""
        kind = next((w for w in self._kinds_of(short) if short.name.startswith(f"{w} ")), "")
        own = short.name[len(kind) + 1 :]
        longer = len(other.name) > len(short.name) and other.name.startswith(f"{kind} ")
        joint = not own.isupper() and other.name.endswith(f"- {own}")
        return bool(kind) and longer and own[:1].isupper() and other.name.endswith(f" {own}") and not joint

    def _kinds_of(self, organization: Organization) -> Sequence[str]:
        return self._lexicon.concept("body", organization.kind).strong

    def _with_unit(self, organization: Organization, found: Found) -> Organization:
        if organization.kind == "party-organization":
            return replace(self._lexicon.committee_of(found.unit), rule=found.rule)
        bare = self._lexicon.leaves_out_type(self._lexicon.concept("body", organization.kind), found.unit)
        return replace(organization, unit=found.unit, bare_unit=bare, level=found.unit.level, rule=found.rule)

    def _naming(self, organization: Organization) -> str | None:
        return self._lexicon.concept("body", organization.kind).one("naming")

    def _is_part(self, organization: Organization) -> bool:
        """A board or standing committee that stands without the organisation that it is part of."""
        return self._naming(organization) == "of" and organization.level is None

    def _need(self, organization: Organization) -> Need | None:
        """Which unit is missing, if the kind of organisation tells."""
        naming = self._naming(organization)
        level = organization.level
        if organization.kind in self._committees:
            return Need(frozenset({self._committees[organization.kind]}))
        if naming == "bare" and level is not None:
            city = self._lexicon.concept("unit-type", "city").key
            return Need(frozenset({city})) if organization.kind.startswith(city) else Need(level=level)
        if naming in ("field", "full") and level:
            return Need(level=level)
        if naming == "committee-of" or organization.kind in ("peoples-committee", "peoples-council"):
            return Need()
        return None

    def _whole(
        self, organization: Organization, offset: int, siblings: Sequence[Organization]
    ) -> Organization:
        """A part with its whole: a sibling that can be it, else the last such organisation named before.

        ``voc:whole`` of the part's kind tells what it can be part of: a party committee, an office of the
        state (party caucuses), a people's council (its boards).
        """
        kind = self._lexicon.concept("body", organization.kind).one("whole")
        if kind is None:
            return organization
        if kind == "unit" and self._among_boards(offset):
            kind = "council"
        if kind == "unit":
            found = self._among(siblings, Need()) or self._setting.find(Need(), offset)
            return self._with_unit(organization, found) if found is not None else organization
        if kind == "state" and organization.kind == _GROUP:
            kind = "led"
        for sibling in siblings:
            top = self._top(sibling, kind) or (
                sibling if kind == "party" and self._has_name(sibling) else None
            )
            if top is not None:
                return replace(organization, parent=self.complete(top, offset), rule=_SAME_LIST)
        committee = self._committee_of_siblings(siblings, offset) if kind == "party" else None
        if committee is not None:
            return replace(organization, parent=committee, rule=_SAME_LIST)
        commune = self._commune()
        if kind == "party" and organization.kind in _OF_COMMUNES and commune is not None:
            return replace(organization, parent=self._lexicon.committee_of(commune), rule=_ABOUT)
        told = self._told_whole(organization, offset)
        if told is not None:
            return replace(told, rule="fuller-name")
        last = None
        for body in self._scan.bodies:
            if body.start >= offset and last is not None:
                break
            last = self._top(body.organization, kind) or last
        if last is None:
            return organization
        return replace(organization, parent=self.complete(last, offset), rule="nearest-whole")

    def _told_whole(self, organization: Organization, offset: int) -> Organization | None:
        """The last board of this kind that the paragraph named before with what it is a part of."""
        opening = self._scan.text.content.rfind("\n", 0, offset) + 1
        named = [
            part
            for body in self._scan.bodies.within(opening, offset)
            for part in _chain(body.organization)
            if part.kind == organization.kind
        ]
        whole = named[-1] if named else None
        if whole is None or (whole.parent is None and whole.level is None):
            return None
        return self.complete(whole, offset)

    def _committee_of_siblings(self, siblings: Sequence[Organization], offset: int) -> Organization | None:
        """The committee of the unit where the person's other post is (`UVBTV, Phó Chủ tịch HĐND huyện X`)."""
        for sibling in siblings:
            unit = self.complete(sibling, offset)
            place = unit.territory if unit is not None else None
            if place is not None and place.name and place.type and place.level > 0:
                return self._lexicon.committee_of(place)
        return None

    def _office(
        self, organization: Organization, offset: int, siblings: Sequence[Organization]
    ) -> Organization:
        """An office of the state organisation that a post beside names, or the only office of the article."""
        for sibling in siblings:
            top = self._top(sibling, "state")
            if top is not None and top.name.startswith(organization.name):
                return replace(self.complete(top, offset) or top, rule=_SAME_LIST)
            if top is not None:
                return replace(organization, parent=self.complete(top, offset), rule=_SAME_LIST)
        offices = [b for b in self._scan.bodies if b.organization.kind == organization.kind]
        wholes = [
            made for b in offices if (made := self.complete(b.organization.parent, b.start)) is not None
        ]
        if len({whole.label for whole in wholes}) != 1:
            return organization
        return replace(organization, parent=wholes[0], rule="fuller-name")

    def _among_boards(self, offset: int) -> bool:
        """Whether the sentence lists boards of a people's council, which this one is then too."""
        sentence = self._scan.sentence(offset)
        return any(
            self._lexicon.concept("body", body.organization.kind).one("whole") == "council"
            for body in self._scan.bodies.within(sentence.start, sentence.end)
        )

    def _top(self, organization: Organization, kind: str) -> Organization | None:
        """The organisation in a chain that a part of this kind can belong to."""
        if kind == "party":
            return self._committee_in(organization)
        if kind == "council":
            return next((o for o in _chain(organization) if o.kind == "peoples-council"), None)
        if organization.parent is not None:
            return self._top(organization.parent, kind)
        own = self._lexicon.concept("body", organization.kind)
        fits = own.one("side") in ("state", "front") and own.one("naming") in _NAMED
        without = _NO_GROUP if kind == "led" else _NO_CAUCUS
        return organization if fits and organization.kind not in without else None

    def _committee_in(self, organization: Organization) -> Organization | None:
        """The territorial committee in an organisation's chain, if there is one."""
        if organization.kind in self._committees:
            return organization
        return self._committee_in(organization.parent) if organization.parent is not None else None

    def _among(self, siblings: Sequence[Organization], need: Need) -> Found | None:
        """A sibling's unit that fits, or the fitting unit above it."""
        units = [s.territory for s in siblings]
        named = [u for u in units if u is not None and u.name]
        for unit in named:
            if need.fits(unit):
                return Found(self._setting.decided(unit, self._setting.readings(unit)), _SAME_LIST)
        for unit in named:
            above = self._setting.above(unit, need)
            if above is not None:
                return Found(above, _SAME_LIST)
        return None

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
            return replace(committee, rule=_SAME_LIST)
        if organization is None:
            return self._left_out(role, offset, siblings)
        organization = self._without_kind_of_firm(organization)
        alone = organization.unit is None and organization.parent is None
        if organization.kind == "party-organization" and alone:
            named = next((s for s in siblings if self._has_name(s)), None)
            if named is not None:
                return self.complete(named, offset, siblings)
        if alone and role in _OFFICE_CHIEFS and self._is_bare_label(organization):
            return self._office(organization, offset, siblings)
        within = organization.parent
        office = self._of_office(within, offset, siblings)
        if office is not None:
            return replace(organization, parent=office)
        if organization.kind in _WORKPLACE and alone and self._is_bare_label(organization):
            return self._of_workplace(organization, offset, siblings)
        if organization.kind in _GOVERNING and alone and self._is_bare_label(organization):
            company = next((s for s in siblings if s.kind in _GOVERNED), None) or self._only_company()
            if company is not None:
                return replace(organization, parent=self.complete(company, offset), rule=_SAME_LIST)
        organization = self._of_board(organization, offset)
        made = self.complete(organization, offset, siblings)
        made = self._parts.with_whole(made, offset, siblings) if made is not None else None
        if made is None or made.kind != _DEPARTMENT or made.parent is not None or self._is_bare_label(made):
            return made
        above = self._ministry(offset, siblings)
        return replace(made, parent=above, rule="nearest-whole") if above is not None else made

    def _without_kind_of_firm(self, organization: Organization) -> Organization:
        """`Hội đồng quản trị công ty` tells no more than `Hội đồng quản trị`."""
        firm = organization.parent
        if organization.kind not in _GOVERNING or firm is None or firm.parent is not None:
            return organization
        bare = firm.unit is None and self._is_kind(firm.name)
        return replace(organization, parent=None) if bare else organization

    def _of_board(self, organization: Organization, offset: int) -> Organization:
        """The board of the company named before, where only its kind stands (``HĐQT tổng công ty``)."""
        label = self._lexicon.concept("body", organization.kind).label
        said = fold(organization.name[len(label) + 1 :])
        if organization.kind not in _GOVERNING or organization.parent is not None or not said:
            return organization
        for kind in _COMPANIES:
            concept = self._lexicon.concept("body", kind)
            if said == fold(concept.label):
                whole = self._fuller(Organization(kind, concept.label), offset)
                return replace(organization, name=label, parent=whole) if whole is not None else organization
        return organization

    def _only_company(self) -> Organization | None:
        """The only company or bank that the article names."""
        found: dict[str, Organization] = {}
        for body in self._scan.bodies:
            for part in _chain(body.organization):
                if part.kind in _COMPANIES and not self._is_bare_label(part):
                    made = self.complete(part, body.start) or part
                    found.setdefault(fold(made.label), made)
        return next(iter(found.values())) if len(found) == 1 else None

    def _ministry(self, offset: int, siblings: Sequence[Organization]) -> Organization | None:
        """The ministry or central board of a department: by a post beside it, or the only one around."""
        for part in (part for sibling in siblings for part in _chain(sibling)):
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
                for part in _chain(body.organization)
                if self._has_departments(part)
            }
            if named:
                return next(iter(named.values())) if len(named) == 1 else None
        return None

    def _has_departments(self, organization: Organization) -> bool:
        """Whether it is a ministry or a board of the central committee."""
        of = self._naming(organization) == "of" and organization.level == 0
        board = of and organization.kind != "inspection-committee"
        return board or (organization.kind in _MINISTRIES and not self._is_bare_label(organization))

    def leads(self, role: str | None) -> bool:
        """Whether a role is that of a secretary, who is at a party committee even if none is named."""
        return role is not None and self._lexicon.concept("role", role).one("family") == "secretary"

    def _has_name(self, organization: Organization) -> bool:
        """Whether it is the committee of an office or a block of offices, told by name."""
        return organization.kind in _WORKPLACE and (
            organization.parent is not None or not self._is_bare_label(organization)
        )

    def _of_office(
        self, within: Organization | None, offset: int, siblings: Sequence[Organization]
    ) -> Organization | None:
        """`Chủ nhiệm Ủy ban Kiểm tra Đảng ủy, Phó Giám đốc Sở X`: the committee of the office told beside."""
        if within is None or within.kind not in _WORKPLACE or self._has_name(within) or within.unit:
            return None
        made = self._of_workplace(within, offset, siblings)
        return made if made.rule == _SAME_LIST else None

    def _is_bare_label(self, organization: Organization) -> bool:
        return organization.name == self._lexicon.concept("body", organization.kind).label

    def _of_workplace(
        self, organization: Organization, offset: int, siblings: Sequence[Organization]
    ) -> Organization:
        """`Bí thư Đảng ủy, Giám đốc Sở X` leads the committee of that office (or of the commune).

        Without such a post beside it, it is the committee that the article names in full, or that of the
        commune that the article is about.
        """
        for beside in siblings:
            sibling = self._employer(beside, organization)
            if sibling.kind in _INNER and organization.kind != _BRANCH:
                continue
            branch = self._lexicon.concept("body", sibling.kind).one("branch")
            if branch is not None and organization.kind != _BRANCH:
                own = self.complete(sibling, offset, siblings) or sibling
                return replace(
                    own, kind=organization.kind, name=f"{organization.name} {branch}", rule=_SAME_LIST
                )
            if sibling.kind in _CHAIRED and sibling.territory is not None:
                made = self.complete(sibling, offset)
                if made is not None and made.unit is not None and made.unit.name:
                    return self._committee_of_state(organization, made)
            elif sibling.kind in (*_GOVERNING, _AGENCY):
                continue
            elif (
                self._naming(sibling) in ("field", "open", "full") or sibling.kind in _COURTS
            ) and sibling.kind not in _WORKPLACE:
                return replace(organization, parent=self.complete(sibling, offset, siblings), rule=_SAME_LIST)
        company = self._governed(siblings)
        if company is not None:
            return replace(organization, parent=self.complete(company, offset), rule=_SAME_LIST)
        fuller = self._only_committee(organization)
        commune = self._commune() if organization.kind != _BRANCH else None
        if fuller is not None or commune is None:
            return fuller or organization
        return replace(organization, unit=commune, rule=_ABOUT)

    def _governed(self, siblings: Sequence[Organization]) -> Organization | None:
        """The company whose board a post beside is on; of a board without a name the article's only one."""
        boards = [s for s in siblings if s.kind in _GOVERNING]
        for board in boards:
            if board.parent is not None:
                return board.parent
            name = board.name[len(self._lexicon.concept("body", board.kind).label) :].strip()
            if name[:1].isupper() and not self._is_kind(name):
                return Organization(_OTHER, name)
        bare = bool(boards) and all(self._is_bare_label(b) for b in boards)
        return self._only_company() if bare else None

    def _is_kind(self, name: str) -> bool:
        """Whether a name only says of what kind a company is (``Tập đoàn``)."""
        kinds = (self._lexicon.concept("body", kind) for kind in _GOVERNED if kind != _OTHER)
        return fold(name) in {fold(label) for kind in kinds for label in kind.strong}

    def _only_committee(self, organization: Organization) -> Organization | None:
        """The only committee of this kind that the article names with what it belongs to."""
        found: dict[str, Organization] = {}
        for body in self._scan.bodies:
            for other in _chain(body.organization):
                owned = other.unit is not None or other.parent is not None
                if other.kind == organization.kind and owned and other.name == organization.name:
                    made = self.complete(other, body.start) or other
                    found.setdefault(made.label, made)
        return replace(next(iter(found.values())), rule="fuller-name") if len(found) == 1 else None

    def _commune_committee(self) -> Organization | None:
        """The party committee of the commune that the article is about."""
        commune = self._commune()
        return replace(self._lexicon.committee_of(commune), rule=_ABOUT) if commune is not None else None

    def _commune(self) -> Unit | None:
        """The commune that the article is about, if it is about one."""
        main = self._setting.main()
        return main if main is not None and main.level == _COMMUNE and main.type else None

    def _employer(self, beside: Organization, organization: Organization) -> Organization:
        """The organisation whose party committee a post beside tells: the one above a board or a section."""
        section = beside.kind in (*_PARTS, _AGENCY) and organization.kind != _BRANCH
        inner = beside.kind in _GOVERNING or section
        return self._employer(beside.parent, organization) if inner and beside.parent is not None else beside

    def _committee_of_state(self, organization: Organization, state: Organization) -> Organization:
        """The committee of a commune, or the one of a province's people's committee (`Đảng ủy UBND tỉnh`)."""
        assert state.unit is not None
        if state.unit.level == _COMMUNE or organization.kind == _BRANCH:
            return replace(organization, unit=state.unit, rule=_SAME_LIST)
        return replace(organization, parent=state, rule=_SAME_LIST)

    def _left_out(
        self, role: str | None, offset: int, siblings: Sequence[Organization]
    ) -> Organization | None:
        """The organisation that a title without one means, by the person's other posts or by the article.

        A secretary without a committee leads the one that the next post names, or that of the unit whose
        state post he holds as well; else the only committee (for chairs: the only people's committee or
        council) that the article speaks of.
        """
        if role is None:
            return None
        family = self._lexicon.concept("role", role).one("family")
        if family == "secretary":
            for sibling in siblings:
                made = self._committee_beside(sibling, offset)
                if made is not None:
                    return made
            return (
                self._commune_committee()
                or self._only(self._is_committee, offset)
                or self._of_deputy(role, self._is_committee, offset)
                or self._of_home(role, offset)
            )
        if family == "chair" and siblings:
            beside = siblings[0]
            front = self._lexicon.concept("body", beside.kind).one("side") == "front"
            return self.complete(replace(beside, rule=_SAME_LIST), offset) if front else None
        if family == "command":
            forces = next((s for s in siblings if self._lexicon.concept("body", s.kind).one("forces")), None)
            return self.complete(replace(forces, rule=_SAME_LIST), offset) if forces is not None else None
        if family == "chair":
            return (
                self._only(_has_chair, offset)
                or self._of_deputy(role, _governs, offset)
                or self._of_sentence(offset)
            )
        field = self._lexicon.concept("role", role).one("field")
        if field is not None:
            offices = [s for s in siblings if self._lexicon.concept("body", s.kind).one("side") == "state"]
            if "deputy" not in role and any(s.kind != _MINISTRY for s in offices):
                return None  # the rank of who leads another body (``Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc``)
            central = [s for s in siblings[:1] if s in offices and s.level == 0 and s.kind != _MINISTRY]
            if central:
                return replace(central[0], rule=_SAME_LIST)  # ``thứ trưởng, phó chủ nhiệm Ủy ban Dân tộc``
            kind = field.partition(":")[2]
            return self._only(lambda o: o.kind == kind, offset, anywhere=True)
        if role in _DIRECTORS:
            return self._employed(offset, siblings)
        return self._named_before(role, offset)

    def _employed(self, offset: int, siblings: Sequence[Organization]) -> Organization | None:
        """The employer that a director's other post names (`Giám đốc, Bí thư Đảng ủy Sở X`)."""
        for sibling in siblings:
            led = sibling.kind in (*_GOVERNING, *_WORKPLACE, _AGENCY)
            employer = sibling.parent if led and sibling.parent is not None else sibling
            told = employer.unit is not None or not self._is_bare_label(employer)
            if employer.kind in _EMPLOYERS and told:
                made = self.complete(employer, offset, siblings)
                return replace(made, rule=_SAME_LIST) if made is not None else None
        return None

    def _named_before(self, role: str, offset: int) -> Organization | None:
        """The office last named whose kind the title names (`Phó ban`: the `Ban …` spoken of)."""
        concept = self._lexicon.concept("role", role)
        if concept.one("overlap") is None:
            return None
        word = fold(concept.label.rsplit(" ", 1)[-1]) + " "
        last = None
        for body in self._scan.bodies:
            if body.start >= offset:
                break
            named = (o for o in _chain(body.organization) if o.kind not in _HEADLESS)
            last = next((o for o in named if fold(o.name).startswith(word)), last)
        made = self.complete(last, offset)
        return replace(made, rule="named-before") if made is not None else None

    def _of_home(self, role: str, offset: int) -> Organization | None:
        """A deputy's committee: of the place that the article is about, if the sentence names no other."""
        home, sentence = self.home(), self._scan.sentence(offset)
        if "deputy" not in role or home is None or home.level not in (1, _DISTRICT) or not home.type:
            return None
        own = replace(self._lexicon.committee_of(home), rule=_ABOUT)
        for body in self._scan.bodies.within(sentence.start, sentence.end):
            committee = self._committee_in(body.organization)
            made = self.complete(committee, body.start) if committee is not None else None
            if made is not None and made.label != own.label:
                return None
        return own

    def _committee_beside(self, sibling: Organization, offset: int) -> Organization | None:
        for part in _chain(sibling):
            if self._is_committee(part) or (part.kind in _WORKPLACE and not self._is_bare_label(part)):
                made = self.complete(part, offset)
                return replace(made, rule=_SAME_LIST) if made is not None else None
        whole = self.complete(sibling, offset)
        unit = whole.territory if whole is not None else None
        if unit is not None and unit.name and unit.type:
            return replace(self._lexicon.committee_of(unit), rule=_SAME_LIST)
        return None

    def _is_committee(self, organization: Organization) -> bool:
        return organization.kind in self._committees

    def _of_deputy(
        self, role: str, wanted: Callable[[Organization], bool], offset: int
    ) -> Organization | None:
        """The only one wanted before a deputy in the sentence (``UBND huyện X có 3 phó chủ tịch``)."""
        if "deputy" not in role:
            return None
        found: dict[str, Organization] = {}
        for body in self._scan.bodies.within(self._scan.sentence(offset).start, offset):
            made = self.complete(body.organization, body.start) if wanted(body.organization) else None
            if made is not None and made.unit is not None and made.unit.name:
                found.setdefault(made.label, made)
        if len(found) == 1:
            return replace(next(iter(found.values())), rule="same-sentence")
        return self._of_unit_before(role, offset) if not found and wanted is _governs else None

    def _of_sentence(self, offset: int) -> Organization | None:
        """The only body of the sentence, if it is a people's committee (``họp UBND X, Chủ tịch A nói``)."""
        bodies = self._scan.bodies.within(self._scan.sentence(offset).start, offset)
        if len(bodies) != 1 or not _governs(bodies[0].organization):
            return None
        made = self.complete(bodies[0].organization, bodies[0].start)
        if made is None or made.unit is None or not made.unit.name:
            return None
        return replace(made, rule="same-sentence")

    def _of_unit_before(self, role: str, offset: int) -> Organization | None:
        """The people's committee of the only unit told before (``Tỉnh X hiện có 5 phó chủ tịch, gồm …``)."""
        start = self._scan.sentence(offset).start
        units = {u.unit.full_name: u.unit for u in self._scan.units.within(start, offset) if u.typed}
        if len(units) != 1 or self._scan.bodies.within(start, offset):
            return None
        unit = next(iter(units.values()))
        concept = self._lexicon.concept("body", "peoples-committee")
        made = Organization(concept.key, concept.label, unit, level=unit.level, rule="same-sentence")
        return made if unit.name else None

    def _only(
        self, wanted: Callable[[Organization], bool], offset: int, *, anywhere: bool = False
    ) -> Organization | None:
        """The only organisation of the wanted kind that the article names, completed.

        It must have a unit, unless ``anywhere`` says that it belongs to none.
        """
        found: dict[str, Organization] = {}
        for body in self._scan.bodies:
            for part in _chain(body.organization):
                made = self.complete(part, body.start) if wanted(part) else None
                if made is not None and (anywhere or (made.unit is not None and made.unit.name)):
                    found.setdefault(made.label, made)
        if len(found) != 1:
            return None
        return replace(next(iter(found.values())), rule="only-organization")
