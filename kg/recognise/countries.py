"""Other countries, by a name that is written like one and is no part of a longer name.

A name of one syllable is a Vietnamese given name too (``Anh``, ``Mỹ``, ``Đức``) or begins the name of a
district (``Mỹ Đức``): it is a country only right after an office or organisation of state (``Thủ tướng Anh``,
``Quốc hội Mỹ``).
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.lexicon import Hit
from kg.mention import CountryMention, longest
from kg.model import Text


def countries(text: Text, hits: Sequence[Hit]) -> list[CountryMention]:
    """The countries of a text, in text order."""
    content = text.content
    before = _of_state(hits)
    titled = {h.end + 1 for h in hits if h.concept.scheme in ("role", "body", "field")}
    places = {h.start: h.end for h in reversed(hits) if h.concept.scheme in ("place", "region")}
    out: list[CountryMention] = []
    for hit in longest([h for h in hits if h.concept.scheme == "country" and _named(h, content)]):
        longer = places.get(hit.start, 0) > hit.end
        if hit.weak:
            stands = hit.start in before and not longer
        else:
            stands = not longer and (hit.start in titled or not _inside(hit.start, content))
        if stands:
            out.append(CountryMention(hit.start, hit.end))
    return out


def _of_state(hits: Sequence[Hit]) -> set[int]:
    """Where the word after a title or organisation of state begins, with its field (``Bộ Quốc phòng``)."""
    out = {h.end + 1 for h in hits if h.concept.one("serves") or _of_nation(h)}
    fields = longest([h for h in hits if h.concept.scheme == "field"])
    return out | {h.end + 1 for h in fields if h.start in out}


def _of_nation(hit: Hit) -> bool:
    return hit.concept.scheme == "body" and hit.concept.level == 0


def _named(hit: Hit, content: str) -> bool:
    """Whether the first and the last word of a name are capitalised (``Cộng hòa Séc``)."""
    words = content[hit.start : hit.end].split(" ")
    return words[0][0].isupper() and words[-1][0].isupper()


def _inside(start: int, content: str) -> bool:
    """Whether a capitalised word right before makes this a part of another name (``Lê Thị Thái Lan``)."""
    begin = content.rfind(" ", 0, max(0, start - 1)) + 1
    return start > 0 and content[start - 1] == " " and content[begin].isupper()
