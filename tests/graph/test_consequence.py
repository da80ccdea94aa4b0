"""What holds across articles is computed again when, and only when, a change can matter to it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kg import open_graph, pipeline
from kg.derive import derive
from kg.store import open_store
from kg.vocab import DERIVED
from tests.bench.articles import articles

Records = dict[str, str]


def records() -> Records:
    """Made-up articles by identifier; a third of them tell something."""
    found = (json.loads(line) for line in articles(24, seed=3))
    return {record["id"]: record["text"] for record in found}


def telling(texts: Records) -> list[str]:
    return [name for name, text in texts.items() if "Huyện ủy" in text]


def plain(texts: Records) -> list[str]:
    return [name for name in texts if name not in telling(texts)]


def built(texts: Records, folder: Path, name: str = "store") -> pipeline.Build:
    source = folder / "articles.jsonl"
    source.write_text("".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in texts.items()))
    return pipeline.build([source], folder / name, sync=True, jobs=1)


def across(store: Path) -> set[str]:
    """What is computed across articles, and the merge."""
    with open_store(store, read_only=True) as opened:
        quads = (str(quad) for quad in opened.quads)
        books = (opened.provenance, opened.history)
        return {line for line in quads if not any(f"<{book}>" in line for book in books)}


CHANGES: dict[str, tuple[bool, Callable[[Records], Records]]] = {
    "a plain one is reworded": (False, lambda t: {**t, plain(t)[2]: t[plain(t)[2]] + " Trời lại nắng."}),
    "a plain one comes": (
        False,
        lambda t: {**t, "new": "Sáng nay trời nắng. Ai cũng ra đường dạo chơi bên hồ nước."},
    ),
    "a plain one goes": (False, lambda t: {i: x for i, x in t.items() if i != plain(t)[0]}),
    "a telling one is reworded": (True, lambda t: {**t, telling(t)[0]: "Trời nắng. " + t[telling(t)[0]]}),
    "a telling one goes": (True, lambda t: {i: x for i, x in t.items() if i != telling(t)[1]}),
    "a plain one begins to tell": (True, lambda t: {**t, plain(t)[1]: t[telling(t)[0]]}),
    "a telling one falls silent": (True, lambda t: {**t, telling(t)[0]: t[plain(t)[1]]}),
}


@pytest.mark.parametrize("what", CHANGES)
def test_it_is_as_if_all_was_computed_again(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    matters, change = CHANGES[what]
    before = records()
    assert min(len(plain(before)), len(telling(before))) >= 3
    built(before, tmp_path)
    computed: list[bool] = []

    def deriving(*arguments: object) -> object:
        computed.append(True)
        return derive(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "derive", deriving)
    after = change(before)
    done = built(after, tmp_path)
    assert bool(computed) is matters
    monkeypatch.undo()
    fresh = built(after, tmp_path, "fresh")
    assert across(tmp_path / "store") == across(tmp_path / "fresh")
    assert any(f"graph/{DERIVED}tenures" in line for line in across(tmp_path / "store"))
    with open_graph(tmp_path / "store") as graph:
        assert done.counts == graph.summary() == fresh.counts


def test_nothing_is_taken_as_computed_after_a_run_that_was_cut_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = records()
    built(texts, tmp_path)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    changed = {**texts, plain(texts)[0]: texts[telling(texts)[0]]}
    monkeypatch.setattr(pipeline, "derive", stop)
    with pytest.raises(KeyboardInterrupt):
        built(changed, tmp_path)
    monkeypatch.undo()
    built({**changed, plain(changed)[0]: "Trời nắng. Ai cũng ra đường dạo chơi bên hồ nước."}, tmp_path)
    built(
        {**changed, plain(changed)[0]: "Trời nắng. Ai cũng ra đường dạo chơi bên hồ nước."}, tmp_path, "fresh"
    )
    assert across(tmp_path / "store") == across(tmp_path / "fresh")
