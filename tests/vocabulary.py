"""The vocabulary in a store, for tests of what the shapes say of it."""

from __future__ import annotations

from functools import lru_cache

import pyoxigraph as ox
from rdflib import RDF

from kg.resources import data_dir
from kg.vocab import CONCEPTS


@lru_cache(maxsize=1)
def vocabulary() -> ox.Store:
    store = ox.Store()
    for path in sorted(data_dir("ontology").glob("*.ttl")):
        store.load(path.read_bytes(), format=ox.RdfFormat.TURTLE)
    return store


def classes_of(thing: str) -> set[str]:
    found = vocabulary().quads_for_pattern(ox.NamedNode(thing), ox.NamedNode(str(RDF.type)), None)
    return {quad.object.value for quad in found if thing.startswith(CONCEPTS)}
