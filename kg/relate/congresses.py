"""Congresses named with their ordinal or term, one claim for each congress of an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import Congress
from kg.relate import committees
from kg.relate.congress_refs import CongressMention, CongressReader
from kg.relate.congress_settled import same, settle
from kg.relate.homeland import of_other_countries


def congresses(scan: Scan, lexicon: Lexicon) -> Iterator[Congress]:
    """The congresses of an article; what several mentions tell of one congress is put together."""
    found = list(CongressReader(scan, lexicon).all())
    if not found or of_other_countries(scan):
        return
    mentions = settle(found, scan, lexicon)
    local = committees.any_named(scan)
    told = [
        m
        for m in mentions
        if not m.general and (m.ordinal or m.term) and (m.organization or (local and m.ordinal))
    ]
    groups: list[CongressMention] = []
    for mention in sorted(told, key=lambda m: (m.ordinal is None, m.term is None, m.start)):
        place = next((i for i, known in enumerate(groups) if same(known, mention)), None)
        if place is None:
            groups.append(mention)
        else:
            groups[place] = _joined(groups[place], mention)
    for mention in sorted(groups, key=lambda m: m.start):
        yield Congress(
            scan.evidence(mention.start, mention.end),
            "congress",
            mention.organization,
            mention.ordinal,
            mention.term,
        )


def _joined(left: CongressMention, right: CongressMention) -> CongressMention:
    return replace(
        left,
        organization=committees.fuller(left.organization, right.organization),
        ordinal=left.ordinal or right.ordinal,
        term=left.term or right.term,
    )
