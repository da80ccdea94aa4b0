"""The plain values of the lives of bodies.

Dates are EDTF: a whole day where it is known, else ``2025-02`` or ``[2025-02..2025-03]`` (a day of those).
A first and a last day are both counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.bodies.dates import FIRST, LAST, days
from kg.model import Organization


class Existence(StrEnum):
    """Whether a body existed on a date."""

    EXISTED = "existed"
    NOT_YET = "not-yet"
    ENDED = "ended"
    INTERRUPTED = "interrupted"
    NEVER = "never"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class Bound:
    """The first or the last day of a stretch, by which rule, act and change.

    ``rule`` is ``lifetime-of-unit`` or ``lifetime-of-kind``; ``basis`` the number of the legal act;
    ``source`` where the act or the change was found; ``change`` the key of the change of kinds.
    """

    date: str
    rule: str
    basis: str | None = None
    source: str | None = None
    change: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """A time through which a body existed; ``None`` where nobody knows since when, or where it goes on."""

    since: Bound | None = None
    until: Bound | None = None

    def covers(self, on: str) -> bool | None:
        """Whether the body existed on some day of ``on``; ``None`` when the bounds are too vague to tell."""
        asked = days(on)
        if asked is None:
            return None
        begin = self.since and days(self.since.date)
        end = self.until and days(self.until.date)
        first, surely = begin or (FIRST, FIRST)
        surely_last, last = end or (LAST, LAST)
        if asked[1] < first or asked[0] > last:
            return False
        return True if asked[1] >= surely and asked[0] <= surely_last else None


@dataclass(frozen=True, slots=True)
class Lifetime:
    """The stretches of a body's existence, the earliest first; none when it never existed."""

    stretches: tuple[Stretch, ...]

    @property
    def since(self) -> Bound | None:
        """The first day, as far as it is known."""
        return self.stretches[0].since if self.stretches else None

    @property
    def until(self) -> Bound | None:
        """The last day; ``None`` when the body goes on."""
        return self.stretches[-1].until if self.stretches else None

    def existence(self, on: str) -> Existence:
        """Tell whether the body existed on a date (EDTF)."""
        covered = [stretch.covers(on) for stretch in self.stretches]
        if True in covered:
            return Existence.EXISTED
        asked = days(on)
        if None in covered or asked is None:
            return Existence.UNKNOWN
        return self._outside(asked)

    def _outside(self, asked: tuple[str, str]) -> Existence:
        if not self.stretches:
            return Existence.NEVER
        begin = days(self.since.date) if self.since else None
        end = days(self.until.date) if self.until else None
        if begin and asked[1] < begin[0]:
            return Existence.NOT_YET
        return Existence.ENDED if end and asked[0] > end[1] else Existence.INTERRUPTED


@dataclass(frozen=True, slots=True)
class Event:
    """Bodies that turned into bodies on a day; nothing on one side for an abolition or a founding.

    ``rule`` is ``body-follows-unit`` or ``change-of-kind``; ``units`` are the keys of the units that
    changed, before and after.
    """

    date: str
    rule: str
    before: tuple[Organization, ...]
    after: tuple[Organization, ...]
    basis: str | None = None
    source: str | None = None
    units: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
