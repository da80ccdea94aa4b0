"""The scene as SVG: one drawing for papers and for the page in the browser.

Names come from articles, so every text and attribute is escaped here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape

from kg.draw.block import (
    LINE,
    NAME_SIZE,
    ORGANIZATION_SIZE,
    Box,
    OrganizationMark,
    PersonMark,
    PostMark,
    Tie,
)
from kg.draw.layout import Card, Scene
from kg.draw.model import Side
from kg.draw.typeset import text_width
from kg.draw.wording import Words, read_data

_CHAMFER: Final = 7.0
_ROUND: Final = 10.0
_TEXT_PAD: Final = 11.0
_HEAD_PAD: Final = 10.0
_LEGEND_HEIGHT: Final = 84.0
_LEGEND_ROW: Final = 32.0
_TITLE_HEIGHT: Final = 74.0


def number(value: float) -> str:
    """Give a coordinate with at most one decimal."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def figure(scene: Scene, words: Words) -> str:
    """Give a complete SVG document with heading and legend."""
    width, height = scene.width, scene.height + _TITLE_HEIGHT + _LEGEND_HEIGHT
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(width)}" height="{number(height)}" '
        f'viewBox="0 0 {number(width)} {number(height)}" role="img" aria-labelledby="title desc" '
        f'xml:lang="{words.language}">',
        f'<title id="title">{escape(words("title"))}</title>',
        f'<desc id="desc">{escape(summary(scene, words))}</desc>',
        f"<style>\n{escape(read_data('figure.css'))}</style>",
        f'<rect class="paper" width="{number(width)}" height="{number(height)}"/>',
        f'<text class="figure-title" x="40" y="48">{escape(words("title"))}</text>',
        f'<text class="caption" x="40" y="72">{escape(summary(scene, words))}</text>',
        f'<g transform="translate(0 {number(_TITLE_HEIGHT - 16)})">',
        *drawing(scene, words),
        "</g>",
        f'<g transform="translate(40 {number(scene.height + _TITLE_HEIGHT)})">',
        *legend(words, width - 80.0),
        "</g>",
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def summary(scene: Scene, words: Words) -> str:
    """How much the picture shows."""
    chart = scene.chart
    articles = {holding.article_iri for post in chart.posts for holding in post.holdings}
    return words(
        "subtitle",
        people=len(chart.people),
        posts=len(chart.posts),
        organizations=len(chart.organizations),
        articles=len(articles),
    )


def drawing(scene: Scene, words: Words) -> Iterator[str]:
    """Give the elements of the scene: all cards, then all blocks, then all headings.

    ``data-u``, ``data-o``, ``data-p`` and ``data-e`` number units, organisations, people and posts.
    """
    yield from frames(scene)
    yield from blocks(scene, words)
    yield from headings(scene, words)


def frames(scene: Scene) -> Iterator[str]:
    """Give the cards' rectangles, larger ones first."""
    for card in scene.cards:
        level, index = card.unit.ref.level, card.unit.index
        yield f'<rect class="card l{level}" data-u="{index}"{_geometry(card.box)} rx="8"/>'


def blocks(scene: Scene, words: Words) -> Iterator[str]:
    """Give what stands in the cards, one group for each."""
    for card in scene.cards:
        if card.block.height:
            yield from _block(card, words)


def headings(scene: Scene, words: Words) -> Iterator[str]:
    """Give the units' names, or what to say when there are none."""
    if not scene.cards:
        empty = escape(words("empty"))
        yield f'<text class="head" x="40" y="60" font-size="20" data-ui="empty">{empty}</text>'
    for card in scene.cards:
        yield _heading(card)


def _heading(card: Card) -> str:
    x, size = card.box.x + 22.0, card.heading_size
    first = card.box.y + _HEAD_PAD + size
    lines = "".join(
        f'<tspan x="{number(x)}" y="{number(first + place * size * 1.25)}">{escape(line)}</tspan>'
        for place, line in enumerate(card.heading)
    )
    flag = "" if card.unit.ref.label else ' data-ui="nowhere"'
    return f'<text class="head" data-u="{card.unit.index}" font-size="{number(size)}"{flag}>{lines}</text>'


def _block(card: Card, words: Words) -> Iterator[str]:
    place = f"translate({number(card.block_x)} {number(card.block_y)})"
    yield f'<g class="body" data-u="{card.unit.index}" transform="{place}">'
    block = card.block
    for tie in block.ties:
        yield _tie(tie)
    for post in block.posts:
        yield _post(post, words)
    for organization in block.organizations:
        yield _organization(organization, words)
    for person in block.people:
        yield _person(person)
    yield "</g>"


def _tie(tie: Tie) -> str:
    path = f"M{number(tie.x)} {number(tie.y0)}V{number(tie.y1)}H{number(tie.x1)}"
    return f'<path class="tie {tie.side}" d="{path}"/>'


def _geometry(box: Box) -> str:
    return f' x="{number(box.x)}" y="{number(box.y)}" width="{number(box.w)}" height="{number(box.h)}"'


def shape(box: Box, side: Side) -> str:
    """Give an organisation's outline: corners cut for the party, square for the state, else round."""
    if side is Side.STATE:
        return f'<rect class="shape"{_geometry(box)}/>'
    if side is Side.OTHER:
        return f'<rect class="shape"{_geometry(box)} rx="{number(_ROUND)}"/>'
    c = number(_CHAMFER)
    w, h = number(box.w - 2 * _CHAMFER), number(box.h - 2 * _CHAMFER)
    start = f"M{number(box.x + _CHAMFER)} {number(box.y)}"
    return f'<path class="shape" d="{start}h{w}l{c} {c}v{h}l-{c} {c}h-{w}l-{c} -{c}v-{h}z"/>'


def _organization(mark: OrganizationMark, words: Words) -> str:
    organization, box = mark.organization, mark.box
    classes = ["org", organization.side.value]
    if mark.reference:
        classes.append("ref")
    elif organization.depth == 0:
        classes.append("top")
    count = len(mark.lines) + bool(mark.elsewhere)
    y = box.y + (box.h - count * LINE) / 2 + ORGANIZATION_SIZE
    x = box.x + _TEXT_PAD
    texts = _text_lines(mark.lines, x, y)
    if mark.elsewhere:
        more = escape(words("elsewhere", n=mark.elsewhere))
        below = number(y + len(mark.lines) * LINE - 1.0)
        texts += (
            f'<text class="more" x="{number(x)}" y="{below}" data-ui="elsewhere" data-n="{mark.elsewhere}">'
            f"{more}</text>"
        )
    arrow = _arrow(box) if mark.reference else ""
    return (
        f'<g class="{" ".join(classes)}" data-o="{organization.index}">'
        f"{shape(box, organization.side)}{texts}{arrow}</g>"
    )


def _arrow(box: Box) -> str:
    """Give the sign that an organisation stands elsewhere."""
    x, y = number(box.x + box.w - 14.0), number(box.y + 13.0)
    return f'<path class="arrow" d="M{x} {y}l6 -6m-4.5 0h4.5v4.5"/>'


def _text_lines(lines: tuple[str, ...], x: float, y: float, anchor: str = "") -> str:
    if len(lines) == 1:
        return f'<text x="{number(x)}" y="{number(y)}"{anchor}>{escape(lines[0])}</text>'
    spans = "".join(
        f'<tspan x="{number(x)}" y="{number(y + place * LINE)}">{escape(line)}</tspan>'
        for place, line in enumerate(lines)
    )
    return f"<text{anchor}>{spans}</text>"


def _person(mark: PersonMark) -> str:
    box = mark.box
    past = all(post.former for post in mark.person.posts)
    y = box.y + (box.h - len(mark.lines) * LINE) / 2 + NAME_SIZE - 0.5
    texts = _text_lines(mark.lines, box.x + box.w / 2, y, ' text-anchor="middle"')
    rounding = number(min(box.h / 2, 13.0))
    return (
        f'<g class="person{" past" if past else ""}" data-p="{mark.person.index}">'
        f'<rect class="shape"{_geometry(box)} rx="{rounding}"/>{texts}</g>'
    )


def post_classes(mark: PostMark) -> str:
    """Give the classes that say how a post's line looks."""
    inferred = all(holding.inferred_rule for holding in mark.post.holdings)
    past, guess = " past" if mark.post.former else "", " inferred" if inferred else ""
    return f"post {mark.post.organization.side}{past}{guess}"


def _post(mark: PostMark, words: Words) -> str:
    bend, y, y2 = number((mark.x1 + mark.x2) / 2), number(mark.y), number(mark.y2)
    path = f"M{number(mark.x0)} {y}H{number(mark.x1)}C{bend} {y} {bend} {y2} {number(mark.x2)} {y2}"
    return (
        f'<g class="{post_classes(mark)}" data-e="{mark.post.index}">'
        f'<path class="line" d="{path}"/>{_port(mark)}{_title(mark, words)}</g>'
    )


def _port(mark: PostMark) -> str:
    x, y = number(mark.x2), number(mark.y2)
    if mark.post.organization.side is Side.PARTY:
        return f'<path class="port" d="M{x} {number(mark.y2 - 3.6)}l3.6 3.6l-3.6 3.6l-3.6 -3.6z"/>'
    return f'<circle class="port" cx="{x}" cy="{y}" r="2.8"/>'


def _title(mark: PostMark, words: Words) -> str:
    x = number(mark.x0 - 9.0 if mark.left else mark.x0 + 9.0)
    anchor = ' text-anchor="end"' if mark.left else ""
    spans = []
    for place, line in enumerate(mark.lines):
        prefix = ""
        if place == 0 and mark.post.former:
            prefix = f'<tspan data-ui="former">{escape(words("former"))}</tspan> '
        last = place == len(mark.lines) - 1
        gap = ' dx="6"' if line else ""
        years = f'<tspan class="years"{gap}>{escape(mark.years)}</tspan>' if last and mark.years else ""
        y = number(mark.text_y + place * (LINE - 1.0))
        spans.append(f'<tspan x="{x}" y="{y}">{prefix}{escape(line)}{years}</tspan>')
    return f"<text{anchor}>{''.join(spans)}</text>"


def legend(words: Words, width: float) -> list[str]:
    """Give rows that explain shapes and lines, none longer than ``width``."""
    parts = []
    x = y = 0.0
    for key, sample in _samples():
        label = words(key)
        needed = 50.0 + text_width(label, 12.0)
        if x and x + needed > width:
            x, y = 0.0, y + _LEGEND_ROW
        text = f'<text class="caption" x="50" y="16">{escape(label)}</text>'
        parts.append(f'<g transform="translate({number(x)} {number(y)})">{sample}{text}</g>')
        x += needed + 26.0
    return parts


def _samples() -> Iterator[tuple[str, str]]:
    box = Box(0.0, 2.0, 40.0, 20.0)
    yield "legend_person", f'<g class="person"><rect class="shape"{_geometry(box)} rx="10"/></g>'
    for side in Side:
        yield f"legend_{side}", f'<g class="org {side}">{shape(box, side)}</g>'
    yield "legend_reference", f'<g class="org party ref">{shape(box, Side.PARTY)}{_arrow(box)}</g>'
    line = '<path class="line" d="M0 12H40"/>'
    yield "legend_current", f'<g class="post party">{line}</g>'
    yield "legend_former", f'<g class="post party past">{line}</g>'
    port = '<path class="port" d="M40 8.4l3.6 3.6l-3.6 3.6l-3.6 -3.6z"/>'
    yield "legend_inferred", f'<g class="post party inferred"><path class="line" d="M0 12H36.4"/>{port}</g>'


def legend_samples() -> dict[str, str]:
    """Give the legend's small drawings by key, for the page."""
    return {
        key: f'<svg width="46" height="24" viewBox="-1 0 46 24" aria-hidden="true">{sample}</svg>'
        for key, sample in _samples()
    }
