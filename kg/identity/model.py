"""The values that deciding who is who works on: personas going in, persons and reasons coming out."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Judgement, Verdict


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post as one article tells it.

    ``role`` and ``body`` are keys of concepts, ``None`` where the vocabulary has none.  ``units`` are the
    IRIs of the body's unit and of those above it, lowest first; ``level`` counts 0 nation, 1 province,
    2 district, 3 commune.  ``begun`` is the EDTF date of the step that began it, if the article tells one.
    """

    role: str | None
    wording: str
    organization: str
    body: str | None
    units: tuple[str, ...]
    level: int | None
    status: str
    as_of: str | None
    begun: str | None
    statement: str
    wholes: tuple[str, ...] = ()
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Persona:
    """A person as one article names them.

    ``home`` is the territory (IRI or words) of the most local post; ``beside`` are the names of the other
    persons of the article, ``places`` the IRIs of the units that it names and of those above them.
    Articles that are nearly the same text share a ``witness``.
    """

    iri: str
    name: str
    article: str
    identifier: str
    published: str | None
    home: str
    posts: tuple[HeldPost, ...] = ()
    beside: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    witness: str = ""

    @property
    def reference(self) -> str:
        """How judgements name this persona: ``ARTICLE-ID#NAME``, the same in every build."""
        return f"{self.identifier}#{self.name}"

    @property
    def source(self) -> str:
        """The witness that the article counts as: itself, or the one that it was copied from."""
        return self.witness or self.article


@dataclass(frozen=True, slots=True)
class Reason:
    """What one feature says of a pair: above nought for one person, below for two."""

    feature: str
    score: float
    detail: str


@dataclass(frozen=True, slots=True)
class IdentityLink:
    """What was decided of two personas and why; ``by`` is ``rule`` or whoever judged."""

    left: str
    right: str
    score: float
    verdict: Verdict
    by: str
    reasons: tuple[Reason, ...] = ()
    judgement: Judgement | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """The personas that are one person, in the order of their IRIs."""

    members: tuple[Persona, ...]
    representative: Persona


@dataclass(frozen=True, slots=True)
class Identities:
    """Everybody, and the links that made them so or leave them in doubt.

    ``unknown`` are references of judgements that no persona answers to, ``refused`` judgements "same" that
    contradict a "different".
    """

    persons: tuple[Person, ...]
    links: tuple[IdentityLink, ...]
    unknown: tuple[str, ...] = ()
    refused: tuple[Judgement, ...] = ()
