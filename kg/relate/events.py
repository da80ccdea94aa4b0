"""Events: meetings, sessions, congresses and ceremonies that an article reports as taking place.

A mention is a head noun (``hội nghị``) or a verb that stands for one (``họp``, ``làm việc với``).  It counts
when the words around it report it (``tại hội nghị``, ``tổ chức hội nghị``, ``hội nghị diễn ra``), not when
it is planned, regular or only part of another name (``Nghị quyết Đại hội``).  Mentions of one event are
merged: the same kind of event without another date or organiser of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.lexicon import Hit, Lexicon
from kg.mention import Scan, longest
from kg.model import BlockKind, Event, Organization
from kg.relate.attendance import goes_on, taking_part
from kg.relate.congress_refs import ordinal
from kg.relate.days import Day
from kg.relate.event_days import Calendar
from kg.relate.event_types import naming, type_of
from kg.relate.gatherings import EventMention, group_of, only_pictured, only_titled, same_event
from kg.relate.givers import Givers
from kg.relate.homeland import of_other_countries
from kg.relate.hosts import Hosts
from kg.relate.occasions import Occasions, closest
from kg.relate.organizers import debating, of_same_party, organizers_of, well_known, who_meets_the_press
from kg.relate.phrases import surface
from kg.relate.reported import Reported, event_hits
from kg.relate.tense import Tense
from kg.relate.venues import Venues
from kg.relate.wording import alternation, ending, finder

__all__ = ["events"]

_CUES = "event-cue"
_WINDOW = 40
_PLENUM, _COURSE = "central-committee", "learning"
_COUNCILS = frozenset({"peoples-council", "national-assembly"})
_PUBLIC = 2
_APART, _OPENS = 110, 2
_MONTH = len("2024-05")
_MEETING_SIDES = ("party", "council", "front")
_VISIT, _SESSION, _CEREMONY = "working-session", "session", "ceremony"
_SAT = frozenset({"congress", "conference"})
"""What is told by its days (``ngày làm việc thứ hai của Đại hội``)."""
_MET = frozenset({_VISIT, "talks", "audience", "phone-call", "reception", "welcome"})
"""What leaders hold with others who come to them or to whom they come."""
_OF_STATES = frozenset({"talks", "audience", "signing"})
_CENTRAL = frozenset({"council-board", "ministry", "central-party-board"})
_TOLD = "press"
_MINISTRY, _PRESS = "ministry", "press-conference"
_HEADED = frozenset({"government", "state"})
_LOCAL = frozenset({"peoples-committee", "peoples-council", "assembly-delegation"})
_MEETS = _LOCAL | {"national-assembly", "national-assembly-standing-committee", "national-assembly-committee"}
_OPENING_KINDS = (BlockKind.TITLE, BlockKind.LEAD)
_FIRST_OF_TERM = frozenset({"session", "session-meeting", "conference"})
"""The kinds of meeting whose first one opens a term."""
_GOES_ON, _ELECTS, _TERM = 6, 4, 5


@dataclass(frozen=True, slots=True)
class _Grammar:
    about: re.Pattern[str]
    spoken: re.Pattern[str]
    chairs: re.Pattern[str]
    making: re.Pattern[str]
    then: re.Pattern[str]
    holding: re.Pattern[str]
    today: re.Pattern[str]
    words_of: re.Pattern[str]
    term: re.Pattern[str]
    sitting: re.Pattern[str]
    at_another: re.Pattern[str]
    inside: re.Pattern[str]


@lru_cache(maxsize=4)
def _grammar(lexicon: Lexicon) -> _Grammar:
    return _Grammar(
        about=re.compile(
            rf"\s(?:{alternation(lexicon, _CUES, 'no-about')}"
            rf"|(?P<about>{alternation(lexicon, _CUES, 'about')}))(?=\s)"
        ),
        spoken=finder(lexicon, _CUES, "speaks", "concludes", "chairs"),
        chairs=finder(lexicon, _CUES, "chairs"),
        making=ending(lexicon, _CUES, "making"),
        then=re.compile(rf"{alternation(lexicon, _CUES, 'then')}(?!\w)"),
        holding=ending(lexicon, _CUES, "making", "chairs"),
        today=finder(lexicon, _CUES, "today"),
        words_of=re.compile(
            rf"(?<!\w){alternation(lexicon, _CUES, 'words-of')}\s(?:\S+\s){{0,25}}?"
            rf"{alternation(lexicon, _CUES, 'at')}$"
        ),
        term=re.compile(rf"(?<!\w){surface(lexicon, 'congress-cue', 'term')}\s(20\d\d)\s?[-–]\s?(20\d\d)"),
        sitting=re.compile(rf"\s{alternation(lexicon, _CUES, 'sitting')}(?:\s[^\s,;.:]+){{0,3}},?$"),
        at_another=re.compile(rf"(?:[^\W\d]+\s)?{alternation(lexicon, _CUES, 'at')}\s"),
        inside=ending(lexicon, _CUES, "at"),
    )


def events(scan: Scan, lexicon: Lexicon) -> Iterator[Event]:
    """The events of an article, each once, in the order of their first mention."""
    if not event_hits(scan) or of_other_countries(scan):
        return
    reader = _Reader(scan, lexicon)
    groups = reader.merged()
    if not groups:
        return
    public = reader.public()
    for group in groups:
        event = reader.claim(group, groups)
        known = public or any(well_known(o, lexicon) for o in event.organizers)
        if not known or reader.recalled(group[0], event):
            continue
        if reader.sure(group, event):
            yield event
        elif public and reader.told_of_committees(group, event):
            yield replace(event, organizers=())


class _Reader:
    """Reads the events of one text."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._folded = scan.text.folded
        self._grammar = _grammar(lexicon)
        self._hosts = Hosts(scan, lexicon)
        self._venues = Venues(scan, lexicon)
        self._calendar = Calendar(scan, lexicon)
        self._tense = Tense(scan, lexicon)
        self._occasions = Occasions(scan, lexicon, self._calendar, self._tense)
        self._told = Reported(scan, lexicon, self._hosts, self._calendar, self._tense)
        self._naming: set[int] = set()

    def merged(self) -> list[list[EventMention]]:
        """Groups of mentions, one for each event; a title tells who held the first one."""
        groups: list[list[EventMention]] = []
        titled: list[EventMention] = []
        for mention in self._mentions():
            group = group_of(groups, mention)
            if group is not None:
                group.append(mention)
            elif mention.strong and (self._another(mention) if groups else self._first(mention)):
                groups.append([mention, *(t for t in titled if same_event([mention], t))])
                titled.clear()
            elif mention.own and self._scan.sentence(mention.start).kind in _OPENING_KINDS:
                titled.append(mention)
        groups = [g for g in groups if not (only_titled(g, groups) or only_pictured(g, groups))]
        self._naming = {m.sentence for group in groups for m in group}
        return groups

    def public(self) -> bool:
        """Whether an article is about bodies that meet, or about those who head the state.

        Party organisations and heads of the state tell it; of people's councils and committees, which papers
        name in news of any kind, it takes twice as many.
        """
        kinds = [m.organization.kind for m in self._scan.bodies]
        sides = (self._lexicon.concept("body", kind).one("side") for kind in kinds)
        party = sum(side in _MEETING_SIDES[:2] for side in sides)
        state = sum(kind in _LOCAL for kind in kinds)
        return party + state // 2 + self._hosts.heads_of_state() >= _PUBLIC

    def sure(self, group: list[EventMention], event: Event) -> bool:
        """Whether the text tells who held an event, or lets it be guessed well.

        A committee, council or union meets where its head speaks, any known body where its head chairs on a
        day or in the opening, government and state where their heads chair or work with somebody; a ministry
        meets the press where its people answer.  At others a guest may speak.
        """
        if any(mention.own for mention in group):
            return True
        bodies = [o for o in event.organizers if isinstance(o, Organization)]
        kinds = [o.kind for o in bodies] + [o.parent.kind for o in bodies if o.parent is not None]
        visit = any(m.concept.key in _MET for m in group)
        dated = any(m.dated is not None for m in group)
        if _HEADED.intersection(kinds):
            return visit or any(self._chaired(m) for m in group)
        told = dated or group[0].sentence <= _OPENS
        if told and any(self._chaired(m) for m in group) and self._known(event):
            return bool(bodies)
        if _MINISTRY in kinds and all(m.concept.key == _PRESS for m in group):
            return True
        first = group[0].organizers == event.organizers or all(m.concept.key in _OF_STATES for m in group)
        if visit and first and any(o.kind in _CENTRAL for o in bodies):
            return True
        return len(bodies) < len(event.organizers) or any(self._meets(kind) for kind in kinds)

    def _known(self, event: Event) -> bool:
        return all(well_known(organization, self._lexicon) for organization in event.organizers)

    def recalled(self, mention: EventMention, event: Event) -> bool:
        """Whether words are said at a meeting of which behind its name only a month is told.

        (``Tại kỳ họp thứ 4 hồi tháng 7/2012, …``.)  An article of that month tells its news.
        """
        date, published = event.date or "", self._scan.text.article.published or ""
        if mention.verb or len(date) != _MONTH or published.startswith(date):
            return False
        before = self._folded[self._scan.sentence(mention.start).start : mention.start]
        return self._grammar.inside.search(before.rstrip()) is not None and date[:4] not in before

    def told_of_committees(self, group: list[EventMention], event: Event) -> bool:
        """Whether a meeting of nobody counts: one of a day in the opening, others in news of committees.

        So does one that neither the title tells nor the year or place is known of in such news only.
        """
        dated = [m for m in group if m.dated is not None]
        known = event.date is not None or event.place is not None
        if known and any(m.sentence <= _OPENS for m in dated):
            return True
        if {m.title for m in group} == {True, False}:
            return True
        if not dated and event.date is None:
            return False
        meets = sum(self._meets(m.organization.kind) for m in self._scan.bodies)
        return meets * _APART * (2 if dated else 1) >= self._scan.text.content.count(" ")

    def _meets(self, kind: str) -> bool:
        """Whether bodies of this kind mostly hold the meetings at which they speak."""
        return kind in _MEETS or self._lexicon.concept("body", kind).one("side") in _MEETING_SIDES

    def _chaired(self, mention: EventMention) -> bool:
        sentence = self._scan.sentence(mention.start)
        return self._grammar.chairs.search(self._folded, sentence.start, sentence.end) is not None

    def _first(self, mention: EventMention) -> bool:
        """Whether an event can stand alone; in a caption only one of a known host, at which someone speaks.

        Or its day is told, which is not that of an old picture.
        """
        start = self._scan.sentence(mention.start).start
        spoken = self._grammar.spoken.search(self._folded, start, mention.start) is not None
        told = spoken or mention.dated is not None
        return not mention.caption or (told and bool(mention.organizers) and not self._archived(mention))

    def _archived(self, mention: EventMention) -> bool:
        """Whether the caption of an undated article tells the year, too: a picture of long before."""
        return mention.stated and self._scan.text.article.published is None

    def _another(self, mention: EventMention) -> bool:
        """Whether a further event is told firmly enough: with its own date, organiser or act."""
        told = mention.dated is not None or mention.own
        told = told or (mention.again and mention.concept.key in _MET and bool(mention.organizers))
        return not mention.caption and told and not self._recited(mention) and not self._at_another(mention)

    def _at_another(self, mention: EventMention) -> bool:
        """Whether a verb tells what was done at a meeting (``Tại hội nghị, hai bên đã ký kết …``)."""
        if not mention.verb or mention.dated is not None:
            return False
        start = self._scan.sentence(mention.start).start
        opened = self._grammar.at_another.match(self._folded, start, mention.start)
        return opened is not None and bool(self._scan.hits_at(opened.end(), "event"))

    def _recited(self, mention: EventMention) -> bool:
        """Whether a further event is only heard of: where words were said or somebody was once elected."""
        start = self._scan.sentence(mention.start).start
        if self._grammar.words_of.search(self._folded[start : mention.start].rstrip()):
            return True
        kinds = {o.kind for o in mention.organizers if isinstance(o, Organization)}
        plenum = _PLENUM in kinds and mention.concept.key == "conference"
        council = bool(kinds & _COUNCILS) and mention.concept.key == "session"
        return (plenum or council) and mention.dated is None

    def _mentions(self) -> Iterator[EventMention]:
        found: list[EventMention] = []
        hits = event_hits(self._scan)
        for hit in longest(hits):
            mention = self._mention(self._fuller(hit, hits))
            if mention is not None:
                found.append(mention)
        found.sort(key=lambda m: (m.start, m.end))
        yield from found

    def _fuller(self, hit: Hit, hits: list[Hit]) -> Hit:
        """The kind of ceremony whose name begins in general words (``buổi lễ kết nạp``)."""
        if hit.concept.key != _CEREMONY:
            return hit
        longer = (h for h in hits if hit.start < h.start < hit.end < h.end)
        return next((Hit(hit.start, h.end, h.concept, h.weak) for h in longer), hit)

    def _mention(self, hit: Hit) -> EventMention | None:
        if hit.concept.one("grade") == "ignored" or self._scan.bodies.covering(hit.start) is not None:
            return None
        if self._of_another(hit):
            return None
        sentence = self._scan.sentence(hit.start)
        verb = hit.concept.scheme == _CUES
        concept = self._lexicon.follow(hit.concept.one("type") or "") if verb else hit.concept
        before = self._folded[max(sentence.start, hit.start - _WINDOW) : hit.start].rstrip(" \"“‘'(")
        congress = self._hosts.congress(hit.start, concept)
        if congress is not None and congress.general:
            return None
        if concept.key in _SAT:
            longer = self._folded[max(sentence.start, hit.start - 2 * _WINDOW) : hit.start].rstrip(" \"“‘'(")
            before = self._grammar.sitting.sub("", longer)[-_WINDOW:]
        end = max(hit.end, congress.end) if congress is not None else hit.end
        if self._tense.planned(hit, before) or (not verb and self._told.passed_on(before, hit)):
            return None
        host = self._hosts.of(hit.start, hit.end, verb, concept)
        day = self._calendar.day_of(hit)
        if day is not None and (self._calendar.to_come(day) or self._tense.counted_up(hit, day)):
            return None
        if day is None and self._tense.demanded(hit, before):
            return None
        if verb:
            held = bool(host.organizers) or (day is not None and concept.one("host") is not None)
            strong = held and self._told.verb(before, sentence.kind, hit, day, own=host.own)
        else:
            own = host.own and (congress is None or congress.organization is None)
            strong = self._told.noun(before, end, hit, day, own=own)
        if not strong and (verb or concept.one("grade") == "bare"):
            return None
        if day is None and self._tense.long_ago(hit, self._calendar.year):
            return None
        earlier = self._tense.earlier(hit)
        number = self._ordinal(hit.end) if concept.key in _FIRST_OF_TERM else None
        first = number == 1
        term = congress.term if congress is not None else None
        if term is None and (first or congress is not None):
            term = self._term_begun(hit.start)
        date, dated = self._date(day, earlier=earlier, term=term)
        return EventMention(
            hit.start,
            hit.end,
            self._scan.text.sentence_at(hit.start),
            concept,
            verb,
            strong,
            date,
            dated,
            host.organizers,
            host.own,
            sentence.kind == BlockKind.CAPTION,
            sentence.kind == BlockKind.TITLE,
            self._grammar.today.search(self._folded, sentence.start, sentence.end) is not None,
            day is not None and day.year is not None,
            earlier,
            self._held_next(before, sentence.start, verb=verb)
            or self._occasions.after_another(hit)
            or (day is not None and day.again and (verb or self._grammar.holding.search(before) is not None)),
            number if concept.key == _SESSION else None,
            hit.concept.one("called") if verb else None,
        )

    def _of_another(self, hit: Hit) -> bool:
        """Whether the noun right before an event says what is held for it.

        It is a course (``lễ khai giảng Lớp bồi dưỡng``), or the press is told of it (``họp báo Kỳ họp``).  A
        verb behind its comma goes on with its name (``lễ viếng, dâng hương``).
        """
        others = self._scan.hits_within(max(0, hit.start - _WINDOW), hit.start, "event")
        if hit.concept.scheme == _CUES and any(
            other.end == hit.start - 2 and self._folded[other.end] == "," for other in others
        ):
            return True
        before = [other.concept.one("family") for other in others if other.end == hit.start - 1]
        if hit.concept.key == _COURSE:
            verbs = self._scan.hits_within(max(0, hit.start - _WINDOW), hit.start, _CUES)
            before += [v.concept.key for v in verbs if v.end == hit.start - 1 and v.concept.one("type")]
        return _TOLD in before or (bool(before) and hit.concept.key == _COURSE)

    def _held_next(self, before: str, start: int, *, verb: bool) -> bool:
        """Whether a sentence goes on with a further meeting (``Tiếp đó, Bí thư chủ trì hội nghị …``)."""
        held = verb or self._grammar.holding.search(before) is not None
        return held and self._grammar.then.match(self._folded, start) is not None

    def _ordinal(self, end: int) -> int | None:
        """Which session of its term is named (``kỳ họp thứ nhất``)."""
        found = ordinal(self._scan.text.content, self._folded, end + 1, self._lexicon)
        return found[0] if found is not None else None

    def _term_begun(self, start: int) -> str | None:
        """The term that a congress or a first session opens: the last one for which somebody is elected."""
        index = self._scan.text.sentence_at(start)
        last = self._scan.text.sentences[min(index + _ELECTS, len(self._scan.text.sentences) - 1)]
        terms = self._grammar.term.finditer(self._folded, self._scan.sentence(start).start, last.end)
        return max((f"{m[1]}-{m[2]}" for m in terms if int(m[2]) - int(m[1]) == _TERM), default=None)

    def _date(
        self, day: Day | None, *, earlier: bool, term: str | None
    ) -> tuple[str | None, tuple[int, int] | None]:
        if day is None:
            return None, None
        return self._calendar.complete(day, earlier=earlier, term=term).edtf, (day.month, day.day or 0)

    def claim(self, group: list[EventMention], groups: list[list[EventMention]]) -> Event:
        """One event from all that mentions it; another of the ``groups`` may name a party organisation."""
        body = [m for m in group if not m.caption] or group
        first = body[0]
        called = next((m for m in body if not m.title and m.concept.key == first.concept.key), first)
        named = naming(called if first.title else first, [*body, *group])
        dates = [m.date for m in (*body, *group) if m.date is not None]
        dates = dates or self._occasions.dates(first, groups) or self._occasions.opening_dates(group)
        organizers = organizers_of([*body, *group]) or self._hosts.told_before(first.start)
        organizers = of_same_party(organizers, groups)
        organizers = organizers or debating(named.concept, first.start, self._scan, self._lexicon)
        if not organizers and named.concept.one("family") == "ceremony":
            nameless = named.concept.key == _CEREMONY
            organizers = Givers(self._scan, self._lexicon).before(first.start, nameless=nameless)
        if named.concept.key == _PRESS:
            named_so = any(m.own for m in group)
            organizers = tuple(who_meets_the_press(o, named=named_so) for o in organizers)
        sentence = self._scan.sentence(first.start)
        end = self._phrase_end(first, sentence.end)
        return Event(
            evidence=self._scan.evidence(sentence.start if first.dated else first.start, end),
            rule="event-verb" if first.verb else "event-noun",
            type=type_of(self._scan, named, group),
            type_concept=named.concept.key,
            date=closest(dates),
            organizers=organizers,
            place=self._venues.of([m.start for m in body]),
            about=self._about(first, sentence.end),
            visited=self._visited(first) if named.concept.key == "working-session" else (),
            participations=taking_part(self._scan, self._lexicon, self._told_of_people(group)),
        )

    def _told_of_people(self, group: list[EventMention]) -> list[int]:
        """Where the event is named, and where the sentences after it go on with those who took part."""
        offsets = [m.start for m in group]
        sentences = self._scan.text.sentences
        for named in sorted({self._scan.text.sentence_at(start) for start in offsets}):
            for index in range(named + 1, min(len(sentences), named + _GOES_ON)):
                if index in self._naming:
                    break
                if goes_on(self._scan, self._lexicon, index, adjacent=index == named + 1):
                    offsets.append(sentences[index].start)
        return offsets

    def _visited(self, mention: EventMention) -> tuple[Organization, ...]:
        return self._hosts.visited(mention.start, mention.end)

    def _phrase_end(self, mention: EventMention, end: int) -> int:
        stop = re.compile(r"[,;.()\n]").search(self._folded, mention.end, end)
        return stop.start() if stop else end

    def _about(self, mention: EventMention, end: int) -> str | None:
        stop = self._phrase_end(mention, end)
        told = self._grammar.about.finditer(self._folded, mention.end, stop)
        start = next((match.start() for match in told if match["about"]), None)
        if start is None:
            return None
        words = self._scan.text.content[start:stop].strip()
        return words if 1 < len(words.split()) <= 40 else None
