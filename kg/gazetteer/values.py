"""Units in time: spans of days, phases of one place, and the changes between them.

Days are ISO dates.  A span counts its first and its last day; ``since`` is ``None`` when nobody knows since
when, ``until`` is ``None`` when it goes on.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model import Unit
from kg.timespan import bounds

LEGACY, CURRENT, FORMER = "legacy", "2025", "former"
"""The eras in a unit's key: the division until June 2025, the one since, and units that ended before."""

REFORM = "2025-07-01"
"""The day on which districts were abolished, provinces and communes merged."""


class ChangeKind(StrEnum):
    """What happened to units in a change."""

    MERGED = "merged"
    SPLIT = "split"
    ABOLISHED = "abolished"
    RENAMED = "renamed"
    TRANSFERRED = "transferred"
    UPGRADED = "upgraded"
    RETYPED = "retyped"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Span:
    """From a first to a last day."""

    since: str | None = None
    until: str | None = None

    @property
    def edtf(self) -> str:
        """The span as an EDTF interval: ``/2025-06-30`` when the beginning is unknown, ``2025-07-01/..``."""
        return f"{self.since or ''}/{self.until or '..'}"

    def may_cover(self, on: str) -> bool:
        """Whether some day of ``on`` (EDTF) can lie in the span; an unreadable date excludes nothing."""
        first, last = bounds(on)
        over = first is not None and self.until is not None and self.until < first
        to_come = last is not None and self.since is not None and self.since > last
        return not over and not to_come


@dataclass(frozen=True, slots=True)
class Phase:
    """A place under one name, one type and one unit above, for a span of days."""

    unit: Unit
    span: Span


@dataclass(frozen=True, slots=True)
class Act:
    """The legal act that orders a change: its number, its day if known, and where that was found."""

    number: str
    issued: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Units (by key) that turned into units on a day.

    A unit on both sides goes on, bigger or smaller, or under another type or name.
    """

    date: str
    kinds: tuple[ChangeKind, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    act: Act | None = None


@dataclass(frozen=True, slots=True)
class UnitType:
    """A type of unit as the vocabulary describes it; ``forms`` are all ways to write it."""

    key: str
    label: str
    level: int
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A unit of the gazetteer with the office's code and, if known, its coordinates."""

    unit: Unit
    latitude: float | None = None
    longitude: float | None = None

    @property
    def code(self) -> str:
        """The code of the statistics office, which names another unit in another era."""
        return (self.unit.key or "").partition("/")[2]
