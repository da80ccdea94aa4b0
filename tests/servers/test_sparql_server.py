"""The same answers from a real SPARQL 1.1 server as from the embedded store."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from five_articles import five_articles, reference
from SPARQLWrapper import JSON, SPARQLWrapper

from kg.derive import derive
from kg.errors import KgError, QueryError
from kg.graph import quads
from kg.query import load, queries, run
from kg.remote import RemoteStore
from kg.store import KgStore, open_store
from kg.vocab import Minter
from tests.patience import PATIENCE
from tests.serving import answers

ASKED = [
    ("secretaries", {"unit": "uong bi", "on": "2017-06-01"}),
    ("theme-elements-shared", {"unit": "Tiên Yên"}),
    ("implementing-documents", {"document": "08-NQ/TU"}),
    ("concurrent-posts", {}),
    ("article-facts", {"article": "chi-linh"}),
    ("document-cascade", {}),
]


def _server() -> str:
    found = shutil.which("oxigraph") or shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    if found is None:
        pytest.skip("the oxigraph server is not installed")
    return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KgStore]:
    folder = tmp_path_factory.mktemp("served") / "store"
    mint = Minter()
    with open_store(folder, create=True) as writing:
        writing.replace_all((mint.graph(facts.article.id), quads(facts)) for facts in five_articles())
        writing.replace_all([(mint.derived_graph("gazetteer"), reference())])
        derive(writing.quads, lambda graph, lines: writing.replace_all([(graph, lines)]))
    with open_store(folder, read_only=True) as reading:
        yield reading


@pytest.fixture(scope="module")
def endpoint(store: KgStore) -> Iterator[str]:
    """A server on the store's own folder, gone for good afterwards."""
    port = _free_port()
    location = str(store.path / "quads")
    command = [_server(), "serve-read-only", "--location", location, "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        answers(process, f"http://127.0.0.1:{port}/")
        yield f"http://127.0.0.1:{port}/query"
    finally:
        process.kill()
        process.wait(timeout=PATIENCE)
    with pytest.raises(ProcessLookupError):
        os.kill(process.pid, signal.SIG_DFL)


@pytest.mark.parametrize(("name", "params"), ASKED, ids=[name for name, _ in ASKED])
def test_server_and_store_agree(store: KgStore, endpoint: str, name: str, params: dict[str, str]) -> None:
    here = run(store, name, params)
    there = run(RemoteStore(endpoint), name, params)
    assert here.rows
    assert there.columns == here.columns
    assert there.rows == here.rows
    assert there.triples == here.triples


@pytest.mark.parametrize("name", ["officials", "theme-history"])
def test_the_files_run_as_they_are_in_any_client(store: KgStore, endpoint: str, name: str) -> None:
    client = SPARQLWrapper(endpoint)
    client.setQuery(queries()[name].text)
    client.setReturnFormat(JSON)
    answer = client.query().convert()
    assert isinstance(answer, dict)
    got = [
        [row.get(column, {}).get("value", "") for column in answer["head"]["vars"]]
        for row in answer["results"]["bindings"]
    ]
    expected = [[term.value if term is not None else "" for term in row] for row in run(store, name).rows]
    assert got == expected


def test_refusals_come_before_the_server(endpoint: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        run(RemoteStore(endpoint), "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(KgError) as caught:
        run(RemoteStore(f"http://127.0.0.1:{_free_port()}/query"), load("ASK {}"))
    assert "\n" not in str(caught.value)
