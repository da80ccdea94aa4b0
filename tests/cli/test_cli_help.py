"""Help that teaches, errors that say what to do, exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

VERBS = (
    *("build", "remove", "validate", "check", "query", "explain", "unit", "body", "news", "cascade"),
    *("push", "draw", "export", "release", "resolve", "serve", "align", "evaluate", "diff"),
)


def test_every_verb_is_listed(kg) -> None:
    help_ = kg("--help")
    assert help_.code == 0
    for verb in VERBS:
        assert f" {verb} " in help_.out


def test_alone_it_teaches_too(kg) -> None:
    assert kg() == kg("--help")


def test_the_list_of_verbs_is_whole() -> None:
    from kg.cli import app

    assert tuple(command.name for command in app.registered_commands) == VERBS


@pytest.mark.parametrize("verb", VERBS)
def test_help_of_each_verb_has_an_example(kg, verb: str) -> None:
    help_ = kg(verb, "--help")
    assert help_.code == 0
    assert not help_.err
    assert f"kg {verb}" in help_.out.split("Options")[0].split("\n", 3)[-1]


@pytest.mark.parametrize("verb", [v for v in VERBS if v not in ("diff", "unit")])
def test_each_verb_takes_a_store(kg, verb: str) -> None:
    assert "--store" in kg(verb, "--help").out


@pytest.mark.parametrize(
    "verb", ["build", "remove", "validate", "query", "explain", "unit", "news", "cascade", "release", "evaluate", "diff"]
)
def test_verbs_that_scripts_read_give_json(kg, verb: str) -> None:
    assert "--json" in kg(verb, "--help").out


def test_version(kg) -> None:
    import kg as package

    assert kg("--version").out == f"kg {package.__version__}\n"


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["bulid"], "'build'"),
        (["build"], "SOURCE"),
        (["build", "nowhere"], "no such file or folder"),
        (["build", "--jobs", "0", "nowhere"], "--jobs"),
        (["build", "--jobs", "many", "nowhere"], "--jobs"),
        (["validate"], "kg build SOURCE"),
        (["query", "them-history"], "theme-history"),
        (["query", "theme-history", "--nope", "x"], "--unit"),
        (["query", "--nope"], "--nope"),
        (["query", "SELECT * { ?s ?p"], "not a SPARQL 1.1 query"),
        (["query", "DELETE WHERE { ?s ?p ?o }"], "refused"),
        (["explain", "x"], "kg build SOURCE"),
        (["draw"], "--out"),
        (["draw", "--out", "x.html"], "kg build SOURCE"),
        (["export", "--out", "x.ttl", "--format", "docx"], "turtle"),
        (["evaluate", "nowhere"], "no gold files"),
        (["diff", "nowhere", "nowhere"], "neither a store nor a folder of tables"),
        (["--nope"], "--nope"),
    ],
)
def test_wrong_use_is_one_line_and_2(
    kg, words: list[str], hint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = kg(*words)
    assert ran.code == 2
    assert ran.err.startswith("kg: ")
    assert ran.err.count("\n") == 1
    assert hint in ran.err
    assert not ran.out
    assert not list(tmp_path.iterdir())


def test_the_default_store_is_the_same_everywhere(
    kg, seeds_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dangbo-store").symlink_to(seeds_store)
    assert kg("validate").code == 0
    assert kg("query", "officials").code == 0
    (tmp_path / "dangbo-store").unlink()
    assert kg("query", "officials").code == 2
    monkeypatch.setenv("DANGBO_STORE", str(seeds_store))
    assert kg("query", "officials").code == 0
    assert kg("explain", "Nghiêm Xuân Cường").code == 0


def test_a_name_cannot_steer_the_terminal(kg, seeds_store: Path) -> None:
    ran = kg("explain", "\x1b[31mred\u202e", "--store", seeds_store)
    assert ran.code == 2
    assert "\x1b" not in ran.err
    assert "\u202e" not in ran.err
