"""What holds of a post that an article tells of in several ways: one row with one status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.mention import Scan
from kg.model import Position, Status

_RANK = {Status.ENDED: 3, Status.FORMER: 2, Status.APPOINTED: 1, Status.CURRENT: 0}
_REPLACED = "replaced"
"""The rule for who is only named as the one whom another replaces."""
_OPENING, _LONG = 3, 700
"""So many paragraphs, the headline among them, and so many characters tell what an article is about."""
_BESIDE = ("post-before-name", "post-after-name")


def _rank(position: Position) -> int:
    """How much a statement about a post weighs; a step of a career weighs least."""
    return -1 if position.rule == "career" else _RANK[position.status]


def merged(known: Position, other: Position) -> Position:
    """One row of two: the stronger status with its evidence, else what came first; stated beats inferred.

    What is said to be held now counts more than what is told as former (``nguyên Giám đốc, đại biểu …``), a
    career more than the capacity in which somebody did something.
    """
    now = next((p for p in (known, other) if p.rule == "now" and p.status is Status.CURRENT), None)
    if now is not None and (known.status is other.status or Status.FORMER in (known.status, other.status)):
        return now
    if {known.rule, other.rule} == {"fronted", "career"} and Status.FORMER in (known.status, other.status):
        return known if known.status is Status.FORMER else other
    once = {p.status: p for p in (known, other)}
    if set(once) == {Status.CURRENT, Status.FORMER} and _listed(once[Status.CURRENT], once[Status.FORMER]):
        return once[Status.CURRENT]
    if set(once) == {Status.APPOINTED, Status.FORMER} and _again(once[Status.APPOINTED], once[Status.FORMER]):
        return once[Status.APPOINTED]
    if _rank(other) > _rank(known) or (known.rule == _REPLACED and other.status is known.status):
        return other
    if known.status is other.status is Status.APPOINTED and known.event is None and other.event is not None:
        return other
    if (
        other.status is known.status
        and other.rule != _REPLACED
        and known.organization is not None
        and other.organization is not None
        and known.organization.inference
        and not other.organization.inference
    ):
        return other
    return known


def was_news(known: Position, position: Position, scan: Scan) -> bool:
    """Whether an appointment was news on another day than that of the article.

    That is, it has a day of its own, and who was appointed is called by the new title before it is told.
    """
    told = known.rule in _BESIDE
    if known.status is not Status.CURRENT or not told:
        return False
    if position.status is not Status.APPOINTED or known.evidence.start > position.evidence.start:
        return False
    sentence = scan.sentence(position.evidence.start)
    if known.evidence.start >= sentence.start:
        return False
    days = [(date.month, date.day) for date in scan.dates if date.day is not None]
    own = [d for d in scan.dates.within(sentence.start, position.evidence.end) if d.day is not None]
    return bool(own) and (own[-1].month, own[-1].day) != days[0]


def _listed(new: Position, old: Position) -> bool:
    """Whether a list tells who holds the post now that a career told (``Ba Phó Bí thư gồm ông A, ông B``)."""
    return new.rule == "listed" and old.rule in ("verb", "career")


def _again(new: Position, old: Position) -> bool:
    """Whether a post is taken once more: a step of an earlier career, or told as former beside the name.

    ``bà A, nguyên Phó Chủ tịch HĐND khóa XII, tiếp tục được bầu giữ chức Phó Chủ tịch HĐND khóa XIII``.
    """
    beside = old.rule in _BESIDE and new.event is not None and new.evidence.start == old.evidence.start
    return beside or (new.rule == "again" and old.rule in ("verb", "career"))


def taken_anew(known: Position, position: Position, scan: Scan) -> Position | None:
    """The appointment that an article begins with, where it goes on to tell of an earlier term.

    ``bổ nhiệm Phó hiệu trưởng đối với ông A. … Ông A là Phó hiệu trưởng nhiệm kỳ 2014-2019``.
    """
    once = {p.status: p for p in (known, position)}
    new, old = once.get(Status.APPOINTED), once.get(Status.FORMER)
    if new is None or old is None or new.event is None or old.rule != "verb":
        return None
    opening = scan.text.content.split("\n", _OPENING)[:_OPENING]
    stop = min(_LONG, sum(map(len, opening)) + len(opening))
    begins = new.evidence.end < min(old.evidence.start, stop)
    return new if begins else None


def with_steps(position: Position, told: Sequence[Position]) -> Position:
    """The row with what else the article tells of it: other steps of the same appointment, dated service."""
    steps: dict[str, Position] = {}
    if position.event is not None:
        steps[position.event] = position
    if position.event is not None or position.status is Status.CURRENT:
        for other in told:
            if other.event is not None and other.status is position.status:
                steps.setdefault(other.event, other)
    served = [other for other in told if other.since is not None and position.since is None]
    served = [other for other in served if other.until is not None or other.status is position.status]
    others = [*steps.values(), *served[:1]]
    return replace(position, steps=tuple(step for step in others if step is not position))
