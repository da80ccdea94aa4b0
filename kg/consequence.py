"""Whether a change of one article can change anything that holds across articles.

What is computed across articles rests on statements, and on the units and bodies that articles describe.  A
text that states nothing, before the change and after it, and that describes nothing which no other article
describes in the same words, has no part in it; most articles of a paper are of that kind.
"""

from __future__ import annotations

import pyoxigraph as ox

from kg.store import KgStore
from kg.vocab import DANG, DCTERMS, DERIVED, RDF, Minter

_SOURCE, _TYPE = ox.NamedNode(DCTERMS.source), ox.NamedNode(RDF.type)
_STATEMENT = ox.NamedNode(DANG.Statement)


def has_consequence(store: KgStore, graph: str, triples: bytes) -> bool:
    """Tell whether it can matter beyond the article that its ``graph`` gets these N-Triples."""
    name = ox.NamedNode(graph)
    new = {quad.triple for quad in ox.parse(triples, ox.RdfFormat.N_TRIPLES)}
    old = {quad.triple for quad in store.quads.quads_for_pattern(None, None, None, name)}
    if any(triple.predicate == _TYPE and triple.object == _STATEMENT for triple in (*new, *old)):
        return True
    itself = {name, *(triple.object for triple in (*new, *old) if triple.predicate == _SOURCE)}
    told = (triple for triple in new ^ old if triple.subject not in itself)
    return not all(_told_elsewhere(store, name, triple) for triple in told)


def _told_elsewhere(store: KgStore, graph: ox.NamedNode, triple: ox.Triple) -> bool:
    """Tell whether another article says this, too."""
    derived = Minter(store.base).iri("graph", DERIVED)
    quads = store.quads.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
    others = (quad.graph_name for quad in quads if quad.graph_name != graph)
    return any(isinstance(other, ox.NamedNode) and not other.value.startswith(derived) for other in others)
