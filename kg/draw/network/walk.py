"""Moving in the network: a part of it by filters, what stands around a node, a way between two.

Nothing is left out in silence: a :class:`View` counts what the filters let through and what there was no
room for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush
from math import log2
from typing import Final

from kg.draw.network.model import Kind, Network, Way, When

#: What a step over a body's part costs, compared with a step over a post.
_PART_COST: Final = 1.6
_UNIT_COST: Final = 4.0


@dataclass(frozen=True)
class Wish:
    """What a reader wants to see: posts on a day, of some levels, of some sides, in one unit.

    ``sure`` leaves out what was only possible on the day; ``units`` are the IRIs of units, of which one must
    be that of the body or above it.
    """

    day: str | None = None
    sure: bool = False
    levels: Collection[int] = ()
    sides: Collection[str] = ()
    units: Collection[str] = ()


@dataclass(frozen=True)
class View:
    """A part of the network with what it leaves out, by kind."""

    part: Network
    fitting: dict[str, int]
    left_out: dict[str, int] = field(default_factory=dict)


def overview(of: Network, wish: Wish, most: int) -> View:
    """Give the posts that fit, of as many officials as there is room for: ``most`` officials and bodies.

    Those come first who hold the most posts that fit, of these the ones of the highest level; whoever is
    shown is shown with all posts that fit.  Bodies come with what they are a part of.
    """
    posts = list(_fitting(of, wish))
    held = Counter(of.ties[place].source for place in posts)
    of_official: dict[int, list[int]] = {}
    for place in posts:
        of_official.setdefault(of.ties[place].source, []).append(place)
    order = sorted(held, key=lambda official: (-held[official], of.nodes[official].level, official))
    shown: set[int] = set()
    kept: list[int] = []
    for official in order:
        more = {official, *(of.ties[place].target for place in of_official[official])} - shown
        if len(shown) + len(more) > most and shown:
            continue
        shown |= more
        kept += of_official[official]
    kept += _parts(of, shown, most)
    part = of.part(kept)
    fitting = _counted(of, posts)
    told = _counted(of, kept)
    return View(part, fitting, {kind: fitting[kind] - told.get(kind, 0) for kind in fitting})


def _fitting(of: Network, wish: Wish) -> Iterator[int]:
    wanted = {of.numbers[iri] for iri in wish.units if iri in of.numbers}
    fits: dict[int, bool] = {}
    for place, tie in enumerate(of.ties):
        if tie.way is not Way.POST:
            continue
        if tie.target not in fits:
            fits[tie.target] = _body_fits(of, tie.target, wish, wanted)
        if fits[tie.target] and _held(tie.on(wish.day) if wish.day else When.SURE, wish):
            yield place


def _body_fits(of: Network, place: int, wish: Wish, wanted: set[int]) -> bool:
    body = of.nodes[place]
    if wish.levels and body.level not in wish.levels:
        return False
    if wish.sides and body.side not in wish.sides:
        return False
    return not wish.units or bool(wanted.intersection(of.units_above(place)))


def _held(when: When, wish: Wish) -> bool:
    return when is When.SURE or (when is When.POSSIBLE and not wish.sure)


def _parts(of: Network, shown: set[int], most: int) -> Iterator[int]:
    """Give the ties of the bodies that are shown to what they are a part of, while there is room."""
    waiting = sorted(place for place in shown if of.nodes[place].kind is Kind.BODY)
    seen = set(shown)
    while waiting:
        body = waiting.pop()
        for place in of.at[body]:
            tie = of.ties[place]
            if tie.way is not Way.PART or tie.source != body:
                continue
            if tie.target not in seen:
                if len(seen) >= most:
                    continue
                seen.add(tie.target)
                waiting.append(tie.target)
            yield place


def _counted(of: Network, posts: Iterable[int]) -> dict[str, int]:
    posts = [place for place in posts if of.ties[place].way is Way.POST]
    return {
        Kind.OFFICIAL.value: len({of.ties[place].source for place in posts}),
        Kind.BODY.value: len({of.ties[place].target for place in posts}),
        "post": len(posts),
    }


def around(of: Network, node: int, wish: Wish, most: int) -> View:
    """Give a node with what it is tied to, the posts that fit the wish first, heads before deputies."""
    fitting = set(_fitting_at(of, node, wish))
    ties = sorted(fitting, key=lambda place: (_order(of, place, node), place))
    kept = ties[:most]
    left = Counter(of.nodes[_other(of, place, node)].kind.value for place in ties[most:])
    part = of.part(kept, (node,))
    return View(part, {"tie": len(ties)}, dict(left))


def _fitting_at(of: Network, node: int, wish: Wish) -> Iterator[int]:
    for place in of.at[node]:
        tie = of.ties[place]
        if tie.way is Way.POST:
            if wish.day and not _held(tie.on(wish.day), wish):
                continue
            if of.nodes[node].kind is not Kind.BODY and not _body_fits(of, tie.target, wish, set()):
                continue
        yield place


_WAYS: Final = (Way.POST, Way.PART, Way.UNDER, Way.OF, Way.IN)


def _order(of: Network, place: int, node: int) -> tuple[int, int, int]:
    tie = of.ties[place]
    return _WAYS.index(tie.way), tie.rank, of.nodes[_other(of, place, node)].level


def _other(of: Network, place: int, node: int) -> int:
    tie = of.ties[place]
    return tie.target if tie.source == node else tie.source


def between(of: Network, one: int, other: int, wish: Wish) -> View | None:
    """Give the shortest way from one node to another, through the rarest bodies; ``None`` when there is none.

    A post in a body where many hold posts costs more than one where few do, a step from a body to what it is
    a part of more than a post, and one through a unit most.  The search goes out from both ends at once.
    """
    sides = (_Search(of, one, wish), _Search(of, other, wish))
    best, middle = float("inf"), -1
    while all(side.waiting for side in sides):
        if sides[0].waiting[0][0] + sides[1].waiting[0][0] >= best:
            break
        near, far = sorted(sides, key=lambda side: side.waiting[0][0])
        node = near.settle()
        if node in far.cost and near.cost[node] + far.cost[node] < best:
            best, middle = near.cost[node] + far.cost[node], node
    if one == other:
        middle = one
    if middle < 0:
        return None
    ties = [*sides[0].way(middle), *sides[1].way(middle)]
    return View(of.part(ties, (one, other)), {})


class _Search:
    """The nodes reached from one end, each with its cost and the tie that it was reached by."""

    def __init__(self, of: Network, start: int, wish: Wish) -> None:
        self.of, self.start, self.wish = of, start, wish
        self.cost: dict[int, float] = {start: 0.0}
        self.came: dict[int, int] = {}
        self.waiting: list[tuple[float, int]] = [(0.0, start)]

    def settle(self) -> int:
        """Take the nearest node that waits, and reach what is tied to it."""
        so_far, node = heappop(self.waiting)
        if so_far > self.cost[node]:
            return node
        for place in self.of.at[node]:
            step = _step(self.of, place, self.wish)
            if step is None:
                continue
            following = _other(self.of, place, node)
            total = so_far + step
            if total < self.cost.get(following, float("inf")):
                self.cost[following] = total
                self.came[following] = place
                heappush(self.waiting, (total, following))
        return node

    def way(self, node: int) -> Iterator[int]:
        """Give the ties from a node back to the start."""
        while node != self.start:
            place = self.came[node]
            yield place
            node = _other(self.of, place, node)


def _step(of: Network, place: int, wish: Wish) -> float | None:
    tie = of.ties[place]
    if tie.way is Way.POST:
        if wish.day and not _held(tie.on(wish.day), wish):
            return None
        return 1.0 + log2(1 + len(of.at[tie.target])) / 16
    return _PART_COST if tie.way in (Way.PART, Way.UNDER) else _UNIT_COST
