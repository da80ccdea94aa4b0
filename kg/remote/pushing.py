"""Pushing a store to a server: graph by graph, only what changed, in batches, resumed after a kill.

Where the server's default graph is one of its own, it gets the merge of the named graphs, as the embedded
store has it; where it is the union of the named graphs (found out by asking), they suffice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.errors import StoreError
from kg.remote import marks
from kg.remote.server import RemoteStore
from kg.vocab import DCTERMS

if TYPE_CHECKING:
    from kg.store import KgStore

_GRAPHS: Final = 200
_TRIPLES: Final = 50_000
_SAID: Final = 20_000
"""A batch ends at so many graphs or triples, an update at so many triples."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A graph with another number of triples there than were sent; the default graph has no name."""

    graph: str
    here: int
    there: int


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push did, or would do.

    ``merged`` tells whether the server's default graph is one of its own; ``wrong`` lists what the counts at
    the end brought up.
    """

    sent: int
    unchanged: int
    removed: int
    triples: int
    kind: str
    merged: bool
    wrong: tuple[Mismatch, ...] = ()


def push(
    store: KgStore,
    server: RemoteStore,
    *,
    again: bool = False,
    keep: bool = False,
    dry_run: bool = False,
    on_progress: Callable[[int, int], object] | None = None,
) -> Pushed:
    """Bring a server to the state of the store, and count what it has in the end.

    What a push brought there and the store no longer has is removed, unless ``keep``; graphs of others are
    never touched.  ``again`` sends all graphs.  Raises StoreError or QueryError, in one line, when the server
    refuses or does not answer; the same call goes on from there.
    """
    work = _Push(store, server)
    known = marks.read(server, store.provenance)
    digests = work.digests()
    wanted = [g for g, digest in digests.items() if again or g not in known or known[g].digest != digest]
    extra = [] if keep else sorted(known.keys() - digests.keys())
    if dry_run:
        return Pushed(len(wanted), len(digests) - len(wanted), len(extra), 0, server.service.kind, False)
    work.begin()
    for unwanted in _batches(extra, _GRAPHS):
        work.remove(unwanted)
    for done, batch in work.batches(wanted):
        work.replace(batch, known.keys())
        if on_progress is not None:
            on_progress(done, len(wanted))
    for _, batch in work.batches(work.changed(digests)):
        work.replace(batch, digests)
    return Pushed(
        len(wanted),
        len(digests) - len(wanted),
        len(extra),
        work.triples,
        server.service.kind,
        work.merged,
        tuple(work.mismatches(digests)),
    )


class _Push:
    def __init__(self, store: KgStore, server: RemoteStore) -> None:
        self._store, self._server = store, server
        self._books = store.provenance
        self.merged = False
        self.triples = 0

    def digests(self) -> dict[str, str]:
        """Map the graphs of the store to the digests of their lines, sorted by name."""
        identifier, books = ox.NamedNode(DCTERMS.identifier), ox.NamedNode(self._books)
        found = self._store.quads.quads_for_pattern(None, identifier, None, books)
        return dict(sorted((_value(quad.subject), _value(quad.object)) for quad in found))

    def begin(self) -> None:
        """Find out what the server's default graph is, with the first thing that is written."""
        self._server.update(marks.present(self._books))
        self.merged = not marks.is_union(self._server, self._books)

    def batches(self, graphs: Iterable[str]) -> Iterator[tuple[int, list[tuple[str, list[str]]]]]:
        """Give the graphs with their triples, so many at a time that a request is worth its while."""
        batch: list[tuple[str, list[str]]] = []
        size = done = 0
        for graph in graphs:
            quads = self._store.quads.quads_for_pattern(None, None, None, ox.NamedNode(graph))
            batch.append((graph, [f"{quad.triple} .\n" for quad in quads]))
            size, done = size + len(batch[-1][1]), done + 1
            if size >= _TRIPLES or len(batch) >= _GRAPHS:
                yield done, batch
                batch, size = [], 0
        if batch:
            yield done, batch

    def replace(self, batch: Sequence[tuple[str, list[str]]], known: Iterable[str]) -> None:
        """Put the graphs of a batch in the place of what the server has of them."""
        names = [graph for graph, _ in batch]
        there = [name for name in names if name in known]
        steps = [marks.pending(self._books, names)]
        if self._server.service.whole and not self.merged:
            self._server.update(steps.pop())
            for graph, triples in batch:
                self._put(graph, triples)
        elif self._server.service.quads is not None and len(there) < len(batch):
            self._server.update(steps.pop())
            self._load([each for each in batch if each[0] not in known])
            steps = self._inserted(self._emptied(there), [each for each in batch if each[0] in known])
        else:
            steps = self._inserted([*steps, *self._emptied(there)], batch)
        sizes = {graph: len(triples) for graph, triples in batch}
        self._server.update(" ;\n".join([*steps, marks.whole(self._books, self._marks(names), sizes)]))
        self.triples += sum(sizes.values())

    def _load(self, batch: Sequence[tuple[str, list[str]]]) -> None:
        """Add graphs that are not there yet, in bulk."""
        lines = [f"{triple[:-3]} <{graph}> .\n" for graph, triples in batch for triple in triples]
        if self.merged:
            lines += [triple for _, triples in batch for triple in triples]
        for each in _batches(lines, 2 * _TRIPLES):
            self._server.load("".join(each))

    def _put(self, graph: str, triples: Sequence[str]) -> None:
        self._server.put(graph, "".join(triples[:_SAID]))
        for each in _batches(triples[_SAID:], _SAID):
            self._server.add(graph, "".join(each))

    def _inserted(self, before: list[str], batch: Sequence[tuple[str, list[str]]]) -> list[str]:
        """Write what inserts the graphs; long ones are sent in parts, the last is left to be sent."""
        steps, size = before, 0
        for graph, triples in batch:
            for each in _batches(triples, _SAID):
                if size and size + len(each) > _SAID:
                    self._server.update(" ;\n".join(steps))
                    steps, size = [], 0
                said = "".join(each)
                steps.append(f"INSERT DATA {{ GRAPH <{graph}> {{\n{said}}}\n{said if self.merged else ''}}}")
                size += len(each)
        return steps

    def _emptied(self, graphs: Sequence[str]) -> list[str]:
        """Write what takes the graphs away, and from the merge what only they have."""
        if not graphs:
            return []
        steps = [f"DROP SILENT GRAPH <{graph}>" for graph in graphs]
        if self.merged:
            names = " ".join(f"<{graph}>" for graph in graphs)
            others = ", ".join(f"<{graph}>" for graph in (*graphs, self._books))
            steps.insert(
                0,
                f"""DELETE {{ ?s ?p ?o }} WHERE {{
                  VALUES ?g {{ {names} }} GRAPH ?g {{ ?s ?p ?o }}
                  FILTER NOT EXISTS {{ GRAPH ?h {{ ?s ?p ?o }} FILTER(?h NOT IN ({others})) }} }}""",
            )
        return steps

    def remove(self, graphs: Sequence[str]) -> None:
        """Remove graphs from the server, and then their marks."""
        before, after = marks.pending(self._books, graphs), marks.gone(self._books, graphs)
        if self._server.service.whole and not self.merged:
            self._server.update(before)
            for graph in graphs:
                self._server.delete(graph)
            self._server.update(after)
        else:
            self._server.update(" ;\n".join([before, *self._emptied(graphs), after]))

    def _marks(self, graphs: Iterable[str]) -> dict[str, list[ox.Quad]]:
        quads, books = self._store.quads, ox.NamedNode(self._books)
        return {g: list(quads.quads_for_pattern(ox.NamedNode(g), None, None, books)) for g in graphs}

    def changed(self, digests: dict[str, str]) -> list[str]:
        """Name the graphs that are not as they were sent: a server may end late what a killed push began."""
        known = marks.read(self._server, self._books)
        return [g for g, digest in digests.items() if g not in known or known[g].digest != digest]

    def mismatches(self, digests: dict[str, str]) -> Iterator[Mismatch]:
        """Compare what the server has, graph by graph, with what was sent, now or before."""
        known = marks.read(self._server, self._books)
        there = dict(marks.counts(self._server, digests))
        for graph, digest in digests.items():
            mark = known.get(graph)
            if mark is None or mark.digest != digest:
                raise StoreError(
                    f"{self._server.endpoint}: another push changed {graph} meanwhile; run kg push once more"
                )
            if there.get(graph, 0) != mark.triples:
                yield Mismatch(graph, mark.triples, there.get(graph, 0))
        if self.merged:
            here, merge = self._merge(), marks.count_default(self._server)
            if merge < here:  # there may be more: the default graph is for everybody
                yield Mismatch("", here, merge)

    def _merge(self) -> int:
        rows = list(self._store.query("SELECT (COUNT(*) AS ?triples) WHERE { ?s ?p ?o }"))
        return int(rows[0]["triples"].value)


def _batches(items: Sequence[str], size: int) -> Iterator[list[str]]:
    waiting = iter(items)
    while batch := list(islice(waiting, size)):
        yield batch


def _value(term: object) -> str:
    return str(getattr(term, "value", term))
