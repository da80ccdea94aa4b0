"""Where every unit's card stands: communes inside districts inside provinces, provinces packed on a page.

The same chart always gives the same scene.  A card holds its unit's own block first and the cards of the
units below it after that, in as many columns as make it about as wide as a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kg.draw.block import BLOCK_WIDTH, Block, Box, build_block
from kg.draw.chart import Chart, UnitNode
from kg.draw.typeset import printable, wrap
from kg.draw.wording import Words

_PAD: Final = 22.0
_GAP: Final = 18.0
_HEAD_PAD: Final = 11.0
_MARGIN: Final = 40.0
_CARD_ASPECT: Final = 1.35
PAGE_ASPECT: Final = 1.3
_HEAD_SIZES: Final = (20.0, 20.0, 17.0, 15.0)
_LARGEST_HEAD: Final = 64.0
_LARGEST_GAP: Final = 120.0


@dataclass(frozen=True, slots=True)
class Card:
    """A unit's frame, its heading's lines and size, and the origin of its block."""

    unit: UnitNode
    box: Box
    heading: tuple[str, ...]
    heading_size: float
    head_height: float
    block: Block
    block_x: float
    block_y: float


@dataclass(frozen=True, slots=True)
class Scene:
    """The whole page: cards in the order of the chart's units."""

    width: float
    height: float
    chart: Chart
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """A card that knows its size and where its parts stand in it, but not where it stands itself."""

    unit: UnitNode
    width: float
    height: float
    heading: tuple[str, ...]
    heading_size: float
    head_height: float
    block: Block
    columns: int
    parts: tuple[tuple[_Frame, float, float], ...]


def build_scene(chart: Chart, words: Words) -> Scene:
    """Give every unit of ``chart`` its card."""
    frames = [_frame(root, words) for root in chart.roots]
    places, width, height = _pack(frames)
    cards: list[Card] = []
    for frame, (x, y) in zip(frames, places, strict=True):
        _place(frame, x + _MARGIN, y + _MARGIN, frame.width, cards)
    cards.sort(key=lambda card: card.unit.index)
    return Scene(width + 2 * _MARGIN, height + 2 * _MARGIN, chart, tuple(cards))


def _frame(unit: UnitNode, words: Words) -> _Frame:
    block = build_block(unit, words)
    inner = [_frame(child, words) for child in unit.children]
    widest = max([BLOCK_WIDTH, *(frame.width for frame in inner)])
    block_height = block.height + _GAP if block.height else 0.0
    columns = _columns(widest, [block_height, *(frame.height + _GAP for frame in inner)])
    width = columns * widest + (columns - 1) * _GAP + 2 * _PAD
    size = min(_LARGEST_HEAD, _HEAD_SIZES[min(unit.ref.level, 3)] + 8.0 * (columns - 1))
    heading = wrap(printable(unit.ref.label or words("nowhere")), width - 2 * _PAD - 60.0, size, bold=True)
    head_height = len(heading) * size * 1.25 + 2 * _HEAD_PAD
    parts, depth = _fill_columns(inner, columns, widest, block_height)
    height = head_height + max(0.0, depth - _GAP) + _PAD
    return _Frame(unit, width, height, heading, size, head_height, block, columns, parts)


def _columns(width: float, heights: Sequence[float]) -> int:
    """In how many columns a card comes nearest to the wished shape."""

    def strain(columns: int) -> tuple[float, int]:
        depth = max(sum(heights) / columns, *heights)
        shape = columns * width / depth if depth else _CARD_ASPECT
        return (max(shape / _CARD_ASPECT, _CARD_ASPECT / shape), columns)

    return min(range(1, max(1, len(heights)) + 1), key=strain)


def _fill_columns(
    frames: Sequence[_Frame], columns: int, width: float, first: float
) -> tuple[tuple[tuple[_Frame, float, float], ...], float]:
    """Each card in turn into the shortest column; the unit's own block heads the first one."""
    depths = [first, *([0.0] * (columns - 1))]
    parts = []
    for frame in frames:
        column = min(range(columns), key=lambda column: (depths[column], column))
        parts.append((frame, _PAD + column * (width + _GAP), depths[column]))
        depths[column] += frame.height + _GAP
    return tuple(parts), max(depths)


def _place(frame: _Frame, x: float, y: float, width: float, cards: list[Card]) -> None:
    top = y + frame.head_height
    column = (frame.width - 2 * _PAD - (frame.columns - 1) * _GAP) / frame.columns
    stretch = width - frame.width if frame.columns == 1 else 0.0
    block_x = x + _PAD + (column + stretch - BLOCK_WIDTH) / 2
    box = Box(x, y, width, frame.height)
    cards.append(
        Card(frame.unit, box, frame.heading, frame.heading_size, frame.head_height, frame.block, block_x, top)
    )
    for part, part_x, part_y in frame.parts:
        _place(part, x + part_x, top + part_y, column + stretch, cards)


def _pack(frames: Sequence[_Frame]) -> tuple[list[tuple[float, float]], float, float]:
    """Give the cards' places on a page about as wide as a screen; many cards stand further apart."""
    if not frames:
        return [], BLOCK_WIDTH, 0.0
    gap = min(_LARGEST_GAP, _GAP + 4.0 * (len(frames) - 1))
    sizes = [(frame.width + gap, frame.height + gap) for frame in frames]
    widest, total = max(width for width, _ in sizes), sum(width for width, _ in sizes)
    tries: list[tuple[float, int, list[tuple[float, float]], float, float]] = []
    for order in _orders(sizes):
        for step in range(25):
            places = _skyline(sizes, order, widest + (total - widest) * (step / 24) ** 2)
            width = max(x + w for (x, _), (w, _) in zip(places, sizes, strict=True)) - gap
            height = max(y + h for (_, y), (_, h) in zip(places, sizes, strict=True)) - gap
            tries.append((max(width / PAGE_ASPECT, height), len(tries), places, width, height))
    _, _, places, width, height = min(tries, key=lambda entry: entry[:2])
    return places, width, height


def _orders(sizes: Sequence[tuple[float, float]]) -> Iterator[list[int]]:
    """In which order to pack: as the units are named, the highest first, the widest first."""
    places = range(len(sizes))
    yield list(places)
    yield sorted(places, key=lambda place: (-sizes[place][1], place))
    yield sorted(places, key=lambda place: (-sizes[place][0], -sizes[place][1], place))


def _skyline(
    sizes: Sequence[tuple[float, float]], order: Sequence[int], limit: float
) -> list[tuple[float, float]]:
    """Bottom-left packing: each card in turn where it lies highest, then leftmost."""
    skyline: list[tuple[float, float, float]] = [(0.0, limit, 0.0)]
    places = [(0.0, 0.0)] * len(sizes)
    for index in order:
        width, height = sizes[index]
        y, x = min((_level(skyline, x, width), x) for x, _, _ in skyline if x + width <= limit + 0.01)
        places[index] = (x, y)
        skyline = _raised(skyline, x, x + width, y + height)
    return places


def _level(skyline: Sequence[tuple[float, float, float]], x: float, width: float) -> float:
    return max(top for start, end, top in skyline if start < x + width - 0.01 and end > x + 0.01)


def _raised(
    skyline: Sequence[tuple[float, float, float]], x0: float, x1: float, top: float
) -> list[tuple[float, float, float]]:
    raised = []
    for start, end, level in skyline:
        if start < x0:
            raised.append((start, min(end, x0), level))
        if end > x1:
            raised.append((max(start, x1), end, level))
    raised.append((x0, x1, top))
    return sorted(segment for segment in raised if segment[1] - segment[0] > 0.01)
