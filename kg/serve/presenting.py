"""The answers to questions as a reader wants them: codes, dates and numbers in words, names that are links.

The columns of an answer are those of its query, for programs; a page leaves out what is empty and what says
the same twice.  The downloads have everything as it came.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.errors import VocabularyError
from kg.lexicon import lexicon
from kg.serve.results import Cell, Table
from kg.serve.spoken import period
from kg.serve.wording import Words

#: The columns whose values are keys of a scheme of the vocabulary.
_SCHEMES: Final = {
    "status": "status", "step": "step", "part": "participation", "otherPart": "participation", "kind": "body",
}  # fmt: skip
#: The columns whose values are keys of words of the pages.
_CODED: Final = frozenset((
    *("kind", "measure", "outcome", "verdict", "basis", "relation", "assertion", "found", "reading"),
    *("likeness", "finding"),
))  # fmt: skip
_CODE: Final = re.compile(r"[a-z][a-z -]*")
_LEVEL: Final = "evel"
_TIME: Final = re.compile(r"(?:1[89]|20)\d\d(?:-(?:0[1-9]|1[0-2]|H[12]|Q[1-4])(?:-\d\d)?|(?=/))(?:/[\d.-]*)?")
_DEGREES: Final = frozenset(("lat", "long"))


def presented(table: Table, words: Words) -> Table:
    """Give an answer as a page shows it; a graph, and yes or no, stay as they are."""
    if table.triples or table.truth is not None:
        return table
    named = _named(table)
    kept = [
        place
        for place, column in enumerate(zip(*table.rows, strict=True))
        if place not in named.values() and any(cell.text for cell in column)
    ]
    rows = tuple(
        tuple(
            _said(_linked(row, place, named.get(place)), table.columns[place], words)
            for place in kept
        )
        for row in table.rows
    )
    return replace(table, columns=tuple(table.columns[place] for place in kept), rows=rows)


def _linked(row: tuple[Cell, ...], place: int, thing: int | None) -> Cell:
    if thing is None:
        return row[place]
    return replace(row[place], iri=row[thing].iri, link=row[thing].link)


def _named(table: Table) -> dict[int, int]:
    """Give the columns of names whose things stand in a column of their own, with that column."""
    columns = list(zip(*table.rows, strict=True))
    found: dict[int, int] = {}
    for things, column in enumerate(columns):
        if any(cell.link for cell in column):
            names = (place for place in _beside(columns, things) if place not in found)
            if (named := next(names, None)) is not None:
                found[named] = things
    return found


def _beside(columns: list[tuple[Cell, ...]], things: int) -> Iterator[int]:
    for place, column in enumerate(columns):
        pairs = zip(column, columns[things], strict=True)
        if place != things and all(name.text == thing.text and not name.iri for name, thing in pairs):
            yield place


def _said(cell: Cell, column: str, words: Words) -> Cell:
    """Say a cell in the words of the reader's language."""
    text = cell.text
    if cell.number or (column.endswith(_LEVEL) and text.isdecimal()):
        return _counted(cell, column, words)
    if cell.iri and not cell.link:
        return cell
    if _CODE.fullmatch(text):
        return replace(cell, text=_decoded(text, column, words))
    if _TIME.fullmatch(text):
        return replace(cell, text=period(words, text))
    return replace(cell, text=text.replace(" @ ", ", "))


def _counted(cell: Cell, column: str, words: Words) -> Cell:
    text = cell.text
    if column.endswith(_LEVEL):
        named = f"level_{text}"
        return replace(cell, text=words(named), number=False) if named in words else cell
    try:
        value = float(text)
    except ValueError:
        return cell
    if column in _DEGREES:
        value = round(value, 4)
    return replace(cell, text=words.number(int(value) if value == int(value) else value))


def _decoded(code: str, column: str, words: Words) -> str:
    """Say a code in words: a concept of the vocabulary, or a word of the pages."""
    named = f"code_{code.replace(' ', '-')}"
    if column in _CODED and named in words:
        return words(named)
    if column == "rule":
        return words.rule(code)
    try:
        concept = lexicon().concept(_SCHEMES.get(column, ""), code)
    except VocabularyError:
        return code
    return (concept.label_en if words.language == "en" else concept.label) or concept.label
