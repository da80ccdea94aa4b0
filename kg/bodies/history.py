"""How long bodies existed and what became of them.

A body lives as long as its unit; on top of that come changes of whole kinds (``ontology/body-changes.ttl``):
``voc:ended`` and ``voc:began`` name kinds, ``voc:endedName`` and ``voc:beganName`` names of bodies, in units
of the levels ``voc:at`` and, where given, of a type (``voc:unitType``), within units (``voc:unit``, keys of
the gazetteer) or outside of some (``voc:notUnit``).  ``voc:date`` is the first day of the new state,
``voc:basis`` the number of the act, ``voc:source`` where it was found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.bodies.dates import before, days
from kg.bodies.model import Bound, Event, Existence, Lifetime, Stretch
from kg.bodies.places import Places, UnitChange
from kg.bodies.tree import Tree, worded
from kg.lexicon import Concept, Lexicon, lexicon
from kg.model import Organization, Unit
from kg.normalise import plain

SCHEME = "body-change"
OF_KIND = "lifetime-of-kind"
FOLLOWS, CHANGED = "body-follows-unit", "change-of-kind"


@dataclass(frozen=True, slots=True)
class Change:
    """A change of kinds of body, read from the vocabulary."""

    key: str
    date: str
    ended: frozenset[str]
    began: frozenset[str]
    ended_names: tuple[str, ...]
    began_names: tuple[str, ...]
    levels: frozenset[int]
    types: frozenset[str]
    units: frozenset[str]
    but: frozenset[str]
    basis: str | None
    source: str | None

    def abolishes(self, body: Organization) -> bool:
        """Whether bodies of this kind or name ended; one that is on both sides took others in."""
        return self._ended(body) and not self._began(body)

    def founds(self, body: Organization) -> bool:
        """Whether bodies of this kind or name began."""
        return self._began(body) and not self._ended(body)

    def touches(self, body: Organization) -> bool:
        """Whether bodies of this kind or name are on either side."""
        return self._ended(body) or self._began(body)

    def _ended(self, body: Organization) -> bool:
        return self._among(body, self.ended, self.ended_names)

    def _began(self, body: Organization) -> bool:
        return self._among(body, self.began, self.began_names)

    @staticmethod
    def _among(body: Organization, kinds: frozenset[str], names: tuple[str, ...]) -> bool:
        if body.kind in kinds or not names:
            return body.kind in kinds
        called = {_bare(body.name), _bare(body.label)}
        return any(_bare(name) in called for name in names)


class History:
    """The lives of bodies."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.places = Places(lexicon.gazetteer)
        self.tree = Tree(lexicon, self.places)
        read = (_change(concept) for concept in lexicon.scheme(SCHEME))
        self._changes = sorted(read, key=lambda change: (days(change.date) or ("", ""), change.key))
        named = (name for each in self._changes for name in (*each.ended_names, *each.began_names))
        self._spelled = {worded(name): name for name in named}

    def spelled(self, kind: str, name: str) -> str | None:
        """The name of a body of a kind as the vocabulary spells it, if it has the name."""
        concept = self.tree.kind(kind)
        if concept is not None and worded(concept.label) == worded(name):
            return concept.label
        return self._spelled.get(worded(name))

    # -- lifetimes -------------------------------------------------------------------------------------------

    def existence(self, body: Organization, on: str) -> Existence:
        """Tell whether a body existed on a date (EDTF), as far as units and kinds decide it."""
        return self.lifetime(body).existence(on)

    def lifetime(self, body: Organization) -> Lifetime:
        """The stretches through which a body existed; those of a part lie within those of its whole."""
        found = self._of_kind(body)
        if body.parent is None:
            return found
        return Lifetime(tuple(_common(self.lifetime(body.parent).stretches, found.stretches)))

    def _of_kind(self, body: Organization) -> Lifetime:
        unit = body.territory
        whole = self.places.stretch(unit) if unit is not None else self._without_unit(body)
        if not self.tree.stands(body):
            whole = _at_most(whole)
        return Lifetime(tuple(_common((whole,), tuple(self._told(body, whole)))))

    def changes(self, body: Organization) -> bool:
        """Tell whether a body may have lived otherwise than its unit: by its kind, or by its whole."""
        whole = body.parent
        if whole is not None and (whole.territory != body.territory or self.changes(whole)):
            return True
        return any(True for _ in self._touching(body))

    def _told(self, body: Organization, whole: Stretch) -> Iterator[Stretch]:
        """The stretches between the changes of its kind; a kind that is founded first begins with that."""
        touching = list(self._touching(body))
        since = whole.since
        lives = not touching or not touching[0].founds(body)
        for change in touching:
            if lives and change.abolishes(body):
                yield Stretch(since, _bound(change, before(change.date)))
                lives = False
            elif not lives and change.founds(body):
                since, lives = _bound(change, change.date), True
        if lives:
            yield Stretch(since, whole.until)

    def _without_unit(self, body: Organization) -> Stretch:
        """A body of the districts whose unit is not known ended with them."""
        concept = self.tree.kind(body.kind)
        level = body.level if body.level is not None else concept and concept.level
        return self.places.stretch(Unit("", "", "", level)) if level else Stretch()

    def _touching(self, body: Organization) -> Iterator[Change]:
        """The changes that a body falls under, the earliest first."""
        unit, level = body.territory, self.tree.level(body)
        for change in self._changes:
            if level not in change.levels or not change.touches(body):
                continue
            if change.types and (unit is None or unit.type not in change.types):
                continue
            if change.units and not (unit is not None and self._within(unit, change.units)):
                continue
            if unit is not None and self._within(unit, change.but):
                continue
            yield change

    def _within(self, unit: Unit, keys: frozenset[str]) -> bool:
        if not keys:
            return False
        chain = {unit.key or "", *unit.ancestors}
        return any(self.places.identity(key) in keys or key in keys for key in chain)

    # -- what became of bodies -------------------------------------------------------------------------------

    def followed(self, body: Organization) -> Iterator[Event]:
        """The changes in which a body ended, and the bodies that came of it."""
        lifetime = self.lifetime(body)
        ended = {stretch.until.change for stretch in lifetime.stretches if stretch.until is not None}
        for change in self._touching(body):
            if change.abolishes(body) and change.key in ended:
                yield self._event(change, body)
        unit, until = body.territory, lifetime.until
        if unit is not None and until is not None and until.rule != OF_KIND:
            for turn in self.places.endings(unit):
                yield self._turned(turn, body)

    def preceded(self, body: Organization) -> Iterator[Event]:
        """The changes in which a body began, and the bodies that it came of."""
        lifetime = self.lifetime(body)
        begun = {stretch.since.change for stretch in lifetime.stretches if stretch.since is not None}
        for change in self._touching(body):
            if change.founds(body) and change.key in begun:
                yield self._event(change, body)
        unit, since = body.territory, lifetime.since
        if unit is not None and since is not None and since.rule != OF_KIND:
            for turn in self.places.beginnings(unit):
                yield self._turned(turn, body)

    def _turned(self, turn: UnitChange, body: Organization) -> Event:
        """A change of units, told of the bodies that stood in them as this one stands in its own.

        The act on the units rules the bodies of the state; those of the party have decisions of their own.
        """
        old = (self.tree.moved(body, unit) for unit in turn.before)
        new = (self.tree.moved(body, unit) for unit in turn.after)
        return Event(
            turn.date,
            FOLLOWS,
            tuple(one for one in old if one is not None and self._lives(one, before(turn.date))),
            tuple(one for one in new if one is not None and self._lives(one, turn.date)),
            turn.basis if self.tree.of_state(body) else None,
            turn.source,
            (_keys(turn.before), _keys(turn.after)),
        )

    def _lives(self, body: Organization, day: str) -> bool:
        """Whether a body existed on the last day of the old state, or the first of the new one."""
        return self.existence(body, day) is Existence.EXISTED

    def _event(self, change: Change, body: Organization) -> Event:
        """A change of kinds, told of the bodies in the place of one of them."""
        old = self._side(body, change.ended, change.ended_names)
        new = self._side(body, change.began, change.began_names)
        return Event(change.date, CHANGED, old, new, change.basis, change.source)

    def _side(
        self, body: Organization, kinds: frozenset[str], names: tuple[str, ...]
    ) -> tuple[Organization, ...]:
        found = [self._beside(body, kind) for kind in sorted(kinds)]
        found += [body if _bare(name) == _bare(body.name) else replace(body, name=name) for name in names]
        return tuple(one for one in found if one is not None)

    def _beside(self, body: Organization, kind: str) -> Organization | None:
        """The body of another kind in the place of one: of the same whole or in the same unit."""
        concept = self.tree.kind(kind)
        if concept is None or concept.key == body.kind:
            return body if concept is not None else None
        if body.parent is not None:
            return Organization(kind, concept.label, parent=body.parent)
        if body.unit is not None:
            return self.tree.body(kind, body.unit)
        return self.tree.central(kind)


@lru_cache(maxsize=1)
def history() -> History:
    """The lives of bodies by the package's own vocabulary and gazetteer, made once for a process."""
    return History(lexicon())


def existed(kind: str, unit: str | None, on: str, name: str | None = None) -> Existence:
    """Whether the body of a kind existed in a unit on a date (EDTF).

    ``kind`` is a concept's key or IRI, ``unit`` the gazetteer's key, or ``None`` for the nation; ``name`` is
    the body's own name where its kind has several (``Sở Nội vụ``).  Raises ``KeyError`` for an unknown key.
    """
    lives = history()
    key = kind.rpartition("/")[2]
    place = lives.places.gazetteer.get(unit) if unit is not None else None
    if name is not None:
        return lives.existence(Organization(key, name, place), on)
    body = lives.tree.body(key, place) if place is not None else lives.tree.central(key)
    return lives.existence(body, on) if body is not None else Existence.NEVER


def _change(concept: Concept) -> Change:
    values = concept.properties
    return Change(
        key=concept.key,
        date=concept.one("date") or "",
        ended=_locals(values.get("ended", ())),
        began=_locals(values.get("began", ())),
        ended_names=values.get("endedName", ()),
        began_names=values.get("beganName", ()),
        levels=frozenset(map(int, values.get("at", ()))),
        types=_locals(values.get("unitType", ())),
        units=frozenset(values.get("unit", ())),
        but=frozenset(values.get("notUnit", ())),
        basis=concept.one("basis"),
        source=concept.one("source"),
    )


@lru_cache(maxsize=20_000)  # a body is held against every change of its kind
def _bare(name: str) -> str:
    """A name as it is compared with those of changes: the press gets marks wrong."""
    return plain(worded(name))


def _locals(references: tuple[str, ...]) -> frozenset[str]:
    return frozenset(reference.partition(":")[2] for reference in references)


def _keys(units: tuple[Unit, ...]) -> tuple[str, ...]:
    return tuple(unit.key for unit in units if unit.key is not None)


def _bound(change: Change, date: str) -> Bound:
    return Bound(date, OF_KIND, change.basis, change.source, change.key)


def _until(stretch: Stretch, until: Bound) -> Iterator[Stretch]:
    end = days(until.date)
    first = days(stretch.since.date) if stretch.since else None
    last = days(stretch.until.date) if stretch.until else None
    if end is None or (last is not None and last[1] <= end[1]):
        yield stretch
    elif first is None or first[0] <= end[1]:
        yield Stretch(stretch.since, until)


def _since(stretch: Stretch, since: Bound) -> Iterator[Stretch]:
    begin = days(since.date)
    first = days(stretch.since.date) if stretch.since else None
    last = days(stretch.until.date) if stretch.until else None
    if begin is None or (first is not None and first[0] >= begin[0]):
        yield stretch
    elif last is None or last[1] >= begin[0]:
        yield Stretch(since, stretch.until)


def _common(whole: tuple[Stretch, ...], part: tuple[Stretch, ...]) -> Iterator[Stretch]:
    """The stretches in which both existed."""
    for outer in whole:
        for inner in part:
            found = [inner]
            if outer.since is not None:
                found = [s for one in found for s in _since(one, outer.since)]
            if outer.until is not None:
                found = [s for one in found for s in _until(one, outer.until)]
            yield from (stretch for stretch in found if _possible(stretch))


def _at_most(stretch: Stretch) -> Stretch:
    """A stretch of which only the outer bounds are known: project boards come and go within a unit's life."""
    since = stretch.since and replace(stretch.since, date=f"[{stretch.since.date}..]")
    until = stretch.until and replace(stretch.until, date=f"[..{stretch.until.date.strip('[].')}]")
    return Stretch(since, until)


def _possible(stretch: Stretch) -> bool:
    """Whether some day lies in a stretch."""
    first = days(stretch.since.date) if stretch.since else None
    last = days(stretch.until.date) if stretch.until else None
    return first is None or last is None or first[0] <= last[1]
