"""The organisation that a title without one means, by the person's other posts or by the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.model import Organization
from kg.normalise import fold
from kg.patterns import compiled
from kg.resolve.completion import (
    AGENCY,
    GOVERNING,
    MINISTRY,
    SAME_LIST,
    WORKPLACE,
    YOUTH_UNION,
)
from kg.resolve.full_names import CHAIRED
from kg.resolve.parts import chain, council_of
from kg.resolve.secretaries import Secretaries, governs

_HEADLESS = frozenset({"standing-committee", "standing-board", "executive-committee", "secretariat"})
"""Boards that a secretary leads, so that nobody is their head."""
_DIRECTORS = frozenset(
    {
        "chief-accountant",
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
_OFFICES = frozenset({"agency", "general-department", "institute", "ministry-department"})
GENERAL_DIRECTORS = frozenset({"deputy-general-director", "general-director"})
_SECRETARY_GENERAL, _ASSEMBLY_OFFICE = "general-secretary-of-body", "national-assembly-office"
_DIVISIONS = frozenset({"faculty", "section", "team"})
_OPENING, _LEAD = 12, 40
"""Where a clause is still about the body that it begins with (``Hiện nay, Bộ X có``), or its leaders are."""
_THERE_IS, _SEAT = "there-is", "member"
_SECRETARY, _STANDING, _BY = "secretary", "standing-", "by"
_INSPECTS = "inspection-committee"
_HEADS_OF_COMMITTEES = frozenset({"head-of-committee", "deputy-head-of-committee"})
_HAVE_HEADS = frozenset({_INSPECTS, "cooperative", "national-assembly-office"})
_DELEGATION = "assembly-delegation"
_HEADS_VILLAGE = "head-of-village"
_HEADS_OF_SCHOOLS = frozenset({"headteacher", "deputy-headteacher"})


def _has_chair(organization: Organization) -> bool:
    """Whether a chair leads the organisation of a unit."""
    return organization.kind in CHAIRED


class Untold(Secretaries):
    """Finds the organisations that titles leave out, each family of titles by rules of its own."""

    def of_title(
        self, role: str | None, offset: int, siblings: Sequence[Organization]
    ) -> Organization | None:
        """The organisation that a title without one means; ``siblings`` are those of the other posts."""
        if role is None:
            return None
        role = role.removeprefix(_STANDING) if role.startswith(f"{_STANDING}deputy-") else role
        concept = self._lexicon.concept("role", role)
        if _HEADS_VILLAGE in (concept.key, (concept.broader or "").partition(":")[2]):
            return self._villages.only(offset, fold(concept.label.partition(" ")[2]))
        if role == _SECRETARY_GENERAL:
            return self._assembly(siblings)
        family = concept.one("family")
        if family == "secretary":
            return self._of_secretary(role, offset, siblings)
        headed = self._headed(role, offset, siblings) or (None if siblings else self._having(role, offset))
        if headed is not None:
            return headed
        if family == "chair":
            return self._of_chair(role, offset, siblings)
        if family == "command":
            return self._of_commander(role, offset, siblings)
        field = concept.one("field")
        if field is not None:
            return self._of_minister(role, field.partition(":")[2], offset, siblings)
        if role in _DIRECTORS:
            return self._employed(role, offset, siblings)
        if role in _HEADS_OF_COMMITTEES:
            return self._inspecting(offset, siblings)
        if role in _HEADS_OF_SCHOOLS:
            return self.school(role, offset)
        leads = concept.properties.get("leads", ())
        if any(s.kind == _DELEGATION for s in siblings):
            return None  # a deputy of the deputies' delegation leads a group that works somewhere
        return self._led(leads, offset) if leads and not siblings else self._named_before(role, offset)

    def _of_chair(self, role: str, offset: int, siblings: Sequence[Organization]) -> Organization | None:
        """The front or union of the post beside it; else the only people's committee or council there is.

        ``Hội Nông dân huyện X do ông A làm Chủ tịch, bà B làm Phó Chủ tịch`` tells the association before.
        """
        led = self._led_by(offset)
        if led is not None or self._by_members(offset):
            return led
        if siblings:
            council = council_of(siblings[0])
            beside = council or siblings[0]
            front = self._lexicon.concept("body", beside.kind).one("side") == "front"
            return self.complete(replace(beside, rule=SAME_LIST), offset) if council or front else None
        return (
            self._only(_has_chair, offset)
            or self._of_deputy(role, governs, offset)
            or self._of_sentence(offset)
        )

    def _led_by(self, offset: int) -> Organization | None:
        """The association that a sentence begins with, which a word for `by` follows (``Hội X do ông A``)."""
        start = self._scan.sentence(offset).start
        bodies = self._scan.bodies.within(start, offset)
        if not bodies or self._lexicon.concept("body", bodies[0].organization.kind).one("side") != "front":
            return None
        leads = self._scan.hits_at(bodies[0].end + 1, "cue")
        if not any(hit.concept.key == _BY for hit in leads):
            return None
        made = self.complete(bodies[0].organization, bodies[0].start)
        return replace(made, rule="same-sentence") if made is not None else None

    def _of_commander(self, role: str, offset: int, siblings: Sequence[Organization]) -> Organization | None:
        """The command of a post beside it, else the only one of the kind that the title commands."""
        forces = next((s for s in siblings if self._lexicon.concept("body", s.kind).one("forces")), None)
        if forces is not None:
            return self.complete(replace(forces, rule=SAME_LIST), offset)
        led = self._lexicon.concept("role", role).properties.get("commands", ())
        return self._only(lambda o: f"body:{o.kind}" in led, offset) if led else None

    def _of_minister(
        self, role: str, kind: str, offset: int, siblings: Sequence[Organization]
    ) -> Organization | None:
        """The only body of the kind that ministers lead, unless the title is but the rank of its holder.

        Who leads another body has it beside that post (``Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc``), and a
        deputy is at the body of the post beside it (``thứ trưởng, phó chủ nhiệm Ủy ban Dân tộc``).
        """
        offices = [s for s in siblings if self._lexicon.concept("body", s.kind).one("side") == "state"]
        if "deputy" not in role and any(s.kind != MINISTRY for s in offices):
            return None
        central = [s for s in siblings[:1] if s in offices and s.level == 0 and s.kind != MINISTRY]
        if central:
            return replace(central[0], rule=SAME_LIST)
        only = self._only(lambda o: o.kind == kind, offset, anywhere=True)
        return only or self._told_of(kind, offset)

    def _led(self, kinds: Sequence[str], offset: int) -> Organization | None:
        """The only body of the kinds that a title leads alone, of those named so far (``Chánh án A``).

        Of several it is the one of the place that the article is about.
        """
        found: dict[str, Organization] = {}
        for body in self._scan.bodies.within(0, offset):
            for part in chain(body.organization):
                made = self.complete(part, body.start) if f"body:{part.kind}" in kinds else None
                if made is not None and (made.territory is not None or not self._is_bare_label(made)):
                    found.setdefault(made.label, made)
        home = self.home() if len(found) > 1 else None
        at_home = [made for made in found.values() if home is not None and made.territory == home]
        told = at_home if home is not None else list(found.values())
        return replace(told[0], rule="only-organization") if len(told) == 1 else None

    def _inspecting(self, offset: int, siblings: Sequence[Organization]) -> Organization | None:
        """The inspection committee that the paragraph named last (``UBKT gồm …, ông A làm Chủ nhiệm``).

        It is the youth union's where its head has a post there, too.
        """
        opening = self._scan.text.content.rfind("\n", 0, offset) + 1
        told = None
        for body in self._scan.bodies.within(opening, offset):
            told = body if body.organization.kind in _HAVE_HEADS else told
        if told is None or told.organization.kind != _INSPECTS:
            return None
        youth = [s for s in siblings if any(part.kind.endswith(YOUTH_UNION) for part in chain(s))]
        made = self.complete(told.organization, told.start, youth)
        return replace(made, rule="named-before") if made is not None else None

    def _headed(self, role: str, offset: int, siblings: Sequence[Organization]) -> Organization | None:
        """The office that a title tells the kind of, named by a post beside it.

        ``bí thư Đảng ủy, tổng cục trưởng Tổng cục X``, ``tổng cục trưởng, ủy viên Đảng ủy Tổng cục X``.
        """
        kind = (self._lexicon.concept("role", role).one("heads") or "").partition(":")[2]
        for sibling in siblings if kind else ():
            for part in chain(self.complete(sibling, offset, siblings) or sibling):
                if part.kind == kind and not self._is_bare_label(part):
                    return replace(part, rule=SAME_LIST)
        return None

    def _having(self, role: str, offset: int) -> Organization | None:
        """The only body of a sentence, which is said to have heads or deputies (``lãnh đạo Cục X gồm: …``).

        It is one of the whole nation or an employer; who leads a committee is found otherwise.
        """
        content, start = self._scan.text.content, self._scan.sentence(offset).start
        bodies = self._scan.bodies.within(start, offset)
        if len(bodies) != 1 or role.endswith(_SEAT):
            return None
        start = max(start, content.rfind(", ", start, bodies[0].start))
        if bodies[0].start > start + _LEAD:
            return None
        body = bodies[0].organization
        led = body.level == 0 or body.kind in (*_EMPLOYERS, *_OFFICES)
        concept = self._lexicon.concept("role", role)
        if not led or concept.one("family") is not None or self._scan.roles.within(start, bodies[0].start):
            return None
        has = "|".join(map(fold, self._lexicon.concept("event-cue", _THERE_IS).strong))
        has_them = compiled(rf"(?: [^\W\d_]+){{0,2}} (?:{has})(?!\w)")
        if has_them.match(self._scan.text.folded, bodies[0].end) is None:
            return None
        made = self.complete(body, bodies[0].start)
        return replace(made, rule="same-sentence") if made is not None and self.is_complete(made) else None

    def school(self, role: str | None, offset: int) -> Organization | None:
        """The school around, where a role is that of a head who leads one that is not told."""
        return self._school_around(offset) if role in _HEADS_OF_SCHOOLS else None

    def of_unit(self, organization: Organization | None) -> bool:
        """Whether every unit of a level has such a body: its committee, people's committee or council."""
        return organization is not None and (self._is_committee(organization) or _has_chair(organization))

    def directs(self, role: str | None) -> bool:
        """Whether a role is that of a director."""
        return role in _DIRECTORS

    def _assembly(self, siblings: Sequence[Organization]) -> Organization | None:
        """The assembly whose office a secretary general leads, too (``Tổng Thư ký, Chủ nhiệm Văn phòng``)."""
        for sibling in siblings:
            whole = self._lexicon.concept("body", sibling.kind).one("partOf")
            if sibling.kind == _ASSEMBLY_OFFICE and whole is not None:
                concept = self._lexicon.follow(whole)
                return Organization(concept.key, concept.label, level=concept.level, rule=SAME_LIST)
        return None

    def _employed(self, role: str, offset: int, siblings: Sequence[Organization]) -> Organization | None:
        """The employer that a director's other post names (`Giám đốc, Bí thư Đảng ủy Sở X`).

        Without another post it is the only firm that the sentence names before, for a general director the
        paragraph (``xảy ra tại Công ty X … bắt ông A (tổng giám đốc), bà B (phó tổng giám đốc)``).
        """
        for sibling in siblings:
            led = sibling.kind in (*GOVERNING, *WORKPLACE, AGENCY, *_DIVISIONS)
            employer = sibling.parent if led and sibling.parent is not None else sibling
            if sibling.kind in _HEADLESS:
                whole = chain(self.complete(sibling, offset) or sibling)
                employer = next((part for part in whole if part.kind in _EMPLOYERS), employer)
            told = employer.unit is not None or not self._is_bare_label(employer)
            if employer.kind in _EMPLOYERS and told:
                made = self.complete(employer, offset, siblings)
                return replace(made, rule=SAME_LIST) if made is not None else None
        bare = bool(siblings) and all(
            s.kind in (*GOVERNING, *WORKPLACE) and self._is_bare_label(s) and s.unit is None for s in siblings
        )
        if siblings and not bare:
            return None
        firm = self._company_before(offset)
        if firm is None and role in GENERAL_DIRECTORS:
            firm = self._company_before(offset, self._scan.text.content.rfind("\n", 0, offset) + 1)
        return firm

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
            named = (o for o in chain(body.organization) if o.kind not in _HEADLESS)
            last = next((o for o in named if fold(o.name).startswith(word)), last)
        made = self.complete(last, offset)
        return replace(made, rule="named-before") if made is not None else None

    def _of_sentence(self, offset: int) -> Organization | None:
        """The only body of the sentence, if it is a people's committee (``họp UBND X, Chủ tịch A nói``)."""
        bodies = self._scan.bodies.within(self._scan.sentence(offset).start, offset)
        if len(bodies) != 1 or not _has_chair(bodies[0].organization):
            return None
        if not governs(bodies[0].organization) and not self._made_of(bodies[0].end, offset):
            return None
        made = self.complete(bodies[0].organization, bodies[0].start)
        if made is None or made.unit is None or not made.unit.name:
            return None
        return replace(made, rule="same-sentence")

    def _made_of(self, start: int, offset: int) -> bool:
        """Whether a body is said to consist of those whose titles follow (``HĐND X gồm: Chủ tịch A, …``)."""
        return any(h.concept.key == "consists" for h in self._scan.hits_within(start, offset, "cue"))

    def _told_of(self, kind: str, offset: int) -> Organization | None:
        """The only body of a kind before a title in its clause (``Bộ X còn 2 thứ trưởng gồm: A, B``)."""
        start = self._scan.sentence(offset).start
        content = self._scan.text.content
        start = max(start, *(content.rfind(mark, start, offset) for mark in ";,"))
        bodies = self._scan.bodies.within(start, offset)
        if len(bodies) != 1 or bodies[0].organization.kind != kind or bodies[0].start > start + _OPENING:
            return None
        return replace(bodies[0].organization, rule="same-sentence")
