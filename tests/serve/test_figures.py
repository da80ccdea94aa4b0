"""Drawings of answers: what is drawn from which rows, and that text stays text."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.serve.drawing import HEIGHT, WIDTH, Chart
from kg.serve.figures import charts, places
from kg.serve.render import environment
from kg.serve.results import Cell, Table
from kg.serve.spoken import middle
from kg.serve.ties import ties
from kg.serve.wording import words

PERIODS = [
    ("2022", 2022.5),
    ("2022-H1", 2022.25),
    ("2022-H2", 2022.75),
    ("2022-Q3", 2022.625),
    ("2022-01", 2022 + 0.5 / 12),
    ("2020/2024", 2022.5),
    ("2020-2025", 2023.0),
    ("2022-01-15", 2022 + 14 / 366),
    ("2022-01/2022-12", 2022.5),
    ("", None),
    ("soon", None),
    ("2022/soon", None),
]


@pytest.mark.parametrize(("period", "expected"), PERIODS)
def test_the_middle_of_a_period(period: str, expected: float | None) -> None:
    assert middle(period) == (expected if expected is None else pytest.approx(expected, abs=0.01))


def table(columns: str, *rows: tuple[str, ...], triples: bool = False) -> Table:
    cells = tuple(tuple(_cell(text) for text in row) for row in rows)
    return Table(tuple(columns.split()), cells, True, triples=triples)


def _cell(text: str) -> Cell:
    return Cell(text.upper(), f"http://x/{text}", f"/id/{text}") if len(text) == 1 else Cell(text)


SERIES = "place period indicator kind scale value billionDong"
MARK = '<b title="x">&'


def test_an_indicator_is_a_chart_for_each_unit_of_measure() -> None:
    found = charts(
        table(
            SERIES,
            ("Một", "2021", "thu", "result", "tỷ", "10", "10"),
            ("Một", "2022", "thu", "result", "nghìn tỷ", "1.2", "1200"),
            ("Một", "2023", "thu", "target", "tỷ", "1300", "1300"),
            ("Hai", "2022", "thu", "result", "tỷ", "7", "7"),
            ("Hai", "2022", "nghèo", "result", "%", "2", ""),
            ("Hai", "2023", "nghèo", "result", "%", "1.5", ""),
            ("Hai", "", "nghèo", "result", "%", "9", ""),
            ("Hai", "2023", "trẻ", "result", "cháu", "ba", ""),
        )
    )
    assert [(unit, [name for _, name in chart.legend]) for unit, chart in found] == [
        ("", ["Một · thu", "Hai · thu"]),
        ("%", ["Hai · nghèo"]),
    ]
    chart = found[0][1]
    assert [mark.target for mark in chart.marks] == [False, False, True, False]
    heights = [mark.y for mark in chart.marks]
    assert heights[2] < heights[1] < heights[0] < heights[3]  # the greater stands above
    ((_, points),) = chart.lines
    assert len(points.split()) == 2  # a target is no part of the line


def shown(measure: str, chart: Chart) -> str:
    source = '{% import "numbers.html" as n with context %}{{ n.chart(measure, chart) }}'
    return environment().from_string(source).render(t=words("en"), measure=measure, chart=chart)


def test_values_far_apart_are_drawn_by_powers_of_ten() -> None:
    """A city's budget beside a ward's: with even steps the ward's would lie on the ground."""
    rows = (("Một", "2021", "thu", "result", "tỷ", "45", "45"), ("Hai", "2022", "thu", "result", "tỷ", "269000", "269000"))
    ((unit, chart),) = charts(table(SERIES, *rows))
    assert chart.by_powers
    low, high = sorted(mark.y for mark in chart.marks)[::-1]
    assert chart.bottom - low > 20
    assert low - high > 100
    assert [value for _, value in chart.values] == [10.0**power for power in range(1, 7)]
    assert "logarithmic" in shown(unit, chart)
    near = (("Một", "2021", "thu", "result", "tỷ", "45", "45"), ("Hai", "2022", "thu", "result", "tỷ", "0", "0"))
    ((_, even),) = charts(table(SERIES, *near))
    assert not even.by_powers


def test_one_point_in_time_is_no_chart() -> None:
    assert charts(table(SERIES, ("Một", "2021", "thu", "result", "tỷ", "1", "1"))) == []
    assert charts(table("name", ("Một",))) == []


numbers = st.one_of(
    st.floats().map(str), st.sampled_from(["", "x", "1e400", "-0", "5e-324", "1.7e308", "-1.7e308"])
)


@given(st.lists(st.tuples(st.text(max_size=5), st.sampled_from(PERIODS), numbers), max_size=12))
def test_charts_lie_in_their_frame_whatever_the_rows(
    rows: list[tuple[str, tuple[str, object], str]],
) -> None:
    given_ = ((f"{place}{MARK}", period[0], "x", "result", "%", value, "") for place, period, value in rows)
    for unit, chart in charts(table(SERIES, *given_)):
        assert all(0 <= mark.x <= WIDTH and 0 <= mark.y <= HEIGHT for mark in chart.marks)
        page = shown(unit, chart)
        assert "<b " not in page
        if page.replace("\n", "").isprintable():
            ElementTree.fromstring(page)


@given(st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), min_size=1, max_size=8))
def test_every_place_lies_on_the_map(at: list[tuple[float, float]]) -> None:
    drawn = ElementTree.fromstring(places(table("name lat long", *((MARK, str(n), str(e)) for n, e in at))))
    _, _, width, height = map(float, str(drawn.get("viewBox")).split())
    circles = drawn.findall(".//circle")
    assert len(circles) == len(at)
    for circle in circles:
        assert -1 <= float(circle.get("cx", "nan")) <= width + 1
        assert -1 <= float(circle.get("cy", "nan")) <= height + 1


@pytest.mark.parametrize(
    "row", [("Một", "", "105"), ("Một", "x", "105"), ("Một", "91", "105"), ("Một", "nan", "1")]
)
def test_what_has_no_place_is_not_on_the_map(row: tuple[str, str, str]) -> None:
    assert places(table("name lat long", row)) == ""
    assert places(table("name", ("Một",))) == ""


def test_things_lead_to_one_another_from_left_to_right() -> None:
    found = ties(
        table("subject predicate object", *((a, "p", b) for a, b in ("ab", "bc", "ac", "ca")), triples=True)
    )
    assert found is not None
    chain = ties(
        table("subject predicate object", ("a", "p", "b"), ("b", "p", "c"), ("a", "p", "words"), triples=True)
    )
    assert chain is not None
    assert (chain.shown, chain.among) == (3, 3)
    drawn = ElementTree.fromstring(chain.svg)
    across = {link.get("href"): float(link[0].get("x", "0")) for link in drawn.findall("a")}
    assert across["/id/a"] < across["/id/b"] < across["/id/c"]
    assert len(drawn.findall("path")) == 2


def test_people_are_tied_by_what_they_share() -> None:
    found = ties(table("name through otherName", ("Lan", MARK, "Minh"), ("Lan", MARK, "Hoa")))
    assert found is not None
    assert found.shown == 4
    assert "<b " not in found.svg
    assert ties(table("name", ("Lan",))) is None
    assert ties(table("subject predicate object", ("a", "p", "words"), triples=True)) is None


def test_of_a_large_graph_the_best_tied_part_is_drawn() -> None:
    names = [chr(0x4E00 + number) for number in range(200)]
    found = ties(table("subject predicate object", *((name, "p", "z") for name in names), triples=True))
    assert found is not None
    assert found.shown == 60
    assert found.among == 201
