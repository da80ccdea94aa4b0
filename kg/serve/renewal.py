"""The application over the store as it is: when somebody has built it anew, an application of its own.

A server reads a snapshot of the store (:mod:`kg.snapshot`), so that a build at work in the same folder
can't pull anything from under it, and shows the last complete state until that build has ended.  Then a
second application is made over the new state; when it can search, it takes the place of the first, which
ends with the last answer that it still owes.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Condition, Event, Lock, Thread
from typing import Final

from starlette.applications import Starlette
from starlette.types import Receive, Scope, Send

from kg.knowledge import KnowledgeGraph
from kg.serve.app import close
from kg.serve.search.index import state as content
from kg.snapshot import BusyError, Snapshot, is_written, state, take
from kg.sparql.own import load, own, standing
from kg.store import open_store

LOOK: Final = 1.0
"""So many seconds lie between two looks at the store."""
_LONGEST: Final = 900.0
_PATIENCE: Final = 60.0
_LOG: Final = logging.getLogger("kg.serve")
Make = Callable[[KnowledgeGraph], Starlette]


class _Served:
    """An application over one snapshot, and how many answers it owes."""

    def __init__(self, snapshot: Snapshot, folder: Path, make: Make) -> None:
        self.snapshot = snapshot
        own_state = standing(folder)
        if snapshot.own is not None:
            load(snapshot.path, own(folder))
        self.graph = KnowledgeGraph(open_store(snapshot.path, read_only=True))
        self.content = content(self.graph.store), own_state
        self.app = make(self.graph)
        self.owed = 0

    def end(self) -> None:
        """Let go of everything."""
        close(self.app)
        self.graph.close()
        self.snapshot.drop()


class Renewal:
    """What is served: an application that follows the store; begun by :meth:`begin`, closed at the end."""

    def __init__(self, folder: Path, make: Make) -> None:
        self._folder = folder
        self._make = make
        self._changing = Condition()
        self._looking = Lock()
        self._ended = Event()
        self._served: _Served | None = None
        self._retired: list[Thread] = []
        self._seen: object = None
        self._watcher = Thread(target=self._watch, name="renewal", daemon=True)

    def begin(self, waits: Callable[[], object]) -> None:
        """Take the store as it is; ``waits`` is called once when a build has to end first."""
        told = False
        while self._served is None:
            try:
                snapshot = take(self._folder)
            except BusyError:
                if not told:
                    waits()
                told = True
                time.sleep(LOOK)
                continue
            self._seen = self._state()
            self._served = self._over(snapshot)
        self._served.app.state.search.prepare()
        self._watcher.start()

    def _over(self, snapshot: Snapshot) -> _Served:
        try:
            return _Served(snapshot, self._folder, self._make)
        except BaseException:
            snapshot.drop()
            raise

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer by the application that is served now."""
        with self._changing:
            served = self._served
            assert served is not None, "begin() comes first"
            served.owed += 1
        try:
            await served.app(scope, receive, send)
        finally:
            with self._changing:
                served.owed -= 1
                self._changing.notify_all()

    def close(self) -> None:
        """End the watching and what is served."""
        self._ended.set()
        with self._changing:
            self._changing.notify_all()
        for each in self._retired:
            each.join(_PATIENCE)
        if self._watcher.is_alive():
            self._watcher.join(_PATIENCE)
        if self._served is not None:
            self._served.end()

    # -- following the store ---------------------------------------------------------------------------------

    def _watch(self) -> None:
        while not self._ended.wait(LOOK):
            try:
                self.follow()
            except Exception as error:  # what is served goes on being served
                _LOG.warning("%s: the new state can't be read yet: %s", self._folder, error)

    def follow(self) -> None:
        """Serve the store as it is now, and no later."""
        with self._looking:
            self._look()

    def _look(self) -> None:
        """See whether somebody writes, and whether the store is another one than before."""
        assert self._served is not None
        self._served.app.state.building = is_written(self._folder)
        if not state(self._folder) or self._state() == self._seen or self._served.app.state.building:
            return
        with suppress(BusyError):
            snapshot = take(self._folder)
            self._seen = self._state()
            self._renew(snapshot)

    def _state(self) -> object:
        return state(self._folder), standing(self._folder)

    def _renew(self, snapshot: Snapshot) -> None:
        """Serve a new state in the place of the old one, once it can be searched."""
        old = self._served
        assert old is not None
        new = self._over(snapshot)
        if new.content == old.content:
            new.end()
            return
        search = new.app.state.search
        search.prepare()
        deadline = time.monotonic() + _LONGEST
        while not search.ready(LOOK) and not search.failed and time.monotonic() < deadline:
            if self._ended.is_set():
                new.end()
                return
        with self._changing:
            self._served = new
        ending = Thread(target=self._retire, args=(old,), name="retired")
        self._retired = [*(each for each in self._retired if each.is_alive()), ending]
        ending.start()

    def _retire(self, old: _Served) -> None:
        """End an application when it owes no answer any more: the one that asked for the change, too."""
        with self._changing:
            self._changing.wait_for(lambda: old.owed == 0 or self._ended.is_set(), _PATIENCE)
        old.end()
