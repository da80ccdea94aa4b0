"""What Wikidata is asked, in the form in which it publishes RDF, and what its answers are made into.

https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import pyoxigraph as ox

from kg.align.endpoint import Endpoint, Row
from kg.normalise import canonical
from kg.reconcile import Entity, Kind, Value
from kg.reconcile.days import EVER, NEVER, Days, days
from kg.reconcile.model import Post
from kg.reconcile.posts import read_post
from kg.vocab import RDFS, SKOS, WIKIDATA, WIKIDATA_CLAIM, WIKIDATA_DIRECT, WIKIDATA_QUALIFIER, WIKIDATA_VALUE

_PREFIXES: Final = f"""PREFIX wd: <{WIKIDATA.base}> PREFIX wdt: <{WIKIDATA_DIRECT.base}>
PREFIX p: <{WIKIDATA_CLAIM.base}> PREFIX ps: <{WIKIDATA_VALUE.base}> PREFIX pq: <{WIKIDATA_QUALIFIER.base}>
PREFIX rdfs: <{RDFS.base}> PREFIX skos: <{SKOS.base}>
"""
#: What an item must be to stand for a thing of a kind: a human; an organisation or a territory of Vietnam.
_IS: Final = {
    Kind.PERSON: "?item wdt:P31 wd:Q5",
    Kind.BODY: "?item wdt:P17 wd:Q881 ; wdt:P31/wdt:P279* wd:Q43229",
    Kind.UNIT: "?item wdt:P17 wd:Q881 ; wdt:P31/wdt:P279* wd:Q56061",
    Kind.DOCUMENT: "?item wdt:P31/wdt:P279* wd:Q49848",
}
_FIND: Final = """SELECT DISTINCT ?item ?name WHERE { VALUES ?name { $names }
  { ?item rdfs:label ?name } UNION { ?item skos:altLabel ?name } $is }"""
_NAMES: Final = """SELECT DISTINCT ?item ?name ?better WHERE { VALUES ?item { $items }
  { ?item rdfs:label ?name BIND(1 AS ?better) } UNION { ?item skos:altLabel ?name BIND(2 AS ?better) }
  FILTER(LANG(?name) = "vi") }"""
_TIES: Final = """SELECT DISTINCT ?item ?tie ?label WHERE { VALUES ?item { $items }
  VALUES (?property ?tie) { (wdt:P31 "kind") (wdt:P131 "unit") (wdt:P361 "parent") (wdt:P749 "parent") }
  ?item ?property ?other . ?other rdfs:label ?label FILTER(LANG(?label) = "vi") }"""
_OVER: Final = """SELECT DISTINCT ?item ?label WHERE { VALUES ?item { $items }
  ?item wdt:P131/wdt:P131+ ?over . ?over rdfs:label ?label FILTER(LANG(?label) = "vi") }"""
_DATES: Final = """SELECT DISTINCT ?item ?of ?date WHERE { VALUES ?item { $items }
  VALUES (?property ?of) { (wdt:P569 "born") (wdt:P570 "died") (wdt:P571 "begun") (wdt:P576 "ended")
    (wdt:P577 "issued") }
  ?item ?property ?date }"""
_POSTS: Final = """SELECT DISTINCT ?item ?post ?label ?begin ?end ?where WHERE { VALUES ?item { $items }
  ?item p:P39 ?post . ?post ps:P39 ?position . ?position rdfs:label ?label FILTER(LANG(?label) = "vi")
  OPTIONAL { ?post pq:P580 ?begin } OPTIONAL { ?post pq:P582 ?end }
  OPTIONAL { ?post pq:P642|pq:P768|pq:P2389|pq:P108 ?of .
    ?of rdfs:label ?where FILTER(LANG(?where) = "vi") } }"""
_ITEM: Final = re.compile(re.escape(WIKIDATA.base) + r"Q[1-9]\d{0,11}")
_LONGEST: Final = 300
_ADULT: Final = 18


def find(endpoint: Endpoint, names: Iterable[str], kind: Kind) -> dict[str, set[str]]:
    """Find the items that bear Vietnamese names: names to the IRIs of items."""
    listed = " ".join(str(ox.Literal(name, language="vi")) for name in sorted(set(names)))
    found: dict[str, set[str]] = defaultdict(set)
    for row in endpoint.rows(_PREFIXES + _FIND.replace("$is", _IS[kind]).replace("$names", listed)):
        if _ITEM.fullmatch(row.get("item", "")):
            found[row.get("name", "")].add(row["item"])
    return found


def describe(endpoint: Endpoint, items: Iterable[str], kind: Kind) -> dict[str, Entity]:
    """Read what Wikidata says of items, as things that can be compared with ours."""
    wanted = sorted(set(items))
    if not wanted:
        return {}
    listed = " ".join(f"<{item}>" for item in wanted)

    def rows(query: str) -> dict[str, list[Row]]:
        of: dict[str, list[Row]] = defaultdict(list)
        for row in endpoint.rows(_PREFIXES + query.replace("$items", listed)):
            of[row.get("item", "")].append({name: value[:_LONGEST] for name, value in row.items()})
        return of

    names, dates = rows(_NAMES), rows(_DATES)
    if kind is Kind.PERSON:
        posts = rows(_POSTS)
        return {item: _person(item, names[item], dates[item], posts[item]) for item in wanted if names[item]}
    ties, over = rows(_TIES), rows(_OVER)
    return {
        item: _thing(item, kind, names[item], dates[item], [*ties[item], *over[item]])
        for item in wanted
        if names[item]
    }


def _person(item: str, names: Sequence[Row], dates: Sequence[Row], posts: Sequence[Row]) -> Entity:
    held = tuple(_post(row) for row in posts)
    values = {
        "post": _values(post.wording for post in held),
        "organization": tuple(dict.fromkeys(post.organization for post in held if post.organization)),
    }
    known = {name: found for name, found in values.items() if found}
    return Entity(item, Kind.PERSON, _names(names), known, posts=held, days=_career(_told(dates), posts))


def _thing(item: str, kind: Kind, names: Sequence[Row], dates: Sequence[Row], ties: Sequence[Row]) -> Entity:
    """Make a thing of what it is tied to; what it lies in by way of something else has no name of the tie."""
    values = {
        tie: _values(row.get("label", "") for row in ties if row.get("tie") == tie)
        for tie in ("kind", "unit", "parent")
    }
    values["unit"] += _values((row.get("label", "") for row in ties if "tie" not in row), near=True)
    known = {name: found for name, found in values.items() if found}
    return Entity(item, kind, _names(names), known, days=_lifetime(_told(dates)))


def _names(rows: Sequence[Row]) -> tuple[str, ...]:
    ordered = sorted(rows, key=lambda row: (row.get("better", ""), row.get("name", "")))
    return tuple(dict.fromkeys(canonical(row.get("name", "")) for row in ordered))


def _values(labels: Iterable[str], near: bool = False) -> tuple[Value, ...]:
    return tuple(Value((canonical(label),), near=near) for label in dict.fromkeys(labels))


def _post(row: Row) -> Post:
    """Read a position, whose label names the role and mostly the body; a qualifier may tell the body."""
    label = canonical(row.get("label", ""))
    read = read_post(label)
    body = canonical(row.get("where", "")) or (" ".join(read.body.folded) if read else "")
    return Post(read.role if read else label, label, Value((body,)) if body else None)


def _told(dates: Sequence[Row]) -> dict[str, list[Days]]:
    """Sort dates by what they are of; what is no date is passed over."""
    told: dict[str, list[Days]] = defaultdict(list)
    for row in dates:
        if span := _read(row.get("date", "")):
            told[row.get("of", "")].append(span)
    return told


def _lifetime(told: dict[str, list[Days]]) -> Days | None:
    """Tell when a thing existed or was issued, as far as it is told."""
    begun, ended = told["begun"] or told["issued"], told["ended"] or told["issued"]
    if not begun and not ended:
        return None
    return (min(begun)[0] if begun else EVER, max(ended)[1] if ended else NEVER)


def _career(told: dict[str, list[Days]], posts: Sequence[Row]) -> Days | None:
    """Span the posts that are told with dates; without any the years of an adult's life."""
    spans = [_read(row[end]) for row in posts for end in ("begin", "end") if end in row]
    known = [span for span in spans if span is not None]
    if known:
        last = NEVER if any("end" not in row for row in posts) else max(last for _, last in known)
        return min(first for first, _ in known), last
    if not told["born"] and not told["died"]:
        return None
    born, died = min(told["born"], default=None), max(told["died"], default=None)
    grown = f"{int(born[0][:4]) + _ADULT:04}{born[0][4:]}" if born else EVER
    return (grown, died[1] if died else NEVER)


def _read(date: str) -> Days | None:
    return days(date.lstrip("+"))
