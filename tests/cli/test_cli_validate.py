"""``kg validate``: a table that can be read, all of it for a program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


def test_json_is_a_list_of_all(kg, seeds_store: Path) -> None:
    ran = kg("validate", "--store", seeds_store, "--json")
    found = json.loads(ran.out)
    assert ran.out == json.dumps(found, ensure_ascii=False, indent=2) + "\n"
    assert {each["severity"] for each in found} == {"Warning", "Info"}
    assert all(passage["quote"] in passage["sentence"] for each in found for passage in each["passages"])


def test_json_of_a_graph_without_results_is_an_empty_list(kg, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "a.txt").write_text("Trời hôm nay có nắng nhẹ.", encoding="utf-8")
    assert kg("build", tmp_path / "empty", "--store", tmp_path / "store").code == 0
    found = json.loads(kg("validate", "--store", tmp_path / "store", "--json").out)
    assert isinstance(found, list)


def test_a_long_table_is_cut_and_says_so(kg, seeds_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = kg("validate", "--store", seeds_store, "--all").out
    monkeypatch.setattr("kg.cli.checking._SHOWN", 5)
    cut = kg("validate", "--store", seeds_store, "--all").out
    assert "more are not shown" not in whole
    count = whole.count("Info  ") + whole.count("Warning  ")
    assert f"{count - 5} more are not shown; --report FILE and --json have all." in cut
    assert cut.splitlines()[-1] == whole.splitlines()[-1]
