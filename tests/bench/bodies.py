"""Bodies drawn at random from the party's press, what is computed of them judged, and the share that is right.

    python -m tests.bench.bodies draw --store DIR [--most 100] [--seed 7]
    python -m tests.bench.bodies read
    python -m tests.bench.bodies count [--store DIR]

``draw`` writes ``bodies.tsv``; a reader fills in ``verdict`` (right, half, wrong) and ``why``; ``read`` prints the
rows that wait for a verdict; ``count`` gives the shares, and with a graph how many of the committees and councils
of units have an upper body, a level and a lifetime.  Bodies are taken by a hash of the seed and their IRI, so that
a verdict stays as long as all that is told of the body does.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields, replace
from hashlib import sha256
from pathlib import Path

from kg.cli import screen
from kg.store import KgStore, open_store
from tests.bench.corpus import run

LIST = Path(__file__).with_name("bodies.tsv")
VERDICTS = ("right", "half", "wrong")
_PREFIXES = """PREFIX dang: <https://w3id.org/dangbo/ontology#> PREFIX org: <http://www.w3.org/ns/org#>
PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX schema: <https://schema.org/> PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> """
_TOLD = {
    "kind": "?body org:classification ?told",
    "unit": "?body dang:jurisdiction/rdfs:label ?told",
    "level": "?body dang:level ?told",
    "part_of": "?body org:subOrganizationOf/rdfs:label ?told",
    "reports_to": "?body org:reportsTo/rdfs:label ?told",
    "led_by": "?body org:linkedTo/rdfs:label ?told",
    "first": "?body schema:validFrom ?told",
    "last": "?body schema:validThrough ?told",
    "also": "?body prov:alternateOf/rdfs:label ?told",
    "became": "?change org:originalOrganization ?body ; org:resultingOrganization/rdfs:label ?told",
    "came_from": "?change org:resultingOrganization ?body ; org:originalOrganization/rdfs:label ?told",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A body that was drawn, with all that is computed of it, and its verdict."""

    body: str
    name: str
    kind: str = ""
    unit: str = ""
    level: str = ""
    part_of: str = ""
    reports_to: str = ""
    led_by: str = ""
    first: str = ""
    last: str = ""
    also: str = ""
    became: str = ""
    came_from: str = ""
    verdict: str = ""
    why: str = ""

    @property
    def told(self) -> tuple[str, ...]:
        """All but the verdict."""
        return tuple(value for name, value in asdict(self).items() if name not in ("verdict", "why"))


def bodies(store: KgStore) -> dict[str, str]:
    """The bodies that articles name: IRI to name."""
    query = """SELECT DISTINCT ?body ?name { GRAPH ?graph { ?graph dcterms:source ?article .
        ?body a dang:Body ; rdfs:label ?name } }"""
    return {row["body"].value: row["name"].value for row in store.query(_PREFIXES + query)}


def drawn(store: KgStore, most: int, seed: int) -> Iterator[Row]:
    """Take some bodies by the hash of the seed and their IRI, with what is told of each."""
    named = bodies(store)
    for iri in sorted(named, key=lambda iri: sha256(f"{seed}\t{iri}".encode()).hexdigest())[:most]:
        found: dict[str, list[str]] = defaultdict(list)
        for column, pattern in _TOLD.items():
            query = f"{_PREFIXES}SELECT DISTINCT ?told {{ {pattern.replace('?body', f'<{iri}>')} }}"
            found[column] = sorted(row["told"].value.rpartition("/body/")[2] for row in store.query(query))
        columns = {column: "; ".join(values) for column, values in found.items()}
        yield Row(iri.rpartition("/")[2], named[iri], **columns)


def load(path: Path = LIST) -> list[Row]:
    """Read the list."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [Row(**row) for row in csv.DictReader(file, delimiter="\t")]


def save(rows: list[Row], path: Path = LIST) -> None:
    """Write the list."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [f.name for f in fields(Row)], delimiter="\t", lineterminator="\n")
        writer.writeheader()
        writer.writerows(asdict(row) for row in rows)


def kept(rows: list[Row], before: list[Row]) -> list[Row]:
    """Give rows the verdicts of the same bodies of which the same was told before."""
    judged = {row.told: row for row in before}
    return [
        replace(row, verdict=judged[row.told].verdict, why=judged[row.told].why)
        if row.told in judged
        else row
        for row in rows
    ]


def whole(store: KgStore) -> dict[str, tuple[int, int]]:
    """Of the committees and councils of known units that articles name: how many have what, of how many."""
    seats = """GRAPH ?graph { ?graph dcterms:source ?article . ?body a ?class ; dang:jurisdiction ?unit .
        FILTER NOT EXISTS { ?body org:subOrganizationOf ?agency }
        VALUES ?class { dang:PartyCommittee dang:PeoplesCommittee dang:PeoplesCouncil } }
        ?unit dcterms:identifier ?code ."""
    wanted = {
        "an upper body": "?body org:reportsTo ?above",
        "a level": "?body dang:level ?level",
        "a computed lifetime": "?told dang:states ?body ; dang:rule ?rule FILTER(STRSTARTS(?rule, 'lifetime-'))",
    }
    total = _count(store, seats)
    return {name: (_count(store, f"{seats} {pattern}"), total) for name, pattern in wanted.items()}


def _count(store: KgStore, pattern: str) -> int:
    query = f"{_PREFIXES}SELECT (COUNT(DISTINCT ?body) AS ?n) {{ {pattern} }}"
    return int(next(iter(store.query(query)))["n"].value)


def main() -> None:
    """Draw, read or count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("what", choices=("draw", "read", "count"))
    parser.add_argument("--store", type=Path)
    parser.add_argument("--most", type=int, default=100)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    if given.what == "draw":
        if given.store is None:
            sys.exit("draw: give --store DIR, a graph of the party's press")
        with open_store(given.store, read_only=True) as store:
            save(kept(list(drawn(store, given.most, given.seed)), load()))
    elif given.what == "read":
        for row in load():
            if not row.verdict:
                screen.say(" | ".join(row.told))
    else:
        counted = Counter(row.verdict or "waiting" for row in load())
        screen.table(("verdict", "bodies"), [(v, counted[v]) for v in (*VERDICTS, "waiting") if counted[v]])
        if given.store is not None:
            with open_store(given.store, read_only=True) as store:
                rows = [(name, f"{some} of {total}") for name, (some, total) in whole(store).items()]
            screen.table(("committees and councils of known units with", "bodies"), rows)


if __name__ == "__main__":
    run(main)
