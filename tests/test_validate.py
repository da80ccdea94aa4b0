"""Validation: every shape on a sound graph and on changed ones, and pySHACL as the referee.

The cases stand in ``shapes/``.  ``sound.ttl`` holds every class and nothing that a shape could find.  In
``NAME.trig`` each case takes away the triples of ``….without``, adds those of ``….with`` and says in the default
graph, in SHACL's own terms, all that is to be found then.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import RDF, RDFS, SH, Dataset, Graph, Namespace, URIRef
from rdflib.compare import isomorphic

from kg.errors import VocabularyError
from kg.resources import data_dir
from kg.validate import Report, Result, Severity, Shapes, load_shapes, validate, validate_vocabulary
from kg.vocab import DANG, OA
from tests.vocabulary import classes_of

FOLDER = Path(__file__).parent / "shapes"
EXAMPLE = "https://example.org/"
SHAPE = Namespace("https://w3id.org/dangbo/shapes#")
#: Who was found guilty of what: focus, severity, shape.
Found = set[tuple[str, str, str]]


@dataclass(frozen=True)
class Case:
    """A change of the sound graph and what is to be found then."""

    name: str
    without: tuple[ox.Quad, ...]
    added: tuple[ox.Quad, ...]
    found: frozenset[tuple[str, str, str]]

    @property
    def vocabulary(self) -> bool:
        return self.name.startswith("vocabulary.")

    @property
    def shapes(self) -> Shapes:
        return load_shapes(vocabulary=self.vocabulary)

    def data(self) -> ox.Store:
        store = sound(self.vocabulary)
        for quad in self.without:
            assert quad in store, f"{self.name} takes away what the sound graph does not hold: {quad}"
            store.remove(quad)
        store.extend(self.added)
        return store


def sound(vocabulary: bool = False) -> ox.Store:
    store = ox.Store()
    name = "sound-vocabulary.ttl" if vocabulary else "sound.ttl"
    store.load((FOLDER / name).read_bytes(), format=ox.RdfFormat.TURTLE)
    return store


def read_cases() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.trig")):
        quads: dict[str, list[ox.Quad]] = {}
        for quad in ox.parse(path.read_bytes(), format=ox.RdfFormat.TRIG):
            name = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
            quads.setdefault(name, []).append(ox.Quad(quad.subject, quad.predicate, quad.object))
        told_first = Graph().parse(data=ox.serialize(quads.pop(""), format=ox.RdfFormat.N_QUADS), format="nt")
        for case in sorted(set(told_first.subjects(RDFS.comment))):
            without, added = (quads.pop(f"{case}.{part}", []) for part in ("without", "with"))
            name = str(case).removeprefix(EXAMPLE)
            yield Case(name, tuple(without), tuple(added), frozenset(expected(told_first, case)))
        assert not quads, f"{path.name}: graphs that belong to no case: {sorted(quads)}"


def expected(graph: Graph, case: object) -> Iterator[tuple[str, str, str]]:
    for result in graph.objects(case, SH.result):  # type: ignore[arg-type]
        for shape in graph.objects(result, SH.sourceShape):
            severity = str(graph.value(result, SH.resultSeverity)).removeprefix(str(SH))
            yield str(graph.value(result, SH.focusNode)), severity, str(shape)


def told(report: Report) -> Found:
    return {(result.focus, result.severity.value, result.shape) for result in report.results}


CASES = tuple(read_cases())
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


# -- every shape -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("vocabulary", [False, True])
def test_nothing_is_found_in_a_sound_graph(vocabulary: bool) -> None:
    assert validate(sound(vocabulary), load_shapes(vocabulary=vocabulary)).results == ()


@each_case
def test_what_is_found_in_a_changed_graph(case: Case) -> None:
    report = validate(case.data(), case.shapes)
    assert told(report) == case.found
    assert not [result for result in report.results if "{" in result.message_vi + result.message_en]
    assert report.conforms == all(severity != "Violation" for _, severity, _ in case.found)


def reporting(shapes: Shapes) -> set[str]:
    """All shapes that can report: with a target of their own, or a property of one that has."""
    targeted = {s for p in (SH.targetClass, SH.targetSubjectsOf) for s in shapes.complete.subjects(p)}
    parts = {part for shape in targeted for part in shapes.complete.objects(shape, SH.property)}
    constraining = {s for s in targeted if set(shapes.complete.predicates(s)) & CONSTRAINTS}
    return {str(shape) for shape in constraining | parts}


CONSTRAINTS = {SH["class"], SH["or"], SH["not"], SH.xone, SH.sparql}


@pytest.mark.parametrize("vocabulary", [False, True])
def test_every_shape_has_a_failing_and_a_conforming_case(vocabulary: bool) -> None:
    shapes = load_shapes(vocabulary=vocabulary)
    failing = {shape for case in CASES if case.vocabulary == vocabulary for _, _, shape in case.found}
    assert failing == reporting(shapes)
    present = {str(quad.object.value) for quad in sound(vocabulary) if quad.predicate.value == str(RDF.type)}
    used = {quad.predicate.value for quad in sound(vocabulary)}
    assert {str(target) for target in shapes.complete.objects(None, SH.targetClass)} <= present
    assert {str(target) for target in shapes.complete.objects(None, SH.targetSubjectsOf)} <= used


def test_every_class_of_the_ontology_has_a_shape() -> None:
    ontology = Graph().parse(data_dir("ontology") / "dang.ttl", format="turtle")
    classes = {str(s) for s in ontology.subjects(RDFS.subClassOf) if str(s).startswith(DANG.base)}
    targets = {str(target) for target in load_shapes().complete.objects(None, SH.targetClass)}
    assert classes <= targets


@pytest.mark.parametrize("vocabulary", [False, True])
def test_every_shape_speaks_both_languages(vocabulary: bool) -> None:
    shapes = load_shapes(vocabulary=vocabulary)
    assert set(shapes.messages) | {rule.shape for rule in shapes.rules} >= reporting(shapes)
    for messages in (*shapes.messages.values(), *(rule.messages for rule in shapes.rules)):
        assert messages.vi != messages.en
        assert re.findall(r"\{.*?\}", messages.vi).sort() == re.findall(r"\{.*?\}", messages.en).sort()


def test_concepts_named_in_shapes_are_in_the_vocabulary() -> None:
    known = ox.Store()
    for path in sorted(data_dir("ontology").glob("*.ttl")):
        known.load(path.read_bytes(), format=ox.RdfFormat.TURTLE)
    kind = ox.NamedNode(str(RDF.type))
    prefixes = dict(re.findall(r'sh:prefix "(c-\S+)" ; sh:namespace "(\S+?)"', text("prefixes.ttl")))
    named = {
        prefixes[prefix] + name
        for path in data_dir("shapes").glob("*.ttl")
        for prefix, name in re.findall(r"(?<!\S)\(?(c-[a-z-]+):([a-z-]+)", text(path.name))
        if prefix in prefixes
    }
    assert len(named) > 40
    unknown = {i for i in named if not any(known.quads_for_pattern(ox.NamedNode(i), kind, None))}
    assert not unknown


def text(name: str) -> str:
    return (data_dir("shapes") / name).read_text(encoding="utf-8")


# -- pySHACL is the referee ----------------------------------------------------------------------------------


def referee(store: ox.Store, shapes: Graph) -> set[tuple[str | None, ...]]:
    """What pySHACL finds on its own: shapes as they stand in their files, all data in one graph."""
    data = Graph()
    triples = {ox.Triple(quad.subject, quad.predicate, quad.object) for quad in store}
    data.parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")
    for concept in {term for term in data.objects() if isinstance(term, URIRef)} - set(data.subjects()):
        for kind in classes_of(str(concept)):
            data.add((concept, RDF.type, URIRef(kind)))
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes)
    assert isinstance(report, Graph)
    keys = (
        SH.focusNode,
        SH.resultSeverity,
        SH.sourceShape,
        SH.sourceConstraintComponent,
        SH.resultPath,
        SH.value,
    )
    found = set()
    for result in report.objects(None, SH.result):
        values = (report.value(result, key) for key in keys)
        found.add(tuple(None if value is None else str(value) for value in values))
    return found


def only(shapes: Graph, wanted: set[str]) -> Graph:
    """The same shapes, of which only some are aimed at anything: those named and those they are properties of."""
    chosen = Graph()
    for subject, predicate, term in shapes:
        parts = {str(part) for part in shapes.objects(subject, SH.property)}
        aims = predicate in (SH.targetClass, SH.targetSubjectsOf)
        if not aims or str(subject) in wanted or parts & wanted:
            chosen.add((subject, predicate, term))
    return chosen


def ours(results: Iterable[Result]) -> set[tuple[str | None, ...]]:
    return {(r.focus, str(SH[r.severity.value]), r.shape, r.component, r.path, r.value_text) for r in results}


@pytest.fixture
def quiet() -> Iterator[None]:
    """Ill-typed literals are part of the cases; rdflib's word about them is not wanted."""
    logging.getLogger("rdflib.term").setLevel(logging.ERROR)
    yield
    logging.getLogger("rdflib.term").setLevel(logging.NOTSET)


@each_case
def test_pyshacl_finds_the_same(case: Case, quiet: None) -> None:
    """Only the shapes that the case is about are run, with the others of the same things."""
    shapes = only(case.shapes.complete, {shape for _, _, shape in case.found})
    aimed = {s for p in (SH.targetClass, SH.targetSubjectsOf) for s in shapes.subjects(p)}
    run = {str(part) for shape in aimed for part in (shape, *shapes.objects(shape, SH.property))}
    mine = [result for result in validate(case.data(), case.shapes).results if result.shape in run]
    assert ours(mine) == referee(case.data(), shapes)


@pytest.mark.parametrize("vocabulary", [False, True])
def test_pyshacl_finds_nothing_in_a_sound_graph(vocabulary: bool) -> None:
    assert referee(sound(vocabulary), load_shapes(vocabulary=vocabulary).complete) == set()


def test_pyshacl_finds_the_same_in_an_article(article: ox.Store) -> None:
    found = ours(validate(article).results)
    assert found
    assert found == referee(article, load_shapes().complete)


# -- reports -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def seeds(seeds_store: Path) -> ox.Store:
    """The graph of the five seeds in memory."""
    from kg.store import open_store

    store = ox.Store()
    with open_store(seeds_store, read_only=True) as opened:
        store.bulk_extend(opened.quads)
    return store


@pytest.fixture(scope="session")
def article(seeds: ox.Store) -> ox.Store:
    """The graph of the shortest of them."""
    names = sorted(seeds.named_graphs(), key=str)
    articles = {name: list(seeds.quads_for_pattern(None, None, None, name)) for name in names}
    source = "http://purl.org/dc/terms/source"
    told_of = [quads for quads in articles.values() if any(q.predicate.value == source for q in quads)]
    store = ox.Store()
    store.extend(min(told_of, key=len))
    return store


def broken() -> ox.Store:
    """The sound graph as a named graph, with one finding of each severity."""
    named = ox.NamedNode(f"{EXAMPLE}graph")
    store = ox.Store()
    chosen = {"evidence.other-words", "indicator.fifteen-of-sixteen", "body.standing-alone"}
    changed = [case for case in CASES if case.name in chosen]
    whole = sound()
    for case in changed:
        for quad in case.without:
            whole.remove(quad)
        whole.extend(case.added)
    store.extend(ox.Quad(quad.subject, quad.predicate, quad.object, named) for quad in whole)
    return store


def test_the_graver_come_first() -> None:
    report = validate(broken())
    assert [(r.severity, r.shape) for r in report.results] == [
        (Severity.VIOLATION, str(SHAPE.QuoteIsText)),
        (Severity.WARNING, str(SHAPE.PartsAddUp)),
        (Severity.INFO, str(SHAPE.StandingCommitteeHasParent)),
    ]
    assert [report.count(severity) for severity in Severity] == [1, 1, 1]
    assert not report.conforms
    assert Report(report.of(Severity.WARNING)).conforms


def test_messages_say_what_was_found() -> None:
    parts = validate(broken()).of(Severity.WARNING)[0]
    assert parts.message_en == parts.message("en") == "The parts add up to 15, but the stated total is 16."
    assert parts.message("vi") == "Các phần cộng lại được 15, nhưng tổng số được nêu là 16."
    assert parts.value_text == "16"


def test_results_lead_back_to_the_article_and_its_words() -> None:
    quote, parts, standing = validate(broken()).results
    assert (parts.article, parts.quote) == ("bai", "Trần Văn Mẫu, Phó Bí thư")
    assert parts.passages[0].start < parts.passages[0].end
    assert quote.passages[0].quote == quote.value_text
    assert (standing.article, standing.quote, standing.passages) == (None, None, ())


def test_an_article_leads_to_itself_and_a_body_to_what_is_said_of_it() -> None:
    cases = {case.name: case for case in CASES}
    hash_result = validate(cases["article.forged"].data()).results[0]
    assert (hash_result.article, hash_result.passages) == ("bai", ())
    body = validate(cases["body.undecided"].data()).results[0]
    assert (body.focus, body.article) == (f"{EXAMPLE}council", "bai")


def test_both_sides_of_a_contradiction_are_shown() -> None:
    """The passages of the value stand behind those of the focus."""
    store = next(case for case in CASES if case.name == "indicator.two-values").data()
    said, evidence = (ox.NamedNode(f"{EXAMPLE}{name}") for name in ("says-again", "elsewhere"))
    for quad in list(store.quads_for_pattern(said, ox.NamedNode(DANG.evidence), None)):
        store.remove(quad)
    store.update(f"""PREFIX : <{EXAMPLE}> PREFIX oa: <{OA.base}> PREFIX dang: <{DANG.base}>
        INSERT DATA {{ {said} dang:evidence {evidence} . {evidence} a oa:SpecificResource ;
            oa:hasSource :article ; oa:hasSelector :here, :words .
            :here a oa:TextPositionSelector ; oa:start 0 ; oa:end 4 .
            :words a oa:TextQuoteSelector ; oa:exact "Ngày" }}""")
    (result,) = validate(store).results
    assert result.value_text == f"{EXAMPLE}result"
    assert [passage.quote for passage in result.passages] == ["Ngày", "Trần Văn Mẫu, Bí thư Thành ủy"]


def test_the_report_in_turtle_is_standard_and_stable() -> None:
    report = validate(broken())
    graph = Graph().parse(data=report.turtle(), format="turtle")
    node = graph.value(None, RDF.type, SH.ValidationReport)
    assert [value.toPython() for value in graph.objects(node, SH.conforms)] == [False]
    assert len(set(graph.objects(node, SH.result))) == 3
    for result in graph.objects(node, SH.result):
        assert {message.language for message in graph.objects(result, SH.resultMessage)} == {"vi", "en"}
        for key in (SH.focusNode, SH.resultSeverity, SH.sourceShape, SH.sourceConstraintComponent):
            assert isinstance(graph.value(result, key), URIRef)
    assert validate(broken()).turtle() == report.turtle()
    assert isomorphic(graph, Graph().parse(data=validate(broken()).turtle(), format="turtle"))


def test_an_empty_graph_conforms() -> None:
    report = validate(ox.Store())
    assert (report.results, report.conforms) == ((), True)
    assert "sh:conforms true" in report.turtle()


# -- the way there -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("batch", [1, 7, 100000])
def test_the_size_of_a_batch_changes_nothing(batch: int) -> None:
    assert validate(broken(), batch=batch) == validate(broken())


def test_the_order_of_the_quads_changes_nothing(seeds: ox.Store) -> None:
    turned = ox.Store()
    turned.extend(reversed(list(seeds)))
    assert validate(turned) == validate(seeds)


def test_what_several_graphs_say_counts_once() -> None:
    """Two articles describe the same total and parts: the sum stays the same."""
    store = broken()
    again = ox.NamedNode(f"{EXAMPLE}again")
    store.extend([ox.Quad(q.subject, q.predicate, q.object, again) for q in store])
    assert validate(store) == validate(broken())


def test_what_two_graphs_say_is_seen_together() -> None:
    """A second name that another article gives a body is found whatever the batch."""
    store = broken()
    body, label = ox.NamedNode(f"{EXAMPLE}committee"), ox.NamedNode(str(RDFS.label))
    kind = ox.NamedNode(str(RDF.type))
    other = ox.NamedNode(f"{EXAMPLE}other")
    store.add(ox.Quad(body, kind, ox.NamedNode(DANG.Body), other))
    store.add(ox.Quad(body, label, ox.Literal("Thành ủy khác", language="vi"), other))
    for batch in (1, 100000):
        assert str(SHAPE["Body.label"]) in {result.shape for result in validate(store, batch=batch).results}


def test_a_dataset_of_rdflib_is_as_good_as_a_store() -> None:
    dataset = Dataset()
    for quad in broken():
        graph = dataset.graph(URIRef(f"{EXAMPLE}graph"))
        data = ox.serialize([quad.triple], format=ox.RdfFormat.N_TRIPLES)
        graph.parse(data=data, format="nt")
    assert validate(dataset) == validate(broken())


def test_the_store_is_only_read() -> None:
    store = broken()
    before = set(store)
    validate(store)
    assert set(store) == before


def test_progress_is_told() -> None:
    seen: list[tuple[int, int]] = []
    tell: Callable[[int, int], None] = lambda done, of: seen.append((done, of))  # noqa: E731
    validate(broken(), batch=20, on_progress=tell)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1][0] == seen[-1][1] > 20


def test_a_large_graph_is_merged_on_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.validate.run._LARGE", 10)
    assert validate(broken()) == validate(broken())


def test_the_seeds(seeds: ox.Store) -> None:
    """Sixteen targets whose parts are fifteen; more second doses than first ones."""
    report = validate(seeds)
    assert report.conforms
    assert {str(SHAPE.PartsAddUp), str(SHAPE.LaterStageBelowEarlier)} <= {
        result.shape for result in report.of(Severity.WARNING)
    }
    assert all(result.quote for result in report.of(Severity.WARNING))


VOCABULARIES = sorted(path.name for path in data_dir("ontology").glob("*.ttl"))


@pytest.fixture(scope="module")
def on_vocabularies() -> tuple[Result, ...]:
    return validate_vocabulary().results


@pytest.mark.parametrize("name", VOCABULARIES)
def test_a_vocabulary_is_sound(name: str, on_vocabularies: tuple[Result, ...]) -> None:
    own = Graph().parse(data_dir("ontology") / name, format="turtle")
    found = [result for result in on_vocabularies if (URIRef(result.focus), None, None) in own]
    assert [f"{result.focus}: {result.message_en} ({result.value_text})" for result in found] == []


# -- shapes that can't be run --------------------------------------------------------------------------------

PREFIXES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <https://example.org/> .
"""


@pytest.mark.parametrize(
    ("shapes", "reason"),
    [
        ("this is not Turtle", "not Turtle"),
        (':s a sh:NodeShape ; sh:targetClass :c ; sh:message "only"@en .', "Vietnamese"),
        (
            ':s a sh:NodeShape ; sh:targetClass :c ; sh:sparql [ sh:message "a"@en, "b"@vi ] .',
            "sh:select",
        ),
        (
            ':s a sh:NodeShape ; sh:sparql [ sh:message "a"@en, "b"@vi ; sh:select "SELECT $this WHERE {}" ] .',
            "sh:targetClass",
        ),
        (":s a sh:NodeShape ; sh:targetNode :c ; sh:nodeKind sh:IRI .", "sh:targetClass"),
        (
            ":s a sh:NodeShape ; sh:targetClass :c ; sh:sparql "
            '[ sh:message "a"@en, "b"@vi ; sh:select "SELECT nothing WHERE {}" ] .',
            "not SPARQL",
        ),
        (
            ":s a sh:NodeShape ; sh:targetClass :c ; sh:sparql "
            '[ sh:message "a"@en, "b"@vi ; sh:select "ASK WHERE {}" ] .',
            "must be a SELECT",
        ),
    ],
)
def test_bad_shapes_are_refused_in_one_line(shapes: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text(PREFIXES + shapes, encoding="utf-8")
    with pytest.raises(VocabularyError, match=reason) as refused:
        validate(sound(), tmp_path)
    assert "\n" not in str(refused.value)


def test_a_folder_without_shapes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match="no shapes here"):
        load_shapes(tmp_path)


def test_a_bad_vocabulary_is_refused(tmp_path: Path) -> None:
    (tmp_path / "v.ttl").write_text("nothing here is Turtle", encoding="utf-8")
    with pytest.raises(VocabularyError, match="not Turtle"):
        validate_vocabulary([tmp_path / "v.ttl"])


# -- many results --------------------------------------------------------------------------------------------


def test_many_results_are_the_same_as_few(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What does not fit into memory waits on disk, in the same order, with the same sentences."""
    few = validate(broken())
    assert isinstance(few.results, tuple)
    monkeypatch.setattr("kg.validate.spool.HELD", 1)
    monkeypatch.setattr("kg.validate.passages._KNOWN", 1)
    many = validate(broken())
    assert not isinstance(many.results, tuple)
    assert tuple(many.results) == few.results
    assert len(many.results) == len(few.results)
    assert [many.results[0], *many.results[1:]] == list(few.results)
    with pytest.raises(IndexError):
        many.results[len(few.results)]
    assert many.turtle() == few.turtle()
    assert many.conforms is few.conforms
    many.write(tmp_path / "report.ttl")
    assert (tmp_path / "report.ttl").read_text(encoding="utf-8") == few.turtle()
