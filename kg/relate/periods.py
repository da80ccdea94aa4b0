"""Periods that numbers are about: years, halves, quarters, months, spans of years, terms.

The year of a part of a year comes from the words, else from the publication date, else from the year
that the article names most.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mention import Scan, Track
from kg.normalise import fold
from kg.patterns import compiled
from kg.relate.period_notation import (
    LAST_DAYS,
    MONTHS,
    QUARTER,
    between,
    first_months,
    five_years,
    last_months,
    year_span,
)
from kg.relate.period_words import CUES, YEAR, PeriodMention, period_matches, spelled
from kg.relate.wording import alternation, ending, words

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_LAST_QUARTER, _BEGINNING = 4, 2
_PARTS = ("y_months", "y_months2", "y_months3", "y_firsthalf", "y_secondhalf", "y_quarter", "y_rest")
_STRETCHES = (
    *(("m1", "m2"), ("s1", "s2"), ("s3", "s4")),
    *(("long_from", "long_to"), ("aside_from", "aside_to")),
)
_MODERN, _DIGITS, _TERM = 1990, 4, 5
_REFORM = 2025, 7
_BORN, _SAME, _MEASURED = 12, 12, 60
_PARTING = re.compile(r"[.,;:\n]")


@lru_cache(maxsize=4)
def _compared(lexicon: Lexicon) -> re.Pattern[str]:
    near = alternation(lexicon, CUES, "comparison-near")
    times = fold(lexicon.concept("measure", "times").label)
    return re.compile(
        rf"(?<!\w)(?:{alternation(lexicon, CUES, 'comparison')}(?:\s[^\s.;:,()]+){{0,4}}|{near}"
        rf"|{alternation(lexicon, CUES, 'equal', 'multiply')}\s(?:\S+\s)?\d[\d.,]*\s?(?:%|{times}))\s$"
    )


def _of_birth(scan: Scan, match: re.Match[str]) -> bool:
    """Whether a year is that of somebody's birth (``sinh năm 1980``)."""
    low = max(0, match.start() - _BORN)
    near = scan.hits_within(low, match.end(), "cue")
    apart = match.group()[0].isdigit()
    return any(h.concept.key == "born" and h.start <= match.start() < h.end + 2 * apart for h in near)


class Calendar:
    """The periods of one text, with the year that parts of a year belong to."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._folded = scan.text.folded
        self._spelled = spelled(lexicon)
        self._dates = scan.dates
        published = scan.text.article.published or ""
        self.published = int(published[:4]) if re.match(YEAR, published) else None
        self.month = int(published[5:7]) if re.match(rf"{YEAR}-\d\d", published) else None
        matches = period_matches(self._folded, lexicon)
        self._matches = [match for match in matches if not _of_birth(scan, match)]
        self._compared = _compared(lexicon)
        self._planned = compiled(rf"%\s{alternation(lexicon, CUES, 'base')}\s$")
        joined = fold(lexicon.concept("cue", "and").label)
        self._and_year = compiled(rf"\s{joined}\s(?:\w+\s)?{alternation(lexicon, CUES, 'year')}\s{YEAR}")
        began = alternation(lexicon, CUES, "begun-by")
        self._beginning = compiled(rf"(?<!\w){began}(?:\s[^\s.;:,()]+){{1,8}}\s$")
        self._same = words(lexicon, CUES, "same-part")
        self._mandates = [(int(m["m1"]), int(m["m2"])) for m in self._matches if m["mandate"]]
        self._opened = {
            self._count(m["months"]): m["y_months"] or m["y_months2"] or m["y_months3"]
            for m in reversed(self._matches)
            if m["months"] and m["bare"] is None
        }
        self._common = self._told_year(self._dated(scan), self._commonest())
        self._bare_since = frozenset(words(lexicon, CUES, "origin"))
        self._from_then = compiled(rf"(?:[^\W\d]+\s)?{alternation(lexicon, CUES, 'since')}\s")
        self._ended = frozenset(words(lexicon, CUES, "year-end"))
        self._seasons = words(lexicon, CUES, "season")
        self._set = ending(lexicon, CUES, "aimed")
        self._elapsed = ending(lexicon, CUES, "elapsed")
        self._so_far = ending(lexicon, CUES, "so-far")
        self._within = ending(lexicon, CUES, "name-of")
        self._months = tuple(words(lexicon, CUES, "month"))
        years = words(lexicon, CUES, "year")
        self._lengths = tuple(word for word in words(lexicon, CUES, "term") if word.endswith(years))
        self._quarters = tuple(words(lexicon, CUES, "quarter"))

    def _told_year(self, dated: int | None, common: int | None) -> int | None:
        """The later one, unless that is only named once, as the year after the days that are told."""
        times = sum(m["year"] == str(common) for m in self._matches)
        if dated is not None and common == dated + 1 and times == 1:
            return dated
        return max(filter(None, (dated, common)), default=None)

    def _dated(self, scan: Scan) -> int | None:
        """The latest year of the days that the text names."""
        return max((d.year for d in scan.dates if d.year and d.month and d.year > _MODERN), default=None)

    def _commonest(self) -> int | None:
        """The year most often named; what is compared with a year's same months is of a later one."""
        named = [m for m in self._matches if not m["until"] and not self._is_compared(m)]
        years = Counter(int(m["year"]) for m in named if m["year"])
        years = years or Counter(int(m[key]) for m in named for key in _PARTS if m[key])
        before = max((int(m["year"]) for m in self._matches if m["year"] and self._is_before(m)), default=0)
        after = before + 1 if before else 0
        common = max(years, key=lambda year: (years[year], -abs(year - max(years))), default=0)
        return max(common, after) or None

    @property
    def year(self) -> int | None:
        """The year of what the text reports, as far as it tells."""
        return self.published or self._common

    @property
    def _latest(self) -> int:
        """The last year that a text can look back on: in its first months, the year before it appeared."""
        begun = self.month is not None and self.month <= _BEGINNING
        return self.published - begun if self.published is not None else date.max.year

    @property
    def terms(self) -> tuple[str | None, str | None]:
        """The term of office that what was reached belongs to, and that of what is to be reached.

        At a congress these are two: the one that ends and the one that begins; in between, one.  Where
        none is named, the committees' term of five years is told in the year in which it ends.
        """
        terms = sorted(set(self._mandates))
        if not terms:
            closing = self.published is not None and self.published % _TERM == 0
            return (f"{(self.published or 0) - _TERM}-{self.published}", None) if closing else (None, None)
        year = self.year
        followed = len(terms) > 1 and terms[-2][1] == terms[-1][0]
        if year is None and followed:
            return year_span(terms[-2]), year_span(terms[-1])
        coming = next((t for t in terms if year is not None and 0 <= t[0] - year <= 1), None)
        if coming is None:
            held = [t for t in terms if year is not None and t[0] < year <= t[1]] or terms[-1:]
            return (year_span(held[-1]), year_span(held[-1]))
        length = coming[1] - coming[0]
        past = next((t for t in terms if t[1] == coming[0]), (coming[0] - length, coming[0]))
        return year_span(past), year_span(coming)

    @property
    def over(self) -> str | None:
        """The term that a congress looks back on, whose last year may still lie ahead."""
        past, coming = self.terms
        return past if past != coming else None

    def mentions(self) -> Track[PeriodMention]:
        """Every period of the text in text order."""
        out: list[PeriodMention] = []
        mandate = next(iter(self._mandates), None)
        for match in self._matches:
            if match["alone"] and self._dates.covering(match.start()) is not None:
                continue
            if match["sincestart"] and self._set.search(self._before(match)):
                continue  # when a plan was made (``theo kế hoạch đề ra từ đầu năm``)
            if match["quarter"] and self._and_year.match(self._folded, match.end()):
                continue
            if match["mandate"]:
                mandate = int(match["m1"]), int(match["m2"])
            span = self._of_span(match, out) or self._of_term(match)
            if span is not None:
                period, planned = span
            elif match["same"] or match["same_year"]:
                period, planned = self._reported(match, out), None
            else:
                period, planned = self._read(match, mandate), None
            if period is not None:
                compared = self._is_compared(match)
                out.append(
                    PeriodMention(
                        match.start(),
                        match.end(),
                        period,
                        compared,
                        bool(match["mandate"] or span is not None),
                        match["until"] is not None and match["until"] not in self._ended,
                        self._is_point(match),
                        planned or "",
                    )
                )
        return Track(out)

    def _of_span(self, match: re.Match[str], before: list[PeriodMention]) -> tuple[str, None] | None:
        """The five years that a sentence named before it tells of five (``giai đoạn 2021 - 2025 …``)."""
        if not (match["term"] or "").endswith(self._lengths):
            return None
        start = self._scan.sentence(match.start()).start
        told = (p.period for p in reversed(before) if p.start >= start)
        return next(((period, None) for period in told if five_years(period)), None)

    def _of_term(self, match: re.Match[str]) -> tuple[str | None, str | None] | None:
        """The term, or its first or last year, that words without years tell, for results and for targets."""
        if not (match["term"] or match["newterm"] or match["term_end"] or match["term_start"]):
            return None
        past, coming = self.terms
        if match["newterm"]:
            return coming, None
        if match["term_start"]:
            return past and past[:_DIGITS], None
        return (past, coming) if match["term"] else (past and past[-_DIGITS:], coming and coming[-_DIGITS:])

    def _reported(self, match: re.Match[str], before: list[PeriodMention]) -> str | None:
        """The month, quarter or year that the text named last (``trong tháng``)."""
        if match["same_year"]:
            named = (p.period for p in reversed(before) if not (p.compared or p.until))
            years = (year for year in named if len(year) == _DIGITS and int(year) <= self._latest)
            return next(years, self._whole_year())
        quarter = match["same"].endswith(self._quarters)
        brief = (p.period for p in reversed(before) if not p.compared and p.brief)
        named = (p.period for p in reversed(before) if not p.compared and "-Q" in p.period)
        return next(named if quarter else (p for p in brief if len(p) == len("2022-01")), None)

    def _is_point(self, match: re.Match[str]) -> bool:
        """Whether this is the day or month of one count, or the season of one harvest."""
        dated = match["upto"] or match["day"] or match["day2"] or match["y_start"] or match["term_start"]
        return bool(dated) or self._is_season(match)

    def _is_season(self, match: re.Match[str]) -> bool:
        """Whether a span is that of one harvest (``vụ đông xuân 2022 - 2023``)."""
        return match["s1"] is not None and match.group().startswith(self._seasons)

    def _is_compared(self, match: re.Match[str]) -> bool:
        """Whether something is compared with this period."""
        before = self._folded[max(0, match.start() - 48) : match.start()]
        planned = match["whole"] and self._planned.search(before) is not None
        since = match["year"] is not None and self._beginning.search(before) is not None
        return bool(planned) or since or self._compared.search(before) is not None

    def _is_before(self, match: re.Match[str]) -> bool:
        """Whether the same part of this year is what something is compared with."""
        before = self._folded[max(0, match.start() - _SAME) : match.start()]
        return before.rstrip().endswith(self._same)

    def _read(self, match: re.Match[str], mandate: tuple[int, int] | None) -> str | None:
        group = match.groupdict()
        if match["year"] and self._opened_from(match):
            return self._since(int(match["year"]))
        told = self._years(group, mandate) or self._stretched(group)
        if told is not None:
            return told
        if group["bare"] is not None:
            return self._bare_months(match)
        if group["told"] is not None and self._elapsed.search(self._before(match)):
            return None  # how long it took (``sau 3 tháng thực hiện``)
        if group["gone"]:
            return self._past_year(match)
        if group["whole"]:
            return self._whole_year()
        if group["y_start"]:
            return f"{group['y_start']}-01"
        return self._part(group) or self._relative(group)

    def _years(self, group: dict[str, str | None], mandate: tuple[int, int] | None) -> str | None:
        """A year or years that are named, or the half of a term."""
        if group["year"]:
            return group["year"]
        if group["since"]:
            return self._since(int(group["since"]))
        for opened, closed in _STRETCHES:
            if group[opened]:
                return f"{group[opened]}-{group[closed]}"
        if group["half"]:
            first, last = group["half_from"], group["half_to"]
            return self._half_mandate((int(first), int(last)) if first and last else mandate)
        return None

    def _stretched(self, group: dict[str, str | None]) -> str | None:
        """From a day or month to another, or until now."""
        if group["todate"] or group["sincestart"]:
            return self._to_date()
        if group["y_todate"]:
            return self._opened_year(int(group["y_todate"]), group["start_to"])
        if group["from"]:
            return self._stretch(group)
        if group["reform"]:
            return self._since_reform(group)
        year = group["y_begun"] or group["y_begun_to"] or self.year
        return first_months(int(year), int(group["begun_to"])) if group["begun_to"] and year else None

    def _opened_from(self, match: re.Match[str]) -> bool:
        """Whether a sentence opens with a year since when all goes on (``Từ năm 2011, xã đã huy động …``)."""
        start = self._scan.sentence(match.start()).start
        goes_on = self._folded.startswith(",", match.end())
        return goes_on and self._from_then.fullmatch(self._folded, start, match.start()) is not None

    def _since(self, year: int) -> str:
        """From a year until now."""
        return f"{year}-{self.year}" if self.year is not None and self.year > year else str(year)

    def _opened_year(self, year: int, month: str | None) -> str | None:
        """From the start of a year to one of its months, or until now."""
        last = int(month) if month else self.month if year == self.published else None
        return first_months(year, last) if last else self._since(year)

    def _count(self, digits: str | None) -> int:
        """A small number in digits or words."""
        return int(digits) if digits and digits.isdigit() else self._spelled.get(digits or "", 0)

    def _whole_year(self) -> str | None:
        """The year of an article that reports a part of it, or of the one that appears in it."""
        for match in self._matches:
            named = [match[key] for key in _PARTS if match[key]]
            if match["months"] or match["firsthalf"] or match["secondhalf"]:
                return named[0] if named else str(self.year) if self.year else None
        begun = self.month is not None and self.month <= _BEGINNING
        return str(self.published) if self.published is not None and not begun else None

    def _stretch(self, group: dict[str, str | None]) -> str | None:
        """From a day or month of a year to another, or until now: whole months, else its days.

        A lone number before a day is a day of the same month (``từ ngày 10 đến 16/11``).
        Where only the end has a year, a later month is of the year before (``từ 15/12 đến 14/11/2025``).
        """
        day, first, since = (group[key] or group[f"{key}2"] for key in ("from_day", "from_month", "y_from"))
        last_day, last, until = (group[key] or group[f"{key}2"] for key in ("to_day", "to_month", "y_to"))
        if day is None and since is None and last_day and not (group["from"] or "").endswith(self._months):
            day, first = first, last
        start, end = int(first or 0), int(last or self.month or 0)
        if not (1 <= start <= MONTHS and 1 <= end <= MONTHS):
            return None
        closed = until or (self.year if since is None else int(since) + (start > end and last is not None))
        opened = since or (int(closed) - (start > end) if closed and until else closed)
        dated = day or since or group["from"] not in self._bare_since
        if opened is None or closed is None or not dated:
            return None
        if last is None:
            closed = max(int(opened), self.year or int(opened))
        return between(int(opened), start, day, int(closed), end, last_day)

    def _since_reform(self, group: dict[str, str | None]) -> str | None:
        """From July 2025, when local government came to have two levels, to a month, or until now."""
        year = int(group["y_ref"] or group["y_ref2"] or self.published or _REFORM[0])
        month = int(group["ref_month"] or group["ref_month2"] or self.month or 0)
        if not 1 <= month <= MONTHS or (year, month) < _REFORM:
            return None
        return between(*_REFORM, None, year, month, None)

    def _bare_months(self, match: re.Match[str]) -> str | None:
        """Months without a year: of the year that they had before, or the months that are just over."""
        count = self._count(match["months"])
        year = self._opened.get(count)
        if count in self._opened:
            year = year or (str(self.year) if self.year is not None else None)
        elif self.published and self.month and count > 1 and self._counted_so_far(match):
            over = self.month - 1 or MONTHS
            since = self.published if count <= self.month else self.published - 1
            year = str(since) if count in (self.month, over) else None
        return first_months(int(year), count) if year else None

    def _counted_so_far(self, match: re.Match[str]) -> bool:
        """Whether words for what was done until now, or what is measured, stand before months."""
        if self._so_far.search(self._before(match)):
            return True
        start = max(0, match.start() - _MEASURED)
        measured = self._scan.hits_within(start, match.start(), "indicator")
        last = max((hit.end for hit in measured if not hit.weak), default=None)
        return last is not None and not _PARTING.search(self._folded, last, match.start())

    def _past_year(self, match: re.Match[str]) -> str | None:
        """The year that is ending or has just ended, where a sentence or a clause opens with it."""
        before = self._before(match)
        opens = not before or before[-1] in ".,\n" or self._within.search(match.group()) is not None
        if not (opens and self.published and self.month):
            return None
        if self.month <= QUARTER:
            return str(self.published - 1)
        return str(self.published) if self.month > MONTHS - QUARTER else None

    def _before(self, match: re.Match[str]) -> str:
        """The words right before a match."""
        return self._folded[max(0, match.start() - 24) : match.start()].rstrip(" ")

    def _half_mandate(self, mandate: tuple[int, int] | None) -> str | None:
        if mandate is None:
            return None
        end = self.published if self.published and mandate[0] <= self.published <= mandate[1] else None
        return f"{mandate[0]}-{end}" if end else f"{mandate[0]}-{mandate[1]}"

    def _to_date(self) -> str | None:
        if self.published and self.month:
            return f"{self.published}-01/{self.published}-{self.month:02d}"
        if self.year is None:
            return None
        for match in self._matches:
            if match["firsthalf"] or match["months"]:
                return self._part(match.groupdict())
        return str(self.year)

    def _part(self, group: dict[str, str | None]) -> str | None:
        named = group["y_upto"] or next((group[key] for key in _PARTS if group[key]), None)
        dated = group["y_day"] or group["y_day2"]
        year = named or group["y_month"] or dated or self.year
        if year is None:
            return None
        if group["q_last"] or group["m_last"]:
            year = int(year) - 1
        if group["secondhalf"]:
            return f"{year}-H2"
        if group["firsthalf"]:
            return f"{year}-H1"
        if group["months"] or group["upto"]:
            return first_months(int(year), self._count(group["months"] or group["upto"]))
        if group["rest"]:
            return last_months(int(year), self._count(group["rest"]))
        if group["alone"] and 1 <= int(group["alone"]) <= MONTHS:
            return f"{year}-{int(group['alone']):02d}"
        if group["quarter"]:
            quarter = _ROMAN.get(group["quarter"]) or self._count(group["quarter"])
            if group["till"]:
                return first_months(int(year), QUARTER * quarter)
            return f"{year}-Q{quarter}" if quarter <= _LAST_QUARTER else None
        if group["month"] and 1 <= int(group["month"]) <= MONTHS:
            return f"{year}-{int(group['month']):02d}"
        day, month = (int(group[key] or group[f"{key}2"] or 0) for key in ("day", "day_month"))
        fraction = group["day2"] and day <= month and not dated and group["closed"] is None
        if day and 1 <= month <= MONTHS and not fraction:
            if day >= LAST_DAYS and not dated:
                return first_months(int(year), month)
            return f"{year}-{month:02d}-{day:02d}"
        return None

    def _relative(self, group: dict[str, str | None]) -> str | None:
        if self.published is None:
            return None
        for key, shift in (("this", 0), ("last", -1), ("next", 1)):
            if group[key]:
                return str(self.published + shift)
        return None
