"""The way from a store to a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox
from rdflib import Dataset, URIRef

from kg.errors import VocabularyError
from kg.resources import data_dir
from kg.validate.core import Thing, core_results, things_of, to_oxigraph
from kg.validate.passages import Sources
from kg.validate.report import Report
from kg.validate.rules import rule_results
from kg.validate.shapes import Shapes, load_shapes
from kg.validate.spool import Found, ordered
from kg.workers import cores, spread

#: How many things pySHACL sees at a time.
BATCH = 1500
#: From how many quads on the union of the graphs is kept on disk.
_LARGE = 2_000_000
#: As many batches of things as this are not worth the start of a process.
_FEW = 8

_Found = list[Found]
#: A piece of the work: things for pySHACL to look at, or the place of a rule.
_Piece = Sequence[Thing] | int


def validate(
    data: ox.Store | Dataset,
    shapes: Shapes | Path | None = None,
    *,
    batch: int = BATCH,
    on_progress: Callable[[int, int], object] | None = None,
) -> Report:
    """Check a graph against the shapes (a folder of them, by default the program's own).

    ``data`` is an Oxigraph store, only read, or a Dataset of rdflib, with a named graph per article.
    ``on_progress`` is told how much of how much is done.
    """
    used = shapes if isinstance(shapes, Shapes) else load_shapes(shapes)
    with _union(data if isinstance(data, ox.Store) else _store(data)) as union:
        pieces = _pieces(union, used, max(1, batch))
        found = map(partial(_done, union, used), pieces)
        return _report(union, _counted(found, len(pieces), on_progress))


def validate_merged(
    store: ox.Store,
    home: Path | None,
    shapes: Path | None = None,
    *,
    jobs: int | None = None,
    batch: int = BATCH,
    on_progress: Callable[[int, int], object] | None = None,
) -> Report:
    """Check a store whose default graph is the merge of its graphs, as :func:`validate` does.

    ``jobs`` processes open it in the folder ``home`` and share the work, one for each core when nothing is
    said and there is much to do; without a ``home`` it is done here.  The report is the same.
    """
    used = load_shapes(shapes)
    pieces = _pieces(store, used, max(1, batch))
    if jobs is None:
        jobs = cores() if len(pieces) > len(used.rules) + _FEW else 1
    if home is None or jobs == 1:
        found: Iterable[_Found] = map(partial(_done, store, used), pieces)
    else:
        work, warm = partial(_done_there, home, shapes), partial(_opened, home, shapes)
        found = spread(work, pieces, jobs, warm, chunk=1)
    return _report(store, _counted(found, len(pieces), on_progress))


@contextmanager
def _union(store: ox.Store) -> Iterator[ox.Store]:
    """Merge the graphs into one: in Oxigraph's own union a triple counts once for each graph that has it."""
    triples = (ox.Quad(quad.subject, quad.predicate, quad.object) for quad in store)
    if len(store) < _LARGE:
        union = ox.Store()
        union.bulk_extend(triples)
        yield union
        return
    with TemporaryDirectory(prefix="kg-validate-", ignore_cleanup_errors=True) as folder:
        union = ox.Store(folder)
        union.bulk_extend(triples)
        yield union
        del union


def validate_vocabulary(files: Iterable[Path] | None = None, shapes: Shapes | Path | None = None) -> Report:
    """Check vocabularies in SKOS, by default those of the program."""
    used = shapes if isinstance(shapes, Shapes) else load_shapes(shapes, vocabulary=True)
    store = ox.Store()
    for path in sorted(data_dir("ontology").glob("*.ttl")) if files is None else files:
        try:
            store.load(path.read_bytes(), format=ox.RdfFormat.TURTLE)
        except (OSError, SyntaxError) as error:
            raise VocabularyError(f"{path}: not Turtle: {' '.join(str(error).split())[:300]}") from error
    return _report(store, map(partial(_done, store, used), _pieces(store, used, BATCH)))


def _pieces(union: ox.Store, shapes: Shapes, batch: int) -> list[_Piece]:
    """Cut the work: the rules first, which take longest, then the things."""
    things = things_of(union)
    return [*range(len(shapes.rules)), *(things[i : i + batch] for i in range(0, len(things), batch))]


def _done(union: ox.Store, shapes: Shapes, piece: _Piece) -> _Found:
    """Do a piece of the work."""
    if isinstance(piece, int):
        return list(rule_results(union, (shapes.rules[piece],)))
    return [(result, ()) for result in core_results(union, shapes, piece)]


def _done_there(home: Path, shapes: Path | None, piece: _Piece) -> _Found:
    return _done(*_opened(home, shapes), piece)


@lru_cache(maxsize=1)
def _opened(home: Path, shapes: Path | None) -> tuple[ox.Store, Shapes]:
    """Open the store and parse the shapes, once in a process."""
    return ox.Store.read_only(str(home)), load_shapes(shapes)


def _counted(
    found: Iterable[_Found], whole: int, on_progress: Callable[[int, int], object] | None
) -> Iterator[_Found]:
    for done, results in enumerate(found, start=1):
        yield results
        if on_progress is not None:
            on_progress(done, whole)


def _report(union: ox.Store, found: Iterable[_Found]) -> Report:
    """Merge the results of both ways, tell each once, and lead it back to its sentences."""
    return Report(ordered(chain.from_iterable(found), Sources(union).tell))


def _store(dataset: Dataset) -> ox.Store:
    store = ox.Store()
    for subject, predicate, term, graph in dataset.quads((None, None, None, None)):
        thing = to_oxigraph(subject)
        if not isinstance(thing, ox.Literal):
            store.add(ox.Quad(thing, ox.NamedNode(str(predicate)), to_oxigraph(term), _name(graph)))
    return store


def _name(graph: object) -> ox.NamedNode | ox.DefaultGraph:
    """Name a graph; those without an IRI are one with the default graph here."""
    return ox.NamedNode(str(graph)) if isinstance(graph, URIRef) else ox.DefaultGraph()
