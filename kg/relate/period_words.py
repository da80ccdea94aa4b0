"""The words that periods are told in: their patterns, and a period that was found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mention import Mention
from kg.normalise import fold
from kg.patterns import one_of
from kg.relate.wording import alternation, words

CUES = "indicator-cue"
YEAR = r"(?:19|20)\d\d"
_DATED = re.compile(r"\d{4}-\d\d(?:-\d\d)?/\d{4}-\d\d(?:-\d\d)?")
_BRIEF = re.compile(r"\d{4}-\d\d(?:-\d\d)?|(?P<month>\d{4}-\d\d)-\d\d/(?P=month)-\d\d")


_PART_OF_YEAR = re.compile(r"^\d{4}-(\d\d|[HQ]\d)")
_SPAN = re.compile(r"\d{4}-\d{4}")
_LAST_MONTH = {"H1": 6, "H2": 12, "Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12}


@dataclass(frozen=True, slots=True)
class PeriodMention(Mention):
    """A period in the notation of the tables (``2022``, ``2022-H1``, ``2020-2022``, ``2022-01/2022-04``).

    ``compared`` says that it is only what something is compared with; ``mandate`` that it is a term,
    ``until`` that it is a point to be reached (``đến năm 2030``), ``point`` that it is the day or month of
    one count, or the season of one harvest.  ``planned`` is the period of what is
    still to be reached, where the words name two (``cả nhiệm kỳ`` at a congress).
    """

    period: str
    compared: bool = False
    mandate: bool = False
    until: bool = False
    point: bool = False
    planned: str = ""

    @property
    def brief(self) -> bool:
        """Whether this is a day or month, or some days of one month."""
        return _BRIEF.fullmatch(self.period) is not None

    @property
    def dated(self) -> bool:
        """Whether this goes from a month of one year to a month of another: some matter's own time."""
        return _DATED.fullmatch(self.period) is not None and self.period[:4] != self.period[8:12]

    @property
    def last_year(self) -> int:
        """The year in which the period ends."""
        return int(re.findall(YEAR, self.period)[-1])

    @property
    def last_month(self) -> int:
        """The month in which the period ends, counted on from year to year."""
        part = _PART_OF_YEAR.search(self.period.rpartition("/")[2])
        if part is None or _SPAN.fullmatch(self.period):
            return self.last_year * 12 + 12
        return self.last_year * 12 + (_LAST_MONTH[part[1]] if part[1] in _LAST_MONTH else int(part[1]))


def _moment(name: str, month: str, year: str) -> str:
    """A day or month that a stretch begins or ends with (``15/12/2024``, ``tháng 12 năm 2024``)."""
    return (
        rf"(?:(?:(?P<{name}_day>\d{{1,2}})(?:\s?[/-]\s?|\s{month}\s))?(?P<{name}_month>\d{{1,2}})"
        rf"(?:(?:\s?[/-]\s?|\s{year}\s)(?P<y_{name}>{YEAR})|(?!\d|[.,]\d|\s?%))"
        rf"|(?:(?P<{name}_day2>\d{{1,2}})\.)?(?P<{name}_month2>\d{{1,2}})\.(?P<y_{name}2>{YEAR}))"
    )


def _years(name: str) -> str:
    """From a year to another (``2020 - 2025``)."""
    return rf"(?P<{name}_from>{YEAR})\s?[-–]\s?(?P<{name}_to>{YEAR})"


@lru_cache(maxsize=4)
def period_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """What a period looks like in folded text; its groups tell the kind."""

    def any_of(*functions: str) -> str:
        return alternation(lexicon, CUES, *functions)

    year, month, quarter, to = any_of("year"), any_of("month"), any_of("quarter"), any_of("to")
    mandates = words(lexicon, CUES, "mandate")
    lengths = [word for word in words(lexicon, CUES, "term", "new-term") if not word.endswith(mandates)]
    told = "|".join(sorted(spelled(lexicon), key=len, reverse=True))
    of_year = rf"(?:\s?[/-]\s?|\s,?\s?{year}\s|,\s{year}\s|\s)"
    return re.compile(
        r"(?<!\w)(?:"
        rf"(?P<secondhalf>{any_of('second-half')})(?:\s(?:{year}\s)?(?P<y_secondhalf>{YEAR}))?"
        rf"|(?P<rest>\d{{1,2}}|{told})\s{month}\s{any_of('last-part')}(?:\s(?:{year}\s)?(?P<y_rest>{YEAR}))?"
        rf"|(?P<months>\d{{1,2}}|{told})\s{month}(?:\s(?:{any_of('first-part')}(?:\s(?:{year}\s)?(?P<y_months>{YEAR}))?"
        rf"|(?:{any_of('name-of')}\s)?{year}\s(?P<y_months2>{YEAR})|(?P<current>{any_of('this-year')})"
        rf"|(?P<past>{any_of('past')}))|\s?/\s?(?P<y_months3>{YEAR})|(?P<told>(?=\s{any_of('reach')}(?!\w)))|(?P<bare>(?=,?\s\w|$)))"
        rf"|(?P<firsthalf>{any_of('first-half')})(?:\s(?:{year}\s)?(?P<y_firsthalf>{YEAR}))?"
        rf"|(?P<todate>{any_of('year-to-date')})"
        rf"|(?P<from>{any_of('since')})\s{_moment('from', month, year)}\s(?:{any_of('to-now')}"
        rf"|(?:{any_of('until-day', 'until-month', 'to')}|[-–])(?:\s{month})?\s{_moment('to', month, year)})"
        rf"|(?P<reform>{any_of('reform')}(?:\s[^\W\d]+){{0,9}}?\s{any_of('two-level')})"
        rf"(?:,?\s(?:{any_of('to-now')}|(?:{any_of('until-day', 'until-month', 'to')})(?:\s{month})?"
        rf"\s{_moment('ref', month, year)}))?"
        rf"|{any_of('year-start')}(?:\s(?P<y_begun>{YEAR}))?\s{any_of('until-day')}\s\d{{1,2}}\s?[/.-]\s?"
        rf"(?P<begun_to>\d{{1,2}})(?!\d)(?:\s?[/.-]\s?(?P<y_begun_to>{YEAR}))?"
        rf"|{any_of('year-start')}\s(?P<y_todate>{YEAR})\s(?:{any_of('to-now')}"
        rf"|(?:{any_of('until-month')}|{any_of('to')}\s{month})\s(?P<start_to>\d{{1,2}})(?!\d)(?:\s?[/-]\s?{YEAR})?)"
        rf"|{any_of('year-start')}\s(?P<y_start>{YEAR})(?!\s{any_of('to-now')})"
        rf"|{any_of('until-month')}\s(?P<upto>\d{{1,2}})(?!\d)(?:(?:\s?[/.-]\s?|\s{year}\s)(?P<y_upto>{YEAR}))?"
        rf"|(?P<whole>{any_of('whole-year')})(?!\s{YEAR})"
        rf"|(?P<sincestart>{any_of('since')}\s{any_of('year-start')})(?=\s?[,;.)])"
        rf"|(?:{one_of(lengths)})(?:,\s|\s\()(?:{any_of('since')}\s)?(?:{year}\s)?{_years('long')}"
        rf"|(?:{one_of(lengths)}|\d{{1,2}}\s{year})(?:\s[^\W\d]+){{1,6}}\s\({_years('aside')}\)"
        rf"|(?P<term_end>{any_of('term-end')})(?!\s\(?{YEAR})"
        rf"|(?P<term_start>{any_of('term-start')})(?!\s\(?{YEAR})"
        rf"|(?P<same>{any_of('same-brief')})(?!\s(?:\d|(?:i{{1,3}}|iv|{told})(?!\w)))"
        rf"|(?P<same_year>{any_of('same-year')})(?=,|\s{any_of('done')}(?!\w))"
        rf"|(?P<newterm>{any_of('new-term')})"
        rf"|(?P<term>{any_of('term')})(?!\s{YEAR})"
        rf"|(?:(?P<till>{any_of('until-end')})\s)?{quarter}\s?(?P<quarter>iv|i{{1,3}}|[1-4]|{told})(?!\w)(?:{of_year}(?P<y_quarter>{YEAR})"
        rf"|\s{any_of('this-year')}|\s(?P<q_last>{any_of('last-year')}))?"
        rf"|(?P<half>{any_of('half-mandate')})(?:\s\(?{_years('half')}\)?(?:\s{any_of('to-now')})?)?"
        rf"|(?P<mandate>{any_of('mandate')})\s\(?(?P<m1>{YEAR})\s?[-–]\s?(?P<m2>{YEAR})"
        rf"|{any_of('span', 'since')}\s(?P<since>{YEAR})\s{any_of('to-now')}"
        rf"|(?:{any_of('span')}|{year}|{any_of('until-year')})\s\(?(?:{year}\s)?(?P<s1>{YEAR})"
        rf"(?:\s?[-–]\s?|\s{to}\s)(?:{any_of('until-year')}\s)?(?:{year}\s)?"
        rf"(?:{month}\s\d{{1,2}}(?:\s?[/-]\s?|\s{year}\s))?(?P<s2>{YEAR})"
        rf"|{any_of('since')}\s(?P<s3>{YEAR})\s{to}\s(?:{year}\s)?(?P<s4>{YEAR})"
        rf"|{month}\s(?P<month>\d{{1,2}})(?:\s?/\s?|\s?-\s?|\.|\s{year}\s)(?P<y_month>{YEAR})"
        rf"|{month}\s(?P<alone>\d{{1,2}})(?!\d|[.,/-]\d)"
        rf"(?:\s{any_of('this-year')}|\s(?P<m_last>{any_of('last-year')}))?"
        rf"|(?:{any_of('until-day')})\s(?P<day>\d{{1,2}})(?:\s?[/.-]\s?|\s{month}\s)(?P<day_month>\d{{1,2}})"
        rf"(?:(?:\s?[/.-]\s?|\s{year}\s)(?P<y_day>{YEAR}))?"
        rf"|{to}\s(?P<day2>\d{{1,2}})\s?[/-]\s?(?P<day_month2>\d{{1,2}})"
        rf"(?:\s?[/-]\s?(?P<y_day2>{YEAR})|(?P<closed>(?=[,;.)])))?"
        rf"|(?:(?P<until>{any_of('until-year')})|{year})\s(?:{year}\s)?(?P<year>{YEAR})(?!\s?[-–/]\s?\d)"
        rf"|(?P<this>{any_of('this-year')})|(?P<last>{any_of('last-year')})|(?P<next>{any_of('next-year')})"
        rf"|(?P<gone>{any_of('past-year')})"
        r")(?!\w)"
    )


OPENERS = (
    *("second-half", "first-half", "year-to-date", "since", "year-start", "until-month", "whole-year"),
    *("term-end", "term-start", "same-brief", "same-year"),
    *("new-term", "term", "quarter", "half-mandate", "mandate", "span", "year", "until-year", "month"),
    *("until-day", "until-end", "reform", "this-year", "last-year", "next-year", "past-year"),
)
"""What a period begins with, if not with a number of months."""


@lru_cache(maxsize=4)
def _openings(lexicon: Lexicon) -> re.Pattern[str]:
    """The first letter of all that a period can begin with; it is what a search looks for first."""
    month, year = alternation(lexicon, CUES, "month"), alternation(lexicon, CUES, "year")
    rest: dict[str, list[str]] = {}
    for word in words(lexicon, CUES, *OPENERS):
        rest.setdefault(word[0], []).append(re.escape(word[1:]))
    for word in words(lexicon, CUES, "to"):
        rest.setdefault(word[0], []).append(rf"{re.escape(word[1:])}\s\d")
    for word in spelled(lexicon):
        rest.setdefault(word[0], []).append(rf"{re.escape(word[1:])}\s{month}")
    branches = [rf"{re.escape(first)}(?<!\w.)(?={'|'.join(ends)})" for first, ends in rest.items()]
    return re.compile("|".join((*branches, rf"\d(?<!\w.)(?=\d?\s(?:{month}|{year}))")))


def period_matches(folded: str, lexicon: Lexicon) -> Iterator[re.Match[str]]:
    """What :func:`period_pattern` finds, tried only where something stands that a period begins with."""
    pattern = period_pattern(lexicon)
    place = 0
    for opening in _openings(lexicon).finditer(folded):
        if opening.start() >= place and (match := pattern.match(folded, opening.start())) is not None:
            yield match
            place = match.end()


@lru_cache(maxsize=4)
def spelled(lexicon: Lexicon) -> dict[str, int]:
    """Small numbers by their words."""
    return {fold(c.label): int(c.one("value") or 0) for c in lexicon.scheme("change") if c.one("value")}
