"""Who holds a file: locks of the system, which end with the process that has them."""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def is_locked(path: Path) -> bool:
    """Tell whether another process has a file locked; a process that has it itself may not ask."""
    if sys.platform == "win32":
        return False
    import fcntl

    # No lock is asked for, only who has one: a writer that begins at this moment is not in its way.
    form = "hhqqi0q" if sys.platform == "linux" else "qqihh0q"
    nobody = struct.pack(form, *_wanted(fcntl.F_WRLCK))
    try:
        with path.open("rb") as file:
            found = struct.unpack(form, fcntl.fcntl(file, fcntl.F_GETLK, nobody))
    except OSError:
        return False
    return int(found[0 if sys.platform == "linux" else 3]) != fcntl.F_UNLCK


def _wanted(kind: int) -> tuple[int, ...]:
    """Give the fields of the system's ``struct flock`` for the whole file."""
    return (kind, os.SEEK_SET, 0, 0, 0) if sys.platform == "linux" else (0, 0, 0, kind, os.SEEK_SET)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Have a file, which is made if need be, locked for as long as the context lasts."""
    with path.open("ab") as file:
        if sys.platform != "win32":
            import fcntl

            with suppress(OSError):  # some disks know no locks
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
