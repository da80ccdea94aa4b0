"""``kg push`` and ``kg query --endpoint``, typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from running import Running, free_port

Run = Callable[..., Any]


@pytest.fixture
def user(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    if running.credentials is not None:
        monkeypatch.setenv("DANGBO_ENDPOINT_USER", running.credentials.user)
        monkeypatch.setenv("DANGBO_ENDPOINT_PASSWORD", running.credentials.password)


@pytest.mark.usefixtures("user")
def test_push_and_ask(kg: Run, running: Running, seeds_store: Path) -> None:
    would = json.loads(kg("push", running.root, "--store", seeds_store, "--dry-run", "--json").out)
    done = kg("push", running.root, "--store", seeds_store, "--json")
    assert done.code == 0, done.err
    told = json.loads(done.out)
    assert told["sent"] == would["sent"]
    assert told["kind"] == running.kind
    assert told["wrong"] == []
    once_more = kg("push", running.root, "--store", seeds_store)
    assert once_more.code == 0
    assert once_more.out.startswith("Sent 0 graphs")
    asked = ("theme-history", "--unit", "uong bi", "--format", "csv")
    there = kg("query", *asked, "--endpoint", running.query)
    assert there.code == 0, there.err
    assert there.out == kg("query", *asked, "--store", seeds_store).out
    assert there.out.count("\r\n") > 1


def test_what_goes_wrong_is_one_line(kg: Run, running: Running, seeds_store: Path) -> None:
    nowhere = f"http://127.0.0.1:{free_port()}/query"
    cases = (
        ("push", "nonsense", "--store", seeds_store),
        ("push", running.root, "--store", seeds_store / "none"),
        ("push", running.root, "--store", seeds_store, "--credentials", seeds_store / "none"),
        ("query", "officials", "--endpoint", nowhere, "--timeout", 1),
        ("query", "SELECT ?s { SERVICE <http://h/> { ?s ?p ?o } }", "--endpoint", running.query),
    )
    for words in cases:
        done = kg(*words)
        assert done.code == 2, words
        assert done.err.count("\n") == 1
    if running.credentials is not None:
        done = kg("push", running.root, "--store", seeds_store, "--again")
        assert (done.code, done.err.count("\n")) == (2, 1)
        assert "--credentials" in done.err


def test_a_password_typed_is_warned_of(kg: Run, running: Running) -> None:
    done = kg("query", "ASK {}", "--endpoint", running.query, "--user", "an:bí mật")
    assert done.code == 0
    assert "every user of this machine" in done.err
    assert "bí mật" not in done.err
