"""Who is told to have left all offices, in whatever sentence: stripped of them, expelled, retired, dead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.lexicon import Lexicon
from kg.mention import PersonMention
from kg.model import Position, Status
from kg.relate.codes import Token

_STRIPS, _STRIPPED, _DIES, _RETIRED = "strips", "stripped", "dies", "retired"
_EXPELS, _EXPELLED = "expels", "expelled"
_DONE_TO = frozenset({_STRIPS, _EXPELS})
_TITLES = r"(?:[,(-]R(?:[,&]R)*[),-]?)?"
_OF_ONE = {
    _STRIPS: re.compile(rf"P{_TITLES}[^PRxXlNsVK;]*$"),
    _STRIPPED: re.compile(rf"P{_TITLES}[^PRxXlNsVK;]*$"),
    _EXPELS: re.compile(rf"P{_TITLES}[^PRxXlNsVK;]*$"),
    _EXPELLED: re.compile(rf"P{_TITLES}[^PRxXlNsVK;]*$"),
    _DIES: re.compile(rf"(?<![Ko])P{_TITLES}w{{0,2}}$"),
    _RETIRED: re.compile(rf"(?<![Ko])P{_TITLES}w?$"),
}
"""What stands between the one who left and the verb that says so."""
_TOGETHER = re.compile(rf"(?:^|O)((?:P{_TITLES},?)*P{_TITLES},?&)O?$")
_AND_OTHERS = re.compile(rf"P{_TITLES}((?:(?:;&?|,?&)O?P{_TITLES})+)[.,]?$")
"""`khai trừ đối với ông P, R; ông P, R`: all whom a measure regards, up to the end of the sentence."""
_MEANT = re.compile(r"[xXlNV][^P;]*$")
"""What makes it a proposal, a plan or a denial, before the person."""
_PARTY = re.compile(r"n?f")
_REGARDED = re.compile(r"n?f?[,w]{0,3}[do]P")
_LET_RETIRE = re.compile(r"w{0,3}dP")
"""`giải quyết nghỉ hưu trước tuổi đối với ông P`."""
_GRANTED = re.compile(r"[&,]?(w)w{0,7}(?:,w{1,9})?dP")
"""`quyết định nghỉ hưu và hưởng chế độ hưu trí đối với ông P`."""
_ALL_RETIRED = re.compile(r"w{0,3},?w?(w):?O?P")
"""`2 cán bộ được cho nghỉ hưu, gồm: ông P, R; bà P, R`."""
_BENEFITS, _CONSISTS, _REVOKES = "benefits", "consists", "revokes"
_OBJECT = re.compile(r"n?f?w{0,2}O?P")
"""`khai trừ khỏi Đảng ông P`."""
_PUNISHED = re.compile(r"(?:k[wn]{0,3}d?|d)[Oh]?$")
_PASSIVE = "passive"
_DELEGATE, _CAREER = "delegate", "career"
_HELD = frozenset({"post-after-name", "post-before-name", "now"})
"""The rules by which the dead held a post at last; what else is told of them is their career."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """A person who left all offices, or all ``party`` ones; ``dead`` ends also what was just taken."""

    name: str
    party: bool
    dead: bool
    seats: bool


def leavings(tokens: list[Token]) -> Iterator[tuple[PersonMention, Leaving]]:
    """The people of a sentence who are said to have left all their offices."""
    codes = "".join(token.code for token in tokens)
    for place, token in enumerate(tokens):
        key = token.cue.key if token.cue is not None else ""
        if key not in _OF_ONE or (key == _RETIRED and codes[place + 1 : place + 2] == "R"):
            continue
        owner = _owner(tokens, codes, place, key)
        if owner is None:
            continue
        if key != _DIES and _MEANT.search(codes, 0, owner):
            continue
        if key == _DIES and "N" in codes:
            continue
        stripped = key in (_STRIPS, _STRIPPED)
        party = key in (_EXPELS, _EXPELLED) or (stripped and _PARTY.match(codes, place + 1) is not None)
        for each in (*_beside(codes, owner), owner, *_after(codes, owner, place)):
            person = tokens[each].value
            if isinstance(person, PersonMention):
                yield person, Leaving(person.name, party, key == _DIES, not stripped)


def _beside(codes: str, owner: int) -> list[int]:
    """The tokens of those who are told together with the one named last (``ông P, R, và bà P, R, bị``)."""
    found = _TOGETHER.search(codes, 0, owner)
    return [i for i in range(found.start(1), found.end(1)) if codes[i] == "P"] if found is not None else []


def _after(codes: str, owner: int, place: int) -> list[int]:
    """The tokens of those who are told after the first one whom a measure regards."""
    found = _AND_OTHERS.match(codes, owner) if owner > place else None
    return [i for i in range(found.start(1), found.end(1)) if codes[i] == "P"] if found is not None else []


def _owner(tokens: list[Token], codes: str, place: int, key: str) -> int | None:
    """The token of the person whom the verb at ``place`` tells of."""
    after = _REGARDED.match(codes, place + 1) if key in (_STRIPS, _EXPELS) else None
    after = _let_retire(tokens, codes, place + 1) if key == _RETIRED else after
    if after is None and key == _EXPELS and not _is_passive(tokens, place - 1):
        after = _OBJECT.match(codes, place + 1)
    if after is not None:
        return after.end() - 1 if not _MEANT.search(codes, 0, place) else None
    before = _OF_ONE[key].search(codes, 0, place)
    if before is None or (key in _DONE_TO and not _suffers(tokens, codes, before.start(), place)):
        return None
    by = before.start()
    while by and codes[by - 1] in "R,&":
        by -= 1
    return codes.rfind("P", 0, by) if _by_whom(tokens, codes, by) else before.start()


def _let_retire(tokens: list[Token], codes: str, place: int) -> re.Match[str] | None:
    """Whom words behind a retirement name as those who retire, up to the first of them."""
    if any(t.cue is not None and t.cue.key == _REVOKES for t in tokens[:place]):
        return None
    for pattern, key in ((_GRANTED, _BENEFITS), (_ALL_RETIRED, _CONSISTS)):
        found = pattern.match(codes, place)
        cue = tokens[found.start(1)].cue if found is not None else None
        if cue is not None and cue.key == key:
            return found
    return _LET_RETIRE.match(codes, place)


def _by_whom(tokens: list[Token], codes: str, head: int) -> bool:
    """Whether a name with its titles is that of who lets somebody go (``P được R P cho nghỉ hưu``)."""
    return _is_passive(tokens, head - 1) and "P" in codes[:head]


def _is_passive(tokens: list[Token], place: int) -> bool:
    cue = tokens[place].cue if place >= 0 else None
    return cue is not None and cue.key == _PASSIVE


def _suffers(tokens: list[Token], codes: str, owner: int, place: int) -> bool:
    """Whether a measure is taken against the one named before it, who does not take it against others."""
    told = any(t.cue is not None and t.cue.key == _PASSIVE for t in tokens[owner:place])
    return told or _PUNISHED.search(codes, 0, owner) is not None or "k" in codes[owner:place]


def released(positions: Iterable[Position], left: Iterable[Leaving], lexicon: Lexicon) -> Iterator[Position]:
    """The positions, those that the people who left still seemed to hold ended."""
    told, known = list(positions), list(left)
    before = {_post(p) for p in told if p.status is Status.FORMER and p.rule != _CAREER}
    for position in told:
        ways = [w for w in known if w.name == position.person and _ends(w, position, lexicon)]
        if not ways or _post(position) in before:
            yield position
            continue
        told_of = any(way.dead for way in ways) and position.rule not in _HELD
        yield replace(position, status=Status.FORMER if told_of else Status.ENDED)


def _post(position: Position) -> tuple[str, str | None, str | None]:
    made = position.organization
    return position.person, position.role_concept, made.kind if made is not None else None


def _ends(leaving: Leaving, position: Position, lexicon: Lexicon) -> bool:
    concept = position.role_concept or ""
    if position.status is Status.APPOINTED and not leaving.dead:
        return False
    if position.status not in (Status.CURRENT, Status.APPOINTED):
        return False
    if leaving.party:
        return _in_party(position, lexicon)
    return leaving.seats or not concept.endswith(_DELEGATE)


def _in_party(position: Position, lexicon: Lexicon) -> bool:
    made = position.organization
    if made is None:
        concept = position.role_concept
        return concept is not None and lexicon.concept("role", concept).one("family") == "secretary"
    return lexicon.concept("body", made.kind).one("side") == "party"
