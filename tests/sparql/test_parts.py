"""The parts of the endpoint apart from HTTP: negotiation, results, the dataset of a query."""

from __future__ import annotations

import io
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sparql.dataset import named
from kg.sparql.formats import TABLES
from kg.sparql.media import choose
from kg.sparql.rows import csv_rows, json_rows, tsv_rows, xml_rows

OFFERS = ["text/turtle", "application/n-triples", "text/csv"]

NEGOTIATED = [
    ("", "text/turtle"),
    ("*/*", "text/turtle"),
    ("text/csv", "text/csv"),
    ("TEXT/CSV", "text/csv"),
    ("text/csv;q=0.5, application/n-triples", "application/n-triples"),
    ("text/*;q=0.5, text/csv;q=0.9", "text/csv"),
    ("text/*, text/turtle;q=0.1", "text/csv"),
    ("*/*;q=0.1, text/csv", "text/csv"),
    ("*/*, text/turtle;q=0", "application/n-triples"),
    ("*/*, text/csv", "text/csv"),
    ("*/*, text/*", "text/turtle"),
    ("text/*;q=0.5, */*;q=0.5", "text/turtle"),
    ("text/turtle;charset=utf-8;q=0.2, text/csv;q=0.3", "text/csv"),
    ("text/csv; q = 0.4, application/n-triples;q=0.3", "text/csv"),
    ("image/png", None),
    ("text/turtle;q=0", None),
    ("text/turtle;q=2", None),
    ("text/turtle;q=x", None),
    ("nonsense", None),
]


@pytest.mark.parametrize(("accept", "expected"), NEGOTIATED)
def test_negotiation(accept: str, expected: str | None) -> None:
    assert choose(accept, OFFERS) == expected


@given(st.text(max_size=200))
def test_no_header_breaks_it(accept: str) -> None:
    assert choose(accept, OFFERS) in (*OFFERS, None)


A, B = "http://a/", "http://b/"
DATASETS = [
    ("ASK {}", ((), ())),
    ("SELECT * FROM <http://a/> { ?s ?p ?o }", ((A,), ())),
    ("SELECT * FROM <http://a/> FROM <http://b/> { ?s ?p ?o }", ((A, B), ())),
    ("SELECT * FROM <http://a/> FROM NAMED <http://b/> WHERE { ?s ?p ?o }", ((A,), (B,))),
    ("PREFIX x: <http://a/> SELECT * from x: from named x:y { ?s ?p ?o }", ((A,), ("http://a/y",))),
    ("SELECT * FROM known:z { ?s ?p ?o }", (("http://k/z",), ())),
    ("SELECT * FROM # FROM <http://b/>\n <http://a/> { ?s ?p ?o }", ((A,), ())),
    ("SELECT ?from { ?from ?p 'FROM <http://a/>' }", ((), ())),
    (
        'SELECT * { ?s ?p """ " FROM <http://a/> """ , \'FROM <http://a/>\', "\\" FROM <http://a/>" }',
        ((), ()),
    ),
    ("SELECT * { ?s <http://x/FROM> ?o . ?o known:FROM ?x }", ((), ())),
    ("SELECT * { ?s ?p 'x'@from . FILTER(?a<1 && 2>?b) }", ((), ())),
]


@pytest.mark.parametrize(("query", "expected"), DATASETS)
def test_the_dataset_of_a_query(query: str, expected: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    ox.Store().query(query, prefixes={"known": "http://k/"})  # it is SPARQL
    assert named(query, {"known": "http://k/"}) == expected


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
iris = st.builds(lambda local: ox.NamedNode(f"http://example.org/{local}"), st.text("abcé&-", max_size=5))
literals = st.one_of(
    texts.map(ox.Literal),
    st.builds(
        lambda text, language: ox.Literal(text, language=language), texts, st.sampled_from(["vi", "en-gb"])
    ),
    st.integers().map(ox.Literal),
    st.builds(lambda text, kind: ox.Literal(text, datatype=kind), texts, iris),
)
terms = st.one_of(st.none(), iris, st.builds(ox.BlankNode), literals)


@given(st.lists(st.tuples(terms, terms), max_size=6))
def test_rows_are_read_back_as_they_were(rows: list[tuple[object, object]]) -> None:
    """Oxigraph's own readers find the same rows."""
    for write, format_ in ((json_rows, ox.QueryResultsFormat.JSON), (tsv_rows, ox.QueryResultsFormat.TSV)):
        read = ox.parse_query_results("".join(write(["a", "b"], rows)).encode(), format_)
        assert isinstance(read, ox.QuerySolutions)
        assert [(row["a"], row["b"]) for row in read] == rows


@given(st.lists(st.tuples(terms, terms), max_size=6))
def test_xml_is_read_back_by_python(rows: list[tuple[object, object]]) -> None:
    """Oxigraph's reader drops a literal of spaces; XML itself can't hold every character."""
    document = ElementTree.fromstring("".join(xml_rows(["a", "b"], rows)))
    space = "{http://www.w3.org/2005/sparql-results#}"
    for result, row in zip(document.iter(f"{space}result"), rows, strict=True):
        found = {binding.get("name"): binding[0] for binding in result}
        for name, term in zip("ab", row, strict=True):
            assert (term is None) == (name not in found)
            if isinstance(term, ox.Literal):
                assert (found[name].text or "") == "".join(map(_held, term.value))
                assert found[name].get("{http://www.w3.org/XML/1998/namespace}lang") == term.language
            elif term is not None:
                assert found[name].text == term.value


def _held(char: str) -> str:
    return char if char in "\t\n\r" or " " <= char < "\ufffe" or char > "\uffff" else "\ufffd"


@given(st.lists(st.tuples(texts, texts), max_size=6))
def test_csv_is_read_back_by_python(rows: list[tuple[str, str]]) -> None:
    import csv

    written = "".join(csv_rows(["a", "b"], [tuple(map(ox.Literal, row)) for row in rows]))
    if "\0" not in written:
        assert list(csv.reader(io.StringIO(written, newline=""))) == [["a", "b"], *map(list, rows)]


def test_rows_are_those_of_the_engine() -> None:
    """Byte for byte, for what both can write."""
    query = 'SELECT * { VALUES (?a ?b) { (<http://x/é> "một\\ttab") ("hai"@vi 3) (UNDEF true) ("4"^^<http://x/t> "\\"q\\", \\n") } }'
    engine = {
        "application/sparql-results+json": ox.QueryResultsFormat.JSON,
        "text/csv": ox.QueryResultsFormat.CSV,
        "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    }
    for media, format_ in engine.items():
        found = ox.Store().query(query)
        assert isinstance(found, ox.QuerySolutions)
        names = [variable.value for variable in found.variables]
        ours = "".join(TABLES[media](names, found))
        assert ours.encode() == ox.Store().query(query).serialize(format=format_), media
