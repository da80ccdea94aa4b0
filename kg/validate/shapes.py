"""The shapes as they are run: a graph for pySHACL and one query per constraint that spans nodes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from rdflib import DCTERMS, RDF, SH, Graph, Literal, URIRef
from rdflib.term import Node

from kg.errors import VocabularyError
from kg.resources import data_dir
from kg.validate.report import Severity

_WHERE = re.compile(r"(\bWHERE\s*\{)")
_LANGUAGES = ("vi", "en")
_VOCABULARY = "vocabulary.ttl"
_OTHER_TARGETS = (SH.targetSubjectsOf, SH.targetObjectsOf, SH.targetNode)


@dataclass(frozen=True, slots=True)
class Messages:
    """What a shape says in both languages; ``{?name}`` stands for what a query bound."""

    vi: str
    en: str

    def of(self, language: str) -> str:
        """Give the message in ``vi`` or ``en``."""
        return self.vi if language == "vi" else self.en

    def filled(self, found: Mapping[str, str]) -> Messages:
        """Put what a query bound in its places."""
        return Messages(_fill(self.vi, found), _fill(self.en, found))


def _fill(message: str, found: Mapping[str, str]) -> str:
    return re.sub(r"\{[?$](\w+)\}", lambda name: found.get(name[1], name[0]), message)


@dataclass(frozen=True, slots=True)
class Rule:
    """A constraint that spans nodes: queries that yield what is wrong as ``?this`` and ``?value``.

    ``kind`` is the key of the kind of finding that it gives, for one that judges the sources.
    """

    shape: str
    severity: Severity
    messages: Messages
    queries: tuple[str, ...]
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Shapes:
    """The shapes of some files.

    ``complete`` is all of them as any SHACL engine reads them; ``core`` is without the constraints in SPARQL,
    which stand in ``rules``.  ``asked`` holds the predicates that ``core`` looks at, and more.
    """

    complete: Graph
    core: Graph
    rules: tuple[Rule, ...]
    messages: Mapping[str, Messages] = field(repr=False, default_factory=dict)
    asked: frozenset[str] = field(repr=False, default=frozenset())


@lru_cache(maxsize=4)
def load_shapes(folder: Path | None = None, *, vocabulary: bool = False) -> Shapes:
    """Read the shapes of a folder: those of the graph, or those of the vocabularies.

    Raises :class:`~kg.errors.VocabularyError` for a file that is not Turtle or a shape that can't be run.
    """
    graph = Graph()
    for path in _files(folder or data_dir("shapes"), vocabulary):
        try:
            graph.parse(path, format="turtle")
        except (SyntaxError, ValueError) as error:
            raise VocabularyError(f"shapes/{path.name}: not Turtle: {_one_line(error)}") from error
    rules = tuple(sorted(_rules(graph), key=lambda rule: (rule.shape, rule.queries)))
    core = _core(graph)
    asked = frozenset(str(term) for term in core.objects() if isinstance(term, URIRef)) | {str(RDF.type)}
    return Shapes(graph, core, rules, _all_messages(graph), asked)


def _files(folder: Path, vocabulary: bool) -> list[Path]:
    found = sorted(folder.glob("*.ttl"))
    if not found:
        raise VocabularyError(f"{folder}: no shapes here; install dangbo-kg again")
    own = {"prefixes.ttl", _VOCABULARY}
    return [path for path in found if (path.name in own if vocabulary else path.name != _VOCABULARY)]


def _core(graph: Graph) -> Graph:
    """Leave out the constraints in SPARQL and the shapes that consist of nothing else."""
    core = Graph()
    for subject, predicate, term in graph:
        if predicate != SH.sparql and (subject, RDF.type, SH.SPARQLConstraint) not in graph:
            core.add((subject, predicate, term))
    for shape in set(graph.subjects(SH.sparql)):
        core.remove((shape, None, None))
    _aim(core)
    return core


def _aim(core: Graph) -> None:
    """Aim each property shape of a node shape, and all of them only at what a batch is to check.

    The results are the same, but pySHACL then takes all focus nodes of a property at once, and passes over
    things of which a batch knows nothing but the class.
    """
    if any(True for p in _OTHER_TARGETS for _ in core.subjects(p)):
        raise VocabularyError("shapes: only constraints in SPARQL can have other targets than sh:targetClass")
    aimed = set()
    for shape, target in list(core.subject_objects(SH.targetClass)):
        core.remove((shape, SH.targetClass, target))
        core.add((shape, SH.targetClass, focus_class(target)))
        for part in list(core.objects(shape, SH.property)):
            if isinstance(part, URIRef):
                core.add((part, SH.targetClass, focus_class(target)))
                aimed.add((shape, SH.property, part))
    for link in aimed:
        core.remove(link)


def focus_class(target: Node) -> URIRef:
    """Name the class of those instances of a class that a batch is to check."""
    return URIRef(f"urn:focus:{target}")


def _rules(graph: Graph) -> Iterator[Rule]:
    for shape, constraint in graph.subject_objects(SH.sparql):
        queries = tuple(_queries(graph, shape, constraint))
        yield Rule(
            str(shape), _severity(graph, shape), _messages(graph, constraint), queries, _kind(graph, shape)
        )


def _queries(graph: Graph, shape: Node, constraint: Node) -> Iterator[str]:
    """Write the constraint's query once for each target, over all focus nodes instead of one."""
    select = graph.value(constraint, SH.select)
    if not isinstance(select, Literal) or not _WHERE.search(select):
        raise VocabularyError(f"{shape}: a constraint in SPARQL needs sh:select with a WHERE clause")
    prefixes = _prefixes(graph, constraint)
    for pattern in _targets(graph, shape):
        head, where, tail = _WHERE.split(select, maxsplit=1)
        yield f"{prefixes}{head}{where} {pattern}{tail}"


def _targets(graph: Graph, shape: Node) -> list[str]:
    found = [f"$this a <{target}> ." for target in graph.objects(shape, SH.targetClass)]
    found += [f"$this <{target}> ?target ." for target in graph.objects(shape, SH.targetSubjectsOf)]
    if not found or (shape, SH.path, None) in graph:
        raise VocabularyError(
            f"{shape}: a constraint in SPARQL needs a node shape with sh:targetClass or sh:targetSubjectsOf"
        )
    return sorted(found)


def _prefixes(graph: Graph, constraint: Node) -> str:
    homes = graph.objects(constraint, SH.prefixes)
    declared = [node for home in homes for node in graph.objects(home, SH.declare)]
    named = {str(graph.value(node, SH.prefix)): graph.value(node, SH.namespace) for node in declared}
    return "".join(f"PREFIX {prefix}: <{named[prefix]}>\n" for prefix in sorted(named))


def _kind(graph: Graph, shape: Node) -> str | None:
    kind = graph.value(shape, DCTERMS.subject)
    return str(kind).rpartition("/")[2] if kind is not None else None


def _severity(graph: Graph, shape: Node) -> Severity:
    found = graph.value(shape, SH.severity)
    return Severity.VIOLATION if found is None else severity_of(found)


def severity_of(term: Node) -> Severity:
    """Read a severity of SHACL."""
    return Severity(str(term).removeprefix(str(SH)))


def _messages(graph: Graph, shape: Node) -> Messages:
    found = {message.language: str(message) for message in _literals(graph.objects(shape, SH.message))}
    if any(language not in found for language in _LANGUAGES):
        raise VocabularyError(f"{shape}: needs a sh:message in Vietnamese and one in English")
    return Messages(found["vi"], found["en"])


def _literals(terms: Iterable[Node]) -> Iterator[Literal]:
    return (term for term in terms if isinstance(term, Literal))


def _all_messages(graph: Graph) -> dict[str, Messages]:
    """Collect what each named shape says."""
    shapes = set(graph.subjects(SH.message)) - set(graph.objects(None, SH.sparql))
    return {str(shape): _messages(graph, shape) for shape in shapes if isinstance(shape, URIRef)}


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())[:300]
