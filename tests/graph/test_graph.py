"""The graph of one article: its shape, its golden, its evidence."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic, to_canonical_graph
from sample import sample, undated

from kg.export import export
from kg.graph import quads, rdflib_dataset, split_theme
from kg.model import Facts
from kg.timespan import period_bounds
from kg.vocab import PREFIXES, Minter
from tests.reading import facts as read_facts

GOLDEN = Path(__file__).with_name("golden.trig")
HEADER = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in Minter().prefixes().items())


def rows(store: ox.Store, query: str) -> list[tuple[str, ...]]:
    answer = store.query(HEADER + query, use_default_graph_as_union=True)
    assert isinstance(answer, ox.QuerySolutions)
    names = answer.variables
    return sorted(tuple(str(getattr(row[n], "value", None)) for n in names) for row in answer)


def read(path: Path) -> Dataset:
    return rdflib_dataset(f"{quad} .\n" for quad in ox.parse(path.read_bytes(), ox.RdfFormat.TRIG))


def union(dataset: Dataset) -> Graph:
    graph = Graph()
    for subject, predicate, object_, _ in dataset.quads():
        graph.add((subject, predicate, object_))
    return graph


def test_golden(loaded: ox.Store, tmp_path: Path, update: bool) -> None:
    if update:
        export(loaded, "trig", GOLDEN)
    export(loaded, "trig", tmp_path / "now.trig")
    expected, got = union(read(GOLDEN)), union(read(tmp_path / "now.trig"))
    assert isomorphic(expected, got), sorted(
        set(to_canonical_graph(got)) ^ set(to_canonical_graph(expected))
    )[:5]


def test_one_graph_and_no_blank_nodes(loaded: ox.Store) -> None:
    assert [g.value for g in loaded.named_graphs()] == [Minter().graph("sample")]
    for quad in loaded:
        assert isinstance(quad.subject, ox.NamedNode)
        assert not isinstance(quad.object, ox.BlankNode)


def test_lines_are_what_the_store_gives_back(lines: list[str], loaded: ox.Store) -> None:
    assert len(lines) == len(set(lines)) == len(loaded)
    assert {f"{q.subject} {q.predicate} {q.object} {q.graph_name}" for q in loaded} == {
        f"{q.subject} {q.predicate} {q.object} {q.graph_name}"
        for q in ox.parse("".join(lines), ox.RdfFormat.N_QUADS)
    }


def test_every_claim_has_a_statement_with_its_quote(facts: Facts, loaded: ox.Store) -> None:
    found = rows(
        loaded,
        """SELECT ?start ?end ?quote ?rule WHERE { ?s a dang:Statement ; dang:rule ?rule ; dang:evidence ?e .
        ?e oa:hasSource article:sample ; oa:hasSelector ?p, ?q . ?p oa:start ?start ; oa:end ?end .
        ?q oa:exact ?quote }""",
    )
    claims = Counter(
        (str(c.evidence.start), str(c.evidence.end), c.evidence.quote, c.rule) for c in facts.claims()
    )
    assert Counter(found) == claims
    for start, end, quote, _ in found:
        assert facts.text.content[int(start) : int(end)] == quote


def test_prefix_and_suffix_surround_the_quote(facts: Facts, loaded: ox.Store) -> None:
    query = "SELECT ?a ?b ?c WHERE { ?q oa:prefix ?a ; oa:exact ?b ; oa:suffix ?c }"
    for before, exact, after in rows(loaded, query):
        assert before + exact + after in facts.text.content


def test_the_same_number_in_two_terms_is_two_documents(loaded: ox.Store) -> None:
    query = """SELECT ?date ?term WHERE { ?d eli:number "06-NQ/TU" ; eli:date_document ?date ;
        dang:committeeTerm/rdfs:label ?term }"""
    assert rows(loaded, query) == [("2016-12-08", "2015-2020"), ("2022-12-02", "2020-2025")]


def test_a_theme_takes_the_document_of_its_own_term(loaded: ox.Store) -> None:
    assert rows(loaded, "SELECT ?date { ?t dang:setBy/eli:date_document ?date }") == [("2022-12-02",)]


def test_inferred_units_name_their_rule_and_body(loaded: ox.Store) -> None:
    query = """SELECT DISTINCT ?label ?rule WHERE { ?s dang:assertionKind c-assertion:inferred ;
        dang:inferenceRule ?rule ; dang:completed/rdfs:label ?label }"""
    assert ("Tỉnh ủy Quảng Ninh", "province-of-city") in rows(loaded, query)
    assert ("Đảng ủy", "undecided") in rows(loaded, query)


def test_undecided_units_stay_candidates(loaded: ox.Store) -> None:
    query = "SELECT ?unit WHERE { ?o a dang:Body ; dang:candidate/dcterms:identifier ?unit }"
    assert rows(loaded, query) == [("legacy/06817",), ("legacy/11329",)]


def test_parts_point_to_their_total(loaded: ox.Store) -> None:
    assert rows(loaded, "SELECT ?part ?total { ?p dang:value ?part ; dang:partOf/dang:value ?total }") == [
        ("6", "16")
    ]


def test_an_article_without_date_has_bounds() -> None:
    text = "".join(quads(undated()))
    assert '"2022-12-02/2023"^^<http://id.loc.gov/datatypes/edtf>' in text
    assert "datePublished" not in text


def test_caption_evidence_is_marked(loaded: ox.Store) -> None:
    query = "SELECT ?quote { ?e dang:inCaption true ; oa:hasSelector/oa:exact ?quote }"
    assert rows(loaded, query) == [("Ngô Văn Ví nguyên là giám đốc",)]


def test_shared_elements_are_shared_concepts() -> None:
    store = ox.Store()
    for facts in (sample(), sample("other")):
        theme = replace(facts.themes[0], period="2022" if facts.article.id == "other" else "2023")
        data = "".join(quads(replace(facts, themes=(theme,))))
        store.bulk_load(data.encode(), ox.RdfFormat.N_QUADS)
    query = """SELECT DISTINCT ?label {
        ?a dang:element ?e . ?b dang:element ?e . ?e skos:prefLabel ?label FILTER(?a != ?b) }"""
    assert len(rows(store, query)) == 2


def test_rdflib_users_get_a_dataset(lines: list[str]) -> None:
    dataset = rdflib_dataset(lines)
    assert len(dataset) == len(lines)
    assert dict(dataset.namespaces())["dang"].toPython() == PREFIXES["dang"]


def test_same_lines_under_any_hash_seed() -> None:
    code = "from sample import sample; from kg.graph import quads; import hashlib\n"
    code += "print(hashlib.sha256(''.join(quads(sample())).encode()).hexdigest())"
    root = Path(__file__).parents[2]
    seen = set()
    for seed in ("1", "2"):
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": f"{Path(__file__).parent}:{root}"}
        run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
        seen.add(run.stdout)
    assert len(seen) == 1


@pytest.mark.parametrize(
    ("notation", "bounds"),
    [
        ("2022", ("2022-01-01", "2022-12-31")),
        ("2020-2025", ("2020-01-01", "2025-12-31")),
        ("2022-H1", ("2022-01-01", "2022-06-30")),
        ("2022-Q4", ("2022-10-01", "2022-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2022-01/2022-04", ("2022-01-01", "2022-04-30")),
        ("2022-05-24", ("2022-05-24", "2022-05-24")),
        ("2022-02-30", None),
        ("2022-13", None),
        ("2025-2020", None),
        ("0000", None),
        ("soon", None),
        ("", None),
    ],
)
def test_period_bounds(notation: str, bounds: tuple[str, str] | None) -> None:
    assert period_bounds(notation) == bounds


def test_split_theme() -> None:
    assert split_theme("A b; c;  d ;") == ("A b", "c", "d")


def test_values_are_plain_decimals(facts: Facts) -> None:
    claim = replace(facts.indicators[0], value=Decimal("1E+3"))
    text = "".join(quads(replace(facts, indicators=(claim,))))
    assert '"1000"^^<http://www.w3.org/2001/XMLSchema#decimal>' in text


@pytest.mark.parametrize(
    "text",
    [
        "Sáng 5/1/2023, Tỉnh ủy Thừa Thiên Huế họp tại thành phố Huế. Ông Lê Văn An, Bí thư Tỉnh ủy Thừa Thiên Huế, chủ trì.",
        "Ông Lê Văn An, Phó Công an Tĩnh Gia, và ông Trần Văn Bình, Bí thư Thị ủy Nghi Sơn, cùng dự họp sáng 5/1/2023.",
        "Sáng 5/1/2023, ông Lê Văn An, Bí thư Huyện ủy Tĩnh Gia, họp với Thị ủy Nghi Sơn.",
    ],
)
def test_a_unit_that_texts_call_otherwise_keeps_its_one_name(text: str) -> None:
    found = read_facts(text)
    names: dict[str, set[str]] = {}
    for line in quads(found):
        subject, predicate, rest = line.split(" ", 2)
        if predicate == "<https://schema.org/name>" and "/unit/" in subject:
            names.setdefault(subject, set()).add(rest)
    assert names
    assert all(len(told) == 1 for told in names.values())


def test_a_unit_of_which_only_the_type_is_told_has_no_name() -> None:
    found = read_facts("Ông Lê Văn An, 55 tuổi, nguyên Trưởng phòng Nông nghiệp và Phát triển nông thôn huyện, cho biết.")
    units = [line for line in quads(found) if "/unit/" in line.split(" ", 1)[0]]
    assert any("unit-type/district" in line for line in units)
    assert not any("schema.org/name" in line for line in units)
