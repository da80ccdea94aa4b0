"""Documents: the day on which a session passed them or somebody issued them, and who did."""

from __future__ import annotations

import pytest

from kg import pipeline
from kg.lexicon import lexicon
from kg.relate.documents import documents
from tests.reading import article

Found = list[tuple[str, str, str | None]]


def read(*paragraphs: str, **fields: str) -> Found:
    """Number or title, issuer and date of every document."""
    seen = pipeline.scan(article(*paragraphs, **fields), lexicon())
    return [
        (d.number or d.subject or "", d.issuer.label.strip() if d.issuer else "", d.date)
        for d in documents(seen, lexicon())
    ]


COUNCIL = "Hội đồng nhân dân huyện Vụ Bản"
OPENING = "Sáng 8/9/2022, HĐND huyện Vụ Bản tổ chức kỳ họp chuyên đề."
PASSED: list[tuple[str, Found]] = [
    # the session passes, its delegates do, or nobody who is named
    (
        "Kỳ họp tập trung thảo luận, thống nhất thông qua 2 nghị quyết gồm: Phân bổ vốn sự nghiệp năm 2022; Bổ sung kế hoạch đầu tư công năm 2022.",
        [
            ("Nghị quyết phân bổ vốn sự nghiệp năm 2022", COUNCIL, "2022-09-08"),
            ("Nghị quyết bổ sung kế hoạch đầu tư công năm 2022", COUNCIL, "2022-09-08"),
        ],
    ),
    (
        "Các đại biểu thảo luận và thông qua Nghị quyết về đặt tên một số tuyến đường trong thị trấn.",
        [("Nghị quyết về đặt tên một số tuyến đường trong thị trấn", COUNCIL, "2022-09-08")],
    ),
    (
        "Thông qua dự thảo nghị quyết về việc tán thành chủ trương nhập hai xã.",
        [("Nghị quyết về việc tán thành chủ trương nhập hai xã", COUNCIL, "2022-09-08")],
    ),
    (
        "Bên cạnh đó, HĐND huyện Vụ Bản thông qua Nghị quyết số 17/NQ-HĐND về chương trình giám sát năm 2023.",
        [("17/NQ-HĐND", COUNCIL, "2022-09-08")],
    ),
    (
        "Trước đó, HĐND huyện Vụ Bản thông qua Nghị quyết số 7/NQ-HĐND về chương trình giám sát năm 2022.",
        [("7/NQ-HĐND", COUNCIL, None)],
    ),
    # not what is to be passed, or only put before it
    (
        "Kỳ họp sẽ thông qua Nghị quyết về đặt tên một số tuyến đường trong thị trấn.",
        [("Nghị quyết về đặt tên một số tuyến đường trong thị trấn", COUNCIL, None)],
    ),
    (
        "Các đại biểu nghe UBND huyện trình kỳ họp thông qua Nghị quyết về đặt tên một số tuyến đường trong thị trấn.",
        [("Nghị quyết về đặt tên một số tuyến đường trong thị trấn", COUNCIL, None)],
    ),
    # what is approved
    (
        "Các đại biểu đã biểu quyết thông qua Nghị quyết phê chuẩn điều chỉnh dự toán thu, chi ngân sách huyện.",
        [("Nghị quyết phê chuẩn điều chỉnh dự toán thu, chi ngân sách huyện", COUNCIL, "2022-09-08")],
    ),
    # by the letters for the word
    (
        "HĐND huyện đã thông qua 2 nghị quyết (NQ) quan trọng. Trong đó có NQ về đổi tên tổ dân phố Đông; NQ điều chỉnh kế hoạch đầu tư công năm 2022.",
        [
            ("Nghị quyết về đổi tên tổ dân phố Đông", COUNCIL, "2022-09-08"),
            ("Nghị quyết điều chỉnh kế hoạch đầu tư công năm 2022", COUNCIL, "2022-09-08"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "found"), PASSED)
def test_what_a_session_passed(text: str, found: Found) -> None:
    assert read(OPENING, text, published="2022-09-09") == found


def test_a_session_to_come_has_passed_nothing_yet() -> None:
    opening = "Sáng 8/9/2022, HĐND huyện Vụ Bản sẽ tổ chức kỳ họp chuyên đề."
    text = "Kỳ họp thông qua Nghị quyết về đặt tên một số tuyến đường trong thị trấn."
    assert [row[2] for row in read(opening, text, published="2022-09-01")] == [None]


def test_a_session_that_was_only_opened_has_passed_nothing_yet() -> None:
    opening = "Sáng 8/9/2022, HĐND huyện Vụ Bản khai mạc kỳ họp thứ 5."
    text = "Tại kỳ họp, các đại biểu xem xét, thông qua Nghị quyết về đặt tên một số tuyến đường trong thị trấn."
    assert [row[2] for row in read(opening, text, published="2022-09-09")] == [None]


def test_a_number_passed_at_no_session_that_is_told_has_no_day() -> None:
    opening = "Sáng 18/10/2024, Huyện ủy Vụ Bản tổ chức hội nghị sơ kết Nghị quyết số 11-NQ/TU."
    text = "HĐND huyện Vụ Bản cũng thông qua Nghị quyết số 62/NQ-HĐND về hỗ trợ người nuôi cá."
    assert read(opening, text, published="2024-10-18")[1] == ("62/NQ-HĐND", COUNCIL, None)


TOLD: list[tuple[str, Found]] = [
    # the head of an office makes known what others decided, who may be told before
    (
        "Đồng chí Lê Văn An, Phó Trưởng Ban Tổ chức Huyện ủy Vụ Bản đã công bố: Quyết định số 119 về điều động cán bộ.",
        [("119", "", None)],
    ),
    (
        "Ban Thường vụ Huyện ủy Vụ Bản công bố quyết định của Ban Thường vụ Huyện ủy. Ông Lê Văn An, Trưởng Ban Tổ chức Huyện ủy "
        "công bố Quyết định số 119 về điều động cán bộ. Huyện cũng thực hiện Quyết định số 12 về tiếp dân.",
        [("119", "Ban Thường vụ Huyện ủy", None), ("12", "", None)],
    ),
    (
        "Bà Vũ Thị Cúc đã công bố các quyết định của Ban Thường vụ Huyện ủy Vụ Bản: Quyết định số 11-QĐ/HU điều động cán bộ; Quyết định số 12-QĐ/HU "
        "chuẩn y cán bộ.",
        [("11-QĐ/HU", "Ban Thường vụ Huyện ủy Vụ Bản", None), ("12-QĐ/HU", "Ban Thường vụ Huyện ủy Vụ Bản", None)],
    ),
    (
        "Ông Lê Văn An, Giám đốc Sở Nội vụ tỉnh Nam Định công bố Quyết định số 77/QĐ-UBND về bổ nhiệm cán bộ.",
        [("77/QĐ-UBND", "Ủy ban nhân dân", None)],
    ),
    # who says something in a paper, who decides in the next sentence; not who only follows it
    (
        "Tại Kết luận số 45-KL/TW về công tác cựu chiến binh, Ban Bí thư yêu cầu các cấp ủy vào cuộc.",
        [("45-KL/TW", "Ban Bí thư Trung ương Đảng", None)],
    ),
    (
        "Tại Chỉ thị số 27-CT/TW ngày 3/4/2023, các cấp ủy được giao nhiều việc. Bộ Chính trị yêu cầu kiểm tra.",
        [("27-CT/TW", "", "2023-04-03")],
    ),
    (
        "Quyết định số 1508-QĐNS/TW được công bố sáng nay. Theo đó, Ban Bí thư quyết định điều động ông Lê Văn Quý.",
        [("1508-QĐNS/TW", "Ban Bí thư Trung ương Đảng", None)],
    ),
    # the day behind an agency in brackets, today, and between who signs and the verb; not a day of another thing
    (
        "(TTNH) Ngày 22/12/2024, Ban Bí thư ban hành Chỉ thị số 155-CT/TW về đón Tết.",
        [("155-CT/TW", "Ban Bí thư Trung ương Đảng", "2024-12-22")],
    ),
    (
        "Hôm nay 20/12/2024, Thủ tướng Lê Văn Quý đã ký ban hành Chỉ thị 148/CT-TTg về đón Tết.",
        [("148/CT-TTg", "Thủ tướng Chính phủ", "2024-12-20")],
    ),
    (
        "Thường trực Ban Bí thư Lê Văn Quý ngày 20/12/2024 đã ký ban hành Chỉ thị số 118-CT/TW của Ban Bí thư về an toàn giao thông.",
        [("118-CT/TW", "Ban Bí thư Trung ương Đảng", "2024-12-20")],
    ),
    (
        "Ông Lê Văn Quý ngày 20/12/2024 nói với báo chí rằng tỉnh đã ký ban hành Kế hoạch số 18/KH-UBND.",
        [("18/KH-UBND", "Ủy ban nhân dân tỉnh", None)],
    ),
    # what is only made known was issued by others
    ("Ban Chấp hành Trung ương công bố Quy định 96 về lấy phiếu tín nhiệm.", [("96", "", None)]),
    # whose signature it bears, and when
    (
        "Quy định số 117-QĐ/TW về xử lý đơn thư do Tổng Bí thư Lê Văn Quý ký ngày 18/8/2023 có hiệu lực ngay.",
        [("117-QĐ/TW", "", "2023-08-18")],
    ),
    (
        "Ngày 6/8/2018, đồng chí Lê Văn Quý - Bí thư Tỉnh ủy Nam Hà ký ban hành Kế hoạch của Ban Thường vụ Tỉnh ủy "
        "thực hiện Nghị quyết số 10-NQ/TW của Bộ Chính trị.",
        [
            (
                "Kế hoạch thực hiện Nghị quyết số 10-NQ/TW của Bộ Chính trị",
                "Ban Thường vụ Tỉnh ủy",
                "2018-08-06",
            ),
            ("10-NQ/TW", "Bộ Chính trị", None),
        ],
    ),
    # resolutions by the letters for the word
    (
        "Thực hiện NQ Đại hội Đảng bộ tỉnh Nam Hà lần thứ XI và NQ Trung ương 4 (khóa XIII), xã đạt nhiều kết quả.",
        [
            ("Nghị quyết Đại hội Đảng bộ tỉnh Nam Hà lần thứ XI", "Tỉnh ủy Nam Hà", None),
            ("Nghị quyết Trung ương 4 khóa XIII", "Ban Chấp hành Trung ương Đảng", None),
        ],
    ),
    ("Nhiều NQ chậm đi vào cuộc sống.", []),
    # a year behind a comma, with who issued, or of another clause
    (
        "Huyện thực hiện Nghị quyết số 46, năm 2017 của Ban Thường vụ Tỉnh ủy Nam Hà về giảm nghèo.",
        [("46", "Ban Thường vụ Tỉnh ủy Nam Hà", "2017")],
    ),
    ("Thực hiện Nghị quyết số 46, năm 2017 huyện xây 20 cầu.", [("46", "", None)]),
    # the whole day, told behind a year
    (
        "Quy định 18-QĐ/TW năm 2022 về kỷ luật tổ chức đảng do Ban Chấp hành Trung ương ban hành ngày 6/7/2022.",
        [("18-QĐ/TW", "Ban Chấp hành Trung ương Đảng", "2022-07-06")],
    ),
    # on the same day as what the sentence before tells
    (
        "Chiều 9/8/2021, Thanh tra tỉnh Nam Hà công bố Quyết định số 45/QĐ-TTr ngày 2/8/2021. Cùng ngày, UBND tỉnh Nam Hà có Công văn 412/UBND-NC.",
        [
            ("45/QĐ-TTr", "Thanh tra tỉnh Nam Hà", "2021-08-02"),
            ("412/UBND-NC", "Ủy ban nhân dân tỉnh Nam Hà", "2021-08-09"),
        ],
    ),
    (
        "Tỉnh Nam Hà đón 3 đoàn khách trong năm 2021. Cùng ngày, UBND tỉnh Nam Hà có Công văn 412/UBND-NC.",
        [("412/UBND-NC", "Ủy ban nhân dân tỉnh Nam Hà", None)],
    ),
    # what a list adds, with another symbol of the same body, behind a subject that names a document
    (
        "Ngày 8/11/2022, UBND tỉnh Nam Hà ban hành Chỉ thị số 9/CT-UBND về phòng, chống thiên tai; Công văn 814/UBND-VX về thi đua.",
        [
            ("9/CT-UBND", "Ủy ban nhân dân tỉnh Nam Hà", "2022-11-08"),
            ("814/UBND-VX", "Ủy ban nhân dân tỉnh Nam Hà", "2022-11-08"),
        ],
    ),
    (
        "Ban Thường vụ LĐLĐ tỉnh Nam Hà đã ban hành Kế hoạch số 27/KH-LĐLĐ về thực hiện Chỉ thị 5-CT/TW; Hướng dẫn số 15/HD-LĐLĐ về học tập.",
        [
            ("27/KH-LĐLĐ", "Ban Thường vụ Liên đoàn Lao động tỉnh Nam Hà", None),
            ("5-CT/TW", "", None),
            ("15/HD-LĐLĐ", "Ban Thường vụ Liên đoàn Lao động tỉnh Nam Hà", None),
        ],
    ),
    # a title before the decision by which it was approved
    (
        "UBND tỉnh Nam Hà đã phê duyệt Đề án phát triển nông nghiệp sạch giai đoạn 2016-2020 tại Quyết định số 12/QĐ-UBND.",
        [
            ("Đề án phát triển nông nghiệp sạch giai đoạn 2016-2020", "", None),
            ("12/QĐ-UBND", "Ủy ban nhân dân tỉnh Nam Hà", None),
        ],
    ),
    # what ``and`` adds to a standing committee's document of one day
    (
        "Ngày 12/8/2019, Ban Thường vụ Tỉnh ủy Nam Hà ban hành Quyết định số 18-QĐ/TU về thành lập và Quyết định số 29-QĐ/TU ban hành quy chế.",
        [
            ("18-QĐ/TU", "Ban Thường vụ Tỉnh ủy Nam Hà", "2019-08-12"),
            ("29-QĐ/TU", "Ban Thường vụ Tỉnh ủy Nam Hà", "2019-08-12"),
        ],
    ),
    # whose documents several are that a list names
    (
        "Đảng ủy xã Nam Hồng quán triệt 4 nghị quyết trụ cột của Bộ Chính trị, gồm: Nghị quyết 57, Nghị quyết 59, Nghị quyết 66 và Nghị quyết 68.",
        [(number, "Bộ Chính trị", None) for number in ("57", "59", "66", "68")],
    ),
    (
        "Hội triển khai nghị quyết chuyên đề của Ban Chấp hành Hội Phụ nữ tỉnh Nam Hà. Đại biểu học Nghị quyết số 4/NQ-BCH về tổ chức cơ sở.",
        [("4/NQ-BCH", "Ban Chấp hành Hội Liên hiệp Phụ nữ tỉnh Nam Hà", None)],
    ),
    (
        "Đoàn giám sát việc thực hiện các nghị quyết của HĐND tỉnh Nam Hà. Sau đó tỉnh sơ kết Nghị quyết 57.",
        [("57", "", None)],
    ),
    # rules with the term of the committee
    (
        "Căn cứ Quy chế làm việc của Ủy ban Kiểm tra Tỉnh ủy Nam Hà khóa XX, đoàn kiểm tra làm việc.",
        [("Quy chế làm việc của Ủy ban Kiểm tra Tỉnh ủy Nam Hà khóa XX", "Ủy ban Kiểm tra Tỉnh ủy Nam Hà", None)],
    ),
    # letters at the end of a number are no body
    (
        "Thông báo số 12/TB-UBKT của Ủy ban Kiểm tra Tỉnh ủy Nam Hà về kỷ luật.",
        [("12/TB-UBKT", "Ủy ban Kiểm tra Tỉnh ủy Nam Hà", None)],
    ),
    # bodies of the nation, and who acts behind them
    (
        "Theo Kế hoạch số 16/KH-HĐTĐKT của Hội đồng Thi đua - Khen thưởng Trung ương, UBND tỉnh Nam Hà ban hành Kế hoạch số 59/KH-UBND.",
        [
            ("16/KH-HĐTĐKT", "Hội đồng Thi đua - Khen thưởng Trung ương", None),
            ("59/KH-UBND", "Ủy ban nhân dân tỉnh Nam Hà", None),
        ],
    ),
    (
        "UBND tỉnh Nam Hà triển khai Kế hoạch số 50/KH-UBATGTQG của Ủy ban An toàn giao thông Quốc gia về Năm an toàn giao thông.",
        [("50/KH-UBATGTQG", "Ủy ban An toàn giao thông Quốc gia", None)],
    ),
    (
        "UBND tỉnh Nam Hà triển khai Công điện số 60/CĐ-BCĐ của Ban Chỉ đạo quốc gia phòng, chống dịch COVID-19.",
        [("60/CĐ-BCĐ", "Ban Chỉ đạo quốc gia phòng, chống dịch COVID-19", None)],
    ),
]


@pytest.mark.parametrize(("text", "found"), TOLD)
def test_who_issued_it_and_when(text: str, found: Found) -> None:
    assert read(text) == found


def test_a_headline_tells_the_plan_that_a_decision_approves() -> None:
    rows = read(
        "Ngày 19/9/2014, UBND tỉnh Nam Hà có Quyết định số 13/QĐ-UBND về việc phê duyệt Kế hoạch phát triển du lịch tỉnh Nam Hà đến năm 2020.",
        title="Kế hoạch phát triển du lịch tỉnh Nam Hà đến năm 2020",
    )
    assert [row[0] for row in rows] == ["13/QĐ-UBND"]
