from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from five_articles import five_articles, reference
from made_up import made_up

from kg.derive import derive
from kg.graph import quads
from kg.model import Facts
from kg.store import KgStore, open_store
from kg.vocab import Minter

READ = datetime(2024, 1, 1, tzinfo=UTC)
READ_LATER = datetime(2024, 2, 1, tzinfo=UTC)


def fill(store: KgStore, told: Iterable[Facts], when: datetime) -> None:
    """Bring articles into a store and derive what holds across them."""
    mint = Minter()
    store.replace_all(((mint.graph(facts.article.id), quads(facts)) for facts in told), when)
    store.replace_all([(mint.derived_graph("gazetteer"), reference())], when)
    derive(store.quads, lambda graph, lines: store.replace_all([(graph, lines)], when))


@pytest.fixture(scope="session")
def five(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KgStore]:
    """A store with the facts of the five articles."""
    with open_store(tmp_path_factory.mktemp("five") / "store", create=True) as store:
        fill(store, five_articles(), READ)
        yield store


@pytest.fixture(scope="session")
def more(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KgStore]:
    """The five articles and the made-up ones, read a month later."""
    with open_store(tmp_path_factory.mktemp("more") / "store", create=True) as store:
        fill(store, five_articles(), READ)
        fill(store, made_up(), READ_LATER)
        yield store


@pytest.fixture
def own(tmp_path: Path) -> Iterator[KgStore]:
    """The five articles in a store that a test may change."""
    with open_store(tmp_path / "own", create=True) as store:
        fill(store, five_articles(), READ)
        yield store


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[KgStore]:
    """A store without an article."""
    with open_store(tmp_path / "empty", create=True) as store:
        yield store


@pytest.fixture
def told_by(tmp_path: Path) -> Iterator[Callable[..., KgStore]]:
    """Makes a store of some articles."""
    with ExitStack() as opened:

        def tell(*articles: Facts) -> KgStore:
            folder = tmp_path / f"told-{len(list(tmp_path.iterdir()))}"
            store = opened.enter_context(open_store(folder, create=True))
            fill(store, articles, READ)
            return store

        yield tell
