"""Who held which post from when to when, by all that the articles observe."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from kg import nquads as nq
from kg.derive.ground import each_row, same_bodies, statement
from kg.derive.reading import Quads
from kg.derive.spans import Observation, Span, spans
from kg.nquads import NamedGraph
from kg.timespan import Bounds
from kg.vocab import (
    DANG,
    EDTF,
    FOAF,
    OPENGOV,
    ORG,
    PROV,
    RDFS,
    TIME,
    Minter,
    digest,
    ending_steps,
    hashed_name,
    short,
)


@dataclass(frozen=True, slots=True, order=True)
class Holding:
    """A person in a post: ``role`` is the concept or the wording, ``organization`` and ``post`` may lack."""

    person: str
    role: str
    organization: str
    post: str
    concept: str


@dataclass(frozen=True, slots=True)
class Tenure:
    """A time in a post with its IRI."""

    iri: str
    holding: Holding
    span: Span


def tenures(store: Quads, mint: Minter, graph: NamedGraph) -> None:
    """Describe the tenures of all officials, one person after the other."""
    same = same_bodies(store)
    for _, found in groupby(_observations(store), lambda row: row.holding.person):
        _of_person(list(found), same, mint, graph)


def _of_person(found: list[_Row], same: Mapping[str, str], mint: Minter, graph: NamedGraph) -> None:
    observed: dict[Holding, set[Observation]] = defaultdict(set)
    shown: dict[Holding, tuple[str, str]] = {}
    for row in _merged(found, same):
        observed[row.holding].add(row.observation)
        known = shown.get(row.holding)
        shown[row.holding] = min(known, (row.name, row.label)) if known else (row.name, row.label)
    for holding in sorted(observed):
        name, label = shown[holding]
        for count, span in enumerate(spans(observed[holding]), 1):
            tenure = Tenure(_mint(mint, holding, name, count), holding, span)
            _describe(mint, graph, tenure, f"{name}: {label}")


def _merged(found: list[_Row], same: Mapping[str, str]) -> Iterator[_Row]:
    """Take a post in a body of several names for one: in the body that stands for all, where that is told."""
    told: dict[tuple[str, ...], set[tuple[str, str]]] = defaultdict(set)

    def key(holding: Holding) -> tuple[str, ...]:
        body = same.get(holding.organization, holding.organization)
        return holding.role, holding.concept, body

    for row in found:
        told[key(row.holding)].add((row.holding.organization, row.holding.post))
    for row in found:
        *_, body = named = key(row.holding)
        if len(told[named]) > 1 and body:
            organization, post = min(told[named], key=lambda each: (each[0] != body, each))
            yield replace(row, holding=replace(row.holding, organization=organization, post=post))
        else:
            yield row


def _mint(mint: Minter, holding: Holding, name: str, count: int) -> str:
    role = short(holding.role)
    key = (holding.person, holding.role, holding.organization, str(count))
    return mint.iri("tenure", hashed_name((name, role, short(holding.organization)), key))


def _describe(mint: Minter, graph: NamedGraph, tenure: Tenure, label: str) -> None:
    iri, holding, span = tenure.iri, tenure.holding, tenure.span
    graph.types(iri, DANG.Tenure, ORG.Membership, PROV.Entity)
    graph.add(iri, RDFS.label, nq.vietnamese(label))
    graph.tie(iri, ORG.member, holding.person)
    for term, thing in (
        (ORG.organization, holding.organization),
        (ORG.role, holding.concept),
        (OPENGOV.post, holding.post),
    ):
        if thing:
            graph.tie(iri, term, thing)
    if span.acting:
        graph.add(iri, DANG.acting, nq.TRUE)
    _bounds(graph, iri, span)
    _interval(mint, graph, iri, span)
    basis = [observation.statement for observation in span.observations]
    for source in basis:
        graph.tie(iri, PROV.wasDerivedFrom, source)
    graph.tie(statement(mint, graph, "tenure", (iri,), basis), DANG.states, iri)


def _bounds(graph: NamedGraph, iri: str, span: Span) -> None:
    """Describe what is known of the beginning, of the end, and of the time between."""
    days = (
        (DANG.beginNotBefore, span.begin.first),
        (DANG.beginNotAfter, span.begin.last),
        (DANG.endNotBefore, span.end.first),
        (DANG.endNotAfter, span.end.last),
    )
    for term, day in days:
        if day is not None:
            graph.add(iri, term, nq.when(day))
    for term, told in ((DANG.firstAttested, span.first), (DANG.lastAttested, span.last)):
        if told is not None:
            graph.add(iri, term, nq.when(told))
    for term, source in ((DANG.begunBy, span.begun), (DANG.endedBy, span.ended)):
        if source is not None:
            graph.tie(iri, term, source.statement)


def _interval(mint: Minter, graph: NamedGraph, iri: str, span: Span) -> None:
    """Describe the interval as far as its ends are told; the ends as instants where they are whole days."""
    if span.edtf is None:
        return
    interval = mint.iri("interval", short(iri) + "_" + digest(iri, span.edtf))
    graph.tie(iri, ORG.memberDuring, interval)
    graph.types(interval, TIME.Interval)
    graph.add(interval, DANG.edtf, nq.typed(span.edtf, EDTF))
    for term, bound in ((TIME.hasBeginning, span.begin), (TIME.hasEnd, span.end)):
        told = span.begun if term == TIME.hasBeginning else span.ended
        if told is not None and _is_day(bound):
            instant = mint.iri("instant", bound.first or "")
            graph.tie(interval, term, instant)
            graph.types(instant, TIME.Instant)
            graph.add(instant, TIME.inXSDDate, nq.when(bound.first or ""))


def _is_day(bound: Bounds) -> bool:
    return bound.first is not None and bound.first == bound.last


@dataclass(frozen=True, slots=True)
class _Row:
    holding: Holding
    name: str
    label: str
    observation: Observation


def _observations(store: Quads) -> Iterator[_Row]:
    """Read what every article tells of people in posts, in the order of the persons."""
    query = f"""SELECT
        ?person ?name ?organization ?post ?role ?wording ?label
        ?s ?article ?status ?on ?step ?stepDate ?acting ?since ?until WHERE {{
        ?m a dang:ReportedMembership ; org:member ?persona .
        ?persona prov:specializationOf ?person . ?person <{FOAF.name}> ?name .
        ?s dang:states ?m ; dang:status ?status ; dang:wording ?wording ; prov:hadPrimarySource ?article .
        OPTIONAL {{ ?m org:organization ?organization }}
        OPTIONAL {{ ?m <{OPENGOV.post}> ?post . ?post rdfs:label ?label }}
        OPTIONAL {{ ?m org:role ?role }}
        OPTIONAL {{ ?s dang:asOf ?told }}
        OPTIONAL {{ ?article schema:datePublished|dang:dateBounds ?reported }}
        BIND(COALESCE(STR(?told), STR(?reported)) AS ?on)
        OPTIONAL {{ ?s dang:step ?step }}
        OPTIONAL {{ ?s dang:stepDate ?stepDate }}
        OPTIONAL {{ ?s dang:acting ?acting }}
        OPTIONAL {{ ?s dang:since ?since }}
        OPTIONAL {{ ?s dang:until ?until }} }}"""
    return map(_row, each_row(store, query))


def _row(row: tuple[str, ...]) -> _Row:
    person, name, organization, post, role, wording, label, *rest = row
    said, article, status, on, step, date, acting, since, until = rest
    ends = status.endswith("/ended") or short(step) in ending_steps()
    observation = Observation(
        said,
        article,
        short(status),
        on or None,
        begun=since or (date if not ends else "") or None,
        ended=until or (date if ends else "") or None,
        acting=acting == "true",
    )
    holding = Holding(person, role or wording, organization, post, role)
    return _Row(holding, name, label or wording, observation)
