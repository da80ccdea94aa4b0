"""What kind of event it was, by the words with which an article goes on, and the head noun for it."""

from __future__ import annotations

from kg.mention import Scan
from kg.normalise import fold, modern
from kg.relate.gatherings import GENERAL, EventMention

__all__ = ["naming", "type_of"]

_MEETINGS = frozenset({"conference", "meeting", "session-meeting", "session"})
_VISIT, _CELL, _REUNION = "working-session", "cell-meeting", "reunion"
_MET = frozenset({_VISIT, "voter-meeting"})
"""What papers call by one usual name, whatever a caption or an opening calls it (``cuộc tiếp xúc``)."""


def naming(first: EventMention, group: list[EventMention]) -> EventMention:
    """The mention that names the kind of event: for a verb the noun by which the article goes on."""
    if first.concept.key in GENERAL:
        telling = (m for m in group if m.concept.one("family") in ("ceremony", "congress"))
        return next((m for m in telling if m.concept.key not in GENERAL), first)
    if first.verb and first.concept.key == _VISIT:
        return next((m for m in group if not m.verb and m.concept.key == "reception"), first)
    if first.verb and first.concept.key == _CELL:
        return next((m for m in group if not m.verb and m.concept.key == _CELL), first)
    if not first.verb:
        return first
    ceremonies = first.concept.key == "conference"
    nouns = sorted((m for m in group if not m.verb), key=lambda m: not m.strong)
    fits = (
        m
        for m in nouns
        if m.concept.key in _MEETINGS or (ceremonies and _tells_kind(m, first))
    )
    same = next((m for m in group if not m.verb and m.concept.key == first.concept.key), None)
    if same is not None and first.concept.key == _REUNION:
        return same
    return next(fits, None) or same or first


def _tells_kind(mention: EventMention, first: EventMention) -> bool:
    """Whether a ceremony's noun says more than that one was held, where the verb tells which one."""
    general = mention.concept.key in GENERAL and first.called is not None
    return mention.concept.one("family") == "ceremony" and not general


def type_of(scan: Scan, named: EventMention, group: list[EventMention]) -> str:
    """The canonical head noun, or the text's own when the two are different words."""
    mention = next((m for m in group if _in_canon(scan, m, named)), named)
    label = mention.concept.label
    if mention.verb:
        return mention.called or label
    words = modern(scan.text.content[mention.start : mention.end].lower())
    return label if label in words or words in label else words


def _in_canon(scan: Scan, mention: EventMention, named: EventMention) -> bool:
    """Whether a mention calls it by its usual words (not ``buổi khánh thành``, ``buổi thăm và làm việc``)."""
    folded = scan.text.folded
    words, usual = folded[mention.start : mention.end], fold(mention.concept.label)
    if mention.verb or mention.concept.key != named.concept.key or usual not in words:
        return False
    called = folded[named.start : named.end]
    if mention.concept.key in _MET:
        return usual not in called
    return mention.concept.one("family") == "ceremony" and called.split()[0] not in usual.split()
