"""From the store to the network: five queries that each read one kind of thing once.

What is asked of a single node later (its neighbours, a way to another) is answered from the network in
memory; the sentences are looked up when a reader wants them (:mod:`kg.draw.network.sentences`).
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.draw.load import Queryable, Row, first, roles
from kg.draw.model import Side
from kg.draw.network.model import NO_LEVEL, Kind, Network, Node, Tie, Way
from kg.timespan import bounds
from kg.vocab import DANG, FOAF, OPENGOV, ORG, RDFS, SCHEMA

_TENURES = f"""
SELECT ?tenure ?person ?body ?role ?post ?first ?last ?notBefore ?notAfter ?sureFrom ?sureTo WHERE {{
  ?tenure a <{DANG.Tenure}> ; <{ORG.member}> ?person ; <{ORG.organization}> ?body .
  OPTIONAL {{ ?tenure <{ORG.role}> ?role }}
  OPTIONAL {{ ?tenure <{OPENGOV.post}>/<{RDFS.label}> ?post }}
  OPTIONAL {{ ?tenure <{DANG.firstAttested}> ?first }}
  OPTIONAL {{ ?tenure <{DANG.lastAttested}> ?last }}
  OPTIONAL {{ ?tenure <{DANG.beginNotBefore}> ?notBefore }}
  OPTIONAL {{ ?tenure <{DANG.endNotAfter}> ?notAfter }}
  OPTIONAL {{ ?tenure <{DANG.beginNotAfter}> ?sureFrom }}
  OPTIONAL {{ ?tenure <{DANG.endNotBefore}> ?sureTo }}
}}"""
_PEOPLE = f"SELECT ?person ?name WHERE {{ ?person a <{DANG.Official}> ; <{FOAF.name}> ?name }}"
_BODIES = f"""
SELECT ?body ?label ?unit ?parent ?above WHERE {{
  ?body a <{DANG.Body}> ; <{RDFS.label}> ?label .
  OPTIONAL {{ ?body <{DANG.jurisdiction}> ?unit }}
  OPTIONAL {{ ?body <{ORG.subOrganizationOf}> ?parent }}
  OPTIONAL {{ ?body <{ORG.reportsTo}> ?above }}
}}"""
_SIDES = f"""
SELECT ?body ?side WHERE {{
  VALUES ?side {{ <{DANG.PartyOrganization}> <{DANG.StateBody}> }} ?body a ?side
}}"""
_UNITS = f"""
SELECT ?unit ?label ?level ?above WHERE {{
  ?unit a <{DANG.AdministrativeUnit}> ; <{RDFS.label}> ?label ; <{DANG.level}> ?level .
  OPTIONAL {{ ?unit <{SCHEMA.containedInPlace}> ?above }}
}}"""
_OF_SIDE = {DANG.PartyOrganization: Side.PARTY, DANG.StateBody: Side.STATE}
_DEPUTY, _MEMBER = "deputy", "member"


def network(store: Queryable) -> Network:
    """Read the network of all posts, in a stable order."""
    return _Reader(store).read()


class _Reader:
    def __init__(self, store: Queryable) -> None:
        self.tenures = sorted(first(store, _TENURES, "tenure").values(), key=lambda row: row["tenure"])
        self.people = first(store, _PEOPLE, "person")
        self.bodies = first(store, _BODIES, "body")
        self.sides = first(store, _SIDES, "body")
        self.units = first(store, _UNITS, "unit")
        self.nodes: list[Node] = []
        self.numbers: dict[str, int] = {}
        self.ties: list[Tie] = []

    def read(self) -> Network:
        told = [t for t in self.tenures if t["person"] in self.people and t["body"] in self.bodies]
        self._levels = self._highest(told)
        for tenure in told:
            self._post(tenure)
        return Network(tuple(self.nodes), tuple(self.ties))

    def _highest(self, tenures: list[Row]) -> dict[str, int]:
        found: dict[str, int] = {}
        for tenure in tenures:
            level = self._level(tenure["body"])
            found[tenure["person"]] = min(level, found.get(tenure["person"], level))
        return found

    def _level(self, body: str) -> int:
        unit = self.units.get(self.bodies[body].get("unit", ""))
        return int(unit["level"]) if unit is not None else NO_LEVEL

    def _post(self, tenure: Row) -> None:
        body, person = self._body(tenure["body"]), self._person(tenure["person"])
        names = roles().get(tenure.get("role", ""), ("", ""))
        since = tenure.get("sureFrom") or bounds(tenure.get("first")).first
        until = tenure.get("sureTo") or bounds(tenure.get("last")).first
        days = sorted(day for day in (since, until) if day)
        self.ties.append(
            Tie(
                person,
                body,
                Way.POST,
                tenure["tenure"],
                names[0] or _worded(tenure.get("post", ""), self.bodies[tenure["body"]]["label"]),
                names[1],
                rank(tenure.get("role", "")),
                days[0] if days else None,
                days[-1] if days else None,
                tenure.get("notBefore"),
                tenure.get("notAfter"),
            )
        )

    def _person(self, iri: str) -> int:
        known = self.numbers.get(iri)
        if known is not None:
            return known
        return self._add(Node(iri, Kind.OFFICIAL, self.people[iri]["name"], self._levels[iri]))

    def _body(self, iri: str) -> int:
        known = self.numbers.get(iri)
        if known is not None:
            return known
        told = self.bodies[iri]
        unit = self._unit(told.get("unit", ""))
        side = _OF_SIDE.get(self.sides.get(iri, {}).get("side", ""), Side.OTHER)
        number = self._add(Node(iri, Kind.BODY, told["label"], self._level(iri), side, unit))
        if unit >= 0:
            self.ties.append(Tie(number, unit, Way.OF))
        for way, other in ((Way.PART, told.get("parent", "")), (Way.UNDER, told.get("above", ""))):
            if other in self.bodies and other != iri:
                self.ties.append(Tie(number, self._body(other), way))
        return number

    def _unit(self, iri: str) -> int:
        known = self.numbers.get(iri)
        if known is not None or iri not in self.units:
            return -1 if known is None else known
        told = self.units[iri]
        level = int(told["level"])
        # A unit lies in a higher one, so that a circle in the data ends here.
        above = told.get("above", "")
        higher = above in self.units and int(self.units[above]["level"]) < level
        unit = self._unit(above) if higher else -1
        label = told["label"]
        number = self._add(Node(iri, Kind.UNIT, label[:1].upper() + label[1:], level, Side.OTHER, unit))
        if unit >= 0:
            self.ties.append(Tie(number, unit, Way.IN))
        return number

    def _add(self, node: Node) -> int:
        self.numbers[node.iri] = len(self.nodes)
        self.nodes.append(node)
        return len(self.nodes) - 1


def rank(role: str) -> int:
    """Order the roles of a body by their concept: heads, then deputies, then members."""
    key = role.rpartition("/")[2]
    if key.endswith(_MEMBER) or _MEMBER in key.split("-"):
        return 2
    return 1 if _DEPUTY in key.split("-") else 0


def _worded(post: str, body: str) -> str:
    return post.removesuffix(body).strip()


def names(of: Network) -> Iterator[tuple[str, int]]:
    """Give the label of every node with its place."""
    for place, node in enumerate(of.nodes):
        yield node.label, place
