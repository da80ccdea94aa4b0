"""Targets and results as observations, and what they are parts of."""

from __future__ import annotations

from kg import nquads as nq
from kg.graph.bodies import shown
from kg.graph.told import ToldGraph, normal
from kg.model import Evidence, Indicator, IndicatorKind, Organization, Unit
from kg.vocab import DANG, DCTERMS, QB, RDFS, concept


class Observations:
    """The targets and results that an article tells."""

    def __init__(self, told: ToldGraph) -> None:
        self.told = told
        self._known: list[tuple[Indicator, str]] = []

    def add(self, claim: Indicator) -> None:
        """Describe a target or a result and state it."""
        iri = self._observation(claim)
        self._known.append((claim, iri))
        organization = claim.subject if isinstance(claim.subject, Organization) else None
        statement = self.told.statement(claim, "indicator", iri, completed=(organization,))
        self.told.tie(statement, DANG.states, iri)
        self.told.add(statement, DANG.wording, nq.vietnamese(claim.indicator))

    def _observation(self, claim: Indicator) -> str:
        subject = self._subject(claim.subject)
        what = claim.indicator_concept or ""
        number = nq.plain_number(claim.value)
        where, period = subject or f"in {self.told.id}", claim.period or ""
        words = normal(claim.indicator)
        key = (where, what, words, claim.kind.value, claim.comparator, number, claim.unit, period)
        readable = (shown(claim.subject), what or words, claim.kind.value, period)
        iri = self.told.mint.thing("observation", readable, key)
        if self.told.first(iri):
            own = DANG.Target if claim.kind is IndicatorKind.TARGET else DANG.Result
            self.told.types(iri, own, DANG.IndicatorValue, QB.Observation)
            self._data_set(iri)
            self.told.add(iri, RDFS.label, nq.vietnamese(normal(claim.indicator)))
            self.told.add(iri, DANG.comparator, nq.string(claim.comparator))
            self.told.add(iri, DANG.value, nq.decimal(claim.value))
            self.told.add(iri, DANG.unit, nq.string(claim.unit))
        if subject is not None:
            self.told.tie(iri, DANG.refSubject, subject)
        if claim.indicator_concept is not None:
            self.told.tie(iri, DANG.indicator, concept("indicator", claim.indicator_concept))
        if claim.measure is not None:
            self.told.tie(iri, DANG.measure, concept("measure", claim.measure))
        self.told.optional(iri, DANG.basis, claim.base)
        if claim.period:
            self.told.tie(iri, DANG.period, self.told.period(claim.period))
        return iri

    def _subject(self, subject: Unit | Organization | None) -> str | None:
        if subject is None:
            return None
        return self.told.unit(subject) if isinstance(subject, Unit) else self.told.organization(subject)

    def _data_set(self, observation: str) -> None:
        data_set = self.told.mint.iri("dataset", "indicators")
        self.told.tie(observation, QB.dataSet, data_set)
        self.told.types(data_set, QB.DataSet)
        self.told.tie(data_set, QB.structure, DANG.indicatorStructure)

    def tie_parts(self) -> None:
        """Tie parts to the total that their passage lists them under."""
        for claim, iri in self._known:
            if claim.part_of is None:
                continue
            total = self._total(claim, claim.part_of)
            if total is not None and total != iri:
                self.told.tie(iri, DANG.partOf, total)
                self.told.tie(iri, DCTERMS.isPartOf, total)

    def _total(self, part: Indicator, evidence: Evidence) -> str | None:
        found = [
            (other.unit != part.unit, other.evidence.end - other.evidence.start, iri)
            for other, iri in self._known
            if other is not part
            and other.part_of is None
            and other.kind == part.kind
            and other.evidence.start <= evidence.start
            and evidence.end <= other.evidence.end
        ]
        return min(found)[2] if found else None
