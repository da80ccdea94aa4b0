"""A store that is built while it is served: real builds and servers, readers who notice nothing but news."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import httpx
import pytest

from kg import build
from kg.serve.renewal import LOOK
from kg.snapshot import BusyError, is_written, state, take
from kg.store import open_store
from tests.patience import PATIENCE, soon
from tests.reviewed import MEETING
from tests.serving import searchable, serving

HTML = {"Accept": "text/html", "Accept-Language": "en"}
COUNT = {"query": "SELECT (COUNT(*) AS ?n) { ?s a dang:Official }", "as": "csv"}
PREFIX = "PREFIX dang: <https://w3id.org/dangbo/ontology#> "


def article(folder: Path, name: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{name.lower().replace(' ', '-')}.txt"
    path.write_text(MEETING.format(name=name, year=2019), encoding="utf-8")
    return path


@pytest.fixture
def store(tmp_path: Path) -> Path:
    folder = tmp_path / "store"
    assert build([article(tmp_path / "first", "Đỗ Quang Chiểu")], folder).errors == ()
    return folder


@contextmanager
def building(store: Path, source: str) -> Iterator[subprocess.Popen[bytes]]:
    """A build that goes on as long as its standard input does."""
    command = [sys.executable, "-m", "kg", "build", source, "--store", str(store)]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        soon(lambda: is_written(store))
        yield process
    finally:
        process.kill()
        process.communicate()


def officials(client: httpx.Client) -> int:
    query = PREFIX + COUNT["query"]
    answer = client.get("/sparql", params={"query": query, "as": "csv"})
    assert answer.status_code == 200, answer.text
    return int(answer.text.split()[1])


def found(client: httpx.Client, name: str) -> bool:
    return name in client.get("/search", params={"q": name, "kind": "person"}, headers=HTML).text.partition(
        "</form>"
    )[2].replace("<mark>", "").replace("</mark>", "")


def test_a_store_that_is_built_anew_is_served_anew(kg, store: Path, tmp_path: Path) -> None:
    """Readers ask without a pause; each is answered, and sees the old state or the new one whole."""
    with serving(store) as (address, _), httpx.Client(base_url=address, timeout=PATIENCE) as client:
        searchable(address)
        assert officials(client) == 1
        codes: list[int] = []
        enough = Event()

        def read() -> None:
            with httpx.Client(base_url=address, timeout=PATIENCE, headers=HTML) as reader:
                while not enough.is_set():
                    codes.append(reader.get("/people").status_code)

        threads = [Thread(target=read) for _ in range(3)]
        for thread in threads:
            thread.start()
        try:
            article(tmp_path / "second", "Ngô Thị Hoà")
            assert kg("build", tmp_path / "second", "--store", store).code == 0
            soon(lambda: officials(client), lambda count: count == 2)
            soon(lambda: found(client, "Ngô Thị Hoà"))
            assert found(client, "Đỗ Quang Chiểu")
        finally:
            enough.set()
            for thread in threads:
                thread.join()
        assert set(codes) == {200}
        soon(lambda: len(list(store.glob("served-*"))), lambda count: count == 1)
    assert list(store.glob("served-*")) == []


def test_while_a_build_is_at_work_the_state_before_is_served(store: Path, tmp_path: Path) -> None:
    with serving(store) as (address, _), httpx.Client(base_url=address, timeout=PATIENCE) as client:
        with building(store, "-") as process:
            soon(lambda: "is being built" in client.get("/", headers=HTML).text)
            assert process.stdin is not None
            text = MEETING.format(name="Ngô Thị Hoà", year=2019).replace("\n", "\\n")
            process.stdin.write(f'{{"id": "hoa", "text": "{text}"}}\n'.encode())
            process.stdin.flush()
            assert officials(client) == 1
            assert client.get("/people", headers=HTML).status_code == 200
            with pytest.raises(BusyError, match="another process is writing"):
                take(store)
            process.stdin.close()
            assert process.wait(PATIENCE) == 0
        soon(lambda: officials(client), lambda count: count == 2)
        assert "is being built" not in soon(
            lambda: client.get("/", headers=HTML).text, lambda page: "is being built" not in page
        )


def test_a_build_that_is_killed_leaves_what_is_complete(store: Path) -> None:
    with serving(store) as (address, _), httpx.Client(base_url=address, timeout=PATIENCE) as client:
        with building(store, "-") as process:
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
        soon(lambda: "is being built" not in client.get("/", headers=HTML).text)
        assert officials(client) == 1


def test_a_server_that_begins_during_a_build_waits_for_it(store: Path) -> None:
    command = [sys.executable, "-u", "-m", "kg", "serve", "--store", str(store), "--port", "0"]
    with building(store, "-") as process:
        server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        try:
            assert server.stderr is not None
            assert server.stdout is not None
            assert "somebody builds the store" in server.stderr.readline()
            assert process.stdin is not None
            process.stdin.close()
            assert "Serving" in server.stdout.readline()
        finally:
            server.send_signal(signal.SIGINT)
            server.communicate(timeout=PATIENCE)


def test_a_store_that_is_read_meanwhile_says_so(kg, store: Path) -> None:
    with building(store, "-"):
        asked = kg("query", "officials", "--store", store)
        assert (asked.code, asked.out) == (2, "")
        assert "another process is writing the store" in asked.err


def test_a_build_that_changes_nothing_changes_nothing(kg, store: Path, tmp_path: Path) -> None:
    with serving(store) as (address, _), httpx.Client(base_url=address, timeout=PATIENCE) as client:
        (before,) = store.glob("served-*")
        known = state(store)
        assert kg("build", tmp_path / "first", "--store", store).code == 0
        assert state(store) != known
        time.sleep(3 * LOOK)
        assert set(store.glob("served-*")) == {before}
        assert officials(client) == 1


def test_a_snapshot_stays_what_it_was(store: Path, tmp_path: Path) -> None:
    taken = take(store)
    assert taken.path.parent == store
    with open_store(taken.path, read_only=True) as before:
        graphs = before.graphs()
        build([article(tmp_path / "second", "Ngô Thị Hoà")], store)
        with open_store(store) as writing:
            writing.quads.optimize()  # throws away every file that the snapshot has
        assert before.graphs() == graphs
        assert len(list(before.query("SELECT * { ?s ?p ?o }"))) > 100
    with open_store(taken.path, read_only=True) as again:
        assert again.graphs() == graphs
    taken.drop()
    assert not taken.path.exists()


def test_what_a_killed_server_left_is_removed(store: Path) -> None:
    with pytest.raises(AssertionError):  # the server did not end well
        _killed(store)
    (left,) = store.glob("served-*")
    mine = take(store)
    other = take(store)
    assert not left.exists()
    assert {mine.path, other.path} == set(store.glob("served-*"))
    mine.drop()
    other.drop()


def _killed(store: Path) -> None:
    with serving(store) as (_, process):
        os.kill(process.pid, signal.SIGKILL)
        process.wait()


def test_a_store_that_can_only_be_read_is_served_as_it_is(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> str:
        raise PermissionError("read-only file system")

    monkeypatch.setattr("tempfile.mkdtemp", refused)
    taken = take(store)
    assert taken.path == store
    taken.drop()
    assert store.is_dir()


def test_a_copy_can_be_served_too(store: Path, tmp_path: Path) -> None:
    """The name of the folder has what an address would take for something else."""
    copy = tmp_path / "a store? 100% #1"
    shutil.copytree(store, copy)
    with serving(copy) as (address, _), httpx.Client(base_url=address, timeout=PATIENCE) as client:
        assert officials(client) == 1
