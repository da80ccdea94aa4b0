"""The lines of a page to the blocks of an article.

A page is a head (menus, clock, title, date), a body (lead, paragraphs, headings, captions) and a foot
(byline, source, comments, widgets).  The words that tell them apart come from :mod:`kg.read.furniture`;
the rules here only know where a line stands, how long it is and how it ends:

- the **title** is a short line before the first sentence of some length, next to the date if there is one;
- a date *above* the title is the page's clock, one *under* it is the article's; without one under it, the
  one above counts when the opening of the text tells of that day or the days before;
- a **heading** is a short line without a full stop that has text below it;
- a **caption** carries a photo credit, is told twice, or is one short sentence about what a picture shows;
- a **byline** is a line of names after the last sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.model import Article, Block, BlockKind
from kg.read.body import blocks_of, drop_furniture, take_foot
from kg.read.furniture import papers, patterns
from kg.read.head import take_head, tells_of
from kg.read.lines import Known, Line
from kg.read.outlets import outlet

_LETTER = re.compile(r"[^\W_]")


def article(identifier: str, source: str, known: Known, blocks: Sequence[Block]) -> Article:
    """Put an article together; ``source`` names the file or record."""
    return Article(
        id=identifier,
        blocks=tuple(blocks),
        title=known.title,
        author=known.author,
        publisher=known.publisher,
        published=known.published,
        url=known.url,
        republished_from=known.republished_from,
        source=source,
        page_clock=known.page_clock,
    )


def arrange(lines: Iterable[Line], known: Known | None = None) -> tuple[Known, tuple[Block, ...]]:
    """Give the article's blocks in reading order, and what its lines add to ``known``."""
    known = known or Known()
    page = list(_split(lines))
    known, body = take_head(page, known)
    body = drop_furniture(body)
    known, body = take_foot(body, known)
    blocks = blocks_of(body)
    told = outlet(_around(page, blocks))
    known = known.completed(Known(publisher=told.publisher or _agency(blocks), url=told.url))
    if known.published is None and known.day_above is not None and tells_of(known.day_above, blocks):
        known = replace(known, published=known.day_above)
    if known.title is not None:
        blocks.insert(0, Block(BlockKind.TITLE, known.title))
    return known, tuple(blocks)


def _around(page: Sequence[Line], blocks: Sequence[Block]) -> Iterable[str]:
    """The lines of a page that are none of its article."""
    kept = {block.text for block in blocks}
    return (line.text for line in page if line.kind is None and line.text not in kept)


def _split(lines: Iterable[Line]) -> Iterable[Line]:
    """Clean lines without the empty ones; furniture that sticks to a word becomes a line of its own."""
    glued = patterns().glued
    for line in lines:
        for piece in [line.text] if line.kind is not None else glued.split(line.text):
            if _LETTER.search(piece):
                yield Line(piece, line.kind)


def _agency(blocks: Sequence[Block]) -> str | None:
    """Give the paper or agency whose sign opens the lead; the sign stays in the text."""
    for block in blocks:
        if block.kind is BlockKind.LEAD:
            found = patterns().agency.match(block.text)
            if found is None:
                return None
            sign: str = found["bracketed"] or found["bare"]
            return papers().get(sign, sign)
    return None
