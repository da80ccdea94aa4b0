"""The year of a day whose words leave it out."""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.relate.days import Day
from kg.relate.wording import alternation, finder

_CUES = "event-cue"
_EARLY, _LATE = 2, 11
_MODERN, _MONTHS_AFTER = 2000, 125


class Years:
    """Years of the days of one text: stated, of the publication, or implied nearby."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._folded = scan.text.folded
        published = (scan.text.article.published or "")[:4]
        self._published = int(published) if published.isdigit() else None
        self._year = re.compile(rf"(?<!\w){alternation(lexicon, _CUES, 'year')}\s((?:19|20)\d\d)(?![\d-])")
        self._review = finder(lexicon, _CUES, "review")

    def of(self, day: Day) -> int | None:
        """The year of a day, if the words, the publication date or the passage tell."""
        return day.year or self._published or self._near(day)

    def _near(self, day: Day) -> int | None:
        """The year that the sentence implies for a day without one.

        The sentence must name one year only.  A review of a year held in the first months belongs to the
        next year, plans for a year made in the last months to the year before.
        """
        sentence = self._scan.sentence(day.start)
        years = {int(m[1]) for m in self._year.finditer(self._folded, sentence.start, sentence.end)}
        if len(years) != 1:
            return self._soon_after(day)
        year = years.pop()
        review = self._review.search(self._folded, sentence.start, sentence.end) is not None
        if review and day.month <= _EARLY:
            return year + 1
        if not review and day.month >= _LATE:
            return year - 1
        return year

    def _soon_after(self, day: Day) -> int | None:
        """The year of a day that follows a full date of the text within some months."""
        for known in self._scan.dates:
            if known.year is None or known.month is None or known.year < _MODERN:
                continue
            since = _ordinal(known.year, known.month, known.day or 1)
            for year in (known.year, known.year + 1):
                if 0 <= _ordinal(year, day.month, day.day or 1) - since <= _MONTHS_AFTER:
                    return year
        return None


def _ordinal(year: int, month: int, day: int) -> int:
    """Days since some epoch, near enough for comparing dates some months apart."""
    return year * 365 + month * 30 + day
