"""Raw blocks to canonical text, and the one fold that vocabulary and text share.

The canonical text is NFC, its blanks are single, ``Đ`` is the Vietnamese letter and never the Icelandic
one, and invisible characters are gone.  :func:`fold` keeps the length of canonical text, so that whatever
is found in the folded text is found at the same offsets in the canonical one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.model import Article, Block, BlockKind, Sentence, Text, TextBlock

_TONES = {
    "oa": "òóỏõọ",
    "oe": "òóỏõọ",
    "uy": "ùúủũụ",
}
_MARKED = {"a": "àáảãạ", "e": "èéẻẽẹ", "y": "ỳýỷỹỵ"}


def _tone_table() -> dict[str, str]:
    """Old tone placement (mark on the last vowel) to modern (mark on the first), ``oà`` to ``òa``."""
    table: dict[str, str] = {}
    for pair, heads in _TONES.items():
        for head, tail in zip(heads, _MARKED[pair[1]], strict=True):
            for old, new in ((pair[0] + tail, head + pair[1]),):
                table[old] = new
                table[old.upper()] = new.upper()
                table[old[0].upper() + old[1]] = new[0].upper() + new[1]
    return table


_MODERN = _tone_table()
_FIRST = "".join(sorted({old[0] for old in _MODERN}))
_OLD_TONE = re.compile(
    rf"[{_FIRST}](?:"
    + "|".join(
        f"(?<={first})[{''.join(sorted(old[1] for old in _MODERN if old[0] == first))}]" for first in _FIRST
    )
    + r")(?!\w)(?<![qQ]..)"
)
"""Old placements; the set of first letters stands in front, which lets a search run over text quickly."""
_OLD = {new: old for old, new in _MODERN.items()}
_NEW_TONE = re.compile(rf"(?:{'|'.join(_OLD)})(?!\w)")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_ODD = re.compile(r"[Ðð\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]|\s{2,}|[^\S ]")
_STRAIGHT = {"Ð": "Đ", "ð": "đ"}
_END = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]?(?:[^\W\d_]|\d|[-–+*•]))")
_FEW = 80
_BEFORE_WORD = frozenset(' ("“')
_NUMERAL = re.compile(r"X[XLV]*")
_CONSONANT = "[B-DĐGHK-NP-TVX]"
_CITY = re.compile(rf"(?<!\w)T[Pp]\.?\s{_CONSONANT}{{3}}$")
"""A city's name in letters is whole (``TP. HCM``): what comes next is no part of it."""
_LETTERS = re.compile(rf"{_CONSONANT}{{2,4}}(?!\w)")
"""Capitals without a vowel."""
_VOWEL = re.compile(r"[aăâeêioôơuưy]")


def modern(text: str) -> str:
    """Set every tone mark the modern way (``ủy``, ``hòa``, ``thúy``); the length stays."""
    return _OLD_TONE.sub(lambda match: _MODERN[match.group()], text)


def old_style(text: str) -> str:
    """Set the tone marks of open syllables the old way (``uỷ``, ``hoà``, ``thuý``), as many still do."""
    return _NEW_TONE.sub(lambda match: _OLD[match.group()], text)


def fold(text: str) -> str:
    """Lower case, modern tone placement and plain dashes, offset by offset.

    ``len(fold(t)) == len(t)`` for NFC text.
    """
    return _fold_words(text) if len(text) <= _FEW else _fold(text)


@lru_cache(maxsize=65536)
def _fold_words(text: str) -> str:
    """Fold a few words: the same names come again and again."""
    return _fold(text)


def _fold(text: str) -> str:
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    return modern(lower).replace("–", "-").replace("—", "-")


def plain(text: str) -> str:
    """Without any diacritics, lower case: the form in which people type names into search boxes."""
    marked = unicodedata.normalize("NFD", text.lower().replace("đ", "d").replace("’", "'"))
    return "".join(c for c in marked if not unicodedata.combining(c))


_SYLLABLE = re.compile(r"(?:ngh|[cgknpt]h|gi|ng|qu|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?")


def syllable(word: str) -> bool:
    """Whether a word is spelt like one Vietnamese syllable (``Nhà``, no acronym or ``Saigonbank``)."""
    acronym = word.isupper() and len(word) > 1
    return not acronym and _SYLLABLE.fullmatch(plain(word)) is not None


def canonical(text: str) -> str:
    """One line of text in canonical spelling of characters and blanks."""
    return _canonical_with_origin(text)[0]


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Every base character with its combining marks, composed, without what is invisible; where it began."""
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not (unicodedata.combining(text[end]) or _INVISIBLE.match(text, end)):
            yield start, unicodedata.normalize("NFC", _INVISIBLE.sub("", text[start:end]))
            start = end


def _compose(text: str) -> tuple[str, list[tuple[int, int]]]:
    """NFC, with the shifts that lead back."""
    if unicodedata.is_normalized("NFC", text) and _INVISIBLE.search(text) is None:
        return text, [(0, 0)]
    parts: list[str] = []
    shifts = [(0, 0)]
    length = 0
    for begin, cluster in _clusters(text):
        if begin - length != shifts[-1][1]:
            shifts.append((length, begin - length))
        parts.append(cluster)
        length += len(cluster)
    return "".join(parts), shifts


def _canonical_with_origin(raw: str) -> tuple[str, list[tuple[int, int]]]:
    """The canonical form of a block and the shifts that lead back to ``raw``."""
    if _is_canonical(raw):
        return raw, [(0, 0)]
    text, composed = _compose(raw)
    parts: list[str] = []
    shifts: list[tuple[int, int]] = [(0, 0)]
    length = place = 0
    for match in _ODD.finditer(text):
        parts.append(text[place : match.start()])
        length += match.start() - place
        found = match.group()
        new = _STRAIGHT.get(found, " " if found.isspace() else "")
        if new == " " and (length == 0 or (not parts[-1] and length and _last(parts) == " ")):
            new = ""
        parts.append(new)
        length += len(new)
        place = match.end()
        shifts.append((length, place - length))
    parts.append(text[place:])
    joined = "".join(parts)
    head = len(joined) - len(joined.lstrip())
    joined = joined.strip()
    if head:
        shifts = [(max(0, at - head), shift + head) for at, shift in shifts]
    if composed != [(0, 0)]:
        shifts = _chain(shifts, composed, len(joined))
    return joined, shifts


def _is_canonical(raw: str) -> bool:
    """Whether nothing is to be changed: blanks other than single ones and what is invisible don't print."""
    return (
        raw.isprintable()
        and "  " not in raw
        and raw[:1] != " "
        and raw[-1:] != " "
        and not any(odd in raw for odd in _STRAIGHT)
        and unicodedata.is_normalized("NFC", raw)
    )


def _last(parts: list[str]) -> str:
    for part in reversed(parts):
        if part:
            return part[-1]
    return ""


def _chain(outer: list[tuple[int, int]], inner: list[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """One map from two, one after the other (only for text that was not NFC)."""
    out: list[tuple[int, int]] = []
    a = b = 0
    for offset in range(length + 1):
        while a + 1 < len(outer) and outer[a + 1][0] <= offset:
            a += 1
        middle = offset + outer[a][1]
        while b + 1 < len(inner) and inner[b + 1][0] <= middle:
            b += 1
        shift = outer[a][1] + inner[b][1]
        if not out or out[-1][1] != shift:
            out.append((offset, shift))
    return out


def normalise(article: Article) -> Text:
    """The canonical text of an article with its blocks and sentences.

    Never fails: an article without a usable block gives an empty text.
    """
    parts: list[str] = []
    blocks: list[TextBlock] = []
    origin: list[tuple[int, int]] = []
    place = raw_place = 0
    for block in article.blocks:
        content, shifts = _canonical_with_origin(block.text)
        if content:
            blocks.append(TextBlock(block.kind, place, place + len(content)))
            origin.extend((place + at, raw_place - place + shift) for at, shift in shifts)
            parts.append(content)
            place += len(content) + 1
        raw_place += len(block.text) + 1
    content = "\n".join(parts)
    sentences = tuple(_sentences(content, blocks))
    return Text(article, content, fold(content), tuple(blocks), sentences, tuple(origin) or ((0, 0),))


def _sentences(content: str, blocks: Iterable[TextBlock]) -> Iterator[Sentence]:
    for block in blocks:
        start = block.start
        for match in _END.finditer(content, block.start, block.end):
            if _abbreviates(content, start, match):
                continue
            yield Sentence(start, match.start() + len(match.group().rstrip()), block.kind)
            start = match.end()
        if start < block.end:
            yield Sentence(start, block.end, block.kind)


def _abbreviates(content: str, start: int, match: re.Match[str]) -> bool:
    """Whether the stop belongs to an abbreviation (``TP.``, ``ThS.``, ``T.Ư.``) or to a list's number.

    A Vietnamese syllable always has a vowel: three letters or fewer without one abbreviate, unless they are
    a number (``khóa XV.``) and nothing that the sentence opens with; so does what is no syllable before more
    such letters (``UV. BTV``).  A word that goes on in lower case is no
    new sentence either, unless the stop is a question or exclamation.
    """
    after = content[match.end()]
    marks = match.group()
    if marks.strip() != ".":
        return after.islower() and '"' not in marks
    if after.islower():
        return True
    last = _word_before(content, start, match.start())
    if _NUMERAL.fullmatch(last) and match.start() - len(last) > start:
        return False
    if not last[:1].isupper() or len(last) > 4:
        return False
    if _CITY.search(content, start, match.start()):
        return False
    vowelless = len(last) <= 3 and not _VOWEL.search(plain(last))
    if "." in last and not vowelless and _written_without_stop(content, last):
        return False
    letters = not syllable(last) and _LETTERS.match(content, match.end()) is not None
    return vowelless or "." in last or letters


def _written_without_stop(content: str, short: str) -> bool:
    """Whether an abbreviation stands elsewhere without a stop behind it, so that one ends the sentence.

    ``Chánh văn phòng T.Ư; bà B, Ủy viên T.Ư. Ông C …``
    """
    place = content.find(short)
    while place >= 0:
        end = place + len(short)
        if not content.startswith(".", end) and not content[end : end + 1].isalnum():
            return True
        place = content.find(short, end)
    return False


def _word_before(content: str, start: int, end: int) -> str:
    """What stands before ``end`` without a blank, bracket or quotation mark in between."""
    place = end
    while place > start and content[place - 1] not in _BEFORE_WORD:
        place -= 1
    return content[place:end]


def blocks_of(title: str | None, lines: Iterable[str]) -> tuple[Block, ...]:
    """Blocks of plain paragraphs under a title, for text that has no layout."""
    head = (Block(BlockKind.TITLE, title),) if title else ()
    return head + tuple(Block(BlockKind.PARAGRAPH, line) for line in lines if line.strip())


def sentences(content: str) -> Text:
    """Part a canonical text into sentences again, by the rules that parted it first."""
    again = normalise(Article("", blocks_of(None, content.split("\n"))))
    return again if again.content == content else Text(again.article, content, fold(content), (), ())


def around(text: Text, start: int, end: int) -> tuple[str, int, int]:
    """Give the sentence or sentences that hold ``start:end``, and where in them it lies."""
    if not text.sentences:
        return text.content[start:end], 0, end - start
    first = text.sentences[text.sentence_at(start)].start
    last = text.sentences[text.sentence_at(max(start, end - 1))].end
    last = max(last, end)
    return text.content[first:last].replace("\n", " "), start - first, end - first
