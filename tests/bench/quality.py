"""How good the facts are: the figures of every gold set and list, and of every rule on the open sets.

    python -m tests.bench.quality [--json FILE]

Rows of the measured half are never shown, only counted.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kg.cli import screen
from kg.evaluate import AGREEMENTS, Score, evaluate
from kg.normalise import canonical, fold
from tests.bench.corpus import GoldSet, Tables, gold_sets, run, tables_of

Row = Mapping[str, Any]
_FIGURES = [f"{mode} {figure}" for mode in ("strict", "core") for figure in ("P", "R", "F1")]


@dataclass(frozen=True)
class Rule:
    """What one grammar rule said on gold articles, and how much of it was right."""

    table: str
    name: str
    claims: int
    strict: int
    core: int


def person_recall(gold: Mapping[str, Row], tables: Tables) -> tuple[int, int]:
    """How many of the people who hold a post in the gold were found with one, and how many there are."""
    wanted = {
        (article, _name(row["person"])) for article, lists in gold.items() for row in lists["positions"]
    }
    found = {(row["article"], _name(row["person"])) for row in tables["positions"]}
    return len(wanted & found), len(wanted)


def _name(person: str) -> str:
    return fold(canonical(person))


def rules(gold: Mapping[str, Row], tables: Tables) -> list[Rule]:
    """The claims of every rule, with how many met a gold row strictly and on the core."""
    out: list[Rule] = []
    scores = evaluate(gold, tables)
    for name in AGREEMENTS:
        rows = [row for row in tables[name] if row["article"] in gold]
        claims = Counter(row["rule"] for row in rows)
        wrong = Counter(row["rule"] for _, row in scores[name].spurious)
        core = _core(name, gold, rows)
        out += [Rule(name, rule, n, n - wrong[rule], core[rule]) for rule, n in claims.most_common()]
    return out


def _core(name: str, gold: Mapping[str, Row], rows: Sequence[Row]) -> Counter[str]:
    """Count by rule the rows that meet a gold row on its core, one to one, best pairs first."""
    agreement = AGREEMENTS[name]
    met: Counter[str] = Counter()
    for article, lists in gold.items():
        wanted, found = lists.get(name) or [], [row for row in rows if row["article"] == article]
        pairs = [
            (likeness + agreement.rest(one, other), i, j)
            for i, one in enumerate(wanted)
            for j, other in enumerate(found)
            if (likeness := agreement.core(one, other)) > agreement.floor
        ]
        left, right = set(range(len(wanted))), set(range(len(found)))
        for _, i, j in sorted(pairs, reverse=True):
            if i in left and j in right:
                left.remove(i)
                right.remove(j)
                met[found[j]["rule"]] += 1
    return met


def _figures(name: str, score: Score, people: tuple[int, int]) -> tuple[str, ...]:
    numbers = [value for figures in (score.strict, score.core) for value in asdict(figures).values()]
    recall = f"{people[0]}/{people[1]}" if name == "positions" else ""
    return (name, str(score.gold), str(score.found), *(f"{n:.3f}" for n in numbers), recall)


def show(measured: GoldSet, tables: Tables) -> dict[str, Any]:
    """Print the tables of one gold set and give its figures."""
    scores = evaluate(measured.gold, tables)
    people = person_recall(measured.gold, tables)
    columns = ("list", "gold", "found", *_FIGURES, "people found")
    screen.table(
        columns,
        [_figures(name, score, people) for name, score in scores.items()],
        title=f"{measured.name}: {len(measured.gold)} articles",
        numbers=columns[1:],
    )
    if measured.open:
        columns = ("list", "rule", "claims", "strict", "core", "strict share", "core share")
        screen.table(
            columns,
            [
                (
                    r.table,
                    r.name,
                    r.claims,
                    r.strict,
                    r.core,
                    f"{r.strict / r.claims:.2f}",
                    f"{r.core / r.claims:.2f}",
                )
                for r in rules(measured.gold, tables)
            ],
            title=f"{measured.name}, rule by rule: claims, and how many of them are right",
            numbers=columns[2:],
        )
    return {
        "articles": len(measured.gold),
        "people": people,
        "lists": {
            name: {"gold": s.gold, "found": s.found, "strict": asdict(s.strict), "core": asdict(s.core)}
            for name, s in scores.items()
        },
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.quality",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON, too")
    parser.add_argument("--only", metavar="NAME", help="one gold set: develop, measure, or 'source articles'")
    options = parser.parse_args()
    figures = {}
    with tempfile.TemporaryDirectory() as scratch:
        for measured in gold_sets(Path(scratch)):
            if options.only in (None, measured.name):
                figures[measured.name] = show(measured, tables_of(measured.sources))
    if options.json is not None:
        options.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    run(main)
