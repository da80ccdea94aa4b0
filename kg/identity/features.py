"""What speaks for one person and what against: a readable list, each feature with its score and its reason.

Scores are logarithms of odds.  The two main ones belong together: of a common name there are many bearers, in
a narrow circle of people there are few; their sum tells how many namesakes are to be expected in the circle.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import log

from kg.identity.model import Reason
from kg.identity.names import PEOPLE
from kg.identity.profiles import Corpus, Key, Profile
from kg.normalise import plain

SAME = 3.6
"""From this score on two profiles are one person (odds of some thirty-six to one)."""

DIFFERENT = -1.0
"""Up to this score two profiles are plainly two persons."""

Feature = Callable[[Profile, Profile, Corpus], Reason | None]

_MOST = {
    "post": 7.0,
    "body": 6.0,
    "whole": 5.0,
    "words": 5.0,
    "leaders": 5.0,
    "leaders within": 4.5,
    "unit": 4.5,
    "within": 4.0,
    "nation": 2.5,
}
"""The most that sharing a circle of a kind can say, however narrow it is."""

_LESS = {
    "post": 0.0,
    "body": 0.3,
    "whole": 1.0,
    "words": 0.5,
    "leaders": 0.4,
    "leaders within": 1.0,
    "unit": 1.4,
    "within": 2.0,
    "nation": 0.8,
}
"""What is taken off, as one person's posts are seldom so unlike and yet in one circle."""

_ALIKE = 0.6
"""From this share of common words on, weighed by rarity, two names may be of one body."""

_SHOWN = 3


def name(one: Profile, two: Profile, corpus: Corpus) -> Reason:
    """The fewer people bear the name, the more likely it is one of them."""
    if plain(one.name) != plain(two.name):
        if one.articles & two.articles:
            return Reason("name", -10.0, "another name in one article")
        return Reason("name", -7.0, "another name")
    if one.name != two.name:
        return Reason("name", -3.0, "the same but for the marks")
    bearers = corpus.bearers(one.name)
    told = f"about {bearers:.0f}" if bearers >= 1 else "fewer than one"
    return Reason("name", _within(-log(bearers + 0.03), 2.5), f"{told} of {PEOPLE:,} people bear it")


def circle(one: Profile, two: Profile, corpus: Corpus) -> Reason | None:
    """The narrowest circle that the posts put both into: the post, the body, the unit, the province."""
    found = [
        (_telling(shared, one, two, corpus), *shared, corpus.circle(shared)) for shared in _shared(one, two)
    ]
    found += [(score, "words", " ".join(words), 0) for score, words in _worded(one, two, corpus)]
    if not found:
        return None
    score, kind, key, names = max(found)
    return Reason(kind, score, f"{key} · {names} names" if names else key)


def _telling(shared: Key, one: Profile, two: Profile, corpus: Corpus) -> float:
    kind = shared[0]
    score = min(corpus.narrowness(shared), _MOST[kind]) - _LESS[kind]
    alike = len(one.posts & two.posts) / len(one.posts | two.posts) if kind == "post" else 0.0
    return score + 0.5 * alike


def _shared(one: Profile, two: Profile) -> Iterator[Key]:
    """Give the circles that both are in; of places only those where one post lies within the other's."""
    for post in one.posts & two.posts:
        yield "post", " ".join(post)
    for body in one.bodies & two.bodies:
        yield "body", body
    for body in one.wholes & two.wholes:
        yield "whole", body
    for unit in one.led & two.led:
        yield "leaders", unit
    for unit in (one.led & two.led_units) | (two.led & one.led_units):
        yield "leaders within", unit
    for unit in one.direct & two.direct:
        yield "unit", unit
    for unit in (one.direct & two.units) | (two.direct & one.units):
        yield "within", unit
    if 0 in one.levels and 0 in two.levels:
        yield "nation", ""


def _worded(one: Profile, two: Profile, corpus: Corpus) -> Iterator[tuple[float, list[str]]]:
    """Give the bodies with much the same words where both hold the same role: a body has many names."""
    for role, words, place in one.words:
        for other_role, others, other_place in two.words:
            if role != other_role or (place and other_place and place != other_place):
                continue
            rarity = {word: corpus.narrowness(("word", word)) for word in sorted(words | others)}
            shared = sum(rarity[word] for word in rarity if word in words and word in others)
            less = min(sum(rarity[word] for word in rarity if word in each) for each in (words, others))
            if less and shared / less >= _ALIKE:
                most = min(max(rarity[word] for word in words & others), _MOST["words"])
                yield most * corpus.sureness - _LESS["words"], sorted(words & others)


def apart(one: Profile, two: Profile, corpus: Corpus) -> Reason | None:
    """Local posts in different places speak against; the more local, the more."""
    if not one.units or not two.units or one.units & two.units:
        return None
    if 0 in one.levels or 0 in two.levels:
        return Reason("apart", -1.0, "local posts in different places, one of them with posts of the nation")
    lowest = min(max(one.levels, default=1), max(two.levels, default=1))
    return Reason("apart", -2.0 - 0.5 * lowest, "local posts in different places only")


def levels(one: Profile, two: Profile, corpus: Corpus) -> Reason | None:
    """A post of the nation and one far below, with nothing between them."""
    if one.units & two.units or (one.bodies & two.bodies):
        return None
    gap = min((abs(a - b) for a in one.levels for b in two.levels), default=0)
    if gap >= 2:
        return Reason("levels", -1.0 * (gap - 1), f"{gap} levels between the posts")
    return None


def at_once(one: Profile, two: Profile, corpus: Corpus) -> Reason | None:
    """Nobody has a full-time post in two places at one time."""
    for units, level, first, last in one.held:
        for others, other_level, other_first, other_last in two.held:
            known = last - first <= 1 and other_last - other_first <= 1
            near = abs(first - other_first) <= 1
            if known and near and not units & others and level and other_level:
                return Reason("at once", -3.0, f"posts in different places in {first} and {other_first}")
    return None


def long_between(one: Profile, two: Profile, corpus: Corpus) -> Reason | None:
    """Decades between two posts make a namesake likelier."""
    years = [year for _, _, first, last in one.held for year in (first, last)]
    others = [year for _, _, first, last in two.held for year in (first, last)]
    if not years or not others:
        return None
    gap = max(min(others) - max(years), min(years) - max(others))
    return Reason("time", -0.1 * (gap - 8), f"{gap} years between them") if gap > 8 else None


def beside(one: Profile, two: Profile, corpus: Corpus) -> Reason | None:
    """The same other people in both articles; the fewer articles name them, the more it tells."""
    shared = sorted(one.beside & two.beside, key=lambda each: (-corpus.rarity_of_name(each), each))
    score = sum(max(0.35 * (corpus.rarity_of_name(each) - 1.5), 0.0) for each in shared[:_SHOWN])
    score = min(score, 3.5) / _breadth(one, two)
    return Reason("beside", score, ", ".join(shared[:_SHOWN])) if score > 0.2 else None


def places(one: Profile, two: Profile, corpus: Corpus) -> Reason | None:
    """The same places in both articles, beyond those of the posts that both have."""
    told = one.units & two.units
    shared = sorted((one.places & two.places) - told, key=lambda each: (-corpus.rarity_of_place(each), each))
    score = sum(max(0.25 * (corpus.rarity_of_place(each) - 1.5), 0.0) for each in shared[:_SHOWN])
    score = min(score, 2.0) / _breadth(one, two)
    return Reason("places", score, ", ".join(shared[:_SHOWN])) if score > 0.2 else None


def copied(one: Profile, two: Profile, corpus: Corpus) -> Reason | None:
    """One text, or two that are nearly the same, speaks of one person by one name."""
    if one.name != two.name or not one.sources & two.sources:
        return None
    return Reason("copy", 5.0, "the same text, or nearly the same")


FEATURES: tuple[Feature, ...] = (
    name,
    circle,
    apart,
    levels,
    at_once,
    long_between,
    beside,
    places,
    copied,
)


def compare(one: Profile, two: Profile, corpus: Corpus) -> tuple[float, tuple[Reason, ...]]:
    """Give the score of a pair and the reasons that make it up, the weightiest first."""
    found = (feature(one, two, corpus) for feature in FEATURES)
    reasons = sorted((r for r in found if r is not None), key=lambda each: (-abs(each.score), each.feature))
    return sum(reason.score for reason in reasons), tuple(reasons)


def _breadth(one: Profile, two: Profile) -> float:
    """Of many articles some name nearly anybody and any place: what they share says less."""
    return 1 + 0.5 * log(len(one.members) * len(two.members))


def _within(score: float, most: float) -> float:
    return max(-most, min(most, score))
