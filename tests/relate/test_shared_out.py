"""Several people and several posts in one sentence: who of them holds which, and whom somebody takes over from."""

from __future__ import annotations

import pytest

from tests.reading import facts, posts

C, A, E, F = "current", "appointed", "ended", "former"
XA, HDND, UBND = "Đảng ủy xã Hải Yên", "Hội đồng nhân dân huyện Tuy An", "Ủy ban nhân dân huyện Tuy An"

SAID = [
    # as many posts as people are one for each, in turn or where nobody can share one of them
    (
        "Các đồng chí Lê Văn Ban, Trần Thị Lan, Vũ Văn Kha lần lượt được bầu giữ chức Bí thư, Phó Bí thư Thường trực, Phó Bí thư Đảng ủy"
        " xã Hải Yên.",
        {
            ("Lê Văn Ban", "bí thư", XA, A),
            ("Trần Thị Lan", "phó bí thư thường trực", XA, A),
            ("Vũ Văn Kha", "phó bí thư", XA, A),
        },
    ),
    (
        "Các ông Lê Văn Ban, Trần Văn Lam được bầu giữ chức Chủ tịch, Phó Chủ tịch HĐND huyện Tuy An.",
        {("Lê Văn Ban", "chủ tịch", HDND, A), ("Trần Văn Lam", "phó chủ tịch", HDND, A)},
    ),
    (
        "HĐND huyện miễn nhiệm chức danh Chủ tịch HĐND, Phó Chủ tịch UBND huyện Tuy An đối với ông Lê Văn Ban và bà Trần Thị Lan.",
        {("Lê Văn Ban", "chủ tịch", HDND, E), ("Trần Thị Lan", "phó chủ tịch", UBND, E)},
    ),
    (
        "Các đồng chí Lê Văn Ban, Trần Thị Lan lần lượt giữ chức Bí thư, Phó Bí thư Đảng ủy xã Hải Yên.",
        {("Lê Văn Ban", "bí thư", XA, C), ("Trần Thị Lan", "phó bí thư", XA, C)},
    ),
    # each of a list is given the last post, if several can hold it
    (
        "HĐND huyện bầu ông Lê Văn Ban, Bí thư Đảng ủy xã Hải Yên; bà Trần Thị Lan, Phó Chủ tịch HĐND huyện Tuy An giữ chức Phó Chủ tịch UBND"
        " huyện Tuy An.",
        {
            ("Lê Văn Ban", "bí thư", XA, C),
            ("Lê Văn Ban", "phó chủ tịch", UBND, A),
            ("Trần Thị Lan", "phó chủ tịch", HDND, C),
            ("Trần Thị Lan", "phó chủ tịch", UBND, A),
        },
    ),
    (
        "Kết quả, ông Lê Văn Ban, Bí thư Đảng ủy xã Hải Yên; bà Trần Thị Lan, Bí thư Tỉnh đoàn Phú Yên được bầu làm Phó Chủ tịch UBND huyện Tuy An.",
        {
            ("Lê Văn Ban", "bí thư", XA, C),
            ("Lê Văn Ban", "phó chủ tịch", UBND, A),
            ("Trần Thị Lan", "bí thư", "Tỉnh đoàn Phú Yên", C),
            ("Trần Thị Lan", "phó chủ tịch", UBND, A),
        },
    ),
    (
        "Ông Lê Văn Ban, Bí thư Đảng ủy xã Hải Yên; bà Trần Thị Lan, Bí thư Tỉnh đoàn Phú Yên được bầu làm Chủ tịch UBND huyện Tuy An.",
        {
            ("Lê Văn Ban", "bí thư", XA, C),
            ("Trần Thị Lan", "bí thư", "Tỉnh đoàn Phú Yên", C),
            ("Trần Thị Lan", "chủ tịch", UBND, A),
        },
    ),
    (
        "Đến dự có ông Lê Văn Ban, Bí thư Đảng ủy xã Hải Yên; bà Trần Thị Lan, Bí thư Tỉnh đoàn Phú Yên vừa được bầu làm Phó Chủ tịch UBND"
        " huyện Tuy An.",
        {
            ("Lê Văn Ban", "bí thư", XA, C),
            ("Trần Thị Lan", "bí thư", "Tỉnh đoàn Phú Yên", C),
            ("Trần Thị Lan", "phó chủ tịch", UBND, A),
        },
    ),
    (
        "(PLO) - Bí thư Đảng ủy xã Hải Yên Lê Văn Ban và Bí thư Tỉnh đoàn Phú Yên Trần Thị Lan vừa được bầu giữ chức Phó Chủ tịch UBND huyện Tuy An.",
        {
            ("Lê Văn Ban", "bí thư", XA, C),
            ("Lê Văn Ban", "phó chủ tịch", UBND, A),
            ("Trần Thị Lan", "bí thư", "Tỉnh đoàn Phú Yên", C),
            ("Trần Thị Lan", "phó chủ tịch", UBND, A),
        },
    ),
    (
        "Bí thư Đảng ủy xã Hải Yên Lê Văn Ban và Bí thư Tỉnh đoàn Phú Yên Trần Thị Lan vừa được bầu giữ chức Chủ tịch UBND huyện Tuy An"
        " dự lễ.",
        {
            ("Lê Văn Ban", "bí thư", XA, C),
            ("Trần Thị Lan", "bí thư", "Tỉnh đoàn Phú Yên", C),
            ("Trần Thị Lan", "chủ tịch", UBND, A),
        },
    ),
    # seats are shared, and of two people and three posts nobody can tell
    (
        "Các đồng chí Lê Văn Ban, Trần Thị Lan được bầu tham gia Ban Chấp hành, Ban Thường vụ Đảng ủy xã Hải Yên.",
        {(p, "ủy viên", o, A) for p in ("Lê Văn Ban", "Trần Thị Lan") for o in (XA, f"Ban Thường vụ {XA}")},
    ),
    (
        "Các đồng chí Lê Văn Ban, Trần Thị Lan được bầu giữ chức Bí thư, Phó Bí thư Thường trực, Phó Bí thư Đảng ủy xã Hải Yên.",
        set(),
    ),
    # one after the other: a career of one person, an order of several
    (
        "Ông Lê Văn Ban lần lượt được bổ nhiệm làm Trưởng phòng Nội vụ huyện Tuy An, Phó Chủ tịch UBND huyện Tuy An.",
        {("Lê Văn Ban", "trưởng phòng", "Phòng Nội vụ huyện Tuy An", F), ("Lê Văn Ban", "phó chủ tịch", UBND, F)},
    ),
    (
        "Ba Phó Chủ tịch UBND huyện Tuy An lần lượt là ông Lê Văn Ban, ông Vũ Văn Kha, bà Trần Thị Lan.",
        {(p, "phó chủ tịch", UBND, C) for p in ("Lê Văn Ban", "Vũ Văn Kha", "Trần Thị Lan")},
    ),
    # the last of several titles may be another's
    (
        "Anh Lê Văn Ban được bầu làm Bí thư Tỉnh đoàn Phú Yên; Phó Bí thư là anh Vũ Văn Kha và chị Trần Thị Lan.",
        {
            ("Lê Văn Ban", "bí thư", "Tỉnh đoàn Phú Yên", A),
            ("Vũ Văn Kha", "phó bí thư", "Tỉnh đoàn Phú Yên", C),
            ("Trần Thị Lan", "phó bí thư", "Tỉnh đoàn Phú Yên", C),
        },
    ),
    (
        "Đồng chí Lê Văn Ban được bầu giữ chức Bí thư Đảng ủy xã Hải Yên, Phó Bí thư Đảng ủy là đồng chí Vũ Văn Kha, đồng chí Trần Thị Lan.",
        {
            ("Lê Văn Ban", "bí thư", XA, A),
            ("Vũ Văn Kha", "phó bí thư", XA, A),
            ("Trần Thị Lan", "phó bí thư", XA, A),
        },
    ),
    # who goes on in a post that is told as former, or of an earlier term
    (
        "Bà Trần Thị Lan nguyên Phó Chủ tịch HĐND huyện Tuy An khóa X tiếp tục được bầu giữ chức Phó Chủ tịch HĐND huyện Tuy An khóa XI.",
        {("Trần Thị Lan", "phó chủ tịch", HDND, A)},
    ),
    (
        "Các ông: Lê Văn Ban, Vũ Văn Kha và bà Trần Thị Lan tiếp tục được bầu giữ chức Phó Chủ tịch UBND huyện Tuy An.",
        {(p, "phó chủ tịch", UBND, A) for p in ("Lê Văn Ban", "Vũ Văn Kha", "Trần Thị Lan")},
    ),
    # who is replaced has left the post voted on, not the one told beside the name
    (
        "HĐND huyện bầu chức danh Chủ tịch HĐND huyện Tuy An đối với ông Lê Văn Ban, Phó Chủ tịch HĐND huyện (thay ông Vũ Văn Kha nghỉ"
        " hưu).",
        {
            ("Lê Văn Ban", "chủ tịch", HDND, A),
            ("Lê Văn Ban", "phó chủ tịch", HDND, E),
            ("Vũ Văn Kha", "chủ tịch", HDND, E),
        },
    ),
    (
        "Ông Lê Văn Ban được bầu thay ông Vũ Văn Kha giữ chức Chủ tịch UBND huyện Tuy An.",
        {("Lê Văn Ban", "chủ tịch", UBND, A), ("Vũ Văn Kha", "chủ tịch", UBND, E)},
    ),
    # two terms of a seat
    (
        "Ông Lê Văn Ban là đại biểu HĐND tỉnh Phú Yên nhiệm kỳ 2016-2021; 2021-2026.",
        {("Lê Văn Ban", "đại biểu", "Hội đồng nhân dân tỉnh Phú Yên", C)},
    ),
    # short forms of a commune's portal, and a committee with its second word in capitals
    (
        "Dự có đ/c Lê Văn Ban - BTĐU xã Hải Yên; đ/c Vũ Văn Kha - PBTĐU, PCT HĐND xã Hải Yên; ông Trần Văn Lam (Bí thư huyện Ủy Tuy An).",
        {
            ("Lê Văn Ban", "bí thư", XA, C),
            ("Vũ Văn Kha", "phó bí thư", XA, C),
            ("Vũ Văn Kha", "phó chủ tịch", "Hội đồng nhân dân xã Hải Yên", C),
            ("Trần Văn Lam", "bí thư", "Huyện ủy Tuy An", C),
        },
    ),
    # a surname that is a word of every day, behind it a middle name
    (
        "Có mặt Lò Văn Ban, Phó Bí thư Đảng ủy xã Hải Yên, trong đó Cà Thị Thơm là Chủ tịch HĐND xã Hải Yên.",
        {
            ("Lò Văn Ban", "phó bí thư", XA, C),
            ("Cà Thị Thơm", "chủ tịch", "Hội đồng nhân dân xã Hải Yên", C),
        },
    ),
    # a rank is no address with which another list begins
    (
        "Dự có các đồng chí Ủy viên Ban Thường vụ Tỉnh ủy Phú Yên: Trần Thị Lan - Chủ tịch HĐND huyện Tuy An; Thiếu tướng Lê Văn Ban - Giám"
        " đốc Công an tỉnh; lãnh đạo Văn phòng Tỉnh ủy.",
        {
            ("Trần Thị Lan", "ủy viên", "Ban Thường vụ Tỉnh ủy Phú Yên", C),
            ("Trần Thị Lan", "chủ tịch", HDND, C),
            ("Lê Văn Ban", "ủy viên", "Ban Thường vụ Tỉnh ủy Phú Yên", C),
            ("Lê Văn Ban", "giám đốc", "Công an tỉnh Phú Yên", C),
        },
    ),
    # of two told after another who was elected both are
    (
        "Đại biểu bầu bà Trần Thị Lan giữ chức Chủ tịch HĐND huyện Tuy An, ông Lê Văn Ban - Giám đốc Công an tỉnh Phú Yên và ông Vũ Văn Kha - "
        "Bí thư Đảng ủy xã Hải Yên được bầu làm Phó Chủ tịch HĐND huyện Tuy An.",
        {
            ("Trần Thị Lan", "chủ tịch", HDND, A),
            ("Lê Văn Ban", "giám đốc", "Công an tỉnh Phú Yên", C),
            ("Lê Văn Ban", "phó chủ tịch", HDND, A),
            ("Vũ Văn Kha", "bí thư", XA, C),
            ("Vũ Văn Kha", "phó chủ tịch", HDND, A),
        },
    ),
    # in the Politburo officers stand among the others
    (
        "Dự lễ có các Ủy viên Bộ Chính trị: Đại tướng Lê Văn Ban, Bộ trưởng Bộ Công an; Trần Thị Lan, Bí thư Thành ủy Hà Nội.",
        {
            ("Lê Văn Ban", "ủy viên", "Bộ Chính trị", C),
            ("Lê Văn Ban", "bộ trưởng", "Bộ Công an", C),
            ("Trần Thị Lan", "ủy viên", "Bộ Chính trị", C),
            ("Trần Thị Lan", "bí thư", "Thành ủy Hà Nội", C),
        },
    ),
    # bodies of older papers, and of provinces though only the bare name is told
    (
        "Dự có ông Lê Văn Ban, nguyên Giám đốc Sở Tài chính - Vật giá Phú Yên; ông Vũ Văn Kha, Bí thư Đảng ủy, Q.Cục trưởng Cục QLTT Phú Yên;"
        " ông Trần Văn Lam, Chánh án Tòa án quân sự Quân khu 5.",
        {
            ("Lê Văn Ban", "giám đốc", "Sở Tài chính - Vật giá tỉnh Phú Yên", F),
            ("Vũ Văn Kha", "bí thư", "Đảng ủy Cục Quản lý thị trường tỉnh Phú Yên", C),
            ("Vũ Văn Kha", "quyền cục trưởng", "Cục Quản lý thị trường tỉnh Phú Yên", C),
            ("Trần Văn Lam", "chánh án", "Tòa án quân sự Quân khu 5", C),
        },
    ),
    # who is recognised in an office, and who is not
    (
        "UBND tỉnh công nhận Chủ tịch Hội đồng quản trị Trường Đại học Hải Âu đối với ông Lê Văn Ban; không công nhận Hiệu trưởng Trường Đại"
        " học Hải Âu đối với ông Vũ Văn Kha.",
        {("Lê Văn Ban", "chủ tịch", "Hội đồng quản trị Trường Đại học Hải Âu", A)},
    ),
    ("Trao Bằng công nhận xã đạt chuẩn cho ông Lê Văn Ban, Chủ tịch UBND xã Hải Yên.", {("Lê Văn Ban", "chủ tịch", "Ủy ban nhân dân xã Hải Yên", C)}),
    # an association and those by whom it is led
    (
        "Hội Nông dân huyện Tuy An do ông Lê Văn Ban làm Chủ tịch, bà Trần Thị Lan làm Phó Chủ tịch.",
        {
            ("Lê Văn Ban", "chủ tịch", "Hội Nông dân huyện Tuy An", C),
            ("Trần Thị Lan", "phó chủ tịch", "Hội Nông dân huyện Tuy An", C),
        },
    ),
    # a list of what somebody was whose first item is no post
    (
        "Ông Lê Văn Ban từng là nhân viên Phòng Văn hóa huyện Tuy An; Phó Trưởng phòng Nội vụ huyện Tuy An; Phó Chủ tịch UBND huyện Tuy An.",
        {("Lê Văn Ban", "phó trưởng phòng", "Phòng Nội vụ huyện Tuy An", F), ("Lê Văn Ban", "phó chủ tịch", UBND, F)},
    ),
    # who leaves as a deputy leaves as the standing one
    (
        "Ông Lê Văn Ban, Phó Chủ tịch Thường trực UBND huyện Tuy An, thôi giữ chức Phó Chủ tịch UBND huyện Tuy An.",
        {("Lê Văn Ban", "phó chủ tịch thường trực", UBND, E), ("Lê Văn Ban", "phó chủ tịch", UBND, E)},
    ),
    # a list of those who hold a post that is an item of a longer one, up to who has a title of the own
    (
        "Dự có: Lê Văn Ban, Chủ tịch HĐND huyện Tuy An; các Phó Chủ tịch UBND huyện: Trần Văn Lam, Vũ Văn Kha; Trần Thị Lan, Bí thư Đảng ủy xã Hải Yên.",
        {
            ("Lê Văn Ban", "chủ tịch", HDND, C),
            ("Trần Văn Lam", "phó chủ tịch", UBND, C),
            ("Vũ Văn Kha", "phó chủ tịch", UBND, C),
            ("Trần Thị Lan", "bí thư", XA, C),
        },
    ),
    (
        "Dự có: Lê Văn Ban, Chủ tịch HĐND huyện Tuy An; các Phó Chủ tịch UBND huyện: Trần Văn Lam; Vũ Văn Kha.",
        {
            ("Lê Văn Ban", "chủ tịch", HDND, C),
            ("Trần Văn Lam", "phó chủ tịch", UBND, C),
            ("Vũ Văn Kha", "phó chủ tịch", UBND, C),
        },
    ),
    (
        "Dự có các đồng chí Phó Chủ tịch UBND huyện Tuy An: Lê Văn Ban - Chủ tịch Hội Nông dân huyện; Trần Văn Lam; Vũ Văn Kha và Trần Thị Lan - Bí thư Đảng ủy xã Hải Yên.",
        {
            *((name, "phó chủ tịch", UBND, C) for name in ("Lê Văn Ban", "Trần Văn Lam", "Vũ Văn Kha", "Trần Thị Lan")),
            ("Lê Văn Ban", "chủ tịch", "Hội Nông dân huyện Tuy An", C),
            ("Trần Thị Lan", "bí thư", XA, C),
        },
    ),
    # what is said more closely of one who was just elected
    (
        "Các đồng chí Lê Văn Ban, Trần Thị Lan được bầu làm Phó Bí thư Đảng ủy xã Hải Yên, trong đó đồng chí Lê Văn Ban là Phó Bí thư Thường trực.",
        {
            ("Lê Văn Ban", "phó bí thư", XA, A),
            ("Trần Thị Lan", "phó bí thư", XA, A),
            ("Lê Văn Ban", "phó bí thư thường trực", XA, A),
        },
    ),
    (
        "Dự có ông Lê Văn Ban, PCT.HĐND huyện Tuy An, cùng lãnh đạo HĐND, UBND xã Hải Yên.",
        {("Lê Văn Ban", "phó chủ tịch", HDND, C)},
    ),
    (
        "Ông Lê Văn Ban cũng nguyên là Bí thư Đảng ủy xã Hải Yên, nguyên Phó Chủ tịch UBND huyện Tuy An.",
        {("Lê Văn Ban", "bí thư", XA, F), ("Lê Văn Ban", "phó chủ tịch", UBND, F)},
    ),
    # what happens to others, who have no names or are only counted
    (
        "Bí thư Đảng ủy xã Hải Yên Lê Văn Ban và các Phó Bí thư chúc mừng các Ủy viên được bầu bổ sung vào Ban Chấp hành Đảng bộ xã Hải Yên.",
        {("Lê Văn Ban", "bí thư", XA, C)},
    ),
    (
        "Dự có ông Lê Văn Ban, Bí thư Đảng ủy xã Hải Yên và 50 đại biểu là Ủy viên Ban Chấp hành Hội Nông dân huyện Tuy An.",
        {("Lê Văn Ban", "bí thư", XA, C)},
    ),
    # those who were counted, and what happened to them, before their names
    (
        "Có 2 người được bầu bổ sung vào Ban Chấp hành Đảng bộ xã Hải Yên, gồm: bà Trần Thị Lan - Chủ tịch Hội Nông dân huyện Tuy An; ông Vũ Văn Kha.",
        {
            ("Trần Thị Lan", "ủy viên", XA, A),
            ("Vũ Văn Kha", "ủy viên", XA, A),
            ("Trần Thị Lan", "chủ tịch", "Hội Nông dân huyện Tuy An", C),
        },
    ),
    (
        "Ba đồng chí được bầu làm Phó Chủ tịch UBND huyện Tuy An gồm: Lê Văn Ban, Trần Thị Lan và Vũ Văn Kha.",
        {(name, "phó chủ tịch", UBND, A) for name in ("Lê Văn Ban", "Trần Thị Lan", "Vũ Văn Kha")},
    ),
    # surnames of small peoples
    (
        "Dự có: Lự Văn Ban, Bí thư Đảng ủy xã Hải Yên; Phàng A Lam, Phó Chủ tịch UBND huyện Tuy An.",
        {("Lự Văn Ban", "bí thư", XA, C), ("Phàng A Lam", "phó chủ tịch", UBND, C)},
    ),
    ("Quỹ Vì Người Nghèo, Quỹ Vì An Ninh Tổ Quốc do Bí thư Đảng ủy xã Hải Yên phát động.", set()),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_who_holds_which(text: str, expected: set[tuple[str, str, str, str]]) -> None:
    assert posts(text, published="2022-03-05") == expected


def test_an_obituary_that_tells_honours_behind_the_posts() -> None:
    found = posts(
        "Tin buồn",
        "Đồng chí: Lê Văn Ban",
        "Sinh năm 1931.",
        "Nguyên là: Ủy viên Ban Thường vụ Tỉnh ủy, Nguyên Bí thư Huyện ủy Tuy An, Đảng viên Đảng Cộng sản Việt Nam, Huy hiệu 70 năm tuổi Đảng.",
        "Sau một thời gian lâm bệnh, đồng chí đã từ trần hồi 3 giờ ngày 2/3/2022.",
    )
    assert ("Lê Văn Ban", "bí thư", "Huyện ủy Tuy An", F) in found


def test_what_somebody_is_now_behind_schooling() -> None:
    text = (
        "Ông Lê Văn Ban sinh ngày 3/11/1961; dân tộc Kinh; quê quán xã Hải Yên; trình độ chuyên môn Đại học Giao thông, hiện là Giám đốc"
        " Sở Xây dựng tỉnh Phú Yên."
    )
    assert posts(text) == {("Lê Văn Ban", "giám đốc", "Sở Xây dựng tỉnh Phú Yên", C)}


def test_the_step_of_who_left_stays_where_a_successor_is_told() -> None:
    found = facts(
        "Ông Lê Văn Ban thôi giữ chức Giám đốc Sở Xây dựng tỉnh Phú Yên.",
        "Người thay thế ông Lê Văn Ban ở vị trí Giám đốc Sở Xây dựng tỉnh Phú Yên là ông Vũ Văn Kha.",
        title="Phú Yên thay Giám đốc Sở Xây dựng",
    ).positions
    assert [p.event for p in found if p.person == "Lê Văn Ban"] == ["relieved"]


ARMY = "Quân đội nhân dân Việt Nam"

ELSEWHERE = [
    # the general staff's deputies are the army's, whatever else their titles leave out
    (
        "Dự có các đồng chí Phó Tổng Tham mưu trưởng: Trung tướng Lê Văn Ban, Thượng tướng Vũ Văn Kha.",
        {("Lê Văn Ban", "phó tổng tham mưu trưởng", ARMY, C), ("Vũ Văn Kha", "phó tổng tham mưu trưởng", ARMY, C)},
    ),
    (
        "Đại tướng Lê Văn Ban, Tổng Tham mưu trưởng QĐNDVN, Thứ trưởng Bộ Quốc phòng, chủ trì.",
        {("Lê Văn Ban", "tổng tham mưu trưởng", ARMY, C), ("Lê Văn Ban", "thứ trưởng", "Bộ Quốc phòng", C)},
    ),
    (
        "Trung tướng Lê Văn Ban, Phó Chủ nhiệm Tổng cục Chính trị Quân đội nhân dân Việt Nam, dự.",
        {("Lê Văn Ban", "phó chủ nhiệm", f"Tổng cục Chính trị {ARMY}", C)},
    ),
    # a seat in a presidium is no chair
    (
        "Ông Lê Văn Ban được bầu vào Đoàn Chủ tịch Trung ương Hội Nông dân Việt Nam.",
        {("Lê Văn Ban", "ủy viên", "Đoàn Chủ tịch Trung ương Hội Nông dân Việt Nam", A)},
    ),
    # a board whose first words, with the word for it, are spelt like a place
    (
        "Bà Trần Thị Lan - Trưởng Ban Công tác Phụ nữ, Ủy ban MTTQ Việt Nam tỉnh Phú Yên, dự.",
        {("Trần Thị Lan", "trưởng ban", "Ban Công tác Phụ nữ Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Phú Yên", C)},
    ),
    ("Ông Lê Văn Ban, Bí thư Hội An tổ chức họp báo.", {("Lê Văn Ban", "bí thư", "Thành ủy Hội An", C)}),
    # a ministry right behind the name tells that it is the nation's, whatever province the sentence names
    (
        "Thủ tướng bổ nhiệm Đại tá Lê Văn Ban, Chính ủy Bộ đội Biên phòng tỉnh Phú Yên giữ chức Phó Chính ủy Bộ đội Biên phòng, Bộ Quốc phòng.",
        {
            ("Lê Văn Ban", "chính ủy", "Bộ đội Biên phòng tỉnh Phú Yên", E),
            ("Lê Văn Ban", "phó chính ủy", "Bộ đội Biên phòng", A),
        },
    ),
    # a deputy who leads a group that works somewhere does not lead the deputies' delegation
    (
        "Đoàn đại biểu Quốc hội tỉnh Phú Yên do bà Trần Thị Lan - Phó Trưởng đoàn chuyên trách Đoàn đại biểu Quốc hội khóa XV tỉnh làm trưởng đoàn giám sát tại huyện Tuy An.",
        {("Trần Thị Lan", "phó trưởng đoàn", "Đoàn đại biểu Quốc hội tỉnh Phú Yên", C)},
    ),
    # the inspection committee of a youth union, not the party's
    (
        "Thành đoàn Đà Nẵng họp với Thành ủy Đà Nẵng. Ủy ban Kiểm tra gồm 7 người, do ông Lê Văn Ban, Phó Bí thư Thành đoàn làm chủ nhiệm.",
        {
            ("Lê Văn Ban", "phó bí thư", "Thành đoàn Đà Nẵng", C),
            ("Lê Văn Ban", "chủ nhiệm", "Ủy ban Kiểm tra Thành đoàn Đà Nẵng", A),
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), ELSEWHERE)
def test_at_which_body(text: str, expected: set[tuple[str, str, str, str]]) -> None:
    assert posts(text, published="2022-03-05") == expected


PROVINCES = [
    # whose province the paragraph told last, in an article about several
    (
        (
            "Ông Vũ Văn Kha tái đắc cử Bí thư Tỉnh ủy Quảng Nam. Quảng Nam có nhiều đổi mới.",
            "Ông Lê Văn Ban tái đắc cử Bí thư Tỉnh ủy Gia Lai. Ông Ban cũng là Trưởng đoàn đại biểu Quốc hội tỉnh.",
        ),
        {
            ("Vũ Văn Kha", "bí thư", "Tỉnh ủy Quảng Nam", A),
            ("Lê Văn Ban", "bí thư", "Tỉnh ủy Gia Lai", A),
            ("Lê Văn Ban", "trưởng đoàn", "Đoàn đại biểu Quốc hội tỉnh Gia Lai", C),
        },
    ),
    (
        (
            "Ông Lê Văn Ban, Bí thư Tỉnh ủy Gia Lai, nhận nhiệm vụ tại Quảng Nam. Ông được bầu làm Phó Chủ tịch UBND tỉnh.",
        ),
        {
            ("Lê Văn Ban", "bí thư", "Tỉnh ủy Gia Lai", C),
            ("Lê Văn Ban", "phó chủ tịch", "Ủy ban nhân dân tỉnh Quảng Nam", A),
        },
    ),
    # no district had a board of internal affairs
    (
        (
            "Ông Vũ Văn Kha là Bí thư Tỉnh ủy Quảng Nam. Ông từng làm Phó Bí thư Huyện ủy Tây Giang, Trưởng Ban Nội chính.",
        ),
        {
            ("Vũ Văn Kha", "bí thư", "Tỉnh ủy Quảng Nam", C),
            ("Vũ Văn Kha", "phó bí thư", "Huyện ủy Tây Giang", F),
            ("Vũ Văn Kha", "trưởng ban", "Ban Nội chính Tỉnh ủy Quảng Nam", F),
        },
    ),
    # whoever chairs the council of a firm of the state does not direct it
    (
        ("Ông Lê Văn Ban - Tổng Giám đốc Tổng công ty Hoa Mai được bổ nhiệm giữ chức Chủ tịch Hội đồng thành viên Tổng công ty Hoa Mai.",),
        {
            ("Lê Văn Ban", "tổng giám đốc", "Tổng công ty Hoa Mai", E),
            ("Lê Văn Ban", "chủ tịch", "Hội đồng thành viên Tổng công ty Hoa Mai", A),
        },
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected"), PROVINCES)
def test_which_province(paragraphs: tuple[str, ...], expected: set[tuple[str, str, str, str]]) -> None:
    assert posts(*paragraphs, title="Tỉnh Quảng Nam có lãnh đạo mới", published="2020-10-13") == expected
