from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "graph"))

from sample import sample, undated

from kg.derive import derived
from kg.graph import quads
from kg.model import Facts


def filled(articles: Iterable[Facts]) -> ox.Store:
    """A store in memory with the articles and what is derived from them."""
    store = ox.Store()
    for facts in articles:
        store.bulk_load("".join(quads(facts)).encode(), ox.RdfFormat.N_QUADS)
    for _, lines in list(derived(store)):
        store.bulk_load("".join(lines).encode(), ox.RdfFormat.N_QUADS)
    return store


@pytest.fixture(scope="session")
def articles() -> list[Facts]:
    return [sample(), sample("second"), undated()]


@pytest.fixture(scope="session")
def store(articles: list[Facts]) -> ox.Store:
    return filled(articles)
