"""Personas to persons.

Personas of one name that tell the same posts are taken together first, as far as the name and the posts alone
suffice.  These profiles are compared name by name (:mod:`kg.identity.features`), and joined in the order of
their scores, from the surest down.  What was judged overrules the scores: two personas that somebody called
different are never one person, however many others stand between them, and each of these goes to the side
that it fits better.  Names that look alike are shown to be judged and never joined by the program.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

import msgspec

from kg.identity.clusters import Clusters
from kg.identity.crowd import ByName, Profiles
from kg.identity.features import DIFFERENT, SAME, compare
from kg.identity.ledger import counted
from kg.identity.model import Identities, IdentityLink, Person, Persona, Reason
from kg.identity.names import folded, known_as
from kg.identity.pairs import Masked, look_alikes, masked, namesakes
from kg.identity.profiles import Corpus, Key, Profile, profile
from kg.model import Judgement, Verdict
from kg.sorting import Sorted, in_order

RULE = "rule"
"""Who decided a link that nobody judged."""

JUDGE = "judgement"
"""Who decided a link when the judgement does not say who judged."""

_IMPOSSIBLE = -4.0
"""Two profiles with so much against them are kept apart even when a third would join them."""

_AGAINST = ("apart", "levels", "at once")
_HELD = 5_000
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


Linked = tuple[IdentityLink, Persona, Persona]
"""A link with the personas of its two sides."""

_Open = tuple[float, str, str, int, int, bool, bool, bytes]
"""A pair left open: score, negative; the keys of both; their persons; plainly two; two names; reasons."""

Count = Callable[[Key], int]
"""Tells how many there are under a key of :func:`kg.identity.ledger.tallies`."""


def identify(personas: Iterable[Persona], judgements: Sequence[Judgement] = ()) -> Identities:
    """Decide which personas are one person; the order of the personas does not matter.

    See :class:`Deciding`, which gives one after the other what this gives in the order of the IRIs.
    """
    persons: list[Person] = []
    links: list[IdentityLink] = []
    everybody = list(personas)
    with closing(Deciding(everybody, counter(counted(everybody)), judgements)) as deciding:
        for found in deciding.run():
            if isinstance(found, Person):
                persons.append(found)
            else:
                links.append(found[0])
        return Identities(
            tuple(sorted(persons, key=lambda each: each.members[0].iri)),
            tuple(sorted(links, key=lambda each: (each.left, each.right))),
            deciding.unknown,
            deciding.refused,
        )


class Deciding:
    """Decides name by name which personas are one person; what waits is on disk.

    It is done twice: what the first round finds of how many people bear each name is known to the second one.
    Of judgements on one pair the last one counts.  A "same" that contradicts a "different" is not followed;
    it is given back among ``refused``, and references that no persona answers to among ``unknown``.

    What there is of everything is first asked when all personas were drawn.  It may be counted over more than
    these (:mod:`kg.identity.ledger`): then it is decided of some names as among all others, but for pairs of
    look-alikes of which one is not given.
    """

    def __init__(
        self, personas: Iterable[Persona], count: Count, judgements: Sequence[Judgement] = ()
    ) -> None:
        self._judgements = {_between(judgement): judgement for judgement in judgements}
        self._wanted = frozenset().union(*self._judgements)
        self._named: dict[str, str] = {}
        self._people, self._profiles = ByName(), Profiles()
        self._open: Sorted[_Open] = Sorted(_Open, _HELD)
        self._masked: Sorted[Masked] = Sorted(Masked)
        self._settled: set[tuple[str, str]] = set()
        self._refused: list[Judgement] = []
        self._numbered = 0
        self._encode = msgspec.msgpack.Encoder().encode
        for persona in personas:
            self._take(persona)
        self.corpus = Corpus(count)

    def close(self) -> None:
        """Let go of what is on disk."""
        for each in (self._people, self._profiles, self._open, self._masked):
            each.close()

    def _take(self, persona: Persona) -> None:
        """Put a persona by for later, and note the name of one who is judged."""
        self._people.add(persona)
        if self._wanted and (reference := known_as(persona.reference)) in self._wanted:
            self._named[reference] = folded(persona.name)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The references of judgements that no persona answers to."""
        named = (reference for j in self._judgements.values() for reference in (j.left, j.right))
        return tuple(sorted({each for each in named if known_as(each) not in self._named}))

    @property
    def refused(self) -> tuple[Judgement, ...]:
        """The judgements that were not followed; all, once everybody was decided on."""
        return tuple(judgement for judgement in self._judgements.values() if judgement in self._refused)

    def run(self) -> Iterator[Person | Linked]:
        """Give every person and every link, once."""
        for people in self._blocks():
            work = self._decided(people)
            yield from work.persons()
            yield from work.linked()
        yield from self._doubts()

    def _blocks(self) -> Iterator[list[Persona]]:
        """Give the personas of each name; names of which judgements speak together go together."""
        together: dict[str, set[str]] = {name: {name} for name in self._named.values()}
        for pair in self._judgements:
            one = set().union(*(together[self._named[each]] for each in pair if each in self._named))
            together.update(dict.fromkeys(one, one))
        waiting: dict[int, list[Persona]] = defaultdict(list)
        for name, people in self._people.names():
            if name in together:
                waiting[id(together[name])] += people
            else:
                yield people
        yield from waiting.values()

    def _decided(self, people: Sequence[Persona]) -> _Work:
        """Decide on the people of one name, and put by what may tie them to others."""
        everybody = sorted(people, key=lambda each: each.iri)
        names = {folded(persona.name) for persona in everybody}
        about = [
            judgement
            for pair, judgement in self._judgements.items()
            if any(self._named.get(each) in names for each in pair)
        ]
        work = _Work(everybody, (), self.corpus)
        compared = work.join()
        found = met(work.persons())
        if found or about:
            work = _Work(everybody, about, self.corpus.knowing(found))
            work.judge()
            compared = work.join()
        self._refused += work.refused
        self._settled.update((work.profiles[one].key, work.profiles[two].key) for one, two in work.settled)
        persons = [self._numbered + work.clusters.find(n) for n in range(len(work.profiles))]
        self._numbered += len(work.profiles)
        self._profiles.add(zip(work.profiles, persons, strict=True))
        for each in work.profiles:
            for told in masked(each, self.corpus):
                self._masked.add(told)
        for pair in compared:
            one, two = ((work.profiles[n].key, persons[n]) for n in (pair.one, pair.two))
            self._leave_open(pair, one, two)
        return work

    def _leave_open(
        self, pair: _Pair, one: tuple[str, int], two: tuple[str, int], *, alike: bool = False
    ) -> None:
        if one[1] != two[1]:
            plain = pair.score <= DIFFERENT or pair.impossible
            reasons = self._encode(pair.reasons)
            self._open.add((-pair.score, one[0], two[0], one[1], two[1], plain, alike, reasons))

    def _doubts(self) -> Iterator[Linked]:
        """Keep as links the best pairs between any two persons, of one name a few for each.

        Of names that look alike all are kept: what is decided of two names must not depend on third ones.
        """
        for one, two in in_order(look_alikes(self._masked), tuple[str, str]):
            if (one, two) not in self._settled:
                (here, left), (there, right) = self._profiles.get(one), self._profiles.get(two)
                pair = _Pair(0, 1, *compare(left, right, self.corpus))
                if pair.score > DIFFERENT:
                    self._leave_open(pair, (one, here), (two, there), alike=True)
        decode = msgspec.msgpack.Decoder(tuple[Reason, ...]).decode
        kept: Counter[int] = Counter()
        between: set[int] = set()
        for score, one, two, here, there, plain, alike, reasons in self._open:
            pair_of = min(here, there) * self._numbered + max(here, there)
            if pair_of in between or (not alike and max(kept[here], kept[there]) >= _DOUBTS):
                continue
            between.add(pair_of)
            if not alike:
                kept.update((here, there))
            verdict = Verdict.DIFFERENT if plain else Verdict.UNSURE
            link = IdentityLink(one, two, round(-score, 2), verdict, RULE, decode(reasons))
            yield link, self._profiles.members(one)[1][0], self._profiles.members(two)[1][0]


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


def counter(counts: Mapping[Key, int]) -> Count:
    """Make counts a function that knows of everything how many there are."""
    return lambda key: counts.get(key, 0)


def _between(judgement: Judgement) -> frozenset[str]:
    return frozenset(known_as(reference) for reference in (judgement.left, judgement.right))


class _Work:
    """One run of deciding on the people of a name, or of several that judgements name together."""

    def __init__(self, personas: Sequence[Persona], judgements: Sequence[Judgement], corpus: Corpus) -> None:
        self.corpus = corpus
        self.judgements = judgements
        self.known = {known_as(persona.reference): persona.iri for persona in personas if judgements}
        judged = {self.known.get(known_as(r)) for j in self.judgements for r in (j.left, j.right)}
        self.profiles = sorted(self._profiles(personas, judged), key=lambda each: each.key)
        self.number = {m.iri: n for n, each in enumerate(self.profiles) for m in each.members}
        self.clusters = Clusters(len(self.profiles))
        self.links: list[IdentityLink] = []
        self.settled: set[tuple[int, int]] = set()
        self.refused: list[Judgement] = []

    def _profiles(self, personas: Sequence[Persona], judged: set[str | None]) -> Iterator[Profile]:
        """Take together what tells the same; who was judged stays alone."""
        groups: dict[object, list[Profile]] = defaultdict(list)
        for persona in personas:
            one = profile((persona,))
            alone = not one.posts or persona.iri in judged
            groups[persona.iri if alone else (one.name, one.posts)].append(one)
        for group in groups.values():
            if len(group) == 1:
                yield group[0]
            elif self._alike(group[0])[0] >= SAME:
                yield profile([persona for each in group for persona in each.members])
            else:
                yield from group

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

    def linked(self) -> Iterator[Linked]:
        """Give the links that joined, or that somebody judged, with their personas."""
        known = {each.key: each.members[0] for each in self.profiles}
        for link in self.links:
            yield link, known[link.left], known[link.right]
        for each in self.profiles:
            yield from self._within(each)

    def _within(self, each: Profile) -> Iterator[Linked]:
        """Link the personas that tell the same posts, each with the one before."""
        if len(each.members) > 1:
            score, reasons = self._alike(each)
            for left, right in zip(each.members, each.members[1:], strict=False):
                link = IdentityLink(left.iri, right.iri, round(score, 2), Verdict.SAME, RULE, reasons)
                yield link, left, right


def representative(members: Sequence[Persona]) -> Persona:
    """Choose who stands for a person: one of the home that most articles tell, the first by identifier."""
    homes = Counter(persona.home for persona in members)
    return min(members, key=lambda each: (-homes[each.home], each.home, each.identifier, folded(each.name)))
