"""Posts of a term that is over by the number of another (``Phó Bí thư khóa X làm Bí thư khóa XI``)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import Organization, Status
from kg.relate.listed import Holding
from kg.relate.post_terms import value_of
from kg.relate.posts import Post

_TERM, _PARTY = "session", "party"
_NUMBER = re.compile(r"\s([IVX]+|\d{1,2})(?![\w/-])")
_GOVERN = frozenset({"peoples-council", "peoples-committee"})


def without_older_terms(holdings: Sequence[Holding], scan: Scan, lexicon: Lexicon) -> list[Holding]:
    """The holdings of a sentence, those of an earlier term than another one of the same person as former.

    Terms are counted by each local committee of the party, and by each people's council with the people's
    committee that it elects.
    """
    if len(holdings) < 2:
        return list(holdings)
    numbers = [_number(holding.post, scan) for holding in holdings]
    if len({number for number in numbers if number}) < 2:
        return list(holdings)
    told = list(zip(holdings, numbers, strict=True))
    out = []
    for holding, number in told:
        later = holding.status is Status.CURRENT and any(
            number
            and after > number
            and other.person.name == holding.person.name
            and _counted_together(holding.post.organization, other.post.organization, lexicon)
            for other, after in told
        )
        out.append(replace(holding, status=Status.FORMER) if later else holding)
    return out


def _number(post: Post, scan: Scan) -> int:
    """The number of the term that stands with a post, else 0."""
    for hit in scan.hits_within(post.start, post.end, "cue"):
        told = _NUMBER.match(scan.text.content, hit.end, post.end) if hit.concept.key == _TERM else None
        if told is not None:
            return value_of(told[1])
    return 0


def _counted_together(one: Organization | None, other: Organization | None, lexicon: Lexicon) -> bool:
    """Whether two bodies of one place count their terms by the same numbers."""
    if one is None or other is None or one.level == 0 or other.level == 0:
        return False
    if one.kind in _GOVERN or other.kind in _GOVERN:
        alike = one.kind in _GOVERN and other.kind in _GOVERN
    else:
        alike = all(lexicon.concept("body", each.kind).one("side") == _PARTY for each in (one, other))
    places = {each.territory.name for each in (one, other) if each.territory and each.territory.name}
    levels = {each.level for each in (one, other) if each.level is not None}
    return alike and len(places) < 2 and len(levels) < 2
