"""Proposals that only repeat what is known: the rules read it already, or the model said it twice."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from kg.model import (
    Claim,
    Congress,
    Document,
    DocumentRef,
    Event,
    Evidence,
    Indicator,
    Link,
    Organization,
    Position,
    Theme,
    Unit,
)
from kg.normalise import fold
from kg.relate.document_numbers import same as same_number


def repeats(claim: Claim, known: Iterable[Claim]) -> bool:
    """Whether one of the known claims says the same."""
    return any(type(other) is type(claim) and _same(claim, other) for other in known)


def _same(claim: Claim, other: Claim) -> bool:
    match claim, other:
        case Position(), Position():
            return _same_position(claim, other)
        case Document(), Document():
            return _same_document(claim.ref, other.ref)
        case Link(), Link():
            ends = ((claim.source, other.source), (claim.target, other.target))
            return claim.relation is other.relation and all(_same_document(a, b) for a, b in ends)
        case Theme(), Theme():
            return fold(claim.theme) == fold(other.theme) and _compatible(claim.period, other.period)
        case Indicator(), Indicator():
            return _same_indicator(claim, other)
        case Congress(), Congress():
            numbers = _compatible(claim.ordinal, other.ordinal) and _compatible(claim.term, other.term)
            return numbers and _one_body(claim.organization, other.organization)
        case Event(), Event():
            return _same_event(claim, other)
    return False


def _compatible(one: object, other: object) -> bool:
    """Whether two values are equal, or one of them is not known."""
    return one is None or other is None or one == other


def _same_position(one: Position, other: Position) -> bool:
    """Whether two speak of one person's one post; the status that the rules read stands."""
    if one.person != other.person or one.role_concept != other.role_concept:
        return False
    return _one_body(one.organization, other.organization)


def _one_body(one: Organization | Unit | None, other: Organization | Unit | None) -> bool:
    """Whether two can be one organisation: of a kind, with the same unit as far as it is told."""
    if one is None or other is None:
        return True
    if isinstance(one, Unit) or isinstance(other, Unit):
        units = [o if isinstance(o, Unit) else o.territory for o in (one, other)]
        return units[0] is None or units[1] is None or units[0].name == units[1].name
    named = [o.territory.name for o in (one, other) if o.territory is not None and o.territory.name]
    return one.kind == other.kind and len(set(named)) < 2


def _same_document(one: DocumentRef, other: DocumentRef) -> bool:
    if one.number is not None and other.number is not None:
        return same_number(one.number, other.number)
    if one.number is not None or other.number is not None:
        return False
    return fold(one.subject or "") == fold(other.subject or "")


def _same_event(one: Event, other: Event) -> bool:
    if one.type_concept != other.type_concept or not _compatible(one.date, other.date):
        return False
    if not one.organizers or not other.organizers:
        return True
    return any(_one_body(a, b) for a in one.organizers for b in other.organizers)


def _same_indicator(one: Indicator, other: Indicator) -> bool:
    """Whether two read the same number: where they stand, or in the same words."""
    if _number(one.value) != _number(other.value):
        return False
    words = (one.unit, fold(one.indicator), one.kind) == (other.unit, fold(other.indicator), other.kind)
    return _overlap(one.evidence, other.evidence) or (words and _compatible(one.period, other.period))


def _number(value: Decimal) -> Decimal:
    return value.normalize()


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.start < other.end and other.start < one.end
