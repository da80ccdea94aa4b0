"""Articles read on a cluster: the store of a local build, whoever dies on the way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pyoxigraph as ox
import pytest
from clusters import Cluster, cluster

from kg import build
from kg.cluster import Dask, Manifest, Release
from kg.cluster.manifest import RELEASE
from kg.errors import KgError
from kg.pipeline import Build
from kg.store import open_store
from tests.patience import PATIENCE

Run = Callable[..., Any]
Articles = Callable[..., Path]


def content(store: Path) -> list[str]:
    """All quads of a store in order, without what it keeps in its own books on when they came."""
    with open_store(store, read_only=True) as opened:
        books = {opened.provenance, opened.history}
        quads = opened.quads.quads_for_pattern(None, None, None, None)
        return sorted(str(quad) for quad in quads if getattr(quad.graph_name, "value", "") not in books)


def digests(store: Path) -> list[str]:
    """The digests of the graphs' lines, byte by byte as they were written."""
    with open_store(store, read_only=True) as opened:
        rows = opened.query(
            f"SELECT ?g ?d {{ GRAPH <{opened.provenance}> {{ ?g <http://purl.org/dc/terms/identifier> ?d }} }}"
        )
        return sorted(f"{row['g']} {row['d']}" for row in rows)


def told(done: Build) -> tuple[object, ...]:
    errors = sorted((error.source, error.reason) for error in done.errors)
    return done.built, done.unchanged, done.removed, errors, done.unread, done.counts


def same(one: Path, other: Path) -> None:
    assert digests(one) == digests(other)
    assert content(one) == content(other)


@pytest.fixture
def sources(articles: Articles, tmp_path: Path) -> list[Path]:
    """Good articles, one told twice, two under one id, one that is empty, and a file that is none."""
    path = articles(*(f"bai-{n}" for n in range(9)))
    lines = path.read_text(encoding="utf-8").splitlines()
    other = lines[3].replace('"bai-3"', '"bai-7"')
    path.write_text(
        "\n".join([*lines, lines[0], other, '{"id": "trong", "text": ""}', "{"]), encoding="utf-8"
    )
    (tmp_path / "anh.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    return [path, tmp_path / "anh.txt", tmp_path / "none.txt"]


def test_the_same_as_here(a_cluster: Cluster, sources: list[Path], tmp_path: Path) -> None:
    here, there, shards = tmp_path / "here", tmp_path / "there", tmp_path / "shards"
    local = build(sources, here)
    spread = build(sources, there, engine=Dask(a_cluster.address, shards, size=4))
    assert told(spread) == told(local)
    assert local.built == 10
    assert len(local.errors) == 4
    assert len(spread.repeated) == len(local.repeated) == 1
    same(there, here)
    # The files of the release are the graphs of the articles, and nothing else.
    release = msgspec.json.decode((shards / RELEASE).read_bytes(), type=Release)
    assert release.articles == local.built
    released = ox.Store()
    for file in release.files:
        released.bulk_load(path=str(shards / file.name), format=ox.RdfFormat.N_QUADS)
    assert len(released) == release.quads
    with open_store(here, read_only=True) as opened:
        named = {graph for graph in opened.graphs() if "/derived." not in graph}
    assert {str(graph).strip("<>") for graph in released.named_graphs()} == named
    # What is there is not made again; what has changed is.
    before = {path.name: path.stat().st_mtime_ns for path in shards.glob("shard-??????.nq")}
    again = build(sources, there, engine=Dask(a_cluster.address, shards, size=4))
    assert (again.built, again.unchanged) == (0, 10)
    assert {path.name: path.stat().st_mtime_ns for path in shards.glob("shard-??????.nq")} == before
    sources[0].write_text(
        sources[0].read_text(encoding="utf-8").replace("Bài thứ 5", "Bài số 5"), encoding="utf-8"
    )
    once_more = build(sources, there, engine=Dask(a_cluster.address, shards, size=4))
    assert (once_more.built, once_more.unchanged) == (1, 9)
    build(sources, here)
    same(there, here)


@pytest.mark.slow
def test_a_worker_is_killed_midway(articles: Articles, tmp_path: Path) -> None:
    sources = [articles(*(f"bai-{n}" for n in range(24)))]
    build(sources, tmp_path / "here")
    folder, shards = tmp_path / "cluster", tmp_path / "shards"
    folder.mkdir()
    with cluster(folder) as running:
        killed: list[int] = []

        def kill(_: object) -> None:
            if not killed and len(list(shards.glob("shard-*.json"))) >= 3:
                killed.append(running.workers[0])
                os.kill(running.workers[0], signal.SIGKILL)

        engine = Dask(running.address, shards, size=2, timeout=PATIENCE)
        done = build(sources, tmp_path / "there", engine=engine, on_article=kill)
    assert killed
    assert (done.built, done.errors) == (24, ())
    same(tmp_path / "there", tmp_path / "here")


@pytest.mark.slow
def test_an_article_that_kills_its_workers_costs_its_shard(articles: Articles, tmp_path: Path) -> None:
    ids = [f"bai-{n}" for n in range(8)]
    sources = [articles(*ids[:3], "killer", *ids[3:6], "shard-fault", *ids[6:])]
    folder, shards = tmp_path / "cluster", tmp_path / "shards"
    folder.mkdir()
    with cluster(folder, "blind") as running:  # the workers see another folder: quads come over the network
        engine = Dask(running.address, shards, size=2, timeout=PATIENCE)
        done = build(sources, tmp_path / "there", engine=engine)
    name = str(sources[0])
    reasons = {error.source: error.reason for error in done.errors}
    assert set(reasons) == {f"{name}:{line}" for line in (3, 4, 7, 8)}
    assert "died" in reasons[f"{name}:3"]
    # on a slow machine the shard may wait at a worker that the killer takes along
    assert any(word in reasons[f"{name}:7"] for word in ("MemoryError", "died"))
    assert done.built == 6
    # Where the articles do no harm the rest is made, from the same shards.
    build(sources, tmp_path / "here")
    with cluster(folder) as running, pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.cluster.engine.Dask._submit", _here)
        done = build(sources, tmp_path / "there", engine=Dask(running.address, shards, size=2))
    assert (done.built, done.unchanged, done.errors) == (4, 6, ())
    same(tmp_path / "there", tmp_path / "here")


def _here(self: Dask, client: Any, shard: Any, base: str, token: str) -> Any:
    """Make a shard in this process."""
    from concurrent.futures import Future

    from kg.cluster.shards import extract_into

    done: Any = Future()
    done.client = client
    done.set_result(extract_into(shard, base, str(self._folder), token))
    done.release = lambda: None
    return done


@pytest.mark.slow
def test_a_killed_build_goes_on(a_cluster: Cluster, articles: Articles, tmp_path: Path) -> None:
    sources = [articles(*(f"bai-{n}" for n in range(16)))]
    there, shards = tmp_path / "there", tmp_path / "shards"
    words = [
        "--engine",
        "dask",
        "--scheduler",
        a_cluster.address,
        "--shards",
        str(shards),
        "--shard-size",
        "2",
    ]
    command = [sys.executable, "-m", "kg", "build", str(sources[0]), "--store", str(there), *words]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 120
    while len(list(shards.glob("shard-*.json"))) < 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=PATIENCE)
    made = {path.name: path.stat().st_mtime_ns for path in shards.glob("shard-*.json")}
    assert len(made) >= 2
    build(sources, there, engine=Dask(a_cluster.address, shards, size=2))
    kept = {path.name: path.stat().st_mtime_ns for path in shards.glob("shard-*.json")}
    assert len(kept) == 8
    assert sum(kept[name] == when for name, when in made.items()) >= 2
    build(sources, tmp_path / "here")
    same(there, tmp_path / "here")


def test_harmed_shards_are_made_again(a_cluster: Cluster, articles: Articles, tmp_path: Path) -> None:
    sources, shards = [articles("bai-1", "bai-2")], tmp_path / "shards"
    build(sources, tmp_path / "one", engine=Dask(a_cluster.address, shards, size=1))
    harmed = shards / "shard-000001.nq"
    data = harmed.read_bytes()
    harmed.write_bytes(data[:-9])
    (shards / "shard-000000.json").write_text("{", encoding="utf-8")
    done = build(sources, tmp_path / "two", engine=Dask(a_cluster.address, shards, size=1))
    assert (done.built, done.errors) == (2, ())
    assert harmed.read_bytes() == data
    same(tmp_path / "one", tmp_path / "two")


def test_workers_of_another_version_are_refused(
    a_cluster: Cluster, articles: Articles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.cluster.engine.program", lambda: "another")
    with pytest.raises(KgError, match="another version"):
        build([articles("bai-1")], tmp_path / "store", engine=Dask(a_cluster.address, tmp_path / "shards"))


def test_manifests_read_back(a_cluster: Cluster, articles: Articles, tmp_path: Path) -> None:
    build([articles("bai-1")], tmp_path / "store", engine=Dask(a_cluster.address, tmp_path / "shards"))
    data = (tmp_path / "shards" / "shard-000000.json").read_bytes()
    found = msgspec.json.decode(data, type=Manifest)
    assert [line.identifier for line in found.articles] == ["bai-1"]
    assert found.quads == found.articles[0].quads > 0


def test_what_goes_wrong_is_one_line(kg: Run, articles: Articles, tmp_path: Path) -> None:
    path, store = articles("bai-1"), tmp_path / "store"
    cases = (
        ("--engine", "dask"),
        ("--scheduler", "tcp://127.0.0.1:9"),
        ("--engine", "dask", "--scheduler", "tcp://127.0.0.1:9", "--llm"),
    )
    for words in cases:
        done = kg("build", path, "--store", store, *words)
        assert (done.code, done.err.count("\n")) == (2, 1), words
    with pytest.raises(KgError, match="no Dask scheduler") as caught:
        build([path], store, engine=Dask("tcp://127.0.0.1:9", tmp_path / "shards", timeout=1))
    assert "\n" not in str(caught.value)
