"""Passages as provincial papers write them, made up, and the rows of one list that a reader takes from them."""

from __future__ import annotations

import pytest

from kg.model import Organization, Unit
from tests.reading import facts, posts, scan


def name(subject: Organization | Unit | None) -> str:
    if isinstance(subject, Unit):
        return subject.full_name
    return subject.label if subject is not None else ""


POSTS = [
    (
        "Thủ tướng ra quyết định cách chức Chủ tịch UBND tỉnh Khánh Hòa nhiệm kỳ 2016 - 2021 và xóa tư cách Phó Chủ"
        " tịch UBND tỉnh Khánh Hòa nhiệm kỳ 2011 - 2016 đối với ông Lưu Quốc Thịnh.",
        {
            ("Lưu Quốc Thịnh", "chủ tịch", "Ủy ban nhân dân tỉnh Khánh Hòa", "ended"),
            ("Lưu Quốc Thịnh", "phó chủ tịch", "Ủy ban nhân dân tỉnh Khánh Hòa", "former"),
        },
    ),
    (
        "Tỉnh ủy An Giang họp. Trung ương khai trừ 3 nguyên Bí thư Tỉnh ủy là các ông: Phạm Văn Vạn, Ngô Đức Lượng,"
        " Nguyễn Văn Khánh.",
        set(),
    ),
    (
        "Dự họp có ông Lê Bá Nam, Phó trưởng ban Ban Tổ chức T.Ư Đảng; bà Lê Thị Hoa, Ủy viên Ủy ban Kiểm tra Trung"
        " ương Đảng.",
        {
            ("Lê Bá Nam", "phó trưởng ban", "Ban Tổ chức Trung ương", "current"),
            ("Lê Thị Hoa", "ủy viên", "Ủy ban Kiểm tra Trung ương", "current"),
        },
    ),
    (
        "Phó Thủ tướng Đỗ Văn Khải cũng ký quyết định xóa tư cách chức vụ Chủ tịch UBND tỉnh Đồng Nai nhiệm kỳ"
        " 2011 - 2016 và nhiệm kỳ 2016 - 2021 đối với ông Lưu Quốc Thịnh.",
        {
            ("Đỗ Văn Khải", "phó thủ tướng", "Chính phủ", "current"),
            ("Lưu Quốc Thịnh", "chủ tịch", "Ủy ban nhân dân tỉnh Đồng Nai", "former"),
        },
    ),
    (
        "Thủ tướng quyết định xóa tư cách chức vụ Phó Chủ tịch UBND tỉnh Đồng Nai các nhiệm kỳ 2011 - 2016,"
        " 2016 - 2021 đối với bà Lê Thị Hoa.",
        {("Lê Thị Hoa", "phó chủ tịch", "Ủy ban nhân dân tỉnh Đồng Nai", "former")},
    ),
    (
        "Ủy ban Kiểm tra Trung ương họp kỳ 39 do Chủ nhiệm UBKT Trần Minh Tú chủ trì, xem xét kỷ luật Ban Thường"
        " vụ Tỉnh ủy Khánh Hòa.",
        {("Trần Minh Tú", "chủ nhiệm", "Ủy ban Kiểm tra Trung ương", "current")},
    ),
    (
        "Ông Trịnh Văn Quyết, nguyên Bí thư Đảng đoàn, nguyên Chủ tịch HĐND tỉnh, nguyên Bí thư Ban cán sự đảng,"
        " nguyên Chủ tịch UBND tỉnh Thanh Hóa, dự họp.",
        {
            ("Trịnh Văn Quyết", "bí thư", "Đảng đoàn Hội đồng nhân dân tỉnh Thanh Hóa", "former"),
            ("Trịnh Văn Quyết", "chủ tịch", "Hội đồng nhân dân tỉnh Thanh Hóa", "former"),
            ("Trịnh Văn Quyết", "bí thư", "Ban cán sự đảng Ủy ban nhân dân tỉnh Thanh Hóa", "former"),
            ("Trịnh Văn Quyết", "chủ tịch", "Ủy ban nhân dân tỉnh Thanh Hóa", "former"),
        },
    ),
    (
        "Ông Lê Bá Nam, Phó bí thư Đảng ủy P.Hạc Thành, được bầu làm Chủ tịch UBND P.Hạc Thành thay cho ông"
        " Nguyễn Văn Hòa đã được điều động giữ chức Bí thư Đảng ủy xã Đông Thành.",
        {
            ("Lê Bá Nam", "phó bí thư", "Đảng ủy phường Hạc Thành", "current"),
            ("Lê Bá Nam", "chủ tịch", "Ủy ban nhân dân phường Hạc Thành", "appointed"),
            ("Nguyễn Văn Hòa", "chủ tịch", "Ủy ban nhân dân phường Hạc Thành", "ended"),
            ("Nguyễn Văn Hòa", "bí thư", "Đảng ủy xã Đông Thành", "appointed"),
        },
    ),
    (
        "Trước khi thực hiện mô hình chính quyền hai cấp, bà Hoàng Thị Ngà là Phó Bí thư Quận ủy quận 1.",
        {("Hoàng Thị Ngà", "phó bí thư", "Quận ủy quận 1", "former")},
    ),
    (
        "Dự lễ có ông Phan Văn Định, Chủ tịch UBND huyện Bình Xuyên cũ.",
        {("Phan Văn Định", "chủ tịch", "Ủy ban nhân dân huyện Bình Xuyên", "former")},
    ),
    (
        "Việc này có trước khi ông Hồ Đức Thịnh làm Chủ tịch UBND thành phố Đà Nẵng.",
        {("Hồ Đức Thịnh", "chủ tịch", "Ủy ban nhân dân thành phố Đà Nẵng", "current")},
    ),
    (
        "Trước đó, khi đang đảm nhận chức vụ Giám đốc Sở Công Thương tỉnh Quảng Ngãi, tháng 9/2018, ông Trần"
        " Phước Lộc được điều động làm Chủ tịch UBND huyện Đức Phổ.",
        {
            ("Trần Phước Lộc", "giám đốc", "Sở Công Thương tỉnh Quảng Ngãi", "former"),
            ("Trần Phước Lộc", "chủ tịch", "Ủy ban nhân dân huyện Đức Phổ", "current"),
        },
    ),
    (
        "Đại hội đã bầu 36 đồng chí vào Ban Chấp hành Đảng bộ huyện Hà Trung. Đồng chí Trần Duy Khoa được bầu giữ"
        " chức Bí thư Huyện ủy Hà Trung.",
        {("Trần Duy Khoa", "bí thư", "Huyện ủy Hà Trung", "appointed")},
    ),
    (
        "Thiếu tướng Vũ Như Hải, Giám đốc Công an tỉnh Tây Ninh, được chỉ định giữ chức Bí thư Đảng ủy Công an tỉnh"
        " Tây Ninh.",
        {
            ("Vũ Như Hải", "giám đốc", "Công an tỉnh Tây Ninh", "current"),
            ("Vũ Như Hải", "bí thư", "Đảng ủy Công an tỉnh Tây Ninh", "appointed"),
        },
    ),
    (
        "(Báo Quảng Ngãi) - Dự lễ có Bí thư Tỉnh ủy Bùi Thị Vân.",
        {("Bùi Thị Vân", "bí thư", "Tỉnh ủy Quảng Ngãi", "current")},
    ),
    (
        "(Baohatinh.vn) - Dự lễ có Bí thư Tỉnh ủy Bùi Thị Vân.",
        {("Bùi Thị Vân", "bí thư", "Tỉnh ủy Hà Tĩnh", "current")},
    ),
    (
        "HĐND TP Đà Nẵng họp. Dự có ông Vũ Như Hải, Chỉ huy trưởng Bộ chỉ huy quân sự TP; bà Lê Thị Lan, Trưởng ban Tuyên"
        " giáo – Dân vận Thành ủy.",
        {
            ("Vũ Như Hải", "chỉ huy trưởng", "Bộ Chỉ huy Quân sự thành phố Đà Nẵng", "current"),
            ("Lê Thị Lan", "trưởng ban", "Ban Tuyên giáo và Dân vận Thành ủy Đà Nẵng", "current"),
        },
    ),
    (
        "Hatinhtv.vn – Dự lễ có Bí thư Tỉnh ủy Bùi Thị Vân.",
        {("Bùi Thị Vân", "bí thư", "Tỉnh ủy Hà Tĩnh", "current")},
    ),
    (
        "Ý kiến của Bí thư Thị ủy, Chủ tịch UBND thị xã Đức Phổ TRẦN PHƯỚC LỘC",
        {
            ("Trần Phước Lộc", "bí thư", "Thị ủy Đức Phổ", "current"),
            ("Trần Phước Lộc", "chủ tịch", "Ủy ban nhân dân thị xã Đức Phổ", "current"),
        },
    ),
    (
        "Cục trưởng Cục Thống kê tỉnh Nguyễn Hùng cho biết kết quả của tỉnh Quảng Ngãi đạt khá.",
        {("Nguyễn Hùng", "cục trưởng", "Cục Thống kê tỉnh Quảng Ngãi", "current")},
    ),
    (
        "Dự buổi lễ có đồng chí Vũ Thành Lâm – QUV, Bí thư Đảng ủy phường Khuê Trung, quận Cẩm Lệ.",
        {
            ("Vũ Thành Lâm", "ủy viên", "Quận ủy Cẩm Lệ", "current"),
            ("Vũ Thành Lâm", "bí thư", "Đảng ủy phường Khuê Trung", "current"),
        },
    ),
    (
        "Dự đại hội Đảng bộ quận Bắc Từ Liêm có đồng chí Vũ Hải Hà - TUV, Bí thư Quận ủy.",
        {
            ("Vũ Hải Hà", "ủy viên", "Thành ủy Hà Nội", "current"),
            ("Vũ Hải Hà", "bí thư", "Quận ủy Bắc Từ Liêm", "current"),
        },
    ),
    (
        "Đại hội Đảng bộ phường Tân Thạnh lần thứ XV đã bầu đ/c Đỗ Văn Minh là Bí thư.",
        {("Đỗ Văn Minh", "bí thư", "Đảng ủy phường Tân Thạnh", "appointed")},
    ),
    (
        "Đó là các ông So Y Hai, Phó Chủ tịch UBND xã Cà Lúi; Kpá Y Tư, Phó Chủ tịch HĐND xã Cà Lúi.",
        {
            ("So Y Hai", "phó chủ tịch", "Ủy ban nhân dân xã Cà Lúi", "current"),
            ("Kpá Y Tư", "phó chủ tịch", "Hội đồng nhân dân xã Cà Lúi", "current"),
        },
    ),
    (
        "Hội nghị đã hiệp thương cử ông Đỗ Văn Thắng, Bí thư Trung ương Đảng, giữ chức Chủ tịch Ủy ban Trung ương"
        " MTTQ Việt Nam.",
        {
            ("Đỗ Văn Thắng", "bí thư", "Ban Bí thư Trung ương Đảng", "current"),
            ("Đỗ Văn Thắng", "chủ tịch", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "appointed"),
        },
    ),
    (
        "Đại hội bầu bà Hà Thị Ngân, Chủ tịch Hội Liên hiệp Phụ nữ Việt Nam khóa XII là Chủ tịch Hội Liên hiệp Phụ nữ"
        " Việt Nam khóa XIII.",
        {("Hà Thị Ngân", "chủ tịch", "Hội Liên hiệp Phụ nữ Việt Nam", "appointed")},
    ),
    (
        "Đại tướng Trịnh Văn Khải, Bí thư Trung ương Đảng, thôi tham gia Quân ủy Trung ương. Đồng thời được điều động,"
        " phân công, bổ nhiệm giữ chức Trưởng Ban Tuyên giáo và Dân vận Trung ương.",
        {
            ("Trịnh Văn Khải", "bí thư", "Ban Bí thư Trung ương Đảng", "current"),
            ("Trịnh Văn Khải", "ủy viên", "Quân ủy Trung ương", "ended"),
            ("Trịnh Văn Khải", "trưởng ban", "Ban Tuyên giáo và Dân vận Trung ương", "appointed"),
        },
    ),
    (
        "Ngày 14/9/2021, ông Lê Chiêu Thành và ông Lê Đình Trung, đại biểu HĐND huyện Đức Linh, tiếp xúc cử tri.",
        {
            ("Lê Chiêu Thành", "đại biểu", "Hội đồng nhân dân huyện Đức Linh", "current"),
            ("Lê Đình Trung", "đại biểu", "Hội đồng nhân dân huyện Đức Linh", "current"),
        },
    ),
    (
        "(Baoquangngai)- Dự lễ có Bí thư Tỉnh ủy Bùi Thị Vân.",
        {("Bùi Thị Vân", "bí thư", "Tỉnh ủy Quảng Ngãi", "current")},
    ),
    (
        "HĐND tỉnh bầu ông Trịnh Xuân Bách, Giám đốc Sở Giao thông vận tải - Xây dựng tỉnh Lào Cai.",
        {
            (
                "Trịnh Xuân Bách",
                "giám đốc",
                "Sở Giao thông vận tải - Xây dựng tỉnh Lào Cai",
                "current",
            )
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), POSTS, ids=[text[:40] for text, _ in POSTS])
def test_posts(text: str, expected: set[tuple[str, str, str, str]]) -> None:
    assert posts(text) == expected


EVENTS = [
    (
        "Ngày 30/7/2025, Đảng bộ xã Cự Đồng tổ chức Đại hội lần thứ I. Đồng chí Lê Thị Thanh - Phó Bí thư Thường"
        " trực chuyên trách Đảng ủy các cơ quan Đảng tỉnh dự và chỉ đạo Đại hội.",
        [("đại hội", "2025-07-30", "Đảng ủy xã Cự Đồng", None)],
    ),
    (
        "Tại Đại hội đại biểu Đảng bộ các phường, xã ở TP.HCM, nhiều bí thư được chỉ định. HĐND TP đã biết.",
        [],
    ),
    (
        "Ngày 28/4/2022, HĐND tỉnh Kon Tum tổ chức kỳ họp chuyên đề. Cũng tại kỳ họp, các đại biểu thống nhất cho"
        " thôi làm nhiệm vụ đại biểu HĐND tỉnh đối với ông Nguyễn Hữu Thành, kể từ ngày 18/4/2022.",
        [("kỳ họp", "2022-04-28", "Hội đồng nhân dân tỉnh Kon Tum", None)],
    ),
    (
        "Ngày 14/9/2021, Thành ủy Cần Thơ tổ chức hội nghị, HĐND thành phố cùng dự. Hội nghị được kết nối tới"
        " các điểm cầu tại quận Ninh Kiều và 8 quận, huyện.",
        [("hội nghị", "2021-09-14", "Thành ủy Cần Thơ", None)],
    ),
    (
        "Ngày 23/7/2020, Đại hội Đảng bộ huyện Hoàng Su Phì, tỉnh Hà Giang lần thứ XXI chính thức khai mạc. Dự đại hội"
        " có lãnh đạo Tỉnh ủy, lãnh đạo Huyện ủy Xín Mần cùng 236 đại biểu đã tham dự đại hội.",
        [("đại hội", "2020-07-23", "Huyện ủy Hoàng Su Phì", None)],
    ),
    (
        "Sáng 7/8/2020, Đại hội Đảng bộ huyện Hà Trung lần thứ XXII tiếp tục ngày làm việc thứ 3. HĐND huyện cùng dự.",
        [("đại hội", "2020-08-07", "Huyện ủy Hà Trung", None)],
    ),
    (
        "Sáng 25/9/2024, đồng chí Trần Quốc Nghĩa, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Ninh Thuận chủ trì phiên họp.",
        [("phiên họp", "2024-09-25", "Ủy ban nhân dân tỉnh Ninh Thuận", None)],
    ),
    (
        "Ban Thường vụ Tỉnh ủy Bắc Ninh họp phiên thường kỳ tháng 10/2020. Sáng 27/10/2020, Ban Thường vụ Tỉnh ủy Bắc"
        " Ninh tổ chức phiên họp.",
        [("phiên họp", "2020-10-27", "Ban Thường vụ Tỉnh ủy Bắc Ninh", None)],
    ),
    (
        "Ngày 14/9/2021, ông Lê Đình Trung, đại biểu HĐND huyện Đức Linh, tiếp xúc cử tri xã Trà Tân, thông báo kết quả"
        " kỳ họp thứ 2 HĐND huyện.",
        [("tiếp xúc cử tri", "2021-09-14", "Hội đồng nhân dân huyện Đức Linh", None)],
    ),
    (
        "Tại cuộc họp, đồng chí Nguyễn Thành Lâm, Phó Bí thư Huyện ủy Tuy Phong yêu cầu các ban tham mưu tổ chức thành"
        " công Đại hội Đảng bộ huyện lần thứ IX.",
        [("cuộc họp", None, "Huyện ủy Tuy Phong", None)],
    ),
    (
        "Trong 2 ngày 8 & 9.7.2019, HĐND huyện Tây Giang tổ chức kỳ họp thứ 10.",
        [("kỳ họp", "2019-07-08", "Hội đồng nhân dân huyện Tây Giang", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), EVENTS, ids=[text[:40] for text, _ in EVENTS])
def test_events(text: str, expected: list[tuple[str, str | None, str, str | None]]) -> None:
    found = facts(text).events
    assert [(e.type, e.date, "; ".join(map(name, e.organizers)), e.place) for e in found] == expected


NUMBERS = [
    (
        "Ngày 24/7/2025, Đảng bộ xã Tân An tổ chức đại hội nhiệm kỳ 2025-2030. Nhiệm kỳ vừa qua, Đảng bộ xã Tân An đã đạt và vượt các chỉ tiêu Nghị quyết Đại"
        " hội đề ra: tỷ lệ lao động qua đào tạo đạt 70,8%; hộ nghèo giảm còn 6,2%.",
        [
            ("xã Tân An", "tỷ lệ lao động qua đào tạo", "result", "=", "70.8", "%", "2020-2025"),
            ("xã Tân An", "hộ nghèo", "result", "=", "6.2", "%", "2020-2025"),
        ],
    ),
    (
        "Năm 2026, Đảng bộ xã Tân An phấn đấu hoàn thành các chỉ tiêu đề ra: thu ngân sách đạt 20 tỷ đồng.",
        [("xã Tân An", "thu ngân sách", "target", "=", "20", "tỷ đồng", "2026")],
    ),
    (
        "Năm 2025, Đảng bộ xã Tân An phấn đấu tỷ lệ tổ chức đảng trực thuộc được đánh giá, xếp loại từ hoàn thành"
        " tốt nhiệm vụ trở lên hằng năm đạt hơn 90%.",
        [
            (
                "Đảng ủy xã Tân An",
                "tỷ lệ tổ chức đảng trực thuộc được đánh giá, xếp loại từ hoàn thành tốt nhiệm vụ trở lên",
                "target",
                ">",
                "90",
                "%",
                "2025",
            )
        ],
    ),
    ("Dự đại hội có 209 đảng viên đại diện cho hơn 1.876 đảng viên trong toàn Đảng bộ xã Tân An.", []),
    (
        "Năm 2017, tổng diện tích gieo trồng toàn huyện Khánh Vĩnh được 8.375ha, đạt 100,17% kế hoạch năm.",
        [
            ("huyện Khánh Vĩnh", "tổng diện tích gieo trồng", "result", "=", "8375", "ha", "2017"),
            (
                "huyện Khánh Vĩnh",
                "tổng diện tích gieo trồng",
                "result",
                "=",
                "100.17",
                "% kế hoạch năm",
                "2017",
            ),
        ],
    ),
    (
        "Năm 2019, tổng thu ngân sách huyện Đăk Tô đạt 360 tỷ đồng, vượt 18% dự toán tỉnh, huyện giao; tổng chi"
        " ngân sách đạt 300 tỷ đồng.",
        [
            ("huyện Đăk Tô", "tổng thu ngân sách", "result", "=", "360", "tỷ đồng", "2019"),
            (
                "huyện Đăk Tô",
                "tổng thu ngân sách",
                "result",
                "=",
                "18",
                "% vượt dự toán tỉnh",
                "2019",
            ),
            ("huyện Đăk Tô", "tổng chi ngân sách", "result", "=", "300", "tỷ đồng", "2019"),
        ],
    ),
    (
        "Năm 2025, huyện Phú Riềng thu hút khoảng 6 triệu lượt khách.",
        [
            (
                "huyện Phú Riềng",
                "thu hút lượt khách",
                "result",
                "~",
                "6",
                "triệu lượt khách",
                "2025",
            )
        ],
    ),
    (
        "Năm 2019, tốc độ tăng trưởng của tỉnh Nam Định ước đạt 8,8%, cao nhất kể từ đầu nhiệm kỳ (năm 2016 tăng"
        " 7,0%; năm 2018 tăng 8,1%); xuất khẩu chạm mốc 2 tỷ USD.",
        [
            ("tỉnh Nam Định", "tốc độ tăng trưởng", "result", "=", "8.8", "%", "2019"),
            ("tỉnh Nam Định", "tốc độ tăng trưởng", "result", "=", "7.0", "% tăng", "2016"),
            ("tỉnh Nam Định", "tốc độ tăng trưởng", "result", "=", "8.1", "% tăng", "2018"),
            ("tỉnh Nam Định", "xuất khẩu", "result", "=", "2", "tỷ USD", "2019"),
        ],
    ),
    (
        "Tháng 2/2023, tổng mức bán lẻ hàng hóa của tỉnh Bình Định tăng 19% (lũy kế 2 tháng tăng 14%).",
        [
            ("tỉnh Bình Định", "tổng mức bán lẻ hàng hóa", "result", "=", "19", "% tăng", "2023-02"),
            ("tỉnh Bình Định", "tổng mức bán lẻ hàng hóa", "result", "=", "14", "% tăng", "2023-02"),
        ],
    ),
]


NUMBERS += [
    (
        "Sau 2 năm thực hiện Nghị quyết số 01-NQ/TU “Về phát triển công nghiệp, định hướng đến năm 2030”, năm 2022"
        " tốc độ tăng trưởng công nghiệp của tỉnh Quảng Ninh đạt 19%.",
        [("tỉnh Quảng Ninh", "tốc độ tăng trưởng công nghiệp", "result", "=", "19", "%", "2022")],
    ),
    (
        "Ngày 9/2/2026, tại trụ sở Tỉnh ủy, HĐND tỉnh Lào Cai đã họp, thông qua 8 nghị quyết.",
        [
            (
                "Hội đồng nhân dân tỉnh Lào Cai",
                "thông qua nghị quyết",
                "result",
                "=",
                "8",
                "nghị quyết",
                "2026-02-09",
            )
        ],
    ),
    ("Ủy ban Kiểm tra Huyện ủy Hà Trung nhiệm kỳ mới gồm 7 ủy viên.", []),
    (
        "Năm 2022, giá trị sản xuất nông nghiệp của tỉnh Hà Giang tăng 4,8%, ước đạt 4.771 tỷ đồng; công nghiệp đạt"
        " 4.128 tỷ đồng, tăng 15,4%; dịch vụ đạt 6.507 tỷ đồng.",
        [
            ("tỉnh Hà Giang", "giá trị sản xuất nông nghiệp", "result", "=", "4.8", "% tăng", "2022"),
            ("tỉnh Hà Giang", "giá trị sản xuất nông nghiệp", "result", "=", "4771", "tỷ đồng", "2022"),
            ("tỉnh Hà Giang", "giá trị sản xuất công nghiệp", "result", "=", "4128", "tỷ đồng", "2022"),
            ("tỉnh Hà Giang", "giá trị sản xuất công nghiệp", "result", "=", "15.4", "% tăng", "2022"),
            ("tỉnh Hà Giang", "giá trị sản xuất dịch vụ", "result", "=", "6507", "tỷ đồng", "2022"),
        ],
    ),
    (
        "Tháng 12/2022, chỉ số giá tiêu dùng của tỉnh Hòa Bình giảm 0,31% và tăng so với cùng kỳ năm trước 2,55%.",
        [
            ("tỉnh Hòa Bình", "chỉ số giá tiêu dùng", "result", "=", "0.31", "% giảm", "2022-12"),
            (
                "tỉnh Hòa Bình",
                "chỉ số giá tiêu dùng",
                "result",
                "=",
                "2.55",
                "% tăng so với cùng kỳ năm trước",
                "2022-12",
            ),
        ],
    ),
    (
        "Năm 2022, tỉnh Hà Tĩnh tăng trưởng 3,98%. Năm 2022, có thêm huyện Hương Sơn được công nhận; tổng thu ngân sách"
        " đạt 18.000 tỷ đồng.",
        [
            ("tỉnh Hà Tĩnh", "tăng trưởng", "result", "=", "3.98", "%", "2022"),
            ("tỉnh Hà Tĩnh", "tổng thu ngân sách", "result", "=", "18000", "tỷ đồng", "2022"),
        ],
    ),
    (
        "Theo báo cáo của Sở Tài chính, quý IV và năm 2022, tỉnh Hà Tĩnh thu ngân sách đạt 18.000 tỷ đồng.",
        [("tỉnh Hà Tĩnh", "thu ngân sách", "result", "=", "18000", "tỷ đồng", "2022")],
    ),
    (
        "Sau sáp nhập phường Điện Biên có 11 chi bộ.",
        [("Đảng ủy phường Điện Biên", "chi bộ", "result", "=", "11", "chi bộ", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS, ids=[text[:40] for text, _ in NUMBERS])
def test_numbers(text: str, expected: list[tuple[str, ...]]) -> None:
    found = facts("Tỉnh ủy, HĐND tỉnh và UBND tỉnh đã họp.", text).indicators
    rows = [
        (name(i.subject), i.indicator, str(i.kind), i.comparator, str(i.value), i.unit, i.period)
        for i in found
    ]
    assert rows == expected


CONGRESSES = [
    (
        "Đại hội đại biểu Đảng bộ huyện Hoàng Su Phì, tỉnh Hà Giang lần thứ XXI nhiệm kỳ 2020 - 2025 khai mạc.",
        ("Huyện ủy Hoàng Su Phì", 21, "2020-2025"),
    ),
    (
        "Đại hội đại biểu Đảng bộ huyện Hương Sơn Hà Tĩnh lần thứ XXII nhiệm kỳ 2015-2020 diễn ra.",
        ("Huyện ủy Hương Sơn", 22, "2015-2020"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CONGRESSES, ids=[text[:40] for text, _ in CONGRESSES])
def test_congresses(text: str, expected: tuple[str, int, str]) -> None:
    (found,) = facts(text).congresses
    assert (name(found.organization), found.ordinal, found.term) == expected


SUBJECTS = [
    (
        "Quyết định số 79-QĐ/ĐU ngày 01/8/2022 của Đảng ủy phường Khuê Trung sáp nhập chi bộ 6 và chi bộ 7.",
        "sáp nhập chi bộ 6 và chi bộ 7",
    ),
    (
        "Ngày 18/3/2021, UBND tỉnh Hòa Bình ban hành Kế hoạch số 42/KH-UBND tổ chức phong trào thi đua năm 2021.",
        "tổ chức phong trào thi đua năm 2021",
    ),
    (
        "Thực hiện Chỉ thị số 05-CT/TU của Tỉnh ủy Nghệ An về nâng cao hiệu quả phong trào “Dân vận khéo”, các cấp ủy đã"
        " vào cuộc.",
        "nâng cao hiệu quả phong trào “Dân vận khéo”",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SUBJECTS, ids=[text[:40] for text, _ in SUBJECTS])
def test_the_subject_of_a_document(text: str, expected: str) -> None:
    (found,) = facts(text).documents
    assert found.subject == expected


def test_an_article_of_a_document_is_amended() -> None:
    text = "Nghị quyết 18/2025/NQ-HĐND sửa đổi nội dung tại Điều 1 Nghị quyết 64/2017/NQ-HĐND của HĐND tỉnh Thanh Hóa."
    (link,) = facts(text).links
    assert (str(link.relation), link.source.label[:18], link.target.label[:18]) == (
        "amends",
        "18/2025/NQ-HĐND @ ",
        "64/2017/NQ-HĐND @ ",
    )


def test_a_kind_in_short_stands_before_the_number() -> None:
    text = "Thành ủy tổng kết Nghị quyết (NQ) 32 của Bộ Chính trị về xây dựng thành phố Hải Phòng."
    (found,) = facts(text).documents
    assert (found.number, name(found.issuer)) == ("32", "Bộ Chính trị")


def test_numbers_of_a_list_share_the_issuer() -> None:
    found = facts("Trao các Quyết định số 02-QĐNS/TW và số 03-QĐNS/TW của Bộ Chính trị.").documents
    assert [name(d.issuer) for d in found] == ["Bộ Chính trị", "Bộ Chính trị"]


def test_what_a_congress_looks_back_on_is_not_its_own_resolution() -> None:
    text = "Đảng bộ xã Cự Đồng tổ chức Đại hội lần thứ I, nhiệm kỳ 2025-2030. Nhiều chỉ tiêu vượt Nghị quyết Đại hội."
    assert facts(text).documents == ()


def test_a_number_that_is_called_one_may_look_like_a_year() -> None:
    (found,) = facts(
        "Tỉnh ủy Bạc Liêu công bố Quyết định số 1970 của Bộ Chính trị về công tác cán bộ."
    ).documents
    assert (found.number, name(found.issuer)) == ("1970", "Bộ Chính trị")


def test_a_place_holds_the_congress_of_its_own_party() -> None:
    (found,) = facts(
        "Tỉnh Long An tiến hành Đại hội Đảng lần thứ X nhiệm kỳ 2015 - 2020 từ ngày 13/10."
    ).congresses
    assert (name(found.organization), found.ordinal, found.term) == ("Tỉnh ủy Long An", 10, "2015-2020")


def test_a_guest_from_above_is_not_whom_numbers_are_about() -> None:
    text = (
        "Huyện ủy Nam Trà My tổ chức hội nghị sơ kết. Trưởng ban Nội chính Tỉnh ủy Lê Bá Nam dự hội nghị."
        " Trong đó, tốc độ tăng trưởng kinh tế hằng năm đạt 10%."
    )
    (found,) = facts(text).indicators
    assert name(found.subject) == "huyện Nam Trà My"


def test_what_is_counted_up_to_a_year_is_a_result() -> None:
    text = (
        "UBND huyện Quỳnh Lưu họp. Năm 2021, huyện Quỳnh Lưu huy động trên 2.170 tỷ đồng, lũy kế đến năm 2021 có 32/32"
        " xã đạt chuẩn nông thôn mới."
    )
    assert {str(found.kind) for found in facts(text).indicators} == {"result"}


def test_a_day_by_which_things_stood_is_not_that_of_a_meeting() -> None:
    text = (
        "Đến ngày 20-8-2020, Đảng bộ tỉnh Gia Lai có 21/21 đảng bộ hoàn thành đại hội. Ban Thường vụ Tỉnh ủy ban hành"
        " Kế hoạch số 248-KH/TU, tổ chức hội nghị quán triệt."
    )
    assert [event.date for event in facts(text).events] == [None]


def test_what_brackets_list_is_a_part_of_the_name() -> None:
    text = (
        "UBND huyện Lý Sơn họp. Tổng giá trị sản xuất các ngành kinh tế (nông, ngư, công nghiệp – tiểu thủ công nghiệp,"
        " thương mại) năm 2009 đạt 354.400 triệu đồng, tăng 3,8 lần so với năm 1993. Trong đó:\n"
        "- Giá trị sản xuất nông nghiệp đạt 54,2 tỷ đồng.\n"
        "- Giá trị khai thác hải sản đạt 190 tỷ đồng."
    )
    assert [(found.indicator, found.period) for found in facts(text).indicators] == [
        ("tổng giá trị sản xuất các ngành kinh tế", "2009"),
        ("tổng giá trị sản xuất các ngành kinh tế", "2009"),
        ("giá trị sản xuất nông nghiệp", "2009"),
        ("giá trị khai thác hải sản", "2009"),
    ]


def test_a_season_is_the_period_of_its_harvest_alone() -> None:
    text = (
        "UBND huyện Chư Păh họp. Toàn huyện gieo trồng vụ Đông Xuân 2022 - 2023 đạt 100% kế hoạch. Giá trị sản xuất"
        " công nghiệp đạt trên 387 tỷ đồng."
    )
    assert [found.period for found in facts(text).indicators][-1] is None


def test_what_goes_by_plan_is_a_result() -> None:
    text = (
        "UBND huyện Phú Vang họp. Năm 2015, thu ngân sách trên địa bàn bảo đảm theo kế hoạch đề ra, trong đó thu từ cấp"
        " quyền sử dụng đất 37 tỷ đồng."
    )
    assert {str(found.kind) for found in facts(text).indicators} == {"result"}


@pytest.mark.parametrize(
    "text",
    [
        "Công ước năm 1982 của Liên hợp quốc về Luật Biển là cơ sở để Quốc hội giải quyết.",
        "Năm 1934, Quốc hội Thụy Sỹ đã thông qua Bộ luật Ngân hàng.",
        "Báo cáo 448 trang của công tố viên sắp in thành sách.",
    ],
)
def test_no_document_of_ours(text: str) -> None:
    assert facts(text).documents == ()


def test_the_next_sentence_is_no_part_of_a_number() -> None:
    (found,) = facts("UBND tỉnh An Giang tuân thủ Quyết định 58/2016. SDC là doanh nghiệp đầu tiên.").documents
    assert found.number == "58/2016"


def test_a_wife_is_no_commune() -> None:
    text = "Không thua kém chồng, bà xã Hoàng Anh cũng tham gia Hội Nông dân tỉnh An Giang."
    assert "xã Hoàng Anh" not in {unit.unit.full_name for unit in scan(text).units}


def test_a_group_of_the_assembly_meets_as_the_assembly() -> None:
    text = "Phát biểu tại phiên họp tổ Quốc hội sáng 22-5, ông Lê Bá Nam - Trưởng Ban Tuyên giáo Thành ủy Đà Nẵng, nói."
    assert [name(body) for event in facts(text).events for body in event.organizers] == ["Quốc hội"]
