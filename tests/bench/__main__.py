"""The whole bench: its parts one after another, then a table of ratios and what each part took.

    python -m tests.bench [--sizes 2000,20000,200000] [--peer PYTHON] [--only NAME …] [--quick]

A part that fails does not keep the others from running; the command then ends with 1.  With 200,000 articles it takes
some hours on two cores, most of it that size of growth; with ``--sizes 2000,20000`` about half an hour.  ``--quick`` only
shows that all parts run: its figures mean nothing.  ``--peer`` is a Python that has underthesea, which wants an
environment of its own.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.cli import screen
from tests.bench import ratios
from tests.bench.corpus import ROOT

SIZES = "2000,20000,200000"


@dataclass(frozen=True)
class Part:
    """A bench with its options, and the Python that runs it."""

    name: str
    options: tuple[str, ...] = ()
    python: str = sys.executable


def parts(sizes: str, scratch: Path, peer: str | None, *, quick: bool) -> Iterator[Part]:
    """Give the parts in their order; those over a million quads share a store."""
    store = str(scratch / "store")
    small = ("--articles", "20") if quick else ()
    yield Part("quality", ("--only", "develop") if quick else ())
    yield Part("speed", ("--slice", "200", "--no-builds") if quick else ())
    yield Part("growth", ("--sizes", "100,200" if quick else sizes))
    yield Part("million", (store, *(("--stream", "100") if quick else ())))
    yield Part("questions", ("--store", store, "--peer", *(("--most", "1") if quick else ())))
    yield Part("whole", ("--store", store, "--peer", *(("--limit", "5") if quick else ())))
    if peer is not None:
        yield Part("peer", small, peer)


def ran(part: Part, environment: Mapping[str, str]) -> tuple[bool, float]:
    """Run a part, which prints as it goes; tells whether it came to its end, and the seconds that it took."""
    screen.say(f"\n── {part.name} {' '.join(part.options)}", "bold")
    begun = time.perf_counter()
    code = subprocess.run(
        [part.python, "-m", f"tests.bench.{part.name}", *part.options], cwd=ROOT, env=dict(environment)
    ).returncode
    return code == 0, time.perf_counter() - begun


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--sizes", default=SIZES, help=f"articles of growth ({SIZES})")
    parser.add_argument("--peer", metavar="PYTHON", help="a Python that has underthesea")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="only these parts")
    parser.add_argument("--quick", action="store_true", help="only see that all parts run")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        found = Path(scratch) / "ratios.jsonl"
        environment = {**os.environ, ratios.VARIABLE: str(found), "PYTHONPATH": str(ROOT)}
        chosen = [
            part
            for part in parts(options.sizes, Path(scratch), options.peer, quick=options.quick)
            if options.only is None or part.name in options.only
        ]
        results = [(part.name, *ran(part, environment)) for part in chosen]
        ratios.show(ratios.noted(found))
    rows = [(name, f"{seconds / 60:.1f}", "" if ended else "FAILED") for name, ended, seconds in results]
    rows.append(("all", f"{sum(seconds for *_, seconds in results) / 60:.1f}", ""))
    screen.table(("part", "minutes", ""), rows, title="what it took", numbers=("minutes",))
    if options.peer is None and options.only is None:
        screen.say("without --peer extraction was not compared with underthesea")
    return 0 if all(ended for _, ended, _ in results) else 1


if __name__ == "__main__":
    sys.exit(main())
