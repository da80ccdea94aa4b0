"""Who is who across articles: every persona tied to the person that it is of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg import nquads as nq
from kg.derive.ground import rows
from kg.normalise import plain
from kg.nquads import NamedGraph
from kg.vocab import DANG, FOAF, PROV, SCHEMA, SKOS, Minter, short


@dataclass(frozen=True, slots=True, order=True)
class _Persona:
    iri: str
    name: str
    home: str
    shown: str


def identity(store: ox.Store, mint: Minter, graph: NamedGraph) -> None:
    """Tie personas of one name and one home."""
    people: dict[tuple[str, str], list[_Persona]] = defaultdict(list)
    for persona in _personas(store):
        people[persona.name, persona.home].append(persona)
    for (name, home), members in sorted(people.items()):
        person = mint.person(name, home, members[0].shown)
        _describe(graph, person, members)


def _describe(graph: NamedGraph, person: str, members: Sequence[_Persona]) -> None:
    names = Counter(member.name for member in members)
    name = min(names, key=lambda known: (-names[known], known))
    graph.types(person, DANG.Official, FOAF.Person, SCHEMA.Person, PROV.Entity)
    graph.add(person, FOAF.name, nq.string(name))
    graph.add(person, SKOS.hiddenLabel, nq.string(plain(name)))
    for member in members:
        graph.tie(member.iri, PROV.specializationOf, person)


def _personas(store: ox.Store) -> list[_Persona]:
    query = f"""SELECT DISTINCT ?persona ?name ?article ?home ?shown ?post WHERE {{
        GRAPH ?g {{ ?persona a dang:Persona ; <{FOAF.name}> ?name . ?g dcterms:source ?article .
        OPTIONAL {{ ?persona dang:home ?home
            OPTIONAL {{ ?home a dang:AdministrativeUnit ; schema:name ?shown }} }}
        BIND(EXISTS {{ ?post org:member ?persona }} AS ?post) }} }}"""
    found = []
    for iri, name, article, home, shown, posted in rows(store, query):
        if not home:
            home = "national" if posted == "true" else f"in {short(article)}"
            shown = home
        found.append(_Persona(iri, name, home, shown or short(home)))
    return found
