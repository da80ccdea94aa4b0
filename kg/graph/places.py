"""A graph that describes units and periods."""

from __future__ import annotations

from collections.abc import Sequence

from kg import nquads as nq
from kg.model import Unit
from kg.nquads import NamedGraph
from kg.timespan import period_bounds
from kg.vocab import DANG, DCTERMS, RDFS, SCHEMA, SKOS, TIME, Minter, concept


class PlacedGraph(NamedGraph):
    """A named graph that can describe units and periods."""

    def __init__(self, mint: Minter, graph: str, scope: str) -> None:
        super().__init__(graph)
        self.mint = mint
        self.scope = scope

    def unit(self, unit: Unit) -> str:
        """Describe an administrative unit and the chain of units above it."""
        iri = self.mint.unit(unit, self.scope)
        if self.first(iri):
            self.types(iri, DANG.AdministrativeUnit, SCHEMA.AdministrativeArea)
            type_, label, name = unit.registered or (unit.type, unit.full_name, unit.name)
            self.add(iri, RDFS.label, nq.vietnamese(label))
            if name:  # a unit of which the article tells no more has a type only
                self.add(iri, SCHEMA.name, nq.vietnamese(name))
            self.add(iri, DANG.level, nq.integer(unit.level))
            if type_:
                self.tie(iri, DANG.unitType, concept("unit-type", type_))
            if unit.registered is not None:
                self.add(iri, SKOS.altLabel, nq.vietnamese(unit.full_name))
            if unit.key is not None:
                self.add(iri, DCTERMS.identifier, nq.string(unit.key))
            self._above(iri, unit.ancestors)
        return iri

    def _above(self, iri: str, ancestors: Sequence[str]) -> None:
        for key in ancestors:
            above = self.mint.unit_by_key(key)
            self.tie(iri, SCHEMA.containedInPlace, above)
            self.types(above, DANG.AdministrativeUnit, SCHEMA.AdministrativeArea)
            self.add(above, DCTERMS.identifier, nq.string(key))
            iri = above

    def period(self, notation: str) -> str:
        """Describe a period with its first and last day."""
        iri = self.mint.period(notation)
        if self.first(iri):
            self.types(iri, DANG.Period, TIME.ProperInterval)
            self.add(iri, RDFS.label, nq.string(notation))
            bounds = period_bounds(notation)
            if bounds is not None:
                self.tie(iri, TIME.hasBeginning, self._instant(bounds[0]))
                self.tie(iri, TIME.hasEnd, self._instant(bounds[1]))
        return iri

    def _instant(self, day: str) -> str:
        iri = self.mint.iri("instant", day)
        self.types(iri, TIME.Instant)
        self.add(iri, TIME.inXSDDate, nq.when(day))
        return iri

    def term(self, notation: str) -> str:
        """Describe a term of a committee or congress."""
        iri = self.period(notation)
        self.types(iri, DANG.Term)
        return iri
