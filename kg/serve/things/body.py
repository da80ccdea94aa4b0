"""A body: who held its posts when, its standing committee, what it issued and aimed at, its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any, Final

from kg.serve.facts import Fact, Link, Teller
from kg.serve.later import Later
from kg.serve.look import concept_label, key_of
from kg.serve.spoken import span
from kg.serve.things import numbers
from kg.serve.things.posts import joined, posts, role_of
from kg.serve.things.told import event_day, event_link, placing, present
from kg.vocab import (
    DANG,
    DCTERMS,
    ELI,
    ORG,
    PROV,
    SCHEMA,
)

TEMPLATE: Final = "body.html"
MOST: Final = 150
_MOST_NAMED: Final = 8
_CONSIDERED: Final = 600
_STANDING: Final = "standing-committee"
_BY_OFFICE: Final = ("secretary", "standing-deputy-secretary", "deputy-secretary")
_UP: Final = ((ORG.subOrganizationOf, "part_of"), (ORG.reportsTo, "reports_to"), (ORG.linkedTo, "linked_to"))
_DOWN: Final = ((ORG.subOrganizationOf, "has_part"), (ORG.reportsTo, "reported_to_by"))


def page(teller: Teller, iri: str) -> dict[str, Any]:
    """Tell of a body."""
    look = teller.look
    tenures = list(look.minted(look.subjects(ORG.organization, iri), "tenure"))
    held: Later[Any] = Later(lambda: posts(teller, tenures[:MOST], of_person=False))
    documents = list(look.of(look.subjects(ELI.passed_by, iri), DANG.Document))
    observations = list(look.of(look.subjects(DANG.refSubject, iri), DANG.IndicatorValue))
    kind = look.one(iri, ORG.classification)
    return {
        "name": look.label(iri),
        "kind": concept_label(kind, teller.t.language) if kind else "",
        "level": level(teller, iri),
        "units": [unit_words(teller, unit) for unit in look.values(iri, DANG.jurisdiction)],
        "life": life(teller, iri),
        "same": teller.names({*look.values(iri, PROV.alternateOf), *look.subjects(PROV.alternateOf, iri)}),
        "posts": Later(lambda: held[0]),
        "scale": lambda: held[1],
        "left_out": max(0, len(tenures) - MOST),
        "standing": Later(lambda: _standing(teller, iri, tenures)),
        "documents": Later(lambda: [document(teller, each) for each in documents[:MOST]]),
        "themes": Later(lambda: [theme(teller, each) for each in of_body(teller, iri)]),
        "numbers": Later(lambda: numbers.facts(teller, observations[:_CONSIDERED], iri, MOST)),
        "meetings": Later(lambda: meetings(teller, iri)),
        "hierarchy": Later(lambda: _hierarchy(teller, iri)),
        "changes": Later(lambda: _changes(teller, iri)),
        "cut": MOST,
        "documents_left": max(0, len(documents) - MOST),
        "numbers_left": max(0, len(observations) - MOST),
    }


def level(teller: Teller, iri: str) -> str:
    """Name the level of a body or a unit."""
    found = teller.look.one(iri, DANG.level)
    return teller.t(f"level_{found}") if f"level_{found}" in teller.t else ""


def life(teller: Teller, iri: str) -> str:
    """Tell the lifetime of a body or a unit in words."""
    return span(teller.t, teller.look.one(iri, DCTERMS.valid))


def unit_words(teller: Teller, unit: str) -> list[Link]:
    """Name a unit with those that it lies in."""
    return list(joined(teller.link(each) for each in chain(teller, unit)))


def chain(teller: Teller, unit: str) -> list[str]:
    """Give a unit and those above it, lowest first; a circle in the data ends it."""
    found = [unit]
    for each in found:
        found += [above for above in teller.look.values(each, SCHEMA.containedInPlace) if above not in found]
    return found[:8]


def _standing(teller: Teller, iri: str, tenures: list[str]) -> Iterator[Fact]:
    """Give the members of the standing committee: those that a text names, and those by their office."""
    look = teller.look
    parts = (p for p in look.subjects(ORG.subOrganizationOf, iri) if _kind(teller, p) == _STANDING)
    for part in parts:
        for tenure in islice(look.minted(look.subjects(ORG.organization, part), "tenure"), MOST):
            statements = look.values(tenure, PROV.wasDerivedFrom)
            words = (
                teller.link(look.one(tenure, ORG.member)),
                Link(f", {role_of(teller, tenure, statements)}"),
            )
            yield teller.fact(words, statements, iri=tenure)
    if not look.is_a(iri, DANG.PartyCommittee):
        return
    for tenure in tenures[:MOST]:
        if key_of(look.one(tenure, ORG.role)) in _BY_OFFICE:
            statements = look.values(tenure, PROV.wasDerivedFrom)
            words = (
                teller.link(look.one(tenure, ORG.member)),
                Link(f", {role_of(teller, tenure, statements)}"),
            )
            yield teller.computed(words, "by-office", statements, iri=tenure)


def _kind(teller: Teller, body: str) -> str:
    return key_of(teller.look.one(body, ORG.classification))


def document(teller: Teller, iri: str) -> Fact:
    """Tell of a document, with the sentences that name it."""
    look = teller.look
    mentions = look.subjects(PROV.specializationOf, iri, 60)
    statements = [one for mention in mentions for one in teller.stating(mention, 10)]
    title = look.one(iri, DCTERMS.title)
    label = look.label(iri)
    words = [teller.link(iri), *([Link(f" {title}")] if title and title not in label else [])]
    return teller.fact(words, statements, teller.day(look.one(iri, ELI.date_document)), iri)


def of_body(teller: Teller, iri: str) -> list[str]:
    """Give the themes of a body, the latest first."""
    look = teller.look
    found = [*look.subjects(DANG.themeOf, iri), *look.of(look.subjects(DANG.candidate, iri), DANG.Theme)]
    return sorted(set(found), key=lambda each: (look.label(look.one(each, DANG.period)), each), reverse=True)


def theme(teller: Teller, iri: str) -> Fact:
    """Tell a theme in its own words."""
    look = teller.look
    period = look.one(iri, DANG.period)
    return teller.fact([teller.link(iri)], teller.stating(iri), teller.period(period), iri)


def meetings(teller: Teller, iri: str) -> list[Fact]:
    """Give the events that a body organised, and those at which it was visited."""
    look = teller.look
    events = {*look.subjects(SCHEMA.organizer, iri, 400), *look.subjects(DANG.visited, iri, 400)}
    ordered = sorted(events, key=lambda each: (look.one(each, SCHEMA.startDate), each), reverse=True)
    return [_meeting(teller, each, iri) for each in ordered[:MOST]]


def _meeting(teller: Teller, event: str, body: str) -> Fact:
    """Tell of an event with the sentences that name it, and who was there."""
    words = [event_link(teller, event, body)]
    fact = teller.fact(words, teller.stating(event), event_day(teller, event), event)
    there = dict(present(teller, event))
    told = {(each.article, each.start, each.end): each for each in fact.evidence}
    told |= {(each.article, each.start, each.end): each for each in placing(teller, there.values())}
    return replace(fact, notes=gathered(teller, "attended", list(there)), evidence=tuple(told.values()))


def gathered(teller: Teller, key: str, people: list[str]) -> tuple[tuple[Link, ...], ...]:
    """Name the people at an event on a line of their own, the first of them when they are many."""
    if not people:
        return ()
    more = len(people) - _MOST_NAMED
    rest = [Link(f" {teller.t('and_more', n=more)}")] if more > 0 else []
    return ((Link(f"{teller.t(key)}: "), *joined(teller.link(who) for who in people[:_MOST_NAMED]), *rest),)


def _hierarchy(teller: Teller, iri: str) -> Iterator[tuple[str, list[Fact], int]]:
    """Give the bodies above, beside and below, with why; and how many are left out."""
    look = teller.look
    for predicate, key in _UP:
        above = look.values(iri, predicate)
        if above:
            yield teller.t(key), [teller.tie(iri, predicate, b, [teller.link(b)]) for b in above], 0
    for predicate, key in _DOWN:
        below = look.subjects(predicate, iri, 400)
        if below:
            named = sorted(below[:80], key=teller.name)
            told = [teller.tie(b, predicate, iri, [teller.link(b)]) for b in named]
            yield teller.t(key), told, len(below) - len(told)


def _changes(teller: Teller, iri: str) -> Iterator[Fact]:
    """Tell what a body came from and what became of it."""
    look = teller.look
    for key, mine, others in (
        ("became", ORG.originalOrganization, ORG.resultingOrganization),
        ("came_from", ORG.resultingOrganization, ORG.originalOrganization),
    ):
        for change in look.of(look.subjects(mine, iri), DANG.BodyChange):
            named = [other for other in look.values(change, others) if other != iri]
            if not named and key == "came_from":
                continue
            words = (
                [Link(f"{teller.t(key)}: "), *joined(teller.names(named))]
                if named
                else [Link(teller.t("ended"))]
            )
            yield _change(teller, change, words)


def _change(teller: Teller, change: str, words: list[Link]) -> Fact:
    look = teller.look
    rules = [look.one(statement, DANG.rule) for statement in look.subjects(DANG.states, change, 5)]
    basis = look.values(change, DANG.legalBasis)
    notes = [(Link(f"{teller.t('legal_basis')}: "), *joined(teller.names(basis)))] if basis else []
    when = teller.day(look.one(change, DCTERMS.date))
    return teller.computed(words, next((r for r in rules if r), ""), (), when, notes, change)


def structured(teller: Teller, iri: str, told: dict[str, Any]) -> dict[str, Any]:
    """Describe the body in terms of schema.org."""
    look = teller.look
    above = look.one(iri, ORG.subOrganizationOf)
    party = look.is_a(iri, DANG.PartyOrganization)
    members = {post.person: post for post in told["posts"][:30] if post.person}
    return {
        "@type": "Organization" if party else "GovernmentOrganization",
        "name": told["name"],
        **({"parentOrganization": {"@id": above, "name": teller.name(above)}} if above else {}),
        "areaServed": [{"@id": words[0].iri, "name": words[0].text} for words in told["units"] if words],
        "member": [
            {"@type": "Person", "@id": post.person, "name": teller.name(post.person)}
            for post in members.values()
        ],
    }
