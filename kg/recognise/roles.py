"""Titles: the longest form of the role scheme at each place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from functools import lru_cache

from kg.lexicon import Hit, Hits, Lexicon, in_text
from kg.mention import RoleMention, longest
from kg.model import Text
from kg.normalise import fold

_ASSEMBLY, _COUNCIL, _DELEGATION = "national-assembly", "peoples-council", "assembly-delegation"
_FAR = 40
"""So many characters may a province with the word for its delegation have."""
_READ_ALONG = frozenset({"post", "none"})
_DEPUTY, _STANDING = "deputy", "standing-committee"


def _delegates(hits: Hits, text: Text, lexicon: Lexicon) -> Iterator[RoleMention]:
    """Delegates of the National Assembly who are only called so, with their province behind the name.

    ``đại biểu Lê Văn An (Hà Nam)``, ``ĐB Lê Văn An, đoàn Hà Nam``, ``đại biểu đoàn Hà Nam Lê Văn An``, where
    the text tells of the assembly; where it tells of a people's council, too, only with the word ``đoàn``.
    """
    bodies = hits.of("body")
    told = {hit.concept.key for hit in bodies}
    if not told & {_ASSEMBLY, _DELEGATION}:
        return
    delegations = {hit.start for hit in bodies if hit.concept.key == _DELEGATION}
    concept = lexicon.concept("role", "assembly-delegate")
    for match in _with_delegation(lexicon).finditer(text.folded):
        if match["first"] is not None:
            if any(h.start == match.end() for h in hits.within(match.end(), match.end() + _FAR, "place")):
                yield RoleMention(match.start(), match.start("first") - 1, concept)
            continue
        begin = match.end("mark")
        group = begin - len(match["group"] or match["beside"] or "")
        if _COUNCIL in told and group == begin:
            continue
        end = text.content.find(")", begin, begin + _FAR) if "(" in match["mark"] else None
        places = hits.within(begin, begin + _FAR, "place")
        placed = any(h.end == end if end is not None else h.start == begin for h in places)
        placed = placed or group in delegations
        if placed and text.content[match.end()].isupper():
            yield RoleMention(match.start(), match.end() - 1, concept)


@lru_cache(maxsize=4)
def _with_delegation(lexicon: Lexicon) -> re.Pattern[str]:
    """A delegate's title before a name that has its province behind it."""
    called = "|".join(map(fold, lexicon.concept("role", "delegate").strong))
    group = fold(lexicon.concept("body", _DELEGATION).label.partition(" ")[0])
    mark = rf"(?P<mark> \((?P<group>{group} )?|,? [-,]? ?(?P<beside>{group} ))"
    named = rf"(?=[^\W\d_][^()\n,;.:]{{4,40}}?{mark})"
    return re.compile(rf"(?<!\w)(?:{called}) (?:(?P<first>{group} )|{named})")


def roles(hits: Hits, text: Text, lexicon: Lexicon) -> list[RoleMention]:
    """The titles of a text; forms that need context are left out.

    Words for `post` and organisations are read along: ``chức vụ trưởng phòng`` holds no ``vụ trưởng``, and
    ``Ban Bí thư`` no ``bí thư``; but ``chức Vụ trưởng`` is one.  A title right behind the word for a deputy
    is none of its own.  Short forms that stand for other words, too, are titles before an organisation
    (``CT UBND xã``).
    """
    bodies = hits.of("body")
    along = [h for h in bodies if not h.weak]
    named = {h.start for h in bodies if not h.weak or text.content[h.start : h.end].isupper()}
    strong = [h for h in hits.of("role") if not h.weak or h.end + 1 in named]
    called = list(_delegates(hits, text, lexicon))
    if not strong:
        return called
    titles = {h.start: h for h in strong}
    cues = hits.of("cue")
    words = [h for h in cues if h.concept.key in _READ_ALONG]
    if any(titles[h.start].end == h.end for h in words if h.start in titles):
        led = {h.end + 1 for h in cues if h.concept.key not in _READ_ALONG}
        begun = {h.start for h in bodies if text.content[h.start].isupper()}
        begun -= {h.start for h in bodies if h.concept.key == _STANDING}
        words = [h for h in words if not _is_title(h, titles, led, begun, text)]
    along += [h for h in words if not _holds_a_title(h, titles, text)]
    found = sorted([*along, *strong], key=in_text)
    deputies = {h.end + 1 for h in hits.of("cue") if h.concept.key == _DEPUTY}
    told = (h for h in longest(found) if h.concept.scheme == "role" and h.start not in deputies)
    own = [RoleMention(h.start, h.end, h.concept) for h in told]
    called = [d for d in called if not any(o.start == d.start for o in own)]
    return sorted([*own, *called], key=lambda role: role.start) if called else own


def _is_title(hit: Hit, titles: Mapping[int, Hit], led: Set[int], begun: Set[int], text: Text) -> bool:
    """Whether a word that is mostly none is one's title: before a body (``nguyên cán bộ Sở Y tế``).

    It stands behind a mark or a cue, not in a body's own name (``Vụ Đào tạo cán bộ Ban Tổ chức``). A standing
    committee has none (``cán bộ Ban Thường vụ quản lý``).
    """
    title = titles.get(hit.start)
    if title is None or title.end != hit.end or hit.end + 1 not in begun:
        return False
    before = text.content[max(0, hit.start - 2) : hit.start].strip()
    return hit.start in led or not before.isalnum()


def _holds_a_title(hit: Hit, titles: Mapping[int, Hit], text: Text) -> bool:
    """Whether the last of some words belongs to a title: by its capital (``chức Vụ trưởng``), or said again.

    Who is told of in small letters has the title of the body behind it (``chức vụ trưởng Vụ Pháp chế``).
    """
    first, last = text.content[hit.start], text.content.rfind(" ", hit.start, hit.end) + 1
    title = titles.get(last)
    if title is None or last <= hit.start:
        return False
    again = text.folded.startswith(f" {text.folded[last : hit.end]} ", title.end)
    return again or (first.islower() and text.content[last].isupper())
