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
    """Whether a mention can speak of the event of a group: what tells it first decides."""
    for told in (_within_sentence, _as_congresses, _by_days):
        same = told(group, mention)
        if same is not None:
            return same
    return _by_kind(group, mention)


def group_of(groups: list[list[EventMention]], mention: EventMention) -> list[EventMention] | None:
    """The event of which a mention speaks: the first that fits, the one just told for words without a day.

    A list of meetings goes on with each of them (``Ngày 1/4, … tổ chức hội nghị. Ông A chủ trì hội nghị``).
    """
    fitting = [group for group in groups if same_event(group, mention)]
    if mention.date is None and not mention.title:
        told = (g for g in reversed(fitting) if mention.sentence - g[-1].sentence <= 1)
        return next(told, None) or next(iter(fitting), None)
    return next(iter(fitting), None)


def _of_others(group: list[EventMention], mention: EventMention) -> bool:
    """Whether the words of a mention name others than those who are known to hold the event of a group."""
    known = _known(group)
    return mention.own and bool(known) and not overlap(mention.organizers, known)


def _within_sentence(group: list[EventMention], mention: EventMention) -> bool | None:
    """A session has its number; what one sentence tells twice is one event, unless the days differ."""
    if mention.dated is not None and _of_other_number(group, mention):
        return False
    if mention.own or mention.sentence != group[-1].sentence:
        return None
    undated = all(m.dated is None for m in group) and mention.concept.key == group[-1].concept.key
    return undated or mention.dated in (None, *(m.dated for m in group))


def _as_congresses(group: list[EventMention], mention: EventMention) -> bool | None:
    """An organisation holds one congress, which lasts some days."""
    if any(m.concept.key != "congress" for m in (*group, mention)):
        return None
    if mention.own and of_others(mention.organizers, _known(group)):
        return False
    return None if _of_others(group, mention) else not (mention.earlier and mention.own)


def _by_days(group: list[EventMention], mention: EventMention) -> bool | None:
    """An event has one day; a meeting told in general words and by its kind may stand with another one."""
    dates = {m.date for m in group if m.date is not None}
    one = mention.date is not None and any(_one_day(mention.date, date) for date in dates)
    if mention.date is not None and dates and not one:
        return _runs_on(group, mention, dates)
    if mention.again and mention.own:
        return False
    if mention.stated and not mention.today and not dates and any(m.today for m in group):
        return False
    days = {m.dated for m in group if m.dated is not None}
    apart = mention.dated is not None and bool(days) and mention.dated not in days and not one
    if mention.own and overlap(mention.organizers, _known(group)) and _general(group, mention):
        return not (apart and set(mention.organizers).isdisjoint(_known(group)))
    return False if apart else None


def _by_kind(group: list[EventMention], mention: EventMention) -> bool:
    """Words for one kind of event, or for kinds of one family, tell of one, unless others hold it."""
    known = _known(group)
    kinds = {m.concept.key for m in group}
    if mention.concept.key in kinds:
        return not _of_others(group, mention)
    ceremony = mention.concept.one("family") == "ceremony"
    fits = overlap(mention.organizers, known)
    if mention.dated is not None and all(m.dated is None for m in group) and (known or not kinds <= GENERAL):
        return kinds <= GENERAL and fits and ceremony
    if mention.verb and mention.own and not kinds & _MEETINGS:
        return False
    families = {m.concept.one("family") for m in group}
    sitting = _of_session(group, mention, families)
    if sitting is not None:
        return sitting
    if mention.dated is None and fits and mention.concept.key in _MEETINGS and _VOTERS in families:
        return True
    if mention.concept.one("family") in families:
        return not _of_others(group, mention) and not (mention.dated is not None and mention.verb)
    return mention.dated is None and not mention.own and ceremony


def _of_session(
    group: list[EventMention], mention: EventMention, families: set[str | None]
) -> bool | None:
    """Whether a sitting is one of a congress or session, where one of both is told."""
    if mention.concept.key == "session-meeting" and families & _SESSIONS and not mention.own:
        return True
    if all(m.concept.key == "session-meeting" for m in group) and mention.concept.one("family") in _SESSIONS:
        return mention.sentence == group[0].sentence
    return None


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


def only_pictured(group: list[EventMention], groups: list[list[EventMention]]) -> bool:
    """Whether only a picture shows an event without a day, and the text tells of another one with its day."""
    if not all(mention.caption and mention.date is None for mention in group):
        return False
    return any(m.dated is not None for other in groups if other is not group for m in other)
