"""What changes make of units: what they became, from when to when they lived, and their phases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from kg.gazetteer.record import Record, Turn
from kg.gazetteer.values import CURRENT, LEGACY, REFORM, Change, Phase, Span
from kg.model import Unit
from kg.timespan import day_before

Typed = Callable[[Unit, str | None, str | None], Unit]
"""A unit under another type (key) and name, where they are given."""


class Lives:
    """The changes by the units that they touch."""

    def __init__(self, changes: Iterable[Change], record: Record, typed: Typed) -> None:
        self.all = tuple(sorted(changes, key=lambda c: (c.date, c.before, c.after)))
        self._typed = typed
        self._turns: dict[Change, Turn] = dict(record.changes)
        self._by_key: dict[str, list[Change]] = defaultdict(list)
        for change in self.all:
            for key in sorted({*change.before, *change.after}):
                self._by_key[key].append(change)

    def changes(self, key: str) -> tuple[Change, ...]:
        """The changes of one unit, the earliest first."""
        return tuple(self._by_key.get(key, ()))

    def successors(self, key: str) -> tuple[str, ...]:
        """What it became when it ended."""
        ending = (c for c in self.changes(key) if key in c.before and key not in c.after)
        return tuple(sorted({after for change in ending for after in change.after}))

    def predecessors(self, key: str) -> tuple[str, ...]:
        """What it was made of, and what was merged into it."""
        making = (c for c in self.changes(key) if key in c.after)
        return tuple(sorted({before for change in making for before in change.before if before != key}))

    def validity(self, unit: Unit) -> Span:
        """From the change that made it to the one that ended it; each era ends or begins in July 2025."""
        key = unit.key or ""
        legacy = key.startswith(LEGACY)
        since = REFORM if key.startswith(CURRENT) else None
        until = day_before(REFORM) if legacy else None
        for change in self.changes(key):
            if key not in change.before:
                since = change.date
            elif key not in change.after and change.date < REFORM:
                until = day_before(change.date)
        return Span(since, until)

    def phases(self, unit: Unit) -> tuple[Phase, ...]:
        """The unit under each name and type that the changes give it."""
        span = self.validity(unit)
        turns = [
            (c.date, self._turns[c])
            for c in self.changes(unit.key or "")
            if self._turns.get(c, Turn()) != Turn() and unit.key in c.before and unit.key in c.after
        ]
        if not turns:
            return (Phase(unit, span),)
        return tuple(self._cut(unit, span, turns))

    def _cut(self, unit: Unit, span: Span, turns: list[tuple[str, Turn]]) -> list[Phase]:
        """Phases from the data set's state, backwards over what came before, then forwards."""
        phases: list[Phase] = []
        now, until = unit, span.until
        later = [(date, turn) for date, turn in turns if turn.type_after is not None]
        earlier = [(date, turn) for date, turn in turns if turn.type_after is None]
        if later:
            until = day_before(later[0][0])
        for date, turn in reversed(earlier):
            phases.insert(0, Phase(now, Span(date, until)))
            now, until = self._typed(now, turn.type_before, turn.name_before), day_before(date)
        phases.insert(0, Phase(now, Span(span.since, until)))
        for place, (date, turn) in enumerate(later):
            until = day_before(later[place + 1][0]) if place + 1 < len(later) else span.until
            phases.append(Phase(self._typed(unit, turn.type_after, None), Span(date, until)))
        return phases
