"""How fast the way of the data is, stage by stage, and how much memory it takes.

    python -m tests.bench.speed [--slice 3000] [--profile]

Each stage is timed alone, in processor time of one process, the time of a stage that it calls taken off: a
scan or a recogniser that a rule asks for counts as such, not as the rule.  So the figures are of use on a
busy machine, too, though a processor that others share is slower; loading the vocabulary is not counted.
The ratio to reading and normalising alone is one of processor times in the same pass.  Articles that state
something, that only hold what no rule could use, and all others are timed apart: the last should cost little
beyond being read.  Whole builds are run as a user runs them, in a process of their own, with one job and with
two (``--no-builds`` leaves them out): these are by the clock, and depend on what else the machine does.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partialmethod
from inspect import isclass
from itertools import islice
from pathlib import Path
from typing import Any
from unittest.mock import patch

from kg import pipeline, read_articles, recognise
from kg.cli import screen
from kg.graph import quads
from kg.lexicon import lexicon
from kg.lexicon.matcher import Matcher
from kg.model import Article
from kg.nquads import written
from kg.recognise.bodies import BodyReader
from kg.recognise.units import UnitReader
from kg.store import open_store
from kg.vocab import Minter
from tests.bench.corpus import PARTY, ROOT, STREAM, corpus_file, cut, records
from tests.bench.ratios import note

STAGES = (
    "normalise",
    "recognise",
    "positions",
    "documents",
    "links",
    "themes",
    "indicators",
    "congresses",
    "events",
    "resolve",
    "quads",
)
"""The stages by their names in the pipeline, whose order of calls is the one that is timed."""

_ON_DEMAND: tuple[tuple[str, Any, str], ...] = (
    ("scan", Matcher, "hits"),
    *(("recognise", recognise, name) for name in ("countries", "roles", "people", "dates")),
    *(("recognise", BodyReader, name) for name in ("__init__", "at_home_and_abroad")),
    *(("recognise", UnitReader, name) for name in ("__init__", "typed", "untyped")),
)
"""What is done when a rule first asks for it, wherever that is."""

_HOTTEST = 25
_WARM = 20
"""Articles that are read before the clock runs, so that patterns are compiled."""


@dataclass
class Clock:
    """Processor time by stage; a stage that runs inside another one is taken off the outer one's time."""

    spent: Counter[str] = field(default_factory=Counter)
    _open: list[list[float]] = field(default_factory=list)

    @contextmanager
    def of(self, stage: str) -> Generator[None, None, None]:
        """Time what is done inside."""
        frame = [0.0]
        self._open.append(frame)
        begun = time.process_time_ns()
        try:
            yield
        finally:
            whole = time.process_time_ns() - begun
            self._open.pop()
            self.spent[stage] += int(whole - frame[0])
            if self._open:
                self._open[-1][0] += whole

    def wrapped(self, stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """Give ``work``, timed; what it yields is drawn to the end."""

        def timed(*arguments: Any) -> Any:
            with self.of(stage):
                result = work(*arguments)
                return list(result) if isinstance(result, Iterator) else result

        return timed


@dataclass(frozen=True)
class Timed:
    """One pass over articles, all in one process."""

    articles: int
    characters: int
    claims: int
    quads: int
    seconds: dict[str, float]
    kinds: dict[str, list[float]]
    """Seconds from text to quads of each article, by what it holds."""


def passed(source: Path) -> Timed:
    """Take the articles of ``source`` all the way, timing each stage."""
    words = lexicon()
    for item in islice(read_articles([source]), _WARM):
        if isinstance(item, Article):
            pipeline.facts(item, words)
    clock = Clock()
    articles = characters = claims = quads_of_all = 0
    kinds: dict[str, list[float]] = {"states something": [], "something unread": [], "neither": []}
    with tempfile.TemporaryDirectory() as scratch, _timed_stages(clock):
        graphs = []
        items = iter(read_articles([source]))
        while True:
            with clock.of("read"):
                item = next(items, None)
            if item is None:
                break
            if not isinstance(item, Article):
                continue
            begun = time.process_time()
            facts = pipeline.facts(item, words)
            lines = vars(pipeline)["quads"](facts)
            told = any(True for _ in facts.claims())
            kind = "states something" if told else "something unread" if facts.unread else "neither"
            kinds[kind].append(time.process_time() - begun)
            graphs.append((Minter().graph(item.id), lines))
            articles += 1
            characters += len(facts.text.content)
            claims += sum(1 for _ in facts.claims())
            quads_of_all += len(lines)
        with open_store(Path(scratch) / "store", create=True) as store, clock.of("load"):
            for _ in store.write((written(graph, lines) for graph, lines in graphs), minted=True):
                pass
    seconds = {name: n / 1e9 for name, n in clock.spent.items()}
    return Timed(articles, characters, claims, quads_of_all, seconds, kinds)


@contextmanager
def _timed_stages(clock: Clock) -> Generator[None, None, None]:
    with ExitStack() as patches:
        for name in STAGES:
            timed = clock.wrapped(name, getattr(pipeline, name))
            patches.enter_context(patch.object(pipeline, name, timed))
        for stage, home, name in _ON_DEMAND:
            timed = clock.wrapped(stage, getattr(home, name))
            patches.enter_context(patch.object(home, name, partialmethod(timed) if isclass(home) else timed))
        yield


@dataclass(frozen=True)
class Built:
    """A build by the command line; ``peak`` is the memory of its largest process in MB."""

    seconds: float
    processor: float
    peak: float


_WATCHED = """
import json, resource, subprocess, sys, time
begun = time.perf_counter()
code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([code, time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""
# The kernel counts the memory of the process that starts another one as that one's peak, so a small one starts it.


def built(source: Path, jobs: int) -> Built:
    """Run ``kg build`` in a process of its own."""
    with tempfile.TemporaryDirectory() as scratch:
        verb = ["-m", "kg", "build", str(source), "--store", f"{scratch}/store", "--jobs", str(jobs)]
        watched = [sys.executable, "-c", _WATCHED, sys.executable, *verb]
        run = subprocess.run(watched, cwd=ROOT, capture_output=True, text=True, check=True)
    code, seconds, processor, peak = json.loads(run.stdout)
    if code not in (0, 1):
        sys.exit(f"bench: kg build ended with {code}")
    return Built(seconds, processor, peak)


def _show(name: str, source: Path, *, builds: bool) -> None:
    once = passed(source)
    order = ["read", "normalise", "scan", *STAGES[1:], "load"]
    facts = sum(once.seconds[stage] for stage in order if stage not in ("quads", "load"))
    whole = sum(once.seconds.values())
    rows = [(stage, once.seconds[stage], once.articles / max(once.seconds[stage], 1e-9)) for stage in order]
    rows += [("read to facts", facts, once.articles / facts), ("read to store", whole, once.articles / whole)]
    columns = ("stage", "seconds", "share", "ms an article", "articles/s")
    screen.table(
        columns,
        [
            (stage, f"{s:.2f}", f"{s / whole:.0%}", f"{1000 * s / once.articles:.2f}", f"{rate:,.0f}")
            for stage, s, rate in rows
        ],
        title=f"{name}: {once.articles:,} articles, {once.characters / 1e6:.1f} million characters, "
        f"{once.claims:,} facts, {once.quads:,} quads; one process, processor time",
        numbers=columns[1:],
    )
    writing = once.quads / once.seconds["quads"], once.quads / once.seconds["load"]
    screen.say(f"quads written {writing[0]:,.0f}/s, loaded {writing[1]:,.0f}/s")
    alone = once.seconds["read"] + once.seconds["normalise"]
    screen.say(
        f"read to facts {facts / alone:.1f} times, read to store {whole / alone:.1f} times"
        " what reading and normalising take"
    )
    each = 1000 / once.articles
    own, other = f"{whole * each:.2f} ms", f"{alone * each:.2f} ms"
    note(f"an article of the {name}, read to store", own, "read, normalise", other, f"{whole / alone:.1f} of it")
    _show_kinds(once)
    if builds:
        _show_builds(name, source, once)


def _show_kinds(once: Timed) -> None:
    columns = ("an article that holds", "articles", "share", "ms each, text to quads")
    rows = [
        (kind, f"{len(s):,}", f"{len(s) / once.articles:.0%}", f"{1000 * sum(s) / max(len(s), 1):.2f}")
        for kind, s in once.kinds.items()
    ]
    screen.table(columns, rows, title="what articles cost by what they hold", numbers=columns[1:])


def _show_builds(name: str, source: Path, once: Timed) -> None:
    columns = ("kg build --jobs", "seconds", "processor", "articles/s", "quads/s", "peak MB, largest process")
    rows = []
    for jobs in (1, 2):
        b = built(source, jobs)
        rates = f"{once.articles / b.seconds:,.0f}", f"{once.quads / b.seconds:,.0f}"
        rows.append((jobs, f"{b.seconds:.1f}", f"{b.processor:.1f}", *rates, f"{b.peak:,.0f}"))
    title = f"{name}, whole builds by the clock (start, facts across articles and all)"
    screen.table(columns, rows, title=title, numbers=columns)


def _profile(source: Path) -> None:
    articles = [item for item in read_articles([source]) if isinstance(item, Article)]
    words = lexicon()
    profile = cProfile.Profile()
    with profile:
        for article in articles:
            for _ in quads(pipeline.facts(article, words)):
                pass
    stats = pstats.Stats(profile)
    for order in ("tottime", "cumulative"):
        stats.sort_stats(order).print_stats(_HOTTEST)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.speed",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--slice", type=int, default=3000, help="articles of the press stream (3000)")
    parser.add_argument(
        "--profile", action="store_true", help="print a profile of the stream's slice instead"
    )
    parser.add_argument("--no-builds", action="store_true", help="leave out the whole builds by the clock")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        stream = cut(records(corpus_file(STREAM)), Path(scratch) / "stream.jsonl", options.slice)
        if options.profile:
            _profile(stream)
            return
        party = cut(records(corpus_file(PARTY)), Path(scratch) / "party.jsonl")
        _show("press of party and state", party, builds=not options.no_builds)
        _show("press of all kinds", stream, builds=not options.no_builds)


if __name__ == "__main__":
    main()
