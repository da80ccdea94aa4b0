"""The whole gazetteer as a file: every unit of both divisions with its life, and every change."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import UsageError
from kg.files import replacing
from kg.gazetteer import Gazetteer, Place
from kg.reference import reference_quads
from kg.vocab import DEFAULT_BASE, PREFIXES, Minter

_BATCH = 2_000
_COLUMNS = (
    *("key", "code", "level", "type", "name", "full_name", "district", "province", "latitude", "longitude"),
    *("valid_from", "valid_through", "phases", "became", "act"),
)
_RDF: Final = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
}


def write_division(
    gazetteer: Gazetteer,
    out: str | Path,
    base: str = DEFAULT_BASE,
    on_unit: Callable[[], object] | None = None,
) -> None:
    """Write all units: RDF by the suffix (.ttl, .nt, .nq, .trig), or .csv, one row a unit.

    Nothing is held in memory but a batch of lines; the file is there whole or not at all.  Raises UsageError
    for another suffix and for a path that can't be written.
    """
    path = Path(out)
    if path.suffix not in (*_RDF, ".csv"):
        raise UsageError(f"{path}: what format? the suffixes are .csv, {', '.join(_RDF)}")
    try:
        with replacing(path) as draft:
            if path.suffix == ".csv":
                _write_csv(gazetteer, draft, on_unit)
            else:
                _write_rdf(gazetteer, draft, _RDF[path.suffix], base, on_unit)
    except OSError as error:
        raise UsageError(f"{path}: can't be written: {error.strerror or error}") from error


def _write_rdf(
    gazetteer: Gazetteer, path: Path, form: ox.RdfFormat, base: str, on_unit: Callable[[], object] | None
) -> None:
    keys = _counted(sorted(gazetteer.every_key()), on_unit)
    quads = _parsed(reference_quads(gazetteer, keys, gazetteer.all_changes(), base))
    prefixes = {**PREFIXES, **Minter(base).prefixes()}
    with path.open("wb") as file:
        if form.supports_datasets:
            ox.serialize(quads, file, form, prefixes=prefixes)
        else:
            ox.serialize((quad.triple for quad in quads), file, form, prefixes=prefixes)


def _parsed(lines: Iterable[str]) -> Iterator[ox.Quad]:
    waiting = iter(lines)
    while batch := "".join(islice(waiting, _BATCH)):
        yield from ox.parse(batch.encode(), ox.RdfFormat.N_QUADS)


def _counted(keys: Iterable[str], on_unit: Callable[[], object] | None) -> Iterator[str]:
    for key in keys:
        yield key
        if on_unit is not None:
            on_unit()


def _write_csv(gazetteer: Gazetteer, path: Path, on_unit: Callable[[], object] | None) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_COLUMNS)
        for key in _counted(sorted(gazetteer.every_key()), on_unit):
            writer.writerow(_row(gazetteer, gazetteer.place(key)))


def _row(gazetteer: Gazetteer, place: Place) -> tuple[object, ...]:
    unit, key = place.unit, place.unit.key or ""
    above = {gazetteer.get(k).level: gazetteer.get(k).full_name for k in unit.ancestors}
    life = gazetteer.validity(key)
    phases = "; ".join(f"{p.unit.full_name} {p.span.edtf}" for p in gazetteer.phases(key))
    ending = [c for c in gazetteer.changes(key) if key in c.before and key not in c.after]
    acts = [c.act.number for c in ending if c.act is not None]
    return (
        *(
            key,
            place.code,
            unit.level,
            unit.type,
            unit.name,
            unit.full_name,
            above.get(2, ""),
            above.get(1, ""),
        ),
        *(place.latitude, place.longitude, life.since, life.until, phases),
        *(" ".join(u.key or "" for u in gazetteer.successors(key)), " ".join(dict.fromkeys(acts))),
    )
