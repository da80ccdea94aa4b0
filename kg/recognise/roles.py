"""Titles: the longest form of the role scheme at each place."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lexicon import Hit
from kg.mention import RoleMention, longest
from kg.model import Text


def roles(hits: Sequence[Hit], text: Text) -> list[RoleMention]:
    """The titles of a text; forms that need context are left out."""
    found = [h for h in hits if h.concept.scheme == "role" and not h.weak]
    return [RoleMention(h.start, h.end, h.concept) for h in longest(found)]
