"""Numbers of the same thing at other times, targets that were met, bills before the National Assembly."""

from __future__ import annotations

import pytest

from kg.lexicon import lexicon
from kg.model import Article, Indicator
from kg.normalise import blocks_of, normalise
from kg.recognise import recognise
from kg.relate.indicators import indicators

LEAD = "Đảng bộ, UBND và HĐND huyện Lâm Sơn đánh giá kết quả quý I/2021."
SESSION = "Kỳ họp thứ hai, Quốc hội khóa XV khai mạc sáng 12/5."


def read(*lines: str, lead: str = LEAD) -> list[Indicator]:
    article = Article("a", blocks_of(None, [lead, *lines]), published="2021-05-12")
    return list(indicators(recognise(normalise(article), lexicon()), lexicon()))


def told(line: str) -> list[tuple[str, float, str, str | None]]:
    return [(c.indicator, float(c.value), c.unit, c.period) for c in read(line)]


NOW, BEFORE = "2021-Q1", "2020-Q1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Giá trị sản xuất tăng 8,2% (cùng kỳ tăng 5,1%), thu ngân sách tăng 6% (cùng kỳ là 4%).",
            [
                ("giá trị sản xuất", 8.2, "% tăng", NOW),
                ("giá trị sản xuất", 5.1, "% tăng", BEFORE),
                ("thu ngân sách", 6.0, "% tăng", NOW),
                ("thu ngân sách", 4.0, "% tăng", BEFORE),
            ],
        ),
        (
            "Giá trị sản xuất tăng 8% (cùng kỳ năm 2020 tăng 5%, năm 2019 tăng 7%).",
            [
                ("giá trị sản xuất", 8.0, "% tăng", NOW),
                ("giá trị sản xuất", 5.0, "% tăng", BEFORE),
                ("giá trị sản xuất", 7.0, "% tăng", "2019-Q1"),
            ],
        ),
        (
            "Thu ngân sách đạt 90 tỷ đồng, tăng 12% (cùng kỳ năm 2020 đạt 80 tỷ đồng).",
            [
                ("thu ngân sách", 90.0, "tỷ đồng", NOW),
                ("thu ngân sách", 12.0, "% tăng", NOW),
                ("thu ngân sách", 80.0, "tỷ đồng", BEFORE),
            ],
        ),
        (
            "Giải ngân vốn đầu tư công đạt 21,5% kế hoạch, cao hơn cùng kỳ năm trước (18,4%).",
            [
                ("giải ngân vốn đầu tư công", 21.5, "% kế hoạch", NOW),
                ("giải ngân vốn đầu tư công", 18.4, "% kế hoạch", BEFORE),
            ],
        ),
        (
            "Giá trị sản xuất tăng 7,4%, cao hơn mức tăng 5,1% của cùng kỳ năm 2020.",
            [("giá trị sản xuất", 7.4, "% tăng", NOW), ("giá trị sản xuất", 5.1, "% tăng", BEFORE)],
        ),
        (
            "Giá trị sản xuất tăng 7,4%, thấp hơn mức 9% của cùng kỳ năm trước.",
            [("giá trị sản xuất", 7.4, "% tăng", NOW), ("giá trị sản xuất", 9.0, "% tăng", BEFORE)],
        ),
        (
            "Tỷ lệ hộ nghèo giảm dần từ 9,2% năm 2018 xuống 7,1% năm 2019 và 5,6% năm 2020.",
            [
                ("tỷ lệ hộ nghèo", 9.2, "%", "2018"),
                ("tỷ lệ hộ nghèo", 7.1, "%", "2019"),
                ("tỷ lệ hộ nghèo", 5.6, "%", "2020"),
            ],
        ),
        (
            "Giá trị sản xuất tăng 5% năm 2018, 6% năm 2019 và 4% trong năm 2020.",
            [
                ("giá trị sản xuất", 5.0, "% tăng", "2018"),
                ("giá trị sản xuất", 6.0, "% tăng", "2019"),
                ("giá trị sản xuất", 4.0, "% tăng", "2020"),
            ],
        ),
        (
            "Giá trị sản xuất tăng 7%, cao hơn năm 2020 (5%) nhưng vẫn thấp hơn năm 2019 (8%).",
            [
                ("giá trị sản xuất", 7.0, "% tăng", NOW),
                ("giá trị sản xuất", 5.0, "% tăng", "2020"),
                ("giá trị sản xuất", 8.0, "% tăng", "2019"),
            ],
        ),
        (
            "Giá trị sản xuất tăng 7%, tuy thấp hơn mức tăng 8% của quý IV/2020 nhưng cao hơn mức tăng 6% của quý III/2020.",
            [
                ("giá trị sản xuất", 7.0, "% tăng", NOW),
                ("giá trị sản xuất", 8.0, "% tăng", "2020-Q4"),
                ("giá trị sản xuất", 6.0, "% tăng", "2020-Q3"),
            ],
        ),
        (
            "So với tháng 12/2020, giá trị sản xuất tăng 3% và so với cùng kỳ năm trước tăng 4%.",
            [
                ("giá trị sản xuất", 3.0, "% tăng so với tháng 12/2020", NOW),
                ("giá trị sản xuất", 4.0, "% tăng so với cùng kỳ năm trước", NOW),
            ],
        ),
        (
            "Thu ngân sách tăng 7%, cao hơn chi ngân sách (5%).",
            [("thu ngân sách", 7.0, "% tăng", NOW), ("chi ngân sách", 5.0, "% tăng", NOW)],
        ),
        # a difference is no level of another year, and what sank in it is something else
        (
            "Giá trị sản xuất tăng 12%, cao hơn 3% so với cùng kỳ năm trước.",
            [
                ("giá trị sản xuất", 12.0, "% tăng", NOW),
                ("giá trị sản xuất", 3.0, "% tăng so với cùng kỳ năm trước", NOW),
            ],
        ),
        (
            "Xuất khẩu đạt 20 triệu USD (cùng kỳ nhập khẩu đạt 3 triệu USD).",
            [("xuất khẩu", 20.0, "triệu USD", NOW)],
        ),
        # a name ends before how something went on
        (
            "Lượng khách du lịch vẫn trên đà tăng, đạt 12 nghìn lượt.",
            [("lượng khách du lịch", 12.0, "nghìn lượt", NOW)],
        ),
        (
            "Thu ngân sách tăng cao nhất trong 5 năm qua, đạt mức cao, tăng 17%.",
            [("thu ngân sách", 17.0, "% tăng", NOW)],
        ),
        (
            "Khu vực công nghiệp và dịch vụ cũng phát triển khá, lần lượt tăng 8% và tăng 7%.",
            [("khu vực công nghiệp", 8.0, "% tăng", NOW), ("khu vực dịch vụ", 7.0, "% tăng", NOW)],
        ),
        ("Thu ngân sách mới đáp ứng 45% nhu cầu chi.", [("thu ngân sách", 45.0, "% nhu cầu chi", NOW)]),
    ],
)
def test_numbers_of_other_times(text: str, expected: list[tuple[str, float, str, str | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Huyện đã đạt tất cả 21 chỉ tiêu, nhiệm vụ đề ra, trong đó thu nhập bình quân đầu người đạt 25 triệu đồng.",
            [("chỉ tiêu đạt", "result"), ("thu nhập bình quân đầu người", "result")],
        ),
        (
            "Huyện hoàn thành 22 chỉ tiêu kinh tế - xã hội.",
            [("chỉ tiêu kinh tế - xã hội hoàn thành", "result")],
        ),
        ("Huyện chưa đạt 2 chỉ tiêu.", [("chỉ tiêu chưa đạt", "result")]),
        ("Đại hội đề ra 20 chỉ tiêu.", [("chỉ tiêu", "target")]),
        ("Huyện phấn đấu hoàn thành 19 chỉ tiêu.", [("chỉ tiêu", "target")]),
    ],
)
def test_targets_that_were_met(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(c.indicator, str(c.kind)) for c in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Quốc hội sẽ xem xét, thông qua 6 dự án luật, 12 dự thảo nghị quyết và cho ý kiến đối với 9 dự án luật khác.",
            [
                ("thông qua dự án luật", 6.0, "target"),
                ("thông qua dự thảo nghị quyết", 12.0, "target"),
                ("cho ý kiến dự án luật", 9.0, "target"),
            ],
        ),
        (
            "Quốc hội đã biểu quyết thông qua 7 luật, 3 nghị quyết, cho ý kiến 5 dự án luật.",
            [
                ("biểu quyết thông qua luật", 7.0, "result"),
                ("biểu quyết thông qua nghị quyết", 3.0, "result"),
                ("cho ý kiến dự án luật", 5.0, "result"),
            ],
        ),
        (
            "Quốc hội tập trung thảo luận, xem xét, thông qua 8 dự án luật.",
            [("thông qua dự án luật", 8.0, "result")],
        ),
        # whoever tells voters of it: only the National Assembly has bills before it
        (
            "Cử tri huyện Lâm Sơn được thông báo về Quốc hội. Huyện cho biết kỳ họp sẽ thông qua 4 dự án luật.",
            [("thông qua dự án luật", 4.0, "target")],
        ),
    ],
)
def test_bills(text: str, expected: list[tuple[str, float, str]]) -> None:
    found = read(text, lead=SESSION)
    assert [(c.indicator, float(c.value), str(c.kind)) for c in found] == expected
    assert {getattr(c.subject, "kind", None) for c in found} == {"national-assembly"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Qua thanh tra, phát hiện sai phạm về kinh tế 8 tỷ đồng, kiến nghị thu hồi 6 tỷ đồng.",
            [("phát hiện sai phạm về kinh tế", 8.0, "tỷ đồng"), ("kiến nghị thu hồi", 6.0, "tỷ đồng")],
        ),
        (
            "Thanh tra huyện kiến nghị xử lý hành chính 38 tập thể và 83 cá nhân.",
            [
                ("kiến nghị xử lý hành chính tập thể", 38.0, "tập thể"),
                ("kiến nghị xử lý hành chính cá nhân", 83.0, "cá nhân"),
            ],
        ),
        (
            "Thanh tra huyện đã chuyển cơ quan điều tra 12 vụ việc.",
            [("chuyển cơ quan điều tra vụ việc", 12.0, "vụ việc")],
        ),
        # what is only asked for, and what one person did wrong
        ("Huyện kiến nghị tỉnh hỗ trợ 70 tỷ đồng.", []),
        ("Ông Nam liên quan đến sai phạm tại 12 dự án.", []),
    ],
)
def test_what_inspectors_found(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert [(c.indicator, float(c.value), c.unit) for c in read(text)] == expected


def test_an_inspectorates_year_is_a_report() -> None:
    lead = "Thanh tra Chính phủ cho biết kết quả công tác của toàn ngành trong năm 2020."
    lines = [
        "Toàn ngành đã tiến hành 6.400 cuộc thanh tra hành chính, phát hiện vi phạm về kinh tế 80 tỷ đồng.",
        "Các cơ quan đã tiếp nhận 300.000 đơn khiếu nại, tố cáo; kiến nghị thu hồi cho Nhà nước và trả lại cho công dân"
        " 90 tỷ đồng.",
    ]
    assert [(c.indicator, float(c.value), c.subject) for c in read(*lines, lead=lead)] == [
        ("tiến hành cuộc thanh tra hành chính", 6400.0, None),
        ("phát hiện vi phạm về kinh tế", 80.0, None),
        ("tiếp nhận đơn khiếu nại", 300000.0, None),
        ("trả lại cho công dân", 90.0, None),
    ]


def test_one_case_of_inspection_is_none() -> None:
    lead = "Cơ quan điều tra khởi tố bị can Lê Văn Nam, nguyên giám đốc công ty Sao Mai, về tội tham ô."
    lines = ["Qua một cuộc thanh tra hành chính, thanh tra phát hiện vi phạm về kinh tế 8 tỷ đồng."]
    assert not read(*lines, lead=lead)


def test_a_labour_force_is_counted() -> None:
    found = told("Lực lượng lao động của huyện là 55 nghìn người, tăng 210 người so với quý trước.")
    assert found == [
        ("lực lượng lao động", 55.0, "nghìn người", NOW),
        ("lực lượng lao động", 210.0, "người tăng so với quý trước", NOW),
    ]
