"""Mentions of units drawn at random from the party press, to be judged, and the share of them that is right.

    python -m tests.bench.unit_mentions draw [--most 250] [--hard 100] [--unseen 150] [--seed 7]
    python -m tests.bench.unit_mentions read [--around 220]
    python -m tests.bench.unit_mentions count

``draw`` writes ``unit-mentions.tsv``: where a named unit stands in an article, the form it is written in, the
article's date, and what the program takes it for.  Whoever judges fills in ``verdict`` (right, undecided,
wrong) and ``why``; ``read`` prints what waits for a verdict with the text around it (from the corpus folder,
never written into the project); ``count`` gives the shares.

Most mentions are of provinces and of great cities, where little can go wrong.  So two draws stand in the list:
``any`` of all mentions, and ``shared`` of those below the provinces whose name several units have.  A third,
``unseen``, is of all mentions too; it was read when the rules were done, and nothing was mended on it.

Each mention is hashed with the seed, and those with the smallest hashes are taken: a change of the program
changes only the rows of mentions that it reads otherwise, and all other verdicts are kept.
"""

from __future__ import annotations

import argparse
import csv
import heapq
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
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
from tests.bench.corpus import PARTY, corpus_file, run
from tests.bench.false_alarms import bounds

LIST = Path(__file__).with_name("unit-mentions.tsv")
COLUMNS = ("draw", "article", "start", "end", "form", "date", "answer", "verdict", "why")
DRAWS = ("any", "shared", "unseen")
_SHARED = 2
"""More units than the old one and the one of its name after July 2025."""
VERDICTS = ("right", "undecided", "wrong")
"""``undecided``: the program leaves it open, and rightly so, for the article doesn't tell."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mention: its place in the canonical text, its written form, and what it is taken for."""

    draw: str
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
        return sha256(f"{seed}\t{self.draw}\t{self.article}\t{self.start}\t{self.form}".encode()).hexdigest()


def mentions(article: Article, words: Lexicon) -> Iterator[Drawn]:
    """Every named unit of an article, those inside the names of bodies too."""
    seen = scan(article, words)
    setting = Setting(seen, words)
    for mention in setting.mentions:
        form = " ".join(seen.text.content[mention.start : mention.end].split())
        unit = setting.decided(mention.unit, mention.candidates)
        told = answer(words, unit, mention.candidates)
        for draw in ("any", "unseen"):
            yield Drawn(draw, article.id, mention.start, mention.end, form, article.published or "", told)
        if unit.level > 1 and len({u.key for u in words.gazetteer.named(unit.name)}) > _SHARED:
            yield Drawn("shared", article.id, mention.start, mention.end, form, article.published or "", told)


def answer(words: Lexicon, unit: Unit, candidates: tuple[Unit, ...]) -> str:
    """What a mention is taken for: a unit with key and those above it; ``=`` one without key in a district.

    ``?`` and how many stand before what is left open, ``-`` before what the gazetteer doesn't know.
    """
    above = "/".join(words.gazetteer.get(key).name for key in unit.ancestors)
    if unit.key is not None:
        return f"{unit.key} {words.gazetteer.get(unit.key).full_name}/{above}".rstrip("/")
    gone = [c for c in candidates if c.key is None and c.ancestors == unit.ancestors]
    mark = "=" if gone else f"?{len(candidates)}" if candidates else "-"
    return f"{mark} {unit.full_name}/{above}".rstrip("/")


def drawn(
    found: Iterable[Drawn], most: Mapping[str, int], seed: int, judged: Iterable[Drawn] = ()
) -> list[Drawn]:
    """The mentions of each draw with the smallest hashes, with the verdicts that they already have."""
    known = {each.key: each for each in judged}
    by_draw: dict[str, list[Drawn]] = {name: [] for name in DRAWS}
    for each in found:
        by_draw[each.draw].append(each)
    chosen = [
        each
        for name, all_ in by_draw.items()
        for each in heapq.nsmallest(most.get(name, 0), all_, key=lambda each: each.rank(seed))
    ]
    kept = []
    for each in chosen:
        old = known.get(each.key)
        kept.append(each if old is None else replace(each, verdict=old.verdict, why=old.why))
    return sorted(kept, key=lambda each: (DRAWS.index(each.draw), each.rank(seed)))


def load(path: Path = LIST) -> list[Drawn]:
    """Read the list; ends the program when a verdict is none of the three."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        rows = [[row[name] for name in COLUMNS] for row in csv.DictReader(file, delimiter="\t")]
    found = [Drawn(row[0], row[1], int(row[2]), int(row[3]), *row[4:]) for row in rows]
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
    """Rows of draw and answer, drawn, right, undecided, wrong, share of the first two with 95 % bounds."""
    counts: dict[str, Counter[str]] = {}
    for each in found:
        for name in (level(each), "all"):
            counts.setdefault(f"{each.draw}: {name}", Counter())[each.verdict] += 1
    rows = [f"{draw}: {name}" for draw in DRAWS for name in ("decided", "open", "unknown", "all")]
    return [_share(name, counts[name]) for name in rows if name in counts]


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


def _draw(most: Mapping[str, int], seed: int) -> None:
    words = lexicon()
    found = [mention for article in _articles() for mention in mentions(article, words)]
    kinds = Counter(level(each) for each in found if each.draw == "any")
    screen.say(
        f"{kinds.total():,} mentions: " + ", ".join(f"{n:,} {kind}" for kind, n in sorted(kinds.items()))
    )
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
    draw.add_argument("--hard", type=int, default=100, help="so many whose name several units have")
    draw.add_argument("--seed", type=int, default=7)
    draw.add_argument("--unseen", type=int, default=150, help="so many more of all")
    waiting = verbs.add_parser("read", help="print what waits for a verdict, with the text around it")
    waiting.add_argument("--around", type=int, default=220, help="so many characters on either side")
    verbs.add_parser("count", help="the share right or rightly undecided")
    options = parser.parse_args()
    if options.verb == "draw":
        _draw({"any": options.most, "shared": options.hard, "unseen": options.unseen}, options.seed)
    elif options.verb == "read":
        _read(options.around)
    else:
        columns = ("draw: answer", "drawn", *VERDICTS, "share good", "95 %")
        screen.table(columns, shares(load()), numbers=columns[1:])


if __name__ == "__main__":
    run(main)
