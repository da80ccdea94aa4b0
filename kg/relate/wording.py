"""Words by their grammatical function, as the vocabulary gives them.

A concept of a cue scheme lists what its labels do in ``voc:function``; one word may do several things
(``đạt`` is a verb of reaching and ends the words before it).
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.normalise import fold
from kg.patterns import one_of, whole_words


@lru_cache(maxsize=256)
def words(lexicon: Lexicon, scheme: str, *functions: str) -> tuple[str, ...]:
    """The folded strong labels that have one of these functions, longest first."""
    wanted = set(functions)
    found = {
        fold(label)
        for concept in lexicon.scheme(scheme)
        if wanted.intersection(concept.properties.get("function", ()))
        for label in concept.strong
    }
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@lru_cache(maxsize=256)
def alternation(lexicon: Lexicon, scheme: str, *functions: str) -> str:
    """A group that matches any of these words, the longest first; never the empty string."""
    return one_of(words(lexicon, scheme, *functions))


@lru_cache(maxsize=256)
def finder(lexicon: Lexicon, scheme: str, *functions: str) -> re.Pattern[str]:
    """A pattern that finds whole words of these functions in folded text."""
    return re.compile(whole_words(words(lexicon, scheme, *functions)))


@lru_cache(maxsize=256)
def ending(lexicon: Lexicon, scheme: str, *functions: str) -> re.Pattern[str]:
    """A pattern that matches such a word at the end of folded text."""
    return re.compile(whole_words(words(lexicon, scheme, *functions), after="$"))
