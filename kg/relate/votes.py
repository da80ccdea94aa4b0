"""Who won a vote on an office that only the sentence before names.

``HĐND thành phố bầu ba Phó Chủ tịch UBND thành phố. Kết quả, ông A, Giám đốc Sở X; bà B … đã trúng cử.``
``Thủ tướng phê chuẩn kết quả bầu 2 Phó Chủ tịch UBND tỉnh. Đó là ông A, Tỉnh ủy viên; ông B, Tỉnh ủy viên.``
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.mention import PersonMention, Scan
from kg.model import Sentence, Status
from kg.relate.codes import Token
from kg.relate.codes import tokens as coded
from kg.relate.listed import ITEM, Holding
from kg.relate.posts import Post, PostReader
from kg.relate.verbs import step_of

_WINS = frozenset({"wins", "elected"})
_VOTE = re.compile(r"(?<!x)B[nwO]{0,8}(R)[^PRx;]*;?$")
"""A vote on an office, with nobody named for it."""
_WON = re.compile(rf"(?:^|[O,:;]|[^PR]w)O?:?((?:{ITEM}(?:[,;]&?|&))*{ITEM}),?w?(b)(?=[^PRxl]*$)")
"""`ông P, R; ông P, R và bà P, R trúng cử`, and no other office behind it."""
_NAMED = re.compile(rf"w{{0,2}}=?O?:?((?:{ITEM}(?:[,;]&?|&))*{ITEM})$")
"""`Đó là ông P, R; ông P, R`, and nothing else."""
_NAMES = frozenset({"that-is", "consists"})
_BACK = 2


def won(tokens: list[Token], scan: Scan, sentence: Sentence, reader: PostReader) -> Iterator[Holding]:
    """Those of a sentence who won the office that one of the two sentences before told the vote on."""
    if only_names(scan, sentence):
        yield from _named(tokens, scan, sentence, reader)
    if not any(token.code == "b" and token.cue and token.cue.key in _WINS for token in tokens):
        return
    match = _WON.search("".join(token.code for token in tokens))
    verb = tokens[match.start(2)] if match is not None else None
    if match is None or verb is None or verb.cue is None or verb.cue.key not in _WINS:
        return
    winners = [t.value for t in tokens[match.start(1) : match.end(1)] if isinstance(t.value, PersonMention)]
    vote = _voted_on(scan, sentence, reader, _BACK)
    office = vote[0] if vote is not None else None
    if office is None or (len(winners) > 1 and office.concept.one("seats") == "1"):
        return
    post = replace(office, start=verb.start, end=verb.end)
    for winner in winners:
        yield Holding(winner, post, Status.APPOINTED, "verb", step_of(verb))


def only_names(scan: Scan, sentence: Sentence) -> bool:
    """Whether a sentence begins with words for who those are that were told before."""
    return any(hit.concept.key in _NAMES for hit in scan.hits_at(sentence.start, "cue"))


def _named(tokens: list[Token], scan: Scan, sentence: Sentence, reader: PostReader) -> Iterator[Holding]:
    """Those whom a sentence only names, of the office on which the one before told the vote."""
    match = _NAMED.match("".join(token.code for token in tokens))
    vote = _voted_on(scan, sentence, reader, 1) if match is not None else None
    if match is None or vote is None:
        return
    office, verb = vote
    people = [t.value for t in tokens[match.start(1) : match.end(1)] if isinstance(t.value, PersonMention)]
    if len(people) > 1 and office.concept.one("seats") == "1":
        return
    for person in people:
        post = replace(office, start=person.end, end=person.end)
        yield Holding(person, post, Status.APPOINTED, "verb", step_of(verb))


def _voted_on(scan: Scan, sentence: Sentence, reader: PostReader, back: int) -> tuple[Post, Token] | None:
    """The office on which one of so many sentences before told a vote, and the verb."""
    place = scan.text.sentence_at(sentence.start)
    for before in reversed(scan.text.sentences[max(0, place - back) : place]):
        posts = list(reader.posts(before))
        if posts:
            tokens = coded(scan, before, posts)
            vote = _VOTE.search("".join(token.code for token in tokens))
            found = tokens[vote.start(1)].value if vote is not None else None
            return (found, tokens[vote.start()]) if vote is not None and isinstance(found, Post) else None
    return None
