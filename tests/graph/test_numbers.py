"""Numbers that can both be true, and numbers that can't."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.derive.numbers import Number, disagree, disagreements, span


def number(told: str, *witnesses: str) -> Number:
    comparator, value = told.rsplit(" ", 1) if " " in told else ("=", told)
    return Number(f"n {told} {witnesses}", comparator, Decimal(value), frozenset(witnesses))


@pytest.mark.parametrize(
    ("one", "other", "contradict"),
    [
        ("1.2", "1.5", True),
        ("1.2", "1.2", False),
        # rounding
        ("13", "13.4", False),
        ("13", "13.6", True),
        ("13.1", "13.14", False),
        ("3842", "3840", False),
        ("3842", "3800", True),
        ("10000", "10050", False),
        ("10000", "12000", True),
        ("500", "510", True),
        # more, less, about
        ("> 3000", "3300", False),
        ("> 3000", "2500", True),
        (">= 100", "100", False),
        ("<= 17", ">= 16", False),
        ("<= 5", ">= 6", True),
        ("~ 3300", "3400", False),
        ("~ 3300", "4000", True),
        ("~ 3300", "> 3000", False),
        ("0", "0.1", True),
        ("-3", "3", True),
    ],
)
def test_what_two_sources_tell(one: str, other: str, contradict: bool) -> None:
    left, right = number(one, "a"), number(other, "b")
    assert disagree(left, right) is disagree(right, left) is contradict
    assert bool(list(disagreements([left, right]))) is contradict


def test_one_witness_does_not_contradict_itself() -> None:
    assert not disagree(number("1.2", "a"), number("1.5", "a"))
    assert not disagree(number("1.2", "a", "b"), number("1.5", "b"))


def test_a_source_that_tells_several_numbers_means_several_things() -> None:
    told = [number("1.2", "a"), number("5", "a"), number("9", "b")]
    assert list(disagreements(told)) == []


VALUES = st.decimals(-10_000, 10_000, allow_nan=False, places=2)
COMPARATORS = st.sampled_from(["=", ">", ">=", "<", "<=", "~"])


@given(COMPARATORS, VALUES)
def test_a_span_holds_its_number(comparator: str, value: Decimal) -> None:
    least, most = span(comparator, value)
    assert least <= value <= most


@given(COMPARATORS, VALUES)
def test_a_number_agrees_with_itself_however_it_is_told(comparator: str, value: Decimal) -> None:
    one = Number("a", comparator, value, frozenset("a"))
    other = Number("b", "=", value, frozenset("b"))
    assert not disagree(one, other)
