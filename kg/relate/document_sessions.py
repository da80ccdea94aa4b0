"""Resolutions that a session passes: the body that met issues them, though the sentence leaves it out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from kg.lexicon import Hit, Lexicon
from kg.mention import BodyMention, Scan
from kg.model import Organization
from kg.relate import committees, document_passing
from kg.relate.document_around import DocumentMention
from kg.relate.document_items import ITEM
from kg.relate.document_passing import passes
from kg.relate.document_session_days import (
    BODIES,
    FAR,
    day_of_passing,
    day_said,
    drafted_by_others,
    just_passed,
    passed_next,
    passing,
)
from kg.relate.event_days import Calendar
from kg.relate.phrases import surface

_SCHEME = "document-cue"
_BY_FAR = 4
_LAWS = frozenset({"titled-law", "titled-amending"})
_IN_A_ROW = frozenset({"about", "own", "task", "none"})
"""Kinds of titles of papers that one verb issues."""
_INNER = 4
"""How many documents a title and those in it are, at most."""
_OTHERS = BODIES | {"standing-committee", "politburo", "secretariat", "government", "peoples-committee"}
"""Who passes or draws up resolutions, too, beside a committee."""
_STANDING = "national-assembly-standing-committee"
_BEFORE = 2
"""How many sentences before a resolution tell who meets."""


def passed(mentions: Sequence[DocumentMention], scan: Scan, lexicon: Lexicon) -> list[DocumentMention]:
    """The mentions, where titled resolutions that a session passed have its body as their issuer."""
    told = [_by_whom(m, scan, lexicon) if _is_open(m) else m for m in mentions]
    told = [_by_standing(m, scan, lexicon) if _is_open(m) else m for m in told]
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
    return bool(kinds & BODIES or session) and not kinds & committees.PARTY


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
            bodies = [b.organization for b in scan.bodies.within(*head) if b.organization.kind in BODIES]
            session = Hit(verb.start(), verb.end(), lexicon.concept("event", "session"), False)
            issuer = mention.issuer or (bodies[0] if bodies else _only_body(scan))
            mention = replace(mention, issuer=issuer, date=day_of_passing(session, scan, calendar))
        out.append(mention)
    return out


def _in_a_row(
    mentions: Sequence[DocumentMention], scan: Scan, lexicon: Lexicon
) -> list[DocumentMention]:
    """The mentions, where what a list adds to a body's resolution is that body's, too."""
    out: list[DocumentMention] = []
    for mention in mentions:
        last = _last(out)
        open_ = mention.titled and mention.issuer is None and _is_alike(last, mention, scan, lexicon)
        if last is not None and (last.titled or last.led_in) and open_:
            between = scan.text.folded[last.stop : mention.start]
            joined = _joined(lexicon).fullmatch(between) is not None
            mention = replace(mention, issuer=last.issuer) if joined else mention
        out.append(mention)
    return out


def _is_alike(
    last: DocumentMention | None, mention: DocumentMention, scan: Scan, lexicon: Lexicon
) -> bool:
    """Whether two titles say what they are about, or a plan or project follows what the same verb issues."""
    if last is None or last.kind.one("title") not in _IN_A_ROW:
        return False
    kinds = {last.kind.one("title"), mention.kind.one("title")}
    if kinds == {"about"}:
        return True
    low = scan.sentence(last.start).start
    issued = _issues(lexicon).search(scan.text.folded, low, last.start) is not None
    return issued and kinds <= _IN_A_ROW and mention.start < scan.sentence(last.start).end


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
            verb = passed_next(mention, scan, lexicon)
            told = day_of_passing(verb, scan, calendar) if verb is not None else None
            day = told if verb is not None else day_said(mention, scan, calendar, lexicon)
            mention = replace(mention, date=day)
        own = mention.titled or just_passed(mention, scan, lexicon)
        titled = own and mention.kind.key == "resolution" and mention.issuer is not None
        titled = titled and not drafted_by_others(mention, scan, lexicon)
        verb = passing(mention, scan, lexicon) if titled and mention.date is None else None
        last = _last(out)
        if verb is not None:
            calendar = calendar or Calendar(scan, lexicon)
            mention = replace(mention, date=day_of_passing(verb, scan, calendar))
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
    bodies = _themselves((b for b in scan.bodies if b.organization.kind in BODIES), scan)
    for organization in (b.organization for b in bodies):
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
    """The last council before ``start``, of several: in its sentence by its level, else with a name."""
    told = [b for b in scan.bodies.within(0, start) if b.organization.kind in BODIES]
    if told and told[-1].start >= scan.sentence(start).start and told[-1].organization.level is not None:
        return told[-1].organization
    return next((b.organization for b in reversed(told) if not committees.nameless(b.organization)), None)


def _by_whom(mention: DocumentMention, scan: Scan, lexicon: Lexicon) -> DocumentMention:
    """Give a resolution to the body that its sentence says to have passed it (``được HĐND thông qua``)."""
    folded, sentence = scan.text.folded, scan.sentence(mention.start)
    for body in scan.bodies.within(mention.stop, sentence.end):
        was = _passive(lexicon).search(folded, mention.stop, body.start)
        passed_by = passes(lexicon).match(folded, body.end + 1)
        if was is not None and passed_by is not None and body.organization.kind in BODIES:
            return replace(mention, issuer=body.organization)
    return mention


def _by_standing(mention: DocumentMention, scan: Scan, lexicon: Lexicon) -> DocumentMention:
    """Give what the Assembly's standing committee passes to it: told there, or first in the text."""
    if not document_passing.drafted_passed(scan, mention.start, lexicon):
        return mention
    near = scan.bodies.within(scan.sentence(mention.start).start, mention.start)
    first = next((b for b in scan.bodies if b.organization.kind in BODIES | {_STANDING}), None)
    last = near[-1] if near else first
    standing = last is not None and last.organization.kind == _STANDING
    return replace(mention, issuer=last.organization) if last is not None and standing else mention


def _by_committee(mention: DocumentMention, scan: Scan, lexicon: Lexicon) -> DocumentMention:
    """Give what a meeting passes or considers to the only committee told there."""
    sentence = scan.text.sentence_at(mention.start)
    low = scan.text.sentences[sentence].start
    verb = document_passing.listing(lexicon).search(scan.text.folded, low, mention.start)
    before = scan.text.sentences[max(0, sentence - _BEFORE)].start
    told = [b.organization for b in _themselves(scan.bodies.within(before, mention.start), scan)]
    if verb is None or any(o.kind in _OTHERS for o in told):
        return mention
    meets = [o for o in told if o.kind in committees.COMMITTEES]
    if not meets and not told:
        return replace(mention, issuer=_who_met(scan))
    if not meets:
        return mention
    named = {o.label: o for o in meets if not committees.nameless(o)}
    only = next(iter(named.values())) if len(named) == 1 else None
    return replace(mention, issuer=only or committees.only_one(scan, before, mention.start))


def _themselves(bodies: Iterable[BodyMention], scan: Scan) -> list[BodyMention]:
    """The bodies that are told themselves, not by the offices that somebody holds there."""
    roles = ((b, scan.roles.last_before(b.start)) for b in bodies)
    return [b for b, role in roles if role is None or role.end < b.start - 1]


def _who_met(scan: Scan) -> Organization | None:
    """The committee whose conference the article opens with, if no other body is told to meet there."""
    for hit in scan.hits_within(0, scan.text.sentences[: _BEFORE + 1][-1].end, "event"):
        sentence = scan.sentence(hit.start)
        told = [b.organization for b in _themselves(scan.bodies.within(sentence.start, sentence.end), scan)]
        if hit.concept.key == "conference" and told:
            return told[0] if {o.kind for o in told} == {told[0].kind} <= committees.COMMITTEES else None
    return None


def _is_passed(mention: DocumentMention, scan: Scan, lexicon: Lexicon) -> bool:
    """Whether a verb of passing stands before the resolution in its sentence, or right after it."""
    folded, sentence = scan.text.folded, scan.sentence(mention.start)
    if _only_passed(mention, scan, lexicon) and not _in_session(mention, scan):
        return False
    before = passes(lexicon).search(folded, max(sentence.start, mention.start - FAR), mention.start)
    if before is not None or document_passing.passed_with_others(scan, mention.start, lexicon):
        return True
    return _was_passed(lexicon).match(folded, mention.stop) is not None


def _follows(last: DocumentMention | None, mention: DocumentMention, scan: Scan) -> bool:
    """Whether the resolution goes on with the list of the one before it."""
    if last is None or not 0 <= mention.start - last.stop < FAR:
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
def _issues(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb that says of papers that they were issued, and nothing else."""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'issues')}(?!\w)")


@lru_cache(maxsize=4)
def _joined(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:[;,]|[;,]?\s{surface(lexicon, 'cue', 'and')})\s")


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
