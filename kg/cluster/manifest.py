"""What a shard holds: a file of N-Quads, graph after graph, and a manifest that tells what is in it.

The manifest is written after the quads, each under another name first: a shard with a manifest is whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from kg.errors import StoreError
from kg.pipeline import Failed, Made, Unusable

RELEASE: Final = "manifest.json"
Unread = tuple[str, str, str, int, int]


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """What became of one article: its graph of ``size`` bytes, or the ``reason`` why it can't be read.

    ``fault`` is what the program failed on; ``words`` is a digest of the article's words.
    """

    source: str
    identifier: str = ""
    words: str = ""
    graph: str = ""
    digest: str = ""
    size: int = 0
    quads: int = 0
    reason: str = ""
    fault: str = ""
    unread: tuple[Unread, ...] = ()


class Manifest(msgspec.Struct, frozen=True):
    """A shard: its place among the shards, a key of all that went into it, the program, what came of it."""

    shard: int
    key: str
    program: str
    base: str
    quads: int
    size: int
    sha256: str
    articles: tuple[Line, ...]


class File(msgspec.Struct, frozen=True):
    """A file of a release."""

    name: str
    graphs: int
    quads: int
    size: int
    sha256: str


class Release(msgspec.Struct, frozen=True):
    """All that a build made: the files whose quads are the graphs of the articles."""

    program: str
    base: str
    articles: int
    quads: int
    files: tuple[File, ...]


def quads_file(folder: Path, shard: int) -> Path:
    """Name the file of a shard's quads."""
    return folder / f"shard-{shard:06d}.nq"


def write(folder: Path, manifest: Manifest, data: bytes) -> None:
    """Put a shard into the folder, whole or not at all."""
    path = quads_file(folder, manifest.shard)
    put(path, data)
    put(path.with_suffix(".json"), msgspec.json.format(msgspec.json.encode(manifest)))


def read(folder: Path, shard: int, key: str) -> tuple[Manifest, bytes] | None:
    """Give a shard of this key that is in the folder, whole and unharmed."""
    path = quads_file(folder, shard)
    try:
        manifest = msgspec.json.decode(path.with_suffix(".json").read_bytes(), type=Manifest)
        if manifest.key != key:
            return None
        data = path.read_bytes()
    except (OSError, msgspec.MsgspecError):
        return None
    return (manifest, data) if sha256(data) == manifest.sha256 else None


def put(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    draft = path.with_name(path.name + ".part")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    except OSError as error:
        raise StoreError(f"{path}: can't be written: {error.strerror or error}") from error


def sha256(data: bytes) -> str:
    """Give the digest of a file's bytes."""
    return hashlib.sha256(data).hexdigest()


def line(source: str, identifier: str, words: bytes, made: Made | Failed) -> Line:
    """Tell what became of an article that could be read."""
    if isinstance(made, Failed):
        return Line(source, identifier, words.hex(), fault=made.fault)
    lines = made.written.lines
    return Line(
        source,
        identifier,
        words.hex(),
        graph=made.written.graph,
        digest=made.written.digest,
        size=len(lines),
        quads=lines.count(b"\n"),
        unread=tuple((u.pattern, u.quote, u.article, u.start, u.end) for u in made.unread),
    )


def graphs(manifest: Manifest, data: bytes) -> Iterator[tuple[Line, bytes]]:
    """Give each article of a shard with the lines of its graph."""
    start = 0
    for each in manifest.articles:
        yield each, data[start : start + each.size]
        start += each.size


def unread(each: Line) -> tuple[Unusable, ...]:
    """Give what an article has that could not be used."""
    return tuple(Unusable(*place) for place in each.unread)
