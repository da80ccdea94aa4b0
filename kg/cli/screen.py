"""What the verbs print: tables, lines and messages, with nothing in them that a terminal would obey.

Text from articles is never trusted: control characters and marks that change the direction of writing are
replaced, and rich's own markup is never read from it.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

EVIDENCE: Final = "bold yellow"
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb]"
)
_NARROWEST: Final = 60


def clean(text: object) -> str:
    """Give a text on one line, without characters that would steer a terminal."""
    return _UNSAFE.sub("\ufffd", str(text).replace("\n", " ").replace("\t", " "))


def out() -> Console:
    """Give standard output."""
    return Console(highlight=False, emoji=False, markup=False)


def err() -> Console:
    """Give standard error."""
    return Console(stderr=True, highlight=False, emoji=False, markup=False, soft_wrap=True)


def say(text: str = "", style: str | None = None) -> None:
    """Print one line."""
    out().print(Text(clean(text), style or ""), soft_wrap=True)


def warn(text: str) -> None:
    """Print one line to standard error."""
    err().print(Text(clean(text)))


def say_json(value: Any) -> None:
    """Print JSON for a program."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def say_json_list(values: Iterable[Any]) -> None:
    """Print a list of JSON for a program, value by value: the same text as the whole list gives."""
    comma = ""
    for value in values:
        if not comma:
            sys.stdout.write("[")
        told = json.dumps(value, ensure_ascii=False, indent=2).replace("\n", "\n  ")
        sys.stdout.write(f"{comma}\n  {told}")
        comma = ","
    sys.stdout.write("\n]\n" if comma else "[]\n")


def raw(text: str) -> None:
    """Print a document (CSV, Turtle) as it is."""
    sys.stdout.write(text)


def table(
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    title: str | None = None,
    numbers: Sequence[str] = (),
) -> None:
    """Print a table; ``numbers`` names the columns that are set to the right.

    On a terminal cells are wrapped to its width; into a file or a pipe each row goes on one line.
    """
    console = out()
    made = Table(title=title, box=SIMPLE_HEAD, title_justify="left", title_style="bold", pad_edge=False)
    for column in columns:
        made.add_column(
            Text(column),
            justify="right" if column in numbers else "left",
            overflow="fold",
            no_wrap=not console.is_terminal,
        )
    for row in rows:
        made.add_row(*(cell if isinstance(cell, Text) else Text(clean(cell)) for cell in row))
    if not console.is_terminal:
        console.width = max(_NARROWEST, console.measure(made, options=_wide(console)).maximum)
    console.print(made)


def _wide(console: Console) -> Any:
    return console.options.update(width=1_000_000, max_width=1_000_000)


@dataclass(frozen=True, slots=True)
class Node:
    """A line of a tree and the lines below it."""

    line: Text
    below: Sequence[Node] = ()


def plain(text: str) -> Text:
    """Give a text as a line that a terminal shows as it is."""
    return Text(clean(text))


def quoted(source: str, sentence: str, start: int, end: int) -> Text:
    """Give a sentence with its evidence marked, and where it stands."""
    return Text.assemble(marked(sentence, start, end), (f"  [{clean(source)}]", "dim"))


def tree(root: Node) -> None:
    """Print a tree."""

    def add(branch: Tree, nodes: Sequence[Node]) -> None:
        for node in nodes:
            add(branch.add(node.line), node.below)

    console = out()
    made = Tree(root.line)
    add(made, root.below)
    if console.is_terminal:
        console.print(made)
    else:
        console.width = max(_NARROWEST, console.measure(made, options=_wide(console)).maximum)
        console.print(made, soft_wrap=True)


def marked(sentence: str, start: int, end: int) -> Text:
    """Give a sentence with the evidence in it marked: in colour, or by «» where there is none."""
    before, quote, after = (clean(part) for part in (sentence[:start], sentence[start:end], sentence[end:]))
    if out().is_terminal:
        return Text.assemble(before, (quote, EVIDENCE), after)
    return Text(f"{before}«{quote}»{after}")


def show(text: Text, indent: int = 0) -> None:
    """Print a text, wrapped and indented on a terminal, on one line elsewhere."""
    console = out()
    if console.is_terminal:
        console.print(Padding(text, (0, 0, 0, indent)))
    else:
        console.print(Text(" " * indent) + text, soft_wrap=True)
