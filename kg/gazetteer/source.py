"""The rows of the package ``vietnamadminunits``: units with codes, coordinates and written keys.

Only its data are read.  A unit's *written* key is its full name without blanks, mostly without diacritics;
the package's mapping of the reform names units by the chain of these keys.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from kg.errors import VocabularyError

_PACKAGE = "vietnamadminunits"
_MANY = 1024
_LEGACY = """select province, provinceShort, provinceCode, provinceKey, provinceLat, provinceLon,
    district, districtShort, districtCode, districtKey, districtLat, districtLon,
    ward, wardShort, wardCode, wardKey, wardLat, wardLon, districtAlias, wardAlias
    from admin_units_legacy"""
_CURRENT = """select province, provinceShort, provinceCode, provinceKey, provinceLat, provinceLon,
    ward, wardShort, wardCode, wardKey, wardLat, wardLon from admin_units"""


class Entry(NamedTuple):
    """One unit of a row: full name, bare name, code, written key, coordinates."""

    full: str
    name: str
    code: str
    written: str
    latitude: float | None
    longitude: float | None


class Row(NamedTuple):
    """A commune with those above it; aliases are written keys of what district and commune once were."""

    province: Entry
    district: Entry | None
    commune: Entry | None
    district_aliases: tuple[str, ...] = ()
    commune_aliases: tuple[str, ...] = ()


def legacy_rows(folder: Path) -> Iterator[Row]:
    """The division until June 2025, in the data set's order."""
    provinces, districts = _Above(), _Above()
    for row in _rows(folder, _LEGACY):
        province = provinces.of(row[2]) or provinces.first(row[:6])
        if province is not None:
            district = districts.of(row[8]) or districts.first(row[6:12])
            yield Row(province, district, _entry(row[12:18]), _aliases(row[18]), _aliases(row[19]))


def current_rows(folder: Path) -> Iterator[Row]:
    """The division since July 2025."""
    provinces = _Above()
    for row in _rows(folder, _CURRENT):
        province = provinces.of(row[2]) or provinces.first(row[:6])
        if province is not None:
            yield Row(province, None, _entry(row[6:12]))


class _Above:
    """The units of one level by code: each comes once for each of its communes."""

    def __init__(self) -> None:
        self._known: dict[str, Entry] = {}
        self.of = self._known.get

    def first(self, cells: tuple[Any, ...]) -> Entry | None:
        """Give a unit that is not known yet."""
        entry = _entry(cells)
        if entry is not None:
            self._known[entry.code] = entry
        return entry


def mapping_of_2025(folder: Path) -> Mapping[str, Any]:
    """What became what in July 2025, by written keys."""
    with (folder / "converter_2025.json").open(encoding="utf-8") as file:
        mapping: Mapping[str, Any] = json.load(file)
    return mapping


def data_folder() -> Path:
    """Where the package keeps its data; raises VocabularyError when it is not installed."""
    spec = find_spec(_PACKAGE)
    places = list(spec.submodule_search_locations or ()) if spec else []
    if not places:
        raise VocabularyError(f"the package {_PACKAGE} with the administrative units is missing; install it")
    return Path(places[0]) / "data"


def _rows(folder: Path, query: str) -> Iterator[tuple[Any, ...]]:
    path = folder / "dataset.db"
    if not path.is_file():
        raise VocabularyError(f"{path}: no data of administrative units; install {_PACKAGE} again")
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        yield from connection.execute(query)
    finally:
        connection.close()


def _entry(cells: tuple[Any, ...]) -> Entry | None:
    full, name, code, written, latitude, longitude = cells
    if code is None or not name:
        return None
    if type(latitude) is type(longitude) is float:
        return Entry(full, name, code, written, latitude, longitude)
    return Entry(full, name, code, written, _number(latitude), _number(longitude))


@lru_cache(_MANY)
def _aliases(cell: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(json.loads(cell))) if cell else ()


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
