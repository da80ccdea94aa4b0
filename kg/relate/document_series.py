"""What a numbered document without issuer or day takes from the others of its series and from the article.

Decisions on officials are told one after the other (``Quyết định số 12-QĐNS/TW của Bộ Chính trị … Theo Quyết
định số 15-QĐNS/TW cùng ngày``), and who decided is often told apart from the number (``công bố các quyết định
của Bộ Chính trị``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import Organization
from kg.relate import committees
from kg.relate.document_around import DocumentMention
from kg.relate.document_plans import several
from kg.relate.phrases import surface
from kg.relate.wording import alternation

_SYMBOL = re.compile(r"[-–/](?P<symbol>\D.*)$")
_DECIDING = frozenset({"politburo", "secretariat", "central-committee"})
_OF_UNITS = frozenset({"peoples-committee", "peoples-council"})
_REACH = 1500
_NEAR, _CHANGED = 6, 60
_LISTS = re.compile(r":\s")
_PARTED = re.compile(r"[-/]")


def completed(mentions: Sequence[DocumentMention], scan: Scan, lexicon: Lexicon) -> list[DocumentMention]:
    """The mentions with the issuer and day that a document before them, or the article, tells."""
    out: list[DocumentMention] = []
    for mention in sorted(mentions, key=lambda m: m.start):
        if mention.number is not None:
            before = _before(out, mention)
            mention = _of_the_same(mention, before or _just_named(out, mention), scan, lexicon)
            issuer = mention.issuer or (before.issuer if before is not None else None)
            issuer = issuer or _heading(out, mention, scan, lexicon) or _of_several(mention, scan, lexicon)
            date = mention.date or (_same_day(mention, before, scan, lexicon) if before is not None else None)
            issuer = issuer or _decided(mention, scan, lexicon)
            if (
                issuer is not None
                and not mention.stated
                and issuer.unit is None
                and committees.nameless(issuer)
            ):
                issuer = _of_sentence(issuer, mention, scan, lexicon)
            mention = replace(mention, issuer=issuer, date=date)
        elif mention.titled and mention.issuer is None:
            mention = replace(mention, issuer=_of_list(mention, scan, lexicon))
        out.append(mention)
    return out


def _before(known: Sequence[DocumentMention], mention: DocumentMention) -> DocumentMention | None:
    """The last document of the same kind and series that the text named shortly before."""
    symbol = _symbol(mention.number)
    for other in reversed(known):
        if mention.start - other.start > _REACH:
            return None
        if symbol and other.kind.key == mention.kind.key and _symbol(other.number) == symbol:
            return other
    return None


def _just_named(known: Sequence[DocumentMention], mention: DocumentMention) -> DocumentMention | None:
    """The one of its kind named just before a bare number (``Nghị quyết về …, thay thế Nghị quyết 54``)."""
    last = known[-1] if known else None
    alike = last is not None and last.kind.key == mention.kind.key
    return last if alike and (mention.number or "").isdigit() else None


def _of_the_same(
    mention: DocumentMention, before: DocumentMention | None, scan: Scan, lexicon: Lexicon
) -> DocumentMention:
    """A document without issuer with that of the one of its series that replaces or changes it."""
    if before is None or before.issuer is None or mention.stated:
        return mention
    between = scan.text.folded[max(before.end, mention.start - _CHANGED) : mention.start]
    standing = before.issuer.kind == "standing-committee"
    whole = before.issuer.parent if standing else before.issuer
    if _replaces(lexicon).search(between) is None or not committees.compatible(whole, mention.issuer):
        return mention
    return replace(mention, issuer=before.issuer)


def _of_sentence(
    issuer: Organization, mention: DocumentMention, scan: Scan, lexicon: Lexicon
) -> Organization:
    """The body of that kind which the sentence names before the document: the number leaves its unit open."""
    start = scan.sentence(mention.start).start
    named = [
        b.organization for b in scan.bodies.within(start, mention.start) if b.organization.kind == issuer.kind
    ]
    if named:
        return named[-1] if committees.compatible(issuer, named[-1]) else issuer
    units = [u for u in scan.units.within(start, mention.start) if not u.unit.name]
    issues = _issues(lexicon).fullmatch(scan.text.folded, units[-1].end, mention.start) if units else None
    if issues is None or issuer.kind not in _OF_UNITS:
        return issuer
    return replace(issuer, unit=units[-1].unit)  # its level issues (``Quận ban hành Công văn số …``)


def _heading(
    known: Sequence[DocumentMention], mention: DocumentMention, scan: Scan, lexicon: Lexicon
) -> Organization | None:
    """The issuer of documents that a colon lists (``nghị quyết Trung ương 7 gồm: Nghị quyết số 26``)."""
    last = known[-1] if known else None
    if last is None or last.number is not None or last.kind.key != mention.kind.key:
        return None
    between = _lists(lexicon).fullmatch(scan.text.folded, last.end, mention.start)
    return last.issuer if between is not None else None


def _of_list(mention: DocumentMention, scan: Scan, lexicon: Lexicon) -> Organization | None:
    """Whose documents a colon lists of which this is one (``các nghị quyết của Huyện ủy gồm: …``)."""
    low = scan.sentence(mention.start).start
    colon = scan.text.content.rfind(":", low, mention.start)
    if colon < 0 or not any(
        h.concept.key == mention.kind.key for h in scan.hits_within(low, colon, "document-kind")
    ):
        return None
    bodies = scan.bodies.within(low, colon)
    of = _of(lexicon).search(scan.text.folded, bodies[0].start - _NEAR, bodies[0].start) if bodies else None
    return bodies[0].organization if len(bodies) == 1 and of is not None else None


def _symbol(number: str | None) -> str | None:
    found = _SYMBOL.search(number or "")
    return found["symbol"].upper() if found else None


def _same_day(mention: DocumentMention, before: DocumentMention, scan: Scan, lexicon: Lexicon) -> str | None:
    """The day of the document before, where the words after the number take it up."""
    return before.date if _again(lexicon).match(scan.text.folded, mention.end) else None


def _decided(mention: DocumentMention, scan: Scan, lexicon: Lexicon) -> Organization | None:
    """The only body at the centre whose documents of this kind the article speaks of."""
    if mention.number is None or not _symbol(mention.number):
        return None
    of = _of(lexicon)
    found: dict[str, Organization] = {}
    for hit in scan.hits.of("document-kind"):
        if hit.concept.key != mention.kind.key:
            continue
        word = of.match(scan.text.folded, hit.end)
        body = scan.bodies.at(word.end()) if word else None
        if body is not None and body.organization.kind in _DECIDING:
            found[body.organization.kind] = body.organization
    return next(iter(found.values())) if len(found) == 1 else None


def _of_several(mention: DocumentMention, scan: Scan, lexicon: Lexicon) -> Organization | None:
    """The only body of which the text has just told several such documents (``4 nghị quyết … của X, gồm:``).

    Letters in the number that stand for the body's own words tell it as well (``nghị quyết chuyên đề của Ban
    Chấp hành X``, ``04/NQ-BCH``).
    """
    folded, content = scan.text.folded, scan.text.content
    low = scan.sentence(mention.start).start
    letters = _PARTED.split(_symbol(mention.number) or "")[-1]
    found: dict[str, Organization] = {}
    reach = mention.start if letters else mention.start + _REACH
    for hit in scan.hits_within(max(0, mention.start - _REACH), reach, "document-kind"):
        if hit.concept.key != mention.kind.key or hit.weak:
            continue
        of = _told_of(lexicon).match(folded, hit.end)
        body = scan.bodies.at(of.end()) if of is not None else None
        many = several(lexicon).search(folded, max(0, hit.start - _CHANGED), hit.start) is not None
        if body is None or (content[hit.start].isupper() and not many):
            continue
        listed = body.start >= low and _LISTS.search(content, body.end, mention.start) is not None
        many = many and (listed or body.organization.kind in _DECIDING)
        spelt = bool(letters) and _initials(content[body.start : body.end]).startswith(letters)
        if spelt or (many and not letters):
            found[body.organization.label] = body.organization
    return next(iter(found.values())) if len(found) == 1 else None


def _initials(words: str) -> str:
    return "".join(word[0] for word in words.split()).upper()


@lru_cache(maxsize=4)
def _told_of(lexicon: Lexicon) -> re.Pattern[str]:
    """Words that tell a kind more closely, up to the one for `of`."""
    return re.compile(rf"(?:\s[^\s,;.:()]+){{0,4}}?\s{surface(lexicon, 'document-cue', 'by')}\s")


@lru_cache(maxsize=4)
def _lists(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands between documents that are told together and the first of those that are listed."""
    return re.compile(rf",?(?:\s{surface(lexicon, 'document-cue', 'among')})?\s?:\s\W{{0,3}}")


@lru_cache(maxsize=4)
def _issues(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of issuing right between who issues and a document."""
    adverb = rf"(?:\s{surface(lexicon, 'document-cue', 'adverb')})*"
    return re.compile(rf"{adverb}\s{surface(lexicon, 'document-cue', 'issue', 'draws-up')}{adverb}\s")


@lru_cache(maxsize=4)
def _again(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf",?\s\(?{alternation(lexicon, 'event-cue', 'same-day')}(?!\w)")


@lru_cache(maxsize=4)
def _replaces(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of replacing or changing right before a document."""
    part = surface(lexicon, "document-cue", "part-of")
    verb = surface(lexicon, "document-cue", "replaces", "amends")
    return re.compile(rf"(?<!\w){verb}(?:\s{part})*\s$")


@lru_cache(maxsize=4)
def _of(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s{surface(lexicon, 'document-cue', 'by')}\s")
