"""What is remembered of mentions and of pairs of them while it is decided which are one document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from kg.identity.document_features import NEVER, Mention, compare, total, words
from kg.identity.model import Reason

_REMEMBERED = 1 << 14


def forget() -> None:
    """Let go of all that is remembered."""
    for cached in (weighed, signature, fullness):
        cached.cache_clear()


def ever_one(one: Mention, other: Mention) -> bool:
    """Tell whether two mentions may be one document, were there others between them."""
    return weighed(signature(one), signature(other))[0] > NEVER / 2


@lru_cache(_REMEMBERED)
def weighed(one: Mention, other: Mention) -> tuple[float, tuple[Reason, ...]]:
    """Give the score of two mentions, and what it is made up of."""
    reasons = compare(one, other)
    return total(reasons), reasons


@lru_cache(_REMEMBERED)
def signature(mention: Mention) -> Mention:
    """Leave out where a mention stands, and what only matters where a place or a date is missing."""
    dated = mention.term is not None or mention.year is not None
    return replace(
        mention,
        iri="",
        identifier="",
        label="",
        latest=None if dated and mention.number is not None else mention.latest,
        article_term=None if dated else mention.article_term,
        places=frozenset() if mention.local is False else mention.places,
    )


@lru_cache(_REMEMBERED)
def fullness(mention: Mention) -> tuple[int, ...]:
    """Tell how much a mention tells, to be compared."""
    number = mention.number
    return (
        len(number.parts) if number else 0,
        int(bool(number and number.year)),
        int(number is not None),
        int(mention.series is not None),
        len(mention.date or ""),
        int(mention.term is not None),
        int(mention.kind is not None),
        len(words(mention.title)),
    )


def fullest_first(members: Iterable[Mention]) -> tuple[Mention, ...]:
    """Put the mentions of a document in order."""
    return tuple(sorted(members, key=lambda m: (*(-n for n in fullness(m)), m.iri)))


def order(mention: Mention) -> str:
    """Give what puts mentions in one order, whatever came first."""
    return repr(replace(mention, places=frozenset())) + "|".join(sorted(mention.places))
