"""A stand-in for a model's server: real sockets on 127.0.0.1, answers by a script, requests kept."""

from __future__ import annotations

import json
import threading
import time
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Reply:
    """One answer: a status and a body; ``wait`` seconds before it, ``drip`` seconds between its bytes."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    wait: float = 0.0
    drip: float = 0.0


def says(content: str | None, finish: str = "stop") -> Reply:
    """A completion with this content."""
    choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": finish}
    body = json.dumps({"id": "x", "object": "chat.completion", "choices": [choice], "usage": {}})
    return Reply(body=body.encode())


def proposes(*proposals: Mapping[str, Any]) -> Reply:
    """A completion that proposes."""
    return says(json.dumps({"proposals": proposals}, ensure_ascii=False))


@dataclass
class Asked:
    """What a request was."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def passage(self) -> str:
        passage: str = json.loads(self.body["messages"][1]["content"])["passage"]
        return passage


class StandIn:
    """Replies in the order of the script; the last reply goes on."""

    def __init__(self, *script: Reply) -> None:
        self.script = deque(script)
        self.asked: list[Asked] = []
        self.url = ""

    def reply(self) -> Reply:
        return self.script.popleft() if len(self.script) > 1 else self.script[0]


@contextmanager
def serving(*script: Reply) -> Iterator[StandIn]:
    """The stand-in on a free port, for as long as the context lasts."""
    standin = StandIn(*script)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(standin))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    standin.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield standin
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(standin: StandIn) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            size = int(self.headers["Content-Length"])
            body = json.loads(self.rfile.read(size))
            standin.asked.append(Asked(self.path, dict(self.headers), body))
            reply = standin.reply()
            time.sleep(reply.wait)
            try:
                self._answer(reply)
            except OSError:
                self.close_connection = True

        def _answer(self, reply: Reply) -> None:
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            if not reply.drip:
                self.wfile.write(reply.body)
                return
            for place in range(len(reply.body)):
                self.wfile.write(reply.body[place : place + 1])
                self.wfile.flush()
                time.sleep(reply.drip)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    return Handler
