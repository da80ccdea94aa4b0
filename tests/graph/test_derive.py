"""What is computed across articles."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import pyoxigraph as ox
import pytest
from sample import sample
from test_graph import rows

from kg.derive import GRAPHS, derive
from kg.derive.attainments import Value, outcome
from kg.graph import quads
from kg.vocab import Minter


def told(store: ox.Store) -> list[tuple[str, list[str]]]:
    """Every derived graph, each put into the store before the next is made."""
    graphs = []

    def keep(name: str, lines: Iterable[str]) -> None:
        held = list(lines)
        store.remove_graph(ox.NamedNode(name))
        store.bulk_load("".join(held).encode(), ox.RdfFormat.N_QUADS)
        graphs.append((name, held))

    derive(store, keep)
    return graphs


@pytest.fixture
def whole(loaded: ox.Store) -> ox.Store:
    told(loaded)
    return loaded


def test_each_derived_graph_has_its_own_name(loaded: ox.Store) -> None:
    names = [name.rpartition("/")[2] for name, _ in told(loaded)]
    assert names == [f"derived.{name}" for name in GRAPHS]


def test_party_and_state_posts_of_one_person(whole: ox.Store) -> None:
    query = """SELECT ?party ?state { ?a dang:concurrentWith ?b ; opengov:post/rdfs:label ?party .
        ?b opengov:post/rdfs:label ?state . ?a org:organization/a dang:PartyOrganization }"""
    query = query.replace("organization/a dang", "organization/rdf:type dang")
    assert ("bí thư Thành ủy Uông Bí", "chủ tịch Hội đồng nhân dân thành phố Uông Bí") in rows(whole, query)


def test_a_result_is_set_against_its_target(whole: ox.Store) -> None:
    query = "SELECT ?v ?o { ?a a dang:Attainment ; dang:value ?v ; dang:outcome ?o }"
    assert rows(whole, query) == [("109.77", "https://w3id.org/dangbo/vocab/outcome/reached")]


BODIES = "?x rdfs:label ?a ; dang:jurisdiction/dcterms:identifier ?u ."


def test_bodies_report_upwards_to_the_nation(whole: ox.Store) -> None:
    above = dict(rows(whole, "SELECT ?a ?b { ?x org:reportsTo ?y . ?x rdfs:label ?a . ?y rdfs:label ?b }"))
    assert above["Thành ủy Uông Bí"] == "Tỉnh ủy Quảng Ninh"
    assert above["Tỉnh ủy Quảng Ninh"] == "Ban Chấp hành Trung ương Đảng"
    assert above["Hội đồng nhân dân tỉnh Quảng Ninh"] == "Ủy ban Thường vụ Quốc hội"


def test_a_body_that_no_article_names_is_described_and_marked(whole: ox.Store) -> None:
    query = """SELECT ?kind ?rule { ?x rdfs:label "Đảng ủy phường Yên Tử"@vi ; org:classification ?kind .
        ?s dang:states ?x ; dang:rule ?rule ; dang:assertionKind <https://w3id.org/dangbo/vocab/assertion/computed> }"""
    kind = "https://w3id.org/dangbo/vocab/body/grassroots-party-committee"
    assert rows(whole, query) == [(kind, "lifetime-of-unit")]


def test_bodies_end_and_begin_with_their_units(whole: ox.Store) -> None:
    last = rows(whole, f"SELECT ?d {{ {BODIES} ?x schema:validThrough ?d FILTER(?u = 'legacy/196') }}")
    assert set(last) == {("2025-06-30",), ("[2025-02..2025-03]",)}  # the board of propaganda ended before
    first = rows(whole, f"SELECT ?d {{ {BODIES} ?x schema:validFrom ?d FILTER(?u = '2025/06811') }}")
    assert set(first) == {("2025-07-01",)}
    goes_on = rows(whole, f"SELECT ?d {{ {BODIES} ?x schema:validThrough ?d FILTER(?u = 'legacy/22') }}")
    assert goes_on == []


def test_what_became_of_a_committee(whole: ox.Store) -> None:
    query = """SELECT ?a ?day { ?change a dang:BodyChange ; org:originalOrganization ?x ; dcterms:date ?day ;
        org:resultingOrganization ?y . ?x rdfs:label "Thành ủy Uông Bí"@vi . ?y rdfs:label ?a }"""
    assert rows(whole, query.replace(" a dang:", " rdf:type dang:")) == [
        ("Đảng ủy phường Uông Bí", "2025-07-01"),
        ("Đảng ủy phường Vàng Danh", "2025-07-01"),
        ("Đảng ủy phường Yên Tử", "2025-07-01"),
    ]


def test_everything_derived_is_marked_computed(whole: ox.Store) -> None:
    mint = Minter()
    for name in ("tenures", "attainments", "concurrent-posts", "bodies"):
        graph = f"GRAPH <{mint.derived_graph(name)}>"
        kinds = rows(
            whole, f"SELECT DISTINCT ?k {{ {graph} {{ ?s a dang:Statement ; dang:assertionKind ?k }} }}"
        )
        assert kinds == [("https://w3id.org/dangbo/vocab/assertion/computed",)]


def test_deriving_again_changes_nothing(whole: ox.Store) -> None:
    again = ox.Store()
    again.bulk_load("".join(quads(sample())).encode(), ox.RdfFormat.N_QUADS)
    assert told(again) == told(whole)


@pytest.mark.parametrize(
    ("wanted", "reported", "expected"),
    [
        (("=", "100"), ("=", "100"), "reached"),
        ((">=", "100"), ("=", "120"), "reached"),
        ((">", "100"), ("=", "100"), "missed"),
        (("=", "100"), ("=", "90"), "missed"),
        (("=", "100"), (">", "90"), "undecided"),
        (("=", "100"), (">", "100"), "reached"),
        (("=", "100"), ("<", "90"), "missed"),
        (("=", "100"), ("<", "120"), "undecided"),
        (("=", "100"), ("~", "98"), "undecided"),
        (("=", "100"), ("~", "80"), "missed"),
        (("<", "3"), ("=", "2"), "reached"),
        (("<=", "3"), ("=", "4"), "missed"),
        (("<=", "3"), ("<", "3"), "reached"),
        (("<=", "3"), (">", "2"), "undecided"),
    ],
)
def test_outcomes(wanted: tuple[str, str], reported: tuple[str, str], expected: str) -> None:
    target = Value("t", "", wanted[0], Decimal(wanted[1]))
    result = Value("r", "", reported[0], Decimal(reported[1]))
    assert outcome(target, result) == expected
