"""Holdings gathered into the things of the picture: units, organisations, officials and posts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from kg.draw.model import Holding, OrganizationRef, Side, UnitRef

#: The unit of organisations whose own unit is unknown; it sorts after all others.
NOWHERE: Final = UnitRef("", "", 9)
_FORMER: Final = frozenset({"former", "ended"})
_YEAR: Final = re.compile(r"[0-9]{1,4}X{0,3}")
_YEAR_DIGITS: Final = 4


def years(edtf: str | None) -> tuple[int, int] | None:
    """Give the first and last year that an EDTF string names: ``2022-12-02/2023`` is ``(2022, 2023)``.

    A masked year is the whole decade or century; an open end counts as the year at the other end.
    """
    found: list[int] = []
    for part in re.split(r"[/,]|\.\.", edtf or ""):
        match = _YEAR.match(part.strip(" []{}?~%"))
        if match and len(match[0]) == _YEAR_DIGITS:
            found += [int(match[0].replace("X", "0")), int(match[0].replace("X", "9"))]
    return (min(found), max(found)) if found else None


@dataclass(slots=True)
class UnitNode:
    """A unit, the units below it, and what stands in its own block."""

    ref: UnitRef
    parent: UnitNode | None = None
    children: list[UnitNode] = field(default_factory=list)
    organizations: list[OrganizationNode] = field(default_factory=list)
    people: list[PersonNode] = field(default_factory=list)
    index: int = -1

    def walk(self) -> Iterator[UnitNode]:
        """Give this unit and all units below it, from the top."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(slots=True)
class OrganizationNode:
    """An organisation and its place among the organisations of its unit."""

    ref: OrganizationRef
    side: Side
    unit: UnitNode
    parent: OrganizationNode | None = None
    parts: list[OrganizationNode] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    index: int = -1

    @property
    def depth(self) -> int:
        """How many organisations of the same unit it stands under."""
        return 0 if self.parent is None else self.parent.depth + 1


@dataclass(slots=True)
class PersonNode:
    """An official; ``unit`` is where the picture shows the person."""

    iri: str
    label: str
    unit: UnitNode
    posts: list[Post] = field(default_factory=list)
    index: int = -1


@dataclass(slots=True)
class Post:
    """A person's role at an organisation with every observation of it, latest first."""

    person: PersonNode
    organization: OrganizationNode
    role: str
    holdings: list[Holding]
    index: int = -1

    @property
    def status(self) -> str:
        """The status at the latest observation."""
        return self.holdings[0].status

    @property
    def former(self) -> bool:
        """Whether the latest observation says that the post is over."""
        return self.status in _FORMER

    @property
    def span(self) -> tuple[int, int] | None:
        """The first and last year in which the post is attested."""
        spans = [span for holding in self.holdings if (span := observed(holding))]
        return (min(first for first, _ in spans), max(last for _, last in spans)) if spans else None


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole picture before it has a place: units from the top, each with its own."""

    roots: tuple[UnitNode, ...]
    units: tuple[UnitNode, ...]
    organizations: tuple[OrganizationNode, ...]
    people: tuple[PersonNode, ...]
    posts: tuple[Post, ...]


def observed(holding: Holding) -> tuple[int, int] | None:
    """Give the years of an observation: its own date, or else the article's."""
    return years(holding.as_of) or years(holding.article_date)


def build_chart(holdings: Iterable[Holding]) -> Chart:
    """Gather ``holdings``; their order plays no part in the result."""
    return _Builder(sorted(set(holdings), key=_holding_key)).chart()


def _holding_key(holding: Holding) -> tuple[str, ...]:
    return (
        holding.person_iri,
        holding.organization_iri,
        holding.role,
        holding.article_iri,
        f"{holding.sentence_offset:09d}",
        repr(holding),
    )


class _Builder:
    def __init__(self, holdings: list[Holding]) -> None:
        self._holdings = holdings
        self._units: dict[str, UnitNode] = {}
        self._organizations: dict[str, OrganizationNode] = {}

    def chart(self) -> Chart:
        for holding in self._holdings:
            self._organization(holding)
        self._seat_people()
        roots = self._ordered_roots()
        units = [unit for root in roots for unit in root.walk()]
        for unit in units:
            unit.organizations = _ordered_organizations(unit.organizations)
            unit.people.sort(key=_person_key)
        ordered = [person for unit in units for person in unit.people]
        organizations = [organization for unit in units for organization in unit.organizations]
        posts = [post for person in ordered for post in person.posts]
        _number(units)
        _number(organizations)
        _number(ordered)
        _number(posts)
        return Chart(tuple(roots), tuple(units), tuple(organizations), tuple(ordered), tuple(posts))

    def _unit(self, chain: tuple[UnitRef, ...]) -> UnitNode:
        """Give the node of the first unit of ``chain``; the rest are the units above it."""
        ref = chain[0]
        node = self._units.get(ref.iri)
        if node is None:
            node = self._units[ref.iri] = UnitNode(ref)
        above = tuple(unit for unit in chain[1:] if 0 < unit.level < ref.level)
        if node.parent is None and above and ref.level <= 3:
            node.parent = self._unit(above)
            node.parent.children.append(node)
        return node

    def _organization(self, holding: Holding) -> OrganizationNode:
        unit = self._unit((holding.unit, *holding.unit_ancestors) if holding.unit else (NOWHERE,))
        ref = OrganizationRef(holding.organization_iri, holding.organization)
        return self._organization_node((ref, *holding.parents), holding.side, unit)

    def _organization_node(
        self, chain: tuple[OrganizationRef, ...], side: Side, unit: UnitNode
    ) -> OrganizationNode:
        known = self._organizations.get(chain[0].iri)
        if known is None:
            known = self._organizations[chain[0].iri] = OrganizationNode(chain[0], side, unit)
            unit.organizations.append(known)
            if len(chain) > 1:
                parent = self._organization_node(chain[1:], side, unit)
                if parent.unit is unit and parent.side is side and not _is_under(parent, known):
                    known.parent = parent
                    parent.parts.append(known)
        return known

    def _seat_people(self) -> None:
        by_person: dict[str, list[Holding]] = defaultdict(list)
        for holding in self._holdings:
            by_person[holding.person_iri].append(holding)
        for iri, held in sorted(by_person.items()):
            self._seat_person(iri, held)

    def _seat_person(self, iri: str, held: list[Holding]) -> None:
        by_post: dict[tuple[str, str], list[Holding]] = defaultdict(list)
        for holding in held:
            by_post[holding.organization_iri, holding.role].append(holding)
        label = min(Counter(holding.person for holding in held).items(), key=lambda item: (-item[1], item[0]))
        person = PersonNode(iri, label[0], self._home(by_post))
        person.unit.people.append(person)
        for (organization_iri, role), observations in sorted(by_post.items()):
            organization = self._organizations[organization_iri]
            post = Post(person, organization, role, sorted(observations, key=_observation_key))
            person.posts.append(post)
            organization.posts.append(post)

    def _home(self, by_post: dict[tuple[str, str], list[Holding]]) -> UnitNode:
        """Give the unit of most of a person's posts, running ones first, the lower unit when even."""
        tally: Counter[str] = Counter()
        for (organization_iri, _), observations in by_post.items():
            latest = min(observations, key=_observation_key)
            unit = self._organizations[organization_iri].unit
            tally[unit.ref.iri] += 1 if latest.status in _FORMER else 100

        def rank(iri: str) -> tuple[bool, int, int, str]:
            unit = self._units[iri]
            return (unit.ref == NOWHERE, -tally[iri], -unit.ref.level, iri)

        return self._units[min(tally, key=rank)]

    def _ordered_roots(self) -> list[UnitNode]:
        roots = [unit for unit in self._units.values() if unit.parent is None]
        for unit in self._units.values():
            unit.children.sort(key=_unit_key)
        return sorted(roots, key=_unit_key)


def _number(nodes: Sequence[UnitNode | OrganizationNode | PersonNode | Post]) -> None:
    for index, node in enumerate(nodes):
        node.index = index


def _is_under(node: OrganizationNode, other: OrganizationNode) -> bool:
    above: OrganizationNode | None = node
    while above is not None:
        if above is other:
            return True
        above = above.parent
    return False


def _observation_key(holding: Holding) -> tuple[int, str, int]:
    span = observed(holding)
    return (-span[1] if span else 0, holding.article_iri, holding.sentence_offset)


def _unit_key(unit: UnitNode) -> tuple[int, str, str]:
    return (unit.ref.level, unit.ref.label, unit.ref.iri)


def _weight(organization: OrganizationNode) -> int:
    return len(organization.posts) + sum(map(_weight, organization.parts))


def _ordered_organizations(organizations: list[OrganizationNode]) -> list[OrganizationNode]:
    """Party, state, others; in each the tree from the top, the busiest first."""

    def key(organization: OrganizationNode) -> tuple[int, str, str]:
        return (-_weight(organization), organization.ref.label, organization.ref.iri)

    def tree(organization: OrganizationNode) -> Iterator[OrganizationNode]:
        yield organization
        organization.parts.sort(key=key)
        for part in organization.parts:
            yield from tree(part)

    roots = [organization for organization in organizations if organization.parent is None]
    roots.sort(key=lambda root: (list(Side).index(root.side), *key(root)))
    return [organization for root in roots for organization in tree(root)]


def _person_key(person: PersonNode) -> tuple[int, ...] | tuple[int, int, int, int, str, str]:
    """By the first organisation that the person serves here, party before state; leaders first."""
    unit = person.unit
    places = {id(organization): place for place, organization in enumerate(unit.organizations)}
    here = [
        (places[id(post.organization)], post.holdings[0].role_rank, len(post.role), post.former)
        for post in person.posts
        if id(post.organization) in places
    ]
    first = min(here, key=lambda item: (item[3], *item[:3]))
    return (first[0], int(first[3]), first[1], first[2], person.label, person.iri)
