"""The questions of the package over a million quads, beside rdflib in memory.

    python -m tests.bench.questions [--store DIR] [--peer] [--most 30]

Every example of ``queries/*.rq`` is asked as it stands, in a store that is opened for reading, as ``kg serve`` has
it; the first time of each is not counted, the median of the next five is.  ``cpu`` is the processor time of the
quickest of them, which a busy machine tells better; opening the store is not counted, reading the rows is.  ``twenty`` marks the questions
for which the project was made; lists of the whole graph cost by the row.  With ``--peer`` rdflib answers the
twenty from memory, over the same quads and with the same text, in a process that is stopped after ``--most``
seconds for a question; a line says whether its rows are the same.
"""

from __future__ import annotations

import argparse
import shlex
import signal
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import pyoxigraph as ox

from kg import query as asking
from kg.cli import screen
from kg.query import Query, queries
from kg.query.results import answered
from kg.store import KgStore, open_store
from tests.bench.million import million, named
from tests.bench.ratios import note

RUNS = 5

TWENTY: dict[str, str] = {
    "secretaries": "kg query secretaries --unit 'uong bi' --on 2017-06-01",
    "posts-of-person": "",
    "concurrent-posts": "",
    "moves": "",
    "standing-committee": "",
    "theme-history": "",
    "themes-of-province": "",
    "theme-elements-shared": "",
    "implementing-documents": "",
    "most-cited-documents": "",
    "targets-and-results": "",
    "indicator-series": "",
    "sums-and-contradictions": "",
    "overlapping-secretaries": "",
    "meetings": "",
    "congresses": "",
    "unit-history": "",
    "witnesses": "",
    "article-facts": "",
    "changes-since": "",
}
"""The twenty questions of the design, by the query that answers each; its first example unless one is given."""


@dataclass(frozen=True)
class Question:
    """An example of a query: what is typed, the SPARQL that comes of it, whether it is one of the twenty."""

    typed: str
    sparql: str
    twenty: bool


@dataclass(frozen=True)
class Timed:
    """An answer: its rows as sorted text, and seconds by the clock and of the processor."""

    rows: list[tuple[str, ...]]
    seconds: float
    used: float = 0.0


def questions(store: KgStore) -> Iterator[Question]:
    """Every example, with names looked up in the store."""
    for name, query in queries().items():
        first = TWENTY.get(name) or query.examples[0]
        for example in dict.fromkeys((*query.examples, first)):
            yield Question(
                example.removeprefix("kg query "),
                _sparql(store, query, example),
                name in TWENTY and example == first,
            )


def _sparql(store: KgStore, query: Query, example: str) -> str:
    """Give the SPARQL that an example runs: that which the store is asked last."""
    words = shlex.split(example)[3:]
    if "--format" in words:
        place = words.index("--format")
        del words[place : place + 2]
    asked: list[str] = []

    class Listening:
        base = store.base
        read_only = False

        def query(self, sparql: str) -> Any:
            asked.append(sparql)
            return store.query(sparql)

    asking.run(Listening(), query, query.arguments(words))
    return asked[-1]


def ours(store: KgStore, question: Question) -> Timed:
    """Ask the store: once to warm up, then the median of some runs."""
    seconds, used = [], []
    rows: list[tuple[str, ...]] = []
    for _ in range(RUNS + 1):
        begun, busy = time.perf_counter(), time.thread_time()
        rows = [tuple(map(_told, row)) for row in answered(store.query(question.sparql)).rows]
        seconds.append(time.perf_counter() - begun)
        used.append(time.thread_time() - busy)
    return Timed(sorted(rows), median(seconds[1:]), min(used))


def _told(term: Any) -> str:
    """Write a value so that both engines tell it alike: numbers as numbers, no types of text."""
    value = "" if term is None else str(getattr(term, "value", term))
    try:
        return str(float(value))
    except ValueError:
        return value


class _TooLongError(Exception):
    pass


def _stop(*_: object) -> None:
    raise _TooLongError


def peer(store: KgStore, asked: list[Question], most: int) -> dict[str, Timed | None]:
    """Ask rdflib in memory; None where it took longer than ``most`` seconds."""
    from rdflib import Dataset

    # The default graph is left out: rdflib makes the union of the named ones itself.
    data = Dataset(default_union=True)
    with tempfile.TemporaryDirectory() as scratch:
        lines = Path(scratch) / "named.nq"
        with lines.open("wb") as file:
            for graph in store.quads.named_graphs():
                quads = store.quads.quads_for_pattern(None, None, None, graph)
                file.write(ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"")
        begun = time.perf_counter()
        data.parse(lines, format="nquads")
        theirs = time.perf_counter() - begun
        begun = time.perf_counter()
        with open_store(Path(scratch) / "loaded", create=True) as own:
            own.quads.bulk_load(path=str(lines), format=ox.RdfFormat.N_QUADS)
        loaded = time.perf_counter() - begun
    screen.say(f"rdflib loaded {len(data):,} triples in {theirs:.0f} s; a store on disk did in {loaded:.1f}")
    note("load of the named graphs", f"{loaded:.1f} s", "rdflib", f"{theirs:.1f} s", f"{theirs / loaded:.0f}")
    signal.signal(signal.SIGALRM, _stop)
    found: dict[str, Timed | None] = {}
    for question in asked:
        begun = time.perf_counter()
        signal.alarm(most)
        try:
            answer = data.query(question.sparql)
            rows = sorted(tuple(_told(cell) for cell in row) for row in answer)
            found[question.typed] = Timed(rows, time.perf_counter() - begun)
        except _TooLongError:
            found[question.typed] = None
        except Exception as error:  # its engine fails on some of SPARQL 1.1
            screen.say(f"rdflib fails on {question.typed}: {type(error).__name__}: {error}"[:160])
        finally:
            signal.alarm(0)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.questions",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--store", type=Path, help="a store; without one a million quads are built from the corpus"
    )
    parser.add_argument("--peer", action="store_true", help="ask rdflib in memory, too")
    parser.add_argument("--most", type=int, default=30, help="seconds that rdflib may take for a question")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        show(million(options.store or Path(scratch) / "store"), options.peer, options.most)


def show(folder: Path, beside: bool, most: int) -> None:
    """Print the table and the figures."""
    with open_store(folder, read_only=True) as store:
        asked = list(questions(store))
        answers = {question.typed: ours(store, question) for question in asked}
        twenty = [question for question in asked if question.twenty]
        theirs = peer(store, twenty, most) if beside else {}
        rows = [_row(question, answers[question.typed], theirs) for question in asked]
        columns = ("question", "", "rows", "ms", "cpu ms", "rdflib ms", "times", "same rows")
        screen.table(
            columns,
            rows,
            title=f"{named(store.quads):,} quads",
            numbers=("rows", "ms", "cpu ms", "rdflib ms", "times"),
        )
    times = [answers[question.typed].seconds * 1000 for question in twenty]
    busy = [answers[question.typed].used * 1000 for question in twenty]
    screen.say(f"the twenty: median {median(times):.1f} ms, longest {max(times):.1f} ms")
    screen.say(f"their processor time: median {median(busy):.1f} ms, longest {max(busy):.1f} ms")
    if theirs:
        slower = [
            (found.seconds if (found := theirs[q.typed]) else most) / answers[q.typed].seconds
            for q in twenty
            if q.typed in theirs
        ]
        screen.say(f"rdflib in memory takes {median(slower):.0f} times as long in the median of the ratios")
        known = [found.seconds * 1000 if found else most * 1000 for found in theirs.values()]
        own, other = f"{median(times):.1f} ms", f"{median(known):.0f} ms"
        note("the twenty questions, median", own, "rdflib", other, f"{median(slower):.0f}")


def _row(question: Question, own: Timed, theirs: dict[str, Timed | None]) -> tuple[str, ...]:
    shown = (
        question.typed,
        "twenty" if question.twenty else "",
        f"{len(own.rows):,}",
        f"{own.seconds * 1000:.1f}",
        f"{own.used * 1000:.1f}",
    )
    if question.typed not in theirs:
        return (*shown, "", "", "")
    other = theirs[question.typed]
    if other is None:
        return (*shown, "too long", "", "")
    same = "yes" if other.rows == own.rows else "no"
    return (*shown, f"{other.seconds * 1000:.0f}", f"{other.seconds / own.seconds:.0f}", same)


if __name__ == "__main__":
    main()
