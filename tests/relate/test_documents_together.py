"""Documents of one article that stand beside others: lists, drafts, laws that are renewed, joint circulars."""

from __future__ import annotations

import pytest

from tests.relate.test_documents import read

ASSEMBLY, GOVERNMENT, DISTRICT = "Quốc hội", "Chính phủ", "Huyện ủy Hải Hà"

TOLD: list[tuple[str, list[tuple[str, str, str | None]]]] = [
    # several resolutions that are named by their subjects; a meeting of others passes no draft of theirs
    (
        "Ngày 9/3, UBND huyện Hải Hà họp phiên tháng 3, nghe và thông qua các dự thảo Nghị quyết của Ban Chấp hành Đảng bộ huyện"
        " về phát triển đường giao thông đến năm 2025; về trồng rừng gỗ lớn đến năm 2025; về xây dựng trường học.",
        [
            ("Nghị quyết về phát triển đường giao thông đến năm 2025", "Huyện ủy", None),
            ("Nghị quyết về trồng rừng gỗ lớn đến năm 2025", "Huyện ủy", None),
            ("Nghị quyết về xây dựng trường học", "Huyện ủy", None),
        ],
    ),
    # one resolution about two things is one
    (
        "Huyện ủy Hải Hà ban hành Nghị quyết về phát triển chợ nông thôn; về phía tỉnh có lãnh đạo Sở Công Thương dự.",
        [("Nghị quyết về phát triển chợ nông thôn", DISTRICT, None)],
    ),
    # a day or two after the article appeared nothing was passed yet
    (
        "Ngày 13/3, Quốc hội sẽ biểu quyết thông qua Luật Thư viện. Ngày 14/3, Quốc hội thông qua Luật Căn cước.",
        [("Luật Thư viện", ASSEMBLY, None), ("Luật Căn cước", ASSEMBLY, None)],
    ),
    # the new law beside the old one of that name, with the word for the year or without; an article of that year knows one
    (
        "Quốc hội đã thông qua Luật Nhà ở (sửa đổi) vào ngày 27/11/2021, thay Luật Nhà ở năm 2014. Luật Nhà ở 2014 còn nhiều bất cập.",
        [("Luật Nhà ở", ASSEMBLY, "2021-11-27"), ("Luật Nhà ở năm 2014", ASSEMBLY, None)],
    ),
    ("Luật Nhà ở 2021 có hiệu lực. Luật Nhà ở (sửa đổi) có 13 chương.", [("Luật Nhà ở 2021", ASSEMBLY, None)]),
    # each of several laws that one changes has its own number behind it
    (
        "Quốc hội bàn Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 41/2020/QH14, Luật Nhà ở số 42/2020/QH14.",
        [
            ("Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 41/2020/QH14, Luật Nhà ở số 42/2020/QH14", ASSEMBLY, None),
            ("41/2020/QH14", ASSEMBLY, None),
            ("42/2020/QH14", ASSEMBLY, None),
        ],
    ),
    # a draft by what it is to replace
    (
        "Bộ Nội vụ trình dự thảo Nghị định thay thế Nghị định số 63/2001/NĐ-CP về chế độ hợp đồng.",
        [
            ("Nghị định thay thế Nghị định số 63/2001/NĐ-CP về chế độ hợp đồng", GOVERNMENT, None),
            ("63/2001/NĐ-CP", GOVERNMENT, None),
        ],
    ),
    # of those who issue a joint circular the first one leads, in the number as in the text
    (
        "Thông tư liên tịch số 7/2014/TTLT-BTC-BNV ngày 3/4/2014 của Bộ Tài chính và Bộ Nội vụ hướng dẫn chi trả phụ cấp.",
        [("7/2014/TTLT-BTC-BNV", "Bộ Tài chính", "2014-04-03")],
    ),
    (
        "Bộ Công an và Bộ Quốc phòng ban hành Thông tư liên tịch số 8/2014/TTLT-BCA-BQP về tuần tra.",
        [("8/2014/TTLT-BCA-BQP", "Bộ Công an", None)],
    ),
    # a body with its short form told as one, and a day from which on
    (
        "Ban Chỉ đạo chuyển đổi số huyện Hải Hà (sau đây gọi tắt là Ban Chỉ đạo) ban hành Kế hoạch hoạt động của Ban Chỉ đạo huyện với các"
        " nội dung sau.",
        [("Kế hoạch hoạt động của Ban Chỉ đạo huyện", "Ban Chỉ đạo chuyển đổi số huyện Hải Hà", None)],
    ),
    (
        "Để chuẩn bị bầu cử, ngay từ ngày 20/6/2020, Bộ Chính trị đã ban hành Chỉ thị số 5-CT/TW về lãnh đạo bầu cử.",
        [("5-CT/TW", "Bộ Chính trị", "2020-06-20")],
    ),
    # words that lead to what a plan says
    (
        "UBND xã Tịnh Trà ban hành Kế hoạch trồng rừng gỗ lớn năm 2022 với nội dung chủ yếu như sau.",
        [("Kế hoạch trồng rừng gỗ lớn năm 2022", "Ủy ban nhân dân xã Tịnh Trà", None)],
    ),
    # the standing committee in letters is the province's, in an article about a district, too
    (
        "Đại hội Đảng bộ huyện Hải Hà khai mạc. Ban TVTU ban hành Quyết định số 11-QĐ/TU. Ban TVTU Nam Định có Kế hoạch số 12-KH/TU.",
        [("11-QĐ/TU", "Ban Thường vụ Tỉnh ủy", None), ("12-KH/TU", "Ban Thường vụ Tỉnh ủy Nam Định", None)],
    ),
    # a board of somebody's own is no ministry
    ("Tỉnh đoàn có Kế hoạch số 12-KH/TĐTN-BTC.", [("12-KH/TĐTN-BTC", "Tỉnh đoàn", None)]),
    # the secretariat of the youth union is not the party's; the office of the police behind its ministry
    (
        "Theo Kế hoạch số 18-KH/TWĐTN ngày 28/2/2021 của Ban Bí thư Trung ương Đoàn, chương trình diễn ra tại Hà Nội.",
        [("18-KH/TWĐTN", "Ban Bí thư Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh", "2021-02-28")],
    ),
    ("Đơn vị triển khai Kế hoạch số 6/KH-BCA-V22 của Bộ Công an.", [("6/KH-BCA-V22", "Bộ Công an", None)]),
    # the committee with which a subject ends, not one that the subject is about
    (
        "Nghị quyết số 5 về trồng quế của Huyện ủy Hải Hà đã đi vào cuộc sống.",
        [("5", DISTRICT, None)],
    ),
    ("Nghị quyết 7 về nâng cao năng lực lãnh đạo của Huyện ủy Hải Hà được triển khai.", [("7", "", None)]),
    # a short form in brackets stands between who issues and the verb
    (
        "Ủy ban nhân dân tỉnh Hà Nam (UBND tỉnh) vừa ban hành Kế hoạch về phòng, chống hạn năm 2022.",
        [("Kế hoạch về phòng, chống hạn năm 2022", "Ủy ban nhân dân tỉnh Hà Nam", None)],
    ),
    (
        "Ban Thường vụ Huyện ủy Hải Hà đã xây dựng, ban hành Nghị quyết số 4-NQ/HU về trồng quế.",
        [("4-NQ/HU", "Ban Thường vụ Huyện ủy Hải Hà", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[row[0][:40] for row in TOLD])
def test_documents_beside_others(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    rows = read(text, published="2022-03-12")
    assert [(number or subject, issuer, date) for _, number, issuer, date, subject in rows] == expected


def test_a_subject_ends_before_what_became_of_it() -> None:
    text = "Phòng Nội vụ làm tờ trình số 4/TTr-NV về việc xin bổ sung biên chế và được Huyện ủy Hải Hà đồng ý."
    assert read(text)[0][4] == "xin bổ sung biên chế"
