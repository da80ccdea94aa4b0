"""Profiles to persons: the surest pairs first, and never against what was judged or is plainly impossible."""

from __future__ import annotations

from collections.abc import Iterable


class Clusters:
    """A partition of things by number that grows by joining, under pairs that must stay apart."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))
        self._size = [1] * count
        self._enemies: list[set[int]] = [set() for _ in range(count)]

    def find(self, thing: int) -> int:
        """Give the root of a thing's cluster."""
        while self._parent[thing] != thing:
            self._parent[thing] = self._parent[self._parent[thing]]
            thing = self._parent[thing]
        return thing

    def part(self, one: int, two: int) -> None:
        """Keep two clusters apart from now on."""
        here, there = self.find(one), self.find(two)
        if here != there:
            self._enemies[here].add(there)
            self._enemies[there].add(here)

    def parted(self, one: int, two: int) -> bool:
        """Tell whether two things must stay apart."""
        return self.find(two) in self._enemies[self.find(one)]

    def join(self, one: int, two: int) -> bool:
        """Join two clusters; tells whether that was allowed and new."""
        here, there = self.find(one), self.find(two)
        if here == there or there in self._enemies[here]:
            return False
        if self._size[here] < self._size[there]:
            here, there = there, here
        self._parent[there] = here
        self._size[here] += self._size[there]
        for enemy in self._enemies[there]:
            self._enemies[enemy].discard(there)
            self._enemies[enemy].add(here)
        self._enemies[here] |= self._enemies[there]
        self._enemies[there] = set()
        return True

    def groups(self, things: Iterable[int]) -> list[list[int]]:
        """Give the clusters, each in the order of its things."""
        found: dict[int, list[int]] = {}
        for thing in things:
            found.setdefault(self.find(thing), []).append(thing)
        return list(found.values())
