"""The reform of July 2025 as changes: what every unit of the old division became.

The data set's mapping gives pairs of an old and a new unit; what kind of change a pair is part of follows
from how many there are on either side, and from names and types.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.gazetteer.values import CURRENT, LEGACY, REFORM, Act, Change, ChangeKind, Place
from kg.model import Unit
from kg.normalise import fold, plain

_NOT_LETTERS = re.compile(r"[^0-9a-z]")
_PROVINCES_MERGE, _DISTRICTS_END = "202/2025/QH15", "203/2025/QH15"
_SPECIAL = "special-zone"
_RANKS = {"commune": 0, "township": 1, "ward": 2}


def ascii_key(text: str) -> str:
    """Letters and digits only, without diacritics: the data set's own way of writing a key."""
    return _NOT_LETTERS.sub("", plain(text))


def pairs(
    places: Mapping[str, Place], paths: Mapping[tuple[str, str], str], mapping: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """The pairs of an old and a new key, provinces and communes, as the data set's mapping has them.

    ``paths`` are the keys by era and by the names of the unit and those above it as the data set writes them.
    """
    for source, target in _paths(mapping):
        old, new = paths.get((LEGACY, source)), paths.get((CURRENT, target))
        if old is not None and new is not None:
            yield old, new
    yield from _islands(places, paths, mapping)


def _paths(mapping: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for province, formers in mapping["DICT_PROVINCE"].items():
        for former in formers:
            yield former, province
    for province, wards in mapping["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, formers in wards.items():
            for former in formers:
                yield former, f"{province}_{ward}"
    for province, divided in mapping["DICT_PROVINCE_WARD_DIVIDED"].items():
        for former, parts in divided.items():
            for part in parts:
                yield former, f"{province}_{part['newWardKey']}"


def _islands(
    places: Mapping[str, Place], paths: Mapping[tuple[str, str], str], mapping: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """Districts without communes, all islands: each became the special zone of its name in its province."""
    parents = {place.unit.ancestors[0] for place in places.values() if place.unit.ancestors}
    zones = {
        (place.unit.ancestors[0], fold(place.unit.name)): key
        for key, place in places.items()
        if place.unit.type == _SPECIAL
    }
    became = {
        paths.get((LEGACY, former)): paths.get((CURRENT, province))
        for province, formers in mapping["DICT_PROVINCE"].items()
        for former in formers
    }
    for key, place in places.items():
        if place.unit.level == 2 and key.startswith(LEGACY) and key not in parents:
            zone = zones.get((became.get(place.unit.ancestors[0]) or "", fold(place.unit.name)))
            if zone is not None:
                yield key, zone


def reform(
    places: Mapping[str, Place], found: Iterable[tuple[str, str]], acts: Mapping[str, Act]
) -> list[Change]:
    """The changes of July 2025: one for each new unit, and one for each district that was abolished."""
    before: dict[str, set[str]] = defaultdict(set)
    after: dict[str, set[str]] = defaultdict(set)
    ended: dict[str, set[str]] = defaultdict(set)
    for old, new in found:
        unit = places[old].unit
        for district in (old, *unit.ancestors):
            if places[district].unit.level == 2:
                ended[district].add(new)
        if unit.level != 2:
            before[new].add(old)
            after[old].add(new)
    changes = [_made(places, new, before[new], after, acts) for new in before]
    gone = (ChangeKind.ABOLISHED,)
    changes += [
        Change(REFORM, gone, (key,), tuple(sorted(news)), Act(_DISTRICTS_END)) for key, news in ended.items()
    ]
    return sorted(changes, key=lambda change: (change.before, change.after))


def _made(
    places: Mapping[str, Place],
    new: str,
    olds: set[str],
    after: Mapping[str, set[str]],
    acts: Mapping[str, Act],
) -> Change:
    unit = places[new].unit
    kinds = _kinds(unit, [places[old].unit for old in sorted(olds)], any(len(after[old]) > 1 for old in olds))
    if unit.level == 1:
        act = Act(_PROVINCES_MERGE) if kinds != (ChangeKind.KEPT,) else None
    else:
        act = acts.get(unit.ancestors[0])
    return Change(REFORM, kinds, tuple(sorted(olds)), (new,), act)


def _kinds(unit: Unit, olds: list[Unit], divided: bool) -> tuple[ChangeKind, ...]:
    """What happened: several units into one, a part of one, or one whole unit under a new name or type."""
    kinds: set[ChangeKind] = set()
    if len(olds) > 1:
        kinds.add(ChangeKind.MERGED)
    if divided:
        kinds.add(ChangeKind.SPLIT)
    if not kinds:
        (old,) = olds
        if fold(old.name) != fold(unit.name):
            kinds.add(ChangeKind.RENAMED)
        if old.type != unit.type:
            higher = _RANKS.get(unit.type, 9) > _RANKS.get(old.type, 9)
            kinds.add(ChangeKind.UPGRADED if higher else ChangeKind.RETYPED)
        if unit.level == 3:
            kinds.add(ChangeKind.TRANSFERRED)
    return tuple(sorted(kinds)) or (ChangeKind.KEPT,)
