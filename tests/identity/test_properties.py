"""What holds of any personas: order means nothing, judgements do just what they say."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.identity import Identities, Persona, identify
from kg.model import Judgement
from tests.identity.people import judged, persona, post

NAMES = ("Nguyễn Văn An", "Nguyễn Văn Ân", "Lê Hồng Hải", "Đinh Khắc Mẫn")
POSTS = tuple(
    post(role, body, place, leads=leads, year=year)
    for role, body, leads in (("chair", "committee", True), ("director", "department", False))
    for place in ("", "quảng ninh", "uông bí/quảng ninh", "chí linh/hải dương")
    for year in ("2016", "2020")
)

made = st.builds(
    lambda name, article, posts, beside, published: persona(
        name, article, *posts, beside=tuple(n for n in beside if n != name), published=published
    ),
    st.sampled_from(NAMES),
    st.sampled_from([f"a{n}" for n in range(9)]),
    st.lists(st.sampled_from(POSTS), max_size=2, unique=True),
    st.lists(st.sampled_from(NAMES), max_size=2, unique=True),
    st.sampled_from([None, "2016-05-01", "2020/2021"]),
)
people = st.lists(made, min_size=2, max_size=14, unique_by=lambda each: each.iri)


def partition(found: Identities) -> set[frozenset[str]]:
    return {frozenset(member.iri for member in person.members) for person in found.persons}


def together(found: Identities, one: Persona, two: Persona) -> bool:
    return any({one, two} <= set(person.members) for person in found.persons)


@st.composite
def people_and_judgements(draw: st.DrawFn) -> tuple[Sequence[Persona], Sequence[Judgement]]:
    everybody = draw(people)
    pairs = st.lists(st.sampled_from(everybody), min_size=2, max_size=2, unique_by=lambda each: each.iri)
    verdicts = st.sampled_from(["same", "different", "unsure"])
    found = draw(st.lists(st.tuples(verdicts, pairs), max_size=4))
    return everybody, [judged(verdict, *pair) for verdict, pair in found]


@given(people_and_judgements(), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_the_order_of_the_personas_does_not_matter(
    made: tuple[Sequence[Persona], Sequence[Judgement]], chance: object
) -> None:
    everybody, judgements = made
    mixed = list(everybody)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert identify(mixed, judgements) == identify(everybody, judgements)


@given(people_and_judgements())
@settings(deadline=None, max_examples=60)
def test_everybody_is_one_person_once(made: tuple[Sequence[Persona], Sequence[Judgement]]) -> None:
    everybody, judgements = made
    found = identify(everybody, judgements)
    assert sorted(member.iri for person in found.persons for member in person.members) == sorted(
        p.iri for p in everybody
    )
    assert all(person.representative in person.members for person in found.persons)


@given(people)
@settings(max_examples=40, deadline=None)
def test_different_parts_just_the_two_and_taking_it_back_restores(everybody: Sequence[Persona]) -> None:
    before = identify(everybody)
    for person in before.persons:
        for one, two in zip(person.members, person.members[1:], strict=False):
            after = identify(everybody, [judged("different", one, two)])
            assert not together(after, one, two)
            others = {each for each in everybody if each.name != one.name}
            assert {g for g in partition(after) if not g & {p.iri for p in person.members}} >= {
                g for g in partition(before) if g <= {p.iri for p in others}
            }
    assert identify(everybody, []) == before


@given(people, st.data())
@settings(deadline=None, max_examples=60)
def test_same_joins_whomever(everybody: Sequence[Persona], data: st.DataObject) -> None:
    one, two = data.draw(st.permutations(everybody))[:2]
    assert together(identify(everybody, [judged("same", one, two)]), one, two)


@given(people_and_judgements())
@settings(deadline=None, max_examples=60)
def test_judgements_are_followed_unless_they_contradict(
    made: tuple[Sequence[Persona], Sequence[Judgement]],
) -> None:
    everybody, judgements = made
    found = identify(everybody, judgements)
    by = {each.reference: each for each in everybody}
    last = {frozenset((j.left, j.right)): j for j in judgements}
    for judgement in last.values():
        if judgement.verdict != "unsure" and judgement not in found.refused:
            joined = together(found, by[judgement.left], by[judgement.right])
            assert joined is (judgement.verdict == "same")


@given(people)
@settings(deadline=None, max_examples=60)
def test_judging_what_was_decided_changes_nobody(everybody: Sequence[Persona]) -> None:
    found = identify(everybody)
    confirmed = [
        judged("same", one, two)
        for person in found.persons
        for one, two in zip(person.members, person.members[1:], strict=False)
    ]
    assert {g for g in partition(identify(everybody, confirmed)) if len(g) > 1} >= set()
    assert all(
        together(identify(everybody, confirmed), *(p.members[0], p.members[-1])) for p in found.persons
    )
