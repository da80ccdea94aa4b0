"""The protocol over real sockets: what is sent, what is tried again, what ends the reading."""

from __future__ import annotations

import pickle
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from kg.errors import KgError, UsageError
from kg.lexicon import lexicon
from kg.propose import (
    Client,
    Limits,
    ModelError,
    NoAnswer,
    Reason,
    Settings,
    propose,
    settings_from_environment,
)
from tests.patience import PATIENCE, soon
from tests.propose import cases
from tests.propose.standin import Reply, StandIn, proposes, says, serving

pytest.importorskip("httpx")
KEY = "sk-very-secret"


@contextmanager
def asking(*script: Reply, **settings: Any) -> Iterator[tuple[StandIn, Client]]:
    with serving(*script) as standin:
        chosen = {"pause": 0.01, "timeout": PATIENCE, "key": KEY, **settings}
        with Client(Settings(standin.url, "small/model:7b", **chosen)) as client:
            yield standin, client


def refusal(client: Client) -> Reason:
    with pytest.raises(NoAnswer) as caught:
        client.complete("s", "u")
    return caught.value.reason


def test_what_is_sent() -> None:
    with asking(says("hello"), tokens=99) as (standin, client):
        assert client.complete("be brief", "xin chào") == "hello"
    (asked,) = standin.asked
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["Authorization"] == f"Bearer {KEY}"
    assert asked.body == {
        "model": "small/model:7b",
        "messages": [{"role": "system", "content": "be brief"}, {"role": "user", "content": "xin chào"}],
        "temperature": 0,
        "seed": 7,
        "max_tokens": 99,
        "stream": False,
        "response_format": {"type": "json_object"},
    }


def test_without_key_and_json_mode() -> None:
    with asking(says("hello"), key=None, json_mode=False) as (standin, client):
        client.complete("s", "u")
    assert "Authorization" not in standin.asked[0].headers
    assert "response_format" not in standin.asked[0].body


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 529])
def test_it_tries_again(status: int) -> None:
    with asking(Reply(status, b"busy"), Reply(status), says("late")) as (standin, client):
        assert client.complete("s", "u") == "late"
    assert len(standin.asked) == 3
    assert standin.asked[0].body == standin.asked[2].body


def test_it_waits_as_long_as_it_is_asked_to(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr("kg.propose.client.time.sleep", slept.append)
    script = (
        Reply(429, headers={"Retry-After": "7"}),
        Reply(429, headers={"Retry-After": "999999"}),
        Reply(503, headers={"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}),
        says("late"),
    )
    with asking(*script, pause=1.0) as (_, client):
        assert client.complete("s", "u") == "late"
    assert [s for s in slept if s] == [7.0, 60.0, 4.0]


def test_it_gives_up() -> None:
    with asking(Reply(500), attempts=3) as (standin, client):
        assert refusal(client) is Reason.NO_ANSWER
    assert len(standin.asked) == 3


@pytest.mark.parametrize("status", [301, 400, 413, 422])
def test_what_will_not_get_better_is_not_tried_again(status: int) -> None:
    with asking(Reply(status, headers={"Location": "http://127.0.0.1:1/"})) as (standin, client):
        assert refusal(client) is Reason.NO_ANSWER
    assert len(standin.asked) == 1


@pytest.mark.parametrize(("status", "word"), [(401, "key"), (403, "key"), (404, "model")])
def test_an_endpoint_that_is_set_up_wrongly_ends_the_reading(status: int, word: str) -> None:
    body = f"bad key {KEY}".encode()
    with asking(Reply(status, body)) as (_, client), pytest.raises(ModelError, match=word) as caught:
        client.complete("s", "u")
    assert KEY not in str(caught.value)
    assert "\n" not in str(caught.value)
    assert isinstance(caught.value, KgError)


def test_nobody_there() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    settings = Settings(f"http://127.0.0.1:{port}", "m", attempts=2, pause=0.01)
    with Client(settings) as client, pytest.raises(ModelError, match="can't be reached"):
        client.complete("s", "u")


@pytest.mark.parametrize(
    "reply", [Reply(wait=5), Reply(body=b"x" * 4000, drip=0.05)], ids=["silent", "dripping"]
)
def test_slow_answers_are_cut_off(reply: Reply) -> None:
    with asking(reply, timeout=1, attempts=2) as (standin, client):
        began = time.monotonic()
        assert refusal(client) is Reason.NO_ANSWER
        assert time.monotonic() - began < 100  # the whole answer would take 200 seconds
        soon(lambda: len(standin.asked), lambda count: count == 2)


def test_slow_first_then_quick() -> None:
    slow = Reply(body=says("slow").body, wait=10)
    with asking(slow, says("quick"), timeout=3) as (_, client):
        assert client.complete("s", "u") == "quick"


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(body=b"not json"), Reason.BAD_ANSWER),
        (Reply(body=b"\xff\xfe"), Reason.BAD_ANSWER),
        (Reply(body=b'{"choices": [{"message": {"content": "\xff"}}]}'), Reason.BAD_ANSWER),
        (Reply(body=b"[" * 100_000), Reason.BAD_ANSWER),
        (Reply(body=b'{"error": "out of memory"}'), Reason.BAD_ANSWER),
        (Reply(body=b'{"choices": []}'), Reason.NO_ANSWER),
        (says(None), Reason.NO_ANSWER),
        (says(""), Reason.NO_ANSWER),
        (says('{"proposals": [', "length"), Reason.CUT_OFF),
        (says("x" * 3000), Reason.BAD_ANSWER),
    ],
)
def test_answers_that_are_none(reply: Reply, reason: Reason) -> None:
    with asking(reply, largest=2000) as (_, client):
        assert refusal(client) is reason


def test_it_goes_to_other_processes() -> None:
    with asking(says("hello")) as (_, client):
        assert client.complete("s", "u") == "hello"
        with pickle.loads(pickle.dumps(client)) as other:
            assert other.complete("s", "u") == "hello"
        client.close()
        assert client.complete("s", "u") == "hello"


@pytest.mark.parametrize(
    "url",
    [
        "ftp://x/v1",
        "localhost:8000",
        "http://",
        "http://x:port/v1",
        "http://[::1",
        "http://me:pass@localhost/v1",
        "http://localhost/v1?key=abc",
        "http://localhost/v1#abc",
        "http://models.example.org/v1",
    ],
)
def test_addresses_that_are_refused(url: str) -> None:
    with pytest.raises(UsageError, match="DANGBO_LLM_URL") as caught:
        Settings(url, "m", KEY)
    for secret in ("pass", "abc", KEY):
        assert secret not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    ["https://models.example.org/v1", "http://localhost:8000/v1", "http://10.1.2.3/v1", "http://vllm:8000"],
)
def test_addresses_that_may_have_the_key(url: str) -> None:
    assert Settings(url, "m", KEY).url == url


@pytest.mark.parametrize(
    "wrong",
    [
        {"model": "a b"},
        {"model": ""},
        {"model": "<script>"},
        {"key": "a\nb"},
        {"key": "khóa"},
        {"attempts": 0},
    ],
)
def test_settings_that_make_no_sense(wrong: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        Settings(**{"url": "http://localhost/v1", "model": "m", **wrong})


def test_settings_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="DANGBO_LLM_URL"):
        settings_from_environment()
    monkeypatch.setenv("DANGBO_LLM_URL", "http://localhost:8000/v1")
    with pytest.raises(UsageError, match="DANGBO_LLM_MODEL"):
        settings_from_environment()
    monkeypatch.setenv("DANGBO_LLM_MODEL", "m")
    monkeypatch.setenv("DANGBO_LLM_KEY", KEY + "\n")
    settings = settings_from_environment(model="other")
    assert (settings.url, settings.model, settings.key) == ("http://localhost:8000/v1", "other", KEY)
    assert KEY not in repr(settings)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(UsageError, match=r"pip install 'dangbo-kg\[llm\]'"):
        Client(Settings("http://localhost/v1", "m"))


# -- the whole way over the wire


def test_an_article_over_the_wire(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(0)
    foreign = {**cases.SECRETARY, "quote": "Ông Trần Bịa là Bí thư Thành ủy Chí Linh", "person": "Trần Bịa"}
    with asking(Reply(429), proposes(cases.SECRETARY, foreign, cases.TERM)) as (standin, client):
        claims, unread = propose(cases.scanned(), lexicon(), client)
    assert [type(c).__name__ for c in claims.claims()] == ["Position", "Congress"]
    assert {c.rule for c in claims.claims()} == {"llm:small/model:7b"}
    assert [u.pattern for u in unread] == ["llm: quote not in the text"]
    assert standin.asked[-1].passage == "\n".join(cases.TEXT)
    assert KEY not in caplog.text


def test_a_long_article_is_asked_about_by_paragraphs() -> None:
    with asking(proposes()) as (standin, client):
        propose(cases.scanned(), lexicon(), client, limits=Limits(size=200))
    parts = [asked.passage for asked in standin.asked]
    assert len(parts) > 2
    assert "\n".join(parts) == "\n".join(cases.TEXT)


def test_one_passage_without_answer_does_not_stop_the_others() -> None:
    with asking(Reply(400), says("gibberish"), proposes(cases.TERM)) as (_, client):
        claims, unread = propose(cases.scanned(), lexicon(), client, limits=Limits(size=200))
    assert len(claims.congresses) == 1
    assert [u.pattern for u in unread][:2] == ["llm: no answer", "llm: malformed answer"]
    for entry in unread:
        evidence = entry.evidence
        assert claims.text.content[evidence.start : evidence.end] == evidence.quote
