"""What can be searched for: every thing of a store with its names, its place, its level, its years."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import pyoxigraph as ox

from kg.reconcile import Entity, Kind, Post, load
from kg.serve.look import concept_label, concept_of
from kg.serve.wording import words
from kg.store import KgStore
from kg.vocab import DANG, DCTERMS, ELI, FOAF, ORG, PROV, RDFS, SCHEMA, SKOS, concept

KINDS: Final = ("person", "body", "unit", "document", "theme", "indicator", "event", "article")
IN_WORDS: Final = "words:"
"""An indicator that no concept stands for has this before its words, in the place of an IRI."""
_YEAR: Final = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_LONGEST_SPAN: Final = 40
_POSTS: Final = 3
#: Around what is told in two languages, and between them: characters that no text of an article has.
_EITHER, _OR = "\x1e", "\x1f"
_SPOKEN: Final = re.compile(f"{_EITHER}([^{_EITHER}{_OR}]*){_OR}([^{_EITHER}{_OR}]*){_EITHER}")
_PREFIXES: Final = f"""PREFIX dang: <{DANG.base}> PREFIX dcterms: <{DCTERMS.base}> PREFIX eli: <{ELI.base}>
PREFIX foaf: <{FOAF.base}> PREFIX org: <{ORG.base}> PREFIX prov: <{PROV.base}>
PREFIX rdfs: <{RDFS.base}> PREFIX schema: <{SCHEMA.base}> PREFIX skos: <{SKOS.base}>
"""
_LEVELS: Final = "SELECT ?x ?level WHERE { ?x dang:level ?level }"
_MEMBERS: Final = """SELECT ?person ?body ?first ?last (COUNT(?said) AS ?n) WHERE {
  ?t a dang:Tenure ; org:member ?person ; prov:wasDerivedFrom ?said .
  OPTIONAL { ?t org:organization ?body } OPTIONAL { ?t dang:firstAttested ?first }
  OPTIONAL { ?t dang:lastAttested ?last } } GROUP BY ?person ?body ?first ?last"""
_NAMED: Final = "SELECT ?x (COUNT(?told) AS ?n) WHERE { ?told prov:specializationOf ?x } GROUP BY ?x"
_OF_UNITS: Final = "SELECT ?body ?unit WHERE { ?body dang:jurisdiction ?unit }"
_LOCATED: Final = "SELECT ?article ?unit WHERE { ?article schema:contentLocation ?unit }"
_THEMES: Final = """SELECT ?x ?label ?period ?body WHERE { ?x a dang:Theme ; rdfs:label ?label .
  OPTIONAL { ?x dang:period/rdfs:label ?period } OPTIONAL { ?x dang:themeOf ?body } }"""
_VALUES: Final = """SELECT ?concept ?label ?period ?who (COUNT(?x) AS ?n) WHERE {
  ?x a dang:IndicatorValue ; rdfs:label ?label . OPTIONAL { ?x dang:indicator ?concept }
  OPTIONAL { ?x dang:period/rdfs:label ?period } OPTIONAL { ?x dang:refSubject ?who }
} GROUP BY ?concept ?label ?period ?who"""
_EVENTS: Final = """SELECT ?x ?kind ?host ?hostName ?about ?day ?ordinal ?term WHERE {
  { ?x a schema:Event } UNION { ?x a dang:Congress } OPTIONAL { ?x schema:additionalType ?kind }
  OPTIONAL { ?x schema:organizer ?host . ?host rdfs:label ?hostName }
  OPTIONAL { ?x schema:description ?about } OPTIONAL { ?x schema:startDate ?day }
  OPTIONAL { ?x dang:ordinal ?ordinal } OPTIONAL { ?x dang:term/rdfs:label ?term } }"""
_ARTICLES: Final = """SELECT ?x ?headline ?id ?day ?bounds ?author WHERE { ?x a schema:NewsArticle ;
  schema:headline ?headline ; dcterms:identifier ?id . OPTIONAL { ?x schema:datePublished ?day }
  OPTIONAL { ?x dang:dateBounds ?bounds } OPTIONAL { ?x schema:author ?author } }"""
_SAID: Final = "SELECT ?x (COUNT(?s) AS ?n) WHERE { ?s prov:hadPrimarySource ?x } GROUP BY ?x"


#: What is told of a thing beside its name, and how many values of each.
_TOLD: Final = {
    Kind.BODY: (("kind", "province"), 1),
    Kind.UNIT: (("kind", "unit"), 2),
    Kind.DOCUMENT: (("kind", "issuer", "title"), 1),
}


@dataclass(slots=True)
class Item:
    """A thing that can be found."""

    iri: str
    kind: str
    name: str
    also: str = ""
    detail: str = ""
    day: str = ""
    weight: int = 0
    text: str = ""
    added: str = ""
    facets: set[tuple[str, str]] = field(default_factory=set)


class Gatherer:
    """Reads a store in a few queries, each over one kind of thing."""

    def __init__(self, store: KgStore) -> None:
        self._store = store
        self._quads = store.quads
        self._entities = {entity.iri: entity for entity in load(store.quads)}
        self._levels: dict[str, str] = {row[0]: row[1] for row in self._rows(_LEVELS)}
        self._units: dict[str, set[str]] = defaultdict(set)
        for body, unit in self._rows(_OF_UNITS):
            self._units[body].add(unit)

    def items(self) -> Iterator[Item]:
        """Give every thing that can be found, the weightier of each kind first."""
        for some in (self._people_and_bodies(), self._themes(), self._indicators(), self._events()):
            yield from sorted(some, key=lambda item: (-item.weight, item.iri))
        yield from self._articles()

    def _rows(self, query: str) -> Iterator[tuple[str, ...]]:
        answer: Any = self._quads.query(_PREFIXES + query)
        names = answer.variables
        for row in answer:
            yield tuple(str(getattr(row[name], "value", "")) for name in names)

    # -- people, bodies, units, documents --------------------------------------------------------------------

    def _people_and_bodies(self) -> Iterator[Item]:
        weights: Counter[str] = Counter()
        facets: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for person, body, first, last, count in self._rows(_MEMBERS):
            weights.update({person: int(count), body: int(count)})
            facets[person] |= years(first, last) | self._level(body)
            for unit in self._units.get(body, ()):
                weights[unit] += int(count)
        weights.update({iri: int(count) for iri, count in self._rows(_NAMED)})
        for _, unit in self._rows(_LOCATED):
            weights[unit] += 1
        for entity in self._entities.values():
            yield self._item(entity, weights[entity.iri], facets[entity.iri])

    def _item(self, entity: Entity, weight: int, facets: set[tuple[str, str]]) -> Item:
        values = entity.properties
        also = [text for name in values for value in values[name] for text in value.texts]
        dates = [value.text for value in values.get("date", ())]
        own = facets | self._provinces([entity.iri]) | self._level(entity.iri)
        for date in dates:
            own |= years(date, date)
        return Item(
            iri=entity.iri,
            kind=entity.kind.value,
            name=entity.name,
            also=" ".join([*entity.names[1:], *dict.fromkeys(also)]),
            detail=_detail(entity),
            day=dates[0] if dates else "",
            # What stands for itself in one article, as its place is not known, comes after all else.
            weight=-1 if entity.placeless else weight,
            facets=own,
        )

    def _provinces(self, iris: Iterable[str]) -> set[tuple[str, str]]:
        """Give the provinces of things by their bare names, so that both of a name count as one."""
        entities = (self._entities[iri] for iri in iris if iri in self._entities)
        found = {v.texts[-1] for entity in entities for v in entity.properties.get("province", ())}
        return {("province", name) for name in found}

    def _level(self, iri: str) -> set[tuple[str, str]]:
        return {("level", self._levels[iri])} if iri in self._levels else set()

    # -- themes, numbers, events -----------------------------------------------------------------------------

    def _themes(self) -> Iterator[Item]:
        for iri, label, period, body in self._rows(_THEMES):
            whose = self._name(body)
            detail = ", ".join(part for part in (whose, period) if part)
            facets = years(period, period) | self._provinces([body]) | self._level(body)
            yield Item(iri, "theme", label, f"{whose} {period}", detail, period, 1, facets=facets)

    def _name(self, iri: str) -> str:
        return self._entities[iri].name if iri in self._entities else ""

    def _indicators(self) -> Iterator[Item]:
        found: dict[str, Item] = {}
        for known, label, period, who, count in self._rows(_VALUES):
            iri = known or IN_WORDS + label
            name = concept_label(known, "vi") if known else label
            item = found.setdefault(iri, Item(iri, "indicator", name, self._forms(known)))
            item.weight += int(count)
            item.also += f" {label} {self._name(who)}"
            item.facets |= years(period, period) | self._provinces([who]) | self._level(who)
        for item in found.values():
            item.also = " ".join(dict.fromkeys(item.also.split()))
        yield from found.values()

    def _forms(self, iri: str) -> str:
        known = concept_of(iri) if iri else None
        return " ".join([known.label_en, *known.strong]) if known else ""

    def _events(self) -> Iterator[Item]:
        seen: set[str] = set()
        for iri, kind, host, host_name, about, day, ordinal, term in self._rows(_EVENTS):
            if iri in seen:
                continue
            seen.add(iri)
            named = concept_label(kind, "vi") if kind else _congress(ordinal, term)
            name = " · ".join(part for part in (named, host_name, about) if part)
            facets = years(day or term, day or term) | self._provinces([host]) | self._level(host)
            yield Item(iri, "event", name, f"{ordinal} {term}", "", day, 1, facets=facets)

    # -- articles --------------------------------------------------------------------------------------------

    def _articles(self) -> Iterator[Item]:
        """Give the articles, the latest first; their texts are read one by one."""
        said = {iri: int(count) for iri, count in self._rows(_SAID)}
        places: dict[str, set[str]] = defaultdict(set)
        for article, unit in self._rows(_LOCATED):
            places[article].add(unit)
        rows: dict[str, tuple[str, ...]] = {row[0]: row for row in self._rows(_ARTICLES)}
        added = self._added()
        for iri, headline, identifier, day, bounds, author in sorted(
            rows.values(), key=lambda row: (row[3] or row[4], row[0]), reverse=True
        ):
            when = day or bounds
            yield Item(
                iri,
                "article",
                headline,
                f"{identifier} {author}",
                author,
                when,
                said.get(iri, 0),
                self._text(iri),
                added.get(identifier, ""),
                years(*_ends(when)) | self._provinces(places[iri]),
            )

    def _text(self, article: str) -> str:
        quads = self._quads.quads_for_pattern(
            ox.NamedNode(article), ox.NamedNode(DANG.text), None, ox.DefaultGraph()
        )
        return next((str(quad.object.value) for quad in quads if isinstance(quad.object, ox.Literal)), "")

    def _added(self) -> Mapping[str, str]:
        """Tell when each article came into the graph."""
        books = ox.NamedNode(self._store.provenance)
        created = self._quads.quads_for_pattern(None, ox.NamedNode(DCTERMS.created), None, books)
        start = f"{self._store.base}graph/"
        pairs = ((str(getattr(q.subject, "value", "")), q.object) for q in created)
        return {name.removeprefix(start): str(getattr(value, "value", "")) for name, value in pairs}


def _detail(entity: Entity) -> str:
    """Tell a thing from its namesakes in one line, with its concepts as :func:`in_words` reads them."""
    if entity.kind is Kind.PERSON:
        return "; ".join(dict.fromkeys(_post(post) for post in entity.posts[:_POSTS]))
    names, few = _TOLD[entity.kind]
    values = (
        _concept(value.texts[0], value.texts[1]) if name == "kind" and len(value.texts) > 1 else value.text
        for name in names
        for value in entity.properties.get(name, ())[:few]
        if value.text != entity.name
    )
    return "; ".join(dict.fromkeys(values))


def _post(post: Post) -> str:
    known = concept_of(concept("role", post.role))
    body = f" {post.organization.text}" if post.organization else ""
    if known is None:
        return post.wording + body
    return _concept(post.wording, known.label_en + ("," if body else "")) + body


def _concept(vietnamese: str, english: str) -> str:
    """Write what a reader is told in either language."""
    return f"{_EITHER}{vietnamese}{_OR}{english}{_EITHER}" if english else vietnamese


def in_words(detail: str, language: str) -> str:
    """Give a line about a thing in a language."""
    return _SPOKEN.sub(lambda found: found[2 if language == "en" else 1], detail)


def _congress(ordinal: str, term: str) -> str:
    """Name a congress by what tells it apart, in the vocabulary's word for it."""
    vietnamese = words("vi")
    name = vietnamese("congress_numbered", n=ordinal) if ordinal else vietnamese("congress")
    return f"{name} ({term})" if term else name


def years(first: str, last: str) -> set[tuple[str, str]]:
    """Give the years from one date to another."""
    found = [int(year) for text in (first, last) for year in _YEAR.findall(text)]
    if not found or max(found) - min(found) > _LONGEST_SPAN:
        return {("year", str(year)) for year in found}
    return {("year", str(year)) for year in range(min(found), max(found) + 1)}


def _ends(when: str) -> tuple[str, str]:
    first, _, last = when.partition("/")
    return first, last
