"""Which meetings an article only counts among what was done, and which of several told side by side are one."""

from __future__ import annotations

import pytest

from tests.relate.test_events import label, read


def rows(*paragraphs: str) -> list[tuple[str, str | None, str]]:
    found = read(*paragraphs, published="2025-08-30")
    return [(e.type, e.date, "; ".join(map(label, e.organizers))) for e in found]


MAIN = ("hội nghị", "2025-08-20", "Đảng ủy xã An Lạc")
CONGRESS = ("đại hội", "2025-08-20", "Đảng ủy xã An Lạc")


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            (
                "Sáng 20/8, Đảng ủy xã An Lạc tổ chức hội nghị sơ kết công tác.",
                "Năm qua, Đảng ủy đã tổ chức thành công Đại hội Đảng bộ xã lần thứ I, nhiệm kỳ 2025-2030.",
            ),
            [MAIN],
        ),
        (
            (
                "Sáng 20/8, Đảng ủy xã An Lạc tổ chức hội nghị sơ kết công tác.",
                "Thời gian qua, Ủy ban nhân dân xã An Lạc tổ chức hội nghị đối thoại với thanh niên.",
            ),
            [MAIN],
        ),
        (
            (
                "Ngày 20/8, Đảng bộ xã An Lạc tổ chức Đại hội lần thứ I. Đại hội đã bầu 15 đồng chí vào Ban Chấp hành, "
                "bầu 8 đại biểu dự Đại hội Đảng bộ tỉnh Lào Cai lần thứ XVI.",
            ),
            [CONGRESS],
        ),
        (
            (
                "Ngày 20/8, Đảng bộ xã An Lạc tổ chức Đại hội lần thứ I. Đại hội cử đoàn đại biểu gồm 8 đồng chí tham dự "
                "Đại hội Đảng bộ tỉnh Lào Cai lần thứ XVI.",
            ),
            [CONGRESS],
        ),
        (
            (
                "Ngày 20/8, Đảng ủy xã An Lạc tổ chức hội nghị sơ kết công tác.",
                "Hội nghị thống nhất số lượng đại biểu chính thức tham dự Đại hội Đảng bộ tỉnh Lào Cai lần thứ XVI là 400 người.",
                "Phương án phân bổ đại biểu dự Đại hội Đảng bộ tỉnh Lào Cai lần thứ XVI được thông qua.",
            ),
            [MAIN],
        ),
        (
            (
                "Để chuẩn bị nội dung trình tại kỳ họp thứ 13, HĐND tỉnh Lào Cai, sáng 20/8, Đảng ủy xã An Lạc tổ chức "
                "hội nghị lấy ý kiến nhân dân.",
            ),
            [MAIN],
        ),
        (("Đảng bộ xã An Lạc tổ chức thành công Đại hội lần thứ I ngày 20/8, bầu 15 đồng chí vào Đảng ủy.",), [CONGRESS]),
        (("Ngày 20/8, với 150 đại biểu tham dự, Đại hội Đảng bộ xã An Lạc lần thứ I khai mạc.",), [CONGRESS]),
    ],
)
def test_what_was_done_before_or_comes_next_is_no_event(
    paragraphs: tuple[str, ...], expected: list[tuple[str, str | None, str]]
) -> None:
    assert rows(*paragraphs) == expected


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            (
                "Ngày 20/8, Đảng ủy xã An Lạc tổ chức hội nghị tổng kết công tác xây dựng Đảng.",
                "* Cùng ngày, Đảng ủy xã Củ Chi tổ chức Lễ trao tặng Huy hiệu Đảng.",
            ),
            [MAIN, ("lễ trao", "2025-08-20", "Đảng ủy xã Củ Chi")],
        ),
        (
            (
                "Sáng 20/8, Bí thư Tỉnh ủy Lào Cai Lê Văn Tư có buổi gặp gỡ với thanh niên.",
                "Cũng tại buổi gặp gỡ, Tỉnh đoàn Lào Cai tổ chức lễ tuyên dương 10 thanh niên.",
            ),
            [
                ("buổi gặp gỡ", "2025-08-20", "Tỉnh ủy Lào Cai"),
                ("lễ tuyên dương", "2025-08-20", "Tỉnh đoàn Lào Cai"),
            ],
        ),
        (
            (
                "Sáng 20/8, tại Phủ Chủ tịch, Chủ tịch nước Lê Văn Tư đã chủ trì lễ đón Tổng thống Hàn Quốc.",
                "Sau lễ đón, Chủ tịch nước Lê Văn Tư đã tiến hành hội đàm với Tổng thống Hàn Quốc.",
                "Cùng dự có Thủ tướng Chính phủ, Chủ tịch Quốc hội Việt Nam.",
            ),
            [("lễ đón", "2025-08-20", "Nhà nước"), ("hội đàm", "2025-08-20", "Nhà nước")],
        ),
        (
            (
                "Chiều 20/8, tại trụ sở Đảng ủy - HĐND - UBND xã An Lạc, Ủy ban MTTQ Việt Nam xã An Lạc tổ chức Hội nghị "
                "chuẩn bị cho Kỳ họp thứ sáu (kỳ họp thường lệ cuối năm 2025) HĐND xã.",
            ),
            [("hội nghị", "2025-08-20", "Ủy ban Mặt trận Tổ quốc Việt Nam xã An Lạc")],
        ),
        (
            ("Sáng 20/8, Ban Chỉ đạo phòng, chống dịch COVID-19 tỉnh Lào Cai họp.",),
            [("cuộc họp", "2025-08-20", "Ban Chỉ đạo phòng, chống dịch COVID-19 tỉnh Lào Cai")],
        ),
        (
            ("Ngày 20/8 UBND tỉnh Lào Cai tổ chức Lễ khánh thành Trường Mầm non An Lạc.",),
            [("lễ khánh thành", "2025-08-20", "Ủy ban nhân dân tỉnh Lào Cai")],
        ),
        (
            (
                "Ngày 20/8, Công đoàn Y tế Lào Cai tổ chức Đại hội lần thứ V, nhiệm kỳ 2025-2030.",
                "Trước đó, Đại hội Công đoàn Dệt may Lào Cai lần thứ III đã diễn ra ngày 18/8.",
            ),
            [
                ("đại hội", "2025-08-20", "Công đoàn Y tế Lào Cai"),
                ("đại hội", "2025-08-18", "Công đoàn Dệt may Lào Cai"),
            ],
        ),
    ],
)
def test_meetings_of_several_told_side_by_side(
    paragraphs: tuple[str, ...], expected: list[tuple[str, str | None, str]]
) -> None:
    assert rows(*paragraphs) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chiều 20/8, đoàn đại biểu tỉnh Hủa Phăn (Lào) đã đến chào xã giao lãnh đạo tỉnh Sơn La. Cùng tiếp có Bí thư Tỉnh ủy "
            "Sơn La, Chủ tịch UBND tỉnh Sơn La.",
            ("buổi tiếp", "2025-08-20", "tỉnh Sơn La"),
        ),
        (
            "Sáng 20/8, Phó Chủ tịch UBND tỉnh Sơn La Lê Văn Tư chủ trì giao ban với các sở, ngành về tiến độ thi công.",
            ("hội nghị giao ban", "2025-08-20", "Ủy ban nhân dân tỉnh Sơn La"),
        ),
        (
            "Ngày 20/8, khu dân cư bản Lướt, xã Mường Giôn (tỉnh Sơn La) tổ chức Ngày hội Đại đoàn kết toàn dân tộc. Dự ngày hội "
            "có Bí thư Tỉnh ủy Sơn La, Chủ tịch UBND xã Mường Giôn.",
            ("ngày hội đại đoàn kết", "2025-08-20", "xã Mường Giôn"),
        ),
        (
            "Chiều 20/8, Bí thư Tỉnh ủy Lào Cai Lê Văn Tư cùng đoàn công tác Tỉnh ủy đến dâng hoa, dâng hương tại nghĩa trang liệt sĩ.",
            ("lễ dâng hương", "2025-08-20", "Tỉnh ủy"),
        ),
        (
            "Tối 20/8, Bí thư Tỉnh ủy Lào Cai Lê Văn Tư dự sinh hoạt chi bộ định kỳ tại Chi bộ thôn Bản Vược. Phát biểu tại cuộc "
            "họp chi bộ, đồng chí ghi nhận các ý kiến.",
            ("buổi sinh hoạt", "2025-08-20", "Chi bộ thôn Bản Vược"),
        ),
        (
            "Sáng 20/8, Chi bộ Văn phòng Tỉnh ủy Lào Cai tổ chức sinh hoạt chuyên đề quý III. Bí thư Tỉnh ủy Lào Cai dự.",
            ("buổi sinh hoạt", "2025-08-20", "Chi bộ Văn phòng Tỉnh ủy Lào Cai"),
        ),
        (
            "Sáng 20/8, đại biểu Quốc hội tỉnh Lào Cai tiếp xúc cử tri. Tại cuộc tiếp xúc, cử tri Tỉnh ủy Lào Cai nêu ý kiến.",
            ("cuộc tiếp xúc", "2025-08-20", "Đoàn đại biểu Quốc hội"),
        ),
    ],
)
def test_kinds_of_gatherings(text: str, expected: tuple[str, str, str]) -> None:
    assert rows(text) == [expected]


def test_a_gathering_that_is_announced_is_not_held_yet() -> None:
    lead = "Theo kế hoạch, Bí thư Tỉnh ủy Lào Cai Lê Văn Tư sẽ có buổi gặp gỡ, đối thoại với thanh niên vào sáng 31-8-2025."
    aim = "Buổi gặp gỡ, đối thoại nhằm nắm tâm tư của thanh niên. Buổi gặp gỡ, đối thoại thể hiện sự quan tâm của Tỉnh ủy Lào Cai."
    assert rows(lead, aim) == []


@pytest.mark.parametrize(
    "text",
    [
        "Các cấp ủy viên thường xuyên dự sinh hoạt chi bộ ở cơ sở theo chỉ đạo của Tỉnh ủy Lào Cai, Huyện ủy Bát Xát.",
        "Thường trực HĐND tỉnh Lào Cai thay đổi thời gian tổ chức kỳ họp cuối năm của HĐND tỉnh, Tỉnh ủy Lào Cai cho biết.",
    ],
)
def test_habits_and_changed_days_are_no_events(text: str) -> None:
    assert rows(text) == []


def test_who_speaks_and_directs_there_orders_no_meeting() -> None:
    text = "Sáng 20/8, Bí thư Tỉnh ủy Lào Cai Lê Văn Tư dự và phát biểu chỉ đạo Hội nghị của Tỉnh đoàn Lào Cai."
    assert rows(text) == [("hội nghị", "2025-08-20", "Tỉnh đoàn Lào Cai")]


def test_the_text_calls_it_by_its_kind_rather_than_the_title() -> None:
    text = "Ngày 20/8, UBND huyện An Lão và Huyện đoàn An Lão tổ chức Hội nghị đối thoại với thanh niên năm 2025."
    found = read(text, title="An Lão tổ chức chương trình đối thoại với thanh niên", published="2025-08-30")
    assert [e.type for e in found] == ["hội nghị đối thoại"]


def test_a_caption_with_a_day_and_a_host_tells_of_a_meeting() -> None:
    lead = "Bí thư Thành ủy Hải Phòng Lê Văn Tư nêu cách làm với lãnh đạo quận Lê Chân và Quận ủy Lê Chân."
    caption = "Bí thư Thành ủy Hải Phòng Lê Văn Tư tại buổi làm việc với Ban Thường vụ Quận ủy Lê Chân sáng 14-3-Ảnh: Minh Tân"
    assert [(e.type, e.date) for e in read(lead, caption, published="2018-03-15")] == [("buổi làm việc", "2018-03-14")]
