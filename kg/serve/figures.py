"""What of an answer can be drawn: an indicator over the years, places on a map.

The map is drawn here as SVG; it runs nothing, loads nothing, and takes its colours from the page.  Text is
escaped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from math import cos, radians, sqrt
from typing import Final

from kg.serve.drawing import Chart, Point, chart
from kg.serve.results import Table, number
from kg.serve.spoken import middle

_MAP_SIZE: Final = 480.0
_DOT, _DOT_MORE = 3.0, 9.0
_FARTHEST: Final = 90.0
_LEAST: Final = 0.05


def charts(table: Table) -> list[tuple[str, Chart]]:
    """Draw indicators over time from the columns of such questions, a chart for each unit of measure.

    The unit is empty for billions of dong.
    """
    if not {"place", "period", "value"} <= set(table.columns):
        return []
    found: dict[str, list[Point]] = defaultdict(list)
    columns = ("place", "period", "indicator", "kind", "scale", "value", "billionDong")
    for place, period, indicator, kind, scale, shown, dong in zip(*map(table.column, columns), strict=True):
        value, time = number(dong or shown), middle(period)
        if value is not None and time is not None:
            words = f"{place}, {indicator}, {period}: {shown} {scale}"
            point = Point(time, value, f"{place} · {indicator}", kind == "target", words)
            found["" if dong else scale].append(point)
    drawn = ((unit, chart(found[unit])) for unit in sorted(found, key=lambda each: (-len(found[each]), each)))
    return [(unit, each) for unit, each in drawn if each is not None]


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
