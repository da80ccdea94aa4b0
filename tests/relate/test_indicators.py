"""What the clauses around numbers say, and what is no indicator at all."""

from __future__ import annotations

import pytest

from kg.lexicon import lexicon
from kg.model import Article, Indicator
from kg.normalise import blocks_of, normalise
from kg.recognise import recognise
from kg.relate.indicators import indicators, unread_numbers
from kg.relate.quantities import number, quantities

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
        ("Thu ngân sách đạt 1.250 tỉ đồng.", [("thu ngân sách", "=", 1250.0, "tỷ đồng")]),
        ("Thu ngân sách ước đạt trên 900 tỷ đồng.", [("thu ngân sách", ">", 900.0, "tỷ đồng")]),
        ("Thu ngân sách đạt gần 900 tỷ đồng.", [("thu ngân sách", "~", 900.0, "tỷ đồng")]),
        ("Thu ngân sách đạt khoảng 900 tỷ đồng.", [("thu ngân sách", "~", 900.0, "tỷ đồng")]),
        ("Thu ngân sách đạt ít nhất 900 tỷ đồng.", [("thu ngân sách", ">=", 900.0, "tỷ đồng")]),
        ("Thu ngân sách đạt không quá 900 tỷ đồng.", [("thu ngân sách", "<=", 900.0, "tỷ đồng")]),
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
                ("kết nạp được đảng viên mới", "=", 215.0, "đảng viên mới"),
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
        ("Thu ngân sách dự kiến đạt 700 tỷ đồng.", "target"),
        ("Mục tiêu đến năm 2030, tỷ lệ đô thị hóa đạt 40%.", "target"),
        ("Đến năm 2030, tỷ lệ đô thị hóa đạt 40%.", "target"),
        ("Nghị quyết đề ra 15 chỉ tiêu chủ yếu.", "target"),
        ("Các chỉ tiêu chủ yếu gồm: thu ngân sách đạt 700 tỷ đồng.", "target"),
        ("Thu ngân sách đã đạt 700 tỷ đồng.", "result"),
        ("Thu ngân sách ước đạt 700 tỷ đồng.", "result"),
        ("Tỷ lệ che phủ rừng đạt 55%.", "result"),
        ("Xã đã phấn đấu giảm 9 hộ nghèo.", "result"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert [str(c.kind) for c in read(text)] == [kind]


def test_kind_runs_through_a_list() -> None:
    found = read("Phấn đấu: thu ngân sách đạt 700 tỷ đồng; tỷ lệ hộ nghèo còn 2%; tỷ lệ đô thị hóa đạt 40%.")
    assert [str(c.kind) for c in found] == ["target"] * 3


def test_parts_point_to_their_total() -> None:
    found = read("Nghị quyết đề ra 16 chỉ tiêu, trong đó kinh tế có 6 chỉ tiêu; xã hội có 7 chỉ tiêu.")
    assert [int(c.value) for c in found] == [16, 6, 7]
    assert found[0].part_of is None
    assert all(c.part_of is not None and c.part_of.quote.startswith("16") for c in found[1:])


def test_subjects() -> None:
    place, party = read(
        "Thu ngân sách của huyện Lâm Sơn đạt 5 tỷ đồng.", "Đảng bộ huyện kết nạp 20 đảng viên."
    )
    assert type(place.subject).__name__ == "Unit"
    assert type(party.subject).__name__ == "Organization"


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
    assert [u.pattern for u in unread_numbers(scan, lexicon())] == ["indicator:tonne"]
