"""Who is who across articles: every persona tied to the person that it is of, and why.

What was decided of two personas stands as a link with its score and reasons, whether it joined them, left
them in doubt or kept them apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

import pyoxigraph as ox

from kg import nquads as nq
from kg.derive.ground import rows, statement
from kg.derive.personas import personas
from kg.identity import Identities, IdentityLink, Person, Persona, identify
from kg.model import Judgement
from kg.normalise import plain
from kg.nquads import NamedGraph
from kg.vocab import DANG, DCTERMS, FOAF, PROV, RDFS, SCHEMA, SKOS, Minter, concept, short

_IRI = re.compile(r"https?://\S+")
_BASIS = 4
"""The most statements of either side that a link is said to rest on."""


def identity(
    store: ox.Store, mint: Minter, graph: NamedGraph, judgements: Sequence[Judgement] = ()
) -> Identities:
    """Describe the people whom articles name, which personas are theirs, and what was decided of pairs."""
    found = identify(personas(store), judgements)
    shown = _names_of_homes(store)
    taken: set[str] = set()
    for person in sorted(found.persons, key=_precedence):
        iri = _mint(mint, person, shown, taken)
        taken.add(iri)
        _describe(graph, iri, person)
    known = {member.iri: member for person in found.persons for member in person.members}
    labels = _labels(store) if found.links else {}
    for link in found.links:
        node = _link(mint, graph, link, known[link.left], known[link.right], labels)
        if link.judgement is not None:
            _judged(graph, node, link.judgement, link.by)
    return found


def _precedence(person: Person) -> tuple[int, str]:
    """Of several with one name and home the one whom most articles name has the plain IRI."""
    return -len(person.members), person.members[0].iri


def _mint(mint: Minter, person: Person, shown: Mapping[str, str], taken: set[str]) -> str:
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


def _link(
    mint: Minter,
    graph: NamedGraph,
    link: IdentityLink,
    left: Persona,
    right: Persona,
    labels: Mapping[str, str],
) -> str:
    """Describe what was decided of two personas."""
    key = (link.left, link.right)
    iri = mint.thing("link", (left.name, left.identifier, right.identifier), key)
    graph.types(iri, DANG.IdentityLink, PROV.Entity)
    for side in (left, right):
        graph.tie(iri, DANG.persona, side.iri)
    graph.tie(iri, DANG.verdict, concept("verdict", link.verdict))
    graph.add(iri, DANG.logOdds, nq.decimal(Decimal(str(link.score))))
    for reason in link.reasons:
        told = _IRI.sub(lambda match: labels.get(match.group(), short(match.group())), reason.detail)
        graph.add(iri, DANG.identityReason, nq.string(f"{reason.feature} {reason.score:+.1f}: {told}"))
    basis = [post.statement for side in (left, right) for post in side.posts[:_BASIS]]
    rule = "identity" if link.judgement is None else "judgement"
    graph.tie(statement(mint, graph, rule, key, basis), DANG.states, iri)
    return iri


def _judged(graph: NamedGraph, link: str, judgement: Judgement, by: str) -> None:
    """Tell by whom, when and why it was judged."""
    graph.add(link, DANG.judgedBy, nq.string(by))
    if judgement.when:
        graph.add(link, DCTERMS.date, nq.when(judgement.when))
    if judgement.why:
        graph.add(link, RDFS.comment, nq.string(judgement.why))


def _names_of_homes(store: ox.Store) -> dict[str, str]:
    query = """SELECT DISTINCT ?home ?name WHERE {
        ?persona dang:home ?home . ?home a dang:AdministrativeUnit ; schema:name ?name }"""
    return {row[0]: row[1] for row in rows(store, query)}


def _labels(store: ox.Store) -> dict[str, str]:
    """Give the names of bodies and units, for reasons that a person can read."""
    query = """SELECT ?thing (MIN(?named) AS ?label) WHERE {
        VALUES ?kind { dang:Body dang:AdministrativeUnit }
        ?thing a ?kind ; rdfs:label|schema:name ?named } GROUP BY ?thing"""
    return {row[0]: row[1] for row in rows(store, query)}
