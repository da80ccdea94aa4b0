"""Archives of the web (WARC, also compressed record by record): their HTML pages, each with its origin.

A page is known by its archive and the offset of its record there, which the archive's own readers take.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import datetime
from typing import IO, Any

from fastwarc.warc import ArchiveIterator, WarcRecordType

from kg.errors import ReadError
from kg.read.dates import VIETNAM
from kg.read.raw import Raw

FORM = "warc"
_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_FOUND = 200


def is_archive(head: bytes) -> bool:
    """Tell an archive, packed or not, by its first bytes."""
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(wbits=31).decompress(head, 16)
        except zlib.error:
            return False
    return head[:5].upper() == b"WARC/"


def records(stream: IO[bytes], name: str, stem: str, limit: int) -> Iterator[Raw | ReadError]:
    """Give every page that a server sent; what is no page, or was not found, is no article."""
    pages = 0
    for record in ArchiveIterator(
        stream, record_types=WarcRecordType.response, parse_http=True, auto_decode="all", quirks_mode=True
    ):
        if not _is_page(record):
            continue
        pages += 1
        source = f"{name}:{record.stream_pos}"
        data = record.reader.read(limit + 1)
        if len(data) > limit:
            yield ReadError(source, f"longer than the limit of {limit:,} bytes for an article")
            continue
        url = record.headers.get("WARC-Target-URI")
        moment = _moment(record.record_date)
        yield Raw(FORM, f"{stem}-{record.stream_pos}", source, data, url, moment)
    if not pages:
        yield ReadError(name, "a WARC archive without HTML pages")


def _is_page(record: Any) -> bool:
    status = record.http_headers.status_code if record.http_headers is not None else None
    return status == _FOUND and (record.http_content_type or "").lower() in _PAGES


def _moment(when: datetime | None) -> str | None:
    return when.astimezone(VIETNAM).strftime("%Y-%m-%dT%H:%M") if when is not None else None
