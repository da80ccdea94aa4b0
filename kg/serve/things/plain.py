"""Anything that has no page of its own kind: what the graph says of it, and what leads to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

import pyoxigraph as ox

from kg.serve.facts import Fact, Link, Teller
from kg.serve.spoken import time_of
from kg.serve.things.told import told
from kg.vocab import CONCEPTS, DANG, OPENGOV, ORG, PROV, RDF, Minter

TEMPLATE: Final = "plain.html"
_MOST: Final = 100
_SENTENCES: Final = 300
_OF_A_KIND: Final = 12
#: What a reader calls the things that have no page of their own kind, by class; the special ones first.
_KINDS: Final = (
    (DANG.Tenure, "kind_tenure"),
    (DANG.Statement, "kind_statement"),
    (DANG.Target, "target"),
    (DANG.IndicatorValue, "result"),
    (ORG.Post, "kind_post"),
)
_LONG: Final = 600


def page(teller: Teller, iri: str) -> dict[str, Any]:
    """Tell all properties of a thing."""
    look = teller.look
    prefixes = Minter(look.base).prefixes()
    rows = [(_short(predicate, prefixes), _shown(teller, term)) for predicate, term in look.about(iri)]
    leading = [(_short(p, prefixes), teller.link(s)) for p, s in look.leading_to(iri, _MOST)]
    words = _words(teller, iri)
    kinds = set(look.values(iri, RDF.type))
    named = next((teller.t(key) for kind, key in _KINDS if kind in kinds), "")
    return {
        "name": "".join(word.text for word in words).strip(),
        "kinds": [named] if named else sorted(_short(kind, prefixes) for kind in kinds),
        "rows": list(_together(rows)),
        "leading": list(_together(leading)),
        "leads": len(leading),
        "most": _MOST,
        "facts": _facts(teller, iri, words),
    }


def _words(teller: Teller, iri: str) -> list[Link]:
    """Name a thing; a statement by what it says."""
    if DANG.Statement in teller.look.values(iri, RDF.type):
        return told(teller, iri)[1]
    return [Link(teller.look.label(iri, teller.t.language))]


def _facts(teller: Teller, iri: str, words: list[Link]) -> list[Fact]:
    """Give the sentences about a thing: its own, those of statements that state it or that it comes from."""
    look = teller.look
    if look.is_a(iri, ORG.Post):
        return list(_holders(teller, iri))
    statements = [iri] if look.one(iri, DANG.evidence) else teller.stating(iri, _SENTENCES)
    statements = statements or look.values(iri, PROV.wasDerivedFrom)
    when = time_of(look, iri).words(teller.t) if look.is_a(iri, DANG.Tenure) else ""
    fact = teller.fact(words, statements, when, iri, _SENTENCES)
    return [fact] if fact.evidence else []


def _holders(teller: Teller, post: str) -> Iterator[Fact]:
    """Give who held a post, the earliest first."""
    look = teller.look
    tenures = list(look.minted(look.subjects(OPENGOV.post, post, _MOST), "tenure"))
    for tenure in sorted(tenures, key=lambda each: (time_of(look, each).order, each)):
        words = [teller.link(look.one(tenure, ORG.member))]
        when = time_of(look, tenure).words(teller.t)
        yield teller.fact(words, look.values(tenure, PROV.wasDerivedFrom), when, tenure)


def _together(rows: Iterable[tuple[str, Link]]) -> Iterator[tuple[str, list[Link], int]]:
    """Put the values of a property together, and count those of many that are left out."""
    for name, pairs in groupby(rows, key=itemgetter(0)):
        values = [value for _, value in pairs]
        yield name, values[:_OF_A_KIND], max(0, len(values) - _OF_A_KIND)


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


def structured(teller: Teller, iri: str, page: dict[str, Any]) -> dict[str, Any]:
    """Describe the thing in terms of schema.org."""
    return {"@type": "Thing", "name": page["name"]}
