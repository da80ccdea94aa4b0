"""``kg evaluate`` and ``kg diff``: how good the facts are, and what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli import screen
from kg.cli.options import STORE, JsonOption, StoreOption

if TYPE_CHECKING:
    from kg.differences import Change
    from kg.evaluate import Score

Tables = Mapping[str, Sequence[Mapping[str, str]]]


class List(StrEnum):
    """The seven lists of facts."""

    POSITIONS = "positions"
    DOCUMENTS = "documents"
    LINKS = "links"
    THEMES = "themes"
    INDICATORS = "indicators"
    CONGRESSES = "congresses"
    EVENTS = "events"


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="A folder of gold files, ARTICLE.json.")],
    store: StoreOption = STORE,
    show: Annotated[
        List | None, typer.Option(help="List the missing and spurious rows of one list.", show_default=False)
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Compare the facts of the graph with facts that people read out of the same articles.

    Strict means that all fields which matter agree, core that those agree without which a row would be
    useless.

    Example: kg evaluate gold/ --show positions
    """
    from kg.evaluate import evaluate, read_gold
    from kg.knowledge import open_graph

    wanted = read_gold(gold)
    with open_graph(store) as graph:
        known = set(graph.articles())
        scores = evaluate(wanted, graph.tables())
    if as_json:
        screen.say_json({name: _figures(score) for name, score in scores.items()})
        return
    if show is not None:
        _show(scores[show.value], wanted, show.value)
    rows = [
        (name, s.gold, s.found, *(f"{value:.3f}" for f in (s.strict, s.core) for value in asdict(f).values()))
        for name, s in scores.items()
    ]
    figures = [f"{mode} {figure}" for mode in ("strict", "core") for figure in ("P", "R", "F1")]
    screen.table(("list", "gold", "found", *figures), rows, numbers=("gold", "found", *figures))
    missing = sorted(wanted.keys() - known)
    if missing:
        screen.warn(
            f"kg: {len(missing)} of {len(wanted)} articles are not in the graph, {missing[0]} for one"
        )


def _figures(score: Score) -> dict[str, Any]:
    def rounded(figures: Any) -> dict[str, float]:
        return {name[:1] if name != "f1" else name: round(n, 3) for name, n in asdict(figures).items()}

    return {
        "gold": score.gold,
        "found": score.found,
        "strict": rounded(score.strict),
        "core": rounded(score.core),
    }


def _show(score: Score, gold: Mapping[str, Mapping[str, Any]], name: str) -> None:
    columns = next((list(row) for lists in gold.values() for row in lists.get(name) or ()), [])
    columns = [column for column in columns if column != "quote"]
    rows = [("missing", *each) for each in score.missing] + [("spurious", *each) for each in score.spurious]
    rows.sort(key=lambda each: each[1])
    screen.table(
        ("", "article", *columns),
        [
            (kind, article, *("" if row.get(c) is None else str(row.get(c)) for c in columns))
            for kind, article, row in rows
        ],
    )


def diff(
    before: Annotated[Path, typer.Argument(metavar="A", help="A store, or a folder of CSV tables.")],
    after: Annotated[Path, typer.Argument(metavar="B", help="Another one.")],
    as_json: JsonOption = False,
) -> None:
    """Show the facts that B gained, lost or has otherwise than A.

    Example: kg diff last-week-store dangbo-store
    """
    from kg.differences import differences

    changes = differences(_tables(before), _tables(after))
    if as_json:
        screen.say_json([{"change": c.kind, **asdict(c), "fields": c.fields} for c in changes])
        return
    if changes:
        screen.table(("change", "table", "fact", "what"), [_row(change) for change in changes])
    kinds = Counter(change.kind for change in changes)
    screen.say(", ".join(f"{kinds[kind]} {kind}" for kind in ("gained", "lost", "changed")))


def _tables(folder: Path) -> Tables:
    from kg.differences import read_tables
    from kg.knowledge import open_graph
    from kg.store import MARKER

    if not (folder / MARKER).is_file():
        return read_tables(folder)
    with open_graph(folder) as graph:
        return graph.tables()


def _row(change: Change) -> tuple[str, str, str, str]:
    from kg.differences import KEYS, OTHERS

    row = change.after if change.after is not None else change.before or {}
    key = " · ".join(row.get(name) or "" for name in KEYS[change.table] if row.get(name))
    if change.kind == "changed":
        what = "; ".join(f"{name}: {old or '–'} → {new or '–'}" for name, (old, new) in change.fields.items())
    else:
        what = "; ".join(f"{name}: {row[name]}" for name in OTHERS[change.table] if row.get(name))
    return change.kind, change.table, key, what
