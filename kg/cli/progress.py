"""A bar with rate, counts and the time left, on a terminal only."""

from __future__ import annotations

import gzip
import os
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from kg.cli.screen import err

_SAMPLE = 1 << 20
_PACKED = ".gz"
_RECORDS = (".jsonl", ".ndjson")
_UNCOUNTED = (".zst", ".warc", ".warc.gz")


@contextmanager
def progress(label: str, sources: Iterable[str]) -> Iterator[Callable[[str], None]]:
    """Show a bar for the articles of ``sources``; yields what to tell for each what became of it."""
    outcomes: Counter[str] = Counter()
    with _bar(TextColumn("{task.fields[outcomes]}"), TextColumn("{task.fields[rate]}")) as bar:
        total = None if bar.disable else count(sources)
        task = bar.add_task(label, total=total, outcomes="", rate="")

        def tell(outcome: str) -> None:
            if bar.disable:
                return
            outcomes[outcome] += 1
            done = ", ".join(f"{n:,} {name}" for name, n in sorted(outcomes.items()))
            seconds = bar.tasks[task].elapsed or 0.0
            rate = f"{outcomes.total() / seconds:,.0f}/s" if seconds >= 1 else ""
            bar.update(task, advance=1, outcomes=done, rate=rate)

        yield tell


@contextmanager
def steps(label: str) -> Iterator[Callable[[int, int], None]]:
    """Show a bar; yields what to tell how many things of how many are done."""
    with _bar() as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _bar(*more: TextColumn) -> Progress:
    console = err()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, *more, console=console, transient=True, disable=not console.is_terminal)


def count(sources: Iterable[str]) -> int | None:
    """Estimate how many articles ``sources`` hold; ``None`` where that can't be told without reading them.

    A file of records is judged by its first megabyte, so that work on a large one begins at once.
    """
    total = 0
    for source in sources:
        path = Path(source)
        files = _files(path) if path.is_dir() else iter((path,))
        for file in files:
            if source == "-" or file.name.lower().endswith(_UNCOUNTED):
                return None
            total += _articles(file) if file.is_file() else 0
    return total


def _files(folder: Path) -> Iterator[Path]:
    for parent, names, files in os.walk(folder):
        names[:] = [name for name in names if not name.startswith(".")]
        yield from (Path(parent, name) for name in files if not name.startswith("."))


def _articles(path: Path) -> int:
    name = path.name.lower()
    packed = name.endswith(_PACKED)
    if not name.removesuffix(_PACKED).endswith(_RECORDS):
        return 1
    try:
        with path.open("rb") as file, gzip.GzipFile(fileobj=file) if packed else file as text:
            sample = text.read(_SAMPLE)
            # what the sample took of the file: less was read than was looked ahead, at most by a buffer
            taken = min(file.tell(), path.stat().st_size)
            whole = not text.read(1)
    except (OSError, EOFError, zlib.error):
        return 1
    lines = sample.count(b"\n")
    return lines if whole or not taken else max(1, round(lines * path.stat().st_size / taken))
