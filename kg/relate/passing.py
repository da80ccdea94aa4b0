"""Which numbers of an article are told only in passing, and whose they can be trusted to be."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import BlockKind, Indicator, Organization, Unit
from kg.relate.readings import Reading
from kg.relate.relevance import FIRMS, Relevance

__all__ = ["in_passing", "of_firm", "of_party", "standing", "stands_alone"]

_OPENING = 3
_DEEDS, _FEW = frozenset({"done", "has"}), 10
_OWN = frozenset({"party", "plan", "document"})


def in_passing(claim: Indicator, reading: Reading) -> bool:
    """Whether an article about something else counts a few things of a place (``tổ chức 2 cuộc họp``)."""
    few = reading.rule in _DEEDS and claim.indicator_concept is None and claim.value < _FEW
    return few and not isinstance(claim.subject, Organization)


def stands_alone(
    reading: Reading, claim: Indicator, relevance: Relevance, lexicon: Lexicon, scan: Scan, *, own: bool
) -> bool:
    """Whether the only number of an article that is no report is told for its own sake, not in passing.

    So is one of the opening, one that counts members or papers of a body, and one of an article about
    committees or about the place in its title.  ``own``: its sentence tells a number that has a name of its
    own of whom it begins with.
    """
    if own or scan.text.sentence_at(reading.start) < _OPENING:
        return True
    if reading.rule == "planned":
        return claim.period is not None
    if isinstance(claim.subject, Organization) and of_party(claim, lexicon):
        return True
    return relevance.dense or relevance.reviewing or _in_title(claim, relevance, scan)


def _in_title(claim: Indicator, relevance: Relevance, scan: Scan) -> bool:
    """Whether the title of an article in which bodies are spoken of names whom a number is about."""
    title, subject = scan.text.sentences[0], claim.subject
    if relevance.distant or title.kind is not BlockKind.TITLE or not isinstance(subject, Unit):
        return False
    named = (u.unit for u in scan.units.within(title.start, title.end))
    return any((u.name, u.level) == (subject.name, subject.level) for u in named)


def of_firm(claim: Indicator) -> bool:
    """Whether a number is a firm's own."""
    return isinstance(claim.subject, Organization) and claim.subject.kind in FIRMS


def standing(claim: Indicator, lexicon: Lexicon) -> bool:
    """Whether a number without a subject can be trusted to be the article's place's own."""
    if claim.indicator_concept is not None:
        return lexicon.concept("indicator", claim.indicator_concept).one("public") is not None
    return of_party(claim, lexicon)


def of_party(claim: Indicator, lexicon: Lexicon) -> bool:
    """Whether what is counted are parts of the party, of a plan, or documents."""
    return claim.measure is not None and lexicon.concept("measure", claim.measure).one("dimension") in _OWN
