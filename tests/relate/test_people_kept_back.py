"""A person whose name an article keeps back is nobody that the graph could name."""

from __future__ import annotations

import pytest

from tests.reading import facts


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Phát biểu tại cuộc họp của Huyện ủy Tiên Yên, ông N nói. Phát biểu tại cuộc họp, ông Trần Bình An nói.", {"Trần Bình An"}),
        ("Sáng 5/1/2023, Huyện ủy Tiên Yên họp. Phát biểu tại cuộc họp, ông Trần Bình An nói.", {"Trần Bình An"}),
    ],
)
def test_only_who_is_named_takes_part(text: str, people: set[str]) -> None:
    found = facts(text)
    assert {part.person for event in found.events for part in event.participations} == people
