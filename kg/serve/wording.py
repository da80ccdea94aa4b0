"""The words of the pages in Vietnamese and English, and the choice between the two.

The words stand in ``words/NAME.json``, a file for each group of pages; together they are one table.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from kg.errors import VocabularyError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

LANGUAGES: Final = ("vi", "en")
PARAMETER: Final = "lang"
"""The parameter of an address, and the cookie, that name a language."""


class Words:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.other = LANGUAGES[1 - LANGUAGES.index(language)]
        self._table = table()

    def __call__(self, key: str, **values: object) -> str:
        """Give the word or sentence ``key`` with its gaps filled."""
        text = self._table[key][self.language]
        return text.format(**values) if values else text

    def __contains__(self, key: str) -> bool:
        """Tell whether there is such a word."""
        return key in self._table

    def rule(self, rule: str) -> str:
        """Tell a rule in words; one that has none by its name."""
        return self(f"rule_{rule}") if f"rule_{rule}" in self else rule

    def number(self, value: float) -> str:
        """Write a number as readers of the language do: 1.234,5 or 1,234.5."""
        text = f"{value:,}"
        return text.translate(str.maketrans(",.", ".,")) if self.language == "vi" else text


@lru_cache(maxsize=1)
def table() -> Mapping[str, Mapping[str, str]]:
    """Read every file of words; raises VocabularyError for a word that two files have."""
    found: dict[str, Mapping[str, str]] = {}
    folder = files("kg.serve").joinpath("words")
    for path in sorted(folder.iterdir(), key=lambda each: each.name):
        words = json.loads(path.read_text(encoding="utf-8"))
        if twice := sorted(found.keys() & words.keys()):
            raise VocabularyError(f"{path.name}: {', '.join(twice)}: another file of words has that too")
        found |= words
    return MappingProxyType(found)


@lru_cache(maxsize=len(LANGUAGES))
def words(language: str) -> Words:
    """Give the words of a language."""
    return Words(language)


def chosen(request: Request) -> str:
    """Choose the language: the address names it, or an earlier choice, or the browser; else Vietnamese."""
    for named in (request.query_params.get(PARAMETER), request.cookies.get(PARAMETER)):
        if named in LANGUAGES:
            return named
    return _preferred(request.headers.get("accept-language", ""))


def _preferred(header: str) -> str:
    """Read ``Accept-Language`` (RFC 9110, 12.5.4): the language of ours with the highest weight."""
    weights: dict[str, float] = {}
    for part in header.split(","):
        name, _, parameters = part.strip().partition(";")
        language = name.partition("-")[0].lower()
        if language in LANGUAGES:
            weights[language] = max(weights.get(language, 0.0), _weight(parameters))
    return max(weights, key=weights.__getitem__) if any(weights.values()) else LANGUAGES[0]


def _weight(parameters: str) -> float:
    _, found, number = parameters.replace(" ", "").partition("q=")
    try:
        return float(number) if found else 1.0
    except ValueError:
        return 0.0
