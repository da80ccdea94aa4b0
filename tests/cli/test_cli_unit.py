"""``kg unit``: which unit a name means, for people and for scripts."""

from __future__ import annotations

import json
from pathlib import Path


def test_an_undecided_name_is_explained(kg) -> None:
    ran = kg("unit", "Tân Uyên", "--on", "2022-07-01")
    assert (ran.code, ran.err) == (1, "")
    for said in (
        "Undecided: Tân Uyên can mean 3 of these",
        "thị xã Tân Uyên",
        "in tỉnh Bình Dương; today in thành phố Hồ Chí Minh",
        "2023-04-10 upgraded (725/NQ-UBTVQH15): thị xã Tân Uyên → thành phố Tân Uyên",
        "2025-07-01 abolished",
        "huyện Tân Uyên",
        "--in would decide: Bình Dương | Lai Châu",
        "not yet on 2022-07-01: it began on 2025-07-01",
    ):
        assert said in ran.out


def test_a_decided_name(kg) -> None:
    ran = kg("unit", "phường Quang Trung, Uông Bí")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("phường Quang Trung\n  code 06817")
    assert "1679/NQ-UBTVQH15" in ran.out
    assert "more; --json shows all" in ran.out


def test_options_decide(kg) -> None:
    for words in (
        ("--type", "TX"),
        ("--type", "thi xa"),
        ("--in", "Bình Dương"),
        ("--near", "Dĩ An", "--near", "Bến Cát"),
    ):
        ran = kg("unit", "Tân Uyên", "--on", "2022-07-01", *words, "--json")
        assert ran.code == 0, words
        assert json.loads(ran.out)["decided"] == "legacy/723"


def test_json_has_all(kg) -> None:
    told = json.loads(kg("unit", "tx.tan uyen", "--on", "2022", "--json").out)
    (town,) = [c for c in told["candidates"] if c["key"] == told["decided"]]
    assert town["code"] == "723"
    assert [phase["valid"] for phase in town["phases"]] == [
        "/2013-12-29",
        "2013-12-30/2023-04-09",
        "2023-04-10/2025-06-30",
    ]
    assert {reason["feature"] for reason in town["reasons"]} == {"date", "type", "name"}
    assert round(town["latitude"]) == 11


def test_wrong_use(kg, tmp_path: Path) -> None:
    for words, said in (
        ((), "which unit?"),
        (("Atlantis",), "no unit is or was called so"),
        (("Huế", "--on", "hôm qua"), "not a date"),
        (("Huế", "--type", "kingdom"), "the types are"),
        (("--all",), "belong together"),
        (("Huế", "--out", str(tmp_path / "u.ttl")), "belong together"),
        (("--all", "--out", str(tmp_path / "u.doc")), "suffixes"),
    ):
        ran = kg("unit", *words)
        assert ran.code == 2, words
        assert said in ran.err
        assert ran.err.count("\n") == 1


def test_every_unit_into_a_file(kg, tmp_path: Path) -> None:
    out = tmp_path / "units.csv"
    ran = kg("unit", "--all", "--out", out)
    assert (ran.code, ran.out.strip()) == (0, f"Wrote {out}")
    assert out.read_text(encoding="utf-8").count("\n") > 14_000
