"""The open store: graphs replaced, amended and removed whole, with the merge that queries run over."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import Any, NamedTuple

import pyoxigraph as ox

from kg import nquads as nq
from kg.errors import QueryError, StoreError
from kg.locks import locked
from kg.memory import give_back
from kg.nquads import Draft, Sum, Written, batches, drafted, pieces, written
from kg.sorting import apart, in_order
from kg.store.folder import LENT, WRITING, open_quads, size_of
from kg.store.terms import bare, block, lines_of, one_line, parsed, value
from kg.vocab import BOOKKEEPING, DCTERMS, XSD, Minter

_LOOSE = 5000
_LARGE = 200_000_000
"""So many bytes on disk are worth closing and opening a store, to have its memory back."""
_BATCHES = 8
"""After so many batches of graphs that were written a large store is opened anew."""


class _Differing(NamedTuple):
    """The lines that a graph has and is not to have, and the other way round; whether it ends empty."""

    gone: list[bytes]
    come: list[bytes]
    empty: bool


class KgStore:
    """An open store; made by :func:`open_store`.  ``quads`` is the Oxigraph store itself."""

    def __init__(self, path: Path, quads: ox.Store, base: str, *, read_only: bool) -> None:
        self.path = path
        self.base = base
        self.read_only = read_only
        self._quads: ox.Store | None = quads
        self._mint = Minter(base)
        self.provenance, self.history = (self._mint.derived_graph(name) for name in BOOKKEEPING)

    @property
    def quads(self) -> ox.Store:
        """The Oxigraph store itself, for queries and exports."""
        if self._quads is None:
            raise StoreError(f"{self.path}: the store is closed; open it again")
        return self._quads

    def __enter__(self) -> KgStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write what is pending and let go of the folder."""
        if self._quads is not None and not self.read_only:
            self._quads.flush()
        self._quads = None

    def renewed(self) -> ox.Store:
        """Close and open a large store, and give it: the engine keeps ever more of what was read in memory.

        Nobody may hold on to ``quads`` meanwhile.  A small store is left as it is.
        """
        if not self.read_only and self.path.is_dir() and self.size() >= _LARGE:
            with self.aside():
                pass
        return self.quads

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Lend the store to other processes (:func:`open_store`), with nothing of it in memory here.

        Nobody may hold on to ``quads``.  For all others it is still being written.
        """
        with locked(self.path / LENT):
            self.close()
            gc.collect()
            give_back()
            yield
            self._quads = open_quads(self.path, read_only=self.read_only)

    def size(self) -> int:
        """Give the bytes on disk; none for a store in memory."""
        return size_of(self.path) if self.path.is_dir() else 0

    def graphs(self) -> list[str]:
        """Names of the complete graphs, sorted."""
        return sorted(self._digests())

    def articles(self) -> dict[str, str]:
        """Map the identifier of each article to the name of its graph, sorted by identifier."""
        found = {}
        for graph in self.graphs():
            name = ox.NamedNode(graph)
            for quad in self.quads.quads_for_pattern(name, ox.NamedNode(DCTERMS.source), None, name):
                article = ox.NamedNode(value(quad.object))
                for known in self.quads.quads_for_pattern(
                    article, ox.NamedNode(DCTERMS.identifier), None, name
                ):
                    found[value(known.object)] = graph
        return dict(sorted(found.items()))

    def replace(
        self,
        graphs: Iterable[tuple[str, Iterable[str]]],
        when: datetime | None = None,
        remember: Callable[[Written, str], str] | None = None,
    ) -> Iterator[tuple[str, bool]]:
        """Replace graphs by their N-Quads lines; see :meth:`write`."""
        return self.write((written(graph, lines) for graph, lines in graphs), when, remember)

    def replace_all(self, graphs: Iterable[tuple[str, Iterable[str]]], when: datetime | None = None) -> int:
        """Replace graphs as :meth:`replace` does; gives the number of those that changed."""
        return sum(changed for _, changed in self.replace(graphs, when))

    def write(
        self,
        graphs: Iterable[Written],
        when: datetime | None = None,
        remember: Callable[[Written, str], str] | None = None,
        *,
        minted: bool = False,
    ) -> Iterator[tuple[str, bool]]:
        """Replace graphs; yields each one's name and whether it changed, once it is in the store.

        Each graph is replaced as a whole or not at all; graphs go in batches, and while one batch is written
        the next is drawn from ``graphs``.  A graph with the lines that it already has is left alone and keeps
        its date.  Nothing is written until the result is iterated; what was replaced outlives the process
        then, and the machine after :meth:`flush`.  ``remember`` is given each graph that is there and
        changes, as it is to be, and the time; the SPARQL that it gives is run with the change, in one
        transaction.  ``minted`` says that every IRI comes from :class:`~kg.vocab.Minter` or the vocabularies,
        so that those of new graphs need not be checked once more.
        """
        self._check_writable()
        stamp = (when or datetime.now(UTC)).isoformat(timespec="seconds")
        with ThreadPoolExecutor(1, "store") as writer:  # Oxigraph lets go of the interpreter as it loads
            before: Future[list[tuple[str, bool]]] | None = None
            for number, batch in enumerate(batches(graphs), start=1):
                if before is not None:
                    yield from before.result()
                if number % _BATCHES == 0:
                    self.renewed()
                before = writer.submit(self._write_batch, batch, stamp, remember, minted)
            if before is not None:
                yield from before.result()

    def _write_batch(
        self,
        batch: Sequence[Written],
        stamp: str,
        remember: Callable[[Written, str], str] | None,
        minted: bool,
    ) -> list[tuple[str, bool]]:
        """Write what differs from what is there; of several under one name the last one counts."""
        latest = {each.graph: each for each in batch}
        changed = {g: each for g, each in latest.items() if self.digest(g) != each.digest}
        if changed:
            self._write(changed, stamp, remember, minted)
        return [(each.graph, each.graph in changed) for each in batch]

    def _write(
        self,
        changed: dict[str, Written],
        stamp: str,
        remember: Callable[[Written, str], str] | None,
        minted: bool,
    ) -> None:
        """Load new graphs in bulk and mark them; replace and mark each changed one in one transaction."""
        present = {g for g in changed if self._present(g)}
        fresh = [changed[g] for g in sorted(changed.keys() - present)]
        with self._changing(flushing=bool(fresh)):
            if fresh:
                give_back()
                self._begin(each.triples for each in fresh)
                for data in pieces(fresh):
                    self.quads.bulk_load(data, ox.RdfFormat.N_QUADS, lenient=minted)
            for graph in sorted(present):
                also = remember(changed[graph], stamp) if remember is not None else ""
                new = changed[graph]
                self._replace(graph, self._difference(graph, new.triples), new.digest, stamp, also)
            marks = (self._first_marks(each.graph, each.digest, stamp) for each in fresh)
            self.quads.extend(chain.from_iterable(marks))

    def put(
        self,
        graph: str,
        lines: Iterable[str],
        when: datetime | None = None,
        on_replacing: Callable[[Sequence[bytes], Sequence[bytes]], object] | None = None,
    ) -> bool:
        """Give one graph of any size these lines in place of its own; tells whether that changes it.

        As :meth:`write` does it, but neither the lines nor what is there are held in memory: only what
        differs between them.  ``on_replacing`` is told that, as lines of N-Triples that go and that come.
        """
        self._check_writable()
        stamp = (when or datetime.now(UTC)).isoformat(timespec="seconds")
        with drafted(graph, lines) as draft:
            if self.digest(graph) == draft.digest:
                return False
            with self._changing():
                if self._present(graph):
                    differing = self._large_difference(draft)
                    self._replace(graph, differing, draft.digest, stamp)
                    if on_replacing is not None:
                        on_replacing(differing.gone, differing.come)
                else:
                    self._begin(draft.triples())
                    for data in chain(draft.lines(), draft.triples()):
                        self.quads.bulk_load(data, ox.RdfFormat.N_QUADS)
                    self.quads.extend(self._first_marks(graph, draft.digest, stamp))
        return True

    @contextmanager
    def _changing(self, *, flushing: bool = True) -> Iterator[None]:
        """Flush what is written, or clear away what was written in part."""
        try:
            yield
            if flushing:
                self.quads.flush()
        except SyntaxError as error:
            self.recover()
            raise StoreError(f"{self.path}: lines that are not N-Quads: {one_line(error)}") from error
        except BaseException:
            self.recover()
            raise
        self._end()

    def _present(self, graph: str) -> bool:
        return bool(self.created(graph)) or self.quads.contains_named_graph(ox.NamedNode(graph))

    def _replace(self, graph: str, differing: _Differing, digest: str, stamp: str, also: str = "") -> None:
        """Change and mark a graph in one transaction."""
        steps = (self._replacement(graph, differing), self._mark(graph, digest, stamp), also)
        self.quads.update(" ;\n".join(step for step in steps if step))

    def _first_marks(self, graph: str, digest: str, stamp: str) -> Iterator[ox.Quad]:
        """Name a graph that has just come in as complete."""
        name, books = ox.NamedNode(graph), ox.NamedNode(self.provenance)
        now = ox.Literal(stamp, datatype=ox.NamedNode(XSD.dateTime))
        yield ox.Quad(name, ox.NamedNode(DCTERMS.identifier), ox.Literal(digest), books)
        yield ox.Quad(name, ox.NamedNode(DCTERMS.modified), now, books)
        yield ox.Quad(name, ox.NamedNode(DCTERMS.created), now, books)

    def _begin(self, triples: Iterable[bytes]) -> None:
        """Write down what is about to be loaded: a run that is killed may leave any part of it behind."""
        if self.path.is_dir():
            draft = self.path / (WRITING + ".new")
            with draft.open("wb") as file:
                file.writelines(triples)
            draft.replace(self.path / WRITING)

    def _end(self) -> None:
        (self.path / WRITING).unlink(missing_ok=True)

    def _difference(self, graph: str, triples: bytes) -> _Differing:
        """Find the lines that a graph has and is not to have, and those that it is to have and has not."""
        new = lines_of(ox.serialize(parsed(triples), format=ox.RdfFormat.N_TRIPLES))
        old = lines_of(self.quads.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(graph)))
        return _Differing(list(old - new), list(new - old), not new)

    def _large_difference(self, draft: Draft) -> _Differing:
        """Find the same for a graph that is too large to be held."""
        pieces = (ox.serialize(parsed(some), format=ox.RdfFormat.N_TRIPLES) for some in draft.triples())
        new = (line for piece in pieces for line in (piece or b"").splitlines())
        with TemporaryFile() as file:
            self.quads.dump(file, format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(draft.graph))
            file.seek(0)
            old = in_order((line.rstrip(b"\n") for line in file), bytes)
            return _Differing(*apart(old, in_order(new, bytes)), draft.size == 0)

    def _replacement(self, graph: str, differing: _Differing) -> str:
        """Write the SPARQL that takes lines out of a graph and puts others in, in the merge as well.

        Only what differs is written: most of an article that is read again stays as it was.
        """
        name = ox.NamedNode(graph)
        went = b"\n".join(differing.gone)
        only_here = (t for t in parsed(went) if not self._held(t, but=name))
        came = b"\n".join(differing.come).decode()
        clear = f" ;\nDROP SILENT GRAPH <{graph}>" if differing.empty else ""
        return (
            f"DELETE DATA {{ GRAPH <{graph}> {{\n{went.decode()}\n}}\n{block(only_here)}}} ;\n"
            f"INSERT DATA {{ GRAPH <{graph}> {{\n{came}\n}}\n{came}\n}}{clear}"
        )

    def amend(self, graph: str, gone: Collection[str], come: Collection[str]) -> None:
        """Take N-Quads lines out of a graph and put others in; it must have all the first and none of these.

        The graph is one that :meth:`put` has made, whose digest is a sum over its lines.  What is amended
        outlives the process; :meth:`flush` lets it outlive the machine, too.
        """
        self._check_writable()
        went, came = (parsed(bare(graph, lines)) for lines in (gone, come))
        digest = Sum(self.digest(graph) or "")
        digest.less("".join(gone).encode())
        digest.update("".join(come).encode())
        own = ox.NamedNode(graph)
        going = list(went)
        only_here = (triple for triple in going if not self._held(triple, but=own))
        taken, put = block(going), block(came)
        change = (
            f"DELETE DATA {{ GRAPH <{graph}> {{\n{taken}}}\n{block(only_here)}}} ;\n"
            f"INSERT DATA {{ GRAPH <{graph}> {{\n{put}}}\n{put}}}"
        )
        stamp = datetime.now(UTC).isoformat(timespec="seconds")
        self.quads.update(f"{change} ;\n{self._mark(graph, digest.hexdigest(), stamp)}")

    def flush(self) -> None:
        """Let all that was written be on disk."""
        self.quads.flush()

    def _held(self, triple: ox.Triple, but: ox.NamedNode | None = None) -> bool:
        """Tell whether a named graph, perhaps other than one, has a triple; thousands may have it."""
        quads = self.quads.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
        names = (quad.graph_name for quad in quads if quad.graph_name != but)
        books = (self.provenance, self.history)
        return any(isinstance(name, ox.NamedNode) and name.value not in books for name in names)

    def _mark(self, graph: str, digest: str, stamp: str) -> str:
        """Write the SPARQL that names a graph as complete."""
        known = f"<{graph}> <{DCTERMS.identifier}> {nq.string(digest)}"
        dated = f"<{graph}> <{DCTERMS.modified}> {nq.typed(stamp, XSD.dateTime)}"
        first = f"<{graph}> <{DCTERMS.created}> {nq.typed(self.created(graph) or stamp, XSD.dateTime)}"
        marks = f"{known} . {dated} . {first}"
        return f"{self._unmark(graph)} ;\nINSERT DATA {{ GRAPH <{self.provenance}> {{ {marks} }} }}"

    def created(self, graph: str) -> str:
        """Tell when a graph first came in, as an ``xsd:dateTime``; empty for one that is not there.

        A store of an earlier release only knows when it last changed.
        """
        name, books = ox.NamedNode(graph), ox.NamedNode(self.provenance)
        for predicate in (DCTERMS.created, DCTERMS.modified):
            for quad in self.quads.quads_for_pattern(name, ox.NamedNode(predicate), None, books):
                return value(quad.object)
        return ""

    def digest(self, graph: str) -> str | None:
        """Give the digest of a complete graph's lines; ``None`` when there is no such graph."""
        name, books = ox.NamedNode(graph), ox.NamedNode(self.provenance)
        for quad in self.quads.quads_for_pattern(name, ox.NamedNode(DCTERMS.identifier), None, books):
            return value(quad.object)
        return None

    def _unmark(self, graph: str) -> str:
        return f"DELETE WHERE {{ GRAPH <{self.provenance}> {{ <{graph}> ?p ?o }} }}"

    def remove(self, graph: str, also: str = "") -> bool:
        """Remove a graph and all that only it said; False when there is none of that name.

        ``also`` is SPARQL that is run with the change, in one transaction.  That it is gone outlives the
        process, and the machine after :meth:`flush`.
        """
        self._check_writable()
        if self.digest(graph) is None:
            return False
        steps = (self._replacement(graph, self._difference(graph, b"")), self._unmark(graph), also)
        self.quads.update(" ;\n".join(step for step in steps if step))
        return True

    def query(self, sparql: str) -> Any:
        """Run a query over the merge of all graphs; raises QueryError with the parser's message."""
        try:
            return self.quads.query(sparql)
        except (SyntaxError, ValueError, OSError, RuntimeError) as error:
            raise QueryError(f"query failed: {one_line(error)}") from error

    def _digests(self) -> dict[str, str]:
        identifier = ox.NamedNode(DCTERMS.identifier)
        marks = self.quads.quads_for_pattern(None, identifier, None, ox.NamedNode(self.provenance))
        return {value(quad.subject): value(quad.object) for quad in marks}

    def _check_writable(self) -> None:
        if self.read_only:
            raise StoreError(f"{self.path}: the store was opened for reading; open it for writing")

    def recover(self) -> None:
        """Clear what an interrupted run left behind."""
        if self.path.is_dir() and not (self.path / WRITING).exists():
            return
        complete = {*self._digests(), self.provenance, self.history}
        for graph in list(self.quads.named_graphs()):
            if value(graph) not in complete:
                self.quads.update(f"DROP SILENT GRAPH <{value(graph)}>")
        loose = (triple for triple in self._doubtful() if not self._held(triple))
        while some := block(islice(loose, _LOOSE)):
            self.quads.update(f"DELETE DATA {{\n{some}}}")
        self.quads.flush()
        self._end()

    def _doubtful(self) -> Iterator[ox.Triple]:
        """Give the triples that may stand in the merge for nothing: those of the load that was cut short.

        When what was written down of it can't be read, it may be any.
        """
        marker = self.path / WRITING
        try:
            if marker.is_file() and marker.stat().st_size:
                for _ in ox.parse(path=str(marker), format=ox.RdfFormat.N_TRIPLES):
                    pass  # the whole must be fit to be read
                return (q.triple for q in ox.parse(path=str(marker), format=ox.RdfFormat.N_TRIPLES))
        except SyntaxError:
            pass  # the very reason why the load failed
        return (q.triple for q in self.quads.quads_for_pattern(None, None, None, ox.DefaultGraph()))
