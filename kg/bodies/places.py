"""The units behind the bodies: how long each lived, and which unit is the same one after the reform."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.bodies.model import Bound, Stretch
from kg.gazetteer import REFORM, Change, ChangeKind, Gazetteer
from kg.model import Unit
from kg.timespan import day_before

_RULE = "lifetime-of-unit"
_DISTRICTS_END = "203/2025/QH15"
_DISTRICT = 2
_GOING_ON = frozenset({ChangeKind.KEPT, ChangeKind.TRANSFERRED})


@dataclass(frozen=True, slots=True)
class UnitChange:
    """Units that turned into units on a day, by the act with the number ``basis``."""

    date: str
    before: tuple[Unit, ...]
    after: tuple[Unit, ...]
    basis: str | None = None
    source: str | None = None


class Places:
    """The gazetteer as the lives of bodies need it."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def unit(self, key: str) -> Unit | None:
        """The unit with this key, if the gazetteer has it."""
        return self.gazetteer.get(key) if self.gazetteer.knows(key) else None

    def stretch(self, unit: Unit) -> Stretch:
        """How long a unit lived, from before the reform on when it is the same one after it."""
        if unit.key is None or not self.gazetteer.knows(unit.key):
            return self._unknown(unit)
        since = self.gazetteer.validity(self.identity(unit.key)).since
        until = self.gazetteer.validity(self.now(unit.key)).until
        begun = next((c for c in self._making(self.identity(unit.key))), None)
        ended = next((c for c in self._ending(self.now(unit.key))), None)
        return Stretch(_bound(since, begun), _bound(until, ended))

    def _unknown(self, unit: Unit) -> Stretch:
        """Every district, known or not, ended with the reform at the latest."""
        if unit.level != _DISTRICT:
            return Stretch()
        return Stretch(None, Bound(f"[..{day_before(REFORM)}]", _RULE, _DISTRICTS_END))

    def identity(self, key: str) -> str:
        """The key that stands for a unit through the reform, when it is the same one after it."""
        return self._earlier.get(key, key)

    def now(self, key: str) -> str:
        """The key of the same unit in today's division, else its own."""
        return self._same.get(key, key)

    def above(self, unit: Unit) -> Iterator[Unit]:
        """The units above, nearest first."""
        for key in unit.ancestors:
            found = self.unit(key)
            if found is not None:
                yield found

    def endings(self, unit: Unit) -> Iterator[UnitChange]:
        """The changes in which a unit ended."""
        return (self._turned(change) for change in self._ending(unit.key or ""))

    def beginnings(self, unit: Unit) -> Iterator[UnitChange]:
        """The changes in which a unit began, and those in which what a district had came to it."""
        return (self._turned(change) for change in self._making(unit.key or ""))

    def _ending(self, key: str) -> Iterator[Change]:
        for change in self.gazetteer.changes(key):
            if key in change.before and key not in change.after and not _goes_on(change):
                yield change

    def _making(self, key: str) -> Iterator[Change]:
        for change in self.gazetteer.changes(key):
            if key in change.after and key not in change.before and not _goes_on(change):
                yield change

    def _turned(self, change: Change) -> UnitChange:
        before, after = (
            tuple(self.gazetteer.get(key) for key in side) for side in (change.before, change.after)
        )
        source = change.act.source if change.act is not None else None
        return UnitChange(change.date, before, after, _number(change), source)

    @cached_property
    def _same(self) -> dict[str, str]:
        """Old keys to new ones of the units that the reform left alone: one into one, name and type kept."""
        return {
            change.before[0]: change.after[0]
            for change in self.gazetteer.all_changes()
            if _goes_on(change) and change.before != change.after
        }

    @cached_property
    def _earlier(self) -> dict[str, str]:
        return {new: old for old, new in self._same.items()}


def _goes_on(change: Change) -> bool:
    """Whether a unit went on as it was, under another key or another unit above."""
    return set(change.kinds) <= _GOING_ON and len(change.before) == len(change.after) == 1


def _bound(date: str | None, change: Change | None) -> Bound | None:
    if date is None:
        return None
    source = change.act.source if change is not None and change.act is not None else None
    return Bound(date, _RULE, _number(change) if change is not None else None, source)


def _number(change: Change) -> str | None:
    """The number of the act that orders a change.

    Districts ended by the resolution that amends the constitution, whatever act says what became of each.
    """
    if ChangeKind.ABOLISHED in change.kinds and change.date == REFORM:
        return _DISTRICTS_END
    return change.act.number if change.act is not None else None
