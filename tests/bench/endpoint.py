"""The SPARQL endpoint: what its safety costs, and whether its limits hold.

    python -m tests.bench.endpoint STORE [--seconds 60]

Serves a store and prints a table: the time of a cheap query, of one that runs away, of a hundred thousand rows, and what
fifty readers at once get in so many seconds.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pyoxigraph as ox

from kg.store import open_store
from tests.bench.corpus import run
from tests.serving import serving

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
CHEAP = "ASK { ?s a <https://w3id.org/dangbo/ontology#Official> }"
ROWS = "SELECT * { ?s ?p ?o } LIMIT 100000"
READERS = 50


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.endpoint",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("store", metavar="STORE", type=Path, help="the folder of a store, only read")
    parser.add_argument("--seconds", type=float, default=60.0, help="how long the fifty readers ask (60)")
    options = parser.parse_args()
    with open_store(options.store, read_only=True) as store:
        measure(options.store, store.quads, options.seconds)


def measure(store: Path, engine: ox.Store, seconds: float) -> None:
    say(f"{len(engine):,} quads")
    with (
        serving(store, "--seconds", "2") as (address, _),
        httpx.Client(base_url=address, timeout=120) as client,
    ):

        def ask(query: str) -> httpx.Response:
            return client.post("/sparql", data={"query": query}, headers={"Accept-Encoding": "identity"})

        show("first query: a process starts and opens the store", took(lambda: ask(CHEAP)))
        ask(CHEAP)
        times = [took(lambda: ask(CHEAP)) for _ in range(300)]
        show("cheap query, median", statistics.median(times))
        show("cheap query, 99 of 100", sorted(times)[int(len(times) * 0.99)])
        show(
            "the same in the engine alone",
            statistics.median(took(lambda: bool(engine.query(CHEAP))) for _ in range(300)),
        )
        run_away(ask)
    with serving(store) as (address, _), httpx.Client(base_url=address, timeout=120) as client:

        def ask_all() -> httpx.Response:
            return client.post("/sparql", data={"query": ROWS}, headers={"Accept-Encoding": "identity"})

        ask_all()
        show("100,000 rows as JSON", min(took(ask_all) for _ in range(3)))
        show("the same in the engine alone", min(took(lambda: engine_rows(engine)) for _ in range(3)))
        readers(address, seconds)


def run_away(ask: Callable[[str], httpx.Response]) -> None:
    """Let a query run away, and ask for something cheap afterwards."""
    killed: list[httpx.Response] = []
    show("runaway, limit 2 s: until the client is told", took(lambda: killed.append(ask(RUNAWAY))))
    assert killed[0].status_code == 504
    show("the next cheap query", took(lambda: ask(CHEAP)))


def engine_rows(engine: ox.Store) -> bytes | None:
    return engine.query(ROWS).serialize(format=ox.QueryResultsFormat.JSON)


def readers(address: str, seconds: float) -> None:
    """Many readers at once, each asking again as soon as it has its answer."""
    end = time.monotonic() + seconds

    def read(_: int) -> tuple[list[float], int]:
        times, errors = [], 0
        with httpx.Client(base_url=address, timeout=60) as client:
            while time.monotonic() < end:
                began = time.perf_counter()
                answer = client.get("/sparql", params={"query": CHEAP})
                times.append(time.perf_counter() - began)
                errors += answer.status_code != 200
        return times, errors

    with ThreadPoolExecutor(READERS) as threads:
        found = list(threads.map(read, range(READERS)))
    times = sorted(each for some, _ in found for each in some)
    say(
        f"{f'{READERS} readers, {seconds:g} s: answers, errors':<55}{len(times):>10,}{sum(e for _, e in found):>6}"
    )
    show("their median", statistics.median(times))
    show("their 99 of 100", times[int(len(times) * 0.99)])


def took(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


def show(what: str, seconds: float) -> None:
    say(f"{what:<55}{seconds * 1000:>10.1f} ms")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    run(main)
