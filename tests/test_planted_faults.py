"""Faults of every kind planted into a sound graph: found where pySHACL finds them, whatever the way there.

For each property shape a thing of its class is copied many times, each copy with another fault in that
property: no value, two values, a value of another kind, language, length or size.  pySHACL over rdflib in
memory, with the shapes as they stand in their files, is the referee.  Constraints in SPARQL have cases of their
own, written by hand (``tests/shapes``).
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import RDF, SH, XSD, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from kg.store import open_store
from kg.validate import Report, load_shapes, validate, validate_merged
from tests.vocabulary import classes_of

SOUND = Path(__file__).parent / "shapes" / "sound.ttl"
Told = set[tuple[str, ...]]

#: Values of which every constraint on a value refuses at least one.
BAD: tuple[Node, ...] = (
    URIRef("urn:planted:thing"),
    Literal("§"),
    Literal(""),
    Literal("§", lang="xx"),
    Literal("§" * 10_000, lang="vi"),
    Literal(-999_999),
    Literal(999_999),
    Literal("-0.5", datatype=XSD.decimal),
    Literal("0001-01-01", datatype=XSD.date),
    Literal("9999-12-31", datatype=XSD.date),
    Literal("true", datatype=XSD.boolean),
)
COMPONENTS = {
    str(SH[parameter]): str(SH[f"{parameter[0].upper()}{parameter[1:]}ConstraintComponent"])
    for parameter in (
        *(
            "minCount",
            "maxCount",
            "datatype",
            "class",
            "nodeKind",
            "in",
            "pattern",
            "uniqueLang",
            "languageIn",
        ),
        *(
            "minInclusive",
            "maxInclusive",
            "minExclusive",
            "maxExclusive",
            "minLength",
            "maxLength",
            "hasValue",
        ),
        *("lessThan", "lessThanOrEquals", "equals", "disjoint", "or", "not", "xone", "and", "node"),
    )
}


@lru_cache(maxsize=1)
def core() -> Graph:
    """The shapes as they stand in their files, without the constraints in SPARQL."""
    complete, kept = load_shapes().complete, Graph()
    for triple in complete:
        if triple[1] != SH.sparql:
            kept.add(triple)
    return kept


def properties() -> Iterator[tuple[URIRef, URIRef, URIRef]]:
    """Each class with the property shapes of its shape and their paths."""
    for shape, target in core().subject_objects(SH.targetClass):
        for part in core().objects(shape, SH.property):
            path = core().value(part, SH.path)
            if isinstance(target, URIRef) and isinstance(part, URIRef) and isinstance(path, URIRef):
                yield target, part, path


@lru_cache(maxsize=1)
def faulty() -> Graph:
    """The sound graph with copies of its things, each with one fault."""
    sound = Graph().parse(SOUND, format="turtle")
    data = Graph()
    for triple in sound:
        data.add(triple)
    for target, part, path in properties():
        thing = min(sound.subjects(RDF.type, target))
        own = [(predicate, value) for predicate, value in sound.predicate_objects(thing) if predicate != path]
        values = sorted(sound.objects(thing, path))
        faults = [*([(path, value) for value in fault] for fault in _faults(values)), *_beside(part, path)]
        for place, fault in enumerate(faults):
            copy = URIRef(f"urn:planted:{str(part).rpartition('#')[2]}:{place}")
            for predicate, value in (*own, *fault):
                data.add((copy, predicate, value))
    return data


def _beside(part: Node, path: URIRef) -> Iterator[list[tuple[Node, Node]]]:
    """Values that a shape compares with those of another property: the same, and such as are out of order."""
    for relation in (SH.disjoint, SH.equals, SH.lessThan, SH.lessThanOrEquals):
        for other in core().objects(part, relation):
            for bad in BAD:
                yield [(path, bad), (other, bad)]
            for late, early in ((BAD[9], BAD[8]), (BAD[6], BAD[5])):
                yield [(path, late), (other, early)]


def _faults(values: list[Node]) -> Iterator[list[Node]]:
    yield []
    yield [*values, URIRef("urn:planted:thing"), URIRef("urn:planted:other")]
    yield [*values, Literal("một", lang="vi"), Literal("hai", lang="vi")]
    yield from ([bad] for bad in BAD)


@lru_cache(maxsize=1)
def referee() -> Told:
    """What pySHACL finds on its own over the whole graph."""
    data = Graph()
    for triple in faulty():
        data.add(triple)
    for concept in {term for term in data.objects() if isinstance(term, URIRef)} - set(data.subjects()):
        for kind in classes_of(str(concept)):
            data.add((concept, RDF.type, URIRef(kind)))
    logging.getLogger("rdflib.term").setLevel(logging.ERROR)
    _, report, _ = pyshacl.validate(data, shacl_graph=core())
    assert isinstance(report, Graph)
    keys = (SH.focusNode, SH.sourceShape, SH.sourceConstraintComponent, SH.resultSeverity, SH.value)
    return {
        tuple(str(report.value(node, key) or "") for key in keys) for node in report.objects(None, SH.result)
    }


def told(report: Report) -> Told:
    return {
        (
            result.focus,
            result.shape,
            result.component,
            str(SH[result.severity.value]),
            result.value_text or "",
        )
        for result in report.results
        if result.component != str(SH.SPARQLConstraintComponent)
    }


def planted() -> dict[str, list[str]]:
    """The faulty graph as lines, in two named graphs: what one says of a thing the other completes."""
    lines: dict[str, list[str]] = {"urn:graph:one": [], "urn:graph:two": []}
    triples = faulty().serialize(format="nt").splitlines(keepends=True)
    for place, triple in enumerate(sorted(line for line in triples if line.strip())):
        graph = f"urn:graph:{'one' if place % 2 else 'two'}"
        lines[graph].append(f"{triple.rstrip().removesuffix('.')}<{graph}> .\n")
    return lines


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("planted") / "store"
    with open_store(folder, create=True) as store:
        store.replace_all(sorted(planted().items()))
    return folder


def test_there_are_no_blank_nodes_to_lose() -> None:
    assert not [term for triple in faulty() for term in triple if isinstance(term, BNode)]


def test_every_constraint_of_every_property_has_a_planted_fault() -> None:
    wanted = {
        (str(part), component)
        for _, part, _ in properties()
        for predicate in core().predicates(part)
        if (component := COMPONENTS.get(str(predicate)))
    }
    found = {(shape, component) for _, shape, component, _, _ in referee()}
    assert len(wanted) > 150
    assert sorted(wanted - found) == []


def test_what_is_found_is_what_pyshacl_finds_in_the_whole() -> None:
    store = ox.Store()
    store.bulk_load("".join(line for lines in planted().values() for line in lines), ox.RdfFormat.N_QUADS)
    assert told(validate(store)) == referee()


@pytest.mark.parametrize("batch", [200, 5000])
def test_processes_and_batches_change_nothing(stored: Path, batch: int) -> None:
    with open_store(stored, read_only=True) as store:
        alone = validate_merged(store.quads, None)
        shared = validate_merged(store.quads, stored / "quads", jobs=2, batch=batch)
    assert told(alone) == referee()
    assert list(shared.results) == list(alone.results)


def test_progress_is_told_by_processes(stored: Path) -> None:
    seen: list[tuple[int, int]] = []
    with open_store(stored, read_only=True) as store:
        validate_merged(
            store.quads, stored / "quads", jobs=2, on_progress=lambda done, whole: seen.append((done, whole))
        )
    assert [done for done, _ in seen] == list(range(1, seen[-1][1] + 1))


def test_the_report_is_written_as_it_is_told(stored: Path, tmp_path: Path) -> None:
    with open_store(stored, read_only=True) as store:
        report = validate_merged(store.quads, None)
    report.write(tmp_path / "report.ttl")
    assert (tmp_path / "report.ttl").read_text(encoding="utf-8") == report.turtle()
    assert [path.name for path in tmp_path.iterdir()] == ["report.ttl"]
