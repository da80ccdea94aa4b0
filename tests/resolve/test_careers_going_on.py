"""The last step of a career: held still or over, by what the article tells of the person elsewhere."""

from __future__ import annotations

import pytest

from tests.reading import facts, posts

C, A, E, F = "current", "appointed", "ended", "former"
BEGAN = "Ông Lê Văn Ban sinh năm 1965, quê tỉnh Phú Yên. Từ năm 2005 đến năm 2011, ông là Bí thư Huyện ủy Tuy An."
UBND, TINH_UY = "Ủy ban nhân dân tỉnh Phú Yên", "Tỉnh ủy Phú Yên"
BEFORE = ("Lê Văn Ban", "bí thư", "Huyện ủy Tuy An", F)

TOLD = [
    # the last step has a beginning and no end
    (
        (BEGAN, "Từ tháng 6/2016, ông là Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Phú Yên."),
        {BEFORE, ("Lê Văn Ban", "phó bí thư", TINH_UY, C), ("Lê Văn Ban", "chủ tịch", UBND, C)},
    ),
    # what goes with a post that is held
    (
        ("Dự có Chủ tịch UBND tỉnh Phú Yên Lê Văn Ban.", BEGAN, "Từ tháng 6/2016, ông là Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Phú Yên."),
        {BEFORE, ("Lê Văn Ban", "phó bí thư", TINH_UY, C), ("Lê Văn Ban", "chủ tịch", UBND, C)},
    ),
    # elected in the term that runs, and in one before
    (
        (BEGAN, "Tháng 6/2016, ông được bầu làm Phó Chủ tịch UBND tỉnh Phú Yên."),
        {BEFORE, ("Lê Văn Ban", "phó chủ tịch", UBND, C)},
    ),
    (
        (BEGAN, "Tháng 10/2014, ông được bầu làm Phó Chủ tịch UBND tỉnh Phú Yên."),
        {BEFORE, ("Lê Văn Ban", "phó chủ tịch", UBND, F)},
    ),
    # the article tells what he is otherwise, or that he is no longer anything
    (
        ("Ông Lê Văn Ban, Phó Giám đốc Sở Nội vụ tỉnh Phú Yên, phát biểu.", "Từ năm 2015, ông là Phó Bí thư Huyện ủy Tuy An."),
        {
            ("Lê Văn Ban", "phó giám đốc", "Sở Nội vụ tỉnh Phú Yên", C),
            ("Lê Văn Ban", "phó bí thư", "Huyện ủy Tuy An", F),
        },
    ),
    (
        ("Ông Lê Văn Ban, nguyên Chủ tịch UBND huyện Tuy An, bị bắt.", "Từ năm 2015, ông là Phó Bí thư Huyện ủy Tuy An."),
        {
            ("Lê Văn Ban", "chủ tịch", "Ủy ban nhân dân huyện Tuy An", F),
            ("Lê Văn Ban", "phó bí thư", "Huyện ủy Tuy An", F),
        },
    ),
    (
        ("Ông Lê Văn Ban từ trần ngày 2/5/2018.", "Từ năm 2015, ông là Phó Bí thư Huyện ủy Tuy An."),
        {("Lê Văn Ban", "phó bí thư", "Huyện ủy Tuy An", F)},
    ),
    # who is told to hold a post now, and who was once elected to it
    (
        (
            "Đại hội Đảng bộ huyện nhiệm kỳ 2015 - 2020 bầu đồng chí Trần Văn Lam làm Bí thư Huyện ủy Tuy An.",
            "Từ tháng 8/2017 đến nay, đồng chí Lê Văn Ban giữ chức Bí thư Huyện ủy Tuy An.",
        ),
        {("Trần Văn Lam", "bí thư", "Huyện ủy Tuy An", F), ("Lê Văn Ban", "bí thư", "Huyện ủy Tuy An", C)},
    ),
    # a deputy who came to lead the office
    (
        ("Ông Lê Văn Ban, Trưởng Ban Dân tộc tỉnh Phú Yên, phát biểu.", "Sau khi về tỉnh, ông làm Phó Trưởng Ban Dân tộc tỉnh Phú Yên."),
        {
            ("Lê Văn Ban", "trưởng ban", "Ban Dân tộc tỉnh Phú Yên", C),
            ("Lê Văn Ban", "phó trưởng ban", "Ban Dân tộc tỉnh Phú Yên", F),
        },
    ),
    # what was led together is over together
    (
        (
            "Cựu Bí thư Huyện ủy Tuy An Lê Văn Ban bị phạt.",
            "Ông Lê Văn Ban, Bí thư Huyện ủy, Chủ tịch HĐND huyện Tuy An, đã ký nhiều văn bản.",
        ),
        {BEFORE, ("Lê Văn Ban", "chủ tịch", "Hội đồng nhân dân huyện Tuy An", F)},
    ),
    # what came afterwards in a career is no news
    (
        ("Năm 2002, ông Lê Văn Ban làm Phó Giám đốc Sở Y tế tỉnh Phú Yên.", "Sau đó, ông được bổ nhiệm làm Giám đốc Sở Xây dựng tỉnh Phú Yên."),
        {
            ("Lê Văn Ban", "phó giám đốc", "Sở Y tế tỉnh Phú Yên", F),
            ("Lê Văn Ban", "giám đốc", "Sở Xây dựng tỉnh Phú Yên", F),
        },
    ),
    # a list of those who hold a post now tells more than the career that comes behind it
    (
        (
            "Ban Chấp hành mới ra mắt. Ba Phó Bí thư Tỉnh ủy Phú Yên gồm ông Lê Văn Ban, ông Trần Văn Lam, bà Vũ Thị Lan.",
            "Ông Ban từng kinh qua các vị trí như Bí thư Huyện ủy Tuy An; Phó Bí thư Tỉnh ủy Phú Yên khóa XVI.",
        ),
        {BEFORE, *((p, "phó bí thư", TINH_UY, C) for p in ("Lê Văn Ban", "Trần Văn Lam", "Vũ Thị Lan"))},
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected"), TOLD)
def test_the_last_step_of_a_career(paragraphs: tuple[str, ...], expected: set[tuple[str, str, str, str]]) -> None:
    assert posts(*paragraphs, published="2018-05-04") == expected


def test_a_last_step_tells_since_when_it_is_held() -> None:
    found = facts(BEGAN, "Từ tháng 6/2016, ông là Chủ tịch UBND tỉnh Phú Yên.", published="2018-05-04").positions
    assert {(p.since, p.until) for p in found} == {("2005", "2011"), ("2016-06", None)}
