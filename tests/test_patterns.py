"""Words written as a tree find what plain alternatives find, the longest first, at the same places."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kg.patterns import one_of, whole_words

_WORD = st.text("aăbđ .-(", min_size=1, max_size=4)
_WORDS = st.lists(_WORD, min_size=1, max_size=8)
_STARTING = st.lists(_WORD.filter(lambda word: word[0].isalpha()), min_size=1, max_size=8)
_TEXT = st.text("aăbđ .-(1_", max_size=30)


def alternatives(words: list[str]) -> str:
    longest = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest))})"


def spans(pattern: str, text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(pattern, text)]


@given(_WORDS, _TEXT)
def test_a_tree_matches_what_its_words_match(words: list[str], text: str) -> None:
    assert spans(one_of(words), text) == spans(alternatives(words), text)


@given(_WORDS, _TEXT)
def test_a_tree_gives_way_to_what_follows(words: list[str], text: str) -> None:
    assert spans(one_of(words) + r"\s\w", text) == spans(alternatives(words) + r"\s\w", text)


@given(_STARTING, _TEXT)
def test_whole_words_begin_where_no_word_goes_on(words: list[str], text: str) -> None:
    plain = rf"(?<!\w){alternatives(words)}"
    assert spans(whole_words(words), text) == spans(rf"{plain}(?!\w)", text)
    assert spans(whole_words(words, after="$"), text) == spans(f"{plain}$", text)


@given(_STARTING, _TEXT, st.integers(0, 10))
def test_a_search_from_within_a_text_sees_what_stands_before(words: list[str], text: str, place: int) -> None:
    plain = re.compile(rf"(?<!\w){alternatives(words)}(?!\w)")
    found, expected = re.compile(whole_words(words)).search(text, place), plain.search(text, place)
    assert (found and found.span()) == (expected and expected.span())


def test_no_words_match_nothing_but_the_empty_text() -> None:
    assert one_of(()) == "(?:)"
