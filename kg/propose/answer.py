"""A model's answer as typed proposals.

An answer is data and nothing else: JSON of exactly this form, in which an unknown field, a wrong type or a
value outside its list makes the proposal malformed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

import msgspec

from kg.model import IndicatorKind, Relation, Status
from kg.propose.model import NoAnswer, Reason

Words = Annotated[str, msgspec.Meta(min_length=1, max_length=600)]
"""What a proposal may quote or name at most."""
Offset = Annotated[int, msgspec.Meta(ge=0)]
Ordinal = Annotated[int, msgspec.Meta(ge=1, le=99)]
_FENCED = re.compile(r"\s*```(?:json)?\s*\n(.*?)\n\s*```\s*", re.DOTALL)


class Proposal(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """What a model thinks that a passage says.  ``quote`` says it; the offsets count in the passage."""

    quote: Words
    start: Offset | None = None
    end: Offset | None = None


class ProposedPosition(Proposal, frozen=True, kw_only=True, tag="position"):
    """A person holds a post."""

    person: Words
    role: Words
    status: Status
    organization: Words | None = None


class Reference(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A document by its kind, and its number or subject."""

    type: Words
    number: Words | None = None
    subject: Words | None = None


class ProposedDocument(Proposal, frozen=True, kw_only=True, tag="document"):
    """Something issued."""

    document: Reference
    issuer: Words | None = None
    date: Words | None = None


class ProposedLink(Proposal, frozen=True, kw_only=True, tag="link"):
    """A document carries out or changes another."""

    source: Reference
    relation: Relation
    target: Reference


class ProposedTheme(Proposal, frozen=True, kw_only=True, tag="theme"):
    """The theme of a year, congress or term."""

    theme: Words
    organization: Words | None = None
    period: Words | None = None
    number: Words | None = None


class ProposedIndicator(Proposal, frozen=True, kw_only=True, tag="indicator"):
    """A number with a measure."""

    indicator: Words
    status: IndicatorKind
    value: Decimal
    unit: Words
    subject: Words | None = None
    period: Words | None = None


class ProposedCongress(Proposal, frozen=True, kw_only=True, tag="congress"):
    """A congress named with its ordinal or term."""

    organization: Words | None = None
    ordinal: Ordinal | None = None
    term: Words | None = None


class ProposedEvent(Proposal, frozen=True, kw_only=True, tag="event"):
    """A meeting or ceremony that takes place."""

    type: Words
    date: Words | None = None
    organizers: Annotated[list[Words], msgspec.Meta(max_length=10)] = []
    place: Words | None = None


AnyProposal = (
    ProposedPosition
    | ProposedDocument
    | ProposedLink
    | ProposedTheme
    | ProposedIndicator
    | ProposedCongress
    | ProposedEvent
)


class _Answer(msgspec.Struct, forbid_unknown_fields=True):
    proposals: list[msgspec.Raw]


_UNREADABLE = (msgspec.DecodeError, UnicodeError, RecursionError)


def read_answer(answer: str) -> Iterator[AnyProposal | Reason]:
    """Each proposal of an answer, or why it is none.

    Raises :class:`NoAnswer` when the whole is not of the form.  A fence around the JSON is let pass.
    """
    fenced = _FENCED.fullmatch(answer)
    try:
        found = msgspec.json.decode(fenced[1] if fenced else answer, type=_Answer)
    except _UNREADABLE:
        raise NoAnswer(Reason.BAD_ANSWER) from None
    return (_proposal(raw) for raw in found.proposals)


def _proposal(raw: msgspec.Raw) -> AnyProposal | Reason:
    try:
        proposal: AnyProposal = msgspec.json.decode(raw, type=AnyProposal)
    except _UNREADABLE:
        return Reason.BAD_PROPOSAL
    return proposal
