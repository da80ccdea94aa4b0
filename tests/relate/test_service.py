"""From when to when a post was held: a table of how the press dates careers."""

from __future__ import annotations

import pytest

from tests.reading import facts

MET = "Ngày 5/6/2019, Huyện ủy họp."

TOLD = [
    (
        "Từ năm 2010 đến năm 2015, ông Lê Văn Ban là Chủ tịch UBND huyện Tuy An.",
        {("chủ tịch", "2010", "2015")},
    ),
    (
        "Từ tháng 5/2010 đến tháng 3/2015, bà Đỗ Thị Thư giữ chức Bí thư Huyện ủy kiêm Chủ tịch UBND huyện Tuy An.",
        {("bí thư", "2010-05", "2015-03"), ("chủ tịch", "2010-05", "2015-03")},
    ),
    (
        "Từ tháng 7/2015 đến nay, ông Võ Văn Mẫn là Bí thư Huyện ủy Tuy An.",
        {("bí thư", "2015-07", None)},
    ),
    (
        "Sáng 2/3, công bố quyết định nghỉ hưu và hưởng chế độ hưu trí đối với ông Lê Văn Ban, Chủ tịch UBND huyện Tuy An từ ngày"
        " 1/4/2019.",
        {("chủ tịch", None, "2019-04-01")},
    ),
    # behind the post or its holder
    (
        "Huyện bổ nhiệm ông Lê Văn Ban giữ chức Trưởng Phòng Nội vụ huyện Tuy An, thời hạn 5 năm, kể từ ngày 1/7/2019.",
        {("trưởng phòng", "2019-07-01", None)},
    ),
    (
        "Huyện bổ nhiệm ông Lê Văn Ban làm Trưởng Phòng Nội vụ huyện Tuy An; thời gian giữ chức vụ là 5 năm, tính từ ngày 1/7.",
        {("trưởng phòng", "2019-07-01", None)},
    ),
    ("Ông Lê Văn Ban giữ chức Chủ tịch UBND huyện Tuy An từ tháng 5/2018.", {("chủ tịch", "2018-05", None)}),
    ("Ông Lê Văn Ban làm Bí thư Huyện ủy Tuy An từ năm 2016 đến nay.", {("bí thư", "2016", None)}),
    ("Ông Lê Văn Ban làm Bí thư Huyện ủy Tuy An từ năm 2006 đến năm 2010.", {("bí thư", "2006", "2010")}),
    ("Ông Lê Văn Ban thôi giữ chức Bí thư Huyện ủy Tuy An từ ngày 1/6/2019.", {("bí thư", None, "2019-06-01")}),
    (
        "Phê chuẩn kết quả bầu Chủ tịch HĐND huyện Tuy An đối với ông Lê Văn Ban kể từ ngày 5/6/2019; Phó Chủ tịch HĐND"
        " huyện Tuy An đối với bà Đỗ Thị Thư kể từ ngày 3/6/2019.",
        {("chủ tịch", "2019-06-05", None), ("phó chủ tịch", "2019-06-03", None)},
    ),
    ("Ông Lê Văn Ban, Bí thư Huyện ủy Tuy An, từ năm 2016 đến nay huyện có 9 xã đạt chuẩn.", set()),
    ("Ông Lê Văn Ban được bầu làm Bí thư Huyện ủy Tuy An, từ tháng 7/2018 huyện có hai phó bí thư.", set()),
    # what came after, a list of what one did in those years, and dates of the post before date nothing
    (
        "Từ năm 2010 đến năm 2015, ông Lê Văn Ban là Chủ tịch UBND huyện Tuy An, sau đó là Giám đốc Sở Nội vụ tỉnh Phú Yên.",
        {("chủ tịch", "2010", "2015")},
    ),
    (
        "Từ năm 1990 đến năm 2010, ông Lê Văn Ban giữ các chức vụ: Trưởng phòng Nội vụ, Chủ tịch UBND huyện Tuy An.",
        set(),
    ),
    (
        "Ông Lê Văn Ban, Chủ tịch UBND huyện Tuy An nhiệm kỳ 2010-2015, dự họp.",
        set(),
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), TOLD, ids=[sentence[:40] for sentence, _ in TOLD])
def test_service(sentence: str, expected: set[tuple[str, str | None, str | None]]) -> None:
    found = {
        (told.role, told.since, told.until)
        for position in facts(f"{MET} {sentence}").positions
        for told in (position, *position.steps)
        if told.since is not None or told.until is not None
    }
    assert found == expected


def test_the_dates_stand_in_the_evidence() -> None:
    (position,) = facts(f"{MET} {TOLD[0][0]}").positions
    assert "2010" in position.evidence.quote
    assert "2015" in position.evidence.quote


def test_service_until_now_told_elsewhere_in_the_article_is_that_of_the_post() -> None:
    text = f"{MET} Ông Võ Văn Mẫn, Bí thư Huyện ủy Tuy An, dự. Từ tháng 7/2015 đến nay, ông Võ Văn Mẫn là Bí thư Huyện ủy Tuy An."
    (position,) = facts(text).positions
    assert (position.since, position.until, position.status.value) == ("2015-07", None, "current")


def test_the_end_told_behind_a_post_is_kept() -> None:
    text = "Tháng 4/2016, bà Lê Thị Ban được bổ nhiệm làm Giám đốc Sở Y tế tỉnh Phú Yên đến tháng 2/2020."
    (position,) = facts(text, published="2020-06-01").positions
    assert (position.until, position.status.value) == ("2020-02", "former")


STEPS = [
    ("Ông Lê Văn Ban được bầu làm Chủ tịch UBND huyện Tuy An ngày 12-5-2019.", "2019-05-12"),
    ("Ông Lê Văn Ban được bổ nhiệm làm Trưởng Phòng Nội vụ huyện Tuy An vào tháng 7/2016.", "2016-07"),
    ("Ông Lê Văn Ban được bổ nhiệm làm Trưởng Phòng Nội vụ huyện Tuy An năm 2016.", "2016"),
    ("Năm 2014, ông Lê Văn Ban được bầu làm Chủ tịch UBND huyện Tuy An.", "2014"),
    ("Ông Lê Văn Ban thôi giữ chức Chủ tịch UBND huyện Tuy An ngày 1/3/2019.", "2019-03-01"),
    ("Ông Lê Văn Ban được bầu làm Chủ tịch UBND huyện Tuy An theo quyết định ngày 5/4/2018.", None),
    ("Ông Lê Văn Ban được bầu làm Chủ tịch UBND huyện Tuy An từ năm 2014.", None),
    ("Ông Lê Văn Ban được bầu làm Chủ tịch UBND huyện Tuy An nhiệm kỳ 2016-2021.", None),
]


@pytest.mark.parametrize(("sentence", "day"), STEPS, ids=[sentence[-30:] for sentence, _ in STEPS])
def test_the_day_of_a_step_may_stand_behind_it(sentence: str, day: str | None) -> None:
    (position,) = facts(sentence, published="2019-06-06").positions
    assert position.event is not None
    assert position.event_date == day


def test_who_was_given_a_post_in_an_earlier_year_holds_it() -> None:
    (position,) = facts(STEPS[2][0], published="2019-06-06").positions
    assert position.status == "current"
