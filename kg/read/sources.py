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
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from kg.errors import ReadError
from kg.model import Article
from kg.read import html, jsonl, markdown, plain
from kg.read.encoding import binary_kind, decode
from kg.read.layout import Known, Line, arrange, article

ARTICLE_LIMIT = 10_000_000
"""The most bytes that an article may have; what is longer is reported and passed over."""

STDIN = "-"
_HEAD = 4096
_GZIP = b"\x1f\x8b"
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
}


def read(sources: Iterable[str | Path], *, limit: int = ARTICLE_LIMIT) -> Iterator[Article | ReadError]:
    """Every article in ``sources``, and an error for everything that is none.

    A source is a file, a folder (read to its depths in sorted order, without hidden files) or ``-`` for
    standard input.  ``limit`` is the most bytes that one article may have.  A file that several sources
    name is read once.  When two articles have the same id, the later one gets a suffix made from its text;
    when it is the same article word for word, it is reported instead.
    """
    seen: dict[str, tuple[bytes, str]] = {}
    for path in _files(sources):
        if isinstance(path, ReadError):
            yield path
            continue
        for item in _safely(path, limit):
            yield _unrepeated(item, seen) if isinstance(item, Article) else item


def _files(sources: Iterable[str | Path]) -> Iterator[Path | ReadError]:
    visited: set[str] = set()
    for source in sources:
        if str(source) == STDIN:
            yield Path(STDIN)
            continue
        path = Path(source)
        try:
            found = list(_walk(path)) if path.is_dir() else [path]
        except (OSError, ValueError) as error:
            yield ReadError(shown(source), _reason(error))
            continue
        if not found:
            yield ReadError(shown(source), "a folder without files")
        for each in found:
            real = os.path.realpath(each) if "\x00" not in str(each) else str(each)
            if real not in visited:
                visited.add(real)
                yield each


def _walk(folder: Path) -> Iterator[Path]:
    """Give the folder's files, names sorted; hidden ones and links to folders are passed over."""
    for parent, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if not name.startswith("."))
        yield from (Path(parent, name) for name in sorted(files) if not name.startswith("."))


def _safely(path: Path, limit: int) -> Iterator[Article | ReadError]:
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


def _read_stream(stream: IO[bytes], name: str, path: Path, limit: int) -> Iterator[Article | ReadError]:
    buffered = _buffered(stream)
    head = _peek(buffered)
    if head.startswith(_GZIP):
        buffered = _buffered(gzip.GzipFile(fileobj=buffered))
        head = _peek(buffered)
        path = path.with_suffix("") if path.suffix == ".gz" else path
    form = _SUFFIXES.get(path.suffix.lower()) or sniff(head)
    if form == "warc":
        raise ValueError("a WARC archive; take the pages out of it and read those")
    binary = binary_kind(head)
    if binary is not None:
        raise ValueError(f"{binary}, not text")
    if form == "jsonl":
        yield from jsonl.records(buffered, name, _stem(path), limit)
    else:
        yield _read_text(buffered, name, _stem(path), form, limit)


def _buffered(stream: Any) -> io.BufferedReader:
    """Give a stream that can be looked into without reading on."""
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)


def _peek(stream: io.BufferedReader) -> bytes:
    return stream.peek(_HEAD)[:_HEAD]


def sniff(head: bytes) -> str:
    """Tell ``jsonl``, ``html``, ``warc``, ``markdown`` and ``text`` apart by a file's first bytes."""
    start = head.removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"").lstrip(b"\xff\xfe").lstrip().lower()
    if start.startswith(b"warc/"):
        return "warc"
    if start.startswith(b"{"):
        return "jsonl"
    if start.startswith(_HTML_STARTS) or b"<html" in start[:1024]:
        return "html"
    return "markdown" if start.startswith((b"---\n", b"---\r\n", b"# ")) else "text"


def _read_text(stream: IO[bytes], name: str, stem: str, form: str, limit: int) -> Article | ReadError:
    data = stream.read(limit + 1)
    if len(data) > limit:
        return ReadError(name, f"longer than the limit of {limit:,} bytes for an article")
    found, lines = _PARSERS[form](decode(data))
    known, blocks = arrange(lines, found)
    if not any(block.text for block in blocks):
        return ReadError(name, "no article text in it")
    return article(stem, name, known, blocks)


def _stem(path: Path) -> str:
    return shown(path.stem)


def _unrepeated(item: Article, seen: dict[str, tuple[bytes, str]]) -> Article | ReadError:
    """Give the article under an id that no other has, or the report that it repeats another."""
    digest = hashlib.blake2b("\n".join(block.text for block in item.blocks).encode(), digest_size=8).digest()
    source = item.source or item.id
    if item.id in seen:
        before, where = seen[item.id]
        if before == digest:
            return ReadError(source, f"repeats {where} (id {item.id}) word for word")
        item = replace(item, id=f"{item.id}-{digest.hex()[:8]}")
        if item.id in seen:
            return ReadError(source, f"repeats {seen[item.id][1]} (id {item.id}) word for word")
    seen[item.id] = (digest, source)
    return item


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
