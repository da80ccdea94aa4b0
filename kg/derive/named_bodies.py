"""The bodies that articles name, read back from their graphs as values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TypeAlias

import pyoxigraph as ox

from kg.bodies import History, own_name, standing_name
from kg.derive.body_ledger import Named
from kg.derive.ground import merge_of
from kg.derive.reading import Quads, Renewable
from kg.model import Organization, Unit
from kg.sorting import in_order
from kg.vocab import DANG, DCTERMS, ORG, RDF, RDFS, SCHEMA, Minter

Term: TypeAlias = "ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple"
_MANY = 3_000
"""After so many bodies that were read the store is given anew, and nothing more is held of them."""
_TYPE, _BODY = ox.NamedNode(RDF.type), ox.NamedNode(DANG.Body)


class NamedBodies:
    """Reads the bodies of a store's articles; of several values of one thing the last in order counts.

    What the graph of bodies itself says of them is left out.
    """

    def __init__(self, store: Quads, mint: Minter, history: History) -> None:
        self._store, self._mint, self._history = store, mint, history
        self._merge = merge_of(store)
        self._own = (ox.NamedNode(mint.derived_graph("bodies")), ox.DefaultGraph())
        self._units: dict[str, Unit | None] = {}
        self._wholes: dict[str, Named | None] = {}
        self._reading: set[str] = set()

    def every(self) -> Iterator[tuple[str, Named]]:
        """Give all bodies in the order of their IRIs."""
        names = in_order(self._names())
        while some := list(islice(names, _MANY)):
            yield from ((iri, named) for iri in some if (named := self.read(iri)) is not None)
            self._units.clear()
            self._wholes.clear()
            if isinstance(self._store, Renewable):
                self._store.renew()

    def _names(self) -> Iterator[str]:
        for quad in self._store.quads_for_pattern(None, _TYPE, _BODY, self._merge):
            yield _value(quad.subject)

    def read(self, iri: str) -> Named | None:
        """Read a body; nothing when no article names it."""
        label = self._last(iri, RDFS.label)
        if not label or not any(self._told(ox.NamedNode(iri), _TYPE, _BODY)):
            return None
        whole = self._last(iri, ORG.subOrganizationOf)
        parent = self._part_of(iri, whole)
        kind = self._last(iri, ORG.classification).rpartition("/")[2]
        if parent is not None:
            name = standing_name(label, self._last(whole, RDFS.label))
            return Named(Organization(kind, name, parent=parent), whole)
        place = self.unit(self._last(iri, DANG.jurisdiction))
        name = self._own_name(label, place) if place is not None else label
        bare = place is not None and label == f"{name} {place.name}"
        level = place.level if place is not None else None
        return Named(Organization(kind, name, place, bare, level=level), whole)

    def _part_of(self, iri: str, whole: str) -> Organization | None:
        """Give what a body is told to be a part of; a circle in the data ends it."""
        if not whole or whole in self._reading:
            return None
        if whole not in self._wholes:
            self._reading.add(iri)
            self._wholes[whole] = self.read(whole)
            self._reading.discard(iri)
        found = self._wholes[whole]
        return found.body if found is not None else None

    def _own_name(self, label: str, place: Unit) -> str:
        """The name of a body without its unit, under any of the names that the unit had."""
        known = self._history.places.gazetteer.phases(place.key) if place.key is not None else ()
        for unit in (place, *(phase.unit for phase in known)):
            name = own_name(label, unit, self._history.tree.type_labels)
            if name != label:
                return name
        return label

    def unit(self, iri: str) -> Unit | None:
        """Give a unit: as the gazetteer has it, else as the articles tell it."""
        if iri not in self._units:
            self._units[iri] = self._unit(iri)
        return self._units[iri]

    def _unit(self, iri: str) -> Unit | None:
        known = self._history.places.unit(self._last(iri, DCTERMS.identifier)) if iri else None
        if known is not None or not iri:
            return known
        label, name, level = (self._last(iri, told) for told in (RDFS.label, SCHEMA.name, DANG.level))
        if not (label and name and level):
            return None
        kind = self._last(iri, DANG.unitType).rpartition("/")[2]
        return Unit(name, kind, label.removesuffix(name).strip(), int(level), None, self._above(iri))

    def _above(self, iri: str) -> tuple[str, ...]:
        """The keys of the known units above one that the gazetteer doesn't know."""
        over = (self._last(each, DCTERMS.identifier) for each in self._objects(iri, SCHEMA.containedInPlace))
        above = self._history.places.unit(max(over, default=""))
        return (above.key or "", *above.ancestors) if above is not None else ()

    def choose(self, names: Mapping[str, Organization]) -> str:
        """Choose the name that stands for a body: that of its unit's type, else that of most articles."""
        return min(names, key=lambda iri: (not self._registered(iri, names[iri]), -self._articles(iri), iri))

    def _registered(self, iri: str, body: Organization) -> bool:
        place = body.territory
        if place is None or place.key is None:
            return False
        return self._mint.organization(body, "") == iri and not place.key.startswith("2025")

    def _articles(self, iri: str) -> int:
        return sum(1 for _ in self._told(ox.NamedNode(iri), _TYPE, _BODY))

    # -- what graphs other than that of the bodies say -------------------------------------------------------

    def _last(self, thing: str, predicate: str) -> str:
        return max(self._objects(thing, predicate), default="") if thing else ""

    def _objects(self, thing: str, predicate: str) -> list[str]:
        node, told = ox.NamedNode(thing), ox.NamedNode(predicate)
        found = {quad.object for quad in self._store.quads_for_pattern(node, told, None, self._merge)}
        return [_value(each) for each in found if any(self._told(node, told, each))]

    def _told(self, thing: ox.NamedNode, predicate: ox.NamedNode, told: Term) -> Iterator[ox.Quad]:
        quads = self._store.quads_for_pattern(thing, predicate, told, None)
        return (quad for quad in quads if quad.graph_name not in self._own)


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))
