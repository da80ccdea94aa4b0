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
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from kg.model import Article, Block, BlockKind
from kg.read.bylines import HEADING_WORDS, byline, is_name, masthead
from kg.read.dates import DateLine, date_line
from kg.read.furniture import papers, patterns
from kg.read.outlets import outlet, parted

_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]/.]*$")
_SENTENCE_BREAK = re.compile(r"[.!?…](?<=[^\W_].)[\"”’')\]]*\s+[\"“‘(]?(?P<next>[^\W_])")
_LIST_ITEM = re.compile(r"(?:[-–—+*•·▪]\s*|\d{1,2}[.)/]\s+|[a-z]\)\s*)\S")
_NUMBERED = re.compile(r"\d{1,2}[.)/]\s")
_ARTICLE_END = re.compile(r"\./\.?[\"”’')\]]*$")
_LETTER = re.compile(r"[^\W_]")
_WORD = re.compile(r"[^\W\d_]")

_DAY_AND_MONTH = re.compile(r"(?<![\d/.,-])(\d{1,2})\s?[/.–-]\s?(\d{1,2})(?![\d%])")

_NEWS_DAYS = 3
_OPENING = 3
_OPENING_LENGTH = 600
_KEY_PART = 120
TITLE_WORDS = 45
PROSE_WORDS = 14
FULL_WORDS = 25
LONG_WORDS = 40
CAPTION_WORDS = 60
AFTER_WORDS = 14
SAYS_TWICE_WORDS = 80


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


def arrange(lines: Iterable[Line], known: Known | None = None) -> tuple[Known, tuple[Block, ...]]:
    """Give the article's blocks in reading order, and what its lines add to ``known``."""
    known = known or Known()
    page = list(_split(lines))
    known, body = _take_head(page, known)
    body = _drop_furniture(body)
    known, body = _take_foot(body, known)
    blocks = _blocks(body)
    told = outlet(_around(page, blocks))
    known = known.completed(Known(publisher=told.publisher or _agency(blocks), url=told.url))
    if known.published is None and known.day_above is not None and _tells_of(known.day_above, blocks):
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


# --- the head -----------------------------------------------------------------------------------------


def _take_head(page: list[Line], known: Known) -> tuple[Known, list[Line]]:
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
        if line.kind in (BlockKind.LEAD, BlockKind.PARAGRAPH) or (line.kind is None and _is_prose(line.text)):
            return index
    return len(page)


def _is_prose(text: str) -> bool:
    words = len(text.split())
    if date_line(text) is not None:
        return False
    if text.endswith(("?", "!")):
        return words >= FULL_WORDS
    return words >= LONG_WORDS or (words >= PROSE_WORDS and _SENTENCE_END.search(text) is not None)


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
        len(text.split()) <= TITLE_WORDS
        and date_line(text) is None
        and not any(p.match(text) for p in (known.menu, known.tool, known.related, known.foot))
        and masthead(text) is None
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


def _tells_of(day: str, blocks: Sequence[Block]) -> bool:
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
            known = _above_title(line.text, known) if above else _dated(known, date)
        elif (paper := masthead(line.text)) is not None:
            known = known.completed(Known(publisher=paper))
        elif (author := _author_in_head(lines, index)) is not None:
            known = known.completed(Known(author=author))
        elif not patterns().menu.match(line.text):
            body.append(line)
    return known, body + lines[head:]


def _dated(known: Known, date: DateLine) -> Known:
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


# --- furniture in the body and below it ---------------------------------------------------------------


def _drop_furniture(body: list[Line]) -> list[Line]:
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
        full = _is_full(text, FULL_WORDS)
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
        started = started or full or _is_prose(text)
        over = started and (over or _ends_article(text, body[index + 1 :]))
        kept.append(line)
    return kept


def _is_full(text: str, words: int) -> bool:
    return len(text.split()) >= words and _SENTENCE_END.search(text) is not None


def _goes_on(rest: Sequence[Line]) -> bool:
    """Whether an article's paragraph is still to come; readers' comments are shorter."""
    return any(_is_full(line.text, LONG_WORDS) for line in rest)


def _ends_article(text: str, rest: Sequence[Line]) -> bool:
    """Give the agencies' ``./.``, a byline or a source line, with no long paragraph below."""
    return (_ARTICLE_END.search(text) is not None or byline(text) is not None) and not _goes_on(rest)


# --- the foot -----------------------------------------------------------------------------------------


def _take_foot(body: list[Line], known: Known) -> tuple[Known, list[Line]]:
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
            known = _dated(known, date)
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
        and _SENTENCE_END.search(text) is None
        and _LIST_ITEM.match(text) is None
        and patterns().honorific.match(text) is None
    )


# --- the body -----------------------------------------------------------------------------------------


def _blocks(body: Sequence[Line]) -> list[Block]:
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
        and len(blocks[-1].text.split()) <= CAPTION_WORDS
        and blocks[-1].kind is not BlockKind.LEAD
        and _is_one_sentence(blocks[-1].text)
    )


def _kind(text: str, body: Sequence[Line], index: int, *, told_twice: bool) -> BlockKind:
    words = len(text.split())
    if _credited(text) or (_shows_picture(text) and index < len(body)):
        return BlockKind.CAPTION
    if told_twice and 4 <= words <= SAYS_TWICE_WORDS and (index > 0 or not _is_full(text, FULL_WORDS)):
        return BlockKind.CAPTION
    if _SENTENCE_END.search(text) or text.endswith((":", ";", ",")):
        speaks = index > 0 and _tells_of_speaker(text)
        return BlockKind.CAPTION if speaks else BlockKind.PARAGRAPH
    return _open_ended_kind(text, body, index)


def _open_ended_kind(text: str, body: Sequence[Line], index: int) -> BlockKind:
    """Sort a line that ends without a full stop: an item of a list, a heading, a caption, or cut off text."""
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
    if len(text.split()) > CAPTION_WORDS:
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
    """One short sentence that names somebody first and ends with what the picture shows them do."""
    known = patterns()
    if len(text.split()) > CAPTION_WORDS or ":" in text or ";" in text or not _is_one_sentence(text):
        return False
    found = known.ending.search(text) or known.weak_ending.search(text)
    if found is None:
        return False
    before, after = text[: found.start()], text[found.end() :].split()
    return _names_somebody(before) and len(after) <= AFTER_WORDS and "," not in " ".join(after[:3])


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
