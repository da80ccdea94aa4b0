"""Resolutions that a session passes: the body that met issues them, though the sentence leaves it out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from kg.lexicon import Hit, Lexicon
from kg.mention import Scan
from kg.model import Organization
from kg.relate import committees
from kg.relate.document_mentions import DocumentMention
from kg.relate.event_days import Calendar
from kg.relate.phrases import surface

_SCHEME = "document-cue"
_FAR = 90
_BY_FAR = 4
_PARTING = ("; ", ", ")
_BODIES = frozenset({"peoples-council", "national-assembly"})


def passed(mentions: Sequence[DocumentMention], scan: Scan, lexicon: Lexicon) -> list[DocumentMention]:
    """The mentions, where titled resolutions that a session passed have its body as their issuer."""
    mentions = _in_a_row([_by_whom(m, scan, lexicon) if _is_open(m) else m for m in mentions], scan)
    open_ones = [m for m in mentions if _is_open(m)]
    body = _only_body(scan) if open_ones else None
    if body is not None:
        mentions = _by_session(mentions, body, scan, lexicon)
    return _dated(mentions, scan, lexicon)


def _in_a_row(mentions: Sequence[DocumentMention], scan: Scan) -> list[DocumentMention]:
    """The mentions, where what a list adds to a body's resolution is that body's, too."""
    out: list[DocumentMention] = []
    for mention in mentions:
        last = out[-1] if out else None
        if last is not None and last.titled and _is_open(mention):
            between = scan.text.content[last.stop : mention.start]
            mention = replace(mention, issuer=last.issuer) if between in _PARTING else mention
        out.append(mention)
    return out


def _dated(
    mentions: Sequence[DocumentMention], scan: Scan, lexicon: Lexicon
) -> list[DocumentMention]:
    """Date the titled resolutions of a session by the day on which it passed them."""
    calendar: Calendar | None = None
    out: list[DocumentMention] = []
    for mention in mentions:
        titled = mention.titled and mention.kind.key == "resolution" and mention.issuer is not None
        verb = _passing(mention, scan, lexicon) if titled and mention.date is None else None
        last = out[-1] if out else None
        if verb is not None:
            calendar = calendar or Calendar(scan, lexicon)
            mention = replace(mention, date=_day(verb, calendar))
        elif titled and last is not None and last.titled and last.issuer == mention.issuer:
            follows = mention.date is None and _follows(last, mention, scan)
            mention = replace(mention, date=last.date) if follows else mention
        out.append(mention)
    return out


def _passing(mention: DocumentMention, scan: Scan, lexicon: Lexicon) -> Hit | None:
    """The verb by which a resolution was passed, as the text reports it of the past."""
    folded, start = scan.text.folded, scan.sentence(mention.start).start
    low = max(start, mention.start - _FAR)
    verb = _passes(lexicon).search(folded, low, mention.start)
    if verb is None or not _done(lexicon).search(folded, low, verb.end()):
        return None
    return Hit(verb.start(), verb.end(), lexicon.concept("event", "session"), False)


def _day(verb: Hit, calendar: Calendar) -> str | None:
    day = calendar.day_of(verb) or calendar.opening_day(verb.start)
    return None if day is None or day.day is None else calendar.complete(day).edtf


def _by_session(
    mentions: Sequence[DocumentMention], body: Organization, scan: Scan, lexicon: Lexicon
) -> list[DocumentMention]:
    """Give what a session passed to the body that met."""
    out: list[DocumentMention] = []
    last: DocumentMention | None = None
    for mention in mentions:
        if _is_open(mention) and (_follows(last, mention, scan) or _is_passed(mention, scan, lexicon)):
            last = mention = replace(mention, issuer=body)
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


def _by_whom(mention: DocumentMention, scan: Scan, lexicon: Lexicon) -> DocumentMention:
    """Give a resolution to the body that its sentence says to have passed it (``được HĐND thông qua``)."""
    folded, sentence = scan.text.folded, scan.sentence(mention.start)
    for body in scan.bodies.within(mention.stop, sentence.end):
        was = _passive(lexicon).search(folded, mention.stop, body.start)
        passed_by = _passes(lexicon).match(folded, body.end + 1)
        if was is not None and passed_by is not None and body.organization.kind in _BODIES:
            return replace(mention, issuer=body.organization)
    return mention


def _is_passed(mention: DocumentMention, scan: Scan, lexicon: Lexicon) -> bool:
    """Whether a verb of passing stands before the resolution in its sentence, or right after it."""
    folded, sentence = scan.text.folded, scan.sentence(mention.start)
    before = _passes(lexicon).search(folded, max(sentence.start, mention.start - _FAR), mention.start)
    return before is not None or _was_passed(lexicon).match(folded, mention.stop) is not None


def _follows(last: DocumentMention | None, mention: DocumentMention, scan: Scan) -> bool:
    """Whether the resolution goes on with the list of the one before it."""
    return last is not None and 0 <= mention.start - last.stop < _FAR and _same_line(last, mention, scan)


def _same_line(last: DocumentMention, mention: DocumentMention, scan: Scan) -> bool:
    return "\n" not in scan.text.content[last.stop : mention.start]


@lru_cache(maxsize=4)
def _passes(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'passes')}(?!\w)")


@lru_cache(maxsize=4)
def _done(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'done')}(?!\w)")


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
