"""A release: files that are what the description says, whole, checked by what everybody has."""

from __future__ import annotations

import gzip
import hashlib
import json
import subprocess
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import Graph, Literal, URIRef

from kg import __version__
from kg.release import FORMATS
from kg.store import open_store
from kg.vocab import DCAT, DCTERMS, PROV, RDF, SCHEMA, SPDX, VOID

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


@pytest.fixture(scope="module")
def folder(seeds_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from kg.cli import main

    out = tmp_path_factory.mktemp("release") / "v1"
    words = ["release", out, "--store", seeds_store, "--license", LICENCE, "--issued", "2026-01-31", "--version", "1"]
    for name in FORMATS:
        words += ["--format", name]
    assert main([str(word) for word in words]) == 0
    return out


@pytest.fixture(scope="module")
def description(folder: Path) -> Graph:
    """The description as one reads it who has the folder on disk."""
    return Graph().parse(folder / "dataset.ttl", publicID=f"{folder.as_uri()}/dataset.ttl")


def one(graph: Graph, predicate: str, subject: str | None = None) -> str:
    whole = subject or graph.value(predicate=URIRef(RDF.type), object=URIRef(DCAT.Dataset))
    (found,) = graph.objects(URIRef(str(whole)), URIRef(predicate))
    return str(found)


def test_everybody_can_check_the_files(folder: Path) -> None:
    checked = subprocess.run(
        ["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {line.partition(":")[0] for line in checked.stdout.splitlines()} == there - {"SHA256SUMS"}


def test_a_broken_file_is_found(folder: Path, tmp_path: Path) -> None:
    for name in ("SHA256SUMS", "ontology.ttl"):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    with (tmp_path / "ontology.ttl").open("ab") as file:
        file.write(b"#")
    checked = subprocess.run(
        ["sha256sum", "--ignore-missing", "-c", "SHA256SUMS"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 1
    assert "ontology.ttl: FAILED" in checked.stdout


def test_a_catalogue_takes_the_description(description: Graph, root: Path) -> None:
    shapes = Graph().parse(root / "tests" / "release" / "catalogue.ttl")
    conforms, _, text = pyshacl.validate(description, shacl_graph=shapes)
    assert conforms, text


def test_each_file_is_as_described(description: Graph, folder: Path) -> None:
    described = set()
    for own in description.subjects(URIRef(RDF.type), URIRef(DCAT.Distribution)):
        path = Path(one(description, DCAT.downloadURL, own).removeprefix("file://"))
        data = path.read_bytes()
        assert int(one(description, DCAT.byteSize, own)) == len(data)
        checksum = one(description, SPDX.checksum, own)
        assert one(description, SPDX.checksumValue, checksum) == hashlib.sha256(data).hexdigest()
        packed = (own, URIRef(DCAT.compressFormat), None) in description
        assert packed == (path.suffix == ".gz") == data.startswith(b"\x1f\x8b")
        assert one(description, DCTERMS.license, own) == LICENCE
        described.add(path.relative_to(folder).as_posix())
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert described == there - {"SHA256SUMS", "dataset.ttl"}
    assert {"graph.nq.gz", "graph.db", "csv/positions.csv", "parquet/themes.parquet", "ontology.ttl"} <= described


def test_the_counts_are_those_of_the_files(description: Graph, folder: Path) -> None:
    triples = {
        (q.subject, q.predicate, q.object)
        for q in ox.parse(gzip.decompress((folder / "graph.nq.gz").read_bytes()), ox.RdfFormat.N_QUADS)
    }
    assert int(one(description, VOID.triples)) == len(triples)
    for part in description.objects(None, URIRef(VOID.classPartition)):
        kind = one(description, VOID["class"], part)
        there = sum(p.value == RDF.type and o == ox.NamedNode(kind) for _, p, o in triples)
        assert int(one(description, VOID.entities, part)) == there
    of_properties = [int(one(description, VOID.triples, part)) for part in description.objects(None, URIRef(VOID.propertyPartition))]
    assert sum(of_properties) == len(triples)
    assert {DCTERMS.base, SCHEMA.base} <= {str(each) for each in description.objects(None, URIRef(VOID.vocabulary))}


def test_what_it_is_and_of_when(description: Graph) -> None:
    """The span is that of the days that the seeds are printed with."""
    query = f"""SELECT ?first ?last ?program WHERE {{ ?data a <{DCAT.Dataset}> ; <{DCTERMS.temporal}> ?time ;
      <{DCTERMS.issued}> ?issued ; <{DCAT.version}> "1" ; <{PROV.wasGeneratedBy}>/<{PROV.wasAssociatedWith}> ?agent .
      ?time <{DCAT.startDate}> ?first ; <{DCAT.endDate}> ?last . ?agent <{SCHEMA.softwareVersion}> ?program .
      FILTER(STR(?issued) = "2026-01-31") }}"""
    ((first, last, program),) = [tuple(map(str, row)) for row in description.query(query)]  # type: ignore[arg-type]
    assert program == __version__
    assert first[:4] == "2016"
    assert last[:4] == "2023"
    shapes = (None, URIRef(DCTERMS.conformsTo), URIRef("https://w3id.org/dangbo/shapes"))
    assert shapes in description
    about = {each.language: str(each) for each in description.objects(None, URIRef(DCTERMS.description)) if isinstance(each, Literal)}
    assert set(about) == {"vi", "en"}
    assert " 5 " in about["en"]


def test_the_same_graph_gives_the_same_bytes(kg, seeds_store: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        words = ("--no-check", "--issued", "2026-01-31", "--format", "nquads", "--format", "csv")
        assert kg("release", tmp_path / name, "--store", seeds_store, *words).code == 0
    assert (tmp_path / "one" / "SHA256SUMS").read_bytes() == (tmp_path / "two" / "SHA256SUMS").read_bytes()


def test_with_an_address_links_are_whole(kg, seeds_store: Path, tmp_path: Path) -> None:
    words = ("--no-check", "--format", "nquads", "--address", "https://data.example/kg/", "--title", "Ours")
    ran = kg("release", tmp_path / "r", "--store", seeds_store, "--json", *words)
    assert [file["path"] for file in json.loads(ran.out)["files"]] == ["graph.nq.gz", "ontology.ttl"]
    graph = Graph().parse(tmp_path / "r" / "dataset.ttl")
    assert one(graph, VOID.dataDump) == "https://data.example/kg/graph.nq.gz"
    assert {str(each) for each in graph.objects(None, URIRef(DCTERMS.title))} > {"Ours"}
    assert (None, URIRef(DCTERMS.license), None) not in graph
    assert (None, URIRef(DCTERMS.conformsTo), URIRef("https://w3id.org/dangbo/shapes")) not in graph


def test_a_graph_with_faults_does_not_claim_the_shapes(kg, tmp_path: Path) -> None:
    from kg.vocab import DANG, DEFAULT_BASE

    with open_store(tmp_path / "store", create=True) as store:
        thing, graph = f"{DEFAULT_BASE}person/a", f"{DEFAULT_BASE}graph/a"
        assert store.replace_all([(graph, [f"<{thing}> <{RDF.type}> <{DANG.Official}> <{graph}> .\n"])]) == 1
    ran = kg("release", tmp_path / "r", "--store", tmp_path / "store", "--format", "nquads")
    assert (ran.code, "not sound" in ran.err) == (1, True)
    assert "dangbo/shapes>" not in (tmp_path / "r" / "dataset.ttl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--license", "mine"), "--license 'mine': not a web address"),
        (("--license", "https://a/> <b"), "not a web address"),
        (("--address", "https://data.example/kg"), "ends in /"),
        (("--issued", "today"), "not a day"),
    ],
)
def test_wrong_use_is_one_line_and_leaves_nothing(
    kg, seeds_store: Path, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    ran = kg("release", tmp_path / "r", "--store", seeds_store, *words)
    assert ran.code == 2
    assert told in ran.err
    assert ran.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_never_overwritten(kg, seeds_store: Path, tmp_path: Path) -> None:
    (tmp_path / "r").mkdir()
    (tmp_path / "r" / "mine.txt").write_text("mine", encoding="utf-8")
    ran = kg("release", tmp_path / "r", "--store", seeds_store)
    assert (ran.code, "name a new folder" in ran.err) == (2, True)
    assert [path.name for path in (tmp_path / "r").iterdir()] == ["mine.txt"]
