from __future__ import annotations

import random

import pytest
from drawn_officials import CHI_LINH, HAI_DUONG, QUANG_NINH, UONG_BI, five_articles, holding, invented

from kg.draw import Side, UnitRef
from kg.draw.chart import Chart, build_chart, years


@pytest.mark.parametrize(
    ("edtf", "span"),
    [
        ("2022-05-24", (2022, 2022)),
        ("2022-12-02/2023", (2022, 2023)),
        ("2022-06~/2022-12", (2022, 2022)),
        ("2016?", (2016, 2016)),
        ("202X", (2020, 2029)),
        ("../2023", (2023, 2023)),
        ("2020/..", (2020, 2020)),
        ("[2019,2021]", (2019, 2021)),
        ("", None),
        (None, None),
        ("16/5", None),
        ("unknown", None),
    ],
)
def test_years_of_edtf(edtf: str | None, span: tuple[int, int] | None) -> None:
    assert years(edtf) == span


def _person(chart: Chart, name: str) -> str:
    return next(person.unit.ref.label for person in chart.people if person.label == name)


def test_twelve_officials_and_their_posts() -> None:
    chart = build_chart(five_articles())
    assert (len(chart.people), len(chart.posts)) == (12, 21)
    assert [unit.ref.label for unit in chart.roots] == [
        "Tỉnh Bình Dương",
        "Tỉnh Hải Dương",
        "Tỉnh Quảng Ninh",
    ]
    assert [unit.ref.level for unit in chart.roots[2].walk()] == [1, 2, 2, 2]


def test_an_official_stands_where_most_posts_are_and_the_lower_one_when_even() -> None:
    chart = build_chart(five_articles())
    assert _person(chart, "Trần Văn Lâm") == UONG_BI.label
    assert _person(chart, "Hoàng Quốc Thưởng") == CHI_LINH.label
    assert _person(chart, "Lê Văn Hiệu") == HAI_DUONG.label


def test_a_running_post_outweighs_former_ones() -> None:
    past = [holding(role=role, status="former") for role in ("bí thư", "phó bí thư")]
    now = holding(role="phó bí thư", organization="Tỉnh ủy Quảng Ninh", unit=QUANG_NINH)
    assert _person(build_chart([*past, now]), "Trần Văn Lâm") == QUANG_NINH.label


def test_parts_stand_under_their_committee() -> None:
    chart = build_chart(five_articles())
    found = {organization.ref.label: organization for organization in chart.organizations}
    committee = found["Tỉnh ủy Hải Dương"]
    assert {part.ref.label for part in committee.parts} == {
        "Ban Thường vụ Tỉnh ủy Hải Dương",
        "Ban Dân vận Tỉnh ủy Hải Dương",
    }
    assert committee.depth == 0
    assert committee.parts[0].depth == 1


def test_a_parent_without_posts_is_there() -> None:
    chart = build_chart([holding(organization="Ban Tổ chức Thành ủy Uông Bí", parents=("Thành ủy Uông Bí",))])
    assert [organization.ref.label for organization in chart.organizations] == [
        "Thành ủy Uông Bí",
        "Ban Tổ chức Thành ủy Uông Bí",
    ]


def test_circles_of_organisations_and_units_end() -> None:
    chart = build_chart(
        [
            holding(organization="A", parents=("B", "A")),
            holding(organization="B", parents=("A",)),
            holding(organization="C", unit=UONG_BI, above=(UONG_BI, QUANG_NINH)),
        ]
    )
    assert len(chart.organizations) == 3
    assert [unit.ref for unit in chart.units] == [QUANG_NINH, UONG_BI]


def test_observations_of_one_post_are_one_edge_the_latest_first() -> None:
    seen = [
        holding(article="a1", published="2020-01-01"),
        holding(article="a2", published="2023", status="former"),
        holding(article="a3"),
    ]
    (post,) = build_chart(seen).posts
    assert [observation.article_iri[-2:] for observation in post.holdings] == ["a2", "a1", "a3"]
    assert post.former
    assert post.span == (2020, 2023)


def test_unknown_units_come_last_and_repeated_rows_count_once() -> None:
    lost = holding("Ai Đó", organization="Đảng ủy phường", unit=None)
    chart = build_chart([lost, lost, holding(), holding("X", unit=UnitRef("u:vn", "Việt Nam", 0))])
    assert [unit.ref.label for unit in chart.roots] == ["Việt Nam", "Tỉnh Quảng Ninh", ""]
    assert len(chart.posts) == 3


def test_party_then_state_then_others() -> None:
    sides = [Side.OTHER, Side.STATE, Side.PARTY]
    chart = build_chart([holding(organization=side.value, side=side) for side in sides])
    assert [organization.side for organization in chart.organizations] == list(Side)


def test_the_order_of_the_input_plays_no_part() -> None:
    rows = list(invented(120, provinces=4))
    shuffled = random.Random(3).sample(rows, len(rows))

    def names(chart: Chart) -> list[tuple[str, str, str]]:
        return [(post.person.iri, post.role, post.organization.ref.iri) for post in chart.posts]

    assert names(build_chart(rows)) == names(build_chart(shuffled))
