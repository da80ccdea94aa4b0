"""Congresses, meetings and who took part."""

from __future__ import annotations

from collections.abc import Sequence

from kg import nquads as nq
from kg.graph.told import ToldGraph
from kg.model import Congress, Event, Organization
from kg.vocab import DANG, PROV, SCHEMA, concept, digest, short


def congress(told: ToldGraph, claim: Congress) -> str:
    """Describe a congress by who holds it and its ordinal or term."""
    holder = told.organization(claim.organization) if claim.organization is not None else f"in {told.id}"
    which = str(claim.ordinal) if claim.ordinal is not None else claim.term or ""
    iri = told.mint.thing("congress", (short(holder), which), (holder, which))
    told.types(iri, DANG.Congress, SCHEMA.Event)
    if claim.organization is not None:
        told.tie(iri, SCHEMA.organizer, holder)
    if claim.ordinal is not None:
        told.add(iri, DANG.ordinal, nq.integer(claim.ordinal))
    if claim.term:
        told.tie(iri, DANG.term, told.term(claim.term))
    return iri


def add_congress(told: ToldGraph, claim: Congress) -> None:
    """Describe a congress and state it."""
    iri = congress(told, claim)
    statement = told.statement(claim, "congress", iri, completed=(claim.organization,))
    told.tie(statement, DANG.states, iri)


def add_event(told: ToldGraph, claim: Event) -> None:
    """Describe a meeting with its organisers and those who took part."""
    organizers = [
        told.organization(o) if isinstance(o, Organization) else told.unit(o) for o in claim.organizers
    ]
    iri = _mint_event(told, claim, organizers)
    told.types(iri, SCHEMA.Event, PROV.Activity)
    told.add(iri, SCHEMA.name, nq.vietnamese(claim.type))
    if claim.type_concept is not None:
        told.tie(iri, SCHEMA.additionalType, concept("event", claim.type_concept))
    if claim.date:
        told.add(iri, SCHEMA.startDate, nq.when(claim.date))
    for organizer in organizers:
        told.tie(iri, SCHEMA.organizer, organizer)
    if claim.place:
        told.add(iri, SCHEMA.location, nq.vietnamese(claim.place))
    if claim.about:
        told.add(iri, SCHEMA.description, nq.vietnamese(claim.about))
    for visited in claim.visited:
        told.tie(iri, DANG.visited, told.organization(visited))
    _participations(told, iri, claim)
    named = (*(o for o in claim.organizers if isinstance(o, Organization)), *claim.visited)
    statement = told.statement(claim, "event", iri, completed=named)
    told.tie(statement, DANG.states, iri)
    told.add(statement, DANG.wording, nq.vietnamese(claim.type))


def _mint_event(told: ToldGraph, claim: Event, organizers: Sequence[str]) -> str:
    """Mint one IRI for the same kind, whole date, place and organisers; else one within the article."""
    kind = claim.type_concept or claim.type
    key = (kind, claim.date or "", claim.place or "", *sorted(organizers))
    if not organizers or not nq.is_whole_date(claim.date):
        span = f"{claim.evidence.start}-{claim.evidence.end}"
        return told.mint.within_article("event", told.id, span, digest(*key))
    return told.mint.thing("event", (claim.date or "", kind, short(organizers[0])), key)


def _participations(told: ToldGraph, event: str, claim: Event) -> None:
    for part in claim.participations:
        person = told.person(part.person)
        span = f"{part.evidence.start}-{part.evidence.end}"
        iri = told.mint.within_article("participation", told.id, span, digest(event, person, part.role))
        told.types(iri, DANG.Participation, PROV.Association)
        told.tie(event, PROV.qualifiedAssociation, iri)
        told.tie(event, PROV.wasAssociatedWith, person)
        told.tie(iri, PROV.agent, person)
        told.tie(iri, PROV.hadRole, concept("participation", part.role.value))
        told.tie(iri, DANG.evidence, told.evidence(part.evidence))
