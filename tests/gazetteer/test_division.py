"""The whole gazetteer as a file."""

from __future__ import annotations

import csv
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.division import write_division
from kg.errors import UsageError
from kg.lexicon import lexicon
from kg.vocab import DANG, RDF

GAZETTEER = lexicon().gazetteer
UNIT = ox.NamedNode(DANG.AdministrativeUnit)


@pytest.mark.parametrize("name", ["units.ttl", "units.nt", "units.nq", "units.trig"])
def test_rdf_has_every_unit_and_every_change(name: str, tmp_path: Path) -> None:
    out = tmp_path / "new" / name
    told: list[None] = []
    write_division(GAZETTEER, out, on_unit=lambda: told.append(None))
    store = ox.Store()
    store.bulk_load(path=str(out))
    kind = ox.NamedNode(RDF.type)
    units = {q.subject for q in store.quads_for_pattern(None, kind, UNIT, None)}
    changes = {q.subject for q in store.quads_for_pattern(None, kind, ox.NamedNode(DANG.ReformEvent), None)}
    assert len(units) == len(told) == len(list(GAZETTEER.every_key()))
    assert len(changes) == len(GAZETTEER.all_changes())
    assert [path.name for path in out.parent.iterdir()] == [name]


def test_a_table_has_one_row_a_unit(tmp_path: Path) -> None:
    write_division(GAZETTEER, tmp_path / "units.csv")
    with (tmp_path / "units.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["key"]: row for row in csv.DictReader(file)}
    assert set(rows) == set(GAZETTEER.every_key())
    town = rows["legacy/723"]
    assert (town["code"], town["type"], town["province"]) == ("723", "city", "tỉnh Bình Dương")
    assert (town["valid_from"], town["valid_through"]) == ("", "2025-06-30")
    assert town["phases"].startswith("huyện Tân Uyên /2013-12-29; thị xã Tân Uyên")
    assert "2025/25888" in town["became"].split()


def test_an_unknown_suffix_and_a_place_that_cannot_be_written_are_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="suffixes"):
        write_division(GAZETTEER, tmp_path / "units.doc")
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="can't be written"):
        write_division(GAZETTEER, tmp_path / "file" / "units.csv")
