"""The ends of links: mentions of documents with the documents that they name."""

from __future__ import annotations

from kg.relate.document_around import DocumentMention
from kg.relate.document_refs import CitedDocument


class Placed:
    """A mention with the document that it names."""

    __slots__ = ("cited", "end", "mention", "start")

    def __init__(self, mention: DocumentMention, cited: CitedDocument) -> None:
        self.mention = mention
        self.cited = cited
        self.start = mention.start
        self.end = mention.end

    @property
    def stop(self) -> int:
        """Where the mention ends with its subject."""
        return max(self.end, self.mention.stop)
