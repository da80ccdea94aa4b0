"""Words of the vocabulary as patterns, abbreviations written out, and quotations."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.normalise import fold, modern
from kg.patterns import one_of

_CLOSING = {"“": '”"“', '"': '"”', "‘": "’'", "'": "'’", "«": "»", "„": "”“", "”": "”"}
QUOTES = frozenset(_CLOSING)
"""The marks that can open a quotation."""
_LOOSE = " \n\t,;:.…-–“”\"'‘’«»"
_PAIRED, _STRAIGHT = {"”": "“", "»": "«"}, '"'
"""Closing marks that stay where a title ends with words in quotation marks."""
_DIRECTED = re.compile(r"[“”\n]")
_INNER = re.compile(r"\s+([,;.:)])")
_EXPLAINED, _LETTERS = re.compile(r"\s\(([^()\s]{2,12})\)"), re.compile(r"[\W_]+")
_LONGEST_QUOTE = 600


@lru_cache(maxsize=256)
def surface(lexicon: Lexicon, scheme: str, *keys: str) -> str:
    """The labels of concepts as an alternation for folded text, longest first."""
    return one_of(fold(label) for key in keys for label in lexicon.concept(scheme, key).strong)


@lru_cache(maxsize=256)
def pattern(lexicon: Lexicon, scheme: str, *keys: str) -> re.Pattern[str]:
    """Whole words of these concepts, to be matched against folded text at a place."""
    return re.compile(surface(lexicon, scheme, *keys) + r"(?!\w)")


@lru_cache(maxsize=4)
def kinds(lexicon: Lexicon) -> str:
    """The kinds of document by their names, as one alternative of a pattern over folded text."""
    return rf"(?:{'|'.join(re.escape(fold(kind.label)) for kind in lexicon.scheme('document-kind'))})"


@lru_cache(maxsize=4)
def _abbreviations(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, str]]:
    long = {short: c.label for c in lexicon.scheme("abbreviation") for short in c.strong if short != c.label}
    ordered = sorted(long, key=lambda short: (-len(short), short))
    found = "|".join(re.escape(short) for short in ordered if not short.endswith("."))
    dotted = "|".join(re.escape(short) for short in ordered if short.endswith("."))
    return re.compile(rf"(?<![\w/-])(?:(?:{dotted})|(?:{found})(?![\w/]|-[A-ZĐ]))"), long


def expand(text: str, lexicon: Lexicon) -> str:
    """The text with its abbreviations written out and its tone marks set the modern way.

    A number or symbol of a document (``06-NQ/TU``) is no abbreviation.
    """
    found, long = _abbreviations(lexicon)

    def written(match: re.Match[str]) -> str:
        follows = match.string[match.end() : match.end() + 1]
        return long[match.group()] + (" " if follows.isalpha() else "")

    return modern(found.sub(written, text)).strip()


def _unexplained(text: str, lexicon: Lexicon) -> str:
    """The text without abbreviations in brackets that stand for the words before them (``kinh tế (KT)``)."""
    _, long = _abbreviations(lexicon)

    def shortened(match: re.Match[str]) -> str:
        meant = long.get(match[1], "")
        said = _LETTERS.sub("", fold(match.string[: match.start()]))
        return "" if meant and said.endswith(_LETTERS.sub("", fold(meant))) else match.group()

    return _EXPLAINED.sub(shortened, text)


def tidy(text: str, lexicon: Lexicon) -> str:
    """Write down a title or theme: no blank before a comma, nothing loose at the ends."""
    words = text.strip(_LOOSE)
    end = text.find(words) + len(words)
    closing = text[end : end + 1]
    paired = closing in _PAIRED and words.count(_PAIRED[closing]) > words.count(closing)
    if paired or (closing == _STRAIGHT and words.count(closing) % 2):
        words += closing
    return _INNER.sub(r"\1", expand(_unexplained(words, lexicon), lexicon)).strip()


def lower_first(text: str) -> str:
    """The text with its first letter in lower case, unless the first words are a name or an acronym."""
    words = text.split(" ", 2)
    if not text[:1].isupper() or words[0][1:2].isupper() or (len(words) > 1 and words[1][:1].isupper()):
        return text
    return text[0].lower() + text[1:]


def _closes(content: str, start: int) -> bool:
    """Whether a mark that can open and close stands where only a closing one can: right after a word."""
    return (
        content[start] in "\"'”"
        and start > 0
        and not (content[start - 1].isspace() or content[start - 1] in ":(")
    )


def quotation(content: str, start: int, end: int) -> tuple[int, int, int] | None:
    """Find the inside of the quotation that opens at ``start`` and the offset after it, if it closes.

    A quotation mark of another kind may close it: typists mix them.  One that closes words quoted within it
    is passed over where the next mark closes, too.
    """
    if start >= end or content[start] not in _CLOSING or _closes(content, start):
        return None
    marks = _CLOSING[content[start]]
    for offset in range(start + 1, min(end, start + _LONGEST_QUOTE)):
        apostrophe = content[offset] in "'’" and content[offset + 1 : offset + 2].isalpha()
        if content[offset] not in marks or apostrophe:
            continue
        opens = content[start] == content[offset] == "“" and content[offset - 1].isspace()
        if not opens and not _within(content, start, offset, end):
            return start + 1, offset, offset + 1
    return None


def _within(content: str, start: int, offset: int, end: int) -> bool:
    """Whether the mark at ``offset`` closes what is quoted within (``“Giữ “Trung thành”, phát huy …”``)."""
    inner = content.find(" “", start + 1, offset)
    if inner < 0 or content.count("”", inner, offset):
        return False
    following = _DIRECTED.search(content, offset + 1, min(end, offset + _LONGEST_QUOTE))
    return following is not None and following.group() == "”"


def skip(content: str, start: int, marks: str = " ") -> int:
    """The first offset at or after ``start`` whose character is none of ``marks``."""
    while start < len(content) and content[start] in marks:
        start += 1
    return start
