"""The properties by which things are told apart, and how much each says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kg.reconcile.model import Kind

_ALL: Final = frozenset(Kind)


@dataclass(frozen=True, slots=True)
class Property:
    """A property of things of some kinds.

    ``weight`` is what it counts beside the name, which counts 3; ``telling`` says that it alone tells a
    thing from its namesakes.
    """

    id: str
    name: str
    description: str
    kinds: frozenset[Kind]
    weight: float
    telling: bool = False


_PERSON, _BODY, _UNIT, _DOCUMENT = (frozenset({kind}) for kind in Kind)

#: All properties, by their identifiers.
PROPERTIES: Final = {
    each.id: each
    for each in (
        Property("post", "post", "a post held, with or without its body", _PERSON, 1.5),
        Property("organization", "body", "a body in which a post is held", _PERSON, 2, telling=True),
        Property("kind", "kind", "the kind of body, unit or document", _ALL - _PERSON, 1),
        Property(
            "unit", "administrative unit", "the unit that it belongs to or lies in", _ALL, 2, telling=True
        ),
        Property(
            "province", "province", "the province that it belongs to or lies in", _ALL, 1.5, telling=True
        ),
        Property("parent", "body above", "the body that it is a part of", _BODY, 1.5, telling=True),
        Property("number", "number", "the number with or without its letters", _DOCUMENT, 3),
        Property("issuer", "issuer", "the body that issued it", _DOCUMENT, 2),
        Property("title", "title", "what it is about", _DOCUMENT, 2, telling=True),
        Property("code", "code", "the code of the statistics office", _UNIT, 3, telling=True),
        Property(
            "date", "date", "a date (EDTF): of a document; on which a post was held, a unit existed", _ALL, 1
        ),
    )
}


def of_kinds(kinds: frozenset[Kind]) -> list[Property]:
    """The properties that things of these kinds may have; of all kinds when none is given."""
    return [each for each in PROPERTIES.values() if not kinds or each.kinds & kinds]


#: What the features of a candidate mean; those of properties tell how far the property agrees.
FEATURES: Final = {
    "name": "how far the name is the one asked for, syllable by syllable, from 0 to 1",
    "name_with_marks": "1 when the name is the same with all its tone marks",
    "name_without_marks": "1 when the name is the same apart from marks that were not typed",
    "name_alone_is_enough": "1 when the name is so rare or so complete that nothing else is needed",
    **{each.id: f"how far the {each.name} agrees: {each.description}" for each in PROPERTIES.values()},
}
