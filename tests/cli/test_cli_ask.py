"""``kg query`` and ``kg explain``: answers for people and for scripts."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

THEMES = "SELECT ?label { ?theme a <https://w3id.org/dangbo/ontology#Theme> ; rdfs:label ?label }"
RDFS = "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "


@pytest.fixture
def ask(kg, seeds_store: Path):
    return lambda *words: kg(*words, "--store", seeds_store)


def test_the_list_of_queries(ask, root: Path) -> None:
    ran = ask("query")
    names = sorted(path.stem for path in (root / "queries").glob("*.rq"))
    assert names
    assert all(name in ran.out for name in names)
    assert [query["name"] for query in json.loads(ask("query", "--json").out)] == names


def test_about_a_query(ask) -> None:
    ran = ask("query", "theme-history", "--about")
    assert ran.code == 0
    assert "--unit" in ran.out
    assert "SELECT" in ran.out
    assert json.loads(ask("query", "theme-history", "--about", "--json").out)["sparql"]


@pytest.mark.parametrize(
    "words",
    [
        ["--unit", "Uông Bí"],
        ["--unit=Uông Bí"],
        ["--unit", "uong bi"],
        ["--param", "unit=Uông Bí"],
        ["-p", "unit=Uong Bi", "--period", "2023"],
        ["--period", "2023", "--param", "unit=Uong Bi"],
    ],
)
def test_parameters_are_options(ask, words: list[str]) -> None:
    ran = ask("query", "theme-history", *words)
    assert (ran.code, ran.err) == (0, "")
    assert "chung tay chỉnh trang đô thị" in ran.out


def test_a_name_that_nobody_has_is_told(ask) -> None:
    ran = ask("query", "theme-history", "--unit", "Uông Bi")
    assert ran.code == 0
    assert ask("query", "theme-history", "--unit", "Atlantis").err.startswith("kg: no unit")


def test_formats(ask) -> None:
    table = ask("query", RDFS + THEMES)
    rows = list(csv.DictReader(io.StringIO(ask("query", RDFS + THEMES, "--format", "csv").out)))
    bindings = json.loads(ask("query", RDFS + THEMES, "--format", "json").out)["results"]["bindings"]
    assert json.loads(ask("query", RDFS + THEMES, "--json").out)["results"]["bindings"] == bindings
    assert len(rows) == len(bindings) > 0
    assert all(row["label"] in table.out for row in rows)
    assert ask("query", RDFS + THEMES, "--format", "turtle").code == 2
    assert ask("query", "CONSTRUCT WHERE { ?s a ?o }", "--format", "turtle").out.startswith("@prefix")
    assert ask("query", "ASK { ?s ?p ?o }").out == "yes\n"


def test_a_query_of_ones_own_in_a_file(ask, tmp_path: Path) -> None:
    (tmp_path / "mine.rq").write_text(RDFS + THEMES, encoding="utf-8")
    assert ask("query", tmp_path / "mine.rq").out == ask("query", RDFS + THEMES).out


@pytest.mark.parametrize(
    "name",
    [
        "Nghiêm Xuân Cường",
        "nghiêm xuân cường",
        "Nghiem Xuan Cuong",
        "Nghie\u0302m Xua\u0302n Cu\u031bo\u031b\u0300ng",
    ],
)
def test_a_person_by_name(ask, name: str) -> None:
    ran = ask("explain", name)
    assert ran.code == 0
    assert "person: Nghiêm Xuân Cường; role: bí thư; organization: Thành ủy Uông Bí" in ran.out
    assert "«" in ran.out
    assert "computed (concurrent-posts)" in ran.out


def test_the_words_in_json_are_those_of_the_sentence(ask) -> None:
    (thing,) = json.loads(ask("explain", "Nghiêm Xuân Cường", "--json").out)
    assert thing["label"] == "Nghiêm Xuân Cường"
    assert thing["kinds"] == ["Official"]
    assert {fact["role"] for fact in thing["facts"]} == {"bí thư", "chủ tịch"}
    for fact in thing["facts"]:
        assert fact["sentence"][fact["sentence_start"] : fact["sentence_end"]] == fact["quote"]


def test_the_same_by_iri_and_prefix(ask) -> None:
    (thing,) = json.loads(ask("explain", "Nghiêm Xuân Cường", "--json").out)
    prefixed = "person:" + thing["iri"].rpartition("/")[2]
    for name in (thing["iri"], f"<{thing['iri']}>", prefixed):
        assert json.loads(ask("explain", name, "--json").out) == [thing]


def test_things_of_every_kind(ask) -> None:
    article = json.loads(ask("explain", "uong-bi-2023", "--json").out)[0]
    assert {fact["article"] for fact in article["facts"]} == {"uong-bi-2023"}
    assert {fact["table"] for fact in article["facts"]} >= {"positions", "documents", "themes", "indicators"}
    statement = article["facts"][0]["iri"]
    assert [f["iri"] for f in json.loads(ask("explain", statement, "--json").out)[0]["facts"]] == [statement]
    assert "Thành ủy Uông Bí" in ask("explain", "Thành ủy Uông Bí").out
    assert "06-NQ/TU" in ask("explain", "06-NQ/TU").out
    assert "indicators" in ask("explain", "thành phố Uông Bí").out


def test_at_most_so_many_facts(ask) -> None:
    some, every = ask("explain", "thành phố Uông Bí", "--limit", 2), ask("explain", "thành phố Uông Bí")
    assert some.out.count("\n• ") == 2
    assert "more facts; --limit 0 shows all" in some.out
    assert every.out.count("\n• ") > 2


@pytest.mark.parametrize(
    "name", ["Nghiem Xuan Cuon", "person:nobody", "https://example.org/x", "<not an iri>", ""]
)
def test_what_is_not_there(ask, name: str) -> None:
    ran = ask("explain", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1


def test_near_names_are_told(ask) -> None:
    assert "near it: Nghiêm Xuân Cường" in ask("explain", "Nghiem Xuan Cuon").err


def test_text_of_articles_cannot_steer_the_terminal(kg, tmp_path: Path) -> None:
    source = tmp_path / "evil.jsonl"
    text = "Đồng chí Nghiêm Xuân Cường, Bí thư Thành ủy Uông Bí\x1b[31m [bold]nói\u202e[/bold] \x9b2J."
    source.write_text(json.dumps({"id": "x\x1b]0;y", "title": "[red]T\x07", "text": text}), encoding="utf-8")
    kg("build", source, "--store", tmp_path / "s")
    printed = ""
    for words in (["explain", "Nghiêm Xuân Cường"], ["query", "officials"], ["validate", "--all"]):
        ran = kg(*words, "--store", tmp_path / "s")
        printed += ran.out + ran.err
    assert "Nghiêm Xuân Cường" in printed
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(printed)
