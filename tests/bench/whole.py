"""A whole store: validation beside plain pySHACL, exports, bytes on disk; each in a process of its own.

    python -m tests.bench.whole [--store DIR] [--peer]

Without ``--store`` a million quads are built from the corpus.  Seconds are by the clock, peak memory is that of the
largest process.  With ``--peer`` pySHACL validates the same triples in rdflib's memory, with the shapes as they
stand but without those in SPARQL, for which it has no answer in minutes on a tenth of the data; ours runs all.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.cli import screen
from kg.store import open_store
from kg.vocab import DANG, RDF
from tests.bench.million import million, named

FORMATS = ("nquads", "jsonld", "csv", "sqlite", "parquet", "graphml", "gexf", "trig", "turtle")

_WATCHED = """
import json, resource, subprocess, sys, time
begun = time.perf_counter()
code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([code, time.perf_counter() - begun, used.ru_maxrss / 1024]))
"""
# The kernel counts the memory of the process that starts another one as that one's peak, so a small one starts it.

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
    """A command that ran to its end; ``peak`` in MB."""

    seconds: float
    peak: float


def watched(*command: str) -> Run:
    """Run a command of Python in a process of its own; ends the program when it fails."""
    whole = [sys.executable, "-c", _WATCHED, sys.executable, *command]
    done = subprocess.run(whole, capture_output=True, text=True, check=True)
    code, seconds, peak = json.loads(done.stdout)
    if code not in (0, 1):
        sys.exit(f"bench: {' '.join(command[:4])} ended with {code}")
    return Run(seconds, peak)


def plain(folder: Path, scratch: Path) -> Run:
    """Validate the merge of the graphs with pySHACL alone."""
    triples = scratch / "merge.nt"
    with open_store(folder, read_only=True) as store, triples.open("wb") as file:
        merged = store.quads.quads_for_pattern(None, None, None, ox.DefaultGraph())
        ox.serialize((quad.triple for quad in merged), file, format=ox.RdfFormat.N_TRIPLES)
    return watched("-c", _PLAIN, str(triples))


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.whole",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--store", type=Path, help="a store; without one a million quads are built")
    parser.add_argument("--peer", action="store_true", help="run plain pySHACL, too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        show(million(options.store or Path(scratch) / "store"), Path(scratch), options.peer)


def show(folder: Path, scratch: Path, beside: bool) -> None:
    """Measure and print."""
    with open_store(folder, read_only=True) as store:
        quads = named(store.quads)
        kind, statement = ox.NamedNode(RDF.type), ox.NamedNode(DANG.Statement)
        facts = sum(1 for _ in store.quads.quads_for_pattern(None, kind, statement, ox.DefaultGraph()))
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    validated = watched("-m", "kg", "validate", "--store", str(folder), "--json")
    rows = [("validate", validated)]
    if beside:
        rows.append(("plain pySHACL, without SPARQL", plain(folder, scratch)))
    for form in FORMATS:
        out = str(scratch / f"out.{form}")
        rows.append(
            (
                f"export {form}",
                watched("-m", "kg", "export", "-f", form, "--out", out, "--store", str(folder)),
            )
        )
    told = [
        (name, f"{run.seconds:.1f}", f"{run.peak:.0f}", f"{run.seconds / validated.seconds:.2f}")
        for name, run in rows
    ]
    columns = ("", "seconds", "peak MB", "times validate")
    screen.table(columns, told, title=f"{quads:,} quads, {facts:,} statements", numbers=columns[1:])
    screen.say(
        f"on disk: {size / 1e6:.0f} MB, {size / quads:.0f} bytes a quad, {size / facts:.0f} bytes a statement"
    )


if __name__ == "__main__":
    main()
