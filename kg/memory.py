"""Memory that the C library hands out: kept together, and given back to the system.

The engine of a store works in several threads.  A library that gives each of them a part of memory of its
own, and keeps large pieces that were freed for later ones, holds far more than is in use.  Where the library
can't be told otherwise, nothing is done.
"""

from __future__ import annotations

import ctypes
from contextlib import suppress
from functools import cache
from typing import Final

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8  # as the GNU C library names them
_LARGE: Final = 1 << 20
"""Pieces of so many bytes are taken from the system one by one, and go back to it when they are freed."""


@cache
def keep_together() -> None:
    """Let all threads share one part of memory; to be called before there are many."""
    with suppress(OSError, AttributeError):
        library = ctypes.CDLL(None)
        for what, value in ((_ARENA_MAX, 1), (_MMAP_THRESHOLD, _LARGE), (_TRIM_THRESHOLD, _LARGE)):
            library.mallopt(what, value)


def give_back() -> None:
    """Give freed memory back to the system."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
