"""Resolutions that are known by the meeting of a committee which passed them."""

from __future__ import annotations

from typing import NamedTuple

from kg.lexicon import Hit, Lexicon
from kg.mention import BodyMention, Scan
from kg.relate.congress_refs import ordinal
from kg.relate.phrases import pattern, skip

_KINDS = frozenset({"resolution", "conclusion"})


class Meeting(NamedTuple):
    """A numbered meeting of a body: its name's end, its number and the body's term."""

    body: BodyMention
    end: int
    number: int
    term: str


def passed_at(hit: Hit, scan: Scan, lexicon: Lexicon) -> Meeting | None:
    """The meeting that passed the document at ``hit`` (``Nghị quyết Hội nghị lần thứ 5 … khóa XX``).

    Its number stands before the body or after it; without one it tells no meeting from another.
    """
    content, folded = scan.text.content, scan.text.folded
    noun = pattern(lexicon, "event", "conference").match(folded, hit.end + 1)
    if noun is None or hit.concept.key not in _KINDS:
        return None
    told = ordinal(content, folded, noun.end() + 1, lexicon)
    place = told[1] if told is not None else noun.end()
    of = pattern(lexicon, "document-cue", "by").match(folded, place + 1)
    body = scan.bodies.at((of.end() if of is not None else place) + 1)
    if body is None:
        return None
    number = told or ordinal(content, folded, body.end + 1, lexicon)
    if number is None:
        return None
    end = max(number[1], body.end)
    term = ordinal(content, folded, skip(content, end, " ,("), lexicon)
    if term is None:
        return Meeting(body, end, number[0], "")
    return Meeting(body, term[1], number[0], str(term[0]))
