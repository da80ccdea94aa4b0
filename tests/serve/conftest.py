"""A real server on a graph: ``kg serve`` in a process of its own, on a free port."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

READY = re.compile(r"at (http://127\.0\.0\.1:\d+)/reconcile")


@contextmanager
def serving(store: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Yields the address of the server and its process, which has ended well afterwards."""
    command = [sys.executable, "-u", "-m", "kg", "serve", "--store", str(store), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        told = READY.search(process.stdout.readline())
        assert told is not None, process.stderr.read() if process.stderr else ""
        yield told[1], process
    finally:
        process.send_signal(signal.SIGINT)
        try:
            out, err = process.communicate(timeout=20)
        finally:
            process.kill()
    assert (process.returncode, out, err) == (0, "", "")


@pytest.fixture(scope="session")
def address(seeds_store: Path) -> Iterator[str]:
    with serving(seeds_store) as (found, _):
        yield found


@pytest.fixture(scope="session")
def client(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, timeout=30) as made:
        yield made
