"""What is asked about at a time, and where a quote stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Text
from kg.normalise import canonical
from kg.propose.model import Reason


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the canonical text: whole paragraphs, or whole sentences of a very long one."""

    start: int
    end: int


def passages(text: Text, size: int) -> Iterator[Passage]:
    """The text in passages of up to ``size`` code points, in order; only a longer sentence is longer."""
    start = end = None
    for piece in _pieces(text, size):
        if start is None or end is None:
            start, end = piece.start, piece.end
        elif piece.end - start <= size:
            end = piece.end
        else:
            yield Passage(start, end)
            start, end = piece.start, piece.end
    if start is not None and end is not None:
        yield Passage(start, end)


def _pieces(text: Text, size: int) -> Iterator[Passage]:
    """Paragraphs; the sentences of one that is longer than ``size``."""
    for block in text.blocks:
        if block.end - block.start <= size:
            yield Passage(block.start, block.end)
            continue
        for sentence in text.sentences:
            if block.start <= sentence.start < block.end:
                yield Passage(sentence.start, sentence.end)


def locate(
    text: Text, passage: Passage, quote: str, start: int | None = None, end: int | None = None
) -> tuple[int, int] | Reason:
    """Where a quote stands in the canonical text, or why that can't be told.

    Offsets count from the beginning of the passage and decide where the quote is at them; models count
    badly, so a quote with other offsets is looked for, and taken if the passage has it just once.
    """
    words = canonical(quote)
    if not words:
        return Reason.FOREIGN_QUOTE
    if start is not None and _stands(text.content, passage, words, passage.start + start, end, start):
        return passage.start + start, passage.start + start + len(words)
    found = list(_places(text.content, passage, words))
    if len(found) == 1:
        return found[0], found[0] + len(words)
    return Reason.REPEATED_QUOTE if found else Reason.FOREIGN_QUOTE


def _stands(content: str, passage: Passage, words: str, at: int, end: int | None, start: int) -> bool:
    fits = end is None or end - start == len(words)
    inside = at + len(words) <= passage.end
    return fits and inside and content.startswith(words, at) and _whole(content, at, at + len(words))


def _places(content: str, passage: Passage, words: str) -> Iterator[int]:
    place = content.find(words, passage.start, passage.end)
    while place >= 0:
        if _whole(content, place, place + len(words)):
            yield place
        place = content.find(words, place + 1, passage.end)


def _whole(content: str, start: int, end: int) -> bool:
    """Whether a stretch cuts no word in two."""
    before = start > 0 and content[start - 1].isalnum() and content[start].isalnum()
    after = end < len(content) and content[end].isalnum() and content[end - 1].isalnum()
    return not before and not after
