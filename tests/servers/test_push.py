"""A store pushed to real servers: what is sent, what goes, what a kill leaves, what the counts say."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from running import Running, oxigraph

from kg.errors import StoreError
from kg.nquads import string
from kg.remote import Mismatch, RemoteStore, push
from kg.remote import marks as marking
from kg.store import KgStore, memory_store, open_store
from kg.vocab import Minter
from tests.patience import PATIENCE, soon

FOREIGN = "urn:example:others"


@pytest.fixture
def base(request: pytest.FixtureRequest) -> str:
    """A base of its own for each test, so that tests may share a server."""
    return f"https://example.org/{abs(hash(request.node.name))}/"


@pytest.fixture
def store(base: str) -> Iterator[KgStore]:
    with memory_store(base) as made:
        yield made


def graph(store: KgStore, name: str) -> str:
    return Minter(store.base).graph(name)


def said(store: KgStore, name: str, *labels: str) -> tuple[str, list[str]]:
    """The lines of a graph that labels a thing of its own, and one that all graphs label alike."""
    named, label = graph(store, name), "http://www.w3.org/2000/01/rdf-schema#label"
    lines = [f"<{store.base}{name}> <{label}> {string(text)} <{named}> .\n" for text in labels]
    return named, [*lines, f"<{store.base}all> <{label}> {string('chung một nhãn')} <{named}> .\n"]


def here(store: KgStore, name: str) -> set[str]:
    found = store.quads.quads_for_pattern(None, None, None, ox.NamedNode(graph(store, name)))
    return {str(quad.triple) for quad in found}


def there(server: RemoteStore, store: KgStore, name: str) -> set[str]:
    return {str(triple) for triple in server.get(graph(store, name))}


def merged(server: RemoteStore, store: KgStore) -> list[str]:
    """What the default graph says of this test's things, each as often as it is told."""
    rows = server.query(f"SELECT ?s ?o {{ ?s ?p ?o FILTER(STRSTARTS(STR(?s), {string(store.base)})) }}")
    return sorted(f"{row['s']} {row['o']}" for row in rows if "/graph/" not in str(row["s"]))


def test_only_what_changed_is_sent(server: RemoteStore, store: KgStore) -> None:
    store.replace_all([said(store, "one", "một", "hai"), said(store, "two", "“ba”\n\\bốn")])
    first = push(store, server)
    assert (first.sent, first.unchanged, first.removed, first.triples, first.wrong) == (2, 0, 0, 5, ())
    assert there(server, store, "one") == here(store, "one")
    assert there(server, store, "two") == here(store, "two")
    assert push(store, server).sent == 0
    store.replace_all([said(store, "one", "một", "năm"), said(store, "three", "sáu")])
    again = push(store, server)
    assert (again.sent, again.unchanged, again.wrong) == (2, 1, ())
    for name in ("one", "two", "three"):
        assert there(server, store, name) == here(store, name)


def test_what_the_store_lost_goes_and_what_others_have_stays(server: RemoteStore, store: KgStore) -> None:
    server.update(f"INSERT DATA {{ GRAPH <{FOREIGN}> {{ <{FOREIGN}> <{FOREIGN}> 1 }} }}")
    store.replace_all([said(store, "one", "một"), said(store, "two", "hai")])
    push(store, server)
    store.remove(graph(store, "two"))
    assert push(store, server, dry_run=True).removed == 1
    assert push(store, server, keep=True).removed == 0
    assert there(server, store, "two")
    done = push(store, server)
    assert (done.sent, done.removed, done.wrong) == (0, 1, ())
    assert there(server, store, "two") == set()
    assert len(server.get(FOREIGN)) == 1
    assert push(store, server).removed == 0


def test_the_default_graph_is_the_merge(an_oxigraph: Running, store: KgStore) -> None:
    """Each triple once, however many graphs have it, whatever is replaced and removed."""
    with RemoteStore(an_oxigraph.root) as server:
        server.settle()
        steps = (
            lambda: store.replace_all([said(store, "one", "một"), said(store, "two", "hai")]),
            lambda: store.replace_all([said(store, "one", "ba")]),
            lambda: store.remove(graph(store, "two")),
            lambda: store.remove(graph(store, "one")),
        )
        for step in steps:
            step()
            assert push(store, server).merged
            expected = store.query("SELECT ?s ?o { ?s ?p ?o }")
            assert merged(server, store) == sorted(f"{row['s']} {row['o']}" for row in expected)


def test_a_union_is_found_out(tmp_path: Path, store: KgStore) -> None:
    with oxigraph(tmp_path, "--union-default-graph") as running, RemoteStore(running.root) as server:
        server.settle()
        store.replace_all([said(store, "one", "một")])
        done = push(store, server)
        assert (done.merged, done.wrong) == (False, ())
        assert len(merged(server, store)) == 2


def test_what_is_pending_is_sent_again_or_removed(server: RemoteStore, store: KgStore) -> None:
    store.replace_all([said(store, "one", "một"), said(store, "two", "hai")])
    push(store, server)
    server.update(marking.pending(store.provenance, [graph(store, "one"), graph(store, "two")]))
    server.update(
        f"DELETE {{ GRAPH ?g {{ ?s ?p ?o }} }} WHERE {{ VALUES ?g {{ <{graph(store, 'one')}> }} GRAPH ?g {{ ?s ?p ?o }} }}"
    )
    store.remove(graph(store, "two"))
    done = push(store, server)
    assert (done.sent, done.removed, done.wrong) == (1, 1, ())
    assert there(server, store, "one") == here(store, "one")
    assert there(server, store, "two") == set()


def test_counts_tell_what_is_not_right(server: RemoteStore, store: KgStore) -> None:
    name, lines = said(store, "one", "một")
    store.replace_all([(name, lines)])
    push(store, server)
    server.update(f"INSERT DATA {{ GRAPH <{name}> {{ <{name}> <{name}> 1 }} }}")
    assert push(store, server).wrong == (Mismatch(name, 2, 3),)
    assert push(store, server, again=True).wrong == ()


def test_a_long_graph_goes_in_parts(
    server: RemoteStore, store: KgStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.remote.pushing._SAID", 7)
    monkeypatch.setattr("kg.remote.pushing._TRIPLES", 9)
    store.replace_all([said(store, "one", *map(str, range(40))), said(store, "two", *map(str, range(3)))])
    assert push(store, server).wrong == ()
    store.replace_all([said(store, "one", *map(str, range(20, 60)))])
    assert push(store, server).wrong == ()
    assert there(server, store, "one") == here(store, "one")


def test_what_a_killed_push_began_may_end_later(
    server: RemoteStore, store: KgStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What changes while a push goes on is sent again, once; after that somebody else is at it."""
    store.replace_all(said(store, f"n{n}", str(n)) for n in range(3))

    def late(done: int, total: int) -> None:
        server.update(marking.pending(store.provenance, [graph(store, "n1")]))

    assert push(store, server, on_progress=late).wrong == ()
    assert push(store, server).unchanged == 3
    monkeypatch.setattr("kg.remote.pushing._Push.changed", lambda *_: [])
    with pytest.raises(StoreError, match="another push changed"):
        push(store, server, again=True, on_progress=late)


def test_marks_are_read_page_by_page(
    server: RemoteStore, store: KgStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.remote.marks._PAGE", 2)
    store.replace_all(said(store, f"n{n}", str(n)) for n in range(7))
    push(store, server)
    assert list(marking.read(server, store.provenance)) == [graph(store, f"n{n}") for n in range(7)]


def test_whole_graphs(server: RemoteStore, store: KgStore) -> None:
    """The Graph Store protocol: put replaces, add adds, delete deletes, and what is not there is no error."""
    name, first = graph(store, "g"), '<urn:a> <urn:b> "đường phố" .\n'
    server.put(name, first)
    server.put(name, '<urn:a> <urn:b> "Đảng bộ"@vi .\n')
    server.add(name, "<urn:a> <urn:b> 7 .\n".replace("7", '"7"^^<http://www.w3.org/2001/XMLSchema#integer>'))
    assert {str(triple.object) for triple in server.get(name)} == {
        '"Đảng bộ"@vi',
        '"7"^^<http://www.w3.org/2001/XMLSchema#integer>',
    }
    server.delete(name)
    server.delete(name)
    assert server.get(name) == []


def _kg(*words: str) -> list[str]:
    return [sys.executable, "-m", "kg", *words]


@pytest.mark.slow
def test_a_killed_push_goes_on(running: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed at three moments; the next push completes it, and sends no more than was left."""
    monkeypatch.setenv("DANGBO_ENDPOINT_USER", running.credentials.user if running.credentials else "")
    monkeypatch.setenv(
        "DANGBO_ENDPOINT_PASSWORD", running.credentials.password if running.credentials else ""
    )
    graphs = 2500
    folder, base = tmp_path / "store", f"https://example.org/killed-{os.getpid()}/"
    with open_store(folder, create=True, base=base) as store:
        store.replace_all(said(store, f"k{n}", *(f"{n} {m}" for m in range(4))) for n in range(graphs))
    with (
        open_store(folder, read_only=True) as store,
        RemoteStore(running.root, credentials=running.credentials) as server,
    ):
        server.settle()
        before = 0
        for _ in range(3):
            process = subprocess.Popen(_kg("push", running.root, "--store", str(folder)))
            _until_more(server, store, before)
            process.send_signal(signal.SIGKILL)
            process.wait(timeout=PATIENCE)
            before = _whole(server, store)
        done = push(store, server)
        assert done.unchanged >= before > 0
        assert (done.sent + done.unchanged, done.wrong) == (graphs, ())


def _whole(server: RemoteStore, store: KgStore) -> int:
    known = marking.read(server, store.provenance)
    return sum(mark.digest != marking.PENDING for mark in known.values())


def _until_more(server: RemoteStore, store: KgStore, before: int) -> None:
    """Wait until more graphs are whole there than before."""
    soon(lambda: _whole(server, store), lambda whole: whole > before, every=0.02)


@pytest.mark.slow
def test_a_server_that_comes_back(tmp_path: Path) -> None:
    """A server that is killed midway and started again on its folder gets all."""
    folder = tmp_path / "store"
    with open_store(folder, create=True) as store:
        store.replace_all(said(store, f"k{n}", *(f"{n} {m}" for m in range(4))) for n in range(2500))
    with oxigraph(tmp_path / "server") as first:
        port = int(first.root.rpartition(":")[2])
        process = subprocess.Popen(_kg("push", first.root, "--store", str(folder)))
        with open_store(folder, read_only=True) as store, RemoteStore(first.query) as server:
            _until_more(server, store, 0)
    with oxigraph(tmp_path / "server", port=port) as second:
        assert process.wait(timeout=2 * PATIENCE) == 0
        with open_store(folder, read_only=True) as store, RemoteStore(second.root) as server:
            server.settle()
            done = push(store, server)
            assert (done.sent, done.unchanged, done.wrong) == (0, 2500, ())
