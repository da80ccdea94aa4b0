"""Texts that share a band are found, and no others, whatever came, changed and went before."""

from __future__ import annotations

import sqlite3
from array import array

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rensa import RMinHash

from kg.derive import bands
from kg.derive.bands import Bands
from kg.derive.copies import BANDS, PERMUTATIONS, SEED, sketch

_WORDS = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "trăm", "nghìn", "triệu"]
TEXTS = st.lists(st.sampled_from(_WORDS), max_size=30).map(" ".join)
"""Some have no run of words at all; many share some."""


def own_bands(text: str) -> set[tuple[int, tuple[int, ...]]]:
    found = sketch(text)
    if found is None:
        return set()
    made = RMinHash(PERMUTATIONS, SEED)
    made.__setstate__(found[1])
    values, size = array("I", made.digest()), PERMUTATIONS // BANDS
    return {(band, tuple(values[band * size : (band + 1) * size])) for band in range(BANDS)}


def near(text: str, texts: dict[str, str]) -> set[str]:
    return {name for name, other in texts.items() if own_bands(text) & own_bands(other)}


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(st.sampled_from("abcdefghij"), TEXTS),
    st.lists(st.tuples(st.sampled_from("abcdefghijkl"), st.none() | TEXTS), max_size=8),
    TEXTS,
    st.sampled_from([1, 2, 3, 512]),
)
def test_what_shares_a_band_is_found(
    texts: dict[str, str], changes: list[tuple[str, str | None]], asked: str, slab: int
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(bands, "_SLAB", slab)
        made = Bands(sqlite3.connect(":memory:"))
        for _ in range(2):  # the second time in place of the first
            made.begin()
            for name, text in texts.items():
                made.add(name, sketch(text))
            made.end()
        alone = {name: {n: t for n, t in texts.items() if n != name} for name in texts}
        assert made.shared() == {name for name, text in texts.items() if near(text, alone[name])}
        there = dict(texts)
        for name, new in changes:
            made.replace(name, sketch(new) if new is not None else None)
            there.pop(name, None)
            if new is not None:
                there[name] = new
        assert made.near(sketch(asked)) == near(asked, there)
