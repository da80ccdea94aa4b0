"""The way from a store to a folder that can be put on the web as it is."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from kg.errors import UsageError
from kg.release import describe
from kg.release.files import FORMS, File, digest, write
from kg.store import KgStore
from kg.timespan import bounds
from kg.validate import validate_merged
from kg.vocab import DANG, DCTERMS, SCHEMA
from kg.void import counts

FORMATS: Final = tuple(FORMS)
#: What a release holds when nothing is said; parquet where pyarrow is installed.
USUAL: Final = ("nquads", "csv", "sqlite", "parquet")
DESCRIPTION: Final = "dataset.ttl"
CHECKSUMS: Final = "SHA256SUMS"
_IRI: Final = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the one who publishes says: addresses are IRIs, ``issued`` a day; ``check`` runs the shapes."""

    formats: tuple[str, ...] = ()
    license: str | None = None
    address: str | None = None
    publisher: str | None = None
    title: str | None = None
    version: str | None = None
    issued: str = field(default_factory=lambda: date.today().isoformat())
    check: bool = True


@dataclass(frozen=True, slots=True)
class Release:
    """What was written; ``sound`` tells whether the graph keeps to the shapes, None where nobody looked."""

    folder: Path
    files: tuple[File, ...]
    sound: bool | None


def release(
    store: KgStore,
    folder: Path,
    wishes: Wishes | None = None,
    on_progress: Callable[[int, int], object] | None = None,
) -> Release:
    """Write a release into a folder that is not there yet, or empty: whole or not at all.

    ``on_progress`` is told how much of how much is done.  Raises UsageError for what can't be done.
    """
    wished = _fit(wishes or Wishes())
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder}: is there already; name a new folder for the release")
    formats = wished.formats or _usual()
    tell = on_progress or (lambda done, whole: None)
    draft = folder.with_name(f"{folder.name}.part")
    try:
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        sound = _sound(store) if wished.check else None
        files: list[File] = []
        for file in write(store.quads, store.base, formats, draft):
            files.append(file)
            tell(len({each.format for each in files}), len(formats) + 1)
        (draft / DESCRIPTION).write_bytes(describe.written(_facts(store, wished, sound), files))
        _write_checksums(draft)
        if folder.exists():
            folder.rmdir()
        draft.replace(folder)
    except OSError as error:
        raise UsageError(f"{folder}: can't be written: {error.strerror or error}") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return Release(folder, tuple(files), sound)


def _fit(wishes: Wishes) -> Wishes:
    for name in wishes.formats:
        if name not in FORMS:
            raise UsageError(f"{name}: not a format; the formats are {', '.join(FORMS)}")
    told = {"license": wishes.license, "address": wishes.address, "publisher": wishes.publisher}
    for name, iri in told.items():
        if iri is not None and not _IRI.fullmatch(iri):
            raise UsageError(f"--{name} {iri!r}: not a web address; give one that begins with https://")
    if wishes.address is not None and not wishes.address.endswith("/"):
        raise UsageError(f"--address {wishes.address}: the address of a folder ends in /")
    try:
        date.fromisoformat(wishes.issued)
    except ValueError as error:
        raise UsageError(f"--issued {wishes.issued!r}: not a day; write 2026-01-31") from error
    return wishes


def _usual() -> tuple[str, ...]:
    return tuple(name for name in USUAL if name != "parquet" or find_spec("pyarrow") is not None)


def _sound(store: KgStore) -> bool:
    home = store.path / "quads" if store.read_only else None
    return validate_merged(store.quads, home).conforms


def _facts(store: KgStore, wishes: Wishes, sound: bool | None) -> describe.Facts:
    first, last = _span(store)
    return describe.Facts(
        base=store.base,
        counts=counts(store.quads),
        articles=len(store.articles()),
        first=first,
        last=last,
        changed=_changed(store),
        issued=wishes.issued,
        sound=sound,
        address=wishes.address,
        title=wishes.title,
        version=wishes.version,
        publisher=wishes.publisher,
        license=wishes.license,
    )


def _span(store: KgStore) -> tuple[str | None, str | None]:
    """Find the days between which the articles were published, as far as that is known or bounded."""
    told = (SCHEMA.datePublished, DANG.dateBounds)
    known = [bounds(date) for name in told for date in _values(store, name, ox.DefaultGraph())]
    first = min((each.first for each in known if each.first is not None), default=None)
    return first, max((each.last for each in known if each.last is not None), default=None)


def _changed(store: KgStore) -> str | None:
    """Find the day when a graph came in or was changed last."""
    when = _values(store, DCTERMS.modified, ox.NamedNode(store.provenance))
    return max(when, default="")[:10] or None


def _values(store: KgStore, predicate: str, graph: ox.NamedNode | ox.DefaultGraph) -> list[str]:
    quads: Any = store.quads.quads_for_pattern(None, ox.NamedNode(predicate), None, graph)
    return [quad.object.value for quad in quads]


def _write_checksums(folder: Path) -> None:
    """Write what ``sha256sum -c SHA256SUMS`` checks."""
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    lines = "".join(f"{digest(folder / path)}  {path}\n" for path in paths)
    (folder / CHECKSUMS).write_text(lines, encoding="utf-8", newline="")
