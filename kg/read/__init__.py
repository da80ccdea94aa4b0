"""Files, folders, pages and streams to articles.

``read(sources)`` yields an :class:`~kg.model.Article` for every article it finds and a
:class:`~kg.errors.ReadError` for everything that it can't read, so that one bad file never stops the others.
Plain text, Markdown with front matter, HTML pages, JSON lines (all also packed by gzip or Zstandard) and web
archives (WARC) are read, in UTF-8, UTF-16, Windows-1258, TCVN3 and VNI.

``records(sources)`` yields the same before it is read: enough to tell whether it has changed.
"""

from __future__ import annotations

from kg.read.raw import Raw
from kg.read.sources import (
    ARTICLE_LIMIT,
    Seen,
    article_of,
    own_identifier,
    read,
    records,
    unrepeated,
    words_of,
)

__all__ = [
    "ARTICLE_LIMIT",
    "Raw",
    "Seen",
    "article_of",
    "own_identifier",
    "read",
    "records",
    "unrepeated",
    "words_of",
]
