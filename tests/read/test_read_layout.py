"""Pages line by line: which blocks stay, of which kind, and what the lines tell beside the text."""

import pytest

from kg.model import BlockKind
from kg.read.bylines import byline, is_name
from kg.read.layout import arrange
from kg.read.lines import Known, Line, clean
from kg.read.plain import lines, record_lines

LEAD = (
    "Sáng 12/3, Huyện ủy Mẫu Sơn họp bàn việc xây dựng nông thôn mới; các xã báo cáo cách làm, nêu "
    "chỗ vướng và "
    "cùng nhau tìm lối ra cho năm tới."
)
NEXT = (
    "Qua hai năm, cả huyện đã có thêm bốn xã đạt chuẩn, thu nhập của người dân tăng gần một phần ba, "
    "đường làng ngõ "
    "xóm sạch đẹp hơn và trường học nào cũng được sửa sang lại."
)
LAST = (
    "Huyện ủy giao các chi bộ bám sát từng hộ còn khó khăn, tính kỹ nguồn lực, không chạy theo thành tích "
    "và báo cáo "
    "kết quả trước ngày 20 hằng tháng."
)
TITLE = "Mẫu Sơn bàn cách xây dựng nông thôn mới"


def read_page(*page: str) -> tuple[Known, list[tuple[str, str]]]:
    known, blocks = arrange(lines("\n".join(page)))
    return known, [(block.kind.value, block.text) for block in blocks]


def test_a_plain_article():
    known, blocks = read_page(TITLE, "", LEAD, "", "Nhìn lại hai năm", "", NEXT, "", LAST, "", "Thu Hà")
    assert blocks == [
        ("title", TITLE),
        ("lead", LEAD),
        ("heading", "Nhìn lại hai năm"),
        ("paragraph", NEXT),
        ("paragraph", LAST),
    ]
    assert known == Known(title=TITLE, author="Thu Hà")


@pytest.mark.parametrize(
    "furniture",
    [
        ["Đăng nhập", "Đăng nhập để trải nghiệm những tính năng mới", "Zalo"],
        ["Tất cả chuyên mục"],
        ["Trang chủ", "Chính trị", "Xây dựng Đảng"],
        ["Trang chủ > Chính trị > Xây dựng Đảng"],
        ["Chính trị - Xã hội Xây dựng Đảng"],
        ["Cơ quan của Đảng bộ tỉnh - Tiếng nói của chính quyền và nhân dân"],
        ["Quảng cáo", "Facebook Zalo In bài viết"],
    ],
)
def test_what_stands_above_the_title_is_no_text(furniture):
    known, blocks = read_page(*furniture, TITLE, LEAD, NEXT)
    assert known.title == TITLE
    assert [kind for kind, _ in blocks] == ["title", "lead", "paragraph"]


@pytest.mark.parametrize(
    "furniture",
    [
        ["Liên kết website", "Ý kiến ()"],
        ["CÓ THỂ BẠN QUAN TÂM", "Ý kiến bình luận", "Email", "/", "Xác thực"],
        [
            "Thời tiết",
            "",
            "Tỷ giá ngoại tệ",
            "Thống kê truy cập",
            "Đang online 12 Tổng lượt truy cập 3456",
        ],
        ["Trả lời", "Email của bạn sẽ không được hiển thị công khai."],
        ["Tin liên quan", "Bí thư Huyện ủy tiếp dân", "Chủ tịch UBND huyện thăm công trường"],
        ["Từ khóa: nông thôn mới, Mẫu Sơn", "Lượt xem: 1.204", "Chia sẻ"],
        ["Cơ quan chủ quản: Tỉnh ủy", "Giấy phép số: 12/GP", "© Bản quyền"],
        ["Bình luận (2)", "Bài viết rất hay.", "Cảm ơn tác giả."],
        ["Xem thêm: Huyện bên cạnh cũng họp", ">> Chùm ảnh: Ngày hội ở bản"],
    ],
)
def test_what_stands_below_the_byline_is_no_text(furniture):
    known, blocks = read_page(TITLE, LEAD, NEXT, LAST, "Thu Hà", *furniture)
    assert [kind for kind, _ in blocks] == ["title", "lead", "paragraph", "paragraph"]
    assert known.author == "Thu Hà"


def test_related_articles_in_the_middle_end_at_the_next_paragraph():
    _, blocks = read_page(
        TITLE, LEAD, "Tin liên quan", "Bí thư Huyện ủy tiếp dân", "Họp báo tháng ba", NEXT, LAST
    )
    assert [text for _, text in blocks] == [TITLE, LEAD, NEXT, LAST]


def test_furniture_stuck_to_the_byline():
    known, blocks = read_page(TITLE, LEAD, NEXT, "Mạnh TrườngTất cả chuyên mục")
    assert known.author == "Mạnh Trường"
    assert len(blocks) == 3


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Thứ 3, 24/05/2022 | 09:02:45 [GMT +7] A A", "2022-05-24"),
        ("Thứ ba, 16/05/2023 19:36", "2023-05-16"),
        ("Cập nhật lúc: 14:30, 20-5-2022", "2022-05-20"),
        ("14h30 ngày 20 tháng 5 năm 2022", "2022-05-20"),
        ("Chính trị - 20.5.2022", "2022-05-20"),
        ("Đăng ngày 2022-05-20", "2022-05-20"),
        ("Chủ nhật, 32/05/2022 09:00", None),
        ("Năm 2022", None),
    ],
)
def test_a_date_under_the_title_is_the_articles(line, published):
    known, _ = read_page(TITLE, line, LEAD, NEXT)
    assert known.published == published
    assert known.page_clock is None


@pytest.mark.parametrize(
    ("line", "published"),
    [("Thứ ba, 16/05/2023 19:36", "2023-05-16"), ("Cập nhật lúc 14:30, 20-5-2022", "2022-05-20"), ("Bản Nà Lom", None)],
)
def test_a_date_alone_under_the_lead_is_the_articles(line, published):
    known, blocks = read_page(TITLE, LEAD, line, NEXT, LAST)
    assert known.published == published
    assert (line in [text for _, text in blocks]) is (published is None)


def test_a_date_above_the_title_is_the_pages_clock():
    known, blocks = read_page("Tất cả chuyên mục", "Thứ Hai, 25/11/2024 21:16 (GMT +7)", TITLE, LEAD, NEXT)
    assert known.published is None
    assert known.page_clock == "2024-11-25T21:16:00+07:00"
    assert blocks[0] == ("title", TITLE)


@pytest.mark.parametrize(
    ("told", "published"), [("25/11", "2024-11-25"), ("24-11", "2024-11-24"), ("2/12", None)]
)
def test_a_date_above_the_title_counts_when_the_lead_tells_of_that_day(told, published):
    lead = (
        f"Ngày {told}, Tỉnh ủy tổ chức hội nghị triển khai công tác cán bộ cho các cơ quan trong toàn tỉnh."
    )
    known, _ = read_page("Trang chủ > Chính trị", "Thứ Hai, 25/11/2024 21:16", TITLE, lead, NEXT)
    assert known.published == (published and "2024-11-25")


def test_both_dates():
    known, _ = read_page("Thứ Hai, 25/11/2024 21:16 (GMT +7)", TITLE, "Thứ 3, 24/05/2022 | 09:02", LEAD, NEXT)
    assert (known.published, known.page_clock) == ("2022-05-24", "2024-11-25T21:16:00+07:00")


def test_a_cue_makes_a_date_above_the_title_the_articles_own():
    known, _ = read_page("Cập nhật lúc 09:00, 24/05/2022", TITLE, LEAD, NEXT)
    assert (known.published, known.page_clock) == ("2022-05-24", None)


def test_a_date_below_the_byline():
    known, _ = read_page(TITLE, LEAD, NEXT, "Thu Hà", "24/05/2022 09:02")
    assert (known.author, known.published) == ("Thu Hà", "2022-05-24")


def test_name_and_date_under_the_title():
    known, _ = read_page(TITLE, "Thu Hà - 24/05/2022 09:02", LEAD, NEXT)
    assert (known.author, known.published) == ("Thu Hà", "2022-05-24")


def test_how_long_ago_a_page_says_that_it_appeared_is_not_the_title():
    known, blocks = read_page(TITLE, "5 giờ trước Bài gốc", "12/3/2024", LEAD, NEXT)
    assert known == Known(title=TITLE, published="2024-03-12")
    assert [text for _, text in blocks] == [TITLE, LEAD, NEXT]


def test_the_number_of_a_paper_above_its_day_is_not_the_title():
    known, blocks = read_page(TITLE, "Số: 47/KH-UBND", "Mẫu Sơn, ngày 9 tháng 3 năm 2021", LEAD)
    assert (known.title, known.published) == (TITLE, "2021-03-09")
    assert blocks[1] == ("heading", "Số: 47/KH-UBND")


def test_a_kicker_above_a_dated_title_is_not_the_title():
    known, _ = read_page("Hướng tới đại hội đảng bộ các cấp", TITLE, "Thứ 3, 24/05/2022", LEAD, NEXT)
    assert known.title == TITLE


@pytest.mark.parametrize(
    "caption",
    [
        "Quang cảnh buổi làm việc.",
        "Một tiết mục văn nghệ chào mừng...",
        "Đồng chí Nguyễn Văn An, Phó Bí thư Thường trực Huyện ủy, phát biểu tại hội nghị.",
        "Bí thư Huyện ủy Trần Thị Bình phát biểu kết luận tại hội nghị.",
        "Các xã trưng bày sản vật bên lề hội nghị. Ảnh: Thu Hà",
        "Trong ảnh: Người dân bản Mẫu làm đường.",
        "Nhờ cách làm linh hoạt, kinh tế - xã hội sáu tháng đầu năm của huyện đạt nhiều kết quả khả quan",
        "Ông Nguyễn Văn An",
    ],
)
def test_captions_between_paragraphs(caption):
    _, blocks = read_page(TITLE, LEAD, caption, NEXT, LAST)
    assert blocks[2] == ("caption", caption)


@pytest.mark.parametrize("opening", ["Ngày 19/4", "* Ngày 19/4", "* Cùng ngày"])
def test_a_short_sentence_that_opens_with_a_day_tells_the_news(opening):
    told = f"{opening}, Ban Thường vụ Tỉnh ủy Hà Nam tổ chức lễ trao quyết định phân công cán bộ."
    _, blocks = read_page(TITLE, LEAD, told, NEXT, LAST)
    assert blocks[2] == ("paragraph", told)


def test_a_line_told_twice_is_one_caption():
    line = "Đường về bản đã rải nhựa phẳng lì."
    _, blocks = read_page(TITLE, LEAD, line, line, NEXT)
    assert blocks == [("title", TITLE), ("lead", LEAD), ("caption", line), ("paragraph", NEXT)]


def test_a_credit_on_its_own_line_joins_its_caption():
    _, blocks = read_page(TITLE, LEAD, "Đường về bản đã rải nhựa phẳng lì.", "Ảnh: Thu Hà", NEXT)
    assert blocks[2] == ("caption", "Đường về bản đã rải nhựa phẳng lì. Ảnh: Thu Hà")


@pytest.mark.parametrize(
    "paragraph",
    [
        "Phát biểu tại hội nghị, đồng chí Bí thư Huyện ủy biểu dương bốn xã về đích sớm.",
        "Kết luận hội nghị, ông Nguyễn Văn An yêu cầu các xã rà soát lại từng tiêu chí.",
        "Nhiệm vụ đặt ra gồm:",
        "- Rà soát từng tiêu chí;",
        "Huyện giao 12 chỉ tiêu cho các xã.",
    ],
)
def test_short_paragraphs_stay_paragraphs(paragraph):
    _, blocks = read_page(TITLE, LEAD, paragraph, NEXT)
    assert blocks[2] == ("paragraph", paragraph)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Thu Hà", "Thu Hà"),
        ("THU THẢO – VĂN DŨNG", "THU THẢO – VĂN DŨNG"),
        ("Nhóm PV", "Nhóm PV"),
        ("Bài và ảnh: Thu Hà", "Thu Hà"),
        ("Tin, ảnh: Thu Hà - Minh Anh", "Thu Hà - Minh Anh"),
        ("Hải Vân (tổng hợp)", "Hải Vân"),
        ("H.Y (t/h)", "H.Y"),
        ("PV: Hằng", "Hằng"),
        ("Thu Hà và Minh Anh", "Thu Hà và Minh Anh"),
        ("(Thu Hà)", "Thu Hà"),
    ],
)
def test_bylines(line, author):
    found = byline(line)
    assert found is not None
    assert found.author == author


@pytest.mark.parametrize(
    ("line", "paper"),
    [
        ("Theo Báo Bình Dương Online", "Báo Bình Dương Online"),
        ("(Theo TTXVN)", "TTXVN"),
        ("Nguồn: Báo Quảng Ninh", "Báo Quảng Ninh"),
        ("Nguồn: baoquangninh.vn", "baoquangninh.vn"),
        ("Thu Hà (Theo Báo Nhân Dân)", "Báo Nhân Dân"),
    ],
)
def test_sources(line, paper):
    found = byline(line)
    assert found is not None
    assert found.republished_from == paper


@pytest.mark.parametrize(
    "line",
    [
        "Theo ông An, huyện sẽ về đích sớm.",
        "Huyện Mẫu Sơn đi trước",
        "Ảnh: Thu Hà",
        "Ông Nguyễn Văn An",
        "Năm 2022",
        "Đồng chí Trần Thị Bình",
        "",
    ],
)
def test_no_bylines(line):
    assert byline(line) is None


def test_author_and_source_below_each_other():
    known, blocks = read_page(
        TITLE, LEAD, NEXT, "THU THẢO – VĂN DŨNG", "Theo Báo Bình Dương Online", "Trả lời"
    )
    assert (known.author, known.republished_from) == ("THU THẢO – VĂN DŨNG", "Báo Bình Dương Online")
    assert len(blocks) == 3


@pytest.mark.parametrize(
    ("sign", "publisher"),
    [("(ĐCSVN) - ", "ĐCSVN"), ("(Chinhphu.vn) – ", "Chinhphu.vn"), ("(VTV) - ", "VTV"), ("", None)],
)
def test_the_sign_of_an_agency_names_the_publisher_and_stays(sign, publisher):
    known, blocks = read_page(TITLE, sign + LEAD, NEXT)
    assert known.publisher == publisher
    assert blocks[1] == ("lead", sign + LEAD)


@pytest.mark.parametrize(
    ("sign", "publisher"),
    [
        ("BHG - ", "Báo Hà Giang"),
        ("LSO – ", "Báo Lạng Sơn"),
        ("(ABO) ", "Báo Ấp Bắc, Tiền Giang"),
        ("(LĐ online) - ", "Báo Lâm Đồng"),
    ],
)
def test_the_sign_of_a_local_paper_gives_its_name(sign, publisher):
    known, blocks = read_page(TITLE, sign + LEAD, NEXT)
    assert known.publisher == publisher
    assert blocks[1] == ("lead", sign + LEAD)


def test_what_metadata_know_wins_over_the_lines():
    given = Known(title="Tên khác", author="Tòa soạn", publisher="Báo Mẫu", published="2022-05")
    known, blocks = arrange(lines(f"Zalo\n(ĐCSVN) - {LEAD}\n{NEXT}\nThu Hà"), given)
    assert known == given
    assert blocks[0].text == "Tên khác"


def test_a_page_without_title():
    known, blocks = read_page(LEAD, NEXT)
    assert known.title is None
    assert [kind for kind, _ in blocks] == ["lead", "paragraph"]


def test_hard_wrapped_paragraphs_are_put_together():
    words = f"{NEXT} {LAST}".split()
    rows, row = [], ""
    for word in words:
        if len(row) + len(word) > 70:
            rows.append(row)
            row = ""
        row = f"{row} {word}".strip()
    wrapped = "\n".join([*rows, row])
    _, blocks = arrange(lines(f"{TITLE}\n\n{wrapped}\n\n{wrapped.upper()}"))
    assert [block.text for block in blocks][:2] == [TITLE, f"{NEXT} {LAST}"]


def test_records_put_sentences_together_and_keep_captions_apart():
    sentences = [
        "Huyện họp ba buổi.",
        "Đường về bản đã rải nhựa.",
        "Ông An nói ở TP. Mẫu rằng dân đồng lòng.",
    ]
    text = "\n".join(
        [LEAD, "", *sentences, "Việc còn lại", "Còn hai xã chưa đạt.", "Thu Hà", "", sentences[1]]
    )
    known, found = record_lines(text)
    assert known.author == "Thu Hà"
    assert found == [
        Line(LEAD, BlockKind.LEAD),
        Line(f"{sentences[0]} {sentences[2]}", BlockKind.PARAGRAPH),
        Line("Việc còn lại"),
        Line("Còn hai xã chưa đạt.", BlockKind.PARAGRAPH),
        Line(sentences[1], BlockKind.CAPTION),
    ]


def test_records_in_another_layout_are_read_like_pages():
    assert record_lines(f"{LEAD}\n{NEXT}\n{LAST}") == (Known(), [Line(LEAD), Line(NEXT), Line(LAST)])


def test_clean_composes_and_joins():
    assert clean("\ufeff Đa\u0309ng\u00a0\u00a0bộ ") == "Đảng bộ"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thu Hà", True),
        ("Thu hà", False),
        ("Zalo", False),
        ("", False),
        ("V. Hà", True),
        ("II. VĂN HÓA", False),
        ("IV. XÃ HỘI", False),
    ],
)
def test_is_name(text, expected):
    assert is_name(text) is expected


def test_a_list_of_officials_at_the_end_is_kept():
    rows = ["1. Đồng chí Nguyễn Văn An, Bí thư Huyện ủy", "2. Đồng chí Trần Thị Bình, Phó Bí thư Huyện ủy"]
    known, blocks = read_page(TITLE, LEAD, "Danh sách gồm:", *rows, "Tin, ảnh: Thu Hà", "Bình luận")
    assert [text for _, text in blocks[-2:]] == rows
    assert known.author == "Thu Hà"


def test_numbered_rows_of_a_table_at_the_end_are_kept():
    rows = ["1 | Ông Nguyễn Văn An, Bí thư Huyện ủy | 40 phiếu |", "2 | Bà Trần Thị Bình, Phó Bí thư | 38 phiếu |"]
    _, blocks = read_page(TITLE, LEAD, "STT | Họ tên | Số phiếu |", *rows, "Trang chủ | Liên hệ | RSS")
    assert [text for _, text in blocks[-2:]] == rows


def test_a_numbered_heading():
    _, blocks = read_page(TITLE, LEAD, "1. Về xây dựng Đảng", NEXT)
    assert blocks[2] == ("heading", "1. Về xây dựng Đảng")


@pytest.mark.parametrize(
    "head",
    [
        ("VĂN BẢN CHỈ ĐẠO", "Trang chủ / Tin tức", TITLE, "Cỡ chữ: A+ A-", "Đăng ngày: 12-07-2023 16:20"),
        ("BÁO MẪU SƠN ONLINE", "Chính trị", TITLE, "THU HÀ", "12/07/2023 07:05"),
        ("Chính trị", TITLE, "12/07/2023 07:05"),
        ("ĐẢNG BỘ KHỐI CÁC CƠ QUAN TỈNH MẪU", "Thứ 6, ngày 22/11/2024", "Trang chủ", TITLE, "12/07/2023 09:00"),
    ],
)
def test_tools_and_the_author_may_stand_between_a_title_and_its_date(head):
    known, _ = arrange(map(Line, (*head, LEAD)))
    assert (known.title, known.published) == (TITLE, "2023-07-12")


def test_the_papers_name_above_the_title_is_the_publisher():
    known, _ = read_page("Báo Mẫu Sơn", "Trang chủ", TITLE, "Thứ 3, 24/05/2022", LEAD, NEXT)
    assert (known.title, known.publisher) == (TITLE, "Báo Mẫu Sơn")


def test_author_stuck_to_the_date():
    known, _ = read_page(TITLE, "Thu Hà14/10/2020 07:00", LEAD, NEXT)
    assert (known.author, known.published) == ("Thu Hà", "2020-10-14")
