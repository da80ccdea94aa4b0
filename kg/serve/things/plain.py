"""Anything that has no page of its own kind: what the graph says of it, and what leads to it."""

from __future__ import annotations

from typing import Any, Final

import pyoxigraph as ox

from kg.serve.facts import Fact, Link, Teller
from kg.vocab import CONCEPTS, DANG, PROV, RDF, Minter

TEMPLATE: Final = "plain.html"
_MOST: Final = 100
_LONG: Final = 600


def page(teller: Teller, iri: str) -> dict[str, Any]:
    """Tell all properties of a thing."""
    look = teller.look
    prefixes = Minter(look.base).prefixes()
    rows = [(_short(predicate, prefixes), _shown(teller, term)) for predicate, term in look.about(iri)]
    leading = [(_short(p, prefixes), teller.link(s)) for p, s in look.leading_to(iri, _MOST)]
    return {
        "name": look.label(iri, teller.t.language),
        "kinds": sorted(_short(kind, prefixes) for kind in look.values(iri, RDF.type)),
        "rows": [(name, value) for name, value in rows if name != "rdf:type"],
        "leading": leading,
        "most": _MOST,
        "facts": _facts(teller, iri),
    }


def _facts(teller: Teller, iri: str) -> list[Fact]:
    """Give the sentences about a thing: those of statements that state it, or that it was derived from."""
    statements = teller.stating(iri, _MOST) or teller.look.values(iri, PROV.wasDerivedFrom)
    if not statements and teller.look.one(iri, DANG.evidence):
        statements = [iri]
    fact = teller.fact([Link(teller.name(iri))], statements)
    return [fact] if fact.evidence else []


def _shown(teller: Teller, term: ox.NamedNode | ox.Literal) -> Link:
    if isinstance(term, ox.Literal):
        text = term.value
        return Link(text if len(text) <= _LONG else text[:_LONG] + " …")
    if term.value.startswith((teller.look.base, CONCEPTS)):
        return teller.link(term.value)
    return Link(_short(term.value, Minter(teller.look.base).prefixes()))


def _short(iri: str, prefixes: dict[str, str]) -> str:
    for prefix, namespace in prefixes.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def structured(teller: Teller, iri: str, told: dict[str, Any]) -> dict[str, Any]:
    """Describe the thing in terms of schema.org."""
    return {"@type": "Thing", "name": told["name"]}
