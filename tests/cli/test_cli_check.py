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
    assert "1 contradiction, 1 odd, 2 note\n" in out
    assert "note ·" not in out
    assert kg("check", "--store", seeds_store, "--all").out.count("note ·") == 2


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
