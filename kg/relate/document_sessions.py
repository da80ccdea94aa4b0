"""Resolutions that a session passes: the body that met issues them, though the sentence leaves it out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from kg.lexicon import Hit, Lexicon
from kg.mention import Scan
from kg.model import Organization
from kg.normalise import fold
from kg.relate import committees, document_passing
from kg.relate.days import Day
from kg.relate.document_around import DocumentMention
from kg.relate.document_items import ITEM
from kg.relate.document_passing import passes
from kg.relate.event_days import Calendar
from kg.relate.phrases import skip, surface

_SCHEME = "document-cue"
_FAR = 90
_BY_FAR = 4
_CLOSE, _SHARED = 60, 180
_OPENING = 4
"""How many sentences an article opens with."""
_LAWS = frozenset({"titled-law", "titled-amending"})
_INNER = 4
"""How many documents a title and those in it are, at most."""
_BODIES = frozenset({"peoples-council", "national-assembly"})
_OTHERS = _BODIES | {"standing-committee", "politburo", "secretariat", "government", "peoples-committee"}
"""Who passes or draws up resolutions, too, beside a committee."""
_BEFORE = 2
"""How many sentences before a resolution tell who meets."""


def passed(mentions: Sequence[DocumentMention], scan: Scan, lexicon: Lexicon) -> list[DocumentMention]:
    """The mentions, where titled resolutions that a session passed have its body as their issuer."""
    told = [_by_whom(m, scan, lexicon) if _is_open(m) else m for m in mentions]
    told = [_by_committee(m, scan, lexicon) if _is_open(m) else m for m in told]
    mentions = _in_a_row(told, scan, lexicon)
    open_ones = [m for m in mentions if _is_open(m)]
    if open_ones:
        mentions = _by_session(mentions, _only_body(scan), scan, lexicon)
    if open_ones:
        mentions = _listed(mentions, scan, lexicon)
    known = [m for m in mentions if not (_is_open(m) and _only_passed(m, scan, lexicon))]
    return _dated(known, scan, lexicon)


def _only_passed(mention: DocumentMention, scan: Scan, lexicon: Lexicon) -> bool:
    """Whether a resolution in lower case is told only by the verb of passing right before it."""
    lower = scan.text.content[mention.start].islower()
    return lower and document_passing.passed(scan, mention.start, lexicon)


def _in_session(mention: DocumentMention, scan: Scan) -> bool:
    """Whether the sentence tells of a council or of a session before the mention, and of no committee."""
    start = scan.sentence(mention.start).start
    kinds = {b.organization.kind for b in scan.bodies.within(start, mention.start)}
    session = any(h.concept.key == "session" for h in scan.hits_within(start, mention.start, "event"))
    return bool(kinds & _BODIES or session) and not kinds & committees.PARTY


def _listed(
    mentions: Sequence[DocumentMention], scan: Scan, lexicon: Lexicon
) -> list[DocumentMention]:
    """Give the lines of a list the body that its first line says to have passed them, and the day."""
    calendar = Calendar(scan, lexicon)
    out: list[DocumentMention] = []
    for mention in mentions:
        titled = mention.titled and mention.kind.key == "resolution" and mention.date is None
        head = document_passing.list_head(scan, mention.start, lexicon) if titled else None
        verb = passes(lexicon).search(scan.text.folded, *head) if head is not None else None
        if head is not None and verb is not None:
            bodies = [b.organization for b in scan.bodies.within(*head) if b.organization.kind in _BODIES]
            session = Hit(verb.start(), verb.end(), lexicon.concept("event", "session"), False)
            issuer = mention.issuer or (bodies[0] if bodies else _only_body(scan))
            mention = replace(mention, issuer=issuer, date=_day(session, scan, calendar))
        out.append(mention)
    return out


def _in_a_row(
    mentions: Sequence[DocumentMention], scan: Scan, lexicon: Lexicon
) -> list[DocumentMention]:
    """The mentions, where what a list adds to a body's resolution is that body's, too."""
    out: list[DocumentMention] = []
    for mention in mentions:
        last = _last(out)
        open_ = mention.titled and mention.issuer is None and mention.kind.one("title") == "about"
        if last is not None and last.titled and last.kind.one("title") == "about" and open_:
            between = scan.text.folded[last.stop : mention.start]
            joined = _joined(lexicon).fullmatch(between) is not None
            mention = replace(mention, issuer=last.issuer) if joined else mention
        out.append(mention)
    return out


def _last(mentions: Sequence[DocumentMention]) -> DocumentMention | None:
    """The last mention that stands in the title of none before it."""
    last = mentions[-1] if mentions else None
    around = (m for m in mentions[-_INNER:-1] if last is not None and m.titled and last.start < m.stop)
    return next(around, last)


def _dated(
    mentions: Sequence[DocumentMention], scan: Scan, lexicon: Lexicon
) -> list[DocumentMention]:
    """Date the titled resolutions of a session by the day on which it passed them."""
    calendar: Calendar | None = None
    out: list[DocumentMention] = []
    for mention in mentions:
        if mention.rule in _LAWS and mention.date is None:
            calendar = calendar or Calendar(scan, lexicon)
            verb = _passed_next(mention, scan, lexicon)
            day = _day(verb, scan, calendar) if verb is not None else _said(mention, scan, calendar, lexicon)
            mention = replace(mention, date=day)
        titled = mention.titled and mention.kind.key == "resolution" and mention.issuer is not None
        verb = _passing(mention, scan, lexicon) if titled and mention.date is None else None
        last = _last(out)
        if verb is not None:
            calendar = calendar or Calendar(scan, lexicon)
            mention = replace(mention, date=_day(verb, scan, calendar))
        elif titled and last is not None and last.titled and last.issuer == mention.issuer:
            follows = _follows(last, mention, scan) or _is_next(last, mention, scan, lexicon)
            mention = replace(mention, date=last.date) if follows and mention.date is None else mention
        elif last is not None and _of_one_day(last, mention, scan, lexicon):
            mention = replace(mention, date=last.date, issuer=mention.issuer or last.issuer)
        out.append(mention)
    return out


def _of_one_day(
    last: DocumentMention, mention: DocumentMention, scan: Scan, lexicon: Lexicon
) -> bool:
    """Whether a list of laws that were passed goes on (``thông qua Luật Nhà ở (sửa đổi), Luật Đầu tư``)."""
    law = mention.rule in _LAWS or _is_open(mention)
    laws = last.rule in _LAWS and law and mention.date is None and last.date is not None
    if not laws or scan.dates.within(last.start, last.end):
        return False
    return _next_law(lexicon).fullmatch(scan.text.folded, last.stop, mention.start) is not None


def _passed_next(mention: DocumentMention, scan: Scan, lexicon: Lexicon) -> Hit | None:
    """The verb of the next sentence by which a bill was passed (``Sau đó, Quốc hội thông qua Luật này``)."""
    sentence = scan.sentence(mention.start)
    after = skip(scan.text.content, sentence.end, " \n")
    if after >= len(scan.text.content) or not _draft(lexicon).search(
        scan.text.folded, sentence.start, mention.start
    ):
        return None
    verb = _passes_this(lexicon).search(scan.text.folded, after, scan.sentence(after).end)
    return Hit(verb.start(), verb.end(), lexicon.concept("event", "session"), False) if verb else None


def _said(mention: DocumentMention, scan: Scan, calendar: Calendar, lexicon: Lexicon) -> str | None:
    """The day before the verb by which a law was passed (``Sáng 8/6, các đại biểu đã thông qua …``).

    A vote that a report tells without a day is of the only day that it tells.
    """
    verb = _passing(mention, scan, lexicon)
    day = calendar.day_of(verb) if verb is not None else None
    if day is None and verb is not None and _voted(lexicon).match(scan.text.folded, verb.start):
        only = calendar.only_day
        return calendar.complete(only).edtf if only is not None and only.start < verb.start else None
    if day is None or verb is None or day.day is None or day.start > verb.start:
        return None
    by_another = scan.people.within(day.end, verb.start)
    return calendar.complete(day).edtf if not by_another else None


def _passing(mention: DocumentMention, scan: Scan, lexicon: Lexicon) -> Hit | None:
    """The verb by which a resolution was passed, as the text reports it of the past."""
    folded, start = scan.text.folded, scan.sentence(mention.start).start
    low = max(start, mention.start - _FAR)
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
    if asked is not None or _session_told(scan, lexicon) is None:
        return False
    return verb == begin or _voters(lexicon).match(folded, begin, verb) is not None


def _session_told(scan: Scan, lexicon: Lexicon) -> Hit | None:
    """The session with a day that the article opens with, not one that is to come."""
    opening = scan.text.sentences[: _OPENING + 1][-1].end
    for hit in scan.hits_within(0, opening, "event"):
        sentence = scan.sentence(hit.start)
        if hit.concept.key == "session" and scan.dates.within(sentence.start, sentence.end):
            to_come = _future(lexicon).search(scan.text.folded, sentence.start, sentence.end)
            return hit if to_come is None else None
    return None


def _at_session(scan: Scan, verb: int, lexicon: Lexicon) -> bool:
    """Whether a council is told to do something at its session (``Tại kỳ họp, HĐND huyện thông qua …``)."""
    council = scan.bodies.last_before(verb)
    if council is None or council.organization.kind not in _BODIES:
        return False
    if _also(lexicon).fullmatch(scan.text.folded, council.end, verb) is None:
        return False
    low = scan.sentence(verb).start
    at = _at(lexicon).match(scan.text.folded, low, council.start)
    session = any(h.concept.key == "session" for h in scan.hits_within(low, council.start, "event"))
    return at is not None and session and scan.text.content.endswith(", ", low, council.start)


def _day(verb: Hit, scan: Scan, calendar: Calendar) -> str | None:
    """The day of a verb of passing, or that of the session with which the article opens: its last one."""
    day = calendar.day_of(verb)
    if day is not None and day.day is None and day.start > verb.start:
        day = None  # a year that what is passed is about
    day = day or calendar.opening_day(verb.start) or _of_session(scan, calendar) or calendar.only_day
    if day is None or day.day is None or calendar.to_come(day):
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


def _by_session(
    mentions: Sequence[DocumentMention], body: Organization | None, scan: Scan, lexicon: Lexicon
) -> list[DocumentMention]:
    """Give what a session passed to the body that met: the only one, or else the last one told before it."""
    out: list[DocumentMention] = []
    last: DocumentMention | None = None
    for mention in mentions:
        goes_on = _follows(last, mention, scan) or _is_next(last, mention, scan, lexicon)
        if _is_open(mention) and (goes_on or _is_passed(mention, scan, lexicon)):
            last = mention = replace(mention, issuer=body or _body_before(scan, mention.start))
        out.append(mention)
    return out


def _is_open(mention: DocumentMention) -> bool:
    """Whether a resolution with a title of its own has no issuer yet."""
    titled = mention.titled and mention.kind.key == "resolution"
    return titled and mention.issuer is None


def _only_body(scan: Scan) -> Organization | None:
    """The council (or the National Assembly) that the article is about: the only one, or by far the first."""
    groups: list[list[Organization]] = []
    for organization in (b.organization for b in scan.bodies if b.organization.kind in _BODIES):
        group = next((g for g in groups if all(committees.compatible(o, organization) for o in g)), None)
        if group is None:
            groups.append([organization])
        else:
            group.append(organization)
    groups.sort(key=len, reverse=True)
    if not groups or (len(groups) > 1 and len(groups[0]) < _BY_FAR * len(groups[1])):
        return None
    return next((o for o in groups[0] if not committees.nameless(o)), groups[0][0])


def _body_before(scan: Scan, start: int) -> Organization | None:
    """The last council with a name before ``start``, where an article tells of several."""
    told = (b.organization for b in scan.bodies.within(0, start) if b.organization.kind in _BODIES)
    return next((o for o in reversed(list(told)) if not committees.nameless(o)), None)


def _by_whom(mention: DocumentMention, scan: Scan, lexicon: Lexicon) -> DocumentMention:
    """Give a resolution to the body that its sentence says to have passed it (``được HĐND thông qua``)."""
    folded, sentence = scan.text.folded, scan.sentence(mention.start)
    for body in scan.bodies.within(mention.stop, sentence.end):
        was = _passive(lexicon).search(folded, mention.stop, body.start)
        passed_by = passes(lexicon).match(folded, body.end + 1)
        if was is not None and passed_by is not None and body.organization.kind in _BODIES:
            return replace(mention, issuer=body.organization)
    return mention


def _by_committee(mention: DocumentMention, scan: Scan, lexicon: Lexicon) -> DocumentMention:
    """Give what a meeting passes or considers to the only committee told there."""
    sentence = scan.text.sentence_at(mention.start)
    low = scan.text.sentences[sentence].start
    verb = document_passing.listing(lexicon).search(scan.text.folded, low, mention.start)
    before = scan.text.sentences[max(0, sentence - _BEFORE)].start
    told = [b.organization for b in scan.bodies.within(before, mention.start)]
    meets = [o for o in told if o.kind in committees.COMMITTEES]
    if verb is None or not meets or any(o.kind in _OTHERS for o in told):
        return mention
    named = {o.label: o for o in meets if not committees.nameless(o)}
    only = next(iter(named.values())) if len(named) == 1 else None
    return replace(mention, issuer=only or committees.only_one(scan, before, mention.start))


def _is_passed(mention: DocumentMention, scan: Scan, lexicon: Lexicon) -> bool:
    """Whether a verb of passing stands before the resolution in its sentence, or right after it."""
    folded, sentence = scan.text.folded, scan.sentence(mention.start)
    if _only_passed(mention, scan, lexicon) and not _in_session(mention, scan):
        return False
    before = passes(lexicon).search(folded, max(sentence.start, mention.start - _FAR), mention.start)
    if before is not None or document_passing.passed_with_others(scan, mention.start, lexicon):
        return True
    return _was_passed(lexicon).match(folded, mention.stop) is not None


def _follows(last: DocumentMention | None, mention: DocumentMention, scan: Scan) -> bool:
    """Whether the resolution goes on with the list of the one before it."""
    if last is None or not 0 <= mention.start - last.stop < _FAR:
        return False
    return last.rule == ITEM == mention.rule or _same_line(last, mention, scan)


def _is_next(
    last: DocumentMention | None, mention: DocumentMention, scan: Scan, lexicon: Lexicon
) -> bool:
    """Whether a sentence that is only a title goes on with several that the one before says were passed."""
    sentence = scan.sentence(mention.start)
    if last is None or mention.start != sentence.start or mention.stop < sentence.end - 1:
        return False
    before = scan.sentence(last.start)
    if scan.text.sentence_at(sentence.start) != scan.text.sentence_at(before.start) + 1:
        return False
    alone = last.start == before.start and last.stop >= before.end - 1
    return alone or document_passing.several_passed(scan, before.start, last.start, lexicon)


def _same_line(last: DocumentMention, mention: DocumentMention, scan: Scan) -> bool:
    return "\n" not in scan.text.content[last.stop : mention.start]


@lru_cache(maxsize=4)
def _next_law(lexicon: Lexicon) -> re.Pattern[str]:
    """What parts laws in a list, with the words in brackets for one that is changed."""
    return re.compile(rf"(?:\s\([^)]*\))?{_joined(lexicon).pattern}")


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
def _passes_this(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of passing with laws that were told before."""
    law = re.escape(fold(lexicon.concept("document-kind", "law").label))
    many = surface(lexicon, _SCHEME, "plural")
    this = surface(lexicon, _SCHEME, "this")
    verb, draft = surface(lexicon, _SCHEME, "passes"), surface(lexicon, _SCHEME, "draft")
    return re.compile(rf"(?<!\w){verb}\s(?:{many}\s)?(?:{draft}\s)?{law}\s{this}(?!\w)")


@lru_cache(maxsize=4)
def _joined(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:[;,]|[;,]?\s{surface(lexicon, 'cue', 'and')})\s")


@lru_cache(maxsize=4)
def _done(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'done')}(?!\w)")


@lru_cache(maxsize=4)
def _future(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){surface(lexicon, 'cue', 'future')}(?!\w)")


@lru_cache(maxsize=4)
def _put(lexicon: Lexicon) -> re.Pattern[str]:
    """Words for what is only put before a session, or asked of it."""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'orders', 'puts')}(?!\w)")


@lru_cache(maxsize=4)
def _voters(lexicon: Lexicon) -> re.Pattern[str]:
    """What a session or its delegates begin a clause with, perhaps after words for when."""
    session = surface(lexicon, "event", "session")
    return re.compile(rf"(?:[^,;:.]{{4,60}},\s)?(?:{surface(lexicon, _SCHEME, 'voters')}|{session})(?!\w)")


@lru_cache(maxsize=4)
def _voted(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of passing that tells of a vote."""
    return re.compile(rf"(?:{surface(lexicon, _SCHEME, 'done')})\s")


@lru_cache(maxsize=4)
def _passive(lexicon: Lexicon) -> re.Pattern[str]:
    """A word for the passive that ends where the search does, before the body that acts."""
    passive = surface(lexicon, "cue", "passive")
    return re.compile(rf"(?<!\w)(?:{passive}|{surface(lexicon, _SCHEME, 'issued-by')})\s$")


@lru_cache(maxsize=4)
def _was_passed(lexicon: Lexicon) -> re.Pattern[str]:
    passive = surface(lexicon, "cue", "passive")
    was = surface(lexicon, _SCHEME, "issued-by")
    return re.compile(rf"\s(?:{passive}|{was})\s{surface(lexicon, _SCHEME, 'passes')}(?!\w)")
