"""What the store remembers of changes: what went with an article, what came with a new reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pyoxigraph as ox
import pytest
from sample import sample

from kg.export import export
from kg.graph import quads
from kg.history import READ_ANEW, REMOVED, History
from kg.model import Evidence, Facts
from kg.store import KgStore, memory_store, open_store
from kg.vocab import Minter

GRAPH = Minter().graph("sample")
DAYS = [datetime(2026, 1, day, tzinfo=UTC) for day in range(1, 6)]


def read(store: KgStore, facts: Facts, when: datetime) -> None:
    """Read an article as a build does."""
    graphs = [(Minter().graph(facts.article.id), list(quads(facts)))]
    for _ in store.replace(graphs, when, History(store).of_replacing):
        pass


def without(facts: Facts, number: str) -> Facts:
    return replace(facts, documents=tuple(d for d in facts.documents if d.number != number), links=())


@pytest.fixture
def store() -> KgStore:
    made = memory_store()
    read(made, sample(), DAYS[0])
    return made


def labels(store: KgStore, since: str = "") -> list[str]:
    return [fact.label for fact in History(store).withdrawn(since)]


def test_a_new_article_leaves_nothing_to_remember(store: KgStore) -> None:
    assert History(store).withdrawn() == []
    assert History(store).come() == {}
    assert store.created(GRAPH).startswith("2026-01-01T00:00:00")


def test_what_a_new_reading_lacks_is_withdrawn(store: KgStore) -> None:
    read(store, without(sample(), "118"), DAYS[1])
    gone = History(store).withdrawn()
    assert {fact.table for fact in gone} == {"documents", "links"}
    assert {(fact.why, fact.when[:10], fact.article) for fact in gone} == {
        (READ_ANEW, "2026-01-02", "sample")
    }
    (plan,) = [fact for fact in gone if fact.table == "documents"]
    assert plan.quote in sample().text.content
    assert "118" in plan.label
    assert plan.headline == sample().article.title
    assert store.created(GRAPH).startswith("2026-01-01"), "an article is as old as its first reading"


def test_what_a_new_reading_adds_came_then(store: KgStore) -> None:
    lacking = without(sample(), "118")
    other = memory_store()
    read(other, lacking, DAYS[0])
    read(other, sample(), DAYS[1])
    come = History(other).come()
    assert {when[:10] for when in come.values()} == {"2026-01-02"}
    assert len(come) == 3, "the document and two links"
    assert History(other).come("2026-01-03") == {}
    assert History(other).withdrawn() == []


def shifted(facts: Facts, by: int) -> Facts:
    """The same facts in a text that begins with other words."""
    content = "x" * (by - 1) + " " + facts.text.content
    text = replace(facts.text, content=content, folded=content)

    def moved(evidence: Evidence) -> Evidence:
        return replace(evidence, start=evidence.start + by, end=evidence.end + by)

    def all_moved(claims: Sequence[object]) -> tuple[object, ...]:
        return tuple(replace(claim, evidence=moved(claim.evidence)) for claim in claims)  # type: ignore[attr-defined,type-var]

    kept = {name: all_moved(getattr(facts, name)) for name in ("documents", "links", "congresses", "themes")}
    return replace(facts, text=text, positions=(), indicators=(), events=(), **kept)


def test_what_only_moved_neither_came_nor_went() -> None:
    facts = shifted(sample(), 1)
    store = memory_store()
    read(store, without(facts, "118"), DAYS[0])
    read(store, facts, DAYS[1])
    came = set(History(store).come())
    read(store, shifted(facts, 7), DAYS[2])
    again = History(store).come()
    assert History(store).withdrawn() == []
    assert len(again) == len(came) == 3
    assert not came & set(again), "the statements have new names"
    assert {when[:10] for when in again.values()} == {"2026-01-02"}, "and came when they came"


def test_removing_an_article_withdraws_all_that_it_said(store: KgStore) -> None:
    assert store.remove(GRAPH, History(store).of_removing(GRAPH, "2026-01-03T00:00:00+00:00"))
    gone = History(store).withdrawn()
    assert {fact.why for fact in gone} == {REMOVED}
    assert {fact.table for fact in gone} >= {"positions", "documents", "links", "themes", "indicators"}
    assert [f.key for f in gone] != [f.key for f in History(store).withdrawn("2026-01-04")] == []
    assert store.graphs() == []
    assert not list(store.quads.quads_for_pattern(None, None, None, ox.DefaultGraph())), "the merge forgets"


def test_memory_is_bounded_and_keeps_the_latest(store: KgStore) -> None:
    read(store, without(sample(), "118"), DAYS[1])
    first = len(labels(store))
    store.remove(GRAPH, History(store).of_removing(GRAPH, "2026-01-03T00:00:00+00:00"))
    assert len(labels(store)) > first
    History(store).trim(kept=5)
    assert len(labels(store)) == 5
    assert {fact.when[:10] for fact in History(store).withdrawn()} == {"2026-01-03"}


def test_memory_outlives_what_an_interrupted_run_left(tmp_path: Path) -> None:
    with open_store(tmp_path, create=True) as store:
        read(store, sample(), DAYS[0])
        store.remove(GRAPH, History(store).of_removing(GRAPH, "2026-01-03T00:00:00+00:00"))
        before = labels(store)
        (tmp_path / "writing").touch()
    with open_store(tmp_path) as store:
        assert before
        assert labels(store) == before


def test_a_rebuilt_store_gives_the_same_exports(store: KgStore, tmp_path: Path) -> None:
    read(store, without(sample(), "118"), DAYS[1])
    read(store, sample(), DAYS[2])
    fresh = memory_store()
    read(fresh, sample(), DAYS[4])
    for form, name in (("turtle", "a.ttl"), ("nquads", "a.nq"), ("csv", "tables")):
        one, two = tmp_path / f"one-{name}", tmp_path / f"two-{name}"
        export(store.quads, form, one)
        export(fresh.quads, form, two)
        files = sorted(one.glob("*")) if one.is_dir() else [one]
        assert files
        for file in files:
            other = two / file.name if one.is_dir() else two
            assert file.read_bytes() == other.read_bytes()
