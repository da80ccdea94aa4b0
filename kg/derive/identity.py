"""Who is who across articles: every persona tied to the person that it is of, and why.

What was decided of two personas stands as a link with its score and reasons, whether it joined them, left
them in doubt or kept them apart.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Sequence
from contextlib import closing
from decimal import Decimal
from itertools import groupby
from operator import itemgetter

import pyoxigraph as ox

from kg import nquads as nq
from kg.derive.ground import merge_of, statement
from kg.derive.local import Changes
from kg.derive.personas import personas
from kg.derive.prints import Kept
from kg.derive.reading import Quads, Renewable
from kg.identity import Deciding, Identities, IdentityLink, Person, Persona
from kg.identity.ledger import Ledger
from kg.model import Judgement
from kg.normalise import plain
from kg.nquads import NamedGraph
from kg.sorting import Sorted
from kg.vocab import DANG, DCTERMS, FOAF, PROV, RDF, RDFS, SCHEMA, SKOS, Minter, concept, short

_IRI = re.compile(r"https?://\S+")
_BASIS = 4
"""The most statements of either side that a link is said to rest on."""

_HELD = 5_000
_Official = tuple[str, int, str, str, str, tuple[str, ...]]
"""A person: the plain IRI, the number of personas (negative), the first one, the name, the other IRI, all."""


def identity(
    store: Quads,
    mint: Minter,
    graph: NamedGraph,
    judgements: Sequence[Judgement] = (),
    kept: Kept | None = None,
) -> Identities:
    """Describe the people whom articles name, which personas are theirs, and what was decided of pairs.

    Gives back what became of the judgements.  What is counted over all personas is ``kept``, so that a small
    change can be carried through.
    """
    ledger = Ledger(kept.tables() if kept is not None else sqlite3.connect(""))
    with closing(Deciding(ledger.filled(personas(store)), ledger.counter(), judgements)) as deciding:
        if isinstance(store, Renewable):
            store.renew()  # of what was read of every article nothing is needed while it is decided
        describe(deciding, mint, graph, Names(store))
        return Identities((), (), deciding.unknown, deciding.refused)


def describe(deciding: Deciding, mint: Minter, graph: NamedGraph, names: Names) -> None:
    """Write down what is decided."""
    people: Sorted[_Official] = Sorted(_Official, _HELD)
    with closing(people):
        for found in deciding.run():
            if isinstance(found, Person):
                people.add(_official(mint, found, names))
                continue
            link, left, right = found
            node = _link(mint, graph, link, left, right, names)
            if link.judgement is not None:
                _judged(graph, node, link.judgement, link.by)
        for _, namesakes in groupby(people, itemgetter(0)):
            for number, official in enumerate(namesakes):
                _describe(graph, official[4] if number else official[0], official)


class Names:
    """The names of bodies and units that a person can read."""

    def __init__(self, store: Quads) -> None:
        self._store, self._in = store, merge_of(store)
        self._told: dict[str, tuple[str, str]] = {}

    def of_home(self, home: str) -> str:
        """Give the name of a unit that is somebody's home, else what its IRI says."""
        return self._names(home)[0] or short(home)

    def label(self, thing: str) -> str:
        """Give the label of a body or a unit, else what its IRI says."""
        return self._names(thing)[1] or short(thing)

    def _names(self, thing: str) -> tuple[str, str]:
        if thing not in self._told:
            self._told[thing] = self._read(thing) if thing.startswith(("http:", "https:")) else ("", "")
        return self._told[thing]

    def _about(self, thing: str) -> set[ox.Triple]:
        quads = self._store.quads_for_pattern(ox.NamedNode(thing), None, None, self._in)
        return {quad.triple for quad in quads}

    def _read(self, thing: str) -> tuple[str, str]:
        told: dict[str, set[str]] = defaultdict(set)
        for triple in self._about(thing):
            told[triple.predicate.value].add(getattr(triple.object, "value", ""))
        unit = DANG.AdministrativeUnit in told[RDF.type]
        named = {*told[RDFS.label], *told[SCHEMA.name]} if unit or DANG.Body in told[RDF.type] else set()
        return max(told[SCHEMA.name], default="") if unit else "", min(named, default="")


class FormerNames(Names):
    """The same as they were before some changes; those that these do not touch are read once."""

    def __init__(self, store: Quads, now: Names, changes: Changes) -> None:
        super().__init__(store)
        self._now, self._come = now, changes.come
        self._gone: dict[str, set[ox.Triple]] = defaultdict(set)
        self._touched = {getattr(triple.subject, "value", "") for triple in (*changes.gone, *changes.come)}
        for triple in changes.gone:
            self._gone[getattr(triple.subject, "value", "")].add(triple)

    def _read(self, thing: str) -> tuple[str, str]:
        return super()._read(thing) if thing in self._touched else self._now._names(thing)

    def _about(self, thing: str) -> set[ox.Triple]:
        return (super()._about(thing) - self._come) | self._gone[thing]


def _official(mint: Minter, person: Person, names_of: Names) -> _Official:
    """Mint a person by name and home; of several who share both, all but one by the article as well.

    The one whom most articles name has the plain IRI.
    """
    known = person.representative
    label = names_of.of_home(known.home)
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
    names: Names,
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
        told = _IRI.sub(lambda match: names.label(match.group()), reason.detail)
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
