"""What councils and the National Assembly pass or consider: lists of resolutions, and the day of a session."""

from __future__ import annotations

import pytest

from kg import pipeline
from kg.lexicon import lexicon
from kg.relate.documents import documents
from tests.reading import article

Found = list[tuple[str, str, str | None]]
COUNCIL = "Hội đồng nhân dân tỉnh Nam Hà"


def read(*paragraphs: str, published: str | None = "2023-11-14") -> Found:
    """Number or title, issuer and date of every document."""
    fields = {"published": published} if published else {}
    seen = pipeline.scan(article(*paragraphs, **fields), lexicon())
    return [
        (d.number or d.subject or "", d.issuer.label.strip() if d.issuer else "", d.date)
        for d in documents(seen, lexicon())
    ]


SAID: list[tuple[tuple[str, ...], Found]] = [
    # what drafts are related to, listed behind a colon, but for the one that is told by its kind again
    (
        (
            "HĐND xã Yên Trị xem xét các tờ trình và dự thảo nghị quyết liên quan đến: nhiệm vụ quốc phòng năm 2026; danh mục đầu tư công "
            "năm 2026; các nghị quyết về phân bổ vốn còn lại.",
        ),
        [
            ("Nghị quyết về nhiệm vụ quốc phòng năm 2026", "Hội đồng nhân dân xã Yên Trị", None),
            ("Nghị quyết về danh mục đầu tư công năm 2026", "Hội đồng nhân dân xã Yên Trị", None),
        ],
    ),
    # one word tells that several things were done
    (
        (
            "Sáng 8/11, HĐND tỉnh Nam Hà họp kỳ thứ 10.",
            "Tại kỳ họp, các đại biểu đã nghe hai tờ trình về vốn đầu tư công và đường giao thông ven biển của tỉnh, thảo luận rồi thông qua Nghị quyết về "
            "điều chỉnh vốn đầu tư công năm 2023.",
            "Các đại biểu đã đi khảo sát trường học và sẽ nghe tờ trình, thảo luận rồi thông qua Nghị quyết về học phí năm học 2024-2025.",
        ),
        [
            ("Nghị quyết về điều chỉnh vốn đầu tư công năm 2023", COUNCIL, "2023-11-08"),
            ("Nghị quyết về học phí năm học 2024-2025", COUNCIL, None),
        ],
    ),
    # resolutions in lower case that are listed, passed on the last day of the session
    (
        (
            "Ngày 7 và 8-11, HĐND tỉnh Nam Hà họp kỳ thứ 10.",
            "Sau 2 ngày làm việc, kỳ họp đã thông qua 3 nghị quyết, gồm: nghị quyết về dự toán thu, chi ngân sách tỉnh năm 2024; nghị quyết về kế hoạch "
            "đầu tư công năm 2024; nghị quyết điều chỉnh, bổ sung Nghị quyết số 8/NQ-HĐND về kế hoạch trồng rừng.",
        ),
        [
            ("Nghị quyết về dự toán thu, chi ngân sách tỉnh năm 2024", COUNCIL, "2023-11-08"),
            ("Nghị quyết về kế hoạch đầu tư công năm 2024", COUNCIL, "2023-11-08"),
            (
                "Nghị quyết điều chỉnh, bổ sung Nghị quyết số 8/NQ-HĐND về kế hoạch trồng rừng",
                COUNCIL,
                "2023-11-08",
            ),
            ("8/NQ-HĐND", "Hội đồng nhân dân", None),
        ],
    ),
    # items without the word for them, some with a word for what they are about
    (
        (
            "Sáng 8/11, HĐND tỉnh Nam Hà họp kỳ thứ 10. Kỳ họp đã xem xét, thông qua các Nghị quyết: Về bảo đảm quốc phòng năm 2024; phê chuẩn quyết "
            "toán ngân sách năm 2022; Kế hoạch đầu tư công năm 2024; thành lập Đoàn giám sát về nước sạch.",
        ),
        [
            ("Nghị quyết về bảo đảm quốc phòng năm 2024", COUNCIL, "2023-11-08"),
            ("Nghị quyết phê chuẩn quyết toán ngân sách năm 2022", COUNCIL, "2023-11-08"),
            ("Nghị quyết về kế hoạch đầu tư công năm 2024", COUNCIL, "2023-11-08"),
            ("Nghị quyết thành lập Đoàn giám sát về nước sạch", COUNCIL, "2023-11-08"),
        ],
    ),
    # so many that are told without a colon; titles with a short form in brackets, and with many places
    (
        (
            "Sáng 8/11, HĐND tỉnh Nam Hà họp kỳ thứ 10.",
            "Tại kỳ họp, HĐND tỉnh xem xét và thông qua 6 dự thảo nghị quyết quan trọng về các lĩnh vực như Nghị quyết quy định tỷ lệ phần trăm (%) "
            "trích nộp phí bến bãi; Nghị quyết quy định mức thưởng cho các xã, huyện đạt chuẩn nông thôn mới, thị xã đạt đô thị văn minh; Nghị quyết "
            "phê duyệt dự án kè biển Hợp Hưng.",
        ),
        [
            ("Nghị quyết quy định tỷ lệ phần trăm (%) trích nộp phí bến bãi", COUNCIL, "2023-11-08"),
            (
                "Nghị quyết quy định mức thưởng cho các xã, huyện đạt chuẩn nông thôn mới, thị xã đạt đô thị văn minh",
                COUNCIL,
                "2023-11-08",
            ),
            ("Nghị quyết phê duyệt dự án kè biển Hợp Hưng", COUNCIL, "2023-11-08"),
        ],
    ),
    # sentences that are only titles go on with what was passed
    (
        (
            "Sáng 8/11, HĐND tỉnh Nam Hà họp kỳ thứ 10. Kỳ họp đã thông qua ba nghị quyết gồm Nghị quyết về phân bổ vốn đầu tư công năm 2024.",
            "Nghị quyết về quản lý Quỹ bảo trì đường bộ tỉnh. Nghị quyết về mức chi hòa giải ở cơ sở.",
            "Nghị quyết về trồng rừng ven biển đã đi vào cuộc sống.",
        ),
        [
            ("Nghị quyết về phân bổ vốn đầu tư công năm 2024", COUNCIL, "2023-11-08"),
            ("Nghị quyết về quản lý Quỹ bảo trì đường bộ tỉnh", COUNCIL, "2023-11-08"),
            ("Nghị quyết về mức chi hòa giải ở cơ sở", COUNCIL, "2023-11-08"),
            ("Nghị quyết về trồng rừng ven biển", "", None),
        ],
    ),
    # some of those that the sentence before counted
    (
        (
            "Sáng 9/11, HĐND tỉnh Nam Hà tổ chức kỳ họp thứ 14.",
            "Các đại biểu đã biểu quyết thông qua 14 nghị quyết. Trong đó, đáng chú ý có Nghị quyết quy định mức hỗ trợ nhà ở cho hộ nghèo; "
            "Nghị quyết về giao biên chế năm 2024.",
        ),
        [
            ("Nghị quyết quy định mức hỗ trợ nhà ở cho hộ nghèo", COUNCIL, "2023-11-09"),
            ("Nghị quyết về giao biên chế năm 2024", COUNCIL, "2023-11-09"),
        ],
    ),
    # members that say what is decided, without the word for a resolution and for what it is about
    (
        (
            "Chiều 9/11, HĐND tỉnh Nam Hà tổ chức kỳ họp chuyên đề.",
            "Tại kỳ họp, HĐND tỉnh thông qua 3 nghị quyết, gồm: Phân bổ vốn sự nghiệp năm 2023; Thành lập Đoàn giám sát về nước sạch; Dự toán "
            "ngân sách năm 2024.",
        ),
        [
            ("Nghị quyết phân bổ vốn sự nghiệp năm 2023", COUNCIL, "2023-11-09"),
            ("Nghị quyết thành lập Đoàn giám sát về nước sạch", COUNCIL, "2023-11-09"),
            ("Nghị quyết về dự toán ngân sách năm 2024", COUNCIL, "2023-11-09"),
        ],
    ),
    # the targets of a resolution are none
    (
        (
            "Chiều 9/11, HĐND tỉnh Nam Hà họp.",
            "HĐND tỉnh thông qua nghị quyết với các chỉ tiêu, gồm: giảm nghèo 3%; giao đất cho 200 hộ; 2 xã về đích.",
        ),
        [],
    ),
    # drafts with the papers by which they are laid before the session, and a year that one is about
    (
        (
            "Chiều 9/11, HĐND tỉnh Nam Hà tổ chức kỳ họp thứ 9, xem xét kế hoạch năm 2024.",
            "Các đại biểu đã thông qua tờ trình và dự thảo Nghị quyết bổ sung danh mục dự án vào kế hoạch năm 2024./.",
        ),
        [("Nghị quyết bổ sung danh mục dự án vào kế hoạch năm 2024", COUNCIL, "2023-11-09")],
    ),
    # any words for what is laid down, in a list
    (
        (
            "Chiều 9/11, HĐND tỉnh Nam Hà khóa X họp. Các đại biểu đã thông qua 3 nghị quyết, gồm: Nghị quyết phân bổ dự toán "
            "ngân sách năm 2024; Nghị quyết đặt tên đường tại thị trấn Bích Sơn; Nghị quyết phê chuẩn quyết toán ngân sách năm 2022.",
        ),
        [
            ("Nghị quyết phân bổ dự toán ngân sách năm 2024", COUNCIL, "2023-11-09"),
            ("Nghị quyết đặt tên đường tại thị trấn Bích Sơn", COUNCIL, "2023-11-09"),
            ("Nghị quyết phê chuẩn quyết toán ngân sách năm 2022", COUNCIL, "2023-11-09"),
        ],
    ),
    # what a session is to consider has no day
    (
        (
            "Kỳ họp thứ 12 HĐND tỉnh Nam Hà sẽ thảo luận, cho ý kiến đối với tờ trình và dự thảo nhiều nghị quyết quan trọng như: "
            "Nghị quyết điều chỉnh kế hoạch đầu tư công năm 2023; Nghị quyết giao biên chế công chức năm 2024.",
        ),
        [
            ("Nghị quyết điều chỉnh kế hoạch đầu tư công năm 2023", COUNCIL, None),
            ("Nghị quyết giao biên chế công chức năm 2024", COUNCIL, None),
        ],
    ),
    # the rest of the list in another paragraph
    (
        (
            "Sáng 9/11, kỳ họp thứ 7 HĐND tỉnh Nam Hà bế mạc. Kỳ họp đã thông qua 3 nghị quyết, gồm: Nghị quyết quy định mức thu học phí;",
            "Nghị quyết về chính sách hỗ trợ trồng rừng.",
            "Ảnh: Lê An",
            "Còn lại là Nghị quyết điều chỉnh chủ trương đầu tư đường ven hồ. Nghị quyết quy định mức hỗ trợ mới.",
        ),
        [
            ("Nghị quyết quy định mức thu học phí", COUNCIL, "2023-11-09"),
            ("Nghị quyết về chính sách hỗ trợ trồng rừng", COUNCIL, "2023-11-09"),
            ("Nghị quyết điều chỉnh chủ trương đầu tư đường ven hồ", COUNCIL, "2023-11-09"),
        ],
    ),
    # the word for resolutions stands once
    (
        (
            "Ngày 9/11, HĐND tỉnh Nam Hà biểu quyết thông qua các nghị quyết về: mức thu phí thẩm định; chính sách hỗ trợ giáo viên "
            "vùng cao; kế hoạch đầu tư công năm 2024.",
        ),
        [
            ("Nghị quyết về mức thu phí thẩm định", COUNCIL, "2023-11-09"),
            ("Nghị quyết về chính sách hỗ trợ giáo viên vùng cao", COUNCIL, "2023-11-09"),
            ("Nghị quyết về kế hoạch đầu tư công năm 2024", COUNCIL, "2023-11-09"),
        ],
    ),
    (
        (
            "Ngày 9/11, HĐND tỉnh Nam Hà đã thông qua các nghị quyết:",
            "- Về mức thu phí thẩm định dự án.",
            "- Về chính sách hỗ trợ giáo viên vùng cao.",
            "Phát biểu bế mạc, đồng chí Lê Văn Tá cảm ơn các đại biểu.",
        ),
        [
            ("Nghị quyết về mức thu phí thẩm định dự án", COUNCIL, "2023-11-09"),
            ("Nghị quyết về chính sách hỗ trợ giáo viên vùng cao", COUNCIL, "2023-11-09"),
        ],
    ),
    # drafts of which the word stands once; one more after a numbered one
    (
        (
            "Kỳ họp thứ 5 HĐND tỉnh Nam Hà xem xét, thông qua tờ trình, dự thảo nghị quyết về: quyết toán thu, chi ngân sách năm 2022; "
            "chương trình giám sát năm 2024.",
        ),
        [
            ("Nghị quyết về quyết toán thu, chi ngân sách năm 2022", COUNCIL, None),
            ("Nghị quyết về chương trình giám sát năm 2024", COUNCIL, None),
        ],
    ),
    (
        (
            "HĐND tỉnh Nam Hà thông qua Nghị quyết số 17/NQ-HĐND về Chương trình giám sát và Nghị quyết thành lập Đoàn giám sát "
            "chuyên đề.",
        ),
        [("17/NQ-HĐND", COUNCIL, None), ("Nghị quyết thành lập Đoàn giám sát chuyên đề", COUNCIL, None)],
    ),
    # no list of resolutions: fields that several are about, two of them without a word for it
    (("HĐND tỉnh Nam Hà thông qua 12 nghị quyết: 3 nghị quyết thường kỳ; 9 nghị quyết chuyên đề.",), []),
    (("Kỳ họp xem xét các báo cáo và nghị quyết, trong đó: đánh giá kết quả năm 2023; nhiệm vụ năm 2024.",), []),
    # two councils: the one told last
    (
        (
            "Chiều 9/11, HĐND tỉnh Nam Hà khóa X họp chuyên đề. Cùng ngày, HĐND tỉnh Bắc Sơn bế mạc kỳ họp.",
            "Chiều 9/11, HĐND tỉnh Nam Hà đã biểu quyết thông qua 4 nghị quyết, gồm: Nghị quyết về chính sách hỗ trợ trồng rừng.",
        ),
        [("Nghị quyết về chính sách hỗ trợ trồng rừng", COUNCIL, "2023-11-09")],
    ),
    # a council without its name is none of another level
    (
        (
            "Ông Lê Văn Tá, Chủ tịch HĐND thành phố Phủ Lý, được bầu giữ chức Phó Chủ tịch UBND tỉnh.",
            "Tại phiên họp, các đại biểu HĐND tỉnh đã thông qua Tờ trình, Nghị quyết về chính sách hỗ trợ trồng rừng.",
        ),
        [("Nghị quyết về chính sách hỗ trợ trồng rừng", "Hội đồng nhân dân tỉnh", None)],
    ),
    # the day of the session with which the article opens
    (
        (
            "Ngày 9/11, HĐND tỉnh Nam Hà khóa X khai mạc kỳ họp thứ 7.",
            "Dự kỳ họp có lãnh đạo tỉnh.",
            "Tin bài liên quan.",
            "Kỳ họp nghe nhiều báo cáo.",
            "Các đại biểu chất vấn về giao thông.",
            "Các đại biểu chất vấn về y tế.",
            "Các đại biểu chất vấn về học phí.",
            "Các đại biểu chất vấn về đất đai.",
            "Các đại biểu đã thông qua Nghị quyết về chính sách hỗ trợ trồng rừng.",
        ),
        [("Nghị quyết về chính sách hỗ trợ trồng rừng", COUNCIL, "2023-11-09")],
    ),
    # bills that the next sentence says to have been passed
    (
        (
            "Ngày 9/11, Quốc hội nghe Bộ trưởng Lê Văn Tá trình bày Báo cáo tiếp thu, chỉnh lý dự thảo Luật Viễn thông. "
            "Sau đó, Quốc hội biểu quyết thông qua Luật này.",
        ),
        [("Luật Viễn thông", "Quốc hội", "2023-11-09")],
    ),
    (
        (
            "Ngày 9/11, Quốc hội nghe tờ trình dự thảo Luật Viễn thông. Sau đó, Quốc hội thảo luận về dự án Luật này.",
        ),
        [("Luật Viễn thông", "Quốc hội", None)],
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected"), SAID)
def test_what_a_session_passes(paragraphs: tuple[str, ...], expected: Found) -> None:
    assert read(*paragraphs) == expected


def test_the_day_that_an_undated_article_calls_its_own() -> None:
    rows = read(
        "Trong phiên bế mạc HĐND tỉnh Nam Hà sáng nay (9-11-2018), các đại biểu chất vấn.",
        "Trong phiên họp sáng nay, các đại biểu đã bỏ phiếu thông qua Nghị quyết về chính sách hỗ trợ trồng rừng.",
        published=None,
    )
    assert rows == [("Nghị quyết về chính sách hỗ trợ trồng rừng", COUNCIL, "2018-11-09")]


def test_what_a_conference_weighs_is_its_committees_whatever_offices_its_leaders_hold() -> None:
    rows = read(
        "Sáng 1/12/2023, Tỉnh ủy Nam Hà tổ chức hội nghị lần thứ 11.",
        "Dự có ông Lê Văn Quý, Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh. Ông Lê Văn Sáu, Chủ tịch UBND tỉnh, cùng dự.",
        "Hội nghị diễn ra trong một ngày. Các đại biểu cho ý kiến vào các dự thảo văn bản như: Nghị quyết về nhiệm vụ năm 2024.",
    )
    assert rows == [("Nghị quyết về nhiệm vụ năm 2024", "Tỉnh ủy Nam Hà", None)]


ONCE: list[tuple[str, Found]] = [
    (
        "Nghị quyết số 12/2016/NQ-HĐND tỉnh ngày 7/12/2016 của HĐND tỉnh Nam Hà về phân cấp nguồn thu đã hết hiệu lực.",
        [("12/2016/NQ-HĐND", COUNCIL, "2016-12-07")],
    ),
    (
        "Ngày 14/7/2023, Thủ tướng Chính phủ đã ra Quyết định 912/QĐ-TTg năm 2023 ban hành Lộ trình giảm phát thải.",
        [("912/QĐ-TTg", "Thủ tướng Chính phủ", "2023-07-14")],
    ),
    (
        "Cán bộ học tập các Nghị quyết Hội nghị lần thứ Tám, Ban Chấp hành Trung ương Đảng khóa XIII. Nghị quyết Trung ương 8, "
        "khóa XIII có nhiều điểm mới.",
        [
            (
                "Nghị quyết Hội nghị lần thứ Tám Ban Chấp hành Trung ương Đảng khóa XIII",
                "Ban Chấp hành Trung ương Đảng",
                None,
            )
        ],
    ),
    (
        "Tỉnh ủy Nam Hà ban hành Chương trình hành động thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị. "
        "Chương trình hành động thực hiện Nghị quyết số 57-NQ/TW nêu rõ năm nhiệm vụ.",
        [
            (
                "Chương trình hành động thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị",
                "Tỉnh ủy Nam Hà",
                None,
            ),
            ("57-NQ/TW", "Bộ Chính trị", "2024-12-22"),
        ],
    ),
    (
        "Hội nghị cho ý kiến về Chương trình kiểm tra, giám sát năm 2024 của Tỉnh ủy Nam Hà.",
        [("Chương trình kiểm tra, giám sát năm 2024", "Tỉnh ủy Nam Hà", None)],
    ),
    ("Hội nghị bàn chương trình kiểm tra, giám sát và chương trình làm việc của các ban.", []),
]


MEETING: list[tuple[str, Found]] = [
    # titles in quotation marks, for which the kind stands once
    (
        "Hội nghị bàn các đề án: “Phát triển du lịch biển đảo”; “Nâng cao chất lượng đội ngũ cán bộ”. Nhiều đề án “treo” đã lâu.",
        [
            ("Đề án Phát triển du lịch biển đảo", "", None),
            ("Đề án Nâng cao chất lượng đội ngũ cán bộ", "", None),
        ],
    ),
    (
        "Đó là đề án “Phát triển du lịch biển đảo”; “Nâng cao chất lượng đội ngũ cán bộ” và “Đẩy mạnh chuyển đổi số toàn diện”.",
        [
            ("Đề án Phát triển du lịch biển đảo", "", None),
            ("Đề án Nâng cao chất lượng đội ngũ cán bộ", "", None),
            ("Đề án Đẩy mạnh chuyển đổi số toàn diện", "", None),
        ],
    ),
    (
        "Sở trình đề án “Phát triển du lịch biển đảo” với khẩu hiệu “Mỗi người dân là một sứ giả”.",
        [("Đề án Phát triển du lịch biển đảo", "", None)],
    ),
    # a committee's meeting, in the sentence or the one before; the standing committee's may be either's
    (
        "Ngày 9/11, Huyện ủy Vụ Bản tổ chức Hội nghị Ban Chấp hành Đảng bộ huyện. Hội nghị đã biểu quyết thông qua Nghị quyết về nhiệm "
        "vụ năm 2024.",
        [("Nghị quyết về nhiệm vụ năm 2024", "Huyện ủy Vụ Bản", "2023-11-09")],
    ),
    (
        "Ban Thường vụ Tỉnh ủy Nam Hà cho ý kiến vào dự thảo Nghị quyết về phát triển du lịch đến năm 2030.",
        [("Nghị quyết về phát triển du lịch đến năm 2030", "", None)],
    ),
    # for whom somebody signs, behind a paper's name
    (
        "TPO - Thay mặt Bộ Chính trị, Thường trực Ban Bí thư Lê Văn Tá đã ký ban hành Quy định số 912-QĐ/TW về luân chuyển cán bộ.",
        [("912-QĐ/TW", "Bộ Chính trị", None)],
    ),
    # who says something in a paper
    (
        "Thực hiện ý kiến của Thường trực Tỉnh ủy Nam Hà tại Thông báo số 2927-TB/TU, các sở vào cuộc.",
        [("2927-TB/TU", "Thường trực Tỉnh ủy Nam Hà", None)],
    ),
    (
        "Theo đề nghị của Bộ Y tế tại Công văn số 1234/VPCP-KGVX, tỉnh Nam Hà họp.",
        [("1234/VPCP-KGVX", "Văn phòng Chính phủ", None)],
    ),
    # a dash between places ends no title; rules after a comma are in no body's name
    (
        "Thành phố thực hiện Quy hoạch chung đô thị Vinh - Cửa Lò, góp phần chỉnh trang phố cũ.",
        [("Quy hoạch chung đô thị Vinh - Cửa Lò", "", None)],
    ),
    (
        "Ông Tá vi phạm Quy chế làm việc của Đảng ủy Sở, Quy định số 22-QĐ/TW ngày 28/7/2021 của Ban Chấp hành Trung ương.",
        [("22-QĐ/TW", "Ban Chấp hành Trung ương Đảng", "2021-07-28")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MEETING)
def test_whose_a_paper_is_by_what_stands_around_it(text: str, expected: Found) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(("text", "expected"), ONCE)
def test_a_document_is_told_once_and_with_its_day(text: str, expected: Found) -> None:
    assert read(text) == expected


def headed(title: str, text: str) -> list[str]:
    """Numbers and titles of the documents of an article with a headline."""
    seen = pipeline.scan(article(text, title=title, published="2024-09-11"), lexicon())
    return [d.number or d.subject or "" for d in documents(seen, lexicon())]


def test_a_headline_tells_in_short_what_the_text_tells_in_full() -> None:
    text = "Ngày 4/6, UBND tỉnh Nam Hà ban hành Kế hoạch số 175/KH-UBND về thực hiện Nghị quyết số 98/NQ-CP."
    assert headed("Nam Hà: Kế hoạch thực hiện Nghị quyết 98", text) == ["98/NQ-CP", "175/KH-UBND"]
    text = "Chiều 26/6, Quốc hội thông qua Nghị quyết về tổ chức chính quyền đô thị và cơ chế đặc thù của thành phố Nam Hà."
    whole = "Nghị quyết về tổ chức chính quyền đô thị và cơ chế đặc thù của thành phố Nam Hà"
    assert headed("Quốc hội thông qua Nghị quyết về cơ chế đặc thù cho Nam Hà", text) == [whole]
    other = "Nghị quyết về phát triển kinh tế biển"
    assert headed(f"Quốc hội thông qua {other}", text) == [other, whole]
