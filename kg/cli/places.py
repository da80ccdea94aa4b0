"""``kg unit``: what a unit's name means, and what became of the unit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli import screen
from kg.cli.options import JsonOption
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.gazetteer import Gazetteer, Question

_MANY, _ROWS = 6, 12
"""So many units are told at length, so many are rows of a table."""


def unit(
    name: Annotated[
        str | None,
        typer.Argument(help="A name, with type and units above it if you like.", show_default=False),
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="A day, month or year: 2022-07-01, 2022.")
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option("--type", metavar="TYPE", help="city, town, ward … in English or Vietnamese."),
    ] = None,
    within: Annotated[
        list[str] | None, typer.Option("--in", metavar="UNIT", help="A unit above it.", show_default=False)
    ] = None,
    near: Annotated[
        list[str] | None,
        typer.Option(metavar="UNIT", help="A unit named beside it; may be repeated.", show_default=False),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every unit there is, into --out.")] = False,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH", help="With --all: a .ttl, .nt, .nq, .trig or .csv file.", show_default=False
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Tell which unit a name means, what it was on a date, and what became of it.

    Names may be written without marks. A name that several units have is decided by type, date, the units
    above and beside it; if it can't be decided, all that it can mean are shown, and what would decide (exit
    code 1). No graph is needed.

    Some examples:

    kg unit "Tân Uyên" --on 2022-07-01

    kg unit "phường Quang Trung, Uông Bí"

    kg unit "Cộng Hòa" --on 2022 --near "Cẩm Phả"

    kg unit --all --out units.ttl
    """
    from kg.lexicon import lexicon

    gazetteer = lexicon().gazetteer
    if everything or out is not None:
        _write(gazetteer, name, out)
        return
    if not name:
        raise UsageError("which unit? give a name, or --all --out units.ttl for every unit")
    _answer(gazetteer, _question(gazetteer, name, on, kind, within or (), near or ()), as_json)


def _write(gazetteer: Gazetteer, name: str | None, out: Path | None) -> None:
    from kg.division import write_division

    if name is not None or out is None:
        raise UsageError("--all and --out belong together, without a name: kg unit --all --out units.ttl")
    write_division(gazetteer, out)
    screen.say(f"Wrote {out}")


def _question(
    gazetteer: Gazetteer,
    name: str,
    on: str | None,
    kind: str | None,
    within: list[str] | tuple[str, ...],
    near: list[str] | tuple[str, ...],
) -> Question:
    from kg.gazetteer import Question
    from kg.normalise import plain
    from kg.timespan import bounds

    if on is not None and bounds(on) == (None, None):
        raise UsageError(f"--on {on}: not a date; write 2022-07-01, 2022-07 or 2022")
    type_ = None
    if kind is not None:
        forms = {plain(form).rstrip("."): t.key for t in gazetteer.types for form in (t.key, *t.forms)}
        type_ = forms.get(plain(kind).strip().rstrip("."))
        if type_ is None:
            raise UsageError(
                f"--type {kind}: no type; the types are {', '.join(t.key for t in gazetteer.types)}"
            )
    return Question(name, on, type_, tuple(within), tuple(near))


def _answer(gazetteer: Gazetteer, question: Question, as_json: bool) -> None:
    from kg.gazetteer import look_up
    from kg.gazetteer.told import told_answer

    answer = look_up(gazetteer, question)
    if not answer.candidates:
        raise UsageError(f"{question.name}: no unit is or was called so")
    told = told_answer(gazetteer, question, answer)
    if as_json:
        screen.say_json(told)
    else:
        _say(told)
    if answer.decided is None:
        raise typer.Exit(1)


def _say(told: dict[str, Any]) -> None:
    fitting = [candidate for candidate in told["candidates"] if not candidate["ruled_out"]]
    others = [candidate for candidate in told["candidates"] if candidate["ruled_out"]]
    decided = [candidate for candidate in fitting if candidate["key"] == told["decided"]]
    if decided:
        _story(decided[0])
        others = [candidate for candidate in told["candidates"] if candidate is not decided[0]]
    else:
        screen.say(f"Undecided: {told['name']} can mean {len(fitting) or 'none'} of these", "bold")
        if len(fitting) > _MANY:
            _table(fitting)
        for candidate in fitting if len(fitting) <= _MANY else ():
            screen.say()
            _story(candidate)
        for option, values in told["to_decide"].items():
            screen.say(f"{option} would decide: {' | '.join(values)}")
    if others:
        screen.say()
        _table(others, title="Also called so")


def _table(candidates: list[dict[str, Any]], title: str | None = None) -> None:
    rows = [
        (c["unit"], ", ".join(c["in"]), c["code"], c["valid"], "; ".join(r["says"] for r in c["reasons"]))
        for c in candidates
    ]
    screen.table(("unit", "in", "code", "valid", "why"), rows[:_ROWS], title=title)
    if len(rows) > _ROWS:
        screen.say(f"… {len(rows) - _ROWS} more; --json shows all", "dim")


def _story(told: dict[str, Any]) -> None:
    where = f"  {told['latitude']}, {told['longitude']}" if told["latitude"] is not None else ""
    screen.say(told["unit"], "bold")
    screen.say(f"  code {told['code']} ({told['key']}), valid {told['valid']}{where}")
    if told["in"]:
        screen.say(f"  in {', '.join(told['in'])}; today in {', '.join(told['in_today'])}")
    if len(told["phases"]) > 1:
        screen.say("  was " + "; ".join(f"{phase['unit']} {phase['valid']}" for phase in told["phases"]))
    for change in told["changes"]:
        basis = f" ({change['act']})" if change["act"] else ""
        before, after = _names(change["before"]), _names(change["after"])
        screen.say(f"  {change['date']} {', '.join(change['kinds'])}{basis}: {before} → {after}")
    for reason in told["reasons"]:
        screen.say(f"  because: {reason['says']}", "dim")


def _names(units: list[dict[str, Any]]) -> str:
    return ", ".join(unit["unit"] for unit in units) or "–"
