"""The values of reconciliation: things with names and properties, questions, and candidates with reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a thing is; the types of the service."""

    PERSON = "person"
    BODY = "body"
    UNIT = "unit"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Value:
    """The value of a property: what it is called in several ways, the first to be shown; a thing has an IRI.

    ``near`` marks what holds less directly: the province of a person who holds a post in a town of it.
    """

    texts: tuple[str, ...]
    iri: str | None = None
    near: bool = False

    @property
    def text(self) -> str:
        """What is shown."""
        return self.texts[0]


@dataclass(frozen=True, slots=True)
class Post:
    """A post that a person held: the role's key (or words), the wording, the body, when it is attested."""

    role: str
    wording: str
    organization: Value | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing of the graph.

    ``names`` are all it is called, the first to be shown.  ``days`` are the first and the last day that the
    graph knows of it.  ``placeless`` marks what stands for itself in one article, because its place or its
    issuer is not known; ``crowded`` what shares its name with units that need not be in the graph.
    """

    iri: str
    kind: Kind
    names: tuple[str, ...]
    properties: Mapping[str, tuple[Value, ...]] = field(default_factory=dict, hash=False)
    posts: tuple[Post, ...] = ()
    days: tuple[str, str] | None = None
    placeless: bool = False
    crowded: bool = False

    @property
    def name(self) -> str:
        """What is shown."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Wish:
    """A property that the thing asked for should have, with one or several values.

    Any of the values will do unless ``every`` one is asked for; what lacks a ``required`` one is left out.
    """

    property: str
    values: tuple[str, ...]
    every: bool = False
    required: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: a name, kinds (none for all), properties, and how many candidates to give."""

    name: str = ""
    kinds: frozenset[Kind] = frozenset()
    wishes: tuple[Wish, ...] = ()
    limit: int = 10


@dataclass(frozen=True, slots=True)
class Feature:
    """How far one thing speaks for a candidate: 1 wholly, 0 against it."""

    id: str
    value: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that may be meant; ``score`` goes from 0 to 100, ``match`` says that it is."""

    entity: Entity
    score: float
    features: tuple[Feature, ...]
    match: bool = False

    def feature(self, identifier: str) -> float | None:
        """The value of a feature, ``None`` where nothing is known."""
        return next((f.value for f in self.features if f.id == identifier), None)
