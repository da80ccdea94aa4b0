"""A store as it was at one moment, for a reader that stays while others build.

What a store that was opened for reading shows while another process writes it, Oxigraph leaves undefined:
the writer deletes files that the reader has yet to open.  But its files of data never change once they
are written (RocksDB's sorted tables).  So a folder with hard links to them, and with copies of the few small
files that do change, is the store as it was however the store goes on; it takes no room until the store
drops a file that it still holds.

A snapshot is only taken between two writers: what stands in the middle of a build is no state of the graph.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from kg.errors import StoreError
from kg.locks import is_locked
from kg.store import LENT, MARKER, open_store

_PREFIX: Final = "served-"
_OWNED: Final = "owned"
_QUADS: Final = "quads"
_LOCK: Final = "LOCK"
_FIXED: Final = ".sst"
_TRIES: Final = 20
State = tuple[tuple[str, int, int], ...]


class BusyError(StoreError):
    """Another process is writing the store."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A state of a store in a folder to open for reading; ``own`` is set unless that is the store's own."""

    path: Path
    state: State
    own: IO[bytes] | None

    def drop(self) -> None:
        """Remove the folder; nobody reads it any more."""
        if self.own is not None:
            self.own.close()
            shutil.rmtree(self.path, ignore_errors=True)


def state(folder: Path) -> State:
    """Tell the state of a store from any other, without opening it: the files that a writer changes."""
    found = []
    with suppress(OSError), os.scandir(folder / _QUADS) as files:
        for file in files:
            if not file.name.startswith(("LOG", _LOCK)) and not file.name.endswith(_FIXED):
                known = file.stat()
                found.append((file.name, known.st_size, known.st_mtime_ns))
    return tuple(sorted(found))


def is_written(folder: Path) -> bool:
    """Tell whether another process has the store open for writing, or has lent it to others meanwhile."""
    return is_locked(folder / _QUADS / _LOCK) or is_locked(folder / LENT)


def take(folder: Path) -> Snapshot:
    """Take a snapshot of the store in a folder.

    Where no links can be made, it is the folder itself.  Raises BusyError while another process writes the
    store, and StoreError when there is none.
    """
    for _ in range(_TRIES):
        if is_written(folder):
            break
        open_store(folder, read_only=True).close()  # clears what a killed build left behind
        before = state(folder)
        taken = _linked(folder, before)
        if state(folder) == before and not is_written(folder):
            return taken
        taken.drop()
    raise BusyError(f"{folder}: another process is writing the store; wait for it to end")


def _linked(folder: Path, known: State) -> Snapshot:
    forget(folder)
    try:
        path = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=folder))
    except OSError:
        return Snapshot(folder, known, None)
    try:
        own = _owned(path)
        shutil.copy2(folder / MARKER, path / MARKER)
        (path / _QUADS).mkdir()
        for file in _files(folder / _QUADS):
            target = path / _QUADS / file.name
            if file.suffix == _FIXED:
                target.hardlink_to(file)
            else:
                shutil.copy2(file, target)
    except FileNotFoundError:  # a writer came; the state differs from what it was, and all is done again
        return Snapshot(path, known, own)
    except OSError:
        shutil.rmtree(path, ignore_errors=True)
        return Snapshot(folder, known, None)
    return Snapshot(path, known, own)


def _files(quads: Path) -> Iterator[Path]:
    return (path for path in quads.iterdir() if path.name != _LOCK and not path.name.startswith("LOG"))


def _owned(path: Path) -> IO[bytes]:
    """Mark a snapshot as somebody's, for as long as the process lives."""
    own = (path / _OWNED).open("wb")
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(own, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return own


def forget(folder: Path) -> None:
    """Remove the snapshots of processes that were killed."""
    if sys.platform == "win32":
        return
    import fcntl

    for path in folder.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            with (path / _OWNED).open("rb") as own:
                fcntl.flock(own, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(path, ignore_errors=True)
