"""A server on the graph of the seeds, and a client."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.patience import PATIENCE
from tests.serving import serving


@pytest.fixture(scope="session")
def address(seeds_store: Path) -> Iterator[str]:
    with serving(seeds_store) as (found, _):
        yield found


@pytest.fixture(scope="session")
def client(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, timeout=PATIENCE) as made:
        yield made
