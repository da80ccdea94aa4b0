"""Other countries, by a name that is written like one and is no part of a longer name.

A name of one syllable is a Vietnamese given name too (``Anh``, ``Mỹ``, ``Đức``) or begins the name of a
district (``Mỹ Đức``): it is a country only right after an office or organisation of state (``Thủ tướng Anh``,
``Quốc hội Mỹ``), or where Viet Nam is represented (``Đại sứ Việt Nam tại Lào``).
"""

from __future__ import annotations

from kg.lexicon import Hit, Hits
from kg.mention import CountryMention, longest
from kg.model import Text

_NATION, _AT = "nation", "at"


def countries(text: Text, hits: Hits) -> list[CountryMention]:
    """The countries of a text, in text order."""
    content = text.content
    named = longest([h for h in hits.of("country") if _named(h, content)])
    if not named:
        return []
    before = _of_state(hits) | _sent(hits)
    titled = {h.end + 1 for scheme in ("role", "body", "field") for h in hits.of(scheme)}
    places = {h.start: h.end for h in reversed(hits.of("place", "region"))}
    out: list[CountryMention] = []
    for hit in named:
        longer = places.get(hit.start, 0) > hit.end
        if hit.weak:
            stands = hit.start in before and not longer
        else:
            stands = not longer and (hit.start in titled or not _inside(hit.start, content))
        if stands:
            out.append(CountryMention(hit.start, hit.end))
    return out


def _of_state(hits: Hits) -> set[int]:
    """Where the word after a title or organisation of state begins, with its field (``Bộ Quốc phòng``)."""
    out = {
        h.end + 1 for h in (*hits.of("role"), *hits.of("body")) if h.concept.one("serves") or _of_nation(h)
    }
    fields = longest(hits.of("field"))
    return out | {h.end + 1 for h in fields if h.start in out}


def _sent(hits: Hits) -> set[int]:
    """Where the word begins that tells where somebody stands for the nation (``Đại sứ Việt Nam tại Lào``)."""
    own = {h.end + 1 for h in hits.of("region") if h.concept.key == _NATION}
    return {h.end + 1 for h in hits.of("cue") if h.start in own and h.concept.key == _AT} if own else set()


def _of_nation(hit: Hit) -> bool:
    return hit.concept.scheme == "body" and hit.concept.level == 0


def _named(hit: Hit, content: str) -> bool:
    """Whether the first and the last word of a name are capitalised (``Cộng hòa Séc``)."""
    if not content[hit.start].isupper():
        return False
    return content[content.rfind(" ", hit.start, hit.end) + 1 or hit.start].isupper()


def _inside(start: int, content: str) -> bool:
    """Whether a capitalised word right before makes this a part of another name (``Lê Thị Thái Lan``)."""
    begin = content.rfind(" ", 0, max(0, start - 1)) + 1
    return start > 0 and content[start - 1] == " " and content[begin].isupper()
