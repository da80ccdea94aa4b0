"""Clusters for the tests: started in processes of their own, gone afterwards."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.patience import PATIENCE

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Cluster:
    """A running cluster: its scheduler's address, the process ids of its workers."""

    address: str
    workers: tuple[int, ...]


@contextmanager
def cluster(folder: Path, *options: str) -> Iterator[Cluster]:
    """A scheduler with two workers in processes of their own, gone afterwards."""
    command = [sys.executable, str(HERE / "a_cluster.py"), str(folder), *options]
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=HERE.parents[1],
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(HERE.parents[1])},
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        address, *pids = process.stdout.readline().split()
        yield Cluster(address, tuple(map(int, pids)))
    finally:
        process.stdin.close()
        try:
            process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()
