"""People: a surname and its following names, or any name after a form of address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.lexicon import Hit, Lexicon
from kg.mention import PersonMention, longest
from kg.model import Text
from kg.normalise import modern
from kg.recognise.words import Word, looks_like_person, surnames

_UPPER = "".join(c for c in map(chr, range(0x41, 0x1EFA)) if c.isupper())
_NAME = rf"[{_UPPER}][^\W\d_]*(?:['’][^\W\d_]+)?"
_CAPITAL = re.compile(rf"(?<!\w){_NAME}(?: {_NAME})*")
_MOST = 5
_FULL = 3
_PLURAL = 5
_NOT_NAMES = frozenset({"honorific", "rank", "plural", "former", "day", "born", "term", "session"})


def people(
    text: Text, hits: Sequence[Hit], lexicon: Lexicon, taken: Iterable[tuple[int, int]]
) -> list[PersonMention]:
    """The people of a text outside the spans that are ``taken`` by units, organisations and titles."""
    places = {h.start: h.end for h in longest([h for h in hits if h.concept.scheme == "place"])}
    addressed = {h.end + 1: h.concept.key for h in hits if _addresses(h) and h.start not in places}
    after_namesake = {
        h.end for h in longest([h for h in hits if _names_places(h)]) if h.concept.scheme == "cue"
    }
    out: list[PersonMention] = []
    titles = [
        (h.start, h.end)
        for h in hits
        if h.concept.scheme == "cue" and h.concept.key in _NOT_NAMES and not _in_name(h, text.content)
    ]
    regions = [(h.start, h.end) for h in hits if h.concept.scheme == "region"]
    for words in _runs(text.content, sorted([*taken, *titles, *regions])):
        if words[0].start - 1 in after_namesake and words[0].start not in addressed:
            continue
        out.extend(_names(_after_place(words, places, lexicon), addressed, places, text.content, lexicon))
    return out


def _names_places(hit: Hit) -> bool:
    """What is named after people, and the types of units that hold such a word (``thành phố``)."""
    return hit.concept.scheme == "unit-type" or (
        hit.concept.scheme == "cue" and hit.concept.key == "named-after"
    )


def _addresses(hit: Hit) -> bool:
    """A form of address, a rank, or a plural that names the people (``các ông``, never just ``ba``)."""
    key = hit.concept.key
    return hit.concept.scheme == "cue" and (
        key in ("honorific", "rank") or (key == "plural" and hit.end - hit.start > _PLURAL)
    )


def _in_name(hit: Hit, content: str) -> bool:
    """A capitalised syllable right after another one is a part of a name (``Xuân Anh``)."""
    if not content[hit.start].isupper() or content[hit.start : hit.end].isupper():
        return False
    before = content[content.rfind(" ", 0, max(0, hit.start - 1)) + 1 : hit.start].strip()
    return hit.start > 0 and content[hit.start - 1] == " " and before[:1].isupper() and before.isalpha()


def _runs(content: str, taken: list[tuple[int, int]]) -> Iterator[list[Word]]:
    """Runs of capitalised words between the taken spans."""
    place = 0
    for match in _CAPITAL.finditer(content):
        run: list[Word] = []
        start = match.start()
        for form in match.group().split(" "):
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


def _after_place(words: list[Word], places: dict[int, int], lexicon: Lexicon) -> list[Word]:
    """The words after a province's or district's name that a full name follows (``Sơn La Nguyễn Văn A``)."""
    end = places.get(words[0].start)
    rest = [w for w in words if end is not None and w.start > end]
    if len(rest) >= _FULL and looks_like_person(rest[:_MOST], lexicon):
        return rest
    return words


def _names(
    words: list[Word], addressed: dict[int, str], places: dict[int, int], content: str, lexicon: Lexicon
) -> Iterator[PersonMention]:
    strong, _, middle = surnames(lexicon)
    if len(words) > 1 and all(w.form.isupper() and len(w.form) > 1 for w in words):
        return
    index = 0
    while index < len(words):
        rest = words[index:]
        address = addressed.get(rest[0].start)
        if address and (len(rest) > 1 or address == "honorific"):
            count = min(_length(rest, strong, middle), len(rest))
            yield _mention(rest[:count], content, honorific=True)
            index += count
            continue
        count = _length(rest, strong, middle)
        if count >= 2 and looks_like_person(rest[:count], lexicon) and not _is_place(rest[:count], places):
            yield _mention(rest[:count], content, honorific=False)
            index += count
            continue
        index += 1


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
    return count


def _mention(words: list[Word], content: str, *, honorific: bool) -> PersonMention:
    start, end = words[0].start, words[-1].end
    return PersonMention(start, end, modern(content[start:end]), honorific, short=len(words) == 1)
