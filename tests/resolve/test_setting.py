"""What bare names mean in an article, with the rule that says so."""

from __future__ import annotations

import pytest

from kg import pipeline
from kg.model import Article, Block, BlockKind, Organization
from tests.reading import facts

RULES = [
    # texts, person, organisation, rule
    (
        ("Sáng nay, thành phố Uông Bí họp.", "Đồng chí Lê Văn An, Phó Bí thư Tỉnh ủy, dự."),
        "Tỉnh ủy Quảng Ninh",
        "unit-above",
    ),
    (("Tỉnh Phú Thọ họp.", "Đồng chí Lê Văn An, Phó Bí thư Tỉnh ủy, dự."), "Tỉnh ủy Phú Thọ", "only-unit"),
    (
        ("Đồng chí Lê Văn An, Bí thư Thành ủy, Chủ tịch HĐND thành phố Chí Linh, dự.",),
        "Thành ủy Chí Linh",
        "same-list",
    ),
    (("Đồng chí Lê Văn An, Bí thư Thành ủy Chí Linh, dự.",), "Thành ủy Chí Linh", None),
    (  # what stands in brackets only tells where the city lies
        ("HĐND TP Thủ Đức (TPHCM) vừa bầu ông Lê Văn An làm Chủ tịch UBND thành phố.",),
        "Ủy ban nhân dân thành phố Thủ Đức",
        "only-unit",
    ),
    (  # a city today, a province in the days of these words
        ("Huyện A Lưới họp ngày 3/5/2019.", "Đồng chí Lê Văn An, Phó Bí thư Tỉnh ủy, dự."),
        "Tỉnh ủy Thừa Thiên Huế",
        "unit-above",
    ),
    (
        ("Phường Uyên Hưng họp ngày 3/5/2019.", "Đồng chí Lê Văn An, Phó Bí thư Thị ủy, dự."),
        "Thị ủy Tân Uyên",
        "unit-above",
    ),
    (
        (
            "Huyện Hải Hậu và huyện Giao Thủy ký kết.",
            "Tại huyện Giao Thủy, ông Lê Văn An, Bí thư Huyện ủy, dự.",
        ),
        "Huyện ủy Giao Thủy",
        "same-sentence",
    ),
    (  # a city told in passing is no province's
        (
            "Tỉnh ủy họp mặt kỷ niệm khởi nghĩa Hai Bà Trưng tại quận Hai Bà Trưng, Hà Nội.",
            "Ông Lê Văn An, Phó Bí thư Tỉnh ủy, dự.",
        ),
        "Tỉnh ủy",
        None,
    ),
    (  # a province of another country is no home of our bodies
        (
            "Đoàn cán bộ tỉnh Xê Kông (Lào) thăm tỉnh Quảng Nam.",
            "Phó Chủ tịch UBND tỉnh Lê Văn An nêu quan hệ với tỉnh Xê Kông.",
        ),
        "Ủy ban nhân dân tỉnh Quảng Nam",
        "only-unit",
    ),
]


@pytest.mark.parametrize(("texts", "organization", "rule"), RULES)
def test_unit_is_filled_in_by_a_named_rule(
    texts: tuple[str, ...], organization: str, rule: str | None
) -> None:
    first = facts(*texts).positions[0].organization
    assert first is not None
    assert (first.label, first.inference) == (organization, rule)


COMMUNE = "Phường An Nhơn phát triển nhanh"
BODIES = [
    # title, paragraphs, organisation of the first position, rule
    (
        COMMUNE,
        ("Phường An Nhơn lập nên từ phường Đập Đá.", "Đồng chí Lê Văn An, Chủ tịch HĐND phường, báo cáo."),
        "Hội đồng nhân dân phường An Nhơn",
        "foremost-unit",
    ),
    (
        "Phường An Nhơn (tỉnh Gia Lai) phát triển",
        (
            "Phường An Nhơn lập nên trên cơ sở hợp nhất phường 11, phường 12.",
            "Đồng chí Lê Văn An, Bí thư Đảng bộ, báo cáo.",
        ),
        "Đảng ủy phường An Nhơn",
        "only-unit",
    ),
    (
        "Chi bộ thôn Đồng Tâm đại hội",
        ("Đồng chí Lê Văn An được bầu giữ chức Bí thư Chi bộ.",),
        "Chi bộ thôn Đồng Tâm",
        "fuller-name",
    ),
    ("Xã Lang Tân họp", ("Đồng chí Lê Văn An, Bí thư Huyện ủy, dự.",), "Huyện ủy", None),
    ("Xã Lang Tân họp", ("Đồng chí Lê Văn An, Chủ tịch UBND huyện, dự.",), "Ủy ban nhân dân huyện", None),
    (COMMUNE, ("Đồng chí Lê Văn An, Bí thư Đảng ủy, chủ trì.",), "Đảng ủy phường An Nhơn", "main-unit"),
    (
        COMMUNE,
        ("Đồng chí Lê Văn An, Chủ nhiệm Ủy ban Kiểm tra, dự.",),
        "Ủy ban Kiểm tra Đảng ủy phường An Nhơn",
        "main-unit",
    ),
    (
        COMMUNE,
        ("Đồng chí Lê Văn An, Chủ tịch Hội Nông dân, dự.",),
        "Hội Nông dân phường An Nhơn",
        "only-unit",
    ),
    (
        "Tỉnh Hưng Yên họp",
        ("Đồng chí Lê Văn An, Bí thư Đảng ủy, Chủ tịch UBND tỉnh, dự.",),
        "Đảng ủy Ủy ban nhân dân tỉnh Hưng Yên",
        "same-list",
    ),
    (
        "Tỉnh Hưng Yên họp",
        ("Đồng chí Lê Văn An, Đảng ủy viên, Trưởng phòng Tham mưu Công an tỉnh, dự.",),
        "Đảng ủy Công an tỉnh Hưng Yên",
        "same-list",
    ),
    (
        "Tỉnh Hưng Yên họp",
        ("Đại tá Lê Văn An, Phó Bí thư Đảng ủy, Chỉ huy trưởng Bộ CHQS tỉnh, dự.",),
        "Đảng ủy Quân sự tỉnh Hưng Yên",
        "same-list",
    ),
    (
        "Tỉnh Hưng Yên họp",
        ("Thiếu tướng Lê Văn An, Ủy viên Ban Thường vụ Đảng ủy, Phó Tư lệnh Quân khu 3, dự.",),
        "Ban Thường vụ Đảng ủy Quân khu 3",
        "same-list",
    ),
    (
        "Tập đoàn họp",
        ("Công ty Cổ phần Hoàng Mai họp.", "Ông Lê Văn An, Chủ tịch Hội đồng quản trị, dự."),
        "Hội đồng quản trị Công ty Cổ phần Hoàng Mai",
        "same-list",
    ),
    (
        "Tập đoàn họp",
        ("Ông Lê Văn An, Giám đốc, Bí thư Đảng ủy Công ty Cổ phần Hoàng Mai, dự.",),
        "Công ty Cổ phần Hoàng Mai",
        "same-list",
    ),
    (
        "Hội nghị tuyên giáo",
        ("Ban Tuyên giáo Trung ương công bố: bổ nhiệm ông Lê Văn An, Phó Vụ trưởng Vụ Tuyên truyền.",),
        "Vụ Tuyên truyền Ban Tuyên giáo Trung ương",
        "nearest-whole",
    ),
    (
        "Kỳ họp của Ủy ban Kiểm tra Trung ương",
        ("Ông Lê Văn An, Chủ nhiệm Ủy ban, chủ trì.",),
        "Ủy ban Kiểm tra Trung ương",
        "fuller-name",
    ),
    (
        "Tỉnh Hưng Yên họp",
        ("Ông Lê Văn An, Trưởng ban Chỉ đạo thi, dự.",),
        "Ban Chỉ đạo thi tỉnh Hưng Yên",
        "only-unit",
    ),
    (
        "Tỉnh Hưng Yên họp",
        ("Trưởng Ban Pháp chế HĐND tỉnh báo cáo; ông Lê Văn An, Trưởng Ban Dân tộc, dự.",),
        "Ban Dân tộc Hội đồng nhân dân tỉnh Hưng Yên",
        "nearest-whole",
    ),
    (
        "Tỉnh Hưng Yên họp",
        ("Đảng ủy Sở Y tế tỉnh Hưng Yên họp.", "Ông Lê Văn An, Phó Bí thư Đảng ủy, dự."),
        "Đảng ủy Sở Y tế tỉnh Hưng Yên",
        "fuller-name",
    ),
    (
        "Tỉnh Hưng Yên họp",
        ("Ông Lê Văn An, Chánh Văn phòng, người phát ngôn UBND tỉnh Hưng Yên, trả lời.",),
        "Văn phòng Ủy ban nhân dân tỉnh Hưng Yên",
        "same-list",
    ),
]


@pytest.mark.parametrize(("title", "texts", "organization", "rule"), BODIES)
def test_a_bare_body_is_the_one_that_the_article_is_about(
    title: str, texts: tuple[str, ...], organization: str, rule: str
) -> None:
    made = facts(*texts, title=title).positions[0].organization
    assert made is not None
    assert (made.label, made.inference) == (organization, rule)


@pytest.mark.parametrize(
    "named",
    [
        "Phòng Điều dưỡng Trung tâm Bảo trợ xã hội Đà Nẵng",
        "Phòng Dự báo Đài Khí tượng Thủy văn khu vực Nam Bộ",
        "Phòng Tham mưu Cơ quan Cảnh sát điều tra Bộ Công an",
    ],
)
def test_a_name_that_tells_its_place_gets_no_other(named: str) -> None:
    found = facts(
        "UBND quận Hải Châu họp.", f"Ông Lê Văn An, Trưởng {named[0].lower()}{named[1:]}, cho biết."
    )
    organization = found.positions[0].organization
    assert organization is not None
    assert "Hải Châu" not in organization.label


def test_a_bare_name_of_a_former_district_may_be_a_commune_of_another_province() -> None:
    """When there are no districts, a name that communes elsewhere bear tells of no province."""
    said = "Tại Ban Chỉ huy Phòng thủ khu vực 3 - Thống Nhất, đồng chí Lê Văn An, Phó Bí thư Tỉnh ủy, phát biểu."
    told = {}
    for day in ("2025-03-04", "2026-01-14"):
        (found,) = facts(said, published=day, publisher="Báo Gia Lai").positions
        told[day] = found.organization.label if found.organization else None
    assert told == {"2025-03-04": "Tỉnh ủy Đồng Nai", "2026-01-14": "Tỉnh ủy Gia Lai"}


def test_a_unit_of_former_times_fills_nothing_in() -> None:
    made = facts(
        "Ông Lê Văn An, Phó Bí thư Tỉnh ủy, nguyên Chủ tịch UBND tỉnh Hòa Bình, và bà Đỗ Thị Hoa, Trưởng ban Nội "
        "chính Tỉnh ủy, dự.",
        title="Tỉnh Phú Thọ sau hợp nhất",
    )
    labels = [p.organization.label for p in made.positions if p.organization is not None]
    assert labels == [
        "Tỉnh ủy Phú Thọ",
        "Ủy ban nhân dân tỉnh Hòa Bình",
        "Ban Nội chính Tỉnh ủy Phú Thọ",
    ]


def test_a_province_keeps_the_name_that_it_had() -> None:
    made = facts("Ông Lê Văn An, Giám đốc Công an tỉnh Thừa Thiên - Huế, dự.").positions[0].organization
    assert made is not None
    assert made.label == "Công an tỉnh Thừa Thiên Huế"


def test_the_standing_committee_of_an_association_is_no_committee_of_the_party() -> None:
    made = facts("Bà Lê Thị An, Ủy viên Ban Thường vụ Hội, dự.", title="Tỉnh ủy Hưng Yên họp").positions[0]
    assert made.organization is not None
    assert made.organization.label == "Ban Thường vụ Hội"


@pytest.mark.parametrize(
    ("text", "committee"),
    [
        ("Phóng viên Báo Quảng Nam phỏng vấn đồng chí Lê Văn An, Phó Bí thư Tỉnh ủy.", "Tỉnh ủy Quảng Nam"),
        ("Bí thư Tỉnh ủy Lê Văn An dành cho Báo Hậu Giang cuộc trò chuyện.", "Tỉnh ủy Hậu Giang"),
        ("Trả lời Báo Thanh Niên, Bí thư Tỉnh ủy Lê Văn An nói rõ.", "Tỉnh ủy"),
        ("Bí thư Tỉnh ủy Lê Văn An đọc Báo Hậu Giang mỗi ngày.", "Tỉnh ủy"),
    ],
)
def test_the_local_paper_that_asks_tells_the_province(text: str, committee: str) -> None:
    made = facts(text).positions[0]
    assert made.organization is not None
    assert made.organization.label == committee


def test_a_city_of_former_times_is_none_of_now() -> None:
    made = facts(
        "Đồng chí Lê Văn An, Phó Bí thư Thành ủy, dự đại hội phường Bình Trưng.",
        "Phường hợp nhất từ Bình Trưng Đông và Bình Trưng Tây (TP Thủ Đức cũ).",
        published="2025-08-04",
    ).positions[0]
    assert made.organization is not None
    assert made.organization.label == "Thành ủy thành phố Hồ Chí Minh"


def test_the_publisher_tells_the_province_when_nothing_else_does() -> None:
    made = facts("Đồng chí Lê Văn An, Phó Bí thư Tỉnh ủy, dự.", publisher="Báo Bình Dương").positions[0]
    assert made.organization is not None
    assert (made.organization.label, made.organization.inference) == ("Tỉnh ủy Bình Dương", "publisher")


def test_the_portal_of_a_district_is_that_district_and_its_province():
    made = facts(
        "Ông Lê Văn An, Tỉnh ủy viên, Bí thư Huyện ủy, dự.", publisher="Cổng thông tin điện tử huyện Thọ Xuân"
    ).positions
    assert [(p.organization.label, p.organization.rule) for p in made] == [
        ("Tỉnh ủy Thanh Hóa", "publisher"),
        ("Huyện ủy Thọ Xuân", "publisher"),
    ]



def test_nothing_is_guessed_when_nothing_tells() -> None:
    made = facts("Đồng chí Lê Văn An, Phó Bí thư Tỉnh ủy, dự.").positions[0]
    assert made.organization is not None
    assert (made.organization.label, made.organization.unit) == ("Tỉnh ủy", None)


def test_a_name_at_three_levels_is_decided_by_its_neighbours() -> None:
    made = facts(
        "Phường Quang Trung, thành phố Uông Bí báo cáo. Ông Lê Văn An, Chủ tịch UBND phường Quang Trung, dự."
    )
    unit = made.positions[0].organization.unit if made.positions[0].organization else None
    assert unit is not None
    assert unit.key == "legacy/06817"


def test_an_ambiguous_name_stays_undecided() -> None:
    made = facts("Ông Lê Văn An, Chủ tịch UBND phường Quang Trung, dự.")
    unit = made.positions[0].organization.unit if made.positions[0].organization else None
    assert unit is not None
    assert unit.key is None


def test_an_undated_article_is_bounded_by_what_it_reports() -> None:
    made = facts(
        "Nghị quyết 06-NQ/TU của Thành ủy Uông Bí ngày 08/12/2016 về phương hướng, nhiệm vụ năm 2017 được triển khai."
    )
    assert made.published_bounds is not None
    assert made.published_bounds.startswith("2016-12-08/")


def test_a_result_of_a_term_does_not_prove_that_the_term_is_over() -> None:
    made = facts(
        "Nhiệm kỳ 2020-2025, Đảng bộ huyện Tiên Yên đã kết nạp 512 đảng viên; thu ngân sách đạt 700 tỷ đồng."
    )
    assert {i.period for i in made.indicators} == {"2020-2025"}
    assert made.published_bounds == "2020/.."


def test_a_dated_article_needs_no_bounds() -> None:
    made = facts("Nghị quyết 06-NQ/TU của Thành ủy Uông Bí ngày 08/12/2016.", published="2017-01-05")
    assert made.published_bounds is None


@pytest.mark.parametrize(
    ("texts", "organization"),
    [
        (("Huyện giáp huyện Giao Thủy.", "Ông Lê Văn An, Bí thư Huyện ủy, nói."), "Huyện ủy Hải Hậu"),
        (
            (
                "Đoàn thăm huyện Giao Thủy.",
                "Huyện Giao Thủy làm tốt.",
                "Huyện Giao Thủy được khen.",
                "Ông Lê Văn An, Bí thư Huyện ủy, nói.",
            ),
            "Huyện ủy Giao Thủy",
        ),
    ],
)
def test_the_unit_of_the_title_stands_until_the_text_turns_to_another(
    texts: tuple[str, ...], organization: str
) -> None:
    found = facts(*texts, title="Huyện Hải Hậu sau một năm").positions[0].organization
    assert found is not None
    assert found.label == organization


@pytest.mark.parametrize(
    ("published", "told", "era"),
    [
        ("2025-08-01", "Tỉnh ủy An Giang họp.", "2025"),
        ("2025-06-30", "Tỉnh ủy An Giang họp.", "legacy"),
        (None, "Ngày 24/8/2025, Tỉnh ủy An Giang họp.", "2025"),
        (None, "Ngày 24/8/2024, Tỉnh ủy An Giang họp cho nhiệm kỳ 2025-2030.", "legacy"),
    ],
)
def test_a_name_that_both_divisions_know_is_of_the_time_of_the_article(
    published: str | None, told: str, era: str
) -> None:
    fields = {"published": published} if published else {}
    found = facts(f"{told} Ông Lê Văn An, Bí thư Tỉnh ủy An Giang, chủ trì.", **fields).positions
    organization = found[0].organization
    assert organization is not None
    assert organization.unit is not None
    assert (organization.unit.key or "").startswith(f"{era}/")


def test_a_bare_name_is_of_the_commune_where_districts_are_gone() -> None:
    told = "Xã Nghĩa Hành sáp nhập từ 3 xã Phú Sơn, Nghĩa Hành và Tân Hương. Ông Lê Văn An, Giám đốc Sở Y tế, dự."
    organization = facts(told, published="2025-08-19").positions[0].organization
    assert organization is not None
    assert organization.label == "Sở Y tế"


def test_the_province_of_units_that_are_gone_is_what_it_became() -> None:
    lines = (
        "Đảng bộ xã Thổ Tang tổ chức đại hội. Ông Lê Văn An, Giám đốc Sở Y tế, dự.",
        "Dự còn có bí thư các xã Thượng Trưng, Tuân Chính, Thổ Tang trước khi sáp nhập.",
    )
    organization = facts(*lines, published="2025-07-22").positions[0].organization
    assert organization is not None
    assert organization.label == "Sở Y tế tỉnh Phú Thọ"


@pytest.mark.parametrize(
    ("met", "expected"),
    [
        ("tại Hà Nội, Ủy ban Kiểm tra Trung ương họp kỳ thứ 43", "Sở Y tế tỉnh Lâm Đồng"),
        ("tại Hà Nội, nhiều người dự hội chợ", "Sở Y tế thành phố Hà Nội"),
    ],
)
def test_the_capital_is_only_where_a_body_of_the_nation_met(met: str, expected: str) -> None:
    blocks = (
        Block(BlockKind.LEAD, f"Ngày 15/7, {met}."),
        Block(BlockKind.PARAGRAPH, "Có kết luận đối với Ban Thường vụ Tỉnh ủy Lâm Đồng."),
        Block(BlockKind.PARAGRAPH, "Bị cảnh cáo có ông Lê Văn An, Giám đốc Sở Y tế."),
    )
    organization = pipeline.facts(Article("thử", blocks, published="2024-07-16")).positions[0].organization
    assert organization is not None
    assert organization.label == expected


def test_members_are_counted_by_the_committee_of_the_articles_place() -> None:
    line = (
        "Từ ngày 1/7 đến nay, Trung tâm Phục vụ hành chính công xã Tân Thành tiếp nhận 3.215 hồ sơ. Thu ngân sách"
        " xã đạt 24 tỷ đồng. Toàn xã có tỷ lệ hộ nghèo 1,35%. Trong quý III, xã kết nạp 12 đảng viên."
    )
    made = facts(line, title="Xã Tân Thành sau ba tháng", published="2025-10-12")
    subject = made.indicators[-1].subject
    assert isinstance(subject, Organization)
    assert subject.label == "Đảng ủy xã Tân Thành"


@pytest.mark.parametrize(
    ("published", "organization"),
    [("2020-05-02", "Sở Y tế tỉnh Thừa Thiên Huế"), ("2025-02-02", "Sở Y tế thành phố Huế")],
)
def test_the_unit_above_is_called_as_when_the_article_appeared(published: str, organization: str) -> None:
    post = facts(
        "Huyện A Lưới họp sáng nay.", "Đồng chí Lê Văn An, Giám đốc Sở Y tế, dự.", published=published
    ).positions[0]
    assert post.organization is not None
    assert post.organization.label == organization


@pytest.mark.parametrize(
    ("texts", "held"),
    [
        (
            (
                "Ông Lê Văn An, Bí thư Đảng ủy, Chủ tịch UBND xã Lang Tân, trả lời.",
                "Ngày 5/8, Ban Thường vụ Đảng ủy họp.",
            ),
            ["Ban Thường vụ Đảng ủy xã Lang Tân"],
        ),
        (
            (
                "Bà Vũ Thị Hòa, Chủ tịch HĐND phường Lang Tân, dự.",
                "Ngày 5/8, Đảng ủy, UBND phường tổ chức lễ kỷ niệm.",
            ),
            ["Đảng ủy phường Lang Tân", "Ủy ban nhân dân phường Lang Tân"],
        ),
        (
            ("Đảng ủy Sở Y tế tỉnh Hưng Yên có 20 chi bộ.", "Ngày 5/8, Đảng ủy tổ chức hội nghị sơ kết."),
            ["Đảng ủy Sở Y tế tỉnh Hưng Yên"],
        ),
        (("Tỉnh Hưng Yên họp.", "Ngày 5/8, Đảng ủy tổ chức hội nghị sơ kết."), ["Đảng ủy"]),
    ],
)
def test_a_committee_alone_that_meets_is_that_of_the_commune(texts: tuple[str, ...], held: list[str]) -> None:
    (event,) = facts(*texts).events
    assert [o.label for o in event.organizers if isinstance(o, Organization)] == held
