"""A real server on a graph: ``kg serve`` in a process of its own, on a free port."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

READY = r"at (http://{}:\d+)/ "


@contextmanager
def serving(
    store: Path, *options: str, address: str = "127.0.0.1"
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Yields the address of the server and its process, which has ended well afterwards."""
    command = [sys.executable, "-u", "-m", "kg", "serve", "--store", str(store), "--port", "0", *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        told = re.search(READY.format(re.escape(address)), process.stdout.readline())
        assert told is not None, process.stderr.read() if process.stderr else ""
        yield told[1], process
    finally:
        process.send_signal(signal.SIGINT)
        try:
            out, err = process.communicate(timeout=20)
        finally:
            process.kill()
    assert (process.returncode, out, err) == (0, "", "")
