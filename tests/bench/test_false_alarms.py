"""The list of facts that were judged: what is drawn, what is kept, what may stand in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kg import build, open_graph, pipeline
from kg.differences import KEYS
from kg.model import Article
from kg.read import read
from tests.bench.false_alarms import LIST, QUOTED, Fact, drawn, facts_of, known, load, save, shares, tables_of

FACTS = [Fact(f"a{n}", "positions", "verb", f"person P{n}", "quote", "0-5") for n in range(50)]


def test_drawing_again_keeps_the_verdicts_of_what_is_unchanged() -> None:
    first = drawn(FACTS, 10, 7)
    judged = [replace(fact, verdict="right", why="") for fact in first]
    changed = [
        replace(fact, fact="person Q") if fact.key == first[0].key else fact for fact in reversed(FACTS)
    ]
    again = drawn(changed, 10, 7, judged)
    kept = {fact.key for fact in again if fact.verdict}
    assert kept >= {fact.key for fact in first[1:]} - {fact.key for fact in first[-1:]}
    assert all(fact.verdict == "" for fact in again if fact.fact == "person Q")


def test_another_seed_draws_others() -> None:
    assert drawn(FACTS, 10, 7) == drawn(FACTS[::-1], 10, 7)
    assert drawn(FACTS, 10, 7) != drawn(FACTS, 10, 8)


def test_the_list_comes_back_as_it_was_written(tmp_path: Path) -> None:
    facts = [replace(FACTS[0], verdict="half", why='a "quoted"\treason'), FACTS[1]]
    save(facts, tmp_path / "list.tsv")
    assert load(tmp_path / "list.tsv") == facts


REPORT = """Đại hội Đảng bộ huyện Yên Sơn lần thứ XXI

Ngày 12/5/2020, Huyện ủy Yên Sơn tổ chức hội nghị tổng kết công tác xây dựng Đảng tại huyện Yên Sơn.
Huyện ủy Yên Sơn đã ban hành Kế hoạch số 15-KH/HU ngày 2/5/2020 về xây dựng nông thôn mới.
Ông Lê Văn Sao, Phó Bí thư Huyện ủy Yên Sơn, được bầu làm Bí thư Huyện ủy Yên Sơn.
Năm 2019, huyện Yên Sơn thu ngân sách đạt 1.250,5 tỷ đồng. Chủ đề công tác năm 2020: "Kỷ cương, sáng tạo".
"""


def test_an_article_gives_the_rows_of_an_export(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(REPORT, encoding="utf-8")
    build([source], tmp_path / "store")
    with open_graph(tmp_path / "store") as graph:
        exported = set(facts_of(graph.tables()))
    (article,) = (item for item in read([source]) if isinstance(item, Article))
    assert set(facts_of(tables_of(pipeline.facts(article)))) == exported
    assert {fact.table for fact in exported} >= {"positions", "documents", "indicators", "events"}


def test_long_quotes_are_cut() -> None:
    row = {
        "article": "a",
        "rule": "theme",
        "quote": " ".join("abcdefghijklmnopqrstuvwxyz"),
        "start": "1",
        "end": "9",
    }
    (fact,) = facts_of({"themes": [row]})
    assert len(fact.quote.split()) <= QUOTED


def test_shares() -> None:
    facts = [
        replace(fact, verdict=verdict)
        for fact, verdict in zip(FACTS, ("right", "half", "wrong", "right"), strict=False)
    ]
    (positions, everything) = shares([*facts, FACTS[4]])
    assert positions == ("positions", "5", "4", "2", "1", "1", "0.50", "0.15-0.85", "0.75")
    assert everything[1:] == positions[1:]


def test_articles_of_the_gold_files_are_known() -> None:
    assert len(known()) > 100
    assert "vietnews-train-013326" in known()


def test_the_list_of_the_project() -> None:
    facts = load(LIST)
    assert len({fact.key for fact in facts}) == len(facts) == 300
    assert {fact.table for fact in facts} <= set(KEYS)
    assert all(len(fact.quote.split()) <= QUOTED for fact in facts)
    assert all(fact.why for fact in facts if fact.verdict in ("half", "wrong"))
