"""Who won a vote on an office that only the sentence before names.

``HĐND thành phố bầu ba Phó Chủ tịch UBND thành phố. Kết quả, ông A, Giám đốc Sở X; bà B … đã trúng cử.``
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
_BACK = 2


def won(tokens: list[Token], scan: Scan, sentence: Sentence, reader: PostReader) -> Iterator[Holding]:
    """Those of a sentence who won the office that one of the two sentences before told the vote on."""
    if not any(token.code == "b" and token.cue and token.cue.key in _WINS for token in tokens):
        return
    match = _WON.search("".join(token.code for token in tokens))
    verb = tokens[match.start(2)] if match is not None else None
    if match is None or verb is None or verb.cue is None or verb.cue.key not in _WINS:
        return
    winners = [t.value for t in tokens[match.start(1) : match.end(1)] if isinstance(t.value, PersonMention)]
    office = _voted_on(scan, sentence, reader)
    if office is None or (len(winners) > 1 and office.concept.one("seats") == "1"):
        return
    post = replace(office, start=verb.start, end=verb.end)
    for winner in winners:
        yield Holding(winner, post, Status.APPOINTED, "verb", step_of(verb))


def _voted_on(scan: Scan, sentence: Sentence, reader: PostReader) -> Post | None:
    place = scan.text.sentence_at(sentence.start)
    for before in reversed(scan.text.sentences[max(0, place - _BACK) : place]):
        posts = list(reader.posts(before))
        if posts:
            tokens = coded(scan, before, posts)
            vote = _VOTE.search("".join(token.code for token in tokens))
            found = tokens[vote.start(1)].value if vote is not None else None
            return found if isinstance(found, Post) else None
    return None
