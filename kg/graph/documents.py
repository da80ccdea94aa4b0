"""Documents and what carries out what, as one article says."""

from __future__ import annotations

import re

from kg import nquads as nq
from kg.graph.bodies import classes, level, unplaced
from kg.graph.gatherings import congress
from kg.graph.told import ToldGraph
from kg.model import Congress, Document, DocumentRef, Evidence, Link, Relation
from kg.normalise import plain
from kg.vocab import DANG, DCTERMS, ELI, PROV, RDF, RDFS, concept, party_number, party_term

_YEAR = re.compile(r"(?:19|20)\d{2}")


class Documents:
    """The documents of an article, those that it lists and those that it only refers to."""

    def __init__(self, told: ToldGraph) -> None:
        self.told = told
        self._known: list[tuple[Document, str]] = []

    def add(self, claim: Document) -> None:
        """Describe a document and state it."""
        iri = self._mint_document(claim.ref, claim.kind_concept, claim)
        self._known.append((claim, iri))
        self._describe_document(iri, claim.ref, claim.kind_concept)
        if claim.date:
            self.told.add(iri, ELI.date_document, nq.when(claim.date))
        if claim.subject:
            self.told.add(iri, DCTERMS.title, nq.vietnamese(claim.subject))
        if claim.congress_ordinal is not None or (claim.term and not claim.number):
            held = Congress(claim.evidence, claim.rule, claim.issuer, claim.congress_ordinal, claim.term)
            self.told.tie(iri, DANG.ofCongress, congress(self.told, held))
        statement = self.told.statement(claim, "document", iri, claim.kind, completed=(claim.issuer,))
        self.told.tie(statement, DANG.states, iri)
        self.told.add(statement, DANG.wording, nq.vietnamese(claim.kind))

    def _describe_document(self, iri: str, ref: DocumentRef, kind_concept: str | None) -> None:
        self.told.types(iri, DANG.ReportedDocument, PROV.Entity)
        if kind_concept:
            self.told.tie(iri, ELI.type_document, concept("document-kind", kind_concept))
        if ref.number:
            self.told.add(iri, ELI.number, nq.string(ref.number))
        if ref.issuer is not None:
            self.told.tie(iri, ELI.passed_by, self.told.organization(ref.issuer))
        if self.told.first(iri):
            self.told.add(iri, RDFS.label, nq.vietnamese(ref.label))

    def _mint_document(self, ref: DocumentRef, kind_concept: str | None, claim: Document | None) -> str:
        kind = kind_concept or ref.kind
        period, basis = self._numbering(ref, claim) if ref.number else (None, None)
        if ref.number or claim is None or claim.congress_ordinal is None:
            title = ref.subject
        else:
            title = f"congress {claim.congress_ordinal}"
        told, series = self.told, self._series(ref)
        iri = told.mint.reported_document(told.id, series, kind, ref.number, title, period)
        if basis is not None and period is not None:
            self.told.tie(iri, DANG.committeeTerm, self.told.term(period))
            self.told.add(iri, DANG.termBasis, nq.string(basis))
        return iri

    def _series(self, ref: DocumentRef) -> str:
        """Name the series of numbers; a committee shares one with its standing committee."""
        issuer = ref.issuer
        if ref.number and plain(ref.number).endswith("/tw"):
            return "central"
        if issuer is None or unplaced(issuer):
            return f"in {self.told.id}"
        if DANG.StandingCommittee in classes(issuer) and issuer.parent is not None:
            issuer = issuer.parent
        return self.told.mint.organization(issuer, self.told.id)

    def _numbering(self, ref: DocumentRef, claim: Document | None) -> tuple[str | None, str | None]:
        """Find the term in which a number counts, and from what; a year for the state's numbers."""
        date = claim.date if claim is not None else None
        if claim is not None and claim.term:
            return claim.term, "stated"
        state = ref.issuer is not None and DANG.StateBody in classes(ref.issuer)
        if not party_number(ref.number or "") and (state or "/" in (ref.number or "")):
            year = _YEAR.match(date or "")
            return (year.group() if year else "year unknown"), None
        rank = 0 if plain(ref.number or "").endswith("/tw") else level(ref.issuer)
        if (term := party_term(date, rank)) is not None:
            return term, "date"
        bound = self.told.facts.article.published or self.told.facts.published_bounds
        if rank != 0 and (term := party_term(bound, rank)) is not None:
            return term, "article"
        return "term unknown", None

    def referred(self, ref: DocumentRef, near: Evidence, year: str | None = None) -> str:
        """Find the document that a reference means, else make one of its own.

        Of several that fit, the one dated to take effect in ``year`` goes first, then the nearest.
        """
        fitting = [
            (_years_before(claim.date, year), _distance(claim.evidence, near), claim.evidence.start, iri)
            for claim, iri in self._known
            if _fits(ref, claim)
        ]
        if fitting:
            return min(fitting)[-1]
        iri = self._mint_document(ref, None, None)
        self._describe_document(iri, ref, None)
        if not ref.number and ref.subject:
            self.told.add(iri, DCTERMS.title, nq.vietnamese(ref.subject))
        return iri

    def add_link(self, claim: Link) -> None:
        """Tie two documents; one that the article does not list is described by its reference."""
        source = self.referred(claim.source, claim.evidence)
        target = self.referred(claim.target, claim.evidence)
        own, standard = {
            Relation.IMPLEMENTS: (DANG.implements, ELI.based_on),
            Relation.AMENDS: (DANG.amends, ELI.amends),
        }[claim.relation]
        self.told.tie(source, own, target)
        self.told.tie(source, standard, target)
        issuers = (claim.source.issuer, claim.target.issuer)
        iri = self.told.statement(claim, "link", source, own, target, completed=issuers)
        self.told.types(iri, DANG.LinkStatement)
        self.told.tie(iri, RDF.subject, source)
        self.told.tie(iri, RDF.predicate, own)
        self.told.tie(iri, RDF.object, target)


def _distance(one: Evidence, other: Evidence) -> int:
    """Count the code points between two passages; none when they touch."""
    return max(one.start - other.end, other.start - one.end, 0)


def _years_before(date: str | None, period: str | None) -> int:
    """Tell how many years a document came before the period it is for; a later one, or no date, goes last."""
    issued, meant = _YEAR.match(date or ""), _YEAR.match(period or "")
    if meant is None:
        return 0
    years = int(meant.group()) - int(issued.group()) if issued else 100
    return years if years >= 0 else 100


def _fits(ref: DocumentRef, claim: Document) -> bool:
    if ref.issuer is not None and (claim.issuer is None or claim.issuer.label != ref.issuer.label):
        return False
    if ref.number:
        return claim.number is not None and plain(claim.number) == plain(ref.number)
    return claim.number is None and claim.subject == ref.subject
