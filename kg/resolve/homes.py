"""Where people are from: places that say nothing of what they do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.mention import Scan, UnitMention

_BORN, _NEAR = "born", 40
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
