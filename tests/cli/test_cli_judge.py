"""``kg validate``, ``kg evaluate`` and ``kg diff``."""

from __future__ import annotations

import csv
import importlib.util
import json
import random
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kg.evaluate import AGREEMENTS, evaluate

FLOORS = {
    "positions": 0.95,
    "documents": 0.90,
    "links": 0.75,
    "themes": 1.0,
    "indicators": 0.85,
    "congresses": 1.0,
    "events": 0.66,
}


@pytest.fixture(scope="session")
def pages_store(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the five source articles as they stood in the papers."""
    from kg import build

    store = tmp_path_factory.mktemp("pages") / "store"
    done = build([corpus / "seeds"], store)
    assert (done.built, done.errors) == (5, ())
    return store


@pytest.fixture(scope="session")
def scorer(corpus: Path) -> ModuleType:
    """The reference scorer of the corpus folder."""
    spec = importlib.util.spec_from_file_location("score", corpus / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# -- validate ------------------------------------------------------------------------------------------------


def test_the_seeds_are_sound(kg, seeds_store: Path, tmp_path: Path) -> None:
    ran = kg("validate", "--store", seeds_store, "--report", tmp_path / "r.ttl")
    assert (ran.code, ran.err) == (0, "")
    assert "The graph is sound: 0 Violation" in ran.out
    report = (tmp_path / "r.ttl").read_text(encoding="utf-8")
    assert "ValidationReport" in report
    assert "sh:conforms true" in report


@pytest.mark.parametrize("store", ["seeds_store", pytest.param("pages_store", marks=pytest.mark.corpus)])
def test_what_is_odd_in_the_five_articles(kg, store: str, request: pytest.FixtureRequest) -> None:
    """A plan of 16 targets whose parts are 15, and more second doses than first ones."""
    results = json.loads(kg("validate", "--store", request.getfixturevalue(store), "--json").out)
    assert [result for result in results if result["severity"] == "Violation"] == []
    warnings = [result for result in results if result["severity"] == "Warning"]
    assert len(warnings) == 2
    quotes = " ".join(passage["quote"] for warning in warnings for passage in warning["passages"])
    assert "16" in quotes
    assert "mũi 2" in quotes
    for warning in warnings:
        for passage in warning["passages"]:
            assert passage["quote"] in passage["sentence"]


def test_a_wrong_graph_is_1(kg, root: Path, tmp_path: Path) -> None:
    import pyoxigraph as ox

    from kg.store import open_store

    store = tmp_path / "s"
    assert kg("build", root / "seeds", "--store", store).code == 0
    with open_store(store) as opened:
        exact = ox.NamedNode("http://www.w3.org/ns/oa#exact")
        quad = next(opened.quads.quads_for_pattern(None, exact, None))
        opened.quads.remove(quad)
        opened.quads.add(ox.Quad(quad.subject, exact, ox.Literal("nobody wrote this"), quad.graph_name))
    ran = kg("validate", "--store", store)
    assert ran.code == 1
    assert "Violation" in ran.out
    assert "not sound" in ran.out


# -- evaluate ------------------------------------------------------------------------------------------------


@pytest.mark.corpus
def test_the_figures_of_the_five_articles(kg, pages_store: Path, corpus: Path) -> None:
    scores = json.loads(kg("evaluate", corpus / "gold", "--store", pages_store, "--json").out)
    reached = {name: score["strict"]["f1"] for name, score in scores.items()}
    assert not {name: f1 for name, f1 in reached.items() if f1 < FLOORS[name]}


@pytest.mark.corpus
def test_the_same_figures_as_the_reference(kg, pages_store: Path, corpus: Path, tmp_path: Path) -> None:
    assert kg("export", "--store", pages_store, "--out", tmp_path / "tables").code == 0
    reference = [sys.executable, corpus / "score.py", corpus / "gold", tmp_path / "tables", "--json"]
    wanted = subprocess.run(reference, capture_output=True, check=True)
    ran = kg("evaluate", corpus / "gold", "--store", pages_store, "--json")
    assert json.loads(ran.out) == json.loads(wanted.stdout)


@pytest.mark.corpus
@pytest.mark.parametrize("seed", range(12))
def test_the_same_figures_for_damaged_tables(corpus: Path, scorer: ModuleType, seed: int) -> None:
    """Rows are lost, doubled, swapped between fields, misspelt: whatever an extraction may do."""
    gold = scorer.load_gold(corpus / "gold", "")
    chance = random.Random(seed)
    found = {name: damaged(name, gold, chance) for name in AGREEMENTS}
    grouped = {
        name: {a: [r for r in rows if r["article"] == a] for a in gold} for name, rows in found.items()
    }
    wanted = scorer.score(gold, grouped)
    for name, score in evaluate(gold, found).items():
        for mode in ("strict", "core"):
            figures = getattr(score, mode)
            mine = [round(value, 3) for value in (figures.precision, figures.recall, figures.f1)]
            assert mine == list(wanted[name][mode].values()), (name, mode)


def damaged(name: str, gold: dict, chance: random.Random) -> list[dict]:
    rows = [{**row, "article": article} for article, lists in gold.items() for row in lists.get(name) or ()]
    out = []
    for row in rows:
        row = {key: None if value is None else str(value) for key, value in row.items()}
        for key in chance.sample(sorted(row), chance.randint(0, 2)):
            text = row[key] or ""
            row[key] = chance.choice(
                [
                    None,
                    text,
                    text.upper(),
                    text[: len(text) // 2],
                    text.replace("ủy", "uỷ"),
                    text + " TP",
                    "06-NQ/TU",
                ]
            )
        if row["article"] is not None:
            out += [row] * chance.choice([0, 1, 1, 1, 1, 2])
    chance.shuffle(out)
    return out


def test_missing_and_spurious_rows_are_listed(kg, seeds_store: Path, tmp_path: Path) -> None:
    (tmp_path / "uong-bi-2023.json").write_text(
        json.dumps(
            {
                "positions": [
                    {"person": "Nghiêm Xuân Cường", "role": "bí thư", "organization": "Thành uỷ Uông Bí"},
                    {"person": "Không Có Ai", "role": "bí thư", "organization": None, "status": "current"},
                ]
            }
        ),
        encoding="utf-8",
    )
    ran = kg("evaluate", tmp_path, "--store", seeds_store, "--show", "positions")
    assert ran.code == 0
    (missing,) = [line for line in ran.out.splitlines() if line.strip().startswith("missing")]
    assert "Không Có Ai" in missing
    spurious = [line for line in ran.out.splitlines() if line.strip().startswith("spurious")]
    assert spurious
    assert not [
        line for line in spurious if "bí thư " in line and "Nghiêm" in line and "Thành ủy Uông" in line
    ]


def test_gold_for_articles_that_are_not_there(kg, seeds_store: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.json").write_text("{}", encoding="utf-8")
    ran = kg("evaluate", tmp_path, "--store", seeds_store)
    assert ran.code == 0
    assert "not in the graph" in ran.err
    (tmp_path / "elsewhere.json").write_text("[", encoding="utf-8")
    assert kg("evaluate", tmp_path, "--store", seeds_store).code == 2


# -- diff ----------------------------------------------------------------------------------------------------


@pytest.fixture
def folders(kg, seeds_store: Path, tmp_path: Path) -> tuple[Path, Path]:
    """The tables of the seeds, twice; the second to be changed."""
    assert kg("export", "--store", seeds_store, "--out", tmp_path / "a").code == 0
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    return tmp_path / "a", tmp_path / "b"


def test_nothing_changed(kg, seeds_store: Path, folders: tuple[Path, Path]) -> None:
    for one, other in (folders, (seeds_store, folders[0]), (seeds_store, seeds_store)):
        ran = kg("diff", one, other)
        assert (ran.code, ran.out) == (0, "0 gained, 0 lost, 0 changed\n")


def test_gained_lost_and_changed(kg, folders: tuple[Path, Path]) -> None:
    path = folders[1] / "positions.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0]["status"] = "former"
    rows[1]["person"] = "Người Mới"
    rows[2]["start"] = "999"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    ran = kg("diff", *folders)
    assert ran.code == 0
    assert "1 gained, 1 lost, 1 changed" in ran.out
    changes = {change["change"]: change for change in json.loads(kg("diff", *folders, "--json").out)}
    assert changes["changed"]["fields"]["status"][1] == "former"
    assert changes["gained"]["after"]["person"] == "Người Mới"
    assert changes["lost"]["after"] is None


def test_folders_that_are_no_tables(kg, tmp_path: Path) -> None:
    (tmp_path / "positions.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert kg("diff", tmp_path, tmp_path).code == 2
