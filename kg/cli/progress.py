"""A bar with counts and the time left, on a terminal only."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from kg.cli.screen import err

_BLOCK = 1 << 20
_RECORDS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")


@contextmanager
def progress(label: str, sources: Iterable[str]) -> Iterator[Callable[[], None]]:
    """Show a bar for the articles of ``sources``; yields what to call for each that is done."""
    with _bar() as bar:
        task = bar.add_task(label, total=None if bar.disable else count(sources))
        yield lambda: bar.advance(task)


@contextmanager
def steps(label: str) -> Iterator[Callable[[int, int], None]]:
    """Show a bar; yields what to tell how many things of how many are done."""
    with _bar() as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _bar() -> Progress:
    console = err()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)


def count(sources: Iterable[str]) -> int | None:
    """Count the articles that ``sources`` seem to hold; ``None`` when standard input is one of them."""
    total = 0
    for source in sources:
        if source == "-":
            return None
        path = Path(source)
        files = path.rglob("*") if path.is_dir() else (path,)
        total += sum(_articles(file) for file in files if file.is_file() and not file.name.startswith("."))
    return total


def _articles(path: Path) -> int:
    if not path.name.lower().endswith(_RECORDS):
        return 1
    try:
        with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(_BLOCK), b""))
    except (OSError, EOFError, zlib.error):
        return 1
