"""Congresses with their ordinal, term and organisation."""

from __future__ import annotations

import pytest

from kg.lexicon import lexicon
from kg.relate.congresses import congresses
from tests.reading import scan

PARTY = "Đảng Cộng sản Việt Nam"


def read(text: str) -> list[tuple[str, int | None, str | None]]:
    return [
        (c.organization.label.strip() if c.organization else "", c.ordinal, c.term)
        for c in congresses(scan(text), lexicon())
    ]


SAID = [
    # the nation's beside that of a province, though nobody says `nationwide`
    (
        "Đại hội đại biểu MTTQ Việt Nam tỉnh Hà Nam lần thứ XI cử đoàn dự Đại hội đại biểu MTTQ Việt Nam lần thứ X.",
        [
            ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hà Nam", 11, None),
            ("Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", 10, None),
        ],
    ),
    # one to come, where it is held
    (
        "Ngày mai, Đảng bộ xã Tam Hòa sẽ long trọng tổ chức Đại hội đại biểu lần thứ I, nhiệm kỳ 2025-2030 tại Trung tâm Văn hóa xã.",
        [("Đảng ủy xã Tam Hòa", 1, "2025-2030")],
    ),
    # the one before it is of those who held the congress of the next ordinal, not of a committee that the text names
    (
        "Ngày 9/9, huyện Vụ Bản tổ chức Đại hội đại biểu các dân tộc thiểu số huyện Vụ Bản lần thứ III. Dự có Phó Bí thư Tỉnh ủy Nam Hà."
        " Sau 5 năm kể từ Đại hội lần thứ II, đời sống đổi thay.",
        [("Ủy ban nhân dân huyện Vụ Bản", 3, None), ("Ủy ban nhân dân huyện Vụ Bản", 2, None)],
    ),
    # the congress before is that of those who hold the next one
    (
        "Đại hội đại biểu Đảng bộ phường Hải An lần thứ 10, nhiệm kỳ 2025-2030 tổng kết việc thực hiện Nghị quyết Đại hội Đảng bộ nhiệm kỳ"
        " 2020-2025, hướng tới Đại hội đại biểu Đảng bộ quận Đồ Sơn lần thứ 26.",
        [
            ("Đảng ủy phường Hải An", 10, "2025-2030"),
            ("Đảng ủy phường Hải An", None, "2020-2025"),
            ("Quận ủy Đồ Sơn", 26, None),
        ],
    ),
    # the ordinal before one's own, though the party had such a congress, too; a bare number may mean that
    (
        "Đại hội đại biểu Đảng bộ huyện Vụ Bản lần thứ XII, nhiệm kỳ 2015-2020 bế mạc. Huyện đạt 19/21 chỉ tiêu nghị quyết đại hội lần thứ XI.",
        [("Huyện ủy Vụ Bản", 12, "2015-2020"), ("Huyện ủy Vụ Bản", 11, None)],
    ),
    (
        "Đại hội đại biểu Đảng bộ huyện Vụ Bản lần thứ XII, nhiệm kỳ 2015-2020 bế mạc. Huyện học tập Nghị quyết Đại hội XI.",
        [("Huyện ủy Vụ Bản", 12, "2015-2020"), (PARTY, 11, None)],
    ),
    ("Chi bộ góp ý văn kiện Đại hội Đảng bộ toàn quốc lần thứ XII.", [(PARTY, 12, None)]),
    # the national congress of a union is not that of the province
    (
        "Hội Nông dân tỉnh Sơn La góp ý văn kiện Đại hội đại biểu Nông dân toàn quốc lần thứ VIII.",
        [("Hội Nông dân Việt Nam", 8, None)],
    ),
    (
        "Tỉnh đoàn Sơn La tuyên truyền về Đại hội đại biểu toàn quốc Đoàn TNCS Hồ Chí Minh lần thứ XII.",
        [("Đoàn Thanh niên Cộng sản Hồ Chí Minh", 12, None)],
    ),
    # a congress that shows others how to hold theirs
    ("Đại hội điểm Hội Nông dân huyện Hải Hậu lần thứ IX, nhiệm kỳ 2023-2028.", [("Hội Nông dân huyện Hải Hậu", 9, "2023-2028")]),
    ("Đại hội điểm đại biểu Đảng bộ huyện Hải Hậu lần thứ 28.", [("Huyện ủy Hải Hậu", 28, None)]),
    ("Đại hội Đảng bộ tỉnh Sơn La lần thứ XV thành công.", [("Tỉnh ủy Sơn La", 15, None)]),
    (
        "Đại hội đại biểu Đảng bộ thành phố Nam Định lần thứ XXVII (nhiệm kỳ 2020 – 2025) khai mạc.",
        [("Thành ủy Nam Định", 27, "2020-2025")],
    ),
    (
        "Đại hội Đảng bộ huyện Hải Hậu lần thứ 28, nhiệm kỳ 2020-2025.",
        [("Huyện ủy Hải Hậu", 28, "2020-2025")],
    ),
    ("Đại hội lần thứ 23 Đảng bộ huyện Mỹ Đức bế mạc.", [("Huyện ủy Mỹ Đức", 23, None)]),
    # a branch with the committee above it
    (
        "Chi bộ thôn Đồng Tâm, Đảng bộ xã Quảng Tân, huyện Đầm Hà tổ chức Đại hội lần thứ XIV, nhiệm kỳ 2025 - 2027.",
        [("Chi bộ thôn Đồng Tâm", 14, "2025-2027")],
    ),
    ("Đại hội lần thứ XIV, nhiệm kỳ 2025 - 2027 bế mạc.", []),
    ("Từ Đại hội XII của Đảng đến nay.", [(PARTY, 12, None)]),
    # that of the army's committee, which has a name of its own
    ("Đại hội đại biểu Đảng bộ Quân đội lần thứ X bế mạc.", [("Quân ủy Trung ương", 10, None)]),
    ("Tại Đại hội Đảng lần thứ XI, ông trúng cử.", [(PARTY, 11, None)]),
    ("Chuẩn bị Đại hội Đảng toàn quốc khóa XIII.", [(PARTY, 13, None)]),
    ("Tiến tới Đại hội đại biểu toàn quốc lần thứ XIV của Đảng.", [(PARTY, 14, None)]),
    (
        "Đại hội Đảng bộ xã Quảng Tân nhiệm kỳ 2015 – 2020 diễn ra sớm.",
        [("Đảng ủy xã Quảng Tân", None, "2015-2020")],
    ),
    (
        "Hội Nông dân tỉnh Sơn La tổ chức Đại hội đại biểu lần thứ IX, nhiệm kỳ 2023-2028.",
        [("Hội Nông dân tỉnh Sơn La", 9, "2023-2028")],
    ),
    (
        "Đại hội Mặt trận Tổ quốc thị trấn Lang Chanh nhiệm kỳ 2019-2024.",
        [("Ủy ban Mặt trận Tổ quốc Việt Nam thị trấn Lang Chanh", None, "2019-2024")],
    ),
    (
        "Đại hội đại biểu toàn quốc lần thứ VI (nhiệm kỳ 2020-2025) của Liên minh Hợp tác xã Việt Nam.",
        [("Liên minh Hợp tác xã Việt Nam", 6, "2020-2025")],
    ),
    ("Đại hội Đảng bộ tỉnh lần thứ nhất họp năm 1997.", [("Tỉnh ủy", 1, None)]),
    (
        "Đảng bộ phường Hồng Hà (tỉnh Sơn La) long trọng tiến hành Đại hội đại biểu lần thứ I, nhiệm kỳ 2025-2030.",
        [("Đảng ủy phường Hồng Hà", 1, "2025-2030")],
    ),
    (
        "Đảng bộ xã Quảng Tân, tỉnh Sơn La tổ chức phiên trù bị Đại hội lần thứ II.",
        [("Đảng ủy xã Quảng Tân", 2, None)],
    ),
    (
        "Đại hội đại biểu Phụ nữ tỉnh Sơn La lần thứ XVI, nhiệm kỳ 2021-2026 bế mạc.",
        [("Hội Liên hiệp Phụ nữ tỉnh Sơn La", 16, "2021-2026")],
    ),
    (
        "Đảng bộ Công an tỉnh Sơn La mở Đại hội lần thứ XVIII; chỉ tiêu Đại hội lần thứ XVII đều đạt.",
        [("Đảng ủy Công an tỉnh Sơn La", 18, None), ("Đảng ủy Công an tỉnh Sơn La", 17, None)],
    ),
    ("Đại hội đảng TP Hà Nội khóa XVII.", [("Thành ủy Hà Nội", 17, None)]),
    # unions in lower case, where their place or ordinal follows
    (
        "Đại hội đại biểu phụ nữ huyện Hải Hậu lần thứ XII, nhiệm kỳ 2021- 2026.",
        [("Hội Liên hiệp Phụ nữ huyện Hải Hậu", 12, "2021-2026")],
    ),
    ("Đại hội nông dân sản xuất giỏi lần thứ V khai mạc.", []),
    # the nation's congress of a union
    (
        "Đại hội Đoàn tỉnh Sơn La lần thứ XV bầu đoàn đại biểu dự Đại hội Đoàn toàn quốc lần thứ XII.",
        [
            ("Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh Sơn La", 15, None),
            ("Đoàn Thanh niên Cộng sản Hồ Chí Minh", 12, None),
        ],
    ),
    ("Chào mừng Đại hội đại biểu phụ nữ toàn quốc lần thứ XIII.", [("Hội Liên hiệp Phụ nữ Việt Nam", 13, None)]),
    # whose it is that names only the kind of body
    (
        "Phường Hồng Hà (tỉnh Sơn La) tổ chức Đại hội đại biểu Đảng bộ lần thứ nhất, nhiệm kỳ 2025 - 2030.",
        [("Đảng ủy phường Hồng Hà", 1, "2025-2030")],
    ),
    (
        "Huyện đoàn Hải Hậu tổ chức Đại hội đại biểu Đoàn TNCS Hồ Chí Minh lần thứ X.",
        [("Đoàn Thanh niên Cộng sản Hồ Chí Minh huyện Hải Hậu", 10, None)],
    ),
    (
        "Xã đoàn Quảng Tân, H.Hải Hậu, Nam Định tổ chức Đại hội đại biểu Đoàn TNCS Hồ Chí Minh nhiệm kỳ 2022 - 2027.",
        [("Xã đoàn Quảng Tân", None, "2022-2027")],
    ),
    # the letters of the word
    (
        "ĐH Đại biểu Đảng bộ huyện Hải Hậu lần thứ XXVI, nhiệm kỳ 2020-2025 họp trù bị.",
        [("Huyện ủy Hải Hậu", 26, "2020-2025")],
    ),
    ("Sáng nay, Đại hội (ĐH) Đảng bộ xã Quảng Tân lần thứ X khai mạc.", [("Đảng ủy xã Quảng Tân", 10, None)]),
    ("Ông là Hiệu trưởng ĐH Công đoàn, ĐH Đà Lạt.", []),
    (
        "Đại hội Đảng bộ tỉnh Sơn La lần thứ XVI, nhiệm kỳ 2025 đến 2030.",
        [("Tỉnh ủy Sơn La", 16, "2025-2030")],
    ),
    # a term of provinces is not that of the party's own congress
    (
        "Xã chào mừng Đại hội lần thứ XIV của Đảng. Nghị quyết Đại hội nhiệm kỳ 2020-2025 được tổng kết.",
        [(PARTY, 14, None)],
    ),
    # a union of an office or sector, told by the word that its name begins with
    (
        "Công đoàn Y tế Sơn La (CĐYT) tổ chức Đại hội Công đoàn lần thứ V, nhiệm kỳ 2023-2028.",
        [("Công đoàn Y tế Sơn La", 5, "2023-2028")],
    ),
    ("Công đoàn tổ chức Đại hội Công đoàn tỉnh Sơn La lần thứ XI.", [("Công đoàn tỉnh Sơn La", 11, None)]),
    (
        "Ban Chấp hành lâm thời Đoàn Khối Doanh nghiệp Sơn La tổ chức Đại hội đại biểu lần thứ nhất.",
        [("Đoàn Khối Doanh nghiệp Sơn La", 1, None)],
    ),
    # those that the people's committee holds, or whom the text names
    (
        "Đại hội Thi đua yêu nước tỉnh Sơn La lần thứ VI, giai đoạn 2025-2030 khai mạc.",
        [("Ủy ban nhân dân tỉnh Sơn La", 6, "2025-2030")],
    ),
    (
        "Sáng nay, Đại hội đại biểu các dân tộc thiểu số huyện Hải Hậu lần thứ IV bế mạc.",
        [("Ủy ban nhân dân huyện Hải Hậu", 4, None)],
    ),
    (
        "Công an tỉnh Sơn La tổ chức Đại hội Thi đua lần thứ IX.",
        [("Công an tỉnh Sơn La", 9, None)],
    ),
    ("Sơn La hướng tới Đại hội Thi đua yêu nước toàn quốc lần thứ XI.", []),
    # what prepares it bears its name
    ("Tiểu ban Nhân sự Đại hội XIV của Đảng họp.", [(PARTY, 14, None)]),
]


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[row[0][:40] for row in SAID])
def test_congresses(text: str, expected: list[tuple[str, int | None, str | None]]) -> None:
    assert read(text) == expected


NOT_SAID = [
    "Nghị quyết đại hội Đảng bộ các cấp nhiệm kỳ 2020-2025 được triển khai.",
    "Đại hội đồng Liên hợp quốc khóa 74 họp tại New York.",
    "Đại hội cổ đông thường niên năm 2016 thông qua ba nội dung.",
    "Đại hội Thể dục thể thao toàn tỉnh lần thứ VIII diễn ra sôi nổi.",
    "Đại hội đã bầu 52 đồng chí.",
    "Đại hội toàn quốc khóa 18 của ĐCS Trung Quốc họp năm 2012.",
    "Sau Đại hội lần thứ 19, Bắc Kinh thay đổi nhiều lãnh đạo.",
    "Kỳ họp thứ 8, HĐND tỉnh khóa XIV, nhiệm kỳ 2016-2021.",
]


@pytest.mark.parametrize("text", NOT_SAID)
def test_no_congresses(text: str) -> None:
    assert read(text) == []


def test_what_mentions_tell_is_put_together() -> None:
    text = "Đại hội Đảng bộ tỉnh Sơn La lần thứ XV. Đại hội Đảng bộ tỉnh Sơn La nhiệm kỳ 2020-2025."
    assert read(text) == [("Tỉnh ủy Sơn La", 15, "2020-2025")]


def test_two_congresses_of_one_committee() -> None:
    text = "Đại hội Đảng bộ tỉnh Sơn La lần thứ XIV và Đại hội Đảng bộ tỉnh Sơn La lần thứ XV."
    assert [row[1] for row in read(text)] == [14, 15]


def test_a_union_told_behind_a_word_for_the_whole_nation_is_not_the_assembly() -> None:
    found = scan(
        "Đại hội đại biểu toàn quốc Hội Luật gia Việt Nam lần thứ XII đã họp. "
        "Năm nay chuẩn bị Đại hội lần thứ XIII, nhiệm kỳ 2019-2024.",
    )
    told = [(c.organization and c.organization.label, c.ordinal) for c in congresses(found, lexicon())]
    assert told == [("Hội Luật gia Việt Nam", 12), ("Hội Luật gia Việt Nam", 13)]
