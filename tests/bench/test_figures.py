"""The provincial articles that stand in the project: what is read out of them doesn't get less."""

from __future__ import annotations

import pytest

from kg.evaluate import Score, evaluate, read_gold
from tests.bench.corpus import GOLD, tables_of

HERE = GOLD / "provinces" / "develop"
FLOORS = {
    "positions": (0.90, 0.96),
    "documents": (0.70, 0.92),
    "indicators": (0.62, 0.88),
    "congresses": (0.80, 0.95),
}
"""F1, strict and on the core, below which a change has lost what was had."""


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return evaluate(read_gold(HERE), tables_of(sorted(HERE.glob("*.txt"))))


@pytest.mark.parametrize("name", FLOORS)
def test_no_less_is_found(scores: dict[str, Score], name: str) -> None:
    strict, core = FLOORS[name]
    assert scores[name].strict.f1 >= strict
    assert scores[name].core.f1 >= core
