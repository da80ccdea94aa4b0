"""A unit: its place in the hierarchy then and now, its point on the map, what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from kg.serve.drawing import place
from kg.serve.facts import Fact, Link, Teller
from kg.serve.look import concept_label
from kg.serve.things import numbers
from kg.serve.things.body import chain, level, life, of_body, theme
from kg.serve.things.posts import joined
from kg.vocab import (
    DANG,
    DCTERMS,
    GEO,
    ORG,
    SCHEMA,
    SKOS,
)

TEMPLATE: Final = "unit.html"
_MOST: Final = 60
_CONSIDERED: Final = 600
_LATEST: Final = 12


def page(teller: Teller, iri: str) -> dict[str, Any]:
    """Tell of a unit."""
    look = teller.look
    kind = look.one(iri, DANG.unitType)
    now = sorted(today(teller, iri), key=teller.name)
    bodies = list(look.of(look.subjects(DANG.jurisdiction, iri), DANG.Body))
    parts = look.subjects(SCHEMA.containedInPlace, iri)
    observations = list(look.of(look.subjects(DANG.refSubject, iri), DANG.IndicatorValue))
    articles = sorted(
        look.of(look.subjects(SCHEMA.contentLocation, iri, 2000), SCHEMA.NewsArticle),
        key=lambda each: (look.day(each), each),
        reverse=True,
    )
    return {
        "name": look.label(iri),
        "kind": concept_label(kind, teller.t.language) if kind else "",
        "level": level(teller, iri),
        "code": look.one(iri, DCTERMS.identifier),
        "life": life(teller, iri),
        "also": [each for each in look.values(iri, SKOS.altLabel) if each != look.label(iri)],
        "then": list(joined(teller.link(each) for each in chain(teller, iri))),
        "now": [
            (list(joined(teller.link(each) for each in chain(teller, one))), life(teller, one))
            for one in now
            if one != iri
        ],
        "still": now == [iri],
        "phases": list(_phases(teller, iri)),
        "changes": list(_changes(teller, iri)),
        "parts": teller.names(parts[: 4 * _MOST]),
        "parts_left": max(0, len(parts) - 4 * _MOST),
        "point": point(teller, iri),
        "bodies": teller.names(bodies[: 2 * _MOST]),
        "bodies_left": max(0, len(bodies) - 2 * _MOST),
        "themes": [theme(teller, each) for body in bodies[:_MOST] for each in of_body(teller, body)],
        "numbers": numbers.facts(teller, observations[:_CONSIDERED], iri, _MOST),
        "numbers_left": max(0, len(observations) - _MOST),
        "articles": [(teller.link(each), teller.day(look.day(each))) for each in articles[:_LATEST]],
        "articles_left": max(0, len(articles) - _LATEST),
    }


def today(teller: Teller, unit: str) -> set[str]:
    """Give what a unit became in the end; itself when it lives on."""
    look = teller.look
    if not look.one(unit, SCHEMA.validThrough):
        return {unit}
    found: set[str] = set()
    waiting, seen = [unit], {unit}
    while waiting and len(seen) < 200:
        each = waiting.pop()
        for reform in look.of(look.subjects(ORG.originalOrganization, each), DANG.ReformEvent):
            for after in look.values(reform, ORG.resultingOrganization):
                if after not in seen:
                    seen.add(after)
                    waiting.append(after)
                    if not look.one(after, SCHEMA.validThrough):
                        found.add(after)
    return found


def _phases(teller: Teller, iri: str) -> Iterator[Fact]:
    """Tell of what type and name a unit was when."""
    look = teller.look
    for phase in sorted(
        look.values(iri, DANG.phase), key=lambda each: (look.one(each, SCHEMA.validFrom), each)
    ):
        yield teller.computed([Link(look.label(phase))], "gazetteer", (), life(teller, phase))


def _changes(teller: Teller, iri: str) -> Iterator[Fact]:
    """Tell what a unit came from and what became of it, by which act."""
    look = teller.look
    told: list[tuple[str, Fact]] = []
    for key, mine, others in (
        ("came_from", ORG.resultingOrganization, ORG.originalOrganization),
        ("became", ORG.originalOrganization, ORG.resultingOrganization),
    ):
        for reform in look.of(look.subjects(mine, iri), DANG.ReformEvent):
            named = [other for other in look.values(reform, others) if other != iri]
            if named:
                told.append(
                    _change(teller, reform, [Link(f"{teller.t(key)}: "), *joined(teller.names(named))])
                )
    yield from (fact for _, fact in sorted(told, key=lambda pair: pair[0]))


def _change(teller: Teller, reform: str, words: list[Link]) -> tuple[str, Fact]:
    look = teller.look
    kinds = ", ".join(concept_label(k, teller.t.language) for k in look.values(reform, DANG.changeKind))
    basis = look.values(reform, DANG.legalBasis)
    notes: list[tuple[Link, ...]] = [(Link(kinds),)] if kinds else []
    if basis:
        notes.append((Link(f"{teller.t('legal_basis')}: "), *joined(teller.names(basis))))
    day = look.one(reform, DCTERMS.date)
    return day, teller.computed(words, "gazetteer", (), teller.day(day), notes, reform)


def point(teller: Teller, iri: str) -> dict[str, Any] | None:
    """Give where a unit lies, in degrees and on the map."""
    look = teller.look
    try:
        latitude, longitude = (float(look.one(iri, term)) for term in (GEO.lat, GEO.long))
    except ValueError:
        return None
    at = place(longitude, latitude)
    return {"latitude": latitude, "longitude": longitude, "x": at[0], "y": at[1]} if at else None


def structured(teller: Teller, iri: str, told: dict[str, Any]) -> dict[str, Any]:
    """Describe the unit in terms of schema.org."""
    above = teller.look.values(iri, SCHEMA.containedInPlace)
    found: dict[str, Any] = {"@type": "AdministrativeArea", "name": told["name"], "identifier": told["code"]}
    if above:
        found["containedInPlace"] = [{"@id": each, "name": teller.name(each)} for each in above]
    if told["point"]:
        where = told["point"]
        found["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": where["latitude"],
            "longitude": where["longitude"],
        }
    return found
