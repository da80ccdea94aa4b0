"""The way from a store to findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pyoxigraph as ox

from kg.check.finding import Finding, Gravity, Side
from kg.check.kinds import chosen, kinds
from kg.check.sides import Sides
from kg.validate import Result, Severity, load_shapes
from kg.validate.passages import things_among
from kg.validate.report import Term
from kg.validate.rules import rule_results


def check(
    store: ox.Store,
    names: Sequence[str] = (),
    units: Sequence[str] | None = None,
    *,
    on_progress: Callable[[int, int], object] | None = None,
) -> tuple[Finding, ...]:
    """Find what is odd or contradictory in the sources, the graver first.

    ``names`` are the kinds to look for, or a gravity; ``units`` the IRIs of units that a finding must be
    about, they themselves or what lies in them.  ``on_progress`` is told how many rules of how many are done.
    Raises UsageError for a kind that there is not.
    """
    wanted = chosen(tuple(names))
    rules = [rule for rule in load_shapes().rules if rule.kind in wanted]
    sides = Sides(store)
    found: dict[tuple[object, ...], Finding] = {}
    for place, rule in enumerate(rules, start=1):
        for result, others in rule_results(store, (rule,)):
            finding = _finding(rule.kind or "", result, others, sides)
            if units is None or sides.touches(finding, frozenset(units)):
                found[finding.key] = finding
        if on_progress is not None:
            on_progress(place, len(rules))
    return tuple(found[key] for key in sorted(found))


def _finding(kind: str, result: Result, others: Sequence[Term], sides: Sides) -> Finding:
    gravity = Gravity.NOTE if result.severity is Severity.INFO else kinds()[kind].gravity
    return Finding(
        kind,
        gravity,
        result.shape,
        result.message_vi,
        result.message_en,
        tuple(_sides(result, others, sides)),
    )


def _sides(result: Result, others: Sequence[Term], sides: Sides) -> Iterator[Side]:
    """Give the two things that a finding is about, or one thing with each of the two values told of it."""
    values = list(dict.fromkeys(others))
    if len(values) > 1 and all(sides.has(result.focus, value) for value in values):
        yield from (sides.of(result.focus, value) for value in values)
    else:
        yield sides.of(result.focus)
        yield from (sides.of(thing) for thing in things_among(values) if thing != result.focus)
