"""Parts of a page that are read when the page has come to them: a reader sees its beginning meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Later(Sequence[T], Generic[T]):
    """A list that is read once, when somebody first looks at it."""

    def __init__(self, read: Callable[[], Iterable[T]]) -> None:
        self._read = read

    @cached_property
    def _list(self) -> list[T]:
        return list(self._read())

    def __len__(self) -> int:
        return len(self._list)

    def __getitem__(self, place: Any) -> Any:
        return self._list[place]
