"""Pairs of people from different articles, labelled by reading both, and how well the program tells them apart.

    python -m tests.bench.people draw [--seed 11] [--stores PARTY STREAM]
    python -m tests.bench.people read [--unlabelled] [--half develop|measure]
    python -m tests.bench.people score [--store DIR] [--wrong]
    python -m tests.bench.people speed [--store DIR]

``draw`` writes ``people-pairs.tsv``; whoever has read both articles fills in ``verdict`` (same, different,
unsure); ``read`` prints what the two articles say (from the corpus folder, never written into the project);
``score`` builds both corpora into one store and gives precision and recall of the merges; ``--wrong`` shows the
wrong ones of the half that may be looked at.  ``speed`` times deciding who is who for more and more articles.

The draw is hard on purpose: a name can be taken a few times only, however often the press prints it, and most
pairs share a name and little else.  Which pairs are taken depends on nothing but the seed and the facts.
"""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import combinations
from math import log
from pathlib import Path

from kg import build, open_graph
from kg.cli import screen
from kg.derive.personas import personas
from kg.gazetteer import Gazetteer
from kg.identity import Identities, identify, known_as
from kg.knowledge import KnowledgeGraph
from kg.lexicon import lexicon
from kg.model import Article, Verdict
from kg.normalise import fold, normalise, plain
from kg.read import read
from tests.bench.corpus import PARTY, STREAM, corpus_file, run

LIST = Path(__file__).with_name("people-pairs.tsv")
COLUMNS = ("left", "left_name", "right", "right_name", "kind", "half", "verdict", "why")
HALVES = ("develop", "measure")
WANTED = {
    PARTY: {"post": 25, "body": 30, "place": 45, "nation": 30, "apart": 45, "near": 12, "far": 6, "tone": 12},
    STREAM: {
        "post": 20,
        "body": 20,
        "place": 30,
        "nation": 20,
        "apart": 45,
        "near": 12,
        "far": 6,
        "tone": 12,
    },
}
"""How many pairs of each kind are drawn from each corpus.

Same name: the same post of the same body is told; the same body; a place in common; one of them with posts of
the nation only; nothing in common.  Other name: one syllable apart, with a place in common or without; the
same but for tone marks and the like.
"""
PER_NAME = 3
PER_NAME_AND_KIND = 2
ARTICLES_PER_NAME = 40
QUOTED_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names in two articles."""

    left: str
    left_name: str
    right: str
    right_name: str
    kind: str
    half: str
    verdict: str = ""
    why: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """What makes it this pair and no other."""
        return self.left, self.left_name, self.right, self.right_name


@dataclass(frozen=True, slots=True)
class Told:
    """What one article tells of a person, as far as drawing needs it."""

    article: str
    name: str
    posts: frozenset[tuple[str, str]]
    bodies: frozenset[str]
    places: frozenset[str]

    def kind(self, other: Told) -> str:
        """How much the two have in common."""
        if self.posts & other.posts:
            return "post"
        if self.bodies & other.bodies:
            return "body"
        if self.places & other.places:
            return "place"
        return "apart" if self.places and other.places else "nation"


def rank(seed: int, *key: str) -> str:
    """Give the place in the order of drawing."""
    return sha256("\t".join((str(seed), *key)).encode()).hexdigest()


def told(rows: Iterable[Mapping[str, str]], gazetteer: Gazetteer) -> list[Told]:
    """Gather the rows of the table of positions by article and name."""
    groups: dict[tuple[str, str], list[Mapping[str, str]]] = defaultdict(list)
    for row in rows:
        groups[row["article"], row["person"]].append(row)
    return [_told(article, name, group, gazetteer) for (article, name), group in sorted(groups.items())]


def _told(article: str, name: str, rows: list[Mapping[str, str]], gazetteer: Gazetteer) -> Told:
    posts = {(row["role_concept"] or fold(row["role"]), row["organization_iri"]) for row in rows}
    places: set[str] = set()
    for code in {row["unit_code"] for row in rows} - {""}:
        unit = gazetteer.get(code)
        places.update(key for key in (code, *unit.ancestors) if gazetteer.get(key).level > 0)
    bodies = {body for _, body in posts if body}
    return Told(article, name, frozenset(p for p in posts if p[1]), frozenset(bodies), frozenset(places))


def candidates(people: Iterable[Told], seed: int) -> Iterator[tuple[str, Told, Told]]:
    """Pair people of one name, and of names that look alike, with the kind of the pair."""
    names: dict[str, list[Told]] = defaultdict(list)
    for person in people:
        names[fold(person.name)].append(person)
    for name, group in names.items():
        group.sort(key=lambda each: rank(seed, each.article, name))
        del group[ARTICLES_PER_NAME:]
        for one, two in combinations(group, 2):
            if one.article != two.article:
                yield one.kind(two), one, two
    for kind, here, there in _look_alikes(names):
        one, two = names[here][0], names[there][0]
        if one.article != two.article:
            yield kind or ("near" if one.places & two.places else "far"), one, two


def _look_alikes(names: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in sorted(names):
        syllables = name.split()
        groups["tone", plain(name)].append(name)
        if len(syllables) >= 3:
            for place in range(len(syllables)):
                groups["", *syllables[:place], "*", *syllables[place + 1 :]].append(name)
    for (kind, *_), group in groups.items():
        for one, two in combinations(group, 2):
            if kind or plain(one) != plain(two):
                yield kind, one, two


def drawn(people: Iterable[Told], wanted: Mapping[str, int], seed: int) -> list[Pair]:
    """Take the pairs with the smallest hashes of each kind, few of a name."""
    found = [
        (rank(seed, one.article, two.article, one.name), kind, *sorted((one, two), key=_place))
        for kind, one, two in candidates(people, seed)
    ]
    taken: list[Pair] = []
    used: Counter[tuple[str, ...]] = Counter()
    for _, kind, one, two in sorted(found, key=lambda each: each[0]):
        here, there = plain(one.name), plain(two.name)
        full = any(
            used[(name,)] >= PER_NAME or used[name, kind] >= PER_NAME_AND_KIND for name in (here, there)
        )
        if full or used["", kind] >= wanted[kind]:
            continue
        used.update(
            {("", kind): 1, **{(n,): 1 for n in (here, there)}, **{(n, kind): 1 for n in (here, there)}}
        )
        # By the given name, so that names one syllable apart mostly, and the same ones always, share a half.
        half = HALVES[int(rank(seed, here.split()[-1])[:8], 16) % 2]
        taken.append(Pair(one.article, one.name, two.article, two.name, kind, half))
    return sorted(taken, key=lambda pair: (fold(pair.left_name), pair.key))


def _place(person: Told) -> tuple[str, str]:
    return person.article, person.name


def load(path: Path = LIST) -> list[Pair]:
    """Read the list; ends the program when a verdict is none of the three."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        found = [Pair(*(row[name] for name in COLUMNS)) for row in csv.DictReader(file, delimiter="\t")]
    for pair in found:
        if pair.verdict not in ("", *Verdict):
            sys.exit(
                f"{path}: {pair.verdict!r} is no verdict ({pair.left}); write one of {', '.join(Verdict)}"
            )
    return found


def save(pairs: Iterable[Pair], path: Path = LIST) -> None:
    """Write the list."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows([getattr(pair, name) for name in COLUMNS] for pair in pairs)


def _draw(seed: int, stores: list[Path]) -> None:
    before = {pair.key: pair for pair in load()}
    pairs: list[Pair] = []
    gazetteer = lexicon().gazetteer
    seen: set[str] = set()
    with tempfile.TemporaryDirectory() as scratch:
        for number, (name, wanted) in enumerate(WANTED.items()):
            home = stores[number] if stores else Path(scratch) / str(number)
            if not stores:
                build([corpus_file(name)], home)
            with open_graph(home) as graph:
                rows = [row for row in graph.tables()["positions"] if row["article"] not in seen]
            seen.update(row["article"] for row in rows)
            pairs += drawn(told(rows, gazetteer), wanted, seed)
    kept = [
        replace(pair, verdict=old.verdict, why=old.why) if (old := before.get(pair.key)) else pair
        for pair in pairs
    ]
    save(kept)
    screen.say(
        f"{len(kept)} pairs drawn into {LIST.name}: {sum(bool(p.verdict) for p in kept)} with a verdict"
    )
    screen.table(("kind", "pairs"), sorted(Counter(pair.kind for pair in kept).items()), numbers=("pairs",))


def _read(pairs: list[Pair]) -> None:
    wanted = {article for pair in pairs for article in (pair.left, pair.right)}
    articles = (item for name in WANTED for item in read([corpus_file(name)]) if isinstance(item, Article))
    texts = {article.id: article for article in articles if article.id in wanted}
    shown: set[tuple[str, str]] = set()
    for number, pair in enumerate(pairs):
        screen.say(f"[{number}] {pair.kind} {pair.half}: {pair.left_name} · {pair.right_name}", "bold")
        for article, name in ((pair.left, pair.left_name), (pair.right, pair.right_name)):
            if (article, name) in shown:
                screen.say(f"  {article}: as above")
            else:
                shown.add((article, name))
                _show(texts[article], name)


def _show(article: Article, name: str) -> None:
    text = normalise(article)
    screen.say(f"  {article.id}: {article.title}")
    wanted = fold(name)
    hits = [s for s in text.sentences if wanted in text.folded[s.start : s.end]][:QUOTED_SENTENCES]
    for sentence in hits:
        passage = text.content[sentence.start : sentence.end]
        at = text.folded[sentence.start : sentence.end].find(wanted)
        start = max(0, at - 130)
        screen.say(f"    - {passage[start : at + 190]}")


@contextmanager
def _whole(store: Path | None) -> Iterator[KnowledgeGraph]:
    """Open a graph of both corpora, built into ``store`` when that is named."""
    with tempfile.TemporaryDirectory() as scratch:
        home = store if store is not None else Path(scratch) / "store"
        build([corpus_file(name) for name in WANTED], home)
        with open_graph(home) as graph:
            yield graph


def merges(found: Identities, pairs: Iterable[Pair]) -> list[tuple[Pair, bool]]:
    """Tell of each pair whether its two are one person; ends the program when one is not in the graph."""
    person = {
        known_as(member.reference): number
        for number, one in enumerate(found.persons)
        for member in one.members
    }
    told = []
    for pair in pairs:
        keys = [known_as(f"{pair.left}#{pair.left_name}"), known_as(f"{pair.right}#{pair.right_name}")]
        missing = [key for key in keys if key not in person]
        if missing:
            screen.warn(f"bench: {missing[0]} is no longer found as a person; the pair is left out")
            continue
        told.append((pair, person[keys[0]] == person[keys[1]]))
    return told


def figures(told: Iterable[tuple[Pair, bool]]) -> tuple[str, ...]:
    """Give pairs, merged, rightly merged, wrongly merged, missed, precision and recall; unsure ones don't count."""
    count = Counter((pair.verdict, merged) for pair, merged in told if pair.verdict != Verdict.UNSURE)
    right, wrong, missed = count["same", True], count["different", True], count["same", False]
    cells = [str(n) for n in (count.total(), right + wrong, right, wrong, missed)]
    precision = f"{right / (right + wrong):.3f}" if right + wrong else ""
    return (*cells, precision, f"{right / (right + missed):.3f}" if right + missed else "")


def _score(store: Path | None, *, wrong: bool) -> None:
    with _whole(store) as graph:
        everybody = list(personas(graph.store.quads))
    told = merges(identify(everybody), load())
    kinds = sorted({pair.kind for pair, _ in told})
    rows = [(half, *figures([t for t in told if t[0].half == half])) for half in HALVES]
    rows.append(("both", *figures(told)))
    rows += [(kind, *figures([t for t in told if t[0].kind == kind])) for kind in kinds]
    columns = ("pairs", "merged", "right", "wrong", "missed", "precision", "recall")
    screen.table(("half or kind", *columns), rows, numbers=columns)
    for pair, merged in told if wrong else ():
        if pair.half == "develop" and pair.verdict == ("different" if merged else "same"):
            kind = "wrongly merged" if merged else "missed"
            screen.say(f"{kind}: {pair.left}#{pair.left_name} · {pair.right}#{pair.right_name} ({pair.kind})")


def _speed(store: Path | None) -> None:
    """Time deciding alone, in processor time: personas of so many articles, from values to persons."""
    with _whole(store) as graph:
        began = time.process_time()
        everybody = list(personas(graph.store.quads))
        reading = time.process_time() - began
        articles = graph.articles()
    # Articles in the order of their hashes: those of the party file would come first otherwise.
    articles.sort(key=lambda each: rank(0, each))
    rows = []
    for count in (600, 2000, 6000, 20000):
        chosen = set(articles[:count])
        some = [persona for persona in everybody if persona.identifier in chosen]
        began = time.process_time()
        found = identify(some)
        seconds = time.process_time() - began
        each = seconds / (len(some) * log(len(some))) * 1e6
        rows.append((f"{count:,}", f"{len(some):,}", f"{len(found.persons):,}", f"{len(found.links):,}",
                     f"{seconds:.2f}", f"{each:.1f}"))  # fmt: skip
    columns = ("articles", "personas", "persons", "links", "seconds", "µs / n log n")
    screen.table(columns, rows, numbers=columns)
    screen.say(f"Reading {len(everybody):,} personas from the store took {reading:.1f} s.")


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.people",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = parser.add_subparsers(dest="verb", required=True)
    draw = verbs.add_parser("draw", help="draw the pairs, keeping the verdicts of those that are drawn again")
    draw.add_argument("--seed", type=int, default=11)
    draw.add_argument("--stores", type=Path, nargs=2, default=[], help="stores of the two corpora")
    waiting = verbs.add_parser("read", help="print what both articles say of the two")
    waiting.add_argument("--unlabelled", action="store_true", help="only the pairs that wait for a verdict")
    waiting.add_argument("--half", choices=HALVES)
    score = verbs.add_parser("score", help="precision and recall of the merges")
    score.add_argument("--wrong", action="store_true", help="show what is wrong in the half for developing")
    speed = verbs.add_parser("speed", help="time deciding who is who")
    for verb in (score, speed):
        verb.add_argument("--store", type=Path, help="keep the graph of both corpora here")
    options = parser.parse_args()
    if options.verb == "draw":
        _draw(options.seed, options.stores)
    elif options.verb == "score":
        _score(options.store, wrong=options.wrong)
    elif options.verb == "speed":
        _speed(options.store)
    elif options.verb == "read":
        wanted = [p for p in load() if options.half in (None, p.half)]
        _read([p for p in wanted if not (options.unlabelled and p.verdict)])


if __name__ == "__main__":
    run(main)
