"""Events: meetings, sessions, congresses and ceremonies that an article reports as taking place.

A mention is a head noun (``hội nghị``) or a verb that stands for one (``họp``, ``làm việc với``).  It counts
when the words around it report it (``tại hội nghị``, ``tổ chức hội nghị``, ``hội nghị diễn ra``), not when
it is planned, regular or only part of another name (``Nghị quyết Đại hội``).  Mentions of one event are
merged: the same kind of event without another date or organiser of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon import Concept, Hit, Lexicon
from kg.mention import Scan, longest
from kg.model import BlockKind, Event, Organization, Participation
from kg.relate.attendance import participations
from kg.relate.days import Day, days
from kg.relate.hosts import Hosts
from kg.relate.relevance import Relevance
from kg.relate.wording import alternation, ending, finder
from kg.relate.years import Years

__all__ = ["events"]

_CUES = "event-cue"
_WINDOW = 40
_SOLID = frozenset({"congress", "session"})
_PUBLIC = 2


@dataclass(frozen=True, slots=True)
class _Mention:
    """A reported event as one sentence names it."""

    start: int
    end: int
    concept: Concept
    verb: bool
    strong: bool
    date: str | None
    dated: tuple[int, int] | None
    organizers: tuple[Organization, ...]
    own: bool
    caption: bool
    earlier: bool


@dataclass(frozen=True, slots=True)
class _Grammar:
    before: re.Pattern[str]
    after: re.Pattern[str]
    planned: re.Pattern[str]
    future: re.Pattern[str]
    earlier: re.Pattern[str]
    about: re.Pattern[str]
    place: re.Pattern[str]
    ordinal: re.Pattern[str]
    intended: re.Pattern[str]


@lru_cache(maxsize=4)
def _grammar(lexicon: Lexicon) -> _Grammar:
    return _Grammar(
        before=ending(lexicon, _CUES, "at", "holds"),
        after=re.compile(rf"[\s,]*{alternation(lexicon, _CUES, 'happens')}(?!\w)"),
        planned=ending(lexicon, _CUES, "planned"),
        future=re.compile(rf"(?:\s\S+){{0,8}}?\s{alternation(lexicon, _CUES, 'future')}(?!\w)"),
        earlier=finder(lexicon, _CUES, "earlier"),
        about=re.compile(rf"\s{alternation(lexicon, _CUES, 'about')}\s"),
        place=re.compile(rf"(?<!\w){alternation(lexicon, _CUES, 'place')}\s"),
        ordinal=re.compile(rf"\s(?:{alternation(lexicon, _CUES, 'ordinal')}\s)?(?:\d{{1,3}}|[ivxl]+)(?!\w)"),
        intended=finder(lexicon, _CUES, "intended"),
    )


def events(scan: Scan, lexicon: Lexicon) -> Iterator[Event]:
    """The events of an article, each once, in the order of their first mention."""
    reader = _Reader(scan, lexicon)
    groups = reader.merged()
    if not groups:
        return
    public = Relevance(scan, lexicon).bodies >= _PUBLIC
    for group in groups:
        event = reader.claim(group)
        if event.organizers or public:
            yield event


class _Reader:
    """Reads the events of one text."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._folded = scan.text.folded
        self._grammar = _grammar(lexicon)
        self._hosts = Hosts(scan, lexicon)
        self._years = Years(scan, lexicon)

    def merged(self) -> list[list[_Mention]]:
        """Groups of mentions, one for each event."""
        groups: list[list[_Mention]] = []
        for mention in self._mentions():
            group = next((g for g in groups if self._same(g, mention)), None)
            if group is not None:
                group.append(mention)
            elif mention.strong and (not groups or self._another(groups, mention)):
                groups.append([mention])
        return groups

    def _same(self, group: list[_Mention], mention: _Mention) -> bool:
        """Whether a mention can speak of the event of a group."""
        dates = {m.date for m in group if m.date is not None}
        if mention.date is not None and dates and mention.date not in dates:
            return False
        days_ = {m.dated for m in group if m.dated is not None}
        if mention.dated is not None and days_ and mention.dated not in days_:
            return False
        known = next((m.organizers for m in group if m.own), ())
        kinds = {m.concept.key for m in group}
        if mention.concept.key in kinds:
            return not (mention.own and known and not _overlap(mention.organizers, known))
        if mention.dated is not None and not days_:
            return False
        families = {m.concept.one("family") for m in group}
        if mention.concept.one("family") in families:
            return not (mention.own and known and not _overlap(mention.organizers, known)) and not (
                mention.dated is not None and mention.verb
            )
        return mention.dated is None and not mention.own and mention.concept.one("family") == "ceremony"

    def _another(self, groups: list[list[_Mention]], mention: _Mention) -> bool:
        """Whether a further event is told firmly enough: with its own date, organiser or act."""
        if mention.caption:
            return False
        return mention.dated is not None or (mention.own and mention.strong)

    def _mentions(self) -> Iterator[_Mention]:
        found: list[_Mention] = []
        for hit in longest(self._hits()):
            mention = self._mention(hit)
            if mention is not None:
                found.append(mention)
        found.sort(key=lambda m: (m.start, m.end))
        yield from found

    def _hits(self) -> list[Hit]:
        return [
            h
            for h in self._scan.hits
            if h.concept.scheme == "event" or (h.concept.scheme == _CUES and h.concept.one("type"))
        ]

    def _mention(self, hit: Hit) -> _Mention | None:
        if hit.concept.one("grade") == "ignored" or self._scan.bodies.covering(hit.start) is not None:
            return None
        sentence = self._scan.sentence(hit.start)
        verb = hit.concept.scheme == _CUES
        concept = self._lexicon.follow(hit.concept.one("type") or "") if verb else hit.concept
        before = self._folded[max(sentence.start, hit.start - _WINDOW) : hit.start].rstrip(" \"“‘'(")
        after = self._folded[hit.end : sentence.end]
        if self._planned(before, after, sentence.start, hit):
            return None
        host = self._hosts.of(hit.start, hit.end, verb, concept)
        day = self._day(sentence.start, sentence.end, hit)
        if verb:
            told = day is not None or (self._completed(before, hit) and hit.concept.key != "reviews")
            strong = bool(host.organizers) and (told or self._headline(sentence.kind, hit))
            strong = strong and not self._noun_follows(hit) and self._met(hit)
        else:
            strong = self._reported(before, after, sentence.start, hit, day)
        if verb and not strong:
            return None
        date, dated = self._date(day)
        earlier = self._grammar.earlier.search(self._folded, sentence.start, hit.start) is not None
        return _Mention(
            hit.start,
            hit.end,
            concept,
            verb,
            strong,
            date,
            dated,
            host.organizers,
            host.own,
            sentence.kind == BlockKind.CAPTION,
            earlier,
        )

    def _completed(self, before: str, hit: Hit) -> bool:
        """Whether a verb is told as done (``vừa họp``, ``đã họp``) or opens the article."""
        words = self._folded[hit.start : hit.end].split()
        return len(words) > 1 or self._grammar.after.match(" " + before.rsplit(" ", 1)[-1]) is not None

    def _headline(self, kind: BlockKind, hit: Hit) -> bool:
        """Whether a title says that one body works with another."""
        return kind == BlockKind.TITLE and hit.concept.key == "works"

    def _met(self, hit: Hit) -> bool:
        """Whether a working session names an organisation or place that it was held with."""
        if hit.concept.key != "works":
            return True
        reach = hit.end + _WINDOW
        return bool(self._scan.bodies.within(hit.end, reach) or self._scan.units.within(hit.end, reach))

    def _noun_follows(self, hit: Hit) -> bool:
        return bool(self._scan.hits_at(hit.end + 1, "event"))

    def _planned(self, before: str, after: str, start: int, hit: Hit) -> bool:
        if self._grammar.planned.search(before):
            return True
        if self._grammar.intended.search(self._folded, start, hit.start) is not None:
            return True
        ordinal = self._grammar.ordinal.match(self._folded, hit.end)
        rest = after[ordinal.end() - hit.end :] if ordinal else after
        return self._grammar.future.match(rest.split(",")[0]) is not None

    def _reported(self, before: str, after: str, start: int, hit: Hit, day: Day | None) -> bool:
        if self._grammar.before.search(before):
            return True
        if self._scan.sentence(hit.start).kind == BlockKind.TITLE:
            return False
        capital = self._scan.text.content[hit.start].isupper()
        opens = not before.strip()
        if opens or capital:
            rest = self._folded[hit.end : hit.end + 90]
            if self._grammar.after.match(rest) is not None or (opens and hit.concept.key not in _SOLID):
                return True
        if re.search(rf"(?:\s\S+){{0,12}}?{self._grammar.after.pattern}", after.split(",")[0]) and opens:
            return True
        return day is not None and hit.concept.key not in ("congress",)

    def _day(self, start: int, end: int, hit: Hit) -> Day | None:
        """The day that the sentence gives for the event: the last before it, else the first after it."""
        found = [d for d in days(self._scan, self._lexicon, start, end) if self._of_event(d)]
        before = [d for d in found if d.start < hit.start and hit.start - d.start < 220]
        after = [d for d in found if d.start >= hit.end and d.start - hit.end < 140]
        if before:
            return before[-1]
        return after[0] if after else None

    def _of_event(self, date: Day) -> bool:
        """Whether a date is a day of happening, not the date of a document."""
        start = max(self._scan.sentence(date.start).start, date.start - _WINDOW)
        hits = self._scan.hits_within(start, date.start, "document-kind", "document-series")
        return not hits

    def _date(self, day: Day | None) -> tuple[str | None, tuple[int, int] | None]:
        if day is None:
            return None, None
        year = self._years.of(day)
        return (f"{year:04d}-{day.month:02d}-{day.day:02d}" if year else None), (day.month, day.day)

    def claim(self, group: list[_Mention]) -> Event:
        """One event from all that mentions it."""
        body = [m for m in group if not m.caption] or group
        nouns = [m for m in body if not m.verb]
        first = body[0]
        concept = first.concept
        if first.verb and nouns and concept.one("family") == nouns[0].concept.one("family"):
            concept = concept if concept.key == "working-session" else nouns[0].concept
        dates = [m.date for m in body if m.date is not None]
        organizers = next((m.organizers for m in body if m.own), None) or next(
            (m.organizers for m in body if m.organizers), ()
        )
        sentence = self._scan.sentence(first.start)
        end = self._phrase_end(first, sentence.end)
        return Event(
            evidence=self._scan.evidence(sentence.start if first.dated else first.start, end),
            rule="event-verb" if first.verb else "event-noun",
            type=concept.label,
            type_concept=concept.key,
            date=dates[0] if dates else None,
            organizers=organizers,
            place=self._place(body),
            about=self._about(first, sentence.end),
            visited=self._hosts.visited(first.start, first.end) if concept.key == "working-session" else (),
            participations=self._participations(group),
        )

    def _phrase_end(self, mention: _Mention, end: int) -> int:
        stop = re.compile(r"[,;.()\n]").search(self._folded, mention.end, end)
        return stop.start() if stop else end

    def _about(self, mention: _Mention, end: int) -> str | None:
        stop = self._phrase_end(mention, end)
        match = self._grammar.about.search(self._folded, mention.end, stop)
        if match is None:
            return None
        words = self._scan.text.content[match.start() : stop].strip()
        return words if 1 < len(words.split()) <= 40 else None

    def _place(self, group: list[_Mention]) -> str | None:
        """A place given with ``tại`` in the sentence of a mention, unless it is the organiser's own name."""
        for mention in group:
            sentence = self._scan.sentence(mention.start)
            for match in self._grammar.place.finditer(self._folded, sentence.start, sentence.end):
                if match.end() <= mention.start <= match.end() + 4:
                    continue
                unit = self._scan.units.at(match.end())
                if unit is not None and unit.unit.name and abs(unit.start - mention.start) < 160:
                    return unit.unit.name if not unit.typed else unit.unit.full_name
        return None

    def _participations(self, group: list[_Mention]) -> tuple[Participation, ...]:
        out: dict[tuple[str, str], Participation] = {}
        done: set[int] = set()
        for mention in group:
            index = self._scan.text.sentence_at(mention.start)
            if index in done:
                continue
            done.add(index)
            for found in participations(self._scan, self._lexicon, self._scan.text.sentences[index]):
                out.setdefault((found.person, found.role), found)
        return tuple(out.values())


def _overlap(first: tuple[Organization, ...], second: tuple[Organization, ...]) -> bool:
    """Whether two lists of organisers can name the same one: an incomplete name fits a complete one."""
    return any(_fits(a, b) for a in first for b in second)


def _fits(first: Organization, second: Organization) -> bool:
    if first.kind != second.kind:
        near = first.parent or first, second.parent or second
        return near[0].kind == near[1].kind and near != (first, second)
    a, b = first.territory, second.territory
    return a is None or b is None or not a.name or not b.name or a.name == b.name
