"""More values than memory should hold, in order and each once: sorted runs in a file, merged."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from heapq import merge
from itertools import groupby
from operator import itemgetter
from tempfile import TemporaryFile
from typing import IO, Any, Generic, TypeVar

import msgspec

T = TypeVar("T", bound=Any)

HELD = 50_000
"""So many lines are sorted in memory; more are sorted on disk."""

_FRAMES = 100
"""In so many parts a run is read again: a hundred runs together take no more room than one that is held."""


class Sorted(Generic[T]):
    """Takes values in any order and gives them sorted, each once; to be iterated once.

    ``kind`` is the type of the values: text, bytes, or tuples of these and of numbers.
    """

    def __init__(self, kind: Any = str, held: int | None = None) -> None:
        self._decode = msgspec.msgpack.Decoder(list[kind]).decode
        self._encode = msgspec.msgpack.Encoder().encode
        self._most = held or HELD
        self._held: set[T] = set()
        self._file: IO[bytes] | None = None
        self._runs: list[list[tuple[int, int]]] = []

    def add(self, value: T) -> None:
        """Take one value."""
        self._held.add(value)
        if len(self._held) >= self._most:
            self.run(self._held)
            self._held.clear()

    def run(self, values: Collection[T]) -> None:
        """Take many values, which need not be held any longer."""
        self._file = self._file or TemporaryFile()  # noqa: SIM115 - closed when all is given, or by close()
        ordered, frames = sorted(values), []
        size = max(self._most // _FRAMES, 1)
        for start in range(0, len(ordered), size):
            data = self._encode(ordered[start : start + size])
            frames.append((self._file.tell(), len(data)))
            self._file.write(data)
        self._runs.append(frames)

    @property
    def spilled(self) -> bool:
        """Whether some of the values wait on disk."""
        return self._file is not None

    def __iter__(self) -> Iterator[T]:
        held = sorted(self._held)
        self._held.clear()
        if self._file is None:
            yield from held
            return
        with self._file as file:
            last = None
            for value in merge(*(self._read(file, frames) for frames in self._runs), held):
                if value != last:
                    last = value
                    yield value

    def _read(self, file: IO[bytes], frames: Iterable[tuple[int, int]]) -> Iterator[T]:
        for start, size in frames:
            file.seek(start)
            yield from self._decode(file.read(size))

    def close(self) -> None:
        """Let go of what waits, wanted or not."""
        if self._file is not None:
            self._file.close()


def in_order(values: Iterable[T], kind: Any = str, held: int | None = None) -> Iterator[T]:
    """Yield values sorted, each once; of more than ``held`` the rest waits on disk."""
    found = Sorted[T](kind, held)
    try:
        for value in values:
            found.add(value)
        yield from found
    finally:
        found.close()


def apart(old: Iterable[T], new: Iterable[T]) -> tuple[list[T], list[T]]:
    """Tell what only the one and what only the other of two sorted sequences has."""
    gone: list[T] = []
    come: list[T] = []
    told = merge(((value, 0) for value in old), ((value, 1) for value in new))
    for value, sides in groupby(told, itemgetter(0)):
        found = [side for _, side in sides]
        if len(found) == 1:
            (come if found[0] else gone).append(value)
    return gone, come
