"""Administrative units, before and after the reform of July 2025.

The rows come from the data set that the package ``vietnamadminunits`` carries (its code is never run).  A
unit's key is its era and its code of the statistics office (``legacy/193``, ``2025/06811``): codes and
names alike changed their meaning in the reform, so neither is an identity by itself.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path

from kg.errors import VocabularyError
from kg.model import Unit
from kg.normalise import fold, modern, plain

LEGACY, CURRENT = "legacy", "2025"
_PACKAGE = "vietnamadminunits"
_BRACKETED = re.compile(r"\s*\(.*\)$")
_NOT_LETTERS = re.compile(r"[^0-9a-z]")


def ascii_key(text: str) -> str:
    """Letters and digits only, without diacritics: the data set's own way of writing a key."""
    return _NOT_LETTERS.sub("", plain(text))


@dataclass(frozen=True, slots=True)
class UnitType:
    """A type of unit as the vocabulary describes it."""

    key: str
    label: str
    level: int


@dataclass(frozen=True, slots=True)
class Place:
    """A unit of the gazetteer with the province code that bounds it and, if known, its coordinates."""

    unit: Unit
    latitude: float | None = None
    longitude: float | None = None


class Gazetteer:
    """Lookup of units by folded name.

    ``types`` maps the folded label of a unit type to its description; ``aliases`` maps further names of
    provinces and districts to the names that the data set uses.
    """

    def __init__(
        self, types: Mapping[str, UnitType], aliases: Mapping[str, str], data: Path | None = None
    ) -> None:
        self._types = types
        self._places: dict[str, Place] = {}
        self._by_name: dict[str, list[Unit]] = defaultdict(list)
        self._former: dict[str, tuple[str, ...]] = {}
        self._longest = 1
        self._folder = data or _package_data()
        self._load()
        for alias, name in aliases.items():
            self._by_name[fold(alias)].extend(self._by_name.get(fold(name), ()))

    def _load(self) -> None:
        path = self._folder / "dataset.db"
        if not path.is_file():
            raise VocabularyError(f"{path}: no data of administrative units; install {_PACKAGE} again")
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
            rows = connection.execute(
                "select province, provinceShort, provinceCode, provinceLat, provinceLon,"
                " district, districtShort, districtType, districtCode, districtLat, districtLon,"
                " districtAlias, ward, wardShort, wardType, wardCode, wardLat, wardLon"
                " from admin_units_legacy"
            )
            for row in rows:
                self._legacy(row)
            rows = connection.execute(
                "select province, provinceShort, provinceCode, provinceLat, provinceLon,"
                " ward, wardShort, wardType, wardCode, wardLat, wardLon from admin_units"
            )
            for row in rows:
                self._current(row)
        connection.close()

    def _legacy(self, row: tuple[str, ...]) -> None:
        province = self._province(LEGACY, row[0], row[1], row[2], row[3], row[4])
        if row[8] is None:
            return
        district = self._keep(LEGACY, row[8], row[6], row[7], 2, (province,), row[9], row[10])
        if row[11] and f"{LEGACY}/{row[8]}/" not in self._former:
            self._former[f"{LEGACY}/{row[8]}/"] = ()
            for alias in json.loads(row[11]):
                self._former.setdefault(alias, (province,))
        if row[15] is not None and row[13]:
            self._keep(LEGACY, row[15], row[13], row[14], 3, (district, province), row[16], row[17])

    def _current(self, row: tuple[str, ...]) -> None:
        province = self._province(CURRENT, row[0], row[1], row[2], row[3], row[4])
        self._keep(CURRENT, row[8], row[6], row[7], 3, (province,), row[9], row[10])

    def _province(self, era: str, full: str, short: str, code: str, lat: str, lon: str) -> str:
        kind = full[: len(full) - len(short)].strip()
        return self._keep(era, code, short, kind, 1, (), lat, lon)

    def _keep(
        self,
        era: str,
        code: str,
        name: str,
        kind: str,
        level: int,
        above: tuple[str, ...],
        lat: str,
        lon: str,
    ) -> str:
        key = f"{era}/{code}"
        if key in self._places:
            return key
        type_ = self._types.get(fold(kind or ""))
        bare = modern(_BRACKETED.sub("", name))
        if type_ is not None and fold(bare).startswith(fold(type_.label) + " "):
            bare = bare[len(type_.label) + 1 :]
        unit = Unit(bare, type_.key if type_ else "", type_.label if type_ else "", level, key, above)
        self._places[key] = Place(unit, _number(lat), _number(lon))
        folded = fold(bare)
        self._by_name[folded].append(unit)
        self._longest = max(self._longest, folded.count(" ") + 1)
        return key

    @property
    def longest(self) -> int:
        """How many syllables the longest name has."""
        return self._longest

    def named(self, name: str) -> tuple[Unit, ...]:
        """All units whose bare name folds like ``name``."""
        return tuple(self._by_name.get(fold(name), ()))

    def has(self, folded: str) -> bool:
        """Whether some unit's folded bare name is ``folded``."""
        return folded in self._by_name

    def every_key(self) -> Iterator[str]:
        """The keys of all units."""
        return iter(self._places)

    def get(self, key: str) -> Unit:
        """The unit with this key; raises ``KeyError`` for an unknown one."""
        return self._places[key].unit

    def place(self, key: str) -> Place:
        """The unit with its coordinates; raises ``KeyError`` for an unknown key."""
        return self._places[key]

    def former(self, type_label: str, name: str) -> tuple[str, ...]:
        """The province of a unit that was merged or renamed before the data set was made, if it knows."""
        return self._former.get(ascii_key(type_label + name), ())

    def provinces_in(self, text: str) -> list[Unit]:
        """The provinces of before the reform whose names stand in a text."""
        folded = f" {fold(text)} "
        return [unit for name, unit in self._provinces if name in folded]

    @cached_property
    def _provinces(self) -> tuple[tuple[str, Unit], ...]:
        """The provinces of before the reform by their folded names, with a blank on either side."""
        units = (place.unit for key, place in self._places.items() if key.startswith(LEGACY))
        return tuple((f" {fold(unit.name)} ", unit) for unit in units if unit.level == 1)

    def names(self, levels: Iterable[int]) -> Iterator[str]:
        """The folded bare names of all units of these levels."""
        wanted = set(levels)
        for name, units in self._by_name.items():
            if any(unit.level in wanted for unit in units):
                yield name

    def successors(self, key: str) -> tuple[Unit, ...]:
        """What a legacy unit became in July 2025, by key; nothing for a unit of today."""
        return tuple(self._places[k].unit for k in self._became.get(key, ()))

    @cached_property
    def _became(self) -> dict[str, tuple[str, ...]]:
        """Old key to new keys, read from the data set's mapping of the reform."""
        with (self._folder / "converter_2025.json").open(encoding="utf-8") as file:
            mapping = json.load(file)
        old, new = self._keys_by_ascii(LEGACY), self._keys_by_ascii(CURRENT)
        became: dict[str, list[str]] = defaultdict(list)

        def add(old_path: str, new_path: str) -> None:
            source, target = old.get(old_path), new.get(new_path)
            if source and target and target not in became[source]:
                became[source].append(target)
            if source and target:
                for above in self._places[source].unit.ancestors:
                    if self._places[above].unit.level == 2 and target not in became[above]:
                        became[above].append(target)

        for province, provinces in mapping["DICT_PROVINCE"].items():
            for former in provinces:
                add(former, province)
        for province, wards in mapping["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
            for ward, formers in wards.items():
                for former in formers:
                    add(former, f"{province}_{ward}")
        for province, divided in mapping["DICT_PROVINCE_WARD_DIVIDED"].items():
            for former, parts in divided.items():
                for part in parts:
                    add(former, f"{province}_{part['newWardKey']}")
        return {key: tuple(sorted(keys)) for key, keys in became.items()}

    def _keys_by_ascii(self, era: str) -> dict[str, str]:
        paths: dict[str, str] = {}
        for key, place in self._places.items():
            if key.startswith(era):
                line = [self._places[above].unit for above in reversed(place.unit.ancestors)] + [place.unit]
                paths["_".join(ascii_key(unit.full_name) for unit in line)] = key
        return paths


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _package_data() -> Path:
    spec = find_spec(_PACKAGE)
    places = list(spec.submodule_search_locations or ()) if spec else []
    if not places:
        raise VocabularyError(f"the package {_PACKAGE} with the administrative units is missing; install it")
    return Path(places[0]) / "data"
