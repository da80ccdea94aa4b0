"""``kg body``: what a body was, with no graph or with one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


def test_a_committee_that_ended_with_its_city(kg, tmp_path: Path) -> None:
    ran = kg("body", "Thành ủy Uông Bí", "--on", "2026-01-01", "--store", tmp_path / "none")
    assert (ran.code, ran.err) == (0, "")
    assert "on 2026-01-01: ended" in ran.out
    assert "existed: ? to 2025-06-30" in ran.out
    assert "reports to: Tỉnh ủy Quảng Ninh" in ran.out
    assert "followed by: Đảng ủy phường Yên Tử (2025-07-01, body-follows-unit)" in ran.out
    assert "articles" not in ran.out


def test_a_graph_tells_how_many_articles_name_it(kg, seeds_store: Path) -> None:
    ran = kg("body", "Thành ủy Uông Bí", "--store", seeds_store)
    assert "named in 2 articles" in ran.out
    (told,) = json.loads(kg("body", "Tỉnh ủy Hải Dương", "--json", "--store", seeds_store).out)
    assert told["graph"]["names"] == ["Tỉnh ủy Hải Dương"]


@pytest.mark.parametrize(
    ("name", "on", "existence"),
    [
        ("thanh uy uong bi", "2023", "existed"),
        ("Đảng ủy phường Quang Trung, Uông Bí", "2017", "existed"),
        ("Thành ủy Hải Phòng", "2026", "existed"),
        ("HĐND quận 1", "2022-01-01", "ended"),
        ("Ban Tuyên giáo Trung ương", "2025-02-03", "ended"),
        ("Bộ Kế hoạch và Đầu tư", "2025-03", "ended"),
        ("Ban Tuyên giáo Tỉnh ủy Quảng Ninh", "2025-02-20", "unknown"),
        ("UBND tỉnh Quảng Ninh", "2026", "existed"),
    ],
)
def test_on_a_date(kg, tmp_path: Path, name: str, on: str, existence: str) -> None:
    ran = kg("body", name, "--on", on, "--json", "--store", tmp_path / "none")
    (told,) = json.loads(ran.out)
    assert told["on"] == {"date": on, "existence": existence}


def test_a_town_that_became_a_city_had_two_committees_names(kg, tmp_path: Path) -> None:
    ran = kg("body", "Thị ủy Tân Uyên", "--on", "2022-07-01", "--store", tmp_path / "none")
    assert ran.code == 0
    assert "called: Thị ủy Tân Uyên (" in ran.out
    assert "called: Thành ủy Tân Uyên (2023-04-10/2025-06-30)" in ran.out
    assert "Lai Châu" not in ran.out


def test_a_name_of_many_is_asked_back(kg, tmp_path: Path) -> None:
    ran = kg("body", "Đảng ủy phường Quang Trung", "--store", tmp_path / "none")
    assert ran.code == 2
    assert "legacy/06817" in ran.out
    assert ran.err.startswith("kg: 13 bodies are called Đảng ủy phường Quang Trung; add the unit above")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["Atlantis"], "no body understood"),
        (["Thành ủy Uông Bí", "--on", "some day"], "not a date"),
    ],
)
def test_wrong_use_is_told_in_one_line(kg, words: list[str], says: str) -> None:
    ran = kg("body", *words)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert says in ran.err
