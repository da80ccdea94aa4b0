"""The query module by itself: files, parameters, refusals, and results as text."""

from __future__ import annotations

import csv
import json
import socket
import threading
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.query import Parameter, Query, Result, check, load, queries, run
from kg.store import open_store

DANG = "https://w3id.org/dangbo/ontology#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA = "https://schema.org/"
BASE = "https://w3id.org/dangbo/id/"

DATA = f"""
@prefix dang: <{DANG}> . @prefix rdfs: <{RDFS}> . @prefix schema: <{SCHEMA}> .
@prefix unit: <{BASE}unit/> . @prefix organization: <{BASE}organization/> .
unit:a {{
  unit:1 a dang:AdministrativeUnit ; rdfs:label "thành phố Uông Bí"@vi ; schema:name "Uông Bí"@vi .
  unit:2 a dang:AdministrativeUnit ; rdfs:label "thị xã Tân Uyên"@vi ; schema:name "Tân Uyên"@vi ;
    schema:containedInPlace unit:4 .
  unit:3 a dang:AdministrativeUnit ; rdfs:label "huyện Tân Uyên"@vi ; schema:name "Tân Uyên"@vi .
  unit:4 a dang:AdministrativeUnit ; rdfs:label "tỉnh Bình Dương"@vi ; schema:name "Bình Dương"@vi .
  organization:1 a dang:Body ; rdfs:label "Ủy ban nhân dân thành phố Uông Bí"@vi .
  organization:2 a dang:Body ; rdfs:label "Ban Thường vụ Thành ủy Uông Bí"@vi .
}}
"""

UNITS = """# title: Units
# question-vi: Đơn vị nào?
# question-en: Which unit?
# param: unit unit (optional) a unit
# param-vi: unit một đơn vị
# param: body organization (optional) a body
# param: on date (optional) a date
# param: kind one-of:a|b (default=a) a kind
# param: n integer (optional) a number
# param: words text (optional) some words
# example: kg query units
SELECT DISTINCT ?unit ?body ?on ?kind ?n ?words WHERE {
  # bind ?unit
  # bind ?body
  # bind ?on
  # bind ?kind
  # bind ?n
  # bind ?words
}
"""


@pytest.fixture
def store() -> ox.Store:
    store = ox.Store()
    store.load(DATA.encode(), ox.RdfFormat.TRIG)
    return store


@pytest.fixture
def units(tmp_path: Path) -> Query:
    path = tmp_path / "units.rq"
    path.write_text(UNITS, encoding="utf-8")
    return load(path)


def answers(store: ox.Store, query: Query, column: str, **params: str) -> list[str]:
    result = run(store, query, params)
    place = result.columns.index(column)
    return sorted(row[place] for row in result.table())


def message_of(action: Callable[[], object]) -> str:
    """The message of the QueryError that an action raises, or nothing."""
    try:
        action()
    except QueryError as error:
        return str(error)
    return ""


# -- loading -------------------------------------------------------------------------------------------------


def test_header_is_read(units: Query) -> None:
    assert (units.name, units.title, units.question_vi, units.question_en) == (
        "units",
        "Units",
        "Đơn vị nào?",
        "Which unit?",
    )
    assert units.examples == ("kg query units",)
    assert units.parameters[0] == Parameter("unit", "unit", False, None, "a unit", "một đơn vị")
    assert units.parameters[3] == Parameter("kind", "one-of:a|b", False, "a", "a kind")


def test_load_takes_names_files_and_text(tmp_path: Path) -> None:
    assert load("secretaries") is queries()["secretaries"]
    assert load("ASK {}").name == ""
    path = tmp_path / "my query.rq"
    path.write_text("ASK { ?s ?p ?o }", encoding="utf-8")
    assert load(path).name == "my query"
    assert load(str(path)).text == "ASK { ?s ?p ?o }"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("secretery", "did you mean secretaries"),
        ("theme", "did you mean theme"),
        ("xyzzy", "no query of that name and no such file; `kg query` lists them"),
        ("", "no query of that name"),
        ("x" * 5000, "no query of that name"),
        ("a\x00b", "no query of that name"),
        ("SELECT nothing", "not a SPARQL 1.1 query: error at 1:"),
        ("# param: x unit\nASK {}", "can't read `# param: x unit`"),
        ("# param: x colour (required) a colour\nASK {}", "can't read `# param: x colour"),
    ],
)
def test_load_refuses_in_one_line(source: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        load(source)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400


def test_unreadable_files(tmp_path: Path) -> None:
    latin = tmp_path / "latin.rq"
    latin.write_bytes(b"ASK {} # \xff")
    with pytest.raises(QueryError, match=r"latin\.rq: can't be read as UTF-8"):
        load(latin)
    large = tmp_path / "large.rq"
    large.write_bytes(b"#" * 1_000_001)
    with pytest.raises(QueryError, match="larger than a query can be"):
        load(large)


# -- refusing ------------------------------------------------------------------------------------------------

REFUSED = [
    "SELECT * WHERE { SERVICE <http://127.0.0.1:9/x> { ?s ?p ?o } }",
    "SELECT * WHERE { service silent <http://127.0.0.1:9/x> { ?s ?p ?o } }",
    "SELECT * WHERE { SERVICE ?where { ?s ?p ?o } }",
    "ASK { { SELECT * WHERE { ?s ?p ?o . SERVICE <http://127.0.0.1:9/x> { ?s ?p ?o } } } }",
    "SELECT * WHERE { FILTER(1<2)SERVICE#>\n<http://127.0.0.1:9/x>{?s ?p ?o} }",
    "SELECT * WHERE { ?s ?p '\\'' . SERVICE <http://127.0.0.1:9/x> { ?s ?p '' } }",
    'SELECT * WHERE { ?s ?p "service" . SERVICE <http://127.0.0.1:9/service> { ?s ?p ?service } }',
    "SELECT * WHERE { FILTER EXISTS { SERVICE <http://127.0.0.1:9/x> { ?s ?p ?o } } }",
    "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { SERVICE <http://127.0.0.1:9/x> { ?s ?p ?o } } }",
    "SELECT * WHERE { \\u0053ERVICE <http://127.0.0.1:9/x> { ?s ?p ?o } }",
]
UPDATES = [
    "INSERT DATA { <x:s> <x:p> <x:o> }",
    "LOAD <http://127.0.0.1:9/x>",
    "# a comment\nPREFIX x: <x:> BASE <x:y>\n  delete where { ?s ?p ?o }",
    "CLEAR ALL",
    "DROP GRAPH <x:g>",
    "WITH <x:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
]


@pytest.mark.parametrize("sparql", REFUSED)
def test_service_is_refused(sparql: str) -> None:
    with pytest.raises(QueryError, match=r"SERVICE is refused|not a SPARQL"):
        check(sparql)


@pytest.mark.parametrize("sparql", UPDATES)
def test_updates_are_refused(sparql: str) -> None:
    with pytest.raises(QueryError, match="is refused: queries only read"):
        check(sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        'SELECT * WHERE { ?service ?p "SERVICE <http://x> { }" }',
        "SELECT * WHERE { ?s <http://example.org/service> ?o } # SERVICE",
        "PREFIX service: <x:> ASK { ?s service:load service:service }",
        "SELECT * FROM <http://127.0.0.1:9/g> WHERE { ?s ?p ?o }",
        "DESCRIBE <x:load>",
        "SELECT * WHERE { ?s ?p 'INSERT DATA' }",
    ],
)
def test_words_are_no_calls(sparql: str) -> None:
    check(sparql)


@pytest.fixture
def listener() -> Iterator[tuple[int, list[bytes]]]:
    """A port that notes who connects."""
    met: list[bytes] = []
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.2)
    stop = threading.Event()

    def listen() -> None:
        while not stop.is_set():
            try:
                connection, _ = server.accept()
            except TimeoutError:
                continue
            with connection:
                met.append(b"met")

    thread = threading.Thread(target=listen)
    thread.start()
    yield server.getsockname()[1], met
    stop.set()
    thread.join()
    server.close()


def test_no_query_opens_a_connection(store: ox.Store, listener: tuple[int, list[bytes]]) -> None:
    port, met = listener
    for sparql in (*REFUSED, *UPDATES, "SELECT * FROM <http://127.0.0.1:9/> WHERE { ?s ?p ?o }"):
        text = sparql.replace("127.0.0.1:9", f"127.0.0.1:{port}")
        try:
            run(store, text)
        except QueryError:
            continue
    assert met == []


@given(st.text(max_size=60))
def test_any_text_is_taken_or_refused_in_one_line(text: str) -> None:
    assert "\n" not in message_of(lambda: check(text))


# -- parameters ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("Uông Bí", ["unit:1"]),
        ("uong bi", ["unit:1"]),
        ("THÀNH PHỐ UÔNG BÍ", ["unit:1"]),
        ("TP.Uông Bí", ["unit:1"]),
        ("tp uong bi", ["unit:1"]),
        ("Tân Uyên", ["unit:2", "unit:3"]),
        ("TX Tân Uyên", ["unit:2"]),
        ("h. Tân Uyên", ["unit:3"]),
        ("Tân Uyên, Bình Dương", ["unit:2"]),
        ("unit:3", ["unit:3"]),
        (f"{BASE}unit/3", ["unit:3"]),
        (f"<{BASE}unit/3>", ["unit:3"]),
    ],
)
def test_units_are_found_as_people_write_them(
    store: ox.Store, units: Query, wanted: str, found: list[str]
) -> None:
    assert answers(store, units, "unit", unit=wanted) == found


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("UBND TP Uông Bí", ["organization:1"]),
        ("BTV Thành ủy Uông Bí", ["organization:2"]),
        ("Thành ủy", ["organization:2"]),
        ("uong bi", ["organization:1", "organization:2"]),
    ],
)
def test_bodies_are_found_by_initials_and_parts(
    store: ox.Store, units: Query, wanted: str, found: list[str]
) -> None:
    assert answers(store, units, "body", body=wanted) == found


@pytest.mark.parametrize(
    "wanted",
    [
        "Uong By",
        "?unit } INSERT DATA {",
        '" . ?s ?p ?o . "',
        "unit:99",
        "nothing:1",
        "http://example.org/x",
        "Bí",
        ",",
        "…",
        "Tân Uyên, Hà Nội",
    ],
)
def test_names_that_are_not_there(store: ox.Store, units: Query, wanted: str) -> None:
    result = run(store, units, {"unit": wanted})
    assert result.rows == ()
    assert [note[:31] for note in result.notes] == ["no unit in the graph is named " + wanted[0]]


def test_near_names_are_offered(store: ox.Store, units: Query) -> None:
    (note,) = run(store, units, {"unit": "Uong By"}).notes
    assert note == "no unit in the graph is named Uong By; near: Uông Bí"


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"colour": "red"}, "no parameter colour; it takes --unit, --body"),
        ({"on": "16/5/2023"}, "--on 16/5/2023: give a date such as"),
        ({"on": "2023-02-30"}, "give a date such as"),
        ({"on": '2023" . ?s ?p "'}, "give a date such as"),
        ({"kind": "c"}, "--kind c: give a, b"),
        ({"n": "1.5"}, "give a whole number"),
        ({"words": "a\nb"}, "give a text without control characters"),
        ({"unit": "x" * 1000}, "longer than a name"),
    ],
)
def test_values_of_the_wrong_form(
    store: ox.Store, units: Query, params: dict[str, str], message: str
) -> None:
    with pytest.raises(QueryError) as caught:
        run(store, units, params)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=40))
def test_texts_come_back_as_they_went_in(words: str) -> None:
    query = load(
        "# param: words text (required) some words\nSELECT ?words WHERE {\n  # bind ?words\n} ORDER BY ?words"
    )
    found: list[Result] = []
    message = message_of(lambda: found.append(run(ox.Store(), query, {"words": words})))
    assert not message or "control characters" in message or "missing" in message
    for result in found:
        assert result.rows == ((ox.Literal(words.strip()),),)


def test_defaults_and_missing_values(store: ox.Store, units: Query) -> None:
    assert answers(store, units, "kind") == ["a"]
    assert answers(store, units, "kind", kind="b") == ["b"]
    assert answers(store, units, "n", n="-7") == ["-7"]
    with pytest.raises(QueryError, match=r"^secretaries: --unit is missing: "):
        run(store, "secretaries")
    with pytest.raises(QueryError, match=r"^secretaries: --unit is missing: "):
        run(store, "secretaries", {"unit": " "})


WHEN = """# param: body organization (optional) a body
# param: kind one-of:a|b (optional) a kind
SELECT ?x WHERE {
  # bind ?body
  # bind ?kind
  # when ?body: { SELECT ("of a body" AS ?x) WHERE {} }
  # when ?kind = b: { SELECT ("of kind b" AS ?x) WHERE {} }
}
"""


@pytest.mark.parametrize(
    ("params", "found"),
    [
        ({}, ""),
        ({"kind": "a"}, ""),
        ({"kind": "b"}, "of kind b"),
        ({"body": f"{BASE}organization/1"}, "of a body"),
    ],
)
def test_a_line_may_wait_for_a_parameter(store: ox.Store, params: dict[str, str], found: str) -> None:
    body = f"<{BASE}organization/1>"
    store.update(f'INSERT DATA {{ GRAPH <{BASE}graph/x> {{ {body} a <{DANG}Body> ; <{RDFS}label> "X" }} }}')
    (row,) = run(store, load(WHEN), params).rows
    assert ("" if row[0] is None else row[0].value) == found


def test_names_are_read_once_from_a_store_that_cannot_change(tmp_path: Path, units: Query) -> None:
    unit = f"{BASE}unit/1"
    named = f'<{unit}> <{RDFS}label> "Uông Bí"@vi <{BASE}graph/x> .\n'
    typed = f"<{unit}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{DANG}AdministrativeUnit> <{BASE}graph/x> .\n"
    with open_store(tmp_path / "store", create=True) as written:
        assert not run(written, units, {"unit": "uong bi"}).rows
        written.replace_all([(f"{BASE}graph/x", [typed, named])])
        assert str(run(written, units, {"unit": "uong bi"}).rows[0][0]) == f"<{unit}>"
    with open_store(tmp_path / "store", read_only=True) as read:
        asked: list[str] = []
        ask = read.query
        read.query = lambda sparql: (asked.append(sparql), ask(sparql))[1]  # type: ignore[method-assign]
        first = run(read, units, {"unit": "uong bi"}).rows
        again = run(read, units, {"unit": "uong bi"}).rows
    assert first == again
    assert len(asked) == 3


def test_a_parameter_needs_a_place() -> None:
    query = load("# param: on date (required) a date\nASK {}")
    with pytest.raises(QueryError, match=r"--on has no place; write `# bind \?on`"):
        run(ox.Store(), query, {"on": "2023"})


def test_arguments() -> None:
    query = load("secretaries")
    expected = {"unit": "Uông Bí", "on": "2023"}
    assert query.arguments(["--unit", "Uông Bí", "--on=2023"]) == expected
    assert query.arguments(["--param", "unit=Uông Bí", "--param=on=2023"]) == expected
    for words in (["unit"], ["--unit"], ["-u", "x"]):
        with pytest.raises(QueryError, match="secretaries: "):
            query.arguments(words)


def test_usual_prefixes_need_no_declaration(store: ox.Store) -> None:
    text = "SELECT ?label WHERE { unit:1 rdfs:label ?label ; a dang:AdministrativeUnit }"
    assert run(store, text).table() == [["thành phố Uông Bí"]]
    assert run(store, f"prefix unit: <x:>\n{text}").rows == ()
    with pytest.raises(QueryError, match="not a SPARQL"):
        run(store, "SELECT * { ?s nothing:known ?o }")


# -- results -------------------------------------------------------------------------------------------------

VALUES = """SELECT ?a ?b WHERE { VALUES (?a ?b) {
  (<https://w3id.org/dangbo/id/unit/1> "x,\\"y\\"\\nz"@vi) (UNDEF 1.50) (<http://example.org/a b> true) } }"""


def test_table_csv_and_json() -> None:
    result = run(ox.Store(), VALUES.replace("a b>", "a%20b>"))
    assert result.columns == ("a", "b")
    assert result.table() == [
        ["unit:1", 'x,"y" z'],
        ["", "1.5"],
        ["<http://example.org/a%20b>", "true"],
    ]
    table = list(csv.reader(StringIO(result.to_csv(), newline="")))
    assert table == [
        ["a", "b"],
        [f"{BASE}unit/1", 'x,"y"\nz'],
        ["", "1.5"],
        ["http://example.org/a%20b", "true"],
    ]
    first, second, third = json.loads(result.to_json())["results"]["bindings"]
    assert first == {
        "a": {"type": "uri", "value": f"{BASE}unit/1"},
        "b": {"type": "literal", "value": 'x,"y"\nz', "xml:lang": "vi"},
    }
    assert second["b"]["datatype"].endswith("#decimal")
    assert "a" not in second
    assert third["b"] == {
        "type": "literal",
        "value": "true",
        "datatype": "http://www.w3.org/2001/XMLSchema#boolean",
    }
    with pytest.raises(QueryError, match="gives a table, not a graph"):
        result.to_turtle()


def test_json_is_what_the_engine_would_write() -> None:
    text = VALUES.replace("a b>", "a%20b>")
    own = json.loads(run(ox.Store(), text).to_json())
    answer: Any = ox.Store().query(text)
    assert own == json.loads(answer.serialize(format=ox.QueryResultsFormat.JSON))


def test_ask() -> None:
    yes = run(ox.Store(), "ASK {}")
    assert yes.answer is True
    assert yes.table() == [["true"]]
    assert json.loads(yes.to_json()) == {"head": {}, "boolean": True}
    assert run(ox.Store(), "ASK { ?s ?p ?o }").answer is False


def test_construct_and_describe() -> None:
    text = """PREFIX dang: <https://w3id.org/dangbo/ontology#>
        CONSTRUCT { <x:b> a dang:Body . <x:a> a dang:Body, _:x } WHERE {}"""
    result = run(ox.Store(), text)
    assert result.columns == ("subject", "predicate", "object")
    assert [row[0] for row in result.table()] == ["<x:a>", "<x:a>", "<x:b>"]
    turtle = result.to_turtle()
    assert "@prefix dang:" in turtle
    assert "@prefix unit:" not in turtle
    assert len(list(ox.parse(turtle, ox.RdfFormat.TURTLE))) == 3
    assert "x:b" in result.to_csv()
    assert run(ox.Store(), "DESCRIBE <x:a>").triples == ()


def test_terminal_codes_are_taken_out() -> None:
    result = Result(("a",), ((ox.Literal("\x1b[31mred\u202e\x07"),),))
    assert result.table() == [[" [31mred  "]]


def test_errors_while_rows_are_read() -> None:
    class Broken:
        def query(self, sparql: str) -> Any:
            raise OSError("the disk\nis gone")

    with pytest.raises(QueryError, match="query failed: the disk is gone"):
        run(Broken(), "ASK {}")


def test_answers_of_a_server() -> None:
    class Server:
        def __init__(self, answer: Any) -> None:
            self.answer = answer

        def query(self, sparql: str) -> Any:
            return self.answer

    def told(answer: Any) -> Any:
        return ox.parse_query_results(json.dumps(answer).encode(), ox.QueryResultsFormat.JSON)

    local = run(ox.Store(), VALUES.replace("a b>", "a%20b>"))
    remote = run(Server(told(json.loads(local.to_json()))), "SELECT * WHERE {}")
    assert remote == local
    assert run(Server(told({"head": {}, "boolean": False})), "ASK {}").answer is False
    from rdflib import Graph

    graph = Graph().parse(data="<x:a> <x:b> _:c .", format="turtle")
    assert len(run(Server(graph), "CONSTRUCT WHERE { ?s ?p ?o }").rows) == 1
    blank = {"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "bnode", "value": "b0"}}]}}
    result = run(Server(told(blank)), "SELECT * WHERE {}")
    assert result.table() == [["_:b0"]]
    assert json.loads(result.to_json()) == blank
