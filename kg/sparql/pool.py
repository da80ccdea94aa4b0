"""A few processes that answer queries, kept warm, killed at the deadline and replaced.

Each query has a process to itself while it runs.  As many run at once as there are processes; some more may
wait; what comes beyond that is told to come back.
"""

from __future__ import annotations

import asyncio
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from kg.sparql.task import Answer, Asked, Failure, Fault, Limits, Wanted
from kg.sparql.worker import Job, work

_GLANCE = 0.1
_START = 60.0


class Pool:
    """Answers questions to the store in a folder; safe for several threads; closed at the end.

    Processes start when they are first needed.
    """

    def __init__(self, folder: str | Path, limits: Limits | None = None, *, service: bool = False) -> None:
        self.limits = limits or Limits()
        self._given = (str(folder), self.limits, service)
        self._threads = ThreadPoolExecutor(self.limits.workers, "sparql")
        self._idle: SimpleQueue[_Process] = SimpleQueue()
        self._lock = threading.Lock()
        self._asked = 0
        self._closed = False
        self._all: set[_Process] = set()
        self._scratch = tempfile.TemporaryDirectory(prefix="dangbo-sparql-", ignore_cleanup_errors=True)
        self._files = count()

    def close(self) -> None:
        """End the processes and remove their files."""
        self._closed = True
        for process in list(self._all):
            process.end()
        self._threads.shutdown(cancel_futures=True)
        self._scratch.cleanup()

    async def answer(
        self, asked: Asked | Wanted, gone: threading.Event | None = None, seconds: float | None = None
    ) -> Answer | Failure:
        """Answer a question, or say why not; ``gone`` is set when nobody waits any more."""
        work = self._submitted(asked, gone or threading.Event(), seconds)
        return _BUSY if work is None else await asyncio.wrap_future(work)

    def ask(self, asked: Asked | Wanted, seconds: float | None = None) -> Answer | Failure:
        """Answer a question as :meth:`answer` does, in a thread that may wait."""
        work = self._submitted(asked, threading.Event(), seconds)
        return _BUSY if work is None else work.result()

    def _submitted(
        self, asked: Asked | Wanted, gone: threading.Event, seconds: float | None
    ) -> Future[Answer | Failure] | None:
        if not self._enter():
            return None
        work = self._threads.submit(self._answer, asked, gone, seconds)
        work.add_done_callback(lambda _: self._leave())
        return work

    def _enter(self) -> bool:
        with self._lock:
            if self._asked >= self.limits.workers + self.limits.waiting:
                return False
            self._asked += 1
            return True

    def _leave(self) -> None:
        with self._lock:
            self._asked -= 1

    def _answer(
        self, asked: Asked | Wanted, gone: threading.Event, seconds: float | None
    ) -> Answer | Failure:
        """Have a question answered by an idle process or a new one: each thread has one at most."""
        if gone.is_set() or self._closed:
            return Failure(Fault.GONE, "nobody waits for the answer")
        process = self._process()
        if isinstance(process, Failure):
            return process
        file = str(Path(self._scratch.name) / f"{next(self._files)}.out")
        found = process.ask(Job(asked, file), min(seconds or self.limits.seconds, self.limits.seconds), gone)
        if process.alive:
            self._idle.put(process)
        else:
            self._all.discard(process)
            self._replace()
        if isinstance(found, Failure):
            Path(file).unlink(missing_ok=True)
        return found

    def _replace(self) -> None:
        """Start a process in the place of one that was killed, before it is needed."""
        with suppress(RuntimeError):  # the pool is being closed
            self._threads.submit(self._warm)

    def _warm(self) -> None:
        process = self._process()
        if not isinstance(process, Failure):
            self._idle.put(process)

    def _process(self) -> _Process | Failure:
        """Take an idle process that still lives, or start one and wait until it has opened the store."""
        with suppress(Empty):
            while True:
                process = self._idle.get_nowait()
                if process.alive:
                    return process
                self._all.discard(process)
        process = _Process(self._given)
        self._all.add(process)
        failure = process.ready()
        if failure is not None:
            self._all.discard(process)
            return failure
        return process


class _Process:
    """A worker process and the way to it."""

    def __init__(self, given: Iterable[Any]) -> None:
        context = get_context("spawn")
        self._way, theirs = context.Pipe()
        self._process = context.Process(target=work, args=(theirs, *given), name="sparql", daemon=True)
        self._process.start()
        theirs.close()

    @property
    def alive(self) -> bool:
        return self._process.is_alive() and not self._way.closed

    def ready(self) -> Failure | None:
        """Wait until the store is open; gives why it can't be."""
        said = self._heard(_START, lambda: False)
        if isinstance(said, Failure):
            self.end()
            return said
        return None

    def ask(self, job: Job, seconds: float, gone: threading.Event) -> Answer | Failure:
        """Have a job done; kills the process when it takes too long or nobody waits any more."""
        try:
            self._way.send(job)
        except OSError:
            self.end()
            return _DIED
        found = self._heard(seconds, gone.is_set)
        if not isinstance(found, Failure):
            return found or _DIED
        if found.fault in (Fault.TOO_SLOW, Fault.GONE) or found is _DIED:
            self.end()
        return found

    def _heard(self, seconds: float, gone: Callable[[], bool]) -> Answer | Failure | None:
        end = time.monotonic() + seconds
        try:
            while not self._way.poll(max(0.0, min(_GLANCE, end - time.monotonic()))):
                if gone():
                    return Failure(Fault.GONE, "nobody waits for the answer")
                if time.monotonic() >= end:
                    return Failure(
                        Fault.TOO_SLOW, f"the query took more than {seconds:g} seconds; ask for less"
                    )
            said: Answer | Failure | None = self._way.recv()
            return said
        except (EOFError, OSError):
            return _DIED

    def end(self) -> None:
        """Kill the process; its store was only read."""
        self._process.kill()
        self._process.join()
        with suppress(OSError):
            self._way.close()


_BUSY = Failure(Fault.BUSY, "as many queries run and wait as may; try again in a moment")
_DIED = Failure(
    Fault.BROKEN, "the query ended its process, perhaps for want of memory; ask for less, such as with LIMIT"
)
