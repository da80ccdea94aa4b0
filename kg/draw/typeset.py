"""How wide text is and where it breaks, without asking a font.

The picture is computed before any font is known, so the widths are those of Noto Sans, wider than the
other fonts of the style sheet's list.  A letter with marks is as wide as its base letter; the two letters
with a horn get a little more.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

_EM: Final = 1000
_BOLD: Final = 1.08
_HORN: Final = "\N{COMBINING HORN}"
_HORN_WIDTH: Final = 56
_WIDE: Final = 1000
_OTHER: Final = 740
_ADVANCES: Final = {
    260: " ijl',.:;!I",
    330: '()[]-`r"/\\{}tf',
    480: "csz?_",
    530: "kvxyLFJ",
    572: "0123456789$+<=>^~aeES*|TY",
    620: "bdghnopquBCKPRVXAZ#",
    740: "DGHNOQU&",
    935: "mwMW%@",
}
_ADVANCE: Final = {ord(char): width for width, chars in _ADVANCES.items() for char in chars}


@lru_cache(maxsize=4096)
def _advance(char: str) -> int:
    letters = unicodedata.normalize("NFD", char)
    base, marks = letters[0], letters[1:]
    if unicodedata.combining(base) or unicodedata.category(base) == "Cf":
        return 0
    wide = unicodedata.east_asian_width(base) in "WF"
    width = _WIDE if wide else _ADVANCE.get(ord(base), _OTHER)
    return width + (_HORN_WIDTH if _HORN in marks else 0)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Give the width of one line of ``text`` in pixels at a font size of ``size`` pixels."""
    return sum(map(_advance, text)) * size / _EM * (_BOLD if bold else 1.0)


def _pieces(word: str, width: float, size: float, bold: bool) -> list[str]:
    """``word`` cut into parts that each fit; only a word wider than the line is cut at all."""
    pieces, start = [], 0
    for end in range(1, len(word) + 1):
        if end - start > 1 and text_width(word[start:end], size, bold=bold) > width:
            pieces.append(word[start : end - 1])
            start = end - 1
    return [*pieces, word[start:]]


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """``text`` in lines of at most ``width`` pixels; nothing is left out."""
    lines: list[str] = []
    for word in text.split():
        for piece in _pieces(word, width, size, bold):
            longer = f"{lines[-1]} {piece}" if lines else piece
            if lines and text_width(longer, size, bold=bold) <= width:
                lines[-1] = longer
            else:
                lines.append(piece)
    return tuple(lines) or ("",)


def printable(text: str) -> str:
    """``text`` on one line without what neither XML nor a reader can take.

    Control characters, lone surrogates and the marks that turn the writing direction are dropped.
    """
    kept = (" " if char.isspace() else char for char in text if char.isspace() or _is_plain(char))
    return unicodedata.normalize("NFC", " ".join("".join(kept).split()))


def _is_plain(char: str) -> bool:
    return unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Cn", "Co"}
