"""The day on which a session passed a resolution or a law, and the verb that tells of it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from kg.lexicon import Hit, Lexicon
from kg.mention import Scan
from kg.normalise import fold
from kg.relate import document_passing
from kg.relate.days import Day
from kg.relate.document_around import DocumentMention
from kg.relate.document_passing import passes
from kg.relate.event_days import Calendar
from kg.relate.phrases import skip, surface

_SCHEME = "document-cue"
FAR = 90
"""Letters between a verb of passing and what is passed."""
_CLOSE, _SHARED = 60, 180
_OPENING = 4
"""How many sentences an article opens with."""
BODIES = frozenset({"peoples-council", "national-assembly"})
"""Who meets in sessions."""


def passing(mention: DocumentMention, scan: Scan, lexicon: Lexicon) -> Hit | None:
    """The verb by which a resolution was passed, as the text reports it of the past."""
    folded, start = scan.text.folded, scan.sentence(mention.start).start
    low = max(start, mention.start - FAR)
    verb = passes(lexicon).search(folded, low, mention.start)
    several = document_passing.verb_of_several(scan, mention.start, lexicon) if verb is None else None
    verb = passes(lexicon).match(folded, several[0]) if several is not None else verb
    if verb is None:
        return None
    done = _at_session(scan, verb.start(), lexicon) or _was_done(scan, start, low, verb, lexicon)
    if not done and not _reported(scan, start, verb.start(), lexicon):
        return None
    return Hit(verb.start(), verb.end(), lexicon.concept("event", "session"), False)


def _was_done(scan: Scan, start: int, low: int, verb: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether passing is told as done, by a word that several verbs may share, and not as to come."""
    folded = scan.text.folded
    if _future(lexicon).search(folded, max(start, verb.start() - _CLOSE), verb.start()) is not None:
        return False
    early = max(start, verb.start() - _SHARED)
    return _done(lexicon).search(folded, min(low, early), verb.end()) is not None


def _reported(scan: Scan, start: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether the session or its delegates pass, or nobody who is named (``Kỳ họp thông qua …``)."""
    folded = scan.text.folded
    begin = max(start, folded.rfind("; ", start, verb) + len("; "))
    asked = _future(lexicon).search(folded, begin, verb) or _put(lexicon).search(folded, begin, verb)
    session = _session_told(scan, lexicon)
    if asked is not None or session is None:
        return False
    if verb == begin or _voters(lexicon).match(folded, begin, verb) is not None:
        return True
    near = scan.text.sentence_at(verb) - scan.text.sentence_at(session.start) <= _OPENING
    earlier = _earlier(lexicon).search(folded, begin, verb) is not None
    council = scan.bodies.last_before(verb) if near and not earlier else None
    if council is None or council.start < begin or council.organization.kind not in BODIES:
        return False
    return _also(lexicon).fullmatch(folded, council.end, verb) is not None


def _session_told(scan: Scan, lexicon: Lexicon) -> Hit | None:
    """The session with a day that the article opens with: not one to come, nor one that was only opened."""
    opening = scan.text.sentences[: _OPENING + 1][-1].end
    for hit in scan.hits_within(0, opening, "event"):
        sentence = scan.sentence(hit.start)
        if hit.concept.key == "session" and scan.dates.within(sentence.start, sentence.end):
            told = (_future(lexicon), _opens(lexicon))
            else_told = any(p.search(scan.text.folded, sentence.start, sentence.end) for p in told)
            return None if else_told else hit
    return None


def _at_session(scan: Scan, verb: int, lexicon: Lexicon) -> bool:
    """Whether a council is told to do something at its session (``Tại kỳ họp, HĐND huyện thông qua …``)."""
    council = scan.bodies.last_before(verb)
    if council is None or council.organization.kind not in BODIES:
        return False
    if _also(lexicon).fullmatch(scan.text.folded, council.end, verb) is None:
        return False
    low = scan.sentence(verb).start
    at = _at(lexicon).match(scan.text.folded, low, council.start)
    session = any(h.concept.key == "session" for h in scan.hits_within(low, council.start, "event"))
    return at is not None and session and scan.text.content.endswith(", ", low, council.start)


def drafted_by_others(mention: DocumentMention, scan: Scan, lexicon: Lexicon) -> bool:
    """Whether only the draft of a committee's resolution is gone through, at a meeting of whomever."""
    council = mention.issuer is not None and mention.issuer.kind in BODIES
    low = max(0, mention.start - _CLOSE)
    return not council and _drafted(lexicon).search(scan.text.folded, low, mention.start) is not None


def day_of_passing(verb: Hit, scan: Scan, calendar: Calendar) -> str | None:
    """The day of a verb of passing, or that of the session with which the article opens: its last one."""
    day = calendar.day_of(verb)
    if day is not None and day.day is None and day.start > verb.start:
        day = None  # a year that what is passed is about
    day = day or calendar.opening_day(verb.start) or _of_session(scan, calendar) or calendar.only_day
    if day is None or day.day is None or calendar.not_yet(day):
        return None
    last = day if day.last is None else replace(day, day=day.last[0], month=day.last[1])
    return calendar.complete(last).edtf


def _of_session(scan: Scan, calendar: Calendar) -> Day | None:
    """The only day that the first sentences with a session tell."""
    opening = scan.text.sentences[: _OPENING + 1][-1].end
    sessions = [h for h in scan.hits_within(0, opening, "event") if h.concept.key == "session"]
    sentences = {scan.sentence(h.start) for h in sessions}
    dates = (d for s in sentences for d in scan.dates.within(s.start, s.end))
    told = {(d.day, d.month) for d in dates if d.day is not None}
    found = [calendar.day_of(h) for h in sessions] if len(told) == 1 else []
    return next((day for day in found if day is not None and day.day is not None), None)


def passed_next(mention: DocumentMention, scan: Scan, lexicon: Lexicon) -> Hit | None:
    """The verb of the next sentence by which a bill was passed (``Sau đó, Quốc hội thông qua Luật này``)."""
    sentence = scan.sentence(mention.start)
    after = skip(scan.text.content, sentence.end, " \n")
    if after >= len(scan.text.content) or not _draft(lexicon).search(
        scan.text.folded, sentence.start, mention.start
    ):
        return None
    verb = _passes_this(lexicon).search(scan.text.folded, after, scan.sentence(after).end)
    return Hit(verb.start(), verb.end(), lexicon.concept("event", "session"), False) if verb else None


def day_said(mention: DocumentMention, scan: Scan, calendar: Calendar, lexicon: Lexicon) -> str | None:
    """The day before the verb by which a law was passed (``Sáng 8/6, các đại biểu đã thông qua …``).

    A vote that a report tells without a day is of the only day that it tells.
    """
    verb = passing(mention, scan, lexicon)
    day = calendar.day_of(verb) if verb is not None else None
    if day is None and verb is not None and _voted(lexicon).match(scan.text.folded, verb.start):
        only = calendar.only_day
        return calendar.complete(only).edtf if only is not None and only.start < verb.start else None
    if day is None or verb is None or day.day is None or day.start > verb.start or calendar.not_yet(day):
        return None
    by_another = scan.people.within(day.end, verb.start)
    return calendar.complete(day).edtf if not by_another else None


def just_passed(mention: DocumentMention, scan: Scan, lexicon: Lexicon) -> bool:
    """Whether a council passes a resolution with a number, the verb right before it."""
    council = mention.number is not None and mention.issuer is not None and mention.issuer.kind in BODIES
    passed = council and document_passing.passed(scan, mention.start, lexicon)
    return passed and _session_told(scan, lexicon) is not None


@lru_cache(maxsize=4)
def _at(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{surface(lexicon, _SCHEME, 'occasion')}\s")


@lru_cache(maxsize=4)
def _also(lexicon: Lexicon) -> re.Pattern[str]:
    """What a council does with its papers before it passes them (``xem xét, thảo luận và``)."""
    join = rf"(?:,|,?\s{surface(lexicon, 'cue', 'and')})"
    return re.compile(rf"\s(?:{surface(lexicon, _SCHEME, 'considers')}{join}\s)*")


@lru_cache(maxsize=4)
def _draft(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'draft')}(?!\w)")


@lru_cache(maxsize=4)
def _drafted(lexicon: Lexicon) -> re.Pattern[str]:
    """The word for a draft right before a document."""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'draft')}\s[\"“(]?$")


@lru_cache(maxsize=4)
def _passes_this(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of passing with laws that were told before."""
    law = re.escape(fold(lexicon.concept("document-kind", "law").label))
    many = surface(lexicon, _SCHEME, "plural")
    this = surface(lexicon, _SCHEME, "this")
    verb, draft = surface(lexicon, _SCHEME, "passes"), surface(lexicon, _SCHEME, "draft")
    return re.compile(rf"(?<!\w){verb}\s(?:{many}\s)?(?:{draft}\s)?{law}\s{this}(?!\w)")


@lru_cache(maxsize=4)
def _done(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'done')}(?!\w)")


@lru_cache(maxsize=4)
def _future(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){surface(lexicon, 'cue', 'future')}(?!\w)")


@lru_cache(maxsize=4)
def _voted(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of passing that tells of a vote."""
    return re.compile(rf"(?:{surface(lexicon, _SCHEME, 'done')})\s")


@lru_cache(maxsize=4)
def _put(lexicon: Lexicon) -> re.Pattern[str]:
    """Words for what is only put before a session, or asked of it."""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'orders', 'puts')}(?!\w)")


@lru_cache(maxsize=4)
def _earlier(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){surface(lexicon, 'event-cue', 'earlier')}(?!\w)")


@lru_cache(maxsize=4)
def _opens(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'opens-session')}(?!\w)")


@lru_cache(maxsize=4)
def _voters(lexicon: Lexicon) -> re.Pattern[str]:
    """What a session or its delegates begin a clause with, perhaps after words for when."""
    session = surface(lexicon, "event", "session")
    return re.compile(rf"(?:[^,;:.]{{4,60}},\s)?(?:{surface(lexicon, _SCHEME, 'voters')}|{session})(?!\w)")
