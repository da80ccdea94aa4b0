"""Whether a sentence tells in detail of appointments that stand before it, or is the news of one itself."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mention import PersonMention, Scan
from kg.model import BlockKind, Sentence
from kg.relate.codes import Token
from kg.relate.listed import ITEM
from kg.relate.wording import ending

_APPOINTING = frozenset(
    {"personnel", *("appoints", "elects", "assigns", "approves", "hands-over", "transfers")}
    | {"appointed", "elected", "re-elected", "assigned", "approved", "transferred"}
)
_NOT_DONE = frozenset({"proposed", "future", "negation", "asks-to-leave"})
_COMMITTEE, _HOLDS, _ACCORDINGLY = "executive-committee", "holds", "accordingly"
_RETIRED = "retired"
_EACH_TITLED = re.compile(rf"w{{1,3}}[:,]O?:?{ITEM}(?:(?:[,;]&?|&)O?{ITEM})+")
"""`Cụ thể: P - R, P - R và P, R`, and no more."""
_COUNT = re.compile(r"(?<![\d/.,–-])\d{1,3} (?=[^\W\d_])")
_BEGINS, _BACK = 24, 6


@lru_cache(maxsize=4)
def _ordinal(lexicon: Lexicon) -> re.Pattern[str]:
    return ending(lexicon, "indicator-cue", "ordinal")


def announced(scan: Scan, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether who is said to hold a post in the sentence has just taken it.

    It begins with a word for `accordingly` after a sentence that tells of appointments; it is the title; or
    it names who leads a committee that was told with the number of its members, there or just before
    (``Ban Chấp hành gồm 27 đồng chí. Bà A giữ chức Bí thư …; ông B giữ chức Phó Bí thư …``).
    """
    sentences = scan.text.sentences
    place = scan.text.sentence_at(sentence.start)
    if sentence.kind is BlockKind.TITLE:
        return _takes(scan, sentence.start, sentence)
    if _details(scan, place):
        return True
    if not any(hit.concept.key == _HOLDS for hit in scan.hits_within(sentence.start, sentence.end, "cue")):
        return False
    if _made_up(scan, sentence, lexicon):
        return True
    for back in range(place, max(0, place - _BACK), -1):
        if not _takes(scan, sentences[back].start, sentences[back]):
            return False
        if _made_up(scan, sentences[back - 1], lexicon) or _details(scan, back - 1):
            return True
    return False


def let_retire(scan: Scan, sentence: Sentence, tokens: list[Token]) -> list[PersonMention]:
    """Those whom a list names of the ones who retire, whom the sentence before only counts.

    ``Có 6 giám đốc sở nghỉ hưu trước tuổi. Cụ thể: ông A - Giám đốc Sở X, bà B - Giám đốc Sở Y.``
    """
    sentences, place = scan.text.sentences, scan.text.sentence_at(sentence.start)
    opened = scan.hits_at(sentence.start, "cue")
    if place == 0 or not any(hit.concept.key == _ACCORDINGLY for hit in opened):
        return []
    before = sentences[place - 1]
    cues = {hit.concept.key for hit in scan.hits_within(before.start, before.end, "cue")}
    told = _RETIRED in cues and not cues & _NOT_DONE and not scan.people.within(before.start, before.end)
    if not told or _EACH_TITLED.fullmatch("".join(token.code for token in tokens)) is None:
        return []
    return [token.value for token in tokens if isinstance(token.value, PersonMention)]


def _details(scan: Scan, place: int) -> bool:
    """Whether a sentence begins with a word for `accordingly` after one that tells of appointments."""
    sentences = scan.text.sentences
    opened = scan.hits_at(sentences[place].start, "cue")
    if place == 0 or not any(hit.concept.key == _ACCORDINGLY for hit in opened):
        return False
    before = sentences[place - 1]
    return any(hit.concept.key in _APPOINTING for hit in scan.hits_within(before.start, before.end, "cue"))


def _takes(scan: Scan, start: int, sentence: Sentence) -> bool:
    """Whether the sentence opens with a person and a verb of holding right behind (``Bà A giữ chức …``)."""
    person = next(iter(scan.people.within(start, min(sentence.end, start + _BEGINS))), None)
    if person is None:
        return False
    return any(hit.concept.key == _HOLDS for hit in scan.hits_at(person.end + 1, "cue"))


def _made_up(scan: Scan, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a committee is told with the number of its members."""
    for hit in scan.hits_within(sentence.start, sentence.end, "body"):
        if hit.concept.key == _COMMITTEE:
            for count in _COUNT.finditer(scan.text.folded, hit.end, sentence.end):
                before = scan.text.folded[max(hit.end, count.start() - _BEGINS) : count.start()].rstrip()
                if _ordinal(lexicon).search(before) is None:
                    return True
    return False
