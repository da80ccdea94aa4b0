"""Posts that are told at the end of a life, and those of the dead."""

from __future__ import annotations

import pytest

from tests.reading import posts

F, C = "former", "current"

LIVES = [
    (
        (
            "Đồng chí Lê Văn An (bí danh Ba An), sinh ngày 3/2/1942; quê quán: xã Bình Minh, huyện Châu Thành, tỉnh Tiền Giang;"
            " tham gia hoạt động cách mạng tháng 1/1960; vào Đảng ngày 5/10/1964; Ủy viên Bộ Chính trị khóa X; đại biểu Quốc hội"
            " khóa XI; nguyên Bí thư Tỉnh ủy Tiền Giang đã từ trần hồi 5 giờ ngày 2/3/2020.",
        ),
        {
            ("Lê Văn An", "ủy viên", "Bộ Chính trị", F),
            ("Lê Văn An", "đại biểu", "Quốc hội", F),
            ("Lê Văn An", "bí thư", "Tỉnh ủy Tiền Giang", F),
        },
    ),
    (
        (
            "Đảng ủy, UBND xã Tân Hòa và gia đình thương tiếc báo tin:",
            "Đồng chí LÊ VĂN AN",
            "Sinh năm: 1935",
            "Nguyên Bí thư Đảng ủy, Chủ tịch UBND xã Tân Hòa",
            "Đã từ trần hồi 5 giờ ngày 2/3/2020.",
        ),
        {
            ("Lê Văn An", "bí thư", "Đảng ủy xã Tân Hòa", F),
            ("Lê Văn An", "chủ tịch", "Ủy ban nhân dân xã Tân Hòa", F),
        },
    ),
    (
        (
            "Đồng chí Lê Văn An, sinh ngày 4 tháng 2 năm 1945, tại xã Vĩnh Hòa. Thường trú tại số nhà 6, phường Đông Hải;"
            " nguyên Phó Bí thư Tỉnh ủy Thanh Hóa; nguyên Giám đốc Sở Xây dựng Thanh Hóa.",
        ),
        {
            ("Lê Văn An", "phó bí thư", "Tỉnh ủy Thanh Hóa", F),
            ("Lê Văn An", "giám đốc", "Sở Xây dựng tỉnh Thanh Hóa", F),
        },
    ),
    (
        (
            "Bà Vũ Thị Lan, sinh năm 1980; quê quán: xã Tân Hòa; dân tộc Kinh; vào Đảng năm 2004; hiện là Phó Bí thư"
            " Huyện ủy Phú Bình.",
        ),
        {("Vũ Thị Lan", "phó bí thư", "Huyện ủy Phú Bình", C)},
    ),
    (
        (
            "Họ và tên: Lê Văn An",
            "Quê quán: huyện Gia Lộc, tỉnh Hải Dương",
            "Chức vụ hiện nay: Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Hải Dương",
        ),
        {
            ("Lê Văn An", "phó bí thư", "Tỉnh ủy Hải Dương", C),
            ("Lê Văn An", "chủ tịch", "Ủy ban nhân dân tỉnh Hải Dương", C),
        },
    ),
    (
        (
            "Ban Tổ chức Lễ tang do đồng chí Lê Văn An, Phó Chủ tịch UBND tỉnh Hà Nam làm Trưởng ban.",
        ),
        {
            ("Lê Văn An", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", C),
            ("Lê Văn An", "trưởng ban", "Ban Tổ chức Lễ tang", "appointed"),
        },
    ),
]

NOBODY = [
    ("Ông Lê Văn An, sinh năm 1960, trú tại xã Tân Hòa; Chủ tịch UBND xã Tân Hòa đã xử phạt.",),
    ("Ông Lê Văn An, sinh năm 1960; vào Đảng năm 1985; Chủ tịch UBND xã Tân Hòa cho biết đơn đã nhận.",),
    ("Ông Lê Văn An phát biểu.", "Chức danh: Chủ tịch UBND xã Tân Hòa do HĐND xã bầu."),
    ("Ông Lê Văn An nghỉ hưu năm ngoái.", "Nguyên Chủ tịch UBND xã Tân Hòa"),
]


@pytest.mark.parametrize(("said", "expected"), LIVES)
def test_posts_end_what_is_told_of_a_life(
    said: tuple[str, ...], expected: set[tuple[str, str, str, str]]
) -> None:
    assert posts(*said) == expected


@pytest.mark.parametrize("said", NOBODY)
def test_others_act_after_a_life(said: tuple[str, ...]) -> None:
    assert posts(*said) == set()
