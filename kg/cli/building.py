"""``kg build``: articles into the graph."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import defaults
from kg.cli import screen
from kg.cli.options import STORE, JsonOption, JudgementsOption, StoreOption
from kg.cli.progress import progress
from kg.errors import ReadError, UsageError

if TYPE_CHECKING:
    from kg import pipeline
    from kg.model import Judgement
    from kg.pipeline import Build, Unusable
    from kg.propose import Model

_NAMED = 10
"""So many copies of articles are named in the summary."""

_UNREAD_COLUMNS = ("pattern", "quote", "count", "article", "start", "end")


class Engine(StrEnum):
    """Where articles are read."""

    LOCAL = "local"
    DASK = "dask"


def build(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE", help="Files, folders, or - for standard input.", show_default=False),
    ],
    store: StoreOption = STORE,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the graph as Turtle, too.", show_default=False)
    ] = None,
    unread: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Write what was seen and could not be used, counted, as CSV (reads all articles again).",
            show_default=False,
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help="Processes.  [default: one, or one a core for many]", show_default=False
        ),
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Read articles again that have not changed.")
    ] = False,
    sync: Annotated[
        bool,
        typer.Option(
            "--sync",
            help="Remove articles that no SOURCE holds any more; none if something can't be read.",
        ),
    ] = False,
    judgements: JudgementsOption = None,
    llm: Annotated[
        bool,
        typer.Option(
            "--llm",
            help="Let a language model propose what the grammar leaves; it is asked at DANGBO_LLM_URL by the "
            "name DANGBO_LLM_MODEL with the key DANGBO_LLM_KEY, and the text must bear out what it says.",
        ),
    ] = False,
    base: Annotated[
        str | None,
        typer.Option(metavar="IRI", help="The base of the IRIs of a new store.", show_default=False),
    ] = None,
    engine: Annotated[
        Engine, typer.Option(help="Where articles are read: here, or on a cluster.")
    ] = Engine.LOCAL,
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="The Dask scheduler, tcp://HOST:8786.", show_default=False),
    ] = None,
    shards: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Where a cluster's shards go, best a folder that all machines see.  [default: in the store]",
            show_default=False,
        ),
    ] = None,
    shard_size: Annotated[
        int, typer.Option("--shard-size", min=1, metavar="N", help="Articles of a shard.")
    ] = 200,
    as_json: JsonOption = False,
) -> None:
    """Read articles into the graph.

    Text, Markdown, HTML pages, JSON lines (also .gz and .zst) and web archives (.warc, .warc.gz), in any
    encoding in use for Vietnamese.  An article that is read again replaces what it said before; one that has
    not changed is passed over.  What can't be read is named with its reason, the rest is built, and the exit
    code is 1.

    Example: kg build articles/ press.jsonl.gz --out graph.ttl
    """
    from kg import pipeline

    if sources and not any(source == "-" or _exists(source) for source in sources):
        raise UsageError(
            f"{sources[0]}: no such file or folder; give what to read, such as kg build articles/"
        )
    elsewhere = _engine(engine, scheduler, shards or store / "shards", shard_size, llm)
    seen: Counter[Unusable] = Counter()
    with progress("Reading articles", sources) as tick:
        done = pipeline.build(
            sources,
            store,
            base=base,
            jobs=jobs,
            engine=elsewhere,
            again=again or unread is not None,
            sync=sync,
            model=_model() if llm else None,
            judgements=_judgements(judgements),
            on_article=tick,
            on_error=_tell,
            on_unread=lambda unusable: seen.update((unusable,)) if unread is not None else None,
        )
    if out is not None:
        _export(store, out)
    if unread is not None:
        _write_unread(unread, seen)
    (_say_json if as_json else _say)(done, store, out)
    for problem in _unheeded(done):
        screen.warn(f"kg: {problem}")
    if done.errors or done.unknown or done.refused:
        raise typer.Exit(1)


def remove(
    articles: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ARTICLE...]",
            help="Identifiers; without any the articles are listed.",
            show_default=False,
        ),
    ] = None,
    store: StoreOption = STORE,
    judgements: JudgementsOption = None,
    as_json: JsonOption = False,
) -> None:
    """Remove articles from the graph, with all that only they say.

    What is computed across articles is computed anew; kg news tells what was withdrawn with them.  An article
    that is still among the sources comes back with the next kg build; kg build --sync removes those that
    are not.

    Example: kg remove uong-bi-2023
    """
    from kg import pipeline
    from kg.knowledge import open_graph

    if not articles:
        with open_graph(store) as graph:
            known = graph.articles()
        if as_json:
            screen.say_json(known)
        else:
            screen.raw("".join(f"{name}\n" for name in known))
        return
    removed = pipeline.remove(articles, store, _judgements(judgements))
    if as_json:
        screen.say_json({"removed": removed, "store": str(store)})
    else:
        screen.say(f"Removed {removed:,} article{'' if removed == 1 else 's'}.")


def _judgements(path: Path | None) -> tuple[Judgement, ...]:
    """Read the judgements of the file, or of the usual one when it is there."""
    from kg.identity import read_judgements

    usual = Path(defaults.JUDGEMENTS)
    if path is None and not usual.is_file():
        return ()
    return read_judgements(path or usual)


def _unheeded(done: Build) -> Iterator[str]:
    """Tell which judgements could not be followed."""
    for reference in done.unknown:
        yield f"judgement on {reference}: no article of the graph names that person; mend or remove the line"
    for judgement in done.refused:
        pair = f"{judgement.left} · {judgement.right}"
        yield f'judgement "same" on {pair}: another one says "different"; remove one of the two lines'


def _engine(
    engine: Engine, scheduler: str | None, shards: Path, size: int, llm: bool
) -> pipeline.Engine | None:
    """Give the cluster that is asked for; ``None`` for reading here."""
    if engine is Engine.LOCAL:
        if scheduler is not None:
            raise UsageError("--scheduler is for a cluster; add --engine dask")
        return None
    if scheduler is None:
        raise UsageError("--engine dask needs a scheduler; add --scheduler tcp://HOST:8786")
    if llm:
        raise UsageError("--llm and --engine dask don't go together; let the model propose in a local build")
    from kg.cluster import Dask

    return Dask(scheduler, shards, size=size)


def _model() -> Model:
    """Give the endpoint that the environment names."""
    from kg.propose import Client, settings_from_environment

    return Client(settings_from_environment())


def _exists(source: str) -> bool:
    try:
        return Path(source).exists()
    except (OSError, ValueError):
        return False


def _tell(error: ReadError) -> None:
    screen.warn(f"{error.source}: {error.reason}")


def _export(store: Path, out: Path) -> None:
    from kg.knowledge import open_graph

    with open_graph(store) as graph:
        graph.export(out, "turtle")


def _say(done: Build, store: Path, out: Path | None) -> None:
    read = f"{done.built:,} built" + (f", {done.unchanged:,} unchanged" if done.unchanged else "")
    read += f", {done.removed:,} removed" if done.removed else ""
    read += f", {len(done.repeated):,} repeated" if done.repeated else ""
    bad = f", {len(done.errors):,} could not be read" if done.errors else ""
    screen.table(
        ("in the graph", "count"), [(name, f"{n:,}") for name, n in done.counts.items()], numbers=("count",)
    )
    screen.say(f"Articles: {read}{bad}.")
    _say_repeated(done)
    screen.say(f"The graph is in {store}" + (f", as Turtle in {out}." if out is not None else "."))
    if not done.errors:
        screen.say("Next: kg query · kg validate · kg draw --out officials.html", "dim")


def _say_repeated(done: Build) -> None:
    """Name the copies that were counted once, the first few."""
    for copy in done.repeated[:_NAMED]:
        screen.say(f"  {copy.source} {copy.reason}", "dim")
    if len(done.repeated) > _NAMED:
        screen.say(f"  and {len(done.repeated) - _NAMED:,} more; --json names all", "dim")


def _say_json(done: Build, store: Path, out: Path | None) -> None:
    screen.say_json(
        {
            "built": done.built,
            "unchanged": done.unchanged,
            "removed": done.removed,
            "errors": [{"source": error.source, "reason": error.reason} for error in done.errors],
            "repeated": [{"source": copy.source, "reason": copy.reason} for copy in done.repeated],
            "unread": dict(sorted(done.unread.items())),
            "unheeded": list(_unheeded(done)),
            "store": str(store),
            "out": str(out) if out is not None else None,
            "graph": done.counts,
        }
    )


def _write_unread(path: Path, seen: Counter[Unusable]) -> None:
    """Write each wording once, with its count and the first place; patterns seen most go first."""
    patterns: Counter[str] = Counter()
    wordings: dict[tuple[str, str], list[Unusable]] = {}
    for unusable in sorted(seen.elements(), key=lambda u: (u.article, u.start, u.end, u.pattern)):
        patterns[unusable.pattern] += 1
        wordings.setdefault((unusable.pattern, unusable.quote), []).append(unusable)
    ordered = sorted(
        wordings.items(), key=lambda item: (-patterns[item[0][0]], item[0][0], -len(item[1]), item[0])
    )
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(_UNREAD_COLUMNS)
            for (pattern, quote), places in ordered:
                first = places[0]
                writer.writerow((pattern, quote, len(places), first.article, first.start, first.end))
    except OSError as error:
        raise UsageError(f"{path}: can't be written: {error.strerror or error}") from error
