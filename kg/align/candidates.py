"""Which items may be which of our things, best first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from kg.align import wikidata
from kg.align.endpoint import Endpoint
from kg.model import Verdict
from kg.normalise import old_style
from kg.reconcile import Asked, Candidate, Entity, Index, Kind, Value, Wish

LEAST: Final = 65.0
"""A candidate with a lower score, of 100, is not worth a look."""
_NAMES: Final = 40
_COMPARED: Final = {
    Kind.PERSON: ("post", "date"),
    Kind.BODY: ("unit", "parent"),
    Kind.UNIT: ("kind", "unit", "date"),
    Kind.DOCUMENT: ("issuer", "date"),
}


@dataclass(frozen=True, slots=True)
class Pair:
    """One of our things and an item that may be it; ``verdict`` is what somebody judged, if anybody did."""

    thing: Entity
    candidate: Candidate
    verdict: Verdict | None = None

    @property
    def item(self) -> Entity:
        """The item."""
        return self.candidate.entity


Verdicts = Mapping[tuple[str, str], Verdict]


def align(
    things: Iterable[Entity],
    endpoint: Endpoint,
    verdicts: Verdicts | None = None,
    on_progress: Callable[[int, int], object] | None = None,
) -> list[Pair]:
    """Ask an endpoint for candidates for things, kind by kind; by thing and then by score, best first.

    ``verdicts`` maps pairs of IRIs to judgements: what was judged different is left out, what was judged the
    same is kept whatever its score.  Things without a place of their own are not asked for.
    """
    wanted = [thing for thing in things if not thing.placeless]
    judged = verdicts or {}
    found: list[Pair] = []
    done = 0
    for kind in Kind:
        of_kind = [thing for thing in wanted if thing.kind is kind]
        for batch in _batches(of_kind):
            found += _batch(batch, kind, endpoint, judged)
            done += len(batch)
            if on_progress is not None:
                on_progress(done, len(wanted))
    return sorted(found, key=lambda pair: (pair.thing.iri, -pair.candidate.score, pair.item.iri))


def _batches(things: Sequence[Entity]) -> Iterator[list[Entity]]:
    waiting = iter(things)
    while batch := list(islice(waiting, _NAMES)):
        yield batch


def _batch(things: Sequence[Entity], kind: Kind, endpoint: Endpoint, judged: Verdicts) -> Iterator[Pair]:
    asked = {thing.iri: _written(thing) for thing in things}
    found = wikidata.find(endpoint, {name for names in asked.values() for name in names}, kind)
    wanted = {item for items in found.values() for item in items}
    same: dict[str, set[str]] = defaultdict(set)
    for (ours, item), verdict in judged.items():
        if verdict is Verdict.SAME and ours in asked:
            same[ours].add(item)
            wanted.add(item)
    items = wikidata.describe(endpoint, wanted, kind)
    for thing in things:
        own = {item for name in asked[thing.iri] for item in found.get(name, ())}
        own |= same[thing.iri]
        yield from _pairs(thing, [items[item] for item in sorted(own) if item in items], judged)


def _pairs(thing: Entity, items: Collection[Entity], judged: Verdicts) -> Iterator[Pair]:
    verdicts = {item.iri: judged.get((thing.iri, item.iri)) for item in items}
    left = [item for item in items if verdicts[item.iri] is not Verdict.DIFFERENT]
    index = Index(left)
    for candidate in index.candidates(question(thing)):
        verdict = verdicts[candidate.entity.iri]
        if candidate.score >= LEAST or verdict is Verdict.SAME:
            yield Pair(thing, candidate, verdict)


def _written(thing: Entity) -> set[str]:
    """Give the ways in which a label may write a thing's name: capitals, places of tone marks."""
    names = set(thing.names)
    if thing.kind is Kind.UNIT:
        types = [value.text for value in thing.properties.get("kind", ())]
        names.update([name.removeprefix(f"{type_} ") for name in thing.names for type_ in types])
        names.update([name[:1].upper() + name[1:] for name in thing.names])
    names.update([old_style(name) for name in names])
    return {name for name in names if name}


def question(thing: Entity) -> Asked:
    """Ask for a thing of ours by its name and what we know of it."""
    wishes = []
    for name in _COMPARED[thing.kind]:
        values = _values(thing, name)
        if values:
            wishes.append(Wish(name, values))
    return Asked(thing.name, frozenset({thing.kind}), tuple(wishes), limit=20)


def _values(thing: Entity, name: str) -> tuple[str, ...]:
    if name == "date":
        return (f"{thing.days[0]}/{thing.days[1]}",) if thing.days is not None else ()
    known: tuple[Value, ...] = thing.properties.get(name, ())
    return tuple(value.text for value in known)
