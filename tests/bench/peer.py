"""Beside the named entities of underthesea: who holds a post, how well and how fast.

    pip install underthesea==9.5.0
    python -m tests.bench.peer [--articles N]

Both read the same gold articles in the same run, in one process, and are timed in processor time.  The grammar
was written beside the open half, so the measured half is the fairer of the two.  What is compared is what both can tell: the names of the people to whom an article gives a post, each
once an article.

underthesea knows no posts, so its people are read as fairly as can be: its tagger (the CRF model in its
package; the network is shut off) gets one sentence at a time, as it was trained; a person counts when a title
of our vocabulary stands in the same sentence, at most so many letters away; a name of one syllable is written
out by a longer one of the article that ends in it, and left out when there is none.  Several distances are
tried and the best F1 counts for it.  The search for titles is not charged to its time.
"""

from __future__ import annotations

import argparse
import os
import socket
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, NoReturn

from kg import pipeline, read_articles
from kg.cli import screen
from kg.lexicon import Lexicon, lexicon
from kg.mention import RoleMention, Scan
from kg.model import Article
from kg.normalise import canonical, fold, normalise
from tests.bench.corpus import gold_sets
from tests.bench.ratios import note

DISTANCES = (3, 15, 40, 80, 10_000)
"""Letters between a title and a person; the last one means anywhere in the sentence."""

_PERSON = "PER"
_WARM = 10
"""Articles that we read before the clock runs, so that patterns are compiled; underthesea loads its model."""

People = set[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Entity:
    """A person that underthesea found, at its place in the canonical text."""

    start: int
    end: int
    name: str


def shut_off() -> None:
    """Let nothing be fetched: no model hub, no socket."""
    os.environ["HF_HUB_OFFLINE"] = "1"

    def refuse(*_: object, **__: object) -> NoReturn:
        raise OSError("the bench runs without a network")

    socket.socket.connect = refuse  # type: ignore[method-assign]
    socket.create_connection = refuse


def entities(scan: Scan, ner: Any) -> Iterator[Entity]:
    """The people that underthesea finds, sentence by sentence."""
    for sentence in scan.text.sentences:
        content = scan.text.content[sentence.start : sentence.end]
        at = 0
        found: list[tuple[int, int]] = []
        for word, _, _, tag in ner(content):
            start = content.find(word, at)
            if start < 0:
                continue
            at = start + len(word)
            if tag == f"B-{_PERSON}" or (tag == f"I-{_PERSON}" and not found):
                found.append((start, at))
            elif tag == f"I-{_PERSON}":
                found[-1] = (found[-1][0], at)
        for start, end in found:
            yield Entity(sentence.start + start, sentence.start + end, content[start:end])


def holders(scan: Scan, found: Iterable[Entity], distance: int) -> People:
    """The people near a title, with names of one syllable written out."""
    article = scan.text.article.id
    known = list(found)
    full = [_name(entity.name) for entity in known if " " in entity.name.strip()]
    out: People = set()
    for entity in known:
        if not any(_near(entity, title, distance) for title in _titles(scan, entity)):
            continue
        name = _name(entity.name)
        if " " not in name:
            name = next((longer for longer in full if longer.endswith(f" {name}")), "")
        if name:
            out.add((article, name))
    return out


def _titles(scan: Scan, entity: Entity) -> list[RoleMention]:
    sentence = scan.sentence(entity.start)
    return scan.roles.within(sentence.start, sentence.end)


def _near(entity: Entity, title: RoleMention, distance: int) -> bool:
    return max(entity.start - title.end, title.start - entity.end) <= distance


def _name(name: str) -> str:
    return fold(canonical(name))


@dataclass(frozen=True, slots=True)
class Result:
    """How well and how fast one of the two did; ``seconds`` of processor time."""

    name: str
    found: int
    precision: float
    recall: float
    seconds: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def _result(name: str, found: People, wanted: People, seconds: float) -> Result:
    met = len(found & wanted)
    return Result(name, len(found), met / len(found) if found else 0.0, met / len(wanted), seconds)


def ours(articles: Iterable[Article], words: Lexicon) -> tuple[People, float]:
    """The people with a post, from text to facts of all seven lists."""
    begun = time.process_time()
    found = {(a.id, _name(p.person)) for a in articles for p in pipeline.facts(a, words).positions}
    return found, time.process_time() - begun


def theirs(articles: Iterable[Article], words: Lexicon, ner: Any) -> tuple[dict[int, People], float]:
    """The people near a title, by distance; only the tagger is timed."""
    found: dict[int, People] = {distance: set() for distance in DISTANCES}
    spent = 0.0
    for article in articles:
        scan = pipeline.scan(article, words)
        begun = time.process_time()
        known = list(entities(scan, ner))
        spent += time.process_time() - begun
        for distance in DISTANCES:
            found[distance] |= holders(scan, known, distance)
    return found, spent


def compare(gold: Mapping[str, Mapping[str, Any]], articles: list[Article]) -> list[Result]:
    """Run both: ours first, then underthesea's readings from the best F1 down."""
    ner = import_module("underthesea").ner
    words = lexicon()
    ids = {article.id for article in articles}
    wanted = {(a, _name(row["person"])) for a in ids for row in gold[a]["positions"]}
    for article in articles[:_WARM]:
        pipeline.facts(article, words)
    ner(normalise(articles[0]).content[:200])
    found, seconds = ours(articles, words)
    results = [_result("dangbo-kg", found, wanted, seconds)]
    read, seconds = theirs(articles, words, ner)
    others = [
        _result(f"underthesea, title within {distance} letters", people, wanted, seconds)
        for distance, people in read.items()
    ]
    return results + sorted(others, key=lambda result: -result.f1)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.peer",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--articles", type=int, help="only so many articles")
    options = parser.parse_args()
    shut_off()
    try:
        version = import_module("underthesea").__version__
    except ImportError:
        sys.exit(
            "bench: underthesea is not installed; pip install underthesea==9.5.0 (any environment of its own)"
        )
    with tempfile.TemporaryDirectory() as scratch:
        for measured in gold_sets(Path(scratch)):
            if measured.name in ("develop", "measure"):
                items = (item for item in read_articles(measured.sources) if isinstance(item, Article))
                articles = list(islice(items, options.articles))
                title = f"{measured.name}: who holds a post, {len(articles)} articles"
                results = compare(measured.gold, articles)
                _show(f"{title}; underthesea {version}", results, len(articles))
                _note(measured.name, results, len(articles))


def _show(title: str, results: list[Result], articles: int) -> None:
    columns = ("", "found", "precision", "recall", "F1", "seconds", "articles/s")
    screen.table(
        columns,
        [
            (
                r.name,
                r.found,
                f"{r.precision:.3f}",
                f"{r.recall:.3f}",
                f"{r.f1:.3f}",
                f"{r.seconds:.2f}",
                f"{articles / r.seconds:.1f}",
            )
            for r in results
        ],
        title=title,
        numbers=columns[1:],
    )
    own, best = results[0], results[1]
    screen.say(
        f"beside its best reading: {best.seconds / own.seconds:.0f} times as fast, "
        f"precision {own.precision / best.precision:.2f} times, recall {own.recall / best.recall:.2f} times"
    )


def _note(name: str, results: list[Result], articles: int) -> None:
    own, best = results[0], results[1]
    rates = (f"{articles / each.seconds:.1f}/s" for each in (own, best))
    faster = f"{best.seconds / own.seconds:.0f}"
    note(f"articles of {name} read", next(rates), "underthesea", next(rates), faster)
    better = f"{own.f1 / best.f1:.2f}" if best.f1 else ""
    note(f"who holds a post, F1, {name}", f"{own.f1:.3f}", "underthesea", f"{best.f1:.3f}", better)


if __name__ == "__main__":
    main()
