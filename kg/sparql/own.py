"""Graphs of the user's own beside those that the build owns, and the updates that write them.

They are kept as N-Quads in a file of the store's folder that no build reads or writes.  An update runs in a
process of its own on a copy of the store's state (:mod:`kg.snapshot`) into which that file has been loaded;
what the copy's own graphs hold afterwards is the new file, and the copy is thrown away.  So an update may
ask everything, and can change nothing but what is the user's, whatever it says.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from kg.errors import KgError, QueryError, StoreError
from kg.query import mentions_service, syntax_message
from kg.snapshot import BusyError, Snapshot, is_written, take
from kg.sparql.task import Failure, Fault, Limits
from kg.sparql.worker import hold
from kg.store import KgStore, open_store
from kg.vocab import Minter

FILE: Final = "own.nq"
_START: Final = 60.0
_WRITTEN: Final = ("insert", "delete")
_WEB: Final = ("http://", "https://")
Quads = list[ox.Quad]


def own(folder: Path) -> Quads:
    """Read the user's own graphs; raises StoreError when the file is no N-Quads."""
    path = folder / FILE
    try:
        return list(ox.parse(path=str(path), format=ox.RdfFormat.N_QUADS)) if path.exists() else []
    except (OSError, SyntaxError) as error:
        raise StoreError(f"{path}: can't be read as N-Quads ({error}); mend it or move it away") from error


def standing(folder: Path) -> tuple[int, int]:
    """Tell a state of the file from any other, without reading it."""
    with suppress(OSError):
        known = (folder / FILE).stat()
        return known.st_size, known.st_mtime_ns
    return 0, 0


def load(copy: Path, quads: Quads) -> None:
    """Put the user's own graphs into a copy of the store: each by itself, and in the merge of all."""
    if not quads:
        return
    store = ox.Store(str(copy / "quads"))
    store.bulk_extend(quads)
    store.bulk_extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    store.flush()


@contextmanager
def opened(folder: Path) -> Iterator[KgStore]:
    """Open a store for reading with the user's own graphs in it, as :mod:`kg.serve` shows it.

    Raises BusyError while another process writes the store.
    """
    quads = own(folder)
    if not quads and is_written(folder):
        raise BusyError(
            f"{folder}: another process is writing the store; wait for it to end, or ask kg serve"
        )
    if not quads:
        with open_store(folder, read_only=True) as store:
            yield store
        return
    copy = take(folder)
    try:
        if copy.own is None:
            raise StoreError(f"{folder}: no files can be made there, as your own graphs need; copy it")
        load(copy.path, quads)
        with open_store(copy.path, read_only=True) as store:
            yield store
    finally:
        copy.drop()


# -- what an update may say ----------------------------------------------------------------------------------


def check(update: str, base: str, *, service: bool) -> None:
    """Refuse, in one line, an update that would write anything but named graphs of the user's own.

    These are all whose names do not begin with ``base``.  ``service`` lets it call other servers.
    """
    if mentions_service(update) and not service:
        # A word in a string is refused, too: an update is written by hand, and can spell it otherwise.
        raise QueryError("SERVICE is refused in updates; kg serve --allow-service lets them call others")
    for name in _targets(update, base, service=service):
        if name is None:
            raise QueryError(
                "the update is refused: it writes the merge of all graphs; name a graph of your own, as in "
                "INSERT DATA { GRAPH <urn:notes> { … } }"
            )
        if not name:
            raise QueryError("the update is refused: the graph that it writes must be named, not a variable")
        if name.startswith(base):
            raise QueryError(f"the update is refused: <{name}> belongs to kg build; write one of your own")


def _targets(update: str, base: str, *, service: bool) -> Iterator[str | None]:
    """Give the graphs that an update writes: IRIs, None for the merge, nothing for a variable."""
    from pyparsing.exceptions import ParseException
    from rdflib.plugins.sparql.algebra import translateUpdate
    from rdflib.plugins.sparql.parser import parseUpdate

    try:
        steps = translateUpdate(parseUpdate(update), initNs=Minter(base).prefixes()).algebra
    except ParseException as error:
        message = f"error at {error.lineno}:{error.column}: {error.msg}"
        raise QueryError(f"not a SPARQL 1.1 update: {message}") from error
    except Exception as error:  # a prefix that is not known, a variable in data: its classes are many
        raise QueryError(f"not a SPARQL 1.1 update: {' '.join(str(error).split())[:300]}") from error
    for step in steps:
        if step.name == "Load":
            if not service:
                raise QueryError("LOAD is refused; kg serve --allow-service lets updates load from elsewhere")
            if not str(step.iri).startswith(_WEB):
                raise QueryError("LOAD is refused: only addresses of the web are loaded")
        yield from _written(step)


def _written(step: Any) -> Iterator[str | None]:
    """Give the graphs that one step writes."""
    if step.name in ("InsertData", "DeleteData", "DeleteWhere"):
        yield from _patterns(step, None)
    elif step.name == "Modify":
        with_ = str(step.withClause) if step.withClause is not None else None
        for part in _WRITTEN:
            if part in step:
                yield from _patterns(step[part], with_)
    elif step.name in ("Add", "Move", "Copy"):
        source, target = step.graph
        yield from (_graph(each) for each in ((source, target) if step.name == "Move" else (target,)))
    else:
        yield _graph(step.graphiri)


def _patterns(part: Any, otherwise: str | None) -> Iterator[str | None]:
    if part.triples:
        yield otherwise
    for name in part.quads or ():
        yield _graph(name)


def _graph(name: Any) -> str | None:
    """Give a graph's IRI; ``DEFAULT``, ``ALL`` and ``NAMED`` mean what is not the user's, too."""
    from rdflib import URIRef

    if isinstance(name, URIRef):
        return str(name)
    return None if name is None or (isinstance(name, str) and name in ("DEFAULT", "ALL", "NAMED")) else ""


# -- running -------------------------------------------------------------------------------------------------


def update(folder: Path, text: str, base: str, limits: Limits, *, service: bool) -> Failure | None:
    """Run an update on the user's own graphs; gives why it can't be, or None when it is written.

    It runs in a process of its own, which is killed when it takes too long.
    """
    try:
        check(text, base, service=service)
        copy = take(folder)
    except QueryError as error:
        refused = "refused" in str(error)
        return Failure(Fault.REFUSED if refused else Fault.BAD, str(error))
    except BusyError:
        return Failure(Fault.BUSY, "the graph is being built; send the update again when that has ended")
    except KgError as error:
        return Failure(Fault.BROKEN, str(error))
    if copy.own is None:
        return Failure(Fault.BROKEN, f"{folder}: no files can be made there, as graphs of your own need")
    try:
        return _run(folder, copy, text, base, limits)
    finally:
        copy.drop()


def _run(folder: Path, copy: Snapshot, text: str, base: str, limits: Limits) -> Failure | None:
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    given = (theirs, folder, copy.path, text, base, limits)
    process = context.Process(target=_work, args=given, name="update", daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(_START) or (found := ours.recv()) is not None:
            return found if isinstance(found, Failure) else Failure(Fault.BROKEN, "the update did not begin")
        if not ours.poll(limits.seconds):
            took = f"the update took more than {limits.seconds:g} seconds; change less at once"
            return Failure(Fault.TOO_SLOW, took)
        done: Failure | None = ours.recv()
        return done
    except (EOFError, OSError):
        return Failure(Fault.BROKEN, "the update ended its process, perhaps for want of memory; change less")
    finally:
        process.kill()
        process.join()
        ours.close()


def _work(connection: Connection, folder: Path, copy: Path, text: str, base: str, limits: Limits) -> None:
    """Run an update on a copy; tells twice how it goes: when it can begin, and when it is written."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    hold(limits)
    try:
        load(copy, own(folder))
        store = ox.Store(str(copy / "quads"))
        connection.send(None)
        store.update(text, prefixes=Minter(base).prefixes())
        connection.send(_keep(store, folder, base, limits))
    except (SyntaxError, ValueError) as error:
        connection.send(Failure(Fault.BAD, f"not a SPARQL 1.1 update: {syntax_message(error)}"))
    except (OSError, RuntimeError, KgError) as error:
        connection.send(Failure(Fault.BROKEN, f"the update failed: {' '.join(str(error).split())[:300]}"))


def _keep(store: ox.Store, folder: Path, base: str, limits: Limits) -> Failure | None:
    """Write what the user's graphs hold, whole or not at all."""
    names = [name for name in store.named_graphs() if not _value(name).startswith(base)]
    quads = (quad for name in names for quad in store.quads_for_pattern(None, None, None, name))
    lines = sorted(f"{quad} .\n" for quad in quads)
    data = "".join(lines).encode()
    if len(data) > limits.size:
        return Failure(Fault.TOO_LARGE, f"the graphs of your own would have more than {limits.size:,} bytes")
    draft = folder / (FILE + ".new")
    with draft.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(folder / FILE)
    return None


def _value(term: object) -> str:
    return str(getattr(term, "value", term))
