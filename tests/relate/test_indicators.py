"""What the clauses around numbers say, and what is no indicator at all."""

from __future__ import annotations

import re

import pytest

from kg import pipeline
from kg.lexicon import lexicon
from kg.model import Article, Indicator, Organization, Unit, Unread
from kg.normalise import blocks_of, normalise
from kg.recognise import recognise
from kg.relate.indicators import indicators
from kg.relate.quantities import number, quantities
from tests.reading import facts

LEAD = "Đảng bộ, UBND và HĐND huyện Lâm Sơn đánh giá kết quả năm 2021."


def read(*lines: str, published: str | None = "2021-12-20") -> list[Indicator]:
    article = Article("a", blocks_of(None, [LEAD, *lines]), published=published)
    scan = recognise(normalise(article), lexicon())
    found = list(indicators(scan, lexicon()))
    for claim in found:
        assert scan.text.content[claim.evidence.start : claim.evidence.end] == claim.evidence.quote
        assert claim.evidence.quote
        assert claim.rule
    return found


def rows(*lines: str, published: str | None = "2021-12-20") -> list[tuple[str, str, float, str]]:
    return [(c.indicator, c.comparator, float(c.value), c.unit) for c in read(*lines, published=published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tỷ lệ hộ nghèo của huyện còn 2,4%.", [("tỷ lệ hộ nghèo", "=", 2.4, "%")]),
        ("Thu ngân sách đạt 1.250 tỷ đồng.", [("thu ngân sách", "=", 1250.0, "tỷ đồng")]),
        (
            "Huyện có thêm 2 xã đạt chuẩn nông thôn mới, nâng tổng số lên 9/12 xã.",
            [
                ("xã đạt chuẩn nông thôn mới", "=", 2.0, "xã"),
                ("tổng số xã đạt chuẩn nông thôn mới", "=", 9.0, "/12 xã"),
            ],
        ),
        (
            "Giá trị sản xuất trên 1 ha canh tác đạt 82 triệu đồng; thu nhập bình quân đầu người 45,6 triệu đồng/năm,"
            " tăng 5,2 triệu đồng so với năm 2018.",
            [
                ("giá trị sản xuất trên 1 ha canh tác", "=", 82.0, "triệu đồng"),
                ("thu nhập bình quân đầu người", "=", 45.6, "triệu đồng/năm"),
                ("thu nhập bình quân đầu người", "=", 5.2, "triệu đồng tăng so với năm 2018"),
            ],
        ),
        (
            "Thu ngân sách huyện đạt 300 tỷ đồng; đến nay đạt 320 tỷ đồng.",
            [
                ("thu ngân sách huyện", "=", 300.0, "tỷ đồng"),
                ("thu ngân sách huyện", "=", 320.0, "tỷ đồng"),
            ],
        ),
        (
            "Đường bộ xảy ra 20 vụ tai nạn giao thông, làm chết 8 người. So với cùng kỳ năm trước giảm 3 vụ.",
            [
                ("vụ tai nạn giao thông đường bộ", "=", 20.0, "vụ tai nạn giao thông"),
                ("người chết do tai nạn giao thông đường bộ", "=", 8.0, "người"),
                ("vụ tai nạn giao thông đường bộ", "=", 3.0, "vụ giảm so với cùng kỳ năm trước"),
            ],
        ),
        (
            "Toàn huyện có 314 doanh nghiệp giải thể, trong đó 280 doanh nghiệp có quy mô vốn dưới 10 tỷ đồng.",
            [
                ("doanh nghiệp giải thể", "=", 314.0, "doanh nghiệp"),
                ("doanh nghiệp", "=", 280.0, "doanh nghiệp"),
            ],
        ),
        (
            "Tổng thu ngân sách đạt 1.250 tỷ đồng, tăng 120 tỷ đồng (tăng 10,6%) so với cùng kỳ.",
            [
                ("tổng thu ngân sách", "=", 1250.0, "tỷ đồng"),
                ("tổng thu ngân sách", "=", 120.0, "tỷ đồng tăng so với cùng kỳ"),
                ("tổng thu ngân sách", "=", 10.6, "% tăng so với cùng kỳ"),
            ],
        ),
        (
            "Toàn huyện có 1.200 hộ nghèo (5,1%), giảm 300 hộ (2,1%) so với năm 2020.",
            [
                ("hộ nghèo", "=", 1200.0, "hộ nghèo"),
                ("hộ nghèo", "=", 5.1, "%"),
                ("hộ nghèo", "=", 300.0, "hộ giảm so với năm 2020"),
                ("hộ nghèo", "=", 2.1, "% giảm so với năm 2020"),
            ],
        ),
        ("Xã được thành lập từ toàn bộ diện tích và quy mô dân số của 4 đơn vị cũ, dân số 9.000 người.", [("dân số", "=", 9000.0, "người")]),
        ("Huyện Sơn Lâm mới có diện tích 780 km2.", [("diện tích", "=", 780.0, "km2")]),
        (
            "Huyện Sơn Lâm hình thành trên cơ sở sáp nhập hai huyện cũ, diện tích 780 km2, dân số 90.000 người.",
            [("diện tích", "=", 780.0, "km2"), ("dân số", "=", 90000.0, "người")],
        ),
        (
            "- Cây lúa: Cây lúa thực hiện 12.400 ha, tăng 2% so với cùng kỳ; cây sắn trồng mới ở xã Tân An.",
            [("cây lúa", "=", 12400.0, "ha"), ("cây lúa", "=", 2.0, "% tăng so với cùng kỳ")],
        ),
        (
            "Kim ngạch xuất khẩu tháng 10 đạt 95 triệu USD, tăng 3%. Lũy kế 10 tháng ước đạt 840 triệu USD, tăng 9%.",
            [
                ("kim ngạch xuất khẩu", "=", 95.0, "triệu USD"),
                ("kim ngạch xuất khẩu", "=", 3.0, "% tăng"),
                ("kim ngạch xuất khẩu", "=", 840.0, "triệu USD"),
                ("kim ngạch xuất khẩu", "=", 9.0, "% tăng"),
            ],
        ),
        (
            "Kim ngạch xuất khẩu tháng 10 đạt 95 triệu USD. Lũy kế 10 tháng, doanh nghiệp nộp 840 triệu USD.",
            [("kim ngạch xuất khẩu", "=", 95.0, "triệu USD")],
        ),
        (
            "Thu ngân sách đạt 130 tỷ đồng, vượt kế hoạch tỉnh giao 5,8 tỷ đồng; chi ngân sách đạt 120 tỷ đồng, vượt dự "
            "toán 4%.",
            [
                ("thu ngân sách", "=", 130.0, "tỷ đồng"),
                ("thu ngân sách", "=", 5.8, "tỷ đồng vượt kế hoạch tỉnh giao"),
                ("chi ngân sách", "=", 120.0, "tỷ đồng"),
                ("chi ngân sách", "=", 4.0, "% vượt dự toán"),
            ],
        ),
        (
            "Độ che phủ rừng đạt 38%, vượt chỉ tiêu 36% của năm 2021.",
            [("độ che phủ rừng", "=", 38.0, "%"), ("độ che phủ rừng", "=", 36.0, "%")],
        ),
        (
            "Huyện kết nạp 36 đảng viên, nâng tổng số đảng viên lên 545 đồng chí, tăng 16 đảng viên so với năm 2020.",
            [
                ("kết nạp đảng viên", "=", 36.0, "đảng viên"),
                ("tổng số đảng viên", "=", 545.0, "đảng viên"),
                ("tổng số đảng viên", "=", 16.0, "đảng viên tăng so với năm 2020"),
            ],
        ),
        (
            "Xã Tân Phú có diện tích tự nhiên 93 km2, với hơn 28.800 nhân khẩu, 30 xóm, 52 đảng bộ, chi bộ trực thuộc và "
            "1.215 đảng viên.",
            [
                ("diện tích tự nhiên", "=", 93.0, "km2"),
                ("nhân khẩu", ">", 28800.0, "nhân khẩu"),
                ("xóm", "=", 30.0, "xóm"),
                ("đảng bộ, chi bộ trực thuộc", "=", 52.0, "đảng bộ, chi bộ trực thuộc"),
                ("đảng viên", "=", 1215.0, "đảng viên"),
            ],
        ),
        (
            "Nhiệm kỳ qua có 17 chỉ tiêu đạt và vượt kế hoạch; trong đó, kinh tế 5/5 chỉ tiêu; quốc phòng 2/ 2 chỉ tiêu và "
            "xây dựng Đảng 3/3 chỉ tiêu.",
            [
                ("chỉ tiêu đạt và vượt kế hoạch", "=", 17.0, "chỉ tiêu"),
                ("chỉ tiêu kinh tế", "=", 5.0, "/5 chỉ tiêu"),
                ("chỉ tiêu quốc phòng", "=", 2.0, "/2 chỉ tiêu"),
                ("chỉ tiêu xây dựng Đảng", "=", 3.0, "/3 chỉ tiêu"),
            ],
        ),
        (
            "Toàn huyện đạt 141/152 tiêu chí, tăng 5 tiêu chí so với cuối năm 2020.",
            [("tiêu chí", "=", 141.0, "/152 tiêu chí"), ("tiêu chí", "=", 5.0, "tiêu chí tăng so với cuối năm 2020")],
        ),
        (
            "Huyện phấn đấu hằng năm có từ 80% chi bộ hoàn thành tốt nhiệm vụ trở lên.",
            [("chi bộ hoàn thành tốt nhiệm vụ", ">=", 80.0, "%")],
        ),
        (
            "Chỉ số sản xuất công nghiệp tăng 4%; sản xuất và phân phối điện, khí đốt, nước nóng, hơi nước tăng 1,06%; "
            "cung cấp nước; hoạt động quản lý và xử lý rác thải, nước thải giảm 0,4%.",
            [
                ("chỉ số sản xuất công nghiệp", "=", 4.0, "% tăng"),
                ("sản xuất và phân phối điện, khí đốt, nước nóng, hơi nước", "=", 1.06, "% tăng"),
                ("cung cấp nước; hoạt động quản lý và xử lý rác thải, nước thải", "=", 0.4, "% giảm"),
            ],
        ),
        (
            "Tổng thu ngân sách đạt 285 tỷ đồng; trong đó, thu trên địa bàn huyện được 24 tỷ đồng.",
            [("tổng thu ngân sách", "=", 285.0, "tỷ đồng"), ("thu trên địa bàn huyện", "=", 24.0, "tỷ đồng")],
        ),
        (
            "Đảng bộ huyện có 1.026 đảng viên đang sinh hoạt tại 40 chi bộ trực thuộc; mỗi năm kết nạp 45 đảng viên mới.",
            [
                ("đảng viên", "=", 1026.0, "đảng viên"),
                ("chi bộ trực thuộc", "=", 40.0, "chi bộ trực thuộc"),
                ("kết nạp đảng viên mới", "=", 45.0, "đảng viên/năm"),
            ],
        ),
        ("Thu ngân sách đạt 1.250 tỉ đồng.", [("thu ngân sách", "=", 1250.0, "tỷ đồng")]),
        (
            "Thu nhập bình quân đầu người đạt 47,5 triệu/người/năm, tăng 4 triệu so với năm 2020.",
            [
                ("thu nhập bình quân đầu người", "=", 47.5, "triệu đồng/người/năm"),
                ("thu nhập bình quân đầu người", "=", 4.0, "triệu đồng tăng so với năm 2020"),
            ],
        ),
        (
            "Huyện phấn đấu kết nạp từ 40 đảng viên/năm trở lên; giảm nghèo 3 - 4%/năm; công tác giảm nghèo có 3 tỷ đồng.",
            [
                ("kết nạp đảng viên", ">=", 40.0, "đảng viên/năm"),
                ("giảm nghèo", ">=", 3.0, "%/năm"),
                ("giảm nghèo", "<=", 4.0, "%/năm"),
            ],
        ),
        (
            "Thu nhập bình quân đầu người năm 2021 là 51 triệu.",
            [("thu nhập bình quân đầu người", "=", 51.0, "triệu đồng")],
        ),
        (
            "Toàn huyện có 512 hộ kinh doanh vận tải, tăng 42 hộ so với năm 2020.",
            [
                ("hộ kinh doanh vận tải", "=", 512.0, "hộ kinh doanh"),
                ("hộ kinh doanh vận tải", "=", 42.0, "hộ tăng so với năm 2020"),
            ],
        ),
        (
            "Giá trị sản phẩm thu được trên 1ha đất trồng trọt đạt 96 triệu đồng.",
            [("giá trị sản phẩm thu được trên 1ha đất trồng trọt", "=", 96.0, "triệu đồng")],
        ),
        (
            "Giá trị sản phẩm bình quân trên 1 ha đất canh tác và nuôi trồng thủy sản đạt 96 triệu đồng.",
            [
                (
                    "giá trị sản phẩm bình quân trên 1 ha đất canh tác và nuôi trồng thủy sản",
                    "=",
                    96.0,
                    "triệu đồng",
                )
            ],
        ),
        (
            "Toàn huyện có 98% trẻ em dưới 6 tuổi được cấp thẻ bảo hiểm y tế.",
            [("trẻ em dưới 6 tuổi được cấp thẻ bảo hiểm y tế", "=", 98.0, "%")],
        ),
        (
            "Thu nhập của cán bộ tăng 0,6 lần so với năm 2020 (mục tiêu gấp 1,8 lần).",
            [("thu nhập của cán bộ", "=", 0.6, "lần tăng so với năm 2020")],
        ),
        ("Thu ngân sách ước đạt trên 900 tỷ đồng.", [("thu ngân sách", ">", 900.0, "tỷ đồng")]),
        ("Thu ngân sách đạt gần 900 tỷ đồng.", [("thu ngân sách", "~", 900.0, "tỷ đồng")]),
        ("Thu ngân sách đạt khoảng 900 tỷ đồng.", [("thu ngân sách", "~", 900.0, "tỷ đồng")]),
        ("Thu ngân sách vượt 900 tỷ đồng.", [("thu ngân sách", ">", 900.0, "tỷ đồng")]),
        ("Thu ngân sách vượt mốc 900 tỷ đồng.", [("thu ngân sách", ">", 900.0, "tỷ đồng")]),
        (
            "Thu nhập bình quân đầu người đạt từ 23 đến gần 26 triệu đồng.",
            [
                ("thu nhập bình quân đầu người", ">=", 23.0, "triệu đồng"),
                ("thu nhập bình quân đầu người", "<=", 26.0, "triệu đồng"),
            ],
        ),
        (
            "Huyện có 9/17 xã đạt chuẩn, bình quân đạt 16,4 tiêu chí/xã.",
            [("xã đạt chuẩn", "=", 9.0, "/17 xã"), ("tiêu chí nông thôn mới", "=", 16.4, "tiêu chí/xã")],
        ),
        (
            "Giá trị sản xuất đạt 90 tỷ đồng; trong đó, ngành nông nghiệp đạt 40 tỷ đồng.",
            [("giá trị sản xuất", "=", 90.0, "tỷ đồng"), ("ngành nông nghiệp", "=", 40.0, "tỷ đồng")],
        ),
        ("Thu ngân sách đạt ít nhất 900 tỷ đồng.", [("thu ngân sách", ">=", 900.0, "tỷ đồng")]),
        ("Thu ngân sách đạt không quá 900 tỷ đồng.", [("thu ngân sách", "<=", 900.0, "tỷ đồng")]),
        ("Thu ngân sách đạt không thấp hơn 900 tỷ đồng.", [("thu ngân sách", ">=", 900.0, "tỷ đồng")]),
        (
            "Huyện đặt mục tiêu đến năm 2025: 100% số xã, phường đạt chuẩn về y tế; mỗi năm kết nạp trên 90 đảng viên.",
            [
                ("số xã, phường đạt chuẩn về y tế", "=", 100.0, "%"),
                ("kết nạp đảng viên", ">", 90.0, "đảng viên/năm"),
            ],
        ),
        (
            "Thị xã Sơn Lâm phấn đấu đến năm 2025 có 100% số xã đạt chuẩn về y tế.",
            [("số xã đạt chuẩn về y tế", "=", 100.0, "%")],
        ),
        (
            "Toàn huyện có 100% trạm y tế có bác sĩ; 95% chi bộ đạt trong sạch, vững mạnh.",
            [("trạm y tế có bác sĩ", "=", 100.0, "%"), ("chi bộ đạt trong sạch, vững mạnh", "=", 95.0, "%")],
        ),
        (
            "Huyện không còn hộ nghèo, 97% người dân tham gia bảo hiểm y tế; 100% các trường học đạt chuẩn.",
            [
                ("người dân tham gia bảo hiểm y tế", "=", 97.0, "%"),
                ("các trường học đạt chuẩn", "=", 100.0, "%"),
            ],
        ),
        (
            "Tỷ lệ xã đạt chuẩn nông thôn mới đạt 50% (8 xã).",
            [
                ("tỷ lệ xã đạt chuẩn nông thôn mới", "=", 50.0, "%"),
                ("xã đạt chuẩn nông thôn mới", "=", 8.0, "xã"),
            ],
        ),
        (
            "Toàn huyện kết nạp được 82/140 chỉ tiêu; thành lập tổ chức đảng 3/5 chỉ tiêu.",
            [("kết nạp", "=", 82.0, "/140 chỉ tiêu"), ("thành lập tổ chức đảng", "=", 3.0, "/5 chỉ tiêu")],
        ),
        (
            "Huyện ủy đã kiểm tra, giám sát đối với 21 tổ chức đảng và 34 đảng viên; chuyển đảng chính thức 17 đồng chí.",
            [
                ("kiểm tra, giám sát tổ chức đảng", "=", 21.0, "tổ chức đảng"),
                ("kiểm tra, giám sát đảng viên", "=", 34.0, "đảng viên"),
                ("chuyển đảng chính thức", "=", 17.0, "đồng chí"),
            ],
        ),
        (
            "Cấp ủy kiểm tra 26 tổ chức đảng (tăng 5% so với cùng kỳ) và 56 đảng viên.",
            [
                ("kiểm tra tổ chức đảng", "=", 26.0, "tổ chức đảng"),
                ("kiểm tra tổ chức đảng", "=", 5.0, "% tăng so với cùng kỳ"),
                ("kiểm tra đảng viên", "=", 56.0, "đảng viên"),
            ],
        ),
        ("Đảng bộ đề ra 4 nhóm và 22 chỉ tiêu chủ yếu.", [("chỉ tiêu chủ yếu", "=", 22.0, "chỉ tiêu")]),
        (
            "Thu ngân sách đạt 4.579/3.687 tỷ đồng; kết nạp được 45/40 đảng viên.",
            [
                ("thu ngân sách", "=", 4579.0, "tỷ đồng"),
                ("thu ngân sách", "=", 3687.0, "tỷ đồng"),
                ("kết nạp đảng viên", "=", 45.0, "đảng viên"),
                ("kết nạp đảng viên", "=", 40.0, "đảng viên"),
            ],
        ),
        (
            "Nguồn vốn huy động là 25.390 tỷ đồng; so với 31/12/2020 tăng 1.475 tỷ đồng.",
            [
                ("nguồn vốn huy động", "=", 25390.0, "tỷ đồng"),
                ("nguồn vốn huy động", "=", 1475.0, "tỷ đồng tăng so với 31/12/2020"),
            ],
        ),
        (
            "Thu ngân sách tháng 6 đạt 108 tỷ đồng, lũy kế 6 tháng 798 tỷ đồng.",
            [("thu ngân sách", "=", 108.0, "tỷ đồng"), ("thu ngân sách", "=", 798.0, "tỷ đồng")],
        ),
        (
            "So với năm 2015, thu ngân sách tăng 12%, dân số giảm 500 người.",
            [
                ("thu ngân sách", "=", 12.0, "% tăng so với năm 2015"),
                ("dân số", "=", 500.0, "người giảm so với năm 2015"),
            ],
        ),
        (
            "Ủy ban kiểm tra các cấp thi hành kỷ luật 18 đảng viên vi phạm, trong đó khai trừ đảng 11 người.",
            [("thi hành kỷ luật", "=", 18.0, "đảng viên"), ("khai trừ đảng", "=", 11.0, "người")],
        ),
        (
            "HĐND huyện thông qua chủ trương đầu tư 3 dự án nhóm B.",
            [("thông qua chủ trương đầu tư dự án nhóm B", "=", 3.0, "dự án")],
        ),
        (
            "Toàn huyện xảy ra 19 vụ tai nạn giao thông. Số vụ tai nạn giao thông giảm 5 vụ.",
            [
                ("vụ tai nạn giao thông", "=", 19.0, "vụ tai nạn giao thông"),
                ("số vụ tai nạn giao thông", "=", 5.0, "vụ giảm"),
            ],
        ),
        ("Thu ngân sách tăng 50 tỷ đồng.", [("thu ngân sách", "=", 50.0, "tỷ đồng tăng")]),
        ("Thu ngân sách phấn đấu đạt 50 tỷ đồng.", [("thu ngân sách", "=", 50.0, "tỷ đồng")]),
        ("Tỷ lệ hộ nghèo còn dưới 3%.", [("tỷ lệ hộ nghèo", "<", 3.0, "%")]),
        ("Tỷ lệ lao động qua đào tạo đạt 65% trở lên.", [("tỷ lệ lao động qua đào tạo", ">=", 65.0, "%")]),
        (
            "Tốc độ tăng trưởng kinh tế đạt từ 7 - 8%.",
            [("tốc độ tăng trưởng kinh tế", ">=", 7.0, "%"), ("tốc độ tăng trưởng kinh tế", "<=", 8.0, "%")],
        ),
        (
            "Thu ngân sách đạt 500 tỷ đồng, bằng 112% dự toán huyện giao và tăng 9% so với cùng kỳ.",
            [
                ("thu ngân sách", "=", 500.0, "tỷ đồng"),
                ("thu ngân sách", "=", 112.0, "% dự toán huyện giao"),
                ("thu ngân sách", "=", 9.0, "% tăng so với cùng kỳ"),
            ],
        ),
        (
            "Thu ngân sách vượt 6% dự toán tỉnh giao.",
            [("thu ngân sách", "=", 6.0, "% vượt dự toán tỉnh giao")],
        ),
        ("Giá trị sản xuất tăng 8,5%/năm.", [("giá trị sản xuất", "=", 8.5, "% tăng/năm")]),
        (
            "Thu nhập bình quân đầu người đạt 61 triệu đồng/người/năm.",
            [("thu nhập bình quân đầu người", "=", 61.0, "triệu đồng/người/năm")],
        ),
        (
            "Giảm tỷ lệ hộ nghèo từ 6% xuống 4%.",
            [("tỷ lệ hộ nghèo", "=", 6.0, "%"), ("tỷ lệ hộ nghèo", "=", 4.0, "%")],
        ),
        (
            "Doanh thu du lịch tăng 2,5 lần so với năm 2019.",
            [
                ("doanh thu du lịch", "=", 2.5, "lần tăng so với năm 2019"),
            ],
        ),
        (
            "Giá trị tăng thêm khu vực công nghiệp đạt 12%, khu vực dịch vụ 9,5%.",
            [
                ("giá trị tăng thêm khu vực công nghiệp", "=", 12.0, "%"),
                ("giá trị tăng thêm khu vực dịch vụ", "=", 9.5, "%"),
            ],
        ),
        (
            "Tỷ lệ tiêm mũi 1 đạt 98%, mũi 2 đạt 95%.",
            [("tỷ lệ tiêm mũi 1", "=", 98.0, "%"), ("tỷ lệ tiêm mũi 2", "=", 95.0, "%")],
        ),
        (
            "Giá trị sản xuất nông, lâm, thủy sản tăng 4%.",
            [("giá trị sản xuất nông, lâm, thủy sản", "=", 4.0, "% tăng")],
        ),
        (
            "Đảng bộ huyện đã kết nạp được 215 đảng viên mới.",
            [
                ("kết nạp được đảng viên mới", "=", 215.0, "đảng viên"),
            ],
        ),
        (
            "Huyện ủy đã ban hành 3 chỉ thị, 41 quyết định và 6 kế hoạch.",
            [
                ("ban hành chỉ thị", "=", 3.0, "chỉ thị"),
                ("ban hành quyết định", "=", 41.0, "quyết định"),
                ("ban hành kế hoạch", "=", 6.0, "kế hoạch"),
            ],
        ),
        ("Huyện đã tháo dỡ 77 lều quán.", [("tháo dỡ lều quán", "=", 77.0, "lều quán")]),
        ("Huyện giải quyết việc làm cho 1.900 lao động.", [("giải quyết việc làm", "=", 1900.0, "lao động")]),
        (
            "Trong số 21 chỉ tiêu đề ra có 17 chỉ tiêu đạt và vượt kế hoạch, 4 chỉ tiêu không đạt.",
            [
                ("chỉ tiêu đạt và vượt kế hoạch", "=", 17.0, "chỉ tiêu"),
                ("chỉ tiêu không đạt", "=", 4.0, "chỉ tiêu"),
            ],
        ),
        (
            "Có 12 chỉ tiêu vượt, 5 chỉ tiêu kinh tế - xã hội đạt và 2 chỉ tiêu chưa hoàn thành kế hoạch.",
            [
                ("chỉ tiêu vượt", "=", 12.0, "chỉ tiêu"),
                ("chỉ tiêu kinh tế - xã hội đạt", "=", 5.0, "chỉ tiêu"),
                ("chỉ tiêu chưa hoàn thành kế hoạch", "=", 2.0, "chỉ tiêu"),
            ],
        ),
        ("Có 20/24 chỉ tiêu đạt và vượt.", [("chỉ tiêu đạt và vượt", "=", 20.0, "/24 chỉ tiêu")]),
        (
            "Có 18/22 chỉ tiêu đạt kế hoạch đề ra.",
            [("chỉ tiêu đạt kế hoạch đề ra", "=", 18.0, "/22 chỉ tiêu")],
        ),
        (
            "Có 85% tổ chức đảng hoàn thành tốt nhiệm vụ.",
            [("tổ chức đảng hoàn thành tốt nhiệm vụ", "=", 85.0, "%")],
        ),
        (
            "Các cấp ủy đã thi hành kỷ luật 40 đảng viên (khiển trách 31, cảnh cáo 9).",
            [
                ("thi hành kỷ luật", "=", 40.0, "đảng viên"),
                ("khiển trách đảng viên", "=", 31.0, "đảng viên"),
                ("cảnh cáo đảng viên", "=", 9.0, "đảng viên"),
            ],
        ),
        ("Đảng ủy xã khiển trách hai đảng viên.", [("khiển trách đảng viên", "=", 2.0, "đảng viên")]),
        ("Huyện Lâm Sơn có 9 trường đại học.", [("trường đại học", "=", 9.0, "trường đại học")]),
        ("Huyện Lâm Sơn có dân số 120.500 người.", [("dân số", "=", 120500.0, "người")]),
        ("Toàn huyện có 14 xã được công nhận đạt chuẩn.", [("xã được công nhận đạt chuẩn", "=", 14.0, "xã")]),
        (
            "Huyện tiếp nhận và giải quyết trên 8.000 hồ sơ, tăng hơn 700 hồ sơ so với năm 2020.",
            [
                ("tiếp nhận và giải quyết hồ sơ", ">", 8000.0, "hồ sơ"),
                ("tiếp nhận và giải quyết hồ sơ", ">", 700.0, "hồ sơ tăng so với năm 2020"),
            ],
        ),
        (
            "Sản lượng lúa đạt 31 vạn tấn, cao hơn 2% so với năm 2020.",
            [("sản lượng lúa", "=", 31.0, "vạn tấn"), ("sản lượng lúa", "=", 2.0, "% tăng so với năm 2020")],
        ),
        (
            "Thu ngân sách được 512 tỷ 640 triệu đồng.",
            [("thu ngân sách", "=", 512.64, "tỷ đồng")],
        ),
        (
            "Khu vực nông, lâm nghiệp và thủy sản chiếm 30,5%, giảm 1,2 điểm %; dịch vụ chiếm 40%.",
            [
                ("khu vực nông, lâm nghiệp và thủy sản", "=", 30.5, "%"),
                ("khu vực nông, lâm nghiệp và thủy sản", "=", 1.2, "điểm % giảm"),
                ("dịch vụ", "=", 40.0, "%"),
            ],
        ),
        (
            "Giá trị sản xuất ngành nông nghiệp tăng 3%, thương mại - dịch vụ tăng 9%.",
            [
                ("giá trị sản xuất ngành nông nghiệp", "=", 3.0, "% tăng"),
                ("giá trị sản xuất thương mại - dịch vụ", "=", 9.0, "% tăng"),
            ],
        ),
        (
            "Số giường bệnh trên 1 vạn dân đạt 32 giường.",
            [("số giường bệnh trên 1 vạn dân", "=", 32.0, "giường")],
        ),
        ("Giải quyết việc làm cho 900 lao động.", [("giải quyết việc làm", "=", 900.0, "lao động")]),
        (
            "Huyện hoàn thành 17/20 chỉ tiêu nghị quyết đề ra.",
            [("chỉ tiêu nghị quyết đề ra hoàn thành", "=", 17.0, "/20 chỉ tiêu")],
        ),
        (
            "Tổng giá trị sản xuất (theo giá so sánh năm 2010) ước thực hiện 900 tỷ đồng.",
            [("tổng giá trị sản xuất", "=", 900.0, "tỷ đồng")],
        ),
        (
            "Thu ngoài quốc doanh đạt 12 tỷ đồng, thu tiền sử dụng đất khoảng 7 tỷ đồng.",
            [("thu ngoài quốc doanh", "=", 12.0, "tỷ đồng"), ("thu tiền sử dụng đất", "~", 7.0, "tỷ đồng")],
        ),
        ("Tỷ lệ cán bộ nữ cao hơn 15%.", [("tỷ lệ cán bộ nữ", ">", 15.0, "%")]),
        (
            "Huyện ủy kết nạp 152 đảng viên (chỉ tiêu 150 đảng viên).",
            [("kết nạp đảng viên", "=", 152.0, "đảng viên"), ("kết nạp đảng viên", "=", 150.0, "đảng viên")],
        ),
        (
            "Thu ngân sách được 25 tỷ đồng, bằng 90% kế hoạch giao là 28 tỷ đồng.",
            [
                ("thu ngân sách", "=", 25.0, "tỷ đồng"),
                ("thu ngân sách", "=", 90.0, "% kế hoạch giao"),
                ("thu ngân sách", "=", 28.0, "tỷ đồng"),
            ],
        ),
        (
            "Bình quân toàn huyện đạt 16,3 tiêu chí/xã.",
            [("tiêu chí nông thôn mới", "=", 16.3, "tiêu chí/xã")],
        ),
        (
            "Số xã đạt chuẩn là 37 xã, gấp 2,5 lần kế hoạch, tăng 25 xã so với năm 2013.",
            [
                ("số xã đạt chuẩn", "=", 37.0, "xã"),
                ("số xã đạt chuẩn", "=", 2.5, "lần kế hoạch"),
                ("số xã đạt chuẩn", "=", 25.0, "xã tăng so với năm 2013"),
            ],
        ),
        (
            "Đảng bộ huyện hiện có 45 chi bộ với 1.008 đảng viên.",
            [("chi bộ", "=", 45.0, "chi bộ"), ("đảng viên", "=", 1008.0, "đảng viên")],
        ),
        (
            "Toàn huyện có 44 hộ nghèo, đến nay còn 3 hộ nghèo.",
            [("hộ nghèo", "=", 44.0, "hộ nghèo"), ("hộ nghèo", "=", 3.0, "hộ nghèo")],
        ),
        (
            "Huyện đã bàn giao 14,6 ha cho nhà đầu tư, chi trả bồi thường 218 tỷ đồng.",
            [("bàn giao", "=", 14.6, "ha"), ("chi trả bồi thường", "=", 218.0, "tỷ đồng")],
        ),
        (
            "Phát triển Đảng được chú trọng với 893 đảng viên được kết nạp.",
            [("đảng viên được kết nạp", "=", 893.0, "đảng viên")],
        ),
        (
            "Huyện có 2 xã (Bình Tân, Hòa Tân) đạt chuẩn nông thôn mới nâng cao.",
            [("xã đạt chuẩn nông thôn mới nâng cao", "=", 2.0, "xã")],
        ),
        ("Trên địa bàn có 31 sản phẩm OCOP.", [("sản phẩm OCOP", "=", 31.0, "sản phẩm OCOP")]),
        ("Đã có 99,6% cử tri đi bỏ phiếu.", [("cử tri đi bỏ phiếu", "=", 99.6, "%")]),
        ("Tỷ lệ cử tri tham gia bỏ phiếu là 98,7%.", [("tỷ lệ cử tri tham gia bỏ phiếu", "=", 98.7, "%")]),
        ("HĐND huyện thông qua 11 nghị quyết.", [("thông qua nghị quyết", "=", 11.0, "nghị quyết")]),
        (
            "Bình quân mỗi xã đạt 17,2 tiêu chí nông thôn mới, có 4 xã về đích.",
            [("tiêu chí nông thôn mới", "=", 17.2, "tiêu chí"), ("xã về đích", "=", 4.0, "xã")],
        ),
        (
            "Tổng vốn đăng ký đạt 900 tỷ đồng và 85 triệu USD.",
            [("tổng vốn đăng ký", "=", 900.0, "tỷ đồng"), ("tổng vốn đăng ký", "=", 85.0, "triệu USD")],
        ),
        (
            "Giá trị sản xuất công nghiệp tăng 6,4% (kế hoạch 9%); thu ngân sách bằng 105% dự toán (kế hoạch 100%).",
            [
                ("giá trị sản xuất công nghiệp", "=", 6.4, "% tăng"),
                ("giá trị sản xuất công nghiệp", "=", 9.0, "% tăng"),
                ("thu ngân sách", "=", 105.0, "% dự toán"),
                ("thu ngân sách", "=", 100.0, "%"),
            ],
        ),
        (
            "Sản lượng lúa đạt 40.800 tấn, vượt 200 tấn so với kế hoạch.",
            [("sản lượng lúa", "=", 40800.0, "tấn"), ("sản lượng lúa", "=", 200.0, "tấn vượt kế hoạch")],
        ),
        (
            "Kết nạp 42 đảng viên nâng tổng số đảng viên lên 4.100 đảng viên.",
            [("kết nạp đảng viên", "=", 42.0, "đảng viên"), ("tổng số đảng viên", "=", 4100.0, "đảng viên")],
        ),
        (
            "Giải quyết việc làm cho 800 lao động, đạt tỷ lệ trên 108%.",
            [("giải quyết việc làm", "=", 800.0, "lao động"), ("giải quyết việc làm", ">", 108.0, "%")],
        ),
        (
            "Tỷ trọng nông - lâm - thủy sản còn 35%; công nghiệp - xây dựng 19%.",
            [
                ("tỷ trọng nông - lâm - thủy sản", "=", 35.0, "%"),
                ("tỷ trọng công nghiệp - xây dựng", "=", 19.0, "%"),
            ],
        ),
        (
            "Tỷ lệ hộ nghèo còn 1%; bao phủ BHYT đạt 95%.",
            [("tỷ lệ hộ nghèo", "=", 1.0, "%"), ("bao phủ BHYT", "=", 95.0, "%")],
        ),
        (
            "Thu ngân sách được 90 tỷ đồng, so dự toán giao đạt 42% và bằng 96% so với cùng kỳ.",
            [
                ("thu ngân sách", "=", 90.0, "tỷ đồng"),
                ("thu ngân sách", "=", 42.0, "% so với dự toán giao"),
                ("thu ngân sách", "=", 96.0, "% so với cùng kỳ"),
            ],
        ),
        ("Huyện có 6 xã đạt 19/19 tiêu chí.", [("xã đạt 19/19 tiêu chí", "=", 6.0, "xã")]),
        (
            "Huyện có 12 xã đạt 19 tiêu chí nông thôn mới.",
            [("xã đạt 19 tiêu chí nông thôn mới", "=", 12.0, "xã")],
        ),
        (
            "Thu ngân sách đạt 90 tỷ đồng; cuối năm còn 340 hộ nghèo, giảm 7% so với năm 2020.",
            [
                ("thu ngân sách", "=", 90.0, "tỷ đồng"),
                ("hộ nghèo", "=", 340.0, "hộ nghèo"),
                ("hộ nghèo", "=", 7.0, "% giảm so với năm 2020"),
            ],
        ),
        (
            "Toàn huyện xảy ra 56 vụ TNGT, làm chết 35 người; so với cùng kỳ năm 2020 tăng 7% số vụ, 3% số người chết.",
            [
                ("vụ TNGT", "=", 56.0, "vụ TNGT"),
                ("số người chết do tai nạn giao thông", "=", 35.0, "người"),
                ("vụ TNGT", "=", 7.0, "% tăng so với cùng kỳ năm 2020"),
                ("số người chết do tai nạn giao thông", "=", 3.0, "% tăng so với cùng kỳ năm 2020"),
            ],
        ),
        (
            "Huyện ủy đã kết luận 7 tổ chức đảng và 34 đảng viên có vi phạm.",
            [("đảng viên có vi phạm", "=", 34.0, "đảng viên")],
        ),
        (
            "Các sản phẩm chủ lực đều tăng: sắt thép tăng 30%; giày da tăng 31%.",
            [("sắt thép", "=", 30.0, "% tăng"), ("giày da", "=", 31.0, "% tăng")],
        ),
        (
            "Diện tích cây lâu năm tăng khá: cây ăn quả 2.028 ha (tăng 5,9%), cà phê 3.287 ha.",
            [("cây ăn quả", "=", 2028.0, "ha"), ("cây ăn quả", "=", 5.9, "% tăng"), ("cà phê", "=", 3287.0, "ha")],
        ),
        (
            "Huyện đón 385.000 lượt khách, trong đó khách quốc tế 7.573 lượt.",
            [("đón lượt khách", "=", 385000.0, "lượt khách"), ("khách quốc tế", "=", 7573.0, "lượt")],
        ),
        (
            "Đảng bộ phấn đấu phát triển từ 10 đảng viên trở lên/năm.",
            [("phát triển đảng viên", ">=", 10.0, "đảng viên/năm")],
        ),
        ("Thu ngân sách gấp 1,7 lần so với năm 2020.", [("thu ngân sách", "=", 1.7, "lần so với năm 2020")]),
        ("Thu ngân sách tăng gấp 1,7 lần so với năm 2020.", [("thu ngân sách", "=", 1.7, "lần tăng so với năm 2020")]),
        (
            "Thu ngân sách tăng gấp 12 lần so với khi lập lại huyện.",
            [("thu ngân sách", "=", 12.0, "lần tăng so với khi lập lại huyện")],
        ),
        ("Đại hội bầu 29 đồng chí tham gia Ban Chấp hành Đảng bộ huyện, thu ngân sách đạt 5 tỷ đồng.", [("thu ngân sách", "=", 5.0, "tỷ đồng")]),
        (
            "Tại hội nghị, 41 đồng chí vừa được bầu vào Ban Chấp hành đã ra mắt, thu ngân sách đạt 5 tỷ đồng.",
            [("thu ngân sách", "=", 5.0, "tỷ đồng")],
        ),
        ("Thu ngân sách bằng 2,1 lần năm 2015.", [("thu ngân sách", "=", 2.1, "lần năm 2015")]),
        ("Đảng ủy cách chức 1 chi ủy viên.", [("cách chức chi ủy viên", "=", 1.0, "chi ủy viên")]),
        ("GRDP bình quân đạt 51 triệu đồng.", [("GRDP bình quân", "=", 51.0, "triệu đồng")]),
        ("Khu vực dịch vụ dự ước tăng trưởng 6%.", [("khu vực dịch vụ tăng trưởng", "=", 6.0, "%")]),
        ("Đảng bộ huyện có tổng số 292 đảng viên.", [("tổng số đảng viên", "=", 292.0, "đảng viên")]),
        (
            "Kết nạp 603 đảng viên, trong đó: đảng viên nữ là 359 đồng chí, đảng viên là người có đạo 5 đồng chí.",
            [
                ("kết nạp đảng viên", "=", 603.0, "đảng viên"),
                ("đảng viên nữ", "=", 359.0, "đồng chí"),
                ("đảng viên là người có đạo", "=", 5.0, "đồng chí"),
            ],
        ),
        (
            "Trong số đảng viên mới: có 58 đảng viên nữ, chiếm 47%; 10 đảng viên là người có đạo, chiếm 8%.",
            [
                ("đảng viên nữ", "=", 58.0, "đảng viên"),
                ("đảng viên nữ", "=", 47.0, "%"),
                ("đảng viên là người có đạo", "=", 10.0, "đảng viên"),
                ("đảng viên là người có đạo", "=", 8.0, "%"),
            ],
        ),
        ("Số xã nông thôn mới lên 4 xã.", [("số xã nông thôn mới", "=", 4.0, "xã")]),
        ("Xuất khẩu sang Nhật Bản đạt 90 triệu USD.", [("xuất khẩu sang Nhật Bản", "=", 90.0, "triệu USD")]),
        (
            "Nông nghiệp tăng 3%, đóng góp 12% vào mức tăng trưởng chung; dịch vụ tăng 8%, còn công nghiệp 9%.",
            [
                ("nông nghiệp", "=", 3.0, "% tăng"),
                ("nông nghiệp đóng góp vào mức tăng trưởng chung", "=", 12.0, "%"),
                ("dịch vụ", "=", 8.0, "% tăng"),
                ("công nghiệp", "=", 9.0, "%"),
            ],
        ),
        (
            "Tỷ lệ khu công nghiệp đang hoạt động có hệ thống xử lý nước thải tập trung đạt tiêu chuẩn môi trường đạt 90%.",
            [("tỷ lệ khu công nghiệp", "=", 90.0, "%")],
        ),
        (
            "Tỷ trọng công nghiệp chế biến, chế tạo trong GRDP đạt 24%.",
            [("tỷ trọng công nghiệp chế biến, chế tạo trong GRDP", "=", 24.0, "%")],
        ),
        (
            "Tỷ lệ hộ nghèo giảm 1%, riêng các xã vùng cao giảm 4%.",
            [
                ("tỷ lệ hộ nghèo", "=", 1.0, "% giảm"),
                ("tỷ lệ hộ nghèo các xã vùng cao", "=", 4.0, "% giảm"),
            ],
        ),
        (
            "Ngành Nông nghiệp của huyện phấn đấu đạt tốc độ tăng trưởng toàn ngành 2,8%.",
            [("tốc độ tăng trưởng toàn ngành", "=", 2.8, "%")],
        ),
        (
            "Xuất khẩu thủy sản đạt 1,2 tỷ USD; lâm sản 434 triệu USD.",
            [("xuất khẩu thủy sản", "=", 1.2, "tỷ USD"), ("xuất khẩu lâm sản", "=", 434.0, "triệu USD")],
        ),
        (
            "Giá trị sản xuất và thu ngân sách tăng lần lượt 7% và 12%.",
            [("giá trị sản xuất", "=", 7.0, "% tăng"), ("thu ngân sách", "=", 12.0, "% tăng")],
        ),
        (
            "Thu nhập bình quân đầu người, tỷ lệ hộ nghèo lần lượt đạt 60 triệu đồng và 3%.",
            [("thu nhập bình quân đầu người", "=", 60.0, "triệu đồng"), ("tỷ lệ hộ nghèo", "=", 3.0, "%")],
        ),
        ("Du lịch khởi sắc với hơn 2 triệu lượt khách.", [("lượt khách", ">", 2.0, "triệu lượt khách")]),
        ("HĐND huyện thông qua 13 nghị quyết.", [("thông qua nghị quyết", "=", 13.0, "nghị quyết")]),
        (
            "Xuất siêu hơn 1 tỷ USD (cùng kỳ nhập siêu 50 triệu USD).",
            [("xuất siêu", ">", 1.0, "tỷ USD")],
        ),
        ("Toàn huyện có 1,352 triệu người dân.", [("người dân", "=", 1.352, "triệu người dân")]),
        (
            "Thu ngân sách là 400 tỷ đồng, đạt 80% so với nghị quyết đề ra (500 tỷ đồng) và tăng 3% so với cùng kỳ.",
            [
                ("thu ngân sách", "=", 400.0, "tỷ đồng"),
                ("thu ngân sách", "=", 500.0, "tỷ đồng"),
                ("thu ngân sách", "=", 80.0, "% so với nghị quyết đề ra"),
                ("thu ngân sách", "=", 3.0, "% tăng so với cùng kỳ"),
            ],
        ),
        (
            "Giá trị sản xuất của nhiều ngành giảm sâu nên thu ngân sách chỉ đạt 420 tỷ đồng, giảm 9% so với cùng kỳ.",
            [("thu ngân sách", "=", 420.0, "tỷ đồng"), ("thu ngân sách", "=", 9.0, "% giảm so với cùng kỳ")],
        ),
        (
            "Kinh tế số chiếm 18% GRDP, khu vực tư nhân đóng góp 42% GRDP, tỷ lệ đô thị hóa trên 35%.",
            [
                ("kinh tế số", "=", 18.0, "% GRDP"),
                ("khu vực tư nhân đóng góp", "=", 42.0, "% GRDP"),
                ("tỷ lệ đô thị hóa", ">", 35.0, "%"),
            ],
        ),
        (
            "Tuổi thọ trung bình của người dân đạt 75 tuổi; đạt 16 bác sỹ/ 10.000 dân.",
            [("tuổi thọ trung bình", "=", 75.0, "tuổi"), ("số bác sĩ trên vạn dân", "=", 16.0, "bác sỹ/10.000 dân")],
        ),
        (
            "Tỷ lệ lao động qua đào tạo đạt 68%, trong đó có bằng, chứng chỉ đạt 27%.",
            [("tỷ lệ lao động qua đào tạo", "=", 68.0, "%"), ("có bằng, chứng chỉ", "=", 27.0, "%")],
        ),
        (
            "Về xây dựng Đảng, hằng năm có trên 90% chi bộ hoàn thành tốt nhiệm vụ.",
            [("chi bộ hoàn thành tốt nhiệm vụ", ">", 90.0, "%")],
        ),
        (
            "Huyện Lâm Sơn có diện tích 410 km2, gồm 6 dân tộc; có 19 đơn vị hành chính; 140 thôn.",
            [
                ("diện tích", "=", 410.0, "km2"),
                ("dân tộc", "=", 6.0, "dân tộc"),
                ("đơn vị hành chính", "=", 19.0, "đơn vị hành chính"),
                ("thôn", "=", 140.0, "thôn"),
            ],
        ),
        (
            "Đảng bộ tỉnh có 21 đảng bộ trực thuộc, gồm 17 đảng bộ huyện, thị xã, thành phố và 4 đảng bộ khối.",
            [
                ("đảng bộ trực thuộc", "=", 21.0, "đảng bộ trực thuộc"),
                ("đảng bộ huyện, thị xã, thành phố", "=", 17.0, "đảng bộ"),
                ("đảng bộ khối", "=", 4.0, "đảng bộ"),
            ],
        ),
    ],
)
def test_reads(text: str, expected: list[tuple[str, str, float, str]]) -> None:
    found = rows(text)
    for wanted in expected:
        close = [f for f in found if f[1:3] == wanted[1:3]]
        assert close, (wanted, found)
        name, _, _, unit = close[0]
        assert set(wanted[0].split()) & set(name.split()), (wanted, found)
        assert unit == wanted[3], (wanted, found)
    assert len(found) == len(expected), found


@pytest.mark.parametrize(
    "text",
    [
        "Ông Nam, 45 tuổi, sống tại huyện.",
        "Huyện hỗ trợ những xã có thu nhập bình quân đầu người dưới mức chung và 9 xã có thu nhập trên 50 triệu đồng.",
        "Bà con đã tiêm 2 mũi vắc-xin.",
        "Người thu nhập thấp được giảm 20% giá thuê nhà.",
        "Bị cáo nhận 12 năm tù và phải nộp 200 triệu đồng.",
        "Vụ tai nạn khiến 3 người tử vong.",
        "Cầu thủ này ghi 20 bàn thắng trong 30 trận đấu.",
        "Nghị quyết số 16 của huyện được phổ biến.",
        "Hội nghị diễn ra ngày 12/5/2021.",
        "Ông được bầu với 98% số phiếu.",
        "Có 45/48 đại biểu nhất trí.",
        "Đường dây nóng 0912 345 678.",
        "Trường hợp vi phạm bị phạt hành chính 5 triệu đồng.",
        "Cơ quan điều tra khởi tố 5 bị can.",
        "Căn nhà có giá bán 4 tỷ đồng.",
        "Huyện xếp thứ 7/12 huyện.",
        "Ông làm việc ở quận 7 từ năm 2010.",
        "Xe chạy 80 km mỗi giờ gây tai nạn.",
        "Nếu giữ mức này, thu ngân sách của huyện đạt 700 tỷ đồng.",
        "Tiêu chuẩn của huyện là dân số 80.000 người.",
        "Có 91/91 cán bộ đồng ý giới thiệu ông làm bí thư.",
        "Ông ký bổ nhiệm 6 trường hợp không đúng quy định.",
        "Huyện đang bàn dự án có mức đầu tư 149,1 tỷ đồng.",
        "Khu đô thị thương mại - dịch vụ của huyện rộng với 1.300 lô đất.",
        "Huyện chuyển đất từ thu tiền sử dụng đất lên gần 8 ha.",
        "Ban Chấp hành Đảng bộ huyện gồm 27 đồng chí.",
        "Dự án tuyến đường ven sông có tổng mức đầu tư 900 tỷ đồng.",
        "GDP của Trung Quốc tăng 6%.",
        "Đồng bào thiểu số của huyện chiếm tỷ lệ 1,93% dân số.",
        "Hội đồng miễn nhiệm 2 ủy viên của huyện.",
        "Số lượng đại biểu được huyện triệu tập là 35 đại biểu.",
        "Đảng bộ được thành lập trên cơ sở sáp nhập 3 đảng bộ xã của huyện.",
        "Kinh phí cho nguồn lao động chất lượng cao của hộ bà Mận (87 tuổi).",
        "Huyện đề nghị tỉnh hỗ trợ 70 tỷ đồng chống sạt lở.",
        "Đây là hộ nghèo theo chuẩn nghèo của huyện (thu nhập bình quân từ 21 triệu đồng/người/năm trở xuống).",
        "Một cá nhân ở huyện có thu nhập hơn 20 tỷ đồng.",
        "Huyện được tách khi đạt một trong các tiêu chí: Có dân số từ 90.000 người trở lên.",
        "Lô hàng của huyện có tổng trị giá 1,3 tỷ đồng.",
        "Tăng trưởng của huyện vượt bậc đạt 900 tỷ đồng.",
        "Huyện tăng trưởng năm 2017 và 2018 lần lượt như dự báo.",
        "Thu ngân sách của huyện vượt dự toán, song tỉnh chỉ đồng ý 453 tỷ đồng.",
        "100% doanh nghiệp của huyện chây ỳ sẽ bị cưỡng chế”, ông An nói.",
        "Huyện chưa ban hành 2 nghị quyết này.",
    ],
)
def test_no_indicator(text: str) -> None:
    assert rows(text) == []


def test_other_matters_give_none() -> None:
    article = Article("a", blocks_of(None, ["Doanh thu của bộ phim đạt 60 tỷ đồng sau 2 tuần."]))
    assert list(indicators(recognise(normalise(article), lexicon()), lexicon())) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Huyện phấn đấu thu ngân sách đạt 700 tỷ đồng.", "target"),
        ("Trồng trọt ổn định; tích tụ, tập trung đất đai đạt 26 ha.", "result"),
        ("Huyện phấn đấu tỷ lệ phát triển đảng viên mới đạt 7%.", "target"),
        ("Thu ngân sách dự kiến đạt 700 tỷ đồng.", "target"),
        ("Mục tiêu đến năm 2030, tỷ lệ đô thị hóa đạt 40%.", "target"),
        ("Đến năm 2030, tỷ lệ đô thị hóa đạt 40%.", "target"),
        ("Nghị quyết đề ra 15 chỉ tiêu chủ yếu.", "target"),
        ("Của nghị quyết đề ra, 13 chỉ tiêu đạt và vượt kế hoạch.", "result"),
        ("Các chỉ tiêu chủ yếu gồm: thu ngân sách đạt 700 tỷ đồng.", "target"),
        ("Thu ngân sách đã đạt 700 tỷ đồng.", "result"),
        ("Với quyết tâm cao, 100% đảng bộ trực thuộc đã tổ chức đại hội.", "result"),
        ("Phấn đấu 100% đảng bộ trực thuộc tổ chức đại hội.", "target"),
        ("Thu ngân sách ước đạt 700 tỷ đồng.", "result"),
        ("Tỷ lệ che phủ rừng đạt 55%.", "result"),
        ("Xã đã phấn đấu giảm 9 hộ nghèo.", "result"),
        ("Hạ tầng tiếp tục được đầu tư; giá trị sản xuất đạt 700 tỷ đồng.", "result"),
        ("Xuất khẩu tiếp tục tăng khá, đạt 70 triệu USD.", "result"),
        ("Thu ngân sách tiếp tục tăng 8%.", "target"),
        ("Thực hiện Chương trình mục tiêu quốc gia, vốn đầu tư toàn xã hội đạt 700 tỷ đồng.", "result"),
        ("Thu ngân sách đảm bảo theo kế hoạch, trong đó thu tiền đất 37 tỷ đồng.", "result"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert [str(c.kind) for c in read(text)] == [kind]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Huyện ủy kết nạp 152 đảng viên (chỉ tiêu 150 đảng viên).", ["result", "target"]),
        (
            "Xã Lâm Hải đặt chỉ tiêu 100% chi bộ sử dụng sổ tay điện tử; 95% hồ sơ được giải quyết đúng hạn.",
            ["target", "target"],
        ),
        ("Xã phấn đấu thêm 2 mô hình mới; 100% cán bộ được đào tạo.", ["target"]),
        ("Xã hoàn thành việc số hóa; 100% cán bộ được đào tạo.", ["result"]),
        (
            "Năm 2021, Ban Chấp hành Đảng bộ huyện phấn đấu thực hiện thắng lợi 17 chỉ tiêu kinh tế - xã hội; trong đó, thu ngân sách"
            " đạt 9 tỷ đồng.",
            ["target", "target"],
        ),
        ("Năm 2020, huyện thực hiện thắng lợi 17 chỉ tiêu kinh tế - xã hội.", ["result"]),
        ("Trên cơ sở kết quả đạt được, HĐND huyện đã thống nhất thông qua 23 chỉ tiêu phát triển.", ["target"]),
        ("Vốn đầu tư nguồn ngân sách nhà nước trên địa bàn huyện ước đạt 80 tỷ đồng.", ["result"]),
        (
            "Năm 2022, phấn đấu thu ngân sách đạt 9 tỷ đồng. Hằng năm kết nạp 15 đảng viên.",
            ["target", "target"],
        ),
        ("Thu ngân sách tăng 8% (KH tăng 5%).", ["result", "target"]),
        (
            "Thu nhập bình quân đầu người đạt 55 triệu đồng/KH 53 triệu đồng, tăng 3 triệu đồng so với năm 2020.",
            ["result", "target", "result"],
        ),
        ("Kinh tế khởi sắc trong những tháng cuối năm. Trong đó, thu ngân sách tăng 8%.", ["result"]),
    ],
)
def test_what_was_planned(line: str, expected: list[str]) -> None:
    assert [str(claim.kind) for claim in read(line)] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tỷ lệ hộ nghèo giảm từ 5% (năm 2019) xuống còn 2% (năm 2021).", ["2019", "2021"]),
        ("Năm 2021, tỷ lệ hộ nghèo giảm từ 5% xuống còn 2%.", ["2020", "2021"]),
        ("Giai đoạn 2016-2020, tỷ lệ hộ nghèo giảm từ 5% xuống còn 2%.", ["2016", "2020"]),
    ],
)
def test_where_a_change_began_has_its_own_period(line: str, expected: list[str]) -> None:
    assert [claim.period for claim in read(line)] == expected


def test_what_was_planned_is_told_with_the_name_of_what_was_reached() -> None:
    assert rows("Thu ngân sách tăng 8%/KH tăng 5%.") == [
        ("thu ngân sách", "=", 8.0, "% tăng"),
        ("thu ngân sách", "=", 5.0, "% tăng"),
    ]


def test_a_part_of_all_targets_may_name_them_twice() -> None:
    ((name, _, value, unit),) = rows("Huyện đạt và vượt 20 chỉ tiêu/21 chỉ tiêu.")
    assert (name, value, unit) == ("chỉ tiêu đạt và vượt", 20.0, "/21 chỉ tiêu")


def test_the_level_whose_plan_is_met_is_no_subject() -> None:
    lines = ["Thu ngân sách của huyện Sơn Lâm đạt 9 tỷ đồng, bằng 120% dự toán tỉnh.", "Thu nội địa đạt 5 tỷ đồng."]
    assert {str(claim.subject.full_name) for claim in read(*lines) if claim.subject} == {"huyện Sơn Lâm"}


def test_numbers_of_a_place_are_not_the_nations_though_it_is_compared() -> None:
    found = facts(
        "Năm 2023, kinh tế của tỉnh này đứng thứ 11 cả nước. Bình Phước là tỉnh ở phía nam. Năm 2023, thu ngân sách đạt 900 tỷ"
        " đồng, xuất khẩu đạt 20 triệu USD, tỷ lệ hộ nghèo còn 3%, tốc độ tăng trưởng kinh tế đạt 8%.",
        title="Một tỉnh vượt khó",
        published="2024-02-10",
    )
    assert {c.subject.name for c in found.indicators if c.subject is not None} == {"Bình Phước"}
    assert len(found.indicators) == 4


def test_a_lead_that_counts_for_the_whole_place_opens_a_report() -> None:
    rest = "Có 30 doanh nghiệp giải thể, tăng 9% so với cùng kỳ."
    whole = "Trong tháng 10/2021, toàn tỉnh có 48 doanh nghiệp thành lập mới, với số vốn đăng ký 480 tỷ đồng."
    apart = "Trong tháng 10/2021, tập đoàn có 48 doanh nghiệp thành lập mới, với số vốn đăng ký 480 tỷ đồng."

    def values(lead: str) -> list[float]:
        article = Article("a", blocks_of("Thêm nhiều doanh nghiệp", [lead, rest]), published="2021-11-20")
        scan = recognise(normalise(article), lexicon())
        return [float(c.value) for c in indicators(scan, lexicon())]

    assert values(whole) == [48, 480, 30, 9]
    assert values(apart) == []


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Năm 2021, huyện Lâm Sơn có hơn 700 doanh nghiệp thành lập mới", [761]),
        ("Năm 2021, huyện Lâm Sơn có gần 800 doanh nghiệp thành lập mới", [761]),
        ("Năm 2021, huyện Lâm Sơn có hơn 600 doanh nghiệp thành lập mới", [600, 761]),
    ],
)
def test_a_round_number_of_a_headline_is_that_of_the_body(title: str, said: list[float]) -> None:
    body = [LEAD, "Huyện có 761 doanh nghiệp thành lập mới."]
    article = Article("a", blocks_of(title, body), published="2021-12-06")
    found = indicators(recognise(normalise(article), lexicon()), lexicon())
    assert [float(c.value) for c in found] == said


def test_targets_stay_so_though_one_is_to_be_met_and_more() -> None:
    found = read(
        "Huyện đề ra 3 chỉ tiêu chủ yếu là: Thu ngân sách đạt 72 tỷ đồng; sản lượng lương thực đạt và vượt 900 tấn, tỷ lệ hộ nghèo 2%."
    )
    assert [str(c.kind) for c in found] == ["target"] * 4
    told = read("Thu ngân sách đạt 98% kế hoạch năm được giao. Trong đó, thu từ đất là 20 tỷ đồng.")
    assert [str(c.kind) for c in told] == ["result"] * 2


def test_a_part_goes_on_with_the_time_of_the_whole() -> None:
    found = read(
        "Năm 2021, kinh tế khá. Thu ngân sách đến cuối tháng 7/2021 là 213 tỷ đồng; trong đó thu nội địa đạt 155 tỷ đồng.",
        "Tỷ lệ hộ nghèo vẫn còn 15% và phấn đấu năm 2022 giảm 2%.",
    )
    assert [(c.period, str(c.kind)) for c in found] == [
        ("2021-01/2021-07", "result"),
        ("2021-01/2021-07", "result"),
        ("2021", "result"),
        ("2022", "target"),
    ]


def test_parts_of_a_list_of_targets_are_announced_by_what_announces_all() -> None:
    lines = [
        "Đảng bộ, UBND xã Lâm Sơn đánh giá kết quả nhiệm kỳ 2015-2020.",
        "Các chỉ tiêu chủ yếu (nhiệm kỳ 2020-2025)",
        "- Về kinh tế:",
        "(1) Thu nhập bình quân đầu người: 45 triệu đồng/năm.",
        "(2) Thu ngân sách tăng: 10%.",
        "- Về văn hóa - xã hội:",
        "(3) Tỷ lệ hộ nghèo: 2%.",
        "- Về quốc phòng - an ninh:",
        "(4) Tỷ lệ thôn an toàn về an ninh: 100%.",
    ]
    found = read(*lines, published=None)
    assert [(str(c.kind), c.period) for c in found] == [("target", "2020-2025")] * 4


def test_an_article_of_the_economy_of_a_place_needs_no_committee() -> None:
    found = facts(
        "Năm 2024, giá trị sản xuất nông nghiệp của tỉnh ước đạt 9.000 tỷ đồng. Năng suất lúa bình quân đạt 61 tạ/ha. "
        "Sản lượng lúa đạt 250.000 tấn.",
        title="Nông nghiệp tỉnh Ninh Bình được mùa",
        published="2024-12-20",
    )
    assert [(float(c.value), c.period) for c in found.indicators] == [
        (9000.0, "2024"),
        (61.0, "2024"),
        (250000.0, "2024"),
    ]


def test_a_title_with_a_place_and_its_figure_opens_a_report() -> None:
    found = facts(
        "Toàn tỉnh hiện có 41/90 xã đạt chuẩn nông thôn mới.",
        title="Tỉnh Ninh Bình: 41/90 xã đạt chuẩn nông thôn mới",
    )
    assert [(float(c.value), c.unit) for c in found.indicators] == [(41.0, "/90 xã")]


def test_an_insurance_of_a_place_reports_whom_it_insures() -> None:
    found = facts(
        "Đến hết tháng 4/2023, toàn tỉnh có 80.000 người tham gia BHXH bắt buộc, đạt 92% kế hoạch; 9.000 người tham gia "
        "BHXH tự nguyện; tỷ lệ bao phủ BHYT đạt 91,8% dân số. Tổng thu BHXH, BHYT, BHTN đạt 900 tỷ đồng.",
        title="Bảo hiểm xã hội tỉnh Ninh Bình phát triển người tham gia",
        published="2023-05-10",
    )
    assert [float(c.value) for c in found.indicators] == [80000.0, 92.0, 9000.0, 91.8, 900.0]


def test_a_union_in_the_title_reports_as_a_committee_does() -> None:
    found = facts(
        "Hội Nông dân tỉnh Ninh Bình cho biết, nhiệm kỳ 2016-2021, các cấp Hội kết nạp 2.100 hội viên.",
        "Nhiệm kỳ 2021-2026, Hội phấn đấu kết nạp 2.500 hội viên.",
        title="Hội Nông dân tỉnh Ninh Bình đại hội",
        published="2021-03-26",
    )
    assert [(str(c.kind), c.period) for c in found.indicators] == [("result", "2016-2021"), ("target", "2021-2026")]


def test_a_congress_of_a_union_in_the_title_reports_as_a_committee_does() -> None:
    found = facts(
        "Hội LHPN huyện Hải Hậu tổ chức đại hội.",
        "Nhiệm kỳ 2016-2021, các cấp Hội giúp 283 hộ thoát nghèo (trong đó có 151 hộ nữ), đạt 135,9% so với nghị quyết.",
        title="Đại hội đại biểu phụ nữ huyện Hải Hậu lần thứ XII",
        published="2021-10-07",
    )
    assert [(c.indicator, float(c.value)) for c in found.indicators] == [
        ("hộ thoát nghèo", 283.0),
        ("hộ nữ", 151.0),
        ("hộ thoát nghèo", 135.9),
    ]


def test_what_a_structure_shifts_to_is_told_for_itself() -> None:
    names = rows(
        "Huyện phấn đấu tăng trưởng 10%; cơ cấu kinh tế chuyển dịch theo hướng dịch vụ chiếm 47%, công nghiệp 36%."
    )
    assert [(name, value) for name, _, value, _ in names] == [
        ("tăng trưởng", 10.0),
        ("dịch vụ", 47.0),
        ("công nghiệp", 36.0),
    ]


def test_places_in_a_ranking_are_won_and_lost() -> None:
    names = rows("Năm 2022, chỉ số PCI của tỉnh tăng 7 bậc so với năm trước, chỉ số PAPI giảm 2 bậc.")
    assert [(name, value, unit) for name, _, value, unit in names] == [
        ("chỉ số PCI", 7.0, "bậc tăng so với năm trước"),
        ("chỉ số PAPI", 2.0, "bậc giảm"),
    ]
    assert not read("Ông được tăng 2 bậc lương. Trường có 3 bậc học.")


def test_who_gets_a_badge_is_told_with_its_years() -> None:
    names = rows("Huyện ủy có 7 đảng viên nhận Huy hiệu 60 năm tuổi Đảng, 5 đảng viên nhận Huy hiệu 50 năm tuổi Đảng.")
    assert [name for name, *_ in names] == [
        "đảng viên nhận Huy hiệu 60 năm tuổi Đảng",
        "đảng viên nhận Huy hiệu 50 năm tuổi Đảng",
    ]


def test_a_name_that_another_number_has_is_not_that_of_the_next() -> None:
    names = rows("Qua đó, nâng tổng số chi bộ của Đảng bộ huyện lên 62, với 2.353 đảng viên.")
    assert all("chi bộ" not in name for name, *_ in names)


def test_those_who_lead_a_sitting_are_not_counted() -> None:
    found = read(
        "Đại hội Đảng bộ huyện Sơn Lâm tiến hành bầu Đoàn Chủ tịch gồm 24 đồng chí; Đoàn Thư ký gồm 3 đồng chí.",
        "Đảng bộ huyện Sơn Lâm có 1.200 đảng viên.",
    )
    assert [float(c.value) for c in found] == [1200.0]


def test_what_brackets_count_is_no_base_of_what_follows_them() -> None:
    names = rows("Huyện kết nạp 283 đảng viên (trong đó có 151 đảng viên nữ), đạt 105,9% so với nghị quyết.")
    assert [name for name, *_ in names] == ["kết nạp đảng viên", "đảng viên nữ", "kết nạp đảng viên"]


def test_the_nations_figures_are_its_own_in_an_article_of_the_government() -> None:
    found = facts(
        "Chính phủ họp phiên thường kỳ tháng 9.",
        "Tốc độ tăng trưởng GDP 9 tháng ước đạt 7,8%; 16 địa phương tăng trên 8%, trong đó Quảng Ninh dẫn đầu.",
        "Thu ngân sách nhà nước đạt 1.900 nghìn tỷ đồng; tính chung 9 tháng, thu hút FDI đạt 28 tỷ USD.",
        title="Chính phủ họp bàn kinh tế",
        published="2025-10-06",
    )
    told = [(c.subject.name if c.subject else None, float(c.value), c.period) for c in found.indicators]
    assert ("Việt Nam", 7.8, "2025-01/2025-09") in told
    assert ("Việt Nam", 28.0, "2025-01/2025-09") in told
    assert all(c.subject is not None and c.subject.level == 0 for c in found.indicators if c.value != 8)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            [
                "Sáng nay, tại Hà Nội, Tổng cục Thống kê họp báo: GDP quý II tăng 6,12% so với cùng kỳ.",
                "Tính chung 6 tháng, CPI bình quân tăng 3,05%; kim ngạch xuất khẩu đạt kỷ lục 190 tỷ USD, xuất siêu 8,4 tỷ USD.",
            ],
            [(6.12, "2023-Q2"), (3.05, "2023-H1"), (190.0, "2023-H1"), (8.4, "2023-H1")],
        ),
        (
            [
                "Bộ Nông nghiệp và Môi trường tổng kết công tác 6 tháng đầu năm.",
                "Giá trị sản xuất toàn ngành tăng 3,4%, tỷ lệ che phủ rừng đạt 42%, xuất khẩu nông sản 29 tỷ USD.",
            ],
            [(3.4, "2023-H1"), (42.0, "2023-H1"), (29.0, "2023-H1")],
        ),
        (
            [
                "Nửa đầu năm 2023, GDP của Việt Nam tăng 6%, xuất khẩu tăng 9%, CPI tăng 3%.",
                "Ở nhóm dẫn đầu, các tỉnh có GRDP tăng trên 2 con số gồm Bắc Giang (13,1%), Hà Nam (11,2%) và Nam Định 10,6%.",
            ],
            [(6.0, "2023-H1"), (9.0, "2023-H1"), (3.0, "2023-H1"), (13.1, "2023-H1"), (11.2, "2023-H1"), (10.6, "2023-H1")],
        ),
    ],
)
def test_a_report_of_the_nation_or_a_ministry_needs_no_committee(
    lines: list[str], expected: list[tuple[float, str]]
) -> None:
    found = facts(*lines, published="2023-07-04")
    assert [(float(c.value), c.period) for c in found.indicators] == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            [
                "Đại hội xác định giai đoạn 2025-2030, xây dựng huyện Lâm Sơn phát triển nhanh, bền vững.",
                "Tốc độ tăng giá trị sản xuất bình quân đạt 11%/năm. Quy mô kinh tế theo giá hiện hành 9.400 tỷ đồng.",
                "Ở lĩnh vực môi trường, tỷ lệ che phủ rừng đạt 55%.",
            ],
            [("target", "2025-2030")] * 3,
        ),
        (
            [
                "Đại hội xác định giai đoạn 2025-2030, xây dựng huyện Lâm Sơn phát triển nhanh, bền vững.",
                "Năm 2024, thu ngân sách đạt 500 tỷ đồng.",
            ],
            [("result", "2024")],
        ),
        (
            [
                "Huyện Lâm Sơn xây dựng quê hương giàu đẹp vào năm 2030.",
                "Trong 5 năm qua, thu ngân sách đạt 2.500 tỷ đồng; trong đó, năm 2024 đạt 600 tỷ đồng.",
            ],
            [("result", "2020-2025"), ("result", "2024")],
        ),
        (
            [
                "Đại hội đề ra 20 chỉ tiêu, trong đó đến năm 2030 thu ngân sách đạt 800 tỷ đồng; thu nhập bình quân "
                "đầu người 95 triệu đồng; tỷ lệ che phủ rừng 60%.",
            ],
            [("target", "2025-2030"), ("target", "2030"), ("target", "2030"), ("target", "2030")],
        ),
    ],
)
def test_what_is_set_out_without_a_number_holds_for_the_next_passages(
    lines: list[str], expected: list[tuple[str, str]]
) -> None:
    title = "Đại hội Đảng bộ huyện Lâm Sơn, nhiệm kỳ 2025-2030"
    found = facts(*lines, title=title, published="2025-07-20")
    assert [(str(c.kind), c.period) for c in found.indicators] == expected


def test_what_is_carried_out_is_not_told_of_now() -> None:
    found = facts(
        "UBND và HĐND huyện Lâm Sơn họp. Qua 8 năm thực hiện chương trình, tỷ lệ hộ nghèo còn 3%. Quy mô kinh tế theo giá "
        "hiện hành là 900 tỷ đồng. Hiện tỷ lệ che phủ rừng là 42%.",
        published="2019-08-01",
    )
    assert [c.period for c in found.indicators] == [None, None, "2019-08"]


def test_a_board_reports_for_the_committee_that_it_serves() -> None:
    lines = ["Theo báo cáo của Ban Tổ chức Huyện ủy Vụ Bản, các chi bộ kết nạp được 57 đảng viên, đạt 80% kế hoạch."]
    found = [claim.subject for claim in read(*lines)]
    assert [body.label for body in found if isinstance(body, Organization)] == ["Huyện ủy Vụ Bản"] * 2


@pytest.mark.parametrize(
    ("teller", "subject"),
    [
        ("Tổng cục Thống kê cho biết", None),
        ("Theo báo cáo nhanh của Cục Thống kê tỉnh Hà Nam", "tỉnh Hà Nam"),
    ],
)
def test_an_office_of_statistics_counts_for_others(teller: str, subject: str | None) -> None:
    found = facts(f"{teller}, trong 2 tháng đầu năm 2023, kim ngạch xuất khẩu đạt 200 triệu USD.", title="Xuất khẩu 2 tháng đầu năm")
    (claim,) = found.indicators
    whose = claim.subject
    assert (whose.full_name if isinstance(whose, Unit) else whose.label if whose is not None else None) == subject


def test_a_part_is_told_by_its_own_words() -> None:
    found = read(
        "Đảng bộ huyện có 40 đồng chí nhận Huy hiệu Đảng. Trong đó, có 3 đồng chí nhận Huy hiệu 60 năm tuổi Đảng.",
    )
    assert [(c.indicator, c.value) for c in found] == [
        ("đồng chí nhận Huy hiệu Đảng", 40),
        ("đồng chí nhận Huy hiệu 60 năm tuổi Đảng", 3),
    ]


def test_the_only_place_of_the_sentence_before_is_nearer_than_the_one_that_opens_the_title() -> None:
    lines = [
        "Chủ tịch UBND huyện Lê Văn An cho biết: Vừa qua, cán bộ và nhân dân huyện Lộc Bình tổ chức tốt cuộc bầu cử.",
        "Tỷ lệ cử tri đi bầu đạt 99,9%.",
    ]
    article = Article("a", blocks_of("Lạng Sơn: Huyện Lộc Bình bầu cử", [" ".join(lines)]), published="2021-06-30")
    found = pipeline.facts(article)
    assert {c.subject.name for c in found.indicators if c.subject is not None} == {"Lộc Bình"}


def test_a_venue_is_no_subject() -> None:
    (target,) = read(
        "Sáng 23/1, tại Trung tâm Hội nghị Quốc gia (Hà Nội), Đại hội đại biểu toàn quốc lần thứ XIV của Đảng họp.",
        "Nghị quyết Đại hội xác định mục tiêu tốc độ tăng trưởng GDP bình quân 10%/năm trở lên.",
        published="2026-01-25",
    )
    assert "Trung tâm" not in str(target.subject)


def test_months_after_what_is_measured_are_those_just_over() -> None:
    found = facts(
        "UBND và HĐND tỉnh Lâm Đồng họp. Thu ngân sách 6 tháng đạt 5.000 tỷ đồng, tỷ lệ hộ nghèo còn 3%.",
        published="2023-07-10",
    )
    assert found.indicators[0].period == "2023-H1"


def test_where_a_report_was_sent_from_has_no_number() -> None:
    found = facts(
        "Hà Nội (TTXVN 1/12) Đại hội Đảng bộ tỉnh Ninh Bình thông qua nghị quyết. Thu ngân sách phấn đấu đạt 9.000 tỷ "
        "đồng, tỷ lệ hộ nghèo còn 3%.",
        published="2025-12-01",
    )
    assert {c.subject.name for c in found.indicators if isinstance(c.subject, Unit)} == {"Ninh Bình"}


def test_each_place_of_a_list_has_its_own_number() -> None:
    found = facts(
        "Nửa đầu năm 2023, GDP của Việt Nam tăng 6%, xuất khẩu tăng 9%, CPI tăng 3%.",
        "Các địa phương có GRDP tăng cao gồm: Bắc Giang tăng 13,1%, Quảng Ngãi 12,4%, Hà Nam 11,2%.",
        published="2023-07-04",
    )
    placed = [c for c in found.indicators if c.rule == "indicator-placed"]
    told = [(c.subject.full_name, c.indicator, float(c.value)) for c in placed if isinstance(c.subject, Unit)]
    assert told == [
        ("tỉnh Bắc Giang", "GRDP", 13.1),
        ("tỉnh Quảng Ngãi", "GRDP", 12.4),
        ("tỉnh Hà Nam", "GRDP", 11.2),
    ]


def test_each_body_of_a_list_has_its_own_number() -> None:
    found = facts(
        "Trong quý I, Đảng bộ tỉnh Ninh Thuận kết nạp 187 đảng viên mới. Trong đó, các đảng bộ có tỷ lệ kết nạp đảng viên "
        "mới cao gồm: Đảng bộ huyện Ninh Sơn 45%; Đảng bộ huyện Thuận Nam đạt 41%.",
        published="2015-04-02",
    )
    placed = [c for c in found.indicators if c.rule == "indicator-placed"]
    told = [(c.subject.label, float(c.value)) for c in placed if isinstance(c.subject, Organization)]
    assert told == [("Huyện ủy Ninh Sơn", 45), ("Huyện ủy Thuận Nam", 41)]


def test_what_a_body_consists_of_has_no_period_unless_told() -> None:
    lead = "Hội nghị đánh giá công tác xây dựng Đảng quý I năm 2022 của Đảng bộ tỉnh Ninh Thuận."
    found = facts(
        lead,
        "Đảng bộ tỉnh có 11 đảng bộ trực thuộc, 900 chi bộ và 28.000 đảng viên; kết nạp 120 đảng viên.",
        "Cuối năm 2021, Đảng bộ tỉnh có 898 chi bộ.",
        published="2022-04-10",
    )
    told = {(float(c.value), c.period) for c in found.indicators}
    assert told == {(11, None), (900, None), (28000, None), (120, "2022-Q1"), (898, "2021")}


def test_a_term_that_opens_a_passage_holds_beyond_the_year_of_one_number() -> None:
    found = facts(
        "Trong nhiệm kỳ qua, kinh tế xã Phú Bình phát triển khá: giá trị sản xuất tăng bình quân 7%/năm. Thu nhập bình quân "
        "đầu người năm 2025 đạt 51 triệu đồng. Toàn xã đã trồng mới 260 ha rừng.",
        title="Đại hội Đảng bộ xã Phú Bình, nhiệm kỳ 2025-2030",
        published="2025-08-19",
    )
    told = {(float(c.value), c.period) for c in found.indicators}
    assert told == {(7, "2020-2025"), (51, "2025"), (260, "2020-2025")}


def test_what_a_year_was_prepared_for_is_no_target_of_what_follows() -> None:
    found = facts(
        "Trong 6 tháng đầu năm 2023, kinh tế huyện Lâm Sơn ổn định, tạo đà thực hiện tốt nhiệm vụ, kế hoạch năm 2023. Cụ thể, "
        "tổng giá trị sản xuất tăng 7% so với cùng kỳ.",
        title="Hội nghị Huyện ủy Lâm Sơn",
        published="2023-07-03",
    )
    assert [(str(c.kind), c.period) for c in found.indicators] == [("result", "2023-H1")]


def test_a_day_before_a_list_of_counts_is_that_of_all() -> None:
    found = facts(
        "Đảng bộ, HĐND và UBND huyện Lâm Sơn đánh giá kết quả 6 tháng đầu năm 2018.",
        "Theo kết quả điều tra, tại thời điểm 1/4/2018 toàn huyện có 18.900 con trâu, giảm 3%; 16.700 con bò, tăng 2%.",
        title="Hội nghị Huyện ủy Lâm Sơn",
        published="2018-07-03",
    )
    assert [(float(c.value), c.period) for c in found.indicators] == [
        (18900, "2018-04-01"),
        (3, "2018-04-01"),
        (16700, "2018-04-01"),
        (2, "2018-04-01"),
    ]


def test_in_the_year_is_the_year_named_last() -> None:
    found = facts(
        "Năm 2025, Đảng bộ phường Tân Hòa đạt 10/10 chỉ tiêu.",
        "Đảng bộ đã tổ chức Đại hội lần thứ I, nhiệm kỳ 2025-2030. Trong năm, Đảng bộ kết nạp 11 đảng viên.",
        "Trong năm học 2024-2025, phường có 3 trường đạt chuẩn quốc gia.",
        published="2025-12-14",
    )
    told = {(float(c.value), c.period) for c in found.indicators if c.value > 3}
    assert told == {(10, "2025"), (11, "2025")}


def test_a_plan_made_at_the_start_of_the_year_dates_nothing() -> None:
    found = facts(
        "Sáu tháng đầu năm 2015, huyện Lâm Sơn được mùa, sản lượng lúa đạt 42.000 tấn. Thu ngân sách bảo đảm theo kế hoạch "
        "đề ra từ đầu năm, trong đó thu tiền sử dụng đất 37 tỷ đồng.",
        title="Hội nghị Huyện ủy Lâm Sơn",
        published="2015-07-10",
    )
    assert {c.period for c in found.indicators} == {"2015-H1"}


def test_the_end_of_a_year_right_behind_a_number_is_its_own() -> None:
    found = facts(
        "Tỷ lệ hộ nghèo của huyện Lâm Sơn giảm từ 42% cuối năm 2019 xuống còn 36% cuối năm 2020.",
        title="Hội nghị Huyện ủy Lâm Sơn",
        published="2021-01-10",
    )
    assert [(float(c.value), c.period) for c in found.indicators] == [(42, "2019"), (36, "2020")]


def test_each_place_of_a_list_may_tell_more_of_its_own_number() -> None:
    found = facts(
        "Vụ đông xuân năm 2018, tỉnh Quảng Bình gieo cấy nhanh, diện tích gieo trồng đạt 52.000 ha. Diện tích gieo "
        "trồng của các địa phương: Đồng Hới đạt 1.120 ha, bằng 99%; Ba Đồn đạt 2.480 ha, tăng 4%; Tuyên Hóa 2.900 ha.",
        "Năm 2018 Minh Hóa trồng thêm rừng, sản lượng gỗ khai thác đạt 12.000 m3.",
        title="Nông nghiệp Quảng Bình năm 2018",
        published="2018-12-20",
    )
    told = [
        (c.subject.full_name, c.indicator, float(c.value), c.unit)
        for c in found.indicators
        if isinstance(c.subject, Unit)
    ]
    assert told == [
        ("tỉnh Quảng Bình", "diện tích gieo trồng", 52000, "ha"),
        ("thành phố Đồng Hới", "diện tích gieo trồng", 1120, "ha"),
        ("thành phố Đồng Hới", "diện tích gieo trồng", 99, "%"),
        ("thị xã Ba Đồn", "diện tích gieo trồng", 2480, "ha"),
        ("thị xã Ba Đồn", "diện tích gieo trồng", 4, "% tăng"),
        ("huyện Tuyên Hóa", "diện tích gieo trồng", 2900, "ha"),
        ("huyện Minh Hóa", "sản lượng gỗ khai thác", 12000, "m3"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["Công ty Cổ phần Sông Lam họp cổ đông.", "Doanh thu đạt 900 tỷ đồng, xuất khẩu 20 triệu USD, nộp ngân sách 40 tỷ đồng."],
        ["Nền kinh tế Nhật Bản tăng 1%.", "GDP của Hàn Quốc tăng 2%, xuất khẩu của Trung Quốc tăng 9%, CPI của Mỹ tăng 3%."],
        ["Giá vàng trong nước sáng nay tăng 2%.", "Lãi suất 6%, xuất khẩu gạo đạt 900 USD/tấn."],
    ],
)
def test_what_firms_and_other_countries_did_is_no_report_of_the_nation(lines: list[str]) -> None:
    assert not facts(*lines, published="2023-07-04").indicators


def test_a_season_is_no_department() -> None:
    line = "UBND huyện Sơn Lâm báo cáo. Vụ Thu Đông, huyện Sơn Lâm gieo trồng 900 ha."
    assert {claim.subject.full_name for claim in read(line) if claim.subject} == {"huyện Sơn Lâm"}


def test_a_council_reports_how_its_place_did() -> None:
    first, second = read("UBND huyện Lâm Sơn báo cáo thu ngân sách đạt 9 tỷ đồng, ban hành 12 quyết định.")
    assert isinstance(first.subject, Unit)
    assert isinstance(second.subject, Organization)


AHEAD = (
    "UBND huyện Lâm Sơn thông qua kế hoạch phát triển kinh tế - xã hội năm 2022.",
    "Cụ thể, thu ngân sách đạt 500 tỷ đồng. Tỷ lệ hộ nghèo còn 2%.",
    "Tỷ lệ đô thị hóa đạt 40%.",
)
CONGRESS = (
    "Đại hội Đảng bộ huyện Lâm Sơn lần thứ X, nhiệm kỳ 2020 - 2025 bế mạc.",
    "Giai đoạn 2016 - 2020, thu ngân sách tăng 9%/năm.",
    "Đại hội xác định 20 chỉ tiêu.",
    "Các chỉ tiêu chủ yếu:",
    "Thu ngân sách tăng 11%/năm.",
    "Tỷ lệ hộ nghèo còn 1%.",
)
HEADED = (
    "Đảng bộ huyện Lâm Sơn họp.",
    "MỘT SỐ CHỈ TIÊU CHỦ YẾU NHIỆM KỲ 2020 - 2025",
    "I. Về kinh tế (2 chỉ tiêu)",
    "1. Thu ngân sách tăng 11%/năm.",
    "2. Tỷ lệ hộ nghèo còn 1%.",
)
SET = (
    "Tỉnh ủy Hà Giang họp, cho ý kiến về tình hình năm 2021 và nhiệm vụ năm 2022.",
    "Năm 2021, thu ngân sách đạt 500 tỷ đồng. Hội nghị thống nhất các chỉ tiêu chủ yếu năm 2022. "
    "Trong đó, thu ngân sách 560 tỷ đồng; tỷ lệ hộ nghèo còn 3%.",
)
TERMS = (
    "Đại hội Đảng bộ tỉnh Hà Giang, nhiệm kỳ 2020 - 2025 khai mạc. Báo cáo nêu 3 khâu đột phá cho giai đoạn "
    "2021 - 2025. Nhiệm kỳ 2015 - 2020, thu ngân sách tăng 6%/năm.",
)
REVIEWED = (
    "HĐND huyện Sơn Lâm tổ chức kỳ họp đánh giá kết quả năm 2020; triển khai phương hướng, nhiệm vụ năm 2021.",
    "Năm 2020, UBND huyện thực hiện đạt và vượt 10/13 chỉ tiêu chủ yếu về kinh tế - xã hội.",
    "Trong đó, giá trị sản xuất nông nghiệp đạt hơn 250 tỷ đồng; thu ngân sách đạt 76 tỷ đồng.",
)
LOOKED_BACK = (
    "UBND huyện Sơn Lâm thông qua kết quả năm 2019 và nhiệm vụ năm 2020. Theo đó, năm 2019 thu ngân sách đạt 49 tỷ đồng.",
)
SET_OUT = (
    "UBND huyện Sơn Lâm thông qua kết quả năm 2019 và nhiệm vụ năm 2020. Theo đó, năm 2020 thu ngân sách đạt 49 tỷ đồng.",
)
REACHED = (
    "Tỉnh ủy, HĐND, UBND tỉnh Hà Giang họp. Giai đoạn 2020 - 2025, tỉnh Hà Giang phấn đấu có 45 xã đạt chuẩn; "
    "đến nay đã có 32 xã đạt chuẩn.",
)


@pytest.mark.parametrize(
    ("published", "lines", "expected"),
    [
        (
            "2025-11-10",
            (
                "Từ đầu năm đến nay, thực hiện chương trình kiểm tra năm 2024, Huyện ủy Lâm Sơn kiểm tra 12 tổ "
                "chức đảng. Huyện ủy kết nạp 15 đảng viên, vượt 5% chỉ tiêu.",
            ),
            ["result 2025-01/2025-11"] * 3,
        ),
        (
            "2021-12-10",
            ("Huyện ủy Lâm Sơn họp. Năm 2021, thu ngân sách của huyện đạt 45/40 tỷ đồng.",),
            ["result 2021", "target 2021"],
        ),
        ("2021-12-10", AHEAD, ["target 2022", "target 2022", "target 2022"]),
        (
            "2020-08-20",
            CONGRESS,
            ["result 2016-2020", "target 2020-2025", "target 2020-2025", "target 2020-2025"],
        ),
        ("2020-08-20", HEADED, ["target 2020-2025"] * 3),
        ("2021-12-10", SET, ["result 2021", "target 2022", "target 2022"]),
        ("2020-10-10", TERMS, ["target 2021-2025", "result 2015-2020"]),
        ("2024-10-10", REACHED, ["target 2020-2025", "result 2020-2025"]),
        ("2020-12-23", REVIEWED, ["result 2020"] * 3),
        ("2019-12-31", LOOKED_BACK, ["result 2019"]),
        ("2019-12-31", SET_OUT, ["target 2020"]),
    ],
)
def test_what_is_set_and_what_was_reached(
    published: str, lines: tuple[str, ...], expected: list[str]
) -> None:
    found = pipeline.facts(Article("a", blocks_of(None, lines), published=published)).indicators
    assert [f"{c.kind} {c.period}" for c in found] == expected


def test_kind_runs_through_a_list() -> None:
    found = read("Phấn đấu: thu ngân sách đạt 700 tỷ đồng; tỷ lệ hộ nghèo còn 2%; tỷ lệ đô thị hóa đạt 40%.")
    assert [str(c.kind) for c in found] == ["target"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết đề ra 16 chỉ tiêu, trong đó kinh tế có 6 chỉ tiêu; xã hội có 7 chỉ tiêu.",
        "Đảng bộ huyện có 16 chỉ tiêu, trong đó kinh tế 6 chỉ tiêu, xã hội 7 chỉ tiêu.",
    ],
)
def test_parts_point_to_their_total(text: str) -> None:
    found = read(text)
    assert [c.indicator for c in found[1:]] == ["chỉ tiêu kinh tế", "chỉ tiêu xã hội"]
    assert [int(c.value) for c in found] == [16, 6, 7]
    assert found[0].part_of is None
    assert all(c.part_of is not None and c.part_of.quote.startswith("16") for c in found[1:])


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh Sơn Lâm có thêm 2 xã đạt chuẩn, nâng tổng số xã đạt chuẩn lên 7 xã. Thu ngân sách đạt 78 tỷ đồng.",
        "Trong 5 năm qua, tỉnh Hà Nam đã hoàn thành 16 trong số 20 chỉ tiêu của tỉnh. Tăng trưởng kinh tế đạt "
        "6,1%. Tổng thu ngân sách đạt 91 tỷ đồng. Tỷ lệ hộ nghèo còn 3%. Thu nhập đạt 70 triệu đồng.",
    ],
)
def test_the_place_of_a_passage_is_that_of_its_numbers(text: str) -> None:
    named = {getattr(claim.subject, "name", None) for claim in read(text)}
    assert len(named) == 1
    assert named <= {"Sơn Lâm", "Hà Nam"}


def test_a_party_organization_by_its_block_admits_members() -> None:
    (claim,) = read("Năm 2021, Đảng bộ Khối kết nạp 186 đảng viên.")
    assert (claim.indicator, getattr(claim.subject, "name", "")) == ("kết nạp đảng viên", "Đảng ủy Khối")


def test_parts_of_a_share_and_what_another_did() -> None:
    found = rows(
        "Toàn huyện có 34/34 xã, thị trấn đạt chuẩn nông thôn mới, huyện được công nhận đạt chuẩn. Có 90% tổ chức cơ sở "
        "đảng hoàn thành tốt nhiệm vụ, trong đó 20% hoàn thành xuất sắc."
    )
    assert [row[0] for row in found] == [
        "xã, thị trấn đạt chuẩn nông thôn mới",
        "tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ",
        "tổ chức cơ sở đảng hoàn thành xuất sắc",
    ]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Thực hiện nghị quyết của HĐND tỉnh, huyện đã xây dựng 12 nhà văn hóa.", "huyện"),
        ("Thực hiện Kế hoạch số 21 của UBND tỉnh Hòa Bình, đến nay huyện Sơn Lâm đã xây dựng 12 nhà văn hóa.", "huyện Sơn Lâm"),
        ("Dưới sự lãnh đạo của Huyện ủy, xã Tân An đã xây dựng 12 nhà văn hóa.", "xã Tân An"),
        ("Theo đề án của HĐND tỉnh Hòa Bình, các xã đã xây dựng 12 nhà văn hóa.", "Hội đồng nhân dân tỉnh Hòa Bình"),
        ("Kết quả thực hiện nghị quyết của huyện Sơn Lâm: Xây dựng 12 nhà văn hóa.", "huyện Sơn Lâm"),
        ("Năm qua, dưới sự chỉ đạo sát sao của tỉnh Hòa Bình, với nỗ lực của xã Tân An, đã xây dựng 12 nhà văn hóa.", "xã Tân An"),
        ("Sở Xây dựng tỉnh Hòa Bình quán triệt chỉ thị của Trung ương, của Tỉnh ủy; xây dựng 12 nhà văn hóa.", "Sở Xây dựng tỉnh Hòa Bình"),
        ("UBND huyện Sơn Lâm giải quyết việc làm cho 900 lao động.", "huyện Sơn Lâm"),
        ("Theo BHXH tỉnh Hòa Bình, số người tham gia BHXH bắt buộc là 9.200 người.", "tỉnh Hòa Bình"),
        ("Sở Nông nghiệp tỉnh Hòa Bình tổng kết, năng suất lúa đạt 59 tạ/ha.", "tỉnh Hòa Bình"),
        ("Kỳ họp đã thông qua 4 nghị quyết.", "Hội đồng nhân dân huyện Lâm Sơn"),
        ("Đảng ủy Khối các cơ quan tỉnh Hòa Bình họp. Đảng bộ khối có 40 chi bộ hoàn thành tốt nhiệm vụ.", "Đảng ủy Khối các cơ quan tỉnh Hòa Bình"),
    ],
)
def test_who_is_followed_does_nothing_where_somebody_acts(text: str, subject: str) -> None:
    (claim,) = read(text)
    told = claim.subject
    assert (told.label if isinstance(told, Organization) else told and told.full_name) == subject


def test_subjects() -> None:
    place, party = read(
        "Thu ngân sách của huyện Lâm Sơn đạt 5 tỷ đồng.", "Đảng bộ huyện kết nạp 20 đảng viên."
    )
    assert type(place.subject).__name__ == "Unit"
    assert type(party.subject).__name__ == "Organization"


def test_words_of_a_name_are_no_place() -> None:
    _, share = read("Huyện Lâm Sơn thu ngân sách đạt 5 tỷ đồng; tỷ lệ xã đạt chuẩn nông thôn mới 83,2%.")
    assert getattr(share.subject, "full_name", "") == "huyện Lâm Sơn"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # a comma that lists whose share it is, and one that begins what is told of others
        (
            "Huyện Lâm Sơn có 80% cán bộ, công chức cấp xã được bồi dưỡng kỹ năng số và 70% hồ sơ được giải "
            "quyết trực tuyến.",
            ["cán bộ, công chức cấp xã được bồi dưỡng kỹ năng số", "hồ sơ được giải quyết trực tuyến"],
        ),
        (
            "Năm 2021, huyện Lâm Sơn có 16/17 chỉ tiêu chủ yếu đạt kế hoạch, nhiều chỉ tiêu đạt cao như trồng rừng.",
            ["chỉ tiêu chủ yếu đạt kế hoạch"],
        ),
        # the word for `number` ends another word
        (
            "Chuyển đổi số được huyện Lâm Sơn đẩy mạnh với 80% công chức được bồi dưỡng.",
            ["công chức được bồi dưỡng"],
        ),
    ],
)
def test_what_shares_are_of(line: str, expected: list[str]) -> None:
    assert [claim.indicator for claim in read(line)] == expected


def test_parts_in_brackets_have_their_own_periods() -> None:
    found = read(
        "Tăng trưởng kinh tế huyện Lâm Sơn 6 tháng đầu năm đạt 5,74% (quý I tăng 3,18%, quý II tăng 9,58%).",
        published="2023-07-15",
    )
    assert [claim.period for claim in found] == ["2023-H1", "2023-Q1", "2023-Q2"]


def test_days_of_a_congress_are_not_what_it_reports_of() -> None:
    found = read(
        "Đại hội Đảng bộ huyện Lâm Sơn, nhiệm kỳ 2020 - 2025, diễn ra từ ngày 12 đến 15 tháng 10 năm 2020, với "
        "tinh thần dân chủ.",
        "Thu ngân sách huyện Lâm Sơn đạt 45 tỷ đồng.",
        published="2020-10-15",
    )
    assert all("/" not in (claim.period or "") for claim in found)


@pytest.mark.parametrize(
    ("digits", "value"),
    [("3.842", "3842"), ("13,1", "13.1"), ("12.5", "12.5"), ("1.250.000", "1250000"), ("1.234,5", "1234.5")],
)
def test_numbers(digits: str, value: str) -> None:
    assert str(number(digits)) == value


def test_counted_things_have_no_decimals() -> None:
    assert number("7,500", counted=True) == 7500


def test_quantities_keep_offsets() -> None:
    scan = recognise(
        normalise(Article("a", blocks_of(None, ["Trồng 2.400m2 rau và 7/25 chỉ tiêu."]))), lexicon()
    )
    found = list(quantities(scan, lexicon()))
    assert [scan.text.content[q.start : q.end] for q in found] == ["2.400m2", "7/25 chỉ tiêu"]
    assert [q.unit for q in found] == ["m2", "/25 chỉ tiêu"]


def test_unread_numbers_are_listed() -> None:
    article = Article("a", blocks_of(None, [LEAD, "Bà con góp 30 tấn quanh vùng."]))
    scan = recognise(normalise(article), lexicon())
    unread: list[Unread] = []
    assert list(indicators(scan, lexicon(), unread)) == []
    assert [u.pattern for u in unread] == ["indicator:tonne"]


@pytest.mark.parametrize("line", ["Bà con góp 30 tấn quanh vùng.", "Góp ba đảng viên quanh vùng."])
def test_numbers_are_not_even_read_where_no_public_body_speaks(line: str) -> None:
    scan = recognise(normalise(Article("a", blocks_of(None, [line]))), lexicon())
    unread: list[Unread] = []
    assert list(indicators(scan, lexicon(), unread)) == []
    assert unread == []


def test_what_is_unread_is_told_in_the_order_of_the_stages() -> None:
    """First the posts and people that no rule ties, then the numbers."""
    lines = [
        LEAD,
        "Bà con góp 30 tấn quanh vùng.",
        "Gặp ông Lê Văn Hải, quanh vùng thì Chủ tịch UBND huyện Lâm Sơn.",
    ]
    found = pipeline.facts(Article("a", blocks_of(None, lines))).unread
    patterns = [u.pattern for u in found]
    assert patterns == ["post without a holder", "person without a post", "indicator:tonne"]


#: Reports as party papers write them: publication, lines, and rows by kind and period.
REPORTS: list[tuple[str | None, list[str], dict[str, str]]] = [
    (
        "2021-12-28",
        [
            "Đảng bộ huyện Thanh Lâm tổng kết công tác năm 2021",
            "Sáng 27/12, Huyện ủy Thanh Lâm tổ chức hội nghị tổng kết công tác năm 2021, triển khai "
            "nhiệm vụ năm 2022.",
            "Năm 2021, tổng giá trị sản xuất ước đạt 12.450 tỷ đồng, tăng 9,8% so với năm 2020. Trong"
            " đó, nông, lâm, thủy sản đạt 2.310 tỷ đồng, tăng 3,1%; công nghiệp - xây dựng đạt 6.820 "
            "tỷ đồng, tăng 12,4%; thương mại - dịch vụ đạt 3.320 tỷ đồng, tăng 9,2%. Thu ngân sách "
            "trên địa bàn đạt 412,6 tỷ đồng, bằng 131% dự toán tỉnh giao. Thu nhập bình quân đầu "
            "người đạt 52,3 triệu đồng/năm. Toàn huyện có thêm 3 xã đạt chuẩn nông thôn mới, nâng "
            "tổng số xã đạt chuẩn lên 14/18 xã. Tỷ lệ hộ nghèo giảm còn 2,87%; tạo việc làm mới cho "
            "2.150 lao động.",
            "Công tác xây dựng Đảng được chú trọng. Toàn Đảng bộ kết nạp 168 đảng viên mới, đạt 112% "
            "kế hoạch. Cấp ủy và UBKT các cấp đã kiểm tra 86 tổ chức đảng và 214 đảng viên; thi hành "
            "kỷ luật 15 đảng viên.",
            "Năm 2022, huyện phấn đấu tốc độ tăng giá trị sản xuất đạt 11% trở lên; thu ngân sách đạt"
            " trên 450 tỷ đồng; giảm tỷ lệ hộ nghèo xuống dưới 2%; kết nạp từ 150 đảng viên trở lên.",
        ],
        {
            "result 2021": (
                "tổng giá trị sản xuất = 12450 tỷ đồng; tổng giá trị sản xuất = 9.8 % tăng so với năm 2020; giá "
                "trị sản xuất nông, lâm, thủy sản = 2310 tỷ đồng; giá trị sản xuất nông, lâm, thủy sản = 3.1 % "
                "tăng; giá trị sản xuất công nghiệp - xây dựng = 6820 tỷ đồng; giá trị sản xuất công nghiệp - xây"
                " dựng = 12.4 % tăng; giá trị sản xuất thương mại - dịch vụ = 3320 tỷ đồng; giá trị sản xuất "
                "thương mại - dịch vụ = 9.2 % tăng; thu ngân sách trên địa bàn = 412.6 tỷ đồng; thu ngân sách "
                "trên địa bàn = 131 % dự toán tỉnh giao; thu nhập bình quân đầu người = 52.3 triệu đồng/năm; xã "
                "đạt chuẩn nông thôn mới = 3 xã; xã đạt chuẩn = 14 /18 xã; tỷ lệ hộ nghèo = 2.87 %; tạo việc làm "
                "mới = 2150 lao động; kết nạp đảng viên mới = 168 đảng viên mới; kết nạp đảng viên mới = 112 % kế"
                " hoạch; kiểm tra tổ chức đảng = 86 tổ chức đảng; kiểm tra đảng viên = 214 đảng viên; thi hành kỷ"
                " luật = 15 đảng viên"
            ),
            "target 2022": (
                "tốc độ tăng giá trị sản xuất >= 11 %; thu ngân sách > 450 tỷ đồng; tỷ lệ hộ nghèo < 2 %; kết nạp"
                " đảng viên >= 150 đảng viên"
            ),
        },
    ),
    (
        "2020-08-14",
        [
            "Đại hội Đảng bộ thị xã Bình Hòa lần thứ XII",
            "Nhiệm kỳ 2015-2020, Đảng bộ thị xã Bình Hòa đã hoàn thành 21/24 chỉ tiêu Nghị quyết đại "
            "hội đề ra, trong đó có 9 chỉ tiêu vượt.",
            "Tốc độ tăng trưởng kinh tế bình quân đạt 13,6%/năm, vượt 1,1% so với nghị quyết. Cơ cấu "
            "kinh tế chuyển dịch đúng hướng: công nghiệp - xây dựng chiếm 58%, dịch vụ chiếm 33%, "
            "nông nghiệp chiếm 9%. Tổng vốn đầu tư toàn xã hội 5 năm đạt 18.700 tỷ đồng, gấp 1,9 lần "
            "nhiệm kỳ trước. Thu hút 47 dự án đầu tư với tổng vốn đăng ký 6.300 tỷ đồng. 100% số xã "
            "đạt chuẩn nông thôn mới; 87,5% trường đạt chuẩn quốc gia; 96% dân số tham gia bảo hiểm y"
            " tế.",
            "Đại hội đề ra 18 chỉ tiêu chủ yếu nhiệm kỳ 2020-2025, gồm: tốc độ tăng trưởng kinh tế "
            "bình quân 12-13%/năm; thu nhập bình quân đầu người đến năm 2025 đạt 95 triệu đồng; tỷ lệ"
            " đô thị hóa đạt 70%; hằng năm có trên 90% tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ; "
            "mỗi năm kết nạp 120 đảng viên mới.",
            "Đại hội xác định 3 khâu đột phá và 6 nhóm nhiệm vụ trọng tâm. Đại hội đã bầu 39 đồng chí"
            " vào Ban Chấp hành. Tham dự đại hội có 248 đại biểu đại diện cho hơn 5.600 đảng viên "
            "toàn Đảng bộ.",
        ],
        {
            "result 2015-2020": (
                "chỉ tiêu hoàn thành = 21 /24 chỉ tiêu; chỉ tiêu vượt = 9 chỉ tiêu; tốc độ tăng trưởng kinh tế "
                "bình quân = 13.6 %/năm; tốc độ tăng trưởng kinh tế bình quân = 1.1 % vượt so với nghị quyết; cơ "
                "cấu kinh tế công nghiệp - xây dựng = 58 %; cơ cấu kinh tế dịch vụ = 33 %; cơ cấu kinh tế nông "
                "nghiệp = 9 %; tổng vốn đầu tư toàn xã hội = 18700 tỷ đồng; tổng vốn đầu tư toàn xã hội = 1.9 lần"
                " nhiệm kỳ trước; thu hút dự án đầu tư = 47 dự án; tổng vốn đăng ký = 6300 tỷ đồng; xã đạt chuẩn "
                "nông thôn mới = 100 %; trường đạt chuẩn quốc gia = 87.5 %; dân số tham gia bảo hiểm y tế = 96 %"
            ),
            "target 2020-2025": (
                "chỉ tiêu chủ yếu = 18 chỉ tiêu; tốc độ tăng trưởng kinh tế bình quân >= 12 %/năm; tốc độ tăng "
                "trưởng kinh tế bình quân <= 13 %/năm; tỷ lệ đô thị hóa = 70 %; tổ chức cơ sở đảng hoàn thành tốt"
                " nhiệm vụ > 90 %; kết nạp đảng viên mới = 120 đảng viên/năm; khâu đột phá = 3 khâu đột phá; "
                "nhóm nhiệm vụ trọng tâm = 6 nhóm nhiệm vụ"
            ),
            "target 2025": ("thu nhập bình quân đầu người = 95 triệu đồng"),
        },
    ),
    (
        "2023-07-06",
        [
            "Tỉnh ủy Phú Giang sơ kết 6 tháng đầu năm",
            "6 tháng đầu năm 2023, tốc độ tăng trưởng kinh tế (GRDP) của tỉnh ước tăng 7,42%, xếp thứ"
            " 15 cả nước. Tổng thu ngân sách nhà nước trên địa bàn ước 5.870 tỷ đồng, bằng 54% dự "
            "toán, tăng 6% so với cùng kỳ; trong đó thu nội địa 4.960 tỷ đồng, thu xuất nhập khẩu 910"
            " tỷ đồng. Chỉ số sản xuất công nghiệp tăng 8,1%. Tổng mức bán lẻ hàng hóa và doanh thu "
            "dịch vụ đạt 28.400 tỷ đồng. Kim ngạch xuất khẩu đạt 1,25 tỷ USD, giảm 4,3%. Toàn tỉnh "
            "đón 2,1 triệu lượt khách du lịch, doanh thu đạt 1.640 tỷ đồng.",
            "Đến ngày 30/6/2023, giải ngân vốn đầu tư công đạt 38,5% kế hoạch. Toàn tỉnh có 620 doanh"
            " nghiệp thành lập mới với tổng vốn đăng ký hơn 7.900 tỷ đồng; 315 doanh nghiệp tạm ngừng"
            " hoạt động.",
            "Tỷ lệ bao phủ bảo hiểm y tế 93,2%. Giải quyết việc làm cho 14.800 lao động, đạt 59,2% kế"
            " hoạch năm; xuất khẩu lao động 820 người.",
            "Phấn đấu cả năm 2023, tăng trưởng GRDP từ 8,5% trở lên, thu ngân sách nhà nước 11.200 tỷ đồng.",
        ],
        {
            "result 2023-H1": (
                "tốc độ tăng trưởng kinh tế (GRDP) = 7.42 % tăng; tổng thu ngân sách nhà nước trên địa bàn = 5870"
                " tỷ đồng; tổng thu ngân sách nhà nước trên địa bàn = 54 % dự toán; tổng thu ngân sách nhà nước "
                "trên địa bàn = 6 % tăng so với cùng kỳ; thu nội địa = 4960 tỷ đồng; thu xuất nhập khẩu = 910 tỷ "
                "đồng; chỉ số sản xuất công nghiệp = 8.1 % tăng; tổng mức bán lẻ hàng hóa và doanh thu dịch vụ = "
                "28400 tỷ đồng; kim ngạch xuất khẩu = 1.25 tỷ USD; kim ngạch xuất khẩu = 4.3 % giảm; đón khách du"
                " lịch = 2.1 triệu lượt khách du lịch; doanh thu = 1640 tỷ đồng; tỷ lệ bao phủ bảo hiểm y tế = "
                "93.2 %; giải quyết việc làm = 14800 lao động; giải quyết việc làm = 59.2 % kế hoạch năm; xuất "
                "khẩu lao động = 820 người"
            ),
            "result 2023-06-30": (
                "giải ngân vốn đầu tư công = 38.5 % kế hoạch; doanh nghiệp thành lập mới = 620 doanh nghiệp; tổng"
                " vốn đăng ký > 7900 tỷ đồng; doanh nghiệp tạm ngừng hoạt động = 315 doanh nghiệp"
            ),
            "target 2023": ("tăng trưởng GRDP >= 8.5 %; thu ngân sách nhà nước = 11200 tỷ đồng"),
        },
    ),
    (
        "2022-11-18",
        [
            "Xã Tân Lập về đích nông thôn mới nâng cao",
            "Xã Tân Lập, huyện Yên Bình có diện tích tự nhiên 1.245 ha, dân số 7.860 người, 1.920 hộ,"
            " sinh sống ở 9 thôn. Đảng bộ xã có 312 đảng viên, sinh hoạt tại 14 chi bộ.",
            "Sau 10 năm, xã đã huy động 186 tỷ đồng xây dựng nông thôn mới, trong đó nhân dân đóng "
            "góp 42 tỷ đồng; nhân dân hiến 23.500 m2 đất, đóng góp 11.000 ngày công. Đến nay, xã đã "
            "bê tông hóa 32,5 km đường giao thông nông thôn; 100% đường trục thôn được cứng hóa; "
            "98,5% số hộ sử dụng nước hợp vệ sinh.",
            "Thu nhập bình quân đầu người năm 2021 đạt 56 triệu đồng, tăng 31 triệu đồng so với năm "
            "2012; tỷ lệ hộ nghèo đa chiều còn 1,2%. Xã có 9/9 thôn đạt danh hiệu làng văn hóa, 6 sản"
            " phẩm OCOP, trong đó có 2 sản phẩm đạt 4 sao.",
        ],
        {
            "result": (
                "diện tích tự nhiên = 1245 ha; dân số = 7860 người; hộ = 1920 hộ; đảng viên = 312 đảng viên; chi "
                "bộ = 14 chi bộ; huy động xây dựng nông thôn mới = 186 tỷ đồng; nhân dân đóng góp = 42 tỷ đồng; "
                "hiến đất = 23500 m2; đóng góp ngày công = 11000 ngày công; bê tông hóa đường giao thông nông "
                "thôn = 32.5 km"
            ),
            "result 2022-11": "đường trục thôn được cứng hóa = 100 %; số hộ sử dụng nước hợp vệ sinh = 98.5 %",
            "result 2021": (
                "thu nhập bình quân đầu người = 56 triệu đồng; thu nhập bình quân đầu người = 31 triệu đồng tăng "
                "so với năm 2012; tỷ lệ hộ nghèo đa chiều = 1.2 %; thôn đạt danh hiệu làng văn hóa = 9 /9 thôn; "
                "sản phẩm OCOP = 6 sản phẩm OCOP; sản phẩm đạt 4 sao = 2 sản phẩm"
            ),
        },
    ),
    (
        "2022-03-30",
        [
            "Đảng bộ huyện Mỹ Sơn: Nâng cao chất lượng tổ chức cơ sở đảng",
            "Đảng bộ huyện Mỹ Sơn hiện có 52 tổ chức cơ sở đảng, 8.450 đảng viên. Kết quả đánh giá, "
            "xếp loại năm 2021: có 12 tổ chức cơ sở đảng hoàn thành xuất sắc nhiệm vụ, chiếm 23,1%; "
            "38 tổ chức hoàn thành tốt nhiệm vụ, chiếm 73,1%; 2 tổ chức hoàn thành nhiệm vụ, chiếm "
            "3,8%. Số đảng viên hoàn thành tốt nhiệm vụ trở lên đạt 91,4%.",
            "Trong quý I/2022, Huyện ủy đã ban hành 4 nghị quyết, 7 chỉ thị, 15 kế hoạch. Các cấp ủy "
            "mở 12 lớp bồi dưỡng cho 1.050 lượt cán bộ, đảng viên; kết nạp được 41 đảng viên, đạt "
            "27,3% chỉ tiêu; trao Huy hiệu Đảng cho 63 đồng chí.",
            "UBKT Huyện ủy kiểm tra dấu hiệu vi phạm đối với 3 tổ chức đảng, 5 đảng viên; giám sát "
            "chuyên đề 6 tổ chức đảng; tiếp nhận 9 đơn thư, đã giải quyết 7 đơn. Đã thi hành kỷ luật "
            "6 đảng viên, trong đó khiển trách 4, cảnh cáo 1, khai trừ 1.",
        ],
        {
            "result": ("tổ chức cơ sở đảng = 52 tổ chức cơ sở đảng; đảng viên = 8450 đảng viên"),
            "result 2021": (
                "tổ chức cơ sở đảng hoàn thành xuất sắc nhiệm vụ = 12 tổ chức cơ sở đảng; tổ chức cơ sở đảng hoàn"
                " thành xuất sắc nhiệm vụ = 23.1 %; tổ chức hoàn thành tốt nhiệm vụ = 38 tổ chức; tổ chức hoàn "
                "thành tốt nhiệm vụ = 73.1 %; tổ chức hoàn thành nhiệm vụ = 2 tổ chức; tổ chức hoàn thành nhiệm "
                "vụ = 3.8 %; số đảng viên hoàn thành tốt nhiệm vụ trở lên = 91.4 %"
            ),
            "result 2022-Q1": (
                "ban hành nghị quyết = 4 nghị quyết; ban hành chỉ thị = 7 chỉ thị; ban hành kế hoạch = 15 kế "
                "hoạch; mở lớp bồi dưỡng = 12 lớp bồi dưỡng; mở lớp bồi dưỡng cho cán bộ, đảng viên = 1050 lượt "
                "cán bộ; kết nạp đảng viên = 41 đảng viên; kết nạp đảng viên = 27.3 % chỉ tiêu; trao huy hiệu "
                "Đảng = 63 đồng chí; kiểm tra dấu hiệu vi phạm tổ chức đảng = 3 tổ chức đảng; kiểm tra dấu hiệu "
                "vi phạm đảng viên = 5 đảng viên; giám sát chuyên đề tổ chức đảng = 6 tổ chức đảng; tiếp nhận đơn"
                " thư = 9 đơn thư; giải quyết đơn = 7 đơn; thi hành kỷ luật = 6 đảng viên; khiển trách đảng viên "
                "= 4 đảng viên; cảnh cáo đảng viên = 1 đảng viên; khai trừ đảng viên = 1 đảng viên"
            ),
        },
    ),
    (
        "2020-12-10",
        [
            "HĐND tỉnh Hòa An thông qua kế hoạch phát triển kinh tế - xã hội năm 2021",
            "Nghị quyết của HĐND tỉnh xác định các chỉ tiêu chủ yếu năm 2021:",
            "- Tốc độ tăng trưởng GRDP: 7,5 - 8%.",
            "- GRDP bình quân đầu người: 68 triệu đồng.",
            "- Tổng thu ngân sách nhà nước trên địa bàn: 9.450 tỷ đồng, trong đó thu nội địa 8.200 tỷ đồng.",
            "- Tỷ lệ lao động qua đào tạo đạt 62%, trong đó có bằng cấp, chứng chỉ 27%.",
            "- Số giường bệnh/1 vạn dân: 29,5 giường; số bác sĩ/1 vạn dân: 9 bác sĩ.",
            "- Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng còn 9,8%.",
            "- Tỷ lệ che phủ rừng duy trì 51%; tỷ lệ chất thải rắn sinh hoạt đô thị được thu gom, xử "
            "lý đạt 95%.",
            "- Giảm tỷ lệ hộ nghèo 1 - 1,5%/năm.",
        ],
        {
            "target 2021": (
                "tốc độ tăng trưởng GRDP >= 7.5 %; tốc độ tăng trưởng GRDP <= 8 %; GRDP bình quân đầu người = 68 "
                "triệu đồng; tổng thu ngân sách nhà nước trên địa bàn = 9450 tỷ đồng; thu nội địa = 8200 tỷ đồng;"
                " tỷ lệ lao động qua đào tạo = 62 %; số giường bệnh/1 vạn dân = 29.5 giường; số bác sĩ/1 vạn dân ="
                " 9 bác sĩ; tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng = 9.8 %; tỷ lệ che phủ rừng = 51 %; tỷ lệ chất thải rắn sinh hoạt đô thị được thu gom, xử lý = 95 %; tỷ lệ hộ nghèo >= 1 % "
                "giảm/năm; tỷ lệ hộ nghèo <= 1.5 % giảm/năm"
            ),
        },
    ),
    (
        None,
        [
            "Giảm nghèo ở Bắc Lĩnh",
            "Năm 2018, huyện Bắc Lĩnh có 3.214 hộ nghèo, chiếm 21,4% tổng số hộ. UBND huyện đã phân "
            "bổ 84 tỷ đồng từ Chương trình 135 để đầu tư 56 công trình hạ tầng và hỗ trợ 1.200 hộ mua"
            " bò giống. Ngân hàng Chính sách xã hội huyện cho 2.460 hộ vay vốn với dư nợ 310 tỷ đồng."
            " Đến cuối năm 2020, huyện còn 1.530 hộ nghèo, tỷ lệ hộ nghèo giảm từ 21,4% xuống còn "
            "9,8%, bình quân mỗi năm giảm 5,8%. Toàn huyện đã xóa 412 nhà tạm, dột nát. Tỷ lệ hộ được"
            " sử dụng điện lưới đạt 99,1%.",
        ],
        {
            "result 2018": (
                "hộ nghèo = 3214 hộ nghèo; hộ nghèo = 21.4 % tổng số hộ; phân bổ từ Chương trình 135 = 84 tỷ "
                "đồng; đầu tư công trình hạ tầng = 56 công trình; hỗ trợ hộ mua bò giống = 1200 hộ; hộ vay vốn = "
                "2460 hộ; dư nợ = 310 tỷ đồng"
            ),
            "result 2020": (
                "hộ nghèo = 1530 hộ nghèo; tỷ lệ hộ nghèo = 9.8 %; tỷ lệ hộ nghèo = 5.8 % giảm/năm; xóa nhà tạm ="
                " 412 nhà tạm; tỷ lệ hộ được sử dụng điện lưới = 99.1 %"
            ),
        },
    ),
    (
        "2019-10-21",
        [
            "Thành phố Nam Khê sau 4 năm thực hiện nghị quyết",
            "Giai đoạn 2016-2019, thành phố Nam Khê đã đầu tư trên 2.300 tỷ đồng nâng cấp 78 tuyến "
            "đường với tổng chiều dài 142 km, xây mới 9 trường học và 3 trạm y tế. Thành phố cấp giấy"
            " chứng nhận đầu tư cho 23 dự án, trong đó có 5 dự án FDI vốn 180 triệu USD. Diện tích "
            "nhà ở bình quân đạt 25,6 m2/người. Mật độ đường giao thông chính đạt 10,2 km/km2. Tỷ lệ "
            "giải quyết hồ sơ đúng hạn đạt 99,6%; năm 2018, chỉ số cải cách hành chính đạt 86,3 điểm.",
            "Năm 2018, thu ngân sách đạt 2.150 tỷ đồng, gấp 2,3 lần so với năm 2015, chiếm 31% tổng "
            "thu ngân sách toàn tỉnh. Trong lĩnh vực giáo dục, thành phố có 48 trường học với hơn "
            "31.000 học sinh; 42/48 trường đạt chuẩn quốc gia, đạt 87,5%.",
            "Thành phố đặt mục tiêu đến năm 2025 trở thành đô thị loại I, thu ngân sách đạt 4.000 tỷ "
            "đồng/năm, 100% thủ tục hành chính thực hiện ở mức độ 4, cơ bản không còn hộ nghèo.",
        ],
        {
            "result 2016-2019": (
                "đầu tư nâng cấp tuyến đường > 2300 tỷ đồng; nâng cấp tuyến đường = 78 tuyến đường; tổng chiều "
                "dài = 142 km; xây mới trường học = 9 trường học; xây mới trạm y tế = 3 trạm y tế; cấp giấy chứng"
                " nhận đầu tư = 23 dự án; dự án FDI = 5 dự án FDI; mật độ đường giao thông chính = 10.2 km/km2; "
                "tỷ lệ giải quyết hồ sơ đúng hạn = 99.6 %"
            ),
            "result 2018": (
                "chỉ số cải cách hành chính = 86.3 điểm; thu ngân sách = 2150 tỷ đồng; thu ngân sách = 2.3 lần so"
                " với năm 2015; thu ngân sách = 31 % tổng thu ngân sách toàn tỉnh; trường học = 48 trường học; "
                "trường đạt chuẩn quốc gia = 42 /48 trường; trường đạt chuẩn quốc gia = 87.5 %"
            ),
            "target 2025": (
                "thu ngân sách = 4000 tỷ đồng/năm; thủ tục hành chính thực hiện ở mức độ 4 = 100 %"
            ),
        },
    ),
    (
        "2021-05-12",
        [
            "Quảng Sơn phát triển nông nghiệp hàng hóa",
            "Theo UBND huyện Quảng Sơn, vụ đông xuân 2020-2021, toàn huyện gieo trồng 6.780 ha, đạt "
            "102,4% kế hoạch; năng suất lúa bình quân 64,5 tạ/ha; sản lượng lương thực đạt 41.200 "
            "tấn. Tổng đàn lợn 58.000 con, tăng 12%; đàn gia cầm 1,2 triệu con. Sản lượng thủy sản 4 "
            "tháng đầu năm đạt 3.150 tấn, bằng 35% kế hoạch. Huyện có 36 hợp tác xã nông nghiệp, 12 "
            "sản phẩm được công nhận OCOP từ 3 sao trở lên. Giá trị sản xuất trên 1 ha đất canh tác "
            "đạt 145 triệu đồng.",
            "Mục tiêu đến năm 2025, tỷ trọng chăn nuôi chiếm 55% trong cơ cấu nông nghiệp, diện tích "
            "rau an toàn đạt 500 ha.",
        ],
        {
            "result 2020-2021": (
                "gieo trồng = 6780 ha; gieo trồng = 102.4 % kế hoạch; năng suất lúa bình quân = 64.5 tạ/ha; sản "
                "lượng lương thực = 41200 tấn; tổng đàn lợn = 58000 con; tổng đàn lợn = 12 % tăng; đàn gia cầm = "
                "1.2 triệu con"
            ),
            "result 2021-01/2021-04": (
                "sản lượng thủy sản = 3150 tấn; sản lượng thủy sản = 35 % kế hoạch; hợp tác xã nông nghiệp = 36 "
                "hợp tác xã; sản phẩm được công nhận OCOP từ 3 sao trở lên = 12 sản phẩm; giá trị sản xuất trên 1"
                " ha đất canh tác = 145 triệu đồng"
            ),
            "target 2025": ("tỷ trọng chăn nuôi = 55 % cơ cấu nông nghiệp; diện tích rau an toàn = 500 ha"),
        },
    ),
    (
        "2023-01-15",
        [
            "Quận Đông Hải hoàn thành vượt mức nhiều chỉ tiêu",
            "Ngày 14/1, Quận ủy Đông Hải tổ chức hội nghị Ban Chấp hành. Năm 2022, quận hoàn thành "
            "19/20 chỉ tiêu kinh tế - xã hội, trong đó 11 chỉ tiêu vượt kế hoạch. Thu ngân sách nhà "
            "nước đạt 3.105 tỷ đồng (vượt 15% dự toán); chi ngân sách 1.420 tỷ đồng. Toàn quận có "
            "1.245 doanh nghiệp thành lập mới, nâng tổng số doanh nghiệp trên địa bàn lên 9.800. "
            "Doanh thu thương mại - dịch vụ tăng bình quân 14%/năm trong giai đoạn 2020-2022. Quận đã"
            " hỗ trợ 12.400 người lao động với số tiền 18,6 tỷ đồng; vận động ủng hộ Quỹ Vì người "
            "nghèo được 6,2 tỷ đồng; tặng 3.500 suất quà trị giá 1,75 tỷ đồng cho hộ khó khăn.",
            "Quận giảm 45 hộ nghèo, không còn hộ nghèo theo chuẩn thành phố. Tỷ lệ hài lòng của người"
            " dân đạt 96,7%. Trong năm xảy ra 12 vụ cháy, giảm 5 vụ so với năm 2021.",
            "Năm 2023, quận đề ra 20 chỉ tiêu, trong đó 8 chỉ tiêu kinh tế, 7 chỉ tiêu văn hóa - xã "
            "hội, 5 chỉ tiêu xây dựng Đảng; phấn đấu thu ngân sách tăng tối thiểu 10% so với năm "
            "2022, kết nạp mới 220 đảng viên, 100% chi bộ khu phố có chi ủy.",
        ],
        {
            "result 2022": (
                "chỉ tiêu kinh tế - xã hội hoàn thành = 19 /20 chỉ tiêu; chỉ tiêu vượt kế hoạch = 11 chỉ tiêu; "
                "thu ngân sách nhà nước = 3105 tỷ đồng; thu ngân sách nhà nước = 15 % vượt dự toán; chi ngân sách"
                " = 1420 tỷ đồng; doanh nghiệp thành lập mới = 1245 doanh nghiệp; hỗ trợ người lao động = 12400 "
                "người lao động; hỗ trợ người lao động = 18.6 tỷ đồng; vận động ủng hộ Quỹ Vì người nghèo = 6.2 "
                "tỷ đồng; tặng suất quà = 3500 suất quà; tặng suất quà trị giá = 1.75 tỷ đồng; giảm hộ nghèo = 45"
                " hộ nghèo; tỷ lệ hài lòng của người dân = 96.7 %"
            ),
            "result 2020-2022": ("doanh thu thương mại - dịch vụ = 14 % tăng/năm"),
            "target 2023": (
                "chỉ tiêu = 20 chỉ tiêu; chỉ tiêu kinh tế = 8 chỉ tiêu; chỉ tiêu văn hóa - xã hội = 7 chỉ tiêu; "
                "chỉ tiêu xây dựng Đảng = 5 chỉ tiêu; thu ngân sách >= 10 % tăng so với năm 2022; kết nạp mới "
                "đảng viên = 220 đảng viên; chi bộ khu phố có chi ủy = 100 %"
            ),
        },
    ),
    (
        "2023-07-12",
        [
            "6 tháng, Thanh Lâm kỷ luật 62 đảng viên",
            "6 tháng đầu năm, toàn tỉnh Thanh Lâm thi hành kỷ luật 62 đảng viên, trong đó có 13 cấp ủy viên.",
            "Hình thức kỷ luật đảng viên: khiển trách 28 (chiếm 45%), cảnh cáo 21 (34%), khai trừ 13.",
        ],
        {
            "result 2023-H1": (
                "thi hành kỷ luật = 62 đảng viên; thi hành kỷ luật cấp ủy viên = 13 cấp ủy viên; khiển trách = 28 "
                "đảng viên; khiển trách = 45 %; cảnh cáo = 21 đảng viên; cảnh cáo = 34 %; khai trừ = 13 đảng viên"
            ),
        },
    ),
    (
        "2023-12-28",
        [
            "Huyện ủy Thanh Lâm tổng kết công tác năm 2023",
            "Năm 2023, Đảng bộ huyện Thanh Lâm kỷ luật 9 đảng viên (6 khiển trách, 2 cảnh cáo, 1 khai trừ).",
            "Năm 2024, thu ngân sách của huyện phấn đấu tăng từ 8 - 10%.",
        ],
        {
            "result 2023": (
                "kỷ luật đảng viên = 9 đảng viên; khiển trách = 6 đảng viên; cảnh cáo = 2 đảng viên; khai trừ = 1 đảng viên"
            ),
            "target 2024": "thu ngân sách >= 8 % tăng; thu ngân sách <= 10 % tăng",
        },
    ),
    (
        "2023-07-10",
        [
            "UBND tỉnh Thanh Lâm đánh giá công tác bảo đảm an toàn giao thông",
            "6 tháng đầu năm, toàn tỉnh xảy ra 191 vụ TNGT, làm 103 người chết, bị thương 135 người; so với cùng kỳ "
            "giảm 38 vụ, giảm 31 người chết.",
            "Cùng với đó, số người bị thương giảm 12 người (giảm 8%).",
        ],
        {
            "result 2023-H1": (
                "vụ TNGT = 191 vụ TNGT; người chết do tai nạn giao thông = 103 người; người bị thương do tai nạn giao "
                "thông = 135 người; vụ TNGT = 38 vụ giảm; người chết do tai nạn giao thông = 31 người giảm; người bị "
                "thương do tai nạn giao thông = 12 người giảm; người bị thương do tai nạn giao thông = 8 % giảm"
            ),
        },
    ),
    (
        "2022-07-06",
        [
            "UBND huyện Thanh Lâm báo cáo kết quả 6 tháng đầu năm",
            "Giá trị sản xuất công nghiệp của huyện Thanh Lâm đạt 3.922 tỷ đồng.",
            "Các sản phẩm chủ yếu: bột sắn đạt 2.080 tấn, tăng 32,3%; mắm 9,5 triệu lít, tăng 19,5%; muối 3.500 tấn.",
        ],
        {
            "result 2022-H1": (
                "giá trị sản xuất công nghiệp = 3922 tỷ đồng; bột sắn = 2080 tấn; bột sắn = 32.3 % tăng; mắm = 9.5 triệu "
                "lít; mắm = 19.5 % tăng; muối = 3500 tấn"
            ),
        },
    ),
    (
        "2020-10-15",
        [
            "Đại hội đại biểu Đảng bộ tỉnh Thanh Lâm lần thứ XVII, nhiệm kỳ 2020 - 2025",
            "Đại hội đề ra mục tiêu giai đoạn 2021 - 2025: tốc độ tăng trưởng kinh tế bình quân hằng năm đạt 8%; tỷ lệ "
            "hộ nghèo giảm 1%/năm.",
            "Về xây dựng Đảng, mỗi năm kết nạp 1.200 đảng viên, 90% tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ.",
        ],
        {
            "target 2021-2025": (
                "tốc độ tăng trưởng kinh tế = 8 %/năm; tỷ lệ hộ nghèo = 1 % giảm/năm; kết nạp đảng viên = 1200 đảng "
                "viên/năm; tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ = 90 %"
            ),
        },
    ),
    (
        "2022-07-06",
        [
            "HĐND huyện Thanh Lâm họp giữa năm",
            "6 tháng đầu năm 2022, sản lượng thủy sản của huyện Thanh Lâm đạt 195 tấn, tăng 3,1% so với cùng kỳ, riêng tôm "
            "nuôi 49 tấn, tăng 12,7%. Năm 2021, thu nhập bình quân đầu người đạt 27 triệu đồng/người/năm; tỷ lệ hộ "
            "nghèo còn 2%. Đến tháng 5/2022, đạt 29 triệu đồng/người/năm.",
            "6 tháng đầu năm, Đảng bộ huyện kỷ luật 203 đảng viên, tăng 12,8% về số đảng viên so với cùng kỳ năm 2021. "
            "UBND huyện trình HĐND huyện 15 tờ trình.",
            "Trong đó, 100% chi bộ và 92% đảng viên hoàn thành tốt nhiệm vụ.",
        ],
        {
            "result 2022-H1": (
                "sản lượng thủy sản = 195 tấn; sản lượng thủy sản = 3.1 % tăng so với cùng kỳ; tôm nuôi = 49 tấn; tôm "
                "nuôi = 12.7 % tăng; kỷ luật đảng viên = 203 đảng viên; kỷ luật đảng viên = 12.8 % tăng so với cùng kỳ "
                "năm 2021; trình tờ trình = 15 tờ trình; chi bộ hoàn thành tốt nhiệm vụ = 100 %; đảng viên hoàn thành tốt "
                "nhiệm vụ = 92 %"
            ),
            "result 2021": "thu nhập bình quân đầu người = 27 triệu đồng/người/năm; tỷ lệ hộ nghèo = 2 %",
            "result 2022-05": "thu nhập bình quân đầu người = 29 triệu đồng/người/năm",
        },
    ),
    (
        "2025-12-05",
        [
            "Đảng ủy, HĐND, UBND phường Thanh Lâm đánh giá công tác năm 2025",
            "Từ khi vận hành mô hình chính quyền địa phương 2 cấp đến nay, phường Thanh Lâm tiếp nhận 11.500 hồ sơ.",
        ],
        {"result 2025-07/2025-12": "tiếp nhận hồ sơ = 11500 hồ sơ"},
    ),
    (
        "2023-12-20",
        [
            "HĐND, UBND huyện Thanh Lâm tổng kết năm 2023",
            "Năm 2023, huyện Thanh Lâm thu ngân sách 350,5 tỷ đồng/300 tỷ đồng, đạt 116,8% dự toán.",
            "Tổng diện tích gieo trồng 12.500 ha, trong đó lúa 8.500 ha, ngô 2.500 ha.",
            "Sản lượng thủy sản 9.500 tấn, trong đó nuôi trồng 4.000 tấn.",
            "Tổng vốn đầu tư toàn xã hội 1.250 tỷ đồng, trong đó vốn ngân sách 450 tỷ đồng, vốn tín dụng và dân cư 800 tỷ đồng.",
            "Huyện có 12 xã đạt chuẩn nông thôn mới, chiếm 80% số xã; có 45.000 người tham gia bảo hiểm y tế, đạt tỷ lệ 95% "
            "dân số.",
            "Đến nay, 15/18 xã (83,3%) đạt chuẩn y tế; 12 sản phẩm OCOP, trong đó 3 sản phẩm 4 sao, 9 sản phẩm 3 sao.",
        ],
        {
            "result 2023": (
                "thu ngân sách = 350.5 tỷ đồng; thu ngân sách = 116.8 % dự toán; diện tích gieo trồng = 12500 ha; "
                "lúa = 8500 ha; ngô = 2500 ha; sản lượng thủy sản = 9500 tấn; nuôi "
                "trồng = 4000 tấn; tổng vốn đầu tư = 1250 tỷ đồng; vốn ngân sách = 450 tỷ đồng; vốn tín dụng và dân "
                "cư = 800 tỷ đồng; xã đạt chuẩn nông thôn mới = 12 xã; xã đạt chuẩn nông thôn mới = 80 % số xã; người "
                "tham gia bảo hiểm y tế = 45000 người; người tham gia bảo hiểm y tế = 95 % dân số; xã đạt chuẩn y tế = 15 "
                "/18 xã; xã đạt chuẩn y tế = 83.3 %; sản phẩm OCOP = 12 sản phẩm OCOP; sản phẩm 4 sao = 3 sản phẩm; sản "
                "phẩm 3 sao = 9 sản phẩm"
            ),
            "target 2023": "thu ngân sách = 300 tỷ đồng",
        },
    ),
    (
        "2023-12-20",
        [
            "HĐND, UBND huyện Thanh Lâm tổng kết năm 2023",
            "Năm 2023, toàn huyện Thanh Lâm còn 350 hộ nghèo, chiếm 1,2%; 520 hộ cận nghèo, chiếm 1,8%.",
            "So với năm 2020, thu ngân sách tăng 1,5 lần; xuất khẩu tăng 1,3 lần. Giải phóng mặt bằng 45 ha.",
            "Phấn đấu đến năm 2025, giá trị sản xuất bình quân 1 ha đất canh tác 150 triệu đồng; 95% rác thải được thu gom.",
        ],
        {
            "result 2023": (
                "hộ nghèo = 350 hộ nghèo; hộ nghèo = 1.2 %; hộ cận nghèo = 520 hộ cận nghèo; hộ cận nghèo = 1.8 %; thu "
                "ngân sách = 1.5 lần tăng so với năm 2020; xuất khẩu = 1.3 lần tăng so với năm 2020; giải phóng mặt bằng "
                "= 45 ha"
            ),
            "target 2025": (
                "giá trị sản xuất bình quân 1 ha đất canh tác = 150 triệu đồng; rác thải được thu gom = 95 %"
            ),
        },
    ),
]

ROW = re.compile(r"(?P<name>.+) (?P<sign>[=<>~]=?) (?P<value>[\d.]+) (?P<unit>.+)")


def words_in_common(first: str, second: str) -> float:
    """The share of words that two phrases have in common."""
    left, right = set(first.lower().split()), set(second.lower().split())
    return 2 * len(left & right) / (len(left) + len(right))


@pytest.mark.parametrize(("published", "lines", "expected"), REPORTS, ids=[r[1][0] for r in REPORTS])
def test_reports(published: str | None, lines: list[str], expected: dict[str, str]) -> None:
    article = Article("report", blocks_of(lines[0], lines[1:]), published=published)
    found = list(indicators(recognise(normalise(article), lexicon()), lexicon()))
    for heading, listed in expected.items():
        kind, _, period = heading.partition(" ")
        for row in listed.split("; "):
            wanted = ROW.fullmatch(row)
            assert wanted is not None, row
            match = next((c for c in found if _is(c, kind, period, wanted)), None)
            assert match is not None, (heading, row)
            found.remove(match)
    assert len(found) <= 1, found


def _is(claim: Indicator, kind: str, period: str, wanted: re.Match[str]) -> bool:
    """Whether a claim is the row that is wanted; the words of its name may be more or fewer."""
    return (
        (str(claim.kind), claim.period or "", claim.comparator) == (kind, period, wanted["sign"])
        and float(claim.value) == float(wanted["value"])
        and words_in_common(claim.unit, wanted["unit"]) >= 0.5
        and words_in_common(claim.indicator, wanted["name"]) >= 0.34
    )


def test_the_place_before_the_verb_has_the_number() -> None:
    text = "Quận Ba Đình với nhiều bảo tàng, quận Cầu Giấy có 12 trường đại học."
    (number,) = read(text)
    assert isinstance(number.subject, Unit)
    assert number.subject.name == "Cầu Giấy"


def test_committees_named_by_their_kind_alone_are_no_subjects() -> None:
    line = "Cả ngành giúp các Huyện ủy, Thị ủy, Thành ủy xử lý kỷ luật 12 đảng viên."
    (number,) = read(line)
    assert isinstance(number.subject, Organization)
    assert number.subject.name not in {"Huyện ủy", "Thị ủy", "Thành ủy"}


def test_the_name_of_what_is_measured_tells_whose_it_is() -> None:
    """In an article that is no report of a place, such a number is kept; a firm's is not."""
    talk = "Ông Lê Văn Hải nói về đường sá, chợ búa và cây cối ven sông. " * 12
    lines = [talk, "Theo đó, nợ công của huyện Lâm Sơn là 317 tỷ đồng."]
    assert [c.indicator for c in read(*lines)] == ["nợ công"]


@pytest.mark.parametrize(
    "line",
    [
        "KCN Thanh Sơn rộng 274 ha, diện tích cho thuê đạt 66%.",
        "Trong tháng, lượng khách qua sân bay Thanh Sơn tăng 30%.",
        "Tốc độ tăng trưởng của cả nước đạt 7,1%.",
    ],
)
def test_what_firms_and_the_nation_did_is_no_places_own(line: str) -> None:
    assert [c.indicator for c in read("Huyện Lâm Sơn họp.", line) if c.subject is not None and c.subject.level] == []


def test_a_career_in_brackets_is_no_period_of_what_follows() -> None:
    lines = [
        "Ông Lê Văn Hải, nguyên bí thư (từ tháng 1-2012 đến tháng 8-2014, nhiệm kỳ 2010-2015), bị kỷ luật.",
        "Đảng ủy phường kỷ luật cảnh cáo đối với 3 đảng viên.",
    ]
    assert [c.period for c in read(*lines, published=None) if c.value == 3] == ["2021"]


def test_a_month_told_in_passing_is_no_period_of_what_follows() -> None:
    lines = ["Huyện đối mặt với vụ gây rối hồi tháng 6, người dân lo lắng.", "Thu ngân sách của huyện đạt 350 tỷ đồng."]
    assert [c.period for c in read(*lines) if c.value == 350] == ["2021"]


def test_a_month_with_its_year_frames_what_follows() -> None:
    line = "Theo Huyện ủy, tính đến tháng 8/2021, huyện giảm 59 phòng, ban. Cùng với đó, huyện tinh giản 108 biên chế."
    assert [c.period for c in read(line)] == ["2021-08", "2021-08"]


def test_a_firms_loss_is_never_filled_in_with_the_place_of_the_article() -> None:
    lines = [
        "Tỉnh ủy, HĐND, UBND tỉnh Thái Bình họp.",
        "Cơ quan chức năng làm rõ việc để xảy ra thua lỗ hơn 3.000 tỷ đồng.",
        "Thu ngân sách đạt 350 tỷ đồng.",
    ]
    found = pipeline.facts(Article("a", blocks_of(None, lines), published="2021-12-20")).indicators
    holders = {c.indicator: c.subject for c in found}
    assert holders.get("thua lỗ") is None
    assert isinstance(holders["thu ngân sách"], Unit)


FAR = (
    "Cơn mưa lớn đêm qua làm nhiều tuyến phố của thành phố Lâm Sơn chìm trong nước, người đi đường phải dắt xe qua "
    "những đoạn ngập sâu, hàng quán ven đường đóng cửa sớm và học sinh nghỉ học. " * 12
)
"""Some 400 words that name no committee or council."""


def test_in_an_article_of_other_matters_only_what_places_alone_have_counts() -> None:
    near = "Theo UBND thành phố Lâm Sơn, thành phố có 86 ngôi nhà bị ngập; thu ngân sách đạt 500 tỷ đồng."
    assert [float(c.value) for c in read(near)] == [86, 500]
    assert read(near, FAR) == []
    found = facts(near, FAR, title="Thành phố Lâm Sơn ngập sâu").indicators
    assert [float(c.value) for c in found] == [500]


def test_what_targets_came_to_is_still_aimed_at_after_a_word_for_aiming() -> None:
    found = read("Năm 2021, huyện phấn đấu thực hiện các chỉ tiêu: thu ngân sách đạt 40 tỷ đồng; hộ nghèo còn 1%.")
    assert [str(c.kind) for c in found] == ["target", "target"]


def test_a_second_count_is_compared_in_its_own_measure() -> None:
    line = "Kỷ luật 16 đảng viên, giảm 3 đảng viên. Có 4 tổ chức đảng bị kỷ luật, giảm 66,7% (giảm 2 tổ chức đảng)."
    assert [c.unit for c in read(line)][-1] == "tổ chức đảng giảm"


def test_the_only_stretch_of_time_told_dates_what_follows() -> None:
    lines = [
        "Ông An cho hay, trong 4 tháng đầu năm 2021 huyện đã giải ngân được 62 tỷ đồng.",
        "So với kế hoạch tỉnh giao, tỷ lệ giải ngân đạt 24%.",
    ]
    lead = "Huyện ủy, UBND huyện Lâm Sơn họp."
    article = Article("a", blocks_of(None, [lead, *lines]), published="2021-12-20")
    found = list(indicators(recognise(normalise(article), lexicon()), lexicon()))
    assert [c.period for c in found] == ["2021-01/2021-04"] * 2


@pytest.mark.parametrize(
    ("line", "subject"),
    [
        ("Theo thống kê của Ban An toàn giao thông tỉnh Bắc Kạn, đã xảy ra 51 vụ tai nạn giao thông.", "tỉnh Bắc Kạn"),
        ("Tin từ Ban Tổ chức Tỉnh ủy, toàn tỉnh kết nạp 60 đảng viên.", "Tỉnh ủy Bắc Kạn"),
        ("Tin từ Ủy ban Kiểm tra Tỉnh ủy, vừa kỷ luật 6 đảng viên.", "Ủy ban Kiểm tra Tỉnh ủy Bắc Kạn"),
    ],
)
def test_who_only_tells_a_number_does_not_have_it(line: str, subject: str) -> None:
    made = pipeline.facts(Article("a", blocks_of(None, ["UBND và HĐND tỉnh Bắc Kạn họp.", line])))
    found = made.indicators[0].subject
    assert found is not None
    assert (found.full_name if isinstance(found, Unit) else found.label) == subject


def test_a_year_that_a_share_is_compared_with_is_its_base() -> None:
    found = read("Năm 2021, thu ngân sách đạt 200 tỷ đồng, bằng 92% năm 2019; xuất khẩu đạt 20 triệu USD.")
    assert [(c.unit, c.period) for c in found] == [("tỷ đồng", "2021"), ("% năm 2019", "2021"), ("triệu USD", "2021")]


def test_a_term_that_is_over_in_the_title_frames_the_items() -> None:
    title = "Thành tựu của Đảng bộ huyện Lâm Sơn nhiệm kỳ 2015 - 2020"
    items = ["* Tỷ lệ hộ nghèo năm 2020 còn 2%.", "* Thu ngân sách đạt 90 tỷ đồng.", "* Bao phủ BHYT đạt 90%."]
    article = Article("a", blocks_of(title, items), published="2020-12-20")
    found = indicators(recognise(normalise(article), lexicon()), lexicon())
    assert [c.period for c in found] == ["2020", "2015-2020", "2015-2020"]


def test_results_in_january_are_not_of_the_year_that_has_begun() -> None:
    title = "Huyện Lâm Sơn triển khai nhiệm vụ năm 2022"
    body = ["UBND huyện Lâm Sơn họp. Năm 2021, xuất khẩu đạt 20 triệu USD.", "Thu ngân sách tăng 12%."]
    article = Article("a", blocks_of(title, body), published="2022-01-06")
    found = indicators(recognise(normalise(article), lexicon()), lexicon())
    assert [c.period for c in found] == ["2021", "2021"]


def test_a_title_takes_the_period_that_its_report_opens_with() -> None:
    title = "Huyện Lâm Sơn: thu ngân sách vượt 22% kế hoạch"
    body = ["UBND huyện Lâm Sơn họp đánh giá kết quả năm 2021. Thu ngân sách đạt 88 tỷ đồng."]
    article = Article("a", blocks_of(title, body), published="2021-12-06")
    found = indicators(recognise(normalise(article), lexicon()), lexicon())
    assert [c.period for c in found] == ["2021", "2021"]


def test_the_end_of_the_year_is_that_of_the_article() -> None:
    lines = "Mục tiêu năm 2022 đã được thông qua. Dự kiến đến hết năm có thêm 3 xã đạt chuẩn nông thôn mới."
    assert [c.period for c in read(lines)] == ["2021"]


def test_a_list_of_targets_stays_one_though_its_first_reaches_something() -> None:
    line = "Phát huy kết quả đạt được, huyện đề ra 17 chỉ tiêu cơ bản: Thu ngân sách đạt 90 tỷ đồng; hộ nghèo giảm 3%."
    assert [str(c.kind) for c in read(line)] == ["target"] * 3


def test_a_number_of_months_is_no_place() -> None:
    made = pipeline.facts(
        Article(
            "a",
            blocks_of("UBND quận Hai Bà Trưng họp", ["Thu ngân sách trên địa bàn quận 9 tháng năm 2021 là 900 tỷ đồng."]),
            published="2021-10-20",
        )
    )
    subject = made.indicators[0].subject
    assert isinstance(subject, Unit)
    assert subject.name == "Hai Bà Trưng"


def test_nobody_aims_at_how_many_are_disciplined() -> None:
    found = read("Năm 2021, Huyện ủy phải thi hành kỷ luật 8 tổ chức đảng và 20 đảng viên.")
    assert [str(c.kind) for c in found] == ["result", "result"]


def test_numbers_of_nobody_named_are_left_out_where_no_place_opens_the_article() -> None:
    talk = "Các tập đoàn làm ăn lâu năm trong nhiều ngành nghề khác nhau với nhiều thuận lợi. "
    line = "Thu ngân sách đạt 30 tỷ đồng; xuất khẩu đạt 20 triệu USD; tăng trưởng kinh tế đạt 5%; hộ nghèo còn 3%."
    nation = ["Quốc hội và Chính phủ nghe báo cáo.", talk, talk, talk * 15, line]
    place = ["UBND và HĐND huyện Lâm Sơn nghe báo cáo.", talk, talk, talk * 9, line]

    def found(lines: list[str]) -> list[Indicator]:
        article = Article("a", blocks_of(None, lines))
        return list(indicators(recognise(normalise(article), lexicon()), lexicon()))

    assert len(found(place)) == 4
    assert not found(nation)


def test_targets_that_are_met_make_no_target_of_what_follows() -> None:
    line = "Các chỉ tiêu kinh tế - xã hội chủ yếu đều đạt, thu ngân sách đạt 90 tỷ đồng."
    assert [str(c.kind) for c in read(line)] == ["result"]


def test_the_year_of_a_plan_is_not_that_of_what_is_compared_with_it() -> None:
    lines = "Sáu tháng đầu năm 2021, thu ngân sách đạt 44% kế hoạch cả năm; xuất khẩu đạt 20 triệu USD."
    assert [c.period for c in read(lines)] == ["2021-H1", "2021-H1"]


def test_what_was_set_and_done_is_no_target() -> None:
    lines = "Huyện thực hiện tốt các nhiệm vụ mà nghị quyết đã đặt ra. Trong đó, thu ngân sách đạt 88 tỷ đồng."
    assert [str(c.kind) for c in read(lines)] == ["result"]


def test_a_short_report_names_its_council_once() -> None:
    talk = "Các ngành đã cố gắng nhiều trong điều kiện khó khăn chung để giữ vững nhịp độ làm ăn của bà con trong vùng. "
    body = [
        "UBND tỉnh Bắc Kạn họp.",
        talk * 5,
        "Tốc độ tăng trưởng kinh tế đạt 6,8%; " + talk,
        "khu vực dịch vụ tăng trưởng 9,3%; khu vực công nghiệp tăng trưởng 7,9%; thuế sản phẩm tăng 6,9%.",
    ]
    article = Article("a", blocks_of(None, body), published="2021-12-20")
    assert len(list(indicators(recognise(normalise(article), lexicon()), lexicon()))) == 4


def test_an_article_titled_with_a_firm_reports_of_no_place() -> None:
    body = ["UBND huyện Lâm Sơn vừa họp.", "Thu nhập bình quân đạt 67 triệu đồng/tháng, tăng 20%.", "UBND huyện nói."]

    def found(title: str) -> list[Indicator]:
        article = Article("a", blocks_of(title, body), published="2021-12-20")
        return list(indicators(recognise(normalise(article), lexicon()), lexicon()))

    assert len(found("Kết quả của huyện Lâm Sơn")) == 2
    assert not found("Lương khủng của Công ty Cổ phần Hoa Mai")


def test_a_firms_number_counts_in_reports_alone() -> None:
    line = "UBND thành phố Lâm Sơn, HĐND thành phố Lâm Sơn họp. Công ty Cổ phần Hoa Mai nộp ngân sách 56 tỷ đồng."
    assert [float(c.value) for c in read(line)] == [56]
    assert [float(c.value) for c in read(line, FAR)] == []


def test_what_workers_are_tells_of_no_result() -> None:
    found = read(
        "Đại hội đề ra chỉ tiêu: tỷ lệ lao động đã qua đào tạo 70%; tỷ lệ bao phủ bảo hiểm y tế 96% trở lên."
    )
    assert [(c.indicator, str(c.kind), float(c.value)) for c in found] == [
        ("tỷ lệ lao động đã qua đào tạo", "target", 70.0),
        ("tỷ lệ bao phủ bảo hiểm y tế", "target", 96.0),
    ]


def test_no_commune_has_communes() -> None:
    lines = "Tỉnh có xã Tân An đạt chuẩn. Cụ thể, có một xã đạt 19/19 tiêu chí; 25 xã đạt từ 15 tiêu chí trở lên."
    found = facts("Tỉnh ủy Nghệ An và UBND tỉnh Nghệ An họp.", lines, title="Tỉnh Nghệ An xây dựng nông thôn mới").indicators
    assert [c.subject.full_name for c in found if isinstance(c.subject, Unit) and c.value == 25] == ["tỉnh Nghệ An"]


def test_inspections_that_are_carried_out() -> None:
    names = rows("Nhiệm kỳ qua, Đảng bộ xã thực hiện 21 cuộc kiểm tra và 14 cuộc giám sát.")
    assert [(name, value) for name, _, value, _ in names] == [
        ("thực hiện cuộc kiểm tra", 21.0),
        ("thực hiện cuộc giám sát", 14.0),
    ]


def test_posts_of_those_punished_behind_a_comparison() -> None:
    names = rows(
        "Cấp ủy các cấp đã thi hành kỷ luật 215 đảng viên, bằng 58% so với cùng kỳ; trong đó, có 47 cấp ủy viên, chiếm 12%"
        " tổng số đảng viên bị kỷ luật."
    )
    assert [(name, value) for name, _, value, _ in names] == [
        ("thi hành kỷ luật", 215.0),
        ("thi hành kỷ luật", 58.0),
        ("thi hành kỷ luật cấp ủy viên", 47.0),
        ("thi hành kỷ luật cấp ủy viên", 12.0),
    ]


def test_parts_of_those_counted_are_of_their_time() -> None:
    found = read(
        "Tính đến ngày 21/9/2021, Đảng bộ huyện kết nạp 120 đảng viên. Trong số đảng viên mới: có 58 đảng viên nữ; 40 đảng"
        " viên là đoàn viên Đoàn Thanh niên Cộng sản Hồ Chí Minh, chiếm 33%."
    )
    assert [(c.indicator, float(c.value), c.period) for c in found] == [
        ("kết nạp đảng viên", 120.0, "2021-09-21"),
        ("đảng viên nữ", 58.0, "2021-09-21"),
        ("đảng viên là đoàn viên Đoàn Thanh niên Cộng sản Hồ Chí Minh", 40.0, "2021-09-21"),
        ("đảng viên là đoàn viên Đoàn Thanh niên Cộng sản Hồ Chí Minh", 33.0, "2021-09-21"),
    ]


def test_the_past_year_may_open_a_clause() -> None:
    (claim,) = read("Theo báo cáo của huyện, trong năm qua, thu ngân sách đạt 90 tỷ đồng.", published="2022-02-10")
    assert claim.period == "2021"


@pytest.mark.parametrize("was", ["được tỉnh giao", "đã được HĐND tỉnh giao", "được giao là"])
def test_what_somebody_is_told_to_raise_is_a_target(was: str) -> None:
    (claim,) = read(f"Nhiệm vụ thu ngân sách năm 2021 {was} 1.200 tỷ đồng.")
    assert (claim.indicator, str(claim.kind), float(claim.value)) == ("thu ngân sách", "target", 1200)


def test_those_who_report_together_are_not_whose_numbers_they_tell() -> None:
    told = "Theo báo cáo của Văn phòng Bộ Công an và Cục Đường sắt Việt Nam, TNGT tháng 6/2021 (đến ngày 20/6), "
    found = read(f"{told}toàn quốc xảy ra 840 vụ tai nạn giao thông, làm chết 311 người.")
    assert [(c.subject and c.subject.name, float(c.value)) for c in found] == [("Việt Nam", 840), ("Việt Nam", 311)]


def test_two_that_fell_share_the_verb() -> None:
    line = "Huyện xảy ra 120 vụ tai nạn giao thông, giảm 9 người chết (1,5%) và 12 người bị thương (1,1%)."
    assert [c.unit for c in read(line)][1:] == ["người giảm", "% giảm", "người giảm", "% giảm"]


def test_members_who_were_punished_may_be_told_far_from_it() -> None:
    names = rows(
        "9 tháng đầu năm, có 272 đảng viên sinh hoạt tại các tổ chức đảng của huyện này bị thi hành kỷ luật; có 12 đảng viên"
        " bị khai trừ.",
        "Huyện có 300 đảng viên cao tuổi ở các thôn, bản vùng cao, một số tổ chức bị thi hành kỷ luật.",
    )
    assert ("đảng viên bị thi hành kỷ luật", "=", 272.0, "đảng viên") in names
    assert ("đảng viên bị khai trừ", "=", 12.0, "đảng viên") in names
    assert all(value != 300 or "kỷ luật" not in name for name, _, value, _ in names)
