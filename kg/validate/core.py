"""Core shapes: pySHACL over rdflib in memory, some thousand things at a time.

Core shapes look at what a thing says of itself and at the classes of what it refers to, no further.  So a
batch holds some things with all that any graph says of them and a shape asks for, of what they refer to only
the classes: the results are those of the whole, and pySHACL's time grows with the number of things alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import pyoxigraph as ox
import pyshacl
from rdflib import RDF as RDF_TERMS
from rdflib import SH, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from kg.errors import VocabularyError
from kg.resources import data_dir
from kg.validate.report import Result, Term
from kg.validate.shapes import Messages, Shapes, focus_class, severity_of
from kg.vocab import CONCEPTS, RDF, SKOS, XSD

_TYPE = ox.NamedNode(RDF.type)
_STRING = XSD.string
_MERGE = ox.DefaultGraph()
Thing = ox.NamedNode | ox.BlankNode | ox.Triple


def things_of(union: ox.Store) -> list[Thing]:
    """List the things that have a class, sorted."""
    return sorted({quad.subject for quad in union.quads_for_pattern(None, _TYPE, None, _MERGE)}, key=str)


def core_results(union: ox.Store, shapes: Shapes, things: Sequence[Thing]) -> Iterator[Result]:
    """Check some things of a store whose default graph is the merge of all."""
    yield from _check(_data(union, things, shapes.asked), shapes)


def _check(data: Graph, shapes: Shapes) -> Iterator[Result]:
    """Run pySHACL."""
    _, report, _ = pyshacl.validate(
        data, shacl_graph=shapes.core, inference="none", advanced=False, meta_shacl=False
    )
    if not isinstance(report, Graph):
        raise VocabularyError(f"shapes can't be run: {report!r}"[:300])
    for node in report.objects(None, SH.result):
        yield _result(report, node, shapes)


def _result(report: Graph, node: Node, shapes: Shapes) -> Result:
    """Read one result of a standard report; its messages are those of the shape."""
    shape = str(report.value(node, SH.sourceShape))
    messages = shapes.messages.get(shape) or Messages(shape, shape)
    value, path = report.value(node, SH.value), report.value(node, SH.resultPath)
    return Result(
        focus=str(report.value(node, SH.focusNode)),
        severity=severity_of(report.value(node, SH.resultSeverity) or SH.Violation),
        shape=shape,
        component=str(report.value(node, SH.sourceConstraintComponent)),
        message_vi=messages.vi,
        message_en=messages.en,
        path=str(path) if isinstance(path, URIRef) else None,
        value=to_oxigraph(value) if value is not None else None,
    )


def _data(union: ox.Store, things: Sequence[Thing], asked: frozenset[str]) -> Graph:
    """Copy things into rdflib, with the classes of what they refer to."""
    data = Graph()
    known: dict[object, Node] = {}
    referred: dict[ox.NamedNode, None] = {}
    for thing in things:
        for quad in union.quads_for_pattern(thing, None, None, _MERGE):
            if quad.predicate.value not in asked:
                continue
            subject, predicate = _known(known, quad.subject), _known(known, quad.predicate)
            data.add((subject, predicate, _known(known, quad.object)))
            if quad.predicate == _TYPE:
                data.add((subject, predicate, focus_class(known[quad.object])))
            elif isinstance(quad.object, ox.NamedNode):
                referred[quad.object] = None
    for thing in referred.keys() - set(things):
        for kind in _classes(union, thing):
            data.add((known[thing], RDF_TERMS.type, URIRef(kind)))
    return data


def _classes(union: ox.Store, thing: ox.NamedNode) -> set[str]:
    """Find the classes that any graph or the vocabulary gives a thing."""
    found = {_text(quad.object) for quad in union.quads_for_pattern(thing, _TYPE, None, _MERGE)}
    return found or {_text(quad.object) for quad in _vocabulary().quads_for_pattern(thing, _TYPE, None)}


@lru_cache(maxsize=4096)
def label_of(thing: str, language: str) -> str | None:
    """Give the label of a concept of the vocabulary, ``None`` for anything else."""
    if not thing.startswith(CONCEPTS):
        return None
    quads = _vocabulary().quads_for_pattern(ox.NamedNode(thing), ox.NamedNode(SKOS.prefLabel), None)
    labels = (quad.object for quad in quads if isinstance(quad.object, ox.Literal))
    return next((label.value for label in labels if label.language == language), None)


@lru_cache(maxsize=1)
def _vocabulary() -> ox.Store:
    """Load the ontology and the vocabularies."""
    store = ox.Store()
    for path in sorted(data_dir("ontology").glob("*.ttl")):
        try:
            store.load(path.read_bytes(), format=ox.RdfFormat.TURTLE)
        except SyntaxError as error:
            raise VocabularyError(f"ontology/{path.name}: not Turtle: {error}") from error
    return store


# -- terms -------------------------------------------------------------------------------------------------


def _known(known: dict[object, Node], term: object) -> Node:
    found = known.get(term)
    if found is None:
        found = known[term] = to_rdflib(term)
    return found


def to_rdflib(term: object) -> Node:
    """Turn a term of Oxigraph into one of rdflib; plain strings stay ``xsd:string``-less."""
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.Literal):
        if term.language is not None:
            return Literal(term.value, lang=term.language)
        datatype = term.datatype.value
        return Literal(term.value) if datatype == _STRING else Literal(term.value, datatype=URIRef(datatype))
    return BNode(_text(term))


def to_oxigraph(term: Node) -> Term:
    """Turn a term of rdflib into one of Oxigraph."""
    if isinstance(term, URIRef):
        return ox.NamedNode(str(term))
    if isinstance(term, Literal):
        if term.language is not None:
            return ox.Literal(str(term), language=term.language)
        return ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype or _STRING)))
    return ox.BlankNode(str(term))


def _text(term: object) -> str:
    return str(getattr(term, "value", term))
