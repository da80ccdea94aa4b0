"""What every kind of claim needs in the graph of its article: evidence, statements, bodies and people."""

from __future__ import annotations

from collections.abc import Iterable

from kg import nquads as nq
from kg.graph.bodies import classes, root_of
from kg.graph.places import PlacedGraph
from kg.model import Assertion, Claim, Evidence, Facts, Organization, Status
from kg.normalise import fold, plain
from kg.vocab import DANG, FOAF, KEY, OA, ORG, PROV, RDFS, SKOS, Minter, concept, digest

_CONTEXT = 32
_STATUS_ORDER = {Status.CURRENT: 0, Status.APPOINTED: 0, Status.ENDED: 1, Status.FORMER: 2}


def normal(wording: str) -> str:
    """Fold wording for comparison: lower case, single blanks, no marks at its ends."""
    return " ".join(fold(wording).split()).strip(" .,;:–-“”\"'")


class ToldGraph(PlacedGraph):
    """The graph of one article, with what every kind of claim needs: evidence, statements, bodies, people."""

    def __init__(self, facts: Facts, mint: Minter) -> None:
        self.facts = facts
        self.id = facts.article.id
        self.article = mint.article(self.id)
        self.graph = mint.graph(self.id)
        self.content = facts.text.content
        self._persons: dict[str, str] = {}
        super().__init__(mint, self.graph, self.id)

    def optional(self, subject: str, predicate: str, text: str | None) -> None:
        """Add a plain literal where there is one."""
        if text:
            self.add(subject, predicate, nq.string(text))

    def evidence(self, evidence: Evidence) -> str:
        """Describe a passage of the article by its offsets and by its words."""
        span = f"{evidence.start}-{evidence.end}"
        iri = self.mint.within_article("evidence", self.id, span)
        if self.first(iri):
            self.types(iri, OA.SpecificResource)
            self.tie(iri, OA.hasSource, self.article)
            if evidence.caption:
                self.add(iri, DANG.inCaption, nq.TRUE)
            self._selectors(iri, span, evidence)
        return iri

    def _selectors(self, iri: str, span: str, evidence: Evidence) -> None:
        position = self.mint.within_article("evidence", self.id, span, "position")
        self.tie(iri, OA.hasSelector, position)
        self.types(position, OA.TextPositionSelector)
        self.add(position, OA.start, nq.integer(evidence.start))
        self.add(position, OA.end, nq.integer(evidence.end))
        quote = self.mint.within_article("evidence", self.id, span, "quote")
        self.tie(iri, OA.hasSelector, quote)
        self.types(quote, OA.TextQuoteSelector)
        self.add(quote, OA.exact, nq.string(evidence.quote))
        before = self.content[max(0, evidence.start - _CONTEXT) : evidence.start]
        self.add(quote, OA.prefix, nq.string(before))
        self.add(quote, OA.suffix, nq.string(self.content[evidence.end : evidence.end + _CONTEXT]))

    def statement(
        self, claim: Claim, kind: str, *key: str, completed: Iterable[Organization | None] = ()
    ) -> str:
        """Describe the statement that a claim makes; ``completed`` are the organisations that it names."""
        span = f"{claim.evidence.start}-{claim.evidence.end}"
        iri = self.mint.within_article("statement", self.id, kind, span, digest(*key))
        self.types(iri, DANG.Statement, PROV.Entity)
        evidence = self.evidence(claim.evidence)
        self.tie(iri, DANG.evidence, evidence)
        self.tie(iri, PROV.wasDerivedFrom, evidence)
        self.tie(iri, PROV.hadPrimarySource, self.article)
        self.add(iri, DANG.rule, nq.string(claim.rule))
        inferred = False
        for organization in completed:
            if organization is not None and organization.inference is not None:
                inferred = True
                self.tie(iri, DANG.completed, self.organization(organization))
                self.add(iri, DANG.inferenceRule, nq.string(organization.inference))
        assertion = Assertion.INFERRED if inferred else Assertion.STATED
        self.tie(iri, DANG.assertionKind, concept("assertion", assertion.value))
        return iri

    def organization(self, organization: Organization) -> str:
        """Describe a body with those above it and the unit it is for."""
        iri = self.mint.organization(organization, self.id)
        if self.first(iri):
            self.types(iri, *classes(organization), ORG.FormalOrganization, ORG.Organization)
            self.add(iri, RDFS.label, nq.vietnamese(organization.label))
            if KEY.fullmatch(organization.kind):
                self.tie(iri, ORG.classification, concept("body", organization.kind))
            if organization.parent is not None:
                self.tie(iri, ORG.subOrganizationOf, self.organization(organization.parent))
            if organization.territory is not None:
                self.tie(iri, DANG.jurisdiction, self.unit(organization.territory))
            for candidate in organization.candidates:
                self.tie(iri, DANG.candidate, self.unit(candidate))
        return iri

    def person(self, name: str) -> str:
        """Describe a person as this article alone knows one."""
        if name not in self._persons:
            iri = self.mint.persona(name, self.id)
            self._persons[name] = iri
            self.types(iri, DANG.Persona, PROV.Entity)
            if (home := self._home(name)) is not None:
                self.tie(iri, DANG.home, home)
            self.add(iri, FOAF.name, nq.string(name))
            self.add(iri, SKOS.hiddenLabel, nq.string(plain(name)))
        return self._persons[name]

    def _home(self, name: str) -> str | None:
        """Find the territory that tells a person from namesakes: that of the most local post now held."""
        ranked = sorted(
            (_STATUS_ORDER[position.status], *self._home_of(position.organization))
            for position in self.facts.positions
            if position.person == name and position.organization is not None
        )
        return (ranked[0][2] or None) if ranked else None

    def _home_of(self, organization: Organization) -> tuple[int, str]:
        """Tell how local an organisation is, and where; nowhere for the whole nation's."""
        unit = organization.territory
        if unit is not None and unit.level > 0:
            return -unit.level, self.mint.unit(unit, self.id)
        root = root_of(organization)
        if unit is not None or (root.level == 0 and not root.candidates):
            return 0, ""
        return 1, self.mint.organization(root, self.id)
