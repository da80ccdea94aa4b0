"""Which personas are one person."""

from __future__ import annotations

import pytest

from kg.identity import Identities, Persona, identify
from kg.identity.ledger import counted
from kg.identity.names import hidden, masks
from kg.identity.profiles import Corpus
from kg.identity.resolve import counter
from kg.model import Verdict
from tests.identity.people import judged, persona, post

CHAIR = post("chair", "peoples-committee", "uông bí/quảng ninh", leads=True)
SECRETARY = post("secretary", "party-committee", "uông bí/quảng ninh", leads=True)
ELSEWHERE = post("chair", "peoples-committee", "chí linh/hải dương", leads=True)
COMMUNE = post("chair", "peoples-committee", "quang trung/uông bí/quảng ninh", leads=True)
MINISTER = post("minister", "ministry-of-transport")


def groups(found: Identities) -> set[frozenset[str]]:
    return {frozenset(member.reference for member in person.members) for person in found.persons}


def one_person(*personas: Persona) -> bool:
    found = identify(personas)
    return len(found.persons) == 1


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (persona("Lê Hoà", "a", CHAIR), persona("Lê Hòa", "b", CHAIR), True),
        (persona("Lê Hoà", "a", CHAIR), persona("Lê Hóa", "b", CHAIR), False),
        (persona("Hoàng Quốc Trung", "a", SECRETARY), persona("Hoàng Quốc Thưởng", "b", SECRETARY), False),
        (persona("Nghiêm Xuân Cường", "a", CHAIR), persona("Nghiêm Xuân Cường", "b", SECRETARY), True),
        (persona("Nghiêm Xuân Cường", "a", CHAIR), persona("Nghiêm Xuân Cường", "b", COMMUNE), True),
        (persona("Nghiêm Xuân Cường", "a", CHAIR), persona("Nghiêm Xuân Cường", "b", ELSEWHERE), False),
        (persona("Nghiêm Xuân Cường", "a", CHAIR), persona("Nghiêm Xuân Cường", "b"), False),
        (persona("Đinh La Thăng", "a", MINISTER), persona("Đinh La Thăng", "b", MINISTER), True),
        (
            persona("Lê Văn An", "a", witness="w"),
            persona("Lê Văn An", "b", witness="w"),
            True,
        ),
        (
            persona("Lê Văn An", "a", CHAIR, published="2020-03-01"),
            persona("Lê Văn An", "b", ELSEWHERE, published="2020-05-01"),
            False,
        ),
    ],
)
def test_pairs(left: Persona, right: Persona, expected: bool) -> None:
    assert one_person(left, right) is expected


def test_a_person_who_moves_is_one_by_the_article_that_tells_both_posts() -> None:
    before = persona("Trần Lưu Quang", "a", ELSEWHERE)
    after = persona("Trần Lưu Quang", "b", CHAIR)
    both = persona(
        "Trần Lưu Quang",
        "c",
        CHAIR,
        post("chair", "peoples-committee", "chí linh/hải dương", status="former"),
    )
    assert not one_person(before, after)
    assert one_person(before, after, both)


def test_a_common_name_needs_more_than_a_rare_one() -> None:
    """The same district is enough for a rare name, not for one that a tenth of the corpus bears."""
    crowd = [persona(f"Nguyễn Văn {given}", f"x{n}", post("chair", "peoples-committee", f"d{n}/p{n}", leads=True))
             for n, given in enumerate(["Hùng"] * 30 + ["Dũng"] * 10 + ["An"] * 10)]  # fmt: skip
    school = post("headmaster", "school", "uông bí/quảng ninh")
    office = post("clerk", "office", "uông bí/quảng ninh")

    def merged(name: str) -> bool:
        left, right = persona(name, "a", school), persona(name, "b", office)
        found = identify([*crowd, left, right])
        return any({left, right} <= set(person.members) for person in found.persons)

    assert merged("Chẩu Thiện Khải")
    assert not merged("Nguyễn Văn Hùng")


def test_those_named_beside_tell_more_the_rarer_they_are() -> None:
    people = [persona(f"Lê Văn {n}", f"x{n}", beside=("Nguyễn Xuân Phúc",)) for n in range(400)]
    everywhere = [persona("Nguyễn Xuân Phúc", f"x{n}") for n in range(400)]
    rare = [persona("Kiều Thượng Mẫn", article) for article in ("a", "b")]

    def score(third: str) -> float:
        left, right = (persona("Lê Quang Đức", article, beside=(third,)) for article in ("a", "b"))
        found = identify([*people, *everywhere, *rare, left, right])
        return next(link.score for link in found.links if {link.left, link.right} == {left.iri, right.iri})

    assert score("Kiều Thượng Mẫn") > score("Nguyễn Xuân Phúc") + 1


def test_every_link_has_a_score_that_its_reasons_add_up_to() -> None:
    found = identify(
        [persona("Lê An", "a", CHAIR), persona("Lê An", "b", SECRETARY), persona("Lê An", "c", ELSEWHERE)]
    )
    assert {link.verdict for link in found.links} >= {Verdict.SAME}
    for link in found.links:
        assert link.reasons
        assert link.score == pytest.approx(sum(reason.score for reason in link.reasons), abs=0.01)
        assert all(reason.feature and reason.detail for reason in link.reasons)


def test_names_a_mark_apart_at_one_post_are_shown_and_not_joined() -> None:
    left, right = persona("Lưu Thành Tín", "a", CHAIR), persona("Lưu Thành Tin", "b", CHAIR)
    found = identify([left, right])
    assert len(found.persons) == 2
    assert [(link.verdict, link.by) for link in found.links] == [(Verdict.UNSURE, "rule")]


def test_a_judgement_same_joins_what_looks_alike() -> None:
    left, right = persona("Lưu Thành Tín", "a", CHAIR), persona("Lưu Thành Tin", "b", CHAIR)
    found = identify([left, right], [judged("same", left, right)])
    assert len(found.persons) == 1
    assert [(link.verdict, link.by) for link in found.links] == [(Verdict.SAME, "tester")]


def test_a_judgement_different_parts_and_the_others_go_to_the_better_side() -> None:
    district = [persona("Lê Minh An", f"d{n}", CHAIR) for n in range(3)]
    both = persona("Lê Minh An", "m", CHAIR, post("director", "department", "hải dương"))
    province = [persona("Lê Minh An", f"p{n}", post("director", "department", "hải dương")) for n in range(3)]
    everybody = [*district, both, *province]
    assert len(identify(everybody).persons) == 1
    found = identify(everybody, [judged("different", district[0], province[0])])
    first, second = sorted(groups(found), key=lambda group: "d0#Lê Minh An" not in group)
    assert first >= {p.reference for p in district}
    assert second >= {p.reference for p in province}
    assert len(first) + len(second) == len(everybody)


def test_the_last_judgement_on_a_pair_counts_and_contradictions_are_given_back() -> None:
    one, two, three = (persona("Lê Minh An", article, CHAIR) for article in "abc")
    assert len(identify([one, two], [judged("different", one, two), judged("same", two, one)]).persons) == 1
    both = [judged("different", one, two), judged("same", one, three), judged("same", three, two)]
    found = identify([one, two, three], both)
    assert found.refused == (both[2],)
    assert groups(found) == {frozenset({one.reference, three.reference}), frozenset({two.reference})}


def test_unsure_is_no_longer_asked_and_not_joined_by_rule() -> None:
    one, two = (persona("Lê Minh An", article, CHAIR) for article in "ab")
    found = identify([one, two], [judged("unsure", one, two)])
    assert len(found.persons) == 2
    assert [(link.verdict, link.by) for link in found.links] == [(Verdict.UNSURE, "tester")]


def test_references_are_read_however_the_tone_is_set_and_unknown_ones_are_reported() -> None:
    one, two = persona("Lê Hòa", "a", CHAIR), persona("Lê Hòa", "b", CHAIR)
    spelt = persona("Lê Hoà", "a", CHAIR)
    gone = persona("Lê Hòa", "gone")
    found = identify([one, two], [judged("different", spelt, two), judged("same", one, gone)])
    assert len(found.persons) == 2
    assert found.unknown == (gone.reference,)


@pytest.mark.parametrize(
    ("name", "expected"), [("Th", True), ("M", True), ("An", False), ("Ý", False), ("Tú", False)]
)
def test_initials_are_no_names(name: str, expected: bool) -> None:
    assert hidden(name) is expected


def test_bearers_follow_the_syllables() -> None:
    everybody = [
        persona(f"{s} {m} {g}", f"{s}-{m}-{g}")
        for s in ("Nguyễn", "Trần")
        for m in ("Văn", "Thị")
        for g in ("An", "Hoa", "Sơn")
    ]
    corpus = Corpus(counter(counted(everybody)))
    assert (
        corpus.bearers("nguyễn văn an") > corpus.bearers("nguyễn quốc an") > corpus.bearers("khuất quốc chiểu")
    )


def test_masks_meet_for_one_syllable_and_for_marks() -> None:
    assert set(masks("hoàng quốc trung")) & set(masks("hoàng quốc thưởng"))
    assert set(masks("đỗ quang chiểu")) & set(masks("đỗ quang chiêu"))
    assert not set(masks("lê an")) & set(masks("lê ba"))
