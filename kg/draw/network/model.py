"""The network of the picture: officials and bodies, the units they belong to, and what ties them.

A post ties an official to a body; it is a tenure of the graph, and leads to the sentences that tell of it.
The other ties (a body is a part of a body or reports to one, belongs to a unit, a unit lies in a unit) are no
sentence's word but follow from names, the vocabulary and the gazetteer; the picture draws them otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from kg.draw.model import Side

#: The level of what belongs to no unit that is known: the central bodies and those of nowhere.
NO_LEVEL: Final = 0
#: For so many years after (or before) the last (or first) word of a post it counts as possible, unless
#: something bounds it: the terms of committees and councils last five.
TERM_YEARS: Final = 5


class Kind(StrEnum):
    """What a node is."""

    OFFICIAL = "official"
    BODY = "body"
    UNIT = "unit"


class Way(StrEnum):
    """What a tie says: a post of a sentence, or one of the four that the structure gives."""

    POST = "post"
    PART = "part"
    UNDER = "under"
    OF = "of"
    IN = "in"


class When(StrEnum):
    """Whether a post was held on a day."""

    SURE = "sure"
    POSSIBLE = "possible"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Node:
    """An official, a body or a unit.

    ``level`` is 0 nation, 1 province, 2 district, 3 commune; of an official, the highest that they reach.
    ``unit`` is the number of the unit's node, or -1.
    """

    iri: str
    kind: Kind
    label: str
    level: int = NO_LEVEL
    side: Side = Side.OTHER
    unit: int = -1


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties two nodes, by their numbers; ``iri`` is the tenure of a post.

    ``first`` and ``last`` bound the days on which the post is attested; before ``earliest`` and after
    ``latest`` it was not held, where a source bounds it.
    """

    source: int
    target: int
    way: Way
    iri: str = ""
    role: str = ""
    role_en: str = ""
    rank: int = 0
    first: str | None = None
    last: str | None = None
    earliest: str | None = None
    latest: str | None = None

    def on(self, day: str) -> When:
        """Tell whether the post was held on a day (``YYYY-MM-DD``); structure holds on all days."""
        if self.way is not Way.POST:
            return When.SURE
        if (self.earliest and day < self.earliest) or (self.latest and day > self.latest):
            return When.NOT
        if self.first is None or self.last is None:
            return When.POSSIBLE
        if self.first <= day <= self.last:
            return When.SURE
        near = later(self.first, -TERM_YEARS) <= day <= later(self.last, TERM_YEARS)
        return When.POSSIBLE if near else When.NOT


@dataclass(frozen=True)
class Network:
    """All nodes and ties; a tie names its ends by their places in ``nodes``."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The place of each node by its IRI."""
        return {node.iri: place for place, node in enumerate(self.nodes)}

    @cached_property
    def at(self) -> Sequence[Sequence[int]]:
        """The places of the ties at each node."""
        found: list[list[int]] = [[] for _ in self.nodes]
        for place, tie in enumerate(self.ties):
            found[tie.source].append(place)
            found[tie.target].append(place)
        return found

    @cached_property
    def tenures(self) -> dict[str, int]:
        """The place of each post by the IRI of its tenure."""
        return {tie.iri: place for place, tie in enumerate(self.ties) if tie.iri}

    def posts(self, node: int) -> list[int]:
        """Give the places of the posts at a node."""
        return [place for place in self.at[node] if self.ties[place].way is Way.POST]

    def counted(self) -> dict[str, int]:
        """Count nodes by kind, and posts."""
        found: dict[str, int] = defaultdict(int)
        for node in self.nodes:
            found[node.kind.value] += 1
        found["post"] = sum(tie.way is Way.POST for tie in self.ties)
        return dict(found)

    def part(self, ties: Iterable[int], also: Iterable[int] = ()) -> Network:
        """Give the network of some ties with their ends, and of some more nodes."""
        kept = sorted(set(ties))
        named = {end for place in kept for end in (self.ties[place].source, self.ties[place].target)}
        named.update(also)
        for place in list(named):
            named.update(self.units_above(place))
        order = sorted(named)
        new = {old: place for place, old in enumerate(order)}
        nodes = tuple(_moved(self.nodes[old], new) for old in order)
        return Network(nodes, tuple(_between(self.ties[place], new) for place in kept))

    def units_above(self, place: int) -> list[int]:
        """Give the unit of a node and those above it, nearest first."""
        chain: list[int] = []
        unit = self.nodes[place].unit
        while unit >= 0 and unit not in chain:
            chain.append(unit)
            unit = self.nodes[unit].unit
        return chain


def later(day: str, years: int) -> str:
    """Give the same day some years later; a year beyond the calendar is its first or last."""
    return f"{min(9999, max(1, int(day[:4]) + years)):04}{day[4:]}"


def _moved(node: Node, new: dict[int, int]) -> Node:
    return Node(node.iri, node.kind, node.label, node.level, node.side, new.get(node.unit, -1))


def _between(tie: Tie, new: dict[int, int]) -> Tie:
    return Tie(
        new[tie.source],
        new[tie.target],
        tie.way,
        *(tie.iri, tie.role, tie.role_en, tie.rank, tie.first, tie.last, tie.earliest, tie.latest),
    )
