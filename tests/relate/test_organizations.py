"""How far the name of an organisation reaches, and what belongs to it: a table of names after a title."""

from __future__ import annotations

import pytest

from tests.reading import facts

NAMED = [
    # compounds whose syllables elsewhere end a name
    ("Cục trưởng Cục Hậu cần Quân khu 1", "Cục Hậu cần Quân khu 1"),
    ("Cục trưởng Cục An toàn thông tin", "Cục An toàn thông tin"),
    ("Cục trưởng Cục Quản lý đăng ký kinh doanh", "Cục Quản lý đăng ký kinh doanh"),
    ("Trưởng phòng Cảnh sát giao thông Công an tỉnh Hà Nam", "Phòng Cảnh sát giao thông Công an tỉnh Hà Nam"),
    ("Phó Trưởng ban An toàn giao thông tỉnh Hà Nam", "Ban An toàn giao thông tỉnh Hà Nam"),
    ("Giám đốc Công ty Cổ phần Gang thép Thái Nguyên", "Công ty Cổ phần Gang thép Thái Nguyên"),
    (
        "Hiệu trưởng Trường Phổ thông Dân tộc nội trú tỉnh Sơn La",
        "Trường Phổ thông Dân tộc nội trú tỉnh Sơn La",
    ),
    ("Giám đốc Hợp tác xã Nông nghiệp Đông Tiến", "Hợp tác xã Nông nghiệp Đông Tiến"),
    ("Giám đốc Vườn Quốc gia Cát Bà", "Vườn Quốc gia Cát Bà"),
    # compounds with a comma or a stroke
    (
        "Trưởng ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Hà Nam",
        "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Hà Nam",
    ),
    (
        "Chủ tịch Hội Nạn nhân chất độc da cam/dioxin tỉnh Hà Nam",
        "Hội Nạn nhân chất độc da cam/dioxin tỉnh Hà Nam",
    ),
    ("Chủ tịch Hội Bảo vệ quyền trẻ em Việt Nam", "Hội Bảo vệ quyền trẻ em Việt Nam"),
    ("Giám đốc Trung tâm Bảo tồn di tích cố đô Huế", "Trung tâm Bảo tồn di tích cố đô Huế"),
    ("Chi cục trưởng Quản lý thị trường tỉnh Hà Nam", "Chi cục Quản lý thị trường tỉnh Hà Nam"),
    ("Giám đốc Công ty Thủy điện Sông Bung", "Công ty Thủy điện Sông Bung"),
    ("Giám đốc Công ty du lịch Sang Giàu", "Công ty du lịch Sang Giàu"),
    ("Giám đốc Bảo tàng Lịch sử Thừa Thiên - Huế", "Bảo tàng Lịch sử Thừa Thiên - Huế"),
    ("Viện trưởng Viện Kiểm nghiệm thuốc T.Ư", "Viện Kiểm nghiệm thuốc Trung ương"),
    (
        "Giám đốc Công ty Cổ phần Thương mại và dịch vụ Sao Mai",
        "Công ty Cổ phần Thương mại và dịch vụ Sao Mai",
    ),
    (
        "Chủ tịch Hội đồng bồi thường, hỗ trợ tái định cư huyện Ba Bể",
        "Hội đồng bồi thường, hỗ trợ tái định cư huyện Ba Bể",
    ),
    ("Bí thư Đảng ủy khối các cơ quan tỉnh Hà Nam", "Đảng ủy khối các cơ quan tỉnh Hà Nam"),
    (
        "Bí thư Đảng ủy khối cơ sở Bộ Xây dựng tại TP Đà Nẵng",
        "Đảng ủy khối cơ sở Bộ Xây dựng tại thành phố Đà Nẵng",
    ),
    ("Bí thư Đảng ủy tổng công ty Cảng Sông Xanh", "Đảng ủy Tổng công ty Cảng Sông Xanh"),
    (
        "Trưởng văn phòng đại diện Báo Nhân Dân tại Đà Nẵng",
        "Văn phòng đại diện Báo Nhân Dân tại Đà Nẵng",
    ),
    (
        "Hiệu trưởng Trường ĐH Sư phạm (ĐH Đà Nẵng)",
        "Trường đại học Sư phạm Đại học Đà Nẵng",
    ),
    ("Phó Giám đốc ĐH Đà Nẵng", "Đại học Đà Nẵng"),
    ("Giám đốc Ban quản lý dự án sở Y tế tỉnh Hà Nam", "Ban quản lý dự án Sở Y tế tỉnh Hà Nam"),
    ("Phó chánh tòa Hình sự TAND tỉnh Hà Nam", "Tòa Hình sự Tòa án nhân dân tỉnh Hà Nam"),
    # numbers
    ("Đội trưởng Quản lý thị trường số 3", "Đội Quản lý thị trường số 3"),
    ("Đội trưởng Đội Quản lý thị trường số 3", "Đội Quản lý thị trường số 3"),
    ("Bí thư Chi bộ Tổ dân phố số 7", "Chi bộ Tổ dân phố số 7"),
    ("Trưởng ban Chỉ đạo 35 tỉnh Hà Nam", "Ban Chỉ đạo 35 tỉnh Hà Nam"),
    ("Trưởng ban Chỉ đạo thi tuyển sinh năm 2031 tỉnh Hà Nam", "Ban Chỉ đạo thi tuyển sinh năm 2031 tỉnh Hà Nam"),
    ("Chủ tịch Hội đồng thi tuyển sinh năm 2030-2031 tỉnh Hà Nam", "Hội đồng thi tuyển sinh tỉnh Hà Nam"),
    ("Giám đốc Trung tâm Đăng kiểm xe cơ giới 29-03V", "Trung tâm Đăng kiểm xe cơ giới 29-03V"),
    ("Chánh án TAND khu vực 2 - Quảng Ninh", "Tòa án nhân dân khu vực 2 - Quảng Ninh"),
    (
        "Chỉ huy trưởng Ban Chỉ huy Phòng thủ khu vực 3 - Tiên Yên",
        "Ban Chỉ huy Phòng thủ khu vực 3 - Tiên Yên",
    ),
    # the organisation above: after a comma, in brackets, without a word between
    ("Vụ trưởng Vụ Pháp chế, Bộ Tài chính", "Vụ Pháp chế Bộ Tài chính"),
    ("Trưởng ban Quản lý dự án Sông Xanh, Bộ Xây dựng", "Ban Quản lý dự án Sông Xanh Bộ Xây dựng"),
    ("Cục trưởng Cục Trồng trọt (Bộ NN&PTNT)", "Cục Trồng trọt Bộ Nông nghiệp và Phát triển nông thôn"),
    (
        "Trưởng phòng Khoáng sản Sở Tài nguyên và Môi trường tỉnh Hà Nam",
        "Phòng Khoáng sản Sở Tài nguyên và Môi trường tỉnh Hà Nam",
    ),
    ("Cục trưởng Cục Hàng hải Việt Nam (Bộ Giao thông vận tải)", "Cục Hàng hải Việt Nam"),
    (
        "Trưởng phòng CSHS (PC 02), Công an tỉnh Hà Nam",
        "Phòng Cảnh sát hình sự Công an tỉnh Hà Nam",
    ),
    (
        "Đội trưởng đội Tham mưu, phòng CSGT, Công an tỉnh Hà Nam",
        "Đội Tham mưu Phòng Cảnh sát giao thông Công an tỉnh Hà Nam",
    ),
    ("Vụ trưởng Vụ Pháp chế, Tổng cục Thuế", "Vụ Pháp chế Tổng cục Thuế"),
    ("Đội phó Cảnh sát giao thông Công an tỉnh Hà Nam", "Đội Cảnh sát giao thông Công an tỉnh Hà Nam"),
    ("Vụ trưởng Khoa học và Môi trường (Tổng cục Đường bộ)", "Vụ Khoa học và Môi trường Tổng cục Đường bộ"),
    (
        "Trưởng phòng Hướng dẫn luật, điều tra, xử lý tai nạn, Cục Cảnh sát giao thông",
        "Phòng Hướng dẫn luật, điều tra, xử lý tai nạn Cục Cảnh sát giao thông",
    ),
    ("Tổng giám đốc điều hành Công ty Sao Mai", "Công ty Sao Mai"),
    ("Giám đốc điều hành Công ty Sao Mai", "Công ty Sao Mai"),
    ("Phó tổng giám đốc Cầu & Đường Việt Nam", "Cầu & Đường Việt Nam"),
    (
        "Phó phòng Quản lý vận tải, phương tiện và người lái Sở Giao thông vận tải tỉnh Hà Nam",
        "Phòng Quản lý vận tải, phương tiện và người lái Sở Giao thông vận tải tỉnh Hà Nam",
    ),
    (
        "Tổng cục trưởng Phòng chống thiên tai (Bộ Xây dựng)",
        "Tổng cục Phòng chống thiên tai Bộ Xây dựng",
    ),
    ("Cục trưởng Ứng dụng và phát triển công nghệ", "Cục Ứng dụng và phát triển công nghệ"),
    ("Tổng cục trưởng Tổng cục Cảnh sát - bộ Công an", "Tổng cục Cảnh sát Bộ Công an"),
    ("Chủ tịch HĐTV Tổng công ty Đường sắt", "Hội đồng thành viên Tổng công ty Đường sắt Việt Nam"),
    # boards of events are not those of a committee
    ("Trưởng Ban tổ chức lễ hội đền Sóc", "Ban tổ chức lễ hội đền Sóc"),
    ("Trưởng Ban Tổ chức cuộc thi", "Ban Tổ chức cuộc thi"),
    ("Trưởng Ban tổ chức Giỗ Tổ Hùng Vương", "Ban tổ chức Giỗ Tổ Hùng Vương"),
    ("Chánh Văn phòng Ủy ban Ứng phó sự cố tỉnh Hà Nam", "Văn phòng Ủy ban Ứng phó sự cố tỉnh Hà Nam"),
    ("Giám đốc Trung tâm Thông báo tin tức hàng không", "Trung tâm Thông báo tin tức hàng không"),
    ("Đội trưởng CSGT Công an tỉnh Hà Nam", "Đội Cảnh sát giao thông Công an tỉnh Hà Nam"),
    ("Chủ tịch Hội người Campuchia gốc Việt", "Hội người Campuchia gốc Việt"),
    # a label that is but the first syllable of a place
    ("Bí thư Hội An", "Thành ủy Hội An"),
    # abbreviated words
    ("Chủ tịch CTCP Sao Mai", "Công ty Cổ phần Sao Mai"),
    ("Giám đốc BVĐK tỉnh Hà Nam", "Bệnh viện đa khoa tỉnh Hà Nam"),
    ("Giám đốc Bệnh viện ĐH Y Hà Nội", "Bệnh viện Đại học Y Hà Nội"),
    # a field of administration in lower case or with loose signs
    ("Giám đốc Sở giáo dục và đào tạo tỉnh Hà Nam", "Sở Giáo dục và Đào tạo tỉnh Hà Nam"),
    ("Giám đốc Sở VH, TT & DL tỉnh Hà Nam", "Sở Văn hóa, Thể thao và Du lịch tỉnh Hà Nam"),
    (
        "Trưởng phòng Giáo dục Trung học Sở Giáo dục và Đào tạo tỉnh Hà Nam",
        "Phòng Giáo dục Trung học Sở Giáo dục và Đào tạo tỉnh Hà Nam",
    ),
    ("Trưởng phòng Kinh tế, Hạ tầng và Đô thị phường Hà Tu", "Phòng Kinh tế, Hạ tầng và Đô thị phường Hà Tu"),
    ("Trưởng phòng VH&TT huyện Tiên Yên", "Phòng Văn hóa và Thông tin huyện Tiên Yên"),
    ("Giám đốc Sở VH&TT thành phố Hà Nội", "Sở Văn hóa và Thể thao thành phố Hà Nội"),
    ("Trưởng CA huyện Tiên Yên", "Công an huyện Tiên Yên"),
    # offices
    (
        "Chánh Văn phòng Đoàn ĐBQH và HĐND tỉnh Hà Nam",
        "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Hà Nam",
    ),
    ("Chủ tịch Nhóm Nghị sĩ hữu nghị Việt Nam - Nhật Bản", "Nhóm Nghị sĩ hữu nghị Việt Nam - Nhật Bản"),
    (
        "Chánh Văn phòng Đoàn đại biểu Quốc hội, HĐND, UBND tỉnh Hà Nam",
        "Văn phòng Đoàn đại biểu Quốc hội, Hội đồng nhân dân và Ủy ban nhân dân tỉnh Hà Nam",
    ),
    (
        "Chánh Văn phòng HĐND và UBND huyện Tiên Yên",
        "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện Tiên Yên",
    ),
    ("Chánh Văn phòng Văn phòng UBND tỉnh Hà Nam", "Văn phòng Ủy ban nhân dân tỉnh Hà Nam"),
    ("Giám đốc Văn phòng Đăng ký đất đai tỉnh Hà Nam", "Văn phòng Đăng ký đất đai tỉnh Hà Nam"),
    ("Chánh Văn phòng Ban an toàn giao thông tỉnh Hà Nam", "Văn phòng Ban an toàn giao thông tỉnh Hà Nam"),
    # bodies of the years since 2025, the front and the forces
    ("Bí thư Đảng ủy MTTQ, các đoàn thể tỉnh Hà Nam", "Đảng ủy Mặt trận Tổ quốc, các đoàn thể tỉnh Hà Nam"),
    (
        "Ủy viên Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Hà Nam",
        "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hà Nam",
    ),
    ("Bí thư Đảng ủy Bộ đội Biên phòng tỉnh Quảng Ninh", "Đảng ủy Bộ đội Biên phòng tỉnh Quảng Ninh"),
    ("Tư lệnh Bộ Tư lệnh Bộ đội Biên phòng", "Bộ Tư lệnh Bộ đội Biên phòng"),
    ("Chủ tịch Hội Nông dân Việt Nam tỉnh Hà Nam", "Hội Nông dân Việt Nam tỉnh Hà Nam"),
    ("Chánh án TAND cấp cao tại Hà Nội", "Tòa án nhân dân cấp cao tại Hà Nội"),
    ("Giám đốc NHNN chi nhánh tỉnh Hà Nam", "Ngân hàng Nhà nước Chi nhánh tỉnh Hà Nam"),
    ("Tổng Giám đốc TCT Lương thực miền Nam", "Tổng công ty Lương thực miền Nam"),
    ("Giám đốc Đài PT-TH tỉnh Hà Nam", "Đài Phát thanh và Truyền hình tỉnh Hà Nam"),
    ("Giám đốc Bệnh viện Trung ương Huế", "Bệnh viện Trung ương Huế"),
    # the central committee of an association, which is not the party's
    (
        "Chủ tịch Ban Chấp hành Trung ương Hội Nông dân Việt Nam",
        "Ban Chấp hành Trung ương Hội Nông dân Việt Nam",
    ),
    ("Ủy viên Trung ương Hội Nông dân Việt Nam", "Trung ương Hội Nông dân Việt Nam"),
    ("Trưởng Ban Tổ chức Trung ương Hội NDVN", "Ban Tổ chức Trung ương Hội Nông dân Việt Nam"),
    ("Ủy viên Ban Chấp hành Trung ương Đoàn", "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh"),
    (
        "Hiệu trưởng Trường ĐH Khoa học xã hội và nhân văn",
        "Trường đại học Khoa học xã hội và nhân văn",
    ),
    # titles that tell the kind of their organisation
    ("Vụ trưởng Tuyên truyền", "Vụ Tuyên truyền"),
    ("Chi cục trưởng Kiểm lâm", "Chi cục Kiểm lâm"),
]

ENDED = [
    ("Ông Lê Văn An, phó giám đốc Công ty Vinaconex số tiền lớn.", "Công ty Vinaconex"),
    ("Ông Lê Văn An, giám đốc Công ty Băng Dương, Chủ đầu tư dự án, nói.", "Công ty Băng Dương"),
    ("Ông Lê Văn An, trưởng ban Văn nghệ HTV - trăn trở điều này.", "Ban Văn nghệ HTV"),
    ("Ông Lê Văn An, Chủ tịch Tập đoàn Cengroup và nhà đầu tư họp.", "Tập đoàn Cengroup"),
    ("Ông Lê Văn An, cục trưởng Cục Công nghệ cao và 90 bị can hầu tòa.", "Cục Công nghệ cao"),
    ("Ông Lê Văn An, đội trưởng Đội CSGT Rạch Chiếc chỉ huy cả đội.", "Đội Cảnh sát giao thông Rạch Chiếc"),
    # what ends a name
    ("Ông Lê Văn An, giám đốc Bệnh viện Hòa An - Ảnh: M.H.", "Bệnh viện Hòa An"),
    ("Ông Lê Văn An, chủ tịch Tập đoàn Hòa An chọn đảo này.", "Tập đoàn Hòa An"),
    (
        "Ông Lê Văn An, Trưởng ban Chỉ đạo thi tỉnh Hà Nam và ông Đỗ Văn Bảo dự.",
        "Ban Chỉ đạo thi tỉnh Hà Nam",
    ),
    ("Ông Lê Văn An, trưởng phòng Vật tư và Đỗ Văn Bảo có mặt.", "Phòng Vật tư"),
    ("Ông Lê Văn An - trưởng Công an quận 3-cho biết.", "Công an quận 3"),
    ("Ông Lê Văn An, giám đốc Nhà hát kịch 5B, nói.", "Nhà hát kịch 5B"),
    ("Ông Lê Văn An, Bí thư Đảng ủy xã Đoàn Kết, nói.", "Đảng ủy xã Đoàn Kết"),
    ("Ông Lê Văn An, Bí thư Xã đoàn Hải Đông, nói.", "Xã đoàn Hải Đông"),
    ("Ông Lê Văn An, giám đốc Nhà hát Sông Lam, Nghệ sĩ nhân dân, nói.", "Nhà hát Sông Lam"),
    ("Trưởng ban Quản lý khu kinh tế mở Chu Lai Đỗ Xuân An nói.", "Ban Quản lý khu kinh tế mở Chu Lai"),
    ("Ông Lê Văn An, giám đốc Khu giao thông đô thị số 4, nói.", "Khu giao thông đô thị số 4"),
    (
        "Ông Lê Văn An, Trưởng Ban Quản lý Khu kinh tế Hòa An và các khu công nghiệp tỉnh Hà Nam, nói.",
        "Ban Quản lý Khu kinh tế Hòa An và các khu công nghiệp tỉnh Hà Nam",
    ),
    (
        "Ông Lê Văn An, Trưởng Ban Quản lý Khu kinh tế Hòa An và các sở, ngành cùng dự.",
        "Ban Quản lý Khu kinh tế Hòa An",
    ),
    ("Chủ tịch Tập đoàn Sông Xanh ông Lê Văn An nói.", "Tập đoàn Sông Xanh"),
    ("Thăm Ủy ban Đoàn kết Công giáo và Linh mục Lê Văn An - Chủ tịch Ủy ban.", "Ủy ban Đoàn kết Công giáo"),
    ("Ông Lê Văn An, giám đốc Hợp tác xã Hòa An, Hà Nam.", "Hợp tác xã Hòa An"),
]


BORNE = [
    ("Chủ tịch Tập đoàn Đèo Cả", "Tập đoàn Đèo Cả"),
    ("trưởng phòng Quản lý bay sân bay Tân Sơn Nhất", "Phòng Quản lý bay sân bay Tân Sơn Nhất"),
    ("giám đốc Cảng hàng không Tân Sơn Nhất", "Cảng hàng không Tân Sơn Nhất"),
    ("chủ tịch Công ty luật Bùi Đình Nam", "Công ty luật Bùi Đình Nam"),
    ("hiệu trưởng Trường ĐH Tôn Đức Thắng", "Trường đại học Tôn Đức Thắng"),
    (
        "chủ tịch HĐQT Trường THCS và THPT Nguyễn Bỉnh Khiêm",
        "Hội đồng quản trị Trường trung học cơ sở và trung học phổ thông Nguyễn Bỉnh Khiêm",
    ),
]
"""Titles told after a name: the next name is that of no holder, but what the organisation is named after."""


def test_a_short_form_after_a_dash_is_no_part_of_the_name() -> None:
    text = "Ông Lê Văn An, Chủ tịch Phòng Thương mại và Công nghiệp Việt Nam - VCCI, cho biết."
    assert organizations(text) == {"Phòng Thương mại và Công nghiệp Việt Nam"}


def test_where_a_firm_has_its_seat_is_no_part_of_the_name() -> None:
    text = "Bà Lê Thị An, Giám đốc Công ty Vĩnh Phát thuộc phường Bình Thắng, cho biết."
    assert organizations(text) == {"Công ty Vĩnh Phát"}


def organizations(text: str) -> set[str]:
    return {p.organization.label for p in facts(text).positions if p.organization is not None}


@pytest.mark.parametrize(("title", "label"), NAMED)
def test_a_name_goes_on_as_far_as_it_reaches(title: str, label: str) -> None:
    assert organizations(f"Đồng chí Lê Văn An, {title}, dự hội nghị.") == {label}


@pytest.mark.parametrize(("title", "label"), NAMED)
def test_a_person_after_the_name_holds_the_post(title: str, label: str) -> None:
    found = facts(f"{title} Lê Văn An dự hội nghị.").positions
    assert {(p.person, p.organization.label if p.organization else None) for p in found} == {
        ("Lê Văn An", label)
    }


@pytest.mark.parametrize(("text", "label"), ENDED)
def test_a_name_ends_where_something_else_begins(text: str, label: str) -> None:
    assert label in organizations(text)


@pytest.mark.parametrize(
    ("short", "kind"),
    [
        ("Viện KSND tỉnh Quảng Nam", "procuracy"),
        ("VKSND tỉnh Quảng Nam", "procuracy"),
        ("Viện Kiểm sát nhân dân tỉnh Quảng Nam", "procuracy"),
        ("Viện KSND tối cao", "supreme-procuracy"),
        ("Ban QLDA tỉnh Quảng Nam", "management-board"),
        ("Ban Quản lý dự án tỉnh Quảng Nam", "management-board"),
    ],
)
def test_a_body_is_of_one_kind_however_its_name_is_cut_short(short: str, kind: str) -> None:
    found = facts(f"Ông Lê Văn An, Phó trưởng phòng, nay là Trưởng ban {short}, dự họp. {short} họp sáng 5/1/2023.")
    bodies = [p.organization for p in found.positions] + [o for e in found.events for o in e.organizers]
    assert kind in {body.kind for body in bodies if body is not None}
    assert not {"institute", "board"} & {body.kind for body in bodies if body is not None}


@pytest.mark.parametrize("join", [", ", " - ", " ("])
@pytest.mark.parametrize(("title", "label"), BORNE)
def test_after_a_holder_a_name_is_the_organisations(title: str, label: str, join: str) -> None:
    end = ")" if join == " (" else ","
    found = facts(f"Theo ông Lê Văn An{join}{title}{end} năm nay có nhiều việc.").positions
    assert {(p.person, p.organization.label if p.organization else None) for p in found} == {
        ("Lê Văn An", label)
    }


def test_the_dash_before_an_address_parts_one_holder_from_the_next() -> None:
    found = facts("Ông Lê Văn An - chủ tịch HĐQT Sao Mai - Bà Trần Thị Lan - tổng giám đốc Công ty Hoa Sen.").positions
    assert {(p.person, p.organization.label if p.organization else None) for p in found} == {
        ("Lê Văn An", "Hội đồng quản trị Sao Mai"),
        ("Trần Thị Lan", "Công ty Hoa Sen"),
    }


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "Phó Giám đốc Công an tỉnh Hà Nam, Thủ trưởng Cơ quan Cảnh sát điều tra",
            "Cơ quan Cảnh sát điều tra Công an tỉnh Hà Nam",
        ),
        ("Trưởng phòng Tham mưu, người phát ngôn Công an tỉnh Hà Nam", "Phòng Tham mưu Công an tỉnh Hà Nam"),
        (
            "phó giám đốc Bệnh viện Đa khoa tỉnh Hà Nam, trưởng khoa Nội",
            "Khoa Nội Bệnh viện Đa khoa tỉnh Hà Nam",
        ),
    ],
)
def test_a_part_belongs_to_the_office_of_the_post_beside_it(text: str, label: str) -> None:
    assert label in organizations(f"Ông Lê Văn An, {text}, cho biết.")


def test_a_part_belongs_to_the_only_office_that_has_such_parts() -> None:
    ward = "Bệnh viện Đa khoa Sao Mai vừa mở cửa. Ông Lê Văn An, trưởng khoa Nội, cho biết."
    assert organizations(ward) == {"Khoa Nội Bệnh viện Đa khoa Sao Mai"}
    section = "Công an tỉnh Hà Nam vào cuộc. Ông Lê Văn An, trưởng phòng Cảnh sát hình sự, cho biết."
    assert organizations(section) == {"Phòng Cảnh sát hình sự Công an tỉnh Hà Nam"}


def test_a_part_belongs_to_the_office_told_by_its_kind() -> None:
    text = "Bệnh viện Đa khoa tỉnh Hà Nam vừa họp. Ông Lê Văn An, trưởng phòng Vật tư của bệnh viện, cho biết."
    assert organizations(text) == {"Phòng Vật tư Bệnh viện Đa khoa tỉnh Hà Nam"}


def test_only_sections_of_a_district_take_its_name() -> None:
    about = "Huyện Tiên Yên vào vụ mới. Huyện Tiên Yên đông vui. "
    assert organizations(f"{about}Ông Lê Văn An, Trưởng phòng Tài chính - Kế hoạch, cho biết.") == {
        "Phòng Tài chính - Kế hoạch huyện Tiên Yên"
    }
    assert organizations(f"{about}Ông Lê Văn An, Trưởng phòng Dịch vụ và Khách hàng, cho biết.") == {
        "Phòng Dịch vụ và Khách hàng"
    }


def test_a_short_name_is_none_of_another_country() -> None:
    text = "Cục Hàng không Liên bang Mỹ lên tiếng. Ông Lê Văn An, Cục trưởng Cục Hàng không, cho biết."
    assert organizations(text) == {"Cục Hàng không"}


def test_brackets_tell_a_name_from_the_same_one_elsewhere() -> None:
    text = (
        "Trường Đại học Sư phạm Hà Nội tuyển sinh. "
        "Ông Lê Văn An, hiệu trưởng Trường Đại học Sư phạm (ĐH Huế), cho biết."
    )
    assert organizations(text) == {"Trường Đại học Sư phạm Đại học Huế"}


@pytest.mark.parametrize("rest", [" Ảnh: Mai Lan", " Báo cáo kết quả năm qua"])
def test_what_follows_a_name_is_no_part_of_it(rest: str) -> None:
    found = facts(f"Chủ tịch UBND tỉnh Hà Nam Lê Văn An{rest}").positions
    assert [p.person for p in found] == ["Lê Văn An"]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lê Văn An bị tố cáo đã bổ nhiệm vợ làm trưởng phòng Tổ chức Công ty Sao Mai.",
        "Ông Lê Văn An, có con gái giữ chức phó giám đốc Công ty Sao Mai.",
    ],
)
def test_a_post_of_somebodys_kin_is_not_theirs(text: str) -> None:
    assert facts(text).positions == ()


def test_a_minister_told_by_name_alone_is_no_ministry() -> None:
    found = facts("Bộ trưởng Christopher Pyne và Bộ trưởng Ngô Văn Lịch ký. Bộ Quốc phòng Việt Nam dự.").positions
    assert "Christopher Pyne" not in {p.organization.label for p in found if p.organization is not None}


def test_the_only_hospital_has_not_the_ward_of_another_one() -> None:
    text = "Bệnh viện Đa khoa tỉnh Hà Nam họp. Ông Lê Văn An, trưởng khoa Thận bệnh viện Bạch Mai, cho biết."
    assert organizations(text) == {"Khoa Thận bệnh viện Bạch Mai"}


def test_a_place_after_a_title_is_no_part_of_the_name() -> None:
    found = facts("Theo Bí thư Hội An Kiều Cư, năm nay đông khách.").positions
    assert [(p.person, p.organization.label if p.organization else None) for p in found] == [
        ("Kiều Cư", "Thành ủy Hội An")
    ]


FIRM = "Ngân hàng TMCP Đầu tư và Phát triển Sông Xanh"
BANK = "Ngân hàng Thương mại Cổ phần Đầu tư và Phát triển Sông Xanh"
COMPANIES = [
    # a board is that of the firm told beside it, not of the one named next
    (
        (
            "Ông Lê Văn An, bí thư Đảng ủy Công ty Gang thép Sông Xanh, nguyên chủ tịch HĐQT, vắng mặt.",
            "Ông Đỗ Văn Bảo là chủ tịch HĐQT Tổng công ty Thép Hoa Sen.",
        ),
        ("Lê Văn An", "chủ tịch", "Hội đồng quản trị Công ty Gang thép Sông Xanh"),
    ),
    (
        (
            f"Kỳ họp xem xét vi phạm của Ban Thường vụ Đảng ủy {FIRM} (SXB).",
            "Ông Lê Văn An, nguyên Ủy viên Ban Thường vụ Đảng ủy, Phó Tổng Giám đốc, chịu trách nhiệm.",
        ),
        ("Lê Văn An", "phó tổng giám đốc", BANK),
    ),
    # short names: of the bank whose committee is told by it, of the firm that bears a brand
    (
        (f"{FIRM} (SXB) họp.", "Ông Lê Văn An, Bí thư Đảng ủy SXB, chủ trì."),
        ("Lê Văn An", "bí thư", f"Đảng ủy {BANK}"),
    ),
    (
        (f"{FIRM} (SXB, mã SXB) họp.", "Ông Lê Văn An, Tổng giám đốc SXB, chủ trì."),
        ("Lê Văn An", "tổng giám đốc", BANK),
    ),
    (
        ("Tổng công ty Viễn thông Vinaxe họp.", "Ông Lê Văn An, thành viên HĐTV, tổng giám đốc Vinaxe, chủ trì."),
        ("Lê Văn An", "tổng giám đốc", "Tổng công ty Viễn thông Vinaxe"),
    ),
    (
        ("Tổng công ty Viễn thông Vinaxe họp.", "Ông Lê Văn An, thành viên HĐTV, tổng giám đốc Vinaxe, chủ trì."),
        ("Lê Văn An", "thành viên", "Hội đồng thành viên Tổng công ty Viễn thông Vinaxe"),
    ),
    (
        ("Tổng công ty Viễn thông Vinaxe họp.", "Ông Lê Văn An, chủ tịch hội đồng thành viên (HĐTV) Vinaxe, nói."),
        ("Lê Văn An", "chủ tịch", "Hội đồng thành viên Tổng công ty Viễn thông Vinaxe"),
    ),
    (
        (
            "Tổng công ty Cổ phần Bảo hiểm Ngân hàng Đầu tư và phát triển Sông Xanh (BSX) nhận công văn.",
            "Ông Lê Văn An giữ chức Chủ tịch HĐQT BSX.",
        ),
        (
            "Lê Văn An",
            "chủ tịch",
            "Hội đồng quản trị Tổng công ty Cổ phần Bảo hiểm Ngân hàng Đầu tư và phát triển Sông Xanh",
        ),
    ),
]


KNOWN = [
    # the state's enterprises, which every reader knows; a firm of a province of the same trade is another one
    ("Chủ tịch HĐTV Tập đoàn Dầu khí", "Hội đồng thành viên Tập đoàn Dầu khí Việt Nam"),
    ("Tổng giám đốc EVN", "Tập đoàn Điện lực Việt Nam"),
    ("Bí thư Đảng ủy Tổng công ty Hàng hải", "Đảng ủy Tổng công ty Hàng hải Việt Nam"),
    ("Giám đốc Tổng công ty Điện lực Hà Nam", "Tổng công ty Điện lực Hà Nam"),
    # boards and branches beside words that tell more of them
    ("Bí thư Đảng ủy, thành viên độc lập HĐQT Vinaxe", "Đảng ủy Vinaxe"),
    ("Bí thư Chi bộ, Phó Giám đốc chi nhánh Văn phòng Đăng ký đất đai huyện Tuy An",
     "Chi bộ Chi nhánh Văn phòng Đăng ký đất đai huyện Tuy An"),
    ("nguyên Bí thư Đảng ủy, Sư đoàn trưởng Sư đoàn 8", "Đảng ủy Sư đoàn 8"),
    ("Phó Bí thư Đảng ủy Quân sự, Chỉ huy trưởng Bộ CHQS tỉnh Hà Nam", "Đảng ủy Quân sự tỉnh Hà Nam"),
    ("Bí thư Đảng ủy cơ quan, Giám đốc Sở Y tế tỉnh Hà Nam", "Đảng ủy Sở Y tế tỉnh Hà Nam"),
    ("nguyên Bí thư Đảng ủy ngoài nước", "Đảng ủy Ngoài nước"),
]


@pytest.mark.parametrize(("title", "label"), KNOWN)
def test_a_title_names_what_a_reader_knows(title: str, label: str) -> None:
    assert label in organizations(f"Ông Lê Văn An, {title}, dự hội nghị.")


def test_a_firm_that_the_sentence_names_before_its_people() -> None:
    said = (
        "Lãnh đạo Công ty Xây dựng Sao Mai gồm ông Lê Văn An (nguyên Bí thư chi bộ, Chủ tịch Hội đồng Thành viên). "
        "Công ty Hoa Sen vắng mặt."
    )
    assert organizations(said) == {
        "Chi bộ Công ty Xây dựng Sao Mai",
        "Hội đồng Thành viên Công ty Xây dựng Sao Mai",
    }


@pytest.mark.parametrize(("said", "row"), COMPANIES)
def test_a_firm_that_the_article_names_in_full(said: tuple[str, ...], row: tuple[str, str, str]) -> None:
    found = facts(" ".join(said)).positions
    assert row in {(p.person, p.role, p.organization.label if p.organization else "") for p in found}


def test_a_board_of_no_firm_is_none_of_those_of_others() -> None:
    said = (
        "Ông Đỗ Văn Bảo là chủ tịch HĐQT Công ty Hoa Sen. Bà Trần Thị Lan là chủ tịch HĐQT Công ty Sao Mai. "
        "Ông Lê Văn An (nguyên Chủ tịch HĐQT, Trưởng phân ban rủi ro) vắng mặt."
    )
    assert "Lê Văn An" not in {p.person for p in facts(said).positions}


def test_a_name_of_several_syllables_may_be_written_as_one_word() -> None:
    said = (
        "Ông Lê Văn An, Chủ tịch UBND huyện Đăkrông, nói. Ông Đỗ Văn Bảo, Chủ tịch UBND huyện Hướng Hóa, "
        "tỉnh Quảng Trị, nói."
    )
    assert organizations(said) == {"Ủy ban nhân dân huyện Đa Krông", "Ủy ban nhân dân huyện Hướng Hóa"}


def test_an_unknown_commune_written_as_one_word_is_no_other() -> None:
    said = (
        "Đơn tố cáo ông Lê Văn An, phó bí thư Đảng ủy, chủ tịch UBND xã EaXô. "
        "Công văn được gửi Đảng ủy xã Hưng Yên Bắc, huyện Hưng Nguyên."
    )
    assert organizations(said) == {"Đảng ủy xã Ea Xô", "Ủy ban nhân dân xã Ea Xô"}


def test_a_name_tells_its_kind_once() -> None:
    said = (
        "Lãnh đạo Tập đoàn và sự khao khát xây dựng Tập đoàn Dầu khí Việt Nam đều được nhắc tới. "
        "Ông Lê Văn An, Chủ tịch Hội đồng thành viên Tập đoàn, dự hội nghị."
    )
    assert not any("khao" in label for label in organizations(said))
