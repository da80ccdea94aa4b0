"""``kg validate``: what is wrong with the graph, and what is odd in its sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from kg.cli import screen
from kg.cli.options import STORE, JsonOption, Language, StoreOption
from kg.cli.progress import steps
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.explain import Texts
    from kg.knowledge import KnowledgeGraph
    from kg.validate import Passage, Report, Result

_STYLES = {"Violation": "bold red", "Warning": "yellow", "Info": "dim"}
_CONTEXT = 80
#: A table of more is nothing to read, and would have to be held to be laid out.
_SHOWN = 1000


def validate(
    store: StoreOption = STORE,
    report: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write the standard SHACL report as Turtle.", show_default=False),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="List notes (Info), too, not only count them.")
    ] = False,
    language: Annotated[Language, typer.Option(help="The language of the messages.")] = Language.EN,
    as_json: JsonOption = False,
) -> None:
    """Check the graph against the shapes.

    A Violation means that the graph is wrong, a Warning that a source is odd, an Info that something is
    missing.  Each comes with the sentence to look at.  The exit code is 1 when there is a Violation.

    Example: kg validate --report report.ttl
    """
    from kg.explain import Texts
    from kg.knowledge import open_graph

    with open_graph(store) as graph:
        found = _checked(graph)
        if report is not None:
            _write(report, found)
        texts = Texts(graph.store)
        if as_json:
            screen.say_json_list(_as_json(result, texts) for result in found.results)
        else:
            _say(found, texts, every, language)
    if not found.conforms:
        raise typer.Exit(1)


def _checked(graph: KnowledgeGraph) -> Report:
    with steps("Checking") as reached:
        return graph.validate(on_progress=reached)


def _write(path: Path, found: Report) -> None:
    try:
        found.write(path)
    except OSError as error:
        raise UsageError(f"{path}: can't be written: {error.strerror or error}") from error


def _say(found: Report, texts: Texts, every: bool, language: Language) -> None:
    counts = Counter(result.severity.value for result in found.results)
    shown = (result for result in found.results if every or result.severity != "Info")
    some = list(islice(shown, _SHOWN))
    if some:
        screen.table(("severity", "what", "where", "sentence"), _rows(some, texts, language))
    whole = counts.total() if every else counts.total() - counts["Info"]
    if whole > len(some):
        screen.say(f"{whole - len(some):,} more are not shown; --report FILE and --json have all.", "dim")
    words = ", ".join(f"{counts[name]:,} {name}" for name in _STYLES)
    screen.say(f"{'The graph is sound' if found.conforms else 'The graph is not sound'}: {words}.")
    if counts["Info"] and not every:
        screen.say("kg validate --all lists every Info, too.", "dim")


def _rows(results: Sequence[Result], texts: Texts, language: Language) -> Iterator[tuple[object, ...]]:
    for result in results:
        places = "; ".join(dict.fromkeys(passage.article for passage in result.passages))
        thing = result.focus.rpartition("/")[2]
        yield (
            Text(result.severity.value, _STYLES[result.severity.value]),
            result.message(language.value),
            f"{places or result.article or ''} {thing}".strip(),
            Text(" ").join(_clipped(texts, passage) for passage in result.passages),
        )


def _clipped(texts: Texts, passage: Passage) -> Text:
    """Mark the passage in its sentence, of which only so much is shown as helps to find it."""
    sentence, start, end = texts.around(passage.article, passage.start, passage.end)
    first, last = max(0, start - _CONTEXT), min(len(sentence), end + _CONTEXT)
    marked = screen.marked(sentence[first:last], start - first, end - first)
    return Text.assemble("…" if first else "", marked, "…" if last < len(sentence) else "")


def _as_json(result: Result, texts: Texts) -> dict[str, Any]:
    return {
        "severity": result.severity.value,
        "message": {"vi": result.message_vi, "en": result.message_en},
        "focus": result.focus,
        "path": result.path,
        "value": result.value_text,
        "shape": result.shape,
        "component": result.component,
        "article": result.article,
        "passages": [
            {
                "article": passage.article,
                "start": passage.start,
                "end": passage.end,
                "quote": passage.quote,
                "sentence": texts.around(passage.article, passage.start, passage.end)[0],
            }
            for passage in result.passages
        ],
    }
