"""A party post and a state post of one person at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.derive.ground import Row, beside, each_row, groups, link
from kg.derive.reading import Quads
from kg.nquads import NamedGraph
from kg.vocab import DANG, Minter, concept


def concurrent(store: Quads, mint: Minter, graph: NamedGraph) -> None:
    """Tie a person's tenures of a party post and a state post that one article reports as held."""
    party, state = (groups(_held(store, kind), 1) for kind in (DANG.PartyOrganization, DANG.StateBody))
    for _, of_party, of_state in beside(party, state):
        _of_person(mint, graph, of_party, of_state)


def _of_person(mint: Minter, graph: NamedGraph, party: list[Row], state: list[Row]) -> None:
    pairs: dict[tuple[str, str], set[str]] = defaultdict(set)
    told: dict[str, list[Row]] = defaultdict(list)
    for article, *held in state:
        told[article].append((held[0], held[1]))
    for article, one, said in party:
        for other, said_too in told.get(article, ()):
            pairs[one, other].update((said, said_too))
    for (one, other), basis in sorted(pairs.items()):
        link(mint, graph, "concurrent-posts", (one, DANG.concurrentWith, other), sorted(basis))
        graph.tie(other, DANG.concurrentWith, one)


def _held(store: Quads, kind: str) -> Iterator[Row]:
    """Give person, article, tenure at a body of a class that the article reports as held, and statement."""
    query = f"""SELECT ?person ?article ?tenure ?s WHERE {{
        ?tenure a dang:Tenure ; org:member ?person ; org:organization ?body ; prov:wasDerivedFrom ?s .
        ?body a <{kind}> .
        ?s dang:status ?status ; prov:hadPrimarySource ?article .
        FILTER(?status IN (<{concept("status", "current")}>, <{concept("status", "appointed")}>)) }}"""
    return each_row(store, query)
