"""What ``kg check`` finds in the corpus, to be judged by a person, and how its time grows with the articles.

    python -m tests.bench.findings draw [--party DIR] [--stream DIR] [--most 120] [--seed 7]
    python -m tests.bench.findings read
    python -m tests.bench.findings count
    python -m tests.bench.findings growth [--stores DIR] [--sizes 2000,6000,20000]

``draw`` writes ``findings.tsv``: all findings in the articles about party and state bodies, and those of the
press stream, at most so many of them, by a hash of the seed; a person fills in ``verdict`` and ``why``.
``read`` prints those that wait for a verdict with their sentences.  ``growth`` times the graphs of witnesses and
of contradictions and the check itself over ever more articles of the stream.
"""

from __future__ import annotations

import argparse
import csv
import heapq
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import islice
from pathlib import Path

from kg import build, open_graph
from kg.check import Finding
from kg.cli import screen
from kg.derive.contradictions import contradictions
from kg.derive.witnesses import witnesses
from kg.explain import Texts
from kg.nquads import NamedGraph
from kg.vocab import Minter
from tests.bench.corpus import PARTY, STREAM, corpus_file, run

LIST = Path(__file__).with_name("findings.tsv")
COLUMNS = ("corpus", "id", "gravity", "kind", "articles", "about", "verdict", "why")
VERDICTS = ("press", "both", "ours")
_SHOWN = 14


@dataclass(frozen=True, slots=True)
class Row:
    """A finding that was drawn: no sentences, only what it is about."""

    corpus: str
    id: str
    gravity: str
    kind: str
    articles: str
    about: str
    verdict: str = ""
    why: str = ""

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What makes it this finding and no other, whatever the program calls its things."""
        return self.corpus, self.kind, self.articles, self.about

    def rank(self, seed: int) -> str:
        """Its place in the order of drawing."""
        return sha256("\t".join((str(seed), *self.key)).encode()).hexdigest()


def row_of(corpus: str, finding: Finding) -> Row:
    """Describe a finding in one line."""
    articles = sorted({told.article for side in finding.sides for told in side.told})
    words = finding.message_en.split()
    about = " ".join(words) if len(words) <= _SHOWN else " ".join((*words[: _SHOWN - 4], "…", *words[-3:]))
    return Row(corpus, finding.id, finding.gravity.value, finding.kind, " ".join(articles), about)


def drawn(rows: Iterable[Row], most: int, seed: int, judged: Iterable[Row] = ()) -> list[Row]:
    """The findings with the smallest hashes, with the verdicts that they already have."""
    known = {row.key: row for row in judged}
    chosen = heapq.nsmallest(most, rows, key=lambda row: row.rank(seed))
    kept = (
        replace(row, verdict=old.verdict, why=old.why) if (old := known.get(row.key)) else row
        for row in chosen
    )
    return sorted(kept, key=lambda row: (row.corpus, row.gravity, row.kind, row.rank(seed)))


def load(path: Path = LIST) -> list[Row]:
    """Read the list; ends the program when a verdict is none of the three."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        found = [Row(*(row[name] for name in COLUMNS)) for row in csv.DictReader(file, delimiter="\t")]
    for row in found:
        if row.verdict not in ("", *VERDICTS):
            sys.exit(f"{path}: {row.verdict!r} is no verdict ({row.id}); write one of {', '.join(VERDICTS)}")
    return found


def save(rows: Iterable[Row], path: Path = LIST) -> None:
    """Write the list."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(COLUMNS)
        for row in rows:
            writer.writerow([getattr(row, name) for name in COLUMNS])


def shares(rows: Iterable[Row]) -> list[tuple[str, ...]]:
    """Rows of gravity, kind, findings, judged, each verdict, and the share that the press contradicts."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for row in rows:
        for name in ((row.gravity, row.kind), (row.gravity, "all")):
            counts.setdefault(name, Counter())[row.verdict] += 1
    table = []
    for (gravity, kind), count in sorted(counts.items()):
        judged = sum(count[verdict] for verdict in VERDICTS)
        share = f"{count['press'] / judged:.2f}" if judged else ""
        cells = (str(count[verdict]) for verdict in VERDICTS)
        table.append((gravity, kind, str(count.total()), str(judged), *cells, share))
    return table


def _findings(source: str, store: Path | None) -> Iterator[tuple[Finding, Texts]]:
    with tempfile.TemporaryDirectory() as scratch:
        home = store if store is not None else Path(scratch) / "store"
        if not home.is_dir():
            build([corpus_file(source)], home)
        with open_graph(home) as graph:
            texts = Texts(graph.store)
            for finding in graph.check():
                yield finding, texts


def _draw(party: Path | None, stream: Path | None, most: int, seed: int) -> None:
    before = load()
    rows = [row_of("party", finding) for finding, _ in _findings(PARTY, party)]
    rows += drawn((row_of("stream", finding) for finding, _ in _findings(STREAM, stream)), most, seed)
    after = drawn(rows, len(rows), seed, before)
    save(after)
    waiting = sum(not row.verdict for row in after)
    screen.say(f"{len(after)} findings in {LIST.name}, {waiting} to be judged")


def _read(party: Path | None, stream: Path | None) -> None:
    waiting = {row.key for row in load() if not row.verdict}
    for corpus, source, store in (("party", PARTY, party), ("stream", STREAM, stream)):
        if not any(key[0] == corpus for key in waiting):
            continue
        for finding, texts in _findings(source, store):
            row = row_of(corpus, finding)
            if row.key in waiting:
                screen.say(f"{row.corpus} {row.id} {row.gravity} {row.kind}: {finding.message_en}", "bold")
                for told in dict.fromkeys(told for side in finding.sides for told in side.told):
                    sentence, start, end = texts.around(told.article, told.start, told.end)
                    screen.say(f"  {told.article} {told.date or ''}")
                    screen.show(screen.marked(sentence, start, end), 4)


def _growth(stores: Path | None, sizes: Iterable[int]) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        home = stores or Path(scratch)
        screen.table(
            ("articles", "witnesses s", "contradictions s", "check s", "peak MB"),
            [_times(home / f"stream-{size}", size) for size in sizes],
            numbers=("articles", "witnesses s", "contradictions s", "check s", "peak MB"),
        )


def _times(store: Path, size: int) -> tuple[str, ...]:
    if not store.is_dir():
        with tempfile.TemporaryDirectory() as scratch:
            chosen = Path(scratch) / f"stream-{size}.jsonl"
            _first(corpus_file(STREAM), chosen, size)
            build([chosen], store)
    with open_graph(store) as graph:
        quads, mint = graph.store.quads, Minter(graph.store.base)
        cells = [f"{len(graph.articles()):,}"]
        for name, make in (("witnesses", witnesses), ("contradictions", contradictions)):
            cells.append(_seconds(lambda m=make, n=name: m(quads, mint, NamedGraph(mint.derived_graph(n)))))
        cells.append(_seconds(graph.check))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return (*cells, f"{peak:,}")


def _first(source: Path, target: Path, size: int) -> None:
    import gzip

    with gzip.open(source, "rt", encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        out.writelines(islice(lines, size))


def _seconds(work: Callable[[], object]) -> str:
    began = time.process_time()
    work()
    return f"{time.process_time() - began:.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.findings",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = parser.add_subparsers(dest="verb", required=True)
    for name, text in (
        ("draw", "draw the findings, keeping verdicts"),
        ("read", "print what waits for a verdict"),
    ):
        verb = verbs.add_parser(name, help=text)
        verb.add_argument("--party", type=Path, help="a store of the articles about party and state bodies")
        verb.add_argument("--stream", type=Path, help="a store of the press stream")
        if name == "draw":
            verb.add_argument("--most", type=int, default=120)
            verb.add_argument("--seed", type=int, default=7)
    verbs.add_parser("count", help="how many findings are the press's own")
    growth = verbs.add_parser("growth", help="time and memory over ever more articles")
    growth.add_argument("--stores", type=Path, help="keep the stores here")
    growth.add_argument("--sizes", default="2000,6000,20000")
    options = parser.parse_args()
    if options.verb == "draw":
        _draw(options.party, options.stream, options.most, options.seed)
    elif options.verb == "read":
        _read(options.party, options.stream)
    elif options.verb == "growth":
        _growth(options.stores, [int(size) for size in options.sizes.split(",")])
    else:
        columns = ("gravity", "kind", "findings", "judged", *VERDICTS, "share of the press")
        screen.table(columns, shares(load()), numbers=columns[2:])


if __name__ == "__main__":
    run(main)
