"""People whose unit went on under its name after a reform are known again; those of another unit are not joined."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg import build, open_graph

QUANG_NINH = "Sáng 5/3, đồng chí {name}, Phó Bí thư Tỉnh ủy Quảng Ninh, dự hội nghị tại tỉnh Quảng Ninh."
BINH_DUONG = "Sáng 5/3, đồng chí {name}, Phó Bí thư Tỉnh ủy Bình Dương, dự hội nghị tại tỉnh Bình Dương."
SAI_GON = "Sáng 5/3, đồng chí {name}, Phó Bí thư Thành ủy TP.HCM, dự hội nghị tại TP.HCM."


Tenures = list[tuple[str, str, str]]


def tenures(folder: Path, *texts: str) -> tuple[int, Tenures]:
    """Build a graph of articles of March 2024 and March 2026; give how many people and which tenures it has."""
    name = "Vũ Quang Thử"
    records = [
        {"id": f"a{year}", "title": "Hội nghị", "text": text.format(name=name), "published": f"{year}-03-06"}
        for year, text in zip((2024, 2026), texts, strict=True)
    ]
    source = folder / "articles.jsonl"
    source.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    build([source], folder / "store")
    asked = """PREFIX dang: <https://w3id.org/dangbo/ontology#> PREFIX org: <http://www.w3.org/ns/org#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT ?body ?first ?last { ?t a dang:Tenure ; org:organization/rdfs:label ?body ;
          dang:firstAttested ?first ; dang:lastAttested ?last } ORDER BY ?body ?first"""
    with open_graph(folder / "store") as graph:
        return graph.summary()["officials"], [(r[0], r[1], r[2]) for r in graph.query(asked).table()]


ANEW = [
    ("Thành ủy thành phố Hồ Chí Minh", "2024-03-06", "2024-03-06"),
    ("Thành ủy thành phố Hồ Chí Minh", "2026-03-06", "2026-03-06"),
]
ELSEWHERE = [
    ("Thành ủy thành phố Hồ Chí Minh", "2026-03-06", "2026-03-06"),
    ("Tỉnh ủy Bình Dương", "2024-03-06", "2024-03-06"),
]
CASES = {
    "a province that went on": (
        (QUANG_NINH, QUANG_NINH),
        1,
        [("Tỉnh ủy Quảng Ninh", "2024-03-06", "2026-03-06")],
    ),
    "a city that took others in has a new committee": ((SAI_GON, SAI_GON), 1, ANEW),
    "a province that was taken in": ((BINH_DUONG, SAI_GON), 2, ELSEWHERE),
}


@pytest.mark.parametrize("name", CASES)
def test_posts_before_and_after(tmp_path: Path, name: str) -> None:
    texts, people, expected = CASES[name]
    assert tenures(tmp_path, *texts) == (people, expected)
