"""How rare names of people are: a rare one alone tells who is meant, a common one does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from kg.reconcile.spelling import Words

_PEOPLE: Final = 100_000
"""So many officials the country may have had, in the order of magnitude."""
_ENOUGH: Final = 500
"""From fewer names nothing is learnt about how common a syllable is."""
_LEAST: Final = 3


class Rarity:
    """Estimates from the names of the graph how many people may bear a name."""

    def __init__(self, names: Iterable[Words]) -> None:
        self._first: Counter[str] = Counter()
        self._middle: Counter[str] = Counter()
        self._last: Counter[str] = Counter()
        for name in names:
            if len(name) >= _LEAST:
                self._first[name[0]] += 1
                self._last[name[-1]] += 1
                self._middle.update(name[1:-1])

    def namesakes(self, name: Words) -> float:
        """Estimate how many people bear a name, its syllables taken for independent of each other."""
        if len(name) < _LEAST or self._first.total() < _ENOUGH:
            return float(_PEOPLE)
        share = _share(self._first, name[0]) * _share(self._last, name[-1])
        for syllable in name[1:-1]:
            share *= _share(self._middle, syllable)
        return _PEOPLE * share

    def rare(self, name: Words) -> bool:
        """Tell whether hardly a second person would bear a name."""
        return self.namesakes(name) < 0.5


def _share(counted: Counter[str], syllable: str) -> float:
    return (counted[syllable] + 1) / (counted.total() + len(counted) + 1)
