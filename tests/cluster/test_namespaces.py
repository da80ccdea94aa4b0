"""A scheduler and a worker on one side of a network, the build on the other: two network namespaces."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from test_dask import same

from kg import build
from tests.patience import PATIENCE

HERE, THERE = "10.213.77.1", "10.213.77.2"
PORT = "8786"


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)


@pytest.fixture
def namespaces() -> Iterator[tuple[str, str]]:
    """Two namespaces that reach each other over a pair of virtual interfaces, and nothing else."""
    if os.geteuid() != 0 or shutil.which("ip") is None:
        pytest.skip("network namespaces need root and iproute2")
    one, other = f"kg-{os.getpid()}-a", f"kg-{os.getpid()}-b"
    pair = (f"kga{os.getpid()}"[:15], f"kgb{os.getpid()}"[:15])
    try:
        _ip("netns", "add", one)
    except subprocess.CalledProcessError:
        pytest.skip("network namespaces are not allowed here")
    try:
        _ip("netns", "add", other)
        _ip("link", "add", pair[0], "netns", one, "type", "veth", "peer", "name", pair[1], "netns", other)
        for space, device, address in ((one, pair[0], HERE), (other, pair[1], THERE)):
            _ip("-n", space, "addr", "add", f"{address}/24", "dev", device)
            _ip("-n", space, "link", "set", device, "up")
            _ip("-n", space, "link", "set", "lo", "up")
        yield one, other
    finally:
        for space in (one, other):
            subprocess.run(["ip", "netns", "del", space], check=False, capture_output=True)


@pytest.mark.slow
def test_across_a_network(
    namespaces: tuple[str, str], articles: Callable[..., Path], tmp_path: Path, root: Path
) -> None:
    one, other = namespaces
    source, store = articles(*(f"bai-{n}" for n in range(6))), tmp_path / "there"
    scheduler = f"tcp://{THERE}:{PORT}"
    commands = (
        ("distributed.cli.dask_scheduler", "--host", THERE, "--port", PORT, "--no-dashboard"),
        ("distributed.cli.dask_worker", scheduler, "--nthreads", "1", "--no-dashboard", "--no-nanny"),
    )
    environment = {**os.environ, "PYTHONPATH": str(root)}
    running = [
        subprocess.Popen(
            ["ip", "netns", "exec", other, sys.executable, "-m", *words],
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for words in commands
    ]
    try:
        words = ["--store", str(store), "--engine", "dask", "--scheduler", scheduler, "--shard-size", "2"]
        done = subprocess.run(
            ["ip", "netns", "exec", one, sys.executable, "-m", "kg", "build", str(source), *words],
            cwd=root,
            env=environment,
            capture_output=True,
            text=True,
            timeout=600,
        )
    finally:
        for process in running:
            process.kill()
            process.wait(timeout=PATIENCE)
    assert done.returncode == 0, done.stderr
    assert "6 built" in done.stdout
    build([source], tmp_path / "here")
    same(store, tmp_path / "here")
