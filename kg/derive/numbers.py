"""Whether two numbers that are told of one thing can both be true.

Plain values in and out.  A number in print stands for a span: ``3,840`` for what is rounded to it, ``hơn``
(more than) for all above, ``khoảng`` (about) for what is near.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

_TENTH = Decimal("0.1")
_HALF = Decimal("0.5")
#: A round number is not rounded by more than this share of it.
_ROUNDED = Decimal("0.01")
_INFINITE = Decimal("Infinity")


@dataclass(frozen=True, slots=True, order=True)
class Number:
    """A number as articles tell it; ``witnesses`` are the independent sources that do."""

    iri: str
    comparator: str
    value: Decimal
    witnesses: frozenset[str]


def span(comparator: str, value: Decimal) -> tuple[Decimal, Decimal]:
    """Give the least and the greatest number that may be meant."""
    slack = _slack(value)
    if comparator in (">", ">="):
        return value - slack, _INFINITE
    if comparator in ("<", "<="):
        return -_INFINITE, value + slack
    if comparator == "~":
        slack = max(slack, abs(value) * _TENTH)
    return value - slack, value + slack


def _slack(value: Decimal) -> Decimal:
    """Give half a unit of the last digit that is not nought, of a round number at most a hundredth of it."""
    if not value:
        return Decimal(0)
    exponent = value.normalize().as_tuple().exponent
    half = _HALF * Decimal(10) ** int(exponent)
    return half if half < 1 else min(half, abs(value) * _ROUNDED)


def disagree(one: Number, other: Number) -> bool:
    """Tell whether two numbers exclude each other, told by sources of which none has both.

    Who tells both numbers means different things by them.
    """
    if one.witnesses & other.witnesses or one.value == other.value:
        return False
    (least, most), (fewest, utmost) = span(one.comparator, one.value), span(other.comparator, other.value)
    return most <= fewest or utmost <= least


def disagreements(numbers: Iterable[Number]) -> Iterator[tuple[Number, Number]]:
    """Give the pairs of numbers of one thing that disagree, in order.

    A thing of which one source tells several numbers is named too loosely to compare them with others'.
    """
    known = sorted(set(numbers))
    told = [witness for number in known for witness in number.witnesses]
    if len(told) == len(set(told)):
        yield from (pair for pair in combinations(known, 2) if disagree(*pair))
