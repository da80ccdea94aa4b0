"""Organisations whose unit or whole the text leaves out, completed from the article's setting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import Organization, Unit
from kg.normalise import fold
from kg.resolve.full_names import CHAIRED, OTHER, PARTY_COMMITTEE, FullNames
from kg.resolve.parts import Parts, chain
from kg.resolve.setting import Found, Need, Setting
from kg.resolve.villages import Villages

SAME_LIST = "same-list"
_NAMED = frozenset({"full", "field", "fixed", "open"})
GOVERNING = frozenset({"board-of-directors", "members-council", "supervisory-board"})
_NO_CAUCUS = frozenset({"peoples-council", "national-assembly", "state"})
_NO_GROUP = frozenset({"peoples-committee", "state"})
"""Party groups (đảng đoàn) are in elected and mass organisations, caucuses (ban cán sự) in executive ones."""
_GROUP = "party-group"
GOVERNED = frozenset({"company", "corporation", "economic-group", "bank", OTHER})
_PARTY_MEASURES = frozenset({"party", "plan"})
WORKPLACE = frozenset({"grassroots-party-committee", "party-branch"})
_CENTRAL = "central"
_CENTRAL_BOARDS = frozenset({"politburo", "secretariat"})
MINISTRY = "ministry"
_PLACED = frozenset({"place", "region"})
DISTRICT = 2
COMMUNE = 3
YOUTH_UNION = "youth-union"
_OF_COMMUNES = frozenset({"inspection-committee", "party-building-board", "standing-committee"})
_PROVINCIAL, _CITY = "provincial-party-committee", "city"
AGENCY = "agency-office"
SCHOOL_COUNCIL = "school-council"
_SECTION = "section"
_DEPARTMENT = "ministry-department"
ABOUT = "main-unit"


class Completion(FullNames):
    """Fills in the unit or the whole that the text leaves out of an organisation's name."""

    def __init__(self, setting: Setting, lexicon: Lexicon, scan: Scan) -> None:
        super().__init__(lexicon, scan)
        self._setting = setting
        self._committees = {
            (t.one("committee") or "").partition(":")[2]: t.key
            for t in lexicon.scheme("unit-type")
            if t.level in (1, 2)
        }
        self._parts = Parts(scan, lexicon, self.complete)
        self._villages = Villages(scan, lexicon)

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
            whole = self.complete(organization.parent, offset, siblings, fuller=fuller, short=short)
            if whole is not None and whole.territory is not None and self._at_centre(organization):
                return organization
            return replace(organization, parent=whole)
        if organization.unit is not None:
            return self._of_told_unit(organization, organization.unit, offset, siblings)
        if organization.level == 0 and self._at_every_level(organization):
            return organization  # told as the nation's (``Đại hội Đoàn toàn quốc``)
        written = self._written_out(organization) if short else None
        if written is not None:
            made = self.complete(written, offset, fuller=False, short=False) or written
            return replace(made, rule="introduced-abbreviation")
        if self._is_part(organization):
            return self._whole(organization, offset, siblings)
        if organization.kind in CHAIRED:
            organization = self._by_its_place(organization)
        if organization.unit is not None:
            return organization
        return self._of_untold_unit(organization, offset, siblings, fuller=fuller)

    def _of_told_unit(
        self, organization: Organization, unit: Unit, offset: int, siblings: Sequence[Organization]
    ) -> Organization:
        """With its unit decided where the text names it, found where only its type is told."""
        if unit.name:
            return replace(organization, unit=self._setting.decided(unit, self._setting.readings(unit)))
        return self._placed(organization, Need(frozenset({unit.type})), offset, siblings)

    def _of_untold_unit(
        self, organization: Organization, offset: int, siblings: Sequence[Organization], *, fuller: bool
    ) -> Organization:
        """By the fullest name that the article has for it, or with the unit that its kind asks for."""
        naming, need = self._naming(organization), self._need(organization)
        known = self._known(organization)
        if known is not None and organization.kind == OTHER:
            return known  # a brand is its group's, not that of a firm whose name ends with it
        asked = fuller and (need is None or naming == "field")
        longer = self._fuller(organization, offset) if asked else None
        if longer is not None or known is not None:
            return longer or known or organization
        if organization.kind == PARTY_COMMITTEE and self._is_bare_label(organization):
            found = self._among(siblings, Need(level=COMMUNE))
            return self._with_unit(organization, found) if found else self._of_commune(organization)
        if need is None and self._is_local(organization):
            return self._located(organization, offset, siblings)
        if need is None and self._serves(organization):
            return self._served(organization, siblings)
        told = naming in ("field", "full") and self._tells_place(organization)
        if need is None or told or self._of_another_office(organization):
            return organization
        far = naming != "field" or organization.level == 1
        return self._placed(organization, need, offset, siblings, far=far)

    def _placed(
        self,
        organization: Organization,
        need: Need,
        offset: int,
        siblings: Sequence[Organization],
        *,
        far: bool = True,
    ) -> Organization:
        """With a unit that fits, if a post beside it or the article names one."""
        found = self._among(siblings, need) or self._setting.find(need, offset, far=far)
        if found is not None:
            return self._with_unit(organization, found)
        if organization.level == DISTRICT and organization.unit is None:
            section = self._naming(organization) == "field"
            return self._of_commune(organization) if section else organization
        return self._of_city(organization, offset) if organization.kind == _PROVINCIAL else organization

    def _by_its_place(self, organization: Organization) -> Organization:
        """`UBND Đồng Lộc` in an article about `xã Đồng Lộc`: that of the only unit of the name."""
        label = self._lexicon.concept("body", organization.kind).label
        told = organization.name[len(label) + 1 :]
        units = {m.unit.full_name: m for m in self._setting.mentions if m.unit.name == told and m.unit.type}
        if not told or len(units) != 1:
            return organization
        unit = self._setting.decided((mention := next(iter(units.values()))).unit, mention.candidates)
        return replace(organization, name=label, unit=unit, level=unit.level, rule="only-unit")

    def _of_another_office(self, organization: Organization) -> bool:
        """Whether a section's name is none of a district's sections: those of firms, schools, the police."""
        label = self._lexicon.concept("body", organization.kind).label
        own = organization.name[len(label) :].strip().replace("–", "-")
        if organization.kind != _SECTION or not own:
            return False
        fields = self._lexicon.scan_folded(fold(own), own).of("field")
        return not any(h.start == 0 and h.end == len(own) for h in fields)

    def _of_city(self, organization: Organization, offset: int) -> Organization:
        """The committee of a city under the centre, whose members are told by the same letters (``TUV``).

        Where the article writes out that of a province, the city is only told beside it.
        """
        if fold(organization.name) in self._scan.text.folded:
            return organization
        found = self._setting.find(Need(level=1), offset)
        if found is None or self._lexicon.concept("unit-type", found.unit.type).key != _CITY:
            return organization
        return replace(self._lexicon.committee_of(found.unit), rule=found.rule)

    def _is_local(self, organization: Organization) -> bool:
        """A kind of organisation that every level of the state has, named without a unit or the nation."""
        return self._at_every_level(organization) and organization.level != 0

    def _at_every_level(self, organization: Organization) -> bool:
        """A kind of organisation that every level of the state has, named by its kind alone."""
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
        """A service with a name of its own that tells no place: those of a province often leave it out.

        Some were offices of provinces up to a day, and one of the nation since (``Cục trưởng Cục Thuế``).
        """
        concept = self._lexicon.concept("body", organization.kind)
        since = concept.one("nationalSince")
        told = self._scan.text.article.published
        if since is not None:
            return told is not None and told < since and fold(organization.name) == fold(concept.label)
        if concept.one("serves") is None or fold(organization.name) == fold(concept.label):
            return False
        return not self._tells_place(organization)

    def _tells_place(self, organization: Organization) -> bool:
        """Whether a name's own words tell where: a place, a region, the nation, or a ministry."""
        name = organization.name
        hits = self._lexicon.scan_folded(fold(name), name)
        if any(h.start > 0 for h in hits.of(*_PLACED)):
            return True
        label = len(self._lexicon.concept("body", organization.kind).label)
        if any(h.concept.key == "national" and h.start == label + 1 for h in hits.of("cue")):
            return True
        return any(h.start > 0 and h.concept.key in (_CENTRAL, MINISTRY) for h in hits.of("body"))

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
        return self._with_unit(organization, Found(commune, ABOUT)) if commune is not None else organization

    def _with_unit(self, organization: Organization, found: Found) -> Organization:
        if organization.kind == "party-organization":
            return replace(self._lexicon.committee_of(found.unit), rule=found.rule)
        bare = self._lexicon.leaves_out_type(self._lexicon.concept("body", organization.kind), found.unit)
        return replace(organization, unit=found.unit, bare_unit=bare, level=found.unit.level, rule=found.rule)

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
        if naming == "committee-of":
            return Need()
        if organization.kind in CHAIRED:
            return Need() if self._is_bare_label(organization) else None
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
        beside = self._whole_beside(siblings, kind, offset)
        if beside is not None and self._may_have(beside, organization):
            return replace(organization, parent=beside, rule=SAME_LIST)
        commune = self._commune()
        if kind == "party" and organization.kind in _OF_COMMUNES and commune is not None:
            return replace(organization, parent=self._lexicon.committee_of(commune), rule=ABOUT)
        told = self._told_whole(organization, offset)
        if told is not None:
            return replace(told, rule="fuller-name")
        if kind == "party" and self._among_central(offset):
            central = self._lexicon.concept("body", _CENTRAL).label
            return replace(organization, name=f"{organization.name} {central}", level=0, rule=SAME_LIST)
        last = self._last_whole(organization, kind, offset)
        if last is None:
            return organization
        return replace(organization, parent=self.complete(last, offset), rule="nearest-whole")

    def _whole_beside(
        self, siblings: Sequence[Organization], kind: str, offset: int
    ) -> Organization | None:
        """The whole that the person's other posts tell."""
        if kind == "party":
            parts = (part for sibling in siblings for part in chain(sibling))
            union = next((part for part in parts if part.kind.endswith(YOUTH_UNION)), None)
            if union is not None:
                return self.complete(union, offset)
        for sibling in siblings:
            named = (part for part in chain(sibling) if kind == "party" and self._has_name(part))
            top = self._top(sibling, kind) or next(named, None)
            if top is not None:
                return self.complete(top, offset, siblings)
        return self._committee_of_siblings(siblings, offset) if kind == "party" else None

    def _may_have(self, whole: Organization, part: Organization) -> bool:
        """Whether those of that level have such parts: no district had a board of internal affairs."""
        levels = self._lexicon.concept("body", part.kind).properties.get("at", ())
        return not levels or whole.level is None or str(whole.level) in levels

    def _last_whole(self, part: Organization, kind: str, offset: int) -> Organization | None:
        """The last organisation named before that can be the whole, else the first one behind."""
        last = None
        for body in self._scan.bodies:
            if body.start >= offset and last is not None:
                break
            top = self._top(body.organization, kind)
            last = top if top is not None and self._may_have(top, part) else last
        return last

    def _among_central(self, offset: int) -> bool:
        """Whether a board of the central committee is the last party body that the sentence names before."""
        before = self._scan.bodies.within(self._scan.sentence(offset).start, offset)
        told = (b.organization for b in before if not self._is_part(b.organization))
        party = [o for o in told if self._side(o) == "party" or o.parent is not None]
        if not party or party[-1].level != 0 or party[-1].parent is not None:
            return False
        return self._naming(party[-1]) == "of" or party[-1].kind in _CENTRAL_BOARDS

    def _side(self, organization: Organization) -> str | None:
        return self._lexicon.concept("body", organization.kind).one("side")

    def _told_whole(self, organization: Organization, offset: int) -> Organization | None:
        """The last board of this kind that the paragraph named before with what it is a part of."""
        opening = self._scan.text.content.rfind("\n", 0, offset) + 1
        named = [
            part
            for body in self._scan.bodies.within(opening, offset)
            for part in chain(body.organization)
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
            if top is not None and top.kind == _DEPARTMENT:
                continue
            if top is not None and top.name.startswith(organization.name):
                return replace(self.complete(top, offset) or top, rule=SAME_LIST)
            if top is not None:
                return replace(organization, parent=self.complete(top, offset), rule=SAME_LIST)
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
            return next((o for o in chain(organization) if o.kind == "peoples-council"), None)
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
                return Found(self._setting.decided(unit, self._setting.readings(unit)), SAME_LIST)
        for unit in named:
            above = self._setting.above(unit, need)
            if above is not None:
                return Found(above, SAME_LIST)
        return None

    def _has_name(self, organization: Organization) -> bool:
        """Whether it is the committee of an office or a block of offices, told by name."""
        return organization.kind in WORKPLACE and (
            organization.parent is not None or not self._is_bare_label(organization)
        )

    def _commune(self) -> Unit | None:
        """The commune that the article is about, if it is about one."""
        main = self._setting.main()
        return main if main is not None and main.level == COMMUNE and main.type else None

    def _is_committee(self, organization: Organization) -> bool:
        return organization.kind in self._committees
