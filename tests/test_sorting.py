"""Values in order, in memory and on disk."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.sorting import Sorted, apart, in_order

ROW = tuple[str, str]
rows = st.lists(st.tuples(st.text(), st.text()), max_size=40)


@given(rows, st.integers(1, 9))
def test_rows_are_put_in_order_on_disk_as_in_memory(told: list[ROW], held: int) -> None:
    assert list(in_order(told, ROW, held)) == sorted(set(told))


@given(st.lists(st.sets(st.binary(max_size=3)), max_size=5), st.sets(st.binary(max_size=3)))
def test_runs_and_what_is_held_are_merged(runs: list[set[bytes]], more: set[bytes]) -> None:
    found: Sorted[bytes] = Sorted(bytes)
    for run in runs:
        found.run(run)
    for each in more:
        found.add(each)
    assert list(found) == sorted(more.union(*runs))


def test_what_waits_can_be_given_up() -> None:
    found: Sorted[str] = Sorted(str, 1)
    found.add("a")
    assert found.spilled
    found.close()


@given(rows, rows)
def test_what_only_one_of_two_has(old: list[ROW], new: list[ROW]) -> None:
    gone, come = apart(sorted(set(old)), sorted(set(new)))
    assert gone == sorted(set(old) - set(new))
    assert come == sorted(set(new) - set(old))
