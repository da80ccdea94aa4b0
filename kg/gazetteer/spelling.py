"""Spellings that name the same unit: dashes with and without blanks, and the highlands' many ways with k.

Names of the peoples of the highlands have no settled spelling in Vietnamese: the press writes ``Krông Pắk``,
``Krông Păk`` and ``Krông Pắc``, ``Đắk Glong`` and ``Đăk GLong``.  Vietnamese syllables never end in k.
"""

from __future__ import annotations

import re

from kg.normalise import plain

_DASH = re.compile(r"\s*[-–]\s*")
_HIGHLAND = re.compile(r"k\b|\b[bđkm]r|['’]")
_NOT_LETTERS = re.compile(r"[^0-9a-z]")


def dashed(folded: str) -> str:
    """A folded name with every dash the data set's way."""
    return _DASH.sub(" - ", folded) if "-" in folded or "–" in folded else folded


def highland(folded: str) -> str | None:
    """The key that all spellings of a highland name share; ``None`` for a name of another kind."""
    if _HIGHLAND.search(folded) is None:
        return None
    return _NOT_LETTERS.sub("", plain(folded)).replace("k", "c")
