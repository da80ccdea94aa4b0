"""What a person types to name a unit: type, name, units above (``P. Quang Trung, TP Uong Bi``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.gazetteer.values import UnitType
from kg.normalise import canonical, fold, plain

_PARTS = re.compile(r"\s*[,;()]\s*")
_ABBREVIATED = 4


@dataclass(frozen=True, slots=True)
class Naming:
    """One way to read a name: the type (its key, ``None`` when none is said) and the bare name."""

    type: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The readings of a unit's name, and those of each unit that is said to lie above it."""

    readings: tuple[Naming, ...]
    within: tuple[tuple[Naming, ...], ...] = ()


def parse(text: str, types: Iterable[UnitType]) -> Asked:
    """Read a name with the units above it, the nearest first; no readings for an empty name."""
    known = list(types)
    parts = [part for part in _PARTS.split(canonical(text)) if part]
    read = [tuple(readings(part, known)) for part in parts]
    return Asked(read[0], tuple(read[1:])) if read else Asked(())


def readings(text: str, types: Iterable[UnitType]) -> Iterator[Naming]:
    """Every way to part the type from the name, the whole as a name last.

    Without marks ``phuong dong`` may be a ward or a name, so both are given.
    """
    seen: set[Naming] = set()
    for type_ in types:
        for form in type_.forms:
            rest = _after(text, form)
            if rest and (found := Naming(type_.key, rest)) not in seen:
                seen.add(found)
                yield found
    yield Naming(None, text)


def _after(text: str, form: str) -> str | None:
    """What follows a form of a type; an abbreviation may stand close to the name (``TX.Tân Uyên``)."""
    bare = form.rstrip(".")
    short = len(bare) <= _ABBREVIATED and bare.isupper()
    head = text[: len(bare)]
    marked = fold(text) != plain(text)
    same = fold(head) == fold(bare) if marked and not short else plain(head) == plain(bare)
    rest = text[len(bare) :]
    if not same or not rest:
        return None
    if rest[0] in ". ":
        return rest.lstrip(". ") or None
    return rest if short and rest[0].isdigit() else None
