"""A whole store: validation beside plain pySHACL, exports, bytes on disk; each in a process of its own.

    python -m tests.bench.whole [--store DIR] [--smaller DIR] [--peer] [--only NAME …]

Without ``--store`` a million quads are built from the corpus.  Seconds are by the clock, peak memory is that of the
largest process.  ``read`` only opens the store and goes over its quads: what the engine itself takes, whoever uses it.
With ``--smaller`` everything is done over that store, too: what is flat has the same peak, but for that of ``read``.
With ``--peer`` pySHACL validates the same triples in rdflib's memory, with the shapes as they stand but without those in
SPARQL, for which it has no answer in minutes on a tenth of the data; ours runs all.  It is stopped after ``--limit`` seconds.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pyoxigraph as ox

from kg.cli import screen
from kg.export import WRITERS
from kg.store import open_store
from kg.vocab import DANG, RDF
from tests.bench.corpus import run
from tests.bench.million import million, named
from tests.bench.ratios import note

PEER = "plain pySHACL, without SPARQL"

_WATCHED = """
import json, resource, subprocess, sys, time
begun = time.perf_counter()
try:
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    code = subprocess.run(sys.argv[2:], timeout=float(sys.argv[1]), **quiet).returncode
except subprocess.TimeoutExpired:
    code = None
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([code, time.perf_counter() - begun, used.ru_maxrss / 1024]))
"""
# The kernel counts the memory of the process that starts another one as that one's peak, so a small one starts it.

_READ = """
import sys, pyoxigraph
for quad in pyoxigraph.Store.read_only(sys.argv[1]):
    pass
"""
_PLAIN = """
import sys, pyshacl
from rdflib import SH, Graph
from kg.validate import load_shapes
data, shapes = Graph().parse(sys.argv[1], format="nt"), Graph()
for triple in load_shapes().complete:
    if triple[1] != SH.sparql:
        shapes.add(triple)
pyshacl.validate(data, shacl_graph=shapes)
"""


@dataclass(frozen=True)
class Run:
    """A command that ran to its end, or was stopped; ``peak`` in MB."""

    seconds: float
    peak: float
    stopped: bool

    @property
    def cells(self) -> tuple[str, str]:
        """Seconds and peak memory, with a mark where there would have been more."""
        more = "> " if self.stopped else ""
        return f"{more}{self.seconds:.1f}", f"{more}{self.peak:.0f}"


def watched(*command: str, limit: float = 86_400) -> Run:
    """Run a command of Python in a process of its own; ends the program when it fails."""
    whole = [sys.executable, "-c", _WATCHED, str(limit), sys.executable, *command]
    done = subprocess.run(whole, capture_output=True, text=True, check=True)
    code, seconds, peak = json.loads(done.stdout)
    if code not in (0, 1, None):
        sys.exit(f"bench: {' '.join(command[:4])} ended with {code}")
    return Run(seconds, peak, stopped=code is None)


def plain(folder: Path, scratch: Path, limit: float) -> Run:
    """Validate the merge of the graphs with pySHACL alone."""
    triples = scratch / "merge.nt"
    with open_store(folder, read_only=True) as store, triples.open("wb") as file:
        merged = store.quads.quads_for_pattern(None, None, None, ox.DefaultGraph())
        ox.serialize((quad.triple for quad in merged), file, format=ox.RdfFormat.N_TRIPLES)
    return watched("-c", _PLAIN, str(triples), limit=limit)


def works(folder: Path, scratch: Path, limit: float) -> Iterator[tuple[str, Callable[[], Run]]]:
    """What is measured over a store, by name."""
    store = ("--store", str(folder))
    yield "read", partial(watched, "-c", _READ, str(folder / "quads"))
    yield "validate", partial(watched, "-m", "kg", "validate", *store, "--json")
    yield PEER, partial(plain, folder, scratch, limit)
    for form in WRITERS:
        out = str(scratch / f"{folder.name}.{form}")
        yield f"export {form}", partial(watched, "-m", "kg", "export", "-f", form, "--out", out, *store)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.whole",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--store", type=Path, help="a store; without one a million quads are built")
    parser.add_argument("--smaller", type=Path, help="a smaller store, to see what grows")
    parser.add_argument("--peer", action="store_true", help="run plain pySHACL, too")
    parser.add_argument("--limit", type=float, default=600, metavar="SECONDS", help="stop pySHACL then (600)")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="only these rows: read validate turtle sqlite …")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = million(options.store or Path(scratch) / "store")
        known = [folder] if options.smaller is None else [folder, options.smaller]
        found = [dict(works(each, Path(scratch), options.limit)) for each in known]
        chosen = [
            name
            for name in found[0]
            if (options.peer or name != PEER)
            and (options.only is None or name.removeprefix("export ") in options.only)
        ]
        runs = {name: [work[name]() for work in found] for name in chosen}
        rows = [(name, *(cell for one in runs[name] for cell in one.cells)) for name in chosen]
        for each in known:
            screen.say(sizes(each))
    if PEER in runs and "validate" in runs:
        own, other = runs["validate"][0], runs[PEER][0]
        mark = "at least " if other.stopped else ""
        told = not other.stopped or other.seconds > own.seconds
        times = f"{mark}{other.seconds / own.seconds:.1f}" if told else "not known"
        note("validation", f"{own.seconds:.0f} s", "plain pySHACL", f"{mark}{other.seconds:.0f} s", times)
        note("memory of it", f"{own.peak:,.0f} MB", "", f"{other.peak:,.0f} MB", f"{other.peak / own.peak:.1f}")
    columns = ["", "seconds", "peak MB", "smaller: seconds", "smaller: peak MB"][: 1 + 2 * len(known)]
    screen.table(columns, rows, numbers=columns[1:])


def sizes(folder: Path) -> str:
    """Tell how much there is in a store, and what it takes on disk."""
    with open_store(folder, read_only=True) as store:
        quads = named(store.quads)
        kind, statement = ox.NamedNode(RDF.type), ox.NamedNode(DANG.Statement)
        facts = sum(1 for _ in store.quads.quads_for_pattern(None, kind, statement, ox.DefaultGraph()))
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return (
        f"{folder.name}: {quads:,} quads, {facts:,} statements; on disk {size / 1e6:.0f} MB, "
        f"{size / quads:.0f} bytes a quad, {size / max(1, facts):.0f} bytes a statement"
    )


if __name__ == "__main__":
    run(main)
