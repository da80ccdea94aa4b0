"""The scan of a text for labels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from kg.lexicon.concepts import Concept
from kg.lexicon.hits import Hit


class Form(NamedTuple):
    """What a label stands for: a concept, in context only if ``weak``, in capitals only if ``acronym``."""

    concept: Concept
    weak: bool
    acronym: str | None


class Matcher:
    """Finds the labels of some forms in a text, in one go over it."""

    def __init__(self, forms: Mapping[str, list[Form]]) -> None:
        self._forms = list(forms.values())
        self._wordlike = [label[0].isalnum() and label[-1].isalnum() for label in forms]
        self._automaton = AhoCorasick(
            list(forms), matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
        )

    def hits(
        self, folded: str, content: str, first: int = 0, last: int | None = None
    ) -> dict[str, list[Hit]]:
        """Whole words only, by scheme in text order; in ``first:last``, where no word may begin or end."""
        if first or last is not None:
            folded = folded[first:last]
        padded = f"{folded} "  # so that what stands after the last letter, and before the first, is a blank
        by_scheme: defaultdict[str, list[Hit]] = defaultdict(list)
        wordlike, forms, new = self._wordlike, self._forms, tuple.__new__
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            before, after = padded[start - 1], padded[end]
            if wordlike[index]:
                if (after != " " and after.isalnum()) or (before != " " and before.isalnum()):
                    continue
            elif (padded[start].isalnum() and before.isalnum()) or (
                after.isalnum() and padded[end - 1].isalnum()
            ):
                continue
            start += first
            end += first
            for concept, weak, acronym in forms[index]:
                if acronym is None or content[start:end] == acronym:
                    hits = by_scheme[concept.scheme]
                    hits.append(new(Hit, (start, end, concept, weak)))
                    if len(hits) > 1 and hits[-2][0] >= start:
                        _settle(hits)
        return dict(by_scheme)


def _settle(hits: list[Hit]) -> None:
    """Put the last of the hits where it belongs in text order: they are found in the order of their ends."""
    hit = hits.pop()
    place = len(hits)
    while place and (hits[place - 1][0], -hits[place - 1][1]) > (hit[0], -hit[1]):
        place -= 1
    hits.insert(place, hit)
