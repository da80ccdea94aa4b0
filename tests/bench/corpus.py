"""What the benches read: the optional corpus folder, the gold files, and tables built the way a user builds them."""

from __future__ import annotations

import gzip
import json
import os
import sys
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from kg import build, open_graph
from kg.errors import KgError
from kg.evaluate import read_gold

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"
PARTY, STREAM = "press-party.jsonl.gz", "press-stream.jsonl.gz"

Tables = dict[str, list[dict[str, str]]]


@dataclass(frozen=True)
class GoldSet:
    """Gold articles with the sources to read them from; ``open`` ones may be looked at row by row."""

    name: str
    gold: Mapping[str, Mapping[str, Any]]
    sources: tuple[Path, ...]
    open: bool


def run(main: Callable[[], int | None]) -> None:
    """Run a bench; what it can't do it says in one line, without a traceback."""
    try:
        sys.exit(main())
    except KgError as error:
        sys.exit(f"bench: {error}")


def folder() -> Path | None:
    """The corpus folder: DANGBO_CORPUS, or ``shared`` beside the checkout when it is there."""
    named = os.environ.get("DANGBO_CORPUS")
    found = Path(named) if named else ROOT.parent / "shared"
    return found if found.is_dir() else None


def corpus_file(name: str) -> Path:
    """A file of the corpus folder's ``corpus``; ends the program with a line that says what is missing."""
    home = folder()
    if home is None or not (home / "corpus" / name).is_file():
        sys.exit(f"bench: no corpus/{name}; DANGBO_CORPUS names the folder that holds corpus/ and gold/")
    return home / "corpus" / name


def records(path: Path, ids: Collection[str] | None = None) -> Iterator[bytes]:
    """The lines of a gzipped JSONL file, or only those whose ``id`` is among ``ids``."""
    with gzip.open(path, "rb") as lines:
        for line in lines:
            if ids is None or json.loads(line)["id"] in ids:
                yield line


def cut(lines: Iterable[bytes], target: Path, most: int | None = None) -> Path:
    """Write lines, at most ``most`` of them, into a file."""
    with target.open("wb") as out:
        out.writelines(islice(lines, most))
    return target


def gold_sets(scratch: Path) -> Iterator[GoldSet]:
    """The gold sets that can be measured here; files that had to be cut out stand in ``scratch``."""
    for half, is_open in (("develop", True), ("measure", False)):
        place = GOLD / "provinces" / half
        yield GoldSet(
            f"provinces, {half}", read_gold(place), tuple(sorted(place.glob("*.txt"))), open=is_open
        )
    home = folder()
    if home is None:
        sys.stderr.write(
            "bench: no corpus folder; the articles of the other gold files stay outside the project, "
            "DANGBO_CORPUS names the folder that holds them\n"
        )
        return
    if (home / "gold").is_dir() and (home / "seeds").is_dir():
        yield GoldSet("source articles", read_gold(home / "gold"), (home / "seeds",), open=True)
    party = home / "corpus" / PARTY
    if party.is_file():
        for half, is_open in (("develop", True), ("measure", False)):
            gold = read_gold(GOLD / half)
            known = set(gold)
            source = cut(records(party, known), scratch / f"{half}.jsonl")
            yield GoldSet(half, gold, (source,), open=is_open)


def tables_of(sources: Iterable[Path], jobs: int | None = None) -> Tables:
    """Build a graph of ``sources`` in a scratch store and give its tables."""
    with tempfile.TemporaryDirectory() as scratch:
        store = Path(scratch) / "store"
        done = build(list(sources), store, jobs=jobs)
        for error in done.errors:
            sys.stderr.write(f"bench: {error.source}: {error.reason}\n")
        with open_graph(store) as graph:
            return graph.tables()
