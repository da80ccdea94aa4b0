"""The body of a page without the furniture in it and below it, as blocks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from kg.model import Block, BlockKind
from kg.read.bylines import HEADING_WORDS, byline, is_name
from kg.read.dates import date_line
from kg.read.furniture import patterns
from kg.read.head import dated, is_prose
from kg.read.lines import (
    FULL_WORDS,
    LONG_WORDS,
    SENTENCE_END,
    Known,
    Line,
    breaks_inside,
    is_full,
    letters,
)

_LIST_ITEM = re.compile(r"(?:[-–—+*•·▪]\s*|\d{1,2}[.)/]\s+|[a-z]\)\s*)\S")
_TABLE_ROW = re.compile(r"\|?\s*\d{1,3}\s*\|\s*\S")
_NUMBERED = re.compile(r"\d{1,2}[.)/]\s")
_ARTICLE_END = re.compile(r"\./\.?[\"”’')\]]*$")
_WORD = re.compile(r"[^\W\d_]")
_CAPTION_WORDS = 60
_OPENS_AS_NEWS = re.compile(r"\* |(?:[*+•–-] ?)?(?:[^\W\d]+ ){1,3}\d{1,2}[/.-]\d{1,2}(?!\d)")
_AFTER_WORDS = 14
_SAYS_TWICE_WORDS = 80


def drop_furniture(body: list[Line]) -> list[Line]:
    """Give the body without page tools, lists of related articles and everything below its end."""
    known = patterns()
    kept: list[Line] = []
    skipping = started = over = False
    for index, line in enumerate(body):
        text = line.text
        if line.kind is not None:
            kept.append(line)
            skipping = False
            continue
        full = is_full(text, FULL_WORDS)
        if known.tool.match(text) or (_WORD.search(text) is None and date_line(text) is None):
            continue
        if known.foot.match(text) and not (full and not started):
            if started and (over or not _goes_on(body[index + 1 :])):
                break
            continue
        if known.related.match(text):
            if started and over:
                break
            skipping = True
            continue
        if skipping and not full:
            continue
        skipping = False
        started = started or full or is_prose(text)
        over = started and (over or _ends_article(text, body[index + 1 :]))
        kept.append(line)
    return kept


def _goes_on(rest: Sequence[Line]) -> bool:
    """Whether an article's paragraph is still to come; readers' comments are shorter."""
    return any(is_full(line.text, LONG_WORDS) for line in rest)


def _ends_article(text: str, rest: Sequence[Line]) -> bool:
    """Give the agencies' ``./.``, a byline or a source line, with no long paragraph below."""
    return (_ARTICLE_END.search(text) is not None or byline(text) is not None) and not _goes_on(rest)


def take_foot(body: list[Line], known: Known) -> tuple[Known, list[Line]]:
    """Peel byline, source and date off the end, and whatever heads nothing."""
    captions: list[Line] = []
    end = len(body)
    while end > 1 and body[end - 1].kind in (None, BlockKind.CAPTION):
        line = body[end - 1]
        found = byline(line.text) if line.kind is None else None
        date = date_line(line.text) if line.kind is None else None
        if found is not None:
            known = known.completed(Known(author=found.author, republished_from=found.republished_from))
        elif date is not None:
            known = dated(known, date)
        elif line.kind is BlockKind.CAPTION or _credited(line.text):
            captions.insert(0, line)
        elif not _heads_nothing(line.text):
            break
        end -= 1
    return known, body[:end] + captions


def _heads_nothing(text: str) -> bool:
    """Give a short line without a full stop at the very end: foreign titles, names of sections, buttons."""
    return (
        len(text.split()) <= FULL_WORDS
        and not text.endswith((":", ";", ","))
        and SENTENCE_END.search(text) is None
        and _LIST_ITEM.match(text) is None
        and _TABLE_ROW.match(text) is None
        and patterns().honorific.match(text) is None
    )


def blocks_of(body: Sequence[Line]) -> list[Block]:
    """Classify the lines of the body; what is told twice is kept once."""
    keys = [letters(line.text) for line in body]
    times = Counter(keys)
    seen: set[str] = set()
    blocks: list[Block] = []
    led = any(line.kind is BlockKind.LEAD for line in body)
    for index, (line, key) in enumerate(zip(body, keys, strict=True)):
        if key in seen:
            continue
        if line.kind is None and _joins_picture(line.text, blocks):
            blocks[-1] = Block(BlockKind.CAPTION, f"{blocks[-1].text} {line.text}")
            continue
        seen.add(key)
        kind = line.kind or _kind(line.text, body, index, told_twice=times[key] > 1)
        if kind is BlockKind.PARAGRAPH and not led:
            kind, led = BlockKind.LEAD, True
        blocks.append(Block(kind, line.text))
    return _without_idle_headings(blocks)


def _joins_picture(text: str, blocks: Sequence[Block]) -> bool:
    """Give a line that is only a photo credit belongs to the short line above it."""
    return (
        bool(blocks)
        and patterns().credit_line.match(text) is not None
        and len(text.split()) <= HEADING_WORDS
        and len(blocks[-1].text.split()) <= _CAPTION_WORDS
        and blocks[-1].kind is not BlockKind.LEAD
        and _is_one_sentence(blocks[-1].text)
    )


def _kind(text: str, body: Sequence[Line], index: int, *, told_twice: bool) -> BlockKind:
    words = len(text.split())
    if _credited(text) or (_shows_picture(text) and index < len(body)):
        return BlockKind.CAPTION
    if told_twice and 4 <= words <= _SAYS_TWICE_WORDS and (index > 0 or not is_full(text, FULL_WORDS)):
        return BlockKind.CAPTION
    if SENTENCE_END.search(text) or text.endswith((":", ";", ",")):
        speaks = index > 0 and _tells_of_speaker(text)
        return BlockKind.CAPTION if speaks else BlockKind.PARAGRAPH
    return _open_ended_kind(text, body, index)


def _open_ended_kind(text: str, body: Sequence[Line], index: int) -> BlockKind:
    """Sort a line that ends without a full stop: an item of a list, a heading, a caption, or cut off text."""
    if _TABLE_ROW.match(text):
        return BlockKind.PARAGRAPH
    words = len(text.split())
    beside = [line.text for line in (*body[max(0, index - 1) : index], *body[index + 1 : index + 2])]
    if _LIST_ITEM.match(text):
        heads = _NUMBERED.match(text) and words <= HEADING_WORDS and not any(map(_NUMBERED.match, beside))
        return BlockKind.HEADING if heads and index < len(body) - 1 else BlockKind.PARAGRAPH
    honorific = patterns().honorific
    if honorific.match(text) and words <= LONG_WORDS:
        return BlockKind.PARAGRAPH if any(map(honorific.match, beside)) else BlockKind.CAPTION
    if words <= HEADING_WORDS:
        return BlockKind.HEADING
    between = 0 < index < len(body) - 1
    return BlockKind.CAPTION if between and words <= LONG_WORDS else BlockKind.PARAGRAPH


def _credited(text: str) -> bool:
    """Give a photo credit with a colon, or a line that is nothing but one."""
    known = patterns()
    if len(text.split()) > _CAPTION_WORDS:
        return False
    if known.credit.search(text):
        return True
    only = known.credit_line.match(text) or known.honorific.match(text)
    return only is not None and is_name(_after(only, text), lone=True)


def _after(found: re.Match[str], text: str) -> str:
    """Give the words behind a photo credit's label or an honorific."""
    start = found.start("who") if "who" in found.groupdict() else found.end()
    return text[start:].strip(" .")


def _shows_picture(text: str) -> bool:
    """One short sentence that opens like a caption."""
    return (
        patterns().opening.match(text) is not None
        and len(text.split()) <= LONG_WORDS
        and ":" not in text
        and _is_one_sentence(text)
    )


def _tells_of_speaker(text: str) -> bool:
    """One short sentence that names somebody first and ends with what the picture shows them do.

    One that opens with a day tells the news (``Ngày 19/4, Ban Thường vụ … tổ chức lễ trao quyết định …``).
    """
    known = patterns()
    if _OPENS_AS_NEWS.match(text):
        return False
    if len(text.split()) > _CAPTION_WORDS or ":" in text or ";" in text or not _is_one_sentence(text):
        return False
    found = known.ending.search(text) or known.weak_ending.search(text)
    if found is None:
        return False
    before, after = text[: found.start()], text[found.end() :].split()
    return _names_somebody(before) and len(after) <= _AFTER_WORDS and "," not in " ".join(after[:3])


def _names_somebody(text: str) -> bool:
    """Tell whether three words and more hold two capitalised ones in a row, not counting abbreviations."""
    words = text.split()
    capital = [word[0].isupper() and not word.isupper() for word in words]
    return len(words) > 3 and any(first and second for first, second in pairwise(capital))


def _is_one_sentence(text: str) -> bool:
    return not breaks_inside(text)


def _without_idle_headings(blocks: Sequence[Block]) -> list[Block]:
    """Give a heading that has no text below it heads nothing: it is a teaser or a button."""
    kept: list[Block] = []
    text_below = False
    for block in reversed(blocks):
        if block.kind is BlockKind.HEADING and not text_below and len(blocks) > 1:
            continue
        text_below = text_below or block.kind in (BlockKind.PARAGRAPH, BlockKind.LEAD)
        kept.append(block)
    return kept[::-1]
