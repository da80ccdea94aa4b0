"""Which personas are one person."""

from __future__ import annotations

from kg.identity import Persona, identify


def persona(name: str, article: str, home: str) -> Persona:
    return Persona(f"urn:{article}/{name}", name, f"urn:{article}", article, None, home)


def test_one_name_at_one_home_is_one_person_however_the_tone_is_set() -> None:
    found = identify([persona("Lê Hoà", "a", "x"), persona("Lê Hòa", "b", "x"), persona("Lê Hòa", "c", "y")])
    assert sorted(len(person.members) for person in found.persons) == [1, 2]
