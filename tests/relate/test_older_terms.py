"""Posts of a term that is over, other names of their holders, and who chairs a council beside one of its boards."""

from __future__ import annotations

import pytest

from tests.reading import posts

C, A, E, F = "current", "appointed", "ended", "former"
TINH, HUYEN = "Tỉnh ủy Phú Yên", "Huyện ủy Tuy An"
HDND = "Hội đồng nhân dân huyện Tuy An"
PHAP_CHE = "Ban Pháp chế Hội đồng nhân dân huyện Tuy An"

SAID = [
    # by the numbers of two terms
    (
        "Đồng chí Lê Văn Ban, Phó Bí thư Thường trực Huyện ủy Tuy An khóa XX, được bầu làm Bí thư Huyện ủy khóa XXI.",
        {("Lê Văn Ban", "phó bí thư thường trực", HUYEN, F), ("Lê Văn Ban", "bí thư", HUYEN, A)},
    ),
    (
        "Bà Vũ Thị Lan - Ủy viên Ban Thường vụ Tỉnh ủy Phú Yên khóa XVI tái đắc cử Phó Bí thư Tỉnh ủy khóa XVII.",
        {("Vũ Thị Lan", "ủy viên", f"Ban Thường vụ {TINH}", F), ("Vũ Thị Lan", "phó bí thư", TINH, A)},
    ),
    (
        "Ông Lê Văn Ban, Bí thư Huyện ủy Tuy An khóa XXI, Chủ tịch HĐND huyện Tuy An khóa X.",
        {("Lê Văn Ban", "bí thư", HUYEN, C), ("Lê Văn Ban", "chủ tịch", HDND, C)},
    ),
    # by words
    (
        "Ông Lê Văn Ban (Phó Chủ tịch HĐND huyện Tuy An nhiệm kỳ vừa rồi) không tái cử.",
        {("Lê Văn Ban", "phó chủ tịch", HDND, F)},
    ),
    (
        "Ông Lê Văn Ban, Chủ tịch HĐND huyện Tuy An khóa trước, chia sẻ kinh nghiệm.",
        {("Lê Văn Ban", "chủ tịch", HDND, F)},
    ),
    (
        "Ông Lê Văn Ban, Chủ tịch HĐND huyện Tuy An nhiệm kỳ 2016-2021, chia sẻ kinh nghiệm.",
        {("Lê Văn Ban", "chủ tịch", HDND, C)},
    ),
    # before a body gave another post
    (
        "Trước khi được Ban Chấp hành Đảng bộ huyện Tuy An bầu giữ chức Phó Bí thư Huyện ủy Tuy An, ông Lê Văn Ban là Trung tá, Chỉ huy"
        " trưởng Ban Chỉ huy Quân sự huyện Tuy An.",
        {("Lê Văn Ban", "chỉ huy trưởng", "Ban Chỉ huy Quân sự huyện Tuy An", F)},
    ),
    # another name
    (
        "Ông Lê Văn Ban (tên gọi khác là Trần Quang Minh - Phó Chủ tịch HĐND huyện Tuy An) đứng thứ hai.",
        {("Lê Văn Ban", "phó chủ tịch", HDND, C)},
    ),
    (
        "Đồng chí Lê Văn Ban, tức Trần Quang Minh, nguyên Bí thư Huyện ủy Tuy An, dự lễ.",
        {("Lê Văn Ban", "bí thư", HUYEN, F)},
    ),
    (
        "Đồng chí Lê Văn Ban (tên khai sinh: Trần Quang Minh), nguyên Bí thư Huyện ủy Tuy An, dự lễ.",
        {("Lê Văn Ban", "bí thư", HUYEN, F)},
    ),
    # the council of a board
    (
        "HĐND huyện miễn nhiệm Phó Chủ tịch, kiêm Trưởng ban Pháp chế HĐND huyện Tuy An đối với ông Lê Văn Ban.",
        {("Lê Văn Ban", "phó chủ tịch", HDND, E), ("Lê Văn Ban", "trưởng ban", PHAP_CHE, E)},
    ),
    (
        "Ông Lê Văn Ban, Phó Chủ tịch - Trưởng ban Pháp chế HĐND huyện Tuy An.",
        {("Lê Văn Ban", "phó chủ tịch", HDND, C), ("Lê Văn Ban", "trưởng ban", PHAP_CHE, C)},
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_said(text: str, expected: set[tuple[str, ...]]) -> None:
    assert posts(text) == expected
