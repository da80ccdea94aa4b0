"""What may be meant while somebody types: things, properties, types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from kg.normalise import plain
from kg.reconcile import Kind
from kg.reconcile.properties import of_kinds
from kg.serve.answers import number
from kg.serve.questions import kind_of
from kg.serve.service import Service, described, described_property, described_type

_DEFAULT: Final = 20
_MOST: Final = 100
_FARTHEST: Final = 100_000


def entities(service: Service, given: Mapping[str, str]) -> dict[str, Any]:
    """Suggest things whose names begin as typed."""
    kind = kind_of(given.get("type", ""))
    kinds = (kind,) if kind is not None else ()
    skip = number(given.get("cursor"), 0, _FARTHEST)
    limit = number(given.get("limit"), _DEFAULT, _MOST)
    prefix = given.get("prefix", "")
    known = service.find(prefix) if prefix.strip() else None
    found = [known] if known is not None else service.index.suggest(prefix, kinds, skip, limit)
    return {
        "result": [
            {
                "id": service.identifier(entity.iri),
                "name": entity.name,
                "description": described(entity),
                "notable": [described_type(entity.kind)],
            }
            for entity in found
        ]
    }


def properties(given: Mapping[str, str]) -> dict[str, Any]:
    """Suggest properties, those of a type if one is given."""
    kind = kind_of(given.get("type", ""))
    some = of_kinds(frozenset({kind}) if kind is not None else frozenset())
    return {"result": _typed(given, [described_property(each) for each in some])}


def types(given: Mapping[str, str]) -> dict[str, Any]:
    """Suggest types."""
    return {"result": _typed(given, [described_type(kind) for kind in Kind])}


def _typed(given: Mapping[str, str], all_: list[dict[str, str]]) -> list[dict[str, str]]:
    typed = plain(given.get("prefix", "").strip())
    skip = number(given.get("cursor"), 0, _FARTHEST)
    return [
        each
        for each in all_
        if each["id"].startswith(typed) or any(word.startswith(typed) for word in plain(each["name"]).split())
    ][skip:]
