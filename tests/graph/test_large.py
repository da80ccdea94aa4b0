"""What is computed across articles is the same when next to nothing may be held in memory."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from kg import pipeline
from kg.store import open_store
from tests.bench.articles import articles

COUNT = 60
LITTLE = {
    "sorting": ("HELD", 5),
    "nquads": ("HELD", 5),
    "derive.ground": ("_HELD", 5),
    "derive.witnesses": ("_HELD", 2),
    "derive.identity": ("_HELD", 2),
    "identity.crowd": ("_HELD", 2),
    "identity.resolve": ("_HELD", 2),
    "store": ("_LARGE", 0),
}
"""By module: what may be held, or how large a store is left open."""


def content(store: Path) -> set[str]:
    with open_store(store, read_only=True) as opened:
        return {str(quad) for quad in opened.quads if opened.provenance not in str(quad.graph_name)}


def digests(store: Path) -> dict[str, str]:
    with open_store(store, read_only=True) as opened:
        return opened._digests()


def test_little_memory_gives_the_same_graphs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything waits on disk, and the store is closed and opened again before each graph."""
    source = tmp_path / "articles.jsonl"
    told = [json.loads(line) for line in articles(COUNT, seed=7)]
    # The same meeting told again, a word longer, by another article: copies, one person, one document.
    told += [{**each, "id": f"again-{each['id']}", "text": each["text"] + " Hết."} for each in told[:20]]
    source.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in told))
    pipeline.build([source], tmp_path / "plain", jobs=1)
    for place, (name, value) in LITTLE.items():
        monkeypatch.setattr(sys.modules[f"kg.{place}"], name, value)  # some functions are named as modules are
    pipeline.build([source], tmp_path / "large", jobs=1)
    assert content(tmp_path / "large") == content(tmp_path / "plain")
    assert digests(tmp_path / "large") == digests(tmp_path / "plain")
