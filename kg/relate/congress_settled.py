"""Which congress each mention of an article means, and which mentions mean one."""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import Organization
from kg.relate import committees
from kg.relate.congress_refs import DECADE_HALF, NATIONAL, CongressMention
from kg.relate.phrases import pattern

_ANY_PARTY = "party-organization"


def settle(mentions: list[CongressMention], scan: Scan, lexicon: Lexicon) -> list[CongressMention]:
    """Mentions without organisation take the one that the article's other mentions of that congress tell.

    An ordinal that only the party's own congress can have in the years of the press means that congress;
    another one the only committee that the article is about.
    """
    if all(m.organization is not None and not _vague(m.organization) for m in mentions):
        return mentions
    return [
        m
        if m.organization is not None and not _vague(m.organization)
        else replace(m, organization=_told(m, mentions, scan, lexicon) or m.organization)
        for m in mentions
    ]


def _vague(organization: Organization) -> bool:
    """Whether only some party organisation is told (``Đại hội Đảng bộ nhiệm kỳ 2020-2025``)."""
    return organization.kind == _ANY_PARTY and organization.territory is None and organization.parent is None


def _told(
    mention: CongressMention, mentions: list[CongressMention], scan: Scan, lexicon: Lexicon
) -> Organization | None:
    party = lexicon.concept("body", "communist-party")
    named = [m for m in mentions if m.organization is not None and not m.general]
    if mention.organization is not None:
        named = [m for m in named if m.organization is not None and not _vague(m.organization)]
    alike = [m for m in named if _agree(m, mention) and (m.ordinal or m.term)]
    alike = _next_term(mention, named) or alike
    if mention.ordinal is None and _of_places(mention):
        alike = [m for m in alike if m.organization is not None and m.organization.kind != party.key]
    if mention.ordinal is None and not alike:
        alike = [m for m in named if m.organization is not None and m.organization.kind != party.key]
    holders = {m.organization.label: m.organization for m in alike if m.organization is not None}
    if holders:
        return next(iter(holders.values())) if len(holders) == 1 else None
    before = _before_own(mention, named, scan, lexicon)
    if before is not None:
        return before
    if mention.ordinal in NATIONAL and not _of_places(mention) and not _of_a_union(mention):
        return Organization(party.key, party.label, level=party.level)
    if mention.ordinal is None:
        return None
    beside = _beside(mention.ordinal, named)
    if beside:
        whole = [holder for holder in beside if not committees.nameless(holder)]
        return whole[0] if len(whole) == 1 else beside[0] if len(beside) == 1 else None
    return committees.only_one(scan, 0, len(scan.text.content))


def _next_term(mention: CongressMention, named: list[CongressMention]) -> list[CongressMention]:
    """Those that open the term after the one of a mention that nobody else's congress is told to open."""
    if mention.term is None or any(m.term == mention.term for m in named):
        return []
    later = [m for m in named if m.term is not None and m.term[:4] == mention.term[-4:]]
    return later if len({m.organization for m in later}) == 1 else []


def _of_a_union(mention: CongressMention) -> bool:
    """Whether the term is none of the party's own, which begin in years like 2016 and 2021."""
    return mention.term is not None and int(mention.term[:4]) % DECADE_HALF != 1


def _of_places(mention: CongressMention) -> bool:
    """Whether the term is one of provinces and districts, whose congresses go before the party's own."""
    return mention.term is not None and int(mention.term[:4]) % DECADE_HALF == 0


def _before_own(
    mention: CongressMention, named: list[CongressMention], scan: Scan, lexicon: Lexicon
) -> Organization | None:
    """The committee whose next congress the article tells of (``nghị quyết đại hội lần thứ XI đề ra``).

    A bare number (``Đại hội XI``) may be that of the party's own.
    """
    ordinal = pattern(lexicon, "congress-cue", "ordinal")
    told = ordinal.search(scan.text.folded, mention.start, mention.end)
    if told is None or mention.ordinal is None:
        return None
    next_ = [m for m in named if m.ordinal == mention.ordinal + 1]
    held = _beside(mention.ordinal, next_)
    own = len(held) == 1 and next_[0].term is not None and not committees.nameless(held[0])
    return held[0] if own and held[0].level != 0 else None


def _beside(ordinal: int, named: list[CongressMention]) -> list[Organization]:
    """Whose congresses stand right before or after the one of this ordinal in the article."""
    holders = {
        m.organization.label: m.organization
        for m in named
        if m.organization is not None and m.ordinal is not None and abs(m.ordinal - ordinal) == 1
    }
    return list(holders.values())


def _agree(left: CongressMention, right: CongressMention) -> bool:
    return (left.ordinal is None or right.ordinal is None or left.ordinal == right.ordinal) and (
        left.term is None or right.term is None or left.term == right.term
    )


def same(left: CongressMention, right: CongressMention) -> bool:
    """Whether two mentions name one congress."""
    return _agree(left, right) and committees.compatible(left.organization, right.organization)
