"""What a statement says, in a line with links: a post, a document, a tie, a theme, a number, an event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from kg.serve.facts import Evidence, Link, Teller
from kg.serve.look import concept_label
from kg.vocab import DANG, OPENGOV, ORG, PROV, RDF, RDFS, SCHEMA

POSITION: Final = "position"
DOCUMENT: Final = "document"
TIE: Final = "link"
THEME: Final = "theme"
TARGET: Final = "target_fact"
RESULT: Final = "result_fact"
CONGRESS: Final = "congress_fact"
EVENT: Final = "event"
PART: Final = "participation"
OTHER: Final = "other_fact"
_SIGNS: Final = {">=": "≥", "<=": "≤"}
_TIES: Final = {DANG.implements: "implements", DANG.amends: "amends"}


def told(teller: Teller, statement: str) -> tuple[str, list[Link]]:
    """Give the kind of fact that a statement states, and the fact in words."""
    look = teller.look
    if look.one(statement, RDF.subject):
        return TIE, list(_tie(teller, statement))
    thing = look.one(statement, DANG.states)
    kinds = set(look.values(thing, RDF.type))
    if DANG.ReportedMembership in kinds:
        return POSITION, list(_position(teller, statement, thing))
    if DANG.ReportedDocument in kinds:
        return DOCUMENT, [document_link(teller, thing)]
    if DANG.Theme in kinds:
        return THEME, list(_theme(teller, thing))
    if DANG.IndicatorValue in kinds:
        return (TARGET if DANG.Target in kinds else RESULT), list(number(teller, thing))
    if DANG.Congress in kinds:
        return CONGRESS, [event_link(teller, thing)]
    if SCHEMA.Event in kinds:
        return EVENT, [event_link(teller, thing)]
    return OTHER, [teller.link(thing or statement)]


def official(teller: Teller, persona: str) -> Link:
    """Name the person of an article, leading to the official."""
    who = teller.look.one(persona, PROV.specializationOf)
    return Link(teller.name(persona), who or persona)


def document_link(teller: Teller, told_of: str) -> Link:
    """Name a document as an article tells of it, leading to the document."""
    one = teller.look.one(told_of, PROV.specializationOf)
    return Link(teller.name(told_of), one or told_of)


def _position(teller: Teller, statement: str, membership: str) -> Iterator[Link]:
    look = teller.look
    yield official(teller, look.one(membership, ORG.member))
    status = look.one(statement, DANG.status)
    named = f" ({concept_label(status, teller.t.language)})" if status and not _is_current(status) else ""
    yield Link(f": {role_words(teller, membership, statement)} ")
    if body := look.one(membership, ORG.organization):
        yield teller.link(body)
    yield Link(named)


def _is_current(status: str) -> bool:
    return status.endswith("/current")


def role_words(teller: Teller, membership: str, statement: str) -> str:
    """Give a role in the reader's language, in the article's words where no concept has it."""
    role = teller.look.one(membership, ORG.role)
    if role:
        return concept_label(role, teller.t.language)
    wording = teller.look.one(statement, DANG.wording)
    return wording or teller.name(teller.look.one(membership, OPENGOV.post))


def _tie(teller: Teller, statement: str) -> Iterator[Link]:
    look = teller.look
    one, other = (look.one(statement, end) for end in (RDF.subject, RDF.object))
    predicate = look.one(statement, RDF.predicate)
    key = _TIES.get(predicate)
    yield document_link(teller, one)
    yield Link(f" {teller.t(key) if key else predicate.rpartition('#')[2]} ")
    yield document_link(teller, other)


def _theme(teller: Teller, theme: str) -> Iterator[Link]:
    period = teller.look.one(theme, DANG.period)
    if period:
        yield Link(f"{teller.period(period)}: ")
    yield teller.link(theme)


def number(teller: Teller, observation: str, of: str = "") -> Iterator[Link]:
    """Tell a target or a result: of what, how much, when, and whose, unless it is the page's ``of``."""
    look = teller.look
    whose = look.one(observation, DANG.refSubject)
    if whose and whose != of:
        yield teller.link(whose)
        yield Link(": ")
    concept = look.one(observation, DANG.indicator)
    label = look.one(observation, RDFS.label)
    yield Link(label, concept or observation)
    yield Link(f" {amount(teller, observation)}")
    if period := look.one(observation, DANG.period):
        yield Link(f" ({teller.period(period)})")


def amount(teller: Teller, observation: str) -> str:
    """Write how much an observation tells, with its comparator and unit of measure."""
    look = teller.look
    comparator = look.one(observation, DANG.comparator)
    shown = "" if comparator in ("", "=") else f"{_SIGNS.get(comparator, comparator)} "
    value = look.one(observation, DANG.value)
    unit = look.one(observation, DANG.unit)
    between = "" if unit.startswith("/") else " "
    return f"{shown}{figure(teller, value)}{between}{unit}".strip()


def figure(teller: Teller, value: str) -> str:
    """Write a decimal number as readers of the language do."""
    try:
        known = float(value)
    except ValueError:
        return value
    return teller.t.number(int(known) if known == int(known) else known)


def participation(teller: Teller, part: str) -> list[Link]:
    """Tell of somebody's part in an event."""
    look = teller.look
    role = look.one(part, PROV.hadRole)
    people = [official(teller, agent) for agent in look.values(part, PROV.agent)]
    events = [event_link(teller, event) for event in look.subjects(PROV.qualifiedAssociation, part)]
    named = f": {concept_label(role, teller.t.language)}" if role else ""
    return [*people, Link(f"{named} · "), *events]


def event_link(teller: Teller, event: str, of: str = "") -> Link:
    """Name an event: its kind, its organiser unless that is the page's ``of``, what it was about."""
    look, language = teller.look, teller.t.language
    kind = look.one(event, SCHEMA.additionalType)
    if not kind and look.is_a(event, DANG.Congress):
        name = congress_name(teller, event)
    else:
        name = concept_label(kind, language) if kind else look.label(event)
    host = look.one(event, SCHEMA.organizer)
    about = look.one(event, SCHEMA.description)
    parts = [name, *([teller.name(host)] if host and host != of else []), *([about] if about else [])]
    return Link(" · ".join(parts), event)


def present(teller: Teller, event: str) -> Iterator[tuple[str, str]]:
    """Give the officials at an event, each with the part that they took."""
    look = teller.look
    for part in look.values(event, PROV.qualifiedAssociation):
        for agent in look.values(part, PROV.agent):
            yield from ((who, part) for who in look.values(agent, PROV.specializationOf))


def placing(teller: Teller, parts: Iterable[str]) -> tuple[Evidence, ...]:
    """Give the sentences that place people at an event, each once."""
    found = (teller.at(teller.look.one(part, DANG.evidence)) for part in parts)
    return tuple({(each.article, each.start, each.end): each for each in found if each}.values())


def event_day(teller: Teller, event: str) -> str:
    """Tell when an event was; of one without a date, of which time the article is that tells of it."""
    look = teller.look
    if known := look.one(event, SCHEMA.startDate):
        return teller.day(known)
    sources = {look.one(one, PROV.hadPrimarySource) for one in teller.stating(event, 20)}
    days = sorted(found for each in sources if each and (found := look.day(each)))
    return teller.t("event_undated", day=teller.day(days[0])) if days else teller.t("undated")


def congress_name(teller: Teller, congress: str) -> str:
    """Name a congress by its number and term, as far as they are told."""
    look, t = teller.look, teller.t
    ordinal, term = look.one(congress, DANG.ordinal), look.one(congress, DANG.term)
    name = t("congress_numbered", n=ordinal) if ordinal else t("congress")
    return f"{name} ({teller.name(term)})" if term else name
