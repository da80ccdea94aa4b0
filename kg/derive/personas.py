"""The personas of a store, with all that helps to tell who they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from kg.derive.ground import rows
from kg.identity import HeldPost, Persona
from kg.vocab import FOAF, short

_NATIONAL = "national"


def personas(store: ox.Store) -> list[Persona]:
    """Read every persona with its posts, the people beside it and the places of its article."""
    above = _above(store)
    posts = _posts(store, above)
    people = _people(store)
    beside: dict[str, set[str]] = defaultdict(set)
    for _, name, article, *_ in people:
        beside[article].add(name)
    places = _places(store, above)
    return [
        Persona(
            iri,
            name,
            article,
            identifier,
            published or None,
            home or (_NATIONAL if iri in posts else f"in {identifier}"),
            tuple(posts.get(iri, ())),
            tuple(sorted(beside[article] - {name})),
            places.get(article, ()),
        )
        for iri, name, article, identifier, published, home in people
    ]


def _people(store: ox.Store) -> list[tuple[str, ...]]:
    query = f"""SELECT DISTINCT ?persona ?name ?article ?identifier ?when ?home WHERE {{ GRAPH ?g {{
        ?persona a dang:Persona ; <{FOAF.name}> ?name .
        ?g dcterms:source ?article . ?article dcterms:identifier ?identifier .
        OPTIONAL {{ ?persona dang:home ?home }}
        OPTIONAL {{ ?article schema:datePublished ?published }}
        OPTIONAL {{ ?article dang:dateBounds ?bounds }}
        BIND(COALESCE(STR(?published), STR(?bounds)) AS ?when) }} }}"""
    return rows(store, query)


def _posts(store: ox.Store, above: Mapping[str, tuple[str, ...]]) -> dict[str, list[HeldPost]]:
    """Read the posts of each persona, in a fixed order."""
    query = """SELECT DISTINCT
        ?persona ?role ?wording ?body ?kind ?unit ?level ?status ?on ?step ?date ?s WHERE { GRAPH ?g {
        ?m a dang:ReportedMembership ; org:member ?persona ; org:organization ?body .
        ?s dang:states ?m ; dang:status ?status ; dang:wording ?wording .
        OPTIONAL { ?m org:role ?role }
        OPTIONAL { ?body org:classification ?kind }
        OPTIONAL { ?body dang:jurisdiction ?unit . OPTIONAL { ?unit dang:level ?level } }
        OPTIONAL { ?s dang:asOf ?on }
        OPTIONAL { ?s dang:step ?step . ?s dang:stepDate ?date } } }"""
    posts: dict[str, list[HeldPost]] = defaultdict(list)
    for persona, role, wording, body, kind, unit, level, status, on, _, date, said in rows(store, query):
        held = HeldPost(
            short(role) or None,
            wording,
            body,
            short(kind) or None,
            (unit, *above.get(unit, ())) if unit else (),
            int(level) if level else None,
            short(status),
            on or None,
            date or None,
            said,
        )
        posts[persona].append(held)
    return posts


def _places(store: ox.Store, above: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Map each article to the units that it names and those above them."""
    found: dict[str, set[str]] = defaultdict(set)
    query = "SELECT DISTINCT ?article ?unit WHERE { ?article schema:contentLocation ?unit }"
    for article, unit in rows(store, query):
        found[article].update((unit, *above.get(unit, ())))
    return {article: tuple(sorted(units)) for article, units in found.items()}


def _above(store: ox.Store) -> dict[str, tuple[str, ...]]:
    """Map each unit to those above it, lowest first."""
    over: dict[str, list[str]] = defaultdict(list)
    for unit, higher in rows(
        store, "SELECT DISTINCT ?unit ?over WHERE { ?unit schema:containedInPlace ?over }"
    ):
        over[unit].append(higher)
    return {unit: tuple(_climbed(unit, over)) for unit in over}


def _climbed(unit: str, over: Mapping[str, Iterable[str]]) -> list[str]:
    line: list[str] = []
    waiting = list(over.get(unit, ()))
    while waiting:
        higher = waiting.pop(0)
        if higher not in line and higher != unit:
            line.append(higher)
            waiting.extend(over.get(higher, ()))
    return line
