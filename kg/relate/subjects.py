"""Whom a number is about: the place or organisation that the passage puts before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import BlockKind, Organization, Sentence, Unit
from kg.normalise import fold
from kg.patterns import compiled
from kg.relate.clause_grammar import CUES
from kg.relate.named_subjects import NEAR, NamedSubjects
from kg.relate.readings import MET, Reading
from kg.relate.relevance import FIRMS
from kg.relate.wording import alternation, finder

_OPENING, _OTHERS = 3, 2
_COMMUNES, _COMMUNE = "commune", 3
_FIRST, _WHILE = 36, 12
_PER_HEAD = "-per-head"
_HAS, _MEASURED, _PLACED = "has", "measured", "placed"
_PARTING = (", ", "; ")
_ACTS = frozenset({"done", "worth", "planned", "bracketed"})
_COUNCIL, _PASSED = "peoples-council", frozenset({"document", "plan"})
_COUNCILS = frozenset({"peoples-committee", _COUNCIL})
_OFFICES = frozenset({"department", "statistics-department"})
"""Those who report what others in their place grow, make and earn."""
_OF_OFFICES = frozenset({"satisfaction", "staff-cut"})
_ASSEMBLIES, _BILL = frozenset({"national-assembly", "national-assembly-standing-committee"}), "bill"
_OF_COMMUNES = "grassroots-party-committee"
"""Named by the type of its unit; the other levels' committees are told apart by their kind."""


def _without_nameless(mentions: Sequence[Unit | Organization]) -> list[Unit | Organization]:
    """Without units that have only a type (``tỉnh``) beside one of their level with a name."""
    levels = {m.level for m in mentions if isinstance(m, Unit) and m.name}
    return [m for m in mentions if not isinstance(m, Unit) or m.name or m.level not in levels]


class Subjects(NamedSubjects):
    """The subjects of one text's numbers."""

    def __init__(
        self, scan: Scan, lexicon: Lexicon, *, national: bool = False, reviewing: bool = False
    ) -> None:
        """``national``: an article's numbers are the nation's, where their sentence names no place.

        ``reviewing``: they are those of the place or office that its title looks back on.
        """
        super().__init__(scan, lexicon)
        self.national = national
        self._reviewing = reviewing
        self._party = finder(lexicon, CUES, "party")
        self._facility = finder(lexicon, CUES, "facility")
        self._of_firms = finder(lexicon, CUES, "firm")
        session = re.escape(fold(lexicon.concept("event", "session").label))
        self._session = compiled(rf"(?:[^\W\d]+\s)?{session}(?!\w)")
        self._nation = finder(lexicon, CUES, "nation")
        facility, several = alternation(lexicon, CUES, "facility"), alternation(lexicon, CUES, "several")
        self._opens_with_facility = compiled(rf"(?:(?!{several}\s)[^\W\d]+\s){{0,2}}{facility}(?!\w)")

    def of(self, reading: Reading) -> Unit | Organization | None:
        """Whom a number is about; no commune has so many communes, but the place of the article may."""
        found = self._nearest(reading)
        communes = reading.quantity.measure is not None and reading.quantity.measure.key == _COMMUNES
        if communes and isinstance(found, Unit) and found.level == _COMMUNE:
            main = self._main
            return main if isinstance(main, Unit) and main.level < _COMMUNE else None
        return found

    def _nearest(self, reading: Reading) -> Unit | Organization | None:
        """The nearest place or organisation before the number, a committee for measures of the party."""
        party = self._is_party(reading)
        sentence = self._scan.sentence(reading.start)
        part = reading.quantity.dimension == "plan" and reading.quantity.total is not None
        met = part or reading.rule == MET
        found: Unit | Organization | None = self._owner(reading) or self._in_session(reading)
        if found is None and self.of_nation(reading):
            return None
        if found is None and reading.quantity.measure is not None and reading.quantity.measure.key == _BILL:
            return self._assembly(reading)
        if found is None:
            found = self._before(sentence.start, reading.clause_start, reading.quantity.start, party, met)
        if found is None and self.of_others(reading):
            return None
        if found is None and not self.national:
            found = self._previous(sentence.start, party, met)
        if found is None and (party or self._reviewing or self.general(reading)):
            found = self._main
        if party and not met and isinstance(found, Unit):
            return self._committee(found)
        if isinstance(found, Unit) and self.of_firms(reading):
            return self._firm(reading)
        own = reading.rule in _ACTS and not (self.general(reading) and self._of_council(found))
        return found if own else self._place(found, reading)

    def _in_session(self, reading: Reading) -> Organization | None:
        """The council whose session passed or set what is counted (``Kỳ họp đã thông qua 4 nghị quyết``)."""
        start = self._scan.sentence(reading.start).start
        told = self._session.match(self._scan.text.folded, start) is not None
        bodies = self._scan.bodies.within(0, reading.start)
        if reading.quantity.dimension not in _PASSED or not told:
            return None
        return next((b.organization for b in bodies if b.organization.kind == _COUNCIL), None)

    def _of_council(self, found: Unit | Organization | None) -> bool:
        """Whether a council or people's committee is meant: what it sets for all is its place's."""
        if not isinstance(found, Organization):
            return False
        standing = found.parent if found.kind == "standing-board" else None
        return (standing or found).kind in _COUNCILS

    def carried(self, reading: Reading, before: Unit | Organization | None) -> Unit | None:
        """The place of the sentence before, in a sentence of its paragraph that names nobody."""
        sentence = self._scan.sentence(reading.start)
        text = self._scan.text.content
        parted = "\n" in text[max(0, sentence.start - 2) : sentence.start]
        if not isinstance(before, Unit) or parted or self.national:
            return None
        if self._is_party(reading) or self.of_others(reading):
            return None
        return None if self._mentions(sentence.start, sentence.end, party=False) else before

    def _assembly(self, reading: Reading) -> Organization | None:
        """The National Assembly, or its committee, that was named last: nobody else has bills before it."""
        named = [body.organization for body in self._scan.bodies.within(0, reading.start)]
        return next((body for body in reversed(named) if body.kind in _ASSEMBLIES), None)

    def _firm(self, reading: Reading) -> Organization | None:
        """The firm that was named last, shortly before what only firms have."""
        body = self._scan.bodies.last_before(reading.start)
        earlier = self._earlier(self._scan.sentence(reading.start).start)
        if body is None or body.start < min((s.start for s in earlier), default=0):
            return None
        firm = self._lexicon.concept("body", body.organization.kind).one("side") == "other"
        return body.organization if firm else None

    def of_others(self, reading: Reading) -> bool:
        """Whether a number is a firm's or the nation's own (``Công ty … đạt doanh thu 900 tỷ đồng``).

        So its clause says, where it begins with a firm or names one, or where the nation is named in what
        is measured.
        """
        if self.of_firms(reading):
            return True
        folded, number = self._scan.text.folded, reading.quantity.before
        start = self._scan.sentence(reading.start).start
        comma = max(folded.rfind(mark, start, reading.start) for mark in _PARTING)
        opened = {start, reading.clause_start, max(start, comma + 1)}
        begins = {begin + (folded[begin : begin + 1] == " ") for begin in opened}
        if any(self._opens_with_facility.match(folded, begin, number) for begin in begins):
            return True
        named = self._facility.finditer(folded, reading.clause_start, number)
        if not self.general(reading) and any(self._proper(match.end()) for match in named):
            return True
        nations = [match.start() for match in self._nation.finditer(folded, start, number)]
        return any(nation in begins or nation >= reading.start for nation in nations)

    def of_nation(self, reading: Reading) -> bool:
        """Whether the nation acts last before a number (``Theo Cục A, …, cả nước xảy ra 51 vụ``)."""
        start, number = self._scan.sentence(reading.start).start, reading.quantity.before
        folded = self._scan.text.folded
        acts = [
            m.end()
            for m in self._nation.finditer(folded, start, number)
            if m.start() == start or folded.endswith(_PARTING, start, m.start())
        ]
        return bool(acts) and not self.named(acts[-1], number)

    def named(self, start: int, end: int) -> bool:
        """Whether a place or organisation is named in ``start:end``."""
        return bool(self._mentions(start, end, party=False))

    def of_firms(self, reading: Reading) -> bool:
        """Whether only firms have such a number."""
        return self._of_firms.match(fold(reading.name)) is not None

    def _proper(self, offset: int) -> bool:
        """Whether a name goes on in capitals at ``offset``."""
        return self._scan.text.content[offset + 1 : offset + 2].isupper()

    def has(self, reading: Reading) -> bool:
        """Whether a place stands right before the verb of having (``toàn thành phố có 12 trường``)."""
        verb = self._scan.text.content.rfind(" ", 0, reading.quantity.start - 1)
        start = self._scan.sentence(reading.start).start
        unit = self._scan.units.last_before(verb)
        if unit is not None and unit.start >= start and verb - unit.end <= _WHILE:
            return True
        nations = self._nation.finditer(self._scan.text.folded, start, max(start, verb))
        return any(verb - nation.end() <= _WHILE for nation in nations)

    def opens(self, reading: Reading, subject: Unit | Organization | None) -> bool:
        """Whether the sentence of a number, or its part of it, begins with whom it is about.

        So it is, too, where the name of what is measured says whose it is (``nợ công của tỉnh Lâm Sơn``).
        """
        if subject is None:
            return False
        start = self._scan.sentence(reading.start).start
        comma = max(self._scan.text.folded.rfind(mark, start, reading.start) for mark in _PARTING)
        party = self._is_party(reading)
        for begin in {start, max(start, comma + 1)}:
            if subject in self._mentions(begin, min(reading.start, begin + _FIRST), party):
                return True
        return reading.rule == _MEASURED and subject in self._mentions(
            reading.start, reading.quantity.before, party
        )

    @cached_property
    def in_title(self) -> bool:
        """Whether the title names a place."""
        title = self._scan.text.sentences[0]
        return title.kind == BlockKind.TITLE and bool(self._scan.units.within(title.start, title.end))

    def _acts_there(self, sentence: Sentence) -> bool:
        """Whether the nation acts in a sentence that names nobody else (``… cả nước xảy ra 209 vụ``)."""
        start, end = sentence.start, sentence.end
        folded = self._scan.text.folded
        nations = (match.start() for match in self._nation.finditer(folded, start, end))
        acts = any(place == start or folded.endswith(_PARTING, start, place) for place in nations)
        return acts and not self.named(start, end)

    def _of_places_alone(self, reading: Reading) -> bool:
        """Whether no firm has such a number, as it may have what its people earn."""
        return self.general(reading) and not (reading.concept or "").endswith(_PER_HEAD)

    def general(self, reading: Reading) -> bool:
        """Whether only places and public bodies have such a number."""
        concept = self._lexicon.concept("indicator", reading.concept) if reading.concept else None
        return concept is not None and concept.one("public") is not None

    @cached_property
    def _main(self) -> Unit | Organization | None:
        """The place or body that opens the article, unless others of its level are spoken of.

        One that opens with what the whole nation did has none.
        """
        opening = self._scan.text.sentences[:_OPENING]
        found = next(iter(self._mentions(0, opening[-1].end, party=False)), None)
        unit = found.territory if isinstance(found, Organization) else found
        if unit is None or not unit.name or any(self._acts_there(sentence) for sentence in opening):
            return None
        others = {u.unit.name for u in self._scan.units if u.unit.level == unit.level and u.unit.name}
        return found if len(others - {unit.name}) < _OTHERS else None

    def _place(self, found: Unit | Organization | None, reading: Reading) -> Unit | Organization | None:
        """The place itself for how a place did, where its council or another body reports.

        What the government or a ministry tells is seldom how it did itself.
        """
        if isinstance(found, Organization) and found.level == 0:
            return None
        if isinstance(found, Organization) and found.kind in FIRMS and self._of_places_alone(reading):
            return self._main
        if not isinstance(found, Organization) or found.territory is None:
            return found
        placed = self.general(reading) and not (self._is_party(reading) and self._is_committee(found))
        placed = placed or (found.kind in _OFFICES and reading.concept not in {None, *_OF_OFFICES})
        return found.territory if placed or self._of_council(found) else found

    def _is_party(self, reading: Reading) -> bool:
        if reading.quantity.dimension == "party":
            return True
        return self._party.search(f"{reading.name} {reading.quantity.unit}".lower()) is not None

    def _owner(self, reading: Reading) -> Unit | Organization | None:
        """The place right before the verb of having (``quận A với …, quận B có 12 trường``), or in a list."""
        if reading.rule == _PLACED:
            listed = self._scan.units.at(reading.start)
            body = self._scan.bodies.at(reading.start)
            return body.organization if body is not None else listed.unit if listed is not None else None
        if reading.rule != _HAS:
            return None
        verb = self._scan.text.content.rfind(" ", 0, reading.quantity.start - 1)
        unit = self._scan.units.covering(verb - 1) if verb > 0 else None
        return unit.unit if unit is not None and unit.end == verb and unit.unit.name else None

    def _before(
        self, start: int, clause: int, end: int, party: bool, met: bool
    ) -> Unit | Organization | None:
        """The last subject of the clause up to the number, else the first one of the sentence."""
        own = self._mentions(clause, end, party)
        if own:
            return next((m for m in own if met and isinstance(m, Unit)), own[0])
        announced = self._scan.text.folded.endswith(":", 0, clause)
        framed = self._mentions(start, clause, party, guided=announced)
        return framed[0] if framed else None

    def near(self, reading: Reading) -> bool:
        """Whether a place or organisation stands shortly before a number, even if it is not its subject."""
        start = self._scan.sentence(reading.start).start
        return any(self._mentions(s.start, s.end, party=False) for s in self._earlier(start))

    def _previous(self, start: int, party: bool, met: bool) -> Unit | Organization | None:
        """Who opens one of the two sentences before, or the only one that they name."""
        earlier = self._earlier(start)
        for sentence in earlier:
            end = min(sentence.end, sentence.start + _FIRST)
            found = [
                m
                for m in self._mentions(sentence.start, end, party)
                if not self._located(m, sentence.start, end)
            ]
            if found:
                return found[0]
            only = self._mentions(sentence.start, sentence.end, party)
            if len(set(_without_nameless(only))) == 1:
                return only[0]
            committees = {m for m in only if isinstance(m, Organization) and self._is_committee(m)}
            if party and not met and len(committees) == 1:
                return committees.pop()
        named = [m for sentence in earlier for m in self._mentions(sentence.start, sentence.end, party)]
        told = _without_nameless(named)
        return told[0] if len(set(told)) == 1 else None

    def _earlier(self, start: int) -> list[Sentence]:
        """The two sentences before, the nearer one first."""
        index = self._scan.text.sentence_at(start)
        return list(reversed(self._scan.text.sentences[max(0, index - 2) : index]))

    def _located(self, unit: Unit | Organization, start: int, end: int) -> bool:
        """Whether a place only says where something is in ``start:end`` (``làm việc tại …``)."""
        found = next((u for u in self._scan.units.within(start, end) if u.unit == unit), None)
        if found is None:
            return False
        return (
            self._at.search(self._scan.text.folded[max(0, found.start - NEAR) : found.start].rstrip())
            is not None
        )

    def _committee(self, unit: Unit) -> Organization | None:
        """The party committee of a unit, perhaps one whose name is still to be completed."""
        if not unit.type:
            return None
        made = self._lexicon.committee_of(unit)
        return made if unit.name or made.kind == _OF_COMMUNES else replace(made, unit=None)
