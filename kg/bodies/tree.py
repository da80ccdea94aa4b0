"""Where a body stands: its line, its level, what it is part of, whom it reports to, what stands beside it.

The rules are properties of the kinds in ``ontology/bodies.ttl``: ``voc:partOf`` (a part of that body of the
same unit), ``voc:reportsTo`` (that body of the same unit), ``voc:upwards`` (the same kind one level up, and
at the top the body named), ``voc:linkedTo``, ``voc:at`` (the levels on which the kind stands), and
``skos:broader`` for the names that one body takes with the type of its unit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from kg.bodies.places import Places
from kg.errors import VocabularyError
from kg.lexicon import Concept, Lexicon
from kg.model import Organization, Unit
from kg.normalise import fold

_BODY = "body"
_CENTRAL = "central"
_PROVINCE = 1
_NOT_WORDS = re.compile(r"[\W_]+")

Key = tuple[str, ...]

Spelled = Callable[[str, str], tuple[str, bool]]
"""Gives the one spelling of a name of bodies of a kind, and whether it leaves out the type of the unit."""


class Tree:
    """The tree of bodies that the vocabulary and the gazetteer span."""

    def __init__(self, lexicon: Lexicon, places: Places) -> None:
        self._lexicon = lexicon
        self.places = places
        self._forms = {
            (type_.key, self.line(reference.partition(":")[2])): reference.partition(":")[2]
            for type_ in lexicon.scheme("unit-type")
            for values in type_.properties.values()
            for reference in values
            if reference.startswith(f"{_BODY}:")
        }
        types = lexicon.scheme("unit-type")
        self.type_labels = tuple(sorted({fold(type_.label) for type_ in types}, key=len, reverse=True))
        self._centre = lexicon.concept(_BODY, _CENTRAL)
        self._central = tuple(f" {fold(label)}" for label in self._centre.strong)

    # -- kinds -----------------------------------------------------------------------------------------------

    def kind(self, key: str) -> Concept | None:
        """The concept of a kind, if the vocabulary has it."""
        try:
            return self._lexicon.concept(_BODY, key)
        except VocabularyError:
            return None

    def kinds(self) -> set[str]:
        """The kinds of which the vocabulary tells where their bodies stand."""
        return {concept.key for concept in self._lexicon.scheme(_BODY) if self.rules(concept.key)}

    def rules(self, kind: str) -> bool:
        """Whether the vocabulary ties bodies of a kind to others."""
        return any(self._values(kind, name) for name in ("partOf", "reportsTo", "upwards"))

    def stands(self, body: Organization) -> bool:
        """Whether a body has its place by its kind, as those that it is a part of have theirs."""
        whole = body.parent is None or self.stands(body.parent)
        return whole and (self.rules(body.kind) or body.parent is not None)

    def line(self, kind: str) -> str:
        """The line that a kind belongs to: that of a party committee for ``town-party-committee``."""
        concept = self.kind(kind)
        broader = concept.broader if concept is not None else None
        return broader.partition(":")[2] if broader else kind

    def levels(self, kind: str) -> frozenset[int]:
        """The levels on which bodies of a kind stand; empty when the vocabulary doesn't say."""
        return frozenset(int(level) for level in self._values(kind, "at"))

    def of_state(self, body: Organization) -> bool:
        """Whether a body stands on the side of the state."""
        concept = self.kind(body.kind)
        return concept is not None and concept.one("side") == "state"

    def _values(self, kind: str, name: str) -> tuple[str, ...]:
        """What a kind says itself, else what its line says."""
        for key in dict.fromkeys((kind, self.line(kind))):
            concept = self.kind(key)
            if concept is not None and concept.properties.get(name):
                return concept.properties[name]
        return ()

    def _kind_of(self, kind: str, name: str) -> str | None:
        values = self._values(kind, name)
        return values[0].partition(":")[2] if values else None

    def form(self, kind: str, unit: Unit) -> str:
        """The kind that a line takes in a unit of this type: that of a city or of a district."""
        return self._forms.get((unit.type, self.line(kind)), kind)

    # -- bodies ----------------------------------------------------------------------------------------------

    def body(self, kind: str, unit: Unit | None) -> Organization | None:
        """The body of a kind or line in a unit, named as the unit's type names it.

        A part of another body comes with that; without a unit it is the body of the nation.
        """
        if unit is None:
            concept = self.kind(kind)
            return Organization(kind, concept.label, level=0) if concept is not None else None
        form = self.form(kind, unit)
        concept = self.kind(form)
        if concept is None or concept.one("label") == "no":
            return None
        levels = self.levels(kind) or {concept.level}
        if unit.level not in levels and None not in levels:
            return None
        whole = self._kind_of(kind, "partOf")
        if whole is not None and concept.one("naming") == "of":
            parent = self.body(whole, unit)
            return Organization(form, concept.label, parent=parent) if parent is not None else None
        bare = self._lexicon.leaves_out_type(concept, unit)
        return Organization(form, concept.label, unit, bare_unit=bare, level=unit.level)

    def is_own(self, body: Organization) -> bool:
        """Whether this is the one body of its kind in its unit, and not one inside an agency or a bloc."""
        concept = self.kind(body.kind)
        return (
            concept is not None
            and body.parent is None
            and fold(body.name) == fold(concept.label)
            and (body.unit is not None or concept.level == 0)
        )

    def key(self, body: Organization) -> Key | None:
        """What is the same for one body under all its names; ``None`` for one whose place is not known.

        The types that a unit had, the reform that it outlived, capitals and dashes make no difference.
        """
        if body.parent is not None:
            above = self.key(body.parent)
            return (body.kind, worded(body.name), *above) if above is not None else None
        name = "" if self.is_own(body) else worded(body.name)
        kind = self.line(body.kind) if self.is_own(body) else body.kind
        if body.unit is not None:
            return (kind, name, self.places.identity(body.unit.key)) if body.unit.key else None
        return (kind, name) if self.level(body) == 0 else None

    def plainest(self, body: Organization, spelled: Spelled) -> Organization:
        """The body as it is called where nobody names it: one and the same for all bodies of a key.

        A province goes under the code that it had before the reform, as articles mostly have it, a commune
        under that of now; a name of its own is ``spelled`` in one way.
        """
        if body.parent is not None:
            name, _ = spelled(body.kind, body.name)
            return Organization(body.kind, name, parent=self.plainest(body.parent, spelled))
        unit = body.unit
        if unit is not None and unit.key is not None:
            standing = self.places.identity if unit.level == _PROVINCE else self.places.now
            unit = self.places.unit(standing(unit.key)) or unit
        if self.is_own(body):
            return self.body(self.line(body.kind), unit) or body
        name, bare = spelled(body.kind, body.name)
        return Organization(body.kind, name, unit, bare, level=unit.level if unit is not None else body.level)

    def level(self, body: Organization) -> int | None:
        """The level that a body stands on: 0 nation, 1 province, 2 district, 3 commune."""
        unit = body.territory
        if unit is not None:
            return unit.level
        root = body
        while root.parent is not None:
            root = root.parent
        concept = self.kind(root.kind)
        national = concept is not None and concept.level == 0
        return 0 if national or fold(root.name).endswith(self._central) else None

    # -- ties ------------------------------------------------------------------------------------------------

    def whole(self, body: Organization) -> Organization | None:
        """The body that this one is a part of, by name or else by its kind."""
        if body.parent is not None:
            return body.parent
        kind = self._kind_of(body.kind, "partOf")
        if kind is None:
            return None
        if body.unit is None and self.level(body) != 0:
            return None
        return self._around(kind, body.unit)

    def superior(self, body: Organization) -> Organization | None:
        """The body that this one reports to; a part of another body reports with that."""
        if body.parent is not None:
            return None
        beside = self._kind_of(body.kind, "reportsTo")
        if beside is not None:
            return self._around(beside, body.unit)
        top = self._kind_of(body.kind, "upwards")
        if top is None or body.unit is None:
            return None
        if not self.is_own(body):
            return self._of_bloc(body)
        for unit in self.places.above(body.unit):
            found = self.body(self.line(body.kind), unit)
            if found is not None:
                return found
        return self._national(top) if body.unit.level == 1 else None

    def _around(self, kind: str, unit: Unit | None) -> Organization | None:
        """The body of a kind in a unit; the nation's, of a kind that only the nation has."""
        concept = self.kind(kind)
        if unit is None or (concept is not None and concept.level == 0):
            return self._national(kind)
        return self.body(kind, unit)

    def _of_bloc(self, body: Organization) -> Organization | None:
        """The committee of a bloc of agencies reports to that of the province or district."""
        own = self.body(self.line(body.kind), body.unit)
        return own if own is not None and body.unit is not None and body.unit.level < 3 else None

    def _national(self, kind: str) -> Organization | None:
        if self.levels(kind) and self._kind_of(kind, "upwards") is not None:
            kind = self._kind_of(kind, "upwards") or kind
        return self.body(kind, None)

    def central(self, kind: str) -> Organization | None:
        """The nation's body of a kind, ``Ban Tổ chức Trung ương``."""
        concept = self.kind(kind)
        if concept is None:
            return None
        named = concept.label if concept.level == 0 else f"{concept.label} {self._centre.label}"
        return Organization(kind, named, level=0)

    def linked(self, body: Organization) -> Organization | None:
        """The body that leads or accompanies this one without being above it in its own line."""
        kind = self._kind_of(body.kind, "linkedTo")
        if kind is None or not self.is_own(body):
            return None
        return self.body(kind, body.unit) if body.unit is not None else self._national(kind)

    def parts(self, body: Organization) -> Iterator[Organization]:
        """The parts that every body of its kind and level has; rare ones (``voc:rare``) are left out."""
        level = self.level(body)
        for concept in self._lexicon.scheme(_BODY) if self.is_own(body) else ():
            fits = self._kind_of(concept.key, "partOf") == self.line(body.kind)
            if fits and level in self.levels(concept.key) and concept.one("rare") is None:
                yield Organization(concept.key, concept.label, parent=body)

    def beside(self, unit: Unit) -> Iterator[Organization]:
        """The bodies that stand in a unit by its level, each on its own."""
        for concept in self._lexicon.scheme(_BODY):
            whole = self._kind_of(concept.key, "partOf")
            if (
                whole is None
                and self.line(concept.key) == concept.key
                and unit.level in self.levels(concept.key)
            ):
                found = self.body(concept.key, unit)
                if found is not None:
                    yield found

    def renamed(self, body: Organization, unit: Unit) -> Organization | None:
        """The body as it is called in a phase of its unit."""
        if body.parent is not None:
            parent = self.renamed(body.parent, unit)
            return Organization(body.kind, body.name, parent=parent) if parent is not None else None
        if self.is_own(body):
            return self.body(self.line(body.kind), unit)
        return Organization(body.kind, body.name, unit, body.bare_unit, level=unit.level)

    def moved(self, body: Organization, unit: Unit) -> Organization | None:
        """The body that stands in another unit as this one does in its own, where its kind has one."""
        if unit.level not in self.levels(body.kind):
            return None
        return self.renamed(body, unit)


def worded(name: str) -> str:
    """A name without capitals and marks between its words."""
    return _NOT_WORDS.sub(" ", fold(name)).strip()


def own_name(label: str, unit: Unit, types: Iterable[str]) -> str:
    """The name of a body without its unit, ``Sở Nội vụ`` for ``Sở Nội vụ tỉnh Hải Dương``.

    ``types`` are the folded labels of types of units that may stand before the unit's name, longest first.
    """
    folded, name = fold(label), fold(unit.name)
    if not folded.endswith(f" {name}"):
        return label
    rest = len(folded) - len(name) - 1
    for type_ in types:
        if folded[:rest].endswith(f" {type_}"):
            return label[: rest - len(type_) - 1]
    return label[:rest]


def standing_name(label: str, parent: str) -> str:
    """The name of a part without that of its whole, ``Ban Thường vụ`` before that of a committee."""
    return label.removesuffix(f" {parent}")
