"""A theme: its wording, its elements and who shares them, its kinship with the level above."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from kg.normalise import fold
from kg.serve.facts import Fact, Link, Teller
from kg.serve.things.body import chain, of_body
from kg.serve.things.told import document_link
from kg.vocab import DANG, SCHEMA, SKOS

TEMPLATE: Final = "theme.html"
_MOST: Final = 30


@dataclass(frozen=True, slots=True)
class Kin:
    """A theme of a body above or below in the same period, part by part."""

    theme: Link
    body: Link
    above: bool
    parts: tuple[tuple[str, bool], ...]
    fact: Fact


def page(teller: Teller, iri: str) -> dict[str, Any]:
    """Tell of a theme."""
    look = teller.look
    period = look.one(iri, DANG.period)
    bodies = look.values(iri, DANG.themeOf)
    candidates = look.values(iri, DANG.candidate)
    elements = _ordered(teller, iri)
    return {
        "name": look.label(iri),
        "period": teller.period(period),
        "bodies": teller.names(bodies),
        "candidates": teller.names(candidates),
        "set_by": [document_link(teller, each) for each in look.values(iri, DANG.setBy)],
        "facts": [teller.fact([Link(teller.t("worded_in"))], teller.stating(iri), iri=iri)],
        "elements": [
            (worded(look.label(iri), look.label(each)), _sharing(teller, each, iri)) for each in elements
        ],
        "kin": _kin(teller, iri, bodies or candidates, period),
        "years": [
            (teller.period(look.one(each, DANG.period)), teller.link(each))
            for body in bodies
            for each in of_body(teller, body)
            if each != iri
        ],
    }


def _ordered(teller: Teller, iri: str) -> list[str]:
    """Give the elements in the order of the wording."""
    look = teller.look
    items = look.values(iri, SCHEMA.itemListElement)
    places = {look.one(item, SCHEMA.item): int(look.one(item, SCHEMA.position) or 0) for item in items}
    return sorted(look.values(iri, DANG.element), key=lambda each: (places.get(each, 99), each))


def worded(wording: str, element: str) -> str:
    """Give an element, which is kept in small letters, as the theme writes it."""
    place = wording.casefold().find(element.casefold())
    found = wording[place : place + len(element)] if place >= 0 else element
    return found if found.casefold() == element.casefold() else element


def _sharing(teller: Teller, element: str, iri: str) -> list[tuple[Link, Link]]:
    """Give the other themes that have an element, with their bodies."""
    look = teller.look
    others = (each for each in look.subjects(DANG.element, element, _MOST) if each != iri)
    return [(teller.link(each), Link(_whose(teller, each))) for each in others]


def _whose(teller: Teller, theme: str) -> str:
    look = teller.look
    bodies = ", ".join(teller.name(each) for each in look.values(theme, DANG.themeOf))
    return " ".join(part for part in (bodies, teller.period(look.one(theme, DANG.period))) if part)


def parts(wording: list[str]) -> dict[str, str]:
    """Part elements at their commas, by their folded words."""
    pieces = [piece.strip(' .“”"') for element in wording for piece in element.replace(";", ",").split(",")]
    return {fold(piece): piece for piece in pieces if piece}


def _kin(teller: Teller, iri: str, bodies: list[str], period: str) -> list[Kin]:
    """Compare with the themes of the same period in the units above and below."""
    look = teller.look
    mine = set(parts(_wording(teller, iri)))
    units = [unit for body in bodies for unit in look.values(body, DANG.jurisdiction)]
    above = [each for unit in units for each in chain(teller, unit)[1:]]
    below = [each for unit in units for each in look.subjects(SCHEMA.containedInPlace, unit, 400)]
    around = [*((each, True) for each in above), *((each, False) for each in below)]
    themes = (
        (other, body, higher)
        for unit, higher in around
        for body in look.subjects(DANG.jurisdiction, unit, 60)
        for other in look.subjects(DANG.themeOf, body)
        if period and look.one(other, DANG.period) == period
    )
    return [_compared(teller, *each, mine) for each in islice(themes, _MOST)]


def _compared(teller: Teller, other: str, body: str, higher: bool, mine: set[str]) -> Kin:
    told = parts(_wording(teller, other))
    fact = teller.computed([], "kinship", teller.stating(other))
    shared = tuple((piece, folded in mine) for folded, piece in told.items())
    return Kin(teller.link(other), teller.link(body), higher, shared, fact)


def _wording(teller: Teller, theme: str) -> list[str]:
    look = teller.look
    whole = look.label(theme)
    elements = [worded(whole, look.one(each, SKOS.prefLabel)) for each in _ordered(teller, theme)]
    return elements or [whole]


def structured(teller: Teller, iri: str, told: dict[str, Any]) -> dict[str, Any]:
    """Describe the theme in terms of schema.org."""
    return {
        "@type": "ItemList",
        "name": told["name"],
        "temporalCoverage": told["period"],
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": element}
            for place, (element, _) in enumerate(told["elements"], 1)
        ],
    }
