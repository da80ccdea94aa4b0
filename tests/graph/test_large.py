"""What is computed across articles is the same when next to nothing may be held in memory."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from kg import computed, pipeline
from kg.model import Judgement
from kg.store import open_store
from tests.bench.articles import articles

COUNT = 60
LITTLE = {
    "sorting": ("HELD", 5),
    "nquads": ("HELD", 5),
    "derive.ground": ("_HELD", 5),
    "derive.prints": ("_MANY", 3),
    "derive.witnesses": ("_HELD", 2),
    "derive.identity": ("_HELD", 2),
    "identity.crowd": ("_HELD", 2),
    "identity.resolve": ("_HELD", 2),
    "store.kg_store": ("_LARGE", 0),
}
"""By module: what may be held, or how large a store is left open."""


def content(store: Path) -> set[str]:
    with open_store(store, read_only=True) as opened:
        books = opened.provenance, opened.history
        return {str(quad) for quad in opened.quads if getattr(quad.graph_name, "value", "") not in books}


def digests(store: Path) -> dict[str, str]:
    with open_store(store, read_only=True) as opened:
        return opened._digests()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    source = tmp_path / "articles.jsonl"
    told = [json.loads(line) for line in articles(COUNT, seed=7)]
    # The same meeting told again, a word longer, by another article: copies, one person, one document.
    told += [{**each, "id": f"again-{each['id']}", "text": each["text"] + " Hết."} for each in told[:20]]
    source.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in told))
    return source


def test_little_memory_gives_the_same_graphs(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything waits on disk, and the store is closed and opened again before each graph."""
    pipeline.build([source], tmp_path / "plain", jobs=1)
    for place, (name, value) in LITTLE.items():
        monkeypatch.setattr(sys.modules[f"kg.{place}"], name, value)  # some functions are named as modules are
    pipeline.build([source], tmp_path / "large", jobs=1)
    assert content(tmp_path / "large") == content(tmp_path / "plain")
    assert digests(tmp_path / "large") == digests(tmp_path / "plain")


def test_processes_of_their_own_give_the_same_graphs(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a large store each graph is computed by a process that ends with all its memory."""
    judged = [Judgement("made-0000000#Nobody At All", "made-0000001#Nobody Either", "same", "us")]
    plain = pipeline.build([source], tmp_path / "plain", jobs=1, judgements=judged)
    monkeypatch.setattr(computed, "_ALONE", 0)
    large = pipeline.build([source], tmp_path / "large", jobs=1, judgements=judged)
    assert content(tmp_path / "large") == content(tmp_path / "plain")
    assert digests(tmp_path / "large") == digests(tmp_path / "plain")
    assert large == plain
    assert len(plain.unknown) == 2
    # What is kept for small changes is there, too.
    told = source.read_text().splitlines()
    source.write_text("\n".join(told[5:]) + "\n")
    for name in ("large", "plain"):
        done = pipeline.build([source], tmp_path / name, jobs=1, judgements=judged, sync=True)
        assert done.removed == 5
    assert content(tmp_path / "large") == content(tmp_path / "plain")
