"""The changes before and after July 2025, as ``ontology/changes.ttl`` records them with their legal acts.

The package's data set knows the division of early 2025 and what the reform of July made of it.  What came
before (towns that became cities, districts that were merged away) is told here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import VocabularyError
from kg.gazetteer.values import Act, Change, ChangeKind
from kg.vocab import DANG, DCTERMS, ELI, ORG, RDF, SCHEMA, VOC

_UNITS = "/unit/"


@dataclass(frozen=True, slots=True)
class Ended:
    """A unit that was gone before the data set was made: key, name, type's key and the unit above."""

    key: str
    name: str
    type: str
    above: str


@dataclass(frozen=True, slots=True)
class Turn:
    """What a change made of the type or the name of the one unit that it is about."""

    type_before: str | None = None
    type_after: str | None = None
    name_before: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """All that the file tells.  ``acts`` are those of July 2025 by the key of the province they rule."""

    ended: tuple[Ended, ...]
    changes: tuple[tuple[Change, Turn], ...]
    acts: Mapping[str, Act]


def read_record(path: Path) -> Record:
    """Read the file; an empty record when there is none.

    Raises VocabularyError for a file that is not Turtle or an entry that lacks what it needs.
    """
    nodes: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    if path.is_file():
        try:
            for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
                nodes[_value(quad.subject)][_value(quad.predicate)].append(_value(quad.object))
        except (SyntaxError, ValueError) as error:
            raise VocabularyError(f"{path.name}: not Turtle: {error}") from None
    reader = _Reader(path.name, nodes)
    kinds = {iri: set(node.get(RDF.type, ())) for iri, node in nodes.items()}
    changes = [reader.change(iri) for iri in sorted(nodes) if DANG.ReformEvent in kinds[iri]]
    return Record(
        tuple(reader.ended(iri) for iri in sorted(nodes) if DANG.AdministrativeUnit in kinds[iri]),
        tuple(sorted(changes, key=lambda told: (told[0].date, told[0].before, told[0].after))),
        {
            _key(province): reader.act(iri)
            for iri in sorted(nodes)
            for province in nodes[iri].get(DCTERMS.spatial, ())
        },
    )


class _Reader:
    def __init__(self, name: str, nodes: Mapping[str, Mapping[str, list[str]]]) -> None:
        self._name, self._nodes = name, nodes

    def _maybe(self, iri: str, predicate: str) -> str | None:
        values = self._nodes[iri].get(predicate, []) if iri in self._nodes else []
        return values[0] if values else None

    def _one(self, iri: str, predicate: str) -> str:
        value = self._maybe(iri, predicate)
        if value is None:
            raise VocabularyError(f"{self._name}: {iri} needs a <{predicate}>")
        return value

    def ended(self, iri: str) -> Ended:
        type_ = _last(self._one(iri, DANG.unitType))
        return Ended(
            _key(iri), self._one(iri, SCHEMA.name), type_, _key(self._one(iri, SCHEMA.containedInPlace))
        )

    def act(self, iri: str) -> Act:
        return Act(
            self._one(iri, ELI.number), self._maybe(iri, ELI.date_document), self._maybe(iri, DCTERMS.source)
        )

    def change(self, iri: str) -> tuple[Change, Turn]:
        node = self._nodes[iri]
        kinds = sorted(_last(kind) for kind in node.get(DANG.changeKind, ()))
        unknown = set(kinds) - set(ChangeKind)
        if unknown or not kinds:
            raise VocabularyError(
                f"{self._name}: {iri} needs a kind of change, one of {', '.join(ChangeKind)}"
            )
        self._one(iri, ORG.originalOrganization)
        change = Change(
            self._one(iri, DCTERMS.date),
            tuple(ChangeKind(kind) for kind in kinds),
            tuple(sorted(map(_key, node.get(ORG.originalOrganization, ())))),
            tuple(sorted(map(_key, node.get(ORG.resultingOrganization, ())))),
            self.act(self._one(iri, DANG.legalBasis)),
        )
        before, after = self._maybe(iri, VOC.typeBefore), self._maybe(iri, VOC.typeAfter)
        turn = Turn(before and _last(before), after and _last(after), self._maybe(iri, VOC.nameBefore))
        return change, turn


def _key(iri: str) -> str:
    """The key of a unit from its IRI (``…/unit/legacy.193``)."""
    era, _, code = iri.rpartition(_UNITS)[2].partition(".")
    return f"{era}/{code}"


def _last(iri: str) -> str:
    return iri.rpartition("/")[2]


def _value(term: object) -> str:
    return str(getattr(term, "value", term))
