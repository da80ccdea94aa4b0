"""What an article cuts short of a document that it also gives in full: ``Nghị quyết 18`` of ``18-NQ/TW``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable
from itertools import combinations

from kg.identity.document_features import NEVER, SAME, Mention, compare, total
from kg.identity.document_weights import fullness
from kg.identity.model import Reason

_SAME_ARTICLE = Reason("article", 0.5, "cut short in the article that gives it in full")

ShortForms = dict[str, tuple[Mention, tuple[Reason, ...]]]
"""By the IRI of what is cut short: the mention that gives it in full, and what says so."""


def short_forms(mentions: Iterable[Mention], judged: Container[str]) -> ShortForms:
    """Find what is cut short, where it is so of one document only; what was ``judged`` is left as it is."""
    by_article: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.number is not None and mention.iri not in judged:
            by_article[mention.identifier].append(mention)
    found: ShortForms = {}
    for told in by_article.values():
        of_full: dict[str, list[Mention]] = defaultdict(list)
        for mention in told:
            full = _full_form(mention, told)
            if full is not None:
                found[mention.iri] = full
                of_full[full[0].iri].append(mention)
        for alike in of_full.values():
            if any(total(compare(a, b)) <= NEVER / 2 for a, b in combinations(alike, 2)):
                for mention in alike:  # they can't all be one document: left open
                    del found[mention.iri]
    return found


def _full_form(mention: Mention, told: Iterable[Mention]) -> tuple[Mention, tuple[Reason, ...]] | None:
    """Find what gives a mention in full among those of its article, if that is one only."""
    fuller = [m for m in told if fullness(m) > fullness(mention) and _cut_short(mention, m)]
    weighed = [(m, (*compare(mention, m), _SAME_ARTICLE)) for m in fuller]
    fitting = [(m, reasons) for m, reasons in weighed if total(reasons) >= SAME]
    fullest = [each for each in fitting if not any(_cut_short(each[0], m) for m, _ in fitting)]
    return fullest[0] if len(fullest) == 1 else None


def _cut_short(mention: Mention, full: Mention) -> bool:
    """Tell whether a mention gives less of a number than another, and nothing else."""
    mine, its = mention.number, full.number
    if mine is None or its is None or not mine.fits(its):
        return False
    return (len(mine.parts), bool(mine.year)) < (len(its.parts), bool(its.year))
