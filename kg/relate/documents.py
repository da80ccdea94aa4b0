"""Documents: anything issued that has a number or a title of its own, once for an article."""

from __future__ import annotations

from collections.abc import Iterator

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import Document
from kg.relate.document_refs import read


def documents(scan: Scan, lexicon: Lexicon) -> Iterator[Document]:
    """The documents that an article names, in the order of their first mention."""
    for cited in read(scan, lexicon):
        yield cited.document
