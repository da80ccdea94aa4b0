"""The words of the picture in Vietnamese and English, kept in ``ui.json``."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Final

from kg.errors import UsageError

LANGUAGES: Final = ("vi", "en")


def read_data(name: str) -> str:
    """Give a data file of this package."""
    return files("kg.draw").joinpath(name).read_text(encoding="utf-8")


class Words:
    """The words of one language.  ``table`` holds both, for the page's own switch."""

    def __init__(self, language: str = "vi") -> None:
        if language not in LANGUAGES:
            raise UsageError(f"{language}: no such language of the picture; use vi or en")
        self.language = language
        self.table: dict[str, dict[str, str]] = json.loads(read_data("ui.json"))

    def __call__(self, key: str, **values: object) -> str:
        """Give the word or sentence ``key`` with its gaps filled."""
        return self.table[key][self.language].format(**values)

    def longest(self, key: str, **values: object) -> str:
        """Give the longer of the two languages' words, for room that must hold either."""
        return max((word.format(**values) for word in self.table[key].values()), key=len)
