"""HTML pages: trafilatura finds the body, the page's own markup gives title, date, author and captions.

The date of publication comes from metadata (``article:published_time``, JSON-LD, ``<time>``) or from the
line of date under the title.  Dates guessed from anywhere else on a page are mostly the clock in its head,
so none is guessed.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import lxml.etree
import lxml.html

from kg.model import BlockKind
from kg.read.bylines import is_name
from kg.read.dates import date_line, published
from kg.read.grids import ROW, rows_of_people
from kg.read.head import likeliest_title
from kg.read.lines import Known, Line, clean, letters

_PUBLISHED = (
    "//meta[@property='article:published_time' or @property='og:article:published_time']/@content",
    "//meta[@itemprop='datePublished' or @name='datePublished']/@content",
    "//meta[@name='pubdate' or @name='publish-date']/@content",
    "//meta[@name='dc.date.issued' or @name='DC.date.issued']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//time[@pubdate]/@datetime",
)
_TITLE = ("//meta[@property='og:title']/@content", "//meta[@name='title']/@content", "//title/text()")
_AUTHOR = ("//meta[@name='author' or @property='article:author' or @name='article:author']/@content",)
_SITE = ("//meta[@property='og:site_name']/@content", "//meta[@name='application-name']/@content")
_URL = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
_CAPTION_CLASS = re.compile(
    r"(?:^|[\s_\-])(?:fig|img|image|photo|pic|picture)?[_\-]?caption|chu-?thich|desc_?image", re.IGNORECASE
)
_BLOCK_TAGS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote br center dd div dl dt figcaption figure footer form "
        "h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section table tbody td th thead tr ul",
    )
)
_SILENT_TAGS = frozenset(
    ("script", "style", "noscript", "template", "svg", "head", "iframe", "select", "textarea")
)
_HEADING_TAGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_CAPTION_TAGS = frozenset(("p", "td", "div", "h2", "h6"))
_UNDER_TITLE = 6
_TITLE_WORDS = 4
_BEHIND = 2
"""So many pieces, captions mostly, may stand between the body and the table that ends it."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A text block of the page in document order."""

    text: str
    tag: str
    caption: bool


def parse(text: str) -> tuple[Known, list[Line]]:
    """Give what the page says about the article, and the article's lines.

    Raises ``ValueError`` when the page holds no text at all.
    """
    tree = _tree(text)
    pieces = _pieces(tree)
    if not pieces:
        raise ValueError("an HTML page without text")
    body = _extracted(text)
    known = _metadata(tree, pieces, body)
    return known, _merged(body, pieces) if body else _fallback(pieces)


def _tree(text: str) -> Any:
    """Give the page's tree; lxml repairs what is broken, and what it can't is no page."""
    parser = lxml.html.HTMLParser(encoding="utf-8", recover=True, no_network=True)
    try:
        tree = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError) as error:
        raise ValueError("not readable as HTML") from error
    return tree


def _pieces(tree: Any) -> list[_Piece]:
    """Give the blocks of text in document order, without scripts and styles."""
    pieces: list[_Piece] = []
    rows = rows_of_people(tree)
    run: list[str] = []
    state: list[tuple[str, bool]] = [("body", False)]

    def flush() -> None:
        joined = clean("".join(run))
        run.clear()
        if any(char.isalnum() for char in joined):
            pieces.append(_Piece(joined, state[-1][0], state[-1][1]))

    silent = 0
    for event, element in lxml.etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            silent += tag in _SILENT_TAGS or not tag
            if tag in _BLOCK_TAGS:
                flush()
                state.append((tag, state[-1][1] or _is_caption(element, tag)))
            if element in rows and not silent:
                pieces.append(_Piece(rows[element], ROW, caption=False))
            silent += element in rows
            if not silent:
                run.append(element.text or "")
        else:
            if tag in _BLOCK_TAGS:
                flush()
                state.pop()
            silent -= (tag in _SILENT_TAGS or not tag) + (element in rows)
            if not silent:
                run.append(element.tail or "")
    flush()
    return pieces


def _is_caption(element: Any, tag: str) -> bool:
    return tag == "figcaption" or (
        tag in _CAPTION_TAGS and _CAPTION_CLASS.search(element.get("class") or "") is not None
    )


def _metadata(tree: Any, pieces: Sequence[_Piece], body: Sequence[Line]) -> Known:
    linked = _linked_data(tree)
    site = _first(tree, _SITE) or linked.get("publisher")
    told = _first(tree, _TITLE) or linked.get("headline") or ""
    if site:
        told = re.sub(rf"\s*[|\-–—]\s*{re.escape(site)}\s*$", "", told, flags=re.IGNORECASE) or told
    at = _title_place(pieces, body, told)
    around = _dates_around(pieces, at)
    return Known(
        title=pieces[at].text if at is not None else told or None,
        author=_first(tree, _AUTHOR) or linked.get("author") or around.author,
        publisher=site,
        published=_published(tree, linked) or around.published,
        url=_first(tree, _URL),
        page_clock=around.page_clock,
    )


def _first(tree: Any, paths: Sequence[str]) -> str | None:
    for path in paths:
        for value in tree.xpath(path):
            text = clean(str(value))
            if text:
                return text
    return None


def _published(tree: Any, linked: dict[str, str]) -> str | None:
    for path in _PUBLISHED:
        for value in tree.xpath(path):
            day = published(str(value))
            if day is not None:
                return day
    return published(linked.get("datePublished"))


def _linked_data(tree: Any) -> dict[str, str]:
    """Headline, date, author and publisher from the page's JSON-LD, as far as it is well formed."""
    found: dict[str, str] = {}
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            data = json.loads(str(script))
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            for key in ("headline", "datePublished", "author", "publisher"):
                value = _name(node.get(key))
                if value:
                    found.setdefault(key, value)
    return found


def _nodes(data: object) -> Iterator[dict[str, object]]:
    """Give the article nodes of JSON-LD, whether alone, in a list or in a graph."""
    if isinstance(data, list):
        for item in data[:50]:
            yield from _nodes(item) if isinstance(item, dict) else ()
    elif isinstance(data, dict):
        if "Article" in str(data.get("@type")):
            yield data
        graph = data.get("@graph")
        if isinstance(graph, list):
            yield from _nodes(graph)


def _name(value: object) -> str | None:
    if isinstance(value, list):
        return ", ".join(name for name in map(_name, value[:5]) if name) or None
    if isinstance(value, dict):
        return _name(value.get("name"))
    return clean(value) or None if isinstance(value, str) else None


def _title_place(pieces: Sequence[_Piece], body: Sequence[Line], told: str) -> int | None:
    """Find the piece that is the title.

    It is the one that the metadata name, or the first ``h1`` that is more than a logo, or the likeliest line
    before the body.
    """
    wanted = letters(told)
    for index, piece in enumerate(pieces):
        key = letters(piece.text)
        long = len(piece.text.split()) >= _TITLE_WORDS
        if wanted and (key == wanted or (long and wanted.startswith(key))):
            return index
    for index, piece in enumerate(pieces):
        if piece.tag == "h1" and len(piece.text.split()) >= _TITLE_WORDS:
            return index
    first = letters(body[0].text) if body else ""
    start = next((i for i, piece in enumerate(pieces) if letters(piece.text) == first), 0)
    title = likeliest_title([Line(piece.text) for piece in pieces[:start]])
    return next((i for i, piece in enumerate(pieces[:start]) if piece.text == title), None)


def _dates_around(pieces: Sequence[_Piece], at: int | None) -> Known:
    """Read the page's clock above the title, and day and author from the line of date under it."""
    known = Known()
    for piece in pieces[: at if at is not None else _UNDER_TITLE]:
        line = date_line(piece.text)
        if line is not None and line.cue:
            known = known.completed(Known(published=line.day))
        elif line is not None:
            known = known.completed(Known(page_clock=line.moment))
    for piece in pieces[at + 1 : at + 1 + _UNDER_TITLE] if at is not None else ():
        line = date_line(piece.text)
        if line is not None:
            author = line.rest if is_name(line.rest) else None
            return Known(published=line.day, author=author, page_clock=known.page_clock)
    return known


def _extracted(text: str) -> list[Line]:
    """Give the article's body as trafilatura finds it; empty when it finds none or gives up."""
    import trafilatura  # much to load, for pages only

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = trafilatura.bare_extraction(
            text,
            include_comments=False,
            include_tables=False,
            with_metadata=False,
            date_extraction_params=None,
        )
    except Exception:  # a foreign parser on foreign pages: whatever breaks in it, our own reading follows
        return []
    body = getattr(document, "body", None)
    return list(_body_lines(body)) if body is not None else []


def _body_lines(body: Any) -> Iterator[Line]:
    for element in body.iter("head", "p", "item", "quote", "cell", "ab"):
        if element.tag in ("quote", "item") and len(element):
            continue
        text = clean("".join(element.itertext()))
        if text:
            yield Line(
                text, BlockKind.HEADING if element.tag == "head" and element.get("rend") != "h1" else None
            )


def _merged(body: Sequence[Line], pieces: Sequence[_Piece]) -> list[Line]:
    """Give the extracted lines with the captions and rows of people among them, in the page's order."""
    places = {letters(piece.text): index for index, piece in reversed(list(enumerate(pieces)))}
    captions = {letters(piece.text) for piece in pieces if piece.caption}
    placed: list[tuple[int, int, Line]] = []
    last = -1
    for order, line in enumerate(body):
        key = letters(line.text)
        last = places.get(key, last)
        placed.append((last, order, Line(line.text, BlockKind.CAPTION) if key in captions else line))
    known = {letters(line.text) for line in body}
    found = [place for place, _, _ in placed if place >= 0]
    if found:
        first, end = min(found), max(found)
        placed += [
            (index, 0, Line(piece.text, BlockKind.CAPTION))
            for index, piece in enumerate(pieces[: end + 3])
            if piece.caption and index >= first - 2 and letters(piece.text) not in known
        ]
        rows = _rows_among(pieces, first, end)
        placed += [(index, 0, Line(piece.text, BlockKind.PARAGRAPH)) for index, piece in rows]
    return [line for _, _, line in sorted(placed, key=lambda item: item[:2])]


def _rows_among(pieces: Sequence[_Piece], first: int, end: int) -> Iterator[tuple[int, _Piece]]:
    """The rows of tables of people between two pieces of the body, or right behind the last one."""
    for index, piece in enumerate(pieces):
        if index > end + _BEHIND and pieces[index - 1].tag != ROW:
            return
        if index > first and piece.tag == ROW:
            yield index, piece


def _fallback(pieces: Sequence[_Piece]) -> list[Line]:
    """Every block of the page, to be sorted like a copied page."""
    return [Line(piece.text, _fallback_kind(piece)) for piece in pieces]


def _fallback_kind(piece: _Piece) -> BlockKind | None:
    if piece.caption:
        return BlockKind.CAPTION
    if piece.tag == ROW:
        return BlockKind.PARAGRAPH
    return BlockKind.HEADING if piece.tag in _HEADING_TAGS else None
