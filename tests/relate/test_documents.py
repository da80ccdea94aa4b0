"""Documents: what the words of an article say of each."""

from __future__ import annotations

import pytest

from kg import pipeline
from kg.lexicon import lexicon
from kg.relate.documents import documents
from kg.relate.phrases import expand, lower_first
from tests.reading import article, facts, scan


def read(*paragraphs: str, **fields: str) -> list[tuple[str, str | None, str, str | None, str | None]]:
    seen = pipeline.scan(article(*paragraphs, **fields), lexicon())
    return [
        (d.kind, d.number, d.issuer.label.strip() if d.issuer else "", d.date, d.subject)
        for d in documents(seen, lexicon())
    ]


ONE = [
    # a plenum told by its number in words for the order, and one parted from its committee by a comma
    (
        "Nghị quyết 72 của Hội nghị Trung ương lần thứ 12 về chăm sóc sức khỏe nhân dân.",
        ("nghị quyết", "72", "Ban Chấp hành Trung ương Đảng", None, "chăm sóc sức khỏe nhân dân"),
    ),
    (
        "Nghị quyết số 26 ngày 16/11/2022 của Hội nghị lần thứ bảy, Ban Chấp hành Trung ương Đảng khóa XIII về cảng biển.",
        ("nghị quyết", "26", "Ban Chấp hành Trung ương Đảng", "2022-11-16", "cảng biển"),
    ),
    # an abbreviation in brackets behind what it stands for
    (
        "UBND tỉnh Nam Hà ban hành Kế hoạch số 15/KH-UBND về phát triển kinh tế - xã hội (KT-XH) vùng ven biển.",
        (
            "kế hoạch",
            "15/KH-UBND",
            "Ủy ban nhân dân tỉnh Nam Hà",
            None,
            "phát triển kinh tế - xã hội vùng ven biển",
        ),
    ),
    # a resolution about the meeting that passed it
    (
        "Nghị quyết số 12-NQ/TW về Hội nghị lần thứ 5 Ban Chấp hành Trung ương Đảng khóa XIII.",
        (
            "nghị quyết",
            "12-NQ/TW",
            "Ban Chấp hành Trung ương Đảng",
            None,
            "hội nghị lần thứ 5 Ban Chấp hành Trung ương Đảng khóa XIII",
        ),
    ),
    # known by the meeting that passed them
    (
        "Huyện ủy Vụ Bản học Nghị quyết Hội nghị lần thứ 7 Ban Chấp hành Đảng bộ tỉnh Nam Hà (khóa XX) về cảng biển.",
        (
            "nghị quyết",
            None,
            "Tỉnh ủy Nam Hà",
            None,
            "Nghị quyết Hội nghị lần thứ 7 Ban Chấp hành Đảng bộ tỉnh Nam Hà khóa XX",
        ),
    ),
    # years in brackets inside a subject
    (
        "Quyết định số 25/QĐ-UBND của UBND tỉnh Nam Hà về bảng giá nước 5 năm (2020 - 2024) trên địa bàn tỉnh.",
        (
            "quyết định",
            "25/QĐ-UBND",
            "Ủy ban nhân dân tỉnh Nam Hà",
            None,
            "bảng giá nước 5 năm (2020 - 2024) trên địa bàn tỉnh",
        ),
    ),
    # what a quotation says ends no subject
    (
        "Quyết định số 25/QĐ-TTg của Thủ tướng Chính phủ về phong trào “Chung tay vì trẻ em - Không để em nào bỏ học” giai đoạn 2016-2020.",
        (
            "quyết định",
            "25/QĐ-TTg",
            "Thủ tướng Chính phủ",
            None,
            "phong trào “Chung tay vì trẻ em - Không để em nào bỏ học” giai đoạn 2016-2020",
        ),
    ),
    # somebody signs on behalf of the body that issues
    (
        "Quy định 12-QĐ/TW về sinh hoạt chi bộ vừa được Trưởng Ban Tổ chức Trung ương Lê Văn Bình thay mặt Ban Bí thư ký ban hành.",
        ("quy định", "12-QĐ/TW", "Ban Bí thư Trung ương Đảng", None, "sinh hoạt chi bộ"),
    ),
    # a congress's resolution with a number
    (
        "Đảng viên học Nghị quyết số 03-NQ/ĐH ngày 20/8/2025 của Đại hội đại biểu Đảng bộ xã Hợp Hưng lần thứ II, nhiệm kỳ 2025-2030.",
        (
            "nghị quyết",
            "03-NQ/ĐH",
            "Đảng ủy xã Hợp Hưng",
            "2025-08-20",
            "Nghị quyết Đại hội đại biểu Đảng bộ xã Hợp Hưng lần thứ II",
        ),
    ),
    # a list of short items in the subject
    (
        "Chỉ thị số 12-CT/TU của Tỉnh ủy Phú Thọ về việc học tập, quán triệt, tuyên truyền và thực hiện quy định mới.",
        (
            "chỉ thị",
            "12-CT/TU",
            "Tỉnh ủy Phú Thọ",
            None,
            "học tập, quán triệt, tuyên truyền và thực hiện quy định mới",
        ),
    ),
    # a board whose name has the word for to direct in it
    (
        "UBND tỉnh Phú Thọ có Quyết định số 812/QĐ-UBND về việc kiện toàn Ban Chỉ đạo chuyển đổi số của tỉnh.",
        (
            "quyết định",
            "812/QĐ-UBND",
            "Ủy ban nhân dân tỉnh Phú Thọ",
            None,
            "kiện toàn Ban Chỉ đạo chuyển đổi số của tỉnh",
        ),
    ),
    # numbers with a symbol
    (
        "Tỉnh ủy Phú Thọ ban hành Nghị quyết số 11-NQ/TU ngày 3/2/2021 về phát triển du lịch.",
        ("nghị quyết", "11-NQ/TU", "Tỉnh ủy Phú Thọ", "2021-02-03", "phát triển du lịch"),
    ),
    (
        "Căn cứ Nghị quyết 07-NQ/TU của Huyện ủy Hải Hậu ngày 15/12/2019 về phương hướng, nhiệm vụ năm 2020.",
        ("nghị quyết", "07-NQ/TU", "Huyện ủy Hải Hậu", "2019-12-15", "phương hướng, nhiệm vụ năm 2020"),
    ),
    (
        "Cán bộ học tập Chỉ thị số 23-CT/ TW, ngày 9-2- 2018 của Ban Bí thư về “Đổi mới học tập lý luận”.",
        ("chỉ thị", "23-CT/TW", "Ban Bí thư Trung ương Đảng", "2018-02-09", "đổi mới học tập lý luận"),
    ),
    (
        "NQ số 29-NQ/TW của Ban Chấp hành Trung ương Đảng khóa XIII được phổ biến.",
        ("nghị quyết", "29-NQ/TW", "Ban Chấp hành Trung ương Đảng", None, None),
    ),
    (
        "Theo Nghị quyết số 31/2019/NQ-HĐND của HĐND tỉnh Lào Cai, mức hỗ trợ tăng.",
        ("nghị quyết", "31/2019/NQ-HĐND", "Hội đồng nhân dân tỉnh Lào Cai", None, None),
    ),
    (
        "Đồ án theo Quyết định 1259/QĐ - TTg, ngày 26/7/2011.",
        ("quyết định", "1259/QĐ-TTg", "Thủ tướng Chính phủ", "2011-07-26", None),
    ),
    (
        "Thực hiện Nghị định 34/2016/NĐ-CP, sở rà soát văn bản.",
        ("nghị định", "34/2016/NĐ-CP", "Chính phủ", None, None),
    ),
    (
        "Phường mới lập theo Nghị quyết số 1656/NQ-UBTVQH15.",
        ("nghị quyết", "1656/NQ-UBTVQH15", "Ủy ban Thường vụ Quốc hội", None, None),
    ),
    (
        "Theo Nghị quyết 98/2023/QH15, thành phố được thêm quyền.",
        ("nghị quyết", "98/2023/QH15", "Quốc hội", None, None),
    ),
    (
        "Bộ Tài chính sửa Thông tư số 40/2017/TT-BTC.",
        ("thông tư", "40/2017/TT-BTC", "Bộ Tài chính", None, None),
    ),
    (
        "Căn cứ Quy định số 37-QĐ/TƯ của Ban Chấp hành Trung ương về những điều đảng viên không được làm.",
        (
            "quy định",
            "37-QĐ/TW",
            "Ban Chấp hành Trung ương Đảng",
            None,
            "những điều đảng viên không được làm",
        ),
    ),
    (
        "Đảng ủy xã Cẩm Thủy triển khai Nghị quyết 03-NQ/ĐU.",
        ("nghị quyết", "03-NQ/ĐU", "Đảng ủy xã Cẩm Thủy", None, None),
    ),
    (
        "Kết quả nêu tại Báo cáo số 215-BC/TU của Tỉnh ủy Nam Định.",
        ("báo cáo", "215-BC/TU", "Tỉnh ủy Nam Định", None, None),
    ),
    (
        "Ban Tổ chức Trung ương có Hướng dẫn số 21-HD/BTCTW ngày 18/10/2019.",
        ("hướng dẫn", "21-HD/BTCTW", "Ban Tổ chức Trung ương", "2019-10-18", None),
    ),
    (
        "Chủ tịch UBND tỉnh Gia Lai Đỗ Văn Hùng đã ký Quyết định số 88/QĐ-UBND ngày 5 tháng 3 năm 2020.",
        ("quyết định", "88/QĐ-UBND", "Ủy ban nhân dân tỉnh Gia Lai", "2020-03-05", None),
    ),
    (
        "Thường trực Thành ủy Hạ Long ra thông báo 154-TB/TU, ngày 07/8/2018.",
        ("thông báo", "154-TB/TU", "Thường trực Thành ủy Hạ Long", "2018-08-07", None),
    ),
    (
        "Văn bản số 905/CV-TU của Tỉnh ủy Sơn La yêu cầu rà soát.",
        ("công văn", "905/CV-TU", "Tỉnh ủy Sơn La", None, None),
    ),
    ("Ngành giáo dục triển khai 05-CT/TW sâu rộng.", ("chỉ thị", "05-CT/TW", "", None, None)),
    # bare numbers
    (
        "Quốc hội thông qua nghị quyết 43 về chính sách tài khóa.",
        ("nghị quyết", "43", "Quốc hội", None, "chính sách tài khóa"),
    ),
    ("Các đơn vị học Kết luận số: 50 của Bộ Chính trị.", ("kết luận", "50", "Bộ Chính trị", None, None)),
    ("Xử phạt theo Nghị định 100/2019 của Chính phủ.", ("nghị định", "100/2019", "Chính phủ", None, None)),
    ("Học viên theo Đề án 500 trở về địa phương.", ("đề án", "500", "", None, None)),
    # resolutions of plenums and congresses
    (
        "Đảng bộ thực hiện Nghị quyết TW4 (Khóa XI) về xây dựng Đảng.",
        ("nghị quyết", None, "Ban Chấp hành Trung ương Đảng", None, "Nghị quyết Trung ương 4 khóa XI"),
    ),
    (
        "Học tập Nghị quyết Hội nghị Trung ương 8 khóa XIII.",
        (
            "nghị quyết",
            None,
            "Ban Chấp hành Trung ương Đảng",
            None,
            "Nghị quyết Hội nghị Trung ương 8 khóa XIII",
        ),
    ),
    (
        "Kết quả thực hiện Nghị quyết Đại hội Đảng bộ tỉnh Sơn La lần thứ XV, nhiệm kỳ 2020 - 2025 rất tốt.",
        ("nghị quyết", None, "Tỉnh ủy Sơn La", None, "Nghị quyết Đại hội Đảng bộ tỉnh Sơn La lần thứ XV"),
    ),
    (
        "Ban Chấp hành quán triệt Nghị quyết Đại hội XIII của Đảng.",
        ("nghị quyết", None, "Đảng Cộng sản Việt Nam", None, "Nghị quyết Đại hội XIII của Đảng"),
    ),
    # laws
    ("Việc này trái Luật đất đai năm 2013.", ("luật", None, "Quốc hội", None, "Luật Đất đai năm 2013")),
    ("Phạm tội theo Điều 356 Bộ luật hình sự.", ("bộ luật", None, "Quốc hội", None, "Bộ luật Hình sự")),
    ("Phạm tội theo khoản 3 Điều 229 BLHS.", ("bộ luật", None, "Quốc hội", None, "Bộ luật Hình sự")),
    ("Trái Điều 155 BLTTHS năm 2015.", ("bộ luật", None, "Quốc hội", None, "Bộ luật Tố tụng hình sự năm 2015")),
    ("Thông cáo số 12 được phát đi chiều nay.", ("thông cáo", "12", "", None, None)),
    (
        "Theo Điều lệ Đảng, chi bộ họp mỗi tháng.",
        ("điều lệ", None, "Đảng Cộng sản Việt Nam", None, "Điều lệ Đảng"),
    ),
    (
        "HĐND tỉnh Hà Nam thông qua Nghị quyết về điều chỉnh địa giới các huyện Bình Lục, Thanh Liêm.",
        (
            "nghị quyết",
            None,
            "Hội đồng nhân dân tỉnh Hà Nam",
            None,
            "Nghị quyết về điều chỉnh địa giới các huyện Bình Lục, Thanh Liêm",
        ),
    ),
    (
        "Ông vi phạm Quy định những điều đảng viên không được làm.",
        ("quy định", None, "", None, "Quy định những điều đảng viên không được làm"),
    ),
    (
        "Phổ biến Luật Thực hiện dân chủ ở cơ sở đến nhân dân.",
        ("luật", None, "Quốc hội", None, "Luật Thực hiện dân chủ ở cơ sở"),
    ),
    # titles of their own
    (
        "Thị xã hoàn thiện Đề án phát triển kinh tế ban đêm đến năm 2030.",
        ("đề án", None, "", None, "Đề án phát triển kinh tế ban đêm đến năm 2030"),
    ),
    (
        "Huyện triển khai đề án Chợ văn minh tại trung tâm.",
        ("đề án", None, "", None, "Đề án Chợ văn minh tại trung tâm"),
    ),
    (
        'Sở trình đề án "Mỗi xã một sản phẩm" giai đoạn mới.',
        ("đề án", None, "", None, "Đề án Mỗi xã một sản phẩm"),
    ),
    (
        "Vi phạm Quy chế làm việc của Huyện ủy Mỹ Đức.",
        ("quy chế", None, "Huyện ủy Mỹ Đức", None, "Quy chế làm việc của Huyện ủy Mỹ Đức"),
    ),
    (
        "UBND tỉnh Hà Nam đã ban hành Kế hoạch về ứng phó biến đổi khí hậu.",
        ("kế hoạch", None, "Ủy ban nhân dân tỉnh Hà Nam", None, "Kế hoạch về ứng phó biến đổi khí hậu"),
    ),
    (
        "Cử tri góp ý vào quy định của Ban Bí thư về trách nhiệm nêu gương của cán bộ.",
        (
            "quy định",
            None,
            "Ban Bí thư Trung ương Đảng",
            None,
            "Quy định về trách nhiệm nêu gương của cán bộ",
        ),
    ),
    (
        "Theo thông cáo báo chí kỳ họp thứ 12 của Ủy ban Kiểm tra Trung ương, có hai trường hợp.",
        (
            "thông cáo báo chí",
            None,
            "Ủy ban Kiểm tra Trung ương",
            None,
            "Thông cáo báo chí kỳ họp thứ 12 của Ủy ban Kiểm tra Trung ương",
        ),
    ),
]


@pytest.mark.parametrize(("text", "expected"), ONE, ids=[row[0][:40] for row in ONE])
def test_one_document(text: str, expected: tuple[str | None, ...]) -> None:
    assert read(text) == [expected]


BEFORE = [
    (
        "Ngày 2/12/2022, Ban Chấp hành Đảng bộ thành phố Hạ Long ban hành Nghị quyết số 36-NQ/TU về du lịch biển.",
        ("nghị quyết", "36-NQ/TU", "Thành ủy Hạ Long", "2022-12-02", "du lịch biển"),
    ),
    (
        "UBND tỉnh Quảng Ninh ngày 5/3/2021 đã ban hành Kế hoạch số 42/KH-UBND về chuyển đổi số.",
        ("kế hoạch", "42/KH-UBND", "Ủy ban nhân dân tỉnh Quảng Ninh", "2021-03-05", "chuyển đổi số"),
    ),
    (
        "Sáng 12/7/2023, tại kỳ họp thứ 14, HĐND tỉnh Quảng Ninh khóa XIV thông qua "
        "Nghị quyết số 12/2023/NQ-HĐND về chính sách học phí.",
        (
            "nghị quyết",
            "12/2023/NQ-HĐND",
            "Hội đồng nhân dân tỉnh Quảng Ninh",
            "2023-07-12",
            "chính sách học phí",
        ),
    ),
    (
        "Nghị quyết số 15-NQ/TU được Ban Thường vụ Tỉnh ủy Phú Thọ ban hành ngày 3/2/2021 về phát triển rừng.",
        ("nghị quyết", "15-NQ/TU", "Ban Thường vụ Tỉnh ủy Phú Thọ", "2021-02-03", "phát triển rừng"),
    ),
    (
        "Đảng bộ học tập Chỉ thị 19-CT/TW mà Ban Bí thư ban hành ngày 13/5/2016.",
        ("chỉ thị", "19-CT/TW", "Ban Bí thư Trung ương Đảng", "2016-05-13", None),
    ),
    (
        "Chủ trương ấy được Huyện ủy Nam Trực cụ thể hóa bằng Nghị quyết số 07-NQ/HU về dồn điền, đổi thửa.",
        ("nghị quyết", "07-NQ/HU", "Huyện ủy Nam Trực", None, "dồn điền, đổi thửa"),
    ),
    (
        "Thủ tướng Chính phủ ban hành Quyết định số 1259 về quy hoạch vùng.",
        ("quyết định", "1259", "Thủ tướng Chính phủ", None, "quy hoạch vùng"),
    ),
    # a term and a deadline are no day of issue
    (
        "Từ ngày 5/3/2021, UBND tỉnh Phú Thọ ban hành Kế hoạch số 42/KH-UBND.",
        ("kế hoạch", "42/KH-UBND", "Ủy ban nhân dân tỉnh Phú Thọ", None, None),
    ),
    (
        "Kết thúc năm, huyện đi theo Quy hoạch chung thành phố Hạ Long đến năm 2040 để mời gọi nhà đầu tư.",
        ("quy hoạch", None, "", None, "Quy hoạch chung thành phố Hạ Long đến năm 2040"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), BEFORE)
def test_who_issued_it_and_when_stands_before(text: str, expected: tuple[str | None, ...]) -> None:
    assert read(text) == [expected]


def test_a_list_takes_the_issuer_that_leads_in() -> None:
    text = (
        "Ngày 1/7/2025, Ban Chấp hành Đảng bộ xã Quảng La lâm thời ban hành Nghị quyết 35 về phát triển cây quế, "
        "Nghị quyết 36 về xây dựng lực lượng tinh nhuệ, hiện đại và Kết luận 15 ngày 10/7/2025."
    )
    assert read(text) == [
        ("nghị quyết", "35", "Đảng ủy xã Quảng La", "2025-07-01", "phát triển cây quế"),
        ("nghị quyết", "36", "Đảng ủy xã Quảng La", "2025-07-01", "xây dựng lực lượng tinh nhuệ, hiện đại"),
        ("kết luận", "15", "Đảng ủy xã Quảng La", "2025-07-10", None),
    ]


def test_a_list_takes_what_the_clause_after_it_tells() -> None:
    text = (
        "Phường làm theo Chỉ thị 06, Chỉ thị 09 cùng Kế hoạch 118 mà UBND thành phố Hạ Long ban hành "
        "về việc lập lại trật tự vỉa hè."
    )
    issuer, subject = "Ủy ban nhân dân thành phố Hạ Long", "lập lại trật tự vỉa hè"
    assert read(text) == [
        ("chỉ thị", "06", issuer, None, subject),
        ("chỉ thị", "09", issuer, None, subject),
        ("kế hoạch", "118", issuer, None, subject),
    ]


GENRE: list[tuple[tuple[str, ...], list[str], list[str]]] = [
    (
        (
            "Ngày 25/12/2023, tại hội nghị lần thứ 17, Ban Chấp hành Đảng bộ huyện Bình Liêu khóa XXVIII đã biểu "
            "quyết thông qua Nghị quyết số 20-NQ/HU về phương hướng, nhiệm vụ năm 2024.",
            "Nghị quyết 20 cụ thể hóa Nghị quyết số 20-NQ/TU ngày 27/11/2023 của Tỉnh ủy Quảng Ninh.",
        ),
        [
            "nghị quyết | 20-NQ/HU | Huyện ủy Bình Liêu | 2023-12-25 | phương hướng, nhiệm vụ năm 2024",
            "nghị quyết | 20-NQ/TU | Tỉnh ủy Quảng Ninh | 2023-11-27 | -",
        ],
        ["20-NQ/HU @ Huyện ủy Bình Liêu implements 20-NQ/TU @ Tỉnh ủy Quảng Ninh"],
    ),
    (
        (
            "Thực hiện Nghị quyết Đại hội Đảng bộ xã Hồng Phong lần thứ XXV, nhiệm kỳ 2025-2030, Đảng ủy xã Hồng "
            "Phong ban hành Chương trình hành động số 05-CTr/ĐU ngày 18/9/2025 về chuyển đổi số.",
        ),
        [
            "nghị quyết | - | Đảng ủy xã Hồng Phong | - | Nghị quyết Đại hội Đảng bộ xã Hồng Phong lần thứ XXV",
            "chương trình | 05-CTr/ĐU | Đảng ủy xã Hồng Phong | 2025-09-18 | chuyển đổi số",
        ],
        [
            "05-CTr/ĐU @ Đảng ủy xã Hồng Phong implements "
            "Nghị quyết Đại hội Đảng bộ xã Hồng Phong lần thứ XXV @ Đảng ủy xã Hồng Phong"
        ],
    ),
    (
        (
            "Chỉ thị số 13-CT/TU, ngày 4/7/2019 của Ban Thường vụ Tỉnh ủy Bắc Ninh về “Tăng cường bảo vệ môi "
            "trường” được Thành ủy Từ Sơn cụ thể hóa thành Kế hoạch số 66-KH/TU.",
        ),
        [
            "chỉ thị | 13-CT/TU | Ban Thường vụ Tỉnh ủy Bắc Ninh | 2019-07-04 | tăng cường bảo vệ môi trường",
            "kế hoạch | 66-KH/TU | Thành ủy Từ Sơn | - | -",
        ],
        ["66-KH/TU @ Thành ủy Từ Sơn implements 13-CT/TU @ Ban Thường vụ Tỉnh ủy Bắc Ninh"],
    ),
    (
        (
            "UBND huyện Đông Triều đã xây dựng Kế hoạch số 12/KH-UBND, ngày 15/01/2016, triển khai Nghị quyết số "
            "09-NQ/HU của Huyện ủy về dồn điền đổi thửa.",
        ),
        [
            "kế hoạch | 12/KH-UBND | Ủy ban nhân dân huyện Đông Triều | 2016-01-15 | -",
            "nghị quyết | 09-NQ/HU | Huyện ủy Đông Triều | - | dồn điền đổi thửa",
        ],
        ["12/KH-UBND @ Ủy ban nhân dân huyện Đông Triều implements 09-NQ/HU @ Huyện ủy Đông Triều"],
    ),
    (
        (
            "Sau 5 năm thực hiện Nghị quyết số 17-NQ/TU, ngày 30/10/2018 của Ban Chấp hành Đảng bộ tỉnh về xây "
            "dựng văn hóa, con người Quảng Ninh, huyện Đầm Hà đạt nhiều kết quả.",
        ),
        [
            "nghị quyết | 17-NQ/TU | Tỉnh ủy Quảng Ninh | 2018-10-30 | xây dựng văn hóa, con người Quảng Ninh",
        ],
        [],
    ),
    (
        (
            "Hội đồng nhân dân thị xã Nghi Sơn khóa II, kỳ họp thứ 9 thông qua Nghị quyết số 54/NQ-HĐND ngày "
            "20/12/2022 về kế hoạch phát triển kinh tế - xã hội năm 2023.",
        ),
        [
            "nghị quyết | 54/NQ-HĐND | Hội đồng nhân dân thị xã Nghi Sơn | 2022-12-20 | "
            "kế hoạch phát triển kinh tế - xã hội năm 2023",
        ],
        [],
    ),
    (
        (
            "Đảng bộ phường Trần Phú (TP Hà Giang) phấn đấu hoàn thành Nghị quyết Đại hội Đảng bộ phường lần thứ "
            "XV. Tập thể cấp ủy quán triệt Nghị quyết Đại hội XIII của Đảng.",
        ),
        [
            "nghị quyết | - | Đảng ủy phường Trần Phú | - | Nghị quyết Đại hội Đảng bộ phường lần thứ XV",
            "nghị quyết | - | Đảng Cộng sản Việt Nam | - | Nghị quyết Đại hội XIII của Đảng",
        ],
        [],
    ),
    (
        (
            "Quyết định số 1719/QĐ-TTg, ngày 14/10/2021 của Thủ tướng Chính phủ phê duyệt Chương trình phát triển "
            "vùng dân tộc thiểu số được UBND tỉnh Điện Biên triển khai bằng Kế hoạch số 1900/KH-UBND.",
        ),
        [
            "quyết định | 1719/QĐ-TTg | Thủ tướng Chính phủ | 2021-10-14 | "
            "phê duyệt Chương trình phát triển vùng dân tộc thiểu số",
            "kế hoạch | 1900/KH-UBND | Ủy ban nhân dân tỉnh Điện Biên | - | -",
        ],
        ["1900/KH-UBND @ Ủy ban nhân dân tỉnh Điện Biên implements 1719/QĐ-TTg @ Thủ tướng Chính phủ"],
    ),
    (
        (
            "Đảng ủy phường Hồng Gai ra Nghị quyết chuyên đề số 08-NQ/ĐU về du lịch. Ngày 2/2/2018, Thành ủy Hạ "
            "Long sửa đổi, bổ sung Quyết định số 321-QĐ/TU bằng Quyết định số 855-QĐ/TU.",
        ),
        [
            "nghị quyết | 08-NQ/ĐU | Đảng ủy phường Hồng Gai | - | du lịch",
            "quyết định | 321-QĐ/TU | Thành ủy Hạ Long | - | -",
            "quyết định | 855-QĐ/TU | Thành ủy Hạ Long | - | -",
        ],
        ["855-QĐ/TU @ Thành ủy Hạ Long amends 321-QĐ/TU @ Thành ủy Hạ Long"],
    ),
    (
        (
            "Thực hiện Quyết định số 217-QĐ/TW, 218-QĐ/TW của Bộ Chính trị (khóa XI), Huyện ủy Hải Hậu ban hành "
            "Hướng dẫn số 15-HD/HU.",
        ),
        [
            "quyết định | 217-QĐ/TW | Bộ Chính trị | - | -",
            "quyết định | 218-QĐ/TW | Bộ Chính trị | - | -",
            "hướng dẫn | 15-HD/HU | Huyện ủy Hải Hậu | - | -",
        ],
        [
            "15-HD/HU @ Huyện ủy Hải Hậu implements 217-QĐ/TW @ Bộ Chính trị",
            "15-HD/HU @ Huyện ủy Hải Hậu implements 218-QĐ/TW @ Bộ Chính trị",
        ],
    ),
    (
        (
            "HĐND tỉnh Lào Cai họp kỳ thứ 12. Các đại biểu đã thông qua 12 nghị quyết, trong đó có Nghị quyết về "
            "chính sách hỗ trợ học phí năm học 2023 - 2024; Nghị quyết về điều chỉnh kế hoạch đầu tư công.",
        ),
        [
            "nghị quyết | - | Hội đồng nhân dân tỉnh Lào Cai | - | "
            "Nghị quyết về chính sách hỗ trợ học phí năm học 2023 - 2024",
            "nghị quyết | - | Hội đồng nhân dân tỉnh Lào Cai | - | Nghị quyết về điều chỉnh kế hoạch đầu tư công",
        ],
        [],
    ),
    (
        (
            "Ngày 18/6/2019, Tỉnh ủy Hà Giang đã thông báo kết luận số 469-KL/TU về thi hành kỷ luật đảng viên. "
            "Chỉ thị số 35-CT/TW ngày 30/5/2019 của Bộ Chính trị (khóa XII) về quan hệ lãnh đạo, chỉ đạo là căn cứ.",
        ),
        [
            "kết luận | 469-KL/TU | Tỉnh ủy Hà Giang | - | thi hành kỷ luật đảng viên",
            "chỉ thị | 35-CT/TW | Bộ Chính trị | 2019-05-30 | quan hệ lãnh đạo, chỉ đạo",
        ],
        [],
    ),
]


@pytest.mark.parametrize(("paragraphs", "documents_", "links_"), GENRE)
def test_a_passage_of_a_party_paper(
    paragraphs: tuple[str, ...], documents_: list[str], links_: list[str]
) -> None:
    found = facts(*paragraphs)
    rows = [
        (d.kind, d.number, d.issuer.label if d.issuer else None, d.date, d.subject) for d in found.documents
    ]
    assert [" | ".join(cell or "-" for cell in row) for row in rows] == documents_
    assert [f"{x.source.label} {x.relation} {x.target.label}" for x in found.links] == links_


NONE = [
    "Nghị quyết 181 của Liên Hợp Quốc đặt thành phố dưới sự quản lý quốc tế.",
    "Trung Quốc và Hoa Kỳ tranh cãi: kế hoạch “Sản xuất tại châu Á 2030” của Trung Quốc gây lo ngại cho Hoa Kỳ.",
    "Công ty chưa lập đề án cải tạo phục hồi môi trường.",
    "Chiến lược giữa hai hãng xe làm cho thị trường nóng lên.",
    "Lãnh đạo huyện thăm hỏi gia đình anh Lương Văn Luật (30 tuổi) ở bản Cúng.",
    "Nhóm Bộ tứ bàn chiến lược “Ấn Độ - Thái Bình Dương”.",
    "Mọi vi phạm nghị quyết “sẽ được xử lý theo luật pháp”.",
    "Kết luận về các mẫu đất cho thấy nhà bà bình thường.",
    "Ngày 5/3, tỉnh chờ đề án ban hành mới để thực hiện.",
    "Từ đầu năm, Huyện ủy đã ban hành 12 nghị quyết, 30 kế hoạch và 7 chương trình.",
    "Kế hoạch 5 năm của tỉnh đạt kết quả tốt.",
    "Kế hoạch 2022 và kế hoạch năm 2023 đều vượt.",
    "Ông làm Giám đốc Sở Kế hoạch và Đầu tư tỉnh Nam Định.",
    "Tỉnh quyết định 3 nội dung quan trọng.",
    "Việc bổ nhiệm trái quy định của pháp luật về cán bộ.",
    "Đảng viên chấp hành nghị quyết, chỉ thị của Đảng.",
    "Ông bị kỷ luật khiển trách theo quy định của Đảng.",
    "Theo pháp luật hình sự, công ty Luật Minh Khuê tư vấn.",
    "Luật sư và Hội Luật gia tỉnh cùng dự.",
    "Nghị quyết này có ý nghĩa lớn.",
    "Đề án được đánh giá cao, đề án của tỉnh cần sớm hoàn thành.",
    "Bộ Chính trị ra Quyết định chuẩn y ông Lê Văn An giữ chức Bí thư.",
    "Cấp ủy quán triệt nghị quyết Đại hội Đảng các cấp.",
    "Ông kết luận: “Phải làm quyết liệt hơn nữa trong năm”.",
    "Bài 5-Tuần 2 có 25-30 trang.",
    'Đó là "vi phạm quy định" và cần xử lý ngay trong tháng này.',
    # what organs of the state lay down is no document of its own
    "Tỉnh có đủ 3 phó chủ tịch theo quy định của Chính phủ về cơ cấu lãnh đạo UBND các cấp.",
    "Theo quy định của Bộ Giáo dục và Đào tạo về dạy thêm, học thêm, giáo viên không được dạy.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_document(text: str) -> None:
    assert read(text) == []


def test_a_subject_after_two_issuers_is_its_own_documents() -> None:
    rows = read(
        "Tỉnh ủy triển khai Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương Đảng và Kết luận số 126-KL/TW, ngày "
        "14/2/2025 của Bộ Chính trị, Ban Bí thư về sắp xếp tổ chức bộ máy."
    )
    assert [(row[1], row[-1]) for row in rows] == [
        ("18-NQ/TW", None),
        ("126-KL/TW", "sắp xếp tổ chức bộ máy"),
    ]


def test_list_shares_issuer_and_subject() -> None:
    rows = read(
        "Phường thực hiện Chỉ thị 03, Chỉ thị 08 và kế hoạch 95 của UBND TP Nam Định về chỉnh trang đô thị."
    )
    office, subject = "Ủy ban nhân dân thành phố Nam Định", "chỉnh trang đô thị"
    assert rows == [
        ("chỉ thị", "03", office, None, subject),
        ("chỉ thị", "08", office, None, subject),
        ("kế hoạch", "95", office, None, subject),
    ]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Phó Bí thư Thường trực Tỉnh ủy làm việc với Huyện ủy Như Xuân về Nghị quyết 04-NQ/TU.", "Tỉnh ủy"),
        ("Huyện ủy Như Xuân sơ kết 3 năm thực hiện Nghị quyết 04-NQ/TU.", "Tỉnh ủy"),
        ("Thành ủy Hạ Long sơ kết 3 năm thực hiện Nghị quyết 04-NQ/TU.", "Thành ủy Hạ Long"),
        ("Tỉnh ủy và Thành ủy Hạ Long sơ kết 3 năm thực hiện Nghị quyết 04-NQ/TU.", ""),
        ("Ngành y tế sơ kết 3 năm thực hiện Nghị quyết 04-NQ/TU.", ""),
    ],
)
def test_whose_series_it_is_where_no_issuer_is_told(text: str, issuer: str) -> None:
    """Rural and urban districts number their documents with symbols of their own."""
    assert [row[2] for row in read(text)] == [issuer]


def test_numbers_of_one_kind() -> None:
    rows = read("Các Nghị quyết số 18-NQ/TW, 19-NQ/TW và 27-NQ/TW của Ban Chấp hành Trung ương.")
    assert [row[1] for row in rows] == ["18-NQ/TW", "19-NQ/TW", "27-NQ/TW"]
    assert {row[2] for row in rows} == {"Ban Chấp hành Trung ương Đảng"}


def test_plenums_of_one_term() -> None:
    rows = read("Thực hiện Nghị quyết Trung ương 5, 6 khóa XII.")
    assert [row[4] for row in rows] == [
        "Nghị quyết Trung ương 5 khóa XII",
        "Nghị quyết Trung ương 6 khóa XII",
    ]


def test_terms_of_one_plenum() -> None:
    rows = read("Thực hiện Nghị quyết Trung ương 4 khóa XI, XII về xây dựng Đảng.")
    assert [row[4] for row in rows] == ["Nghị quyết Trung ương 4 khóa XI", "Nghị quyết Trung ương 4 khóa XII"]


def test_mentions_are_put_together() -> None:
    rows = read(
        "Nghị quyết 15 tạo chuyển biến.",
        "Nghị quyết số 15-NQ/TU ngày 1/6/2021 của Tỉnh ủy Hà Tĩnh về chuyển đổi số đã được học tập.",
    )
    assert rows == [("nghị quyết", "15-NQ/TU", "Tỉnh ủy Hà Tĩnh", "2021-06-01", "chuyển đổi số")]


def test_a_congress_resolution_is_told_again_with_its_number() -> None:
    told = read(
        "Đảng ủy xã Hợp Hưng quán triệt Nghị quyết Đại hội Đảng bộ xã lần thứ II.",
        "Nghị quyết số 03-NQ/ĐH của Đại hội đại biểu Đảng bộ xã Hợp Hưng lần thứ II được giới thiệu.",
    )
    assert [row[1:3] for row in told] == [("03-NQ/ĐH", "Đảng ủy xã Hợp Hưng")]


def test_bare_numbers_of_a_list_are_of_the_last_ones_issuer() -> None:
    told = read("Hội sơ kết Nghị quyết số 10 về chăn nuôi và Nghị quyết số 14 của Tỉnh ủy Nam Hà về nông sản sạch.")
    assert [row[1:3] for row in told] == [("10", "Tỉnh ủy Nam Hà"), ("14", "Tỉnh ủy Nam Hà")]


def test_long_bare_numbers_of_a_list_are_no_years() -> None:
    told = read("Theo các Quyết định số 1812, 1813 và 1950 của Ban Thường vụ Thành ủy Sông Trà, ba đồng chí nhận nhiệm vụ mới.")
    issuer = "Ban Thường vụ Thành ủy Sông Trà"
    assert [row[1:3] for row in told] == [("1812", issuer), ("1813", issuer), ("1950", issuer)]
    assert [row[1] for row in read("Theo Quyết định số 245, 2021 là năm đầu nhiệm kỳ.")] == ["245"]
    assert [row[1] for row in read("Theo Quyết định số 1812, 57 hộ được vay vốn.")] == ["1812"]


def test_bare_numbers_of_a_list_share_the_centre() -> None:
    told = read("Huyện ủy Vụ Bản sơ kết các Nghị quyết số 28, 29 của Trung ương.")
    assert {row[1:3] for row in told} == {(number, "Ban Chấp hành Trung ương Đảng") for number in ("28", "29")}


def test_an_issuer_behind_a_quotation_is_that_of_the_list() -> None:
    told = read("Hội sơ kết Đề án 41 “Hỗ trợ nông dân vay vốn” và Đề án 42 “Nông thôn số đến năm 2030” của Chính phủ.")
    assert [row[1:3] for row in told] == [("41", "Chính phủ"), ("42", "Chính phủ")]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "UBND tỉnh Nam Hà công bố Quyết định số 21/QĐ-UBND, Quyết định số 22/QĐ-UBND ngày 20/2/2025 của UBND tỉnh về bổ nhiệm cán bộ.",
            ["2025-02-20", "2025-02-20"],
        ),
        (
            "UBND tỉnh Nam Hà công bố Quyết định số 21/QĐ-UBND, Quyết định số 57/QĐ-UBND ngày 20/2/2025 của UBND tỉnh về bổ nhiệm cán bộ.",
            [None, "2025-02-20"],
        ),
    ],
)
def test_numbers_that_follow_one_another_share_the_day(text: str, dates: list[str | None]) -> None:
    assert [row[3] for row in read(text)] == dates


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        (
            "Quận sơ kết Chỉ thị 43-CT/TU của Ban Thường vụ Thành ủy Nam Hà về nếp sống và Chỉ thị số 29-CT/TU về đất đai.",
            ["Ban Thường vụ Thành ủy Nam Hà", "Ban Thường vụ Thành ủy Nam Hà"],
        ),
        (
            "UBND huyện Vụ Bản ban hành Đề án số 2/ĐA-UBND về trật tự đô thị và các Kế hoạch số 45/KH-UBND, 46/KH-UBND.",
            ["Ủy ban nhân dân huyện Vụ Bản"] * 3,
        ),
        (
            "Huyện ủy Vụ Bản ban hành Kế hoạch số 5-KH/HU, Chỉ thị số 6-CT/TW được quán triệt.",
            ["Huyện ủy Vụ Bản", ""],
        ),
        ("Quận cũng ban hành Công văn số 1120/UBND-VP về nếp sống.", ["Ủy ban nhân dân quận"]),
        ("Quận đã nhận Công văn số 1120/UBND-VP về nếp sống.", ["Ủy ban nhân dân"]),
        ("Xã học Chương trình số 18-CTr/Th.U của Thành ủy Nam Hà.", ["Thành ủy Nam Hà"]),
    ],
)
def test_whose_papers_a_list_or_clause_tells(text: str, issuers: list[str]) -> None:
    assert [row[2] for row in read(text)] == issuers


def test_one_number_of_two_issuers() -> None:
    rows = read(
        "Nghị quyết số 06-NQ/TU của Huyện ủy Tiên Yên và Nghị quyết số 06-NQ/TU của Thành ủy Cẩm Phả."
    )
    assert [row[2] for row in rows] == ["Huyện ủy Tiên Yên", "Thành ủy Cẩm Phả"]


def test_one_number_of_two_dates() -> None:
    rows = read(
        "Nghị quyết số 06-NQ/TU ngày 8/12/2016 và Nghị quyết số 06-NQ/TU ngày 2/12/2022 của Thành ủy."
    )
    assert [row[3] for row in rows] == ["2016-12-08", "2022-12-02"]


def test_a_list_shares_an_issuer_only_of_one_series() -> None:
    rows = read("Tỉnh gửi Công văn 1234/UBND-NC, Tờ trình số 12/TTr-SNV của Sở Nội vụ tỉnh Hà Nam.")
    assert rows[0][2] != rows[1][2]


def test_congress_resolution_takes_the_name_of_the_congress() -> None:
    rows = read("Đại hội Đảng bộ xã Ba Vì lần thứ I họp. Đại hội thông qua Nghị quyết Đại hội.")
    assert rows == [
        ("nghị quyết", None, "Đảng ủy xã Ba Vì", None, "Nghị quyết Đại hội Đảng bộ xã Ba Vì lần thứ I")
    ]


def test_a_council_of_a_term_issues() -> None:
    rows = read("HĐND tỉnh Hà Tĩnh khóa XVIII thông qua Nghị quyết quy định mức thu học phí năm học mới.")
    assert rows[0][2:] == (
        "Hội đồng nhân dân tỉnh Hà Tĩnh",
        None,
        "Nghị quyết quy định mức thu học phí năm học mới",
    )


def test_short_name_in_brackets() -> None:
    rows = read("Nghệ An có Đề án đào tạo cán bộ trẻ nguồn (Đề án 33) từ lâu. Đề án 33 rất tốt.")
    assert rows == [("đề án", "33", "", None, "đào tạo cán bộ trẻ nguồn")]


def test_rules_and_the_decision_that_issued_them() -> None:
    rows = read(
        "Việc đó trái Quy chế quản lý tài sản công của thành phố (Quyết định 1087-QĐ/TU ngày 31/3/2009)."
    )
    assert [row[:2] for row in rows] == [("quyết định", "1087-QĐ/TU")]


def test_a_decision_approves_a_paper() -> None:
    rows = read(
        "Theo quyết định phê duyệt đề án tái cơ cấu tổng công ty giai đoạn 2012-2015, đơn vị đổi tên."
    )
    assert rows[0][0] == "quyết định"


def test_year_of_a_day_comes_from_the_article() -> None:
    rows = read("Tỉnh ủy Hà Nam ban hành Nghị quyết số 9-NQ/TU ngày 22/4 về y tế.", published="2019-05-02")
    assert rows[0][3] == "2019-04-22"


@pytest.mark.parametrize("concept", list(lexicon().scheme("document-kind")), ids=lambda c: c.key)
def test_examples_of_kinds(concept: object) -> None:
    for example in concept.examples:  # type: ignore[attr-defined]
        assert read(f"Căn cứ {example}."), example


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("TP Uông Bí và TX.Tân Uyên", "thành phố Uông Bí và thị xã Tân Uyên"),
        ("UBND TP. HCM", "Ủy ban nhân dân thành phố Hồ Chí Minh"),
        ("vệ sinh ATTP", "vệ sinh an toàn thực phẩm"),
        ("Nghị quyết 06-NQ/TU", "Nghị quyết 06-NQ/TU"),
        ("ĐẢNG BỘ", "ĐẢNG BỘ"),
        ("cấp uỷ, hoà giải", "cấp ủy, hòa giải"),
    ],
)
def test_abbreviations_are_written_out(short: str, long: str) -> None:
    assert expand(short, lexicon()) == long


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Đẩy mạnh học tập", "đẩy mạnh học tập"), ("Hà Nội xanh", "Hà Nội xanh"), ("GDP tăng", "GDP tăng")],
)
def test_lower_first(text: str, expected: str) -> None:
    assert lower_first(text) == expected


def test_decisions_told_one_after_the_other() -> None:
    rows = read(
        "Ông công bố Quyết định số 12-QĐNS/TW ngày 20-5-2020 của Bộ Chính trị.",
        "Theo Quyết định số 15-QĐNS/TW cùng ngày, ông Lê Văn Nam giữ chức Bí thư Tỉnh ủy Kon Tum.",
    )
    assert [row[1:4] for row in rows] == [
        ("12-QĐNS/TW", "Bộ Chính trị", "2020-05-20"),
        ("15-QĐNS/TW", "Bộ Chính trị", "2020-05-20"),
    ]


def test_who_decided_is_told_apart_from_the_number() -> None:
    rows = read(
        "Ban Tổ chức Trung ương đọc Quyết định số 87-QĐNS/TW.",
        title="Trao quyết định của Ban Bí thư tại Kon Tum",
    )
    assert [row[1:3] for row in rows] == [("87-QĐNS/TW", "Ban Bí thư Trung ương Đảng")]


@pytest.mark.parametrize(
    ("text", "issuer", "date"),
    [
        (
            "Cũng trong ngày 5/4/2024, Chủ tịch UBND tỉnh Kon Tum Lê Văn Nam ký Quyết định 28/QĐ-UBND.",
            "Ủy ban nhân dân tỉnh Kon Tum",
            "2024-04-05",
        ),
        (
            "Ngày 5/4/2024, Phó Thủ tướng Lê Văn Nam ký Quyết định số 286/QĐ-TTg.",
            "Thủ tướng Chính phủ",
            "2024-04-05",
        ),
        (
            "Ngày 5/4/2024, ông Lê Văn Nam, Chủ tịch UBND tỉnh Kon Tum ký ban hành Kế hoạch số 14/KH-UBND.",
            "Ủy ban nhân dân tỉnh Kon Tum",
            "2024-04-05",
        ),
        (
            "Cụ thể hóa kết luận ngày 5/4/2024, Tỉnh ủy Kon Tum ban hành Kế hoạch số 14-KH/TU.",
            "Tỉnh ủy Kon Tum",
            None,
        ),
        (
            "HĐND tỉnh Kon Tum thông qua 11 nghị quyết, trong đó có Nghị quyết số 01/NQ-HĐND.",
            "Hội đồng nhân dân tỉnh Kon Tum",
            None,
        ),
    ],
)
def test_who_signed_and_when(text: str, issuer: str, date: str | None) -> None:
    assert [row[2:4] for row in read(text)] == [(issuer, date)]


def test_a_title_says_shorter_what_a_number_is_about() -> None:
    rows = read(
        "Tỉnh ủy Kon Tum ban hành Nghị quyết số 08-NQ/TU về phương hướng, nhiệm vụ năm 2022.",
        title="Nghị quyết của Tỉnh ủy Kon Tum về nhiệm vụ năm 2022",
    )
    assert [row[1] for row in rows] == ["08-NQ/TU"]


def test_a_resolution_that_changes_another() -> None:
    rows = read(
        "HĐND tỉnh Kon Tum thông qua Nghị quyết sửa đổi, bổ sung Nghị quyết số 15/2020/NQ-HĐND ngày 8/12/2020.",
    )
    assert [(row[1], row[2]) for row in rows] == [
        (None, "Hội đồng nhân dân tỉnh Kon Tum"),
        ("15/2020/NQ-HĐND", "Hội đồng nhân dân tỉnh Kon Tum"),
    ]


def test_a_year_after_a_comma_is_none_of_the_document() -> None:
    rows = read("Thực hiện Nghị quyết số 02-NQ/TU của Tỉnh ủy Kon Tum, năm 2021 các huyện trồng rừng.")
    assert [row[3] for row in rows] == [None]


def test_a_title_ends_where_more_is_issued() -> None:
    rows = read(
        "UBND tỉnh có Đề án phát triển chè chất lượng cao giai đoạn 2016-2020 và ban hành 3 kế hoạch."
    )
    assert [row[4] for row in rows] == ["Đề án phát triển chè chất lượng cao giai đoạn 2016-2020"]


def test_a_meeting_issues_for_the_body_that_met() -> None:
    rows = read(
        "Thực hiện Nghị quyết số 60-NQ/TW ngày 12/4/2025 của Hội nghị lần thứ 11 Ban Chấp hành Trung ương Đảng."
    )
    assert [row[1:4] for row in rows] == [("60-NQ/TW", "Ban Chấp hành Trung ương Đảng", "2025-04-12")]


def test_a_heading_issues_what_a_colon_lists() -> None:
    rows = read(
        "Huyện ủy học tập Nghị quyết Hội nghị lần thứ bảy Ban Chấp hành Trung ương Đảng khóa XII: Nghị quyết số "
        "26-NQ/TW về cán bộ; Nghị quyết số 27-NQ/TW về tiền lương."
    )
    assert [row[1:3] for row in rows][1:] == [
        ("26-NQ/TW", "Ban Chấp hành Trung ương Đảng"),
        ("27-NQ/TW", "Ban Chấp hành Trung ương Đảng"),
    ]


def test_who_presents_a_paper_to_another_body() -> None:
    rows = read("UBND tỉnh Kon Tum trình HĐND tỉnh Đề án “Phát triển du lịch tỉnh Kon Tum đến năm 2030”.")
    assert [row[2] for row in rows] == ["Ủy ban nhân dân tỉnh Kon Tum"]


def test_a_committee_discusses_and_passes_a_resolution() -> None:
    rows = read(
        "Ban Chấp hành Đảng bộ tỉnh Kon Tum khóa XV đã thảo luận, thông qua Nghị quyết về phát triển dược liệu."
    )
    assert [row[2] for row in rows] == ["Tỉnh ủy Kon Tum"]


def test_drafts_of_a_list_are_two() -> None:
    rows = read(
        "Quốc hội thông qua dự thảo Nghị quyết về cơ cấu tổ chức của Chính phủ và dự thảo Nghị quyết về số lượng "
        "thành viên của Chính phủ."
    )
    assert len(rows) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ủy ban Kiểm tra Tỉnh ủy Phú Thọ ra Thông báo 45-TB/UBKTTU về kết quả kiểm tra.",
            [("45-TB/UBKTTU", "Ủy ban Kiểm tra Tỉnh ủy Phú Thọ", None)],
        ),
        (
            "Theo Quyết định số 75 và 76-QĐNS/TW ngày 5/3/2019, Ban Bí thư quyết định điều động hai cán bộ.",
            [
                ("75-QĐNS/TW", "Ban Bí thư Trung ương Đảng", "2019-03-05"),
                ("76-QĐNS/TW", "Ban Bí thư Trung ương Đảng", "2019-03-05"),
            ],
        ),
        (
            "Tại Quyết định số 320, UBND tỉnh Hòa Bình đã quyết định giao đất cho dự án.",
            [("320", "Ủy ban nhân dân tỉnh Hòa Bình", None)],
        ),
        # so is who decides on a post by it, if the series may be theirs
        (
            "Theo Quyết định số 315-QĐNS/TW, Bộ Chính trị phân công ông Lê Văn Nam làm Trưởng Ban Dân vận Trung ương.",
            [("315-QĐNS/TW", "Bộ Chính trị", None)],
        ),
        (
            "Tại Quyết định số 316-QĐNS/TW ngày 7/4/2018, Ban Bí thư khóa XII quyết định điều động ông Lê Văn Nam.",
            [("316-QĐNS/TW", "Ban Bí thư Trung ương Đảng", "2018-04-07")],
        ),
        (
            "Theo Quyết định số 317/QĐ-TTg, UBND tỉnh Hòa Bình bổ nhiệm ông Lê Văn Nam làm Giám đốc Sở Y tế.",
            [("317/QĐ-TTg", "Thủ tướng Chính phủ", None)],
        ),
        ("Căn cứ Quyết định số 320, UBND tỉnh Hòa Bình quyết định giao đất.", [("320", "", None)]),
        ("Ông Nam ký Nghị quyết 15/NQ-ĐU của Đảng ủy.", [("15/NQ-ĐU", "Đảng ủy", None)]),
        (
            "Kết quả nêu tại thông cáo kỳ họp thứ 8 vừa được Ủy ban Kiểm tra Trung ương công bố.",
            [(None, "Ủy ban Kiểm tra Trung ương", None)],
        ),
        ("Các chuyên gia đánh giá đồ án quy hoạch nói trên.", []),
    ],
)
def test_issuers_and_numbers_told_around_a_document(
    text: str, expected: list[tuple[str | None, str, str | None]]
) -> None:
    assert [(row[1], row[2], row[3]) for row in read(text)] == expected


def test_a_subject_ends_before_how_many_agreed() -> None:
    rows = read(
        "Quốc hội biểu quyết thông qua Nghị quyết về phát triển đường sắt đô thị với đa số tán thành."
    )
    assert [row[4] for row in rows] == ["Nghị quyết về phát triển đường sắt đô thị"]


def test_the_resolution_of_the_congress_before_is_not_that_of_the_congress_held() -> None:
    rows = read(
        "Đảng bộ xã Ba Vì tổ chức Đại hội lần thứ I, nhiệm kỳ 2025 - 2030. Nhiệm kỳ 2020 - 2025, Đảng bộ xã đã "
        "thực hiện tốt Nghị quyết Đại hội Đảng bộ đề ra."
    )
    assert rows == []
    assert read(
        "Đảng bộ xã Ba Vì tổ chức Đại hội lần thứ I, nhiệm kỳ 2025 - 2030. Xã làm tốt những việc mà Nghị quyết "
        "Đại hội Đảng bộ của ba xã trước đây giao."
    ) == []


def test_the_resolution_of_another_term_is_not_named_after_the_congress_held() -> None:
    rows = read(
        "Đại hội Đảng bộ tỉnh Gia Lai lần thứ I, nhiệm kỳ 2025-2030 họp. Đại hội đại biểu Đảng bộ tỉnh Gia Lai lần thứ I tổng kết việc thực "
        "hiện Nghị quyết Đại hội Đảng bộ tỉnh nhiệm kỳ 2020-2025, Nghị quyết Đại hội Đảng bộ các xã và Nghị quyết Đại hội Đảng bộ 12 huyện."
    )
    assert rows == [
        ("nghị quyết", None, "Tỉnh ủy", None, "Nghị quyết Đại hội Đảng bộ tỉnh nhiệm kỳ 2020-2025")
    ]


def test_quotes_are_the_text() -> None:
    seen = scan("Tỉnh ủy Phú Thọ ban hành Nghị quyết số 11-NQ/TU về phát triển du lịch. Luật Đất đai.")
    for claim in documents(seen, lexicon()):
        evidence = claim.evidence
        assert seen.text.content[evidence.start : evidence.end] == evidence.quote


def test_a_decision_that_a_deputy_signed_is_the_prime_ministers() -> None:
    [decision, plan] = read(
        "Theo quyết định phê duyệt đề án sắp xếp Công ty Muối Hải Hậu giai đoạn 2012-2015"
        " do Phó Thủ tướng Lê Văn An ký ban hành ngày 4-2-2013, công ty bán bớt vốn."
    )
    assert decision[2:4] == ("Thủ tướng Chính phủ", "2013-02-04")
    assert plan[2:4] == ("", None)


def test_resolutions_that_a_sentence_says_who_passed() -> None:
    found = read(
        "Tổng Thư ký trình bày dự thảo Nghị quyết về cơ cấu tổ chức của các ban nhiệm kỳ mới"
        " và dự thảo Nghị quyết về số lượng thành viên các ban; cả hai được Quốc hội thông qua trong buổi sáng."
    )
    assert [issuer for _, _, issuer, _, _ in found] == ["Quốc hội", "Quốc hội"]


def test_a_decree_in_preparation_is_the_governments() -> None:
    [decree] = read("Bộ đang soạn Nghị định về tiêu chuẩn, định mức sử dụng nhà công vụ.")
    assert decree[2] == "Chính phủ"


def test_the_day_of_a_letter_takes_the_year_that_the_article_tells() -> None:
    found = read(
        "Ngày 10/7, UBND tỉnh Quảng Nam có Công văn số 2267 gửi các sở.",
        "Việc này theo Quy định số 889-QĐ/TU ngày 28/5/2019 của Tỉnh ủy Quảng Nam.",
    )
    assert [date for *_, date, _ in found] == ["2019-07-10", "2019-05-28"]


def test_a_title_in_brackets_says_what_the_number_before_it_is() -> None:
    found = read("Quy định 1374 (Quy định của Huyện ủy Hải Hậu về quy trình giải quyết phản ánh) được nêu ra.")
    assert found == [("quy định", "1374", "Huyện ủy Hải Hậu", None, "quy trình giải quyết phản ánh")]


def test_what_is_weighed_is_no_part_of_the_regulation() -> None:
    [rule] = read(
        "Căn cứ Quy định số 102-QĐ/TW của Bộ Chính trị về xử lý đảng viên vi phạm, xem xét nội dung, tính chất"
        " vi phạm, Huyện ủy Hải Hậu quyết định khiển trách."
    )
    assert rule[4] == "xử lý đảng viên vi phạm"


def test_congresses_counted_in_bare_digits() -> None:
    found = read(
        "Năm thứ hai thực hiện Nghị quyết Đại hội 12 của Đảng, Nghị quyết Đại hội 16 Đảng bộ tỉnh Quảng Nam."
    )
    assert [(issuer, subject) for _, _, issuer, _, subject in found] == [
        ("Đảng Cộng sản Việt Nam", "Nghị quyết Đại hội 12 của Đảng"),
        ("Tỉnh ủy Quảng Nam", "Nghị quyết Đại hội 16 Đảng bộ tỉnh Quảng Nam"),
    ]
    assert read("Đại hội 16 chi bộ được tổ chức trong tháng.") == []


ENDS = [
    ("Nghị định số 12/2010/NĐ-CP về bảo vệ đường sá quy định: “Chợ phải ở xa đường”.", "bảo vệ đường sá"),
    ("Quyết định số 6/QĐ-UBND về khu du lịch (KDL) Hồ Xanh, huyện Lâm Sơn.", "khu du lịch (KDL) Hồ Xanh, huyện Lâm Sơn"),
    ("Quyết định số 6/QĐ-UBND về khu du lịch (SVHTT) Hồ Xanh.", "khu du lịch"),
    ("Biên bản số 04/BB-VPHC đối với ông Lê Văn Bình vì đã nói xấu người khác.", None),
    ("Kế hoạch số 9-KH/TU về phát triển kinh tế, chuẩn bị đại hội, Bí thư nói.", "phát triển kinh tế"),
    ("Nghị định số 22/2019/NĐ-CP về đền bù, người dân đã nhận tiền.", "đền bù"),
    ("Quyết định số 6/QĐ-UBND về giá đất, khiến nhiều hộ phải nộp thêm.", "giá đất"),
    ("Hội nghị phổ biến Nghị định 39 về trật tự đô thị mới đây cho thấy nhiều khó khăn.", "trật tự đô thị"),
    ("Quyết định số 8/QĐ-UBND về học phí của tỉnh Hà Nam ngày 23-2.", "học phí của tỉnh Hà Nam"),
    ("Kế hoạch số 5-KH/TU về kỷ niệm ngày 30/4.", "kỷ niệm ngày 30/4"),
    ("Nghị quyết số 9-NQ/TU về cơ cấu lại nông nghiệp gắn với chế biến.", "cơ cấu lại nông nghiệp gắn với chế biến"),
    ("Kế hoạch số 9-KH/TU về chuẩn bị, tổ chức đại hội chi bộ.", "chuẩn bị, tổ chức đại hội chi bộ"),
    ("Quy định số 9-QĐ/TW về bộ máy tham mưu, giúp việc tỉnh ủy như sau.", "bộ máy tham mưu, giúp việc tỉnh ủy"),
    ("Nghị quyết số 9-NQ/TU về miễn nhiệm cán bộ trước khi bầu người mới.", "miễn nhiệm cán bộ"),
    ("Kết luận số 9-KL/TU về du lịch gắn với thực hiện nhiệm vụ năm.", "du lịch"),
    ("Quyết định 28/2014/QĐ-TTg về giá bán lẻ điện do Thủ tướng Chính phủ ban hành.", "giá bán lẻ điện"),
    ("Nghị quyết 5 về khu đô thị của TP. HCM. Năm nay làm tiếp.", "khu đô thị của thành phố Hồ Chí Minh"),
    ("Nghị quyết số 5-NQ/TU về trồng trọt bền vững, có giá trị cao.", "trồng trọt bền vững, có giá trị cao"),
    ("Kết luận số 2346 của Thanh tra tỉnh Hà Nam về nội dung trên là có căn cứ.", None),
    ("Chỉ thị số 7-CT/TU về nhà ở, đất ở, trụ sở được phổ biến.", "nhà ở, đất ở, trụ sở được phổ biến"),
]


@pytest.mark.parametrize(("text", "subject"), ENDS)
def test_a_subject_ends_before_the_next_clause(text: str, subject: str | None) -> None:
    assert read(text)[0][4] == subject


ACTS = [
    (
        "Chủ tịch UBND huyện Hòa Vang vừa ký quyết định xử phạt Công ty Sông Lam với số tiền 40 triệu đồng.",
        ("quyết định", "Ủy ban nhân dân huyện Hòa Vang", None, "Quyết định xử phạt Công ty Sông Lam"),
    ),
    (
        "UBND tỉnh Hà Nam đã ra quyết định thành lập Trung tâm Báo chí Phủ Lý.",
        ("quyết định", "Ủy ban nhân dân tỉnh Hà Nam", None, "Quyết định thành lập Trung tâm Báo chí Phủ Lý"),
    ),
    (
        "Theo kết luận của Ủy ban Kiểm tra Trung ương sau kỳ họp thứ 21 ngày 16/3/2018, hai người bị khiển trách.",
        (
            "kết luận",
            "Ủy ban Kiểm tra Trung ương",
            "2018-03-16",
            "Kết luận của Ủy ban Kiểm tra Trung ương sau kỳ họp thứ 21",
        ),
    ),
    (
        "Tỉnh đã làm theo kết luận tại kỳ họp thứ hai của Ủy ban Kiểm tra Trung ương.",
        (
            "kết luận",
            "Ủy ban Kiểm tra Trung ương",
            None,
            "Kết luận tại kỳ họp thứ hai của Ủy ban Kiểm tra Trung ương",
        ),
    ),
    (
        "Việc này nêu tại kết luận thanh tra việc quản lý đất lúa của Thanh tra tỉnh Hà Nam.",
        ("kết luận", "Thanh tra tỉnh Hà Nam", None, "Kết luận thanh tra việc quản lý đất lúa"),
    ),
    (
        "Đó là một ý trong dự thảo chỉ thị của Thủ tướng về quản lý trật tự xây dựng.",
        ("chỉ thị", "Thủ tướng Chính phủ", None, "Chỉ thị về quản lý trật tự xây dựng"),
    ),
    (
        "Bộ Nội vụ xin ý kiến cho dự thảo Nghị định mới về quản lý biên chế công chức.",
        ("nghị định", "Chính phủ", None, "Nghị định về quản lý biên chế công chức"),
    ),
    (
        "HĐND tỉnh Hà Nam đã thông qua đề án về quản lý phương tiện giao thông giai đoạn 2017-2020.",
        ("đề án", "", None, "Đề án về quản lý phương tiện giao thông giai đoạn 2017-2020"),
    ),
    (
        "Quốc hội bàn dự thảo Luật sửa đổi, bổ sung một số điều của Luật giáo dục đại học.",
        ("luật", "Quốc hội", None, "Luật sửa đổi, bổ sung một số điều của Luật Giáo dục đại học"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), ACTS, ids=[row[0][:40] for row in ACTS])
def test_a_title_that_tells_an_act(text: str, expected: tuple[str | None, ...]) -> None:
    kind, number, issuer, date, subject = read(text)[0]
    assert (kind, issuer, date, subject) == expected
    assert number is None


@pytest.mark.parametrize(
    "text",
    [
        "UBND tỉnh Hà Nam đã ra quyết định thu hồi đất của nhiều hộ.",
        "UBND tỉnh Hà Nam đã ra quyết định xử phạt hành chính.",
        "Các nghị quyết Trung ương khóa XII về công tác cán bộ được quán triệt.",
        "Cấp ủy chuẩn bị dự thảo nghị quyết đại hội để thảo luận tại Đại hội lần thứ XIII của Đảng.",
        "Ấn Độ có kế hoạch triển khai một sư đoàn phòng thủ bờ biển vào năm 2018.",
        "Theo đề án tuyển sinh, nhà trường xét tuyển theo hai phương thức năm 2019.",
        "Đề án “mang tính lịch sử, vì sự phát triển của Thủ đô” được ủng hộ.",
    ],
)
def test_an_act_without_a_name_is_no_title(text: str) -> None:
    assert read(text) == []


def test_a_law_is_named_once_with_its_year() -> None:
    text = "Luật Đất đai năm 2013 có hiệu lực. Theo Luật Đất đai, đất được giao. Trước đó có Luật Đất đai 2003."
    assert [d[4] for d in read(text)] == ["Luật Đất đai năm 2013", "Luật Đất đai 2003"]


def test_a_law_of_another_country_is_none_of_ours() -> None:
    text = "Quốc hội Trung Quốc thông qua Luật Đầu tư mới. Chính phủ Trung Quốc sẽ thi hành Luật Đầu tư."
    assert read(text) == []


def test_one_of_several_that_were_issued() -> None:
    text = "Ngày 19/12/2016, Bộ Chính trị bổ sung ban hành một số quy định, trong đó có Quy định số 55-QĐ/TW."
    assert read(text) == [("quy định", "55-QĐ/TW", "Bộ Chính trị", "2016-12-19", None)]


def test_four_digits_before_a_year_are_a_number() -> None:
    text = "Dân được bồi thường theo quyết định 1997 năm 2002 của UBND tỉnh Hà Nam."
    assert [d[:4] for d in read(text)] == [
        ("quyết định", "1997", "Ủy ban nhân dân tỉnh Hà Nam", "2002"),
    ]


def test_a_circular_tells_its_bank() -> None:
    assert read("Theo Thông tư số 19/2016/TT-NHNN.")[0][2] == "Ngân hàng Nhà nước"


def test_a_department_is_told_by_its_symbol() -> None:
    text = "Sở Giao thông vận tải Hà Nội họp. Sau đó có kế hoạch số 25/KH-SGTVT ngày 9/4/2019."
    assert read(text)[0][2] == "Sở Giao thông vận tải thành phố Hà Nội"
    assert read("Theo Tờ trình số 55/TTr-SNV.")[0][2] == "Sở Nội vụ"


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "Chiều 24/11, HĐND tỉnh Hà Nam đã thông qua Nghị quyết về mức thu học phí năm học 2019-2020; Nghị "
            "quyết về mức phụ cấp đối với công an viên ở xã.",
            ["2019-11-24", "2019-11-24"],
        ),
        ("Hôm nay HĐND tỉnh Hà Nam đã thông qua Nghị quyết về mức thu học phí mới.", ["2019-11-26"]),
        ("Ngày 29/11, HĐND tỉnh Hà Nam sẽ thông qua Nghị quyết về mức thu học phí mới.", [None]),
        # a vote told without a day is of the only day of the report; another law's passing is of no day that it tells
        (
            "Thứ Ba, ngày 26/11/2019, Quốc hội tiếp tục làm việc tại hội trường. Sau đó, Quốc hội biểu quyết thông qua Luật Thư viện.",
            ["2019-11-26"],
        ),
        ("Ngày 26/11, tỉnh Hà Nam tổ chức hội nghị. Quốc hội đã thông qua Luật Thư viện.", [None]),
    ],
)
def test_a_resolution_is_of_the_day_on_which_it_was_passed(text: str, dates: list[str | None]) -> None:
    assert [d[3] for d in read(text, published="2019-11-26")] == dates


def test_a_law_changes_two_others() -> None:
    text = "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức năm 2019."
    assert [d[4] for d in read(text)] == [
        "Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức năm 2019",
        "Luật Cán bộ, công chức",
        "Luật Viên chức",
    ]


def test_a_list_tells_whose_its_documents_are() -> None:
    text = "Các nghị quyết chuyên đề của Huyện ủy Hải Hậu gồm: Nghị quyết về phát triển hạ tầng đô thị Yên Định."
    assert read(text)[0][2] == "Huyện ủy Hải Hậu"


def test_a_meeting_after_a_comma_tells_who_issued() -> None:
    text = "Sau 15 năm thực hiện Nghị quyết số 26-NQ/TW, Hội nghị lần thứ 7 của Ban Chấp hành Trung ương khóa X."
    assert read(text)[0][2] == "Ban Chấp hành Trung ương Đảng"


def test_a_law_with_its_number_or_day() -> None:
    text = (
        "Căn cứ Luật Tổ chức Quốc hội số 57/2014/QH13; Luật Báo chí ngày 5/4/2016; Luật sửa đổi, bổ sung một số "
        "điều của Luật Cán bộ, công chức và Luật Viên chức ngày 25/11/2019."
    )
    assert [(d[1], d[3]) for d in read(text)] == [
        ("57/2014/QH13", None),
        (None, "2016-04-05"),
        (None, "2019-11-25"),
        (None, None),
        (None, None),
    ]


def test_a_resolution_that_another_one_changes() -> None:
    text = "HĐND tỉnh Hà Nam thông qua Nghị quyết về sửa đổi Nghị quyết năm 2013 về ưu tiên phát triển xe buýt nhanh."
    assert [d[4] for d in read(text)] == [
        "Nghị quyết về sửa đổi Nghị quyết năm 2013 về ưu tiên phát triển xe buýt nhanh",
        "Nghị quyết về ưu tiên phát triển xe buýt nhanh",
    ]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "Đoàn viên thực hiện quy tắc ứng xử nơi công cộng để xây dựng thủ đô.",
            ["Quy tắc ứng xử nơi công cộng"],
        ),
        (
            "UBND tỉnh bàn quy tắc ứng xử của cán bộ, công chức, viên chức.",
            ["Quy tắc ứng xử của cán bộ, công chức, viên chức"],
        ),
        ("Có những quy tắc ứng xử khi gặp nhau trên biển.", []),
    ],
)
def test_codes_of_conduct(text: str, titles: list[str]) -> None:
    assert [d[4] for d in read(text)] == titles


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Cụ thể ngày 2/3/2011, Chính phủ ban hành nghị định 115 quy định về quản lý giáo dục.", "2011-03-02"),
        ("Đến ngày 12/4/2023, UBND tỉnh Nam Hà mới có Công văn số 812/UBND-VX trả lời.", "2023-04-12"),
        ("UBND tỉnh Nam Hà ra Quyết định số 31/QĐ-UBND về du lịch, vào ngày 24/6/2014.", "2014-06-24"),
        ("Quyết định số 8/QĐ-UBND về du lịch được Chủ tịch UBND tỉnh Nam Hà ký ngày 2/4/2023.", "2023-04-02"),
        ("Nghị quyết số 12-NQ/TU do Bí thư Tỉnh ủy Nam Hà Lê Văn Tá ký ngày 12/4/2023 nêu rõ.", "2023-04-12"),
        ("Sáng 12/4/2023, Bộ Y tế công bố Quyết định số 812/QĐ-BYT về việc bổ nhiệm ông Lê Văn Tá.", None),
        ("UBND tỉnh Nam Hà họp bàn Quyết định số 31/QĐ-UBND về du lịch vào ngày 24/6/2014.", None),
    ],
)
def test_days_of_issue(text: str, day: str | None) -> None:
    assert [row[3] for row in read(text)] == [day]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # the day with which the next clause begins
        (
            "Để triển khai Chỉ thị 05-CT/TW của Bộ Chính trị, ngày 19-12-2016, Tỉnh ủy Nam Hà ban hành Quy định số 55-QĐ/TU.",
            [("05-CT/TW", None), ("55-QĐ/TU", "2016-12-19")],
        ),
        (
            "Căn cứ Chỉ thị 05-CT/TW, ngày 15-5-2016 của Bộ Chính trị, huyện đã chọn việc làm theo.",
            [("05-CT/TW", "2016-05-15")],
        ),
        # the day before a list is that of all that it names
        (
            "Ngày 5/4/2024, Chính phủ ban hành Nghị định 15/2024/NĐ-CP, Nghị định 16/2024/NĐ-CP và Nghị quyết 17/NQ-CP về giá điện.",
            [("15/2024/NĐ-CP", "2024-04-05"), ("16/2024/NĐ-CP", "2024-04-05"), ("17/NQ-CP", "2024-04-05")],
        ),
        # one number of a committee and of its standing committee
        (
            "Ban Thường vụ Tỉnh ủy Nam Hà ban hành Quyết định số 2479-QĐ/TU về việc đình chỉ. Theo Quyết định số 2479-QĐ/TU của Tỉnh "
            "ủy Nam Hà, ông Tá bị kỷ luật.",
            [("2479-QĐ/TU", None)],
        ),
        # plans that are approved, in lower case; when one was made makes none
        (
            "UBND tỉnh Nam Hà phê duyệt kế hoạch sử dụng đất năm 2016, 2017 của thành phố Nam Hà.",
            [
                ("Kế hoạch sử dụng đất năm 2016 của thành phố Nam Hà", None),
                ("Kế hoạch sử dụng đất năm 2017 của thành phố Nam Hà", None),
            ],
        ),
        ("Dự án được duyệt Quy hoạch chi tiết vào năm 2001 và điều chỉnh vào năm 2008.", []),
        (
            "Sở rà soát Quy hoạch phân vùng thăm dò và sử dụng quặng titan giai đoạn đến năm 2020.",
            [("Quy hoạch phân vùng thăm dò và sử dụng quặng titan giai đoạn đến năm 2020", None)],
        ),
        # who sees to a paper does not name it; who speaks of one is no part of its title
        ("Ông Tá nói với ban điều hành đề án xây dựng phần mềm đánh giá sự hài lòng của người dân.", []),
        (
            "Đó là Kế hoạch phát triển kinh tế - xã hội năm 2019, chủ nhiệm Ủy ban Kinh tế Lê Văn Tá nhận định.",
            [("Kế hoạch phát triển kinh tế - xã hội năm 2019", None)],
        ),
        # laws passed on one day, and one on a day of its own
        (
            "Chiều 26/3/2024, Quốc hội đã thông qua Luật Nhà ở (sửa đổi), Luật Doanh nghiệp và Luật Đầu tư. Luật Căn cước công dân được "
            "thông qua ngày 20/11/2014.",
            [
                ("Luật Nhà ở", "2024-03-26"),
                ("Luật Doanh nghiệp", "2024-03-26"),
                ("Luật Đầu tư", "2024-03-26"),
                ("Luật Căn cước công dân", "2014-11-20"),
            ],
        ),
        # a new regulation, and what the list adds
        (
            "Hội nghị Trung ương 4 khóa XIII đã thống nhất cao ban hành Quy định mới về những điều đảng viên không được làm và Kết luận "
            "về tiếp tục đẩy mạnh xây dựng Đảng.",
            [
                ("Quy định về những điều đảng viên không được làm", None),
                ("Kết luận về tiếp tục đẩy mạnh xây dựng Đảng", None),
            ],
        ),
        # what somebody has just signed for a committee, in lower case too; not what is to be issued
        (
            "Bí thư Tỉnh ủy Hà Nam Lê Văn An vừa ký ban hành kết luận của Ban Thường vụ Tỉnh ủy về sắp xếp các trường học.",
            [("Kết luận về sắp xếp các trường học", None)],
        ),
        ("Bí thư Tỉnh ủy Hà Nam sẽ ký ban hành kết luận của Ban Thường vụ Tỉnh ủy về sắp xếp các trường học.", []),
        # a number alone that is replaced, of the body of what replaces it
        (
            "Sáng 24/6/2023, Quốc hội đã thông qua Nghị quyết về cơ chế đặc thù cho thành phố Nam Hà, thay thế Nghị quyết 54 năm 2017.",
            [("Nghị quyết về cơ chế đặc thù cho thành phố Nam Hà", "2023-06-24"), ("54", "2017")],
        ),
        # words at which a title ends
        ("Bộ Giao thông cho rằng đề án thí điểm chưa làm rõ trách nhiệm của từng bên.", []),
        (
            "Thành phố xây dựng Đề án đô thị thông minh và kết quả thực hiện kết luận số 21 của Bộ Chính trị.",
            [("Đề án đô thị thông minh", None), ("21", None)],
        ),
        # the term of whoever issued
        (
            "Chính phủ triển khai Nghị quyết của Quốc hội khóa XV về phát triển kinh tế 5 năm 2021-2025.",
            [("Nghị quyết về phát triển kinh tế 5 năm 2021-2025", None)],
        ),
        # no documents: a scale, and what is planned after a year of something else
        ("Đồ án quy hoạch 1/500 được duyệt; quy hoạch 1/2000 chưa có.", []),
        ("Xã hoàn thành nghị quyết 01 của HĐND xã Nam Hồng đề ra năm 2020, Kế hoạch phát triển kinh tế hằng năm.", [("01", None)]),
        # a title in quotation marks and without them
        (
            "Đề án xây dựng TP Nam Hà trở thành đô thị thông minh được bàn. Đề án “Xây dựng TP Nam Hà trở thành đô thị thông minh "
            "giai đoạn 2017-2020” có 4 mục tiêu.",
            [("Đề án Xây dựng thành phố Nam Hà trở thành đô thị thông minh giai đoạn 2017-2020", None)],
        ),
    ],
)
def test_rows_with_their_days(text: str, rows: list[tuple[str, str | None]]) -> None:
    assert [(row[1] or row[4], row[3]) for row in read(text)] == rows


def test_lines_below_a_colon_are_what_a_session_passed() -> None:
    rows = read(
        "Ngày 9/12/2022, kỳ họp thứ 11 HĐND tỉnh Nam Hà đã biểu quyết thông qua các nghị quyết quan trọng:",
        "- Nghị quyết về dự toán chi ngân sách địa phương năm 2023.",
        "- Nghị quyết Quy định chính sách hỗ trợ trường mầm non ngoài công lập.",
        "- Nghị quyết thông qua danh mục dự án cần thu hồi đất năm 2023.",
    )
    assert [row[2:4] for row in rows] == [("Hội đồng nhân dân tỉnh Nam Hà", "2022-12-09")] * 3


def test_lines_below_a_colon_are_of_the_council_in_the_headline() -> None:
    rows = read(
        "Với sự thống nhất cao, kỳ họp thông qua các nghị quyết, cụ thể:",
        "1. Nghị quyết về việc thông qua danh mục dự án phải thu hồi đất năm 2023.",
        "+ Nghị quyết về biên chế công chức năm 2024.",
        title="HĐND tỉnh Nam Hà thông qua các nghị quyết",
    )
    assert [row[2] for row in rows] == ["Hội đồng nhân dân tỉnh Nam Hà"] * 2


def test_a_law_in_a_list_tells_no_issuer_of_a_regulation() -> None:
    rows = read("Ông Tá vi phạm Luật Phòng, chống tham nhũng và Quy định về những điều đảng viên không được làm.")
    assert [row[2] for row in rows] == ["Quốc hội", ""]


def test_a_running_list_of_what_a_session_passed() -> None:
    rows = read(
        "Sáng 10/7/2024, HĐND tỉnh Nam Hà khóa X họp phiên bế mạc. HĐND tỉnh đã thông qua 18 nghị quyết, trong đó có Nghị quyết "
        "về điều chỉnh kế hoạch đầu tư công; Nghị quyết quy định mức chi hỗ trợ mua bảo hiểm y tế; Nghị quyết bãi bỏ Nghị quyết "
        "số 05/2018/NQ-HĐND của HĐND tỉnh và Nghị quyết sửa đổi một số điều của Nghị quyết số 12/2022/NQ-HĐND.",
        "Kỳ họp cũng thông qua nghị quyết về chương trình giám sát năm 2025.",
    )
    titled = [row for row in rows if row[1] is None]
    assert [row[4].split()[2] for row in titled if row[4]] == ["về", "quy", "bãi", "sửa", "về"]
    assert all(row[2].startswith("Hội đồng nhân dân tỉnh") for row in titled)


def test_a_resolution_in_lower_case_needs_somebody_who_passed_it() -> None:
    assert read("Nhiều nước thông qua nghị quyết về cấm thử vũ khí hạt nhân dưới nước.") == []
    text = "Hội nghị Tỉnh ủy Nam Hà thông qua nghị quyết về nhiệm vụ trọng tâm năm 2024. Chủ tịch HĐND tỉnh Nam Hà Lê Văn Tá dự."
    assert all(row[2] == "Tỉnh ủy Nam Hà" for row in read(text))


def test_a_law_and_its_short_name() -> None:
    rows = read(
        "Sáng 12/6/2018, với 86,86% đại biểu tán thành, Quốc hội thông qua Luật An ninh mạng. Dự án Luật Đơn vị hành chính - kinh tế "
        "đặc biệt Vân Đồn và Phú Quốc (Luật Đặc khu) được lùi lại. Ông Tá nói Luật Đặc khu cần thêm ý kiến; Luật Đơn vị hành "
        "chính kinh tế đặc biệt sẽ được trình lại."
    )
    assert [row[3:] for row in rows] == [
        ("2018-06-12", "Luật An ninh mạng"),
        (None, "Luật Đơn vị hành chính - kinh tế đặc biệt"),
    ]


def test_a_headline_tells_the_decree_of_its_article() -> None:
    rows = read(
        "Chính phủ vừa ban hành Nghị định 38/2022/NĐ-CP quy định mức lương tối thiểu đối với người lao động.",
        title="Chính phủ ban hành nghị định về lương tối thiểu",
    )
    assert [row[1] for row in rows] == ["38/2022/NĐ-CP"]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "Kết luận số 09-KL/BCĐ của Ban Chỉ đạo Trung ương về tổng kết Nghị quyết số 18-NQ/TW được quán triệt.",
            "Ban Chỉ đạo Trung ương về tổng kết Nghị quyết số 18-NQ/TW",
        ),
        ("Bộ Y tế đang lấy ý kiến dự thảo Thông tư quy định giờ trực của bác sĩ.", "Bộ Y tế"),
        ("Bộ Y tế đang lấy ý kiến dự thảo Nghị định về giờ trực của bác sĩ.", "Chính phủ"),
        (
            "Ủy ban Thường vụ Quốc hội đã có Nghị quyết cho bà Lê Thị Tâm - nguyên Phó bí thư, Trưởng đoàn, thôi làm nhiệm vụ đại biểu.",
            "Ủy ban Thường vụ Quốc hội",
        ),
    ],
)
def test_issuers_by_what_they_review_draft_or_grant(text: str, issuer: str) -> None:
    assert read(text)[0][2] == issuer


def test_a_resolution_ends_the_name_of_whoever_is_before_it() -> None:
    rows = read("Nghị quyết Đại hội XII của Đảng bộ Khối cơ quan Nam Hà và Nghị quyết Trung ương 4 khóa XII được phổ biến.")
    assert rows[0][2] == "Đảng ủy Khối cơ quan Nam Hà"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Bộ Y tế vừa ban hành quy chế quản lý chất thải của bệnh viện.", "Quy chế quản lý chất thải của bệnh viện"),
        (
            "UBND TP Nam Hà vừa ban hành quyết định về việc tăng giá nước sinh hoạt giai đoạn 2019-2022.",
            "Quyết định về việc tăng giá nước sinh hoạt giai đoạn 2019-2022",
        ),
        ("Bộ Nội vụ vừa ban hành thông tư hướng dẫn tính lương cơ sở.", "Thông tư hướng dẫn tính lương cơ sở"),
        ("Bộ Y tế lấy ý kiến dự thảo thông tư quy định giờ trực của bác sĩ.", "Thông tư quy định giờ trực của bác sĩ"),
        ("UBND tỉnh Nam Hà đã ban hành quyết định về công tác cán bộ.", None),
        ("Đề án tự chủ tài chính của bệnh viện trình UBND tỉnh xem xét.", "Đề án tự chủ tài chính của bệnh viện"),
        (
            "Quốc hội thông qua Nghị quyết phê chuẩn việc bổ nhiệm Bộ trưởng Bộ Y tế đối với bà Lê Thị Tâm.",
            "Nghị quyết phê chuẩn việc bổ nhiệm Bộ trưởng Bộ Y tế đối với bà Lê Thị Tâm",
        ),
    ],
)
def test_papers_in_lower_case_that_are_issued(text: str, title: str | None) -> None:
    assert [row[4] for row in read(text)] == ([title] if title else [])


def test_what_a_list_adds_to_a_resolution_is_of_the_same_body() -> None:
    rows = read(
        "Hội nghị thông qua Nghị quyết của Tỉnh ủy Hà Nam về nhiệm vụ năm 2024; Nghị quyết về tăng cường bảo vệ môi trường "
        "đến năm 2030. Chủ tịch HĐND tỉnh Hà Nam Lê Văn An dự."
    )
    assert [row[2] for row in rows] == ["Tỉnh ủy Hà Nam"] * 2


def test_a_number_alone_that_is_replaced_is_of_the_body_that_replaces_it() -> None:
    text = "Quốc hội đã thông qua Nghị quyết về cơ chế đặc thù cho thành phố Nam Hà, thay thế Nghị quyết 54 năm 2017."
    assert [d[2] for d in read(text)] == ["Quốc hội", "Quốc hội"]
