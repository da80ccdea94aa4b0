"""JSON-LD: short names from the ontology and the shapes, the same quads with every processor."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from conftest import filled, named
from hypothesis import given, settings
from hypothesis import strategies as st
from pyld import jsonld as reference
from rdflib import Dataset
from sample import sample

from kg.export import Export, jsonld
from kg.export.context import Context, terms
from kg.vocab import DANG, DEFAULT_BASE, EDTF, FOAF, OA, ORG, RDFS, SCHEMA, XSD

GRAPH = ox.NamedNode(f"{DEFAULT_BASE}graph/a")
THING = ox.NamedNode(f"{DEFAULT_BASE}tenure/a")


def by_oxigraph(text: str) -> set[ox.Quad]:
    store = ox.Store()
    store.load(text.encode(), ox.RdfFormat.JSON_LD)
    return set(store)


def by_rdflib(text: str) -> set[ox.Quad]:
    dataset = Dataset()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own parser
        dataset.parse(data=text, format="json-ld")
        return _lines(dataset.serialize(format="nquads"))


def by_pyld(text: str) -> set[ox.Quad]:
    return _lines(reference.to_rdf(json.loads(text), {"format": "application/n-quads"}))


def _lines(text: str) -> set[ox.Quad]:
    store = ox.Store()
    store.load(text.encode(), ox.RdfFormat.N_QUADS)
    return set(store)


@pytest.mark.parametrize("read", [by_oxigraph, by_rdflib, by_pyld])
def test_every_processor_reads_the_same_quads(store: ox.Store, read: Any) -> None:
    assert read("".join(jsonld.lines(Export(store)))) == named(store)


def test_another_base_keeps_the_iris(articles: list[Any]) -> None:
    """A base that ends in # can't be left out of an IRI."""
    store = ox.Store()
    for quad in named(filled(articles[:1])):
        store.add(ox.Quad(*map(_moved, (quad.subject, quad.predicate, quad.object, quad.graph_name))))
    text = "".join(jsonld.lines(Export(store, "https://data.example/graph#")))
    assert "@base" not in json.loads(text)["@context"]
    assert by_oxigraph(text) == by_pyld(text) == set(store)


def _moved(term: Any) -> Any:
    if isinstance(term, ox.NamedNode) and term.value.startswith(DEFAULT_BASE):
        return ox.NamedNode("https://data.example/graph#" + term.value.removeprefix(DEFAULT_BASE))
    return term


def one(predicate: str, *values: Any) -> dict[str, Any]:
    """The node of a thing of which this is said."""
    store = ox.Store()
    for value in values:
        store.add(ox.Quad(THING, ox.NamedNode(predicate), value, GRAPH))
    text = "".join(jsonld.lines(Export(store)))
    assert by_oxigraph(text) == by_rdflib(text) == by_pyld(text) == set(store)
    node: dict[str, Any] = json.loads(text)["@graph"][0]["@graph"][0]
    assert node.pop("id") == "tenure/a"
    return node


def words(text: str, language: str | None = "vi") -> ox.Literal:
    return ox.Literal(text, language=language)


def typed(text: str, datatype: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(datatype))


PERSON = ox.NamedNode(f"{DEFAULT_BASE}person/an_1")
OTHER = ox.NamedNode("https://elsewhere.example/a?b=1")


@pytest.mark.parametrize(
    ("predicate", "values", "expected"),
    [
        (ORG.member, [PERSON], {"member": "person/an_1"}),
        (ORG.member, [OTHER], {"member": OTHER.value}),
        (DANG.jurisdiction, [PERSON], {"jurisdiction": ["person/an_1"]}),
        (DANG.beginNotBefore, [typed("2020-01-02", XSD.date)], {"beginNotBefore": "2020-01-02"}),
        (DANG.asOf, [typed("2020-01", EDTF)], {"asOf": {"@value": "2020-01", "type": "EDTF"}}),
        (OA.start, [typed("12", XSD.integer)], {"start": 12}),
        (OA.start, [typed("012", XSD.integer)], {"start": 12}),
        (OA.start, [typed("9" * 30, XSD.integer)], {"start": "9" * 30}),
        (OA.start, [typed("-7", XSD.integer)], {"start": -7}),
        (OA.start, [words("12", None)], {"start": {"@value": "12"}}),
        (DANG.value, [typed("1.50", XSD.decimal)], {"value": "1.5"}),
        (DANG.acting, [typed("true", XSD.boolean)], {"acting": True}),
        (RDFS.label, [words("Đảng bộ")], {"label": {"vi": "Đảng bộ"}}),
        (RDFS.label, [words("a"), words("b")], {"label": {"vi": ["a", "b"]}}),
        (RDFS.label, [words("a"), words("a", "en"), words("c", None)], {"label": {"vi": "a", "en": "a", "@none": "c"}}),
        (RDFS.label, [typed("1", XSD.integer)], {"label": [{"@value": "1", "type": "xsd:integer"}]}),
        (FOAF.name, [words("Lê Văn An", None)], {"foaf:name": "Lê Văn An"}),
        (SCHEMA.name, [words("Uông Bí")], {"schema:name": {"vi": "Uông Bí"}}),
        ("https://elsewhere.example/says", [words("a", None)], {"https://elsewhere.example/says": "a"}),
        ("https://elsewhere.example/says", [PERSON], {"https://elsewhere.example/says": {"id": "person/an_1"}}),
    ],
)
def test_values_are_short_and_come_back(predicate: str, values: list[Any], expected: dict[str, Any]) -> None:
    assert one(predicate, *values) == expected


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from([OA.start, DANG.value, DANG.acting, DANG.asOf, DANG.beginNotBefore, RDFS.label, FOAF.name]),
    st.lists(
        st.tuples(
            st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12),
            st.sampled_from([XSD.string, XSD.integer, XSD.boolean, XSD.decimal, XSD.date, EDTF, "vi", "en"]),
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_any_value_of_any_property_comes_back(predicate: str, values: list[tuple[str, str]]) -> None:
    store = ox.Store()
    for text, kind in values:
        value = words(text, kind) if len(kind) == 2 else typed(text, kind)
        store.add(ox.Quad(THING, ox.NamedNode(predicate), value, GRAPH))
    document = "".join(jsonld.lines(Export(store)))
    assert by_oxigraph(document) == by_pyld(document) == set(store)


def test_all_that_the_ontology_has_is_named() -> None:
    """Whatever the graph says of a fact is said by a short name, dates and things without their types."""
    names = {iri: term.name for iri, term in terms().properties.items()}
    ontology = ox.Store()
    root = Path(__file__).parents[2]
    ontology.load((root / "ontology" / "dang.ttl").read_bytes(), ox.RdfFormat.TURTLE)
    own = {q.subject.value for q in ontology if q.predicate.value.endswith("#type")}  # type: ignore[union-attr]
    properties = {iri for iri in own if iri.startswith(DANG.base) and iri.partition("#")[2][:1].islower()}
    assert {names.get(iri) for iri in properties} >= {iri.partition("#")[2] for iri in properties} - {
        "indicatorStructure",
        "bodyKind",
    }
    assert len(set(names.values())) == len(names)
    assert not set(names.values()) & set(terms().classes.values())


def test_a_few_nodes_carry_only_the_names_that_they_use() -> None:
    context = Context(DEFAULT_BASE)
    context.node(THING.value, [(ORG.member, [PERSON]), (FOAF.name, [words("An", None)])])
    told = context.document(whole=False)
    assert set(told) == {"@version", "@base", "id", "type", "member", "foaf", "foaf:name"}


def test_the_sample_is_written_in_short_names() -> None:
    document = json.loads("".join(jsonld.lines(Export(filled([sample()])))))
    keys = {key for graph in document["@graph"] for node in graph["@graph"] for key in node}
    allowed = {"foaf:name", "schema:name", "eli:amends", "dcterms:source", "dcterms:isPartOf", "eli:based_on", "skos:altLabel"}
    assert {key for key in keys if ":" in key} <= allowed
