"""Stores opened: made where there is none, cleared of what a killed run left, refused while one writes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import gettempdir

import pyoxigraph as ox

from kg.errors import StoreError
from kg.files import NO_ROOM
from kg.locks import is_locked
from kg.store.folder import IN_USE, LENT, MARKER, WRITING, base_of, create_folder, open_quads
from kg.store.kg_store import KgStore
from kg.store.terms import one_line
from kg.vocab import DEFAULT_BASE, Minter


def memory_store(base: str = DEFAULT_BASE) -> KgStore:
    """Make a store in memory, for work that needs no folder."""
    return KgStore(Path(":memory:"), ox.Store(), Minter(base).base, read_only=False)


def open_store(
    path: str | Path,
    *,
    create: bool = False,
    read_only: bool = False,
    base: str | None = None,
    lent: bool = False,
) -> KgStore:
    """Open the store in the folder ``path``; ``create`` makes it when it is not there.

    ``base`` is the base of the IRIs of a new store, and must agree with that of an existing one.  ``lent``
    is for the process to which another one lends the store (:meth:`KgStore.aside`).  Raises
    StoreError, in one line, when the folder is missing, no store, of another version, or in use.
    """
    folder = Path(path)
    if not (folder / MARKER).is_file():
        create_folder(folder, create and not read_only, base or DEFAULT_BASE)
    known = base_of(folder)
    if base is not None and base != known:
        raise StoreError(
            f"{folder}: the store's base is {known}, not {base}; use another folder or that base"
        )
    if not lent and (not read_only or (folder / WRITING).exists()) and is_locked(folder / LENT):
        raise StoreError(IN_USE.format(folder))
    if not read_only:
        return _opened(folder, known)
    if (folder / WRITING).exists():
        _opened(folder, known).close()
    return KgStore(folder, open_quads(folder, read_only=True), known, read_only=True)


def _opened(folder: Path, base: str) -> KgStore:
    store = KgStore(folder, open_quads(folder, read_only=False), base, read_only=False)
    store.recover()
    return store


@contextmanager
def writing(folder: str | Path) -> Iterator[None]:
    """Tell in one line when a disk on which a store is worked at is full or can't be written."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        if isinstance(error, OSError) and error.errno not in (None, *NO_ROOM):
            raise
        reason = getattr(error, "strerror", None) or one_line(error)
        raise StoreError(
            f"{folder}: can't be written, or the temporary files in {gettempdir()} ({reason}); "
            "make room and give the same command again, it goes on from there"
        ) from error
