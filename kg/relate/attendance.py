"""Who does what at an event: chairs, speaks, reports, concludes, attends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mention import PersonMention, Scan
from kg.model import BlockKind, Participation, ParticipationRole, Sentence
from kg.patterns import compiled
from kg.relate.phrases import surface
from kg.relate.wording import alternation, finder

_CUES = "event-cue"
_ROLES = (
    (ParticipationRole.CHAIRS, "chairs"),
    (ParticipationRole.CONCLUDES, "concludes"),
    (ParticipationRole.SPEAKS, "speaks"),
    (ParticipationRole.REPORTS, "reports"),
    (ParticipationRole.ATTENDS, "attends"),
)
_REACH = 160
_OPENING = 40
_STOP = re.compile(r"\w{4,}\.\s")


@lru_cache(maxsize=4)
def _patterns(lexicon: Lexicon) -> tuple[tuple[ParticipationRole, re.Pattern[str]], ...]:
    compound = alternation(lexicon, _CUES, "compound")
    there_is = alternation(lexicon, _CUES, "there-is")
    side = rf"{alternation(lexicon, _CUES, 'side')}(?=(?:\s[^\s,;:.]+){{1,6}}?,?\s{there_is}(?!\w))"
    verbs = {function: alternation(lexicon, _CUES, function) for _, function in _ROLES}
    verbs["attends"] = rf"{verbs['attends']}|{side}"
    return tuple(
        (role, re.compile(rf"(?<!\w)(?:{compound}|(?P<verb>{verbs[function]}))(?!\w)"))
        for role, function in _ROLES
    )


def _takes_part(scan: Scan, lexicon: Lexicon, sentence: Sentence) -> bool:
    """Whether a sentence has any word for taking part: one look before the look at each."""
    verbs = finder(lexicon, _CUES, "side", *(function for _, function in _ROLES))
    return verbs.search(scan.text.folded, sentence.start, sentence.end) is not None


def taking_part(scan: Scan, lexicon: Lexicon, offsets: Iterable[int]) -> tuple[Participation, ...]:
    """What people do in the sentences that name an event, each part once."""
    out: dict[tuple[str, str], Participation] = {}
    for index in dict.fromkeys(scan.text.sentence_at(offset) for offset in offsets):
        for found in participations(scan, lexicon, scan.text.sentences[index]):
            out.setdefault((found.person, found.role), found)
    return tuple(out.values())


def goes_on(scan: Scan, lexicon: Lexicon, index: int, *, adjacent: bool) -> bool:
    """Whether a sentence without the event's name still tells of those who took part in it.

    It opens with a word for taking part (``Cùng dự có …``, ``Phát biểu chỉ đạo, …``) or, if it is right after
    the event, with the people who do (``Đồng chí A, Bí thư Tỉnh ủy dự và phát biểu``).
    """
    sentence = scan.text.sentences[index]
    people = scan.people.within(sentence.start, sentence.end)
    if not people or sentence.kind in (BlockKind.TITLE, BlockKind.HEADING):
        return False
    if not _takes_part(scan, lexicon, sentence):
        return False
    for _, pattern in _patterns(lexicon):
        match = next(
            (m for m in pattern.finditer(scan.text.folded, sentence.start, sentence.end) if m["verb"]), None
        )
        if match is None:
            continue
        opens = match.start() - sentence.start <= _OPENING
        if opens or (
            adjacent and people[0].start - sentence.start <= _OPENING and people[0].end <= match.start()
        ):
            return True
    return False


def participations(scan: Scan, lexicon: Lexicon, sentence: Sentence) -> Iterator[Participation]:
    """The parts that the people of a sentence take: a verb right after a name, or names after a verb."""
    people = scan.people.within(sentence.start, sentence.end)
    if not people or not _takes_part(scan, lexicon, sentence):
        return
    acts = [
        (role, match)
        for role, pattern in _patterns(lexicon)
        for match in pattern.finditer(scan.text.folded, sentence.start, sentence.end)
        if match["verb"] is not None
    ]
    words = {place for _, match in acts for place in range(match.start(), match.end())}
    parts = _Parts(scan, lexicon, [p for p in people if p.start not in words])
    taken: set[int] = set()
    for role, match in acts:
        if taken.isdisjoint(range(match.start(), match.end())):
            taken.update(range(match.start(), match.end()))
            for person in parts.of(match.start(), match.end(), role):
                low, high = min(person.start, match.start()), max(person.end, match.end())
                yield Participation(person.name, role, scan.evidence(low, high))


class _Parts:
    """Whose part a verb tells: its subject before it, else those named after it."""

    def __init__(self, scan: Scan, lexicon: Lexicon, people: list[PersonMention]) -> None:
        self._scan = scan
        self._folded = scan.text.folded
        self._people = people
        self._else = finder(lexicon, _CUES, "says", "clause")
        plural = surface(lexicon, "cue", "plural")
        honorific = surface(lexicon, "cue", "honorific")
        self._plural = compiled(rf"(?<!\w){plural}\s{honorific}[\s:,]*$")
        self._many = compiled(rf"{plural}\s")
        self._joined = compiled(
            rf"(?:\s?[,(–-].*)?(?:;\s?|\s{surface(lexicon, 'cue', 'and')}\s)(?:{honorific}[\s:,]*)?"
        )
        self._jointly = compiled(rf"{alternation(lexicon, _CUES, 'jointly')}(?!\w)")
        there_is = alternation(lexicon, _CUES, "there-is")
        self._there_is = compiled(rf"(?:\s[^\s,;:.]+){{0,6}}?\s{there_is}(?!\w)")
        self._acts = _patterns(lexicon)
        self._to = compiled(rf"\s{alternation(lexicon, _CUES, 'with')}(?!\w)")
        self._at = compiled(rf"\s{alternation(lexicon, _CUES, 'at')}\s[^,]*,")

    def of(self, start: int, end: int, role: ParticipationRole) -> list[PersonMention]:
        """The people whose part it is; several for those who attend and those who chair together."""
        subject = self._chain([p for p in reversed(self._people) if p.end <= start], start)
        if subject and role is ParticipationRole.CHAIRS:
            jointly = self._jointly.match(self._folded, start) is not None
            if jointly or self._several(subject[-1].start):
                return subject[::-1]
            return self._listing(subject)[::-1]
        if role is ParticipationRole.ATTENDS:
            listed = [p for p in self._people if p.start >= end]
            if self._there_is.match(self._folded, end) and self._chain(listed, end):
                return self._chain(listed, end)
            return subject[::-1] or self._chain([p for p in self._people if p.start >= end], end)
        if subject:
            return subject[:1]
        if (
            role is ParticipationRole.REPORTS
            and not self._opens(start, end)
            and not self._at.match(self._folded, end)
        ):
            return []
        named = self._chain([p for p in self._people if p.start >= end], end)
        if role is ParticipationRole.CHAIRS and named:
            if self._several(named[0].start):
                return named
            opened = self._there_is.match(self._folded, end) or ":" in self._folded[end : named[0].start]
            return self._listing(named) if opened else named[:1]
        return named[:1]

    def _listing(self, people: list[PersonMention]) -> list[PersonMention]:
        """The first of those named, and those whom semicolons or `and` join to them, each with a title.

        The titles may stand behind the names or before them (``R A; R, R B chủ trì``), one for several bare
        names (``các R: A, B, C``).
        """
        joined = people[:1]
        for person in people[1:]:
            near = sorted((joined[-1], person), key=lambda p: p.start)
            after_title = self._joined.fullmatch(self._folded, near[0].end, near[1].start)
            bare = self._folded[near[0].end : near[1].start] == ", "
            if after_title is None and not (bare or self._entitled(near[0].end, near[1].start)):
                break
            joined.append(person)
        return joined

    def _entitled(self, start: int, end: int) -> bool:
        """Whether a semicolon parts two names and the title of the second one, or of several, follows it."""
        mark = self._folded.rfind(";", start, end)
        many = self._many.match(self._folded, mark + 2) if mark >= 0 else None
        return mark >= 0 and self._scan.roles.at(many.end() if many is not None else mark + 2) is not None

    def _another_act(self, words: str) -> bool:
        """Whether a further verb of taking part stands between two names, not as a part of a title."""
        return any(m["verb"] is not None for _, act in self._acts for m in act.finditer(words))

    def _opens(self, start: int, end: int) -> bool:
        """Whether a report opens its sentence, not one that is made to somebody."""
        before = self._folded[max(0, start - 2) : start]
        return (not before.strip() or before[:1] in ".!?\n") and self._to.match(self._folded, end) is None

    def _several(self, start: int) -> bool:
        """Whether a plural stands before the first of those named (``các đồng chí: …``)."""
        return self._plural.search(self._folded, max(0, start - _OPENING), start) is not None

    def _chain(self, people: list[PersonMention], place: int) -> list[PersonMention]:
        """The people one after the other from ``place``, as far as nothing else is told between them."""
        chain: list[PersonMention] = []
        for person in people:
            between = self._folded[min(place, person.end) : max(place, person.start)]
            if len(between) > _REACH or self._else.search(between) or _STOP.search(between):
                break
            if chain and self._another_act(between):
                break
            chain.append(person)
            place = person.end if person.start >= place else person.start
        return chain
