"""A process that answers one query after another from a store opened for reading.

It is the only place where somebody's query runs: whatever it does to the process, the server goes on.  The
server kills it at the deadline; should the server itself be gone, an alarm of the kernel ends it a little
later.  Memory has a limit, beyond which the process dies.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import IO, Any, Final, cast

import pyoxigraph as ox

from kg.errors import KgError, QueryError
from kg.query import check, mentions_service, syntax_message
from kg.sparql.dataset import named
from kg.sparql.formats import GRAPHS, TABLES
from kg.sparql.media import choose
from kg.sparql.rows import truth
from kg.sparql.task import Answer, Asked, Failure, Fault, Form, Limits, Wanted
from kg.store import KgStore, open_store
from kg.vocab import Minter

_SMALL: Final = 512 * 1024
"""Answers up to so many bytes come through the pipe, larger ones as a file."""
_GRACE: Final = 3
_SEVERAL: Final = 2
#: Formats that can say which graph a triple is in.
_NAMING: Final = frozenset({ox.RdfFormat.TRIG, ox.RdfFormat.N_QUADS})
_WITHOUT_PREFIXES: Final = frozenset({"application/n-triples", "application/n-quads"})


class _FullError(Exception):
    """The answer has more bytes than it may have."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker is sent: what is asked, and the file for a large answer."""

    asked: Asked | Wanted
    file: str


class _Sink:
    """Takes the bytes of an answer: in memory while they are few, then in a file."""

    def __init__(self, file: str, most: int) -> None:
        self._file, self._most = file, most
        self._size = 0
        self._out: Any = BytesIO()
        self.spilt = False

    def write(self, data: bytes) -> int:
        self._size += len(data)
        if self._size > self._most:
            raise _FullError
        if not self.spilt and self._size > _SMALL:
            start = self._out.getvalue()
            self._out = Path(self._file).open("wb")  # noqa: SIM115 (closed in finish)
            self._out.write(start)
            self.spilt = True
        self._out.write(data)
        return len(data)

    def flush(self) -> None:
        self._out.flush()

    @property
    def stream(self) -> IO[bytes]:
        """Itself, as the type that Oxigraph asks for: it only writes."""
        return cast(IO[bytes], self)

    def finish(self) -> tuple[bytes, str | None]:
        if self.spilt:
            self._out.close()
            return b"", self._file
        return self._out.getvalue(), None


class Worker:
    """Answers questions to one store."""

    def __init__(self, store: KgStore, limits: Limits, *, service: bool = False) -> None:
        self._store, self._limits, self._service = store, limits, service
        self._prefixes = Minter(store.base).prefixes()

    def answer(self, job: Job) -> Answer | Failure:
        """Answer, or say in one line why not."""
        sink = _Sink(job.file, self._limits.size)
        try:
            if isinstance(job.asked, Wanted):
                return self._graph(job.asked, sink)
            return self._query(job.asked, sink)
        except _FullError:
            return Failure(
                Fault.TOO_LARGE,
                f"the answer has more than {self._limits.size:,} bytes; ask for less, with LIMIT and OFFSET",
            )
        except QueryError as error:
            refused = "is refused" in str(error)
            return Failure(Fault.REFUSED if refused else Fault.BAD, str(error))
        except (OSError, RuntimeError, KgError) as error:
            return Failure(Fault.BROKEN, f"the query failed: {_one_line(error)}")

    def _query(self, asked: Asked, sink: _Sink) -> Answer | Failure:
        found = self._found(asked)
        if isinstance(found, ox.QueryBoolean):
            return self._truth(bool(found), asked, sink)
        if isinstance(found, ox.QuerySolutions):
            return self._table(found, asked, sink)
        return self._triples(found, asked, sink)

    def _found(self, asked: Asked) -> Any:
        """Run a query; what it is not and what it may not is told by the check that every verb uses."""
        if mentions_service(asked.text) and not self._service:
            check(asked.text)
        try:
            store, dataset = self._dataset(asked)
            return store.query(asked.text, prefixes=self._prefixes, **dataset)
        except SyntaxError as error:
            if not self._service:
                check(asked.text)
            raise QueryError(f"not a SPARQL 1.1 query: {syntax_message(error)}") from error
        except ValueError as error:
            raise QueryError(f"not a query for this store: {_one_line(error)}") from error

    def _dataset(self, asked: Asked) -> tuple[ox.Store, dict[str, Any]]:
        """Give the store to ask and the dataset that the request names, or else the query.

        Without a default graph that is an empty one; of several it is the merge, made for this query.
        """
        default, graphs = asked.default_graphs, asked.named_graphs
        if not (default or graphs):
            own = named(asked.text, self._prefixes)
            if len(own[0]) < _SEVERAL:
                return self._store.quads, {}
            default, graphs = own
        try:
            names = [ox.NamedNode(iri) for iri in dict.fromkeys(graphs)]
            merged = [ox.NamedNode(iri) for iri in dict.fromkeys(default)]
        except ValueError as error:
            raise QueryError(f"a graph of the dataset is no absolute IRI ({_one_line(error)})") from error
        if len(merged) < _SEVERAL:
            return self._store.quads, {"default_graph": merged, "named_graphs": names}
        return self._merge(merged, names), {"default_graph": ox.DefaultGraph(), "named_graphs": names}

    def _merge(self, merged: list[ox.NamedNode], names: list[ox.NamedNode]) -> ox.Store:
        made = ox.Store()
        for graph in merged:
            quads = self._store.quads.quads_for_pattern(None, None, None, graph)
            made.bulk_extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
        for graph in names:
            made.bulk_extend(self._store.quads.quads_for_pattern(None, None, None, graph))
        return made

    def _truth(self, found: bool, asked: Asked, sink: _Sink) -> Answer | Failure:
        media = choose(asked.accept, list(TABLES))
        if media is None:
            return _unacceptable(TABLES)
        sink.write(truth(found, media).encode())
        return Answer(Form.TRUTH, media, *sink.finish(), 1)

    def _table(self, found: ox.QuerySolutions, asked: Asked, sink: _Sink) -> Answer | Failure:
        media = choose(asked.accept, list(TABLES))
        if media is None:
            return _unacceptable(TABLES)
        rows = _Counted(found, asked.cut or self._limits.rows)
        names = [variable.value for variable in found.variables]
        for piece in TABLES[media](names, rows):
            sink.write(piece.encode("utf-8", "replace"))
        return self._ended(Form.TABLE, media, rows, asked, sink)

    def _triples(self, found: Iterable[ox.Triple], asked: Asked, sink: _Sink) -> Answer | Failure:
        media = choose(asked.accept, list(GRAPHS))
        if media is None:
            return _unacceptable(GRAPHS)
        rows = _Counted(found, asked.cut or self._limits.rows)
        self._write(rows, media, sink)
        return self._ended(Form.GRAPH, media, rows, asked, sink)

    def _ended(self, form: Form, media: str, rows: _Counted, asked: Asked, sink: _Sink) -> Answer | Failure:
        if rows.more and asked.cut is None:
            what = "triples" if form is Form.GRAPH else "rows"
            return Failure(
                Fault.TOO_LARGE,
                f"the answer has more than {self._limits.rows:,} {what}; ask for less, with LIMIT and OFFSET",
            )
        return Answer(form, media, *sink.finish(), rows.count, whole=not rows.more)

    def _graph(self, wanted: Wanted, sink: _Sink) -> Answer | Failure:
        media = choose(wanted.accept, list(GRAPHS))
        if media is None:
            return _unacceptable(GRAPHS)
        try:
            name = ox.DefaultGraph() if wanted.graph is None else ox.NamedNode(wanted.graph)
        except ValueError:
            return Failure(Fault.BAD, "graph: not an absolute IRI; name a graph as the store does")
        if isinstance(name, ox.NamedNode) and not self._store.quads.contains_named_graph(name):
            return Failure(Fault.MISSING, f"{name.value[:200]}: no graph of that name")
        if GRAPHS[media] in _NAMING:
            self._write(self._store.quads.quads_for_pattern(None, None, None, name), media, sink)
        else:
            prefixes = self._prefixes_in(media)
            self._store.quads.dump(sink.stream, GRAPHS[media], from_graph=name, prefixes=prefixes)
        return Answer(Form.GRAPH, media, *sink.finish(), 0)

    def _write(self, rows: Iterable[Any], media: str, sink: _Sink) -> None:
        ox.serialize(rows, sink.stream, format=GRAPHS[media], prefixes=self._prefixes_in(media))

    def _prefixes_in(self, media: str) -> dict[str, str] | None:
        return None if media in _WITHOUT_PREFIXES else self._prefixes


class _Counted:
    """Rows up to a number of them; ``more`` tells afterwards whether there were more."""

    def __init__(self, rows: Iterable[Any], most: int | None) -> None:
        self._rows, self._most = iter(rows), most
        self.count, self.more = 0, False

    def __iter__(self) -> Iterator[Any]:
        for row in islice(self._rows, self._most):
            self.count += 1
            yield row
        self.more = self._most is not None and next(self._rows, None) is not None


def _unacceptable(offers: Iterable[str]) -> Failure:
    return Failure(Fault.UNACCEPTABLE, f"none of the formats in Accept; there are {', '.join(offers)}")


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())[:300] or type(error).__name__


def work(connection: Connection, folder: str, limits: Limits, service: bool) -> None:
    """Answer jobs until the server hangs up; the first message tells that the store is open, or why not."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    hold(limits)
    try:
        store = open_store(folder, read_only=True)
    except KgError as error:
        connection.send(Failure(Fault.BROKEN, str(error)))
        return
    worker = Worker(store, limits, service=service)
    connection.send(None)
    with suppress(EOFError, OSError):
        while True:
            job: Job = connection.recv()
            _within(limits.seconds + _GRACE, lambda job=job: connection.send(worker.answer(job)))  # type: ignore[misc]
    os._exit(0)


def _within(seconds: float, do: Callable[[], object]) -> None:
    """Do something before the kernel ends the process (Python may be deep in a query, and not listen)."""
    signal.setitimer(signal.ITIMER_REAL, seconds)
    do()
    signal.setitimer(signal.ITIMER_REAL, 0)


def hold(limits: Limits) -> None:
    """Limit the memory, and keep a dying process quiet."""
    try:
        import resource
    except ImportError:  # only Unix has it
        return
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_DATA, (limits.memory, limits.memory))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
