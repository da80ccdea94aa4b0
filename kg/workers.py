"""Work spread over processes, in chunks, with the results in the order of the items."""

from __future__ import annotations

import ctypes
import gc
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import chain, islice
from multiprocessing import connection, get_context, parent_process
from pathlib import Path
from typing import Final, TypeVar, cast

from kg.errors import KgError

T = TypeVar("T")
R = TypeVar("R")

FEW = 96
"""As many items as this are not worth the start of a process."""

_CHUNK = 16
_WAITING = 3
_DEATH_SIGNAL: Final = 1  # as Linux numbers it


def spread(
    work: Callable[[T], R],
    items: Iterable[T],
    jobs: int | None = None,
    warm: Callable[[], object] | None = None,
    chunk: int = _CHUNK,
) -> Iterator[R]:
    """``map(work, items)``, in order, over ``jobs`` processes, ``chunk`` items at a time.

    ``jobs`` left out means one process for up to :data:`FEW` items and one for each core for more.  ``work``
    must be importable, its results fit to be pickled.  Each process calls ``warm`` once when it starts.  Only
    a few chunks wait at a time, so that a stream of any length fits into memory.  Raises KgError when a
    process dies.
    """
    waiting = iter(items)
    if jobs is None:
        first = list(islice(waiting, FEW + 1))
        jobs = cores() if len(first) > FEW else 1
        waiting = chain(first, waiting)
    if jobs <= 1:
        return map(work, waiting)
    if warm is not None:
        warm()  # here first: what fails in a process that starts can't be told from want of memory
    return _spread(work, waiting, jobs, warm, chunk)


def alone(work: Callable[..., R], *given: object) -> R:
    """``work(*given)`` in a process of its own, which ends with all the memory that it took.

    ``work`` must be importable, what it is given and gives fit to be pickled.  What it raises is raised here.
    Raises KgError when the process dies.
    """
    path = os.pathsep.join(place or str(Path.cwd()) for place in sys.path)
    call = [sys.executable, "-P", "-c", f"from {__name__} import _answer; _answer()"]
    with subprocess.Popen(
        call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": path}
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            with suppress(BrokenPipeError):
                process.stdin.write(pickle.dumps((work, given)))
                process.stdin.flush()
            answer = process.stdout.read()
        except BaseException:
            process.kill()
            raise
    if not answer:
        raise KgError("a process died, perhaps for want of memory; give the same command again")
    found, error = pickle.loads(answer)
    if error is not None:
        raise error
    return cast(R, found)


def _answer() -> None:
    """Do what another process asks for by standard input, and end when that process ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_DEATH_SIGNAL, signal.SIGKILL)
    work, given = pickle.load(sys.stdin.buffer)
    threading.Thread(target=_end_with_asker, daemon=True).start()
    answers, sys.stdout = sys.stdout.buffer, sys.stderr
    found: object = None
    error: Exception | None = None
    try:
        found = work(*given)
    except Exception as raised:
        error = raised
    answers.write(pickle.dumps((found, error)))
    answers.flush()


def _end_with_asker() -> None:
    """Wait until nobody holds the other end of standard input."""
    os.read(0, 1)
    os._exit(1)


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _spread(
    work: Callable[[T], R], items: Iterator[T], jobs: int, warm: Callable[[], object] | None, size: int
) -> Iterator[R]:
    # Forked children would inherit the threads' locks of an open store; spawned ones start clean.
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_start, initargs=(warm,))
    running: deque[Future[list[R]]] = deque()
    try:
        while True:
            while len(running) < jobs * _WAITING and (chunk := list(islice(items, size))):
                running.append(pool.submit(_each, work, chunk))
            if not running:
                return
            yield from running.popleft().result()
    except BrokenProcessPool as error:
        raise KgError("a worker process died, perhaps for want of memory; try again with --jobs 1") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _each(work: Callable[[T], R], chunk: Sequence[T]) -> list[R]:
    return [work(item) for item in chunk]


def _start(warm: Callable[[], object] | None) -> None:
    """Leave Ctrl-C to the parent, end with it, and load what the work needs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if warm is not None:
        warm()
        gc.freeze()  # it stays as long as the process: nothing of it is ever garbage


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
