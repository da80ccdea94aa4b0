"""Plain text: pages as they were copied or scraped, and the sentence-per-line layout of research corpora."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import BlockKind
from kg.read.bylines import byline
from kg.read.grids import barred
from kg.read.lines import FULL_WORDS, Known, Line, breaks_inside, clean, letters

_SECTION = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_ENDS = re.compile(r"[.!?…:;,\"”’')\]][/.]*$")
_WRAP_WIDTHS = range(40, 140)
_WRAP_SPREAD = 30
_SENTENCES_NEEDED = 3
_CAPTION_WIDTH = 500
_SAMPLE = 24


def lines(text: str) -> list[Line]:
    """Give the lines of a text, hard-wrapped paragraphs put together."""
    sections = _sections(text)
    wrapped = _is_wrapped(sections)
    if wrapped:
        return [Line(" ".join(section)) for section in sections]
    return [Line(line) for section in sections for line in section]


def record_lines(text: str) -> tuple[Known, list[Line]]:
    """Give the lines of a record of a corpus.

    Corpora give the lead, a blank line, the sentences one per line, a blank line and the captions.  Their
    sentences are put together to paragraphs, which end at a heading; sentences that captions repeat are
    left to the captions.  A text in any other layout is read like a page.
    """
    sections = _sections(text)
    if not _is_sentence_layout(sections):
        return Known(), lines(text)
    captions = [Line(line, BlockKind.CAPTION) for section in sections[2:] for line in _with_credits(section)]
    known, sentences = _without_byline(_unpictured(sections[1], captions))
    lead = Line(" ".join(sections[0]), BlockKind.LEAD)
    return known, [lead, *_paragraphs(sentences), *captions]


def _unpictured(sentences: Sequence[str], captions: Sequence[Line]) -> list[str]:
    """Leave out the sentences that captions repeat."""
    pictured = {letters(line.text) for line in captions}
    longest = max((len(line.text) for line in captions), default=0) + 20
    return [one for one in sentences if len(one) > longest or letters(one) not in pictured]


def _sections(text: str) -> list[list[str]]:
    """Give the stripped lines between blank lines."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    sections = ([clean(line) for line in part.split("\n")] for part in _SECTION.split(barred(text)))
    return [kept for kept in ([line for line in section if line] for section in sections) if kept]


def _is_wrapped(sections: Sequence[Sequence[str]]) -> bool:
    """Whether lines were broken at a width: those that others follow are alike in length and end anywhere."""
    inner = [line for section in sections for line in section[:-1]]
    if len(inner) < 4 or sum(len(section) > 1 for section in sections) < 2:
        return False
    longest = max(len(line) for line in inner)
    if longest not in _WRAP_WIDTHS:
        return False
    even = sum(len(line) >= longest - _WRAP_SPREAD for line in inner)
    open_ended = sum(_ENDS.search(line) is None for line in inner)
    return even >= 0.8 * len(inner) and open_ended >= 0.5 * len(inner)


def _is_sentence_layout(sections: Sequence[Sequence[str]]) -> bool:
    """Lead, sentences, captions: two or three sections, the first one line, the second mostly sentences."""
    if not 2 <= len(sections) <= 3 or len(sections[0]) != 1 or len(sections[1]) < _SENTENCES_NEEDED:
        return False
    if len(sections) == 3 and any(len(line) > _CAPTION_WIDTH for line in sections[2]):
        return False
    sample = sections[1][:_SAMPLE]
    return sum(breaks_inside(line) for line in sample) <= 0.25 * len(sample)


def _with_credits(section: Sequence[str]) -> Iterator[str]:
    """Captions with the line of credit that follows them."""
    pending = ""
    for line in section:
        if pending and len(line.split()) <= 8 and ":" in line and not _ENDS.search(pending[:-1] or "x"):
            pending = f"{pending} {line}"
            continue
        if pending:
            yield pending
        pending = line
    if pending:
        yield pending


def _without_byline(sentences: list[str]) -> tuple[Known, list[str]]:
    """Take the author's line off the end."""
    known = Known()
    while len(sentences) > 1 and (found := byline(sentences[-1])) is not None:
        known = known.completed(Known(author=found.author, republished_from=found.republished_from))
        sentences = sentences[:-1]
    return known, sentences


def _paragraphs(sentences: Sequence[str]) -> Iterator[Line]:
    """Give runs of sentences as paragraphs, the short lines without a full stop between them as headings."""
    run: list[str] = []
    for index, sentence in enumerate(sentences):
        if _is_heading(sentence, index, sentences):
            if run:
                yield Line(" ".join(run), BlockKind.PARAGRAPH)
            run = []
            yield Line(sentence)
        else:
            run.append(sentence)
    if run:
        yield Line(" ".join(run), BlockKind.PARAGRAPH)


def _is_heading(sentence: str, index: int, sentences: Sequence[str]) -> bool:
    return (
        index + 1 < len(sentences)
        and _ENDS.search(sentence) is None
        and len(sentence.split()) < FULL_WORDS
        and not sentence.startswith(("-", "–", "+", "•"))
    )
