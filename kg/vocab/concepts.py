"""What the ontology and the vocabulary say of concepts, for those who need no words of it."""

from __future__ import annotations

from functools import lru_cache

import pyoxigraph as ox

from kg.errors import VocabularyError
from kg.resources import data_dir
from kg.vocab.terms import DANG, RDFS, VOC


@lru_cache(maxsize=1)
def body_classes() -> dict[str, tuple[str, ...]]:
    """Map a kind of body (concept key) to its classes, as ontology and vocabulary have it.

    ``dang:bodyKind`` in ``dang.ttl`` ties a class to kinds; ``voc:side`` of a kind decides the rest.
    """
    store = ox.Store()
    for name in ("dang.ttl", "bodies.ttl"):
        path = data_dir("ontology") / name
        if path.is_file():
            _load_turtle(store, path.read_bytes(), name)
    sides = {"party": DANG.PartyOrganization, "state": DANG.StateBody, "front": DANG.FrontOrganization}
    found: dict[str, set[str]] = {}
    for quad in store.quads_for_pattern(None, ox.NamedNode(VOC.side), None):
        side = sides.get(_value(quad.object))
        found.setdefault(_value(quad.subject).rpartition("/")[2], set()).update({side} if side else ())
    for quad in store.quads_for_pattern(None, ox.NamedNode(DANG.bodyKind), None):
        found.setdefault(_value(quad.object).rpartition("/")[2], set()).update(_lineage(store, quad.subject))
    return {kind: tuple(sorted(classes | {DANG.Body})) for kind, classes in sorted(found.items())}


@lru_cache(maxsize=1)
def body_levels() -> dict[str, int]:
    """Map a kind of body (concept key) to its level, where its kind alone tells it: 0 for a ministry."""
    path = data_dir("ontology") / "bodies.ttl"
    store = ox.Store()
    if path.is_file():
        _load_turtle(store, path.read_bytes(), path.name)
    found = store.quads_for_pattern(None, ox.NamedNode(VOC.level), None)
    return {_value(quad.subject).rpartition("/")[2]: int(_value(quad.object)) for quad in found}


@lru_cache(maxsize=1)
def falling_indicators() -> frozenset[str]:
    """Give the keys of indicators of which less is better (``voc:better "less"``), poverty for one."""
    return _marked("indicators.ttl", VOC.better, ox.Literal("less"))


@lru_cache(maxsize=1)
def ending_steps() -> frozenset[str]:
    """Give the keys of the steps that lead out of a post (``voc:effect "ends"``), a dismissal for one."""
    return _marked("steps.ttl", VOC.effect, ox.Literal("ends"))


@lru_cache(maxsize=1)
def single_seats() -> dict[str, frozenset[str]]:
    """Give the keys of roles that one person at a time holds in a body (``voc:seats 1``).

    Each with the kinds of body in which many hold it (``voc:manyAt``): a union has several secretaries.
    """
    path = data_dir("ontology") / "roles.ttl"
    store = ox.Store()
    if path.is_file():
        _load_turtle(store, path.read_bytes(), path.name)
    found: dict[str, frozenset[str]] = {}
    for quad in store.quads_for_pattern(None, ox.NamedNode(VOC.seats), None):
        many = store.quads_for_pattern(quad.subject, ox.NamedNode(VOC.manyAt), None)
        key = _value(quad.subject).rpartition("/")[2]
        found[key] = frozenset(_value(each.object).rpartition("/")[2] for each in many)
    return found


def _marked(name: str, term: str, value: ox.Literal) -> frozenset[str]:
    """Give the keys of the concepts of a file of the vocabulary that carry a value."""
    store = ox.Store()
    path = data_dir("ontology") / name
    if path.is_file():
        _load_turtle(store, path.read_bytes(), name)
    found = store.quads_for_pattern(None, ox.NamedNode(term), value)
    return frozenset(_value(quad.subject).rpartition("/")[2] for quad in found)


def _load_turtle(store: ox.Store, data: bytes, name: str) -> None:
    try:
        store.load(data, format=ox.RdfFormat.TURTLE)
    except SyntaxError as error:
        raise VocabularyError(f"ontology/{name}: not Turtle: {error}") from error


def _value(term: object) -> str:
    return str(getattr(term, "value", term))


def _lineage(store: ox.Store, start: object) -> set[str]:
    """Collect a class and the own classes above it."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ox.NamedNode) and node.value.startswith(DANG.base) and node.value not in seen:
            seen.add(node.value)
            above = store.quads_for_pattern(node, ox.NamedNode(RDFS.subClassOf), None)
            waiting.extend(quad.object for quad in above)
    return seen
