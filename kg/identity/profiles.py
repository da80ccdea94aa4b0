"""What is compared: personas that tell the same, and what the whole corpus tells of names and circles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import groupby
from math import log
from operator import itemgetter
from typing import TypeVar

from kg.identity.model import HeldPost, Persona
from kg.identity.names import PEOPLE, Names, folded
from kg.normalise import fold
from kg.sorting import Sorted
from kg.vocab import short

_UNSEEN = 2000
"""How many people of public life a small corpus is taken to have left unseen."""

_YEAR = re.compile(r"\d{4}")

T = TypeVar("T")
K = TypeVar("K")
Key = tuple[str, str]
"""A circle of people: its kind (post, body, leaders, unit, within, nation, …) and what it is named by."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One or several personas of one name that tell the same posts.

    ``posts`` are pairs of role and body; ``words`` of role, the words naming the body, and its unit;
    ``wholes`` are the bodies and what they are part of; ``direct`` are the units of the bodies, ``units``
    these and all above, ``led`` and ``led_units`` those of posts in the bodies that lead a unit; ``held`` are
    the units of posts held at the time, with level and years.
    """

    name: str
    members: tuple[Persona, ...]
    posts: frozenset[tuple[str, str]]
    bodies: frozenset[str]
    wholes: frozenset[str]
    words: frozenset[tuple[str, frozenset[str], str]]
    direct: frozenset[str]
    units: frozenset[str]
    led: frozenset[str]
    led_units: frozenset[str]
    levels: frozenset[int]
    held: tuple[tuple[frozenset[str], int, int, int], ...]
    beside: frozenset[str]
    places: frozenset[str]
    sources: frozenset[str]
    articles: frozenset[str]

    @property
    def key(self) -> str:
        """What orders profiles: the IRI of the first member."""
        return self.members[0].iri

    def circles(self) -> frozenset[Key]:
        """Give the circles of people that the posts put this person into."""
        return frozenset(
            [("post", f"{role} {body}") for role, body in self.posts]
            + [("body", body) for body in self.bodies]
            + [("whole", body) for body in self.wholes]
            + [("leaders", unit) for unit in self.led]
            + [("leaders within", unit) for unit in self.led_units]
            + [("unit", unit) for unit in self.direct]
            + [("within", unit) for unit in self.units]
            + [("word", word) for _, words, _ in self.words for word in words]
            + ([("nation", "")] if 0 in self.levels else [])
        )


def profile(members: Sequence[Persona]) -> Profile:
    """Gather what personas of one name tell."""
    ordered = tuple(sorted(members, key=lambda each: each.iri))
    posts = [post for persona in ordered for post in persona.posts]
    local = [post for post in posts if post.units and post.level != 0]
    leading = [post for post in local if post.leads]
    return Profile(
        folded(ordered[0].name),
        ordered,
        frozenset((_role(post), post.organization) for post in posts if post.organization),
        frozenset(post.organization for post in posts if post.organization),
        frozenset(body for post in posts for body in (post.organization, *post.wholes) if body),
        frozenset(
            (_role(post), words(post.organization), _place(post)) for post in posts if post.organization
        ),
        frozenset(post.units[0] for post in local),
        frozenset(unit for post in local for unit in post.units),
        frozenset(post.units[0] for post in leading),
        frozenset(unit for post in leading for unit in post.units),
        frozenset(post.level for post in posts if post.level is not None),
        tuple(sorted(_held(ordered), key=lambda each: (sorted(each[0]), each[1:]))),
        frozenset(folded(name) for persona in ordered for name in persona.beside),
        frozenset(unit for persona in ordered for unit in persona.places),
        frozenset(persona.source for persona in ordered),
        frozenset(persona.article for persona in ordered),
    )


def words(body: str) -> frozenset[str]:
    """Give the words in a body's IRI, without those that tell it from others of its words."""
    named = short(body).partition(".in-")[0]
    return frozenset(named.replace(".", "-").split("-"))


def _place(post: HeldPost) -> str:
    return post.units[0] if post.units else ""


def _role(post: HeldPost) -> str:
    return post.role or fold(post.wording)


def _held(members: Iterable[Persona]) -> Iterable[tuple[frozenset[str], int, int, int]]:
    """Yield the local posts held when the article appeared: units, level, first and last possible year."""
    for persona in members:
        for post in persona.posts:
            years = [int(year) for year in _YEAR.findall(post.as_of or persona.published or "")]
            if years and post.units and post.level and post.status in ("current", "appointed"):
                yield frozenset(post.units), post.level, min(years), max(years)


class Corpus:
    """What all personas together tell: how large each circle is, how common each name, each place."""

    def __init__(self, personas: Iterable[Persona]) -> None:
        self._met: Mapping[str, float] = {}
        circles: Sorted[tuple[str, str, str]] = Sorted(tuple[str, str, str])
        sources: Sorted[tuple[str, str]] = Sorted(tuple[str, str])
        places: Counter[str] = Counter()
        names: set[str] = set()
        seen: set[str] = set()
        for persona in personas:
            one = profile((persona,))
            names.add(one.name)
            for circle in one.circles():
                circles.add((*circle, one.name))
            sources.add((one.name, persona.source))
            if persona.article not in seen:
                seen.add(persona.article)
                places.update(set(persona.places))
        self.names = Names(names)
        self._circles = _many(circles, itemgetter(0, 1))
        self._articles: Mapping[str, int] = _many(sources, itemgetter(0))
        self._places = places
        self._count = max(len(seen), 1000)

    def knowing(self, met: Mapping[str, float]) -> Corpus:
        """Give this corpus with what was found of how many people, less one, each name is."""
        known = copy(self)
        known._met = met
        return known

    @property
    def sureness(self) -> float:
        """Tell how far counts can be trusted, from nought to one: of a few articles they tell little."""
        return len(self.names.distinct) / (len(self.names.distinct) + 500)

    def bearers(self, name: str) -> float:
        """Tell how many of 10,000 people bear a name, by its syllables or by the people that were found."""
        met = self._met.get(name, 0.0) * PEOPLE / (len(self.names.distinct) + _UNSEEN)
        return max(self.names.bearers(name), met * self.sureness)

    def circle(self, circle: Key) -> int:
        """Count the names that the articles put into a circle."""
        return self._circles.get(circle, 1)

    def narrowness(self, circle: Key) -> float:
        """Tell how much a shared circle says: the logarithm of how few of all people are in it."""
        return log((len(self.names.distinct) + _UNSEEN) / (self.circle(circle) + 1))

    def rarity_of_name(self, name: str) -> float:
        """Tell how much it says that two articles name the same third person."""
        return log(self._count / self._articles.get(name, 1))

    def rarity_of_place(self, place: str) -> float:
        """Tell how much it says that two articles name the same place."""
        return log(self._count / max(self._places[place], 1))


def _many(told: Iterable[T], key: Callable[[T], K]) -> dict[K, int]:
    """Count what is told of each key, in order, of which there is more than one."""
    counted = ((each, sum(1 for _ in group)) for each, group in groupby(told, key))
    return {each: count for each, count in counted if count > 1}
