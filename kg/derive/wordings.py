"""Whether two wordings may be of one thing."""

from __future__ import annotations

import re

from kg.normalise import fold

_WORD = re.compile(r"[^\W_]+")
_RUN = 3


def akin(one: str, other: str) -> bool:
    """Tell whether two wordings share three words in a row, or the shorter is all in the longer."""
    shorter, longer = sorted((_WORD.findall(fold(one)), _WORD.findall(fold(other))), key=len)
    size = min(_RUN, len(shorter))
    runs = {tuple(longer[at : at + size]) for at in range(len(longer) - size + 1)}
    return any(tuple(shorter[at : at + size]) in runs for at in range(len(shorter) - size + 1))
