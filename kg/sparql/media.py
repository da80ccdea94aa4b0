"""Content negotiation: which of the formats on offer a client likes best (RFC 9110, section 12.5.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WEIGHT = re.compile(r"(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)")
_LONGEST = 8192
_NOT = (0.0, 0)


def choose(accept: str, offers: Sequence[str]) -> str | None:
    """Give the offer with the highest weight; None when none will do.

    Without a word on formats anything will do.  For each offer counts the range that names it most closely.
    Of two that weigh the same the one that is named more closely is meant, then the earlier one.
    """
    if not accept.strip():
        return offers[0] if offers else None
    ranges = _ranges(accept[:_LONGEST])
    weights = [_weight(offer, ranges) for offer in offers]
    best = max(weights, default=_NOT)
    return offers[weights.index(best)] if best[0] > 0 else None


def _ranges(accept: str) -> dict[str, float]:
    """Read the header: ranges of media types with their weights; what can't be read counts as not there."""
    found: dict[str, float] = {}
    for part in accept.split(","):
        media, *parameters = (word.strip() for word in part.split(";"))
        if "/" not in media:
            continue
        weight = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip().lower() == "q":
                weight = float(value) if _WEIGHT.fullmatch(value := value.strip()) else 0.0
        found[media.lower()] = max(weight, found.get(media.lower(), 0.0))
    return found


def _weight(offer: str, ranges: dict[str, float]) -> tuple[float, int]:
    """Give the weight of an offer, and how closely the range names it that gives the weight."""
    kind = offer.partition("/")[0]
    for closeness, named in ((2, offer), (1, f"{kind}/*"), (0, "*/*")):
        if named in ranges:
            return ranges[named], closeness
    return _NOT
