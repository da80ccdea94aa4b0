"""Careers that go on without a name: what the one spoken of was made next, or was at a time.

``Năm 2005, được bổ nhiệm R``; ``Từ tháng 5/2018 đến nay là R``; ``Đồng thời được phân công giữ chức R``; and
a whole career in one sentence, a step in each clause: ``từ 1996 - 2001 là R; tháng 2/2017 được điều động làm
R; tháng 5/2019, R``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.mention import PersonMention, Scan
from kg.model import Sentence
from kg.relate.codes import Token

_STEP = r"(?P<when>[w,-]{2,16})(?:g|(?:[br][,&]?){1,3}g?)n?"
_GOES_ON = re.compile(rf"(?:\+,?[br][br,&n]*g?n?|{_STEP}|t[nw]{{0,4}}:?|=)R")
_HELD_THEN = re.compile(rf"(?:{_STEP}|(?P<then>[w,-]{{2,16}})[br]?=)R")
"""A step of a career behind its time, which may say what somebody was then (``Năm 2010, là R``)."""
_NO_VERB = re.compile(r"[w,-]{2,8},R(?:[,&]R)*$")
"""A step of a career that several tell (``tháng 5/2019, R``)."""
_ONCE_HELD = re.compile(r"P(?:\([^()]*\))?[^PR;]*(t)(?:[,:nw]{0,4}R|[^PR;]*;$)")
"""`P từng giữ các chức vụ như R`, `P từng là cán bộ X;`."""
_PAST_ITEM = re.compile(r"R|[w,&-]{1,12}R[^Pbegrtxcs=]*$")
"""One more item of such a list, perhaps with words for no post before it (``cán bộ, rồi Trưởng phòng Z``)."""
_HEADING, _TITLE = re.compile(r"w{1,8}:"), re.compile(r"[^\W\d_][^\d:;,()]{0,40}: ")
_GOING_ON = ("concurrently", "from", "span", "sequel", "past", "once", "in-turn-holding", "is-now")
_OF_TIME = frozenset({*_GOING_ON, "until-now"})
_AT_A_TIME = re.compile(r"(?:[^\W\d]+ ){1,3}(?:\d{1,2}[/.-]){0,2}(?:19|20)\d\d(?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PASSIVE = "passive"
_SEVERAL = 2
_SHORT_NOW, _NOW_AND_TITLE = 6, 2
"""So many letters has a word for `now` that is no verb of being, and so many tokens that and a title are."""


def tells_more(scan: Scan, sentence: Sentence) -> bool:
    """Whether a sentence may go on with the one spoken of: it begins with a time or a word for it.

    So may one that tells a career behind a heading (``Quá trình công tác: từ 1996 - 2001 …``).
    """
    return _goes_on_at(scan, sentence.start) or _headed(scan, sentence)


def with_subject(tokens: list[Token], scan: Scan) -> list[Token]:
    """The tokens with the one spoken of in each clause that goes on without naming him.

    Where the sentence names one person (``Năm 2015, ông A làm R; tháng 5/2023 được bầu làm R``), those are
    the clauses after that one.
    """
    named = {token.start for token in tokens if token.code == "P"}
    if len(named) > 1:
        return tokens
    clauses = list(_clauses(tokens))
    begin = next((i + 1 for i, c in enumerate(clauses) if any(t.start in named for t in c)), 0)
    career = sum(_at_a_time(scan, clause[0].start) for clause in clauses if clause) >= _SEVERAL
    past = _listed_of_the_past(clauses[begin - 1]) if begin else None
    later: list[Token] = []
    for clause in clauses[begin:]:
        goes_on = past is not None and _PAST_ITEM.match("".join(token.code for token in clause))
        later.extend(_still_past(clause, past) if goes_on and past else _named(clause, scan, career=career))
    return [*(token for clause in clauses[:begin] for token in clause), *later]


def _listed_of_the_past(clause: list[Token]) -> Token | None:
    """The word for `once held` behind which somebody's posts are listed (``từng giữ các chức vụ: R; R``)."""
    found = _ONCE_HELD.search("".join(token.code for token in clause))
    return clause[found.start(1)] if found is not None else None


def _still_past(clause: list[Token], past: Token) -> list[Token]:
    """A clause with more of the posts that somebody once held, and the words that say so."""
    at = next(place for place, token in enumerate(clause) if token.code == "R")
    start = clause[at].start
    subject = Token("P", start, start, PersonMention(start, start, ""))
    return [*clause[:at], subject, past._replace(start=start, end=start), *clause[at:]]


def _named(clause: list[Token], scan: Scan, *, career: bool) -> list[Token]:
    if not clause or not _goes_on_at(scan, clause[0].start):
        return clause
    codes = "".join(token.code for token in clause).rstrip(";")
    then = _at_a_time(scan, clause[0].start)
    start = clause[0].start
    subject = Token("P", start, start, PersonMention(start, start, ""))
    match = (_HELD_THEN if then else _GOES_ON).match(codes)
    if match is not None and _title_acts(clause, match.end()):
        return clause
    if match is not None:
        when = max(0, *(match.end(group) for group in match.groupdict()))
        return clause if _of_others(clause[:when], scan) else [subject, *clause]
    if career and then and _NO_VERB.match(codes):
        post = codes.index("R")
        return [subject, *clause[:post], Token("=", clause[post].start, clause[post].start), *clause[post:]]
    return clause


def _title_acts(clause: list[Token], end: int) -> bool:
    """`Hiện Thủ tướng đã chỉ đạo`: behind a word for `now` alone, the title is the subject of a verb."""
    now, after = clause[0], clause[end : end + 1]
    bare = now.code == "=" and now.end - now.start <= _SHORT_NOW and end == _NOW_AND_TITLE
    return bare and bool(after) and after[0].code not in ",;()"


def _clauses(tokens: list[Token]) -> Iterator[list[Token]]:
    """The clauses of a sentence, each with the mark that ends it, and a heading by itself."""
    heading = _HEADING.match("".join(token.code for token in tokens))
    begin = heading.end() if heading is not None else 0
    if begin:
        yield tokens[:begin]
    for place in range(begin, len(tokens)):
        if tokens[place].code == ";":
            yield tokens[begin : place + 1]
            begin = place + 1
    yield tokens[begin:]


def _of_others(when: list[Token], scan: Scan) -> bool:
    """Whether somebody else is told of between a time and a verb (``Năm 2015, 3 người được bầu làm R``)."""
    content = scan.text.content
    times = (i for i, t in enumerate(when) if t.code in ",-" or _YEAR.fullmatch(content, t.start, t.end))
    told = [t for t in when[max(times, default=-1) + 1 :] if t.cue is None or t.cue.key not in _OF_TIME]
    return bool(told) and (told[0].cue is None or told[0].cue.key != _PASSIVE)


def _goes_on_at(scan: Scan, start: int) -> bool:
    return any(hit.concept.key in _GOING_ON for hit in scan.hits_at(start, "cue")) or _at_a_time(scan, start)


def _at_a_time(scan: Scan, start: int) -> bool:
    return _AT_A_TIME.match(scan.text.content, start) is not None


def _headed(scan: Scan, sentence: Sentence) -> bool:
    """Whether a time follows a heading that a sentence begins with."""
    heading = _TITLE.match(scan.text.content, sentence.start, sentence.end)
    return heading is not None and _at_a_time(scan, heading.end())
