"""All administrative units, with what is known of their lives, by key and by name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from kg.errors import VocabularyError
from kg.gazetteer.lives import Lives
from kg.gazetteer.record import Ended, Record, read_record
from kg.gazetteer.reform import ascii_key, pairs, reform
from kg.gazetteer.source import Entry, current_rows, data_folder, legacy_rows, mapping_of_2025
from kg.gazetteer.spelling import dashed, highland
from kg.gazetteer.values import CURRENT, FORMER, LEGACY, Change, Phase, Place, Span, UnitType
from kg.model import Unit
from kg.normalise import fold, modern
from kg.resources import data_dir

_CHANGES = "changes.ttl"
_BRACKETED = re.compile(r"\s*\(.*\)$")
_PARTS = re.compile(r"[,;()]|\s[-–—]\s")
_DISTRICT = 2
_SITE_NAME = 5
"""The letters that a province's name has at least where it counts inside a site's address."""


class Gazetteer:
    """Lookup of units by folded name.

    ``types`` maps the folded label of a unit type to its description; ``aliases`` maps further names of
    provinces and districts to the names that the data set uses.
    """

    def __init__(
        self, types: Mapping[str, UnitType], aliases: Mapping[str, str], data: Path | None = None
    ) -> None:
        self._types = types
        self._beginnings = {type_.key: f"{fold(type_.label)} " for type_ in types.values()}
        self._places: dict[str, Place] = {}
        self._by_name: dict[str, list[Unit]] = defaultdict(list)
        self._highland: dict[str, list[Unit]] = defaultdict(list)
        self._former: dict[str, tuple[str, ...]] = {}
        self._gone: dict[str, list[str]] = defaultdict(list)
        self._phases: dict[str, tuple[Phase, ...]] = {}
        self._spans: dict[str, Span] = {}
        self._called: dict[str, tuple[tuple[str, str, Span], ...]] = {}
        self._longest = 1
        self._paths: dict[tuple[str, str], str] = {}
        self._written: dict[str, str] = {}
        self._folder = data or data_folder()
        self._record: Record = read_record(data_dir("ontology") / _CHANGES)
        self._load()
        for ended in self._record.ended:
            self._ended(ended)
        for change, turn in self._record.changes:
            if turn.name_before is not None:
                (key,) = set(change.before) & set(change.after)
                for phase in self.phases(key):
                    if fold(phase.unit.name) == fold(turn.name_before):
                        self._name(fold(turn.name_before), phase.unit.identified(self.get(key)))
        for alias, name in aliases.items():
            self._by_name[dashed(fold(alias))].extend(self.named(name))

    def _load(self) -> None:
        for of_province, of_it in groupby(legacy_rows(self._folder), attrgetter("province")):
            province = self._keep(LEGACY, of_province, 1, ())
            for of_district, rows in groupby(of_it, attrgetter("district")):
                if of_district is None:
                    continue
                district = self._keep(LEGACY, of_district, 2, (province,))
                above = district, province
                for row in rows:
                    for alias in row.district_aliases:
                        self._former.setdefault(alias, (province,))
                    if row.commune is not None:
                        commune = self._keep(LEGACY, row.commune, 3, above)
                        for alias in row.commune_aliases:
                            self._gone[alias].append(commune)
        for of_province, rows in groupby(current_rows(self._folder), attrgetter("province")):
            province = self._keep(CURRENT, of_province, 1, ())
            for row in rows:
                if row.commune is not None:
                    self._keep(CURRENT, row.commune, 3, (province,))

    def _keep(self, era: str, entry: Entry, level: int, above: tuple[str, ...]) -> str:
        """Keep a unit once; its type is what its full name says: the data set's column of types has slips."""
        key = f"{era}/{entry.code}"
        if key in self._places:
            return key
        bare, full = _unbracketed(entry.name), _unbracketed(entry.full)
        name = fold(bare)
        type_ = self._types.get(fold(full.removesuffix(bare).strip()))
        bare = modern(bare)
        if type_ is None:
            full = fold(full)
            begun = (t for label, t in self._types.items() if full.startswith(label + " "))
            type_ = self._types.get(full.removesuffix(name).strip()) or next(begun, None)
        if type_ is not None and name.startswith(self._beginnings[type_.key]):
            bare = bare[len(type_.label) + 1 :]
            name = fold(bare)
        unit = Unit(bare, type_.key if type_ else "", type_.label if type_ else "", level, key, above)
        self._places[key] = Place(unit, entry.latitude, entry.longitude)
        path = f"{self._written[above[0]]}_{entry.written}" if above else entry.written
        self._paths[era, path] = key
        self._written[key] = path
        self._name(name, unit)
        return key

    def _ended(self, ended: Ended) -> None:
        """Keep a unit that the data set no longer has."""
        type_ = self._types_by_key.get(ended.type)
        if type_ is None or ended.above not in self._places:
            raise VocabularyError(f"{_CHANGES}: {ended.key}: unknown type {ended.type} or unit {ended.above}")
        above = (ended.above, *self._places[ended.above].unit.ancestors)
        level = self._places[ended.above].unit.level + 1
        unit = Unit(modern(ended.name), type_.key, type_.label, level, ended.key, above)
        self._places[ended.key] = Place(unit)
        self._name(fold(unit.name), unit)

    def _name(self, folded: str, unit: Unit) -> None:
        """Let a unit be found by a folded name."""
        folded = dashed(folded)
        self._by_name[folded].append(unit)
        loose = highland(folded)
        if loose is not None:
            self._highland[loose].append(unit)
        self._longest = max(self._longest, folded.count(" ") + 1)

    @property
    def longest(self) -> int:
        """How many syllables the longest name has."""
        return self._longest

    def named(self, name: str) -> tuple[Unit, ...]:
        """All units whose bare name folds like ``name``; one that was called so earlier as it was then."""
        return tuple(self._spelt(fold(name)))

    def _spelt(self, folded: str) -> Sequence[Unit]:
        folded = dashed(folded)
        known = self._by_name.get(folded)
        if known is None:
            loose = highland(folded)
            known = self._highland.get(loose) if loose is not None else None
        return known or ()

    def gone(self, type_label: str, name: str) -> tuple[Unit, ...]:
        """The communes of before 2025 that the data set knows only as what they became: without a key.

        A commune that is still there, but of another type since, is that commune.
        """
        found: list[Unit] = []
        type_ = self._types.get(fold(type_label))
        for key in self._gone.get(ascii_key(type_label + name), ()):
            unit = self.get(key)
            if ascii_key(unit.name) == ascii_key(name):
                found.append(unit)
            elif type_ is not None and not self._has_ended(name, unit.ancestors):
                found.append(Unit(modern(name), type_.key, type_.label, unit.level, None, unit.ancestors))
        return tuple(dict.fromkeys(found))

    def _has_ended(self, name: str, above: tuple[str, ...]) -> bool:
        """Whether the record has a unit of this name that ended in the same place."""
        return any((u.key or "").startswith(FORMER) and u.ancestors == above for u in self.named(name))

    def unmarked(self, name: str) -> tuple[Unit, ...]:
        """All units whose name, alias or earlier name is this one when the marks are left out; each once."""
        found = {unit.key: self.get(unit.key or "") for unit in self._unmarked.get(ascii_key(name), ())}
        return tuple(found.values())

    @cached_property
    def _unmarked(self) -> dict[str, list[Unit]]:
        names: dict[str, list[Unit]] = defaultdict(list)
        for folded, units in self._by_name.items():
            names[ascii_key(folded)].extend(units)
        return names

    @property
    def types(self) -> tuple[UnitType, ...]:
        """The types of unit, as the vocabulary has them."""
        return tuple(self._types.values())

    def level_of(self, type_: str) -> int:
        """The level of a type, by its key; 0 for an unknown one."""
        known = self._types_by_key.get(type_)
        return known.level if known is not None else 0

    def has(self, folded: str) -> bool:
        """Whether some unit's folded bare name is ``folded``."""
        return bool(self._spelt(folded))

    def get(self, key: str) -> Unit:
        """The unit with this key; raises ``KeyError`` for an unknown one."""
        return self._places[key].unit

    def every_key(self) -> Iterator[str]:
        """The keys of all units."""
        return iter(self._places)

    def registered(self, unit: Unit) -> Unit:
        """The unit as the data set has it, for one in an earlier phase; one without a key is itself."""
        return self.get(unit.key) if unit.key is not None else unit

    def knows(self, key: str) -> bool:
        """Whether some unit has this key."""
        return key in self._places

    def place(self, key: str) -> Place:
        """The unit with its coordinates; raises ``KeyError`` for an unknown key."""
        return self._places[key]

    def former(self, type_label: str, name: str) -> tuple[str, ...]:
        """The province of a unit that was merged or renamed before the data set was made, if it knows."""
        return self._former.get(ascii_key(type_label + name), ())

    def provinces_in(self, text: str) -> list[Unit]:
        """The provinces of before the reform whose names stand in a text, under the fullest name."""
        folded = f" {fold(text)} "
        found = {unit.key: unit for name, unit in self._provinces if name in folded}
        return list(found.values())

    def units_in(self, text: str) -> list[Unit]:
        """The units at home in which somebody is by his name (``Cổng thông tin điện tử huyện Mường La``).

        Provinces of before the reform are found wherever they stand; another unit at the end of a part of
        the name, if one alone fits its type (a district where no type is told), with the province around it.
        """
        provinces = self.provinces_in(text)
        around = {province.key for province in provinces}
        found = [unit for part in _PARTS.split(fold(text)) for unit in self._closing(part.split(), around)]
        above = (self.get(key) for unit in found for key in unit.ancestors if self.get(key).level == 1)
        return list(dict.fromkeys((*found, *provinces, *above)))

    def _closing(self, words: Sequence[str], around: Set[str | None]) -> Iterator[Unit]:
        """The unit with whose name a part of a name ends, if it can be only one."""
        for start in range(max(0, len(words) - self._longest), len(words)):
            name = " ".join(words[start:])
            before = " ".join(words[:start])
            type_ = next((type_ for type_, forms in self._folded_forms if before.endswith(forms)), None)
            if type_ is None and name in self._province_names:
                return
            units = {
                unit.key: unit
                for unit in self.named(name)
                if (unit.level == _DISTRICT if type_ is None else unit.type == type_.key)
                and unit.level > 1
                and (not around or not around.isdisjoint(unit.ancestors))
            }
            if len(units) == 1:
                yield from units.values()
                return

    @cached_property
    def _folded_forms(self) -> tuple[tuple[UnitType, tuple[str, ...]], ...]:
        """The types with all ways to write them, folded."""
        return tuple((type_, tuple(map(fold, type_.forms))) for type_ in self.types)

    @cached_property
    def _province_names(self) -> frozenset[str]:
        return frozenset(name.strip() for name, _ in self._provinces)

    def province_of_site(self, host: str) -> Unit | None:
        """The province of before the reform whose name a site's address holds (``baohatinh.vn``)."""
        found = [
            (key, unit)
            for name, unit in self._provinces
            if len(key := ascii_key(name)) >= _SITE_NAME and key in host.lower()
        ]
        return max(found, key=lambda each: len(each[0]))[1] if found else None

    @cached_property
    def _provinces(self) -> tuple[tuple[str, Unit], ...]:
        """The provinces of before the reform by all their folded names, with a blank on either side.

        Of two names of one province the shorter stands first.
        """
        places = (place for key, place in self._places.items() if key.startswith(LEGACY))
        keys = [place.unit.key or "" for place in places if place.unit.level == 1]
        units = (unit for key in keys for unit in sorted(self.called(key), key=lambda each: len(each.name)))
        return tuple((f" {fold(unit.name)} ", unit) for unit in units)

    def names(self, levels: Iterable[int]) -> Iterator[str]:
        """The folded bare names of all units of these levels, those with a dash without blanks, too."""
        wanted = set(levels)
        for name, units in self._by_name.items():
            if any(unit.level in wanted for unit in units):
                yield name
                if " - " in name:
                    yield name.replace(" - ", "-")

    def all(self) -> Iterator[Place]:
        """Every unit of both divisions, and those that ended before the data set was made."""
        yield from self._places.values()

    def successors(self, key: str) -> tuple[Unit, ...]:
        """What a unit became when it ended, by key; nothing for a unit of today."""
        return tuple(self._places[k].unit for k in self._lives.successors(key))

    def today(self, key: str) -> tuple[Unit, ...]:
        """What a unit is or became, step by step, as far as it is known; a unit of today is itself."""
        found: dict[str, Unit] = {}
        waiting, seen = [key], set()
        while waiting:
            one = waiting.pop(0)
            if one in seen:
                continue
            seen.add(one)
            became = [unit.key or "" for unit in self.successors(one)]
            waiting.extend(became)
            if not became:
                found[one] = self.get(one)
        return tuple(found[one] for one in sorted(found))

    def merged_into(self, key: str) -> tuple[str, ...]:
        """The keys of what a unit became that ended before 2025, as the record has it."""
        return self._recorded.successors(key)

    def predecessors(self, key: str) -> tuple[Unit, ...]:
        """The units that it was made of or that became a part of it, by key."""
        return tuple(self._places[k].unit for k in self._lives.predecessors(key))

    def changes(self, key: str) -> tuple[Change, ...]:
        """The changes that it was a part of, the earliest first."""
        return self._lives.changes(key)

    def all_changes(self) -> tuple[Change, ...]:
        """Every change that is known, the earliest first."""
        return self._lives.all

    def validity(self, key: str) -> Span:
        """From when to when it was a unit at all; raises ``KeyError`` for an unknown key."""
        known = self._spans.get(key)
        if known is None:
            known = self._spans[key] = self._recorded.validity(self._places[key].unit)
        return known

    def phases(self, key: str) -> tuple[Phase, ...]:
        """What it was called and of what type it was, the earliest first; at least one phase."""
        known = self._phases.get(key)
        if known is None:
            known = self._phases[key] = self._recorded.phases(self._places[key].unit)
        return known

    def called(self, key: str) -> tuple[Unit, ...]:
        """The unit as the data set has it, then under its other names and types, the latest first."""
        return tuple(dict.fromkeys((self.get(key), *(phase.unit for phase in reversed(self.phases(key))))))

    def phase(self, key: str, on: str) -> Phase | None:
        """The last phase that can cover a date (EDTF); ``None`` when it was no unit on that date."""
        fitting = [phase for phase in self.phases(key) if phase.span.may_cover(on)]
        return fitting[-1] if fitting else None

    def alive(self, key: str, on: str) -> bool:
        """Whether it can have been a unit on a date (EDTF)."""
        return self.validity(key).may_cover(on)

    def was(self, key: str, type_: str, name: str, on: str | None = None) -> bool:
        """Whether it was of a type under this folded name, on a date (EDTF) or ever."""
        called = self._called.get(key)
        if called is None:
            phases = self.phases(key)
            called = tuple((phase.unit.type, fold(phase.unit.name), phase.span) for phase in phases)
            self._called[key] = called
        by_name = any(known == name for _, known, _ in called)
        return any(
            of_type == type_ and (on is None or span.may_cover(on))
            for of_type, known, span in called
            if known == name or not by_name
        )

    @cached_property
    def _recorded(self) -> Lives:
        """What the record of changes tells, without the reform of July 2025: quick to make."""
        return Lives((change for change, _ in self._record.changes), self._record, self._typed)

    @cached_property
    def _lives(self) -> Lives:
        found = pairs(self._places, self._paths, mapping_of_2025(self._folder))
        recorded = [change for change, _ in self._record.changes]
        return Lives([*recorded, *reform(self._places, found, self._record.acts)], self._record, self._typed)

    def _typed(self, unit: Unit, type_: str | None, name: str | None) -> Unit:
        """A unit under an earlier or later type or name."""
        known = self._types_by_key.get(type_ or unit.type)
        label = known.label if known is not None else unit.type_label
        return replace(unit, name=name or unit.name, type=type_ or unit.type, type_label=label)

    @cached_property
    def _types_by_key(self) -> dict[str, UnitType]:
        return {type_.key: type_ for type_ in self._types.values()}


def _unbracketed(name: str) -> str:
    """A name without what the data set adds in brackets."""
    return _BRACKETED.sub("", name) if "(" in name else name
