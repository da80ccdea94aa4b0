"""What the writers share: the content of a store in a fixed order, and its terms as text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryFile

import pyoxigraph as ox

from kg.files import replacing
from kg.nquads import quoted
from kg.sorting import HELD, in_order
from kg.vocab import BOOKKEEPING, DCTERMS, DEFAULT_BASE, PROV, RDF, XSD, Minter

type_iri = RDF.type
#: What is said of a subject: predicates with their objects.
Rows = list[tuple[str, list[object]]]
_PIECE = 1 << 16
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_INTEGER = re.compile(r"[+-]?[0-9]+")
_DECIMAL = re.compile(r"[+-]?[0-9]*\.[0-9]+")
_BARE = {XSD.integer: _INTEGER, XSD.decimal: _DECIMAL, XSD.boolean: re.compile("true|false")}


def after(body: Iterable[str], head: Callable[[], Iterable[str]]) -> Iterator[str]:
    """Yield a head that is known only when the whole body is, then the body, which waits on disk."""
    with TemporaryFile("w+", encoding="utf-8", newline="") as file:
        file.writelines(body)
        file.seek(0)
        yield from head()
        while piece := file.read(_PIECE):
            yield piece


def local_name(text: str) -> str | None:
    """Give a text that may stand after a prefix as it is, else nothing."""
    return text if _LOCAL.fullmatch(text) else None


class Export:
    """A store seen by a writer: its graphs without the store's own bookkeeping."""

    def __init__(self, store: ox.Store, base: str = DEFAULT_BASE) -> None:
        self.store = store
        self.mint = Minter(base)
        self._hidden = frozenset(self.mint.derived_graph(name) for name in BOOKKEEPING)
        self._prefixes = {namespace: prefix for prefix, namespace in self.mint.prefixes().items()}

    def graphs(self) -> list[ox.NamedNode]:
        """List the named graphs, sorted by name."""
        named = [
            g
            for g in self.store.named_graphs()
            if isinstance(g, ox.NamedNode) and g.value not in self._hidden
        ]
        return sorted(named, key=lambda graph: graph.value)

    def article_graphs(self) -> list[tuple[str, ox.NamedNode]]:
        """List identifier and graph of each article, sorted by identifier."""
        found = []
        for graph in self.graphs():
            article = self._first(graph, DCTERMS.source, graph)
            if isinstance(article, ox.NamedNode):
                identifier = self._first(article, DCTERMS.identifier, graph)
                found.append((_name(identifier) if identifier is not None else "", graph))
        return sorted(found, key=lambda pair: (pair[0], pair[1].value))

    def _first(self, subject: ox.NamedNode, predicate: str, graph: ox.NamedNode) -> object:
        quads = self.store.quads_for_pattern(subject, ox.NamedNode(predicate), None, graph)
        return min((quad.object for quad in quads), key=_name, default=None)

    def triples(self) -> Iterator[tuple[str, Rows]]:
        """Yield each subject of the union of the graphs with its predicates and objects, all sorted."""
        graphs = self.graphs()
        told = (quad for g in graphs for quad in self.store.quads_for_pattern(None, None, None, g))
        for subject in in_order(_name(quad.subject) for quad in told):
            quads = self.store.quads_for_pattern(ox.NamedNode(subject), None, None, None)
            yield subject, grouped(q for q in quads if self._shown(q))

    def _shown(self, quad: ox.Quad) -> bool:
        """Tell a named graph's own quad from the store's merge and bookkeeping."""
        return isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value not in self._hidden

    def of_graph(self, graph: ox.NamedNode) -> Iterator[tuple[str, Rows]]:
        """Yield each subject of one graph with its predicates and objects, all sorted."""
        for subject, quads in self.by_subject(graph, _name):
            yield subject, grouped(quads)

    def by_subject(
        self, graph: ox.NamedNode, name: Callable[[object], str]
    ) -> Iterator[tuple[str, Iterable[ox.Quad]]]:
        """Yield each subject of one graph, by the order of what ``name`` calls it, with its quads.

        The graph of an article is read once; one that is too large to be held is asked for each subject.
        """
        quads = self.store.quads_for_pattern(None, None, None, graph)
        some = list(islice(quads, HELD))
        if len(some) < HELD:
            found: dict[str, list[ox.Quad]] = {}
            for quad in some:
                found.setdefault(name(quad.subject), []).append(quad)
            yield from sorted(found.items())
            return
        for called in in_order(name(quad.subject) for quad in chain(some, quads)):
            subject = ox.NamedNode(called.strip("<>"))
            yield called, self.store.quads_for_pattern(subject, None, None, graph)

    def compact(self, iri: str, used: set[str]) -> str:
        """Write an IRI with its prefix where Turtle allows it, and note the prefix as used."""
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self._prefixes.get(iri[:cut])
        if prefix is None or not _LOCAL.fullmatch(iri, cut):
            return f"<{iri}>"
        used.add(prefix)
        return f"{prefix}:{iri[cut:]}"

    def term(self, term: object, used: set[str]) -> str:
        """Write a term in Turtle."""
        if isinstance(term, ox.NamedNode):
            return self.compact(term.value, used)
        if not isinstance(term, ox.Literal):
            return str(term)
        if term.language:
            return f"{quoted(term.value)}@{term.language}"
        datatype = term.datatype.value
        if datatype == XSD.string:
            return quoted(term.value)
        if datatype in _BARE and _BARE[datatype].fullmatch(term.value):
            return term.value
        return f"{quoted(term.value)}^^{self.compact(datatype, used)}"

    def prefix_lines(self, used: Iterable[str]) -> list[str]:
        """Write the declarations of the prefixes in use, sorted."""
        namespaces = self.mint.prefixes()
        return [f"@prefix {prefix}: <{namespaces[prefix]}> .\n" for prefix in sorted(used)]

    def block(self, subject: str, rows: Rows, used: set[str], indent: str = "") -> str:
        """Write a subject with all that is said of it: ``a`` first, then the predicates in order."""
        parts = []
        for predicate, objects in rows:
            verb = "a" if predicate == type_iri else self.compact(predicate, used)
            parts.append(f"{verb} {', '.join(self.term(o, used) for o in objects)}")
        return f"{indent}{self.compact(subject, used)} " + f" ;\n{indent}    ".join(parts) + " .\n"


class View:
    """One graph as a lookup from subject and predicate to values, for tables and pictures."""

    def __init__(self, store: ox.Store, graph: ox.NamedNode) -> None:
        self._store = store
        self._values: dict[str, dict[str, list[str]]] = {}
        for quad in store.quads_for_pattern(None, None, None, graph):
            of_subject = self._values.setdefault(_name(quad.subject), {})
            of_subject.setdefault(quad.predicate.value, []).append(_name(quad.object))

    def subjects(self, predicate: str, value: str) -> list[str]:
        """List the subjects with a value, sorted."""
        return sorted(s for s, rows in self._values.items() if value in rows.get(predicate, ()))

    def all(self, subject: str | None, predicate: str) -> list[str]:
        """List the values, sorted; none for no subject."""
        return sorted(self._values.get(subject or "", {}).get(predicate, ()))

    def one(self, subject: str | None, predicate: str) -> str | None:
        """Give the first value in order, or None."""
        return min(self._values.get(subject or "", {}).get(predicate, ()), default=None)

    def identified(self, told: str | None) -> str | None:
        """Give the person or document that one of this graph is, whichever graph says so; else itself."""
        if told is None:
            return None
        node, of = ox.NamedNode(told), ox.NamedNode(PROV.specializationOf)
        known = self._store.quads_for_pattern(node, of, None)
        return min((_name(quad.object) for quad in known), default=told)


def grouped(quads: Iterable[ox.Quad | ox.Triple]) -> Rows:
    """Group what is said of one subject by predicate: types first, the rest in order, no object twice."""
    rows: dict[str, dict[tuple[str, ...], object]] = {}
    for quad in quads:
        rows.setdefault(quad.predicate.value, {})[_order(quad.object)] = quad.object
    return [
        (p, [rows[p][key] for key in sorted(rows[p])]) for p in sorted(rows, key=lambda p: (p != type_iri, p))
    ]


def write_text(path: Path, parts: Iterable[str]) -> None:
    """Write UTF-8 text so that the file is there whole or not at all."""
    with replacing(path) as draft, draft.open("w", encoding="utf-8", newline="") as file:
        file.writelines(parts)


def _order(term: object) -> tuple[str, ...]:
    if isinstance(term, ox.Literal):
        return ("1", term.value, term.language or "", term.datatype.value)
    return ("0", _name(term))


def _name(term: object) -> str:
    return str(getattr(term, "value", term))
