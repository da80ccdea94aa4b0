"""Which unit a name means: one that is decided, or all that it can mean, each with its reasons.

The name alone gives the candidates.  What is said beside it sets some aside (a date, units above it) and
ranks the others: the type at that date, neighbours, how exactly the name is spelt.  Only when one of them
is ahead of all others is the unit decided; nothing is guessed from size or fame, but for one custom of the
language: the bare name of a province means the province.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kg.gazetteer.gazetteer import Gazetteer
from kg.gazetteer.naming import Naming, parse
from kg.gazetteer.values import ChangeKind, Phase, Place
from kg.model import Unit
from kg.normalise import canonical, fold, plain

_UNCHANGED = frozenset({ChangeKind.KEPT, ChangeKind.TRANSFERRED})


class Feature(StrEnum):
    """What speaks for or against a candidate."""

    DATE = "date"
    WITHIN = "within"
    TYPE = "type"
    NEAR = "near"
    PROVINCE = "province"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature of a candidate: how far it speaks for it (below 0 against), and in words."""

    feature: Feature
    weight: int
    says: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit that the name can mean, in its phase at the date that was asked (else its last one)."""

    place: Place
    phase: Phase
    reasons: tuple[Reason, ...]

    @property
    def excluded(self) -> bool:
        """Whether something that was said rules it out."""
        return any(reason.weight < 0 for reason in self.reasons)

    @property
    def rank(self) -> tuple[int, ...]:
        """What speaks for it, the more telling feature first."""
        weights = {reason.feature: reason.weight for reason in self.reasons}
        return tuple(weights.get(feature, 0) for feature in Feature)


@dataclass(frozen=True, slots=True)
class Question:
    """A name with what is known beside it.  ``type`` is a type's key, ``on`` an EDTF date."""

    name: str
    on: str | None = None
    type: str | None = None
    within: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """All candidates, the likeliest first, and the one that is decided, if one is."""

    candidates: tuple[Candidate, ...]
    decided: Candidate | None = None

    @property
    def open(self) -> tuple[Candidate, ...]:
        """The candidates that nothing rules out."""
        return tuple(candidate for candidate in self.candidates if not candidate.excluded)


def look_up(gazetteer: Gazetteer, question: Question) -> Answer:
    """Find what a name means; no candidates when no unit is or was called so."""
    asked = parse(question.name, gazetteer.types)
    within = [*asked.within, *(parse(name, gazetteer.types).readings for name in question.within)]
    near = [parse(name, gazetteer.types).readings for name in question.near]
    found: dict[str, Candidate] = {}
    for naming in asked.readings:
        wanted = Naming(question.type, naming.name) if question.type else naming
        for unit in gazetteer.unmarked(naming.name):
            candidate = _Case(gazetteer, question.on, wanted, within, near).of(unit)
            best = found.get(unit.key or "")
            if candidate is not None and (best is None or _order(candidate) < _order(best)):
                found[unit.key or ""] = candidate
    candidates = sorted(_with_marks(question.name, found.values()), key=_order)
    if question.on is None:
        candidates = _latest(gazetteer, candidates)
    return Answer(tuple(candidates), _decided(candidates))


def _order(candidate: Candidate) -> tuple[bool, tuple[int, ...], int, str]:
    unit = candidate.place.unit
    return candidate.excluded, tuple(-w for w in candidate.rank), unit.level, unit.key or ""


def _with_marks(name: str, candidates: Iterable[Candidate]) -> list[Candidate]:
    """A name that is typed with its marks means nothing that is spelt otherwise, if anything is spelt so."""
    known = list(candidates)
    exact = [c for c in known if any(r.feature is Feature.NAME and r.weight for r in c.reasons)]
    marked = fold(canonical(name)) != plain(canonical(name))
    return exact if marked and exact else known


def _latest(gazetteer: Gazetteer, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Without a date, a unit that the reform left as it was counts once, and so does a province that grew."""
    keys = {candidate.place.unit.key for candidate in candidates}
    gone_on = {
        key
        for key in keys
        for change in gazetteer.changes(key or "")
        if key not in change.after and len(change.after) == 1 and change.after[0] in keys
        if set(change.kinds) <= _UNCHANGED or _grew(gazetteer.get(key or ""), gazetteer.get(change.after[0]))
    }
    return [candidate for candidate in candidates if candidate.place.unit.key not in gone_on]


def _grew(old: Unit, new: Unit) -> bool:
    """Whether a province went on under its name with others merged into it."""
    return old.level == new.level == 1 and old.full_name == new.full_name


def _decided(candidates: Sequence[Candidate]) -> Candidate | None:
    """The first one when it is ahead of all others."""
    fitting = [candidate for candidate in candidates if not candidate.excluded]
    if not fitting:
        return None
    return fitting[0] if len(fitting) == 1 or fitting[0].rank > fitting[1].rank else None


def _a(word: str) -> str:
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


class _Case:
    """One reading of the question, held against units."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        on: str | None,
        wanted: Naming,
        within: Sequence[Sequence[Naming]],
        near: Sequence[Sequence[Naming]],
    ) -> None:
        self._gazetteer = gazetteer
        self._on, self._wanted = on, wanted
        self._within, self._near = within, near

    def of(self, unit: Unit) -> Candidate | None:
        """The unit as a candidate; ``None`` when it never was of the type that is asked for, or its level."""
        key = unit.key or ""
        alive = self._on is None or self._gazetteer.alive(key, self._on)
        phase = self._phase(key)
        type_ = self._type(key, phase)
        if type_ is not None and type_.weight == 0:
            return None
        reasons = (self._date(key, alive), type_, *self._parents(unit), self._neighbours(unit))
        others = (self._province(phase), self._name(phase, key))
        told = tuple(reason for reason in (*reasons, *others) if reason is not None)
        return Candidate(self._gazetteer.place(key), phase, told)

    def _phase(self, key: str) -> Phase:
        """The phase at the date, else the last one that had the name."""
        at = self._gazetteer.phase(key, self._on) if self._on is not None else None
        if at is not None:
            return at
        phases = self._gazetteer.phases(key)
        called = [p for p in phases if plain(p.unit.name) == plain(self._wanted.name)]
        typed = [p for p in called if p.unit.type == self._wanted.type]
        return (typed or called or phases)[-1]

    def _date(self, key: str, alive: bool) -> Reason | None:
        if self._on is None:
            return None
        span = self._gazetteer.validity(key)
        if alive:
            return Reason(Feature.DATE, 1, f"a unit on {self._on}")
        if span.until is not None and span.may_cover(f"/{self._on}"):
            return Reason(Feature.DATE, -1, f"no more on {self._on}: it ended on {span.until}")
        return Reason(Feature.DATE, -1, f"not yet on {self._on}: it began on {span.since}")

    def _type(self, key: str, phase: Phase) -> Reason | None:
        """2: of that type at that time; 1: at another time; -1: never, but of its level; 0: nor that."""
        wanted = self._wanted.type
        if wanted is None:
            return None
        unit = phase.unit
        if unit.type == wanted:
            return Reason(Feature.TYPE, 2, f"{_a(unit.type)} ({unit.type_label}) at that time")
        for other in self._gazetteer.phases(key):
            if other.unit.type == wanted:
                says = f"{_a(wanted)} only {other.span.edtf}; {_a(unit.type)} at that time"
                return Reason(Feature.TYPE, 1, says)
        if unit.level == self._gazetteer.level_of(wanted):
            return Reason(Feature.TYPE, -1, f"{_a(unit.type)}, never {_a(wanted)}")
        return Reason(Feature.TYPE, 0, "")

    def _parents(self, unit: Unit) -> list[Reason]:
        lines = [self._gazetteer.get(key) for key in unit.ancestors]
        reasons: list[Reason] = []
        for namings in self._within:
            above = next((a for a in lines if self._is(a, namings)), None)
            if above is not None:
                reasons.append(Reason(Feature.WITHIN, 1, f"in {above.full_name}"))
            else:
                reasons.append(Reason(Feature.WITHIN, -1, f"not in {namings[-1].name}"))
        return reasons

    def _is(self, unit: Unit, namings: Sequence[Naming]) -> bool:
        """Whether a unit is or was called so."""
        types = {phase.unit.type for phase in self._gazetteer.phases(unit.key or "")}
        return any(
            unit.key == other.key
            for naming in namings
            if naming.type is None or naming.type in types
            for other in self._gazetteer.unmarked(naming.name)
        )

    def _neighbours(self, unit: Unit) -> Reason | None:
        """How close the named neighbours can lie: 2 each in the same district, 1 in the same province."""
        told: list[str] = []
        weight = 0
        for namings in self._near:
            closest = max((self._closeness(unit, n) for n in self._called(namings)), default=0)
            weight += closest
            if closest:
                where = ("", "province", "district")[closest]
                told.append(f"{namings[-1].name} lies in the same {where}")
        return Reason(Feature.NEAR, weight, "; ".join(told)) if told else None

    def _called(self, namings: Sequence[Naming]) -> list[Unit]:
        units = (u for n in namings for u in self._gazetteer.unmarked(n.name) if n.type in (None, u.type))
        return [u for u in units if self._on is None or self._gazetteer.alive(u.key or "", self._on)]

    def _closeness(self, unit: Unit, other: Unit) -> int:
        if unit.key == other.key:
            return 0
        shared = {unit.key, *unit.ancestors} & {other.key, *other.ancestors}
        levels = [self._gazetteer.get(key).level for key in shared if key is not None]
        return max(levels, default=0) if max(levels, default=0) <= 2 else 2

    def _province(self, phase: Phase) -> Reason | None:
        called = self._name(phase, phase.unit.key or "").weight != 1
        if self._wanted.type is None and phase.unit.level == 1 and called:
            return Reason(Feature.PROVINCE, 1, "the bare name of a province means the province")
        return None

    def _name(self, phase: Phase, key: str) -> Reason:
        """2: called so at that time; 1: at another time; 0: without its marks."""
        name = self._wanted.name
        called = {fold(p.unit.name): p for p in self._gazetteer.phases(key)}
        if fold(canonical(name)) == fold(phase.unit.name):
            return Reason(Feature.NAME, 2, "the name, mark by mark")
        if fold(canonical(name)) in called:
            span = called[fold(canonical(name))].span
            return Reason(Feature.NAME, 1, f"its name only {span.edtf}")
        if any(unit.key == key for unit in self._gazetteer.named(name)):
            return Reason(Feature.NAME, 2, "another name of it")
        return Reason(Feature.NAME, 0, "the name without its marks")
