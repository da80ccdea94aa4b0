"""Markdown with front matter: how articles are written by hand.

The front matter is a block of ``key: value`` lines between two lines of ``---``.  Known keys are ``title``,
``author``, ``publisher``, ``published`` (EDTF), ``url`` and ``republished_from``; other keys are left alone.
Values may be quoted, lists may be written ``[a, b]`` or one ``- item`` a line; ``null`` and ``~`` are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import BlockKind
from kg.read.dates import published
from kg.read.lines import Known, Line, clean

_FENCE = re.compile(r"\s*-{3,}\s*$")
_KEY = re.compile(r"(?P<key>[A-Za-z_][\w\-]*)\s*:(?:\s+(?P<value>.*)|\s*)$")
_ITEM = re.compile(r"\s*-\s+(?P<value>.*)$")
_IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<url>[^)\s]*)(?:\s+[\"'](?P<title>[^\"']*)[\"'])?\)")
_LINK = re.compile(r"\[(?P<text>[^\]]+)\]\([^)]*\)")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=\S)(?P<text>.+?)(?<=\S)\1(?![\w*])")
_HEADING = re.compile(r"(?P<level>#{1,6})\s+(?P<text>.+?)\s*#*$")
_BULLET = re.compile(r"(?:[-*+]|\d{1,2}[.)])\s+\S")
_RULE = re.compile(r"(?:[-*_=]\s*){3,}$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_NOTHING = ("", "null", "~", "none")


def parse(text: str) -> tuple[Known, list[Line]]:
    """Give the front matter and the lines of a Markdown text.

    Raises ``ValueError`` when the front matter does not end, or dates the article by what is no date.
    """
    rows = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff\n").split("\n")
    fields: dict[str, str] = {}
    if rows and _FENCE.match(rows[0]):
        end = next((i for i, row in enumerate(rows[1:], 1) if _FENCE.match(row)), None)
        if end is None:
            raise ValueError("the front matter does not end; close it with a line of ---")
        fields = _front_matter(rows[1:end])
        rows = rows[end + 1 :]
    known = _known(fields)
    return known, list(_lines("\n".join(rows), known))


def _front_matter(rows: list[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    key = ""
    for row in rows:
        found = _KEY.match(row)
        item = _ITEM.match(row)
        if found is not None:
            key = found["key"].lower().replace("-", "_")
            fields[key] = _value(found["value"] or "")
        elif item is not None and key:
            fields[key] = ", ".join(part for part in (fields[key], _value(item["value"])) if part)
    return fields


def _value(raw: str) -> str:
    text = raw.strip()
    if text[:1] in ("'", '"'):
        closing = text.find(text[0], 1)
        return text[1:closing] if closing > 0 else text[1:]
    text = re.sub(r"\s+#.*$", "", text)
    if text.startswith("[") and text.endswith("]"):
        return ", ".join(part for part in (_value(item) for item in text[1:-1].split(",")) if part)
    return "" if text.lower() in _NOTHING else text


def _known(fields: dict[str, str]) -> Known:
    date = fields.get("published") or fields.get("date") or ""
    day = published(date) if date else None
    if date and day is None:
        raise ValueError(f"published: {date!r} is no date; write 2022-05-24, or leave it out")
    return Known(
        title=clean(fields.get("title", "")) or None,
        author=clean(fields.get("author", "")) or None,
        publisher=clean(fields.get("publisher", "")) or None,
        published=day,
        url=clean(fields.get("url", "")) or None,
        republished_from=clean(fields.get("republished_from", "")) or None,
    )


def _lines(body: str, known: Known) -> Iterator[Line]:
    """Blocks parted by blank lines; headings, pictures and lists mark themselves."""
    titled = known.title is not None
    after_picture = False
    for chunk in re.split(r"\n[^\S\n]*\n+", _COMMENT.sub("", body)):
        for line in _chunk_lines(chunk):
            heading = _HEADING.match(line)
            if heading is not None:
                first = heading["level"] == "#" and not titled
                titled = titled or first
                yield Line(_bare(heading["text"]), BlockKind.TITLE if first else BlockKind.HEADING)
                after_picture = False
                continue
            caption = _caption(line, after_picture)
            after_picture = _IMAGE.fullmatch(line.strip()) is not None and not caption
            if caption:
                yield Line(caption, BlockKind.CAPTION)
            elif text := _bare(line):
                yield Line(text)


def _chunk_lines(chunk: str) -> Iterator[str]:
    """Give the lines of a chunk: what is wrapped is joined, what marks itself stands alone."""
    run: list[str] = []
    for raw in chunk.split("\n"):
        line = re.sub(r"^\s*(?:>\s?)+", "", raw).strip()
        if not line or _RULE.fullmatch(line):
            continue
        alone = _HEADING.match(line) or _BULLET.match(line) or _IMAGE.match(line)
        if alone and run:
            yield " ".join(run)
            run = []
        if _HEADING.match(line) or _IMAGE.fullmatch(line):
            yield line
        else:
            run.append(line)
            if raw.endswith(("  ", "\\")):
                yield " ".join(run).rstrip("\\")
                run = []
    if run:
        yield " ".join(run)


def _caption(line: str, after_picture: bool) -> str:
    """Give a picture's title or alternative text, or the line in italics below a picture without one."""
    image = _IMAGE.match(line.strip())
    if image is not None:
        return clean(image["title"] or image["alt"] or _bare(_IMAGE.sub("", line)))
    slanted = re.fullmatch(r"([*_])(?P<text>[^*_].*[^*_])\1", line.strip())
    return clean(slanted["text"]) if slanted is not None and after_picture else ""


def _bare(line: str) -> str:
    """Give a line without Markdown's signs."""
    text = _LINK.sub(lambda found: found["text"], _IMAGE.sub("", line))
    for _ in range(3):
        text = _EMPHASIS.sub(lambda found: found["text"], text)
    text = re.sub(r"^[*+]\s+", "- ", text.strip())
    return clean(re.sub(r"\\([\\`*_{}\[\]()#+\-.!>])", r"\1", text))
