"""What readers of titles share: the text, the vocabulary, how a word for a kind of document is written."""

from __future__ import annotations

from kg.lexicon import Hit, Lexicon
from kg.mention import Scan
from kg.relate.document_subjects import SubjectReader


class TitleRules:
    """Rules about the titles of documents in one text."""

    def __init__(self, scan: Scan, lexicon: Lexicon, subjects: SubjectReader) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._content = scan.text.content
        self._folded = scan.text.folded
        self._subjects = subjects

    def _upper(self, hit: Hit) -> bool:
        return self._content[hit.start].isupper()

    def _capital(self, hit: Hit) -> bool:
        """Whether the kind is written like a name, not only because it begins the sentence."""
        return self._upper(hit) and hit.start != self._scan.sentence(hit.start).start
