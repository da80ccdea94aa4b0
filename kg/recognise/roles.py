"""Titles: the longest form of the role scheme at each place."""

from __future__ import annotations

from collections.abc import Mapping

from kg.lexicon import Hit, Hits, in_text
from kg.mention import RoleMention, longest
from kg.model import Text

_READ_ALONG = frozenset({"post", "none"})
_DEPUTY = "deputy"


def roles(hits: Hits, text: Text) -> list[RoleMention]:
    """The titles of a text; forms that need context are left out.

    Words for `post` and organisations are read along: ``chức vụ trưởng phòng`` holds no ``vụ trưởng``, and
    ``Ban Bí thư`` no ``bí thư``; but ``chức Vụ trưởng`` is one.  A title right behind the word for a deputy
    is none of its own.  Short forms that stand for other words, too, are titles before an organisation
    (``CT UBND xã``).
    """
    bodies = hits.of("body")
    along = [h for h in bodies if not h.weak]
    named = {h.start for h in bodies if not h.weak or text.content[h.start : h.end].isupper()}
    strong = [h for h in hits.of("role") if not h.weak or h.end + 1 in named]
    if not strong:
        return []
    titles = {h.start: h for h in strong}
    words = (h for h in hits.of("cue") if h.concept.key in _READ_ALONG)
    along += [h for h in words if not _holds_a_title(h, titles, text)]
    found = sorted([*along, *strong], key=in_text)
    deputies = {h.end + 1 for h in hits.of("cue") if h.concept.key == _DEPUTY}
    told = (h for h in longest(found) if h.concept.scheme == "role" and h.start not in deputies)
    return [RoleMention(h.start, h.end, h.concept) for h in told]


def _holds_a_title(hit: Hit, titles: Mapping[int, Hit], text: Text) -> bool:
    """Whether the last of some words belongs to a title: by its capital (``chức Vụ trưởng``), or said again.

    Who is told of in small letters has the title of the body behind it (``chức vụ trưởng Vụ Pháp chế``).
    """
    first, last = text.content[hit.start], text.content.rfind(" ", hit.start, hit.end) + 1
    title = titles.get(last)
    if title is None or last <= hit.start:
        return False
    again = text.folded.startswith(f" {text.folded[last : hit.end]} ", title.end)
    return again or (first.islower() and text.content[last].isupper())
