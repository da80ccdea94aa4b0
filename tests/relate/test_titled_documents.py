"""Documents without a number: what names one, whose it is, and where its title ends."""

from __future__ import annotations

import pytest

from kg import pipeline
from kg.lexicon import lexicon
from kg.relate.documents import documents
from tests.reading import article

Found = list[tuple[str, str, str | None]]


def read(text: str) -> Found:
    """Number or title, issuer and date of every document."""
    seen = pipeline.scan(article(text), lexicon())
    return [
        (d.number or d.subject or "", d.issuer.label.strip() if d.issuer else "", d.date)
        for d in documents(seen, lexicon())
    ]


PARTY = "Ban Chấp hành Trung ương Đảng"
SAID: list[tuple[str, Found]] = [
    # who signed holds several offices, and is no part of the subject; a board only makes known what others decided
    (
        "Chỉ thị số 27-CT/TU của Ban Thường vụ Tỉnh ủy Nam Hà về quản lý bến bãi được đồng chí Vũ Văn Thu, Ủy viên Trung ương Đảng, "
        "Bí thư Tỉnh ủy ký ban hành ngày 9/6/2020.",
        [("27-CT/TU", "Ban Thường vụ Tỉnh ủy Nam Hà", "2020-06-09")],
    ),
    (
        "Lãnh đạo Ban Tổ chức Tỉnh ủy Nam Hà công bố Quyết định số 61-QĐ/TU, Quyết định số 62-QĐ/TU ngày 4/6/2020 của Ban Thường vụ Tỉnh "
        "ủy về điều động cán bộ.",
        [
            ("61-QĐ/TU", "Ban Thường vụ Tỉnh ủy", "2020-06-04"),
            ("62-QĐ/TU", "Ban Thường vụ Tỉnh ủy", "2020-06-04"),
        ],
    ),
    # a list goes on behind a semicolon though a subject was cut; a number that looks like a year of long ago
    (
        "Đại biểu nghe công bố Quyết định số 51-QĐ/TU ngày 2/7/2025 của Ban Thường vụ Tỉnh ủy Nam Hà về lập Đảng bộ xã Yên Trị; Quyết định "
        "số 52-QĐ/TU về chỉ định Ban Chấp hành, Ban Thường vụ xã; Quyết định số 53-QĐ/TU về chỉ định Ủy ban Kiểm tra.",
        [
            ("51-QĐ/TU", "Ban Thường vụ Tỉnh ủy Nam Hà", "2025-07-02"),
            ("52-QĐ/TU", "Ban Thường vụ Tỉnh ủy Nam Hà", None),
            ("53-QĐ/TU", "Ban Thường vụ Tỉnh ủy Nam Hà", None),
        ],
    ),
    (
        "HĐND huyện Vụ Bản thông qua 14 nghị quyết. Nổi bật là nghị quyết về nước sạch nông thôn năm 2025; nghị quyết về đặt tên phố.",
        [
            ("Nghị quyết về nước sạch nông thôn năm 2025", "Hội đồng nhân dân huyện Vụ Bản", None),
            ("Nghị quyết về đặt tên phố", "Hội đồng nhân dân huyện Vụ Bản", None),
        ],
    ),
    ("Nghề mây mở lớp theo Quyết định 1956 của Thủ tướng Chính phủ.", [("1956", "Thủ tướng Chính phủ", None)]),
    # two verbs of issuing; the letters of an office behind those of another are no kind; whose paper a plan is for
    (
        "Ngày 7/5/2020, Bộ Y tế đã ký, ban hành Thông tư số 31/2020/TT-BYT về kê đơn thuốc.",
        [("31/2020/TT-BYT", "Bộ Y tế", "2020-05-07")],
    ),
    ("Xã xây dựng Kế hoạch thực hiện Nghị quyết của Quốc hội.", []),
    # a plan of studying a document; plans and programmes that their years make one, behind the body, too
    (
        "Thị ủy Duy Tiên vừa ban hành kế hoạch nghiên cứu, quán triệt Chỉ thị số 41-CT/TW ngày 2/3/2021 của Ban Bí thư.",
        [
            (
                "Kế hoạch nghiên cứu, quán triệt Chỉ thị số 41-CT/TW ngày 2/3/2021 của Ban Bí thư",
                "Thị ủy Duy Tiên",
                None,
            ),
            ("41-CT/TW", "Ban Bí thư Trung ương Đảng", "2021-03-02"),
        ],
    ),
    ("Các chi bộ xây dựng kế hoạch học tập Chỉ thị số 41-CT/TW.", [("41-CT/TW", "", None)]),
    (
        "Hội nghị thông qua Chương trình kiểm tra, giám sát của Huyện ủy Vụ Bản năm 2024; Chương trình công tác của Huyện ủy năm 2024.",
        [
            ("Chương trình kiểm tra, giám sát của Huyện ủy Vụ Bản năm 2024", "Huyện ủy Vụ Bản", None),
            ("Chương trình công tác của Huyện ủy năm 2024", "Huyện ủy", None),
        ],
    ),
    (
        "Đại biểu thảo luận các văn bản như: Kế hoạch nâng chất lượng nước sạch nông thôn đến năm 2030; Báo cáo quý I.",
        [("Kế hoạch nâng chất lượng nước sạch nông thôn đến năm 2030", "", None)],
    ),
    # where only kinds of papers are told, or any of two would do; what a title costs or is said to be
    ("Ban tham mưu cho sở các chiến lược, kế hoạch, đề án trồng rừng và nuôi cá lồng.", []),
    ("Cơ sở phải có đề án bảo vệ môi trường hoặc kế hoạch bảo vệ môi trường được duyệt.", []),
    (
        "HĐND tỉnh Nam Hà thông qua Đề án sữa học đường giai đoạn 2018-2020 với tổng kinh phí 35 tỷ đồng.",
        [("Đề án sữa học đường giai đoạn 2018-2020", "", None)],
    ),
    (
        "Tỉnh ủy Nam Hà ban hành Chỉ thị về quản lý đất đai trong giai đoạn hiện nay, có hiệu lực ngay.",
        [("Chỉ thị về quản lý đất đai trong giai đoạn hiện nay", "Tỉnh ủy Nam Hà", None)],
    ),
    # a decree is the government's, though its head signed it
    ("Thủ tướng vừa ký ban hành Nghị định số 141 quy định mức lương.", [("141", "Chính phủ", None)]),
    # what a meeting looks back on next
    (
        "Huyện ủy Tuy An sơ kết 5 năm thực hiện Chỉ thị số 19-CT/TW về dạy nghề cho nông dân, 3 năm thực hiện quy chế dân chủ ở cơ sở.",
        [("19-CT/TW", "", None)],
    ),
    (
        "Chính phủ sơ kết 1 năm triển khai Chương trình hành động của Chính phủ thực hiện Nghị quyết số 57-NQ/TW, 5 năm thực hiện cải"
        " cách hành chính.",
        [("Chương trình hành động thực hiện Nghị quyết số 57-NQ/TW", "Chính phủ", None), ("57-NQ/TW", "", None)],
    ),
    # those of a plenum that are listed by number; a document in the name of who reviews it
    (
        "Đảng viên học 2 Nghị quyết Trung ương 5 (khóa XIII) gồm: Nghị quyết số 18-NQ/TW “Về đất đai”; Nghị quyết số 20-NQ/TW.",
        [("Nghị quyết Trung ương 5 khóa XIII", PARTY, None), ("18-NQ/TW", PARTY, None), ("20-NQ/TW", PARTY, None)],
    ),
    (
        "Ban Chỉ đạo Tổng kết Nghị quyết số 32-NQ/TW của Bộ Chính trị về cảng biển họp phiên đầu.",
        [("32-NQ/TW", "Bộ Chính trị", None)],
    ),
    # several who issue it together
    (
        "Theo Nghị quyết số 93/2025 của Ủy ban Thường vụ Quốc hội - Chính phủ về tổ chức bầu cử, phường lập danh sách.",
        [("93/2025", "Ủy ban Thường vụ Quốc hội", None)],
    ),
    # what else was passed, and what is only expected
    (
        "HĐND xã Nam Hà thông qua Nghị quyết về giao biên chế công chức năm 2025 và một số nội dung quan trọng khác.",
        [("Nghị quyết về giao biên chế công chức năm 2025", "Hội đồng nhân dân xã Nam Hà", None)],
    ),
    (
        "UBND tỉnh báo cáo tình hình thực hiện kế hoạch phát triển vùng lúa năm 2025 và dự kiến kế hoạch phát triển vùng lúa năm 2026.",
        [("Kế hoạch phát triển vùng lúa năm 2025", "", None), ("Kế hoạch phát triển vùng lúa năm 2026", "", None)],
    ),
    # bare numbers of several that are told to be one body's, before them or after
    (
        "Tinh thần của Nghị quyết 66, 79 là đổi mới. Hội nghị quán triệt 2 Nghị quyết của Bộ Chính trị về pháp luật và cảng biển.",
        [("66", "Bộ Chính trị", None), ("79", "Bộ Chính trị", None)],
    ),
    # the year that a programme is made for is not the day of its issue
    ("Chương trình công tác số 05-CTr/TU năm 2026 của Tỉnh ủy Nam Hà.", [("05-CTr/TU", "Tỉnh ủy Nam Hà", None)]),
    # no congress in particular
    ("Cán bộ đưa Nghị quyết Đại hội Đảng vào cuộc sống.", []),
    # what an inspection committee announces of its session; not what a council does
    (
        "Theo Thông báo kỳ họp thứ 30 của Ủy ban Kiểm tra Tỉnh ủy Nam Hà, có hai vi phạm. Thông báo kỳ họp thứ 9 của HĐND huyện đã gửi đi.",
        [
            (
                "Thông báo kỳ họp thứ 30 của Ủy ban Kiểm tra Tỉnh ủy Nam Hà",
                "Ủy ban Kiểm tra Tỉnh ủy Nam Hà",
                None,
            )
        ],
    ),
    # several that somebody issues together; several numbers in brackets are those of several titles
    (
        "HĐND tỉnh Nam Hà ban hành Nghị quyết 33, UBND tỉnh Nam Hà ban hành các Quyết định 10 và 13 về cơ chế hỗ trợ.",
        [
            ("33", "Hội đồng nhân dân tỉnh Nam Hà", None),
            ("10", "Ủy ban nhân dân tỉnh Nam Hà", None),
            ("13", "Ủy ban nhân dân tỉnh Nam Hà", None),
        ],
    ),
    (
        "Hội nghị Trung ương 7 khóa XII đã thông qua Nghị quyết về cải cách tiền lương; Nghị quyết về bảo hiểm xã hội (Nghị quyết số "
        "57 và 58-NQ/TW).",
        [
            ("Nghị quyết về cải cách tiền lương", PARTY, None),
            ("Nghị quyết về bảo hiểm xã hội", PARTY, None),
            ("57-NQ/TW", "", None),
            ("58-NQ/TW", "", None),
        ],
    ),
    # what one verb issues, after a numbered one and of other kinds, too
    (
        "Huyện ủy Vụ Bản ban hành Kết luận số 6-KL/HU về chi bộ, Đề án “Nâng cao chất lượng sinh hoạt”; Chương trình hành động "
        "thực hiện Nghị quyết 57-NQ/TW.",
        [
            ("6-KL/HU", "Huyện ủy Vụ Bản", None),
            ("Đề án Nâng cao chất lượng sinh hoạt", "Huyện ủy Vụ Bản", None),
            ("Chương trình hành động thực hiện Nghị quyết 57-NQ/TW", "Huyện ủy Vụ Bản", None),
            ("57-NQ/TW", "", None),
        ],
    ),
    # charters of organisations of the whole nation, projects that are about a body
    (
        "Hội viên học Điều lệ Hội Nông dân Việt Nam và Điều lệ Công ty Bình Hòa.",
        [("Điều lệ Hội Nông dân Việt Nam", "Hội Nông dân Việt Nam", None)],
    ),
    (
        "Sở Y tế hoàn thiện Đề án tự chủ của Bệnh viện Bình Hòa, báo cáo tỉnh trước ngày 15/12.",
        [("Đề án tự chủ của Bệnh viện Bình Hòa", "", None)],
    ),
    # series of boards and of the unions
    ("Thực hiện Hướng dẫn số 75-HD/BDVTW.", [("75-HD/BDVTW", "Ban Dân vận Trung ương", None)]),
    ("Theo Kế hoạch số 91/KH-TLĐ.", [("91/KH-TLĐ", "Tổng Liên đoàn Lao động Việt Nam", None)]),
    # programmes of a committee for its term; not of nobody
    (
        "Hội nghị góp ý Chương trình công tác toàn khóa của Ban Chấp hành Đảng bộ tỉnh Nam Hà và Chương trình "
        "kiểm tra, giám sát toàn khóa của Tỉnh ủy Nam Hà.",
        [
            ("Chương trình công tác toàn khóa của Ban Chấp hành Đảng bộ tỉnh Nam Hà", "Tỉnh ủy Nam Hà", None),
            ("Chương trình kiểm tra, giám sát toàn khóa của Tỉnh ủy Nam Hà", "Tỉnh ủy Nam Hà", None),
        ],
    ),
    ("Chương trình công tác toàn khóa được xây dựng sát thực tế.", []),
    # what the Assembly's standing committee passes as a draft, and what others lay before a council
    (
        "Ủy ban Thường vụ Quốc hội xem xét, thông qua dự thảo Nghị quyết về thành lập thị trấn Bình Hòa.",
        [("Nghị quyết về thành lập thị trấn Bình Hòa", "Ủy ban Thường vụ Quốc hội", None)],
    ),
    (
        "UBND tỉnh Nam Hà trình HĐND tỉnh Nam Hà Nghị quyết về hỗ trợ học phí và Đề án nuôi trồng hải sản xa bờ.",
        [
            ("Nghị quyết về hỗ trợ học phí", "Hội đồng nhân dân tỉnh Nam Hà", None),
            ("Đề án nuôi trồng hải sản xa bờ", "", None),
        ],
    ),
    (
        "Tỉnh ủy Nam Hà đã ban hành Nghị quyết về phát triển du lịch ven biển, Đề án nuôi trồng hải sản xa bờ.",
        [
            ("Nghị quyết về phát triển du lịch ven biển", "Tỉnh ủy Nam Hà", None),
            ("Đề án nuôi trồng hải sản xa bờ", "Tỉnh ủy Nam Hà", None),
        ],
    ),
    # items that are numbered in one sentence
    (
        "HĐND tỉnh Nam Hà thông qua 2 nghị quyết gồm: 1) Về phân bổ vốn đầu tư công; 2) Về hỗ trợ giáo viên mầm non.",
        [
            ("Nghị quyết về phân bổ vốn đầu tư công", "Hội đồng nhân dân tỉnh Nam Hà", None),
            ("Nghị quyết về hỗ trợ giáo viên mầm non", "Hội đồng nhân dân tỉnh Nam Hà", None),
        ],
    ),
    # words in straight quotation marks at the end of a title
    (
        'Sở Giao thông vận tải trình dự thảo quy định về quản lý "xe lam", trong đó có bốn điều kiện.',
        [('Quy định về quản lý "xe lam"', "", None)],
    ),
    # whose picture it is, who asked for it
    (
        "Thứ trưởng trao hồ sơ đồ án Quy hoạch vùng tỉnh Quảng Nam - Ảnh: LÊ AN.",
        [("Đồ án Quy hoạch vùng tỉnh Quảng Nam", "", None)],
    ),
    (
        # a place whose name begins with a word that ends titles elsewhere
        "Sở đã trình đề án phát triển vận tải thủy thành phố Cần Thơ giai đoạn 2021-2025.",
        [("Đề án phát triển vận tải thủy thành phố Cần Thơ giai đoạn 2021-2025", "", None)],
    ),
    (
        # to whom it was given
        "Đơn vị tư vấn trao đồ án quy hoạch chung thị trấn Hòa Mạc cho Phó Chủ tịch UBND huyện Lê Văn Tá.",
        [("Đồ án quy hoạch chung thị trấn Hòa Mạc", "", None)],
    ),
    (
        "Huyện đang hoàn thiện đề án đầu tư xây dựng huyện Núi Thành thành thị xã theo chỉ đạo của tỉnh.",
        [("Đề án đầu tư xây dựng huyện Núi Thành thành thị xã", "", None)],
    ),
    # who issued it stands behind a passive
    (
        "Chỉ thị về đẩy nhanh tiến độ thu phí tự động vừa được Thủ tướng ban hành.",
        [("Chỉ thị về đẩy nhanh tiến độ thu phí tự động", "Thủ tướng Chính phủ", None)],
    ),
    (
        "HĐND tỉnh Phú Yên thông qua Nghị quyết về việc cho thôi làm nhiệm vụ đại biểu đối với 2 đại biểu.",
        [
            (
                "Nghị quyết về việc cho thôi làm nhiệm vụ đại biểu đối với 2 đại biểu",
                "Hội đồng nhân dân tỉnh Phú Yên",
                None,
            )
        ],
    ),
    # of designs only those of plans are papers
    ("Kiến trúc sư người Pháp vẽ đồ án Dinh Thống đốc Nam Kỳ.", []),
    (
        "UBND huyện lập đồ án điều chỉnh quy hoạch chung thị trấn Bình Hòa đến năm 2035.",
        [("Đồ án điều chỉnh quy hoạch chung thị trấn Bình Hòa đến năm 2035", "", None)],
    ),
    # two numbers of one plenum, and a plenum behind a dash
    (
        "Huyện thực hiện Nghị quyết số 18, 19 Hội nghị Trung ương 6 khóa XII.",
        [("18", PARTY, None), ("19", PARTY, None)],
    ),
    (
        "Cán bộ học nghị quyết hội nghị lần thứ X – BCH Trung ương Đảng khóa XI.",
        [("Nghị quyết hội nghị lần thứ X – Ban Chấp hành Trung ương Đảng khóa XI", PARTY, None)],
    ),
    # whose the one is that is replaced
    (
        "Ban Thường vụ Tỉnh ủy Nam Hà ban hành Chỉ thị số 30-CT/TU về bảo vệ rừng (thay thế Chỉ thị số 25-CT/TU ngày 15/5/2019).",
        [
            ("30-CT/TU", "Ban Thường vụ Tỉnh ủy Nam Hà", None),
            ("25-CT/TU", "Ban Thường vụ Tỉnh ủy Nam Hà", "2019-05-15"),
        ],
    ),
    # rules that are changed, and rules that somebody is only told to have issued
    (
        "Hội nghị cho ý kiến vào Quy chế làm việc (sửa đổi) của Thành ủy Nam Định.",
        [("Quy chế làm việc (sửa đổi) của Thành ủy Nam Định", "Thành ủy Nam Định", None)],
    ),
    ("Sở Xây dựng được giao tham mưu UBND tỉnh Nam Hà ban hành quy chế phối hợp quản lý trật tự xây dựng.", []),
    ("Tỉnh ủy Nam Hà yêu cầu UBND tỉnh chỉ đạo xây dựng kế hoạch thực hiện Chỉ thị này.", []),
    # what somebody draws up by its subject, and a plan of which only verbs are told
    (
        "UBND tỉnh Nam Hà xây dựng Kế hoạch chuyển đổi số trên địa bàn tỉnh năm 2026, cụ thể như sau.",
        [("Kế hoạch chuyển đổi số trên địa bàn tỉnh năm 2026", "Ủy ban nhân dân tỉnh Nam Hà", None)],
    ),
    ("Tỉnh ủy Nam Hà ban hành Kế hoạch tổ chức học tập, quán triệt và triển khai thực hiện với nhiều nội dung.", []),
    (
        "Nghị quyết số 22-NQ/TU ban hành bởi Tỉnh ủy Nam Hà về chuyển đổi số.",
        [("22-NQ/TU", "Tỉnh ủy Nam Hà", None)],
    ),
    # one told to be a central body's is the one whose issuer is told
    (
        "Nghị quyết số 45-NQ/TW ngày 17/2/2005 của Bộ Chính trị được tổng kết. Nghị quyết số 45-NQ/TW của Trung ương đã đi vào đời sống.",
        [("45-NQ/TW", "Bộ Chính trị", "2005-02-17")],
    ),
    # the day on which a law was passed, and a law with its councils in short
    (
        "Sáng 8/6/2018, các đại biểu Quốc hội đã thông qua Luật Quốc phòng.",
        [("Luật Quốc phòng", "Quốc hội", "2018-06-08")],
    ),
    (
        "Ngày 5/4/2018, ông Lê Văn Tá cho biết Quốc hội đã thông qua Luật Quốc phòng.",
        [("Luật Quốc phòng", "Quốc hội", None)],
    ),
    (
        "HĐND huyện tổng kết thi hành Luật Hoạt động giám sát của Quốc hội và HĐND của các cấp.",
        [("Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân", "Quốc hội", None)],
    ),
    # a plan for a paper that is not named is none, one that somebody draws up for a named one is
    ("UBND huyện Vụ Bản đã xây dựng kế hoạch thực hiện nghị quyết, giao các phòng theo dõi.", []),
    ("Huyện ủy Vụ Bản xây dựng kế hoạch triển khai thực hiện các nghị quyết của Đảng.", []),
    ("Mỗi chi bộ xây dựng kế hoạch thực hiện Chỉ thị 05 sát với đơn vị mình.", [("05", "", None)]),
    (
        "Đảng ủy xã Hợp Hưng xây dựng chương trình hành động thực hiện Nghị quyết 57.",
        [
            ("Chương trình hành động thực hiện Nghị quyết 57", "Đảng ủy xã Hợp Hưng", None),
            ("57", "", None),
        ],
    ),
    (
        "Huyện ủy Vụ Bản ban hành Nghị quyết về phát triển làng nghề và UBND huyện xây dựng Đề án thực hiện Nghị quyết này.",
        [("Nghị quyết về phát triển làng nghề", "Huyện ủy Vụ Bản", None)],
    ),
    # the day with a word for lately, who is in a hurry, and what goes from one level to another
    (
        "Ngày 14/6/2024 vừa qua, Tỉnh ủy Nam Hà đã khẩn trương ban hành Chỉ thị số 35-CT/TU về đại hội các cấp.",
        [("35-CT/TU", "Tỉnh ủy Nam Hà", "2024-06-14")],
    ),
    ("Chỉ thị số 35-CT/TW, ngày 30/5/2019 từ Trung ương đến cơ sở.", [("35-CT/TW", "", "2019-05-30")]),
    # boards that number for themselves
    (
        "Hướng dẫn số 12-HD/BTGDVTW ngày 2/4/2025 về tuyên truyền được gửi tới Tỉnh ủy Nam Hà.",
        [("12-HD/BTGDVTW", "Ban Tuyên giáo và Dân vận Trung ương", "2025-04-02")],
    ),
    (
        "Tỉnh ủy Nam Hà giới thiệu Hướng dẫn số 12-HD/BTCTU về hồ sơ đảng viên.",
        [("12-HD/BTCTU", "Ban Tổ chức Tỉnh ủy", None)],
    ),
    # regulations, one by one and among several
    (
        "Căn cứ quy định của Bộ Chính trị về xử lý kỷ luật đảng viên vi phạm, Tỉnh ủy Nam Hà kỷ luật ông Lê Văn Tá.",
        [("Quy định về xử lý kỷ luật đảng viên vi phạm", "Bộ Chính trị", None)],
    ),
    (
        "Ông Tá vi phạm các quy định của Ban Chấp hành Trung ương về những điều đảng viên không được làm.",
        [("Quy định về những điều đảng viên không được làm", PARTY, None)],
    ),
    ("Ông Tá vi phạm các quy định của Đảng về quản lý tài chính, đất đai, đầu tư.", []),
    (
        "Ban Chấp hành Trung ương ban hành Quy định trách nhiệm nêu gương của cán bộ, đảng viên.",
        [("Quy định trách nhiệm nêu gương của cán bộ, đảng viên", PARTY, None)],
    ),
    # who issues, with a name or an aside before the verb
    (
        "Thủ tướng Lê Văn Tá vừa ban hành Quyết định quy định tiêu chuẩn sử dụng xe ô tô trong cơ quan nhà nước.",
        [
            (
                "Quyết định quy định tiêu chuẩn sử dụng xe ô tô trong cơ quan nhà nước",
                "Thủ tướng Chính phủ",
                None,
            )
        ],
    ),
    (
        "Thủ tướng Lê Văn Tá đã ban hành Nghị định về tiêu chuẩn sử dụng nhà công vụ.",
        [("Nghị định về tiêu chuẩn sử dụng nhà công vụ", "Chính phủ", None)],
    ),
    (
        "Hội nghị lần thứ 5, Ban Chấp hành Trung ương Đảng - khóa XIII, đã ban hành Nghị quyết số 21-NQ/TW về tổ chức cơ sở đảng.",
        [("21-NQ/TW", PARTY, None)],
    ),
    # drafts
    (
        "Bộ Tài chính công bố dự thảo Nghị định của Chính phủ quy định định mức sử dụng xe công để xin ý kiến nhân dân.",
        [("Nghị định quy định định mức sử dụng xe công", "Chính phủ", None)],
    ),
    (
        "Đại biểu thảo luận tổ về dự thảo nghị quyết về thí điểm cơ chế tài chính cho tỉnh Nam Hà sáng 14-11.",
        [("Nghị quyết về thí điểm cơ chế tài chính cho tỉnh Nam Hà", "", None)],
    ),
    (
        "Dự thảo Luật dịch vụ công ích đang được lấy ý kiến.",
        [("Luật dịch vụ công ích", "Quốc hội", None)],
    ),
    ("Đại biểu đề nghị rút dự án Luật ra khỏi chương trình, lùi dự án Luật này sang năm 2020.", []),
    ("Ông Tá là Thạc sĩ Luật Kinh tế.", []),
    # somebody lays down an office
    (
        "Ủy ban Thường vụ Quốc hội đã có Nghị quyết cho bà Phan Thị Hạnh thôi làm nhiệm vụ đại biểu Quốc hội.",
        [
            (
                "Nghị quyết cho bà Phan Thị Hạnh thôi làm nhiệm vụ đại biểu Quốc hội",
                "Ủy ban Thường vụ Quốc hội",
                None,
            )
        ],
    ),
    ("Thủ tướng đã có quyết định cho ông Lê Văn Tá thôi giữ chức Thứ trưởng Bộ Y tế.", []),
    # a verb, not a paper
    ("Các vi phạm đã được kết luận tại kỳ họp 32 của Ủy ban Kiểm tra Trung ương.", []),
    # what one paper shares with the next
    (
        "Công an thực hiện Chỉ thị của Tỉnh ủy Nam Hà và Kế hoạch của UBND tỉnh Nam Hà về giữ gìn trật tự đô thị.",
        [
            ("Chỉ thị về giữ gìn trật tự đô thị", "Tỉnh ủy Nam Hà", None),
            ("Kế hoạch về giữ gìn trật tự đô thị", "Ủy ban nhân dân tỉnh Nam Hà", None),
        ],
    ),
    (
        "Thanh niên giữ quy tắc ứng xử của cán bộ tại các cơ quan nhà nước và quy tắc ứng xử nơi công cộng.",
        [
            ("Quy tắc ứng xử của cán bộ tại các cơ quan nhà nước", "", None),
            ("Quy tắc ứng xử nơi công cộng", "", None),
        ],
    ),
    # titles after a colon
    (
        'Thủ tướng ra Quyết định phê duyệt Đề án thí điểm: "Xây dựng huyện Đông Hà thành huyện kiểu mẫu".',
        [
            (
                "Quyết định phê duyệt Đề án thí điểm Xây dựng huyện Đông Hà thành huyện kiểu mẫu",
                "Thủ tướng Chính phủ",
                None,
            ),
            ("Đề án Xây dựng huyện Đông Hà thành huyện kiểu mẫu", "", None),
        ],
    ),
    # plans by the year, plans of an area
    (
        "Cấp phó trình tỉnh phê duyệt Kế hoạch sử dụng đất năm 2016, 2017 của thành phố Bắc Hà trong đó có sai sót.",
        [
            ("Kế hoạch sử dụng đất năm 2016 của thành phố Bắc Hà", "", None),
            ("Kế hoạch sử dụng đất năm 2017 của thành phố Bắc Hà", "", None),
        ],
    ),
    ("Giải ngân đạt 40% kế hoạch đầu tư công năm 2024.", []),
    ("Thành phố rà soát quy hoạch khu đô thị Đông Nam.", [("Quy hoạch khu đô thị Đông Nam", "", None)]),
    ("Nhà ông nằm ngoài ranh quy hoạch Khu đô thị mới Đông Nam.", []),
    ("Mức thu của đề án cao hơn giá giữ xe của các trung tâm.", []),
    # a plenum after a word for `of`, a year behind a hyphen
    (
        "Cần tổng kết nghị quyết của Hội nghị Trung ương 5 (khóa X) về cải cách hành chính.",
        [("Nghị quyết của Hội nghị Trung ương 5 khóa X", PARTY, None)],
    ),
    (
        "Mức phạt theo nghị định 174-2013/NĐ-CP ngày 13-11-2013 của Chính phủ.",
        [("174/2013/NĐ-CP", "Chính phủ", "2013-11-13")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[row[0][:40] for row in SAID])
def test_documents_of_a_sentence(text: str, expected: Found) -> None:
    assert read(text) == expected


def test_a_manner_is_no_subject() -> None:
    seen = pipeline.scan(article("Huyện triển khai Chỉ thị số 52-CT/TU với nội dung, hình thức phù hợp."), lexicon())
    assert [d.subject for d in documents(seen, lexicon())] == [None]


LISTED: list[tuple[str, Found]] = [
    (
        "Thay mặt Ban Bí thư, Thường trực Ban Bí thư Lê Văn Tá đã ký ban hành Chỉ thị số 26-CT/TW về việc tổ chức Tết.",
        [("26-CT/TW", "Ban Bí thư Trung ương Đảng", None)],
    ),
    (
        "Ủy ban bàn dự án Pháp lệnh pháp điển văn bản và dự án Pháp lệnh hợp nhất văn bản.",
        [
            ("Pháp lệnh pháp điển văn bản", "Ủy ban Thường vụ Quốc hội", None),
            ("Pháp lệnh hợp nhất văn bản", "Ủy ban Thường vụ Quốc hội", None),
        ],
    ),
    (
        "Ngày 8/7/2022, HĐND tỉnh Nam Hà họp. Kỳ họp đã biểu quyết thông qua 2 nghị quyết, trong đó có: Nghị quyết quy"
        " định mức thu học phí tại các trường công lập; Nghị quyết phê duyệt chủ trương đầu tư đường tỉnh 9.",
        [
            (
                "Nghị quyết quy định mức thu học phí tại các trường công lập",
                "Hội đồng nhân dân tỉnh Nam Hà",
                "2022-07-08",
            ),
            (
                "Nghị quyết phê duyệt chủ trương đầu tư đường tỉnh 9",
                "Hội đồng nhân dân tỉnh Nam Hà",
                "2022-07-08",
            ),
        ],
    ),
    (
        "Hội nghị Trung ương 8 khóa XII đã thông qua Nghị quyết về Chiến lược phát triển bền vững kinh tế biển.",
        [("Nghị quyết về Chiến lược phát triển bền vững kinh tế biển", PARTY, None)],
    ),
    (
        "HĐND tỉnh Nam Hà sáng nay bỏ phiếu thông qua nghị quyết miễn nhiệm chức danh Chủ tịch UBND tỉnh đối với ông Tá.",
        [
            (
                "Nghị quyết miễn nhiệm chức danh Chủ tịch Ủy ban nhân dân tỉnh đối với ông Tá",
                "Hội đồng nhân dân tỉnh Nam Hà",
                None,
            )
        ],
    ),
    (
        "Chỉ thị số 15-CT/TW ra ngày 7/7/2007 của Bộ Chính trị còn hiệu lực.",
        [("15-CT/TW", "Bộ Chính trị", "2007-07-07")],
    ),
    (
        "Sở bàn Đề án thí điểm hợp nhất Văn phòng HĐND tỉnh Nam Hà, Văn phòng UBND tỉnh Nam Hà và Văn phòng Tỉnh ủy.",
        [
            (
                "Đề án thí điểm hợp nhất Văn phòng Hội đồng nhân dân tỉnh Nam Hà, Văn phòng Ủy ban nhân dân tỉnh Nam Hà"
                " và Văn phòng Tỉnh ủy",
                "",
                None,
            )
        ],
    ),
    (
        "Theo Đề án giãn dân phố cổ Đông Hà, 6.550 hộ sẽ được di dời.",
        [("Đề án giãn dân phố cổ Đông Hà", "", None)],
    ),
    (
        "UBND tỉnh Nam Hà có văn bản hỏa tốc số 485/UBND-NC chỉ đạo dừng dự án.",
        [("485/UBND-NC", "Ủy ban nhân dân tỉnh Nam Hà", None)],
    ),
    (
        "Sở đang sửa quy hoạch phát triển giao thông vận tải tỉnh đến năm 2030.",
        [("Quy hoạch phát triển giao thông vận tải tỉnh đến năm 2030", "", None)],
    ),
    ("Ông Tá vào Ban chỉ đạo quy hoạch phát triển đô thị và nhà ở tỉnh Nam Hà.", []),
    # whose they are is told last, or before what is done
    (
        "Cán bộ học Nghị quyết 57-NQ/TW ngày 22/12/2024 về khoa học, công nghệ; Nghị quyết 59-NQ/TW ngày 24/1/2025 về"
        " hội nhập quốc tế; Nghị quyết 68-NQ/TW về kinh tế tư nhân của Bộ Chính trị.",
        [
            ("57-NQ/TW", "Bộ Chính trị", "2024-12-22"),
            ("59-NQ/TW", "Bộ Chính trị", "2025-01-24"),
            ("68-NQ/TW", "Bộ Chính trị", None),
        ],
    ),
    (
        "Ban Tổ chức công bố Quyết định của Bộ Chính trị thành lập Đảng bộ tỉnh Nam Hà trực thuộc Trung ương.",
        [("Quyết định thành lập Đảng bộ tỉnh Nam Hà trực thuộc Trung ương", "Bộ Chính trị", None)],
    ),
    (
        "Bộ Chính trị ban hành Kế hoạch thực hiện Nghị quyết Trung ương 4 khóa XII (số 4-KH/TW).",
        [("4-KH/TW", "Bộ Chính trị", None), ("Nghị quyết Trung ương 4 khóa XII", PARTY, None)],
    ),
    (
        "Đảng ủy phường Bình An học Kết luận số 18-KL/ĐU của Ban Thường vụ Đảng ủy về chuyển đổi số.",
        [("18-KL/ĐU", "Ban Thường vụ Đảng ủy", None)],
    ),
    (
        "Nghị quyết Hội nghị lần thứ 4 BCH Trung ương khóa XII đã rõ. Ta học Nghị quyết Trung ương 4 khóa XII.",
        [("Nghị quyết Hội nghị lần thứ 4 Ban Chấp hành Trung ương khóa XII", PARTY, None)],
    ),
    # plans and rules that are issued, or drafts; symbols with small letters
    (
        "UBND tỉnh Nam Hà vừa ban hành Kế hoạch phòng chống dịch cúm gia cầm năm 2021.",
        [("Kế hoạch phòng chống dịch cúm gia cầm năm 2021", "Ủy ban nhân dân tỉnh Nam Hà", None)],
    ),
    ("Tỉnh có kế hoạch phòng chống dịch cúm gia cầm.", []),
    (
        "Bộ Y tế vừa công bố Quy chế thi tuyển bác sĩ nội trú năm 2025.",
        [("Quy chế thi tuyển bác sĩ nội trú năm 2025", "Bộ Y tế", None)],
    ),
    (
        "Thành ủy Nam Hà tổng kết Chương trình số 03-Ctr/TU ngày 28/6/2016 về cơ cấu lại kinh tế.",
        [("03-Ctr/TU", "Thành ủy Nam Hà", "2016-06-28")],
    ),
    (
        "Bộ Chính trị đã đồng ý ban hành Nghị quyết chuyên đề về phát triển Thủ đô.",
        [("Nghị quyết về phát triển Thủ đô", "Bộ Chính trị", None)],
    ),
    (
        "Phó Thủ tướng trao Quyết định phê duyệt Quy hoạch vùng Tây Nguyên thời kỳ 2021-2030, cho các tỉnh.",
        [
            ("Quyết định phê duyệt Quy hoạch vùng Tây Nguyên thời kỳ 2021-2030", "", None),
            ("Quy hoạch vùng Tây Nguyên thời kỳ 2021-2030", "", None),
        ],
    ),
    (
        "Ủy ban Kiểm tra Tỉnh ủy Nam Hà đã ra thông cáo báo chí về xử lý kỷ luật đối với lãnh đạo huyện Đông Hà.",
        [
            (
                "Thông cáo báo chí về xử lý kỷ luật đối với lãnh đạo huyện Đông Hà",
                "Ủy ban Kiểm tra Tỉnh ủy Nam Hà",
                None,
            )
        ],
    ),
    ("Việc này ảnh hưởng đến quy hoạch tổng thể và phát triển kinh tế trên địa bàn huyện Đông Hà.", []),
    ("Trình bày dự thảo đề án ông Lê Văn Tá cho hay phí sẽ tăng.", []),
    ("Bộ Ngoại giao Nga xem dự thảo nghị quyết về vấn đề Syria do Pháp, Mỹ và Anh đề xuất.", []),
    # ordinances by their titles, bare numbers after words, who issued after the subject
    (
        "Việc này theo Pháp lệnh Cảnh sát cơ động, các quy định khác.",
        [("Pháp lệnh Cảnh sát cơ động", "Ủy ban Thường vụ Quốc hội", None)],
    ),
    (
        "Đó là Kết luận kiểm tra số 66 của Ủy ban Kiểm tra Tỉnh ủy Nam Hà.",
        [("66", "Ủy ban Kiểm tra Tỉnh ủy Nam Hà", None)],
    ),
    (
        "Kế hoạch số 6648 ngày 13-11-2020 về chuyển đổi số được UBND tỉnh Nam Hà ban hành.",
        [("6648", "Ủy ban nhân dân tỉnh Nam Hà", "2020-11-13")],
    ),
    ("Theo ông Tá, Nghị quyết quy định mức thu học phí thấp hơn các nơi khác.", []),
]


@pytest.mark.parametrize(("text", "expected"), LISTED, ids=[row[0][:40] for row in LISTED])
def test_papers_that_are_signed_or_passed(text: str, expected: Found) -> None:
    assert read(text) == expected


def test_what_several_issue_together_is_about() -> None:
    text = "Nghị quyết số 93/2025 của Ủy ban Thường vụ Quốc hội, Chính phủ và Ủy ban Trung ương MTTQ Việt Nam về tổ chức bầu cử."
    assert [d.subject for d in documents(pipeline.scan(article(text), lexicon()), lexicon())] == ["tổ chức bầu cử"]


def test_a_theme_is_no_subject() -> None:
    text = "Tỉnh ủy Nam Hà ban hành Nghị quyết số 20-NQ/TU về nhiệm vụ năm 2024 với chủ đề công tác năm “Gọn và mạnh”."
    seen = pipeline.scan(article(text), lexicon())
    assert [d.subject for d in documents(seen, lexicon())] == ["nhiệm vụ năm 2024"]


HOUSE = "Quốc hội"
LAWS: list[tuple[str, Found]] = [
    # laws of other countries
    ("Theo luật giáo dục của Pháp, nhà trường tự chọn sách.", []),
    ("Tòa viện dẫn bộ luật hình sự Nhật Bản.", []),
    ("Công ty đó vi phạm luật bầu cử liên bang.", []),
    ("Theo luật nghĩa vụ quân sự hiện hành của Nga, nam công dân phải nhập ngũ.", []),
    ("Ông Marcos dạy ở khoa cũ với tư cách giáo sư luật hình sự.", []),
    ("Các nước tôn trọng Công ước Luật Biển 1982.", []),
    ("Theo Luật Giáo dục, nhà trường tự chọn sách.", [("Luật Giáo dục", HOUSE, None)]),
    # the names of bills to their end
    (
        "Bộ được giao xây dựng dự án Luật Phòng, chống khói thuốc, dự kiến trình năm 2028.",
        [("Luật Phòng, chống khói thuốc", HOUSE, None)],
    ),
    (
        "Đại biểu góp ý dự án Luật Kho tàng, bến bãi tại hội trường.",
        [("Luật Kho tàng, bến bãi", HOUSE, None)],
    ),
    ("Quốc hội thảo luận dự án Luật sửa đổi 6 luật về kho bãi.", [("Luật sửa đổi 6 luật về kho bãi", HOUSE, None)]),
    ("Tiếp thu ý kiến đại biểu, dự án Luật chỉnh lý theo hướng: mở rộng thẩm quyền.", []),
    (
        "Việc này theo Luật Thanh niên và nghị định 12/2014/NĐ-CP.",
        [("Luật Thanh niên", HOUSE, None), ("12/2014/NĐ-CP", "Chính phủ", None)],
    ),
    # models, wishes and verbs are no papers
    ('Hải quân nước này có 6 tàu ngầm Đề án 636 "Kilo" và đề án 941 "Akula".', []),
    ("Do đó cần một đề án quy hoạch tổng thể có tính đồng bộ trên toàn thành phố.", []),
    ("Vì vậy, Ninh Thuận quy hoạch phát triển năng lượng sạch đến năm 2030 là 900 MW.", []),
    ("Đề án đặt mục tiêu xây dựng bộ dữ liệu cảnh báo sạt lở ở miền núi.", []),
    # a resolution in the row of laws that were passed; what is issued begins its title with what it ensures
    (
        "Sáng 12/3/2018, Quốc hội đã thông qua Luật Nhà ở (sửa đổi), Luật Đầu tư và Nghị quyết về kế hoạch phát triển năm 2019.",
        [
            ("Luật Nhà ở", HOUSE, "2018-03-12"),
            ("Luật Đầu tư", HOUSE, "2018-03-12"),
            ("Nghị quyết về kế hoạch phát triển năm 2019", HOUSE, "2018-03-12"),
        ],
    ),
    (
        "UBND tỉnh Nam Hà vừa ban hành Kế hoạch bảo đảm nước sạch cho vùng cao năm 2022.",
        [("Kế hoạch bảo đảm nước sạch cho vùng cao năm 2022", "Ủy ban nhân dân tỉnh Nam Hà", None)],
    ),
    ("Kế hoạch bảo đảm nước sạch cho vùng cao năm 2022 đã được thực hiện.", []),
    # papers confuse the marks in a number
    (
        "Tỉnh ủy Nam Hà ban hành Nghị quyết số 7-NQ/TU. Sau 3 năm, Nghị quyết 07/NQ-TU đi vào cuộc sống; Nghị quyết số 7-NQ/TU được bổ sung.",
        [("7-NQ/TU", "Tỉnh ủy Nam Hà", None)],
    ),
    # the day behind a law that changes another is its own
    (
        "Căn cứ Luật Thống kê ngày 23 tháng 11 năm 2015 và Luật sửa đổi, bổ sung một số điều của Luật Thống kê ngày 12 tháng 11 năm 2021.",
        [
            ("Luật Thống kê", HOUSE, "2015-11-23"),
            ("Luật sửa đổi, bổ sung một số điều của Luật Thống kê", HOUSE, "2021-11-12"),
        ],
    ),
    # rules of several organs of a committee, or of one that has issued them itself
    (
        "Huyện ủy Vụ Bản ban hành Quy chế làm việc của Ban Chấp hành, Ban Thường vụ, Thường trực Huyện ủy khóa XX.",
        [("Quy chế làm việc của Ban Chấp hành, Ban Thường vụ, Thường trực Huyện ủy khóa XX", "Huyện ủy", None)],
    ),
    (
        "Đảng ủy xã Hợp Hưng thông qua Quy chế làm việc của Ban Chấp hành Đảng bộ xã khóa II.",
        [("Quy chế làm việc của Ban Chấp hành Đảng bộ xã khóa II", "Đảng ủy xã Hợp Hưng", None)],
    ),
    ("Mỗi xã có Quy chế làm việc của Ban Chấp hành Đảng bộ xã.", []),
    # what a committee has drawn up is its own
    (
        "UBND huyện Vụ Bản đã xây dựng Đề án sắp xếp chợ nông thôn giai đoạn 2023-2025.",
        [("Đề án sắp xếp chợ nông thôn giai đoạn 2023-2025", "Ủy ban nhân dân huyện Vụ Bản", None)],
    ),
    (
        "UBND tỉnh Nam Hà giao Sở Công Thương xây dựng Đề án sắp xếp chợ nông thôn giai đoạn 2023-2025.",
        [("Đề án sắp xếp chợ nông thôn giai đoạn 2023-2025", "", None)],
    ),
    # titles to their end
    (
        "Bộ xây dựng đề án khôi phục rừng ở những khu vực bị ảnh hưởng, báo cáo Chính phủ.",
        [("Đề án khôi phục rừng ở những khu vực bị ảnh hưởng", "", None)],
    ),
    (
        "Khi thực hiện đề án xây dựng đô thị ven sông, một số quận cũng nối các tuyến đường.",
        [("Đề án xây dựng đô thị ven sông", "", None)],
    ),
    (
        "Thủ tướng họp về Nghị quyết của Chính phủ về phát triển kinh tế ban đêm, diễn ra sáng 14/3.",
        [("Nghị quyết về phát triển kinh tế ban đêm", "Chính phủ", None)],
    ),
    (
        "Sở trình đề án quảng cáo trên tàu điện với mong muốn thực hiện ở mọi tuyến.",
        [("Đề án quảng cáo trên tàu điện", "", None)],
    ),
    (
        "Trong khi tỉnh xây dựng Chiến lược phát triển cảng cạn đến năm 2035, TS Lê Văn Hạnh, tổng thư ký Hội Khoa học kinh tế, cho rằng còn sớm.",
        [("Chiến lược phát triển cảng cạn đến năm 2035", "", None)],
    ),
    (
        "Sáng 3-5, quận công bố đồ án quy hoạch bờ kè và công viên ven hồ tại hội trường nhà văn hóa, số 12 đường Lê Lợi.",
        [("Đồ án quy hoạch bờ kè và công viên ven hồ", "", None)],
    ),
    (
        "Gia đình mong Công an tỉnh Nam Hà sớm có kết luận về nguyên nhân vụ cháy chợ trung tâm, và nếu là cố ý thì xử nghiêm.",
        [("Kết luận về nguyên nhân vụ cháy chợ trung tâm", "Công an tỉnh Nam Hà", None)],
    ),
    (
        "Bộ Y tế ban hành Thông tư quy định về tự chủ ở các trạm y tế lưu động nhưng cho lùi ngày áp dụng.",
        [("Thông tư quy định về tự chủ ở các trạm y tế lưu động", "Bộ Y tế", None)],
    ),
    ("Hai chiếc tàu Đề án 11540 sẽ được đóng ở nhà máy này.", []),
    (
        "Ủy ban được Chính phủ (thông qua Nghị quyết số 09/NQ-CP) thành lập từ tháng 2.",
        [("09/NQ-CP", "Chính phủ", None)],
    ),
]


def test_a_decree_is_the_governments_whoever_speaks_of_it() -> None:
    assert read("Bộ Tài chính vừa có Nghị định 27/2007/NĐ-CP về kho bãi.") == [("27/2007/NĐ-CP", "Chính phủ", None)]


LAWS += [
    # the number behind a law's name in brackets, and the session on whose day it was passed
    (
        "Luật Căn cước (Luật số 26/2023/QH15) được Quốc hội khóa XV, kỳ họp thứ 6 thông qua ngày 27/11/2023.",
        [("26/2023/QH15", "Quốc hội", "2023-11-27")],
    ),
    (
        "Luật Đất đai (sửa đổi) (số 31/2024/QH15) được Quốc hội thông qua tại kỳ họp bất thường ngày 18/1/2024.",
        [("31/2024/QH15", "Quốc hội", "2024-01-18")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LAWS, ids=[row[0][:40] for row in LAWS])
def test_laws_and_where_titles_end(text: str, expected: Found) -> None:
    assert read(text) == expected


def test_laws_in_news_of_other_countries_are_theirs() -> None:
    line = "Việc này vi phạm luật bầu cử. Bộ luật Hình sự quy định rõ."
    seen = pipeline.scan(article("Tổng thống Hàn Quốc và Quốc hội Hàn Quốc chưa lên tiếng.", line), lexicon())
    assert not list(documents(seen, lexicon()))
    seen = pipeline.scan(article("Đại biểu Việt Nam đến thăm Hàn Quốc nói với UBND tỉnh Hà Nam.", line), lexicon())
    assert len(list(documents(seen, lexicon()))) == 2


def test_letters_of_an_office_are_no_kind_of_paper() -> None:
    seen = pipeline.scan(article("Văn bản số 318/TTKQH-TT và Văn bản số 12-KH/TU nói về việc này."), lexicon())
    assert [d.kind for d in documents(seen, lexicon())] == ["văn bản", "kế hoạch"]


def test_the_number_of_the_next_item_is_no_documents() -> None:
    item = "1. Nghị quyết số 15-NQ/TU ngày 7/5/2021 của Tỉnh ủy Nam Hà về bến bãi ven sông được các xã học tập."
    seen = pipeline.scan(article("I. CĂN CỨ LẬP KẾ HOẠCH", item), lexicon())
    assert [d.number for d in documents(seen, lexicon())] == ["15-NQ/TU"]
