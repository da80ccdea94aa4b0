"""Time of every graph that holds across articles, over ever more articles.

    python -m tests.bench.derived STORE [--sizes 600,2000,6000,20000]

Takes so many articles of a store, in the order of a hash, with the graphs of all units, into a store in memory, and
makes the derived graphs there in the order in which a build does.  Processor time of one process, reading from
the store, deciding and writing the new graph into it included.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable
from hashlib import sha256
from math import log
from pathlib import Path

import pyoxigraph as ox

from kg import open_graph
from kg.cli import screen
from kg.derive import GRAPHS, derive
from kg.store import KgStore
from kg.vocab import Minter
from tests.bench.corpus import run

_DEFAULT = ox.DefaultGraph()


def some_of(store: KgStore, count: int) -> tuple[ox.Store, int]:
    """A store in memory of some articles, merged as a store of ours is, and how many they are."""
    graphs = sorted(store.articles().values(), key=lambda name: sha256(name.encode()).digest())[:count]
    mint = Minter(store.base)
    rest = {*store.articles().values(), *(mint.derived_graph(name) for name in GRAPHS)}
    rest |= {store.provenance, store.history}
    wanted = [*graphs, *(name for name in store.graphs() if name not in rest)]
    made = ox.Store()
    for name in wanted:
        quads = list(store.quads.quads_for_pattern(None, None, None, ox.NamedNode(name)))
        made.extend(quads)
        made.extend(ox.Quad(*quad.triple, _DEFAULT) for quad in quads)
    return made, len(graphs)


def timed(quads: ox.Store, base: str) -> dict[str, float]:
    """Seconds that each derived graph takes, by its name."""
    seconds: dict[str, float] = {}
    began = time.process_time()

    def keep(graph: str, lines: Iterable[str]) -> None:
        nonlocal began
        new = ox.parse("".join(lines), ox.RdfFormat.N_QUADS)
        for quad in new:
            quads.add(quad)
            quads.add(ox.Quad(*quad.triple, _DEFAULT))
        now = time.process_time()
        seconds[graph.rpartition("derived.")[2]] = now - began
        began = now

    derive(quads, keep, base)
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.derived",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("store", type=Path)
    parser.add_argument("--sizes", default="600,2000,6000,20000")
    options = parser.parse_args()
    found: dict[int, dict[str, float]] = {}
    with open_graph(options.store) as graph:
        for size in (int(size) for size in options.sizes.split(",")):
            quads, count = some_of(graph.store, size)
            found[count] = timed(quads, graph.store.base)
    columns = ("graph", *(f"{count:,}" for count in found))
    rows = [(name, *(f"{seconds[name]:.2f}" for seconds in found.values())) for name in GRAPHS]
    whole = {count: sum(seconds.values()) for count, seconds in found.items()}
    rows.append(("all", *(f"{seconds:.2f}" for seconds in whole.values())))
    each = (f"{seconds / (count * log(count)) * 1e6:.0f}" for count, seconds in whole.items())
    rows.append(("µs / n log n", *each))
    screen.table(columns, rows, title="seconds by number of articles", numbers=columns[1:])


if __name__ == "__main__":
    run(main)
