"""Posts that are told of a body at a time when it did not exist, as far as the kinds of body decide it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.bodies import Existence
from kg.bodies.history import history
from kg.derive.ground import each_row, groups
from kg.derive.reading import Quads
from kg.vocab import short

_GONE = frozenset({Existence.NOT_YET, Existence.ENDED, Existence.INTERRUPTED})


def out_of_time(store: Quads) -> Iterator[tuple[str, str, str]]:
    """Give the reported membership, the body and the statement of each.

    Kinds that the vocabulary tells nothing of exist whenever a text says so; what a unit's own lifetime
    decides is left to the shapes of units.
    """
    query = """SELECT ?kind ?unit ?on ?status ?m ?body ?s WHERE {
        ?s dang:states ?m ; dang:asOf ?on ; dang:status ?status . ?m org:organization ?body .
        ?body org:classification ?kind . ?body dang:jurisdiction ?place . ?place dcterms:identifier ?unit }"""
    known = history().tree.kinds()
    for (concept, unit, on, status), told in groups(each_row(store, query), 4):
        kind = short(concept)
        if short(status) in ("current", "appointed") and kind in known and _gone(kind, unit, on):
            yield from ((membership, body, source) for membership, body, source in told)


def _gone(kind: str, key: str, on: str) -> bool:
    """Tell whether a body did not exist although its unit did."""
    lives = history()
    unit = lives.places.unit(key)
    body = lives.tree.body(kind, unit) if unit is not None else None
    if unit is None or body is None or not lives.changes(body):  # how long units lived takes long to learn
        return False
    return lives.places.stretch(unit).covers(on) is not False and lives.existence(body, on) in _GONE
