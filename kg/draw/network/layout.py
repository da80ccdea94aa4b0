"""Where everything stands on the map: officials round their body, bodies in their unit, units in units.

The map is the same whenever the network is; it needs no random start and no rounds of forces, so that 2,000
nodes take a fraction of a second and 50,000 some seconds, and what lies together belongs together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Final

from kg.draw.network.model import Kind, Network, Way
from kg.draw.network.pack import pack

OFFICIAL: Final = 6.0
_STEP: Final = 17.0
_FIRST: Final = 21.0
_AIR: Final = 5.0
_HEAD: Final = 14.0
NOWHERE: Final = -1


@dataclass(frozen=True, slots=True)
class Spot:
    """A place and a radius."""

    x: float
    y: float
    r: float


@dataclass(frozen=True)
class Map:
    """The spot of each official and body, and of each unit (a circle round what belongs to it), by node.

    The circle of what belongs to no unit that is known has the number -1.
    """

    spots: dict[int, Spot]
    radius: float


@dataclass(frozen=True)
class _Cluster:
    """A circle with things in it, placed from its middle."""

    radius: float
    inside: tuple[tuple[int, float, float, float], ...]


def lay_out(of: Network) -> Map:
    """Give every node of the network its spot."""
    return _Plan(of).map()


class _Plan:
    def __init__(self, of: Network) -> None:
        self.of = of
        self.homes = self._homes()
        self.bodies: dict[int, list[int]] = defaultdict(list)
        self.units: dict[int, list[int]] = defaultdict(list)
        for place, node in enumerate(of.nodes):
            if node.kind is Kind.BODY:
                self.bodies[node.unit].append(place)
            elif node.kind is Kind.UNIT:
                self.units[node.unit].append(place)

    def map(self) -> Map:
        # What has no unit is a circle of its own beside the units that lie in none.
        tops = [self._unit(unit) for unit in self.units[NOWHERE]]
        if self.bodies[NOWHERE]:
            tops.append(self._circle(NOWHERE, [self._body(body) for body in self.bodies[NOWHERE]]))
        places, radius = pack([top.radius + 2 * _AIR for top in tops])
        spots: dict[int, Spot] = {}
        for top, (x, y) in zip(tops, places, strict=True):
            for number, dx, dy, r in top.inside:
                spots[number] = Spot(x + dx, y + dy, r)
        return Map(spots, radius)

    def _homes(self) -> dict[int, list[int]]:
        """Set each official beside the body of their latest post; of several, the smallest."""
        posts: dict[int, list[tuple[str, int, int]]] = defaultdict(list)
        for tie in self.of.ties:
            if tie.way is Way.POST:
                posts[tie.source].append((tie.last or "", -len(self.of.at[tie.target]), tie.target))
        homes: dict[int, list[int]] = defaultdict(list)
        for official in sorted(posts):
            homes[max(posts[official])[2]].append(official)
        return homes

    def _unit(self, unit: int) -> _Cluster:
        inner = [self._body(body) for body in self.bodies[unit]]
        inner += [self._unit(below) for below in self.units[unit]]
        return self._circle(unit, inner)

    def _circle(self, number: int, inner: list[_Cluster]) -> _Cluster:
        places, radius = pack([each.radius + _AIR for each in inner])
        inside = [
            (which, x + dx, y + dy, r)
            for each, (x, y) in zip(inner, places, strict=True)
            for which, dx, dy, r in each.inside
        ]
        radius += _AIR + _HEAD
        return _Cluster(radius, ((number, 0.0, 0.0, radius), *inside))

    def _body(self, body: int) -> _Cluster:
        people = self.homes.get(body, [])
        size = 8.0 + min(6.0, len(self.of.at[body]) ** 0.5)
        spots = list(_round(len(people)))
        inside = tuple((who, x, y, OFFICIAL) for who, (x, y) in zip(people, spots, strict=True))
        far = max((abs(complex(x, y)) for x, y in spots), default=0.0)
        return _Cluster(max(size, far + OFFICIAL) + _AIR, ((body, 0.0, 0.0, size), *inside))


def _round(count: int) -> Iterator[tuple[float, float]]:
    """Give places on rings round a middle, the inner ring first."""
    left, far = count, _FIRST
    while left > 0:
        room = int(2 * pi * far / _STEP)
        here = min(left, room)
        for place in range(here):
            angle = 2 * pi * place / here - pi / 2
            yield far * cos(angle), far * sin(angle)
        left -= here
        far += _STEP
