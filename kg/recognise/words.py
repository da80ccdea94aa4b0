"""Capitalised words: the stuff that names are made of."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.normalise import fold

_FIVE, _FULL, _PLACE = 5, 3, 2
UPPER = "".join(c for c in map(chr, range(0x41, 0x1EFA)) if c.isupper())
WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_NEXT = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?(?:(?:-(?=[" + UPPER + r"])|\.(?=[a-z]))[^\W_]+)*")


class Word(NamedTuple):
    """A word with its offsets."""

    start: int
    end: int
    form: str

    @property
    def capital(self) -> bool:
        """Whether the word begins with a capital letter."""
        return self.form[0].isupper()


def capital_run(content: str, start: int, limit: int = 8) -> list[Word]:
    """The capitalised words (or numbers) that follow one another from ``start``, parted by one blank."""
    run: list[Word] = []
    place = start
    while len(run) < limit:
        match = _NEXT.match(content, place)
        if match is None or not (match.group()[0].isupper() or match.group()[0].isdigit()):
            break
        run.append(Word(match.start(), match.end(), match.group()))
        place = match.end()
        if not content.startswith(" ", place):
            break
        place += 1
    return run


@lru_cache(maxsize=4)
def surnames(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Strong surnames, weak ones (that are common words or given names too), and middle names."""
    common = lexicon.concept("surname", "common")
    middle = lexicon.concept("surname", "middle")
    return (
        frozenset(common.strong[1:]) - {common.label},
        frozenset(common.weak),
        frozenset(middle.strong),
    )


@lru_cache(maxsize=4)
def _rare(lexicon: Lexicon) -> frozenset[str]:
    """Surnames that are words of every day: only a middle name behind one tells that it is one."""
    return frozenset(lexicon.concept("surname", "rare").strong[1:])


def looks_like_person(words: list[Word], lexicon: Lexicon) -> bool:
    """Whether these words can be a Vietnamese full name: a surname and one to four further words."""
    strong, weak, middle = surnames(lexicon)
    if not 2 <= len(words) <= 5 or any(w.form[0].isdigit() for w in words):
        return False
    if len(words) == 2 and words[0].form not in strong:
        return False
    first, second = words[0].form, words[1].form
    if len(first) == 1 and lexicon.gazetteer.has(fold(" ".join(w.form for w in words[1:]))):
        return False  # the end of another word before a place (``Đại học Y Hà Nội``)
    if first in strong or (first in weak and len(words) >= _FULL):
        return True
    return first in _rare(lexicon) and len(words) >= _FULL and second in middle


def person_split(words: list[Word], lexicon: Lexicon) -> int | None:
    """Where in a run of capitalised words a full name begins that ends the run, if anywhere but at 0.

    A name that has a middle name wins over one that only begins with a surname.
    """
    _, _, middle = surnames(lexicon)
    options = [i for i in range(1, len(words) - 1) if looks_like_person(words[i:], lexicon)]
    if not options:
        return None
    return min(options, key=lambda i: (words[i + 1].form not in middle or len(words) - i < 3, i))


def after_place(run: list[Word], lexicon: Lexicon) -> bool:
    """Whether five words are those of a place and a full name (``Chu Lai Đỗ Xuân Diện``), not one name."""
    strong, weak, middle = surnames(lexicon)
    if len(run) != _FIVE or person_split(run, lexicon) != _PLACE or run[_PLACE + 1].form not in middle:
        return False
    return run[1].form not in middle or (run[0].form in weak and run[_PLACE].form in strong)
