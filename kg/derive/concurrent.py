"""A party post and a state post of one person at once."""

from __future__ import annotations

from collections import defaultdict

import pyoxigraph as ox

from kg.derive.ground import link, rows
from kg.nquads import NamedGraph
from kg.vocab import DANG, Minter, concept


def concurrent(store: ox.Store, mint: Minter, graph: NamedGraph) -> None:
    """Tie a person's tenures of a party post and a state post that one article reports as held."""
    party = _held(store, DANG.PartyOrganization)
    state = _held(store, DANG.StateBody)
    pairs: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key in sorted(party.keys() & state.keys()):
        for one, said in party[key]:
            for other, said_too in state[key]:
                pairs[one, other].update((said, said_too))
    for (one, other), basis in sorted(pairs.items()):
        link(mint, graph, "concurrent-posts", (one, DANG.concurrentWith, other), sorted(basis))
        graph.tie(other, DANG.concurrentWith, one)


def _held(store: ox.Store, kind: str) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Map person and article to the tenures at bodies of a class that the article reports as held."""
    query = f"""SELECT DISTINCT ?person ?article ?tenure ?s WHERE {{
        ?tenure a dang:Tenure ; org:member ?person ; org:organization ?body ; prov:wasDerivedFrom ?s .
        ?body a <{kind}> .
        ?s dang:status ?status ; prov:hadPrimarySource ?article .
        FILTER(?status IN (<{concept("status", "current")}>, <{concept("status", "appointed")}>)) }}"""
    held: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for person, article, tenure, said in rows(store, query):
        held[person, article].append((tenure, said))
    return held
