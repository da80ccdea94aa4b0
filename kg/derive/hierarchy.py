"""Who reports to whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pyoxigraph as ox

from kg.derive.ground import link, rows
from kg.nquads import NamedGraph
from kg.vocab import DANG, ORG, Minter, concept


def hierarchy(store: ox.Store, mint: Minter, graph: NamedGraph) -> None:
    """Tie a committee or council to the one of the nearest unit above that has one."""
    above = _units_above(store)
    for kind in (DANG.PartyCommittee, DANG.PeoplesCommittee, DANG.PeoplesCouncil):
        seats = _seats(store, kind)
        for unit, bodies in sorted(seats.items()):
            higher = next((seats[u] for u in _upwards(unit, above) if u in seats), set())
            for body in sorted(bodies):
                for superior in sorted(higher - bodies):
                    link(mint, graph, "hierarchy", (body, ORG.reportsTo, superior), ())


def _units_above(store: ox.Store) -> dict[str, list[str]]:
    above: dict[str, list[str]] = defaultdict(list)
    query = "SELECT DISTINCT ?unit ?over WHERE { ?unit schema:containedInPlace ?over }"
    for unit, over in rows(store, query):
        above[unit].append(over)
    return above


def _upwards(unit: str, above: dict[str, list[str]]) -> Iterator[str]:
    """Yield the units above, nearest first; a circle in the data ends it."""
    seen, waiting = {unit}, list(above.get(unit, ()))
    while waiting:
        over = waiting.pop(0)
        if over not in seen:
            seen.add(over)
            yield over
            waiting.extend(above.get(over, ()))


def _seats(store: ox.Store, kind: str) -> dict[str, set[str]]:
    """Map a unit to its own bodies of a class; committees inside agencies and companies are left out."""
    seats: dict[str, set[str]] = defaultdict(set)
    query = f"""SELECT DISTINCT ?unit ?body WHERE {{
        ?body a <{kind}> ; dang:jurisdiction ?unit ; org:classification ?class . ?unit dang:level ?level .
        FILTER NOT EXISTS {{ ?body org:subOrganizationOf ?other }}
        FILTER(?level = 3 || ?class != <{concept("body", "grassroots-party-committee")}>) }}"""
    for unit, body in rows(store, query):
        seats[unit].add(body)
    return seats
