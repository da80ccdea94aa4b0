"""What becomes a claim, and what does not, with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from kg.model import Facts, IndicatorKind, Organization, Relation, Status, Unit
from kg.pipeline import facts
from kg.propose import Reason, joined
from tests.propose import cases
from tests.propose.cases import (
    ALL,
    CONFERENCE,
    LINK,
    RESOLUTION,
    REVENUE,
    SECRETARY,
    TERM,
    YEAR_THEME,
    read,
    refused,
    scanned,
)
from tests.reading import article


def label(organization: Organization | Unit | None) -> str:
    assert isinstance(organization, Organization)
    return organization.label


def test_every_kind_becomes_a_claim() -> None:
    claims, reasons = read(*ALL)
    assert reasons == []
    (position,) = claims.positions
    assert (position.person, position.role, label(position.organization), position.status) == (
        "Hoàng Quốc Thưởng",
        "bí thư",
        "Thành ủy Chí Linh",
        Status.CURRENT,
    )
    (document,) = claims.documents
    assert (
        document.kind_concept,
        document.number,
        label(document.issuer),
        document.date,
        document.subject,
    ) == (
        "resolution",
        "06-NQ/TU",
        "Thành ủy Chí Linh",
        "2022-12-02",
        "nhiệm vụ năm 2023",
    )
    (link,) = claims.links
    assert (link.source.number, link.relation, link.target.number) == (
        "06-NQ/TU",
        Relation.IMPLEMENTS,
        "05-NQ/TW",
    )
    (theme,) = claims.themes
    assert (label(theme.organization), theme.period, theme.theme) == (
        "Thành ủy Chí Linh",
        "2023",
        "Nâng cao chất lượng đội ngũ cán bộ",
    )
    (number,) = claims.indicators
    assert isinstance(number.subject, Unit)
    assert (
        number.subject.full_name,
        number.indicator_concept,
        number.comparator,
        number.value,
        number.unit,
    ) == (
        "thành phố Chí Linh",
        "budget-revenue",
        ">",
        Decimal(3200),
        "tỷ đồng",
    )
    assert (number.kind, number.period) == (IndicatorKind.RESULT, "2022")
    (congress,) = claims.congresses
    assert (label(congress.organization), congress.ordinal, congress.term) == (
        "Thành ủy Chí Linh",
        23,
        "2020-2025",
    )
    (event,) = claims.events
    assert (event.type, event.date, [o.label for o in event.organizers], event.place) == (
        "hội nghị",
        "2023-05-16",
        ["Thành ủy Chí Linh"],
        "tỉnh Hải Dương",
    )


def test_claims_say_where_they_come_from() -> None:
    claims, _ = read(*ALL)
    for claim in claims.claims():
        assert claim.rule == "llm:saying"
        evidence = claim.evidence
        assert claims.text.content[evidence.start : evidence.end] == evidence.quote


@pytest.mark.parametrize(
    ("proposal", "changes", "reason"),
    [
        (SECRETARY, {"person": "Trần Văn Bịa"}, Reason.PERSON),
        (SECRETARY, {"person": "Quốc"}, None),
        (SECRETARY, {"person": "Thành ủy"}, Reason.PERSON),
        (SECRETARY, {"person": "Vũ Đức Sơn"}, Reason.PERSON),
        (SECRETARY, {"role": "chủ tịch"}, Reason.ROLE),
        (SECRETARY, {"role": "vua"}, Reason.ROLE),
        (SECRETARY, {"organization": "Thành ủy Uông Bí"}, Reason.ORGANIZATION),
        (SECRETARY, {"organization": "Ông Hoàng"}, Reason.ORGANIZATION),
        (SECRETARY, {"status": "emperor"}, Reason.BAD_PROPOSAL),
        (SECRETARY, {"quote": "Ông Hoàng Quốc"}, Reason.PERSON),
        (SECRETARY, {"quote": "Ông Hoàng Quốc Thưởng là Bí thư Thành ủy Chí Linh"}, Reason.FOREIGN_QUOTE),
        (SECRETARY, {"quote": "Hoàng Quốc Th"}, Reason.FOREIGN_QUOTE),
        (SECRETARY, {"quote": "Thành ủy Chí Linh"}, Reason.REPEATED_QUOTE),
        (SECRETARY, {"quote": "  "}, Reason.FOREIGN_QUOTE),
        (SECRETARY, {"quote": cases.MEETING + " " + cases.POSTS}, Reason.FOREIGN_QUOTE),
        (SECRETARY, {"quote": 5}, Reason.BAD_PROPOSAL),
        (SECRETARY, {"confidence": 1}, Reason.BAD_PROPOSAL),
        (SECRETARY, {"kind": "rumour"}, Reason.BAD_PROPOSAL),
        (RESOLUTION, {"document": {"type": "nghị quyết", "number": "07-NQ/TU"}}, Reason.NUMBER),
        (RESOLUTION, {"document": {"type": "nghị quyết", "number": "6-NQ/TU"}}, Reason.NUMBER),
        (RESOLUTION, {"document": {"type": "nghị quyết", "number": "2023"}}, Reason.NUMBER),
        (RESOLUTION, {"document": {"type": "bùa", "number": "06-NQ/TU"}}, Reason.KIND),
        (RESOLUTION, {"document": {"type": "kế hoạch", "number": "06-NQ/TU"}}, Reason.KIND),
        (RESOLUTION, {"document": {"type": "nghị quyết"}}, Reason.NOTHING),
        (RESOLUTION, {"document": {"type": "nghị quyết", "subject": "nhiệm vụ năm 2024"}}, Reason.WORDS),
        (RESOLUTION, {"issuer": "Tỉnh ủy Hải Dương"}, Reason.ORGANIZATION),
        (RESOLUTION, {"date": "2022-12-03"}, Reason.DATE),
        (RESOLUTION, {"date": "02/12/2022"}, Reason.DATE),
        (LINK, {"relation": "amends"}, Reason.RELATION),
        (LINK, {"relation": "likes"}, Reason.BAD_PROPOSAL),
        (LINK, {"target": {"type": "nghị quyết", "number": "08-NQ/TW"}}, Reason.NUMBER),
        (LINK, {"target": LINK["source"]}, Reason.NOTHING),
        (YEAR_THEME, {"theme": "Nâng cao chất lượng đội ngũ"}, None),
        (YEAR_THEME, {"theme": "Nâng cao đội ngũ cán bộ"}, Reason.WORDS),
        (YEAR_THEME, {"theme": "cán bộ"}, Reason.WORDS),
        (YEAR_THEME, {"period": "2024"}, Reason.PERIOD),
        (YEAR_THEME, {"number": "06-NQ/TU"}, Reason.NUMBER),
        (YEAR_THEME, {"quote": cases.FIGURES, "theme": "thu ngân sách của thành phố"}, Reason.RELATION),
        (REVENUE, {"value": 3.2}, Reason.NUMBER),
        (REVENUE, {"value": "NaN"}, Reason.NUMBER),
        (REVENUE, {"value": "sNaN"}, Reason.NUMBER),
        (REVENUE, {"value": 2022}, Reason.NUMBER),
        (REVENUE, {"unit": "triệu đồng"}, Reason.UNIT),
        (REVENUE, {"unit": "tỷ đồng một ngày"}, Reason.UNIT),
        (REVENUE, {"indicator": "chi ngân sách"}, Reason.WORDS),
        (REVENUE, {"indicator": "3.200"}, Reason.WORDS),
        (REVENUE, {"subject": "thành phố Hà Nội"}, Reason.PLACE),
        (REVENUE, {"period": "2020"}, Reason.PERIOD),
        (REVENUE, {"period": "mãi mãi"}, Reason.PERIOD),
        (REVENUE, {"status": "dream"}, Reason.BAD_PROPOSAL),
        (TERM, {"ordinal": 22}, Reason.NUMBER),
        (TERM, {"term": "2015-2020"}, Reason.NUMBER),
        (TERM, {"ordinal": None, "term": None}, Reason.NOTHING),
        (TERM, {"organization": "Đảng bộ tỉnh Hải Dương"}, Reason.ORGANIZATION),
        (CONFERENCE, {"type": "đại hội"}, Reason.KIND),
        (CONFERENCE, {"type": "lễ tang"}, Reason.KIND),
        (CONFERENCE, {"date": "2022-05-16"}, Reason.DATE),
        (CONFERENCE, {"date": "2023-05-17"}, Reason.DATE),
        (CONFERENCE, {"organizers": ["Thành ủy Chí Linh", "Tỉnh ủy Quảng Ninh"]}, Reason.ORGANIZATION),
        (CONFERENCE, {"place": "Sao Hỏa"}, Reason.PLACE),
    ],
)
def test_what_the_quote_does_not_bear_out(
    proposal: Mapping[str, Any], changes: Mapping[str, Any], reason: Reason | None
) -> None:
    if reason is None:
        claims, reasons = read({**proposal, **changes})
        assert len(list(claims.claims())) == 1
        assert not reasons
    else:
        assert refused(proposal, **changes) == reason.value


def test_a_quote_never_hides_the_word_before_it() -> None:
    former = {**SECRETARY, "quote": "Bí thư Thành ủy Chí Linh Vũ Đức Sơn", "person": "Vũ Đức Sơn"}
    assert refused(former) == Reason.STATUS.value
    claims, _ = read({**former, "status": "former"})
    (position,) = claims.positions
    assert position.evidence.quote == "Nguyên Bí thư Thành ủy Chí Linh Vũ Đức Sơn"


@pytest.mark.parametrize(
    ("sentence", "role", "title", "organization"),
    [
        ("Ông Lê Văn An, đại biểu HĐND tỉnh Hải Dương.", "đại biểu", "đại biểu", None),
        ("Ông Lê Văn An, Tỉnh ủy viên, dự.", "tỉnh ủy viên", "ủy viên", None),
        ("Ông Lê Văn An, Tỉnh ủy viên, dự.", "Ủy viên", "ủy viên", None),
        (
            "Ông Lê Văn An, Phó Bí thư Tỉnh ủy Hải Dương.",
            "Phó Bí thư Tỉnh ủy",
            "phó bí thư",
            "Tỉnh ủy Hải Dương",
        ),
        ("Ông Lê Văn An, PBT Tỉnh ủy Hải Dương.", "bí thư", None, None),
    ],
)
def test_titles_are_those_of_the_vocabulary(
    sentence: str, role: str, title: str | None, organization: str | None
) -> None:
    proposal = {
        "kind": "position",
        "quote": sentence,
        "person": "Lê Văn An",
        "role": role,
        "status": "current",
    }
    claims, _ = read({**proposal, "organization": organization}, of=scanned(sentence))
    assert [p.role for p in claims.positions] == ([title] if title else [])


def test_a_short_name_is_the_person_that_the_article_named() -> None:
    of = scanned("Ông Lê Văn An phát biểu.", "Ông An được bầu làm Bí thư Thành ủy Chí Linh.")
    told = {**SECRETARY, "quote": "Ông An được bầu làm Bí thư Thành ủy Chí Linh", "status": "appointed"}
    claims, _ = read({**told, "person": "An"}, of=of)
    assert [p.person for p in claims.positions] == ["Lê Văn An"]
    claims, reasons = read({**told, "person": "Lê Văn An"}, of=of)
    assert reasons == [Reason.PERSON.value]


def test_offsets_decide_between_equal_quotes() -> None:
    sentence = "Ông Lê Văn An là Bí thư Thành ủy Chí Linh."
    of = scanned(sentence, sentence)
    wanted = {**SECRETARY, "quote": sentence, "person": "Lê Văn An"}
    second = len(sentence) + 1
    claims, _ = read({**wanted, "start": second, "end": second + len(sentence)}, of=of)
    assert claims.positions[0].evidence.start == second
    for offsets in ({}, {"start": second + 1}, {"start": second, "end": second + 3}, {"start": 10**9}):
        claims, reasons = read({**wanted, **offsets}, of=of)
        assert not list(claims.claims())
        assert reasons == [Reason.REPEATED_QUOTE.value]


def test_wrong_offsets_of_a_quote_that_stands_once() -> None:
    claims, reasons = read({**SECRETARY, "start": 3, "end": 9})
    assert claims.positions[0].evidence.quote == SECRETARY["quote"]
    assert not reasons
    assert refused(SECRETARY, start=-1) == Reason.BAD_PROPOSAL.value


def test_a_quote_may_be_typed_otherwise_but_not_worded_otherwise() -> None:
    import unicodedata

    claims, _ = read({**SECRETARY, "quote": unicodedata.normalize("NFD", str(SECRETARY["quote"]))})
    assert claims.positions[0].evidence.quote == SECRETARY["quote"]


def test_what_the_rules_read_is_not_said_again() -> None:
    known = facts(article(*cases.TEXT, published="2023-05-16"))
    claims, reasons = read(SECRETARY, SECRETARY, REVENUE, TERM, CONFERENCE, RESOLUTION, known=known)
    assert not list(claims.claims())
    assert reasons == []


def test_said_twice_is_claimed_once() -> None:
    claims, reasons = read(*ALL, *ALL)
    assert len(list(claims.claims())) == len(ALL)
    assert reasons == []


def test_what_the_shapes_call_wrong_is_refused_and_nothing_else() -> None:
    name = "Đại hội Đảng bộ thành phố Chí Linh lần thứ 99"
    of = scanned(name + " đã thành công.", cases.POSTS)
    claims, reasons = read({"kind": "congress", "quote": name, "ordinal": 99}, SECRETARY, of=of)
    assert reasons == [Reason.SHAPES.value]
    assert [c.rule for c in claims.claims()] == ["llm:saying"]
    assert len(claims.positions) == 1


def test_a_period_does_not_end_before_it_begins() -> None:
    sentence = cases.THEME.replace("năm 2023", "giai đoạn 2025 đến 2020")
    claims, reasons = read({**YEAR_THEME, "quote": sentence, "period": "2025-2020"}, of=scanned(sentence))
    assert not list(claims.claims())
    assert reasons == [Reason.PERIOD.value]


def test_joined_keeps_the_rules_first() -> None:
    of = scanned()
    known = Facts(of.text.article, of.text)
    claims, _ = read(*ALL)
    both = joined(joined(known, claims, ()), claims, ())
    assert len(list(both.claims())) == 2 * len(ALL)
    assert both.text is of.text
