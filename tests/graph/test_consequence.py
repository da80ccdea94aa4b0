"""What holds across articles is computed again when, and only when, a change can matter to it."""

from __future__ import annotations

import json
import os
import random
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from kg import open_graph, pipeline
from kg.derive import _CARRIED, GRAPHS
from kg.derive.reads import REFERENCE
from kg.derive.scopes import SCOPES
from kg.resources import data_dir
from kg.store import open_store
from kg.vocab import DERIVED
from tests.bench.articles import articles

Records = dict[str, str]


def records(count: int = 24) -> Records:
    """Made-up articles by identifier; a third of them tell something."""
    found = (json.loads(line) for line in articles(count, seed=3))
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


NONE: set[str] = set()
ALL = {*GRAPHS, REFERENCE} - {"attainments"}
"""All that a meeting without numbers touches."""

CHANGES: dict[str, tuple[set[str], Callable[[Records], Records]]] = {
    "a plain one is reworded": (NONE, lambda t: {**t, plain(t)[2]: t[plain(t)[2]] + " Trời lại nắng."}),
    "a plain one comes": (
        NONE,
        lambda t: {**t, "new": "Sáng nay trời nắng. Ai cũng ra đường dạo chơi bên hồ nước."},
    ),
    "a plain one goes": (NONE, lambda t: {i: x for i, x in t.items() if i != plain(t)[0]}),
    "a telling one goes on": (
        {"witnesses"},
        lambda t: {**t, telling(t)[0]: t[telling(t)[0]] + "\n\nTrời lại nắng."},
    ),
    "a telling one is moved": (
        ALL - {REFERENCE, "bodies", "documents"},
        lambda t: {**t, telling(t)[0]: "Trời nắng. " + t[telling(t)[0]]},
    ),
    "a telling one goes": (ALL, lambda t: {i: x for i, x in t.items() if i != telling(t)[1]}),
    "a plain one begins to tell": (
        ALL - {REFERENCE, "bodies", "documents"},
        lambda t: {**t, plain(t)[1]: t[telling(t)[0]]},
    ),
    "a telling one falls silent": (ALL, lambda t: {**t, telling(t)[0]: t[plain(t)[1]]}),
    "a telling one tells of money": (
        {"witnesses", "attainments", "contradictions"},
        lambda t: {**t, telling(t)[0]: t[telling(t)[0]] + "\n\nThu ngân sách năm 2022 đạt 700 tỷ đồng."},
    ),
}
"""What changes, and which graphs are computed again for it, or as far as it touches them."""


@pytest.mark.parametrize("what", CHANGES)
def test_it_is_as_if_all_was_computed_again(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    computed, change = CHANGES[what]
    before = records()
    assert min(len(plain(before)), len(telling(before))) >= 3
    built(before, tmp_path)
    kept: set[str] = set()
    amended: set[str] = set()
    keep, amend = pipeline._Work._keep, pipeline._Work._amend

    def keeping(work: pipeline._Work, graph: str, lines: Iterable[str]) -> bool:
        kept.add(graph.rpartition(DERIVED)[2])
        return keep(work, graph, lines)

    def amending(work: pipeline._Work, graph: str, gone: set[str], come: set[str]) -> None:
        amended.add(graph.rpartition(DERIVED)[2])
        amend(work, graph, gone, come)

    monkeypatch.setattr(pipeline._Work, "_keep", keeping)
    monkeypatch.setattr(pipeline._Work, "_amend", amending)
    after = change(before)
    done = built(after, tmp_path)
    in_part = {*SCOPES, *_CARRIED}  # identity whole when the change is large beside all that there is
    assert kept - {"identity"} == computed - in_part
    assert amended | kept <= computed
    monkeypatch.undo()
    fresh = built(after, tmp_path, "fresh")
    assert across(tmp_path / "store") == across(tmp_path / "fresh")
    assert any(f"graph/{DERIVED}tenures" in line for line in across(tmp_path / "store"))
    with open_graph(tmp_path / "store") as graph:
        assert done.counts == graph.summary() == fresh.counts


_PERSON = re.compile(r"([Đđ]ồng chí) (\w+ \w+ \w+)")
_NAMESAKES = ("Trần Văn An", "Trần Văn Án", "Trần Thị An", "Trần Đức An", "Lê Văn An", "Lê Minh Hà")


def _changed(texts: Records, pool: Sequence[str], dice: random.Random) -> Records:
    """Some articles come, go, are reworded, repeat another, name other people or fall silent."""
    after = dict(texts)
    for _ in range(dice.randrange(1, 4)):
        name = dice.choice([*after, f"new-{dice.randrange(9)}"])
        other = dice.choice(pool)
        parts = after.get(name, other).split("\n\n")
        said = [sentence for part in parts for sentence in re.split(r"(?<=\.) ", part)]
        match dice.randrange(9):
            case 8:  # a copy, cut short here and there
                copied = [part for part in dice.choice(list(after.values())).split("\n\n") if dice.random() < 0.9]
                after[name] = "\n\n".join(copied) or other
            case 0 if name in after and len(after) > 5:
                del after[name]
            case 1:
                after[name] = other
            case 2:
                after[name] = "\n\n".join([*parts, "Trời lại nắng."])
            case 3:
                after[name] = " ".join(sentence for sentence in said if dice.random() < 0.8) or other
            case 5:
                after[name] = "\n\n".join([*parts, other.partition("\n\n")[0]])
            case 4 if name in after:
                after[name] = _PERSON.sub(lambda found: f"{found[1]} {dice.choice(_NAMESAKES)}", after[name])
            case 6:
                after[name] = re.sub(r"\d", lambda found: dice.choice([found[0]] * 5 + ["3"]), " ".join(said))
            case _:
                dice.shuffle(said)
                after[name] = " ".join(said)
    return after


def _pool() -> list[str]:
    """Texts that tell something: made-up ones of a few districts, and the articles that come along."""
    made = [text for text in records(60).values() if "Huyện ủy" in text]
    own = [path.read_text(encoding="utf-8") for path in sorted(data_dir("seeds").glob("*.txt"))]
    return [*made, *own]


@pytest.mark.parametrize("seed", range(int(os.environ.get("DANGBO_ROUNDS", "3"))))
def test_a_store_that_went_through_changes_is_that_of_its_articles(seed: int, tmp_path: Path) -> None:
    dice, pool = random.Random(seed), _pool()
    texts = {f"old-{number}": text for number, text in enumerate(dice.sample(pool, 8))}
    texts |= {f"plain-{number}": text for number, text in enumerate(list(records(4).values()))}
    built(texts, tmp_path)
    for step in range(4):
        texts = _changed(texts, pool, dice)
        done = built(texts, tmp_path)
        fresh = built(texts, tmp_path, f"fresh-{step}")
        assert across(tmp_path / "store") == across(tmp_path / f"fresh-{step}")
        assert done.counts == fresh.counts


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
