"""A sentence as a string of codes, one letter a mention, cue or mark; rules are patterns over that string.

====  ===========================================  ====  ====================================
code  stands for                                   code  stands for
====  ===========================================  ====  ====================================
P     a person                                     b     elected, appointed, assigned
R     a post                                       e     dismissed, released, retired
O     plural (``các``, ``hai``)                    x     proposed only
&     and                                          t     held in the past
+     concurrently                                 y     in place of
r     transferred                                  c     in the capacity of
=     is                                           d     regarding, for
g     holds, takes the post of                     o     of
n     the word for post                            k     disciplined
N     negation, in another's stead                 u     passive
a     all are                                      f     (posts) in the party
B     elects, appoints (actively)                  E     dismisses (actively)
Q     transfers (actively)                         v     before (an office)
l     in the future                                K     kin of
s     says                                         D     during (an office)
X     asks to leave                                G     granted
Z     revoked                                      z     not true
w     any other words                              V     before (something happened)
====  ===========================================  ====  ====================================
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.lexicon import Concept, Hit
from kg.mention import PersonMention, Scan, longest
from kg.model import BAR, Sentence
from kg.relate.phrases import QUOTES
from kg.relate.posts import Post

_CODES = {
    "plural": "O",
    "and": "&",
    "and-then": "&",
    "with": "&",
    "concurrently": "+",
    "is": "=",
    "is-now": "=",
    "all-are": "a",
    "holds": "g",
    "joins": "g",
    "post": "n",
    "appoints": "B",
    "elects": "B",
    "assigns": "B",
    "approves": "B",
    "hands-over": "B",
    "hands-on": "w",
    "announces-decision": "w",
    "appointed": "b",
    "elected": "b",
    "wins": "b",
    "re-elected": "b",
    "all-together": "w",
    "until": "w",
    "at-that-time": "w",
    "when": "w",
    "moment": "w",
    "grounds": "w",
    "apart-from": "w",
    "unlawfully": "w",
    "born": "w",
    "lives": "w",
    "life": "w",
    "also-named": "w",
    "assigned": "b",
    "approved": "b",
    "transfers": "Q",
    "transferred": "r",
    "passive": "u",
    "capacity": "c",
    "before-holding": "c",
    "by": "w",
    "case": "w",
    "sends": "w",
    "dismisses": "E",
    "strips": "E",
    "stripped": "e",
    "relieves": "E",
    "ended": "e",
    "dismissed": "e",
    "retired": "e",
    "dies": "e",
    "resigned": "e",
    "withdraws": "e",
    "before-office": "v",
    "before-that": "v",
    "before-clause": "V",
    "during": "D",
    "in-party": "f",
    "until-now": "w",
    "proposed": "x",
    "candidate": "x",
    "purpose": "w",
    "benefits": "w",
    "in-doing": "w",
    "revoked": "Z",
    "denied": "z",
    "past": "t",
    "in-turn": "w",
    "in-turn-holding": "t",
    "in-office": "t",
    "former": "w",
    "consists": "w",
    "among-which": "w",
    "from": "w",
    "replaces": "y",
    "regarding": "d",
    "of": "o",
    "discipline": "k",
    "extended": "k",
    "negation": "N",
    "assists": "N",
    "pretends": "N",
    "asks-to-leave": "X",
    "granted": "G",
    "future": "l",
    "each": "w",
    "once": "w",
    "expels": "w",
    "expelled": "w",
    "revokes": "w",
    "sequel": "w",
    "so-then": ";",
    "turns-to": "w",
    "visits": "w",
    "kin": "K",
    "says": "s",
    "honorific": "h",
    "person-pronoun": "h",
    "rank": "h",
    "degree": "w",
}
_MARKS = {",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "-": "-", "–": "-", "—": "-", "/": ","}
_BAR = BAR.strip()
"""Between the cells of a row; at the end of a caption it says nothing."""
_WORDS = re.compile(r"[^\W_]+|[^\w\s]")
_QUOTED = re.compile(r"\s?[\"“‘'«]")
_NO_CODES = frozenset({"none", "accordingly"})
"""Words that only look like others (``Cụ thể`` is no form of address)."""
_NO_CUES: dict[int, Hit] = {}
_LEARNED, _PARTING, _TOLD_OF = frozenset({"rank", "degree"}), frozenset(",(-"), frozenset("P)")
_SAID = re.compile(r"[\"”’'»],")
"""Somebody's words end before a comma (``…”, ông A nói``)."""
_ACTIVE = {"B": "b", "E": "e", "Q": "r"}
_SETTLED, _NEAR = frozenset("ufX").union(_ACTIVE), 3
"""Codes whose surroundings decide what they stand for, and how near what is asked for is granted before."""
_LONG, _LETTERS = 4, 2
_ALSO_NAMED, _OTHER_NAME = frozenset({"also-named", "is", "life"}), re.compile(r"[=:wh]{0,2}P")
_OBJECT = re.compile(r"[BQ]P[^;P]*$")
"""A verb of appointing with its object, up to the end of a clause."""
_ITS_POST = re.compile(r"R(?:$|[,&(](?![^;]*[PdS]))")
"""A post at the end of a clause in which nobody is named any more."""
_ENDING = ("e", "E", "n")
_ONCE, _TAKES_OR_HOLDS = "once", "gbBrQ"
_COUNTS = frozenset({"each", _ONCE})
_VERBS = "begtrcx=wus"


class Token(NamedTuple):
    """A code with the span that it stands for, and the post, person or cue behind it."""

    code: str
    start: int
    end: int
    value: Post | PersonMention | None = None
    number: int = 0
    cue: Concept | None = None


def tokens(scan: Scan, sentence: Sentence, posts: list[Post]) -> list[Token]:
    """The sentence as tokens: mentions first, then cues, marks and words in the gaps."""
    spans = [Token("R", p.start, p.end, p) for p in posts]
    taken = [(p.start, p.end) for p in posts]
    spans.extend(
        Token("P", person.start, person.end, person)
        for person in scan.people.within(sentence.start, sentence.end)
        if not any(a <= person.start < b for a, b in taken)
    )
    spans.sort(key=lambda t: t.start)
    out: list[Token] = []
    place = sentence.start
    for span in [*spans, Token("", sentence.end, sentence.end)]:
        if span.start >= place:
            out.extend(_gap(scan, place, span.start))
            if span.code:
                out.append(span)
                place = span.end
    plain = _without_aliases(_without_degrees(_without_ranks(out), scan.text.content))
    return _passive(_once_held(_addressed(plain)))


def _without_aliases(tokens: list[Token]) -> list[Token]:
    """The tokens without another name of somebody, told right behind the name, and the mark before it.

    ``P (tức P), R``; ``P, bí danh P, R``; ``P (tên thật là P - R)``.
    """
    if not any(_key(token) in _ALSO_NAMED for token in tokens):
        return tokens
    out: list[Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        behind = len(out) > 1 and out[-1].code in "(,-" and out[-2].code == "P"
        if behind and _key(token) in _ALSO_NAMED:
            codes = "".join(t.code for t in tokens[place + 1 : place + 4])
            other = _OTHER_NAME.match(codes)
            if other is not None:
                place += other.end() + 1
                following = tokens[place].code if place < len(tokens) else ""
                if out[-1].code != "(":
                    out.pop()
                elif following == ")":
                    out.pop()
                    place += 1
                elif following in tuple(",;-"):
                    place += 1
                continue
        out.append(token)
        place += 1
    return out


def _without_degrees(tokens: list[Token], content: str) -> list[Token]:
    """The tokens without degrees and professions told beside a name, with their field and the mark before.

    ``P (47 tuổi, thạc sĩ xây dựng), R``; ``P, kỹ sư cơ khí, R``: nobody else is addressed by them.
    """
    if not any(_key(token) in _LEARNED for token in tokens):
        return tokens
    out: list[Token] = []
    place, opened = 0, False
    while place < len(tokens):
        token = tokens[place]
        beside = len(out) > 1 and out[-1].code in _PARTING and (opened or out[-2].code in _TOLD_OF)
        if beside and _key(token) in _LEARNED and (opened or content[token.start].islower()):
            place += 1
            while place < len(tokens) and _of_field(tokens[place]):
                place += 1
            closed = tokens[place].code if place < len(tokens) else ""
            if out[-1].code == "(" and closed == ",":
                place += 1
            elif out[-1].code == "(" and closed == ")":
                out.pop()
                place, opened = place + 1, False
            elif out[-1].code != "(" and closed != "P":
                out.pop()
            continue
        opened = (token.code == "(" and bool(out) and out[-1].code == "P") or (opened and token.code != ")")
        out.append(token)
        place += 1
    return out


def _of_field(token: Token) -> bool:
    """Whether a word may be of the field of a degree (``cử nhân Anh văn``)."""
    return token.code == "h" or (token.code == "w" and token.cue is None)


def _without_ranks(tokens: list[Token]) -> list[Token]:
    """The tokens without ranks between a name and its posts (``P, Đại tá, R``), nor the mark before each.

    So it is of one between the posts themselves, unless another name follows (``P - R; Đại tá, R``).
    """
    out: list[Token] = []
    for place, token in enumerate(tokens):
        rank = token.cue is not None and token.cue.key == "rank"
        if rank and len(out) > 1 and out[-1].code in ",-;" and out[-2].code in "PR":
            following = "".join(t.code for t in tokens[place + 1 : place + 4])
            listed = following.startswith(",R") and not following.endswith("P")
            if listed if out[-2].code == "R" else (following[:1] == "," and out[-1].code != ";"):
                out.pop()
                continue
        out.append(token)
    return out


def _once_held(tokens: list[Token]) -> list[Token]:
    """The tokens, a word for `once` and the verb on a post behind it as one that tells of the past.

    ``từng đảm trách R``, ``từng được giao giữ chức R``; before other words it counts (``từng đồng chí``).
    """
    if not any(_key(token) == _ONCE for token in tokens):
        return tokens
    out: list[Token] = []
    for token in tokens:
        before = len(out) - 1
        while before >= 0 and out[before].code == "u":
            before -= 1
        if token.code in _TAKES_OR_HOLDS and before >= 0 and _key(out[before]) == _ONCE:
            del out[before + 1 :]
            token = token._replace(code="t", start=out.pop().start)
        out.append(token)
    return out


def _passive(tokens: list[Token]) -> list[Token]:
    """Verbs of appointing and dismissing that say what happens to the one named before them.

    They do after a passive word in the same clause, when their object is left out (``bổ nhiệm giữ chức``),
    where a dismissal is a disciplinary measure that the sentence is about, and behind another verb whose
    object stays the same (``điều động P về Sở X, giao R``).  Who asks to leave has left when that was
    granted.
    """
    if not any(token.code in _SETTLED for token in tokens):
        return tokens
    out: list[Token] = []
    passive = False
    disciplined = any(token.code == "k" for token in tokens)
    granted = max((place for place, token in enumerate(tokens) if token.code == "G"), default=0)
    for place, token in enumerate(tokens):
        if token.code in "ubr":
            passive = True
        elif token.code == ";" or (token.code == "P" and not _acts(tokens, place)):
            passive = False
        following = tokens[place + 1].code if place + 1 < len(tokens) else ""
        code = token.code
        if code == "f" and (not out or out[-1].code not in _ENDING):
            code = "w"
        happens = passive or following == "g" or (code == "E" and disciplined)
        if code in _ACTIVE and (happens or _goes_on(tokens, place)):
            code = _ACTIVE[code]
        if code == "X":
            code = _asked(tokens, place, granted)
        elif code == "u":
            code = "w"
        out.append(token if code == token.code else token._replace(code=code))
    return out


def _asked(tokens: list[Token], place: int, granted: int) -> str:
    """What asking to leave at ``place`` says: the post was left where that is granted, else it is held."""
    if place < granted or any(token.code == "G" for token in tokens[max(0, place - _NEAR) : place]):
        return "e"
    held = next((token.code for token in tokens[place + 1 :] if token.code != "n"), "")
    return "g" if held == "R" else "w"


def _goes_on(tokens: list[Token], place: int) -> bool:
    """Whether a verb with a post goes on with the person whom an active one before it regards."""
    if not place or tokens[place - 1].code not in ",&" or not any(t.code == "P" for t in tokens[:place]):
        return False
    codes = "".join(token.code for token in tokens)
    return _OBJECT.search(codes, 0, place) is not None and _ITS_POST.match(codes, place + 1) is not None


def _acts(tokens: list[Token], place: int) -> bool:
    """Whether a person is the one by whom something is done (``được Thủ tướng A bổ nhiệm``)."""
    before = place - 1
    while before >= 0 and tokens[before].code in "R,&":
        before -= 1
    return before >= 0 and tokens[before].code == "u"


def _gap(scan: Scan, start: int, end: int) -> Iterator[Token]:
    """Cues, marks and words between two mentions."""
    if end - start == 1 and scan.text.content[start] == " ":
        return
    hits = [h for h in scan.hits_within(start, end, "cue") if h[2].key in _CODES or h[2].key in _NO_CODES]
    cues = {h[0]: h for h in longest(hits) if h[2].key in _CODES} if hits else _NO_CUES
    place = start
    content = scan.text.content
    if content[start - 1 : start + 1] == ". " and _addressed_at(scan, end):
        yield Token(";", start - 1, start)
    if _SAID.match(content, start, end):
        yield Token("s", start, start + 1)
        place = start + 2
    for match in _WORDS.finditer(content, start, end):
        begin = match.start()
        if begin < place:
            continue
        cue = cues.get(begin)
        if cue is not None:
            code = _CODES[cue.concept.key]
            quoted = code == "h" and content[begin - 1] in QUOTES
            number = _number(match.group())
            yield Token("w" if quoted else code, cue.start, cue.end, number=number, cue=cue.concept)
            place = cue.end
            continue
        word = match.group()
        if word == ":" and _QUOTED.match(content, match.end(), end + 1):
            yield Token("s", begin, match.end())
            continue
        if word[0].isalnum():
            yield Token("w", begin, match.end(), number=_number(word))
        elif word in _MARKS:
            yield Token(_MARKS[word], begin, match.end())
        elif word == _BAR and match.end() < end:
            yield Token(",", begin, match.end())


def _addressed_at(scan: Scan, start: int) -> bool:
    """Whether somebody is addressed by a capitalised word here: a sentence begins after `TP.`."""
    person = scan.people.at(start)
    if person is None or not person.honorific:
        return False
    address = scan.text.content.rfind(".", 0, start) + 2
    return scan.text.content[address : address + 1].isupper()


def _number(word: str) -> int:
    """The small number that a word is, else 0."""
    return int(word) if word.isdecimal() and len(word) < _LONG else 0


def _addressed(tokens: list[Token]) -> list[Token]:
    """Forms of address and ranks right before a person belong to the person, who keeps the last as cue."""
    out: list[Token] = []
    for token in tokens:
        while token.code == "P" and out and (out[-1].code == "h" or _joins_degrees(out)):
            address = out.pop()
            token = token if token.cue is not None else token._replace(cue=address.cue)
        out.append(token)
    nearby = zip([None, *out], out, [*out[1:], None], [*out[2:], None, None], strict=False)
    return [
        t if t.code != "h" else _pronoun(t, before, None if _initials(after, second) else after, second)
        for before, t, after, second in nearby
    ]


def _joins_degrees(out: list[Token]) -> bool:
    """Whether a hyphen ends the tokens that joins a degree to the next one (``BS-CKII``)."""
    return len(out) > 1 and out[-1].code == "-" and out[-2].code == "h" and out[-2].end == out[-1].start


def _initials(first: Token | None, second: Token | None) -> bool:
    """Whether somebody's name is told by letters alone (``ông T. N.``)."""
    letters = [t for t in (first, second) if t is not None and t.code == "w" and t.end - t.start == 1]
    return len(letters) == _LETTERS and letters[1].start - letters[0].end == len(". ")


def _key(token: Token) -> str | None:
    return token.cue.key if token.cue is not None else None


def _pronoun(token: Token, before: Token | None, following: Token | None, second: Token | None) -> Token:
    """A form of address without a name stands for the person spoken of, if a verb on a post follows.

    So does one that opens a sentence before a former post (``Ông nguyên là Bí thư Tỉnh ủy``).
    After a number above one it counts people (``bầu 36 đồng chí vào Ban Chấp hành``), after the word for `is`
    it is a degree (``là Thạc sĩ quản trị kinh doanh``), and one with an age is of somebody not told of before
    (``Tiến sĩ 41 tuổi làm Hiệu trưởng``).
    """
    learned = _key(token) in _LEARNED
    degree = before is not None and before.code == "=" and _key(token) == "rank"
    degree = degree or (learned and following is not None and following.number > 1)
    counted = before is not None and (before.number > 1 or _key(before) in _COUNTS)
    told = following is not None and following.start == token.end + 1
    verb = told and following is not None and following.code in _VERBS
    held = told and before is None and _formerly(following, second)
    if held or (verb and not counted and not degree):
        return Token("P", token.start, token.end, PersonMention(token.start, token.end, ""))
    return Token("w", token.start, token.end, cue=token.cue)


def _formerly(post: Token | None, following: Token | None) -> bool:
    """Whether a token is a post that was held once, and not by somebody who is named behind it."""
    named = following is not None and following.code in _TOLD_OF
    return post is not None and isinstance(post.value, Post) and post.value.former and not named
