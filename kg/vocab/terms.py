"""The closed namespaces: terms of standards and of our own ontology, prefixes, schemes, kinds of things."""

from __future__ import annotations

from kg.errors import VocabularyError

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
                f"{name}: not a term of <{self.base}>; see kg/vocab/terms.py for the terms in use"
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
