"""Which mentions are one document: what speaks for it, what against, and when nothing is decided."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.identity.document_features import Mention
from kg.identity.documents import Documents, identify_documents
from kg.identity.numbers import Number, read_number
from kg.model import Judgement, Verdict

CITY, PROVINCE, CENTRE = "organization/thanh-uy", "organization/tinh-uy", "central"
LIVES = "học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"


def told(number: str | None, article: str = "a", **more: object) -> Mention:
    """A mention of a resolution, its IRI made of what it tells."""
    local = {CITY: True, PROVINCE: True, CENTRE: False}.get(str(more.get("series")))
    fields: dict[str, object] = {"kind": "resolution", "local": local, "label": number or "", **more}
    iri = f"{article}.{number}.{'.'.join(f'{k}={v}' for k, v in sorted(more.items()))}"
    return Mention(iri=iri, identifier=article, number=read_number(number), **fields)  # type: ignore[arg-type]


def sets(found: Documents) -> set[frozenset[str]]:
    return {frozenset(mention.iri for mention in document) for document in found.documents}


def together(*mentions: Mention) -> bool:
    """Whether all are one document; each mention may be told of by an article of its own."""
    return len(sets(identify_documents(mentions))) == 1


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("06-NQ/TU", Number("6", None, ("nq", "tu"))),
        ("42/QĐ-TW", Number("42", None, ("qđ", "tw"))),
        ("19/2016/NQ-HĐND", Number("19", "2016", ("nq", "hđnd"))),
        ("139/2017", Number("139", "2017")),
        ("05", Number("5")),
        ("TW 4", None),
        (None, None),
    ],
)
def test_numbers(text: str | None, number: Number | None) -> None:
    assert read_number(text) == number


DATED = told("06-NQ/TU", "a", series=CITY, date="2022-12-02", term="2020-2025", title="nhiệm vụ năm 2023")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        # dates and terms: numbers start again
        (DATED, told("06-NQ/TU", "b", series=CITY, date="2016-12-08", term="2015-2020"), False),
        (DATED, told("06-NQ/TU", "b", series=CITY, date="2022-12-20", term="2020-2025"), True),
        (DATED, told("06-NQ/TU", "b", series=PROVINCE, date="2022-12-02", term="2020-2025"), False),
        (DATED, told("08-NQ/TU", "b", series=CITY, date="2022-12-02", term="2020-2025"), False),
        (DATED, told("06-NQ/TU", "b", series=CITY), True),
        (DATED, told("06-NQ/TU", "b", series=CITY, latest="2020", article_term="2020-2025"), False),
        (DATED, told("06-NQ/TU", "b", series=CITY, latest="2027", article_term="2025-2030"), False),
        # no issuer: many committees have such a number
        (DATED, told("06-NQ/TU", "b", local=True), False),
        (DATED, told("06-NQ/TU", "b", local=True, title="nhiệm vụ năm 2023 của thành phố"), True),
        # the centre's numbers, in full and cut short
        (told("57-NQ/TW", "a", series=CENTRE), told("57-NQ/TW", "b", series=CENTRE, organ="politburo"), True),
        (told("57", "a"), told("57-NQ/TW", "b", series=CENTRE), False),
        (told("57", "a", title=LIVES), told("57-NQ/TW", "b", series=CENTRE, title=LIVES), True),
        (told("05", "a", series=CENTRE), told("05-CT/TW", "b", series=CENTRE, kind="directive"), False),
        # cut short where the same article gives it in full
        (told("57", "a"), told("57-NQ/TW", "a", series=CENTRE), True),
        # the state counts by year
        (
            told("139/2017", "a", series="government", local=False, kind="decree", year="2017"),
            told("139/2017/NĐ-CP", "b", series="government", local=False, kind="decree", year="2017"),
            True,
        ),
        (
            told("108", "a", series="government", local=False, kind="decree"),
            told("108", "b", series="government", local=False, kind="decree"),
            False,
        ),
        # by title only
        (
            told(None, "a", kind="law", series="assembly", title="Luật Đất đai năm 2013", year="2013"),
            told(None, "b", kind="law", series="assembly", title="Luật Đất đai 2013", year="2013"),
            True,
        ),
        (
            told(None, "a", kind="law", series="assembly", title="Luật Đất đai năm 2013", year="2013"),
            told(None, "b", kind="law", series="assembly", title="Luật Đất đai năm 2003", year="2003"),
            False,
        ),
        (
            told(None, "a", kind="law", series="assembly", title="Luật Đất đai năm 2013", year="2013"),
            told(None, "b", kind="law", series="assembly", title="Luật Đất đai"),
            False,
        ),
        (
            told(None, "a", series=CENTRE, title="Nghị quyết Trung ương 4 khóa XII"),
            told(None, "b", series=CENTRE, title="Nghị quyết Hội nghị Trung ương 4 khóa 12"),
            True,
        ),
        (
            told(None, "a", series=CENTRE, title="Nghị quyết Trung ương 4 khóa XII"),
            told(None, "b", series=CENTRE, title="Nghị quyết Trung ương 4 khóa XIII"),
            False,
        ),
        (
            told(None, "a", kind="constitution", series="assembly", title="Hiến pháp 2013", year="2013"),
            told(None, "b", kind="constitution", series="assembly", title="Hiến pháp năm 2013", year="2013"),
            True,
        ),
        (
            told(None, "a", kind="code", series="assembly", title="Bộ luật Hình sự 2015", year="2015"),
            told(None, "b", kind="code", series="assembly", title="Bộ luật Tố tụng hình sự năm 2015", year="2015"),
            False,
        ),
        # a law by its name alone: which edition is not told, unless the articles appeared about the same time
        (
            told(None, "a", kind="law", series="assembly", title="Luật Đất đai"),
            told(None, "b", kind="law", series="assembly", title="Luật Đất đai"),
            False,
        ),
        (
            told(None, "a", kind="law", series="assembly", title="Luật Đất đai", latest="2018"),
            told(None, "b", kind="law", series="assembly", title="Luật Đất đai", latest="2019"),
            True,
        ),
        (
            told(None, "a", kind="law", series="assembly", title="Luật Đất đai", latest="2012"),
            told(None, "b", kind="law", series="assembly", title="Luật Đất đai", latest="2019"),
            False,
        ),
        # what counts by year: the number says too little without it
        (
            told("10/CT-TTg", "a", series="premier", kind="directive", yearly=True),
            told("10/CT-TTg", "b", series="premier", kind="directive", yearly=True),
            False,
        ),
        # a congress adopts one resolution
        (
            told(None, "a", series=CITY, congress=20, title="Nghị quyết Đại hội lần thứ XX"),
            told(None, "b", series=CITY, congress=20, title="Nghị quyết đại hội thành phố khóa 20"),
            True,
        ),
        (
            told(None, "a", series=CITY, congress=20, title="Nghị quyết Đại hội"),
            told(None, "b", series=CITY, congress=19, title="Nghị quyết Đại hội"),
            False,
        ),
    ],
)
def test_pairs(one: Mention, other: Mention, same: bool) -> None:
    assert together(one, other) is same
    assert together(other, one) is same


OLD = told("06-NQ/TU", "old", series=CITY, date="2016-12-08", term="2015-2020")
OPEN = told("06-NQ/TU", "open", series=CITY)


def test_what_fits_two_is_of_neither_and_keeps_both_as_candidates() -> None:
    found = identify_documents([DATED, OLD, OPEN])
    assert len(found.documents) == 3
    unsure = {(link.left, link.right) for link in found.links if link.verdict is Verdict.UNSURE}
    assert unsure == {(OPEN.iri, DATED.iri), (OPEN.iri, OLD.iri)}
    assert all(link.reasons and 0 < link.score <= 1 for link in found.links)


def test_look_alikes_say_what_keeps_them_apart() -> None:
    (pair,) = identify_documents([DATED, OLD]).look_alikes
    assert [(reason.feature, reason.detail) for reason in pair.reasons] == [("term", "2015-2020 / 2020-2025")]


def test_many_undecided_mentions_do_not_become_one_document() -> None:
    others = [replace(OPEN, iri=f"open{n}", identifier=f"open{n}") for n in range(3)]
    found = identify_documents([DATED, OLD, *others])
    own = [document for document in found.documents if document[0] in others]
    assert sum(len(document) for document in own) == 3
    assert not {DATED.iri, OLD.iri} & {mention.iri for document in own for mention in document}


def test_a_short_number_means_the_one_that_many_cite() -> None:
    known = [told("05-CT/TW", f"k{n}", series=CENTRE, kind="directive", title=LIVES) for n in range(3)]
    short = told("05", "short", series=CENTRE, kind="directive")
    assert together(*known, short)
    assert not together(*known[:1], short)


def judged(one: Mention, other: Mention, verdict: Verdict) -> Judgement:
    return Judgement(one.reference, other.iri, verdict, "an editor", "2026-01-02", "looked it up")


def test_judgements_overrule() -> None:
    other = told("06-NQ/TU", "b", series=CITY, date="2022-12-02", term="2020-2025")
    assert together(DATED, other)
    apart = identify_documents([DATED, other], [judged(DATED, other, Verdict.DIFFERENT)])
    assert len(apart.documents) == 2
    unlike = told("118", "c")
    assert not together(DATED, unlike)
    one = identify_documents([DATED, unlike], [judged(DATED, unlike, Verdict.SAME)])
    assert len(one.documents) == 1
    assert one.links[0].by == "an editor"
    assert [reason.detail for reason in one.links[0].reasons] == ["looked it up"]


def test_a_third_mention_may_not_bring_together_what_was_judged_apart() -> None:
    mentions = [replace(DATED, iri=name, identifier=name) for name in "abc"]
    found = identify_documents(mentions, [judged(mentions[0], mentions[2], Verdict.DIFFERENT)])
    assert not any({"a", "c"} <= document for document in sets(found))


def test_references_that_nothing_or_too_much_answers_to_are_told() -> None:
    twice = replace(OLD, identifier=DATED.identifier)
    gone = Judgement("gone#06-NQ/TU", DATED.iri, Verdict.SAME)
    found = identify_documents([DATED, twice], [gone, judged(DATED, twice, Verdict.SAME)])
    assert found.unknown == (DATED.reference, "gone#06-NQ/TU")
    assert len(found.documents) == 2


MENTIONS = st.lists(
    st.builds(
        told,
        st.sampled_from(["06-NQ/TU", "6", "06-NQ/TW", "06/2017/NQ-HĐND", None]),
        st.sampled_from([f"article{n}" for n in range(6)]),
        series=st.sampled_from([None, CITY, PROVINCE, CENTRE]),
        date=st.sampled_from([None, "2016-12-08", "2022-12-02"]),
        title=st.sampled_from(["", "nhiệm vụ năm 2023", LIVES]),
        term=st.sampled_from([None, "2015-2020", "2020-2025"]),
    ),
    max_size=14,
    unique_by=lambda mention: mention.iri,
)


@settings(max_examples=60, deadline=None)
@given(MENTIONS, st.randoms())
def test_the_order_of_mentions_does_not_matter(mentions: list[Mention], random: object) -> None:
    found = identify_documents(mentions)
    shuffled = list(mentions)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert identify_documents(shuffled) == found


@settings(max_examples=60, deadline=None)
@given(MENTIONS)
def test_every_mention_is_of_one_document_and_no_document_has_two_terms(mentions: list[Mention]) -> None:
    found = identify_documents(mentions)
    assert sorted(m.iri for document in found.documents for m in document) == sorted(m.iri for m in mentions)
    for document in found.documents:
        assert len({m.term for m in document if m.term}) <= 1
        assert len({m.series for m in document if m.series}) <= 1


@settings(max_examples=40, deadline=None)
@given(MENTIONS, st.data())
def test_judgements_of_difference_always_hold(mentions: list[Mention], data: st.DataObject) -> None:
    if len(mentions) < 2:
        return
    one, other = data.draw(st.permutations(mentions))[:2]
    found = identify_documents(mentions, [Judgement(one.iri, other.iri, Verdict.DIFFERENT)])
    assert not any({one.iri, other.iri} <= document for document in sets(found))
