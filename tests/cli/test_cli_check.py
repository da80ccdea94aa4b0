"""``kg check``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


def test_what_the_seeds_contradict_themselves_in(kg, seeds_store: Path) -> None:
    """A plan of 16 targets whose parts are 15, and more second doses than first ones."""
    ran = kg("check", "--store", seeds_store, "--json")
    assert ran.code == 1
    findings = [finding for finding in json.loads(ran.out) if finding["gravity"] != "note"]
    assert [(f["kind"], f["gravity"]) for f in findings] == [("sum", "contradiction"), ("implausible", "odd")]
    passages = [p for f in findings for side in f["sides"] for p in side["passages"]]
    assert {"uong-bi-2023", "tien-yen-cam-pha-2022"} == {p["article"] for p in passages}
    for passage in passages:
        assert passage["quote"] in passage["sentence"]
        assert passage["witness"].endswith(passage["article"])


def test_both_sentences_are_shown(kg, seeds_store: Path) -> None:
    out = kg("check", "--store", seeds_store).out
    assert "«mũi 2 là 99,7%»" in out
    assert "«độ bao phủ mũi 1 là 99,52%»" in out
    assert "tien-yen-cam-pha-2022 (2022-05-24)" in out
    assert "1 contradiction, 1 odd, 3 note\n" in out
    assert "note ·" not in out
    assert kg("check", "--store", seeds_store, "--all").out.count("note ·") == 3


@pytest.mark.parametrize("language", ["vi", "en"])
def test_it_speaks_both_languages(kg, seeds_store: Path, language: str) -> None:
    out = kg("check", "--store", seeds_store, "--language", language).out
    assert ("parts and total" in out) is (language == "en")
    assert ("phần và tổng" in out) is (language == "vi")


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (["--kind", "sum"], ["sum"]),
        (["--kind", "odd"], ["implausible"]),
        (["--kind", "two-holders"], []),
        (["--kind", "two-holders", "--kind", "sum"], ["sum"]),
        (["--unit", "thành phố Uông Bí"], ["sum"]),
        (["--unit", "tỉnh Quảng Ninh"], ["sum", "implausible"]),
        (["--unit", "thành phố Chí Linh"], []),
    ],
)
def test_it_can_be_asked_for_less(kg, seeds_store: Path, words: list[str], kinds: list[str]) -> None:
    ran = kg("check", "--store", seeds_store, "--json", *words)
    found = [finding for finding in json.loads(ran.out) if finding["gravity"] != "note"]
    assert [finding["kind"] for finding in found] == kinds
    assert ran.code == bool(kinds)


@pytest.mark.parametrize(
    ("words", "hint"), [(["--kind", "sums"], "two-values"), (["--unit", "Không Đâu"], "Không Đâu")]
)
def test_wrong_words_are_2(kg, seeds_store: Path, words: list[str], hint: str) -> None:
    ran = kg("check", "--store", seeds_store, *words)
    assert ran.code == 2
    assert hint in ran.err
    assert ran.err.count("\n") == 1


def test_a_dismissed_finding_stays_away_until_it_is_taken_back(
    kg, seeds_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    def listed(*words: str) -> list[str]:
        found = json.loads(kg("check", "--store", seeds_store, "--json", *words).out)
        return [finding["id"] for finding in found if finding["kind"] == "sum"]

    (name,) = listed()
    ran = kg("check", "--store", seeds_store, "--dismiss", name, "--by", "an", "--why", "one\tis hidden")
    assert ran.code == 0
    line = (tmp_path / "judgements.tsv").read_text("utf-8").splitlines()[-1].split("\t")
    assert (line[0], line[1], line[2], line[3], line[5]) == (
        "dismissed",
        f"finding:{name}",
        "sum",
        "an",
        "one is hidden",
    )
    assert listed() == []
    assert listed("--dismissed") == [name]
    assert kg("check", "--store", seeds_store, "--kind", "sum").code == 0
    assert kg("check", "--store", seeds_store, "--undo", name).code == 0
    assert listed() == [name]
    assert kg("check", "--store", seeds_store, "--undo", name).code == 2
    assert kg("check", "--store", seeds_store, "--dismiss", "00000000").code == 2
