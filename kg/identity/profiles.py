"""What is compared: personas that tell the same, and what the whole corpus tells of names and circles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from math import log

from kg.identity.model import HeldPost, Persona
from kg.identity.names import GIVEN, MIDDLES, PEOPLE, SURNAMES, folded, hidden, parts
from kg.normalise import fold
from kg.vocab import short

_UNSEEN = 2000
"""How many people of public life a small corpus is taken to have left unseen."""

_EXACT = 4
FEW_ARTICLES = 1000
"""So many articles at least are taken to be there: of a few, rarity tells little."""

_YEAR = re.compile(r"\d{4}")

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
    """What all personas together tell: how large each circle is, how common each name, each place.

    ``counts`` tells how many there are under a key of :func:`kg.identity.ledger.tallies`; a score sees that
    number rounded.
    """

    def __init__(self, counts: Callable[[Key], int]) -> None:
        self._met: Mapping[str, float] = {}
        self._counts = counts
        self.names = rounded(counts(("name", "")))
        self._middles = rounded(counts(("middles", "")))
        self._articles = max(rounded(counts(("article", ""))), FEW_ARTICLES)

    def _count(self, kind: str, key: str) -> int:
        return rounded(self._counts((kind, key)))

    def knowing(self, met: Mapping[str, float]) -> Corpus:
        """Give this corpus with what was found of how many people, less one, each name is."""
        known = copy(self)
        known._met = met
        return known

    @property
    def sureness(self) -> float:
        """Tell how far counts can be trusted, from nought to one: of a few articles they tell little."""
        return self.names / (self.names + 500)

    def bearers(self, name: str) -> float:
        """Tell how many of 10,000 people bear a name, by its syllables or by the people that were found."""
        met = self._met.get(name, 0.0) * PEOPLE / (self.names + _UNSEEN)
        return max(self._by_syllables(name), met * self.sureness)

    def _by_syllables(self, name: str) -> float:
        """Estimate how many people bear a folded name from how often each syllable is met in its place."""
        first, middle, last = parts(name)
        if hidden(last):
            return PEOPLE / GIVEN
        share = (self._count("first", first) + 1) / (self.names + SURNAMES)
        share *= (self._count("last", last) + 1) / (self.names + GIVEN)
        for syllable in middle:
            share *= (self._count("middle", syllable) + 1) / (self._middles + MIDDLES)
        return PEOPLE * share * (self._count("length", str(len(middle))) + 1) / (self.names + 3)

    def circle(self, circle: Key) -> int:
        """Count the names that the articles put into a circle."""
        return self._count(*circle) or 1

    def narrowness(self, circle: Key) -> float:
        """Tell how much a shared circle says: the logarithm of how few of all people are in it."""
        return log((self.names + _UNSEEN) / (self.circle(circle) + 1))

    def rarity_of_name(self, name: str) -> float:
        """Tell how much it says that two articles name the same third person."""
        return log(self._articles / (self._count("source", name) or 1))

    def rarity_of_place(self, place: str) -> float:
        """Tell how much it says that two articles name the same place."""
        return log(self._articles / (self._count("place", place) or 1))


def rounded(count: int) -> int:
    """Give the middle of the half octave in which a count lies; below four it is exact."""
    if count < _EXACT:
        return count
    low = 1 << (count.bit_length() - 1)
    half = low // 2
    return low + half * (count >= low + half) + (half - 1) // 2
