"""What to read: files, folders, standard input; which format each is; and that every id is told once.

Reading streams: one article at a time, files in sorted order.  What can't be read is a value in the
stream, never an exception.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from fastwarc.stream_io import ZstdReader

from kg.errors import ReadError, RepeatError
from kg.model import Article
from kg.read import html, jsonl, markdown, plain, warc
from kg.read.encoding import binary_kind, decode
from kg.read.layout import arrange, article
from kg.read.lines import Known, Line
from kg.read.raw import Raw

ARTICLE_LIMIT = 10_000_000
"""The most bytes that an article may have; what is longer is reported and passed over."""

STDIN = "-"
_HEAD = 4096
_HTML_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml", b"<!--")
_SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
_Parser = Callable[[str], tuple[Known, list[Line]]]
_PARSERS: dict[str, _Parser] = {
    "text": lambda text: (Known(), plain.lines(text)),
    "markdown": markdown.parse,
    "html": html.parse,
    warc.FORM: html.parse,
}
Seen = MutableMapping[str, tuple[bytes, str]]
"""A digest of the words, and the source, of the articles that were told of, by their ids."""


def read(sources: Iterable[str | Path], *, limit: int = ARTICLE_LIMIT) -> Iterator[Article | ReadError]:
    """Every article in ``sources``, and an error for everything that is none.

    A source is a file, a folder (read to its depths in sorted order, without hidden files) or ``-`` for
    standard input.  ``limit`` is the most bytes that one article may have.  A file that several sources
    name is read once.  When two articles have the same id, the later one gets a suffix made from its text;
    when it is the same article word for word, it is reported instead.
    """
    seen: Seen = {}
    for raw in records(sources, limit=limit):
        item = raw if isinstance(raw, ReadError) else article_of(raw)
        yield unrepeated(item, seen) if isinstance(item, Article) else item


def records(sources: Iterable[str | Path], *, limit: int = ARTICLE_LIMIT) -> Iterator[Raw | ReadError]:
    """Everything in ``sources`` that may be an article, not yet read; see :func:`read`."""
    for path in _files(sources):
        if isinstance(path, ReadError):
            yield path
        else:
            yield from _safely(path, limit)


def article_of(raw: Raw) -> Article | ReadError:
    """Read an article from what its source has of it."""
    try:
        return jsonl.article_of(raw) if raw.form == jsonl.FORM else _read_page(raw)
    except (OSError, ValueError) as error:
        return ReadError(raw.source, _reason(error))


def _files(sources: Iterable[str | Path]) -> Iterator[Path | ReadError]:
    visited: set[int] = set()
    for source in sources:
        if str(source) == STDIN:
            yield Path(STDIN)
            continue
        path = Path(source)
        count = 0
        try:
            for each in _walk(path) if path.is_dir() else (path,):
                count += 1
                place = _place(each)
                if place not in visited:
                    visited.add(place)
                    yield each
        except (OSError, ValueError) as error:
            yield ReadError(shown(source), _reason(error))
            continue
        if not count:
            yield ReadError(shown(source), "a folder without files")


def _place(path: Path) -> int:
    """Give a number for the file that a path leads to: a million of them take little room."""
    real = os.path.realpath(path) if "\x00" not in str(path) else str(path)
    return int.from_bytes(hashlib.blake2b(os.fsencode(real), digest_size=8).digest(), "big")


def _walk(folder: Path) -> Iterator[Path]:
    """Give the folder's files, names sorted; hidden ones and links to folders are passed over."""
    for parent, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if not name.startswith("."))
        yield from (Path(parent, name) for name in sorted(files) if not name.startswith("."))


def _safely(path: Path, limit: int) -> Iterator[Raw | ReadError]:
    name = shown(path)
    try:
        if str(path) == STDIN:
            yield from _read_stream(sys.stdin.buffer, "<stdin>", Path("stdin"), limit)
        elif not path.exists():
            yield ReadError(name, "no such file or folder")
        elif not path.is_file():
            yield ReadError(name, "neither a file nor a folder")
        else:
            with path.open("rb") as stream:
                yield from _read_stream(stream, name, path, limit)
    except (OSError, ValueError, EOFError, zlib.error) as error:
        yield ReadError(name, _reason(error))


def _read_stream(stream: IO[bytes], name: str, path: Path, limit: int) -> Iterator[Raw | ReadError]:
    buffered = _buffered(stream)
    head = _peek(buffered)
    if warc.is_archive(head):
        yield from warc.records(buffered, name, _stem(_unpacked(path)), limit)
        return
    if (reader := _unpacking(head)) is not None:
        buffered = _buffered(reader(buffered))
        head = _peek(buffered)
        path = _unpacked(path)
    if warc.is_archive(head):  # packed as a whole: its offsets are those of the unpacked archive
        yield from warc.records(buffered, name, _stem(path), limit)
        return
    form = _SUFFIXES.get(path.suffix.lower()) or sniff(head)
    binary = binary_kind(head)
    if binary is not None:
        raise ValueError(f"{binary}, not text")
    if form == jsonl.FORM:
        yield from jsonl.records(buffered, name, _stem(path), limit)
    else:
        yield _page(buffered, name, _stem(path), form, limit)


def _unpacking(head: bytes) -> Callable[[Any], io.RawIOBase] | None:
    return next((reader for magic, reader in _PACKED.items() if head.startswith(magic)), None)


def _unpacked(path: Path) -> Path:
    return path.with_suffix("") if path.suffix in _PACKED_SUFFIXES else path


class _Zstandard(io.RawIOBase):
    """A stream packed by Zstandard; raises OSError where it is broken off."""

    def __init__(self, stream: Any) -> None:
        self._reader = ZstdReader(stream)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._reader.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _gzip(stream: Any) -> Any:
    return gzip.GzipFile(fileobj=stream)


_PACKED: dict[bytes, Callable[[Any], Any]] = {b"\x1f\x8b": _gzip, b"\x28\xb5\x2f\xfd": _Zstandard}
_PACKED_SUFFIXES = (".gz", ".zst")


def _buffered(stream: Any) -> io.BufferedReader:
    """Give a stream that can be looked into without reading on."""
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)


def _peek(stream: io.BufferedReader) -> bytes:
    return stream.peek(_HEAD)[:_HEAD]


def sniff(head: bytes) -> str:
    """Tell ``jsonl``, ``html``, ``markdown`` and ``text`` apart by a file's first bytes."""
    start = head.removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"").lstrip(b"\xff\xfe").lstrip().lower()
    if start.startswith(b"{"):
        return "jsonl"
    if start.startswith(_HTML_STARTS) or b"<html" in start[:1024]:
        return "html"
    return "markdown" if start.startswith((b"---\n", b"---\r\n", b"# ")) else "text"


def _page(stream: IO[bytes], name: str, stem: str, form: str, limit: int) -> Raw | ReadError:
    data = stream.read(limit + 1)
    if len(data) > limit:
        return ReadError(name, f"longer than the limit of {limit:,} bytes for an article")
    return Raw(form, stem, name, data)


def _read_page(raw: Raw) -> Article | ReadError:
    found, lines = _PARSERS[raw.form](decode(raw.data))
    known, blocks = arrange(lines, found.completed(Known(url=raw.url, page_clock=raw.moment)))
    if not any(block.text for block in blocks):
        return ReadError(raw.source, "no article text in it")
    return article(raw.identifier, raw.source, known, blocks)


def _stem(path: Path) -> str:
    return shown(path.stem)


def unrepeated(item: Article, seen: Seen) -> Article | ReadError:
    """Give the article under an id that no other has, or the report that it repeats another.

    ``seen`` is what was told of before; the article is added to it.
    """
    identifier = own_identifier(item.id, words_of(item), item.source or item.id, seen)
    return identifier if isinstance(identifier, ReadError) else replace(item, id=identifier)


def words_of(item: Article) -> bytes:
    """Give a digest of an article's words."""
    text = "\n".join(block.text for block in item.blocks)
    return hashlib.blake2b(text.encode(), digest_size=8).digest()


def own_identifier(identifier: str, digest: bytes, source: str, seen: Seen) -> str | ReadError:
    """Give the id that an article of these words gets, or the report that it repeats another."""
    if (told := seen.get(identifier)) is not None:
        before, where = told
        if before == digest:
            return RepeatError(source, f"repeats {where} (id {identifier}) word for word")
        identifier = f"{identifier}-{digest.hex()[:8]}"
        if (told := seen.get(identifier)) is not None:
            return RepeatError(source, f"repeats {told[1]} (id {identifier}) word for word")
    seen[identifier] = (digest, source)
    return identifier


def shown(path: str | Path) -> str:
    """Give a path as it may be shown: no control characters, no undecodable bytes."""
    text = os.fsencode(str(path)).decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "\ufffd" for char in text)


def _reason(error: Exception) -> str:
    if isinstance(error, EOFError | zlib.error):
        return "broken off or damaged"
    if isinstance(error, OSError):
        return (error.strerror or "broken off or damaged").lower()
    return str(error).splitlines()[0] if str(error) else type(error).__name__
