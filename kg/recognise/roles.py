"""Titles: the longest form of the role scheme at each place."""

from __future__ import annotations

from kg.lexicon import Hits
from kg.mention import RoleMention, longest
from kg.model import Text

_READ_ALONG = frozenset({"post", "none"})


def roles(hits: Hits, text: Text) -> list[RoleMention]:
    """The titles of a text; forms that need context are left out.

    Words for `post` and organisations are read along: ``chức vụ trưởng phòng`` holds no ``vụ trưởng``, and
    ``Ban Bí thư`` no ``bí thư``.
    """
    if all(h.weak for h in hits.of("role")):
        return []
    found = [
        h
        for h in hits.of("role", "body", "cue")
        if (h.concept.key in _READ_ALONG if h.concept.scheme == "cue" else not h.weak)
    ]
    return [RoleMention(h.start, h.end, h.concept) for h in longest(found) if h.concept.scheme == "role"]
