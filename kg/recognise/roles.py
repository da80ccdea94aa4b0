"""Titles: the longest form of the role scheme at each place."""

from __future__ import annotations

from kg.lexicon import Hits, in_text
from kg.mention import RoleMention, longest
from kg.model import Text

_READ_ALONG = frozenset({"post", "none"})
_DEPUTY = "deputy"


def roles(hits: Hits, text: Text) -> list[RoleMention]:
    """The titles of a text; forms that need context are left out.

    Words for `post` and organisations are read along: ``chức vụ trưởng phòng`` holds no ``vụ trưởng``, and
    ``Ban Bí thư`` no ``bí thư``.  A title right behind the word for a deputy is none of its own.  Short forms
    that stand for other words, too, are titles before an organisation (``CT UBND xã``).
    """
    bodies = hits.of("body")
    along = [h for h in bodies if not h.weak]
    named = {h.start for h in bodies if not h.weak or text.content[h.start : h.end].isupper()}
    strong = [h for h in hits.of("role") if not h.weak or h.end + 1 in named]
    if not strong:
        return []
    along += [h for h in hits.of("cue") if h.concept.key in _READ_ALONG]
    found = sorted([*along, *strong], key=in_text)
    deputies = {h.end + 1 for h in hits.of("cue") if h.concept.key == _DEPUTY}
    titles = (h for h in longest(found) if h.concept.scheme == "role" and h.start not in deputies)
    return [RoleMention(h.start, h.end, h.concept) for h in titles]
