"""Personas to persons.

Personas of one name that tell the same posts are taken together first, as far as the name and the posts alone
suffice.  These profiles are compared name by name (:mod:`kg.identity.features`), and joined in the order of
their scores, from the surest down.  What was judged overrules the scores: two personas that somebody called
different are never one person, however many others stand between them, and each of these goes to the side
that it fits better.  Names that look alike are shown to be judged and never joined by the program.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.identity.clusters import Clusters
from kg.identity.features import DIFFERENT, SAME, compare
from kg.identity.model import Identities, IdentityLink, Person, Persona, Reason
from kg.identity.names import folded, known_as
from kg.identity.pairs import look_alikes, namesakes
from kg.identity.profiles import Corpus, Profile, profile
from kg.model import Judgement, Verdict

RULE = "rule"
"""Who decided a link that nobody judged."""

JUDGE = "judgement"
"""Who decided a link when the judgement does not say who judged."""

_IMPOSSIBLE = -4.0
"""Two profiles with so much against them are kept apart even when a third would join them."""

_AGAINST = ("apart", "levels", "at once")
_DOUBTS = 3
"""The most links that are kept for one profile beyond those that joined it."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two compared profiles, by number."""

    one: int
    two: int
    score: float
    reasons: tuple[Reason, ...]

    @property
    def order(self) -> tuple[float, int, int]:
        return -self.score, self.one, self.two

    @property
    def impossible(self) -> bool:
        return sum(r.score for r in self.reasons if r.feature in _AGAINST) <= _IMPOSSIBLE


def identify(personas: Iterable[Persona], judgements: Sequence[Judgement] = ()) -> Identities:
    """Decide which personas are one person; the order of the personas does not matter.

    It is done twice: what the first round finds of how many people bear each name is known to the second one.
    Of judgements on one pair the last one counts.  A "same" that contradicts a "different" is not followed;
    it is given back among ``refused``, and references that no persona answers to among ``unknown``.
    """
    everybody = sorted(set(personas), key=lambda each: each.iri)
    corpus = Corpus(everybody)
    first = _Work(everybody, (), corpus)
    first.join()
    second = _Work(everybody, judgements, corpus.knowing(met(first.persons())))
    second.judge()
    second.doubt(second.join())
    return second.result()


def met(persons: Iterable[Person]) -> dict[str, float]:
    """Tell how many people each name was found to be, less one, the seldom named counting little.

    It is the inverse of the chance that two personas of the name are one person: of a name that one leader
    and two others bear, nearly all mentions are the leader's.
    """
    sizes: dict[str, list[int]] = defaultdict(list)
    for person in persons:
        sizes[folded(person.representative.name)].append(len(person.members))
    return {
        name: sum(found) ** 2 / sum(size * size for size in found) - 1
        for name, found in sizes.items()
        if len(found) > 1
    }


def _between(judgement: Judgement) -> frozenset[str]:
    return frozenset(known_as(reference) for reference in (judgement.left, judgement.right))


class _Work:
    """One run of deciding."""

    def __init__(self, personas: Sequence[Persona], judgements: Sequence[Judgement], corpus: Corpus) -> None:
        self.corpus = corpus
        self.known = {known_as(persona.reference): persona.iri for persona in personas}
        self.judgements = list({_between(judgement): judgement for judgement in judgements}.values())
        judged = {self.known.get(known_as(r)) for j in self.judgements for r in (j.left, j.right)}
        self.profiles = sorted(self._profiles(personas, judged), key=lambda each: each.key)
        self.number = {m.iri: n for n, each in enumerate(self.profiles) for m in each.members}
        self.clusters = Clusters(len(self.profiles))
        self.links: list[IdentityLink] = []
        self.settled: set[tuple[int, int]] = set()
        self.refused: list[Judgement] = []

    def _profiles(self, personas: Sequence[Persona], judged: set[str | None]) -> Iterator[Profile]:
        """Take together what tells the same; who was judged stays alone."""
        groups: dict[object, list[Persona]] = defaultdict(list)
        for persona in personas:
            one = self.corpus.alone(persona)
            alone = not one.posts or persona.iri in judged
            groups[persona.iri if alone else (one.name, one.posts)].append(persona)
        for group in groups.values():
            if len(group) == 1 or self._alike(self.corpus.alone(group[0]))[0] >= SAME:
                yield profile(group)
            else:
                yield from map(self.corpus.alone, group)

    def _alike(self, one: Profile) -> tuple[float, tuple[Reason, ...]]:
        """Compare a profile with another one of the same name and posts, of which nothing else is known."""
        bare = replace(
            one, beside=frozenset(), places=frozenset(), sources=frozenset(), articles=frozenset(), held=()
        )
        return compare(bare, bare, self.corpus)

    def judge(self) -> None:
        """Follow the judgements: first those that part, then those that join."""
        found = [(judgement, pair) for judgement in self.judgements if (pair := self._judged(judgement))]
        for judgement, pair in found:
            if judgement.verdict == Verdict.DIFFERENT:
                self.clusters.part(*pair)
        for judgement, pair in found:
            if judgement.verdict == Verdict.SAME and self.clusters.parted(*pair):
                self.refused.append(judgement)
                continue
            if judgement.verdict == Verdict.SAME:
                self.clusters.join(*pair)
            self.settled.add(pair)
            self._link(self._pair(*pair), judgement.verdict, judgement)

    def _judged(self, judgement: Judgement) -> tuple[int, int] | None:
        found = (self.known.get(reference) for reference in _between(judgement))
        numbers = sorted(self.number[iri] for iri in found if iri is not None)
        return (numbers[0], numbers[1]) if len(numbers) == 2 else None

    def join(self) -> list[_Pair]:
        """Join profiles of one name, the surest pairs first; gives all pairs that were compared."""
        names: dict[str, list[Profile]] = defaultdict(list)
        for each in self.profiles:
            names[each.name].append(each)
        compared: list[_Pair] = []
        for name in sorted(names):
            pairs = self._compared(namesakes(names[name]))
            for pair in pairs:
                if pair.impossible:
                    self.clusters.part(pair.one, pair.two)
            for pair in pairs:
                if pair.score >= SAME and self.clusters.join(pair.one, pair.two):
                    self._link(pair, Verdict.SAME)
            compared += pairs
        return compared

    def doubt(self, compared: Iterable[_Pair]) -> None:
        """Keep as links the best pairs between any two persons, a few for each; so with look-alikes."""
        alike = self._compared(look_alikes(self.profiles, self.corpus))
        kept: Counter[int] = Counter()
        between: set[tuple[int, int]] = set()
        doubts = [*compared, *(pair for pair in alike if pair.score > DIFFERENT)]
        for pair in sorted(doubts, key=lambda each: each.order):
            here, there = sorted((self.clusters.find(pair.one), self.clusters.find(pair.two)))
            full = max(kept[here], kept[there]) >= _DOUBTS
            if here == there or (here, there) in between or full:
                continue
            between.add((here, there))
            kept.update((here, there))
            plain = pair.score <= DIFFERENT or pair.impossible
            self._link(pair, Verdict.DIFFERENT if plain else Verdict.UNSURE)

    def _compared(self, pairs: Iterable[tuple[Profile, Profile]]) -> list[_Pair]:
        """Compare pairs that nobody judged, the surest first."""
        numbers = (sorted(self.number[each.key] for each in pair) for pair in pairs)
        found = [self._pair(one, two) for one, two in numbers if (one, two) not in self.settled]
        return sorted(found, key=lambda each: each.order)

    def _pair(self, one: int, two: int) -> _Pair:
        return _Pair(one, two, *compare(self.profiles[one], self.profiles[two], self.corpus))

    def _link(self, pair: _Pair, verdict: Verdict, judgement: Judgement | None = None) -> None:
        left, right = sorted((self.profiles[pair.one].key, self.profiles[pair.two].key))
        by = RULE if judgement is None else judgement.by or JUDGE
        score = round(pair.score, 2)
        self.links.append(IdentityLink(left, right, score, verdict, by, pair.reasons, judgement))

    def persons(self) -> list[Person]:
        """Give the persons as they are known by now, in the order of their first members."""
        found = []
        for group in self.clusters.groups(range(len(self.profiles))):
            members = sorted((m for n in group for m in self.profiles[n].members), key=lambda each: each.iri)
            found.append(Person(tuple(members), representative(members)))
        return sorted(found, key=lambda each: each.members[0].iri)

    def result(self) -> Identities:
        """Give the persons and all links, in the order of their IRIs."""
        within = [link for each in self.profiles for link in self._within(each)]
        named = (reference for j in self.judgements for reference in (j.left, j.right))
        unknown = {reference for reference in named if known_as(reference) not in self.known}
        return Identities(
            tuple(self.persons()),
            tuple(sorted([*self.links, *within], key=lambda each: (each.left, each.right))),
            tuple(sorted(unknown)),
            tuple(self.refused),
        )

    def _within(self, each: Profile) -> Iterator[IdentityLink]:
        """Link the personas that tell the same posts, each with the one before."""
        if len(each.members) > 1:
            score, reasons = self._alike(each)
            for left, right in zip(each.members, each.members[1:], strict=False):
                yield IdentityLink(left.iri, right.iri, round(score, 2), Verdict.SAME, RULE, reasons)


def representative(members: Sequence[Persona]) -> Persona:
    """Choose who stands for a person: one of the home that most articles tell, the first by identifier."""
    homes = Counter(persona.home for persona in members)
    return min(members, key=lambda each: (-homes[each.home], each.home, each.identifier, folded(each.name)))
