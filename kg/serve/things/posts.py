"""Tenures as rows with bars of time: of a person in several bodies, of a body with several people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.serve.drawing import Axis, Bar, axis, bar
from kg.serve.facts import Fact, Link, Teller
from kg.serve.look import concept_label
from kg.serve.spoken import Time, time_of
from kg.serve.things.told import role_words
from kg.vocab import DANG, ORG, PROV


@dataclass(frozen=True, slots=True)
class Post:
    """A time in a post as a page tells it."""

    tenure: str
    role: str
    person: str
    body: Link
    side: str
    time: Time
    fact: Fact
    bar: Bar | None = None


def posts(teller: Teller, tenures: Iterable[str], *, of_person: bool) -> tuple[list[Post], Axis | None]:
    """Read tenures with the bars of their times, the earliest first, the undated last."""
    read = [_post(teller, tenure, of_person) for tenure in tenures]
    scale = axis(post.time for post in read)
    drawn = [replace(post, bar=bar(post.time, scale)) if scale is not None else post for post in read]
    return sorted(drawn, key=lambda post: (post.time.order, post.role, post.body.text, post.tenure)), scale


def _post(teller: Teller, tenure: str, of_person: bool) -> Post:
    look = teller.look
    body, person = look.one(tenure, ORG.organization), look.one(tenure, ORG.member)
    statements = look.values(tenure, PROV.wasDerivedFrom)
    time = time_of(look, tenure)
    role = role_of(teller, tenure, statements)
    acting = look.one(tenure, DANG.acting) == "true"
    words = [Link(f"{teller.t('acting')} {role} " if acting else f"{role} ")]
    words = (
        [*words, *([teller.link(body)] if body else [])]
        if of_person
        else [teller.link(person), Link(f", {role}")]
    )
    when = time.words(teller.t) if time != Time() else _told_of(teller, statements)
    fact = teller.fact(words, statements, when, tenure)
    notes = (*_steps(teller, tenure), *_neighbours(teller, tenure))
    return Post(
        tenure,
        role,
        person,
        teller.link(body) if body else Link(""),
        side_of(teller, body),
        time,
        replace(fact, notes=notes),
    )


def role_of(teller: Teller, tenure: str, statements: list[str]) -> str:
    """Give the role in the reader's language, or in the words of the article where no concept has it."""
    return role_words(teller, tenure, statements[0] if statements else "")


def side_of(teller: Teller, body: str) -> str:
    """Tell on which side a body stands: party, state or other."""
    if body and teller.look.is_a(body, DANG.PartyOrganization):
        return "party"
    return "state" if body and teller.look.is_a(body, DANG.StateBody) else "other"


def _told_of(teller: Teller, statements: list[str]) -> str:
    """Say of which time the articles speak that tell of an undated post."""
    days = sorted({day for s in statements[:20] if (day := teller.look.one(s, DANG.asOf))})
    return teller.t("told_of", day=teller.day(days[0])) if days else teller.t("undated")


def _steps(teller: Teller, tenure: str) -> Iterator[tuple[Link, ...]]:
    """Tell by which step a tenure began or ended."""
    look = teller.look
    for key, predicate in (("begun_by", DANG.begunBy), ("ended_by_step", DANG.endedBy)):
        for statement in look.values(tenure, predicate):
            if step := look.one(statement, DANG.step):
                when = teller.day(look.one(statement, DANG.stepDate))
                named = concept_label(step, teller.t.language)
                yield (Link(f"{teller.t(key)}: "), Link(named + (f" ({when})" if when else ""), statement))


def _neighbours(teller: Teller, tenure: str) -> Iterator[tuple[Link, ...]]:
    """Tell who held the post before and after, and whose tenure contradicts this one."""
    look = teller.look
    ties = [
        ("follows", look.values(tenure, DANG.precededBy)),
        ("followed_by", look.subjects(DANG.precededBy, tenure)),
        ("contradicts", look.values(tenure, DANG.contradicts)),
        ("may_contradict", look.values(tenure, DANG.mayContradict)),
    ]
    for key, others in ties:
        held = {person: other for other in others if (person := look.one(other, ORG.member))}
        named = sorted((teller.link(person) for person in held), key=lambda each: (each.text, each.iri))
        if named:
            told = (
                (each, Link(" ("), Link(teller.t("of_the_post"), held[each.iri]), Link(")")) for each in named
            )
            parts = [part for words in told for part in (*words, Link(", "))][:-1]
            yield Link(f"{teller.t(key)}: "), *parts, Link(f" ({teller.t('computed')})")


def joined(links: Iterable[Link]) -> Iterator[Link]:
    """Put commas between links."""
    for place, link in enumerate(links):
        if place:
            yield Link(", ")
        yield link
