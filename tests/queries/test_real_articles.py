"""The questions over real articles: every row leads to a sentence that stands in an article's text."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import build
from kg.news import Kind, news
from kg.query import queries, run
from kg.store import KgStore, open_store
from kg.vocab import DANG
from tests.serving import party_store

CORPUS = os.environ.get("DANGBO_CORPUS")
PARTY = Path(CORPUS) / "corpus" / "press-party.jsonl.gz" if CORPUS else None
SOURCES = Path(CORPUS) / "seeds" if CORPUS else None
needs_corpus = pytest.mark.skipif(PARTY is None or not PARTY.is_file(), reason="no corpus folder")

#: The questions about who, when and where, with what to ask of the seeds and of a corpus.
ASKED = [
    ("secretaries", {"unit": "Uông Bí"}, {"unit": "Hà Nội"}),
    ("posts-of-person", {"person": "Trần Văn Lâm"}, {"person": "Trần Đại Quang"}),
    ("concurrent-posts", {}, {}),
    ("moves", None, {}),
    ("document-cascade", {}, {}),
    ("implementing-documents", {"document": "08-NQ/TU"}, None),
    ("sums-and-contradictions", {}, None),
    ("overlapping-secretaries", None, {}),
    ("successions", None, {}),
    ("witnesses", {}, {"basis": "caption"}),
    ("appointments", None, {}),
]


@pytest.fixture(scope="module")
def seeds(seeds_store: Path) -> Iterator[KgStore]:
    with open_store(seeds_store, read_only=True) as store:
        yield store


@pytest.fixture(scope="module")
def party(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[KgStore]:
    with open_store(party_store(corpus, tmp_path_factory), read_only=True) as store:
        yield store


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KgStore]:
    """The five source articles, as they were found."""
    assert SOURCES is not None
    folder = tmp_path_factory.mktemp("sources") / "store"
    build([SOURCES], folder)
    with open_store(folder, read_only=True) as store:
        yield store


def texts(store: KgStore) -> str:
    found = store.query(f"SELECT ?text {{ ?article <{DANG.text}> ?text }}")
    return "\x00".join(row["text"].value for row in found)


def answers(store: KgStore, name: str, asked: dict[str, str]) -> None:
    result = run(store, queries()[name], asked)
    assert result.rows, name
    columns = [column for column in result.columns if column.lower().endswith("quote")]
    assert columns, f"{name} shows no sentence"
    content = texts(store)
    for row in result.table():
        quotes = [row[result.columns.index(column)] for column in columns]
        assert any(quotes), row
        assert all(quote in content for quote in quotes if quote), row


@pytest.mark.parametrize(("name", "asked"), [(name, asked) for name, asked, _ in ASKED if asked is not None])
def test_over_the_seeds(seeds: KgStore, name: str, asked: dict[str, str]) -> None:
    if not asked.keys() <= {parameter.name for parameter in queries()[name].parameters}:
        pytest.skip(f"{name} can't be asked this yet")
    answers(seeds, name, asked)


@needs_corpus
@pytest.mark.corpus
@pytest.mark.parametrize(("name", "asked"), [(name, asked) for name, asked, _ in ASKED if asked is not None])
def test_over_the_source_articles(sources: KgStore, name: str, asked: dict[str, str]) -> None:
    answers(sources, name, asked)


@needs_corpus
@pytest.mark.corpus
@pytest.mark.parametrize(("name", "asked"), [(name, asked) for name, _, asked in ASKED if asked is not None])
def test_over_the_party_press(party: KgStore, name: str, asked: dict[str, str]) -> None:
    answers(party, name, asked)


def nobody_is_charged(store: KgStore) -> None:
    """Where each committee has one secretary at a time, no pair is told."""
    assert run(store, queries()["overlapping-secretaries"], {}).rows == ()


def changes_have_acts(store: KgStore, unit: str) -> None:
    """What a unit was and became, each change with its day and act, for a unit that an article names."""
    result = run(store, queries()["unit-history"], {"unit": unit})
    rows = [dict(zip(result.columns, row, strict=True)) for row in result.table()]
    became = [row for row in rows if row["relation"] == "became"]
    assert became
    assert all(row["date"] and row["basis"] for row in became)
    assert any(row["relation"] == "part of" for row in rows)
    assert unit.removeprefix("thành phố ") in texts(store)


def news_have_sentences(store: KgStore) -> None:
    """All that came into the graph is told, each with its words in an article; nothing came after that."""
    items = news(store, "2020-01-01")
    content = "".join(texts(store).split())
    assert {item.kind for item in items} >= {Kind.OFFICIALS, Kind.DOCUMENTS}
    assert all(item.sentence and "".join(item.sentence.split()) in content for item in items)
    assert news(store, "2999-01-01") == []


def test_single_seats_units_and_news_over_the_seeds(seeds: KgStore) -> None:
    nobody_is_charged(seeds)
    changes_have_acts(seeds, "thành phố Uông Bí")
    news_have_sentences(seeds)


@needs_corpus
@pytest.mark.corpus
def test_single_seats_units_and_news_over_the_source_articles(sources: KgStore) -> None:
    nobody_is_charged(sources)
    changes_have_acts(sources, "thành phố Uông Bí")
    news_have_sentences(sources)


@needs_corpus
@pytest.mark.corpus
def test_units_and_news_over_the_party_press(party: KgStore) -> None:
    changes_have_acts(party, "thành phố Thái Nguyên")
    news_have_sentences(party)
