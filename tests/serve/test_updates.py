"""Updates over HTTP: graphs of one's own, which survive builds; all else is refused or can't be touched."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.sparql.own import FILE, check
from kg.vocab import DEFAULT_BASE
from tests.patience import PATIENCE, soon
from tests.reviewed import MEETING
from tests.serve.test_sparql_limits import listening
from tests.serving import serving

NOTES = "urn:notes"
SECRETARY = f"{DEFAULT_BASE}graph/derived.identity"
ASK = f"ASK {{ GRAPH <{NOTES}> {{ ?s ?p ?o }} }}"


@pytest.fixture
def store(seeds_store: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "store"
    shutil.copytree(seeds_store, folder, ignore=shutil.ignore_patterns("served-*"))
    return folder


@pytest.fixture
def client(store: Path) -> Iterator[httpx.Client]:
    with (
        serving(store, "--allow-update", "--seconds", "20") as (address, _),
        httpx.Client(base_url=address, timeout=2 * PATIENCE) as made,
    ):
        yield made


def update(client: httpx.Client, text: str, **headers: str) -> httpx.Response:
    kind = {"Content-Type": "application/sparql-update"}
    return client.post("/sparql", content=text, headers={**kind, **headers})


def rows(client: httpx.Client, query: str) -> list[str]:
    answer = client.post("/sparql", data={"query": query}, headers={"Accept": "text/csv"})
    assert answer.status_code == 200, answer.text
    return answer.text.split()[1:]


def truth(client: httpx.Client, query: str) -> bool:
    return bool(client.post("/sparql", data={"query": query}).json()["boolean"])


def lines(store: Path) -> str:
    """What the store itself says, apart from the user's own file."""
    from kg import open_graph

    with open_graph(store) as graph:
        dump = graph.store.quads.dump(format=ox.RdfFormat.N_QUADS)
    return hashlib.sha256(b"\n".join(sorted((dump or b"").splitlines()))).hexdigest()


def test_a_graph_of_ones_own(client: httpx.Client, store: Path, kg, tmp_path: Path) -> None:
    """Written, asked beside the others, changed, and there after a build and in the next server."""
    before = lines(store)
    assert truth(client, ASK) is False
    done = update(
        client,
        f"""INSERT {{ GRAPH <{NOTES}> {{ ?who <urn:checked> true }} }}
            WHERE {{ ?who a dang:Official ; foaf:name "Nghiêm Xuân Cường" }}""",
    )
    assert (done.status_code, done.content) == (204, b"")
    joined = "SELECT ?name { ?who <urn:checked> true ; foaf:name ?name }"
    assert rows(client, joined) == ["Nghiêm", "Xuân", "Cường"]
    form = client.post(
        "/sparql", data={"update": f'INSERT DATA {{ GRAPH <{NOTES}> {{ <urn:a> <urn:b> "ĩ" }} }}'}
    )
    assert form.status_code == 204
    assert len(rows(client, f"SELECT ?s {{ GRAPH <{NOTES}> {{ ?s ?p ?o }} }}")) == 2
    assert update(client, f"DELETE DATA {{ GRAPH <{NOTES}> {{ <urn:a> <urn:b> 'ĩ' }} }}").status_code == 204
    assert truth(client, 'ASK { <urn:a> <urn:b> "ĩ" }') is False
    assert lines(store) == before
    assert (store / FILE).read_text(encoding="utf-8").count("\n") == 1

    (tmp_path / "more").mkdir()
    text = MEETING.format(name="Đỗ Quang Chiểu", year=2019)
    (tmp_path / "more" / "again.txt").write_text(text, encoding="utf-8")
    assert kg("build", tmp_path / "more", "--store", store).code == 0
    soon(lambda: truth(client, "ASK { ?a dcterms:identifier 'again' }"))
    assert rows(client, joined) == ["Nghiêm", "Xuân", "Cường"]
    with serving(store) as (address, _), httpx.Client(base_url=address, timeout=PATIENCE) as reader:
        assert rows(reader, joined) == ["Nghiêm", "Xuân", "Cường"]
        assert update(reader, f"DROP GRAPH <{NOTES}>").status_code == 403
    asked = kg("query", f"PREFIX foaf: <http://xmlns.com/foaf/0.1/> {joined}", "--store", store, "--format", "csv")
    assert (asked.code, asked.out.split()[1:]) == (0, ["Nghiêm", "Xuân", "Cường"])
    assert kg("query", ASK, "--store", store).out.strip() == "yes"
    exported = kg("export", "--format", "nquads", "--store", store, "--out", tmp_path / "all.nq")
    assert exported.code == 0
    assert NOTES not in (tmp_path / "all.nq").read_text(encoding="utf-8")
    assert update(client, f"DROP GRAPH <{NOTES}>").status_code == 204
    assert truth(client, ASK) is False
    assert kg("query", ASK, "--store", store).out.strip() == "no"


REFUSED = [
    (f"INSERT DATA {{ GRAPH <{SECRETARY}> {{ <a:a> <a:b> 1 }} }}", "belongs to kg build"),
    ("INSERT DATA { <a:a> <a:b> 1 }", "name a graph of your own"),
    ("DELETE WHERE { ?s ?p ?o }", "name a graph of your own"),
    ("DELETE WHERE { GRAPH ?g { ?s ?p ?o } }", "not a variable"),
    (f"WITH <{SECRETARY}> DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}", "belongs to kg build"),
    ("INSERT { GRAPH ?g { ?s ?p 1 } } WHERE { GRAPH ?g { ?s ?p ?o } }", "not a variable"),
    ("CLEAR ALL", "name a graph of your own"),
    ("DROP NAMED", "name a graph of your own"),
    ("DROP SILENT DEFAULT", "name a graph of your own"),
    (f"MOVE <{SECRETARY}> TO <urn:x>", "belongs to kg build"),
    (f"COPY <urn:x> TO <{SECRETARY}>", "belongs to kg build"),
    ("CREATE GRAPH <urn:x> ; CLEAR DEFAULT", "name a graph of your own"),
    (f"PREFIX g: <{DEFAULT_BASE}graph/> DROP GRAPH g:derived.identity", "belongs to kg build"),
    (f"BASE <{DEFAULT_BASE}> DROP GRAPH <graph/derived.identity>", "belongs to kg build"),
    ("LOAD <http://127.0.0.1:9/> INTO GRAPH <urn:x>", "LOAD is refused"),
    ("LOAD <file:///etc/passwd> INTO GRAPH <urn:x>", "LOAD is refused"),
    ("INSERT { GRAPH <urn:x> { ?s ?p ?o } } WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE is refused"),
    ("SELECT * { ?s ?p ?o }", "not a SPARQL 1.1 update"),
    ("INSERT DATA { GRAPH <urn:x> { <a:a> <a:b> } }", "not a SPARQL 1.1 update: error at 1:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), REFUSED)
def test_what_is_refused(text: str, told: str) -> None:
    with pytest.raises(QueryError, match=r"(?s)^(?!.*\n)") as caught:
        check(text, DEFAULT_BASE, service=False)
    assert told in str(caught.value)


ALLOWED = [
    f"INSERT {{ GRAPH <{NOTES}> {{ ?s ?p ?o }} }} WHERE {{ GRAPH <{SECRETARY}> {{ ?s ?p ?o }} }}",
    f"WITH <{NOTES}> DELETE {{ ?s ?p ?o }} INSERT {{ ?s ?p 1 }} WHERE {{ ?s ?p ?o }}",
    f"COPY <{SECRETARY}> TO <{NOTES}>",
    f"ADD DEFAULT TO <{NOTES}>",
    f"CREATE GRAPH <{NOTES}> ; DROP GRAPH <{NOTES}> ; CLEAR SILENT GRAPH <{NOTES}>",
    "PREFIX own: <urn:own:> INSERT DATA { GRAPH own:a { own:b a foaf:Person } }",
]


@pytest.mark.parametrize("text", ALLOWED)
def test_what_is_allowed(text: str) -> None:
    check(text, DEFAULT_BASE, service=False)


@given(st.text(max_size=60))
def test_any_text_is_taken_or_refused_in_one_line(text: str) -> None:
    assert "\n" not in message_of(lambda: check(text, DEFAULT_BASE, service=False))


def message_of(call: Callable[[], object]) -> str:
    try:
        call()
    except QueryError as error:
        return str(error)
    return ""


def test_refusals_over_http(client: httpx.Client, store: Path) -> None:
    before = lines(store)
    good = f"INSERT DATA {{ GRAPH <{NOTES}> {{ <a:a> <a:b> 1 }} }}"
    assert update(client, "CLEAR ALL").status_code == 403
    assert update(client, "INSERT DATA {").status_code == 400
    assert client.get("/sparql", params={"update": good}).status_code == 400
    assert client.post("/sparql", data={"update": [good, good]}).status_code == 400
    using = {"update": good, "using-graph-uri": NOTES}
    assert client.post("/sparql", data=using).status_code == 400
    # What a page of elsewhere would have a browser send.
    assert update(client, good, Origin="https://example.org").status_code == 403
    assert update(client, good, Origin="null").status_code == 403
    assert update(client, good, **{"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert update(client, good, **{"Sec-Fetch-Site": "same-site"}).status_code == 403
    assert update(client, good, Host="kg.example.org").status_code == 403
    forged = client.post("/sparql", data={"update": good}, headers={"Origin": "https://example.org"})
    assert forged.status_code == 403
    assert not (store / FILE).exists()
    assert lines(store) == before
    own = update(client, good, Origin=str(client.base_url).rstrip("/"))
    assert own.status_code == 204


def test_the_service_says_that_it_takes_updates(client: httpx.Client) -> None:
    assert "SPARQL11Update" in client.get("/sparql", headers={"Accept": "text/turtle"}).text


def test_an_update_that_runs_away_is_killed(store: Path) -> None:
    runaway = f"INSERT {{ GRAPH <{NOTES}> {{ ?a ?b ?i }} }} WHERE {{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }}"
    with (
        serving(store, "--allow-update", "--seconds", "3") as (address, _),
        httpx.Client(base_url=address, timeout=2 * PATIENCE) as client,
    ):
        answer = update(client, runaway)
        assert (answer.status_code, "more than 3 seconds" in answer.text) == (504, True)
        assert not (store / FILE).exists()
        assert update(client, f"INSERT DATA {{ GRAPH <{NOTES}> {{ <a:a> <a:b> 1 }} }}").status_code == 204


def test_load_only_where_it_is_switched_on(store: Path, client: httpx.Client) -> None:
    with listening() as (there, came):
        assert update(client, f"LOAD <{there}> INTO GRAPH <{NOTES}>").status_code == 403
        assert came == []
        check(f"LOAD <{there}> INTO GRAPH <{NOTES}>", DEFAULT_BASE, service=True)
        with pytest.raises(QueryError, match="belongs to kg build"):
            check(f"LOAD <{there}> INTO GRAPH <{SECRETARY}>", DEFAULT_BASE, service=True)


def test_updates_are_for_this_machine_alone(kg, store: Path) -> None:
    ran = kg("serve", "--store", store, "--port", "0", "--host", "0.0.0.0", "--allow-update")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "--allow-update" in ran.err


def test_a_file_that_is_no_quads_is_told(kg, store: Path) -> None:
    (store / FILE).write_text("no quads\n", encoding="utf-8")
    ran = kg("serve", "--store", store, "--port", "0")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert FILE in ran.err
