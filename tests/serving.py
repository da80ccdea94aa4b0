"""A real server on a graph: ``kg serve`` in a process of its own, on a free port."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import IO

import httpx
import pytest

from kg import build
from tests.patience import PATIENCE, soon

READY = r"at (http://{}:\d+)/ "


class _Drain(Thread):
    """Reads a pipe to its end, so that a process with much to say is never held up by a full one."""

    def __init__(self, pipe: IO[str]) -> None:
        super().__init__(daemon=True)
        self._pipe = pipe
        self._lines: list[str] = []
        self.start()

    def run(self) -> None:
        with self._pipe:
            self._lines.extend(self._pipe)

    def text(self) -> str:
        """What was said, when the process has ended."""
        self.join(PATIENCE)
        return "".join(self._lines)


@contextmanager
def serving(
    store: Path, *options: str, address: str = "127.0.0.1"
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Yields the address of the server and its process, which has ended well afterwards."""
    command = [sys.executable, "-u", "-m", "kg", "serve", "--store", str(store), "--port", "0", *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stderr is not None
    err = _Drain(process.stderr)
    try:
        # The line comes when the server listens, however long that takes; a server that fails ends the pipe.
        first = process.stdout.readline()
        told = re.search(READY.format(re.escape(address)), first)
        assert told is not None, first + err.text()
        out = _Drain(process.stdout)
        yield told[1], process
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(PATIENCE)
        finally:
            process.kill()
            process.wait()
    ended = process.returncode, out.text(), err.text()
    assert ended == (0, "", ""), ended


def searchable(address: str) -> str:
    """Wait until the index that search needs has been read; until then its pages say so with 503."""
    with httpx.Client(base_url=address, timeout=PATIENCE, headers={"Accept": "text/html"}) as client:
        soon(lambda: client.get("/search?q=x").status_code, lambda code: code == 200)
    return address


def answers(process: subprocess.Popen[bytes], address: str) -> None:
    """Wait until a server that was started answers at an address."""

    def answered() -> bool:
        assert process.poll() is None, "the server ended by itself"
        try:
            return httpx.get(address, timeout=PATIENCE).is_success
        except httpx.TransportError:
            return False

    soon(answered)


def party_store(corpus: Path, temporary: pytest.TempPathFactory) -> Path:
    """Give a copy of the graph of the party press, which all processes of a run build once.

    The test is skipped where the corpus lacks it.
    """
    source = corpus / "corpus" / "press-party.jsonl.gz"
    if not source.is_file():
        pytest.skip("no corpus/press-party.jsonl.gz in the corpus folder")
    shared = temporary.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:  # each has a folder of its own beside those of the others
        shared = shared.parent
    built, own = shared / "party-press", temporary.mktemp("party") / "store"
    with (shared / "party-press.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not built.exists():
            build([source], shared / "party-press.part")
            (shared / "party-press.part").rename(built)
    shutil.copytree(built, own)
    return own
