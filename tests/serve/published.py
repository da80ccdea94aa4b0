"""The published rules of the reconciliation API, written down as types that refuse everything else.

They say what the JSON schemas of version 0.2 and of the draft of 1.0 say (the specification's appendix
"JSON Schemas"): required fields, their types, patterns, and where no other field may stand.
"""

# ruff: noqa: N815 - the fields have the names of the specification

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

Iri = Annotated[str, Meta(pattern="^https?://")]
ViewTemplate = Annotated[str, Meta(pattern=r"\{\{id\}\}")]
IsoTime = Annotated[
    str,
    Meta(
        pattern=r"^(-?(?:[1-9][0-9]*)?[0-9]{4})-(1[0-2]|0[1-9])-(3[01]|0[1-9]|[12][0-9])"
        r"T(2[0-3]|[01][0-9]):([0-5][0-9]):([0-5][0-9])(\.[0-9]+)?(Z|[+-](?:2[0-3]|[01][0-9]):[0-5][0-9])?$"
    ),
]
Score = Annotated[float, Meta(ge=0, le=100)]
Name = Annotated[str, Meta(min_length=1)]


class Type(Struct, forbid_unknown_fields=True):
    id: Name
    name: Name
    description: str = ""


class View(Struct, forbid_unknown_fields=True):
    url: ViewTemplate


class Preview(Struct, forbid_unknown_fields=True):
    url: ViewTemplate
    width: int
    height: int


class Place(Struct, forbid_unknown_fields=True):
    service_url: Iri
    service_path: str


class Suggest(Struct, forbid_unknown_fields=True):
    entity: Place
    property: Place
    type: Place


class Extend(Struct, forbid_unknown_fields=True):
    propose_properties: Place
    property_settings: list[Any]


class Manifest(Struct, forbid_unknown_fields=True):
    versions: list[str]
    name: Name
    identifierSpace: Iri
    schemaSpace: Iri
    documentation: Iri
    serviceVersion: str
    defaultTypes: list[Type]
    batchSize: int
    view: View
    feature_view: View
    preview: Preview
    suggest: Suggest
    extend: Extend


class Feature(Struct, forbid_unknown_fields=True):
    id: Name
    value: bool | float


class Candidate(Struct, forbid_unknown_fields=True):
    id: Name
    name: Name
    score: Score
    description: str
    type: list[Type]
    match: bool
    features: list[Feature]


class Result(Struct, forbid_unknown_fields=True):
    result: list[Candidate]


class Entity(Struct, forbid_unknown_fields=True):
    id: Name
    name: Name
    description: str
    notable: list[Type]


class Entities(Struct, forbid_unknown_fields=True):
    result: list[Entity]


class Described(Struct, forbid_unknown_fields=True):
    id: Name
    name: Name
    description: str = ""


class Suggestions(Struct, forbid_unknown_fields=True):
    result: list[Described]


class ColumnType(Struct, forbid_unknown_fields=True):
    id: Name
    name: str = ""


class Column(Struct, forbid_unknown_fields=True):
    id: str
    name: str
    type: ColumnType | None = None


class Value(Struct, forbid_unknown_fields=True):
    """Exactly one of the forms: nothing, a thing, a string, a number, a date."""

    id: str | msgspec.UnsetType = msgspec.UNSET
    name: str | msgspec.UnsetType = msgspec.UNSET
    str_: str | msgspec.UnsetType = msgspec.field(name="str", default=msgspec.UNSET)
    float_: float | msgspec.UnsetType = msgspec.field(name="float", default=msgspec.UNSET)
    int_: int | msgspec.UnsetType = msgspec.field(name="int", default=msgspec.UNSET)
    date: IsoTime | msgspec.UnsetType = msgspec.UNSET

    def __post_init__(self) -> None:
        given = {name for name in self.__struct_fields__ if getattr(self, name) is not msgspec.UNSET}
        if given not in ({"id", "name"}, {"str_"}, {"float_"}, {"int_"}, {"date"}, set()):
            raise ValueError(f"not one form of value: {sorted(given)}")


class Extension(Struct, forbid_unknown_fields=True):
    meta: list[Column]
    rows: dict[str, dict[str, list[Value]]]


class Proposal(Struct, forbid_unknown_fields=True):
    type: str
    properties: list[Described]
    limit: int


# -- the draft of 1.0 ----------------------------------------------------------------------------------------


class DraftView(Struct, forbid_unknown_fields=True):
    url: Annotated[str, Meta(pattern=r"^[^{}]*\{\+?id\}[^{}]*$")]


class DraftPreview(Struct, forbid_unknown_fields=True):
    width: int
    height: int


class DraftSuggest(Struct, forbid_unknown_fields=True):
    entity: bool
    property: bool
    type: bool


class DraftExtend(Struct, forbid_unknown_fields=True):
    proposeProperties: bool
    propertySettings: list[Any]


class DraftManifest(Struct, forbid_unknown_fields=True):
    versions: list[str]
    name: Name
    documentation: Iri
    serviceVersion: str
    defaultTypes: list[Type]
    batchSize: int
    view: DraftView
    featureView: DraftView
    preview: DraftPreview
    suggest: DraftSuggest
    extend: DraftExtend
    standardizedScore: bool
    lang: str


class DraftFeature(Struct, forbid_unknown_fields=True):
    id: Name
    name: Name
    value: bool | float


class DraftCandidate(Struct, forbid_unknown_fields=True):
    id: Name
    name: Name
    score: Score
    description: str
    type: list[Type]
    match: bool
    features: list[DraftFeature]


class DraftResult(Struct, forbid_unknown_fields=True):
    candidates: list[DraftCandidate]


class DraftResults(Struct, forbid_unknown_fields=True):
    results: list[DraftResult]


class DraftCells(Struct, forbid_unknown_fields=True):
    id: str
    values: list[Value]


class DraftRow(Struct, forbid_unknown_fields=True):
    id: str
    properties: list[DraftCells]


class DraftExtension(Struct, forbid_unknown_fields=True):
    meta: list[Column]
    rows: list[DraftRow]
