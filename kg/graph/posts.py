"""Who holds which post, as one article says."""

from __future__ import annotations

from kg import nquads as nq
from kg.graph.told import ToldGraph
from kg.model import Position
from kg.vocab import DANG, KEY, OPENGOV, ORG, RDFS, concept


def add_position(told: ToldGraph, claim: Position) -> None:
    """Describe a person's holding of a post, and the dated steps that led to it."""
    person = told.person(claim.person)
    role = claim.role_concept or claim.role
    body = told.organization(claim.organization) if claim.organization is not None else None
    membership = told.mint.membership(person, claim.person, role, body or f"in {told.id}")
    told.types(membership, DANG.ReportedMembership)
    told.tie(membership, ORG.member, person)
    if claim.role_concept is not None:
        told.tie(membership, ORG.role, concept("role", claim.role_concept))
    if body is not None:
        told.tie(membership, ORG.organization, body)
        told.tie(membership, OPENGOV.post, _post(told, claim, role, body))
    main = _post_told(told, claim, membership)
    for step in claim.steps:
        told.tie(_post_told(told, step, membership, step.event or ""), DANG.stepOf, main)


def _post_told(told: ToldGraph, claim: Position, membership: str, *step: str) -> str:
    """Describe what a claim says of the holding of a post."""
    key = (membership, claim.role, claim.status, *step)
    iri = told.statement(claim, "position", *key, completed=(claim.organization,))
    told.tie(iri, DANG.states, membership)
    told.add(iri, DANG.wording, nq.vietnamese(claim.role))
    told.tie(iri, DANG.status, concept("status", claim.status.value))
    if claim.as_of:
        told.add(iri, DANG.asOf, nq.when(claim.as_of))
    if claim.acting:
        told.add(iri, DANG.acting, nq.TRUE)
    if claim.event and KEY.fullmatch(claim.event):
        told.tie(iri, DANG.step, concept("step", claim.event))
    if claim.event_date:
        told.add(iri, DANG.stepDate, nq.when(claim.event_date))
    if claim.since:
        told.add(iri, DANG.since, nq.when(claim.since))
    if claim.until:
        told.add(iri, DANG.until, nq.when(claim.until))
    return iri


def _post(told: ToldGraph, claim: Position, role: str, body: str) -> str:
    iri = told.mint.post(role, body)
    if told.first(iri) and claim.organization is not None:
        told.types(iri, ORG.Post)
        told.tie(iri, ORG.postIn, body)
        told.add(iri, RDFS.label, nq.vietnamese(f"{claim.role} {claim.organization.label}"))
        if claim.role_concept is not None:
            told.tie(iri, ORG.role, concept("role", claim.role_concept))
    return iri
