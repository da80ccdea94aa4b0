"""Bodies that articles name under several names: one line of committees, found under each of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import build
from kg.query import run
from kg.store import KgStore, open_store

TOLD = {
    "thi-uy": (
        "2022-03-01",
        "Đồng chí Trần Văn Mẫu, Bí thư Thị ủy Bến Cát, tỉnh Bình Dương chủ trì hội nghị.",
    ),
    "thanh-uy": (
        "2024-08-01",
        "Đồng chí Lê Thị Thử, Phó Bí thư Thành ủy Bến Cát, tỉnh Bình Dương phát biểu."
        " Dự hội nghị có đồng chí Hồ Văn Ví, Ủy viên Ban Thường vụ Thành ủy Bến Cát.",
    ),
    "so": (
        "2024-09-01",
        "Ông Phạm Văn Lẻ, Giám đốc Sở Kế hoạch và Đầu tư tỉnh Bình Dương báo cáo."
        " Bà Ngô Thị Chờ, Chủ tịch UBND tỉnh Bình Dương kết luận.",
    ),
}
PREFIXES = """PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX org: <http://www.w3.org/ns/org#> PREFIX schema: <https://schema.org/> """


@pytest.fixture(scope="module", params=[False, True], ids=["as-told", "reversed"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[KgStore]:
    folder = tmp_path_factory.mktemp("bodies")
    records = [
        json.dumps({"id": name, "title": "Hội nghị", "text": text, "published": date}, ensure_ascii=False)
        for name, (date, text) in TOLD.items()
    ]
    file = folder / "told.jsonl"
    file.write_text("\n".join(reversed(records) if request.param else records), encoding="utf-8")
    assert not build([file], folder / "store", jobs=1).errors
    with open_store(folder / "store", read_only=True) as opened:
        yield opened


def names(store: KgStore, pattern: str) -> set[str]:
    answer = store.query(f"{PREFIXES} SELECT DISTINCT ?name {{ {pattern} }}")
    return {row["name"].value for row in answer}


def test_the_committees_of_a_town_that_became_a_city_are_one(store: KgStore) -> None:
    same = '?town rdfs:label "Thị ủy Bến Cát"@vi ; prov:alternateOf ?city . ?city rdfs:label ?name'
    assert names(store, same) == {"Thành ủy Bến Cát"}


def test_a_question_for_one_name_finds_the_others(store: KgStore) -> None:
    result = run(store, "standing-committee", {"committee": "Thị ủy Bến Cát"})
    people = {row[result.columns.index("person")] for row in result.table()}
    assert people == {"Trần Văn Mẫu", "Lê Thị Thử", "Hồ Văn Ví"}


def test_both_report_to_the_same_committee_and_end_with_the_district(store: KgStore) -> None:
    for label in ("Thị ủy Bến Cát", "Thành ủy Bến Cát"):
        assert names(store, f'?x rdfs:label "{label}"@vi ; org:reportsTo/rdfs:label ?name') == {
            "Tỉnh ủy Bình Dương"
        }
        assert names(store, f'?x rdfs:label "{label}"@vi ; schema:validThrough ?name') == {"2025-06-30"}


def test_a_department_is_part_of_the_people_s_committee_that_articles_name(store: KgStore) -> None:
    part = '?x rdfs:label "Sở Kế hoạch và Đầu tư tỉnh Bình Dương"@vi ; org:subOrganizationOf/rdfs:label ?name'
    assert names(store, part) == {"Ủy ban nhân dân tỉnh Bình Dương"}
    result = run(store, "body-changes", {"body": "Sở Kế hoạch và Đầu tư tỉnh Bình Dương"})
    became = {row[result.columns.index("other")] for row in result.table()}
    assert became == {"Sở Tài chính tỉnh Bình Dương"}


def test_the_order_of_articles_makes_no_difference(store: KgStore, tmp_path: Path) -> None:
    """Both orders meet the same assertions above; the graph itself is the same, too, when made again."""
    lines = sorted(str(quad) for quad in store.quads if "derived.bodies" in str(quad.graph_name))
    folder = tmp_path / "again"
    file = tmp_path / "told.jsonl"
    records = [
        json.dumps({"id": name, "title": "Hội nghị", "text": text, "published": date}, ensure_ascii=False)
        for name, (date, text) in sorted(TOLD.items())
    ]
    file.write_text("\n".join(records), encoding="utf-8")
    build([file], folder, jobs=1)
    with open_store(folder, read_only=True) as again:
        assert sorted(str(q) for q in again.quads if "derived.bodies" in str(q.graph_name)) == lines
