"""From what articles observe of one person in one post to the times in which it was held."""

from __future__ import annotations

from functools import cache

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from kg.derive.spans import Observation, spans
from kg.timespan import Bounds, bounds


def held(on: str | None, begun: str | None = None) -> Observation:
    status = "appointed" if begun else "current"
    return Observation(f"held {on} {begun}", "a", status, on, begun=begun)


def over(on: str | None, ended: str | None = None) -> Observation:
    status = "ended" if ended else "former"
    return Observation(f"over {on} {ended}", "a", status, on, ended=ended)


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2022-05-24", ("2022-05-24", "2022-05-24")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2022", ("2022-01-01", "2022-12-31")),
        ("2022-06~/2022-12", ("2022-06-01", "2022-12-31")),
        ("2016-12-08/..", ("2016-12-08", None)),
        ("/2017", (None, "2017-12-31")),
        (None, (None, None)),
        ("soon", (None, None)),
    ],
)
def test_bounds_of_a_date(edtf: str | None, expected: tuple[str | None, str | None]) -> None:
    assert bounds(edtf) == expected


def test_a_report_bounds_both_ends_and_dates_neither() -> None:
    (span,) = spans([held("2022-05-24"), held("2023-01-10")])
    assert span.begin == Bounds(None, "2022-05-24")
    assert span.end == Bounds("2023-01-10", None)
    assert (span.edtf, span.first, span.last) == (None, "2022-05-24", "2023-01-10")
    assert span.holds() == Bounds("2022-05-24", "2023-01-10")


def test_an_article_of_uncertain_date_proves_little() -> None:
    (span,) = spans([held("2016-12-08/2017")])
    assert span.begin == Bounds(None, "2017-12-31")
    assert span.end == Bounds("2016-12-08", None)
    assert span.holds() == Bounds()


def test_dated_steps_date_the_ends() -> None:
    (span,) = spans([held("2021-05-14", begun="2021-05-12"), over("2023-03-02", ended="2023-03")])
    assert span.edtf == "2021-05-12/2023-03"
    assert span.begin == Bounds("2021-05-12", "2021-05-12")
    assert span.end == Bounds("2023-03-01", "2023-03-31")


def test_the_first_of_several_steps_begins_it() -> None:
    (span,) = spans([held("2024-02-29", begun="2024-02-29"), held("2024-01-30", begun="2024-01-29")])
    assert span.edtf == "2024-01-29/"


def test_a_former_holder_has_left_by_then() -> None:
    (span,) = spans([held("2020-01-01"), over("2022-01-01")])
    assert span.end == Bounds("2020-01-01", "2022-01-01")
    assert (span.first, span.last) == ("2020-01-01", "2020-01-01")


def test_only_a_former_holder_is_never_attested_in_the_post() -> None:
    (span,) = spans([over("2022-01-01")])
    assert (span.first, span.last, span.end) == (None, None, Bounds(None, "2022-01-01"))


def test_who_comes_back_has_two_tenures() -> None:
    first, second = spans([held("2015-01-01"), over("2016-01-01"), held("2020-01-01")])
    assert first.holds() == Bounds("2015-01-01", "2015-01-01")
    assert second.holds() == Bounds("2020-01-01", "2020-01-01")


def test_a_late_report_of_the_same_day_does_not_part() -> None:
    assert len(spans([held("2020-01-01"), over("2020-01-01")])) == 1
    assert len(spans([held("2020-01-01/.."), over("2020-06-01")])) == 1
    assert len(spans([held(None), over("2020-06-01")])) == 1


@cache
def parsed(edtf: str) -> bool:
    return parse_edtf(edtf) is not None


DATES = st.sampled_from(
    [None, "2015", "2016-03", "2016-03-05", "2018-01-01/2019", "2020-06-01/..", "2021-12-31", "2022-06~"]
)
OBSERVATIONS = st.lists(
    st.builds(
        Observation,
        st.text("stu", min_size=1, max_size=3),
        st.just("a"),
        st.sampled_from(["current", "appointed", "ended", "former"]),
        DATES,
        DATES,
        DATES,
    ),
    min_size=1,
    max_size=8,
)


@given(OBSERVATIONS, st.randoms(use_true_random=False))
def test_order_plays_no_part_and_nothing_is_lost(observed: list[Observation], random: object) -> None:
    shuffled = list(observed)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    made = spans(observed)
    assert made == spans(shuffled)
    assert {o for span in made for o in span.observations} == set(observed)


@given(OBSERVATIONS)
def test_spans_are_edtf_and_in_order(observed: list[Observation]) -> None:
    for span in spans(observed):
        if span.edtf is not None:
            assert parsed(span.edtf)
        for bound in (span.begin, span.end):
            assert bound.first is None or bound.last is None or bound.first <= bound.last
