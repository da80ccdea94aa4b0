"""Shards of the sources, and what a worker does with one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from kg.cluster import manifest as manifests
from kg.cluster.manifest import Line, Manifest
from kg.errors import KgError, ReadError
from kg.journal import program
from kg.lexicon import lexicon
from kg.pipeline import Failed, make
from kg.read import Raw, article_of, words_of

TOKEN: Final = "token"
"""A file in the folder of the shards; a worker that finds in it what it was told sees the same folder."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Articles that follow each other in the sources, not yet read; ``key`` is one of all that goes in."""

    number: int
    key: str
    items: tuple[Raw | ReadError, ...]


def split(
    items: Iterable[Raw | ReadError], size: int, base: str, key: Callable[[Raw], bytes]
) -> Iterator[Shard]:
    """Split the sources into shards of ``size`` articles, by their order alone."""
    waiting = iter(items)
    number = 0
    while batch := tuple(islice(waiting, size)):
        digest = hashlib.blake2b(base.encode(), digest_size=16)
        for item in batch:
            digest.update(str(item).encode("utf-8", "replace") if isinstance(item, ReadError) else key(item))
        yield Shard(number, digest.hexdigest(), batch)
        number += 1


def extract(shard: Shard, base: str) -> tuple[Manifest, bytes]:
    """Read a shard's articles and make their graphs."""
    lines: list[Line] = []
    data: list[bytes] = []
    for item in shard.items:
        article = item if isinstance(item, ReadError) else article_of(item)
        if isinstance(article, ReadError):
            lines.append(Line(article.source, reason=article.reason))
            continue
        made = make(article, base)
        lines.append(manifests.line(article.source or article.id, article.id, words_of(article), made))
        if not isinstance(made, Failed):
            data.append(made.written.lines)
    whole = b"".join(data)
    quads = sum(line.quads for line in lines)
    digest = manifests.sha256(whole)
    return (
        Manifest(shard.number, shard.key, program(), base, quads, len(whole), digest, tuple(lines)),
        whole,
    )


def extract_into(shard: Shard, base: str, folder: str, token: str) -> tuple[Manifest, bytes | None]:
    """Do a worker's part: write the shard into the folder, or give its quads where the folder is not seen."""
    try:
        manifest, data = extract(shard, base)
        if not _sees(Path(folder), token):
            return manifest, data
        manifests.write(Path(folder), manifest, data)
    except Exception as error:
        fault = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    else:
        return manifest, None
    # Raised anew: an exception that can't be sent (a long traceback, a lock in it) would never arrive.
    raise KgError(fault)


def _sees(folder: Path, token: str) -> bool:
    try:
        return (folder / TOKEN).read_text(encoding="ascii") == token
    except (OSError, UnicodeDecodeError):
        return False


def warm() -> None:
    """Load what every shard needs, once in a process."""
    lexicon()
    program()
