"""``kg news`` and ``kg cascade``: what is new since a date, and how documents carry out one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import screen
from kg.cli.options import STORE, JsonOption, StoreOption

if TYPE_CHECKING:
    from kg.cascade import Step
    from kg.news import Item

_LEVELS = ("nation", "province", "district", "commune")


class Since(StrEnum):
    """What is meant by since."""

    KNOWN = "known"
    HAPPENED = "happened"


class Form(StrEnum):
    """How news is printed."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def news(
    since: Annotated[
        str,
        typer.Option("--since", metavar="DATE", help="A day, a month or a year: 2026-01-31, 2026-01, 2026."),
    ],
    by: Annotated[
        Since,
        typer.Option(help="known: what came into the graph since then; happened: what happened since then."),
    ] = Since.KNOWN,
    unit: Annotated[
        str | None,
        typer.Option(metavar="UNIT", help="Only what concerns a unit or lies in it.", show_default=False),
    ] = None,
    form: Annotated[Form, typer.Option("--format", "-f", help="How to print it.")] = Form.TEXT,
    store: StoreOption = STORE,
    as_json: JsonOption = False,
) -> None:
    """Tell what is new: posts begun and ended, themes, targets revised, results, documents, facts withdrawn.

    Grouped by kind and unit, each with its sentence.  What an article said that was removed or read anew is
    told as withdrawn.  Days are those of UTC.

    Some examples:

    kg news --since 2026-01-01

    kg news --since 2026-01 --by happened --unit "Quảng Ninh" --format markdown
    """
    from kg.knowledge import open_graph
    from kg.news import Meaning

    with open_graph(store) as graph:
        found = graph.news(since, meaning=Meaning(by.value), unit=unit)
    if as_json or form is Form.JSON:
        screen.say_json([{**asdict(item), "kind": item.kind.value} for item in found])
    elif form is Form.MARKDOWN:
        screen.raw("".join(_markdown(found)))
    else:
        _say(found)


def cascade(
    document: Annotated[
        str | None,
        typer.Argument(
            metavar="[DOCUMENT]",
            help="A number such as 08-NQ/TU, with @ ISSUER to tell several apart, or a title.",
            show_default=False,
        ),
    ] = None,
    sentences: Annotated[
        bool, typer.Option("--sentences", help="Show the sentences behind each step.")
    ] = False,
    store: StoreOption = STORE,
    as_json: JsonOption = False,
) -> None:
    """Show as a tree which documents carry out or change a document, level by level.

    Without a document it shows every tree.  What several articles tell of one document is brought together.

    Example: kg cascade "08-NQ/TU @ Tỉnh ủy Quảng Ninh" --sentences
    """
    from kg.knowledge import open_graph

    with open_graph(store) as graph:
        trees = graph.cascade(document)
    if as_json:
        screen.say_json([asdict(tree) for tree in trees])
        return
    for tree in trees:
        screen.tree(_node(tree, sentences))
    if not trees:
        screen.say("No article tells of a document that carries out or changes another.")


def _node(step: Step, sentences: bool) -> screen.Node:
    """Describe a document and those below it for the terminal."""
    level = f" ({_LEVELS[step.level]})" if step.level is not None else ""
    date = f", {step.date}" if step.date else ""
    relation = f"{step.relation}: " if step.relation else ""
    again = "  (see above)" if step.again else ""
    told = [
        screen.Node(screen.quoted(said.article, said.sentence, said.start, said.end)) for said in step.said
    ]
    below = [_node(lower, sentences) for lower in step.below]
    return screen.Node(
        screen.plain(f"{relation}{step.label}{date}{level}{again}"), [*(told if sentences else ()), *below]
    )


def _say(items: Sequence[Item]) -> None:
    for kind, of_kind in groupby(items, key=lambda item: item.kind):
        told = list(of_kind)
        screen.say(f"{kind.value} ({len(told):,})", "bold cyan")
        for unit, of_unit in groupby(told, key=lambda item: item.unit):
            screen.say(f"  {unit}", "bold")
            for item in of_unit:
                screen.say(f"  • {_line(item)}")
                screen.show(screen.marked(item.sentence, item.start, item.end), indent=6)
        screen.say()
    screen.say(f"{len(items):,} piece{'' if len(items) == 1 else 's'} of news", "dim")


def _line(item: Item) -> str:
    date = f"{item.date[:10]} " if item.date else ""
    also = f" and {len(item.also):,} more" if item.also else ""
    return f"{date}{item.text}  [{item.article}{also}]"


def _markdown(items: Iterable[Item]) -> Iterator[str]:
    """Write headings and lists; what comes from articles is escaped, so that it can't be markup."""
    for kind, of_kind in groupby(items, key=lambda item: item.kind):
        yield f"## {kind.value.capitalize()}\n\n"
        for unit, of_unit in groupby(of_kind, key=lambda item: item.unit):
            yield f"### {_escaped(unit)}\n\n"
            for item in of_unit:
                before, quote, after = (
                    _escaped(part)
                    for part in (
                        item.sentence[: item.start],
                        item.sentence[item.start : item.end],
                        item.sentence[item.end :],
                    )
                )
                yield f"- {_escaped(_line(item))}\n\n  > {before}**{quote}**{after}\n\n"


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in "\\`*_{}[]()#+-.!|<>~&" else char for char in screen.clean(text))
