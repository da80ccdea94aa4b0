"""The units behind the bodies: how long each lived, and which unit is the same one after the reform."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.bodies.dates import before
from kg.bodies.model import Bound, Stretch
from kg.gazetteer import CURRENT, LEGACY, Gazetteer
from kg.model import Unit

REFORM = "2025-07-01"
_RULE = "lifetime-of-unit"
_DISTRICTS_END = "203/2025/QH15"
_PROVINCES_MERGE = "202/2025/QH15"
_DISTRICT = 2


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
        try:
            return self.gazetteer.get(key)
        except KeyError:
            return None

    def stretch(self, unit: Unit) -> Stretch:
        """How long a unit lived, from before the reform on when it is the same one after it."""
        if unit.key is None or self.unit(unit.key) is None:
            return self._unknown(unit)
        if unit.key.startswith(LEGACY):
            gone_on = self._same.get(unit.key)
            return Stretch(None, None if gone_on else self._bound(unit, before(REFORM)))
        return Stretch(None if unit.key in self._earlier else self._bound(unit, REFORM), None)

    def _unknown(self, unit: Unit) -> Stretch:
        """Every district, known or not, ended with the reform at the latest."""
        if unit.level != _DISTRICT:
            return Stretch()
        return Stretch(None, Bound(f"[..{before(REFORM)}]", _RULE, _DISTRICTS_END))

    def _bound(self, unit: Unit, date: str) -> Bound:
        basis = {1: _PROVINCES_MERGE, _DISTRICT: _DISTRICTS_END}.get(unit.level)
        return Bound(date, _RULE, basis)

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
        if unit.key is None or unit.key in self._same or self.unit(unit.key) is None:
            return
        for new in self._turned_into(unit):
            yield self._change(new, unit)

    def _turned_into(self, unit: Unit) -> list[tuple[Unit, ...]]:
        became = self.gazetteer.successors(unit.key or "")
        return [became] if unit.level == _DISTRICT and became else [(new,) for new in became]

    def beginnings(self, unit: Unit) -> Iterator[UnitChange]:
        """The changes in which a unit began."""
        if unit.key is None or unit.key in self._earlier:
            return
        olds = [self.gazetteer.get(old) for old in self._made_of.get(unit.key, ())]
        if any(old.level == unit.level for old in olds):
            yield self._change((unit,), unit)
        for old in olds:
            if old.level == _DISTRICT:
                yield from self.endings(old)

    def _change(self, after: tuple[Unit, ...], of: Unit) -> UnitChange:
        """One change: a district with all that it became, or all that became one unit."""
        if of.level == _DISTRICT and (of.key or "").startswith(LEGACY):
            return UnitChange(REFORM, (of,), after, _DISTRICTS_END)
        olds = (self.gazetteer.get(old) for old in self._made_of.get(after[0].key or "", ()))
        merged = tuple(old for old in olds if old.level == after[0].level)
        return UnitChange(REFORM, merged, after, _PROVINCES_MERGE if after[0].level == 1 else None)

    @cached_property
    def _made_of(self) -> dict[str, tuple[str, ...]]:
        made: dict[str, list[str]] = defaultdict(list)
        for old in self.gazetteer.every_key():
            for new in self.gazetteer.successors(old):
                made[new.key or ""].append(old)
        return {new: tuple(sorted(olds)) for new, olds in made.items()}

    @cached_property
    def _same(self) -> dict[str, str]:
        """Old keys to new ones of the units that the reform left alone: one into one, name and type kept."""
        same = {}
        for new, olds in self._made_of.items():
            unit = self.gazetteer.get(new)
            whole = [old for old in olds if self.gazetteer.get(old).level == unit.level]
            if len(whole) == 1 and new.startswith(CURRENT) and self._goes_on(whole[0], unit):
                same[whole[0]] = new
        return same

    def _goes_on(self, old: str, unit: Unit) -> bool:
        known = self.gazetteer.get(old)
        return len(self.gazetteer.successors(old)) == 1 and known.full_name == unit.full_name

    @cached_property
    def _earlier(self) -> dict[str, str]:
        return {new: old for old, new in self._same.items()}
