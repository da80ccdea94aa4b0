from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "queries"))
sys.path.insert(0, str(Path(__file__).parent))

from running import Running, oxigraph, virtuoso

from kg.remote import RemoteStore


@pytest.fixture(scope="session")
def an_oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with oxigraph(tmp_path_factory.mktemp("oxigraph")) as running:
        yield running


@pytest.fixture(scope="session")
def a_virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with virtuoso(tmp_path_factory.mktemp("virtuoso")) as running:
        yield running


@pytest.fixture(scope="session", params=["oxigraph", "virtuoso"])
def running(request: pytest.FixtureRequest) -> Running:
    """Each of the servers in turn."""
    found: Running = request.getfixturevalue(
        {"oxigraph": "an_oxigraph", "virtuoso": "a_virtuoso"}[request.param]
    )
    return found


@pytest.fixture
def server(running: Running) -> Iterator[RemoteStore]:
    """A connection to it that knows its addresses."""
    with RemoteStore(running.root, credentials=running.credentials) as there:
        there.settle()
        yield there
