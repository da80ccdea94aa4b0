"""Which texts are copies of one another: reprints, agency copy, cut short or under another headline.

Plain values in and out.  Texts are compared by their runs of five words (in Vietnamese a word in print is a
syllable).  MinHash with locality-sensitive hashing finds the candidates, so that no text meets all others;
each candidate is then compared exactly.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rensa import RMinHash, RMinHashLSH

from kg.normalise import fold

_WORD = re.compile(r"[^\W_]+")
_RUN = 5
SEED = 1
#: Sixty-four bands of three find 98 of 100 pairs that share two fifths of all their runs.
PERMUTATIONS, BANDS = 192, 64
_LIKENESS = 0.4
#: A text with fewer runs is too short to be told from another by them.
_FEWEST = 20
#: So much of the shorter text stands in the longer one, which is at most so many times as long.
_SHARED, _LONGER = 0.7, 2.5


Sketch = tuple[int, bytes] | None
"""How many runs of words a text has, and their MinHash as bytes; ``None`` for none."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A text and the share (``score``) of it that stands in the longest one of its group."""

    text: str
    score: float


def words(text: str) -> list[str]:
    """Give the words of a text, folded, without punctuation."""
    return _WORD.findall(fold(text))


def runs(text: str) -> frozenset[str]:
    """Give the runs of five words of a text."""
    found = words(text)
    return frozenset(map(" ".join, zip(*(found[at:] for at in range(_RUN)), strict=False)))


def likeness(one: frozenset[str], other: frozenset[str]) -> float | None:
    """Give the share of the shorter text that stands in the longer one; ``None`` when they are no copies.

    A short text that a much longer one holds (a digest of the day's news) is no copy of it.
    """
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _FEWEST or len(longer) > _LONGER * len(shorter):
        return None
    shared = len(shorter & longer) / len(shorter)
    return shared if shared >= _SHARED else None


def sketch(text: str) -> Sketch:
    """Give how many runs a text has, and their MinHash; nothing for a text without a run."""
    found = runs(text)
    return (len(found), _minhash(found).__getstate__()) if found else None


def copies(names: Iterable[str], text: Callable[[str], str]) -> list[tuple[Copy, ...]]:
    """Group texts by what they are copies of; see :func:`grouped`."""
    return grouped(((name, sketch(text(name))) for name in names), text)


def grouped(sketches: Iterable[tuple[str, Sketch]], text: Callable[[str], str]) -> list[tuple[Copy, ...]]:
    """Group texts, known by their sketches, by what they are copies of; ``text`` gives those to compare.

    Each group begins with its longest text, which all others are copies of, so that no chain of small
    changes ties what has nothing in common.  Texts without a copy are left out.  The order of the names
    does not matter.
    """
    index = RMinHashLSH(_LIKENESS, PERMUTATIONS, BANDS)
    groups: list[list[Copy]] = []
    told = [(-found[0], name, found[1]) for name, found in sketches if found is not None]
    for _, name, state in sorted(told):
        near_it = RMinHash(PERMUTATIONS, SEED)
        near_it.__setstate__(state)
        near = _nearest(name, [groups[at] for at in index.query(near_it)], text)
        if near is not None:
            group, score = near
            group.append(Copy(name, score))
        else:
            index.insert(len(groups), near_it)
            groups.append([Copy(name, 1.0)])
    return [tuple(group) for group in groups if len(group) > 1]


def _minhash(found: Iterable[str]) -> RMinHash:
    made = RMinHash(PERMUTATIONS, SEED)
    made.update(found)
    return made


def _nearest(
    name: str, groups: Sequence[list[Copy]], text: Callable[[str], str]
) -> tuple[list[Copy], float] | None:
    """Find the group whose longest text is the most like this one."""
    own = runs(text(name)) if groups else frozenset()
    scored = [(likeness(own, runs(text(group[0].text))), group) for group in groups]
    near = [(score, group) for score, group in scored if score is not None]
    if not near:
        return None
    score, group = min(near, key=lambda each: (-each[0], each[1][0].text))
    return group, score
