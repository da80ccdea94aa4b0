"""The values that a check gives."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.vocab import digest


class Gravity(StrEnum):
    """How grave a finding is: both can't be true, it can hardly be, or it is worth a look."""

    CONTRADICTION = "contradiction"
    ODD = "odd"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Told:
    """A passage on one side of a finding.

    ``date`` is the EDTF date of the article, if it tells one; ``witness`` is the same for copies.
    """

    article: str
    start: int
    end: int
    quote: str
    date: str | None
    caption: bool
    witness: str


@dataclass(frozen=True, slots=True)
class Side:
    """A thing that a finding is about, with the passages that tell of it (or give it ``value``)."""

    thing: str
    told: tuple[Told, ...]
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something found in the sources; ``kind`` is the key of a concept, ``shape`` the IRI of the rule."""

    kind: str
    gravity: Gravity
    shape: str
    message_vi: str
    message_en: str
    sides: tuple[Side, ...]

    @property
    def id(self) -> str:
        """A short name that stays the same as long as the rule and what it is about do."""
        return digest(self.shape, self.message_en, *sorted(side.thing for side in self.sides))

    @property
    def witnesses(self) -> tuple[str, ...]:
        """The independent sources, sorted."""
        return tuple(sorted({told.witness for side in self.sides for told in side.told}))

    @property
    def key(self) -> tuple[object, ...]:
        """What findings are ordered by: the graver first."""
        things = tuple((side.thing, side.value or "") for side in self.sides)
        return list(Gravity).index(self.gravity), self.kind, things, self.shape, self.message_en

    def message(self, language: str) -> str:
        """Give the message in ``vi`` or ``en``."""
        return self.message_vi if language == "vi" else self.message_en
