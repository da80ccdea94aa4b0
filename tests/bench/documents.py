"""Pairs of documents that two articles tell of, labelled by reading both, and how well the program tells them apart.

    python -m tests.bench.documents draw [--seed 5] [--store DIR]
    python -m tests.bench.documents read [--unlabelled] [--store DIR]
    python -m tests.bench.documents count [--wrong] [--store DIR]

``draw`` writes ``document-pairs.tsv``; whoever has read both articles fills in ``verdict`` (same, different,
unsure); ``read`` prints the sentences (from the corpus folder, never written into the project); ``count`` gives
precision and recall of what it brings together.  Both corpora are built into one store, kept in DIR when given.

The draw is hard on purpose: a number or title is taken twice at most, and the pairs share a number, or one is cut
short, or the titles are nearly the same.  Which are taken depends on nothing but the seed and the facts.
"""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from itertools import combinations
from pathlib import Path

from kg import build
from kg.cli import screen
from kg.derive.told_documents import Told, told_documents
from kg.explain import Texts
from kg.identity.document_features import words
from kg.store import KgStore, open_store
from kg.vocab import DANG, DCTERMS, OA, PROV, Minter
from tests.bench.corpus import PARTY, STREAM, corpus_file

LIST = Path(__file__).with_name("document-pairs.tsv")
WANTED = {"numbers": 34, "cut-short": 34, "bare": 24, "titles": 24, "title-and-number": 10}
"""How many pairs of each kind are drawn: two full numbers that fit, one cut short, two without a symbol, two
titles that share most words, a title beside the subject of a numbered document."""
PER_DOCUMENT = 2
WIDEST = 40


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents as two articles name them (``ARTICLE#NUMBER @ ISSUER``)."""

    left: str
    right: str
    kind: str
    verdict: str = ""
    why: str = ""


def pairs() -> list[Pair]:
    """Read the list."""
    with LIST.open(encoding="utf-8", newline="") as file:
        return [Pair(**row) for row in csv.DictReader(file, delimiter="\t")]


def _write(found: Iterable[Pair]) -> None:
    with LIST.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(asdict(Pair("", "", ""))), delimiter="\t", lineterminator="\n")
        writer.writeheader()
        writer.writerows(asdict(pair) for pair in found)


@contextmanager
def _corpora(kept: Path | None) -> Iterator[KgStore]:
    """Open a store with the articles of both corpora."""
    with tempfile.TemporaryDirectory() as folder:
        place = kept or Path(folder) / "store"
        build([corpus_file(PARTY), corpus_file(STREAM)], place)
        with open_store(place, read_only=True) as store:
            yield store


def _kind(one: Told, other: Told) -> str | None:
    """Tell what two mentions have in common; ``None`` for too little."""
    left, right = one.mention, other.mention
    if left.kind and right.kind and left.kind != right.kind:
        return None
    if left.number is not None and right.number is not None:
        if not left.number.fits(right.number):
            return None
        full = bool(left.number.parts) + bool(right.number.parts)
        return ("bare", "cut-short", "numbers")[full]
    if not left.title or not right.title:
        return None
    mine, its = words(left.title), words(right.title)
    if len(mine & its) < 3 or len(mine & its) / min(len(mine), len(its)) < 0.7:
        return None
    return "titles" if left.number is None and right.number is None else "title-and-number"


def _blocks(told: Iterable[Told]) -> Iterator[list[Told]]:
    found: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for each in told:
        if each.mention.number is not None:
            found["number", each.mention.number.serial].append(each)
        rare = sorted(words(each.mention.title), key=lambda word: (-len(word), word))[:2]
        for word in rare:
            found["word", word].append(each)
    yield from (block for _, block in sorted(found.items()))


def draw(seed: int, kept: Path | None) -> None:
    """Draw pairs, keep the verdicts of those that were drawn before."""
    known = {(pair.left, pair.right): pair for pair in pairs()} if LIST.exists() else {}
    with _corpora(kept) as store:
        told = told_documents(store.quads, Minter())
    once = Counter(each.mention.reference for each in told)
    told = [each for each in told if once[each.mention.reference] == 1]
    candidates: dict[tuple[str, str], str] = {}
    for block in _blocks(told):
        ordered = sorted(block, key=lambda each: _chance(seed, each.mention.reference))[:WIDEST]
        for one, other in combinations(ordered, 2):
            kind = _kind(one, other)
            if kind is not None and one.mention.identifier != other.mention.identifier:
                left, right = sorted((one.mention.reference, other.mention.reference))
                candidates[left, right] = kind
    taken: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    chosen = []
    for (left, right), kind in sorted(candidates.items(), key=lambda item: _chance(seed, *item[0])):
        names = {reference.partition("#")[2] for reference in (left, right)}
        if counts[kind] < WANTED[kind] and all(taken[name] < PER_DOCUMENT for name in names):
            taken.update(names)
            counts[kind] += 1
            chosen.append(known.get((left, right), Pair(left, right, kind)))
    _write(sorted(chosen, key=lambda pair: (pair.kind, pair.left, pair.right)))
    screen.say(f"{len(chosen)} pairs: {dict(sorted(counts.items()))}")


def _chance(seed: int, *key: str) -> str:
    return sha256("\x1f".join((str(seed), *key)).encode()).hexdigest()


def read(unlabelled: bool, kept: Path | None) -> None:
    """Print the sentences of each pair."""
    with _corpora(kept) as store:
        told = {each.mention.reference: each for each in told_documents(store.quads, Minter())}
        texts = Texts(store)
        for place, pair in enumerate(pairs(), 1):
            if unlabelled and pair.verdict:
                continue
            screen.say(f"{place} [{pair.kind}] {pair.verdict}")
            for reference in (pair.left, pair.right):
                for line in _said(store, texts, told[reference]):
                    screen.say(f"    {reference}: {line}")


def _said(store: KgStore, texts: Texts, told: Told) -> Iterator[str]:
    for statement in told.statements[:2]:
        query = f"""SELECT ?id ?start ?end WHERE {{
            <{statement}> <{PROV.hadPrimarySource}>/<{DCTERMS.identifier}> ?id ;
                <{DANG.evidence}>/<{OA.hasSelector}> ?place .
            ?place <{OA.start}> ?start ; <{OA.end}> ?end }}"""
        for row in store.query(query):
            place = (row["id"].value, int(row["start"].value), int(row["end"].value))
            yield texts.around(*place)[0][:420]


def count(wrong: bool, kept: Path | None) -> None:
    """Count what the program brings together and keeps apart against the verdicts."""
    with _corpora(kept) as store:
        answer = store.query(f"SELECT ?told ?of WHERE {{ ?told <{PROV.specializationOf}> ?of }}")
        of = {row["told"].value: row["of"].value for row in answer}
        iris = {each.mention.reference: each.mention.iri for each in told_documents(store.quads, Minter())}
    rows: Counter[tuple[str, str, bool]] = Counter()
    for pair in pairs():
        together = of[iris[pair.left]] == of[iris[pair.right]]
        rows[pair.kind, pair.verdict, together] += 1
        if wrong and (pair.verdict, together) in (("same", False), ("different", True)):
            screen.say(f"{'together' if together else 'apart'}: {pair.left} | {pair.right} | {pair.why}")
    table = []
    for kind in (*WANTED, None):
        found = {
            (verdict, together): sum(
                n for (k, v, t), n in rows.items() if kind in (None, k) and (v, t) == (verdict, together)
            )
            for verdict in ("same", "different", "unsure")
            for together in (True, False)
        }
        same, merged = (
            found["same", True] + found["same", False],
            found["same", True] + found["different", True],
        )
        table.append(
            (
                kind or "all",
                same,
                found["different", True] + found["different", False],
                found["unsure", True] + found["unsure", False],
                f"{found['same', True]} of {merged}",
                f"{found['same', True] / merged:.3f}" if merged else "",
                f"{found['same', True] / same:.3f}" if same else "",
            )
        )
    columns = ("pairs", "same", "different", "unsure", "right of merged", "precision", "recall")
    screen.table(columns, table, numbers=columns[1:])


def main(arguments: list[str] | None = None) -> None:
    """Run one of the commands."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("draw").add_argument("--seed", type=int, default=5)
    commands.add_parser("read").add_argument("--unlabelled", action="store_true")
    commands.add_parser("count").add_argument("--wrong", action="store_true")
    for command in commands.choices.values():
        command.add_argument("--store", type=Path)
    given = parser.parse_args(arguments)
    if given.command == "draw":
        draw(given.seed, given.store)
    elif given.command == "read":
        read(given.unlabelled, given.store)
    else:
        count(given.wrong, given.store)


if __name__ == "__main__":
    main(sys.argv[1:])
