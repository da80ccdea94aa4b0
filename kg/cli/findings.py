"""``kg check``: what the articles contradict each other in, with the sentences on both sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from kg import defaults
from kg.cli import screen, signing
from kg.cli.options import STORE, JsonOption, JudgementsOption, Language, StoreOption
from kg.cli.progress import steps
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.check import Finding, Told
    from kg.explain import Texts

_STYLES = {"contradiction": "bold red", "odd": "yellow", "note": "dim"}
_NOTE = "note"
_CONTEXT = 120


def check(
    store: StoreOption = STORE,
    kind: Annotated[
        list[str] | None,
        typer.Option(metavar="KIND", help="Only findings of this kind or gravity; may be repeated."),
    ] = None,
    unit: Annotated[
        str | None,
        typer.Option(metavar="NAME|IRI", help="Only what is about this unit or lies in it."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="List notes, too, not only count them.")] = False,
    dismissed: Annotated[bool, typer.Option("--dismissed", help="List only what was dismissed.")] = False,
    dismiss: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Dismiss a finding: it is not listed again.", show_default=False),
    ] = None,
    undo: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Take the dismissal of a finding back.", show_default=False),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(metavar="WHO", help="Who dismisses (the user, when left out).", show_default=False),
    ] = None,
    why: Annotated[str, typer.Option(metavar="TEXT", help="Why.", show_default=False)] = "",
    judgements: JudgementsOption = None,
    language: Annotated[Language, typer.Option(help="The language of the messages.")] = Language.EN,
    as_json: JsonOption = False,
) -> None:
    """List what the articles contradict each other in, and what can hardly be.

    A contradiction can't be true on both sides, what is odd can hardly be, a note is worth a look. Each comes
    with its sentences, their articles and dates, and how many independent witnesses there are: copies of one
    article count once. The exit code is 1 when something but notes was found. What was looked at and needs no
    more can be dismissed by the name at the end of its first line; that is written into the file of
    judgements, and it stays away as long as the articles say the same.

    Kinds: two-holders, two-values, sum, two-accounts-of-document, two-terms, two-themes (contradiction);
    order-in-time, no-such-body, implausible (odd); look-alike, held-again (note).

    Example: kg check --kind two-holders --unit "Quảng Ninh"

    Example: kg check --dismiss 1a2b3c4d --why "one of them acted for the other"
    """
    from kg.explain import Texts
    from kg.knowledge import open_graph

    book = judgements if judgements is not None else Path(defaults.JUDGEMENTS)
    if undo is not None:
        _undo(book, undo)
        return
    with open_graph(store) as graph:
        with steps("Checking") as reached:
            found = graph.check(*(kind or ()), unit=unit, on_progress=reached)
        if dismiss is not None:
            _dismiss(book, found, dismiss, by if by is not None else signing.user(), why)
            return
        aside = _dismissed(book, named=judgements is not None)
        found = tuple(finding for finding in found if (finding.id in aside) == dismissed)
        texts = Texts(graph.store)
        if as_json:
            screen.say_json([_as_json(finding, texts) for finding in found])
        else:
            _say(found, texts, every or dismissed, language)
    if not dismissed and any(finding.gravity.value != _NOTE for finding in found):
        raise typer.Exit(1)


def _dismissed(book: Path, *, named: bool) -> frozenset[str]:
    """Give the names of the findings that were dismissed; the usual file need not be there."""
    from kg.identity import read_dismissals

    if not named and not book.is_file():
        return frozenset()
    return frozenset(each.finding for each in read_dismissals(book))


def _dismiss(book: Path, found: Sequence[Finding], name: str, by: str, why: str) -> None:
    """Write down that a finding needs no more looking at."""
    from kg.identity import Dismissal, add_judgement

    finding = next((each for each in found if each.id == name), None)
    if finding is None:
        raise UsageError(f"{name}: no finding of this name; kg check --all lists them, the name last")
    add_judgement(book, Dismissal(finding.id, finding.kind, by, signing.today(), why))
    screen.say(f"Dismissed: {finding.message_en}")


def _undo(book: Path, name: str) -> None:
    from kg.identity import take_back_dismissal

    taken = take_back_dismissal(book, name) if book.is_file() else None
    if taken is None:
        raise UsageError(f"{book}: {name} is not dismissed there; kg check --dismissed lists what is")
    screen.say(f"Taken back: {taken.kind} {taken.finding}")


def _say(found: Sequence[Finding], texts: Texts, every: bool, language: Language) -> None:
    from kg.check import kinds

    for finding in found:
        if every or finding.gravity.value != _NOTE:
            name = kinds()[finding.kind].label(language.value)
            witnesses = f"{len(finding.witnesses)} witness{'' if len(finding.witnesses) == 1 else 'es'}"
            head = f"{finding.gravity.value} · {name} · {witnesses} · {finding.id}"
            screen.say(head, _STYLES[finding.gravity.value])
            screen.say(finding.message(language.value))
            for told in dict.fromkeys(told for side in finding.sides for told in side.told):
                screen.show(Text.assemble(_place(told), ": ", _clipped(texts, told)), 4)
            screen.say()
    counts = Counter(finding.gravity.value for finding in found)
    screen.say(", ".join(f"{counts[name]:,} {name}" for name in _STYLES))
    if counts[_NOTE] and not every:
        screen.say("kg check --all lists the notes, too.", "dim")


def _place(told: Told) -> str:
    date = f" ({told.date})" if told.date else ""
    return screen.clean(f"{told.article}{date}{', caption' if told.caption else ''}")


def _clipped(texts: Texts, told: Told) -> Text:
    """Mark the passage in its sentence, of which only so much is shown as helps to judge."""
    sentence, start, end = texts.around(told.article, told.start, told.end)
    first, last = max(0, start - _CONTEXT), min(len(sentence), end + _CONTEXT)
    marked = screen.marked(sentence[first:last], start - first, end - first)
    return Text.assemble("…" if first else "", marked, "…" if last < len(sentence) else "")


def _as_json(finding: Finding, texts: Texts) -> dict[str, Any]:
    return {
        "id": finding.id,
        "kind": finding.kind,
        "gravity": finding.gravity.value,
        "message": {"vi": finding.message_vi, "en": finding.message_en},
        "shape": finding.shape,
        "witnesses": list(finding.witnesses),
        "sides": [
            {"thing": side.thing, "passages": [_passage(told, texts) for told in side.told]}
            for side in finding.sides
        ],
    }


def _passage(told: Told, texts: Texts) -> dict[str, Any]:
    return {
        "article": told.article,
        "date": told.date,
        "start": told.start,
        "end": told.end,
        "quote": told.quote,
        "sentence": texts.around(told.article, told.start, told.end)[0],
        "caption": told.caption,
        "witness": told.witness,
    }
