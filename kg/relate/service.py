"""From when to when a post was held, by the dates that stand beside it.

They stand before it (``từ tháng 5/2010 đến 2015``), in brackets behind it or in the words that follow it
(``kể từ ngày 1/7/2021``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.lexicon import Hit, Lexicon
from kg.mention import Scan, longest
from kg.model import Status
from kg.normalise import fold
from kg.patterns import one_of
from kg.relate.days import days
from kg.relate.event_days import Calendar
from kg.relate.listed import Holding
from kg.relate.posts import Post

_YEAR = re.compile(
    r"(?<![\d/.])(?<!\D\d\d-)(?<!\D\d-)(?:(?P<month>0?[1-9]|1[0-2])[/.-])?(?P<year>(?:19|20)\d\d)(?!\d)"
)
"""A year, perhaps with its month, that is part of no day and may end a span (``2010-2015``)."""
_BRACKETS = re.compile(r" ?\(([^()]{4,40})\)")
_DASH = re.compile(r"\s?[-–—]\s?(?:[^\W\d]+\s){0,2}")
_TO = re.compile(r"[^,;()\d]{1,20}")
_OPENS = frozenset({"from", "span"})
_TERM, _NOW = "term", "until-now"
_NEAR, _ENDS = 12, 2
_REACH, _DAY = 40, 6
_GAP = re.compile(r",?[^,;:()]{1,40}|\s?:\s")
_COMMA = re.compile(r"\s?,\s")
_CONCURRENTLY = "concurrently"
_ELSEWHERE = frozenset({"sequel", "before-office", "before-that", "transferred", "transfers"})
"""What follows such words came after the time told."""


_BEHIND = re.compile(r"[\s:|(,–-]{0,4}([^;|()\n]{4,40}?)\s?(?=[)|;.,\n]|$)")
_FIGURES = re.compile(r"[\s\d./–-]*")
_OF_TIME = _OPENS | {"span-to", "year", "month", "until-now"}
_LONGEST = 20
"""So many years at most is somebody told to have held a post; longer ones are those of a life."""


class Service(NamedTuple):
    """EDTF dates of a beginning and an end, and where the words for them begin and end."""

    since: str | None
    until: str | None
    start: int
    end: int


class _Point(NamedTuple):
    start: int
    end: int
    edtf: str


def service(
    scan: Scan, start: int, holding: Holding, posts: Sequence[Post], status: Status
) -> Service | None:
    """When a post was held, by the last dates from ``start`` on that lead up to it, or by brackets behind it.

    A post of the past has both ends, one of the present a beginning and words for `until now`; one that
    only time makes past has a beginning (``Từ năm 2016, ông là R``).  Of several ``posts`` behind the dates
    those count that are told in one breath.
    """
    post = holding.post
    end = _head(scan, post, posts)
    points = _points(scan, start, end)
    if status is Status.FORMER and len(points) > 1:
        first, last = points[-2:]
        in_order = first.edtf[:4] <= last.edtf[:4]
        if in_order and _joined(scan, start, first, last) and _leads_up(scan, last.end, end):
            return Service(first.edtf, last.edtf, first.start, last.end)
    if status is Status.CURRENT and points and _opened(scan, start, points[-1]):
        now = [hit.end for hit in scan.hits_within(points[-1].end, end, "cue") if hit.concept.key == _NOW]
        if now and _leads_up(scan, now[-1], end):
            return Service(points[-1].edtf, None, points[-1].start, now[-1])
    told = bracketed(scan, post) if status is Status.FORMER else None
    if told is None and status is Status.FORMER and holding.status is Status.CURRENT and len(points) == 1:
        (begun,) = points
        if _opened(scan, start, begun) and _leads_up(scan, begun.end, end):
            return Service(begun.edtf, None, begun.start, begun.end)
    return told


@lru_cache(maxsize=4)
def _leading_to(lexicon: Lexicon) -> re.Pattern[str]:
    """The words between a post and since when it is held (``, thời hạn 5 năm, kể``)."""
    labels = one_of(fold(label) for label in lexicon.concept("cue", "in-force").strong)
    year = re.escape(fold(lexicon.concept("cue", "year").label))
    count = rf"\s(?:\d{{4}}(?:\s?[-–]\s?\d{{4}})?|\d\d?(?:\s{year})?|[ivxl]+(?!\w))"
    return re.compile(rf"(?:(?:[,;]\s?|\s?\(|\s){labels}(?!\w)(?:{count})?)*,?\s")


def behind(
    scan: Scan, lexicon: Lexicon, holding: Holding, status: Status, *, leaves: bool = False
) -> Service | None:
    """When a post was held, by the words behind it and its holder (``…, thời hạn 5 năm, kể từ ngày 1/7``).

    A beginning for one that is held, an end for one that somebody left; both ends for one of the past.
    Of who ``leaves`` all offices they tell when the post that is held ends.
    """
    opening = _opening(scan, lexicon, holding)
    if opening is None:
        return None
    status = Status.ENDED if leaves and status is Status.CURRENT else status
    points = _points(scan, opening.start, opening.end + _REACH)
    points = points or _yearless(scan, lexicon, opening.end, opening.end + _REACH)
    if not points or points[0].start > opening.end + _DAY:
        return None
    first, held = points[0], status in (Status.CURRENT, Status.APPOINTED)
    if len(points) > 1 and _joined(scan, opening.start, first, points[1]):
        return None if held else Service(first.edtf, points[1].edtf, opening.start, points[1].end)
    if status is Status.ENDED or (status is Status.FORMER and holding.status is Status.ENDED):
        return Service(None, first.edtf, opening.start, first.end)
    begun = held or (holding.step is not None and not leaves)
    return Service(first.edtf, None, opening.start, first.end) if begun else None


def _opening(scan: Scan, lexicon: Lexicon, holding: Holding) -> Hit | None:
    """The word that begins the time behind a post and its holder, which may be read as the post's own."""
    post, end = holding.post, max(holding.post.end, holding.person.end)
    own = [h for h in scan.hits_within(post.start, post.end, "cue") if h.concept.key in _OPENS]
    if own:
        return own[0]
    leading = _leading_to(lexicon).match(scan.text.folded, end)
    if leading is None or leading.group().strip() == ",":
        return None
    return next((h for h in scan.hits_at(leading.end(), "cue") if h.concept.key in _OPENS), None)


def _yearless(scan: Scan, lexicon: Lexicon, start: int, end: int) -> list[_Point]:
    """The days of a stretch whose year the article tells elsewhere."""
    calendar = Calendar(scan, lexicon)
    completed = (calendar.complete(day) for day in days(scan, lexicon, start, end))
    return [_Point(day.start, day.end, day.edtf) for day in completed if day.edtf is not None]


def bracketed(scan: Scan, post: Post) -> Service | None:
    """`Chủ tịch UBND huyện X (2013 - 2017)`: from when to when the post before brackets was held."""
    told = _BRACKETS.match(scan.text.content, post.end)
    points = _points(scan, *told.span(1)) if told is not None else []
    if told is None or len(points) != _ENDS or points[0].edtf[:4] > points[1].edtf[:4]:
        return None
    first, last = points
    closed = last.end == told.end(1) and _joined(scan, told.start(1), first, last)
    return Service(first.edtf, last.edtf, first.start, last.end) if closed else None


def spanned(scan: Scan, end: int, stop: int) -> Service | None:
    """From when to when something was so, by years alone that close the item behind ``end``.

    ``… : từ năm 1990 đến năm 1995``, ``… | 2000 - 2010 |``, ``… (từ 2010 đến nay)``.
    """
    told = _BEHIND.match(scan.text.content, end, stop)
    points = _points(scan, *told.span(1)) if told is not None else []
    if told is None or not points:
        return None
    rest = scan.text.content[told.start(1) : told.end(1)]
    hits = longest(scan.hits_within(told.start(1), told.end(1), "cue"))
    for hit in reversed([h for h in hits if h.concept.key in _OF_TIME]):
        rest = rest[: hit.start - told.start(1)] + rest[hit.end - told.start(1) :]
    if _FIGURES.fullmatch(rest) is None:
        return None
    first, last = points[0], points[-1]
    if len(points) == 1:
        now = any(hit.concept.key == _NOW and hit.start >= first.end for hit in hits)
        return Service(first.edtf, None, first.start, told.end(1)) if now else None
    long = int(last.edtf[:4]) - int(first.edtf[:4])
    fitting = len(points) == _ENDS and 0 <= long <= _LONGEST
    return Service(first.edtf, last.edtf, first.start, last.end) if fitting else None


def _head(scan: Scan, post: Post, posts: Sequence[Post]) -> int:
    """Where the first of the posts begins that are told in one breath up to this one."""
    head = post.start
    for other in sorted(posts, key=lambda each: each.start, reverse=True):
        if other.end <= head and _one_breath(scan, other.end, head):
            head = other.start
    return head


def _one_breath(scan: Scan, start: int, end: int) -> bool:
    """Whether a comma or a word for `concurrently` ties two posts."""
    hits = scan.hits_within(start, end, "cue")
    return bool(_COMMA.fullmatch(scan.text.content, start, end)) or (
        len(hits) == 1
        and hits[0].concept.key == _CONCURRENTLY
        and not scan.text.content[start : hits[0].start].strip(" ,")
        and not scan.text.content[hits[0].end : end].strip()
    )


def _leads_up(scan: Scan, start: int, end: int) -> bool:
    """Whether the words between the dates and a post tell of this post alone."""
    if _GAP.fullmatch(scan.text.content, start, end) is None:
        return False
    return not any(hit.concept.key in _ELSEWHERE for hit in scan.hits_within(start, end, "cue"))


def _points(scan: Scan, start: int, end: int) -> list[_Point]:
    """The dates and bare years of a stretch, in order."""
    found = [
        _Point(date.start, date.end, date.edtf)
        for date in scan.dates
        if start <= date.start and date.end <= end and date.edtf is not None
    ]
    taken = [(date.start, date.end) for date in scan.dates]
    found.extend(
        _Point(year.start(), year.end(), _edtf(year))
        for year in _YEAR.finditer(scan.text.content, start, end)
        if not any(first <= year.start() < last for first, last in taken)
    )
    return sorted(found)


def _edtf(year: re.Match[str]) -> str:
    return f"{year['year']}-{int(year['month']):02d}" if year["month"] else year["year"]


def _joined(scan: Scan, start: int, first: _Point, last: _Point) -> bool:
    """Whether two dates are the ends of one stretch of time, and not of a term of office."""
    between = scan.text.content[first.end : last.start]
    if _DASH.fullmatch(between):
        return not _after(scan, start, first, _TERM)
    return _opened(scan, start, first) and _TO.fullmatch(between) is not None


def _opened(scan: Scan, start: int, point: _Point) -> bool:
    return any(_after(scan, start, point, key) for key in _OPENS)


def _after(scan: Scan, start: int, point: _Point, key: str) -> bool:
    """Whether a word stands right before a date, or runs into it (``từ năm 2010``)."""
    begin = max(start, point.start - _NEAR)
    hits = scan.hits_within(begin, point.end, "cue")
    return any(hit.concept.key == key and hit.start <= point.start for hit in hits)
