"""Targets and results: as facts, beside one another, and drawn across years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from kg.serve.drawing import Chart, Point, chart
from kg.serve.facts import Fact, Link, Teller
from kg.serve.look import key_of
from kg.serve.spoken import middle, period
from kg.serve.things.told import amount, number
from kg.timespan import period_bounds
from kg.vocab import DANG, RDFS

#: Units of money by the key of their concept, in thousand million dong.
_MONEY: Final = {
    "dong": 1e-9,
    "thousand-dong": 1e-6,
    "million-dong": 1e-3,
    "billion-dong": 1.0,
    "thousand-billion-dong": 1e3,
    "million-billion-dong": 1e6,
}


@dataclass(slots=True)
class Row:
    """What one subject aimed at and reached in one period."""

    subject: Link
    period: str
    label: str
    targets: list[Fact] = field(default_factory=list)
    results: list[Fact] = field(default_factory=list)
    outcomes: list[str] = field(default_factory=list)


def facts(
    teller: Teller, observations: Iterable[str], of: str = "", most: int | None = None
) -> list[Fact]:
    """Tell observations one by one: the latest period first, those of no period last."""
    ordered = sorted(observations, key=lambda each: (teller.look.label(each), each))
    ordered.sort(key=lambda each: (period_bounds(period_of(teller, each)) or ("", ""))[::-1], reverse=True)
    return [_fact(teller, each, of) for each in ordered[:most]]


def _fact(teller: Teller, observation: str, of: str) -> Fact:
    """Tell a target or a result, and what the comparison of the two found."""
    words = [Link(f"{kind_word(teller, observation)}: "), *number(teller, observation, of)]
    fact = teller.fact(words, teller.stating(observation), iri=observation)
    notes = tuple((Link(f"{each} ({teller.t('computed')})"),) for each in outcomes(teller, observation))
    return replace(fact, notes=notes)


def kind_word(teller: Teller, observation: str) -> str:
    """Tell a target from a result."""
    return teller.t("target" if teller.look.is_a(observation, DANG.Target) else "result")


def period_of(teller: Teller, observation: str) -> str:
    """Give the notation of the period of an observation."""
    period = teller.look.one(observation, DANG.period)
    return teller.look.label(period) if period else ""


def rows(teller: Teller, observations: Iterable[str]) -> list[Row]:
    """Put targets beside results: by subject, period and label."""
    look = teller.look
    found: dict[tuple[str, str, str], Row] = {}
    for each in sorted(observations):
        subject = look.one(each, DANG.refSubject)
        link = teller.link(subject) if subject else Link(teller.t("no_subject"))
        key = link.text, period_of(teller, each), look.one(each, RDFS.label)
        row = found.setdefault(key, Row(link, period(teller.t, key[1]), key[2]))
        fact = teller.fact([Link(amount(teller, each))], teller.stating(each), iri=each)
        (row.targets if look.is_a(each, DANG.Target) else row.results).append(fact)
        row.outcomes = list(dict.fromkeys([*row.outcomes, *outcomes(teller, each)]))
    return [found[key] for key in sorted(found, key=lambda each: (not each[1], each[1], each[0], each[2]))]


def outcomes(teller: Teller, target: str) -> list[str]:
    """Say what the comparison of a target with its results found, and with which results."""
    look = teller.look
    words = look.one(target, RDFS.label)
    found = []
    for each in look.subjects(DANG.ofTarget, target):
        outcome, result = look.one(each, DANG.outcome), look.one(each, DANG.ofResult)
        if not outcome:
            continue
        named = look.one(result, RDFS.label)
        beside = f"{named} {amount(teller, result)}" if named != words else amount(teller, result)
        ended = teller.t(f"outcome_{key_of(outcome)}")
        found.append(f"{ended}: {beside}" if beside else ended)
    return list(dict.fromkeys(found))


def charts(teller: Teller, observations: Iterable[str]) -> list[tuple[str, Chart]]:
    """Draw observations across years, a chart for each measure that has enough of them."""
    groups: dict[str, list[Point]] = defaultdict(list)
    for each in sorted(observations):
        found = _point(teller, each)
        if found is not None:
            groups[found[0]].append(found[1])
    drawn = [(measure, chart(points)) for measure, points in groups.items()]
    return sorted(
        ((m, c) for m, c in drawn if c is not None), key=lambda pair: (-len(pair[1].marks), pair[0])
    )


def _point(teller: Teller, observation: str) -> tuple[str, Point] | None:
    look = teller.look
    try:
        value = float(look.one(observation, DANG.value))
    except ValueError:
        return None
    year = middle(period_of(teller, observation))
    if year is None:
        return None
    measure, unit = key_of(look.one(observation, DANG.measure)), look.one(observation, DANG.unit)
    if measure in _MONEY:
        value, unit = value * _MONEY[measure], teller.t("billion_dong")
    subject = look.one(observation, DANG.refSubject)
    title = "".join(part.text for part in number(teller, observation))
    target = look.is_a(observation, DANG.Target)
    kind = teller.t("target" if target else "result")
    point = Point(
        year,
        value,
        teller.name(subject) if subject else teller.t("no_subject"),
        target,
        f"{kind}: {title}",
        anchor(observation),
    )
    return unit, point


def anchor(observation: str) -> str:
    """Give the place of an observation on a page."""
    return "o-" + observation.rpartition("_")[2]
