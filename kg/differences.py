"""What changed between two builds: facts gained, lost and changed, table by table.

Two rows are the same fact when their identifying fields agree (:data:`KEYS`); when other fields differ, the
fact has changed.  Where it stands in the text, and how it was found, count for nothing.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.errors import UsageError
from kg.evaluate import AGREEMENTS
from kg.normalise import canonical, fold

Row = Mapping[str, str]
Tables = Mapping[str, Sequence[Row]]

KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "positions": ("article", "person", "role", "organization"),
    "documents": ("article", "kind", "number", "subject"),
    "links": ("article", "source", "relation", "target"),
    "themes": ("article", "organization", "period"),
    "indicators": ("article", "subject", "indicator", "kind", "period", "unit"),
    "congresses": ("article", "organization", "ordinal", "term"),
    "events": ("article", "type", "date"),
}
"""The fields that tell one fact from another."""

OTHERS: Final[Mapping[str, tuple[str, ...]]] = {
    "positions": ("status", "as_of", "acting", "step", "step_date"),
    "documents": ("issuer", "date", "term"),
    "links": (),
    "themes": ("theme", "document"),
    "indicators": ("comparator", "value"),
    "congresses": (),
    "events": ("organizer", "place"),
}
"""The fields that a fact may change in."""


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that one side has and the other has not, or has otherwise; ``None`` for the side without."""

    table: str
    before: Row | None
    after: Row | None

    @property
    def kind(self) -> str:
        """``gained``, ``lost`` or ``changed``."""
        if self.before is None:
            return "gained"
        return "lost" if self.after is None else "changed"

    @property
    def fields(self) -> dict[str, tuple[str, str]]:
        """The fields that differ, with the value before and after."""
        if self.before is None or self.after is None:
            return {}
        return {
            name: (self.before.get(name) or "", self.after.get(name) or "")
            for name in OTHERS[self.table]
            if _folded(self.before, name) != _folded(self.after, name)
        }


def differences(before: Tables, after: Tables) -> list[Change]:
    """Compare two sets of tables; changes go by table, then by what identifies the fact."""
    changes: list[Change] = []
    for table in KEYS:
        changes += _of_table(table, before.get(table, ()), after.get(table, ()))
    return changes


def _of_table(table: str, before: Sequence[Row], after: Sequence[Row]) -> list[Change]:
    old, new = _by_key(table, before), _by_key(table, after)
    changes: list[Change] = []
    for key in sorted(old.keys() | new.keys()):
        lost, gained = _unmatched(table, old.get(key, []), new.get(key, []))
        pairs = min(len(lost), len(gained))
        changes += [
            Change(table, one, other) for one, other in zip(lost[:pairs], gained[:pairs], strict=True)
        ]
        changes += [Change(table, row, None) for row in lost[pairs:]]
        changes += [Change(table, None, row) for row in gained[pairs:]]
    return changes


def _by_key(table: str, rows: Sequence[Row]) -> dict[tuple[str, ...], list[Row]]:
    found: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        found.setdefault(tuple(_folded(row, name) for name in KEYS[table]), []).append(row)
    return found


def _unmatched(table: str, old: list[Row], new: list[Row]) -> tuple[list[Row], list[Row]]:
    """Leave out the rows that both sides have."""
    gained, lost = list(new), []
    for row in old:
        values = _values(table, row)
        same = next((other for other in gained if _values(table, other) == values), None)
        if same is None:
            lost.append(row)
        else:
            gained.remove(same)
    return lost, gained


def _values(table: str, row: Row) -> tuple[str, ...]:
    return tuple(_folded(row, name) for name in OTHERS[table])


def _folded(row: Row, name: str) -> str:
    return fold(canonical(row.get(name) or ""))


def read_tables(folder: str | Path) -> dict[str, list[dict[str, str]]]:
    """Read a folder of CSV tables; a table that is missing is empty.

    Raises UsageError when none is there, or one is no table.
    """
    found: dict[str, list[dict[str, str]]] = {name: [] for name in AGREEMENTS}
    paths = {name: Path(folder) / f"{name}.csv" for name in found}
    if not any(path.is_file() for path in paths.values()):
        raise UsageError(f"{folder}: neither a store nor a folder of tables (positions.csv …)")
    for name, path in paths.items():
        if path.is_file():
            found[name] = _read_table(path)
    return found


def _read_table(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if "article" not in (reader.fieldnames or ()):
                raise UsageError(f"{path}: not a table of facts; it has no column named article")
            return [{name: value or "" for name, value in row.items() if name} for row in reader]
    except (OSError, ValueError, csv.Error) as error:
        raise UsageError(f"{path}: can't be read as a table: {error}") from error
