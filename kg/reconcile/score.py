"""From names and properties to scores with their reasons, and to a match where one thing is clearly meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.reconcile.agreement import Agreement, agreement
from kg.reconcile.likeness import EXACT, SAME, UNMARKED
from kg.reconcile.model import Asked, Candidate, Entity, Feature, Kind
from kg.reconcile.properties import PROPERTIES

_NAME: Final = 3.0
"""What the name counts; properties have weights of their own."""
_ALONE: Final = 0.8
"""What a name is worth that others may bear, too; a name that is rare enough is worth 1."""
_UNKNOWN: Final = 0.5
_AGAINST: Final = 0.5
_FOR: Final = 0.85
_ENOUGH: Final = 80.0
_AHEAD: Final = 10.0
_TYPELESS: Final = 0.88
"""The likeness of a unit's name without its type, typed without marks."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with what decides whether it is the one."""

    candidate: Candidate
    likeness: float
    alone: bool
    agreements: tuple[Agreement, ...]
    lacking: bool = False
    """Whether it has not what was required."""

    @property
    def contradicted(self) -> bool:
        """Whether a property that was asked for speaks against it."""
        return any(each.value < _AGAINST for each in self.agreements)

    @property
    def corroborated(self) -> bool:
        """Whether something besides the name sets it apart, and nothing speaks against it."""
        return any(each.telling and each.value >= _FOR for each in self.agreements)


def weigh(asked: Asked, entity: Entity, likeness: float, alone: bool) -> Weighed:
    """Score a thing; ``alone`` says that its name is enough to tell it from all others."""
    found = {wish.property: agreement(wish, entity) for wish in asked.wishes}
    total, weights = _NAME * (1.0 if alone else _ALONE), _NAME
    for identifier, each in found.items():
        weight = PROPERTIES[identifier].weight
        total += weight * (each.value if each is not None else _UNKNOWN)
        weights += weight
    score = round(100 * likeness * total / weights, 1)
    features = (*_name_features(likeness, alone), *_property_features(found))
    known = tuple(each for each in found.values() if each is not None)
    required = [found[wish.property] for wish in asked.wishes if wish.required]
    lacking = any(each is None or each.value < _AGAINST for each in required)
    return Weighed(Candidate(entity, score, features), likeness, alone, known, lacking)


def _name_features(likeness: float, alone: bool) -> tuple[Feature, ...]:
    return (
        Feature("name", round(likeness, 3)),
        Feature("name_with_marks", float(likeness == EXACT)),
        Feature("name_without_marks", float(likeness >= SAME)),
        Feature("name_alone_is_enough", float(alone)),
    )


def _property_features(found: dict[str, Agreement | None]) -> tuple[Feature, ...]:
    return tuple(Feature(name, round(each.value, 3)) for name, each in found.items() if each is not None)


def decide(weighed: Sequence[Weighed]) -> list[Candidate]:
    """Sort candidates, best first, and mark the first as the match when it is clearly the one."""
    ordered = sorted(weighed, key=lambda each: (-each.candidate.score, each.candidate.entity.iri))
    found = [each.candidate for each in ordered]
    if ordered and _is_meant(ordered[0], ordered[1:]):
        found[0] = replace(found[0], match=True)
    return found


def _is_meant(best: Weighed, others: Sequence[Weighed]) -> bool:
    """Tell whether the best is the one: it has the name, nothing is against it, and no namesake is left."""
    if best.contradicted or best.candidate.entity.placeless or best.candidate.score < _ENOUGH:
        return False
    named = best.likeness >= (UNMARKED if best.alone else _TYPELESS)
    if not named or not (best.alone or best.corroborated):
        return False
    return not any(_rivals(best, other) for other in others)


def _rivals(best: Weighed, other: Weighed) -> bool:
    """Tell whether another may be meant as well: one so called that nothing sets apart.

    Of a person the graph knows some posts only: that a namesake is not known to have what was asked for
    says little as long as nothing besides the name speaks for the best.
    """
    if best.candidate.score - other.candidate.score < _AHEAD:
        return True
    if other.likeness < SAME:
        return False
    person = best.candidate.entity.kind is Kind.PERSON
    return not (other.contradicted and (best.corroborated or not person))


def alone(entity: Entity, likeness: float, rare: bool) -> bool:
    """Tell whether a name alone tells a thing from all others, those unknown to the graph included."""
    if likeness < UNMARKED or entity.placeless or entity.crowded:
        return False
    if entity.kind is Kind.PERSON:
        return rare and likeness == EXACT
    return entity.kind is not Kind.DOCUMENT
