"""Words by which a sum is only what somebody was told to raise (``thu ngân sách được tỉnh giao là …``)."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.relate.clause_grammar import CUES
from kg.relate.wording import alternation

_MOST = 8
"""The words of who assigned it."""


@lru_cache(maxsize=4)
def assigned(lexicon: Lexicon) -> re.Pattern[str]:
    """Give the pattern of these words at the end of a name, or before a number that they end in front of."""
    was, gave = alternation(lexicon, CUES, "assigned"), alternation(lexicon, CUES, "assigns")
    return re.compile(rf"\s{was}(?:\s[^\s;:.]+){{0,{_MOST}}}?\s{gave}(?=(?:\s\S+)?$)")
