"""What a field of a question may be filled with: things of the graph whose names begin as typed."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from kg.normalise import plain
from kg.reconcile import Kind
from kg.serve.service import Service, described
from kg.vocab import DANG, DCTERMS, RDFS, SCHEMA

_KINDS: Final = {
    "unit": Kind.UNIT,
    "organization": Kind.BODY,
    "person": Kind.PERSON,
    "document": Kind.DOCUMENT,
}
_LISTS: Final = {
    "period": f"SELECT DISTINCT ?name {{ ?thing a <{DANG.Period}> ; <{RDFS.label}> ?name }}",
    "indicator": (
        f"SELECT ?name {{ ?thing a <{DANG.IndicatorValue}> ; <{RDFS.label}> ?name }} "
        "GROUP BY ?name ORDER BY DESC(COUNT(*)) ?name"
    ),
    "article": (
        f"SELECT ?name ?told {{ ?thing a <{SCHEMA.NewsArticle}> ; <{DCTERMS.identifier}> ?name . "
        f"OPTIONAL {{ ?thing <{SCHEMA.headline}> ?told }} }} ORDER BY ?name"
    ),
}
TYPES: Final = (*_KINDS, *_LISTS)
_MOST: Final = 12
_LONGEST: Final = 20_000
Offer = dict[str, str]


def offers(service: Service, type_: str, prefix: str) -> list[Offer]:
    """Give what may be meant: each with the words to fill in, and what tells it from its namesakes."""
    if type_ in _KINDS:
        return _things(service, _KINDS[type_], prefix)
    return _listed(service, type_, prefix) if type_ in _LISTS else []


def _things(service: Service, kind: Kind, prefix: str) -> list[Offer]:
    """Look among the things that the graph is reconciled with; namesakes are told apart by their IRI."""
    found = service.index.suggest(prefix, (kind,), 0, _MOST) if prefix.strip() else []
    names = [entity.names[0] for entity in found]
    return [
        {
            "value": entity.iri if kind is not Kind.PERSON and names.count(name) > 1 else name,
            "label": f"{name} — {told}" if (told := described(entity)) else name,
        }
        for entity, name in zip(found, names, strict=True)
    ]


def _listed(service: Service, type_: str, prefix: str) -> list[Offer]:
    """Look in a list of names, those that begin as typed first."""
    typed = plain(prefix.strip())
    begin, hold = [], []
    for row in _rows(service, type_):
        name, told = row
        words = f"{plain(name)} {plain(told)}"
        offer = {"value": name, "label": f"{name} — {told}" if told else name}
        if words.startswith(typed):
            begin.append(offer)
        elif f" {typed}" in words:
            hold.append(offer)
    return [*begin, *hold][:_MOST]


@lru_cache(maxsize=len(_LISTS))
def _rows(service: Service, type_: str) -> tuple[tuple[str, str], ...]:
    """Read a list of names once, as far as it is worth looking through while somebody types."""
    found: Any = service.graph.store.query(f"{_LISTS[type_]} LIMIT {_LONGEST}")
    names = [variable.value for variable in found.variables]
    told = "told" if "told" in names else None
    return tuple(
        (row["name"].value, row[told].value if told is not None and row[told] is not None else "")
        for row in found
    )
