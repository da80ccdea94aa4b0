"""Circles packed into a circle: what the map of the network is laid out with.

The circles are set one after the other, each touching two of the ring of those that lie outermost, near the
middle first (W. Wang et al., Visualization of large hierarchical data by circle packing, CHI 2006).  The same
radii always give the same places; the time grows little faster than their number.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot, sqrt
from typing import Final

_ROUNDS: Final = 40
_SLACK: Final = 1e-6
#: More circles than this are packed in heaps of so many, and the heaps in turn: the time stays in proportion.
_HEAP: Final = 120


def pack(radii: Sequence[float]) -> tuple[list[tuple[float, float]], float]:
    """Give the places of circles of these radii round the origin, and the radius that holds all of them."""
    if not radii:
        return [], 0.0
    order = sorted(range(len(radii)), key=lambda place: (-radii[place], place))
    sizes = [radii[place] for place in order]
    placed = _heaped(sizes) if len(sizes) > _HEAP else _Ring(sizes).places()
    cx, cy, radius = _enclosing(placed, sizes)
    places = [(0.0, 0.0)] * len(radii)
    for (x, y), place in zip(placed, order, strict=True):
        places[place] = (x - cx, y - cy)
    return places, radius


def _heaped(radii: Sequence[float]) -> list[tuple[float, float]]:
    heaps = [pack(radii[start : start + _HEAP]) for start in range(0, len(radii), _HEAP)]
    middles, _ = pack([radius for _, radius in heaps])
    return [(x + dx, y + dy) for (x, y), (places, _) in zip(middles, heaps, strict=True) for dx, dy in places]


class _Ring:
    """The circles set so far, and the ring of the outermost as a list with two directions."""

    def __init__(self, radii: Sequence[float]) -> None:
        self.r = radii
        self.x = [0.0] * len(radii)
        self.y = [0.0] * len(radii)
        self.next = list(range(len(radii)))
        self.before = list(range(len(radii)))

    def places(self) -> list[tuple[float, float]]:
        if len(self.r) > 1:
            self.x[0], self.x[1] = -self.r[0], self.r[1]
        if len(self.r) > 2:
            self._start()
            for circle in range(3, len(self.r)):
                self._add(circle)
        return list(zip(self.x, self.y, strict=True))

    def _start(self) -> None:
        self._touch(0, 1, 2)
        self._join(0, 2)
        self._join(2, 1)
        self._join(1, 0)
        self.inner = 0

    def _join(self, one: int, other: int) -> None:
        self.next[one], self.before[other] = other, one

    def _add(self, circle: int) -> None:
        one = self.inner
        other = self.next[one]
        while True:
            self._touch(one, other, circle)
            clash = self._clash(one, other, circle)
            if clash is None:
                break
            one, other = clash
            self._join(one, other)
        self._join(one, circle)
        self._join(circle, other)
        self._nearest(circle)

    def _clash(self, one: int, other: int, circle: int) -> tuple[int, int] | None:
        """Look along the ring both ways, the shorter way first, for a circle that the new one would cover."""
        ahead, behind = self.next[other], self.before[one]
        far_ahead, far_behind = self.r[other], self.r[one]
        while True:
            if far_ahead <= far_behind:
                if self._over(ahead, circle):
                    return one, ahead
                far_ahead += self.r[ahead]
                if ahead == behind:
                    return None
                ahead = self.next[ahead]
            else:
                if self._over(behind, circle):
                    return behind, other
                far_behind += self.r[behind]
                if ahead == behind:
                    return None
                behind = self.before[behind]

    def _over(self, one: int, other: int) -> bool:
        room = self.r[one] + self.r[other] - _SLACK
        return room > 0 and hypot(self.x[one] - self.x[other], self.y[one] - self.y[other]) < room

    def _touch(self, one: int, other: int, circle: int) -> None:
        """Set a circle so that it touches two, on the outer side of the way from one to the other."""
        dx, dy = self.x[other] - self.x[one], self.y[other] - self.y[one]
        far = hypot(dx, dy) or _SLACK
        to_one, to_other = self.r[one] + self.r[circle], self.r[other] + self.r[circle]
        along = (far * far + to_one * to_one - to_other * to_other) / (2 * far)
        aside = sqrt(max(0.0, to_one * to_one - along * along))
        self.x[circle] = self.x[one] + (along * dx - aside * -dy) / far
        self.y[circle] = self.y[one] + (along * dy - aside * dx) / far

    def _nearest(self, start: int) -> None:
        """Find the pair of the ring whose touching point lies nearest the middle: there the next one goes."""
        best, least = start, self._distance(start)
        circle = self.next[start]
        while circle != start:
            distance = self._distance(circle)
            if distance < least:
                best, least = circle, distance
            circle = self.next[circle]
        self.inner = best

    def _distance(self, one: int) -> float:
        other = self.next[one]
        both = self.r[one] + self.r[other]
        x = (self.x[one] * self.r[other] + self.x[other] * self.r[one]) / both
        y = (self.y[one] * self.r[other] + self.y[other] * self.r[one]) / both
        return x * x + y * y


def _enclosing(places: Sequence[tuple[float, float]], radii: Sequence[float]) -> tuple[float, float, float]:
    """Give a circle that holds all, near the smallest: its middle moves outwards by ever smaller steps."""
    total = sum(r * r for r in radii)
    cx = sum(x * r * r for (x, _), r in zip(places, radii, strict=True)) / total
    cy = sum(y * r * r for (_, y), r in zip(places, radii, strict=True)) / total
    for step in range(2, _ROUNDS):
        far, x, y = _farthest(cx, cy, places, radii)
        away = hypot(x - cx, y - cy)
        if away < _SLACK:
            break
        cx += (x - cx) / away * far / (step * 4)
        cy += (y - cy) / away * far / (step * 4)
    return cx, cy, _farthest(cx, cy, places, radii)[0]


def _farthest(
    cx: float, cy: float, places: Sequence[tuple[float, float]], radii: Sequence[float]
) -> tuple[float, float, float]:
    return max((hypot(x - cx, y - cy) + r, x, y) for (x, y), r in zip(places, radii, strict=True))
