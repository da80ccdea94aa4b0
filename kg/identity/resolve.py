"""Personas to persons: a first rule, by name and home."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.identity.model import Identities, IdentityLink, Person, Persona, Reason
from kg.model import Judgement, Verdict
from kg.normalise import fold


def identify(personas: Iterable[Persona], judgements: Sequence[Judgement] = ()) -> Identities:
    """Decide which personas are one person; the order of the input does not matter."""
    groups: dict[tuple[str, str], list[Persona]] = defaultdict(list)
    for persona in sorted(set(personas), key=lambda each: each.iri):
        groups[fold(persona.name), persona.home].append(persona)
    persons = [Person(tuple(group), group[0]) for _, group in sorted(groups.items())]
    links = [
        IdentityLink(one.iri, two.iri, 1.0, Verdict.SAME, "rule", (Reason("home", 1.0, one.home),))
        for person in persons
        for one, two in zip(person.members, person.members[1:], strict=False)
    ]
    known = {persona.reference for person in persons for persona in person.members}
    unknown = {reference for judgement in judgements for reference in judgement.pair} - known
    return Identities(tuple(persons), tuple(links), tuple(sorted(unknown)))
