"""Closed namespaces and the minting of IRIs: the only home of IRIs.

A term that a namespace does not list raises, so that a typing error never reaches the data.  Minted IRIs
are readable, ASCII and stable: they come from canonical keys only, never from the order of the input.
What a slug loses (tone marks, punctuation, length) is kept apart by a short hash of the exact key.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b

import pyoxigraph as ox

from kg.errors import UsageError, VocabularyError
from kg.model import Organization, Unit
from kg.normalise import plain
from kg.resources import data_dir

DEFAULT_BASE = "https://w3id.org/dangbo/id/"
CONCEPTS = "https://w3id.org/dangbo/vocab/"


class Terms:
    """A closed namespace: ``ORG.member`` is an IRI, ``ORG.membr`` raises VocabularyError."""

    def __init__(self, base: str, names: str) -> None:
        self.base = base
        self.names = frozenset(names.split())
        if taken := self.names.intersection(vars(self)):
            raise VocabularyError(
                f"{', '.join(taken)}: can't be a term here; it names a part of the namespace"
            )
        vars(self).update({name: base + name for name in self.names})

    def __getattr__(self, name: str) -> str:
        if name.startswith("__"):
            raise AttributeError(name)
        return self[name]

    def __getitem__(self, name: str) -> str:
        if name not in self.names:
            raise VocabularyError(
                f"{name}: not a term of <{self.base}>; see kg/vocab.py for the terms in use"
            )
        return self.base + name


DANG = Terms(
    "https://w3id.org/dangbo/ontology#",
    # classes
    "AdministrativeUnit UnitPhase ReformEvent Body BodyChange PartyOrganization PartyCommittee "
    "StandingCommittee "
    "AdvisoryBoard PartyCell StateBody PeoplesCouncil PeoplesCommittee AssemblyDelegation "
    "FrontOrganization FatherlandFront MassOrganization Official Persona IdentityLink ReportedMembership "
    "Tenure Document ReportedDocument Theme ThemeElement "
    "IndicatorValue Target Result Attainment Period Term Congress Participation Statement LinkStatement "
    "Witness "
    "MatchCandidate "
    # properties between things
    "assertionKind status evidence states completed candidate jurisdiction unitType themeOf setBy element "
    "refSubject indicator measure partOf period implements amends committeeTerm ofCongress term visited "
    "ofTarget ofResult outcome concurrentWith legalBasis changeKind phase step stepOf home begunBy endedBy "
    "precededBy "
    "lookAlike citedIn "
    "persona verdict "
    "witness contradicts mayContradict outOfTime "
    # properties with values
    "text sha256 dateBounds rule inferenceRule wording asOf stepDate since until acting inCaption "
    "level comparator value "
    "logOdds identityReason judgedBy "
    "beginNotBefore beginNotAfter endNotBefore endNotAfter firstAttested lastAttested edtf "
    "unit basis ordinal termBasis "
    "score reason "
    # the structure of the indicator data set
    "indicatorStructure bodyKind",
)
VOC = Terms(
    "https://w3id.org/dangbo/vocab#",
    "manyAt "
    "side level naming label body role committee better effect seats typeBefore typeAfter nameBefore issuer",
)
RDF = Terms("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "type subject predicate object")
RDFS = Terms("http://www.w3.org/2000/01/rdf-schema#", "label comment subClassOf")
OWL = Terms("http://www.w3.org/2002/07/owl#", "Class sameAs")
XSD = Terms(
    "http://www.w3.org/2001/XMLSchema#",
    "string boolean integer decimal date dateTime gYear anyURI nonNegativeInteger hexBinary",
)
SKOS = Terms(
    "http://www.w3.org/2004/02/skos/core#",
    "Concept ConceptScheme prefLabel altLabel hiddenLabel inScheme broader notation definition example "
    "exactMatch closeMatch",
)
DCTERMS = Terms(
    "http://purl.org/dc/terms/",
    "identifier title source type isPartOf modified date issued license creator description spatial valid "
    "isReplacedBy created publisher language temporal conformsTo PeriodOfTime",
)
FOAF = Terms("http://xmlns.com/foaf/0.1/", "Person name")
ORG = Terms(
    "http://www.w3.org/ns/org#",
    "Organization FormalOrganization Membership Post ChangeEvent member organization role postIn "
    "subOrganizationOf reportsTo linkedTo classification originalOrganization resultingOrganization "
    "memberDuring",
)
OPENGOV = Terms("http://www.w3.org/ns/opengov#", "post")
PROV = Terms(
    "http://www.w3.org/ns/prov#",
    "wasQuotedFrom "
    "Entity Activity Association agent hadRole qualifiedAssociation wasAssociatedWith wasDerivedFrom "
    "hadPrimarySource specializationOf alternateOf generatedAtTime invalidatedAtTime wasGeneratedBy "
    "SoftwareAgent",
)
OA = Terms(
    "http://www.w3.org/ns/oa#",
    "SpecificResource TextPositionSelector TextQuoteSelector hasSource hasSelector start end exact prefix "
    "suffix",
)
SCHEMA = Terms(
    "https://schema.org/",
    "NewsArticle CreativeWork NewsMediaOrganization AdministrativeArea Person Event ItemList ListItem "
    "headline author publisher datePublished isBasedOn url inLanguage contentLocation name itemListElement "
    "position item startDate organizer location description containedInPlace additionalType validFrom "
    "validThrough softwareVersion",
)
TIME = Terms("http://www.w3.org/2006/time#", "Interval ProperInterval Instant hasBeginning hasEnd inXSDDate")
QB = Terms(
    "http://purl.org/linked-data/cube#",
    "Observation DataSet dataSet structure DataStructureDefinition component dimension measure attribute",
)
ELI = Terms(
    "http://data.europa.eu/eli/ontology#",
    "LegalResource number date_document passed_by type_document based_on amends",
)
GEO = Terms("http://www.w3.org/2003/01/geo/wgs84_pos#", "lat long SpatialThing")
WIKIDATA = Terms("http://www.wikidata.org/entity/", "Q5 Q881 Q43229 Q49848 Q56061")
WIKIDATA_DIRECT = Terms(
    "http://www.wikidata.org/prop/direct/", "P17 P31 P131 P279 P361 P569 P570 P571 P576 P577 P749"
)
WIKIDATA_CLAIM = Terms("http://www.wikidata.org/prop/", "P39")
WIKIDATA_VALUE = Terms("http://www.wikidata.org/prop/statement/", "P39")
WIKIDATA_QUALIFIER = Terms("http://www.wikidata.org/prop/qualifier/", "P108 P580 P582 P642 P768 P2389")
SD = Terms(
    "http://www.w3.org/ns/sparql-service-description#",
    "Service Dataset Graph SPARQL11Query SPARQL11Update BasicFederatedQuery endpoint supportedLanguage "
    "resultFormat feature defaultDataset defaultGraph",
)
VOID = Terms(
    "http://rdfs.org/ns/void#",
    "Dataset triples entities classes properties distinctSubjects distinctObjects documents class property "
    "classPartition propertyPartition sparqlEndpoint uriSpace vocabulary exampleResource feature dataDump",
)
DCAT = Terms(
    "http://www.w3.org/ns/dcat#",
    "Dataset Distribution distribution downloadURL accessURL mediaType compressFormat byteSize startDate "
    "endDate version",
)
SPDX = Terms(
    "http://spdx.org/rdf/terms#", "Checksum checksum algorithm checksumValue checksumAlgorithm_sha256"
)
FORMATS = "http://www.w3.org/ns/formats/"
"""The IRIs of formats are names below this: ``SPARQL_Results_JSON``."""
SHACL = "http://www.w3.org/ns/shacl#"
RDFG = Terms("http://www.w3.org/2004/03/trix/rdfg-1/", "Graph")
EDTF = "http://id.loc.gov/datatypes/edtf"

#: Prefix to namespace, for every writer of Turtle and TriG; the kinds of minted IRIs come on top.
PREFIXES: dict[str, str] = {
    "dang": DANG.base,
    "voc": VOC.base,
    "rdf": RDF.base,
    "rdfs": RDFS.base,
    "owl": OWL.base,
    "xsd": XSD.base,
    "skos": SKOS.base,
    "dcterms": DCTERMS.base,
    "foaf": FOAF.base,
    "org": ORG.base,
    "opengov": OPENGOV.base,
    "prov": PROV.base,
    "oa": OA.base,
    "schema": SCHEMA.base,
    "time": TIME.base,
    "qb": QB.base,
    "eli": ELI.base,
    "geo": GEO.base,
}
#: The schemes of concepts, each a prefix of its own (a local name can't hold a slash).
SCHEMES = (
    "finding",
    *("assertion", "body", "body-change", "document-kind", "event", "indicator", "measure", "outcome"),
    *("participation", "role", "status", "step", "unit-change", "unit-type"),
    "verdict",
)
#: The graphs in which a store keeps its own books: which graphs are complete, what came and went.
BOOKKEEPING = ("provenance", "history")
#: How the names of graphs begin that no article has.
DERIVED = "derived."
#: The kinds of minted IRIs, each a path segment below the base and a prefix of its own.
KINDS = (
    *("article", "attainment", "change", "congress", "dataset", "document", "element", "event", "evidence"),
    *("graph", "instant", "interval", "link", "membership", "observation", "organization"),
    *("participation", "period", "person", "persona", "phase", "post", "publisher", "reform"),
    *("reported-document", "statement", "tenure", "theme", "unit", "witness"),
)

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DOTTED = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+){0,12}")
_GAZETTEER = re.compile(r"[a-z0-9-]{1,60}(?:/[a-z0-9-]{1,60})?")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_ARTICLE = re.compile(r"[A-Za-z0-9_-]{1,80}")
_PARTY_NUMBER = re.compile(r"\d+[a-z]?-")
_LETTERS = re.compile(r"[^\W\d_]")
_BASE = re.compile(r"https?://[A-Za-z0-9.:-]+/(?:[A-Za-z0-9._~/-]*[/#])?")
_PERIOD = re.compile(r"[0-9HQ-]{4,10}(?:/[0-9HQ-]{4,10})?")
_SLUG_LENGTH = 60


@lru_cache(maxsize=8192)
def concept(scheme: str, key: str) -> str:
    """Give the IRI of a concept; raises VocabularyError for an unknown scheme or a malformed key."""
    if scheme not in SCHEMES:
        raise VocabularyError(f"{scheme}: not a scheme of concepts; the schemes are {', '.join(SCHEMES)}")
    if not _KEY.fullmatch(key):
        raise VocabularyError(f"{key!r}: not a key of a concept in the scheme {scheme}")
    return f"{CONCEPTS}{scheme}/{key}"


@lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """Write lower-case ASCII words joined by hyphens, at most 60 characters, ``x`` when nothing is left."""
    return _NOT_SLUG.sub("-", plain(text)).strip("-")[:_SLUG_LENGTH].strip("-") or "x"


def digest(*key: str) -> str:
    """Give eight hexadecimal digits that stand for an exact key."""
    return blake2b("\x1f".join(key).encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def short(iri: str) -> str:
    """Show the last part of an IRI without its hash, for names that build on it."""
    return iri.rpartition("/")[2].partition("_")[0]


def hashed_name(readable: tuple[str, ...], key: tuple[str, ...]) -> str:
    """Write a local name that shows ``readable`` and is told apart by a hash of ``key``."""
    shown = (part if _DOTTED.fullmatch(part) else slug(part) for part in readable)
    return f"{'.'.join(shown)}_{digest(*key)}"


def party_number(number: str) -> bool:
    """Tell the party's form ``06-NQ/TU``, which starts again with each committee's term.

    State bodies write ``725/NQ-UBTVQH15`` and start again each year (36-HD/VPTW of 2018 for the party,
    decree 30 of 2020 for the state).
    """
    return bool(_PARTY_NUMBER.match(plain(number)))


# A congress ends one term and begins the next; congresses go from the communes upwards, within a year that
# ends in 5 or 0: communes until June, districts until August, provinces until October (35-CT/TW of 2019 and
# 45-CT/TW of 2025 ask for these months), and the national one in the January after.
_TERM_BEGINS = {0: (1, "02"), 1: (0, "11"), 2: (0, "09"), 3: (0, "07")}


def party_term(date: str | None, level: int | None) -> str | None:
    """Find the term of a party committee, ``2020-2025``, on an EDTF ``date``.

    ``level`` goes from 0 (nation) to 3 (commune).  A date without a month counts as the end
    of its year; ``None`` when the date tells no year.
    """
    found = re.match(r"(\d{4})(?:-(\d{2}))?", date or "")
    if found is None:
        return None
    year, month = int(found[1]), found[2] or "12"
    shift, begins = _TERM_BEGINS[level if level in _TERM_BEGINS else 2]
    first = (year - shift) // 5 * 5
    if (year - shift) % 5 == 0 and month < begins:
        first -= 5
    return f"{first}-{first + 5}"


@lru_cache(maxsize=64)
def _article_name(identifier: str) -> str:
    if _ARTICLE.fullmatch(identifier):
        return identifier
    return f"{slug(identifier)}.{digest(identifier)}"


class Minter:
    """Mints the IRIs of things below ``base``; raises UsageError when the base is not fit for it."""

    __slots__ = ("_organizations", "_units", "base")

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        if not _BASE.fullmatch(base):
            raise UsageError(f"{base!r}: not a base IRI; give an http(s) IRI that ends in / or #")
        self.base = base
        self._units: dict[tuple[Unit, str], str] = {}
        self._organizations: dict[tuple[Organization, str], str] = {}

    def iri(self, kind: str, local: str) -> str:
        """Give the IRI of a thing of ``kind`` (one of :data:`KINDS`) with a minted local name."""
        if kind not in KINDS:
            raise VocabularyError(f"{kind}: not a kind of minted IRI; the kinds are {', '.join(KINDS)}")
        return f"{self.base}{kind}/{local}"

    def prefixes(self) -> dict[str, str]:
        """Give every prefix that a writer may use: standards, schemes of concepts, kinds of things."""
        schemes = {f"c-{scheme}": f"{CONCEPTS}{scheme}/" for scheme in SCHEMES}
        return {**PREFIXES, **schemes, **{kind: f"{self.base}{kind}/" for kind in KINDS}}

    def article(self, identifier: str) -> str:
        """Mint the article's IRI; a plain identifier stays as it is."""
        return self.iri("article", _article_name(identifier))

    def graph(self, identifier: str) -> str:
        """Mint the named graph of an article."""
        return self.iri("graph", _article_name(identifier))

    def derived_graph(self, name: str) -> str:
        """Mint a graph of what is computed across articles, or of reference data."""
        return self.iri("graph", f"{DERIVED}{slug(name)}")

    def within_article(self, kind: str, identifier: str, *parts: str) -> str:
        """Mint something that exists in one article only (evidence, statements); parts are ASCII already."""
        return self.iri(kind, ".".join((_article_name(identifier), *parts)))

    def unit_by_key(self, key: str) -> str:
        """Mint the unit that the gazetteer knows under ``key``."""
        if _GAZETTEER.fullmatch(key):
            return self.iri("unit", key.replace("/", "."))
        return self.iri("unit", hashed_name((key,), (key,)))

    def unit(self, unit: Unit, article: str) -> str:
        """Mint a unit by the gazetteer's key, else by type, name and unit above, else within the article."""
        cached = self._units.get((unit, article))
        if cached is None:
            if unit.key is not None:
                cached = self.unit_by_key(unit.key)
            else:
                above = unit.ancestors[0] if unit.ancestors else f"in {article}"
                key = (unit.type_label or unit.type, unit.name, above)
                cached = self.iri("unit", hashed_name(key, key))
            self._units[unit, article] = cached
        return cached

    def organization(self, organization: Organization, article: str) -> str:
        """Mint an organisation by its name, those that it is part of, and its unit.

        A body of a local level whose unit is unknown or undecided stands for itself in its article.
        """
        cached = self._organizations.get((organization, article))
        if cached is None:
            names, key = self._organization_key(organization, article)
            cached = self.iri("organization", hashed_name(names, key))
            self._organizations[organization, article] = cached
        return cached

    def _organization_key(
        self, organization: Organization, article: str
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Give what the name shows and the exact key."""
        names, root = [organization.name], organization
        while root.parent is not None and root.unit is None:
            root = root.parent
            names.append(root.name)
        if root.unit is not None:
            unit = self.unit(root.unit, article)
            type_label = "" if root.bare_unit else root.unit.type_label
            return (*names, root.unit.name), (*names, type_label, unit)
        if root.candidates or (root.level or 0) > 0:
            names.append(f"in {article}")
        return tuple(names), tuple(names)

    def persona(self, name: str, article: str) -> str:
        """Mint a person as one article names them."""
        return self.within_article("persona", article, hashed_name((name,), (name,)))

    def person(self, name: str, home: str, shown: str) -> str:
        """Mint a person by the name and the home (IRI or words, ``shown`` as) that tells namesakes apart."""
        return self.iri("person", hashed_name((name, shown), (name, home)))

    def post(self, role: str, organization: str) -> str:
        """Mint the post of a role (its concept's key or its words) at an organisation (its IRI)."""
        return self.iri("post", hashed_name((role, short(organization)), (role, organization)))

    def membership(self, person: str, name: str, role: str, organization: str) -> str:
        """Mint the holding of a role by a person (IRI and name to show) at an organisation (IRI or words)."""
        return self.iri(
            "membership", hashed_name((name, role, short(organization)), (person, role, organization))
        )

    def document(
        self, issuer: str, kind: str, number: str | None, title: str | None, period: str | None
    ) -> str:
        """Mint a document by issuer (IRI or words), number with kind, and the term or year it counts in.

        A number such as ``06-NQ/TU`` carries its kind; a bare ``118`` needs it.  Without a number the title
        is the key.
        """
        head = _head(kind, number, title)
        tail = (period,) if period is not None else ()
        return self.iri("document", hashed_name((*head, short(issuer), *tail), (*head, issuer, *tail)))

    def reported_document(
        self,
        article: str,
        issuer: str,
        kind: str,
        number: str | None,
        title: str | None,
        period: str | None,
    ) -> str:
        """Mint a document as one article tells of it; the key is as :meth:`document` has it."""
        head = _head(kind, number, title)
        name = hashed_name(head, (*head, issuer, *((period,) if period is not None else ())))
        return self.within_article("reported-document", article, name)

    def thing(self, kind: str, readable: tuple[str, ...], key: tuple[str, ...]) -> str:
        """Mint any other thing: what its name shows, and the exact key that tells it apart."""
        return self.iri(kind, hashed_name(readable, key))

    def period(self, notation: str) -> str:
        """Mint a period such as ``2022``, ``2022-H1`` or ``2020-2025``."""
        if _PERIOD.fullmatch(notation):
            return self.iri("period", notation.replace("/", "."))
        return self.iri("period", hashed_name((notation,), (notation,)))


def _head(kind: str, number: str | None, title: str | None) -> tuple[str, ...]:
    """Give what names a document: its number if that has letters, else its kind with the number or title."""
    if number and _LETTERS.search(number):
        return (number,)
    return (kind, number or title or "")


@lru_cache(maxsize=1)
def body_classes() -> dict[str, tuple[str, ...]]:
    """Map a kind of body (concept key) to its classes, as ontology and vocabulary have it.

    ``dang:bodyKind`` in ``dang.ttl`` ties a class to kinds; ``voc:side`` of a kind decides the rest.
    """
    store = ox.Store()
    for name in ("dang.ttl", "bodies.ttl"):
        path = data_dir("ontology") / name
        if path.is_file():
            _load_turtle(store, path.read_bytes(), name)
    sides = {"party": DANG.PartyOrganization, "state": DANG.StateBody, "front": DANG.FrontOrganization}
    found: dict[str, set[str]] = {}
    for quad in store.quads_for_pattern(None, ox.NamedNode(VOC.side), None):
        side = sides.get(_value(quad.object))
        found.setdefault(_value(quad.subject).rpartition("/")[2], set()).update({side} if side else ())
    for quad in store.quads_for_pattern(None, ox.NamedNode(DANG.bodyKind), None):
        found.setdefault(_value(quad.object).rpartition("/")[2], set()).update(_lineage(store, quad.subject))
    return {kind: tuple(sorted(classes | {DANG.Body})) for kind, classes in sorted(found.items())}


@lru_cache(maxsize=1)
def body_levels() -> dict[str, int]:
    """Map a kind of body (concept key) to its level, where its kind alone tells it: 0 for a ministry."""
    path = data_dir("ontology") / "bodies.ttl"
    store = ox.Store()
    if path.is_file():
        _load_turtle(store, path.read_bytes(), path.name)
    found = store.quads_for_pattern(None, ox.NamedNode(VOC.level), None)
    return {_value(quad.subject).rpartition("/")[2]: int(_value(quad.object)) for quad in found}


@lru_cache(maxsize=1)
def falling_indicators() -> frozenset[str]:
    """Give the keys of indicators of which less is better (``voc:better "less"``), poverty for one."""
    return _marked("indicators.ttl", VOC.better, ox.Literal("less"))


@lru_cache(maxsize=1)
def ending_steps() -> frozenset[str]:
    """Give the keys of the steps that lead out of a post (``voc:effect "ends"``), a dismissal for one."""
    return _marked("steps.ttl", VOC.effect, ox.Literal("ends"))


@lru_cache(maxsize=1)
def single_seats() -> dict[str, frozenset[str]]:
    """Give the keys of roles that one person at a time holds in a body (``voc:seats 1``).

    Each with the kinds of body in which many hold it (``voc:manyAt``): a union has several secretaries.
    """
    path = data_dir("ontology") / "roles.ttl"
    store = ox.Store()
    if path.is_file():
        _load_turtle(store, path.read_bytes(), path.name)
    found: dict[str, frozenset[str]] = {}
    for quad in store.quads_for_pattern(None, ox.NamedNode(VOC.seats), None):
        many = store.quads_for_pattern(quad.subject, ox.NamedNode(VOC.manyAt), None)
        key = _value(quad.subject).rpartition("/")[2]
        found[key] = frozenset(_value(each.object).rpartition("/")[2] for each in many)
    return found


def _marked(name: str, term: str, value: ox.Literal) -> frozenset[str]:
    """Give the keys of the concepts of a file of the vocabulary that carry a value."""
    store = ox.Store()
    path = data_dir("ontology") / name
    if path.is_file():
        _load_turtle(store, path.read_bytes(), name)
    found = store.quads_for_pattern(None, ox.NamedNode(term), value)
    return frozenset(_value(quad.subject).rpartition("/")[2] for quad in found)


def _load_turtle(store: ox.Store, data: bytes, name: str) -> None:
    try:
        store.load(data, format=ox.RdfFormat.TURTLE)
    except SyntaxError as error:
        raise VocabularyError(f"ontology/{name}: not Turtle: {error}") from error


def _value(term: object) -> str:
    return str(getattr(term, "value", term))


def _lineage(store: ox.Store, start: object) -> set[str]:
    """Collect a class and the own classes above it."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ox.NamedNode) and node.value.startswith(DANG.base) and node.value not in seen:
            seen.add(node.value)
            above = store.quads_for_pattern(node, ox.NamedNode(RDFS.subClassOf), None)
            waiting.extend(quad.object for quad in above)
    return seen
