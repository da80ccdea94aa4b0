"""Credentials, patience and refusals, against a real HTTP server that answers as it is told."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from running import Running, free_port

from kg.errors import KgError, QueryError, StoreError, UsageError
from kg.remote import Credentials, RemoteStore, credentials
from kg.remote.access import exposed
from kg.remote.services import KINDS, recognised, service
from tests.patience import soon

SECRET = "mật:khẩu 1"
YES = json.dumps({"head": {}, "boolean": True}).encode()
Answer = tuple[int, dict[str, str], bytes]
Rule = Callable[[BaseHTTPRequestHandler], Answer]


@contextmanager
def answering(*rules: Rule) -> Iterator[tuple[str, list[str | None]]]:
    """A server that answers request after request by these rules, the last one for all that follow.

    Gives its address and a list of the ``Authorization`` headers that it met.
    """
    met: list[str | None] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("content-length", 0)))
            met.append(self.headers.get("authorization"))
            status, headers, body = rules[min(len(met), len(rules)) - 1](self)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_GET(self) -> None:
            self.do_POST()

        def log_message(self, *_: object) -> None:
            pass

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{httpd.server_port}/sparql", met
    finally:
        httpd.shutdown()
        httpd.server_close()
        thread.join()


def yes(_: BaseHTTPRequestHandler) -> Answer:
    return 200, {"Content-Type": "application/sparql-results+json"}, YES


def refusing(status: int, **headers: str) -> Rule:
    return lambda _: (
        status,
        {name.replace("_", "-"): value for name, value in headers.items()},
        b"no\x1b[31m",
    )


def wanting(value: str) -> Rule:
    def rule(request: BaseHTTPRequestHandler) -> Answer:
        if request.headers.get("authorization") == value:
            return yes(request)
        return 401, {"WWW-Authenticate": 'Basic realm="graph", charset="UTF-8"'}, b""

    return rule


def test_basic_when_asked_for_it_and_not_before() -> None:
    value = "Basic " + base64.b64encode(f"an:{SECRET}".encode()).decode()
    with (
        answering(wanting(value)) as (address, met),
        RemoteStore(address, credentials=Credentials("an", SECRET)) as server,
    ):
        assert server.query("ASK {}")
        assert server.query("ASK {}")
    assert met == [None, value, value]


def test_bearer() -> None:
    with (
        answering(wanting("Bearer t0ken")) as (address, _),
        RemoteStore(address, credentials=Credentials(token="t0ken")) as server,
    ):
        assert server.query("ASK {}")


def test_digest(a_virtuoso: Running) -> None:
    update = f"{a_virtuoso.root}/sparql-auth"
    for known, right in (
        (Credentials("dba", "dba"), True),
        (Credentials("dba", "wrong"), False),
        (None, False),
    ):
        with RemoteStore(a_virtuoso.query, credentials=known) as server:
            server.settle(update=update)
            if right:
                server.update("INSERT DATA { GRAPH <urn:digest> { <urn:a> <urn:b> 1 } }")
            else:
                with pytest.raises(StoreError, match=r"refuses \(401\)"):
                    server.update("INSERT DATA { GRAPH <urn:digest> { <urn:a> <urn:b> 1 } }")


def test_wrong_credentials_are_not_shown() -> None:
    with (
        answering(refusing(401, WWW_Authenticate="Basic realm=x")) as (address, _),
        RemoteStore(address, credentials=Credentials("an", SECRET)) as server,
        pytest.raises(StoreError) as caught,
    ):
        server.query("ASK {}")
    assert SECRET not in str(caught.value)
    assert SECRET not in repr(Credentials("an", SECRET))


@pytest.mark.parametrize("status", [408, 429, 502, 503, 504])
def test_what_passes_is_tried_again(status: int) -> None:
    slept: list[float] = []
    rules = (refusing(status), refusing(status, Retry_After="7"), refusing(status, Retry_After="9999"), yes)
    with answering(*rules) as (address, met), RemoteStore(address, tries=4, sleep=slept.append) as server:
        assert server.query("ASK {}")
    assert len(met) == 4
    assert slept == [0.5, 7.0, 60.0]


def test_no_more_than_so_many_tries() -> None:
    slept: list[float] = []
    with answering(refusing(503)) as (address, met), RemoteStore(address, sleep=slept.append) as server:
        with pytest.raises(StoreError, match="503") as caught:
            server.query("ASK {}")
        assert len(met) == 3
    assert "\x1b" not in str(caught.value)


def test_a_writer_that_was_in_the_way() -> None:
    with (
        answering(refusing(500), yes) as (address, met),
        RemoteStore(address, sleep=lambda _: None) as server,
    ):
        server.update("INSERT DATA { <urn:a> <urn:b> 1 }")
        assert len(met) == 2
    with (
        answering(refusing(500), yes) as (address, met),
        RemoteStore(address, sleep=lambda _: None) as server,
    ):
        with pytest.raises(StoreError, match="500"):
            server.query("ASK {}")
        assert len(met) == 1


def test_silence_ends_in_time() -> None:
    told: list[str] = []

    def silent(_: BaseHTTPRequestHandler) -> Answer:
        import time

        time.sleep(4)
        return 200, {}, YES

    with (
        answering(silent) as (address, met),
        RemoteStore(
            address, timeout=1, tries=2, sleep=lambda _: None, on_fault=told.append
        ) as server,
        pytest.raises(StoreError, match="no answer within 1 seconds"),
    ):
        server.query("ASK {}")
    assert told == [f"{address}: no answer within 1 seconds; trying again (2 of 2)"]
    soon(lambda: len(met), lambda count: count == 2)


@pytest.mark.parametrize(
    ("rule", "error", "message"),
    [
        (refusing(400), QueryError, "can't read"),
        (refusing(403), StoreError, "refuses"),
        (refusing(301, Location="http://elsewhere.example/"), StoreError, "http://elsewhere.example/"),
        (refusing(404), StoreError, "404"),
        (lambda _: (200, {}, b"<html>"), StoreError, "no result"),
    ],
)
def test_refusals_in_one_line(rule: Rule, error: type[KgError], message: str) -> None:
    with (
        answering(rule) as (address, met),
        RemoteStore(address) as server,
        pytest.raises(error, match=message) as caught,
    ):
        server.query("ASK {}")
    assert len(met) == 1
    assert "\n" not in str(caught.value)


def test_nobody_there() -> None:
    with (
        RemoteStore(f"http://127.0.0.1:{free_port()}/sparql", sleep=lambda _: None) as server,
        pytest.raises(StoreError, match="no answer"),
    ):
        server.query("ASK {}")


# -- where credentials come from -------------------------------------------------------------------------


def test_environment_file_and_option(tmp_path: Path) -> None:
    none: dict[str, str] = {}
    there = {"DANGBO_ENDPOINT_USER": "an", "DANGBO_ENDPOINT_PASSWORD": SECRET}
    assert credentials(environment=none) == (None, [])
    assert credentials(environment=there) == (Credentials("an", SECRET), [])
    assert credentials(environment={"DANGBO_ENDPOINT_TOKEN": "t"}) == (Credentials(token="t"), [])
    assert credentials(user="binh", environment=there) == (Credentials("binh", SECRET), [])
    file = tmp_path / "credentials.toml"
    file.write_text(f'user = "chi"\npassword = "{SECRET}"\n', encoding="utf-8")
    file.chmod(0o600)
    assert credentials(file, environment=there) == (Credentials("chi", SECRET), [])
    file.chmod(0o644)
    assert len(credentials(file, environment=none)[1]) == (os.name == "posix")


def test_a_password_on_the_command_line_is_warned_of() -> None:
    found, warnings = credentials(user=f"an:{SECRET}", environment={})
    assert found == Credentials("an", SECRET)
    assert len(warnings) == 1
    assert SECRET not in warnings[0]


@pytest.mark.parametrize(
    ("text", "user"),
    [("user = 1", ""), ("name = 'x'", ""), ("user = ", ""), ("user = 'an'", ""), ("password = 'x'", "")],
)
def test_credentials_that_make_no_sense(tmp_path: Path, text: str, user: str) -> None:
    file = tmp_path / "credentials.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError):
        credentials(file, user, {})


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://localhost:1/", False),
        ("http://127.0.0.1/", False),
        ("http://[::1]:80/", False),
        ("https://example.org/", False),
        ("http://example.org/", True),
        ("http://192.0.2.1/", True),
    ],
)
def test_what_goes_unencrypted(address: str, expected: bool) -> None:
    assert exposed(address) is expected


# -- where servers take what -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "kind", "query", "update", "graphs"),
    [
        ("http://h:7878", "oxigraph", "/query", "/update", "/store"),
        ("http://h:7878/query", "oxigraph", "/query", "/update", "/store"),
        ("http://h/ds/sparql", "fuseki", "/ds/query", "/ds/update", "/ds/data"),
        ("http://h/repositories/r", "graphdb", "", "/statements", "/rdf-graphs/service"),
        ("http://h:8890/sparql/", "virtuoso", "/sparql", "/sparql-auth", "/sparql-graph-crud-auth"),
        ("https://c.neptune.amazonaws.com:8182", "neptune", "/sparql", "/sparql", "/sparql/gsp/"),
        ("http://h:7019", "qlever", "", "", ""),
        ("http://h/any", "plain", "", "", None),
    ],
)
def test_addresses(given: str, kind: str, query: str, update: str, graphs: str | None) -> None:
    found = service(given, kind)
    root = found.query.removesuffix(query)
    assert given.startswith(root) or root.endswith("/ds")
    assert found.update == root + update
    assert found.graphs == (None if graphs is None else root + graphs)


def test_overruled_addresses() -> None:
    found = service("http://h/q", "plain", "http://h/u", "http://h/g")
    assert (found.query, found.update, found.graphs, found.whole) == (
        "http://h/q",
        "http://h/u",
        "http://h/g",
        True,
    )


@pytest.mark.parametrize("bad", ["localhost:3030", "ftp://h/", "http://", "http://an:secret@h/sparql"])
def test_no_addresses(bad: str) -> None:
    with pytest.raises(UsageError) as caught:
        service(bad, "plain")
    assert "secret" not in str(caught.value)


def test_kinds_are_recognised(running: Running) -> None:
    assert recognised("http://h/repositories/r") == "graphdb"
    assert recognised("https://db.cluster-1.neptune.amazonaws.com/sparql") == "neptune"
    assert recognised("http://h/sparql", "nginx") == "plain"
    with RemoteStore(running.root) as server:
        server.settle()
        assert server.service.kind == running.kind
        assert running.kind in KINDS
