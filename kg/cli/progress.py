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
    console = err()
    if not console.is_terminal:
        yield lambda: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(label, total=count(sources))
        yield lambda: bar.advance(task)


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
