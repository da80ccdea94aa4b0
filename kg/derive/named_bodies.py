"""The bodies that articles name, read back from their graphs as values."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from kg.bodies import History, own_name, standing_name
from kg.bodies.tree import Key
from kg.derive.ground import each_row
from kg.derive.reading import Quads
from kg.model import Organization, Unit
from kg.vocab import Minter

_BODIES = """SELECT DISTINCT ?body ?label ?kind ?unit ?whole WHERE { GRAPH ?graph {
    ?graph dcterms:source ?article .
    ?body a dang:Body ; rdfs:label ?label .
    OPTIONAL { ?body org:classification ?kind } OPTIONAL { ?body dang:jurisdiction ?unit }
    OPTIONAL { ?body org:subOrganizationOf ?whole } } }"""
_NAMING = """SELECT ?body ?article WHERE { GRAPH ?graph {
    ?graph dcterms:source ?article . ?body a dang:Body } }"""
_UNITS = """SELECT DISTINCT ?unit ?code ?label ?name ?level ?type WHERE { GRAPH ?graph {
    ?graph dcterms:source ?article .
    ?body dang:jurisdiction ?unit . ?unit rdfs:label ?label ; schema:name ?name ; dang:level ?level .
    OPTIONAL { ?unit dcterms:identifier ?code } OPTIONAL { ?unit dang:unitType ?type } } }"""
_ABOVE = """SELECT DISTINCT ?unit ?code WHERE { VALUES ?unit { UNITS } GRAPH ?graph {
    ?graph dcterms:source ?article .
    ?unit schema:containedInPlace ?over . ?over dcterms:identifier ?code } }"""


class NamedBodies:
    """The bodies of a store's articles by IRI, and which of them are one body under several names."""

    def __init__(self, store: Quads, mint: Minter, history: History) -> None:
        self._mint = mint
        self._history = history
        units = list(each_row(store, _UNITS))
        unknown = (f"<{unit}>" for unit, code, *_ in units if history.places.unit(code) is None)
        above = each_row(store, _ABOVE.replace("UNITS", " ".join(dict.fromkeys(unknown))))
        self._above = {row[0]: row[1] for row in above}
        self.units = {row[0]: self._unit(*row) for row in units}
        bodies = each_row(store, _BODIES)
        told = {body: (label, kind, unit, whole) for body, label, kind, unit, whole in bodies}
        self.bodies: dict[str, Organization] = {}
        for iri in sorted(told):
            self._read(iri, told, frozenset())
        self._articles = Counter(body for body, _ in each_row(store, _NAMING))
        self._keys = {iri: history.tree.key(body) for iri, body in self.bodies.items()}
        self.by_key: dict[Key, list[str]] = defaultdict(list)
        for iri, key in self._keys.items():
            if key is not None:
                self.by_key[key].append(iri)

    def _unit(self, iri: str, code: str, label: str, name: str, level: str, type_: str) -> Unit:
        known = self._history.places.unit(code) if code else None
        if known is not None:
            return known
        kind = type_.rpartition("/")[2]
        return Unit(name, kind, label.removesuffix(name).strip(), int(level), None, self._chain(iri))

    def _chain(self, iri: str) -> tuple[str, ...]:
        """The keys of the known units above one that the gazetteer doesn't know."""
        above = self._history.places.unit(self._above.get(iri, ""))
        return (above.key or "", *above.ancestors) if above is not None else ()

    def _read(
        self, iri: str, told: dict[str, tuple[str, str, str, str]], below: frozenset[str]
    ) -> Organization | None:
        if iri in self.bodies or iri not in told or iri in below:
            return self.bodies.get(iri)
        label, kind, unit, whole = told[iri]
        parent = self._read(whole, told, below | {iri}) if whole else None
        key = kind.rpartition("/")[2]
        if parent is not None:
            name = standing_name(label, told[whole][0])
            body = Organization(key, name, parent=parent)
        else:
            place = self.units.get(unit)
            name = self._own(label, place) if place is not None else label
            bare = place is not None and label == f"{name} {place.name}"
            body = Organization(key, name, place, bare, level=place.level if place is not None else None)
        self.bodies[iri] = body
        return body

    def _own(self, label: str, place: Unit) -> str:
        """The name of a body without its unit, under any of the names that the unit had."""
        known = self._history.places.gazetteer.phases(place.key) if place.key is not None else ()
        for unit in (place, *(phase.unit for phase in known)):
            name = own_name(label, unit, self._history.tree.type_labels)
            if name != label:
                return name
        return label

    def key(self, iri: str) -> Key | None:
        """What is the same for all names of a body."""
        return self._keys.get(iri)

    def chosen(self, key: Key) -> str | None:
        """The IRI that stands for a body: under the name of its unit's type, else that of most articles."""
        iris = self.by_key.get(key)
        if not iris:
            return None
        return min(iris, key=lambda iri: (not self._registered(iri), -self._articles[iri], iri))

    def _registered(self, iri: str) -> bool:
        body = self.bodies[iri]
        place = body.territory
        if place is None or place.key is None:
            return False
        return self._mint.organization(body, "") == iri and not place.key.startswith("2025")

    def same(self) -> Iterator[tuple[str, str]]:
        """Pairs of a name of a body and the one that stands for it."""
        for key, iris in sorted(self.by_key.items()):
            chosen = self.chosen(key)
            for iri in iris:
                if chosen is not None and iri != chosen:
                    yield iri, chosen
