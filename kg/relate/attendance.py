"""Who does what at an event: chairs, speaks, reports, concludes, attends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mention import PersonMention, Scan
from kg.model import Participation, ParticipationRole, Sentence
from kg.relate.wording import alternation

_CUES = "event-cue"
_ROLES = (
    (ParticipationRole.CHAIRS, "chairs"),
    (ParticipationRole.CONCLUDES, "concludes"),
    (ParticipationRole.SPEAKS, "speaks"),
    (ParticipationRole.REPORTS, "reports"),
    (ParticipationRole.ATTENDS, "attends"),
)
_REACH = 160


@lru_cache(maxsize=4)
def _patterns(lexicon: Lexicon) -> tuple[tuple[ParticipationRole, re.Pattern[str]], ...]:
    return tuple(
        (role, re.compile(rf"(?<!\w){alternation(lexicon, _CUES, function)}(?!\w)"))
        for role, function in _ROLES
    )


def taking_part(scan: Scan, lexicon: Lexicon, offsets: Iterable[int]) -> tuple[Participation, ...]:
    """What people do in the sentences that name an event, each part once."""
    out: dict[tuple[str, str], Participation] = {}
    for index in dict.fromkeys(scan.text.sentence_at(offset) for offset in offsets):
        for found in participations(scan, lexicon, scan.text.sentences[index]):
            out.setdefault((found.person, found.role), found)
    return tuple(out.values())


def participations(scan: Scan, lexicon: Lexicon, sentence: Sentence) -> Iterator[Participation]:
    """The parts that the people of a sentence take: a verb right after a name, or names after a verb."""
    people = scan.people.within(sentence.start, sentence.end)
    if not people:
        return
    taken: set[int] = set()
    for role, pattern in _patterns(lexicon):
        for match in pattern.finditer(scan.text.folded, sentence.start, sentence.end):
            if any(match.start() <= t < match.end() for t in taken):
                continue
            taken.update(range(match.start(), match.end()))
            for person in _who(people, match, role):
                low, high = min(person.start, match.start()), max(person.end, match.end())
                yield Participation(person.name, role, scan.evidence(low, high))


def _who(people: list[PersonMention], match: re.Match[str], role: ParticipationRole) -> list[PersonMention]:
    """Before the verb its subject; after it, when nobody stands before, those who come, speak or conclude."""
    before = [p for p in people if p.end <= match.start() and match.start() - p.end < _REACH]
    after = [p for p in people if p.start >= match.end()]
    if role is ParticipationRole.ATTENDS:
        return before or after
    if before:
        return [before[-1]]
    return after[:1] if after and after[0].start - match.end() < _REACH else []
