"""Files, folders, pages and streams to articles.

``read(sources)`` yields an :class:`~kg.model.Article` for every article it finds and a
:class:`~kg.errors.ReadError` for everything that it can't read, so that one bad file never stops the others.
Plain text, Markdown with front matter, HTML pages and JSON lines (also gzipped) are read, in UTF-8, UTF-16,
Windows-1258, TCVN3 and VNI.
"""

from __future__ import annotations

from kg.read.sources import ARTICLE_LIMIT, read

__all__ = ["ARTICLE_LIMIT", "read"]
