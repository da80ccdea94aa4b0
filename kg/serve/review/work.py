"""The worklists, each read from the store by a process of its own, once, when the first of them is asked for.

To validate a large store takes a minute.  What that found is kept beside the store, under a name that tells
the state of the store and of the shapes, so that the next server has it at once.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

import msgspec

from kg.check import Finding
from kg.doubts import Doubt
from kg.errors import KgError
from kg.journal import program
from kg.resources import data_dir
from kg.vocab import digest

_LONG: Final = "warnings"
_LISTS: Final = ("pairs", "findings", _LONG)


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
    """A result of ``kg validate``: how grave it is, what it is about, and the sentence to look at, if any.

    ``id`` stays the same as long as the rule and what it is about do.
    """

    id: str
    severity: str
    focus: str
    message_vi: str
    message_en: str
    quote: Quote | None


def read(folder: str, name: str, home: str) -> Sequence[Doubt | Found | Warned]:
    """Read one of the lists from a store; warnings are kept in the folder ``home``."""
    from kg.doubts import doubts
    from kg.knowledge import open_graph

    with open_graph(folder) as graph:
        if name == "pairs":
            return tuple(doubts(graph.store))
        return _findings(graph) if name == "findings" else _kept(graph, Path(home))


def _findings(graph: Any) -> tuple[Found, ...]:
    from kg.explain import Texts

    texts = Texts(graph.store)
    found = []
    for finding in graph.check():
        told = dict.fromkeys(told for side in finding.sides for told in side.told)
        quotes = (_quote(texts, t.article, t.date or "", t.start, t.end) for t in told)
        found.append(Found(finding, tuple(quotes)))
    return tuple(found)


def _kept(graph: Any, home: Path) -> tuple[Warned, ...]:
    """Give the warnings as they are known, or validate and keep what that finds."""
    from kg.serve.search.index import state

    key = sha256(f"{state(graph.store)} {_rules()}".encode()).hexdigest()[:16]
    file = home / f"warnings-{key}.json"
    with suppress(OSError, msgspec.MsgspecError):
        return msgspec.json.decode(file.read_bytes(), type=tuple[Warned, ...])
    found = _warnings(graph)
    with suppress(OSError):  # on a disk that can only be read they are found anew
        draft = file.with_suffix(".new")
        draft.write_bytes(msgspec.json.encode(found))
        draft.replace(file)
        for old in home.glob("warnings-*.json"):
            if old != file:
                old.unlink()
    return found


def _rules() -> str:
    """Name the program and the shapes."""
    shapes = sorted(data_dir("shapes").glob("**/*.ttl"))
    return program() + "".join(sha256(path.read_bytes()).hexdigest() for path in shapes)


def _warnings(graph: Any) -> tuple[Warned, ...]:
    from kg.explain import Texts

    texts = Texts(graph.store)
    return tuple(
        Warned(
            digest(result.shape, result.component, result.focus, result.path or "", str(result.value or "")),
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

    def __init__(self, folder: Path, home: Path) -> None:
        self._given = str(folder), str(home)
        self._threads = ThreadPoolExecutor(len(_LISTS), "review")
        self._running: dict[str, Future[Any]] = {}
        self._processes: set[Any] = set()

    def future(self, name: str) -> Future[Any]:
        """Give a list to wait for, which is begun when it is first asked for or failed the last time.

        Warnings take long: whoever opens another list will find them on their way.
        """
        if name != _LONG:
            self._begun(_LONG)
        return self._begun(name)

    def _begun(self, name: str) -> Future[Any]:
        known = self._running.get(name)
        if known is None or (known.done() and known.exception() is not None):
            known = self._running[name] = self._threads.submit(self._read, name)
        return known

    def _read(self, name: str) -> Any:
        context = get_context("spawn")
        ours, theirs = context.Pipe(duplex=False)
        # Validation has processes of its own, which a daemon may not have; they end with this one.
        process = context.Process(target=_work, args=(theirs, name, *self._given))
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


def _work(connection: Connection, name: str, folder: str, home: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError):
        os.nice(5)
    try:
        connection.send(read(folder, name, home))
    except Exception as error:  # the page tells it; nobody reads what this process writes
        connection.send(str(error) if isinstance(error, KgError) else f"{name}: {type(error).__name__}")
