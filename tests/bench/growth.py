"""How cost grows with the number of articles: made-up ones, built as a user builds them.

    python -m tests.bench.growth [--sizes 2000,20000,200000] [--jobs 2] [--seed 1]

Processor time of all processes by the article, in two parts: until every article is in the store, and what is
computed across articles after that.  Memory is the most that one process held: of those that read articles, of
the one that writes until then, and of any process until the end, those that compute a large store's graphs
included.  Starting the program is not counted.  Then the same command
over the same articles, and over the same articles but for one, by the clock.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.cli import screen
from tests.bench.articles import articles
from tests.bench.corpus import ROOT
from tests.bench.ratios import note

_BUILDING = """
import json, resource, sys, time
from kg import pipeline
from kg.lexicon import lexicon

def used():
    own, read = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    seconds = own.ru_utime + own.ru_stime + read.ru_utime + read.ru_stime
    return seconds, own.ru_maxrss / 1024, read.ru_maxrss / 1024

if __name__ == "__main__":
    lexicon()
    begun, marks = used(), []
    conclude = pipeline._Work.conclude
    def concluding(self, *arguments):
        marks.append(used())
        return conclude(self, *arguments)
    pipeline._Work.conclude = concluding
    done = pipeline.build([sys.argv[1]], sys.argv[2], jobs=int(sys.argv[3]))
    print(json.dumps([done.built, begun, marks[0], used()]))
"""
_KILOBYTE = 1024
_TELLS = "Huyện ủy"
_MORE = "\n\nTrời lại nắng."


@dataclass(frozen=True)
class Grown:
    """One build: seconds of processor, and memory in MB, of its two parts; the bytes on disk."""

    articles: int
    storing: float
    concluding: float
    reader: float
    writer: float
    largest: float
    disk: int
    later: tuple[str, ...]


def grown(size: int, jobs: int, seed: int) -> Grown:
    """Build so many articles from nothing, then again as they are, then with one changed."""
    with tempfile.TemporaryDirectory() as scratch:
        source, store = Path(scratch) / "articles.jsonl", Path(scratch) / "store"
        with source.open("wb") as file:
            file.writelines(articles(size, seed))
        script = Path(scratch) / "building.py"
        script.write_text(_BUILDING, encoding="utf-8")
        run = [sys.executable, str(script), str(source), str(store), str(jobs)]
        ran = subprocess.run(run, cwd=ROOT, env=_environment(), capture_output=True, text=True, check=True)
        built, begun, stored, ended = json.loads(ran.stdout)
        disk = sum(file.stat().st_size for file in store.rglob("*") if file.is_file())
        later = tuple(_typed(source, store) for _ in _changed(source, seed))
    return Grown(
        built,
        stored[0] - begun[0],
        ended[0] - stored[0],
        stored[2],
        stored[1],
        max(ended[1:]),
        disk,
        later,
    )


def _changed(source: Path, seed: int) -> Iterator[None]:
    """Leave the articles as they are, then change one after the other."""
    yield
    lines = source.read_bytes().splitlines(keepends=True)
    told = [number for number, line in enumerate(lines) if _TELLS in json.loads(line)["text"]]
    plain = next(number for number in range(len(lines) // 2, len(lines)) if number not in told)
    telling = told[len(told) // 2]
    for number in (plain, telling):
        lines[number] = _longer(lines[number])
        source.write_bytes(b"".join(lines))
        yield
    others = (json.loads(line) for line in articles(100, seed + 1))
    other = next(each for each in others if _TELLS in each["text"])
    known = json.loads(lines[telling])
    lines[telling] = json.dumps({**known, "text": other["text"]}, ensure_ascii=False).encode() + b"\n"
    source.write_bytes(b"".join(lines))
    yield


def _longer(line: bytes) -> bytes:
    record = json.loads(line)
    return json.dumps({**record, "text": record["text"] + _MORE}, ensure_ascii=False).encode() + b"\n"


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def _typed(source: Path, store: Path) -> str:
    """Run the command; gives seconds of the processor, and by the clock."""
    verb = [sys.executable, "-m", "kg", "build", str(source), "--store", str(store), "--jobs", "1"]
    before, begun = os.times(), time.perf_counter()
    subprocess.run(verb, cwd=ROOT, check=True, capture_output=True)
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return f"{used:.1f} ({time.perf_counter() - begun:.1f})"


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.growth",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--sizes", default="2000,20000,200000")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    columns = (
        "articles",
        "ms an article, stored",
        "ms, across articles",
        "reader MB",
        "writer MB",
        "any process MB",
        "kB on disk",
        "s unchanged",
        "s one plain",
        "s one longer",
        "s one other",
    )
    rows, costs = [], []
    for size in map(int, options.sizes.split(",")):
        one = grown(size, options.jobs, options.seed)
        each = 1000 / one.articles
        memory = (f"{mb:,.0f}" for mb in (one.reader, one.writer, one.largest))
        rows.append(
            (
                f"{one.articles:,}",
                f"{one.storing * each:.2f}",
                f"{one.concluding * each:.2f}",
                *memory,
                f"{one.disk / one.articles / _KILOBYTE:.1f}",
                *one.later,
            )
        )
        screen.say(" · ".join(f"{name} {value}" for name, value in zip(columns, rows[-1], strict=True)))
        costs.append((one.articles, (one.storing + one.concluding) * each))
    (fewest, first), (most, last) = costs[0], costs[-1]
    if most > fewest:
        what = f"cost of an article at {most:,}"
        note(what, f"{last:.1f} ms", f"at {fewest:,}", f"{first:.1f} ms", f"{last / first:.2f} of it")
    screen.table(columns, rows, title="made-up articles, processor time of all processes", numbers=columns)


if __name__ == "__main__":
    main()
