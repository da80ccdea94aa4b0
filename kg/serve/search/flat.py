"""Text without marks, character by character, so that what is found in it stands at the same place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

_WORD: Final = re.compile(r"\w+")
_AROUND: Final = 90
_MOST_WORDS: Final = 12


class _Table(dict[int, int]):
    """The letter below the marks of a character, worked out when it first comes."""

    def __missing__(self, code: int) -> int:
        bare = unicodedata.normalize("NFD", chr(code))[0]
        self[code] = found = ord(bare.lower() if len(bare.lower()) == 1 else bare)
        return found


_TABLE: Final = _Table({ord(char): ord("d") for char in ("\u0110", "\u0111", "\u00d0", "\u00f0")})


def flat(text: str) -> str:
    """Take the marks off composed (NFC) text; the length stays."""
    return text.translate(_TABLE)


def words(text: str) -> list[str]:
    """Give the words of what somebody typed, without marks."""
    return _WORD.findall(flat(unicodedata.normalize("NFC", text)))[:_MOST_WORDS]


def marked(text: str, sought: Sequence[str]) -> list[tuple[str, bool]]:
    """Part a text into what was sought and what was not.

    The words together count, else each by itself, else such as begin with the last one.
    """
    bare = flat(text)
    found = next((spans for pattern in _patterns(sought) if (spans := list(pattern.finditer(bare)))), [])
    pieces: list[tuple[str, bool]] = []
    place = 0
    for each in found:
        pieces += [(text[place : each.start()], False), (text[each.start() : each.end()], True)]
        place = each.end()
    return [piece for piece in [*pieces, (text[place:], False)] if piece[0]]


def snippet(text: str, sought: Sequence[str]) -> list[tuple[str, bool]]:
    """Cut out where the words stand, together if they do anywhere, and mark them."""
    bare = flat(text)
    found = next((at for pattern in _patterns(sought) if (at := pattern.search(bare))), None)
    middle = found.start() if found else 0
    start, end = max(0, middle - _AROUND), min(len(text), middle + 2 * _AROUND)
    start = text.find(" ", start, middle) + 1 or start if start else 0
    cut = text.rfind(" ", middle, end) if end < len(text) else end
    pieces = marked(text[start : cut if cut > middle else end].replace("\n", " "), sought)
    head = [("… ", False)] if start else []
    return [*head, *pieces, *([(" …", False)] if end < len(text) else [])]


def _patterns(sought: Sequence[str]) -> Iterator[re.Pattern[str]]:
    if sought:
        each = [re.escape(word) for word in sought]
        yield re.compile(r"\b" + r"\W+".join(each) + r"\b")
        yield re.compile(r"\b(?:" + "|".join(each) + r")\b")
        yield re.compile(r"\b" + each[-1] + r"\w*")
