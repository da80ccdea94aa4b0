"""What the picture is drawn from: one record per observation of a post."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """Which of the two hierarchies an organisation belongs to."""

    PARTY = "party"
    STATE = "state"
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class UnitRef:
    """An administrative unit; ``level`` is 0 nation, 1 province, 2 district, 3 commune.

    ``label`` is the name with its type, ``name`` the name alone when it is known.
    """

    iri: str
    label: str
    level: int
    name: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class OrganizationRef:
    """An organisation by its IRI and name."""

    iri: str
    label: str


@dataclass(frozen=True, slots=True)
class Holding:
    """One article's observation that a person holds a role at an organisation.

    ``unit`` is the unit that the organisation belongs to, ``unit_ancestors`` the units above it and
    ``parents`` the organisations that it is a part of, both nearest first.  ``status`` is the value of
    :class:`kg.model.Status`.  ``as_of`` and ``article_date`` are EDTF.  ``sentence_offset`` counts the code
    points from the beginning of ``sentence`` to ``quote``.  ``inferred_rule`` names the rule that filled in
    what the sentence leaves out; ``None`` means that the text states everything.  ``role_rank`` orders the
    officials of an organisation, leaders first.
    """

    person_iri: str
    person: str
    role: str
    organization_iri: str
    organization: str
    side: Side
    status: str
    quote: str
    sentence: str
    sentence_offset: int
    article_iri: str
    article_title: str
    unit: UnitRef | None = None
    unit_ancestors: tuple[UnitRef, ...] = ()
    parents: tuple[OrganizationRef, ...] = ()
    as_of: str | None = None
    inferred_rule: str | None = None
    caption: bool = False
    article_date: str | None = None
    article_url: str | None = None
    role_en: str | None = None
    role_rank: int = 0
