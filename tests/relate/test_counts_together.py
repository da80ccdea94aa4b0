"""Counts told together: how each moved, parts of what was counted, how many there were before."""

from __future__ import annotations

import pytest

from tests.relate.test_indicators import read, rows

Row = tuple[str, str, float, str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Huyện có 64% tổ chức cơ sở đảng đạt trong sạch, vững mạnh, 31% hoàn thành tốt nhiệm vụ, 1,5% yếu kém.",
            [
                ("tổ chức cơ sở đảng đạt trong sạch, vững mạnh", "=", 64.0, "%"),
                ("tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ", "=", 31.0, "%"),
                ("tổ chức cơ sở đảng yếu kém", "=", 1.5, "%"),
            ],
        ),
        (
            "Huyện có 32/56 tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ, 21 hoàn thành nhiệm vụ, 3 yếu kém.",
            [("tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ", "=", 32.0, "/56 tổ chức cơ sở đảng")],
        ),
        (
            "Huyện đưa 74 lao động đi làm việc ở nước ngoài, đạt 105% kế hoạch; đưa tổng số xã đạt chuẩn lên 9 xã.",
            [
                ("đưa lao động đi làm việc", "=", 74.0, "lao động"),
                ("đưa lao động đi làm việc", "=", 105.0, "% kế hoạch"),
                ("tổng số xã đạt chuẩn", "=", 9.0, "xã"),
            ],
        ),
        (
            "Huyện tuyển chọn và gọi 210 thanh niên nhập ngũ, đạt 100% chỉ tiêu giao.",
            [
                ("tuyển chọn và gọi thanh niên nhập ngũ", "=", 210.0, "thanh niên"),
                ("tuyển chọn và gọi thanh niên nhập ngũ", "=", 100.0, "% chỉ tiêu giao"),
            ],
        ),
        (
            "Huyện có giao thông khá, đường liên xã được nhựa hóa 100%, đường trục thôn được bê tông hóa đạt 85%; kênh được kiên cố hóa tăng 20%.",
            [("đường liên xã được nhựa hóa", "=", 100.0, "%"), ("đường trục thôn được bê tông hóa", "=", 85.0, "%")],
        ),
        # a share of what was planned for something that is not read; one of all that was planned
        ("Huyện bàn 45 việc với các ngành, đạt 100% chỉ tiêu.", []),
        ("Huyện đạt 100% chỉ tiêu giao.", [("chỉ tiêu giao", "=", 100.0, "%")]),
        (
            "Dịp này, huyện trao Huy hiệu 60 năm tuổi Đảng cho 3 đảng viên, huy hiệu 55 năm cho 8 đảng viên; 40 năm cho 21 đảng viên và 30 "
            "năm tuổi Đảng cho 64 đảng viên.",
            [
                ("trao Huy hiệu 60 năm tuổi Đảng", "=", 3.0, "đảng viên"),
                ("trao Huy hiệu 55 năm tuổi Đảng", "=", 8.0, "đảng viên"),
                ("trao Huy hiệu 40 năm tuổi Đảng", "=", 21.0, "đảng viên"),
                ("trao Huy hiệu 30 năm tuổi Đảng", "=", 64.0, "đảng viên"),
            ],
        ),
        (
            "Dịp này, huyện trao Huy hiệu 60 năm tuổi Đảng cho 3 đảng viên, cỗ 2 cân quà cho 8 đảng viên.",
            [("trao Huy hiệu 60 năm tuổi Đảng", "=", 3.0, "đảng viên")],
        ),
        (
            "Huyện có 210 doanh nghiệp thành lập mới, tổng số vốn đăng ký 940 tỷ đồng; giảm 7% về số doanh nghiệp và tăng 31% "
            "về số vốn đăng ký so với cùng kỳ.",
            [
                ("doanh nghiệp thành lập mới", "=", 210.0, "doanh nghiệp"),
                ("tổng số vốn đăng ký doanh nghiệp thành lập mới", "=", 940.0, "tỷ đồng"),
                ("số doanh nghiệp", "=", 7.0, "% giảm so với cùng kỳ"),
                ("số vốn đăng ký", "=", 31.0, "% tăng so với cùng kỳ"),
            ],
        ),
        (
            "So với năm 2020, huyện tăng trưởng khá. So với năm 2020, tăng 2,4% về số doanh nghiệp và 5% về số vốn đăng ký.",
            [
                ("số doanh nghiệp", "=", 2.4, "% tăng so với năm 2020"),
                ("số vốn đăng ký", "=", 5.0, "% tăng so với năm 2020"),
            ],
        ),
        (
            "Đàn vật nuôi của huyện đều tăng (trâu 0,3%, bò 1,1%) so với năm trước.",
            [
                ("trâu", "=", 0.3, "% tăng so với năm trước"),
                ("bò", "=", 1.1, "% tăng so với năm trước"),
            ],
        ),
        (
            "Huyện có 64 doanh nghiệp tạm ngưng hoạt động (tăng 9 doanh nghiệp), 51 doanh nghiệp hoạt động trở lại.",
            [
                ("doanh nghiệp tạm ngưng hoạt động", "=", 64.0, "doanh nghiệp"),
                ("doanh nghiệp tạm ngưng hoạt động", "=", 9.0, "doanh nghiệp tăng"),
                ("doanh nghiệp hoạt động trở lại", "=", 51.0, "doanh nghiệp"),
            ],
        ),
        (
            "Huyện có 64 doanh nghiệp giải thể, giảm 11,1% so với cùng kỳ (64/72 doanh nghiệp).",
            [
                ("doanh nghiệp giải thể", "=", 64.0, "doanh nghiệp"),
                ("doanh nghiệp giải thể", "=", 11.1, "% giảm so với cùng kỳ"),
            ],
        ),
        (
            "Huyện có 30 doanh nghiệp thành lập mới, nâng tổng số doanh nghiệp đang hoạt động lên 410 doanh nghiệp.",
            [
                ("doanh nghiệp thành lập mới", "=", 30.0, "doanh nghiệp"),
                ("tổng số doanh nghiệp đang hoạt động", "=", 410.0, "doanh nghiệp"),
            ],
        ),
        (
            "Tổng số lao động đăng ký việc làm của huyện 2.090 lao động, bằng 56% so với cùng kỳ.",
            [
                ("tổng số lao động đăng ký việc làm", "=", 2090.0, "lao động"),
                ("tổng số lao động đăng ký việc làm", "=", 56.0, "% so với cùng kỳ"),
            ],
        ),
        (
            "Đảng bộ huyện có 40 đảng viên hoàn thành tốt nhiệm vụ chiếm tỷ lệ 80%.",
            [
                ("đảng viên hoàn thành tốt nhiệm vụ", "=", 40.0, "đảng viên"),
                ("đảng viên hoàn thành tốt nhiệm vụ", "=", 80.0, "%"),
            ],
        ),
        (
            "Tỷ lệ người dân huyện Lâm Sơn tham gia bảo hiểm y tế: từ 90% trở lên.",
            [("tỷ lệ người dân tham gia bảo hiểm y tế", ">=", 90.0, "%")],
        ),
        (
            "Thu ngân sách của huyện tăng 7,9% trong quý I năm 2021 so với cùng kỳ năm trước.",
            [("thu ngân sách", "=", 7.9, "% tăng so với cùng kỳ năm trước")],
        ),
        (
            "Xã Tân An có 3 trường, 79 lớp, 2.030 học sinh.",
            [
                ("trường", "=", 3.0, "trường"),
                ("lớp", "=", 79.0, "lớp"),
                ("học sinh", "=", 2030.0, "học sinh"),
            ],
        ),
        (
            "Huyện phấn đấu có 80% tổ chức cơ sở đảng trở lên hoàn thành tốt nhiệm vụ.",
            [("tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ", ">=", 80.0, "%")],
        ),
        (
            "Sản lượng lương thực của huyện đạt và vượt 10.000 tấn.",
            [("sản lượng lương thực", ">=", 10000.0, "tấn")],
        ),
        (
            "Huyện đã xuống giống lúa hơn 3.200ha; gieo trồng cây vụ đông 2.150 ha, đạt 98% kế hoạch; trồng rừng tập trung 540 ha.",
            [
                ("xuống giống lúa", ">", 3200.0, "ha"),
                ("gieo trồng cây vụ đông", "=", 2150.0, "ha"),
                ("gieo trồng cây vụ đông", "=", 98.0, "% kế hoạch"),
                ("trồng rừng", "=", 540.0, "ha"),
            ],
        ),
        (
            "Diện tích gieo trồng lúa của huyện 2.150 ha.",
            [("diện tích gieo trồng lúa", "=", 2150.0, "ha")],
        ),
        (
            "Chỉ số PCI của huyện đạt 64,7 điểm, xếp thứ 31/63 tỉnh, tăng 2 bậc so với năm 2020.",
            [
                ("chỉ số PCI", "=", 64.7, "điểm"),
                ("chỉ số PCI", "=", 31.0, "/63 tỉnh"),
                ("chỉ số PCI", "=", 2.0, "bậc tăng so với năm 2020"),
            ],
        ),
        (
            "Công nghiệp của huyện ổn định với giá trị sản xuất công nghiệp tăng 11%.",
            [("giá trị sản xuất công nghiệp", "=", 11.0, "% tăng")],
        ),
        (
            "Tỷ lệ chi bộ của huyện đạt “Hoàn thành xuất sắc nhiệm vụ”: 15%.",
            [("tỷ lệ chi bộ đạt Hoàn thành xuất sắc nhiệm vụ", "=", 15.0, "%")],
        ),
        (
            "Diện tích lúa bị thiệt hại của huyện chiếm 5% diện tích gieo trồng.",
            [("diện tích lúa bị thiệt hại", "=", 5.0, "% diện tích gieo trồng")],
        ),
        ("Huyện có 04/09 xã đạt chuẩn nông thôn mới.", [("xã đạt chuẩn nông thôn mới", "=", 4.0, "/9 xã")]),
        (
            "Cấp ủy các cấp kiểm tra 45 tổ chức và 62 đảng viên (tăng 9 tổ chức và 14 đảng viên so với cùng kỳ).",
            [
                ("kiểm tra tổ chức", "=", 45.0, "tổ chức"),
                ("kiểm tra đảng viên", "=", 62.0, "đảng viên"),
                ("kiểm tra tổ chức", "=", 9.0, "tổ chức tăng so với cùng kỳ"),
                ("kiểm tra đảng viên", "=", 14.0, "đảng viên tăng so với cùng kỳ"),
            ],
        ),
        (
            "Huyện ủy kỷ luật 31 đảng viên, trong đó có 6 cấp ủy viên, giảm 8 đảng viên so với cùng kỳ.",
            [
                ("kỷ luật đảng viên", "=", 31.0, "đảng viên"),
                ("kỷ luật cấp ủy viên", "=", 6.0, "cấp ủy viên"),
                ("kỷ luật đảng viên", "=", 8.0, "đảng viên giảm so với cùng kỳ"),
            ],
        ),
        (
            "Huyện thành lập 20 hợp tác xã, 35 tổ hợp tác, tăng lần lượt 10% và 25% so với năm 2020.",
            [
                ("thành lập hợp tác xã", "=", 20.0, "hợp tác xã"),
                ("thành lập tổ hợp tác", "=", 35.0, "tổ hợp tác"),
                ("thành lập hợp tác xã", "=", 10.0, "% tăng so với năm 2020"),
                ("thành lập tổ hợp tác", "=", 25.0, "% tăng so với năm 2020"),
            ],
        ),
        (
            "Huyện Lâm Sơn giảm từ 21 xã xuống còn 13 xã.",
            [("xã", "=", 21.0, "xã"), ("xã", "=", 13.0, "xã")],
        ),
        (
            "Số biên chế giảm từ 240 người xuống còn 215 người.",
            [("số biên chế", "=", 240.0, "người"), ("số biên chế", "=", 215.0, "người")],
        ),
        (
            "Huyện đã giảm 8 trưởng phòng, 17 phó phòng; dôi dư 60 cán bộ, công chức.",
            [
                ("giảm trưởng phòng", "=", 8.0, "trưởng phòng"),
                ("giảm phó phòng", "=", 17.0, "phó phòng"),
                ("dôi dư cán bộ, công chức", "=", 60.0, "cán bộ, công chức"),
            ],
        ),
        (
            "Huyện có 90/120 hộ đã ký cam kết. Trong đó, 12 hộ xin nhận nền đất; 5 hộ không nhận nhà tạm cư.",
            [
                ("hộ đã ký cam kết", "=", 90.0, "/120 hộ"),
                ("hộ xin nhận nền đất", "=", 12.0, "hộ"),
                ("hộ không nhận nhà tạm cư", "=", 5.0, "hộ"),
            ],
        ),
        (
            "Số người làm việc ở cơ quan Đảng là 52 người, cơ quan đoàn thể là 31 người.",
            [
                ("số người làm việc ở cơ quan Đảng", "=", 52.0, "người"),
                ("số người làm việc ở cơ quan đoàn thể", "=", 31.0, "người"),
            ],
        ),
    ],
)
def test_counts_told_together(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "UBKT các cấp kiểm tra khi có dấu hiệu vi phạm 4 tổ chức và 11 đảng viên.",
            [
                ("kiểm tra khi có dấu hiệu vi phạm tổ chức", "=", 4.0, "tổ chức"),
                ("kiểm tra khi có dấu hiệu vi phạm đảng viên", "=", 11.0, "đảng viên"),
            ],
        ),
        (
            "Thanh tra huyện phát hiện 7 người có bằng cấp không phù hợp.",
            [("phát hiện người có bằng cấp không phù hợp", "=", 7.0, "người")],
        ),
        ("Thanh tra huyện phát hiện 1 người đi lạc.", []),
        (
            "Huyện huy động 90 tỷ đồng làm đường, trong đó ngân sách tỉnh đầu tư 60 tỷ đồng, nhân dân đóng góp 8 tỷ đồng.",
            [
                ("huy động", "=", 90.0, "tỷ đồng"),
                ("ngân sách tỉnh đầu tư", "=", 60.0, "tỷ đồng"),
                ("nhân dân đóng góp", "=", 8.0, "tỷ đồng"),
            ],
        ),
        (
            "Đảng bộ huyện có khoảng trên 6.400 đảng viên, sinh hoạt ở 55 tổ chức cơ sở đảng.",
            [
                ("đảng viên", ">", 6400.0, "đảng viên"),
                ("tổ chức cơ sở đảng", "=", 55.0, "tổ chức cơ sở đảng"),
            ],
        ),
        (
            "Huyện có 9 dự án, trong đó có 6 dự án đã ký hợp đồng và 3 dự án đã trình tỉnh nhưng chưa ký.",
            [
                ("dự án đã ký hợp đồng", "=", 6.0, "dự án"),
                ("dự án đã trình tỉnh nhưng chưa ký", "=", 3.0, "dự án"),
            ],
        ),
        (
            "Toàn huyện có 90 mô hình được đăng ký, trong đó có 71 mô hình được nhân rộng (tăng 12 mô hình so với năm 2020).",
            [
                ("mô hình được đăng ký", "=", 90.0, "mô hình"),
                ("mô hình được nhân rộng", "=", 71.0, "mô hình"),
                ("mô hình được nhân rộng", "=", 12.0, "mô hình tăng so với năm 2020"),
            ],
        ),
        (
            "Về thu ngân sách huyện năm 2021, ông Lê Văn Tám cho biết ước thu 640 tỷ đồng, đạt 112% dự toán.",
            [("thu ngân sách huyện", "=", 640.0, "tỷ đồng"), ("thu ngân sách huyện", "=", 112.0, "% dự toán")],
        ),
        (
            "Tổng sản phẩm trên địa bàn huyện đạt 8.100 tỷ đồng, tăng trưởng 7,2%.",
            [
                ("tổng sản phẩm", "=", 8100.0, "tỷ đồng"),
                ("tổng sản phẩm", "=", 7.2, "% tăng"),
            ],
        ),
        (
            "Thu nhập bình quân đầu người đạt 62 triệu đồng, tăng trưởng 7,2%.",
            [
                ("thu nhập bình quân đầu người", "=", 62.0, "triệu đồng"),
                ("tăng trưởng", "=", 7.2, "%"),
            ],
        ),
        (
            "UBND huyện tặng Giấy khen cho 8 tập thể, 15 cá nhân; chuyển 40 lượt ý kiến, kiến nghị của cử tri.",
            [
                ("tặng Giấy khen cho tập thể", "=", 8.0, "tập thể"),
                ("tặng Giấy khen cho cá nhân", "=", 15.0, "cá nhân"),
                ("chuyển lượt ý kiến, kiến nghị", "=", 40.0, "lượt ý kiến, kiến nghị"),
            ],
        ),
        (
            "Huyện ủy kết nạp 28 đảng viên (ĐV) mới; trong đó Đảng bộ Công an huyện kết nạp 6 ĐV mới, đạt 105% chỉ tiêu giao.",
            [
                ("kết nạp đảng viên", "=", 28.0, "đảng viên"),
                ("kết nạp ĐV mới", "=", 6.0, "đảng viên"),
                ("kết nạp ĐV mới", "=", 105.0, "% chỉ tiêu giao"),
            ],
        ),
        (
            "Huyện ủy kết nạp 28 đảng viên (ĐV); có 120/130 ĐV hoàn thành nhiệm vụ.",
            [
                ("kết nạp đảng viên", "=", 28.0, "đảng viên"),
                ("ĐV hoàn thành nhiệm vụ", "=", 120.0, "/130 đảng viên"),
            ],
        ),
        (
            "Cả nước có 1.200 xã (24%) được công nhận đạt chuẩn nông thôn mới.",
            [
                ("xã được công nhận đạt chuẩn nông thôn mới", "=", 1200.0, "xã"),
                ("xã được công nhận đạt chuẩn nông thôn mới", "=", 24.0, "%"),
            ],
        ),
        (
            "Trong số đảng viên mới kết nạp của huyện, có 14 đảng viên đang làm việc trong doanh nghiệp.",
            [("đảng viên đang làm việc trong doanh nghiệp", "=", 14.0, "đảng viên")],
        ),
        ("Huyện đóng góp 12% thu ngân sách toàn tỉnh.", [("đóng góp", "=", 12.0, "% thu ngân sách toàn tỉnh")]),
        ("Một số hộ ở huyện đạt thu nhập khá, 90% hộ có xe máy.", [("hộ có xe máy", "=", 90.0, "%")]),
    ],
)
def test_whose_and_which_are_counted(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


def test_the_year_of_a_plan_is_no_period_where_months_are_told() -> None:
    told = read("9 tháng năm 2021, thu ngân sách đạt 640 tỷ đồng, bằng 81% dự toán năm 2021.")
    assert [c.period for c in told] == ["2021-01/2021-09", "2021-01/2021-09"]
    (alone,) = read("Thu ngân sách bằng 104% dự toán năm 2021.")
    assert alone.period == "2021"


def test_what_is_told_of_now_is_not_of_the_year_told_first() -> None:
    (now,) = read("Năm 2010 huyện mới khởi đầu, đến nay mỗi xã đạt bình quân 15 tiêu chí.", published="2021-12-20")
    assert now.period == "2021-12"


def test_the_year_of_a_target_that_follows_it_is_no_period_of_months() -> None:
    told = read(
        "Tính đến ngày 30-6, Huyện ủy kết nạp 28 đảng viên, đạt 35% chỉ tiêu đề ra trong năm 2021.",
        "Trong đó, Đảng bộ Công an huyện kết nạp 6 đảng viên.",
    )
    assert [c.period for c in told] == ["2021-H1"] * 3


def test_what_was_counted_on_a_day_has_that_day() -> None:
    (herd,) = read("6 tháng đầu năm 2021, tổng đàn lợn tại thời điểm 1/4/2021 là 94 nghìn con.")
    assert (herd.indicator, herd.period) == ("tổng đàn lợn", "2021-04-01")


def test_how_long_something_took_is_no_period() -> None:
    (claim,) = read("Sau 3 tháng thực hiện, huyện đã giảm 12 đơn vị sự nghiệp.")
    assert claim.period != "2021-Q1"


def test_targets_may_be_counted_in_a_heading() -> None:
    told = read("Chỉ tiêu nhiệm kỳ 2020 - 2025", "I. Về kinh tế (9 chỉ tiêu)", "II. Về xã hội (7 chỉ tiêu)")
    assert [(c.indicator, int(c.value), c.kind) for c in told] == [
        ("chỉ tiêu về kinh tế", 9, "target"),
        ("chỉ tiêu về xã hội", 7, "target"),
    ]
