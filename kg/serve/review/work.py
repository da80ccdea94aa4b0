"""The worklists, each read from the store by a process of its own, once, when it is first asked for."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, Final

from kg.check import Finding
from kg.doubts import Doubt
from kg.errors import KgError

_LISTS: Final = ("pairs", "findings", "warnings")


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of an article, in which ``sentence[start:end]`` is meant; ``at`` is where that begins."""

    article: str
    date: str
    sentence: str
    start: int
    end: int
    at: str


@dataclass(frozen=True, slots=True)
class Found:
    """A finding of ``kg check`` with its sentences."""

    finding: Finding
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Warned:
    """A result of ``kg validate``: how grave it is, what it is about, and the sentence to look at, if any."""

    severity: str
    focus: str
    message_vi: str
    message_en: str
    quote: Quote | None


def read(folder: str, name: str) -> Sequence[Doubt | Found | Warned]:
    """Read one of the lists from a store."""
    from kg.doubts import doubts
    from kg.knowledge import open_graph

    with open_graph(folder) as graph:
        if name == "pairs":
            return tuple(doubts(graph.store))
        return _findings(graph) if name == "findings" else _warnings(graph)


def _findings(graph: Any) -> tuple[Found, ...]:
    from kg.explain import Texts

    texts = Texts(graph.store)
    found = []
    for finding in graph.check():
        told = dict.fromkeys(told for side in finding.sides for told in side.told)
        quotes = (_quote(texts, t.article, t.date or "", t.start, t.end) for t in told)
        found.append(Found(finding, tuple(quotes)))
    return tuple(found)


def _warnings(graph: Any) -> tuple[Warned, ...]:
    from kg.explain import Texts

    texts = Texts(graph.store)
    return tuple(
        Warned(
            result.severity.value,
            result.focus,
            result.message_vi,
            result.message_en,
            next((_quote(texts, p.article, "", p.start, p.end) for p in result.passages), None),
        )
        for result in graph.validate().results
    )


def _quote(texts: Any, article: str, date: str, start: int, end: int) -> Quote:
    sentence, first, last = texts.around(article, start, end)
    return Quote(article, date, sentence, first, last, f"{start}-{end}")


class Worklists:
    """The lists of one store; closed at the end."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._threads = ThreadPoolExecutor(len(_LISTS), "review")
        self._running: dict[str, Future[Any]] = {}
        self._processes: set[Any] = set()

    def future(self, name: str) -> Future[Any]:
        """Give a list to wait for, which is begun when it is first asked for or failed the last time."""
        known = self._running.get(name)
        if known is None or (known.done() and known.exception() is not None):
            known = self._running[name] = self._threads.submit(self._read, name)
        return known

    def _read(self, name: str) -> Any:
        context = get_context("spawn")
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_work, args=(theirs, self._folder, name), daemon=True)
        process.start()
        self._processes.add(process)
        theirs.close()
        try:
            found = ours.recv()
        except EOFError as error:
            raise KgError(f"{name}: the process that reads the list died; try again") from error
        finally:
            process.join()
            self._processes.discard(process)
            ours.close()
        if isinstance(found, str):
            raise KgError(found)
        return found

    def close(self) -> None:
        """End what still runs."""
        for process in list(self._processes):
            process.kill()
        self._threads.shutdown(cancel_futures=True)


def _work(connection: Connection, folder: str, name: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError):
        os.nice(5)
    try:
        connection.send(read(folder, name))
    except KgError as error:
        connection.send(str(error))
