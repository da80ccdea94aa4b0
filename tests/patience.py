"""How long a test waits for what should merely happen: a loaded machine is slow, not wrong."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

#: Seconds.  A test that goes well never waits so long; one that fails says so after that.
PATIENCE = 60.0


def soon(
    look: Callable[[], T],
    right: Callable[[T], object] = bool,
    *,
    pause: Callable[[float], object] = time.sleep,
    every: float = 0.05,
) -> T:
    """Look again and again until what is seen is right, and give it; else fail with what was seen last.

    ``pause`` waits for so many seconds: a browser's own lets it go on meanwhile.
    """
    deadline = time.monotonic() + PATIENCE
    while not right(seen := look()):
        assert time.monotonic() < deadline, f"after {PATIENCE:g} seconds it is still {seen!r}"
        pause(every)
    return seen
