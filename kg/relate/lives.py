"""Posts that are told at the end of a life: born then, at home there, in the party since, then the posts.

``Đồng chí P, sinh năm 1940; quê quán: xã X; vào Đảng ngày 3/2/1960; nguyên R, nguyên R`` is the way of
obituaries; the name may stand by itself, and what follows it in sentences and paragraphs of their own.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.mention import PersonMention, Scan
from kg.model import Sentence
from kg.relate.codes import Token
from kg.relate.posts import Post

_TOLD = frozenset({"born", "life", "lives"})
_OPENING = _TOLD | {"post"}
_DIES, _NOW = "dies", "is-now"
_SHORT = 3
"""So many words may stand in a part without a word of a life (``dân tộc Kinh``)."""
_BEGINS = re.compile(r"[^PR]*P")
_POSTS = re.compile(
    r"R(?:[w-]{0,7}[;,&]{1,2}R)*(?=w{0,7}[;,]?$|-w{1,6}$|w{0,2}e|[;,](?:[wO&]{1,9}[;,-]{0,2})*(?:e|$))"
)
_UNKNOWN, _HEADED = re.compile(r"Rw[w-]{0,6}(?:[;,&]{1,2}(?=R)|$)"), re.compile(r"\w+: ?")
_ALONE = re.compile(r"R(?:[;,&]{1,2}R)*(?:[;,][;,we()-]*)?")
"""Posts that an entry of an obituary begins with; honours and the death itself may follow."""
_ENTRY = re.compile(r"n[w=]{0,2}:(?=R(?:[;,&]{1,2}R)*[;,]?$)")
"""An entry of somebody's data (``Chức vụ hiện nay: R, R``)."""
_ACTS = re.compile(r"[bBeEQrtxX=kusc]")


def tells_of_a_life(scan: Scan, sentence: Sentence) -> bool:
    """Whether a sentence can go on with somebody's life: it begins so, or with a post in an obituary."""
    if any(hit.concept.key in _OPENING for hit in scan.hits_at(sentence.start, "cue")):
        return True
    return scan.roles.last_before(sentence.end) is not None and _obituary(scan)


def _obituary(scan: Scan) -> bool:
    return any(hit.concept.key == _DIES for hit in scan.hits.of("cue"))


def lived_by(tokens: list[Token]) -> list[Token]:
    """The tokens with the one spoken of before them, where they tell of a life without a name."""
    codes = "".join(token.code for token in tokens)
    if "P" in codes or "R" not in codes:
        return tokens
    entry = _ENTRY.match(codes)
    if entry is None and not _of_life(tokens[0]) and not (_ALONE.fullmatch(codes) and _former(tokens[0])):
        return tokens
    start = tokens[0].start
    tokens = tokens[entry.end() :] if entry is not None else tokens
    return [Token("P", start, start, PersonMention(start, start, "")), Token(",", start, start), *tokens]


def after_life(tokens: list[Token], content: str) -> list[Token]:
    """The tokens without what is told of a life between a name and the posts at the end of the sentence."""
    if not any(token.cue is not None and token.cue.key in _TOLD for token in tokens):
        return tokens
    codes = "".join(token.code for token in tokens)
    named = _BEGINS.match(codes)
    first = codes.find("R")
    if named is None or first <= named.end() or _others(tokens[named.end() :]):
        return tokens
    cue = tokens[first - 1].cue
    now = cue is not None and cue.key == _NOW
    mark = first - 2 if now else first - 1
    parted = codes[mark] == ";" or (codes[mark] == "," and (now or _former(tokens[first])))
    if not parted or _ACTS.search(codes, named.end(), mark) or not _POSTS.match(codes, first):
        return tokens
    if not _all_of_life(tokens[named.end() : mark]):
        return tokens
    posts = _posts_told(tokens[first:], content)
    return [*tokens[: named.end()], tokens[mark]._replace(code=","), *posts]


def _posts_told(tokens: list[Token], content: str) -> list[Token]:
    """The posts of a life and what follows them, in one list parted by commas.

    Without those at bodies that are not known (``Bí thư Xứ ủy X``); behind ``nguyên:`` all are former.
    """
    found = _UNKNOWN.finditer("".join(token.code for token in tokens))
    unknown = {index for match in found for index in range(*match.span())}
    former = _former(tokens[0]) and _HEADED.match(content, tokens[0].start) is not None
    out: list[Token] = []
    for index, token in enumerate(tokens):
        if index in unknown:
            continue
        if former and isinstance(token.value, Post):
            token = token._replace(value=replace(token.value, former=True))
        out.append(token._replace(code=",") if token.code == ";" else token)
    return out


def _others(tokens: list[Token]) -> bool:
    """Whether somebody else is named."""
    return any(isinstance(t.value, PersonMention) and t.value.name for t in tokens)


def _all_of_life(tokens: list[Token]) -> bool:
    """Whether a life is told between the marks: at first, and in each longer part after a semicolon."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.code == ";":
            parts.append([])
        else:
            parts[-1].append(token)
    told = [part for part in parts if part]
    if not told or not any(_of_life(token) for token in told[0]):
        return False
    return all(len(part) <= _SHORT or _of_life(part[0]) for part in told[1:])


def _of_life(token: Token) -> bool:
    return token.cue is not None and token.cue.key in _TOLD


def _former(token: Token) -> bool:
    return isinstance(token.value, Post) and token.value.former
