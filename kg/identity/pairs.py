"""Which profiles are compared: those of one name, and of names that look alike where much else agrees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from kg.identity.names import masks
from kg.identity.profiles import Corpus, Profile

_FEW = 40
"""Up to so many profiles of a name are all compared with each other."""

_WINDOW = 4
_LARGEST = 8
_NARROW = 400
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


def look_alikes(profiles: Iterable[Profile], corpus: Corpus) -> Iterator[tuple[Profile, Profile]]:
    """Yield pairs whose names are one syllable or some marks apart and whose posts share a narrow circle."""
    together: dict[tuple[object, str], list[Profile]] = defaultdict(list)
    for each in sorted(profiles, key=lambda one: one.key):
        narrow = [
            c for c in each.circles() if c[0] in ("post", "body", "unit") and corpus.circle(c) <= _NARROW
        ]
        for circle in narrow:
            for mask in masks(each.name):
                together[circle, mask].append(each)
    seen: set[tuple[str, str]] = set()
    for group in together.values():
        for place, one in enumerate(group):
            for two in group[place + 1 : place + 1 + _WINDOW]:
                pair = (one.key, two.key)
                if one.name != two.name and pair not in seen:
                    seen.add(pair)
                    yield one, two
