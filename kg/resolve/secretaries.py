"""The party committee that a secretary's title without one means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from kg.model import Organization
from kg.resolve.completion import ABOUT, DISTRICT, SAME_LIST, WORKPLACE
from kg.resolve.parts import chain
from kg.resolve.workplaces import Workplaces

_SECRETARY = "secretary"


def governs(organization: Organization) -> bool:
    """Whether the organisation is a people's committee, whose deputies others may elect."""
    return organization.kind == "peoples-committee"


class Secretaries(Workplaces):
    """Finds the committees of secretaries, and what is the only one of its kind in an article."""

    def _of_secretary(self, role: str, offset: int, siblings: Sequence[Organization]) -> Organization | None:
        """The committee of a secretary: that of a post beside it, or of the unit that such a post is in.

        Without one it is the only committee that the article speaks of, or that of the place it is about.
        """
        armed = (s for s in siblings if self._lexicon.concept("body", s.kind).one("forces"))
        if any(s.level in (0, 1) for s in armed):
            return self._only(self._of_forces, offset)
        beside = (self._committee_beside(sibling, offset) for sibling in siblings)
        return (
            next((made for made in beside if made is not None), None)
            or self._led_before(role, offset)
            or self._heading_list(offset)
            or self._commune_committee()
            or self._only(self._is_committee, offset)
            or self._of_deputy(role, self._is_committee, offset)
            or self._of_home(role, offset)
        )

    def _committee_beside(self, sibling: Organization, offset: int) -> Organization | None:
        for part in chain(sibling):
            if self._is_committee(part) or (part.kind in WORKPLACE and not self._is_bare_label(part)):
                made = self.complete(part, offset)
                return replace(made, rule=SAME_LIST) if made is not None else None
        whole = self.complete(sibling, offset)
        unit = whole.territory if whole is not None else None
        if unit is not None and unit.name and unit.type:
            return replace(self._lexicon.committee_of(unit), rule=SAME_LIST)
        return None

    def _led_before(self, role: str, offset: int) -> Organization | None:
        """A deputy's committee: the one whose secretary was named last, in the sentence before."""
        sentence = self._scan.sentence(offset)
        place = self._scan.text.sentence_at(offset)
        opens = self._scan.text.content.startswith("\n", max(0, sentence.start - 1))
        if "deputy" not in role or place == 0 or opens:
            return None
        before = self._scan.text.sentences[place - 1]
        told = self._scan.bodies.within(before.start, offset)
        last = told[-1] if told else None
        titled = self._scan.roles.last_before(last.start) if last is not None else None
        leads = titled is not None and titled.concept.key == _SECRETARY and last is not None
        if not leads or titled is None or last is None or last.start - titled.end > 1:
            return None
        made = self.complete(last.organization, last.start)
        return replace(made, rule="named-before") if made is not None and self.is_complete(made) else None

    def _heading_list(self, offset: int) -> Organization | None:
        """The committee before the colon of a list of its leaders (``Huyện ủy X: ông A (Bí thư)``)."""
        sentence = self._scan.sentence(offset)
        heads = (
            body
            for body in self._scan.bodies.within(sentence.start, offset)
            if self._scan.text.content.startswith(":", body.end) and self._is_committee(body.organization)
        )
        head = next(heads, None)
        made = self.complete(head.organization, head.start) if head is not None else None
        return replace(made, rule="same-sentence") if made is not None and self.is_complete(made) else None

    def _commune_committee(self) -> Organization | None:
        """The party committee of the commune that the article is about."""
        commune = self._commune()
        return replace(self._lexicon.committee_of(commune), rule=ABOUT) if commune is not None else None

    def _of_deputy(
        self, role: str, wanted: Callable[[Organization], bool], offset: int
    ) -> Organization | None:
        """The only one wanted before a deputy in the sentence (``UBND huyện X có 3 phó chủ tịch``)."""
        if "deputy" not in role:
            return None
        found: dict[str, Organization] = {}
        for body in self._scan.bodies.within(self._scan.sentence(offset).start, offset):
            for part in chain(body.organization):
                made = self.complete(part, body.start) if wanted(part) else None
                if made is not None and made.unit is not None and made.unit.name:
                    found.setdefault(made.label, made)
        if len(found) == 1:
            return replace(next(iter(found.values())), rule="same-sentence")
        return self._of_unit_before(role, offset) if not found and wanted is governs else None

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

    def _of_home(self, role: str, offset: int) -> Organization | None:
        """A deputy's committee: of the place that the article is about, if the sentence names no other."""
        home, sentence = self.home(), self._scan.sentence(offset)
        if "deputy" not in role or home is None or home.level not in (1, DISTRICT) or not home.type:
            return None
        own = replace(self._lexicon.committee_of(home), rule=ABOUT)
        for body in self._scan.bodies.within(sentence.start, sentence.end):
            committee = self._committee_in(body.organization)
            made = self.complete(committee, body.start) if committee is not None else None
            if made is not None and made.label != own.label:
                return None
        return own

    def _of_forces(self, organization: Organization) -> bool:
        """Whether it is a named party committee, as commanders lead one (``Đảng ủy Quân sự tỉnh``)."""
        party = self._lexicon.concept("body", organization.kind).one("side") == "party"
        return party and self._has_name(organization)

    def _only(
        self, wanted: Callable[[Organization], bool], offset: int, *, anywhere: bool = False
    ) -> Organization | None:
        """The only organisation of the wanted kind that the article names, completed.

        It must have a unit, unless ``anywhere`` says that it belongs to none.
        """
        found: dict[str, Organization] = {}
        for body in self._scan.bodies:
            for part in chain(body.organization):
                made = self.complete(part, body.start) if wanted(part) else None
                if made is not None and (anywhere or (made.unit is not None and made.unit.name)):
                    found.setdefault(made.label, made)
        if len(found) != 1:
            return None
        return replace(next(iter(found.values())), rule="only-organization")
