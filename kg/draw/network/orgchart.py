"""The organisation chart of a unit or a body on a day: its bodies as a tree, each with its holders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.draw.model import Side
from kg.draw.network.model import Kind, Network, Node, Tie, Way, When

_SIDES: Final = tuple(Side)
_DEEPEST: Final = 12


@dataclass(frozen=True, slots=True)
class Holder:
    """An official in a post, and whether that is certain on the day."""

    official: Node
    tie: Tie
    when: When


@dataclass(frozen=True, slots=True)
class Box:
    """A body with its holders, heads first, and the bodies that are parts of it."""

    body: Node
    holders: tuple[Holder, ...]
    parts: tuple[Box, ...]

    def walk(self, depth: int = 0) -> Iterator[tuple[Box, int]]:
        """Give this box and all below it with how deep they stand."""
        yield self, depth
        for part in self.parts:
            yield from part.walk(depth + 1)


@dataclass(frozen=True, slots=True)
class OrgChart:
    """What it is of, on which day, its boxes, the units below, and how many bodies it leaves out."""

    of: Node
    day: str | None
    boxes: tuple[Box, ...]
    below: tuple[Node, ...]
    left_out: int

    def count(self, when: When) -> int:
        """Count the posts that are certain, or only possible."""
        return sum(h.when is when for box in self.boxes for each, _ in box.walk() for h in each.holders)


def org_chart(of: Network, node: int, day: str | None = None, *, most: int = 400) -> OrgChart:
    """Draw up the chart of a unit or a body; without ``day``, of all who ever held a post there.

    A body in which nobody is known to have held a post on the day is left out, unless a part of it has
    holders.  At most ``most`` bodies are shown.
    """
    return _Drawing(of, node, day, most).chart()


class _Drawing:
    def __init__(self, of: Network, node: int, day: str | None, most: int) -> None:
        self.of, self.node, self.day, self.most = of, node, day, most
        self.drawn = 0
        self.left_out = 0

    def chart(self) -> OrgChart:
        node = self.of.nodes[self.node]
        tops = [self.node] if node.kind is Kind.BODY else self._tops()
        boxes = tuple(box for top in tops if (box := self._box(top, 0)) is not None)
        below = self._below() if node.kind is Kind.UNIT else ()
        return OrgChart(node, self.day, boxes, below, self.left_out)

    def _tops(self) -> list[int]:
        """Give the unit's bodies that are no part of another of its bodies: party, state, others."""
        own = {
            self.of.ties[place].source for place in self.of.at[self.node] if self.of.ties[place].way is Way.OF
        }
        tops = [body for body in own if not any(parent in own for parent in self._parents(body))]
        return sorted(tops, key=self._order)

    def _order(self, body: int) -> tuple[int, int, str]:
        node = self.of.nodes[body]
        return _SIDES.index(node.side), -len(self.of.posts(body)), node.label

    def _parents(self, body: int) -> list[int]:
        ties = (self.of.ties[place] for place in self.of.at[body])
        return [tie.target for tie in ties if tie.way is Way.PART and tie.source == body]

    def _parts(self, body: int) -> list[int]:
        ties = (self.of.ties[place] for place in self.of.at[body])
        return sorted(
            (tie.source for tie in ties if tie.way is Way.PART and tie.target == body), key=self._order
        )

    def _box(self, body: int, depth: int) -> Box | None:
        holders = tuple(self._holders(body))
        parts: list[Box] = []
        if depth < _DEEPEST:
            parts = [box for part in self._parts(body) if (box := self._box(part, depth + 1)) is not None]
        if not holders and not parts:
            return None
        if self.drawn >= self.most:
            self.left_out += 1
            return None
        self.drawn += 1
        return Box(self.of.nodes[body], holders, tuple(parts))

    def _holders(self, body: int) -> Iterator[Holder]:
        ties = [self.of.ties[place] for place in self.of.posts(body)]
        found = [(tie, tie.on(self.day) if self.day else When.SURE) for tie in ties]
        names = self.of.nodes
        found.sort(key=lambda each: (each[0].rank, each[1] is not When.SURE, names[each[0].source].label))
        for tie, when in found:
            if when is not When.NOT:
                yield Holder(names[tie.source], tie, when)

    def _below(self) -> tuple[Node, ...]:
        ties = (self.of.ties[place] for place in self.of.at[self.node])
        units = [self.of.nodes[tie.source] for tie in ties if tie.way is Way.IN and tie.target == self.node]
        return tuple(sorted(units, key=lambda unit: unit.label))
