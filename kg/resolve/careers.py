"""Which posts of a career told step by step are held still: those of the last step, where nothing ends it.

``Từ năm 2005 đến năm 2011, ông là R. Từ tháng 6/2016, ông là R, R``: the last ones go on unless the article
tells of another office of the person, calls somebody a former official or tells of a death.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import Position, Status
from kg.resolve.succession import is_seat

_CAREER, _DIES = "career", "dies"
_BESIDE = ("post-before-name", "post-after-name", "now", "listed", "regarding")
_HELD = (Status.CURRENT, Status.APPOINTED)
_TERM, _TERMS = 5, 10
"""So many years has a term of office, and lasts a post at most that is told from a time on."""


def going_on(
    rows: Iterable[Position], claims: Sequence[Position], scan: Scan, lexicon: Lexicon
) -> list[Position]:
    """The rows, those of a last step as held now; and those told in one breath with a post that is held."""
    rows = list(rows)
    steps: dict[str, list[Position]] = {}
    for claim in claims:
        if claim.rule == _CAREER and claim.organization is not None:
            steps.setdefault(claim.person, []).append(claim)
    year = (scan.text.article.published or "")[:4]
    if not steps or not year.isdigit() or any(h.concept.key == _DIES for h in scan.hits.of("cue")):
        return rows
    last = {person: _last(told, scan) for person, told in steps.items()}
    return [
        replace(row, status=Status.CURRENT)
        if _goes_on(row, last.get(row.person, []), rows, int(year), lexicon)
        else row
        for row in rows
    ]


def _last(told: Sequence[Position], scan: Scan) -> list[Position]:
    """The posts of the step told last, if it is the latest one: those of its sentence at the same time."""
    final = max(told, key=lambda claim: claim.evidence.end)
    dates = [date for claim in told if (date := _date(claim)) is not None]
    date, place = _date(final), scan.text.sentence_at(final.evidence.start)
    if date is None or max(dates) > date:
        return []
    return [c for c in told if _date(c) == date and scan.text.sentence_at(c.evidence.start) == place]


def _date(claim: Position) -> str | None:
    return claim.since or claim.event_date


def _same(row: Position, claim: Position) -> bool:
    assert row.organization is not None
    assert claim.organization is not None
    return row.role == claim.role and row.organization.label == claim.organization.label


def _goes_on(
    row: Position, last: Sequence[Position], rows: Sequence[Position], year: int, lexicon: Lexicon
) -> bool:
    """Whether a post of the past is one of the last step that may go on."""
    step = next((claim for claim in last if _same(row, claim)), None)
    date = _date(step) if step is not None else None
    if step is None or date is None:
        return False
    if row.rule != _CAREER or row.status is not Status.FORMER or row.until is not None:
        return False
    own = [other for other in rows if other.person == row.person and other is not row]
    beside = [other for other in own if any(_same(other, claim) for claim in last)]
    if any(other.status in _HELD and other.rule != _CAREER for other in beside):
        return True
    if any(other.rule != _CAREER for other in beside) or any(_tells(other, last) for other in own):
        return False
    begun = int(date[:4])
    return year - begun <= _TERMS if step.since is not None else begun >= _term(step, year, lexicon)


def _tells(other: Position, last: Sequence[Position]) -> bool:
    """Whether the article tells an office of the person, not of the last step: held, left or former."""
    told = other.rule in _BESIDE or (other.rule != _CAREER and other.status is not Status.FORMER)
    return told and not is_seat(other) and not any(_same(other, claim) for claim in last)


def _term(step: Position, year: int, lexicon: Lexicon) -> int:
    """The year in which the term of office began that runs: that of a local committee, or of a council."""
    made = step.organization
    assert made is not None
    local = lexicon.concept("body", made.kind).one("side") == "party" and made.level != 0
    first = 0 if local else 1
    return year - (year - first) % _TERM
