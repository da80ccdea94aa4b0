"""The words of the network in one language, and how a post's role and time are written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from kg.draw.network.model import Tie
from kg.draw.wording import LANGUAGES
from kg.errors import UsageError


def read(name: str) -> str:
    """Give a data file of this package: its script, its style, its words."""
    return files("kg.draw.network").joinpath(name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def words() -> Mapping[str, Mapping[str, str]]:
    """Give the words of the network in Vietnamese and English."""
    table: Mapping[str, Mapping[str, str]] = json.loads(read("words.json"))
    return table


class NetworkWords:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise UsageError(f"{language}: no such language of the picture; use vi or en")
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        """Give the word or sentence ``key`` with its gaps filled."""
        return words()[key][self.language].format(**values)

    def role(self, tie: Tie) -> str:
        """Name the role of a post."""
        return (tie.role_en if self.language == "en" and tie.role_en else tie.role) or self("post")


def attested(tie: Tie) -> str:
    """Write the days that a post is attested on, whole years as years; nothing when none is known."""
    first, last = tie.first, tie.last
    if first is None or last is None:
        return ""
    if first.endswith("-01-01") and last.endswith("-12-31"):
        first, last = first[:4], last[:4]
    return first if first == last else f"{first} – {last}"
