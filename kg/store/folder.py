"""The folder of a store: the marker file that makes it one, and the engine's files."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError, UsageError
from kg.memory import keep_together
from kg.store.terms import one_line
from kg.vocab import Minter

MARKER = "dangbo-kg.json"
LENT = "lent"
"""The file that a process has locked while it lends the store to others, or opens it anew."""
WRITING = "writing"
"""The file that holds what is being loaded: a run that is killed leaves it behind."""
VERSION = 1
IN_USE = "{}: another process is writing the store; wait for it to end"
_KIND = "dangbo-kg store"
_MARKER_DRAFT = MARKER + ".new"
_QUADS = "quads"
_BEGUN = {_QUADS, _MARKER_DRAFT}
"""What a folder may have in which a store was begun to be made."""


def create_folder(folder: Path, create: bool, base: str) -> None:
    """Make an empty store, if that is what is wanted, in a folder that holds nothing else."""
    if not create:
        raise StoreError(f"{folder}: no store here; run `kg build SOURCE --store {folder}` first")
    Minter(base)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not {file.name for file in folder.iterdir()} <= _BEGUN:
            raise StoreError(f"{folder}: the folder is not empty and not a store; give another folder")
        ox.Store(str(folder / _QUADS)).flush()
        marker = {"kind": _KIND, "version": VERSION, "base": base}
        draft = folder / _MARKER_DRAFT
        draft.write_text(json.dumps(marker, indent=2) + "\n", encoding="utf-8")
        draft.replace(folder / MARKER)
    except OSError as error:
        raise StoreError(f"{folder}: can't make a store here: {one_line(error)}") from error


def base_of(folder: Path) -> str:
    """Read the marker file and give the store's base."""
    try:
        marker = json.loads((folder / MARKER).read_text(encoding="utf-8"))
        kind, version, base = marker["kind"], marker["version"], marker["base"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(
            f"{folder}: {MARKER} can't be read ({one_line(error)}); build the store anew"
        ) from error
    if kind != _KIND or version != VERSION:
        raise StoreError(
            f"{folder}: a store of version {version}, this program needs {VERSION}; build it anew"
        )
    try:
        return Minter(base).base
    except (UsageError, TypeError) as error:
        raise StoreError(f"{folder}: {MARKER} names a bad base; build the store anew") from error


def open_quads(folder: Path, *, read_only: bool) -> ox.Store:
    """Open what the engine keeps in the folder of a store; StoreError where another process writes it."""
    quads = folder / _QUADS
    if not quads.is_dir():
        raise StoreError(f"{folder}: the store's quads are missing; build it anew")
    if not read_only:
        keep_together()
    try:
        return ox.Store.read_only(str(quads)) if read_only else ox.Store(str(quads))
    except (OSError, ValueError, RuntimeError) as error:
        if "lock" in str(error).lower():
            raise StoreError(IN_USE.format(folder)) from error
        raise StoreError(f"{folder}: the store can't be opened: {one_line(error)}") from error


def size_of(folder: Path) -> int:
    """Give the bytes on disk; files may come and go meanwhile, as the engine puts them together."""
    size = 0
    for file in (folder / _QUADS).iterdir():
        with suppress(FileNotFoundError):
            size += file.stat().st_size
    return size
