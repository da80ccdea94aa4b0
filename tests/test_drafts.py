"""What was noted of a graph comes back, and what differs from it is found."""

from __future__ import annotations

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from kg.drafts import Drafts, differing

GRAPH = "https://example.org/graph"
LINES = st.sets(st.text(max_size=3).filter(lambda text: "\n" not in text).map("{}\n".format), max_size=12).map(sorted)


@given(LINES, LINES)
def test_what_differs_is_found(old: list[str], new: list[str]) -> None:
    gone, come = sorted(set(old) - set(new)), sorted(set(new) - set(old))
    assert differing(iter(old), iter(new), 24) == (gone, come)


@given(LINES, LINES, st.integers(0, 5))
def test_too_much_is_not_told_but_all_is_read(old: list[str], new: list[str], most: int) -> None:
    one, other = iter(old), iter(new)
    found = differing(one, other, most)
    assert (found is None) == (len(set(old) ^ set(new)) > most)
    assert not [*one, *other]


@given(st.lists(LINES, min_size=1, max_size=4))
def test_a_draft_is_of_one_state_of_a_graph(states: list[list[str]]) -> None:
    drafts = Drafts(sqlite3.connect(":memory:"))
    assert drafts.version(GRAPH, "0") is None
    for number, lines in enumerate(states):
        assert list(drafts.taking("another", ["x\n"])) == ["x\n"]
        assert list(drafts.taking(GRAPH, lines)) == lines == list(drafts.next_lines(GRAPH))
        assert drafts.version(GRAPH, f"{number}") is None  # it may still come to nothing
        drafts.take(GRAPH, f"{number}")
        version = drafts.version(GRAPH, f"{number}")
        assert version is not None
        assert list(drafts.lines(GRAPH, version)) == lines
        assert drafts.version(GRAPH, f"{number - 1}") is None


def test_what_was_noted_for_nothing_is_forgotten() -> None:
    drafts = Drafts(sqlite3.connect(":memory:"))
    list(drafts.taking(GRAPH, ["a\n"] * 3))
    drafts.take(GRAPH, "1")
    list(drafts.taking(GRAPH, ["b\n"] * 3))
    assert list(drafts.taking(GRAPH, ["c\n"])) == ["c\n"]
    drafts.take(GRAPH, "2")
    version = drafts.version(GRAPH, "2")
    assert version is not None
    assert list(drafts.lines(GRAPH, version)) == ["c\n"]
