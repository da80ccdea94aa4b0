"""A built graph in Python: what the verbs of the command line do, as methods."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

from kg import defaults, display
from kg import query as asking
from kg.cascade import Step, cascade
from kg.check import Finding, check
from kg.draw import MOST, Drawing, Wanted, picture
from kg.errors import UsageError
from kg.explain import Computed, Facts, Thing, computed, explain, find
from kg.export import WRITERS, Export, export
from kg.export.nquads import lines
from kg.export.tables import Row, tables
from kg.files import replacing
from kg.graph import rdflib_dataset
from kg.news import Item, Meaning, news
from kg.snapshot import BusyError, is_written
from kg.store import KgStore, open_store
from kg.summary import summary
from kg.validate import Report, validate_merged

if TYPE_CHECKING:
    from rdflib import Dataset

_SUFFIXES: Final = {
    ".ttl": "turtle",
    ".trig": "trig",
    ".nq": "nquads",
    ".jsonld": "jsonld",
    ".graphml": "graphml",
    ".gexf": "gexf",
    ".sqlite": "sqlite",
    ".db": "sqlite",
    "": "csv",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture for a notebook: its text is SVG or a page that needs no network."""

    text: str
    suffix: str
    height: int

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        """Show the picture: SVG as it is, a page in a frame of its own."""
        if self.suffix == ".svg":
            return {"image/svg+xml": self.text, "text/plain": "an SVG drawing"}
        return {"text/html": display.page(self.text, self.height, "dangbo-kg"), "text/plain": "a page"}


class KnowledgeGraph:
    """A store opened for reading; made by :func:`open_graph`."""

    def __init__(self, store: KgStore) -> None:
        self.store = store

    def __enter__(self) -> KnowledgeGraph:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()

    def articles(self) -> list[str]:
        """List the identifiers of the articles."""
        return list(self.store.articles())

    def summary(self) -> dict[str, int]:
        """Count what the graph holds, kind by kind."""
        return summary(self.store)

    def _repr_html_(self) -> str:
        """Show in a notebook how much the graph holds."""
        rows = [[display.linked(name), f"{count:,}"] for name, count in self.summary().items()]
        return display.table(("in the graph", "count"), rows, len(rows), str(self.store.path))

    def query(self, query: str, **parameters: str) -> asking.Result:
        """Answer a query of the package by its name, a file, or SPARQL; see :func:`kg.query.run`."""
        return asking.run(self.store, query, parameters)

    def find(self, name: str) -> list[Thing]:
        """Find the things that a name, an IRI or a prefixed name means; raises UsageError for none."""
        return find(self.store, name)

    def explain(self, name: str) -> Facts:
        """Give every fact about the things of that name, each with its sentence."""
        return Facts(fact for thing in self.find(name) for fact in explain(self.store, thing.iri))

    def computed(self, name: str) -> list[Computed]:
        """Give what the program computed about the things of that name."""
        return [tie for thing in self.find(name) for tie in computed(self.store, thing.iri)]

    def news(self, since: str, *, meaning: Meaning = Meaning.KNOWN, unit: str | None = None) -> list[Item]:
        """List what is new since a date; see :func:`kg.news.news`."""
        return news(self.store, since, meaning=meaning, unit=unit)

    def cascade(self, document: str | None = None) -> list[Step]:
        """Give the trees of documents that carry out or change one another; see :mod:`kg.cascade`."""
        return cascade(self.store, document)

    def tables(self) -> dict[str, list[Row]]:
        """Give the seven tables of facts as rows of strings."""
        return tables(Export(self.store.quads, self.store.base))

    def export(self, out: str | Path, format: str | None = None) -> None:  # noqa: A002
        """Write the graph to ``out``; the suffix tells the format when none is given, a folder means CSV."""
        path = Path(out)
        named = format or _SUFFIXES.get(path.suffix.lower())
        if named is None:
            raise UsageError(f"{out}: no format has this suffix; name one of {', '.join(WRITERS)}")
        export(self.store.quads, named, path, self.store.base)

    def draw(
        self,
        out: str | Path,
        *,
        language: str = "vi",
        place: str | None = None,
        kind: Drawing | str = Drawing.OFFICIALS,
        on: str | None = None,
        most: int = MOST,
    ) -> None:
        """Draw a picture into an ``.html``, ``.svg`` or ``.png`` file.

        ``kind`` is ``officials`` (all posts, unit by unit), ``network`` (a map to move in, of at most
        ``most`` officials and bodies) or ``chart`` (the bodies of one ``place`` with their holders).
        ``place`` is a unit, for a chart also a body; ``on`` a day (``YYYY-MM-DD``) for the network and the
        chart.
        """
        path = Path(out)
        if path.suffix.lower() not in (".html", ".svg", ".png"):
            raise UsageError(f"{out}: the picture is drawn as .html, .svg or .png; give such a name")
        _write(path, self._drawn(path.suffix.lower(), language, place, kind, on, most))

    def show(
        self,
        kind: Drawing | str = Drawing.NETWORK,
        *,
        language: str = "vi",
        place: str | None = None,
        on: str | None = None,
        most: int = MOST,
        height: int = 700,
    ) -> Picture:
        """Give a picture for a notebook; the arguments are those of :meth:`draw`.

        A chart is shown as SVG, the others as pages to move in, ``height`` pixels high.
        """
        suffix = ".svg" if kind == Drawing.CHART else ".html"
        return Picture(self._drawn(suffix, language, place, kind, on, most).decode(), suffix, height)

    def _drawn(
        self, suffix: str, language: str, place: str | None, kind: Drawing | str, on: str | None, most: int
    ) -> bytes:
        things = [thing.iri for thing in self.find(place)] if place and kind != Drawing.OFFICIALS else []
        wanted = Wanted(Drawing(kind), suffix, language, place, tuple(things), on, most)
        return picture(self.store, wanted)

    def validate(self, on_progress: Callable[[int, int], object] | None = None) -> Report:
        """Check the graph against the shapes; ``on_progress`` is told how much of how much is done.

        A large graph is checked by one process for each core.
        """
        home = self.store.path / "quads" if self.store.read_only else None
        return validate_merged(self.store.quads, home, on_progress=on_progress)

    def check(
        self,
        *kinds: str,
        unit: str | None = None,
        on_progress: Callable[[int, int], object] | None = None,
    ) -> tuple[Finding, ...]:
        """Find what is odd or contradictory in the sources, the graver first; see :func:`kg.check.check`.

        ``unit`` is a name or an IRI.
        """
        units = None if unit is None else [thing.iri for thing in self.find(unit)]
        return check(self.store.quads, kinds, units, on_progress=on_progress)

    def rdflib(self) -> Dataset:
        """Give the graph as an rdflib Dataset in memory, one named graph per article."""
        return rdflib_dataset(lines(Export(self.store.quads, self.store.base)))


def open_graph(store: str | Path | None = None) -> KnowledgeGraph:
    """Open a built store for reading.

    Without ``store`` it is the one that DANGBO_STORE names, or ``dangbo-store`` in the working directory.
    Raises StoreError when there is none, or when another process is writing it: what is there meanwhile is no
    state of the graph.
    """
    folder = Path(store or os.environ.get(defaults.STORE_VARIABLE) or defaults.STORE)
    if is_written(folder):
        raise BusyError(
            f"{folder}: another process is writing the store; wait for it to end, or ask kg serve"
        )
    return KnowledgeGraph(open_store(folder, read_only=True))


def _write(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    try:
        with replacing(path) as draft:
            draft.write_bytes(data)
    except OSError as error:
        raise UsageError(f"{path}: can't be written: {error.strerror or error}") from error
