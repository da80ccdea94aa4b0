"""The scene as one HTML page with its script, style and data inside.

Nothing is loaded from anywhere: the page's own security policy forbids it, and names the only script and
the only style that may run by their hashes.  Names and sentences reach the page as escaped SVG and as JSON
that can't end its element; the script puts them in place as text.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from html import escape
from string import Template
from typing import Final

from kg.draw.block import Box
from kg.draw.chart import Post, observed
from kg.draw.layout import Card, Scene
from kg.draw.model import Holding
from kg.draw.svg import blocks, frames, headings, legend_samples
from kg.draw.typeset import printable
from kg.draw.wording import Words, read_data

#: What could end a script element or a line of JavaScript, as JSON escapes.
_ESCAPES: Final = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def render(scene: Scene, words: Words) -> str:
    """Give the page for ``scene``."""
    style = f"\n{read_data('figure.css')}{read_data('officials.css')}"
    script = f"\n{read_data('officials.js')}"
    return Template(read_data("page.html")).substitute(
        language=words.language,
        title=escape(words("title")),
        style=style,
        style_hash=content_hash(style),
        script=script,
        script_hash=content_hash(script),
        legend="".join(_legend()),
        frames="\n".join(frames(scene)),
        headings="\n".join(headings(scene, words)),
        blocks="\n".join(blocks(scene, words)),
        data=safe_json(_data(scene, words)),
    )


def content_hash(text: str) -> str:
    """How a security policy names an inline script or style."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def safe_json(value: object) -> str:
    """JSON that can stand in a script element whatever its strings hold."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.translate(_ESCAPES).encode("utf-8", "replace").decode()


def _legend() -> Iterator[str]:
    for key, sample in legend_samples().items():
        yield f'<li>{sample}<span data-ui="{key}"></span></li>'


def _data(scene: Scene, words: Words) -> dict[str, object]:
    """Give what the script knows: things by number, with their places on the page."""
    chart = scene.chart
    people, organizations, references = _places(scene)
    observations, articles = _Observations(), _Articles()
    return {
        "language": words.language,
        "words": words.table,
        "width": round(scene.width),
        "height": round(scene.height),
        "units": [_unit(card) for card in scene.cards],
        "organizations": [
            {
                "name": printable(organization.ref.label),
                "side": organization.side.value,
                "unit": organization.unit.index,
                "parent": organization.parent.index if organization.parent else -1,
                "box": _rounded(organizations[organization.index]),
            }
            for organization in chart.organizations
        ],
        "people": [
            {
                "name": printable(person.label),
                "unit": person.unit.index,
                "box": _rounded(people[person.index]),
            }
            for person in chart.people
        ],
        "posts": [_post(post, references.get(post.index), observations, articles) for post in chart.posts],
        "observations": observations.rows,
        "articles": articles.rows,
    }


def _places(scene: Scene) -> tuple[dict[int, Box], dict[int, Box], dict[int, tuple[float, float]]]:
    """Where officials and organisations stand, and where posts end that lead to another unit."""
    people: dict[int, Box] = {}
    organizations: dict[int, Box] = {}
    references: dict[int, tuple[float, float]] = {}
    for card in scene.cards:
        x, y = card.block_x, card.block_y
        for person in card.block.people:
            people[person.person.index] = person.box.moved(x, y)
        for mark in card.block.organizations:
            if not mark.reference:
                organizations[mark.organization.index] = mark.box.moved(x, y)
        for post in card.block.posts:
            if post.post.organization.unit is not card.unit:
                references[post.post.index] = (post.x2 + x, post.y2 + y)
    return people, organizations, references


def _rounded(box: Box) -> list[int]:
    return [round(value) for value in (box.x, box.y, box.w, box.h)]


def _unit(card: Card) -> dict[str, object]:
    unit = card.unit
    return {
        "name": printable(unit.ref.label),
        "level": unit.ref.level,
        "parent": unit.parent.index if unit.parent else -1,
        "box": _rounded(card.box),
        "body": [round(card.block_x), round(card.block_y), round(card.block.height)],
        "size": card.heading_size,
        "lines": list(card.heading),
        "head": round(card.head_height),
    }


class _Articles:
    """Articles by number, each once."""

    def __init__(self) -> None:
        self.rows: list[dict[str, str | None]] = []
        self._numbers: dict[str, int] = {}

    def number(self, holding: Holding) -> int:
        if holding.article_iri not in self._numbers:
            self._numbers[holding.article_iri] = len(self.rows)
            self.rows.append(
                {
                    "title": printable(holding.article_title),
                    "date": holding.article_date,
                    "url": web_address(holding.article_url),
                }
            )
        return self._numbers[holding.article_iri]


class _Observations:
    """Observations by number."""

    def __init__(self) -> None:
        self.rows: list[dict[str, object]] = []

    def number(self, holding: Holding, articles: _Articles) -> int:
        first, last = observed(holding) or (None, None)
        self.rows.append(
            {
                "status": holding.status,
                "from": first,
                "to": last,
                "as_of": holding.as_of,
                "rule": holding.inferred_rule,
                "caption": holding.caption,
                "text": list(highlighted(holding)),
                "article": articles.number(holding),
            }
        )
        return len(self.rows) - 1


def _post(
    post: Post, reference: tuple[float, float] | None, observations: _Observations, articles: _Articles
) -> dict[str, object]:
    role_en = post.holdings[0].role_en
    return {
        "person": post.person.index,
        "organization": post.organization.index,
        "role": printable(post.role),
        "role_en": printable(role_en) if role_en else None,
        "end": [round(value) for value in reference] if reference else None,
        "observations": [observations.number(holding, articles) for holding in post.holdings],
    }


def highlighted(holding: Holding) -> tuple[str, str, str]:
    """Give the sentence before, in and after the quote; a quote that the sentence lacks stands alone."""
    start = holding.sentence_offset
    if holding.sentence[start : start + len(holding.quote)] != holding.quote:
        start = holding.sentence.find(holding.quote)
    if start < 0:
        return ("", holding.quote, "")
    end = start + len(holding.quote)
    return (holding.sentence[:start], holding.sentence[start:end], holding.sentence[end:])


def web_address(url: str | None) -> str | None:
    """``url`` when it is safe to link to."""
    return url if url and url.startswith(("https://", "http://")) else None
