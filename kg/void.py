"""How much there is of what, in the terms of VoID: for the server that tells it and for a release."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pyoxigraph as ox

from kg.vocab import DANG, PREFIXES, RDF, VOID, XSD

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
Partition = Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted: wholes by property of VoID, things by class, triples by property."""

    wholes: Mapping[str, int]
    classes: Partition
    properties: Partition


def counts(store: ox.Store) -> Counts:
    """Count what the default graph of a store holds."""
    wholes = {name: _number_of(_rows(store, query)[0]["n"]) for name, query in COUNTS.items()}
    return Counts(wholes, *(partition(_rows(store, query)) for query in (CLASSES, PROPERTIES)))


def partition(rows: Iterable[Any]) -> Partition:
    """Read the answer of :data:`CLASSES` or :data:`PROPERTIES`."""
    return sorted((row["term"].value, _number_of(row["n"])) for row in rows)


def _rows(store: ox.Store, query: str) -> list[Any]:
    found: Any = store.query(query)
    return list(found)


def _number_of(term: Any) -> int:
    return int(term.value)


def described(whole: str, base: str, counted: Counts) -> Triples:
    """Describe a dataset by its counts (https://www.w3.org/TR/void/); its parts are named after it."""
    yield link(whole, RDF.type, VOID.Dataset)
    yield text(whole, VOID.uriSpace, base)
    for name in sorted({DANG.base, *(PREFIXES[known] for known in _used(counted.properties))}):
        yield link(whole, VOID.vocabulary, name)
    for name, number in counted.wholes.items():
        yield count(whole, name, number)
    address = whole.partition("#")[0]
    kinds = [
        (f"{address}#class-{place}", VOID.classPartition, VOID["class"], VOID.entities, *each)
        for place, each in enumerate(counted.classes)
    ]
    ties = [
        (f"{address}#property-{place}", VOID.propertyPartition, VOID.property, VOID.triples, *each)
        for place, each in enumerate(counted.properties)
    ]
    for part, partitioned, *_ in kinds + ties:
        yield link(whole, partitioned, part)
    for part, _, of, unit, term, number in kinds + ties:
        yield link(part, of, term)
        yield count(part, unit, number)


def _used(properties: Partition) -> list[str]:
    """Give the prefixes of the vocabularies whose properties there are."""
    return [
        prefix
        for prefix, namespace in PREFIXES.items()
        if any(term.startswith(namespace) for term, _ in properties)
    ]


def link(subject: str, predicate: str, thing: str) -> ox.Triple:
    """Say that a thing has to do with another one."""
    return _triple(subject, predicate, ox.NamedNode(thing))


def text(subject: str, predicate: str, words: str, language: str | None = None) -> ox.Triple:
    """Say something in words."""
    return _triple(subject, predicate, ox.Literal(words, language=language))


def typed(subject: str, predicate: str, value: str, datatype: str) -> ox.Triple:
    """Say something by a value of a datatype."""
    return _triple(subject, predicate, ox.Literal(value, datatype=ox.NamedNode(datatype)))


def count(subject: str, predicate: str, number: int) -> ox.Triple:
    """Say how many there are."""
    return typed(subject, predicate, str(number), XSD.integer)


def _triple(subject: str, predicate: str, term: Any) -> ox.Triple:
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), term)
