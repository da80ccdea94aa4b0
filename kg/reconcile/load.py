"""The things of a store, with their names and properties, read once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final

import pyoxigraph as ox

from kg.errors import VocabularyError
from kg.lexicon import lexicon
from kg.normalise import fold
from kg.reconcile.days import EVER, NEVER, Days, days
from kg.reconcile.model import Entity, Kind, Post, Value
from kg.vocab import (
    CONCEPTS,
    DANG,
    DCTERMS,
    ELI,
    FOAF,
    OPENGOV,
    ORG,
    PROV,
    RDFS,
    SCHEMA,
    SKOS,
)

_PREFIXES: Final = f"""PREFIX dang: <{DANG.base}> PREFIX dcterms: <{DCTERMS.base}> PREFIX eli: <{ELI.base}>
PREFIX foaf: <{FOAF.base}> PREFIX opengov: <{OPENGOV.base}> PREFIX org: <{ORG.base}>
PREFIX prov: <{PROV.base}> PREFIX rdfs: <{RDFS.base}> PREFIX schema: <{SCHEMA.base}>
PREFIX skos: <{SKOS.base}>
"""
#: A local body whose unit is not known, and what hangs on it, stands for itself in its article: its IRI says
#: so (`kg.vocab.Minter`), and no name leads to it for certain.
_IN_ARTICLE: Final = re.compile(r"\.in-[a-z0-9.-]*(?:_[0-9a-f]{8})?(?:\.[0-9a-z-]+)?_[0-9a-f]{8}$")
Row = tuple[str, ...]

_UNITS: Final = """SELECT ?x ?label ?name ?type ?code ?level WHERE { ?x a dang:AdministrativeUnit ;
  rdfs:label ?label ; schema:name ?name . OPTIONAL { ?x dang:unitType ?type }
  OPTIONAL { ?x dcterms:identifier ?code } OPTIONAL { ?x dang:level ?level } }"""
_OTHER_NAMES: Final = """SELECT ?x ?name WHERE { ?x a dang:AdministrativeUnit .
  { ?x skos:altLabel ?name } UNION { ?x dang:phase/rdfs:label ?name } }"""
_ABOVE: Final = "SELECT ?x ?over WHERE { ?x schema:containedInPlace ?over }"
_VALID: Final = """SELECT ?x ?first ?last WHERE { ?x a dang:AdministrativeUnit .
  OPTIONAL { ?x schema:validFrom ?first } OPTIONAL { ?x schema:validThrough ?last }
  FILTER(BOUND(?first) || BOUND(?last)) }"""
#: Bodies that an article names; those that only complete the tree above them have nothing to lead to.
_BODIES: Final = """SELECT ?x ?label ?kind ?unit ?parent WHERE {
  { SELECT DISTINCT ?x WHERE { GRAPH ?g { ?g dcterms:source ?article . ?x a dang:Body } } }
  ?x rdfs:label ?label .
  OPTIONAL { ?x org:classification ?kind } OPTIONAL { ?x dang:jurisdiction ?unit }
  OPTIONAL { ?x org:subOrganizationOf ?parent } }"""
_PEOPLE: Final = "SELECT ?x ?name WHERE { ?x a dang:Official ; foaf:name ?name }"
_POSTS: Final = """SELECT ?x ?m ?role ?body ?wording WHERE { ?x a dang:Official .
  ?who prov:specializationOf? ?x . ?m org:member ?who . ?s dang:states ?m ; dang:wording ?wording .
  OPTIONAL { ?m org:role ?role } OPTIONAL { ?m org:organization ?body } }"""
_POST_DAYS: Final = """SELECT ?x ?day WHERE { ?x a dang:Official .
  ?who prov:specializationOf? ?x . ?m org:member ?who . ?s dang:states ?m .
  OPTIONAL { ?s dang:asOf ?told }
  OPTIONAL { ?s prov:hadPrimarySource ?article . ?article schema:datePublished ?printed }
  BIND(COALESCE(?told, ?printed) AS ?day) FILTER(BOUND(?day)) }"""
_DOCUMENTS: Final = """SELECT ?x ?label ?number ?title ?kind ?issuer ?date WHERE { ?x a dang:Document ;
  rdfs:label ?label . OPTIONAL { ?x eli:number ?number } OPTIONAL { ?x dcterms:title ?title }
  OPTIONAL { ?x eli:type_document ?kind } OPTIONAL { ?x eli:passed_by ?issuer }
  OPTIONAL { ?x eli:date_document ?date } }"""


def load(quads: ox.Store) -> list[Entity]:
    """Read the people, bodies, units and documents of a store, in the order of their IRIs."""
    reader = _Reader(quads)
    found = [*reader.units(), *reader.bodies(), *reader.people(), *reader.documents()]
    return sorted(found, key=lambda entity: entity.iri)


class _Reader:
    """Reads units first, then what lies in them."""

    def __init__(self, quads: ox.Store) -> None:
        self._quads = quads
        self._units: dict[str, Value] = {}
        self._levels: dict[str, str] = {}
        self._above: dict[str, list[str]] = defaultdict(list)
        self._bodies: dict[str, Value] = {}
        self._unit_of: dict[str, set[str]] = defaultdict(set)

    def _rows(self, query: str) -> Iterator[Row]:
        """Give the rows of a SELECT over the merge of the graphs, as sorted strings, each once."""
        answer: Any = self._quads.query(_PREFIXES + query)
        names = answer.variables
        yield from sorted({tuple(str(getattr(row[name], "value", "")) for name in names) for row in answer})

    # -- units ---------------------------------------------------------------------------------------------

    def units(self) -> list[Entity]:
        """Read the administrative units."""
        rows = list(self._rows(_UNITS))
        others: dict[str, list[str]] = defaultdict(list)
        for unit, name in self._rows(_OTHER_NAMES):
            others[unit].append(name)
        for unit, over in self._rows(_ABOVE):
            self._above[unit].append(over)
        for unit, label, name, _, _, level in rows:
            texts = tuple(dict.fromkeys((label, *others[unit], name)))
            self._units.setdefault(unit, Value(texts, unit))
            self._levels[unit] = level
        lifetimes = {unit: (first or EVER, last or NEVER) for unit, first, last in self._rows(_VALID)}
        return [self._unit(row, lifetimes.get(row[0])) for row in _first_of_each(rows)]

    def _unit(self, row: Row, lifetime: Days | None) -> Entity:
        unit, label, name, kind, code, _ = row
        over = [self._units[u] for u in self._chain(unit)[1:] if u in self._units]
        properties = {
            "kind": _concept("unit-type", kind),
            "unit": tuple(over),
            "province": self._provinces([unit]),
            "code": (Value((code.rpartition("/")[2], code)),) if code else (),
        }
        names = self._units[unit].texts[:-1] or (label,)
        crowded = _namesakes(name, label, code) > 1
        return _entity(unit, Kind.UNIT, names, properties, days=lifetime, crowded=crowded)

    def _chain(self, unit: str) -> list[str]:
        """Give a unit and those above it, lowest first; a circle in the data ends it."""
        chain = [unit]
        for lower in chain:
            chain.extend(over for over in sorted(self._above.get(lower, ())) if over not in chain)
        return chain

    def _provinces(self, units: Iterable[str]) -> tuple[Value, ...]:
        found = (u for unit in units for u in self._chain(unit) if self._levels.get(u) == "1")
        return tuple(self._units[u] for u in dict.fromkeys(found))

    def _territory(self, units: Iterable[str]) -> tuple[Value, ...]:
        """Give the units themselves, then those that they lie in as near values."""
        own = dict.fromkeys(unit for unit in sorted(units) if unit in self._units)
        over = dict.fromkeys(u for unit in own for u in self._chain(unit)[1:] if u in self._units)
        near = (Value(self._units[u].texts, u, near=True) for u in over if u not in own)
        return (*(self._units[u] for u in own), *near)

    # -- bodies --------------------------------------------------------------------------------------------

    def bodies(self) -> list[Entity]:
        """Read the bodies; the units must have been read."""
        rows = list(self._rows(_BODIES))
        for body, label, _, unit, _ in rows:
            self._bodies.setdefault(body, Value((label,), body))
            if unit:
                self._unit_of[body].add(unit)
        crowded = {unit.iri for unit in self.units() if unit.crowded}
        return [self._body(row, crowded) for row in _first_of_each(rows)]

    def _body(self, row: Row, crowded: set[str]) -> Entity:
        body, label, kind, _, parent = row
        units = self._unit_of[body]
        properties = {
            "kind": _concept("body", kind),
            "unit": self._territory(units),
            "province": self._provinces(units),
            "parent": (self._bodies[parent],) if parent in self._bodies else (),
        }
        return _entity(body, Kind.BODY, (label,), properties, crowded=bool(units & crowded))

    # -- people --------------------------------------------------------------------------------------------

    def people(self) -> list[Entity]:
        """Read the people with their posts; the bodies must have been read."""
        posts: dict[str, Counter[Post]] = defaultdict(Counter)
        for person, _, role, body, wording in self._rows(_POSTS):
            key = role.rpartition("/")[2] or wording
            posts[person][Post(key, wording, self._bodies.get(body))] += 1
        known: dict[str, list[Days]] = defaultdict(list)
        for person, day in self._rows(_POST_DAYS):
            if span := days(day):
                known[person].append(span)
        names: dict[str, list[str]] = defaultdict(list)
        for person, name in self._rows(_PEOPLE):
            names[person].append(name)
        return [self._person(p, names[p], posts[p], known.get(p)) for p in sorted(names)]

    def _person(
        self, person: str, names: list[str], counted: Counter[Post], known: list[Days] | None
    ) -> Entity:
        posts = tuple(sorted(counted, key=lambda p: (-counted[p], p.wording, str(p.organization))))
        bodies = dict.fromkeys(p.organization for p in posts if p.organization is not None)
        units = {unit for body in bodies for unit in self._unit_of.get(body.iri or "", ())}
        properties = {
            "post": tuple(Value((_told(post),)) for post in posts),
            "organization": tuple(bodies),
            "unit": self._territory(units),
            "province": self._provinces(sorted(units)),
        }
        span = (min(first for first, _ in known), max(last for _, last in known)) if known else None
        return _entity(person, Kind.PERSON, tuple(names), properties, posts=posts, days=span)

    # -- documents -----------------------------------------------------------------------------------------

    def documents(self) -> list[Entity]:
        """Read the documents; the bodies must have been read."""
        rows: dict[str, list[Row]] = defaultdict(list)
        for row in self._rows(_DOCUMENTS):
            rows[row[0]].append(row)
        return [self._document(group) for group in rows.values()]

    def _document(self, rows: list[Row]) -> Entity:
        iri, label = rows[0][:2]
        numbers, titles, kinds, issuers, dates = (_column(rows, place) for place in range(2, 7))
        units = {unit for issuer in issuers for unit in self._unit_of.get(issuer, ())}
        properties = {
            "number": tuple(Value((number,)) for number in numbers),
            "title": tuple(Value((title,)) for title in titles),
            "kind": tuple(value for kind in kinds for value in _concept("document-kind", kind)),
            "issuer": tuple(self._bodies[issuer] for issuer in issuers if issuer in self._bodies),
            "unit": self._territory(units),
            "province": self._provinces(sorted(units)),
            "date": tuple(Value((date,)) for date in dates),
        }
        spans = [span for date in dates if (span := days(date))]
        span = (min(first for first, _ in spans), max(last for _, last in spans)) if spans else None
        names = tuple(dict.fromkeys((label.replace(" @ ", ", "), *titles)))
        return _entity(iri, Kind.DOCUMENT, names, properties, days=span)


def _entity(iri: str, kind: Kind, names: tuple[str, ...], properties: dict[str, Any], **more: Any) -> Entity:
    filled = {name: values for name, values in properties.items() if values}
    return Entity(iri, kind, names, filled, placeless=bool(_IN_ARTICLE.search(iri)), **more)


def _told(post: Post) -> str:
    return f"{post.wording} {post.organization.text}" if post.organization else post.wording


def _first_of_each(rows: Iterable[Row]) -> Iterator[Row]:
    seen: set[str] = set()
    for row in rows:
        if row[0] not in seen:
            seen.add(row[0])
            yield row


def _column(rows: Iterable[Row], place: int) -> list[str]:
    return sorted({row[place] for row in rows} - {""})


def _concept(scheme: str, iri: str) -> tuple[Value, ...]:
    """Give a concept of the vocabulary with its labels; nothing for one that it doesn't know."""
    key = iri.removeprefix(f"{CONCEPTS}{scheme}/")
    if not iri or key == iri:
        return ()
    try:
        known = lexicon().concept(scheme, key)
    except VocabularyError:
        return (Value((key,)),)
    notation = (known.notation,) if known.notation else ()
    return (Value((known.label, known.label_en, key, *notation, *known.strong)),)


def _namesakes(name: str, label: str, code: str) -> int:
    """Count the units of the gazetteer, in the division that a code belongs to, that bear a full name."""
    era, full = code.partition("/")[0], fold(label)
    units = (unit for unit in lexicon().gazetteer.named(name) if (unit.key or "").startswith(f"{era}/"))
    return sum(fold(unit.full_name) == full for unit in units)
