"""When an article without a date must have appeared, by what its own text proves."""

from __future__ import annotations

import re

from kg.model import Facts, IndicatorKind

_ENDS = {"H1": "06", "H2": "12", "Q1": "03", "Q2": "06", "Q3": "09", "Q4": "12"}
_PART = re.compile(r"^(\d{4})-(H[12]|Q[1-4])$")
_DATE = re.compile(r"^\d{4}(?:-\d\d(?:-\d\d)?)?$")
_NAMED = re.compile(r"(?:1(?<!\d.)9|2(?<!\d.)0)\d\d(?!\d)")
_APART, _ROUND = 3, 5
_YEAR, _SPAN = len("2022"), len("2020-2025")


def bounds(facts: Facts) -> str | None:
    """The EDTF interval of an undated article; ``None`` for a dated one or when nothing bounds it.

    An article can't be older than a document, a meeting or a result that it reports. A result far after
    all other years that the text names, in a year to which plans reach, proves nothing: it is likelier a
    goal. The article belongs to the last year that it sets a theme or a target for, if that is the year
    of the lower bound or the next one; else the interval stays open (``2022-12-02/..``).
    """
    if facts.article.published is not None:
        return None
    proofs = [d.date for d in facts.documents] + [e.date for e in facts.events]
    years = {int(year) for year in _NAMED.findall(facts.text.content)}
    ends = [_end(i.period) for i in facts.indicators if i.kind is IndicatorKind.RESULT]
    proofs += [end for end in ends if end is not None and not _astray(int(end[:4]), years)]
    lower = max((p for p in proofs if p is not None and _DATE.match(p)), default=None)
    if lower is None:
        return None
    first = int(lower[:4])
    plans = [t.period for t in facts.themes]
    plans += [i.period for i in facts.indicators if i.kind is IndicatorKind.TARGET]
    planned = {int(p[:4]) for p in plans if p is not None and p[:4].isdigit()}
    later = [year for year in planned if year in (first, first + 1)]
    return f"{lower}/{max(later)}" if later else f"{lower}/.."


def _astray(year: int, named: set[int]) -> bool:
    """Whether a year stands alone, years after every other one, and is one that plans reach to (2030)."""
    others = named - {year}
    return not year % _ROUND and bool(others) and all(year - other > _APART for other in others)


def _end(period: str | None) -> str | None:
    """The last date of a period as an EDTF date."""
    if period is None:
        return None
    last = period.rpartition("/")[2]
    part = _PART.match(last)
    if part is not None:
        return f"{part.group(1)}-{_ENDS[part.group(2)]}"
    return last if len(last) in (7, 10) and _DATE.match(last) else _year_over(last)


def _year_over(period: str) -> str | None:
    """A result of a whole year proves that the year has (nearly) passed: its December is the bound.

    One of a term or a span of years may be told midway: only the first year is proved to have begun.
    """
    years = re.findall(r"\d{4}", period)
    if len(period) == _SPAN:
        return years[0] if years else None
    return f"{years[0]}-12" if years and len(period) == _YEAR else None
