"""The embedded store on disk (Oxigraph), and any SPARQL 1.1 server for queries.

A store is a folder with a marker file and the quads.  Graphs are replaced whole: a graph counts once the
store's own graph of provenance names it with the digest of its lines.  What an interrupted run left behind
is cleared when the store is opened again, so that readers meet the last complete state.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any

import pyoxigraph as ox

from kg import nquads as nq
from kg.errors import QueryError, StoreError, UsageError
from kg.vocab import DCTERMS, DEFAULT_BASE, XSD, Minter

MARKER = "dangbo-kg.json"
VERSION = 1
_KIND = "dangbo-kg store"
_WRITING = "writing"
_BATCH = 256
_STAGING = "staging."


class KgStore:
    """An open store; made by :func:`open_store`.  ``quads`` is the Oxigraph store itself."""

    def __init__(self, path: Path, quads: ox.Store, base: str, read_only: bool) -> None:
        self.path = path
        self.base = base
        self.read_only = read_only
        self._quads: ox.Store | None = quads
        self._mint = Minter(base)
        self.provenance = self._mint.derived_graph("provenance")

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

    def graphs(self) -> list[str]:
        """Names of the complete graphs, sorted."""
        return sorted(self._digests())

    def articles(self) -> dict[str, str]:
        """Map the identifier of each article to the name of its graph, sorted by identifier."""
        found = {}
        for graph in self.graphs():
            name = ox.NamedNode(graph)
            for quad in self.quads.quads_for_pattern(name, ox.NamedNode(DCTERMS.source), None, name):
                article = ox.NamedNode(_value(quad.object))
                for known in self.quads.quads_for_pattern(
                    article, ox.NamedNode(DCTERMS.identifier), None, name
                ):
                    found[_value(known.object)] = graph
        return dict(sorted(found.items()))

    def replace(
        self, graphs: Iterable[tuple[str, Iterable[str]]], when: datetime | None = None
    ) -> Iterator[tuple[str, bool]]:
        """Replace graphs by their N-Quads lines; yields each graph's name and whether it changed.

        Graphs are written in batches, each batch as a whole or not at all.  A graph with the lines that it
        already has is left alone and keeps its date.  Nothing is written until the result is iterated.
        """
        self._check_writable()
        known = self._digests()
        stamp = (when or datetime.now(UTC)).isoformat(timespec="seconds")
        waiting = iter(graphs)
        while batch := list(islice(waiting, _BATCH)):
            yield from self._replace_batch(batch, known, stamp)

    def replace_all(self, graphs: Iterable[tuple[str, Iterable[str]]], when: datetime | None = None) -> int:
        """Replace graphs as :meth:`replace` does; gives the number of those that changed."""
        return sum(changed for _, changed in self.replace(graphs, when))

    def _replace_batch(
        self, batch: Sequence[tuple[str, Iterable[str]]], known: dict[str, str], stamp: str
    ) -> Iterator[tuple[str, bool]]:
        new: dict[str, bytes] = {}
        digests: dict[str, str] = {}
        unchanged = set()
        for graph, lines in batch:
            data = "".join(lines).encode()
            digest = sha256(data).hexdigest()
            if known.get(graph) == digest:
                unchanged.add(graph)
            else:
                unchanged.discard(graph)
                new[graph], digests[graph] = data, digest
                known[graph] = digest
        if new:
            self._write(new, digests, stamp)
        for graph, _ in batch:
            yield graph, graph not in unchanged

    def _write(self, new: dict[str, bytes], digests: dict[str, str], stamp: str) -> None:
        """Load new graphs as they are and changed ones aside, then turn all of them valid in one step."""
        (self.path / _WRITING).touch()
        try:
            self.quads.update(" ;\n".join(self._load(new, digests, stamp)))
            self.quads.flush()
        except SyntaxError as error:
            self.recover()
            raise StoreError(f"{self.path}: lines that are not N-Quads: {_one_line(error)}") from error
        except BaseException:
            self.recover()
            raise
        (self.path / _WRITING).unlink(missing_ok=True)

    def _load(self, new: dict[str, bytes], digests: dict[str, str], stamp: str) -> list[str]:
        present = {g for g in new if self.quads.contains_named_graph(ox.NamedNode(g))}
        self.quads.bulk_load(b"".join(new[g] for g in new if g not in present), ox.RdfFormat.N_QUADS)
        steps = []
        for graph in sorted(present):
            staged = self._staging(graph)
            if not new[graph]:
                steps.append(f"DROP SILENT GRAPH <{graph}>")
                continue
            data = new[graph].replace(f" <{graph}> .\n".encode(), f" <{staged}> .\n".encode())
            self.quads.bulk_load(data, ox.RdfFormat.N_QUADS)
            steps.append(f"MOVE SILENT GRAPH <{staged}> TO <{graph}>")
        steps.extend(self._mark(graph, digests[graph], stamp) for graph in sorted(new))
        return steps

    def _mark(self, graph: str, digest: str, stamp: str) -> str:
        """Write the SPARQL that names a graph as complete."""
        known = f"<{graph}> <{DCTERMS.identifier}> {nq.string(digest)}"
        dated = f"<{graph}> <{DCTERMS.modified}> {nq.typed(stamp, XSD.dateTime)}"
        return f"{self._unmark(graph)} ;\nINSERT DATA {{ GRAPH <{self.provenance}> {{ {known} . {dated} }} }}"

    def _unmark(self, graph: str) -> str:
        return f"DELETE WHERE {{ GRAPH <{self.provenance}> {{ <{graph}> ?p ?o }} }}"

    def _staging(self, graph: str) -> str:
        return self._mint.iri("graph", _STAGING + sha256(graph.encode()).hexdigest()[:32])

    def remove(self, graph: str) -> bool:
        """Remove a graph and all that only it said; False when there is none of that name."""
        self._check_writable()
        if graph not in self._digests():
            return False
        self.quads.update(f"DROP SILENT GRAPH <{graph}> ;\n{self._unmark(graph)}")
        self.quads.flush()
        return True

    def query(self, sparql: str) -> Any:
        """Run a query over the union of all graphs; raises QueryError with the parser's message."""
        try:
            return self.quads.query(sparql, use_default_graph_as_union=True)
        except (SyntaxError, ValueError, OSError, RuntimeError) as error:
            raise QueryError(f"query failed: {_one_line(error)}") from error

    def _digests(self) -> dict[str, str]:
        identifier = ox.NamedNode(DCTERMS.identifier)
        marks = self.quads.quads_for_pattern(None, identifier, None, ox.NamedNode(self.provenance))
        return {_value(quad.subject): _value(quad.object) for quad in marks}

    def _check_writable(self) -> None:
        if self.read_only:
            raise StoreError(f"{self.path}: the store was opened for reading; open it for writing")

    def recover(self) -> None:
        """Clear what an interrupted run left behind."""
        flag = self.path / _WRITING
        if not flag.exists():
            return
        complete = {*self._digests(), self.provenance}
        for graph in list(self.quads.named_graphs()):
            if _value(graph) not in complete:
                self.quads.update(f"DROP SILENT GRAPH <{_value(graph)}>")
        self.quads.flush()
        flag.unlink(missing_ok=True)


def open_store(
    path: str | Path, *, create: bool = False, read_only: bool = False, base: str | None = None
) -> KgStore:
    """Open the store in the folder ``path``; ``create`` makes it when it is not there.

    ``base`` is the base of the IRIs of a new store, and must agree with that of an existing one.  Raises
    StoreError, in one line, when the folder is missing, no store, of another version, or in use.
    """
    folder = Path(path)
    if not (folder / MARKER).is_file():
        _create(folder, create and not read_only, base or DEFAULT_BASE)
    known = _marker(folder)
    if base is not None and base != known:
        raise StoreError(
            f"{folder}: the store's base is {known}, not {base}; use another folder or that base"
        )
    if not read_only:
        return _opened(folder, known)
    if (folder / _WRITING).exists():
        _opened(folder, known).close()
    return KgStore(folder, _open_quads(folder, read_only=True), known, read_only=True)


def _opened(folder: Path, base: str) -> KgStore:
    store = KgStore(folder, _open_quads(folder, read_only=False), base, read_only=False)
    store.recover()
    return store


def _create(folder: Path, create: bool, base: str) -> None:
    if not create:
        raise StoreError(f"{folder}: no store here; run `kg build SOURCE --store {folder}` first")
    Minter(base)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise StoreError(f"{folder}: the folder is not empty and not a store; give another folder")
        ox.Store(str(folder / "quads")).flush()
        marker = {"kind": _KIND, "version": VERSION, "base": base}
        draft = folder / (MARKER + ".new")
        draft.write_text(json.dumps(marker, indent=2) + "\n", encoding="utf-8")
        draft.replace(folder / MARKER)
    except OSError as error:
        raise StoreError(f"{folder}: can't make a store here: {_one_line(error)}") from error


def _marker(folder: Path) -> str:
    """Read the marker file and give the store's base."""
    try:
        marker = json.loads((folder / MARKER).read_text(encoding="utf-8"))
        kind, version, base = marker["kind"], marker["version"], marker["base"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(
            f"{folder}: {MARKER} can't be read ({_one_line(error)}); build the store anew"
        ) from error
    if kind != _KIND or version != VERSION:
        raise StoreError(
            f"{folder}: a store of version {version}, this program needs {VERSION}; build it anew"
        )
    try:
        return Minter(base).base
    except (UsageError, TypeError) as error:
        raise StoreError(f"{folder}: {MARKER} names a bad base; build the store anew") from error


def _open_quads(folder: Path, *, read_only: bool) -> ox.Store:
    quads = folder / "quads"
    if not quads.is_dir():
        raise StoreError(f"{folder}: the store's quads are missing; build it anew")
    try:
        return ox.Store.read_only(str(quads)) if read_only else ox.Store(str(quads))
    except (OSError, ValueError, RuntimeError) as error:
        if "lock" in str(error).lower():
            raise StoreError(f"{folder}: another process is writing the store; wait for it to end") from error
        raise StoreError(f"{folder}: the store can't be opened: {_one_line(error)}") from error


class RemoteStore:
    """A SPARQL 1.1 server, for queries only."""

    def __init__(self, endpoint: str, timeout: int = 60) -> None:
        if not endpoint.startswith(("http://", "https://")):
            raise UsageError(f"{endpoint!r}: not the address of a SPARQL endpoint; give an http(s) URL")
        self.endpoint = endpoint
        self.timeout = timeout

    def query(self, sparql: str) -> Any:
        """Run a query: SPARQL JSON results for SELECT and ASK, an rdflib Graph for CONSTRUCT and DESCRIBE."""
        from SPARQLWrapper import JSON, TURTLE, SPARQLWrapper
        from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, SPARQLWrapperException

        client = SPARQLWrapper(self.endpoint)
        client.setTimeout(self.timeout)
        client.setQuery(sparql)
        client.setReturnFormat(JSON if client.queryType in ("SELECT", "ASK") else TURTLE)
        try:
            answer = client.query().convert()
        except QueryBadFormed as error:
            raise QueryError(
                f"{self.endpoint}: the server can't read the query: {_one_line(error)}"
            ) from error
        except (SPARQLWrapperException, OSError, ValueError) as error:
            raise StoreError(f"{self.endpoint}: no answer: {_one_line(error)}") from error
        return _graph(answer) if isinstance(answer, bytes) else answer


def _graph(data: bytes) -> Any:
    from rdflib import Graph

    return Graph().parse(data=data, format="turtle")


def _value(term: object) -> str:
    return str(getattr(term, "value", term))


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())[:300] or type(error).__name__
