"""Numbers of documents as they are compared: ``57-NQ/TW``, ``19/2016/NQ-HĐND``, ``139/2017``, bare ``05``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.normalise import fold

_NUMBER = re.compile(r"0*(?P<serial>\d+[a-zđ]?)(?:/(?P<year>(?:19|20)\d{2}))?(?P<rest>(?:[-/].*)?)")
_BREAK = re.compile(r"[-/.\s]+")


@dataclass(frozen=True, slots=True, order=True)
class Number:
    """A number taken apart; ``parts`` are the letters of its symbol, in order, folded.

    ``42/qđ-tw`` and ``42-qđ/tw`` have the same parts: the press mixes the dash and the stroke.
    """

    serial: str
    year: str | None = None
    parts: tuple[str, ...] = ()

    def fits(self, other: Number) -> bool:
        """Tell whether two can be one number, one of them perhaps cut short."""
        if self.serial != other.serial or (self.year and other.year and self.year != other.year):
            return False
        short, long = sorted((self.parts, other.parts), key=len)
        return not short or short == long or (len(short) < len(long) and short[-1] == long[-1])


def read_number(text: str | None) -> Number | None:
    """Take a number apart; ``None`` for what does not begin with digits."""
    found = _NUMBER.fullmatch(fold(text or "").strip())
    if found is None:
        return None
    parts = tuple(part for part in _BREAK.split(found["rest"]) if part)
    return Number(found["serial"], found["year"], parts)
