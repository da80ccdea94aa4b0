"""The ontology and its vocabularies as plain records, read from ``ontology/*.ttl``.

pyLODE was tried for these pages: it runs the Vietnamese and the English label of a term into one word, takes
the schemes of concepts in the same file for further titles of it, and release 3.4.1 can't be imported
from its wheel.  So the pages are made here, from the same statements.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

DANG = Namespace("https://w3id.org/dangbo/ontology#")
SH = Namespace("http://www.w3.org/ns/shacl#")
_KINDS = (
    (OWL.ObjectProperty, "object property"),
    (OWL.DatatypeProperty, "data property"),
    (OWL.AnnotationProperty, "annotation"),
)


@dataclass(frozen=True, order=True)
class Ref:
    """A term by its IRI and its short name; ``own`` tells whether the ontology itself defines it."""

    iri: str
    name: str
    own: bool

    @property
    def local(self) -> str:
        """The name without its prefix, which is the term's anchor."""
        return self.name.partition(":")[2]


@dataclass(frozen=True)
class Term:
    """A class or property: labels and comments by language, and the terms it is tied to."""

    ref: Ref
    kind: str
    labels: dict[str, str]
    comments: dict[str, str]
    above: tuple[Ref, ...]
    below: tuple[Ref, ...]
    domain: tuple[Ref, ...] = ()
    range: tuple[Ref, ...] = ()
    also: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True)
class Rule:
    """What a shape asks of a class: how grave it is, and its messages."""

    severity: str
    messages: dict[str, str]


@dataclass(frozen=True)
class Concept:
    """A concept of a scheme, with the words by which articles name it and the ties to other concepts."""

    ref: Ref
    labels: dict[str, str]
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    examples: tuple[str, ...]
    notes: dict[str, str]
    ties: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Scheme:
    """A scheme of concepts; ``file`` is where it is written, ``slug`` its page."""

    iri: str
    slug: str
    file: str
    labels: dict[str, str]
    concepts: tuple[Concept, ...]


class Ontology:
    """Everything that the pages about the ontology show."""

    def __init__(self, folder: Path, shapes: Path) -> None:
        self.folder = folder
        self.graph = Graph(bind_namespaces="none").parse(folder / "dang.ttl")
        self.shapes = Graph(bind_namespaces="none")
        for path in sorted(shapes.glob("*.ttl")):
            self.shapes.parse(path)

    @property
    def version(self) -> str:
        """The version that the ontology states of itself."""
        return str(next(self.graph.objects(None, OWL.versionInfo), ""))

    @property
    def descriptions(self) -> dict[str, str]:
        """What the ontology says of itself, by language."""
        (header,) = self.graph.subjects(RDF.type, OWL.Ontology)
        return _by_language(self.graph.objects(header, URIRef("http://purl.org/dc/terms/description")))

    @cached_property
    def classes(self) -> list[Term]:
        """All own classes, in the order of the file's tree: each after what stands above it."""
        found = {node: self._class(node) for node in self._own(OWL.Class)}
        roots = [node for node in found if not any(above.own for above in found[node].above)]
        ordered: list[Term] = []
        waiting = sorted(roots, reverse=True)
        while waiting:
            node = waiting.pop()
            if found[node] not in ordered:
                ordered.append(found[node])
                waiting += sorted((URIRef(each.iri) for each in found[node].below), reverse=True)
        return ordered

    @cached_property
    def properties(self) -> list[Term]:
        """All own properties by name."""
        found = [self._property(node, word) for kind, word in _KINDS for node in self._own(kind)]
        return sorted(found, key=lambda term: term.ref.name.lower())

    @cached_property
    def schemes(self) -> list[Scheme]:
        """All schemes of concepts, by name."""
        found = []
        for path in sorted(self.folder.glob("*.ttl")):
            graph = Graph(bind_namespaces="none").parse(path)
            schemes = graph.subjects(RDF.type, SKOS.ConceptScheme)
            found += [_scheme(graph, scheme, path.name) for scheme in sorted(schemes)]
        return sorted(found, key=lambda scheme: scheme.labels.get("en", scheme.slug).lower())

    def of_domain(self, term: Term) -> list[Term]:
        """Give the properties that a class is the domain of."""
        return [each for each in self.properties if term.ref in each.domain]

    def of_range(self, term: Term) -> list[Term]:
        """Give the properties that lead to a class."""
        return [each for each in self.properties if term.ref in each.range]

    def _own(self, kind: URIRef) -> Iterator[URIRef]:
        for node in self.graph.subjects(RDF.type, kind):
            if isinstance(node, URIRef) and node.startswith(DANG):
                yield node

    def _class(self, node: URIRef) -> Term:
        return Term(
            self._ref(node),
            "class",
            _by_language(self.graph.objects(node, RDFS.label)),
            _by_language(self.graph.objects(node, RDFS.comment)),
            self._refs(self.graph.objects(node, RDFS.subClassOf)),
            self._refs(self.graph.subjects(RDFS.subClassOf, node)),
            rules=tuple(self._rules(node)),
        )

    def _property(self, node: URIRef, kind: str) -> Term:
        return Term(
            self._ref(node),
            kind,
            _by_language(self.graph.objects(node, RDFS.label)),
            _by_language(self.graph.objects(node, RDFS.comment)),
            self._refs(self.graph.objects(node, RDFS.subPropertyOf)),
            self._refs(self.graph.subjects(RDFS.subPropertyOf, node)),
            self._refs(self.graph.objects(node, RDFS.domain)),
            self._refs(self.graph.objects(node, RDFS.range)),
            tuple(sorted(str(each) for each in self.graph.objects(node, RDFS.seeAlso))),
        )

    def _rules(self, node: URIRef) -> Iterator[Rule]:
        found = []
        for shape in self.shapes.subjects(SH.targetClass, node):
            asked = [shape, *self.shapes.objects(shape, SH.property), *self.shapes.objects(shape, SH.sparql)]
            for each in asked:
                messages = _by_language(self.shapes.objects(each, SH.message))
                if messages:
                    severity = self.shapes.value(each, SH.severity) or SH.Violation
                    found.append(Rule(str(severity).removeprefix(str(SH)), messages))
        grave = {"Violation": 0, "Warning": 1, "Info": 2}
        yield from sorted(found, key=lambda rule: (grave[rule.severity], sorted(rule.messages.items())))

    def _refs(self, nodes: Iterable[Node]) -> tuple[Ref, ...]:
        return tuple(sorted(self._ref(node) for node in nodes if isinstance(node, URIRef)))

    def _ref(self, node: URIRef) -> Ref:
        return Ref(str(node), _short(self.graph, node), node.startswith(DANG))


def _scheme(graph: Graph, scheme: Node, file: str) -> Scheme:
    concepts = sorted(graph.subjects(SKOS.inScheme, scheme))
    return Scheme(
        str(scheme),
        str(scheme).rpartition("/")[2],
        file,
        _by_language(graph.objects(scheme, SKOS.prefLabel)),
        tuple(_concept(graph, node) for node in concepts if isinstance(node, URIRef)),
    )


def _concept(graph: Graph, node: URIRef) -> Concept:
    shown = {SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel, SKOS.example, SKOS.inScheme, SKOS.definition}
    ties = [
        (_short(graph, predicate), _short(graph, value) if isinstance(value, URIRef) else str(value))
        for predicate, value in graph.predicate_objects(node)
        if isinstance(predicate, URIRef) and predicate not in shown and predicate != RDF.type
    ]
    return Concept(
        Ref(str(node), str(node).rpartition("/")[2], True),
        _by_language(graph.objects(node, SKOS.prefLabel)),
        _texts(graph.objects(node, SKOS.altLabel)),
        _texts(graph.objects(node, SKOS.hiddenLabel)),
        _texts(graph.objects(node, SKOS.example)),
        _by_language((*graph.objects(node, SKOS.definition), *graph.objects(node, SKOS.scopeNote))),
        tuple(sorted(ties)),
    )


def _short(graph: Graph, node: URIRef) -> str:
    """Write a name with the prefix that the file gives it, else the whole IRI."""
    best = max(
        ((prefix, str(space)) for prefix, space in graph.namespaces() if prefix and node.startswith(space)),
        key=lambda found: len(found[1]),
        default=None,
    )
    return str(node) if best is None else f"{best[0]}:{node[len(best[1]) :]}"


def _by_language(values: Iterable[Node]) -> dict[str, str]:
    found = [value for value in values if isinstance(value, Literal)]
    return {value.language or "": str(value) for value in sorted(found)}


def _texts(values: Iterable[Node]) -> tuple[str, ...]:
    return tuple(sorted(str(value) for value in values))
