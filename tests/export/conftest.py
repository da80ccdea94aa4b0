from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "graph"))

from sample import sample, undated

from kg.derive import derive
from kg.graph import quads
from kg.model import Facts
from kg.store import memory_store
from kg.vocab import Minter


def filled(articles: Iterable[Facts]) -> ox.Store:
    """A store in memory with the articles and what is derived from them."""
    store = memory_store()
    store.replace_all((Minter().graph(facts.article.id), quads(facts)) for facts in articles)
    derive(store.quads, lambda graph, lines: store.replace_all([(graph, lines)]))
    return store.quads


def named(store: ox.Store) -> set[ox.Quad]:
    """The quads of the named graphs that an export shows."""
    hidden = ox.NamedNode(Minter().derived_graph("provenance"))
    return {q for q in store if isinstance(q.graph_name, ox.NamedNode) and q.graph_name != hidden}


@pytest.fixture(scope="session")
def articles() -> list[Facts]:
    return [sample(), sample("second"), undated()]


@pytest.fixture(scope="session")
def store(articles: list[Facts]) -> ox.Store:
    return filled(articles)
