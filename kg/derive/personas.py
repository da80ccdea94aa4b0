"""The personas of a store, with all that helps to tell who they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.derive.ground import Beside, each_row, groups, merge_of
from kg.derive.reading import Quads
from kg.identity import HeldPost, Persona
from kg.vocab import (
    DANG,
    DCTERMS,
    FOAF,
    ORG,
    RDF,
    SCHEMA,
    body_classes,
    body_levels,
    ending_steps,
)

_SAME = "same-body"
_NATIONAL = "national"
"""The home of those who hold posts of the nation only."""

_LEADING = {DANG.PartyCommittee, DANG.StandingCommittee, DANG.PeoplesCommittee, DANG.PeoplesCouncil}
"""The bodies that lead a unit."""

_PEOPLE = f"""SELECT ?article ?persona ?name ?identifier ?when ?home WHERE {{ GRAPH ?g {{
    ?persona a dang:Persona ; <{FOAF.name}> ?name .
    ?g dcterms:source ?article . ?article dcterms:identifier ?identifier .
    OPTIONAL {{ ?persona dang:home ?home }}
    OPTIONAL {{ ?article schema:datePublished ?published }}
    OPTIONAL {{ ?article dang:dateBounds ?bounds }}
    BIND(COALESCE(STR(?published), STR(?bounds)) AS ?when) }} }}"""

_HELD = """SELECT ?article
    ?persona ?role ?wording ?body ?kind ?status ?on ?step ?date ?s WHERE { GRAPH ?g {
    ?m a dang:ReportedMembership ; org:member ?persona ; org:organization ?body .
    ?g dcterms:source ?article .
    ?s dang:states ?m ; dang:status ?status ; dang:wording ?wording .
    OPTIONAL { ?m org:role ?role }
    OPTIONAL { ?body org:classification ?kind }
    OPTIONAL { ?s dang:asOf ?on }
    OPTIONAL { ?s dang:step ?step ; dang:stepDate ?date } } }"""


def personas(store: Quads, graphs: Iterable[str] | None = None) -> Iterator[Persona]:
    """Read every persona with its posts, the people beside it and the places of its article.

    They come article by article, and are not held.  With ``graphs`` only those of these articles' graphs
    are read.
    """
    ground = _Ground(store)
    for graph in ("?g",) if graphs is None else (f"<{graph}>" for graph in graphs):
        yield from _personas(store, graph, ground)


def _personas(store: Quads, graph: str, ground: _Ground) -> Iterator[Persona]:
    posts = Beside(groups(each_row(store, _HELD.replace("?g", graph)), 1))
    for key, people in groups(each_row(store, _PEOPLE.replace("?g", graph)), 1):
        held: dict[str, list[HeldPost]] = defaultdict(list)
        for persona, *post in posts.of(key):
            held[persona].append(_held(ground, *post))
        named = {name for _, name, *_ in people}
        places, witness = ground.places(key[0]), ground.witness(key[0])
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
                places,
                witness,
            )


def _held(
    ground: _Ground,
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
    """Describe one post, in a body of which more is known."""
    line = tuple(unit for seat in ground.seats(body) for unit in ground.climbed(seat))
    levels = [level for unit in line if (level := ground.level(unit)) is not None]
    return HeldPost(
        _key(role) or None,
        wording,
        ground.same(body),
        _key(kind) or None,
        line,
        max(levels) if levels else body_levels().get(_key(kind)),
        _key(status),
        on or None,
        date if date and _key(step) not in ending_steps() else None,
        said,
        tuple(ground.same(whole) for whole in ground.wholes(body)),
        not _LEADING.isdisjoint(body_classes().get(_key(kind), ())),
    )


class _Ground:
    """What the graphs tell of units and bodies, looked up where it is needed and then known."""

    def __init__(self, store: Quads) -> None:
        self._store, self._in = store, merge_of(store)
        self._climbed: dict[str, tuple[str, ...]] = {}
        self._levels: dict[str, int | None] = {}
        self._lasting: dict[str, str] = {}
        self._same: dict[str, str] = {}
        self._seats: dict[str, list[str]] = {}
        self._wholes: dict[str, tuple[str, ...]] = {}

    def _all(self, subject: str, predicate: str) -> list[str]:
        quads = self._store.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None, self._in)
        return sorted({_value(quad.object) for quad in quads})

    def _leading(self, predicate: str, thing: str) -> list[str]:
        quads = self._store.quads_for_pattern(None, ox.NamedNode(predicate), ox.NamedNode(thing), self._in)
        return sorted({_value(quad.subject) for quad in quads})

    def level(self, unit: str) -> int | None:
        """Tell the level of a unit."""
        if unit not in self._levels:
            told = self._all(unit, DANG.level)
            self._levels[unit] = int(told[-1]) if told else None
        return self._levels[unit]

    def climbed(self, unit: str) -> tuple[str, ...]:
        """Give a unit and those above it below the nation, lowest first; what goes on, as what it is now."""
        if unit not in self._climbed:
            self._climbed[unit] = tuple(self._line(unit))
        return self._climbed[unit]

    def _line(self, unit: str) -> list[str]:
        line: list[str] = []
        waiting = [unit]
        while waiting:
            higher = self._last(waiting.pop(0))
            level = self.level(higher)
            if higher not in line and (level is None or level > 0):
                line.append(higher)
                waiting.extend(self._all(higher, SCHEMA.containedInPlace))
        return line

    def _last(self, unit: str) -> str:
        """Give the unit that goes on under the name and at the level of one after all reforms."""
        if unit not in self._lasting:
            last, seen = unit, {unit}
            while (following := self._onward(last)) is not None and following not in seen:
                seen.add(following)
                last = following
            self._lasting[unit] = last
        return self._lasting[unit]

    def _onward(self, unit: str) -> str | None:
        reforms = self._leading(ORG.originalOrganization, unit)
        if not reforms:
            return None
        names, levels = (set(self._all(unit, told)) for told in (SCHEMA.name, DANG.level))
        found = {
            after
            for reform in reforms
            if DANG.ReformEvent in self._all(reform, RDF.type)
            for after in self._all(reform, ORG.resultingOrganization)
            if after != unit and names.intersection(self._all(after, SCHEMA.name))
            if levels.intersection(self._all(after, DANG.level))
        }
        return min(found, default=None)

    def same(self, body: str) -> str:
        """Give the name that stands for a body."""
        if body not in self._same:
            links = [link for link in self._leading(RDF.subject, body) if _SAME in self._all(link, DANG.rule)]
            self._same[body] = max((o for link in links for o in self._all(link, RDF.object)), default=body)
        return self._same[body]

    def seats(self, body: str) -> list[str]:
        """Give the units of a body as far as they are known; one that only an article names says nothing."""
        if body not in self._seats:
            units = self._all(body, DANG.jurisdiction)
            self._seats[body] = [unit for unit in units if self._all(unit, DCTERMS.identifier)]
        return self._seats[body]

    def wholes(self, body: str) -> tuple[str, ...]:
        """Give the bodies that a body is part of, nearest first; a circle in the data ends it."""
        if body not in self._wholes:
            found: list[str] = []
            waiting = self._all(body, ORG.subOrganizationOf)
            while waiting:
                whole = waiting.pop(0)
                if whole not in (*found, body):
                    found.append(whole)
                    waiting.extend(self._all(whole, ORG.subOrganizationOf))
            self._wholes[body] = tuple(found)
        return self._wholes[body]

    def witness(self, article: str) -> str:
        """Give what stands for an article and all that nearly repeat it, if there are such."""
        return max(self._all(article, DANG.witness), default="")

    def places(self, article: str) -> tuple[str, ...]:
        """Give the units that an article names and those above them."""
        units = self._all(article, SCHEMA.contentLocation)
        return tuple(sorted({unit for named in units for unit in self.climbed(named)}))


def _key(concept: str) -> str:
    return concept.rpartition("/")[2]


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))
