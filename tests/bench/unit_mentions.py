"""Mentions of units drawn at random from the party press, to be judged, and the share of them that is right.

    python -m tests.bench.unit_mentions draw [--most 250] [--seed 7]
    python -m tests.bench.unit_mentions read [--around 220]
    python -m tests.bench.unit_mentions count

``draw`` writes ``unit-mentions.tsv``: where a named unit stands in an article, the form it is written in, the
article's date, and what the program takes it for.  Whoever judges fills in ``verdict`` (right, undecided,
wrong) and ``why``; ``read`` prints what waits for a verdict with the text around it (from the corpus folder,
never written into the project); ``count`` gives the shares.

Each mention is hashed with the seed, and those with the smallest hashes are taken: a change of the program
changes only the rows of mentions that it reads otherwise, and all other verdicts are kept.
"""

from __future__ import annotations

import argparse
import csv
import heapq
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from kg.cli import screen
from kg.lexicon import Lexicon, lexicon
from kg.model import Article, Unit
from kg.normalise import normalise
from kg.pipeline import scan
from kg.read import read
from kg.resolve.setting import Setting
from tests.bench.corpus import PARTY, corpus_file
from tests.bench.false_alarms import bounds

LIST = Path(__file__).with_name("unit-mentions.tsv")
COLUMNS = ("article", "start", "end", "form", "date", "answer", "verdict", "why")
VERDICTS = ("right", "undecided", "wrong")
"""``undecided``: the program leaves it open, and rightly so, for the article doesn't tell."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mention: its place in the canonical text, its written form, and what it is taken for."""

    article: str
    start: int
    end: int
    form: str
    date: str
    answer: str
    verdict: str = ""
    why: str = ""

    @property
    def key(self) -> tuple[str, int, int, str]:
        """What a verdict is about: the place and the answer."""
        return self.article, self.start, self.end, self.answer

    def rank(self, seed: int) -> str:
        """Its place in the order of drawing, whatever it is taken for."""
        return sha256(f"{seed}\t{self.article}\t{self.start}\t{self.form}".encode()).hexdigest()


def mentions(article: Article, words: Lexicon) -> Iterator[Drawn]:
    """Every named unit of an article, those inside the names of bodies too."""
    seen = scan(article, words)
    setting = Setting(seen, words)
    for mention in setting.mentions:
        form = " ".join(seen.text.content[mention.start : mention.end].split())
        unit = setting.decided(mention.unit, mention.candidates)
        told = answer(words, unit, mention.candidates)
        yield Drawn(article.id, mention.start, mention.end, form, article.published or "", told)


def answer(words: Lexicon, unit: Unit, candidates: tuple[Unit, ...]) -> str:
    """What a mention is taken for: a unit with key and those above it, ``?`` with how many, or ``-``."""
    above = "/".join(words.gazetteer.get(key).name for key in unit.ancestors)
    if unit.key is not None:
        return f"{unit.key} {words.gazetteer.get(unit.key).full_name}/{above}".rstrip("/")
    mark = f"?{len(candidates)}" if candidates else "-"
    return f"{mark} {unit.full_name}/{above}".rstrip("/")


def drawn(found: Iterable[Drawn], most: int, seed: int, judged: Iterable[Drawn] = ()) -> list[Drawn]:
    """The mentions with the smallest hashes, with the verdicts that they already have."""
    known = {each.key: each for each in judged}
    chosen = heapq.nsmallest(most, found, key=lambda each: each.rank(seed))
    kept = []
    for each in chosen:
        old = known.get(each.key)
        kept.append(each if old is None else replace(each, verdict=old.verdict, why=old.why))
    return sorted(kept, key=lambda each: each.rank(seed))


def load(path: Path = LIST) -> list[Drawn]:
    """Read the list; ends the program when a verdict is none of the three."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        rows = [[row[name] for name in COLUMNS] for row in csv.DictReader(file, delimiter="\t")]
    found = [Drawn(row[0], int(row[1]), int(row[2]), *row[3:]) for row in rows]
    for each in found:
        if each.verdict not in ("", *VERDICTS):
            sys.exit(f"{path}: {each.verdict!r} is no verdict; write one of {', '.join(VERDICTS)}")
    return found


def save(found: Iterable[Drawn], path: Path = LIST) -> None:
    """Write the list."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(COLUMNS)
        for each in found:
            writer.writerow([getattr(each, name) for name in COLUMNS])


def level(each: Drawn) -> str:
    """The kind of answer, for the rows of the count: decided, left open, or unknown to the gazetteer."""
    return {"?": "open", "-": "unknown"}.get(each.answer[:1], "decided")


def shares(found: Iterable[Drawn]) -> list[tuple[str, ...]]:
    """Rows of answer, drawn, right, undecided, wrong, share right or rightly undecided with 95 % bounds."""
    counts: dict[str, Counter[str]] = {}
    for each in found:
        for name in (level(each), "all"):
            counts.setdefault(name, Counter())[each.verdict] += 1
    order = [name for name in ("decided", "open", "unknown", "all") if name in counts]
    return [_share(name, counts[name]) for name in order]


def _share(name: str, count: Counter[str]) -> tuple[str, ...]:
    judged = sum(count[verdict] for verdict in VERDICTS)
    cells = (name, str(count.total()), *(str(count[verdict]) for verdict in VERDICTS))
    if not judged:
        return (*cells, "", "")
    good = count["right"] + count["undecided"]
    low, high = bounds(good, judged)
    return (*cells, f"{good / judged:.3f}", f"{low:.3f}-{high:.3f}")


def _articles() -> Iterator[Article]:
    return (item for item in read([corpus_file(PARTY)]) if isinstance(item, Article))


def _draw(most: int, seed: int) -> None:
    words = lexicon()
    found = [mention for article in _articles() for mention in mentions(article, words)]
    kinds = Counter(map(level, found))
    screen.say(f"{len(found):,} mentions: " + ", ".join(f"{n:,} {kind}" for kind, n in sorted(kinds.items())))
    after = drawn(found, most, seed, load())
    save(after)
    kept = sum(bool(each.verdict) for each in after)
    screen.say(f"{len(after)} drawn: {kept} with a verdict, {len(after) - kept} to be judged")


def _read(around: int) -> None:
    waiting = [each for each in load() if not each.verdict]
    wanted = {each.article for each in waiting}
    texts = {a.id: normalise(a).content for a in _articles() if a.id in wanted} if wanted else {}
    for each in waiting:
        text = texts.get(each.article, "")
        start = max(0, each.start - around)
        screen.say(f"{each.article} {each.start}  {each.date}  {each.form} = {each.answer}", "bold")
        screen.say("    " + " ".join(text[:90].split()), "dim")
        screen.show(screen.marked(text[start : each.end + around], each.start - start, each.end - start), 4)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.unit_mentions",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = parser.add_subparsers(dest="verb", required=True)
    draw = verbs.add_parser(
        "draw", help="draw the mentions, keeping the verdicts of those that are unchanged"
    )
    draw.add_argument("--most", type=int, default=250)
    draw.add_argument("--seed", type=int, default=7)
    waiting = verbs.add_parser("read", help="print what waits for a verdict, with the text around it")
    waiting.add_argument("--around", type=int, default=220, help="so many characters on either side")
    verbs.add_parser("count", help="the share right or rightly undecided")
    options = parser.parse_args()
    if options.verb == "draw":
        _draw(options.most, options.seed)
    elif options.verb == "read":
        _read(options.around)
    else:
        columns = ("answer", "drawn", *VERDICTS, "share good", "95 %")
        screen.table(columns, shares(load()), numbers=columns[1:])


if __name__ == "__main__":
    main()
