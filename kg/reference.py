"""Reference data: the units of the gazetteer in time, and the changes between them, as quads.

They stand in one named graph of their own.  A unit has its validity; one that was called otherwise, or was
of another type, has a phase for each of these times.  A change names its units, its kinds and its act.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from kg import nquads as nq
from kg.gazetteer import Act, Change, Gazetteer, Phase, Place, Span
from kg.model import Unit
from kg.nquads import NamedGraph
from kg.vocab import (
    DANG,
    DCTERMS,
    DEFAULT_BASE,
    EDTF,
    ELI,
    GEO,
    ORG,
    PROV,
    RDFS,
    SCHEMA,
    Minter,
    concept,
)

_NAME = "gazetteer"
_COUNTED_BY_TERM = "QH"


def reference_graph(base: str = DEFAULT_BASE) -> str:
    """The name of the graph."""
    return Minter(base).derived_graph(_NAME)


def reference_quads(
    gazetteer: Gazetteer, keys: Iterable[str], changes: Iterable[Change], base: str = DEFAULT_BASE
) -> Iterator[str]:
    """Describe units (by key) and changes, as N-Quads lines in the order given, without holding them all."""
    graph = _Reference(gazetteer, Minter(base))
    for key in keys:
        graph.unit(gazetteer.place(key))
        yield from graph.taken()
    for change in changes:
        graph.change(change)
        yield from graph.taken()


def reference_of(gazetteer: Gazetteer, named: Iterable[str], base: str = DEFAULT_BASE) -> Iterator[str]:
    """Describe units by key, those above them, what they and these became and came from, and the changes."""
    found = _around(gazetteer, named)
    ordered = sorted(found.changes, key=lambda change: (change.date, change.before, change.after))
    return reference_quads(gazetteer, sorted(found.units), ordered, base)


def reference_differing(
    gazetteer: Gazetteer, before: Iterable[str], after: Iterable[str], base: str = DEFAULT_BASE
) -> tuple[set[str], set[str]]:
    """Give the lines that are said of some units (:func:`reference_of`) and not of others, and those come."""
    old, new = _around(gazetteer, before), _around(gazetteer, after)

    def only(one: _Around, other: _Around) -> set[str]:
        changes = one.changes - other.changes
        numbers = {change.act.number for change in changes if change.act is not None}
        by_same_act = [each for each in other.changes if each.act is not None and each.act.number in numbers]
        said = reference_quads(gazetteer, one.units - other.units, changes, base)
        return set(said).difference(reference_quads(gazetteer, (), by_same_act, base))

    return only(old, new), only(new, old)


class _Around(NamedTuple):
    """What is described where some units are named."""

    units: set[str]
    changes: set[Change]


def _around(gazetteer: Gazetteer, named: Iterable[str]) -> _Around:
    units = {key for one in named for key in (one, *gazetteer.get(one).ancestors)}
    changes = {change for key in units for change in gazetteer.changes(key)}
    touched = units | {key for change in changes for key in (*change.before, *change.after)}
    return _Around(touched | {above for key in touched for above in gazetteer.get(key).ancestors}, changes)


class _Reference(NamedGraph):
    def __init__(self, gazetteer: Gazetteer, mint: Minter) -> None:
        super().__init__(mint.derived_graph(_NAME))
        self._gazetteer = gazetteer
        self._mint = mint

    def taken(self) -> list[str]:
        """The lines since the last call."""
        lines = list(self.lines)
        self.lines.clear()
        return lines

    def unit(self, place: Place) -> None:
        """A unit as the data set has it, where it lies, when it was, and what else it was called."""
        unit = place.unit
        key = unit.key or ""
        iri = self._mint.unit_by_key(key)
        phases = self._gazetteer.phases(key)
        self.types(iri, DANG.AdministrativeUnit, SCHEMA.AdministrativeArea)
        self._named(iri, unit)
        self.add(iri, DANG.level, nq.integer(unit.level))
        self.add(iri, DCTERMS.identifier, nq.string(key))
        if unit.ancestors:
            self.tie(iri, SCHEMA.containedInPlace, self._mint.unit_by_key(unit.ancestors[0]))
        if place.latitude is not None and place.longitude is not None:
            self.types(iri, GEO.SpatialThing)
            self.add(iri, GEO.lat, nq.decimal(Decimal(str(place.latitude))))
            self.add(iri, GEO.long, nq.decimal(Decimal(str(place.longitude))))
        self._valid(iri, self._gazetteer.validity(key))
        told = [(self._phase_iri(key, phase), phase) for phase in phases if len(phases) > 1]
        for name, _ in told:
            self.tie(iri, DANG.phase, name)
        for name, phase in told:
            self.types(name, DANG.UnitPhase, PROV.Entity)
            self._named(name, phase.unit)
            self._valid(name, phase.span)

    def _named(self, iri: str, unit: Unit) -> None:
        self.add(iri, RDFS.label, nq.vietnamese(unit.full_name))
        self.add(iri, SCHEMA.name, nq.vietnamese(unit.name))
        if unit.type:
            self.tie(iri, DANG.unitType, concept("unit-type", unit.type))

    def _phase_iri(self, key: str, phase: Phase) -> str:
        return self._mint.iri("phase", f"{key.replace('/', '.')}.{phase.span.since or 'first'}")

    def _valid(self, iri: str, span: Span) -> None:
        self.add(iri, DCTERMS.valid, nq.typed(span.edtf, EDTF))
        if span.since is not None:
            self.add(iri, SCHEMA.validFrom, nq.when(span.since))
        if span.until is not None:
            self.add(iri, SCHEMA.validThrough, nq.when(span.until))

    def change(self, change: Change) -> None:
        """An event that turned units into units."""
        before = sorted(map(self._mint.unit_by_key, change.before))
        after = sorted(map(self._mint.unit_by_key, change.after))
        names = tuple(self._gazetteer.get(key).name for key in (change.after or change.before)[:1])
        iri = self._mint.thing("reform", (change.date, *names), (change.date, *before, "to", *after))
        self.types(iri, DANG.ReformEvent, ORG.ChangeEvent)
        self.add(iri, DCTERMS.date, nq.when(change.date))
        for kind in change.kinds:
            self.tie(iri, DANG.changeKind, concept("unit-change", kind))
        if change.act is not None:
            self.tie(iri, DANG.legalBasis, self._act(change.act, change.date))
        for unit in before:
            self.tie(iri, ORG.originalOrganization, unit)
        for unit in after:
            self.tie(iri, ORG.resultingOrganization, unit)

    def _act(self, act: Act, date: str) -> str:
        """A legal act of the state by its number, which counts within a year, or a term of the Assembly."""
        year = None if _COUNTED_BY_TERM in act.number else (act.issued or date)[:4]
        iri = self._mint.document("state", "", act.number, None, year)
        self.types(iri, DANG.Document, ELI.LegalResource)
        self.add(iri, RDFS.label, nq.vietnamese(act.number))
        self.add(iri, ELI.number, nq.string(act.number))
        if act.issued is not None:
            self.add(iri, ELI.date_document, nq.when(act.issued))
        if act.source is not None:
            self.tie(iri, DCTERMS.source, act.source)
        return iri
