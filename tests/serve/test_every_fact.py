"""Every fact on every page is one click from its sentence, and what no sentence says is told apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from kg.store import open_store
from kg.vocab import DANG, ORG, SCHEMA
from tests.facts_crawl import Crawl
from tests.patience import PATIENCE
from tests.serving import party_store, searchable, serving

KINDS = {
    "official": DANG.Official, "body": DANG.Body, "unit": DANG.AdministrativeUnit, "document": DANG.Document,
    "theme": DANG.Theme, "event": SCHEMA.Event, "article": SCHEMA.NewsArticle, "tenure": DANG.Tenure,
    "post": ORG.Post, "target or result": DANG.IndicatorValue,
}  # fmt: skip
HOST = "https://w3id.org"


def paths(store: Path, kind: str, most: int) -> list[str]:
    """The things of a kind, those of which most is said first."""
    with open_store(store, read_only=True) as opened:
        query = f"""SELECT ?x (COUNT(*) AS ?n) WHERE {{ ?x a <{KINDS[kind]}> ; ?p ?o . OPTIONAL {{ ?y ?q ?x }} }}
                    GROUP BY ?x ORDER BY DESC(?n) ?x LIMIT {most}"""
        return [row["x"].value.removeprefix(HOST) for row in opened.query(query)]


def statements(store: Path, most: int) -> list[str]:
    """Statements of articles."""
    with open_store(store, read_only=True) as opened:
        query = f"SELECT ?x WHERE {{ ?x <{DANG.evidence}> ?e ; a <{DANG.Statement}> }} ORDER BY ?x LIMIT {most}"
        return [row["x"].value.removeprefix(HOST) for row in opened.query(query)]


def indicators(store: Path, most: int) -> list[str]:
    """Indicators that the vocabulary knows."""
    with open_store(store, read_only=True) as opened:
        query = f"""SELECT ?x (COUNT(*) AS ?n) WHERE {{ ?o <{DANG.indicator}> ?x }}
                    GROUP BY ?x ORDER BY DESC(?n) ?x LIMIT {most}"""
        return [row["x"].value.removeprefix(HOST) for row in opened.query(query)]


def crawled(client: httpx.Client, store: Path, kind: str, most: int) -> None:
    """Open the pages of a kind, and follow every fact to its sentence."""
    crawl = Crawl(client)
    others = {"statement": statements, "indicator": indicators}
    found = others[kind](store, most) if kind in others else paths(store, kind, most)
    assert found
    told = 0
    for path in found:
        for fact in crawl.facts(path):
            told += 1
            assert fact.well, (path, fact)
            for place in fact.places:
                assert crawl.leads(place), (path, place)
    assert told
    assert crawl.followed or kind == "unit"


EVERY = [*KINDS, "statement", "indicator"]


@pytest.mark.parametrize("kind", EVERY)
def test_over_the_five_articles(client: httpx.Client, seeds_store: Path, kind: str) -> None:
    crawled(client, seeds_store, kind, 40)


@pytest.fixture(scope="module")
def party(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the graph of the party press."""
    return party_store(corpus, tmp_path_factory)


@pytest.fixture(scope="module")
def press(party: Path) -> Iterator[httpx.Client]:
    """A reader of a server on it."""
    with (
        serving(party) as (address, _),
        httpx.Client(base_url=searchable(address), timeout=PATIENCE) as client,
    ):
        yield client


@pytest.mark.corpus
@pytest.mark.slow
@pytest.mark.parametrize("kind", EVERY)
def test_over_six_hundred_articles(press: httpx.Client, party: Path, kind: str) -> None:
    crawled(press, party, kind, 100)
