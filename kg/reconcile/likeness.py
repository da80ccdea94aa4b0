"""How far one name is another, from 1 (the same, mark by mark) to 0.

Names of people are compared syllable by syllable, with their tones: measures over letters find Hoàng Quốc
Trung and Hoàng Quốc Thưởng nearly the same, and Cường and Cương all but identical.
"""

from __future__ import annotations

from typing import Final

from rapidfuzz.distance import Levenshtein

from kg.reconcile.spelling import Spelling, Words, without_type

EXACT: Final = 1.0
UNMARKED: Final = 0.95
"""The same name, typed without any marks."""
SAME: Final = 0.85
"""From here on it is the same name as far as it was written; some marks may be missing."""
OTHER_MARKS: Final = 0.55
"""The same letters under other marks: another name, or a slip."""
SLIP: Final = 0.45
"""One letter or one middle name apart: mostly another name, sometimes a slip."""
_TYPELESS: Final = 0.93
_WORDS: Final = 0.75
_LEAST: Final = 0.4
_LONG: Final = 4


def person_likeness(asked: Spelling, known: Spelling) -> float:
    """Compare names of people; 0 as soon as a syllable is another one."""
    if asked.plain == known.plain:
        return _marks(asked, known)
    if len(asked.plain) == len(known.plain):
        return SLIP if _one_letter_apart(asked.plain, known.plain) else 0.0
    return SLIP if _one_middle_apart(asked, known) else 0.0


def _marks(asked: Spelling, known: Spelling) -> float:
    """Compare the marks of names that are the same without them."""
    if asked.folded == known.folded:
        return EXACT
    if not asked.marked:
        return UNMARKED
    pairs = zip(asked.folded, asked.plain, known.folded, strict=True)
    lacking = all(one in (other, bare) for one, bare, other in pairs)
    return SAME if lacking else OTHER_MARKS


def _one_letter_apart(one: Words, other: Words) -> bool:
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return (
        len(one) > 1
        and len(apart) == 1
        and min(map(len, apart[0])) >= _LONG
        and Levenshtein.distance(*apart[0], score_cutoff=1) == 1
    )


def _one_middle_apart(asked: Spelling, known: Spelling) -> bool:
    """Tell whether one name has one middle name more than the other, which has three syllables or more."""
    bare = not asked.marked
    forms = ((name.plain if bare else name.folded) for name in (asked, known))
    short, long = sorted(forms, key=len)
    if len(long) - len(short) != 1 or len(short) < 3:
        return False
    return any(long[:n] + long[n + 1 :] == short for n in range(1, len(long) - 1))


def name_likeness(asked: Spelling, known: Spelling) -> float:
    """Compare names of bodies, units and titles: word by word, the types of units left out if need be."""
    if not asked.plain or not known.plain:
        return 0.0
    if asked.plain == known.plain:
        return _marks(asked, known)
    mine, my_types = without_type(asked.folded if asked.marked else asked.plain)
    theirs, their_types = without_type(known.folded if asked.marked else known.plain)
    if mine == theirs:
        same = asked.marked or mine == without_type(known.folded)[0]
        return OTHER_MARKS if my_types and their_types else _TYPELESS * (1 if same else UNMARKED)
    shared = len(set(mine) & set(theirs))
    share = _WORDS * shared / len(set(mine) | set(theirs))
    return share if share >= _LEAST else 0.0
