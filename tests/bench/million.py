"""A store of a million quads, made by ``kg build`` from the corpus: what questions and validation are timed over.

    python -m tests.bench.million STORE [--stream 6000]

The provincial articles, those about party and state bodies, and so many of the press stream that the named
graphs hold a million quads; the default graph, their merge, holds most of them once more.  All but the last
articles are dated back, so that the question what has changed lately has an answer of the usual size.
"""

from __future__ import annotations

import argparse
import gzip
import tempfile
from itertools import islice
from pathlib import Path

import pyoxigraph as ox

from kg import build
from kg.cli import screen
from kg.store import open_store
from tests.bench.corpus import PARTY, ROOT, STREAM, corpus_file, cut

OF_THE_STREAM = 6000
LATELY = 200
_LONG_AGO = "2020-01-01T00:00:00+00:00"


def million(folder: Path, of_the_stream: int = OF_THE_STREAM) -> Path:
    """Build the store in ``folder`` unless it is there."""
    if not (folder / "dangbo-kg.json").is_file():
        with tempfile.TemporaryDirectory() as scratch, gzip.open(corpus_file(STREAM), "rb") as stream:
            lines = islice(stream, of_the_stream)
            some = cut(lines, Path(scratch) / "stream.jsonl")
            build([ROOT / "seeds", corpus_file(PARTY), some], folder)
        _date_back(folder)
    return folder


def _date_back(folder: Path) -> None:
    with open_store(folder) as store:
        late = " ".join(f"<{graph}>" for graph in list(store.articles().values())[:LATELY])
        store.quads.update(f"""
            PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            DELETE {{ GRAPH ?books {{ ?graph dcterms:modified ?when }} }}
            INSERT {{ GRAPH ?books {{ ?graph dcterms:modified "{_LONG_AGO}"^^xsd:dateTime }} }}
            WHERE {{ GRAPH ?books {{ ?graph dcterms:modified ?when }} FILTER(?graph NOT IN ({late.replace(" ", ", ")})) }}
        """)


def named(store: ox.Store) -> int:
    """Count the quads of the named graphs."""
    merged = sum(1 for _ in store.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    return len(store) - merged


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.million", description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--stream", type=int, default=OF_THE_STREAM, help="articles of the press stream")
    options = parser.parse_args()
    folder = million(options.store, options.stream)
    with open_store(folder, read_only=True) as store:
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        quads = named(store.quads)
        screen.say(f"{folder}: {quads:,} quads in named graphs, {size / quads:.0f} bytes each on disk")


if __name__ == "__main__":
    main()
