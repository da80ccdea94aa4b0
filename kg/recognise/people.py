"""People: a surname and its following names, or any name after a form of address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from kg.lexicon import Hit, Hits, Lexicon
from kg.mention import PersonMention, longest
from kg.model import Text
from kg.normalise import fold, modern, syllable
from kg.patterns import whole_words
from kg.recognise.words import UPPER, Word, looks_like_person, surnames

_REST = r"[^\W\d_]*(?:['’][^\W\d_]+)?"
_NAME = rf"[{UPPER}]{_REST}"
_CAPITAL = re.compile(rf"[{UPPER}](?<!\w.){_REST}(?: {_NAME})*")
"""Capitalised words; the capital stands before the look behind it, which lets a search run quickly."""
_HIGHLAND = re.compile(rf"[KH]['’][{UPPER}][^\W\d_]+")
"""The first word of a name of the highlands, which may be the only one (``K’Beo``, ``H’Yim Kđoh``)."""
_MOST = 5
_FULL = 3
_LONG = 16
_TITLED = 60
_BEGUN = 3
_PLURAL = 5
_ADDRESSES = frozenset({"honorific", "rank"})
_SEVERAL = "plural"
"""Forms of address; a plural that names the people is one too (``các ông``, never just ``ba``)."""
_HOUSE = re.compile(rf"(?<![\w/.-])\d{{1,4}}[{UPPER}]?(?:[/-]\d{{1,4}}[{UPPER}]?)* $")
"""The number of a house before the name of a street (``số 43 Nguyễn Thái Học``)."""
_AT = "at"
"""A name right behind it is a place's, unless somebody is addressed (``tại Cù Lao Chàm``)."""
_LIVES = frozenset({"house-number", _AT})
_DELEGATION, _DELEGATES = "assembly-delegation", frozenset({"assembly-delegate", "delegate"})
_OF_DELEGATE = re.compile(
    rf"(?: {_NAME}){{0,5}}(?: [^\W\d_]+ (?:[IVX]+|\d+))?"
    r"(?:,? [^\W\d_]+ [^\W\d_]+ \d{4} ?[-–] ?\d{4})?(?:,? | [-–] )"
)
"""What may stand between a delegate and the delegation: a name, a term (``khóa XV, nhiệm kỳ 2021-2026``)."""
_NAMED_AFTER = "named-after"
_NO_CUES = frozenset({"none", "this-office"})
_KEPT = "keep"
_NOT_NAMES = frozenset({"honorific", "rank", "plural", "former", "day", "born", "lives", "term", "session"})


class _Around(NamedTuple):
    """What the words around names tell: where one or several are addressed, and what is no name."""

    addressed: dict[int, str]
    several: set[int]
    titles: list[tuple[int, int]]
    lives: set[int]
    located: set[int]
    namesakes: frozenset[int]


def people(text: Text, hits: Hits, lexicon: Lexicon, taken: Iterable[tuple[int, int]]) -> list[PersonMention]:
    """The people of a text outside the spans that are ``taken`` by units, organisations and titles."""
    content = text.content
    places = {h.start: h.end for h in longest(hits.of("place"))}
    around = _around(text, hits, lexicon, places)
    addressed = around.addressed
    out: list[PersonMention] = []
    regions = [(h.start, h.end) for h in hits.of("region")]
    spans = list(taken)
    posts = frozenset(end for _, end in spans)
    for words in _runs(content, sorted([*spans, *around.titles, *regions]), addressed):
        if words[0].start not in addressed and _no_person(words[0].start, posts, around, content):
            continue
        words = _after_delegation(words, places, text, lexicon)
        if not words:
            continue
        if len(words) > 1 and all(_acronym(word) for word in words):
            out.extend(_in_capitals(words, addressed, posts, hits, content, lexicon))
            continue
        least = 2 if words[0].start - 1 in posts else _FULL
        named = _without_caption(_after_place(words, places, lexicon, least), hits, text, lexicon)
        short = _in_list(named, places, hits, content, lexicon)
        out.extend([short] if short is not None else _names(named, addressed, places, content, lexicon))
    whole = _without_ends_of_places(out, places, content) if out else []
    return [_with_point(person, content) for person in whole if not _half_a_cue(person, around, hits)]


def _without_ends_of_places(
    found: list[PersonMention], places: Mapping[int, int], content: str
) -> list[PersonMention]:
    """The people but for those whose name is only the end of a place's (``Buôn [Ma Thuột]``)."""
    begun: dict[int, int] = {}
    for start, end in places.items():
        if content[start].isupper():
            begun[end] = min(start, begun.get(end, start))
    return [person for person in found if begun.get(person.end, person.start) >= person.start]


def _around(text: Text, hits: Hits, lexicon: Lexicon, places: dict[int, int]) -> _Around:
    found = _Around({}, set(), [], set(), set(), frozenset())
    named_after = False
    for hit in hits.of("cue"):
        key = hit.concept.key
        if key in _LIVES and not _numbers_office(hit, hits):
            found.lives.add(hit.end + 1)
        if key == _AT:
            found.located.add(hit.end + 1)
        if key == _SEVERAL:
            found.several.add(hit.end + 1)
        if key in _NOT_NAMES and not _in_name(hit, text.content):
            found.titles.append((hit.start, hit.end))
        if key in _ADDRESSES or (key == _SEVERAL and hit.end - hit.start > _PLURAL):
            if hit.start not in places and not _begins_place(hit, hits, text.folded, lexicon):
                found.addressed[hit.end + 1] = key
        else:
            named_after = named_after or key == _NAMED_AFTER
    return found._replace(namesakes=_namesakes(hits)) if named_after else found


def _no_person(start: int, posts: frozenset[int], around: _Around, content: str) -> bool:
    """Whether the words before capitals tell that they name what bears a name, a place or a street."""
    if start - 1 in around.namesakes or start in around.located:
        return True
    return start - 1 not in posts and _in_street(content, start, around.lives)


def _half_a_cue(person: PersonMention, around: _Around, hits: Hits) -> bool:
    """Whether a capital behind who are addressed only begins other words (``các đồng chí Lãnh đạo``)."""
    several = person.short and person.start in around.several
    words = hits.at(person.start, "cue", "role", "stop") if several else ()
    return any(hit.end > person.end for hit in words)


def _in_list(
    words: list[Word], places: dict[int, int], hits: Hits, content: str, lexicon: Lexicon
) -> PersonMention | None:
    """A name of two words with a rare surname, where an item of a list of titled people stands.

    ``các đồng chí: Lê Văn A, Bí thư …; Thái B, Chủ tịch …``.
    """
    weak = surnames(lexicon)[1]
    if len(words) != _FULL - 1 or words[0].form not in weak or _is_place(words, places):
        return None
    start, end = words[0].start, words[-1].end
    listed = content.startswith(("; ", ": "), start - 2) and content.startswith(", ", end)
    if not listed or not any(hits.at(end + 2, "role")):
        return None
    return _mention(words, content, honorific=False)


def _with_point(person: PersonMention, content: str) -> PersonMention:
    """The name with the point behind a last word that is only begun (``Dương Xuân H.``)."""
    last = person.name.rpartition(" ")[2]
    begun = len(last) <= _BEGUN and not syllable(last) and content.startswith(".", person.end)
    return replace(person, name=f"{person.name}.") if begun else person


def _in_street(content: str, start: int, lives: AbstractSet[int]) -> bool:
    """Whether the number of a house stands before a name (``ở 43 Nguyễn Thái Học``)."""
    house = _HOUSE.search(content, max(0, start - _LONG), start) if lives else None
    return house is not None and house.start() in lives


def _numbers_office(hit: Hit, hits: Hits) -> bool:
    """Whether a number may be that of an office, as a title stands before it (``Đội trưởng … số 3``)."""
    bare = hit.end - hit.start == len(hit.concept.label)
    return bare and any(hits.within(max(0, hit.start - _TITLED), hit.start, "role"))


def _begins_place(hit: Hit, hits: Hits, folded: str, lexicon: Lexicon) -> bool:
    """Whether a form of address is but the first syllable of a name that is none of a person (``Bà Nà``)."""
    return lexicon.begins_compound(folded, hit.start, _KEPT) and any(
        h.concept.key == _KEPT and h.end > hit.end for h in hits.at(hit.start, "stop")
    )


def _without_caption(words: list[Word], hits: Hits, text: Text, lexicon: Lexicon) -> list[Word]:
    """The words without a last one that begins what follows a name (``Trần Văn A Ảnh: …``, ``Báo cáo …``)."""
    if len(words) <= _FULL:
        return words
    last = words[-1]
    stops = lexicon.begins_compound(text.folded, last.start)
    longer = hits.at(last.start, "stop", "cue") if stops else hits.at(last.start, "cue")
    compound = any(h.end > last.end for h in longer)
    caption = text.content.startswith(":", last.end) and any(hits.at(last.start, "stop"))
    return words[:-1] if compound or caption else words


def _namesakes(hits: Hits) -> frozenset[int]:
    """The ends of what is named after people; the type of a unit may hold such a word (``thành phố``)."""
    keys = {_NAMED_AFTER, *_NO_CUES}
    read = [h for h in hits.of("unit-type", "cue") if h.concept.key in keys or not _is_cue(h)]
    return frozenset(h.end for h in longest(read) if h.concept.key == _NAMED_AFTER)


def _is_cue(hit: Hit) -> bool:
    return hit.concept.scheme == "cue"


def _in_name(hit: Hit, content: str) -> bool:
    """A capitalised syllable right after another one is a part of a name (``Xuân Anh``)."""
    if not content[hit.start].isupper() or content[hit.start : hit.end].isupper():
        return False
    before = content[content.rfind(" ", 0, max(0, hit.start - 1)) + 1 : hit.start].strip()
    return hit.start > 0 and content[hit.start - 1] == " " and before[:1].isupper() and before.isalpha()


def _runs(content: str, taken: list[tuple[int, int]], addressed: Mapping[int, str]) -> Iterator[list[Word]]:
    """Runs of capitalised words between the taken spans; one plain word only after a form of address."""
    place = 0
    for match in _CAPITAL.finditer(content):
        run: list[Word] = []
        start = match.start()
        found = match.group()
        if start not in addressed and " " not in found and "’" not in found and "'" not in found:
            continue
        for form in found.split(" "):
            word = Word(start, start + len(form), form)
            start = word.end + 1
            while place < len(taken) and taken[place][1] <= word.start:
                place += 1
            if any(a < word.end and word.start < b for a, b in taken[place : place + 3]):
                if run:
                    yield run
                run = []
            else:
                run.append(word)
        if run:
            yield run


def _after_place(words: list[Word], places: dict[int, int], lexicon: Lexicon, least: int) -> list[Word]:
    """The words after a province's or district's name that a full name follows (``Sơn La Nguyễn Văn A``).

    ``least`` is how many words it must have: fewer where a title stands before the place.
    """
    end = places.get(words[0].start)
    rest = [w for w in words if end is not None and w.start > end]
    if len(rest) >= least and looks_like_person(rest[:_MOST], lexicon):
        return rest
    return words


def _after_delegation(
    words: list[Word], places: dict[int, int], text: Text, lexicon: Lexicon
) -> list[Word]:
    """The words after a province's delegation to the National Assembly, whose name is like a person's.

    ``đại biểu Quốc hội khóa XV Đoàn Thái Bình``, ``đại biểu Lê Văn A (Đoàn Thái Bình)``.
    """
    own = [word for word in words if not _acronym(word)]
    if len(own) < 2 or own[0].form != _delegation(lexicon):
        return words
    start, end = own[0].start, places.get(own[1].start)
    if end is None:
        return words
    bracketed = text.content.startswith("(", start - 1) and text.content.startswith(")", end)
    told = [m.end() for m in _delegates(lexicon).finditer(text.folded, max(0, start - _TITLED), start)]
    if bracketed or (told and _OF_DELEGATE.fullmatch(text.content, told[-1], start)):
        return [word for word in own if word.start > end]
    return words


@lru_cache(maxsize=4)
def _delegation(lexicon: Lexicon) -> str:
    """The word that the name of a delegation begins with."""
    return lexicon.concept("body", _DELEGATION).label.partition(" ")[0]


@lru_cache(maxsize=4)
def _delegates(lexicon: Lexicon) -> re.Pattern[str]:
    """The titles of delegates."""
    named = [label for key in _DELEGATES for label in lexicon.concept("role", key).strong]
    return re.compile(whole_words([fold(label) for label in named]))


def _names(
    words: list[Word], addressed: dict[int, str], places: dict[int, int], content: str, lexicon: Lexicon
) -> Iterator[PersonMention]:
    strong, _, middle = surnames(lexicon)
    index = 0
    while index < len(words):
        rest = words[index:]
        if index == 0 and _HIGHLAND.fullmatch(rest[0].form):
            yield _mention(rest[:_FULL], content, honorific=rest[0].start in addressed)
            index += _FULL
            continue
        address = addressed.get(rest[0].start)
        if address and (len(rest) > 1 or address == "honorific"):
            count = min(_length(rest, strong, middle), len(rest))
            if count > 1 or len(rest[0].form) > 1:  # a person whose name is kept back ("Mr N") has none
                yield _mention(rest[:count], content, honorific=True)
            index += count
            continue
        count = _length(rest, strong, middle)
        after = _after_place(rest, places, lexicon, _FULL) if index else rest
        if len(after) < len(rest):
            index += len(rest) - len(after)
            continue
        strange = index > 0 and len(rest) >= _FULL and not syllable(words[index - 1].form)
        begins = index == 0 or rest[0].form not in middle or strange
        if (
            begins
            and count >= 2
            and looks_like_person(rest[:count], lexicon)
            and not _is_place(rest[:count], places)
        ):
            yield _mention(rest[:count], content, honorific=False)
            index += count
            continue
        index += 1


def _in_capitals(
    words: list[Word],
    addressed: dict[int, str],
    posts: frozenset[int],
    hits: Hits,
    content: str,
    lexicon: Lexicon,
) -> Iterator[PersonMention]:
    """A full name in capitals with a mark after it (``TRẦN VĂN AN, Bí thư``) or an address or post before.

    Where all is in capitals none tells the end of the name: the article does that names the same person
    otherwise, or the word of more than one syllable that follows (``GIỮ CHỨC``).
    """
    spelt = [Word(w.start, w.end, w.form.capitalize()) for w in words]
    told = _told_otherwise(spelt, content)
    spelt = spelt[: told or _before_cue(spelt, hits)]
    marked = content[spelt[-1].end : spelt[-1].end + 2].lstrip()[:1] in tuple(",-–(:")
    most = _MOST if told or marked else _MOST - 1
    if _FULL <= len(spelt) <= most and looks_like_person(spelt, lexicon):
        honorific = words[0].start in addressed
        if honorific or marked or told or words[0].start - 1 in posts:
            name = modern(" ".join(w.form for w in spelt))
            yield PersonMention(words[0].start, spelt[-1].end, name, honorific)


def _told_otherwise(spelt: Sequence[Word], content: str) -> int:
    """How many words make a name that the text spells with capital initials elsewhere; 0 for none."""
    counts = range(min(_MOST, len(spelt)), _FULL - 1, -1)
    return next((n for n in counts if " ".join(w.form for w in spelt[:n]) in content), 0)


def _before_cue(spelt: Sequence[Word], hits: Hits) -> int:
    """How many words stand before one that begins a cue of several syllables."""
    for count, word in enumerate(spelt):
        if count >= _FULL and any(h.end > word.end for h in hits.at(word.start, "cue")):
            return count
    return len(spelt)


def _is_place(words: list[Word], places: dict[int, int]) -> bool:
    """Whether the words are a province's or district's name and nothing else (``Hoàng Mai``)."""
    return places.get(words[0].start) == words[-1].end


def _length(words: list[Word], strong: frozenset[str], middle: frozenset[str]) -> int:
    """How many of the words one name takes: up to four, five for a name with two middle names."""
    count = min(len(words), 4)
    if len(words) > count and words[1].form in middle and words[2].form in middle:
        count = min(len(words), _MOST)
    if len(words) > count and words[count].form not in strong and count + 1 <= _MOST:
        count += 1
    while count > 1 and _acronym(words[count - 1]) and not _acronym(words[0]):
        count -= 1
    return count


def _acronym(word: Word) -> bool:
    """Whether a word is short for something: the agency after a name (``Nguyễn Văn A TTO``)."""
    return len(word.form) > 1 and word.form.isupper()


def _mention(words: list[Word], content: str, *, honorific: bool) -> PersonMention:
    start, end = words[0].start, words[-1].end
    short = len(words) == 1 and _HIGHLAND.fullmatch(words[0].form) is None
    return PersonMention(start, end, modern(content[start:end]), honorific, short=short)
