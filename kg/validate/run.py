"""The way from a store to a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox
from rdflib import Dataset, URIRef

from kg.errors import VocabularyError
from kg.resources import data_dir
from kg.validate.core import core_results, to_oxigraph
from kg.validate.passages import Sources
from kg.validate.report import Report, Result, Term
from kg.validate.rules import rule_results
from kg.validate.shapes import Shapes, load_shapes

#: How many things pySHACL sees at a time.
BATCH = 2500
#: From how many quads on the union of the graphs is kept on disk.
_LARGE = 2_000_000


def validate(
    data: ox.Store | Dataset,
    shapes: Shapes | Path | None = None,
    *,
    batch: int = BATCH,
    on_progress: Callable[[int, int], object] | None = None,
) -> Report:
    """Check a graph against the shapes (a folder of them, by default the program's own).

    ``data`` is an Oxigraph store, only read, or a Dataset of rdflib, with a named graph per article.
    ``on_progress`` is told how many things of how many have been checked.
    """
    store = data if isinstance(data, ox.Store) else _store(data)
    used = shapes if isinstance(shapes, Shapes) else load_shapes(shapes)
    with _union(store) as union:
        return _report(union, used, max(1, batch), on_progress)


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
    return _report(store, used, BATCH, None)


def _report(
    union: ox.Store, shapes: Shapes, batch: int, on_progress: Callable[[int, int], object] | None
) -> Report:
    """Merge the results of both ways, tell each once, and lead it back to its sentences."""
    sources = Sources(union)
    found: dict[tuple[object, ...], tuple[Result, tuple[Term, ...]]] = {}
    for result in core_results(union, shapes, batch, on_progress):
        found[result.key] = (result, ())
    for result, others in rule_results(union, shapes.rules):
        found[result.key] = (result, others)
    return Report(tuple(sources.tell(*found[key]) for key in sorted(found)))


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
