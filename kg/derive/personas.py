"""The personas of a store, with all that helps to tell who they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.derive.ground import rows, same_bodies
from kg.identity import HeldPost, Persona
from kg.vocab import DANG, FOAF, body_classes, body_levels, ending_steps

_NATIONAL = "national"
"""The home of those who hold posts of the nation only."""

_LEADING = {DANG.PartyCommittee, DANG.StandingCommittee, DANG.PeoplesCommittee, DANG.PeoplesCouncil}
"""The bodies that lead a unit."""


@dataclass(frozen=True, slots=True)
class _Units:
    """The levels of the units, what lies directly above each, and as what each goes on after a reform."""

    levels: Mapping[str, int]
    over: Mapping[str, list[str]]
    onward: Mapping[str, str]

    def climbed(self, unit: str) -> tuple[str, ...]:
        """Give a unit and those above it below the nation, lowest first; what goes on, as what it is now."""
        line: list[str] = []
        waiting = [unit]
        while waiting:
            higher = waiting.pop(0)
            higher = self.onward.get(higher, higher)
            if higher not in line and self.levels.get(higher, 1) > 0:
                line.append(higher)
                waiting.extend(self.over.get(higher, ()))
        return tuple(line)


def personas(store: ox.Store) -> list[Persona]:
    """Read every persona with its posts, the people beside it and the places of its article."""
    units = _units(store)
    posts = _posts(store, units)
    people = _people(store)
    beside: dict[str, set[str]] = defaultdict(set)
    for _, name, article, *_ in people:
        beside[article].add(name)
    places = _places(store, units)
    witnesses = _witnesses(store)
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
            witnesses.get(article, ""),
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


def _posts(store: ox.Store, units: _Units) -> dict[str, list[HeldPost]]:
    """Read the posts of each persona, in a fixed order."""
    query = """SELECT DISTINCT
        ?persona ?role ?wording ?body ?kind ?status ?on ?step ?date ?s WHERE { GRAPH ?g {
        ?m a dang:ReportedMembership ; org:member ?persona ; org:organization ?body .
        ?s dang:states ?m ; dang:status ?status ; dang:wording ?wording .
        OPTIONAL { ?m org:role ?role }
        OPTIONAL { ?body org:classification ?kind }
        OPTIONAL { ?s dang:asOf ?on }
        OPTIONAL { ?s dang:step ?step ; dang:stepDate ?date } } }"""
    seats, wholes, same = _seats(store), _wholes(store), same_bodies(store)
    posts: dict[str, list[HeldPost]] = defaultdict(list)
    for persona, role, wording, body, kind, status, on, step, date, said in rows(store, query):
        line = tuple(unit for seat in seats.get(body, ()) for unit in units.climbed(seat))
        levels = [units.levels[unit] for unit in line if unit in units.levels]
        held = HeldPost(
            _key(role) or None,
            wording,
            same.get(body, body),
            _key(kind) or None,
            line,
            max(levels) if levels else body_levels().get(_key(kind)),
            _key(status),
            on or None,
            date if date and _key(step) not in ending_steps() else None,
            said,
            tuple(same.get(whole, whole) for whole in _up(body, wholes)),
            not _LEADING.isdisjoint(body_classes().get(_key(kind), ())),
        )
        posts[persona].append(held)
    return posts


def _key(concept: str) -> str:
    return concept.rpartition("/")[2]


def _places(store: ox.Store, units: _Units) -> dict[str, tuple[str, ...]]:
    """Map each article to the units that it names and those above them."""
    found: dict[str, set[str]] = defaultdict(set)
    query = "SELECT DISTINCT ?article ?unit WHERE { ?article schema:contentLocation ?unit }"
    for article, unit in rows(store, query):
        found[article].update(units.climbed(unit))
    return {article: tuple(sorted(places)) for article, places in found.items()}


def _witnesses(store: ox.Store) -> dict[str, str]:
    """Map each article that others nearly repeat to the one that stands for them all."""
    found = rows(store, "SELECT DISTINCT ?thing ?witness WHERE { ?thing dang:witness ?witness }")
    return {row[0]: row[1] for row in found}


def _units(store: ox.Store) -> _Units:
    levels = {
        unit: int(level) for unit, level in rows(store, "SELECT ?unit ?level { ?unit dang:level ?level }")
    }
    over: dict[str, list[str]] = defaultdict(list)
    query = "SELECT DISTINCT ?unit ?over WHERE { ?unit schema:containedInPlace ?over }"
    for unit, higher in rows(store, query):
        over[unit].append(higher)
    return _Units(levels, over, _onward(store))


def _onward(store: ox.Store) -> dict[str, str]:
    """Map each unit to the one that goes on under its name and at its level after a reform."""
    query = """SELECT DISTINCT ?before ?after WHERE {
        ?reform a dang:ReformEvent ; org:originalOrganization ?before ; org:resultingOrganization ?after .
        ?before schema:name ?name ; dang:level ?level . ?after schema:name ?name ; dang:level ?level .
        FILTER(?before != ?after) }"""
    found: dict[str, str] = {}
    for before, after in rows(store, query):
        found.setdefault(before, after)
    return {before: _last(before, found) for before in found}


def _last(unit: str, onward: Mapping[str, str]) -> str:
    seen = {unit}
    while (following := onward.get(unit)) is not None and following not in seen:
        seen.add(following)
        unit = following
    return unit


def _seats(store: ox.Store) -> dict[str, list[str]]:
    """Map each body to its units as far as they are known; one that only an article names says nothing."""
    found: dict[str, list[str]] = defaultdict(list)
    query = """SELECT DISTINCT ?body ?unit WHERE {
        ?body dang:jurisdiction ?unit . ?unit dcterms:identifier ?code }"""
    for body, unit in rows(store, query):
        found[body].append(unit)
    return found


def _wholes(store: ox.Store) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    query = "SELECT DISTINCT ?body ?whole WHERE { ?body org:subOrganizationOf ?whole }"
    for body, whole in rows(store, query):
        found[body].append(whole)
    return found


def _up(body: str, wholes: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Yield the bodies that a body is part of, nearest first; a circle in the data ends it."""
    seen, waiting = {body}, list(wholes.get(body, ()))
    while waiting:
        whole = waiting.pop(0)
        if whole not in seen:
            seen.add(whole)
            yield whole
            waiting.extend(wholes.get(whole, ()))
