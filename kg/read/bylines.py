"""Who wrote an article and which paper it was taken from, by the lines that stand around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.read.furniture import patterns

HEADING_WORDS = 15
OUTLET_WORDS = 16
OUTLET_NEEDS = 3
_PARENTHESIS = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{1,60})[)\]]\W*$")
_BEHIND = re.compile(r"(?:\s[-–—]|,)\s(?P<inside>[^,–—]{6,60})$")
_NUMBERED = re.compile(r"(?:I{1,3}|IV|VI{1,3}|IX)\.\s")
"""The number of a section (``II. VĂN HÓA``), no initial of a name."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$|[\w\-]+(?:\.[\w\-]+)+(?:/\S*)?$")


@dataclass(frozen=True, slots=True)
class Byline:
    """What a line at the end of an article tells: who wrote it, or which paper it was taken from."""

    author: str | None = None
    republished_from: str | None = None


def byline(text: str) -> Byline | None:
    """Read a line that names the author or the paper that an article was taken from.

    ``Nhóm PV``-like collectives, ``Bài và ảnh: …``-like cues, several names, a note in brackets and
    ``Theo Báo …``-like sources are read; every other line gives ``None``.
    """
    known = patterns()
    if len(text.split()) > HEADING_WORDS or len(text) > 120 or known.credit_line.match(text):
        return None
    bare = text.strip(" ()[]*_") if text.startswith(("(", "[", "*", "_")) else text
    source = known.republication.match(bare)
    if source is not None and (paper := outlet_name(source["paper"])) is not None:
        return Byline(republished_from=paper)
    if (paper := masthead(bare)) is not None:
        return Byline(republished_from=paper)
    if known.collective.match(bare):
        return Byline(author=bare.strip(" .:-–—()"))
    if known.honorific.match(bare):
        return None
    cue = known.byline_cue.match(bare)
    if cue is not None:
        named = _named(bare[cue.end() :], lone=True)
        if named is not None:
            return named
    return _named(bare, lone=False)


def _named(text: str, *, lone: bool) -> Byline | None:
    """Give the names of a byline and the source behind them; ``lone`` allows a single word."""
    note = _PARENTHESIS.search(text) or _BEHIND.search(text)
    source = _source(note["inside"]) if note is not None else None
    bare = text[: note.start()] if note is not None and (source or note.re is _PARENTHESIS) else text
    bare = bare.strip(" .:*_")
    return Byline(author=bare, republished_from=source) if is_name(bare, lone=lone) else None


def _source(text: str) -> str | None:
    """Give the paper that stands in brackets behind a name, with or without a word for `source`."""
    source = patterns().republication.match(text)
    if source is not None:
        return outlet_name(source["paper"])
    return masthead(text)


def masthead(text: str) -> str | None:
    """Give the name of an outlet that is all that a line holds; a name of two words may be a person's."""
    if patterns().republication_place.match(text.strip(" ()")) is None or len(text.split()) < OUTLET_NEEDS:
        return None
    return outlet_name(text)


def owner_name(text: str) -> str | None:
    """Give the name of a committee or authority that is all that a line holds."""
    if patterns().outlet_owner.match(text) is None or len(text.split()) < OUTLET_NEEDS:
        return None
    return _proper(text)


def outlet_name(text: str) -> str | None:
    """Give the name of a paper, an agency or a site; a sentence that merely begins like one gives ``None``.

    Beside capitalised words a name holds only words for kinds of outlets and units (``tỉnh``, ``điện tử``).
    """
    name = text.strip(" ().:*_")
    if _ADDRESS.match(name):
        return name
    if patterns().republication_place.search(name) is None and not is_name(name, lone=True):
        return None
    return _proper(name)


def _proper(text: str) -> str | None:
    """Give a name of capitalised words and words for kinds of outlets and units."""
    name = text.strip(" ().:*_")
    if not 0 < len(name.split()) <= OUTLET_WORDS or name.endswith(","):
        return None
    words = patterns().outlet_part.sub(" ", name).split()
    return name if all(word[:1].isupper() or not word[:1].isalpha() for word in words) else None


def is_name(text: str, *, lone: bool = False) -> bool:
    """Whether a line holds nothing but capitalised names of up to five words, parted by dashes or commas."""
    names = [name for name in patterns().joiner.split(text) if name]
    return 0 < len(names) <= 6 and all(_is_single_name(name, lone or len(names) > 1) for name in names)


def _is_single_name(name: str, lone: bool) -> bool:
    words = name.replace(".", ". ").split()
    if not 0 < len(words) <= 5 or any(char.isdigit() for char in name) or _NUMBERED.match(name) is not None:
        return False
    if len(words) == 1 and not lone and not (name.isupper() and len(name) <= 5):
        return False
    return all(_is_name_word(word) for word in words if word != ".")


def _is_name_word(word: str) -> bool:
    return word[0].isupper() and word.strip(".").replace("'", "").isalpha()
