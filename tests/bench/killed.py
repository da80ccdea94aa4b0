"""A build that is killed again and again, and resumed, against one that is left alone: the same bytes?

    python -m tests.bench.killed [--articles 5000] [--kills 20] [--seed 1] [--jobs 2] [--apart]

The program runs as a user runs it, in a process of its own, over made-up articles, and is killed (SIGKILL) at
random moments of its run, drawn from the seed.  Each time the same command goes on from there; when it comes to
its end before it is killed, a new store is begun, until it was killed as often as asked.  Every store that came
to its end is compared with the undisturbed one: all quads, without the times at which they came in.  ``--apart``
builds as a large store is built, of which each graph that holds across articles is made by another process;
these end with the one that is killed, and what they were at is made anew.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox

from kg import open_graph
from kg.cli import screen
from kg.vocab import DCTERMS, SCHEMA
from tests.bench.articles import articles
from tests.bench.corpus import ROOT

_TIMES = {DCTERMS.created, DCTERMS.modified}
_LARGE = (
    "import sys; from kg import computed; from kg.store import kg_store; "
    "computed._ALONE = kg_store._LARGE = 0; "
    "from kg.cli import main; sys.exit(main())"
)
"""The program, for which every store is a large one."""

_LEAST = 0.5
"""Seconds before which a process has hardly begun."""


@dataclass(frozen=True)
class Found:
    """A store that was killed so many times and came to its end: its digest, and its articles with repeats."""

    kills: int
    digest: str
    articles: int
    doubled: int


def content(folder: Path) -> list[str]:
    """Give the quads of a store as sorted lines, without the times at which its graphs came in."""
    with open_graph(folder) as graph:
        books = ox.NamedNode(graph.store.provenance)
        timed = (q for q in graph.store.quads if q.graph_name == books and q.predicate.value in _TIMES)
        left_out = set(timed)
        return sorted(str(quad) for quad in graph.store.quads if quad not in left_out)


def found(folder: Path, kills: int) -> Found:
    """Look at a store that came to its end."""
    digest = sha256("\n".join(content(folder)).encode()).hexdigest()
    with open_graph(folder) as graph:
        name, article = ox.NamedNode(DCTERMS.source), ox.NamedNode(SCHEMA.NewsArticle)
        named = Counter(
            quad.object
            for quad in graph.store.quads.quads_for_pattern(None, name, None)
            if quad.subject == quad.graph_name
        )
        known = {q.subject for q in graph.store.quads.quads_for_pattern(None, None, article)}
    return Found(kills, digest, len(known), sum(count - 1 for count in named.values()))


def command(source: Path, store: Path, jobs: int, *, apart: bool = False) -> list[str]:
    """The command that is killed, and goes on."""
    program = ["-c", _LARGE] if apart else ["-m", "kg"]
    return [sys.executable, *program, "build", str(source), "--store", str(store), "--jobs", str(jobs)]


def undisturbed(building: Sequence[str]) -> float:
    """Build, and give the seconds that it took."""
    begun = time.perf_counter()
    subprocess.run(building, cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - begun


def ends_within(building: Sequence[str], seconds: float) -> bool:
    """Build, and kill it when it takes longer; tells whether it came to its end.

    Comes back when all processes have ended that were begun for it: they have its standard error.
    """
    process = subprocess.Popen(building, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        _, errors = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.communicate()
        return False
    if process.returncode != 0:
        raise RuntimeError(f"the build ended with {process.returncode}: {errors.decode()}")
    return True


def killed(
    building: Callable[[Path], Sequence[str]], folder: Path, kills: int, seed: int, times: tuple[float, float]
) -> list[Found]:
    """Build in stores below ``folder`` and kill as often as asked, at random between two ``times`` of a run."""
    dice = random.Random(seed)
    stores: list[Found] = []
    left = kills
    while left or not stores:
        store, here, ended = folder / f"killed-{len(stores)}", 0, False
        while not ended:
            screen.say(f"killed {kills - left} times of {kills}", "dim")
            within = dice.uniform(*times) if left else 24 * 3600.0
            ended = ends_within(building(store), within)
            if not ended:
                here, left = here + 1, left - 1
        stores.append(found(store, here))
    return stores


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.killed",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--apart", action="store_true", help="each computed graph by a process of its own")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / "articles.jsonl"
        with source.open("wb") as file:
            file.writelines(articles(options.articles, options.seed))
        building = partial(command, source, jobs=options.jobs, apart=options.apart)
        whole = undisturbed(building(Path(scratch) / "whole"))
        wanted = found(Path(scratch) / "whole", 0)
        times = _LEAST, max(_LEAST, whole)
        stores = killed(building, Path(scratch), options.kills, options.seed, times)
    columns = ("kills", "articles", "doubled", "bytes")
    rows = [
        (one.kills, f"{one.articles:,}", one.doubled, "same" if one.digest == wanted.digest else "DIFFERENT")
        for one in (wanted, *stores)
    ]
    title = f"{options.articles:,} made-up articles, built in {whole:.0f} s when left alone"
    screen.table(columns, rows, title=title, numbers=columns[:3])
    if any(one.digest != wanted.digest or one.articles != options.articles for one in stores):
        sys.exit(1)


if __name__ == "__main__":
    main()
