"""The list of bodies that were judged: what is drawn, what is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kg.store import open_store
from tests.bench.bodies import LIST, VERDICTS, Row, drawn, kept, load, save, whole


def test_a_verdict_stays_while_what_is_told_does() -> None:
    first = [Row("a", "A", last="2025-06-30", verdict="right"), Row("b", "B", verdict="half", why="reason")]
    again = kept([Row("a", "A", last="2025-02-28"), Row("b", "B")], first)
    assert [(row.verdict, row.why) for row in again] == [("", ""), ("half", "reason")]


def test_the_list_comes_back_as_it_was_written(tmp_path: Path) -> None:
    rows = [Row("a", "A", also='a "quoted"; name'), Row("b", "B", verdict="wrong", why="x")]
    save(rows, tmp_path / "list.tsv")
    assert load(tmp_path / "list.tsv") == rows


def test_the_list_is_whole() -> None:
    rows = load(LIST)
    assert len({row.body for row in rows}) == len(rows) == 100
    assert {row.verdict for row in rows} <= set(VERDICTS)
    assert all(bool(row.why) == (row.verdict != "right") for row in rows)


def test_drawing_from_the_seeds(seeds_store: Path) -> None:
    with open_store(seeds_store, read_only=True) as store:
        rows = {row.name: row for row in drawn(store, 100, 7)}
        found = whole(store)
    city = rows["Thành ủy Uông Bí"]
    assert (city.level, city.reports_to, city.last) == ("2", "Tỉnh ủy Quảng Ninh", "2025-06-30")
    assert city == replace(city, kind="city-party-committee", unit="thành phố Uông Bí")
    assert all(some == total > 0 for some, total in found.values())
