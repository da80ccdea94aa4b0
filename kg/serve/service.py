"""The reconciliation service itself, apart from HTTP: things, their descriptions and their properties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from threading import Lock
from typing import Any, Final
from urllib.parse import urlsplit

from kg import __version__
from kg.knowledge import KnowledgeGraph
from kg.reconcile import PROPERTIES, Asked, Candidate, Entity, Index, Kind, Property, Value, load
from kg.reconcile.days import EVER, NEVER
from kg.reconcile.properties import of_kinds
from kg.vocab import CONCEPTS, DANG, Minter

TYPES: Final = {
    Kind.PERSON: "person",
    Kind.BODY: "body of the party, the state or the front",
    Kind.UNIT: "administrative unit",
    Kind.DOCUMENT: "document",
}
_THINGS: Final = {
    "unit": Kind.UNIT,
    "province": Kind.UNIT,
    "organization": Kind.BODY,
    "parent": Kind.BODY,
    "issuer": Kind.BODY,
}
_WHOLE_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_OPEN: Final = {EVER: "..", NEVER: ".."}
_SHOWN_POSTS: Final = 3


class Service:
    """Answers questions about the things of one graph; safe for several threads."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.graph = graph
        self.base = graph.store.base
        self._prefixes = Minter(self.base).prefixes()
        self._reading = Lock()
        self._index: Index | None = None
        below = urlsplit(self.base).path
        self.root = below if self.base.endswith("/") else "/id/"

    @property
    def index(self) -> Index:
        """The things to match, read when they are first asked for."""
        with self._reading:
            if self._index is None:
                self._index = Index(load(self.graph.store.quads))
            return self._index

    # -- addresses -----------------------------------------------------------------------------------------

    def path(self, iri: str) -> str:
        """Give the path on this server of an IRI of the graph or the vocabulary; any other stays as it is.

        It is the path of the IRI itself, so that a server at the IRI's host answers there.  What follows
        ``#`` never reaches a server: below such a base the path begins with ``/id/``.
        """
        if iri.startswith(CONCEPTS):
            return urlsplit(iri).path
        return self.root + iri.removeprefix(self.base) if iri.startswith(self.base) else iri

    def iri(self, path: str) -> str:
        """Give the IRI that a path on this server stands for."""
        return self.base + path.removeprefix(self.root)

    # -- identifiers ---------------------------------------------------------------------------------------

    def identifier(self, iri: str) -> str:
        """Give the identifier of a thing in this service: its IRI without the base."""
        return iri.removeprefix(self.base)

    def find(self, identifier: str) -> Entity | None:
        """Find a thing by its identifier, its IRI, or a prefixed name."""
        iri = self._iri(identifier.strip())
        return self.index.get(iri)

    def _iri(self, text: str) -> str:
        prefix, colon, local = text.partition(":")
        if colon and prefix in self._prefixes:
            return self._prefixes[prefix] + local
        return text if "://" in text else self.base + text

    # -- questions -----------------------------------------------------------------------------------------

    def candidates(self, asked: Asked | None) -> list[Candidate]:
        """Answer a question; nothing for one that names no kind of thing that there is."""
        if asked is None:
            return []
        known = self.find(asked.name) if asked.name else None
        return self.index.candidates(self._resolved(asked, known.iri if known else asked.name))

    def _resolved(self, asked: Asked, name: str) -> Asked:
        """Write the identifiers in a question as IRIs."""
        from dataclasses import replace

        wishes = tuple(
            replace(wish, values=tuple(self._known(value) for value in wish.values)) for wish in asked.wishes
        )
        return replace(asked, name=name, wishes=wishes)

    def _known(self, value: str) -> str:
        known = self.find(value) if "/" in value or ":" in value else None
        return known.iri if known is not None else value

    def extension(self, identifiers: Iterable[str], properties: Iterable[str]) -> dict[str, dict[str, Any]]:
        """Give the values of properties of things, by identifier and property."""
        wanted = list(properties)
        return {name: {each: self.values(name, each) for each in wanted} for name in identifiers}

    def values(self, identifier: str, name: str) -> list[dict[str, Any]]:
        """Give the values of one property of one thing, in the form of the specification."""
        entity = self.find(identifier)
        return [self._value(value) for value in told(entity, name)] if entity is not None else []

    def _value(self, value: Value) -> dict[str, Any]:
        if value.iri is not None and self.index.get(value.iri) is not None:
            return {"id": self.identifier(value.iri), "name": value.text}
        if _WHOLE_DAY.fullmatch(value.text):
            return {"date": f"{value.text}T00:00:00Z"}
        return {"str": value.text}

    # -- descriptions --------------------------------------------------------------------------------------

    @cached_property
    def about(self) -> dict[str, Any]:
        """Describe the service, as far as all versions of the specification agree."""
        return {
            "name": "dangbo-kg: people, bodies, units and documents of the party press of Vietnam",
            "identifierSpace": self.base,
            "schemaSpace": DANG.base,
            "serviceVersion": __version__,
            "defaultTypes": [described_type(kind) for kind in Kind],
            "batchSize": 50,
        }


def told(entity: Entity, name: str) -> Iterator[Value]:
    """Give the values of a property that are told to a reader."""
    if name == "date" and name not in entity.properties:
        if entity.days is not None:
            first, last = (_OPEN.get(day, day) for day in entity.days)
            yield Value((first if first == last else f"{first}/{last}",))
        return
    yield from (value for value in entity.properties.get(name, ()) if not value.near)


def described(entity: Entity) -> str:
    """Tell a thing from its namesakes in one line."""
    if entity.kind is Kind.PERSON:
        parts = [value.text for value in entity.properties.get("post", ())][:_SHOWN_POSTS]
    else:
        names = {
            Kind.BODY: ("kind", "province"),
            Kind.UNIT: ("kind", "unit", "code"),
            Kind.DOCUMENT: ("kind", "issuer", "title", "date"),
        }[entity.kind]
        parts = [value.text for name in names for value in list(told(entity, name))[:1]]
    if entity.kind in (Kind.PERSON, Kind.UNIT):
        parts += [value.text for value in told(entity, "date")]
    return "; ".join(parts)


def described_type(kind: Kind) -> dict[str, str]:
    """Describe a type."""
    return {"id": kind.value, "name": TYPES[kind]}


def described_property(each: Property) -> dict[str, str]:
    """Describe a property."""
    return {"id": each.id, "name": each.name, "description": each.description}


def column(identifier: str) -> dict[str, Any]:
    """Describe a property as a column of an extension."""
    known = PROPERTIES.get(identifier)
    found: dict[str, Any] = {"id": identifier, "name": known.name if known else identifier}
    if identifier in _THINGS:
        found["type"] = described_type(_THINGS[identifier])
    return found


def proposed(kind: Kind | None, limit: int) -> list[dict[str, str]]:
    """Propose properties to fetch for a type."""
    some = of_kinds(frozenset({kind}) if kind is not None else frozenset())
    return [{"id": each.id, "name": each.name} for each in some][:limit]
