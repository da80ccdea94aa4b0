"""Themes of years, congresses and terms."""

from __future__ import annotations

import pytest

from kg import pipeline
from kg.lexicon import lexicon
from kg.relate.themes import themes
from tests.reading import article


def read(*paragraphs: str, title: str | None = None) -> list[tuple[str, str | None, str, str | None]]:
    seen = pipeline.scan(article(*paragraphs, title=title), lexicon())
    return [
        (t.organization.label.strip() if t.organization else "", t.period, t.theme, t.document)
        for t in themes(seen, lexicon())
    ]


SAID = [
    # words for what kind of year it is, between the year and its theme
    (
        "Năm 2021 - năm đầu thực hiện Nghị quyết Đại hội Đảng bộ thành phố Kon Tum - với chủ đề “Đô thị xanh, dịch vụ mới”, thành phố Kon "
        "Tum tăng thu.",
        ("Thành ủy Kon Tum", "2021", "Đô thị xanh, dịch vụ mới", None),
    ),
    # a named year with its number inside, of who stands behind it
    (
        "Thực hiện “Năm trật tự và văn minh đô thị 2015” của thành phố Hà Nội, UBND quận Hai Bà Trưng ban hành kế hoạch.",
        ("Thành ủy Hà Nội", "2015", "Năm trật tự và văn minh đô thị 2015", None),
    ),
    # a motto before the theme, what the congress chooses, and the year behind a theme with whose it is
    (
        "Với phương châm “Đoàn kết - Dân chủ”, chủ đề “Xây dựng Đảng bộ trong sạch; phát triển bền vững”, Đại hội Đảng bộ tỉnh Kon Tum lần"
        " thứ XVI nhiệm kỳ 2020-2025 khai mạc.",
        ("Tỉnh ủy Kon Tum", "2020-2025", "Xây dựng Đảng bộ trong sạch; phát triển bền vững", None),
    ),
    (
        "Đại hội Đảng bộ huyện Hải Hà lần thứ XX, nhiệm kỳ 2020-2025 khai mạc. Đại hội thảo luận, thống nhất chọn chủ đề “Đoàn kết, xây"
        " dựng huyện giàu đẹp”.",
        ("Huyện ủy Hải Hà", "2020-2025", "Đoàn kết, xây dựng huyện giàu đẹp", None),
    ),
    (
        "Thực hiện chủ đề “Kỷ cương, trách nhiệm, hiệu quả” năm 2019 của tỉnh Bình Định, huyện Hoài Ân đã làm nhiều việc.",
        ("Tỉnh ủy Bình Định", "2019", "Kỷ cương, trách nhiệm, hiệu quả", None),
    ),
    (
        "Bước vào năm 2023, với chủ đề “Đoàn kết, đổi mới, vươn xa”, Đảng bộ thị xã Sa Pa đón 3 triệu lượt khách.",
        ("Thị ủy Sa Pa", "2023", "Đoàn kết, đổi mới, vươn xa", None),
    ),
    (
        "Năm 2018 - năm có chủ đề “Đẩy mạnh cải cách hành chính, thu hút đầu tư”, tỉnh Phú Thọ thu ngân sách khá.",
        ("Tỉnh ủy Phú Thọ", "2018", "Đẩy mạnh cải cách hành chính, thu hút đầu tư", None),
    ),
    # of a school year, by its two years
    (
        "Chỉ thị số 12/CT-BGDĐT về nhiệm vụ năm học 2022-2023 của Bộ Giáo dục và Đào tạo xác định chủ đề năm học mới là “Dạy tốt, học tốt,"
        " sáng tạo”.",
        ("Bộ Giáo dục và Đào tạo", "2022-2023", "Dạy tốt, học tốt, sáng tạo", None),
    ),
    # of the term that is to come, not the one whose resolution is summed up
    (
        "Với chủ đề “Đoàn kết, đổi mới, xây dựng huyện phát triển bền vững”, Đại hội tổng kết việc thực hiện Nghị quyết Đại hội Đảng bộ huyện"
        " Hải Hà lần thứ XX, nhiệm kỳ 2015-2020, xác định phương hướng nhiệm kỳ 2020-2025.",
        ("Huyện ủy Hải Hà", "2020-2025", "Đoàn kết, đổi mới, xây dựng huyện phát triển bền vững", None),
    ),
    # behind the motto that is told with it
    (
        "Đảng bộ huyện Hải Hà tổ chức Đại hội lần thứ XXI, nhiệm kỳ 2020-2025. Với phương châm “Đoàn kết - Sáng tạo” và chủ đề: “Nâng cao năng lực lãnh "
        "đạo; xây dựng huyện giàu đẹp”, đại hội đã bàn nhiều việc.",
        ("Huyện ủy Hải Hà", "2020-2025", "Nâng cao năng lực lãnh đạo; xây dựng huyện giàu đẹp", None),
    ),
    (
        "Đại hội Đảng bộ huyện Hải Hà lần thứ XXI, nhiệm kỳ 2020-2025 khai mạc. Đại hội được tổ chức với phương châm “Đoàn kết - Sáng tạo” và có chủ "
        "đề là “Nâng cao năng lực lãnh đạo của Đảng bộ”.",
        ("Huyện ủy Hải Hà", "2020-2025", "Nâng cao năng lực lãnh đạo của Đảng bộ", None),
    ),
    # the congress of the sentence before, in an article about those of several committees
    (
        "Hôm qua, Đảng bộ tỉnh Bình Định tiến hành Đại hội lần thứ XX. Đại hội Đảng bộ tỉnh Đắk Nông lần thứ XI nhiệm kỳ 2020-2025 đã"
        " khai mạc. Đại hội có chủ đề “Nâng cao năng lực lãnh đạo của Đảng bộ”.",
        ("Tỉnh ủy Đắk Nông", "2020-2025", "Nâng cao năng lực lãnh đạo của Đảng bộ", None),
    ),
    # the congress of a committee of the nation, beside its last one and the party's own
    (
        "Đại hội Đảng bộ Quân đội lần thứ XII, nhiệm kỳ 2025-2030 khai mạc. Đại hội tổng kết Nghị quyết Đại hội đại biểu Đảng bộ "
        "Quân đội lần thứ XI, nhiệm kỳ 2020-2025 và góp ý văn kiện trình Đại hội đại biểu toàn quốc lần thứ XIV của Đảng. "
        "Chủ đề Đại hội: “Phát huy truyền thống, xây dựng Quân đội hiện đại”.",
        ("Quân ủy Trung ương", "2025-2030", "Phát huy truyền thống, xây dựng Quân đội hiện đại", None),
    ),
    # an association's conference, not the place where it met
    (
        "Chiều 23/12, tại Hà Nội, diễn ra Hội nghị Trung ương Hội Nông dân Việt Nam. Hội nghị thống nhất chủ đề công tác năm 2020 là"
        " “Chung tay vì nông thôn mới”.",
        ("Trung ương Hội Nông dân Việt Nam", "2020", "Chung tay vì nông thôn mới", None),
    ),
    # words in quotation marks within it
    (
        "Đại hội Đảng bộ xã Hải Đông lần thứ I, nhiệm kỳ 2025 - 2030 có chủ đề “Phát huy truyền thống “Trung dũng, kiên cường”, xây dựng xã giàu đẹp”.",
        ("Đảng ủy xã Hải Đông", "2025-2030", "Phát huy truyền thống “Trung dũng, kiên cường”, xây dựng xã giàu đẹp", None),
    ),
    # by whom it was chosen, between the cue and its wording
    (
        "Đại hội Đảng bộ xã Hải Đông lần thứ I, nhiệm kỳ 2025 - 2030 khai mạc. Chủ đề được đại hội lựa chọn: Phát huy truyền thống, "
        "xây dựng xã phát triển nhanh.",
        (
            "Đảng ủy xã Hải Đông",
            "2025-2030",
            "Phát huy truyền thống, xây dựng xã phát triển nhanh",
            None,
        ),
    ),
    (
        "Theo đó, chủ đề năm 2025 được Ban Chấp hành Đảng bộ huyện Hải Hậu chọn là “Kỷ cương, trách nhiệm, bứt phá”.",
        ("Huyện ủy Hải Hậu", "2025", "Kỷ cương, trách nhiệm, bứt phá", None),
    ),
    (
        "Năm 2024 được huyện Hải Hậu chọn là năm “Kỷ cương hành chính, đẩy mạnh chuyển đổi số”.",
        ("Huyện ủy Hải Hậu", "2024", "Kỷ cương hành chính, đẩy mạnh chuyển đổi số", None),
    ),
    # a year opens a sentence that is not the text's first one
    (
        "Kinh tế phát triển khá. Năm 2019, với chủ đề “Tăng cường kỷ luật, kỷ cương”, huyện Hải Hậu hoàn thành 16 chỉ tiêu.",
        ("Huyện ủy Hải Hậu", "2019", "Tăng cường kỷ luật, kỷ cương", None),
    ),
    ("Cuộc thi “Vì biển đảo”, chủ đề được ban tổ chức lựa chọn: Em yêu biển đảo quê hương.", None),
    # whoever chooses a theme, a union or an office too
    (
        "Hội Liên hiệp Phụ nữ tỉnh Nam Hà chọn chủ đề năm 2024 “Xây dựng tổ chức Hội vững mạnh”.",
        ("Hội Liên hiệp Phụ nữ tỉnh Nam Hà", "2024", "Xây dựng tổ chức Hội vững mạnh", None),
    ),
    (
        "Công an tỉnh Hưng Yên đã xác định chủ đề công tác năm 2024 là “Kỷ cương, trách nhiệm, hiệu quả”.",
        ("Công an tỉnh Hưng Yên", "2024", "Kỷ cương, trách nhiệm, hiệu quả", None),
    ),
    # a year in the wording is not the one that the sentence opens with
    (
        "Năm 2026 được Đảng ủy xã Hải Yên chọn với chủ đề “Kỷ cương, tăng tốc, hướng tới lễ hội 2027”.",
        ("Đảng ủy xã Hải Yên", "2026", "Kỷ cương, tăng tốc, hướng tới lễ hội 2027", None),
    ),
    # a congress's motto may stand before its theme
    (
        "Đại hội Đảng bộ tỉnh Hưng Yên lần thứ I, nhiệm kỳ 2025-2030 diễn ra với phương châm “Đoàn kết - Phát triển” và chủ đề: "
        "“Xây dựng tỉnh văn minh, hiện đại, nghĩa tình”.",
        ("Tỉnh ủy Hưng Yên", "2025-2030", "Xây dựng tỉnh văn minh, hiện đại, nghĩa tình", None),
    ),
    # the tasks of a year and their theme, at a conference too; a word for `about` before the theme
    (
        "Ngày 14/1, Huyện ủy Hải Hậu mở hội nghị triển khai nhiệm vụ năm 2016 với chủ đề “Kỷ cương, đổi mới, hiệu quả”.",
        ("Huyện ủy Hải Hậu", "2016", "Kỷ cương, đổi mới, hiệu quả", None),
    ),
    (
        "Ngày 14/1, Huyện ủy Hải Hậu mở hội nghị về chuyển đổi số năm 2016 với chủ đề “Kỷ cương, đổi mới, hiệu quả”.",
        None,
    ),
    (
        "Thực hiện chủ đề công tác năm 2022 của Tỉnh ủy Quảng Ninh về “Giữ vững địa bàn an toàn, thích ứng linh hoạt”, "
        "huyện Hải Hà quyết tâm cao.",
        ("Tỉnh ủy Quảng Ninh", "2022", "Giữ vững địa bàn an toàn, thích ứng linh hoạt", None),
    ),
    # who holds a congress, and when, between it and its theme; a report with its theme
    (
        "Với chủ đề “Đoàn kết, kỷ cương, đột phá”, sáng 12/8, Đảng bộ xã Hải Đông đã tổ chức Đại hội lần thứ I, "
        "nhiệm kỳ 2025-2030.",
        ("Đảng ủy xã Hải Đông", "2025-2030", "Đoàn kết, kỷ cương, đột phá", None),
    ),
    (
        "Đại hội Đảng bộ phường Hồng Gai lần thứ I, nhiệm kỳ 2025-2030 diễn ra trong hai ngày 7 và 8/8 với chủ đề “Đoàn "
        "kết, kỷ cương, đột phá”.",
        ("Đảng ủy phường Hồng Gai", "2025-2030", "Đoàn kết, kỷ cương, đột phá", None),
    ),
    (
        "Báo cáo chính trị với chủ đề “Đoàn kết, kỷ cương, đột phá” trình Đại hội Đảng bộ xã Hải Đông lần thứ I, nhiệm "
        "kỳ 2025-2030.",
        ("Đảng ủy xã Hải Đông", "2025-2030", "Đoàn kết, kỷ cương, đột phá", None),
    ),
    # a congress's theme is no people's committee's; where only the party's own is told of, it is hers
    (
        "Ông Lê Văn An, Chủ tịch UBND tỉnh Nam Định, dự Đại hội XIV của Đảng. Đại hội có chủ đề: “Đoàn kết, kỷ cương, đột phá”.",
        ("Đảng Cộng sản Việt Nam", None, "Đoàn kết, kỷ cương, đột phá", None),
    ),
    (
        "Ông Lê Văn An, Chủ tịch UBND tỉnh Nam Định, dự đại hội. Đại hội có chủ đề: “Đoàn kết, kỷ cương, đột phá”.",
        ("", None, "Đoàn kết, kỷ cương, đột phá", None),
    ),
    # a long theme
    (
        "Đại hội Đảng bộ tỉnh Thái Bình lần thứ XXI có chủ đề “"
        + "; ".join(["xây dựng tỉnh nhà giàu đẹp, văn minh, nghĩa tình"] * 9)
        + "”.",
        ("Tỉnh ủy Thái Bình", None, "; ".join(["xây dựng tỉnh nhà giàu đẹp, văn minh, nghĩa tình"] * 9), None),
    ),
    # a day between a theme and its congress
    (
        "Với chủ đề “Đoàn kết, đổi mới; xây dựng tỉnh giàu đẹp”, sáng 25/10, Đại hội đại biểu Đảng bộ tỉnh Nam Định lần thứ "
        "XX, nhiệm kỳ 2020 - 2025 khai mạc.",
        ("Tỉnh ủy Nam Định", "2020-2025", "Đoàn kết, đổi mới; xây dựng tỉnh giàu đẹp", None),
    ),
    # another theme ends the words of one without quotation marks
    (
        "Chủ đề năm 2018 của Đảng bộ thành phố Móng Cái là Nâng cao hiệu quả của hệ thống chính trị và chủ đề của tỉnh.",
        ("Thành ủy Móng Cái", "2018", "Nâng cao hiệu quả của hệ thống chính trị", None),
    ),
    # a day is no occasion
    (
        "Huyện ủy Hải Hà ban hành Nghị quyết số 12-NQ/HU ngày 5/12/2023 về nhiệm vụ năm 2024 với chủ đề: “Thu hút "
        "đầu tư; nâng cao chất lượng nhân lực”.",
        ("Huyện ủy Hải Hà", "2024", "Thu hút đầu tư; nâng cao chất lượng nhân lực", "12-NQ/HU"),
    ),
    # the year, or whose theme it is, follows the theme
    (
        'Với chủ đề "Kỷ cương, trách nhiệm, sáng tạo", năm 2024 Thành ủy Hà Nội giao việc cho các cấp ủy.',
        ("Thành ủy Hà Nội", "2024", "Kỷ cương, trách nhiệm, sáng tạo", None),
    ),
    (
        "Thực hiện chủ đề năm 2021 “Cải cách hành chính; chỉnh trang đô thị” của Thành phố Cần Thơ, quận Ninh "
        "Kiều có nhiều việc làm mới.",
        ("Thành ủy Cần Thơ", "2021", "Cải cách hành chính; chỉnh trang đô thị", None),
    ),
    (
        "Năm 2025, chủ đề năm của thành phố Hải Phòng được xác định: “Thu hút đầu tư; chuyển đổi số”.",
        ("Thành ủy Hải Phòng", "2025", "Thu hút đầu tư; chuyển đổi số", None),
    ),
    # a theme of work, and who works
    (
        "Đảng bộ phường Hồng Gai bước vào năm 2026 với chủ đề công tác “Đoàn kết, kỷ cương, đột phá”.",
        ("Đảng ủy phường Hồng Gai", "2026", "Đoàn kết, kỷ cương, đột phá", None),
    ),
    (
        "Tỉnh ủy Thái Bình xác định chủ đề công tác năm 2023 là “Kỷ cương, sáng tạo; phát triển bền vững”.",
        ("Tỉnh ủy Thái Bình", "2023", "Kỷ cương, sáng tạo; phát triển bền vững", None),
    ),
    (
        'Năm 2021, thành phố Hạ Long chọn chủ đề "Giữ gìn bản sắc; xây dựng đô thị văn minh".',
        ("Thành ủy Hạ Long", "2021", "Giữ gìn bản sắc; xây dựng đô thị văn minh", None),
    ),
    (
        "Chủ đề năm 2020 của thị xã Quảng Yên là 'Nâng cao hiệu lực quản lý; chỉnh trang đô thị'.",
        ("Thị ủy Quảng Yên", "2020", "Nâng cao hiệu lực quản lý; chỉnh trang đô thị", None),
    ),
    (
        "Chủ đề của năm 2019 được Huyện ủy Ba Chẽ xác định là: ‘Bảo vệ môi trường tự nhiên bền vững’.",
        ("Huyện ủy Ba Chẽ", "2019", "Bảo vệ môi trường tự nhiên bền vững", None),
    ),
    (
        "Huyện ủy Hải Hậu đề ra chủ đề năm 2024: «Đột phá hạ tầng; chuyển đổi số toàn diện».",
        ("Huyện ủy Hải Hậu", "2024", "Đột phá hạ tầng; chuyển đổi số toàn diện", None),
    ),
    (
        "Năm 2019, chủ đề của TP Đà Nẵng là tiếp tục đẩy mạnh thu hút đầu tư, do đó các sở phải nhanh hơn.",
        ("Thành ủy Đà Nẵng", "2019", "tiếp tục đẩy mạnh thu hút đầu tư", None),
    ),
    (
        "Thành ủy Hà Nội lựa chọn chủ đề công tác năm 2018 là “Năm kỷ cương hành chính”.",
        ("Thành ủy Hà Nội", "2018", "Năm kỷ cương hành chính", None),
    ),
    (
        "Huyện ủy Bình Liêu đã ban hành Nghị quyết số 12-NQ/HU về nhiệm vụ năm 2022, với chủ đề công tác là "
        "“Giảm nghèo bền vững; phát triển du lịch”.",
        ("Huyện ủy Bình Liêu", "2022", "Giảm nghèo bền vững; phát triển du lịch", "12-NQ/HU"),
    ),
    (
        "Chủ đề Đại hội đại biểu Đảng bộ tỉnh Sơn La lần thứ XVI, nhiệm kỳ 2025-2030: “Đoàn kết, dân chủ, phát triển”.",
        ("Tỉnh ủy Sơn La", "2025-2030", "Đoàn kết, dân chủ, phát triển", None),
    ),
    (
        "Đà Nẵng tiếp tục thực hiện chủ trương “Năm văn minh đô thị”.",
        ("Thành ủy Đà Nẵng", None, "Năm văn minh đô thị", None),
    ),
    (
        "Bí thư Thành ủy Hải Phòng cho biết năm 2017 là “Năm đẩy mạnh chỉnh trang đô thị”.",
        ("Thành ủy Hải Phòng", "2017", "Năm đẩy mạnh chỉnh trang đô thị", None),
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[row[0][:40] for row in SAID])
def test_themes(text: str, expected: tuple[str | None, ...] | None) -> None:
    assert read(text) == ([expected] if expected else [])


NOT_SAID = [
    "Thực hiện “Năm Du lịch biển đảo 2015”, ngành du lịch tổ chức nhiều sự kiện. Thành ủy Hà Nội yêu cầu các cấp vào cuộc.",
    # into how many parts a theme falls
    "Chủ đề Đại hội gồm bốn thành tố cơ bản.",
    "Hội thảo năm 2023 với chủ đề “Chuyển đổi số trong báo chí” diễn ra tại Huế.",
    "Cuộc thi ảnh năm 2022 có chủ đề “Quê hương đổi mới từng ngày”.",
    "Thành ủy chỉ đạo theo phương châm “Rõ người, rõ việc, rõ trách nhiệm”.",
    "Triển lãm sách mang chủ đề “Sách và thế hệ trẻ hôm nay”.",
    "Ông gợi ý, chủ đề năm 2018 của thành phố có thể là đột phá về thể chế.",
    "Chủ đề chính của buổi nói chuyện là khởi nghiệp.",
    "Ông Nam gọi năm 2018 là “năm vượt qua khó khăn”.",
    "Các địa phương thực hiện chủ đề công tác năm 2022 rất tốt.",
    "Phong trào thi đua với chủ đề “Tuổi trẻ sáng tạo, xung kích” được phát động.",
]


@pytest.mark.parametrize("text", NOT_SAID)
def test_no_themes(text: str) -> None:
    assert read(text) == []


def test_a_headline_about_many_congresses_holds_none() -> None:
    rows = read(
        "Hôm nay, Đảng bộ các tỉnh, thành phố: Sơn La, Bạc Liêu, Trà Vinh tiến hành phiên khai mạc.",
        "Đại hội đại biểu Đảng bộ tỉnh Sơn La lần thứ XV nhiệm kỳ 2020-2025 vừa khai mạc. Đại hội có chủ đề “Nâng cao năng lực lãnh đạo”.",
        title="47/63 Đảng bộ tỉnh, thành phố tiến hành Đại hội đại biểu nhiệm kỳ 2020-2025",
    )
    assert rows == [("Tỉnh ủy Sơn La", "2020-2025", "Nâng cao năng lực lãnh đạo", None)]


def test_a_congress_completes_its_theme() -> None:
    rows = read(
        "Đại hội đại biểu Đảng bộ tỉnh Sơn La lần thứ XVI, nhiệm kỳ 2025-2030 khai mạc.",
        "Chủ đề Đại hội là: “Đoàn kết, dân chủ; phát triển nhanh và bền vững”.",
    )
    assert rows == [("Tỉnh ủy Sơn La", "2025-2030", "Đoàn kết, dân chủ; phát triển nhanh và bền vững", None)]


def test_the_theme_is_that_of_the_congress_in_the_title() -> None:
    found = read(
        "Nhiệm kỳ 2015-2020, Đại hội xác định chủ đề: “Phát huy sức mạnh đoàn kết của các dân tộc trong huyện”.",
        "Đại hội bầu 18 đồng chí đi dự Đại hội Đảng bộ tỉnh Bình Thuận lần thứ XIII.",
        title="Đại hội đại biểu Đảng bộ huyện Bắc Bình lần thứ XII, nhiệm kỳ 2015-2020",
    )
    assert [row[:2] for row in found] == [("Huyện ủy Bắc Bình", "2015-2020")]


def test_a_place_after_a_year_is_not_counted() -> None:
    told = read(
        "Thu ngân sách bằng 130% dự toán tỉnh giao.",
        "Năm 2023, huyện xác định chủ đề công tác năm là “Nâng cao chất lượng tăng trưởng”.",
        title="Đảng bộ huyện Ba Chẽ đạt nhiều kết quả",
    )
    assert told == [("Huyện ủy", "2023", "Nâng cao chất lượng tăng trưởng", None)]


def test_year_and_committee_after_the_theme() -> None:
    rows = read(
        "Với chủ đề năm “Kỷ cương, trách nhiệm, sáng tạo”, năm 2024 Thành ủy Hà Nội giao việc rõ hơn."
    )
    assert rows == [("Thành ủy Hà Nội", "2024", "Kỷ cương, trách nhiệm, sáng tạo", None)]


def test_the_document_after_the_theme() -> None:
    rows = read(
        "Chủ đề năm 2025 của tỉnh Hà Nam là “Bứt phá hạ tầng; giữ gìn bản sắc” theo Nghị quyết số 29-NQ/TU."
    )
    assert rows[0][3] == "29-NQ/TU"


def test_a_headline_has_no_theme_without_quotation_marks() -> None:
    assert read("Các sở cùng vào cuộc.", title="Thực hiện chủ đề năm 2022: Sáng tạo và hiệu quả") == []


def test_a_theme_is_told_once() -> None:
    rows = read(
        "Năm 2023, Thành ủy Uông Bí xác định chủ đề công tác năm là “Thu hút đầu tư; chỉnh trang đô thị”.",
        "Thành ủy Uông Bí ban hành Nghị quyết số 06-NQ/TU về nhiệm vụ năm 2023, với chủ đề là "
        "“Thu hút đầu tư; chỉnh trang đô thị”.",
    )
    assert rows == [("Thành ủy Uông Bí", "2023", "Thu hút đầu tư; chỉnh trang đô thị", "06-NQ/TU")]


def test_elements_are_the_parts() -> None:
    seen = pipeline.scan(article("Chủ đề năm 2023 là “Một việc tốt; hai việc tốt; ba việc tốt”."), lexicon())
    (theme,) = themes(seen, lexicon())
    assert theme.elements == ("Một việc tốt", "hai việc tốt", "ba việc tốt")


def test_the_theme_of_a_lower_unit() -> None:
    rows = read(
        "Đảng bộ phường Hà An đề ra chủ đề công tác năm 2016 là “Chỉnh trang đô thị; phục vụ nhân dân”."
    )
    assert rows[0][0] == "Đảng ủy phường Hà An"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Đại hội Đảng bộ tỉnh Sơn La lần thứ XVI, nhiệm kỳ 2025-2030 có chủ đề: “Đoàn kết; sáng tạo; phát triển”.",
            ("Tỉnh ủy Sơn La", "2025-2030", "Đoàn kết; sáng tạo; phát triển", None),
        ),
        (
            "Với chủ đề “Đoàn kết; sáng tạo; phát triển”, Đại hội Đảng bộ huyện Hải Hậu (nhiệm kỳ 2020-2025) khai mạc.",
            ("Huyện ủy Hải Hậu", "2020-2025", "Đoàn kết; sáng tạo; phát triển", None),
        ),
        (
            "Ông cho biết: Năm 2023, với chủ đề “Kỷ cương; sáng tạo; phát triển”, thành phố Hạ Long tăng trưởng khá.",
            ("Thành ủy Hạ Long", "2023", "Kỷ cương; sáng tạo; phát triển", None),
        ),
        (
            "Thành ủy Hạ Long thống nhất chọn năm 2024 là năm “Đẩy mạnh chuyển đổi số”.",
            ("Thành ủy Hạ Long", "2024", "Đẩy mạnh chuyển đổi số", None),
        ),
        (
            "Sáng 5/8, Đại hội đại biểu Phụ nữ tỉnh Sơn La lần thứ XI, nhiệm kỳ 2021 - 2026 đã diễn ra với chủ đề"
            " “Đoàn kết; sáng tạo; phát triển”.",
            ("Hội Liên hiệp Phụ nữ tỉnh Sơn La", "2021-2026", "Đoàn kết; sáng tạo; phát triển", None),
        ),
        (
            "Đại hội Công đoàn tỉnh Sơn La lần thứ XI, nhiệm kỳ 2023-2028 đã khai mạc phiên thứ nhất với chủ đề “Đoàn"
            " kết; sáng tạo; phát triển”.",
            ("Công đoàn tỉnh Sơn La", "2023-2028", "Đoàn kết; sáng tạo; phát triển", None),
        ),
        (
            "Đại hội đại biểu Phụ nữ tỉnh Sơn La lần thứ XI, nhiệm kỳ 2021 - 2026 có chủ đề: Phụ nữ Sơn La “Đoàn kết,"
            " tự tin xây dựng gia đình hạnh phúc”.",
            (
                "Hội Liên hiệp Phụ nữ tỉnh Sơn La",
                "2021-2026",
                "Phụ nữ Sơn La Đoàn kết, tự tin xây dựng gia đình hạnh phúc",
                None,
            ),
        ),
        ("Năm 2023, với chủ đề “Hương sắc bốn mùa quê hương”, lễ hội hoa Hạ Long đông khách.", None),
        ("Hội nghị với chủ đề “Đẩy mạnh chuyển đổi số toàn diện” diễn ra tại Hạ Long.", None),
    ],
)
def test_a_theme_beside_its_congress_or_year(text: str, expected: tuple[str, ...] | None) -> None:
    assert read(text) == ([expected] if expected else [])


def test_the_resolution_that_was_just_passed_sets_the_theme() -> None:
    rows = read(
        "Tỉnh ủy Quảng Ninh họp; hội nghị ban hành Nghị quyết số 20-NQ/TU về nhiệm vụ năm 2024.",
        "Chủ đề công tác năm 2024 được xác định là “Tăng trưởng xanh; phát triển văn hóa”.",
    )
    assert rows == [("Tỉnh ủy Quảng Ninh", "2024", "Tăng trưởng xanh; phát triển văn hóa", "20-NQ/TU")]


def test_the_theme_of_this_year_and_of_the_place_before_the_bracket() -> None:
    seen = pipeline.scan(
        article(
            "Năm nay, Đảng ủy phường Hồng Hà (TP Hạ Long, Quảng Ninh) lấy chủ đề “Chuyển đổi số toàn diện”.",
            published="2024-02-20",
        ),
        lexicon(),
    )
    (theme,) = themes(seen, lexicon())
    assert theme.organization is not None
    assert (theme.organization.label, theme.period) == ("Đảng ủy phường Hồng Hà", "2024")


def test_counted_communes_set_no_theme() -> None:
    rows = read(
        "Đại hội Đảng bộ tỉnh Sơn La lần thứ XVI, nhiệm kỳ 2015-2020 bế mạc.",
        "Toàn tỉnh có 67/112 xã đạt chuẩn, cao hơn Đại hội Đảng bộ tỉnh lần thứ XV đề ra.",
        "Chủ đề của Đại hội là “Đoàn kết; sáng tạo; phát triển”.",
    )
    assert [row[:2] for row in rows] == [("Tỉnh ủy Sơn La", "2015-2020")]
