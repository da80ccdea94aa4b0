"""How names are written: syllables with and without their marks, abbreviations written out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.lexicon import lexicon
from kg.normalise import canonical, fold, plain

_WORD = re.compile(r"[^\W_]+")
_UNIT_TYPE = "unit-type"
Words = tuple[str, ...]


class Spelling(NamedTuple):
    """A name as syllables: with their marks, without, and whether it has any mark at all."""

    folded: Words
    plain: Words
    marked: bool

    def start(self, size: int) -> Spelling:
        """The first words alone."""
        return Spelling(self.folded[:size], self.plain[:size], self.marked)

    def rest(self, size: int) -> Spelling:
        """What comes after the first words."""
        return Spelling(self.folded[size:], self.plain[size:], self.marked)


@lru_cache(maxsize=1 << 17)
def spell(text: str) -> Spelling:
    """Part the name of a person into its syllables; a form of address before it is left out."""
    folded = tuple(_WORD.findall(fold(canonical(text))))
    for size in (2, 1):
        if len(folded) > size + 1 and folded[:size] in _forms_of_address():
            folded = folded[size:]
    return _spelling(folded)


@lru_cache(maxsize=1 << 17)
def spell_out(text: str) -> Spelling:
    """Part the name of a body, unit, post or document into words, abbreviations written out."""
    words = (_written_out(word) for word in canonical(text).split())
    return _spelling(tuple(_WORD.findall(fold(" ".join(words)))))


def _spelling(folded: Words) -> Spelling:
    bare = tuple(plain(word) for word in folded)
    return Spelling(folded, bare, folded != bare)


def _written_out(word: str) -> str:
    """Write out a word, or the parts of one that is glued by a stop (``TP.HCM``)."""
    known = lexicon().written_out(word)
    if known != word or "." not in word.strip("."):
        return _short_types().get(word, known)
    head, _, tail = word.partition(".")
    return f"{_written_out(head + '.')} {_written_out(tail)}"


@lru_cache(maxsize=1)
def _short_types() -> dict[str, str]:
    """Types of units as they are shortened before a name (``P.``)."""
    return {
        form: concept.label
        for concept in lexicon().scheme(_UNIT_TYPE)
        for form in (*concept.strong, *concept.weak)
        if form.endswith(".")
    }


@lru_cache(maxsize=1)
def _forms_of_address() -> frozenset[Words]:
    concept = lexicon().concept("cue", "honorific")
    return frozenset(tuple(_WORD.findall(fold(form))) for form in concept.strong)


@lru_cache(maxsize=1)
def type_words() -> frozenset[Words]:
    """The types of units as words, with their marks and without."""
    labels = [spell_out(c.label) for c in lexicon().scheme(_UNIT_TYPE) if c.level is not None]
    return frozenset(label.folded for label in labels) | frozenset(label.plain for label in labels)


@lru_cache(maxsize=1 << 16)
def without_type(words: Words) -> tuple[Words, Words]:
    """Take the types of units out of a name; gives what is left, and the types."""
    left: list[str] = []
    types: list[str] = []
    place = 0
    while place < len(words):
        size = next((n for n in (2, 1) if words[place : place + n] in type_words()), 0)
        (types if size else left).extend(words[place : place + max(size, 1)])
        place += max(size, 1)
    return (tuple(left), tuple(types)) if left else (words, ())
