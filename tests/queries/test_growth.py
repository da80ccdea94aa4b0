"""No query may grow faster than the articles: the same facts told by ever more articles."""

from __future__ import annotations

import re
import shlex
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from five_articles import five_articles, reference
from made_up import made_up

from kg.derive import derive
from kg.graph import quads
from kg.query import queries, run
from kg.store import KgStore, open_store
from kg.vocab import Minter

FEW, MANY = 4, 32
#: Eight times the articles may take so many times as long; a pair of articles too many would take 64 times.
ALLOWED = 30
LEAST = 0.02
WHEN = datetime(2024, 1, 1, tzinfo=UTC)
OWN = "article|graph|statement|evidence|participation"


def _retold(times: int) -> Iterator[tuple[str, list[str]]]:
    """The graphs of articles that all say the same: things are shared, statements are each article's own."""
    for facts in (*five_articles(), *made_up()):
        known = facts.article.id
        lines = list(quads(facts))
        for copy in range(times):
            new = f"{known}-{copy}"
            own = re.compile(rf"(/id/(?:{OWN})/){re.escape(known)}(?=[.>])")
            yield (
                Minter().graph(new),
                [own.sub(rf"\g<1>{new}", line).replace(f'"{known}"', f'"{new}"') for line in lines],
            )


def _filled(folder: Path, times: int) -> KgStore:
    store = open_store(folder, create=True)
    store.replace_all(_retold(times), WHEN)
    store.replace_all([(Minter().derived_graph("gazetteer"), reference())], WHEN)
    derive(store.quads, lambda graph, lines: store.replace_all([(graph, lines)], WHEN))
    return store


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[KgStore, KgStore]]:
    folder = tmp_path_factory.mktemp("growth")
    few, many = _filled(folder / "few", FEW), _filled(folder / "many", MANY)
    yield few, many
    few.close()
    many.close()


def _seconds(store: KgStore, name: str) -> float:
    query = queries()[name]
    words = shlex.split(query.examples[0])[3:]
    params = {} if "--format" in words else query.arguments(words)
    if "article" in params:
        params["article"] += "-0"
    began = time.perf_counter()
    run(store, query, params)
    return time.perf_counter() - began


@pytest.mark.parametrize("name", list(queries()))
def test_time_grows_with_the_articles(stores: tuple[KgStore, KgStore], name: str) -> None:
    few, many = stores
    for _ in range(3):
        if _seconds(many, name) < ALLOWED * max(_seconds(few, name), LEAST):
            return
    pytest.fail(f"{name}: eight times the articles took more than {ALLOWED} times as long, three times over")
