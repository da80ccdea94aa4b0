"""``kg resolve``: who is who, as a person sees it."""

from __future__ import annotations

import sys
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import defaults
from kg.cli import screen, signing
from kg.cli.options import STORE, JsonOption, JudgementsOption, StoreOption
from kg.errors import UsageError
from kg.model import Judgement, Verdict

if TYPE_CHECKING:
    from kg.doubts import Doubt, Side

_KEYS = "same / different / unsure / skip / undo / quit"
_ANSWERS = {"s": Verdict.SAME, "d": Verdict.DIFFERENT, "u": Verdict.UNSURE}
_SENTENCES = 3


def resolve(
    store: StoreOption = STORE,
    judgements: JudgementsOption = None,
    listed: Annotated[bool, typer.Option("--list", help="List the pairs and ask nothing.")] = False,
    verdict: Annotated[
        Verdict, typer.Option(help="Pairs that were found to be this; with same, what was joined and why.")
    ] = Verdict.UNSURE,
    name: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only people of this name.", show_default=False)
    ] = None,
    most: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="At most so many pairs.", show_default=False)
    ] = None,
    same: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="A B", help="Judge that two are one person.", show_default=False),
    ] = None,
    different: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="A B", help="Judge that two are two persons.", show_default=False),
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take the last judgement back.")] = False,
    by: Annotated[
        str | None,
        typer.Option(metavar="WHO", help="Who judges (the user, when left out).", show_default=False),
    ] = None,
    why: Annotated[str, typer.Option(metavar="TEXT", help="Why.", show_default=False)] = "",
    as_json: JsonOption = False,
) -> None:
    """Decide which people of different articles are one person, the likeliest pairs first.

    Shows what both articles say, the score and its reasons, and writes what you answer into a
    plain text file (judgements.tsv here, unless --judgements names another).  The next kg build
    follows it.  People are named ARTICLE-ID#NAME, as the list shows them.

    Example: kg resolve --list

    Example: kg resolve --different "a17#Nguyễn Văn Phú" "b40#Nguyễn Văn Phú" --why "two provinces"
    """
    path = judgements if judgements is not None else Path(defaults.JUDGEMENTS)
    book = _Book(path, by if by is not None else signing.user(), why)
    if sum((same is not None, different is not None, undo, listed)) > 1:
        raise UsageError("--same, --different, --undo and --list exclude one another; give one of them")
    if undo:
        book.undo()
        return
    for pair, decided in ((same, Verdict.SAME), (different, Verdict.DIFFERENT)):
        if pair is not None:
            _judge(store, book, pair, decided)
            return
    _walk(store, book, _Wanted(verdict, name, most), listed=listed or as_json, as_json=as_json)


class _Wanted:
    """Which pairs are asked for."""

    def __init__(self, verdict: Verdict, name: str | None, most: int | None) -> None:
        self.verdict, self.name, self.most = verdict, name, most


class _Book:
    """The file of judgements, and what was written into it just now."""

    def __init__(self, path: Path, by: str, why: str) -> None:
        self.path, self.by, self.why = path, by, why
        self.written = 0

    def known(self) -> set[frozenset[str]]:
        """Give the pairs that are judged already."""
        from kg.identity import known_as, read_judgements

        found = read_judgements(self.path) if self.path.exists() else ()
        return {frozenset((known_as(j.left), known_as(j.right))) for j in found}

    def add(self, left: str, right: str, verdict: Verdict, why: str = "") -> None:
        """Write a judgement."""
        from kg.identity import add_judgement

        add_judgement(self.path, Judgement(left, right, verdict, self.by, signing.today(), why or self.why))
        self.written += 1

    def undo(self) -> None:
        """Take the last judgement back and say which it was."""
        from kg.identity import take_back_judgement

        last = take_back_judgement(self.path) if self.path.exists() else None
        if last is None:
            raise UsageError(f"{self.path}: holds no judgement to take back; --judgements names another file")
        self.written -= 1
        screen.say(f"Taken back: {last.verdict} {last.left} · {last.right}. The next kg build follows.")


def _judge(store: Path, book: _Book, pair: tuple[str, str], verdict: Verdict) -> None:
    from kg.doubts import check_known
    from kg.identity import check_reference, known_as
    from kg.knowledge import open_graph

    for reference in pair:
        check_reference(reference, f"--{verdict}")
    if known_as(pair[0]) == known_as(pair[1]):
        raise UsageError(f"--{verdict}: both are {pair[0]}; name two")
    with open_graph(store) as graph:
        check_known(graph.store, *pair)
    book.add(*pair, verdict)
    screen.say(f"Written to {book.path}: {verdict} {pair[0]} · {pair[1]}. The next kg build follows it.")


def _walk(store: Path, book: _Book, wanted: _Wanted, *, listed: bool, as_json: bool) -> None:
    from kg.doubts import doubts
    from kg.identity import known_as
    from kg.knowledge import open_graph

    known = book.known()
    with open_graph(store) as graph:
        pairs = (
            doubt
            for doubt in doubts(graph.store, wanted.verdict, wanted.name)
            if frozenset((known_as(doubt.left.reference), known_as(doubt.right.reference))) not in known
        )
        chosen = islice(pairs, wanted.most)
        if as_json:
            screen.say_json([asdict(doubt) for doubt in chosen])
        elif listed:
            _list(chosen)
        else:
            _ask(list(chosen), book)


def _list(pairs: islice[Doubt]) -> None:
    rows = [
        (f"{d.score:+.1f}", d.left.reference, _post(d.left), d.right.reference, _post(d.right), _reason(d))
        for d in pairs
    ]
    if not rows:
        screen.say("No such pairs.")
        return
    screen.table(("score", "one", "post", "other", "post", "reasons"), rows, numbers=("score",))


def _post(side: Side) -> str:
    return " ".join((side.posts[0].wording, side.posts[0].organization)).strip() if side.posts else "–"


def _reason(doubt: Doubt) -> str:
    return " · ".join(reason.partition(": ")[0] for reason in doubt.reasons)


def _ask(pairs: list[Doubt], book: _Book) -> None:
    """Show pair after pair and write what is answered; an undone one is shown again."""
    place = 0
    history: list[tuple[int, bool]] = []
    while place < len(pairs):
        doubt = pairs[place]
        screen.say(f"Pair {place + 1} of {len(pairs)} · score {doubt.score:+.1f}", "bold")
        _show(doubt)
        answer = _answer()
        if answer == "q":
            break
        if answer == "z":
            if not history:
                screen.say("Nothing to take back here; kg resolve --undo takes back what was judged before.")
                continue
            place, judged = history.pop()
            if judged:
                book.undo()
            continue
        if answer in _ANSWERS:
            why = _line("why (may be left empty): ") or ""
            book.add(doubt.left.reference, doubt.right.reference, _ANSWERS[answer], why)
        history.append((place, answer in _ANSWERS))
        place += 1
    left = len(pairs) - place
    screen.say(f"{book.written} judged, {left} left. The next kg build follows {book.path}.")


def _show(doubt: Doubt) -> None:
    for side in (doubt.left, doubt.right):
        screen.say()
        dated = f" ({side.published})" if side.published else ""
        screen.say(f"{side.reference}{dated}", "bold")
        screen.say(f"  {side.headline}")
        for held in side.posts[:_SENTENCES]:
            screen.say(f"  {held.wording} · {held.organization} · {held.status}")
            screen.show(screen.marked(held.sentence, held.start, held.end), 4)
    screen.say()
    for reason in doubt.reasons:
        screen.say(f"  {reason}", "dim")


def _answer() -> str:
    """Ask until one of the keys is given; the end of input means to quit."""
    while True:
        line = _line(f"{_KEYS}: ")
        if line is None:
            return "q"
        word = line.strip().lower()
        found = [k for k in ("same", "different", "unsure", "skip", "undo", "quit") if k.startswith(word)]
        letter = {"same": "s", "different": "d", "unsure": "u", "skip": "k", "undo": "z", "quit": "q"}
        if word in ("k", "z"):
            return word
        if word and (word in _ANSWERS or len(found) == 1):
            return word if word in _ANSWERS else letter[found[0]]
        screen.say("Answer s, d, u, k (skip), z (undo) or q.")


def _line(prompt: str) -> str | None:
    """Read one line; ``None`` at the end of input."""
    sys.stdout.write(prompt)
    sys.stdout.flush()
    line = sys.stdin.readline()
    return line.strip() if line else None
