"""Candidates from a SPARQL server that holds a little of Wikidata, and from servers that misbehave."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kg.align import Endpoint, align, lines
from kg.align.candidates import question
from kg.errors import StoreError, UsageError
from kg.model import Verdict
from kg.reconcile import Entity, Kind, load
from kg.store import open_store
from kg.validate import validate
from kg.vocab import DANG, OWL, RDF, SKOS, WIKIDATA
from tests.patience import PATIENCE
from tests.serving import answers

SAMPLE = Path(__file__).with_name("sample.ttl")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real SPARQL 1.1 server with the sample."""
    server = shutil.which("oxigraph") or shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    if server is None:
        pytest.skip("the oxigraph server is not installed")
    folder = str(tmp_path_factory.mktemp("wikidata") / "store")
    quads = ox.Store(folder)
    quads.bulk_load(SAMPLE.read_bytes(), ox.RdfFormat.TURTLE)
    quads.flush()
    del quads
    port = free_port()
    command = [server, "serve-read-only", "--location", folder, "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        answers(process, f"http://127.0.0.1:{port}/")
        yield f"http://127.0.0.1:{port}/query"
    finally:
        process.kill()
        process.wait(timeout=PATIENCE)


@pytest.fixture(scope="module")
def things(seeds_store: Path) -> list[Entity]:
    with open_store(seeds_store, read_only=True) as store:
        return load(store.quads)


@pytest.fixture
def store(seeds_store: Path, tmp_path: Path) -> Path:
    """A store that may be written to."""
    copy: Path = shutil.copytree(seeds_store, tmp_path / "store")
    return copy


def thing(things: list[Entity], name: str, kind: Kind) -> Entity:
    return next(each for each in things if each.name == name and each.kind is kind and not each.placeless)


def item(number: int) -> str:
    return f"{WIKIDATA.base}Q{number}"


def test_candidates_with_reasons(things: list[Entity], address: str) -> None:
    pairs = align(things, Endpoint(address, pause=0))
    found = {(pair.thing.name, pair.item.iri): pair.candidate for pair in pairs}
    secretary = found["Nghiêm Xuân Cường", item(990020)]
    assert secretary.match
    assert (secretary.feature("name"), secretary.feature("post"), secretary.feature("date")) == (1, 1, 1)
    # A namesake with another post is no match, if it is shown at all.
    assert not any(c.match for (name, iri), c in found.items() if iri == item(990021))
    # A common enough name and a fitting age are a candidate, not a match.
    assert not found["Hoàng Quốc Thưởng", item(990022)].match
    # Bodies, the mark at its old place; units in their province.
    assert found["Thành ủy Uông Bí", item(990040)].match
    assert found["thành phố Uông Bí", item(990011)].feature("unit") == 1
    # Not what is called so elsewhere, in another language, or is something else.
    assert not {990016, 990023, 990024, 990025} & {int(iri.rpartition("Q")[2]) for _, iri in found}
    assert {iri.startswith(WIKIDATA.base) for _, iri in found} == {True}


def test_one_of_two_places_of_a_name(address: str) -> None:
    tan_uyen = Entity(
        "https://w3id.org/dangbo/id/unit/legacy.723",
        Kind.UNIT,
        ("thị xã Tân Uyên",),
        {"kind": (value("thị xã"),), "unit": (value("tỉnh Bình Dương"),)},
    )
    (first, *others) = align([tan_uyen], Endpoint(address, pause=0))
    assert (first.item.iri, first.candidate.match) == (item(990012), True)
    assert not any(pair.candidate.match for pair in others)


def value(text: str) -> Any:
    from kg.reconcile import Value

    return Value((text,))


def test_what_is_judged_different_is_gone_and_the_same_is_kept(things: list[Entity], address: str) -> None:
    cuong = thing(things, "Nghiêm Xuân Cường", Kind.PERSON)
    verdicts = {
        (cuong.iri, item(990020)): Verdict.DIFFERENT,
        (cuong.iri, item(990021)): Verdict.SAME,
        (cuong.iri, item(990999)): Verdict.SAME,
    }
    pairs = align([cuong], Endpoint(address, pause=0), verdicts)
    assert [(pair.item.iri, pair.verdict) for pair in pairs] == [(item(990021), Verdict.SAME)]


def test_nothing_is_stated_unless_judged(things: list[Entity], address: str) -> None:
    cuong = thing(things, "Nghiêm Xuân Cường", Kind.PERSON)
    base = "https://w3id.org/dangbo/id/"

    def triples(verdicts: dict[tuple[str, str], Verdict]) -> set[tuple[str, str, str]]:
        _, quads = lines(align([cuong], Endpoint(address, pause=0), verdicts), base)
        return {
            (quad.subject.value, quad.predicate.value, str(getattr(quad.object, "value", "")))
            for quad in ox.parse("".join(quads), ox.RdfFormat.N_QUADS)
        }

    proposed = triples({})
    assert not [each for each in proposed if each[0] == cuong.iri]
    assert {o for _, p, o in proposed if p == RDF.predicate} == {SKOS.exactMatch}
    assert {o for _, p, o in proposed if p == RDF.type} >= {DANG.MatchCandidate}
    judged = triples({(cuong.iri, item(990020)): Verdict.SAME})
    assert [each for each in judged if each[0] == cuong.iri] == [(cuong.iri, OWL.sameAs, item(990020))]


def test_what_is_asked_tells_names_only(things: list[Entity]) -> None:
    """The properties are compared here; nothing of them is sent."""
    seen: list[str] = []

    class Listening(Endpoint):
        def rows(self, query: str) -> list[dict[str, str]]:
            seen.append(query)
            return []

    cuong = thing(things, "Nghiêm Xuân Cường", Kind.PERSON)
    assert {wish.property for wish in question(cuong).wishes} == {"post", "date"}
    assert align([cuong], Listening("http://127.0.0.1:9/")) == []
    assert len(seen) == 1
    assert "Nghiêm Xuân Cường" in seen[0]
    assert "Uông Bí" not in seen[0]


def test_names_can_not_break_out_of_the_query(address: str) -> None:
    bad = '"@vi } UNION { ?item ?p ?o } #\\'
    odd = Entity("https://w3id.org/dangbo/id/person/x", Kind.PERSON, (bad,))
    assert align([odd], Endpoint(address, pause=0)) == []


# -- the verb ----------------------------------------------------------------------------------------------


def test_kept_in_a_graph_of_its_own(kg, store: Path, address: str) -> None:
    ran = kg("align", "--endpoint", address, "--kind", "person", "--pause", 0, "--store", store)
    assert (ran.code, ran.err) == (0, "")
    assert "wd:Q990020" in ran.out
    assert "post 1" in ran.out
    with open_store(store, read_only=True) as reading:
        assert any(graph.endswith("derived.alignment") for graph in reading.graphs())
        report = validate(reading.quads)
        assert report.conforms
    shown = kg("explain", "Nghiêm Xuân Cường", "--store", store).out
    assert "computed (alignment-candidate): Nghiêm Xuân Cường — exactMatch — Nghiêm Xuân Cường" in shown
    again = kg("align", "--endpoint", address, "--kind", "unit", "--pause", 0, "--store", store, "--json")
    assert {row["item"] for row in json.loads(again.out)} >= {item(990011)}
    assert "wd:Q990020" not in kg("explain", "Nghiêm Xuân Cường", "--store", store).out


def test_written_to_a_file_and_judged(
    kg, store: Path, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    asked = ["align", "--endpoint", address, "--kind", "person", "--pause", 0, "--store", store, "--json"]
    first = kg(*asked, "--out", "a.ttl")
    row = next(row for row in json.loads(first.out) if row["item"] == item(990020))
    assert row["judged"] is None
    with open_store(store, read_only=True) as reading:
        assert not any(graph.endswith("derived.alignment") for graph in reading.graphs())
    written = {
        quad.predicate.value for quad in ox.parse((tmp_path / "a.ttl").read_bytes(), ox.RdfFormat.TURTLE)
    }
    assert OWL.sameAs not in written
    short = row["thing"].removeprefix("https://w3id.org/dangbo/id/").replace("/", ":", 1)
    (tmp_path / "judgements.tsv").write_text(f"same\t{short}\twd:Q990020\tme\t2026-01-01\tthe post\n")
    second = json.loads(kg(*asked, "--out", "b.ttl").out)
    assert next(row for row in second if row["item"] == item(990020))["judged"] == "same"
    triples = {quad.triple for quad in ox.parse((tmp_path / "b.ttl").read_bytes(), ox.RdfFormat.TURTLE)}
    same = ox.Triple(ox.NamedNode(row["thing"]), ox.NamedNode(OWL.sameAs), ox.NamedNode(item(990020)))
    assert same in triples


def test_judged_pairs_are_sound_too(kg, store: Path, address: str, tmp_path: Path) -> None:
    named = json.loads(kg("align", "--endpoint", address, "--pause", 0, "--store", store, "--json").out)
    file = tmp_path / "mine.tsv"
    file.write_text(f"same\t{named[0]['thing']}\twd:{named[0]['item'].rpartition('/')[2]}\n")
    ran = kg("align", "--endpoint", address, "--pause", 0, "--store", store, "--judgements", file)
    assert ran.code == 0
    with open_store(store, read_only=True) as reading:
        assert validate(reading.quads).conforms


def test_no_endpoint_no_question(kg, store: Path) -> None:
    ran = kg("align", "--store", store)
    assert ran.code == 2
    assert "--endpoint" in ran.err
    assert kg("align", "--endpoint", "ftp://x", "--store", store).code == 2


def test_nobody_there(kg, store: Path) -> None:
    """An address without a server: tried again, then told in one line."""
    with pytest.raises(StoreError, match="no answer"):
        Endpoint(f"http://127.0.0.1:{free_port()}/", tries=2, sleep=lambda _: None).rows("SELECT * {}")
    with pytest.raises(UsageError):
        Endpoint("query.wikidata.org")


# -- endpoints that misbehave ------------------------------------------------------------------------------


@contextmanager
def misbehaving(
    answer: Callable[[int], tuple[int, dict[str, str], bytes]],
) -> Iterator[tuple[str, list[Any]]]:
    """A server that answers its nth request as told; yields its address and the requests that it got."""
    got: list[Any] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            got.append((dict(self.headers), body))
            status, headers, content = answer(len(got))
            self.send_response(status)
            for name, text in {"Content-Type": "application/sparql-results+json", **headers}.items():
                self.send_header(name, text)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/sparql", got
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


EMPTY = json.dumps({"head": {"vars": []}, "results": {"bindings": []}}).encode()


def test_a_busy_endpoint_is_left_alone_for_a_while() -> None:
    slept: list[float] = []
    busy = {1: (429, {"Retry-After": "7"}, b""), 2: (503, {}, b""), 3: (500, {}, b"")}
    with misbehaving(lambda n: busy.get(n, (200, {}, EMPTY))) as (address, got):
        endpoint = Endpoint(address, pause=0.5, agent="tester (me@example.org)", sleep=slept.append)
        assert endpoint.rows("SELECT * {}") == []
        assert endpoint.rows("SELECT * {}") == []
    assert slept == [7.0, 4.0, 8.0, 0.5]
    assert {headers["User-Agent"] for headers, _ in got} == {"tester (me@example.org)"}


@pytest.mark.parametrize(
    ("status", "content", "times"),
    [
        (400, b"no", 1),
        (403, b"no", 1),
        (404, b"no", 1),
        (503, b"no", 3),
        (200, b"<html>", 1),
        (200, b"[]", 1),
    ],
)
def test_what_is_no_answer_is_one_line(status: int, content: bytes, times: int) -> None:
    with misbehaving(lambda _: (status, {}, content)) as (address, got):
        with pytest.raises(StoreError) as caught:
            Endpoint(address, tries=3, sleep=lambda _: None).rows("SELECT * {}")
        assert "\n" not in str(caught.value)
        assert len(got) == times


def test_answers_are_not_trusted(things: list[Entity]) -> None:
    cells = {"item": "http://evil.example/> } DROP ALL #", "name": "Nghiêm Xuân Cường"}
    row = {name: {"type": "uri", "value": text} for name, text in cells.items()}
    content = json.dumps({"head": {"vars": []}, "results": {"bindings": [row]}}).encode()
    with misbehaving(lambda _: (200, {}, content)) as (address, got):
        cuong = thing(things, "Nghiêm Xuân Cường", Kind.PERSON)
        assert align([cuong], Endpoint(address, pause=0)) == []
        assert len(got) == 1


def test_the_verb_knows_every_kind() -> None:
    from kg.cli.aligning import Kind as Asked

    assert [kind.value for kind in Asked] == [kind.value for kind in Kind]
