"""The words of the pages: each in both languages, none missing, and the choice between the two."""

from __future__ import annotations

import re
import string
from pathlib import Path

import httpx
import pytest

import kg
from kg.serve.wording import LANGUAGES, table, words
from tests.patience import PATIENCE

SERVE = Path(kg.__file__).parent / "serve"
CALLED = re.compile(r"""\bt\(\s*"([a-z0-9_]+)"\s*[,)]|Entry\([^)]*"([a-z_]+)"\)""")
GAPS = string.Formatter()


def test_every_word_is_in_both_languages_with_the_same_gaps() -> None:
    for key, texts in table().items():
        assert set(texts) == set(LANGUAGES), key
        assert all(text.strip() for text in texts.values()), key
        gaps = [{name for _, name, _, _ in GAPS.parse(text) if name is not None} for text in texts.values()]
        assert gaps[0] == gaps[1], key


def test_every_word_that_a_page_asks_for_is_there() -> None:
    asked = {
        key
        for path in [*SERVE.rglob("*.html"), *SERVE.rglob("*.py")]
        for found in CALLED.findall(path.read_text(encoding="utf-8"))
        for key in found
        if key
    }
    assert len(asked) > 120
    assert sorted(asked - set(table())) == []


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "vi"), ("vi", "vi"), ("en-GB,en;q=0.9", "en"), ("fr,en;q=0.5,vi;q=0.4", "en"), ("fr", "vi"),
        ("en;q=0,vi;q=0.1", "vi"), ("en;q=x", "vi"), ("*", "vi"), (";;,,q=", "vi"),
    ],
)  # fmt: skip
def test_the_browser_chooses(address: str, header: str, language: str) -> None:
    page = httpx.get(f"{address}/", headers={"Accept-Language": header, "Accept": "text/html"}, timeout=PATIENCE)
    assert f'<html lang="{language}">' in page.text
    assert page.headers["content-language"] == language


def test_the_address_chooses_and_is_remembered(address: str) -> None:
    with httpx.Client(base_url=address, headers={"Accept": "text/html"}, timeout=PATIENCE) as client:
        assert '<html lang="en">' in client.get("/?lang=en").text
        assert '<html lang="en">' in client.get("/").text
        assert '<html lang="vi">' in client.get("/?lang=vi").text
        assert '<html lang="vi">' in client.get("/?lang=%22%3E%3Cscript%3E").text


@pytest.mark.parametrize(("value", "told"), [(1234567, "1.234.567"), (0.5, "0,5"), (1234.5, "1.234,5")])
def test_numbers_are_written_as_readers_do(value: float, told: str) -> None:
    assert words("vi").number(value) == told
    assert words("en").number(value) == told.translate(str.maketrans(",.", ".,"))
