"""What pages draw on the server: bars of time, a chart of values, points on a map; plain numbers for SVG.

Positions are percentages or pixels that a template writes as attributes of SVG elements: nothing needs a
script or a style of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Final

from kg.serve.spoken import Time, decimal

_STUB: Final = 2.5
_THIN: Final = 0.9
_TICKS: Final = 6


@dataclass(frozen=True, slots=True)
class Axis:
    """A stretch of years with the years to mark."""

    first: float
    last: float
    step: int

    def at(self, year: float) -> float:
        """Give where a year lies, in percent."""
        return round(100 * (year - self.first) / (self.last - self.first), 2)

    @property
    def ticks(self) -> list[tuple[float, int]]:
        """Give the marked years with their places."""
        years = range(ceil(self.first), floor(self.last) + 1)
        return [(self.at(year), year) for year in years if year % self.step == 0]


@dataclass(frozen=True, slots=True)
class Bar:
    """A time as drawn, in percent: sure from ``start`` for ``width``; what may be on both sides of it."""

    start: float
    width: float
    maybe_before: float
    maybe_after: float
    open_begin: bool
    open_end: bool


def axis(times: Iterable[Time]) -> Axis | None:
    """Give the years that some times need; none when nothing is dated."""
    days = [day for time in times for pair in (time.begin, time.end, time.attested) for day in pair if day]
    years = [found for each in days if (found := decimal(each)) is not None]
    if not years:
        return None
    first, last = floor(min(years)) - 0.4, ceil(max(years) + 0.01) + 0.4
    return Axis(first, last, next(s for s in (1, 2, 5, 10, 20, 50, 100) if (last - first) / s <= _TICKS))


def bar(time: Time, scale: Axis) -> Bar | None:
    """Draw a time; none when nothing dates it."""
    points = [decimal(each) if each else None for each in (*time.begin, *time.attested, *time.end)]
    begin_first, begin_last, first, last, end_first, end_last = points
    sure = [each for each in (begin_last, first, last, end_first) if each is not None]
    if time.once is not None:
        return _maybe(scale.at(min(sure)), scale.at(max(sure)))
    if not sure:
        sure = [each for each in (begin_first, end_last) if each is not None]
    if not sure:
        return None
    start, end = scale.at(min(sure)), scale.at(max(sure))
    before = scale.at(begin_first) if begin_first is not None else start - _STUB
    after = scale.at(end_last) if end_last is not None else end + _STUB
    return Bar(
        start=start,
        width=round(max(end - start, _THIN), 2),
        maybe_before=round(max(0.0, start - before), 2),
        maybe_after=round(max(0.0, after - max(end, start + _THIN)), 2),
        open_begin=begin_first is None,
        open_end=end_last is None,
    )


def _maybe(start: float, end: float) -> Bar:
    """Draw a stretch in which a post was held at some time."""
    return Bar(start, 0.0, 0.0, round(max(end - start, _THIN), 2), open_begin=False, open_end=False)


# -- values across years -------------------------------------------------------------------------------------

WIDTH: Final = 720
HEIGHT: Final = 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 16, 14, 34
_COLOURS: Final = 6
_BEYOND: Final = 1e100
_WIDE: Final = 200.0
"""From this ratio of the largest to the smallest value on, even steps would hide the small ones."""


@dataclass(frozen=True, slots=True)
class Point:
    """A value in a year; ``series`` tells whose, ``target`` an aim, ``anchor`` where it stands."""

    year: float
    value: float
    series: str
    target: bool
    title: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A point as drawn."""

    x: float
    y: float
    colour: int
    target: bool
    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as drawn: marks, lines of results, both axes, the legend."""

    marks: tuple[Mark, ...]
    lines: tuple[tuple[int, str], ...]
    years: tuple[tuple[float, str], ...]
    values: tuple[tuple[float, float], ...]
    legend: tuple[tuple[int, str], ...]
    left_out: int
    by_powers: bool = False
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    bottom: int = HEIGHT - _BOTTOM
    right: int = WIDTH - _RIGHT


def chart(points: Sequence[Point]) -> Chart | None:
    """Draw values across years, at most six series; none for fewer than two points in time."""
    named: dict[str, int] = {}
    points = [point for point in points if abs(point.value) < _BEYOND]
    for point in points:
        named[point.series] = named.get(point.series, 0) + 1
    kept = sorted(named, key=lambda each: (-named[each], each))[:_COLOURS]
    drawn = [point for point in points if point.series in kept]
    if len({point.year for point in drawn}) < 2:
        return None
    colours = {series: place for place, series in enumerate(kept)}
    values = [point.value for point in drawn]
    by_powers = 1 / _BEYOND < min(values) < max(values) / _WIDE
    low, high, ticks = _powers(values) if by_powers else _scale(values)
    first, latest = floor(min(p.year for p in drawn)), max(p.year for p in drawn)
    last = max(floor(latest) + 1, ceil(latest + 0.3))

    def x(year: float) -> float:
        return round(_LEFT + (year - first) / (last - first) * (WIDTH - _LEFT - _RIGHT), 1)

    def y(value: float) -> float:
        up = log10(value / low) / log10(high / low) if by_powers else (value - low) / (high - low)
        return round(HEIGHT - _BOTTOM - up * (HEIGHT - _TOP - _BOTTOM), 1)

    step = max(1, ceil((last - first) / 12))
    marks = [Mark(x(p.year), y(p.value), colours[p.series], p.target, p.title, p.anchor) for p in drawn]
    return Chart(
        marks=tuple(marks),
        lines=tuple(_lines(drawn, colours, x, y)),
        years=tuple((x(year + 0.5), str(year)) for year in range(first, last, step)),
        values=tuple((y(value), value) for value in ticks),
        legend=tuple((colours[series], series) for series in kept),
        left_out=len(points) - len(drawn),
        by_powers=by_powers,
    )


def _lines(
    points: Sequence[Point], colours: dict[str, int], x: Callable[[float], float], y: Callable[[float], float]
) -> Iterable[tuple[int, str]]:
    """Join the results of a series where each time has one value; several would make a tangle."""
    for series, colour in colours.items():
        told = sorted({(p.year, p.value) for p in points if p.series == series and not p.target})
        if len(told) > 1 and len({year for year, _ in told}) == len(told):
            yield colour, " ".join(f"{x(year)},{y(value)}" for year, value in told)


def _scale(values: Sequence[float]) -> tuple[float, float, list[float]]:
    """Give the ends of an axis and round values between."""
    low, high = min(0.0, *values), max(0.0, *values)
    if high - low < 1 / _BEYOND:
        high = low + 1
    raw = (high - low) / 4
    power = 10.0 ** floor(log10(raw))
    step = next(each * power for each in (1, 2, 2.5, 5, 10) if each * power >= raw * 0.999)
    first, last = floor(low / step), ceil(high / step)
    return first * step, last * step, [round(place * step, 10) for place in range(first, last + 1)]


def _powers(values: Sequence[float]) -> tuple[float, float, list[float]]:
    """Give the ends of an axis whose steps are powers of ten, and at most seven of these."""
    first, last = floor(log10(min(values))), ceil(log10(max(values)))
    step = max(1, ceil((last - first) / 6))
    last += (first - last) % step
    return 10.0**first, 10.0**last, [10.0**power for power in range(first, last + 1, step)]


# -- places --------------------------------------------------------------------------------------------------

MAP_WIDTH: Final = 320
MAP_HEIGHT: Final = 520
_WEST, _EAST, _SOUTH, _NORTH = 102.0, 110.0, 8.0, 23.6


def place(longitude: float, latitude: float) -> tuple[float, float] | None:
    """Give where a place of Vietnam's mainland and near islands lies on the map; none beyond its edges."""
    if not (_WEST <= longitude <= _EAST and _SOUTH <= latitude <= _NORTH):
        return None
    x = (longitude - _WEST) / (_EAST - _WEST) * MAP_WIDTH
    y = (_NORTH - latitude) / (_NORTH - _SOUTH) * MAP_HEIGHT
    return round(x, 1), round(y, 1)
