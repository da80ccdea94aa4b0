"""A party post and a state post of one person at once."""

from __future__ import annotations

from collections import defaultdict

import pyoxigraph as ox

from kg.derive.ground import link, rows
from kg.nquads import NamedGraph
from kg.vocab import DANG, Minter, concept


def concurrent(store: ox.Store, mint: Minter, graph: NamedGraph) -> None:
    """Tie a person's tenures of a party post and a state post that one article reports as held."""
    held = f"<{concept('status', 'current')}>, <{concept('status', 'appointed')}>"
    pairs: dict[tuple[str, str], set[str]] = defaultdict(set)
    query = f"""SELECT DISTINCT ?one ?other ?s ?t WHERE {{ GRAPH ?g {{
        ?s dang:states ?a ; dang:status ?held . ?a org:member ?person ; org:organization ?party .
        ?party a dang:PartyOrganization .
        ?t dang:states ?b ; dang:status ?too . ?b org:member ?person ; org:organization ?state .
        ?state a dang:StateBody .
        FILTER(?held IN ({held}) && ?too IN ({held})) }}
        ?one a dang:Tenure ; prov:wasDerivedFrom ?s .
        ?other a dang:Tenure ; prov:wasDerivedFrom ?t }}"""
    for one, other, said, said_too in rows(store, query):
        pairs[one, other].update((said, said_too))
    for (one, other), basis in sorted(pairs.items()):
        link(mint, graph, "concurrent-posts", (one, DANG.concurrentWith, other), sorted(basis))
        graph.tie(other, DANG.concurrentWith, one)
