"""Every format: readable by others, the same bytes again, the same content."""

from __future__ import annotations

import csv
import json
import os
import re
import sqlite3
import subprocess
import sys
import warnings
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
from conftest import filled, named
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Dataset, Graph

from kg.errors import UsageError
from kg.export import WRITERS, Export, export, turtle
from kg.export.tables import COLUMNS
from kg.model import Facts
from kg.sorting import in_order
from kg.vocab import DANG, DEFAULT_BASE, RDF, RDFS

GUIDELINE = {
    "positions": "article,person,role,organization,status,as_of,quote,start,end",
    "documents": "article,kind,number,issuer,date,subject,quote,start,end",
    "links": "article,source,relation,target,quote,start,end",
    "themes": "article,organization,period,theme,document,quote,start,end",
    "indicators": "article,subject,indicator,kind,comparator,value,unit,period,quote,start,end",
    "congresses": "article,organization,ordinal,term,quote,start,end",
    "events": "article,type,date,organizer,place,quote,start,end",
}


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def everything(store: ox.Store, folder: Path) -> dict[str, bytes]:
    for name in WRITERS:
        export(store, name, folder / f"out.{name}")
    return files(folder)


def test_the_same_bytes_whatever_the_order(articles: list[Facts], store: ox.Store, tmp_path: Path) -> None:
    one = everything(store, tmp_path / "one")
    other = everything(filled(reversed(articles)), tmp_path / "other")
    assert one.keys() == other.keys()
    for name in one:
        assert one[name] == other[name], name


def test_the_same_bytes_under_any_hash_seed(tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from conftest import filled, named; from sample import sample\n"
    code += "from test_export import everything; everything(filled([sample()]), Path(sys.argv[1]))"
    here = Path(__file__).parent
    found = []
    for seed in ("1", "2"):
        out = tmp_path / seed
        path = os.pathsep.join((str(here), str(here.parent / "graph"), str(here.parents[1])))
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": path}
        subprocess.run([sys.executable, "-c", code, str(out)], env=environment, check=True)
        found.append(files(out))
    assert found[0] == found[1]


def test_the_same_bytes_whether_sorted_in_memory_or_on_disk(
    store: ox.Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = everything(store, tmp_path / "one")
    monkeypatch.setattr("kg.export.quads.HELD", 7)
    monkeypatch.setattr("kg.sorting.HELD", 7)
    assert everything(store, tmp_path / "other") == one


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=3), max_size=40), st.integers(1, 9))
def test_texts_are_put_in_order_on_disk_as_in_memory(texts: list[str], held: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.sorting.HELD", held)
        assert list(in_order(texts)) == sorted(set(texts))


def test_every_rdf_format_holds_the_same_triples(store: ox.Store, tmp_path: Path) -> None:
    everything(store, tmp_path)
    union = set(Graph().parse(tmp_path / "out.turtle", format="turtle"))
    for name, syntax in (("trig", "trig"), ("nquads", "nquads"), ("jsonld", "json-ld")):
        dataset = Dataset()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own parsers
            with (tmp_path / f"out.{name}").open("rb") as file:
                dataset.parse(file, format=syntax)
        assert len(list(dataset.quads())) == len(named(store)), name
        assert {(s, p, o) for s, p, o, _ in dataset.quads()} == union, name


def test_the_store_reads_back_what_it_wrote(store: ox.Store, tmp_path: Path) -> None:
    for name, syntax in (
        ("nquads", ox.RdfFormat.N_QUADS),
        ("trig", ox.RdfFormat.TRIG),
        ("jsonld", ox.RdfFormat.JSON_LD),
    ):
        export(store, name, tmp_path / name)
        again = ox.Store()
        again.load((tmp_path / name).read_bytes(), syntax)
        assert set(again) == named(store), name


def test_turtle_is_sorted_and_begins_with_the_type(store: ox.Store) -> None:
    blocks = "".join(turtle.lines(Export(store))).split("\n\n")
    subjects = [block.split()[0] for block in blocks[1:]]
    assert len(subjects) == len(set(subjects))
    assert all(" a " in block.splitlines()[0] for block in blocks[1:] if not block.startswith("graph:"))
    assert "_:" not in "".join(blocks)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=4))
def test_hostile_literals_round_trip_through_turtle(values: list[str]) -> None:
    store = ox.Store()
    for value in values:
        clean = "".join(c for c in value if not "\ud800" <= c <= "\udfff")
        store.add(ox.Quad(ox.NamedNode("x:s"), ox.NamedNode("x:p"), ox.Literal(clean), ox.NamedNode("x:g")))
        store.add(
            ox.Quad(
                ox.NamedNode("x:s"),
                ox.NamedNode("x:p"),
                ox.Literal(clean, language="vi"),
                ox.NamedNode("x:g"),
            )
        )
    again = ox.Store()
    again.load("".join(turtle.lines(Export(store))), ox.RdfFormat.TURTLE)
    assert {q.object for q in again} == {q.object for q in store}


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def tables(store: ox.Store, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, str]]]:
    out = tmp_path_factory.mktemp("tables")
    export(store, "csv", out)
    assert sorted(p.stem for p in out.iterdir()) == sorted(GUIDELINE)
    return {name: read(out / f"{name}.csv") for name in GUIDELINE}


def test_columns_begin_as_the_guideline_says() -> None:
    for name, columns in GUIDELINE.items():
        assert ",".join(COLUMNS[name]).startswith(columns + ",")
        assert len(set(COLUMNS[name])) == len(COLUMNS[name])


def text(value: object) -> str:
    return "" if value is None else str(value)


def expected(facts: Facts) -> dict[str, list[tuple[str, ...]]]:
    """The guideline's columns (without the evidence) straight from the claims."""
    rows: dict[str, list[tuple[object, ...]]] = {
        "positions": [
            (p.person, p.role, p.organization and p.organization.label, p.status, p.as_of)
            for p in facts.positions
        ],
        "documents": [
            (d.kind, d.number, d.issuer and d.issuer.label, d.date, d.subject) for d in facts.documents
        ],
        "links": [(x.source.label, x.relation, x.target.label) for x in facts.links],
        "themes": [
            (t.organization and t.organization.label, t.period, t.theme, t.document) for t in facts.themes
        ],
        "indicators": [
            (
                (i.subject and getattr(i.subject, "label", None)) or (i.subject and i.subject.full_name),  # type: ignore[union-attr]
                *(i.indicator, i.kind, i.comparator, f"{i.value.normalize():f}", i.unit, i.period),
            )
            for i in facts.indicators
        ],
        "congresses": [
            (c.organization and c.organization.label, c.ordinal, c.term) for c in facts.congresses
        ],
        "events": [
            (e.type, e.date, "; ".join(sorted(o.label for o in e.organizers)), e.place) for e in facts.events
        ],
    }
    lists = (
        facts.positions,
        facts.documents,
        facts.links,
        facts.themes,
        facts.indicators,
        facts.congresses,
        facts.events,
    )
    return {
        name: sorted(
            (
                facts.article.id,
                *map(text, row),
                claim.evidence.quote,
                str(claim.evidence.start),
                str(claim.evidence.end),
            )
            for row, claim in zip(rows[name], claims, strict=True)
        )
        for name, claims in zip(rows, lists, strict=True)
    }


def test_facts_come_back_from_the_store_as_rows(
    articles: list[Facts], tables: dict[str, list[dict[str, str]]]
) -> None:
    for facts in articles:
        for name, wanted in expected(facts).items():
            columns = GUIDELINE[name].split(",")
            got = [
                tuple(row[c] for c in columns) for row in tables[name] if row["article"] == facts.article.id
            ]
            assert sorted(got) == wanted, name


def test_further_columns(tables: dict[str, list[dict[str, str]]]) -> None:
    inferred = [row for row in tables["positions"] if row["inference"]]
    assert {row["inference"] for row in inferred} == {"province-of-city"}
    assert {row["assertion"] for row in inferred} == {"inferred"}
    assert {row["origin"] for row in tables["positions"]} == {"text", "caption"}
    assert {row["unit_code"] for row in tables["congresses"]} == {"legacy/196"}
    assert any(row["participants"] == "Trần Văn Mẫu (chairs)" for row in tables["events"])
    assert all(row["iri"] for rows in tables.values() for row in rows)


def test_sqlite_has_the_same_rows(
    store: ox.Store, tables: dict[str, list[dict[str, str]]], tmp_path: Path
) -> None:
    export(store, "sqlite", tmp_path / "kg.db")
    with closing(sqlite3.connect(tmp_path / "kg.db")) as database:
        for name, rows in tables.items():
            assert database.execute(f"SELECT count(*) FROM {name}").fetchone() == (len(rows),)
        assert database.execute("SELECT max(value) FROM indicators").fetchone() == (3842.0,)
        assert database.execute("SELECT count(*) FROM themes WHERE document IS NULL").fetchone()[0] > 0


def test_networks_load_elsewhere(store: ox.Store, tmp_path: Path) -> None:
    export(store, "graphml", tmp_path / "n.graphml")
    export(store, "gexf", tmp_path / "n.gexf")
    graph = nx.read_graphml(tmp_path / "n.graphml")
    kinds = {data["kind"] for _, data in graph.nodes(data=True)}
    assert kinds == {"official", "organization", "unit"}
    posts = [data for _, _, data in graph.edges(data=True) if data["kind"] == "post"]
    assert any(p["label"] == "bí thư" and p["status"] == "current" for p in posts)
    assert len(nx.read_gexf(tmp_path / "n.gexf")) == len(graph)
    assert "Uông Bí" in (tmp_path / "n.gexf").read_text("utf-8")


def test_jsonld_is_json(store: ox.Store, tmp_path: Path) -> None:
    export(store, "jsonld", tmp_path / "a.json")
    document = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert len(document["@graph"]) == len(list(store.named_graphs())) - 1


def test_an_empty_store_exports(tmp_path: Path) -> None:
    assert everything(ox.Store(), tmp_path)


def test_wrong_use_is_one_line(store: ox.Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="formats are turtle"):
        export(store, "rdfxml", tmp_path / "x")
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="can't be written"):
        export(store, "turtle", tmp_path / "file" / "x.ttl")


# -- tables and networks for other programs ------------------------------------------------------------------


@pytest.fixture(scope="module")
def database(store: ox.Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("sqlite") / "kg.db"
    export(store, "sqlite", path)
    with closing(sqlite3.connect(path)) as opened:
        yield opened


def test_every_key_of_the_database_leads_somewhere(database: sqlite3.Connection) -> None:
    """Datasette makes links of them."""
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    for table in ("tenures", "bodies", "units", "sentences", "facts", "positions", "documents"):
        assert database.execute(f"PRAGMA foreign_key_list({table})").fetchall(), table
    for table in ("articles", "officials", "bodies", "units", "tenures", "sentences", "facts"):
        assert database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 0, table


def test_facts_stand_beside_their_sentences(
    database: sqlite3.Connection, tables: dict[str, list[dict[str, str]]]
) -> None:
    count = sum(len(rows) for rows in tables.values())
    assert database.execute("SELECT count(*) FROM facts").fetchone() == (count,)
    told = database.execute("SELECT quote, sentence FROM facts_with_sentences WHERE sentence IS NOT NULL").fetchall()
    assert told
    assert all(quote.split("\n")[0] in sentence or sentence in quote for quote, sentence in told)


@pytest.mark.parametrize(
    ("table", "column", "words", "found"),
    [
        ("units", "name", "uong bi", "Uông Bí"),
        ("units", "name", "UÔNG BÍ", "Uông Bí"),
        ("bodies", "name", "uy ban nhan dan", "Ủy ban nhân dân"),
        ("officials", "name", "tran van mau", "Trần Văn Mẫu"),
    ],
)
def test_search_does_without_marks(
    database: sqlite3.Connection, table: str, column: str, words: str, found: str
) -> None:
    query = f"SELECT {column} FROM {table} WHERE rowid IN (SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH ?)"
    names = [name for (name,) in database.execute(query, (words,))]
    assert any(found in name for name in names)


def test_search_folds_the_letter_that_fts_does_not(tmp_path: Path) -> None:
    """`đ` is a letter of its own to SQLite's tokenizer."""
    store = ox.Store()
    body, graph = ox.NamedNode(f"{DEFAULT_BASE}organization/a"), ox.NamedNode(f"{DEFAULT_BASE}graph/a")
    store.add(ox.Quad(body, ox.NamedNode(RDF.type), ox.NamedNode(DANG.Body), graph))
    store.add(ox.Quad(body, ox.NamedNode(RDFS.label), ox.Literal("Đảng bộ phường Đông", language="vi"), graph))
    export(store, "sqlite", tmp_path / "kg.db")
    with closing(sqlite3.connect(tmp_path / "kg.db")) as database:
        query = "SELECT rowid FROM bodies_fts WHERE bodies_fts MATCH ?"
        assert database.execute(query, ("dang bo",)).fetchall() == [(1,)]
        assert database.execute(query, ("đảng bộ",)).fetchall() == [(1,)]
        assert database.execute(query, ("chi bo",)).fetchall() == []


def test_parquet_has_the_same_rows_with_types(
    store: ox.Store, tables: dict[str, list[dict[str, str]]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    monkeypatch.setattr("kg.export.parquet.GROUP", 3)
    export(store, "parquet", tmp_path / "tables")
    for name, rows in tables.items():
        file = parquet.ParquetFile(tmp_path / "tables" / f"{name}.parquet")
        assert [column["quote"] for column in file.read().to_pylist()] == [row["quote"] or None for row in rows]
        assert file.num_row_groups >= len(rows) // 3
        assert all(isinstance(row["start"], int) for row in file.read().to_pylist())
    values = parquet.read_table(tmp_path / "tables" / "indicators.parquet").column("value").to_pylist()
    assert max(value for value in values if value is not None) == 3842.0


def test_posts_have_their_times_in_gexf(store: ox.Store, tmp_path: Path) -> None:
    export(store, "gexf", tmp_path / "n.gexf")
    text = (tmp_path / "n.gexf").read_text("utf-8")
    assert 'timeformat="date"' in text
    spans = re.findall(r'<spell start="(\d{4}-\d\d-\d\d)" end="(\d{4}-\d\d-\d\d)"/>', text)
    assert spans
    assert all(start <= end for start, end in spans)
    assert nx.read_gexf(tmp_path / "n.gexf").number_of_edges() > len(spans)
