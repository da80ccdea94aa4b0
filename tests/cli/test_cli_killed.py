"""A build that is killed at random moments and goes on: nothing lost, nothing doubled, the same bytes."""

from __future__ import annotations

import subprocess
from functools import partial
from pathlib import Path

import pytest

from kg import open_graph
from kg.locks import is_locked
from kg.store import LENT
from tests.bench.articles import articles
from tests.bench.corpus import ROOT
from tests.bench.killed import command, content, found, killed, undisturbed
from tests.patience import soon

COUNT, KILLS = 260, 3


def test_made_up_articles_are_the_same_for_the_same_seed() -> None:
    some = list(articles(30, seed=7))
    assert some == list(articles(40, seed=7))[:30]
    assert some != list(articles(30, seed=8))


@pytest.mark.slow
@pytest.mark.parametrize(("count", "apart"), [(COUNT, False), (60, True)], ids=["", "large"])
def test_a_build_that_is_killed_comes_to_the_same_bytes(count: int, apart: bool, tmp_path: Path) -> None:
    """Of a large store each graph is made by another process, most of the time: it is killed at one of them."""
    source = tmp_path / "articles.jsonl"
    source.write_bytes(b"".join(articles(count)))
    building = partial(command, source, jobs=2, apart=apart)
    seconds = undisturbed(building(tmp_path / "whole"))
    wanted = found(tmp_path / "whole", 0)
    assert (wanted.articles, wanted.doubled) == (count, 0)
    assert any("Statement" in line for line in content(tmp_path / "whole"))
    stores = killed(building, tmp_path, KILLS, seed=1, times=(0.5, max(0.5, seconds)))
    assert sum(one.kills for one in stores) == KILLS
    for number, one in enumerate(stores):
        assert (one.articles, one.doubled) == (count, 0)
        assert content(tmp_path / f"killed-{number}") == content(tmp_path / "whole")
        assert one.digest == wanted.digest


def test_a_large_store_killed_as_its_graphs_are_made_goes_on(tmp_path: Path) -> None:
    """It is killed the moment that a process of its own is there, and what it was at is made anew."""
    source, plain, large = (tmp_path / name for name in ("articles.jsonl", "plain", "large"))
    source.write_bytes(b"".join(articles(30)))
    undisturbed(command(source, plain, 1))
    building = command(source, large, 1, apart=True)
    process = subprocess.Popen(building, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    soon(lambda: (large / LENT).exists() and is_locked(large / LENT))
    process.kill()
    process.communicate()
    with open_graph(large) as graph:
        assert not any("derived.contradictions" in name for name in graph.store.graphs())
    undisturbed(building)
    assert content(large) == content(plain)
