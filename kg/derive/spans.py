"""From what articles observe of a post to the spans in which it was held.

Plain values: an observation is of one person and one post.  A bound is a day (``YYYY-MM-DD``) or ``None``.
Nothing here says that a post is held now: only observations bound a span, and they are of the past.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.timespan import Bounds, bounds

_HELD = frozenset({"current", "appointed"})
_EARLIEST, _LATEST = "0000", "9999"


@dataclass(frozen=True, slots=True)
class Observation:
    """What one statement tells: ``on`` is the date at which it is told, EDTF like the others.

    ``begun`` and ``ended`` are the dates that it gives to the step into the post, or out of it.
    """

    statement: str
    article: str
    status: str
    on: str | None = None
    begun: str | None = None
    ended: str | None = None
    acting: bool = False

    @property
    def held(self) -> bool:
        """Whether the post is held, by what is told."""
        return self.status in _HELD

    @property
    def moment(self) -> Bounds:
        """The days within which it finds the person in the post, or out of it."""
        return bounds((self.begun if self.held else self.ended) or self.on)


@dataclass(frozen=True, slots=True)
class Span:
    """One person's time in one post.

    ``begin`` and ``end`` are the days within which it began and ended, ``begun`` and ``ended`` the EDTF dates
    that the text gives for that, with their statements.  ``first`` and ``last`` are the EDTF dates of the
    first and the last statement that finds the person in the post.
    """

    observations: tuple[Observation, ...]
    begin: Bounds
    end: Bounds
    begun: Observation | None
    ended: Observation | None
    first: str | None
    last: str | None

    @property
    def edtf(self) -> str | None:
        """The span as an EDTF interval with unknown ends left blank; ``None`` when both are unknown."""
        begin = _point(self.begun.begun if self.begun is not None else None)
        end = _point(self.ended.ended if self.ended is not None else None)
        return f"{begin}/{end}" if begin or end else None

    @property
    def acting(self) -> bool:
        """Whether every statement says that the post is held for the time being only."""
        return all(observation.acting for observation in self.observations)

    def holds(self) -> Bounds:
        """Give the days from and to which the post was held for certain; nothing if no day is certain."""
        first, last = self.begin.last, self.end.first
        return Bounds(first, last) if first is not None and last is not None and first <= last else Bounds()


def spans(observations: Iterable[Observation]) -> list[Span]:
    """Part the observations of one person in one post into the times in which it was held.

    A statement that finds the person in the post later than the day by which a time was over opens another.
    The order of the observations doesn't matter.
    """
    parts: list[list[Observation]] = [[]]
    for observation in sorted(set(observations), key=_order):
        if observation.held and _over_before(parts[-1], observation.moment.first):
            parts.append([])
        parts[-1].append(observation)
    return [_span(part) for part in parts if part]


def _point(edtf: str | None) -> str:
    """A date as an end of an interval; one that is a span itself can't be."""
    return edtf if edtf is not None and "/" not in edtf else ""


def _order(observation: Observation) -> tuple[object, ...]:
    """By time; what no date places comes first, and so belongs to the first time in the post."""
    when = observation.moment
    first, last = when.first or when.last or _EARLIEST, when.last or _LATEST
    rest = (observation.statement, observation.on or "", observation.begun or "", observation.ended or "")
    return first, last, observation.held, observation.status, observation.acting, *rest


def _over_before(part: Sequence[Observation], day: str | None) -> bool:
    """Whether a time had ended for certain before a day."""
    ends = (observation.moment.last for observation in part if not observation.held)
    return day is not None and any(last is not None and last < day for last in ends)


def _span(observations: Sequence[Observation]) -> Span:
    held = [o for o in observations if o.held]
    over = [o for o in observations if not o.held]
    begun = min((o for o in observations if o.begun), key=_by_beginning, default=None)
    ended = max((o for o in over if o.ended), key=_order, default=None)
    return Span(
        tuple(observations),
        bounds(begun.begun) if begun is not None else Bounds(None, _first_last(observations)),
        bounds(ended.ended) if ended is not None else _end(held, over),
        begun,
        ended,
        min((o.on for o in held if o.on), key=_by_first, default=None),
        max((o.on for o in held if o.on), key=_by_first, default=None),
    )


def _by_beginning(observation: Observation) -> tuple[str, ...]:
    return (*_by_first(observation.begun or ""), observation.statement)


def _by_first(edtf: str) -> tuple[str, str, str]:
    when = bounds(edtf)
    return when.first or _EARLIEST, when.last or _LATEST, edtf


def _first_last(observations: Iterable[Observation]) -> str | None:
    """The first day by which the post had begun: that of any statement about it."""
    return min((last for o in observations if (last := o.moment.last) is not None), default=None)


def _end(held: Iterable[Observation], over: Iterable[Observation]) -> Bounds:
    """Bound an end without a date: after the last day in the post, before the first one out of it."""
    first = max((day for o in held if (day := o.moment.first) is not None), default=None)
    last = min((day for o in over if (day := o.moment.last) is not None), default=None)
    return Bounds(first, last if first is None or last is None or first <= last else None)
