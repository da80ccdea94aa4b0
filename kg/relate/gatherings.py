"""The mentions of one event in an article: which of them are one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.lexicon import Concept
from kg.relate.actors import Organizer
from kg.relate.host_names import of_others, overlap

_MEETINGS = frozenset({"conference", "meeting", "session-meeting", "session"})
GENERAL = frozenset({"ceremony", "rite", "session-meeting"})
"""Kinds of event that only say that something was held."""
_VOTERS = "voters"
_SESSIONS = frozenset({"congress", "session"})
_ANY_MEETING = frozenset({"meeting", "session-meeting"})
_SESSION, _LASTS = "session", 7
"""Sessions of councils last some days."""
_TALKS = frozenset({"meeting", "session", "congress"})


@dataclass(frozen=True, slots=True)
class EventMention:
    """A reported event as one sentence names it; ``sentence`` is the place of the sentence in the text.

    ``today`` says that the sentence tells it of the article's own day, ``stated`` that its year is written;
    ``number`` is which session of its term it is, ``called`` how it is called when only a verb tells it.
    """

    start: int
    end: int
    sentence: int
    concept: Concept
    verb: bool
    strong: bool
    date: str | None
    dated: tuple[int, int] | None
    organizers: tuple[Organizer, ...]
    own: bool
    caption: bool
    title: bool
    today: bool
    stated: bool
    earlier: bool
    again: bool
    number: int | None = None
    called: str | None = None


def same_event(group: list[EventMention], mention: EventMention) -> bool:
    """Whether a mention can speak of the event of a group."""
    if mention.dated is not None and _of_other_number(group, mention):
        return False
    if not mention.own and mention.sentence == group[-1].sentence:
        undated = all(m.dated is None for m in group) and mention.concept.key == group[-1].concept.key
        return undated or mention.dated in (None, *(m.dated for m in group))
    congresses = all(m.concept.key == "congress" for m in (*group, mention))
    if congresses and mention.own and of_others(mention.organizers, _known(group)):
        return False
    if congresses and not (mention.own and _known(group) and not overlap(mention.organizers, _known(group))):
        return not (mention.earlier and mention.own)
    dates = {m.date for m in group if m.date is not None}
    one = mention.date is not None and any(_one_day(mention.date, date) for date in dates)
    if mention.date is not None and dates and not one:
        return _runs_on(group, mention, dates)
    if mention.again and mention.own:
        return False
    if mention.stated and not mention.today and not dates and any(m.today for m in group):
        return False
    days_ = {m.dated for m in group if m.dated is not None}
    apart = mention.dated is not None and bool(days_) and mention.dated not in days_ and not one
    if mention.own and overlap(mention.organizers, _known(group)) and _general(group, mention):
        return not (apart and set(mention.organizers).isdisjoint(_known(group)))
    if apart:
        return False
    known = _known(group)
    kinds = {m.concept.key for m in group}
    if mention.concept.key in kinds:
        return not (mention.own and known and not overlap(mention.organizers, known))
    fits = overlap(mention.organizers, known)
    if mention.dated is not None and not days_ and (known or not kinds <= GENERAL):
        return kinds <= GENERAL and fits and mention.concept.one("family") == "ceremony"
    if mention.verb and mention.own and not kinds & _MEETINGS:
        return False
    families = {m.concept.one("family") for m in group}
    if mention.concept.key == "session-meeting" and families & _SESSIONS and not mention.own:
        return True
    if kinds == {"session-meeting"} and mention.concept.one("family") in _SESSIONS:
        return mention.sentence == group[0].sentence
    if mention.dated is None and fits and mention.concept.key in _MEETINGS and _VOTERS in families:
        return True
    if mention.concept.one("family") in families:
        return not (mention.own and known and not overlap(mention.organizers, known)) and not (
            mention.dated is not None and mention.verb
        )
    return mention.dated is None and not mention.own and mention.concept.one("family") == "ceremony"


def _of_other_number(group: list[EventMention], mention: EventMention) -> bool:
    """Whether a session is not the one of a group, by its number (``Đến kỳ họp thứ 28 (ngày 24/7), …``)."""
    numbers = {m.number for m in group if m.concept.key == mention.concept.key} - {None}
    return mention.number is not None and bool(numbers) and mention.number not in numbers


def _runs_on(group: list[EventMention], mention: EventMention, dates: set[str]) -> bool:
    """Whether a day is another one of a session that the group tells (``ngày làm việc thứ ba (8/12)``)."""
    if mention.own or any(m.concept.key != _SESSION for m in (mention, *group)):
        return False
    try:
        later = date.fromisoformat(mention.date or "") - date.fromisoformat(min(dates))
    except ValueError:
        return False
    return 0 < abs(later.days) <= _LASTS


def _one_day(first: str, second: str) -> bool:
    """Whether two dates can be of one day: one of them may be its month."""
    return first.startswith(second) or second.startswith(first)


def _general(group: list[EventMention], mention: EventMention) -> bool:
    """Whether a body's meeting is told in general words and by its kind (``họp``, ``kỳ họp``)."""
    general = [m.concept.key in _ANY_MEETING for m in (*group, mention)]
    return any(general) and all(m.concept.one("family") in _TALKS for m in (*group, mention))


def _known(group: list[EventMention]) -> tuple[Organizer, ...]:
    """The organisers that the words of a group name as such."""
    return next((m.organizers for m in group if m.own), ())


def only_titled(group: list[EventMention], groups: list[list[EventMention]]) -> bool:
    """Whether only the title calls an event so, and the text tells of another one like it."""
    if not all(mention.title and mention.date is None for mention in group):
        return False
    families = {m.concept.one("family") for other in groups if other is not group for m in other}
    return families.issuperset(mention.concept.one("family") for mention in group)
