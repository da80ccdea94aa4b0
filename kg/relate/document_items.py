"""Resolutions that a list names by what they are about, the word for them standing once before the colon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.normalise import fold
from kg.relate.document_around import DocumentMention
from kg.relate.document_passing import list_heads
from kg.relate.phrases import skip, surface, tidy

ITEM = "titled-item"
"""The rule that reads them."""
_SCHEME = "document-cue"
_ABOUT = "titled-about"
"""The rule that reads a title by its subject."""
_LEAST, _MOST = 3, 60
"""How many words an item has."""
_NAMED = 24
"""Letters within which an item that names its paper itself does so (``các nghị quyết về …``)."""
_LINE = re.compile(r"\n[-–+•*\s\d.()]{1,6}")
_PART = re.compile(r";\s?(?:\(?\d{1,2}\)\s?)?|,\s\(?\d{1,2}\)\s?|\n[-–+•*\s\d.()]{0,6}")
_FIRST = re.compile(r"\s?\(?1\)\s?")
"""What stands before the first of several that are numbered in one sentence."""


def items(scan: Scan, lexicon: Lexicon) -> Iterator[DocumentMention]:
    """The members of such lists (``thông qua các nghị quyết về: A; B; C``), in text order."""
    kind = lexicon.concept("document-kind", "resolution")
    content, folded = scan.text.content, scan.text.folded
    for head in list_heads(lexicon).finditer(folded) if ":" in content else ():
        parts = list(_parts(content, head.end(), scan.sentence(head.start()).end))
        about = _about(lexicon)
        each = all(about.match(folded, start) for start, _ in parts)
        bare = not (head["about"] or each)
        if len(parts) < 2 or (bare and not _several(lexicon).search(folded, head.start(), head.end())):
            continue
        decides = _decided(lexicon)
        if bare and not all(about.match(folded, s) or decides.match(folded, s) for s, _ in parts):
            continue
        for start, end in parts:
            own = about.match(folded, start)
            begin = own.end() if own is not None else start
            words = content[begin:end]
            named = fold(kind.label) in folded[begin : begin + _NAMED]
            if not _LEAST <= len(words.split()) <= _MOST or named:
                continue
            decided = _decided(lexicon).match(folded, start) if bare else None
            acts = decided is not None and decided["act"] is not None
            label = kind.label if acts else f"{kind.label} {lexicon.concept(_SCHEME, 'about').label}"
            title = tidy(f"{label} {words[:1].lower()}{words[1:]}", lexicon)
            yield DocumentMention(
                start, end, kind, ITEM, None, None, False, None,
                title[:1].upper() + title[1:], end, max(0, start - 1), titled=True,
            )  # fmt: skip


def continued(
    mentions: Sequence[DocumentMention], scan: Scan, lexicon: Lexicon
) -> Iterator[DocumentMention]:
    """The mentions, and what goes on after one of several by its subject (``các nghị quyết về A; về B``)."""
    content, folded = scan.text.content, scan.text.folded
    for mention in mentions:
        yield mention
        if mention.rule != _ABOUT or not content.startswith(";", mention.stop):
            continue
        if _of_several(lexicon).search(folded, scan.sentence(mention.start).start, mention.start) is None:
            continue
        about = _about(lexicon)
        for start, end in _parts(content, mention.stop + 1, scan.sentence(mention.start).end):
            own = about.match(folded, start)
            words = content[own.end() : end] if own is not None else ""
            if not _LEAST <= len(words.split()) <= _MOST:
                break
            label = f"{mention.kind.label} {lexicon.concept(_SCHEME, 'about').label}"
            title = tidy(f"{label} {words[:1].lower()}{words[1:]}", lexicon)
            title = title[:1].upper() + title[1:]
            yield replace(mention, start=start, end=end, head=end, subject=title, subject_end=end)


def _parts(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The members between semicolons, or on lines of their own, without the last one's full stop."""
    place = start
    if (line := _LINE.match(content, start)) is not None:
        place = line.end()
        end = _last_line(content, place)
    else:
        first = _FIRST.match(content, start)
        place = first.end() if first is not None else skip(content, start)
    for cut in [*_PART.finditer(content, place, end), None]:
        stop = cut.start() if cut is not None else end
        last = len(content[place:stop].rstrip(" .…;,\n"))
        if last:
            yield place, place + last
        if cut is None:
            return
        place = cut.end()


def _last_line(content: str, place: int) -> int:
    """Where the lines end that begin with a mark, the first of them at ``place``."""
    end = content.find("\n", place)
    while end >= 0 and (line := _LINE.match(content, end)) is not None and line.end() > end + 2:
        end = content.find("\n", line.end())
    return end if end >= 0 else len(content)


@lru_cache(maxsize=4)
def _about(lexicon: Lexicon) -> re.Pattern[str]:
    """The word with which a member begins that says what it is about, perhaps after one for `and`."""
    join = rf"(?:{surface(lexicon, 'cue', 'and')}\s)?"
    return re.compile(rf"{join}{surface(lexicon, _SCHEME, 'about')}\s")


@lru_cache(maxsize=4)
def _of_several(lexicon: Lexicon) -> re.Pattern[str]:
    """So many, or several, right before a kind of document, perhaps of drafts (``các dự thảo``)."""
    many = rf"(?:\d+|{surface(lexicon, _SCHEME, 'plural')})"
    return re.compile(rf"(?<!\w){many}\s(?:{surface(lexicon, _SCHEME, 'draft')}\s)?$")


@lru_cache(maxsize=4)
def _several(lexicon: Lexicon) -> re.Pattern[str]:
    """So many resolutions before a colon, perhaps with a word for `including` (``4 nghị quyết gồm:``)."""
    many = rf"(?:\d+|{surface(lexicon, _SCHEME, 'plural')})"
    kind = re.escape(fold(lexicon.concept("document-kind", "resolution").label))
    leads = surface(lexicon, _SCHEME, "among")
    return re.compile(rf"(?<!\w){many}\s(?:[^\s,;.:]+\s){{0,3}}{kind}(?!\w)(?:[^.:;]*?(?:,|\s){leads})?\s?:$")


@lru_cache(maxsize=4)
def _decided(lexicon: Lexicon) -> re.Pattern[str]:
    """What a resolution does (the group ``act``), or what it is about, at the beginning of a member."""
    act = surface(lexicon, _SCHEME, "about-verb", "amends", "item-act")
    return re.compile(rf"(?:(?P<act>{act})|{surface(lexicon, _SCHEME, 'item-noun')})(?!\w)")
