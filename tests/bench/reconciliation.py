"""How well names lead to things: 150 queries written by articles that the graph has not read, and the speed.

    python -m tests.bench.reconciliation quality [--store DIR] [--misses]
    python -m tests.bench.reconciliation speed STORE
    python -m tests.bench.reconciliation draw STORE

A quarter of the 600 articles of ``press-party`` (by a hash of the seed and the article) is held out; the others
are built into a graph.  ``draw`` takes people, bodies, units and documents of the articles held out, from a STORE of
all 600, with what the article says of them as properties, or without; some are written without marks or with
the usual abbreviations.  It proposes the answer; ``reconciliation.tsv`` holds what a judge made of it.
``quality`` asks the graph of the others.  It exits with 1 when a match is wrong.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import resource
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg import build
from kg.cli import screen
from kg.normalise import plain
from kg.reconcile import Asked, Candidate, Index, Kind, Wish, load
from kg.store import KgStore, open_store
from kg.vocab import Minter
from tests.bench.corpus import PARTY, corpus_file, cut, records, run

TABLE = Path(__file__).with_name("reconciliation.tsv")
COLUMNS = ("kind", "query", "properties", "expected", "article", "why")
SEED = "reconcile 1"
_TAKEN = {Kind.PERSON: 80, Kind.BODY: 30, Kind.UNIT: 24, Kind.DOCUMENT: 16}
_SHORT = (
    ("Ủy ban nhân dân", "UBND"),
    ("Hội đồng nhân dân", "HĐND"),
    ("Ban Thường vụ", "BTV"),
    ("thành phố Hồ Chí Minh", "TP.HCM"),
    ("thành phố ", "TP "),
)
_PREFIXES = """PREFIX dang: <https://w3id.org/dangbo/ontology#> PREFIX org: <http://www.w3.org/ns/org#>
PREFIX foaf: <http://xmlns.com/foaf/0.1/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX eli: <http://data.europa.eu/eli/ontology#> PREFIX schema: <https://schema.org/>
"""
_PERSONS = """SELECT ?article ?name ?wording ?body ?unit ?date WHERE { ?s dang:states ?m ; dang:wording ?wording ;
  prov:hadPrimarySource ?a . ?a dcterms:identifier ?article . ?m org:member ?p . ?p foaf:name ?name .
  OPTIONAL { ?m org:organization ?o . ?o rdfs:label ?body OPTIONAL { ?o dang:jurisdiction/rdfs:label ?unit } }
  OPTIONAL { ?s dang:asOf ?date } }"""
_BODIES = """SELECT ?article ?thing ?label ?unit WHERE { GRAPH ?g { ?thing a dang:Body ; rdfs:label ?label .
  ?g dcterms:source ?a OPTIONAL { ?thing dang:jurisdiction ?u . ?u rdfs:label ?unit } }
  ?a dcterms:identifier ?article }"""
_UNITS = """SELECT ?article ?thing ?label ?name ?over WHERE { GRAPH ?g { ?thing a dang:AdministrativeUnit ;
  rdfs:label ?label ; schema:name ?name . ?g dcterms:source ?a }
  ?a dcterms:identifier ?article OPTIONAL { ?thing schema:containedInPlace/rdfs:label ?over } }"""
_DOCUMENTS = """SELECT ?article ?thing ?label ?number ?issuer ?date WHERE { GRAPH ?g {
  ?told rdfs:label ?label ; eli:number ?number . ?g dcterms:source ?a
  OPTIONAL { ?told eli:passed_by/rdfs:label ?issuer } OPTIONAL { ?told eli:date_document ?date } }
  ?told prov:specializationOf? ?thing . ?thing a dang:Document . ?a dcterms:identifier ?article }"""
#: From what an article calls a thing to the thing, whether articles or the program identify it.
_LED_TO = {
    Kind.PERSON: "SELECT ?x { GRAPH $graph { ?told foaf:name $label } ?told prov:specializationOf ?x }",
    Kind.BODY: "SELECT ?x { GRAPH $graph { ?x a dang:Body ; rdfs:label $label } }",
    Kind.UNIT: "SELECT ?x { GRAPH $graph { ?x a dang:AdministrativeUnit ; rdfs:label $label } }",
    Kind.DOCUMENT: "SELECT ?x { GRAPH $graph { ?told rdfs:label $label } ?told prov:specializationOf? ?x . "
    "?x a dang:Document }",
}
Row = dict[str, str]


def held_out(article: str) -> bool:
    """Tell whether an article is kept from the graph that is asked."""
    return int(sha256(f"{SEED} {article}".encode()).hexdigest(), 16) % 4 == 0


# -- drawing -------------------------------------------------------------------------------------------------


def draw(store: KgStore) -> list[Row]:
    """Take things of the articles held out, and propose which thing of the others each is."""
    rows = [*_people(store), *_bodies(store), *_units(store), *_documents(store)]
    return sorted(rows, key=lambda row: (list(Kind).index(Kind(row["kind"])), row["query"], row["article"]))


def _told(store: KgStore, query: str) -> list[Row]:
    answer = store.query(_PREFIXES + query)
    names = [variable.value for variable in answer.variables]
    found = {tuple(str(getattr(row[name], "value", "")) for name in names) for row in answer}
    return [dict(zip(names, row, strict=True)) for row in sorted(found)]


def _chance(*key: str) -> random.Random:
    return random.Random(sha256("\t".join((SEED, *key)).encode()).hexdigest())


def _some(kind: Kind, known: list[Row], unknown: list[Row]) -> Iterator[Row]:
    """Take things by chance, two of three of them known to the other articles, as far as there are any."""
    order = _chance(kind)
    order.shuffle(known)
    order.shuffle(unknown)
    share = _TAKEN[kind] * 2 // 3
    yield from known[:share]
    yield from unknown[: _TAKEN[kind] - len(known[:share])]


def _people(store: KgStore) -> Iterator[Row]:
    kept: dict[str, set[str]] = defaultdict(set)
    told: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in _told(store, _PERSONS):
        if held_out(row["article"]):
            told[row["article"], row["name"]].append(row)
        else:
            kept[plain(row["name"])].add(f"{row['article']}#{row['name']}")
    known, unknown, seen = [], [], set()
    for (article, name), posts in sorted(told.items()):
        if plain(name) in seen or len(name.split()) < 3:
            continue
        seen.add(plain(name))
        row = _person(article, name, posts)
        (known if plain(name) in kept else unknown).append(
            {**row, "expected": "|".join(sorted(kept[plain(name)]))}
        )
    yield from _some(Kind.PERSON, known, unknown)


def _person(article: str, name: str, posts: list[Row]) -> Row:
    chance = _chance(article, name)
    post = chance.choice(posts)
    properties = {}
    way = chance.choice(("nothing", "post", "post", "unit", "post and date"))
    if way.startswith("post"):
        properties["post"] = f"{post['wording']} {post['body']}".strip()
    if way == "unit" and post["unit"]:
        properties["unit"] = post["unit"]
    if way.endswith("date") and post["date"]:
        properties["date"] = post["date"]
    return _written(Kind.PERSON, name, properties, article, chance)


def _written(kind: Kind, name: str, properties: Row, article: str, chance: random.Random) -> Row:
    """Write a query as people do: a third without marks, bodies and units with abbreviations."""
    if chance.random() < 1 / 3:
        name = plain(name)
        properties = {key: plain(value) if key != "date" else value for key, value in properties.items()}
    elif kind is not Kind.PERSON and chance.random() < 1 / 2:
        for long, short in _SHORT:
            name = name.replace(long, short)
    return {
        "kind": kind.value,
        "query": name,
        "properties": json.dumps(properties, ensure_ascii=False) if properties else "",
        "expected": "",
        "article": article,
        "why": "",
    }


def _others(rows: list[Row], kind: Kind, written: Any) -> Iterator[Row]:
    """Take things that are the same in several articles when their IRI is, told by another article's label."""
    kept: dict[str, str] = {}
    for row in rows:
        if not held_out(row["article"]):
            kept.setdefault(row["thing"], f"{row['article']}#{row['label']}")
    known, unknown, seen = [], [], set()
    for row in rows:
        if held_out(row["article"]) and row["thing"] not in seen:
            seen.add(row["thing"])
            made = {**written(row), "expected": kept.get(row["thing"], "")}
            (known if row["thing"] in kept else unknown).append(made)
    yield from _some(kind, known, unknown)


def _bodies(store: KgStore) -> Iterator[Row]:
    def written(row: Row) -> Row:
        chance = _chance(row["article"], row["thing"])
        properties = {"unit": row["unit"]} if row["unit"] and chance.random() < 1 / 2 else {}
        return _written(Kind.BODY, row["label"], properties, row["article"], chance)

    rows = [row for row in _told(store, _BODIES) if ".in-" not in row["thing"]]
    yield from _others(rows, Kind.BODY, written)


def _units(store: KgStore) -> Iterator[Row]:
    def written(row: Row) -> Row:
        chance = _chance(row["article"], row["thing"])
        properties = {"unit": row["over"]} if row["over"] and chance.random() < 2 / 3 else {}
        if chance.random() < 2 / 3:
            properties["date"] = "2018"
        name = row["name"] if chance.random() < 1 / 3 else row["label"]
        return _written(Kind.UNIT, name, properties, row["article"], chance)

    rows = [row for row in _told(store, _UNITS) if ".in-" not in row["thing"]]
    yield from _others(rows, Kind.UNIT, written)


def _documents(store: KgStore) -> Iterator[Row]:
    def written(row: Row) -> Row:
        chance = _chance(row["article"], row["thing"])
        wanted = ("issuer", "date") if chance.random() < 2 / 3 else ("issuer",)
        properties = {name: row[name] for name in wanted if row[name]}
        return _written(Kind.DOCUMENT, row["number"], properties, row["article"], chance)

    rows = [row for row in _told(store, _DOCUMENTS) if ".in-" not in row["thing"]]
    yield from _others(rows, Kind.DOCUMENT, written)


# -- counting ------------------------------------------------------------------------------------------------


def read_table() -> list[Row]:
    """The queries with the answers that were judged right; none for what the other articles don't have."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def question(row: Row) -> Asked:
    """A row as a client would ask it."""
    given = json.loads(row["properties"]) if row["properties"] else {}
    wishes = tuple(Wish(name, (value,)) for name, value in given.items())
    return Asked(row["query"], frozenset({Kind(row["kind"])}), wishes)


def answers(store: KgStore, row: Row) -> set[str]:
    """The IRIs that are right: what a judge's references lead to; any of them will do.

    A reference is ``ARTICLE#LABEL``, or the last part of the IRI of a unit that no article names.
    """
    mint = Minter(store.base)
    found: set[str] = set()
    for reference in filter(None, row["expected"].split("|")):
        article, mark, label = reference.partition("#")
        if not mark:
            found.add(store.base + reference)
            continue
        query = _LED_TO[Kind(row["kind"])].replace("$graph", f"<{mint.graph(article)}>")
        text = ox.Literal(label, language=None if row["kind"] == Kind.PERSON else "vi")
        answer = store.query(_PREFIXES + query.replace("$label", str(text)))
        found |= {led["x"].value for led in answer}
    return found


def quality(store: KgStore, misses: bool) -> int:
    """Print the table; gives the number of wrong matches."""
    index = Index(load(store.quads))
    counted: dict[str, list[int]] = {kind.value: [0] * 6 for kind in Kind}
    wrong: list[tuple[str, ...]] = []
    for row in read_table():
        right, asked = answers(store, row), question(row)
        found = index.candidates(asked)
        first, match = _verdict(found, right)
        cells = counted[row["kind"]]
        for place, true in enumerate((True, bool(right), first, match is True, match is False, not found)):
            cells[place] += true
        if match is False or not first:
            wrong.append(
                (row["kind"], row["query"], row["properties"], row["expected"], _shown(found), str(match))
            )
    total = [sum(column) for column in zip(*counted.values(), strict=True)]
    names = (
        "kind",
        "queries",
        "answerable",
        "right first",
        "matched rightly",
        "matched wrongly",
        "no candidate",
    )
    screen.table(
        names, [(kind, *_cells(row)) for kind, row in (*counted.items(), ("all", total))], numbers=names[1:]
    )
    if misses:
        screen.table(("kind", "query", "properties", "expected", "first", "matched rightly"), wrong)
    return total[4]


def _cells(row: list[int]) -> tuple[str, ...]:
    queries, answerable, first, right, wrong, none = row
    share = f"{first} ({first / queries:.1%})" if queries else "0"
    of = f"{right} ({right / answerable:.1%})" if answerable else "0"
    return str(queries), str(answerable), share, of, str(wrong), str(none)


def _verdict(found: list[Candidate], right: set[str]) -> tuple[bool, bool | None]:
    """Tell whether the first answer is right (none or no match, where nothing is), and whether a match is."""
    if not found:
        return not right, None
    match = found[0].entity.iri in right if found[0].match else None
    if not right:
        return not found[0].match, match
    return found[0].entity.iri in right, match


def _shown(found: list[Candidate]) -> str:
    return f"{found[0].entity.name} {found[0].score}" if found else ""


def _kept_store(folder: str) -> Path:
    """Build the graph of the articles that are not held out."""
    lines = (line for line in records(corpus_file(PARTY)) if not held_out(json.loads(line)["id"]))
    articles = cut(lines, Path(folder) / "kept.jsonl")
    store = Path(folder) / "store"
    build([articles], store)
    return store


def speed(store: KgStore) -> None:
    """Print the time and memory that an index takes, and how long questions take."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.process_time()
    index = Index(load(store.quads))
    index.candidates(Asked("x"))
    built = time.process_time() - begun
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    kinds = {kind.value: sum(entity.kind is kind for entity in index) for kind in Kind}
    screen.say(
        f"{len(store.articles()):,} articles; {', '.join(f'{n:,} of kind {k}' for k, n in kinds.items())}"
    )
    screen.say(f"read and indexed in {built:.1f} s of processor time, {(after - before) / 1024:.0f} MB")
    times: dict[str, list[float]] = defaultdict(list)
    for row in read_table():
        for name, asked in (("named", question(row)), ("named, any kind", Asked(row["query"]))):
            times[name].append(_timed(partial(index.candidates, asked)))
        times["typed"].append(_timed(partial(index.suggest, row["query"][:6])))
        if "unit" in row["properties"]:
            bare = Asked("", frozenset({Kind.PERSON}), question(row).wishes)
            times["without a name"].append(_timed(partial(index.candidates, bare)))
    cells = [
        (name, len(each), f"{statistics.median(each):.1f}", f"{sorted(each)[int(len(each) * 0.95)]:.1f}")
        for name, each in times.items()
    ]
    screen.table(
        ("question", "asked", "median ms", "95 % ms"), cells, numbers=("asked", "median ms", "95 % ms")
    )


def _timed(ask: Callable[[], object]) -> float:
    begun = time.process_time()
    ask()
    return (time.process_time() - begun) * 1000


def main() -> int:
    """Run one of the three."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("quality", "speed", "draw"))
    parser.add_argument("store", nargs="?", help="a store: of all 600 articles for draw, any for speed")
    parser.add_argument("--store", dest="kept", help="for quality: a store of the articles not held out")
    parser.add_argument("--misses", action="store_true", help="list what was not answered rightly")
    given = parser.parse_args()
    if given.what == "quality":
        with tempfile.TemporaryDirectory() as folder:
            path = Path(given.kept) if given.kept else _kept_store(folder)
            with open_store(path, read_only=True) as store:
                return 1 if quality(store, given.misses) else 0
    if given.store is None:
        parser.error(f"{given.what} needs a store")
    with open_store(given.store, read_only=True) as store:
        if given.what == "speed":
            speed(store)
        else:
            writer = csv.DictWriter(sys.stdout, COLUMNS, delimiter="\t", lineterminator="\n")
            writer.writeheader()
            writer.writerows(draw(store))
    return 0


if __name__ == "__main__":
    run(main)
