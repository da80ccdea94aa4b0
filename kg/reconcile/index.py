"""The things of a graph by their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Final

from rapidfuzz import fuzz, process

from kg.normalise import plain
from kg.reconcile.documents import document_likeness, numbers_in
from kg.reconcile.likeness import name_likeness, person_likeness
from kg.reconcile.model import Asked, Candidate, Entity, Kind
from kg.reconcile.rarity import Rarity
from kg.reconcile.score import Weighed, alone, decide, weigh
from kg.reconcile.spelling import Spelling, spell, spell_out, without_type

_NEAR: Final = {Kind.PERSON: 80, Kind.BODY: 70, Kind.UNIT: 75, Kind.DOCUMENT: 70}
"""From which likeness of letters, of 100, names are compared word by word."""
_COMPARED: Final = 200
_LISTED: Final = 20.0
_LONGEST: Final = 500
"""No name is longer; what is, is cut."""


class Index:
    """Finds things by name; built once, only read afterwards (safe for several threads)."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._by_iri: dict[str, Entity] = {}
        self._by_name: dict[Kind, dict[str, list[Entity]]] = {kind: defaultdict(list) for kind in Kind}
        self._by_number: dict[str, list[Entity]] = defaultdict(list)
        self._by_prefix: list[tuple[str, Entity]] = []
        for entity in entities:
            self._add(entity)
        self._by_prefix.sort(key=lambda pair: (pair[0], pair[1].iri))
        self._names = {kind: list(names) for kind, names in self._by_name.items()}
        people = (entity for entity in self._by_iri.values() if entity.kind is Kind.PERSON)
        self._rarity = Rarity(spell(name).folded for entity in people for name in entity.names)

    def _add(self, entity: Entity) -> None:
        self._by_iri[entity.iri] = entity
        for name in entity.names:
            self._by_name[entity.kind][_key(entity.kind, name)].append(entity)
            words = " ".join(spell_out(name).plain)
            self._by_prefix.append((words, entity))
        for value in entity.properties.get("number", ()):
            for number in numbers_in(spell_out(value.text))[:1]:
                self._by_number[number].append(entity)

    def __len__(self) -> int:
        return len(self._by_iri)

    def __iter__(self) -> Iterator[Entity]:
        return iter(self._by_iri.values())

    def get(self, iri: str) -> Entity | None:
        """The thing with this IRI."""
        return self._by_iri.get(iri)

    # -- what is meant -------------------------------------------------------------------------------------

    def candidates(self, asked: Asked) -> list[Candidate]:
        """Give the things that may be meant, best first, at most ``asked.limit``."""
        name = asked.name[:_LONGEST].strip()
        known = self.get(name)
        if known is not None:
            return [replace(weigh(asked, known, 1.0, True).candidate, match=True)]
        kinds = asked.kinds or frozenset(Kind)
        found = self._named(asked, name, kinds) if name else self._described(asked, kinds)
        listed = [each for each in found if each.candidate.score >= _LISTED and not each.lacking]
        return decide(listed)[: asked.limit]

    def _named(self, asked: Asked, name: str, kinds: Collection[Kind]) -> Iterator[Weighed]:
        person, thing = spell(name), spell_out(name)
        for kind in sorted(kinds):
            for entity in self._near(kind, name):
                likeness = _likeness(entity, person, thing)
                if likeness:
                    rare = kind is Kind.PERSON and self._rarity.rare(person.folded)
                    yield weigh(asked, entity, likeness, alone(entity, likeness, rare))

    def _near(self, kind: Kind, name: str) -> Iterable[Entity]:
        """Give what is called nearly so, letter by letter; a first choice, wide enough."""
        key = _key(kind, name)
        hits = process.extract(
            key, self._names[kind], scorer=fuzz.ratio, score_cutoff=_NEAR[kind], limit=_COMPARED
        )
        found = {entity.iri: entity for hit in hits for entity in self._by_name[kind][hit[0]]}
        if kind is Kind.DOCUMENT:
            for number in numbers_in(spell_out(name)):
                found.update({entity.iri: entity for entity in self._by_number.get(number, ())})
        return found.values()

    def _described(self, asked: Asked, kinds: Collection[Kind]) -> Iterator[Weighed]:
        """Give what has all the properties that were asked for, without a name; never a match."""
        for entity in self._by_iri.values():
            if entity.kind in kinds and asked.wishes:
                weighed = weigh(asked, entity, 0.8, False)
                if len(weighed.agreements) == len(asked.wishes) and not weighed.contradicted:
                    yield weighed

    # -- while somebody types ------------------------------------------------------------------------------

    def suggest(
        self, prefix: str, kinds: Collection[Kind] = (), skip: int = 0, limit: int = 20
    ) -> list[Entity]:
        """Give things one of whose names, or a word in it, begins as typed; with or without marks."""
        known = self.get(prefix.strip())
        if known is not None:
            return [known]
        typed = plain(" ".join(spell_out(prefix[:_LONGEST]).plain))
        begins: dict[str, Entity] = {}
        holds: dict[str, Entity] = {}
        for words, entity in self._by_prefix:
            if kinds and entity.kind not in kinds:
                continue
            if words.startswith(typed):
                begins.setdefault(entity.iri, entity)
            elif f" {typed}" in words:
                holds.setdefault(entity.iri, entity)
        return list((begins | holds).values())[skip : skip + limit]


def _key(kind: Kind, name: str) -> str:
    if kind is Kind.PERSON:
        return " ".join(spell(name).plain)
    return " ".join(without_type(spell_out(name).plain)[0])


def _likeness(entity: Entity, person: Spelling, thing: Spelling) -> float:
    if entity.kind is Kind.PERSON:
        return max(person_likeness(person, spell(name)) for name in entity.names)
    if entity.kind is Kind.DOCUMENT:
        return document_likeness(thing, entity)
    return max(name_likeness(thing, spell_out(name)) for name in entity.names)
