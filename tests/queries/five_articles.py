"""The facts of the five articles that the first graph is built from, told claim by claim.

Names, posts, numbers and titles are theirs; the lines are made by :mod:`telling`.
"""

from __future__ import annotations

from telling import Telling

from kg.lexicon import lexicon
from kg.model import Facts, Organization, Unit
from kg.reference import reference_of

QUANG_NINH = Unit("Quảng Ninh", "province", "tỉnh", 1, "legacy/22")
UONG_BI = Unit("Uông Bí", "city", "thành phố", 2, "legacy/196", ("legacy/22",))
QUANG_TRUNG = Unit("Quang Trung", "ward", "phường", 3, "legacy/06817", ("legacy/196", "legacy/22"))
TIEN_YEN = Unit("Tiên Yên", "district", "huyện", 2, "legacy/199", ("legacy/22",))
CAM_PHA = Unit("Cẩm Phả", "city", "thành phố", 2, "legacy/195", ("legacy/22",))
HAI_DUONG = Unit("Hải Dương", "province", "tỉnh", 1, "legacy/30")
CHI_LINH = Unit("Chí Linh", "city", "thành phố", 2, "legacy/290", ("legacy/30",))
BINH_DUONG = Unit("Bình Dương", "province", "tỉnh", 1, "legacy/74")
TAN_UYEN = Unit("Tân Uyên", "town", "thị xã", 2, "legacy/723", ("legacy/74",))

RULE_OF_PROVINCE = "province-of-city"


def _committee(kind: str, name: str, unit: Unit, rule: str | None = None) -> Organization:
    return Organization(kind, name, unit, bare_unit=True, level=unit.level, rule=rule)


def _of(kind: str, name: str, committee: Organization) -> Organization:
    return Organization(kind, name, parent=committee)


def _state(kind: str, name: str, unit: Unit) -> Organization:
    return Organization(kind, name, unit, level=unit.level)


TINH_UY_QN = _committee("provincial-party-committee", "Tỉnh ủy", QUANG_NINH, RULE_OF_PROVINCE)
TINH_UY_HD = _committee("provincial-party-committee", "Tỉnh ủy", HAI_DUONG)
BTV_TINH_UY_HD = _of("standing-committee", "Ban Thường vụ", TINH_UY_HD)
DAN_VAN_HD = _of("mass-board", "Ban Dân vận", TINH_UY_HD)
HDND_HD = _state("peoples-council", "Hội đồng nhân dân", HAI_DUONG)
DELEGATION_HD = _state("assembly-delegation", "Đoàn đại biểu Quốc hội", HAI_DUONG)
THANH_UY_UB = _committee("city-party-committee", "Thành ủy", UONG_BI)
BTV_THANH_UY_UB = _of("standing-committee", "Ban Thường vụ", THANH_UY_UB)
THUONG_TRUC_UB = _of("standing-board", "Thường trực", THANH_UY_UB)
TUYEN_GIAO_UB = _of("propaganda-board", "Ban Tuyên giáo", THANH_UY_UB)
HDND_UB = _state("peoples-council", "Hội đồng nhân dân", UONG_BI)
UBND_UB = _state("peoples-committee", "Ủy ban nhân dân", UONG_BI)
HUYEN_UY_TY = _committee("district-party-committee", "Huyện ủy", TIEN_YEN)
UBND_TY = _state("peoples-committee", "Ủy ban nhân dân", TIEN_YEN)
THANH_UY_CP = _committee("city-party-committee", "Thành ủy", CAM_PHA)
THANH_UY_CL = _committee("city-party-committee", "Thành ủy", CHI_LINH)
UBND_CL = _state("peoples-committee", "Ủy ban nhân dân", CHI_LINH)
THI_UY_TU = _committee("town-party-committee", "Thị ủy", TAN_UYEN)
DANG_UY_QT = Organization("grassroots-party-committee", "Đảng ủy", QUANG_TRUNG, level=3)
ONE_STOP_QT = Organization("department", "Bộ phận Tiếp nhận và trả kết quả một cửa", QUANG_TRUNG, level=3)
CENTRAL = Organization("central-committee", "Ban Chấp hành Trung ương Đảng", level=0)
POLITBURO = Organization("politburo", "Bộ Chính trị", level=0)

THEME_UB_2023 = "Đẩy mạnh thu hút đầu tư; nâng cao chất lượng đời sống nhân dân; chung tay chỉnh trang đô thị"
THEME_QN_2022 = (
    "Thích ứng an toàn, linh hoạt, kiểm soát hiệu quả dịch Covid-19; giữ vững đà tăng trưởng;"
    " phát triển nguồn nhân lực chất lượng cao"
)
THEME_TY_2022 = (
    "Thích ứng an toàn, kiểm soát hiệu quả dịch Covid-19; đột phá thu hút đầu tư; đẩy mạnh tăng trưởng;"
    " xây dựng huyện đạt chuẩn nông thôn mới nâng cao"
)
THEME_QT_2016 = (
    "Triển khai có hiệu quả các quy hoạch chiến lược của Thành phố trên địa bàn; phát triển thương mại và"
    " dịch vụ; chỉnh trang, xây dựng đô thị văn minh; nâng cao chất lượng phục vụ nhân dân"
)
THEME_QT_2017 = (
    "Tăng cường kỷ luật, kỷ cương hành chính; tập trung giải phóng mặt bằng, thực hiện các dự án;"
    " xây dựng nếp sống văn minh đô thị - Tự hào là công dân thành phố Uông Bí"
)
CONGRESS_CL = "Nghị quyết Đại hội Đảng bộ thành phố Chí Linh lần thứ XXIII"
FOLLOWING = "đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"
PAVEMENTS = "lập lại trật tự vỉa hè, lòng đường, đảm bảo vệ sinh môi trường và vệ sinh an toàn thực phẩm"
REVENUE = "thu ngân sách nhà nước trên địa bàn"


def uong_bi() -> Facts:
    """Theme and targets of Uông Bí for 2023; no date of publication."""
    t = Telling(
        "uong-bi", "Chủ đề công tác 2023 của Uông Bí", (UONG_BI, QUANG_NINH), bounds="2022-12-02/2023"
    )
    t.post("Trịnh Thị Minh Thanh", "phó bí thư", TINH_UY_QN, caption=True)
    t.post("Hoàng Quốc Trung", "trưởng ban", TUYEN_GIAO_UB)
    t.post("Nghiêm Xuân Cường", "bí thư", THANH_UY_UB)
    t.post("Nghiêm Xuân Cường", "chủ tịch", HDND_UB)
    t.document("nghị quyết", "06-NQ/TU", THANH_UY_UB, "2022-12-02", "phương hướng, nhiệm vụ năm 2023")
    subject = "Nghị quyết Đại hội đại biểu Đảng bộ thành phố Uông Bí lần thứ XX"
    t.document("nghị quyết", None, THANH_UY_UB, None, subject, 20)
    t.theme(THANH_UY_UB, "2023", THEME_UB_2023, "06-NQ/TU")
    t.number(
        UONG_BI,
        "tốc độ tăng trưởng kinh tế",
        "13.1",
        "%",
        "2022",
        concept="economic-growth",
        measure="percent",
    )
    added = "giá trị tăng thêm khu vực"
    for sector, value in (("công nghiệp - xây dựng", "13.5"), ("dịch vụ", "15.5")):
        t.number(UONG_BI, f"{added} {sector}", value, "%", "2022", concept="value-added", measure="percent")
    farming = f"{added} nông - lâm - thủy sản"
    t.number(UONG_BI, farming, "5.5", "%", "2022", concept="value-added", measure="percent")
    t.number(UONG_BI, REVENUE, "3842", "tỷ đồng", "2022", concept="budget-revenue", measure="billion-dong")
    for value, unit in (("116", "% dự toán tỉnh giao"), ("115.7", "% kế hoạch thành phố giao")):
        t.number(UONG_BI, REVENUE, value, unit, "2022", concept="budget-revenue", measure="percent")
    rated = "tổ chức đảng trực thuộc được đánh giá, xếp loại từ hoàn thành tốt nhiệm vụ trở lên"
    t.number(THANH_UY_UB, rated, "90", "%", "2023", "target", concept="party-rating", measure="percent")
    t.number(
        UONG_BI,
        "tổng sản phẩm bình quân đầu người",
        "10000",
        "USD/người/năm",
        "2023",
        "target",
        concept="gross-product-per-head",
        measure="usd",
    )
    t.number(
        UONG_BI,
        "thu ngân sách địa phương",
        "10",
        "% vượt dự toán tỉnh giao",
        "2023",
        "target",
        concept="budget-revenue",
        measure="percent",
    )
    t.number(
        UONG_BI,
        "tổng vốn đầu tư toàn xã hội",
        "12.5",
        "% tăng",
        "2023",
        "target",
        ">=",
        concept="social-investment",
        measure="percent",
    )
    t.number(UONG_BI, "giải quyết việc làm", "3600", "lao động", "2023", "target", concept="jobs")
    parts = (
        ("chỉ tiêu về xây dựng Đảng", 2),
        ("chỉ tiêu kinh tế", 6),
        ("chỉ tiêu xã hội", 4),
        ("chỉ tiêu môi trường", 3),
    )
    t.sum(THANH_UY_UB, "chỉ tiêu chủ yếu", 16, "chỉ tiêu", "2023", parts)
    t.congress(THANH_UY_UB, 20, "2020-2025")
    t.event(
        "hội nghị",
        "conference",
        None,
        (BTV_THANH_UY_UB,),
        "kiểm điểm năm 2022",
        people=(("Trịnh Thị Minh Thanh", "speaks"),),
    )
    return t.facts()


def tien_yen() -> Facts:
    """How Tiên Yên and Cẩm Phả take up the province's resolution of 2022."""
    t = Telling(
        "tien-yen",
        "Chủ đề công tác 2022 ở Tiên Yên và Cẩm Phả",
        (TIEN_YEN, CAM_PHA, QUANG_NINH),
        "2022-05-24",
        publisher="Báo Tỉnh",
    )
    t.post("Hà Hải Dương", "bí thư", HUYEN_UY_TY)
    t.post("Hà Hải Dương", "chủ tịch", UBND_TY)
    t.post("Nguyễn Thị Kim Phượng", "phó bí thư thường trực", THANH_UY_CP)
    tasks = "phương hướng, nhiệm vụ năm 2022"
    province = t.document("nghị quyết", "08-NQ/TU", TINH_UY_QN)
    district = t.document("nghị quyết", "05-NQ/TU", HUYEN_UY_TY, None, tasks)
    city = t.document("nghị quyết", "16-NQ/TU", THANH_UY_CP, None, tasks)
    staff = "Đề án phát hiện, tuyển chọn, đào tạo, bồi dưỡng đội ngũ cán bộ thành phố Cẩm Phả đến năm 2030"
    t.document("đề án", None, None, None, staff)
    t.document(
        "đề án",
        None,
        None,
        None,
        "Đề án xây dựng và triển khai các vị trí đổ thải chất rắn thành phố Cẩm Phả",
    )
    t.link(district, province)
    t.link(city, province)
    t.theme(TINH_UY_QN, "2022", THEME_QN_2022)
    t.theme(HUYEN_UY_TY, "2022", THEME_TY_2022, "05-NQ/TU")
    issued = (
        ("chỉ thị", 2),
        ("quyết định", 56),
        ("chương trình", 4),
        ("kế hoạch", 28),
        ("thông báo", 70),
        ("thông báo kết luận", 21),
    )
    for kind, count in issued:
        t.number(HUYEN_UY_TY, f"ban hành {kind}", str(count), kind, "2022-01/2022-05")
    for dose, share in ((1, "99.52"), (2, "99.7"), (3, "99.17")):
        t.number(
            TIEN_YEN,
            f"độ bao phủ mũi {dose}",
            share,
            "%",
            "2022-01/2022-05",
            concept="vaccination",
            measure="percent",
        )
    t.number(
        TIEN_YEN,
        "tổng thu ngân sách",
        "21",
        "% tăng so với cùng kỳ năm 2021",
        "2022-01/2022-04",
        concept="budget-revenue",
        measure="percent",
    )
    t.number(TIEN_YEN, "sáp nhập thôn, khu phố", "43", "thôn, khu phố", None, "target")
    t.number(
        CAM_PHA,
        "tốc độ tăng giá trị sản xuất",
        "11.21",
        "%",
        "2022-H1",
        "target",
        concept="production-value",
        measure="percent",
    )
    t.number(
        CAM_PHA,
        "thu ngân sách nhà nước trong cân đối",
        "6500",
        "tỷ đồng",
        "2022-H1",
        "target",
        ">",
        concept="budget-revenue",
        measure="billion-dong",
    )
    return t.facts()


def chi_linh() -> Facts:
    """The review of half a term in Chí Linh on 16 May 2023."""
    t = Telling(
        "chi-linh",
        "Chí Linh sơ kết giữa nhiệm kỳ",
        (CHI_LINH, HAI_DUONG),
        "2023-05-16",
        publisher="Báo Điện tử",
    )
    t.post("Nguyễn Văn Kiên", "phó bí thư", THANH_UY_CL)
    t.post("Nguyễn Văn Kiên", "chủ tịch", UBND_CL)
    t.post("Lê Văn Hiệu", "phó bí thư thường trực", TINH_UY_HD)
    t.post("Lê Văn Hiệu", "trưởng đoàn", DELEGATION_HD)
    t.post("Nguyễn Thị Ngọc Bích", "ủy viên", BTV_TINH_UY_HD)
    t.post("Nguyễn Thị Ngọc Bích", "phó chủ tịch thường trực", HDND_HD)
    t.post("Nguyễn Văn Phú", "ủy viên", BTV_TINH_UY_HD)
    t.post("Nguyễn Văn Phú", "trưởng ban", DAN_VAN_HD)
    t.post("Hoàng Quốc Thưởng", "ủy viên", BTV_TINH_UY_HD)
    t.post("Hoàng Quốc Thưởng", "bí thư", THANH_UY_CL)
    congress = t.document("nghị quyết", None, THANH_UY_CL, None, CONGRESS_CL, 23)
    programme = t.document(
        "chương trình", None, THANH_UY_CL, None, f"Chương trình hành động thực hiện {CONGRESS_CL}"
    )
    t.document("quy hoạch", None, None, None, "điều chỉnh Quy hoạch chung thành phố Chí Linh đến năm 2040")
    t.link(programme, congress)
    t.number(
        CHI_LINH,
        "tổng giá trị sản xuất trên địa bàn",
        "10.4",
        "%/năm",
        "2020-2022",
        concept="production-value",
        measure="percent",
    )
    t.number(
        CHI_LINH,
        REVENUE,
        "3200",
        "tỷ đồng",
        "2020-2022",
        comparator=">",
        concept="budget-revenue",
        measure="billion-dong",
    )
    t.number(
        CHI_LINH,
        "thu nhập bình quân đầu người",
        "87",
        "triệu đồng/người/năm",
        "2022",
        concept="income-per-head",
        measure="million-dong",
    )
    t.number(
        CHI_LINH,
        "tỷ lệ hộ nghèo theo chuẩn mới",
        "1",
        "%",
        "2022",
        concept="poverty-rate",
        measure="percent",
    )
    half_term = (
        ("kết nạp đảng viên mới", "640", "đảng viên"),
        ("trao huy hiệu Đảng", "1778", "đảng viên"),
        ("thành lập mới tổ chức đảng ngoài doanh nghiệp", "3", "tổ chức đảng"),
        ("chương trình thực hiện Nghị quyết Đại hội", "3", "chương trình"),
        ("kế hoạch thực hiện Nghị quyết Đại hội", "4", "kế hoạch"),
        ("đề án thực hiện Nghị quyết Đại hội", "11", "đề án"),
    )
    for indicator, value, unit in half_term:
        t.number(THANH_UY_CL, indicator, value, unit, "2020-2023")
    dropped = "không triển khai dự án, công trình trọng điểm"
    t.number(CHI_LINH, dropped, "3", "dự án, công trình", "2020-2025", "target")
    tasks = "nhóm nhiệm vụ, giải pháp trọng tâm"
    t.number(THANH_UY_CL, tasks, "5", "nhóm nhiệm vụ, giải pháp", "2020-2025", "target")
    t.congress(THANH_UY_CL, 23, "2020-2025")
    people = (
        ("Nguyễn Văn Kiên", "reports"),
        ("Lê Văn Hiệu", "speaks"),
        ("Hoàng Quốc Thưởng", "concludes"),
        ("Nguyễn Thị Ngọc Bích", "attends"),
        ("Nguyễn Văn Phú", "attends"),
    )
    t.event("hội nghị", "conference", "2023-05-16", (THANH_UY_CL,), "sơ kết giữa nhiệm kỳ", people=people)
    return t.facts()


def quang_trung() -> Facts:
    """Uông Bí's party committee at work with the ward Quang Trung; no date of publication."""
    t = Telling(
        "quang-trung",
        "Thành ủy Uông Bí và phường Quang Trung",
        (QUANG_TRUNG, UONG_BI, QUANG_NINH),
        bounds="2016-12-08/2017",
    )
    t.post("Trần Văn Lâm", "ủy viên", TINH_UY_QN)
    t.post("Trần Văn Lâm", "bí thư", THANH_UY_UB)
    t.post("Trần Văn Lâm", "chủ tịch", HDND_UB)
    t.document("nghị quyết", "02-NQ/ĐU", DANG_UY_QT)
    t.document(
        "thông báo", "272-TB/TU", THUONG_TRUC_UB, "2016-06-09", "các nhiệm vụ phát triển kinh tế - xã hội"
    )
    for kind, number in (("chỉ thị", "06"), ("chỉ thị", "09"), ("kế hoạch", "118")):
        t.document(kind, number, UBND_UB, None, PAVEMENTS)
    t.document("nghị quyết", "06-NQ/TU", THANH_UY_UB, "2016-12-08", "phương hướng, nhiệm vụ năm 2017")
    t.document("nghị quyết", None, CENTRAL, None, "Nghị quyết Trung ương 4 khóa XII")
    t.document("chỉ thị", "05-CT/TW", None, None, FOLLOWING)
    t.theme(DANG_UY_QT, "2016", THEME_QT_2016)
    t.theme(DANG_UY_QT, "2017", THEME_QT_2017, alternatives=(THANH_UY_UB,))
    retail = "tổng doanh thu bán lẻ và dịch vụ"
    crafts = "giá trị sản xuất tiểu thủ công nghiệp địa phương"
    farming = "giá trị sản xuất nông, lâm, ngư nghiệp"
    grown = "% tăng so với năm 2015"
    results = (
        (QUANG_TRUNG, retail, "308", "tỷ đồng", "="),
        (QUANG_TRUNG, retail, "23", grown, "="),
        (QUANG_TRUNG, crafts, "46", "tỷ đồng", ">"),
        (QUANG_TRUNG, crafts, "100", "% kế hoạch", "="),
        (QUANG_TRUNG, crafts, "15", grown, "="),
        (QUANG_TRUNG, farming, "11", "tỷ đồng", ">"),
        (QUANG_TRUNG, farming, "5.5", grown, "="),
        (QUANG_TRUNG, "thu ngân sách nhà nước", "104", "tỷ đồng", ">"),
        (QUANG_TRUNG, "thu ngân sách phường", "45", "tỷ đồng", ">"),
        (QUANG_TRUNG, "thu ngân sách phường", "115", "% so với cùng kỳ", "="),
        (QUANG_TRUNG, "giảm hộ nghèo", "11", "hộ", "="),
        (DANG_UY_QT, "chi bộ đạt trong sạch vững mạnh", "10", "/20 chi bộ", "="),
        (DANG_UY_QT, "tỷ lệ kết nạp đảng viên mới", "0.9", "% vượt kế hoạch được giao", "="),
        (DANG_UY_QT, "đảng viên hoàn thành tốt nhiệm vụ", "92.9", "%", "="),
        (QUANG_TRUNG, "tháo dỡ mái che", "102", "mái che", "="),
        (QUANG_TRUNG, "tháo dỡ mái vẩy", "2400", "m2", ">"),
        (QUANG_TRUNG, "hộ giết mổ lợn vào cơ sở giết mổ tập trung", "100", "%", "="),
        (ONE_STOP_QT, "tiếp nhận và giải quyết hồ sơ thủ tục hành chính", "13000", "hồ sơ", ">"),
        (
            ONE_STOP_QT,
            "tiếp nhận và giải quyết hồ sơ thủ tục hành chính",
            "1500",
            "hồ sơ tăng so với năm 2015",
            ">",
        ),
    )
    for subject, indicator, value, unit, comparator in results:
        revenue = "budget-revenue" if indicator.startswith("thu ngân sách") else None
        measure = "billion-dong" if unit == "tỷ đồng" else None
        t.number(
            subject,
            indicator,
            value,
            unit,
            "2016",
            comparator=comparator,
            concept=revenue,
            measure=measure,
        )
    for indicator, value, unit in (
        ("nhóm chỉ tiêu", "10", "nhóm chỉ tiêu"),
        ("nhóm nhiệm vụ lớn", "5", "nhóm nhiệm vụ"),
        ("nhiệm vụ, giải pháp cụ thể", "19", "nhiệm vụ, giải pháp"),
    ):
        t.number(DANG_UY_QT, indicator, value, unit, "2017", "target")
    t.event(
        "buổi làm việc",
        "working-session",
        None,
        (THANH_UY_UB,),
        visited=(DANG_UY_QT,),
        people=(("Trần Văn Lâm", "chairs"),),
    )
    return t.facts()


def tan_uyen() -> Facts:
    """Tân Uyên half way through 2022, taken over from another paper."""
    t = Telling(
        "tan-uyen",
        "Tân Uyên sáu tháng đầu năm 2022",
        (TAN_UYEN, BINH_DUONG),
        bounds="2022-06~/2022-12",
        republished_from="Báo Bình Dương Online",
    )
    t.post("Bùi Minh Trí", "bí thư", THI_UY_TU)
    t.document("nghị quyết", None, CENTRAL, None, "Nghị quyết Hội nghị Trung ương 4 khóa XIII")
    building = "đẩy mạnh xây dựng, chỉnh đốn Đảng và hệ thống chính trị"
    t.document("kết luận", "21-KL/TW", CENTRAL, "2021-10-25", building)
    directive = t.document("chỉ thị", "05-CT/TW", POLITBURO, "2016-05-15", FOLLOWING)
    conclusion = t.document(
        "kết luận", "01-KL/TW", POLITBURO, "2021-05-18", "tiếp tục thực hiện Chỉ thị số 05-CT/TW"
    )
    t.document("đề án", None, None, None, "Đề án Làng thông minh trên địa bàn xã Bạch Đằng")
    t.link(conclusion, directive)
    t.number(
        TAN_UYEN,
        "chỉ tiêu đạt nghị quyết Ban Chấp hành Đảng bộ thị xã đề ra",
        "7",
        "/25 chỉ tiêu",
        "2022-H1",
    )
    t.number(
        TAN_UYEN,
        "giá trị sản xuất công nghiệp, xây dựng",
        "12",
        "% tăng so với cùng kỳ",
        "2022-H1",
        comparator="~",
        concept="industrial-value",
        measure="percent",
    )
    return t.facts()


def five_articles() -> list[Facts]:
    return [uong_bi(), tien_yen(), chi_linh(), quang_trung(), tan_uyen()]


def reference() -> list[str]:
    """Reference data for two of the units, as a build makes it for all that are named."""
    return list(reference_of(lexicon().gazetteer, ("legacy/196", "legacy/06817")))
