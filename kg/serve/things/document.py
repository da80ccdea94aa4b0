"""A document: who issued it, what it carries out and what carries it out, where it is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from kg.serve.facts import Fact, Link, Teller
from kg.serve.look import concept_label
from kg.serve.things.body import level
from kg.serve.things.posts import joined
from kg.serve.things.told import event_link
from kg.vocab import DANG, DCTERMS, ELI, PROV, RDF, SKOS

TEMPLATE: Final = "document.html"
_TIES: Final = ((DANG.implements, "implements"), (DANG.amends, "amends"))
_DEEPEST: Final = 8
_MOST: Final = 120
#: What stands before the issuer in the label of a document.
_ISSUER: Final = " @ "


@dataclass(frozen=True, slots=True)
class Step:
    """A document in a cascade with why it stands there, and those that hang on it."""

    fact: Fact
    level: str
    steps: tuple[Step, ...]


def page(teller: Teller, iri: str) -> dict[str, Any]:
    """Tell of a document."""
    look = teller.look
    kind = look.one(iri, ELI.type_document)
    mentions = look.subjects(PROV.specializationOf, iri, 400)
    statements = [one for mention in mentions for one in teller.stating(mention, 20)]
    alike = {*look.values(iri, DANG.lookAlike), *look.subjects(DANG.lookAlike, iri)}
    sources = [each for each in look.values(iri, DCTERMS.source) if each.startswith(("http://", "https://"))]
    name = look.label(iri)
    title = look.one(iri, DCTERMS.title)
    return {
        "name": name,
        "title": title if title and title not in name else "",
        "number": look.one(iri, ELI.number),
        "kind": concept_label(kind, teller.t.language) if kind else "",
        "level": level(teller, iri),
        "issuers": teller.names(look.values(iri, ELI.passed_by)),
        "date": teller.day(look.one(iri, ELI.date_document)),
        "term": teller.names(look.values(iri, DANG.committeeTerm)),
        "term_by_date": look.one(iri, DANG.termBasis) == "date",
        "others": [
            each for each in look.values(iri, SKOS.altLabel) if each not in name and _ISSUER not in each
        ],
        "sources": sources,
        "up": _steps(teller, iri, (), up=True),
        "down": _steps(teller, iri, (), up=False),
        "named": [teller.fact([Link(teller.t("named_in"))], statements)] if statements else [],
        "alike": [_alike(teller, iri, other) for other in sorted(alike)],
        "unsure": [_unsure(teller, each) for each in look.subjects(DANG.candidate, iri, 40)],
        "themes": [
            teller.fact([teller.link(theme)], teller.stating(theme), iri=theme)
            for mention in mentions
            for theme in look.subjects(DANG.setBy, mention, 20)
        ],
        "congresses": [event_link(teller, each) for each in look.values(iri, DANG.ofCongress)],
        "changes": [
            list(joined([Link(teller.day(look.one(each, DCTERMS.date))), teller.link(each)]))
            for each in look.subjects(DANG.legalBasis, iri, _MOST)
        ],
    }


def _steps(teller: Teller, iri: str, above: tuple[str, ...], *, up: bool) -> tuple[Step, ...]:
    """Read the documents that one leads to, or that lead to it, step by step; a circle ends it."""
    look = teller.look
    if len(above) >= _DEEPEST:
        return ()
    found: list[Step] = []
    for predicate, key in _TIES:
        others = look.values(iri, predicate) if up else look.subjects(predicate, iri, _MOST)
        for other in others:
            if other in (*above, iri) or not look.is_a(other, DANG.Document):
                continue
            lower, upper = (iri, other) if up else (other, iri)
            words = [teller.link(other), Link(f" {teller.t(key if not up else key + '_up')}")]
            fact = teller.tie(lower, predicate, upper, words, iri=other)
            found.append(Step(fact, level(teller, other), _steps(teller, other, (*above, iri), up=up)))
    return tuple(sorted(found, key=lambda step: step.fact.words[0].text))


def _alike(teller: Teller, iri: str, other: str) -> Fact:
    """Tell of another document with the same number, and what keeps the two apart."""
    look = teller.look
    reasons: list[tuple[Link, ...]] = []
    for one, two in ((iri, other), (other, iri)):
        for statement in look.subjects(RDF.subject, one):
            if look.one(statement, RDF.object) == two:
                reasons += [(Link(reason),) for reason in look.values(statement, DANG.reason)]
    when = teller.day(look.one(other, ELI.date_document))
    return teller.computed([teller.link(other)], "look-alike-document", (), when, reasons)


def _unsure(teller: Teller, mention: str) -> Fact:
    """Tell of a mention that may be of this document."""
    return teller.computed(
        [Link(teller.name(mention), mention)], "candidate-document", teller.stating(mention)
    )


def structured(teller: Teller, iri: str, told: dict[str, Any]) -> dict[str, Any]:
    """Describe the document in terms of schema.org."""
    look = teller.look
    return {
        "@type": "Legislation",
        "name": told["title"] or told["name"],
        **({"legislationIdentifier": told["number"]} if told["number"] else {}),
        **({"legislationDate": date} if (date := look.one(iri, ELI.date_document)) else {}),
        **({"legislationType": told["kind"]} if told["kind"] else {}),
        "legislationPassedBy": [{"@id": each.iri, "name": each.text} for each in told["issuers"]],
        "legislationTransposes": [{"@id": step.fact.iri} for step in told["up"]],
    }
