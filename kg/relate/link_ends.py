"""The ends of links: mentions of documents with the documents that they name."""

from __future__ import annotations

import re

from kg.relate.document_around import DocumentMention
from kg.relate.document_refs import CitedDocument

_PART = re.compile(r"[-/]")


class Placed:
    """A mention with the document that it names."""

    __slots__ = ("cited", "end", "mention", "start")

    def __init__(self, mention: DocumentMention, cited: CitedDocument) -> None:
        self.mention = mention
        self.cited = cited
        self.start = mention.start
        self.end = mention.end

    def again(self, start: int, end: int) -> Placed:
        """The same document where it is told again in other words."""
        twin = Placed(self.mention, self.cited)
        twin.start, twin.end = start, end
        return twin

    @property
    def stop(self) -> int:
        """Where the mention ends with its subject."""
        return max(self.end, self.mention.stop)

    @property
    def series(self) -> str:
        """Whose series the number is in: its symbol without the kind (``UBND``, ``TU``)."""
        number = self.cited.document.number or ""
        return _PART.split(number)[-1] if "/" in number else ""
