"""Where people are from, and where bodies of the nation meet: places that say nothing of what they do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mention import Scan, UnitMention

_BORN, _AT, _NEAR, _BEFORE = "born", "at", 40, 6
_GAP = re.compile(r"[^A-ZĐ.;()]{1,30}")
"""Words without capitals between a word for `born` and the place (``quê ở``, ``sinh năm 1970 tại``)."""


def homes(scan: Scan, mentions: Sequence[UnitMention]) -> frozenset[int]:
    """Where the units begin that tell where somebody is from (``quê ở huyện A, tỉnh B``)."""
    content, found, end = scan.text.content, set[int](), -1
    for mention in mentions:
        opening = max(scan.sentence(mention.start).start, mention.start - _NEAR)
        born = [
            hit.end
            for hit in scan.hits_within(opening, mention.start, "cue")
            if hit.concept.key == _BORN and _GAP.fullmatch(content, hit.end, mention.start)
        ]
        told = bool(born) and not scan.hits_within(born[-1], mention.start, "role", "body")
        if told or (end >= 0 and content[end : mention.start] == ", "):
            found.add(mention.start)
            end = mention.end
        else:
            end = -1
    return frozenset(found)


def venues(scan: Scan, mentions: Sequence[UnitMention], lexicon: Lexicon) -> frozenset[int]:
    """Where the capital is only the place where a body of the nation met (``tại Hà Nội, … họp``)."""
    seats = _capitals(lexicon)
    return frozenset(m.start for m in mentions if m.unit.name in seats and _is_venue(scan, m))


@lru_cache(maxsize=4)
def _capitals(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(concept.label for concept in lexicon.scheme("place") if concept.one("capital"))


def _is_venue(scan: Scan, mention: UnitMention) -> bool:
    sentence = scan.sentence(mention.start)
    before = scan.hits_within(max(sentence.start, mention.start - _BEFORE), mention.start, "cue")
    at = any(hit.concept.key == _AT and hit.end + 1 == mention.start for hit in before)
    bodies = (body.organization for body in scan.bodies.within(sentence.start, sentence.end))
    return at and any(made.level == 0 and made.parent is None and made.unit is None for made in bodies)
