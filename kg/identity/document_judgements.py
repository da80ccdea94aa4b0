"""What was judged of documents: which mentions are one, which are kept apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.identity.document_features import Mention
from kg.model import Judgement, Verdict


def judged(
    mentions: Sequence[Mention], judgements: Sequence[Judgement]
) -> tuple[dict[tuple[str, str], Judgement], frozenset[frozenset[str]], tuple[str, ...]]:
    """Read judgements on these mentions: pairs that are one, pairs that are kept apart, names unknown."""
    named: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        named[mention.reference].add(mention.iri)
        named[mention.iri].add(mention.iri)
    same: dict[tuple[str, str], Judgement] = {}
    apart: set[frozenset[str]] = set()
    unknown: set[str] = set()
    for judgement in judgements:
        answering = [named.get(reference, set()) for reference in (judgement.left, judgement.right)]
        if any(len(iris) != 1 for iris in answering):
            references = zip((judgement.left, judgement.right), answering, strict=True)
            unknown.update(reference for reference, iris in references if len(iris) != 1)
            continue
        left, right = (next(iter(iris)) for iris in answering)
        if judgement.verdict is Verdict.SAME:
            same[min(left, right), max(left, right)] = judgement
        else:
            apart.add(frozenset((left, right)))
    same = {pair: j for pair, j in sorted(same.items()) if frozenset(pair) not in apart}
    return same, frozenset(apart), tuple(sorted(unknown))
