"""The head of a page: its title among menus and dates, and the date and author under it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from kg.model import Block, BlockKind
from kg.read.bylines import byline, is_name, masthead
from kg.read.dates import DateLine, date_line
from kg.read.furniture import patterns
from kg.read.lines import FULL_WORDS, LONG_WORDS, PROSE_WORDS, SENTENCE_END, Known, Line, letters
from kg.read.outlets import parted

_DAY_AND_MONTH = re.compile(r"(?<![\d/.,-])(\d{1,2})\s?[/.–-]\s?(\d{1,2})(?![\d%])")
_LETTERHEAD = re.compile(r"[^\W\d_]{2,3}\s?:\s?\d*/(?:\d{4}/)?(?![a-z])[^\W\d_][\w-]*")
"""The number of a paper, as it stands above its place and day."""
_NEWS_DAYS = 3
_OPENING = 3
_OPENING_LENGTH = 600
_TITLE_WORDS = 45


def take_head(page: list[Line], known: Known) -> tuple[Known, list[Line]]:
    """Cut off everything up to the title, and the lines of date and author under it."""
    size = _head_size(page)
    at = _title_at(page[:size], known.title)
    if at is None:
        return _read_under_title(page, size, known, above=known.title is None)
    for line in page[:at]:
        known = _above_title(line.text, known)
    told = known.title or page[at].text
    title, publisher = parted(told, [line.text for line in page[at + 1 : size]])
    known = replace(known, title=title).completed(Known(publisher=publisher))
    repeated = {letters(told), letters(title)}
    rest = [line for line in page[at + 1 :] if letters(line.text) not in repeated]
    return _read_under_title(rest, max(0, size - at - 1), known, above=False)


def likeliest_title(head: Sequence[Line]) -> str | None:
    """Give the line that is the title, of the lines above an article's body."""
    at = _title_at(head, None)
    return head[at].text if at is not None else None


def _head_size(page: Sequence[Line]) -> int:
    """How many lines stand before the first sentence of some length."""
    for index, line in enumerate(page):
        if line.kind in (BlockKind.LEAD, BlockKind.PARAGRAPH) or (line.kind is None and is_prose(line.text)):
            return index
    return len(page)


def is_prose(text: str) -> bool:
    """Tell whether a line is long enough to be no title: a sentence of some length."""
    words = len(text.split())
    if date_line(text) is not None:
        return False
    if text.endswith(("?", "!")):
        return words >= FULL_WORDS
    return words >= LONG_WORDS or (words >= PROSE_WORDS and SENTENCE_END.search(text) is not None)


def _title_at(head: Sequence[Line], title: str | None) -> int | None:
    """Give the index of the title: marked, or the same as the known one, or the likeliest line."""
    if title is not None:
        wanted = letters(title)
        return next((i for i, line in enumerate(head) if letters(line.text) == wanted), None)
    for index, line in enumerate(head):
        if line.kind is BlockKind.TITLE:
            return index
    candidates = [index for index, line in enumerate(head) if line.kind is None and _may_be_title(line.text)]
    return _likeliest_title(head, candidates)


def _stands_between(text: str) -> bool:
    """Whether a line may stand between a title and its date: page tools, the author."""
    known = patterns()
    tools = any(pattern.match(text) for pattern in (known.menu, known.tool))
    return date_line(text) is None and (tools or byline(text) is not None)


def _likeliest_title(head: Sequence[Line], candidates: Sequence[int]) -> int | None:
    """Told twice, or the last with a date below it, or the first of four words and more, or the longest."""
    if not candidates:
        return None
    times = Counter(letters(head[index].text) for index in candidates)
    for index in candidates:
        if times[letters(head[index].text)] > 1:
            return index
    for index in reversed(candidates):
        if byline(head[index].text) is not None:
            continue
        below = next((line for line in head[index + 1 :] if not _stands_between(line.text)), None)
        if below is not None and date_line(below.text) is not None:
            return index
    for index in candidates:
        if len(head[index].text.split()) >= 4:
            return index
    return max(candidates, key=lambda index: len(head[index].text))


def _may_be_title(text: str) -> bool:
    known = patterns()
    return (
        len(text.split()) <= _TITLE_WORDS
        and date_line(text) is None
        and not any(p.match(text) for p in (known.menu, known.tool, known.related, known.foot))
        and masthead(text) is None
        and _LETTERHEAD.fullmatch(text) is None
    )


def _above_title(text: str, known: Known) -> Known:
    """Take a date above the title for the page's clock, unless its words make it the article's own."""
    line = date_line(text)
    if line is None:
        return known.completed(Known(publisher=masthead(text)))
    known = known.completed(Known(publisher=masthead(line.rest)))
    if line.cue:
        return known.completed(Known(published=line.day))
    return known.completed(Known(page_clock=line.moment, day_above=line.day))


def tells_of(day: str, blocks: Sequence[Block]) -> bool:
    """Whether the opening of a text tells of a day or of one shortly before it: then it appeared that day."""
    last = date.fromisoformat(day)
    near = {(d.day, d.month) for d in (last - timedelta(days=n) for n in range(_NEWS_DAYS))}
    opening = " ".join(block.text for block in blocks[:_OPENING])[:_OPENING_LENGTH]
    return any((int(m[1]), int(m[2])) in near for m in _DAY_AND_MONTH.finditer(opening))


def _read_under_title(lines: list[Line], head: int, known: Known, *, above: bool) -> tuple[Known, list[Line]]:
    """Take date, author and menus out of the first ``head`` lines; the others are the body.

    ``above`` is set when the page has no title: then nothing tells a clock from a date of publication.
    """
    body: list[Line] = []
    for index, line in enumerate(lines[:head]):
        if line.kind is not None:
            body.append(line)
            continue
        date = date_line(line.text)
        if date is not None:
            known = _above_title(line.text, known) if above else dated(known, date)
        elif (paper := masthead(line.text)) is not None:
            known = known.completed(Known(publisher=paper))
        elif (author := _author_in_head(lines, index)) is not None:
            known = known.completed(Known(author=author))
        elif not patterns().menu.match(line.text):
            body.append(line)
    known, prose = _day_under_lead(lines[head:], known) if not above else (known, lines[head:])
    return known, body + prose


def _day_under_lead(lines: list[Line], known: Known) -> tuple[Known, list[Line]]:
    """Take the day that stands alone right under the first paragraph, where none stands above it."""
    below = lines[1] if len(lines) > 1 and lines[1].kind is None else None
    date = date_line(below.text) if below is not None and known.published is None else None
    if date is None or date.rest.strip(" |"):
        return known, lines
    return dated(known, date), [lines[0], *lines[2:]]


def dated(known: Known, date: DateLine) -> Known:
    """Give the first date under the title counts; a name beside it is the author's."""
    known = known.completed(Known(published=date.day))
    if date.rest and (paper := masthead(date.rest)) is not None:
        known = known.completed(Known(publisher=paper))
    elif date.rest and is_name(date.rest):
        known = known.completed(Known(author=date.rest))
    return known


def _author_in_head(lines: Sequence[Line], index: int) -> str | None:
    """Give a name under the title is the author's if a cue or a line of date stands with it."""
    text = lines[index].text
    if patterns().menu.match(text):
        return None
    found = byline(text)
    if found is None or found.author is None:
        return None
    beside = [*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2]]
    dated = any(date_line(line.text) is not None for line in beside)
    first = index == 0 and len(lines) > 1 and is_name(text)
    return found.author if dated or first or patterns().byline_cue.match(text) else None
