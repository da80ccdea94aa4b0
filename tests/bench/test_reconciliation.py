"""The table of queries is whole, and no name leads to another's record."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kg.reconcile import PROPERTIES, Kind
from kg.store import open_store
from tests.bench.reconciliation import COLUMNS, _kept_store, held_out, quality, question, read_table

REFERENCE = re.compile(r"[\w-]+#[^#|]+|unit/[a-z0-9.]+")


def test_the_table_is_whole() -> None:
    rows = read_table()
    assert len(rows) >= 100
    assert {row["kind"] for row in rows} == {kind.value for kind in Kind}
    assert any(not row["expected"] for row in rows)
    for row in rows:
        assert tuple(row) == COLUMNS
        assert held_out(row["article"]), row
        assert set(json.loads(row["properties"] or "{}")) <= set(PROPERTIES), row
        assert question(row).name == row["query"].strip()
        for reference in filter(None, row["expected"].split("|")):
            assert REFERENCE.fullmatch(reference), row
            assert not held_out(reference.partition("#")[0]), row


@pytest.mark.corpus
@pytest.mark.slow
def test_nobody_is_taken_for_another(corpus: Path, tmp_path: Path) -> None:
    with open_store(_kept_store(str(tmp_path)), read_only=True) as store:
        assert quality(store, misses=True) == 0
