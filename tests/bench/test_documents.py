"""The list of labelled pairs of documents is whole, and nothing in it is an article's sentence."""

from __future__ import annotations

from collections import Counter

from kg.model import Verdict
from tests.bench.documents import WANTED, pairs


def test_every_pair_has_a_verdict_and_doubt_a_reason() -> None:
    found = pairs()
    assert len(found) >= 100
    assert {pair.verdict for pair in found} == set(Verdict)
    assert Counter(pair.kind for pair in found) == WANTED
    assert all(pair.why for pair in found if pair.verdict != Verdict.SAME)


def test_each_pair_is_there_once_and_of_two_articles() -> None:
    found = pairs()
    assert len({(pair.left, pair.right) for pair in found}) == len(found)
    for pair in found:
        assert pair.left.partition("#")[0] != pair.right.partition("#")[0]
        assert len(pair.why.split()) <= 12
