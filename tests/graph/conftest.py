from __future__ import annotations

import os

import pyoxigraph as ox
import pytest
from sample import sample

from kg.graph import quads
from kg.model import Facts


@pytest.fixture(scope="session")
def facts() -> Facts:
    return sample()


@pytest.fixture(scope="session")
def lines(facts: Facts) -> list[str]:
    return list(quads(facts))


@pytest.fixture
def loaded(lines: list[str]) -> ox.Store:
    store = ox.Store()
    store.bulk_load("".join(lines).encode(), ox.RdfFormat.N_QUADS)
    return store


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """True when goldens are to be written anew: `pytest --update`, or KG_UPDATE=1 in the environment."""
    return bool(request.config.getoption("--update", default=False)) or os.environ.get("KG_UPDATE") == "1"
