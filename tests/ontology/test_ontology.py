"""The ontology: documented in two languages, aligned, used and consistent."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import owlrl
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef

sys.path.insert(0, str(Path(__file__).parents[1] / "graph"))

from sample import CITY, PROVINCIAL, sample, undated

from kg.align import Pair
from kg.align import lines as alignment
from kg.derive import derive
from kg.graph import quads, rdflib_dataset
from kg.lexicon import lexicon
from kg.model import Facts, Judgement, Organization, Status, Verdict
from kg.reconcile import Candidate, Entity, Feature, Kind
from kg.reference import reference_of
from kg.resources import data_dir
from kg.vocab import CONCEPTS, DANG, DEFAULT_BASE

NS = Namespace(DANG.base)
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)


def succession() -> Facts:
    """An article in which one person leaves a post that another takes up."""
    told = sample("succession")
    left = replace(told.positions[-1], role_concept="head-of-delegation")
    taken = replace(left, person="Lê Thị Thử", status=Status.APPOINTED, event="elected")
    return replace(told, positions=(*told.positions[:-1], left, taken))


def contradicting() -> Facts:
    """An article of another theme, with two in one seat, two whose committee only a rule tells, one too late."""
    told = sample("another")
    first = told.positions[-1]
    rivals = [
        replace(first, role_concept="head-of-delegation", person=name, acting=False, as_of=None)
        for name in ("Lê Thị Thử", "Ngô Văn Ví")
    ]
    rivals += [
        replace(rival, role_concept="secretary", organization=PROVINCIAL, status=Status.CURRENT)
        for rival in rivals
    ]
    police = Organization("police", "Công an", CITY)
    late = replace(rivals[0], role_concept="police-chief", organization=police, as_of="2025-04-01")
    return replace(
        told,
        positions=(*rivals, replace(late, status=Status.CURRENT)),
        themes=tuple(replace(t, theme="Đoàn kết một lòng", elements=()) for t in told.themes),
    )


MERGE = "INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(data_dir("ontology") / "dang.ttl", format="turtle")


@pytest.fixture(scope="module")
def data() -> Graph:
    import pyoxigraph as ox

    lines = [*quads(sample()), *quads(undated()), *quads(succession())]
    lines += reference_of(lexicon().gazetteer, ("legacy/723", "legacy/06817"))
    lines += [*quads(sample("reprint")), *quads(contradicting())]
    store = ox.Store()
    store.bulk_load("".join(lines).encode(), ox.RdfFormat.N_QUADS)
    store.update(MERGE)

    def keep(_: str, more: Iterable[str]) -> None:
        before = len(lines)
        lines.extend(more)
        store.bulk_load("".join(lines[before:]).encode(), ox.RdfFormat.N_QUADS)
        store.update(MERGE)

    pair = ("sample#Trần Văn Mẫu", "succession#Trần Văn Mẫu")
    judged = Judgement(*pair, Verdict.SAME, "lan", "2025-03-01", "read both")
    derive(store, keep, judgements=[judged])
    lines.extend(alignment([maybe()], DEFAULT_BASE)[1])
    graph = Graph()
    for subject, predicate, object_, _ in rdflib_dataset(lines).quads():
        graph.add((subject, predicate, object_))
    return graph


def maybe() -> Pair:
    """A candidate in another data set, as it comes to be when a user asks for some."""
    person = Entity(f"{DEFAULT_BASE}person/x", Kind.PERSON, ("Trần Văn Mẫu",))
    item = Entity("http://www.wikidata.org/entity/Q42", Kind.PERSON, ("Trần Văn Mẫu",))
    return Pair(person, Candidate(item, 75.0, (Feature("name", 1.0),)))


def terms(ontology: Graph) -> set[URIRef]:
    return {s for s in ontology.subjects(RDF.type) if isinstance(s, URIRef) and s.startswith(NS)}


def test_the_closed_namespace_is_the_ontology(ontology: Graph) -> None:
    assert {str(term).removeprefix(DANG.base) for term in terms(ontology)} == DANG.names


def test_every_term_is_documented_in_both_languages(ontology: Graph) -> None:
    for term in terms(ontology):
        for predicate in (RDFS.label, RDFS.comment):
            languages = [getattr(value, "language", None) for value in ontology.objects(term, predicate)]
            assert sorted(map(str, languages)) == ["en", "vi"], (term, predicate)


def test_every_concept_of_the_model_is_labelled_in_both_languages(ontology: Graph) -> None:
    concepts = [s for s in ontology.subjects(RDF.type, SKOS.Concept) if str(s).startswith(CONCEPTS)]
    assert concepts
    for concept in concepts:
        languages = sorted(
            str(getattr(value, "language", None)) for value in ontology.objects(concept, SKOS.prefLabel)
        )
        assert languages == ["en", "vi"], concept


def test_every_class_and_property_is_aligned(ontology: Graph) -> None:
    for term in ontology.subjects(RDF.type, OWL.Class):
        if str(term).startswith(NS):
            assert any(ontology.objects(term, RDFS.subClassOf)), term


def test_every_term_is_used(ontology: Graph, data: Graph) -> None:
    in_data = {*data.predicates(), *data.objects(None, RDF.type), *data.objects()}
    in_ontology = set(ontology.predicates())
    unused = {term for term in terms(ontology) if term not in in_data and term not in in_ontology}
    assert not unused


def test_domains_and_ranges_are_terms(ontology: Graph) -> None:
    for predicate in (RDFS.domain, RDFS.range, RDFS.subClassOf, RDFS.subPropertyOf):
        for value in ontology.objects(None, predicate):
            if str(value).startswith(NS):
                assert value in terms(ontology), value


def test_consistent_under_owl_rl(ontology: Graph, data: Graph) -> None:
    graph = Graph()
    for triple in (*ontology, *data):
        graph.add(triple)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    errors = [
        str(o) for o in graph.objects(None, URIRef("http://www.daml.org/2002/03/agents/agent-ont#error"))
    ]
    assert not errors
    inconsistent = set(graph.subjects(RDF.type, OWL.Nothing))
    assert not inconsistent


def test_the_reasoner_would_notice(ontology: Graph) -> None:
    graph = Graph()
    for triple in ontology:
        graph.add(triple)
    both = URIRef("https://example.org/both")
    graph.add((both, RDF.type, NS.PartyCommittee))
    graph.add((both, RDF.type, NS.PeoplesCouncil))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    error = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
    assert any(graph.objects(None, error)) or (None, RDF.type, OWL.Nothing) in graph
