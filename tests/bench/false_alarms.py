"""Facts drawn at random from the press stream, to be judged by a person, and the share of them that is right.

    python -m tests.bench.false_alarms draw [--most 300] [--seed 7] [--jobs N]
    python -m tests.bench.false_alarms read [--sentences]
    python -m tests.bench.false_alarms count

``draw`` writes ``false-alarms.tsv``; a person fills in ``verdict`` (right, half, wrong) and ``why``; ``count``
gives the shares; ``read`` prints the rows that wait for a verdict, with their sentences if wanted (they come
from the corpus folder and are never written into the project).

Which facts are drawn depends on nothing but the seed and the facts: each fact is hashed with the seed, and
those with the smallest hashes are taken.  So a change of the grammar changes only the rows of facts that it
changed, and the verdicts of all others are kept when the list is drawn again.
"""

from __future__ import annotations

import argparse
import csv
import heapq
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from hashlib import sha256
from operator import attrgetter
from pathlib import Path
from typing import Any

from kg import pipeline
from kg.cli import screen
from kg.differences import KEYS, OTHERS
from kg.model import Article, Claim, Facts, Organization, Unit
from kg.normalise import fold, normalise
from kg.nquads import plain_number
from kg.read import read
from tests.bench.corpus import STREAM, corpus_file, run

LIST = Path(__file__).with_name("false-alarms.tsv")
GOLD = Path(__file__).parents[1] / "gold"
"""Articles that those who write the grammar know, or may not see, are not drawn."""

QUOTED = 12
"""The most words of a quote; the texts are not ours."""

COLUMNS = ("article", "list", "rule", "fact", "quote", "place", "verdict", "why")
VERDICTS = ("right", "half", "wrong")


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that was drawn.  ``place`` is the span of its evidence in the canonical text."""

    article: str
    table: str
    rule: str
    fact: str
    quote: str
    place: str
    verdict: str = ""
    why: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it this fact and no other."""
        return self.article, self.table, self.fact

    def rank(self, seed: int) -> str:
        """Its place in the order of drawing."""
        return sha256("\t".join((str(seed), *map(fold, self.key))).encode()).hexdigest()


def facts_of(tables: Mapping[str, Iterable[Mapping[str, str]]]) -> Iterator[Fact]:
    """All rows of the seven tables as facts on one line, without what is only reckoned from their dates."""
    for table, rows in tables.items():
        reckoned = {"article", "as_of", "term" if table == "documents" else ""}
        names = [name for name in (*KEYS[table], *OTHERS[table]) if name not in reckoned]
        for row in rows:
            told = "; ".join(f"{name} {_line(row[name])}" for name in names if row.get(name))
            quote = _short(_line(row["quote"]))
            yield Fact(row["article"], table, row["rule"], told, quote, f"{row['start']}-{row['end']}")


def known() -> frozenset[str]:
    """The articles of the gold files."""
    return frozenset(path.stem for path in GOLD.rglob("*.json"))


def _line(text: str) -> str:
    return " ".join(text.split())


def _short(quote: str) -> str:
    words = quote.split(" ")
    return quote if len(words) <= QUOTED else " ".join((*words[: QUOTED - 4], "…", *words[-3:]))


def drawn(facts: Iterable[Fact], most: int, seed: int, judged: Iterable[Fact] = ()) -> list[Fact]:
    """The facts with the smallest hashes, with the verdicts that they already have."""
    known = {fact.key: fact for fact in judged}
    chosen = heapq.nsmallest(most, facts, key=lambda fact: fact.rank(seed))
    out = []
    for fact in chosen:
        old = known.get(fact.key)
        out.append(fact if old is None else replace(fact, verdict=old.verdict, why=old.why))
    return sorted(out, key=lambda fact: (list(KEYS).index(fact.table), fact.rank(seed)))


def load(path: Path = LIST) -> list[Fact]:
    """Read the list; ends the program when a verdict is none of the three."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        found = [Fact(*(row[name] for name in COLUMNS)) for row in csv.DictReader(file, delimiter="\t")]
    for fact in found:
        if fact.verdict not in ("", *VERDICTS):
            sys.exit(
                f"{path}: {fact.verdict!r} is no verdict ({fact.article}); write one of {', '.join(VERDICTS)}"
            )
    return found


def save(facts: Iterable[Fact], path: Path = LIST) -> None:
    """Write the list."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(COLUMNS)
        for f in facts:
            writer.writerow((f.article, f.table, f.rule, f.fact, f.quote, f.place, f.verdict, f.why))


def shares(facts: Iterable[Fact]) -> list[tuple[str, ...]]:
    """Rows of list, drawn, judged, right, half, wrong, share right (with 95 % bounds), share right or half."""
    counts: dict[str, Counter[str]] = {}
    for fact in facts:
        for name in (fact.table, "all"):
            counts.setdefault(name, Counter())[fact.verdict] += 1
    order = [name for name in (*KEYS, "all") if name in counts]
    return [_share(name, counts[name]) for name in order]


def _share(name: str, count: Counter[str]) -> tuple[str, ...]:
    judged = sum(count[verdict] for verdict in VERDICTS)
    cells = [name, str(count.total()), str(judged), *(str(count[verdict]) for verdict in VERDICTS)]
    if not judged:
        return (*cells, "", "", "")
    low, high = bounds(count["right"], judged)
    usable = (count["right"] + count["half"]) / judged
    return (*cells, f"{count['right'] / judged:.2f}", f"{low:.2f}-{high:.2f}", f"{usable:.2f}")


def bounds(right: int, judged: int) -> tuple[float, float]:
    """Wilson's interval at 95 %."""
    z, share = 1.96, right / judged
    middle = share + z * z / (2 * judged)
    spread = z * (share * (1 - share) / judged + z * z / (4 * judged * judged)) ** 0.5
    whole = 1 + z * z / judged
    return (middle - spread) / whole, (middle + spread) / whole


def tables_of(facts: Facts) -> dict[str, list[dict[str, str]]]:
    """The rows of the seven tables that one article gives, as they stand in an export."""

    def rows(claims: Iterable[Claim], **fields: Callable[[Any], object]) -> list[dict[str, str]]:
        return [{**_place_of(claim), **{n: _cell(field(claim)) for n, field in fields.items()}} for claim in claims]

    get = attrgetter
    return {
        "positions": rows(
            facts.positions,
            **{name: get(name) for name in ("person", "role", "organization", "status")},
            acting=lambda p: "true" if p.acting else None,
            step=get("event"),
            step_date=get("event_date"),
        ),
        "documents": rows(
            facts.documents, **{name: get(name) for name in ("kind", "number", "subject", "issuer", "date")}
        ),
        "links": rows(facts.links, source=get("source.label"), relation=get("relation"), target=get("target.label")),
        "themes": rows(
            facts.themes, **{name: get(name) for name in ("organization", "period", "theme", "document")}
        ),
        "indicators": rows(
            facts.indicators,
            **{name: get(name) for name in ("subject", "indicator", "kind", "period", "unit", "comparator")},
            value=lambda i: plain_number(i.value),
        ),
        "congresses": rows(
            facts.congresses, **{name: get(name) for name in ("organization", "ordinal", "term")}
        ),
        "events": rows(
            facts.events,
            **{name: get(name) for name in ("type", "date", "place")},
            organizer=lambda e: "; ".join(sorted(_cell(o) for o in e.organizers)),
        ),
    }


def _place_of(claim: Claim) -> dict[str, str]:
    said = claim.evidence
    start, end = str(said.start), str(said.end)
    return {"article": said.article, "rule": claim.rule, "quote": said.quote, "start": start, "end": end}


def _cell(value: object) -> str:
    if isinstance(value, Organization):
        return value.label
    if isinstance(value, Unit):
        return value.full_name
    return "" if value is None else str(value)


def _facts_in(article: Article) -> list[Fact]:
    return list(facts_of(tables_of(pipeline.facts(article))))


def _draw(most: int, seed: int, jobs: int | None) -> None:
    left_out = known()
    articles = (
        item
        for item in read([corpus_file(STREAM)])
        if isinstance(item, Article) and item.id not in left_out
    )
    with ProcessPoolExecutor(jobs) as pool:
        facts = [fact for found in pool.map(_facts_in, articles, chunksize=50) for fact in found]
    counts = Counter(fact.table for fact in facts)
    screen.say("facts in all: " + ", ".join(f"{count:,} {name}" for name, count in counts.items()))
    before = load()
    after = drawn(facts, most, seed, before)
    save(after)
    kept = sum(bool(fact.verdict) for fact in after)
    screen.say(
        f"{len(after)} drawn into {LIST.name}: {kept} with a verdict, {len(after) - kept} to be judged"
    )


def _read(*, sentences: bool) -> None:
    waiting = [fact for fact in load() if not fact.verdict]
    wanted = {fact.article for fact in waiting}
    texts = {}
    if sentences and wanted:
        articles = (item for item in read([corpus_file(STREAM)]) if isinstance(item, Article))
        texts = {article.id: normalise(article) for article in articles if article.id in wanted}
    for fact in waiting:
        screen.say(f"{fact.article}  {fact.table} ({fact.rule}): {fact.fact}", "bold")
        if fact.article in texts:
            text = texts[fact.article]
            start, end = (int(part) for part in fact.place.split("-"))
            first, last = (text.sentences[text.sentence_at(at)] for at in (start, max(start, end - 1)))
            passage = text.content[first.start : last.end]
            screen.show(screen.marked(passage, start - first.start, end - first.start), 4)
        else:
            screen.say(f"    {fact.quote}")


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.false_alarms",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = parser.add_subparsers(dest="verb", required=True)
    draw = verbs.add_parser("draw", help="draw the facts, keeping the verdicts of those that are unchanged")
    draw.add_argument("--most", type=int, default=300)
    draw.add_argument("--seed", type=int, default=7)
    draw.add_argument("--jobs", type=int)
    waiting = verbs.add_parser("read", help="print what waits for a verdict")
    waiting.add_argument(
        "--sentences", action="store_true", help="with the sentences, from the corpus folder"
    )
    verbs.add_parser("count", help="the share right, list by list")
    options = parser.parse_args()
    if options.verb == "draw":
        _draw(options.most, options.seed, options.jobs)
    elif options.verb == "read":
        _read(sentences=options.sentences)
    else:
        columns = ("list", "drawn", "judged", *VERDICTS, "share right", "95 %", "right or half")
        screen.table(columns, shares(load()), numbers=columns[1:])


if __name__ == "__main__":
    run(main)
