"""Who is who across articles: every persona tied to the person that it is of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pyoxigraph as ox

from kg import nquads as nq
from kg.derive.ground import rows
from kg.derive.personas import personas
from kg.identity import Person, identify
from kg.model import Judgement
from kg.normalise import plain
from kg.nquads import NamedGraph
from kg.vocab import DANG, FOAF, PROV, SCHEMA, SKOS, Minter, short


def identity(store: ox.Store, mint: Minter, graph: NamedGraph, judgements: Sequence[Judgement] = ()) -> None:
    """Describe the people whom the articles name, and which personas are theirs."""
    shown = _names_of_homes(store)
    taken: set[str] = set()
    for person in identify(personas(store), judgements).persons:
        iri = _mint(mint, person, shown, taken)
        taken.add(iri)
        _describe(graph, iri, person)


def _mint(mint: Minter, person: Person, shown: dict[str, str], taken: set[str]) -> str:
    """Mint a person by name and home; one of several who share both, by the article as well."""
    known = person.representative
    label = shown.get(known.home) or short(known.home)
    iri = mint.person(known.name, known.home, label)
    return iri if iri not in taken else mint.person(known.name, f"{known.home} {known.identifier}", label)


def _describe(graph: NamedGraph, iri: str, person: Person) -> None:
    names = Counter(member.name for member in person.members)
    name = min(names, key=lambda known: (-names[known], known))
    graph.types(iri, DANG.Official, FOAF.Person, SCHEMA.Person, PROV.Entity)
    graph.add(iri, FOAF.name, nq.string(name))
    graph.add(iri, SKOS.hiddenLabel, nq.string(plain(name)))
    for member in person.members:
        graph.tie(member.iri, PROV.specializationOf, iri)


def _names_of_homes(store: ox.Store) -> dict[str, str]:
    query = """SELECT DISTINCT ?home ?name WHERE {
        ?persona dang:home ?home . ?home a dang:AdministrativeUnit ; schema:name ?name }"""
    return {row[0]: row[1] for row in rows(store, query)}
