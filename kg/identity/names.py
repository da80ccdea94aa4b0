"""How much a name tells: how many people may bear it, and which names look alike.

A name's frequency is estimated from the names that the articles print, syllable by syllable: most names of
the country are made from few surnames and middle names, so that the product tells a common name from a rare
one even when it is met for the first time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.normalise import fold, plain

PEOPLE = 10_000
"""The number of people in public life that frequencies are told against."""

_SURNAMES, _MIDDLES, _GIVEN = 100, 40, 200
"""How many of each kind a small corpus is taken to have left unseen."""

_INITIAL = re.compile(r"[^\W\d_]{1,2}\.?")
_VOWEL = re.compile(r"[aeiouy]")


@lru_cache(maxsize=100_000)
def folded(name: str) -> str:
    """Give the form by which two spellings of a name are one: case and place of tone marks are nothing."""
    return " ".join(fold(name).replace(".", " ").split())


def known_as(reference: str) -> str:
    """Give the form by which two spellings of ``ARTICLE-ID#NAME`` are one."""
    article, mark, name = reference.rpartition("#")
    return f"{article}{mark}{folded(name)}"


class Names:
    """The names of a corpus, each counted once."""

    def __init__(self, names: Iterable[str]) -> None:
        self.distinct = sorted(set(names))
        self._first: Counter[str] = Counter()
        self._middle: Counter[str] = Counter()
        self._last: Counter[str] = Counter()
        self._length: Counter[int] = Counter()
        for name in self.distinct:
            first, *middle, last = name.split() if " " in name else ("", name)
            self._first[first] += 1
            self._middle.update(middle)
            self._last[last] += 1
            self._length[len(middle)] += 1

    def bearers(self, name: str) -> float:
        """Estimate how many of :data:`PEOPLE` people bear a folded name."""
        first, *middle, last = name.split() if " " in name else ("", name)
        if hidden(last):
            return PEOPLE / _GIVEN
        count = len(self.distinct)
        share = (self._first[first] + 1) / (count + _SURNAMES)
        share *= (self._last[last] + 1) / (count + _GIVEN)
        middles = self._middle.total()
        for syllable in middle:
            share *= (self._middle[syllable] + 1) / (middles + _MIDDLES)
        return PEOPLE * share * (self._length[len(middle)] + 1) / (count + 3)


def hidden(syllable: str) -> bool:
    """Whether a given name is only an initial (``Th.``), as papers write those who are accused."""
    return _INITIAL.fullmatch(syllable) is not None and _VOWEL.search(plain(syllable)) is None


def masks(name: str) -> Iterator[str]:
    """Yield the patterns that names like this one share: without marks, and without any one syllable."""
    yield plain(name)
    syllables = name.split()
    if len(syllables) > 2:
        for place in range(len(syllables)):
            yield " ".join((*syllables[:place], "*", *syllables[place + 1 :]))
