"""A build that is killed at random moments and goes on: nothing lost, nothing doubled, the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.articles import articles
from tests.bench.killed import content, found, killed, undisturbed

COUNT, KILLS = 260, 3


def test_made_up_articles_are_the_same_for_the_same_seed() -> None:
    some = list(articles(30, seed=7))
    assert some == list(articles(40, seed=7))[:30]
    assert some != list(articles(30, seed=8))


@pytest.mark.slow
def test_a_build_that_is_killed_comes_to_the_same_bytes(tmp_path: Path) -> None:
    source = tmp_path / "articles.jsonl"
    source.write_bytes(b"".join(articles(COUNT)))
    seconds = undisturbed(source, tmp_path / "whole", 2)
    wanted = found(tmp_path / "whole", 0)
    assert (wanted.articles, wanted.doubled) == (COUNT, 0)
    assert any("Statement" in line for line in content(tmp_path / "whole"))
    stores = killed(source, tmp_path, KILLS, seed=1, jobs=2, whole=seconds)
    assert sum(one.kills for one in stores) == KILLS
    for number, one in enumerate(stores):
        assert (one.articles, one.doubled) == (COUNT, 0)
        assert content(tmp_path / f"killed-{number}") == content(tmp_path / "whole")
        assert one.digest == wanted.digest
