"""A Dask cluster on this machine, run as a process of its own; says where it is and which workers it has.

Articles named ``killer`` kill the worker that reads them; those named ``shard-fault`` fail their shard.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

PRELOAD = """
import os, signal
from kg.cluster import shards
shards.real = getattr(shards, "real", shards.make)  # Dask may load this twice

def make(article, base):
    if article.id == "killer":
        os.kill(os.getpid(), signal.SIGKILL)
    if article.id == "shard-fault":
        raise MemoryError("no room")
    return shards.real(article, base)

shards.make = make
if {blind}:
    shards._sees = lambda folder, token: False
"""


def main(folder: Path, blind: bool) -> None:
    from distributed import LocalCluster

    preload = folder / "preload.py"
    preload.write_text(PRELOAD.format(blind=blind), encoding="utf-8")
    with LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        preload=[str(preload)],
        local_directory=str(folder),
    ) as cluster:
        pids = [nanny.pid for nanny in cluster.workers.values()]
        sys.stdout.write(" ".join(map(str, (cluster.scheduler_address, *pids))) + "\n")
        sys.stdout.flush()
        while sys.stdin.readline():
            time.sleep(0.1)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] == ["blind"])
