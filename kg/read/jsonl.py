"""JSON lines, one article a line: ``{"id", "title", "text"}`` and what else is known of it."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import IO

import msgspec

from kg.errors import ReadError
from kg.model import Article
from kg.read.dates import published
from kg.read.encoding import repaired
from kg.read.layout import arrange, article
from kg.read.lines import Known, clean
from kg.read.plain import record_lines
from kg.read.raw import Raw

FORM = "jsonl"


class Record(msgspec.Struct):
    """A line of a JSONL file; other fields are left alone."""

    text: str
    id: str | int | None = None
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None


_DECODER = msgspec.json.Decoder(Record)
_SPREAD = (b"{", b"[", b"[{")


class _Named(msgspec.Struct):
    """As much of a record as tells which article it is."""

    id: str | int | None = None


def records(stream: IO[bytes], name: str, stem: str, limit: int) -> Iterator[Raw | ReadError]:
    """Give the record, or an error that names the line, for each line of ``stream``.

    A line of more than ``limit`` bytes is skipped and reported; so is the rest of a damaged archive.
    """
    decoder = msgspec.json.Decoder(_Named)
    count = 0
    number = 0
    while True:
        number += 1
        try:
            line, whole = _line(stream, limit)
        except (EOFError, OSError, zlib.error) as error:
            reason = f"broken off or damaged ({type(error).__name__}); the articles before it were read"
            yield ReadError(f"{name}:{number}", reason)
            return
        if not line:
            break
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not line.strip():
            continue
        count += 1
        if count == 1 and line.strip() in _SPREAD:
            yield ReadError(name, "JSON over several lines; write one record a line")
            return
        if not whole:
            yield ReadError(f"{name}:{number}", f"longer than the limit of {limit:,} bytes for an article")
            continue
        yield Raw(FORM, _identifier(decoder, line) or f"{stem}-{number}", f"{name}:{number}", line)
    if not count:
        yield ReadError(name, "empty")


def _identifier(decoder: msgspec.json.Decoder[_Named], line: bytes) -> str:
    """Give the identifier that a record has, if it has one; what is wrong with it is told when it is read."""
    try:
        named = decoder.decode(line).id
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return ""
    return clean(str(named)) if named is not None else ""


def _line(stream: IO[bytes], limit: int) -> tuple[bytes, bool]:
    """Give the next line up to ``limit`` bytes and whether that is all of it; the rest is passed over."""
    line = stream.readline(limit + 1)
    if len(line) <= limit or line.endswith(b"\n"):
        return line, True
    while (more := stream.readline(1 << 20)) and not more.endswith(b"\n"):
        pass
    return line, False


def article_of(raw: Raw) -> Article | ReadError:
    """Read a record."""
    try:
        record = _DECODER.decode(raw.data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return ReadError(raw.source, f"no JSON record with a text: {error}".splitlines()[0])
    text = repaired(record.text)
    if not any(char.isalnum() for char in text):
        return ReadError(raw.source, "empty")
    found, lines = record_lines(text)
    known, blocks = arrange(lines, _known(record).completed(found))
    if not blocks:
        return ReadError(raw.source, "no article text in it")
    return article(raw.identifier, raw.source, known, blocks)


def _known(record: Record) -> Known:
    return Known(
        title=_field(record.title),
        author=_field(record.author),
        publisher=_field(record.publisher),
        published=published(record.published),
        url=_field(record.url),
    )


def _field(value: str | None) -> str | None:
    return clean(repaired(value)) or None if value is not None else None
