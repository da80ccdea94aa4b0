"""The network and the organisation chart as SVG, for papers; names are escaped here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from kg.draw.model import Side
from kg.draw.network.layout import NOWHERE, Map, Spot
from kg.draw.network.model import Kind, Network, Node, Way, When
from kg.draw.network.orgchart import Box, Holder, OrgChart
from kg.draw.network.wording import NetworkWords, attested, read
from kg.draw.typeset import printable, text_width, wrap

_MARGIN: Final = 40.0
_TITLE: Final = 74.0
_FAR: Final = 90.0
_WIDE: Final = 400.0
_INDENT: Final = 26.0
_LINE: Final = 19.0
_PAD: Final = 11.0
_GAP: Final = 12.0


def _n(value: float) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _document(width: float, height: float, title: str, summary: str, parts: Iterator[str]) -> str:
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(width)}" height="{_n(height)}" '
        f'viewBox="0 0 {_n(width)} {_n(height)}" role="img" aria-labelledby="title desc">\n'
        f'<title id="title">{escape(title)}</title>\n<desc id="desc">{escape(summary)}</desc>\n'
        f"<style>{escape(read('figures.css'))}</style>\n"
        f'<rect class="paper" width="{_n(width)}" height="{_n(height)}"/>\n'
        f'<text class="bold" x="{_n(_MARGIN)}" y="42" font-size="20">{escape(title)}</text>\n'
        f'<text class="soft" x="{_n(_MARGIN)}" y="64" font-size="12.5">{escape(summary)}</text>'
    )
    return "\n".join((head, *parts, "</svg>\n"))


# -- the network ---------------------------------------------------------------------------------------------


def network_svg(part: Network, places: Map, words: NetworkWords, summary: str) -> str:
    """Draw a network that has been laid out."""
    size = 2 * places.radius
    width = max(size, text_width(summary, 12.5)) + 2 * _MARGIN
    height = size + 2 * _MARGIN + _TITLE
    left, top = _n(width / 2), _n(places.radius + _MARGIN + _TITLE)
    body = (
        f'<g transform="translate({left} {top})">',
        *_units(part, places, words),
        *_ties(part, places),
        *_marks(part, places),
        *_names(part, places),
        "</g>",
    )
    return _document(width, height, words("network"), summary, iter(body))


def _units(part: Network, places: Map, words: NetworkWords) -> Iterator[str]:
    units = [
        (spot, part.nodes[number].label if number != NOWHERE else words("nowhere"))
        for number, spot in places.spots.items()
        if number == NOWHERE or part.nodes[number].kind is Kind.UNIT
    ]
    for spot, _ in sorted(units, key=lambda each: -each[0].r):
        yield f'<circle class="unit" cx="{_n(spot.x)}" cy="{_n(spot.y)}" r="{_n(spot.r)}"/>'
    for spot, label in units:
        size = max(9.0, min(30.0, spot.r / 9))
        y = _n(spot.y - spot.r + size)
        yield (
            f'<text class="bold halo" x="{_n(spot.x)}" y="{y}" font-size="{_n(size)}" '
            f'text-anchor="middle">{escape(printable(label))}</text>'
        )


def _ties(part: Network, places: Map) -> Iterator[str]:
    for tie in part.ties:
        one, other = places.spots.get(tie.source), places.spots.get(tie.target)
        if one is None or other is None or tie.way not in (Way.POST, Way.PART):
            continue
        far = " far" if abs(one.x - other.x) + abs(one.y - other.y) > _FAR else ""
        kind = part.nodes[tie.target].side.value if tie.way is Way.POST else "part"
        path = f"M{_n(one.x)} {_n(one.y)}L{_n(other.x)} {_n(other.y)}"
        yield f'<path class="tie {kind}{far}" d="{path}"/>'


def _marks(part: Network, places: Map) -> Iterator[str]:
    for number, spot in places.spots.items():
        if number != NOWHERE and part.nodes[number].kind is not Kind.UNIT:
            node = part.nodes[number]
            yield f"<g><title>{escape(printable(node.label))}</title>{mark(node, spot)}</g>"


def mark(node: Node, spot: Spot) -> str:
    """Give the shape of a node: a disc for an official, else by the side of the body."""
    x, y, r = spot.x, spot.y, spot.r
    if node.kind is Kind.OFFICIAL:
        return f'<circle class="official" cx="{_n(x)}" cy="{_n(y)}" r="{_n(r)}"/>'
    if node.side is Side.PARTY:
        s = r * 1.12
        away, back = _n(s), _n(-s)
        path = f"M{_n(x)} {_n(y - s)}l{away} {away}l{back} {away}l{back} {back}z"
        return f'<path class="party" d="{path}"/>'
    s = r * 0.86
    rounded = f' rx="{_n(s * 0.6)}"' if node.side is Side.OTHER else ""
    place = f'x="{_n(x - s)}" y="{_n(y - s)}" width="{_n(2 * s)}" height="{_n(2 * s)}"'
    return f'<rect class="{node.side.value}" {place}{rounded}/>'


def _names(part: Network, places: Map) -> Iterator[str]:
    for number, spot in places.spots.items():
        if number == NOWHERE or part.nodes[number].kind is Kind.UNIT:
            continue
        node = part.nodes[number]
        size = 4.2 if node.kind is Kind.BODY else 3.0
        y = _n(spot.y + spot.r + size)
        yield (
            f'<text class="halo" stroke-width="1" x="{_n(spot.x)}" y="{y}" font-size="{_n(size)}" '
            f'text-anchor="middle">{escape(printable(node.label))}</text>'
        )


# -- the chart -----------------------------------------------------------------------------------------------


def chart_svg(chart: OrgChart, words: NetworkWords) -> str:
    """Draw an organisation chart: a column for each side, parts under what they are a part of."""
    day = words("chart_on", day=chart.day) if chart.day else words("chart_any")
    title = f"{words('chart_of', name=printable(chart.of.label))}, {day}"
    counts = {when: chart.count(when) for when in When}
    summary = words("chart_holders", sure=counts[When.SURE], possible=counts[When.POSSIBLE])
    if chart.left_out:
        summary += " " + words("chart_left", n=chart.left_out)
    columns = [
        [box for box in chart.boxes if box.body.side is side]
        for side in Side
        if any(b.body.side is side for b in chart.boxes)
    ]
    parts: list[str] = []
    x, lowest = _MARGIN, _TITLE + _MARGIN
    for column in columns or [[]]:
        y = _TITLE + 16.0
        deepest = 0
        for box in column:
            y = _boxes(box, x, y, words, parts) + _GAP
            deepest = max([deepest, *(depth for _, depth in box.walk())])
        x += _WIDE + deepest * _INDENT + 2 * _GAP
        lowest = max(lowest, y)
    if not chart.boxes:
        parts.append(
            f'<text x="{_n(_MARGIN)}" y="{_n(lowest)}" font-size="14">{escape(words("chart_empty"))}</text>'
        )
        lowest += 20.0
    width = max(x, text_width(title, 20.0, bold=True) + 2 * _MARGIN) + _MARGIN - 2 * _GAP
    return _document(width, lowest + _MARGIN, title, summary, iter(parts))


def _boxes(box: Box, x: float, y: float, words: NetworkWords, parts: list[str]) -> float:
    """Draw a box and those below it; give where the last one ends."""
    lines = wrap(printable(box.body.label), _WIDE - 2 * _PAD, 14.0, bold=True)
    rows = [_row(holder, words) for holder in box.holders]
    wrapped = [(wrap(text, _WIDE - 2 * _PAD - 8, 12.5), style) for text, style in rows]
    count = sum(len(row) for row, _ in wrapped)
    height = len(lines) * _LINE + count * (_LINE - 2) + 2 * _PAD - 4
    parts.append(
        f'<rect class="box {box.body.side.value}" x="{_n(x)}" y="{_n(y)}" width="{_n(_WIDE)}" '
        f'height="{_n(height)}" rx="{"12" if box.body.side is Side.OTHER else "3"}"/>'
    )
    at = y + _PAD + 10.0
    for line in lines:
        parts.append(
            f'<text class="bold" x="{_n(x + _PAD)}" y="{_n(at)}" font-size="14">{escape(line)}</text>'
        )
        at += _LINE
    for row, style in wrapped:
        for place, line in enumerate(row):
            left = x + _PAD + (8.0 if place else 0.0)
            parts.append(f'<text{style} x="{_n(left)}" y="{_n(at)}" font-size="12.5">{escape(line)}</text>')
            at += _LINE - 2
    end = y + height
    for part in box.parts:
        start = end + _GAP
        turn = x + _INDENT / 2
        parts.append(
            f'<path class="line" d="M{_n(turn)} {_n(y + height)}V{_n(start + 16)}H{_n(x + _INDENT)}"/>'
        )
        end = _boxes(part, x + _INDENT, start, words, parts)
    return end


def _row(holder: Holder, words: NetworkWords) -> tuple[str, str]:
    role = words.role(holder.tie)
    time = attested(holder.tie)
    text = f"{printable(holder.official.label)}, {role}" + (f" ({time})" if time else "")
    if holder.when is When.POSSIBLE:
        return f"{text} ?", f" class={quoteattr('maybe')}"
    return text, ""
