"""Lines of a page and what is known beside them: their letters, their length and how they end."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from kg.model import BlockKind

SENTENCE_END = re.compile(r"[.!?…][\"”’')\]/.]*$")
_SENTENCE_BREAK = re.compile(r"[.!?…](?<=[^\W_].)[\"”’')\]]*\s+[\"“‘(]?(?P<next>[^\W_])")
_KEY_PART = 120
#: From how many words on a line with a full stop is prose, is a full paragraph, and is one even without it.
PROSE_WORDS, FULL_WORDS, LONG_WORDS = 14, 25, 40


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, clean (:func:`clean`); ``kind`` is set where the format says what the line is."""

    text: str
    kind: BlockKind | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article beside its text."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    republished_from: str | None = None
    page_clock: str | None = None
    day_above: str | None = None

    def completed(self, other: Known) -> Known:
        """Give this, with the gaps filled from ``other``."""
        return Known(
            title=self.title or other.title,
            author=self.author or other.author,
            publisher=self.publisher or other.publisher,
            published=self.published or other.published,
            url=self.url or other.url,
            republished_from=self.republished_from or other.republished_from,
            page_clock=self.page_clock or other.page_clock,
            day_above=self.day_above or other.day_above,
        )


def clean(text: str) -> str:
    """NFC, one blank between words, no byte-order marks or invisible characters at the ends."""
    if (
        text.isprintable()
        and "  " not in text
        and text[:1] != " "
        and text[-1:] != " "
        and unicodedata.is_normalized("NFC", text)
    ):
        return text
    return " ".join(unicodedata.normalize("NFC", text).split()).strip(" \ufeff\u200b\u200e\u200f\u00ad")


def letters(text: str) -> str:
    """Give the letters and digits of a line in lower case: what makes two lines the same.

    Of a long line its beginning and its end are enough.
    """
    if len(text) > 2 * _KEY_PART:
        text = text[:_KEY_PART] + text[-_KEY_PART:]
    return "".join(filter(str.isalnum, text.casefold()))


def breaks_inside(text: str) -> bool:
    """Tell whether a sentence ends within the line; a full stop after a capital ends an abbreviation."""
    place = 0
    for found in _SENTENCE_BREAK.finditer(text):
        last = found.start() - 1
        if last < place:  # a letter alone between two stops
            continue
        place = found.end()
        if not text[last].isupper() and (found["next"].isupper() or found["next"].isdigit()):
            return True
    return False


def is_full(text: str, words: int) -> bool:
    """Tell whether a line has so many words and ends as a sentence does."""
    return len(text.split()) >= words and SENTENCE_END.search(text) is not None
