"""What a query may cost: real queries that run away, against a real server that goes on."""

from __future__ import annotations

import os
import signal
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from tests.patience import PATIENCE, soon
from tests.serving import serving

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
#: Runs away without any data: the checking of a query must not run it in the server.
WITHOUT_DATA = "ASK {{ {} FILTER(?a + ?b + ?c + ?d + ?e = 0) }}".format(
    " ".join(f"VALUES ?{name} {{ {' '.join(map(str, range(1, 100)))} }}" for name in "abcde")
)
GREEDY = "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f"


@pytest.fixture(scope="module")
def strict(seeds_store: Path) -> Iterator[httpx.Client]:
    """A server with small limits."""
    options = ("--seconds", "3", "--rows", "50", "--jobs", "2", "--waiting", "1")
    with serving(seeds_store, *options) as (found, _), httpx.Client(base_url=found, timeout=PATIENCE) as client:
        yield client


def ask(client: httpx.Client, query: str, **headers: str) -> httpx.Response:
    return client.post("/sparql", data={"query": query}, headers=headers)


@pytest.mark.parametrize("query", [RUNAWAY, WITHOUT_DATA], ids=["over data", "without data"])
def test_a_runaway_is_killed_and_the_server_goes_on(strict: httpx.Client, query: str) -> None:
    answer = ask(strict, query)
    assert (answer.status_code, answer.text) == (504, "the query took more than 3 seconds; ask for less\n")
    assert ask(strict, "ASK {}").json()["boolean"] is True


def test_the_killed_process_is_gone(seeds_store: Path) -> None:
    with serving(seeds_store, "--seconds", "3", "--jobs", "1") as (address, process):
        client = httpx.Client(base_url=address, timeout=PATIENCE)
        ask(client, "ASK {}")
        before = children(process.pid)
        assert ask(client, RUNAWAY).status_code == 504
        ask(client, "ASK {}")
        after = children(process.pid)
        assert before - after  # the one that ran away
        assert len(after - before) == 1  # the one in its place
        client.close()


def children(pid: int) -> set[int]:
    tasks = Path(f"/proc/{pid}/task")
    if not tasks.is_dir():
        pytest.skip("no /proc here")
    found = set()
    for task in tasks.iterdir():
        for child in (task / "children").read_text().split():
            words = Path(f"/proc/{child}/cmdline").read_bytes()
            if b"multiprocessing.resource_tracker import" not in words:
                found.add(int(child))
    return found


def test_many_runaways_one_after_the_other(strict: httpx.Client) -> None:
    assert {ask(strict, RUNAWAY).status_code for _ in range(3)} == {504}
    assert ask(strict, "ASK {}").status_code == 200


def test_rows_are_whole_or_refused(strict: httpx.Client) -> None:
    fits = ask(strict, "SELECT * { ?s ?p ?o } LIMIT 50")
    assert len(fits.json()["results"]["bindings"]) == 50
    for query in ("SELECT * { ?s ?p ?o } LIMIT 51", "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 51"):
        answer = ask(strict, query)
        assert (answer.status_code, "more than 50" in answer.text) == (422, True)


@pytest.fixture(scope="module")
def long(seeds_store: Path) -> Iterator[httpx.Client]:
    """A server on which a query may run for longer than anything else in a test takes."""
    options = ("--seconds", "12", "--jobs", "2", "--waiting", "1")
    with (
        serving(seeds_store, *options) as (found, _),
        httpx.Client(base_url=found, timeout=2 * PATIENCE) as client,
    ):
        yield client


def test_more_than_may_wait_are_told_to_come_back(long: httpx.Client) -> None:
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: ask(long, RUNAWAY), range(8)))
    codes = sorted(answer.status_code for answer in found)
    assert codes == [503] * 5 + [504] * 3
    assert all(answer.headers["retry-after"] for answer in found if answer.status_code == 503)
    assert ask(long, "ASK {}").status_code == 200


def test_pages_are_served_while_queries_run_away(long: httpx.Client) -> None:
    with ThreadPoolExecutor(2) as threads:
        running = [threads.submit(ask, long, RUNAWAY) for _ in range(2)]
        time.sleep(0.3)
        assert long.get("/").status_code == 200
        assert not any(each.done() for each in running)
        assert {each.result().status_code for each in running} == {504}


def test_nobody_waits_any_more(seeds_store: Path) -> None:
    """A client that hangs up frees the process long before the deadline."""
    with serving(seeds_store, "--seconds", "600", "--jobs", "1", "--waiting", "0") as (address, _):
        with pytest.raises(httpx.ReadTimeout):
            httpx.post(f"{address}/sparql", data={"query": RUNAWAY}, timeout=httpx.Timeout(PATIENCE, read=1))
        soon(
            lambda: httpx.post(f"{address}/sparql", data={"query": "ASK {}"}, timeout=PATIENCE).status_code,
            lambda code: code == 200,
        )


def test_memory_has_a_limit(seeds_store: Path, tmp_path: Path) -> None:
    from kg.sparql import Answer, Asked, Failure, Fault, Limits, Pool

    pool = Pool(seeds_store, Limits(seconds=60, memory=300 * 1024 * 1024, workers=1))
    try:
        greedy = pool.ask(Asked(GREEDY))
        assert isinstance(greedy, Failure)
        assert greedy.fault is Fault.BROKEN
        assert "memory" in greedy.message
        assert isinstance(pool.ask(Asked("ASK {}")), Answer)
    finally:
        pool.close()


def test_an_answer_has_so_many_bytes(seeds_store: Path) -> None:
    from kg.sparql import Answer, Asked, Failure, Fault, Limits, Pool, Wanted

    pool = Pool(seeds_store, Limits(size=1_000_000, workers=1))
    try:
        large = pool.ask(Wanted(None, "application/n-triples"))
        assert isinstance(large, Failure)
        assert large.fault is Fault.TOO_LARGE
        fits = pool.ask(Asked("SELECT * { ?s ?p ?o } LIMIT 2500"))
        assert isinstance(fits, Answer)
        assert fits.file is not None  # more than goes through a pipe
        assert 500_000 < Path(fits.file).stat().st_size < 1_000_000
        left = list(Path(fits.file).parent.iterdir())
        assert left == [Path(fits.file)]
    finally:
        pool.close()
    assert not Path(fits.file).parent.exists()


def test_a_large_answer_is_whole_and_leaves_nothing_behind(client: httpx.Client) -> None:
    query = "SELECT * { ?s ?p ?o } LIMIT 5000"
    answer = ask(client, query, **{"Accept-Encoding": "identity"})
    assert int(answer.headers["content-length"]) == len(answer.content) > 1_000_000
    assert len(answer.json()["results"]["bindings"]) == 5000


def test_a_killed_server_leaves_no_process(seeds_store: Path) -> None:
    """When the server itself is killed, its processes end, even one that is deep in a query."""
    left: set[int] = set()
    with pytest.raises(AssertionError):  # the server did not end well
        _killed(seeds_store, left)
    assert left
    soon(lambda: [pid for pid in left if Path(f"/proc/{pid}").exists()], lambda alive: not alive)


def _killed(store: Path, left: set[int]) -> None:
    with serving(store, "--seconds", "2", "--jobs", "2") as (address, process):
        httpx.post(f"{address}/sparql", data={"query": "ASK {}"}, timeout=PATIENCE)
        with pytest.raises(httpx.ReadTimeout):
            httpx.post(f"{address}/sparql", data={"query": RUNAWAY}, timeout=httpx.Timeout(PATIENCE, read=0.5))
        left |= children(process.pid)
        os.kill(process.pid, signal.SIGKILL)


# -- nothing leaves the machine ------------------------------------------------------------------------------


TOLD = b'{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":"y"}}]}}'


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """A web server that notes who came."""
    came: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            came.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "application/sparql-results+json")
            self.send_header("Content-Length", str(len(TOLD)))
            self.end_headers()
            self.wfile.write(TOLD)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/", came
    finally:
        server.shutdown()
        server.server_close()


CALLS = [
    "SELECT * {{ SERVICE <{0}> {{ ?s ?p ?x }} }}",
    "SELECT * {{ SeRvIcE SILENT <{0}> {{ ?s ?p ?x }} }}",
    "# a comment\nSELECT * {{ # SERVICE\n SERVICE <{0}> {{ ?s ?p ?x }} }}",
    "PREFIX x: <{0}> SELECT * {{ SERVICE x: {{ ?s ?p ?x }} }}",
    "PREFIX service: <{0}> SELECT * {{ SERVICE service: {{ ?s ?p ?x }} }}",
    "SELECT * {{ VALUES ?where {{ <{0}> }} SERVICE ?where {{ ?s ?p ?x }} }}",
    "SELECT * {{ {{ SELECT * {{ SERVICE <{0}> {{ ?s ?p ?x }} }} }} }}",
    "ASK {{ ?s ?p 1SERVICE <{0}> {{ ?a ?b ?c }} }}",
    "SELECT * {{ FILTER EXISTS {{ SERVICE <{0}> {{ ?s ?p ?x }} }} }}",
    "SELECT * {{ \\u0053ERVICE <{0}> {{ ?s ?p ?x }} }}",
    "SELECT ('SERVICE' AS ?text) {{ SERVICE <{0}> {{ ?s ?p ?x }} }}",
    "LOAD <{0}>",
    "LOAD SILENT <{0}> INTO GRAPH <{0}g>",
    "SELECT * FROM <{0}> {{ ?s ?p ?o }}",
    "SELECT * FROM NAMED <{0}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "DESCRIBE <{0}>",
    "SELECT * FROM <{0}> FROM <{0}b> {{ ?s ?p ?o }}",
]


@pytest.mark.parametrize("call", CALLS)
def test_a_query_calls_nobody(client: httpx.Client, call: str) -> None:
    with listening() as (address, came):
        answer = ask(client, call.format(address))
        assert answer.status_code in (200, 400, 403)
        direct = client.post(
            "/sparql", content=call.format(address), headers={"Content-Type": "application/sparql-query"}
        )
        assert direct.status_code == answer.status_code
        client.get("/sparql", params={"query": "ASK {}", "default-graph-uri": address})
        client.get("/graphs", params={"graph": address})
    assert came == []


def test_a_call_that_is_allowed(seeds_store: Path) -> None:
    """The listener of the test above is one that can be called."""
    with listening() as (there, came), serving(seeds_store, "--allow-service") as (address, _):
        query = CALLS[0].format(there)
        answer = httpx.post(f"{address}/sparql", data={"query": query}, timeout=PATIENCE)
        assert answer.json()["results"]["bindings"] == [{"x": {"type": "literal", "value": "y"}}]
        described = httpx.get(
            f"{address}/sparql", headers={"Accept": "text/turtle"}, timeout=PATIENCE
        ).text
        update = httpx.post(f"{address}/sparql", data={"query": f"LOAD <{there}>"}, timeout=PATIENCE)
    assert len(came) == 1
    assert "BasicFederatedQuery" in described
    assert update.status_code in (400, 403)


def test_a_half_request_holds_nobody_up(client: httpx.Client, address: str) -> None:
    host, _, port = address.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port))) as slow:
        slow.sendall(
            b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 99\r\n\r\nASK"
        )
        assert ask(client, "ASK {}").status_code == 200
