"""What the service says about itself: SPARQL 1.1 Service Description, and VoID with computed counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import pyoxigraph as ox

from kg.sparql.formats import GRAPHS
from kg.vocab import DANG, DCTERMS, FORMATS, PREFIXES, RDF, SD, VOID, XSD

#: The IRIs of the formats that there are, https://www.w3.org/ns/formats/.
_FORMATS: Final = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads"),
)
#: How much there is of what: a query that counts, in one row, for each property of VoID.
COUNTS: Final[dict[str, str]] = {
    VOID.triples: "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    VOID.properties: "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }",
    VOID.classes: f"SELECT (COUNT(DISTINCT ?c) AS ?n) {{ ?s <{RDF.type}> ?c }}",
    VOID.distinctSubjects: "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }",
    VOID.distinctObjects: "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }",
}
CLASSES: Final = f"SELECT ?term (COUNT(*) AS ?n) {{ ?s <{RDF.type}> ?term }} GROUP BY ?term"
PROPERTIES: Final = "SELECT ?term (COUNT(*) AS ?n) { ?s ?term ?o } GROUP BY ?term"
Triples = Iterator[ox.Triple]


def service(endpoint: str, *, federated: bool) -> Triples:
    """Describe the service at an address (https://www.w3.org/TR/sparql11-service-description/)."""
    yield _link(endpoint, RDF.type, SD.Service)
    yield _link(endpoint, SD.endpoint, endpoint)
    yield _link(endpoint, SD.supportedLanguage, SD.SPARQL11Query)
    for name in _FORMATS:
        yield _link(endpoint, SD.resultFormat, FORMATS + name)
    if federated:
        yield _link(endpoint, SD.feature, SD.BasicFederatedQuery)
    dataset, graph = f"{endpoint}#dataset", f"{endpoint}#default-graph"
    yield _link(endpoint, SD.defaultDataset, dataset)
    yield _link(dataset, RDF.type, SD.Dataset)
    yield _link(dataset, SD.defaultGraph, graph)
    yield _link(graph, RDF.type, SD.Graph)
    merge = "The merge of all named graphs; each article has a named graph of its own."
    yield _text(graph, DCTERMS.description, merge)


def dataset(
    address: str,
    endpoint: str,
    base: str,
    counts: Mapping[str, int],
    classes: Sequence[tuple[str, int]],
    properties: Sequence[tuple[str, int]],
) -> Triples:
    """Describe the data (https://www.w3.org/TR/void/); ``counts`` are by property of VoID."""
    whole = f"{address}#dataset"
    yield _link(whole, RDF.type, VOID.Dataset)
    title = "dangbo-kg: people, bodies, units and documents of the party press of Vietnam"
    yield _text(whole, DCTERMS.title, title)
    yield _link(whole, VOID.sparqlEndpoint, endpoint)
    yield _text(whole, VOID.uriSpace, base)
    for name in sorted({DANG.base, *(PREFIXES[known] for known in _used(properties))}):
        yield _link(whole, VOID.vocabulary, name)
    for name, number in counts.items():
        yield _number(whole, name, number)
    kinds = [
        (f"{address}#class-{place}", VOID.classPartition, VOID["class"], VOID.entities, *each)
        for place, each in enumerate(classes)
    ]
    ties = [
        (f"{address}#property-{place}", VOID.propertyPartition, VOID.property, VOID.triples, *each)
        for place, each in enumerate(properties)
    ]
    for part, partition, *_ in kinds + ties:
        yield _link(whole, partition, part)
    for part, _, of, count, term, number in kinds + ties:
        yield _link(part, of, term)
        yield _number(part, count, number)


def _used(properties: Sequence[tuple[str, int]]) -> list[str]:
    """Give the prefixes of the vocabularies whose properties there are."""
    return [
        prefix
        for prefix, namespace in PREFIXES.items()
        if any(term.startswith(namespace) for term, _ in properties)
    ]


def written(triples: Triples, media: str) -> bytes:
    """Write a description in one of the formats of graphs."""
    content = list(triples)
    known = {**PREFIXES, "sd": SD.base, "void": VOID.base, "formats": FORMATS}
    told = " ".join(map(str, content))
    used = {prefix: namespace for prefix, namespace in known.items() if f"<{namespace}" in told}
    plain = GRAPHS[media] in (ox.RdfFormat.N_TRIPLES, ox.RdfFormat.N_QUADS)
    return ox.serialize(content, format=GRAPHS[media], prefixes=None if plain else used) or b""


def _link(subject: str, predicate: str, thing: str) -> ox.Triple:
    return _triple(subject, predicate, ox.NamedNode(thing))


def _text(subject: str, predicate: str, text: str) -> ox.Triple:
    return _triple(subject, predicate, ox.Literal(text))


def _number(subject: str, predicate: str, number: int) -> ox.Triple:
    return _triple(subject, predicate, ox.Literal(str(number), datatype=ox.NamedNode(XSD.integer)))


def _triple(subject: str, predicate: str, term: Any) -> ox.Triple:
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), term)
