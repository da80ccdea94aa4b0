"""Short ways from a text to what the stages see in it, for the tables of the grammar."""

from __future__ import annotations

from kg import pipeline
from kg.lexicon import lexicon
from kg.mention import Scan
from kg.model import Article, Block, BlockKind, Facts
from kg.normalise import blocks_of, normalise
from kg.recognise import recognise


def article(*paragraphs: str, title: str | None = None, **fields: str) -> Article:
    return Article("thử", blocks_of(title, paragraphs), title=title, **fields)


def captioned(text: str, caption: str) -> Article:
    return Article("thử", (Block(BlockKind.PARAGRAPH, text), Block(BlockKind.CAPTION, caption)))


def scan(text: str) -> Scan:
    return recognise(normalise(article(text)), lexicon())


def facts(*paragraphs: str, title: str | None = None, **fields: str) -> Facts:
    return pipeline.facts(article(*paragraphs, title=title, **fields))


def posts(*paragraphs: str, title: str | None = None, **fields: str) -> set[tuple[str, str, str, str]]:
    """Person, role, organisation and status of every position."""
    found = facts(*paragraphs, title=title, **fields).positions
    return {(p.person, p.role, p.organization.label if p.organization else "", str(p.status)) for p in found}
