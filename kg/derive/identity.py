"""Who is who across articles: every persona tied to the person that it is of, and why.

What was decided of two personas stands as a link with its score and reasons, whether it joined them, left
them in doubt or kept them apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from decimal import Decimal
from itertools import groupby
from operator import itemgetter

import pyoxigraph as ox

from kg import nquads as nq
from kg.derive.ground import rows, statement
from kg.derive.personas import personas
from kg.identity import Deciding, Identities, IdentityLink, Person, Persona
from kg.model import Judgement
from kg.normalise import plain
from kg.nquads import NamedGraph
from kg.sorting import Sorted
from kg.vocab import DANG, DCTERMS, FOAF, PROV, RDFS, SCHEMA, SKOS, Minter, concept, short

_IRI = re.compile(r"https?://\S+")
_BASIS = 4
"""The most statements of either side that a link is said to rest on."""

_HELD = 5_000
_Official = tuple[str, int, str, str, str, tuple[str, ...]]
"""A person: the plain IRI, the number of personas (negative), the first one, the name, the other IRI, all."""


def identity(
    store: ox.Store, mint: Minter, graph: NamedGraph, judgements: Sequence[Judgement] = ()
) -> Identities:
    """Describe the people whom articles name, which personas are theirs, and what was decided of pairs.

    Gives back what became of the judgements.
    """
    shown = _names_of_homes(store)
    labels: dict[str, str] | None = None
    people: Sorted[_Official] = Sorted(_Official, _HELD)
    with closing(people), closing(Deciding(personas(store), judgements)) as deciding:
        for found in deciding.run():
            if isinstance(found, Person):
                people.add(_official(mint, found, shown))
                continue
            link, left, right = found
            labels = _labels(store) if labels is None else labels
            node = _link(mint, graph, link, left, right, labels)
            if link.judgement is not None:
                _judged(graph, node, link.judgement, link.by)
        for _, namesakes in groupby(people, itemgetter(0)):
            for number, official in enumerate(namesakes):
                _describe(graph, official[4] if number else official[0], official)
        return Identities((), (), deciding.unknown, deciding.refused)


def _official(mint: Minter, person: Person, shown: Mapping[str, str]) -> _Official:
    """Mint a person by name and home; of several who share both, all but one by the article as well.

    The one whom most articles name has the plain IRI.
    """
    known = person.representative
    label = shown.get(known.home) or short(known.home)
    names = Counter(member.name for member in person.members)
    return (
        mint.person(known.name, known.home, label),
        -len(person.members),
        person.members[0].iri,
        min(names, key=lambda name: (-names[name], name)),
        mint.person(known.name, f"{known.home} {known.identifier}", label),
        tuple(member.iri for member in person.members),
    )


def _describe(graph: NamedGraph, iri: str, official: _Official) -> None:
    *_, name, _, members = official
    graph.types(iri, DANG.Official, FOAF.Person, SCHEMA.Person, PROV.Entity)
    graph.add(iri, FOAF.name, nq.string(name))
    graph.add(iri, SKOS.hiddenLabel, nq.string(plain(name)))
    for member in members:
        graph.tie(member, PROV.specializationOf, iri)


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
