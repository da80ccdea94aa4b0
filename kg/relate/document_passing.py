"""What is passed or laid before a session: the verb before a document, or before the list that names it."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.normalise import fold
from kg.relate.phrases import surface

_SCHEME = "document-cue"
_NEAR = 60
_BACK = 1500
"""How far behind its head a list goes on, in letters."""
_LINES = 30
"""How many lines a list has at most."""
_KIND = 10
"""Letters by which lines begin alike."""
_LAST = 2
_ITEM = re.compile(r"[-–+•*\s\d.()]{0,6}")
"""What stands before an item of a list."""


def passed(scan: Scan, start: int, lexicon: Lexicon) -> bool:
    """Whether the verb of passing stands right before ``start``, though another body drew it up."""
    return _passing(lexicon).search(scan.text.folded, max(0, start - _NEAR), start) is not None


def drafted_passed(scan: Scan, start: int, lexicon: Lexicon) -> bool:
    """Whether the verb of passing stands right before ``start`` or the word for a draft before it."""
    return _passing(lexicon, drafts=True).search(scan.text.folded, max(0, start - _NEAR), start) is not None


def verb_of_several(scan: Scan, start: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The verb of passing or considering several, one of which begins at ``start``, in its sentence."""
    low = scan.sentence(start).start
    found = _passing_several(lexicon).search(scan.text.folded, low, start)
    verb = listing(lexicon).match(scan.text.folded, found.start()) if found is not None else None
    return verb.span() if verb is not None else None


def passed_with_others(scan: Scan, start: int, lexicon: Lexicon) -> bool:
    """Whether what begins at ``start`` is passed, or one of several that a colon or its line lists."""
    folded = scan.text.folded
    if verb_of_several(scan, start, lexicon) is not None:
        return True
    head = list_head(scan, start, lexicon)
    return head is not None and listing(lexicon).search(folded, *head) is not None


def list_head(scan: Scan, start: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The head of the list with what ``start`` names: above its lines, or in a sentence before."""
    return _head_of_lines(scan, start) or _head_before(scan, start, lexicon)


def _head_of_lines(scan: Scan, start: int) -> tuple[int, int] | None:
    """The line with a colon above lines that begin alike, one of them with what stands at ``start``."""
    content, folded = scan.text.content, scan.text.folded
    kind = folded[start : start + _KIND]
    begin = content.rfind("\n", 0, start) + 1
    for _ in range(_LINES):
        item = _ITEM.match(content, begin)
        if begin == 0 or item is None or not folded.startswith(kind, item.end()):
            return None
        end, begin = begin - 1, content.rfind("\n", 0, begin - 1) + 1
        if content[begin:end].rstrip().endswith(":"):
            return begin, end
    return None


def _head_before(scan: Scan, start: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The head of a list that goes on in this sentence (``Còn lại là Nghị quyết …``, or after a ``;``)."""
    content, folded, low = scan.text.content, scan.text.folded, scan.sentence(start).start
    if low == 0:
        return None
    counted = _counted_before(scan, low, start, lexicon)
    if counted is not None:
        return counted
    semicolon = content[:low].rstrip().endswith(";") or ";" in content[low:start]
    if not semicolon and _rest(lexicon).match(folded, low, start) is None:
        return None
    heads = list(list_heads(lexicon).finditer(folded, max(0, low - _BACK), low))
    return heads[-1].span() if heads else None


def named_of_several(scan: Scan, start: int, lexicon: Lexicon) -> bool:
    """Whether a sentence that names some of those passed in the one before it holds ``start``."""
    return _counted_before(scan, scan.sentence(start).start, start, lexicon) is not None


def _counted_before(scan: Scan, low: int, start: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """So many resolutions passed in the sentence before, of which this one names some (``Trong đó có …``)."""
    if _some_of_them(lexicon).match(scan.text.folded, low, start) is None:
        return None
    before = scan.sentence(max(0, low - _LAST))
    found = _so_many(lexicon).search(scan.text.folded, before.start, before.end)
    return found.span() if found is not None else None


def several_passed(scan: Scan, low: int, start: int, lexicon: Lexicon) -> bool:
    """Whether so many resolutions are told as passed between two places."""
    return _so_many(lexicon).search(scan.text.folded, low, start) is not None


@lru_cache(maxsize=4)
def passes(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of passing."""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'passes')}(?!\w)")


@lru_cache(maxsize=4)
def _passing(lexicon: Lexicon, *, drafts: bool = False) -> re.Pattern[str]:
    draft = rf"(?:{surface(lexicon, _SCHEME, 'draft')}\s)?" if drafts else ""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'passes')}\s{draft}[\"“(]?$")


@lru_cache(maxsize=4)
def listing(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of passing, or of considering what is to be passed."""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'passes', 'considers')}(?!\w)")


@lru_cache(maxsize=4)
def _passing_several(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of passing right before a resolution, or one with a number of them that are listed."""
    among = surface(lexicon, _SCHEME, "among")
    item = rf"(?:[^.]*(?:[;,]|\s{surface(lexicon, 'cue', 'and')}))?"
    passes, considers = (surface(lexicon, _SCHEME, key) for key in ("passes", "considers"))
    kind = re.escape(fold(lexicon.concept("document-kind", "resolution").label))
    many = rf"(?:\d+|{surface(lexicon, _SCHEME, 'plural')})"
    such = rf"\s{many}\s[^.:;]{{0,20}}?{kind}[^.:;]{{0,80}}?\s{among}"
    several = rf"(?:\s[^.]{{2,100}}?(?::|,\s{among})|{such}){item}"
    submission = re.escape(fold(lexicon.concept("document-kind", "submission").label))
    draft = surface(lexicon, _SCHEME, "draft")
    drafted = rf"(?:(?:{submission}(?:,|\s{surface(lexicon, 'cue', 'and')})\s)?{draft}\s)?"
    another = rf"\s{drafted}{kind}\s[^.:]{{8,300}}?(?:[;,]|,?\s{surface(lexicon, 'cue', 'and')})"
    verb = rf"(?:{passes}(?:{several}|{another})?|(?:{considers}){several})"
    return re.compile(rf"(?<!\w){verb}\s{drafted}[\"“(+-]?\s?$")


@lru_cache(maxsize=4)
def list_heads(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of passing or considering resolutions, up to the colon before their list.

    The group ``about`` is the word for what they are about, where it stands once before the colon.
    """
    verb = surface(lexicon, _SCHEME, "passes", "considers")
    kind = re.escape(fold(lexicon.concept("document-kind", "resolution").label))
    about = surface(lexicon, _SCHEME, "about", "related")
    return re.compile(rf"(?<!\w){verb}\s[^.:;\n]{{0,80}}?{kind}(?!\w)[^.:;\n]{{0,60}}?(?P<about>\s{about})?:")


@lru_cache(maxsize=4)
def _rest(lexicon: Lexicon) -> re.Pattern[str]:
    """What opens a sentence with the rest of a list."""
    return re.compile(rf"{surface(lexicon, _SCHEME, 'rest-of-list')}(?!\w)")


@lru_cache(maxsize=4)
def _some_of_them(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{surface(lexicon, _SCHEME, 'among-passed')}:?\s")


@lru_cache(maxsize=4)
def _so_many(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of passing with so many resolutions."""
    many = rf"(?:\d+|{surface(lexicon, _SCHEME, 'plural')})"
    kind = re.escape(fold(lexicon.concept("document-kind", "resolution").label))
    verb = surface(lexicon, _SCHEME, "passes")
    return re.compile(rf"(?<!\w){verb}\s{many}\s(?:[^\s,;.:]+\s){{0,3}}{kind}(?!\w)")
