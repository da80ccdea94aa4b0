"""Drawings of answers as SVG: an indicator over the years, places on a map.

They are drawn here, run nothing, load nothing, and take their colours from the page.  Text is escaped.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import cos, floor, log10, radians, sqrt
from typing import Final

from kg.serve.results import Table, number

_WIDTH: Final = 860.0
_HEIGHT: Final = 380.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 70.0, 16.0, 14.0, 34.0
_SERIES: Final = 8
_COLOURS: Final = 6
_YEAR: Final = re.compile(r"(\d{4})(?:-(H|Q)?(\d{1,2})(?:-\d{2})?)?")
_TERM: Final = re.compile(r"(\d{4})-(\d{4})")
_MAP_SIZE: Final = 480.0
_DOT, _DOT_MORE = 3.0, 9.0
_FARTHEST: Final = 90.0
_LEAST: Final = 0.05
_TICKS: Final = 4
_YEARS: Final = 12
_THIN: Final = "\u202f"


@dataclass(frozen=True, slots=True)
class Point:
    """A value at a time (in years) with its words; ``aim`` for what was only planned."""

    time: float
    value: float
    words: str
    aim: bool


def year(period: str) -> float | None:
    """Give the middle of a period in years: of a year, a half, a quarter, a month, ``A/B``, a term."""
    ends = [_YEAR.fullmatch(part) for part in _TERM.sub(r"\1/\2", period).split("/")]
    found = [_middle(each) for each in ends if each is not None]
    return sum(found) / len(found) if found and len(found) == len(ends) else None


def _middle(found: re.Match[str]) -> float:
    part = int(found[3] or 0)
    size = {"H": 0.5, "Q": 0.25}.get(found[2] or "", 1 / 12)
    return int(found[1]) + ((part - 0.5) * size if part else 0.5)


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing, the unit of measure (empty for billions of dong), and the names of its lines."""

    unit: str
    svg: str
    names: tuple[str, ...]
    left_out: int


def charts(table: Table) -> list[Chart]:
    """Draw indicators over time, a chart for each unit of measure, from the columns of such questions.

    A chart needs two points in time; of many series it shows those with most points.
    """
    if not {"place", "period", "value"} <= set(table.columns):
        return []
    found: dict[str, dict[str, list[Point]]] = defaultdict(lambda: defaultdict(list))
    columns = ("place", "period", "indicator", "kind", "scale", "value", "billionDong")
    for place, period, indicator, kind, scale, shown, dong in zip(*map(table.column, columns), strict=True):
        value, time = number(dong or shown), year(period)
        if value is not None and time is not None:
            words = f"{place}, {indicator}, {period}: {shown} {scale}"
            found["" if dong else scale][f"{place} · {indicator}"].append(
                Point(time, value, words, kind == "target")
            )
    return [
        chart
        for unit in sorted(found, key=lambda each: _rank(found, each))
        for chart in _chart(unit, found[unit])
    ]


def _rank(found: Mapping[str, Mapping[str, list[Point]]], unit: str) -> tuple[int, str]:
    return -sum(map(len, found[unit].values())), unit


def _chart(unit: str, series: Mapping[str, list[Point]]) -> Iterator[Chart]:
    ordered = sorted(series.items(), key=lambda each: (-len(each[1]), each[0]))
    chosen = ordered[:_SERIES]
    if len({point.time for _, points in chosen for point in points}) > 1:
        drawing = "".join(_drawn([points for _, points in chosen]))
        yield Chart(unit, drawing, tuple(name for name, _ in chosen), len(ordered) - len(chosen))


def _drawn(series: Sequence[Sequence[Point]]) -> Iterator[str]:
    times = [point.time for points in series for point in points]
    first, last = floor(min(times)), floor(max(times)) + 1
    top = max(point.value for points in series for point in points)
    low = min(0.0, *(point.value for points in series for point in points))
    step = _step((top - low) or 1.0)
    high = low + step * (floor((top - low) / step) + 1)

    def across(time: float) -> float:
        return _LEFT + (time - first) / (last - first) * (_WIDTH - _LEFT - _RIGHT)

    def up(value: float) -> float:
        return _HEIGHT - _BOTTOM - (value - low) / (high - low) * (_HEIGHT - _TOP - _BOTTOM)

    yield f'<svg class="chart" viewBox="0 0 {_WIDTH:g} {_HEIGHT:g}" role="img" aria-hidden="true">'
    value = low
    while value <= high + step / 2:
        y = up(value)
        yield f'<line class="grid" x1="{_LEFT:g}" x2="{_WIDTH - _RIGHT:g}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield _tick(_LEFT - 8, y + 4, "end", f"{value:,.12g}".replace(",", _THIN))
        value += step
    every = max(1, (last - first) // _YEARS)
    for each in range(first, last, every):
        yield _tick(across(each + 0.5), _HEIGHT - 10, "middle", str(each))
    for place, points in enumerate(series):
        yield from _line(place, sorted(points, key=lambda point: (point.time, point.value)), across, up)
    yield "</svg>"


def _tick(x: float, y: float, anchor: str, words: str) -> str:
    return f'<text class="tick" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{words}</text>'


def _line(
    place: int, points: Sequence[Point], across: Callable[[float], float], up: Callable[[float], float]
) -> Iterator[str]:
    """Draw a series: its results joined by a line, its targets as open points."""
    path = " ".join(f"{across(p.time):.1f},{up(p.value):.1f}" for p in points if not p.aim)
    yield f'<g class="series series-{place % _COLOURS}"><polyline points="{path}"/>'
    for point in points:
        kind = "aim" if point.aim else "result"
        x, y = across(point.time), up(point.value)
        words = f"<title>{escape(point.words)}</title>"
        yield f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="5">{words}</circle>'
    yield "</g>"


def _step(span: float) -> float:
    """Give a round step that parts a span into some four."""
    rough = span / _TICKS
    power: float = 10.0 ** floor(log10(rough))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)


@dataclass(frozen=True, slots=True)
class Place:
    """A point on a map; ``many`` is how much is there."""

    north: float
    east: float
    words: str
    link: str
    many: float


def places(table: Table) -> str:
    """Draw a map of the rows that have coordinates (columns ``lat`` and ``long``); nothing without any.

    Degrees east are shortened as they are in the middle of the map, so that its shapes are true.
    """
    name = next(
        (each for each in ("unitName", "name", "place", "label", "unit") if each in table.columns), ""
    )
    columns = (name, "lat", "long", "articles")
    rows = zip(*map(table.column, columns), _links(table, name), strict=True)
    found = [
        Place(north, east, words, link, number(many) or 1.0)
        for words, lat, long, many, link in rows
        if (north := number(lat)) is not None
        and (east := number(long)) is not None
        and abs(north) <= _FARTHEST
        and abs(east) <= 2 * _FARTHEST
    ]
    return "".join(_map(found)) if found else ""


def _links(table: Table, name: str) -> list[str]:
    """Give for each row the page of the thing that it is about: its own cell's, or that of ``unit``."""
    chosen = [table.columns.index(each) for each in (name, "unit") if each in table.columns]
    return [next((row[place].link for place in chosen if row[place].link), "") for row in table.rows]


def _map(found: Sequence[Place]) -> Iterator[str]:
    north, south = max(each.north for each in found), min(each.north for each in found)
    east, west = max(each.east for each in found), min(each.east for each in found)
    narrow = cos(radians((north + south) / 2))
    span = max((east - west) * narrow, north - south, _LEAST)
    margin = span * 0.06
    scale = _MAP_SIZE / (span + 2 * margin)
    width = ((east - west) * narrow + 2 * margin) * scale
    height = ((north - south) + 2 * margin) * scale
    size = f'viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}"'
    yield f'<svg class="map" {size} role="group">'
    most = max(each.many for each in found)
    for each in sorted(found, key=lambda place: -place.many):
        x = ((each.east - west) * narrow + margin) * scale
        y = (north - each.north + margin) * scale
        words = escape(each.words)
        radius = _DOT + _DOT_MORE * sqrt(each.many / most)
        dot = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"><title>{words}</title></circle>'
        yield f'<a href="{escape(each.link)}" aria-label="{words}">{dot}</a>' if each.link else dot
    yield "</svg>"
