"""``kg resolve`` and ``kg build --judgements``: a store on disk, a file of judgements, and back again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg import open_graph
from kg.identity import read_judgements
from kg.model import Verdict

ONE = "a#Nghiêm Xuân Cường"
TWO = "b#Nghiêm Xuân Cường"
TEXT = """Thành ủy Uông Bí tổng kết công tác năm

Sáng 5/1/{year}, Thành ủy Uông Bí tổ chức hội nghị tổng kết công tác năm trước.

Chủ trì hội nghị là Bí thư Thành ủy {name}, cũng là Chủ tịch HĐND TP Uông Bí.
"""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Two articles on one person, and two on people whose names are a mark apart."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for article, name, year in (
        ("a", "Nghiêm Xuân Cường", 2023),
        ("b", "Nghiêm Xuân Cường", 2024),
        ("c", "Đỗ Quang Chiểu", 2019),
        ("d", "Đỗ Quang Chiêu", 2018),
    ):
        (folder / f"{article}.txt").write_text(TEXT.format(name=name, year=year), encoding="utf-8")
    return folder


def parts(store: Path) -> set[frozenset[str]]:
    """The articles of each official."""
    query = """PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX dang: <https://w3id.org/dangbo/ontology#>
        PREFIX dcterms: <http://purl.org/dc/terms/>
        SELECT DISTINCT ?person ?id { ?persona prov:specializationOf ?person .
        GRAPH ?g { ?persona a dang:Persona . ?g dcterms:source/dcterms:identifier ?id } }"""
    with open_graph(store) as graph:
        found: dict[str, set[str]] = {}
        for person, article in graph.query(query).table():
            found.setdefault(person, set()).add(article)
    return {frozenset(ids) for ids in found.values()}


def test_a_merge_is_undone_by_one_line_and_a_rebuild(kg, articles: Path, tmp_path: Path) -> None:
    store, file = tmp_path / "s", tmp_path / "judgements.tsv"
    assert kg("build", articles, "--store", store).code == 0
    joined = {frozenset("ab"), frozenset("c"), frozenset("d")}
    apart = {frozenset("a"), frozenset("b"), frozenset("c"), frozenset("d")}
    assert parts(store) == joined
    file.write_text(f"different\t{ONE}\t{TWO}\tlan\t2025-03-01\tnamesakes\n", encoding="utf-8")
    assert (
        json.loads(kg("build", articles, "--store", store, "--judgements", file, "--json").out)["unchanged"]
        == 4
    )
    assert parts(store) == apart
    assert kg("build", articles, "--store", store, "--judgements", file).code == 0
    assert parts(store) == apart
    file.write_text("", encoding="utf-8")
    assert kg("build", articles, "--store", store, "--judgements", file).code == 0
    assert parts(store) == joined
    assert kg("validate", "--store", store).code == 0


def test_the_file_in_the_working_directory_is_the_usual_one(
    kg, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert kg("build", articles, "--store", "s").code == 0
    ran = kg("resolve", "--different", ONE, TWO, "--why", "two people", "--by", "lan", "--store", "s")
    assert (ran.code, ran.err) == (0, "")
    (judgement,) = read_judgements("judgements.tsv")
    assert (judgement.verdict, judgement.by, judgement.why) == (Verdict.DIFFERENT, "lan", "two people")
    assert kg("build", articles, "--store", "s").code == 0
    assert frozenset("ab") not in parts(Path("s"))
    link = kg(
        "query", "uncertain-identities", "--verdict", "different", "--store", "s", "--format", "csv"
    ).out
    assert "lan" in link
    assert kg("resolve", "--undo", "--store", "s").code == 0
    assert kg("build", articles, "--store", "s").code == 0
    assert frozenset("ab") in parts(Path("s"))


def test_same_joins_a_misprint(kg, articles: Path, tmp_path: Path) -> None:
    store, file = tmp_path / "s", tmp_path / "j.tsv"
    kg("build", articles, "--store", store)
    (doubt,) = json.loads(kg("resolve", "--list", "--json", "--store", store).out)
    left, right = doubt["left"]["reference"], doubt["right"]["reference"]
    assert {left, right} == {"c#Đỗ Quang Chiểu", "d#Đỗ Quang Chiêu"}
    assert doubt["reasons"]
    assert doubt["left"]["posts"][0]["sentence"].startswith("Chủ trì hội nghị")
    assert kg("resolve", "--same", left, right, "--store", store, "--judgements", file).code == 0
    assert json.loads(kg("resolve", "--list", "--json", "--store", store, "--judgements", file).out) == []
    kg("build", articles, "--store", store, "--judgements", file)
    assert parts(store) == {frozenset("ab"), frozenset("cd")}


def test_what_was_joined_is_listed_with_its_reasons(kg, articles: Path, tmp_path: Path) -> None:
    store = tmp_path / "s"
    kg("build", articles, "--store", store)
    ran = kg("resolve", "--list", "--verdict", "same", "--store", store)
    assert (ran.code, ran.err) == (0, "")
    assert ONE in ran.out
    assert TWO in ran.out
    assert "post +" in ran.out
    none = kg("resolve", "--list", "--name", "Lê Văn Không", "--store", store)
    assert "No such pairs." in none.out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--same", "a", "b#x"), "'a' names no person of an article; write ARTICLE-ID#NAME"),
        (
            ("--same", ONE, "b#Lê Văn Không"),
            "b#Lê Văn Không: no such person in the graph; that article has b#Nghiêm",
        ),
        (("--different", ONE, ONE), "name two"),
        (("--undo", "--list"), "exclude one another"),
        (("--undo",), "holds no judgement to take back"),
    ],
)
def test_wrong_use_is_one_line(kg, articles: Path, tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    kg("build", articles, "--store", tmp_path / "s")
    ran = kg("resolve", *words, "--store", tmp_path / "s", "--judgements", tmp_path / "j.tsv")
    assert ran.code == 2
    assert told in ran.err
    assert len(ran.err.splitlines()) == 1


def test_judgements_that_cannot_be_followed_are_told(kg, articles: Path, tmp_path: Path) -> None:
    file = tmp_path / "j.tsv"
    file.write_text(
        f"different\t{ONE}\t{TWO}\nsame\t{ONE}\tgone#Lê Văn Không\n"
        f"same\t{ONE}\tc#Đỗ Quang Chiểu\nsame\tc#Đỗ Quang Chiểu\t{TWO}\n",
        encoding="utf-8",
    )
    ran = kg("build", articles, "--store", tmp_path / "s", "--judgements", file)
    assert ran.code == 1
    assert "gone#Lê Văn Không: no article of the graph names that person" in ran.err
    assert 'another one says "different"' in ran.err
    assert len(ran.err.splitlines()) == 2
    file.write_text("perhaps\ta#x\tb#y\n", encoding="utf-8")
    ran = kg("build", articles, "--store", tmp_path / "s", "--judgements", file)
    assert ran.code == 2
    assert "line 1: 'perhaps' is no verdict" in ran.err


def test_a_walk_with_a_real_process(articles: Path, tmp_path: Path) -> None:
    """Judge, undo, judge again, quit: what is asked is shown, what is answered is in the file."""
    environment = os.environ | {
        "COLUMNS": "120",
        "NO_COLOR": "1",
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }

    def run(*words: str, answers: str = "") -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "kg", *words]
        return subprocess.run(
            command,
            input=answers,
            capture_output=True,
            encoding="utf-8",
            env=environment,
            cwd=tmp_path,
            check=False,
        )

    assert run("build", str(articles), "--store", "s").returncode == 0
    first = run("resolve", "--store", "s", answers="what\ns\nmisprint\nq\n")
    assert (first.returncode, first.stderr) == (0, "")
    assert "Pair 1 of 1" in first.stdout
    assert "«" in first.stdout
    assert "Answer s, d, u" in first.stdout
    assert "1 judged, 0 left" in first.stdout
    (judgement,) = read_judgements(tmp_path / "judgements.tsv")
    assert (judgement.verdict, judgement.why) == (Verdict.SAME, "misprint")
    assert run("resolve", "--store", "s", "--undo").returncode == 0
    second = run("resolve", "--store", "s", answers="undo\nskip\n")
    assert second.returncode == 0
    assert read_judgements(tmp_path / "judgements.tsv") == ()
