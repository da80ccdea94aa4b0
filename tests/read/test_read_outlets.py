"""The outlet of an article, by what its page says of itself."""

import pytest

from kg.model import BlockKind
from kg.read.bylines import byline
from kg.read.layout import arrange
from kg.read.lines import Line
from kg.read.outlets import Outlet, outlet, parted

TITLE = "Hội nghị cán bộ chủ chốt bàn nhiệm vụ năm mới"
DATE = "09/01/2023"
TEXT = (
    "Sáng nay, Tỉnh ủy tổ chức hội nghị cán bộ chủ chốt để nghe báo cáo kết quả công tác năm qua và bàn nhiệm vụ của năm mới, "
    "trong đó có công tác kiểm tra, giám sát và kết nạp đảng viên ở các chi bộ trực thuộc."
)


def page(*lines: str):
    return arrange(map(Line, lines))


@pytest.mark.parametrize(
    ("lines", "publisher"),
    [
        (("BÁO THÁI BÌNH ĐIỆN TỬ", TITLE, DATE, TEXT), "BÁO THÁI BÌNH ĐIỆN TỬ"),
        (
            ("Trang thông tin điện tử Đảng bộ tỉnh Hòa Bình", TITLE, DATE, TEXT),
            "Trang thông tin điện tử Đảng bộ tỉnh Hòa Bình",
        ),
        (
            ("Trang thông tin điện tử Ban Tuyên giáo và Dân vận Tỉnh ủy Lai Châu", TITLE, DATE, TEXT),
            "Trang thông tin điện tử Ban Tuyên giáo và Dân vận Tỉnh ủy Lai Châu",
        ),
        (
            (TITLE, DATE, "Trang tin điện tử xã Hòa An, huyện Chợ Mới, tỉnh An Giang", TEXT),
            "Trang tin điện tử xã Hòa An, huyện Chợ Mới, tỉnh An Giang",
        ),
        (
            (TITLE, DATE, "Trang tin điện tử Ủy ban Kiểm tra Tỉnh ủy Hưng Yên", TEXT),
            "Trang tin điện tử Ủy ban Kiểm tra Tỉnh ủy Hưng Yên",
        ),
        (("ĐẢNG BỘ HUYỆN HẢI HẬU", "TRANG CHỦ", TITLE, DATE, TEXT), "ĐẢNG BỘ HUYỆN HẢI HẬU"),
        (("Thứ ba, 24/05/2022 | Báo Quảng Ninh", TITLE, TEXT), "Báo Quảng Ninh"),
        ((TITLE, "Báo Phú Yên - 09/01/2023 08:00", TEXT), "Báo Phú Yên"),
        ((TITLE, "Báo Phú Yên", TEXT), "Báo Phú Yên"),
        ((f"{TITLE} - Báo Nghệ An", DATE, TEXT), "Báo Nghệ An"),
        ((f"{TITLE} | Đảng bộ huyện Mê Linh", DATE, TEXT), "Đảng bộ huyện Mê Linh"),
        ((TITLE, DATE, TEXT, "Bản quyền thuộc về Báo Bắc Ninh", "Tổng Biên tập: Lê Văn An"), "Báo Bắc Ninh"),
        ((TITLE, DATE, TEXT, "Cơ quan chủ quản: Tỉnh ủy Lào Cai"), "Tỉnh ủy Lào Cai"),
        ((TITLE, DATE, TEXT, "© 2023 Báo Sơn La. All rights reserved."), "Báo Sơn La"),
        ((TITLE, DATE, TEXT, "Copyright © 2019 by Báo Hậu Giang"), "Báo Hậu Giang"),
        ((TITLE, DATE, TEXT, "Lê Văn An", "ỦY BAN NHÂN DÂN HUYỆN SÓC SƠN"), "ỦY BAN NHÂN DÂN HUYỆN SÓC SƠN"),
    ],
)
def test_what_a_page_says_of_itself_is_the_publisher(lines, publisher):
    known, blocks = page(*lines)
    assert (known.title, known.publisher) == (TITLE, publisher)
    assert [block.text for block in blocks] == [TITLE, TEXT]


@pytest.mark.parametrize(
    "foot",
    [
        ("Liên kết website", "Báo Nhân Dân", "Báo Quảng Ninh", "Báo Hà Nội Mới"),
        ("Tin liên quan", "Báo Hải Dương tổ chức hội nghị cộng tác viên"),
        ("Giấy phép số 12/GP-BTTTT",),
        ("Từ khóa:", "Tỉnh ủy Quảng Nam"),
        ("Bản quyền đã được bảo hộ",),
    ],
)
def test_what_is_said_of_others_is_not(foot):
    known, blocks = page(TITLE, DATE, TEXT, *foot)
    assert known.publisher is None
    assert [block.text for block in blocks] == [TITLE, TEXT]


def test_a_report_is_no_paper():
    known, blocks = page("Báo cáo kết quả công tác năm 2022", DATE, TEXT)
    assert (known.title, known.publisher) == ("Báo cáo kết quả công tác năm 2022", None)
    assert blocks[0].kind is BlockKind.TITLE


def test_the_address_of_a_page():
    known, _ = page("https://baotuyenquang.com.vn/chinh-tri/1.html", TITLE, DATE, TEXT)
    assert (known.title, known.url) == (TITLE, "https://baotuyenquang.com.vn/chinh-tri/1.html")


@pytest.mark.parametrize(
    ("line", "author", "paper"),
    [
        ("(Theo Báo Quảng Ninh điện tử)", None, "Báo Quảng Ninh điện tử"),
        ("Tác giả: Lê Nam (Báo Hà Tĩnh)", "Lê Nam", "Báo Hà Tĩnh"),
        ("BBT (Nguồn: Cổng TTĐT tỉnh Gia Lai)", "BBT", "Cổng TTĐT tỉnh Gia Lai"),
        ("Hà My - Đài PT-TH Đắk Lắk", "Hà My", "Đài PT-TH Đắk Lắk"),
        (
            "Thu Hà (Trung tâm Truyền thông và Văn hóa huyện Đầm Hà)",
            "Thu Hà",
            "Trung tâm Truyền thông và Văn hóa huyện Đầm Hà",
        ),
        ("Nguồn tin: Đài Truyền thanh huyện Hải Hậu", None, "Đài Truyền thanh huyện Hải Hậu"),
        ("Tác giả bài viết: Hoàng Long", "Hoàng Long", None),
        ("Cổng thông tin điện tử tỉnh Lai Châu", None, "Cổng thông tin điện tử tỉnh Lai Châu"),
        ("Hà My - Thu Hà", "Hà My - Thu Hà", None),
        ("Thu Hà (CTV)", "Thu Hà", None),
        ("Đài Trang", "Đài Trang", None),
    ],
)
def test_a_byline_and_the_paper_behind_it(line, author, paper):
    found = byline(line)
    assert found is not None
    assert (found.author, found.republished_from) == (author, paper)


def test_a_title_that_ends_with_a_dash_and_no_outlet_stays():
    assert parted("Nông thôn mới ở Mẫu Sơn - Cách làm hay") == ("Nông thôn mới ở Mẫu Sơn - Cách làm hay", None)


def test_what_stands_behind_a_title_that_is_told_again_is_the_outlet():
    known, blocks = page(f"{TITLE} - Tin Mẫu Online", DATE, TITLE, TEXT)
    assert (known.title, known.publisher) == (TITLE, "Tin Mẫu Online")
    assert [block.text for block in blocks] == [TITLE, TEXT]


def test_lines_without_a_word_are_no_text():
    _, blocks = page(TITLE, DATE, "0:00/0:00", "100%", "Nữ miền Bắc", TEXT)
    assert [block.text for block in blocks] == [TITLE, TEXT]


def test_nothing_around_an_article_tells_nothing():
    assert outlet(()) == Outlet()
