"""Claims to quads: one named graph per article, no blank nodes, every statement with its sentence.

:func:`quads` writes N-Quads lines (f-strings; a store loads them in bulk), :func:`rdflib_dataset` hands the
same quads to users of rdflib.  What holds for several articles together is made in :mod:`kg.derive`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from kg import nquads as nq
from kg.model import (
    Assertion,
    Claim,
    Congress,
    Document,
    DocumentRef,
    Event,
    Evidence,
    Facts,
    Indicator,
    IndicatorKind,
    Link,
    Organization,
    Position,
    Relation,
    Status,
    Theme,
    Unit,
)
from kg.normalise import fold, plain
from kg.nquads import NamedGraph
from kg.timespan import period_bounds
from kg.vocab import (
    DANG,
    DCTERMS,
    DEFAULT_BASE,
    ELI,
    FOAF,
    OA,
    OPENGOV,
    ORG,
    PROV,
    QB,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    TIME,
    XSD,
    Minter,
    body_classes,
    concept,
    digest,
    party_number,
    party_term,
    short,
)

if TYPE_CHECKING:
    from rdflib import Dataset

_CONTEXT = 32
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_STATUS_ORDER = {Status.CURRENT: 0, Status.APPOINTED: 0, Status.ENDED: 1, Status.FORMER: 2}
_STEP = "step"
_UNIT_TYPE = "unit-type"
_INDICATOR = "indicator"


def quads(facts: Facts, base: str = DEFAULT_BASE) -> Iterator[str]:
    """All that one article says as N-Quads lines, each with its newline, in a stable order.

    The graph's name depends on the article's id alone, so that reading an article again replaces it.
    """
    yield from _ArticleGraph(facts, Minter(base)).build()


def rdflib_dataset(lines: Iterable[str]) -> Dataset:
    """Load the quads into an rdflib Dataset, one named graph per article, with the usual prefixes bound."""
    from rdflib import Dataset, URIRef

    dataset = Dataset()
    graphs: dict[str, list[str]] = {}
    for line in lines:
        triple, _, graph = line.rpartition(" <")
        graphs.setdefault(graph.rstrip("> .\n"), []).append(f"{triple} .\n")
    for graph, triples in graphs.items():
        dataset.graph(URIRef(graph)).parse(data="".join(triples), format="nt")
    for prefix, namespace in Minter().prefixes().items():
        dataset.bind(prefix, namespace, override=True, replace=True)
    return dataset


def split_theme(theme: str) -> tuple[str, ...]:
    """Split a theme into its elements in order, its parts between semicolons."""
    return tuple(part.strip() for part in theme.split(";") if part.strip())


class _Graph(NamedGraph):
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
                self.tie(iri, DANG.unitType, concept(_UNIT_TYPE, type_))
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


class _ArticleGraph(_Graph):
    """The graph of one article."""

    def __init__(self, facts: Facts, mint: Minter) -> None:
        self.facts = facts
        self.id = facts.article.id
        self.article = mint.article(self.id)
        self.graph = mint.graph(self.id)
        self.content = facts.text.content
        self._persons: dict[str, str] = {}
        self._documents: list[tuple[Document, str]] = []
        self._observations: list[tuple[Indicator, str]] = []
        super().__init__(mint, self.graph, self.id)

    def build(self) -> Iterable[str]:
        """Write every line of the graph, the article first."""
        self._describe_article()
        for document in self.facts.documents:
            self._document(document)
        for position in self.facts.positions:
            self._position(position)
        for link in self.facts.links:
            self._link(link)
        for theme in self.facts.themes:
            self._theme(theme)
        for indicator in self.facts.indicators:
            self._indicator(indicator)
        self._parts()
        for congress in self.facts.congresses:
            self._congress_claim(congress)
        for event in self.facts.events:
            self._event(event)
        return self.lines

    # -- the article -------------------------------------------------------------------------------------

    def _describe_article(self) -> None:
        article, iri = self.facts.article, self.article
        self.tie(self.graph, DCTERMS.source, iri)
        self.types(iri, SCHEMA.NewsArticle, PROV.Entity)
        self.add(iri, DCTERMS.identifier, nq.string(self.id))
        self.add(iri, SCHEMA.inLanguage, nq.string("vi"))
        self.add(iri, DANG.text, nq.string(self.content))
        data = self.content.encode("utf-8", "replace")
        self.add(iri, DANG.sha256, nq.string(sha256(data).hexdigest()))
        self._optional(iri, SCHEMA.headline, article.title)
        self._optional(iri, SCHEMA.author, article.author)
        if article.url:
            self.add(iri, SCHEMA.url, nq.typed(article.url, XSD.anyURI))
        if article.publisher:
            self.tie(iri, SCHEMA.publisher, self._publisher(article.publisher))
        if article.published:
            self.add(iri, SCHEMA.datePublished, nq.when(article.published))
        elif self.facts.published_bounds:
            self.add(iri, DANG.dateBounds, nq.when(self.facts.published_bounds))
        if article.republished_from:
            self._original(article.republished_from)
        for unit in self.facts.setting:
            self.tie(iri, SCHEMA.contentLocation, self.unit(unit))

    def _optional(self, subject: str, predicate: str, text: str | None) -> None:
        if text:
            self.add(subject, predicate, nq.string(text))

    def _publisher(self, name: str) -> str:
        iri = self.mint.thing("publisher", (name,), (name,))
        self.types(iri, SCHEMA.NewsMediaOrganization)
        self.add(iri, SCHEMA.name, nq.vietnamese(name))
        return iri

    def _original(self, publisher: str) -> None:
        """Describe the unseen article of another paper that this one was taken from."""
        original = self.mint.within_article("article", self.id, "original")
        self.tie(self.article, SCHEMA.isBasedOn, original)
        self.types(original, SCHEMA.CreativeWork, PROV.Entity)
        self.tie(original, SCHEMA.publisher, self._publisher(publisher))

    # -- statements and evidence -------------------------------------------------------------------------

    def _evidence(self, evidence: Evidence) -> str:
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

    def _statement(
        self, claim: Claim, kind: str, *key: str, completed: Iterable[Organization | None] = ()
    ) -> str:
        """Describe the statement that a claim makes; ``completed`` are the organisations that it names."""
        span = f"{claim.evidence.start}-{claim.evidence.end}"
        iri = self.mint.within_article("statement", self.id, kind, span, digest(*key))
        self.types(iri, DANG.Statement, PROV.Entity)
        evidence = self._evidence(claim.evidence)
        self.tie(iri, DANG.evidence, evidence)
        self.tie(iri, PROV.wasDerivedFrom, evidence)
        self.tie(iri, PROV.hadPrimarySource, self.article)
        self.add(iri, DANG.rule, nq.string(claim.rule))
        inferred = False
        for organization in completed:
            if organization is not None and organization.inference is not None:
                inferred = True
                self.tie(iri, DANG.completed, self._organization(organization))
                self.add(iri, DANG.inferenceRule, nq.string(organization.inference))
        assertion = Assertion.INFERRED if inferred else Assertion.STATED
        self.tie(iri, DANG.assertionKind, concept("assertion", assertion.value))
        return iri

    # -- things that several kinds of claim name -----------------------------------------------------------

    def _organization(self, organization: Organization) -> str:
        iri = self.mint.organization(organization, self.id)
        if self.first(iri):
            self.types(iri, *_classes(organization), ORG.FormalOrganization, ORG.Organization)
            self.add(iri, RDFS.label, nq.vietnamese(organization.label))
            if _KEY.fullmatch(organization.kind):
                self.tie(iri, ORG.classification, concept("body", organization.kind))
            if organization.parent is not None:
                self.tie(iri, ORG.subOrganizationOf, self._organization(organization.parent))
            if organization.territory is not None:
                self.tie(iri, DANG.jurisdiction, self.unit(organization.territory))
            for candidate in organization.candidates:
                self.tie(iri, DANG.candidate, self.unit(candidate))
        return iri

    def _person(self, name: str) -> str:
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
        root = _root(organization)
        if unit is not None or (root.level == 0 and not root.candidates):
            return 0, ""
        return 1, self.mint.organization(root, self.id)

    # -- positions -----------------------------------------------------------------------------------------

    def _position(self, claim: Position) -> None:
        person = self._person(claim.person)
        role = claim.role_concept or claim.role
        body = self._organization(claim.organization) if claim.organization is not None else None
        membership = self.mint.membership(person, claim.person, role, body or f"in {self.id}")
        self.types(membership, DANG.ReportedMembership)
        self.tie(membership, ORG.member, person)
        if claim.role_concept is not None:
            self.tie(membership, ORG.role, concept("role", claim.role_concept))
        if body is not None:
            self.tie(membership, ORG.organization, body)
            self.tie(membership, OPENGOV.post, self._post(claim, role, body))
        main = self._post_told(claim, membership)
        for step in claim.steps:
            self.tie(self._post_told(step, membership, step.event or ""), DANG.stepOf, main)

    def _post_told(self, claim: Position, membership: str, *step: str) -> str:
        """Describe what a claim says of the holding of a post."""
        key = (membership, claim.role, claim.status, *step)
        iri = self._statement(claim, "position", *key, completed=(claim.organization,))
        self.tie(iri, DANG.states, membership)
        self.add(iri, DANG.wording, nq.vietnamese(claim.role))
        self.tie(iri, DANG.status, concept("status", claim.status.value))
        if claim.as_of:
            self.add(iri, DANG.asOf, nq.when(claim.as_of))
        if claim.acting:
            self.add(iri, DANG.acting, nq.TRUE)
        if claim.event and _KEY.fullmatch(claim.event):
            self.tie(iri, DANG.step, concept(_STEP, claim.event))
        if claim.event_date:
            self.add(iri, DANG.stepDate, nq.when(claim.event_date))
        if claim.since:
            self.add(iri, DANG.since, nq.when(claim.since))
        if claim.until:
            self.add(iri, DANG.until, nq.when(claim.until))
        return iri

    def _post(self, claim: Position, role: str, body: str) -> str:
        iri = self.mint.post(role, body)
        if self.first(iri) and claim.organization is not None:
            self.types(iri, ORG.Post)
            self.tie(iri, ORG.postIn, body)
            self.add(iri, RDFS.label, nq.vietnamese(f"{claim.role} {claim.organization.label}"))
            if claim.role_concept is not None:
                self.tie(iri, ORG.role, concept("role", claim.role_concept))
        return iri

    # -- documents and links -------------------------------------------------------------------------------

    def _document(self, claim: Document) -> None:
        iri = self._mint_document(claim.ref, claim.kind_concept, claim)
        self._documents.append((claim, iri))
        self._describe_document(iri, claim.ref, claim.kind_concept)
        if claim.date:
            self.add(iri, ELI.date_document, nq.when(claim.date))
        if claim.subject:
            self.add(iri, DCTERMS.title, nq.vietnamese(claim.subject))
        if claim.congress_ordinal is not None or (claim.term and not claim.number):
            congress = Congress(claim.evidence, claim.rule, claim.issuer, claim.congress_ordinal, claim.term)
            self.tie(iri, DANG.ofCongress, self._congress(congress))
        statement = self._statement(claim, "document", iri, claim.kind, completed=(claim.issuer,))
        self.tie(statement, DANG.states, iri)
        self.add(statement, DANG.wording, nq.vietnamese(claim.kind))

    def _describe_document(self, iri: str, ref: DocumentRef, kind_concept: str | None) -> None:
        self.types(iri, DANG.ReportedDocument, PROV.Entity)
        if kind_concept:
            self.tie(iri, ELI.type_document, concept("document-kind", kind_concept))
        if ref.number:
            self.add(iri, ELI.number, nq.string(ref.number))
        if ref.issuer is not None:
            self.tie(iri, ELI.passed_by, self._organization(ref.issuer))
        if self.first(iri):
            self.add(iri, RDFS.label, nq.vietnamese(ref.label))

    def _mint_document(self, ref: DocumentRef, kind_concept: str | None, claim: Document | None) -> str:
        kind = kind_concept or ref.kind
        period, basis = self._numbering(ref, claim) if ref.number else (None, None)
        if ref.number or claim is None or claim.congress_ordinal is None:
            title = ref.subject
        else:
            title = f"congress {claim.congress_ordinal}"
        iri = self.mint.reported_document(self.id, self._series(ref), kind, ref.number, title, period)
        if basis is not None and period is not None:
            self.tie(iri, DANG.committeeTerm, self.term(period))
            self.add(iri, DANG.termBasis, nq.string(basis))
        return iri

    def _series(self, ref: DocumentRef) -> str:
        """Name the series of numbers; a committee shares one with its standing committee."""
        issuer = ref.issuer
        if ref.number and plain(ref.number).endswith("/tw"):
            return "central"
        if issuer is None or _unplaced(issuer):
            return f"in {self.id}"
        if DANG.StandingCommittee in _classes(issuer) and issuer.parent is not None:
            issuer = issuer.parent
        return self.mint.organization(issuer, self.id)

    def _numbering(self, ref: DocumentRef, claim: Document | None) -> tuple[str | None, str | None]:
        """Find the term in which a number counts, and from what; a year for the state's numbers."""
        date = claim.date if claim is not None else None
        if claim is not None and claim.term:
            return claim.term, "stated"
        state = ref.issuer is not None and DANG.StateBody in _classes(ref.issuer)
        if not party_number(ref.number or "") and (state or "/" in (ref.number or "")):
            year = _YEAR.match(date or "")
            return (year.group() if year else "year unknown"), None
        level = 0 if plain(ref.number or "").endswith("/tw") else _level(ref.issuer)
        if (term := party_term(date, level)) is not None:
            return term, "date"
        bound = self.facts.article.published or self.facts.published_bounds
        if level != 0 and (term := party_term(bound, level)) is not None:
            return term, "article"
        return "term unknown", None

    def _referred(self, ref: DocumentRef, near: Evidence, year: str | None = None) -> str:
        """Find the document that a reference means, else make one of its own.

        Of several that fit, the one dated to take effect in ``year`` goes first, then the nearest.
        """
        fitting = [
            (_years_before(claim.date, year), _distance(claim.evidence, near), claim.evidence.start, iri)
            for claim, iri in self._documents
            if _fits(ref, claim)
        ]
        if fitting:
            return min(fitting)[-1]
        iri = self._mint_document(ref, None, None)
        self._describe_document(iri, ref, None)
        if not ref.number and ref.subject:
            self.add(iri, DCTERMS.title, nq.vietnamese(ref.subject))
        return iri

    def _link(self, claim: Link) -> None:
        source = self._referred(claim.source, claim.evidence)
        target = self._referred(claim.target, claim.evidence)
        own, standard = {
            Relation.IMPLEMENTS: (DANG.implements, ELI.based_on),
            Relation.AMENDS: (DANG.amends, ELI.amends),
        }[claim.relation]
        self.tie(source, own, target)
        self.tie(source, standard, target)
        issuers = (claim.source.issuer, claim.target.issuer)
        iri = self._statement(claim, "link", source, own, target, completed=issuers)
        self.types(iri, DANG.LinkStatement)
        self.tie(iri, RDF.subject, source)
        self.tie(iri, RDF.predicate, own)
        self.tie(iri, RDF.object, target)

    # -- themes --------------------------------------------------------------------------------------------

    def _theme(self, claim: Theme) -> None:
        body = self._organization(claim.organization) if claim.organization is not None else f"in {self.id}"
        period = claim.period or ""
        iri = self.mint.thing("theme", (short(body), period), (body, period, claim.theme))
        self.types(iri, DANG.Theme, SKOS.Concept, SCHEMA.ItemList)
        self.add(iri, RDFS.label, nq.vietnamese(claim.theme))
        if claim.organization is not None:
            self.tie(iri, DANG.themeOf, body)
        if claim.period:
            self.tie(iri, DANG.period, self.period(claim.period))
        for other in claim.alternatives:
            self.tie(iri, DANG.candidate, self._organization(other))
        if claim.document:
            ref = DocumentRef("", claim.document, claim.organization)
            self.tie(iri, DANG.setBy, self._referred(ref, claim.evidence, claim.period))
        self._elements(iri, claim.elements or split_theme(claim.theme))
        completed = (claim.organization, *claim.alternatives)
        statement = self._statement(claim, "theme", iri, completed=completed)
        self.tie(statement, DANG.states, iri)

    def _elements(self, theme: str, elements: Sequence[str]) -> None:
        local = theme.rpartition("/")[2]
        for place, wording in enumerate(elements, start=1):
            words = _normal(wording)
            element = self.mint.thing("element", (words,), (words,))
            self.types(element, DANG.ThemeElement, SKOS.Concept)
            self.add(element, SKOS.prefLabel, nq.vietnamese(words))
            item = self.mint.iri("theme", f"{local}.{place}")
            self.types(item, SCHEMA.ListItem)
            self.add(item, SCHEMA.position, nq.integer(place))
            self.add(item, SCHEMA.name, nq.vietnamese(wording))
            self.tie(item, SCHEMA.item, element)
            self.tie(theme, SCHEMA.itemListElement, item)
            self.tie(theme, DANG.element, element)

    # -- indicators ----------------------------------------------------------------------------------------

    def _indicator(self, claim: Indicator) -> None:
        iri = self._observation(claim)
        self._observations.append((claim, iri))
        organization = claim.subject if isinstance(claim.subject, Organization) else None
        statement = self._statement(claim, "indicator", iri, completed=(organization,))
        self.tie(statement, DANG.states, iri)
        self.add(statement, DANG.wording, nq.vietnamese(claim.indicator))

    def _observation(self, claim: Indicator) -> str:
        subject = self._subject(claim.subject)
        what = claim.indicator_concept or ""
        number = nq.plain_number(claim.value)
        where, period = subject or f"in {self.id}", claim.period or ""
        words = _normal(claim.indicator)
        key = (where, what, words, claim.kind.value, claim.comparator, number, claim.unit, period)
        readable = (_shown(claim.subject), what or words, claim.kind.value, period)
        iri = self.mint.thing("observation", readable, key)
        if self.first(iri):
            own = DANG.Target if claim.kind is IndicatorKind.TARGET else DANG.Result
            self.types(iri, own, DANG.IndicatorValue, QB.Observation)
            self._data_set(iri)
            self.add(iri, RDFS.label, nq.vietnamese(_normal(claim.indicator)))
            self.add(iri, DANG.comparator, nq.string(claim.comparator))
            self.add(iri, DANG.value, nq.decimal(claim.value))
            self.add(iri, DANG.unit, nq.string(claim.unit))
        if subject is not None:
            self.tie(iri, DANG.refSubject, subject)
        if claim.indicator_concept is not None:
            self.tie(iri, DANG.indicator, concept(_INDICATOR, claim.indicator_concept))
        if claim.measure is not None:
            self.tie(iri, DANG.measure, concept("measure", claim.measure))
        self._optional(iri, DANG.basis, claim.base)
        if claim.period:
            self.tie(iri, DANG.period, self.period(claim.period))
        return iri

    def _subject(self, subject: Unit | Organization | None) -> str | None:
        if subject is None:
            return None
        return self.unit(subject) if isinstance(subject, Unit) else self._organization(subject)

    def _data_set(self, observation: str) -> None:
        data_set = self.mint.iri("dataset", "indicators")
        self.tie(observation, QB.dataSet, data_set)
        self.types(data_set, QB.DataSet)
        self.tie(data_set, QB.structure, DANG.indicatorStructure)

    def _parts(self) -> None:
        """Tie parts to the total that their passage lists them under."""
        for claim, iri in self._observations:
            if claim.part_of is None:
                continue
            total = self._total(claim, claim.part_of)
            if total is not None and total != iri:
                self.tie(iri, DANG.partOf, total)
                self.tie(iri, DCTERMS.isPartOf, total)

    def _total(self, part: Indicator, evidence: Evidence) -> str | None:
        found = [
            (other.unit != part.unit, other.evidence.end - other.evidence.start, iri)
            for other, iri in self._observations
            if other is not part
            and other.part_of is None
            and other.kind == part.kind
            and other.evidence.start <= evidence.start
            and evidence.end <= other.evidence.end
        ]
        return min(found)[2] if found else None

    # -- congresses and events -----------------------------------------------------------------------------

    def _congress(self, claim: Congress) -> str:
        holder = self._organization(claim.organization) if claim.organization is not None else f"in {self.id}"
        which = str(claim.ordinal) if claim.ordinal is not None else claim.term or ""
        iri = self.mint.thing("congress", (short(holder), which), (holder, which))
        self.types(iri, DANG.Congress, SCHEMA.Event)
        if claim.organization is not None:
            self.tie(iri, SCHEMA.organizer, holder)
        if claim.ordinal is not None:
            self.add(iri, DANG.ordinal, nq.integer(claim.ordinal))
        if claim.term:
            self.tie(iri, DANG.term, self.term(claim.term))
        return iri

    def _congress_claim(self, claim: Congress) -> None:
        iri = self._congress(claim)
        statement = self._statement(claim, "congress", iri, completed=(claim.organization,))
        self.tie(statement, DANG.states, iri)

    def _event(self, claim: Event) -> None:
        organizers = [
            self._organization(o) if isinstance(o, Organization) else self.unit(o) for o in claim.organizers
        ]
        iri = self._mint_event(claim, organizers)
        self.types(iri, SCHEMA.Event, PROV.Activity)
        self.add(iri, SCHEMA.name, nq.vietnamese(claim.type))
        if claim.type_concept is not None:
            self.tie(iri, SCHEMA.additionalType, concept("event", claim.type_concept))
        if claim.date:
            self.add(iri, SCHEMA.startDate, nq.when(claim.date))
        for organizer in organizers:
            self.tie(iri, SCHEMA.organizer, organizer)
        if claim.place:
            self.add(iri, SCHEMA.location, nq.vietnamese(claim.place))
        if claim.about:
            self.add(iri, SCHEMA.description, nq.vietnamese(claim.about))
        for visited in claim.visited:
            self.tie(iri, DANG.visited, self._organization(visited))
        self._participations(iri, claim)
        named = (*(o for o in claim.organizers if isinstance(o, Organization)), *claim.visited)
        statement = self._statement(claim, "event", iri, completed=named)
        self.tie(statement, DANG.states, iri)
        self.add(statement, DANG.wording, nq.vietnamese(claim.type))

    def _mint_event(self, claim: Event, organizers: Sequence[str]) -> str:
        """Mint one IRI for the same kind, whole date, place and organisers; else one within the article."""
        kind = claim.type_concept or claim.type
        key = (kind, claim.date or "", claim.place or "", *sorted(organizers))
        if not organizers or not nq.is_whole_date(claim.date):
            span = f"{claim.evidence.start}-{claim.evidence.end}"
            return self.mint.within_article("event", self.id, span, digest(*key))
        return self.mint.thing("event", (claim.date or "", kind, short(organizers[0])), key)

    def _participations(self, event: str, claim: Event) -> None:
        for part in claim.participations:
            person = self._person(part.person)
            span = f"{part.evidence.start}-{part.evidence.end}"
            iri = self.mint.within_article("participation", self.id, span, digest(event, person, part.role))
            self.types(iri, DANG.Participation, PROV.Association)
            self.tie(event, PROV.qualifiedAssociation, iri)
            self.tie(event, PROV.wasAssociatedWith, person)
            self.tie(iri, PROV.agent, person)
            self.tie(iri, PROV.hadRole, concept("participation", part.role.value))
            self.tie(iri, DANG.evidence, self._evidence(part.evidence))


def _classes(organization: Organization) -> tuple[str, ...]:
    """Give the classes of a body; one on no side (an office) stands on the side of its parent."""
    found = body_classes().get(organization.kind, (DANG.Body,))
    if found == (DANG.Body,) and organization.parent is not None:
        sides = {DANG.PartyOrganization, DANG.StateBody, DANG.FrontOrganization}
        return (DANG.Body, *sorted(sides.intersection(_classes(organization.parent))))
    return found


def _shown(subject: Unit | Organization | None) -> str:
    """Show a subject in a name."""
    if subject is None:
        return ""
    return subject.name if isinstance(subject, Unit) else subject.label


def _root(organization: Organization) -> Organization:
    while organization.parent is not None and organization.unit is None:
        organization = organization.parent
    return organization


def _unplaced(organization: Organization) -> bool:
    """Tell whether this is a local body whose unit is not known."""
    root = _root(organization)
    return root.unit is None and (bool(root.candidates) or (root.level or 0) > 0)


def _level(organization: Organization | None) -> int | None:
    if organization is None:
        return None
    unit = organization.territory
    return unit.level if unit is not None else _root(organization).level


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


def _normal(wording: str) -> str:
    """Fold wording for comparison: lower case, single blanks, no marks at its ends."""
    return " ".join(fold(wording).split()).strip(" .,;:–-“”\"'")
