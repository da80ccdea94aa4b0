"""The list of labelled pairs is whole, and says nothing that an article says."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from kg.normalise import plain
from tests.bench.people import HALVES, WANTED, figures, load


def test_the_list_is_labelled_and_hard() -> None:
    pairs = load()
    assert len(pairs) >= 300
    assert len({pair.key for pair in pairs}) == len(pairs)
    assert {pair.half for pair in pairs} == set(HALVES)
    assert {pair.kind for pair in pairs} == {kind for wanted in WANTED.values() for kind in wanted}
    verdicts = Counter(pair.verdict for pair in pairs)
    assert verdicts["same"] >= 100
    assert verdicts["different"] >= 100
    assert not verdicts[""]
    assert all(len(pair.why.split()) <= 12 for pair in pairs)


def test_no_name_is_in_both_halves() -> None:
    names = {half: {plain(p.left_name) for p in load() if p.half == half} for half in HALVES}
    assert not names["develop"] & names["measure"]


def test_figures_count_what_was_judged() -> None:
    pairs = [
        replace(load()[0], verdict=verdict)
        for verdict in ("same", "same", "different", "different", "unsure")
    ]
    told = list(zip(pairs, (True, False, False, True, True), strict=True))
    assert figures(told) == ("4", "2", "1", "1", "1", "0.500", "0.500")
