"""The personas of a store, with all that helps to tell who they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.derive.ground import Beside, Row, each_row, groups, rows, same_bodies
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


def personas(store: ox.Store) -> Iterator[Persona]:
    """Read every persona with its posts, the people beside it and the places of its article.

    They come article by article, and are not held.
    """
    units = _units(store)
    described = _Posts(store, units)
    posts, places, witnesses = (
        Beside(groups(told(store), 1)) for told in (_posts, _places, _witnesses)
    )
    for key, people in groups(_people(store), 1):
        held: dict[str, list[HeldPost]] = defaultdict(list)
        for persona, *post in posts.of(key):
            held[persona].append(described.held(*post))
        named = {name for _, name, *_ in people}
        near = {unit for (place,) in places.of(key) for unit in units.climbed(place)}
        witness = witnesses.of(key)
        for iri, name, identifier, published, home in people:
            yield Persona(
                iri,
                name,
                key[0],
                identifier,
                published or None,
                home or (_NATIONAL if iri in held else f"in {identifier}"),
                tuple(held.get(iri, ())),
                tuple(sorted(named - {name})),
                tuple(sorted(near)),
                witness[-1][0] if witness else "",
            )


def _people(store: ox.Store) -> Iterator[Row]:
    query = f"""SELECT ?article ?persona ?name ?identifier ?when ?home WHERE {{ GRAPH ?g {{
        ?persona a dang:Persona ; <{FOAF.name}> ?name .
        ?g dcterms:source ?article . ?article dcterms:identifier ?identifier .
        OPTIONAL {{ ?persona dang:home ?home }}
        OPTIONAL {{ ?article schema:datePublished ?published }}
        OPTIONAL {{ ?article dang:dateBounds ?bounds }}
        BIND(COALESCE(STR(?published), STR(?bounds)) AS ?when) }} }}"""
    return each_row(store, query)


def _posts(store: ox.Store) -> Iterator[Row]:
    """Read the posts of each persona, in a fixed order."""
    query = """SELECT ?article
        ?persona ?role ?wording ?body ?kind ?status ?on ?step ?date ?s WHERE { GRAPH ?g {
        ?m a dang:ReportedMembership ; org:member ?persona ; org:organization ?body .
        ?g dcterms:source ?article .
        ?s dang:states ?m ; dang:status ?status ; dang:wording ?wording .
        OPTIONAL { ?m org:role ?role }
        OPTIONAL { ?body org:classification ?kind }
        OPTIONAL { ?s dang:asOf ?on }
        OPTIONAL { ?s dang:step ?step ; dang:stepDate ?date } } }"""
    return each_row(store, query)


class _Posts:
    """Posts as the articles tell them, in bodies of which more is known."""

    def __init__(self, store: ox.Store, units: _Units) -> None:
        self._units = units
        self._seats, self._wholes, self._same = _seats(store), _wholes(store), same_bodies(store)

    def held(
        self,
        role: str,
        wording: str,
        body: str,
        kind: str,
        status: str,
        on: str,
        step: str,
        date: str,
        said: str,
    ) -> HeldPost:
        """Describe one post."""
        line = tuple(unit for seat in self._seats.get(body, ()) for unit in self._units.climbed(seat))
        levels = [self._units.levels[unit] for unit in line if unit in self._units.levels]
        same = self._same
        return HeldPost(
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
            tuple(same.get(whole, whole) for whole in _up(body, self._wholes)),
            not _LEADING.isdisjoint(body_classes().get(_key(kind), ())),
        )


def _key(concept: str) -> str:
    return concept.rpartition("/")[2]


def _places(store: ox.Store) -> Iterator[Row]:
    """Give each article and the units that it names."""
    return each_row(store, "SELECT ?article ?unit WHERE { ?article schema:contentLocation ?unit }")


def _witnesses(store: ox.Store) -> Iterator[Row]:
    """Give each article that others nearly repeat, and the one that stands for them all."""
    return each_row(store, "SELECT ?thing ?witness WHERE { ?thing dang:witness ?witness }")


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
