"""A career told in sentences without a name: who is spoken of before them held the posts."""

from __future__ import annotations

import pytest

from tests.reading import facts

BORN = "Đồng chí Lê Văn An sinh năm 1970, quê xã Hòa Bình, huyện Tuy An, tỉnh Phú Yên."
F, C, A = "former", "current", "appointed"
DEPUTY, SECRETARY = ("phó bí thư", "Huyện ủy Tuy An"), ("bí thư", "Huyện ủy Tuy An")

STEPS = [
    ("Năm 2005, được bổ nhiệm Phó Chánh Văn phòng Tỉnh ủy.", ("phó chánh văn phòng", "Văn phòng Tỉnh ủy Phú Yên"), F),
    ("Tháng 8/2015, được điều động làm Phó Bí thư Huyện ủy Tuy An.", DEPUTY, F),
    ("Tháng 8/2015 được bầu làm Phó Bí thư Huyện ủy Tuy An nhiệm kỳ 2015 - 2020.", DEPUTY, F),
    ("Tháng 8/2015, được điều động, phân công giữ chức Phó Bí thư Huyện ủy Tuy An.", DEPUTY, F),
    ("Đến tháng 6/2017, được Ban Thường vụ Tỉnh ủy chỉ định làm Bí thư Huyện ủy Tuy An.", SECRETARY, F),
    ("Từ tháng 5/2018 đến nay là Bí thư Huyện ủy Tuy An.", SECRETARY, C),
    ("Năm 2011 - 2014 là Phó Bí thư Huyện ủy Tuy An.", DEPUTY, F),
    ("Từng giữ các chức vụ: Phó Bí thư Huyện ủy Tuy An.", DEPUTY, F),
    ("Hiện là Bí thư Huyện ủy Tuy An.", SECRETARY, C),
    ("Năm 2012, ông đi học cao học. Ba năm sau, ông về làm Phó Bí thư Huyện ủy Tuy An.", DEPUTY, F),
    ("Sau đó, được luân chuyển về làm Phó Bí thư Huyện ủy Tuy An.", DEPUTY, A),
]
OF_OTHERS = [
    "Trong nhiệm kỳ 2015 - 2020, huyện có 3 người được bầu làm Bí thư Huyện ủy Tuy An.",
    "Năm 2015, 3 người được bầu làm Phó Bí thư Huyện ủy Tuy An.",
    "Năm 2015, nhà trường được Bí thư Huyện ủy Tuy An tới thăm.",
    "Năm 2015, bà Trần Thị Kha được bầu làm Phó Bí thư Huyện ủy Tuy An.",
]
SPANS = [
    ("Từ tháng 1/2010 - 6/2012: Phó Bí thư Huyện ủy Tuy An.", ("2010-01", "2012-06")),
    ("Từ năm 2010-2012 là Phó Bí thư Huyện ủy Tuy An.", ("2010", "2012")),
    ("Đồng chí đã đảm nhiệm các chức vụ: Phó Bí thư Huyện ủy Tuy An (2010 - 2015).", ("2010", "2015")),
    ("Đồng chí từng là Phó Bí thư Huyện ủy Tuy An (nhiệm kỳ 2010 - 2015).", (None, None)),
    ("Từ tháng 8/2015 đến tháng 5/2018: Phó Bí thư Huyện ủy Tuy An.", ("2015-08", "2018-05")),
    ("Từ tháng 5/2018 đến nay: Bí thư Huyện ủy Tuy An.", ("2018-05", None)),
    ("Giai đoạn 2010 - 2015, giữ chức vụ Phó Bí thư Huyện ủy Tuy An.", ("2010", "2015")),
]


@pytest.mark.parametrize(("step", "post", "status"), STEPS)
def test_a_step_without_a_name_is_of_whom_the_text_speaks(step: str, post: tuple[str, str], status: str) -> None:
    (position,) = facts(f"{BORN} {step}", published="2021-03-01").positions
    assert position.organization is not None
    assert (position.person, position.role, position.organization.label) == ("Lê Văn An", *post)
    assert position.status == status


def test_a_career_is_told_clause_by_clause() -> None:
    text = (
        f"{BORN} Quá trình công tác: Năm 1995 là cán bộ Sở Tài chính; từ 1996 - 2001 là Phó Trưởng phòng Nội vụ huyện Tuy An;"
        " 2001 - 2005: Trưởng phòng; tháng 11/2010 được bổ nhiệm Giám đốc Sở Tài chính; tháng 10/2020, được bầu vào Ban Chấp"
        " hành Đảng bộ tỉnh; tháng 2/2018 được điều động làm Bí thư Huyện ủy Tuy An; tháng 2/2019, Phó Bí thư Tỉnh ủy."
    )
    found = {(p.role, p.organization and p.organization.label, p.status.value) for p in facts(text, published="2021-03-01").positions}
    assert found == {
        ("cán bộ", "Sở Tài chính tỉnh Phú Yên", F),
            ("phó trưởng phòng", "Phòng Nội vụ huyện Tuy An", F),
        ("trưởng phòng", "Phòng Nội vụ huyện Tuy An", F),
        ("giám đốc", "Sở Tài chính tỉnh Phú Yên", F),
        ("ủy viên", "Tỉnh ủy Phú Yên", C),
        ("bí thư", "Huyện ủy Tuy An", F),
        ("phó bí thư", "Tỉnh ủy Phú Yên", F),
    }


@pytest.mark.parametrize("sentence", OF_OTHERS)
def test_what_others_came_to_hold_is_not_his(sentence: str) -> None:
    found = facts(f"{BORN} {sentence}", published="2021-03-01").positions
    assert "Lê Văn An" not in {position.person for position in found}


@pytest.mark.parametrize(("step", "span"), SPANS)
def test_a_step_has_the_ends_told_with_it(step: str, span: tuple[str | None, str | None]) -> None:
    (position,) = facts(f"{BORN}", step, published="2021-03-01").positions
    assert (position.since, position.until) == span


def test_who_was_appointed_once_and_serves_till_now_holds_the_post() -> None:
    line = "Ông Trần Văn Kha được bổ nhiệm làm Giám đốc Sở Tài chính tỉnh Phú Yên từ năm 2013 đến nay."
    assert [(p.status, p.since) for p in facts(line).positions] == [(C, "2013")]


OVER = [
    # what followed, a time that is told, and the time before a case
    "Ông Lê Văn An từng công tác trong ngành công an, sau đó làm Phó Bí thư Huyện ủy Tuy An.",
    "Ông Lê Văn An vốn xuất thân là Phó Bí thư Huyện ủy Tuy An.",
    "Thời kỳ này ông Lê Văn An là Phó Bí thư Huyện ủy Tuy An.",
    "Ông Lê Văn An trước khi bị khởi tố là Phó Bí thư Huyện ủy Tuy An.",
]
STILL = [
    "Ông Lê Văn An công tác trong ngành công an, sau đó làm Phó Bí thư Huyện ủy Tuy An từ năm 2022 đến nay.",
    "Ông Lê Văn An là Phó Bí thư Huyện ủy Tuy An.",
]


@pytest.mark.parametrize(("text", "status"), [*((t, F) for t in OVER), *((t, C) for t in STILL)])
def test_what_a_career_has_behind_it(text: str, status: str) -> None:
    (position,) = facts(text).positions
    assert (position.role, position.status) == ("phó bí thư", status)


NAMED = [
    (
        "Năm 2010, ông Lê Văn An làm Phó Bí thư Huyện ủy Tuy An; tháng 5/2018 được bầu làm Bí thư Huyện ủy Tuy An.",
        {DEPUTY: F, SECRETARY: F},
    ),
    ("Từ 2010 đến 2018, ông Lê Văn An là Phó Bí thư Huyện ủy Tuy An; từ tháng 5/2018 đến nay là Bí thư Huyện ủy.", {DEPUTY: F, SECRETARY: C}),
    ("Ông Lê Văn An được bầu làm Bí thư Huyện ủy Tuy An; đồng thời, được giới thiệu bầu Chủ tịch HĐND huyện.", {SECRETARY: A}),
    ("Ông Lê Văn An họp với bà Trần Thị Kha; năm 2018 là Bí thư Huyện ủy Tuy An.", {}),
    ("Ông Lê Văn An, Bí thư Huyện ủy Tuy An, dự; tháng 5/2020 bổ nhiệm Phó Bí thư Huyện ủy Tuy An.", {SECRETARY: C}),
]


@pytest.mark.parametrize(("text", "posts"), NAMED)
def test_a_clause_behind_one_that_names_somebody_goes_on_with_that_one(
    text: str, posts: dict[tuple[str, str], str]
) -> None:
    found = facts(text, published="2021-03-01").positions
    assert {(p.role, p.organization.label if p.organization else ""): p.status for p in found} == posts
