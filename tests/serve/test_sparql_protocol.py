"""The rules of the SPARQL 1.1 Protocol, and of the Graph Store Protocol's reading half, one by one.

Each row of a table is a rule: its section, a request, what must come.  The sections are those of
https://www.w3.org/TR/sparql11-protocol/ and https://www.w3.org/TR/sparql11-http-rdf-update/; the names of most
rows are those of the W3C's protocol tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from warnings import catch_warnings

import httpx
import pyoxigraph as ox
import pytest
from rdflib import RDF, Dataset, Graph, URIRef

from kg.vocab import SD, VOID
from tests.patience import PATIENCE

ONE = "https://w3id.org/dangbo/id/graph/uong-bi-2023"
OTHER = "https://w3id.org/dangbo/id/graph/chi-linh-2023"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
INSIDE = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
Check = Callable[[httpx.Response, "Truth"], bool]


class Truth:
    """What the store itself answers, without any protocol."""

    def __init__(self, store: Path) -> None:
        self.quads = ox.Store.read_only(str(store / "quads"))

    def triples(self, *graphs: str) -> int:
        """How many triples graphs have together; the default graph when none is named."""
        names: list[Any] = [ox.NamedNode(graph) for graph in graphs] or [ox.DefaultGraph()]
        return len({q.triple for name in names for q in self.quads.quads_for_pattern(None, None, None, name)})

    def named(self, *graphs: str) -> int:
        return sum(self.triples(graph) for graph in graphs)


@pytest.fixture(scope="session")
def truth(seeds_store: Path) -> Truth:
    return Truth(seeds_store)


@dataclass(frozen=True)
class Rule:
    """A rule: what is sent, the status that must come, and what else must be true of the answer."""

    section: str
    name: str
    method: str
    status: int
    check: Check = lambda answer, truth: True
    query: list[tuple[str, str]] = field(default_factory=list)
    content: bytes | None = None
    headers: Any = None
    path: str = "/sparql"

    def __str__(self) -> str:
        return f"{self.section} {self.name}"


def number(answer: httpx.Response) -> int:
    return int(answer.json()["results"]["bindings"][0]["n"]["value"])


def is_truth(answer: httpx.Response, truth: Truth) -> bool:
    return answer.json() == {"head": {}, "boolean": True}


def counts(*graphs: str) -> Check:
    return lambda answer, truth: number(answer) == truth.triples(*graphs) > 0


def counts_named(*graphs: str) -> Check:
    return lambda answer, truth: number(answer) == truth.named(*graphs)


def is_type(media: str) -> Check:
    return lambda answer, truth: answer.headers["content-type"].partition(";")[0] == media


def has_triples(format_: str) -> Check:
    def check(answer: httpx.Response, truth: Truth) -> bool:
        with catch_warnings(action="ignore", category=DeprecationWarning):  # rdflib's own
            found = Dataset(default_union=True).parse(data=answer.content, format=format_)
            return any(True for _ in found.quads())

    return check


def says(text: str) -> Check:
    return lambda answer, truth: text in answer.text and answer.text.count("\n") <= 1


def form(**values: str | list[str]) -> bytes:
    return urlencode(values, doseq=True).encode()


def sent(kind: str, **more: str) -> dict[str, str]:
    return {"Content-Type": kind, **more}


def both(one: Check, other: Check) -> Check:
    return lambda answer, truth: one(answer, truth) and other(answer, truth)


def number_text(answer: httpx.Response) -> str:
    return str(answer.json()["results"]["bindings"][0]["n"]["value"])


def holds(*graphs: str) -> Check:
    return lambda answer, truth: (
        len(list(ox.parse(answer.content, ox.RdfFormat.TURTLE))) == truth.triples(*graphs)
    )


def described(answer: httpx.Response, truth: Truth) -> bool:
    """The description names the service, its address, its language and its formats."""
    graph = Graph().parse(data=answer.content, format="turtle")
    service = URIRef(str(answer.url))
    formats = {str(each).rpartition("/")[2] for each in graph.objects(service, URIRef(SD.resultFormat))}
    return (
        (service, RDF.type, URIRef(SD.Service)) in graph
        and (service, URIRef(SD.endpoint), service) in graph
        and (service, URIRef(SD.supportedLanguage), URIRef(SD.SPARQL11Query)) in graph
        and (service, URIRef(SD.feature), URIRef(SD.BasicFederatedQuery)) not in graph
        and formats >= {"SPARQL_Results_JSON", "SPARQL_Results_XML", "Turtle", "N-Triples"}
    )


def counted(answer: httpx.Response, truth: Truth) -> bool:
    """The description counts what there is, property by property and class by class."""
    graph = Graph().parse(data=answer.content, format="turtle")
    found = {
        str(of): int(n)
        for part in graph.objects(None, URIRef(VOID.propertyPartition))
        for of in graph.objects(part, URIRef(VOID.property))
        for n in graph.objects(part, URIRef(VOID.triples))
    }
    whole = graph.value(predicate=RDF.type, object=URIRef(VOID.Dataset))
    return int(str(graph.value(whole, URIRef(VOID.triples)))) == truth.triples() == sum(found.values())


ASK = [("query", "ASK {}")]
A_GRAPH = [("query", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 5")]
DESCRIBED = [("query", f"DESCRIBE <{ONE}>")]
SOME = [("query", "SELECT ?s { ?s ?p ?o } LIMIT 3")]
TWO = f"SELECT (COUNT(*) AS ?n) FROM <{ONE}> FROM <{OTHER}> {{ ?s ?p ?o }}"

UPDATES = [
    "INSERT DATA { <a> <b> <c> }",
    "DELETE WHERE { ?s ?p ?o }",
    "LOAD <http://127.0.0.1:1/x>",
    "CLEAR ALL",
    "DROP ALL",
    "CREATE GRAPH <http://x/>",
    "COPY DEFAULT TO <http://x/>",
    "MOVE DEFAULT TO <http://x/>",
    "ADD DEFAULT TO <http://x/>",
    "WITH <http://x/> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
]
#: What rdflib reads each format of graphs with.
GRAPHS = {
    "text/turtle": "turtle",
    "application/n-triples": "nt",
    "application/rdf+xml": "xml",
    "application/ld+json": "json-ld",
    "application/trig": "trig",
    "application/n-quads": "nquads",
}

# fmt: off
QUERYING = [
    Rule("2.1.1", "query via GET", "GET", 200, is_truth, ASK),
    Rule("2.1.1", "query via HEAD", "HEAD", 200, lambda a, t: a.content == b"" and a.headers["content-length"] > "0", ASK),
    Rule("2.1.1", "characters percent-encoded", "GET", 200, lambda a, t: a.json()["results"]["bindings"][0]["n"]["value"] == "Đảng bộ + &", [("query", 'SELECT ("Đảng bộ + &" AS ?n) {}')]),
    Rule("2.1.2", "query via URL-encoded POST", "POST", 200, is_truth, content=form(query="ASK {}"), headers=sent(FORM)),
    Rule("2.1.2", "its charset named", "POST", 200, is_truth, content=form(query="ASK {}"), headers=sent(f"{FORM}; charset=UTF-8")),
    Rule("2.1.3", "query via POST directly", "POST", 200, is_truth, content=b"ASK {}", headers=sent(DIRECT)),
    Rule("2.1.3", "in UTF-8", "POST", 200, lambda a, t: number_text(a) == "Đảng bộ", content='SELECT ("Đảng bộ" AS ?n) {}'.encode(), headers=sent(f"{DIRECT}; charset=utf-8")),
    Rule("2.1.4", "dataset default graph", "POST", 200, counts(ONE), [("default-graph-uri", ONE)], COUNT.encode(), sent(DIRECT)),
    Rule("2.1.4", "dataset default graphs, GET", "GET", 200, counts(ONE, OTHER), [("query", COUNT), ("default-graph-uri", ONE), ("default-graph-uri", OTHER)]),
    Rule("2.1.4", "dataset default graphs, POST", "POST", 200, counts(ONE, OTHER), content=form(**{"query": COUNT, "default-graph-uri": [ONE, OTHER]}), headers=sent(FORM)),
    Rule("2.1.4", "dataset named graphs, GET", "GET", 200, counts_named(ONE, OTHER), [("query", INSIDE), ("named-graph-uri", ONE), ("named-graph-uri", OTHER)]),
    Rule("2.1.4", "dataset named graphs, POST", "POST", 200, counts_named(ONE, OTHER), content=form(**{"query": INSIDE, "named-graph-uri": [ONE, OTHER]}), headers=sent(FORM)),
    Rule("2.1.4", "only named graphs: an empty default graph", "GET", 200, lambda a, t: number(a) == 0, [("query", COUNT), ("named-graph-uri", ONE)]),
    Rule("2.1.4", "only default graphs: no named graphs", "GET", 200, lambda a, t: number(a) == 0, [("query", INSIDE), ("default-graph-uri", ONE)]),
    Rule("2.1.4", "full dataset", "GET", 200, lambda a, t: number(a) == t.triples(ONE) + t.named(OTHER), [("query", "SELECT (COUNT(*) AS ?n) {{?s ?p ?o } UNION {GRAPH ?g {?s ?p ?o } } }"), ("default-graph-uri", ONE), ("named-graph-uri", OTHER)]),
    Rule("2.1.4", "the query's own dataset", "GET", 200, counts(ONE, OTHER), [("query", TWO)]),
    Rule("2.1.4", "the protocol's dataset goes before the query's", "GET", 200, counts(ONE), [("query", TWO), ("default-graph-uri", ONE)]),
    Rule("2.1.4", "a graph that is not there is empty", "GET", 200, lambda a, t: number(a) == 0, [("query", COUNT), ("default-graph-uri", "https://example.org/none")]),
    Rule("2.1.4", "no dataset named: the merge of all", "GET", 200, counts(), [("query", COUNT)]),
    Rule("2.1.4", "what is no IRI", "GET", 400, says("no absolute IRI"), [("query", COUNT), ("default-graph-uri", "not an iri")]),
    *(Rule("2.1.5", f"{media} for SELECT", "GET", 200, is_type(media), SOME, headers={"Accept": media}) for media in (JSON, XML, "text/csv", "text/tab-separated-values", "application/json", "application/xml")),
    *(Rule("2.1.5", f"{media} for ASK", "GET", 200, is_type(media), ASK, headers={"Accept": media}) for media in (JSON, XML)),
    *(Rule("2.1.5", f"{media} for a graph", "GET", 200, both(is_type(media), has_triples(format_)), query, headers={"Accept": media}) for media, format_ in GRAPHS.items() for query in (A_GRAPH, DESCRIBED)),
    Rule("2.1.5", "the greatest weight", "GET", 200, is_type(XML), SOME, headers={"Accept": f"{JSON};q=0.5, {XML};q=0.8, text/csv;q=0.1"}),
    Rule("2.1.5", "a weight of nought", "GET", 200, is_type(XML), SOME, headers={"Accept": f"{JSON};q=0, {XML};q=0.1"}),
    Rule("2.1.5", "a part of a type", "GET", 200, is_type("text/csv"), SOME, headers={"Accept": "text/*"}),
    Rule("2.1.5", "anything", "GET", 200, is_type(JSON), SOME, headers={"Accept": "*/*"}),
    Rule("2.1.5", "two headers", "GET", 200, is_type(XML), SOME, headers=[("Accept", "image/png"), ("Accept", XML)]),
    Rule("2.1.5", "nothing that there is", "GET", 406, says("application/sparql-results+json"), SOME, headers={"Accept": "image/png"}),
    Rule("2.1.5", "a table for a graph", "GET", 406, says("text/turtle"), A_GRAPH, headers={"Accept": "text/csv"}),
    Rule("2.1.5", "a link that names the format", "GET", 200, is_type("text/csv"), [*SOME, ("as", "csv")], headers={"Accept": JSON}),
    Rule("2.1.5", "a link that names none", "GET", 400, says("there are json, xml"), [*SOME, ("as", "doc")]),
    Rule("2.1.6", "SELECT in JSON is well-formed", "GET", 200, lambda a, t: len(a.json()["results"]["bindings"]) == 3, SOME),
    Rule("2.1.6", "CSV with its line ends", "GET", 200, lambda a, t: a.text.startswith("s\r\n") and a.text.count("\r\n") == 4, SOME, headers={"Accept": "text/csv"}),
    Rule("2.1.7", "query syntax", "GET", 400, says("error at 1:9"), [("query", "ASK { ?s")]),
    Rule("2.1.7", "an empty query", "GET", 400, says("not a SPARQL 1.1 query"), [("query", "")]),
    Rule("2.1.7", "an unknown prefix", "GET", 400, says("Prefix not found"), [("query", "ASK {?s nope:p ?o }")]),
    Rule("2.1.7", "a form without a query", "POST", 400, says("give one"), content=b"default-graph-uri=x", headers=sent(FORM)),
    Rule("2.1.7", "query via PUT", "PUT", 405, lambda a, t: "GET" in a.headers["allow"], ASK),
    Rule("2.1.7", "query via DELETE", "DELETE", 405, query=ASK),
    Rule("2.1.7", "multiple queries, GET", "GET", 400, says("give one"), [*ASK, *ASK]),
    Rule("2.1.7", "multiple queries, POST", "POST", 400, says("give one"), content=form(query=["ASK {}", "ASK {}"]), headers=sent(FORM)),
    Rule("2.1.7", "a query in the address and in the body", "POST", 400, says("send one"), ASK, b"ASK {}", sent(DIRECT)),
    Rule("2.1.7", "wrong media type", "POST", 415, says(DIRECT), content=b"ASK {}", headers=sent("text/plain")),
    Rule("2.1.7", "missing form type", "POST", 415, says(FORM), content=form(query="ASK {}")),
    Rule("2.1.7", "missing direct type", "POST", 415, says(DIRECT), content=b"ASK {}"),
    Rule("2.1.7", "non-UTF-8, said so", "POST", 415, says("UTF-8"), content="ASK {}".encode("utf-16"), headers=sent(f"{DIRECT}; charset=utf-16")),
    Rule("2.1.7", "non-UTF-8", "POST", 400, says("UTF-8"), content="SELECT ('á' AS ?n) {}".encode("cp1258"), headers=sent(DIRECT)),
    Rule("2.1.7", "non-UTF-8 in a form", "POST", 400, says("UTF-8"), content=b"query=ASK%20%7B%7D%20%23%E1", headers=sent(FORM)),
    Rule("2.1.7", "a body without end", "POST", 413, says("bytes"), content=b"#" * (5 * 1024 * 1024), headers=sent(DIRECT)),
    Rule("2.2", "an update in the address", "GET", 400, says("sent by POST"), [("update", "CLEAR ALL")]),
    Rule("2.2", "an update in a form", "POST", 403, says("only reads"), content=form(update="CLEAR ALL"), headers=sent(FORM)),
    Rule("2.2", "an update in the body", "POST", 403, says("only reads"), content=b"CLEAR ALL", headers=sent("application/sparql-update")),
    *(Rule("2.2", f"{text.partition(' ')[0]} as a query", "POST", 403, says("is refused"), content=form(query=text), headers=sent(FORM)) for text in UPDATES),
    Rule("4", "a query that calls another server", "GET", 403, says("SERVICE is refused"), [("query", "ASK {SERVICE <http://127.0.0.1:1/> {} }")]),
    Rule("4", "the word alone is no call", "GET", 200, lambda a, t: number_text(a) == "SERVICE", [("query", "SELECT ?n {# SERVICE <x>\n BIND('SERVICE' AS ?n) }")]),
    Rule("CORS", "from any page", "GET", 200, lambda a, t: a.headers["access-control-allow-origin"] == "*", ASK, headers={"Origin": "https://example.org"}),
    Rule("CORS", "asked before", "OPTIONS", 200, lambda a, t: "POST" in a.headers["access-control-allow-methods"], headers={"Origin": "https://example.org", "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}),
    Rule("gzip", "squeezed when asked", "GET", 200, lambda a, t: a.headers["content-encoding"] == "gzip" and len(a.json()["results"]["bindings"]) == 200, [("query", "SELECT ?s {?s ?p ?o } LIMIT 200")], headers={"Accept-Encoding": "gzip"}),
    Rule("SD 2", "no query: the description", "GET", 200, described, headers={"Accept": "text/turtle"}),
    Rule("SD 2", "as JSON-LD", "GET", 200, both(is_type("application/ld+json"), has_triples("json-ld")), headers={"Accept": "application/ld+json"}),
    Rule("SD 2", "as nothing that there is", "GET", 406, says("text/turtle"), headers={"Accept": "image/png"}),
    Rule("VoID", "counts", "GET", 200, counted, path="/.well-known/void"),
    Rule("VoID", "as N-Triples", "GET", 200, both(is_type("application/n-triples"), has_triples("nt")), headers={"Accept": "application/n-triples"}, path="/.well-known/void"),
]

READING = [
    Rule("4.2", "a named graph", "GET", 200, holds(ONE), [("graph", ONE)], path="/graphs"),
    Rule("4.2", "the default graph", "GET", 200, holds(), [("default", "")], path="/graphs"),
    Rule("4.1", "a graph at its own address", "GET", 200, holds(ONE), path=ONE.removeprefix("https://w3id.org")),
    Rule("5.2", "GET of a graph that is not there", "GET", 404, says("no graph"), [("graph", "https://example.org/none")], path="/graphs"),
    Rule("4.2", "what is no IRI", "GET", 400, says("IRI"), [("graph", "none")], path="/graphs"),
    Rule("4.2", "no graph named", "GET", 400, says("name one"), path="/graphs"),
    Rule("4.2", "two graphs named", "GET", 400, says("name one"), [("graph", ONE), ("graph", OTHER)], path="/graphs"),
    Rule("4.2", "both kinds named", "GET", 400, says("name one"), [("graph", ONE), ("default", "")], path="/graphs"),
    *(Rule("5.2", f"as {media}", "GET", 200, both(is_type(media), has_triples(format_)), [("graph", ONE)], headers={"Accept": media}, path="/graphs") for media, format_ in GRAPHS.items()),
    Rule("5.2", "in N-Quads with its name", "GET", 200, lambda a, t: a.text.count(f"<{ONE}> .\n") == t.triples(ONE), [("graph", ONE)], headers={"Accept": "application/n-quads"}, path="/graphs"),
    Rule("5.2", "as nothing that there is", "GET", 406, says("text/turtle"), [("graph", ONE)], headers={"Accept": "image/png"}, path="/graphs"),
    Rule("5.6", "HEAD", "HEAD", 200, lambda a, t: a.content == b"" and is_type("text/turtle")(a, t), [("graph", ONE)], path="/graphs"),
    *(Rule(section, method, method, 405, lambda a, t: "GET" in a.headers["allow"], [("graph", ONE)], b"", path="/graphs") for section, method in (("5.3", "PUT"), ("5.4", "DELETE"), ("5.5", "POST"), ("5.7", "PATCH"))),
]
# fmt: on


@pytest.fixture(scope="module")
def bare(address: str) -> Iterator[httpx.Client]:
    """A client that says of itself nothing but what a rule has it say."""
    with httpx.Client(base_url=address, timeout=PATIENCE) as made:
        for name in ("Accept", "Accept-Encoding", "User-Agent"):
            del made.headers[name]
        yield made


@pytest.mark.parametrize("rule", [*QUERYING, *READING], ids=str)
def test_rule(bare: httpx.Client, truth: Truth, rule: Rule) -> None:
    answer = bare.request(
        rule.method, rule.path, params=rule.query, content=rule.content, headers=rule.headers
    )
    assert answer.status_code == rule.status, answer.text[:500]
    assert rule.check(answer, truth), (dict(answer.headers), answer.text[:500])


OFFERED = [
    ("unit", "uong", "thành phố Uông Bí"),
    ("person", "hoang quoc", "Hoàng Quốc Thưởng"),
    ("organization", "thanh uy uong", "Thành ủy Uông Bí"),
    ("document", "06-nq", "06-NQ/TU"),
    ("indicator", "thu ngan", "thu ngân sách nhà nước trên địa bàn"),
    ("period", "2022", "2022"),
    ("article", "uong", "uong-bi-2023"),
]


@pytest.mark.parametrize(("kind", "prefix", "expected"), OFFERED)
def test_what_a_field_is_offered(client: httpx.Client, kind: str, prefix: str, expected: str) -> None:
    found = client.get("/questions/suggest", params={"type": kind, "prefix": prefix}).json()
    assert any(expected in offer["label"] for offer in found), found
    assert len(found) <= 12
    nothing = client.get("/questions/suggest", params={"type": kind, "prefix": "không có gì như thế"})
    assert nothing.json() == []


def test_nothing_is_offered_for_what_there_is_not(client: httpx.Client) -> None:
    assert client.get("/questions/suggest", params={"type": "weather", "prefix": "a"}).json() == []
