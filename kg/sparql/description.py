"""What the service says about itself: SPARQL 1.1 Service Description; :mod:`kg.void` describes the data."""

from __future__ import annotations

from typing import Final

import pyoxigraph as ox

from kg.sparql.formats import GRAPHS
from kg.vocab import DCTERMS, FORMATS, PREFIXES, RDF, SD, VOID
from kg.void import Counts, Triples, described, link, text

#: The IRIs of the formats that there are, https://www.w3.org/ns/formats/.
_FORMATS: Final = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads"),
)


def service(endpoint: str, *, federated: bool, updated: bool = False) -> Triples:
    """Describe the service at an address (https://www.w3.org/TR/sparql11-service-description/)."""
    yield link(endpoint, RDF.type, SD.Service)
    yield link(endpoint, SD.endpoint, endpoint)
    yield link(endpoint, SD.supportedLanguage, SD.SPARQL11Query)
    if updated:
        yield link(endpoint, SD.supportedLanguage, SD.SPARQL11Update)
    for name in _FORMATS:
        yield link(endpoint, SD.resultFormat, FORMATS + name)
    if federated:
        yield link(endpoint, SD.feature, SD.BasicFederatedQuery)
    dataset, graph = f"{endpoint}#dataset", f"{endpoint}#default-graph"
    yield link(endpoint, SD.defaultDataset, dataset)
    yield link(dataset, RDF.type, SD.Dataset)
    yield link(dataset, SD.defaultGraph, graph)
    yield link(graph, RDF.type, SD.Graph)
    merge = "The merge of all named graphs; each article has a named graph of its own."
    yield text(graph, DCTERMS.description, merge)


def dataset(address: str, endpoint: str, base: str, counted: Counts) -> Triples:
    """Describe the data that the service answers about."""
    whole = f"{address}#dataset"
    yield from described(whole, base, counted)
    title = "dangbo-kg: people, bodies, units and documents of the party press of Vietnam"
    yield text(whole, DCTERMS.title, title)
    yield link(whole, VOID.sparqlEndpoint, endpoint)


def written(triples: Triples, media: str) -> bytes:
    """Write a description in one of the formats of graphs."""
    content = list(triples)
    known = {**PREFIXES, "sd": SD.base, "void": VOID.base, "formats": FORMATS}
    told = " ".join(map(str, content))
    used = {prefix: namespace for prefix, namespace in known.items() if f"<{namespace}" in told}
    plain = GRAPHS[media] in (ox.RdfFormat.N_TRIPLES, ox.RdfFormat.N_QUADS)
    return ox.serialize(content, format=GRAPHS[media], prefixes=None if plain else used) or b""
