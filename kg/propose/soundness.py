"""Proposed claims that the shapes accept: the graph of the article must not become wrong by them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pyoxigraph as ox

from kg.graph import quads
from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import (
    Claim,
    Congress,
    Document,
    Event,
    Facts,
    Indicator,
    Link,
    Position,
    Theme,
)
from kg.resolve import resolve
from kg.validate import Severity, validate


def extended(facts: Facts, claims: Sequence[Claim]) -> Facts:
    """The facts with further claims behind their own, list by list."""
    return replace(
        facts,
        positions=(*facts.positions, *(c for c in claims if isinstance(c, Position))),
        documents=(*facts.documents, *(c for c in claims if isinstance(c, Document))),
        links=(*facts.links, *(c for c in claims if isinstance(c, Link))),
        themes=(*facts.themes, *(c for c in claims if isinstance(c, Theme))),
        indicators=(*facts.indicators, *(c for c in claims if isinstance(c, Indicator))),
        congresses=(*facts.congresses, *(c for c in claims if isinstance(c, Congress))),
        events=(*facts.events, *(c for c in claims if isinstance(c, Event))),
    )


def sound(
    known: Facts, claims: Sequence[Claim], scan: Scan, lexicon: Lexicon
) -> tuple[list[Claim], list[Claim]]:
    """The claims that bring no violation into the graph of ``known``, and the others.

    All are tried at once; only when something is wrong, one after the other.
    """
    if not claims:
        return [], []
    before = _violations(known, scan, lexicon)
    if _violations(extended(known, claims), scan, lexicon) <= before:
        return list(claims), []
    kept: list[Claim] = []
    refused: list[Claim] = []
    for claim in claims:
        fine = _violations(extended(known, [*kept, claim]), scan, lexicon) <= before
        (kept if fine else refused).append(claim)
    return kept, refused


def _violations(facts: Facts, scan: Scan, lexicon: Lexicon) -> set[tuple[object, ...]]:
    """What the shapes call wrong in an article's graph."""
    store = ox.Store()
    lines = "".join(quads(resolve(facts, scan, lexicon)))
    store.bulk_load(lines.encode(), ox.RdfFormat.N_QUADS)
    return {result.key for result in validate(store).of(Severity.VIOLATION)}
