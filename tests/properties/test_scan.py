"""What makes reading quick does not change what is read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import pipeline, read_articles
from kg.lexicon import lexicon
from kg.mention import Track
from kg.model import Article
from kg.normalise import blocks_of, canonical, fold, modern, normalise
from kg.recognise import recognise
from tests.bench.corpus import PARTY, folder

DATES = import_module("kg.recognise.dates")

PAIRS = [
    *(f"{first}{second}" for first in "oO" for second in "àáảãạèéẻẽẹ"),
    *(f"{first}{second}" for first in "uU" for second in "ỳýỷỹỵ"),
    *(f"O{second}" for second in "ÀÁẢÃẠÈÉẺẼẸ"),
    *(f"U{second}" for second in "ỲÝỶỸỴ"),
]
LETTERS = st.text(st.sampled_from("oOuUqQàÀéÉỳỲaAyYtN .,"), max_size=12)
WORDS = (
    "ngày",
    "sáng",
    "tháng",
    "năm",
    "hôm nay",
    "2",
    "9",
    "2025",
    "12/2024",
    "2-9",
    "30.4.1975",
    "%",
    ",",
    "(",
    "số",
)
LINES = (
    "Ngày 2/9, tại TP. Hà Nội, đồng chí Trần Văn Nam, Bí thư Tỉnh ủy Quảng Ninh, dự hội nghị.",
    "Ông Nam, Giám đốc Sở Tài chính tỉnh, nói.",
    "Thủ tướng Nhật Bản thăm Anh.",
    "Đảng bộ huyện Yên Lập tổ chức Đại hội lần thứ XX.",
    "Theo Nghị quyết số 05-NQ/TU ngày 3/2/2022, chỉ tiêu là 12%.",
    "Chị Hoa bán rau ở chợ.",
)
TRACKS = ("units", "bodies", "abroad", "roles", "people", "dates", "countries")


@settings(deadline=None)
@given(st.lists(LETTERS | st.sampled_from(PAIRS), max_size=6).map("".join))
def test_old_tone_marks_are_found_as_by_a_list_of_them(text: str) -> None:
    listed = re.compile(rf"(?<![qQ])(?:{'|'.join(PAIRS)})(?!\w)")
    assert modern(text) == listed.sub(lambda match: modern(match.group()), text)


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.just(""), max_size=10).map(" ".join))
def test_dates_are_found_as_by_a_search_of_the_whole_text(text: str) -> None:
    folded = fold(canonical(text))
    everywhere = [match.span() for match in DATES._pattern(lexicon()).finditer(folded)]
    assert [match.span() for match in DATES._matches(folded, lexicon())] == everywhere


@settings(deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=4), st.permutations(TRACKS), st.permutations(TRACKS))
def test_what_is_seen_does_not_depend_on_what_is_asked_first(
    lines: list[str], first: Sequence[str], second: Sequence[str]
) -> None:
    text = normalise(Article("a", blocks_of(None, lines)))
    seen, again = recognise(text, lexicon()), recognise(text, lexicon())
    told: dict[str, Track] = {name: getattr(seen, name) for name in first}
    hits = list(again.hits)
    for name in second:
        assert list(getattr(again, name)) == list(told[name])
    assert list(seen.hits) == hits


def _articles(root: Path) -> list[Article]:
    """The seeds, and every thirtieth article of the optional corpus when it is there."""
    home = folder()
    party = home / "corpus" / PARTY if home is not None else None
    sample = list(read_articles([party]))[::30] if party is not None and party.is_file() else []
    return [item for item in (*read_articles([root / "seeds"]), *sample) if isinstance(item, Article)]


def test_what_is_passed_over_holds_no_fact(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Quick looks at a sentence or article before it is read: without them the facts are the same."""
    articles = _articles(root)
    quick = [list(pipeline.facts(article).claims()) for article in articles]
    assert any(quick)
    monkeypatch.setattr(import_module("kg.relate.positions"), "_may_hold", lambda *_: True)
    monkeypatch.setattr(import_module("kg.relate.relevance"), "_most", lambda _: defaultdict(lambda: 9))
    assert [list(pipeline.facts(article).claims()) for article in articles] == quick
