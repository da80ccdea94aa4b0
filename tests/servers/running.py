"""Real servers for the tests: started on a free port with a folder of their own, gone afterwards."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.remote import Credentials
from tests.patience import PATIENCE
from tests.serving import answers

DBA = Credentials("dba", "dba")
"""The user that every new Virtuoso database has."""

_VIRTUOSO = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
MaxCheckpointRemap = 2000
Striping = 0
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
MaxCheckpointRemap = 2000
Striping = 0
[Parameters]
ServerPort = 127.0.0.1:{sql}
ServerThreads = 10
DisableUnixSocket = 1
NumberOfBuffers = 10000
MaxDirtyBuffers = 7500
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 100000
MaxQueryExecutionTime = 120
"""


@dataclass(frozen=True)
class Running:
    """A server: the address to push to and to ask, its user if it wants one, its process."""

    kind: str
    root: str
    query: str
    credentials: Credentials | None
    process: subprocess.Popen[bytes]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def oxigraph_program() -> str:
    found = shutil.which("oxigraph") or shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    if found is None:
        pytest.skip("the oxigraph server is not installed")
    return found


def virtuoso_program() -> str:
    found = shutil.which("virtuoso-t")
    if found is None:
        pytest.skip("virtuoso-t is not installed (Debian: virtuoso-opensource-7-bin)")
    return found


@contextmanager
def oxigraph(folder: Path, *options: str, port: int | None = None) -> Iterator[Running]:
    """An Oxigraph server that may be written."""
    port = port or free_port()
    words = ["serve", "--location", str(folder / "quads"), "--bind", f"127.0.0.1:{port}", *options]
    root = f"http://127.0.0.1:{port}"
    with _process([oxigraph_program(), *words], folder, f"{root}/query?query=ASK%7B%7D") as process:
        yield Running("oxigraph", root, f"{root}/query", None, process)


@contextmanager
def virtuoso(folder: Path) -> Iterator[Running]:
    """A Virtuoso with an empty database of its own."""
    port = free_port()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "virtuoso.ini").write_text(_VIRTUOSO.format(sql=free_port(), http=port))
    root = f"http://127.0.0.1:{port}"
    command = [virtuoso_program(), "-f", "+configfile", "virtuoso.ini"]
    with _process(command, folder, f"{root}/sparql?query=ASK%7B%7D") as process:
        yield Running("virtuoso", root, f"{root}/sparql", DBA, process)


@contextmanager
def _process(command: list[str], folder: Path, address: str) -> Iterator[subprocess.Popen[bytes]]:
    folder.mkdir(parents=True, exist_ok=True)
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        answers(process, address)
        yield process
    finally:
        process.kill()
        process.wait(timeout=PATIENCE)
