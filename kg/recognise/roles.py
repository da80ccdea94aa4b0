"""Titles: the longest form of the role scheme at each place."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lexicon import Hit
from kg.mention import RoleMention, longest
from kg.model import Text


def roles(hits: Sequence[Hit], text: Text) -> list[RoleMention]:
    """The titles of a text; forms that need context are left out.

    Words for `post` and organisations are read along: ``chức vụ trưởng phòng`` holds no ``vụ trưởng``, and
    ``Ban Bí thư`` no ``bí thư``.
    """
    found = [
        h
        for h in hits
        if (h.concept.scheme in ("role", "body") and not h.weak)
        or (h.concept.scheme == "cue" and h.concept.key in ("post", "none"))
    ]
    return [RoleMention(h.start, h.end, h.concept) for h in longest(found) if h.concept.scheme == "role"]
