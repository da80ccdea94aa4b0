"""What is done with a document: the verbs of carrying one out, and of studying it before."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.relate.phrases import surface

_SCHEME = "document-cue"


@lru_cache(maxsize=4)
def carrying_out(lexicon: Lexicon) -> str:
    """The alternation of such verbs, perhaps several (``học tập, quán triệt và triển khai thực hiện``)."""
    join = rf"(?:,\s|\s{surface(lexicon, 'cue', 'and')}\s|\s)"
    study = surface(lexicon, _SCHEME, "studies")
    return rf"(?:(?:{study}{join}){{0,4}}{surface(lexicon, _SCHEME, 'implements')})"


@lru_cache(maxsize=4)
def studying(lexicon: Lexicon) -> str:
    """The alternation of verbs of studying, perhaps several (``học tập, quán triệt``)."""
    join = rf"(?:,\s|\s{surface(lexicon, 'cue', 'and')}\s)"
    study = surface(lexicon, _SCHEME, "studies")
    return rf"(?:{study}(?:{join}{study}){{0,4}})"


@lru_cache(maxsize=4)
def only_verbs(lexicon: Lexicon) -> re.Pattern[str]:
    """Nothing but what is done with a document that is not told (``tổ chức học tập, quán triệt``)."""
    join = rf"(?:,|\s{surface(lexicon, 'cue', 'and')})?\s"
    verb = rf"(?:{surface(lexicon, _SCHEME, 'studies')}|{carrying_out(lexicon)})"
    purpose = surface(lexicon, _SCHEME, "purpose")
    return re.compile(rf"(?:{purpose}\s)?{verb}(?:{join}{verb})*")
