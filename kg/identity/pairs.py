"""Which profiles are compared: those of one name, and of names that look alike where much else agrees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, groupby
from operator import itemgetter

from kg.identity.names import masks
from kg.identity.profiles import Corpus, Profile

_FEW = 40
"""Up to so many profiles of a name are all compared with each other."""

_WINDOW = 4
_LARGEST = 8
NARROW_KINDS = ("post", "body", "unit")
NARROW = 400
"""Look-alikes are looked for in circles of at most so many names."""


def namesakes(profiles: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Yield the pairs of one name's profiles to compare, each once.

    Of a name with many profiles each is compared with those next to it in every circle, article and company
    that it shares, and with the profiles that most articles tell: the number grows with that of the profiles.
    """
    ordered = sorted(profiles, key=lambda each: each.key)
    if len(ordered) <= _FEW:
        yield from combinations(ordered, 2)
        return
    pairs: set[tuple[int, int]] = set()
    together: dict[object, list[int]] = defaultdict(list)
    for number, each in enumerate(ordered):
        for shared in (*each.circles(), *each.beside, *each.sources):
            together[shared].append(number)
    for numbers in together.values():
        for place, number in enumerate(numbers):
            pairs.update((number, other) for other in numbers[place + 1 : place + 1 + _WINDOW])
    largest = sorted(range(len(ordered)), key=lambda n: (-len(ordered[n].members), n))[:_LARGEST]
    pairs.update((min(a, b), max(a, b)) for a in largest for b in range(len(ordered)) if a != b)
    for one, two in sorted(pairs):
        yield ordered[one], ordered[two]


Masked = tuple[str, str, str, int, str, str]
"""A circle (kind and key), a mask, and a profile that has both: how many tell it (negative), key and name."""


def masked(each: Profile, corpus: Corpus) -> Iterator[Masked]:
    """Give what a profile must share with another of another name to be compared with it."""
    for kind, key in each.circles():
        if kind in NARROW_KINDS and corpus.circle((kind, key)) <= NARROW:
            for mask in masks(each.name):
                yield kind, key, mask, -len(each.members), each.key, each.name


def look_alikes(told: Iterable[Masked]) -> Iterator[tuple[str, str]]:
    """Yield pairs of keys whose names look alike and whose posts share a narrow circle.

    What is told comes in order.  A pair may come several times.  Of a name the profile that most articles
    tell is compared, and which pairs these are depends on no third name.
    """
    for _, group in groupby(told, itemgetter(0, 1, 2)):
        near: dict[str, str] = {}
        for *_, key, name in group:
            near.setdefault(name, key)
        yield from combinations(sorted(near.values()), 2)
