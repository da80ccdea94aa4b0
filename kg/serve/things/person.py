"""An official: the career with the sentences, posts held at once, events, people met, look-alikes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from kg.serve.facts import COMPUTED, Fact, Link, Teller
from kg.serve.later import Later
from kg.serve.look import concept_label, key_of
from kg.serve.reasons import reason_in_words
from kg.serve.spoken import time_of
from kg.serve.things.body import gathered
from kg.serve.things.posts import posts, role_of
from kg.serve.things.told import event_day, event_link, placing, present
from kg.vocab import DANG, FOAF, ORG, PROV, RDFS, SCHEMA, SKOS

TEMPLATE: Final = "person.html"
_MOST_PERSONAS: Final = 80
_MOST_TENURES: Final = 120
_MOST_COLLEAGUES: Final = 24
_MOST_BODIES: Final = 6
_MOST_REASONS: Final = 12
_MOST_MET: Final = 40
_MOST_SHARED: Final = 4
_MOST_ALIKE: Final = 30


@dataclass(frozen=True, slots=True)
class Alike:
    """Somebody of a like name, and what the program found comparing the two."""

    person: Link
    posts: tuple[Link, ...]
    verdict: str
    score: str
    reasons: tuple[str, ...]


def page(teller: Teller, iri: str) -> dict[str, Any]:
    """Tell of an official."""
    look = teller.look
    personas = look.subjects(PROV.specializationOf, iri)
    some = personas[:_MOST_PERSONAS]
    tenures = list(look.minted(look.subjects(ORG.member, iri), "tenure"))
    names = look.values(iri, FOAF.name)
    career: Later[Any] = Later(lambda: posts(teller, tenures[:_MOST_TENURES], of_person=True))
    met: Later[Any] = Later(lambda: _events(teller, some, iri))
    why: Later[Any] = Later(lambda: _identity(teller, iri, some))
    return {
        "name": names[0] if names else look.label(iri),
        "others": names[1:],
        "posts": Later(lambda: career[0]),
        "left_out": max(0, len(tenures) - _MOST_TENURES),
        "scale": lambda: career[1],
        "concurrent": Later(lambda: _concurrent(teller, tenures[:_MOST_TENURES])),
        "events": Later(lambda: met[1]),
        "met": Later(lambda: met[0]),
        "colleagues": Later(lambda: _colleagues(teller, iri, tenures)),
        "alike": Later(lambda: _alike(teller, iri, some)),
        "identity": Later(lambda: why[0]),
        "identity_left": lambda: why[1],
        "articles": len(personas),
    }


def _concurrent(teller: Teller, tenures: list[str]) -> Iterator[Fact]:
    """Give the pairs of posts that were held at once."""
    look = teller.look
    seen: set[frozenset[str]] = set()
    for tenure in tenures:
        for other in look.values(tenure, DANG.concurrentWith):
            pair = frozenset((tenure, other))
            if pair in seen or other not in tenures:
                continue
            seen.add(pair)
            statements = look.values(tenure, PROV.wasDerivedFrom) + look.values(other, PROV.wasDerivedFrom)
            words = (*_titled(teller, tenure), Link(" · "), *_titled(teller, other))
            yield teller.computed(words, "concurrent-posts", statements)


def _titled(teller: Teller, tenure: str) -> Iterator[Link]:
    body = teller.look.one(tenure, ORG.organization)
    yield Link(role_of(teller, tenure, teller.look.values(tenure, PROV.wasDerivedFrom)) + " ")
    if body:
        yield teller.link(body)


# -- others --------------------------------------------------------------------------------------------------


def _events(teller: Teller, personas: list[str], person: str) -> tuple[list[Fact], list[Fact]]:
    """Give whom somebody met at events, the most often met first, and the events that they took part in."""
    look = teller.look
    parts: dict[str, list[str]] = defaultdict(list)
    for persona in personas:
        for participation in look.subjects(PROV.agent, persona):
            for event in look.subjects(PROV.qualifiedAssociation, participation):
                parts[event].append(participation)
    met: dict[str, list[str]] = defaultdict(list)
    for event in parts:
        for other, part in present(teller, event):
            met[other].append(part)
    met.pop(person, None)
    ordered = sorted(parts, key=lambda each: (look.one(each, SCHEMA.startDate), each), reverse=True)
    names = sorted(met, key=lambda other: (-len(set(met[other])), teller.name(other), other))
    told = [_participation(teller, event, parts[event], person) for event in ordered]
    return [_met(teller, other, met[other]) for other in names[:_MOST_MET]], told


def _met(teller: Teller, other: str, parts: list[str]) -> Fact:
    """Tell that somebody was at the same events, with the sentences that place them there."""
    look = teller.look
    found = [teller.at(look.one(part, DANG.evidence)) for part in sorted(set(parts))[:_MOST_SHARED]]
    evidence = tuple(each for each in found if each is not None)
    return Fact((teller.link(other),), kind=COMPUTED, rule="same-event", evidence=evidence)


def _participation(teller: Teller, event: str, parts: list[str], person: str) -> Fact:
    """Tell which parts somebody took in an event, when, and who else was there."""
    look, language = teller.look, teller.t.language
    roles = dict.fromkeys(role for each in parts if (role := look.one(each, PROV.hadRole)))
    named = ", ".join(concept_label(role, language) for role in roles)
    others = {who: part for who, part in present(teller, event) if who != person}
    return Fact(
        (Link(f"{named}: " if named else ""), event_link(teller, event)),
        event_day(teller, event),
        evidence=placing(teller, [*parts, *others.values()]),
        notes=gathered(teller, "also_there", list(others)),
        iri=event,
    )


def _colleagues(teller: Teller, person: str, tenures: list[str]) -> Iterator[Fact]:
    """Give people with posts in the same bodies."""
    look = teller.look
    bodies = Counter(look.one(tenure, ORG.organization) for tenure in tenures)
    del bodies[""]
    seen: set[str] = {person}
    for body, _ in bodies.most_common(_MOST_BODIES):
        for other in look.minted(look.subjects(ORG.organization, body, 400), "tenure"):
            who = look.one(other, ORG.member)
            if who in seen or len(seen) > _MOST_COLLEAGUES:
                continue
            seen.add(who)
            statements = look.values(other, PROV.wasDerivedFrom)
            role = role_of(teller, other, statements)
            words = (teller.link(who), Link(f", {role} "), teller.link(body))
            yield teller.fact(words, statements[:2], time_of(look, other).words(teller.t), other)


# -- identity ------------------------------------------------------------------------------------------------


def _links(teller: Teller, personas: list[str]) -> Iterator[tuple[str, str, str]]:
    """Give every comparison of these personas with another one: the link, ours, the other."""
    look = teller.look
    seen: set[str] = set()
    for persona in personas:
        for link in look.subjects(DANG.persona, persona):
            if link not in seen:
                seen.add(link)
                others = (other for other in look.values(link, DANG.persona) if other != persona)
                yield from ((link, persona, other) for other in others)


def _identity(teller: Teller, person: str, personas: list[str]) -> tuple[list[dict[str, Any]], int]:
    """Tell why personas of several articles are taken for one person, and how many reasons are left out."""
    look = teller.look
    links = [
        each for each in _links(teller, personas) if look.one(each[2], PROV.specializationOf) == person
    ]
    told = [
        {
            "pair": [teller.link(look.article_of(each)) for each in (ours, other)],
            "score": look.one(link, DANG.logOdds),
            "by": look.one(link, DANG.judgedBy),
            "reasons": _reasons(teller, link),
        }
        for link, ours, other in links[:_MOST_REASONS]
    ]
    return told, len(links) - len(told)


def _alike(teller: Teller, person: str, personas: list[str]) -> Iterator[Alike]:
    """Give other people of the same name but for the marks, and those that the program compared."""
    look = teller.look
    compared: dict[str, str] = {}
    for link, _, other in _links(teller, personas):
        who = look.one(other, PROV.specializationOf)
        if who and who != person:
            compared.setdefault(who, link)
    for plain_name in look.values(person, SKOS.hiddenLabel):
        for other in look.subjects_of_text(SKOS.hiddenLabel, plain_name, 200):
            if other != person and look.is_a(other, DANG.Official):
                compared.setdefault(other, "")
    for who in sorted(compared, key=lambda each: (teller.name(each), each))[:_MOST_ALIKE]:
        link = compared[who]
        yield Alike(
            teller.link(who),
            tuple(_few_posts(teller, who)),
            key_of(look.one(link, DANG.verdict)),
            look.one(link, DANG.logOdds),
            _reasons(teller, link),
        )


def _reasons(teller: Teller, link: str) -> tuple[str, ...]:
    look = teller.look
    return tuple(reason_in_words(each, look, teller.t) for each in look.values(link, DANG.identityReason))


def _few_posts(teller: Teller, person: str) -> Iterator[Link]:
    look = teller.look
    for tenure in list(look.minted(look.subjects(ORG.member, person, 20), "tenure"))[:3]:
        label = look.one(tenure, RDFS.label)
        yield Link(label.partition(": ")[2] or label)


def structured(teller: Teller, iri: str, told: dict[str, Any]) -> dict[str, Any]:
    """Describe the official in terms of schema.org."""
    held = told["posts"][:30]
    bodies = {post.body.iri: post.body for post in held if post.body.iri}
    return {
        "@type": "Person",
        "name": told["name"],
        **({"alternateName": told["others"]} if told["others"] else {}),
        "hasOccupation": [
            {
                "@type": "Role",
                "roleName": f"{post.role} {post.body.text}".strip(),
                "description": post.fact.when,
            }
            for post in held
        ],
        "memberOf": [
            {"@type": "Organization", "@id": body.iri, "name": body.text} for body in bodies.values()
        ],
    }
