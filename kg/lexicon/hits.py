"""What a scan of a text found, by scheme and in text order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from kg.lexicon.concepts import PLACE, Concept


class Hit(NamedTuple):
    """A surface form in a text: canonical offsets, the concept, and whether the form is a weak one."""

    start: int
    end: int
    concept: Concept
    weak: bool


_NONE: list[Hit] = []


class Hits:
    """The surface forms of a text by scheme, each scheme in text order and the longer form first.

    The words of every sentence (``cue``, ``stop``) are looked for when they are asked for: they are most of
    all hits, and many a text has nothing that they could tell more of.
    """

    __slots__ = ("_by_scheme", "_hidden", "_later", "_starts")

    def __init__(
        self, by_scheme: dict[str, list[Hit]], later: Mapping[str, Callable[..., dict[str, list[Hit]]]]
    ) -> None:
        self._by_scheme = by_scheme
        self._later = later
        self._starts: dict[str, list[int]] = {}
        self._hidden: Sequence[tuple[int, int]] = ()

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.of(*self._later, *(name for name in self._by_scheme if name not in self._later)))

    def _of(self, scheme: str) -> list[Hit]:
        hits = self._by_scheme.get(scheme)
        if hits is None:
            later = self._later.get(scheme)
            hits = _outside(later().get(scheme, _NONE), self._hidden) if later is not None else _NONE
            self._by_scheme[scheme] = hits
        return hits

    def of(self, *schemes: str) -> list[Hit]:
        """The hits of these schemes; the list is not to be changed."""
        if len(schemes) == 1:
            return self._of(schemes[0])
        return _merged([self._of(scheme) for scheme in schemes])

    def at(self, start: int, *schemes: str) -> list[Hit]:
        """The hits of these schemes that begin at ``start``, longest first."""
        return self._cut(start, start + 1, schemes)

    def begun(self, start: int, end: int, *schemes: str) -> list[Hit]:
        """The hits of these schemes that begin in ``start:end``, wherever they end."""
        return self._cut(start, end, schemes)

    def within(self, start: int, end: int, *schemes: str) -> list[Hit]:
        """The hits of these schemes that lie inside ``start:end``."""
        return [hit for hit in self._cut(start, end, schemes) if hit[1] <= end]

    def _cut(self, start: int, end: int, schemes: tuple[str, ...]) -> list[Hit]:
        parts: list[list[Hit]] = []
        for scheme in schemes:
            starts = self._starts.get(scheme)
            if starts is None:
                starts = self._starts[scheme] = [hit[0] for hit in self._of(scheme)]
            low = bisect_left(starts, start)
            if low < len(starts) and starts[low] < end:
                parts.append(self._by_scheme[scheme][low : bisect_left(starts, end, low)])
        if not parts:
            return _NONE
        return parts[0] if len(parts) == 1 else _merged(parts)

    def in_line(self, start: int, end: int, scheme: str) -> list[Hit]:
        """The hits of a scheme in a line of the text, which is looked at alone if none was asked for yet."""
        if scheme in self._by_scheme or scheme not in self._later:
            return self.within(start, end, scheme)
        return _outside(self._later[scheme](start, end).get(scheme, _NONE), self._hidden)

    def hide(self, spans: Sequence[tuple[int, int]], scheme: str) -> None:
        """Leave out what lies in one of these spans, which don't overlap, but for the hits of ``scheme``."""
        self._starts.clear()
        self._hidden = spans
        for name, hits in self._by_scheme.items():
            if name != scheme:
                self._by_scheme[name] = _outside(hits, spans)


def _outside(hits: list[Hit], spans: Sequence[tuple[int, int]]) -> list[Hit]:
    """The hits without those that lie in a span; both are in text order."""
    if not spans:
        return hits
    starts = [start for start, _ in spans]
    kept: list[Hit] = []
    for hit in hits:
        place = bisect_right(starts, hit[0]) - 1
        if place < 0 or hit[1] > spans[place][1]:
            kept.append(hit)
    return kept


def _merged(parts: list[list[Hit]]) -> list[Hit]:
    """Hits of several schemes in text order; names of places come last among those of one span."""
    parts = [part for part in parts if part]
    if len(parts) < 2:
        return parts[0] if parts else _NONE
    return sorted(chain.from_iterable(parts), key=in_text)


def in_text(hit: Hit) -> tuple[int, int, bool, str]:
    """The order of hits in a text: by start, the longer one first, then as their concepts are ordered."""
    return hit[0], -hit[1], hit[2].scheme == PLACE, f"{hit[2].scheme}/"
