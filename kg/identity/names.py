"""How much a name tells: how many people may bear it, and which names look alike.

A name's frequency is estimated from the names that the articles print, syllable by syllable: most names of
the country are made from few surnames and middle names, so that the product tells a common name from a rare
one even when it is met for the first time.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.normalise import fold, plain

PEOPLE = 10_000
"""The number of people in public life that frequencies are told against."""

SURNAMES, MIDDLES, GIVEN = 100, 40, 200
"""How many of each kind a small corpus is taken to have left unseen."""

_INITIAL = re.compile(r"[^\W\d_]{1,2}\.?")
_VOWEL = re.compile(r"[aeiouy]")


@lru_cache(maxsize=16_384)
def folded(name: str) -> str:
    """Give the form by which two spellings of a name are one: case and place of tone marks are nothing."""
    return " ".join(fold(name).replace(".", " ").split())


def known_as(reference: str) -> str:
    """Give the form by which two spellings of ``ARTICLE-ID#NAME`` are one."""
    article, mark, name = reference.rpartition("#")
    return f"{article}{mark}{folded(name)}"


def parts(name: str) -> tuple[str, list[str], str]:
    """Part a folded name into the first syllable, those between, and the last."""
    first, *middle, last = name.split() if " " in name else ("", name)
    return first, middle, last


def hidden(syllable: str) -> bool:
    """Whether a given name is only an initial (``Th.``), as papers write those who are accused."""
    return _INITIAL.fullmatch(syllable) is not None and _VOWEL.search(plain(syllable)) is None


@lru_cache(maxsize=16_384)
def masks(name: str) -> tuple[str, ...]:
    """Give the patterns that names like this one share: without marks, and without any one syllable."""
    syllables = name.split()
    places = range(len(syllables)) if len(syllables) > 2 else ()
    return plain(name), *(" ".join((*syllables[:place], "*", *syllables[place + 1 :])) for place in places)
