"""Programs that people ask SPARQL endpoints with, each against the real server; all get the right answer."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from rdflib import FOAF, RDF, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, JSONLD, N3, POST, POSTDIRECTLY, RDFXML, TSV, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from kg.query import run
from kg.remote import RemoteStore
from kg.store import open_store
from kg.vocab import DANG
from tests.patience import PATIENCE

COMUNICA = "@comunica/query-sparql@4.5.0"
NAMES = f"""PREFIX foaf: <{FOAF}> SELECT DISTINCT ?name {{ ?who a <{DANG.Official}> ; foaf:name ?name }} ORDER BY ?name"""
GRAPH = f"PREFIX foaf: <{FOAF}> CONSTRUCT {{ ?who foaf:name ?name }} {{ ?who a <{DANG.Official}> ; foaf:name ?name }}"


@pytest.fixture(scope="session")
def officials(seeds_store: Path) -> list[str]:
    """The names that the store itself gives."""
    with open_store(seeds_store, read_only=True) as store:
        found = [str(row[0].value) for row in run(store, NAMES).rows if row[0] is not None]
    assert len(found) > 10
    return found


def wrapped(address: str, query: str, format_: str) -> SPARQLWrapper:
    client = SPARQLWrapper(f"{address}/sparql")
    client.setQuery(query)
    client.setReturnFormat(format_)
    return client


@pytest.mark.parametrize("how", ["get", "form", "direct"])
def test_sparqlwrapper(address: str, officials: list[str], how: str) -> None:
    client = wrapped(address, NAMES, JSON)
    if how != "get":
        client.setMethod(POST)
    if how == "direct":
        client.setRequestMethod(POSTDIRECTLY)
    answer = client.query().convert()
    assert isinstance(answer, dict)
    assert [row["name"]["value"] for row in answer["results"]["bindings"]] == officials


def test_sparqlwrapper_in_its_other_formats(address: str, officials: list[str]) -> None:
    xml = wrapped(address, NAMES, XML).query().convert()
    assert [node.firstChild.data for node in xml.getElementsByTagName("literal")] == officials
    csv = wrapped(address, NAMES, CSV).query().convert()
    assert csv.decode().split("\r\n")[1:-1] == officials
    tsv = wrapped(address, NAMES, TSV).query().convert()
    assert tsv.decode().split("\n")[1:-1] == [f'"{name}"' for name in officials]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
@pytest.mark.parametrize("format_", [TURTLE, N3, RDFXML, JSONLD])
def test_sparqlwrapper_with_graphs(address: str, officials: list[str], format_: str) -> None:
    from rdflib import Graph

    answer = wrapped(address, GRAPH, format_).query().convert()
    graph = answer if isinstance(answer, Graph) else Graph().parse(data=answer, format="turtle")
    assert {str(name) for name in graph.objects(None, FOAF.name)} == set(officials)


def test_sparqlwrapper_is_told_what_is_wrong(address: str) -> None:
    with pytest.raises(QueryBadFormed, match="error at 1:9"):
        wrapped(address, "ASK { ?s", JSON).query()


def test_rdflib(address: str, officials: list[str]) -> None:
    from rdflib import Graph

    graph = Graph(SPARQLStore(f"{address}/sparql"))
    assert [str(row[0]) for row in graph.query(NAMES)] == officials
    person = next(graph.subjects(RDF.type, URIRef(DANG.Official)))
    assert str(graph.value(person, FOAF.name)) in officials
    assert bool(graph.query("ASK { ?s ?p ?o }")) is True
    assert {str(name) for name in graph.query(GRAPH).graph.objects(None, FOAF.name)} == set(officials)
    assert len(graph) > 5000
    article = URIRef("https://w3id.org/dangbo/id/graph/uong-bi-2023")
    one = Graph(SPARQLStore(f"{address}/sparql"), article)
    assert 0 < len(one) < len(graph)


def test_our_own(address: str, seeds_store: Path) -> None:
    """``kg`` asks a server as it asks a store."""
    with open_store(seeds_store, read_only=True) as store:
        for name, params in (("theme-history", {"unit": "Uông Bí"}), ("document-graph", {})):
            there, here = run(RemoteStore(f"{address}/sparql"), name, params), run(store, name, params)
            assert here.rows
            assert (there.columns, there.rows) == (here.columns, here.rows)


def test_curl(address: str, officials: list[str]) -> None:
    def curl(*words: str) -> str:
        command = [tool("curl"), "--silent", "--show-error", "--fail", "--compressed", *words]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=PATIENCE).stdout

    there = f"{address}/sparql"
    got = curl("--get", "--data-urlencode", f"query={NAMES}", "-H", "Accept: text/csv", there)
    assert got.splitlines() == ["name", *officials]
    posted = curl("--data-urlencode", f"query={NAMES}", "-H", "Accept: text/tab-separated-values", there)
    assert posted.splitlines() == ["?name", *(f'"{name}"' for name in officials)]
    direct = curl("-H", "Content-Type: application/sparql-query", "--data-binary", NAMES, there)
    assert len(json.loads(direct)["results"]["bindings"]) == len(officials)
    assert "sd:Service" in curl(there)
    assert "void:Dataset" in curl(f"{address}/.well-known/void")


def tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"no {name} here")
    return found


@pytest.fixture(scope="session")
def comunica(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Comunica from npm, in the folder that DANGBO_COMUNICA names, or else in a temporary one."""
    tool("node")
    named = os.environ.get("DANGBO_COMUNICA")
    folder = Path(named) if named else tmp_path_factory.mktemp("comunica")
    program = folder / "node_modules/.bin/comunica-sparql"
    if not program.exists():
        command = [tool("npm"), "install", "--no-audit", "--no-fund", "--prefix", str(folder), COMUNICA]
        done = subprocess.run(command, capture_output=True, text=True, timeout=600)
        if done.returncode:
            pytest.skip(f"npm can't install {COMUNICA}: {done.stderr[-200:]}")
    return program


@pytest.mark.slow
@pytest.mark.parametrize("source", ["{}", "sparql@{}"], ids=["found out by its description", "told"])
def test_comunica(comunica: Path, address: str, officials: list[str], source: str) -> None:
    there = source.format(f"{address}/sparql")
    rows = asked([comunica, there, NAMES, "-t", "application/sparql-results+json"])
    found = [row["name"]["value"] for row in json.loads(rows)["results"]["bindings"]]
    assert found == officials
    graph = asked([comunica, there, GRAPH, "-t", "application/n-triples"])
    assert graph.count("foaf/0.1/name") >= len(officials)


@pytest.mark.slow
def test_comunica_joins_a_graph_with_the_endpoint(comunica: Path, address: str) -> None:
    """Two sources: a graph at its own address, and the endpoint."""
    query = f"""SELECT DISTINCT ?name {{ ?membership <http://www.w3.org/ns/org#member> ?persona .
        ?persona <http://www.w3.org/ns/prov#specializationOf> ?who . ?who <{FOAF.name}> ?name }}"""
    graph = f"{address}/graphs?graph=https%3A%2F%2Fw3id.org%2Fdangbo%2Fid%2Fgraph%2Fuong-bi-2023"
    rows = asked(
        [comunica, graph, f"sparql@{address}/sparql", query, "-t", "application/sparql-results+json"]
    )
    assert json.loads(rows)["results"]["bindings"]


def asked(command: Sequence[object]) -> str:
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout
