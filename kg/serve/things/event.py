"""An event: what it was, when and where, who took part; a congress with its term and what it aimed at."""

from __future__ import annotations

from typing import Any, Final

from kg.serve.facts import Fact, Link, Teller
from kg.serve.look import concept_label
from kg.serve.things import numbers
from kg.serve.things.told import congress_name, document_link, official, placing
from kg.vocab import DANG, PROV, SCHEMA

TEMPLATE: Final = "event.html"


def page(teller: Teller, iri: str) -> dict[str, Any]:
    """Tell of an event."""
    look = teller.look
    kind = look.one(iri, SCHEMA.additionalType)
    congress = look.is_a(iri, DANG.Congress)
    name = concept_label(kind, teller.t.language) if kind else look.label(iri)
    hosts = teller.names(look.values(iri, SCHEMA.organizer))
    term = look.one(iri, DANG.term)
    aims = _aims(teller, iri, term) if congress else []
    title = congress_name(teller, iri) if congress else name
    return {
        "name": f"{title} · {hosts[0].text}" if hosts else title,
        "congress": congress,
        "about": look.one(iri, SCHEMA.description),
        "hosts": hosts,
        "visited": teller.names(look.values(iri, DANG.visited)),
        "place": look.one(iri, SCHEMA.location),
        "date": teller.day(look.one(iri, SCHEMA.startDate)),
        "facts": [teller.fact([Link(teller.t("told_in"))], teller.stating(iri), iri=iri)],
        "people": _people(teller, iri),
        "documents": list(
            dict.fromkeys(document_link(teller, each) for each in look.subjects(DANG.ofCongress, iri, 40))
        ),
        "numbers": numbers.facts(teller, aims),
    }


def _people(teller: Teller, iri: str) -> list[Fact]:
    """Give who took part, and in which parts, each with the sentences."""
    look = teller.look
    parts: dict[Link, list[tuple[str, str]]] = {}
    for part in look.values(iri, PROV.qualifiedAssociation):
        role = look.one(part, PROV.hadRole)
        named = concept_label(role, teller.t.language) if role else ""
        for agent in look.values(part, PROV.agent):
            parts.setdefault(official(teller, agent), []).append((named, part))
    found = []
    for who, told in sorted(parts.items(), key=lambda pair: (pair[0].text, pair[0].iri)):
        roles = ", ".join(dict.fromkeys(role for role, _ in told if role))
        words = (who, Link(f": {roles}" if roles else ""))
        found.append(Fact(words, evidence=placing(teller, (part for _, part in told))))
    return found


def _aims(teller: Teller, iri: str, term: str) -> list[str]:
    """Give the targets for the term of a congress, of its committee or the committee's unit."""
    look = teller.look
    hosts = look.values(iri, SCHEMA.organizer)
    subjects = [*hosts, *(unit for host in hosts for unit in look.values(host, DANG.jurisdiction))]
    targets = (
        t for subject in subjects for t in look.of(look.subjects(DANG.refSubject, subject), DANG.Target)
    )
    return [each for each in targets if term and look.one(each, DANG.period) == term]


def structured(teller: Teller, iri: str, told: dict[str, Any]) -> dict[str, Any]:
    """Describe the event in terms of schema.org."""
    look = teller.look
    day = look.one(iri, SCHEMA.startDate)
    return {
        "@type": "Event",
        "name": told["name"],
        **({"startDate": day} if day else {}),
        **({"description": told["about"]} if told["about"] else {}),
        "organizer": [
            {"@type": "Organization", "@id": each.iri, "name": each.text} for each in told["hosts"]
        ],
        "attendee": [
            {"@type": "Person", "@id": each.words[0].iri, "name": each.words[0].text}
            for each in told["people"]
        ],
        **({"location": {"@type": "Place", "name": told["place"]}} if told["place"] else {}),
    }
