"""``kg body``: what a body was, when it existed and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli import screen
from kg.cli.options import STORE, JsonOption, StoreOption

if TYPE_CHECKING:
    from kg.bodies import Bound, Event
    from kg.body import Told
    from kg.model import Organization

_ENOUGH = 4
_LEVELS = ("nation", "province", "district", "commune")


def body(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A body; a unit after a comma tells which.")],
    on: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="Tell whether it existed then (2025-07-01, 2025).", show_default=False
        ),
    ] = None,
    store: StoreOption = STORE,
    as_json: JsonOption = False,
) -> None:
    """Explain a body: its unit, its place in the tree, its lifetime, what came before and after it.

    It needs no graph; where there is one, it tells how many articles name the body.

    Some examples:

    kg body "Thành ủy Uông Bí" --on 2026-01-01

    kg body "Đảng ủy phường Quang Trung, Uông Bí"
    """
    from kg.body import find_bodies, tell

    found = [tell(one, on) for one in find_bodies(name, on)]
    if as_json:
        screen.say_json([_as_json(told, on, store) for told in found])
        return
    if len(found) > _ENOUGH:
        _choose(name, found)
        raise typer.Exit(2)
    for place, told in enumerate(found):
        if place:
            screen.say()
        _say(told, on, store)


def _choose(name: str, found: Sequence[Told]) -> None:
    rows = [(told.body.label, _where(told.body), _span(told), _key(told.body)) for told in found]
    screen.table(("name", "in", "existed", "unit"), rows)
    screen.warn(f"kg: {len(found)} bodies are called {name}; add the unit above after a comma, or --on DATE")


def _say(told: Told, on: str | None, store: Path) -> None:
    screen.say(f"{told.body.label}  ({told.kind_en})", "bold")
    level = f"level {told.level} ({_LEVELS[told.level]})" if told.level is not None else "level unknown"
    screen.say(" · ".join(part for part in (_where(told.body), _key(told.body), level) if part), "dim")
    screen.say(f"existed: {_span(told)}")
    for bound in dict.fromkeys(filter(None, (told.lifetime.since, told.lifetime.until))):
        screen.say(f"  {bound.date}: {_because(bound)}", "dim")
    for name, span in told.names:
        screen.say(f"called: {name} ({span})")
    if told.existence is not None:
        screen.say(f"on {on}: {told.existence.value}")
    for how, above in told.above:
        screen.say(f"{how}: {above.label}")
    if told.leader is not None:
        screen.say(f"led by: {told.leader.label}")
    for part in told.parts:
        screen.say(f"has: {part.label}")
    for event in told.preceded:
        _say_event("came from", event, event.before)
    for event in told.followed:
        _say_event("followed by", event, event.after)
    named = _named(told.body, store)
    if named is not None:
        screen.say(f"named in {named['articles']:,} articles", "dim")


def _say_event(how: str, event: Event, others: Sequence[Organization]) -> None:
    reason = ", ".join(part for part in (event.rule, event.basis) if part)
    if not others:
        screen.say(f"{how}: nothing of its kind ({event.date}, {reason})")
    for other in others:
        screen.say(f"{how}: {other.label} ({event.date}, {reason})")


def _because(bound: Bound) -> str:
    return ", ".join(part for part in (bound.rule, bound.basis, bound.source) if part)


def _span(told: Told) -> str:
    """Show the stretches, the first and the last day counted."""
    if not told.lifetime.stretches:
        return "never"
    ends = ((stretch.since, stretch.until) for stretch in told.lifetime.stretches)
    return "; ".join(f"{s.date if s else '?'} to {u.date if u else 'today'}" for s, u in ends)


def _where(body: Organization) -> str:
    """Show the unit and those above it."""
    from kg.bodies import history

    unit = body.territory
    if unit is None:
        return ""
    above = [one.full_name for one in history().places.above(unit)]
    return ", ".join([unit.full_name, *above])


def _key(body: Organization) -> str:
    unit = body.territory
    return unit.key or "" if unit is not None else ""


def _named(body: Organization, store: Path) -> dict[str, Any] | None:
    """Count the articles of a graph that name a body, if there is a graph and a body of it there."""
    from kg.body import articles_naming
    from kg.store import MARKER, open_store

    if not (store / MARKER).is_file():
        return None
    with open_store(store, read_only=True) as opened:
        return articles_naming(opened, body)


def _as_json(told: Told, on: str | None, store: Path) -> dict[str, Any]:
    return {
        "name": told.body.label,
        "kind": told.body.kind,
        "kind_label": {"vi": told.kind, "en": told.kind_en},
        "unit": _key(told.body) or None,
        "where": _where(told.body) or None,
        "level": told.level,
        "existed": [
            {"since": _bound(stretch.since), "until": _bound(stretch.until)}
            for stretch in told.lifetime.stretches
        ],
        "names": [{"name": name, "time": span} for name, span in told.names],
        "on": {"date": on, "existence": told.existence} if told.existence is not None else None,
        "above": [{"how": how, **_short(above)} for how, above in told.above],
        "led_by": _short(told.leader) if told.leader is not None else None,
        "parts": [_short(part) for part in told.parts],
        "came_from": [_event(event) for event in told.preceded],
        "followed_by": [_event(event) for event in told.followed],
        "graph": _named(told.body, store),
    }


def _bound(bound: Bound | None) -> dict[str, Any] | None:
    if bound is None:
        return None
    return {"date": bound.date, "rule": bound.rule, "basis": bound.basis, "source": bound.source}


def _short(body: Organization) -> dict[str, Any]:
    return {"name": body.label, "kind": body.kind, "unit": _key(body) or None}


def _event(event: Event) -> dict[str, Any]:
    return {
        "date": event.date,
        "rule": event.rule,
        "basis": event.basis,
        "source": event.source,
        "before": [_short(body) for body in event.before],
        "after": [_short(body) for body in event.after],
    }
